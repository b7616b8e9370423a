/* name_context.h: between which words the words of an article stand.  Counts, so that an edit
 * can take away what it removes. */
#ifndef WW_NAME_CONTEXT_H
#define WW_NAME_CONTEXT_H

#include <stdbool.h>

#include "memory.h"

/* The hashes of the words on both sides of a mention. */
typedef struct {
	uint32_t left, right;
} ww_sides;

/* So many sides of a word's other mentions can be seen; one more is kept, as one of those may
 * be the mention's own. */
enum { WW_CONTEXTS = 6, WW_CONTEXTS_KEPT = WW_CONTEXTS + 1 };

/* Sides between which a word stands `count` times, 0 when they are gone; `key` gives them
 * their order, and `next` is 1 + the number of the next in the rest of the word's. */
typedef struct {
	uint32_t word, key, count, next;
	ww_sides sides;
} ww_context;

/* The sides of one word: those with the least keys in their order, and the rest. */
typedef struct {
	uint32_t first[WW_CONTEXTS_KEPT];
	uint32_t n, rest;
} ww_context_list;

/* The contexts of a section's words; all zero is empty. */
typedef struct {
	ww_context *at;
	uint32_t n, cap;
	uint32_t *slot; /* where contexts are found by their keys: 1 + the number of one, or 0 */
	uint32_t n_slots, cap_slots; /* n_slots are in use, a power of 2 */
} ww_contexts;

void ww_contexts_free(ww_contexts *contexts, const ww_mem *mem);

/* Forgets all contexts and keeps the room. */
void ww_contexts_clear(ww_contexts *contexts);

/* Makes room for `more` new contexts; false, with nothing changed, when there is no memory. */
bool ww_contexts_reserve(ww_contexts *contexts, const ww_mem *mem, size_t more);

/* Counts a mention of the word whose contexts `list` has (`by` is 1), or takes it away again
 * (UINT32_MAX).  There is room for one more. */
void ww_contexts_add(ww_contexts *contexts, ww_context_list *list, uint32_t word, ww_sides sides,
                     uint32_t by);

/* Writes the sides of a word's mentions but for one between `own`, of those with the least
 * keys, and returns their number. */
uint32_t ww_contexts_others(const ww_contexts *contexts, const ww_context_list *list, ww_sides own,
                            ww_sides out[WW_CONTEXTS]);

/* A number for what can be seen of a word's contexts. */
uint32_t ww_contexts_seen(const ww_contexts *contexts, const ww_context_list *list);

#endif
