/* Patterns of forms, put together of their parts.
 *
 * The tables have them as the texts do: a part by its name in braces, a blank for any white space.
 * Here the parts are put in their places, as deep as they go, and blanks become what PCRE2 calls
 * so.  Written out in the tables they would be ten times as long. */
#include "date_pattern.h"

#include "ascii.h"

#include <string.h>

typedef ww_pattern string;

/* A failed addition is marked and all later ones are ignored. */
static void add(string *s, const char *text, size_t len) {
	if (!s->failed && !ww_reserve(s->mem, &s->at, &s->cap, s->n + len + 1, 1))
		s->failed = true;
	if (s->failed)
		return;
	memcpy(s->at + s->n, text, len);
	s->n += (uint32_t)len;
}

static void add_text(string *s, const char *text) {
	add(s, text, strlen(text));
}

/* A block holds no empty line between words, so white space is all there is; and it has
 * been made plain (date_plain.h), so that this is ASCII's. */
#define BLANKS "\\s++"

/* Not in front of more of the word; underscores may end an emphasis. */
#define WORD_END "(?!_*[0-9A-Za-z\\xC3-\\xDF])"

/* A few dozen parts are searched from end to end, once a form and engine: their first letters
 * tell nearly all of them apart. */
static const ww_form_part *find_part(const ww_language *lang, const char *name, size_t len) {
	for (unsigned i = 0; i < lang->n_parts; i++)
		if (lang->parts[i].name[0] == name[0] && strlen(lang->parts[i].name) == len &&
		    memcmp(lang->parts[i].name, name, len) == 0)
			return &lang->parts[i];
	return NULL;
}

/* The class at p when a blank stands in it and it is no negation: its length, else 0. */
static size_t class_with_blank(const char *p) {
	size_t n = 1;
	if (p[0] != '[' || p[1] == '^')
		return 0;
	for (; p[n] && p[n] != ']'; n++)
		n += p[n] == '\\' && p[n + 1];
	return p[n] && memchr(p, ' ', n) ? n + 1 : 0;
}

/* Adds a class: either blanks as anywhere, or one of the other characters. */
static void add_class(string *s, const char *p, size_t len) {
	add_text(s, "(?:" BLANKS);
	if (len > 3) {
		const char *blank = memchr(p, ' ', len);
		add_text(s, "|");
		add(s, p, (size_t)(blank - p));
		add(s, blank + 1, (size_t)(p + len - blank) - 1);
	}
	add_text(s, ")");
}

/* Whether what stands behind a blank says how often it may stand; "{" begins a part's name too. */
static bool is_repeated(const char *p) {
	return *p == '?' || *p == '*' || *p == '+' || (*p == '{' && ww_ascii_is_digit(p[1]));
}

/* Adds a form's pattern: {NAME} by what it stands for, a blank by blanks or a line end. A
 * lookbehind has one length, so there a blank is one character; in a class it is one of the
 * others. */
static void add_pattern(string *s, const ww_language *lang, const char *p) {
	int depth = 0, behind = 0; /* `behind`: the depth outside of a lookbehind, or 0 */
	bool class = false;
	for (; *p; p++) {
		size_t plain = strcspn(p, "{\\ []()"); /* nothing to do with it but to copy it */
		add(s, p, plain);
		p += plain;
		if (!*p)
			break;
		const char *close = *p == '{' && p[1] >= 'A' && p[1] <= 'Z' ? strchr(p, '}') : NULL;
		const ww_form_part *part = close ? find_part(lang, p + 1, (size_t)(close - p) - 1) : NULL;
		if (part) {
			add_pattern(s, lang, part->pattern);
			p = close;
			continue;
		}
		if (*p == '\\') {
			add(s, p++, 2);
			continue;
		}
		size_t blank = class || behind ? 0 : class_with_blank(p);
		if (blank) {
			add_class(s, p, blank);
			p += blank - 1;
			continue;
		}
		if (*p == ' ') {
			bool repeated = is_repeated(p + 1);
			add_text(s, class ? " \\n" : behind ? "[ \\n]" : repeated ? "(?:" BLANKS ")" : BLANKS);
			continue;
		}
		if (*p == '[' || *p == ']') {
			class = *p == '[';
		} else if (*p == '(' && !class) {
			depth++;
			if (!behind && p[1] == '?' && p[2] == '<' && (p[3] == '=' || p[3] == '!'))
				behind = depth;
		} else if (*p == ')' && !class) {
			if (behind == depth)
				behind = 0;
			depth--;
		}
		add(s, p, 1);
	}
}

/* A form ends at a word's end, whatever its pattern ends with. */
bool ww_pattern_write(ww_pattern *s, const ww_language *lang, const ww_form *f) {
	add_text(s, "(?:");
	add_pattern(s, lang, f->pattern);
	add_text(s, ")" WORD_END);
	add(s, "", 1);
	return !s->failed;
}

void ww_pattern_free(ww_pattern *s) {
	ww_free(s->mem, s->at, s->cap);
}
