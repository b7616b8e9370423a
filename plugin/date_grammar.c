/* Turns a language's tables round: they say of each form where it can be, which is
 * how people write and compare them; a search asks which forms can be at a place. */
#include "date_grammar.h"

#include <string.h>

static void remove_form(ww_form_set *set, unsigned form) {
	set->bits[form / 64] &= ~(UINT64_C(1) << form % 64);
}

/* Takes a form out of the sets of the words listed, or of all others. */
static void exclude(const ww_grammar *g, ww_form_set *sets, const uint16_t *words, unsigned form) {
	bool only = *words == WW_WORDS_ONLY;
	for (unsigned i = 1; only && i <= g->language->n_words; i++)
		remove_form(&sets[i], form);
	for (words += only; *words; words++) {
		if (only)
			ww_form_set_add(&sets[*words], form);
		else
			remove_form(&sets[*words], form);
	}
}

/* What can start a form and what follows it are pairs: a set for each pair costs 40 KB and
 * one look, where lists of forms cost a comparison a form. */
static void add_form(ww_grammar *g, unsigned form) {
	const ww_form *f = ww_grammar_form(g, form);
	ww_form_set_add(&g->of_head[f->head], form);
	for (unsigned i = 0; i < f->n_starts; i++)
		for (int next = 0; next < WW_N_NEXT; next++)
			if (f->starts[i].next & WW_SIGN_BIT(next))
				ww_form_set_add(&g->start[f->starts[i].sign][next], form);
	if (f->flags & WW_FORM_HOUR)
		ww_form_set_add(&g->hour, form);
	exclude(g, g->first, f->first, form);
	exclude(g, g->second, f->second, form);
}

/* Turns a square of bits round: bit k of row i becomes bit i of row k.  Halves are exchanged, then
 * quarters, down to single bits (Warren, Hacker's Delight, 7-3). */
static void turn(uint64_t row[64]) {
	uint64_t mask = UINT32_MAX;
	for (unsigned size = 32; size > 0; size /= 2, mask ^= mask << size)
		for (unsigned i = 0; i < 64; i = ((i | size) + 1) & ~size) {
			uint64_t both = (row[i] >> size ^ row[i | size]) & mask;
			row[i] ^= both << size;
			row[i | size] ^= both;
		}
}

/* What can follow a token of one sort in a form. */
static ww_signs next_of(const ww_form_step *step, int sort) {
	while (step && !(step->of & WW_SIGN_BIT(sort)))
		step++;
	return step ? step->next : UINT64_MAX;
}

/* Forms have sets of what can follow; a search has what follows, and wants the forms.  A bit at a
 * time that were half a million steps. */
static void add_steps(ww_grammar *g, int step, int sort) {
	for (unsigned first = 0; first < g->language->n_forms; first += 64) {
		uint64_t row[64] = { 0 };
		for (unsigned i = 0; i < 64 && first + i < g->language->n_forms; i++)
			row[i] = next_of(ww_grammar_form(g, first + i)->steps[step], sort);
		turn(row);
		for (int next = 0; next < WW_N_NEXT; next++)
			g->step[step][sort][next].bits[first / 64] = row[next];
	}
}

/* All forms are allowed at any word until some are taken out.  Two tables lie in one block: there
 * is one thing to be refused, and one to free. */
int ww_grammar_new(const ww_mem *mem, const ww_language *language, ww_grammar **out) {
	size_t n_words = language->n_words + (size_t)1;
	ww_grammar *g = ww_new(mem, sizeof *g);
	if (!g)
		return WW_E_NOMEM;
	*g = (ww_grammar){ .mem = *mem, .language = language };
	g->first = ww_new(mem, 2 * n_words * sizeof *g->first);
	if (!g->first) {
		ww_grammar_free(g);
		return WW_E_NOMEM;
	}
	g->second = g->first + n_words;
	memset(g->first, 0xFF, 2 * n_words * sizeof *g->first);
	ww_lexicon_init(&g->lexicon, language->words, language->n_words);
	for (unsigned i = 0; i < language->n_forms; i++)
		add_form(g, i);
	for (int step = 0; step < WW_FORM_STEPS; step++)
		for (int sort = 0; sort < WW_N_NEXT; sort++)
			add_steps(g, step, sort);
	*out = g;
	return WW_OK;
}

void ww_grammar_free(ww_grammar *g) {
	if (!g)
		return;
	ww_mem mem = g->mem;
	ww_free(&mem, g->first, 2 * (g->language->n_words + (size_t)1) * sizeof *g->first);
	ww_free(&mem, g, sizeof *g);
}
