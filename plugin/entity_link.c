/* Linking: which mentions name the same one.
 *
 * It goes through the article twice.  First names of several words are linked to each
 * other, so that all who may be meant are known: a headline has "Baldwin" before anybody
 * is called Alec Baldwin.  Then full names that differ by one letter are one person's,
 * unless a sentence has both.  Last come the shorter names, in the order of the text,
 * since whom a surname names depends on who was introduced before it.
 *
 * What is known of an entity while it is linked is of the mentions up to there (`bare`,
 * `full_so_far`, `last`); nothing depends on how the mentions came to be added, so that
 * linking again after an edit gives what linking the new text gives. */
#include "entity_link.h"

#include "entity_given.h"
#include "entity_index.h"
#include "entity_join.h"

/* Chains a mention to its entity, to tell where that was named. */
static void chain(ww_entities *e, uint32_t i) {
	ww_entity *x = &e->entity[e->mention[i].entity];
	e->mention[i].next = WW_NO_ENTITY;
	if (x->last != i)
		e->mention[x->last].next = i;
	x->last = i;
}

/* Full names that agree but for a letter are not yet linked: only when all are known can
 * be told whether a sentence has both. */
static void link_full(ww_entities *e, uint32_t i) {
	ww_choice c = ww_entity_choose(e, &e->mention[i], WW_FIT_SHORT);
	if (c.entity == WW_NO_ENTITY || e->mention[i].name.is_unrelated)
		ww_entity_found(e, i, false);
	else
		ww_entity_join(e, i, c.entity, 0);
	chain(e, i);
}

/* Whether a sentence names both: then they are two. Both chains ascend, so one walk through both
 * is enough. */
static bool are_together(const ww_entities *e, const ww_entity *a, const ww_entity *b) {
	uint32_t i = a->first, k = b->first;
	while (i != WW_NO_ENTITY && k != WW_NO_ENTITY) {
		if (e->mention[i].sentence == e->mention[k].sentence)
			return true;
		if (i < k)
			i = e->mention[i].next;
		else
			k = e->mention[k].next;
	}
	return false;
}

/* Puts the chain of one among that of another, in the order of the text: what was merged may be
 * merged again. */
static void weave(ww_entities *e, ww_entity *into, const ww_entity *x) {
	uint32_t a = into->first, b = x->first, *end = &into->first;
	while (a != WW_NO_ENTITY || b != WW_NO_ENTITY) {
		uint32_t *next = a < b ? &a : &b; /* none is above all */
		*end = into->last = *next;
		end = &e->mention[*next].next;
		*next = *end;
	}
}

/* Makes one entity of two: the rarer spelling is the doubtful one, and of equally rare ones
 * the later, since the desk writes a name from what stands above. */
static void merge(ww_entities *e, uint32_t a, uint32_t b) {
	bool swap = e->entity[a].mentions < e->entity[b].mentions;
	uint32_t to = swap ? b : a, from = swap ? a : b;
	ww_entity *x = &e->entity[from];
	for (uint32_t i = x->first; i != WW_NO_ENTITY; i = e->mention[i].next)
		ww_entity_join(e, i, to, WW_LINK_MISSPELT);
	weave(e, &e->entity[to], x);
	x->mentions = 0;
}

/* Looks for another spelling of a full name.  Each pair is looked at once, from its later
 * entity, and only where one alone is like it: of three spellings nobody knows which is right. */
static void merge_misspelt(ww_entities *e, uint32_t entity) {
	const ww_entity_mention *m = &e->mention[e->entity[entity].name];
	ww_choice c = ww_entity_choose(e, m, WW_FIT_SPELLING);
	if (m->kind == WW_PERSON && c.entity < entity && c.for_it[WW_FOR_FIT] == WW_FIT_SPELLING &&
	    !c.rivals && !are_together(e, &e->entity[c.entity], &e->entity[entity]))
		merge(e, c.entity, entity);
}

/* Where the family name comes first many share it: with so many others of whom nothing
 * more speaks for one, whom it names is a guess. */
static bool is_anybody(const ww_entities *e, const ww_choice *c) {
	enum { CROWD = 2 };
	const ww_entity_name *name = &e->mention[e->entity[c->entity].name].name;
	return c->equals >= CROWD && name->n_words > 1 && name->surname == 0;
}

/* Whether the sentence of a mention, or as much of it as is looked at, has the surname of an
 * entity as it should be. */
static bool is_beside_surname(const ww_entities *e, uint32_t i, const ww_entity *x) {
	enum { FAR = 16 }; /* mentions of a sentence that are looked at */
	uint32_t surname = ww_entity_surname(e, &e->mention[x->name])->hash;
	for (uint32_t k = i > FAR ? i - FAR : 0; k < e->n_mentions && k <= i + FAR; k++)
		if (e->mention[k].sentence == e->mention[i].sentence &&
		    ww_entity_surname(e, &e->mention[k])->hash == surname)
			return true;
	return false;
}

/* Whether a lone word may be a misspelt surname: it is no word of its own and no part of
 * what is longer ("the Leander"), has no title of its own, and no sentence has it beside the
 * right one. */
static bool is_misspelling(const ww_entities *e, uint32_t i, const ww_choice *c) {
	const ww_entity_mention *m = &e->mention[i];
	const ww_classes own = WW_GAZ_TITLE | WW_GAZ_COMMON | WW_GAZ_COMMON_FIRST;
	return !m->name.is_part && !(ww_gazetteer_find(ww_entity_words(e, m)->hash) & own) &&
	       (!m->name.title.len || m->name.title.polite || c->for_it[WW_FOR_TITLE]) &&
	       !is_beside_surname(e, i, &e->entity[c->entity]);
}

/* Looks for a full name of which a lone word is the misspelt surname or a short form.  These
 * are found by other keys than words, and last: what is equal goes before what is like. */
static ww_choice choose_alike(ww_entities *e, uint32_t i) {
	const ww_entity_mention *m = &e->mention[i];
	ww_choice c = { .entity = WW_NO_ENTITY };
	const ww_entity_word *word = ww_entity_words(e, m);
	ww_entity_choose_by(e, m, ww_entity_letter_key(word), WW_FIT_SPELLING, &c);
	for (uint32_t rows = ww_given_rows(word); rows; rows >>= 8)
		ww_entity_choose_by(e, m, ww_entity_row_key(rows & 0xFF), WW_FIT_SHORT, &c);
	if (c.entity == WW_NO_ENTITY || c.rivals ||
	    (c.for_it[WW_FOR_FIT] == WW_FIT_SPELLING && !is_misspelling(e, i, &c)))
		c.entity = WW_NO_ENTITY;
	return c;
}

/* The surname alone, or a given name; initials, or one that is misspelt, when nobody else bears
 * it. A link is ambiguous when nothing but habit and nearness chose between those who were
 * introduced. */
static void link_short(ww_entities *e, uint32_t i) {
	ww_entity_mention *m = &e->mention[i];
	ww_choice c = ww_entity_choose(e, m, WW_FIT_SHORT);
	unsigned flags = 0;
	if (m->name.is_another || (c.entity != WW_NO_ENTITY && is_anybody(e, &c))) {
		ww_entity_found(e, i, false);
		return;
	}
	if (c.entity == WW_NO_ENTITY) {
		c = ww_entity_choose_by_initials(e, m);
		if (c.entity == WW_NO_ENTITY)
			c = choose_alike(e, i);
		if (c.entity == WW_NO_ENTITY) {
			ww_entity_found(e, i, false);
			return;
		}
		flags = c.for_it[WW_FOR_FIT] == WW_FIT_SPELLING ? WW_LINK_MISSPELT : 0;
	}
	ww_entity *x = &e->entity[c.entity];
	if (e->mention[x->name].name.n_words > 1)
		flags |= WW_LINK_PARTIAL;
	if (c.rivals)
		flags |= WW_LINK_AMBIGUOUS;
	x->bare += c.for_it[WW_FOR_FIT] == WW_FIT_SURNAME;
	ww_entity_join(e, i, c.entity, flags);
}

/* The hash of a word without its last letters.  Words longer than what is kept of their
 * letters are no plurals that we know of. */
static uint32_t shortened(const ww_entity_word *w, uint32_t by) {
	uint32_t hash = WW_HASH_START;
	for (uint32_t i = 0; i + by < w->n_letters; i++)
		hash = ww_hash_char(hash, w->letter[i]);
	return hash;
}

/* Whether somebody with a full name bears a surname: only then is "Halls" a plural. */
static bool is_surname(ww_entities *e, uint32_t hash) {
	ww_entity_walk walk = ww_entity_walk_start(e, hash);
	uint32_t entity;
	while (ww_entity_walk_next(e, &walk, &entity)) {
		const ww_entity_mention *name = &e->mention[e->entity[entity].name];
		if (name->kind == WW_PERSON && name->name.n_words > 1 &&
		    ww_entity_surname(e, name)->hash == hash)
			return true;
	}
	return false;
}

/* The surname of a family: "the Assads", "the Assad family"; 0 when it is not one. */
static uint32_t family_of(ww_entities *e, const ww_entity_mention *m) {
	const ww_entity_word *w = ww_entity_words(e, m);
	if (m->name.is_family)
		return w->hash;
	if (w->n_letters < 3 || w->n_letters > WW_NAME_LETTERS || w->letter[w->n_letters - 1] != 's' ||
	    is_surname(e, w->hash))
		return 0;
	if (is_surname(e, shortened(w, 1)))
		return shortened(w, 1);
	return w->letter[w->n_letters - 2] == 'e' && is_surname(e, shortened(w, 2))
	           ? shortened(w, 2) : 0;
}

/* A family is none of its members: it is an entity of its own. */
static void link_family(ww_entities *e, uint32_t i, uint32_t surname) {
	ww_entity_walk walk = ww_entity_walk_start(e, surname);
	uint32_t entity;
	while (ww_entity_walk_next(e, &walk, &entity))
		if (e->entity[entity].is_family) {
			ww_entity_join(e, i, entity, WW_LINK_FAMILY);
			return;
		}
	ww_entity_found(e, i, true);
	ww_entity_index_add(e, surname, e->n_entities - 1);
}

/* Counts a mention for the only person whose given name it is.  That is done before shorter
 * names are linked, over the whole article, as a writer keeps to one way of naming somebody:
 * in "Elian" and "Gonzalez" the second is his father all through the story. */
static void count_given(ww_entities *e, uint32_t i) {
	uint32_t hash = ww_entity_words(e, &e->mention[i])->hash, entity, only = WW_NO_ENTITY;
	ww_entity_walk walk = ww_entity_walk_start(e, hash);
	while (ww_entity_walk_next(e, &walk, &entity)) {
		const ww_entity *x = &e->entity[entity];
		const ww_entity_mention *name = &e->mention[x->name];
		if (x->kind != WW_PERSON || !x->mentions || name->name.n_words < 2)
			continue;
		if (only != WW_NO_ENTITY || ww_entity_given(e, name)->hash != hash)
			return;
		only = entity;
	}
	if (only != WW_NO_ENTITY)
		e->entity[only].given++;
}

/* Of "Jack and Edna Orr" he is Mr Orr too, if "Jack" is a given name and he was not told in full
 * elsewhere.  "Baldwin and Edna Orr" has no couple. */
static void borrow_surname(ww_entities *e, uint32_t i) {
	const ww_entity_mention *m = &e->mention[i], *next = m + 1;
	ww_entity *x = &e->entity[m->entity];
	if (i + 1 == e->n_mentions || !next->joined || next->kind != WW_PERSON ||
	    next->name.n_words < 2 || e->mention[x->name].name.n_words > 1 ||
	    !(ww_gazetteer_find(ww_entity_words(e, m)->hash) & WW_GAZ_FIRST))
		return;
	x->lent = i + 1;
	ww_entity_index_add(e, ww_entity_surname(e, next)->hash, m->entity);
}

/* A person by one word, or by a second name. */
static void link_person(ww_entities *e, uint32_t i) {
	ww_entity_mention *m = &e->mention[i];
	uint32_t surname = family_of(e, m);
	if (surname)
		link_family(e, i, surname);
	else if (!ww_entity_link_second(e, i)) {
		link_short(e, i);
		borrow_surname(e, i);
	}
}

/* Remembers a mention as told, for the shorter names behind it: what a reader has read so far
 * is all that he may choose by. */
static void pass(ww_entities *e, uint32_t i) {
	const ww_entity_mention *m = &e->mention[i];
	ww_entity *x = &e->entity[ww_entity_whole(e, m->entity)];
	x->last = i;
	x->full_so_far += m->name.n_words > 1 && ww_entity_surname(e, m)->hash ==
	                                             ww_entity_surname(e, &e->mention[x->name])->hash;
}

/* Gives the mentions of what was merged to what it was merged into; until here they point to
 * what they joined, so that no merging costs more than one step. */
static void settle(ww_entities *e) {
	for (uint32_t i = 0; i < e->n_mentions; i++)
		e->mention[i].entity = ww_entity_whole(e, e->mention[i].entity);
}

/* Full names and names of other kinds, misspelt full names, second and given names, then the
 * short ones in the order of the text: each pass only asks what those before have settled. */
bool ww_entities_find(ww_entities *e, const ww_mem *mem) {
	if (!ww_entity_index_start(e, mem) ||
	    !ww_reserve(mem, &e->entity, &e->cap_entities, e->n_mentions, sizeof *e->entity))
		return false;
	e->n_entities = 0;
	for (uint32_t i = 0; i < e->n_mentions; i++) {
		ww_entity_mention *m = &e->mention[i];
		m->entity = WW_NO_ENTITY;
		m->flags = 0;
		if (m->name.n_words > 1 && m->kind != WW_PERSON)
			ww_entity_link_other(e, i);
		else if (m->name.n_words > 1)
			link_full(e, i);
	}
	/* Merging makes no entity, and one that was emptied is passed over by all who choose. */
	for (uint32_t i = 0, n = e->n_entities; i < n; i++)
		merge_misspelt(e, i);
	for (uint32_t i = 0; i < e->n_mentions; i++) {
		if (e->mention[i].name.alias && e->mention[i].name.n_words > 1)
			ww_entity_link_second(e, i);
		else if (e->mention[i].kind == WW_PERSON && e->mention[i].name.n_words == 1)
			count_given(e, i);
	}
	for (uint32_t i = 0; i < e->n_mentions; i++) {
		ww_entity_mention *m = &e->mention[i];
		if (m->entity == WW_NO_ENTITY && m->kind == WW_PERSON)
			link_person(e, i);
		else if (m->name.alias && m->kind == WW_PERSON)
			ww_entity_link_second(e, i); /* of whom only a part was told before */
		else if (m->entity == WW_NO_ENTITY)
			ww_entity_link_other(e, i);
		pass(e, i);
	}
	settle(e);
	return true;
}
