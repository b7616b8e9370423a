/* date_plain.h: a block as patterns can read it, without what is not seen. */
#ifndef WW_DATE_PLAIN_H
#define WW_DATE_PLAIN_H

#include <stdbool.h>
#include <stddef.h>

/* Whether a text has soft hyphens, zero-width blanks and the like. */
bool ww_has_unseen(const char *text, size_t len);

/* Copies text[0, len) to `out` with such characters moved behind what they stand in, to
 * the next blank: "Wed\u00ADnesday," becomes "Wednesday,\u00AD".  Nothing else changes
 * its place but what stands between, and the length stays. */
void ww_move_unseen(const char *text, size_t len, char *out);

#endif
