/* What relates to another date: "last week", "two days later", "tomorrow". */
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

/* The day of "today", "this morning", "last night"; false when unknown. */
bool ww_day_word(const ww_resolve *r, ww_civil *out) {
	ww_piece word = ww_piece_of(r, "dayword"), rel = ww_piece_of(r, "dayrel");
	bool anchored = ww_piece_begins(rel, "that") || ww_piece_contains(rel, "same") ||
	                ww_piece_contains(rel, "next") || ww_piece_contains(rel, "following") ||
	                ww_piece_contains(rel, "previous") || ww_piece_begins(rel, "the");
	const ww_moment *from = anchored ? ww_anchor(r) : ww_now(r);
	if (!from->known || (anchored && from->unit > WW_UNIT_NIGHT))
		return false;
	int n = ww_piece_begins(word, "yesterday") || ww_piece_begins(rel, "last") ||
	                ww_piece_contains(rel, "previous")
	            ? -1
	        : ww_piece_begins(word, "tomorrow") || ww_piece_contains(rel, "next") ||
	                ww_piece_contains(rel, "following")
	            ? 1
	        : ww_piece_begins(word, "day before") ? -2
	        : ww_piece_begins(word, "day after")  ? 2
	                                              : 0;
	*out = ww_plus_days(from->at, n);
	return true;
}

void ww_resolve_day(ww_resolve *r) {
	ww_civil at;
	ww_piece p = ww_piece_of(r, "part");
	if (ww_piece_begins(p, "overnight") && ww_now(r)->known)
		ww_say(r, WW_UNIT_DAY,
		       ww_plus_days(ww_now(r)->at, ww_resolve_tense(r) == WW_TENSE_FUTURE ? 0 : -1));
	else if (ww_day_word(r, &at))
		ww_say(r, WW_UNIT_DAY, at);
	else if (p.text)
		ww_print(r, "XXXX-XX-XX");
	ww_append(r, ww_part_of_day(p));
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
