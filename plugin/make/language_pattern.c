/* Patterns in extended syntax.
 *
 * Outside of a class blanks and "#" comments are for readers, and "_" is a blank of
 * the text.  "{name}" in small letters is the list of that name: an alternation of
 * its words, the longest first, that is never gone back into; {holiday-names} is that
 * of the names in holidays.txt. */
#include "language.h"

#include "utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
	char *at;
	size_t n, cap;
} string;

/* Appends bytes; the text ends in a NUL that does not count. */
static void add(string *s, const char *text, size_t len) {
	while (s->n + len + 1 > s->cap) {
		s->cap = s->cap ? 2 * s->cap : 256;
		s->at = realloc(s->at, s->cap);
		if (!s->at)
			language_fault("memory", 0, "%zu bytes refused", s->cap);
	}
	memcpy(s->at + s->n, text, len);
	s->n += len;
	s->at[s->n] = '\0';
}

static void add_text(string *s, const char *text) {
	add(s, text, strlen(text));
}

/* Writes a code point of two or three bytes: those above need none, no script with case
 * is written there that news in a language of ours would use. */
static size_t encode(uint32_t cp, char out[4]) {
	if (cp < 0x800) {
		out[0] = (char)(0xC0 | cp >> 6);
		out[1] = (char)(0x80 | (cp & 0x3F));
		return 2;
	}
	out[0] = (char)(0xE0 | cp >> 12);
	out[1] = (char)(0x80 | (cp >> 6 & 0x3F));
	out[2] = (char)(0x80 | (cp & 0x3F));
	return 3;
}

/* Adds a character beyond ASCII: PCRE2 sees bytes and knows no cases of it, so it
 * gets both of a letter, and a group that a quantifier behind it can count. */
static size_t add_wide(string *s, const char *p, bool any_case) {
	size_t len;
	char other[4];
	uint32_t cp = ww_utf8_decode(p, p + strlen(p), &len), lower = ww_char_lower(cp), pair = 0;
	if (any_case && lower != cp)
		pair = lower;
	for (uint32_t up = 0x80; any_case && !pair && up < 0x2000; up++)
		if (up != cp && ww_char_lower(up) == cp)
			pair = up;
	add_text(s, "(?:");
	add(s, p, len);
	if (pair) {
		add_text(s, "|");
		add(s, other, encode(pair, other));
	}
	add_text(s, ")");
	return len;
}

/* Sorted words that begin alike stand together, and become branches of one pattern. */
static int by_bytes(const void *a, const void *b) {
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Adds what words [from, to), sorted, go on with behind their first `depth` bytes: "mon",
 * "monday" and "month" become m, then on, then (?:day|th)?. A branch costs one comparison where
 * a list costs one a word. */
static void add_branches(string *s, const char **words, unsigned from, unsigned to, size_t depth) {
	bool ends = words[from][depth] == '\0';
	unsigned branches = 0;
	size_t open = s->n;
	add_text(s, "(?:");
	for (unsigned i = from + ends, next; i < to; i = next) {
		const char *p = words[i] + depth;
		size_t len = 1;
		uint8_t first = (uint8_t)*p;
		if (first >= 0xC0)
			ww_utf8_decode(p, p + strlen(p), &len);
		for (next = i; next < to && memcmp(words[next] + depth, p, len) == 0; next++)
			;
		if (branches++)
			add_text(s, "|");
		if (*p == '.')
			add_text(s, "\\.");
		else if (*p == ' ')
			add_text(s, " ");
		else if (first >= 0x80)
			add_wide(s, p, true);
		else
			add(s, p, 1);
		add_branches(s, words, i, next, depth + len);
	}
	if (branches == 0)
		s->n = open;
	else if (branches == 1 && !ends) {
		memmove(s->at + open, s->at + open + 3, s->n - open - 3);
		s->n -= 3;
	} else
		add_text(s, ends ? ")?" : ")");
	s->at[s->n] = '\0';
}

/* Adds a list as one atomic group.  Sorted by bytes a word comes right before those that
 * begin with it, which is the order that add_branches() needs; what is optional is tried
 * first, so that the longest word wins. */
static void add_list(string *s, const language_list *list) {
	unsigned n = 0, n_short = 0;
	const char **all = language_alloc(2 * list->n * sizeof *all);
	char **without = language_alloc(list->n * sizeof *without); /* their full stop */
	for (unsigned i = 0; i < list->n; i++) {
		size_t len = strlen(list->words[i]);
		all[n++] = list->words[i];
		if (list->words[i][len - 1] == '.')
			all[n++] = without[n_short++] = language_copy(list->words[i], len - 1);
	}
	qsort(all, n, sizeof *all, by_bytes);
	add_text(s, "(?>");
	add_branches(s, all, 0, n, 0);
	add_text(s, ")");
	while (n_short > 0)
		free(without[--n_short]);
	free(without);
	free(all);
}

/* Returns how long the first of a pattern's alternatives is. */
static size_t alternative(const char *p) {
	size_t n = 0;
	for (int depth = 0; p[n] && (depth || p[n] != '|'); n++) {
		if (p[n] == '\\' && p[n + 1])
			n++;
		else
			depth += p[n] == '(' ? 1 : p[n] == ')' ? -1 : 0;
	}
	return n;
}

/* Adds what the names that begin with a letter go on with, each with the mark of its holiday. */
static bool add_holidays_of(string *s, const language *lang, char letter) {
	bool any = false;
	for (unsigned i = 0; i < lang->tables.n_holidays; i++) {
		char mark[32], *name = language_pattern(lang, lang->holiday_names[i]);
		snprintf(mark, sizeof mark, "(*:" WW_HOLIDAY_MARK "%u)", i + 1);
		size_t n;
		for (const char *p = name; *p; p += n + (p[n] == '|')) {
			n = alternative(p);
			if (p[0] < 'A' || p[0] > 'Z' || p[1] == '?')
				language_fault("holidays.txt", 0, "\"%s\" begins with no capital",
				               lang->holiday_names[i]);
			if (p[0] != letter)
				continue;
			char open[] = { '|', letter, '(', '?', ':', '\0' };
			add_text(s, any ? "|" : open);
			add(s, p + 1, n - 1);
			add_text(s, mark);
			any = true;
		}
		free(name);
	}
	return any;
}

/* The names of all holidays: with a capital, and the rest in any letters, as in a headline.  Most
 * words are none, which their first letter tells at once. */
static void add_holidays(string *s, const language *lang) {
	size_t open = s->n;
	for (char letter = 'A'; letter <= 'Z'; letter++)
		if (add_holidays_of(s, lang, letter))
			add_text(s, ")");
	char *names = language_copy(s->at ? s->at + open : "", s->n - open);
	s->n = open;
	add_text(s, "(?-i:(?=[A-Z]))(?:");
	add_text(s, *names ? names + 1 : names);
	add_text(s, ")");
	free(names);
}

static const language_list *find_list(const language *lang, const char *name, size_t len) {
	for (unsigned i = 0; i < lang->n_lists; i++)
		if (strlen(lang->lists[i].name) == len && memcmp(lang->lists[i].name, name, len) == 0)
			return &lang->lists[i];
	return NULL;
}

/* One pass over the bytes, with two things to remember: whether a class is open, where
 * blanks and "_" mean themselves, and how deep the group lies that minds case, where a
 * letter beyond ASCII stays as it is. */
char *language_pattern(const language *lang, const char *p) {
	string s = { NULL, 0, 0 };
	bool class = false;
	int depth = 0, exact = 0; /* `exact`: the depth of a group that minds the case, or 0 */
	while (*p) {
		const char *close = *p == '{' && !class ? strchr(p, '}') : NULL;
		const language_list *list = close ? find_list(lang, p + 1, (size_t)(close - p) - 1) : NULL;
		size_t len = 1;
		if (*p == '\\') {
			add(&s, p, len = 2);
		} else if (close && strncmp(p, "{holiday-names}", (size_t)(close - p) + 1) == 0) {
			add_holidays(&s, lang);
			len = (size_t)(close - p) + 1;
		} else if (list) {
			add_list(&s, list);
			len = (size_t)(close - p) + 1;
		} else if (close) {
			add(&s, p, len = (size_t)(close - p) + 1);
		} else if (class) {
			class = *p != ']';
			if (*p != '\n')
				add(&s, p, 1);
		} else if (*p == '#') {
			len = strcspn(p, "\n");
		} else if (*p == '_') {
			add_text(&s, " ");
		} else if ((uint8_t)*p >= 0x80) {
			len = add_wide(&s, p, !exact);
		} else if (!strchr(" \t\n", *p)) {
			class = *p == '[';
			depth += *p == '(' ? 1 : *p == ')' ? -1 : 0;
			if (*p == '(' && !exact && strncmp(p, "(?-i:", 5) == 0)
				exact = depth;
			else if (*p == ')' && depth < exact)
				exact = 0;
			add(&s, p, 1);
		}
		p += len;
	}
	if (!s.at)
		add_text(&s, "");
	return s.at;
}
