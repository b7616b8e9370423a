/* The one reader of words.  Most bytes of news are ASCII letters, which are read
 * eight at a time; whatever else there is goes character by character through the
 * classes of utf8.h.  A word's hash and shape are ready when its end is found. */
#include "token.h"

#include "ascii.h"
#include "utf8.h"

#include <string.h>

/* Leaves an empty list, which may be used again. */
void ww_tokens_free(ww_tokens *tokens, const ww_mem *mem) {
	ww_free(mem, tokens->at, tokens->cap * sizeof *tokens->at);
	*tokens = (ww_tokens){ 0 };
}

/* What an ASCII byte can be; the rest of Unicode goes through utf8.h.  Letters
 * are their own lower case. */
enum { C_PUNCT, C_DIGIT, C_BLANK, C_LINE, C_WIDE };

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

/* What a byte is: a letter's own lower case, or a C_ class. */
static int class_of(char c) {
	return byte_class[(uint8_t)c];
}

/* Letters of ASCII are their own class: see C_WIDE for the others. */
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
	bool apostrophe; /* there is one among them */
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
			w->apostrophe = true;
		} else if (is != C_WIDE || (len = add_wide(w, p, end)) == 0) {
			return p;
		}
		p += len;
	}
	return p;
}

#define EACH_BYTE(x) ((x) * UINT64_C(0x0101010101010101))

/* The `n` ASCII letters that eight bytes or sixteen begin with, their hash, and which are capitals,
 * as bits of EACH_BYTE(0x20), of the second eight of EACH_BYTE(0x10): the first byte's are the
 * lowest. */
typedef struct {
	size_t n;
	uint32_t hash;
	uint64_t letters, uppers;
} eight;

/* Reads eight at a time, behind such as have the hash: a jump for each letter would cost more, as
 * nobody can foresee where a word ends. */
static inline eight read_eight(const char *p, uint32_t hash) {
	uint64_t bytes;
	memcpy(&bytes, p, sizeof bytes);
	uint64_t lower = bytes | EACH_BYTE(0x20), low7 = lower & EACH_BYTE(0x7F);
	uint64_t letters = (low7 + EACH_BYTE(0x80 - 'a')) & ~(low7 + EACH_BYTE(0x7F - 'z')) & ~bytes;
	uint64_t others = ~letters & EACH_BYTE(0x80);
	/* The lowest bit of `others` ends the word; without any all are taken. */
	uint64_t word = others ? ((others & -others) >> 7) - 1 : UINT64_MAX;
	size_t n = others ? (size_t)__builtin_ctzll(others) >> 3 : 8;
	uint32_t hashes[9];
	hashes[0] = hash;
	hashes[1] = WW_HASH_ADD(hashes[0], lower);
	hashes[2] = WW_HASH_ADD(hashes[1], lower >> 8);
	hashes[3] = WW_HASH_ADD(hashes[2], lower >> 16);
	hashes[4] = WW_HASH_ADD(hashes[3], lower >> 24);
	hashes[5] = WW_HASH_ADD(hashes[4], lower >> 32);
	hashes[6] = WW_HASH_ADD(hashes[5], lower >> 40);
	hashes[7] = WW_HASH_ADD(hashes[6], lower >> 48);
	hashes[8] = WW_HASH_ADD(hashes[7], lower >> 56);
	return (eight){ n, hashes[n], word & EACH_BYTE(0x20), ~bytes & word & EACH_BYTE(0x20) };
}

/* The same of the eight bytes behind them too, when all are letters and more than eight are left;
 * their bits lie beside those of the first. */
static inline eight read_sixteen(const char *p, const char *end) {
	eight e = read_eight(p, WW_HASH_START);
	if (e.n < 8 || end - p <= 16)
		return e;
	eight f = read_eight(p + 8, e.hash);
	return (eight){ e.n + f.n, f.hash, e.letters | f.letters >> 1, e.uppers | f.uppers >> 1 };
}

/* The shape of letters that are all there is of a word. */
static inline ww_token_shape shape_of_eight(eight e) {
	if (!e.uppers)
		return WW_SHAPE_LOWER;
	if (e.uppers == e.letters)
		return WW_SHAPE_UPPER;
	return e.uppers == 0x20 ? WW_SHAPE_CAPITAL : WW_SHAPE_MIXED;
}

/* Reads the word at `from` behind the letters that are read, and returns its end; `from` itself
 * when none is there. */
static const char *read_word(word_state *w, const char *from, const char *end, eight read) {
	uint64_t counts = (read.uppers >> 5 & EACH_BYTE(1)) + (read.uppers >> 4 & EACH_BYTE(1));
	uint32_t hash = read.hash, uppers = (uint32_t)(EACH_BYTE(counts) >> 56);
	const char *p = from + read.n;
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
static ww_token_shape shape_of(const word_state *w) {
	if (w->uppers == 0)
		return w->lowers ? WW_SHAPE_LOWER : WW_SHAPE_NONE;
	if (w->lowers == 0)
		return WW_SHAPE_UPPER;
	return w->first_upper && w->uppers == 1 ? WW_SHAPE_CAPITAL : WW_SHAPE_MIXED;
}

/* The hash of the sign that is a character: of what it means where punctuation is read. */
static uint32_t hash_of_sign(uint32_t cp) {
	return ww_hash_char(WW_HASH_START, ww_char_plain(cp));
}

/* Reads the token at p < end, where no blank stands; returns its end. `read` are those of its
 * letters that are read already. */
static const char *read_token(ww_token *t, const ww_lexicon *lexicon, const char *p,
                              const char *end, eight read) {
	int is = class_of(*p);
	if (is_letter(is) || is == C_WIDE) {
		word_state w;
		const char *stop = read_word(&w, p, end, read);
		if (stop > p) {
			t->hash = w.hash;
			t->shape = (uint8_t)shape_of(&w);
			t->apostrophe = w.apostrophe;
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
	size_t len = 1;
	t->type = WW_TOK_PUNCT;
	/* a sign of ASCII means itself */
	t->hash = is == C_WIDE ? hash_of_sign(ww_utf8_decode(p, end, &len)) : WW_HASH_1(*p);
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

/* What follows the blanks at p, of which `gap` tells. */
static const char *skip_blanks(const char *p, const char *end, ww_token_gap *gap) {
	size_t len;
	while (p < end && (len = skip_blank(p, end, gap)) != 0)
		p += len;
	return p;
}

/* Of a word of which nothing is read. */
static const eight NOTHING = { .hash = WW_HASH_START };

/* For callers that look at a few tokens and keep none. */
bool ww_token_next(ww_token *t, const char *text, size_t from, size_t end) {
	ww_token_gap gap = from ? WW_GAP_NONE : WW_GAP_LINE;
	const char *p = skip_blanks(text + from, text + end, &gap);
	if (p == text + end)
		return false;
	*t = (ww_token){ .start = (uint32_t)(p - text), .gap = (uint8_t)gap };
	t->end = (uint32_t)(read_token(t, NULL, p, text + end, NOTHING) - text);
	return true;
}

/* Whether a word goes on at a byte, or may. */
static bool may_go_on(char c) {
	return c == '\'' || class_of(c) >= C_WIDE;
}

/* Reads the token at p < end, where a byte of class `is` stands, no blank; returns its end.  A sign
 * of ASCII and a word of up to sixteen of its letters are read in a few steps without a jump for
 * each; all else goes through read_token(). */
static inline const char *read_one(ww_token *t, const ww_lexicon *lexicon, int is, const char *p,
                                   const char *end) {
	if (is == C_PUNCT) {
		t->type = WW_TOK_PUNCT;
		t->hash = WW_HASH_1(*p); /* a sign of ASCII means itself */
		return p + 1;
	}
	bool eight_there = is_letter(is) && end - p > 8 && ww_is_little_endian();
	eight e = eight_there ? read_sixteen(p, end) : NOTHING;
	if (e.n == 0 || may_go_on(p[e.n]))
		return read_token(t, lexicon, p, end, e);
	t->hash = e.hash;
	t->shape = (uint8_t)shape_of_eight(e);
	t->role = ww_lexicon_role(lexicon, e.hash);
	return p + e.n;
}

/* Where the list lies and how long it may get is looked at again only when it has grown. */
bool ww_tokens_add(ww_tokens *tokens, const ww_mem *mem, const ww_lexicon *lexicon,
                   const char *text, size_t len) {
	const char *p = text, *end = text + len;
	ww_token_gap gap = WW_GAP_LINE;
	ww_token *at = tokens->at;
	uint32_t n = tokens->n, cap = tokens->cap;
	for (;; n++) {
		/* Most words end at one blank, and a letter follows. */
		int is = p < end ? class_of(*p) : C_BLANK;
		if (is >= C_BLANK && !is_letter(is)) {
			p = skip_blanks(p, end, &gap);
			if (p == end)
				break;
			is = class_of(*p);
		}
		if (n == cap) {
			if (!ww_reserve(mem, &tokens->at, &tokens->cap, n + (size_t)1, sizeof *at))
				return false;
			at = tokens->at;
			cap = tokens->cap;
		}
		at[n] = (ww_token){ .start = (uint32_t)(p - text), .gap = (uint8_t)gap };
		p = read_one(&at[n], lexicon, is, p, end);
		at[n].end = (uint32_t)(p - text);
		gap = WW_GAP_NONE;
		if (p < end && *p == ' ') {
			gap = WW_GAP_BLANK;
			p++;
		}
	}
	tokens->n = n;
	return true;
}

bool ww_tokenize(ww_tokens *tokens, const ww_mem *mem, const ww_lexicon *lexicon, const char *text,
                 size_t len) {
	tokens->n = 0;
	return ww_tokens_add(tokens, mem, lexicon, text, len);
}
