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

#include "entity_choose.h"
#include "entity_index.h"
#include "entity_match.h"

/* Adds what a mention may be called by to the keys of its entity. */
static void add_keys(ww_entities *e, const ww_entity_mention *m, uint32_t entity) {
	const ww_entity_word *w = ww_entity_words(e, m);
	for (uint32_t k = 0; k < m->name.n_words; k++) {
		ww_entity_index_add(e, w[k].hash, entity);
		ww_entity_index_add(e, w[k].particle, entity);
		ww_entity_index_add(e, w[k].half[0], entity);
		ww_entity_index_add(e, w[k].half[1], entity);
	}
	if (m->name.n_words == 1)
		return;
	if (m->kind == WW_PERSON) {
		ww_entity_index_add(e, ww_entity_letter_key(ww_entity_surname(e, m)), entity);
		ww_entity_index_add(e, ww_entity_letter_key(&w[!m->name.surname]), entity);
	}
	ww_entity_index_add(e, ww_entity_initials_key(m->name.initials), entity);
	if (m->kind != WW_PERSON)
		ww_entity_index_add(e, ww_entity_initials_key(m->name.capitals), entity);
}

/* Adds a mention to an entity.  Its name becomes the longer one, and of equals stays the
 * first; a misspelt one names nobody. */
static void join(ww_entities *e, uint32_t i, uint32_t entity, unsigned flags) {
	ww_entity_mention *m = &e->mention[i];
	ww_entity *x = &e->entity[entity];
	m->entity = entity;
	m->flags = (uint8_t)flags;
	x->mentions++;
	x->full += m->name.n_words > 1;
	x->gender |= m->name.gender;
	if (!(flags & WW_LINK_AMBIGUOUS))
		x->titles |= ww_entity_title_bit(&m->name.title);
	if (flags & WW_LINK_MISSPELT)
		return;
	if (m->name.n_words > e->mention[x->name].name.n_words &&
	    (x->alias == WW_NO_ENTITY || ww_entity_fit_name(e, m, &e->mention[x->name])))
		x->name = i;
	add_keys(e, m, entity);
}

/* Makes an entity of a mention that fits none. */
static void found(ww_entities *e, uint32_t i, bool is_family) {
	e->entity[e->n_entities] = (ww_entity){ .name = i, .kind = e->mention[i].kind,
		                                    .title = WW_NO_ENTITY, .first = i, .last = i,
		                                    .is_family = is_family, .alias = WW_NO_ENTITY,
		                                    .lent = WW_NO_ENTITY, .into = WW_NO_ENTITY };
	join(e, i, e->n_entities++, is_family ? WW_LINK_FAMILY : 0);
}

/* --- persons --- */

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
		found(e, i, false);
	else
		join(e, i, c.entity, 0);
	chain(e, i);
}

/* Whether a sentence names both: then they are two.  If one does, it names them one right
 * after the other somewhere. */
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

/* Makes one entity of two: the rarer spelling is the doubtful one. */
static void merge(ww_entities *e, uint32_t a, uint32_t b) {
	bool swap = e->entity[a].mentions < e->entity[b].mentions;
	uint32_t to = swap ? b : a, from = swap ? a : b;
	ww_entity *x = &e->entity[from];
	for (uint32_t i = x->first, next; i != WW_NO_ENTITY; i = next) {
		next = e->mention[i].next;
		join(e, i, to, WW_LINK_MISSPELT);
	}
	x->mentions = 0;
}

/* Looks for another spelling of a full name. */
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

/* Whether the sentence of a mention has the surname of an entity as it should be. */
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

/* Looks for a full name of which a lone word is the misspelt surname or a short form. */
static ww_choice choose_alike(ww_entities *e, uint32_t i) {
	const ww_entity_mention *m = &e->mention[i];
	ww_choice c = { .entity = WW_NO_ENTITY };
	ww_entity_choose_by(e, m, ww_entity_letter_key(ww_entity_words(e, m)), WW_FIT_SPELLING, &c);
	if (c.entity == WW_NO_ENTITY || c.rivals ||
	    (c.for_it[WW_FOR_FIT] == WW_FIT_SPELLING && !is_misspelling(e, i, &c)))
		c.entity = WW_NO_ENTITY;
	return c;
}

/* The only one whose initials an acronym is.  Two letters stand for too much, unless they
 * were introduced: then they are a key of its. */
static ww_choice choose_by_initials(ww_entities *e, const ww_entity_mention *m) {
	enum { FEWEST = 3 };
	ww_choice c = { .entity = WW_NO_ENTITY };
	const ww_entity_word *word = ww_entity_words(e, m);
	ww_entity_walk walk = ww_entity_walk_start(e, ww_entity_initials_key(m->name.initials));
	uint32_t entity;
	while (m->name.is_acronym && ww_entity_walk_next(e, &walk, &entity)) {
		if (e->entity[entity].kind != m->kind || entity == c.entity ||
		    (word->n_letters < FEWEST && !ww_entity_index_has(e, word->hash, entity)))
			continue;
		if (c.entity != WW_NO_ENTITY)
			return (ww_choice){ .entity = WW_NO_ENTITY };
		c.entity = entity;
	}
	return c;
}

/* The surname alone, or a given name; one that is misspelt when nobody else bears it. */
static void link_short(ww_entities *e, uint32_t i) {
	ww_entity_mention *m = &e->mention[i];
	ww_choice c = ww_entity_choose(e, m, WW_FIT_SHORT);
	unsigned flags = 0;
	if (m->name.is_another || (c.entity != WW_NO_ENTITY && is_anybody(e, &c))) {
		found(e, i, false);
		return;
	}
	if (c.entity == WW_NO_ENTITY) {
		c = choose_by_initials(e, m);
		if (c.entity == WW_NO_ENTITY)
			c = choose_alike(e, i);
		if (c.entity == WW_NO_ENTITY) {
			found(e, i, false);
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
	join(e, i, c.entity, flags);
}

/* The hash of a word without its last letters.  Words longer than what is kept of their
 * letters are no plurals that we know of. */
static uint32_t shortened(const ww_entity_word *w, uint32_t by) {
	uint32_t hash = WW_HASH_START;
	for (uint32_t i = 0; i + by < w->n_letters; i++)
		hash = ww_hash_char(hash, w->letter[i]);
	return hash;
}

/* Whether somebody with a full name bears a surname. */
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

/* The surname of a family: "the Assads", "the Assad family"; 0 when it is none. */
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

/* A family is nobody of it: it is an entity of its own. */
static void link_family(ww_entities *e, uint32_t i, uint32_t surname) {
	ww_entity_walk walk = ww_entity_walk_start(e, surname);
	uint32_t entity;
	while (ww_entity_walk_next(e, &walk, &entity))
		if (e->entity[entity].is_family) {
			join(e, i, entity, WW_LINK_FAMILY);
			return;
		}
	found(e, i, true);
	ww_entity_index_add(e, surname, e->n_entities - 1);
}

/* Counts a mention for the only person whose given name it is. */
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

/* --- second names --- */

/* What an entity was found to be a part of; itself when of none. */
static uint32_t whole(const ww_entities *e, uint32_t x) {
	while (x != WW_NO_ENTITY && e->entity[x].into != WW_NO_ENTITY)
		x = e->entity[x].into;
	return x;
}

/* The person named before a mention in its sentence, the nearest first; or else the first
 * of the sentence before it. */
static uint32_t named_before(const ww_entities *e, uint32_t i) {
	enum { FAR = 8 }; /* mentions that are looked at */
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

/* The entity that the article's first sentence or headline names, of those of a key that have
 * a full name and, with `given`, the given name of a mention. */
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

/* The entity whose second name a mention is; WW_NO_ENTITY for none. */
static uint32_t owner(ww_entities *e, uint32_t i) {
	const ww_entity_mention *m = &e->mention[i];
	uint32_t k, entity = WW_NO_ENTITY;
	switch (m->name.alias) {
	case WW_ALIAS_SAME:
	case WW_ALIAS_NEAR:
		k = named_before(e, i);
		return k == WW_NO_ENTITY ? k : whole(e, e->mention[k].entity);
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

/* Makes an entity a part of another, which it is by another name. */
static void merge_alias(ww_entities *e, uint32_t from, uint32_t to) {
	ww_entity *x = &e->entity[from], *y = &e->entity[to];
	y->mentions += x->mentions;
	y->full += x->full;
	y->gender |= x->gender;
	y->titles |= x->titles;
	if (y->alias == WW_NO_ENTITY)
		y->alias = x->name;
	add_keys(e, &e->mention[x->name], to);
	x->mentions = 0;
	x->into = to;
}

/* Links a second name, once its owner is known: a mention that is linked already with all
 * that it was linked to. */
static bool link_alias(ww_entities *e, uint32_t i) {
	ww_entity_mention *m = &e->mention[i];
	uint32_t to = owner(e, i), from = whole(e, m->entity);
	if (to == WW_NO_ENTITY || to == from || e->entity[to].is_family)
		return false;
	if (from != WW_NO_ENTITY) {
		merge_alias(e, from, to);
		return true;
	}
	join(e, i, to, WW_LINK_PARTIAL);
	if (e->entity[to].alias == WW_NO_ENTITY)
		e->entity[to].alias = i;
	return true;
}

/* Of "Jack and Edna Orr" he is Mr Orr too. */
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
	else if (!link_alias(e, i)) {
		link_short(e, i);
		borrow_surname(e, i);
	}
}

/* --- organisations and places --- */

/* Whether one of two is the acronym of the other. */
static bool stands_for(const ww_entity_name *a, const ww_entity_name *b) {
	const ww_entity_name *shorter = a->is_acronym ? a : b, *longer = a->is_acronym ? b : a;
	return a->is_acronym != b->is_acronym &&
	       (shorter->initials == longer->initials || shorter->initials == longer->capitals);
}

/* Links a name in parentheses to the one that it stands beside, when one is the acronym
 * of the other. */
static bool link_beside(ww_entities *e, uint32_t i) {
	ww_entity_mention *m = &e->mention[i];
	if (!m->beside)
		return false;
	const ww_entity_mention *o = &e->mention[m->beside - 1];
	if (o->kind != m->kind || !stands_for(&m->name, &o->name) || o->entity == WW_NO_ENTITY)
		return false;
	join(e, i, o->entity, m->name.is_acronym ? WW_LINK_PARTIAL : 0);
	return true;
}

/* An organisation, place or other thing: by what it stands beside, by its words, or by its
 * initials. */
static void link_other(ww_entities *e, uint32_t i) {
	ww_entity_mention *m = &e->mention[i];
	if (link_beside(e, i))
		return;
	ww_choice c = ww_entity_choose(e, m, WW_FIT_SHORT);
	if (c.entity == WW_NO_ENTITY)
		c = choose_by_initials(e, m);
	if (c.entity == WW_NO_ENTITY) {
		found(e, i, false);
		return;
	}
	bool partial = m->name.n_words < e->mention[e->entity[c.entity].name].name.n_words;
	join(e, i, c.entity, !partial ? 0 : c.rivals ? WW_LINK_PARTIAL | WW_LINK_AMBIGUOUS
	                                             : WW_LINK_PARTIAL);
}

/* Remembers a mention as told, for the shorter names behind it. */
static void pass(ww_entities *e, uint32_t i) {
	const ww_entity_mention *m = &e->mention[i];
	ww_entity *x = &e->entity[whole(e, m->entity)];
	x->last = i;
	x->full_so_far += m->name.n_words > 1 && ww_entity_surname(e, m)->hash ==
	                                             ww_entity_surname(e, &e->mention[x->name])->hash;
}

/* Gives the mentions of what was merged to what it was merged into. */
static void settle(ww_entities *e) {
	for (uint32_t i = 0; i < e->n_mentions; i++)
		e->mention[i].entity = whole(e, e->mention[i].entity);
}

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
			link_other(e, i);
		else if (m->name.n_words > 1)
			link_full(e, i);
	}
	for (uint32_t i = 0, n = e->n_entities; i < n; i++)
		merge_misspelt(e, i);
	for (uint32_t i = 0; i < e->n_mentions; i++) {
		if (e->mention[i].name.alias && e->mention[i].name.n_words > 1)
			link_alias(e, i);
		else if (e->mention[i].kind == WW_PERSON && e->mention[i].name.n_words == 1)
			count_given(e, i);
	}
	for (uint32_t i = 0; i < e->n_mentions; i++) {
		ww_entity_mention *m = &e->mention[i];
		if (m->entity == WW_NO_ENTITY && m->kind == WW_PERSON)
			link_person(e, i);
		else if (m->name.alias && m->kind == WW_PERSON)
			link_alias(e, i); /* of whom only a part was told before */
		else if (m->entity == WW_NO_ENTITY)
			link_other(e, i);
		pass(e, i);
	}
	settle(e);
	return true;
}
