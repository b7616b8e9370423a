/* date_beside.h: what is told beside a value, for which TIMEX3's value has no room. */
#ifndef WW_DATE_BESIDE_H
#define WW_DATE_BESIDE_H

#include "date_value.h"

/* Returns the mark that ends the range which `mark` begins, in one form as "June 3-5"
 * or in two with a word between, as "Friday to noon Sunday"; NULL for none. */
const ww_mark *ww_date_range_end(const ww_date_block *block, const ww_mark *mark);

/* Returns the ww_bound that the word before a mention makes of it. */
ww_bound ww_date_bound(const char *text, const ww_mark *mark);

/* Returns the ww_mod that words at its start, or before it, make of it. */
ww_mod ww_date_mod(const char *text, const ww_mark *mark);

/* Writes an offset from UTC as ISO 8601 does: "Z", "+01:00". */
void ww_date_print_offset(int minutes, char zone[WW_ZONE_MAX]);

/* Writes the zone of a clock time whose value is `value`: "Z", "+01:00", letters when they
 * do not settle it, "" for none.  Errors: WW_E_NOMEM, WW_E_PATTERN. */
int ww_date_zone(ww_matcher *matcher, const ww_date_block *block, const ww_mark *mark,
                 const char *value, char zone[WW_ZONE_MAX]);

#endif
