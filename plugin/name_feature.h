/* name_feature.h: what the model looks at, for the tagger and its trainer. */
#ifndef WW_NAME_FEATURE_H
#define WW_NAME_FEATURE_H

#include "name_evidence.h"

enum {
	WW_NAME_RUN_MAX = 64,   /* words of a run, at most */
	WW_NAME_FEATURES = 192, /* features of a word, at most */
	WW_NAME_BITS = 16       /* the model has 2^WW_NAME_BITS rows */
};

/* A run that is being looked at: sight[i] is of word run.first + i, if it may be a
 * part of a name. */
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

/* What features of a word know: they are grouped by what tells them all, so that
 * their scores can be kept. */
enum {
	WW_NAME_OF_WORD = 1,    /* a ww_name_word_key */
	WW_NAME_OF_SIGHT = 2,   /* a ww_name_sight_key; nothing when there is none */
	WW_NAME_OF_STRETCH = 4, /* the stretch of words with capitals around it, one for all of them */
	WW_NAME_OF_PLACE = 8,   /* its place in the stretch and in the block */
	WW_NAME_OF_ALL = 15
};

typedef struct {
	uint32_t hash, gaz, head, tail, rest;
} ww_name_word_key;

typedef struct {
	uint32_t bits, gaz, rest;
} ww_name_sight_key;

void ww_name_word_key_of(const ww_name_view *view, uint32_t i, ww_name_word_key *key);

/* Returns false when no evidence is looked at: the word is no name. */
bool ww_name_sight_key_of(const ww_name_view *view, uint32_t i, ww_name_sight_key *key);

/* The words with capitals around word i, [*first, *end); the word alone when it has
 * none. */
void ww_name_stretch(const ww_name_view *view, uint32_t i, uint32_t *first, uint32_t *end);

/* Writes the rows of the features of one group of the word `i` of the block, one of
 * the run, in the stretch [first, end), and returns their number. */
uint32_t ww_name_group(const ww_name_view *view, uint32_t i, uint32_t first, uint32_t end,
                       unsigned group, uint32_t row[WW_NAME_FEATURES]);

/* Writes the rows of all its features and returns their number.  The last *n_own of
 * them know the word itself. */
uint32_t ww_name_features(const ww_name_view *view, uint32_t i, uint32_t row[WW_NAME_FEATURES],
                          uint32_t *n_own);

#endif
