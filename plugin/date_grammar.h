/* date_grammar.h: finds time expressions. */
#ifndef WW_DATE_GRAMMAR_H
#define WW_DATE_GRAMMAR_H

#include "date_forms.h"
#include "date_match.h"
#include "token.h"

/* The tables that say where which form is tried, and the lexicon: never written to
 * once made, so that any number of threads may use one.
 * Errors: WW_E_NOMEM.  `mem` is copied. */
int ww_grammar_new(const ww_mem *mem, ww_grammar **out);
void ww_grammar_free(ww_grammar *grammar);

const ww_lexicon *ww_grammar_lexicon(const ww_grammar *grammar);

/* Appends the time expressions of a block to *marks, in ascending order and
 * without overlaps.  `tokens` are those of text[0, len).  Errors: WW_E_NOMEM;
 * what was appended before stays. */
int ww_date_scan(ww_matcher *matcher, const char *text, size_t len, const ww_tokens *tokens,
                 ww_marks *marks);

/* Returns a form's name; static storage. */
const char *ww_date_form_name(uint16_t form);

#endif
