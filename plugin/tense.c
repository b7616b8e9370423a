/* Whether a clause tells of the past or of the future, by its verbs.
 *
 * No grammar of English: a walk over the words before the day, on which each verb
 * overrules the one before it, and a few rules for what looks like a verb and is
 * none.  What a word can be lies in data/en/clause.txt; here is only how words
 * stand together.  The nearest verb wins, since a day belongs to the clause that it
 * stands in; a sentence that opens with its day has to be read on behind it. */
#include "tense.h"

#include "ascii.h"

#include <string.h>

/* A day with so few words around it is a scrap of text that tells nothing; a day
 * alone is a heading. */
enum { SCRAP = 3 };

typedef ww_clause_word word;

static const word nothing = { .token.type = WW_TOK_PUNCT };

static bool is_word(const word *w) {
	return w->token.type == WW_TOK_WORD;
}

static bool is_lower(const word *w) {
	return w->token.shape == WW_SHAPE_LOWER;
}

static bool says(const word *w, uint32_t classes) {
	return (w->says & classes) != 0;
}

static bool is(const word *w, uint32_t hash) {
	return is_word(w) && w->token.hash == hash;
}

static bool is_sign(const word *w, char sign) {
	return w->token.type == WW_TOK_PUNCT && w->token.hash == WW_HASH_1(sign);
}

#define TO WW_HASH_2('t', 'o')
#define HAVE WW_HASH_4('h', 'a', 'v', 'e')
#define HAS WW_HASH_3('h', 'a', 's')
#define TOOK WW_HASH_4('t', 'o', 'o', 'k')
#define PLACE WW_HASH_5('p', 'l', 'a', 'c', 'e')

/* One clause as it is read, and what its verbs have told. */
typedef struct {
	const char *text;
	const word *at; /* the words so far, of which there are n */
	uint32_t n;
	ww_tense found;
	bool present;  /* a verb of the present, and no past after it */
	bool perfect;  /* its past is of the present: "has called" */
	bool past;     /* what the clauses before it told */
	bool took;     /* "it took", of what was done then */
	bool nobody;   /* "nobody could" */
	bool failed;   /* "failed", to do what follows */
	bool condition; /* "if" they do what follows */
	bool flipped;  /* the latest word made a past of a future */
	bool arranged; /* it was only a participle that points ahead: "planned for" */
	int words;
} clause;

/* The word `back` before the latest; where there is none, one that says nothing, so that
 * no rule has to ask whether its words exist. */
static const word *behind(const clause *c, uint32_t back) {
	return back < c->n ? &c->at[c->n - 1 - back] : &nothing;
}

/* Whether a word ends with some letters of ASCII, and has more than those. */
static bool ends_with(const clause *c, const word *w, const char *end) {
	size_t len = w->token.end - w->token.start, n = strlen(end);
	if (!is_word(w) || len <= n)
		return false;
	for (size_t i = 0; i < n; i++)
		if (ww_ascii_lower(c->text[w->token.end - n + i]) != end[i])
			return false;
	return true;
}

/* The words "not", "both", "newly" stand between a verb and what belongs to it. */
static bool is_between(const clause *c, const word *w) {
	return says(w, WW_SAYS_BETWEEN) || (is_lower(w) && ends_with(c, w, "ly"));
}

/* The word before the latest, adverbs left out. */
static const word *verb_before(const clause *c) {
	uint32_t back = 1;
	while (is_between(c, behind(c, back)))
		back++;
	return behind(c, back);
}

/* "they'll", with either apostrophe. */
static bool is_will(const clause *c, const word *w) {
	return ends_with(c, w, "'ll") || ends_with(c, w, "\xE2\x80\x99ll");
}

/* "doesn't", which a base form follows. */
static bool is_denial(const clause *c, const word *w) {
	return ends_with(c, w, "n't") || ends_with(c, w, "n\xE2\x80\x99t");
}

/* A month is not the verb: "in May", "May 7"; nor is a given name, "Will Hay". */
static bool is_name(const clause *c) {
	const word *w = behind(c, 0);
	if (is(w, WW_HASH_3('m', 'a', 'y')))
		return !is_lower(w) || behind(c, 1)->token.type == WW_TOK_NUMBER;
	return w->token.shape == WW_SHAPE_CAPITAL && c->n > 1;
}

/* "the Kano Open" */
static bool is_contest(const clause *c) {
	return is(behind(c, 0), WW_HASH_4('o', 'p', 'e', 'n')) && is_word(behind(c, 1)) &&
	       behind(c, 0)->token.shape == WW_SHAPE_CAPITAL &&
	       behind(c, 1)->token.shape == WW_SHAPE_CAPITAL;
}

/* A participle or past in -ed: "ruled", but not "need".  Capitals are left out: "United" is
 * a name far more often than a verb. */
static bool is_ed(const clause *c, const word *w) {
	if (!is_lower(w) || w->token.end - w->token.start < 4 || !ends_with(c, w, "ed"))
		return false;
	return !ends_with(c, w, "eed") || ends_with(c, w, "reed");
}

/* Whether "cut", "put", "read" are past here: not behind "to", "will", "doesn't". */
static bool is_same_past(const clause *c) {
	const word *w = verb_before(c);
	bool base = is(w, TO) || says(w, WW_SAYS_AHEAD | WW_SAYS_MODAL) || is_denial(c, w);
	return says(behind(c, 0), WW_SAYS_SAME) && is_lower(behind(c, 0)) && !base && !c->condition;
}

/* "The planned", "the promised" and, behind a determiner, any word in -ed describe. */
static bool is_past(const clause *c) {
	const word *w = behind(c, 0);
	return says(w, WW_SAYS_PAST) || is_same_past(c) ||
	       (is_ed(c, w) && !says(w, WW_SAYS_ARRANGED | WW_SAYS_PROMISED) &&
	        !says(behind(c, 1), WW_SAYS_DETERMINER));
}

/* Whether the latest word is an infinitive that lies ahead: "to meet", "agreed to meet",
 * but not "declined to say", "stopped to argue" or "to colleagues". */
static bool is_ahead(const clause *c) {
	const word *w = behind(c, 0), *before = behind(c, 2);
	bool verb = is_lower(w) && !says(w, WW_SAYS_NO_VERB) && w->token.end - w->token.start > 1 &&
	            (!ends_with(c, w, "s") || ends_with(c, w, "ss") || ends_with(c, w, "us"));
	if (!verb || !is(behind(c, 1), TO) || c->took)
		return false;
	if (c->failed || says(before, WW_SAYS_RANK))
		return false;
	/* "was willing to skip", "were quick to answer": how they did it */
	const word *copula = behind(c, 3);
	bool was = is(copula, WW_HASH_3('w', 'a', 's')) || is(copula, WW_HASH_4('w', 'e', 'r', 'e'));
	bool there = is(behind(c, 4), WW_HASH_5('t', 'h', 'e', 'r', 'e')); /* "were moves to" */
	if (was && !there && is_lower(before) && !says(before, WW_SAYS_ARRANGED) &&
	    !is_between(c, before))
		return says(before, WW_SAYS_PROMISES);
	if (c->found == WW_TENSE_PAST && says(w, WW_SAYS_ACHIEVES))
		return says(before, WW_SAYS_PROMISES);
	return says(before, WW_SAYS_PROMISES) ||
	       !(says(before, WW_SAYS_PAST | WW_SAYS_SAME) || is_ed(c, before));
}

/* "is set for October", "was planned to end", "Until Monday" */
static bool is_arranged(const clause *c) {
	static const uint32_t for_ = WW_HASH_3('f', 'o', 'r');
	const word *w = behind(c, 0);
	return (is(w, for_) || is(w, TO)) && says(behind(c, 1), WW_SAYS_ARRANGED);
}

/* "be expected", "is scheduled", "stays closed": what comes after does not make a past
 * of a future. */
static bool is_passive(const clause *c) {
	return says(verb_before(c), WW_SAYS_STAYS);
}

/* A verb in -s after its subject: "she competes".  Without one it may be a plural, so the
 * list has those that are verbs nearly always. */
static bool is_third_person(const clause *c) {
	const word *w = behind(c, 0);
	return says(behind(c, 1), WW_SAYS_SUBJECT) && is_lower(w) && ends_with(c, w, "s") &&
	       !is(w, WW_HASH_4('s', 'a', 'y', 's')) && !is(w, HAS);
}

/* A noun for what could be a verb in -s: "the visits", "nine votes", "212 votes". */
static bool is_counted(const clause *c) {
	const word *before = behind(c, 1);
	if (is(before, WW_HASH_3('o', 'n', 'e')) || is(before, WW_HASH_4('n', 'e', 'x', 't')) ||
	    is(before, WW_HASH_4('t', 'h', 'i', 's')))
		return false; /* "a new one starts", "when the board next meets" */
	return says(before, WW_SAYS_NO_VERB) || before->token.type == WW_TOK_NUMBER;
}

/* "could not agree", "couldn't", "nobody could say" were. */
static bool is_denied(const clause *c) {
	static const uint32_t could = WW_HASH_5('c', 'o', 'u', 'l', 'd');
	static const uint32_t not_ = WW_HASH_3('n', 'o', 't');
	return (is(behind(c, 0), could) && c->nobody) ||
	       (is(behind(c, 0), not_) && is(behind(c, 1), could));
}

/* "after coming off the bench" */
static bool is_behind_us(const clause *c) {
	static const uint32_t after = WW_HASH_5('a', 'f', 't', 'e', 'r');
	return is_lower(behind(c, 0)) && ends_with(c, behind(c, 0), "ing") && is(behind(c, 1), after);
}

/* What the clause before told stands no longer, but is remembered: a clause without a
 * verb of its own goes on in it, "said that the talks on Friday". */
static void begin_clause(clause *c) {
	if (c->found == WW_TENSE_PAST) {
		c->found = WW_TENSE_NONE;
		c->present = false;
		c->past = true;
	}
}

/* A past overrules what was found, unless it only describes: "is closed", "will be cut". */
static void find_past(clause *c) {
	const word *before = verb_before(c);
	c->flipped = c->found == WW_TENSE_FUTURE;
	if (!is_passive(c))
		c->found = WW_TENSE_PAST;
	else if (!c->found)
		c->present = true;
	c->perfect = is(before, HAS) || is(before, HAVE);
}

/* `arranged` says that a participle told it, which a verb behind the day may overrule:
 * once a verb has told it, it stays told. */
static void find_future(clause *c, bool arranged) {
	c->arranged = arranged && (c->arranged || c->found != WW_TENSE_FUTURE);
	c->found = WW_TENSE_FUTURE;
}

/* A present tells of a day to come, but only a verb in -s does so after a past: a base form
 * there is an infinitive or a noun, "heard him leave on Friday". */
static void find_present(clause *c, bool third) {
	if (third && c->found != WW_TENSE_FUTURE)
		c->found = WW_TENSE_NONE;
	c->present |= third || !c->found;
}

/* Takes the latest word into account.  The rules stand in the order of their right: what
 * words say together goes before what each says alone, and a future before a past, since
 * participles look like pasts. */
static void add_word(clause *c) {
	const word *w = behind(c, 0);
	/* "a planned march", "planned a march": what is planned stands behind */
	if (says(behind(c, 1), WW_SAYS_ARRANGED) && is_word(w) && !says(w, WW_SAYS_PREPOSITION))
		c->arranged = false;
	c->words += is_word(w);
	if (says(w, WW_SAYS_JOIN))
		begin_clause(c);
	/* "will sell a bond backed by oil": the participle tells nothing of when */
	if (c->flipped && is(w, WW_HASH_2('b', 'y')) && is_ed(c, behind(c, 1)))
		c->found = WW_TENSE_FUTURE;
	c->flipped = false;
	c->condition = (c->condition && !says(w, WW_SAYS_JOIN)) || says(w, WW_SAYS_CONDITION);
	c->nobody |= says(w, WW_SAYS_NOBODY);
	c->failed = (c->failed && !says(w, WW_SAYS_JOIN)) || says(w, WW_SAYS_FAILS);
	c->took = (c->took && !is(w, PLACE)) || is(w, TOOK);
	bool ahead = says(w, WW_SAYS_AHEAD | WW_SAYS_MODAL) || is_will(c, w);
	if (is_denied(c) || is_behind_us(c) || (is(w, HAVE) && says(verb_before(c), WW_SAYS_MODAL)))
		c->found = WW_TENSE_PAST;
	else if (is_ahead(c))
		find_future(c, false);
	else if ((ahead || says(w, WW_SAYS_PROMISED)) && !is_name(c))
		find_future(c, false);
	else if (is_arranged(c))
		find_future(c, c->arranged);
	else if (says(w, WW_SAYS_ARRANGED) && !says(w, WW_SAYS_SAME))
		find_future(c, !is_passive(c));
	else if (is_past(c))
		find_past(c);
	else if ((says(w, WW_SAYS_THIRD) && !is_counted(c)) || is_third_person(c))
		find_present(c, true);
	else if (says(w, WW_SAYS_PRESENT) && !is(behind(c, 1), TO) && !is_contest(c))
		find_present(c, false);
}

/* Reads the words before the day, to its end: the verb nearest to it is the last one. */
static clause read_before(const ww_sentence *s) {
	clause c = { .text = s->text, .at = s->before };
	for (c.n = 1; c.n <= s->n_before; c.n++)
		add_word(&c);
	c.n = s->n_before;
	return c;
}

/* Whether a tense is found that the next word does not change: "should" may be of
 * "should have been". */
static bool is_told(const clause *c) {
	return c->present || (c->found && !says(behind(c, 0), WW_SAYS_MODAL));
}

/* Whether a dash stands at word i, of one sign or of two hyphens. */
static bool is_dash(const ww_sentence *s, uint32_t i) {
	const word *w = &s->after[i];
	bool twice = i > 0 && is_sign(w - 1, '-') && w->token.gap == WW_GAP_NONE;
	return is_sign(w, '-') && (twice || w->token.end - w->token.start > 1);
}

/* What follows an aside that begins at word i, "which belongs to his aunt," or a dash:
 * i itself when there is none, or no such sign ends it. */
static uint32_t skip_aside(const ww_sentence *s, uint32_t i) {
	bool dash = is_dash(s, i);
	if (!dash && !(says(&s->after[i], WW_SAYS_RELATIVE) && i > 0 && is_sign(&s->after[i - 1], ',')))
		return i;
	for (uint32_t k = i + 1; k < s->n_after; k++)
		if (dash ? is_dash(s, k) : is_sign(&s->after[k], ','))
			return k + 1;
	return i;
}

/* Reads the words after the day up to the first tense, but for what is told by the
 * way: "the kiosk, which belongs to his aunt, shut". */
static clause read_after(const ww_sentence *s) {
	clause c = { .text = s->text };
	for (uint32_t i = 0; i < s->n_after && !is_told(&c);) {
		uint32_t on = skip_aside(s, i);
		if (on > i) {
			i = on;
			c.n = 0;
			continue;
		}
		c.at = c.n ? c.at : s->after + i;
		c.n++;
		i++;
		add_word(&c);
	}
	return c;
}

/* "ahead of results on Tuesday": what lies ahead is named in few words; further off the
 * day is that of the verb again. */
static bool is_ahead_of(const clause *c) {
	enum { FEW = 5 };
	for (uint32_t i = 0; i < FEW && !says(behind(c, i), WW_SAYS_PAST); i++)
		if (is(behind(c, i), WW_HASH_2('o', 'f')) &&
		    is(behind(c, i + 1), WW_HASH_5('a', 'h', 'e', 'a', 'd')))
			return true;
	return false;
}

/* "barred him from using the name after Friday" */
static bool is_barred_after(const clause *c) {
	if (!is(behind(c, 0), WW_HASH_5('a', 'f', 't', 'e', 'r')))
		return false;
	static const uint32_t from = WW_HASH_4('f', 'r', 'o', 'm');
	for (uint32_t i = 1; i + 1 < c->n; i++)
		if (ends_with(c, behind(c, i), "ing") && is(behind(c, i + 1), from))
			return (behind(c, i + 2)->says | behind(c, i + 3)->says) & WW_SAYS_LASTING;
	return false;
}

/* What the word right before the day says of it; WW_TENSE_VERBLESS when it says
 * nothing. */
static ww_tense told_by_preposition(const clause *c) {
	const word *w = behind(c, 0);
	bool in = is(w, WW_HASH_2('o', 'n')) || is(w, WW_HASH_2('i', 'n'));
	const word *last = behind(c, in), *before = behind(c, in + 1u);
	if (says(last, WW_SAYS_PROMISED) && !says(before, WW_SAYS_STAYS))
		return WW_TENSE_PAST;
	if (says(last, WW_SAYS_SINCE))
		return WW_TENSE_PAST;
	/* "extended to Friday", "moved to Friday" */
	bool moved = is(before, WW_HASH_5('m', 'o', 'v', 'e', 'd'));
	if (!in && is(last, TO) && (moved || says(before, WW_SAYS_LASTING | WW_SAYS_ARRANGED)))
		return WW_TENSE_FUTURE;
	/* "taped for broadcast Friday" */
	if (says(last, WW_SAYS_OUTCOME) && is(before, WW_HASH_3('f', 'o', 'r')))
		return WW_TENSE_FUTURE;
	if (says(last, WW_SAYS_FROM) || is_ahead_of(c) || is_barred_after(c))
		return WW_TENSE_FUTURE;
	return WW_TENSE_VERBLESS;
}

/* "The road was shut until Friday", but "he served until Friday", "it took until". */
static ww_tense told_by_until(const clause *c) {
	if (!says(behind(c, 0), WW_SAYS_UNTIL) || c->words < 2 || is(behind(c, 1), TOOK))
		return WW_TENSE_VERBLESS;
	if (c->found != WW_TENSE_PAST || c->perfect)
		return WW_TENSE_FUTURE;
	/* "He had until Friday" */
	if (is(behind(c, 1), WW_HASH_3('h', 'a', 'd')))
		return WW_TENSE_FUTURE;
	for (uint32_t i = 0; i < c->n; i++)
		if (says(behind(c, i), WW_SAYS_LASTING))
			return WW_TENSE_FUTURE;
	return WW_TENSE_PAST;
}


/* "Leading results from Kano on Sunday", "Sunday results" */
static bool lists_results(const ww_sentence *s) {
	enum { FEW = 3 };
	for (uint32_t i = 0; i < FEW && i < s->n_before; i++)
		if (says(&s->before[i], WW_SAYS_RESULT))
			return true;
	return s->n_after > 0 && says(&s->after[0], WW_SAYS_RESULT);
}

/* "crude for April delivery", "the January contract": what is traded lies ahead. */
static bool is_traded(const ww_sentence *s) {
	return s->n_after > 0 && says(&s->after[0], WW_SAYS_CONTRACT);
}

/* The day's own words first, its preposition and what stands right behind it; then the
 * clause before it; then, where that tells nothing, or nothing for certain, what follows. */
ww_tense ww_tense_of(const ww_sentence *s) {
	clause c = read_before(s), after;
	ww_tense told = told_by_preposition(&c);
	bool item = s->n_after > 0 && is_sign(&s->after[0], ':'); /* "Sunday: rain" */
	bool results = !item && lists_results(s);
	bool due = is(behind(&c, 0), WW_HASH_2('b', 'y')); /* "results to the desk by Friday" */
	if (results && c.words > 1 && !c.found && !c.present && !due)
		return WW_TENSE_PAST;
	if (is_traded(s))
		return WW_TENSE_FUTURE;
	if (told == WW_TENSE_VERBLESS)
		told = told_by_until(&c);
	if (told != WW_TENSE_VERBLESS)
		return told;
	if (s->caption)
		return WW_TENSE_PAST;
	const word *w = behind(&c, 0);
	bool in = is(w, WW_HASH_2('o', 'n')) || is(w, WW_HASH_2('i', 'n'));
	const word *last = behind(&c, in);
	bool by = says(last, WW_SAYS_BY) && c.n > in + 1u;
	if (says(last, WW_SAYS_JOIN) || (!c.found && !c.present) || c.arranged) {
		after = read_after(s);
		after.words += c.words;
		if (c.past && !after.found && !after.present && !c.arranged)
			return WW_TENSE_PAST;
		if (c.arranged ? after.found == WW_TENSE_PAST : after.found || after.present || !c.present)
			c = after;
	}
	if (by && (c.found != WW_TENSE_PAST || c.perfect))
		return WW_TENSE_FUTURE;
	if (c.present && !c.found)
		return WW_TENSE_FUTURE;
	if (!c.found && results)
		return WW_TENSE_PAST;
	bool scrap = c.words > 0 && c.words <= SCRAP && !item;
	return c.found || scrap ? c.found : WW_TENSE_VERBLESS;
}

/* Some kilobytes on the stack, and nothing is kept from one day to the next. */
ww_tense ww_tense_at(const char *text, size_t len, size_t start, size_t end) {
	ww_sentence s;
	ww_sentence_read(&s, text, len, start, end);
	return ww_tense_of(&s);
}
