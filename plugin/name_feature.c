/* name_feature.c: the features of a word in a run, which the model's weights are of.
 *
 * A feature is a number for what kind it is and one for what was seen; both are hashed to a
 * row.  Rows are shared by chance, which costs nothing that can be measured, and a feature
 * that no training text had is one more row.  All features are put by one set of functions:
 * the trainer takes their rows, the tagger the sum of their weights. */
#include "name_feature.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* The bit of a sort of evidence in ww_sight.bits. */
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
	WORD = 1,     /* the word itself */
	SIGHT = 2,    /* the evidence, which only words of names have */
	BEFORE = 4,   /* the word before it */
	AFTER = 8,    /* the word after it */
	STRETCH = 16, /* the stretch of words with capitals around it, one for all of them */
	PLACE = 32,   /* its place in the stretch and in the block, and its line */
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

/* Adds a feature of a group; `id` tells apart those of one value.  The row is a hash of both:
 * two multiplications by odd constants with a shift between, after the finishers of Murmur. 256
 * features of at most 127 cannot overflow a sum. */
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

/* One value of two that are seen together; not the same when they change places. */
static inline uint32_t pair(uint32_t a, uint32_t b) {
	return a * 0xC2B2AE3Du + b;
}

/* A feature for each bit that is set: what a class says is learnt once for all words of it. */
INLINE void put_bits(list *l, unsigned group, uint32_t id, uint32_t bits) {
	if (l->groups & group)
		for (; bits; bits &= bits - 1)
			put(l, group, id, bits & (0u - bits));
}

/* The word, and its first and last three and four bytes, which tell of a language or a sort of
 * name: "-ville", "-ová". */
INLINE void own_features(const ww_name_view *v, uint32_t i, list *l) {
	const ww_name_word *w = &v->words->at[i];
	uint32_t head = ww_view_head(v, w), tail = ww_view_tail(v, w);
	put(l, WORD, 1, w->hash);
	put(l, WORD, 7, tail & 0xFFFFFF);
	put(l, WORD, 8, head >> 8);
	put(l, WORD, 9, tail);
	put(l, WORD, 10, head);
}

/* What it looks like, and the words beside it: "Mr", "said", a number, a comma. */
INLINE void neighbour_features(const ww_name_view *v, uint32_t i, list *l) {
	const ww_name_word *w = &v->words->at[i];
	uint32_t b = ww_view_at(v, (int64_t)i - 1)->hash, a = ww_view_at(v, (int64_t)i + 1)->hash;
	put(l, WORD, 29, w->form);
	put(l, WORD, 33, ww_least(w->end - w->start, 12));
	put(l, BEFORE, 20, b);
	put(l, BEFORE, 24, pair(b, w->form));
	put(l, AFTER, 21, a);
	put(l, AFTER, 25, pair(a, w->form));
}

/* What lists know of it and of the words beside it, one by one and all together: a word that is
 * a city and a surname is another thing than either. */
INLINE void gazetteer_features(const ww_name_view *v, uint32_t i, list *l) {
	const ww_name_word *w = &v->words->at[i];
	uint32_t gb = ww_view_classes(ww_view_at(v, (int64_t)i - 1)), g = ww_view_classes(w);
	uint32_t ga = ww_view_classes(ww_view_at(v, (int64_t)i + 1));
	put_bits(l, WORD, 40, g);
	put_bits(l, WORD, 41, w->phrase);
	put_bits(l, BEFORE, 42, gb);
	put_bits(l, AFTER, 43, ga);
	put(l, WORD, 44, g);
	put(l, PLACE, 45, pair(g, gb));
	put(l, PLACE, 46, pair(g, ga));
	put(l, WORD, 48, pair(g, w->form));
	if (w->phrase)
		put(l, WORD, 49, pair(g, w->phrase));
}

/* Headlines, lines of capitals and tables have their own writing: there a capital says little.
 * Most words are in none of them and begin no sentence. */
INLINE void line_features(const ww_name_view *v, uint32_t i, list *l) {
	const ww_name_word *w = &v->words->at[i];
	const ww_name_word *b = ww_view_at(v, (int64_t)i - 1), *a = ww_view_at(v, (int64_t)i + 1);
	const uint32_t lines = WW_WORD_WRAP | WW_WORD_UPPER | WW_WORD_HEADING | WW_WORD_SHORT |
	                       WW_WORD_TABLE;
	uint32_t line = w->flags & (WW_WORD_UPPER | WW_WORD_HEADING | WW_WORD_SHORT);
	uint32_t classes = ww_view_classes(w);
	if (w->flags & WW_WORD_SENTENCE)
		put(l, PLACE, 65, classes);
	if (!(w->flags & lines))
		return;
	if (line) {
		put(l, PLACE, 62, line);
		put(l, PLACE, 63, pair(line, w->form));
	}
	if (w->flags & WW_WORD_WRAP)
		put(l, PLACE, 66, w->form);
	if (line & (WW_WORD_UPPER | WW_WORD_HEADING)) {
		/* "Ada Obi Weeps": a verb looks like one more name */
		const uint32_t known = WW_GAZ_FIRST | WW_GAZ_COMMON_SURNAME | WW_GAZ_COMMON;
		uint32_t before = ww_view_classes(b) & known;
		put(l, PLACE, 60, pair(ww_view_tail(v, w) & 0xFF, before));
		put(l, PLACE, 61, pair(classes & known, before));
	}
	if (w->flags & WW_WORD_TABLE) {
		put(l, PLACE, 67, w->form);
		put(l, PLACE, 68, pair(b->form, a->form));
		put(l, PLACE, 69, classes);
		put(l, PLACE, 106, pair(classes & (WW_GAZ_CITY | WW_GAZ_REGION), a->form));
	}
}

/* The words with capitals around it, [a, b): how many they are, which stand at their ends
 * ("Bank", "Ltd"), and what is beside.  A lone word's own features and its neighbours' say all of
 * that. */
INLINE void stretch_features(const ww_name_view *v, uint32_t i, uint32_t a, uint32_t b, list *l) {
	const ww_name_word *at = v->words->at;
	if (b - a == 1)
		return;
	const ww_name_word *before = ww_view_at(v, (int64_t)a - 1), *after = ww_view_at(v, b);
	put(l, PLACE, 70, ww_least(i - a, 3) << 2 | ww_least(b - 1 - i, 3));
	if (i < b - 1)
		put(l, PLACE, 72, at[b - 1].hash);
	if (i > a)
		put(l, PLACE, 73, at[a].hash);
	put(l, STRETCH, 74, after->hash);
	put(l, STRETCH, 75, before->hash);
	put(l, STRETCH, 78, pair(ww_view_classes(&at[a]) & WW_VIEW_KEYS,
	                         ww_view_classes(&at[b - 1]) & WW_VIEW_KEYS));
	put(l, STRETCH, 80, ww_view_classes(before));
	put(l, STRETCH, 82, pair(ww_view_classes(after), b - a));
	put(l, STRETCH, 140, ww_view_cluster(before));
	put(l, STRETCH, 141, ww_view_cluster(after));
}

/* What the article says of the word elsewhere (name_evidence.c): alone, by the sorts that go
 * together, and with what lists know. */
INLINE void evidence_features(const ww_name_view *v, uint32_t i, uint32_t a, uint32_t b, list *l) {
	const ww_name_word *w = &v->words->at[i];
	const ww_sight s = v->sight[i - v->run.first];
	uint32_t sentence = w->flags & WW_WORD_SENTENCE;
	put_bits(l, SIGHT, 90, s.bits);
	put(l, SIGHT, 91, s.bits & (EV(TITLE) | EV(FIRST) | EV(INITIAL) | EV(SAID) | EV(IN) |
	                            EV(ORG_KEY) | EV(ORG_TAIL)));
	put(l, SIGHT, 92, pair(s.bits & (EV(TITLE) | EV(FIRST) | EV(INITIAL) | EV(IN) | EV(ORG_KEY) |
	                                 EV(ORG_TAIL) | EV(COMMA_REGION)),
	                       ww_view_classes(w) & (WW_VIEW_KEYS | WW_GAZ_COMPANY)));
	put(l, SIGHT, 93, s.lower);
	put(l, SIGHT, 94, pair(s.lower, sentence << 16 | (ww_view_classes(w) & WW_GAZ_COMMON)));
	put(l, SIGHT, 95, s.inner);
	put(l, SIGHT, 96, pair(ww_least(s.inner, 2), sentence << 8 | ww_least(s.lower, 1)));
	put(l, SIGHT, 97, s.bits);
	put(l, SIGHT, 104, pair(s.size, s.bits & (EV(TITLE) | EV(FIRST) | EV(INITIAL) | EV(LAST) |
	                                          EV(HONORIFIC) | EV(LONG) | EV(ORG_KEY) |
	                                          EV(ORG_TAIL) | EV(IN) | EV(SAID))));
	put(l, SIGHT, 103, s.bits & (EV(FIRM) | EV(ITS) | EV(HIS) | EV(FIRST) | EV(TITLE) | EV(LONG) |
	                             EV(SAID) | EV(ORG_ACT)));
	put(l, SIGHT, 98, s.bits & (EV(ORG_ACT) | EV(OF) | EV(SPORT) | EV(ACRONYM) | EV(THE) |
	                            EV(ORG_TAIL) | EV(WHO) | EV(AGE) | EV(JOB) | EV(BASED) | EV(IN) |
	                            EV(QUOTED)));
	const uint32_t places = WW_GAZ_CITY | WW_GAZ_REGION | WW_GAZ_DEMONYM;
	if (s.sport) {
		put(l, SIGHT, 105, pair(pair(s.sport, s.bits & (EV(SPORT) | EV(SCORE) | EV(IN))),
		                        ww_view_classes(w) & places));
		put(l, SIGHT, 101, pair(s.sport, ww_view_classes(w) & (WW_VIEW_KEYS | WW_GAZ_COMPANY)));
		put(l, SIGHT, 102, pair(s.sport, s.bits & (EV(SPORT) | EV(SCORE) | EV(IN) | EV(FIRST) |
		                                           EV(TITLE) | EV(THE) | EV(COMMA_REGION))));
	}
	if (w->flags & WW_WORD_TABLE) {
		uint32_t beside = (uint32_t)ww_view_at(v, (int64_t)a - 1)->form << 16 |
		                  (uint32_t)ww_view_at(v, b)->form << 8 | ww_view_at(v, b + 1)->form;
		put(l, STRETCH, 107, pair(beside, ww_least(b - a, 3)));
		put(l, STRETCH, 108, pair(s.sport, ww_least(b - a, 3) << 8 | v->words->at[a].form));
		put(l, STRETCH, 109, pair(s.sport, beside));
	}
	if (s.bits & EV(QUOTED))
		put(l, PLACE, 100, pair(s.bits & (EV(TITLE) | EV(FIRST) | EV(LAST) | EV(SAID)),
		                        ww_least(b - a, 3)));
	if (b - a > 1) {
		uint32_t any = 0;
		for (uint32_t k = a; k < b; k++)
			any |= v->sight[k - v->run.first].bits;
		any &= EV(TITLE) | EV(INITIAL) | EV(SAID) | EV(ORG_KEY) | EV(ORG_TAIL) | EV(COMMA_REGION);
		put(l, PLACE, 99, pair(any, ww_least(i - a, 2)));
		uint32_t last = v->sight[b - 1 - v->run.first].bits;
		last &= EV(FIRST) | EV(LAST) | EV(INITIAL) | EV(HONORIFIC) | EV(ORG_KEY) | EV(ORG_TAIL) |
		        EV(PLACE_KEY);
		put(l, STRETCH, 89, pair(last, ww_least(b - a, 3)));
	}
}

static inline uint32_t cluster_at(const ww_name_view *v, int64_t i) {
	return ww_view_cluster(ww_view_at(v, i));
}

/* The cluster of the noun that tells what stands before it, and 1: "Acme, the fashion retailer,"
 * has that of "retailer"; 0 for none. */
static uint32_t told(const ww_name_words *w, uint32_t comma) {
	const uint32_t a = WW_HASH_1('a'), an = WW_HASH_2('a', 'n'), the = WW_HASH_3('t', 'h', 'e');
	if (comma + 2 >= w->n || w->at[comma].hash != WW_HASH_1(',') ||
	    (w->at[comma].flags | w->at[comma + 1].flags) & WW_WORD_BREAK)
		return 0;
	uint32_t first = w->at[comma + 1].hash, i = comma + 2;
	if (first != a && first != an && first != the && first != WW_HASH_3('i', 't', 's'))
		return 0;
	for (; i < w->n && i <= comma + WW_NAME_APPOSITION; i++) {
		const ww_name_word *k = &w->at[i];
		bool noun = k->form == WW_FORM_LOWER || k->form == WW_FORM_HYPHEN_LOWER || ww_is_name(k);
		if (!noun || k->flags & WW_WORD_BREAK || k->gaz & WW_GAZ_LOCATIVE ||
		    k->hash == WW_HASH_2('o', 'f') || k->hash == WW_HASH_3('w', 'h', 'o') ||
		    k->hash == WW_HASH_4('t', 'h', 'a', 't'))
			break;
	}
	return i > comma + 2 ? w->at[i - 1].cluster + 1u : 0;
}

/* What is used like the words in and around a stretch, which says it of words that no training
 * text has: "slashed" stands where "cut" does. */
INLINE void cluster_features(const ww_name_view *v, uint32_t i, uint32_t a, uint32_t b, list *l) {
	const ww_name_word *w = &v->words->at[i];
	int64_t x = a, y = b, k = i;
	put(l, STRETCH, 142, pair(cluster_at(v, x - 1), cluster_at(v, x - 2)));
	put(l, STRETCH, 143, pair(cluster_at(v, y), cluster_at(v, y + 1)));
	uint32_t noun = l->groups & STRETCH ? told(v->words, b) : 0;
	if (noun)
		put(l, STRETCH, 145, noun);
	put(l, WORD, 150, w->cluster);
	put(l, WORD, 151, pair(w->cluster, w->form));
	put(l, WORD, 147, pair(w->cluster, ww_view_tail(v, w) & 0xFFFFFF));
	put(l, WORD, 148, pair(w->cluster, ww_view_classes(w)));
	put(l, BEFORE, 152, cluster_at(v, k - 1));
	put(l, AFTER, 153, cluster_at(v, k + 1));
	put(l, PLACE, 154, pair(cluster_at(v, k - 1), w->cluster));
	put(l, PLACE, 155, pair(cluster_at(v, k + 1), w->cluster));
}

/* What a possessive may join or part: "Wayne's World", "Acme's Ada Obi". */
INLINE void possessive_features(const ww_name_view *v, uint32_t i, list *l) {
	const ww_name_word *w = &v->words->at[i];
	if (i < v->run.first + 2 || w[-1].form != WW_FORM_POSSESSIVE || !(l->groups & PLACE))
		return;
	const uint32_t owners = WW_VIEW_KEYS | WW_GAZ_COMMON_SURNAME | WW_GAZ_COMPANY;
	uint32_t seen = v->sight[i - 2 - v->run.first].bits;
	uint32_t before = ww_is_name(w - 2) ? seen & (EV(IN) | EV(THE) | EV(ORG_KEY) | EV(ORG_TAIL) |
	                                           EV(TITLE) | EV(FIRST) | EV(POSSESSIVE)) : 1u << 31;
	put(l, PLACE, 113, pair(ww_view_classes(w - 2) & owners, ww_view_classes(w) & owners));
	put(l, PLACE, 114, ww_view_classes(w - 2) & owners);
	put(l, PLACE, 115, before);
}

/* Whether a word joins names that are of one kind more often than not. */
static inline bool joins(const ww_name_word *w) {
	/* no jumps: any of them is as likely as not */
	unsigned is = (w->hash == WW_HASH_3('a', 'n', 'd')) | (w->hash == WW_HASH_1(',')) |
	              (w->hash == WW_HASH_2('o', 'r')) | (w->hash == WW_HASH_1('&'));
	return is && !(w->flags & WW_WORD_BREAK);
}

/* Whether the word goes on in the line with what may be a name. */
static inline bool goes_on(const ww_name_word *w) {
	return ww_is_name(w) && !(w->flags & WW_WORD_BREAK);
}

/* What lists and the article know of the words [first, end), joined to a stretch of n words. */
INLINE void put_joined(const ww_name_view *v, uint32_t id, uint32_t first, uint32_t end, uint32_t n,
                       list *l) {
	const ww_name_word *at = v->words->at;
	const uint32_t known = EV(TITLE) | EV(HONORIFIC) | EV(FIRST) | EV(INITIAL) | EV(LAST) |
	                       EV(ORG_KEY) | EV(ORG_TAIL) | EV(PLACE_KEY) | EV(IN) | EV(SPORT) |
	                       EV(SAID);
	uint32_t classes = ww_view_classes(&at[first]) & WW_VIEW_KEYS;
	put(l, STRETCH, id, pair(pair(classes, end - first), ww_least(n, 3)));
	ww_sight s = ww_evidence_look(v->evidence, at[end - 1].hash);
	put(l, STRETCH, id + 1, pair(s.bits & known, ww_least(n, 2)));
}

/* "Sulla and Mr Fell", "Lyon, Obi FC": names beside each other tell of each other. */
INLINE void joined_features(const ww_name_view *v, uint32_t a, uint32_t b, list *l) {
	enum { FAR = 4 }; /* longer names are told by fewer words */
	const ww_name_words *w = v->words;
	if (!(l->groups & STRETCH))
		return;
	if (b + 1 < w->n && joins(&w->at[b]) && goes_on(&w->at[b + 1])) {
		uint32_t end = b + 2;
		while (end < w->n && end < b + 1 + FAR && goes_on(&w->at[end]))
			end++;
		put_joined(v, 116, b + 1, end, b - a, l);
	}
	if (a >= 2 && joins(&w->at[a - 1]) && ww_is_name(&w->at[a - 2]) &&
	    !(w->at[a].flags & WW_WORD_BREAK)) {
		uint32_t first = a - 2;
		while (first > 0 && first + FAR > a - 1 && goes_on(&w->at[first]) &&
		       ww_is_name(&w->at[first - 1]))
			first--;
		put_joined(v, 118, first, a - 1, b - a, l);
	}
}

/* All features there are: whoever adds one sees to it that its group's key in name_sums.c has
 * what it looks at, and trains the weights anew. */
INLINE void all_features(const ww_name_view *v, uint32_t i, uint32_t a, uint32_t b, list *l,
                         list *own) {
	put(l, WORD, 0, 0);
	neighbour_features(v, i, l);
	gazetteer_features(v, i, l);
	line_features(v, i, l);
	own_features(v, i, own);
	stretch_features(v, i, a, b, l);
	possessive_features(v, i, l);
	cluster_features(v, i, a, b, l);
	joined_features(v, a, b, l);
	if (ww_is_name(&v->words->at[i]))
		evidence_features(v, i, a, b, l);
}

/* The trainer's view: all rows at once, those of the word itself behind the others, so that it
 * can drop them at random and learn from the surroundings too. */
#ifdef WW_LEARNING /* it is the trainer's alone, and 8 KB */
uint32_t ww_name_features(const ww_name_view *view, uint32_t i, uint32_t row[WW_NAME_FEATURES],
                          uint32_t *n_own) {
	enum { OWN = 16 };
	const ww_name_word *at = view->words->at;
	uint32_t own_row[OWN], a = i, b = ww_name_stretch_end(view, i);
	while (a > view->run.first && ww_is_name(&at[i]) && ww_is_name(&at[a - 1]))
		a--;
	list l = { .groups = ALL, .row = row };
	list own = { .groups = ALL, .row = own_row };
	all_features(view, i, a, b, &l, &own);
	for (uint32_t k = 0; k < own.n; k++)
		row[l.n + k] = own.row[k];
	*n_own = own.n;
	return l.n + own.n;
}
#endif

/* A function for each group, which the compiler writes out without what is not in the group. */
#define GROUP_SUM(name, group) \
	ww_name_sum name(const ww_name_view *view, uint32_t i, uint32_t first, uint32_t end, \
	                 const int8_t (*weights)[WW_NAME_LANES]) { \
		list l = { .groups = (group), .sums = true, .weights = weights }; \
		all_features(view, i, first, end, &l, &l); \
		return l.sum; \
	}

GROUP_SUM(ww_name_sum_word, WORD)
GROUP_SUM(ww_name_sum_sight, SIGHT)
GROUP_SUM(ww_name_sum_before, BEFORE)
GROUP_SUM(ww_name_sum_after, AFTER)
GROUP_SUM(ww_name_sum_stretch, STRETCH)
GROUP_SUM(ww_name_sum_place, PLACE)

/* Much that is asked of a stretch is settled where it is known to be one word. */
ww_name_sum ww_name_sum_lone(const ww_name_view *view, uint32_t i, uint32_t first, uint32_t end,
                             const int8_t (*weights)[WW_NAME_LANES]) {
	list l = { .groups = STRETCH | PLACE, .sums = true, .weights = weights };
	(void)first, (void)end;
	all_features(view, i, i, i + 1, &l, &l);
	return l.sum;
}
