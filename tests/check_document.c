#include "document.h"
#include "runner.h"
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

static void must(int err, const char *what) {
	if (err)
		die("%s: %s", what, ww_strerror(err));
}

static void edit(ww_document *doc, size_t start, size_t removed, const char *text) {
	must(ww_document_edit(doc, start, removed, text, strlen(text), NULL), "edit");
}

/* Fails unless the document equals a new one of the same text, scanned at once. */
static void check_as_new(ww_document *doc, const ww_options *options) {
	size_t len;
	char *text = test_text(doc, &len);
	ww_options eager = options ? *options : (ww_options){ 0 };
	eager.lazy = false;
	ww_document *fresh = test_document(test_engine(), &eager, text, len);
	must(ww_document_read(doc, 0, len), "read");
	check_same(doc, fresh);
	ww_document_free(fresh);
	free(text);
}

/* Random edits. */

static const char *const snippets[] = {
	" ",
	"\n",
	"\n\n",
	"\f",
	"\r\n",
	".",
	", ",
	"-",
	"a",
	"T",
	"1",
	"2024",
	"July",
	" 13",
	"Friday",
	"last",
	" week",
	"today ",
	" May ",
	"the following day",
	"Friday, July 13, 2024",
	" from 3 to 5 p.m. on Monday",
	"two days ",
	"earlier",
	"in the third quarter of 2023",
	"every Tuesday",
	"3/4/2024",
	"2024-07-1",
	"No. 24-105, 3.5 percent",
	"\ndate 2024-07-14 WIRE - ",
	"date 2024-02-29 WIRE - The court said Thursday",
	"\n\ndate 2023-01-01 X - ",
	"date 2024-13-41 WIRE - ",
	"\nDate: Sun, 14 Jul 2024 08:00:00 +0000\n",
	"---\ntitle: x\ndate: 2024-07-14\n---\n",
	"\nPublished July 14, 2024\n",
	"LAGOS, Nigeria, July 3, 2024 (WIRE) -- ",
	"\xC3\xA9t\xC3\xA9",
	"Ja\xCC\x81nos",
	"\xE2\x80\x94",
	"\xE2\x80\x99s",
	"\xF0\x9F\x98\x80",
	"\xC2\xA0",
	"\xFF",
	"\xC3",
	"\x80",
	"\xED\xA0\x80",
	"\xE2\x80",
	"(now) recently",
};

typedef struct {
	char *text;
	size_t len;
} corpus;

/* One edit: what is put in is borrowed from a snippet or the corpus. */
typedef struct {
	size_t start, removed, len;
	const char *text;
} random_edit;

static random_edit draw(test_random *r, const corpus *c, size_t len) {
	random_edit e = { .start = test_below(r, len + 1), .text = "" };
	size_t rest = len - e.start;
	switch (test_below(r, 10)) {
	case 0: /* a key is pressed */
		e.text = &" etaoinshrdlu.,-0123456789JMST\n"[test_below(r, 31)];
		e.len = 1;
		break;
	case 1: /* a key is taken back */
		e.removed = rest > 0;
		break;
	case 2: /* a word or a line goes */
		e.removed = test_below(r, rest < 80 ? rest + 1 : 80);
		break;
	case 3: /* the corpus is pasted in */
		e.len = test_below(r, 600);
		if (e.len > c->len)
			e.len = c->len;
		e.text = c->text + test_below(r, c->len - e.len + 1);
		break;
	case 4: /* much goes, so that the text does not grow for ever */
		e.removed = test_below(r, len > 4000 ? rest + 1 : rest / 4 + 1);
		break;
	case 5: /* nothing changes */
		break;
	default:
		e.text = snippets[test_below(r, COUNT(snippets))];
		e.len = strlen(e.text);
		e.removed = test_below(r, 3) ? 0 : test_below(r, rest < 12 ? rest + 1 : 12);
	}
	return e;
}

typedef struct {
	ww_mention *at;
	size_t n;
} mentions;

static mentions all_mentions(const ww_document *doc) {
	mentions all = { 0 };
	ww_mention m;
	for (size_t pos = 0; ww_document_next(doc, pos, WW_WHEN | WW_WHO, &m); pos = m.end) {
		all.at = test_resize(all.at, (all.n + 1) * sizeof *all.at);
		all.at[all.n++] = m;
	}
	return all;
}

static bool holds(const mentions *all, ww_mention m) {
	for (size_t i = 0; i < all->n; i++)
		if (all->at[i].start == m.start && all->at[i].end == m.end && all->at[i].kind == m.kind)
			return true;
	return false;
}

/* Moves a mention as a host moves its marks with the text: true unless the edit
 * took all of it. */
static bool shift(ww_mention *m, const random_edit *e) {
	size_t old_end = e->start + e->removed, new_end = e->start + e->len;
	size_t start = m->start < e->start ? m->start
	               : m->start < old_end ? new_end
	                                    : m->start - old_end + new_end;
	size_t end = m->end <= e->start ? m->end
	             : m->end < old_end ? e->start
	                                : m->end - old_end + new_end;
	m->start = (uint32_t)start;
	m->end = (uint32_t)end;
	return start < end;
}

/* A host paints the changed range anew and leaves the rest: so what came and
 * what went must lie in it. */
static void check_changed(const mentions *before, const mentions *after, const random_edit *e,
                          ww_range changed) {
	mentions kept = { .at = test_resize(NULL, (before->n + 1) * sizeof *kept.at) };
	for (size_t i = 0; i < before->n; i++) {
		ww_mention m = before->at[i];
		if (!shift(&m, e))
			continue;
		kept.at[kept.n++] = m;
		if (!holds(after, m) && (m.start < changed.start || m.end > changed.end))
			die("%u..%u went outside of %u..%u", m.start, m.end, changed.start, changed.end);
	}
	for (size_t i = 0; i < after->n; i++) {
		ww_mention m = after->at[i];
		if (!holds(&kept, m) && (m.start < changed.start || m.end > changed.end))
			die("%u..%u came outside of %u..%u", m.start, m.end, changed.start, changed.end);
	}
	free(kept.at);
}

/* By edit(), or by sync() of the text as it is to become. */
static ww_range apply(ww_document *doc, const random_edit *e, bool by_sync) {
	ww_range changed = { 1, 0 };
	if (!by_sync) {
		must(ww_document_edit(doc, e->start, e->removed, e->text, e->len, &changed), "edit");
		return changed;
	}
	size_t len;
	char *old = test_text(doc, &len);
	size_t rest = len - e->start - e->removed;
	char *text = test_resize(NULL, len + e->len);
	memcpy(text, old, e->start);
	memcpy(text + e->start, e->text, e->len);
	memcpy(text + e->start + e->len, old + e->start + e->removed, rest);
	must(ww_document_sync(doc, text, e->start + e->len + rest, &changed), "sync");
	free(text);
	free(old);
	return changed;
}

/* Lets a lazy document be divided in steps, and widens what an edit has changed. */
static void idle(ww_document *doc, test_random *r, ww_range *changed) {
	ww_range more_changed;
	for (bool more = true; more;) {
		must(ww_document_idle(doc, test_below(r, 2000), &more_changed, &more), "idle");
		if (more_changed.start == more_changed.end)
			continue;
		bool none = changed->start == changed->end;
		if (none || more_changed.start < changed->start)
			changed->start = more_changed.start;
		if (none || more_changed.end > changed->end)
			changed->end = more_changed.end;
	}
}

/* Reads all of a lazy document, or a stretch, perhaps after some steps; returns whether all is
 * read now. */
static bool read_some(ww_document *doc, test_random *r) {
	size_t len = ww_document_len(doc), start = test_below(r, len + 1);
	size_t end = start + test_below(r, len - start + 1);
	ww_range changed;
	bool more;
	for (size_t steps = test_below(r, 4); steps > 0; steps--)
		must(ww_document_idle(doc, test_below(r, 500), &changed, &more), "idle");
	if (test_below(r, 4) == 0)
		return false;
	if (test_below(r, 2)) {
		start = 0;
		end = len;
	}
	must(ww_document_read(doc, start, end), "read");
	ww_range unread;
	if (ww_document_unread(doc, start, end, test_below(r, 2), &unread))
		die("%zu..%zu was read, and %u..%u is not", start, end, unread.start, unread.end);
	return !ww_document_unread(doc, 0, len, false, &unread);
}

enum { EDITS = 10000, EDITS_IN_A_TEXT = 500 };

static void edit_at_random(uint64_t seed, int n, const corpus *c) {
	test_random r = { seed };
	ww_options options = { .date = test_below(&r, 4) ? NULL : "2024-07-14",
		                   .narrative = test_below(&r, 4) == 0,
		                   .lazy = test_below(&r, 2),
		                   .rules = test_below(&r, 3) ? NULL : test_rules() };
	size_t from = test_below(&r, c->len), len = test_below(&r, c->len - from + 1);
	if (len > 4000)
		len = 4000;
	bool lent = test_below(&r, 2);
	ww_document *doc = test_document(test_engine(), &options, c->text + from, lent ? 0 : len);
	if (lent)
		must(ww_document_lend(doc, c->text + from, len), "lend");
	for (int i = 0; i < n; i++) {
		random_edit e = draw(&r, c, ww_document_len(doc));
		bool all_read = read_some(doc, &r) || !options.lazy;
		mentions before = all_mentions(doc);
		bool by_sync = test_below(&r, 8) == 0;
		ww_range changed = apply(doc, &e, by_sync);
		if (all_read) {
			idle(doc, &r, &changed);
			must(ww_document_read(doc, 0, ww_document_len(doc)), "read");
		}
		mentions after = all_mentions(doc);
		if (changed.start > changed.end || changed.end > ww_document_len(doc))
			die("changed: %u..%u", changed.start, changed.end);
		/* sync() may find an edit of its own that does the same. */
		if (all_read && !by_sync)
			check_changed(&before, &after, &e, changed);
		free(before.at);
		free(after.at);
		if (all_read)
			check_as_new(doc, &options);
		if (i % 10 == 0)
			check_invariants(doc);
	}
	ww_document_free(doc);
}

START_TEST(random_edits_equal_a_new_scan) {
	corpus c;
	c.text = test_written(&c.len);
	uint64_t seed = test_seed((uint64_t)time(NULL));
	size_t texts = test_edits(EDITS) / EDITS_IN_A_TEXT;
	for (size_t i = 0; i < texts; i++)
		edit_at_random(seed + i, EDITS_IN_A_TEXT, &c);
	free(c.text);
}
END_TEST

START_TEST(sync_equals_edit) {
	static const char *const texts[] = {
		"",
		"On Friday, July 13, it rained.",
		"On Friday, July 1, it rained.",
		"On Friday, July 13, it rained.\n\nOn Monday it did not.",
		"date 2024-07-14 WIRE - On Friday, July 13, it rained.\n\nOn Monday it did not.",
		"date 2023-07-14 WIRE - On Friday, July 13, it rained.\n\nOn Monday it did not.",
		"Monday Monday Monday",
		"Monday Monday",
		"\xC3\xA9t\xC3\xA9 2024",
		"\xC3\xA8t\xC3\xA9 2024",
	};
	ww_document *doc = test_document(test_engine(), NULL, "", 0);
	for (int i = 0; i < COUNT(texts); i++) {
		for (int k = 0; k < COUNT(texts); k++) {
			must(ww_document_sync(doc, texts[i], strlen(texts[i]), NULL), "sync");
			check_as_new(doc, NULL);
			must(ww_document_sync(doc, texts[k], strlen(texts[k]), NULL), "sync");
			check_as_new(doc, NULL);
		}
	}
	ww_range changed = { 1, 2 };
	size_t len;
	char *text = test_text(doc, &len);
	must(ww_document_sync(doc, text, len, &changed), "sync");
	ck_assert_uint_eq(changed.start, changed.end);
	free(text);
	ww_document_free(doc);
}
END_TEST

/* What follows then begins where the edit does. */
START_TEST(removed_up_to_a_border) {
	static const char text[] = "On Monday, it rained.\n\nOn Tuesday it did not.\n\n"
		                   "date 2024-07-14 WIRE - On Friday it rained.\n\nAnd on Sunday.\n\n"
		                   "date 2024-07-21 WIRE - It rained on Saturday.";
	ww_document *doc = test_document(test_engine(), NULL, text, sizeof text - 1);
	for (size_t end = 2; end < sizeof text; end++) {
		for (size_t start = 0; text[end - 1] == '\n' && start < end; start++) {
			must(ww_document_edit(doc, start, end - start, "", 0, NULL), "edit");
			check_as_new(doc, NULL);
			edit(doc, ww_document_len(doc) / 2, 0, " Mr Rain");
			check_as_new(doc, NULL);
			must(ww_document_sync(doc, text, sizeof text - 1, NULL), "sync");
		}
	}
	ww_document_free(doc);
}
END_TEST

/* Compares the mentions of `part` up to `end`, whose text begins at `from` in the
 * text of `whole`, with those there, on from *pos. */
static void check_part(const ww_document *part, size_t end, const ww_document *whole, size_t from,
                       size_t *pos) {
	const unsigned kinds = WW_WHEN | WW_WHO;
	ww_mention m, expected;
	for (size_t at = 0; ww_document_next(part, at, kinds, &m) && m.end <= end; at = m.end) {
		if (!ww_document_next(whole, *pos, kinds, &expected) || expected.start != from + m.start ||
		    expected.end != from + m.end || expected.form != m.form || expected.kind != m.kind)
			die("mention %zu..%zu is another one in the whole", from + m.start, from + m.end);
		*pos = expected.end;
	}
}

/* Of a lazy document what is settled is read then. */
START_TEST(settled_text_can_go) {
	enum { TIMES = 50 };
	ww_options options = { .lazy = _i };
	test_random r = { test_seed(3) };
	size_t len;
	char *text = test_corpus(&len);
	corpus c = { test_resize(NULL, TIMES * len), TIMES * len };
	for (size_t i = 0; i < c.len; i += len)
		memcpy(c.text + i, text, len);
	free(text);
	ww_document *whole = test_document(test_engine(), NULL, c.text, c.len);
	ww_document *part = test_document(test_engine(), &options, "", 0);
	size_t gone = 0, read = 0, pos = 0;
	bool waits = false; /* what is not settled is not read */
	while (read < c.len) {
		size_t more = test_below(&r, 3000), end = ww_document_len(part);
		more = more < c.len - read ? more : c.len - read;
		must(ww_document_edit(part, end, 0, c.text + read, more, NULL), "edit");
		read += more;
		size_t settled = ww_document_settled(part);
		must(ww_document_read(part, 0, settled), "read");
		ww_range unread;
		waits |= ww_document_unread(part, settled, end + more, false, &unread);
		check_part(part, settled, whole, gone, &pos);
		must(ww_document_edit(part, 0, settled, "", 0, NULL), "edit");
		gone += settled;
	}
	must(ww_document_read(part, 0, ww_document_len(part)), "read");
	check_part(part, ww_document_len(part), whole, gone, &pos);
	ww_mention m;
	if (ww_document_next(whole, pos, WW_WHEN | WW_WHO, &m))
		die("mention %u..%u is in the whole alone", m.start, m.end);
	ck_assert(waits == options.lazy);
	if (gone + 8192 < c.len)
		die("only %zu of %zu bytes settled", gone, c.len);
	ww_document_free(whole);
	ww_document_free(part);
	free(c.text);
}
END_TEST

/* Arguments. */

/* Checks which of the three articles is the first unread one of a range. */
static void check_unread(const ww_document *doc, size_t start, size_t end, bool back, int wanted) {
	ww_range unread;
	size_t each = ww_document_len(doc) / 3;
	bool found = ww_document_unread(doc, start, end, back, &unread);
	ck_assert_int_eq(found ? (int)(unread.start / each) : -1, wanted);
	ck_assert(!found || unread.end == unread.start + each);
}

/* Three articles; what is asked for is read, and no more. */
START_TEST(lazy_document) {
	static const char text[] = "date 2024-07-14 A - On Friday it rained.\n"
	                           "date 2024-07-15 B - On Monday it rained.\n"
	                           "date 2024-07-16 C - On Sunday it rained.\n";
	enum { LEN = sizeof text - 1, EACH = LEN / 3 };
	ww_options options = { .lazy = true };
	ww_document *doc = test_document(test_engine(), &options, text, LEN);
	ww_mention m;
	size_t n;
	char value[WW_VALUE_MAX];
	ck_assert_uint_eq(ww_document_articles(doc), 3);
	ck_assert(!ww_document_next(doc, 0, WW_WHEN, &m));
	check_unread(doc, 0, LEN, false, 0);
	check_unread(doc, 0, LEN, true, 2);
	check_unread(doc, EACH + 5, EACH + 9, true, 1);
	check_unread(doc, 5, 5, false, -1);
	ck_assert_int_eq(ww_document_read(doc, EACH, EACH + 1), WW_OK);
	check_unread(doc, EACH, 2 * EACH, false, -1);
	check_unread(doc, EACH, LEN, false, 2);
	ck_assert(ww_document_next(doc, 0, WW_WHEN, &m) && m.start == EACH + 5);
	ck_assert(ww_document_next(doc, m.end, WW_WHEN, &m));
	ck_assert_int_eq(ww_document_value(doc, &m, value), WW_OK);
	ck_assert_str_eq(value, "2024-07-15");
	ck_assert(!ww_document_next(doc, m.end, WW_WHEN, &m));
	/* What concerns an article reads it. */
	ck_assert_int_eq(ww_document_entities(doc, 2, &n), WW_OK);
	check_unread(doc, EACH, LEN, false, -1);
	ck_assert_int_eq(ww_document_findings(doc, 0, &n), WW_OK);
	check_unread(doc, 0, LEN, false, -1);
	/* The words of an article that was edited last are followed at once. */
	ww_range changed;
	ck_assert_int_eq(ww_document_edit(doc, 10, 0, "now on Monday ", 14, &changed), WW_OK);
	check_unread(doc, 0, LEN, false, -1);
	ck_assert_int_eq(ww_document_read(doc, LEN, LEN + 99), WW_E_RANGE);
	ww_document_free(doc);
}
END_TEST

START_TEST(common_bytes) {
	ww_document *doc = test_document(test_engine(), NULL, "It rained.", 10);
	edit(doc, 3, 0, "has "); /* the gap is in its middle */
	ck_assert_uint_eq(ww_document_common(doc, 0, false, "It has been", 11), 7);
	ck_assert_uint_eq(ww_document_common(doc, 3, false, "has rained. No", 14), 11);
	ck_assert_uint_eq(ww_document_common(doc, 14, true, "it rained.", 10), 8);
	ck_assert_uint_eq(ww_document_common(doc, 14, true, "Now It has rained.", 18), 14);
	ck_assert_uint_eq(ww_document_common(doc, 2, true, "", 0), 0);
	ck_assert_uint_eq(ww_document_common(doc, 14, false, "x", 1), 0);
	ck_assert_uint_eq(ww_document_common(doc, 15, true, "d.", 2), 0);
	ww_document_free(doc);
}
END_TEST

START_TEST(empty_text) {
	ww_document *doc;
	ww_mention m;
	ww_article a;
	ww_range changed = { 1, 2 };
	must(ww_document_new(test_engine(), NULL, &doc), "new");
	check_invariants(doc);
	ck_assert_uint_eq(ww_document_len(doc), 0);
	ck_assert_uint_eq(ww_document_articles(doc), 1);
	ck_assert_uint_eq(ww_document_article_at(doc, 0), 0);
	ck_assert(!ww_document_next(doc, 0, WW_WHEN, &m));
	ck_assert(!ww_document_previous(doc, 0, WW_WHEN, &m));
	must(ww_document_article(doc, 0, &a), "article");
	ck_assert_uint_eq(a.source, WW_FROM_NOTHING);
	ck_assert_str_eq(a.date, "");
	must(ww_document_edit(doc, 0, 0, NULL, 0, &changed), "edit of nothing");
	ck_assert_uint_eq(changed.start, changed.end);
	must(ww_document_sync(doc, NULL, 0, &changed), "sync with nothing");
	must(ww_document_copy(doc, 0, 0, NULL), "copy of nothing");
	edit(doc, 0, 0, "On July 13, 2024");
	edit(doc, 0, ww_document_len(doc), "");
	check_as_new(doc, NULL);
	ww_document_free(doc);
	ww_document_free(NULL);
	ww_engine_free(NULL);
}
END_TEST

START_TEST(ranges_outside) {
	static const char text[] = "On July 13, 2024 it rained.";
	const size_t len = sizeof text - 1;
	char copy[sizeof text];
	ww_range changed = { 7, 8 };
	ww_document *doc = test_document(test_engine(), NULL, text, len);
	ck_assert_int_eq(ww_document_edit(doc, len + 1, 0, "x", 1, &changed), WW_E_RANGE);
	ck_assert_int_eq(ww_document_edit(doc, 0, len + 1, "x", 1, &changed), WW_E_RANGE);
	ck_assert_int_eq(ww_document_edit(doc, len, 1, "x", 1, &changed), WW_E_RANGE);
	ck_assert_int_eq(ww_document_edit(doc, 1, SIZE_MAX, "x", 1, &changed), WW_E_RANGE);
	ck_assert_int_eq(ww_document_edit(doc, SIZE_MAX, 1, "x", 1, &changed), WW_E_RANGE);
	ck_assert_int_eq(ww_document_copy(doc, 0, len + 1, copy), WW_E_RANGE);
	ck_assert_int_eq(ww_document_copy(doc, 2, 1, copy), WW_E_RANGE);
	ck_assert_int_eq(ww_document_copy(doc, len + 1, len + 1, copy), WW_E_RANGE);
	ck_assert_int_eq(ww_document_copy(doc, SIZE_MAX, SIZE_MAX, copy), WW_E_RANGE);
	ck_assert(changed.start == 7 && changed.end == 8);
	ww_mention m;
	ck_assert(!ww_document_next(doc, SIZE_MAX, WW_WHEN, &m));
	ck_assert(ww_document_previous(doc, SIZE_MAX, WW_WHEN, &m));
	ck_assert(!ww_document_next(doc, 0, 0, &m));
	ck_assert_uint_eq(ww_document_article_at(doc, SIZE_MAX), 0);
	must(ww_document_copy(doc, 0, len, copy), "copy");
	ck_assert_int_eq(memcmp(copy, text, len), 0);
	check_as_new(doc, NULL);
	ww_document_free(doc);
}
END_TEST

/* Of what an engine makes ready in steps nothing is left for the next document. */
START_TEST(idle_makes_the_engine_ready) {
	ww_engine *engine;
	ww_range changed;
	bool more = true;
	int steps = 0;
	test_mem mem = { 0 };
	must(ww_engine_new(test_alloc, &mem, &engine), "engine");
	for (int i = 0; i < 2; i++, more = true) {
		ww_document *doc = test_document(engine, NULL, "On Friday it rained.", 20);
		for (steps = 0; more; steps++) {
			must(ww_document_idle(doc, 100, &changed, &more), "idle");
			ck_assert_uint_eq(changed.start, changed.end);
		}
		ck_assert_int_eq(steps > 1, i == 0);
		check_as_new(doc, NULL);
		ww_document_free(doc);
	}
	ww_engine_free(engine);
}
END_TEST

/* Where a host has idle moments a form that is tried often waits for one, and finds the same
 * before and after. */
START_TEST(idle_compiles_what_is_tried_often) {
	enum { LINES = 300 };
	static const char line[] = "On Friday it rained.\n\n";
	ww_engine *engine;
	test_mem mem = { 0 };
	must(ww_engine_new(test_alloc, &mem, &engine), "engine");
	ww_document *doc = test_document(engine, &(ww_options){ .lazy = true }, "", 0);
	for (size_t i = 0; i < LINES; i++)
		must(ww_document_edit(doc, 0, 0, line, sizeof line - 1, NULL), "edit");
	ww_range changed;
	bool more = true;
	must(ww_document_idle(doc, 1, &changed, &more), "idle");
	ck_assert(!ww_matcher_is_due(engine->matcher));
	must(ww_document_read(doc, 0, ww_document_len(doc)), "read");
	ck_assert(ww_matcher_is_due(engine->matcher));
	check_as_new(doc, &(ww_options){ .lazy = true });
	for (more = true; more;)
		must(ww_document_idle(doc, 1, &changed, &more), "idle");
	ck_assert(!ww_matcher_is_due(engine->matcher));
	check_as_new(doc, &(ww_options){ .lazy = true });
	ww_document_free(doc);
	ww_engine_free(engine);
}
END_TEST

/* Counted one by one and all at once, up to each mention's end and to the byte before it. */
START_TEST(counts_up_to_an_end) {
	size_t len, n[WW_MOST_KINDS + 1], expected[WW_MOST_KINDS + 1] = { 0 };
	char *text = test_corpus(&len);
	ww_document *doc = test_document(test_engine(), NULL, text, len);
	ww_mention m;
	for (size_t pos = 0; ww_document_next(doc, pos, UINT32_MAX, &m); pos = m.end) {
		ww_document_count(doc, m.end - 1, n);
		ck_assert_int_eq(memcmp(n, expected, sizeof n), 0);
		expected[m.flags & WW_VAGUE ? WW_N_KINDS : m.kind]++;
		ww_document_count(doc, m.end, n);
		ck_assert_int_eq(memcmp(n, expected, sizeof n), 0);
	}
	ck_assert_uint_gt(expected[WW_N_KINDS], 0);
	ck_assert_uint_gt(expected[WW_DATE], 0);
	ww_document_count(doc, SIZE_MAX, n);
	ck_assert_int_eq(memcmp(n, expected, sizeof n), 0);
	ww_document_count(doc, 0, n);
	for (int i = 0; i <= WW_MOST_KINDS; i++)
		ck_assert_uint_eq(n[i], 0);
	ww_document_free(doc);
	free(text);
}
END_TEST

/* Only an empty document takes a text without a copy. */
START_TEST(lent_text) {
	static const char text[] = "On Friday it rained.";
	ww_document *doc = test_document(test_engine(), NULL, "", 0);
	ww_mention m;
	ck_assert_int_eq(ww_document_lend(doc, text, (size_t)WW_TEXT_MAX + 1), WW_E_TOO_LONG);
	ck_assert_int_eq(ww_document_lend(doc, text, 0), WW_OK);
	ck_assert_int_eq(ww_document_lend(doc, text, sizeof text - 1), WW_OK);
	ck_assert(ww_document_next(doc, 0, WW_WHEN, &m) && m.start == 3);
	ck_assert_int_eq(ww_document_lend(doc, text, sizeof text - 1), WW_E_RANGE);
	edit(doc, 0, 0, "So ");
	ck_assert(ww_document_next(doc, 0, WW_WHEN, &m) && m.start == 6);
	ww_document_free(doc);
}
END_TEST

START_TEST(too_long_a_text) {
	/* The text is never read: its length alone is refused. */
	ww_document *doc = test_document(test_engine(), NULL, "July 2024", 9);
	ck_assert_int_eq(ww_document_sync(doc, "", (size_t)WW_TEXT_MAX + 1, NULL), WW_E_TOO_LONG);
	ck_assert_int_eq(ww_document_edit(doc, 0, 0, "", WW_TEXT_MAX, NULL), WW_E_TOO_LONG);
	ck_assert_int_eq(ww_document_edit(doc, 9, 0, "", SIZE_MAX, NULL), WW_E_TOO_LONG);
	check_as_new(doc, NULL);
	ww_document_free(doc);
}
END_TEST

static const char *const bad_dates[] = {
	"", "2024", "2024-7-14", "2024-02-30", "2024-07-14T00", "14.07.2024", "today", "0000-01-01",
};

START_TEST(bad_date) {
	ww_document *doc = NULL;
	ww_options options = { .date = bad_dates[_i] };
	ck_assert_int_eq(ww_document_new(test_engine(), &options, &doc), WW_E_DATE);
	ck_assert_ptr_null(doc);
}
END_TEST

START_TEST(option_is_every_articles_date) {
	static const char text[] = "date 2024-07-14 WIRE - It rained today.\n\n"
							   "date 2023-01-02 WIRE - It rained today.\n";
	ww_options options = { .date = "2020-02-29" };
	ww_document *doc = test_document(test_engine(), &options, text, sizeof text - 1);
	ck_assert_uint_eq(ww_document_articles(doc), 2);
	for (size_t i = 0; i < 2; i++) {
		ww_article a;
		must(ww_document_article(doc, i, &a), "article");
		ck_assert_str_eq(a.date, "2020-02-29");
		ck_assert_uint_eq(a.source, WW_FROM_OPTION);
	}
	check_invariants(doc);
	ww_document_free(doc);
}
END_TEST

START_TEST(error_texts) {
	for (int err = WW_E_PATTERN; err <= WW_OK; err++)
		ck_assert(ww_strerror(err) && *ww_strerror(err));
	ck_assert_ptr_nonnull(ww_strerror(-1000));
	for (int kind = 0; kind < WW_N_KINDS; kind++)
		ck_assert(*ww_kind_name((ww_kind)kind));
	for (int source = 0; source < WW_N_SOURCES; source++)
		ck_assert(*ww_date_source_name((ww_date_source)source));
}
END_TEST

/* Memory.  Each request fails in turn; a run that needs no more of them ends the
 * test.  What was refused has changed nothing, and goes well when asked again. */

static const char story[] =
	"date 2024-07-14 WIRE - On Friday, July 13, the court met for two hours.\n\n"
	"It had met in 2022, two days earlier, and on the first Monday in May.\n\n"
	"date 2023-01-02 WIRE - \"Now,\" he said on Thursday, \"as in the third quarter.\"\n"
	"Every Tuesday at 3 p.m. they play; last week they did not, on 3/4/2024.\n";

/* The kind of the best reading of a word, or WW_N_KINDS for no name. */
static int best_kind(const ww_explanation *e) {
	int best = 0;
	for (int k = 1; k <= WW_N_KINDS - WW_PERSON; k++)
		if (e->score[k] > e->score[best])
			best = k;
	return best ? WW_PERSON + best - 1 : WW_N_KINDS;
}

START_TEST(explanations_agree_with_marks) {
	size_t len, names = 0, settled = 0;
	char *text = test_read("tests/corpus/written/biz.txt", &len);
	ww_document *doc = test_document(test_engine(), NULL, text, len < 300000 ? len : 300000);
	ww_mention m;
	for (size_t pos = 0; ww_document_next(doc, pos, WW_WHO, &m); pos = m.end) {
		ww_explanation e;
		must(ww_document_explain(doc, m.start, &e), "explain");
		if (!e.is_candidate || e.word.start > m.start || e.word.end <= m.start)
			die("%u..%u: the word is %u..%u", m.start, m.end, e.word.start, e.word.end);
		settled += e.settled != NULL;
		if (!e.settled && best_kind(&e) != m.kind)
			die("%u..%u: a %s is explained as a %s", m.start, m.end,
			    ww_kind_name((ww_kind)m.kind), ww_kind_name((ww_kind)best_kind(&e)));
		names++;
	}
	ck_assert_uint_gt(names, 1000);
#ifndef WW_SECTION /* in sections of some hundred bytes a string hardly stands twice */
	ck_assert_uint_gt(settled, 0);
#endif
	ck_assert_uint_lt(settled * 10, names);
	ww_explanation e;
	ck_assert_int_eq(ww_document_explain(doc, ww_document_len(doc), &e), WW_E_RANGE);
	ww_document_free(doc);
	free(text);
}
END_TEST

START_TEST(no_memory_for_an_engine) {
	test_mem mem = { 0 };
	/* Compiling the patterns asks for memory a thousand times, much alike. */
	for (size_t n = 1;; n += 1 + n / 50) {
		ww_engine *engine = NULL;
		test_mem_fail(&mem, n);
		int err = ww_engine_new(test_alloc, &mem, &engine);
		bool failed = test_mem_failed(&mem);
		if (err != WW_OK && (err != WW_E_NOMEM || !failed || engine))
			die("request %zu refused: %s", n, ww_strerror(err));
		ww_engine_free(engine);
		if (mem.live != 0)
			die("request %zu refused: %zu bytes live", n, mem.live);
		if (!failed)
			break;
	}
}
END_TEST

typedef enum { NEW, SYNC, READ, EDIT, VALUE, ARTICLE, EXPLAIN, N_STEPS } step;

/* Takes one step; *doc is NULL before NEW. */
static int take(step s, const ww_options *options, ww_engine *engine, ww_document **doc) {
	ww_article a;
	ww_mention m;
	ww_explanation why;
	char value[WW_VALUE_MAX];
	int err = WW_OK;
	switch (s) {
	case NEW:
		return ww_document_new(engine, options, doc);
	case SYNC:
		return ww_document_sync(*doc, story, sizeof story - 1, NULL);
	case READ:
		return ww_document_read(*doc, 0, ww_document_len(*doc));
	case EDIT:
		return ww_document_edit(*doc, 60, 10, story, sizeof story - 1, NULL);
	case VALUE:
		for (size_t pos = 0; !err && ww_document_next(*doc, pos, WW_WHEN, &m); pos = m.end)
			err = ww_document_value(*doc, &m, value);
		return err;
	case ARTICLE:
		for (size_t i = 0; !err && i < ww_document_articles(*doc); i++)
			err = ww_document_article(*doc, i, &a);
		return err;
	case EXPLAIN:
		return ww_document_explain(*doc, sizeof story / 2, &why);
	default:
		return WW_OK;
	}
}

/* Refuses the n-th request of a step; returns whether it came. */
static bool refuse(step s, const ww_options *options, size_t n, ww_engine *engine, test_mem *mem) {
	ww_document *doc = NULL;
	for (step before = NEW; before < s; before++)
		must(take(before, options, engine, &doc), "a step before");
	size_t len = 0;
	char *text = doc ? test_text(doc, &len) : NULL;
	size_t live = mem->live;
	test_mem_fail(mem, n);
	int err = take(s, options, engine, &doc);
	bool failed = test_mem_failed(mem);
	test_mem_fail(mem, 0);
	if (err != WW_OK && (err != WW_E_NOMEM || !failed))
		die("step %d, request %zu refused: %s", s, n, ww_strerror(err));
	if (err && s == NEW && (doc || mem->live != live))
		die("request %zu refused: a document is left", n);
	if (err && doc) {
		ww_document *same = test_document(engine, NULL, text, len);
		must(ww_document_read(doc, 0, len), "read");
		check_same(doc, same);
		check_invariants(doc);
		ww_document_free(same);
	}
	if (err)
		must(take(s, options, engine, &doc), "the step, again");
	check_as_new(doc, NULL);
	ww_document_free(doc);
	free(text);
	return failed;
}

START_TEST(no_memory_for_a_document) {
	test_mem mem = { 0 };
	ww_engine *engine;
	ww_options options = { .lazy = _i >= N_STEPS };
	must(ww_engine_new(test_alloc, &mem, &engine), "engine");
	size_t live = 0;
	/* What an engine keeps for its documents may grow in the first rounds. */
	for (size_t n = 1; refuse((step)(_i % N_STEPS), &options, n, engine, &mem); n++)
		live = mem.live;
	if (live && mem.live > live)
		die("step %d: %zu bytes live, then %zu", _i, live, mem.live);
	ww_engine_free(engine);
	ck_assert_uint_eq(mem.live, 0);
}
END_TEST

/* Size and time. */

static char *repeated(const char *unit, size_t len) {
	size_t n = strlen(unit);
	char *text = test_resize(NULL, len);
	for (size_t i = 0; i < len; i += n)
		memcpy(text + i, unit, n < len - i ? n : len - i);
	return text;
}

START_TEST(one_long_line) {
	size_t len = SANITIZED ? 5000000 : 50000000;
	char *text = repeated("It rained on Friday, July 13, 2024, and then for three days it did "
	                      "not; ",
	                      len);
	ww_document *doc = test_document(test_engine(), NULL, text, len);
	free(text);
	edit(doc, len / 2, 0, "May 5, 2023");
	edit(doc, 0, 10, "");
	edit(doc, ww_document_len(doc), 0, " on Monday");
	ww_mention m;
	size_t n = 0;
	for (size_t pos = 0; ww_document_next(doc, pos, WW_WHEN, &m); pos = m.end)
		n++;
	ck_assert_uint_gt(n, len / 72);
	ww_document_free(doc);
}
END_TEST

static TCase *add_case(Suite *suite, const char *name) {
	TCase *tc = tcase_create(name);
	tcase_set_timeout(tc, SANITIZED ? 600 : 120);
	suite_add_tcase(suite, tc);
	return tc;
}

int main(void) {
	Suite *suite = suite_create("document");
	TCase *tc = add_case(suite, "edits");
	tcase_add_test(tc, random_edits_equal_a_new_scan);
	tcase_add_test(tc, sync_equals_edit);
	tcase_add_test(tc, removed_up_to_a_border);
	tcase_add_loop_test(tc, settled_text_can_go, 0, 2);
	tc = add_case(suite, "arguments");
	tcase_add_test(tc, lazy_document);
	tcase_add_test(tc, common_bytes);
	tcase_add_test(tc, empty_text);
	tcase_add_test(tc, ranges_outside);
	tcase_add_test(tc, counts_up_to_an_end);
	tcase_add_test(tc, idle_makes_the_engine_ready);
	tcase_add_test(tc, idle_compiles_what_is_tried_often);
	tcase_add_test(tc, lent_text);
	tcase_add_test(tc, too_long_a_text);
	tcase_add_loop_test(tc, bad_date, 0, COUNT(bad_dates));
	tcase_add_test(tc, option_is_every_articles_date);
	tcase_add_test(tc, error_texts);
	tcase_add_test(tc, explanations_agree_with_marks);
	tc = add_case(suite, "memory");
	tcase_add_test(tc, no_memory_for_an_engine);
	tcase_add_loop_test(tc, no_memory_for_a_document, 0, 2 * N_STEPS);
	tc = add_case(suite, "size");
	tcase_add_test(tc, one_long_line);

	test_engine();
	return run_suite(suite);
}
