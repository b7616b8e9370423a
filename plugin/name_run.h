/* name_run.h: the runs of words in which names are looked for. */
#ifndef WW_NAME_RUN_H
#define WW_NAME_RUN_H

#include "name_word.h"

/* So many words after a comma behind a run are looked up: "Acme, a Dublin-based retailer". */
enum { WW_NAME_APPOSITION = 5 };

/* Replaces the words and runs by those of a block, whose tokens are given and
 * which starts at `text`; false when there is no memory. */
bool ww_name_words_read(ww_name_words *words, const ww_mem *mem, const ww_gazetteer_kept *kept,
                        const ww_tokens *tokens, const char *text);

/* True when a quotation mark is all that stands between the words [first, end)
 * and a quotation mark or a comma and one: they are a quoted title, or a word
 * that is talked about. */
bool ww_name_words_quoted(const ww_name_words *words, const char *text, uint32_t first,
                          uint32_t end);

void ww_name_words_free(ww_name_words *words, const ww_mem *mem);

#endif
