/* The names of an article as they are added, and its entities as they are told: in the
 * order of the text, each with its mentions and its title. */
#include "entity.h"

#include <string.h>

#include "entity_link.h"

void ww_entities_free(ww_entities *e, const ww_mem *mem) {
	ww_free(mem, e->mention, e->cap_mentions * sizeof *e->mention);
	ww_free(mem, e->entity, e->cap_entities * sizeof *e->entity);
	ww_free(mem, e->word, e->cap_words * sizeof *e->word);
	ww_free(mem, e->key, e->cap_keys * sizeof *e->key);
	ww_free(mem, e->slot, e->n_slots * sizeof *e->slot);
	*e = (ww_entities){ 0 };
}

void ww_entities_clear(ww_entities *e) {
	e->n_mentions = e->n_entities = e->n_words = e->n_keys = 0;
}

/* Whether a name stands in parentheses right behind the one before it. */
static bool stands_beside(const ww_entities *e, const char *text, uint32_t start) {
	return e->n_mentions > 0 && start >= 2 && text[start - 1] == '(' && start - e->last_end <= 2;
}

bool ww_entities_add(ww_entities *e, const ww_mem *mem, const char *text, uint32_t start,
                     uint32_t end, uint8_t kind, bool same_block) {
	ww_entity_word word[WW_NAME_WORDS];
	if (!ww_reserve(mem, &e->mention, &e->cap_mentions, e->n_mentions + (size_t)1,
	                sizeof *e->mention) ||
	    !ww_reserve(mem, &e->word, &e->cap_words, e->n_words + (size_t)WW_NAME_WORDS,
	                sizeof *e->word))
		return false;
	ww_entity_mention *m = &e->mention[e->n_mentions];
	*m = (ww_entity_mention){ .kind = kind, .word = e->n_words, .entity = WW_NO_ENTITY,
		                      .next = WW_NO_ENTITY };
	m->name = ww_entity_name_read(&e->more, text, start, end, kind, word);
	memcpy(e->word + e->n_words, word, m->name.n_words * sizeof *word);
	e->n_words += m->name.n_words;
	if (kind != WW_PERSON && same_block && stands_beside(e, text, start))
		m->acronym_of = e->n_mentions; /* 1 + the one before */
	e->last_end = end;
	e->n_mentions++;
	return true;
}

/* Entities are found full names first; they are to stand by first mention. */
static void swap_order(ww_entities *e, uint32_t *rank) {
	uint32_t n = 0;
	for (uint32_t i = 0; i < e->n_entities; i++)
		rank[i] = WW_NO_ENTITY;
	for (uint32_t i = 0; i < e->n_mentions; i++) {
		uint32_t x = e->mention[i].entity;
		if (rank[x] == WW_NO_ENTITY)
			rank[x] = n++;
		e->mention[i].entity = rank[x];
	}
	for (uint32_t i = 0; i < e->n_entities; i++)
		while (rank[i] != i) {
			uint32_t to = rank[i];
			ww_entity held = e->entity[to];
			e->entity[to] = e->entity[i];
			e->entity[i] = held;
			rank[i] = rank[to];
			rank[to] = to;
		}
}

static bool better_title(const ww_entity_mention *a, const ww_entity_mention *b) {
	return a->name.title_back && (!b->name.title_back || (b->name.title_polite && !a->name.title_polite));
}

/* Chains the mentions of each entity and picks its title. */
static void chain(ww_entities *e) {
	for (uint32_t i = 0; i < e->n_entities; i++)
		e->entity[i].first = e->entity[i].last = WW_NO_ENTITY;
	for (uint32_t i = 0; i < e->n_mentions; i++) {
		ww_entity_mention *m = &e->mention[i];
		ww_entity *x = &e->entity[m->entity];
		m->next = WW_NO_ENTITY;
		if (x->first == WW_NO_ENTITY)
			x->first = i;
		else
			e->mention[x->last].next = i;
		x->last = i;
		if (m->name.title_back && !(m->flags & WW_LINK_AMBIGUOUS) &&
		    (x->title == WW_NO_ENTITY || better_title(m, &e->mention[x->title])))
			x->title = i;
	}
}
bool ww_entities_link(ww_entities *e, const ww_mem *mem) {
	if (!ww_entities_find(e, mem))
		return false;
	/* the slots are not needed any more, and there is one for each entity: an
	 * entity has a word at least */
	swap_order(e, e->slot);
	chain(e);
	return true;
}
