/* name_evidence.h: what an article's text says about its words, wherever they
 * stand.  Counts, so that an edit can take away what it removes. */
#ifndef WW_NAME_EVIDENCE_H
#define WW_NAME_EVIDENCE_H

#include "name_tell.h"

/* What of the evidence about a word can be seen by the tagger. */
typedef struct {
	uint32_t bits;
	uint8_t lower; /* lower-case occurrences, up to 2 */
	uint8_t inner; /* capitalised ones inside of sentences, up to 3 */
	uint8_t sport; /* how much the article speaks of sport, up to 2, + 3 * how much it lists */
	uint8_t size;  /* how much the article can say at all, up to 2: see size_of() */
} ww_sight;

/* A word with a capital, and what was seen of it when the record was opened.  16 bits count a
 * section's words. */
typedef struct {
	uint32_t hash;
	uint32_t bits : WW_N_EVIDENCE, dirty : 1; /* it is in the record */
	uint16_t inner, lower;
	uint32_t seen : WW_N_EVIDENCE, seen_inner : 2, seen_lower : 2;
} ww_evidence_word;

/* How often each kind was told of a word. */
typedef struct {
	uint16_t of[WW_N_EVIDENCE];
} ww_evidence_count;

/* A lower-case word; the hash 0 is that of none. */
typedef struct {
	uint32_t hash, n;
} ww_lower_word;

/* Where words are found by their hashes: 1 + the index of one, or 0.  The first n
 * slots are in use, a power of 2; a short article has few, which are near. */
typedef struct {
	uint32_t *at;
	uint32_t n, cap;
} ww_evidence_slots;

/* An article's evidence; all zero is empty.
 *
 * Most sections are read once and never edited: of those there is only what can be seen, and two
 * lists of what was told, in its order.  The first edit counts them. */
typedef struct {
	ww_evidence_word *word;
	uint32_t n_words, cap_words;
	ww_evidence_slots slots;
	ww_told *told; /* until it is counted all; then room for a block's */
	uint32_t n_told, cap_told;
	uint32_t *lower; /* likewise: hashes of words in lower case */
	uint32_t n_lower, cap_lower;
	bool is_counted;
	ww_evidence_count *count; /* of each word */
	uint32_t cap_count;
	ww_lower_word *lower_word; /* where their hashes lead: a power of 2, half full at most */
	uint32_t n_lower_words, n_lower_slots, cap_lower_slots;
	uint32_t n_names, n_sport, n_scores; /* words in runs; those with WW_EV_SPORT, WW_EV_SCORE */
	uint8_t sport, size; /* what is seen of them: see ww_sight */
	uint8_t seen_sport, seen_size; /* when the record was opened */
	uint32_t *dirty; /* the words that were touched since, by their index */
	uint32_t n_dirty, cap_dirty;
} ww_evidence;

void ww_evidence_free(ww_evidence *ev, const ww_mem *mem);

/* Forgets all words and keeps the room. */
void ww_evidence_clear(ww_evidence *ev);

/* Adds what a block says (`by` is 1), or takes it away again (-1), which only a record allows.
 * Returns false, with nothing changed, when there is no memory. */
bool ww_evidence_add(ww_evidence *ev, const ww_mem *mem, const ww_name_words *words,
                     const char *text, int by);

/* Ends the reading of a section, before anybody looks or a record is opened. */
void ww_evidence_settle(ww_evidence *ev);

/* Opens a record of what changes from now on.  The first one of a section counts it: returns
 * false when there is no memory for that. */
bool ww_evidence_record(ww_evidence *ev, const ww_mem *mem);

/* Closes the record and returns the words whose sight has changed since it was opened, as
 * a union of WW_NAME_MASK(): a block whose mask has none of its bits need not be tagged
 * again.  All bits are set when the article's subject has changed. */
uint64_t ww_evidence_changes(ww_evidence *ev);

/* Returns what is to be seen of a word in the blocks' masks; of others nothing is told. */
ww_sight ww_evidence_look(const ww_evidence *ev, uint32_t hash);

#endif
