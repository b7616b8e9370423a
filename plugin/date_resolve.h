/* date_resolve.h: what the resolvers of values share.
 *
 * A resolver takes one mention: it reads its parts and relates them to what the chain has of the
 * article so far.  It writes the value with ww_say(), which is also what the chain moves on to, or
 * with ww_print() where nothing can hang on it. */
#ifndef WW_DATE_RESOLVE_H
#define WW_DATE_RESOLVE_H

#include "date_part.h"
#include "date_value.h"
#include "tense.h"

/* One mention being resolved. */
typedef struct {
	const ww_lexicon *lexicon;
	ww_matcher *matcher;
	const ww_parts *parts;
	const ww_date_block *block;
	const char *text; /* of the block */
	size_t len;
	const ww_mark *mark;
	ww_chain *chain;
	char *value;
	bool early;       /* it is asked before those that stand before it */
	ww_tense *tense;  /* that of its clause, once it was asked for: reading one costs most */
	ww_moment moment; /* what the chain moves on to; unknown: it stays */
} ww_resolve;

/* Parts by their names; ww_piece_own() only when it lies in the mention itself
 * and not in the other end of its range. */
static inline ww_piece ww_piece_of(const ww_resolve *r, const char *name) {
	return ww_part_of(r->parts, name);
}

static inline ww_piece ww_piece_own(const ww_resolve *r, const char *name) {
	return ww_part_own(r->parts, name);
}

static inline bool ww_piece_has(const ww_resolve *r, const char *name) {
	return ww_part_of(r->parts, name).text != NULL;
}

/* Writes the value, or appends to it. */
void ww_print(const ww_resolve *r, const char *format, ...);
void ww_append(const ww_resolve *r, const char *text);

/* Writes a moment of the size `unit`, and makes it what the chain moves on to. */
void ww_say(ww_resolve *r, int unit, ww_civil at);

/* What "now" is: the article's day; in a narrative the date told last.  What
 * "that", "the following" and "later" relate to: the date told last. */
const ww_moment *ww_now(const ww_resolve *r);
const ww_moment *ww_anchor(const ww_resolve *r);

/* From when a weekday, or a day that names no year, counts: from now, but under a heading
 * with a day long over, "10 years ago: April 23, 1997", from that day. */
const ww_moment *ww_counted_from(const ww_resolve *r);

/* Returns the tense of the mention's clause, which is read once. */
ww_tense ww_resolve_tense(const ww_resolve *r);

/* Returns the mark that ends the range which the mention begins, or NULL; whether the
 * mention ends the range that the mark before it begins. */
const ww_mark *ww_range_end(const ww_resolve *r);
bool ww_ends_range(const ww_resolve *r);

/* Returns the time mention before this one in its block, or NULL. */
const ww_mark *ww_mark_before(const ww_resolve *r);

/* What "last", "the next", "that same" and the like say. */
typedef struct {
	bool told;    /* there is such a word */
	int step;     /* last -1, this 0, next 1, before last -2 … */
	bool story;   /* it goes on from the date told last, not from the article's day */
	bool near;    /* "coming", "past": the nearest, and no other week's or year's */
	bool the;     /* an article stands before it, or alone */
	bool is_this; /* "this", with or without another word: "this past" */
} ww_relation;

ww_relation ww_relation_of(ww_piece words);

/* The same of "ago", "later", "before" behind a count of units. */
ww_relation ww_direction_of(ww_piece words);

/* Returns the moment that an expression of that unit goes on from, which may be unknown. */
const ww_moment *ww_related_to(const ww_resolve *r, ww_relation rel, int unit);

/* Returns the year of what comes once a year, as June, summer or Easter, where that
 * of the year of `from` lies before it (-1), around it (0) or after it (1). */
int ww_related_year(ww_relation rel, const ww_moment *from, int this_years);

/* The year that an expression names: 0 when it names none, -1 when it cannot be
 * told. */
int ww_named_year(const ww_resolve *r);

/* The year of a month, or of a day of it when `day` is not 0, that names none. */
int ww_nearest_year(const ww_resolve *r, int month, int day);

/* The year of what comes once a year and in `year` lies `ahead` days from the article's day, or
 * back when that is negative: told in a past tense it was a year ago, and the other way round. */
int ww_year_by_tense(const ww_resolve *r, int year, int ahead);

/* The day of "today", "this morning", "last night"; false when unknown. */
bool ww_day_word(const ww_resolve *r, ww_civil *out);

/* Whether a clock time is of what happens again and again. */
bool ww_is_habit(const ww_resolve *r);

/* Whether the sentence of the mention says "will" or the like. */
bool ww_will_be(const ww_resolve *r);

/* Whether a mention begins its block, as the time of a log's or a live report's entry does. */
bool ww_begins_entry(const ww_resolve *r);

/* Says the day of a clock time, which is `minutes` after midnight; nothing for one of no
 * day, "XXXX-XX-XX" for one of an unknown day. */
void ww_say_clock_day(ww_resolve *r, int minutes);

/* TIMEX3's letters of a part of the day, "TMO" for a morning; "" for none. */
const char *ww_part_of_day(ww_piece piece);

/* Those of the seasons, from spring on. */
extern const char *const ww_seasons[];

/* Moves a date by n units or days. */
ww_civil ww_shift(ww_civil c, int unit, int n);
ww_civil ww_plus_days(ww_civil c, int days);

/* The quarter that holds a date, 1 to 4. */
int ww_quarter_of(ww_civil c);

/* The resolvers, by ww_meaning. */
void ww_resolve_calendar(ww_resolve *r);
void ww_resolve_numeric(ww_resolve *r);
void ww_resolve_weekday(ww_resolve *r);
void ww_resolve_relative(ww_resolve *r);
void ww_resolve_ago(ww_resolve *r);
void ww_resolve_year_ago(ww_resolve *r);
void ww_resolve_duration(ww_resolve *r);
void ww_resolve_set(ww_resolve *r);
void ww_resolve_quarter(ww_resolve *r);
void ww_resolve_season(ww_resolve *r);
void ww_resolve_decade(ww_resolve *r);
void ww_resolve_century(ww_resolve *r);
void ww_resolve_clock_time(ww_resolve *r);
void ww_resolve_day(ww_resolve *r);
void ww_resolve_holiday(ww_resolve *r);
void ww_resolve_span(ww_resolve *r);
void ww_resolve_before_christ(ww_resolve *r);
void ww_resolve_week_of(ww_resolve *r);
void ww_resolve_nth(ww_resolve *r);

#endif
