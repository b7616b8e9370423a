/* name_word.h: a block as names see it: words with their hyphens, initials and
 * abbreviations whole. */
#ifndef WW_NAME_WORD_H
#define WW_NAME_WORD_H

#include "gazetteer.h"
#include "token.h"

typedef enum {
	WW_FORM_LOWER,         /* word */
	WW_FORM_LOWER_DIGIT,   /* covid19 */
	WW_FORM_INITIAL,       /* W. */
	WW_FORM_INITIALS,      /* U.S. */
	WW_FORM_ABBREVIATION,  /* Mr. */
	WW_FORM_LETTER,        /* A */
	WW_FORM_SHORT_UPPER,   /* NATO: up to four letters */
	WW_FORM_UPPER,         /* LONDON */
	WW_FORM_UPPER_DIGIT,   /* G20 */
	WW_FORM_CAPITAL,       /* Word */
	WW_FORM_HYPHEN_UPPER,  /* Mary-Kate */
	WW_FORM_HYPHEN_LOWER,  /* Jong-un */
	WW_FORM_APOSTROPHE,    /* O'Brien */
	WW_FORM_MIXED,         /* McNeil */
	WW_FORM_CAPITAL_DIGIT, /* Covid19 */
	WW_FORM_DIGIT_FIRST,   /* 49ers */
	WW_FORM_PARTICLE,      /* al-Qaida */
	WW_FORM_INNER_UPPER,   /* iPhone */
	WW_FORM_DOMAIN,        /* Amazon.com */
	WW_FORM_NUMBER,        /* 10,000 */
	WW_FORM_POSSESSIVE,    /* 's */
	WW_FORM_PUNCT,
	WW_N_FORMS
} ww_word_form;

/* Flags of a word. */
enum {
	WW_WORD_NAME = 1,     /* has a capital and may be part of a name */
	WW_WORD_SENTENCE = 2, /* starts a sentence */
	WW_WORD_BREAK = 4,    /* a line end stands before it that does not only wrap */
	WW_WORD_WRAP = 8,     /* a wrapped line's end stands before it */
	WW_WORD_UPPER = 16,   /* its line has no lower-case word */
	WW_WORD_HEADING = 32, /* its line is in title case */
	WW_WORD_SHORT = 64,   /* its line is short and has no full stop */
	WW_WORD_TOUCHES = 128, /* nothing stands between it and the word before */
	WW_WORD_TABLE = 256    /* its line has many numbers */
};

/* What a phrase of the gazetteer that covers the word is, and which of its words this is. */
enum {
	WW_PHRASE_CITY = 1,
	WW_PHRASE_REGION = 2,
	WW_PHRASE_DEMONYM = 4,
	WW_PHRASE_COMPANY = 8,
	WW_PHRASE_FIRST = 16,
	WW_PHRASE_LATER = 32
};

/* Bytes [start, end) of the block.  `hash` is ww_gazetteer_hash() of the text,
 * one for all dashes and one for each sort of quote. */
typedef struct {
	uint32_t start, end;
	ww_classes gaz; /* looked up only in runs and beside them */
	uint32_t hash;
	uint16_t flags;
	uint16_t cluster; /* known when the classes are */
	uint8_t form;   /* a ww_word_form */
	uint8_t phrase;
	uint8_t role;   /* the token's role, of a word of one token */
} ww_name_word;

/* Words [first, end) in which names are looked for.  `singular` is the hash of the word of which
 * the first one after "the" may be the plural, "the Assads"; 0 when it is none. */
typedef struct {
	uint32_t first, end, singular;
} ww_name_run;

/* Bit of a word's hash in a mask of words. */
#define WW_NAME_MASK(hash) ((uint64_t)1 << ((ww_gazetteer_mix(hash) >> 8) & 63))

typedef struct {
	ww_name_word *at;
	uint32_t n, cap;
	ww_name_run *runs;
	uint32_t n_runs, cap_runs;
	uint64_t mask; /* the capitalised words in the runs: see WW_NAME_MASK() */
} ww_name_words;

/* What words are read from: a block's tokens, which starts at `text`. */
typedef struct {
	const ww_token *at;
	uint32_t n;
	const char *text;
	const ww_gazetteer_kept *kept;
} ww_name_reader;

/* One byte for the sign at bytes [start, end): '-' for hyphens and dashes, '"' or '\'' for
 * quotation marks, '*' for bullets and '@' for what else is beyond ASCII. */
char ww_name_mark_wide(const char *text, uint32_t start, uint32_t end);
static inline char ww_name_mark(const char *text, uint32_t start, uint32_t end) {
	return (uint8_t)text[start] < 0x80 ? text[start] : ww_name_mark_wide(text, start, end);
}

/* Reads one word at token i; returns the token after it. */
uint32_t ww_name_word_read(const ww_name_reader *r, uint32_t i, ww_name_word *w);

/* Whether there is a token i and nothing stands between it and the one before. */
static inline bool ww_name_token_touches(const ww_name_reader *r, uint32_t i) {
	return i < r->n && r->at[i].gap == WW_GAP_NONE;
}

/* Whether a word may be part of a name. */
static inline bool ww_is_name(const ww_name_word *w) {
	return w->flags & WW_WORD_NAME;
}

/* Looks a word up in the gazetteer, once, and returns its classes.  Numbers, punctuation and
 * the possessive are told apart by their hashes: they have neither. */
static inline ww_classes ww_name_word_look_up(const ww_gazetteer_kept *kept, ww_name_word *w) {
	if (w->gaz)
		return w->gaz;
	ww_gazetteer_known known = { 0 };
	if (w->form < WW_FORM_NUMBER)
		known = ww_gazetteer_look(kept, w->hash);
	bool calendar = w->role == WW_ROLE_MONTH || w->role == WW_ROLE_WEEKDAY;
	w->cluster = (uint16_t)known.cluster;
	return w->gaz = known.classes | WW_GAZ_KNOWN | (calendar ? WW_GAZ_CALENDAR : 0);
}

/* The string of a vote of the words [first, behind). */
uint32_t ww_name_string(const ww_name_words *words, uint32_t first, uint32_t behind);

#endif
