/* Works out values: each meaning of the forms has its resolver.  A resolver reads the
 * parts of the match, relates them to what the article told before, and writes the value
 * and what the chain moves on to; it sees nothing else, so that the order of the mentions
 * is all that a value depends on. */
#include "date_resolve.h"

#include <string.h>

/* "now", "recently", "soon": TIMEX3's words for what has no place in a calendar.  They leave the
 * chain as it is. */
static void present(ww_resolve *r) {
	ww_print(r, "PRESENT_REF");
}

static void past(ww_resolve *r) {
	ww_print(r, "PAST_REF");
}

static void future(ww_resolve *r) {
	ww_print(r, "FUTURE_REF");
}

/* A form that is not a time leaves no mark whose value could be asked for. */
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

/* Whether the mention stands in a title in the first line of a block of several: "10 years ago:
 * April 23, 1997".  A title is a short line that does not end as a sentence. */
static bool is_titled(const ww_resolve *r) {
	enum { TITLE = 60 }; /* bytes, as a heading that is a block of its own (date_chain.c) */
	const char *line = memchr(r->text, '\n', r->len < TITLE ? r->len : TITLE);
	size_t end = line ? (size_t)(line - r->text) : 0;
	return r->mark->end <= end && r->text[end - 1] != '.' && r->len - end > 1;
}

/* What a day is to the lines below it. The days of a title are what the block counts from; a day
 * that begins a line is that of the hours in it, "Mon: 9-5"; and hours behind where it ends may
 * be of another line. */
static void add_day(ww_resolve *r) {
	ww_chain *c = r->chain;
	size_t start = r->mark->start;
	if (is_titled(r))
		c->under = r->moment;
	if (r->mark->kind == WW_DATE && (start == 0 || r->text[start - 1] == '\n'))
		c->label = r->moment;
	c->day_end = r->mark->end;
}

/* Patterns read a text that was made plain, of the same length, so that all places are those of
 * the block.  The tense of the clause around is read when a resolver asks for it, and once. */
int ww_date_resolve(ww_matcher *matcher, const ww_date_block *block, const ww_mark *mark,
                    ww_chain *chain, char value[WW_VALUE_MAX]) {
	ww_parts parts;
	ww_date_block plain = *block;
	*value = '\0';
	plain.text = ww_match_text(matcher, block->text, block->len);
	int err = plain.text ? ww_parts_read(matcher, plain.text, plain.len, mark, &parts) : WW_E_NOMEM;
	if (err)
		return err;
	ww_tense tense = WW_TENSE_NONE;
	ww_resolve r = { .lexicon = ww_grammar_lexicon(ww_matcher_grammar(matcher)),
		             .matcher = matcher, .parts = &parts, .text = plain.text, .len = plain.len,
		             .block = &plain, .mark = mark, .chain = chain, .value = value,
		             .tense = &tense };
	resolvers[ww_grammar_form(ww_matcher_grammar(matcher), mark->form)->meaning](&r);
	if (r.moment.known && (ww_piece_has(&r, "year") || ww_piece_has(&r, "yearwords")))
		ww_chain_add_year(chain, r.moment.at.year);
	if (r.moment.known)
		ww_chain_add(chain, r.moment, value, ww_ends_range(&r));
	if (r.moment.known && r.moment.unit <= WW_UNIT_NIGHT)
		add_day(&r);
	return WW_OK;
}
