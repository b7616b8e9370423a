/* phrase.h: phrases of a list of words in a text, "no more than", "last updated". */
#ifndef WW_PHRASE_H
#define WW_PHRASE_H

#include <stddef.h>

#include "word_list.h"

/* Of how many words a phrase is at most. */
enum { WW_PHRASE_MOST = 4 };

/* Looks for the longest phrase that ends a text, blanks and line ends left out, and is in one of
 * the `wanted` classes.  Returns those of its classes, and sets *len to where it begins; 0 when
 * there is none. */
uint32_t ww_phrase_before(const ww_word_list *list, const char *text, size_t *len, uint32_t wanted);

/* The same for the longest phrase that begins a text; *end is set to where it ends. */
uint32_t ww_phrase_at(const ww_word_list *list, const char *text, size_t len, size_t *end,
                      uint32_t wanted);

#endif
