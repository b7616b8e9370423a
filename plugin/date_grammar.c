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
	exclude(g, g->first, f->first, form);
	exclude(g, g->second, f->second, form);
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
