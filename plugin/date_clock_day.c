/* The day of a clock time: named with it, or beside it, or before it, or none at all.
 *
 * A third of the clock times in news name no day.  In prose they are of the day that the
 * story tells; under a heading or in a log of its day; what happens again and again has
 * none.  Both ends of a range, and two zones of one moment, are of the day that follows
 * the second. */
#include "date_resolve.h"

#include <string.h>

/* Says the day that the parts of a clock time, or of a date beside it, name; false when
 * they name none. */
static bool say_named_day(ww_resolve *r) {
	ww_piece part = ww_piece_of(r, "part");
	ww_civil at;
	if (ww_piece_has(r, "mon") || ww_piece_has(r, "m"))
		ww_resolve_calendar(r);
	else if (ww_piece_has(r, "wd"))
		ww_resolve_weekday(r);
	else if (ww_piece_has(r, "dayword") || ww_piece_has(r, "dayrel"))
		return ww_day_word(r, &at) ? (ww_say(r, WW_UNIT_DAY, at), true) : true;
	else if (ww_now(r)->known &&
	         (ww_piece_begins(part, "tonight") || ww_piece_begins(part, "this") ||
	          ww_piece_begins(part, "last")))
		ww_say(r, WW_UNIT_DAY,
		       ww_plus_days(ww_now(r)->at, ww_piece_begins(part, "last") ? -1 : 0));
	else
		return false;
	if (strlen(r->value) > 10)
		r->value[10] = '\0'; /* without the part of the day: the time says it */
	return true;
}

/* How far a day may stand from the time that it is of, in bytes and marks; nothing but a
 * stroke or a dash is so close that no verb can be between. */
enum { NEAR = 60, MOST_BETWEEN = 3, CLOSE = 4 };

/* Whether nothing but a bracket, a comma or "on" stands between a time and a date. */
static bool is_direct(ww_piece between) {
	while (between.len > 0 && strchr("),] ", *between.text)) {
		between.text++;
		between.len--;
	}
	return between.len == 0 || (between.len == 3 && ww_piece_begins(between, "on "));
}

/* Whether a sentence or a line ends in it. */
static bool is_broken(ww_piece between) {
	return between.len > NEAR || memchr(between.text, '\n', between.len) ||
	       ww_piece_contains(between, ". ") || ww_piece_contains(between, "; ");
}

/* Finds the day that is named with a later time of the sentence, or right after it: "from
 * 6 p.m. to 7 p.m. on Friday", "8 p.m. EST / 5 p.m. PST on Friday". */
static bool say_day_ahead(ww_resolve *r) {
	const ww_date_block *b = r->block;
	const ww_mark *end = b->marks + b->n_marks;
	if (r->mark < b->marks || r->mark >= end)
		return false;
	for (const ww_mark *m = r->mark + 1; m < end && m <= r->mark + MOST_BETWEEN; m++) {
		ww_piece between = { r->text + m[-1].end, m->start - m[-1].end };
		bool time = m->kind == WW_TIME;
		if (m->form >= WW_FORM_RULE || is_broken(between) ||
		    (!time && (m->kind != WW_DATE || !is_direct(between))))
			return false;
		ww_parts parts;
		ww_chain chain = *r->chain;
		if (ww_parts_read(r->matcher, r->text, r->len, m, &parts))
			return false;
		ww_resolve other = *r;
		other.parts = &parts;
		other.mark = m;
		other.chain = &chain;
		other.early = true;
		if (say_named_day(&other)) {
			bool close = !time || m->start - r->mark->end <= CLOSE;
			bool of_both = other.moment.known && other.moment.unit <= WW_UNIT_NIGHT &&
			               (close || ww_resolve_tense(&other) == ww_resolve_tense(r));
			if (of_both)
				r->moment = other.moment;
			else
				*r->value = '\0';
			return of_both;
		}
		if (!time)
			return false;
	}
	return false;
}

/* How many days before or after the article what a whole story is about can lie. */
enum { STORY = 2, AHEAD = 6 };

/* Whether a time that names no day is of the day told last: in its own block, or earlier
 * in a story of that day. */
static bool is_of_last_day(const ww_resolve *r, const ww_moment *last) {
	if (!last->known || last->unit > WW_UNIT_NIGHT)
		return false;
	if (r->chain->narrative || !ww_now(r)->known)
		return r->chain->last_here || r->chain->narrative;
	if (r->chain->last_here)
		return true;
	int ahead = ww_days_from_civil(last->at) - ww_days_from_civil(ww_now(r)->at);
	ww_tense when = ww_resolve_tense(r);
	return (ahead < 0 && ahead >= -STORY && when == WW_TENSE_PAST) ||
	       (ahead > 0 && ahead <= AHEAD && when == WW_TENSE_FUTURE);
}

/* Whether a mention begins its block, as the time of a log's or a live report's entry does. */
static bool begins_entry(const ww_resolve *r) {
	const char *p = r->text, *end = r->text + r->mark->start;
	while (p < end && (*p < '0' || (*p > '9' && *p < 'A')))
		p++;
	return p == end;
}

/* "They sang until 1 a.m.", "It ended at ten past midnight": of a day that is told, but
 * behind its evening. */
static bool is_past_midnight(const ww_resolve *r, int minutes) {
	enum { DAWN = 5 * 60, FEW = 5 }; /* "one minute past midnight" is how a day begins */
	size_t start = r->mark->start, n = strlen("until ");
	ww_piece before = { r->text + start - n, n }, word = { r->text + start - n + 1, n - 1 };
	bool until = start >= n && (ww_piece_begins(before, "until ") || ww_piece_begins(word, "till "));
	bool past = ww_piece_has(r, "past") && ww_piece_contains(ww_piece_of(r, "hh"), "midnight");
	return (past && minutes >= FEW && minutes < 60) || (until && minutes > 0 && minutes < DAWN);
}

/* The day of a time beside which none is named; false for none. */
static bool day_told(const ww_resolve *r, int minutes, ww_civil *out) {
	const ww_moment *now = ww_now(r), *log = &r->chain->log;
	if (begins_entry(r) && now->known && !r->chain->narrative)
		*out = log->known ? log->at : now->at;
	else if (is_of_last_day(r, &r->chain->last))
		*out = ww_plus_days(r->chain->last.at, is_past_midnight(r, minutes));
	else if (now->known)
		*out = now->at;
	else
		return false;
	return true;
}

void ww_say_clock_day(ww_resolve *r, int minutes) {
	ww_clock *before = &r->chain->clock;
	ww_civil at;
	bool range = ww_ends_range(r) && r->mark[-1].kind == WW_TIME && before->known;
	bool named = say_named_day(r);
	bool habit = !named && (range ? !before->day.known : ww_is_habit(r));
	named |= !named && !habit && !range && say_day_ahead(r);
	if (!named && !habit && range && before->day.known)
		/* An end before its beginning is of the next day; "12:30 p.m. to 6:45" is none. */
		ww_say(r, WW_UNIT_DAY,
		       ww_plus_days(before->day.at,
		                    minutes <= before->minutes && ww_piece_has(r, "ampm")));
	else if (!named && !habit && day_told(r, minutes, &at))
		ww_say(r, WW_UNIT_DAY, at);
	if (!*r->value && !habit)
		ww_print(r, "XXXX-XX-XX");
	*before = (ww_clock){ true, minutes, r->moment };
}
