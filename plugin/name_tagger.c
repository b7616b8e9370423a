#include "name_tagger.h"

#include <string.h>

void ww_names_free(ww_names *names, const ww_mem *mem) {
	ww_free(mem, names->at, names->cap * sizeof *names->at);
	*names = (ww_names){ 0 };
}

/* No path: far below any score, far above what would overflow. */
#define NEVER (-(1 << 28))

/* --- scores --- */

/* Sums the rows of features: eight 16-bit lanes, which compilers make one
 * vector of.  128 features of at most 127 cannot overflow. */
static void sum_rows(const ww_name_model *model, const uint32_t *row, uint32_t n, int16_t sum[8]) {
	int16_t s[8] = { 0 };
	for (uint32_t k = 0; k < n; k++) {
		const int8_t *w = model->row[row[k]];
		for (int t = 0; t < 8; t++)
			s[t] = (int16_t)(s[t] + w[t]);
	}
	memcpy(sum, s, sizeof s);
}

static void score(const ww_name_model *model, const ww_name_view *view, uint32_t i,
                  int32_t out[WW_N_TAGS]) {
	uint32_t row[WW_NAME_FEATURES], n_own;
	int16_t sum[8];
	uint32_t n = ww_name_features(view, view->run.first + i, row, &n_own);
	sum_rows(model, row, n, sum);
	out[0] = 0;
	for (int t = 1; t < WW_N_TAGS; t++)
		out[t] = sum[t - 1];
}

/* --- the best path, forwards and backwards --- */

typedef struct {
	int32_t score[WW_NAME_RUN_MAX][WW_N_TAGS];
	int32_t fore[WW_NAME_RUN_MAX][WW_N_TAGS]; /* best path that ends here so */
	int32_t back[WW_NAME_RUN_MAX][WW_N_TAGS]; /* best path that goes on from here */
	uint8_t from[WW_NAME_RUN_MAX][WW_N_TAGS];
} lattice;

/* A later word's tag follows only the tags of its kind. */
static bool is_later(int tag) {
	return tag && !(tag & 1);
}

static void forwards(const ww_name_model *model, lattice *x, uint32_t n) {
	for (int t = 0; t < WW_N_TAGS; t++)
		x->fore[0][t] = is_later(t) ? NEVER : x->score[0][t] + model->step[WW_N_TAGS][t];
	for (uint32_t i = 1; i < n; i++)
		for (int t = 0; t < WW_N_TAGS; t++) {
			int first = is_later(t) ? t - 1 : 0, last = is_later(t) ? t : WW_N_TAGS - 1;
			int32_t best = NEVER * 2;
			int from = first;
			for (int s = first; s <= last; s++) {
				int32_t v = x->fore[i - 1][s] + model->step[s][t];
				from = v > best ? s : from;
				best = v > best ? v : best;
			}
			x->from[i][t] = (uint8_t)from;
			x->fore[i][t] = best + x->score[i][t];
		}
}

static void backwards(const ww_name_model *model, lattice *x, uint32_t n) {
	memset(x->back[n - 1], 0, sizeof x->back[n - 1]);
	for (uint32_t i = n - 1; i-- > 0;)
		for (int s = 0; s < WW_N_TAGS; s++) {
			int32_t best = NEVER;
			for (int t = 0; t < WW_N_TAGS; t++) {
				if (is_later(t) && s != t && s != t - 1)
					continue;
				int32_t v = model->step[s][t] + x->score[i + 1][t] + x->back[i + 1][t];
				best = v > best ? v : best;
			}
			x->back[i][s] = best;
		}
}

/* Whether a time expression might lie in the run. */
static bool may_be_time(const ww_name_view *view) {
	for (uint32_t i = view->run.first; i < view->run.end; i++)
		if (view->words->at[i].role || view->words->at[i].form == WW_FORM_NUMBER)
			return true;
	return false;
}

/* Most runs are one word: it begins a name, or is in none. */
static void tag_word(const ww_name_model *model, const ww_name_view *view, uint8_t *tag,
                     int32_t *margin) {
	int32_t x[WW_N_TAGS], best = 0;
	score(model, view, 0, x);
	const int16_t *step = model->step[WW_N_TAGS];
	*tag = 0;
	for (int t = 1; t < WW_N_TAGS; t += 2) {
		int32_t v = x[t] + step[t] - step[0];
		if (v > best) {
			best = v;
			*tag = (uint8_t)t;
		}
	}
	*margin = best;
}

void ww_name_tag_run(const ww_name_model *model, const ww_name_view *view,
                     uint8_t tag[WW_NAME_RUN_MAX], int32_t margin[WW_NAME_RUN_MAX]) {
	lattice x;
	uint32_t n = view->run.end - view->run.first;
	if (n == 1) {
		tag_word(model, view, tag, margin);
		return;
	}
	for (uint32_t i = 0; i < n; i++)
		score(model, view, i, x.score[i]);
	forwards(model, &x, n);
	int best = 0;
	for (int t = 1; t < WW_N_TAGS; t++)
		if (x.fore[n - 1][t] > x.fore[n - 1][best])
			best = t;
	int32_t top = x.fore[n - 1][best];
	for (uint32_t i = n; i-- > 0;) {
		tag[i] = (uint8_t)best;
		best = i ? x.from[i][best] : 0;
	}
	if (!may_be_time(view)) {
		for (uint32_t i = 0; i < n; i++)
			margin[i] = WW_NAME_SURE;
		return;
	}
	backwards(model, &x, n);
	for (uint32_t i = 0; i < n; i++)
		margin[i] = tag[i] ? top - (x.fore[i][0] + x.back[i][0]) : 0;
}

/* --- names --- */

/* Words that may end a name: those with capitals, numbers and 's. */
static bool may_end(const ww_name_word *w) {
	return w->flags & WW_WORD_NAME || w->form == WW_FORM_NUMBER || w->form == WW_FORM_POSSESSIVE;
}

static bool add_names(ww_names *names, const ww_mem *mem, const ww_name_view *view,
                      const uint8_t *tag, const int32_t *margin) {
	const ww_name_word *at = view->words->at + view->run.first;
	uint32_t n = view->run.end - view->run.first;
	for (uint32_t i = 0; i < n;) {
		uint32_t first = i++;
		if (!tag[first])
			continue;
		uint8_t later = (uint8_t)(((tag[first] - 1) & ~1) + 2);
		while (i < n && tag[i] == later)
			i++;
		uint32_t last = i - 1;
		while (last > first && !may_end(&at[last]))
			last--;
		if (!ww_reserve(mem, &names->at, &names->cap, names->n + (size_t)1, sizeof *names->at))
			return false;
		names->at[names->n++] =
		    (ww_name){ at[first].start, at[last].end, margin[first],
			           (uint8_t)(WW_PERSON + (tag[first] - 1) / 2) };
	}
	return true;
}

bool ww_name_tag(ww_names *names, const ww_mem *mem, const ww_name_model *model,
                 const ww_name_words *words, const char *text, const ww_evidence *ev) {
	ww_name_view view;
	uint8_t tag[WW_NAME_RUN_MAX];
	int32_t margin[WW_NAME_RUN_MAX];
	names->n = 0;
	for (uint32_t i = 0; i < words->n_runs; i++) {
		ww_name_view_run(&view, words, text, ev, words->runs[i]);
		ww_name_tag_run(model, &view, tag, margin);
		if (!add_names(names, mem, &view, tag, margin))
			return false;
	}
	return true;
}
