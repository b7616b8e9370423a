/* name_vote.c: one string names one thing in an article.
 *
 * The tagger sees a name between its neighbours and what the article says about its words; it
 * may still take the same string for a firm here and for a person there.  All names of a
 * string vote on what it is: against each kind what their scores lack of their best.  Sums of
 * whole numbers come out the same in any order, so an edit can take votes back. */
#include "name_vote.h"

#include <string.h>

void ww_votes_free(ww_votes *votes, const ww_mem *mem) {
	ww_free(mem, votes->at, votes->cap * sizeof *votes->at);
	*votes = (ww_votes){ 0 };
}

/* A short article has some dozens of names: smaller tables would only grow soon. */
enum { FEWEST_SLOTS = 64 };

/* The next section will have about as many strings: the slots stay in use, but half of them where
 * a quarter would do. */
void ww_votes_clear(ww_votes *votes) {
	if (votes->n_slots > FEWEST_SLOTS && votes->n * 8 < votes->n_slots)
		votes->n_slots /= 2;
	if (votes->n_slots)
		memset(votes->at, 0, votes->n_slots * sizeof *votes->at);
	votes->n = 0;
}

/* Strings are never taken out, only their counts fall to 0: a place that was skipped once may be
 * another's way. */
static ww_voted *find(const ww_votes *votes, uint32_t string) {
	uint32_t mask = votes->n_slots - 1, i = string * 0x9E3779B1u >> 7 & mask;
	while (votes->at[i].string && votes->at[i].string != string)
		i = (i + 1) & mask;
	return &votes->at[i];
}

/* Makes room for n strings in at most half of the slots. */
static bool reserve(ww_votes *votes, const ww_mem *mem, size_t n) {
	size_t want = FEWEST_SLOTS;
	while (want < n * 2)
		want *= 2;
	if (want <= votes->n_slots)
		return true;
	if (want > UINT32_MAX / sizeof *votes->at)
		return false;
	ww_votes old = *votes;
	bool fits = want <= votes->cap && old.n == 0;
	if (!fits) {
		votes->at = ww_new(mem, want * sizeof *votes->at);
		if (!votes->at) {
			*votes = old;
			return false;
		}
		votes->cap = (uint32_t)want;
	}
	votes->n_slots = (uint32_t)want;
	memset(votes->at, 0, want * sizeof *votes->at);
	for (uint32_t i = 0; i < old.n_slots; i++)
		if (old.n && old.at[i].string)
			*find(votes, old.at[i].string) = old.at[i];
	if (!fits)
		ww_free(mem, old.at, old.cap * sizeof *old.at);
	return true;
}

/* Counts a vote for a string, unless it is 0. */
static void count(ww_votes *votes, uint32_t string, const uint8_t against[WW_VOTE_KINDS],
                  uint32_t times) {
	if (!string)
		return;
	ww_voted *v = find(votes, string);
	votes->n += !v->string;
	v->string = string;
	v->n += times;
	for (int k = 0; k < WW_VOTE_KINDS; k++)
		v->against[k] += times * against[k];
}

/* Taking away is adding the negative, modulo 2^32: what was added goes, whatever came between. */
bool ww_votes_add(ww_votes *votes, const ww_mem *mem, const ww_vote *vote, uint32_t n, int by) {
	if (!reserve(votes, mem, (size_t)votes->n + 2 * (size_t)n))
		return false;
	uint32_t times = by < 0 ? UINT32_MAX : 1;
	for (uint32_t i = 0; i < n; i++) {
		count(votes, vote[i].string, vote[i].against, times);
		uint8_t surname[WW_VOTE_KINDS];
		memcpy(surname, vote[i].against, sizeof surname);
		surname[WW_VOTE_KINDS - 1] = 0; /* peoples and works stay what they are */
		count(votes, vote[i].surname, surname, times);
	}
	return true;
}

/* A name alone is what it is by itself. */
enum { OWN = 0 };

/* 1 + the kind against which least was said; of equals the first, so that the order of the
 * mentions does not matter. */
static uint8_t winner(const ww_voted *v) {
	int best = 0;
	for (int k = 1; k < WW_VOTE_KINDS; k++)
		if (v->against[k] < v->against[best])
			best = k;
	return (uint8_t)(v->n > 1 ? 1 + best : OWN);
}

void ww_votes_settle(ww_votes *votes) {
	for (uint32_t i = 0; i < votes->n_slots; i++)
		votes->at[i].seen = winner(&votes->at[i]);
}

/* The bit of a string's word when it is seen otherwise than noted, which is noted; or 0. */
static uint64_t change(ww_votes *votes, uint32_t string) {
	ww_voted *v = string ? find(votes, string) : NULL;
	uint8_t seen = v ? winner(v) : 0;
	if (!v || seen == v->seen)
		return 0;
	v->seen = seen;
	return UINT64_C(1) << (string & 63);
}

/* Each string is looked up as often as it is told of, and counts as changed the first time. */
uint64_t ww_votes_changes(ww_votes *votes, const ww_vote *vote, uint32_t n) {
	uint64_t mask = 0;
	for (uint32_t i = 0; i < n; i++)
		mask |= change(votes, vote[i].string) | change(votes, vote[i].surname);
	return mask;
}

uint8_t ww_votes_kind(const ww_votes *votes, const ww_vote *vote, uint8_t own) {
	if (!vote->string || !votes->n)
		return own;
	uint8_t seen = find(votes, vote->string)->seen;
	return seen == OWN ? own : (uint8_t)(seen - 1);
}
