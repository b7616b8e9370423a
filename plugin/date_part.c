#include "date_part.h"

#include "ascii.h"

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

bool ww_piece_contains(ww_piece p, const char *word) {
	for (; p.text && p.len > 0; p.text++, p.len--)
		if (ww_piece_begins(p, word))
			return true;
	return false;
}

int ww_piece_digits(ww_piece p) {
	int value = -1;
	for (size_t i = 0; i < p.len && value < 100000; i++) {
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
			return tens + 2; /* a unit has its word */
		if (ww_piece_begins(one, "final") || ww_piece_begins(one, "last"))
			return 4; /* quarter */
	}
	return -1;
}

double ww_piece_number(const ww_lexicon *lexicon, ww_piece p) {
	double total = 0, group = 0;
	bool any = false;
	for (size_t i = 0; i < p.len;) {
		char c = p.text[i];
		if (ww_ascii_is_digit(c)) {
			double value = 0, scale = 0;
			for (; i < p.len; i++) {
				c = p.text[i];
				if (c == ',')
					continue;
				if (c == '.' && scale == 0)
					scale = 1;
				else if (ww_ascii_is_digit(c)) {
					value = value * 10 + (c - '0');
					scale *= 10;
				} else
					break;
			}
			if (scale > 1)
				value /= scale;
			if (any && i < p.len && p.text[i] == '/') {
				group += 0.5; /* "2 1/2" */
				i += 2;
			} else if (any) {
				break; /* the other end of a range */
			} else {
				group += value;
			}
			any = true;
			continue;
		}
		size_t n = 0;
		while (i + n < p.len && ww_ascii_is_letter(p.text[i + n]))
			n++;
		if (n == 0) {
			if (ww_piece_begins((ww_piece){ p.text + i, p.len - i }, "\xC2\xBD")) {
				group += 0.5;
				any = true;
			}
			/* "two-and-a-half" */
			ww_piece rest = { p.text + i, p.len - i };
			bool half = ww_piece_begins(rest, "-and-") || ww_piece_begins(rest, "-a-") ||
			            ww_piece_begins(rest, "-half");
			if (any && (c == '\xE2' || (c == '-' && group < 20 && !half)))
				break; /* a range: its first end */
			i++;
			continue;
		}
		ww_piece w = { p.text + i, n };
		const ww_word *word = ww_lexicon_look_up(lexicon, w.text, n);
		if (ww_piece_begins(w, "half")) {
			group += 0.5;
			any = true;
		} else if (ww_piece_begins(w, "couple")) {
			group = 2;
			any = true;
		} else if (ww_piece_begins(w, "dozen")) {
			group = (group > 0 ? group : 1) * 12;
			any = true;
		} else if (any && ((n == 2 && (ww_piece_begins(w, "to") || ww_piece_begins(w, "or"))))) {
			break;
		} else if (word && (word->role == WW_ROLE_NUMBER ||
		                    (word->role == WW_ROLE_DECADE && word->value < 20))) {
			any = true;
			if (word->value == 100)
				group = (group > 0 ? group : 1) * 100;
			else if (word->value >= 1000) {
				total += (group > 0 ? group : 1) * word->value;
				group = 0;
			} else
				group += word->value;
		}
		i += n;
	}
	if (!any && (ww_piece_begins(p, "a") || ww_piece_begins(p, "the")) && p.len <= 13 &&
	    !ww_piece_begins(p, "a few"))
		return 1;
	return any ? total + group : -1;
}

int ww_piece_unit(const ww_lexicon *lexicon, ww_piece p) {
	if (p.text && p.len && p.text[p.len - 1] == '.')
		p.len--;
	const ww_word *word = p.text ? ww_lexicon_look_up(lexicon, p.text, p.len) : NULL;
	return word && (word->role == WW_ROLE_UNIT || word->role == WW_ROLE_QUARTER) ? word->value
	       : ww_piece_begins(p, "second")                                        ? WW_UNIT_SECOND
	                                                                             : WW_UNIT_YEAR;
}
