/* name_thing.h: words that tell of a name that it is a thing's. */
#ifndef WW_NAME_THING_H
#define WW_NAME_THING_H

#include "word_list.h"

/* The classes, as data/en/thing.txt calls and explains them. */
#define WW_THING_CLASSES(CLASS) \
	CLASS(THING, GENERIC, "generic") CLASS(THING, MEASURE, "measure") \
	CLASS(THING, PACT, "pact") CLASS(THING, WORKS, "works") \
	CLASS(THING, FIGURE, "figure") CLASS(THING, EVENT, "event")

WW_LIST_CLASSES(THING);

extern const ww_word_list ww_thing_words;

#endif
