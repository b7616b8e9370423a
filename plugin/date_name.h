/* date_name.h: months, weekdays and years that are parts of names. */
#ifndef WW_DATE_NAME_H
#define WW_DATE_NAME_H

#include "token.h"

/* Whether the month or weekday at token i, which stands alone, is part of a
 * name: "April Jones", "Ruby Tuesday", "Friday Harbor". */
bool ww_date_is_name(const char *text, const ww_tokens *tokens, uint32_t i);

/* Whether the figures at token i number a thing: "Room 2010", "Flight 1549". */
bool ww_date_is_number(const char *text, const ww_tokens *tokens, uint32_t i);

#endif
