/* date_check.h: what is wrong with a date. */
#ifndef WW_DATE_CHECK_H
#define WW_DATE_CHECK_H

#include "date_value.h"

/* Looks at a time mention of the block text[0, len) whose value is value[], and
 * which was resolved with `chain`.  Stores a ww_finding_id in *id, or -1; of an
 * ambiguous order the other reading replaces the value.  *zone is its time zone's name.
 * Errors: WW_E_NOMEM. */
int ww_date_check(ww_matcher *matcher, const char *text, size_t len, const ww_mark *mark,
                  const ww_chain *chain, char value[WW_VALUE_MAX], int *id, ww_piece *zone);

#endif
