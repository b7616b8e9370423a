/* bench WHOWHEN NEWS [FILE]: measures the command and the core.
 *
 * Without FILE, 100 MB of news are made in NEWS of the corpus's articles.  All
 * times are of the wall clock: other work on the machine shows in them. */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { KB = 1000, MB = 1000 * KB, NEWS = 100 * MB };

static double now(void) {
	struct timespec t;
	timespec_get(&t, TIME_UTC);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
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

static void make_news(const char *path, const char *articles, size_t n) {
	char *text = repeated(articles, n, NEWS);
	FILE *f = fopen(path, "wb");
	if (!f || fwrite(text, 1, NEWS, f) != NEWS || fclose(f) != 0)
		die("%s cannot be written", path);
	free(text);
}

/* Runs a command on a file `n` times, up to 25; returns the time of the middle one. */
static double run(const char *command, const char *file, int n) {
	char line[2048];
	double times[25];
	snprintf(line, sizeof line, "%s '%s' >/dev/null", command, file);
	for (int i = 0; i < n; i++) {
		double begin = now();
		if (system(line) != 0)
			die("failed: %s", line);
		times[i] = now() - begin;
	}
	qsort(times, (size_t)n, sizeof *times, by_time);
	return times[n / 2];
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

/* What 10,000 words and 200 patterns cost: to be loaded, and in a long text. */
static void with_rules(const char *whowhen, const char *news, const char *file) {
	char path[400], plain[512], ruled[1024];
	snprintf(path, sizeof path, "%s.rules.lua", news);
	make_rules(path);
	snprintf(plain, sizeof plain, "'%s' --count", whowhen);
	snprintf(ruled, sizeof ruled, "%s --rules='%s'", plain, path);
	double load = run(ruled, "/dev/null", 9) - run(plain, "/dev/null", 9);
	double without = run(plain, file, 3), with = run(ruled, file, 3);
	printf("rules             %7.1f ms to load, %.2f times as long with them\n", load * 1e3,
	       (with - load) / without);
}

static void whole_file(const char *whowhen, const char *file) {
	char count[512];
	snprintf(count, sizeof count, "'%s' --count", whowhen);
	double words = run("wc -w", file, 3), dates = run(count, file, 3);
	const char *locale = getenv("LC_ALL");
	if (!locale || !*locale)
		locale = getenv("LANG");
	printf("wc -w             %7.3f s  (locale %s)\n", words, locale && *locale ? locale : "C");
	printf("whowhen --count   %7.3f s  %.2f times as long\n", dates, dates / words);
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

/* Types a sentence and takes it back, at 100 places of a text. */
static void keystrokes(const char *articles, size_t n, size_t len, const char *label) {
	static const char typed[] = "On Friday, July 13, the court met for two hours ..";
	enum { PLACES = 100, KEYS = 2 * (sizeof typed - 1), EDITS = PLACES * KEYS };
	static double times[EDITS];
	ww_engine *engine;
	ww_document *doc;
	char *text = repeated(articles, n, len);
	int err = ww_engine_new(system_alloc, NULL, &engine);
	if (!err)
		err = ww_document_new(engine, NULL, &doc);
	if (!err)
		err = ww_document_sync(doc, text, len, NULL);
	test_random r = { 1 };
	size_t done = 0, marks = 0;
	for (int place = 0; !err && place < PLACES; place++) {
		size_t pos = test_below(&r, ww_document_len(doc));
		for (size_t key = 0; !err && key < KEYS; key++) {
			bool back = key >= KEYS / 2;
			size_t at = pos + (back ? KEYS - 1 - key : key);
			double begin = now();
			err = back ? ww_document_edit(doc, at, 1, NULL, 0, NULL)
			           : ww_document_edit(doc, at, 0, typed + key, 1, NULL);
			marks += screen(doc, at);
			times[done++] = now() - begin;
		}
	}
	if (err)
		die("%s", ww_strerror(err));
	qsort(times, EDITS, sizeof *times, by_time);
	printf("keystroke %6s  %7.1f us  99 %% within %.1f us, worst %.1f us (%d edits, %.1f marks "
	       "a screen)\n",
	       label, times[EDITS / 2] * 1e6, times[EDITS * 99 / 100] * 1e6, times[EDITS - 1] * 1e6,
	       EDITS, (double)marks / EDITS);
	ww_document_free(doc);
	ww_engine_free(engine);
	free(text);
}

int main(int argc, char **argv) {
	if (argc < 3)
		die("bench WHOWHEN NEWS [FILE]");
	char quoted[512];
	size_t n;
	char *articles = test_corpus(&n);
	if (argc == 3)
		make_news(argv[2], articles, n);
	whole_file(argv[1], argv[argc - 1]);
	with_rules(argv[1], argv[2], argv[argc - 1]);
	snprintf(quoted, sizeof quoted, "'%s'", argv[1]);
	printf("one article       %7.1f ms (the whole process)\n",
	       run(quoted, "tests/corpus/sample.txt", 25) * 1e3);
	fflush(stdout);
	keystrokes(articles, n, 10 * KB, "10 KB");
	keystrokes(articles, n, MB, "1 MB");
	keystrokes(articles, n, 100 * MB, "100 MB");
	free(articles);
	return 0;
}
