/* What an expression relates to, and how far it is from there.
 *
 * "last", "next", "that" and "the following" are read here and nowhere else, so that
 * they mean the same beside a unit, a month, a weekday, a season, a holiday or a part of
 * the day.  Two things are told: the step (last is one back) and the anchor.  "Last
 * June" is said by who writes on the article's day; "the following June" goes on from
 * what the story told last. */
#include "date_beside.h"
#include "date_resolve.h"

#include <string.h>

/* What "now" is: the article's day; in a narrative the date told last. */
const ww_moment *ww_now(const ww_resolve *r) {
	const ww_chain *c = r->chain;
	return c->narrative && c->last.known ? &c->last : &c->reference;
}

/* What "that", "the following" and "later" relate to. */
const ww_moment *ww_anchor(const ww_resolve *r) {
	return r->chain->last.known ? &r->chain->last : ww_now(r);
}

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

/* Names stand among the marks of a block. */
const ww_mark *ww_mark_before(const ww_resolve *r) {
	if (!is_in_block(r))
		return NULL;
	for (const ww_mark *m = r->mark; m > r->block->marks;)
		if (WW_BIT((--m)->kind) & WW_WHEN && m->form < WW_FORM_RULE)
			return m;
	return NULL;
}

/* The words.  Where two stand together ("this past", "that same") the later tells the
 * step, and any of the story makes the whole of the story. */
static const struct {
	const char *word;
	int8_t step;
	bool story, near;
} relations[] = {
	{ "last", -1, false, false },     { "past", -1, false, true },
	{ "previous", -1, true, false },  { "preceding", -1, true, false },
	{ "prior", -1, true, false },     { "this", 0, false, false },
	{ "current", 0, false, false },   { "present", 0, false, false },
	{ "that", 0, true, false },
	{ "entire", 0, true, false },     { "whole", 0, true, false },
	{ "same", 0, true, false },       { "next", 1, false, false },
	{ "coming", 1, false, true },     { "upcoming", 1, false, true },
	{ "following", 1, true, false },  { "ensuing", 1, true, false },
	{ "subsequent", 1, true, false }, { "new", 1, false, false },
};
enum { N_RELATIONS = sizeof relations / sizeof *relations };

static bool is_word(ww_piece p, const char *word) {
	return p.len == strlen(word) && ww_piece_begins(p, word);
}

/* Takes the first word off a piece; empty at its end. */
static ww_piece next_word(ww_piece *p) {
	while (p->len > 0 && (*p->text == ' ' || *p->text == '\n' || *p->text == '-')) {
		p->text++;
		p->len--;
	}
	ww_piece word = { p->text, 0 };
	while (p->len > 0 && *p->text != ' ' && *p->text != '\n' && *p->text != '-') {
		p->text++;
		p->len--;
		word.len++;
	}
	return word;
}

ww_relation ww_relation_of(ww_piece words) {
	ww_relation rel = { 0 };
	bool twice = false; /* "before last", "after next" */
	if (!words.text)
		return rel;
	for (ww_piece w = next_word(&words); w.len > 0; w = next_word(&words)) {
		rel.the |= is_word(w, "the");
		twice |= is_word(w, "before") || is_word(w, "after");
		for (int i = 0; i < N_RELATIONS; i++) {
			if (!is_word(w, relations[i].word))
				continue;
			/* "the next day" goes on with the story, "next week" does not. */
			rel.story |= relations[i].story || (rel.the && is_word(w, "next"));
			rel.step = relations[i].step * (twice ? 2 : 1);
			rel.near = relations[i].near;
			rel.is_this |= is_word(w, "this");
			rel.told = true;
		}
	}
	return rel;
}

/* Where a count of units goes: "two days ago", "a week later". */
static const struct {
	const char *word;
	int8_t step;
	bool story;
} directions[] = {
	{ "ago", -1, false },       { "back", -1, false },       { "earlier", -1, true },
	{ "before", -1, true },     { "beforehand", -1, true },  { "previously", -1, true },
	{ "hence", 1, false },      { "from", 1, false },        { "later", 1, true },
	{ "after", 1, true },       { "afterward", 1, true },    { "afterwards", 1, true },
};

ww_relation ww_direction_of(ww_piece words) {
	ww_piece rest = words, first = next_word(&rest);
	for (size_t i = 0; i < sizeof directions / sizeof *directions; i++)
		if (is_word(first, directions[i].word))
			return (ww_relation){ .told = true, .step = directions[i].step,
				                  .story = directions[i].story };
	return ww_relation_of(words); /* "the prior year" */
}

const ww_moment *ww_related_to(const ww_resolve *r, ww_relation rel, int unit) {
	const ww_moment *last = ww_anchor(r), *day = &r->chain->day;
	if (!rel.story)
		return ww_now(r);
	/* "the next day" goes on from the day told last: not from "in 2019", told by the way. */
	bool of_day = rel.told && (unit == WW_UNIT_DAY || unit == WW_UNIT_NIGHT);
	return of_day && last->unit > WW_UNIT_WEEK && day->known ? day : last;
}

int ww_related_year(ww_relation rel, const ww_moment *from, int this_years) {
	/* Of a whole year one does not say whether it lies before or after June. */
	if (from->unit >= WW_UNIT_YEAR)
		this_years = 0;
	int step = rel.step;
	if (step < 0 && this_years < 0)
		step++; /* this year's is the last one already */
	else if (step > 0 && this_years > 0)
		step--;
	return from->at.year + step;
}
