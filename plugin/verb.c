/* What the verbs of a clause tell of its time.
 *
 * No grammar of English: a walk over its words, on which each verb overrules the one
 * before it, and rules for what looks like a verb and is none.  What a word can be lies in
 * data/en/clause.txt; here is only how words stand together. */
#include "verb.h"

typedef ww_clause_word word;

const ww_clause_word ww_no_word = { .token.type = WW_TOK_PUNCT };

#define HAVE WW_HASH_4('h', 'a', 'v', 'e')
#define HAS WW_HASH_3('h', 'a', 's')
#define PLACE WW_HASH_5('p', 'l', 'a', 'c', 'e')

bool ww_ends(const ww_verbs *c, const word *w, const char *end) {
	size_t len = w->token.end - w->token.start, n = strlen(end);
	if (!ww_is_word(w) || len <= n)
		return false;
	for (size_t i = 0; i < n; i++)
		if (ww_ascii_lower(c->text[w->token.end - n + i]) != end[i])
			return false;
	return true;
}

/* The words "not", "both", "newly" stand between a verb and what belongs to it. */
static bool is_between(const ww_verbs *c, const word *w) {
	return ww_says(w, WW_SAYS_BETWEEN) || (ww_is_lower(w) && ww_ends(c, w, "ly"));
}

/* The word before the latest, adverbs left out: in "has not yet called" that of "called" is
 * "has". */
static const word *verb_before(const ww_verbs *c) {
	uint32_t back = 1;
	while (is_between(c, ww_behind(c, back)))
		back++;
	return ww_behind(c, back);
}

/* "they'll", with either apostrophe. */
static bool is_will(const ww_verbs *c, const word *w) {
	return ww_ends(c, w, "'ll") || ww_ends(c, w, "\xE2\x80\x99ll");
}

/* "doesn't", which a base form follows. */
static bool is_denial(const ww_verbs *c, const word *w) {
	return ww_ends(c, w, "n't") || ww_ends(c, w, "n\xE2\x80\x99t");
}

/* A month is not the verb, "in May", "May 7", and neither is a given name, "Will Hay". */
static bool is_name(const ww_verbs *c) {
	const word *w = ww_behind(c, 0);
	if (ww_is(w, WW_HASH_3('m', 'a', 'y')))
		return !ww_is_lower(w) || ww_behind(c, 1)->token.type == WW_TOK_NUMBER;
	return w->token.shape == WW_SHAPE_CAPITAL && c->n > 1;
}

/* "the Kano Open", "in Travel": in a sentence of small letters a capital is of a name. */
static bool is_contest(const ww_verbs *c) {
	if (ww_behind(c, 0)->token.shape == WW_SHAPE_CAPITAL && ww_is_lower(ww_behind(c, 1)) &&
	    !ww_is(ww_behind(c, 1), WW_WORD_TO))
		return true;
	return ww_is(ww_behind(c, 0), WW_HASH_4('o', 'p', 'e', 'n')) && ww_is_word(ww_behind(c, 1)) &&
	       ww_behind(c, 0)->token.shape == WW_SHAPE_CAPITAL &&
	       ww_behind(c, 1)->token.shape == WW_SHAPE_CAPITAL;
}

bool ww_is_ed(const ww_verbs *c, const word *w) {
	if (!ww_is_lower(w) || w->token.end - w->token.start < 4 || !ww_ends(c, w, "ed"))
		return false;
	return !ww_ends(c, w, "eed") || ww_ends(c, w, "reed");
}

/* "a second cut", "would play a free acoustic set": a noun of what could be a verb.  Behind a
 * future up to three words may stand between, as its verb has been told already. */
static bool is_noun(const ww_verbs *c) {
	uint32_t most = c->found == WW_TENSE_FUTURE ? 3 : 1;
	for (uint32_t i = 1; i <= most; i++) {
		if (ww_says(ww_behind(c, i), WW_SAYS_DETERMINER))
			return true;
		if (!ww_is_lower(ww_behind(c, i)) || ww_says(ww_behind(c, i), WW_SAYS_PREPOSITION))
			return false;
	}
	return false;
}

/* Whether "cut", "put", "read" are past here: not behind "to", "will", "doesn't", where they are
 * base forms, nor as a noun. */
static bool is_same_past(const ww_verbs *c) {
	const word *w = verb_before(c);
	bool base = ww_is(w, WW_WORD_TO) || ww_says(w, WW_SAYS_AHEAD | WW_SAYS_MODAL) ||
	            is_denial(c, w) || is_noun(c);
	return ww_says(ww_behind(c, 0), WW_SAYS_SAME) && ww_is_lower(ww_behind(c, 0)) && !base &&
	       !c->condition;
}

/* "Played on Tuesday": a capital in -ed is a verb where it begins the sentence and a preposition
 * follows. */
static bool is_first_past(const ww_verbs *c) {
	const word *w = ww_behind(c, 1);
	return c->n == 2 && w->token.shape == WW_SHAPE_CAPITAL && ww_ends(c, w, "ed") &&
	       ww_says(ww_behind(c, 0), WW_SAYS_PREPOSITION);
}

/* "drivers based at Grimsby": a participle that describes the noun before it. In "was based" it
 * is the verb, and "Grimsby-based" is one word. */
static bool is_described(const ww_verbs *c) {
	return ww_says(ww_behind(c, 0), WW_SAYS_DESCRIBES) && ww_is_word(ww_behind(c, 1)) &&
	       !ww_says(ww_behind(c, 1), WW_SAYS_PAST);
}

/* A past of the list, "cut", or a word in -ed that is a verb: what stands behind a determiner or
 * a preposition describes, "the injured", and "planned" and "promised" point ahead. */
static bool is_past(const ww_verbs *c) {
	const word *w = ww_behind(c, 0);
	return ww_says(w, WW_SAYS_PAST) || is_same_past(c) || is_first_past(c) ||
	       (ww_is_ed(c, w) && !ww_says(w, WW_SAYS_ARRANGED | WW_SAYS_PROMISED) &&
	        !ww_says(ww_behind(c, 1), WW_SAYS_DETERMINER | WW_SAYS_PREPOSITION) &&
	        !is_described(c));
}

/* Whether the latest word is an infinitive that lies ahead: "to meet", "agreed to meet".  Not so
 * what was done ("declined to say", "stopped to argue", "was quick to answer"), nor a noun ("to
 * colleagues"). */
static bool is_ahead(const ww_verbs *c) {
	const word *w = ww_behind(c, 0), *before = ww_behind(c, 2);
	bool verb = ww_is_lower(w) && !ww_says(w, WW_SAYS_NO_VERB) &&
	            w->token.end - w->token.start > 1 &&
	            (!ww_ends(c, w, "s") || ww_ends(c, w, "ss") || ww_ends(c, w, "us"));
	if (!verb || !ww_is(ww_behind(c, 1), WW_WORD_TO) || c->took)
		return false;
	if (c->failed || ww_says(before, WW_SAYS_RANK))
		return false;
	/* "were quick to answer" is how they did it; "were willing to skip" is a promise. */
	const word *copula = ww_behind(c, 3);
	bool was = ww_is(copula, WW_HASH_3('w', 'a', 's')) ||
	           ww_is(copula, WW_HASH_4('w', 'e', 'r', 'e'));
	bool there = ww_is(ww_behind(c, 4), WW_HASH_5('t', 'h', 'e', 'r', 'e')); /* "were moves to" */
	if (was && !there && ww_is_lower(before) && !ww_says(before, WW_SAYS_ARRANGED) &&
	    !is_between(c, before))
		return ww_says(before, WW_SAYS_PROMISES);
	if (c->found == WW_TENSE_PAST && ww_says(w, WW_SAYS_ACHIEVES))
		return ww_says(before, WW_SAYS_PROMISES);
	return ww_says(before, WW_SAYS_PROMISES) ||
	       !(ww_says(before, WW_SAYS_PAST | WW_SAYS_SAME) || ww_is_ed(c, before));
}

/* "is set for October", "was planned to end": a participle that points ahead, with "for" or
 * "to". */
static bool is_arranged(const ww_verbs *c) {
	static const uint32_t for_ = WW_HASH_3('f', 'o', 'r');
	const word *w = ww_behind(c, 0);
	return (ww_is(w, for_) || ww_is(w, WW_WORD_TO)) && ww_says(ww_behind(c, 1), WW_SAYS_ARRANGED);
}

/* "be expected", "is scheduled", "stays closed": behind such a verb a participle does not make a
 * past of a future. */
static bool is_passive(const ww_verbs *c) {
	return ww_says(verb_before(c), WW_SAYS_STAYS);
}

/* A verb in -s after its subject: "she competes".  Without a subject it may be a plural, and
 * only the list's are verbs; "says" and "has" tell nothing of when. */
static bool is_third_person(const ww_verbs *c) {
	const word *w = ww_behind(c, 0);
	return ww_says(ww_behind(c, 1), WW_SAYS_SUBJECT) && ww_is_lower(w) && ww_ends(c, w, "s") &&
	       !ww_is(w, WW_HASH_4('s', 'a', 'y', 's')) && !ww_is(w, HAS);
}

/* A noun for what could be a verb in -s: "the visits", "nine votes", "he lost, repeating moves". */
static bool is_counted(const ww_verbs *c) {
	const word *before = ww_behind(c, 1);
	if (ww_is(before, WW_HASH_3('o', 'n', 'e')) || ww_is(before, WW_HASH_4('n', 'e', 'x', 't')) ||
	    ww_is(before, WW_HASH_4('t', 'h', 'i', 's')))
		return false; /* "a new one starts", "when the board next meets" */
	bool object = ww_ends(c, before, "ing") && ww_is_sign(ww_behind(c, 2), ',');
	return ww_says(before, WW_SAYS_NO_VERB) || before->token.type == WW_TOK_NUMBER || object;
}

/* "could not agree", "couldn't", "nobody could say" were.  So did "would not", unless reported:
 * "said he would not come". */
static bool is_denied(const ww_verbs *c) {
	static const uint32_t could = WW_HASH_5('c', 'o', 'u', 'l', 'd');
	static const uint32_t not_ = WW_HASH_3('n', 'o', 't');
	static const uint32_t would = WW_HASH_5('w', 'o', 'u', 'l', 'd');
	return (ww_is(ww_behind(c, 0), could) && c->nobody) ||
	       (ww_is(ww_behind(c, 0), not_) && ww_is(ww_behind(c, 1), could)) ||
	       (ww_is(ww_behind(c, 0), not_) && ww_is(ww_behind(c, 1), would) && !c->reported);
}

/* "after coming off the bench": what is told as done before. */
static bool is_behind_us(const ww_verbs *c) {
	static const uint32_t after = WW_HASH_5('a', 'f', 't', 'e', 'r');
	const word *w = ww_behind(c, 0);
	return ww_is_lower(w) && ww_ends(c, w, "ing") && ww_is(ww_behind(c, 1), after);
}

/* What the clause before told stands no longer, but is remembered: a clause without a
 * verb of its own goes on in it, "said that the talks on Friday". */
static void begin_clause(ww_verbs *c) {
	if (c->found == WW_TENSE_PAST) {
		c->found = WW_TENSE_NONE;
		c->present = false;
		c->past = true;
	}
}

/* A past overrules what was found, unless it only describes: "is closed", "will be cut". */
static void find_past(ww_verbs *c) {
	const word *before = verb_before(c);
	c->flipped = c->found == WW_TENSE_FUTURE;
	if (!is_passive(c))
		c->found = WW_TENSE_PAST;
	else if (!c->found)
		c->present = true;
	c->perfect = ww_is(before, HAS) || ww_is(before, HAVE);
}

/* `arranged` says that a participle told it, which a verb behind the day may overrule:
 * once a verb has told it, it stays told. */
static void find_future(ww_verbs *c, bool arranged) {
	c->arranged = arranged && (c->arranged || c->found != WW_TENSE_FUTURE);
	c->found = WW_TENSE_FUTURE;
}

/* A present tells of a day to come, but only a verb in -s does so after a past: a base form
 * there is an infinitive or a noun, "heard him leave on Friday". */
static void find_present(ww_verbs *c, bool third) {
	if (third && c->found != WW_TENSE_FUTURE)
		c->found = WW_TENSE_NONE;
	c->present |= third || !c->found;
}

/* Takes the latest word into account.  The rules stand in the order of their right: what
 * words say together goes before what each says alone, and a future before a past, since
 * participles look like pasts. */
void ww_verbs_add(ww_verbs *c) {
	const word *w = ww_behind(c, 0);
	/* "a planned march", "planned a march": what is planned stands behind */
	if (ww_says(ww_behind(c, 1), WW_SAYS_ARRANGED) && ww_is_word(w) &&
	    !ww_says(w, WW_SAYS_PREPOSITION))
		c->arranged = false;
	c->words += ww_is_word(w);
	if (ww_says(w, WW_SAYS_JOIN))
		begin_clause(c);
	/* "will sell a bond backed by oil": the participle tells nothing of when */
	if (c->flipped && ww_is(w, WW_HASH_2('b', 'y')) && ww_is_ed(c, ww_behind(c, 1)) &&
	    !ww_says(ww_behind(c, 1), WW_SAYS_ENACTS))
		c->found = WW_TENSE_FUTURE;
	c->flipped = false;
	c->condition = (c->condition && !ww_says(w, WW_SAYS_JOIN)) || ww_says(w, WW_SAYS_CONDITION);
	c->nobody |= ww_says(w, WW_SAYS_NOBODY);
	c->failed = (c->failed && !ww_says(w, WW_SAYS_JOIN)) || ww_says(w, WW_SAYS_FAILS);
	c->took = (c->took && !ww_is(w, PLACE)) || ww_is(w, WW_WORD_TOOK);
	bool ahead = ww_says(w, WW_SAYS_AHEAD | WW_SAYS_MODAL) || is_will(c, w);
	if (ahead)
		c->reported = c->found == WW_TENSE_PAST || c->past;
	bool have = ww_is(w, HAVE) && ww_says(verb_before(c), WW_SAYS_MODAL); /* "would have" */
	if (is_denied(c) || is_behind_us(c) || have)
		c->found = WW_TENSE_PAST;
	else if (is_ahead(c))
		find_future(c, false);
	else if (ww_says(w, WW_SAYS_PROMISED) && c->behind && !is_passive(c))
		find_past(c);
	else if ((ahead || ww_says(w, WW_SAYS_PROMISED)) && !is_name(c))
		find_future(c, false);
	else if (is_arranged(c))
		find_future(c, c->arranged);
	else if (ww_says(w, WW_SAYS_ARRANGED) && !ww_says(w, WW_SAYS_SAME))
		find_future(c, !is_passive(c));
	else if (is_past(c))
		find_past(c);
	else if ((ww_says(w, WW_SAYS_THIRD) && !is_counted(c)) || is_third_person(c))
		find_present(c, true);
	else if (ww_says(w, WW_SAYS_PRESENT) && !ww_is(ww_behind(c, 1), WW_WORD_TO) && !is_contest(c) &&
	         !ww_says(ww_behind(c, 1), WW_SAYS_DETERMINER))
		find_present(c, false);
}

