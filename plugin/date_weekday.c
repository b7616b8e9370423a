/* Weekdays, and what is counted: "Friday", "the first Monday of June".
 *
 * A bare weekday is the commonest date of news and says the least: within a week of the
 * article's day, and the tense tells on which side.  All else here is for the places in
 * which no verb tells it: lists, labels, datelines, brackets. */
#include "ascii.h"
#include "date_resolve.h"
#include "date_words.h"

/* "yesterday (Thursday)": the day told right before, said again. */
static bool says_again(const ww_resolve *r, int wd, size_t start, size_t end) {
	const ww_moment *last = &r->chain->last;
	return start > 2 && r->text[start - 1] == '(' && end < r->len && r->text[end] == ')' &&
	       r->chain->last_here && last->known && last->unit <= WW_UNIT_NIGHT &&
	       ww_weekday(ww_days_from_civil(last->at)) == wd;
}

/* Whether the date told last is an item of a list of days to come. */
static bool is_in_list(const ww_resolve *r) {
	const ww_chain *c = r->chain;
	return c->listed.known && ww_days_from_civil(c->last.at) == ww_days_from_civil(c->listed.at);
}

/* Days at the beginnings of lines run forward: behind a Thursday, Friday is the next day, and a
 * Monday not that of the week before.  A date of another day in between ends the list. */
static int run_forward(const ww_resolve *r, int day) {
	ww_moment *listed = &r->chain->listed;
	int last = ww_days_from_civil(listed->at);
	if (is_in_list(r) && last - day <= 7)
		day += day < last ? 7 : 0;
	*listed = (ww_moment){ true, WW_UNIT_DAY, ww_civil_from_days(day) };
	return day;
}

/* "Kuala Lumpur, Saturday.": a line begins with a place, all of whose words have capitals, and
 * the day of the telegram. */
static bool is_dateline(const ww_resolve *r, size_t start, size_t end) {
	enum { PLACE = 40 }; /* the longest name of a place, in bytes */
	if (ww_piece_has(r, "hh"))
		return false;
	size_t from = start;
	while (from > 0 && r->text[from - 1] != '\n' && start - from <= PLACE)
		from--;
	bool place = start - from > 3 && start - from <= PLACE && ww_ascii_is_upper(r->text[from]) &&
	             r->text[start - 2] == ',';
	for (size_t i = from; place && i + 1 < start; i++)
		if (r->text[i] == ' ' && ww_ascii_is_lower(r->text[i + 1]))
			place = false; /* "The office said, Saturday." */
	return place && (end == r->len || ww_ascii_is_one_of(r->text[end], ".\n-\xE2"));
}

/* "It runs June 12-14", and then a heading "FRIDAY", or "on the Friday": of those days. */
static bool is_of_span(const ww_resolve *r, int wd, size_t start, size_t end, int *day) {
	const ww_chain *c = r->chain;
	ww_piece name = ww_piece_of(r, "wd");
	size_t at = name.text ? (size_t)(name.text - r->text) : start;
	bool alone = (start == 0 || r->text[start - 1] == '\n') &&
	             (end == r->len || r->text[end] == '\n');
	bool the = ww_piece_ends((ww_piece){ r->text, at }, "the ");
	int in = c->from + (wd - ww_weekday(c->from) + 7) % 7;
	if (!(alone || the) || in > c->to || c->from <= ww_days_from_civil(ww_now(r)->at))
		return false;
	*day = in;
	return true;
}

/* Where an item of a list begins: at a line's start or, before a colon, at a sentence's, "Mon:
 * eggs.  Tue: fish." */
static bool is_item(const ww_resolve *r, size_t start, size_t end) {
	bool label = end < r->len && r->text[end] == ':' && start > 1 && r->text[start - 1] == ' ' &&
	             ww_ascii_is_one_of(r->text[start - 2], ".;");
	return start == 0 || r->text[start - 1] == '\n' || label;
}

/* The day of a bare weekday.  Told on a Wednesday: "He said Monday" is two days ago, "They will
 * meet Monday" in five days, "Wednesday" today.  Where no verb tells the side, an item of a list
 * is ahead ("Fri: soup"), a dateline and a bracket that says a day again are not. */
static int bare_weekday(const ww_resolve *r, int wd, size_t start, size_t end) {
	int today = ww_days_from_civil(ww_counted_from(r)->at), back = (ww_weekday(today) - wd + 7) % 7;
	ww_tense when = ww_tense_of_weekday(r->text, r->len, start, end);
	if (says_again(r, wd, start, end))
		return ww_days_from_civil(r->chain->last.at);
	bool label = end < r->len && r->text[end] == ':' && is_item(r, start, end);
	bool listed = when == WW_TENSE_VERBLESS || (label && is_in_list(r));
	bool past = is_dateline(r, start, end);
	bool ahead = back != 0 && !past && (when == WW_TENSE_FUTURE || listed);
	int day = today - back + (ahead ? 7 : 0);
	if (ahead && is_of_span(r, wd, start, end, &day))
		return day;
	return listed && !past && is_item(r, start, end) ? run_forward(r, day) : day;
}

/* The first such weekday after a day. */
static int first_after(int day, int wd) {
	return day + (wd - ww_weekday(day) + 13) % 7 + 1;
}

/* "Call Monday through Friday": the working days of each week, unless it tells of what is over,
 * or of a week in which something "will" be. */
static bool is_working_week(const ww_resolve *r, int first, int last) {
	enum { MONDAY = 0, THURSDAY = 3 };
	return first == MONDAY && last >= THURSDAY && ww_resolve_tense(r) != WW_TENSE_PAST &&
	       !ww_will_be(r);
}

/* "Friday to Monday": the second follows the first. */
static void resolve_weekday_range(ww_resolve *r) {
	ww_piece first = ww_piece_of(r, "m1");
	int wd = ww_piece_weekday(r->lexicon, first);
	int last = ww_piece_weekday(r->lexicon, ww_piece_of(r, "m2"));
	size_t start = (size_t)(first.text - r->text);
	if (!ww_now(r)->known)
		return;
	if (is_working_week(r, wd, last)) {
		ww_print(r, "XXXX-WXX-%d", (r->mark->end_of_range == 2 ? last : wd) + 1);
		return;
	}
	int day = bare_weekday(r, wd, start, start + first.len);
	if (r->mark->end_of_range == 2)
		day = first_after(day, last);
	ww_say(r, WW_UNIT_DAY, ww_civil_from_days(day));
}

/* "Friday to noon Sunday": the end of a range is not before its beginning, nor a week too late.
 * Where the end is asked for before its beginning was told, there is nothing to go by. */
static int not_before_range(const ww_resolve *r, int day) {
	const ww_moment *from = &r->chain->last;
	if (r->early || !ww_ends_range(r) || !from->known || from->unit > WW_UNIT_NIGHT)
		return day;
	int began = ww_days_from_civil(from->at);
	int next = began + (ww_weekday(day) - ww_weekday(began) + 7) % 7;
	return day < began || day == next + 7 ? next : day;
}

/* The weekday that a word says, from the day `base`. On a Wednesday: "last Friday" is five days
 * ago, "next Friday" of next week, "the coming Friday" in two days, "that Friday" the one
 * nearest to the day told, "this Monday" to come unless in a past. */
static int related_weekday(const ww_resolve *r, ww_relation rel, int base, int wd) {
	int today = ww_weekday(base), back = (today - wd + 7) % 7;
	if (rel.step < 0) /* before today: the last, or the one before that */
		return base - (back ? back : 7) + 7 * (rel.step + 1);
	if (rel.step == 1 && !rel.near && !rel.story)
		return base - today + wd + 7; /* "next Friday": of next week */
	if (rel.step > 0)
		return base - back + 7 * rel.step;
	if (rel.story)
		/* "that Friday": of the days around the one told, at most two before it. */
		return base + (wd - today + 9) % 7 - 2;
	/* "this Friday": of this week, or what is still to come. */
	return base - today + wd + (wd < today && ww_resolve_tense(r) != WW_TENSE_PAST ? 7 : 0);
}

/* "two Fridays ago": the latest is the first of them.  "two weeks ago Friday" counts from it. */
static bool counts_days(const ww_resolve *r) {
	ww_piece wd = ww_piece_of(r, "wd");
	return wd.len > 0 && (wd.text[wd.len - 1] == 's' || wd.text[wd.len - 1] == 'S');
}

/* "two weeks ago Monday", "a week from Monday": in weeks from the latest one. */
static int weeks_away(const ww_resolve *r, ww_piece ago) {
	int n = (int)ww_piece_number(r->lexicon, ago);
	return ww_piece_has(r, "from") ? n + 1 : -n;
}

/* "Open Mon-Thu 8:30-4, Fri to 12:30": behind each week's days and hours, in one sentence. */
static bool is_among_hours(const ww_resolve *r) {
	enum { NEAR = 80 }; /* a line of a newspaper's column, in bytes */
	const ww_mark *m = r->mark;
	if (m->kind != WW_DATE || ww_resolve_tense(r) == WW_TENSE_PAST)
		return false;
	bool hours = false;
	while (m > r->block->marks && m[-1].kind != WW_SET && m[-1].kind != WW_DATE)
		hours |= (--m)->kind == WW_TIME;
	if (!hours || m == r->block->marks || m[-1].kind != WW_SET ||
	    m[-1].end + NEAR < r->mark->start)
		return false;
	for (size_t i = m[-1].end; i + 1 < r->mark->start; i++)
		if (r->text[i] == '\n' ||
		    (r->text[i] == '.' && r->text[i + 1] == ' ' && ww_ascii_is_upper(r->text[i + 2])))
			return false;
	return true;
}

/* Where the article is, with a blank behind it, that ends before `at`; `at` when there is none. */
static size_t article_before(const ww_resolve *r, size_t at) {
	if (at < 2 || r->text[at - 1] != ' ')
		return at;
	size_t from = at - (at > 2 && r->text[at - 2] == 'n' ? 3 : 2);
	bool a = r->text[from] == 'a' || r->text[from] == 'A';
	return a && (from == 0 || !ww_ascii_is_letter(r->text[from - 1])) ? from : at;
}

/* "on a Friday", "on an ordinary Friday": none that could be told.  But in "a Friday match" the
 * article is the match's, and "a wet Friday" is one day that was. Sets where the article begins. */
static bool is_any(const ww_resolve *r, size_t *article) {
	ww_piece wd = ww_piece_of(r, "wd");
	size_t at = r->mark->start;
	if (r->mark->kind != WW_DATE || wd.text != r->text + at)
		return false;
	ww_token t;
	if (ww_token_next(&t, r->text, r->mark->end, r->len) && t.type == WW_TOK_WORD &&
	    !(ww_word_list_find(&ww_day_words, t.hash) & WW_DAY_GOES_ON))
		return false;
	*article = article_before(r, at);
	if (*article < at)
		return true;
	for (at -= at > 0; at > 0 && r->text[at - 1] != ' ';)
		at--;
	*article = article_before(r, at);
	return *article < at && ww_token_next(&t, r->text, at, r->len) &&
	       ww_word_list_find(&ww_day_words, t.hash) & WW_DAY_ANY;
}

/* "on 16 June, a Saturday": the day told right before is described. */
static void say_any(ww_resolve *r, int wd, size_t article) {
	const ww_moment *last = &r->chain->last;
	if (article > 2 && r->text[article - 2] == ',' && r->chain->last_here && last->known &&
	    last->unit == WW_UNIT_DAY && ww_weekday(ww_days_from_civil(last->at)) == wd)
		ww_say(r, WW_UNIT_DAY, last->at);
	else
		ww_print(r, "XXXX-WXX-%d", wd + 1);
}

/* The words before and behind are read in the order of what they bind to: another weekday
 * ("Friday to Monday"), the week ("Friday of next week"), a count ("two weeks ago Friday"), a
 * relation ("last Friday"), then the weekday itself. */
void ww_resolve_weekday(ww_resolve *r) {
	if (ww_piece_weekday(r->lexicon, ww_piece_of(r, "m1")) >= 0) {
		resolve_weekday_range(r);
		return;
	}
	int wd = ww_piece_weekday(r->lexicon, ww_piece_of(r, "wd")), day;
	ww_piece ago = ww_piece_of(r, "ago"), ahead = ww_piece_of(r, "ahead");
	ww_relation rel = ww_relation_of(ww_piece_of(r, "rel")),
				week = ww_relation_of(ww_piece_of(r, "wrel"));
	const ww_moment *from = ww_related_to(r, week.told ? week : rel, WW_UNIT_DAY);
	if (!from->known)
		return;
	size_t article;
	if (rel.story && from->unit > WW_UNIT_WEEK) {
		ww_print(r, "XXXX-WXX-%d", wd + 1);
		return;
	}
	if (!rel.told && !week.told && !ago.text && !ahead.text && is_among_hours(r)) {
		ww_print(r, "XXXX-WXX-%d", wd + 1);
		return;
	}
	if (is_any(r, &article)) {
		say_any(r, wd, article);
		return;
	}
	int base = ww_days_from_civil(from->at), today = ww_weekday(base);
	int latest = base - (today - wd + 7) % 7;
	if (week.told)
		day = base - today + wd + 7 * week.step;
	else if (ahead.text)
		day = latest + (ww_piece_begins(ahead, "fortnight") ? 21 : 14);
	else if (ago.text)
		day = latest + (weeks_away(r, ago) + (counts_days(r) && latest != base)) * 7;
	else if (rel.told)
		day = related_weekday(r, rel, base, wd);
	else
		day = not_before_range(r, bare_weekday(r, wd, r->mark->start, r->mark->end));
	ww_say(r, WW_UNIT_DAY, ww_civil_from_days(day));
	ww_append(r, ww_part_of_day(ww_piece_of(r, "part")));
}

/* The first day of the month that "the first Monday of …" counts in: "of June", "of next month",
 * "of the month"; of a year alone, January. */
static bool month_to_count_in(const ww_resolve *r, ww_civil *out) {
	int year = ww_named_year(r), month = ww_piece_month(r->lexicon, ww_piece_of(r, "mon"));
	ww_piece of = ww_piece_of(r, "of");
	if (year < 0 || (!year && !ww_now(r)->known))
		return false;
	if (of.text) {
		ww_relation rel = ww_relation_of(of);
		rel.story |= !rel.told; /* "of the month" */
		ww_civil at = ww_related_to(r, rel, WW_UNIT_MONTH)->at;
		*out = ww_add_months((ww_civil){ at.year, at.month, 1 }, rel.step);
		return true;
	}
	if (!year)
		year = ww_nearest_year(r, month, 0);
	*out = (ww_civil){ year, month > 0 ? month : 1, 1 };
	return true;
}

/* Says the n-th week of a year, the last when n is -1.  By ISO 8601 January 4 always lies in the
 * first, December 28 in the last. */
static void say_nth_week(ww_resolve *r, int year, int n) {
	int first = ww_days_from_civil((ww_civil){ year, 1, 4 });
	int last = ww_days_from_civil((ww_civil){ year, 12, 28 });
	ww_say(r, WW_UNIT_WEEK, ww_civil_from_days(n < 0 ? last : first + 7 * (n - 1)));
}

/* "the first Monday of June", "the last week of 2016", "the 20th day of next month", "the final
 * day of the year".  What a month does not have, "the fifth Monday of June", has no value. */
void ww_resolve_nth(ww_resolve *r) {
	ww_piece which = ww_piece_of(r, "nth");
	int n = ww_piece_begins(which, "last") || ww_piece_begins(which, "final")
	            ? -1
	            : ww_piece_ordinal(r->lexicon, which);
	bool of_month = ww_piece_has(r, "mon") || ww_piece_has(r, "of");
	int unit = ww_piece_has(r, "unit") ? ww_piece_unit(r->lexicon, ww_piece_of(r, "unit"))
	                                   : WW_UNIT_DAY;
	ww_civil c;
	if (n == 0 || n > 31 || !month_to_count_in(r, &c))
		return;
	if (unit == WW_UNIT_MONTH) {
		ww_say(r, unit, (ww_civil){ c.year, n < 0 ? 12 : n, 1 });
		return;
	}
	if (unit == WW_UNIT_WEEK && !of_month) {
		say_nth_week(r, c.year, n);
		return;
	}
	if (!of_month && n < 0)
		c.month = 12;
	ww_civil at = { c.year, c.month, n };
	if (ww_piece_has(r, "wd") || unit != WW_UNIT_DAY) {
		/* A month's first week is the one with its first Thursday, as ISO's is of a year; a
		 * weekend goes by its Saturday. */
		enum { THURSDAY = 3, SATURDAY = 5 };
		int wd = ww_piece_has(r, "wd")  ? ww_piece_weekday(r->lexicon, ww_piece_of(r, "wd"))
		         : unit == WW_UNIT_WEEK ? THURSDAY
		                                : SATURDAY;
		at = ww_civil_from_days(ww_nth_weekday(c.year, c.month, wd, n));
	} else if (n < 0) {
		at = ww_plus_days(ww_add_months((ww_civil){ c.year, c.month, 1 }, 1), -1);
	}
	if (ww_civil_valid(at) && at.month == c.month)
		ww_say(r, unit, at);
}
