/* What is told beside a value: the end of a range, a bound, a modifier.
 *
 * All of it is read from the text around the mark and at its start, and only when asked:
 * neither extents nor values depend on it. */
#include "date_beside.h"

#include "ascii.h"
#include "date_part.h"

#include <string.h>

/* Words are taken off a text's end: white space and quotation marks between them, and no
 * other sign. */
static bool take_back(const char *text, size_t *len, const char *word) {
	size_t n = strlen(word), at = *len;
	while (at > 0 && (ww_ascii_is_blank(text[at - 1]) || text[at - 1] == '\n'))
		at--;
	if (at < n || !ww_piece_begins((ww_piece){ text + at - n, n }, word))
		return false;
	if (at > n && (ww_ascii_is_letter(text[at - n - 1]) || text[at - n - 1] == '-'))
		return false;
	*len = at - n;
	return true;
}

static bool take_one(const char *text, size_t *len, const char *const words[], size_t n) {
	for (size_t i = 0; i < n; i++)
		if (take_back(text, len, words[i]))
			return true;
	return false;
}
#define TAKE(text, len, words) take_one(text, len, words, sizeof words / sizeof *words)

/* Ranges. */

static const char *skip_space(const char *p, const char *end) {
	while (p < end && (ww_ascii_is_blank(*p) || *p == '\n'))
		p++;
	return p;
}

/* What was moved "from June 3 to June 5" does not last from one to the other. */
static bool is_moved(const char *text, size_t len) {
	static const char *const words[] = { "moved",    "postponed",   "delayed", "changed",
		                             "shifted",  "rescheduled", "pushed",  "switched",
		                             "extended", "brought" };
	size_t from = len > 60 ? len - 60 : 0; /* within a clause */
	ww_piece before = { text + from, len - from };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (ww_piece_contains(before, words[i]))
			return true;
	return false;
}

/* Whether what stands between two marks makes a range of them. */
static bool joins(const ww_date_block *block, const ww_mark *a, const ww_mark *b) {
	static const char *const words[] = { "to",  "through", "thru",         "until",
		                             "till", "-",      "\xE2\x80\x93", "\xE2\x80\x94" };
	const char *p = skip_space(block->text + a->end, block->text + b->start);
	if (a->kind == WW_DATE && b->kind == WW_DATE && p < block->text + b->start && *p == ',')
		p = skip_space(p + 1, block->text + b->start); /* "September 4, to September 6" */
	ww_piece between = { p, (size_t)(block->text + b->start - p) };
	size_t len = a->start;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t n = strlen(words[i]);
		if (!ww_piece_begins(between, words[i]))
			continue;
		/* A dash with a line's end is no range: "Friday -\nMonday". */
		const char *rest = skip_space(p + n, block->text + b->start);
		if (rest == block->text + b->start && !memchr(p, '\n', (size_t)(rest - p)))
			return !is_moved(block->text, len);
	}
	return ww_piece_begins(between, "and ") && between.len == 4 &&
	       take_back(block->text, &len, "between");
}

/* A range has two ends in time: no durations, no users' rules, no names. */
static bool is_when(const ww_mark *mark) {
	return mark->form < WW_FORM_RULE && (mark->kind != WW_DURATION && mark->kind <= WW_SET);
}

/* Only neighbours: what lies between two marks has no other in it.  Ends that one form
 * matched are told by the form, all others by what stands between. */
const ww_mark *ww_date_range_end(const ww_date_block *block, const ww_mark *mark) {
	const ww_mark *next = mark + 1, *end = block->marks + block->n_marks;
	if (mark < block->marks || next >= end || !is_when(mark) || !is_when(next))
		return NULL;
	if (mark->end_of_range == 1 && next->end_of_range == 2 && mark->form == next->form) {
		/* "5/6 May", "May 5 and 6": two days and no range. */
		const char *p = block->text + mark->end;
		size_t len = mark->start;
		ww_piece between = { p, next->start - mark->end };
		bool two = ww_piece_contains(between, "and") || ww_piece_contains(between, "or ") ||
		           memchr(between.text, '/', between.len) || memchr(between.text, ',', between.len);
		return two && !take_back(block->text, &len, "between") ? NULL : next;
	}
	bool apart = mark->end_of_range != 2 && next->end_of_range == 0;
	return apart && joins(block, mark, next) ? next : NULL;
}

/* Bounds. */

static const struct {
	const char *word;
	uint8_t bound;
} bounds[] = {
	{ "since", WW_BOUND_SINCE },   { "from", WW_BOUND_FROM },     { "starting", WW_BOUND_FROM },
	{ "beginning", WW_BOUND_FROM }, { "as of", WW_BOUND_FROM },   { "until", WW_BOUND_UNTIL },
	{ "till", WW_BOUND_UNTIL },    { "through", WW_BOUND_UNTIL }, { "up to", WW_BOUND_UNTIL },
	{ "no later than", WW_BOUND_BY }, { "not later than", WW_BOUND_BY }, { "by", WW_BOUND_BY },
	{ "prior to", WW_BOUND_BEFORE }, { "before", WW_BOUND_BEFORE }, { "after", WW_BOUND_AFTER },
};

/* Words between a bound and its date: "until at least Friday", "by about 5 p.m." */
static const char *const fillers[] = { "at least", "about",  "around", "at",  "on",
	                               "early",    "late",   "mid",    "the", "roughly",
	                               "shortly",  "perhaps", "some time", "sometime" };

ww_bound ww_date_bound(const char *text, const ww_mark *mark) {
	/* "two days before Christmas" is another day, and so is "the week after". */
	static const char *const units[] = { "day",  "days",  "week",  "weeks", "hour",  "hours",
		                             "month", "months", "year", "years", "minutes", "night" };
	size_t len = mark->start;
	if (mark->kind == WW_DURATION || mark->kind == WW_SET)
		return WW_BOUND_NONE;
	while (TAKE(text, &len, fillers))
		;
	for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++) {
		size_t before = len;
		if (!take_back(text, &before, bounds[i].word))
			continue;
		bool other = bounds[i].bound == WW_BOUND_BEFORE || bounds[i].bound == WW_BOUND_AFTER;
		return other && TAKE(text, &before, units) ? WW_BOUND_NONE : (ww_bound)bounds[i].bound;
	}
	return WW_BOUND_NONE;
}

/* Modifiers. */

static const struct {
	const char *words;
	uint8_t mod;
} mods[] = {
	{ "no more than", WW_MOD_EQUAL_OR_LESS },   { "at most", WW_MOD_EQUAL_OR_LESS },
	{ "up to", WW_MOD_EQUAL_OR_LESS },          { "no less than", WW_MOD_EQUAL_OR_MORE },
	{ "no fewer than", WW_MOD_EQUAL_OR_MORE },  { "at least", WW_MOD_EQUAL_OR_MORE },
	{ "a minimum of", WW_MOD_EQUAL_OR_MORE },   { "as many as", WW_MOD_EQUAL_OR_LESS },
	{ "more than", WW_MOD_MORE_THAN },          { "well over", WW_MOD_MORE_THAN },
	{ "just over", WW_MOD_MORE_THAN },          { "over", WW_MOD_MORE_THAN },
	{ "less than", WW_MOD_LESS_THAN },          { "fewer than", WW_MOD_LESS_THAN },
	{ "just under", WW_MOD_LESS_THAN },         { "under", WW_MOD_LESS_THAN },
	{ "nearly", WW_MOD_LESS_THAN },             { "almost", WW_MOD_LESS_THAN },
	{ "close to", WW_MOD_APPROX },              { "about", WW_MOD_APPROX },
	{ "around", WW_MOD_APPROX },                { "approximately", WW_MOD_APPROX },
	{ "roughly", WW_MOD_APPROX },               { "circa", WW_MOD_APPROX },
	{ "ca.", WW_MOD_APPROX },                   { "c.", WW_MOD_APPROX },
	{ "an estimated", WW_MOD_APPROX },          { "early", WW_MOD_START },
	{ "the early", WW_MOD_START },              { "the beginning of", WW_MOD_START },
	{ "the start of", WW_MOD_START },           { "beginning of", WW_MOD_START },
	{ "start of", WW_MOD_START },               { "mid", WW_MOD_MID },
	{ "the mid", WW_MOD_MID },                  { "the middle of", WW_MOD_MID },
	{ "middle of", WW_MOD_MID },                { "late", WW_MOD_END },
	{ "the late", WW_MOD_END },                 { "the end of", WW_MOD_END },
	{ "end of", WW_MOD_END },                   { "the close of", WW_MOD_END },
	{ "the latter part of", WW_MOD_END },
};

/* TIMEX3's own rule: "more than a year ago" lies before what a year ago is. */
static ww_mod of_date(ww_mod mod, const ww_mark *mark) {
	if (mark->kind == WW_DURATION || mark->kind == WW_SET)
		return mod;
	return mod == WW_MOD_MORE_THAN   ? WW_MOD_BEFORE
	       : mod == WW_MOD_LESS_THAN ? WW_MOD_AFTER
	                                 : mod;
}

/* The list is read in order: "no more than" stands before "more than". */
ww_mod ww_date_mod(const char *text, const ww_mark *mark) {
	ww_piece own = { text + mark->start, mark->end - mark->start };
	for (size_t i = 0; i < sizeof mods / sizeof *mods; i++) {
		size_t n = strlen(mods[i].words), len = mark->start;
		bool begins = ww_piece_begins(own, mods[i].words) && own.len > n &&
		              !ww_ascii_is_letter(own.text[n]);
		/* "over June 5" bounds nothing: outside only counts are more or less than. */
		bool outside = mark->kind == WW_DURATION || mods[i].mod == WW_MOD_APPROX;
		if (begins || (outside && take_back(text, &len, mods[i].words)))
			return of_date((ww_mod)mods[i].mod, mark);
	}
	return WW_MOD_NONE;
}
