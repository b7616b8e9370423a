/* name_small.h: the commonest small words, which are not names where they stand. */
#ifndef WW_NAME_SMALL_H
#define WW_NAME_SMALL_H

#include "word_list.h"

/* The classes, as data/en/small.txt calls and explains them. */
#define WW_SMALL_CLASSES(CLASS) \
	CLASS(SMALL, INNER, "inner") CLASS(SMALL, STARTS, "starts") CLASS(SMALL, JOINS, "joins")

WW_LIST_CLASSES(SMALL);

extern const ww_word_list ww_small_words;

#endif
