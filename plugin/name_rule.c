/* name_rule.c: what has the last word on names after the model.
 *
 * Some things are certain from how they are written, and too rare in what the model learns
 * from: a law report is no person, a title stands outside, brackets behind a person are a
 * party's.  Each rule looks at words alone, on both sides of a name, and says so in the name
 * (ww_name_by), for explanations. */
#include "name_rule.h"

#include <string.h>

typedef struct {
	ww_names *names;
	const ww_mem *mem;
	const ww_name_words *words;
	const char *text;
	const ww_evidence *ev;
	uint32_t from; /* the block's first name */
	bool failed;
} rules;

/* --- looking at words --- */

static const ww_name_word *word(const rules *r, uint32_t i) {
	return &r->words->at[i];
}

/* Whether word i is there and on the line of the word before it, or wrapped. */
static bool goes_on(const rules *r, uint32_t i) {
	return i < r->words->n && !(word(r, i)->flags & WW_WORD_BREAK);
}

static bool is_mark(const rules *r, uint32_t i, char c) {
	return i < r->words->n && word(r, i)->form == WW_FORM_PUNCT &&
	       ww_name_mark(r->text, word(r, i)->start, word(r, i)->end) == c;
}

static bool is_word(const rules *r, uint32_t i, uint32_t hash) {
	return i < r->words->n && word(r, i)->hash == hash;
}

static bool is_number(const rules *r, uint32_t i) {
	return goes_on(r, i) && word(r, i)->form == WW_FORM_NUMBER;
}

static bool is_capital(const rules *r, uint32_t i) {
	return i < r->words->n && ww_is_name(word(r, i));
}

static bool has_class(const rules *r, uint32_t i, ww_classes classes) {
	return i < r->words->n && word(r, i)->gaz & classes;
}

static uint32_t length(const ww_name_word *w) {
	return w->end - w->start;
}

/* --- changing names --- */

/* Gives a name's votes to the words that it has now; `sure` when its kind is a rule's word. */
static void vote(rules *r, uint32_t n, bool sure) {
	ww_name *name = &r->names->at[n];
	ww_vote *v = &r->names->vote[n];
	name->start = word(r, name->first)->start;
	name->end = word(r, name->behind - 1)->end;
	if (word(r, name->first)->flags & WW_WORD_TABLE) {
		*v = (ww_vote){ 0 };
		return;
	}
	v->string = ww_name_string(r->words, name->first, name->behind);
	for (int k = 0; sure && k < WW_VOTE_KINDS; k++)
		v->against[k] = k == name->kind - WW_PERSON ? 0 : WW_VOTE_MOST;
}

/* A name without words is taken out at the end. */
static void drop(rules *r, uint32_t n) {
	r->names->at[n].behind = r->names->at[n].first;
}

static bool is_dropped(const ww_name *name) {
	return name->behind == name->first;
}

static void rename(rules *r, uint32_t n, uint8_t kind, ww_name_by by) {
	ww_name *name = &r->names->at[n];
	if (name->kind == kind)
		return;
	name->kind = kind;
	name->by = (uint8_t)by;
	vote(r, n, true);
}

/* The number of the name that has word i, or that of none. */
static uint32_t name_at(const rules *r, uint32_t i) {
	for (uint32_t n = r->from; n < r->names->n; n++)
		if (r->names->at[n].first <= i && i < r->names->at[n].behind)
			return n;
	return UINT32_MAX;
}

static uint8_t kind_at(const rules *r, uint32_t i) {
	uint32_t n = name_at(r, i);
	return n == UINT32_MAX ? 0 : r->names->at[n].kind;
}

/* Makes the words [first, behind) a name, in the place of all that have one of them. */
static void set(rules *r, uint32_t first, uint32_t behind, uint8_t kind, ww_name_by by) {
	ww_names *names = r->names;
	for (uint32_t n = r->from; n < names->n; n++) {
		ww_name *old = &names->at[n];
		if (old->first == first && old->behind == behind && old->kind == kind)
			return;
		if (old->first < behind && first < old->behind)
			drop(r, n);
	}
	if (!ww_reserve(r->mem, &names->at, &names->cap, names->n + (size_t)1, sizeof *names->at) ||
	    !ww_reserve(r->mem, &names->vote, &names->cap_votes, names->n + (size_t)1,
	                sizeof *names->vote)) {
		r->failed = true;
		return;
	}
	names->at[names->n] = (ww_name){ .first = first, .behind = behind, .kind = kind,
		                             .by = (uint8_t)by };
	vote(r, names->n++, true);
}

/* Takes out what was dropped, and sorts what was added into its place. */
static void tidy(rules *r) {
	ww_names *names = r->names;
	uint32_t n = r->from;
	for (uint32_t i = r->from; i < names->n; i++) {
		ww_name name = names->at[i];
		ww_vote v = names->vote[i];
		if (is_dropped(&name))
			continue;
		uint32_t k = n++;
		for (; k > r->from && names->at[k - 1].first > name.first; k--) {
			names->at[k] = names->at[k - 1];
			names->vote[k] = names->vote[k - 1];
		}
		names->at[k] = name;
		names->vote[k] = v;
	}
	names->n = n;
}

/* --- rules on one name --- */

/* "401 U. S. 222", "269 U. S., at 35", "12 F.3d 40": volume and page of a report. */
static bool is_citation(const rules *r, const ww_name *name) {
	enum { VOLUME = 3 }; /* figures; a year has more */
	if (name->first == 0 || !is_number(r, name->first - 1) ||
	    length(word(r, name->first - 1)) > VOLUME)
		return false;
	for (uint32_t i = name->first; i < name->behind; i++)
		if (word(r, i)->form != WW_FORM_INITIAL && word(r, i)->form != WW_FORM_INITIALS &&
		    word(r, i)->form != WW_FORM_ABBREVIATION)
			return false;
	uint32_t next = name->behind;
	return is_number(r, next) || (is_mark(r, next, ',') && is_word(r, next + 1, WW_HASH_2('a', 't')));
}

/* "MPs", "CEOs". */
static bool is_plural_acronym(const rules *r, uint32_t i) {
	const char *p = r->text + word(r, i)->start, *end = r->text + word(r, i)->end - 1;
	if (end - p < 2 || *end != 's')
		return false;
	while (p < end && *p >= 'A' && *p <= 'Z')
		p++;
	return p == end;
}

/* "the Bill", "this Bill", "(b) Bill". */
static bool is_bill(const rules *r, uint32_t i) {
	if (i == 0 || !is_word(r, i, WW_HASH_4('b', 'i', 'l', 'l')))
		return false;
	return is_word(r, i - 1, WW_HASH_3('t', 'h', 'e')) || is_word(r, i - 1, WW_HASH_4('t', 'h', 'i', 's')) ||
	       is_word(r, i - 1, WW_HASH_1('a')) || is_word(r, i - 1, WW_HASH_4('t', 'h', 'a', 't')) ||
	       is_mark(r, i - 1, ')');
}

/* "Covid", "the Bill", "Contact Us", "MPs": a word in capitals that names no one. */
static bool is_thing(const rules *r, const ww_name *name) {
	uint32_t i = name->first;
	if (name->behind != i + 1 || name->kind == WW_MISC)
		return false;
	const ww_name_word *w = word(r, i);
	return has_class(r, i, WW_GAZ_THING) || (name->kind == WW_PERSON && is_bill(r, i)) ||
	       (name->kind != WW_PLACE && is_plural_acronym(r, i)) ||
	       (w->form == WW_FORM_CAPITAL && w->hash == WW_HASH_2('u', 's'));
}

/* Whether a word is a title in the plural: "Justices", "Umpires". */
static bool is_plural_title(const rules *r, uint32_t i) {
	const ww_name_word *w = word(r, i);
	enum { SHORTEST = 5 };
	if (w->form != WW_FORM_CAPITAL || length(w) < SHORTEST || r->text[w->end - 1] != 's' ||
	    w->gaz & (WW_GAZ_FIRST | WW_GAZ_COMMON_SURNAME))
		return false;
	uint32_t hash = ww_gazetteer_hash(r->text + w->start, length(w) - 1);
	return ww_gazetteer_find(hash) & (WW_GAZ_TITLE | WW_GAZ_OUTSIDE);
}

static bool is_title(const rules *r, uint32_t i) {
	const ww_name_word *w = word(r, i);
	if (w->gaz & WW_GAZ_OUTSIDE) /* "DA", not "Da"; "Justice", not "JUSTICE" */
		return w->gaz & WW_GAZ_ABBREVIATION || w->form == WW_FORM_SHORT_UPPER
		               ? w->form == WW_FORM_SHORT_UPPER || w->form == WW_FORM_ABBREVIATION
		               : length(w) > 3 || w->form == WW_FORM_ABBREVIATION;
	return is_plural_title(r, i);
}

/* "DCI Howe", "Justice Barry Warham": titles stand outside. */
static void cut_titles(rules *r, uint32_t n) {
	ww_name *name = &r->names->at[n];
	if (name->kind == WW_PERSON) {
		uint32_t first = name->first;
		while (name->first + 1 < name->behind && is_title(r, name->first) &&
		       is_capital(r, name->first + 1))
			name->first++;
		if (name->first > first) {
			name->by = WW_BY_TITLE;
			vote(r, n, false);
		}
	} else if (name->behind == name->first + 1 && has_class(r, name->first, WW_GAZ_OUTSIDE) &&
	           is_title(r, name->first) && kind_at(r, name->behind) == WW_PERSON) {
		drop(r, n);
	}
}

/* "Frank Crowell Courts Building", "330 W. Broadway": no person. */
static void name_street(rules *r, uint32_t n) {
	ww_name *name = &r->names->at[n];
	if (name->kind != WW_PERSON)
		return;
	uint32_t behind = name->behind;
	while (is_capital(r, behind) && goes_on(r, behind) && behind < name->behind + 2 &&
	       !has_class(r, behind - 1, WW_GAZ_STREET) && name_at(r, behind) == UINT32_MAX)
		behind++;
	if (behind - name->first > 1 && has_class(r, behind - 1, WW_GAZ_STREET)) {
		set(r, name->first, behind, WW_PLACE, WW_BY_STREET);
		return;
	}
	const ww_classes person = WW_GAZ_FIRST | WW_GAZ_COMMON_SURNAME;
	if (name->behind - name->first > 1 && has_class(r, name->behind - 1, WW_GAZ_ORG_TAIL) &&
	    !has_class(r, name->behind - 1, person) && length(word(r, name->behind - 1)) > 2)
		rename(r, n, WW_ORG, WW_BY_BODY);
	else if (name->first > 0 && is_number(r, name->first - 1) && name->behind - name->first > 1 &&
	         word(r, name->first)->form == WW_FORM_INITIAL &&
	         strchr("NSEW", r->text[word(r, name->first)->start]))
		rename(r, n, WW_PLACE, WW_BY_STREET);
}

/* "Ada Obi Weeps As Judge …": in title case a verb looks like one more name. */
static void cut_verb(rules *r, uint32_t n) {
	ww_name *name = &r->names->at[n];
	uint32_t last = name->behind - 1;
	const ww_name_word *w = word(r, last);
	const ww_classes names = WW_GAZ_FIRST | WW_GAZ_COMMON_SURNAME | WW_GAZ_SUFFIX;
	if (name->kind != WW_PERSON || name->behind - name->first < 3 || !goes_on(r, last + 1) ||
	    !(w->flags & WW_WORD_HEADING) || w->form != WW_FORM_CAPITAL || w->gaz & names ||
	    !has_class(r, name->first, WW_GAZ_FIRST) || ww_evidence_look(r->ev, w->hash).inner)
		return;
	const char *end = r->text + w->end;
	bool verb = (end[-1] == 's' && !strchr("aiosu", end[-2])) || (end[-1] == 'd' && end[-2] == 'e');
	if (!verb || length(w) < 4)
		return;
	name->behind--;
	name->by = WW_BY_HEADING;
	vote(r, n, false);
}

/* "Ada Obi (Lab) 902": the brackets behind a person. */
static void name_party(rules *r, uint32_t n) {
	const ww_name *name = &r->names->at[n];
	uint32_t i = name->behind + 1;
	if (name->kind != WW_PERSON || name->behind - name->first < 2 || !is_mark(r, i - 1, '(') ||
	    !is_capital(r, i) || !is_mark(r, i + 1, ')'))
		return;
	enum { LETTERS = 4 };
	const ww_classes place = WW_GAZ_REGION | WW_GAZ_CITY | WW_GAZ_DEMONYM;
	if (has_class(r, i, WW_GAZ_PARTY) || (is_number(r, i + 2) && length(word(r, i)) <= LETTERS && !has_class(r, i, place)))
		set(r, i, i + 1, WW_ORG, WW_BY_PARTY);
}

/* --- rules on words --- */

/* "State's Attorney": a title. */
static void cut_states_attorney(rules *r, uint32_t i) {
	if (!is_word(r, i, WW_HASH_5('s', 't', 'a', 't', 'e')) || !goes_on(r, i + 2) ||
	    word(r, i + 1)->form != WW_FORM_POSSESSIVE ||
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
			drop(r, n);
		if (is_dropped(name))
			continue;
		name->by = WW_BY_TITLE;
		vote(r, n, false);
	}
	uint32_t first = i;
	while (first > 0 && is_capital(r, first - 1) && goes_on(r, first))
		first--;
	if (first < i && name_at(r, first) == UINT32_MAX && has_class(r, i - 1, WW_GAZ_PLACE_KEY))
		set(r, first, i, WW_PLACE, WW_BY_TITLE);
}

/* "Park Seo-jin": a family name and a given name of two syllables. */
static void name_family(rules *r, uint32_t i) {
	enum { SYLLABLE = 6 };
	const ww_classes other = WW_GAZ_TITLE | WW_GAZ_HONORIFIC | WW_GAZ_DEMONYM | WW_GAZ_REGION |
	                         WW_GAZ_OUTSIDE | WW_GAZ_CALENDAR;
	if (!is_capital(r, i + 1) || !goes_on(r, i + 1) ||
	    word(r, i + 1)->form != WW_FORM_HYPHEN_LOWER || word(r, i)->form != WW_FORM_CAPITAL ||
	    has_class(r, i, other) || length(word(r, i)) > SYLLABLE)
		return;
	const char *p = r->text + word(r, i + 1)->start, *end = r->text + word(r, i + 1)->end;
	const char *hyphen = memchr(p, '-', (size_t)(end - p));
	bool begins = i == 0 || !is_capital(r, i - 1) || !goes_on(r, i);
	bool ends = !is_capital(r, i + 2) || !goes_on(r, i + 2);
	if (begins && ends && hyphen && hyphen - p <= SYLLABLE && end - hyphen <= SYLLABLE + 1 &&
	    kind_at(r, i) != WW_ORG)
		set(r, i, i + 2, WW_PERSON, WW_BY_FAMILY);
}

/* The end of the capitals from word i on; i when there are none. */
static uint32_t capitals_end(const rules *r, uint32_t i) {
	uint32_t end = i;
	while (is_capital(r, end) && (end == i || goes_on(r, end)) && !has_class(r, end, WW_GAZ_CALENDAR))
		end++;
	return end;
}

/* The end of "and Works" behind a ministry's name, or `end`. */
static uint32_t and_end(const rules *r, uint32_t end) {
	const ww_classes named = WW_GAZ_FIRST | WW_GAZ_REGION | WW_GAZ_CITY | WW_GAZ_BODY | WW_GAZ_DEMONYM;
	bool joins = goes_on(r, end) && goes_on(r, end + 1) &&
	             (is_word(r, end, WW_HASH_3('a', 'n', 'd')) || is_mark(r, end, '&'));
	if (!joins || !is_capital(r, end + 1) || !has_class(r, end + 1, WW_GAZ_COMMON) ||
	    has_class(r, end + 1, named))
		return end;
	return capitals_end(r, end + 1);
}

/* The end of ", Culture, Arts and Sports" behind a ministry's name, or `end`. */
static uint32_t list_end(const rules *r, uint32_t end) {
	uint32_t i = end;
	while (is_mark(r, i, ',') && goes_on(r, i + 1) && is_capital(r, i + 1) &&
	       has_class(r, i + 1, WW_GAZ_COMMON) && !has_class(r, i + 1, WW_GAZ_FIRST | WW_GAZ_CITY))
		i = capitals_end(r, i + 1);
	uint32_t behind = is_mark(r, i, ',') ? and_end(r, i + 1) : and_end(r, i);
	return behind > i + 1 && i > end ? behind : and_end(r, end);
}

/* "Ministry of Rural Works", "National Institute of Fevers and Infectious Diseases": an
 * organisation from its first capital to where "of" and "and" lead. */
static void name_body(rules *r, uint32_t i) {
	if (!is_capital(r, i) || !has_class(r, i, WW_GAZ_BODY))
		return;
	uint32_t end = i + 1, first = i;
	while (goes_on(r, end) && goes_on(r, end + 1)) {
		bool of = is_word(r, end, WW_HASH_2('o', 'f')) || is_word(r, end, WW_HASH_3('f', 'o', 'r'));
		uint32_t next = end + 1 + is_word(r, end + 1, WW_HASH_3('t', 'h', 'e'));
		uint32_t behind = of && goes_on(r, next) ? capitals_end(r, next) : next;
		if (behind == next || !of)
			break;
		end = behind;
	}
	if (end == i + 1)
		return;
	if (has_class(r, i, WW_GAZ_MINISTRY))
		end = list_end(r, end);
	while (first > 0 && is_capital(r, first - 1) && goes_on(r, first) &&
	       kind_at(r, first - 1) != WW_PERSON)
		first--;
	if (first < i && word(r, first)->flags & WW_WORD_SENTENCE &&
	    is_word(r, first, WW_HASH_3('t', 'h', 'e')))
		first++;
	uint32_t n = name_at(r, i);
	if (n != UINT32_MAX && r->names->at[n].kind == WW_ORG) {
		first = r->names->at[n].first < first ? r->names->at[n].first : first;
		end = r->names->at[n].behind > end ? r->names->at[n].behind : end;
	}
	set(r, first, end, WW_ORG, WW_BY_BODY);
}

/* "BENGALORE, Dec 7 (Rooters) -", "OSTMARK (SNA) — Rain": a place in capitals begins it; and
 * who tells it stands in brackets before the dash. */
static void name_dateline(rules *r, uint32_t i) {
	uint32_t end = i + 1;
	while (is_capital(r, end) && goes_on(r, end) && word(r, end)->form == WW_FORM_UPPER)
		end++;
	if (word(r, i)->form != WW_FORM_UPPER || (i > 0 && is_capital(r, i - 1) && goes_on(r, i) &&
	                                          word(r, i - 1)->form == WW_FORM_UPPER))
		return;
	uint32_t k = end;
	enum { DATE_WORDS = 6 };
	while (goes_on(r, k) && k < end + DATE_WORDS && !is_mark(r, k, '('))
		k++;
	bool dated = k == end || has_class(r, end + 1, WW_GAZ_CALENDAR);
	uint32_t close = capitals_end(r, k + 1);
	if (!dated || !is_mark(r, k, '(') || close == k + 1 || !is_mark(r, close, ')') ||
	    !is_mark(r, close + 1, '-'))
		return;
	uint32_t n = name_at(r, i);
	if (n != UINT32_MAX && r->names->at[n].first < i) { /* "Shad Nasr BENGALORE" */
		r->names->at[n].behind = i;
		vote(r, n, false);
	}
	set(r, i, end, WW_PLACE, WW_BY_DATELINE);
	set(r, k + 1, close, WW_ORG, WW_BY_DATELINE);
}

/* "date 2024-07-14 AceShowbiz - ": whose text it is. */
static void name_source(rules *r) {
	uint32_t i = 1;
	if (!is_word(r, 0, WW_HASH_4('d', 'a', 't', 'e')) || !is_number(r, 1))
		return;
	while (goes_on(r, i) && !is_capital(r, i))
		i++;
	uint32_t end = capitals_end(r, i);
	bool common = end == i + 1 && (has_class(r, i, WW_GAZ_COMMON) || length(word(r, i)) == 1);
	if (end > i && !common && is_mark(r, end, '-') && !(word(r, end)->flags & WW_WORD_TOUCHES) &&
	    kind_at(r, i) != WW_PLACE)
		set(r, i, end, WW_ORG, WW_BY_DATELINE);
}

/* "Photo: Ada Obi", "Video: Mihara & Philpot." */
static void name_credit(rules *r, uint32_t i) {
	bool starts = i == 0 || word(r, i)->flags & (WW_WORD_BREAK | WW_WORD_SENTENCE);
	if (!starts || !has_class(r, i, WW_GAZ_CREDIT) || !is_mark(r, i + 1, ':'))
		return;
	const ww_classes other = WW_GAZ_COMPANY | WW_GAZ_ORG_TAIL | WW_GAZ_ORG_KEY | WW_GAZ_REGION;
	for (uint32_t k = i + 2; goes_on(r, k);) {
		uint32_t end = capitals_end(r, k);
		if (end == k)
			return;
		bool known = word(r, k)->form != WW_FORM_CAPITAL || kind_at(r, k) == WW_ORG;
		for (uint32_t j = k; j < end; j++)
			known |= has_class(r, j, other);
		if (!known)
			set(r, k, end, WW_PERSON, WW_BY_CREDIT);
		bool more = is_mark(r, end, ',') || is_mark(r, end, '&') || is_mark(r, end, '/') ||
		            is_word(r, end, WW_HASH_3('a', 'n', 'd'));
		k = end + 1;
		if (!more)
			return;
	}
}

/* The end of a scorer: one or two words in capitals, a number and perhaps more; i for none. */
static uint32_t scorer_end(const rules *r, uint32_t i) {
	uint32_t end = capitals_end(r, i);
	if (end == i || end > i + 2 || !is_number(r, end))
		return i;
	while (goes_on(r, end) && !is_mark(r, end, ')') && !is_mark(r, end, ';') && !is_capital(r, end))
		end++;
	return end;
}

/* "Tellford 2 (Brink 12, Vasco 55)": the brackets hold who scored, and a team stands before. */
static void name_scorers(rules *r, uint32_t i) {
	uint32_t end = i + 1;
	if (!is_mark(r, i, '(') || i < 2 || !is_number(r, i - 1) || !goes_on(r, i))
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
		set(r, k, capitals_end(r, k), WW_PERSON, WW_BY_LIST);
	uint32_t first = i - 1;
	while (first > 0 && is_capital(r, first - 1) && goes_on(r, first))
		first--;
	if (first < i - 1)
		set(r, first, i - 1, WW_ORG, WW_BY_SCORE);
}

/* "Drovers 14, Storm 12": two names with a number each are a whole line. */
static void name_score(rules *r, uint32_t i) {
	if (i > 0 && !(word(r, i)->flags & WW_WORD_BREAK))
		return;
	uint32_t a = capitals_end(r, i), b = a + 1 + is_mark(r, a + 1, ','), c = capitals_end(r, b);
	enum { SCORE = 3 }; /* figures */
	if (a == i || !is_number(r, a) || length(word(r, a)) > SCORE || c == b || !is_number(r, c) ||
	    length(word(r, c)) > SCORE || !goes_on(r, b))
		return;
	uint32_t end = c + 1 + is_mark(r, c + 1, '.');
	if (goes_on(r, end) || has_class(r, i, WW_GAZ_CALENDAR) || has_class(r, b, WW_GAZ_CALENDAR))
		return;
	set(r, i, a, WW_ORG, WW_BY_SCORE);
	set(r, b, c, WW_ORG, WW_BY_SCORE);
}

static void apply_to_names(rules *r) {
	for (uint32_t n = r->from; n < r->names->n; n++) {
		const ww_name *name = &r->names->at[n];
		if (is_dropped(name))
			continue;
		if (is_citation(r, name) || is_thing(r, name)) {
			drop(r, n);
			continue;
		}
		cut_titles(r, n);
		cut_verb(r, n);
		name_party(r, n);
		name_street(r, n);
	}
}

bool ww_name_rules(ww_names *names, const ww_mem *mem, const ww_name_words *words,
                   const char *text, const ww_evidence *ev, uint32_t from) {
	rules r = { names, mem, words, text, ev, from, false };
	name_source(&r);
	for (uint32_t k = 0; k < words->n_runs; k++)
		for (uint32_t i = words->runs[k].first; i < words->runs[k].end; i++) {
			if (!ww_is_name(&words->at[i]))
				continue;
			cut_states_attorney(&r, i);
			name_family(&r, i);
			name_body(&r, i);
			name_dateline(&r, i);
			name_credit(&r, i);
			name_score(&r, i);
			if (i > 0)
				name_scorers(&r, i - 1);
		}
	apply_to_names(&r);
	tidy(&r);
	return !r.failed;
}
