/* What is told beside a value: the end of a range, a bound, a modifier.
 *
 * All of it is read from the text around the mark and at its start, and only when asked:
 * neither extents nor values depend on it. */
#include "date_beside.h"

#include "ascii.h"
#include "date_part.h"
#include "date_words.h"
#include "phrase.h"

#include <string.h>

/* Ranges. */

/* Blanks and line ends: a range may be broken between its ends. */
static const char *skip_space(const char *p, const char *end) {
	while (p < end && (ww_ascii_is_blank(*p) || *p == '\n'))
		p++;
	return p;
}

/* What was moved "from June 3 to June 5" does not last from one to the other. */
static bool is_moved(const char *text, size_t len) {
	enum { CLAUSE = 60 }; /* bytes */
	size_t from = len > CLAUSE ? len - CLAUSE : 0, end;
	for (size_t i = from; i < len; i++)
		if ((i == 0 || !ww_ascii_is_letter(text[i - 1])) &&
		    ww_phrase_at(&ww_edge_words, text + i, len - i, &end, WW_EDGE_MOVED))
			return true;
	return false;
}

/* Whether "between" stands before the first of two: then "and" makes a range of them. */
static bool is_between(const char *text, size_t len) {
	return ww_phrase_before(&ww_edge_words, text, &len, WW_EDGE_BETWEEN);
}

/* How long the dash is that a text begins with, of one byte or in UTF-8; 0 for none. */
static size_t dash(ww_piece text) {
	if (text.len && *text.text == '-')
		return 1;
	return ww_piece_begins(text, "\xE2\x80\x93") || ww_piece_begins(text, "\xE2\x80\x94") ? 3 : 0;
}

/* Whether what stands between two marks makes a range of them: a dash, "to", "through", or "and"
 * with "between" before the first. */
static bool joins(const ww_date_block *block, const ww_mark *a, const ww_mark *b) {
	const char *end = block->text + b->start, *p = skip_space(block->text + a->end, end);
	if (a->kind == WW_DATE && b->kind == WW_DATE && p < end && *p == ',')
		p = skip_space(p + 1, end); /* "September 4, to September 6" */
	ww_piece between = { p, (size_t)(end - p) };
	size_t n = dash(between);
	if (n || ww_phrase_at(&ww_edge_words, p, between.len, &n, WW_EDGE_JOINS)) {
		/* A dash with a line's end is no range: "Friday -\nMonday". */
		const char *rest = skip_space(p + n, end);
		return rest == end && !memchr(p, '\n', (size_t)(rest - p)) &&
		       !is_moved(block->text, a->start);
	}
	return ww_piece_begins(between, "and ") && between.len == 4 &&
	       is_between(block->text, a->start);
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
		ww_piece between = { block->text + mark->end, next->start - mark->end };
		bool two = ww_piece_contains(between, "and") || ww_piece_contains(between, "or ") ||
		           memchr(between.text, '/', between.len) || memchr(between.text, ',', between.len);
		return two && !is_between(block->text, mark->start) ? NULL : next;
	}
	bool apart = mark->end_of_range != 2 && next->end_of_range == 0;
	return apart && joins(block, mark, next) ? next : NULL;
}

/* Bounds. */

enum {
	BOUNDS = WW_EDGE_SINCE | WW_EDGE_FROM | WW_EDGE_UNTIL | WW_EDGE_BY | WW_EDGE_BEFORE |
	         WW_EDGE_AFTER
};

/* "since June", "until at least Friday", "no later than 5 p.m.".  Fillers are passed over one by
 * one. "two days before Christmas" is another day and no bound, and so is "the week after". */
ww_bound ww_date_bound(const char *text, const ww_mark *mark) {
	static const uint8_t bounds[] = {
		[WW_EDGE_SINCE_BIT] = WW_BOUND_SINCE,   [WW_EDGE_FROM_BIT] = WW_BOUND_FROM,
		[WW_EDGE_UNTIL_BIT] = WW_BOUND_UNTIL,   [WW_EDGE_BY_BIT] = WW_BOUND_BY,
		[WW_EDGE_BEFORE_BIT] = WW_BOUND_BEFORE, [WW_EDGE_AFTER_BIT] = WW_BOUND_AFTER,
	};
	size_t len = mark->start;
	if (mark->kind == WW_DURATION || mark->kind == WW_SET)
		return WW_BOUND_NONE;
	uint32_t told = ww_phrase_before(&ww_edge_words, text, &len, BOUNDS | WW_EDGE_FILLER);
	while (told & WW_EDGE_FILLER) /* "by about 5 p.m." */
		told = ww_phrase_before(&ww_edge_words, text, &len, BOUNDS | WW_EDGE_FILLER);
	if (told & (WW_EDGE_BEFORE | WW_EDGE_AFTER) &&
	    ww_phrase_before(&ww_edge_words, text, &len, WW_EDGE_UNIT))
		return WW_BOUND_NONE;
	for (size_t i = 0; i < sizeof bounds; i++)
		if (told & 1u << i)
			return (ww_bound)bounds[i];
	return WW_BOUND_NONE;
}

/* Modifiers. */

enum {
	COUNTS = WW_EDGE_AT_MOST | WW_EDGE_AT_LEAST | WW_EDGE_MORE | WW_EDGE_LESS,
	PARTS = WW_EDGE_START | WW_EDGE_MID | WW_EDGE_END
};

/* What TIMEX3 calls it, of a duration or a set and of a date: "more than a year ago" lies before
 * what a year ago is.  A phrase of two classes counts as the first. */
static const struct {
	uint32_t told;
	ww_mod of_count, of_date;
} mods[] = {
	{ WW_EDGE_AT_MOST, WW_MOD_EQUAL_OR_LESS, WW_MOD_EQUAL_OR_LESS },
	{ WW_EDGE_AT_LEAST, WW_MOD_EQUAL_OR_MORE, WW_MOD_EQUAL_OR_MORE },
	{ WW_EDGE_MORE, WW_MOD_MORE_THAN, WW_MOD_BEFORE },
	{ WW_EDGE_LESS, WW_MOD_LESS_THAN, WW_MOD_AFTER },
	{ WW_EDGE_APPROX, WW_MOD_APPROX, WW_MOD_APPROX },
	{ WW_EDGE_START, WW_MOD_START, WW_MOD_START },
	{ WW_EDGE_MID, WW_MOD_MID, WW_MOD_MID },
	{ WW_EDGE_END, WW_MOD_END, WW_MOD_END },
};

/* Returns the modifier of the first class in the table that a phrase has. */
static ww_mod mod_of(uint32_t told, const ww_mark *mark) {
	bool count = mark->kind == WW_DURATION || mark->kind == WW_SET;
	for (size_t i = 0; i < sizeof mods / sizeof *mods; i++)
		if (told & mods[i].told)
			return count ? mods[i].of_count : mods[i].of_date;
	return WW_MOD_NONE;
}

/* A modifier stands before the mark, "about", or opens it, "early June", "more than a year ago".
 * "over June 5" bounds nothing: before the mark only counts can have more or less than. */
ww_mod ww_date_mod(const char *text, const ww_mark *mark) {
	bool count = mark->kind == WW_DURATION;
	size_t len = mark->start, end = 0, own = mark->end - mark->start;
	uint32_t told = ww_phrase_before(&ww_edge_words, text, &len,
	                                 count ? COUNTS | WW_EDGE_APPROX | PARTS : WW_EDGE_APPROX);
	if (!told)
		told = ww_phrase_at(&ww_edge_words, text + mark->start, own, &end,
		                    COUNTS | WW_EDGE_APPROX | PARTS);
	return told && end < own ? mod_of(told, mark) : WW_MOD_NONE;
}
