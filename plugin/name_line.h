/* name_line.h: the words of a block, by lines and sentences. */
#ifndef WW_NAME_LINE_H
#define WW_NAME_LINE_H

#include "name_word.h"

/* Replaces the words, not the runs, by those of the block; false when there is no memory. */
bool ww_name_lines_read(ww_name_words *words, const ww_mem *mem, const ww_name_reader *reader);

#endif
