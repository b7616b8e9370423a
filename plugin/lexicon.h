/* lexicon.h: words that have a role in time expressions. */
#ifndef WW_LEXICON_H
#define WW_LEXICON_H

#include "hash.h"
#include "memory.h"

/* What a word can be in a time expression.  Up to WW_ROLE_LAST_HEAD roles are
 * heads: a search starts at them alone, and the others are looked at around
 * them.  The comments say what the word's value is. */
typedef enum {
	WW_ROLE_NONE,
	WW_ROLE_MONTH,   /* 1 … 12 */
	WW_ROLE_WEEKDAY, /* 0 = Monday … 6 */
	WW_ROLE_UNIT,    /* a ww_unit */
	WW_ROLE_QUARTER, /* quarter, half, period: a ww_unit */
	WW_ROLE_DAY,     /* today, yesterday: days from the reference date */
	WW_ROLE_PART,    /* morning, noon … */
	WW_ROLE_SEASON,  /* 0 = spring … 3 = winter */
	WW_ROLE_HOLIDAY, /* a word that a holiday's name has */
	WW_ROLE_VAGUE,   /* now, recently, future … */
	WW_ROLE_SET,     /* daily, annually …: a ww_unit */
	WW_ROLE_DECADE,  /* twenties … nineties: 20 … 90; eighteen and nineteen of a year in words */
	WW_ROLE_CLOCK,   /* o'clock */
	WW_ROLE_LAST_HEAD = WW_ROLE_CLOCK,
	WW_ROLE_NUMBER,  /* one … million: the number; a head where it is an hour */
	WW_ROLE_SUFFIX,  /* a.m., BC: what makes a time of a number before it */
	WW_ROLE_OLD,     /* old: what makes an age of it */
	WW_ROLE_AGO,     /* ago, earlier, before … */
	WW_ROLE_ORDINAL, /* first … thirty-first: the number */
	WW_ROLE_THE,
	WW_ROLE_A,
	WW_ROLE_RELATIVE, /* last, next, this … */
	WW_ROLE_EDGE,     /* early, late, mid … */
	WW_ROLE_ABOUT,    /* about, nearly, more than … */
	WW_ROLE_EVERY,
	WW_ROLE_SOME,  /* several, few, couple … */
	WW_ROLE_OTHER, /* of, and, fiscal …: only inside of expressions, or rarely first */
	WW_N_ROLES
} ww_role;

typedef enum {
	WW_UNIT_SECOND,
	WW_UNIT_MINUTE,
	WW_UNIT_HOUR,
	WW_UNIT_DAY,
	WW_UNIT_NIGHT,
	WW_UNIT_WEEKEND,
	WW_UNIT_WEEK,
	WW_UNIT_FORTNIGHT,
	WW_UNIT_MONTH,
	WW_UNIT_QUARTER,
	WW_UNIT_HALF,
	WW_UNIT_YEAR,
	WW_UNIT_DECADE,
	WW_UNIT_CENTURY,
	WW_UNIT_MILLENNIUM
} ww_unit;

typedef struct {
	const char *text; /* lower case, UTF-8 */
	uint8_t role;
	int32_t value;
} ww_word;

enum { WW_LEXICON_SLOTS = 2048 };

/* A place of the index.  A word lies in the first free one from its own on. */
typedef struct {
	uint32_t hash;
	uint16_t word; /* 1 + its number; 0: empty */
	uint8_t role;
	bool more; /* another word should lie here, and lies further on */
} ww_lexicon_slot;

/* An index of the words by the hash of their lower-cased bytes: nothing to free. */
typedef struct {
	ww_lexicon_slot slot[WW_LEXICON_SLOTS];
	const ww_word *words;
} ww_lexicon;

/* The words, fewer than WW_LEXICON_SLOTS, are borrowed. */
void ww_lexicon_init(ww_lexicon *lexicon, const ww_word *words, unsigned n);

/* Returns the slot of the word that hashes to `hash`, or an empty one. */
const ww_lexicon_slot *ww_lexicon_slot_of(const ww_lexicon *lexicon, uint32_t hash);

/* Returns the role of words that hash to `hash`.  One word in a million million
 * has another's hash: its role only makes forms be tried that do not match.
 * Asked for every word of a text, hence inline and without a jump that depends
 * on the word but for the few slots that two words want. */
static inline uint8_t ww_lexicon_role(const ww_lexicon *lexicon, uint32_t hash) {
	const ww_lexicon_slot *slot = &lexicon->slot[hash % WW_LEXICON_SLOTS];
	if (slot->more)
		slot = ww_lexicon_slot_of(lexicon, hash);
	return (uint8_t)(slot->role & -(slot->hash == hash));
}

/* Returns the word that text[0, len) is in any case, or NULL.  Like a role it is told
 * by the hash alone. */
const ww_word *ww_lexicon_look_up(const ww_lexicon *lexicon, const char *text, size_t len);

#endif
