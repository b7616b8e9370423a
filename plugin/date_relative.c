/* What relates to another date: "last week", "two days later", "tomorrow".
 *
 * date_relation.c says where to start and which way to go; here is how far, and of what
 * size the answer is.  "A week ago" is a day, "last week" is a week.  Without a start
 * known well enough the value has X where a figure would be a guess. */
#include "ascii.h"
#include "date_resolve.h"

#include <stdio.h>
#include <string.h>

/* "The flu peaked by the end of the year", told up to June: of the year before.  Not so what lasts
 * "until the end of the year", nor "this year". */
static bool is_over(const ww_resolve *r, ww_relation rel, ww_civil now) {
	ww_piece mark = { r->text + r->mark->start, r->mark->end - r->mark->start };
	ww_piece before = { r->text, r->mark->start };
	enum { JUNE = 6 };
	return !rel.step && !rel.story && !rel.is_this && now.month <= JUNE &&
	       !ww_piece_ends(before, "until ") &&
	       ww_piece_contains(mark, "end") && ww_resolve_tense(r) == WW_TENSE_PAST;
}

/* "this season", told in winter: of two years, as those of football in Europe, ice hockey and
 * skiing are.  In other months, or as the next one, it may be of either kind. */
static bool is_winter_season(const ww_resolve *r, ww_relation rel, ww_civil at) {
	return rel.step <= 0 && (at.month >= 11 || at.month <= 2) &&
	       ww_piece_begins(ww_piece_of(r, "unit"), "season");
}

/* "next school year": from one summer to the next, and so of two years of the calendar. */
static void say_split_year(ww_resolve *r, ww_civil at) {
	enum { JULY = 7 };
	int year = at.year - (at.month < JULY);
	ww_print(r, "%04d/%04d", year, year + 1);
	r->moment = (ww_moment){ true, WW_UNIT_YEAR, { year, JULY, 1 } };
}

/* Which weekend is meant, as a step from that of this week.  "over the weekend" is the one just
 * past, but the one at hand once it has begun (on a Friday unless told in a past) and where what
 * happens lies ahead.  "this weekend", told up to Thursday of what was, is the last one. */
static int weekend_step(const ww_resolve *r, ww_relation rel, ww_civil now) {
	enum { FRIDAY = 4 };
	int today = ww_weekday(ww_days_from_civil(now));
	ww_tense told = ww_resolve_tense(r);
	if (!rel.told && !rel.the) {
		bool begun = today > FRIDAY || (today == FRIDAY && told != WW_TENSE_PAST);
		return told == WW_TENSE_FUTURE || begun ? 0 : -1;
	}
	if (rel.is_this && !rel.step)
		return today < FRIDAY && told == WW_TENSE_PAST ? -1 : 0;
	return rel.step;
}

/* "the end of the year" where its last day is meant, "at year-end". */
static void say_close(ww_resolve *r, int year) {
	enum { DECEMBER = 12 };
	ww_say(r, WW_UNIT_DAY, (ww_civil){ year, DECEMBER, ww_month_days(year, DECEMBER) });
}

/* "last week", "that day", "early this year", "the end of the month".  A day that goes on from
 * something longer, "that day" behind "in 2019", is one of which no more is known. */
void ww_resolve_relative(ww_resolve *r) {
	int unit = ww_piece_unit(r->lexicon, ww_piece_of(r, "unit"));
	ww_relation rel = ww_relation_of(ww_piece_of(r, "rel"));
	if (unit == WW_UNIT_NIGHT || unit == WW_UNIT_HOUR || unit == WW_UNIT_MINUTE)
		unit = WW_UNIT_DAY;
	const ww_moment *from = ww_related_to(r, rel, unit);
	if (!from->known)
		return;
	if (unit == WW_UNIT_WEEKEND)
		rel.step = weekend_step(r, rel, from->at);
	else if (unit == WW_UNIT_YEAR && is_over(r, rel, from->at))
		rel.step--;
	ww_civil at = ww_shift(from->at, unit, rel.step);
	bool turn = ww_piece_contains(ww_piece_of(r, "edge"), "turn");
	if (unit == WW_UNIT_DAY && rel.story && from->unit > WW_UNIT_NIGHT)
		ww_print(r, "XXXX-XX-XX");
	else if (unit == WW_UNIT_CENTURY && turn) /* "the turn of the century": a year */
		ww_say(r, WW_UNIT_YEAR, (ww_civil){ from->at.year / 100 * 100, 1, 1 });
	else if (unit == WW_UNIT_YEAR && ww_piece_has(r, "close"))
		say_close(r, at.year);
	else if (unit == WW_UNIT_YEAR &&
	         (ww_piece_has(r, "split") || is_winter_season(r, rel, from->at)))
		say_split_year(r, at);
	else
		ww_say(r, unit >= WW_UNIT_MONTH && ww_piece_has(r, "same") ? WW_UNIT_MONTH : unit, at);
}

/* Says what lies n units off. "three months ago" is a month, "two years later" a year, but "two
 * weeks ago" a day, as a day that is so far away is known.  "half a year ago" is counted in
 * months. */
static void say_away(ww_resolve *r, const ww_moment *from, int unit, double n, ww_relation dir) {
	/* More of any unit is before or behind the years that a value can have, or is a count of days
	 * that nobody would write; and so many millennia in months are still an int. */
	enum { FARTHEST = 100000 };
	if (n > FARTHEST)
		return;
	ww_civil at = n != (int)n && unit == WW_UNIT_YEAR
	                  ? ww_shift(from->at, WW_UNIT_MONTH, (int)(n * 12) * dir.step)
	                  : ww_shift(from->at, unit, (int)n * dir.step);
	/* Weeks counted from a day lead to a day; "the week before" is none of them. */
	bool weeks = unit == WW_UNIT_WEEK && ww_piece_of(r, "n").len > 0;
	if (unit == WW_UNIT_NIGHT || (weeks && from->unit <= WW_UNIT_NIGHT))
		unit = WW_UNIT_DAY;
	if (unit == WW_UNIT_FORTNIGHT)
		unit = WW_UNIT_WEEK;
	/* "a decade ago" is a year, "about a decade ago" those around it. */
	if (unit == WW_UNIT_DECADE && ww_piece_of(r, "n").text == r->text + r->mark->start)
		unit = WW_UNIT_YEAR;
	ww_say(r, unit, at);
	ww_append(r, ww_part_of_day(ww_piece_of(r, "part")));
}

/* "at noon … twenty minutes later": from the clock time that the block told last, over midnight
 * if need be.  Within a day: "thirty hours later" is said of days. */
static bool say_from_clock(ww_resolve *r, int unit, double n, ww_relation dir) {
	enum { HOUR = 60, DAY = 24 * HOUR };
	ww_clock *clock = &r->chain->clock;
	bool told = clock->known && clock->day.known && r->chain->clock_here;
	if (!dir.story || !told || n < 0 || n > DAY)
		return false;
	double size = unit == WW_UNIT_HOUR ? HOUR : unit == WW_UNIT_SECOND ? 1.0 / 60 : 1;
	int at = clock->minutes + dir.step * (int)(n * size);
	int days = at < 0 ? -((DAY - 1 - at) / DAY) : at / DAY;
	at -= days * DAY;
	ww_civil day = ww_plus_days(clock->day.at, days);
	ww_say(r, WW_UNIT_DAY, day);
	char time[16];
	snprintf(time, sizeof time, "T%02d:%02d", at / HOUR % 24, at % HOUR);
	ww_append(r, time);
	*clock = (ww_clock){ true, at, r->moment };
	return true;
}

/* "five years ago", "two days later", "the night before".  Without a count there is no more to
 * say than which way it lies: "years ago" is PAST_REF. "Hours later" goes on from a clock time,
 * or is of the same day; days from a month are some day that is not known, "XXXX-XX-XX". */
void ww_resolve_ago(ww_resolve *r) {
	ww_piece count = ww_piece_of(r, "n"), word = ww_piece_of(r, "dir");
	ww_relation dir = ww_direction_of(word);
	int unit = ww_piece_unit(r->lexicon, ww_piece_of(r, "unit"));
	double n = count.text && count.len ? ww_piece_number(r->lexicon, count) : -1;
	if (ww_piece_has(r, "part") && !ww_piece_has(r, "unit"))
		unit = WW_UNIT_DAY;
	/* "the night before", "the week after": one. */
	if (!count.len && (ww_piece_begins(word, "before") || ww_piece_begins(word, "after")))
		n = 1;
	if (n < 0) {
		ww_print(r, dir.step < 0 ? "PAST_REF" : "FUTURE_REF");
		return;
	}
	const ww_moment *from = ww_related_to(r, dir, unit);
	if (!from->known)
		return;
	if (unit < WW_UNIT_DAY) {
		if (!say_from_clock(r, unit, n, dir) && from->unit <= WW_UNIT_DAY)
			ww_say(r, WW_UNIT_DAY, from->at);
	} else if (dir.story && from->unit > unit && from->unit >= WW_UNIT_MONTH) {
		ww_print(r, unit >= WW_UNIT_MONTH  ? "XXXX-XX"
		            : unit >= WW_UNIT_WEEK ? "XXXX-WXX"
		                                   : "XXXX-XX-XX");
	} else {
		say_away(r, from, unit, n, dir);
	}
}

/* "At June 30 it was $6 million, down from $29 million a year earlier": whether a day of the
 * calendar is told in the same sentence. */
static bool compares_with_day(const ww_resolve *r) {
	const ww_mark *m = ww_mark_before(r);
	if (!m || m->kind != WW_DATE || r->chain->last.unit != WW_UNIT_DAY || !r->chain->last_here)
		return false;
	ww_piece before = { r->text, m->start };
	bool day = false, of = ww_piece_ends(before, " at ") || ww_piece_ends(before, " on ");
	for (size_t i = m->start; of && i < m->end; i++)
		day |= ww_ascii_is_digit(r->text[i]);
	for (size_t i = m->end; day && i + 1 < r->mark->start; i++)
		day = !(strchr(".?!\n", r->text[i]) && ww_ascii_is_blank(r->text[i + 1]));
	return day;
}

/* "a year earlier" is of the size of what it is compared with: of a quarter the same quarter, of
 * "In February" the month, of "At June 30" the day; else the year. */
void ww_resolve_year_ago(ww_resolve *r) {
	const ww_chain *c = r->chain;
	if (c->quarter.known && !c->narrative) {
		ww_say(r, c->quarter.unit, ww_shift(c->quarter.at, WW_UNIT_YEAR, -1));
		return;
	}
	const ww_moment *from = ww_related_to(r, ww_direction_of(ww_piece_of(r, "dir")), WW_UNIT_YEAR);
	if (from->unit > WW_UNIT_YEAR)
		from = ww_now(r); /* "a year before" does not go on from "the 1990s" */
	if (!from->known)
		return;
	if (compares_with_day(r)) {
		ww_say(r, WW_UNIT_DAY, ww_shift(r->chain->last.at, WW_UNIT_YEAR, -1));
		return;
	}
	/* "in February from a year earlier": of the month told last, if this block told one. */
	bool month = c->last_here && c->last.unit == WW_UNIT_MONTH && from == &c->last && !c->narrative;
	ww_say(r, month ? WW_UNIT_MONTH : WW_UNIT_YEAR, ww_shift(from->at, WW_UNIT_YEAR, -1));
}

/* The morning of a story, "the morning", "the next night", goes on from the day told last; all
 * others are of now. */
bool ww_day_word(const ww_resolve *r, ww_civil *out) {
	ww_piece word = ww_piece_of(r, "dayword");
	ww_relation rel = ww_relation_of(ww_piece_of(r, "dayrel"));
	rel.story |= rel.the; /* "the morning", "the next night" */
	const ww_moment *from = ww_related_to(r, rel, WW_UNIT_DAY);
	if (!from->known || (rel.story && from->unit > WW_UNIT_NIGHT))
		return false;
	int n = ww_piece_begins(word, "yesterday")    ? -1
	        : ww_piece_begins(word, "tomorrow")   ? 1
	        : ww_piece_begins(word, "day before") ? -2
	        : ww_piece_begins(word, "day after")  ? 2
	                                              : rel.step;
	*out = ww_plus_days(from->at, n);
	return true;
}

/* "from dusk until dawn": the morning behind a night, and so of the next day. */
static bool ends_night(const ww_resolve *r) {
	const char *part = ww_part_of_day(ww_piece_of(r, "part"));
	return strcmp(part, "TMO") == 0 && ww_ends_range(r) && r->chain->night;
}

/* "They come at night": of any, and of no day. */
static bool is_any_night(const ww_resolve *r, ww_piece part) {
	return part.len == strlen("night") && !ww_piece_of(r, "dayrel").len &&
	       !ww_piece_of(r, "dayword").len;
}

/* What lasts "overnight" is told in the morning and began the day before; said of what comes, it
 * begins today.  A part of the day without a day, "at night", has its letters alone. */
void ww_resolve_day(ww_resolve *r) {
	ww_civil at;
	ww_piece p = ww_piece_of(r, "part");
	if (ww_piece_begins(p, "overnight") && ww_now(r)->known)
		ww_say(r, WW_UNIT_DAY,
		       ww_plus_days(ww_now(r)->at, ww_resolve_tense(r) == WW_TENSE_FUTURE ? 0 : -1));
	else if (!is_any_night(r, p) && ww_day_word(r, &at))
		ww_say(r, WW_UNIT_DAY, ww_plus_days(at, ends_night(r)));
	ww_append(r, ww_part_of_day(p));
}

/* "the week of May 3", "the week of Monday": the day is worked out as if it stood alone, and its
 * week is said instead. */
void ww_resolve_week_of(ww_resolve *r) {
	if (ww_piece_has(r, "mon"))
		ww_resolve_calendar(r);
	else if (ww_piece_has(r, "wd"))
		ww_resolve_weekday(r);
	else
		ww_resolve_day(r);
	if (!r->moment.known)
		return;
	ww_civil at = r->moment.at;
	*r->value = '\0';
	ww_say(r, WW_UNIT_WEEK, at);
}
