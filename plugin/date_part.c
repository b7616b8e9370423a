/* Pieces of a text that a form captured, read as what they stand for: numbers in figures and
 * words, ordinals, units.
 *
 * A capture says where something stands and a form what it is, so these are lenient: they
 * take what they know of a piece and pass the rest over. */
#include "date_part.h"

#include "ascii.h"
#include "token.h"

#include <string.h>

bool ww_piece_begins(ww_piece p, const char *word) {
	size_t n = strlen(word);
	if (!p.text || p.len < n)
		return false;
	for (size_t i = 0; i < n; i++)
		if (ww_ascii_lower(p.text[i]) != word[i])
			return false;
	return true;
}

bool ww_piece_ends(ww_piece p, const char *word) {
	size_t n = strlen(word);
	return p.text && p.len >= n && ww_piece_begins((ww_piece){ p.text + p.len - n, n }, word);
}

/* Pieces are some words long, so that a search from every byte costs little. */
bool ww_piece_contains(ww_piece p, const char *word) {
	for (; p.text && p.len > 0; p.text++, p.len--)
		if (ww_piece_begins(p, word))
			return true;
	return false;
}

bool ww_piece_next_word(ww_piece *p, uint32_t *hash) {
	ww_token t = { .end = 0 };
	bool found = false;
	if (!p->text)
		return false; /* what was not captured */
	while (!found && ww_token_next(&t, p->text, t.end, p->len))
		found = t.type == WW_TOK_WORD;
	p->text += t.end;
	p->len -= t.end;
	*hash = t.hash;
	return found;
}

uint32_t ww_piece_classes(ww_piece p, const ww_word_list *list) {
	uint32_t hash, classes = 0;
	while (ww_piece_next_word(&p, &hash))
		classes |= ww_word_list_find(list, hash);
	return classes;
}

/* Six figures suffice: what is longer is no part of a date, and must not overflow. */
int ww_piece_digits(ww_piece p) {
	int value = -1;
	enum { SIX_FIGURES = 100000 };
	for (size_t i = 0; i < p.len && value < SIX_FIGURES; i++) {
		if (ww_ascii_is_digit(p.text[i]))
			value = (value < 0 ? 0 : value * 10) + (p.text[i] - '0');
		else if (value >= 0)
			break;
	}
	return value;
}

/* Cuts the first word off, letters beyond ASCII included; its length is 0 at the end. */
static ww_piece cut_word(ww_piece *p) {
	while (p->len > 0 && !ww_ascii_is_letter(*p->text) && (uint8_t)*p->text < 0x80)
		p->text++, p->len--;
	ww_piece word = { p->text, 0 };
	while (p->len > 0 && (ww_ascii_is_letter(*p->text) || (uint8_t)*p->text >= 0x80))
		p->text++, p->len--, word.len++;
	return word;
}

int ww_piece_value(const ww_lexicon *lexicon, ww_piece p, int role) {
	ww_piece first = cut_word(&p);
	const ww_word *word = first.len ? ww_lexicon_look_up(lexicon, first.text, first.len) : NULL;
	return word && word->role == role ? word->value : -1;
}

int ww_piece_month(const ww_lexicon *lexicon, ww_piece p) {
	int month = ww_piece_value(lexicon, p, WW_ROLE_MONTH);
	return month > 0 ? month : 0;
}

int ww_piece_weekday(const ww_lexicon *lexicon, ww_piece p) {
	return ww_piece_value(lexicon, p, WW_ROLE_WEEKDAY);
}

/* "13th", "third", "twenty-first"; "second" is a unit in the lexicon, and a quarter may be the
 * "last". */
int ww_piece_ordinal(const ww_lexicon *lexicon, ww_piece p) {
	int n = ww_piece_digits(p), tens = 0;
	if (n >= 0 || !p.text)
		return n;
	for (ww_piece one = cut_word(&p); one.len > 0; one = cut_word(&p)) {
		const ww_word *word = ww_lexicon_look_up(lexicon, one.text, one.len);
		if (word && word->role == WW_ROLE_ORDINAL)
			return tens + word->value;
		if (word && word->role == WW_ROLE_NUMBER)
			tens = word->value; /* "twenty-first" */
		if (word && word->role == WW_ROLE_UNIT && word->value == WW_UNIT_SECOND)
			return tens + 2;
		if (ww_piece_begins(one, "final") || ww_piece_begins(one, "last"))
			return 4; /* quarter */
	}
	return -1;
}

/* A number as far as it is read: `group` grows up to a thousand, `total` has what was
 * multiplied by one. */
typedef struct {
	double total, group;
	bool any;
} number;

/* Reads figures from byte *i on, "1,250.5", and moves it past them.  Commas part thousands; a
 * second stop ends the number. */
static double read_figures(ww_piece p, size_t *i) {
	const double FINEST = 1e9, LARGEST = 1e18;
	double value = 0, scale = 0;
	for (; *i < p.len; ++*i) {
		char c = p.text[*i];
		if (c == ',')
			continue;
		if (c == '.' && scale == 0) {
			scale = 1;
		} else if (ww_ascii_is_digit(c)) {
			if (scale < FINEST && value < LARGEST) {
				value = value * 10 + (c - '0');
				scale *= 10;
			}
		} else {
			break;
		}
	}
	return scale > 1 ? value / scale : value;
}

/* Adds figures; false when they are the other end of a range, "two 3". Behind a number and with
 * a stroke they are its half: "2 1/2". */
static bool add_figures(number *n, ww_piece p, size_t *i) {
	double value = read_figures(p, i);
	if (n->any && *i < p.len && p.text[*i] == '/') {
		n->group += 0.5;
		*i += 2;
	} else if (n->any) {
		return false;
	} else {
		n->group += value;
	}
	n->any = true;
	return true;
}

/* Passes a sign, of which only a half counts; false when it begins a range's other end. */
static bool add_sign(number *n, ww_piece rest) {
	/* "two-and-a-half" */
	bool half = ww_piece_begins(rest, "-and-") || ww_piece_begins(rest, "-a-") ||
	            ww_piece_begins(rest, "-half");
	if (ww_piece_begins(rest, "\xC2\xBD")) {
		n->group += 0.5;
		n->any = true;
	}
	/* Behind tens a hyphen joins ("twenty-one"), below them it parts ("two-three"). */
	return !n->any || (*rest.text != '\xE2' && (*rest.text != '-' || n->group >= 20 || half));
}

/* "Two hundred" is a group and its size, "three thousand" ends a group: so numbers are told in
 * words, and a hundred alone is one hundred. */
static void add_value(number *n, int value) {
	if (value == 100) {
		n->group = (n->group > 0 ? n->group : 1) * 100;
	} else if (value >= 1000) {
		n->total += (n->group > 0 ? n->group : 1) * value;
		n->group = 0;
	} else {
		n->group += value;
	}
}

/* Adds a word; false when it parts the ends of a range.  Words that belong to no number say
 * nothing: "about two more years". */
static bool add_word(const ww_lexicon *lexicon, number *n, ww_piece w) {
	const ww_word *word = ww_lexicon_look_up(lexicon, w.text, w.len);
	if (ww_piece_begins(w, "half"))
		n->group += 0.5;
	else if (ww_piece_begins(w, "couple"))
		n->group = 2;
	else if (ww_piece_begins(w, "dozen"))
		n->group = (n->group > 0 ? n->group : 1) * 12;
	else if (n->any && w.len == 2 && (ww_piece_begins(w, "to") || ww_piece_begins(w, "or")))
		return false;
	else if (word && (word->role == WW_ROLE_NUMBER ||
	                  (word->role == WW_ROLE_DECADE && word->value < 20)))
		add_value(n, word->value);
	else
		return true;
	n->any = true;
	return true;
}

/* Words and figures are added up from the left until a range's second end begins: "two or three"
 * is two. An article alone is one: "a week", "an additional week". */
double ww_piece_number(const ww_lexicon *lexicon, ww_piece p) {
	enum { LONGEST_ARTICLE = 13 }; /* "an additional" */
	number sum = { .any = false };
	bool more = true;
	for (size_t i = 0; more && i < p.len;) {
		ww_piece word = { p.text + i, 0 };
		while (i + word.len < p.len && ww_ascii_is_letter(word.text[word.len]))
			word.len++;
		if (ww_ascii_is_digit(p.text[i])) {
			more = add_figures(&sum, p, &i);
		} else if (word.len == 0) {
			more = add_sign(&sum, (ww_piece){ p.text + i, p.len - i });
			i++;
		} else {
			more = add_word(lexicon, &sum, word);
			i += word.len;
		}
	}
	if (!sum.any && (ww_piece_begins(p, "a") || ww_piece_begins(p, "the")) &&
	    p.len <= LONGEST_ARTICLE && !ww_piece_begins(p, "a few"))
		return 1;
	double n = sum.total + sum.group;
	return sum.any && n < WW_NUMBER_END ? n : -1;
}

/* "hrs." is found without its stop.  What the lexicon does not have is a year, by whatever name:
 * "fiscal year", "season". */
int ww_piece_unit(const ww_lexicon *lexicon, ww_piece p) {
	if (p.text && p.len && p.text[p.len - 1] == '.')
		p.len--;
	const ww_word *word = p.text ? ww_lexicon_look_up(lexicon, p.text, p.len) : NULL;
	return word && (word->role == WW_ROLE_UNIT || word->role == WW_ROLE_QUARTER) ? word->value
	       : ww_piece_begins(p, "second")                                        ? WW_UNIT_SECOND
	                                                                             : WW_UNIT_YEAR;
}
