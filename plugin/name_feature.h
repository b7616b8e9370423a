/* name_feature.h: what the model looks at, for the tagger and its trainer. */
#ifndef WW_NAME_FEATURE_H
#define WW_NAME_FEATURE_H

#include "name_evidence.h"

enum {
	WW_NAME_RUN_MAX = 64,   /* words of a run, at most */
	WW_NAME_FEATURES = 192, /* features of a word, at most */
	WW_NAME_BITS = 16,      /* the model has 2^WW_NAME_BITS rows … */
	WW_NAME_LANES = 8       /* … of so many weights */
};

/* Sums of weights: lanes of one vector. */
typedef int16_t ww_name_sum __attribute__((vector_size(2 * WW_NAME_LANES)));

/* A run that is being looked at: sight[i] is of word run.first + i, if it may be a
 * part of a name. */
typedef struct {
	const ww_name_words *words;
	const char *text;
	ww_name_run run;
	uint32_t low, high; /* the run, a word before and two behind it, if in its line */
	ww_sight sight[WW_NAME_RUN_MAX];
	uint32_t singular, plural; /* see ww_name_singular() … */
	ww_sight of_singular;      /* … and what is seen of that */
} ww_name_view;

/* Prepares to look at a run of a block. */
void ww_name_view_run(ww_name_view *view, const ww_name_words *words, const char *text,
                      const ww_evidence *ev, ww_name_run run);

/* What features of a group add to a score, with what tells them all. */
typedef struct {
	uint32_t key[5];
	int16_t sum[WW_NAME_LANES];
} ww_name_kept;

/* Sums that are kept for those that come again, as most do; a new one takes an old
 * one's place.  They are those of one model. */
enum { WW_NAME_WORD_BITS = 11, WW_NAME_SIGHT_BITS = 9, WW_NAME_BESIDE_BITS = 11 };
typedef struct {
	ww_name_kept word[1 << WW_NAME_WORD_BITS], sight[1 << WW_NAME_SIGHT_BITS];
	ww_name_kept beside[1 << WW_NAME_BESIDE_BITS];
} ww_name_sums;

void ww_name_sums_init(ww_name_sums *sums);

/* The words with capitals around word i, [*first, *end); the word alone when it has
 * none. */
void ww_name_stretch(const ww_name_view *view, uint32_t i, uint32_t *first, uint32_t *end);

/* Sums the weights of the features of the words of a stretch [first, end): of word i in
 * score[i - first], a lane for each tag but 0. */
void ww_name_score(const ww_name_view *view, uint32_t first, uint32_t end,
                   const int8_t (*weights)[WW_NAME_LANES], ww_name_sums *sums,
                   int16_t (*score)[WW_NAME_LANES]);

/* Writes the rows of all its features and returns their number.  The last *n_own of
 * them know the word itself. */
uint32_t ww_name_features(const ww_name_view *view, uint32_t i, uint32_t row[WW_NAME_FEATURES],
                          uint32_t *n_own);

#endif
