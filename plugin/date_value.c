#include "date_value.h"

#include "tense.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* One mention being resolved. */
typedef struct {
	const ww_grammar *grammar;
	const char *text;
	size_t len;
	const ww_mark *mark;
	ww_chain *chain;
	char *value;
	ww_moment moment; /* what the chain moves on to; unknown: it stays */
} resolve;

void ww_chain_init(ww_chain *chain, bool has_reference, ww_civil reference, bool narrative) {
	*chain = (ww_chain){ .narrative = narrative };
	chain->reference = (ww_moment){ has_reference, WW_UNIT_DAY, reference };
}

void ww_chain_new_block(ww_chain *chain) {
	chain->last_here = false;
}

/* Parts. */

static ww_piece part(const resolve *r, const char *name) {
	return ww_date_part(r->grammar, name);
}

/* A part that lies in the mention itself: of a range's end, not the other end's. */
static ww_piece own_part(const resolve *r, const char *name) {
	ww_piece p = part(r, name);
	bool own = p.text && p.text >= r->text + r->mark->start && p.text < r->text + r->mark->end;
	return own ? p : (ww_piece){ NULL, 0 };
}

static bool has(const resolve *r, const char *name) {
	return part(r, name).text != NULL;
}

static char lower(char c) {
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* Whether a piece begins with `word`, in lower case. */
static bool begins(ww_piece p, const char *word) {
	size_t n = strlen(word);
	if (!p.text || p.len < n)
		return false;
	for (size_t i = 0; i < n; i++)
		if (lower(p.text[i]) != word[i])
			return false;
	return true;
}

static bool contains(ww_piece p, const char *word) {
	for (; p.text && p.len > 0; p.text++, p.len--)
		if (begins(p, word))
			return true;
	return false;
}

/* Returns the first run of digits of a piece, or -1. */
static int digits(ww_piece p) {
	int value = -1;
	for (size_t i = 0; i < p.len && value < 100000; i++) {
		if (p.text[i] >= '0' && p.text[i] <= '9')
			value = (value < 0 ? 0 : value * 10) + (p.text[i] - '0');
		else if (value >= 0)
			break;
	}
	return value;
}

/* Returns the position of the name whose first `n` letters the piece has. */
static int index_of(ww_piece p, const char *names, size_t n) {
	for (int i = 0; names[(size_t)i * n]; i++) {
		char name[8] = { 0 };
		memcpy(name, names + (size_t)i * n, n);
		if (begins(p, name))
			return i;
	}
	return -1;
}

static int month_of(ww_piece p) {
	return index_of(p, "janfebmaraprmayjunjulaugsepoctnovdec", 3) + 1;
}

static int weekday_of(ww_piece p) {
	return index_of(p, "motuwethfrsasu", 2);
}

static int ordinal_of(ww_piece p) {
	int n = digits(p);
	if (n >= 0 || !p.text)
		return n;
	static const char *const words[] = {
		"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
		"tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
		"seventeenth", "eighteenth", "nineteenth", "twentieth"
	};
	if (begins(p, "thirt") && !begins(p, "thirte"))
		return begins(p, "thirty") ? 31 : 30;
	int tens = begins(p, "twenty") ? 20 : 0;
	if (tens) {
		p.text += 7;
		p.len -= p.len < 7 ? p.len : 7;
	}
	for (int i = 0; i < 20; i++)
		if (begins(p, words[i]))
			return tens + i + 1;
	return begins(p, "final") || begins(p, "last") ? 4 : -1;
}

/* A number in figures or words, with halves; -1 when it is none ("several"). */
static double number_of(const ww_grammar *g, ww_piece p) {
	double total = 0, group = 0;
	bool any = false;
	for (size_t i = 0; i < p.len;) {
		char c = p.text[i];
		if (c >= '0' && c <= '9') {
			double value = 0, scale = 0;
			for (; i < p.len; i++) {
				c = p.text[i];
				if (c == ',')
					continue;
				if (c == '.' && scale == 0)
					scale = 1;
				else if (c >= '0' && c <= '9') {
					value = value * 10 + (c - '0');
					scale *= 10;
				} else
					break;
			}
			if (scale > 1)
				value /= scale;
			if (any && i < p.len && p.text[i] == '/') {
				group += 0.5; /* "2 1/2" */
				i += 2;
			} else if (any) {
				break; /* the other end of a range */
			} else {
				group += value;
			}
			any = true;
			continue;
		}
		size_t n = 0;
		while (i + n < p.len && lower(p.text[i + n]) >= 'a' && lower(p.text[i + n]) <= 'z')
			n++;
		if (n == 0) {
			if (begins((ww_piece){ p.text + i, p.len - i }, "\xC2\xBD")) {
				group += 0.5;
				any = true;
			}
			if (any && (c == '\xE2' || (c == '-' && group < 20)))
				break; /* a range: its first end */
			i++;
			continue;
		}
		ww_piece w = { p.text + i, n };
		const ww_word *word = ww_lexicon_look_up(ww_grammar_lexicon(g), w.text, n);
		if (begins(w, "half")) {
			group += 0.5;
			any = true;
		} else if (begins(w, "couple")) {
			group = 2;
			any = true;
		} else if (begins(w, "dozen")) {
			group = (group > 0 ? group : 1) * 12;
			any = true;
		} else if (any && ((n == 2 && (begins(w, "to") || begins(w, "or"))))) {
			break;
		} else if (word && (word->role == WW_ROLE_NUMBER || (word->role == WW_ROLE_DECADE && word->value < 20))) {
			any = true;
			if (word->value == 100)
				group = (group > 0 ? group : 1) * 100;
			else if (word->value >= 1000) {
				total += (group > 0 ? group : 1) * word->value;
				group = 0;
			} else
				group += word->value;
		}
		i += n;
	}
	if (!any && (begins(p, "a") || begins(p, "the")) && p.len <= 13 && !begins(p, "a few"))
		return 1;
	return any ? total + group : -1;
}

static int unit_of(const ww_grammar *g, ww_piece p) {
	if (p.text && p.len && p.text[p.len - 1] == '.')
		p.len--;
	const ww_word *word = p.text ? ww_lexicon_look_up(ww_grammar_lexicon(g), p.text, p.len) : NULL;
	return word && (word->role == WW_ROLE_UNIT || word->role == WW_ROLE_QUARTER) ? word->value
	       : begins(p, "second")              ? WW_UNIT_SECOND
	                                          : WW_UNIT_YEAR;
}

/* Values. */

static void print(const resolve *r, const char *format, ...) {
	va_list args;
	va_start(args, format);
	vsnprintf(r->value, WW_VALUE_MAX, format, args);
	va_end(args);
}

static void append(const resolve *r, const char *text) {
	size_t n = strlen(r->value);
	snprintf(r->value + n, WW_VALUE_MAX - n, "%s", text);
}

static const char *const seasons[] = { "SP", "SU", "FA", "WI" };

static int quarter_of(ww_civil c) {
	return (c.month - 1) / 3 + 1;
}

/* Writes a moment, and makes it what the chain moves on to. */
static void say(resolve *r, int unit, ww_civil at) {
	int year, week;
	if (at.year < 1 || at.year > 9999)
		return;
	switch (unit) {
	case WW_UNIT_CENTURY: print(r, "%02d", at.year / 100); break;
	case WW_UNIT_DECADE: print(r, "%03d", at.year / 10); break;
	case WW_UNIT_YEAR: print(r, "%04d", at.year); break;
	case WW_UNIT_HALF: print(r, "%04d-H%d", at.year, at.month > 6 ? 2 : 1); break;
	case WW_UNIT_QUARTER: print(r, "%04d-Q%d", at.year, quarter_of(at)); break;
	case WW_UNIT_MONTH: print(r, "%04d-%02d", at.year, at.month); break;
	case WW_UNIT_WEEK:
	case WW_UNIT_WEEKEND:
		ww_iso_week(ww_days_from_civil(at), &year, &week);
		print(r, "%04d-W%02d%s", year, week, unit == WW_UNIT_WEEKEND ? "-WE" : "");
		break;
	default: ww_civil_print(at, r->value); break;
	}
	r->moment = (ww_moment){ true, (uint8_t)unit, at };
}

static ww_civil plus_days(ww_civil c, int days) {
	return ww_civil_from_days(ww_days_from_civil(c) + days);
}

/* What "now" is: the article's day; in a narrative the date told last. */
static const ww_moment *now(const resolve *r) {
	const ww_chain *c = r->chain;
	return c->narrative && c->last.known ? &c->last : &c->reference;
}

/* What "that", "the following" and "later" relate to. */
static const ww_moment *anchor(const resolve *r) {
	return r->chain->last.known ? &r->chain->last : now(r);
}

/* Whether "'s" follows: "Wednesday's ruling". */
static bool is_possessive(const resolve *r) {
	const char *p = r->text + r->mark->end, *end = r->text + r->len;
	return (end - p >= 2 && p[0] == '\'' && p[1] == 's') ||
	       (end - p >= 4 && memcmp(p, "\xE2\x80\x99s", 4) == 0);
}

static ww_tense tense(const resolve *r) {
	return ww_tense_at(r->text, r->len, r->mark->start, r->mark->end);
}

/* The letters of a part of the day, from its word; "" when there is none. */
static const char *part_of_day(ww_piece p) {
	return contains(p, "morning") || contains(p, "dawn")       ? "TMO"
	       : contains(p, "afternoon") || contains(p, "lunch") ? "TAF"
	       : contains(p, "evening") || contains(p, "dusk")    ? "TEV"
	       : contains(p, "night") || contains(p, "tonite")    ? "TNI"
	                                                          : "";
}

static int short_year(const resolve *r, int yy) {
	/* At most twenty years ahead of the article. */
	int today = now(r)->known ? now(r)->at.year : 2025;
	int year = today - today % 100 + yy;
	return year > today + 20 ? year - 100 : year;
}

/* Works out the year that an expression names: 0 when it names none, -1 when
 * it cannot be told. */
static int named_year(const resolve *r) {
	ww_piece p = part(r, "year");
	int year = digits(p);
	if (year >= 0 && p.len == 2 && r->mark->end_of_range == 2) {
		/* "1914-18": of the first year's century. */
		int first = digits((ww_piece){ r->text + r->mark->start - r->mark->back, 4 });
		year += first - first % 100;
		return year < first ? year + 100 : year;
	}
	if (year >= 0)
		return p.len <= 2 || p.text[0] < '0' || p.text[0] > '9' ? short_year(r, year % 100) : year;
	p = part(r, "yearwords");
	if (p.text) {
		bool thousand = begins(p, "two thousand");
		size_t head = thousand ? 12 : begins(p, "twenty") ? 6 : 8;
		ww_piece rest = { p.text + head, p.len - head };
		int century = thousand ? 20 : begins(p, "nineteen") ? 19 : begins(p, "twenty") ? 20 : 18;
		double tail = contains(rest, "hundred") ? 0 : number_of(r->grammar, (ww_piece){ rest.text + 1, rest.len ? rest.len - 1 : 0 });
		return century * 100 + (tail > 0 ? (int)tail : 0);
	}
	p = part(r, "yrel");
	if (!p.text)
		return 0;
	bool anchored = contains(p, "that") || contains(p, "same") || contains(p, "previous") ||
	                contains(p, "following") || (contains(p, "the ") && contains(p, "next"));
	const ww_moment *from = anchored ? anchor(r) : now(r);
	if (!from->known)
		return -1;
	int year_then = from->at.year;
	if (contains(p, "last") || contains(p, "previous") || contains(p, "past"))
		return year_then - 1;
	return contains(p, "next") || contains(p, "following") ? year_then + 1 : year_then;
}

/* Chooses the year of a month or day without one: the nearest to the
 * reference, and the tense for what lies between. */
static int nearest_year(const resolve *r, int month, int day) {
	const ww_moment *from = now(r);
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
		/* Half a year ahead, but told of as past: a year ago. */
		bool ahead = ww_days_from_civil((ww_civil){ best, month, day }) > today;
		return ahead && least > 60 && tense(r) == WW_TENSE_PAST ? best - 1 : best;
	}
	ww_tense when = tense(r);
	int ahead = month - from->at.month;
	if (when == WW_TENSE_FUTURE)
		return ahead < 0 && ahead > -3 ? year : ahead < 0 ? year + 1 : year;
	return ahead > 0 ? (when == WW_TENSE_NONE && ahead < 4 ? year : year - 1) : year;
}

static void calendar(resolve *r) {
	int year = named_year(r), month = month_of(part(r, "mon")), day = ordinal_of(part(r, "day"));
	ww_piece number = part(r, "m"), mrel = part(r, "mrel");
	if (number.text)
		month = digits(number);
	if (year < 0)
		return;
	if (!year && !now(r)->known)
		return;
	if (month <= 0 && day > 0) {
		/* "Friday the 13th": the latest month in which it was one. */
		int wd = weekday_of(part(r, "wd"));
		ww_civil c = now(r)->at;
		bool ahead = tense(r) == WW_TENSE_FUTURE;
		c.day = 1;
		for (int i = 0; i < 14; i++, c = ww_add_months(c, ahead ? 1 : -1)) {
			ww_civil d = { c.year, c.month, day };
			if (!ww_civil_valid(d))
				continue;
			int gap = ww_days_from_civil(d) - ww_days_from_civil(now(r)->at);
			if ((ahead ? gap >= 0 : gap <= 0) && (wd < 0 || ww_weekday(ww_days_from_civil(d)) == wd)) {
				say(r, WW_UNIT_DAY, d);
				return;
			}
		}
		return;
	}
	if (!year && mrel.text) {
		const ww_civil from = now(r)->at;
		year = from.year;
		if (contains(mrel, "last") || contains(mrel, "past") || contains(mrel, "previous"))
			year -= month >= from.month;
		else if (contains(mrel, "next") || contains(mrel, "coming") || contains(mrel, "following"))
			year += month <= from.month;
	}
	if (!year)
		year = nearest_year(r, month, day > 0 ? day : 0);
	if (month <= 0)
		say(r, WW_UNIT_YEAR, (ww_civil){ year, 1, 1 });
	else if (day <= 0)
		say(r, WW_UNIT_MONTH, (ww_civil){ year, month, 1 });
	else if (ww_civil_valid((ww_civil){ year, month, day }))
		say(r, WW_UNIT_DAY, (ww_civil){ year, month, day });
	if (*r->value && day > 0)
		append(r, part_of_day(part(r, "part")));
}

/* "03/04/2024": a part over 12 is the day; else what the article's other dates
 * do; else the American order. */
static bool day_first(const ww_chain *chain, int a, int b) {
	return a > 12 || (b <= 12 && chain->order < 0);
}

static void numeric(resolve *r) {
	int a = digits(part(r, "a")), b = digits(part(r, "b")), year = named_year(r);
	if (!year && a == 9 && b == 11) {
		say(r, WW_UNIT_DAY, (ww_civil){ 2001, 9, 11 });
		return;
	}
	bool swap = day_first(r->chain, a, b);
	ww_civil c = { year, swap ? b : a, swap ? a : b };
	if (!year) {
		if (!now(r)->known || c.month > 12)
			return;
		c.year = nearest_year(r, c.month, c.day);
	}
	if (ww_civil_valid(c))
		say(r, WW_UNIT_DAY, c);
}

static void weekday(resolve *r) {
	int wd = weekday_of(part(r, "wd"));
	ww_piece rel = part(r, "rel"), week = part(r, "wrel"), ago = part(r, "ago");
	bool anchored = contains(rel, "following") || contains(rel, "previous") ||
	                contains(rel, "the next") || contains(rel, "preceding") || begins(rel, "that") ||
	                contains(rel, "same") || begins(week, "that") || begins(week, "the ");
	const ww_moment *from = anchored ? anchor(r) : now(r);
	if (!from->known)
		return;
	int base = ww_days_from_civil(from->at), today = ww_weekday(base);
	int back = (today - wd + 7) % 7; /* days since the latest one */
	int day = base - back;
	if (week.text)
		day = base - today + wd + (begins(week, "last") || contains(week, "previous")     ? -7
		                           : begins(week, "next") || contains(week, "following") ? 7
		                                                                                 : 0);
	else if (ago.text)
		day -= 7 * (int)number_of(r->grammar, ago);
	else if (contains(rel, "last") || contains(rel, "previous") || contains(rel, "preceding"))
		day = back == 0 ? base - 7 : day;
	else if (contains(rel, "past"))
		day = back == 0 ? base - 7 : day;
	else if (contains(rel, "next") || contains(rel, "following") || contains(rel, "coming"))
		day = base - back + 7;
	else if (begins(rel, "this"))
		day = base - today + wd + (wd < today && tense(r) != WW_TENSE_PAST ? 7 : 0);
	else if (back != 0 && !is_possessive(r) && tense(r) == WW_TENSE_FUTURE)
		day = base - back + 7;
	say(r, WW_UNIT_DAY, ww_civil_from_days(day));
	append(r, part_of_day(part(r, "part")));
}

/* Moves a date by n units. */
static ww_civil shift(ww_civil c, int unit, int n) {
	switch (unit) {
	case WW_UNIT_SECOND:
	case WW_UNIT_MINUTE:
	case WW_UNIT_HOUR: return c;
	case WW_UNIT_DAY:
	case WW_UNIT_NIGHT: return plus_days(c, n);
	case WW_UNIT_WEEKEND:
	case WW_UNIT_WEEK: return plus_days(c, 7 * n);
	case WW_UNIT_FORTNIGHT: return plus_days(c, 14 * n);
	case WW_UNIT_MONTH: return ww_add_months(c, n);
	case WW_UNIT_QUARTER: return ww_add_months(c, 3 * n);
	case WW_UNIT_HALF: return ww_add_months(c, 6 * n);
	case WW_UNIT_YEAR: return ww_add_months(c, 12 * n);
	case WW_UNIT_DECADE: return ww_add_months(c, 120 * n);
	default: return ww_add_months(c, 1200 * n);
	}
}

/* "last week", "that day", "early this year", "the end of the month". */
static void relative(resolve *r) {
	int unit = unit_of(r->grammar, part(r, "unit"));
	ww_piece rel = part(r, "rel");
	bool anchored = contains(rel, "that") || contains(rel, "same") || contains(rel, "following") ||
	                contains(rel, "previous") || contains(rel, "preceding") || contains(rel, "prior") ||
	                (contains(rel, "the next"));
	const ww_moment *from = anchored ? anchor(r) : now(r);
	if (!from->known)
		return;
	if (unit == WW_UNIT_NIGHT || unit == WW_UNIT_HOUR || unit == WW_UNIT_MINUTE)
		unit = WW_UNIT_DAY;
	int n = contains(rel, "last") || contains(rel, "previous") || contains(rel, "preceding") ||
	                        contains(rel, "prior") || contains(rel, "past")
	                ? -1
	        : contains(rel, "next") || contains(rel, "following") || contains(rel, "coming") ? 1
	                                                                                         : 0;
	if (unit == WW_UNIT_WEEKEND && !rel.len) {
		/* "over the weekend": the one just past; ahead of one, the coming. */
		int today = ww_weekday(ww_days_from_civil(from->at));
		n = tense(r) == WW_TENSE_FUTURE || today >= 5 ? 0 : -1;
	}
	if (from->unit > unit && from->unit != WW_UNIT_NIGHT && anchored && unit == WW_UNIT_DAY) {
		print(r, "XXXX-XX-XX");
		return;
	}
	if (unit == WW_UNIT_YEAR && has(r, "close")) {
		say(r, WW_UNIT_DAY, (ww_civil){ from->at.year, 12, 31 });
		return;
	}
	if (unit == WW_UNIT_DAY && n == 0 && contains(rel, "this"))
		from = now(r);
	say(r, unit, shift(from->at, unit, n));
}

static void ago(resolve *r) {
	ww_piece dir = part(r, "dir"), count = part(r, "n");
	int unit = unit_of(r->grammar, part(r, "unit"));
	double n = count.text && count.len ? number_of(r->grammar, count) : -1;
	bool back = begins(dir, "ago") || begins(dir, "earlier") || begins(dir, "before") ||
	            begins(dir, "previous") || begins(dir, "back") || begins(dir, "prior");
	bool anchored = !begins(dir, "ago") && !begins(dir, "from") && !begins(dir, "back") &&
	                !begins(dir, "hence");
	if (part(r, "part").text && !part(r, "unit").text) {
		unit = WW_UNIT_DAY;
		n = 1;
	}
	if (count.text && !count.len && contains(dir, "before"))
		n = 1;
	if (n < 0 && (begins(dir, "before") || begins(dir, "after") || begins(dir, "follow")) && !count.len)
		n = 1;
	if (n < 0) {
		print(r, back ? "PAST_REF" : "FUTURE_REF");
		return;
	}
	const ww_moment *from = anchored ? anchor(r) : now(r);
	if (!from->known)
		return;
	if (unit < WW_UNIT_DAY) {
		if (from->unit <= WW_UNIT_DAY)
			say(r, WW_UNIT_DAY, from->at);
		return;
	}
	if (anchored && from->unit > unit && from->unit >= WW_UNIT_MONTH) {
		print(r, unit >= WW_UNIT_MONTH ? "XXXX-XX" : unit >= WW_UNIT_WEEK ? "XXXX-WXX" : "XXXX-XX-XX");
		return;
	}
	ww_civil at;
	if (n != (int)n && unit == WW_UNIT_YEAR)
		at = shift(from->at, WW_UNIT_MONTH, (int)(back ? -n * 12 : n * 12));
	else
		at = shift(from->at, unit, (int)(back ? -n : n));
	if (unit == WW_UNIT_NIGHT)
		unit = WW_UNIT_DAY;
	if (unit == WW_UNIT_FORTNIGHT)
		unit = WW_UNIT_WEEK;
	if (unit == WW_UNIT_DECADE && n > 1)
		unit = WW_UNIT_DECADE;
	say(r, unit, at);
	append(r, part_of_day(part(r, "part")));
}

/* "a year earlier" is of the size of what it compares with. */
static void year_ago(resolve *r) {
	const ww_chain *c = r->chain;
	if (c->quarter.known && !c->narrative) {
		say(r, c->quarter.unit, shift(c->quarter.at, WW_UNIT_YEAR, -1));
		return;
	}
	const ww_moment *from = begins(part(r, "dir"), "ago") ? now(r) : anchor(r);
	if (from->known)
		say(r, WW_UNIT_YEAR, shift(from->at, WW_UNIT_YEAR, -1));
}

/* Writes "P5D", "PT90M", "PXY"; n < 0 is a vague number. */
static void print_duration(const resolve *r, double n, int unit) {
	static const struct {
		const char *letter;
		int times;
	} units[] = {
		[WW_UNIT_SECOND] = { "S", 1 },  [WW_UNIT_MINUTE] = { "M", 1 },
		[WW_UNIT_HOUR] = { "H", 1 },    [WW_UNIT_DAY] = { "D", 1 },
		[WW_UNIT_NIGHT] = { "D", 1 },   [WW_UNIT_WEEKEND] = { "WE", 1 },
		[WW_UNIT_WEEK] = { "W", 1 },    [WW_UNIT_FORTNIGHT] = { "W", 2 },
		[WW_UNIT_MONTH] = { "M", 1 },   [WW_UNIT_QUARTER] = { "M", 3 },
		[WW_UNIT_HALF] = { "M", 6 },    [WW_UNIT_YEAR] = { "Y", 1 },
		[WW_UNIT_DECADE] = { "Y", 10 }, [WW_UNIT_CENTURY] = { "Y", 100 },
		[WW_UNIT_MILLENNIUM] = { "Y", 1000 },
	};
	const char *time = unit <= WW_UNIT_HOUR ? "T" : "";
	if (n < 0)
		print(r, "P%sX%s", time, unit == WW_UNIT_DECADE ? "DE" : unit == WW_UNIT_CENTURY ? "CE"
		                         : unit == WW_UNIT_QUARTER ? "Q" : units[unit].letter);
	else if (n == 0.5 && (unit == WW_UNIT_HOUR || unit == WW_UNIT_YEAR))
		print(r, unit == WW_UNIT_HOUR ? "PT30M" : "P6M");
	else if (n - (int)n == 0.5 && (unit == WW_UNIT_HOUR || unit == WW_UNIT_MINUTE || unit == WW_UNIT_YEAR))
		print(r, "P%s%d%s%s", time, (int)n, units[unit].letter,
		      unit == WW_UNIT_HOUR ? "30M" : unit == WW_UNIT_MINUTE ? "30S" : "6M");
	else
		print(r, "P%s%.10g%s", time, n * units[unit].times, units[unit].letter);
}

static void duration(resolve *r) {
	if (has(r, "q")) {
		print(r, has(r, "q3") ? "PT45M" : "PT15M");
		return;
	}
	ww_piece count = part(r, "n"), second = part(r, "n2");
	int unit = unit_of(r->grammar, part(r, "unit"));
	double n = count.text && count.len ? number_of(r->grammar, count) : count.text ? -1 : 1;
	if (!count.text || (!count.len && begins(part(r, "unit"), "year") && part(r, "unit").len == 4))
		n = 1;
	if (second.text && !has(r, "unit2"))
		n += 0.5;
	print_duration(r, n, unit);
	if (second.text && has(r, "unit2")) {
		static const char letters[] = { 'S', 'M', 'H', 'D', 'D', 'D', 'W', 'W', 'M' };
		int unit2 = unit_of(r->grammar, part(r, "unit2"));
		char more[32];
		snprintf(more, sizeof more, "%s%.10g%c", unit2 <= WW_UNIT_HOUR && unit > WW_UNIT_HOUR ? "T" : "",
		         number_of(r->grammar, second), unit2 < (int)sizeof letters ? letters[unit2] : 'M');
		append(r, more);
	}
}

static void set(resolve *r) {
	ww_piece wd = part(r, "wd"), mon = part(r, "mon"), season = part(r, "season"), adverb = part(r, "set");
	int times = has(r, "other") ? contains(part(r, "other"), "third") ? 3 : 2 : 1;
	if (wd.text && times == 1) {
		print(r, "XXXX-WXX-%d", weekday_of(wd) + 1);
		append(r, part_of_day(part(r, "part")));
	} else if (wd.text) {
		print(r, "P%dW", times);
	} else if (mon.text) {
		print(r, has(r, "day") ? "XXXX-%02d-%02d" : "XXXX-%02d", month_of(mon), ordinal_of(part(r, "day")));
	} else if (season.text) {
		print(r, "XXXX-%s", seasons[index_of(season, "spsufawi", 2) < 0 ? 2 : index_of(season, "spsufawi", 2)]);
	} else if (adverb.text) {
		const ww_word *word = ww_lexicon_look_up(ww_grammar_lexicon(r->grammar), adverb.text, adverb.len);
		print_duration(r, 1, word ? word->value : WW_UNIT_DAY);
	} else if (has(r, "part")) {
		print(r, "P1D");
	} else {
		ww_piece n = part(r, "n");
		print_duration(r, n.text && n.len ? number_of(r->grammar, n) : times, unit_of(r->grammar, part(r, "unit")));
	}
}

/* The first day of quarter q. */
static ww_civil quarter_start(int year, int q) {
	return (ww_civil){ year, 3 * q - 2, 1 };
}

/* Companies report on a quarter that is over: one still to end is not what "a
 * year earlier" compares with. */
static void say_quarter(resolve *r, ww_civil at) {
	say(r, WW_UNIT_QUARTER, at);
	ww_civil end = ww_add_months(quarter_start(at.year, quarter_of(at)), 3);
	if (!r->chain->reference.known ||
	    ww_days_from_civil(end) <= ww_days_from_civil(r->chain->reference.at) + 15)
		r->chain->quarter = r->moment;
}

static void quarter(resolve *r) {
	ww_piece rel = part(r, "rel"), half = part(r, "half");
	int q = ordinal_of(part(r, "ord")), year = named_year(r);
	const ww_moment *known = &r->chain->quarter, *today = now(r);
	if (month_of(part(r, "mon")) > 0)
		q = (month_of(part(r, "mon")) + 2) / 3;
	if (year < 0 || (!year && !today->known))
		return;
	if (half.text) {
		int second = begins(half, "sec") || begins(half, "lat") || begins(half, "las") || begins(half, "2");
		if (!year) {
			year = today->at.year;
			if (has(r, "yearago"))
				year--;
			else if (second && today->at.month <= 6 && tense(r) != WW_TENSE_FUTURE)
				year--;
		}
		say(r, WW_UNIT_HALF, (ww_civil){ year, second ? 7 : 1, 1 });
		r->chain->quarter = r->moment;
		return;
	}
	if (has(r, "month") && has(r, "yearago")) {
		const ww_moment *from = anchor(r);
		say(r, WW_UNIT_MONTH, shift(from->at, WW_UNIT_YEAR, -1));
		return;
	}
	if (has(r, "yearago")) {
		if (q > 0)
			say(r, WW_UNIT_QUARTER, quarter_start(known->known ? known->at.year - 1 : today->at.year - 1, q));
		else if (known->known)
			say(r, known->unit, shift(known->at, WW_UNIT_YEAR, -1));
		else
			say(r, WW_UNIT_YEAR, shift(today->at, WW_UNIT_YEAR, -1));
		return;
	}
	if (has(r, "like") && year) {
		if (known->known)
			say(r, known->unit, (ww_civil){ year, known->at.month, 1 });
		else
			say(r, WW_UNIT_YEAR, (ww_civil){ year, 1, 1 });
		return;
	}
	if (q > 0) {
		if (!year) {
			year = today->at.year;
			if (quarter_start(year, q).month > today->at.month && tense(r) != WW_TENSE_FUTURE)
				year--;
		}
		say_quarter(r, quarter_start(year, q));
		return;
	}
	ww_civil base = today->at;
	if (begins(rel, "this") || contains(rel, "current"))
		say_quarter(r, base);
	else if (contains(rel, "next") || contains(rel, "coming"))
		say_quarter(r, shift(base, WW_UNIT_QUARTER, 1));
	else if (known->known && (contains(rel, "previous") || contains(rel, "preceding") || contains(rel, "prior")))
		say(r, known->unit, shift(known->at, WW_UNIT_QUARTER, -1));
	else if (known->known && !begins(rel, "last"))
		say(r, known->unit, known->at);
	else
		say_quarter(r, shift(base, WW_UNIT_QUARTER, -1));
}

static void season(resolve *r) {
	ww_piece name = part(r, "season"), rel = part(r, "srel");
	int s = index_of(name, "spsufawi", 2), year = named_year(r);
	if (s < 0)
		s = 2; /* autumn */
	if (year < 0 || (!year && !now(r)->known))
		return;
	static const int first_month[] = { 3, 6, 9, 12 };
	if (!year) {
		ww_civil at = (contains(rel, "that") || contains(rel, "same") ? anchor(r) : now(r))->at;
		int begins_in = first_month[s];
		year = at.year;
		bool anchored = r->chain->narrative || contains(rel, "that") || contains(rel, "same");
		if (contains(rel, "last") || contains(rel, "previous") || contains(rel, "past"))
			year -= at.month < begins_in + 3;
		else if (contains(rel, "next") || contains(rel, "following"))
			year += at.month >= begins_in;
		else if (begins(rel, "this") || contains(rel, "coming"))
			year -= s == 3 && at.month < 3;
		else if (!anchored && at.month < begins_in && tense(r) != WW_TENSE_FUTURE)
			year--;
		else if (anchored && s == 3 && at.month < 4)
			year--;
	}
	print(r, "%04d-%s", year, seasons[s]);
	r->moment = (ww_moment){ true, WW_UNIT_QUARTER, { year, first_month[s], 1 } };
}

static void decade(resolve *r) {
	ww_piece dec = part(r, "dec"), word = part(r, "decw");
	int n = digits(dec);
	if (word.text) {
		const ww_word *w = ww_lexicon_look_up(ww_grammar_lexicon(r->grammar), word.text, word.len);
		n = w ? w->value / 10 : 0;
	}
	if (n < 10)
		n += 190;
	say(r, WW_UNIT_DECADE, (ww_civil){ n * 10, 1, 1 });
}

static void century(resolve *r) {
	ww_piece c = part(r, "c"), other = part(r, "c2"), word = part(r, "cw");
	int n = r->mark->end_of_range == 2 ? digits(other) : digits(c);
	if (word.text)
		n = ordinal_of(word);
	if (n < 1 || n > 30)
		return;
	if (has(r, "bc"))
		print(r, "BC%02d", n - 1);
	else
		print(r, "%02d", n - 1);
}

static void before_christ(resolve *r) {
	int y = digits(part(r, r->mark->end_of_range == 1 ? "y1" : "y")), month = month_of(part(r, "mon"));
	ww_piece s = part(r, "season");
	if (month > 0)
		print(r, "BC%04d-%02d", y, month);
	else if (s.text)
		print(r, "BC%04d-%s", y, seasons[index_of(s, "spsufawi", 2) < 0 ? 2 : index_of(s, "spsufawi", 2)]);
	else
		print(r, "BC%04d", y);
}

/* The day of "today", "this morning", "last night"; false when unknown. */
static bool day_of(const resolve *r, ww_civil *out) {
	ww_piece word = part(r, "dayword"), rel = part(r, "dayrel");
	bool anchored = begins(rel, "that") || contains(rel, "same") || contains(rel, "next") ||
	                contains(rel, "following") || contains(rel, "previous") || begins(rel, "the");
	const ww_moment *from = anchored ? anchor(r) : now(r);
	if (!from->known || (anchored && from->unit > WW_UNIT_NIGHT))
		return false;
	int n = begins(word, "yesterday") || begins(rel, "last") || contains(rel, "previous") ? -1
	        : begins(word, "tomorrow") || contains(rel, "next") || contains(rel, "following") ? 1
	        : begins(word, "day before") ? -2
	        : begins(word, "day after") ? 2 : 0;
	*out = plus_days(from->at, n);
	return true;
}

static void day(resolve *r) {
	ww_civil at;
	ww_piece p = part(r, "part");
	if (begins(p, "overnight") && now(r)->known)
		say(r, WW_UNIT_DAY, plus_days(now(r)->at, tense(r) == WW_TENSE_FUTURE ? 0 : -1));
	else if (day_of(r, &at))
		say(r, WW_UNIT_DAY, at);
	else if (p.text)
		print(r, "XXXX-XX-XX");
	append(r, part_of_day(p));
}

/* Moves a time by what "a quarter past" or "ten minutes to" says. */
static void move_past(const resolve *r, int *hour, int *minute) {
	ww_piece past = part(r, "past"), dir = part(r, "dirn");
	if (!past.text)
		return;
	int n = begins(past, "quarter") ? 15 : begins(past, "half") ? 30
	                                     : (int)number_of(r->grammar, past);
	if (begins(dir, "past") || begins(dir, "after")) {
		*minute = n;
		return;
	}
	*hour = (*hour + 23) % 24;
	*minute = 60 - n;
}

/* The hour and minute of a mention; false when they are none. */
static bool hour_of(const resolve *r, int *hour, int *minute) {
	ww_piece hh = part(r, "hh"), ampm = part(r, "ampm"), p = part(r, "part");
	ww_piece mm = r->mark->end_of_range ? own_part(r, "mm") : part(r, "mm");
	bool evening = begins(ampm, "p") || contains(p, "afternoon") || contains(p, "evening");
	int h = digits(hh);
	if (contains(hh, "noon") || contains(hh, "midday"))
		h = 12;
	else if (contains(hh, "midnight"))
		h = 0;
	else if (h < 0)
		h = (int)number_of(r->grammar, hh);
	*minute = mm.text ? digits(mm) : 0;
	if (h > 24 || h < 0)
		return false;
	if (r->mark->end_of_range == 1 && ampm.text && !own_part(r, "ampm").text) {
		/* "11 to 1 p.m.": the first is before noon. */
		int last = (int)number_of(r->grammar, part(r, "last"));
		if (last > 0 && h % 12 > last % 12)
			evening = !evening;
	}
	if ((evening || (contains(p, "night") && h > 5)) && h < 12)
		h += 12;
	else if (!evening && (begins(ampm, "a") || contains(p, "morning")) && h == 12)
		h = 0;
	move_past(r, &h, minute);
	*hour = h;
	return true;
}

static void clock_time(resolve *r) {
	ww_piece p = part(r, "part");
	int hour, minute, second = digits(part(r, "ss"));
	if (!hour_of(r, &hour, &minute))
		return;
	/* The day: named here, or the one told last, or the article's own. */
	ww_moment last = r->chain->last;
	if (has(r, "mon") || has(r, "m")) {
		calendar(r);
		if (strlen(r->value) > 10)
			r->value[10] = '\0';
	} else if (has(r, "wd")) {
		weekday(r);
		if (strlen(r->value) > 10)
			r->value[10] = '\0';
	} else if (has(r, "dayword")) {
		ww_civil at;
		if (day_of(r, &at))
			say(r, WW_UNIT_DAY, at);
	} else if (now(r)->known && (begins(p, "tonight") || begins(p, "this") || begins(p, "last"))) {
		say(r, WW_UNIT_DAY, plus_days(now(r)->at, begins(p, "last") ? -1 : 0));
	} else if (last.known && last.unit <= WW_UNIT_NIGHT && (r->chain->last_here || r->chain->narrative)) {
		say(r, WW_UNIT_DAY, last.at);
	} else if (now(r)->known) {
		say(r, WW_UNIT_DAY, now(r)->at);
	}
	if (!*r->value)
		print(r, "XXXX-XX-XX");
	char time[32];
	if (second >= 0)
		snprintf(time, sizeof time, "T%02d:%02d:%02d", hour, minute, second % 60);
	else
		snprintf(time, sizeof time, "T%02d:%02d", hour, minute);
	append(r, time);
	ww_piece offset = part(r, "offset");
	if (offset.text && offset.len < 8) {
		char copy[8] = { 0 };
		memcpy(copy, offset.text, offset.len);
		append(r, copy);
	}
}

/* Holidays: a day of a month, the n-th weekday of a month (-1: the last), or
 * days from Easter. */
typedef enum { FIXED, NTH, EASTER, BEFORE } holiday_rule;

static const struct {
	const char *name; /* how it begins, in lower case */
	uint8_t rule;
	int8_t month, day, weekday; /* `day` is n of NTH, the offset of EASTER */
} holidays[] = {
	{ "christmas eve", FIXED, 12, 24, 0 }, { "christmas", FIXED, 12, 25, 0 },
	{ "xmas", FIXED, 12, 25, 0 },          { "boxing", FIXED, 12, 26, 0 },
	{ "new year's eve", FIXED, 12, 31, 0 }, { "new year\xE2\x80\x99s eve", FIXED, 12, 31, 0 },
	{ "new years eve", FIXED, 12, 31, 0 }, { "new year eve", FIXED, 12, 31, 0 },
	{ "new year", FIXED, 1, 1, 0 },        { "epiphany", FIXED, 1, 6, 0 },
	{ "easter monday", EASTER, 0, 1, 0 },  { "easter saturday", EASTER, 0, -1, 0 },
	{ "easter", EASTER, 0, 0, 0 },         { "good friday", EASTER, 0, -2, 0 },
	{ "maundy", EASTER, 0, -3, 0 },        { "palm sunday", EASTER, 0, -7, 0 },
	{ "ash wednesday", EASTER, 0, -46, 0 }, { "shrove", EASTER, 0, -47, 0 },
	{ "ascension", EASTER, 0, 39, 0 },     { "whit monday", EASTER, 0, 50, 0 },
	{ "whit", EASTER, 0, 49, 0 },          { "pentecost", EASTER, 0, 49, 0 },
	{ "thanksgiving", NTH, 11, 4, 3 },     { "halloween", FIXED, 10, 31, 0 },
	{ "valentine", FIXED, 2, 14, 0 },      { "juneteenth", FIXED, 6, 19, 0 },
	{ "memorial", NTH, 5, -1, 0 },         { "labor", NTH, 9, 1, 0 },
	{ "labour", NTH, 9, 1, 0 },            { "independence", FIXED, 7, 4, 0 },
	{ "veterans", FIXED, 11, 11, 0 },      { "armistice", FIXED, 11, 11, 0 },
	{ "remembrance sunday", NTH, 11, 2, 6 }, { "remembrance", FIXED, 11, 11, 0 },
	{ "president", NTH, 2, 3, 0 },         { "columbus", NTH, 10, 2, 0 },
	{ "indigenous", NTH, 10, 2, 0 },       { "mlk", NTH, 1, 3, 0 },
	{ "martin", NTH, 1, 3, 0 },            { "king", NTH, 1, 3, 0 },
	{ "earth day", FIXED, 4, 22, 0 },      { "st", FIXED, 3, 17, 0 },
	{ "saint", FIXED, 3, 17, 0 },          { "groundhog", FIXED, 2, 2, 0 },
	{ "flag", FIXED, 6, 14, 0 },           { "mothering", EASTER, 0, -21, 0 },
	{ "mother", NTH, 5, 2, 6 },
	{ "father", NTH, 6, 3, 6 },            { "guy", FIXED, 11, 5, 0 },
	{ "bonfire", FIXED, 11, 5, 0 },        { "cyber", BEFORE, 11, 4, 0 },
	{ "black", BEFORE, 11, 1, 0 },         { "april", FIXED, 4, 1, 0 },
	{ "canada", FIXED, 7, 1, 0 },          { "bastille", FIXED, 7, 14, 0 },
	{ "anzac", FIXED, 4, 25, 0 },          { "burns", FIXED, 1, 25, 0 },
	{ "all saints", FIXED, 11, 1, 0 },     { "all souls", FIXED, 11, 2, 0 },
	{ "election", NTH, 11, 1, 0 },         { "inauguration", FIXED, 1, 20, 0 },
	{ "may day", FIXED, 5, 1, 0 },         { "super tuesday", NTH, 3, 1, 1 },
	{ "early", NTH, 5, 1, 0 },             { "spring", NTH, 5, -1, 0 },
	{ "late", NTH, 8, -1, 0 },             { "summer", NTH, 8, -1, 0 },
	{ "august", NTH, 8, -1, 0 },           { "mardi", EASTER, 0, -47, 0 },
	{ "pancake", EASTER, 0, -47, 0 },      { "victoria", NTH, 5, 3, 0 },
};

static ww_civil holiday_in(size_t i, int year) {
	int month = holidays[i].month, n = holidays[i].day, wd = holidays[i].weekday;
	switch (holidays[i].rule) {
	case FIXED: return (ww_civil){ year, month, n };
	case EASTER: return plus_days(ww_easter(year), n);
	case BEFORE: /* days after Thanksgiving */
		return ww_civil_from_days(ww_nth_weekday(year, 11, 3, 4) + n);
	default: {
		/* Election Day is the Tuesday after the first Monday; Victoria Day the Monday before
		 * 25 May. */
		ww_civil c = ww_civil_from_days(ww_nth_weekday(year, month, wd, n));
		if (strcmp(holidays[i].name, "victoria") == 0)
			return c.day < 18 ? plus_days(c, 7) : c;
		return strcmp(holidays[i].name, "election") == 0 ? plus_days(c, 1) : c;
	}
	}
}

static void holiday(resolve *r) {
	ww_piece name = part(r, "holiday"), rel = part(r, "hrel");
	int year = named_year(r);
	size_t i = 0, n = sizeof holidays / sizeof *holidays;
	while (i < n && !begins(name, holidays[i].name))
		i++;
	if (i == n || year < 0 || (!year && !now(r)->known))
		return;
	if (!year) {
		int today = ww_days_from_civil(now(r)->at), best = 0, least = 1 << 30;
		for (int y = now(r)->at.year - 1; y <= now(r)->at.year + 1; y++) {
			int distance = ww_days_from_civil(holiday_in(i, y)) - today;
			bool back = begins(rel, "last") || contains(rel, "previous");
			bool ahead = begins(rel, "next") || contains(rel, "following");
			if ((back && distance >= 0) || (ahead && distance <= 0))
				continue;
			if (distance < 0)
				distance = -distance;
			if (distance < least) {
				least = distance;
				best = y;
			}
		}
		year = r->chain->narrative && r->chain->last.known ? now(r)->at.year : best;
	}
	ww_civil at = holiday_in(i, year);
	if (has(r, "hweekend")) {
		/* Its nearest Saturday: a Monday ends one. */
		int wd = ww_weekday(ww_days_from_civil(at));
		say(r, WW_UNIT_WEEKEND, plus_days(at, wd < 2 ? -2 - wd : 5 - wd));
		return;
	}
	say(r, WW_UNIT_DAY, at);
}

/* The first day of the month that "the first Monday of …" counts in; of a year alone, January. */
static bool month_to_count_in(const resolve *r, ww_civil *out) {
	int year = named_year(r), month = month_of(part(r, "mon"));
	ww_piece of = part(r, "of");
	if (year < 0 || (!year && !now(r)->known))
		return false;
	if (of.text) {
		bool anchored = !begins(of, "this") && !begins(of, "last") && !begins(of, "next");
		ww_civil at = (anchored ? anchor(r) : now(r))->at;
		int n = begins(of, "last") || contains(of, "previous") || contains(of, "past")     ? -1
		        : begins(of, "next") || contains(of, "following") || contains(of, "coming") ? 1
		                                                                                     : 0;
		*out = ww_add_months((ww_civil){ at.year, at.month, 1 }, n);
		return true;
	}
	if (!year)
		year = nearest_year(r, month, 0);
	*out = (ww_civil){ year, month > 0 ? month : 1, 1 };
	return true;
}

/* Says the n-th week of a year: the last when n is -1. */
static void say_nth_week(resolve *r, int year, int n) {
	int first = ww_days_from_civil((ww_civil){ year, 1, 4 });
	int last = ww_days_from_civil((ww_civil){ year, 12, 28 });
	say(r, WW_UNIT_WEEK, ww_civil_from_days(n < 0 ? last : first + 7 * (n - 1)));
}

/* "the first Monday of June", "the last week of 2016", "the 20th day of next month". */
static void nth(resolve *r) {
	ww_piece which = part(r, "nth");
	int n = begins(which, "last") || begins(which, "final") ? -1 : ordinal_of(which);
	bool of_month = has(r, "mon") || has(r, "of");
	int unit = has(r, "unit") ? unit_of(r->grammar, part(r, "unit")) : WW_UNIT_DAY;
	ww_civil c;
	if (n == 0 || n > 31 || !month_to_count_in(r, &c))
		return;
	if (unit == WW_UNIT_MONTH) {
		say(r, unit, (ww_civil){ c.year, n < 0 ? 12 : n, 1 });
		return;
	}
	if (unit == WW_UNIT_WEEK && !of_month) {
		say_nth_week(r, c.year, n);
		return;
	}
	if (!of_month && n < 0)
		c.month = 12;
	ww_civil at = { c.year, c.month, n };
	if (has(r, "wd") || unit != WW_UNIT_DAY) {
		/* A month's first week is the one with its first Thursday, as ISO's is of a year. */
		int wd = has(r, "wd") ? weekday_of(part(r, "wd")) : unit == WW_UNIT_WEEK ? 3 : 5;
		at = ww_civil_from_days(ww_nth_weekday(c.year, c.month, wd, n));
	} else if (n < 0) {
		at = plus_days(ww_add_months((ww_civil){ c.year, c.month, 1 }, 1), -1);
	}
	if (ww_civil_valid(at) && at.month == c.month)
		say(r, unit, at);
}

/* "the week of May 3" */
static void week_of(resolve *r) {
	if (has(r, "mon"))
		calendar(r);
	else if (has(r, "wd"))
		weekday(r);
	else
		day(r);
	if (!r->moment.known)
		return;
	ww_civil at = r->moment.at;
	*r->value = '\0';
	say(r, WW_UNIT_WEEK, at);
}

static void span(resolve *r) {
	int year = digits(part(r, "year")), to = digits(part(r, "to"));
	int end = year - year % 100 + to;
	if (end <= year)
		end += 100;
	print(r, "%04d/%04d", year, end);
}

static void present(resolve *r) { print(r, "PRESENT_REF"); }
static void past(resolve *r) { print(r, "PAST_REF"); }
static void future(resolve *r) { print(r, "FUTURE_REF"); }
static void nothing(resolve *r) { (void)r; }

static void (*const resolvers[WW_N_MEANINGS])(resolve *) = {
	[WW_MEANS_NOTHING] = nothing,    [WW_MEANS_CALENDAR] = calendar,
	[WW_MEANS_NUMERIC] = numeric,    [WW_MEANS_WEEKDAY] = weekday,
	[WW_MEANS_RELATIVE] = relative,  [WW_MEANS_AGO] = ago,
	[WW_MEANS_YEAR_AGO] = year_ago,  [WW_MEANS_DURATION] = duration,
	[WW_MEANS_SET] = set,            [WW_MEANS_QUARTER] = quarter,
	[WW_MEANS_SEASON] = season,      [WW_MEANS_DECADE] = decade,
	[WW_MEANS_CENTURY] = century,    [WW_MEANS_CLOCK] = clock_time,
	[WW_MEANS_DAY] = day,            [WW_MEANS_HOLIDAY] = holiday,
	[WW_MEANS_SPAN] = span,          [WW_MEANS_BC] = before_christ,
	[WW_MEANS_WEEK_OF] = week_of,
	[WW_MEANS_NTH] = nth,
	[WW_MEANS_PRESENT] = present,    [WW_MEANS_PAST] = past,
	[WW_MEANS_FUTURE] = future,
};

int ww_date_resolve(ww_grammar *grammar, const char *text, size_t len, const ww_mark *mark,
                    ww_chain *chain, char value[WW_VALUE_MAX]) {
	*value = '\0';
	int err = ww_date_match(grammar, text, len, mark);
	if (err)
		return err;
	resolve r = { grammar, text, len, mark, chain, value, { false, 0, { 0, 0, 0 } } };
	resolvers[ww_date_forms[mark->form].meaning](&r);
	if (r.moment.known) {
		chain->last = r.moment;
		chain->last_here = true;
	}
	return WW_OK;
}

bool ww_date_tells_order(uint16_t form) {
	const ww_form *f = &ww_date_forms[form];
	return f->meaning == WW_MEANS_NUMERIC || (f->meaning == WW_MEANS_CALENDAR && f->head == WW_HEAD_NUMBER);
}

void ww_chain_add_order(ww_chain *chain, const char *text, const ww_mark *mark) {
	const ww_form *f = &ww_date_forms[mark->form];
	ww_piece a = { text + mark->start, mark->end - mark->start };
	int first = digits(a);
	if (f->meaning == WW_MEANS_NUMERIC) {
		size_t i = 0;
		while (i < a.len && a.text[i] >= '0' && a.text[i] <= '9')
			i++;
		int second = digits((ww_piece){ a.text + i, a.len - i });
		chain->order += first > 12 && second <= 12 ? -2 : second > 12 && first <= 12 ? 2 : 0;
	} else if (first >= 1 && first <= 31) {
		chain->order -= 1; /* "14 July": a British hand */
	}
}
