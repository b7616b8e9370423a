/* date_habit.h: words that tell whether a clock time is of a habit. */
#ifndef WW_DATE_HABIT_H
#define WW_DATE_HABIT_H

#include "word_list.h"

/* The classes, as data/en/habit.txt calls and explains them. */
#define WW_HABIT_CLASSES(CLASS) \
	CLASS(HABIT, HABIT, "habit") CLASS(HABIT, EACH, "each") CLASS(HABIT, SPAN, "span") \
	CLASS(HABIT, DAILY, "daily") CLASS(HABIT, OFFICE, "office") CLASS(HABIT, HOURS, "hours") \
	CLASS(HABIT, WORKING, "working") CLASS(HABIT, DAYS, "days") CLASS(HABIT, TO, "to") \
	CLASS(HABIT, MOST, "most") CLASS(HABIT, WILL, "will") CLASS(HABIT, OPEN, "open") \
	CLASS(HABIT, EVENT, "event") CLASS(HABIT, CONTACT, "contact") \
	CLASS(HABIT, NAMED_BY, "named-by")

WW_LIST_CLASSES(HABIT);

extern const ww_word_list ww_habit_words;

#endif
