/* What a copy editor would query in how persons are named: a surname that two bear, and
 * one that stands before its full name.  Both are easily suspected and seldom right, so
 * that each mention must be a person's for certain, and nothing in the article may be
 * another reason for it. */
#include "finding.h"

#include "entity_match.h"

#include <stdlib.h>

/* Who bears a surname. */

/* Bearers are sorted by surname, so that all of one stand together: looking one up costs
 * the logarithm of their number, and each mention is looked up once or twice. */

/* By surname, then in the order of the article. */
static int by_surname(const void *a, const void *b) {
	const ww_bearer *x = a, *y = b;
	if (x->surname != y->surname)
		return x->surname < y->surname ? -1 : 1;
	return (x->entity > y->entity) - (x->entity < y->entity);
}

/* The first bearer of a surname; n_bearers when there is none. */
static uint32_t first_bearer(const ww_findings *f, uint32_t surname) {
	uint32_t low = 0, high = f->n_bearers;
	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		if (f->bearer[mid].surname < surname)
			low = mid + 1;
		else
			high = mid;
	}
	return low < f->n_bearers && f->bearer[low].surname == surname ? low : f->n_bearers;
}

/* More bearers than these are a list of names. */
enum { MOST_BEARERS = 4 };

/* The number of the bearers of a surname, from bearer `i` on; past the most it counts
 * no further. */
static uint32_t count_bearers(const ww_findings *f, uint32_t i) {
	uint32_t n = 0;
	while (n <= MOST_BEARERS && i + n < f->n_bearers &&
	       f->bearer[i + n].surname == f->bearer[i].surname)
		n++;
	return n;
}

/* Whether a name is a person's beyond doubt: its given name is known as one, or somebody
 * of that name does something. */
static bool is_plain_name(const ww_entities *e, const ww_entity_mention *m) {
	return m->name.n_words > 1 && !m->name.may_be_surname && !m->name.is_part &&
	       (m->name.acts || ww_gazetteer_find(ww_entity_given(e, m)->hash) & WW_GAZ_FIRST);
}

/* Lists the persons with full names by their surnames, without who only wrote the story. */
static int list_bearers(ww_document *doc) {
	const ww_entities *e = &doc->cast.entities;
	ww_findings *f = &doc->findings;
	f->n_bearers = 0;
	if (!ww_reserve(&doc->mem, &f->bearer, &f->bearers_cap, e->n_entities, sizeof *f->bearer))
		return WW_E_NOMEM;
	for (uint32_t i = 0; i < e->n_entities; i++) {
		const ww_entity_mention *full = &e->mention[e->entity[i].name];
		if (e->entity[i].kind == WW_PERSON && full->name.n_words > 1 &&
		    e->entity[i].mentions > e->entity[i].bylines &&
		    !ww_entity_is_patronymic(ww_entity_surname(e, full)))
			f->bearer[f->n_bearers++] =
				(ww_bearer){ .surname = ww_entity_surname(e, full)->hash, .entity = i,
				             .last = WW_NO_ENTITY, .is_plain = is_plain_name(e, full) };
	}
	if (f->n_bearers)
		qsort(f->bearer, f->n_bearers, sizeof *f->bearer, by_surname);
	return WW_OK;
}

/* Marks the surnames that are also a word of some other name: of a firm, a film, a street. */
static void mark_others(ww_document *doc) {
	const ww_entities *e = &doc->cast.entities;
	ww_findings *f = &doc->findings;
	for (uint32_t i = 0; i < e->n_mentions; i++) {
		const ww_entity_mention *m = &e->mention[i];
		for (uint32_t k = 0; m->kind != WW_PERSON && k < m->name.n_words; k++) {
			uint32_t b = first_bearer(f, ww_entity_words(e, m)[k].hash);
			if (b < f->n_bearers)
				f->bearer[b].is_other = true;
		}
	}
}

/* Whether a mention is the surname alone of a person who has a full name, and stands for
 * that person beyond doubt. */
static bool is_plain_surname(const ww_entities *e, const ww_entity_mention *m) {
	const ww_entity_name *n = &m->name;
	return m->kind == WW_PERSON && n->n_words == 1 && !n->title.len && !n->is_part &&
	       !n->is_told_apart && !n->is_acronym &&
	       !(m->flags & (WW_LINK_FAMILY | WW_LINK_MISSPELT)) && !n->owns &&
	       ww_entity_words(e, m)->hash ==
	           ww_entity_surname(e, &e->mention[e->entity[m->entity].name])->hash;
}

/* A surname that two bear. */

/* The article is read as a reader does, and for each bearer is kept how he was named so
 * far: whom a reader takes a surname for depends on what stands before it alone. */

/* Another bearer is introduced with mention i: of whom the surname alone was said once has to
 * be told again.  Twice is a habit of the writer, and "Eira's father, Nils Eira" tells it. */
static void forget(const ww_entities *e, ww_bearer *known, uint32_t i) {
	bool is_told = known->last != WW_NO_ENTITY &&
	               e->mention[known->last].sentence == e->mention[i].sentence;
	if (known->by_surname < 2 && !is_told)
		known->by_surname = 0;
}

/* Passes a mention of somebody who bears a surname, one of n from `first` on. */
static void pass(const ww_entities *e, ww_bearer *first, uint32_t n, uint32_t i) {
	const ww_entity_mention *m = &e->mention[i];
	ww_bearer *own = first;
	while (own->entity != m->entity)
		if (++own == first + n)
			return;
	if (m->name.n_words > 1 && !own->in_full)
		for (ww_bearer *known = first; known < first + n; known++)
			forget(e, known, i);
	own->in_full |= m->name.n_words > 1;
	own->by_surname += m->name.n_words == 1 && ww_entity_words(e, m)->hash == own->surname;
	own->last = i;
}

/* Whether two mentions stand in one paragraph, or with one between theirs at most. */
static bool is_near(const ww_entities *e, uint32_t i, uint32_t k) {
	enum { FAR = 2 };
	return k != WW_NO_ENTITY && e->mention[i].block - e->mention[k].block <= FAR;
}

/* Whether a surname, as it stands, may be the other bearer's: both were named in full a
 * moment ago, neither by the surname, which then is that one's, nor the other by the given
 * name, which leaves the surname to the first. */
static bool are_rivals(const ww_entities *e, uint32_t i, const ww_bearer *own,
                       const ww_bearer *other) {
	return own->is_plain && other->is_plain && own->in_full && other->in_full &&
	       !own->by_surname && !other->by_surname && !e->entity[other->entity].given &&
	       is_near(e, i, own->last) && is_near(e, i, other->last);
}

/* Whether the first person that an article names bears a surname, and others who do are named
 * later than in the next sentence: it is about the first. */
static bool is_subject(const ww_entities *e, const ww_entity *x, const ww_bearer *first,
                       uint32_t n) {
	uint32_t sentence = e->mention[x->first].sentence;
	for (uint32_t i = 0; i < x->first; i++)
		if (e->mention[i].kind == WW_PERSON)
			return false;
	for (uint32_t i = 0; i < n; i++) {
		const ww_entity *other = &e->entity[first[i].entity];
		const ww_entity_mention *m = &e->mention[other->first];
		if (other != x && m->sentence <= sentence + 1 && m->block == e->mention[x->first].block)
			return false;
	}
	return sentence == 0;
}

/* Looks whether the bare surname at mention i may be that of another of the n bearers. */
static int check_surname(ww_document *doc, uint32_t i, ww_bearer *first, uint32_t n) {
	const ww_entities *e = &doc->cast.entities;
	const ww_entity_mention *m = &e->mention[i];
	ww_bearer *own = first;
	while (own < first + n && own->entity != m->entity)
		own++;
	if (first->is_other || own == first + n || is_subject(e, &e->entity[m->entity], first, n))
		return WW_OK;
	for (ww_bearer *other = first; other < first + n; other++)
		if (other != own && are_rivals(e, i, own, other) && ww_finding_in_prose(doc, i))
			return ww_finding_add_name(doc, WW_AMBIGUOUS_SURNAME, i,
			                           e->entity[other->entity].name);
	return WW_OK;
}

/* Goes through the article as it is read.  Only links that linking called ambiguous are looked
 * at closer, and only those that are a surname and nothing more. */
static int find_surnames(ww_document *doc) {
	const ww_entities *e = &doc->cast.entities;
	ww_findings *f = &doc->findings;
	int err = WW_OK;
	for (uint32_t i = 0; !err && i < e->n_mentions; i++) {
		const ww_entity_mention *m = &e->mention[i], *name = &e->mention[e->entity[m->entity].name];
		if (m->kind != WW_PERSON || name->name.n_words < 2)
			continue;
		uint32_t first = first_bearer(f, ww_entity_surname(e, name)->hash);
		uint32_t n = first < f->n_bearers ? count_bearers(f, first) : 0;
		if (n < 2 || n > MOST_BEARERS)
			continue;
		if (m->flags & WW_LINK_AMBIGUOUS && is_plain_surname(e, m))
			err = check_surname(doc, i, &f->bearer[first], n);
		pass(e, &f->bearer[first], n, i);
	}
	return err;
}

/* A surname before its full name. */

/* What comes first must be a bare surname in prose, and the full name must follow in a
 * later sentence.  A first mention that is not certain (of a firm, in "the Castro regime")
 * ends the search: it may have been the introduction. */

/* The mention that gives the full name too late; WW_NO_ENTITY when `first`, the first
 * mention of a person, is none that a full name should have stood before. */
static uint32_t late_name(const ww_document *doc, uint32_t first) {
	const ww_entities *e = &doc->cast.entities;
	const ww_entity_mention *m = &e->mention[first];
	uint32_t surname = first_bearer(&doc->findings, ww_entity_words(e, m)->hash), full = m->next;
	if (surname == doc->findings.n_bearers || !is_plain_surname(e, m) || !m->name.acts ||
	    m->flags & WW_LINK_AMBIGUOUS ||
	    doc->findings.bearer[surname].is_other)
		return WW_NO_ENTITY;
	while (full != WW_NO_ENTITY && e->mention[full].name.n_words < 2)
		full = e->mention[full].next;
	if (full == WW_NO_ENTITY || e->mention[full].sentence == m->sentence ||
	    !is_plain_name(e, &e->mention[full]) || !ww_finding_in_prose(doc, full))
		return WW_NO_ENTITY;
	return full;
}

/* Of each person the first mention in prose; those in headings and quotations introduce
 * nobody, and need no introduction. */
static int find_first_references(ww_document *doc) {
	const ww_entities *e = &doc->cast.entities;
	int err = WW_OK;
	for (uint32_t i = 0; !err && i < e->n_entities; i++) {
		const ww_entity *it = &e->entity[i];
		uint32_t m = it->first;
		if (it->kind != WW_PERSON || e->mention[it->name].name.n_words < 2)
			continue;
		while (m != WW_NO_ENTITY && e->mention[m].name.n_words == 1 && !ww_finding_in_prose(doc, m))
			m = e->mention[m].next;
		uint32_t full = m == WW_NO_ENTITY ? m : late_name(doc, m);
		if (full != WW_NO_ENTITY)
			err = ww_finding_add_name(doc, WW_FIRST_REFERENCE, m, full);
	}
	return err;
}

int ww_find_in_persons(ww_document *doc, uint32_t article) {
	(void)article;
	int err = list_bearers(doc);
	if (err)
		return err;
	mark_others(doc);
	err = find_surnames(doc);
	return err ? err : find_first_references(doc);
}
