/* name_feature.h: what the model looks at, for the tagger and its trainer. */
#ifndef WW_NAME_FEATURE_H
#define WW_NAME_FEATURE_H

#include "name_view.h"

enum {
	WW_NAME_FEATURES = 192, /* features of a word, at most */
	WW_NAME_BITS = 17,           /* the model has 2^WW_NAME_BITS rows … */
	WW_NAME_LANES = 8       /* … of so many weights */
};

/* Sums of weights: lanes of one vector. */
typedef int16_t ww_name_sum __attribute__((vector_size(2 * WW_NAME_LANES)));

/* Sums the weights of a group's features of word i in its stretch [first, end). */
typedef ww_name_sum ww_name_sum_of(const ww_name_view *view, uint32_t i, uint32_t first,
                                   uint32_t end, const int8_t (*weights)[WW_NAME_LANES]);

ww_name_sum_of ww_name_sum_word;    /* the word itself */
ww_name_sum_of ww_name_sum_sight;   /* the evidence, which only words of names have */
ww_name_sum_of ww_name_sum_before;  /* the word before it */
ww_name_sum_of ww_name_sum_after;   /* the word after it */
ww_name_sum_of ww_name_sum_stretch; /* the stretch, one for all of its words */
ww_name_sum_of ww_name_sum_place;   /* its place in the stretch and in the block, and its line */
ww_name_sum_of ww_name_sum_lone;    /* both of the last, for a word that is a stretch */

/* Writes the rows of all its features and returns their number.  The last *n_own of
 * them know the word itself.  Only compiled with WW_LEARNING, for the trainer. */
uint32_t ww_name_features(const ww_name_view *view, uint32_t i, uint32_t row[WW_NAME_FEATURES],
                          uint32_t *n_own);

#endif
