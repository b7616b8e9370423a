/* Linking organisations, places and other things: by what they stand beside, by their words, or
 * by their initials.
 *
 * Here an acronym is as common as a name, and a name as a part of another: "Oregon" need not be
 * "Oregon State".  A part names the whole only where no other whole has it. */
#include "entity_join.h"

/* Whether the letters of an acronym occur in a name in their order, from the beginning of a
 * word on: "OCHA" in "United Nations Office for the Coordination of Humanitarian Affairs",
 * "COCOBOD" in "Ghana Cocoa Board". */
static bool is_in_letters(const ww_entity_word *acronym, const ww_entity_word *word, uint32_t n) {
	uint32_t found = 0, of = acronym->n_letters;
	if (of > WW_NAME_LETTERS)
		return false;
	for (uint32_t i = 0; i < n; i++)
		for (uint32_t k = 0; k < word[i].n_letters && k < WW_NAME_LETTERS && found < of; k++) {
			while (found < of && (acronym->letter[found] == '.' || acronym->letter[found] == '-'))
				found++;
			found += (found || k == 0) && found < of && acronym->letter[found] == word[i].letter[k];
		}
	return found == of;
}

/* Whether one of two that stand beside each other is the acronym of the other. */
static bool stands_for(const ww_entities *e, const ww_entity_mention *a,
                       const ww_entity_mention *b) {
	enum { FEWEST = 3 }; /* letters of an acronym that leaves words out */
	const ww_entity_mention *shorter = a->name.is_acronym ? a : b;
	const ww_entity_mention *longer = a->name.is_acronym ? b : a;
	if (a->name.is_acronym == b->name.is_acronym)
		return false;
	return shorter->name.initials == longer->name.initials ||
	       shorter->name.initials == longer->name.capitals ||
	       (ww_entity_words(e, shorter)->n_letters >= FEWEST && longer->name.n_words > 1 &&
	        is_in_letters(ww_entity_words(e, shorter), ww_entity_words(e, longer),
	                      longer->name.n_words));
}

/* Links a name in parentheses to the one that it stands beside, when one is the acronym
 * of the other. */
static bool link_beside(ww_entities *e, uint32_t i) {
	ww_entity_mention *m = &e->mention[i];
	if (!m->beside)
		return false;
	const ww_entity_mention *o = &e->mention[m->beside - 1];
	if (o->kind != m->kind || !stands_for(e, m, o) || o->entity == WW_NO_ENTITY)
		return false;
	ww_entity_join(e, i, o->entity, m->name.is_acronym ? WW_LINK_PARTIAL : 0);
	return true;
}

/* An organisation, place or other thing: by what it stands beside, by its words, or by its
 * initials. */
void ww_entity_link_other(ww_entities *e, uint32_t i) {
	ww_entity_mention *m = &e->mention[i];
	if (link_beside(e, i))
		return;
	ww_choice c = ww_entity_choose(e, m, WW_FIT_SHORT);
	if (c.entity != WW_NO_ENTITY && c.for_it[WW_FOR_FIT] == WW_FIT_GIVEN && c.rivals)
		c.entity = WW_NO_ENTITY; /* "Lagos" may be of any firm there */
	if (c.entity == WW_NO_ENTITY)
		c = ww_entity_choose_by_initials(e, m);
	if (c.entity == WW_NO_ENTITY) {
		ww_entity_found(e, i, false);
		return;
	}
	bool partial = m->name.n_words < e->mention[e->entity[c.entity].name].name.n_words;
	ww_entity_join(e, i, c.entity, !partial ? 0 : c.rivals ? WW_LINK_PARTIAL | WW_LINK_AMBIGUOUS
	                                             : WW_LINK_PARTIAL);
}
