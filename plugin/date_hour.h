/* date_hour.h: hours that nothing in their own figures tells: "doors 7", "Fri. 3-8". */
#ifndef WW_DATE_HOUR_H
#define WW_DATE_HOUR_H

#include "token.h"
#include "word_list.h"

/* The classes, as data/en/hour.txt calls and explains them. */
#define WW_HOUR_CLASSES(CLASS) \
	CLASS(AT, "at") CLASS(UNTIL, "until") CLASS(SPAN, "span") CLASS(ESTIMATE, "estimate") \
	CLASS(TO, "to") CLASS(JOIN, "join") CLASS(HALF, "half") CLASS(NOON, "noon") \
	CLASS(AMOUNT, "amount") CLASS(PROGRAMME, "programme") CLASS(HOURS, "hours") \
	CLASS(OFF, "off") CLASS(ONLY, "only") CLASS(GOES, "goes") CLASS(ONE, "one") \
	CLASS(SHARP, "sharp")

#define WW_HOUR_BIT(name, text) WW_HOUR_##name##_BIT,
#define WW_HOUR_MASK(name, text) WW_HOUR_##name = 1 << WW_HOUR_##name##_BIT,
enum { WW_HOUR_CLASSES(WW_HOUR_BIT) WW_N_HOUR };
enum { WW_HOUR_CLASSES(WW_HOUR_MASK) WW_HOUR_NOTHING = 0 };
_Static_assert(WW_N_HOUR <= 31, "a class is a bit of an int");

extern const ww_word_list ww_hour_words;

/* Whether the figures, or the word, at token i are an hour or the first one of a range, as what
 * stands around says. */
bool ww_date_is_hour(const char *text, const ww_tokens *tokens, uint32_t i);

#endif
