/* name_rule_word.c: the rules on names that begin with a word: titles of several words, bodies,
 * datelines, credits, scores. */
#include "name_rules.h"

#include "ascii.h"
#include "name_small.h"

#include <string.h>

/* "Cook County State's Attorney Ada Obi": a title of three words, with an apostrophe that the
 * model reads as one that owns.  What stands before it is a place, behind it a person. */
void ww_rule_name_states_attorney(ww_rule_block *r, uint32_t i) {
	if (!goes_on(r, i + 2) || word(r, i + 1)->form != WW_FORM_POSSESSIVE ||
	    !is_word(r, i + 2, ww_gazetteer_hash("attorney", 8)))
		return;
	for (uint32_t n = r->from; n < r->names->n; n++) {
		ww_name *name = &r->names->at[n];
		if (name->first > i + 2 || name->behind <= i)
			continue;
		if (name->behind > i + 3 && name->kind == WW_PERSON)
			name->first = i + 3;
		else if (name->first < i)
			name->behind = i;
		else
			ww_rule_drop(r, n);
		if (is_dropped(name))
			continue;
		bool county = name->behind == i && has_class(r, i - 1, WW_GAZ_PLACE_KEY);
		name->kind = county ? WW_PLACE : name->kind;
		name->by = WW_BY_TITLE;
		ww_rule_vote(r, n, county);
	}
	uint32_t first = ww_rule_capitals_start(r, i);
	if (first < i && ww_rule_name_at(r, first) == UINT32_MAX &&
	    has_class(r, i - 1, WW_GAZ_PLACE_KEY))
		ww_rule_set(r, first, i, WW_PLACE, WW_BY_TITLE);
}

/* Whether p to `end` is written as "Seo-jin": letters and one capital, unlike "KSE-100". */
static bool is_given(const char *p, const char *end) {
	bool letters = !(p[1] >= 'A' && p[1] <= 'Z');
	for (; p < end; p++)
		letters &= ww_ascii_is_letter(*p) || *p == '-' || (uint8_t)*p >= 0x80;
	return letters;
}

/* "Park Seo-jin": a family name and a given name of two syllables, as Korean names are written.
 * Both parts are short, and stand between words that are no names. */
void ww_rule_name_family(ww_rule_block *r, uint32_t i) {
	enum { SYLLABLE = 6 };
	const ww_classes other = WW_GAZ_TITLE | WW_GAZ_HONORIFIC | WW_GAZ_DEMONYM | WW_GAZ_REGION |
	                         WW_GAZ_OUTSIDE | WW_GAZ_CALENDAR;
	if (!is_capital(r, i + 1) || !goes_on(r, i + 1) || word(r, i)->form != WW_FORM_CAPITAL ||
	    has_class(r, i, other) || length(word(r, i)) > SYLLABLE ||
	    ww_word_list_find(&ww_small_words, word(r, i)->hash) & WW_SMALL_STARTS)
		return;
	const char *p = r->text + word(r, i + 1)->start, *end = r->text + word(r, i + 1)->end;
	const char *hyphen = memchr(p, '-', (size_t)(end - p));
	bool begins = i == 0 || !is_capital(r, i - 1) || !goes_on(r, i);
	bool ends = !is_capital(r, i + 2) || !goes_on(r, i + 2);
	if (begins && ends && is_given(p, end) && hyphen && hyphen - p <= SYLLABLE &&
	    end - hyphen <= SYLLABLE + 1 &&
	    ww_rule_kind_at(r, i) != WW_ORG)
		ww_rule_set(r, i, i + 2, WW_PERSON, WW_BY_FAMILY);
}

/* Whether a word is a common one, in spite of its capital: told by the lists, or known from much
 * text and in no list of names. */
static bool is_common(const ww_rule_block *r, uint32_t i) {
	const ww_classes named = WW_GAZ_FIRST | WW_GAZ_REGION | WW_GAZ_CITY | WW_GAZ_DEMONYM |
	                         WW_GAZ_COMMON_SURNAME | WW_GAZ_COMPANY;
	return has_class(r, i, WW_GAZ_COMMON) || (word(r, i)->cluster && !has_class(r, i, named) &&
	                                          word(r, i)->form == WW_FORM_CAPITAL);
}

/* The end of "and Works" behind a ministry's name, or `end`: "Ministry of Transport and Works".
 * A word that is anything but a common one begins another name: "and Nigeria". */
static uint32_t and_end(const ww_rule_block *r, uint32_t end) {
	const ww_classes named = WW_GAZ_FIRST | WW_GAZ_REGION | WW_GAZ_CITY | WW_GAZ_DEMONYM |
	                         WW_GAZ_BODY;
	bool joins = goes_on(r, end) && goes_on(r, end + 1) &&
	             (is_word(r, end, WW_HASH_3('a', 'n', 'd')) || is_mark(r, end, '&'));
	if (!joins || !is_capital(r, end + 1) || !is_common(r, end + 1) || has_class(r, end + 1, named))
		return end;
	return ww_rule_capitals_end(r, end + 1);
}

/* The end of ", Culture, Arts and Sports" behind a ministry's name, or `end`. A list without
 * "and" is one of several ministries. */
static uint32_t list_end(const ww_rule_block *r, uint32_t end) {
	uint32_t i = end;
	while (is_mark(r, i, ',') && goes_on(r, i + 1) && is_capital(r, i + 1) &&
	       is_common(r, i + 1) && !has_class(r, i + 1, WW_GAZ_FIRST | WW_GAZ_CITY))
		i = ww_rule_capitals_end(r, i + 1);
	uint32_t behind = is_mark(r, i, ',') ? and_end(r, i + 1) : and_end(r, i);
	return behind > i + 1 && i > end ? behind : and_end(r, end);
}

/* Whether a word is a plural, by its letters. */
static bool is_plural(const ww_rule_block *r, uint32_t i) {
	const ww_name_word *w = word(r, i);
	return w->form == WW_FORM_CAPITAL && length(w) > 3 && r->text[w->end - 1] == 's' &&
	       r->text[w->end - 2] != 's';
}

/* The end of "and Wounds" behind a body of "Fevers", or `end`: two plurals that no list of names
 * has go together. */
static uint32_t plurals_end(const ww_rule_block *r, uint32_t end) {
	const ww_classes named = WW_GAZ_FIRST | WW_GAZ_REGION | WW_GAZ_CITY | WW_GAZ_DEMONYM |
	                         WW_GAZ_BODY | WW_GAZ_COMMON_SURNAME | WW_GAZ_COMPANY;
	bool two = goes_on(r, end + 1) && is_word(r, end, WW_HASH_3('a', 'n', 'd')) &&
	           is_capital(r, end + 1) && is_plural(r, end - 1) && is_plural(r, end + 1);
	return two && !has_class(r, end - 1, named) && !has_class(r, end + 1, named) ? end + 2 : end;
}

/* "Ministry of Rural Works", "National Institute of Fevers and Infectious Diseases": an
 * organisation from its first capital to where "of", "for" and "and" lead.  "The" that only
 * begins a sentence stays out, and a longer name that the model found stays as long. */
void ww_rule_name_body(ww_rule_block *r, uint32_t i) {
	enum { BODY_WORDS = 16 }; /* longer than any, and a bound for "bank of bank of …" */
	uint32_t end = i + 1, first = i;
	while (end < i + BODY_WORDS && goes_on(r, end) && goes_on(r, end + 1)) {
		bool of = is_word(r, end, WW_HASH_2('o', 'f')) || is_word(r, end, WW_HASH_3('f', 'o', 'r'));
		uint32_t next = end + 1 + is_word(r, end + 1, WW_HASH_3('t', 'h', 'e'));
		uint32_t behind = of && goes_on(r, next) ? ww_rule_capitals_end(r, next) : next;
		if (behind == next || !of)
			break;
		end = behind;
	}
	if (end == i + 1)
		return;
	if (has_class(r, i, WW_GAZ_MINISTRY))
		end = list_end(r, end);
	end = plurals_end(r, end);
	uint32_t least = ww_rule_capitals_start(r, i);
	while (first > least && i - first < BODY_WORDS && ww_rule_kind_at(r, first - 1) != WW_PERSON)
		first--;
	if (first < i && word(r, first)->flags & WW_WORD_SENTENCE &&
	    is_word(r, first, WW_HASH_3('t', 'h', 'e')))
		first++;
	uint32_t n = ww_rule_name_at(r, i);
	if (n != UINT32_MAX && r->names->at[n].kind == WW_ORG) {
		first = r->names->at[n].first < first ? r->names->at[n].first : first;
		end = r->names->at[n].behind > end ? r->names->at[n].behind : end;
	}
	ww_rule_set(r, first, end, WW_ORG, WW_BY_BODY);
}

/* "Mechanised Farmers' Union": whose it is stands before an apostrophe, which ends a name
 * elsewhere. */
void ww_rule_name_theirs(ww_rule_block *r, uint32_t i) {
	const ww_name_word *whose = i < 2 ? NULL : word(r, i - 2);
	const ww_classes person = WW_GAZ_FIRST | WW_GAZ_COMMON_SURNAME;
	if (!whose || !is_apostrophe(r, i - 1) || !(word(r, i - 1)->flags & WW_WORD_TOUCHES) ||
	    word(r, i)->flags & WW_WORD_TOUCHES || !goes_on(r, i - 1) || !goes_on(r, i) ||
	    !ww_is_name(whose) || whose->gaz & person || length(whose) < 4 ||
	    r->text[whose->end - 1] != 's')
		return;
	uint32_t n = ww_rule_name_at(r, i - 2), behind = ww_rule_name_at(r, i);
	uint32_t first = n != UINT32_MAX ? r->names->at[n].first : ww_rule_capitals_start(r, i - 2);
	uint32_t end = behind != UINT32_MAX ? r->names->at[behind].behind : ww_rule_capitals_end(r, i);
	if (first < i - 2 && is_word(r, first, WW_HASH_3('t', 'h', 'e')))
		first++;
	ww_rule_set(r, first, end, WW_ORG, WW_BY_BODY);
}

/* "Woolfield Homes (Anglia) Limited": a firm goes on behind brackets. */
void ww_rule_name_form(ww_rule_block *r, uint32_t i) {
	if (i < 4 || !goes_on(r, i) || !is_mark(r, i - 1, ')') || !is_capital(r, i - 2) ||
	    !is_mark(r, i - 3, '(') || !goes_on(r, i - 3) || !is_capital(r, i - 4))
		return;
	uint32_t n = ww_rule_name_at(r, i - 4);
	uint32_t first = n != UINT32_MAX ? r->names->at[n].first : ww_rule_capitals_start(r, i - 4);
	ww_rule_set(r, first, i + 1, WW_ORG, WW_BY_BODY);
}

/* Whether a word is in capitals, however short. */
static bool is_upper(const ww_rule_block *r, uint32_t i) {
	return word(r, i)->form == WW_FORM_UPPER || word(r, i)->form == WW_FORM_SHORT_UPPER;
}

/* "BENGALORE, Dec 7 (Rooters) -", "OSTMARK (SNA) — Rain": a place in capitals begins it; who
 * tells it stands in brackets before the dash.  Capitals before it are another line's, a byline
 * without an end. */
void ww_rule_name_dateline(ww_rule_block *r, uint32_t i) {
	uint32_t end = i + 1;
	bool begun = i > 0 && goes_on(r, i) && is_upper(r, i - 1) &&
	             (word(r, i - 1)->form == WW_FORM_UPPER || i == 1 || !goes_on(r, i - 1));
	if (begun)
		return;
	while (is_capital(r, end) && goes_on(r, end) && is_upper(r, end))
		end++;
	if (word(r, i)->form != WW_FORM_UPPER && end == i + 1)
		return; /* "BBC (UK) -" */
	uint32_t k = end;
	enum { DATE_WORDS = 6 };
	while (goes_on(r, k) && k < end + DATE_WORDS && !is_mark(r, k, '('))
		k++;
	bool dated = k == end || has_class(r, end + 1, WW_GAZ_CALENDAR);
	uint32_t close = ww_rule_capitals_end(r, k + 1);
	if (!dated || !is_mark(r, k, '(') || close == k + 1 || !is_mark(r, close, ')') ||
	    !is_mark(r, close + 1, '-'))
		return;
	uint32_t n = ww_rule_name_at(r, i);
	if (n != UINT32_MAX && r->names->at[n].first < i) { /* "Shad Nasr BENGALORE" */
		r->names->at[n].behind = i;
		ww_rule_vote(r, n, false);
	}
	n = i > 0 ? ww_rule_name_at(r, i - 1) : UINT32_MAX;
	if (n != UINT32_MAX && goes_on(r, i) && has_class(r, r->names->at[n].first, WW_GAZ_FIRST))
		ww_rule_rename(r, n, WW_PERSON, WW_BY_DATELINE);
	ww_rule_set(r, i, end, WW_PLACE, WW_BY_DATELINE);
	ww_rule_set(r, k + 1, close, WW_ORG, WW_BY_DATELINE);
}

/* "date 2024-07-14 AceShowbiz - ": whose text it is, behind the line of an archive. */
void ww_rule_name_source(ww_rule_block *r) {
	uint32_t i = 1;
	if (!is_word(r, 0, WW_HASH_4('d', 'a', 't', 'e')) || !is_number(r, 1))
		return;
	while (goes_on(r, i) && !is_capital(r, i))
		i++;
	uint32_t end = ww_rule_capitals_end(r, i);
	bool common = end == i + 1 && (has_class(r, i, WW_GAZ_COMMON) || length(word(r, i)) == 1);
	if (end > i && !common && is_mark(r, end, '-') && !(word(r, end)->flags & WW_WORD_TOUCHES) &&
	    ww_rule_kind_at(r, i) != WW_PLACE)
		ww_rule_set(r, i, end, WW_ORG, WW_BY_DATELINE);
}

/* "Photo: Ada Obi", "Video: Mihara & Philpot.": persons behind a credit, one or more, unless
 * their words are of firms and agencies: "Photo: AP". */
void ww_rule_name_credit(ww_rule_block *r, uint32_t i) {
	bool starts = i == 0 || word(r, i)->flags & (WW_WORD_BREAK | WW_WORD_SENTENCE);
	if (!starts || !is_mark(r, i + 1, ':'))
		return;
	const ww_classes other = WW_GAZ_COMPANY | WW_GAZ_ORG_TAIL | WW_GAZ_ORG_KEY | WW_GAZ_REGION;
	for (uint32_t k = i + 2; goes_on(r, k);) {
		uint32_t end = ww_rule_capitals_end(r, k);
		if (end == k)
			return;
		uint32_t n = ww_rule_name_at(r, k);
		bool known = word(r, k)->form != WW_FORM_CAPITAL ||
		             (n != UINT32_MAX && r->names->at[n].kind == WW_ORG &&
		              r->names->at[n].behind == end);
		for (uint32_t j = k; j < end; j++)
			known |= has_class(r, j, other);
		if (!known)
			ww_rule_set(r, k, end, WW_PERSON, WW_BY_CREDIT);
		bool more = is_mark(r, end, ',') || is_mark(r, end, '&') || is_mark(r, end, '/') ||
		            is_word(r, end, WW_HASH_3('a', 'n', 'd'));
		k = end + 1;
		if (!more)
			return;
	}
}

/* The end of a scorer: one or two words in capitals, a number and perhaps more; i for none. */
static uint32_t scorer_end(const ww_rule_block *r, uint32_t i) {
	uint32_t end = ww_rule_capitals_end(r, i);
	if (end == i || end > i + 2 || !is_number(r, end))
		return i;
	while (goes_on(r, end) && !is_mark(r, end, ')') && !is_mark(r, end, ';') && !is_capital(r, end))
		end++;
	return end;
}

/* "Tellford 2 (Brink 12, Vasco 55)": the brackets hold who scored, and a team stands before. */
void ww_rule_name_scorers(ww_rule_block *r, uint32_t i) {
	uint32_t end = i + 1;
	if (i < 2 || !is_number(r, i - 1) || !goes_on(r, i))
		return;
	while (goes_on(r, end) && !is_mark(r, end, ')')) {
		uint32_t behind = scorer_end(r, end);
		if (behind == end)
			return;
		end = behind + is_mark(r, behind, ';');
	}
	if (!is_mark(r, end, ')') || end == i + 1)
		return;
	for (uint32_t k = i + 1; k < end; k = scorer_end(r, k) + is_mark(r, scorer_end(r, k), ';'))
		ww_rule_set(r, k, ww_rule_capitals_end(r, k), WW_PERSON, WW_BY_LIST);
	uint32_t first = ww_rule_capitals_start(r, i - 1);
	if (first < i - 1 && !ww_rule_any(r, first, i - 1, WW_GAZ_REGION))
		ww_rule_set(r, first, i - 1, WW_ORG, WW_BY_SCORE);
}

/* "Drovers 14, Storm 12": two names with a number each are a whole line.  Months and weekdays
 * have numbers too: "May 5, June 12". */
void ww_rule_name_score(ww_rule_block *r, uint32_t i, uint32_t a) {
	enum { SCORE = 3 }; /* figures */
	if (a == i || !is_number(r, a) || length(word(r, a)) > SCORE)
		return;
	uint32_t b = a + 1 + is_mark(r, a + 1, ',');
	uint32_t c = ww_rule_capitals_end(r, b);
	if (c == b || !is_number(r, c) || length(word(r, c)) > SCORE || !goes_on(r, b))
		return;
	uint32_t end = c + 1 + is_mark(r, c + 1, '.');
	if (goes_on(r, end) || has_class(r, i, WW_GAZ_CALENDAR) || has_class(r, b, WW_GAZ_CALENDAR))
		return;
	if (ww_rule_any(r, i, a, WW_GAZ_REGION) && ww_rule_any(r, b, c, WW_GAZ_REGION))
		return; /* national teams are places, by our guideline */
	ww_rule_set(r, i, a, WW_ORG, WW_BY_SCORE);
	ww_rule_set(r, b, c, WW_ORG, WW_BY_SCORE);
}

/* "DCI Howe": letters that only stand in front of a person, and what stands behind them, up to
 * three words. */
void ww_rule_name_after_rank(ww_rule_block *r, uint32_t i) {
	uint32_t end = ww_rule_capitals_end(r, i + 1);
	const ww_classes other = WW_GAZ_ORG_KEY | WW_GAZ_ORG_TAIL | WW_GAZ_TITLE | WW_GAZ_OUTSIDE;
	enum { NAMES = 3 };
	if (word(r, i)->form != WW_FORM_SHORT_UPPER || end == i + 1 || end > i + 1 + NAMES ||
	    !goes_on(r, i + 1) || word(r, i + 1)->form == WW_FORM_SHORT_UPPER)
		return;
	for (uint32_t k = i + 1; k < end; k++)
		if (has_class(r, k, other))
			return;
	ww_rule_set(r, i + 1, end, WW_PERSON, WW_BY_TITLE);
}

/* "Clairmont Donald, 60.": two or three words in capitals, a comma, and an age between signs.  Of a
 * person that is found there already, "Driver Ada Obi, 60", the model knows better what is the
 * name. */
void ww_rule_name_aged(ww_rule_block *r, uint32_t i, uint32_t end) {
	const ww_classes other = WW_GAZ_ORG_TAIL | WW_GAZ_PLACE_KEY | WW_GAZ_REGION | WW_GAZ_TITLE |
	                         WW_GAZ_HONORIFIC | WW_GAZ_DEMONYM | WW_GAZ_ORG_KEY;
	enum { NAMES = 3, FIGURES = 2 };
	if ((i > 0 && is_capital(r, i - 1) && goes_on(r, i)) || end < i + 2 || end > i + NAMES ||
	    length(word(r, end + 1)) > FIGURES ||
	    !(is_mark(r, end + 2, ',') || is_mark(r, end + 2, '.')) || is_number(r, end + 3))
		return;
	for (uint32_t k = i; k < end; k++)
		if (has_class(r, k, other) || word(r, k)->form == WW_FORM_SHORT_UPPER)
			return;
	if (ww_rule_kind_at(r, end - 1) != WW_PERSON)
		ww_rule_set(r, i, end, WW_PERSON, WW_BY_AGE);
}

/* "Sen. Ada Obi, R-Davison": a place behind the letter of a party, Republican, Democrat or
 * independent. */
void ww_rule_name_constituency(ww_rule_block *r, uint32_t i) {
	if (i < 3 || !(word(r, i)->flags & WW_WORD_TOUCHES) ||
	    length(word(r, i - 2)) != 1 || !strchr("RDI", r->text[word(r, i - 2)->start]) ||
	    !(is_mark(r, i - 3, ',') || is_mark(r, i - 3, '(')))
		return;
	uint32_t n = ww_rule_name_at(r, i - 2);
	if (n != UINT32_MAX)
		ww_rule_drop(r, n);
	ww_rule_set(r, i, ww_rule_capitals_end(r, i), WW_PLACE, WW_BY_PARTY);
}

/* Whether the model, or a rule so far, has a person there. */
static bool is_person_at(const ww_rule_block *r, uint32_t i) {
	return ww_rule_kind_at(r, i) == WW_PERSON;
}

/* Whether the one of two sides at word i, which the model has for a person, can be no team: it
 * can when the other side is an organisation and no given name speaks against it. */
static bool is_rival(const ww_rule_block *r, uint32_t i, uint32_t other) {
	return is_person_at(r, i) && (ww_rule_kind_at(r, other) != WW_ORG ||
	                              has_class(r, i, WW_GAZ_FIRST | WW_GAZ_COMMON_SURNAME));
}

/* "Harrow Bay beat Port Ellison", "Elswick v S'gate": teams, when they are no persons and no
 * countries, which beat each other as themselves. */
void ww_rule_name_teams(ww_rule_block *r, uint32_t i) {
	uint32_t first = ww_rule_capitals_start(r, i);
	uint32_t end = ww_rule_capitals_end(r, i + 2);
	if (!goes_on(r, i + 1) || word(r, i + 1)->form != WW_FORM_LOWER || end == i + 2 ||
	    !goes_on(r, i + 2))
		return;
	bool common = first == i && has_class(r, i, WW_GAZ_COMMON) && !ww_rule_kind_at(r, i);
	if (common || ww_rule_any(r, first, i + 1, WW_GAZ_REGION) ||
	    ww_rule_any(r, i + 2, end, WW_GAZ_REGION) ||
	    is_rival(r, i, i + 2) || is_rival(r, i + 2, i) ||
	    has_class(r, first, WW_GAZ_FIRST | WW_GAZ_TITLE | WW_GAZ_HONORIFIC) ||
	    has_class(r, i + 2, WW_GAZ_FIRST | WW_GAZ_TITLE | WW_GAZ_HONORIFIC | WW_GAZ_CALENDAR))
		return;
	ww_rule_set(r, first, i + 1, WW_ORG, WW_BY_SCORE);
	ww_rule_set(r, i + 2, end, WW_ORG, WW_BY_SCORE);
}

/* "Real Moreda 16 10 4 2 38 18 34": the row of a league's table, with five numbers at least. */
void ww_rule_name_row(ww_rule_block *r, uint32_t i, uint32_t end) {
	enum { NUMBERS = 5 };
	uint32_t k = end;
	while (is_number(r, k))
		k++;
	if (end > i && k >= end + NUMBERS && !is_person_at(r, i) &&
	    !ww_rule_any(r, i, end, WW_GAZ_REGION))
		ww_rule_set(r, i, end, WW_ORG, WW_BY_SCORE);
}

/* "PORT ELLISON AT HARROW BAY": a fixture, a line of its own in capitals.  Of known places one
 * may be at the other. */
void ww_rule_name_fixture(ww_rule_block *r, uint32_t i, uint32_t a) {
	bool versus = is_word(r, a, WW_HASH_1('v')) || is_word(r, a, WW_HASH_2('v', 's'));
	bool at = goes_on(r, a) && (versus || is_word(r, a, WW_HASH_2('a', 't')));
	uint32_t b = at ? ww_rule_capitals_end(r, a + 1) : i;
	const ww_classes places = WW_GAZ_REGION | WW_GAZ_CITY;
	if (!at || b == a + 1 || goes_on(r, b) || !(word(r, i)->flags & WW_WORD_UPPER) ||
	    ww_rule_any(r, i, a, places) || ww_rule_any(r, a + 1, b, places))
		return;
	ww_rule_set(r, i, a, WW_ORG, WW_BY_SCORE);
	ww_rule_set(r, a + 1, b, WW_ORG, WW_BY_SCORE);
}

/* "Analysts at Harold Mayne", "Unions at Marston": a firm, as the word before "at" says. */
void ww_rule_name_employer(ww_rule_block *r, uint32_t i, uint32_t end) {
	if (i > 1 && end > i && is_in(r, i - 2, WW_BESIDE_WATCHES) && ww_rule_kind_at(r, i) != WW_ORG)
		ww_rule_set(r, i, end, WW_ORG, WW_BY_FIRM);
}

/* "al-Marini", "el-Sayed": a person, when the model knows nothing else. */
void ww_rule_name_particle(ww_rule_block *r, uint32_t i) {
	if (!ww_rule_kind_at(r, i) && !has_class(r, i, WW_GAZ_REGION | WW_GAZ_CITY | WW_GAZ_COMPANY))
		ww_rule_set(r, i, i + 1, WW_PERSON, WW_BY_BEGINNING);
}

/* "O'Donogan", "McTiernan": of such a word that stands alone and says nothing to the model, the
 * beginning says that it is a person's. */
void ww_rule_name_irish(ww_rule_block *r, uint32_t i) {
	enum { FEWEST = 5 }; /* letters: "O'er" is none, nor "McJob" */
	const ww_name_word *w = word(r, i);
	const char *p = r->text + w->start;
	bool mac = w->form == WW_FORM_MIXED && p[0] == 'M' && p[1] == 'c';
	bool alone = !(goes_on(r, i) && i > 0 && is_capital(r, i - 1)) &&
	             !(goes_on(r, i + 1) && is_capital(r, i + 1));
	if (length(w) > FEWEST && alone && (mac || (w->form == WW_FORM_APOSTROPHE && p[0] == 'O')) &&
	    !ww_rule_kind_at(r, i) &&
	    !(w->gaz & (WW_GAZ_REGION | WW_GAZ_CITY | WW_GAZ_COMPANY | WW_GAZ_COMMON)))
		ww_rule_set(r, i, i + 1, WW_PERSON, WW_BY_BEGINNING);
}
