#include "name_tagger.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* Eight sums of weights, one for each tag but 0: lanes of one vector. */
typedef int16_t sum __attribute__((vector_size(16)));

/* A number for each kind: for the tags of first words, or of later ones. */
enum { KINDS = 4 };
typedef int32_t kinds __attribute__((vector_size(16)));

/* What tags gain after others: step[s][t] of the model, by the columns t. */
typedef struct {
	int32_t none[WW_N_TAGS];              /* to no name */
	int32_t first[WW_N_TAGS][KINDS];      /* to first words */
	int32_t of_first[KINDS], of_later[KINDS]; /* to a later word from the name's own words */
	int32_t start[1 + KINDS];             /* at a run's start: to no name, to first words */
} steps;

enum { WORDS_KEPT = 2048, SIGHTS_KEPT = 512 };

/* What words of their own, and the evidence about them, add to a score: kept for
 * those that come again, as most do.  A new word takes an old one's place. */
typedef struct ww_name_memo {
	steps steps;
	struct {
		ww_name_word_key key;
		int16_t sum[8];
	} word[WORDS_KEPT];
	struct {
		ww_name_sight_key key;
		int16_t sum[8];
	} sight[SIGHTS_KEPT];
} memo;

void ww_names_free(ww_names *names, const ww_mem *mem) {
	ww_free(mem, names->at, names->cap * sizeof *names->at);
	ww_free(mem, names->memo, sizeof *names->memo);
	*names = (ww_names){ 0 };
}

static void take_steps(steps *to, const ww_name_model *model) {
	const int16_t (*step)[WW_N_TAGS] = model->step;
	for (int s = 0; s < WW_N_TAGS; s++)
		to->none[s] = step[s][0];
	to->start[0] = step[WW_N_TAGS][0];
	for (int k = 0; k < KINDS; k++) {
		int first = 1 + 2 * k;
		for (int s = 0; s < WW_N_TAGS; s++)
			to->first[s][k] = step[s][first];
		to->of_first[k] = step[first][first + 1];
		to->of_later[k] = step[first + 1][first + 1];
		to->start[1 + k] = step[WW_N_TAGS][first];
	}
}

/* Classes are never all set: no key is that of an empty place. */
static bool make_memo(ww_names *names, const ww_mem *mem, const ww_name_model *model) {
	if (names->memo)
		return true;
	names->memo = ww_new(mem, sizeof *names->memo);
	if (!names->memo)
		return false;
	memset(names->memo, 0xFF, sizeof *names->memo);
	take_steps(&names->memo->steps, model);
	return true;
}

/* No path: far below any score, far above what would overflow. */
#define NEVER (-(1 << 28))

/* --- scores --- */

/* Returns the weights of a row, each in a lane. */
static inline sum widen(const int8_t *row) {
#ifdef __SSE2__
	/* compilers take twice as many steps of their own */
	__m128i bytes = _mm_loadl_epi64((const __m128i *)(const void *)row);
	return (sum)_mm_srai_epi16(_mm_unpacklo_epi8(bytes, bytes), 8);
#else
	typedef int8_t small __attribute__((vector_size(8)));
	small bytes;
	memcpy(&bytes, row, sizeof bytes);
	return __builtin_convertvector(bytes, sum);
#endif
}

/* Sums the rows of features.  256 features of at most 127 cannot overflow. */
static sum sum_rows(const ww_name_model *model, const uint32_t *row, uint32_t n) {
	const int8_t(*w)[WW_N_TAGS - 1] = model->row;
	sum s = { 0 };
	for (uint32_t k = 0; k < n; k++)
		s += widen(w[row[k]]);
	return s;
}

typedef struct {
	const ww_name_model *model;
	const ww_name_view *view;
	memo *memo;
} scorer;

static sum sum_group(const scorer *x, uint32_t i, uint32_t first, uint32_t end, unsigned group) {
	uint32_t row[WW_NAME_FEATURES];
	return sum_rows(x->model, row, ww_name_group(x->view, i, first, end, group, row));
}

static sum sum_word(const scorer *x, uint32_t i) {
	ww_name_word_key key;
	sum s;
	ww_name_word_key_of(x->view, i, &key);
	uint32_t at = (key.hash ^ key.rest * 0x9E3779B1u) * 0x85EBCA6Bu >> 21;
	ww_name_word_key *have = &x->memo->word[at].key;
	if (((have->hash ^ key.hash) | (have->gaz ^ key.gaz) | (have->head ^ key.head) |
	     (have->tail ^ key.tail) | (have->rest ^ key.rest)) == 0) {
		memcpy(&s, x->memo->word[at].sum, sizeof s);
		return s;
	}
	s = sum_group(x, i, i, i + 1, WW_NAME_OF_WORD);
	*have = key;
	memcpy(x->memo->word[at].sum, &s, sizeof s);
	return s;
}

static sum sum_sight(const scorer *x, uint32_t i) {
	ww_name_sight_key key;
	sum s = { 0 };
	if (!ww_name_sight_key_of(x->view, i, &key))
		return s;
	uint32_t at = ((key.bits * 0x9E3779B1u ^ key.gaz) * 0x85EBCA6Bu ^ key.rest) * 0xC2B2AE35u >> 23;
	ww_name_sight_key *have = &x->memo->sight[at].key;
	if (((have->bits ^ key.bits) | (have->gaz ^ key.gaz) | (have->rest ^ key.rest)) == 0) {
		memcpy(&s, x->memo->sight[at].sum, sizeof s);
		return s;
	}
	s = sum_group(x, i, i, i + 1, WW_NAME_OF_SIGHT);
	*have = key;
	memcpy(x->memo->sight[at].sum, &s, sizeof s);
	return s;
}

/* Scores the words of the run: of word i in score[i] for each tag but 0, whose
 * score is 0. */
static void score_run(const scorer *x, int16_t score[WW_NAME_RUN_MAX][8]) {
	ww_name_run run = x->view->run;
	for (uint32_t i = run.first; i < run.end;) {
		uint32_t first, end;
		ww_name_stretch(x->view, i, &first, &end);
		sum stretch = sum_group(x, i, first, end, WW_NAME_OF_STRETCH);
		for (; i < end; i++) {
			sum s = stretch + sum_word(x, i) + sum_sight(x, i) +
			        sum_group(x, i, first, end, WW_NAME_OF_PLACE);
			memcpy(score[i - run.first], &s, sizeof s);
		}
	}
}

/* --- the best path --- */

typedef struct {
	int16_t score[WW_NAME_RUN_MAX][8];
	int32_t from_first[WW_NAME_RUN_MAX][KINDS], from_later[WW_NAME_RUN_MAX][KINDS];
	uint8_t from_none[WW_NAME_RUN_MAX];
} lattice;

/* A later word's tag follows only the tags of its kind. */
static bool is_later(int tag) {
	return tag && !(tag & 1);
}

static uint8_t from(const lattice *x, uint32_t i, int tag) {
	if (!tag)
		return x->from_none[i];
	int32_t f = is_later(tag) ? x->from_later[i][tag / 2 - 1] : x->from_first[i][tag / 2];
	return (uint8_t)f;
}

static inline kinds load(const int32_t at[KINDS]) {
	kinds v;
	memcpy(&v, at, sizeof v);
	return v;
}

static inline kinds all(int32_t v) {
	return (kinds){ v, v, v, v };
}

/* Takes of each lane the greater, and says where it is from; the older when both
 * are the same. */
static inline void best_of(kinds *best, kinds *from_tag, kinds v, kinds tag) {
	kinds more = v > *best;
	*best = (v & more) | (*best & ~more);
	*from_tag = (tag & more) | (*from_tag & ~more);
}

/* Returns the tag that ends the best path, and stores the path's score. */
static int forwards(const steps *step, lattice *x, uint32_t n, int32_t *score) {
	int32_t fore[WW_N_TAGS];
	kinds first, later;
	for (uint32_t i = 0;; i++) {
		const int16_t *s = x->score[i];
		kinds first_score = { s[0], s[2], s[4], s[6] }, later_score = { s[1], s[3], s[5], s[7] };
		if (i == 0) {
			fore[0] = step->start[0];
			first = load(step->start + 1);
			later = all(NEVER) - later_score;
		} else {
			kinds from_first = all(0), from_later = { 1, 3, 5, 7 };
			kinds own = first + load(step->of_first);
			best_of(&own, &from_later, later + load(step->of_later), from_later + 1);
			int32_t none = fore[0] + step->none[0];
			uint8_t from_none = 0;
			first = all(fore[0]) + load(step->first[0]);
			for (int t = 1; t < WW_N_TAGS; t++) {
				int32_t v = fore[t] + step->none[t];
				from_none = v > none ? (uint8_t)t : from_none;
				none = v > none ? v : none;
				best_of(&first, &from_first, all(fore[t]) + load(step->first[t]), all(t));
			}
			fore[0] = none;
			later = own;
			x->from_none[i] = from_none;
			memcpy(x->from_first[i], &from_first, sizeof from_first);
			memcpy(x->from_later[i], &from_later, sizeof from_later);
		}
		first += first_score;
		later += later_score;
		for (int k = 0; k < KINDS; k++) {
			fore[1 + 2 * k] = first[k];
			fore[2 + 2 * k] = later[k];
		}
		if (i + 1 == n)
			break;
	}
	int best = 0;
	for (int t = 1; t < WW_N_TAGS; t++)
		if (fore[t] > fore[best])
			best = t;
	*score = fore[best];
	return best;
}

/* Most runs are one word: it begins a name, or is in none. */
static void tag_word(const scorer *x, uint8_t *tag) {
	int16_t score[WW_NAME_RUN_MAX][8];
	int32_t best = 0;
	score_run(x, score);
	const int16_t *step = x->model->step[WW_N_TAGS];
	*tag = 0;
	for (int t = 1; t < WW_N_TAGS; t += 2) {
		int32_t v = score[0][t - 1] + step[t] - step[0];
		if (v > best) {
			best = v;
			*tag = (uint8_t)t;
		}
	}
}

static void tag_run(const scorer *s, uint8_t tag[WW_NAME_RUN_MAX]) {
	lattice x;
	uint32_t n = s->view->run.end - s->view->run.first;
	if (n == 1) {
		tag_word(s, tag);
		return;
	}
	score_run(s, x.score);
	int32_t best;
	int last = forwards(&s->memo->steps, &x, n, &best);
	for (uint32_t i = n; i-- > 0;) {
		tag[i] = (uint8_t)last;
		last = i ? from(&x, i, last) : 0;
	}
}

/* --- names --- */

/* Words that may end a name: those with capitals, numbers and 's. */
static bool may_end(const ww_name_word *w) {
	return w->flags & WW_WORD_NAME || w->form == WW_FORM_NUMBER || w->form == WW_FORM_POSSESSIVE;
}

static bool add_names(ww_names *names, const ww_mem *mem, const ww_name_view *view,
                      const uint8_t *tag) {
	const ww_name_word *at = view->words->at + view->run.first;
	uint32_t n = view->run.end - view->run.first;
	for (uint32_t i = 0; i < n;) {
		uint32_t first = i++;
		if (!tag[first])
			continue;
		uint8_t later = (uint8_t)(((tag[first] - 1) & ~1) + 2);
		while (i < n && tag[i] == later)
			i++;
		/* titles stand outside of names, whatever the model says; "Don" is a name too */
		uint8_t kind = (uint8_t)(WW_PERSON + (tag[first] - 1) / 2);
		while (kind == WW_PERSON && first + 1 < i && at[first].gaz & WW_GAZ_HONORIFIC &&
		       !(at[first].gaz & WW_GAZ_FIRST) &&
		       at[first + 1].flags & WW_WORD_NAME)
			first++;
		uint32_t last = i - 1;
		while (last > first && !may_end(&at[last]))
			last--;
		if (!ww_reserve(mem, &names->at, &names->cap, names->n + (size_t)1, sizeof *names->at))
			return false;
		names->at[names->n++] = (ww_name){ at[first].start, at[last].end,
			                               kind };
	}
	return true;
}

bool ww_name_tag(ww_names *names, const ww_mem *mem, const ww_name_model *model,
                 const ww_name_words *words, const char *text, const ww_evidence *ev) {
	ww_name_view view;
	uint8_t tag[WW_NAME_RUN_MAX];
	names->n = 0;
	if (words->n_runs && !make_memo(names, mem, model))
		return false;
	scorer x = { model, &view, names->memo };
	for (uint32_t i = 0; i < words->n_runs; i++) {
		ww_name_view_run(&view, words, text, ev, words->runs[i]);
		tag_run(&x, tag);
		if (!add_names(names, mem, &view, tag))
			return false;
	}
	return true;
}

/* --- why --- */

/* More than weights can make of a word's score. */
enum { FORCED = 12000 };

bool ww_name_explain(ww_names *names, const ww_mem *mem, const ww_name_model *model,
                     const ww_name_words *words, const char *text, const ww_evidence *ev,
                     uint32_t run, uint32_t i, int32_t score[WW_NAME_SCORES]) {
	ww_name_view view;
	if (!make_memo(names, mem, model))
		return false;
	ww_name_view_run(&view, words, text, ev, words->runs[run]);
	scorer s = { model, &view, names->memo };
	lattice x;
	score_run(&s, x.score);
	int16_t of_word[8], *forced = x.score[i - view.run.first];
	memcpy(of_word, forced, sizeof of_word);
	for (int k = 0; k < WW_NAME_SCORES; k++) {
		for (int t = 0; t < 8; t++)
			forced[t] = (int16_t)(of_word[t] + (1 + t / 2 == k ? FORCED : -FORCED));
		forwards(&s.memo->steps, &x, view.run.end - view.run.first, &score[k]);
		score[k] -= k ? FORCED : 0;
	}
	return true;
}
