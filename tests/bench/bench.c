/* bench VERB …: measures what only the C interface shows.  bench.lua calls it.
 *
 *     bench keys BYTES       a sentence typed and taken back at 100 places of a text
 *     bench hard             keys in texts without paragraphs, words or lower case
 *     bench open BYTES       opening a text, and the first marks in its middle
 *     bench memory BYTES     bytes asked for, beyond the text
 *     bench dates FILE       tokens and dates alone, block by block
 *     bench regex FILE       one alternation of PCRE2's JIT over the same text
 *     bench rules FILE       writes 10,000 words and 200 patterns as a file of rules
 *
 * All times are of the processor: other work on the machine shows little in them. */
#include "article.h"
#include "date_scan.h"
#include "support.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { KB = 1000, MB = 1000 * KB };

static double now(void) {
	return (double)clock() / CLOCKS_PER_SEC;
}

static int by_time(const void *a, const void *b) {
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

/* Articles follow each other until the text is long enough. */
static char *repeated(const char *articles, size_t n, size_t len) {
	char *text = test_resize(NULL, len);
	for (size_t i = 0; i < len; i += n)
		memcpy(text + i, articles, n < len - i ? n : len - i);
	return text;
}

/* Writes a capitalised word that no text holds, as names are made. */
static void write_word(FILE *f, test_random *r) {
	static const char *const syllables[] = { "ba", "ko", "ri", "ten", "mar", "lo", "vi", "sha",
		                                     "dru", "pel", "an", "es", "gor", "him", "ul" };
	const char *first = syllables[test_below(r, (size_t)COUNT(syllables))];
	fprintf(f, "%c%s", first[0] - 32, first + 1);
	for (size_t n = 1 + test_below(r, 3); n > 0; n--)
		fputs(syllables[test_below(r, (size_t)COUNT(syllables))], f);
}

/* Writes what a desk of many years could have: W is a word, # a number. */
static void make_rules(const char *path) {
	enum { WORDS = 10000, PATTERNS = 200 };
	static const char *const patterns[] = { "\\bW No\\. (?<n>\\d{2}-\\d+)\\b",
		                                    "\\b[A-Z]{2}-#\\d{3}\\b",
		                                    "(?i)\\bW(?:ing|ed)? W\\b",
		                                    "\\b(?:W|W|W)\\b",
		                                    "\\b\\d+ W\\b" };
	test_random r = { 5 };
	FILE *f = fopen(path, "w");
	if (!f)
		die("%s cannot be written", path);
	fputs("return { { name = \"words\", kind = \"org\", words = {\n", f);
	for (int i = 0; i < WORDS; i++) {
		fputs("\"", f);
		write_word(f, &r);
		if (i % 2) {
			fputs(" ", f);
			write_word(f, &r);
		}
		fputs("\",\n", f);
	}
	fputs("} },\n", f);
	for (int i = 0; i < PATTERNS; i++) {
		fprintf(f, "{ name = \"p%d\", kind = \"docket\", pattern = [[", i);
		for (const char *p = patterns[i % COUNT(patterns)]; *p; p++) {
			if (*p == 'W')
				write_word(f, &r);
			else if (*p == '#')
				fprintf(f, "%d", i);
			else
				fputc(*p, f);
		}
		fputs("]] },\n", f);
	}
	fputs("}\n", f);
	if (fclose(f) != 0)
		die("%s cannot be written", path);
}

/* The system's allocator in the form of ww_alloc_fn. */
static void *system_alloc(void *ud, void *ptr, size_t osize, size_t nsize) {
	(void)ud;
	(void)osize;
	if (nsize > 0)
		return realloc(ptr, nsize);
	free(ptr);
	return NULL;
}

/* What a host asks for after each key: the marks of 50 lines. */
static size_t screen(const ww_document *doc, size_t pos) {
	enum { SCREEN = 50 * 80 };
	size_t n = 0, from = pos > SCREEN / 2 ? pos - SCREEN / 2 : 0;
	ww_mention m;
	for (size_t at = from; at < from + SCREEN && ww_document_next(doc, at, WW_WHEN, &m); at = m.end)
		n++;
	return n;
}

/* The n-th part of a thousand of sorted times, in microseconds. */
static double share(const double *times, size_t n, size_t thousandths) {
	return times[(n - 1) * thousandths / 1000] * 1e6;
}

typedef struct {
	ww_engine *engine;
	ww_document *doc;
} opened;

/* Opens a lazy document, as editors do; `text` outlives it, so that nothing is copied. */
static opened open_text(const char *text, size_t len) {
	opened o;
	int err = ww_engine_new(system_alloc, NULL, &o.engine);
	if (!err)
		err = ww_document_new(o.engine, &(ww_options){ .lazy = true }, &o.doc);
	if (!err)
		err = ww_document_lend(o.doc, text, len);
	if (err)
		die("%s", ww_strerror(err));
	return o;
}

static void close_text(opened o) {
	ww_document_free(o.doc);
	ww_engine_free(o.engine);
}

/* Reads and marks what a screen at `pos` shows. */
static size_t paint(ww_document *doc, size_t pos) {
	enum { SCREEN = 50 * 80 };
	size_t end = pos + SCREEN < ww_document_len(doc) ? pos + SCREEN : ww_document_len(doc);
	if (ww_document_read(doc, pos, end))
		die("no memory");
	return screen(doc, pos);
}

/* Types a sentence and takes it back at `places` places; stores the time of each key. */
static size_t type(ww_document *doc, size_t places, double *times) {
	static const char typed[] = "On Friday, July 13, the court met for two hours ..";
	enum { IDLE = 1 << 18, MOMENTS = 4 }; /* as buffer.lua, and fewer than there are between keys */
	size_t keys = 2 * (sizeof typed - 1), done = 0;
	test_random r = { 1 };
	bool more;
	for (size_t place = 0; place < places; place++) {
		size_t pos = test_below(&r, ww_document_len(doc));
		paint(doc, pos);
		for (size_t key = 0; key < keys; key++) {
			bool back = key >= keys / 2;
			size_t at = pos + (back ? keys - 1 - key : key);
			double begin = now();
			int err = back ? ww_document_edit(doc, at, 1, NULL, 0, NULL)
			               : ww_document_edit(doc, at, 0, typed + key, 1, NULL);
			if (err)
				die("%s", ww_strerror(err));
			paint(doc, at);
			times[done++] = now() - begin;
			for (int i = 0; i < MOMENTS; i++)
				ww_document_idle(doc, IDLE, &(ww_range){ 0, 0 }, &more);
		}
	}
	qsort(times, done, sizeof *times, by_time);
	return done;
}

static void print_keys(const char *label, const double *times, size_t n) {
	printf("%-24s %9.1f %9.1f %9.1f %9.1f\n", label, share(times, n, 500), share(times, n, 990),
	       share(times, n, 999), share(times, n, 1000));
}

static void keys(const char *text, size_t len, const char *label, size_t places) {
	double *times = test_resize(NULL, places * 200 * sizeof *times);
	opened o = open_text(text, len);
	print_keys(label, times, type(o.doc, places, times));
	close_text(o);
	free(times);
}

/* Texts in which nothing tells where to cut, or everything is a name. */
static void hard(void) {
	static const struct {
		const char *label, *piece;
	} texts[] = {
		{ "capitals, one line", "THE COURT OF ARVEN MET IN PORT ELLERY ON FRIDAY AND " },
		{ "numbers, a table", "1998 2004 17 33.5 12 2011 4 1,204 06/07 19:30 88\n" },
		{ "equal paragraphs", "Mary Okafor met the mayor.\n\n" },
		{ "no blank at all", "TWFyeSBPa2Fmb3IgbWV0IHRoZSBtYXlvciBvbiBGcmlkYXkuQQ" },
	};
	for (size_t size = 256; size <= 16384; size *= 64)
		for (int i = 0; i < COUNT(texts); i++) {
			char label[64];
			size_t len = size * 1024;
			char *text = repeated(texts[i].piece, strlen(texts[i].piece), len);
			snprintf(label, sizeof label, "%s, %zu KB", texts[i].label, size);
			keys(text, len, label, 5);
			free(text);
		}
}

static void opening(const char *text, size_t len) {
	double begin = now();
	opened o = open_text(text, len);
	double open = now() - begin;
	size_t marks = paint(o.doc, len / 2);
	printf("%.1f ms to open %zu MB, %.1f ms until its middle is marked (%zu marks)\n", open * 1e3,
	       len / MB, (now() - begin) * 1e3, marks);
	close_text(o);
}

/* Counts what is asked for and not given back. */
typedef struct {
	size_t now, most;
} asked;

static void *count_alloc(void *ud, void *ptr, size_t osize, size_t nsize) {
	asked *a = ud;
	a->now += nsize - (ptr ? osize : 0);
	a->most = a->now > a->most ? a->now : a->most;
	return system_alloc(NULL, ptr, osize, nsize);
}

static void memory(const char *text, size_t len) {
	asked a = { 0, 0 };
	ww_engine *engine;
	ww_document *doc;
	ww_mention m;
	size_t mentions = 0;
	int err = ww_engine_new(count_alloc, &a, &engine);
	size_t before = a.now;
	if (!err)
		err = ww_document_new(engine, NULL, &doc);
	if (!err)
		err = ww_document_sync(doc, text, len, NULL);
	if (err)
		die("%s", ww_strerror(err));
	for (size_t at = 0; ww_document_next(doc, at, WW_WHEN | WW_WHO, &m); at = m.end)
		mentions++;
	double beyond = (double)(a.now - before) - (double)len;
	printf("%.2f bytes a byte beyond the text: %.2f and 54 for each of %zu mentions\n",
	       beyond / (double)len, (beyond - 54.0 * (double)mentions) / (double)len, mentions);
	ww_document_free(doc);
	ww_engine_free(engine);
}

static char *contents(const char *path, size_t *len) {
	FILE *f = fopen(path, "rb");
	if (!f)
		die("%s cannot be read", path);
	fseek(f, 0, SEEK_END);
	*len = (size_t)ftell(f);
	rewind(f);
	char *text = test_resize(NULL, *len + 1);
	if (fread(text, 1, *len, f) != *len)
		die("%s cannot be read", path);
	fclose(f);
	return text;
}

/* What dates cost where nobody asks for names: blocks, tokens and the grammar. */
static void dates(const char *path) {
	ww_mem mem = { system_alloc, NULL };
	ww_grammar *grammar;
	ww_matcher *matcher;
	ww_tokens tokens = { 0 };
	ww_marks marks = { 0 };
	size_t len, n = 0;
	char *text = contents(path, &len);
	if (ww_grammar_new(&mem, &ww_english, &grammar) || ww_matcher_new(&mem, grammar, &matcher))
		die("no memory");
	for (size_t pos = 0; pos < len;) {
		bool article;
		size_t size = ww_block_end(text + pos, len - pos, false, &article);
		marks.n = 0;
		if (!ww_tokenize(&tokens, &mem, ww_grammar_lexicon(grammar), text + pos, size) ||
		    ww_date_scan(matcher, text + pos, size, &tokens, &marks))
			die("no memory");
		n += marks.n;
		pos += size;
	}
	printf("%zu\n", n);
	ww_free(&mem, marks.at, marks.cap * sizeof *marks.at);
	ww_tokens_free(&tokens, &mem);
	ww_matcher_free(matcher);
	ww_grammar_free(grammar);
	free(text);
}

static void regex(const char *path) {
	static const char pattern[] =
		"\\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|"
		"July|August|September|October|November|December)(?: \\d{1,2})?(?:, \\d{4})?|"
		"(?:last|next|this) (?:week|month|year)|yesterday|today|tomorrow|(?:19|20)\\d\\d)\\b";
	size_t len, n = 0;
	int code;
	PCRE2_SIZE at;
	char *text = contents(path, &len);
	pcre2_code *re = pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED, 0, &code, &at, NULL);
	pcre2_match_data *match = re ? pcre2_match_data_create_from_pattern(re, NULL) : NULL;
	if (!match || pcre2_jit_compile(re, PCRE2_JIT_COMPLETE))
		die("no JIT");
	for (size_t pos = 0; pcre2_match(re, (PCRE2_SPTR)text, len, pos, 0, match, NULL) > 0; n++)
		pos = pcre2_get_ovector_pointer(match)[1];
	printf("%zu\n", n);
	pcre2_match_data_free(match);
	pcre2_code_free(re);
	free(text);
}

int main(int argc, char **argv) {
	const char *verb = argc > 1 ? argv[1] : "", *what = argc > 2 ? argv[2] : "0";
	size_t n, len = strtoull(what, NULL, 10);
	if (strcmp(verb, "dates") == 0)
		dates(what);
	else if (strcmp(verb, "regex") == 0)
		regex(what);
	else if (strcmp(verb, "rules") == 0)
		make_rules(what);
	else if (strcmp(verb, "hard") == 0)
		hard();
	else {
		char *articles = test_corpus(&n), *text = repeated(articles, n, len);
		if (strcmp(verb, "keys") == 0)
			keys(text, len, what, 100);
		else if (strcmp(verb, "open") == 0)
			opening(text, len);
		else if (strcmp(verb, "memory") == 0)
			memory(text, len);
		else
			die("bench: no verb '%s'", verb);
		free(text);
		free(articles);
	}
	return 0;
}
