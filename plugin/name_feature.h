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

/* Features are grouped by what tells them all. */
typedef enum {
	WW_NAME_WORD = 1,     /* the word itself, and its line */
	WW_NAME_SIGHT = 2,    /* the evidence, which only words of names have */
	WW_NAME_BEFORE = 4,   /* the word before it */
	WW_NAME_AFTER = 8,    /* the word after it */
	WW_NAME_STRETCH = 16, /* the stretch of words with capitals around it, one for all of them */
	WW_NAME_PLACE = 32    /* its place in the stretch and in the block */
} ww_name_group;

/* Sums the weights of a group's features of word i in its stretch [first, end). */
ww_name_sum ww_name_group_sum(const ww_name_view *view, uint32_t i, uint32_t first, uint32_t end,
                              ww_name_group group, const int8_t (*weights)[WW_NAME_LANES]);

/* Writes the rows of all its features and returns their number.  The last *n_own of
 * them know the word itself.  Only compiled with WW_LEARNING, for the trainer. */
uint32_t ww_name_features(const ww_name_view *view, uint32_t i, uint32_t row[WW_NAME_FEATURES],
                          uint32_t *n_own);

#endif
