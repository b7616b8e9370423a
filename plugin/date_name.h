/* date_name.h: months, weekdays and years that are parts of names. */
#ifndef WW_DATE_NAME_H
#define WW_DATE_NAME_H

#include "token.h"

/* Whether the month or weekday at token i, which stands alone, is part of a
 * name: "April Jones", "Ruby Tuesday", "Friday Harbor". */
bool ww_date_is_name(const char *text, const ww_tokens *tokens, uint32_t i);

/* Whether the quarter at token i is one of a match that the block tells of. */
bool ww_date_is_of_match(const ww_tokens *tokens, uint32_t i);

/* Whether the clock time at token i is one of a match's box score. */
bool ww_date_is_of_box(const ww_tokens *tokens, uint32_t i);

/* Whether the mention [start, end) is a piece of a mail address or of a path. */
bool ww_date_is_address(const char *text, size_t len, uint32_t start, uint32_t end);

/* Whether the figures at token i number a thing: "Room 2010", "Flight 1549". */
bool ww_date_is_number(const char *text, const ww_tokens *tokens, uint32_t i);

#endif
