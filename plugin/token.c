/* The one reader of words.  Most bytes of news are ASCII letters, which are read
 * eight at a time; whatever else there is goes character by character through the
 * classes of utf8.h.  A word's hash and shape are ready when its end is found. */
#include "token.h"

#include "utf8.h"

#include <string.h>

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

/* The class of the character at p < end, and its length. */
static ww_char_class wide_class(const char *p, const char *end, size_t *len) {
	return ww_char_classify(ww_utf8_decode(p, end, len));
}

/* The length of an apostrophe at p, straight or curly; 0 when there is none. */
static size_t apostrophe(const char *p, const char *end) {
	if (*p == '\'')
		return 1;
	return end - p >= 3 && p[0] == '\xE2' && p[1] == '\x80' && p[2] == '\x99' ? 3 : 0;
}

/* Whether a letter of any script is at p; the end is none. */
static bool starts_letter(const char *p, const char *end) {
	if (p == end)
		return false;
	int is = class_of(*p);
	size_t len;
	return is_letter(is) || (is == C_WIDE && ww_char_is_word(wide_class(p, end, &len)));
}

/* What follows the characters at p that are not seen; letters go on there in the
 * middle of a word, "Wed\u00ADnes\u00ADday". */
static const char *skip_unseen(const char *p, const char *end) {
	size_t len;
	while (p < end && class_of(*p) == C_WIDE && wide_class(p, end, &len) == WW_CH_NOTHING)
		p += len;
	return p;
}

/* True when the apostrophe of `len` bytes at p goes on with its word: letters
 * follow, and are not the s of a possessive alone. */
static bool joins(const char *p, size_t len, const char *end) {
	p += len;
	if (!starts_letter(p, end))
		return false;
	return !((*p == 's' || *p == 'S') && !starts_letter(p + 1, end));
}

/* What is known of a word before its end is: no character is looked at twice. */
typedef struct {
	uint32_t hash;
	uint32_t uppers, lowers; /* letters by case */
	bool first_upper;
	bool letters; /* there are some, of whatever case */
} word_state;

/* Adds the character at p to the word; returns its length, 0 when it is no
 * part of a word. */
static size_t add_wide(word_state *w, const char *p, const char *end) {
	size_t len;
	uint32_t cp = ww_utf8_decode(p, end, &len);
	ww_char_class is = ww_char_classify(cp);
	if (is == WW_CH_NOTHING) {
		const char *seen = skip_unseen(p, end);
		return starts_letter(seen, end) && w->letters ? (size_t)(seen - p) : 0;
	}
	if (!ww_char_is_word(is))
		return 0;
	w->letters = true;
	if (is == WW_CH_UPPER) {
		w->first_upper |= w->uppers + w->lowers == 0;
		w->uppers++;
		cp = ww_char_lower(cp);
	} else if (is == WW_CH_LOWER) {
		w->lowers++;
	}
	w->hash = ww_hash_char(w->hash, cp);
	return len;
}

/* Reads the word on from p, where it goes beyond ASCII letters, and returns its
 * end; p itself when it does not. */
static const char *read_on(word_state *w, const char *p, const char *end) {
	while (p < end) {
		int is = class_of(*p);
		size_t len;
		if (is_letter(is)) {
			w->first_upper |= w->uppers + w->lowers == 0 && is != *p;
			w->uppers += is != *p;
			w->lowers += is == *p;
			w->letters = true;
			w->hash = WW_HASH_ADD(w->hash, is);
			len = 1;
		} else if ((len = apostrophe(p, end)) != 0) {
			if (w->uppers + w->lowers == 0 || !joins(p, len, end))
				return p;
			w->hash = WW_HASH_ADD(w->hash, '\'');
		} else if (is != C_WIDE || (len = add_wide(w, p, end)) == 0) {
			return p;
		}
		p += len;
	}
	return p;
}

#define EACH_BYTE(x) ((x) * UINT64_C(0x0101010101010101))

/* Whether the first of eight bytes is the lowest of their number; compilers know
 * the answer. */
static bool is_little_endian(void) {
	const uint16_t one = 1;
	uint8_t first;
	memcpy(&first, &one, 1);
	return first == 1;
}

/* Reads up to eight ASCII letters of the eight bytes at p, all at a time: a jump
 * for each letter would cost more, as nobody can foresee where a word ends. */
static const char *read_letters(const char *p, uint32_t *hash, uint32_t *uppers) {
	uint64_t bytes;
	memcpy(&bytes, p, sizeof bytes);
	uint64_t lower = bytes | EACH_BYTE(0x20), low7 = lower & EACH_BYTE(0x7F);
	uint64_t letters = (low7 + EACH_BYTE(0x80 - 'a')) & ~(low7 + EACH_BYTE(0x7F - 'z')) & ~bytes;
	uint64_t others = ~letters & EACH_BYTE(0x80);
	/* The lowest bit of `others` ends the word; without any all are taken. */
	uint64_t word = others ? ((others & -others) >> 7) - 1 : UINT64_MAX;
	size_t n = others ? (size_t)__builtin_ctzll(others) >> 3 : 8;
	*uppers = (uint32_t)(EACH_BYTE((~bytes & word & EACH_BYTE(0x20)) >> 5) >> 56);
	uint32_t hashes[9];
	hashes[0] = *hash;
	hashes[1] = WW_HASH_ADD(hashes[0], lower);
	hashes[2] = WW_HASH_ADD(hashes[1], lower >> 8);
	hashes[3] = WW_HASH_ADD(hashes[2], lower >> 16);
	hashes[4] = WW_HASH_ADD(hashes[3], lower >> 24);
	hashes[5] = WW_HASH_ADD(hashes[4], lower >> 32);
	hashes[6] = WW_HASH_ADD(hashes[5], lower >> 40);
	hashes[7] = WW_HASH_ADD(hashes[6], lower >> 48);
	hashes[8] = WW_HASH_ADD(hashes[7], lower >> 56);
	*hash = hashes[n];
	return p + n;
}

/* Reads the word at `from` on from p, where the letters before have this hash and so many
 * of them are capitals, and returns its end; `from` itself when none is there. */
static const char *read_word(word_state *w, const char *from, const char *p, const char *end,
                             uint32_t hash, uint32_t uppers) {
	int is = C_PUNCT;
	for (; p < end && is_letter(is = class_of(*p)); p++) {
		hash = WW_HASH_ADD(hash, is);
		uppers += is != *p;
	}
	*w = (word_state){ .hash = hash, .uppers = uppers, .lowers = (uint32_t)(p - from) - uppers,
			   .first_upper = p > from && class_of(*from) != *from, .letters = p > from };
	return p < end && (is == C_WIDE || *p == '\'') ? read_on(w, p, end) : p;
}

/* Letters without case, of Hebrew or Chinese, count for neither: a word of them alone has
 * no shape. */
static inline ww_token_shape shape_of(const word_state *w) {
	if (w->uppers == 0)
		return w->lowers ? WW_SHAPE_LOWER : WW_SHAPE_NONE;
	if (w->lowers == 0)
		return WW_SHAPE_UPPER;
	return w->first_upper && w->uppers == 1 ? WW_SHAPE_CAPITAL : WW_SHAPE_MIXED;
}

/* The hash of a figure's digits, or of the sign at [p, end): of what it means where
 * punctuation is read. */
static uint32_t hash_of_sign(uint32_t cp) {
	return ww_hash_char(WW_HASH_START, ww_char_plain(cp));
}

/* Reads the token at p < end, which is no blank; returns its end. */
static const char *read_token(ww_token *t, const ww_lexicon *lexicon, const char *p,
                              const char *end) {
	int is = class_of(*p);
	if (is_letter(is) || is == C_WIDE) {
		const char *stop = p;
		word_state w = { .hash = WW_HASH_START };
		if (is != C_WIDE && end - p >= 8 && is_little_endian())
			stop = read_letters(p, &w.hash, &w.uppers);
		/* Most words are short, and nothing goes on behind their letters. */
		if (stop > p && stop < p + 8 && class_of(*stop) != C_WIDE && *stop != '\'') {
			w.lowers = (uint32_t)(stop - p) - w.uppers;
			w.first_upper = is != *p;
		} else {
			stop = read_word(&w, p, stop, end, w.hash, w.uppers);
		}
		if (stop > p) {
			t->hash = w.hash;
			t->shape = (uint8_t)shape_of(&w);
			t->role = lexicon ? ww_lexicon_role(lexicon, w.hash) : 0;
			return stop;
		}
	} else if (is == C_DIGIT) {
		t->type = WW_TOK_NUMBER;
		t->hash = WW_HASH_START;
		do
			t->hash = WW_HASH_ADD(t->hash, *p++);
		while (p < end && class_of(*p) == C_DIGIT);
		return p;
	}
	size_t len;
	t->type = WW_TOK_PUNCT;
	t->hash = hash_of_sign(ww_utf8_decode(p, end, &len));
	return p + len;
}

/* Passes over the blank, the line's end or the unseen character at p; 0 bytes
 * when none is there. */
static size_t skip_blank(const char *p, const char *end, ww_token_gap *gap) {
	int is = class_of(*p);
	size_t len = 1;
	if (is == C_WIDE) {
		ww_char_class wide = wide_class(p, end, &len);
		if (wide == WW_CH_NOTHING)
			return len;
		is = wide == WW_CH_LINE ? C_LINE : wide == WW_CH_BLANK ? C_BLANK : C_PUNCT;
	}
	if (is != C_BLANK && is != C_LINE)
		return 0;
	*gap = is == C_LINE || *gap == WW_GAP_LINE ? WW_GAP_LINE : WW_GAP_BLANK;
	return len;
}

/* Reads the first token at or after p, which `gap` stands before so far; false
 * when there is none. */
static inline bool next_token(ww_token *t, const ww_lexicon *lexicon, const char *text,
                              const char *p, const char *end, ww_token_gap gap) {
	while (p < end) {
		size_t blank = skip_blank(p, end, &gap);
		if (!blank) {
			*t = (ww_token){ .start = (uint32_t)(p - text), .gap = (uint8_t)gap };
			t->end = (uint32_t)(read_token(t, lexicon, p, end) - text);
			return true;
		}
		p += blank;
	}
	return false;
}

bool ww_token_next(ww_token *t, const char *text, size_t from, size_t end) {
	return next_token(t, NULL, text, text + from, text + end, from ? WW_GAP_NONE : WW_GAP_LINE);
}

bool ww_tokenize(ww_tokens *tokens, const ww_mem *mem, const ww_lexicon *lexicon, const char *text,
                 size_t len) {
	const char *p = text, *end = text + len;
	ww_token_gap gap = WW_GAP_LINE;
	for (tokens->n = 0;; tokens->n++) {
		if (tokens->n == tokens->cap &&
		    !ww_reserve(mem, &tokens->at, &tokens->cap, tokens->n + (size_t)1, sizeof *tokens->at))
			return false;
		ww_token *t = &tokens->at[tokens->n];
		if (!next_token(t, lexicon, text, p, end, gap))
			return true;
		p = text + t->end;
		/* Most words end at one blank: it is not worth a turn of its own. */
		bool blank_next = p < end && *p == ' ';
		gap = blank_next ? WW_GAP_BLANK : WW_GAP_NONE;
		p += blank_next;
	}
}
