/* The year of an expression: the one that it names, or the one that is likeliest.
 *
 * News leaves the year out where its readers know it, that is within some months of the
 * day on which it is printed: the nearest is right, and the tense decides far off. */
#include "date_beside.h"
#include "date_resolve.h"

#include <string.h>

/* "'98", "5/6/24": the latest such year that is no more than twenty ahead, as a lease or a term of
 * office may end.  Without a day of the article it is read as of 2025. */
static int short_year(const ww_resolve *r, int yy) {
	enum { AHEAD = 20, UNDATED = 2025 };
	int today = ww_now(r)->known ? ww_now(r)->at.year : UNDATED;
	int year = today - today % 100 + yy;
	return year > today + AHEAD ? year - 100 : year;
}

/* "two thousand and five" and "nineteen hundred" are numbers as they stand; "nineteen oh five"
 * and "nineteen eighty-four" are a century and the years in it. */
static int year_in_words(const ww_resolve *r, ww_piece words) {
	enum { THOUSAND = 1000, CENTURY = 100 };
	int whole = (int)ww_piece_number(r->lexicon, words);
	if (whole >= THOUSAND)
		return whole;
	ww_piece rest = words;
	uint32_t hash;
	ww_piece_next_word(&rest, &hash);
	const ww_word *first = ww_lexicon_look_up(r->lexicon, words.text, words.len - rest.len);
	rest.text += rest.len > 0; /* the blank or hyphen between */
	rest.len -= rest.len > 0;
	double years = ww_piece_number(r->lexicon, rest);
	return (first ? first->value : 0) * CENTURY + (years > 0 ? (int)years % CENTURY : 0);
}

/* Asked in the order of what says most: an event of one known year, figures, words, and last a
 * relation ("last year's March"). */
int ww_named_year(const ww_resolve *r) {
	if (ww_piece_has(r, "attack")) /* of September 11, or of January 6 at the Capitol */
		return ww_piece_month(r->lexicon, ww_piece_of(r, "mon")) == 9 ? 2001 : 2021;
	ww_piece p = ww_piece_of(r, "year");
	int year = ww_piece_digits(p);
	if (year >= 0 && year < 100 && r->mark->end_of_range == 2 && ww_piece_has(r, "m1")) {
		/* "1914-18": of the first year's century. */
		int first = ww_piece_digits(ww_piece_of(r, "m1"));
		year += first - first % 100;
		return year < first ? year + 100 : year;
	}
	if (year >= 0 && ww_piece_has(r, "ad"))
		return year; /* "79 AD" is of no later century */
	if (year >= 0)
		return p.len <= 2 || p.text[0] < '0' || p.text[0] > '9' ? short_year(r, year % 100) : year;
	if (ww_piece_has(r, "yearwords"))
		return year_in_words(r, ww_piece_of(r, "yearwords"));
	ww_relation rel = ww_relation_of(ww_piece_of(r, "yrel"));
	if (!ww_piece_has(r, "yrel"))
		return 0;
	const ww_moment *from = ww_related_to(r, rel, WW_UNIT_YEAR);
	return from->known ? from->at.year + rel.step : -1;
}

/* A day nearer than about three months keeps the year that is nearest, as a tense is misread
 * more often than a year is left out of a date that far away.  Farther off the tense decides: "It
 * opened on May 3", told in January, was last May. */
int ww_year_by_tense(const ww_resolve *r, int year, int ahead) {
	enum { FAR = 85 }; /* days: chosen on TimeBank and the written articles */
	if (ahead >= -FAR && ahead <= FAR)
		return year;
	ww_tense when = ww_resolve_tense(r);
	return ahead > 0 && when == WW_TENSE_PAST ? year - 1
	       : ahead < 0 && when == WW_TENSE_FUTURE ? year + 1
	                                              : year;
}

/* "before January", "until March", "by May": what ends there is mostly still going on. */
static bool is_limit(const ww_resolve *r) {
	ww_bound bound = ww_date_bound(r->text, r->mark);
	return bound == WW_BOUND_UNTIL || bound == WW_BOUND_BY || bound == WW_BOUND_BEFORE;
}

/* The year of a month that lies so many months ahead in `year`, or back when negative.  Told in
 * March: "sales rose in December" is last year's, "will rise in January" next year's, "by
 * December" this year's though said in a past; a list or heading, "Coming in June", tells of a
 * month that is near. */
static int month_year(const ww_resolve *r, int year, int ahead) {
	enum { SOON = 3, HALF = 7, OVER = -2 }; /* months */
	ww_tense when = ww_resolve_tense(r);
	bool limit = is_limit(r);
	if (when == WW_TENSE_FUTURE)
		return ahead < (limit ? 0 : OVER) ? year + 1 : year;
	if (limit && ahead < -HALF)
		return year + 1;
	int most = limit || when == WW_TENSE_VERBLESS ? HALF : when == WW_TENSE_PAST ? 0 : SOON;
	return ahead > most ? year - 1 : year;
}

/* A day has a distance from the article's day in each of three years, and the nearest one is
 * asked first; a month is long, and the tense counts for more.  In a narrative dates go forward:
 * "June" behind "December 1943" is of 1944. */
int ww_nearest_year(const ww_resolve *r, int month, int day) {
	const ww_moment *from = ww_counted_from(r);
	int year = from->at.year;
	if (r->chain->narrative && r->chain->last.known) {
		if (from->unit < WW_UNIT_YEAR && month + 6 < from->at.month)
			return year + 1;
		return year;
	}
	if (day) {
		int today = ww_days_from_civil(from->at), best = year, least = 1 << 30;
		for (int y = year - 1; y <= year + 1; y++) {
			int distance = ww_days_from_civil((ww_civil){ y, month, day }) - today;
			if (distance < 0)
				distance = -distance;
			if (distance < least) {
				least = distance;
				best = y;
			}
		}
		ww_civil nearest = { best, month, day };
		return ww_year_by_tense(r, best, ww_days_from_civil(nearest) - today);
	}
	return month_year(r, year, month - from->at.month);
}
