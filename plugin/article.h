/* article.h: where articles and blocks begin, and an article's own date. */
#ifndef WW_ARTICLE_H
#define WW_ARTICLE_H

#include "calendar.h"
#include "date_grammar.h"
#include "sizes.h"

/* Finds the end of the block that starts at text[0]: a paragraph, or a part of
 * a long one.  `len` may stop short of the document's end when `more` is true;
 * then 0 means that the end could not be told from these bytes.  *article
 * says whether a new article starts there.  The answer depends on nothing but
 * the bytes from the block's start to WW_BORDER_LOOKAHEAD past its end. */
size_t ww_block_end(const char *text, size_t len, bool more, bool *article);

/* How much of an article's start is read for its date, in bytes. */
enum { WW_REFERENCE_WINDOW = 2048 };

typedef struct {
	ww_date_source source;
	ww_range where; /* bytes from the article's start */
	ww_civil date;  /* for all sources but WW_FROM_NOTHING */
} ww_reference;

/* Finds the reference date of the article whose first bytes text[0, len) are, and
 * stores it in out[0]; of 2 that are wanted the second is the next best that disagrees
 * with it.  Errors: WW_E_NOMEM. */
int ww_find_reference(ww_matcher *matcher, ww_tokens *tokens, const ww_mem *mem, const char *text,
                      size_t len, ww_reference out[], int wanted);

#endif
