#include "name_feature.h"

static bool is_name(const ww_name_word *w) {
	return w->flags & WW_WORD_NAME;
}

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
		if (is_name(&words->at[run.first + i]))
			view->sight[i] = ww_evidence_look(ev, words->at[run.first + i].hash);
}

/* Features in the making: those of the groups that are wanted. */
typedef struct {
	uint32_t *row;
	uint32_t n;
	unsigned groups;
} list;

/* What is put is known at compile time to be wanted or not, when all is put into
 * one function for a group. */
#define INLINE static inline __attribute__((always_inline))

enum {
	WORD = WW_NAME_OF_WORD,
	SIGHT = WW_NAME_OF_SIGHT,
	STRETCH = WW_NAME_OF_STRETCH,
	PLACE = WW_NAME_OF_PLACE
};

/* Adds a feature of a group; `id` tells apart those of one value. */
INLINE void put(list *l, unsigned group, uint32_t id, uint32_t value) {
	if (!(l->groups & group))
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

/* The first four bytes of a word, or all, in lower case and from the highest byte
 * on; the last ones, down to the lowest. */
static uint32_t lower_bytes(const char *p, uint32_t n) {
	uint32_t h = 0;
	for (uint32_t i = 0; i < n; i++)
		h = h << 8 | (uint8_t)p[i];
	uint32_t low7 = h & 0x7F7F7F7Fu;
	uint32_t uppers = (low7 + 0x3F3F3F3Fu) & ~(low7 + 0x25252525u) & ~h & 0x80808080u;
	return h | uppers >> 2;
}

static uint32_t head_of(const ww_name_view *v, const ww_name_word *w) {
	uint32_t len = w->end - w->start;
	if (len >= 4)
		return lower_bytes(v->text + w->start, 4);
	return lower_bytes(v->text + w->start, len) << (4 - len) * 8;
}

static uint32_t tail_of(const ww_name_view *v, const ww_name_word *w) {
	uint32_t len = w->end - w->start;
	return len >= 4 ? lower_bytes(v->text + w->end - 4, 4) : lower_bytes(v->text + w->start, len);
}

INLINE void put_bits(list *l, unsigned group, uint32_t id, uint32_t bits) {
	if (l->groups & group)
		for (; bits; bits &= bits - 1)
			put(l, group, id, bits & (0u - bits));
}

INLINE void own_features(const ww_name_view *v, uint32_t i, list *l) {
	const ww_name_word *w = &v->words->at[i];
	uint32_t len = w->end - w->start;
	put(l, WORD, 1, w->hash);
	put(l, WORD, 2, pair(w->hash, w->form));
	put(l, PLACE, 3, pair(w->hash, hash_at(v, (int64_t)i - 1)));
	put(l, PLACE, 4, pair(w->hash, hash_at(v, (int64_t)i + 1)));
	uint32_t head = head_of(v, w), tail = tail_of(v, w);
	if (len > 2) {
		put(l, WORD, 5, tail & 0xFFFF);
		put(l, WORD, 6, head >> 16);
	}
	if (len > 3) {
		put(l, WORD, 7, tail & 0xFFFFFF);
		put(l, WORD, 8, head >> 8);
	}
	if (len > 4) {
		put(l, WORD, 9, tail);
		put(l, WORD, 10, head);
	}
}

INLINE void neighbour_features(const ww_name_view *v, uint32_t i, list *l) {
	const ww_name_word *w = &v->words->at[i];
	int64_t k = i;
	uint32_t b = hash_at(v, k - 1), a = hash_at(v, k + 1);
	uint32_t bb = hash_at(v, k - 2), aa = hash_at(v, k + 2);
	uint32_t fb = form_at(v, k - 1), fa = form_at(v, k + 1);
	put(l, PLACE, 20, b);
	put(l, PLACE, 21, a);
	put(l, PLACE, 22, bb);
	put(l, PLACE, 23, aa);
	put(l, PLACE, 24, pair(b, w->form));
	put(l, PLACE, 25, pair(a, w->form));
	put(l, PLACE, 26, pair(bb, b));
	put(l, PLACE, 27, pair(a, aa));
	put(l, PLACE, 28, pair(b, a));
	put(l, WORD, 29, w->form);
	put(l, PLACE, 30, pair(fb << 8 | w->form, fa));
	put(l, PLACE, 31, pair(fb, w->form));
	put(l, PLACE, 32, pair(w->form, fa));
	put(l, WORD, 33, least(w->end - w->start, 12));
}

INLINE void gazetteer_features(const ww_name_view *v, uint32_t i, list *l) {
	const ww_name_word *w = &v->words->at[i];
	int64_t k = i;
	uint32_t g = w->gaz & MODEL_GAZ, gb = gaz_at(v, k - 1), ga = gaz_at(v, k + 1);
	put_bits(l, WORD, 40, g);
	put_bits(l, WORD, 41, w->phrase);
	put_bits(l, PLACE, 42, gb);
	put_bits(l, PLACE, 43, ga);
	put(l, WORD, 44, g);
	put(l, PLACE, 45, pair(g, gb));
	put(l, PLACE, 46, pair(g, ga));
	put(l, PLACE, 47, pair(gb, ga));
	put(l, WORD, 48, pair(g, w->form));
	put(l, WORD, 49, pair(g, w->phrase));
	put(l, PLACE, 50, pair(pair(gb, g), ga));
}

INLINE void line_features(const ww_name_view *v, uint32_t i, list *l) {
	const ww_name_word *w = &v->words->at[i];
	uint32_t sentence = w->flags & WW_WORD_SENTENCE;
	uint32_t line = w->flags & (WW_WORD_UPPER | WW_WORD_HEADING | WW_WORD_SHORT);
	put(l, WORD, 62, line);
	put(l, WORD, 63, pair(line, w->form));
	put(l, WORD, 65, pair(sentence, w->gaz & MODEL_GAZ));
	if (w->flags & WW_WORD_WRAP)
		put(l, WORD, 66, w->form);
	if (w->flags & WW_WORD_TABLE) {
		put(l, WORD, 67, w->form);
		put(l, PLACE, 68, pair(form_at(v, (int64_t)i - 1), form_at(v, (int64_t)i + 1)));
		put(l, WORD, 69, w->gaz & MODEL_GAZ);
	}
}

void ww_name_stretch(const ww_name_view *view, uint32_t i, uint32_t *first, uint32_t *end) {
	const ww_name_word *at = view->words->at;
	*first = i;
	*end = i + 1;
	if (!is_name(&at[i]))
		return;
	while (*first > view->run.first && is_name(&at[*first - 1]))
		--*first;
	while (*end < view->run.end && is_name(&at[*end]))
		++*end;
}

enum {
	KEYS = WW_GAZ_FIRST | WW_GAZ_CITY | WW_GAZ_REGION | WW_GAZ_DEMONYM | WW_GAZ_ORG_KEY |
	       WW_GAZ_ORG_TAIL | WW_GAZ_TITLE | WW_GAZ_HONORIFIC | WW_GAZ_PLACE_KEY | WW_GAZ_COMMON | WW_GAZ_CALENDAR
};

INLINE void stretch_features(const ww_name_view *v, uint32_t i, uint32_t a, uint32_t b, list *l,
                             list *own) {
	const ww_name_word *at = v->words->at;
	uint32_t left = least(i - a, 3), right = least(b - 1 - i, 3), place = left << 2 | right;
	uint32_t before = hash_at(v, (int64_t)a - 1), after = hash_at(v, b), any = 0;
	for (uint32_t k = a; k < b; k++)
		any |= at[k].gaz;
	put(l, PLACE, 70, place);
	put(l, STRETCH, 71, least(b - a, 5));
	put(i < b - 1 ? l : own, PLACE, 72, pair(at[b - 1].hash, i < b - 1));
	put(i > a ? l : own, PLACE, 73, pair(at[a].hash, i > a));
	put(l, STRETCH, 74, after);
	put(l, STRETCH, 75, before);
	put(l, STRETCH, 76, pair(before, b - a == 1));
	put(l, PLACE, 77, pair(any & KEYS, left));
	uint32_t ends = pair(at[a].gaz & KEYS, at[b - 1].gaz & KEYS);
	put(l, STRETCH, 78, ends);
	put(l, PLACE, 79, pair(ends, place));
	put(l, STRETCH, 80, gaz_at(v, (int64_t)a - 1));
	put(l, STRETCH, 81, pair(gaz_at(v, (int64_t)a - 1), b - a));
	put(l, STRETCH, 82, pair(gaz_at(v, b), b - a));
	put(l, STRETCH, 83, least(v->run.end - v->run.first, 12));
	put(l, STRETCH, 84, pair(before, after));
	put(l, STRETCH, 85, pair(hash_at(v, (int64_t)a - 2), before));
	if (ww_name_words_quoted(v->words, v->text, a, b))
		put(l, STRETCH, 86, least(b - a, 4));
}

#define EV(kind) (1u << WW_EV_##kind)

INLINE void evidence_features(const ww_name_view *v, uint32_t i, uint32_t a, uint32_t b, list *l) {
	const ww_name_word *w = &v->words->at[i];
	const ww_sight s = v->sight[i - v->run.first];
	uint32_t sentence = w->flags & WW_WORD_SENTENCE;
	put_bits(l, SIGHT, 90, s.bits);
	put(l, SIGHT, 91, s.bits & (EV(TITLE) | EV(FIRST) | EV(INITIAL) | EV(SAID) | EV(IN) | EV(ORG_KEY) |
	                     EV(ORG_TAIL)));
	put(l, SIGHT, 92, pair(s.bits & (EV(TITLE) | EV(FIRST) | EV(INITIAL) | EV(IN) | EV(ORG_KEY) |
	                          EV(ORG_TAIL) | EV(COMMA_REGION)), w->gaz & (KEYS | WW_GAZ_COMPANY)));
	put(l, SIGHT, 93, s.lower);
	put(l, SIGHT, 94, pair(s.lower, sentence << 16 | (w->gaz & WW_GAZ_COMMON)));
	put(l, SIGHT, 95, s.inner);
	put(l, SIGHT, 96, pair(least(s.inner, 2), sentence << 8 | least(s.lower, 1)));
	put(l, SIGHT, 97, s.bits);
	put(l, SIGHT, 98, s.bits & (EV(ORG_ACT) | EV(OF) | EV(SPORT) | EV(ACRONYM) | EV(THE) | EV(ORG_TAIL) |
	                     EV(WHO) | EV(AGE) | EV(JOB) | EV(BASED) | EV(IN) | EV(QUOTED)));
	if (s.sport) {
		put(l, SIGHT, 101, pair(s.sport, w->gaz & (KEYS | WW_GAZ_COMPANY)));
		put(l, SIGHT, 102, pair(s.sport, s.bits & (EV(SPORT) | EV(SCORE) | EV(IN) | EV(FIRST) | EV(TITLE) | EV(THE) |
		                                    EV(COMMA_REGION))));
		put(l, STRETCH, 103, pair(s.sport, hash_at(v, (int64_t)a - 1)));
		put(l, STRETCH, 104, pair(s.sport, hash_at(v, b)));
	}
	if (s.bits & EV(QUOTED))
		put(l, PLACE, 100, pair(s.bits & (EV(TITLE) | EV(FIRST) | EV(LAST) | EV(SAID)), least(b - a, 3)));
	if (b - a > 1) {
		uint32_t any = 0;
		for (uint32_t k = a; k < b; k++)
			any |= v->sight[k - v->run.first].bits;
		any &= EV(TITLE) | EV(INITIAL) | EV(SAID) | EV(ORG_KEY) | EV(ORG_TAIL) | EV(COMMA_REGION);
		put(l, PLACE, 99, pair(any, least(i - a, 2)));
	}
}

INLINE void all_features(const ww_name_view *v, uint32_t i, uint32_t a, uint32_t b, list *l,
                         list *own) {
	put(l, WORD, 0, 0);
	neighbour_features(v, i, l);
	gazetteer_features(v, i, l);
	line_features(v, i, l);
	own_features(v, i, own);
	stretch_features(v, i, a, b, l, own);
	if (is_name(&v->words->at[i]))
		evidence_features(v, i, a, b, l);
}

uint32_t ww_name_features(const ww_name_view *view, uint32_t i, uint32_t row[WW_NAME_FEATURES],
                          uint32_t *n_own) {
	enum { OWN = 16 };
	uint32_t own_row[OWN], a, b;
	list l = { row, 0, WW_NAME_OF_ALL }, own = { own_row, 0, WW_NAME_OF_ALL };
	ww_name_stretch(view, i, &a, &b);
	all_features(view, i, a, b, &l, &own);
	for (uint32_t k = 0; k < own.n; k++)
		row[l.n + k] = own.row[k];
	*n_own = own.n;
	return l.n + own.n;
}

INLINE uint32_t group_features(const ww_name_view *v, uint32_t i, uint32_t a, uint32_t b,
                               unsigned group, uint32_t *row) {
	list l = { row, 0, group };
	all_features(v, i, a, b, &l, &l);
	return l.n;
}

uint32_t ww_name_group(const ww_name_view *view, uint32_t i, uint32_t first, uint32_t end,
                       unsigned group, uint32_t row[WW_NAME_FEATURES]) {
	switch (group) {
	case WORD: return group_features(view, i, first, end, WORD, row);
	case SIGHT: return group_features(view, i, first, end, SIGHT, row);
	case STRETCH: return group_features(view, i, first, end, STRETCH, row);
	default: return group_features(view, i, first, end, PLACE, row);
	}
}

/* --- what groups know --- */

void ww_name_word_key_of(const ww_name_view *view, uint32_t i, ww_name_word_key *key) {
	const ww_name_word *w = &view->words->at[i];
	const uint32_t flags = WW_WORD_SENTENCE | WW_WORD_WRAP | WW_WORD_UPPER | WW_WORD_HEADING |
	                       WW_WORD_SHORT | WW_WORD_TABLE;
	*key = (ww_name_word_key){ w->hash, w->gaz & MODEL_GAZ, head_of(view, w), tail_of(view, w),
		                       w->form | least(w->end - w->start, 12) << 8 |
		                           (uint32_t)w->phrase << 12 | (w->flags & flags) << 16 };
}

bool ww_name_sight_key_of(const ww_name_view *view, uint32_t i, ww_name_sight_key *key) {
	const ww_name_word *w = &view->words->at[i];
	const ww_sight s = view->sight[i - view->run.first];
	if (!is_name(w))
		return false;
	*key = (ww_name_sight_key){ s.bits, w->gaz & (KEYS | WW_GAZ_COMPANY),
		                        s.lower | (uint32_t)s.inner << 4 | (uint32_t)s.sport << 8 |
		                            (uint32_t)(w->flags & WW_WORD_SENTENCE) << 12 };
	return true;
}
