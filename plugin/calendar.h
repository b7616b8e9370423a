/* Civil dates of the proleptic Gregorian calendar, in ints; nothing allocates.
 *
 * A day is counted from 1970-01-01, which is 0.  Years run from 0 to 9999
 * unless a comment says otherwise; year 0 is a leap year, as in ISO 8601. */
#ifndef WW_CALENDAR_H
#define WW_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
	int year, month, day; /* month and day from 1 */
} ww_civil;

/* Turns a valid date into its day number and back. */
int ww_days_from_civil(ww_civil c);
ww_civil ww_civil_from_days(int days);

/* Returns the day of the week: 0 = Monday … 6 = Sunday, the order of ISO 8601. */
int ww_weekday(int days);

/* Returns the length of a month in days; `month` is 1 to 12. */
int ww_month_days(int year, int month);

/* Whether the date exists, in the years 1 to 9999. */
bool ww_civil_valid(ww_civil c);

/* Moves a date by whole months, forward or back: 31 January plus one month is
 * the last day of February.  The result's year may leave 0 to 9999: the caller
 * asks ww_civil_valid(). */
ww_civil ww_add_months(ww_civil c, int months);

/* Finds the ISO 8601 week (1 to 53) of a day, and the year that the week
 * belongs to, which differs from the day's own around New Year. */
void ww_iso_week(int days, int *year, int *week);

/* Returns Easter Sunday of the Gregorian computus. */
ww_civil ww_easter(int year);

/* Returns the day number of the n-th weekday (0 = Monday) of a month, n from
 * 1, or of the last one when n is -1.  A fifth that the month lacks falls into
 * the next month. */
int ww_nth_weekday(int year, int month, int weekday0, int n);

/* Reads a date written exactly YYYY-MM-DD in s[0, len).  Returns whether it is
 * one and valid, and leaves *out alone when not. */
bool ww_parse_iso_date(const char *s, size_t len, ww_civil *out);

/* Writes a date of the years 0 to 9999 as YYYY-MM-DD. */
void ww_civil_print(ww_civil c, char out[11]);


#endif
