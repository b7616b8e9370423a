/* The day of a clock time: named with it, or beside it, or before it, or none at all.
 *
 * A third of the clock times in news name no day.  In prose they are of the day that the
 * story tells; under a heading or in a log of its day; what happens again and again has
 * none.  Both ends of a range, and two zones of one moment, are of the day that follows
 * the second. */
#include "ascii.h"
#include "date_resolve.h"

#include <string.h>

/* Says the day that the parts of a clock time, or of a date beside it, name: "7 p.m. on July
 * 13", "Friday at 7", "tomorrow at noon", "3 this morning", "last night at 9"; false when they
 * name none. */
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

/* How far a day may stand from the time that it is of, in bytes and in marks.  What is CLOSE has
 * no more than a stroke or a dash between, and so no verb: both are of one tense. */
enum { NEAR = 60, MOST_BETWEEN = 3, CLOSE = 4 };

/* Whether nothing but a bracket, a comma or "on" stands between a time and a date: "8 p.m. (6
 * July)". */
static bool is_direct(ww_piece between) {
	while (between.len > 0 && ww_ascii_is_one_of(*between.text, "),] ")) {
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

/* Finds the day that is named with a later time of the sentence, or right after it: "from 6 p.m.
 * to 7 p.m. on Friday", "8 p.m. EST / 5 p.m. PST on Friday".  The later mention is resolved on a
 * copy of the chain, as its own turn is still to come. */
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
		ww_tense tense = WW_TENSE_NONE;
		other.tense = &tense;
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

/* Whether a sentence of prose ends between the day told last and a time: not so behind a
 * label, "Monday. The bank, at 2 p.m.", or in a list, whose lines are of one day. */
static bool is_other_sentence(const ww_resolve *r) {
	static const char *const ends[] = { ". ", "? ", "! ", "; ", ".\" ", ".\xE2\x80\x9D " };
	const ww_mark *day = ww_mark_before(r);
	while (day && day > r->block->marks && day->kind != WW_DATE)
		day--;
	if (!day || day->kind != WW_DATE || day->start == 0 || r->text[day->start - 1] == '\n')
		return false;
	ww_piece between = { r->text + day->end, r->mark->start - day->end };
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (ww_piece_contains(between, ends[i]))
			return !memchr(between.text, '\n', between.len);
	return false;
}

/* How many days before or after the article what a whole story is about can lie: news tells of
 * yesterday or the day before, and announces what comes within the week. */
enum { STORY = 2, AHEAD = 6 };

/* Whether a time that names no day is of a day told before: in its own block, or earlier
 * in a story of that day.  Told in a sentence of its own, its tense must be of that day. */
static bool is_of_day(const ww_resolve *r, const ww_moment *day, bool here) {
	if (!day->known || day->unit > WW_UNIT_NIGHT)
		return false;
	if (r->chain->narrative || !ww_now(r)->known)
		return here || r->chain->narrative;
	int ahead = ww_days_from_civil(day->at) - ww_days_from_civil(ww_now(r)->at);
	if (here && (!ahead || !is_other_sentence(r)))
		return true;
	ww_tense when = ww_resolve_tense(r);
	if (here)
		return when != (ahead > 0 ? WW_TENSE_PAST : WW_TENSE_FUTURE);
	return (ahead < 0 && ahead >= -STORY && when == WW_TENSE_PAST) ||
	       (ahead > 0 && ahead <= AHEAD && when == WW_TENSE_FUTURE);
}

/* The first letter or figure from `p` on. */
static const char *first_sign(const char *p, const char *end) {
	while (p < end && (*p < '0' || (*p > '9' && *p < 'A')))
		p++;
	return p;
}

/* A mention begins an entry when nothing but signs stands before it in its line.  Of lines with
 * no empty one between, the first must begin with a figure too: else it is a list in a
 * paragraph. */
bool ww_begins_entry(const ww_resolve *r) {
	const char *end = r->text + r->mark->start, *line = end;
	while (line > r->text && line[-1] != '\n')
		line--;
	return first_sign(line, end) == end &&
	       (line == r->text || ww_ascii_is_digit(*first_sign(r->text, end)));
}

/* The day of a log's entry: that of its heading, or the article's less the nights that its
 * entries run over; and what the entries before have moved on. */
static ww_civil day_of_entry(const ww_resolve *r, int minutes) {
	ww_chain *c = r->chain;
	ww_civil at = c->entry.known ? c->entry.day.at
	              : c->log.known ? c->log.at
	                             : ww_plus_days(ww_now(r)->at, -c->nights);
	at = ww_plus_days(at, ww_chain_add_entry(c, minutes));
	c->entry_twelve |= ww_piece_has(r, "ampm");
	c->entry.day = (ww_moment){ true, WW_UNIT_DAY, at };
	return at;
}

/* "Hatton v Melby (3pm)": a short line that is not a sentence is an item of a list, whose day
 * the last heading told. */
static bool is_item(const ww_resolve *r) {
	enum { LONGEST = 90 }; /* bytes; prose comes in longer lines, or is one line */
	size_t from = r->mark->start, to = r->mark->end;
	while (from > 0 && r->text[from - 1] != '\n' && to - from < LONGEST)
		from--;
	while (to < r->len && r->text[to] != '\n' && to - from < LONGEST)
		to++;
	return to - from < LONGEST && r->text[to - 1] != '.';
}

/* "They sang until 1 a.m.", "It ended at ten past midnight", and what is told in a night: of
 * a day that is told, but behind its evening. */
static bool is_past_midnight(const ww_resolve *r, int minutes) {
	enum { DAWN = 5 * 60, FEW = 5 }; /* "one minute past midnight" is how a day begins */
	ww_piece before = { r->text, r->mark->start };
	bool until = ww_piece_ends(before, "until ") || ww_piece_ends(before, "till ");
	bool past = ww_piece_has(r, "past") && ww_piece_contains(ww_piece_of(r, "hh"), "midnight");
	bool night = until || (r->chain->night && r->chain->day_here);
	return (past && minutes >= FEW && minutes < 60) || (night && minutes > 0 && minutes < DAWN);
}

/* The day that was told last.  A month or year told by the way does not take its place. */
static const ww_moment *day_before(const ww_resolve *r, bool *here) {
	const ww_chain *c = r->chain;
	bool by_the_way = !c->narrative && ww_now(r)->known && c->last.unit > WW_UNIT_NIGHT;
	*here = by_the_way ? c->day_here : c->last_here;
	return by_the_way ? &c->day : &c->last;
}

/* Whether the day told last stands in another line: it is that line's, and this one's is the
 * one that the lines stand under. */
static bool is_other_line(const ww_resolve *r) {
	size_t end = r->chain->day_end, start = r->mark->start;
	return r->chain->label.known && end < start && memchr(r->text + end, '\n', start - end);
}

/* The day of a time beside which none is named; false for none.  What is nearest is asked first:
 * the entry that it begins, the heading of a list, the day that its line began with, the day
 * told before, what the story leads to, and last the article's own day. */
static bool day_told(const ww_resolve *r, int minutes, ww_civil *out) {
	const ww_chain *c = r->chain;
	const ww_moment *now = ww_now(r);
	bool here, story = now->known && !c->narrative;
	const ww_moment *day = day_before(r, &here);
	if (story && ww_begins_entry(r))
		*out = day_of_entry(r, minutes);
	else if (story && !here && !c->day_here && c->log.known && is_item(r))
		*out = c->log.at;
	else if (story && here && is_other_line(r))
		*out = c->label.at;
	else if (is_of_day(r, day, here))
		*out = ww_plus_days(day->at, is_past_midnight(r, minutes));
	else if (story && c->event && ww_resolve_tense(r) == WW_TENSE_FUTURE)
		*out = ww_civil_from_days(c->event);
	else if (now->known)
		*out = now->at;
	else
		return false;
	return true;
}

/* Whether a time says itself of which half of the day it is. */
static bool names_half(const ww_resolve *r) {
	return ww_piece_has(r, "ampm") || ww_piece_has(r, "part");
}

/* A day that is named wins; an end of a range is of the day of its beginning; what happens again
 * and again has none; then what stands ahead and what was told is asked.  The clock remembers the
 * answer for "twenty minutes later". */
void ww_say_clock_day(ww_resolve *r, int minutes) {
	ww_clock *before = &r->chain->clock;
	ww_civil at;
	bool range = ww_ends_range(r) && r->mark[-1].kind == WW_TIME && before->known;
	bool named = say_named_day(r);
	bool habit = !named && !ww_begins_entry(r) && (range ? !before->day.known : ww_is_habit(r));
	named |= !named && !habit && !range && say_day_ahead(r);
	if (!named && !habit && range && before->day.known)
		/* An end before its beginning is of the next day; "12:30 p.m. to 6:45" is none. */
		ww_say(r, WW_UNIT_DAY,
		       ww_plus_days(before->day.at, minutes <= before->minutes && names_half(r)));
	else if (!named && !habit && day_told(r, minutes, &at))
		ww_say(r, WW_UNIT_DAY, at);
	if (!*r->value && !habit)
		ww_print(r, "XXXX-XX-XX");
	*before = (ww_clock){ true, minutes, r->moment };
	r->chain->clock_here = true;
}
