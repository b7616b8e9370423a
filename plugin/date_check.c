#include "date_check.h"

#include "date_part.h"

#include <string.h>

/* Zones that different countries read differently. */
static bool is_ambiguous_zone(ww_piece zone) {
	return zone.len == 3 && (memcmp(zone.text, "CST", 3) == 0 || memcmp(zone.text, "IST", 3) == 0);
}

/* A day that its month never has.  29 February is left alone without a year. */
static bool is_invalid(const ww_grammar *g, int year) {
	ww_piece number = ww_date_part(g, "m");
	int month = number.text ? ww_piece_digits(number) : ww_piece_month(ww_date_part(g, "mon"));
	int day = ww_piece_ordinal(ww_date_part(g, "day"));
	return month >= 1 && month <= 12 && day > ww_month_days(year > 0 ? year : 2000, month);
}

/* A weekday beside a day that was another.  Of a range's end only its own counts. */
static bool is_mismatch(const ww_grammar *g, const char *text, const ww_mark *mark,
                        const char *value) {
	ww_civil date;
	ww_piece weekday = ww_date_part(g, "wd");
	bool own = weekday.text && weekday.text >= text + mark->start &&
	           weekday.text < text + mark->end;
	int wd = own ? ww_piece_weekday(weekday) : -1;
	bool day_named = ww_date_part(g, "day").text &&
	                 (ww_date_part(g, "mon").text || ww_date_part(g, "m").text);
	return wd >= 0 && day_named && strlen(value) >= 10 && ww_parse_iso_date(value, 10, &date) &&
	       ww_weekday(ww_days_from_civil(date)) != wd;
}

/* "03/04/2024" can be two days, and no date of the article tells which. */
static bool is_ambiguous_order(const ww_grammar *g, const ww_chain *chain, char *value) {
	int a = ww_piece_digits(ww_date_part(g, "a")), b = ww_piece_digits(ww_date_part(g, "b"));
	ww_civil date;
	if (chain->order != 0 || a < 1 || b < 1 || a > 12 || b > 12 || a == b || strlen(value) != 10 ||
	    !ww_parse_iso_date(value, 10, &date))
		return false;
	ww_civil other = { date.year, date.day, date.month };
	if (!ww_civil_valid(other) || (date.month != a && date.month != b))
		return false; /* 9/11 is no order but a name */
	ww_civil_print(other, value);
	return true;
}

int ww_date_check(ww_grammar *g, const char *text, size_t len, const ww_mark *mark,
                  const ww_chain *chain, char value[WW_VALUE_MAX], int *id) {
	int err = ww_date_match(g, text, len, mark);
	*id = -1;
	if (err)
		return err;
	const ww_form *form = &ww_date_forms[mark->form];
	ww_piece zone = ww_date_part(g, "zone");
	if (form->meaning == WW_MEANS_NUMERIC &&
	    !(ww_date_part(g, "a").text == text + mark->start && !ww_date_part(g, "year").text) &&
	    is_ambiguous_order(g, chain, value))
		*id = WW_AMBIGUOUS_ORDER;
	else if (form->meaning == WW_MEANS_CALENDAR && !*value &&
	         is_invalid(g, ww_piece_digits(ww_date_part(g, "year"))))
		*id = WW_INVALID_DATE;
	else if (is_mismatch(g, text, mark, value))
		*id = WW_WEEKDAY_MISMATCH;
	else if (zone.text && is_ambiguous_zone(zone))
		*id = WW_AMBIGUOUS_TIMEZONE;
	return WW_OK;
}
