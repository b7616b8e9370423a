/* tense.h: whether a sentence tells of the past or of the future. */
#ifndef WW_TENSE_H
#define WW_TENSE_H

#include "clause.h"

typedef enum {
	WW_TENSE_NONE, /* not asked for */
	WW_TENSE_PAST,
	WW_TENSE_FUTURE,
	WW_TENSE_VERBLESS /* a heading or list: "MONDAY", "Ferries to the islands back Monday" */
} ww_tense;

/* Returns the tense of the clause around text[start, end), a stretch of the
 * block text[0, len): that of the verb nearest before it, else of the first
 * one after it. */
ww_tense ww_tense_at(const char *text, size_t len, size_t start, size_t end);

/* The same of a weekday, which is past where it owns what follows and nothing says that it
 * is awaited: "Friday's ruling".  "December's vote" may be of any year. */
ww_tense ww_tense_of_weekday(const char *text, size_t len, size_t start, size_t end);

#endif
