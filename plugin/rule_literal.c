/* rule_literal.c: what a text must hold for a pattern to match in it.
 *
 * For "docket (no\. )?\d+-CV" a text must hold "docket ".  A block without it is never shown to
 * PCRE2: so it is with most blocks for most rules.  Patterns are read as PCRE2 reads them, as far
 * as needed: what is not known here makes the answer "nothing is known", which is always right. */
#include "rule_literal.h"

#include <stdlib.h>
#include <string.h>

/* Groups in groups, for each of which the reader calls itself.  Of a pattern that nests deeper
 * nothing is known. */
enum { DEEPEST = 32 };

typedef struct {
	const char *p, *end;
	bool caseless, extended; /* (?i) and (?x), in force until the group's end */
	bool lost;               /* something was read that is not known here */
	int depth;
} reader;

/* The answer that is always right. */
static ww_literals nothing(void) {
	return (ww_literals){ .n = 0 };
}

/* What both a text of `a` and one of `b` hold: of two things known, the rarer. */
static ww_literals both(ww_literals a, ww_literals b) {
	bool rarer = a.n < b.n || (a.n == b.n && a.len >= b.len);
	return a.n && (rarer || !b.n) ? a : b;
}

/* A text of one alternative or the other holds a literal of one of them.  With too many the list
 * would cost more than it saves. */
static ww_literals either(ww_literals a, ww_literals b) {
	if (!a.n || !b.n || a.n + b.n > WW_LITERALS)
		return nothing();
	memcpy(a.at + a.n, b.at, b.n * sizeof *b.at);
	a.n = (uint8_t)(a.n + b.n);
	a.len = a.len < b.len ? a.len : b.len;
	return a;
}

/* The readers below take what is there, and leave the place when it is not. */
static bool take(reader *r, char c) {
	if (r->p == r->end || *r->p != c)
		return false;
	r->p++;
	return true;
}

static bool take_text(reader *r, const char *text) {
	size_t len = strlen(text);
	if ((size_t)(r->end - r->p) < len || memcmp(r->p, text, len) != 0)
		return false;
	r->p += len;
	return true;
}

/* Skips up to and past `c`. */
static void skip_past(reader *r, char c) {
	while (r->p < r->end)
		if (*r->p++ == c)
			return;
	r->lost = true;
}

/* Skips what stands for nothing: comments, and in (?x) blanks. */
static void skip_blanks(reader *r) {
	while (r->p < r->end) {
		bool blank = *r->p == ' ' || (*r->p >= '\t' && *r->p <= '\r');
		if (take_text(r, "(?#"))
			skip_past(r, ')');
		else if (r->extended && *r->p == '#')
			skip_past(r, '\n');
		else if (r->extended && blank)
			r->p++;
		else
			break;
	}
}

/* Quantifiers. */

typedef enum { ONCE, AT_LEAST_ONCE, PERHAPS } times;

/* Only whether there must be one counts: {2,3} has one, {0,3} and {,3} may have none.
 * Possessive and lazy signs change nothing about that. */
static times read_times(reader *r) {
	times n = ONCE;
	skip_blanks(r);
	if (r->p == r->end)
		return n;
	if (take(r, '?') || take(r, '*')) {
		n = PERHAPS;
	} else if (take(r, '+')) {
		n = AT_LEAST_ONCE;
	} else if (r->p + 1 < r->end && *r->p == '{' &&
	           (ww_ascii_is_digit(r->p[1]) || r->p[1] == ',' || r->p[1] == ' ')) {
		n = r->p[1] >= '1' && r->p[1] <= '9' ? AT_LEAST_ONCE : PERHAPS;
		skip_past(r, '}');
	} else {
		return n;
	}
	if (!take(r, '?'))
		take(r, '+');
	skip_blanks(r);
	r->lost |= r->p < r->end && strchr("?*+{", *r->p); /* what it repeats is hard to say */
	return n;
}

/* What is one character. */

/* For escapes by number. */
static bool is_hex(char c) {
	return ww_ascii_is_digit(c) || (ww_ascii_is_letter(c) && ww_ascii_lower(c) <= 'f');
}

/* Reads an escape after its backslash; a sign stands for itself and is returned,
 * else 0. */
static char read_escape(reader *r) {
	char c = r->p < r->end ? *r->p++ : 'Q';
	if (c >= ' ' && c < 0x7F && !ww_ascii_is_letter(c) && !ww_ascii_is_digit(c))
		return c;
	if (c == 'x' && r->end - r->p >= 2 && is_hex(r->p[0]) && is_hex(r->p[1])) {
		char code[] = { r->p[0], r->p[1], '\0' };
		r->p += 2;
		return (char)strtol(code, NULL, 16);
	}
	if ((c == 'p' || c == 'P') && take(r, '{'))
		skip_past(r, '}');
	else if (!strchr("dDwWsShHvVRXbBAzZGK", c))
		r->lost = true;
	return 0;
}

/* Skips a class of characters after its bracket: which one of them is there is not known. */
static void skip_class(reader *r) {
	take(r, '^');
	take(r, ']');
	while (r->p < r->end && *r->p != ']') {
		if (take_text(r, "[:")) {
			skip_past(r, ']');
		} else if (take(r, '\\')) {
			r->lost |= r->p < r->end && (*r->p == 'Q' || *r->p == 'E');
			r->p += r->p < r->end;
		} else {
			r->p++;
		}
	}
	r->lost |= !take(r, ']');
}

/* Whether a character is only itself, or in a pattern without case its other
 * letter of ASCII; K and S have a third form. */
static bool is_itself(const reader *r, char c) {
	char low = ww_ascii_lower(c);
	return c >= ' ' && c < 0x7F && !(r->caseless && (low == 'k' || low == 's'));
}

/* Groups. */

static ww_literals read_alternatives(reader *r);

/* Reads options such as "i-x" up to their end; only those of `i` and `x` matter. */
static void read_options(reader *r) {
	bool on = true;
	for (; r->p < r->end && *r->p != ')' && *r->p != ':'; r->p++) {
		if (*r->p == '-')
			on = false;
		else if (*r->p == 'i')
			r->caseless = on;
		else if (*r->p == 'x')
			r->extended = on;
		else if (!strchr("msnJ", *r->p))
			r->lost = true;
	}
}

/* Reads a group after its parenthesis: what every match of it holds.  What looks behind, or must
 * not be there, is no part of the match.  Options hold to the group's end. */
static ww_literals read_group(reader *r) {
	bool caseless = r->caseless, extended = r->extended, looks_away = false;
	if (take(r, '*'))
		r->lost = true;
	if (take_text(r, "?!") || take_text(r, "?<!") || take_text(r, "?<=")) {
		looks_away = true;
	} else if (take_text(r, "?<") || take_text(r, "?P<")) {
		r->lost |= r->p < r->end && *r->p == '*';
		skip_past(r, '>');
	} else if (take_text(r, "?'")) {
		skip_past(r, '\'');
	} else if (!take_text(r, "?:") && !take_text(r, "?>") && !take_text(r, "?|") &&
	           !take_text(r, "?=") && take(r, '?')) {
		read_options(r);
		if (take(r, ')')) /* they hold until the group around this one ends */
			return nothing();
		r->lost |= !take(r, ':');
	}
	r->lost |= ++r->depth > DEEPEST;
	ww_literals inner = r->lost ? nothing() : read_alternatives(r);
	r->depth--;
	r->lost |= !take(r, ')');
	r->caseless = caseless;
	r->extended = extended;
	return looks_away ? nothing() : inner;
}

/* Sequences. */

/* The last characters of a sequence that follow each other in every match. */
typedef struct {
	char at[8];
	uint8_t n;
} tail;

static uint16_t triple_at(const tail *t, int i) {
	return ww_triple(t->at[i], t->at[i + 1], t->at[i + 2]);
}

/* Adds a character, and returns what is known by the row then: from three characters on their
 * triples at both ends and in the middle. */
static ww_literals push(tail *t, char c) {
	if (t->n == sizeof t->at)
		memmove(t->at, t->at + 1, --t->n);
	t->at[t->n++] = c;
	if (t->n < 3)
		return nothing();
	return (ww_literals){ .n = 1,
		                  .len = t->n,
		                  .at = { { triple_at(t, 0), triple_at(t, (t->n - 3) / 2),
		                            triple_at(t, t->n - 3) } } };
}

/* What follows each other without a gap makes a row; whatever may be absent, or is not one
 * certain character, ends it.  Of all rows and groups the rarest is kept. */
static ww_literals read_sequence(reader *r) {
	ww_literals known = nothing();
	tail row = { .n = 0 };
	for (;;) {
		skip_blanks(r);
		if (r->lost || r->p == r->end || *r->p == '|' || *r->p == ')')
			return known;
		ww_literals group = nothing();
		char literal = 0;
		switch (*r->p++) {
		case '(': group = read_group(r); break;
		case '[': skip_class(r); break;
		case '\\': literal = read_escape(r); break;
		case '.':
		case '^':
		case '$': break;
		default: literal = r->p[-1];
		}
		times n = read_times(r);
		if (n == PERHAPS) {
			row.n = 0;
			continue;
		}
		known = both(known, group);
		if (is_itself(r, literal))
			known = both(known, push(&row, literal));
		else
			row.n = 0;
		if (n == AT_LEAST_ONCE)
			row.n = 0;
	}
}

/* Each alternative has its say; one of which nothing is known makes the whole unknown. */
static ww_literals read_alternatives(reader *r) {
	ww_literals l = read_sequence(r);
	while (!r->lost && take(r, '|'))
		l = either(l, read_sequence(r));
	return l;
}

/* A rest that was not read, say behind a stray parenthesis, is a pattern that PCRE2 sees
 * otherwise. */
ww_literals ww_pattern_literals(const char *pattern, size_t len) {
	reader r = { .p = pattern, .end = pattern + len };
	ww_literals l = read_alternatives(&r);
	return r.lost || r.p < r.end ? nothing() : l;
}

/* Letters of ASCII count in lower case here and in patterns, so that one table serves those with
 * and without case. */
void ww_triples_read(ww_triples *triples, const char *text, size_t len) {
	memset(triples, 0, sizeof *triples);
	for (size_t i = 0; i + 2 < len; i++) {
		uint16_t t = ww_triple(text[i], text[i + 1], text[i + 2]);
		triples->bit[t / 64] |= (uint64_t)1 << t % 64;
	}
}
