#include "name_feature.h"

void ww_name_view_run(ww_name_view *view, const ww_name_words *words, const char *text,
                      const ww_evidence *ev, ww_name_run run) {
	uint32_t n = run.end - run.first;
	view->words = words;
	view->text = text;
	view->run = run;
	view->low = run.first;
	for (int k = 0; k < 2 && view->low > 0 && !(words->at[view->low].flags & WW_WORD_BREAK); k++)
		view->low--;
	view->high = run.end;
	for (int k = 0; k < 2 && view->high < words->n &&
	                !(words->at[view->high].flags & WW_WORD_BREAK); k++)
		view->high++;
	for (uint32_t i = 0; i < n; i++)
		view->sight[i] = ww_evidence_look(ev, words->at[run.first + i].hash);
}

/* Features in the making: `id` tells apart those of one value. */
typedef struct {
	uint32_t *row;
	uint32_t n, most;
} list;

static inline void put(list *l, uint32_t id, uint32_t value) {
	if (l->n == l->most)
		return;
	uint32_t h = (value ^ id * 0x85EBCA6Bu) * 0x9E3779B1u;
	h ^= h >> 15;
	l->row[l->n++] = h * 0x2C1B3C6Du >> (32 - WW_NAME_BITS);
}

static inline uint32_t pair(uint32_t a, uint32_t b) {
	return (a ^ a >> 15) * 0x85EBCA77u + b * 0xC2B2AE3Du + 1;
}

/* What stands outside of the line. */
enum { EDGE_HASH = 0x1234567, EDGE_GAZ = 1 << 27, EDGE_FORM = 99 };

static inline bool inside(const ww_name_view *v, int64_t i) {
	return i >= v->low && i < v->high;
}

static inline uint32_t hash_at(const ww_name_view *v, int64_t i) {
	return inside(v, i) ? v->words->at[i].hash : EDGE_HASH;
}

/* The classes that the model knows; the others are for linking. */
#define MODEL_GAZ (~(WW_GAZ_KNOWN | WW_GAZ_MALE | WW_GAZ_FEMALE | WW_GAZ_QUALIFIER | WW_GAZ_LEGAL_FORM))

static inline uint32_t gaz_at(const ww_name_view *v, int64_t i) {
	return inside(v, i) ? v->words->at[i].gaz & MODEL_GAZ : EDGE_GAZ;
}

static inline uint32_t form_at(const ww_name_view *v, int64_t i) {
	return inside(v, i) ? v->words->at[i].form : EDGE_FORM;
}

static inline uint32_t least(uint32_t a, uint32_t b) {
	return a < b ? a : b;
}

static bool is_name(const ww_name_word *w) {
	return w->flags & WW_WORD_NAME;
}

/* A hash of n bytes in lower case. */
static uint32_t affix(const char *p, uint32_t n) {
	uint32_t h = 0;
	for (uint32_t i = 0; i < n; i++)
		h = h << 8 | (uint8_t)(p[i] >= 'A' && p[i] <= 'Z' ? p[i] + 32 : p[i]);
	return h;
}

static void put_bits(list *l, uint32_t id, uint32_t bits) {
	for (; bits; bits &= bits - 1)
		put(l, id, bits & (0u - bits));
}

static void own_features(const ww_name_view *v, uint32_t i, list *l) {
	const ww_name_word *w = &v->words->at[i];
	uint32_t len = w->end - w->start;
	const char *start = v->text + w->start, *end = v->text + w->end;
	put(l, 1, w->hash);
	put(l, 2, pair(w->hash, w->form));
	put(l, 3, pair(w->hash, hash_at(v, (int64_t)i - 1)));
	put(l, 4, pair(w->hash, hash_at(v, (int64_t)i + 1)));
	if (len > 2) {
		put(l, 5, affix(end - 2, 2));
		put(l, 6, affix(start, 2));
	}
	if (len > 3) {
		put(l, 7, affix(end - 3, 3));
		put(l, 8, affix(start, 3));
	}
	if (len > 4) {
		put(l, 9, affix(end - 4, 4));
		put(l, 10, affix(start, 4));
	}
}

static void neighbour_features(const ww_name_view *v, uint32_t i, list *l) {
	const ww_name_word *w = &v->words->at[i];
	int64_t k = i;
	uint32_t b = hash_at(v, k - 1), a = hash_at(v, k + 1);
	uint32_t bb = hash_at(v, k - 2), aa = hash_at(v, k + 2);
	uint32_t fb = form_at(v, k - 1), fa = form_at(v, k + 1);
	put(l, 20, b);
	put(l, 21, a);
	put(l, 22, bb);
	put(l, 23, aa);
	put(l, 24, pair(b, w->form));
	put(l, 25, pair(a, w->form));
	put(l, 26, pair(bb, b));
	put(l, 27, pair(a, aa));
	put(l, 28, pair(b, a));
	put(l, 29, w->form);
	put(l, 30, pair(fb << 8 | w->form, fa));
	put(l, 31, pair(fb, w->form));
	put(l, 32, pair(w->form, fa));
	put(l, 33, least(w->end - w->start, 12));
}

static void gazetteer_features(const ww_name_view *v, uint32_t i, list *l) {
	const ww_name_word *w = &v->words->at[i];
	int64_t k = i;
	uint32_t g = w->gaz & MODEL_GAZ, gb = gaz_at(v, k - 1), ga = gaz_at(v, k + 1);
	put_bits(l, 40, g);
	put_bits(l, 41, w->phrase);
	put_bits(l, 42, gb);
	put_bits(l, 43, ga);
	put(l, 44, g);
	put(l, 45, pair(g, gb));
	put(l, 46, pair(g, ga));
	put(l, 47, pair(gb, ga));
	put(l, 48, pair(g, w->form));
	put(l, 49, pair(g, w->phrase));
	put(l, 50, pair(pair(gb, g), ga));
}

static void line_features(const ww_name_view *v, uint32_t i, list *l) {
	const ww_name_word *w = &v->words->at[i];
	uint32_t sentence = w->flags & WW_WORD_SENTENCE;
	uint32_t line = w->flags & (WW_WORD_UPPER | WW_WORD_HEADING | WW_WORD_SHORT);
	put(l, 62, line);
	put(l, 63, pair(line, w->form));
	put(l, 65, pair(sentence, w->gaz & MODEL_GAZ));
	if (w->flags & WW_WORD_WRAP)
		put(l, 66, w->form);
	if (w->flags & WW_WORD_TABLE) {
		put(l, 67, w->form);
		put(l, 68, pair(form_at(v, (int64_t)i - 1), form_at(v, (int64_t)i + 1)));
		put(l, 69, w->gaz & MODEL_GAZ);
	}
}

/* The words with capitals around word i, [a, b); the word alone when it has none. */
static void stretch_around(const ww_name_view *v, uint32_t i, uint32_t *a, uint32_t *b) {
	const ww_name_word *at = v->words->at;
	*a = i;
	*b = i + 1;
	if (!is_name(&at[i]))
		return;
	while (*a > v->run.first && is_name(&at[*a - 1]))
		--*a;
	while (*b < v->run.end && is_name(&at[*b]))
		++*b;
}

enum {
	KEYS = WW_GAZ_FIRST | WW_GAZ_CITY | WW_GAZ_REGION | WW_GAZ_DEMONYM | WW_GAZ_ORG_KEY |
	       WW_GAZ_ORG_TAIL | WW_GAZ_TITLE | WW_GAZ_HONORIFIC | WW_GAZ_PLACE_KEY | WW_GAZ_COMMON | WW_GAZ_CALENDAR
};

static void stretch_features(const ww_name_view *v, uint32_t i, uint32_t a, uint32_t b, list *l,
                             list *own) {
	const ww_name_word *at = v->words->at;
	uint32_t left = least(i - a, 3), right = least(b - 1 - i, 3), place = left << 2 | right;
	uint32_t before = hash_at(v, (int64_t)a - 1), after = hash_at(v, b), any = 0;
	for (uint32_t k = a; k < b; k++)
		any |= at[k].gaz;
	put(l, 70, place);
	put(l, 71, least(b - a, 5));
	put(i < b - 1 ? l : own, 72, pair(at[b - 1].hash, i < b - 1));
	put(i > a ? l : own, 73, pair(at[a].hash, i > a));
	put(l, 74, after);
	put(l, 75, before);
	put(l, 76, pair(before, b - a == 1));
	put(l, 77, pair(any & KEYS, left));
	uint32_t ends = pair(at[a].gaz & KEYS, at[b - 1].gaz & KEYS);
	put(l, 78, ends);
	put(l, 79, pair(ends, place));
	put(l, 80, gaz_at(v, (int64_t)a - 1));
	put(l, 81, pair(gaz_at(v, (int64_t)a - 1), b - a));
	put(l, 82, pair(gaz_at(v, b), b - a));
	put(l, 83, least(v->run.end - v->run.first, 12));
	put(l, 84, pair(before, after));
	put(l, 85, pair(hash_at(v, (int64_t)a - 2), before));
	if (ww_name_words_quoted(v->words, v->text, a, b))
		put(l, 86, least(b - a, 4));
}

#define EV(kind) (1u << WW_EV_##kind)

static void evidence_features(const ww_name_view *v, uint32_t i, uint32_t a, uint32_t b, list *l) {
	const ww_name_word *w = &v->words->at[i];
	const ww_sight s = v->sight[i - v->run.first];
	uint32_t sentence = w->flags & WW_WORD_SENTENCE;
	put_bits(l, 90, s.bits);
	put(l, 91, s.bits & (EV(TITLE) | EV(FIRST) | EV(INITIAL) | EV(SAID) | EV(IN) | EV(ORG_KEY) |
	                     EV(ORG_TAIL)));
	put(l, 92, pair(s.bits & (EV(TITLE) | EV(FIRST) | EV(INITIAL) | EV(IN) | EV(ORG_KEY) |
	                          EV(ORG_TAIL) | EV(COMMA_REGION)), w->gaz & (KEYS | WW_GAZ_COMPANY)));
	put(l, 93, s.lower);
	put(l, 94, pair(s.lower, sentence << 16 | (w->gaz & WW_GAZ_COMMON)));
	put(l, 95, s.inner);
	put(l, 96, pair(least(s.inner, 2), sentence << 8 | least(s.lower, 1)));
	put(l, 97, s.bits);
	put(l, 98, s.bits & (EV(ORG_ACT) | EV(OF) | EV(SPORT) | EV(ACRONYM) | EV(THE) | EV(ORG_TAIL) |
	                     EV(WHO) | EV(AGE) | EV(JOB) | EV(BASED) | EV(IN) | EV(QUOTED)));
	if (s.sport) {
		put(l, 101, pair(s.sport, w->gaz & (KEYS | WW_GAZ_COMPANY)));
		put(l, 102, pair(s.sport, s.bits & (EV(SPORT) | EV(SCORE) | EV(IN) | EV(FIRST) | EV(TITLE) | EV(THE) |
		                                    EV(COMMA_REGION))));
		put(l, 103, pair(s.sport, hash_at(v, (int64_t)a - 1)));
		put(l, 104, pair(s.sport, hash_at(v, b)));
	}
	if (s.bits & EV(QUOTED))
		put(l, 100, pair(s.bits & (EV(TITLE) | EV(FIRST) | EV(LAST) | EV(SAID)), least(b - a, 3)));
	if (b - a > 1) {
		uint32_t any = 0;
		for (uint32_t k = a; k < b; k++)
			any |= v->sight[k - v->run.first].bits;
		any &= EV(TITLE) | EV(INITIAL) | EV(SAID) | EV(ORG_KEY) | EV(ORG_TAIL) | EV(COMMA_REGION);
		put(l, 99, pair(any, least(i - a, 2)));
	}
}

uint32_t ww_name_features(const ww_name_view *view, uint32_t i, uint32_t row[WW_NAME_FEATURES],
                          uint32_t *n_own) {
	enum { OWN = 16 };
	uint32_t own_row[OWN], a, b;
	list l = { row, 0, WW_NAME_FEATURES - OWN }, own = { own_row, 0, OWN };
	stretch_around(view, i, &a, &b);
	put(&l, 0, 0);
	neighbour_features(view, i, &l);
	gazetteer_features(view, i, &l);
	line_features(view, i, &l);
	own_features(view, i, &own);
	stretch_features(view, i, a, b, &l, &own);
	if (is_name(&view->words->at[i]))
		evidence_features(view, i, a, b, &l);
	for (uint32_t k = 0; k < own.n; k++)
		row[l.n + k] = own.row[k];
	*n_own = own.n;
	return l.n + own.n;
}
