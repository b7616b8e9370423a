/* article_line.h: the lines in which an article says its date itself. */
#ifndef WW_ARTICLE_LINE_H
#define WW_ARTICLE_LINE_H

#include "ascii.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

static inline const char *ww_skip_blanks(const char *p, const char *end) {
	while (p < end && ww_ascii_is_blank(*p))
		p++;
	return p;
}

/* Returns where the next line begins. */
static inline const char *ww_line_end(const char *p, const char *end) {
	const char *newline = memchr(p, '\n', (size_t)(end - p));
	return newline ? newline + 1 : end;
}

/* Returns the date of "date YYYY-MM-DD ", blanks before it allowed: a header of
 * news archives; NULL for any other line. */
const char *ww_archive_date(const char *p, const char *end);

/* Finds the line of the field "date" in a mail's or a feed's header, or in
 * front matter, at the start of a paragraph; NULL when there is none. */
const char *ww_header_date(const char *p, const char *end);

#endif
