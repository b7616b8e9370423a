/* name_context.c: between which words the words of an article stand.
 *
 * What can be seen must depend on the text alone, never on the order in which edits made it:
 * of a word's sides those with the least keys are seen.  They are kept in order; the others are
 * a list that is looked through only when one of the first has gone, which takes an edit. */
#include "name_context.h"

#include <string.h>

void ww_contexts_free(ww_contexts *c, const ww_mem *mem) {
	ww_free(mem, c->at, c->cap * sizeof *c->at);
	ww_free(mem, c->slot, c->cap_slots * sizeof *c->slot);
	*c = (ww_contexts){ 0 };
}

void ww_contexts_clear(ww_contexts *c) {
	c->n = c->n_slots = 0;
}

enum { FEWEST_SLOTS = 64 };

/* All room is made before anything is counted, so that a lack of memory leaves no half of a
 * block counted.  Slots are at most half full; cap_slots is kept, n_slots grows with use, as a
 * short article's are then near each other. */
bool ww_contexts_reserve(ww_contexts *c, const ww_mem *mem, size_t more) {
	size_t n = c->n + more;
	uint32_t want = FEWEST_SLOTS;
	while (want < n * 2) {
		if (want > UINT32_MAX / 8)
			return false;
		want *= 2;
	}
	if (!ww_reserve(mem, &c->at, &c->cap, n, sizeof *c->at))
		return false;
	if (want <= c->cap_slots)
		return true;
	uint32_t *new = ww_new(mem, want * sizeof *new);
	if (!new)
		return false;
	if (c->n_slots)
		memcpy(new, c->slot, c->n_slots * sizeof *new);
	ww_free(mem, c->slot, c->cap_slots * sizeof *c->slot);
	c->slot = new;
	c->cap_slots = want;
	return true;
}

/* An order that says nothing about the words: those seen are a sample by chance, and the same
 * one whenever the text is the same. */
static uint32_t key_of(uint32_t word, ww_sides sides) {
	uint32_t h = word * 0x9E3779B1u ^ sides.left;
	h = (h ^ h >> 15) * 0x85EBCA6Bu ^ sides.right;
	h = (h ^ h >> 13) * 0xC2B2AE35u;
	return h ^ h >> 16;
}

static bool are_same(ww_sides a, ww_sides b) {
	return a.left == b.left && a.right == b.right;
}

static uint32_t *find(const ww_contexts *c, uint32_t key, uint32_t word, ww_sides sides) {
	uint32_t mask = c->n_slots - 1, i = key & mask;
	while (c->slot[i]) {
		const ww_context *x = &c->at[c->slot[i] - 1];
		if (x->key == key && x->word == word && are_same(x->sides, sides))
			break;
		i = (i + 1) & mask;
	}
	return &c->slot[i];
}

/* Uses twice as many slots; room is reserved. */
static void spread(ww_contexts *c) {
	c->n_slots = c->n_slots ? c->n_slots * 2 : FEWEST_SLOTS;
	memset(c->slot, 0, c->n_slots * sizeof *c->slot);
	for (uint32_t i = 0; i < c->n; i++) {
		uint32_t k = c->at[i].key & (c->n_slots - 1);
		while (c->slot[k])
			k = (k + 1) & (c->n_slots - 1);
		c->slot[k] = i + 1;
	}
}

/* Keys of 32 bits may be equal for different sides; the sides themselves decide then. */
static bool is_less(const ww_contexts *c, uint32_t a, uint32_t b) {
	const ww_context *x = &c->at[a], *y = &c->at[b];
	if (x->key != y->key)
		return x->key < y->key;
	return x->sides.left != y->sides.left ? x->sides.left < y->sides.left
	                                      : x->sides.right < y->sides.right;
}

static void put_in_rest(ww_contexts *c, ww_context_list *list, uint32_t i) {
	c->at[i].next = list->rest;
	list->rest = i + 1;
}

/* Puts context i, of which there are mentions now, among the first or in the rest. */
static void put(ww_contexts *c, ww_context_list *list, uint32_t i) {
	if (list->n == WW_CONTEXTS_KEPT) {
		uint32_t last = list->first[list->n - 1];
		if (!is_less(c, i, last)) {
			put_in_rest(c, list, i);
			return;
		}
		put_in_rest(c, list, last);
		list->n--;
	}
	uint32_t k = list->n++;
	for (; k > 0 && is_less(c, i, list->first[k - 1]); k--)
		list->first[k] = list->first[k - 1];
	list->first[k] = i;
}

/* Takes context i, which has no mentions any more, from the first or the rest; the least of
 * the rest moves up. */
static void take(ww_contexts *c, ww_context_list *list, uint32_t i) {
	uint32_t k = 0;
	while (k < list->n && list->first[k] != i)
		k++;
	uint32_t *least = NULL;
	if (k == list->n) {
		for (least = &list->rest; *least != i + 1; least = &c->at[*least - 1].next)
			;
		*least = c->at[i].next;
		return;
	}
	for (list->n--; k < list->n; k++)
		list->first[k] = list->first[k + 1];
	for (uint32_t *at = &list->rest; *at; at = &c->at[*at - 1].next)
		if (!least || is_less(c, *at - 1, *least - 1))
			least = at;
	if (least) {
		uint32_t up = *least - 1;
		*least = c->at[up].next;
		list->first[list->n++] = up;
	}
}

/* A context that is counted down to 0 keeps its place in the table, as others are found by
 * way of it, and leaves the list. */
void ww_contexts_add(ww_contexts *c, ww_context_list *list, uint32_t word, ww_sides sides,
                     uint32_t by) {
	if (c->n * 2 >= c->n_slots)
		spread(c);
	uint32_t key = key_of(word, sides), *slot = find(c, key, word, sides);
	if (!*slot) {
		c->at[c->n] = (ww_context){ .word = word, .key = key, .sides = sides };
		*slot = ++c->n;
	}
	uint32_t i = *slot - 1, before = c->at[i].count;
	c->at[i].count += by;
	if (!before)
		put(c, list, i);
	else if (!c->at[i].count)
		take(c, list, i);
}

/* Own sides count only when another mention has the same: a word is no evidence of itself. */
uint32_t ww_contexts_others(const ww_contexts *c, const ww_context_list *list, ww_sides own,
                            ww_sides out[WW_CONTEXTS]) {
	uint32_t n = 0;
	for (uint32_t k = 0; k < list->n && n < WW_CONTEXTS; k++) {
		const ww_context *x = &c->at[list->first[k]];
		if (x->count > 1 || !are_same(x->sides, own))
			out[n++] = x->sides;
	}
	return n;
}

/* Whether a context is counted once or more often changes what its only mention sees. */
uint32_t ww_contexts_seen(const ww_contexts *c, const ww_context_list *list) {
	uint32_t h = list->n;
	for (uint32_t k = 0; k < list->n; k++) {
		const ww_context *x = &c->at[list->first[k]];
		h = (h ^ x->key ^ (x->count > 1)) * 0x9E3779B1u;
	}
	return h;
}
