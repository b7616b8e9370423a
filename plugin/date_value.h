/* date_value.h: what day, month or span of time an expression means. */
#ifndef WW_DATE_VALUE_H
#define WW_DATE_VALUE_H

#include "date_chain.h"
#include "date_grammar.h"

/* A block, and the mentions in it, in ascending order. */
typedef struct {
	const char *text;
	size_t len;
	const ww_mark *marks;
	uint32_t n_marks;
} ww_date_block;

/* Writes the TIMEX3 value of a mention of a block, or "", and moves the chain
 * past it.  Mentions beside it count when `mark` is one of block->marks.  Errors: WW_E_NOMEM. */
int ww_date_resolve(ww_matcher *matcher, const ww_date_block *block, const ww_mark *mark,
                    ww_chain *chain, char value[WW_VALUE_MAX]);

#endif
