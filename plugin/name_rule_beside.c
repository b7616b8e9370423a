/* name_rule_beside.c: the rules on names that the words beside them settle: the v. of a case at
 * law, a line-up's colon, the fee of a transfer, what is done with firms, hospitals and prizes.
 *
 * Each asks for two signs at least, since one is often a chance: "downgraded" before a name and
 * no place, "merger with" before it, a colon and five names of which most are persons by the
 * model.  What a gazetteer knows as a place stays one. */
#include "name_rules.h"

#include <string.h>

static const ww_classes places = WW_GAZ_REGION | WW_GAZ_CITY | WW_GAZ_DEMONYM;

/* The first of the capitals that end at word i, without what only begins a sentence: "In". */
static uint32_t capitals_start(const ww_rule_block *r, uint32_t i) {
	uint32_t first = i;
	while (first > 0 && is_capital(r, first - 1) && goes_on(r, first))
		first--;
	while (first < i && word(r, first)->flags & WW_WORD_SENTENCE &&
	       has_class(r, first, WW_GAZ_COMMON) && !ww_rule_kind_at(r, first))
		first++;
	return first;
}

/* "Harlow v. Denton": one case, and no two persons.  Without a stop it is a match too, but for
 * the Crown, "R v Denton", and before a report's year, "[2019]". "vs." is a fight's: it is a
 * case only behind words of the law. */
void ww_rule_name_case(ww_rule_block *r, uint32_t i) {
	uint32_t first = capitals_start(r, i), other = i + 2 + is_mark(r, i + 2, '.');
	uint32_t end = ww_rule_capitals_end(r, other);
	if (end == other || !goes_on(r, i + 1) || !goes_on(r, other))
		return;
	bool stop = r->text[word(r, other - 1)->end - 1] == '.';
	bool crown = first == i && is_word(r, i, WW_HASH_1('r'));
	bool v = is_word(r, i + 1, WW_HASH_1('v')) && (stop || crown || is_mark(r, end, '['));
	bool vs = is_word(r, i + 1, WW_HASH_2('v', 's')) && first > 0 &&
	          (is_in(r, first - 1, WW_BESIDE_LAW) ||
	           (first > 1 && is_in(r, first - 2, WW_BESIDE_LAW)));
	if ((v || vs) && !is_number(r, end))
		ww_rule_set(r, first, end, WW_MISC, WW_BY_CASE);
}

/* The end of what may stand in brackets behind a name of a line-up, "(Bell 70)". */
static uint32_t brackets_end(const ww_rule_block *r, uint32_t i) {
	enum { LONGEST = 8 };
	uint32_t end = i;
	if (!is_mark(r, i, '('))
		return i;
	while (goes_on(r, end) && end < i + LONGEST && !is_mark(r, end, ')'))
		end++;
	return is_mark(r, end, ')') ? end + 1 : i;
}

/* "Kelford Town: Hughes, Price, Stone (Bell 70), Fry, Cole": a team, and its players, when
 * most of five or more are persons already and none is a place.  `team` is the end of the
 * capitals that begin the line. */
void ww_rule_name_line_up(ww_rule_block *r, uint32_t i, uint32_t team) {
	enum { PLAYERS = 5, NAMES = 3, SQUAD = 60 }; /* a bound: each player's name is looked for */
	uint32_t k, n = 0, persons = 0;
	if (team == i || team > i + NAMES)
		return;
	k = brackets_end(r, team); /* "(4-4-2)" */
	if (!is_mark(r, k, ':'))
		return;
	const uint32_t players = ++k;
	for (;; k++) {
		uint32_t end = ww_rule_capitals_end(r, k);
		if (n > SQUAD || end == k || !goes_on(r, k) || end > k + NAMES ||
		    ww_rule_any(r, k, end, WW_GAZ_REGION | WW_GAZ_ORG_TAIL | WW_GAZ_DEMONYM))
			return;
		n++;
		persons += ww_rule_kind_at(r, k) == WW_PERSON;
		k = brackets_end(r, end);
		if (!goes_on(r, k) || !(is_mark(r, k, ',') || is_mark(r, k, ';')))
			break;
	}
	bool ends = !goes_on(r, k) || is_mark(r, k, '.');
	const uint32_t stop = k;
	if (!ends || n < PLAYERS || persons * 2 < n)
		return;
	for (k = players; k < stop;) {
		uint32_t end = ww_rule_capitals_end(r, k);
		ww_rule_set(r, k, end, WW_PERSON, WW_BY_LIST);
		k = brackets_end(r, end) + 1;
	}
	if (!ww_rule_any(r, i, team, WW_GAZ_REGION) && !has_class(r, i, WW_GAZ_COMMON) &&
	    !is_in(r, i, WW_BESIDE_LINE_UP))
		ww_rule_set(r, i, team, WW_ORG, WW_BY_LIST);
}

/* "| Oakhurst, Brenning, HVT", "Lenders: Oakhurst, Brenning and HVT": who lends, the rest of a
 * line, when letters or the model tell of one and nothing speaks of places or persons. */
void ww_rule_name_lenders(ww_rule_block *r, uint32_t i) {
	enum { LEAST = 3, MOST = 20 };
	bool cell = is_mark(r, i - 1, '/') || is_mark(r, i - 1, '|');
	bool label = i > 1 && is_mark(r, i - 1, ':') && is_in(r, i - 2, WW_BESIDE_LENDERS);
	uint32_t n = 0, orgs = 0, k = i;
	for (bool more = cell || label; more; k++) {
		uint32_t end = ww_rule_capitals_end(r, k);
		if (n++ == MOST || end == k || !goes_on(r, k) ||
		    ww_rule_any(r, k, end, places | WW_GAZ_FIRST | WW_GAZ_TITLE | WW_GAZ_HONORIFIC))
			return;
		orgs += word(r, k)->form == WW_FORM_SHORT_UPPER || ww_rule_kind_at(r, k) == WW_ORG;
		k = end;
		more = goes_on(r, k) && (is_mark(r, k, ',') || is_word(r, k, WW_HASH_3('a', 'n', 'd')));
	}
	if (n < LEAST || !orgs || (goes_on(r, k - 1) && !is_mark(r, k - 1, '.') &&
	                           !is_mark(r, k - 1, '|')))
		return;
	for (k = i; goes_on(r, k) && is_capital(r, k);) {
		uint32_t end = ww_rule_capitals_end(r, k);
		ww_rule_set(r, k, end, WW_ORG, WW_BY_LIST);
		k = end + 1;
	}
}

/* Whether a fee begins at word i: "loan", "$3m", "£3m", "€3m". */
static bool is_fee(const ww_rule_block *r, uint32_t i) {
	if (!goes_on(r, i))
		return false;
	const char *p = r->text + word(r, i)->start;
	uint32_t len = length(word(r, i));
	bool pounds = len == 2 && memcmp(p, "\xC2\xA3", 2) == 0;
	bool euros = len == 3 && memcmp(p, "\xE2\x82\xAC", 3) == 0;
	bool money = *p == '$' || pounds || euros;
	return money || is_in(r, i, WW_BESIDE_FEE);
}

/* "Paulinho Reis, Serrano to Vila Nova, loan", "Omar Tall (Cesaro to Alba, £3m)": a line of a list
 * of transfers.  `who` is the end of the capitals that begin it. */
void ww_rule_name_transfer(ww_rule_block *r, uint32_t i, uint32_t who) {
	uint32_t from = who + 1;
	if (who == i || !(is_mark(r, who, ',') || is_mark(r, who, '(')))
		return;
	uint32_t to = ww_rule_capitals_end(r, from), into = to + 1;
	if (to == from || !goes_on(r, from) ||
	    !is_word(r, to, WW_HASH_2('t', 'o')) || !goes_on(r, into))
		return;
	uint32_t end = ww_rule_capitals_end(r, into);
	bool mark = is_mark(r, end, ',') || is_mark(r, end, '(') || is_mark(r, end, '-');
	if (end == into || !mark || !is_fee(r, end + 1))
		return;
	ww_rule_set(r, i, who, WW_PERSON, WW_BY_LIST);
	ww_rule_set(r, from, to, WW_ORG, WW_BY_LIST);
	ww_rule_set(r, into, end, WW_ORG, WW_BY_LIST);
}

/* Whether somebody may or may not speak from word i on: "would not comment", "declined to say". */
static bool would_speak(const ww_rule_block *r, uint32_t i) {
	enum { FAR = 3 };
	uint32_t k = i;
	while (k < i + FAR && is_in(r, k, WW_BESIDE_WOULD))
		k++;
	return k > i && goes_on(r, k) && is_in(r, k, WW_BESIDE_COMMENT);
}

/* "Transport said the bridge would stay shut": a ministry by the word for what it does, where a
 * clause begins; "Works and Transport agreed" is one ministry. */
void ww_rule_name_portfolio(ww_rule_block *r, uint32_t i) {
	bool alone = i == 0 || word(r, i)->flags & (WW_WORD_SENTENCE | WW_WORD_BREAK) ||
	             is_in(r, i - 1, WW_BESIDE_CLAUSE);
	bool says = has_class(r, i + 1, WW_GAZ_SAY) || would_speak(r, i + 1);
	if (alone && goes_on(r, i + 1) && word(r, i + 1)->form == WW_FORM_LOWER && says &&
	    word(r, i)->form == WW_FORM_CAPITAL)
		ww_rule_set(r, i, i + 1, WW_ORG, WW_BY_BODY);
}

/* "named Oona Brandt its director": whoever is given an office. */
void ww_rule_name_appointed(ww_rule_block *r, uint32_t i, uint32_t end) {
	const ww_classes other = places | WW_GAZ_ORG_TAIL | WW_GAZ_ORG_KEY | WW_GAZ_COMPANY |
	                         WW_GAZ_TITLE | WW_GAZ_OUTSIDE;
	enum { NAMES = 3 };
	if (end < i + 2 || end > i + NAMES || !goes_on(r, end) ||
	    !is_in(r, end, WW_BESIDE_OFFICE) || ww_rule_any(r, i, end, other))
		return;
	ww_rule_set(r, i, end, WW_PERSON, WW_BY_OFFICE);
}

/* Whether a name is a firm by the words beside it: "Unions at Marston". */
static bool is_firm(const ww_rule_block *r, const ww_name *name) {
	if (is_dropped(name) || name->kind != WW_ORG)
		return false;
	bool at = name->first > 1 && is_word(r, name->first - 1, WW_HASH_2('a', 't'));
	return name->by == WW_BY_FIRM || (at && is_in(r, name->first - 2, WW_BESIDE_STAFF)) ||
	       (name->first > 0 && has_class(r, name->first - 1, WW_GAZ_FIRM)) ||
	       is_in(r, name->behind, WW_BESIDE_SHARES);
}

/* Whether there is a firm in this sentence, before word i. Names are asked from the block's
 * first on: few blocks come here. */
static bool after_firm(const ww_rule_block *r, uint32_t i) {
	uint32_t first = i;
	while (first > 0 && !(word(r, first)->flags & (WW_WORD_SENTENCE | WW_WORD_BREAK)))
		first--;
	for (uint32_t n = r->from; n < r->names->n; n++) {
		const ww_name *name = &r->names->at[n];
		if (name->first >= first && name->first < i && is_firm(r, name))
			return true;
	}
	return false;
}

/* The class of what is done with a firm by the preposition before it, or 0: "merger with", but
 * "stake in". */
static uint32_t dealt_by(uint32_t preposition) {
	switch (preposition) {
	case WW_HASH_4('w', 'i', 't', 'h'): return WW_BESIDE_WITH;
	case WW_HASH_2('o', 'f'): return WW_BESIDE_OF;
	case WW_HASH_2('i', 'n'): return WW_BESIDE_IN;
	case WW_HASH_2('t', 'o'): return WW_BESIDE_TO;
	default: return 0;
	}
}

/* "merger with Brackley", "talks with Delgado" behind a firm, "downgraded Leonard Crewe": a
 * firm, though the model has a person.  What owns something is left alone: "talks with Delgado's
 * lawyers". */
void ww_rule_name_dealings(ww_rule_block *r, const ww_rule_stretch *s) {
	const uint32_t i = s->first, end = s->end;
	uint32_t how = i > 1 ? dealt_by(word(r, i - 1)->hash) : 0;
	bool deals = how && is_in(r, i - 2, how) &&
	             (!is_in(r, i - 2, WW_BESIDE_TALKS) || after_firm(r, i));
	if (!deals && !(s->before & WW_ACT_RATES))
		return;
	uint8_t kind = ww_rule_kind_at(r, i);
	bool owns = end < r->n && word(r, end)->form == WW_FORM_POSSESSIVE;
	/* a small city's name is a surname and a firm's too, when the model saw no place in it */
	ww_classes not_firms = end > i + 1 || kind == WW_PERSON ? WW_GAZ_REGION : places;
	if (kind != WW_ORG && kind != WW_MISC && !owns && !ww_rule_any(r, i, end, not_firms) &&
	    !has_class(r, i, WW_GAZ_HONORIFIC | WW_GAZ_TITLE))
		ww_rule_set(r, i, end, WW_ORG, WW_BY_FIRM);
}

/* "was taken to St. Oswin's, then home": a hospital; its 's has nothing that it could own. */
void ww_rule_name_hospital(ww_rule_block *r, uint32_t i) {
	bool there = i > 1 && (is_word(r, i - 1, WW_HASH_2('t', 'o')) ||
	                       is_word(r, i - 1, WW_HASH_2('a', 't')));
	uint32_t own = i + 2;
	if (!there || !is_word(r, i, WW_HASH_2('s', 't')) || !is_in(r, i - 2, WW_BESIDE_BROUGHT) ||
	    !is_capital(r, i + 1) || !goes_on(r, own) || word(r, own)->form != WW_FORM_POSSESSIVE)
		return;
	if (!goes_on(r, own + 1) || word(r, own + 1)->form == WW_FORM_PUNCT ||
	    is_word(r, own + 1, WW_HASH_3('a', 'n', 'd')) ||
	    is_word(r, own + 1, WW_HASH_4('w', 'i', 't', 'h')))
		ww_rule_set(r, i, own + 1, WW_ORG, WW_BY_BODY);
}

/* "IIT-Korvand": letters, a hyphen and where it is; "NATO-Russia" is two. */
void ww_rule_name_branch(ww_rule_block *r, uint32_t i) {
	enum { LETTERS = 3 };
	const char *p = r->text + word(r, i)->start, *end = r->text + word(r, i)->end;
	const char *hyphen = memchr(p, '-', (size_t)(end - p)), *q = p;
	if (!hyphen || hyphen - p < LETTERS || end - hyphen < LETTERS + 2 ||
	    word(r, i)->flags & WW_WORD_HEADING)
		return;
	while (q < hyphen && *q >= 'A' && *q <= 'Z')
		q++;
	bool small = hyphen[2] >= 'a' && hyphen[2] <= 'z';
	uint32_t tail = ww_gazetteer_hash(hyphen + 1, (size_t)(end - hyphen) - 1);
	const ww_classes two = WW_GAZ_REGION | WW_GAZ_DEMONYM | WW_GAZ_COMMON | WW_GAZ_FIRST;
	bool alone = (i == 0 || !is_capital(r, i - 1) || !goes_on(r, i)) &&
	             (!is_capital(r, i + 1) || !goes_on(r, i + 1));
	uint32_t head = ww_gazetteer_hash(p, (size_t)(hyphen - p));
	if (q == hyphen && small && alone && !(ww_gazetteer_find(tail) & two) &&
	    !(ww_gazetteer_find(head) & (WW_GAZ_THING | WW_GAZ_FIRST)))
		ww_rule_set(r, i, i + 1, WW_ORG, WW_BY_BODY);
}

/* "Stella Finch, the fashion retailer, cut jobs", "the Ruth Ames flagship store": a person for
 * the model, and a firm for what stands behind. */
void ww_rule_name_shop(ww_rule_block *r, uint32_t end, bool owns) {
	enum { WORDS = 3 }; /* "fashion", "and", "homeware" */
	uint32_t k = end + 2;
	if (!owns && (!is_mark(r, end, ',') || !is_word(r, end + 1, WW_HASH_3('t', 'h', 'e'))))
		return;
	while (k < end + 2 + WORDS && goes_on(r, k + 1) && word(r, k)->form == WW_FORM_LOWER &&
	       word(r, k + 1)->form == WW_FORM_LOWER)
		k++;
	bool ends = is_mark(r, k + 1, ',') || is_mark(r, k + 1, '.');
	ww_classes noun = ends && goes_on(r, k) ? ww_gazetteer_find(word(r, k)->hash) : 0;
	bool firm = noun & WW_GAZ_FIRM && !(noun & (WW_GAZ_JOB | WW_GAZ_TITLE));
	uint32_t n = owns || firm ? ww_rule_name_at(r, end - 1) : UINT32_MAX;
	if (n != UINT32_MAX && r->names->at[n].kind == WW_PERSON)
		ww_rule_rename(r, n, WW_ORG, WW_BY_FIRM);
}

/* "BELMARSH CUTS 400 JOBS", "Belmarsh to shed 90 jobs": an employer, when a verb, a number and
 * jobs follow. */
void ww_rule_name_cutter(ww_rule_block *r, uint32_t i, uint32_t end) {
	uint32_t verb = end + is_word(r, end, WW_HASH_2('t', 'o'));
	if (!goes_on(r, verb + 2) || !is_number(r, verb + 1) || !is_in(r, verb, WW_BESIDE_CUTS) ||
	    !is_in(r, verb + 2, WW_BESIDE_POSTS))
		return;
	if (!ww_rule_any(r, i, end, places) && !has_class(r, i, WW_GAZ_FIRST) &&
	    (end > i + 1 || !has_class(r, i, WW_GAZ_COMMON)))
		ww_rule_set(r, i, end, WW_ORG, WW_BY_FIRM);
}

/* "held East Lomond to 40 yards", "held Dunmere to a draw": a team. */
void ww_rule_name_held(ww_rule_block *r, uint32_t i, uint32_t end) {
	bool draw = is_word(r, end + 1, WW_HASH_1('a')) && is_in(r, end + 2, WW_BESIDE_DRAW);
	const ww_classes other = WW_GAZ_REGION | WW_GAZ_FIRST;
	if (!is_word(r, end, WW_HASH_2('t', 'o')) || !(is_number(r, end + 1) || draw) ||
	    ww_rule_any(r, i, end, other))
		return;
	ww_rule_set(r, i, end, WW_ORG, WW_BY_SCORE);
	uint32_t n = i > 1 && goes_on(r, i - 1) ? ww_rule_name_at(r, i - 2) : UINT32_MAX;
	if (n != UINT32_MAX && r->names->at[n].kind == WW_PLACE &&
	    !ww_rule_any(r, r->names->at[n].first, i - 1, other))
		ww_rule_rename(r, n, WW_ORG, WW_BY_SCORE);
}

/* "Britain's Sun newspaper", "the Itar-Tass news agency": who prints it; "an English newspaper"
 * and "the Sunday newspapers" are none. */
void ww_rule_name_paper(ww_rule_block *r, uint32_t i, bool paper) {
	bool agency = goes_on(r, i + 2) && is_word(r, i + 1, WW_HASH_4('n', 'e', 'w', 's')) &&
	              is_word(r, i + 2, ww_gazetteer_hash("agency", 6));
	enum { SUN = 3 }; /* letters: "Sun" is a weekday, and a newspaper */
	bool day = has_class(r, i, WW_GAZ_CALENDAR) && length(word(r, i)) > SUN;
	if ((!paper && !agency) || day || has_class(r, i, places | WW_GAZ_TITLE | WW_GAZ_JOB) ||
	    word(r, i)->flags & WW_WORD_HEADING)
		return;
	uint32_t n = ww_rule_name_at(r, i);
	bool whose = i > 0 && goes_on(r, i) && (word(r, i - 1)->form == WW_FORM_POSSESSIVE ||
	                                        is_word(r, i - 1, WW_HASH_3('t', 'h', 'e')));
	if (n != UINT32_MAX && r->names->at[n].kind != WW_MISC)
		ww_rule_rename(r, n, WW_ORG, WW_BY_PAPER);
	else if (n == UINT32_MAX && whose && word(r, i)->form == WW_FORM_CAPITAL)
		ww_rule_set(r, i, i + 1, WW_ORG, WW_BY_PAPER);
}

/* Whether a paragraph speaks of cricket; it is looked through once. */
static bool is_cricket(ww_rule_block *r) {
	for (uint32_t i = 0; i < r->n && !r->read && !r->cricket; i++)
		r->cricket = word(r, i)->form != WW_FORM_PUNCT && is_in(r, i, WW_BESIDE_CRICKET);
	r->read = true;
	return r->cricket;
}

/* "By the close Yorkshire had 372": a team, where cricket is spoken of, and not behind "in". */
void ww_rule_name_county(ww_rule_block *r, uint32_t i) {
	uint32_t n = is_in(r, i, WW_BESIDE_COUNTY) ? ww_rule_name_at(r, i) : UINT32_MAX;
	if (n == UINT32_MAX || r->names->at[n].kind != WW_PLACE ||
	    r->names->at[n].behind - r->names->at[n].first > 1)
		return;
	bool there = i > 0 && goes_on(r, i) &&
	             (has_class(r, i - 1, WW_GAZ_LOCATIVE) ||
	              (is_mark(r, i - 1, ',') && i > 1 && has_class(r, i - 2, WW_GAZ_CITY)));
	if (!there && is_cricket(r))
		ww_rule_rename(r, n, WW_ORG, WW_BY_CRICKET);
}
