/* date_habit.h: words that tell whether a clock time is of a habit. */
#ifndef WW_DATE_HABIT_H
#define WW_DATE_HABIT_H

#include "word_list.h"

/* The classes, as data/en/habit.txt calls and explains them. */
#define WW_HABIT_CLASSES(CLASS) \
	CLASS(HABIT, "habit") CLASS(EACH, "each") CLASS(SPAN, "span") CLASS(DAILY, "daily") \
	CLASS(OFFICE, "office") CLASS(HOURS, "hours") CLASS(WORKING, "working") CLASS(DAYS, "days") \
	CLASS(TO, "to") CLASS(MOST, "most") CLASS(WILL, "will") CLASS(OPEN, "open") \
	CLASS(EVENT, "event") CLASS(CONTACT, "contact") CLASS(NAMED_BY, "named-by")

#define WW_HABIT_BIT(name, text) WW_HABIT_##name##_BIT,
#define WW_HABIT_MASK(name, text) WW_HABIT_##name = 1 << WW_HABIT_##name##_BIT,
enum { WW_HABIT_CLASSES(WW_HABIT_BIT) WW_N_HABIT };
enum { WW_HABIT_CLASSES(WW_HABIT_MASK) WW_HABIT_NOTHING = 0 };
_Static_assert(WW_N_HABIT <= 31, "a class is a bit of an int");

extern const ww_word_list ww_habit_words;

#endif
