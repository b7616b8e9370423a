/* name_feature.h: what the model looks at, for the tagger and its trainer. */
#ifndef WW_NAME_FEATURE_H
#define WW_NAME_FEATURE_H

#include "name_evidence.h"

enum {
	WW_NAME_RUN_MAX = 64,   /* words of a run, at most */
	WW_NAME_FEATURES = 128, /* features of a word, at most */
	WW_NAME_BITS = 16       /* the model has 2^WW_NAME_BITS rows */
};

/* A run that is being looked at: sight[i] is of word run.first + i. */
typedef struct {
	const ww_name_words *words;
	const char *text;
	ww_name_run run;
	uint32_t low, high; /* the words from `low` to `high` are in the run's line */
	ww_sight sight[WW_NAME_RUN_MAX];
} ww_name_view;

/* Prepares to look at a run of a block. */
void ww_name_view_run(ww_name_view *view, const ww_name_words *words, const char *text,
                      const ww_evidence *ev, ww_name_run run);

/* Writes the rows of the features of the word `i` of the block, one of the run,
 * and returns their number.  The last *n_own of them know the word itself. */
uint32_t ww_name_features(const ww_name_view *view, uint32_t i, uint32_t row[WW_NAME_FEATURES],
                          uint32_t *n_own);

#endif
