#include "entity.h"

#include <string.h>

#include "lexicon.h"
#include "utf8.h"

enum { MALE = 1, FEMALE = 2 };
enum {
	WORDS_MAX = 12,
	CHAIN_MAX = 256 /* bearers of one word that are looked at */
};

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

/* --- reading a name --- */

static bool is_blank(char c) {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\xA0' || c == '\xC2';
}

/* The length of a quotation mark at p: straight, or of U+2018 … U+201F. */
static uint32_t quote_len(const char *p, const char *end) {
	if (*p == '"' || *p == '\'')
		return 1;
	return end - p >= 3 && p[0] == '\xE2' && p[1] == '\x80' && (uint8_t)p[2] >= 0x98 &&
	               (uint8_t)p[2] <= 0x9F ? 3 : 0;
}

static bool is_upper(const char *p, const char *end) {
	size_t n;
	if ((uint8_t)*p < 0x80)
		return *p >= 'A' && *p <= 'Z';
	return ww_char_classify(ww_utf8_decode(p, end, &n)) == WW_CH_UPPER;
}

static ww_entity_word word_at(const char *p, const char *end) {
	ww_entity_word w = { .hash = ww_gazetteer_hash(p, (size_t)(end - p)) };
	w.len = end - p < 255 ? (uint8_t)(end - p) : 255;
	w.first_byte = (uint8_t)(*p >= 'A' && *p <= 'Z' ? *p + 32 : *p);
	size_t n;
	ww_utf8_decode(p, end, &n);
	w.initial = p + n == end || (p + n + 1 == end && p[n] == '.');
	for (; p < end; p++) {
		uint32_t c = (uint8_t)(*p >= 'A' && *p <= 'Z' ? *p + 32 : *p);
		w.sorted += c * c * c * 0x9E3779B1u;
	}
	return w;
}

/* Cuts a name into words; returns their number.  Quoted words are nicknames. */
static uint32_t cut(const char *p, const char *end, ww_entity_word word[WORDS_MAX]) {
	uint32_t n = 0;
	bool quoted = false;
	while (p < end && n < WORDS_MAX) {
		if (is_blank(*p) || *p == ',' || *p == '(' || *p == ')') {
			p++;
			continue;
		}
		uint32_t q = quote_len(p, end);
		if (q) {
			quoted = true;
			p += q;
			continue;
		}
		const char *start = p, *stop;
		while (p < end && !is_blank(*p) && *p != ',' && *p != '"' && *p != '(' && *p != ')')
			p++;
		stop = p;
		bool closes = false;
		if (quoted && stop - start > 3 && quote_len(stop - 3, stop) == 3) {
			stop -= 3;
			closes = true;
		} else if (quoted && stop - start > 1 &&
		           (quote_len(stop - 1, stop) == 1 || p == end || *p == '"')) {
			stop -= stop[-1] == '\'';
			closes = true;
		}
		word[n] = word_at(start, stop);
		word[n++].nickname = quoted;
		if (closes) {
			quoted = false;
			p += p < end && *p == '"';
		}
	}
	return n;
}

/* Leaves the words that tell a person: titles in front, suffixes behind and
 * particles go, unless nothing else were left. */
static uint32_t person_words(ww_entity_word *word, uint32_t n) {
	uint32_t first = 0, out = 0;
	while (n - first > 1 && ww_gazetteer_find(word[first].hash) & WW_GAZ_HONORIFIC)
		first++;
	while (n - first > 1 && word[n - 1].len <= 4 &&
	       ww_gazetteer_find(word[n - 1].hash) & WW_GAZ_SUFFIX)
		n--;
	for (uint32_t i = first; i < n; i++) {
		bool particle = i + 1 < n && !word[i].initial && word[i].len <= 4 &&
		                ww_gazetteer_find(word[i].hash) & WW_GAZ_PARTICLE;
		if (!particle)
			word[out++] = word[i];
	}
	return out;
}

/* Leaves the words that tell an organisation or a place. */
static uint32_t other_words(ww_entity_word *word, uint32_t n, uint8_t kind) {
	if (n > 1 && word[0].hash == WW_HASH_3('t', 'h', 'e'))
		memmove(word, word + 1, --n * sizeof *word);
	while (kind == WW_ORG && n > 1 && ww_gazetteer_find(word[n - 1].hash) & WW_GAZ_LEGAL_FORM)
		n--;
	return n;
}

/* Names of one length or another for the same body: one word stands for each. */
static uint32_t alias(ww_entity_word *word, uint32_t n) {
	static const struct {
		const char *text[3], *means;
	} aliases[] = {
		{ { "us" }, "u.s" }, { { "usa" }, "u.s" }, { { "u.s.a" }, "u.s" },
		{ { "united", "states" }, "u.s" }, { { "uk" }, "u.k" },
		{ { "united", "kingdom" }, "u.k" }, { { "un" }, "u.n" },
		{ { "united", "nations" }, "u.n" }, { { "eu" }, "e.u" },
		{ { "european", "union" }, "e.u" },
	};
	if (n > 2 || (word[0].first_byte != 'u' && word[0].first_byte != 'e'))
		return n;
	for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++) {
		uint32_t k = 0;
		while (k < n && aliases[i].text[k] &&
		       word[k].hash == ww_gazetteer_hash(aliases[i].text[k], strlen(aliases[i].text[k])))
			k++;
		if (k == n && !aliases[i].text[k]) {
			word[0].hash = ww_gazetteer_hash(aliases[i].means, strlen(aliases[i].means));
			return 1;
		}
	}
	return n;
}

/* Hashes the capitals that begin the words of a name: "World Health
 * Organization" as "WHO"; those of a word of capitals are all its letters. */
static uint32_t initials_of(const char *p, const char *end, bool *acronym) {
	uint32_t hash = WW_HASH_START, uppers = 0;
	bool starts = true, lower = false;
	*acronym = false;
	for (const char *q = p; q < end; q++)
		lower |= (uint8_t)*q >= 'a' || *q == ' ' || *q == '\n';
	if (!lower && end - p >= 2) {
		for (; p < end; p++)
			if (*p >= 'A' && *p <= 'Z')
				hash = WW_HASH_ADD(hash, *p), uppers++;
		*acronym = uppers >= 2;
		return hash;
	}
	for (; p < end; p++) {
		if (starts && is_upper(p, end))
			hash = WW_HASH_ADD(hash, *p);
		starts = is_blank(*p) || *p == '-';
	}
	return hash;
}

/* --- titles --- */

static bool is_letter(char c) {
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (uint8_t)c >= 0x80 || c == '-' ||
	       c == '.' || c == '\'';
}

static uint8_t gender_of(uint32_t gaz) {
	return (gaz & WW_GAZ_MALE ? MALE : 0) | (gaz & WW_GAZ_FEMALE ? FEMALE : 0);
}

/* Looks for a title in front of the name: "Attorney General", "director". */
static void read_title(const ww_gazetteer_more *more, ww_entity_mention *m, const char *text,
                       uint32_t start) {
	uint32_t p = start;
	bool polite = true;
	for (int words = 0; words < 3 && start - p < 200; words++) {
		uint32_t end = p;
		if (end == 0 || (text[end - 1] != ' ' && text[end - 1] != '\n'))
			break;
		end--;
		uint32_t w = end;
		while (w > 0 && is_letter(text[w - 1]))
			w--;
		if (w == end)
			break;
		uint32_t gaz = ww_gazetteer_find_with(more, ww_gazetteer_hash(text + w, end - w));
		const uint32_t titles = WW_GAZ_TITLE | WW_GAZ_HONORIFIC | WW_GAZ_JOB;
		if (!(gaz & titles) && !(words && gaz & WW_GAZ_QUALIFIER))
			break;
		m->gender |= gender_of(gaz);
		polite = polite && !(gaz & (WW_GAZ_TITLE | WW_GAZ_JOB)) && gaz & WW_GAZ_HONORIFIC &&
		         gender_of(gaz);
		p = w;
		m->title_back = (uint16_t)(start - p);
	}
	m->title_polite = polite && m->title_back;
}

static bool follows_the(const char *text, uint32_t start) {
	return start >= 4 && (text[start - 4] == 't' || text[start - 4] == 'T') &&
	       text[start - 3] == 'h' && text[start - 2] == 'e' && is_blank(text[start - 1]);
}

bool ww_entities_add(ww_entities *e, const ww_mem *mem, const char *text, uint32_t start,
                     uint32_t end, uint8_t kind, bool same_block) {
	ww_entity_word word[WORDS_MAX];
	if (!ww_reserve(mem, &e->mention, &e->cap_mentions, e->n_mentions + (size_t)1,
	                sizeof *e->mention) ||
	    !ww_reserve(mem, &e->word, &e->cap_words, e->n_words + (size_t)WORDS_MAX, sizeof *e->word))
		return false;
	ww_entity_mention *m = &e->mention[e->n_mentions];
	*m = (ww_entity_mention){ .kind = kind, .word = e->n_words, .entity = WW_NO_ENTITY,
		                      .next = WW_NO_ENTITY };
	uint32_t n = cut(text + start, text + end, word);
	if (!n)
		word[n++] = word_at(text + start, text + end);
	n = kind == WW_PERSON ? person_words(word, n) : alias(word, other_words(word, n, kind));
	memcpy(e->word + e->n_words, word, n * sizeof *word);
	e->n_words += n;
	m->n_words = (uint8_t)n;
	m->spelling = ww_gazetteer_hash(text + start, end - start);
	if (kind != WW_PERSON)
		m->initials = initials_of(text + start, text + end, &m->is_acronym);
	if (kind == WW_PERSON) {
		read_title(&e->more, m, text, start);
		m->after_the = follows_the(text, start);
	} else if (same_block && e->n_mentions > 0 && start >= 2 && text[start - 1] == '(' &&
	           start - e->last_end <= 2) {
		m->acronym_of = e->n_mentions; /* 1 + the one before */
	}
	e->last_end = end;
	e->n_mentions++;
	return true;
}

/* --- an index from words to the entities that bear them --- */

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

/* --- linking --- */

static const ww_entity_word *words_of(const ww_entities *e, const ww_entity_mention *m) {
	return e->word + m->word;
}

static bool same_word(const ww_entity_word *a, const ww_entity_word *b) {
	return a->hash == b->hash ||
	       (a->initial && a->first_byte == b->first_byte) ||
	       (b->initial && a->first_byte == b->first_byte);
}

/* One word misspelt as the other by letters that changed places. */
static bool transposed(const ww_entity_word *a, const ww_entity_word *b) {
	return a->len == b->len && a->len >= 5 && a->first_byte == b->first_byte &&
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
		return other_match(words_of(e, m), m->n_words, words_of(e, name), name->n_words, m->kind);
	if (m->n_words > 1)
		return name->n_words > 1
		           ? full_match(words_of(e, m), m->n_words, words_of(e, name), name->n_words)
		           : 0;
	return short_match(words_of(e, m), words_of(e, name), name->n_words);
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
	x->full += m->n_words > 1;
	x->gender |= m->gender;
	if (m->n_words > e->mention[x->name].n_words)
		x->name = i;
	const ww_entity_word *w = words_of(e, m);
	for (uint32_t k = 0; k < m->n_words; k++)
		add_key(e, w[k].hash, entity);
	if (m->kind == WW_PERSON && m->n_words > 1) {
		add_key(e, plural_s(w[m->n_words - 1].hash), entity);
		add_key(e, plural_es(w[m->n_words - 1].hash), entity);
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
	if (!fit || (m->gender && x->gender && !(m->gender & x->gender)))
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
	const ww_entity_word *w = words_of(e, m);
	for (uint32_t k = 0; k < m->n_words; k++) {
		/* of several words the last will do, and the first for those given in
		 * another form: every match has one of them */
		if (k > 0 && k + 1 < m->n_words)
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
	if (e->mention[e->entity[c.entity].name].n_words > 1)
		m->flags |= WW_LINK_PARTIAL;
	if (c.rivals)
		m->flags |= WW_LINK_AMBIGUOUS;
}

/* The hash of the surname of which a word is the plural, 0 when there is none. */
static uint32_t singular(ww_entities *e, uint32_t plural) {
	uint32_t left = CHAIN_MAX;
	for (uint32_t s = *slot_of(e, plural); s && left; s = e->key[s - 1].next, left--) {
		const ww_entity_mention *name = &e->mention[e->entity[e->key[s - 1].entity].name];
		uint32_t last = words_of(e, name)[name->n_words - 1].hash;
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
	if (o->kind != m->kind || o->initials != m->initials || m->is_acronym == o->is_acronym ||
	    o->entity == WW_NO_ENTITY)
		return false;
	join(e, i, o->entity);
	if (m->is_acronym)
		m->flags |= WW_LINK_PARTIAL;
	return true;
}

static void link_other(ww_entities *e, uint32_t i) {
	ww_entity_mention *m = &e->mention[i];
	if (link_acronym(e, i))
		return;
	choice c = choose(e, m);
	if (m->n_words == 1 && !c.best)
		/* an acronym that was introduced: its word is a key of the entity */
		for (uint32_t s = *slot_of(e, words_of(e, m)->hash); s; s = e->key[s - 1].next) {
			const ww_entity_key *k = &e->key[s - 1];
			const ww_entity_mention *name = &e->mention[e->entity[k->entity].name];
			if (k->hash == words_of(e, m)->hash && e->entity[k->entity].kind == m->kind &&
			    m->is_acronym && name->initials == m->initials)
				c = (choice){ 1, k->entity, 0 };
		}
	if (!c.best) {
		found(e, i);
		return;
	}
	if (m->n_words < e->mention[e->entity[c.entity].name].n_words)
		m->flags |= WW_LINK_PARTIAL | (c.rivals ? WW_LINK_AMBIGUOUS : 0);
	join(e, i, c.entity);
}

/* --- the result in order --- */

static void swap_order(ww_entities *e, uint32_t *rank) {
	/* entities were made full names first; they are to stand by first mention */
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
	return a->title_back && (!b->title_back || (b->title_polite && !a->title_polite));
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
		if (m->title_back && !(m->flags & WW_LINK_AMBIGUOUS) &&
		    (x->title == WW_NO_ENTITY || better_title(m, &e->mention[x->title])))
			x->title = i;
	}
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

bool ww_entities_link(ww_entities *e, const ww_mem *mem) {
	if (!reserve_all(e, mem))
		return false;
	e->n_entities = e->n_keys = 0;
	for (uint32_t i = 0; i < e->n_mentions; i++) {
		ww_entity_mention *m = &e->mention[i];
		m->entity = WW_NO_ENTITY;
		m->flags = 0;
		if (m->kind == WW_PERSON && m->n_words > 1)
			link_full(e, i);
	}
	for (uint32_t i = 0; i < e->n_mentions; i++) {
		ww_entity_mention *m = &e->mention[i];
		if (m->kind != WW_PERSON)
			link_other(e, i);
		else if (m->n_words == 1 && m->after_the)
			link_plural(e, i);
		else if (m->n_words == 1)
			link_short(e, i);
	}
	/* the slots are not needed any more, and there is one for each entity: an
	 * entity has a word at least */
	swap_order(e, e->slot);
	chain(e);
	return true;
}
