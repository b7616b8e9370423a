/* name_view.c: gathers what is to be seen of a run before its words are scored.
 *
 * Nothing beyond a line end is ever seen, unless it only wraps, nor more than two words on each
 * side, but for the noun that tells a name behind a comma: so an edit changes the names of its
 * own block, and others only by way of evidence and votes. */
#include "name_view.h"

/* The hash and the form are no word's; nothing is known of it. */
const ww_name_word ww_view_edge = { .hash = 0x1234567, .form = WW_N_FORMS };

/* Whether the line goes on between word i - 1 and word i. */
static inline bool goes_on(const ww_name_words *words, uint32_t i) {
	return i > 0 && i < words->n && !(words->at[i].flags & WW_WORD_BREAK);
}

void ww_name_view_run(ww_name_view *view, const ww_name_words *words, const char *text,
                      const ww_evidence *ev, ww_name_run run) {
	view->words = words;
	view->text = text;
	view->run = run;
	view->evidence = ev;
	view->low = run.first - goes_on(words, run.first);
	view->low -= view->low < run.first && goes_on(words, view->low);
	view->high = run.end + goes_on(words, run.end);
	view->high += view->high > run.end && goes_on(words, view->high);
	for (uint32_t i = run.first; i < run.end; i++)
		if (ww_is_name(&words->at[i]))
			view->sight[i - run.first] = ww_evidence_look(ev, words->at[i].hash);
	if (run.singular)
		view->of_singular = ww_evidence_look(ev, run.singular);
}
