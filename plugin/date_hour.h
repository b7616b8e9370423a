/* date_hour.h: hours that nothing in their own figures tells: "doors 7", "Fri. 3-8". */
#ifndef WW_DATE_HOUR_H
#define WW_DATE_HOUR_H

#include "token.h"

/* Whether the figures, or the word, at token i are an hour or the first one of a range, as what
 * stands around says. */
bool ww_date_is_hour(const char *text, const ww_tokens *tokens, uint32_t i);

#endif
