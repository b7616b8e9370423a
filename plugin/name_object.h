/* name_object.h: words that tell of a name that it is a thing's. */
#ifndef WW_NAME_OBJECT_H
#define WW_NAME_OBJECT_H

#include "word_list.h"

/* The classes, as data/en/object.txt calls and explains them. */
#define WW_OBJECT_CLASSES(CLASS) \
	CLASS(OBJECT, GENERIC, "generic") CLASS(OBJECT, MEASURE, "measure") \
	CLASS(OBJECT, PACT, "pact") CLASS(OBJECT, WORKS, "works") \
	CLASS(OBJECT, FIGURE, "figure") CLASS(OBJECT, EVENT, "event")

WW_LIST_CLASSES(OBJECT);

extern const ww_word_list ww_object_words;

#endif
