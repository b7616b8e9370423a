/* date_plain.h: a block as patterns can read it: blanks of ASCII, and nothing unseen. */
#ifndef WW_DATE_PLAIN_H
#define WW_DATE_PLAIN_H

#include <stdbool.h>
#include <stddef.h>

/* Whether a text has blanks beyond ASCII, soft hyphens, zero-width blanks and the like. */
bool ww_is_plain(const char *text, size_t len);

/* Copies text[0, len) to `out` with as many spaces for each such blank as it has bytes.
 * Those of what is not seen go behind what it stands in, to the next blank:
 * "Wed\u00ADnesday," becomes "Wednesday,  ".  So all else keeps its place, but for what
 * follows in the same word, and the length stays. */
void ww_make_plain(const char *text, size_t len, char *out);

/* Returns where in the text the byte stands that is number `at` of `plain`, which was made of it;
 * of what is not seen before it, behind that. */
size_t ww_plain_place(const char *text, size_t len, const char *plain, size_t at);

#endif
