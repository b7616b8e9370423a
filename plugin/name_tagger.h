/* name_tagger.h: finds the names of a block, and what they name. */
#ifndef WW_NAME_TAGGER_H
#define WW_NAME_TAGGER_H

#include "name_model.h"

/* A name: bytes [start, end) of the block, and a ww_kind from WW_PERSON to WW_MISC. */
typedef struct {
	uint32_t start, end;
	uint8_t kind;
} ww_name;

/* The names that were found last, and sums of weights that were worked out then:
 * one of these serves one model.  All zero is empty. */
typedef struct {
	ww_name *at;
	uint32_t n, cap;
	struct ww_name_memo *memo;
} ww_names;

void ww_names_free(ww_names *names, const ww_mem *mem);

/* Replaces `names` by those in words of a block that starts at `text`, given
 * the evidence of its article; they ascend and do not overlap.  The answer
 * depends on nothing else.  Returns false when there is no memory. */
bool ww_name_tag(ww_names *names, const ww_mem *mem, const ww_name_model *model,
                 const ww_name_words *words, const char *text, const ww_evidence *ev);

/* How many readings of a word there are: none, and the four kinds. */
enum { WW_NAME_SCORES = 5 };

/* Works out why: in score[k] the best reading of run number `run` in which word i of
 * the block is in no name (k = 0) or in one of the kind WW_PERSON + k - 1.  Scores
 * are sums of weights; only their differences mean something.  Returns false when
 * there is no memory. */
bool ww_name_explain(ww_names *names, const ww_mem *mem, const ww_name_model *model,
                     const ww_name_words *words, const char *text, const ww_evidence *ev,
                     uint32_t run, uint32_t i, int32_t score[WW_NAME_SCORES]);

#endif
