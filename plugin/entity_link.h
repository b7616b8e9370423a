/* entity_link.h: which mentions name the same one. */
#ifndef WW_ENTITY_LINK_H
#define WW_ENTITY_LINK_H

#include "entity.h"

/* Gives each mention its entity and flags, and makes the entities in the order in which
 * they are found; their chains and titles are left.  Returns false when there is no
 * memory. */
bool ww_entities_find(ww_entities *e, const ww_mem *mem);

#endif
