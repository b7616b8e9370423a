#include "date_resolve.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void ww_chain_init(ww_chain *chain, bool has_reference, ww_civil reference, bool narrative) {
	*chain = (ww_chain){ .narrative = narrative };
	chain->reference = (ww_moment){ has_reference, WW_UNIT_DAY, reference };
}

/* A shorter block that ends at no stop is a heading. */
enum { HEADING = 60 };

void ww_chain_new_block(ww_chain *chain, const char *text, size_t len) {
	chain->last_here = chain->last_here && chain->heading;
	if (chain->last_here && chain->last.unit <= WW_UNIT_NIGHT)
		chain->log = chain->last;
	chain->heading = len < HEADING;
	while (len > 0 && (text[len - 1] == '\n' || text[len - 1] == '\r' || text[len - 1] == ' '))
		len--;
	if (len > 0 && text[len - 1] == '.')
		chain->heading = false;
}

/* Parts. */

ww_piece ww_piece_of(const ww_resolve *r, const char *name) {
	return ww_part_of(r->parts, name);
}

/* A part that lies in the mention itself: of a range's end, not the other end's. */
ww_piece ww_piece_own(const ww_resolve *r, const char *name) {
	return ww_part_own(r->parts, name);
}

bool ww_piece_has(const ww_resolve *r, const char *name) {
	return ww_piece_of(r, name).text != NULL;
}

/* Values. */

void ww_print(const ww_resolve *r, const char *format, ...) {
	va_list args;
	va_start(args, format);
	vsnprintf(r->value, WW_VALUE_MAX, format, args);
	va_end(args);
}

void ww_append(const ww_resolve *r, const char *text) {
	size_t n = strlen(r->value);
	snprintf(r->value + n, WW_VALUE_MAX - n, "%s", text);
}

const char *const ww_seasons[] = { "SP", "SU", "FA", "WI" };

int ww_quarter_of(ww_civil c) {
	return (c.month - 1) / 3 + 1;
}

/* Writes a moment, and makes it what the chain moves on to. */
void ww_say(ww_resolve *r, int unit, ww_civil at) {
	int year, week;
	if (at.year < 1 || at.year > 9999)
		return;
	switch (unit) {
	case WW_UNIT_CENTURY: ww_print(r, "%02d", at.year / 100); break;
	case WW_UNIT_DECADE: ww_print(r, "%03d", at.year / 10); break;
	case WW_UNIT_YEAR: ww_print(r, "%04d", at.year); break;
	case WW_UNIT_HALF: ww_print(r, "%04d-H%d", at.year, at.month > 6 ? 2 : 1); break;
	case WW_UNIT_QUARTER: ww_print(r, "%04d-Q%d", at.year, ww_quarter_of(at)); break;
	case WW_UNIT_MONTH: ww_print(r, "%04d-%02d", at.year, at.month); break;
	case WW_UNIT_WEEK:
	case WW_UNIT_WEEKEND:
		ww_iso_week(ww_days_from_civil(at), &year, &week);
		ww_print(r, "%04d-W%02d%s", year, week, unit == WW_UNIT_WEEKEND ? "-WE" : "");
		break;
	default: ww_civil_print(at, r->value); break;
	}
	r->moment = (ww_moment){ true, (uint8_t)unit, at };
}

ww_civil ww_plus_days(ww_civil c, int days) {
	return ww_civil_from_days(ww_days_from_civil(c) + days);
}

/* What "now" is: the article's day; in a narrative the date told last. */
const ww_moment *ww_now(const ww_resolve *r) {
	const ww_chain *c = r->chain;
	return c->narrative && c->last.known ? &c->last : &c->reference;
}

/* What "that", "the following" and "later" relate to. */
const ww_moment *ww_anchor(const ww_resolve *r) {
	return r->chain->last.known ? &r->chain->last : ww_now(r);
}

/* Whether "'s" follows: "Wednesday's ruling". */
static bool is_possessive(const ww_resolve *r) {
	const char *p = r->text + r->mark->end, *end = r->text + r->len;
	return (end - p >= 2 && p[0] == '\'' && p[1] == 's') ||
	       (end - p >= 4 && memcmp(p, "\xE2\x80\x99s", 4) == 0);
}

ww_tense ww_resolve_tense(const ww_resolve *r) {
	return ww_tense_at(r->text, r->len, r->mark->start, r->mark->end);
}

/* The letters of a part of the day, from its word; "" when there is none. */
const char *ww_part_of_day(ww_piece p) {
	return ww_piece_contains(p, "morning") || ww_piece_contains(p, "dawn")      ? "TMO"
	       : ww_piece_contains(p, "afternoon") || ww_piece_contains(p, "lunch") ? "TAF"
	       : ww_piece_contains(p, "evening") || ww_piece_contains(p, "dusk")    ? "TEV"
	       : ww_piece_contains(p, "night") || ww_piece_contains(p, "tonite")    ? "TNI"
	                                                                            : "";
}

static int short_year(const ww_resolve *r, int yy) {
	/* At most twenty years ahead of the article. */
	int today = ww_now(r)->known ? ww_now(r)->at.year : 2025;
	int year = today - today % 100 + yy;
	return year > today + 20 ? year - 100 : year;
}

/* Works out the year that an expression names: 0 when it names none, -1 when
 * it cannot be told. */
int ww_named_year(const ww_resolve *r) {
	ww_piece p = ww_piece_of(r, "year");
	int year = ww_piece_digits(p);
	if (year >= 0 && p.len == 2 && r->mark->end_of_range == 2) {
		/* "1914-18": of the first year's century. */
		int first = ww_piece_digits((ww_piece){ r->text + r->mark->start - r->mark->back, 4 });
		year += first - first % 100;
		return year < first ? year + 100 : year;
	}
	if (year >= 0)
		return p.len <= 2 || p.text[0] < '0' || p.text[0] > '9' ? short_year(r, year % 100) : year;
	p = ww_piece_of(r, "yearwords");
	if (p.text) {
		bool thousand = ww_piece_begins(p, "two thousand");
		size_t head = thousand ? 12 : ww_piece_begins(p, "twenty") ? 6 : 8;
		ww_piece rest = { p.text + head, p.len - head };
		int century = thousand                         ? 20
		              : ww_piece_begins(p, "nineteen") ? 19
		              : ww_piece_begins(p, "twenty")   ? 20
		                                               : 18;
		double tail = ww_piece_contains(rest, "hundred")
		                  ? 0
		                  : ww_piece_number(r->lexicon, (ww_piece){ rest.text + 1,
		                                                            rest.len ? rest.len - 1 : 0 });
		return century * 100 + (tail > 0 ? (int)tail : 0);
	}
	p = ww_piece_of(r, "yrel");
	if (!p.text)
		return 0;
	bool anchored = ww_piece_contains(p, "that") || ww_piece_contains(p, "same") ||
	                ww_piece_contains(p, "previous") || ww_piece_contains(p, "following") ||
	                (ww_piece_contains(p, "the ") && ww_piece_contains(p, "next"));
	const ww_moment *from = anchored ? ww_anchor(r) : ww_now(r);
	if (!from->known)
		return -1;
	int year_then = from->at.year;
	if (ww_piece_contains(p, "last") || ww_piece_contains(p, "previous") ||
	    ww_piece_contains(p, "past"))
		return year_then - 1;
	return ww_piece_contains(p, "next") || ww_piece_contains(p, "following") ? year_then + 1
	                                                                         : year_then;
}

/* How many days off a day of this year's can be that of another, as the tense tells. */
enum { FAR = 90 };

/* "before January", "by May": a month just over is not meant. */
static bool is_limit(const ww_resolve *r) {
	static const char *const words[] = { "before ", "until ", " by " };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t n = strlen(words[i]);
		if (r->mark->start >= n &&
		    ww_piece_begins((ww_piece){ r->text + r->mark->start - n, n }, words[i]))
			return true;
	}
	return false;
}

/* Chooses the year of a month or day without one: the nearest to the
 * reference, and the tense for what lies between. */
int ww_nearest_year(const ww_resolve *r, int month, int day) {
	const ww_moment *from = ww_now(r);
	int year = from->at.year;
	if (r->chain->narrative && r->chain->last.known) {
		if (from->unit < WW_UNIT_YEAR && month + 6 < from->at.month)
			return year + 1;
		return year;
	}
	if (day) {
		int today = ww_days_from_civil(from->at), best = year, least = 1 << 30;
		for (int y = year - 1; y <= year + 1; y++) {
			int distance = ww_days_from_civil((ww_civil){ y, month, day }) - today;
			if (distance < 0)
				distance = -distance;
			if (distance < least) {
				least = distance;
				best = y;
			}
		}
		/* Half a year ahead, but told of as past: a year ago; and the other way round. */
		bool ahead = ww_days_from_civil((ww_civil){ best, month, day }) > today;
		if (least <= FAR)
			return best;
		ww_tense when = ww_resolve_tense(r);
		return ahead && when == WW_TENSE_PAST      ? best - 1
		       : !ahead && when == WW_TENSE_FUTURE ? best + 1
		                                           : best;
	}
	ww_tense when = ww_resolve_tense(r);
	int ahead = month - from->at.month;
	if (when == WW_TENSE_FUTURE)
		return ahead < (is_limit(r) ? 0 : -2) ? year + 1 : year;
	return ahead > 0 ? (when != WW_TENSE_PAST && ahead < 4 ? year : year - 1) : year;
}

/* Whether the mention begins a range that ends in a month before its own: "Dec. 30 to
 * Jan. 2, 2023" begins the year before. */
static bool begins_year_before(const ww_resolve *r, int month) {
	ww_piece end = ww_piece_of(r, "m2");
	if (r->mark->end_of_range != 1 || ww_piece_own(r, "year").text)
		return false;
	for (; end.len > 2; end.text++, end.len--)
		if (ww_piece_month(end) > 0)
			return ww_piece_month(end) < month;
	return false;
}

void ww_resolve_calendar(ww_resolve *r) {
	int year = ww_named_year(r), month = ww_piece_month(ww_piece_of(r, "mon")),
		day = ww_piece_ordinal(ww_piece_of(r, "day"));
	ww_piece number = ww_piece_of(r, "m"), mrel = ww_piece_of(r, "mrel");
	if (number.text)
		month = ww_piece_digits(number);
	if (year < 0)
		return;
	if (!year && !ww_now(r)->known)
		return;
	if (year > 0 && begins_year_before(r, month))
		year--;
	if (month <= 0 && day > 0) {
		/* "Friday the 13th": the latest month in which it was one. */
		int wd = ww_piece_weekday(ww_piece_of(r, "wd"));
		ww_civil c = ww_now(r)->at;
		bool ahead = ww_resolve_tense(r) == WW_TENSE_FUTURE;
		c.day = 1;
		for (int i = 0; i < 14; i++, c = ww_add_months(c, ahead ? 1 : -1)) {
			ww_civil d = { c.year, c.month, day };
			if (!ww_civil_valid(d))
				continue;
			int gap = ww_days_from_civil(d) - ww_days_from_civil(ww_now(r)->at);
			if ((ahead ? gap >= 0 : gap <= 0) &&
			    (wd < 0 || ww_weekday(ww_days_from_civil(d)) == wd)) {
				ww_say(r, WW_UNIT_DAY, d);
				return;
			}
		}
		return;
	}
	if (!year && mrel.text) {
		const ww_civil from = ww_now(r)->at;
		year = from.year;
		if (ww_piece_contains(mrel, "last") || ww_piece_contains(mrel, "past") ||
		    ww_piece_contains(mrel, "previous"))
			year -= month >= from.month;
		else if (ww_piece_contains(mrel, "next") || ww_piece_contains(mrel, "coming") ||
		         ww_piece_contains(mrel, "following"))
			year += month <= from.month;
	}
	if (!year)
		year = ww_nearest_year(r, month, day > 0 ? day : 0);
	if (month <= 0)
		ww_say(r, WW_UNIT_YEAR, (ww_civil){ year, 1, 1 });
	else if (day <= 0)
		ww_say(r, WW_UNIT_MONTH, (ww_civil){ year, month, 1 });
	else if (ww_civil_valid((ww_civil){ year, month, day }))
		ww_say(r, WW_UNIT_DAY, (ww_civil){ year, month, day });
	if (*r->value && day > 0)
		ww_append(r, ww_part_of_day(ww_piece_of(r, "part")));
}

/* "03/04/2024": a part over 12 is the day; with dots it is the first, as in Germany; else
 * what the article's other dates do; else the American order. */
static bool day_first(const ww_resolve *r, int a, int b) {
	ww_piece first = ww_piece_of(r, "a");
	return a > 12 || (b <= 12 && (first.text[first.len] == '.' || r->chain->order < 0));
}

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

/* The day of a bare weekday: the latest, or the next one when what happens lies ahead. */
static int bare_weekday(const ww_resolve *r, int wd, size_t start, size_t end) {
	int today = ww_days_from_civil(ww_now(r)->at), back = (ww_weekday(today) - wd + 7) % 7;
	ww_tense when = ww_tense_at(r->text, r->len, start, end);
	/* "Fri 14:00: final" is of a list of what is to come. */
	bool listed = when == WW_TENSE_NONE && ww_piece_has(r, "hh");
	bool ahead = back != 0 && !is_possessive(r) &&
	             (when == WW_TENSE_FUTURE || when == WW_TENSE_VERBLESS || listed);
	return today - back + (ahead ? 7 : 0);
}

/* "Friday to Monday": the second follows the first. */
static void resolve_weekday_range(ww_resolve *r) {
	ww_piece first = ww_piece_of(r, "m1");
	int wd = ww_piece_weekday(first), last = ww_piece_weekday(ww_piece_of(r, "wd"));
	size_t start = (size_t)(first.text - r->text);
	if (!ww_now(r)->known)
		return;
	int day = bare_weekday(r, wd, start, start + first.len);
	if (r->mark->end_of_range == 2)
		day += (last - wd + 6) % 7 + 1;
	ww_say(r, WW_UNIT_DAY, ww_civil_from_days(day));
}

void ww_resolve_weekday(ww_resolve *r) {
	if (ww_piece_weekday(ww_piece_of(r, "m1")) >= 0) {
		resolve_weekday_range(r);
		return;
	}
	int wd = ww_piece_weekday(ww_piece_of(r, "wd"));
	ww_piece rel = ww_piece_of(r, "rel"), week = ww_piece_of(r, "wrel"),
			 ago = ww_piece_of(r, "ago"), ahead = ww_piece_of(r, "ahead");
	bool anchored = ww_piece_contains(rel, "following") || ww_piece_contains(rel, "previous") ||
	                ww_piece_contains(rel, "the next") || ww_piece_contains(rel, "preceding") ||
	                ww_piece_begins(rel, "that") || ww_piece_contains(rel, "same") ||
	                ww_piece_begins(week, "that") || ww_piece_begins(week, "the ");
	const ww_moment *from = anchored ? ww_anchor(r) : ww_now(r);
	if (!from->known)
		return;
	int base = ww_days_from_civil(from->at), today = ww_weekday(base);
	int back = (today - wd + 7) % 7; /* days since the latest one */
	int day = base - back;
	if (week.text)
		day = base - today + wd +
		      (ww_piece_begins(week, "last") || ww_piece_contains(week, "previous")    ? -7
		       : ww_piece_begins(week, "next") || ww_piece_contains(week, "following") ? 7
		                                                                               : 0);
	else if (ahead.text)
		day += ww_piece_begins(ahead, "fortnight") ? 21 : 14;
	else if (ago.text)
		day += 7 * (int)ww_piece_number(r->lexicon, ago) * (ww_piece_has(r, "from") ? 1 : -1) +
		       (ww_piece_has(r, "from") ? 7 : 0);
	else if (ww_piece_begins(rel, "before"))
		day -= back == 0 ? 14 : 7;
	else if (ww_piece_begins(rel, "after"))
		day += 14;
	else if (ww_piece_contains(rel, "last") || ww_piece_contains(rel, "previous") ||
	         ww_piece_contains(rel, "preceding"))
		day = back == 0 ? base - 7 : day;
	else if (ww_piece_contains(rel, "past"))
		day = back == 0 ? base - 7 : day;
	else if (ww_piece_begins(rel, "next"))
		day = base - today + wd + 7; /* of next week */
	else if (ww_piece_contains(rel, "next") || ww_piece_contains(rel, "following") ||
	         ww_piece_contains(rel, "coming"))
		day = base - back + 7;
	else if (ww_piece_begins(rel, "this"))
		day = base - today + wd + (wd < today && ww_resolve_tense(r) != WW_TENSE_PAST ? 7 : 0);
	else
		day = bare_weekday(r, wd, r->mark->start, r->mark->end);
	ww_say(r, WW_UNIT_DAY, ww_civil_from_days(day));
	ww_append(r, ww_part_of_day(ww_piece_of(r, "part")));
}

/* Moves a date by n units. */
ww_civil ww_shift(ww_civil c, int unit, int n) {
	switch (unit) {
	case WW_UNIT_SECOND:
	case WW_UNIT_MINUTE:
	case WW_UNIT_HOUR: return c;
	case WW_UNIT_DAY:
	case WW_UNIT_NIGHT: return ww_plus_days(c, n);
	case WW_UNIT_WEEKEND:
	case WW_UNIT_WEEK: return ww_plus_days(c, 7 * n);
	case WW_UNIT_FORTNIGHT: return ww_plus_days(c, 14 * n);
	case WW_UNIT_MONTH: return ww_add_months(c, n);
	case WW_UNIT_QUARTER: return ww_add_months(c, 3 * n);
	case WW_UNIT_HALF: return ww_add_months(c, 6 * n);
	case WW_UNIT_YEAR: return ww_add_months(c, 12 * n);
	case WW_UNIT_DECADE: return ww_add_months(c, 120 * n);
	default: return ww_add_months(c, 1200 * n);
	}
}

static void present(ww_resolve *r) {
	ww_print(r, "PRESENT_REF");
}
static void past(ww_resolve *r) {
	ww_print(r, "PAST_REF");
}
static void future(ww_resolve *r) {
	ww_print(r, "FUTURE_REF");
}
static void nothing(ww_resolve *r) {
	(void)r;
}

static void (*const resolvers[WW_N_MEANINGS])(ww_resolve *) = {
	[WW_MEANS_NOTHING] = nothing,
	[WW_MEANS_CALENDAR] = ww_resolve_calendar,
	[WW_MEANS_NUMERIC] = ww_resolve_numeric,
	[WW_MEANS_WEEKDAY] = ww_resolve_weekday,
	[WW_MEANS_RELATIVE] = ww_resolve_relative,
	[WW_MEANS_AGO] = ww_resolve_ago,
	[WW_MEANS_YEAR_AGO] = ww_resolve_year_ago,
	[WW_MEANS_DURATION] = ww_resolve_duration,
	[WW_MEANS_SET] = ww_resolve_set,
	[WW_MEANS_QUARTER] = ww_resolve_quarter,
	[WW_MEANS_SEASON] = ww_resolve_season,
	[WW_MEANS_DECADE] = ww_resolve_decade,
	[WW_MEANS_CENTURY] = ww_resolve_century,
	[WW_MEANS_CLOCK] = ww_resolve_clock_time,
	[WW_MEANS_DAY] = ww_resolve_day,
	[WW_MEANS_HOLIDAY] = ww_resolve_holiday,
	[WW_MEANS_SPAN] = ww_resolve_span,
	[WW_MEANS_BC] = ww_resolve_before_christ,
	[WW_MEANS_WEEK_OF] = ww_resolve_week_of,
	[WW_MEANS_NTH] = ww_resolve_nth,
	[WW_MEANS_PRESENT] = present,
	[WW_MEANS_PAST] = past,
	[WW_MEANS_FUTURE] = future,
};

int ww_date_resolve(ww_matcher *matcher, const char *text, size_t len, const ww_mark *mark,
                    ww_chain *chain, char value[WW_VALUE_MAX]) {
	ww_parts parts;
	*value = '\0';
	int err = ww_parts_read(matcher, text, len, mark, &parts);
	if (err)
		return err;
	ww_resolve r = { .lexicon = ww_grammar_lexicon(ww_matcher_grammar(matcher)),
		             .parts = &parts, .text = text, .len = len, .mark = mark, .chain = chain,
		             .value = value };
	resolvers[ww_date_forms[mark->form].meaning](&r);
	if (r.moment.known) {
		chain->last = r.moment;
		chain->last_here = true;
	}
	return WW_OK;
}

bool ww_date_tells_order(uint16_t form) {
	const ww_form *f = &ww_date_forms[form];
	return f->meaning == WW_MEANS_NUMERIC ||
	       (f->meaning == WW_MEANS_CALENDAR && f->head == WW_HEAD_NUMBER);
}

void ww_chain_add_order(ww_chain *chain, const char *text, const ww_mark *mark) {
	const ww_form *f = &ww_date_forms[mark->form];
	ww_piece a = { text + mark->start, mark->end - mark->start };
	int first = ww_piece_digits(a);
	if (f->meaning == WW_MEANS_NUMERIC) {
		size_t i = 0;
		while (i < a.len && a.text[i] >= '0' && a.text[i] <= '9')
			i++;
		int second = ww_piece_digits((ww_piece){ a.text + i, a.len - i });
		chain->order += first > 12 && second <= 12 ? -2 : second > 12 && first <= 12 ? 2 : 0;
	} else if (first >= 1 && first <= 31) {
		chain->order -= 1; /* "14 July": a British hand */
	}
}
