/* date_hand.h: in which country an article was written, as its words tell. */
#ifndef WW_DATE_HAND_H
#define WW_DATE_HAND_H

#include "date_match.h"

/* Countries that read a zone's letters differently, as bits. */
enum {
	WW_OF_AMERICA = 1,
	WW_OF_CHINA = 2,
	WW_OF_INDIA = 4,
	WW_OF_ISRAEL = 8,
	WW_OF_IRELAND = 16
};

typedef struct {
	int order;          /* of "03/04": > 0 month first, as Americans write, < 0 day first */
	unsigned countries; /* of which the article has places */
} ww_hand;

/* Adds what text[0, len) tells. */
void ww_hand_read(ww_hand *hand, const char *text, size_t len);

/* Whether the places tell which of the countries that have a zone of these letters is
 * meant. */
bool ww_hand_settles(const ww_hand *hand, ww_piece zone);

#endif
