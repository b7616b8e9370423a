/* date_grammar.h: a language's forms, and where each of them is tried. */
#ifndef WW_DATE_GRAMMAR_H
#define WW_DATE_GRAMMAR_H

#include "date_forms.h"
#include "date_match.h"
#include "date_start.h"
#include "token.h"

/* Never written to once made, so that any number of threads may use one.  A form is
 * tried where all sets have it: that of its head, of what the first two tokens are, of the words
 * that they are, by number (0 is no word and allows all), and of what the second and third token
 * are, and the third and fourth.  `hour` has the forms that are tried at hours alone. */
struct ww_grammar {
	ww_mem mem;
	const ww_language *language;
	ww_lexicon lexicon;
	ww_form_set of_head[WW_N_HEADS], hour, start[WW_N_SIGNS][WW_N_NEXT];
	ww_form_set step[WW_FORM_STEPS][WW_N_NEXT][WW_N_NEXT];
	ww_form_set *first, *second;
};

/* Errors: WW_E_NOMEM.  `mem` is copied, `language` is borrowed. */
int ww_grammar_new(const ww_mem *mem, const ww_language *language, ww_grammar **out);
void ww_grammar_free(ww_grammar *grammar);

static inline const ww_lexicon *ww_grammar_lexicon(const ww_grammar *grammar) {
	return &grammar->lexicon;
}

static inline const ww_form *ww_grammar_form(const ww_grammar *grammar, unsigned form) {
	return &grammar->language->forms[form];
}

#endif
