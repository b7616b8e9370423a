/* support.h: what the Check programs and the fuzz targets share.
 *
 * A check that fails says why on standard error and aborts: Check reports the
 * test as ended by a signal, a fuzzer keeps the input. */
#ifndef TESTS_SUPPORT_H
#define TESTS_SUPPORT_H

#include "whowhen.h"

#define COUNT(a) ((int)(sizeof(a) / sizeof *(a)))

/* Prints a message, as printf does, and aborts. */
_Noreturn void die(const char *format, ...);

/* Resizes a block as realloc() does, and dies when there is no memory. */
void *test_resize(void *ptr, size_t size);

/* Reads a file; the caller frees its text. */
char *test_read(const char *path, size_t *len);

/* Returns the articles of tests/corpus (its .txt files) one after the other; the
 * caller frees them. */
char *test_corpus(size_t *len);

/* The same of the written articles, without their marks. */
char *test_written(size_t *len);

/* A counting allocator in the form of ww_alloc_fn; `ud` is a test_mem.  It dies
 * when told a wrong old size, and moves every block that it resizes, so that a
 * sanitizer sees whoever kept the old pointer. */
typedef struct {
	size_t live;    /* bytes handed out and not yet given back */
	size_t count;   /* requests for memory so far */
	size_t fail_at; /* the request that is refused, from 1; 0: none */
} test_mem;

void *test_alloc(void *ud, void *ptr, size_t osize, size_t nsize);

/* Refuses the n-th request from now on; 0 refuses none. */
void test_mem_fail(test_mem *mem, size_t n);

/* Whether the request to refuse has come. */
bool test_mem_failed(const test_mem *mem);

/* A small random generator (splitmix64): the same seed, the same numbers. */
typedef struct {
	uint64_t state;
} test_random;

/* Returns a number below n; 0 when n is 0. */
size_t test_below(test_random *r, size_t n);

/* Returns the seed for a random test, from the environment's WW_SEED or, without
 * it, `otherwise`, and prints it. */
uint64_t test_seed(uint64_t otherwise);

/* Returns how many random edits to compare: the environment's WW_EDITS or, without it,
 * `otherwise`. */
size_t test_edits(size_t otherwise);

/* The engine that the checks below use, made when first asked for.  A main()
 * that asks for it spares each forked test from making its own. */
ww_engine *test_engine(void);

/* Rules of every sort, some of which claim what is built in; made when first asked
 * for.  Their kinds of their own are WW_N_KINDS + 1 and the next. */
ww_rules *test_rules(void);
int test_rules_new(ww_alloc_fn alloc, void *ud, ww_rules **out);

/* Makes a document of `engine` with a copy of text[0, len) in a block of
 * exactly that size. */
ww_document *test_document(ww_engine *engine, const ww_options *options, const char *text,
                           size_t len);

/* Returns the document's text and its length; the caller frees it. */
char *test_text(const ww_document *doc, size_t *len);

/* Checks a text that carries its own expectation, marked as markup.h says.
 *
 * A mark may say the value too: {d=2024-07-13|Friday, July 13}, or that there is
 * none: {d=|Feb. 30}.  All else stays unmarked, except that vague mentions may
 * stand anywhere: they are compared only where a mark begins as they do.  Names
 * are compared when the text marks one.  `date` is the reference date. */
void check_marked(const char *label, const char *marked);
void check_marked_on(const char *date, const char *label, const char *marked);

/* The same with any options, comparing the kinds that are given. */
void check_marked_with(const ww_options *options, unsigned kinds, const char *label,
                       const char *marked);

/* Checks what is true of every document: mentions ascend, never overlap, lie
 * inside one article and hold whole characters only; backwards they are the same
 * as forwards; articles follow each other without gaps. */
void check_invariants(ww_document *doc);

/* Checks that two documents have the same text, mentions, what lies beneath these,
 * values and articles. */
void check_same(ww_document *a, ww_document *b);

#endif
