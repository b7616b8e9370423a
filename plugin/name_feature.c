#include "name_feature.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

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
	if (view->low > 0 && !(words->at[view->low].flags & WW_WORD_BREAK))
		view->low--;
	view->high = run.end;
	for (int k = 0; k < 2 && view->high < words->n &&
	                !(words->at[view->high].flags & WW_WORD_BREAK); k++)
		view->high++;
	for (uint32_t i = 0; i < n; i++)
		if (is_name(&words->at[run.first + i]))
			view->sight[i] = ww_evidence_look(ev, words->at[run.first + i].hash);
	view->singular = ww_name_singular(words, text, run, &view->plural);
	if (view->singular)
		view->of_singular = ww_evidence_look(ev, view->singular);
}

#define EV(kind) (1u << WW_EV_##kind)

/* Features in the making, of the groups that are wanted: their rows, or when there are
 * weights, the sum of what these rows of them say. */
typedef struct {
	unsigned groups;
	bool sums;
	uint32_t *row, n;
	const int8_t (*weights)[WW_NAME_LANES];
	ww_name_sum sum;
} list;

/* What is put is known at compile time to be wanted or not, when all is put into
 * one function for a group. */
#define INLINE static inline __attribute__((always_inline))

/* Features are grouped by what tells them all. */
enum {
	WORD = 1,     /* the word itself, and its line */
	SIGHT = 2,    /* the evidence; there is none for a word that is no name */
	BEFORE = 4,   /* the word before it */
	AFTER = 8,    /* the word after it */
	STRETCH = 16, /* the stretch of words with capitals around it, one for all of them */
	PLACE = 32,   /* its place in the stretch and in the block */
	ALL = 63
};

/* Returns the weights of a row, each in a lane. */
static inline ww_name_sum widen(const int8_t *row) {
#ifdef __SSE2__
	/* compilers take twice as many steps of their own */
	__m128i bytes = _mm_loadl_epi64((const __m128i *)(const void *)row);
	return (ww_name_sum)_mm_srai_epi16(_mm_unpacklo_epi8(bytes, bytes), 8);
#else
	typedef int8_t small __attribute__((vector_size(8)));
	small bytes;
	memcpy(&bytes, row, sizeof bytes);
	return __builtin_convertvector(bytes, ww_name_sum);
#endif
}

/* Adds a feature of a group; `id` tells apart those of one value.  256 features of at
 * most 127 cannot overflow a sum. */
INLINE void put(list *l, unsigned group, uint32_t id, uint32_t value) {
	if (!(l->groups & group))
		return;
	uint32_t h = (value + id * 0x85EBCA6Bu) * 0x9E3779B1u;
	h = (h ^ h >> 15) * 0x2C1B3C6Du >> (32 - WW_NAME_BITS);
	if (l->sums)
		l->sum += widen(l->weights[h]);
	else
		l->row[l->n++] = h;
}

static inline uint32_t pair(uint32_t a, uint32_t b) {
	return a * 0xC2B2AE3Du + b;
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

/* Four letters in lower case, of bytes of which the first is the highest. */
static inline uint32_t lower_bytes(uint32_t h) {
	uint32_t low7 = h & 0x7F7F7F7Fu;
	uint32_t uppers = (low7 + 0x3F3F3F3Fu) & ~(low7 + 0x25252525u) & ~h & 0x80808080u;
	return h | uppers >> 2;
}

static inline uint32_t four_bytes(const char *at) {
	const uint8_t *p = (const uint8_t *)at;
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static uint32_t short_bytes(const char *p, uint32_t n) {
	uint32_t h = 0;
	for (uint32_t i = 0; i < n; i++)
		h = h << 8 | (uint8_t)p[i];
	return h;
}

/* The first four bytes of a word, or all, in lower case and from the highest byte
 * on; the last ones, down to the lowest. */
static inline uint32_t head_of(const ww_name_view *v, const ww_name_word *w) {
	uint32_t len = w->end - w->start;
	return lower_bytes(len >= 4 ? four_bytes(v->text + w->start)
	                            : short_bytes(v->text + w->start, len) << (4 - len) * 8);
}

static inline uint32_t tail_of(const ww_name_view *v, const ww_name_word *w) {
	uint32_t len = w->end - w->start;
	return lower_bytes(len >= 4 ? four_bytes(v->text + w->end - 4)
	                            : short_bytes(v->text + w->start, len));
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
	put(l, BEFORE, 20, b);
	put(l, AFTER, 21, a);
	put(l, BEFORE, 24, pair(b, w->form));
	put(l, AFTER, 25, pair(a, w->form));
	put(l, WORD, 29, w->form);
	put(l, PLACE, 30, pair(form_at(v, k - 1) << 8 | w->form, form_at(v, k + 1)));
	put(l, WORD, 33, least(w->end - w->start, 12));
}

INLINE void gazetteer_features(const ww_name_view *v, uint32_t i, list *l) {
	const ww_name_word *w = &v->words->at[i];
	int64_t k = i;
	uint32_t g = w->gaz & MODEL_GAZ, gb = gaz_at(v, k - 1), ga = gaz_at(v, k + 1);
	put_bits(l, WORD, 40, g);
	put_bits(l, WORD, 41, w->phrase);
	put_bits(l, BEFORE, 42, gb);
	put_bits(l, AFTER, 43, ga);
	put(l, WORD, 44, g);
	put(l, PLACE, 45, pair(g, gb));
	put(l, PLACE, 46, pair(g, ga));
	put(l, WORD, 48, pair(g, w->form));
	put(l, WORD, 49, pair(g, w->phrase));
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
	if (w->flags & (WW_WORD_UPPER | WW_WORD_HEADING)) {
		/* "Ada Obi Weeps": a verb looks like one more name */
		const uint32_t known = WW_GAZ_FIRST | WW_GAZ_SURNAME | WW_GAZ_COMMON;
		uint32_t before = gaz_at(v, (int64_t)i - 1) & known;
		put(l, PLACE, 60, pair(tail_of(v, w) & 0xFF, before));
		put(l, PLACE, 61, pair(w->gaz & known, before));
	}
	if (w->flags & WW_WORD_TABLE) {
		put(l, WORD, 67, w->form);
		put(l, PLACE, 68, pair(form_at(v, (int64_t)i - 1), form_at(v, (int64_t)i + 1)));
		put(l, WORD, 69, w->gaz & MODEL_GAZ);
		uint32_t place = w->gaz & (WW_GAZ_CITY | WW_GAZ_REGION);
		put(l, PLACE, 106, pair(place, form_at(v, (int64_t)i + 1)));
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
	put(l, PLACE, 70, place);
	put(l, STRETCH, 71, least(b - a, 5));
	put(i < b - 1 ? l : own, PLACE, 72, pair(at[b - 1].hash, i < b - 1));
	put(i > a ? l : own, PLACE, 73, pair(at[a].hash, i > a));
	put(l, STRETCH, 74, hash_at(v, b));
	put(l, STRETCH, 75, hash_at(v, (int64_t)a - 1));
	put(l, STRETCH, 78, pair(at[a].gaz & KEYS, at[b - 1].gaz & KEYS));
	put(l, STRETCH, 80, gaz_at(v, (int64_t)a - 1));
	put(l, STRETCH, 82, pair(gaz_at(v, b), b - a));
	put(l, STRETCH, 83, least(v->run.end - v->run.first, 12));
	if ((l->groups & STRETCH) && ww_name_words_quoted(v->words, v->text, a, b))
		put(l, STRETCH, 86, least(b - a, 4));
}

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
		put(l, SIGHT, 105, pair(pair(s.sport, s.bits & (EV(SPORT) | EV(SCORE) | EV(IN))),
		                        w->gaz & (WW_GAZ_CITY | WW_GAZ_REGION | WW_GAZ_DEMONYM)));
		put(l, SIGHT, 101, pair(s.sport, w->gaz & (KEYS | WW_GAZ_COMPANY)));
		put(l, SIGHT, 102, pair(s.sport, s.bits & (EV(SPORT) | EV(SCORE) | EV(IN) | EV(FIRST) | EV(TITLE) | EV(THE) |
		                                    EV(COMMA_REGION))));
	}
	if (w->flags & WW_WORD_TABLE) {
		uint32_t beside = form_at(v, (int64_t)a - 1) << 16 | form_at(v, b) << 8 |
		                  form_at(v, b + 1);
		put(l, STRETCH, 107, pair(beside, least(b - a, 3)));
		put(l, STRETCH, 108, pair(s.sport, least(b - a, 3) << 8 | v->words->at[a].form));
		put(l, STRETCH, 109, pair(s.sport, beside));
	}
	if (s.bits & EV(QUOTED))
		put(l, PLACE, 100, pair(s.bits & (EV(TITLE) | EV(FIRST) | EV(LAST) | EV(SAID)), least(b - a, 3)));
	if (b - a > 1) {
		uint32_t any = 0;
		for (uint32_t k = a; k < b; k++)
			any |= v->sight[k - v->run.first].bits;
		any &= EV(TITLE) | EV(INITIAL) | EV(SAID) | EV(ORG_KEY) | EV(ORG_TAIL) | EV(COMMA_REGION);
		put(l, PLACE, 99, pair(any, least(i - a, 2)));
		uint32_t last = v->sight[b - 1 - v->run.first].bits;
		last &= EV(FIRST) | EV(LAST) | EV(INITIAL) | EV(HONORIFIC) | EV(ORG_KEY) | EV(ORG_TAIL) |
		        EV(PLACE_KEY);
		put(l, STRETCH, 89, pair(last, least(b - a, 3)));
	}
}

/* What a possessive may join or part: "Wayne's World", "Acme's Ada Obi". */
INLINE void possessive_features(const ww_name_view *v, uint32_t i, list *l) {
	const ww_name_word *w = &v->words->at[i];
	if (i < v->run.first + 2 || w[-1].form != WW_FORM_POSSESSIVE || !(l->groups & PLACE))
		return;
	const uint32_t owners = KEYS | WW_GAZ_SURNAME | WW_GAZ_COMPANY;
	uint32_t seen = v->sight[i - 2 - v->run.first].bits;
	uint32_t before = is_name(w - 2) ? seen & (EV(IN) | EV(THE) | EV(ORG_KEY) | EV(ORG_TAIL) |
	                                           EV(TITLE) | EV(FIRST) | EV(POSSESSIVE)) : 1u << 31;
	put(l, PLACE, 113, pair(w[-2].gaz & owners, w->gaz & owners));
	put(l, PLACE, 114, w[-2].gaz & owners);
	put(l, PLACE, 115, before);
}

INLINE void all_features(const ww_name_view *v, uint32_t i, uint32_t a, uint32_t b, list *l,
                         list *own) {
	put(l, WORD, 0, 0);
	neighbour_features(v, i, l);
	gazetteer_features(v, i, l);
	line_features(v, i, l);
	own_features(v, i, own);
	stretch_features(v, i, a, b, l, own);
	possessive_features(v, i, l);
	if (is_name(&v->words->at[i]))
		evidence_features(v, i, a, b, l);
}

uint32_t ww_name_features(const ww_name_view *view, uint32_t i, uint32_t row[WW_NAME_FEATURES],
                          uint32_t *n_own) {
	enum { OWN = 16 };
	uint32_t own_row[OWN], a, b;
	list l = { .groups = ALL, .row = row };
	list own = { .groups = ALL, .row = own_row };
	ww_name_stretch(view, i, &a, &b);
	all_features(view, i, a, b, &l, &own);
	for (uint32_t k = 0; k < own.n; k++)
		row[l.n + k] = own.row[k];
	*n_own = own.n;
	return l.n + own.n;
}

INLINE ww_name_sum group_sum(const ww_name_view *v, uint32_t i, uint32_t a, uint32_t b,
                             unsigned group, const int8_t (*weights)[WW_NAME_LANES]) {
	list l = { .groups = group, .sums = true, .weights = weights };
	all_features(v, i, a, b, &l, &l);
	return l.sum;
}

/* --- sums that are kept --- */

typedef struct {
	uint32_t part[5];
} key;

INLINE key word_key(const ww_name_view *v, const ww_name_word *w) {
	const uint32_t flags = WW_WORD_SENTENCE | WW_WORD_WRAP | WW_WORD_UPPER | WW_WORD_HEADING |
	                       WW_WORD_SHORT | WW_WORD_TABLE;
	return (key){ { w->hash, w->gaz & MODEL_GAZ, head_of(v, w), tail_of(v, w),
		                    w->form | least(w->end - w->start, 12) << 8 | (w->flags & flags) << 12 |
		                        (uint32_t)w->phrase << 24 } };
}

INLINE key sight_key(const ww_name_view *v, uint32_t i) {
	const ww_name_word *w = &v->words->at[i];
	const ww_sight s = v->sight[i - v->run.first];
	return (key){ { s.bits, w->gaz & (KEYS | WW_GAZ_COMPANY), 0, 0,
		                    s.lower | (uint32_t)s.inner << 4 | (uint32_t)s.sport << 8 |
		                        (uint32_t)(w->flags & WW_WORD_SENTENCE) << 12 } };
}

/* Of the word at `k`, before or after a word of a form. */
INLINE key beside_key(const ww_name_view *v, int64_t k, uint32_t form, bool after) {
	return (key){ { hash_at(v, k), gaz_at(v, k), 0, 0, form << 1 | after } };
}

INLINE key key_of(const ww_name_view *v, uint32_t i, unsigned group) {
	const ww_name_word *w = &v->words->at[i];
	switch (group) {
	case WORD: return word_key(v, w);
	case SIGHT: return sight_key(v, i);
	case BEFORE: return beside_key(v, (int64_t)i - 1, w->form, false);
	default: return beside_key(v, (int64_t)i + 1, w->form, true);
	}
}

/* Classes are never all set: no key is that of an empty place. */
void ww_name_sums_init(ww_name_sums *sums) {
	memset(sums, 0xFF, sizeof *sums);
}

/* Sums up a group that has a key, by way of the 2^bits places of `at`. */
INLINE ww_name_sum kept_sum(const ww_name_view *v, uint32_t i, unsigned group,
                            const int8_t (*weights)[WW_NAME_LANES], ww_name_kept *at, int bits) {
	key k = key_of(v, i, group);
	const uint32_t *a = k.part;
	at += (a[0] ^ a[1] * 0x9E3779B1u ^ a[4] * 0xC2B2AE35u) * 0x85EBCA6Bu >> (32 - bits);
	const uint32_t *b = at->key;
	ww_name_sum s;
	if (((a[0] ^ b[0]) | (a[1] ^ b[1]) | (a[2] ^ b[2]) | (a[3] ^ b[3]) | (a[4] ^ b[4])) == 0) {
		memcpy(&s, at->sum, sizeof s);
		return s;
	}
	s = group_sum(v, i, i, i + 1, group, weights);
	memcpy(at->key, k.part, sizeof k.part);
	memcpy(at->sum, &s, sizeof s);
	return s;
}

void ww_name_score(const ww_name_view *view, uint32_t first, uint32_t end,
                   const int8_t (*weights)[WW_NAME_LANES], ww_name_sums *sums,
                   int16_t (*score)[WW_NAME_LANES]) {
	ww_name_sum all = group_sum(view, first, first, end, STRETCH, weights);
	for (uint32_t i = first; i < end; i++) {
		ww_name_sum s = all + group_sum(view, i, first, end, PLACE, weights) +
		                kept_sum(view, i, WORD, weights, sums->word, WW_NAME_WORD_BITS) +
		                kept_sum(view, i, BEFORE, weights, sums->beside, WW_NAME_BESIDE_BITS) +
		                kept_sum(view, i, AFTER, weights, sums->beside, WW_NAME_BESIDE_BITS);
		if (is_name(&view->words->at[i]))
			s += kept_sum(view, i, SIGHT, weights, sums->sight, WW_NAME_SIGHT_BITS);
		memcpy(score[i - first], &s, sizeof s);
	}
}
