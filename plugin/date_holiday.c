/* Holidays. */
#include "date_resolve.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* Holidays: a day of a month, the n-th weekday of a month (-1: the last), or
 * days from Easter. */
typedef enum { FIXED, NTH, EASTER, BEFORE, LUNAR } holiday_rule;

static const struct {
	const char *name; /* how it begins, in lower case */
	uint8_t rule;
	int8_t month, day, weekday; /* `day` is n of NTH, the offset of EASTER */
} holidays[] = {
	{ "christmas eve", FIXED, 12, 24, 0 },
	{ "christmas", FIXED, 12, 25, 0 },
	{ "xmas", FIXED, 12, 25, 0 },
	{ "boxing", FIXED, 12, 26, 0 },
	{ "new year's eve", FIXED, 12, 31, 0 },
	{ "new year\xE2\x80\x99s eve", FIXED, 12, 31, 0 },
	{ "new years eve", FIXED, 12, 31, 0 },
	{ "new year eve", FIXED, 12, 31, 0 },
	{ "new year", FIXED, 1, 1, 0 },
	{ "lunar", LUNAR, 0, 0, 0 },
	{ "chinese", LUNAR, 0, 0, 0 },
	{ "epiphany", FIXED, 1, 6, 0 },
	{ "easter monday", EASTER, 0, 1, 0 },
	{ "easter saturday", EASTER, 0, -1, 0 },
	{ "easter", EASTER, 0, 0, 0 },
	{ "good friday", EASTER, 0, -2, 0 },
	{ "maundy", EASTER, 0, -3, 0 },
	{ "palm sunday", EASTER, 0, -7, 0 },
	{ "ash wednesday", EASTER, 0, -46, 0 },
	{ "shrove", EASTER, 0, -47, 0 },
	{ "ascension", EASTER, 0, 39, 0 },
	{ "whit monday", EASTER, 0, 50, 0 },
	{ "whit", EASTER, 0, 49, 0 },
	{ "pentecost", EASTER, 0, 49, 0 },
	{ "thanksgiving", NTH, 11, 4, 3 },
	{ "halloween", FIXED, 10, 31, 0 },
	{ "valentine", FIXED, 2, 14, 0 },
	{ "juneteenth", FIXED, 6, 19, 0 },
	{ "memorial", NTH, 5, -1, 0 },
	{ "labor", NTH, 9, 1, 0 },
	{ "labour", NTH, 9, 1, 0 },
	{ "independence", FIXED, 7, 4, 0 },
	{ "veterans", FIXED, 11, 11, 0 },
	{ "armistice", FIXED, 11, 11, 0 },
	{ "remembrance sunday", NTH, 11, 2, 6 },
	{ "remembrance", FIXED, 11, 11, 0 },
	{ "president", NTH, 2, 3, 0 },
	{ "columbus", NTH, 10, 2, 0 },
	{ "indigenous", NTH, 10, 2, 0 },
	{ "mlk", NTH, 1, 3, 0 },
	{ "martin", NTH, 1, 3, 0 },
	{ "king", NTH, 1, 3, 0 },
	{ "earth day", FIXED, 4, 22, 0 },
	{ "st", FIXED, 3, 17, 0 },
	{ "saint", FIXED, 3, 17, 0 },
	{ "groundhog", FIXED, 2, 2, 0 },
	{ "flag", FIXED, 6, 14, 0 },
	{ "mothering", EASTER, 0, -21, 0 },
	{ "mother", NTH, 5, 2, 6 },
	{ "father", NTH, 6, 3, 6 },
	{ "guy", FIXED, 11, 5, 0 },
	{ "bonfire", FIXED, 11, 5, 0 },
	{ "cyber", BEFORE, 11, 4, 0 },
	{ "black", BEFORE, 11, 1, 0 },
	{ "april", FIXED, 4, 1, 0 },
	{ "canada", FIXED, 7, 1, 0 },
	{ "bastille", FIXED, 7, 14, 0 },
	{ "anzac", FIXED, 4, 25, 0 },
	{ "burns", FIXED, 1, 25, 0 },
	{ "all saints", FIXED, 11, 1, 0 },
	{ "all souls", FIXED, 11, 2, 0 },
	{ "election", NTH, 11, 1, 0 },
	{ "inauguration", FIXED, 1, 20, 0 },
	{ "may day", FIXED, 5, 1, 0 },
	{ "super tuesday", NTH, 3, 1, 1 },
	{ "early", NTH, 5, 1, 0 },
	{ "spring", NTH, 5, -1, 0 },
	{ "late", NTH, 8, -1, 0 },
	{ "summer", NTH, 8, -1, 0 },
	{ "august", NTH, 8, -1, 0 },
	{ "mardi", EASTER, 0, -47, 0 },
	{ "pancake", EASTER, 0, -47, 0 },
	{ "victoria", NTH, 5, 3, 0 },
};

/* The Lunar New Year as days after 20 January, from 2000 on. */
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

static ww_civil holiday_in(size_t i, int year) {
	int month = holidays[i].month, n = holidays[i].day, wd = holidays[i].weekday;
	switch (holidays[i].rule) {
	case FIXED: return (ww_civil){ year, month, n };
	case LUNAR: return lunar_new_year_in(year);
	case EASTER: return ww_plus_days(ww_easter(year), n);
	case BEFORE: /* days after Thanksgiving */
		return ww_civil_from_days(ww_nth_weekday(year, 11, 3, 4) + n);
	default: {
		/* Election Day is the Tuesday after the first Monday; Victoria Day the Monday before
		 * 25 May. */
		ww_civil c = ww_civil_from_days(ww_nth_weekday(year, month, wd, n));
		if (strcmp(holidays[i].name, "victoria") == 0)
			return c.day < 18 ? ww_plus_days(c, 7) : c;
		return strcmp(holidays[i].name, "election") == 0 ? ww_plus_days(c, 1) : c;
	}
	}
}

/* The year of the holiday nearest to the article's day. */
static int nearest_holiday(const ww_resolve *r, size_t i) {
	int today = ww_days_from_civil(ww_now(r)->at), year = ww_now(r)->at.year;
	int best = year, least = INT_MAX;
	if (r->chain->narrative && r->chain->last.known)
		return year;
	for (int y = year - 1; y <= year + 1; y++) {
		int distance = abs(ww_days_from_civil(holiday_in(i, y)) - today);
		if (distance < least) {
			least = distance;
			best = y;
		}
	}
	return best;
}

/* The year of a holiday that names none; 0 when it cannot be told. */
static int holiday_year(const ww_resolve *r, size_t i) {
	ww_relation rel = ww_relation_of(ww_piece_of(r, "hrel"));
	const ww_moment *from = ww_related_to(r, rel, WW_UNIT_DAY);
	if (!from->known)
		return 0;
	if (!rel.told)
		return nearest_holiday(r, i);
	int off = ww_days_from_civil(holiday_in(i, from->at.year)) - ww_days_from_civil(from->at);
	return ww_related_year(rel, from, off);
}

void ww_resolve_holiday(ww_resolve *r) {
	ww_piece name = ww_piece_of(r, "holiday");
	int year = ww_named_year(r);
	size_t i = 0, n = sizeof holidays / sizeof *holidays;
	while (i < n && !ww_piece_begins(name, holidays[i].name))
		i++;
	if (i == n || year < 0)
		return;
	if (!year)
		year = holiday_year(r, i);
	if (!year)
		return;
	ww_civil at = holiday_in(i, year);
	if (ww_piece_has(r, "hweekend")) {
		/* Its nearest Saturday: a Monday ends one. */
		int wd = ww_weekday(ww_days_from_civil(at));
		ww_say(r, WW_UNIT_WEEKEND, ww_plus_days(at, wd < 2 ? -2 - wd : 5 - wd));
		return;
	}
	ww_say(r, WW_UNIT_DAY, at);
}
