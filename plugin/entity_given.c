/* Given names that are one name: spelt in several ways, or short for each other.
 *
 * Written in two ways one person's name is a slip of the desk, and a finding; in a short
 * form it is not.  Most short forms are how the name begins (Rafi, Danny), and are found
 * by that; data/en/given.txt has those that are not.  Its names are common in English-language
 * news: a name that is not in it is merely not linked. */
#include "entity_given.h"

/* Whether two names share a row of one class of the list: they have a number in common. */
static bool share_row(const ww_entity_word *a, const ww_entity_word *b, bool second) {
	uint32_t x = ww_word_list_find(&ww_given_words, a->hash);
	uint32_t y = ww_word_list_find(&ww_given_words, b->hash);
	for (; x; x >>= 8)
		for (uint32_t rows = (x & 0xFF) / WW_LIST_ROWS == second ? y : 0; rows; rows >>= 8)
			if ((rows & 0xFF) == (x & 0xFF))
				return true;
	return false;
}

uint32_t ww_given_rows(const ww_entity_word *w) {
	uint32_t all = ww_word_list_find(&ww_given_words, w->hash), rows = 0;
	for (; all; all >>= 8)
		if ((all & 0xFF) >= WW_LIST_ROWS)
			rows = rows << 8 | (all & 0xFF);
	return rows;
}

bool ww_given_same_name(const ww_entity_word *a, const ww_entity_word *b) {
	return a->hash != b->hash && share_row(a, b, false);
}

/* Whether a name begins with another but for "y", "ie" and "i" at its end: "Danny" and
 * "Daniel", "Zeddy" and "Zedekiah". */
static bool begins_so(const ww_entity_word *a, const ww_entity_word *b) {
	enum { FEWEST = 3 };
	uint32_t n = a->n_letters < WW_NAME_LETTERS ? a->n_letters : WW_NAME_LETTERS, same = 0;
	while (same < n && same < b->n_letters && a->letter[same] == b->letter[same])
		same++;
	if (same < FEWEST || a->n_letters > b->n_letters)
		return false;
	uint32_t left = n - same;
	if (left == 0 && b->n_letters == n + 1 && b->letter[n < WW_NAME_LETTERS ? n : 0] == 's')
		return false; /* a plural */
	uint16_t last = a->letter[n - 1];
	bool doubled = left && a->letter[same] == a->letter[same - 1];
	left -= doubled;
	return left == 0 || (left == 1 && (last == 'y' || last == 'i')) ||
	       (left == 2 && last == 'e' && a->letter[n - 2] == 'i');
}

/* Either may be the short one, as a text may tell the full form last. */
bool ww_given_is_short(const ww_entity_word *a, const ww_entity_word *b) {
	return begins_so(a, b) || begins_so(b, a) || share_row(a, b, true);
}
