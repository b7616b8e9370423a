/* name_sums.c: the score of a word for each tag, which is the sum of its features' weights.
 *
 * Most words come again with all that a group of features looks at: their sums are kept under
 * a key of all that.  A key and its group's features have to look at the same things. */
#include "name_sums.h"

#include <string.h>

/* Compared in full: a key that only hashes alike must not give another's sum. */
typedef struct {
	uint32_t part[5];
} key;

/* What the features of WORD look at: the word, its classes, its ends and what its line is.
 * Longer words than 12 are alike there. */
static inline key word_key(const ww_name_view *v, const ww_name_word *w) {
	const uint32_t flags = WW_WORD_SENTENCE | WW_WORD_WRAP | WW_WORD_UPPER | WW_WORD_HEADING |
	                       WW_WORD_SHORT | WW_WORD_TABLE;
	return (key){ { w->hash, ww_view_classes(w), ww_view_head(v, w), ww_view_tail(v, w),
	                w->form | ww_least(w->end - w->start, 12) << 8 | (w->flags & flags) << 12 |
	                    (uint32_t)w->phrase << 24 } };
}

/* Only the classes that those features ask for are in the key: with all of them, words would
 * find the sums of others less often. */
static inline key sight_key(const ww_name_view *v, uint32_t i) {
	const ww_name_word *w = &v->words->at[i];
	const ww_sight s = v->sight[i - v->run.first];
	return (key){ { s.bits, ww_view_classes(w) & (WW_VIEW_KEYS | WW_GAZ_COMPANY), 0, 0,
	                s.lower | (uint32_t)s.inner << 4 | (uint32_t)s.sport << 8 |
	                    (uint32_t)(w->flags & WW_WORD_SENTENCE) << 12 | (uint32_t)s.size << 16 } };
}

/* Of the word at `k`, which stands before or after a word of a form. */
static inline key beside_key(const ww_name_view *v, int64_t k, uint32_t form, bool after) {
	return (key){ { ww_view_hash(v, k), ww_view_gaz(v, k), 0, 0, form << 1 | after } };
}

/* STRETCH and PLACE have no key: they look at several words, and seldom come again. */
static inline key key_of(const ww_name_view *v, uint32_t i, ww_name_group group) {
	const ww_name_word *w = &v->words->at[i];
	switch (group) {
	case WW_NAME_WORD: return word_key(v, w);
	case WW_NAME_SIGHT: return sight_key(v, i);
	case WW_NAME_BEFORE: return beside_key(v, (int64_t)i - 1, w->form, false);
	default: return beside_key(v, (int64_t)i + 1, w->form, true);
	}
}

/* Classes are never all set: no key is that of an empty place. */
void ww_name_sums_init(ww_name_sums *sums) {
	memset(sums, 0xFF, sizeof *sums);
}

/* Sums up a group that has a key, by way of the 2^bits places of `at`. A key has one place,
 * which the latest takes over: common words come again before a rare one has driven them out. */
static inline ww_name_sum kept_sum(const ww_name_view *v, uint32_t i, ww_name_group group,
                                   const int8_t (*weights)[WW_NAME_LANES], ww_name_kept *at,
                                   int bits) {
	key k = key_of(v, i, group);
	const uint32_t *a = k.part;
	at += (a[0] ^ a[1] * 0x9E3779B1u ^ a[4] * 0xC2B2AE35u) * 0x85EBCA6Bu >> (32 - bits);
	const uint32_t *b = at->key;
	ww_name_sum s;
	if (((a[0] ^ b[0]) | (a[1] ^ b[1]) | (a[2] ^ b[2]) | (a[3] ^ b[3]) | (a[4] ^ b[4])) == 0) {
		memcpy(&s, at->sum, sizeof s);
		return s;
	}
	s = ww_name_group_sum(v, i, i, i + 1, group, weights);
	memcpy(at->key, k.part, sizeof k.part);
	memcpy(at->sum, &s, sizeof s);
	return s;
}

/* What a lone word's score as an organisation is lowered by.  The articles that are learnt from
 * are denser in firms of one word than news is: of the development sets four lone persons were
 * taken for organisations where one was taken the other way.  20 gave persons +0.0 to +0.8 and
 * organisations +0.2 to +0.7 on each of them. */
enum { LONE_ORG = 20, FIRST_ORG = 1 };

/* The sum of a stretch is the same for all of its words, and worked out once. */
void ww_name_score(const ww_name_view *view, uint32_t first, uint32_t end,
                   const int8_t (*weights)[WW_NAME_LANES], ww_name_sums *sums,
                   int16_t (*score)[WW_NAME_LANES]) {
	ww_name_sum all = ww_name_group_sum(view, first, first, end, WW_NAME_STRETCH, weights);
	if (end - first == 1)
		all[FIRST_ORG] = (int16_t)(all[FIRST_ORG] - LONE_ORG);
	enum { WORD_BITS = WW_NAME_WORD_BITS, BESIDE_BITS = WW_NAME_BESIDE_BITS };
	for (uint32_t i = first; i < end; i++) {
		ww_name_sum s = all + ww_name_group_sum(view, i, first, end, WW_NAME_PLACE, weights) +
		                kept_sum(view, i, WW_NAME_WORD, weights, sums->word, WORD_BITS) +
		                kept_sum(view, i, WW_NAME_BEFORE, weights, sums->beside, BESIDE_BITS) +
		                kept_sum(view, i, WW_NAME_AFTER, weights, sums->beside, BESIDE_BITS);
		if (ww_is_name(&view->words->at[i]))
			s += kept_sum(view, i, WW_NAME_SIGHT, weights, sums->sight, WW_NAME_SIGHT_BITS);
		memcpy(score[i - first], &s, sizeof s);
	}
}
