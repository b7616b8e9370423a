/* name_rule.c: what has the last word on names after the model.
 *
 * Some things are certain from how they are written, and too rare in what the model learns
 * from: a law report is no person, a title stands outside, brackets behind a person are a
 * party's.  Each rule looks at words alone, on both sides of a name, and says so in the name
 * (ww_name_by), for explanations.  Here are the rules on one name; those that begin with a
 * word are asked by name_rule_ask.c. */
#include "name_rules.h"

#include <string.h>

/* Lets a person's full name vote for the surname alone, unless the lists know that as a place, a
 * firm or a common word: where they had "Washington" for a person, it would be one throughout. */
static void vote_for_surname(ww_rule_block *r, uint32_t n) {
	const ww_name *name = &r->names->at[n];
	const ww_classes others = WW_GAZ_REGION | WW_GAZ_CITY | WW_GAZ_COMPANY | WW_GAZ_COMMON |
	                          WW_GAZ_SUFFIX | WW_GAZ_ORG_KEY | WW_GAZ_ORG_TAIL | WW_GAZ_PLACE_KEY;
	uint32_t last = name->behind - 1;
	ww_vote *v = &r->names->vote[n];
	v->surname = 0;
	if (name->kind == WW_PERSON && v->string && last > name->first && ww_is_name(word(r, last)) &&
	    !has_class(r, last, others) && word(r, last)->form != WW_FORM_INITIAL &&
	    !ww_rule_told_org(r, last))
		v->surname = ww_name_string(r->words, last, name->behind);
}

/* Rules on one name. */

/* "401 U. S. 222", "269 U. S., at 35", "12 F.3d 40": volume and page of a report. */
static bool is_citation(const ww_rule_block *r, const ww_name *name) {
	enum { VOLUME = 3 }; /* figures; a year has more */
	if (name->first == 0 || !is_number(r, name->first - 1) ||
	    length(word(r, name->first - 1)) > VOLUME)
		return false;
	for (uint32_t i = name->first; i < name->behind; i++)
		if (word(r, i)->form != WW_FORM_INITIAL && word(r, i)->form != WW_FORM_INITIALS &&
		    word(r, i)->form != WW_FORM_ABBREVIATION)
			return false;
	uint32_t next = name->behind;
	return is_number(r, next) ||
	       (is_mark(r, next, ',') && is_word(r, next + 1, WW_HASH_2('a', 't')));
}

/* Whether a word is a title in the plural: "Justices", "Umpires". */
static bool is_plural_title(const ww_rule_block *r, uint32_t i) {
	const ww_name_word *w = word(r, i);
	enum { SHORTEST = 5 };
	if (w->form != WW_FORM_CAPITAL || length(w) < SHORTEST || r->text[w->end - 1] != 's' ||
	    w->gaz & (WW_GAZ_FIRST | WW_GAZ_COMMON_SURNAME))
		return false;
	uint32_t hash = ww_gazetteer_hash(r->text + w->start, length(w) - 1);
	return ww_gazetteer_find(hash) & (WW_GAZ_TITLE | WW_GAZ_OUTSIDE);
}

/* "DCI", "Justice", "Umpires".  By its case: "DA" is one and "Da" a name's word; "JUSTICE" may
 * be a heading's. */
static bool is_title(const ww_rule_block *r, uint32_t i) {
	const ww_name_word *w = word(r, i);
	if (w->gaz & WW_GAZ_OUTSIDE) /* "DA", not "Da"; "Justice", not "JUSTICE" */
		return w->gaz & WW_GAZ_ABBREVIATION || w->form == WW_FORM_SHORT_UPPER
		               ? w->form == WW_FORM_SHORT_UPPER || w->form == WW_FORM_ABBREVIATION
		               : length(w) > 3 || w->form == WW_FORM_ABBREVIATION;
	return is_plural_title(r, i);
}

/* "DCI Howe", "Justice Barry Warham": titles stand outside of a person's name. */
static void cut_titles(ww_rule_block *r, uint32_t n) {
	ww_name *name = &r->names->at[n];
	uint32_t first = name->first;
	while (first + 1 < name->behind && is_title(r, first) && is_capital(r, first + 1))
		first++;
	if (first == name->first)
		return;
	name->first = first;
	name->by = WW_BY_TITLE;
	ww_rule_vote(r, n, false);
}

/* A title that was taken for a name of its own before a person is none. */
static void drop_title(ww_rule_block *r, uint32_t n) {
	const ww_name *name = &r->names->at[n];
	if (is_title(r, name->first) && ww_rule_kind_at(r, name->behind) == WW_PERSON)
		ww_rule_drop(r, n);
}

/* "Mr. Tell of Civic Front": whoever is called Mr is a person, as far as "of". */
static void cut_called(ww_rule_block *r, uint32_t n) {
	const ww_name *name = &r->names->at[n];
	uint32_t first = name->first, behind = name->behind, of = first + 1;
	const ww_classes body = WW_GAZ_ORG_TAIL | WW_GAZ_STREET | WW_GAZ_PLACE_KEY;
	if (!goes_on(r, first) || word(r, first - 1)->form == WW_FORM_UPPER ||
	    !ww_rule_called(r, first - 1))
		return;
	while (of < behind && word(r, of)->form != WW_FORM_LOWER)
		of++;
	if (!is_capital(r, first) || has_class(r, of - 1, body) ||
	    word(r, of - 1)->form == WW_FORM_POSSESSIVE)
		return;
	ww_rule_set(r, first, of, WW_PERSON, WW_BY_TITLE);
	if (of + 1 < behind && is_capital(r, of + 1))
		ww_rule_set(r, of + 1, behind, WW_ORG, WW_BY_TITLE);
}

/* "J. Vinge UAE 4:12:03": letters of a country or team behind a name in a list of results. */
static void cut_code(ww_rule_block *r, uint32_t n) {
	ww_name *name = &r->names->at[n];
	uint32_t last = name->behind - 1;
	enum { LETTERS = 3 };
	if (!is_number(r, last + 1) || word(r, last)->form != WW_FORM_SHORT_UPPER ||
	    length(word(r, last)) != LETTERS ||
	    has_class(r, last, WW_GAZ_SUFFIX) || word(r, last)->flags & WW_WORD_UPPER ||
	    word(r, last - 1)->form != WW_FORM_CAPITAL)
		return;
	name->behind--;
	name->by = WW_BY_LIST;
	ww_rule_vote(r, n, false);
	ww_rule_set(r, last, last + 1, WW_PLACE, WW_BY_LIST);
}

/* "Frank Crowell Courts Building": what bears a person's name and ends so is no organisation, … */
static void name_building(ww_rule_block *r, uint32_t n) {
	const ww_name *name = &r->names->at[n];
	if (has_class(r, name->behind - 1, WW_GAZ_STREET) &&
	    has_class(r, name->first, WW_GAZ_COMMON_FIRST))
		ww_rule_rename(r, n, WW_PLACE, WW_BY_STREET);
}

/* … and no person, nor is "330 W. Broadway". */
static void name_street(ww_rule_block *r, uint32_t n) {
	const ww_name *name = &r->names->at[n];
	uint32_t behind = name->behind;
	while (is_capital(r, behind) && goes_on(r, behind) && behind < name->behind + 2 &&
	       !has_class(r, behind - 1, WW_GAZ_STREET) && ww_rule_name_at(r, behind) == UINT32_MAX)
		behind++;
	if (behind - name->first > 1 && has_class(r, behind - 1, WW_GAZ_STREET)) {
		ww_rule_set(r, name->first, behind, WW_PLACE, WW_BY_STREET);
		return;
	}
	const ww_classes person = WW_GAZ_FIRST | WW_GAZ_COMMON_SURNAME;
	if (name->behind - name->first > 1 && has_class(r, name->behind - 1, WW_GAZ_ORG_TAIL) &&
	    !has_class(r, name->behind - 1, person) && length(word(r, name->behind - 1)) > 2)
		ww_rule_rename(r, n, WW_ORG, WW_BY_BODY);
	else if (name->first > 0 && is_number(r, name->first - 1) && name->behind - name->first > 1 &&
	         word(r, name->first)->form == WW_FORM_INITIAL &&
	         strchr("NSEW", r->text[word(r, name->first)->start]))
		ww_rule_rename(r, n, WW_PLACE, WW_BY_STREET);
}

/* "Ada Obi Weeps As Judge …": in title case a verb looks like one more name.  It ends in -s or
 * -ed, is in no list of names, and the article has it in no sentence. */
static void cut_verb(ww_rule_block *r, uint32_t n) {
	ww_name *name = &r->names->at[n];
	uint32_t last = name->behind - 1;
	const ww_name_word *w = word(r, last);
	const ww_classes names = WW_GAZ_FIRST | WW_GAZ_COMMON_SURNAME | WW_GAZ_SUFFIX;
	if (name->behind - name->first < 3 || !goes_on(r, last + 1) ||
	    !(w->flags & WW_WORD_HEADING) || w->form != WW_FORM_CAPITAL || w->gaz & names ||
	    !has_class(r, name->first, WW_GAZ_FIRST) || ww_evidence_look(r->ev, w->hash).inner)
		return;
	const char *end = r->text + w->end;
	bool verb = (end[-1] == 's' && !strchr("aiosu", end[-2])) || (end[-1] == 'd' && end[-2] == 'e');
	if (!verb || length(w) < 4)
		return;
	name->behind--;
	name->by = WW_BY_HEADING;
	ww_rule_vote(r, n, false);
}

/* "Ada Obi (Lab) 902": the brackets behind a person. */
static void name_party(ww_rule_block *r, uint32_t n) {
	const ww_name *name = &r->names->at[n];
	uint32_t i = name->behind + 1;
	if (!is_mark(r, i - 1, '(') || !is_capital(r, i) || !is_mark(r, i + 1, ')'))
		return;
	enum { LETTERS = 4 };
	const ww_classes place = WW_GAZ_REGION | WW_GAZ_CITY | WW_GAZ_DEMONYM;
	bool votes = is_number(r, i + 2) && length(word(r, i)) <= LETTERS && !has_class(r, i, place);
	if (votes || has_class(r, i, WW_GAZ_PARTY))
		ww_rule_set(r, i, i + 1, WW_ORG, WW_BY_PARTY);
}

static bool is_its(const ww_rule_block *r, uint32_t i) {
	return is_word(r, i, WW_HASH_3('i', 't', 's'));
}

/* Whether "shut its", "will shut its" or "and its" is at word i: what is somebody's by "its" is a
 * firm's. */
static bool has_its(const ww_rule_block *r, uint32_t i) {
	if (!is_its(r, i + 1) && !is_its(r, i + 2))
		return false;
	if (is_word(r, i, WW_HASH_3('a', 'n', 'd')))
		return is_its(r, i + 1);
	uint32_t verb = i + (goes_on(r, i + 2) && is_act(r, i, WW_ACT_AUXILIARY));
	return goes_on(r, verb + 1) && is_its(r, verb + 1) && word(r, verb)->form == WW_FORM_LOWER &&
	       word(r, verb + 1)->form == WW_FORM_LOWER && length(word(r, verb)) > 3 &&
	       !has_class(r, verb, WW_GAZ_SAY);
}

/* Whether "shares" is at word i, and no verb: "shares closed", "(shares down 2 %)". */
static bool has_shares(const ww_rule_block *r, uint32_t i) {
	if (is_mark(r, i, '('))
		return is_in(r, i + 1, WW_BESIDE_SHARES);
	return has_class(r, i, WW_GAZ_ORG_NOUN) && goes_on(r, i + 1) &&
	       word(r, i + 1)->form == WW_FORM_LOWER && length(word(r, i + 1)) > 3 &&
	       is_in(r, i, WW_BESIDE_SHARES);
}

/* "Ruth Calloway shares closed", "Gavin Thorpe reopened its flagship store", "the retailer
 * Halloran", "the novel Saltwater": what stands beside a name that is not a person's. */
static void name_firm(ww_rule_block *r, uint32_t n) {
	const ww_name *name = &r->names->at[n];
	const uint32_t first = name->first, behind = name->behind;
	bool given = behind - first > 1 && has_class(r, first, WW_GAZ_FIRST);
	bool told = first > 0 && has_class(r, first - 1, WW_GAZ_FIRM) && goes_on(r, first) &&
	            word(r, first - 1)->form == WW_FORM_LOWER && !given;
	if (told || has_its(r, behind) || has_shares(r, behind))
		ww_rule_rename(r, n, WW_ORG, WW_BY_FIRM);
}

/* "In the U.S. Joe Hall lost": a country, and whoever is next. */
static void cut_country(ww_rule_block *r, uint32_t n) {
	const ww_name *name = &r->names->at[n];
	uint32_t first = name->first, behind = name->behind;
	const ww_classes body = WW_GAZ_ORG_KEY | WW_GAZ_ORG_TAIL | WW_GAZ_BODY | WW_GAZ_STREET |
	                        WW_GAZ_PLACE_KEY;
	if (word(r, first)->form != WW_FORM_INITIALS ||
	    !has_class(r, first, WW_GAZ_REGION) || !has_class(r, first + 1, WW_GAZ_COMMON_FIRST) ||
	    (has_class(r, first + 2, body) && !has_class(r, first + 2, WW_GAZ_COMMON_SURNAME)))
		return;
	ww_rule_set(r, first, first + 1, WW_PLACE, WW_BY_COUNTRY);
	ww_rule_set(r, first + 1, behind, WW_PERSON, WW_BY_COUNTRY);
}

/* "UN's Food and Agriculture Organization", "Ministry of Justice's Investigation Bureau": one
 * that owns and one that is owned, when the owner is letters, a place or a body by itself.
 * "King's College" and "Macy's" are one. */
static void cut_owner(ww_rule_block *r, uint32_t n) {
	const ww_name *name = &r->names->at[n];
	const ww_classes bodies = WW_GAZ_ORG_KEY | WW_GAZ_ORG_TAIL | WW_GAZ_BODY;
	const ww_classes person = WW_GAZ_FIRST | WW_GAZ_COMMON_SURNAME | WW_GAZ_COMMON;
	uint32_t first = name->first, behind = name->behind, own = first + 1;
	while (own + 2 < behind && word(r, own)->form != WW_FORM_POSSESSIVE)
		own++;
	if (own + 2 >= behind || !is_capital(r, own + 1))
		return;
	bool owned = false, body = false;
	for (uint32_t i = own + 1; i < behind; i++)
		owned |= has_class(r, i, bodies);
	for (uint32_t i = first; i < own && own > first + 1; i++)
		body |= has_class(r, i, WW_GAZ_BODY);
	uint8_t form = word(r, first)->form;
	bool letters = form == WW_FORM_SHORT_UPPER || form == WW_FORM_INITIALS || form == WW_FORM_UPPER;
	bool region = has_class(r, first, WW_GAZ_REGION) || word(r, first)->phrase & WW_PHRASE_REGION;
	bool city = own == first + 1 && has_class(r, first, WW_GAZ_CITY) &&
	            !has_class(r, first, person);
	if (!owned || !(body || region || city || (letters && own == first + 1)))
		return;
	ww_rule_set(r, first, own, region || city ? WW_PLACE : WW_ORG, WW_BY_BODY);
	ww_rule_set(r, own + 1, behind, WW_ORG, WW_BY_BODY);
}

/* "He works for Acme Corp.": a stop that ends a line is the sentence's, though it would belong
 * to "Corp." elsewhere. */
static void leave_stop(ww_rule_block *r, uint32_t n) {
	ww_name *name = &r->names->at[n];
	uint32_t last = name->behind - 1;
	if (name->kind == WW_ORG && last > name->first && !goes_on(r, last + 1) &&
	    has_class(r, last, WW_GAZ_LEGAL_FORM) && r->text[name->end - 1] == '.')
		name->end--;
}

/* The rules that cut a name apart; its parts stand behind it, and are next. */
static void cut_apart(ww_rule_block *r, uint32_t n) {
	const ww_name *name = &r->names->at[n];
	const uint32_t first = name->first, words = name->behind - first;
	if (words == 3)
		cut_country(r, n);
	if (first > 0 && has_class(r, first - 1, WW_GAZ_HONORIFIC) && name->kind != WW_PERSON)
		cut_called(r, n);
	if (words > 3 && name->kind == WW_ORG)
		cut_owner(r, n);
}

/* The rules on what is a person's, or is none. */
static void apply_to_person(ww_rule_block *r, uint32_t n) {
	if (r->names->at[n].behind - r->names->at[n].first > 1) {
		cut_titles(r, n);
		cut_verb(r, n);
		cut_code(r, n);
		name_party(r, n);
	}
	name_street(r, n);
	if (r->names->at[n].kind == WW_PERSON && !is_dropped(&r->names->at[n]))
		name_firm(r, n);
}

/* What is not a name goes first; then what cuts a name apart; then what names it otherwise. */
static void apply_to_name(ww_rule_block *r, uint32_t n) {
	const ww_name *name = &r->names->at[n];
	const uint32_t words = name->behind - name->first;
	if (is_citation(r, name) || ww_rule_is_thing(r, name)) {
		ww_rule_drop(r, n);
		return;
	}
	cut_apart(r, n);
	name = &r->names->at[n];
	if (is_dropped(name))
		return;
	if (name->kind == WW_PERSON)
		apply_to_person(r, n);
	else if (words == 1 && has_class(r, name->first, WW_GAZ_OUTSIDE))
		drop_title(r, n);
	else if (words > 2 && name->kind == WW_ORG)
		name_building(r, n);
	if (!is_dropped(&r->names->at[n]))
		ww_rules_on_thing(r, n);
}

/* Takes out what was dropped; the others vote as what they are now. */
static void settle_names(ww_rule_block *r) {
	ww_names *names = r->names;
	uint32_t kept = r->from;
	for (uint32_t n = r->from; n < names->n; n++) {
		if (is_dropped(&names->at[n]))
			continue;
		leave_stop(r, n);
		vote_for_surname(r, n);
		names->at[kept] = names->at[n];
		names->vote[kept++] = names->vote[n];
	}
	names->n = kept;
}

/* Words first, since what begins with a word may make names; then the rules on the names that
 * there are now. */
bool ww_name_rules(ww_names *names, const ww_mem *mem, const ww_name_words *words,
                   const char *text, const ww_evidence *ev, uint32_t from) {
	ww_rule_block r = { .names = names, .mem = mem, .words = words, .at = words->at, .n = words->n,
		                .text = text, .ev = ev, .from = from };
	ww_rule_name_source(&r);
	for (uint32_t k = 0; k < words->n_runs; k++)
		ww_rules_on_run(&r, words->runs[k]);
	for (uint32_t n = from; n < names->n; n++)
		if (!is_dropped(&names->at[n]))
			apply_to_name(&r, n);
	settle_names(&r);
	return !r.failed;
}
