/* name_vote.h: one string names one thing in an article.  Counts, so that an edit can take
 * away what it removes. */
#ifndef WW_NAME_VOTE_H
#define WW_NAME_VOTE_H

#include <stdbool.h>

#include "memory.h"

/* What speaks against a kind counts WW_VOTE_MOST at most: one sure name must not outvote many. */
enum { WW_VOTE_KINDS = 4, WW_VOTE_MOST = 200 };

/* What one name says: what speaks against it being of each kind, WW_PERSON first.  Its string
 * is a hash whose last six bits say which bit of a WW_NAME_MASK() its words have; 0 is that
 * of a name without a vote.  A person's full name says the same of the surname alone, which is a
 * string, too, or 0. */
typedef struct {
	uint32_t string;
	uint8_t against[WW_VOTE_KINDS];
	uint32_t surname;
} ww_vote;

/* What all names of a string say. */
typedef struct {
	uint32_t string, n;
	uint32_t against[WW_VOTE_KINDS];
	uint8_t seen; /* the winner as last reported */
} ww_voted;

/* The votes of a section; all zero is empty.  The first n_slots are in use, a power of 2. */
typedef struct {
	ww_voted *at;
	uint32_t n, n_slots, cap;
} ww_votes;

void ww_votes_free(ww_votes *votes, const ww_mem *mem);

/* Forgets all votes and keeps the room. */
void ww_votes_clear(ww_votes *votes);

/* Counts n votes (`by` is 1), or takes them away again (-1).  Returns false, with nothing
 * changed, when there is no memory. */
bool ww_votes_add(ww_votes *votes, const ww_mem *mem, const ww_vote *vote, uint32_t n, int by);

/* Takes note of what is to be seen of all strings, once a section's votes are counted. */
void ww_votes_settle(ww_votes *votes);

/* Returns which of n votes are of strings that are now seen otherwise than noted, as a mask of
 * words, and takes note. */
uint64_t ww_votes_changes(ww_votes *votes, const ww_vote *vote, uint32_t n);

/* Returns the kind, 0 … 3, of a name that has this vote and is of the kind `own` by itself, as was
 * noted last. */
uint8_t ww_votes_kind(const ww_votes *votes, const ww_vote *vote, uint8_t own);

#endif
