/* date_hour.h: hours that nothing in their own figures tells: "doors 7", "Fri. 3-8". */
#ifndef WW_DATE_HOUR_H
#define WW_DATE_HOUR_H

#include "token.h"
#include "word_list.h"

/* The classes, as data/en/hour.txt calls and explains them. */
#define WW_HOUR_CLASSES(CLASS) \
	CLASS(HOUR, AT, "at") CLASS(HOUR, UNTIL, "until") CLASS(HOUR, SPAN, "span") \
	CLASS(HOUR, ESTIMATE, "estimate") CLASS(HOUR, TO, "to") CLASS(HOUR, JOIN, "join") \
	CLASS(HOUR, HALF, "half") CLASS(HOUR, NOON, "noon") CLASS(HOUR, AMOUNT, "amount") \
	CLASS(HOUR, PROGRAMME, "programme") CLASS(HOUR, HOURS, "hours") CLASS(HOUR, OFF, "off") \
	CLASS(HOUR, ONLY, "only") CLASS(HOUR, GOES, "goes") CLASS(HOUR, ONE, "one") \
	CLASS(HOUR, SHARP, "sharp")

WW_LIST_CLASSES(HOUR);

extern const ww_word_list ww_hour_words;

/* Whether the figures, or the word, at token i are an hour or the first one of a range, as what
 * stands around says. */
bool ww_date_is_hour(const char *text, const ww_tokens *tokens, uint32_t i);

#endif
