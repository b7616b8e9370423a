/* Linking: which mentions name the same one.  Full names come first, in the order of
 * the text; then what is shorter, when all who may be meant are known. */
#include "entity_link.h"

#include <string.h>

#include "lexicon.h"

enum { CHAIN_MAX = 256 /* bearers of one word that are looked at */ };

static uint32_t *slot_of(ww_entities *e, uint32_t hash) {
	return &e->slot[ww_gazetteer_mix(hash) & (e->n_slots - 1)];
}

static bool has_key(ww_entities *e, uint32_t hash, uint32_t entity) {
	uint32_t left = CHAIN_MAX;
	for (uint32_t k = *slot_of(e, hash); k && left; k = e->key[k - 1].next, left--)
		if (e->key[k - 1].hash == hash && e->key[k - 1].entity == entity)
			return true;
	return false;
}

static void add_key(ww_entities *e, uint32_t hash, uint32_t entity) {
	if (has_key(e, hash, entity))
		return;
	uint32_t *slot = slot_of(e, hash);
	e->key[e->n_keys] = (ww_entity_key){ hash, entity, *slot };
	*slot = ++e->n_keys;
}

static bool reserve_all(ww_entities *e, const ww_mem *mem) {
	uint32_t want = 64;
	while (want < e->n_words)
		want *= 2;
	/* each word, and two plurals of each mention, are keys at most */
	if (!ww_reserve(mem, &e->key, &e->cap_keys, (size_t)e->n_words + 2 * (size_t)e->n_mentions,
	                sizeof *e->key) ||
	    !ww_reserve(mem, &e->entity, &e->cap_entities, e->n_mentions, sizeof *e->entity))
		return false;
	if (want > e->n_slots) {
		uint32_t *slot = ww_new(mem, want * sizeof *slot);
		if (!slot)
			return false;
		ww_free(mem, e->slot, e->n_slots * sizeof *e->slot);
		e->slot = slot;
		e->n_slots = want;
	}
	memset(e->slot, 0, e->n_slots * sizeof *e->slot);
	return true;
}

static bool same_word(const ww_entity_word *a, const ww_entity_word *b) {
	return a->hash == b->hash ||
	       (a->initial && a->first == b->first) ||
	       (b->initial && a->first == b->first);
}

/* One word misspelt as the other by letters that changed places. */
static bool transposed(const ww_entity_word *a, const ww_entity_word *b) {
	return a->len == b->len && a->len >= 5 && a->first == b->first &&
	       a->sorted == b->sorted;
}

/* True when the words of `a` occur in `b` in their order. */
static bool within(const ww_entity_word *a, uint32_t n, const ww_entity_word *b, uint32_t m) {
	uint32_t i = 0;
	for (uint32_t k = 0; k < m && i < n; k++)
		i += a[i].hash == b[k].hash;
	return i == n;
}

/* How well a full name agrees with another of a person; 0: not at all. */
static int full_match(const ww_entity_word *a, uint32_t n, const ww_entity_word *b, uint32_t m) {
	if (n == m && within(a, n, b, m))
		return 5;
	if (a[n - 1].hash == b[m - 1].hash) {
		if (a[0].hash == b[0].hash)
			return 4;
		if (a[0].initial || b[0].initial)
			return same_word(&a[0], &b[0]) ? 3 : 0;
		if (n == m && n == 2 && transposed(&a[0], &b[0]))
			return 2;
	} else if (n == m && n == 2 && a[0].hash == b[0].hash && transposed(&a[1], &b[1])) {
		return 2;
	}
	return within(a, n, b, m) || within(b, m, a, n) ? 3 : 0;
}

/* How well one word agrees with a full name: as its surname, or as a given
 * name, a nickname, or the family name that some languages put first. */
static int short_match(const ww_entity_word *a, const ww_entity_word *b, uint32_t m) {
	if (m == 1)
		return a->hash == b[0].hash ? 3 : 0;
	if (a->hash == b[m - 1].hash)
		return 4;
	for (uint32_t i = 0; i + 1 < m; i++)
		if (a->hash == b[i].hash)
			return 2;
	return 0;
}

static bool prefix(const ww_entity_word *a, uint32_t n, const ww_entity_word *b, uint32_t m) {
	for (uint32_t i = 0; i < n && i < m; i++)
		if (a[i].hash != b[i].hash)
			return false;
	return n <= m;
}

/* How well an organisation's or a place's name agrees with another. */
static int other_match(const ww_entity_word *a, uint32_t n, const ww_entity_word *b, uint32_t m,
                       uint8_t kind) {
	if (n == m)
		return prefix(a, n, b, m) ? 5 : 0;
	const uint32_t generic = WW_GAZ_ORG_KEY | WW_GAZ_ORG_TAIL | WW_GAZ_PLACE_KEY | WW_GAZ_REGION |
	                         WW_GAZ_CITY | WW_GAZ_DEMONYM | WW_GAZ_COMMON;
	if (kind != WW_ORG || n > m || (n == 1 && ww_gazetteer_find(a[0].hash) & generic))
		return 0;
	return prefix(a, n, b, m) ? 3 : 0;
}

static int match(const ww_entities *e, const ww_entity_mention *m, const ww_entity *x) {
	const ww_entity_mention *name = &e->mention[x->name];
	if (x->kind != m->kind)
		return 0;
	if (m->kind != WW_PERSON)
		return other_match(ww_entity_words(e, m), m->name.n_words, ww_entity_words(e, name), name->name.n_words, m->kind);
	if (m->name.n_words > 1)
		return name->name.n_words > 1
		           ? full_match(ww_entity_words(e, m), m->name.n_words, ww_entity_words(e, name), name->name.n_words)
		           : 0;
	return short_match(ww_entity_words(e, m), ww_entity_words(e, name), name->name.n_words);
}

/* The hashes of a surname's plural, made from that of the surname. */
static uint32_t plural_s(uint32_t hash) {
	return WW_HASH_ADD(hash, 's');
}

static uint32_t plural_es(uint32_t hash) {
	return plural_s(WW_HASH_ADD(hash, 'e'));
}

static void join(ww_entities *e, uint32_t i, uint32_t entity) {
	ww_entity_mention *m = &e->mention[i];
	ww_entity *x = &e->entity[entity];
	m->entity = entity;
	x->mentions++;
	x->full += m->name.n_words > 1;
	x->gender |= m->name.gender;
	if (m->name.n_words > e->mention[x->name].name.n_words)
		x->name = i;
	const ww_entity_word *w = ww_entity_words(e, m);
	for (uint32_t k = 0; k < m->name.n_words; k++)
		add_key(e, w[k].hash, entity);
	if (m->kind == WW_PERSON && m->name.n_words > 1) {
		add_key(e, plural_s(w[m->name.n_words - 1].hash), entity);
		add_key(e, plural_es(w[m->name.n_words - 1].hash), entity);
	}
}

static void found(ww_entities *e, uint32_t i) {
	e->entity[e->n_entities] = (ww_entity){ .name = i, .kind = e->mention[i].kind,
		                                    .title = WW_NO_ENTITY };
	join(e, i, e->n_entities++);
}

/* The entity that fits a mention best, and how many others fit as well. */
typedef struct {
	int best;
	uint32_t entity, rivals;
} choice;

static void weigh(const ww_entities *e, const ww_entity_mention *m, uint32_t entity, choice *c) {
	const ww_entity *x = &e->entity[entity];
	int fit = match(e, m, x);
	if (!fit || (m->name.gender && x->gender && !(m->name.gender & x->gender)))
		return;
	if (fit > c->best) {
		*c = (choice){ fit, entity, 0 };
		return;
	}
	if (fit < c->best || entity == c->entity)
		return;
	c->rivals++;
	const ww_entity *y = &e->entity[c->entity];
	if (x->mentions > y->mentions || (x->mentions == y->mentions && entity < c->entity))
		c->entity = entity;
}

static choice choose(ww_entities *e, const ww_entity_mention *m) {
	choice c = { 0, WW_NO_ENTITY, 0 };
	const ww_entity_word *w = ww_entity_words(e, m);
	for (uint32_t k = 0; k < m->name.n_words; k++) {
		/* of several words the last will do, and the first for those given in
		 * another form: every match has one of them */
		if (k > 0 && k + 1 < m->name.n_words)
			continue;
		uint32_t left = CHAIN_MAX;
		for (uint32_t s = *slot_of(e, w[k].hash); s && left; s = e->key[s - 1].next, left--)
			if (e->key[s - 1].hash == w[k].hash &&
			    !(k > 0 && has_key(e, w[0].hash, e->key[s - 1].entity)))
				weigh(e, m, e->key[s - 1].entity, &c);
	}
	return c;
}

static void link_full(ww_entities *e, uint32_t i) {
	choice c = choose(e, &e->mention[i]);
	if (!c.best)
		found(e, i);
	else
		join(e, i, c.entity);
}

static void link_short(ww_entities *e, uint32_t i) {
	ww_entity_mention *m = &e->mention[i];
	choice c = choose(e, m);
	if (!c.best) {
		found(e, i);
		return;
	}
	join(e, i, c.entity);
	if (e->mention[e->entity[c.entity].name].name.n_words > 1)
		m->flags |= WW_LINK_PARTIAL;
	if (c.rivals)
		m->flags |= WW_LINK_AMBIGUOUS;
}

/* The hash of the surname of which a word is the plural, 0 when there is none. */
static uint32_t singular(ww_entities *e, uint32_t plural) {
	uint32_t left = CHAIN_MAX;
	for (uint32_t s = *slot_of(e, plural); s && left; s = e->key[s - 1].next, left--) {
		const ww_entity_mention *name = &e->mention[e->entity[e->key[s - 1].entity].name];
		uint32_t last = ww_entity_words(e, name)[name->name.n_words - 1].hash;
		if (e->key[s - 1].hash == plural && (plural == plural_s(last) || plural == plural_es(last)))
			return last;
	}
	return 0;
}

/* Links acronyms to the names that they were introduced beside. */
static bool link_acronym(ww_entities *e, uint32_t i) {
	ww_entity_mention *m = &e->mention[i];
	if (m->kind == WW_PERSON || !m->acronym_of)
		return false;
	ww_entity_mention *o = &e->mention[m->acronym_of - 1];
	if (o->kind != m->kind || o->name.initials != m->name.initials || m->name.is_acronym == o->name.is_acronym ||
	    o->entity == WW_NO_ENTITY)
		return false;
	join(e, i, o->entity);
	if (m->name.is_acronym)
		m->flags |= WW_LINK_PARTIAL;
	return true;
}

static void link_other(ww_entities *e, uint32_t i) {
	ww_entity_mention *m = &e->mention[i];
	if (link_acronym(e, i))
		return;
	choice c = choose(e, m);
	if (m->name.n_words == 1 && !c.best)
		/* an acronym that was introduced: its word is a key of the entity */
		for (uint32_t s = *slot_of(e, ww_entity_words(e, m)->hash); s; s = e->key[s - 1].next) {
			const ww_entity_key *k = &e->key[s - 1];
			const ww_entity_mention *name = &e->mention[e->entity[k->entity].name];
			if (k->hash == ww_entity_words(e, m)->hash && e->entity[k->entity].kind == m->kind &&
			    m->name.is_acronym && name->name.initials == m->name.initials)
				c = (choice){ 1, k->entity, 0 };
		}
	if (!c.best) {
		found(e, i);
		return;
	}
	if (m->name.n_words < e->mention[e->entity[c.entity].name].name.n_words)
		m->flags |= WW_LINK_PARTIAL | (c.rivals ? WW_LINK_AMBIGUOUS : 0);
	join(e, i, c.entity);
}
static void link_plural(ww_entities *e, uint32_t i) {
	ww_entity_mention *m = &e->mention[i];
	ww_entity_word *w = e->word + m->word, whole = *w;
	uint32_t hash = singular(e, w->hash);
	if (hash)
		w->hash = hash;
	link_short(e, i);
	*w = whole;
	if (hash)
		m->flags |= WW_LINK_PLURAL;
}
bool ww_entities_find(ww_entities *e, const ww_mem *mem) {
	if (!reserve_all(e, mem))
		return false;
	e->n_entities = e->n_keys = 0;
	for (uint32_t i = 0; i < e->n_mentions; i++) {
		ww_entity_mention *m = &e->mention[i];
		m->entity = WW_NO_ENTITY;
		m->flags = 0;
		if (m->kind == WW_PERSON && m->name.n_words > 1)
			link_full(e, i);
	}
	for (uint32_t i = 0; i < e->n_mentions; i++) {
		ww_entity_mention *m = &e->mention[i];
		if (m->kind != WW_PERSON)
			link_other(e, i);
		else if (m->name.n_words == 1 && m->name.after_the)
			link_plural(e, i);
		else if (m->name.n_words == 1)
			link_short(e, i);
	}
	return true;
}
