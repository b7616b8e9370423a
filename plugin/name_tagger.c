/* Names by the model: the best row of tags over each run of capitalised words.
 *
 * A run is scored word by word, by the sums of its features' weights, and the best way
 * through the tags is found by dynamic programming (Viterbi).  All is in whole numbers, so
 * that the same text has the same names on all machines.  Rules have the last word
 * (name_rule.c); each name goes on with what speaks against its kinds, for the vote. */
#include "name_tagger.h"

#include "name_rule.h"

#include <string.h>

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

struct ww_name_tagger {
	const ww_name_model *model;
	steps steps;
	ww_name_sums *sums; /* in the room behind it */
};

void ww_names_free(ww_names *names, const ww_mem *mem) {
	ww_free(mem, names->at, names->cap * sizeof *names->at);
	ww_free(mem, names->vote, names->cap_votes * sizeof *names->vote);
	*names = (ww_names){ 0 };
}

/* The model's steps by the columns that forwards() adds up, worked out once: later words follow
 * only their own kind, so that most of the table is never asked. */
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

/* Sums begin where a line of the processor's cache does, so that none lies in two. */
enum { LINE = 64, ROOM = sizeof(ww_name_tagger) + LINE + sizeof(ww_name_sums) };

/* It is large: an engine has one, and all its documents find in it what others worked out. */
ww_name_tagger *ww_name_tagger_new(const ww_mem *mem, const ww_name_model *model) {
	ww_name_tagger *tagger = ww_new(mem, ROOM);
	if (!tagger)
		return NULL;
	char *behind = (char *)(tagger + 1);
	tagger->model = model;
	tagger->sums = (void *)(behind + LINE - (uintptr_t)behind % LINE);
	ww_name_sums_init(tagger->sums);
	take_steps(&tagger->steps, model);
	return tagger;
}

void ww_name_tagger_free(ww_name_tagger *tagger, const ww_mem *mem) {
	ww_free(mem, tagger, ROOM);
}

static inline kinds load(const int32_t at[KINDS]) {
	kinds v;
	memcpy(&v, at, sizeof v);
	return v;
}

/* Four lanes of a score, each in a number that sums of many fit into. */
static inline kinds widen(const int16_t at[KINDS]) {
	typedef int16_t narrow __attribute__((vector_size(2 * KINDS)));
	narrow v;
	memcpy(&v, at, sizeof v);
	return __builtin_convertvector(v, kinds);
}

/* A word's scores as the first word of a name of each kind, and as a later one. */
static inline kinds as_first(const int16_t score[WW_NAME_LANES]) {
	return widen(score);
}

static inline kinds as_later(const int16_t score[WW_NAME_LANES]) {
	return widen(score + KINDS);
}

/* No path: far below any score, far above what would overflow. */
#define NEVER (-(1 << 28))

/* Scores. */

/* Who scores, and the run in hand. */
typedef struct {
	ww_name_tagger *tagger;
	const ww_name_view *view;
} scorer;

/* Scores the words of the run, stretch by stretch: of word i in score[i] for each tag but 0,
 * whose score is 0. */
static void score_run(const scorer *x, int16_t score[WW_NAME_RUN_MAX][WW_NAME_LANES]) {
	ww_name_run run = x->view->run;
	for (uint32_t i = run.first, end; i < run.end; i = end) {
		end = ww_name_stretch_end(x->view, i);
		ww_name_score(x->view, i, end, x->tagger->model->row, x->tagger->sums,
		              score + (i - run.first));
	}
}

/* The best path. */

typedef struct {
	int16_t score[WW_NAME_RUN_MAX][WW_NAME_LANES];
	int32_t best[WW_NAME_RUN_MAX][WW_N_TAGS]; /* of paths that end with word i and a tag */
} lattice;

/* A later word's tag follows only the tags of its kind. */
static bool is_later(int tag) {
	return tag && !(tag & 1);
}

/* One number in all lanes: a lane is a kind, and all four take a step at once. */
static inline kinds all(int32_t v) {
	return (kinds){ v, v, v, v };
}

/* The greater of each lane. */
static inline kinds greater(kinds a, kinds b) {
	kinds more = a > b;
	return (a & more) | (b & ~more);
}

/* Works out the best paths from word to word, and returns the tag that ends the best of all, the
 * first of several.  Tags are 0 for no name, and for each kind one for its first word and one
 * for later words; a later word follows only its own kind, so a step is a few additions for four
 * kinds at once. */
static int forwards(const steps *step, lattice *x, uint32_t n) {
	kinds first = load(step->start + 1), later = all(NEVER);
	int32_t none = step->start[0];
	for (uint32_t i = 0;; i++) {
		const int16_t *s = x->score[i];
		int32_t *best = x->best[i];
		if (i) {
			const int32_t *before = best - WW_N_TAGS;
			kinds own = greater(first + load(step->of_first), later + load(step->of_later));
			none = before[0] + step->none[0];
			first = all(before[0]) + load(step->first[0]);
			for (int t = 1; t < WW_N_TAGS; t++) {
				int32_t v = before[t] + step->none[t];
				none = v > none ? v : none;
				first = greater(all(before[t]) + load(step->first[t]), first);
			}
			later = own + as_later(s);
		}
		first += as_first(s);
		best[0] = none;
		for (int k = 0; k < KINDS; k++) {
			best[1 + 2 * k] = first[k];
			best[2 + 2 * k] = later[k];
		}
		if (i + 1 == n)
			break;
	}
	const int32_t *end = x->best[n - 1];
	int tag = 0;
	for (int t = 1; t < WW_N_TAGS; t++)
		tag = end[t] > end[tag] ? t : tag;
	return tag;
}

/* The tag before word i's on the best path to `tag` there, the first of several.  It is worked
 * out again on the way back, which is cheaper than to note it for paths that nobody takes. */
static int from(const steps *step, const lattice *x, uint32_t i, int tag) {
	const int32_t *before = x->best[i - 1];
	int k = (tag - 1) / 2, first = 1 + 2 * k;
	if (is_later(tag)) {
		bool goes_on = before[tag] + step->of_later[k] > before[first] + step->of_first[k];
		return goes_on ? tag : first;
	}
	int best = 0;
	int32_t most = before[0] + (tag ? step->first[0][k] : step->none[0]);
	for (int t = 1; t < WW_N_TAGS; t++) {
		int32_t v = before[t] + (tag ? step->first[t][k] : step->none[t]);
		best = v > most ? t : best;
		most = v > most ? v : most;
	}
	return best;
}

/* Many runs are one word: it begins a name, or is in none. */
static uint8_t tag_word(const scorer *x, const int16_t score[WW_NAME_LANES]) {
	const steps *step = &x->tagger->steps;
	kinds gain = as_first(score) + load(step->start + 1) - all(step->start[0]);
	int32_t best = 0;
	uint8_t tag = 0;
	for (int k = 0; k < KINDS; k++)
		if (gain[k] > best) {
			best = gain[k];
			tag = (uint8_t)(1 + 2 * k);
		}
	return tag;
}

/* Tags the words of the run: back along the best path from the tag that ends it. */
static void tag_run(const scorer *s, lattice *x, uint8_t tag[WW_NAME_RUN_MAX]) {
	uint32_t n = s->view->run.end - s->view->run.first;
	score_run(s, x->score);
	if (n == 1) {
		tag[0] = tag_word(s, x->score[0]);
		return;
	}
	int last = forwards(&s->tagger->steps, x, n);
	for (uint32_t i = n; i-- > 0;) {
		tag[i] = (uint8_t)last;
		last = i ? from(&s->tagger->steps, x, i, last) : 0;
	}
}

/* Names. */

/* Words that may end a name: those with capitals, numbers and 's. */
static bool may_end(const ww_name_word *w) {
	return w->flags & WW_WORD_NAME || w->form == WW_FORM_NUMBER || w->form == WW_FORM_POSSESSIVE;
}

/* Initials in front of a person's name are a part of it: "J.D. Vance", though so many
 * sentences begin with "U.S." */
static uint32_t with_initials(const ww_name_word *at, uint32_t first) {
	if (first == 0 || at[first].flags & WW_WORD_BREAK ||
	    (first >= 2 && at[first - 2].flags & WW_WORD_NAME))
		return first;
	const ww_name_word *b = &at[first - 1];
	bool initials = b->form == WW_FORM_INITIAL || b->form == WW_FORM_INITIALS;
	const uint32_t other = WW_GAZ_REGION | WW_GAZ_CITY | WW_GAZ_DEMONYM | WW_GAZ_COMPANY |
	                       WW_GAZ_ORG_KEY | WW_GAZ_TITLE | WW_GAZ_HONORIFIC;
	return initials && b->role == WW_ROLE_NONE && !(b->gaz & other) ? first - 1 : first;
}

#define EV(kind) (1u << WW_EV_##kind)

/* "The Assads" when the article knows an Assad: tags them as persons, and says so. */
static bool tag_plural(const ww_name_view *view, uint8_t *tag) {
	const uint32_t persons = EV(FIRST) | EV(INITIAL) | EV(LAST) | EV(HONORIFIC);
	const ww_name_word *w = &view->words->at[view->run.first];
	uint32_t i = w->hash == WW_HASH_3('t', 'h', 'e'), n = view->run.end - view->run.first;
	if (!view->run.singular || !(view->of_singular.bits & persons) ||
	    view->of_singular.bits & (EV(ORG_KEY) | EV(ORG_TAIL)) || view->sight[i].bits & EV(SPORT) ||
	    (i + 1 < n && tag[i + 1] && !(tag[i + 1] & 1)))
		return false;
	tag[i] = 1;
	if (i)
		tag[i - 1] = 0;
	return true;
}

/* Whether a name is one word in quotation marks about which nothing speaks of a person: a
 * film or a book, though its name may be one that persons have. */
static bool is_work(const ww_name_view *view, uint32_t first, uint32_t end) {
	uint32_t i = view->run.first + first;
	const uint32_t persons = EV(TITLE) | EV(HONORIFIC) | EV(FIRST) | EV(INITIAL) | EV(LAST) |
	                         EV(GIVEN) | EV(LONG) | EV(SAID) | EV(AGE) | EV(JOB) | EV(WHO);
	return end - first == 1 && view->words->at[i].flags & WW_WORD_NAME &&
	       (view->sight[first].bits & (EV(QUOTED) | persons)) == EV(QUOTED) &&
	       ww_name_words_quoted(view->words, view->text, i, i + 1);
}

/* What speaks against each kind of a name, the words [first, end) of the run: by how much the
 * path through that kind scores less. `sure` says that its kind is not the model's word: then
 * all is said against the others that can be. */
static ww_vote vote_of(const scorer *x, const lattice *l, const ww_name *name, bool sure) {
	uint32_t base = x->view->run.first, first = name->first - base, end = name->behind - base;
	int kind = name->kind - WW_PERSON;
	const steps *step = &x->tagger->steps;
	kinds score = as_first(l->score[first]);
	for (uint32_t i = first + 1; i < end; i++)
		score += as_later(l->score[i]) + load(i == first + 1 ? step->of_first : step->of_later);
	kinds lack = sure ? all(WW_VOTE_MOST) : all(score[kind]) - score;
	lack = greater(lack, all(0));
	ww_vote vote = { .string = ww_name_string(x->view->words, name->first, name->behind) };
	for (int k = 0; k < KINDS; k++)
		vote.against[k] = (uint8_t)(lack[k] < WW_VOTE_MOST ? lack[k] : WW_VOTE_MOST);
	vote.against[kind] = 0;
	return vote;
}

/* Whether the name of the words [first, last] has a vote.  In tables a place may be a team in one
 * line and where it plays in the next; all other strings are one thing there too. */
static bool has_vote(const ww_name_word *at, uint32_t first, uint32_t last) {
	if (!(at[first].flags & WW_WORD_TABLE))
		return true;
	for (uint32_t i = first; i <= last; i++)
		if (at[i].gaz & (WW_GAZ_CITY | WW_GAZ_REGION))
			return false;
	return true;
}

/* Makes names of the tags.  Where the guideline and the model's training texts differ, the
 * guideline holds: titles are outside of a person's name, initials inside, and a name ends with
 * a word that can end one. */
static bool add_names(ww_names *names, const ww_mem *mem, const scorer *x, const lattice *l,
                      const uint8_t *tag, bool plural) {
	const ww_name_view *view = x->view;
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
		uint8_t by = plural ? WW_BY_PLURAL : WW_BY_MODEL;
		plural = false; /* it is the first name of its run */
		while (kind == WW_PERSON && first + 1 < i && at[first].gaz & WW_GAZ_HONORIFIC &&
		       !(at[first].gaz & WW_GAZ_FIRST) &&
		       at[first + 1].flags & WW_WORD_NAME)
			first++;
		uint32_t last = i - 1;
		while (last > first && !may_end(&at[last]))
			last--;
		if (kind == WW_PERSON && is_work(view, first, last + 1)) {
			kind = WW_MISC;
			by = WW_BY_QUOTES;
		}
		if (tag[first] == 1 && (first == 0 || !tag[first - 1]))
			first = with_initials(at, first);
		if (!ww_reserve(mem, &names->at, &names->cap, names->n + (size_t)1, sizeof *names->at) ||
		    !ww_reserve(mem, &names->vote, &names->cap_votes, names->n + (size_t)1,
		                sizeof *names->vote))
			return false;
		ww_name name = { .start = at[first].start, .end = at[last].end, .kind = kind, .by = by,
			             .first = view->run.first + first, .behind = view->run.first + last + 1 };
		/* whoever is called Mr is a person, wherever else the string stands */
		bool sure = by != WW_BY_MODEL || (kind == WW_PERSON && name.first > 0 &&
		                                  at[first].flags & WW_WORD_NAME &&
		                                  !(at[first].flags & WW_WORD_BREAK) &&
		                                  (&at[first])[-1].gaz & WW_GAZ_HONORIFIC);
		names->at[names->n] = name;
		names->vote[names->n] = (ww_vote){ 0 };
		if (has_vote(at, first, last))
			names->vote[names->n] = vote_of(x, l, &name, sure);
		names->n++;
	}
	return true;
}

/* Run after run: nothing of one is known to the next but what evidence and votes say. */
bool ww_name_tag(ww_names *names, const ww_mem *mem, ww_name_tagger *tagger,
                 const ww_name_words *words, const char *text, const ww_evidence *ev) {
	ww_name_view view;
	lattice l;
	uint8_t tag[WW_NAME_RUN_MAX] = { 0 };
	uint32_t from = names->n;
	scorer x = { tagger, &view };
	for (uint32_t i = 0; i < words->n_runs; i++) {
		ww_name_view_run(&view, words, text, ev, words->runs[i]);
		tag_run(&x, &l, tag);
		bool plural = tag_plural(&view, tag);
		if (!add_names(names, mem, &x, &l, tag, plural))
			return false;
	}
	return ww_name_rules(names, mem, words, text, ev, from);
}

/* Why. */

/* More than weights can make of a word's score. */
enum { FORCED = 12000 };

/* The score of a kind is that of the best path on which the word has it: its own scores are
 * pushed up for that kind, and down for all others. */
void ww_name_explain(ww_name_tagger *tagger, const ww_name_words *words, const char *text,
                     const ww_evidence *ev, uint32_t run, uint32_t i,
                     int32_t score[WW_NAME_SCORES]) {
	ww_name_view view;
	ww_name_view_run(&view, words, text, ev, words->runs[run]);
	scorer s = { tagger, &view };
	lattice x;
	score_run(&s, x.score);
	/* cppcheck-suppress uninitvar; its address alone is taken */
	int16_t of_word[WW_NAME_LANES], *forced = x.score[i - view.run.first];
	memcpy(of_word, forced, sizeof of_word);
	for (int k = 0; k < WW_NAME_SCORES; k++) {
		for (int lane = 0; lane < WW_NAME_LANES; lane++)
			forced[lane] = (int16_t)(of_word[lane] + (1 + lane % KINDS == k ? FORCED : -FORCED));
		uint32_t n = view.run.end - view.run.first;
		int last = forwards(&tagger->steps, &x, n);
		score[k] = x.best[n - 1][last] - (k ? FORCED : 0);
	}
}
