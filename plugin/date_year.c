/* The year of an expression: the one that it names, or the one that is likeliest.
 *
 * News leaves the year out where its readers know it, that is within some months of the
 * day on which it is printed: the nearest is right, and the tense decides far off. */
#include "date_beside.h"
#include "date_resolve.h"

#include <string.h>

static int short_year(const ww_resolve *r, int yy) {
	/* At most twenty years ahead of the article. */
	int today = ww_now(r)->known ? ww_now(r)->at.year : 2025;
	int year = today - today % 100 + yy;
	return year > today + 20 ? year - 100 : year;
}

/* Works out the year that an expression names: 0 when it names none, -1 when
 * it cannot be told. */
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
	p = ww_piece_of(r, "yearwords");
	if (p.text) {
		bool thousand = ww_piece_begins(p, "two thousand");
		size_t head = thousand ? 12 : ww_piece_begins(p, "twenty") ? 6 : 8;
		ww_piece rest = { p.text + head, p.len - head };
		int century = thousand                         ? 20
		              : ww_piece_begins(p, "nineteen") ? 19
		              : ww_piece_begins(p, "twenty")   ? 20
		                                               : 18;
		double tail = ww_piece_contains(rest, "hundred")
		                  ? 0
		                  : ww_piece_number(r->lexicon, (ww_piece){ rest.text + 1,
		                                                            rest.len ? rest.len - 1 : 0 });
		return century * 100 + (tail > 0 ? (int)tail : 0);
	}
	ww_relation rel = ww_relation_of(ww_piece_of(r, "yrel"));
	if (!ww_piece_has(r, "yrel"))
		return 0;
	const ww_moment *from = ww_related_to(r, rel, WW_UNIT_YEAR);
	return from->known ? from->at.year + rel.step : -1;
}

int ww_year_by_tense(const ww_resolve *r, int year, int ahead) {
	enum { FAR = 85 }; /* days; of what is nearer a tense is sooner misread than a year left out */
	if (ahead >= -FAR && ahead <= FAR)
		return year;
	ww_tense when = ww_resolve_tense(r);
	return ahead > 0 && when == WW_TENSE_PAST ? year - 1
	       : ahead < 0 && when == WW_TENSE_FUTURE ? year + 1
	                                              : year;
}

/* "before January", "until March", "by May" */
static bool is_limit(const ww_resolve *r) {
	ww_bound bound = ww_date_bound(r->text, r->mark);
	return bound == WW_BOUND_UNTIL || bound == WW_BOUND_BY || bound == WW_BOUND_BEFORE;
}

/* The year of a month that lies so many months ahead in `year`, or back.  What is done "by
 * December" lies ahead though it was said in a past; a list or heading tells of a month that
 * is near. */
static int month_year(const ww_resolve *r, int year, int ahead) {
	enum { SOON = 3, HALF = 7, OVER = -2 };
	ww_tense when = ww_resolve_tense(r);
	bool limit = is_limit(r);
	if (when == WW_TENSE_FUTURE)
		return ahead < (limit ? 0 : OVER) ? year + 1 : year;
	if (limit && ahead < -HALF)
		return year + 1;
	int most = limit || when == WW_TENSE_VERBLESS ? HALF : when == WW_TENSE_PAST ? 0 : SOON;
	return ahead > most ? year - 1 : year;
}

/* Chooses the year of a month or day without one: the nearest to the
 * reference, and the tense for what lies between. */
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
