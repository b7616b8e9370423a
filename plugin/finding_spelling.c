/* Names as they are written: one person's that is spelt in two ways.  Linking has found
 * out who is misspelt: it takes one for the other only where no sentence has both. */
#include "finding.h"

#include "entity_match.h"

/* A spelling is told once, at its first mention: after that the editor knows, and of marks left
 * out ("Giap", "Giáp") all of a person's.  What is in capitals is left out, since capitals hide
 * how a name is written. */
int ww_find_in_spellings(ww_document *doc, uint32_t article) {
	const ww_entities *e = &doc->cast.entities;
	(void)article;
	for (uint32_t i = 0; i < e->n_entities; i++) {
		const ww_entity *person = &e->entity[i];
		const ww_entity_mention *known = &e->mention[person->name];
		uint32_t told = known->name.spelling; /* the last that was told, once is enough */
		bool told_marks = false;
		if (person->kind != WW_PERSON)
			continue;
		for (uint32_t k = person->first; k != WW_NO_ENTITY; k = e->mention[k].next) {
			const ww_entity_mention *m = &e->mention[k];
			if (m->name.spelling == told || m->name.in_capitals || known->name.in_capitals ||
			    !(m->flags & WW_LINK_MISSPELT))
				continue;
			bool marks = ww_entity_respelt(e, m, known);
			if (marks && told_marks)
				continue;
			told_marks |= marks;
			told = m->name.spelling;
			int err = ww_finding_add_name(doc, WW_NAME_SPELLING, k, person->name);
			if (err)
				return err;
		}
	}
	return WW_OK;
}
