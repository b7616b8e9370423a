/* name_rule_team.c: the rules on teams by their matches, coaches and players, and on firms by
 * their years and shops.
 *
 * Most teams bear a city's name, and most small cities' names are surnames too: where a
 * result or a trainer stands beside it, a name that the model has for a place is a team's.
 * National teams stay places, by our guideline, so that countries are left out throughout. */
#include "name_rules.h"

#include <string.h>

/* Whether word i is "2-1", a score, which is one word. */
static bool is_score(const ww_rule_block *r, uint32_t i) {
	enum { LONGEST = 7 }; /* "101-100" */
	const ww_name_word *w = i < r->n ? word(r, i) : NULL;
	return w && w->form == WW_FORM_NUMBER && length(w) <= LONGEST &&
	       memchr(r->text + w->start, '-', length(w));
}

/* Makes the words a team's, when the model has a place there and no country; when it has none, one
 * word that is in no list will do where what stands beside it is `sure`. */
static void name_team(ww_rule_block *r, uint32_t i, uint32_t end, bool sure) {
	const ww_classes others = WW_GAZ_REGION | WW_GAZ_DEMONYM | WW_GAZ_CALENDAR | WW_GAZ_TITLE |
	                          WW_GAZ_HONORIFIC;
	const ww_classes grounds = WW_GAZ_STREET | WW_GAZ_PLACE_KEY; /* "a 2-1 win at Bell Park" */
	uint8_t kind = ww_rule_kind_at(r, i);
	if ((kind == WW_PLACE || (!kind && sure && end == i + 1 && !word(r, i)->cluster)) &&
	    !ww_rule_any(r, i, end, others) && !has_class(r, end - 1, grounds))
		ww_rule_set(r, i, end, WW_ORG, WW_BY_SCORE);
}

/* "drew 1-1 with Oakley", "a 2-1 win over Calne": the other team. */
void ww_rule_name_beaten(ww_rule_block *r, uint32_t i, uint32_t end) {
	if (i < 3)
		return;
	bool noun = is_act(r, i - 2, WW_ACT_RESULT) && is_score(r, i - 3);
	bool verb = is_score(r, i - 2) && is_act(r, i - 3, WW_ACT_PLAYS);
	if (noun || verb)
		name_team(r, i, end, true);
	/* whom a team plays is a team, whatever persons are called like it */
	if (verb && i > 3 && end == i + 1 && ww_rule_kind_at(r, i - 4) == WW_ORG)
		ww_rule_set(r, i, end, WW_ORG, WW_BY_SCORE);
}

/* "signs for Ghent": the team behind a player's verb, … */
void ww_rule_name_signed_for(ww_rule_block *r, uint32_t i, uint32_t end) {
	if (is_act(r, i - 2, WW_ACT_JOINS))
		name_team(r, i, end, false);
}

/* … and behind a team's or player's: "to beat Port Sayle 3-2", "joins Metz on loan". */
void ww_rule_name_object(ww_rule_block *r, uint32_t i, uint32_t end, bool joins) {
	if (word(r, i - 1)->form != WW_FORM_LOWER)
		return;
	bool beaten = has_class(r, i - 1, WW_GAZ_BEATS) && is_score(r, end);
	joins = joins && goes_on(r, end) && is_word(r, end, WW_HASH_2('o', 'n')) &&
	        (is_act(r, end + 1, WW_ACT_BOND) || is_act(r, end + 3, WW_ACT_BOND));
	if (beaten || joins)
		name_team(r, i, end, false);
}

/* Whether words of a league follow the verb: "are third", "host Torino on Sunday". */
static bool is_matchday(const ww_rule_block *r, uint32_t verb) {
	enum { FAR = 5 };
	for (uint32_t k = verb + 1; k <= verb + FAR && goes_on(r, k); k++)
		if (is_act(r, k, WW_ACT_MATCHDAY) || is_score(r, k))
			return true;
	return false;
}

/* "Kingsmere drew 1-1", "Port Alder sacked manager Glenn Hobbs", "Bridgeford are top". */
void ww_rule_name_playing(ww_rule_block *r, uint32_t i, uint32_t end) {
	if (!goes_on(r, end + 1) || word(r, end)->form != WW_FORM_LOWER)
		return;
	bool begins = i == 0 || !goes_on(r, i) || word(r, i)->flags & WW_WORD_SENTENCE ||
	              is_mark(r, i - 1, ';') || is_mark(r, i - 1, ',');
	bool plays = is_act(r, end, WW_ACT_PLAYS) && is_score(r, end + 1);
	uint32_t coach = end + 1 + is_act(r, end + 1, WW_ACT_COACH); /* "head coach" */
	bool sacks = is_act(r, end, WW_ACT_SACK) && is_act(r, end + 1, WW_ACT_COACH) &&
	             (is_capital(r, coach) || is_capital(r, coach + 1));
	bool plural = begins && is_act(r, end, WW_ACT_PLURAL) && is_matchday(r, end);
	if (!plays && !sacks && !plural)
		return;
	name_team(r, i, end, !plural);
	uint32_t other = end + 1 + is_word(r, end + 1, WW_HASH_2('t', 'o'));
	if (plural && is_capital(r, other)) /* "travel to Redcliffe" */
		name_team(r, other, ww_rule_capitals_end(r, other), false);
}

/* "signed goalkeeper Rui Santana from Morvale". */
void ww_rule_name_seller(ww_rule_block *r, uint32_t i, uint32_t end) {
	if (i < 4 || ww_rule_kind_at(r, i - 2) != WW_PERSON)
		return;
	uint32_t first = ww_rule_capitals_start(r, i - 2);
	bool player = first > 1 && is_act(r, first - 1, WW_ACT_PLAYER);
	if (first > 1 && is_act(r, first - 1 - player, WW_ACT_SIGN))
		name_team(r, i, end, false);
}

/* "Chicago guard Marcus Tell": whose player he is.  Of the nouns of the list some are others' too,
 * "a prison guard", but hardly between a place and a person. */
void ww_rule_name_of_player(ww_rule_block *r, uint32_t i, uint32_t end) {
	if (ww_rule_kind_at(r, end + 1) == WW_PERSON)
		name_team(r, i, end, false);
}

/* "Edmund Harke posted record sales", "Claire Dunmore closed three shops": no person.  Persons
 * close doors and open shops; they close no three of them, and post no sales. */
void ww_rule_name_trader(ww_rule_block *r, uint32_t i, uint32_t end, bool earns) {
	enum { FAR = 4 }; /* words to "sales" */
	uint32_t n = ww_rule_name_at(r, i);
	if (n == UINT32_MAX || r->names->at[n].kind != WW_PERSON || r->names->at[n].behind != end ||
	    r->names->at[n].by != WW_BY_MODEL ||
	    is_word(r, end + 1, WW_HASH_3('t', 'h', 'e'))) /* "reported the loss of" */
		return;
	for (uint32_t k = end + 1; k < end + 1 + FAR && goes_on(r, k) && !is_capital(r, k); k++)
		if (is_act(r, k, earns ? WW_ACT_EARNINGS : WW_ACT_SHOPS)) {
			ww_rule_rename(r, n, WW_ORG, WW_BY_FIRM);
			return;
		}
}

/* "Tarvale swept Port Ness in four games", "held East Dunford scoreless". */
void ww_rule_name_swept(ww_rule_block *r, uint32_t i, uint32_t end) {
	if (is_act(r, end, WW_ACT_SWEEPS) && is_capital(r, end + 1) && is_matchday(r, end)) {
		name_team(r, i, end, true);
		name_team(r, end + 1, ww_rule_capitals_end(r, end + 1), true);
	}
	if (i > 0 && goes_on(r, i) && is_word(r, i - 1, WW_HASH_4('h', 'e', 'l', 'd')) &&
	    is_act(r, end, WW_ACT_GOALLESS))
		name_team(r, i, end, true);
}

/* "beat the Admirals": one word in the plural behind what is done to a team. */
void ww_rule_name_nickname(ww_rule_block *r, uint32_t i, uint32_t end) {
	const ww_name_word *w = word(r, i);
	if (end != i + 1 || !(has_class(r, i - 2, WW_GAZ_BEATS) || is_act(r, i - 2, WW_ACT_SWEEPS)))
		return;
	uint8_t kind = ww_rule_kind_at(r, i);
	if (w->form == WW_FORM_CAPITAL && length(w) > 4 && r->text[w->end - 1] == 's' &&
	    (!kind || kind == WW_PLACE) && !has_class(r, i, WW_GAZ_REGION | WW_GAZ_DEMONYM))
		ww_rule_set(r, i, end, WW_ORG, WW_BY_SCORE);
}

/* "creditors of Molyneux", "suppliers to Hexham", by those who are `whose`: a firm, where the model
 * has a place.  Cities have shareholders too, and countries creditors: what the lists know stays a
 * place. */
void ww_rule_name_owing(ww_rule_block *r, uint32_t i, uint32_t end, uint32_t whose) {
	const ww_classes places = WW_GAZ_REGION | WW_GAZ_CITY;
	if (goes_on(r, i - 2) && is_in(r, i - 2, whose) && ww_rule_kind_at(r, i) == WW_PLACE &&
	    !ww_rule_any(r, i, end, places))
		ww_rule_set(r, i, end, WW_ORG, WW_BY_FIRM);
}

/* "students of Saint Hilda's": a school or hospital that has them. */
void ww_rule_name_school(ww_rule_block *r, uint32_t i, uint32_t end) {
	bool saint = is_word(r, i, WW_HASH_2('s', 't')) ||
	             is_word(r, i, WW_HASH_5('s', 'a', 'i', 'n', 't'));
	if (saint && end == i + 2 && goes_on(r, i - 2) && is_in(r, i - 2, WW_BESIDE_SCHOLARS) &&
	    goes_on(r, end) && word(r, end)->form == WW_FORM_POSSESSIVE && !is_capital(r, end + 1))
		ww_rule_set(r, i, end + 1, WW_ORG, WW_BY_BODY);
}

/* "Future Now's Wu Kar-wai": whose member a person is, of common words that the model has for no
 * name; "New Year's Eve" has no person behind it. */
void ww_rule_name_whose(ww_rule_block *r, uint32_t i, uint32_t end) {
	bool begins = i == 0 || !goes_on(r, i) || word(r, i)->flags & WW_WORD_SENTENCE ||
	              word(r, i - 1)->form != WW_FORM_PUNCT;
	if (!begins || !is_capital(r, end + 1) ||
	    word(r, i)->form != WW_FORM_CAPITAL || word(r, i)->flags & WW_WORD_HEADING ||
	    ww_rule_kind_at(r, i) || ww_rule_kind_at(r, end - 1))
		return;
	uint32_t n = ww_rule_name_at(r, end + 1);
	const ww_classes others = WW_GAZ_TITLE | WW_GAZ_JOB | WW_GAZ_KIN | WW_GAZ_REGION |
	                          WW_GAZ_DEMONYM;
	if (n != UINT32_MAX && r->names->at[n].kind == WW_PERSON &&
	    r->names->at[n].behind > end + 2 && !ww_rule_any(r, i, end, others))
		ww_rule_set(r, i, end, WW_ORG, WW_BY_BODY);
}
