/* Dates of the calendar: "July 13", "13/7/2024", "May", "1998". */
#include "date_resolve.h"

#include <string.h>

/* Whether the mention begins a range that ends in a month before its own: "Dec. 30 to
 * Jan. 2, 2023" begins the year before. */
static bool begins_year_before(const ww_resolve *r, int month) {
	ww_piece end = ww_piece_of(r, "m2");
	if (r->mark->end_of_range != 1 || ww_piece_own(r, "year").text)
		return false;
	for (; end.len > 2; end.text++, end.len--)
		if (ww_piece_month(end) > 0)
			return ww_piece_month(end) < month;
	return false;
}

void ww_resolve_calendar(ww_resolve *r) {
	int year = ww_named_year(r), month = ww_piece_month(ww_piece_of(r, "mon")),
		day = ww_piece_ordinal(ww_piece_of(r, "day"));
	ww_piece number = ww_piece_of(r, "m"), mrel = ww_piece_of(r, "mrel");
	if (number.text)
		month = ww_piece_digits(number);
	if (year < 0)
		return;
	if (!year && !ww_now(r)->known)
		return;
	if (year > 0 && begins_year_before(r, month))
		year--;
	if (month <= 0 && day > 0) {
		/* "Friday the 13th": the latest month in which it was one. */
		int wd = ww_piece_weekday(ww_piece_of(r, "wd"));
		ww_civil c = ww_now(r)->at;
		bool ahead = ww_resolve_tense(r) == WW_TENSE_FUTURE;
		c.day = 1;
		for (int i = 0; i < 14; i++, c = ww_add_months(c, ahead ? 1 : -1)) {
			ww_civil d = { c.year, c.month, day };
			if (!ww_civil_valid(d))
				continue;
			int gap = ww_days_from_civil(d) - ww_days_from_civil(ww_now(r)->at);
			if ((ahead ? gap >= 0 : gap <= 0) &&
			    (wd < 0 || ww_weekday(ww_days_from_civil(d)) == wd)) {
				ww_say(r, WW_UNIT_DAY, d);
				return;
			}
		}
		return;
	}
	if (!year && mrel.text) {
		const ww_civil from = ww_now(r)->at;
		year = from.year;
		if (ww_piece_contains(mrel, "last") || ww_piece_contains(mrel, "past") ||
		    ww_piece_contains(mrel, "previous"))
			year -= month >= from.month;
		else if (ww_piece_contains(mrel, "next") || ww_piece_contains(mrel, "coming") ||
		         ww_piece_contains(mrel, "following"))
			year += month <= from.month;
	}
	if (!year)
		year = ww_nearest_year(r, month, day > 0 ? day : 0);
	if (month <= 0)
		ww_say(r, WW_UNIT_YEAR, (ww_civil){ year, 1, 1 });
	else if (day <= 0)
		ww_say(r, WW_UNIT_MONTH, (ww_civil){ year, month, 1 });
	else if (ww_civil_valid((ww_civil){ year, month, day }))
		ww_say(r, WW_UNIT_DAY, (ww_civil){ year, month, day });
	if (*r->value && day > 0)
		ww_append(r, ww_part_of_day(ww_piece_of(r, "part")));
}

/* "03/04/2024": a part over 12 is the day; with dots it is the first, as in Germany; else
 * what the article's other dates do; else the American order. */
static bool day_first(const ww_resolve *r, int a, int b) {
	ww_piece first = ww_piece_of(r, "a");
	return a > 12 || (b <= 12 && (first.text[first.len] == '.' || r->chain->order < 0));
}

void ww_resolve_numeric(ww_resolve *r) {
	int a = ww_piece_digits(ww_piece_of(r, "a")), b = ww_piece_digits(ww_piece_of(r, "b")),
		year = ww_named_year(r);
	if (!year && a == 9 && b == 11) {
		ww_say(r, WW_UNIT_DAY, (ww_civil){ 2001, 9, 11 });
		return;
	}
	bool swap = day_first(r, a, b);
	ww_civil c = { year, swap ? b : a, swap ? a : b };
	if (!year) {
		if (!ww_now(r)->known || c.month > 12)
			return;
		c.year = ww_nearest_year(r, c.month, c.day);
	}
	if (ww_civil_valid(c))
		ww_say(r, WW_UNIT_DAY, c);
}
