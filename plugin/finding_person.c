/* What a copy editor would query in how persons are named: a surname that several bear,
 * and one that stands before its full name. */
#include "finding.h"

#include "utf8.h"

#include <stdlib.h>
#include <string.h>

static uint32_t surname_of(const ww_entities *e, const ww_entity_mention *m) {
	return e->word[m->word + m->name.n_words - 1].hash;
}

static int by_surname(const void *a, const void *b) {
	const ww_bearer *x = a, *y = b;
	if (x->surname != y->surname)
		return x->surname < y->surname ? -1 : 1;
	return (x->entity > y->entity) - (x->entity < y->entity);
}

/* Lists the persons with full names by their surnames. */
static int list_bearers(ww_document *doc) {
	const ww_entities *e = &doc->cast.entities;
	ww_findings *f = &doc->findings;
	f->n_bearers = 0;
	if (!ww_reserve(&doc->mem, &f->bearer, &f->bearers_cap, e->n_entities, sizeof *f->bearer))
		return WW_E_NOMEM;
	for (uint32_t i = 0; i < e->n_entities; i++) {
		const ww_entity_mention *full = &e->mention[e->entity[i].name];
		if (e->entity[i].kind == WW_PERSON && full->name.n_words > 1)
			f->bearer[f->n_bearers++] = (ww_bearer){ surname_of(e, full), i, false };
	}
	if (f->n_bearers)
		qsort(f->bearer, f->n_bearers, sizeof *f->bearer, by_surname);
	return WW_OK;
}

/* Another person whose full name ends as `mention` does, or NULL. */
static ww_bearer *other_bearer(const ww_document *doc, const ww_entity_mention *mention) {
	const ww_findings *f = &doc->findings;
	uint32_t surname = surname_of(&doc->cast.entities, mention), low = 0, high = f->n_bearers;
	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		if (f->bearer[mid].surname < surname)
			low = mid + 1;
		else
			high = mid;
	}
	if (low < f->n_bearers && f->bearer[low].entity == mention->entity)
		low++;
	return low < f->n_bearers && f->bearer[low].surname == surname ? &f->bearer[low] : NULL;
}

int ww_find_in_surnames(ww_document *doc, uint32_t article) {
	(void)article;
	const ww_entities *e = &doc->cast.entities;
	int err = list_bearers(doc);
	for (uint32_t i = 0; !err && i < e->n_mentions; i++) {
		const ww_entity_mention *m = &e->mention[i];
		if (m->kind != WW_PERSON || !(m->flags & WW_AMBIGUOUS) || m->entity == WW_NO_ENTITY)
			continue;
		ww_bearer *other = other_bearer(doc, m);
		if (!other || other->told)
			continue;
		other->told = true;
		if (ww_finding_short_form(doc, ww_finding_where(doc, e->entity[m->entity].name),
		                  ww_finding_where(doc, e->entity[other->entity].name)))
			continue;
		err = ww_finding_add(doc, (ww_finding){ .id = WW_AMBIGUOUS_SURNAME,
		                             .where = ww_finding_where(doc, i),
		                             .other = ww_finding_where(doc, e->entity[other->entity].name) });
	}
	return err;
}

static bool has_lower(const char *text, uint32_t len) {
	for (size_t i = 0, n; i < len; i += n)
		if (ww_char_classify(ww_utf8_decode(text + i, text + len, &n)) == WW_CH_LOWER)
			return true;
	return false;
}

/* Text around a name: as much of its paragraph as fits. */
typedef struct {
	char at[1200];
	uint32_t len;
	uint32_t start, end; /* of the name in it */
} surroundings;

enum { BESIDE = 500 };

static void look_around(const ww_document *doc, ww_range where, surroundings *out) {
	uint32_t len = ww_doc_len(doc);
	uint32_t from = where.start > BESIDE ? where.start - BESIDE : 0;
	uint32_t size = where.end - where.start < 200 ? where.end - where.start : 200;
	uint32_t to = len - where.start < size + BESIDE ? len : where.start + size + BESIDE;
	ww_text_copy(&doc->text, from, to, out->at);
	out->len = to - from;
	out->start = where.start - from;
	out->end = out->start + size;
}

/* Whether a name stands in a heading or a caption: in capitals, or in a line by
 * itself that no full stop ends; in the text's first line nothing else does. */
static bool in_heading(const surroundings *s) {
	uint32_t first = s->start, end = s->end;
	if (!has_lower(s->at + s->start, s->end - s->start))
		return true;
	while (first > 0 && s->at[first - 1] != '\n')
		first--;
	while (end < s->len && s->at[end] != '\n')
		end++;
	if (end == s->len && s->len - s->end >= BESIDE)
		return false; /* a long line */
	bool alone = first == 0 || end + 1 >= s->len || s->at[end + 1] == '\n';
	uint32_t last;
	size_t size;
	while (last = ww_utf8_before(s->at, s->at + end, &size), end > s->end &&
	       ww_char_classify(last) == WW_CH_BLANK)
		end -= (uint32_t)size;
	last = ww_char_plain(last);
	return alone && !(last < 0x80 && strchr(".!?\":;,", (int)last));
}

/* Whether a quotation has begun in the name's paragraph, and not ended before it. */
static bool in_quotation(const surroundings *s) {
	bool open = false;
	size_t len;
	for (uint32_t i = 0; i < s->start; i += (uint32_t)len) {
		uint32_t c = ww_utf8_decode(s->at + i, s->at + s->start, &len);
		if (c == '"')
			open = !open;
		else if (c == 0x201C || c == 0x201E || c == 0xAB)
			open = true;
		else if (c == 0x201D || c == 0xBB || (c == '\n' && i > 0 && s->at[i - 1] == '\n'))
			open = false;
	}
	return open;
}

static bool is_hyphen_before(const surroundings *s) {
	size_t len;
	return ww_char_classify(ww_utf8_before(s->at, s->at + s->start, &len)) == WW_CH_HYPHEN;
}

/* Whether a mention introduces nobody where it stands: in what somebody else says,
 * in a heading, or as in "the Amsel family" and "anti-Amsel". */
static bool introduces_nobody(const ww_document *doc, uint32_t mention) {
	surroundings s;
	look_around(doc, ww_finding_where(doc, mention), &s);
	return doc->cast.entities.mention[mention].flags & WW_LINK_FAMILY || in_heading(&s) || in_quotation(&s) ||
	       (s.start > 0 && is_hyphen_before(&s));
}

/* Whether a mention is the surname alone of the full name that another one is. */
static bool is_surname_of(const ww_entities *e, const ww_entity_mention *m,
                          const ww_entity_mention *full) {
	return m->name.n_words == 1 && surname_of(e, m) == surname_of(e, full);
}

int ww_find_in_first_references(ww_document *doc, uint32_t article) {
	(void)article;
	const ww_entities *e = &doc->cast.entities;
	for (uint32_t i = 0; i < e->n_entities; i++) {
		const ww_entity *it = &e->entity[i];
		const ww_entity_mention *known = &e->mention[it->name];
		if (it->kind != WW_PERSON || known->name.n_words < 2)
			continue;
		uint32_t m = it->first;
		while (m != WW_NO_ENTITY && introduces_nobody(doc, m))
			m = e->mention[m].next;
		if (m == WW_NO_ENTITY || !(e->mention[m].flags & WW_PARTIAL) || e->mention[m].name.title.len ||
		    e->mention[m].flags & WW_AMBIGUOUS || !is_surname_of(e, &e->mention[m], known))
			continue;
		uint32_t full = e->mention[m].next;
		while (full != WW_NO_ENTITY && e->mention[full].name.n_words < 2)
			full = e->mention[full].next;
		if (full == WW_NO_ENTITY)
			continue;
		int err = ww_finding_add(doc, (ww_finding){ .id = WW_FIRST_REFERENCE,
		                                 .where = ww_finding_where(doc, m),
		                                 .other = ww_finding_where(doc, full) });
		if (err)
			return err;
	}
	return WW_OK;
}
