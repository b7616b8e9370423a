/* Dates of the calendar: "July 13", "13/7/2024", "May", "1998".
 *
 * Month and day are as they are written; the work is in the year, which most news leaves
 * out.  It is asked for in the order of what binds most: the year that the mention names,
 * a word like "last", the other end of its range, the weekday beside it, and what lies
 * nearest to the article's day. */
#include "date_resolve.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* Whether the mention begins a range that ends in a month before its own: "Dec. 30 to
 * Jan. 2, 2023" begins the year before. */
static bool begins_year_before(const ww_resolve *r, int month) {
	ww_piece end = ww_piece_of(r, "m2");
	if (r->mark->end_of_range != 1 || ww_piece_own(r, "year").text)
		return false;
	for (; end.len > 2; end.text++, end.len--)
		if (ww_piece_month(r->lexicon, end) > 0)
			return ww_piece_month(r->lexicon, end) < month;
	return false;
}

/* "Tue 16": of the month nearest to the article's day in which that is the weekday. */
static void say_near_day(ww_resolve *r, int wd, int day) {
	enum { MONTHS = 7 }; /* each day of a month is each weekday within so many */
	ww_civil now = ww_now(r)->at, best = { 0, 0, 0 };
	int today = ww_days_from_civil(now), least = INT_MAX;
	for (int i = -MONTHS; i <= MONTHS; i++) {
		ww_civil d = ww_add_months((ww_civil){ now.year, now.month, 1 }, i);
		d.day = day;
		int gap = ww_civil_valid(d) ? abs(ww_days_from_civil(d) - today) : INT_MAX;
		if (gap < least && ww_weekday(ww_days_from_civil(d)) == wd) {
			best = d;
			least = gap;
		}
	}
	if (least < INT_MAX)
		ww_say(r, WW_UNIT_DAY, best);
}

/* "from 12 to 15 July … on the 16th", "JANUARY. On the 26th": of the month that the block told
 * last, if the month has such a day and it is the weekday that is named with it. */
static bool say_day_of_told(ww_resolve *r, int wd, int day) {
	const ww_moment *last = &r->chain->last;
	ww_civil at = { last->at.year, last->at.month, day };
	if (!r->chain->last_here || !last->known || last->unit > WW_UNIT_MONTH || !ww_civil_valid(at) ||
	    (wd >= 0 && ww_weekday(ww_days_from_civil(at)) != wd))
		return false;
	ww_say(r, WW_UNIT_DAY, at);
	return true;
}

/* "Friday the 13th": of a month told before, else the latest month in which it was one, or in a
 * future the next. */
static void say_day_alone(ww_resolve *r, int day) {
	int wd = ww_piece_weekday(r->lexicon, ww_piece_of(r, "wd"));
	int today = ww_days_from_civil(ww_now(r)->at);
	bool ahead = ww_resolve_tense(r) == WW_TENSE_FUTURE;
	ww_civil c = ww_now(r)->at;
	if (say_day_of_told(r, wd, day))
		return;
	if (ww_piece_has(r, "near")) {
		say_near_day(r, wd, day);
		return;
	}
	c.day = 1;
	/* A 31st on a given weekday can be 13 months away. */
	for (int i = 0; i < 14; i++, c = ww_add_months(c, ahead ? 1 : -1)) {
		ww_civil d = { c.year, c.month, day };
		if (!ww_civil_valid(d))
			continue;
		int gap = ww_days_from_civil(d) - today;
		if ((ahead ? gap >= 0 : gap <= 0) &&
		    (wd < 0 || ww_weekday(ww_days_from_civil(d)) == wd)) {
			ww_say(r, WW_UNIT_DAY, d);
			return;
		}
	}
}

/* The year of "last June", "the following June 5"; 0 when it cannot be told.  Told in August:
 * "last June" is this year's, "last July" the year before's (the month just over is "last
 * month"), "next June" next year's, "this June" this year's, and "that June" the nearest to what
 * the story told. */
static int related_month_year(const ww_resolve *r, ww_relation rel, int month, int day) {
	const ww_moment *from = ww_related_to(r, rel, WW_UNIT_MONTH);
	if (!from->known)
		return 0;
	int off = month - from->at.month;
	if (!off && day > 0 && from->unit <= WW_UNIT_NIGHT)
		off = day - from->at.day;
	if (rel.step == 0 && from->unit < WW_UNIT_YEAR) {
		/* "that January", after November: the next one is nearer; "this January" is of
		 * the year that the tense tells. */
		ww_tense when = rel.story ? WW_TENSE_NONE : ww_resolve_tense(r);
		int year = from->at.year;
		if (rel.story ? off < -6 : off < 0 && when == WW_TENSE_FUTURE)
			return year + 1;
		return off > 6 && when != WW_TENSE_FUTURE ? year - 1 : year;
	}
	/* "last July", said in August, is not the month just over: that is "last month". */
	bool this_last = day <= 0 && !rel.story && !rel.near && from->unit <= WW_UNIT_MONTH;
	if (this_last && off == rel.step)
		off = 0;
	return ww_related_year(rel, from, off);
}

/* A month, or a day of it when `day` is not 0. */
typedef struct {
	int year, month, day;
} month_day;

/* How far from the article's day, in days; a month counts from its first. */
static int distance(const ww_resolve *r, month_day d) {
	ww_civil at = { d.year, d.month, d.day ? d.day : 1 };
	return abs(ww_days_from_civil(at) - ww_days_from_civil(ww_now(r)->at));
}

/* Whether a comes later in a year than b. */
static bool is_after(month_day a, month_day b) {
	return a.month != b.month ? a.month > b.month : a.day > b.day;
}

/* The year of a mention that begins a range and names none: "Nov. 30 to March 2, 2024" begins in
 * 2023, as its end is earlier in a year.  Where neither names one and the guesses are the wrong
 * way round, that of the end nearer to the article's day counts for both. */
static int range_year(const ww_resolve *r, month_day from) {
	const ww_mark *last = ww_range_end(r);
	ww_parts parts;
	if (!last || ww_parts_read(r->matcher, r->text, r->len, last, &parts))
		return from.year;
	month_day to = { ww_piece_digits(ww_part_of(&parts, "year")),
		             ww_piece_month(r->lexicon, ww_part_of(&parts, "mon")),
		             ww_piece_ordinal(r->lexicon, ww_part_of(&parts, "day")) };
	to.day = to.day > 0 ? to.day : 0;
	if (to.month <= 0)
		return from.year;
	if (to.year >= 1000)
		return to.year - is_after(from, to);
	to.year = ww_nearest_year(r, to.month, to.day);
	bool reversed = from.year > to.year && !is_after(from, to);
	return reversed && distance(r, to) < distance(r, from) ? to.year : from.year;
}

/* The year of a mention that ends a range and names none: that in which it began, or the next,
 * "Nov. 30 to March 2". */
static int year_after(const ww_resolve *r, month_day to) {
	const ww_moment *from = &r->chain->last;
	if (!from->known || from->unit > WW_UNIT_MONTH ||
	    (!to.day && from->unit != WW_UNIT_MONTH))
		return to.year;
	/* Within a month it is a slip that is reversed: it has a finding. */
	return from->at.year + (from->at.month > to.month);
}

/* "The flood of 2024 began on Wednesday, March 13": a weekday that the likeliest year does
 * not have is that of a year which the story tells, if it fits there. */
static int told_year(const ww_resolve *r, int likeliest, int month, int day) {
	int wd = ww_piece_weekday(r->lexicon, ww_piece_own(r, "wd"));
	ww_civil at = { likeliest, month, day };
	if (wd < 0 || !ww_civil_valid(at) || ww_weekday(ww_days_from_civil(at)) == wd)
		return likeliest;
	for (int i = 0; i < WW_YEARS_TOLD && r->chain->years[i]; i++) {
		at.year = r->chain->years[i];
		if (ww_civil_valid(at) && ww_weekday(ww_days_from_civil(at)) == wd)
			return at.year;
	}
	return likeliest;
}

/* "Next year's show is on May 13", "In 1977 it froze on December 4": the year that the sentence
 * begins with; 0 for none.  A year that stands further on is rarely a date's, and this year tells
 * nothing new. */
static int sentence_year(const ww_resolve *r) {
	enum { NEAR = 60 }; /* bytes from the year to the date */
	const ww_moment *last = &r->chain->last;
	const ww_mark *year = ww_mark_before(r);
	bool told = year && year->kind == WW_DATE && last->known && last->unit == WW_UNIT_YEAR;
	if (!told || r->chain->narrative || last->at.year == ww_now(r)->at.year)
		return 0;
	ww_piece between = { r->text + year->end, r->mark->start - year->end };
	ww_piece before = { r->text, year->start };
	size_t in = ww_piece_ends(before, "in ") ? strlen("in ") : 0;
	ww_sentence s;
	ww_sentence_read(&s, r->text, r->len, year->start - in, year->end);
	bool broken = between.len > NEAR || memchr(between.text, '\n', between.len) ||
	              ww_piece_contains(between, ". ") || ww_piece_contains(between, "; ");
	return s.n_before || broken ? 0 : last->at.year;
}

/* The year of a month or day, named or not; 0 when it cannot be told.  What was worked out last
 * is looked at again by the other end of a range, and by the weekday. */
static int year_of(const ww_resolve *r, int month, int day) {
	int year = ww_named_year(r);
	ww_relation rel = ww_relation_of(ww_piece_of(r, "mrel"));
	if (year)
		return year < 0 ? 0 : year - begins_year_before(r, month);
	if (rel.told)
		return related_month_year(r, rel, month, day);
	if (!ww_now(r)->known)
		return 0;
	int told = sentence_year(r);
	if (told)
		return told;
	int likeliest = ww_nearest_year(r, month, day > 0 ? day : 0);
	month_day d = { likeliest, month, day > 0 ? day : 0 };
	bool second = ww_ends_range(r) || r->mark->end_of_range == 2; /* "May 13 and 14" */
	likeliest = second ? year_after(r, d) : range_year(r, d);
	return day > 0 ? told_year(r, likeliest, month, day) : likeliest;
}

/* A day that its month does not have gets no value; the finding tells of it. */
void ww_resolve_calendar(ww_resolve *r) {
	ww_piece number = ww_piece_of(r, "m");
	int month = number.text ? ww_piece_digits(number)
	                        : ww_piece_month(r->lexicon, ww_piece_of(r, "mon"));
	int day = ww_piece_ordinal(r->lexicon, ww_piece_of(r, "day"));
	if (month <= 0 && day > 0) {
		if (ww_now(r)->known)
			say_day_alone(r, day);
		return;
	}
	int year = year_of(r, month, day);
	if (!year)
		return;
	if (month <= 0)
		ww_say(r, WW_UNIT_YEAR, (ww_civil){ year, 1, 1 });
	else if (day <= 0)
		ww_say(r, WW_UNIT_MONTH, (ww_civil){ year, month, 1 });
	else if (ww_civil_valid((ww_civil){ year, month, day }))
		ww_say(r, WW_UNIT_DAY, (ww_civil){ year, month, day });
	if (*r->value && day > 0)
		ww_append(r, ww_part_of_day(ww_piece_of(r, "part")));
}

/* "03/04/2024": a part over 12 is the day; with dots the day stands first, as in Germany; else
 * it is as in the article's other dates (ww_chain_add_order()), and without any as in America. */
static bool day_first(const ww_resolve *r, int a, int b) {
	ww_piece first = ww_piece_of(r, "a");
	return a > 12 || (b <= 12 && (first.text[first.len] == '.' || r->chain->order < 0));
}

/* "9/11" without a year is the name of a day, and not of any 9 November.  "3/4" is a day of the
 * nearest year. */
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
