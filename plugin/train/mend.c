/* Mends the marks of a corpus that machines made: GMB's, in which the same name is often marked
 * in several ways.
 *
 * It is a vote.  How a name is marked in most places of the corpus decides how it is marked
 * everywhere; where marks are too long or cut in two, names that are frequent by themselves
 * tell.  What the gazetteer knows for certain overrules the vote. */
#include "mend.h"

#include <stdlib.h>
#include <string.h>

#include "ascii.h"
#include "gazetteer.h"

/* How often a name is marked, as each kind. */
typedef struct {
	uint32_t hash, count[4];
} form;

typedef struct {
	form *at;
	size_t n;
} forms;

static bool is_blank(char c) {
	return c == ' ' || c == '\n';
}

/* Forms. */

/* A line end in a name counts as a blank. */
static uint32_t hash_of(const char *text, uint32_t start, uint32_t end) {
	uint32_t h = WW_HASH_START;
	for (uint32_t i = start; i < end; i++)
		h = WW_HASH_ADD(h, text[i] == '\n' ? ' ' : text[i]);
	return h;
}

static int by_hash(const void *a, const void *b) {
	const form *x = a, *y = b;
	return (x->hash > y->hash) - (x->hash < y->hash);
}

/* Sorted by hash, and equal ones joined: then each name is found by halving. */
static forms count_forms(const corpus *c) {
	forms f = { NULL, 0 };
	size_t n = 0, marks = 0;
	for (size_t i = 0; i < c->n; i++)
		marks += c->at[i].n_spans;
	f.at = corpus_alloc(NULL, marks * sizeof *f.at);
	for (size_t i = 0; i < c->n; i++)
		for (size_t k = 0; k < c->at[i].n_spans; k++) {
			const corpus_span *s = &c->at[i].spans[k];
			f.at[n] = (form){ .hash = hash_of(c->at[i].text, s->start, s->end) };
			f.at[n++].count[s->kind - WW_PERSON] = 1;
		}
	qsort(f.at, n, sizeof *f.at, by_hash);
	for (size_t i = 0; i < n; i++)
		if (f.n && f.at[f.n - 1].hash == f.at[i].hash)
			for (int k = 0; k < 4; k++)
				f.at[f.n - 1].count[k] += f.at[i].count[k];
		else
			f.at[f.n++] = f.at[i];
	return f;
}

/* A name that is marked nowhere has all counts zero. */
static form find_form(const forms *f, const char *text, uint32_t start, uint32_t end) {
	form key = { .hash = hash_of(text, start, end) };
	const form *hit = bsearch(&key, f->at, f->n, sizeof *f->at, by_hash);
	return hit ? *hit : key;
}

/* How often a name is marked at all. */
static uint32_t total(const form *f) {
	return f->count[0] + f->count[1] + f->count[2] + f->count[3];
}

/* The kind most often given; of equals the first, person before org. */
static uint8_t top(const form *f) {
	int best = 0;
	for (int k = 1; k < 4; k++)
		best = f->count[k] > f->count[best] ? k : best;
	return (uint8_t)(WW_PERSON + best);
}

/* The ends of marks. */

static uint32_t word_end(const char *text, uint32_t p, uint32_t end) {
	while (p < end && !is_blank(text[p]))
		p++;
	return p;
}

static uint32_t next_word(const char *text, uint32_t p, uint32_t end) {
	p = word_end(text, p, end);
	while (p < end && is_blank(text[p]))
		p++;
	return p;
}

/* What is asked for here lies in the lower half of the classes. */
static uint32_t classes(const char *text, uint32_t start, uint32_t end) {
	return (uint32_t)ww_gazetteer_find(ww_gazetteer_hash(text + start, end - start));
}

/* Whether a word at a name's end is none of its own: "southern", "'s", "and". */
static bool is_loose(const char *text, uint32_t start, uint32_t end) {
	if (end - start == 1 && strchr("-\",", text[start]))
		return true;
	if (end - start == 2 && memcmp(text + start, "'s", 2) == 0)
		return true;
	if (!ww_ascii_is_lower(text[start]))
		return false;
	for (uint32_t i = start; i < end; i++)
		if (ww_ascii_is_upper(text[i]))
			return false;
	return true;
}

/* From both ends, until a word stands that a name may begin or end with.  A person's particle
 * may begin it: "von Trapp". */
static void trim(const char *text, corpus_span *s) {
	while (s->start < s->end) {
		uint32_t end = word_end(text, s->start, s->end);
		bool particle = s->kind == WW_PERSON && classes(text, s->start, end) & WW_GAZ_PARTICLE;
		if (!is_loose(text, s->start, end) || particle)
			break;
		s->start = next_word(text, s->start, s->end);
	}
	while (s->start < s->end) {
		uint32_t start = s->end;
		while (start > s->start && !is_blank(text[start - 1]))
			start--;
		if (!is_loose(text, start, s->end))
			break;
		s->end = start;
		while (s->end > s->start && is_blank(text[s->end - 1]))
			s->end--;
	}
}

/* "National Security Advisor Ada Obi", "[Secretary of] State Ada Obi". */
static void drop_titles(const char *text, corpus_span *s) {
	uint32_t first = s->start;
	for (uint32_t p = s->start; p < s->end;) {
		uint32_t end = word_end(text, p, s->end), next = next_word(text, p, s->end);
		bool state = p == s->start && end - p == 5 && memcmp(text + p, "State", 5) == 0;
		if (next < s->end && (state || classes(text, p, end) & (WW_GAZ_TITLE | WW_GAZ_HONORIFIC)))
			first = next;
		p = next;
	}
	s->start = first;
}

/* A mark of which nothing is left goes. */
static void mend_ends(corpus_document *d) {
	size_t n = 0;
	for (size_t i = 0; i < d->n_spans; i++) {
		corpus_span s = d->spans[i];
		trim(d->text, &s);
		if (s.kind == WW_PERSON)
			drop_titles(d->text, &s);
		if (s.start < s.end)
			d->spans[n++] = s;
	}
	d->n_spans = n;
}

/* Marks joined and cut. */

/* A name marked five times is one; a whole that is marked twenty times is no list of two,
 * whatever its parts are ("Trinidad and Tobago"). */
enum { OFTEN = 5, MANY = 20 };

/* "Sri", "Lanka": two marks of what is one name elsewhere. */
static void join_marks(corpus_document *d, const forms *f) {
	size_t n = 0;
	for (size_t i = 0; i < d->n_spans; i++) {
		corpus_span s = d->spans[i], *before = n ? &d->spans[n - 1] : NULL;
		if (before && s.start - before->end <= 1) {
			form both = find_form(f, d->text, before->start, s.end);
			if (total(&both) >= OFTEN) {
				before->end = s.end;
				before->kind = top(&both);
				continue;
			}
		}
		d->spans[n++] = s;
	}
	d->n_spans = n;
}

/* Cuts "India and Pakistan" at its "and"; false when that is one name. */
static bool cut_mark(const char *text, const forms *f, const corpus_span *s, corpus_span part[2]) {
	form whole = find_form(f, text, s->start, s->end);
	for (uint32_t i = s->start + 1; i + 5 < s->end; i++) {
		if (memcmp(text + i, " and ", 5) != 0)
			continue;
		form left = find_form(f, text, s->start, i), right = find_form(f, text, i + 5, s->end);
		part[0] = part[1] = *s;
		part[0].end = i;
		part[0].kind = top(&left);
		part[1].start = i + 5;
		part[1].kind = top(&right);
		return total(&left) >= OFTEN && total(&right) >= OFTEN && total(&whole) < MANY;
	}
	return false;
}

/* Room for twice as many, since each may become two. */
static void cut_marks(corpus_document *d, const forms *f) {
	corpus_span *cut = corpus_alloc(NULL, 2 * d->n_spans * sizeof *cut), part[2];
	size_t n = 0;
	for (size_t i = 0; i < d->n_spans; i++)
		if (cut_mark(d->text, f, &d->spans[i], part)) {
			cut[n++] = part[0];
			cut[n++] = part[1];
		} else {
			cut[n++] = d->spans[i];
		}
	free(d->spans);
	d->spans = cut;
	d->n_spans = n;
}

/* Kinds. */

static bool is_one_of(const char *const *names, size_t n, const char *text, const corpus_span *s) {
	for (size_t i = 0; i < n; i++)
		if (strlen(names[i]) == s->end - s->start &&
		    memcmp(names[i], text + s->start, s->end - s->start) == 0)
			return true;
	return false;
}

/* Institutions that are marked as places, or either way. */
static const char *const institutions[] = {
	"U.N.", "United Nations", "UN", "EU", "E.U.", "European Union", "NATO", "OPEC", "IMF",
	"World Bank", "White House", "Pentagon", "Kremlin", "Congress", "Senate", "Parliament",
	"Interpol", "UNICEF", "ASEAN", "WTO", "Taleban", "Taliban", "Hamas", "Hezbollah",
	"Fatah", "al-Qaida", "al-Qaeda", "African Union"
};

/* The classes of a name of any number of words. */
static uint32_t name_classes(const char *text, const corpus_span *s) {
	uint32_t hash = WW_GAZETTEER_PHRASE;
	if (word_end(text, s->start, s->end) == s->end)
		return classes(text, s->start, s->end);
	for (uint32_t p = s->start; p < s->end; p = next_word(text, p, s->end))
		hash = ww_gazetteer_join(hash, ww_gazetteer_hash(text + p, word_end(text, p, s->end) - p));
	return (uint32_t)ww_gazetteer_find(hash);
}

/* Whether a person's name of several words in the document ends with that of `s`. */
static bool is_surname(const corpus_document *d, const corpus_span *s) {
	uint32_t len = s->end - s->start;
	for (size_t i = 0; i < d->n_spans; i++) {
		const corpus_span *p = &d->spans[i];
		if (p->kind == WW_PERSON && p->end - p->start > len + 1 &&
		    is_blank(d->text[p->end - len - 1]) &&
		    memcmp(d->text + p->end - len, d->text + s->start, len) == 0)
			return true;
	}
	return false;
}

/* What is settled from outside comes first, then the text itself, in which somebody has the
 * surname; the vote decides only where it is clear.  A person's name needs a smaller share. */
static uint8_t kind_of(const corpus_document *d, const forms *f, const corpus_span *s) {
	form m = find_form(f, d->text, s->start, s->end);
	uint32_t gaz = name_classes(d->text, s), all = total(&m);
	uint8_t most = top(&m);
	uint32_t share = m.count[most - WW_PERSON] * 100 / all;
	const char *const us = "US";
	if (is_one_of(institutions, sizeof institutions / sizeof *institutions, d->text, s))
		return WW_ORG;
	if (is_one_of(&us, 1, d->text, s))
		return WW_PLACE;
	if (gaz & WW_GAZ_DEMONYM && !(gaz & WW_GAZ_REGION))
		return WW_MISC;
	if (gaz & WW_GAZ_REGION &&
	    (most != WW_PERSON || !(gaz & (WW_GAZ_FIRST | WW_GAZ_COMMON_SURNAME))))
		return WW_PLACE;
	if (m.count[0] && is_surname(d, s))
		return WW_PERSON;
	if (all >= OFTEN && share >= (most == WW_PERSON ? 70 : 80))
		return most;
	return s->kind;
}

/* Ends first, since they decide what is the same name; counted again after joining and cutting. */
void mend(corpus *c) {
	for (size_t i = 0; i < c->n; i++)
		mend_ends(&c->at[i]);
	forms f = count_forms(c);
	for (size_t i = 0; i < c->n; i++) {
		join_marks(&c->at[i], &f);
		cut_marks(&c->at[i], &f);
	}
	free(f.at);
	f = count_forms(c);
	for (size_t i = 0; i < c->n; i++)
		for (size_t k = 0; k < c->at[i].n_spans; k++)
			c->at[i].spans[k].kind = kind_of(&c->at[i], &f, &c->at[i].spans[k]);
	free(f.at);
}
