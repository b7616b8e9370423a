/* date_hand.h: in which country an article was written, as its words tell. */
#ifndef WW_DATE_HAND_H
#define WW_DATE_HAND_H

#include "date_match.h"
#include "word_list.h"

/* The classes of words, as data/en/hand.txt calls and explains them. */
#define WW_HAND_CLASSES(CLASS) \
	CLASS(HAND, DAY, "day") CLASS(HAND, MONTH, "month") CLASS(HAND, INDIA, "india") \
	CLASS(HAND, ISRAEL, "israel") CLASS(HAND, IRELAND, "ireland") CLASS(HAND, CHINA, "china") \
	CLASS(HAND, AMERICA, "america")

WW_LIST_CLASSES(HAND);

extern const ww_word_list ww_hand_words;

typedef struct {
	int order;          /* of "03/04": > 0 month first, as Americans write, < 0 day first */
	uint32_t countries; /* of which the article has places, as classes */
} ww_hand;

/* Adds what text[0, len) tells. */
void ww_hand_read(ww_hand *hand, const char *text, size_t len);

/* Whether the places tell which of the countries that have a zone of these letters is
 * meant; *minutes is its offset from UTC. */
bool ww_hand_settles(const ww_hand *hand, ww_piece zone, int *minutes);

#endif
