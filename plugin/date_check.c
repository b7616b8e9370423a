/* What is wrong with a date: with its own parts, and against what its article tells.
 *
 * Only what a copy editor would query is told.  A mention has one finding at most: a day
 * that can be two is not asked for its weekday as well. */
#include "date_check.h"

#include "ascii.h"
#include "date_part.h"

#include <string.h>

/* Zones that different countries read differently: central time in America and China's, India's
 * time and Israel's or Ireland's. */
static bool is_ambiguous_zone(ww_piece zone) {
	return zone.len == 3 && (memcmp(zone.text, "CST", 3) == 0 || memcmp(zone.text, "IST", 3) == 0);
}

/* A day that its month never has, "April 31". Without a year February 29 is left alone. */
static bool is_invalid(const ww_lexicon *lexicon, const ww_parts *parts, int year) {
	ww_piece number = ww_part_of(parts, "m");
	int month = number.text ? ww_piece_digits(number)
	                        : ww_piece_month(lexicon, ww_part_of(parts, "mon"));
	int day = ww_piece_ordinal(lexicon, ww_part_of(parts, "day"));
	return month >= 1 && month <= 12 && day > ww_month_days(year > 0 ? year : 2000, month);
}

/* A weekday beside a day that was another, "Friday, March 14, 2024". In a range only an end's
 * own weekday counts, and "They were wed May 16" has none. */
static bool is_mismatch(const ww_lexicon *lexicon, const ww_parts *parts, const char *value) {
	ww_civil date;
	ww_piece name = ww_part_own(parts, "wd");
	bool verb = name.len < 6 && name.text && ww_ascii_is_lower(*name.text);
	int wd = verb ? -1 : ww_piece_weekday(lexicon, name);
	bool day_named = ww_part_of(parts, "day").text &&
	                 (ww_part_of(parts, "mon").text || ww_part_of(parts, "m").text);
	return wd >= 0 && day_named && strlen(value) >= 10 && ww_parse_iso_date(value, 10, &date) &&
	       ww_weekday(ww_days_from_civil(date)) != wd;
}

/* "03/04/2024" can be two days, and no date of the article tells which. */
static bool is_ambiguous_order(const ww_parts *parts, const ww_chain *chain, char *value) {
	int a = ww_piece_digits(ww_part_of(parts, "a")), b = ww_piece_digits(ww_part_of(parts, "b"));
	ww_civil date;
	if (chain->order != 0 || a < 1 || b < 1 || a > 12 || b > 12 || a == b || strlen(value) != 10 ||
	    !ww_parse_iso_date(value, 10, &date))
		return false;
	/* Either is a month, so that the other reading is a day, too. */
	ww_civil_print((ww_civil){ date.year, date.day, date.month }, value);
	return true;
}

/* The first that is wrong, or -1.  An order is only asked of dates in full: "3/4" alone is as
 * often a fraction or a score. */
static int first_wrong(const ww_lexicon *lexicon, const ww_parts *parts, const ww_form *form,
                       const ww_chain *chain, char value[WW_VALUE_MAX]) {
	bool in_full = ww_part_of(parts, "year").text || ww_part_of(parts, "a").text != parts->own.text;
	ww_piece zone = ww_part_of(parts, "zone");
	if (form->meaning == WW_MEANS_NUMERIC && in_full && is_ambiguous_order(parts, chain, value))
		return WW_AMBIGUOUS_ORDER;
	if (form->meaning == WW_MEANS_CALENDAR && !*value &&
	    is_invalid(lexicon, parts, ww_piece_digits(ww_part_of(parts, "year"))))
		return WW_INVALID_DATE;
	if (is_mismatch(lexicon, parts, value))
		return WW_WEEKDAY_MISMATCH;
	return zone.text && is_ambiguous_zone(zone) ? WW_AMBIGUOUS_TIMEZONE : -1;
}

/* Reads the same plain text that was matched: the parts point into that. */
int ww_date_check(ww_matcher *matcher, const char *text, size_t len, const ww_mark *mark,
                  const ww_chain *chain, char value[WW_VALUE_MAX], int *id, ww_piece *zone) {
	const ww_lexicon *lexicon = ww_grammar_lexicon(ww_matcher_grammar(matcher));
	ww_parts read, *parts = &read;
	text = ww_match_text(matcher, text, len);
	int err = text ? ww_parts_read(matcher, text, len, mark, parts) : WW_E_NOMEM;
	*id = -1;
	if (err)
		return err;
	*id = first_wrong(lexicon, parts, &ww_english.forms[mark->form], chain, value);
	*zone = ww_part_of(parts, "zone");
	return WW_OK;
}
