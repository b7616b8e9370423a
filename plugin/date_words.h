/* date_words.h: words that stand beside a date or in it, and what they say of it. */
#ifndef WW_DATE_WORDS_H
#define WW_DATE_WORDS_H

#include "word_list.h"

/* The classes, as data/en/day.txt calls and explains them. */
#define WW_DAY_CLASSES(CLASS) \
	CLASS(DAY, FROM, "from") CLASS(DAY, AWAITS, "awaits") CLASS(DAY, OUTCOME, "outcome") \
	CLASS(DAY, ANY, "any") CLASS(DAY, GOES_ON, "goes-on") CLASS(DAY, RESULT, "result") \
	CLASS(DAY, DUE, "due") CLASS(DAY, TRADED, "traded") CLASS(DAY, DEATH, "death") \
	CLASS(DAY, OFF, "off") CLASS(DAY, CONTRACT, "contract") CLASS(DAY, PICTURE, "picture") \
	CLASS(DAY, CREDIT, "credit")

WW_LIST_CLASSES(DAY);

extern const ww_word_list ww_day_words;

/* The same of relations, as data/en/relation.txt calls and explains them. */
#define WW_RELATION_CLASSES(CLASS) \
	CLASS(RELATION, BACK, "back") CLASS(RELATION, HERE, "here") CLASS(RELATION, ON, "on") \
	CLASS(RELATION, STORY, "story") CLASS(RELATION, NEAR, "near") CLASS(RELATION, TWICE, "twice") \
	CLASS(RELATION, COUNTS_BACK, "counts-back") CLASS(RELATION, COUNTS_ON, "counts-on") \
	CLASS(RELATION, COUNTS_STORY, "counts-story")

WW_LIST_CLASSES(RELATION);

extern const ww_word_list ww_relation_words;

/* The same of what bounds and qualifies a time, as data/en/edge.txt calls it. */
#define WW_EDGE_CLASSES(CLASS) \
	CLASS(EDGE, SINCE, "since") CLASS(EDGE, FROM, "from") CLASS(EDGE, UNTIL, "until") \
	CLASS(EDGE, BY, "by") CLASS(EDGE, BEFORE, "before") CLASS(EDGE, AFTER, "after") \
	CLASS(EDGE, FILLER, "filler") CLASS(EDGE, UNIT, "unit") CLASS(EDGE, AT_MOST, "at-most") \
	CLASS(EDGE, AT_LEAST, "at-least") CLASS(EDGE, MORE, "more") CLASS(EDGE, LESS, "less") \
	CLASS(EDGE, APPROX, "approx") CLASS(EDGE, START, "start") CLASS(EDGE, MID, "mid") \
	CLASS(EDGE, END, "end") CLASS(EDGE, JOINS, "joins") CLASS(EDGE, BETWEEN, "between") \
	CLASS(EDGE, MOVED, "moved")

WW_LIST_CLASSES(EDGE);

extern const ww_word_list ww_edge_words;

/* The same of the lines that tell an article's date, as data/en/label.txt calls it. */
#define WW_LABEL_CLASSES(CLASS) \
	CLASS(LABEL, PUBLISHED, "published") CLASS(LABEL, CHANGED, "changed") \
	CLASS(LABEL, HANDLED, "handled") CLASS(LABEL, BARE, "bare") CLASS(LABEL, WITHIN, "within") \
	CLASS(LABEL, ON, "on") CLASS(LABEL, OTHERS, "others")

WW_LIST_CLASSES(LABEL);

extern const ww_word_list ww_label_words;

#endif
