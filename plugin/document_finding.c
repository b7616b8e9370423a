/* What a copy editor would query in an article.  No false alarm is worth more
 * than a catch: in doubt nothing is said. */
#include "document.h"

#include "date_check.h"
#include "utf8.h"

#include <stdlib.h>
#include <string.h>

static int add(ww_document *doc, ww_finding finding) {
	ww_findings *f = &doc->findings;
	if (!ww_reserve(&doc->mem, &f->at, &f->cap, f->n + (size_t)1, sizeof *f->at))
		return WW_E_NOMEM;
	f->at[f->n++] = finding;
	return WW_OK;
}

/* Dates. */

static int check_dates(ww_document *doc, uint32_t start, uint32_t end) {
	ww_mention m;
	int err = WW_OK;
	for (size_t pos = start; !err && ww_document_next(doc, pos, WW_WHEN, &m) && m.start < end;
	     pos = m.end) {
		ww_finding f = { .where = { m.start, m.end } };
		if (m.form >= WW_FORM_RULE)
			continue;
		err = ww_document_value(doc, &m, f.value);
		if (err)
			return err;
		/* The cursor stands behind the mention's mark. */
		const ww_cursor *c = &doc->cursor;
		const ww_block *b = ww_doc_block(doc, c->block);
		uint32_t at = ww_doc_block_start(doc, c->block),
				 stop = ww_doc_block_start(doc, c->block + 1);
		const char *text = ww_doc_view(doc, at, stop);
		if (!text)
			return WW_E_NOMEM;
		int id;
		err = ww_date_check(doc->engine->matcher, text, stop - at, &b->marks[c->mark - 1],
		                    &c->chain, f.value, &id);
		f.id = (uint8_t)id;
		if (!err && id >= 0)
			err = add(doc, f);
	}
	return err;
}

/* Names. */

/* A word of a name in lower case, cut short when it is long. */
typedef struct {
	char text[32];
	size_t len;
} word;

enum { MOST_WORDS = 6 };

typedef struct {
	word at[MOST_WORDS];
	size_t n; /* 0: too long to be compared */
} name;

static name read_name(const ww_document *doc, ww_range where) {
	char text[128];
	name n = { .n = 0 };
	uint32_t len = where.end - where.start;
	if (len > sizeof text)
		return n;
	ww_text_copy(&doc->text, where.start, where.end, text);
	word w = { .len = 0 };
	for (uint32_t i = 0; i <= len; i++) {
		bool blank = i == len || text[i] == ' ' || text[i] == '\n' || text[i] == '\t';
		if (!blank && w.len < sizeof w.text)
			w.text[w.len++] = text[i] >= 'A' && text[i] <= 'Z' ? (char)(text[i] + 32) : text[i];
		if (blank && w.len) {
			if (n.n == MOST_WORDS)
				return (name){ .n = 0 };
			n.at[n.n++] = w;
			w.len = 0;
		}
	}
	return n;
}

static bool same_word(const word *a, const word *b) {
	return a->len == b->len && memcmp(a->text, b->text, a->len) == 0;
}

/* Whether one letter less, more or other, or two in the wrong order, make one
 * word of the other (Damerau 1964).  The first letter is hardly ever wrong. */
static bool one_edit(const word *a, const word *b) {
	if (a->len > b->len) {
		const word *swap = a;
		a = b;
		b = swap;
	}
	if (a->len < 4 || b->len - a->len > 1 || a->text[0] != b->text[0])
		return false;
	size_t i = 0, j = 0;
	while (i < a->len && a->text[i] == b->text[i])
		i++;
	while (j < a->len - i && a->text[a->len - 1 - j] == b->text[b->len - 1 - j])
		j++;
	size_t left_a = a->len - i - j, left_b = b->len - i - j;
	if (left_a + left_b <= 1 || (left_a == 1 && left_b == 1))
		return true;
	return left_a == 2 && left_b == 2 && a->text[i] == b->text[i + 1] &&
	       a->text[i + 1] == b->text[i];
}

/* Given names that are written in several ways; each row is one name. */
static const char *const same_given[][4] = {
	{ "mohammed", "muhammad", "mohamed", "mohammad" },
	{ "yousef", "youssef", "yusuf", "yusef" },
	{ "ahmed", "ahmad", "", "" },
	{ "alexey", "alexei", "aleksei", "aleksey" },
	{ "sergey", "sergei", "serhiy", "" },
	{ "yuri", "yury", "yuriy", "" },
	{ "hussein", "hussain", "husain", "hossein" },
	{ "abdullah", "abdallah", "abdulla", "" },
};

static int given_row(const word *w) {
	for (size_t i = 0; i < sizeof same_given / sizeof *same_given; i++)
		for (size_t k = 0; k < 4; k++)
			if (strlen(same_given[i][k]) == w->len &&
			    memcmp(same_given[i][k], w->text, w->len) == 0)
				return (int)i;
	return -1;
}

static bool is_given_name(const word *w) {
	return (ww_gazetteer_find(ww_gazetteer_hash(w->text, w->len)) & WW_GAZ_FIRST) != 0;
}

/* Whether two full names look like one person's: all words equal but one, which
 * is one edit away.  "Anna" and "Anne" are two names, not two spellings. */
static bool same_person(const name *a, const name *b) {
	size_t differ = MOST_WORDS;
	if (a->n != b->n || a->n < 2)
		return false;
	for (size_t i = 0; i < a->n; i++) {
		if (same_word(&a->at[i], &b->at[i]))
			continue;
		if (differ < MOST_WORDS)
			return false;
		differ = i;
	}
	if (differ == MOST_WORDS)
		return false;
	const word *x = &a->at[differ], *y = &b->at[differ];
	if (differ == 0 && given_row(x) >= 0 && given_row(x) == given_row(y))
		return true;
	return one_edit(x, y) && !(is_given_name(x) && is_given_name(y));
}

static ww_range where_is(const ww_document *doc, uint32_t mention) {
	return doc->cast.where[mention];
}

/* Whether a sentence ends between two places that lie near each other. */
static bool in_one_sentence(const ww_document *doc, ww_range a, ww_range b) {
	char text[300];
	if (a.start > b.start) {
		ww_range swap = a;
		a = b;
		b = swap;
	}
	if (b.start < a.end || b.start - a.end > sizeof text)
		return b.start < a.end;
	uint32_t len = b.start - a.end;
	ww_text_copy(&doc->text, a.end, b.start, text);
	for (uint32_t i = 0; i + 1 < len; i++)
		if (((text[i] == '.' || text[i] == '!' || text[i] == '?') &&
		     (text[i + 1] == ' ' || text[i + 1] == '\n' || text[i + 1] == '"')) ||
		    (text[i] == '\n' && text[i + 1] == '\n'))
			return false;
	return true;
}

/* Whether a sentence names both: then they are two.  If it does, it names them one
 * right after the other somewhere. */
static bool present_together(const ww_document *doc, const ww_entity *a, const ww_entity *b) {
	const ww_entities *e = &doc->cast.entities;
	uint32_t i = a->first, k = b->first;
	while (i != WW_NO_ENTITY && k != WW_NO_ENTITY) {
		if (in_one_sentence(doc, where_is(doc, i), where_is(doc, k)))
			return true;
		if (i < k)
			i = e->mention[i].next;
		else
			k = e->mention[k].next;
	}
	return false;
}

/* Persons are few in an article, and every pair is compared; past this many only
 * neighbours in the order of first mentions are. */
enum { MOST_COMPARED = 300 };

/* Looks for mentions of a person that spell the name otherwise. */
static int check_own_spellings(ww_document *doc, const ww_entity *person) {
	const ww_entities *e = &doc->cast.entities;
	name known = read_name(doc, where_is(doc, person->name));
	for (uint32_t i = person->first; i != WW_NO_ENTITY; i = e->mention[i].next) {
		if (e->mention[i].spelling == e->mention[person->name].spelling)
			continue;
		name n = read_name(doc, where_is(doc, i));
		if (!same_person(&known, &n))
			continue;
		int err = add(doc, (ww_finding){ .id = WW_NAME_SPELLING,
		                                 .where = where_is(doc, i),
		                                 .other = where_is(doc, person->name) });
		if (err)
			return err;
	}
	return WW_OK;
}

static int check_spelling(ww_document *doc) {
	const ww_entities *e = &doc->cast.entities;
	for (uint32_t i = 0; i < e->n_entities; i++) {
		int err = e->entity[i].kind == WW_PERSON ? check_own_spellings(doc, &e->entity[i]) : WW_OK;
		if (err)
			return err;
	}
	for (uint32_t b = 1; b < e->n_entities; b++) {
		if (e->entity[b].kind != WW_PERSON)
			continue;
		name later = read_name(doc, where_is(doc, e->entity[b].name));
		if (later.n < 2)
			continue;
		for (uint32_t a = b > MOST_COMPARED ? b - MOST_COMPARED : 0; a < b; a++) {
			if (e->entity[a].kind != WW_PERSON)
				continue;
			name earlier = read_name(doc, where_is(doc, e->entity[a].name));
			if (!same_person(&earlier, &later) ||
			    present_together(doc, &e->entity[a], &e->entity[b]))
				continue;
			/* The rarer spelling is the doubtful one. */
			bool swap = e->entity[a].mentions < e->entity[b].mentions;
			ww_range odd = where_is(doc, e->entity[swap ? a : b].name);
			ww_range known = where_is(doc, e->entity[swap ? b : a].name);
			int err = add(doc,
			              (ww_finding){ .id = WW_NAME_SPELLING, .where = odd, .other = known });
			if (err)
				return err;
		}
	}
	return WW_OK;
}

static uint32_t surname_of(const ww_entities *e, const ww_entity_mention *m) {
	return e->word[m->word + m->n_words - 1].hash;
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
		if (e->entity[i].kind == WW_PERSON && full->n_words > 1)
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

/* Whether two names of one surname may be one person's: Martin and Marty, Rob and
 * Robert begin alike. */
static bool is_short_form(const ww_document *doc, ww_range a, ww_range b) {
	enum { ALIKE = 3 };
	name x = read_name(doc, a), y = read_name(doc, b);
	return x.n > 1 && y.n > 1 && x.at[0].len >= ALIKE && y.at[0].len >= ALIKE &&
	       memcmp(x.at[0].text, y.at[0].text, ALIKE) == 0;
}

static int check_surnames(ww_document *doc) {
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
		if (is_short_form(doc, where_is(doc, e->entity[m->entity].name),
		                  where_is(doc, e->entity[other->entity].name)))
			continue;
		err = add(doc, (ww_finding){ .id = WW_AMBIGUOUS_SURNAME,
		                             .where = where_is(doc, i),
		                             .other = where_is(doc, e->entity[other->entity].name) });
	}
	return err;
}

static bool has_lower(const char *text, uint32_t len) {
	for (uint32_t i = 0; i < len; i++)
		if (text[i] >= 'a' && text[i] <= 'z')
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
	while (end > s->end && (s->at[end - 1] == ' ' || s->at[end - 1] == '\r'))
		end--;
	return alone && !strchr(".!?\":;,", s->at[end - 1]) && (uint8_t)s->at[end - 1] < 0x80;
}

/* Whether a quotation has begun in the name's paragraph, and not ended before it. */
static bool in_quotation(const surroundings *s) {
	bool open = false;
	for (uint32_t i = 0; i < s->start; i++) {
		if (s->at[i] == '"')
			open = !open;
		else if (s->at[i] == '\n' && i > 0 && s->at[i - 1] == '\n')
			open = false;
		else if (i + 3 <= s->start && memcmp(s->at + i, "\xE2\x80\x9C", 3) == 0)
			open = true;
		else if (i + 3 <= s->start && memcmp(s->at + i, "\xE2\x80\x9D", 3) == 0)
			open = false;
	}
	return open;
}

/* Whether a mention introduces nobody where it stands: in what somebody else says,
 * in a heading, or as in "the Amsel family" and "anti-Amsel". */
static bool introduces_nobody(const ww_document *doc, uint32_t mention) {
	surroundings s;
	look_around(doc, where_is(doc, mention), &s);
	return doc->cast.entities.mention[mention].after_the || in_heading(&s) || in_quotation(&s) ||
	       (s.start > 0 && s.at[s.start - 1] == '-');
}

/* Whether a mention is the surname alone of the full name that another one is. */
static bool is_surname_of(const ww_entities *e, const ww_entity_mention *m,
                          const ww_entity_mention *full) {
	return m->n_words == 1 && surname_of(e, m) == surname_of(e, full);
}

static int check_first_references(ww_document *doc) {
	const ww_entities *e = &doc->cast.entities;
	for (uint32_t i = 0; i < e->n_entities; i++) {
		const ww_entity *it = &e->entity[i];
		const ww_entity_mention *known = &e->mention[it->name];
		if (it->kind != WW_PERSON || known->n_words < 2)
			continue;
		uint32_t m = it->first;
		while (m != WW_NO_ENTITY && introduces_nobody(doc, m))
			m = e->mention[m].next;
		if (m == WW_NO_ENTITY || !(e->mention[m].flags & WW_PARTIAL) || e->mention[m].title_back ||
		    e->mention[m].flags & WW_AMBIGUOUS || !is_surname_of(e, &e->mention[m], known))
			continue;
		uint32_t full = e->mention[m].next;
		while (full != WW_NO_ENTITY && e->mention[full].n_words < 2)
			full = e->mention[full].next;
		if (full == WW_NO_ENTITY)
			continue;
		int err = add(doc, (ww_finding){ .id = WW_FIRST_REFERENCE,
		                                 .where = where_is(doc, m),
		                                 .other = where_is(doc, full) });
		if (err)
			return err;
	}
	return WW_OK;
}

static int by_place(const void *a, const void *b) {
	const ww_finding *x = a, *y = b;
	if (x->where.start != y->where.start)
		return x->where.start < y->where.start ? -1 : 1;
	return (int)x->id - (int)y->id;
}

static int find_all(ww_document *doc, size_t article) {
	ww_findings *f = &doc->findings;
	if (f->valid && f->article == article)
		return WW_OK;
	int err = ww_doc_link(doc, article);
	if (err)
		return err;
	f->valid = false;
	f->n = 0;
	uint32_t i = (uint32_t)article;
	err = check_dates(doc, ww_doc_article_start(doc, i), ww_doc_article_start(doc, i + 1));
	if (!err)
		err = check_surnames(doc);
	if (!err)
		err = check_spelling(doc);
	if (!err)
		err = check_first_references(doc);
	if (err)
		return err;
	if (f->n)
		qsort(f->at, f->n, sizeof *f->at, by_place);
	f->article = i;
	f->valid = true;
	return WW_OK;
}

int ww_document_findings(ww_document *doc, size_t article, size_t *n) {
	int err = find_all(doc, article);
	if (!err)
		*n = doc->findings.n;
	return err;
}

int ww_document_finding(ww_document *doc, size_t article, size_t finding, ww_finding *out) {
	int err = find_all(doc, article);
	if (err || finding >= doc->findings.n)
		return err ? err : WW_E_RANGE;
	*out = doc->findings.at[finding];
	return WW_OK;
}
