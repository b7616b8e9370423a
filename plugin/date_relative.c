/* What relates to another date: "last week", "two days later", "the third quarter". */
#include "date_resolve.h"

/* "last week", "that day", "early this year", "the end of the month". */
void ww_resolve_relative(ww_resolve *r) {
	int unit = ww_piece_unit(r->lexicon, ww_piece_of(r, "unit"));
	ww_piece rel = ww_piece_of(r, "rel");
	bool anchored = ww_piece_contains(rel, "that") || ww_piece_contains(rel, "same") ||
	                ww_piece_contains(rel, "following") || ww_piece_contains(rel, "previous") ||
	                ww_piece_contains(rel, "preceding") || ww_piece_contains(rel, "prior") ||
	                (ww_piece_contains(rel, "the next"));
	const ww_moment *from = anchored ? ww_anchor(r) : ww_now(r);
	if (!from->known)
		return;
	if (unit == WW_UNIT_NIGHT || unit == WW_UNIT_HOUR || unit == WW_UNIT_MINUTE)
		unit = WW_UNIT_DAY;
	int n = ww_piece_begins(rel, "before")  ? -2
	        : ww_piece_begins(rel, "after") ? 2
	        : ww_piece_contains(rel, "last") || ww_piece_contains(rel, "previous") ||
	                ww_piece_contains(rel, "preceding") || ww_piece_contains(rel, "prior") ||
	                ww_piece_contains(rel, "past")
	            ? -1
	        : ww_piece_contains(rel, "next") || ww_piece_contains(rel, "following") ||
	                ww_piece_contains(rel, "coming")
	            ? 1
	            : 0;
	if (unit == WW_UNIT_WEEKEND && !rel.len) {
		/* "over the weekend": the one just past; ahead of one, the coming. */
		int today = ww_weekday(ww_days_from_civil(from->at));
		n = ww_resolve_tense(r) == WW_TENSE_FUTURE || today >= 5 ? 0 : -1;
	}
	if (from->unit > unit && from->unit != WW_UNIT_NIGHT && anchored && unit == WW_UNIT_DAY) {
		ww_print(r, "XXXX-XX-XX");
		return;
	}
	if (unit == WW_UNIT_YEAR && ww_piece_has(r, "close")) {
		ww_say(r, WW_UNIT_DAY, (ww_civil){ from->at.year, 12, 31 });
		return;
	}
	if (unit == WW_UNIT_DAY && n == 0 && ww_piece_contains(rel, "this"))
		from = ww_now(r);
	ww_say(r, unit, ww_shift(from->at, unit, n));
}

void ww_resolve_ago(ww_resolve *r) {
	ww_piece dir = ww_piece_of(r, "dir"), count = ww_piece_of(r, "n");
	int unit = ww_piece_unit(r->lexicon, ww_piece_of(r, "unit"));
	double n = count.text && count.len ? ww_piece_number(r->lexicon, count) : -1;
	bool back = ww_piece_begins(dir, "ago") || ww_piece_begins(dir, "earlier") ||
	            ww_piece_begins(dir, "before") || ww_piece_begins(dir, "previous") ||
	            ww_piece_begins(dir, "back") || ww_piece_begins(dir, "prior");
	bool anchored = !ww_piece_begins(dir, "ago") && !ww_piece_begins(dir, "from") &&
	                !ww_piece_begins(dir, "back") && !ww_piece_begins(dir, "hence");
	if (ww_piece_of(r, "part").text && !ww_piece_of(r, "unit").text) {
		unit = WW_UNIT_DAY;
		n = 1;
	}
	if (count.text && !count.len && ww_piece_contains(dir, "before"))
		n = 1;
	if (n < 0 &&
	    (ww_piece_begins(dir, "before") || ww_piece_begins(dir, "after") ||
	     ww_piece_begins(dir, "follow")) &&
	    !count.len)
		n = 1;
	if (n < 0) {
		ww_print(r, back ? "PAST_REF" : "FUTURE_REF");
		return;
	}
	const ww_moment *from = anchored ? ww_anchor(r) : ww_now(r);
	if (!from->known)
		return;
	if (unit < WW_UNIT_DAY) {
		if (from->unit <= WW_UNIT_DAY)
			ww_say(r, WW_UNIT_DAY, from->at);
		return;
	}
	if (anchored && from->unit > unit && from->unit >= WW_UNIT_MONTH) {
		ww_print(r, unit >= WW_UNIT_MONTH  ? "XXXX-XX"
		            : unit >= WW_UNIT_WEEK ? "XXXX-WXX"
		                                   : "XXXX-XX-XX");
		return;
	}
	ww_civil at;
	if (n != (int)n && unit == WW_UNIT_YEAR)
		at = ww_shift(from->at, WW_UNIT_MONTH, (int)(back ? -n * 12 : n * 12));
	else
		at = ww_shift(from->at, unit, (int)(back ? -n : n));
	if (unit == WW_UNIT_NIGHT || (unit == WW_UNIT_WEEK && ww_piece_begins(dir, "ago")))
		unit = WW_UNIT_DAY;
	if (unit == WW_UNIT_FORTNIGHT)
		unit = WW_UNIT_WEEK;
	if (unit == WW_UNIT_DECADE && n > 1)
		unit = WW_UNIT_DECADE;
	ww_say(r, unit, at);
	ww_append(r, ww_part_of_day(ww_piece_of(r, "part")));
}

/* "a year earlier" is of the size of what it compares with. */
void ww_resolve_year_ago(ww_resolve *r) {
	const ww_chain *c = r->chain;
	if (c->quarter.known && !c->narrative) {
		ww_say(r, c->quarter.unit, ww_shift(c->quarter.at, WW_UNIT_YEAR, -1));
		return;
	}
	const ww_moment *from = ww_piece_begins(ww_piece_of(r, "dir"), "ago") ? ww_now(r)
	                                                                      : ww_anchor(r);
	if (!from->known)
		return;
	/* "in February from a year earlier": of the month told last, if this block told one. */
	bool month = c->last_here && c->last.unit == WW_UNIT_MONTH && from == &c->last && !c->narrative;
	ww_say(r, month ? WW_UNIT_MONTH : WW_UNIT_YEAR, ww_shift(from->at, WW_UNIT_YEAR, -1));
}

/* The first day of quarter q. */
static ww_civil quarter_start(int year, int q) {
	return (ww_civil){ year, 3 * q - 2, 1 };
}

/* Companies report on a quarter that is over: one still to end is not what "a
 * year earlier" compares with. */
static void say_quarter(ww_resolve *r, ww_civil at) {
	ww_say(r, WW_UNIT_QUARTER, at);
	ww_civil end = ww_add_months(quarter_start(at.year, ww_quarter_of(at)), 3);
	if (!r->chain->reference.known ||
	    ww_days_from_civil(end) <= ww_days_from_civil(r->chain->reference.at) + 15)
		r->chain->quarter = r->moment;
}

void ww_resolve_quarter(ww_resolve *r) {
	ww_piece rel = ww_piece_of(r, "rel"), half = ww_piece_of(r, "half");
	int q = ww_piece_ordinal(ww_piece_of(r, "ord")), year = ww_named_year(r);
	const ww_moment *known = &r->chain->quarter, *today = ww_now(r);
	if (ww_piece_month(ww_piece_of(r, "mon")) > 0)
		q = (ww_piece_month(ww_piece_of(r, "mon")) + 2) / 3;
	if (year < 0 || (!year && !today->known))
		return;
	if (half.text) {
		int second = ww_piece_begins(half, "sec") || ww_piece_begins(half, "lat") ||
		             ww_piece_begins(half, "las") || ww_piece_begins(half, "2");
		if (!year) {
			year = today->at.year;
			if (ww_piece_has(r, "yearago"))
				year--;
			else if (second && today->at.month <= 6 && ww_resolve_tense(r) != WW_TENSE_FUTURE)
				year--;
		}
		ww_say(r, WW_UNIT_HALF, (ww_civil){ year, second ? 7 : 1, 1 });
		r->chain->quarter = r->moment;
		return;
	}
	if (ww_piece_has(r, "month") && ww_piece_has(r, "yearago")) {
		/* "the same month last year": of the month told last, if that was one. */
		const ww_moment *from = ww_anchor(r);
		int month = from->unit <= WW_UNIT_MONTH ? from->at.month : today->at.month;
		ww_say(r, WW_UNIT_MONTH, (ww_civil){ today->at.year - 1, month, 1 });
		return;
	}
	if (ww_piece_has(r, "yearago")) {
		if (q > 0)
			ww_say(r, WW_UNIT_QUARTER,
			       quarter_start(known->known ? known->at.year - 1 : today->at.year - 1, q));
		else if (known->known)
			ww_say(r, known->unit, ww_shift(known->at, WW_UNIT_YEAR, -1));
		else
			ww_say(r, WW_UNIT_YEAR, ww_shift(today->at, WW_UNIT_YEAR, -1));
		return;
	}
	if (ww_piece_has(r, "like") && year) {
		if (known->known)
			ww_say(r, known->unit, (ww_civil){ year, known->at.month, 1 });
		else
			ww_say(r, WW_UNIT_YEAR, (ww_civil){ year, 1, 1 });
		return;
	}
	if (q > 0) {
		if (!year) {
			year = today->at.year;
			if (quarter_start(year, q).month > today->at.month &&
			    ww_resolve_tense(r) != WW_TENSE_FUTURE)
				year--;
		}
		say_quarter(r, quarter_start(year, q));
		return;
	}
	ww_civil base = today->at;
	if (ww_piece_begins(rel, "this") || ww_piece_contains(rel, "current"))
		say_quarter(r, base);
	else if (ww_piece_contains(rel, "next") || ww_piece_contains(rel, "coming"))
		say_quarter(r, ww_shift(base, WW_UNIT_QUARTER, 1));
	else if (known->known &&
	         (ww_piece_contains(rel, "previous") || ww_piece_contains(rel, "preceding") ||
	          ww_piece_contains(rel, "prior")))
		ww_say(r, known->unit, ww_shift(known->at, WW_UNIT_QUARTER, -1));
	else if (known->known && !ww_piece_begins(rel, "last"))
		ww_say(r, known->unit, known->at);
	else
		say_quarter(r, ww_shift(base, WW_UNIT_QUARTER, -1));
}

void ww_resolve_season(ww_resolve *r) {
	ww_piece name = ww_piece_of(r, "season"), rel = ww_piece_of(r, "srel");
	int s = ww_piece_index(name, "spsufawi", 2), year = ww_named_year(r);
	if (s < 0)
		s = 2; /* autumn */
	if (year < 0 || (!year && !ww_now(r)->known))
		return;
	static const int first_month[] = { 3, 6, 9, 12 };
	if (!year) {
		ww_civil at = (ww_piece_contains(rel, "that") || ww_piece_contains(rel, "same")
		                   ? ww_anchor(r)
		                   : ww_now(r))
		                  ->at;
		int begins_in = first_month[s];
		year = at.year;
		ww_tense when = ww_resolve_tense(r);
		bool anchored = r->chain->narrative || ww_piece_contains(rel, "that") ||
		                ww_piece_contains(rel, "same");
		if (ww_piece_contains(rel, "last") || ww_piece_contains(rel, "previous") ||
		    ww_piece_contains(rel, "past"))
			year -= s == 3 ? 1 + (at.month < 3) : at.month < begins_in + 3; /* not this winter */
		else if (ww_piece_contains(rel, "next") || ww_piece_contains(rel, "following"))
			year += at.month >= begins_in;
		else if (ww_piece_contains(rel, "coming"))
			year += at.month > begins_in;
		else if (ww_piece_begins(rel, "this"))
			year -= s == 3 && (at.month < 3 || (at.month < 6 && when != WW_TENSE_FUTURE));
		else if (!anchored && at.month < begins_in && when != WW_TENSE_FUTURE)
			year--;
		else if (!anchored && at.month > begins_in + 1 && when == WW_TENSE_FUTURE)
			year++;
		else if (anchored && s == 3 && at.month < 4)
			year--;
	}
	ww_print(r, "%04d-%s", year, ww_seasons[s]);
	r->moment = (ww_moment){ true, WW_UNIT_QUARTER, { year, first_month[s], 1 } };
}

void ww_resolve_decade(ww_resolve *r) {
	ww_piece dec = ww_piece_of(r, "dec"), word = ww_piece_of(r, "decw");
	int n = ww_piece_digits(dec);
	if (word.text) {
		const ww_word *w = ww_lexicon_look_up(r->lexicon, word.text, word.len);
		n = w ? w->value / 10 : 0;
	}
	if (n < 10)
		n += 190;
	ww_say(r, WW_UNIT_DECADE, (ww_civil){ n * 10, 1, 1 });
}

void ww_resolve_century(ww_resolve *r) {
	ww_piece c = ww_piece_of(r, "c"), other = ww_piece_of(r, "c2"), word = ww_piece_of(r, "cw");
	int n = r->mark->end_of_range == 2 ? ww_piece_digits(other) : ww_piece_digits(c);
	if (word.text)
		n = ww_piece_ordinal(word);
	if (n < 1 || n > 30)
		return;
	if (ww_piece_has(r, "bc"))
		ww_print(r, "BC%02d", n - 1);
	else
		ww_print(r, "%02d", n - 1);
}

void ww_resolve_before_christ(ww_resolve *r) {
	int y = ww_piece_digits(ww_piece_of(r, r->mark->end_of_range == 1 ? "y1" : "y")),
		month = ww_piece_month(ww_piece_of(r, "mon"));
	ww_piece s = ww_piece_of(r, "season");
	if (month > 0)
		ww_print(r, "BC%04d-%02d", y, month);
	else if (s.text)
		ww_print(
			r, "BC%04d-%s", y,
			ww_seasons[ww_piece_index(s, "spsufawi", 2) < 0 ? 2
		                                                    : ww_piece_index(s, "spsufawi", 2)]);
	else
		ww_print(r, "BC%04d", y);
}

/* The first day of the month that "the first Monday of …" counts in; of a year alone, January. */
static bool month_to_count_in(const ww_resolve *r, ww_civil *out) {
	int year = ww_named_year(r), month = ww_piece_month(ww_piece_of(r, "mon"));
	ww_piece of = ww_piece_of(r, "of");
	if (year < 0 || (!year && !ww_now(r)->known))
		return false;
	if (of.text) {
		bool anchored = !ww_piece_begins(of, "this") && !ww_piece_begins(of, "last") &&
		                !ww_piece_begins(of, "next");
		ww_civil at = (anchored ? ww_anchor(r) : ww_now(r))->at;
		int n = ww_piece_begins(of, "last") || ww_piece_contains(of, "previous") ||
		                ww_piece_contains(of, "past")
		            ? -1
		        : ww_piece_begins(of, "next") || ww_piece_contains(of, "following") ||
		                ww_piece_contains(of, "coming")
		            ? 1
		            : 0;
		*out = ww_add_months((ww_civil){ at.year, at.month, 1 }, n);
		return true;
	}
	if (!year)
		year = ww_nearest_year(r, month, 0);
	*out = (ww_civil){ year, month > 0 ? month : 1, 1 };
	return true;
}

/* Says the n-th week of a year: the last when n is -1. */
static void say_nth_week(ww_resolve *r, int year, int n) {
	int first = ww_days_from_civil((ww_civil){ year, 1, 4 });
	int last = ww_days_from_civil((ww_civil){ year, 12, 28 });
	ww_say(r, WW_UNIT_WEEK, ww_civil_from_days(n < 0 ? last : first + 7 * (n - 1)));
}

/* "the first Monday of June", "the last week of 2016", "the 20th day of next month". */
void ww_resolve_nth(ww_resolve *r) {
	ww_piece which = ww_piece_of(r, "nth");
	int n = ww_piece_begins(which, "last") || ww_piece_begins(which, "final")
	            ? -1
	            : ww_piece_ordinal(which);
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
		/* A month's first week is the one with its first Thursday, as ISO's is of a year. */
		int wd = ww_piece_has(r, "wd")  ? ww_piece_weekday(ww_piece_of(r, "wd"))
		         : unit == WW_UNIT_WEEK ? 3
		                                : 5;
		at = ww_civil_from_days(ww_nth_weekday(c.year, c.month, wd, n));
	} else if (n < 0) {
		at = ww_plus_days(ww_add_months((ww_civil){ c.year, c.month, 1 }, 1), -1);
	}
	if (ww_civil_valid(at) && at.month == c.month)
		ww_say(r, unit, at);
}

/* "the week of May 3" */
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

void ww_resolve_span(ww_resolve *r) {
	int year = ww_piece_digits(ww_piece_of(r, "year")), to = ww_piece_digits(ww_piece_of(r, "to"));
	int end = year - year % 100 + to;
	if (end <= year)
		end += 100;
	ww_print(r, "%04d/%04d", year, end);
}
