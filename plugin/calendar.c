/* The calendar: days counted from 1970, months, weeks, and the feasts that move.
 *
 * All is whole numbers without a table that would end: the Gregorian rules are taken to hold for
 * all years, also those before 1582, as ISO 8601 has it.  Nothing here asks the system for time
 * or zone, so that a text has the same values everywhere. */
#include "calendar.h"

/* The calendar repeats after 400 years; a year of more than four figures is no date of news. */
enum { DAYS_400_YEARS = 146097, YEAR_MAX = 9999 };

/* Days from 0000-03-01 to 1970-01-01. */
enum { EPOCH = 719468 };

/* Rounds down, where C rounds towards zero: days before 1970 and years before 0 need no case of
 * their own then. */
static int floor_div(int a, int b) {
	return a / b - (a % b < 0);
}

/* What floor_div() leaves: never negative, as a weekday's or a month's number must be. */
static int floor_mod(int a, int b) {
	int r = a % b;
	return r < 0 ? r + b : r;
}

static bool leap(int year) {
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* The next two follow Howard Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms" (days_from_civil, civil_from_days).  Years begin on 1 March there,
 * so that the leap day is a year's last one, and the lengths of the months from
 * March repeat (31 30 31 30 31): (153 m + 2) / 5 days lie before month m. */
int ww_days_from_civil(ww_civil c) {
	int year = c.month <= 2 ? c.year - 1 : c.year;
	int era = floor_div(year, 400);
	int year_of_era = year - era * 400;
	int day_of_year = (153 * ((c.month + 9) % 12) + 2) / 5 + c.day - 1;
	int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	return era * DAYS_400_YEARS + day_of_era - EPOCH;
}

/* The inverse.  It finds the era of 400 years first, and in it the year: an era has the same
 * days whichever it is. */
ww_civil ww_civil_from_days(int days) {
	int era = floor_div(days + EPOCH, DAYS_400_YEARS);
	int doe = days + EPOCH - era * DAYS_400_YEARS;
	/* Take out the leap days of 4, 100 and 400 years: what is left divides evenly. */
	int year_of_era = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int doy = doe - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int m = (5 * doy + 2) / 153;
	int month = m < 10 ? m + 3 : m - 9;
	int year = year_of_era + era * 400;
	return (ww_civil){ month <= 2 ? year + 1 : year, month, doy - (153 * m + 2) / 5 + 1 };
}

int ww_weekday(int days) {
	/* 1970-01-01 was a Thursday. */
	return floor_mod(days + 3, 7);
}

int ww_month_days(int year, int month) {
	static const signed char days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	return month == 2 && leap(year) ? 29 : days[month - 1];
}

/* Callers put in what a text says, such as month 13: so the month is looked at before its
 * length. */
bool ww_civil_valid(ww_civil c) {
	return c.year >= 1 && c.year <= YEAR_MAX && c.month >= 1 && c.month <= 12 && c.day >= 1 &&
	       c.day <= ww_month_days(c.year, c.month);
}

/* Months are counted from year 0 on as one number, which carries over years by itself; the day
 * is held back to the month's last, as in "a month after January 31". */
ww_civil ww_add_months(ww_civil c, int months) {
	int n = c.year * 12 + c.month - 1 + months;
	ww_civil moved = { floor_div(n, 12), floor_mod(n, 12) + 1, c.day };
	int last = ww_month_days(moved.year, moved.month);
	if (moved.day > last)
		moved.day = last;
	return moved;
}

/* A week belongs to the year that its Thursday lies in. */
void ww_iso_week(int days, int *year, int *week) {
	int thursday = days - ww_weekday(days) + 3;
	*year = ww_civil_from_days(thursday).year;
	*week = (thursday - ww_days_from_civil((ww_civil){ *year, 1, 1 })) / 7 + 1;
}

/* The "anonymous" computus of 1876 (Meeus, Jones, Butcher), under its usual letters. */
ww_civil ww_easter(int year) {
	int a = year % 19, b = year / 100, c = year % 100;
	int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
	int h = (19 * a + b - d - g + 15) % 30;
	int i = c / 4, k = c % 4;
	int l = (32 + 2 * e + 2 * i - h - k) % 7;
	int m = (a + 11 * h + 22 * l) / 451;
	int n = h + l - 7 * m + 114;
	return (ww_civil){ year, n / 31, n % 31 + 1 };
}

/* The last one is counted back from the month's end: whether it is the fourth or the fifth does
 * not matter then. */
int ww_nth_weekday(int year, int month, int weekday0, int n) {
	if (n < 0) {
		int last = ww_days_from_civil((ww_civil){ year, month, ww_month_days(year, month) });
		return last - floor_mod(ww_weekday(last) - weekday0, 7);
	}
	int first = ww_days_from_civil((ww_civil){ year, month, 1 });
	return first + floor_mod(weekday0 - ww_weekday(first), 7) + 7 * (n - 1);
}

/* Reads `n` digits; returns -1 when one is something else. */
static int digits(const char *s, int n) {
	int value = 0;
	for (int i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return -1;
		value = value * 10 + (s[i] - '0');
	}
	return value;
}

/* Only the full form with hyphens is read: headers and options have it, and a looser one would
 * take part numbers for dates. */
bool ww_parse_iso_date(const char *s, size_t len, ww_civil *out) {
	if (len != 10 || s[4] != '-' || s[7] != '-')
		return false;
	ww_civil c = { digits(s, 4), digits(s + 5, 2), digits(s + 8, 2) };
	if (!ww_civil_valid(c))
		return false;
	*out = c;
	return true;
}

/* Writes a number with leading zeros, and never more figures than there is room for. */
static void print_digits(char *out, int n, int value) {
	while (n-- > 0) {
		out[n] = (char)('0' + value % 10);
		value /= 10;
	}
}

void ww_civil_print(ww_civil c, char out[11]) {
	print_digits(out, 4, c.year);
	out[4] = '-';
	print_digits(out + 5, 2, c.month);
	out[7] = '-';
	print_digits(out + 8, 2, c.day);
	out[10] = '\0';
}
