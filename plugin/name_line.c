/* name_line.c: the words of a block, with what their lines and sentences say of them.
 *
 * News has no markup: that a line is a headline, a table's row or in capitals has to be told
 * by its words, and whether a line end is a writer's or a wrapping program's by its length. */
#include "name_line.h"

#include "name_small.h"
#include "utf8.h"

#include <string.h>

/* The width that a block is wrapped at, if it is: the bytes of its longest line. */
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

/* What was read of a line. */
typedef struct {
	uint32_t start;
	bool has_lower, has_prose, is_byline;
} line_read;

/* Whether a lower-case word is one of prose: bylines and credits have "by", "and" and "for". */
static bool is_prose(uint32_t len, uint32_t hash) {
	return len > 2 && hash != WW_HASH_3('a', 'n', 'd') && hash != WW_HASH_3('f', 'o', 'r');
}

/* "By Ada Obi", "BY ADA OBI": such a line has no word of prose, and its end never wraps. */
static bool begins_byline(const ww_token *t) {
	return t->shape >= WW_SHAPE_CAPITAL && t->hash == WW_HASH_2('b', 'y');
}

/* Bytes.  Nobody wraps a text at less: such lines are a list's. */
enum { WRAP_WIDTH = 20 };

/* True when the line end before token i only wraps the text: the next word did
 * not fit on the line that was read.  Lists have short lines or no lower-case word; bylines
 * and credits none of prose. */
static bool is_wrap(const ww_name_reader *r, uint32_t *width, uint32_t i, const line_read *line) {
	if (line->is_byline || (line->has_lower && !line->has_prose))
		return false;
	bool lower = line->has_lower;
	uint32_t end = i;
	if (!*width)
		*width = longest_line(r->at, r->n);
	do
		end++;
	while (end < r->n && r->at[end].gap == WW_GAP_NONE);
	if (*width < WRAP_WIDTH)
		return false;
	for (uint32_t k = end; !lower && k < r->n && r->at[k].gap != WW_GAP_LINE; k++)
		lower = r->at[k].type == WW_TOK_WORD && r->at[k].shape == WW_SHAPE_LOWER;
	uint32_t joined = r->at[i - 1].end - line->start + 1 + r->at[end - 1].end - r->at[i].start;
	return lower && joined > *width;
}

/* So many blanks part columns; two are a typist's habit, or justify a line. */
enum { COLUMN_GAP = 3 };

/* Whether a token stands in a column of its own: "AP       NM". */
static inline bool begins_column(const ww_token *t, const char *text) {
	if (t->gap != WW_GAP_BLANK) /* the first has a line's end before it */
		return false;
	const char *gap = text + t[-1].end, *end = text + t->start;
	if (end - gap == 1)
		return *gap == '\t';
	return memchr(gap, '\t', (size_t)(end - gap)) || ww_utf8_length(gap, end) >= COLUMN_GAP;
}

/* How many words of a line there are of four sorts, 16 bits each: a block has no more. */
#define WORDS UINT64_C(1)
#define CAPITALS (UINT64_C(1) << 16)
#define UPPERS (UINT64_C(1) << 32)
#define NUMBERS (UINT64_C(1) << 48)

/* One addition a word counts all four.  Numbers are no words: a table's row has few of those. */
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

/* In a line of capitals, and in title case but for the first word, such words are what they
 * are in lower case. */
static void lower_function_words(ww_name_word *first, ww_name_word *end, bool upper) {
	for (ww_name_word *w = first; w < end; w++) {
		bool changed = upper ? w->form == WW_FORM_UPPER || w->form == WW_FORM_SHORT_UPPER ||
		                               w->form == WW_FORM_LETTER
		                     : w > first && w->form == WW_FORM_CAPITAL;
		if (changed && ww_word_list_find(&ww_small_words, w->hash) & WW_SMALL_INNER) {
			w->form = WW_FORM_LOWER;
			w->flags &= (uint16_t)~WW_WORD_NAME;
		}
	}
}

/* Sets the flags of a whole line, words [first, end), which are of these sorts.  A table's row
 * has numbers, one word in four; a heading has capitals at three words of five, and no stop; a
 * short line has six words at most, as a label or a byline. */
static void mark_line(ww_name_word *first, ww_name_word *end, uint64_t sorts, const char *text) {
	uint32_t words = sorts & 0xFFFF, capitals = sorts >> 16 & 0xFFFF, uppers = sorts >> 32 & 0xFFFF;
	uint32_t numbers = (uint32_t)(sorts >> 48);
	if (!words)
		return;
	char last = ww_name_mark(text, end[-1].start, end[-1].end);
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
	if (flags & WW_WORD_UPPER && words > 1)
		lower_function_words(first, end, true);
	else if (flags & WW_WORD_HEADING)
		lower_function_words(first, end, false);
	if (flags)
		for (ww_name_word *w = first; w < end; w++)
			w->flags |= flags;
}

/* Whether a sentence starts after a sign of ASCII: never, if one did before it, always.  Signs that
 * may stand before a sentence's first word, quotation marks and brackets, change nothing. */
enum { NEVER, KEEPS = 2, STARTS = 3 };
static const uint8_t after_sign[128] = {
	['.'] = STARTS, ['!'] = STARTS, ['?'] = STARTS,
	['\0'] = KEEPS, ['*'] = KEEPS, ['"'] = KEEPS, ['\''] = KEEPS, ['('] = KEEPS, ['['] = KEEPS,
	['-'] = KEEPS, [':'] = KEEPS,
};

/* The same of a sign beyond ASCII: of what it means, of a bullet and of any other. */
static bool starts_after_wide(const ww_name_word *w, const char *text, bool sentence) {
	char c = ww_name_mark_wide(text, w->start, w->end);
	int rule = c == '*' ? STARTS : c == '@' ? KEEPS : after_sign[(uint8_t)c];
	return rule >> sentence & 1;
}

static inline bool starts_after(const ww_name_word *w, const char *text, bool sentence) {
	uint8_t c = (uint8_t)text[w->start];
	return c < 0x80 ? after_sign[c] >> sentence & 1 : starts_after_wide(w, text, sentence);
}

/* Whether "I", the last word, is the pronoun.  It is a name only behind a given name: "Charles
 * I". */
static bool is_pronoun(const ww_name_reader *r, ww_name_words *v) {
	const ww_name_word *w = &v->at[v->n];
	return r->text[w->start] == 'I' &&
	       (v->n == 0 || !ww_is_name(w - 1) || w->flags & WW_WORD_SENTENCE ||
	        !(ww_name_word_look_up(r->kept, &v->at[v->n - 1]) & WW_GAZ_FIRST));
}

/* What a byte behind a word of letters is to it: nothing but a full stop, a hyphen and the like
 * joins it to what follows.  A byte beyond ASCII may be any sign. */
enum { JOINS, STOP, ENDS, BLANK };
static const uint8_t behind_word[256] = {
	['\t'] = BLANK, ['\n'] = BLANK, ['\v'] = BLANK, ['\f'] = BLANK, ['\r'] = BLANK, [' '] = BLANK,
	[','] = BLANK, ['!'] = ENDS, ['"'] = ENDS, [')'] = ENDS, ['/'] = ENDS, [':'] = ENDS,
	[';'] = ENDS, ['?'] = ENDS, [']'] = ENDS, ['\''] = ENDS, ['.'] = STOP,
};

/* Whether a token before `end` is a word by itself: it stands behind a blank, and nothing that
 * follows is joined to it, "Ada, ", "yesterday. ", but not "Mr. ", "Amazon.com".  It has one
 * capital at most, its first letter.  A word in lower case between blanks is no column of its
 * own. */
static inline bool is_plain(const ww_token *t, const ww_token *end, const char *text) {
	if (t->gap != WW_GAP_BLANK || (t->shape != WW_SHAPE_LOWER && t->shape != WW_SHAPE_CAPITAL))
		return false;
	uint8_t is = t + 1 < end ? behind_word[(uint8_t)text[t->end]] : BLANK;
	if (is < ENDS && !(is == STOP && t->end - t->start > WW_GAZETTEER_ABBREVIATION &&
	                   (t + 2 == end || t[2].gap != WW_GAP_NONE)))
		return false;
	return (t->shape == WW_SHAPE_LOWER && is == BLANK) || !begins_column(t, text);
}

/* Whether a token is a sign of ASCII that touches what is before it, and no apostrophe. */
static inline bool is_plain_sign(const ww_token *t, const char *text) {
	return t->type == WW_TOK_PUNCT && t->gap == WW_GAP_NONE && (uint8_t)text[t->start] < 0x80 &&
	       text[t->start] != '\'';
}

/* What was read of a block so far. */
typedef struct {
	const ww_name_reader *r;
	ww_name_words *v;
	line_read line;
	uint32_t line_word; /* the line's first … */
	uint64_t sorts;     /* … and how many of each sort there are */
	uint32_t width;     /* see longest_line(); 0: not known */
	bool sentence;      /* the next word starts one */
} lines_read;

/* Reads the plain words and signs from token i on, which are most of a text: they need none of what
 * joins tokens.  Returns the token behind. */
static uint32_t read_plain(lines_read *l, uint32_t i) {
	const ww_token *t = l->r->at + i, *end = l->r->at + l->r->n;
	const char *text = l->r->text;
	ww_name_words *v = l->v;
	ww_name_word *w = &v->at[v->n];
	uint64_t sorts = 0;
	bool prose = l->line.has_prose, sentence = l->sentence;
	for (; t < end; t++, w++) {
		uint16_t flags = sentence ? WW_WORD_SENTENCE : 0;
		if (is_plain(t, end, text)) {
			bool lower = t->shape == WW_SHAPE_LOWER;
			uint8_t form = lower           ? WW_FORM_LOWER
			               : t->apostrophe ? WW_FORM_APOSTROPHE
			                               : WW_FORM_CAPITAL;
			*w = (ww_name_word){ .start = t->start, .end = t->end, .hash = t->hash,
				             .flags = flags, .form = form, .role = t->role };
			sentence = false;
			if (lower) {
				prose |= is_prose(t->end - t->start, t->hash);
				sorts += WORDS;
			} else {
				w->flags |= WW_WORD_NAME;
				v->runs[v->n_runs++].first = (uint32_t)(w - v->at);
				sorts += WORDS + CAPITALS;
			}
		} else if (is_plain_sign(t, text)) {
			flags |= WW_WORD_TOUCHES;
			*w = (ww_name_word){ .start = t->start, .end = t->end, .hash = t->hash,
				             .flags = flags, .form = WW_FORM_PUNCT };
			sentence = starts_after(w, text, sentence);
		} else {
			break;
		}
	}
	l->line.has_lower |= (sorts & 0xFFFF) > (sorts >> 16);
	l->line.has_prose = prose;
	l->sentence = sentence;
	l->sorts += sorts;
	v->n = (uint32_t)(w - v->at);
	return (uint32_t)(t - l->r->at);
}

/* Notes that a line ends before token i, unless that only wraps it; returns the flag of the word
 * there. */
static uint16_t end_line(lines_read *l, uint32_t i) {
	bool wrap = is_wrap(l->r, &l->width, i, &l->line);
	if (!wrap) {
		ww_name_word *at = l->v->at;
		mark_line(at + l->line_word, at + l->v->n, l->sorts, l->r->text);
		l->line_word = l->v->n;
		l->sorts = 0;
		l->sentence = true;
	}
	l->line = (line_read){ .start = l->r->at[i].start, .is_byline = begins_byline(&l->r->at[i]) };
	return wrap ? WW_WORD_WRAP : WW_WORD_BREAK;
}

/* Reads any other word at token i; returns the token behind it. */
static uint32_t read_other(lines_read *l, uint32_t i) {
	const ww_name_reader *r = l->r;
	ww_name_word *w = &l->v->at[l->v->n];
	uint16_t flags = 0;
	if (i > 0 && r->at[i].gap == WW_GAP_LINE)
		flags = end_line(l, i);
	else if (begins_column(&r->at[i], r->text))
		flags = WW_WORD_BREAK;
	i = ww_name_word_read(r, i, w);
	w->flags |= flags | (l->sentence ? WW_WORD_SENTENCE : 0);
	if (w->form == WW_FORM_LETTER && is_pronoun(r, l->v))
		w->flags &= (uint16_t)~WW_WORD_NAME;
	if (w->form == WW_FORM_LOWER) {
		l->line.has_lower = true;
		l->line.has_prose |= is_prose(w->end - w->start, w->hash);
	}
	if (ww_is_name(w))
		l->v->runs[l->v->n_runs++].first = l->v->n;
	l->sorts += sorts_of[w->form];
	l->sentence = w->form == WW_FORM_PUNCT && starts_after(w, r->text, l->sentence);
	l->v->n++;
	return i;
}

/* A word's flags are known when its line has ended, those of its sentence at once. */
bool ww_name_lines_read(ww_name_words *v, const ww_mem *mem, const ww_name_reader *r) {
	lines_read l = { .r = r, .v = v, .sentence = true };
	if (!ww_reserve(mem, &v->at, &v->cap, r->n, sizeof *v->at) ||
	    !ww_reserve(mem, &v->runs, &v->cap_runs, r->n, sizeof *v->runs))
		return false;
	v->n = v->n_runs = 0;
	l.line.is_byline = r->n && begins_byline(&r->at[0]);
	for (uint32_t i = 0; i < r->n;) {
		i = read_plain(&l, i);
		if (i < r->n)
			i = read_other(&l, i);
	}
	mark_line(v->at + l.line_word, v->at + v->n, l.sorts, r->text);
	return true;
}
