/* What linking does with a mention: it joins an entity, or founds one.
 *
 * An entity is found by the words that it may be called by, which are its keys; each mention
 * that joins adds its own.  One that turns out to be another under a second name stays where it
 * is and points to it, until all mentions are linked. */
#include "entity_join.h"

#include "entity_given.h"
#include "entity_index.h"
#include "entity_match.h"

/* Of a mention of one word nothing more is known than the word; of more words each will do, and
 * what stands for them: initials, and the first letters of a person's names, under which misspelt
 * ones are looked for. */
void ww_entity_add_keys(ww_entities *e, const ww_entity_mention *m, uint32_t entity) {
	const ww_entity_word *w = ww_entity_words(e, m);
	for (uint32_t k = 0; k < m->name.n_words; k++) {
		ww_entity_index_add(e, w[k].hash, entity);
		if (w[k].bare != w[k].hash) {
			ww_entity_index_add(e, w[k].bare, entity);
			ww_entity_index_add(e, w[k].wide, entity);
		}
		ww_entity_index_add(e, w[k].particle, entity);
		ww_entity_index_add(e, w[k].half[0], entity);
		ww_entity_index_add(e, w[k].half[1], entity);
	}
	if (m->name.n_words == 1)
		return;
	if (m->kind == WW_PERSON) {
		ww_entity_index_add(e, ww_entity_letter_key(ww_entity_surname(e, m)), entity);
		ww_entity_index_add(e, ww_entity_letter_key(&w[!m->name.surname]), entity);
		for (uint32_t rows = ww_given_rows(&w[!m->name.surname]); rows; rows >>= 8)
			ww_entity_index_add(e, ww_entity_row_key(rows & 0xFF), entity);
	}
	ww_entity_index_add(e, ww_entity_initials_key(m->name.initials), entity);
	if (m->kind != WW_PERSON)
		ww_entity_index_add(e, ww_entity_initials_key(m->name.capitals), entity);
}

/* The name that an entity has is not given up for its second one, though that be longer.  What is
 * misspelt, or a part of a second name, adds to the counts and to nothing else. */
void ww_entity_join(ww_entities *e, uint32_t i, uint32_t entity, unsigned flags) {
	ww_entity_mention *m = &e->mention[i];
	ww_entity *x = &e->entity[entity];
	if (m->kind == WW_PERSON && x->mentions && !m->name.alias &&
	    ww_entity_respelt(e, m, &e->mention[x->name]))
		flags |= WW_LINK_MISSPELT;
	m->entity = entity;
	m->flags = (uint8_t)flags;
	x->mentions++;
	x->full += m->name.n_words > 1;
	x->bylines += m->name.wrote_it;
	x->gender |= m->name.gender;
	if (!(flags & WW_LINK_AMBIGUOUS))
		ww_entity_add_title(x, &m->name.title);
	if (flags & WW_LINK_MISSPELT)
		return;
	if (m->name.n_words > e->mention[x->name].name.n_words &&
	    (x->alias == WW_NO_ENTITY || ww_entity_fit_name(e, m, &e->mention[x->name])))
		x->name = i;
	ww_entity_add_keys(e, m, entity);
}

/* A family has the flag of one, so that nobody is linked to it as a person.  There is room for
 * an entity of each mention. */
void ww_entity_found(ww_entities *e, uint32_t i, bool is_family) {
	e->entity[e->n_entities] = (ww_entity){ .name = i, .kind = e->mention[i].kind,
		                                    .title = WW_NO_ENTITY, .first = i, .last = i,
		                                    .is_family = is_family, .alias = WW_NO_ENTITY,
		                                    .lent = WW_NO_ENTITY, .into = WW_NO_ENTITY };
	ww_entity_join(e, i, e->n_entities++, is_family ? WW_LINK_FAMILY : 0);
}

/* Parts point to what was whole then, which may have become a part later; never in a circle. */
uint32_t ww_entity_whole(const ww_entities *e, uint32_t x) {
	while (x != WW_NO_ENTITY && e->entity[x].into != WW_NO_ENTITY)
		x = e->entity[x].into;
	return x;
}
