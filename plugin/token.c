#include "token.h"

#include "utf8.h"

void ww_tokens_free(ww_tokens *tokens, const ww_mem *mem) {
	ww_free(mem, tokens->at, tokens->cap * sizeof *tokens->at);
	*tokens = (ww_tokens){ 0 };
}

/* What an ASCII byte can be; the rest of Unicode goes through utf8.h.  Letters
 * are their own lower case. */
enum { C_PUNCT, C_BLANK, C_LINE, C_DIGIT, C_WIDE };

#define TEN(c, v) [c] = v, [c + 1] = v, [c + 2] = v, [c + 3] = v, [c + 4] = v, \
	[c + 5] = v, [c + 6] = v, [c + 7] = v, [c + 8] = v, [c + 9] = v
static const uint8_t byte_class[256] = {
	['\t'] = C_BLANK, ['\v'] = C_BLANK, ['\f'] = C_LINE, ['\r'] = C_BLANK, [' '] = C_BLANK,
	['\n'] = C_LINE, TEN('0', C_DIGIT),
#define LETTER(c) [c] = c, [c - 32] = c
	LETTER('a'), LETTER('b'), LETTER('c'), LETTER('d'), LETTER('e'), LETTER('f'), LETTER('g'),
	LETTER('h'), LETTER('i'), LETTER('j'), LETTER('k'), LETTER('l'), LETTER('m'), LETTER('n'),
	LETTER('o'), LETTER('p'), LETTER('q'), LETTER('r'), LETTER('s'), LETTER('t'), LETTER('u'),
	LETTER('v'), LETTER('w'), LETTER('x'), LETTER('y'), LETTER('z'),
#undef LETTER
	TEN(0x80, C_WIDE), TEN(0x8A, C_WIDE), TEN(0x94, C_WIDE), TEN(0x9E, C_WIDE),
	TEN(0xA8, C_WIDE), TEN(0xB2, C_WIDE), TEN(0xBC, C_WIDE), TEN(0xC6, C_WIDE),
	TEN(0xD0, C_WIDE), TEN(0xDA, C_WIDE), TEN(0xE4, C_WIDE), TEN(0xEE, C_WIDE),
	[0xF8] = C_WIDE, [0xF9] = C_WIDE, [0xFA] = C_WIDE, [0xFB] = C_WIDE, [0xFC] = C_WIDE,
	[0xFD] = C_WIDE, [0xFE] = C_WIDE, [0xFF] = C_WIDE
};
#undef TEN

static int class_of(char c) {
	return byte_class[(uint8_t)c];
}

static bool is_letter(int class) {
	return class >= 'a';
}

/* U+00A0, U+202F and the blanks of U+2000..200A, U+3000 in UTF-8; 0 bytes when
 * there is none. */
static size_t wide_blank(const char *p, const char *end) {
	size_t len;
	uint32_t cp = ww_utf8_decode(p, end, &len);
	bool blank = cp == 0xA0 || cp == 0x202F || cp == 0x205F || cp == 0x3000 || cp == 0xFEFF ||
	             (cp >= 0x2000 && cp <= 0x200A);
	return blank ? len : 0;
}

/* The length of an apostrophe at p, straight or curly; 0 when there is none. */
static size_t apostrophe(const char *p, const char *end) {
	if (*p == '\'')
		return 1;
	return end - p >= 3 && p[0] == '\xE2' && p[1] == '\x80' && p[2] == '\x99' ? 3 : 0;
}

static bool starts_letter(const char *p, const char *end) {
	if (p == end)
		return false;
	int is = class_of(*p);
	size_t len;
	return is_letter(is) || (is == C_WIDE && ww_char_classify(ww_utf8_decode(p, end, &len)) != WW_CH_OTHER);
}

/* True when the apostrophe of `len` bytes at p goes on with its word: letters
 * follow, and are not the s of a possessive alone. */
static bool joins(const char *p, size_t len, const char *end) {
	p += len;
	if (!starts_letter(p, end))
		return false;
	return !((*p == 's' || *p == 'S') && !starts_letter(p + 1, end));
}

typedef struct {
	uint32_t hash;
	uint32_t uppers, lowers; /* letters by case */
	bool first_upper;
} word_state;

/* Adds the character at p to the word; returns its length, 0 when it is no
 * part of a word. */
static size_t add_wide(word_state *w, const char *p, const char *end) {
	size_t len;
	uint32_t cp = ww_utf8_decode(p, end, &len);
	ww_char_class is = ww_char_classify(cp);
	if (is == WW_CH_OTHER)
		return 0;
	if (is == WW_CH_UPPER) {
		w->first_upper |= w->uppers + w->lowers == 0;
		w->uppers++;
		cp = ww_char_lower(cp);
	} else if (is == WW_CH_LOWER) {
		w->lowers++;
	}
	for (; cp; cp >>= 8)
		w->hash = WW_HASH_ADD(w->hash, cp);
	return len;
}

/* Reads the word at p, and returns its end; p itself when none is there. */
static const char *read_word(word_state *w, const char *p, const char *end) {
	for (;;) {
		const char *from = p;
		uint32_t hash = w->hash, uppers = 0;
		int is = C_PUNCT;
		if (p < end && is_letter(class_of(*p)))
			w->first_upper |= w->uppers + w->lowers == 0 && class_of(*p) != *p;
		for (; p < end && is_letter(is = class_of(*p)); p++) {
			hash = WW_HASH_ADD(hash, is);
			uppers += is != *p;
		}
		w->hash = hash;
		w->uppers += uppers;
		w->lowers += (uint32_t)(p - from) - uppers;
		if (p == end || is == C_BLANK || is == C_LINE || is == C_DIGIT)
			return p;
		size_t len = apostrophe(p, end);
		if (len) {
			if (w->uppers + w->lowers == 0 || !joins(p, len, end))
				return p;
			w->hash = WW_HASH_ADD(w->hash, '\'');
		} else if (is != C_WIDE || (len = add_wide(w, p, end)) == 0) {
			return p;
		}
		p += len;
	}
}

static ww_token_shape shape_of(const word_state *w) {
	if (w->uppers == 0)
		return w->lowers ? WW_SHAPE_LOWER : WW_SHAPE_NONE;
	if (w->lowers == 0)
		return WW_SHAPE_UPPER;
	return w->first_upper && w->uppers == 1 ? WW_SHAPE_CAPITAL : WW_SHAPE_MIXED;
}

bool ww_tokenize(ww_tokens *tokens, const ww_mem *mem, const ww_lexicon *lexicon, const char *text,
                 size_t len) {
	const char *p = text, *end = text + len;
	ww_token_gap gap = WW_GAP_LINE;
	tokens->n = 0;
	while (p < end) {
		int is = class_of(*p);
		size_t blank = is == C_WIDE ? wide_blank(p, end) : is == C_BLANK || is == C_LINE;
		if (blank) {
			gap = is == C_LINE ? WW_GAP_LINE : gap == WW_GAP_LINE ? gap : WW_GAP_BLANK;
			p += blank;
			continue;
		}
		if (tokens->n == tokens->cap &&
		    !ww_reserve(mem, &tokens->at, &tokens->cap, tokens->n + (size_t)1, sizeof *tokens->at))
			return false;
		ww_token *t = &tokens->at[tokens->n++];
		*t = (ww_token){ .start = (uint32_t)(p - text), .gap = (uint8_t)gap };
		gap = WW_GAP_NONE;
		if (is == C_DIGIT) {
			t->type = WW_TOK_NUMBER;
			do
				p++;
			while (p < end && class_of(*p) == C_DIGIT);
		} else {
			word_state w = { .hash = WW_HASH_START };
			const char *stop = read_word(&w, p, end);
			if (stop > p) {
				const ww_word *word = ww_lexicon_find(lexicon, w.hash, p, (size_t)(stop - p));
				t->hash = w.hash;
				t->shape = (uint8_t)shape_of(&w);
				t->role = word ? word->role : WW_ROLE_NONE;
				p = stop;
			} else {
				size_t n;
				t->type = WW_TOK_PUNCT;
				ww_utf8_decode(p, end, &n);
				p += n;
			}
		}
		t->end = (uint32_t)(p - text);
	}
	return true;
}
