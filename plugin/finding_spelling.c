/* Names as they are written: one person's that is spelt in two ways. */
#include "finding.h"

#include "utf8.h"

#include <string.h>

/* A word of a name: its characters in lower case, cut short when it is long. */
typedef struct {
	uint32_t text[32];
	size_t len;
	uint32_t hash; /* as the gazetteer knows it */
} word;

enum { MOST_WORDS = 6 };

typedef struct {
	word at[MOST_WORDS];
	size_t n; /* 0: too long to be compared */
} name;

/* Reads the word [p, end). */
static word read_word(const char *p, const char *end) {
	word w = { .hash = ww_gazetteer_hash(p, (size_t)(end - p)) };
	for (size_t len; p < end && w.len < sizeof w.text / sizeof *w.text; p += len)
		w.text[w.len++] = ww_char_lower(ww_utf8_decode(p, end, &len));
	return w;
}

/* Reads the name's words, which are parted by blanks alone. */
static name read_name(const ww_document *doc, ww_range where) {
	char text[128];
	name n = { .n = 0 };
	uint32_t len = where.end - where.start, from = 0;
	if (len > sizeof text)
		return n;
	ww_text_copy(&doc->text, where.start, where.end, text);
	ww_token t = { .end = 0 }, next;
	for (bool more = true; more; t = next) {
		more = ww_token_next(&next, text, t.end, len);
		if (more && (next.gap == WW_GAP_NONE || t.end == 0))
			continue;
		if (n.n == MOST_WORDS)
			return (name){ .n = 0 };
		n.at[n.n++] = read_word(text + from, text + t.end);
		from = more ? next.start : len;
	}
	return n;
}

static bool same_word(const word *a, const word *b) {
	return a->len == b->len && memcmp(a->text, b->text, a->len * sizeof *a->text) == 0;
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
			if (ww_hash_bytes(WW_HASH_START, same_given[i][k], strlen(same_given[i][k])) == w->hash)
				return (int)i;
	return -1;
}

static bool is_given_name(const word *w) {
	return (ww_gazetteer_find(w->hash) & WW_GAZ_FIRST) != 0;
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

static ww_char_class class_at(const char *p, const char *end) {
	size_t len;
	return ww_char_classify(ww_utf8_decode(p, end, &len));
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
	for (uint32_t i = 0; i + 1 < len; i++) {
		ww_char_class next = class_at(text + i + 1, text + len);
		bool stop = text[i] == '.' || text[i] == '!' || text[i] == '?';
		if ((stop && (next == WW_CH_BLANK || next == WW_CH_LINE || next == WW_CH_QUOTE)) ||
		    (text[i] == '\n' && text[i + 1] == '\n'))
			return false;
	}
	return true;
}

/* Whether a sentence names both: then they are two.  If it does, it names them one
 * right after the other somewhere. */
static bool present_together(const ww_document *doc, const ww_entity *a, const ww_entity *b) {
	const ww_entities *e = &doc->cast.entities;
	uint32_t i = a->first, k = b->first;
	while (i != WW_NO_ENTITY && k != WW_NO_ENTITY) {
		if (in_one_sentence(doc, ww_finding_where(doc, i), ww_finding_where(doc, k)))
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
	name known = read_name(doc, ww_finding_where(doc, person->name));
	for (uint32_t i = person->first; i != WW_NO_ENTITY; i = e->mention[i].next) {
		if (e->mention[i].name.spelling == e->mention[person->name].name.spelling)
			continue;
		name n = read_name(doc, ww_finding_where(doc, i));
		if (!same_person(&known, &n))
			continue;
		int err = ww_finding_add(doc, (ww_finding){ .id = WW_NAME_SPELLING,
		                                 .where = ww_finding_where(doc, i),
		                                 .other = ww_finding_where(doc, person->name) });
		if (err)
			return err;
	}
	return WW_OK;
}

int ww_find_in_spellings(ww_document *doc, uint32_t article) {
	(void)article;
	const ww_entities *e = &doc->cast.entities;
	for (uint32_t i = 0; i < e->n_entities; i++) {
		int err = e->entity[i].kind == WW_PERSON ? check_own_spellings(doc, &e->entity[i]) : WW_OK;
		if (err)
			return err;
	}
	for (uint32_t b = 1; b < e->n_entities; b++) {
		if (e->entity[b].kind != WW_PERSON)
			continue;
		name later = read_name(doc, ww_finding_where(doc, e->entity[b].name));
		if (later.n < 2)
			continue;
		for (uint32_t a = b > MOST_COMPARED ? b - MOST_COMPARED : 0; a < b; a++) {
			if (e->entity[a].kind != WW_PERSON)
				continue;
			name earlier = read_name(doc, ww_finding_where(doc, e->entity[a].name));
			if (!same_person(&earlier, &later) ||
			    present_together(doc, &e->entity[a], &e->entity[b]))
				continue;
			/* The rarer spelling is the doubtful one. */
			bool swap = e->entity[a].mentions < e->entity[b].mentions;
			ww_range odd = ww_finding_where(doc, e->entity[swap ? a : b].name);
			ww_range known = ww_finding_where(doc, e->entity[swap ? b : a].name);
			int err = ww_finding_add(doc,
			              (ww_finding){ .id = WW_NAME_SPELLING, .where = odd, .other = known });
			if (err)
				return err;
		}
	}
	return WW_OK;
}

bool ww_finding_short_form(const ww_document *doc, ww_range a, ww_range b) {
	enum { ALIKE = 3 };
	name x = read_name(doc, a), y = read_name(doc, b);
	return x.n > 1 && y.n > 1 && x.at[0].len >= ALIKE && y.at[0].len >= ALIKE &&
	       memcmp(x.at[0].text, y.at[0].text, ALIKE * sizeof *x.at[0].text) == 0;
}
