/* name_rule_thing.c: the rules on what has a name and is no person, body or place: illnesses,
 * figures, works, treaties, and what a text calls by a capital alone. */
#include "name_rules.h"

#include "name_thing.h"

#include <string.h>

static bool is_a(const ww_rule_block *r, uint32_t i, uint32_t classes) {
	return i < r->n && ww_word_list_find(&ww_thing_words, word(r, i)->hash) & classes;
}

/* "MPs", "CEOs". */
static bool is_plural_acronym(const ww_rule_block *r, uint32_t i) {
	const char *p = r->text + word(r, i)->start, *end = r->text + word(r, i)->end - 1;
	if (*end != 's' || end - p < 2)
		return false;
	while (p < end && *p >= 'A' && *p <= 'Z')
		p++;
	return p == end;
}

/* "the Bill", "this Bill", "(b) Bill". */
static bool is_bill(const ww_rule_block *r, uint32_t i) {
	if (i == 0 || !is_word(r, i, WW_HASH_4('b', 'i', 'l', 'l')))
		return false;
	return is_word(r, i - 1, WW_HASH_1('a')) || is_word(r, i - 1, WW_HASH_3('t', 'h', 'e')) ||
	       is_word(r, i - 1, WW_HASH_4('t', 'h', 'i', 's')) ||
	       is_word(r, i - 1, WW_HASH_4('t', 'h', 'a', 't')) ||
	       is_mark(r, i - 1, ')');
}

/* "Tory MPs" as a person. */
static bool is_group(const ww_rule_block *r, const ww_name *name) {
	return name->kind == WW_PERSON && is_plural_acronym(r, name->behind - 1);
}

/* "the Party", "the Memorandum": what a text calls something by that it has named nowhere.  Where
 * the article has it in a longer name, "the Labour Party", it stands for that one and is a name.
 * "The Party" at a sentence's start looks like such a name, and stays what the model says. */
static bool is_generic(const ww_rule_block *r, uint32_t i) {
	return i > 0 && word(r, i)->form == WW_FORM_CAPITAL &&
	       is_word(r, i - 1, WW_HASH_3('t', 'h', 'e')) && is_a(r, i, WW_THING_GENERIC) &&
	       !(ww_evidence_look(r->ev, word(r, i)->hash).bits & 1u << WW_EV_LONG);
}

/* "Covid", "the Bill", "Contact Us", "MPs": a word in capitals that names no one. */
bool ww_rule_is_thing(const ww_rule_block *r, const ww_name *name) {
	uint32_t i = name->first;
	if (is_group(r, name))
		return true;
	if (name->behind != i + 1 || name->kind == WW_MISC)
		return false;
	const ww_name_word *w = word(r, i);
	return has_class(r, i, WW_GAZ_THING) || is_generic(r, i) ||
	       (w->form == WW_FORM_SHORT_UPPER && is_a(r, i, WW_THING_FIGURE) &&
	        !(ww_evidence_look(r->ev, w->hash).bits & 1u << WW_EV_ACRONYM)) ||
	       (name->kind == WW_PERSON && is_bill(r, i)) ||
	       (name->kind != WW_PLACE && is_plural_acronym(r, i)) ||
	       (w->form == WW_FORM_CAPITAL && w->hash == WW_HASH_2('u', 's'));
}

/* "the Human Development Index", "the Treaty of Almera": no body, whatever it is called. */
static void name_no_body(ww_rule_block *r, uint32_t n) {
	const ww_name *name = &r->names->at[n];
	uint32_t first = name->first, last = name->behind - 1;
	if (name->kind == WW_MISC || last == first)
		return;
	bool pact = is_word(r, first + 1, WW_HASH_2('o', 'f')) && is_a(r, first, WW_THING_PACT);
	uint32_t ends = name->kind == WW_PERSON ? 0
	                : name->kind == WW_ORG  ? WW_THING_EVENT | WW_THING_MEASURE : WW_THING_EVENT;
	if (pact || (ends && is_a(r, last, ends)))
		ww_rule_rename(r, n, WW_MISC, WW_BY_THING);
}

/* Whether word i is a noun for what has a title.  Of words far from capitals the classes are not
 * known yet. */
static bool is_work(const ww_rule_block *r, uint32_t i) {
	if (i >= r->n || word(r, i)->form != WW_FORM_LOWER)
		return false;
	ww_classes classes = word(r, i)->gaz;
	return (classes ? classes : ww_gazetteer_find(word(r, i)->hash)) & WW_GAZ_WORK ||
	       is_a(r, i, WW_THING_WORKS);
}

/* Whether ", a film by" or the like is at word i. */
static bool tells_work(const ww_rule_block *r, uint32_t i) {
	enum { ADJECTIVES = 2 };
	bool one = is_mark(r, i, ',') && (is_word(r, i + 1, WW_HASH_1('a')) ||
	                                  is_word(r, i + 1, WW_HASH_3('t', 'h', 'e')));
	for (uint32_t k = i + 2; one && k <= i + 2 + ADJECTIVES && goes_on(r, k + 1); k++)
		if (is_work(r, k))
			return is_word(r, k + 1, WW_HASH_2('b', 'y')) ||
			       is_word(r, k + 1, WW_HASH_5('a', 'b', 'o', 'u', 't')) ||
			       is_word(r, k + 1, WW_HASH_2('o', 'f'));
	return false;
}

/* "the novel Saltwater", "the game Star Forge", "Glass Moon, a film by Tove Lind".  The noun tells
 * less of what the model has for a body, "the show BBC made": there nothing of the lists may speak
 * for a body or a place. */
static void name_work(ww_rule_block *r, uint32_t n) {
	const ww_classes bodies = WW_GAZ_ORG_TAIL | WW_GAZ_ORG_KEY | WW_GAZ_COMPANY | WW_GAZ_REGION |
	                          WW_GAZ_CITY | WW_GAZ_DEMONYM | WW_GAZ_TITLE;
	const ww_name *name = &r->names->at[n];
	uint32_t first = name->first, behind = name->behind;
	bool person = name->kind == WW_PERSON;
	if (name->kind == WW_MISC)
		return;
	bool told = first > 0 && goes_on(r, first) && is_work(r, first - 1) &&
	            !is_apostrophe(r, behind);
	bool by = tells_work(r, behind) && !(person && has_class(r, first, WW_GAZ_FIRST));
	if (!told && !by)
		return;
	if (!person && (word(r, first)->form != WW_FORM_CAPITAL ||
	                ww_rule_any(r, first, behind, bodies)))
		return;
	ww_rule_rename(r, n, WW_MISC, WW_BY_FIRM);
}

void ww_rules_on_thing(ww_rule_block *r, uint32_t n) {
	name_no_body(r, n);
	name_work(r, n);
}

/* "its film, Saltwater, opens": a work and its title; "his film, Ada Obi, 40," has an age. */
void ww_rule_name_titled(ww_rule_block *r, uint32_t i) {
	if (i < 3 || !is_mark(r, i - 1, ',') || !is_in(r, i - 3, WW_BESIDE_WHOSE) || !is_work(r, i - 2))
		return;
	uint32_t end = ww_rule_capitals_end(r, i);
	bool named = end > i + 1 && has_class(r, i, WW_GAZ_FIRST);
	if (end == i || named || !is_mark(r, end, ',') || is_number(r, end + 1))
		return;
	ww_rule_set(r, i, end, WW_MISC, WW_BY_FIRM);
}

/* "Una Vale Takes Linden Award", "to the Aldous Award", which the model has for one: the prize
 * begins behind a verb or "to". */
static bool cut_prize(ww_rule_block *r, uint32_t n, uint32_t i) {
	const uint32_t verbs = WW_ACT_HEADLINE | WW_ACT_HITS | WW_ACT_RIVALS;
	uint32_t first = r->names->at[n].first, k = i - 1;
	bool heading = word(r, i)->flags & WW_WORD_HEADING;
	while (k > first && !is_word(r, k, WW_HASH_2('t', 'o')) && !(heading && is_act(r, k, verbs)))
		k--;
	uint32_t prize = k + 1 + is_word(r, k + 1, WW_HASH_3('t', 'h', 'e'));
	if (k == first || prize >= i)
		return false;
	ww_rule_set(r, prize, i + 1, WW_MISC, WW_BY_PRIZE);
	if (k == first + 2 && has_class(r, first, WW_GAZ_FIRST))
		ww_rule_set(r, first, k, WW_PERSON, WW_BY_HEADING);
	return true;
}

/* "Wins Orwin Prize", "the Orwin Prize": a prize bears a name, and is no person. */
void ww_rule_name_prize(ww_rule_block *r, uint32_t i) {
	if ((is_capital(r, i + 1) && goes_on(r, i + 1)) || !is_in(r, i, WW_BESIDE_PRIZE) ||
	    has_class(r, i - 1, WW_GAZ_CALENDAR))
		return;
	uint32_t n = ww_rule_name_at(r, i), before = ww_rule_name_at(r, i - 1);
	if (n != UINT32_MAX && cut_prize(r, n, i))
		return;
	if (n != UINT32_MAX)
		ww_rule_rename(r, n, WW_MISC, WW_BY_PRIZE);
	else if (before != UINT32_MAX)
		ww_rule_set(r, r->names->at[before].first, i + 1, WW_MISC, WW_BY_PRIZE);
	else if (!has_class(r, i - 1, WW_GAZ_COMMON))
		ww_rule_set(r, i - 1, i + 1, WW_MISC, WW_BY_PRIZE);
}

