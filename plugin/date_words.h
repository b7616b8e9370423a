/* date_words.h: words that stand beside a date or in it, and what they say of it.
 *
 * Each list is a text of data/en/, which explains its classes.  Classes are named here once, and
 * stand in the order of the bits that a packed list has (word_list.h). */
#ifndef WW_DATE_WORDS_H
#define WW_DATE_WORDS_H

#include "word_list.h"

/* day.txt: words right beside a day. */
#define WW_DAY_CLASSES(CLASS) \
	CLASS(DAY, FROM, "from") CLASS(DAY, AWAITS, "awaits") CLASS(DAY, OUTCOME, "outcome") \
	CLASS(DAY, ANY, "any") CLASS(DAY, GOES_ON, "goes-on") CLASS(DAY, RESULT, "result") \
	CLASS(DAY, DUE, "due") CLASS(DAY, TRADED, "traded") CLASS(DAY, DEATH, "death") \
	CLASS(DAY, OFF, "off") CLASS(DAY, CONTRACT, "contract") CLASS(DAY, PICTURE, "picture") \
	CLASS(DAY, CREDIT, "credit")

WW_LIST_CLASSES(DAY);

extern const ww_word_list ww_day_words;

/* relation.txt: last, next, that, the following. */
#define WW_RELATION_CLASSES(CLASS) \
	CLASS(RELATION, BACK, "back") CLASS(RELATION, HERE, "here") CLASS(RELATION, ON, "on") \
	CLASS(RELATION, STORY, "story") CLASS(RELATION, NEAR, "near") CLASS(RELATION, TWICE, "twice") \
	CLASS(RELATION, COUNTS_BACK, "counts-back") CLASS(RELATION, COUNTS_ON, "counts-on") \
	CLASS(RELATION, COUNTS_STORY, "counts-story")

WW_LIST_CLASSES(RELATION);

extern const ww_word_list ww_relation_words;

/* edge.txt: what bounds and qualifies a time. */
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

/* label.txt: the lines that tell the date of an article. */
#define WW_LABEL_CLASSES(CLASS) \
	CLASS(LABEL, PUBLISHED, "published") CLASS(LABEL, CHANGED, "changed") \
	CLASS(LABEL, HANDLED, "handled") CLASS(LABEL, BARE, "bare") CLASS(LABEL, WITHIN, "within") \
	CLASS(LABEL, ON, "on") CLASS(LABEL, OTHERS, "others")

WW_LIST_CLASSES(LABEL);

extern const ww_word_list ww_label_words;

/* named.txt: what a month, a weekday or figures are when they are no time. */
#define WW_NAMED_CLASSES(CLASS) \
	CLASS(NAMED, TIME, "time") CLASS(NAMED, PAST, "past") CLASS(NAMED, TITLE, "title") \
	CLASS(NAMED, PAPER, "paper") CLASS(NAMED, CLUB, "club") CLASS(NAMED, NUMBERED, "numbered") \
	CLASS(NAMED, NO, "no") CLASS(NAMED, LETTER, "letter") CLASS(NAMED, OPENS, "opens") \
	CLASS(NAMED, THE, "the") CLASS(NAMED, OR, "or") CLASS(NAMED, CLAUSE, "clause") \
	CLASS(NAMED, BOX, "box") CLASS(NAMED, MATCH, "match")

WW_LIST_CLASSES(NAMED);

extern const ww_word_list ww_named_words;

/* clock.txt: parts of the day, and words beside an hour that tell of which half it is. */
#define WW_CLOCK_CLASSES(CLASS) \
	CLASS(CLOCK, MORNING, "morning") CLASS(CLOCK, AFTERNOON, "afternoon") \
	CLASS(CLOCK, EVENING, "evening") CLASS(CLOCK, NIGHT, "night") CLASS(CLOCK, LATE, "late") \
	CLASS(CLOCK, EARLY, "early") CLASS(CLOCK, NOON, "noon") CLASS(CLOCK, MIDNIGHT, "midnight") \
	CLASS(CLOCK, WAKES, "wakes") CLASS(CLOCK, AFTER_NOON, "after-noon") \
	CLASS(CLOCK, BEGINS, "begins")

WW_LIST_CLASSES(CLOCK);

extern const ww_word_list ww_clock_words;

#endif
