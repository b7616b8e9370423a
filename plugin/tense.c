/* Whether a clause tells of the past or of the future, by its verbs.
 *
 * The nearest verb wins, since a day belongs to the clause that it stands in: "He said they
 * will meet Friday" is ahead.  A sentence that opens with its day is read on behind it.  What
 * the words right beside the day say goes before all verbs: "since Friday" is past in any
 * clause, "by Friday" mostly ahead.  Where nothing tells, the clause is VERBLESS, and who asks
 * knows best what that means of a weekday or of a month. */
#include "verb.h"

#include "date_words.h"

typedef ww_clause_word word;

/* "The village, which lost its bridge in the flood, is": an aside begins with a relative behind
 * a comma … */
static bool begins_aside(const ww_verbs *c) {
	return ww_says(ww_behind(c, 0), WW_SAYS_RELATIVE) && ww_is_sign(ww_behind(c, 1), ',');
}

/* … and ends at a comma with the verb behind it that the aside has parted from its subject. */
static bool ends_aside(const ww_sentence *s, uint32_t n) {
	const word *next = &s->before[n];
	ww_verbs c = { .text = s->text };
	return n < s->n_before && ww_is_sign(next - 1, ',') &&
	       (ww_says(next, WW_SAYS_PAST | WW_SAYS_AHEAD | WW_SAYS_MODAL | WW_SAYS_PRESENT |
	                      WW_SAYS_THIRD) ||
	        ww_is_ed(&c, next));
}

/* Reads the words before the day, to its end: the verb nearest to it is the last one. What an
 * aside tells is given up when it ends, and kept when it goes on to the day: "the man who left
 * on Friday". */
static ww_verbs read_before(const ww_sentence *s) {
	ww_verbs c = { .text = s->text, .at = s->before }, outside = c;
	bool aside = false;
	for (c.n = 1; c.n <= s->n_before; c.n++) {
		if (aside && ends_aside(s, c.n)) {
			outside.n = c.n;
			outside.words = c.words;
			c = outside;
			aside = false;
		} else if (!aside && begins_aside(&c)) {
			outside = c;
			aside = true;
		}
		ww_verbs_add(&c);
	}
	c.n = s->n_before;
	return c;
}

/* Whether a tense is found that the next word does not change: "should" may go on to "should
 * have been". */
static bool is_told(const ww_verbs *c) {
	return c->present || (c->found && !ww_says(ww_behind(c, 0), WW_SAYS_MODAL));
}

/* Whether a dash stands at word i, of one sign or of two hyphens. */
static bool is_dash(const ww_sentence *s, uint32_t i) {
	const word *w = &s->after[i];
	bool twice = i > 0 && ww_is_sign(w - 1, '-') && w->token.gap == WW_GAP_NONE;
	return ww_is_sign(w, '-') && (twice || w->token.end - w->token.start > 1);
}

/* What follows an aside that begins at word i, "which belongs to his aunt," or a dash:
 * i itself when there is none, or no such sign ends it. */
static uint32_t skip_aside(const ww_sentence *s, uint32_t i) {
	bool dash = is_dash(s, i);
	bool relative = ww_says(&s->after[i], WW_SAYS_RELATIVE) && i > 0 &&
	                ww_is_sign(&s->after[i - 1], ',');
	if (!dash && !relative)
		return i;
	for (uint32_t k = i + 1; k < s->n_after; k++)
		if (dash ? is_dash(s, k) : ww_is_sign(&s->after[k], ','))
			return k + 1;
	return i;
}

/* Reads the words after the day up to the first tense, but for what is told by the
 * way: "the kiosk, which belongs to his aunt, shut". */
static ww_verbs read_after(const ww_sentence *s) {
	ww_verbs c = { .text = s->text, .behind = s->n_before <= 1 };
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
		ww_verbs_add(&c);
	}
	return c;
}

/* "ahead of results on Tuesday": what lies ahead is named in few words; further off the
 * day is that of the verb again. */
static bool is_ahead_of(const ww_verbs *c) {
	enum { FEW = 5 };
	for (uint32_t i = 0; i < FEW && !ww_says(ww_behind(c, i), WW_SAYS_PAST); i++)
		if (ww_is(ww_behind(c, i), WW_WORD_OF) &&
		    ww_is(ww_behind(c, i + 1), WW_HASH_5('a', 'h', 'e', 'a', 'd')))
			return true;
	return false;
}

/* "barred him from using the name after Friday": until then it may be used, so that the day is
 * ahead though the clause is past. */
static bool is_barred_after(const ww_verbs *c) {
	if (!ww_is(ww_behind(c, 0), WW_HASH_5('a', 'f', 't', 'e', 'r')))
		return false;
	static const uint32_t from = WW_HASH_4('f', 'r', 'o', 'm');
	for (uint32_t i = 1; i + 1 < c->n; i++)
		if (ww_ends(c, ww_behind(c, i), "ing") && ww_is(ww_behind(c, i + 1), from))
			return (ww_behind(c, i + 2)->says | ww_behind(c, i + 3)->says) & WW_SAYS_LASTING;
	return false;
}

/* Whether a word right beside the day is in some classes of data/en/day.txt. */
static bool beside(const word *w, uint32_t classes) {
	return ww_is_word(w) && ww_word_list_find(&ww_day_words, w->token.hash) & classes;
}

/* The word before the day, or `back` words before that; "on" and "in" are left out, as "results
 * on Friday" and "results Friday" are alike. */
static const word *last_word(const ww_verbs *c, uint32_t back) {
	const word *w = ww_behind(c, 0);
	bool in = ww_is(w, WW_HASH_2('o', 'n')) || ww_is(w, WW_HASH_2('i', 'n'));
	return ww_behind(c, in + back);
}

/* What the word right before the day says of it: "since Friday" and "promised Friday" are past,
 * "moved to Friday", "due Friday", "from Friday" ahead; WW_TENSE_VERBLESS when it says nothing. */
static ww_tense told_by_preposition(const ww_verbs *c) {
	static const uint32_t moved = WW_HASH_5('m', 'o', 'v', 'e', 'd');
	const word *last = last_word(c, 0), *before = last_word(c, 1);
	if (ww_says(last, WW_SAYS_SINCE) ||
	    (ww_says(last, WW_SAYS_PROMISED) && !ww_says(before, WW_SAYS_STAYS)))
		return WW_TENSE_PAST;
	/* "extended to Friday", "moved to Friday" */
	if (ww_is(ww_behind(c, 0), WW_WORD_TO) &&
	    (ww_is(before, moved) || ww_says(before, WW_SAYS_LASTING | WW_SAYS_ARRANGED)))
		return WW_TENSE_FUTURE;
	/* "taped for broadcast Friday", "wheat for March" */
	static const uint32_t for_ = WW_HASH_3('f', 'o', 'r');
	if ((beside(last, WW_DAY_OUTCOME) && ww_is(before, for_)) ||
	    (beside(before, WW_DAY_TRADED) && ww_is(last, for_)))
		return WW_TENSE_FUTURE;
	if (beside(last, WW_DAY_DUE) && !ww_says(before, WW_SAYS_PAST))
		return WW_TENSE_FUTURE;
	if (beside(last, WW_DAY_FROM) || is_ahead_of(c) || is_barred_after(c))
		return WW_TENSE_FUTURE;
	return WW_TENSE_VERBLESS;
}

/* "The road was shut until Friday" lasts and so is ahead, as is "He had until Friday"; "he
 * served until Friday" is over.  "it took until Friday" is left to the verb. */
static ww_tense told_by_until(const ww_verbs *c) {
	if (!ww_says(ww_behind(c, 0), WW_SAYS_UNTIL) || c->words < 2 ||
	    ww_is(ww_behind(c, 1), WW_WORD_TOOK))
		return WW_TENSE_VERBLESS;
	if (c->found != WW_TENSE_PAST || c->perfect)
		return WW_TENSE_FUTURE;
	if (ww_is(ww_behind(c, 1), WW_HASH_3('h', 'a', 'd')))
		return WW_TENSE_FUTURE;
	for (uint32_t i = 0; i < c->n; i++)
		if (ww_says(ww_behind(c, i), WW_SAYS_LASTING))
			return WW_TENSE_FUTURE;
	return WW_TENSE_PAST;
}

/* The words that a list's title begins with. */
enum { TITLE = 3 };

/* "RESULTS: KANO, Sunday: 1 …", but not "Sunday: results at noon". */
static bool is_title_of_results(const ww_sentence *s) {
	for (uint32_t i = 0; i < TITLE && i < s->n_before; i++)
		if (beside(&s->before[i], WW_DAY_RESULT))
			return true;
	return false;
}

/* "Leading results from Kano on Sunday", "Sunday results": a list's title, in which results are
 * among the first words or have words of their own behind them.  "OTE has results on Sunday"
 * announces. */
static bool lists_results(const ww_sentence *s) {
	uint32_t n = s->n_before;
	bool object = n > 1 && ww_says(&s->before[n - 1], WW_SAYS_PREPOSITION);
	for (uint32_t i = 0; i < n; i++)
		if ((i < TITLE || i + 2 != n || !object) && beside(&s->before[i], WW_DAY_RESULT))
			return true;
	return s->n_after > 0 && beside(&s->after[0], WW_DAY_RESULT);
}

/* "Friday's ruling" was, unless it is awaited: "will miss Friday's match", or the sentence
 * begins with it and its own verb tells so: "Friday's trains may be late", but not "Friday's
 * ruling means that they will". */
static bool is_awaited(const ww_sentence *s) {
	enum { FEW = 4 };
	if (s->n_before > 0)
		return beside(&s->before[s->n_before - 1], WW_DAY_AWAITS);
	for (uint32_t i = 0; i < FEW && i < s->n_after; i++)
		if (ww_says(&s->after[i], WW_SAYS_AHEAD | WW_SAYS_MODAL | WW_SAYS_PRESENT | WW_SAYS_THIRD))
			return true;
	return false;
}

/* "The lesson planned for Sunday has been dropped": that is said before the day comes, though in
 * a past. */
static bool is_off(const ww_sentence *s) {
	enum { FEW = 5 };
	bool perfect = false;
	for (uint32_t i = 0; i < FEW && i < s->n_after; i++) {
		perfect |= ww_is(&s->after[i], WW_HASH_4('b', 'e', 'e', 'n'));
		if (perfect && beside(&s->after[i], WW_DAY_OFF))
			return true;
	}
	return false;
}

/* "Suddenly, on Tuesday.": a death notice has no verb, and its day was. */
static bool is_death(const ww_sentence *s) {
	for (uint32_t i = 0; i < s->n_before; i++)
		if (beside(&s->before[i], WW_DAY_DEATH))
			return true;
	return false;
}

/* Reads on behind the day where the clause before it tells nothing, or nothing for certain: "On
 * Friday the board will meet", "The vote planned for Friday was dropped".  WW_TENSE_VERBLESS
 * means that what both tell has still to be weighed. */
static ww_tense read_on(const ww_sentence *s, ww_verbs *c) {
	if (!ww_says(last_word(c, 0), WW_SAYS_JOIN) && (c->found || c->present) && !c->arranged)
		return WW_TENSE_VERBLESS;
	ww_verbs after = read_after(s);
	after.words += c->words;
	if (c->past && !after.found && !after.present && !c->arranged)
		return WW_TENSE_PAST;
	if (c->arranged && is_off(s))
		return WW_TENSE_FUTURE;
	if (c->arranged ? after.found == WW_TENSE_PAST : after.found || after.present || !c->present)
		*c = after;
	return WW_TENSE_VERBLESS;
}

/* "the heel fuss of Sunday": what a present talks about is known already.  "thinking of Sunday"
 * looks ahead. */
static bool is_of_past(const ww_sentence *s, const ww_verbs *c) {
	const word *of = s->n_before > 1 ? &s->before[s->n_before - 1] : &ww_no_word;
	return ww_is(of, WW_WORD_OF) && !ww_ends(c, of - 1, "ing");
}

/* What the verbs tell, before the day and behind it. "by Friday" is ahead unless something was
 * done by then; a present tells of a day to come, "The board meets Friday". `results` says that
 * a list's title tells of results. */
static ww_tense told_by_verbs(const ww_sentence *s, ww_verbs *c, bool results) {
	bool by = ww_says(last_word(c, 0), WW_SAYS_BY) && last_word(c, 1) != &ww_no_word;
	ww_tense told = read_on(s, c);
	if (told != WW_TENSE_VERBLESS)
		return told;
	if (by && (c->found != WW_TENSE_PAST || c->perfect))
		return WW_TENSE_FUTURE;
	if (c->present && !c->found)
		return is_of_past(s, c) ? WW_TENSE_PAST : WW_TENSE_FUTURE;
	if (!c->found && (results || is_death(s)))
		return WW_TENSE_PAST;
	/* "Also Monday, the board:", "On the Thursday." */
	static const uint32_t the = WW_HASH_3('t', 'h', 'e');
	bool goes_on = (s->n_before == 1 && ww_says(&s->before[0], WW_SAYS_BETWEEN)) ||
	               (s->n_before > 0 && ww_is(&s->before[s->n_before - 1], the));
	return c->found ? c->found : goes_on ? WW_TENSE_PAST : WW_TENSE_VERBLESS;
}

/* The day's own words first, its preposition and what stands right behind it; then the
 * clauses around it. */
static ww_tense tense_of(const ww_sentence *s) {
	ww_verbs c = read_before(s);
	bool item = s->n_after > 0 && ww_is_sign(&s->after[0], ':'); /* "Sunday: rain" */
	bool results = item ? is_title_of_results(s) : lists_results(s);
	bool due = ww_is(ww_behind(&c, 0), WW_HASH_2('b', 'y')); /* "results to the desk by Friday" */
	if (results && c.words > 1 && !c.found && !c.present && !due)
		return WW_TENSE_PAST;
	/* "crude for April delivery", "the January contract": what is traded lies ahead. */
	if (s->n_after > 0 && beside(&s->after[0], WW_DAY_CONTRACT))
		return WW_TENSE_FUTURE;
	ww_tense told = told_by_preposition(&c);
	if (told == WW_TENSE_VERBLESS)
		told = told_by_until(&c);
	if (told == WW_TENSE_VERBLESS && s->caption)
		told = WW_TENSE_PAST;
	return told == WW_TENSE_VERBLESS ? told_by_verbs(s, &c, results) : told;
}

/* A sentence takes some kilobytes on the stack, and nothing is kept from one day to the next. */
ww_tense ww_tense_at(const char *text, size_t len, size_t start, size_t end) {
	ww_sentence s;
	ww_sentence_read(&s, text, len, start, end);
	return tense_of(&s);
}

ww_tense ww_tense_of_weekday(const char *text, size_t len, size_t start, size_t end) {
	ww_sentence s;
	ww_sentence_read(&s, text, len, start, end);
	ww_tense told = tense_of(&s);
	return s.owner && (told != WW_TENSE_FUTURE || !is_awaited(&s)) ? WW_TENSE_PAST : told;
}
