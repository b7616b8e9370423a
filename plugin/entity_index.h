/* entity_index.h: from what a name may be called by to the entities of that name. */
#ifndef WW_ENTITY_INDEX_H
#define WW_ENTITY_INDEX_H

#include "entity.h"

/* Keys of one hash that are kept.  So many bearers of one name are a list of names, and
 * the bound keeps linking linear in the mentions. */
enum { WW_ENTITY_CHAIN = 256 };

/* What the key of a word is, besides its own hash: of a surname behind its particle, as
 * it is; of what begins with a letter, for misspelt words; of initials, for acronyms; of a row of
 * data/en/given.txt, for short forms. */
uint32_t ww_entity_letter_key(const ww_entity_word *w);
uint32_t ww_entity_initials_key(uint32_t initials);
uint32_t ww_entity_row_key(uint32_t row);

/* Makes room for all keys of the mentions, and forgets those there are.  Returns false
 * when there is no memory. */
bool ww_entity_index_start(ww_entities *e, const ww_mem *mem);

/* Adds a key of an entity, unless it is there; 0 is none. */
void ww_entity_index_add(ww_entities *e, uint32_t hash, uint32_t entity);

bool ww_entity_index_has(ww_entities *e, uint32_t hash, uint32_t entity);

/* A walk over the entities of a key. */
typedef struct {
	uint32_t hash, key;
} ww_entity_walk;

ww_entity_walk ww_entity_walk_start(const ww_entities *e, uint32_t hash);

/* Stores the next entity; false when there is none. */
bool ww_entity_walk_next(ww_entities *e, ww_entity_walk *walk, uint32_t *entity);

#endif
