/* date_words.h: words that stand beside a date or in it, and what they say of it. */
#ifndef WW_DATE_WORDS_H
#define WW_DATE_WORDS_H

#include "word_list.h"

/* The classes, as data/en/day.txt calls and explains them. */
#define WW_DAY_CLASSES(CLASS) \
	CLASS(FROM, "from") CLASS(AWAITS, "awaits") CLASS(OUTCOME, "outcome") \
	CLASS(ANY, "any") CLASS(GOES_ON, "goes-on") CLASS(RESULT, "result") \
	CLASS(DUE, "due") CLASS(TRADED, "traded") CLASS(DEATH, "death") CLASS(OFF, "off") \
	CLASS(CONTRACT, "contract") CLASS(PICTURE, "picture") CLASS(CREDIT, "credit")

#define WW_DAY_BIT(name, text) WW_DAY_##name##_BIT,
#define WW_DAY_MASK(name, text) WW_DAY_##name = 1 << WW_DAY_##name##_BIT,
enum { WW_DAY_CLASSES(WW_DAY_BIT) WW_N_DAY };
enum { WW_DAY_CLASSES(WW_DAY_MASK) WW_DAY_NOTHING = 0 };
_Static_assert(WW_N_DAY <= 31, "a class is a bit of an int");

extern const ww_word_list ww_day_words;

/* The same of relations, as data/en/relation.txt calls and explains them. */
#define WW_RELATION_CLASSES(CLASS) \
	CLASS(BACK, "back") CLASS(HERE, "here") CLASS(ON, "on") CLASS(STORY, "story") \
	CLASS(NEAR, "near") CLASS(TWICE, "twice") CLASS(COUNTS_BACK, "counts-back") \
	CLASS(COUNTS_ON, "counts-on") CLASS(COUNTS_STORY, "counts-story")

#define WW_RELATION_BIT(name, text) WW_RELATION_##name##_BIT,
#define WW_RELATION_MASK(name, text) WW_RELATION_##name = 1 << WW_RELATION_##name##_BIT,
enum { WW_RELATION_CLASSES(WW_RELATION_BIT) WW_N_RELATION };
enum { WW_RELATION_CLASSES(WW_RELATION_MASK) WW_RELATION_NOTHING = 0 };

extern const ww_word_list ww_relation_words;

#endif
