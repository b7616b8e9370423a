/* name_rule_act.c: the rules on persons by what they do, or what is done with them.
 *
 * Of a surname that an article has once, the model sees little but its neighbours, and it has
 * seen as many firms there.  Some verbs tell persons alone.  What an article says elsewhere
 * of the word, and what the lists know, goes before them. */
#include "name_rules.h"

#include <string.h>

static const ww_classes others = WW_GAZ_REGION | WW_GAZ_CITY | WW_GAZ_DEMONYM | WW_GAZ_COMPANY |
                                 WW_GAZ_CALENDAR | WW_GAZ_TITLE | WW_GAZ_HONORIFIC | WW_GAZ_JOB |
                                 WW_GAZ_THING | WW_GAZ_OUTSIDE | WW_GAZ_ORG_KEY | WW_GAZ_ORG_TAIL |
                                 WW_GAZ_PLACE_KEY | WW_GAZ_BODY | WW_GAZ_FIRM | WW_GAZ_KIN;
static const ww_classes surnames = WW_GAZ_FIRST | WW_GAZ_COMMON_SURNAME;

/* Whether nothing speaks against a word's being somebody's surname: the lists know it as one,
 * or do not know it. */
static bool may_be_surname(const ww_rule_block *r, uint32_t i) {
	return has_class(r, i, WW_GAZ_COMMON_SURNAME) ||
	       !has_class(r, i, others | WW_GAZ_COMMON | WW_GAZ_PARTICLE);
}

bool ww_rule_told_org(const ww_rule_block *r, uint32_t i) {
	enum {
		ORG = 1u << WW_EV_ORG_KEY | 1u << WW_EV_ORG_TAIL | 1u << WW_EV_FIRM | 1u << WW_EV_ITS |
		      1u << WW_EV_ORG_ACT | 1u << WW_EV_ACRONYM | 1u << WW_EV_THE
	};
	return ww_evidence_look(r->ev, word(r, i)->hash).bits & ORG || has_class(r, i, WW_GAZ_COMPANY);
}

/* --- a subject and its verb --- */

/* Rules on subjects look for a verb that hardly any firm, team or place has, since a surname that
 * nothing else tells of is any of them to the model; what comes in front of the subject has to
 * let a clause begin, as "of Kokk sat" has another subject. */

/* The verb behind a subject that ends at `end`: "and Bahrun" and an adverb may stand between. */
static uint32_t verb_behind(const ww_rule_block *r, uint32_t end) {
	enum { ADVERB = 4 }; /* letters at least */
	uint32_t verb = end;
	if (is_word(r, verb, WW_HASH_3('a', 'n', 'd')) && is_capital(r, verb + 1))
		verb = ww_rule_capitals_end(r, verb + 1);
	const ww_name_word *adverb = goes_on(r, verb + 1) ? word(r, verb) : NULL;
	if (adverb && adverb->form == WW_FORM_LOWER && length(adverb) >= ADVERB &&
	    (memcmp(r->text + adverb->end - 2, "ly", 2) == 0 ||
	     is_word(r, verb, WW_HASH_4('t', 'h', 'e', 'n'))))
		verb++;
	return verb;
}

/* "signs for Lyon", "joins Metz on a two-year deal": a player. */
static bool is_transferred(const ww_rule_block *r, uint32_t verb) {
	enum { FAR = 5 }; /* words from the team to "deal" */
	if (is_word(r, verb + 1, WW_HASH_3('f', 'o', 'r')))
		return is_capital(r, verb + 2);
	uint32_t end = is_capital(r, verb + 1) ? ww_rule_capitals_end(r, verb + 1) : verb;
	if (end <= verb || !is_word(r, end, WW_HASH_2('o', 'n')))
		return false;
	for (uint32_t i = end + 1; i <= end + FAR; i++)
		if (is_act(r, i, WW_ACT_BOND))
			return true;
	return false;
}

/* How much a verb tells: 2 when it is a person's, 1 when it may be a firm's. */
static int tells_person(const ww_rule_block *r, uint32_t verb) {
	if (!goes_on(r, verb) || word(r, verb)->form != WW_FORM_LOWER)
		return 0;
	const uint32_t acts = ww_word_list_find(&ww_act_words, word(r, verb)->hash);
	if (acts & WW_ACT_PERSONAL || (acts & WW_ACT_JOINS && is_transferred(r, verb)))
		return 2;
	if (acts & WW_ACT_BEING) { /* "was jailed", "were both jailed" */
		bool between = goes_on(r, verb + 1) && word(r, verb + 1)->form == WW_FORM_LOWER &&
		               !is_act(r, verb + 1, WW_ACT_UNDERGOES);
		return is_act(r, verb + 1 + between, WW_ACT_UNDERGOES) ? 2 : 0;
	}
	if (!(acts & WW_ACT_PLEADS))
		return 0;
	return is_word(r, verb + 1, WW_HASH_2('a', 's')) ? 2 : 1; /* "quit as coach" */
}

/* Whether one word that stands alone has the form of a surname that nobody lists as anything. */
static bool is_strange(const ww_rule_block *r, uint32_t i) {
	const ww_name_word *w = word(r, i);
	const char *p = r->text + w->start;
	if (w->form == WW_FORM_APOSTROPHE) /* "D'Angelo", not "I've" */
		return length(w) > 4 && p[1] == '\'' && p[2] >= 'A' && p[2] <= 'Z' &&
		       may_be_surname(r, i);
	return w->form == WW_FORM_CAPITAL && length(w) > 2 && may_be_surname(r, i);
}

/* Whether a subject may begin with word i: a sentence does, or a clause. */
static bool begins_clause(const ww_rule_block *r, uint32_t i) {
	return i == 0 || word(r, i)->flags & (WW_WORD_SENTENCE | WW_WORD_BREAK) ||
	       word(r, i - 1)->form == WW_FORM_PUNCT || has_class(r, i - 1, WW_GAZ_SAY) ||
	       is_act(r, i - 1, WW_ACT_CLAUSE);
}

static bool is_al(const ww_rule_block *r, uint32_t i) {
	return goes_on(r, i) && is_in(r, i, WW_BESIDE_AL);
}

/* Whether "al-Marini", word i, is a person: in lower case, while clubs have a capital there,
 * "Al-Hilal"; where a clause begins, or as an object that nothing follows. */
static bool is_al_person(const ww_rule_block *r, uint32_t i) {
	char letter = r->text[word(r, i)->start];
	if (has_class(r, i, others) || is_al(r, i) || (letter != 'a' && letter != 'e'))
		return false;
	bool last = !goes_on(r, i + 1) || word(r, i + 1)->form != WW_FORM_LOWER;
	return begins_clause(r, i) || (goes_on(r, i) && word(r, i - 1)->form == WW_FORM_LOWER &&
	                               !has_class(r, i - 1, WW_GAZ_LOCATIVE) && last);
}

/* Whether a name of which word i is the last begins as only surnames do: "O'Donogan", "al-Marini",
 * "lo Scarzo", which no capital or number is in front of. */
static bool begins_surname(const ww_rule_block *r, uint32_t first, uint32_t i) {
	const ww_name_word *w = word(r, i);
	if (w->form == WW_FORM_PARTICLE)
		return first == i && is_al_person(r, i);
	if (first == i)
		return w->form == WW_FORM_APOSTROPHE && r->text[w->start] == 'O' && length(w) > 4;
	return is_act(r, first, WW_ACT_PARTICLE) && !has_class(r, i, others) &&
	       (first == 0 || !goes_on(r, first) || word(r, first - 1)->form == WW_FORM_LOWER ||
	        word(r, first - 1)->form == WW_FORM_PUNCT);
}

/* Whether ", 52," is at word i: an age, where it is no row of a table.  Firms have no age, and
 * clubs in a list of scores no comma before the figure.  Two figures: years and sums have more. */
static bool has_age(const ww_rule_block *r, uint32_t i) {
	enum { FIGURES = 2 };
	return is_mark(r, i, ',') && is_number(r, i + 1) && length(word(r, i + 1)) == FIGURES &&
	       (is_mark(r, i + 2, ',') || is_mark(r, i + 2, '.')) && !is_number(r, i + 3) &&
	       !is_capital(r, i + 3) && !(word(r, i)->flags & WW_WORD_TABLE);
}

/* How much what stands behind a word that is strange tells that it is a person: its age, or its
 * verb. */
static int tells_behind(const ww_rule_block *r, uint32_t i) {
	if (is_mark(r, i + 1, ','))
		return has_age(r, i + 1) ? 2 : 0;
	bool verb = goes_on(r, i + 1) && word(r, i + 1)->form == WW_FORM_LOWER;
	return verb && begins_clause(r, i) ? tells_person(r, verb_behind(r, i + 1)) : 0;
}

/* "Kokk then limped off", "Rajoo and Bahrun smiled", "Adeyinka pleaded guilty", "O'Donogan":
 * persons, when nothing but the model says that they are organisations.  What the model has for no
 * name must be known as a surname, or unknown to much text: "Gangs" is not.  What the words tell
 * is asked first, since few tell anything. */
void ww_rule_name_actor(ww_rule_block *r, uint32_t i) {
	const ww_name_word *w = word(r, i);
	int tells = is_strange(r, i) ? tells_behind(r, i) : 0;
	bool may_begin = w->form == WW_FORM_PARTICLE || w->form == WW_FORM_APOSTROPHE ||
	                 (i > 0 && w[-1].gaz & WW_GAZ_PARTICLE);
	if (!tells && !may_begin)
		return;
	uint32_t n = ww_rule_name_at(r, i);
	const ww_name *name = n == UINT32_MAX ? NULL : &r->names->at[n];
	uint8_t kind = name ? name->kind : 0;
	if (kind == WW_PERSON || kind == WW_MISC ||
	    (name && (name->by != WW_BY_MODEL || name->behind != i + 1)))
		return;
	bool begins = kind == WW_ORG && begins_surname(r, name->first, i);
	bool strange = (!name || name->first == i) &&
	               (kind || !w->cluster || has_class(r, i, surnames));
	if (!(begins || (tells && strange)) || ww_rule_told_org(r, i))
		return;
	if (begins)
		ww_rule_rename(r, n, WW_PERSON, WW_BY_VERB);
	else if (tells == 2 || (tells == 1 && !kind))
		ww_rule_set(r, i, i + 1, WW_PERSON, WW_BY_VERB);
}

bool ww_rule_called(const ww_rule_block *r, uint32_t i) {
	enum { LETTERS = 4 }; /* "Mr.", "Mrs.", "Ms."; "Miss Universe" is nobody's name */
	return has_class(r, i, WW_GAZ_HONORIFIC) && has_class(r, i, WW_GAZ_MALE | WW_GAZ_FEMALE) &&
	       word(r, i)->form != WW_FORM_SHORT_UPPER &&
	       !is_word(r, i, WW_HASH_4('m', 'i', 's', 's')) &&
	       !has_class(r, i, WW_GAZ_FIRST) && length(word(r, i)) <= LETTERS;
}

/* "Mr. Tell": a person, though the model sees no name in a common word. */
void ww_rule_name_called(ww_rule_block *r, uint32_t i, uint32_t end) {
	if (!ww_rule_kind_at(r, i + 1) && !has_class(r, i + 1, WW_GAZ_TITLE | WW_GAZ_OUTSIDE) &&
	    word(r, i + 1)->form == WW_FORM_CAPITAL)
		ww_rule_set(r, i + 1, end, WW_PERSON, WW_BY_TITLE);
}

/* "Szabo beat Lindgren 6-4, 7-5": sets, of which a match has two at least; no team plays them. */
void ww_rule_name_players(ww_rule_block *r, uint32_t i, uint32_t end) {
	enum { SET = 3 }; /* bytes of "6-4" */
	if (i < 2 || !goes_on(r, i) || !has_class(r, i - 1, WW_GAZ_BEATS) || !is_capital(r, i - 2) ||
	    !is_number(r, end) || length(word(r, end)) != SET || !is_mark(r, end + 1, ',') ||
	    !is_number(r, end + 2) || length(word(r, end + 2)) != SET)
		return;
	uint32_t first = ww_rule_capitals_start(r, i - 2);
	if (ww_rule_any(r, first, i - 1, WW_GAZ_REGION) || ww_rule_any(r, i, end, WW_GAZ_REGION))
		return;
	ww_rule_set(r, first, i - 1, WW_PERSON, WW_BY_SCORE);
	ww_rule_set(r, i, end, WW_PERSON, WW_BY_SCORE);
}

/* --- headlines --- */

/* Whether the words [first, end) may be a person's in a line of capitals. */
static bool may_be_person(const ww_rule_block *r, uint32_t first, uint32_t end) {
	enum { NAMES = 3 }; /* a headline has no room for more */
	if (first == end || end > first + NAMES || ww_rule_any(r, first, end, WW_GAZ_REGION))
		return false;
	for (uint32_t i = first; i < end; i++)
		if (length(word(r, i)) < 3 || !may_be_surname(r, i) ||
		    (ww_rule_told_org(r, i) && !has_class(r, i, surnames)) ||
		    ww_evidence_look(r->ev, word(r, i)->hash).inner)
			return false; /* the story below tells better what it is */
	return end == first + 1 || has_class(r, first, WW_GAZ_FIRST);
}

/* Whether the words [first, end), two or three, may be a town's team: "PORT ELLIS". */
static bool may_be_team(const ww_rule_block *r, uint32_t first, uint32_t end) {
	const ww_classes no_team = WW_GAZ_TITLE | WW_GAZ_HONORIFIC | WW_GAZ_CALENDAR | WW_GAZ_REGION;
	for (uint32_t i = first; i < end; i++)
		if (has_class(r, i, no_team) || ww_evidence_look(r->ev, word(r, i)->hash).inner ||
		    is_act(r, i, WW_ACT_HEADLINE | WW_ACT_HITS | WW_ACT_RIVALS))
			return false;
	return end == first + 2 && !has_class(r, end - 1, WW_GAZ_COMMON);
}

/* The end of the words that may be a person's name from word i on, "WEBER FOR", of two words only
 * when the first is a given name. */
static uint32_t object_end(const ww_rule_block *r, uint32_t i) {
	uint32_t end = i;
	while (is_capital(r, end) && goes_on(r, end) && end < i + 3 &&
	       !is_act(r, end, WW_ACT_HEADLINE | WW_ACT_HITS) &&
	       (end == i || has_class(r, i, WW_GAZ_FIRST)) && !has_class(r, end, WW_GAZ_CALENDAR))
		end++;
	return end;
}

/* "HARGREAVES QUITS AS MINISTER", "COURT JAILS WEBER", "VANCE STUNS TELLMARK": in a line of
 * capitals the verb tells whose name is before it or behind it. */
static void name_in_capitals(ww_rule_block *r, uint32_t i) {
	const uint32_t verbs = WW_ACT_HEADLINE | WW_ACT_HITS | WW_ACT_RIVALS;
	uint32_t end = ww_rule_capitals_end(r, i), verb = i + 1;
	while (verb < end && !is_act(r, verb, verbs))
		verb++;
	if (verb >= end)
		return;
	uint32_t object = object_end(r, verb + 1);
	if (is_act(r, verb, WW_ACT_HEADLINE | WW_ACT_RIVALS) && may_be_person(r, i, verb))
		ww_rule_set(r, i, verb, WW_PERSON, WW_BY_HEADING);
	bool rivals = is_act(r, verb, WW_ACT_RIVALS);
	bool team = rivals && !has_class(r, verb + 1, surnames);
	if (team && object == verb + 2) /* "DOWNS PORT ELLIS" */
		object = ww_rule_capitals_end(r, verb + 1);
	if (!(rivals || is_act(r, verb, WW_ACT_HITS)) ||
	    !(may_be_person(r, verb + 1, object) || (team && may_be_team(r, verb + 1, object))))
		return;
	ww_rule_set(r, verb + 1, object, team ? WW_ORG : WW_PERSON, WW_BY_HEADING);
}

/* Whether a word of a headline is its verb, and no name's. */
static bool is_headline_verb(const ww_rule_block *r, uint32_t i) {
	return is_act(r, i, WW_ACT_HEADLINE | WW_ACT_HITS | WW_ACT_RIVALS) &&
	       !has_class(r, i, surnames);
}

/* "Mayor Bram Ellis Quits Amid Probe", "Judge Tosses Dana Pruitt Suit": a person's name ends before
 * the verb and begins behind it. */
static void cut_at_verb(ww_rule_block *r, uint32_t n) {
	ww_name *name = &r->names->at[n];
	uint32_t first = name->first, end = name->first + 2;
	while (name->behind > first + 2 && is_headline_verb(r, first) &&
	       has_class(r, first + 1, WW_GAZ_FIRST))
		first++;
	while (end < name->behind && !is_headline_verb(r, end))
		end++;
	end = end < name->behind && end > first + 1 ? end : name->behind;
	if (first == name->first && end == name->behind)
		return;
	name->first = first;
	name->behind = end;
	name->by = WW_BY_HEADING;
	ww_rule_vote(r, n, false);
}

/* "As Rhea Sand Directs Night Ferry", "Ortiz Says": whom the model has not found, before a verb. */
static void name_before_verb(ww_rule_block *r, uint32_t verb) {
	uint32_t first = verb;
	const ww_classes not_last = WW_GAZ_REGION | WW_GAZ_CALENDAR | WW_GAZ_TITLE | WW_GAZ_ORG_TAIL;
	while (first > 0 && verb - first < 2 && is_capital(r, first - 1) && goes_on(r, first) &&
	       !ww_rule_kind_at(r, first - 1) &&
	       (first < verb ? may_be_surname(r, first - 1) : !has_class(r, first - 1, not_last)))
		first--;
	bool alone = first == 0 || !goes_on(r, first) || !is_capital(r, first - 1);
	uint32_t n = verb - first;
	bool given = n == 2 && has_class(r, first, WW_GAZ_FIRST) && !is_headline_verb(r, first + 1);
	bool says = n == 1 && has_class(r, first, WW_GAZ_COMMON_SURNAME) &&
	            !has_class(r, first, others | WW_GAZ_COMMON);
	if (alone && (given || says))
		ww_rule_set(r, first, verb, WW_PERSON, WW_BY_HEADING);
}

/* Both kinds of headlines have few words that are no names by their looks, and the model little
 * to go by: verbs of the list part them.  In title case it found most persons, and took a word
 * too many; in capitals alone it found few. */
void ww_rule_name_in_headline(ww_rule_block *r, uint32_t i) {
	if (word(r, i)->flags & WW_WORD_UPPER) {
		name_in_capitals(r, i);
		return;
	}
	enum { LINE = 40 }; /* words; a headline has 20 at most */
	for (uint32_t k = i; k < i + LINE && (k == i || goes_on(r, k)); k++) {
		if (k > i && is_headline_verb(r, k) && is_capital(r, k) && !ww_rule_kind_at(r, k))
			name_before_verb(r, k);
		uint32_t n = is_capital(r, k) ? ww_rule_name_at(r, k) : UINT32_MAX;
		if (n != UINT32_MAX && r->names->at[n].first == k && r->names->at[n].kind == WW_PERSON &&
		    r->names->at[n].behind - k > 2)
			cut_at_verb(r, n);
	}
}
