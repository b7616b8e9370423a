#include "calendar.h"
#include "runner.h"
#include "support.h"

#include <stdlib.h>
#include <string.h>

static ww_civil civil(const char *iso) {
	ww_civil c = { 0, 0, 0 };
	ck_assert_msg(ww_parse_iso_date(iso, strlen(iso), &c), "%s is no date", iso);
	return c;
}

static void check_civil(ww_civil got, const char *iso) {
	ww_civil c = civil(iso);
	ck_assert_msg(got.year == c.year && got.month == c.month && got.day == c.day,
	              "%04d-%02d-%02d, not %s", got.year, got.month, got.day, iso);
}

/* Days whose number and weekday are known from elsewhere: Unix time, the
 * Julian day numbers of almanacs, dates of history. */
static const struct {
	const char *iso;
	int days, weekday;
} known[] = {
	{ "1970-01-01", 0, 3 },
	{ "1969-12-31", -1, 2 },
	{ "2000-02-29", 11016, 1 },
	{ "2000-03-01", 11017, 2 },
	{ "2001-09-09", 11574, 6 }, /* a thousand million seconds */
	{ "2038-01-19", 24855, 1 }, /* 2^31 seconds */
	{ "1858-11-17", -40587, 2 }, /* the modified Julian day 0 */
	{ "1582-10-15", -141427, 4 }, /* the first Gregorian day, a Friday */
	{ "1900-02-28", -25509, 2 },
	{ "1900-03-01", -25508, 3 },
	{ "1776-07-04", -70672, 3 },
	{ "1945-05-08", -9004, 1 },
	{ "1969-07-20", -165, 6 },
	{ "2024-07-13", 19917, 5 },
	{ "0001-01-01", -719162, 0 },
	{ "9999-12-31", 2932896, 4 },
};

START_TEST(known_day) {
	ck_assert_int_eq(ww_days_from_civil(civil(known[_i].iso)), known[_i].days);
	check_civil(ww_civil_from_days(known[_i].days), known[_i].iso);
	ck_assert_int_eq(ww_weekday(known[_i].days), known[_i].weekday);
}
END_TEST

START_TEST(year_zero_is_a_leap_year) {
	ww_civil leap_day = { 0, 2, 29 };
	ww_civil back = ww_civil_from_days(ww_days_from_civil(leap_day));
	ck_assert_int_eq(ww_days_from_civil(leap_day), -719469);
	ck_assert_int_eq(back.year, 0);
	ck_assert_int_eq(back.month, 2);
	ck_assert_int_eq(back.day, 29);
	ck_assert_int_eq(ww_days_from_civil((ww_civil){ 0, 1, 1 }), -719528);
}
END_TEST

/* Counts days by hand, one after the other, with months as a schoolchild knows
 * them: nothing here comes from calendar.c.  The long loops compare for
 * themselves: Check notes each of its assertions, which costs microseconds. */
typedef struct {
	int year, month, day, weekday;
} hand;

static int hand_month_days(int year, int month) {
	bool leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
	switch (month) {
	case 4:
	case 6:
	case 9:
	case 11:
		return 30;
	case 2:
		return leap ? 29 : 28;
	default:
		return 31;
	}
}

static void hand_next(hand *h) {
	h->weekday = (h->weekday + 1) % 7;
	if (++h->day <= hand_month_days(h->year, h->month))
		return;
	h->day = 1;
	if (++h->month <= 12)
		return;
	h->month = 1;
	h->year++;
}

/* From Wednesday, 1 January 1800, 62091 days before 1970. */
static const hand hand_start = { 1800, 1, 1, 2 };
enum { HAND_DAYS = -62091, HAND_END = 2201 };

START_TEST(four_hundred_years) {
	hand h = hand_start;
	for (int days = HAND_DAYS; h.year < HAND_END; days++, hand_next(&h)) {
		ww_civil c = { h.year, h.month, h.day };
		ww_civil back = ww_civil_from_days(days);
		bool same = ww_days_from_civil(c) == days && ww_weekday(days) == h.weekday &&
		            back.year == h.year && back.month == h.month && back.day == h.day &&
		            ww_civil_valid(c) &&
		            ww_month_days(h.year, h.month) == hand_month_days(h.year, h.month);
		if (!same)
			ck_abort_msg("%04d-%02d-%02d is day %d, weekday %d", h.year, h.month, h.day, days,
			             h.weekday);
	}
}
END_TEST

START_TEST(all_days_come_back) {
	int last = -719529;
	for (int year = 0; year <= 9999; year++) {
		for (int month = 1; month <= 12; month++) {
			for (int day = 1; day <= hand_month_days(year, month); day++) {
				int days = ww_days_from_civil((ww_civil){ year, month, day });
				ww_civil back = ww_civil_from_days(days);
				if (days != last + 1 || back.year != year || back.month != month || back.day != day)
					ck_abort_msg("%04d-%02d-%02d is day %d after %d", year, month, day, days, last);
				last = days;
			}
		}
	}
}
END_TEST

/* ISO 8601: week 1 is the one with the year's first Thursday.  Whenever a
 * Monday comes, look ahead by hand to its Thursday: if that is the first of its
 * year, the week is 1, else one more than the last. */
START_TEST(iso_weeks_of_four_hundred_years) {
	hand h = hand_start;
	int year = 0, week = 0;
	for (int days = HAND_DAYS; h.year < HAND_END; days++, hand_next(&h)) {
		if (h.weekday == 0) {
			hand thursday = h;
			for (int i = 0; i < 3; i++)
				hand_next(&thursday);
			week = thursday.month == 1 && thursday.day <= 7 ? 1 : week + 1;
			year = thursday.year;
		}
		if (year == 0 || week == 0)
			continue; /* before the first Monday */
		int got_year, got_week;
		ww_iso_week(days, &got_year, &got_week);
		/* The count of weeks is right from the first week 1 on. */
		if (h.year > 1800 && (got_year != year || got_week != week))
			ck_abort_msg("%04d-%02d-%02d: %d-W%d, not %d-W%d", h.year, h.month, h.day, got_year,
			             got_week, year, week);
	}
}
END_TEST

static const struct {
	const char *iso;
	int year, week;
} weeks[] = {
	{ "2024-07-14", 2024, 28 }, { "2024-12-30", 2025, 1 },  { "2021-01-03", 2020, 53 },
	{ "2020-12-31", 2020, 53 }, { "2016-01-01", 2015, 53 }, { "2005-01-02", 2004, 53 },
	{ "2008-12-28", 2008, 52 }, { "2008-12-29", 2009, 1 },  { "2010-01-03", 2009, 53 },
	{ "2010-01-04", 2010, 1 },  { "2012-01-01", 2011, 52 }, { "2019-12-30", 2020, 1 },
};

START_TEST(iso_week) {
	int year, week, days = ww_days_from_civil(civil(weeks[_i].iso));
	ww_iso_week(days, &year, &week);
	ck_assert_int_eq(year, weeks[_i].year);
	ck_assert_int_eq(week, weeks[_i].week);
}
END_TEST

static const struct {
	const char *iso;
	bool is_date;
} parsed[] = {
	{ "2024-07-13", true },   { "2024-02-29", true },   { "2023-02-29", false },
	{ "1900-02-29", false },  { "2000-02-29", true },   { "2024-04-31", false },
	{ "2024-13-01", false },  { "2024-00-10", false },  { "2024-01-00", false },
	{ "2024-01-32", false },  { "0000-01-01", false },  { "0001-01-01", true },
	{ "9999-12-31", true },   { "2024-7-13", false },   { "2024-07-13 ", false },
	{ " 2024-07-13", false }, { "2024/07/13", false },  { "2024-07/13", false },
	{ "20240713", false },    { "+024-07-13", false },  { "2024-0a-13", false },
	{ "2024-07-1:", false },  { "2024-07-1/", false },  { "-024-07-13", false },
	{ "", false },            { "2024-07-13T", false }, { "12024-07-13", false },
};

START_TEST(print) {
	char printed[11];
	ww_civil_print(civil(known[_i].iso), printed);
	ck_assert_str_eq(printed, known[_i].iso);
}
END_TEST

START_TEST(parse) {
	size_t len = strlen(parsed[_i].iso);
	char *exact = malloc(len ? len : 1);
	ww_civil c = { -1, -1, -1 };
	memcpy(exact, parsed[_i].iso, len);
	bool is_date = ww_parse_iso_date(exact, len, &c);
	free(exact);
	ck_assert_msg(is_date == parsed[_i].is_date, "\"%s\"", parsed[_i].iso);
	if (!is_date)
		ck_assert(c.year == -1 && c.month == -1 && c.day == -1);
}
END_TEST

START_TEST(invalid_civil_dates) {
	static const ww_civil bad[] = {
		{ 0, 1, 1 },       { 10000, 1, 1 },  { 2024, 0, 1 },  { 2024, 13, 1 },
		{ 2024, -1, 1 },   { 2024, 1, 0 },   { 2024, 1, -1 }, { 2024, 1, 32 },
		{ 2023, 2, 29 },   { 2100, 2, 29 },  { -1, 1, 1 },    { 2024, 6, 31 },
		{ 2024, 9, 31 },   { 2024, 11, 31 }, { 2024, 4, 31 },
	};
	for (int i = 0; i < COUNT(bad); i++)
		ck_assert_msg(!ww_civil_valid(bad[i]), "row %d", i);
}
END_TEST

static const struct {
	const char *from;
	int months;
	const char *to;
} moves[] = {
	{ "2024-01-31", 1, "2024-02-29" },   { "2023-01-31", 1, "2023-02-28" },
	{ "2024-03-31", -1, "2024-02-29" },  { "2024-02-29", 12, "2025-02-28" },
	{ "2024-02-29", 48, "2028-02-29" },  { "2024-02-29", -12, "2023-02-28" },
	{ "2024-12-15", 1, "2025-01-15" },   { "2024-01-15", -1, "2023-12-15" },
	{ "2024-01-15", -13, "2022-12-15" }, { "2024-05-31", 0, "2024-05-31" },
	{ "2024-05-31", 1, "2024-06-30" },   { "2024-07-14", 1200, "2124-07-14" },
	{ "0001-02-01", -1, "0001-01-01" },  { "2024-07-31", -24000, "0024-07-31" },
};

START_TEST(add_months) {
	check_civil(ww_add_months(civil(moves[_i].from), moves[_i].months), moves[_i].to);
}
END_TEST

START_TEST(add_months_leaves_the_years) {
	ww_civil before = ww_add_months((ww_civil){ 1, 1, 31 }, -13);
	ck_assert_int_eq(before.year, -1);
	ck_assert_int_eq(before.month, 12);
	ck_assert(!ww_civil_valid(before));
	ck_assert(!ww_civil_valid(ww_add_months((ww_civil){ 9999, 12, 31 }, 1)));
}
END_TEST

/* Easter Sundays of printed calendars; 1818 and 2285 are the earliest possible
 * day, 1943 and 2038 the latest, 1954 and 1981 fall under the rule's exceptions. */
static const char *const easters[] = {
	"1583-04-10", "1800-04-13", "1818-03-22", "1886-04-25", "1900-04-15", "1913-03-23",
	"1916-04-23", "1943-04-25", "1954-04-18", "1961-04-02", "1981-04-19", "1989-03-26",
	"1999-04-04", "2000-04-23", "2001-04-15", "2002-03-31", "2003-04-20", "2004-04-11",
	"2005-03-27", "2006-04-16", "2007-04-08", "2008-03-23", "2009-04-12", "2010-04-04",
	"2011-04-24", "2012-04-08", "2013-03-31", "2014-04-20", "2015-04-05", "2016-03-27",
	"2017-04-16", "2018-04-01", "2019-04-21", "2020-04-12", "2021-04-04", "2022-04-17",
	"2023-04-09", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16",
	"2029-04-01", "2030-04-21", "2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22",
};

START_TEST(easter) {
	check_civil(ww_easter(civil(easters[_i]).year), easters[_i]);
}
END_TEST

START_TEST(easter_is_a_sunday_in_spring) {
	for (int year = 1583; year <= 9999; year++) {
		ww_civil c = ww_easter(year);
		bool in_spring = c.month == 3 ? c.day >= 22 : c.month == 4 && c.day <= 25;
		if (!ww_civil_valid(c) || !in_spring || ww_weekday(ww_days_from_civil(c)) != 6)
			ck_abort_msg("%d: %02d-%02d", year, c.month, c.day);
	}
}
END_TEST

static const struct {
	const char *label;
	int year, month, weekday, n;
	const char *iso;
} nths[] = {
	{ "Thanksgiving", 2024, 11, 3, 4, "2024-11-28" },
	{ "Thanksgiving, early", 2018, 11, 3, 4, "2018-11-22" },
	{ "Labor Day", 2024, 9, 0, 1, "2024-09-02" },
	{ "Labor Day on the 1st", 2025, 9, 0, 1, "2025-09-01" },
	{ "Memorial Day", 2024, 5, 0, -1, "2024-05-27" },
	{ "Memorial Day on the 31st", 2021, 5, 0, -1, "2021-05-31" },
	{ "Martin Luther King Day", 2025, 1, 0, 3, "2025-01-20" },
	{ "election day's Monday", 2024, 11, 0, 1, "2024-11-04" },
	{ "fifth Friday", 2024, 3, 4, 5, "2024-03-29" },
	{ "clocks go back in Europe", 2024, 10, 6, -1, "2024-10-27" },
	{ "last day of February", 2024, 2, 3, -1, "2024-02-29" },
	{ "fifth that February lacks", 2023, 2, 0, 5, "2023-03-06" },
};

START_TEST(nth_weekday) {
	int days =
		ww_nth_weekday(nths[_i].year, nths[_i].month, nths[_i].weekday, nths[_i].n);
	check_civil(ww_civil_from_days(days), nths[_i].iso);
}
END_TEST

int main(void) {
	Suite *suite = suite_create("calendar");
	TCase *tc = tcase_create("calendar");
	tcase_set_timeout(tc, 60);
	tcase_add_loop_test(tc, known_day, 0, COUNT(known));
	tcase_add_test(tc, year_zero_is_a_leap_year);
	tcase_add_test(tc, four_hundred_years);
	tcase_add_test(tc, all_days_come_back);
	tcase_add_test(tc, iso_weeks_of_four_hundred_years);
	tcase_add_loop_test(tc, iso_week, 0, COUNT(weeks));
	tcase_add_loop_test(tc, print, 0, COUNT(known));
	tcase_add_loop_test(tc, parse, 0, COUNT(parsed));
	tcase_add_test(tc, invalid_civil_dates);
	tcase_add_loop_test(tc, add_months, 0, COUNT(moves));
	tcase_add_test(tc, add_months_leaves_the_years);
	tcase_add_loop_test(tc, easter, 0, COUNT(easters));
	tcase_add_test(tc, easter_is_a_sunday_in_spring);
	tcase_add_loop_test(tc, nth_weekday, 0, COUNT(nths));
	suite_add_tcase(suite, tc);

	return run_suite(suite);
}
