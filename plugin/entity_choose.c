/* Choosing between bearers of one name.
 *
 * A bare surname names whom a reader takes it for.  What settles it, in this order: the
 * title ("District Attorney Orr"), the gender that a Ms or "his son" told, and that only
 * one bearer was introduced so far.  Then it is who was called so before: a writer who
 * has begun to call one of two brothers by the surname goes on, and tells the other by
 * full or given name.  Of 158 bare surnames in news that two persons bear, measured on
 * the texts whose gold tells entities apart, the one introduced first is meant in 139,
 * the one named last in 114; so the last counts only where it was right more often:
 * beside "said", and behind Mr or Ms, within the paragraph. */
#include "entity_choose.h"

#include "entity_index.h"

/* Whether an entity was given the title that a mention has: 2 for the whole of it, as the
 * "Lt. Gov." is not the "Gov.", and 1 for its last word. */
static uint32_t has_title(const ww_entity_mention *m, const ww_entity *x) {
	if (x->whole_titles & ww_entity_title_bit(&m->name.title, m->name.title.whole))
		return 2;
	return (x->titles & ww_entity_title_bit(&m->name.title, m->name.title.head)) != 0;
}

void ww_entity_add_title(ww_entity *x, const ww_entity_title *title) {
	x->titles |= ww_entity_title_bit(title, title->head);
	x->whole_titles |= ww_entity_title_bit(title, title->whole);
}

/* Whether an entity is of the gender of a mention that tells one: by what it was called, or
 * less surely by its given name. */
enum { CONTRARY, UNKNOWN, BY_NAME, BY_TITLE };
static uint32_t agreement(const ww_entities *e, const ww_entity_mention *m, const ww_entity *x) {
	if (!m->name.gender)
		return UNKNOWN;
	if (x->gender)
		return x->gender == m->name.gender ? BY_TITLE : UNKNOWN;
	const ww_entity_mention *name = &e->mention[x->name];
	ww_classes is = name->name.n_words > 1 ? ww_gazetteer_find(ww_entity_given(e, name)->hash) : 0;
	uint8_t gender = is & WW_GAZ_MALE_NAME ? WW_MALE : is & WW_GAZ_FEMALE_NAME ? WW_FEMALE : 0;
	return !gender ? UNKNOWN : gender & m->name.gender ? BY_NAME : CONTRARY;
}

/* Where "said Cowley" and "Mr Cowley" name the one last named in their paragraph, and a full
 * name that is two's the one last named at all. */
static uint32_t nearness(const ww_entities *e, const ww_entity_mention *m, const ww_entity *x,
                         ww_fit fit) {
	bool looks_back = m->name.speaks || m->name.title.polite;
	const ww_entity_mention *last = &e->mention[x->last];
	bool is_near = m->name.n_words > 1 ? fit == WW_FIT_ALL : looks_back && last->block == m->block;
	return is_near && last < m ? x->last + 1 : 0;
}

/* Whether the surname is free for an entity: who is called by the given name more than once
 * is hardly called by the surname too.  Where the family name comes first many share it, and
 * that settles nothing between them. */
static bool may_go_by_surname(const ww_entities *e, const ww_entity *x) {
	enum { OFTEN = 2 };
	return x->given < OFTEN || e->mention[x->name].name.surname == 0;
}

/* What speaks for an entity, each reason a number of which more is better; settle() compares
 * them from the weightiest on. */
static ww_choice weigh(const ww_entities *e, const ww_entity_mention *m, uint32_t entity,
                    ww_fit fit) {
	const ww_entity *x = &e->entity[entity];
	ww_choice c = { .entity = entity };
	bool introduced = &e->mention[x->name] < m && (x->full > x->bylines || !x->bylines);
	c.for_it[WW_FOR_GENDER] = agreement(e, m, x);
	c.for_it[WW_FOR_READER] = m->name.n_words == 1 && fit >= WW_FIT_LOOSE && introduced &&
	                          c.for_it[WW_FOR_GENDER] != CONTRARY;
	c.for_it[WW_FOR_FIT] = fit;
	c.for_it[WW_FOR_TITLE] = has_title(m, x);
	c.for_it[WW_FOR_INTRODUCED] = introduced || x->full == 0;
	c.for_it[WW_FOR_CALLED_SO] = x->bare;
	c.for_it[WW_FOR_NOT_GIVEN] = may_go_by_surname(e, x);
	c.for_it[WW_FOR_NEAR] = nearness(e, m, x, fit);
	c.for_it[WW_FOR_FULL] = x->full_so_far;
	return c;
}

/* The reason that tells two apart. */
static ww_reason difference(const ww_choice *a, const ww_choice *b) {
	ww_reason r = WW_FOR_READER;
	while (r < WW_N_REASONS && a->for_it[r] == b->for_it[r])
		r++;
	return r;
}

/* Settles between the best so far and another; of equals the earlier stays.  Rivals are those
 * that only habit or nearness spoke against, equals those that nothing did. */
static void settle(ww_choice *best, const ww_choice *other) {
	ww_reason r = difference(best, other);
	bool better = r < WW_N_REASONS ? other->for_it[r] > best->for_it[r]
	                            : other->entity < best->entity;
	uint32_t rivals = r > WW_FOR_INTRODUCED ? best->rivals + 1 : better ? 0 : best->rivals;
	uint32_t equals = r == WW_N_REASONS ? best->equals + 1 : better ? 0 : best->equals;
	if (better)
		*best = *other;
	best->rivals = rivals;
	best->equals = equals;
}

/* "Patty Nokes and Patty Nokes-Rivera" are two. */
static bool is_other_of_pair(const ww_entities *e, const ww_entity_mention *m, uint32_t entity) {
	return (m->joined && m[-1].entity == entity) ||
	       (m + 1 < e->mention + e->n_mentions && m[1].joined && m[1].entity == entity);
}

/* A gender that is not told is of any; "Dr" is of both. */
static bool are_compatible(uint8_t a, uint8_t b) {
	return !a || !b || a & b;
}

/* Whether a name that fits is another's for all that.  "Senior Chief Amsel" is not who is called
 * Orr-Amsel further down; and who writes "Ron Blake saw Ronald Blake" means two. */
static bool is_another(const ww_entities *e, const ww_entity_mention *m, const ww_entity *x,
                       ww_fit fit) {
	if (m->name.n_words > 1)
		return fit == WW_FIT_GIVEN && e->mention[x->last].sentence == m->sentence;
	return fit == WW_FIT_LOOSE && &e->mention[x->name] > m && m->name.title.len &&
	       !m->name.title.polite;
}

/* Passed over are families, those that were merged away, and the other one of "A and B": a
 * writer who joins two does not mean one. */
void ww_entity_choose_by(ww_entities *e, const ww_entity_mention *m, uint32_t hash, ww_fit least,
                      ww_choice *best) {
	ww_entity_walk walk = ww_entity_walk_start(e, hash);
	uint32_t entity;
	while (ww_entity_walk_next(e, &walk, &entity)) {
		const ww_entity *x = &e->entity[entity];
		if (x->is_family || !x->mentions || entity == best->entity || entity == m->entity ||
		    is_other_of_pair(e, m, entity))
			continue;
		ww_fit fit = ww_entity_fit(e, m, x);
		if (fit < least || !are_compatible(m->name.gender, x->gender) || is_another(e, m, x, fit))
			continue;
		ww_choice c = weigh(e, m, entity, fit);
		if (best->entity == WW_NO_ENTITY)
			*best = c;
		else
			settle(best, &c);
	}
}

ww_choice ww_entity_choose(ww_entities *e, const ww_entity_mention *m, ww_fit least) {
	ww_choice c = { .entity = WW_NO_ENTITY };
	const ww_entity_word *w = ww_entity_words(e, m);
	/* Every fit has the first word or the last, but for a nickname of two words inside. */
	for (uint32_t i = 0; i < m->name.n_words; i++) {
		ww_entity_choose_by(e, m, w[i].hash, least, &c);
		if (w[i].bare != w[i].hash) {
			ww_entity_choose_by(e, m, w[i].bare, least, &c);
			ww_entity_choose_by(e, m, w[i].wide, least, &c);
		}
	}
	if (m->name.may_be_surname && m->name.n_words > 1)
		ww_entity_choose_by(e, m, ww_gazetteer_join(w[0].hash, w[1].hash), WW_FIT_SURNAME, &c);
	return c;
}

/* Two letters stand for too much, unless they were introduced: then they are a key of its. */
ww_choice ww_entity_choose_by_initials(ww_entities *e, const ww_entity_mention *m) {
	enum { FEWEST = 3 };
	ww_choice c = { .entity = WW_NO_ENTITY };
	const ww_entity_word *word = ww_entity_words(e, m);
	ww_entity_walk walk = ww_entity_walk_start(e, ww_entity_initials_key(m->name.initials));
	uint32_t entity;
	while (m->name.is_acronym && ww_entity_walk_next(e, &walk, &entity)) {
		const ww_entity *x = &e->entity[entity];
		if (x->kind != m->kind || !x->mentions || entity == c.entity ||
		    (word->n_letters < FEWEST && !ww_entity_index_has(e, word->hash, entity)))
			continue;
		if (c.entity != WW_NO_ENTITY)
			return (ww_choice){ .entity = WW_NO_ENTITY };
		c.entity = entity;
	}
	return c;
}
