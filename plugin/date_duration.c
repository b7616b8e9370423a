/* Durations and sets, as TIMEX3 writes them: "P5D", "PT90M", "XXXX-WXX-1".
 *
 * Neither has a place in the calendar, so they leave the chain as it is: "the next day"
 * behind "for two weeks" goes on from the date before that. */
#include "date_resolve.h"

#include <inttypes.h>
#include <stdio.h>

enum { COUNT_MAX = 32 };

/* Writes a count as "12" or "0.75", in integers, since printf would follow the locale of the host;
 * "X" where there is none. */
static const char *count_text(double n, char text[COUNT_MAX]) {
	enum { PARTS = 1000000 }; /* of one, the smallest that is told */
	if (n < 0)
		return "X";
	int64_t whole = (int64_t)n;
	int parts = (int)((n - (double)whole) * PARTS + 0.5);
	int len = snprintf(text, COUNT_MAX, "%" PRId64 ".%06d", whole + parts / PARTS, parts % PARTS);
	while (text[len - 1] == '0')
		len--;
	text[text[len - 1] == '.' ? len - 1 : len] = '\0';
	return text;
}

/* Writes "P5D", "PT90M"; n < 0 is a vague number, "several years": "PXY". A night counts as a
 * day, a quarter as three months, a fortnight as two weeks.  A half is written in the next
 * smaller unit where one is usual: "an hour and a half" is PT1H30M, but "two and a half weeks"
 * P2.5W. */
static void print_duration(const ww_resolve *r, double n, int unit) {
	static const struct {
		const char *letter;
		int times;
	} units[] = {
		[WW_UNIT_SECOND] = { "S", 1 },        [WW_UNIT_MINUTE] = { "M", 1 },
		[WW_UNIT_HOUR] = { "H", 1 },          [WW_UNIT_DAY] = { "D", 1 },
		[WW_UNIT_NIGHT] = { "D", 1 },         [WW_UNIT_WEEKEND] = { "WE", 1 },
		[WW_UNIT_WEEK] = { "W", 1 },          [WW_UNIT_FORTNIGHT] = { "W", 2 },
		[WW_UNIT_MONTH] = { "M", 1 },         [WW_UNIT_QUARTER] = { "M", 3 },
		[WW_UNIT_HALF] = { "M", 6 },          [WW_UNIT_YEAR] = { "Y", 1 },
		[WW_UNIT_DECADE] = { "Y", 10 },       [WW_UNIT_CENTURY] = { "Y", 100 },
		[WW_UNIT_MILLENNIUM] = { "Y", 1000 },
	};
	const char *time = unit <= WW_UNIT_HOUR ? "T" : "";
	const char *half = unit == WW_UNIT_HOUR     ? "30M"
	                   : unit == WW_UNIT_MINUTE ? "30S"
	                   : unit == WW_UNIT_YEAR   ? "6M"
	                                            : NULL;
	char count[COUNT_MAX];
	if (n < 0)
		ww_print(r, "P%sX%s", time,
		         unit == WW_UNIT_DECADE    ? "DE"
		         : unit == WW_UNIT_CENTURY ? "CE"
		         : unit == WW_UNIT_QUARTER ? "Q"
		                                   : units[unit].letter);
	else if (half && n == 0.5)
		ww_print(r, "P%s%s", time, half);
	else if (half && n - (double)(int64_t)n == 0.5)
		ww_print(r, "P%s%s%s%s", time, count_text(n - 0.5, count), units[unit].letter, half);
	else
		ww_print(r, "P%s%s%s", time, count_text(n * units[unit].times, count), units[unit].letter);
}

/* The time that a race took, "3:07:35", "9.81": written with minutes at least, and with no more of
 * a second's figures than anybody measures. */
static void say_race_time(ww_resolve *r) {
	ww_piece h = ww_piece_of(r, "hours"), m = ww_piece_of(r, "mm"), s = ww_piece_of(r, "ss");
	const char *figures = s.text;
	size_t len = s.len;
	if (len > 1 && *figures == '0')
		figures++, len--;
	ww_print(r, "PT");
	if (h.text)
		ww_print(r, "PT%dH", ww_piece_digits(h)); /* in place of what was printed */
	char more[32];
	snprintf(more, sizeof more, "%dM%.*sS", ww_piece_digits(m), (int)(len < 8 ? len : 8), figures);
	ww_append(r, more);
}

/* Appends a further count of units, "2 hours, 8 minutes".  "T" stands once, before the first unit
 * that is shorter than a day: "2 days, 3 hours" is P2DT3H. */
static void say_more(ww_resolve *r, const char *count, const char *unit_name, int before) {
	static const char letters[] = { 'S', 'M', 'H', 'D', 'D', 'D', 'W', 'W', 'M' };
	int unit = ww_piece_unit(r->lexicon, ww_piece_of(r, unit_name));
	char figures[COUNT_MAX], more[COUNT_MAX + 4];
	const char *time = unit <= WW_UNIT_HOUR && before > WW_UNIT_HOUR ? "T" : "";
	snprintf(more, sizeof more, "%s%s%c", time,
	         count_text(ww_piece_number(r->lexicon, ww_piece_of(r, count)), figures),
	         unit < (int)sizeof letters ? letters[unit] : 'M');
	ww_append(r, more);
}

/* "a quarter of an hour", "three quarters of a century". */
static void say_quarters(ww_resolve *r, int unit) {
	int n = ww_piece_has(r, "q3") ? 3 : 1;
	if (unit == WW_UNIT_CENTURY)
		ww_print(r, "P%dY", 25 * n);
	else
		ww_print(r, "PT%dM", 15 * n);
}

/* A count that is there and empty stands for words without a number: "several weeks" is PXW. One
 * that is not there is one: "a week", "the week".  A second count has its own unit, or is a half:
 * "two and a half years". */
void ww_resolve_duration(ww_resolve *r) {
	int unit = ww_piece_unit(r->lexicon, ww_piece_of(r, "unit"));
	ww_piece count = ww_piece_of(r, "n"), second = ww_piece_of(r, "n2");
	if (ww_piece_has(r, "q")) {
		say_quarters(r, unit);
		return;
	}
	if (ww_piece_has(r, "ss")) {
		say_race_time(r);
		return;
	}
	ww_piece word = ww_piece_of(r, "unit");
	bool a_year = !count.len && word.len == 4 && ww_piece_begins(word, "year");
	double n = !count.text || a_year ? 1 : count.len ? ww_piece_number(r->lexicon, count) : -1;
	if (second.text && !ww_piece_has(r, "unit2"))
		n += 0.5;
	print_duration(r, n, unit);
	if (second.text && ww_piece_has(r, "unit2"))
		say_more(r, "n2", "unit2", unit);
	if (ww_piece_has(r, "n3"))
		say_more(r, "n3", "unit3", ww_piece_unit(r->lexicon, ww_piece_of(r, "unit2")));
}

/* The parts decide in the order of how much they say: "every weekend", "the first Monday of each
 * month" (P1M), "Fridays" (XXXX-WXX-5), "every other Friday" (P2W), "each June", "every summer",
 * "daily"; what is left is every so many units, "every two years". */
void ww_resolve_set(ww_resolve *r) {
	ww_piece wd = ww_piece_of(r, "wd"), mon = ww_piece_of(r, "mon"),
			 season = ww_piece_of(r, "season"), adverb = ww_piece_of(r, "set");
	int times = ww_piece_has(r, "other")
	                ? ww_piece_contains(ww_piece_of(r, "other"), "third") ? 3 : 2
	                : 1;
	if (ww_piece_has(r, "weekends")) {
		ww_print(r, "XXXX-WXX-WE");
	} else if (wd.text && ww_piece_has(r, "nthwd")) {
		ww_print(r, "P1M"); /* some days of each month */
	} else if (wd.text && times == 1) {
		ww_print(r, "XXXX-WXX-%d", ww_piece_weekday(r->lexicon, wd) + 1);
		ww_append(r, ww_part_of_day(ww_piece_of(r, "part")));
	} else if (wd.text) {
		ww_print(r, "P%dW", times);
	} else if (mon.text) {
		ww_print(r, ww_piece_has(r, "day") ? "XXXX-%02d-%02d" : "XXXX-%02d",
		         ww_piece_month(r->lexicon, mon),
		         ww_piece_ordinal(r->lexicon, ww_piece_of(r, "day")));
	} else if (season.text) {
		ww_print(r, "XXXX-%s", ww_seasons[ww_piece_value(r->lexicon, season, WW_ROLE_SEASON)]);
	} else if (adverb.text) {
		const ww_word *word = ww_lexicon_look_up(r->lexicon, adverb.text,
		                                         adverb.len);
		print_duration(r, 1, word ? word->value : WW_UNIT_DAY);
	} else if (ww_piece_has(r, "part")) {
		ww_print(r, "P1D");
	} else {
		ww_piece n = ww_piece_of(r, "n");
		print_duration(r, n.text && n.len ? ww_piece_number(r->lexicon, n) : times,
		                  ww_piece_unit(r->lexicon, ww_piece_of(r, "unit")));
	}
}
