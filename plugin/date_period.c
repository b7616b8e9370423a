/* Quarters, halves, seasons, decades, centuries, years before Christ. */
#include "date_resolve.h"

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

void ww_resolve_span(ww_resolve *r) {
	int year = ww_piece_digits(ww_piece_of(r, "year")), to = ww_piece_digits(ww_piece_of(r, "to"));
	int end = year - year % 100 + to;
	if (end <= year)
		end += 100;
	ww_print(r, "%04d/%04d", year, end);
}
