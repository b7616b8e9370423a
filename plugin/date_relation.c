/* What an expression relates to, and how far it is from there.
 *
 * "last", "next", "that" and "the following" are read here and nowhere else, so that
 * they mean the same beside a unit, a month, a weekday, a season, a holiday or a part of
 * the day.  Two things are told: the step (last is one back) and the anchor.  "Last
 * June" is written on the article's day; "the following June" goes on from
 * what the story told last. */
#include "date_beside.h"
#include "date_resolve.h"
#include "date_words.h"

/* A story of years ago has no "now" but its own: in a narrative "Monday" is around the date told
 * last. */
const ww_moment *ww_now(const ww_resolve *r) {
	const ww_chain *c = r->chain;
	return c->narrative && c->last.known ? &c->last : &c->reference;
}

/* What "that", "the following" and "later" relate to. */
const ww_moment *ww_anchor(const ww_resolve *r) {
	return r->chain->last.known ? &r->chain->last : ww_now(r);
}

/* A heading's day counts when it is a week back at least: under yesterday's date, or tomorrow's,
 * news still counts from the day of the article. */
const ww_moment *ww_counted_from(const ww_resolve *r) {
	enum { WEEK = 7 };
	const ww_chain *c = r->chain;
	const ww_moment *now = ww_now(r);
	if (c->narrative || !c->under.known || !now->known)
		return now;
	bool over = ww_days_from_civil(c->under.at) <= ww_days_from_civil(now->at) - WEEK;
	return over ? &c->under : now;
}

ww_tense ww_resolve_tense(const ww_resolve *r) {
	if (*r->tense == WW_TENSE_NONE)
		*r->tense = ww_tense_at(r->text, r->len, r->mark->start, r->mark->end);
	return *r->tense;
}

/* A mention that lies beneath another, or is asked for apart, is a copy and none of the block's
 * marks: of such nothing stands beside. */
static bool is_in_block(const ww_resolve *r) {
	return r->mark >= r->block->marks && r->mark < r->block->marks + r->block->n_marks;
}

const ww_mark *ww_range_end(const ww_resolve *r) {
	return is_in_block(r) ? ww_date_range_end(r->block, r->mark) : NULL;
}

bool ww_ends_range(const ww_resolve *r) {
	return is_in_block(r) && r->mark > r->block->marks &&
	       ww_date_range_end(r->block, r->mark - 1) == r->mark;
}

/* Names and users' marks stand among those of a block, and are passed over. */
const ww_mark *ww_mark_before(const ww_resolve *r) {
	if (!is_in_block(r))
		return NULL;
	for (const ww_mark *m = r->mark; m > r->block->marks;)
		if (WW_BIT((--m)->kind) & WW_WHEN && m->form < WW_FORM_RULE)
			return m;
	return NULL;
}

/* Where two stand together ("this past", "that same") the later tells the step, and any of the
 * story makes the whole of the story. */
ww_relation ww_relation_of(ww_piece words) {
	static const uint32_t the = WW_HASH_3('t', 'h', 'e'), next = WW_HASH_4('n', 'e', 'x', 't'),
	                      this_ = WW_HASH_4('t', 'h', 'i', 's');
	ww_relation rel = { 0 };
	bool twice = false; /* "before last", "after next" */
	uint32_t word;
	while (ww_piece_next_word(&words, &word)) {
		uint32_t says = ww_word_list_find(&ww_relation_words, word);
		rel.the |= word == the;
		twice |= (says & WW_RELATION_TWICE) != 0;
		if (!(says & (WW_RELATION_BACK | WW_RELATION_HERE | WW_RELATION_ON)))
			continue;
		/* "the next day" goes on with the story, "next week" does not. */
		rel.story |= (says & WW_RELATION_STORY) || (rel.the && word == next);
		rel.step = (says & WW_RELATION_ON ? 1 : says & WW_RELATION_BACK ? -1 : 0) * (twice ? 2 : 1);
		rel.near = (says & WW_RELATION_NEAR) != 0;
		rel.is_this |= word == this_;
		rel.told = true;
	}
	return rel;
}

/* "ago" counts back from now, "earlier" from the date told last; "later" and "from now" the
 * other way. What is no such word may be a relation, "the prior year". */
ww_relation ww_direction_of(ww_piece words) {
	ww_piece rest = words;
	uint32_t first;
	bool told = ww_piece_next_word(&rest, &first);
	uint32_t says = told ? ww_word_list_find(&ww_relation_words, first) : 0;
	if (!(says & (WW_RELATION_COUNTS_BACK | WW_RELATION_COUNTS_ON)))
		return ww_relation_of(words); /* "the prior year" */
	return (ww_relation){ .told = true, .step = says & WW_RELATION_COUNTS_ON ? 1 : -1,
		                  .story = (says & WW_RELATION_COUNTS_STORY) != 0 };
}

/* "The vote is on June 3. Shares rose in the morning": what is told in a past does not go on
 * from a day ahead of the article's, but from the last one that is not. */
static bool is_over(const ww_resolve *r, const ww_moment *last) {
	const ww_moment *now = ww_now(r);
	return last->known && last->unit <= WW_UNIT_NIGHT && now->known && r->chain->over.known &&
	       !r->chain->narrative &&
	       ww_days_from_civil(last->at) > ww_days_from_civil(now->at) &&
	       ww_resolve_tense(r) == WW_TENSE_PAST;
}

/* "the next day" goes on from the day told last, and not from "in 2019" that was told by the
 * way. */
const ww_moment *ww_related_to(const ww_resolve *r, ww_relation rel, int unit) {
	const ww_moment *last = ww_anchor(r), *day = &r->chain->day;
	if (!rel.story)
		return ww_now(r);
	if (unit <= WW_UNIT_NIGHT && rel.step <= 0 && is_over(r, last))
		return &r->chain->over;
	bool of_day = rel.told && (unit == WW_UNIT_DAY || unit == WW_UNIT_NIGHT);
	return of_day && last->unit > WW_UNIT_WEEK && day->known ? day : last;
}

/* "last June", told in August, is this year's, as is "next October"; told in March, "last June"
 * is last year's. Of a whole year one does not say whether it lies before or after June. */
int ww_related_year(ww_relation rel, const ww_moment *from, int this_years) {
	if (from->unit >= WW_UNIT_YEAR)
		this_years = 0;
	int step = rel.step;
	if (step < 0 && this_years < 0)
		step++; /* this year's is the last one already */
	else if (step > 0 && this_years > 0)
		step--;
	return from->at.year + step;
}
