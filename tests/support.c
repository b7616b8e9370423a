#include "support.h"

#include "calendar.h"
#include "markup.h"

#include <dirent.h>
#include <inttypes.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

_Noreturn void die(const char *format, ...) {
	va_list args;
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	abort();
}

void *test_resize(void *ptr, size_t size) {
	void *p = realloc(ptr, size ? size : 1);
	if (!p)
		die("out of memory");
	return p;
}

char *test_read(const char *path, size_t *len) {
	enum { PIECE = 1 << 16 };
	FILE *f = fopen(path, "rb");
	if (!f)
		die("%s cannot be read", path);
	char *text = NULL;
	*len = 0;
	for (size_t got = 1; got > 0; *len += got) {
		text = test_resize(text, *len + PIECE);
		got = fread(text + *len, 1, PIECE, f);
	}
	if (ferror(f))
		die("%s cannot be read", path);
	fclose(f);
	return text;
}

static int by_name(const void *a, const void *b) {
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Lists the articles of the corpus in the order of their names, so that a seed
 * means the same everywhere. */
static size_t list_corpus(const char *where, char *paths[], size_t max) {
	DIR *dir = opendir(where);
	if (!dir)
		die("%s cannot be read: run from the top of the tree", where);
	size_t n = 0;
	for (struct dirent *e; n < max && (e = readdir(dir)) != NULL;) {
		const char *dot = strrchr(e->d_name, '.');
		if (!dot || strcmp(dot, ".txt") != 0)
			continue;
		size_t room = strlen(where) + 2 + strlen(e->d_name);
		paths[n] = test_resize(NULL, room);
		snprintf(paths[n++], room, "%s/%s", where, e->d_name);
	}
	closedir(dir);
	qsort(paths, n, sizeof *paths, by_name);
	return n;
}

static char *read_corpus(const char *where, size_t *len) {
	char *paths[256], *all = NULL;
	size_t n = list_corpus(where, paths, sizeof paths / sizeof *paths);
	*len = 0;
	for (size_t i = 0; i < n; i++) {
		size_t more;
		char *text = test_read(paths[i], &more);
		all = test_resize(all, *len + more + 2);
		memcpy(all + *len, text, more);
		memcpy(all + *len + more, "\n\n", 2);
		*len += more + 2;
		free(text);
		free(paths[i]);
	}
	if (n == 0)
		die("%s holds no article", where);
	return all;
}

char *test_corpus(size_t *len) {
	return read_corpus("tests/corpus", len);
}

/* The end of what begins a mark at `p`, as "{p1:" and "{d=2024|" do; `p` when none does. */
static const char *mark_head(const char *p, const char *end) {
	const char *q = p + 2;
	if (*p != '{' || end - p < 4 || p[1] < 'a' || p[1] > 'z')
		return p;
	while (q < end && *q >= '0' && *q <= '9')
		q++;
	if (q < end && *q == '=')
		q = memchr(q, '|', (size_t)(end - q));
	return q && q < end && (*q == ':' || *q == '|') ? q + 1 : p;
}

char *test_written(size_t *len) {
	static const char dct[] = "# dct: ";
	char *all = read_corpus("tests/corpus/written", len), *out = all;
	const char *end = all + *len;
	bool line = true;
	for (const char *p = all; p < end;) {
		bool dated = line && end - p > (ptrdiff_t)sizeof dct && memcmp(p, dct, sizeof dct - 1) == 0;
		if (dated) { /* "date 2024-07-14": an article's border */
			memcpy(out, "date ", 5);
			out += 5;
			p += sizeof dct - 1;
		}
		const char *next = mark_head(p, end);
		line = *p == '\n';
		if (next > p)
			p = next;
		else if (*p != '}')
			*out++ = *p++;
		else
			p++;
	}
	*len = (size_t)(out - all);
	return all;
}

/* The size of a block is kept in front of it, at the distance that any type may need. */
enum { FRONT = 16 };

static size_t block_size(const void *ptr) {
	size_t size;
	memcpy(&size, (const char *)ptr - FRONT, sizeof size);
	return size;
}

static void *block_new(size_t size) {
	char *p = test_resize(NULL, FRONT + size);
	memcpy(p, &size, sizeof size);
	return p + FRONT;
}

void *test_alloc(void *ud, void *ptr, size_t osize, size_t nsize) {
	test_mem *mem = ud;
	if (ptr && block_size(ptr) != osize)
		die("a block of %zu bytes was said to have %zu", block_size(ptr), osize);
	if (!ptr && osize != 0)
		die("no block was said to have %zu bytes", osize);
	void *moved = NULL;
	if (nsize > 0) {
		/* As for Lua's allocators, shrinking never fails. */
		if (++mem->count == mem->fail_at && nsize > osize)
			return NULL;
		moved = block_new(nsize);
		mem->live += nsize;
		if (ptr)
			memcpy(moved, ptr, osize < nsize ? osize : nsize);
	}
	if (ptr) {
		mem->live -= osize;
		free((char *)ptr - FRONT);
	}
	return moved;
}

void test_mem_fail(test_mem *mem, size_t n) {
	mem->fail_at = n ? mem->count + n : 0;
}

bool test_mem_failed(const test_mem *mem) {
	return mem->fail_at != 0 && mem->count >= mem->fail_at;
}

size_t test_below(test_random *r, size_t n) {
	uint64_t x = r->state += UINT64_C(0x9E3779B97F4A7C15);
	x = (x ^ (x >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	x = (x ^ (x >> 27)) * UINT64_C(0x94D049BB133111EB);
	x ^= x >> 31;
	return n ? (size_t)(x % n) : 0;
}

uint64_t test_seed(uint64_t otherwise) {
	const char *given = getenv("WW_SEED");
	uint64_t seed = given ? strtoull(given, NULL, 10) : otherwise;
	printf("WW_SEED=%" PRIu64 "\n", seed);
	fflush(stdout);
	return seed;
}

size_t test_edits(size_t otherwise) {
	const char *given = getenv("WW_EDITS");
	return given ? (size_t)strtoull(given, NULL, 10) : otherwise;
}

static test_mem engine_mem;
static ww_engine *shared_engine;

static void free_engine(void) {
	ww_engine_free(shared_engine);
}

ww_engine *test_engine(void) {
	if (!shared_engine) {
		int err = ww_engine_new(test_alloc, &engine_mem, &shared_engine);
		if (err)
			die("ww_engine_new: %s", ww_strerror(err));
		atexit(free_engine);
	}
	return shared_engine;
}

static ww_rules *shared_rules;

static void free_rules(void) {
	ww_rules_free(shared_rules);
}

int test_rules_new(ww_alloc_fn alloc, void *ud, ww_rules **out) {
	static const char *const people[] = { "Friday", "New York", "July 4", "Reuters" };
	static const char *const nobody[] = { "Reuters", "Baldwin", "London" };
	static const char *const titles[] = { "Reeve", "Grand Vizier" };
	static const char *const phrases[] = { "last week", "said", "on Friday" };
	static const ww_rule rules[] = {
		{ .pattern = "\\b[A-Z]\\w+ \\d+\\b", .pattern_len = 16, .kind = WW_N_KINDS + 1,
		  .priority = 1 },
		{ .words = people, .n_words = 4, .kind = WW_PERSON },
		{ .words = nobody, .n_words = 3, .kind = WW_NEVER },
		{ .words = titles, .n_words = 2, .kind = WW_TITLES },
		{ .words = phrases, .n_words = 3, .kind = WW_N_KINDS + 2, .priority = -1 },
		{ .pattern = "(?<day>\\d+)(?:st|th)", .pattern_len = 20, .kind = WW_DATE, .priority = 2 },
		{ .pattern = "colou?r", .pattern_len = 7, .kind = WW_NO_KIND },
	};
	ww_rule_error error;
	return ww_rules_new(alloc, ud, rules, (size_t)COUNT(rules), out, &error);
}

ww_rules *test_rules(void) {
	if (!shared_rules) {
		int err = test_rules_new(test_alloc, &engine_mem, &shared_rules);
		if (err)
			die("ww_rules_new: %s", ww_strerror(err));
		atexit(free_rules);
	}
	return shared_rules;
}

ww_document *test_document(ww_engine *engine, const ww_options *options, const char *text,
                           size_t len) {
	ww_document *doc;
	char *exact = test_resize(NULL, len);
	if (len)
		memcpy(exact, text, len);
	int err = ww_document_new(engine, options, &doc);
	if (!err)
		err = ww_document_sync(doc, exact, len, NULL);
	if (err)
		die("a document of %zu bytes: %s", len, ww_strerror(err));
	free(exact);
	return doc;
}

char *test_text(const ww_document *doc, size_t *len) {
	*len = ww_document_len(doc);
	char *text = test_resize(NULL, *len);
	int err = ww_document_copy(doc, 0, *len, text);
	if (err)
		die("ww_document_copy: %s", ww_strerror(err));
	return text;
}

/* A mark of a test's text, or what was found. */
typedef struct {
	size_t start, end;
	int kind;
	bool has_value; /* a mark may leave the value open */
	char value[WW_VALUE_MAX];
} mark;

typedef struct {
	mark *at;
	size_t n;
} marks;

static void add_mark(marks *m, mark one) {
	m->at = test_resize(m->at, (m->n + 1) * sizeof *m->at);
	m->at[m->n++] = one;
}

/* The marks that a text is to have. */
static marks expected_of(const char *label, const char *marked, markup *m) {
	marks expected = { 0 };
	if (!markup_read(m, marked, strlen(marked)))
		die("%s: a mark is not closed", label);
	for (size_t i = 0; i < m->n; i++) {
		const markup_span *s = &m->at[i];
		mark one = { .start = s->start, .end = s->end, .kind = s->kind, .has_value = s->value };
		if (s->value_len >= WW_VALUE_MAX)
			die("%s: too long a value", label);
		if (s->value)
			memcpy(one.value, s->value, s->value_len);
		add_mark(&expected, one);
	}
	return expected;
}

static const mark *mark_at(const marks *m, size_t start) {
	for (size_t i = 0; i < m->n; i++)
		if (m->at[i].start == start)
			return &m->at[i];
	return NULL;
}

static marks find(ww_document *doc, unsigned kinds, const marks *expected) {
	marks found = { 0 };
	ww_mention m;
	for (size_t pos = 0; ww_document_next(doc, pos, kinds, &m); pos = m.end) {
		mark one = { .start = m.start, .end = m.end, .kind = m.kind };
		if ((m.flags & WW_VAGUE) && !mark_at(expected, m.start))
			continue;
		if (WW_BIT(m.kind) & WW_WHEN) {
			one.has_value = true;
			int err = ww_document_value(doc, &m, one.value);
			if (err)
				die("ww_document_value: %s", ww_strerror(err));
		}
		add_mark(&found, one);
	}
	return found;
}

static bool same_marks(const marks *expected, const marks *found) {
	if (expected->n != found->n)
		return false;
	for (size_t i = 0; i < found->n; i++) {
		const mark *e = &expected->at[i], *f = &found->at[i];
		if (e->start != f->start || e->end != f->end || e->kind != f->kind)
			return false;
		if (e->has_value && strcmp(e->value, f->value) != 0)
			return false;
	}
	return true;
}

static void print_marks(const char *side, const marks *m, const char *text) {
	if (m->n == 0)
		fprintf(stderr, "  %s nothing\n", side);
	for (size_t i = 0; i < m->n; i++) {
		const mark *one = &m->at[i];
		fprintf(stderr, "  %s %3zu..%-3zu %-8s \"%.*s\"", side, one->start, one->end,
		        ww_kind_name((ww_kind)one->kind), (int)(one->end - one->start), text + one->start);
		if (one->has_value)
			fprintf(stderr, " = \"%s\"", one->value);
		fputc('\n', stderr);
	}
}

void check_marked_with(const ww_options *options, unsigned kinds, const char *label,
                       const char *marked) {
	markup m;
	marks expected = expected_of(label, marked, &m);
	ww_document *doc = test_document(test_engine(), options, m.text, m.len);
	marks found = find(doc, kinds, &expected);
	if (!same_marks(&expected, &found)) {
		fprintf(stderr, "%s: %s\n", label, m.text);
		print_marks("expected", &expected, m.text);
		print_marks("found   ", &found, m.text);
		die("%s: differs", label);
	}
	check_invariants(doc);
	ww_document_free(doc);
	free(expected.at);
	free(found.at);
	markup_free(&m);
}

static bool marks_a_name(const char *marked) {
	markup m;
	bool found = false;
	markup_read(&m, marked, strlen(marked));
	for (size_t i = 0; i < m.n; i++)
		found |= (WW_BIT(m.at[i].kind) & WW_WHO) != 0;
	markup_free(&m);
	return found;
}

void check_marked_on(const char *date, const char *label, const char *marked) {
	ww_options options = { .date = date };
	unsigned kinds = marks_a_name(marked) ? WW_WHEN | WW_WHO : WW_WHEN;
	check_marked_with(&options, kinds, label, marked);
}

void check_marked(const char *label, const char *marked) {
	check_marked_on(NULL, label, marked);
}

/* Returns the length of the well-formed UTF-8 character at p < end, by the table
 * of the Unicode standard (3-7), or 0. */
static size_t character(const unsigned char *p, const unsigned char *end) {
	static const struct {
		unsigned char first, last, low, high; /* of the first byte; of the second */
		size_t len;
	} rows[] = {
		{ 0x00, 0x7F, 0, 0, 1 },       { 0xC2, 0xDF, 0x80, 0xBF, 2 }, { 0xE0, 0xE0, 0xA0, 0xBF, 3 },
		{ 0xE1, 0xEC, 0x80, 0xBF, 3 }, { 0xED, 0xED, 0x80, 0x9F, 3 }, { 0xEE, 0xEF, 0x80, 0xBF, 3 },
		{ 0xF0, 0xF0, 0x90, 0xBF, 4 }, { 0xF1, 0xF3, 0x80, 0xBF, 4 }, { 0xF4, 0xF4, 0x80, 0x8F, 4 },
	};
	for (int i = 0; i < COUNT(rows); i++) {
		size_t len = rows[i].len;
		if (*p < rows[i].first || *p > rows[i].last)
			continue;
		if ((size_t)(end - p) < len || (len > 1 && (p[1] < rows[i].low || p[1] > rows[i].high)))
			return 0;
		for (size_t k = 2; k < len; k++)
			if ((p[k] & 0xC0) != 0x80)
				return 0;
		return len;
	}
	return 0;
}

static bool whole_characters(const char *text, size_t len) {
	const unsigned char *p = (const unsigned char *)text, *end = p + len;
	while (p < end) {
		size_t n = character(p, end);
		if (n == 0)
			return false;
		p += n;
	}
	return true;
}

static bool same_mention(const ww_mention *a, const ww_mention *b) {
	return a->start == b->start && a->end == b->end && a->kind == b->kind && a->flags == b->flags &&
	       a->form == b->form;
}

static const unsigned all_kinds = UINT_MAX;

static void check_mention(ww_document *doc, const ww_mention *m, const char *text) {
	size_t len = ww_document_len(doc);
	if (m->start >= m->end || m->end > len)
		die("mention %u..%u in a text of %zu bytes", m->start, m->end, len);
	if (m->kind == WW_N_KINDS || m->kind > WW_MOST_KINDS || (m->flags & ~WW_VAGUE))
		die("mention %u..%u: kind %u, flags %u", m->start, m->end, m->kind, m->flags);
	if (!whole_characters(text + m->start, m->end - m->start))
		die("mention %u..%u cuts a character", m->start, m->end);
	if (ww_document_article_at(doc, m->start) != ww_document_article_at(doc, m->end - 1))
		die("mention %u..%u lies in two articles", m->start, m->end);
	if (!ww_form_name(m->form))
		die("mention %u..%u: form %u has no name", m->start, m->end, m->form);
}

static size_t check_forwards(ww_document *doc, const char *text) {
	size_t n = 0, pos = 0;
	ww_mention m;
	while (ww_document_next(doc, pos, all_kinds, &m)) {
		if (m.start < pos)
			die("mention %u..%u begins before %zu", m.start, m.end, pos);
		check_mention(doc, &m, text);
		pos = m.end;
		n++;
	}
	return n;
}

static void check_backwards(ww_document *doc, size_t n) {
	ww_mention m, forwards;
	for (size_t pos = ww_document_len(doc); ww_document_previous(doc, pos, all_kinds, &m); n--) {
		if (n == 0 || m.end > pos)
			die("backwards from %zu: mention %u..%u", pos, m.start, m.end);
		/* Looking on from its own start finds it again. */
		if (!ww_document_next(doc, m.start, all_kinds, &forwards) || !same_mention(&m, &forwards))
			die("mention %u..%u is not found forwards", m.start, m.end);
		pos = m.start;
	}
	if (n != 0)
		die("%zu mentions are not found backwards", n);
}

static void check_article(ww_document *doc, size_t i, size_t start, ww_article *a) {
	int err = ww_document_article(doc, i, a);
	if (err)
		die("ww_document_article: %s", ww_strerror(err));
	if (a->start != start || a->end < a->start)
		die("article %zu is %u..%u, not from %zu", i, a->start, a->end, start);
	if (a->end == a->start && ww_document_len(doc) > 0)
		die("article %zu is empty", i);
	if (a->end > a->start && (ww_document_article_at(doc, a->start) != i ||
	                          ww_document_article_at(doc, a->end - 1) != i))
		die("article %zu does not hold its own bytes", i);
	ww_civil date;
	bool dated = ww_parse_iso_date(a->date, strlen(a->date), &date);
	if (a->source >= WW_N_SOURCES || dated != (a->source != WW_FROM_NOTHING))
		die("article %zu: date \"%s\" from %s", i, a->date, ww_date_source_name(a->source));
	bool from_text = a->source != WW_FROM_NOTHING && a->source != WW_FROM_OPTION;
	if (from_text
	        ? a->where.start < a->start || a->where.end > a->end || a->where.start >= a->where.end
	        : a->where.start != a->where.end)
		die("article %zu: its date stands at %u..%u", i, a->where.start, a->where.end);
}

void check_invariants(ww_document *doc) {
	size_t len;
	char *text = test_text(doc, &len);
	check_backwards(doc, check_forwards(doc, text));
	size_t n = ww_document_articles(doc), pos = 0;
	ww_article a;
	for (size_t i = 0; i < n; i++, pos = a.end)
		check_article(doc, i, pos, &a);
	if (n == 0 || pos != len)
		die("%zu articles end at %zu of %zu", n, pos, len);
	if (ww_document_article(doc, n, &a) != WW_E_RANGE)
		die("an article past the last");
	free(text);
}

static void check_same_text(const ww_document *a, const ww_document *b) {
	size_t a_len, b_len;
	char *a_text = test_text(a, &a_len), *b_text = test_text(b, &b_len);
	if (a_len != b_len || memcmp(a_text, b_text, a_len) != 0)
		die("the texts differ: %zu and %zu bytes", a_len, b_len);
	free(a_text);
	free(b_text);
}

static void check_same_articles(ww_document *a, ww_document *b) {
	size_t n = ww_document_articles(a);
	if (n != ww_document_articles(b))
		die("%zu and %zu articles", n, ww_document_articles(b));
	for (size_t i = 0; i < n; i++) {
		ww_article x, y;
		if (ww_document_article(a, i, &x) || ww_document_article(b, i, &y))
			die("article %zu cannot be had", i);
		if (x.start != y.start || x.end != y.end || x.source != y.source ||
		    x.where.start != y.where.start || x.where.end != y.where.end ||
		    strcmp(x.date, y.date) != 0)
			die("article %zu: %u..%u %s \"%s\" at %u..%u, and %u..%u %s \"%s\" at %u..%u", i,
			    x.start, x.end, ww_date_source_name(x.source), x.date, x.where.start, x.where.end,
			    y.start, y.end, ww_date_source_name(y.source), y.date, y.where.start, y.where.end);
	}
}

static void check_same_values(ww_document *a, ww_document *b, const ww_mention *m) {
	char x[WW_VALUE_MAX], y[WW_VALUE_MAX];
	int err = ww_document_value(a, m, x);
	if (!err)
		err = ww_document_value(b, m, y);
	if (err)
		die("ww_document_value: %s", ww_strerror(err));
	if (strcmp(x, y) != 0)
		die("mention %u..%u (%s): \"%s\" and \"%s\"", m->start, m->end, ww_form_name(m->form), x,
		    y);
}

static void check_same_mention(ww_document *a, ww_document *b, const ww_mention *x,
                               const ww_mention *y) {
	if (!same_mention(x, y))
		die("mentions %u..%u %s (%s) and %u..%u %s (%s)", x->start, x->end,
		    ww_kind_name((ww_kind)x->kind), ww_form_name(x->form), y->start, y->end,
		    ww_kind_name((ww_kind)y->kind), ww_form_name(y->form));
	if (WW_BIT(x->kind) & WW_WHEN)
		check_same_values(a, b, x);
}

static void check_same_beneath(ww_document *a, ww_document *b, const ww_mention *above) {
	ww_mention x, y;
	for (size_t i = 0; ww_document_beneath(a, above->start, above->end, i, &x); i++) {
		if (!ww_document_beneath(b, above->start, above->end, i, &y))
			die("one document has a claim more beneath %u..%u", above->start, above->end);
		check_same_mention(a, b, &x, &y);
		if (x.start >= above->end || x.end <= above->start)
			die("%u..%u lies not beneath %u..%u", x.start, x.end, above->start, above->end);
	}
}

void check_same(ww_document *a, ww_document *b) {
	check_same_text(a, b);
	check_same_articles(a, b);
	ww_mention x, y;
	for (size_t pos = 0;; pos = x.end) {
		bool more = ww_document_next(a, pos, all_kinds, &x);
		if (more != ww_document_next(b, pos, all_kinds, &y))
			die("after %zu one document has a mention more, at %u", pos, more ? x.start : y.start);
		if (!more)
			return;
		check_same_mention(a, b, &x, &y);
		check_same_beneath(a, b, &x);
	}
}
