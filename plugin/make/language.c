/* Reads the texts of a language: words.txt, holidays.txt and dates.txt.  How they are written is
 * told at the top of each. */
#include "language.h"

#include "whowhen.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void language_fault(const char *file, unsigned line, const char *format, ...) {
	va_list args;
	fprintf(stderr, "%s:%u: ", file, line);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	exit(1);
}

void *language_alloc(size_t size) {
	void *p = calloc(1, size ? size : 1);
	if (!p)
		language_fault("memory", 0, "%zu bytes refused", size);
	return p;
}

char *language_copy(const char *text, size_t len) {
	char *copy = language_alloc(len + 1);
	memcpy(copy, text, len);
	return copy;
}

/* Makes room in an array for one item more. */
#define ADD(array, n) (array = grown(array, n, sizeof *(array)), &(array)[(n)++])

/* Arrays grow by doubling and are never freed: the maker reads a language and ends. */
static void *grown(void *array, size_t n, size_t size) {
	if (n & (n - 1))
		return array; /* it doubles when n is a power of two */
	void *more = realloc(array, (n ? 2 * n : 1) * size);
	if (!more)
		language_fault("memory", 0, "%zu items refused", n);
	memset((char *)more + n * size, 0, (n ? n : 1) * size);
	return more;
}

/* Names of roles and signs, as texts and the table in C have them. */

static const struct {
	const char *name, *constant;
	int sign;
} sign_names[] = {
	{ "figures-2", "WW_ROLE_NONE", WW_ROLE_NONE },
	{ "month", "WW_ROLE_MONTH", WW_ROLE_MONTH },
	{ "weekday", "WW_ROLE_WEEKDAY", WW_ROLE_WEEKDAY },
	{ "unit", "WW_ROLE_UNIT", WW_ROLE_UNIT },
	{ "quarter", "WW_ROLE_QUARTER", WW_ROLE_QUARTER },
	{ "day", "WW_ROLE_DAY", WW_ROLE_DAY },
	{ "part", "WW_ROLE_PART", WW_ROLE_PART },
	{ "season", "WW_ROLE_SEASON", WW_ROLE_SEASON },
	{ "holiday", "WW_ROLE_HOLIDAY", WW_ROLE_HOLIDAY },
	{ "vague", "WW_ROLE_VAGUE", WW_ROLE_VAGUE },
	{ "set", "WW_ROLE_SET", WW_ROLE_SET },
	{ "decade", "WW_ROLE_DECADE", WW_ROLE_DECADE },
	{ "clock", "WW_ROLE_CLOCK", WW_ROLE_CLOCK },
	{ "number", "WW_ROLE_NUMBER", WW_ROLE_NUMBER },
	{ "suffix", "WW_ROLE_SUFFIX", WW_ROLE_SUFFIX },
	{ "old", "WW_ROLE_OLD", WW_ROLE_OLD },
	{ "ago", "WW_ROLE_AGO", WW_ROLE_AGO },
	{ "ordinal", "WW_ROLE_ORDINAL", WW_ROLE_ORDINAL },
	{ "the", "WW_ROLE_THE", WW_ROLE_THE },
	{ "a", "WW_ROLE_A", WW_ROLE_A },
	{ "relative", "WW_ROLE_RELATIVE", WW_ROLE_RELATIVE },
	{ "edge", "WW_ROLE_EDGE", WW_ROLE_EDGE },
	{ "about", "WW_ROLE_ABOUT", WW_ROLE_ABOUT },
	{ "every", "WW_ROLE_EVERY", WW_ROLE_EVERY },
	{ "some", "WW_ROLE_SOME", WW_ROLE_SOME },
	{ "other", "WW_ROLE_OTHER", WW_ROLE_OTHER },
	{ "figures-3", "WW_SIGN_HUNDREDS", WW_SIGN_HUNDREDS },
	{ "figures", "WW_SIGN_FIGURES", WW_SIGN_FIGURES },
	{ "colon", "WW_SIGN_COLON", WW_SIGN_COLON },
	{ "hyphen", "WW_SIGN_HYPHEN", WW_SIGN_HYPHEN },
	{ "dot", "WW_SIGN_DOT", WW_SIGN_DOT },
	{ "slash", "WW_SIGN_SLASH", WW_SIGN_SLASH },
	{ "quote", "WW_SIGN_QUOTE", WW_SIGN_QUOTE },
};
enum { N_SIGN_NAMES = sizeof sign_names / sizeof *sign_names };
_Static_assert((int)N_SIGN_NAMES == (int)WW_N_SIGNS, "each role and sign has a name");

/* A few dozen: asked for each role that a text names. */
int language_sign(const char *name) {
	for (int i = 0; i < N_SIGN_NAMES; i++)
		if (strcmp(sign_names[i].name, name) == 0)
			return sign_names[i].sign;
	return -1;
}

const char *language_sign_constant(int sign) {
	return sign_names[sign].constant;
}

/* Returns where a name is in a list of names that ends in NULL, or -1. */
static int index_of(const char *const *names, const char *name) {
	for (int i = 0; names[i]; i++)
		if (strcmp(names[i], name) == 0)
			return i;
	return -1;
}

/* In the order of ww_unit. */
static const char *const units[] = { "second", "minute", "hour", "day", "night", "weekend", "week",
	                             "fortnight", "month", "quarter", "half", "year", "decade",
	                             "century", "millennium", NULL };

int language_value(const char *name) {
	int value = index_of(units, name);
	return value >= 0 || !*name || strspn(name, "-0123456789") < strlen(name) ? value : atoi(name);
}

/* Lines. */

typedef struct {
	char path[256], *line, *next;
	unsigned number;
} reader;

/* Opens a text; false when there is none of that name. */
static bool open_text(reader *r, const char *folder, const char *name) {
	*r = (reader){ .number = 0 };
	snprintf(r->path, sizeof r->path, "%s/%s", folder, name);
	FILE *f = fopen(r->path, "rb");
	if (!f)
		return false;
	fseek(f, 0, SEEK_END);
	size_t len = (size_t)ftell(f);
	rewind(f);
	r->next = language_alloc(len + 1);
	if (fread(r->next, 1, len, f) != len)
		language_fault(r->path, 0, "cannot be read");
	fclose(f);
	return true;
}

/* Goes to the next line that is neither empty nor a comment; false at the end. */
static bool read_line(reader *r) {
	while (*r->next) {
		char *end = strchr(r->next, '\n');
		r->line = r->next;
		r->number++;
		r->next = end ? end + 1 : r->next + strlen(r->next);
		if (end)
			*end = '\0';
		if (*r->line && *r->line != '#')
			return true;
	}
	return false;
}

/* A line that is set in goes on with what the lines above it began. */
static bool is_inside(const reader *r) {
	return *r->line == ' ' || *r->line == '\t';
}

/* Cuts the next word off *p, at any of `ends`; NULL when there is none. */
static char *cut(char **p, const char *ends) {
	*p += strspn(*p, ends);
	if (!**p)
		return NULL;
	char *word = *p;
	*p += strcspn(*p, ends);
	if (**p)
		*(*p)++ = '\0';
	return word;
}

/* Words. */

/* Adds a row of words, "VALUE: WORD WORD …" or "WORD WORD …", to the last list.  A word has one
 * role: in a second list it is a fault, unless that list is for patterns only. */
static void read_row(language *lang, const reader *r, int role) {
	char *p = r->line, *colon = strstr(p, ": "), *word;
	language_list *list = &lang->lists[lang->n_lists - 1];
	int value = 0;
	if (colon) {
		*colon = '\0';
		value = language_value(p + strspn(p, " \t"));
		p = colon + 2;
	}
	while ((word = cut(&p, " \t"))) {
		*ADD(list->words, list->n) = word;
		if (role == WW_ROLE_NONE)
			continue;
		size_t len = strlen(word);
		if (word[len - 1] == '.')
			len--;
		for (unsigned i = 0; i < lang->tables.n_words; i++)
			if (strlen(lang->words[i].text) == len && memcmp(lang->words[i].text, word, len) == 0)
				language_fault(r->path, r->number, "\"%s\" is there twice", word);
		*ADD(lang->words, lang->tables.n_words) =
			(ww_word){ language_copy(word, len), (uint8_t)role, value };
	}
}

/* A list and its rows.  Its role is its name's unless "as" tells another, so that the
 * common case is one word. */
static void read_words(language *lang, const char *folder) {
	reader r;
	int role = -1;
	if (!open_text(&r, folder, "words.txt"))
		language_fault(r.path, 0, "is lacking");
	while (read_line(&r)) {
		if (is_inside(&r) && role >= 0) {
			read_row(lang, &r, role);
			continue;
		}
		char *p = r.line, *word = cut(&p, " "), *name = cut(&p, " "), *as = cut(&p, " "),
			 *what = cut(&p, " ");
		role = !what ? name ? language_sign(name) : -1
		       : strcmp(what, "nothing") == 0 ? (int)WW_ROLE_NONE
		                                      : language_sign(what);
		if (!word || strcmp(word, "list") || !name || (as && strcmp(as, "as")) || role < 0 ||
		    role >= WW_N_ROLES)
			language_fault(r.path, r.number, "not \"list NAME\" or \"list NAME as ROLE\"");
		*ADD(lang->lists, lang->n_lists) = (language_list){ .name = name };
	}
}

/* Holidays. */

static const char *const weekdays[] = { "monday", "tuesday",  "wednesday", "thursday",
	                                "friday", "saturday", "sunday",    NULL };

/* Reads "MM-DD", "nth N WEEKDAY MM +DAYS", "before WEEKDAY MM-DD", "easter DAYS" or "lunar
 * DAYS"; false for anything else. */
static bool read_rule(const char *text, ww_holiday *out) {
	int month = 0, day = 0, plus = 0;
	char weekday[16] = "";
	int rule = sscanf(text, "%d-%d", &month, &day) == 2         ? WW_HOLIDAY_FIXED
	           : sscanf(text, "nth %d %15s %d +%d", &day, weekday, &month, &plus) >= 3
	                   ? WW_HOLIDAY_NTH
	           : sscanf(text, "before %15s %d-%d", weekday, &month, &day) == 3 ? WW_HOLIDAY_BEFORE
	           : sscanf(text, "easter %d", &plus) == 1             ? WW_HOLIDAY_EASTER
	           : sscanf(text, "lunar %d", &plus) == 1              ? WW_HOLIDAY_LUNAR
	                                                               : -1;
	int wd = *weekday ? index_of(weekdays, weekday) : 0;
	*out = (ww_holiday){ (uint8_t)rule, (int8_t)month, (int8_t)day, (int8_t)wd, (int8_t)plus };
	return rule >= 0 && wd >= 0;
}

/* Adds a word that begins a holiday's name, unless it has a role. */
static void add_holiday_word(language *lang, const char *word) {
	for (unsigned i = 0; i < lang->tables.n_words; i++)
		if (strcmp(lang->words[i].text, word) == 0)
			return;
	*ADD(lang->words, lang->tables.n_words) = (ww_word){ word, WW_ROLE_HOLIDAY, 0 };
}

/* Rows of "RULE | WORDS | NAME": when it is, which words set the search off, and a pattern.  A
 * language may have none. */
static void read_holidays(language *lang, const char *folder) {
	reader r;
	if (!open_text(&r, folder, "holidays.txt"))
		return;
	while (read_line(&r)) {
		char *p = r.line, *rule = cut(&p, "|"), *words = cut(&p, "|"), *word;
		ww_holiday holiday;
		p += strspn(p, " ");
		if (!rule || !words || !*p || !read_rule(rule, &holiday))
			language_fault(r.path, r.number, "not \"RULE | WORDS | NAME\"");
		while ((word = cut(&words, " ")))
			if (strcmp(word, "-") != 0)
				add_holiday_word(lang, word);
		*ADD(lang->holiday_names, lang->tables.n_holidays) = p;
		lang->tables.n_holidays--;
		*ADD(lang->holidays, lang->tables.n_holidays) = holiday;
	}
}

/* Forms. */

/* In the order of ww_head, ww_kind and ww_meaning. */
static const char *const heads[] = { "number", "month", "weekday", "unit", "day", "vague", NULL };
static const char *const kinds[] = { "date", "time", "duration", "set", NULL };
static const char *const meanings[] = {
	"nothing", "calendar", "numeric", "weekday", "relative", "ago",     "year-ago", "duration",
	"set",     "quarter",  "season",  "decade",  "century",  "clock",   "day",      "holiday",
	"span",    "bc",       "week-of", "nth",     "present",  "past",    "future",   NULL
};
_Static_assert(sizeof heads / sizeof *heads == WW_N_HEADS + 1, "each head has a name");
_Static_assert(sizeof meanings / sizeof *meanings == WW_N_MEANINGS + 1, "each meaning has one");

/* Reads "ROLE|ROLE ROLE …" into the sets that a form needs. */
static void read_needs(const reader *r, ww_form *form, char *p) {
	char *group, *name;
	for (int i = 0; (group = cut(&p, " ")); i++) {
		if (i == WW_MOST_NEEDS)
			language_fault(r->path, r->number, "needs more than %d", WW_MOST_NEEDS);
		while ((name = cut(&group, "|"))) {
			int sign = language_sign(name);
			if (sign < 0)
				language_fault(r->path, r->number, "nothing is called \"%s\"", name);
			form->needs[i] |= WW_SIGN_BIT(sign);
		}
	}
}

/* The flag of that name, or 0. */
static uint8_t flag_of(const char *name) {
	static const struct {
		const char *name;
		uint8_t flag;
	} flags[] = { { "vague", WW_VAGUE },         { "bare", WW_FORM_BARE },
		          { "figures", WW_FORM_FIGURES }, { "match", WW_FORM_MATCH },
		          { "hour", WW_FORM_HOUR } };
	for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
		if (strcmp(flags[i].name, name) == 0)
			return flags[i].flag;
	return 0;
}

/* Reads "head NUMBER, kind date, means calendar, needs …" and flags, parted by commas. */
static void read_attributes(const reader *r, ww_form *form) {
	char *p = r->line, *one;
	while ((one = cut(&p, ","))) {
		char *name = cut(&one, " ");
		int head = -1, kind = -1, means = -1;
		if (strcmp(name, "needs") == 0)
			read_needs(r, form, one);
		else if (flag_of(name))
			form->flags |= flag_of(name);
		else if (strcmp(name, "head") == 0 && (head = index_of(heads, one)) >= 0)
			form->head = (uint8_t)head;
		else if (strcmp(name, "kind") == 0 && (kind = index_of(kinds, one)) >= 0)
			form->kind = (uint8_t)kind;
		else if (strcmp(name, "means") == 0 && (means = index_of(meanings, one)) >= 0)
			form->meaning = (uint8_t)means;
		else
			language_fault(r->path, r->number, "not understood: \"%s %s\"", name, one);
	}
}

/* Adds "+ SENTENCE" or "- SENTENCE", either with "@DATE " before the sentence; "\n" in
 * it is a line's end. */
static void read_example(const reader *r, language_form *form, const char *date) {
	char *text = r->line + 1 + strspn(r->line + 1, " "), *out = text;
	language_example *e = ADD(form->examples, form->n_examples);
	*e = (language_example){ .date = date, .takes = *r->line == '+', .line = r->number };
	if (*text == '@') {
		e->date = text + 1;
		text += strcspn(text, " ");
		*text++ = '\0';
		out = text;
	}
	e->text = text;
	for (; *text; text++)
		*out++ = (char)(text[0] == '\\' && text[1] == 'n' ? (text++, '\n') : *text);
	*out = '\0';
}

/* Reads the indented lines that follow as one pattern, and makes of it what C has. */
static char *read_pattern(language *lang, reader *r) {
	char *pattern = language_alloc(1);
	while (*r->next == ' ' || *r->next == '\t') {
		read_line(r);
		size_t n = strlen(pattern), more = strlen(r->line);
		char *longer = language_alloc(n + more + 2);
		memcpy(longer, pattern, n);
		memcpy(longer + n, r->line, more);
		longer[n + more] = '\n';
		free(pattern);
		pattern = longer;
	}
	if (!*pattern)
		language_fault(r->path, r->number, "its pattern is lacking");
	char *plain = language_pattern(lang, pattern);
	free(pattern);
	return plain;
}

/* Each named part of a pattern is one that the text declares, so that a slip of the pen is found
 * here and not as a value that is lacking. */
static void check_captures(const language *lang, const reader *r, const char *pattern) {
	for (const char *p = pattern; (p = strstr(p, "(?<")); p += 3) {
		size_t n = strcspn(p + 3, ">");
		bool known = p[3] == '=' || p[3] == '!';
		for (unsigned i = 0; i < lang->n_captures && !known; i++)
			known = strlen(lang->captures[i]) == n && memcmp(lang->captures[i], p + 3, n) == 0;
		if (!known)
			language_fault(r->path, r->number, "\"capture %.*s\" is lacking", (int)n, p + 3);
	}
}

/* A form without a capture of its own range is one mention; with m1 it is two, which the
 * scanner must know without compiling it. */
static void read_form(language *lang, reader *r, const char *name) {
	language_form *f = ADD(lang->forms, lang->tables.n_forms);
	f->line = r->number;
	if (!read_line(r))
		language_fault(r->path, f->line, "the form %s ends here", name);
	f->form.name = name;
	read_attributes(r, &f->form);
	f->form.pattern = read_pattern(lang, r);
	if (strstr(f->form.pattern, "(?<m1>"))
		f->form.flags |= WW_FORM_RANGE;
	check_captures(lang, r, f->form.pattern);
}

/* Parts must be declared above what uses them, so that none can hold itself; a date holds
 * for the examples below it. */
static void read_dates(language *lang, const char *folder) {
	reader r;
	const char *date = NULL;
	if (!open_text(&r, folder, "dates.txt"))
		language_fault(r.path, 0, "is lacking");
	while (read_line(&r)) {
		char *p = r.line;
		if (*p == '+' || *p == '-') {
			if (lang->tables.n_forms == 0)
				language_fault(r.path, r.number, "an example of no form");
			read_example(&r, &lang->forms[lang->tables.n_forms - 1], date);
			continue;
		}
		char *word = cut(&p, " "), *name = cut(&p, " ");
		if (!name || is_inside(&r))
			language_fault(r.path, r.number, "not understood");
		if (strcmp(word, "date") == 0)
			date = name;
		else if (strcmp(word, "capture") == 0)
			*ADD(lang->captures, lang->n_captures) = name;
		else if (strcmp(word, "form") == 0)
			read_form(lang, &r, name);
		else if (strcmp(word, "part") == 0) {
			ww_form_part part = { name, read_pattern(lang, &r) };
			check_captures(lang, &r, part.pattern);
			*ADD(lang->parts, lang->tables.n_parts) = part;
		} else
			language_fault(r.path, r.number, "not understood: \"%s\"", word);
	}
	if (lang->tables.n_forms > WW_MOST_FORMS)
		language_fault(r.path, r.number, "more forms than WW_MOST_FORMS");
}

/* Words first, since patterns name their lists; holidays next, whose words may have a role
 * already. */
void language_read(language *lang, const char *folder) {
	*lang = (language){ .n_lists = 0 };
	read_words(lang, folder);
	read_holidays(lang, folder);
	read_dates(lang, folder);
	lang->tables.words = lang->words;
	lang->tables.parts = lang->parts;
	lang->tables.holidays = lang->holidays;
}
