/* In which country an article was written.
 *
 * "03/04/2024" and "8 p.m. IST" are no riddle for readers who know where the paper comes out.
 * Its spelling and the places of its stories tell that.  They are read only when nothing in
 * its other dates does, as this looks at every word. */
#include "date_hand.h"

#include "date_part.h"
#include "token.h"

/* "colour" and "Mumbai" tell that days stand before months, "color" and "Ohio" the other way;
 * each counts once, and the majority of an article decides. */
void ww_hand_read(ww_hand *hand, const char *text, size_t len) {
	ww_token t;
	for (size_t at = 0; ww_token_next(&t, text, at, len); at = t.end) {
		uint32_t says = t.type == WW_TOK_WORD ? ww_word_list_find(&ww_hand_words, t.hash) : 0;
		hand->order += ((says & WW_HAND_MONTH) != 0) - ((says & WW_HAND_DAY) != 0);
		hand->countries |= says & ~(uint32_t)(WW_HAND_MONTH | WW_HAND_DAY);
	}
}

/* Zones of the same letters, in minutes from UTC; none of them has summer time, which goes
 * by letters of its own. */
static const struct {
	const char *letters;
	uint32_t country;
	int minutes;
} zones[] = {
	{ "ist", WW_HAND_INDIA, 330 },  { "ist", WW_HAND_ISRAEL, 120 }, { "ist", WW_HAND_IRELAND, 60 },
	{ "cst", WW_HAND_CHINA, 480 },  { "cst", WW_HAND_AMERICA, -360 },
};

/* Settled is what exactly one of the article's countries has: of two there is no saying. */
bool ww_hand_settles(const ww_hand *hand, ww_piece zone, int *minutes) {
	int told = 0;
	for (size_t i = 0; i < sizeof zones / sizeof *zones; i++)
		if (ww_piece_begins(zone, zones[i].letters) && hand->countries & zones[i].country) {
			*minutes = zones[i].minutes;
			told++;
		}
	return told == 1;
}
