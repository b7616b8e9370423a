/* Linking second names: whose "Ryosuke Narita" is in "Akaboshi, whose real name is …".
 *
 * What was read around the name says that it is one (entity_alias.c).  Its owner is the person
 * named before it, or, where a sentence begins with "Born", whom the article begins with.  Both
 * may have been linked already, by mentions elsewhere: then the second entity becomes a part of
 * the first. */
#include "entity_index.h"
#include "entity_join.h"

/* The person named before a mention in its sentence, the nearest first; or else the first
 * of the sentence before it. */
static uint32_t named_before(const ww_entities *e, uint32_t i) {
	enum { FAR = 16 }; /* mentions that are looked at */
	const ww_entity_mention *m = &e->mention[i];
	uint32_t found = WW_NO_ENTITY;
	for (uint32_t k = i; k-- > 0 && i - k <= FAR && e->mention[k].block == m->block;) {
		const ww_entity_mention *o = &e->mention[k];
		if (o->kind != WW_PERSON)
			continue;
		if (o->sentence == m->sentence)
			return k;
		if (m->name.alias == WW_ALIAS_SAME || o->sentence + 1 < m->sentence)
			break;
		found = k;
	}
	return found;
}

/* Of the entities of a key, the one that the article's first sentence or headline names in full
 * and, with `given`, by the same given name as the mention.  Of several the first. */
static uint32_t subject_like(ww_entities *e, const ww_entity_mention *m, uint32_t hash,
                             bool given) {
	ww_entity_walk walk = ww_entity_walk_start(e, hash);
	uint32_t entity, best = WW_NO_ENTITY;
	while (ww_entity_walk_next(e, &walk, &entity)) {
		const ww_entity *x = &e->entity[entity];
		const ww_entity_mention *name = &e->mention[x->name];
		if (x->kind == WW_PERSON && x->mentions && entity != m->entity && name < m &&
		    name->name.n_words > 1 && e->mention[x->first].sentence == 0 &&
		    (!given || ww_entity_given(e, name)->hash == hash) &&
		    (best == WW_NO_ENTITY || x->first < e->entity[best].first))
			best = entity;
	}
	return best;
}

/* The entity whose second name a mention is; WW_NO_ENTITY for none.  For "Born Margaret Law" an
 * equal given name is the better sign, as a surname is her brothers' too. */
static uint32_t owner(ww_entities *e, uint32_t i) {
	const ww_entity_mention *m = &e->mention[i];
	uint32_t k, entity = WW_NO_ENTITY;
	switch (m->name.alias) {
	case WW_ALIAS_SAME:
	case WW_ALIAS_NEAR:
		k = named_before(e, i);
		return k == WW_NO_ENTITY ? k : ww_entity_whole(e, e->mention[k].entity);
	case WW_ALIAS_LIKE:
	case WW_ALIAS_SUBJECT:
		if (m->name.n_words > 1)
			entity = subject_like(e, m, ww_entity_given(e, m)->hash, true);
		if (entity == WW_NO_ENTITY && m->name.alias == WW_ALIAS_LIKE)
			entity = subject_like(e, m, ww_entity_surname(e, m)->hash, false);
		return entity;
	default:
		return WW_NO_ENTITY;
	}
}

/* Makes an entity a part of another, which it is by another name.  An entity keeps one such
 * name: more are rare, and each would cost a comparison with every mention. */
static void merge_alias(ww_entities *e, uint32_t from, uint32_t to) {
	ww_entity *x = &e->entity[from], *y = &e->entity[to];
	y->mentions += x->mentions;
	y->full += x->full;
	y->bylines += x->bylines;
	y->gender |= x->gender;
	y->titles |= x->titles;
	y->whole_titles |= x->whole_titles;
	if (y->alias == WW_NO_ENTITY)
		y->alias = x->name;
	ww_entity_add_keys(e, &e->mention[x->name], to);
	x->mentions = 0;
	x->into = to;
}

/* The owner of a second name is linked before it, but where only a part of him was told. */
bool ww_entity_link_second(ww_entities *e, uint32_t i) {
	ww_entity_mention *m = &e->mention[i];
	uint32_t to = owner(e, i), from = ww_entity_whole(e, m->entity);
	if (to == WW_NO_ENTITY || to == from || e->entity[to].is_family)
		return false;
	if (from != WW_NO_ENTITY) {
		merge_alias(e, from, to);
		return true;
	}
	ww_entity_join(e, i, to, WW_LINK_PARTIAL);
	if (e->entity[to].alias == WW_NO_ENTITY)
		e->entity[to].alias = i;
	return true;
}
