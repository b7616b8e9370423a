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
_Static_assert(WW_N_RELATION <= 31, "a class is a bit of an int");

extern const ww_word_list ww_relation_words;

/* The same of what bounds and qualifies a time, as data/en/edge.txt calls it. */
#define WW_EDGE_CLASSES(CLASS) \
	CLASS(SINCE, "since") CLASS(FROM, "from") CLASS(UNTIL, "until") CLASS(BY, "by") \
	CLASS(BEFORE, "before") CLASS(AFTER, "after") CLASS(FILLER, "filler") CLASS(UNIT, "unit") \
	CLASS(AT_MOST, "at-most") CLASS(AT_LEAST, "at-least") CLASS(MORE, "more") \
	CLASS(LESS, "less") CLASS(APPROX, "approx") CLASS(START, "start") CLASS(MID, "mid") \
	CLASS(END, "end") CLASS(JOINS, "joins") CLASS(BETWEEN, "between") CLASS(MOVED, "moved")

#define WW_EDGE_BIT(name, text) WW_EDGE_##name##_BIT,
#define WW_EDGE_MASK(name, text) WW_EDGE_##name = 1 << WW_EDGE_##name##_BIT,
enum { WW_EDGE_CLASSES(WW_EDGE_BIT) WW_N_EDGE };
enum { WW_EDGE_CLASSES(WW_EDGE_MASK) WW_EDGE_NOTHING = 0 };

extern const ww_word_list ww_edge_words;

/* The same of the lines that tell an article's date, as data/en/label.txt calls it. */
#define WW_LABEL_CLASSES(CLASS) \
	CLASS(PUBLISHED, "published") CLASS(CHANGED, "changed") CLASS(HANDLED, "handled") \
	CLASS(BARE, "bare") CLASS(WITHIN, "within") CLASS(ON, "on") CLASS(OTHERS, "others")

#define WW_LABEL_BIT(name, text) WW_LABEL_##name##_BIT,
#define WW_LABEL_MASK(name, text) WW_LABEL_##name = 1 << WW_LABEL_##name##_BIT,
enum { WW_LABEL_CLASSES(WW_LABEL_BIT) WW_N_LABEL };
enum { WW_LABEL_CLASSES(WW_LABEL_MASK) WW_LABEL_NOTHING = 0 };

extern const ww_word_list ww_label_words;

#endif
