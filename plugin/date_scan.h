/* date_scan.h: finds time expressions. */
#ifndef WW_DATE_SCAN_H
#define WW_DATE_SCAN_H

#include "date_match.h"
#include "token.h"

/* Appends the time expressions of a block to *marks, in ascending order and
 * without overlaps.  `tokens` are those of text[0, len).  Errors: WW_E_NOMEM;
 * what was appended before stays. */
int ww_date_scan(ww_matcher *matcher, const char *text, size_t len, const ww_tokens *tokens,
                 ww_marks *marks);

#endif
