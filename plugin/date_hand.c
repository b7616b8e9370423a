/* In which country an article was written.
 *
 * "03/04/2024" and "8 p.m. IST" are no riddle to who knows where the paper comes out.
 * Its spelling and the places of its stories tell, when nothing else in its dates does:
 * this is read only then. */
#include "date_hand.h"

#include "ascii.h"
#include "date_part.h"
#include "token.h"

/* Short names for the table: who writes the day first, and who the month. */
enum { DAY = -1, MONTH = 1, NONE = 0 };

#define W(word, order, country) { word, sizeof word - 1, order, country }

static const struct {
	const char *word; /* in lower case */
	uint8_t len;
	int8_t order;
	uint8_t country;
} words[] = {
	/* Spelling. */
	W("colour", DAY, 0), W("favour", DAY, 0), W("favourite", DAY, 0), W("labour", DAY, 0),
	W("neighbour", DAY, 0), W("neighbours", DAY, 0), W("harbour", DAY, 0), W("honour", DAY, 0),
	W("centre", DAY, 0), W("theatre", DAY, 0), W("metres", DAY, 0), W("kilometres", DAY, 0),
	W("tonnes", DAY, 0), W("programme", DAY, 0), W("organised", DAY, 0), W("defence", DAY, 0),
	W("organisation", DAY, 0), W("licence", DAY, 0), W("councillor", DAY, 0), W("pence", DAY, 0),
	W("councillors", DAY, 0), W("lorry", DAY, 0), W("crore", DAY, 0), W("lakh", DAY, 0),
	W("color", MONTH, 0), W("favor", MONTH, 0), W("favorite", MONTH, 0), W("labor", MONTH, 0),
	W("neighbor", MONTH, 0), W("neighbors", MONTH, 0), W("honor", MONTH, 0), W("center", MONTH, 0),
	W("theater", MONTH, 0), W("program", MONTH, 0), W("organized", MONTH, 0),
	W("organization", MONTH, 0), W("defense", MONTH, 0), W("percent", MONTH, 0),
	W("sheriff", MONTH, 0), W("downtown", MONTH, 0), W("freeway", MONTH, 0),
	/* Places. */
	W("london", DAY, 0), W("britain", DAY, 0), W("england", DAY, 0), W("scotland", DAY, 0),
	W("wales", DAY, 0), W("sydney", DAY, 0), W("melbourne", DAY, 0), W("australia", DAY, 0),
	W("auckland", DAY, 0), W("nairobi", DAY, 0), W("lagos", DAY, 0), W("johannesburg", DAY, 0),
	W("india", DAY, WW_OF_INDIA), W("indian", DAY, WW_OF_INDIA), W("delhi", DAY, WW_OF_INDIA),
	W("mumbai", DAY, WW_OF_INDIA), W("pune", DAY, WW_OF_INDIA), W("chennai", DAY, WW_OF_INDIA),
	W("kolkata", DAY, WW_OF_INDIA), W("bengaluru", DAY, WW_OF_INDIA),
	W("bangalore", DAY, WW_OF_INDIA), W("hyderabad", DAY, WW_OF_INDIA),
	W("ahmedabad", DAY, WW_OF_INDIA), W("jaipur", DAY, WW_OF_INDIA),
	W("kerala", DAY, WW_OF_INDIA), W("gujarat", DAY, WW_OF_INDIA), W("punjab", DAY, WW_OF_INDIA),
	W("israel", NONE, WW_OF_ISRAEL), W("israeli", NONE, WW_OF_ISRAEL),
	W("jerusalem", NONE, WW_OF_ISRAEL), W("haifa", NONE, WW_OF_ISRAEL),
	W("aviv", NONE, WW_OF_ISRAEL), W("ireland", DAY, WW_OF_IRELAND),
	W("irish", DAY, WW_OF_IRELAND), W("dublin", DAY, WW_OF_IRELAND),
	W("galway", DAY, WW_OF_IRELAND), W("china", NONE, WW_OF_CHINA),
	W("chinese", NONE, WW_OF_CHINA), W("beijing", NONE, WW_OF_CHINA),
	W("shanghai", NONE, WW_OF_CHINA), W("taiwan", NONE, WW_OF_CHINA),
	W("taipei", NONE, WW_OF_CHINA), W("american", MONTH, WW_OF_AMERICA),
	W("chicago", MONTH, WW_OF_AMERICA), W("dallas", MONTH, WW_OF_AMERICA),
	W("houston", MONTH, WW_OF_AMERICA), W("austin", MONTH, WW_OF_AMERICA),
	W("texas", MONTH, WW_OF_AMERICA), W("illinois", MONTH, WW_OF_AMERICA),
	W("minnesota", MONTH, WW_OF_AMERICA), W("wisconsin", MONTH, WW_OF_AMERICA),
	W("oklahoma", MONTH, WW_OF_AMERICA), W("kansas", MONTH, WW_OF_AMERICA),
	W("missouri", MONTH, WW_OF_AMERICA), W("tennessee", MONTH, WW_OF_AMERICA),
	W("nashville", MONTH, WW_OF_AMERICA), W("louisiana", MONTH, WW_OF_AMERICA),
	W("iowa", MONTH, WW_OF_AMERICA), W("nebraska", MONTH, WW_OF_AMERICA),
	W("alabama", MONTH, WW_OF_AMERICA), W("washington", MONTH, WW_OF_AMERICA),
	W("california", MONTH, WW_OF_AMERICA), W("florida", MONTH, WW_OF_AMERICA),
};

void ww_hand_read(ww_hand *hand, const char *text, size_t len) {
	ww_token t;
	for (size_t at = 0; ww_token_next(&t, text, at, len); at = t.end) {
		ww_piece w = { text + t.start, t.end - t.start };
		char first = ww_ascii_lower(*w.text);
		if (t.type != WW_TOK_WORD)
			continue;
		for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
			if (words[i].len != w.len || words[i].word[0] != first ||
			    !ww_piece_begins(w, words[i].word))
				continue;
			hand->order += words[i].order;
			hand->countries |= words[i].country;
		}
	}
}

bool ww_hand_settles(const ww_hand *hand, ww_piece zone) {
	unsigned all = ww_piece_begins(zone, "ist") ? WW_OF_INDIA | WW_OF_ISRAEL | WW_OF_IRELAND
	                                            : WW_OF_AMERICA | WW_OF_CHINA;
	unsigned told = hand->countries & all;
	return told && !(told & (told - 1));
}
