/* Quarters, halves, seasons, decades, centuries, years before Christ.
 *
 * Reports of earnings compare quarters: once one is told, "a year earlier" and "the
 * quarter" mean it, and so the chain keeps it apart from its days. */
#include "date_resolve.h"

/* The first day of quarter q. */
static ww_civil quarter_start(int year, int q) {
	return (ww_civil){ year, 3 * q - 2, 1 };
}

/* Says a quarter, and remembers it as what "a year earlier" compares with if it is over, or
 * within two weeks of its end: firms report on what was. */
static void say_quarter(ww_resolve *r, ww_civil at) {
	enum { ALMOST = 15 }; /* days */
	ww_say(r, WW_UNIT_QUARTER, at);
	ww_civil end = ww_add_months(quarter_start(at.year, ww_quarter_of(at)), 3);
	if (!r->chain->reference.known ||
	    ww_days_from_civil(end) <= ww_days_from_civil(r->chain->reference.at) + ALMOST)
		r->chain->quarter = r->moment;
}

/* "the quarter", "the previous quarter" go on from the quarter told last, if one was. "this
 * quarter", "next quarter" count from now, and so does "last quarter"; without a word it is the
 * last that is over. */
static void say_related_quarter(ww_resolve *r, ww_relation rel) {
	const ww_moment *known = &r->chain->quarter;
	bool current = rel.told && rel.step == 0;
	if (known->known && (rel.story || !rel.told))
		ww_say(r, known->unit, ww_shift(known->at, WW_UNIT_QUARTER, rel.step));
	else if (current || rel.step > 0)
		say_quarter(r, ww_shift(ww_now(r)->at, WW_UNIT_QUARTER, rel.step));
	else
		say_quarter(r, ww_shift(ww_now(r)->at, WW_UNIT_QUARTER, -1));
}

/* "the second half": of the year that is running, or of the one before it when that half
 * was to come only now and nothing says that it is. */
static void say_half(ww_resolve *r, ww_piece half, int year) {
	bool second = ww_piece_begins(half, "sec") || ww_piece_begins(half, "lat") ||
	              ww_piece_begins(half, "las") || ww_piece_begins(half, "2");
	const ww_moment *today = ww_now(r);
	if (!year) {
		bool over = second && today->at.month <= 6 && ww_resolve_tense(r) != WW_TENSE_FUTURE;
		year = today->at.year - (ww_piece_has(r, "yearago") || over);
	}
	ww_say(r, WW_UNIT_HALF, (ww_civil){ year, second ? 7 : 1, 1 });
	r->chain->quarter = r->moment;
}

/* What "the same month", "the same day last year" are like: the date told last if it is of
 * that size, else the article's. */
static ww_civil told_of_size(const ww_resolve *r, int unit) {
	const ww_moment *last = ww_anchor(r);
	return last->unit <= unit ? last->at : ww_now(r)->at;
}

/* "the same period of 2010" is like the month, quarter or half that this block told last, or
 * else the quarter that the report is about; unknown when there is neither. */
static ww_moment period_told(const ww_resolve *r) {
	const ww_chain *c = r->chain;
	bool here = c->last_here && c->last.unit >= WW_UNIT_MONTH && c->last.unit <= WW_UNIT_HALF;
	return here ? c->last : c->quarter;
}

/* Says the like of a period in another year; of an unknown one the year. */
static void say_like(ww_resolve *r, int year) {
	ww_moment period = period_told(r);
	if (period.known)
		ww_say(r, period.unit, (ww_civil){ year, period.at.month, 1 });
	else
		ww_say(r, WW_UNIT_YEAR, (ww_civil){ year, 1, 1 });
}

/* "the third quarter": a quarter of no year is the latest that is not ahead, unless the tense
 * says so, as firms report on what is over; of what is to come the next one. */
static void say_numbered(ww_resolve *r, int q, int year) {
	enum { OVER = 150 }; /* days since its end in which firms still expect a loss for it */
	const ww_moment *today = ww_now(r);
	if (!year) {
		year = today->at.year;
		ww_tense when = ww_resolve_tense(r);
		int begins = quarter_start(year, q).month;
		int end = ww_days_from_civil(ww_add_months(quarter_start(year, q), 3));
		if (begins > today->at.month && when != WW_TENSE_FUTURE)
			year--;
		else if (when == WW_TENSE_FUTURE && end + OVER < ww_days_from_civil(today->at))
			year++;
	}
	say_quarter(r, quarter_start(year, q));
}

/* Asked in this order: a half ("the second half"), a month or day like one told ("the same month
 * last year", "the same day a year ago"), a quarter of the year before ("the third quarter a
 * year ago"), a period like one told ("the same period of 2010"), a quarter by its number, and
 * what goes on from the quarter told last. */
void ww_resolve_quarter(ww_resolve *r) {
	ww_piece half = ww_piece_of(r, "half");
	int month = ww_piece_month(r->lexicon, ww_piece_of(r, "mon"));
	int q = month > 0 ? (month + 2) / 3 : ww_piece_ordinal(r->lexicon, ww_piece_of(r, "ord"));
	int year = ww_named_year(r);
	const ww_moment *known = &r->chain->quarter, *today = ww_now(r);
	if (year < 0 || (!year && !today->known))
		return;
	bool ago = ww_piece_has(r, "yearago");
	int before = today->known ? today->at.year - 1 : year;
	if (half.text) {
		say_half(r, half, year);
	} else if (ww_piece_has(r, "month") && (ago || year)) {
		int like = told_of_size(r, WW_UNIT_MONTH).month;
		ww_say(r, WW_UNIT_MONTH, (ww_civil){ year ? year : before, like, 1 });
	} else if (ww_piece_has(r, "same") && !year) {
		bool week = ww_piece_begins(ww_piece_of(r, "same"), "week");
		ww_say(r, week ? WW_UNIT_WEEK : WW_UNIT_DAY,
		       ww_shift(told_of_size(r, WW_UNIT_NIGHT), WW_UNIT_YEAR, -1));
	} else if (ago && q > 0) {
		ww_say(r, WW_UNIT_QUARTER, quarter_start(known->known ? known->at.year - 1 : before, q));
	} else if (ago) {
		ww_moment period = period_told(r);
		say_like(r, period.known ? period.at.year - 1 : before);
	} else if (ww_piece_has(r, "like") && year) {
		say_like(r, year);
	} else if (q > 0) {
		say_numbered(r, q, year);
	} else {
		say_related_quarter(r, ww_relation_of(ww_piece_of(r, "rel")));
	}
}

/* The seasons in TIMEX3's order and the month that each begins in. */
enum { AUTUMN = 2, WINTER = 3 };
static const int first_month[] = { 3, 6, 9, 12 };

/* The year of a season that names none; a winter is of the year in which it begins.  Told in July
 * 2024: "last winter" is 2023's, "this winter" 2024's, "in the spring" 2024's, "will open in the
 * spring" 2025's, "in the fall" 2023's unless it lies ahead. */
static int season_year(const ww_resolve *r, int season, ww_relation rel) {
	ww_moment from = *ww_related_to(r, rel, WW_UNIT_QUARTER);
	if (season == WINTER && from.at.month < 3 && from.unit < WW_UNIT_YEAR)
		from.at = (ww_civil){ from.at.year - 1, 12, 31 };
	int begins = first_month[season], month = from.at.month, year = from.at.year;
	int this_years = month < begins ? 1 : month < begins + 3 ? 0 : -1;
	ww_tense when = ww_resolve_tense(r);
	if (rel.near && rel.step > 0 && month == begins)
		this_years = 1; /* "the coming summer", said in June */
	if (rel.step)
		return ww_related_year(rel, &from, this_years);
	if (rel.story || r->chain->narrative)
		return season == WINTER && month == 3 ? year - 1 : year;
	if (rel.is_this)
		return season == WINTER && month < 6 && when != WW_TENSE_FUTURE ? year - 1 : year;
	if (this_years > 0 && when != WW_TENSE_FUTURE)
		return year - 1;
	return month > begins + 1 && when == WW_TENSE_FUTURE ? year + 1 : year;
}

/* The moment is that of the season's first month, so that "the following month" can go
 * on from it.  "The fall" is the one that has two names. */
void ww_resolve_season(ww_resolve *r) {
	int season = ww_piece_value(r->lexicon, ww_piece_of(r, "season"), WW_ROLE_SEASON);
	int year = ww_named_year(r);
	ww_relation rel = ww_relation_of(ww_piece_of(r, "srel"));
	if (season < 0)
		season = AUTUMN;
	if (year < 0 || (!year && !ww_related_to(r, rel, WW_UNIT_QUARTER)->known))
		return;
	if (!year)
		year = season_year(r, season, rel);
	ww_print(r, "%04d-%s", year, ww_seasons[season]);
	r->moment = (ww_moment){ true, WW_UNIT_QUARTER, { year, first_month[season], 1 } };
}

/* "the 1990s", "the 90s", "the nineties": without a century those of the one that has just
 * ended, down to "the 10s". */
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

/* The 20th century is "19", as TIMEX3 numbers centuries by their years' first figures.  More than
 * thirty are no centuries of news. */
void ww_resolve_century(ww_resolve *r) {
	ww_piece c = ww_piece_of(r, "c"), other = ww_piece_of(r, "c2"), word = ww_piece_of(r, "cw");
	int n = r->mark->end_of_range == 2 ? ww_piece_digits(other) : ww_piece_digits(c);
	if (word.text)
		n = ww_piece_ordinal(r->lexicon, word);
	if (n < 1 || n > 30)
		return;
	if (ww_piece_has(r, "bc"))
		ww_print(r, "BC%02d", n - 1);
	else
		ww_print(r, "%02d", n - 1);
}

/* "44 BC", "March 44 BC".  The chain stays: its years begin at 1. */
void ww_resolve_before_christ(ww_resolve *r) {
	int y = ww_piece_digits(ww_piece_of(r, r->mark->end_of_range == 1 ? "y1" : "y")),
		month = ww_piece_month(r->lexicon, ww_piece_of(r, "mon"));
	if (month > 0)
		ww_print(r, "BC%04d-%02d", y, month);
	else
		ww_print(r, "BC%04d", y);
}

/* "2024-25", "1999-00": the two years of a season or a budget.  The second is of the next century
 * when it is not above the first. */
void ww_resolve_span(ww_resolve *r) {
	int year = ww_piece_digits(ww_piece_of(r, "year")), to = ww_piece_digits(ww_piece_of(r, "to"));
	int end = year - year % 100 + to;
	if (end <= year)
		end += 100;
	ww_print(r, "%04d/%04d", year, end);
}
