/* An index from what a name may be called by to the entities of that name.
 *
 * Keys hang in chains from slots, of which there are at least as many as words, so that
 * chains are short however long the article is.  Only one thing makes a chain long: many
 * entities of one key, as in a list of all who are called Smith.  Of one key only so many
 * are kept, the first of the text; whom a Smith beyond them names nobody could tell.
 * Every step is counted, and a test holds the count against the number of names. */
#include "entity_index.h"

#include <string.h>

/* Keys of other sorts than a word's hash are joined with a number of their own, as those of
 * phrases are in the gazetteer, so that no letter has a word's key. */
uint32_t ww_entity_letter_key(const ww_entity_word *w) {
	enum { LETTER = 3 };
	return w->n_letters ? ww_gazetteer_join(LETTER, w->letter[0]) : 0;
}

uint32_t ww_entity_initials_key(uint32_t initials) {
	enum { INITIALS = 5 };
	return ww_gazetteer_join(INITIALS, initials);
}

uint32_t ww_entity_row_key(uint32_t row) {
	enum { ROW = 11 };
	return ww_gazetteer_join(ROW, row);
}

/* Hashes of words are mixed first: their low bits are those of the last letters. */
static uint32_t *slot_of(const ww_entities *e, uint32_t hash) {
	return &e->slot[ww_gazetteer_mix(hash) & (e->n_slots - 1)];
}

/* Slots are a power of two, so that a mask finds one; they are reused, and only grow. */
bool ww_entity_index_start(ww_entities *e, const ww_mem *mem) {
	/* Of a word itself, without its marks in two ways, with its particle and its halves; of a
	 * mention two first letters, initials of two sorts, and up to four rows of short forms. */
	enum { FEWEST = 64, KEYS_OF_WORD = 6, KEYS_OF_MENTION = 8 };
	uint32_t want = FEWEST;
	size_t keys = KEYS_OF_WORD * (size_t)e->n_words + KEYS_OF_MENTION * (size_t)e->n_mentions;
	while (want < e->n_words)
		want *= 2;
	/* The owner of a second name is called by all of it, and may be found in either pass. */
	for (uint32_t i = 0; i < e->n_mentions; i++)
		if (e->mention[i].name.alias)
			keys += 2 * (KEYS_OF_WORD * WW_NAME_WORDS + KEYS_OF_MENTION);
	if (!ww_reserve(mem, &e->key, &e->cap_keys, keys, sizeof *e->key))
		return false;
	if (want > e->n_slots) {
		uint32_t *slot = ww_new(mem, want * sizeof *slot);
		if (!slot)
			return false;
		ww_free(mem, e->slot, e->n_slots * sizeof *e->slot);
		e->slot = slot;
		e->n_slots = want;
	}
	memset(e->slot, 0, e->n_slots * sizeof *e->slot);
	e->n_keys = 0;
	e->work = 0;
	return true;
}

/* Goes through a whole chain: other keys may lie in the same slot. */
ww_entity_walk ww_entity_walk_start(const ww_entities *e, uint32_t hash) {
	return (ww_entity_walk){ hash, *slot_of(e, hash) };
}

bool ww_entity_walk_next(ww_entities *e, ww_entity_walk *w, uint32_t *entity) {
	while (w->key) {
		const ww_entity_key *k = &e->key[w->key - 1];
		w->key = k->next;
		e->work++;
		if (k->hash == w->hash) {
			*entity = k->entity;
			return true;
		}
	}
	return false;
}

/* Chains are short, and bounded where they are not. */
bool ww_entity_index_has(ww_entities *e, uint32_t hash, uint32_t entity) {
	ww_entity_walk w = ww_entity_walk_start(e, hash);
	uint32_t other;
	while (ww_entity_walk_next(e, &w, &other))
		if (other == entity)
			return true;
	return false;
}

/* A chain of one key that is full takes no more: whom a name beyond it means nobody could tell.
 * Room is reserved for all keys. */
void ww_entity_index_add(ww_entities *e, uint32_t hash, uint32_t entity) {
	ww_entity_walk w = ww_entity_walk_start(e, hash);
	uint32_t other, n = 0;
	if (!hash)
		return;
	while (ww_entity_walk_next(e, &w, &other))
		if (other == entity || ++n == WW_ENTITY_CHAIN)
			return;
	uint32_t *slot = slot_of(e, hash);
	e->key[e->n_keys] = (ww_entity_key){ hash, entity, *slot };
	*slot = ++e->n_keys;
}
