/* date_words.h: words that stand right beside a day, and what they say of it. */
#ifndef WW_DATE_WORDS_H
#define WW_DATE_WORDS_H

#include "word_list.h"

/* The classes, as data/en/day.txt calls and explains them. */
#define WW_DAY_CLASSES(CLASS) \
	CLASS(FROM, "from") CLASS(AWAITS, "awaits") CLASS(OUTCOME, "outcome") \
	CLASS(RESULT, "result") CLASS(CONTRACT, "contract") CLASS(CREDIT, "credit")

#define WW_DAY_BIT(name, text) WW_DAY_##name##_BIT,
#define WW_DAY_MASK(name, text) WW_DAY_##name = 1 << WW_DAY_##name##_BIT,
enum { WW_DAY_CLASSES(WW_DAY_BIT) WW_N_DAY };
enum { WW_DAY_CLASSES(WW_DAY_MASK) WW_DAY_NOTHING = 0 };
_Static_assert(WW_N_DAY <= 31, "a class is a bit of an int");

extern const ww_word_list ww_day_words;

#endif
