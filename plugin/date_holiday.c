/* Holidays: the rule of each in the language's table says when it is in a year; here is the
 * arithmetic, and which year is meant when none is named. */
#include "date_resolve.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* The Lunar New Year as days after 20 January, from 2000 on.  Astronomers work it out for China's
 * meridian; no rule of whole numbers gives it, and news tells of none beyond this table's years. */
static const int8_t lunar_new_year[] = { 16, 4,  23, 12, 2,  20, 9,  29, 18, 6,  25, 14, 3,  21,
	                                     11, 30, 19, 8,  27, 16, 5,  23, 12, 2,  21, 9,  28, 17,
	                                     6,  24, 14, 3,  22, 11, 30, 19, 8,  26, 15, 4,  23 };

/* Returns the day that it is in a year; year 0 when that is not known. */
static ww_civil lunar_new_year_in(int year) {
	int i = year - 2000;
	if (i < 0 || i >= (int)(sizeof lunar_new_year / sizeof *lunar_new_year))
		return (ww_civil){ 0, 1, 1 };
	return ww_plus_days((ww_civil){ year, 1, 20 }, lunar_new_year[i]);
}

/* The day on which a holiday is in a year: July 4, the fourth Thursday of November, the last
 * Monday before May 25 (Victoria Day), so many days from Easter or from the Lunar New Year; year
 * 0 where no table says so. */
static ww_civil holiday_in(const ww_holiday *h, int year) {
	ww_civil day = { year, h->month, h->day };
	switch (h->rule) {
	case WW_HOLIDAY_FIXED: return day;
	case WW_HOLIDAY_NTH:
		return ww_civil_from_days(ww_nth_weekday(year, h->month, h->weekday, h->day) + h->plus);
	case WW_HOLIDAY_BEFORE: {
		int limit = ww_days_from_civil(day) - 1;
		return ww_civil_from_days(limit - (ww_weekday(limit) - h->weekday + 7) % 7);
	}
	case WW_HOLIDAY_EASTER: return ww_plus_days(ww_easter(year), h->plus);
	default: {
		ww_civil new_year = lunar_new_year_in(year);
		return new_year.year ? ww_plus_days(new_year, h->plus) : new_year;
	}
	}
}

/* "in the second half of 2025, before Labor Day": the year of the holiday that lies in the
 * quarter or half told in the same block; 0 for none. */
static int told_period(const ww_resolve *r, const ww_holiday *h) {
	const ww_moment *last = &r->chain->last;
	if (!r->chain->last_here || !last->known ||
	    (last->unit != WW_UNIT_QUARTER && last->unit != WW_UNIT_HALF))
		return 0;
	int at = ww_days_from_civil(holiday_in(h, last->at.year));
	int first = ww_days_from_civil((ww_civil){ last->at.year, last->at.month, 1 });
	int after = ww_days_from_civil(ww_shift(ww_civil_from_days(first), last->unit, 1));
	return at >= first && at < after ? last->at.year : 0;
}

/* The year of the holiday that is nearest to the article's day, but for a tense that says
 * another.  "Christmas", told in February, was last year's. */
static int nearest_holiday(const ww_resolve *r, const ww_holiday *h) {
	const ww_moment *from = ww_counted_from(r);
	int today = ww_days_from_civil(from->at), year = from->at.year;
	int best = year, least = INT_MAX;
	if (r->chain->narrative && r->chain->last.known)
		return year;
	int told = told_period(r, h);
	if (told)
		return told;
	for (int y = year - 1; y <= year + 1; y++) {
		int distance = abs(ww_days_from_civil(holiday_in(h, y)) - today);
		if (distance < least) {
			least = distance;
			best = y;
		}
	}
	return ww_year_by_tense(r, best, ww_days_from_civil(holiday_in(h, best)) - today);
}

/* The year of a holiday that names none, "last Christmas" or "Christmas"; 0 when it cannot be
 * told.  On the holiday itself "last" is the one a year ago. */
static int holiday_year(const ww_resolve *r, const ww_holiday *h) {
	ww_relation rel = ww_relation_of(ww_piece_of(r, "hrel"));
	const ww_moment *from = ww_related_to(r, rel, WW_UNIT_DAY);
	if (!from->known)
		return 0;
	if (!rel.told)
		return nearest_holiday(r, h);
	int off = ww_days_from_civil(holiday_in(h, from->at.year)) - ww_days_from_civil(from->at);
	return ww_related_year(rel, from, off);
}

/* Returns which holiday the mention is, by the mark that it has; NULL for none. */
static const ww_holiday *holiday_of(const ww_resolve *r) {
	const ww_language *lang = ww_matcher_grammar(r->matcher)->language;
	const size_t skip = sizeof WW_HOLIDAY_MARK - 1;
	for (unsigned i = 0; i < r->parts->n; i++) {
		const char *name = r->parts->part[i].name;
		bool ours = strncmp(name, WW_HOLIDAY_MARK, skip) == 0;
		int n = ours ? (int)strtol(name + skip, NULL, 10) : 0;
		if (n > 0 && n <= lang->n_holidays)
			return &lang->holidays[n - 1];
	}
	return NULL;
}

/* "every Christmas" is a set, which only a holiday of a fixed day has a value for. A holiday's
 * weekend is the one it touches: of a Monday or Tuesday the days before, of later ones those
 * behind. */
void ww_resolve_holiday(ww_resolve *r) {
	const ww_holiday *h = holiday_of(r);
	int year = ww_named_year(r);
	if (!h || year < 0)
		return;
	if (ww_piece_begins(ww_piece_of(r, "hrel"), "e")) {
		/* "every Christmas" */
		if (h->rule == WW_HOLIDAY_FIXED)
			ww_print(r, "XXXX-%02d-%02d", h->month, h->day);
		return;
	}
	if (!year)
		year = holiday_year(r, h);
	if (!year)
		return;
	ww_civil at = holiday_in(h, year);
	if (ww_piece_has(r, "hweekend")) {
		/* Its nearest Saturday: a Monday ends one. */
		int wd = ww_weekday(ww_days_from_civil(at));
		ww_say(r, WW_UNIT_WEEKEND, ww_plus_days(at, wd < 2 ? -2 - wd : 5 - wd));
		return;
	}
	ww_say(r, WW_UNIT_DAY, at);
	ww_append(r, ww_part_of_day(ww_piece_of(r, "part"))); /* "Christmas morning" */
}
