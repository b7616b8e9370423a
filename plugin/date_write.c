/* Values as TIMEX3 writes them, and the arithmetic of their units.
 *
 * A resolver says a moment, by its size and its first day; how that is written is known here
 * alone: 2024-07-12, 2024-W28, 2024-Q3, 202 for the 2020s (TimeML 1.2.1, "value"). */
#include "date_resolve.h"
#include "date_words.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* A longer value than there is room for is cut: none of those that resolvers write is. */
void ww_print(const ww_resolve *r, const char *format, ...) {
	va_list args;
	va_start(args, format);
	vsnprintf(r->value, WW_VALUE_MAX, format, args);
	va_end(args);
}

void ww_append(const ww_resolve *r, const char *text) {
	size_t n = strlen(r->value);
	snprintf(r->value + n, WW_VALUE_MAX - n, "%s", text);
}

/* Of the northern half of the world, in the order of the lexicon. */
const char *const ww_seasons[] = { "SP", "SU", "FA", "WI" };

int ww_quarter_of(ww_civil c) {
	return (c.month - 1) / 3 + 1;
}

/* Years that four figures do not hold say nothing, and the chain stays where it was: they come
 * of counts that nobody meant, "9,000 years ago".  A week is written by ISO's number, which may
 * be of another year: 2024-12-30 lies in 2025-W01. */
void ww_say(ww_resolve *r, int unit, ww_civil at) {
	int year, week;
	if (at.year < 1 || at.year > 9999)
		return;
	switch (unit) {
	case WW_UNIT_MILLENNIUM: ww_print(r, "%d", at.year / 1000); break;
	case WW_UNIT_CENTURY: ww_print(r, "%02d", at.year / 100); break;
	case WW_UNIT_DECADE: ww_print(r, "%03d", at.year / 10); break;
	case WW_UNIT_YEAR: ww_print(r, "%04d", at.year); break;
	case WW_UNIT_HALF: ww_print(r, "%04d-H%d", at.year, at.month > 6 ? 2 : 1); break;
	case WW_UNIT_QUARTER: ww_print(r, "%04d-Q%d", at.year, ww_quarter_of(at)); break;
	case WW_UNIT_MONTH: ww_print(r, "%04d-%02d", at.year, at.month); break;
	case WW_UNIT_WEEK:
	case WW_UNIT_WEEKEND:
		ww_iso_week(ww_days_from_civil(at), &year, &week);
		ww_print(r, "%04d-W%02d%s", year, week, unit == WW_UNIT_WEEKEND ? "-WE" : "");
		break;
	default: ww_civil_print(at, r->value); break;
	}
	r->moment = (ww_moment){ true, (uint8_t)unit, at };
}

ww_civil ww_plus_days(ww_civil c, int days) {
	return ww_civil_from_days(ww_days_from_civil(c) + days);
}

/* Where several words name one, what is said most exactly counts: "late afternoon" is TAF, "the
 * early hours" TMO, and "late" alone TNI. */
const char *ww_part_of_day(ww_piece p) {
	static const struct {
		uint32_t class;
		const char *letters;
	} parts[] = {
		{ WW_CLOCK_MORNING, "TMO" }, { WW_CLOCK_AFTERNOON, "TAF" }, { WW_CLOCK_EVENING, "TEV" },
		{ WW_CLOCK_NIGHT, "TNI" },   { WW_CLOCK_LATE, "TNI" },      { WW_CLOCK_EARLY, "TMO" },
	};
	uint32_t classes = ww_piece_classes(p, &ww_clock_words);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (classes & parts[i].class)
			return parts[i].letters;
	return "";
}

/* Hours and less leave the day as it is. What is longer than a week is counted in months, so
 * that a month after January 31 is the end of February (ww_add_months()). */
ww_civil ww_shift(ww_civil c, int unit, int n) {
	switch (unit) {
	case WW_UNIT_SECOND:
	case WW_UNIT_MINUTE:
	case WW_UNIT_HOUR: return c;
	case WW_UNIT_DAY:
	case WW_UNIT_NIGHT: return ww_plus_days(c, n);
	case WW_UNIT_WEEKEND:
	case WW_UNIT_WEEK: return ww_plus_days(c, 7 * n);
	case WW_UNIT_FORTNIGHT: return ww_plus_days(c, 14 * n);
	case WW_UNIT_MONTH: return ww_add_months(c, n);
	case WW_UNIT_QUARTER: return ww_add_months(c, 3 * n);
	case WW_UNIT_HALF: return ww_add_months(c, 6 * n);
	case WW_UNIT_YEAR: return ww_add_months(c, 12 * n);
	case WW_UNIT_DECADE: return ww_add_months(c, 120 * n);
	case WW_UNIT_CENTURY: return ww_add_months(c, 1200 * n);
	default: return ww_add_months(c, 12000 * n);
	}
}
