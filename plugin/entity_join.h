/* entity_join.h: what the rooms that link mentions share. */
#ifndef WW_ENTITY_JOIN_H
#define WW_ENTITY_JOIN_H

#include "entity_choose.h"

/* Adds what a mention may be called by to the keys of an entity. */
void ww_entity_add_keys(ww_entities *e, const ww_entity_mention *m, uint32_t entity);

/* Adds mention i to an entity, with WW_LINK_ flags.  Its name becomes the longer one, and of
 * equals stays the first; a misspelt one names nobody. */
void ww_entity_join(ww_entities *e, uint32_t i, uint32_t entity, unsigned flags);

/* Makes an entity of mention i, which fits none. */
void ww_entity_found(ww_entities *e, uint32_t i, bool is_family);

/* What an entity was found to be a part of; itself when of none. */
uint32_t ww_entity_whole(const ww_entities *e, uint32_t entity);

/* Links a second name, once its owner is known: a mention that is linked already with all
 * that it was linked to.  Returns false when it is not a known second name. */
bool ww_entity_link_second(ww_entities *e, uint32_t i);

/* Links an organisation, a place or another thing. */
void ww_entity_link_other(ww_entities *e, uint32_t i);

#endif
