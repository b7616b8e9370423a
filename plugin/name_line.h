/* name_line.h: the words of a block, by lines and sentences. */
#ifndef WW_NAME_LINE_H
#define WW_NAME_LINE_H

#include "name_word.h"

/* Replaces the words by those of the block, and the runs by where some may begin: their `first` are
 * the words with WW_WORD_NAME, and such as lost it when their line had ended.  False when there is
 * no memory. */
bool ww_name_lines_read(ww_name_words *words, const ww_mem *mem, const ww_name_reader *reader);

#endif
