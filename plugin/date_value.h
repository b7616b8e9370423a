/* date_value.h: what day, month or span of time an expression means. */
#ifndef WW_DATE_VALUE_H
#define WW_DATE_VALUE_H

#include "date_chain.h"
#include "date_grammar.h"

/* Writes the TIMEX3 value of a mention of the block text[0, len), or "", and
 * moves the chain past it.  Errors: WW_E_NOMEM. */
int ww_date_resolve(ww_matcher *matcher, const char *text, size_t len, const ww_mark *mark,
                    ww_chain *chain, char value[WW_VALUE_MAX]);

#endif
