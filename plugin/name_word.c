#include "name_word.h"

#include <string.h>

void ww_name_words_free(ww_name_words *words, const ww_mem *mem) {
	ww_free(mem, words->at, words->cap * sizeof *words->at);
	ww_free(mem, words->runs, words->cap_runs * sizeof *words->runs);
	*words = (ww_name_words){ 0 };
}

/* --- tokens to words --- */

typedef struct {
	const ww_token *at;
	uint32_t n;
	const char *text;
	ww_gazetteer_kept *kept;
	uint32_t width; /* of the block's longest line; 0 until it is needed */
} reader;

static bool touches(const reader *r, uint32_t i) {
	return i < r->n && r->at[i].gap == WW_GAP_NONE;
}

static bool is_byte(const reader *r, uint32_t i, char c) {
	const ww_token *t = &r->at[i];
	return t->end - t->start == 1 && r->text[t->start] == c;
}

static bool has_letters(const ww_token *t) {
	return t->type == WW_TOK_WORD;
}

static bool has_capital(const ww_token *t) {
	return t->type == WW_TOK_WORD && t->shape >= WW_SHAPE_CAPITAL;
}

/* The last byte of a character of U+2010 … U+203F, 0 for other characters. */
static uint8_t general_punctuation(const reader *r, uint32_t i) {
	const ww_token *t = &r->at[i];
	const char *p = r->text + t->start;
	return t->end - t->start == 3 && p[0] == '\xE2' && p[1] == '\x80' ? (uint8_t)p[2] : 0;
}

static bool is_hyphen(const reader *r, uint32_t i) {
	uint8_t p = general_punctuation(r, i);
	return is_byte(r, i, '-') || p == 0x90 || p == 0x91;
}

static bool is_apostrophe(const reader *r, uint32_t i) {
	return is_byte(r, i, '\'') || general_punctuation(r, i) == 0x99;
}

/* One byte for a character of punctuation: dashes are '-', quotes '"' or '\''. */
static char plain_punctuation(const reader *r, uint32_t i) {
	uint8_t p = general_punctuation(r, i);
	if (r->at[i].end - r->at[i].start == 1)
		return r->text[r->at[i].start];
	if (p == 0x98 || p == 0x99 || p == 0x9A || p == 0x9B)
		return '\'';
	if (p >= 0x9C && p <= 0x9F)
		return '"';
	return p >= 0x90 && p <= 0x95 ? '-' : p == 0xA2 ? '*' : '?' + 1;
}

/* What has been read of the word that is being joined. */
typedef struct {
	uint32_t first, end; /* tokens */
	bool capital, lower, digit, hyphen, dotted, domain;
	bool lower_first;    /* particle-Name */
	bool lower_last;     /* Name-name */
	bool inner;          /* a capital after a hyphen */
} joint;

static uint32_t hash_of(const reader *r, uint32_t first, uint32_t end) {
	if (end == first + 1 && has_letters(&r->at[first]))
		return r->at[first].hash;
	uint32_t start = r->at[first].start;
	return ww_gazetteer_hash(r->text + start, r->at[end - 1].end - start);
}

static void take(joint *j, const ww_token *t) {
	j->capital |= has_capital(t);
	j->lower |= has_letters(t) && t->shape != WW_SHAPE_UPPER;
	j->digit |= t->type == WW_TOK_NUMBER;
	j->end++;
}

static bool ends_as_participle(const reader *r, const ww_token *t) {
	uint32_t len = t->end - t->start;
	const char *p = r->text + t->end;
	return (len >= 5 && p[-2] == 'e' && p[-1] == 'd') ||
	       (len >= 6 && p[-3] == 'i' && p[-2] == 'n' && p[-1] == 'g');
}

/* True when the hyphen at token j->end joins what has been read to the next
 * token: "Mary-Kate", "Jong-un", "al-Assad", but not "Oslo-based",
 * "ex-President", "US-China". */
static bool hyphen_joins(const reader *r, const joint *j) {
	const ww_token *right = &r->at[j->end + 1];
	uint32_t n = j->end - j->first;
	if (!has_capital(right)) {
		if (!j->capital || !has_letters(right))
			return true;
		return !(ww_gazetteer_ask(r->kept, right->hash) & WW_GAZ_HYPHEN_TAIL) &&
		       !ends_as_participle(r, right);
	}
	if (!j->capital)
		return n == 1 && ww_gazetteer_ask(r->kept, r->at[j->first].hash) & WW_GAZ_HYPHEN_HEAD;
	const uint32_t country = WW_GAZ_REGION | WW_GAZ_DEMONYM;
	if (n == 1 && ww_gazetteer_ask(r->kept, r->at[j->first].hash) & country &&
	    ww_gazetteer_ask(r->kept, right->hash) & country)
		return ww_gazetteer_ask(r->kept, hash_of(r, j->first, j->end + 2)) & country;
	return true;
}

/* Joins the dots of "U.S." and "a.m."; the full stop after a lone lower-case
 * letter is a full stop. */
static bool dot_of_initial(const reader *r, const joint *j) {
	const ww_token *last = &r->at[j->end - 1];
	if (!has_letters(last) || last->end - last->start > 4 || j->lower != (last->shape == WW_SHAPE_LOWER))
		return false;
	if (last->end - last->start > 1 && (uint8_t)r->text[last->start] < 0xC3)
		return false;
	if (j->end - j->first > 1 && !j->dotted)
		return false;
	if (last->shape == WW_SHAPE_UPPER || j->dotted)
		return true;
	return touches(r, j->end + 1) && has_letters(&r->at[j->end + 1]) &&
	       r->at[j->end + 1].end - r->at[j->end + 1].start == 1;
}

/* Tries to join token j->end, which touches what has been read. */
static bool join_one(const reader *r, joint *j) {
	uint32_t i = j->end;
	const ww_token *t = &r->at[i], *last = &r->at[i - 1];
	bool more = touches(r, i + 1) && r->at[i + 1].type != WW_TOK_PUNCT;
	if (!more && t->type == WW_TOK_PUNCT && !is_byte(r, i, '.'))
		return false;
	if (t->type != WW_TOK_PUNCT) {
		/* "G20", "49ers", and what follows a dot that was joined */
		if (last->type == WW_TOK_PUNCT || last->type == t->type)
			return false;
		take(j, t);
		return true;
	}
	if (is_hyphen(r, i) && more && hyphen_joins(r, j)) {
		j->hyphen = true;
		j->lower_first = !j->capital;
		j->inner |= has_capital(&r->at[i + 1]);
		j->lower_last = !has_capital(&r->at[i + 1]);
		j->end++;
		take(j, &r->at[i + 1]);
		return true;
	}
	if (is_byte(r, i, '&') && more && j->capital && !j->lower && has_capital(&r->at[i + 1])) {
		j->end++;
		take(j, &r->at[i + 1]);
		return true;
	}
	if (is_byte(r, i, '.')) {
		if (dot_of_initial(r, j)) {
			j->dotted = true;
			j->end++;
			if (more && has_letters(&r->at[i + 1]) && touches(r, i + 2) && is_byte(r, i + 2, '.') &&
			    r->at[i + 1].end - r->at[i + 1].start == 1)
				take(j, &r->at[i + 1]);
			else if (more && has_letters(&r->at[i + 1]) && j->end - j->first > 2 &&
			         r->at[i + 1].end - r->at[i + 1].start == 1)
				take(j, &r->at[i + 1]); /* "U.S" at a line's end */
			return true;
		}
		if (last->type == WW_TOK_NUMBER && more && r->at[i + 1].type == WW_TOK_NUMBER) {
			j->end++;
			take(j, &r->at[i + 1]);
			return true;
		}
		if (more && has_letters(last) && r->at[i + 1].shape == WW_SHAPE_LOWER) {
			j->domain = true;
			j->end++;
			take(j, &r->at[i + 1]);
			return true;
		}
		if (j->end == j->first + 1 && has_letters(last) &&
		    ww_gazetteer_ask(r->kept, last->hash) & WW_GAZ_ABBREVIATION) {
			j->dotted = true;
			j->end++;
		}
		return false;
	}
	if (is_byte(r, i, ',') && last->type == WW_TOK_NUMBER && more &&
	    r->at[i + 1].type == WW_TOK_NUMBER) {
		j->end++;
		take(j, &r->at[i + 1]);
		return true;
	}
	return false;
}

static bool has_apostrophe(const char *p, const char *end) {
	for (; p < end; p++)
		if (*p == '\'' || *p == '\xE2')
			return true;
	return false;
}

static ww_word_form form_of(const reader *r, const joint *j) {
	const ww_token *t = &r->at[j->first];
	uint32_t len = t->end - t->start;
	bool one = j->end == j->first + 1;
	if (!j->capital) {
		if (!j->lower && t->type == WW_TOK_NUMBER)
			return WW_FORM_NUMBER;
		return j->digit ? WW_FORM_LOWER_DIGIT : WW_FORM_LOWER;
	}
	if (j->domain)
		return WW_FORM_DOMAIN;
	if (j->dotted)
		return j->lower ? WW_FORM_ABBREVIATION
		                : j->end == j->first + 2 ? WW_FORM_INITIAL : WW_FORM_INITIALS;
	if (t->type == WW_TOK_NUMBER)
		return WW_FORM_DIGIT_FIRST;
	if (j->hyphen)
		return j->lower_first ? WW_FORM_PARTICLE
		                      : j->inner && !j->lower_last ? WW_FORM_HYPHEN_UPPER : WW_FORM_HYPHEN_LOWER;
	if (!j->lower) {
		if (j->digit)
			return WW_FORM_UPPER_DIGIT;
		return one && len == 1 ? WW_FORM_LETTER : len <= 4 ? WW_FORM_SHORT_UPPER : WW_FORM_UPPER;
	}
	if (j->digit)
		return WW_FORM_CAPITAL_DIGIT;
	if (t->shape == WW_SHAPE_CAPITAL)
		return has_apostrophe(r->text + t->start, r->text + t->end) ? WW_FORM_APOSTROPHE
		                                                            : WW_FORM_CAPITAL;
	char c = r->text[t->start];
	if (c >= 'a' && c <= 'z')
		return WW_FORM_INNER_UPPER;
	return has_apostrophe(r->text + t->start, r->text + t->end) ? WW_FORM_APOSTROPHE
	                                                            : WW_FORM_MIXED;
}

/* "@name", "#tag", "$CODE", "name@host", "//host/Path": no names. */
static bool is_handle(const reader *r, const joint *j) {
	if (j->first > 0 && touches(r, j->first)) {
		uint32_t i = j->first - 1;
		if (is_byte(r, i, '@') || is_byte(r, i, '#') || is_byte(r, i, '_'))
			return true;
		if (is_byte(r, i, '$') && !j->lower)
			return true;
		if (is_byte(r, i, '/') && i > 0 && touches(r, i) && is_byte(r, i - 1, '/'))
			return true;
	}
	return touches(r, j->end) && (is_byte(r, j->end, '@') || is_byte(r, j->end, '_'));
}

/* Reads one word at token i; returns the token after it. */
static uint32_t read_word(const reader *r, uint32_t i, ww_name_word *w) {
	const ww_token *t = &r->at[i];
	*w = (ww_name_word){ .start = t->start, .end = t->end, .hash = t->hash };
	w->flags = t->gap == WW_GAP_NONE ? WW_WORD_TOUCHES : 0;
	if (t->type == WW_TOK_PUNCT) {
		w->form = WW_FORM_PUNCT;
		if (is_apostrophe(r, i) && touches(r, i + 1) && has_letters(&r->at[i + 1]) &&
		    (is_byte(r, i + 1, 's') || is_byte(r, i + 1, 'S'))) {
			w->form = WW_FORM_POSSESSIVE;
			w->end = r->at[i + 1].end;
			w->hash = WW_HASH_2('\'', 's');
			return i + 2;
		}
		char c = plain_punctuation(r, i);
		/* 'Rust' and 'Rust,' as "Rust": an apostrophe that opens, or closes after a mark */
		if (c == '\'' && (t->gap != WW_GAP_NONE ? touches(r, i + 1)
		                                       : r->at[i - 1].type == WW_TOK_PUNCT))
			c = '"';
		w->hash = WW_HASH_1(c);
		return i + 1;
	}
	w->role = t->role;
	joint j = { .first = i, .end = i };
	take(&j, t);
	while (touches(r, j.end) && join_one(r, &j))
		;
	w->end = r->at[j.end - 1].end;
	w->form = (uint8_t)form_of(r, &j);
	if (j.end > i + 1 || t->type == WW_TOK_NUMBER)
		w->hash = hash_of(r, i, j.end);
	if (j.end > i + 1 && !(j.end == i + 2 && j.dotted))
		w->role = WW_ROLE_NONE;
	if (j.capital && !is_handle(r, &j))
		w->flags |= WW_WORD_NAME;
	return j.end;
}

/* --- lines and sentences --- */

static uint32_t longest_line(const ww_token *at, uint32_t n) {
	uint32_t width = 1, start = 0;
	for (uint32_t i = 1; i <= n; i++)
		if (i == n || at[i].gap == WW_GAP_LINE) {
			uint32_t len = at[i - 1].end - start;
			width = len > width ? len : width;
			start = i < n ? at[i].start : 0;
		}
	return width;
}

enum { WRAP_WIDTH = 20 };

/* True when the line end before token i only wraps the text: the next word did
 * not fit on the line that began at byte `line`.  Lists have short lines or no
 * lower-case word. */
static bool is_wrap(reader *r, uint32_t i, uint32_t line, bool lower) {
	uint32_t end = i;
	if (!r->width)
		r->width = longest_line(r->at, r->n);
	do
		end++;
	while (end < r->n && r->at[end].gap == WW_GAP_NONE);
	if (r->width < WRAP_WIDTH)
		return false;
	for (uint32_t k = end; !lower && k < r->n && r->at[k].gap != WW_GAP_LINE; k++)
		lower = r->at[k].type == WW_TOK_WORD && r->at[k].shape == WW_SHAPE_LOWER;
	return lower && r->at[i - 1].end - line + 1 + r->at[end - 1].end - r->at[i].start > r->width;
}

/* How many words of a line there are of four sorts, 16 bits each: a block has no more. */
#define WORDS UINT64_C(1)
#define CAPITALS (UINT64_C(1) << 16)
#define UPPERS (UINT64_C(1) << 32)
#define NUMBERS (UINT64_C(1) << 48)

static const uint64_t sorts_of[WW_N_FORMS] = {
	[WW_FORM_LOWER] = WORDS,
	[WW_FORM_LOWER_DIGIT] = WORDS,
	[WW_FORM_INITIAL] = WORDS + CAPITALS + UPPERS,
	[WW_FORM_INITIALS] = WORDS + CAPITALS + UPPERS,
	[WW_FORM_ABBREVIATION] = WORDS + CAPITALS,
	[WW_FORM_LETTER] = WORDS + CAPITALS + UPPERS,
	[WW_FORM_SHORT_UPPER] = WORDS + CAPITALS + UPPERS,
	[WW_FORM_UPPER] = WORDS + CAPITALS + UPPERS,
	[WW_FORM_UPPER_DIGIT] = WORDS + CAPITALS + UPPERS,
	[WW_FORM_CAPITAL] = WORDS + CAPITALS,
	[WW_FORM_HYPHEN_UPPER] = WORDS + CAPITALS + UPPERS,
	[WW_FORM_HYPHEN_LOWER] = WORDS + CAPITALS,
	[WW_FORM_APOSTROPHE] = WORDS + CAPITALS + UPPERS,
	[WW_FORM_MIXED] = WORDS + CAPITALS,
	[WW_FORM_CAPITAL_DIGIT] = WORDS + CAPITALS,
	[WW_FORM_DIGIT_FIRST] = WORDS + CAPITALS,
	[WW_FORM_PARTICLE] = WORDS + CAPITALS,
	[WW_FORM_INNER_UPPER] = WORDS + CAPITALS,
	[WW_FORM_DOMAIN] = WORDS + CAPITALS,
	[WW_FORM_NUMBER] = NUMBERS,
};

/* Sets the flags of a whole line, words [first, end), which are of these sorts. */
static void mark_line(ww_name_word *first, ww_name_word *end, uint64_t sorts, const char *text) {
	uint32_t words = sorts & 0xFFFF, capitals = sorts >> 16 & 0xFFFF, uppers = sorts >> 32 & 0xFFFF;
	uint32_t numbers = (uint32_t)(sorts >> 48);
	if (!words)
		return;
	char last = text[end[-1].start];
	bool stops = end[-1].form == WW_FORM_PUNCT && (last == '.' || last == '"' || last == '?');
	uint16_t flags = 0;
	if (numbers >= 2 && numbers * 4 >= words + numbers)
		flags |= WW_WORD_TABLE;
	if (uppers == words)
		flags |= WW_WORD_UPPER;
	if (words >= 3 && capitals * 5 >= words * 3 && !stops)
		flags |= WW_WORD_HEADING;
	if (words <= 6 && !stops)
		flags |= WW_WORD_SHORT;
	if (flags)
		for (ww_name_word *w = first; w < end; w++)
			w->flags |= flags;
}

/* Whether a sentence starts after punctuation `w`, when it did before it. */
static bool starts_after(const ww_name_word *w, const char *text, bool sentence) {
	char c = text[w->start];
	if (w->end - w->start == 3) /* a bullet, curly quotes, dashes */
		return text[w->start + 1] == '\x80' && text[w->start + 2] == '\xA2' ? true : sentence;
	if (c == '.' || c == '!' || c == '?')
		return true;
	if (c == '"' || c == '\'' || c == '(' || c == '[' || c == '-' || c == '*' || c == ':')
		return sentence;
	return false;
}

/* Looks a word up, once. */
static uint32_t look_up(ww_gazetteer_kept *kept, ww_name_word *w) {
	if (w->gaz)
		return w->gaz;
	w->gaz = WW_GAZ_KNOWN;
	if (w->form != WW_FORM_NUMBER && w->form < WW_FORM_POSSESSIVE)
		w->gaz |= ww_gazetteer_ask(kept, w->hash);
	if (w->role == WW_ROLE_MONTH || w->role == WW_ROLE_WEEKDAY)
		w->gaz |= WW_GAZ_CALENDAR;
	return w->gaz;
}

static bool is_name(const ww_name_word *w) {
	return w->flags & WW_WORD_NAME;
}

/* "I", the last word, is a name only after one: "Charles I". */
static bool is_pronoun(const reader *r, ww_name_words *v) {
	const ww_name_word *w = &v->at[v->n];
	return r->text[w->start] == 'I' && (v->n == 0 || !is_name(w - 1) || w->flags & WW_WORD_SENTENCE ||
	                                    !(look_up(r->kept, &v->at[v->n - 1]) & WW_GAZ_FIRST));
}

/* Whether a word is in lower case and stands between blanks, as nearly every one. */
static inline bool is_plain(const reader *r, uint32_t i) {
	return r->at[i].shape == WW_SHAPE_LOWER && r->at[i].gap == WW_GAP_BLANK && !touches(r, i + 1);
}

static bool read_words(ww_name_words *v, const ww_mem *mem, reader *r) {
	uint32_t line = 0, line_word = 0, i = 0;
	uint64_t sorts = 0;
	bool sentence = true, lower = false;
	if (!ww_reserve(mem, &v->at, &v->cap, r->n, sizeof *v->at))
		return false;
	v->n = 0;
	while (i < r->n) {
		ww_name_word *w = &v->at[v->n];
		if (is_plain(r, i)) {
			const ww_token *t = &r->at[i++];
			*w = (ww_name_word){ .start = t->start, .end = t->end, .hash = t->hash,
				                 .flags = sentence ? WW_WORD_SENTENCE : 0,
				                 .form = WW_FORM_LOWER, .role = t->role };
			lower = true;
			sentence = false;
			sorts += WORDS;
			v->n++;
			continue;
		}
		bool line_end = i > 0 && r->at[i].gap == WW_GAP_LINE;
		bool wrap = line_end && is_wrap(r, i, line, lower);
		if (line_end && !wrap) {
			mark_line(v->at + line_word, w, sorts, r->text);
			line_word = v->n;
			sorts = 0;
			sentence = true;
		}
		if (line_end) {
			line = r->at[i].start;
			lower = false;
		}
		i = read_word(r, i, w);
		if (line_end)
			w->flags |= wrap ? WW_WORD_WRAP : WW_WORD_BREAK;
		if (sentence)
			w->flags |= WW_WORD_SENTENCE;
		if (w->form == WW_FORM_LETTER && is_pronoun(r, v))
			w->flags &= (uint16_t)~WW_WORD_NAME;
		lower |= w->form == WW_FORM_LOWER;
		sorts += sorts_of[w->form];
		sentence = w->form == WW_FORM_PUNCT && starts_after(w, r->text, sentence);
		v->n++;
	}
	mark_line(v->at + line_word, v->at + v->n, sorts, r->text);
	return true;
}

/* --- runs --- */

/* Lower-case words and marks that stand inside of names. */
static bool is_connector(ww_gazetteer_kept *kept, ww_name_word *w, const char *text) {
	uint32_t len = w->end - w->start;
	if (w->form == WW_FORM_POSSESSIVE || w->form == WW_FORM_NUMBER)
		return true;
	const char *p = text + w->start;
	if (w->form == WW_FORM_PUNCT)
		return len == 1 && (*p == '&' || (*p == '-' && w->flags & WW_WORD_TOUCHES));
	if (w->form != WW_FORM_LOWER || len > 5)
		return false;
	switch (w->hash) {
	case WW_HASH_2('o', 'f'):
	case WW_HASH_3('a', 'n', 'd'):
	case WW_HASH_3('f', 'o', 'r'):
	case WW_HASH_3('t', 'h', 'e'):
	case WW_HASH_2('i', 'n'):
	case WW_HASH_2('o', 'n'):
	case WW_HASH_2('t', 'o'):
	case WW_HASH_2('a', 't'):
	case WW_HASH_4('w', 'i', 't', 'h'):
	case WW_HASH_4('f', 'r', 'o', 'm'):
	case WW_HASH_2('b', 'y'):
	case WW_HASH_2('e', 't'):
	case WW_HASH_1('e'):
	case WW_HASH_3('u', 'n', 'd'):
	case WW_HASH_3('d', 'e', 'l'):
	case WW_HASH_3('d', 'e', 's'):
		return true;
	default:
		break;
	}
	return look_up(kept, w) & WW_GAZ_PARTICLE;
}

static bool is_quote(const ww_name_word *w, const char *text) {
	if (w->form != WW_FORM_PUNCT)
		return false;
	const char *p = text + w->start;
	return *p == '"' || *p == '\'' || (w->end - w->start == 3 && p[0] == '\xE2' && p[1] == '\x80' &&
	                                   (uint8_t)p[2] >= 0x98 && (uint8_t)p[2] <= 0x9F);
}

bool ww_name_words_quoted(const ww_name_words *words, const char *text, uint32_t first,
                          uint32_t end) {
	const ww_name_word *at = words->at;
	if (first == 0 || end >= words->n || !is_quote(&at[first - 1], text))
		return false;
	if (is_quote(&at[end], text))
		return true;
	return end + 1 < words->n && at[end].form == WW_FORM_PUNCT &&
	       (text[at[end].start] == ',' || text[at[end].start] == '.') &&
	       at[end + 1].flags & WW_WORD_TOUCHES && is_quote(&at[end + 1], text);
}

/* The end of a quoted nickname at word i and of the name word after it, as in
 * Robin "Bobo" Kaye; i when there is none. */
static uint32_t after_nickname(const ww_name_words *v, uint32_t i, const char *text) {
	uint32_t k = i;
	if (k + 3 >= v->n || !is_quote(&v->at[k], text))
		return i;
	k++;
	uint32_t first = k;
	while (k < v->n && k < first + 3 && is_name(&v->at[k]) && !(v->at[k].flags & WW_WORD_BREAK))
		k++;
	if (k == first || k + 1 >= v->n || !is_quote(&v->at[k], text) ||
	    !(v->at[k].flags & WW_WORD_TOUCHES) || !is_name(&v->at[k + 1]) ||
	    (v->at[k + 1].flags & (WW_WORD_TOUCHES | WW_WORD_BREAK)))
		return i;
	return k + 2;
}

/* The end of the run that begins with the name word `first`. */
static uint32_t run_end(ww_gazetteer_kept *kept, ww_name_words *v, uint32_t first,
                        const char *text) {
	uint32_t end = first + 1;
	while (end < v->n && !(v->at[end].flags & WW_WORD_BREAK)) {
		if (is_name(&v->at[end])) {
			end++;
			continue;
		}
		uint32_t k = after_nickname(v, end, text);
		if (k == end) {
			while (k < v->n && k < end + 3 && !is_name(&v->at[k]) &&
			       !(v->at[k].flags & WW_WORD_BREAK) && is_connector(kept, &v->at[k], text))
				k++;
			if (k == end || k > end + 2 || k == v->n || !is_name(&v->at[k]) ||
			    v->at[k].flags & WW_WORD_BREAK)
				break;
			k++;
		}
		end = k;
	}
	/* "Boeing 747", "Macy's" */
	if (end < v->n && !(v->at[end].flags & WW_WORD_BREAK) &&
	    (v->at[end].form == WW_FORM_NUMBER || v->at[end].form == WW_FORM_POSSESSIVE))
		end++;
	return end;
}

/* The first of at most two lower-case particles before word i: "von der Leyen". */
static uint32_t run_start(ww_gazetteer_kept *kept, ww_name_words *v, uint32_t i,
                          uint32_t least) {
	uint32_t first = i;
	while (first > least && first + 2 > i && v->at[first - 1].form == WW_FORM_LOWER &&
	       v->at[first - 1].end - v->at[first - 1].start <= 5 &&
	       !(v->at[first].flags & (WW_WORD_BREAK | WW_WORD_TOUCHES)) &&
	       look_up(kept, &v->at[first - 1]) & WW_GAZ_PARTICLE)
		first--;
	return first;
}

static uint8_t phrase_classes(uint32_t gaz) {
	return (uint8_t)((gaz & WW_GAZ_CITY ? WW_PHRASE_CITY : 0) |
	                 (gaz & WW_GAZ_REGION ? WW_PHRASE_REGION : 0) |
	                 (gaz & WW_GAZ_DEMONYM ? WW_PHRASE_DEMONYM : 0) |
	                 (gaz & WW_GAZ_COMPANY ? WW_PHRASE_COMPANY : 0));
}

enum { PHRASE_WORDS = 4 };

static void find_phrases(ww_gazetteer_kept *kept, ww_name_word *at, uint32_t n) {
	for (uint32_t i = 0; i + 1 < n; i++) {
		if (!is_name(&at[i]))
			continue;
		uint32_t hash = ww_gazetteer_join(WW_GAZETTEER_PHRASE, at[i].hash), longest = 0, gaz = 0;
		if (!ww_gazetteer_begins(ww_gazetteer_join(hash, at[i + 1].hash)))
			continue;
		for (uint32_t k = 1; k < PHRASE_WORDS && i + k < n; k++) {
			hash = ww_gazetteer_join(hash, at[i + k].hash);
			uint32_t found = ww_gazetteer_ask(kept, hash);
			if (found) {
				longest = k + 1;
				gaz = found;
			}
		}
		for (uint32_t k = 0; k < longest; k++) {
			at[i + k].phrase |= phrase_classes(gaz) | (k ? WW_PHRASE_LATER : WW_PHRASE_FIRST);
			if (gaz & WW_GAZ_REGION) /* Sri Lanka: no title there */
				at[i + k].gaz &= ~(uint32_t)(WW_GAZ_TITLE | WW_GAZ_HONORIFIC);
		}
	}
}

uint32_t ww_name_singular(const ww_name_words *words, const char *text, ww_name_run run,
                          uint32_t *plural) {
	const uint32_t the = WW_HASH_3('t', 'h', 'e');
	uint32_t i = run.first + (words->at[run.first].hash == the);
	const ww_name_word *w = &words->at[i];
	*plural = i;
	if (i == 0 || i == run.end || w[-1].hash != the || !is_name(w) || w->flags & WW_WORD_BREAK ||
	    (w->form != WW_FORM_CAPITAL && w->form != WW_FORM_MIXED && w->form != WW_FORM_APOSTROPHE))
		return 0;
	const char *end = text + w->end;
	uint32_t len = w->end - w->start;
	if (len < 4 || end[-1] != 's' || end[-2] == 's')
		return 0;
	bool es = end[-2] == 'e' && strchr("shxz", end[-3]);
	return ww_gazetteer_hash(text + w->start, len - (es ? 2 : 1));
}

static bool add_run(ww_name_words *v, const ww_mem *mem, ww_gazetteer_kept *kept, uint32_t first,
                    uint32_t end, const char *text) {
	if (v->n_runs == v->cap_runs &&
	    !ww_reserve(mem, &v->runs, &v->cap_runs, v->n_runs + (size_t)1, sizeof *v->runs))
		return false;
	v->runs[v->n_runs++] = (ww_name_run){ first, end };
	for (uint32_t i = first ? first - 1 : 0; i <= end && i < v->n; i++)
		look_up(kept, &v->at[i]);
	/* "a director of Acme", "Acme's shares": the word beyond counts */
	if (first >= 2 && (v->at[first - 1].hash == WW_HASH_2('o', 'f') ||
	                   v->at[first - 1].hash == WW_HASH_2('a', 't')))
		look_up(kept, &v->at[first - 2]);
	if (end + 1 < v->n && (v->at[end].form == WW_FORM_PUNCT || v->at[end].form == WW_FORM_POSSESSIVE))
		look_up(kept, &v->at[end + 1]);
	for (uint32_t i = first; i < end; i++)
		if (is_name(&v->at[i]))
			v->mask |= WW_NAME_MASK(v->at[i].hash);
	uint32_t plural, singular = ww_name_singular(v, text, (ww_name_run){ first, end }, &plural);
	if (singular)
		v->mask |= WW_NAME_MASK(singular);
	find_phrases(kept, v->at + first, end - first);
	return true;
}

/* "The", "He", "In" before a word in lower case at a sentence's start: no name, and so
 * many that it is worth while not to ask. */
static bool only_starts(const ww_name_words *v, uint32_t i) {
	const ww_name_word *w = &v->at[i], *next = w + 1;
	if (!(w->flags & WW_WORD_SENTENCE) || (w->form != WW_FORM_CAPITAL && w->form != WW_FORM_LETTER) ||
	    i + 1 == v->n || next->form != WW_FORM_LOWER || next->flags & (WW_WORD_BREAK | WW_WORD_TOUCHES))
		return false;
	switch (w->hash) {
	case WW_HASH_1('a'):
	case WW_HASH_2('a', 'n'):
	case WW_HASH_2('a', 's'):
	case WW_HASH_2('a', 't'):
	case WW_HASH_2('b', 'y'):
	case WW_HASH_2('h', 'e'):
	case WW_HASH_2('i', 'f'):
	case WW_HASH_2('i', 'n'):
	case WW_HASH_2('i', 't'):
	case WW_HASH_2('o', 'n'):
	case WW_HASH_2('w', 'e'):
	case WW_HASH_3('a', 'n', 'd'):
	case WW_HASH_3('b', 'u', 't'):
	case WW_HASH_3('f', 'o', 'r'):
	case WW_HASH_3('h', 'e', 'r'):
	case WW_HASH_3('h', 'i', 's'):
	case WW_HASH_3('i', 't', 's'):
	case WW_HASH_3('s', 'h', 'e'):
	case WW_HASH_3('t', 'h', 'e'):
	case WW_HASH_3('y', 'o', 'u'):
	case WW_HASH_4('s', 'o', 'm', 'e'):
	case WW_HASH_4('t', 'h', 'a', 't'):
	case WW_HASH_4('t', 'h', 'e', 'y'):
	case WW_HASH_4('t', 'h', 'i', 's'):
	case WW_HASH_4('w', 'h', 'e', 'n'):
	case WW_HASH_4('w', 'i', 't', 'h'):
	case WW_HASH_5('a', 'f', 't', 'e', 'r'):
	case WW_HASH_5('t', 'h', 'e', 'i', 'r'):
	case WW_HASH_5('t', 'h', 'e', 'r', 'e'):
	case WW_HASH_5('t', 'h', 'e', 's', 'e'):
	case WW_HASH_5('w', 'h', 'i', 'l', 'e'):
		return true;
	default:
		return false;
	}
}

/* The longest run; one in a long line of capitals is cut. */
enum { RUN_WORDS = 60 };

static bool find_runs(ww_name_words *v, const ww_mem *mem, ww_gazetteer_kept *kept,
                      const char *text) {
	uint32_t least = 0;
	v->n_runs = 0;
	v->mask = 0;
	for (uint32_t i = 0; i < v->n;) {
		if (!is_name(&v->at[i]) || only_starts(v, i)) {
			i++;
			continue;
		}
		uint32_t first = run_start(kept, v, i, least), end = run_end(kept, v, i, text);
		if (end - first > RUN_WORDS)
			end = first + RUN_WORDS;
		if (!add_run(v, mem, kept, first, end, text))
			return false;
		i = least = end;
	}
	return true;
}

bool ww_name_words_read(ww_name_words *words, const ww_mem *mem, ww_gazetteer_kept *kept,
                        const ww_tokens *tokens, const char *text) {
	reader r = { tokens->at, tokens->n, text, kept, 0 };
	return read_words(words, mem, &r) && find_runs(words, mem, kept, text);
}
