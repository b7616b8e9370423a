/* name_evidence.h: what an article's text says about its words, wherever they
 * stand.  Counts, so that an edit can take away what it removes. */
#ifndef WW_NAME_EVIDENCE_H
#define WW_NAME_EVIDENCE_H

#include "name_run.h"

/* Kinds of evidence about a capitalised word; bits of ww_sight.bits. */
typedef enum {
	WW_EV_TITLE,        /* follows a title or honorific */
	WW_EV_HONORIFIC,    /* follows Mr, Dr, Sen. … */
	WW_EV_FIRST,        /* follows a given name */
	WW_EV_INITIAL,      /* follows an initial */
	WW_EV_LAST,         /* ends a run that starts with a given name */
	WW_EV_GIVEN,        /* starts a run of two words, a given name */
	WW_EV_ORG_KEY,      /* in a run with "group", "house" … */
	WW_EV_ORG_TAIL,     /* in a run with "Inc.", "University" … */
	WW_EV_PLACE_KEY,    /* in a run with "River", "Street" … */
	WW_EV_LONG,         /* in a run of two or more words */
	WW_EV_IN,           /* after "in", "near" … */
	WW_EV_THE,          /* after "the" */
	WW_EV_SAID,         /* before a verb of speech */
	WW_EV_COMMA_REGION, /* before a comma and a region */
	WW_EV_AGE,          /* before a comma and a number */
	WW_EV_JOB,          /* after a noun for a person */
	WW_EV_POSSESSIVE,   /* alone before 's */
	WW_EV_ACRONYM,      /* in parentheses after a name of these initials */
	WW_EV_ORG_ACT,      /* before "acquired", "fell" … or "shares", "CEO" … */
	WW_EV_SPORT,        /* beside "beat", "striker" … */
	WW_EV_BASED,        /* before "-based" */
	WW_EV_WHO,          /* before "who" */
	WW_EV_OF,           /* after a noun for a person and "of", "at" */
	WW_EV_QUOTED,       /* alone between quotation marks */
	WW_EV_SCORE,        /* before a number */
	WW_EV_FIRM,         /* after a noun for a firm, or before a comma and one */
	WW_EV_ITS,          /* a few words before "its" */
	WW_EV_HIS,          /* a few words before "his", "her", "he" or "she" */
	WW_N_EVIDENCE
} ww_evidence_kind;

/* What of the evidence about a word can be seen by the tagger. */
typedef struct {
	uint32_t bits;
	uint8_t lower; /* lower-case occurrences, up to 2 */
	uint8_t inner; /* capitalised ones inside of sentences, up to 3 */
	uint8_t sport; /* how much the article speaks of sport, up to 2, + 3 * how much it lists */
	uint8_t size;  /* how much the article can say at all, up to 2: see size_of() */
} ww_sight;

/* Counts may pass 2^16 and begin anew in a text
 * of one word: what an edit takes away is what it brought all the same. */
typedef struct {
	uint32_t hash;
	uint32_t bits;
	uint32_t seen : WW_N_EVIDENCE, seen_inner : 2; /* when the record was opened */
	uint32_t dirty : 1; /* its hash is in the record */
	uint16_t inner;
	uint16_t count[WW_N_EVIDENCE];
} ww_evidence_word;

/* A lower-case word; the hash 0 is that of none. */
typedef struct {
	uint32_t hash;
	uint16_t count;
	uint8_t seen;
	bool dirty;
} ww_lower_word;

/* Where words are found by their hashes: 1 + the index of one, or 0.  The first n
 * slots are in use, a power of 2; a short article has few, which are near. */
typedef struct {
	uint32_t *at;
	uint32_t n, cap;
} ww_evidence_slots;

/* An article's evidence; all zero is empty. */
typedef struct {
	ww_evidence_word *word;
	uint32_t n_words, cap_words;
	ww_evidence_slots word_slots;
	ww_lower_word *lower; /* where their hashes lead: a power of 2, at most half of them full */
	uint32_t n_lower, cap_lower;
	uint32_t n_names, n_sport, n_scores; /* words in runs; those with WW_EV_SPORT, WW_EV_SCORE */
	uint8_t sport, size; /* what is seen of them: see ww_sight */
	bool records;
	uint8_t seen_sport, seen_size; /* when the record was opened */
	uint32_t *dirty; /* hashes of the words that were touched since */
	uint32_t n_dirty, cap_dirty;
} ww_evidence;

void ww_evidence_free(ww_evidence *ev, const ww_mem *mem);

/* Forgets all words and keeps the room. */
void ww_evidence_clear(ww_evidence *ev);

/* Adds what a block says (`by` is 1), or takes it away again (-1).  Returns
 * false, with nothing changed, when there is no memory. */
bool ww_evidence_add(ww_evidence *ev, const ww_mem *mem, const ww_name_words *words,
                     const char *text, int by);

/* Opens a record of what changes from now on; counting a whole section needs none. */
void ww_evidence_record(ww_evidence *ev);

/* Closes the record and returns the words whose sight has changed since it was opened, as
 * a union of WW_NAME_MASK(): a block whose mask has none of its bits need not be tagged
 * again.  All bits are set when the article's subject has changed. */
uint64_t ww_evidence_changes(ww_evidence *ev);

/* Returns what is to be seen of a word. */
ww_sight ww_evidence_look(const ww_evidence *ev, uint32_t hash);

#endif
