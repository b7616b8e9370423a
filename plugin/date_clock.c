/* Clock times: hours and minutes from figures and words.
 *
 * News writes hours of twelve far more often than of twenty-four, and leaves "a.m." and
 * "p.m." out where a reader knows.  So an hour is read with all that stands around it: the
 * part of the day, the other end of its range, the words before it. */
#include "ascii.h"
#include "date_resolve.h"
#include "date_words.h"
#include "phrase.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The first hour that is told without "a.m." and is one, where hours have an end: "6-8". */
enum { MORNING = 7 };

/* Moves a time by what stands before the hour: "a quarter past six" is 6:15, "ten minutes to
 * six" 5:50, and before one o'clock it is twelve. */
static void move_past(const ww_resolve *r, int *hour, int *minute) {
	ww_piece past = ww_piece_of(r, "past"), dir = ww_piece_of(r, "dirn");
	if (!past.text)
		return;
	int n = ww_piece_begins(past, "quarter") ? 15
	        : ww_piece_begins(past, "half")  ? 30
	                                         : (int)ww_piece_number(r->lexicon, past);
	if (ww_piece_begins(dir, "past") || ww_piece_begins(dir, "after")) {
		*minute = n;
		return;
	}
	*hour = (*hour + 23) % 24;
	*minute = 60 - n;
}

/* "doors open at 7:30", "Sunset: 6.12": words of the day's second half right before an hour. */
static bool is_after_noon(const ww_resolve *r) {
	size_t len = r->mark->start;
	while (len > 0 && ww_ascii_is_one_of(r->text[len - 1], ": "))
		len--;
	return ww_phrase_before(&ww_clock_words, r->text, &len, WW_CLOCK_AFTER_NOON) != 0;
}

/* Midnight ends its day, but for "after midnight", "from midnight" and "half past midnight". */
static bool begins_day(const ww_resolve *r) {
	size_t len = r->mark->start;
	return r->mark->end_of_range == 1 || ww_piece_of(r, "past").text ||
	       ww_phrase_before(&ww_clock_words, r->text, &len, WW_CLOCK_BEGINS);
}

/* Whether the times around are told by the hours of a day, "14:30", "06:15": one of them
 * suffices, as nobody who counts to twelve writes so. */
static bool is_of_24_hours(const ww_resolve *r) {
	enum { AROUND = 8 }; /* marks to each side: a list has a time or two in a line */
	const ww_date_block *b = r->block;
	const ww_mark *end = b->marks + b->n_marks;
	if (r->mark < b->marks || r->mark >= end)
		return true; /* it is asked for apart: nothing is known of what stands around */
	const ww_mark *m = r->mark - b->marks > AROUND ? r->mark - AROUND : b->marks;
	for (; m < end && m <= r->mark + AROUND; m++) {
		ww_piece hour = { r->text + m->start, m->end - m->start < 2 ? 1 : 2 };
		if (m->kind == WW_TIME && (*hour.text == '0' || ww_piece_digits(hour) > 12))
			return true;
	}
	return false;
}

/* "each morning at 5:15", "he wakes at 5": beside such words an early hour is what it says. */
static bool is_of_morning(const ww_resolve *r) {
	enum { BESIDE = 24 }; /* bytes to each side */
	size_t start = r->mark->start, back = start < BESIDE ? start : BESIDE;
	ww_piece before = { r->text + start - back, back };
	ww_piece behind = { r->text + r->mark->end, r->len - r->mark->end };
	behind.len = behind.len < BESIDE ? behind.len : BESIDE;
	return ww_piece_classes(before, &ww_clock_words) & WW_CLOCK_WAKES ||
	       ww_piece_classes(behind, &ww_clock_words) & WW_CLOCK_MORNING;
}

/* Hours up to five of which nobody means those before dawn: "three o'clock", "half past four",
 * "at 5.30", and "5:30" among hours of twelve.  Up to seven only in a programme: "Sun., Nov. 3,
 * 6", "Oak Creek at Northview, 7:15". */
static bool is_by_day(const ww_resolve *r, int hour) {
	ww_piece mark = { r->text + r->mark->start, r->mark->end - r->mark->start };
	if (is_of_morning(r))
		return false;
	ww_piece hh = ww_piece_of(r, "hh");
	/* "at 5.30", of a writer who would have the hours of a timetable as 05.30 */
	bool figure = hh.len == 1 && hh.text + 1 < r->text + r->len;
	bool dotted = figure && hh.text[1] == '.', colon = figure && hh.text[1] == ':';
	if (hour == MORNING - 1 && r->mark->end_of_range == 1 && hh.len == 1 && !colon)
		return true; /* "6-8.30" */
	enum { LATEST = 7 }; /* what begins a day's programme after it is in the morning */
	bool behind = hh.len == 1 && hh.text > mark.text && hh.text + 1 == mark.text + mark.len;
	if (behind && hour > 0 && hour <= LATEST && ww_piece_has(r, "mon"))
		return true; /* "Sun., Nov. 3, 6" */
	/* "Oak Creek at Northview, 7:15" */
	ww_piece before = { r->text, r->mark->start };
	if (hour == LATEST && (dotted || colon) && ww_piece_ends(before, ", ") && !is_of_24_hours(r) &&
	    ww_resolve_tense(r) == WW_TENSE_VERBLESS)
		return true;
	if (hour < 1 || hour > 5)
		return false;
	bool lone = hh.text && hh.text == mark.text && hh.len == mark.len; /* "doors 7" */
	return ww_piece_contains(mark, "clock") || ww_piece_of(r, "past").text || dotted || lone ||
	       (colon && !is_of_24_hours(r));
}

/* "9-5", "10.30-1": a range without "p.m." ends behind noon when its end is not above its
 * start, or when its start is. */
static bool is_later_end(const ww_resolve *r, int hour) {
	ww_piece hh = ww_piece_of(r, "hh");
	ww_piece whole = { r->text + r->mark->start - r->mark->back, r->mark->back + hh.len };
	int first = ww_piece_digits(whole);
	if (r->mark->end_of_range != 2 || first < 1 || first > 12 || whole.text[0] == '0')
		return false;
	return hour <= first || first < MORNING;
}

/* Whether the day stands in the mention itself. */
static bool names_day(const ww_resolve *r) {
	return ww_piece_has(r, "mon") || ww_piece_has(r, "m") || ww_piece_has(r, "wd") ||
	       ww_piece_has(r, "dayword") || ww_piece_has(r, "part");
}

/* "At 7 p.m. she was there, at 7.10 he": an hour of twelve is of the half of the day in
 * which it is nearest to a time after noon that was told right before. */
static bool follows_evening(const ww_resolve *r, int minutes) {
	enum { HOUR = 60, NOON = 12 * HOUR };
	const ww_clock *last = &r->chain->clock;
	const ww_mark *before = ww_mark_before(r);
	return before && before->kind == WW_TIME && last->known && r->chain->clock_here &&
	       last->minutes >= NOON &&
	       minutes >= HOUR && minutes < NOON && last->minutes - minutes > NOON / 2 &&
	       !names_day(r) && !is_of_24_hours(r) && !is_of_morning(r);
}

/* How far two times of day are apart, in minutes, whichever way round. */
static int apart(int a, int b) {
	enum { DAY = 24 * 60 };
	int off = abs(a - b);
	return off < DAY - off ? off : DAY - off;
}

/* "11:55 p.m." and then "10:30": the entries of a log in hours of twelve are of the half of the
 * day that is nearer to the entry before. */
static int hour_of_entry(const ww_resolve *r, int hour, int minute) {
	enum { HALF = 12 * 60 };
	const ww_clock *last = &r->chain->entry;
	bool figures = ww_piece_digits(ww_piece_of(r, "hh")) >= 0 && !ww_piece_of(r, "ampm").text;
	if (!last->known || !r->chain->entry_twelve || !figures || hour > 12 || !ww_begins_entry(r))
		return hour;
	int early = hour % 12 * 60 + minute;
	bool late = apart(early + HALF, last->minutes) < apart(early, last->minutes);
	return hour % 12 + (late ? 12 : 0);
}

/* The hour as it is written: "7", "seven", "noon".  A midnight is 24 where it ends its day. */
static int written_hour(const ww_resolve *r) {
	ww_piece hh = ww_piece_of(r, "hh");
	uint32_t is = ww_piece_classes(hh, &ww_clock_words);
	int h = ww_piece_digits(hh);
	if (is & WW_CLOCK_NOON)
		return 12;
	if (is & WW_CLOCK_MIDNIGHT)
		return begins_day(r) ? 0 : 24;
	return h < 0 ? (int)ww_piece_number(r->lexicon, hh) : h;
}

/* Whether an hour up to twelve is of the day's second half: as "p.m." or a part of the day says,
 * or where neither is there, what stands around. */
static bool is_late(const ww_resolve *r, ww_piece ampm, uint32_t part, int hour, int minute) {
	bool late = ww_piece_begins(ampm, "p") || part & (WW_CLOCK_AFTERNOON | WW_CLOCK_EVENING);
	if (!ampm.text && !ww_piece_has(r, "part"))
		return (is_after_noon(r) && !ww_piece_begins(ww_piece_of(r, "hh"), "0")) ||
		       is_by_day(r, hour) || is_later_end(r, hour) ||
		       follows_evening(r, hour * 60 + minute);
	if (r->mark->end_of_range != 1 || !ampm.text || ww_piece_own(r, "ampm").text)
		return late;
	/* "11 to 1 p.m.": the first is before noon. */
	int last = (int)ww_piece_number(r->lexicon, ww_piece_of(r, "last"));
	return last > 0 && hour % 12 > last % 12 ? !late : late;
}

/* The hour and minute of a mention; false when they are none. */
static bool hour_of(const ww_resolve *r, int *hour, int *minute) {
	enum { DAWN = 5 }; /* "3 at night" is before it, "9 at night" in the evening */
	uint32_t part = ww_piece_classes(ww_piece_of(r, "part"), &ww_clock_words);
	/* "9am to 5": what the first end says is not of the second. */
	ww_piece ampm = r->mark->end_of_range == 2 ? ww_piece_own(r, "ampm") : ww_piece_of(r, "ampm");
	ww_piece mm = r->mark->end_of_range ? ww_piece_own(r, "mm") : ww_piece_of(r, "mm");
	int h = written_hour(r);
	*minute = mm.text ? ww_piece_digits(mm) : 0;
	if (h > 24 || h < 0)
		return false;
	bool late = is_late(r, ampm, part, h, *minute);
	if ((late || (part & WW_CLOCK_NIGHT && h > DAWN)) && h < 12)
		h += 12;
	else if (!late && h == 12 && (ww_piece_begins(ampm, "a") || part & WW_CLOCK_MORNING))
		h = 0; /* "12 a.m." */
	move_past(r, &h, minute);
	*hour = hour_of_entry(r, h, *minute);
	return true;
}

/* The day is said first and the time appended, so that a time without a day is "T19:30" alone
 * and one of each Sunday "XXXX-WXX-7T21:00". "midnight" of today in a past is the one that began
 * it. */
void ww_resolve_clock_time(ww_resolve *r) {
	int hour, minute, second = ww_piece_digits(ww_piece_of(r, "ss"));
	if (!hour_of(r, &hour, &minute))
		return;
	if (r->mark->kind == WW_SET && ww_piece_has(r, "wd")) /* "Sundays at 9 p.m." */
		ww_print(r, "XXXX-WXX-%d", ww_piece_weekday(r->lexicon, ww_piece_of(r, "wd")) + 1);
	else
		ww_say_clock_day(r, hour * 60 + minute);
	if (hour == 24 && ww_now(r)->known && r->moment.known && !names_day(r) &&
	    ww_days_from_civil(r->moment.at) == ww_days_from_civil(ww_now(r)->at) &&
	    ww_resolve_tense(r) == WW_TENSE_PAST)
		hour = 0; /* today's end is still to come */
	char time[32];
	if (second >= 0)
		snprintf(time, sizeof time, "T%02d:%02d:%02d", hour, minute, second % 60);
	else
		snprintf(time, sizeof time, "T%02d:%02d", hour, minute);
	ww_append(r, time);
	ww_piece offset = ww_piece_of(r, "offset"); /* "14:30+0200", "14:30z" */
	const char *written = offset.len > 1 ? offset.text : "Z";
	snprintf(time, sizeof time, "%.*s", (int)offset.len, written);
	ww_append(r, time);
}
