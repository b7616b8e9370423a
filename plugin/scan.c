/* scan.c: the marks of a block.
 *
 * Blocks are read one after the other, so that their evidence is counted before any name
 * is found; what was read of each stays in the scanner's room, in one row.  Then their names
 * are found, and last their times: patterns are much code, and would drive the rest out of a
 * processor's cache in each block (1 to 4 % of all time).  Times and names are merged: they
 * claim their text, and so do the users' rules, and each stretch goes to the claim with the
 * better right.  The others are kept beneath. */
#include "scan.h"

#include "date_scan.h"

#include <stdlib.h>
#include <string.h>

/* A mark that claims its text, and with what right. */
typedef struct ww_claim {
	ww_mark mark;
	int32_t priority;
	uint32_t order; /* 0: a time of the grammar, 1 + a rule's number, or GUESS */
	bool is_never;  /* a rule says that this is no name */
} claim;

/* What is borrowed is the engine's; all room is made when it is first needed. */
void ww_scanner_init(ww_scanner *scanner, const ww_mem *mem, ww_matcher *matcher,
                     ww_name_tagger *tagger, ww_gazetteer_answers *answers) {
	*scanner = (ww_scanner){
		.mem = *mem, .matcher = matcher, .tagger = tagger, .answers = answers
	};
}

void ww_scanner_free(ww_scanner *s) {
	ww_rule_search_free(s->search);
	ww_tokens_free(&s->token, &s->mem);
	ww_names_free(&s->names, &s->mem);
	ww_free(&s->mem, s->marks.at, s->marks.cap * sizeof *s->marks.at);
	ww_free(&s->mem, s->beneath.at, s->beneath.cap * sizeof *s->beneath.at);
	ww_free(&s->mem, s->claims, s->cap_claims * sizeof *s->claims);
	ww_free(&s->mem, s->block, s->cap_blocks * sizeof *s->block);
	ww_free(&s->mem, s->word, s->cap_words * sizeof *s->word);
	ww_free(&s->mem, s->run, s->cap_runs * sizeof *s->run);
	ww_free(&s->mem, s->times.at, s->times.cap * sizeof *s->times.at);
	ww_free(&s->mem, s->hits.at, s->hits.cap * sizeof *s->hits.at);
}

/* Most documents have no rules, and never need it. */
int ww_scan_search(ww_scanner *s) {
	return s->search ? WW_OK : ww_rule_search_new(&s->mem, s->rules, &s->search);
}

void ww_scan_forget(ww_scanner *s) {
	s->n_blocks = s->token.n = s->n_words = s->n_runs = s->names.n = 0;
}

/* Without any token, too, a block has its place among them. */
int ww_scan_tokens(ww_scanner *s, const char *text, size_t len) {
	const ww_lexicon *lexicon = ww_grammar_lexicon(ww_matcher_grammar(s->matcher));
	ww_tokens *all = &s->token;
	uint32_t first = all->n;
	if (!ww_reserve(&s->mem, &s->block, &s->cap_blocks, s->n_blocks + (size_t)1,
	                sizeof *s->block) ||
	    !ww_reserve(&s->mem, &all->at, &all->cap, first + (size_t)1, sizeof *all->at) ||
	    !ww_tokens_add(all, &s->mem, lexicon, text, len))
		return WW_E_NOMEM;
	s->block[s->n_blocks++] = (ww_read_block){ .len = (uint32_t)len, .token = first,
		                                       .n_tokens = all->n - first };
	return WW_OK;
}

ww_tokens ww_scan_tokens_of(const ww_scanner *s, uint32_t i) {
	const ww_read_block *b = &s->block[i];
	return (ww_tokens){ .at = s->token.at + b->token, .n = b->n_tokens };
}

ww_name_words ww_scan_words_of(const ww_scanner *s, uint32_t i) {
	const ww_read_block *b = &s->block[i];
	return (ww_name_words){ .at = s->word + b->word, .n = b->n_words, .runs = s->run + b->run,
		                    .n_runs = b->n_runs, .mask = b->mask };
}

/* There is room for a word a token, and as many runs. */
int ww_scan_words(ww_scanner *s, uint32_t i, const char *text) {
	ww_read_block *b = &s->block[i];
	ww_tokens tokens = ww_scan_tokens_of(s, i);
	ww_gazetteer_kept kept = { .answers = s->answers };
	uint32_t n = tokens.n + 1;
	if (s->rules)
		kept.more = *ww_rules_titles(s->rules);
	if (!ww_reserve(&s->mem, &s->word, &s->cap_words, s->n_words + (size_t)n, sizeof *s->word) ||
	    !ww_reserve(&s->mem, &s->run, &s->cap_runs, s->n_runs + (size_t)n, sizeof *s->run))
		return WW_E_NOMEM;
	b->word = s->n_words;
	b->run = s->n_runs;
	ww_name_words words = { .at = s->word + b->word, .cap = n, .runs = s->run + b->run,
		                    .cap_runs = n };
	if (!ww_name_words_read(&words, &s->mem, &kept, &tokens, text))
		return WW_E_NOMEM;
	b->n_words = words.n;
	b->n_runs = words.n_runs;
	b->mask = words.mask;
	s->n_words += words.n;
	s->n_runs += words.n_runs;
	return WW_OK;
}

/* The one rule between times and names that claim the same text: a lone month,
 * weekday or season gives way to a longer name that holds it ("April Jones",
 * "The Sunday Times"); every other time wins over the name. */
static bool name_wins(const ww_mark *time, const ww_name *name) {
	return ww_english.forms[time->form].flags & WW_FORM_BARE && name->start <= time->start &&
	       time->end <= name->end && name->end - name->start > time->end - time->start;
}

/* Appends a mark; false when there is no memory. */
static bool add(ww_scanner *s, ww_marks *to, ww_mark mark) {
	if (!ww_reserve(&s->mem, &to->at, &to->cap, to->n + (size_t)1, sizeof *to->at))
		return false;
	to->at[to->n++] = mark;
	return true;
}

/* A name's mark, with the kind that its article has voted for. */
static ww_mark mark_of(const ww_scanner *s, const ww_name *name, const ww_votes *votes) {
	const ww_vote *vote = &s->names.vote[name - s->names.at];
	/* There is a name where its number is asked: NOLINTNEXTLINE */
	uint8_t kind = ww_votes_kind(votes, vote, (uint8_t)(name->kind - WW_PERSON));
	return (ww_mark){ .start = name->start, .end = name->end, .kind = (uint8_t)(WW_PERSON + kind),
		          .form = WW_FORM_NAME };
}

/* Merges a block's times and names into marks, as both ascend.  Of two that overlap the loser
 * goes beneath, and the winner is still in the race with what comes next. */
static bool merge(ww_scanner *s, const ww_read_block *b, const ww_votes *votes) {
	uint32_t t = 0, times_end = s->times.n, n = b->name, names_end = n + b->n_names;
	bool ok = true;
	s->marks.n = s->beneath.n = 0;
	while (ok && (t < times_end || n < names_end)) {
		const ww_mark *time = t < times_end ? &s->times.at[t] : NULL;
		const ww_name *name = n < names_end ? &s->names.at[n] : NULL;
		bool clash = time && name && time->start < name->end && name->start < time->end;
		bool time_first = time && (!name || time->start < name->start);
		bool take_time = clash ? name_wins(time, name) : time_first;
		ww_marks *to = clash ? &s->beneath : &s->marks;
		if (take_time)
			ok = add(s, to, s->times.at[t++]);
		else
			ok = add(s, to, mark_of(s, &s->names.at[n++], votes));
	}
	return ok;
}

/* Less than a rule can have: of what is beneath already. */
enum { NO_RIGHT = INT16_MIN - 1 };

/* The order of the model's names: of the same stretch a rule knows better. */
#define GUESS UINT32_MAX

/* Sorts claims by their right: the higher priority, the longer, a time, the earlier
 * rule, a name, the earlier place. */
static int by_right(const void *a, const void *b) {
	const claim *x = a, *y = b;
	uint32_t x_len = x->mark.end - x->mark.start, y_len = y->mark.end - y->mark.start;
	if (x->priority != y->priority)
		return x->priority > y->priority ? -1 : 1;
	if (x_len != y_len)
		return x_len > y_len ? -1 : 1;
	if (x->order != y->order)
		return x->order < y->order ? -1 : 1;
	return x->mark.start < y->mark.start ? -1 : x->mark.start > y->mark.start;
}

static int by_start(const void *a, const void *b) {
	const ww_mark *x = a, *y = b;
	return x->start < y->start ? -1 : x->start > y->start;
}

/* Whether a mark overlaps none of those that stay.  All are asked: they come in the order of their
 * right, not of the text, and a block has few. */
static bool is_free(const ww_marks *marks, const ww_mark *mark) {
	for (uint32_t i = 0; i < marks->n; i++)
		if (mark->start < marks->at[i].end && marks->at[i].start < mark->end)
			return false;
	return true;
}

/* Whether a rule says that a name is not one: the words of its match are just those of the name. */
static bool is_never(const ww_scanner *s, const ww_mark *name) {
	for (uint32_t i = 0; i < s->hits.n; i++) {
		const ww_mark *hit = &s->hits.at[i];
		if (hit->kind == WW_NEVER && hit->start == name->start && hit->end == name->end)
			return name->form == WW_FORM_NAME;
	}
	return false;
}

/* The claim of a mark that no rule made. */
static claim built_in(const ww_scanner *s, const ww_mark *mark, int32_t priority) {
	uint32_t order = mark->form == WW_FORM_NAME ? GUESS : 0;
	return (claim){ *mark, priority, order, is_never(s, mark) };
}

/* Collects who claims text of the block; false when there is no memory. */
static bool collect_claims(ww_scanner *s, uint32_t *n_claims) {
	uint32_t n = 0, most = s->marks.n + s->beneath.n + s->hits.n;
	if (!ww_reserve(&s->mem, &s->claims, &s->cap_claims, most, sizeof *s->claims))
		return false;
	for (uint32_t i = 0; i < s->marks.n; i++)
		s->claims[n++] = built_in(s, &s->marks.at[i], 0);
	for (uint32_t i = 0; i < s->beneath.n; i++)
		s->claims[n++] = built_in(s, &s->beneath.at[i], NO_RIGHT);
	for (uint32_t i = 0; i < s->hits.n; i++) {
		const ww_mark *hit = &s->hits.at[i];
		uint32_t rule = hit->form - (uint32_t)WW_FORM_RULE;
		if (hit->kind != WW_NEVER)
			s->claims[n++] = (claim){ *hit, ww_rules_priority(s->rules, rule), rule + 1, false };
	}
	*n_claims = n;
	return true;
}

/* Settles overlaps between what is built in and what rules found.  Claims come in the order of
 * their right, and each stands if what has more left its text free. */
static bool settle(ww_scanner *s) {
	uint32_t n = 0;
	bool ok = collect_claims(s, &n);
	if (n)
		qsort(s->claims, n, sizeof *s->claims, by_right);
	s->marks.n = s->beneath.n = 0;
	for (uint32_t i = 0; ok && i < n; i++) {
		const claim *c = &s->claims[i];
		bool stands = !c->is_never && is_free(&s->marks, &c->mark);
		ok = add(s, stands ? &s->marks : &s->beneath, c->mark);
	}
	if (s->marks.n)
		qsort(s->marks.at, s->marks.n, sizeof *s->marks.at, by_start);
	return ok;
}

int ww_scan_names(ww_scanner *s, uint32_t i, const char *text, const ww_evidence *evidence) {
	ww_read_block *b = &s->block[i];
	const ww_name_words words = ww_scan_words_of(s, i);
	b->name = s->names.n;
	if (!ww_name_tag(&s->names, &s->mem, s->tagger, &words, text, evidence))
		return WW_E_NOMEM;
	b->n_names = s->names.n - b->name;
	return WW_OK;
}

/* The times of a block, and the matches of users' rules in it. */
static int find_times(ww_scanner *s, uint32_t i, const char *text) {
	const ww_tokens tokens = ww_scan_tokens_of(s, i);
	uint32_t len = s->block[i].len;
	s->times.n = s->hits.n = 0;
	int err = ww_date_scan(s->matcher, text, len, &tokens, &s->times);
	if (!err && s->rules)
		err = ww_scan_search(s);
	if (!err && s->rules)
		err = ww_rules_scan(s->rules, s->search, &s->mem, text, len, &tokens, &s->hits);
	return err;
}

/* Most blocks have no match of a rule: then the merge of times and names is all. */
int ww_scan_marks(ww_scanner *s, uint32_t i, const char *text, const ww_votes *votes) {
	int err = find_times(s, i, text);
	if (err)
		return err;
	return merge(s, &s->block[i], votes) && (!s->hits.n || settle(s)) ? WW_OK : WW_E_NOMEM;
}
