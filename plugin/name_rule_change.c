/* name_rule_change.c: what rules do to names, below the rules themselves.
 *
 * Names stay in the order of the text while rules change them.  One that is dropped has no
 * words and keeps its place until all rules are done; one that is added moves those behind
 * it.  A name whose words change has to vote as what it is now. */
#include "name_rules.h"

#include <string.h>

/* As many as a run's words (name_run.c): no name is longer, and a text may be one line of
 * capitals, which no rule must walk for each of its words. */
enum { MOST_CAPITALS = 60 };

/* In a table a string may be a team in one line and a place in the next: there no name votes.  A
 * rule's word counts as much as a vote can. */
void ww_rule_vote(ww_rule_block *r, uint32_t n, bool sure) {
	ww_name *name = &r->names->at[n];
	ww_vote *v = &r->names->vote[n];
	name->start = word(r, name->first)->start;
	name->end = word(r, name->behind - 1)->end;
	if (word(r, name->first)->flags & WW_WORD_TABLE) {
		*v = (ww_vote){ 0 };
		return;
	}
	v->string = ww_name_string(r->words, name->first, name->behind);
	for (int k = 0; sure && k < WW_VOTE_KINDS; k++)
		v->against[k] = k == name->kind - WW_PERSON ? 0 : WW_VOTE_MOST;
}

void ww_rule_drop(ww_rule_block *r, uint32_t n) {
	r->names->at[n].behind = r->names->at[n].first;
}

void ww_rule_rename(ww_rule_block *r, uint32_t n, uint8_t kind, ww_name_by by) {
	ww_name *name = &r->names->at[n];
	if (name->kind == kind)
		return;
	name->kind = kind;
	name->by = (uint8_t)by;
	ww_rule_vote(r, n, true);
}

/* The first name that begins behind word i.  Names ascend at any time, those that were taken
 * out among them, so that no rule goes through a block's names for each of its words. */
static uint32_t name_behind(const ww_rule_block *r, uint32_t i) {
	uint32_t low = r->from, high = r->names->n;
	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		if (r->names->at[mid].first <= i)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* The last name before number `n` that was not taken out, or UINT32_MAX. */
static uint32_t name_before(const ww_rule_block *r, uint32_t n) {
	while (n > r->from && is_dropped(&r->names->at[n - 1]))
		n--;
	return n > r->from ? n - 1 : UINT32_MAX;
}

uint32_t ww_rule_name_at(const ww_rule_block *r, uint32_t i) {
	uint32_t n = name_before(r, name_behind(r, i));
	return n != UINT32_MAX && i < r->names->at[n].behind ? n : UINT32_MAX;
}

uint8_t ww_rule_kind_at(const ww_rule_block *r, uint32_t i) {
	uint32_t n = ww_rule_name_at(r, i);
	return n == UINT32_MAX ? 0 : r->names->at[n].kind;
}

/* Takes out the names that have one of the words [first, behind); false when the one that is
 * to be set there is among them. */
static bool clear(ww_rule_block *r, uint32_t first, uint32_t behind, uint8_t kind) {
	uint32_t n = name_behind(r, behind - 1);
	while ((n = name_before(r, n)) != UINT32_MAX && r->names->at[n].behind > first) {
		const ww_name *old = &r->names->at[n];
		if (old->first == first && old->behind == behind && old->kind == kind)
			return false;
		ww_rule_drop(r, n);
	}
	return true;
}

/* Names that overlap it go. When memory ends all rules go on, and the block is refused at their
 * end. */
void ww_rule_set(ww_rule_block *r, uint32_t first, uint32_t behind, uint8_t kind, ww_name_by by) {
	ww_names *names = r->names;
	if (!clear(r, first, behind, kind))
		return;
	if (!ww_reserve(r->mem, &names->at, &names->cap, names->n + (size_t)1, sizeof *names->at) ||
	    !ww_reserve(r->mem, &names->vote, &names->cap_votes, names->n + (size_t)1,
	                sizeof *names->vote)) {
		r->failed = true;
		return;
	}
	uint32_t n = name_behind(r, first), left = names->n++ - n;
	memmove(names->at + n + 1, names->at + n, left * sizeof *names->at);
	memmove(names->vote + n + 1, names->vote + n, left * sizeof *names->vote);
	names->at[n] = (ww_name){ .first = first, .behind = behind, .kind = kind, .by = (uint8_t)by };
	ww_rule_vote(r, n, true);
}

/* The lists have countries and cities of several words as phrases. */
bool ww_rule_any(const ww_rule_block *r, uint32_t first, uint32_t end, ww_classes classes) {
	uint32_t phrases = (classes & WW_GAZ_REGION ? WW_PHRASE_REGION : 0u) |
	                   (classes & WW_GAZ_CITY ? WW_PHRASE_CITY : 0u);
	for (uint32_t i = first; i < end; i++)
		if (has_class(r, i, classes) || word(r, i)->phrase & phrases)
			return true;
	return false;
}

/* Capitals are walked within a line, and no further than a name can be long.  A month or
 * weekday ends them: "Tuesday" is no part of what stands before it. */
uint32_t ww_rule_capitals_start(const ww_rule_block *r, uint32_t i) {
	uint32_t first = i;
	while (first > 0 && i - first < MOST_CAPITALS && is_capital(r, first - 1) && goes_on(r, first))
		first--;
	return first;
}

uint32_t ww_rule_capitals_end(const ww_rule_block *r, uint32_t i) {
	uint32_t end = i;
	while (end - i < MOST_CAPITALS && is_capital(r, end) && (end == i || goes_on(r, end)) &&
	       !has_class(r, end, WW_GAZ_CALENDAR))
		end++;
	return end;
}
