/* name_view.c: gathers what is to be seen of a run before its words are scored.
 *
 * Nothing beyond a line end is ever seen, unless it only wraps, nor more than two words on each
 * side, but for the noun that tells a name behind a comma: so an edit changes the names of its
 * own block, and others only by way of evidence and votes. */
#include "name_view.h"

static uint32_t cluster_of(const ww_name_word *w) {
	if (w->form == WW_FORM_NUMBER)
		return WW_GAZETTEER_CLUSTERS + 1;
	return w->form < WW_FORM_NUMBER ? w->cluster : w->hash;
}

/* Notes what is seen of the run's words and of those beside it, in its line, once for all features
 * that ask for them. */
static void see_words(ww_name_view *view, const ww_name_words *words) {
	const ww_view_word edge = { EDGE_HASH, EDGE_GAZ, EDGE_FORM, WW_GAZETTEER_CLUSTERS };
	uint32_t first = view->run.first, end = view->run.end, low = first, high = end;
	while (low > 0 && first - low < WW_NAME_BESIDE && !(words->at[low].flags & WW_WORD_BREAK))
		low--;
	while (high < words->n && high - end < WW_NAME_BESIDE &&
	       !(words->at[high].flags & WW_WORD_BREAK))
		high++;
	ww_view_word *to = view->word;
	for (uint32_t k = first - low; k < WW_NAME_BESIDE; k++)
		*to++ = edge;
	for (uint32_t i = low; i < high; i++) {
		const ww_name_word *w = &words->at[i];
		*to++ = (ww_view_word){ w->hash, ww_view_classes(w), w->form, cluster_of(w) };
	}
	for (uint32_t k = high - end; k < WW_NAME_BESIDE; k++)
		*to++ = edge;
}

void ww_name_view_run(ww_name_view *view, const ww_name_words *words, const char *text,
                      const ww_evidence *ev, ww_name_run run) {
	uint32_t n = run.end - run.first;
	view->words = words;
	view->text = text;
	view->run = run;
	view->evidence = ev;
	see_words(view, words);
	for (uint32_t i = 0; i < n; i++)
		if (ww_is_name(&words->at[run.first + i]))
			view->sight[i] = ww_evidence_look(ev, words->at[run.first + i].hash);
	view->singular = ww_name_singular(words, text, run, &view->plural);
	if (view->singular)
		view->of_singular = ww_evidence_look(ev, view->singular);
}

/* A stretch never leaves its run, as a run may be cut out of a long line of capitals. */
void ww_name_stretch(const ww_name_view *view, uint32_t i, uint32_t *first, uint32_t *end) {
	const ww_name_word *at = view->words->at;
	*first = i;
	*end = i + 1;
	if (!ww_is_name(&at[i]))
		return;
	while (*first > view->run.first && ww_is_name(&at[*first - 1]))
		--*first;
	while (*end < view->run.end && ww_is_name(&at[*end]))
		++*end;
}
