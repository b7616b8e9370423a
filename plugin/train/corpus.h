/* corpus.h: texts with their names marked, for the trainer and the scorer. */
#ifndef WW_CORPUS_H
#define WW_CORPUS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A name that somebody marked. */
typedef struct {
	uint32_t start, end;
	uint8_t kind;    /* a ww_kind, of names only */
	char entity[40]; /* "" when the corpus does not say */
} corpus_span;

/* A text, and the names in it. */
typedef struct {
	char id[80], source[24];
	bool has_misc; /* false: the corpus leaves names of kind misc unmarked */
	char *text;
	size_t len;
	corpus_span *spans;
	size_t n_spans;
} corpus_document;

typedef struct {
	corpus_document *at;
	size_t n, cap;
} corpus;

/* Adds the documents of a file: JSON lines, or, when its name ends in ".txt",
 * marked text as tests/corpus/written/GUIDELINE.md describes it.  Says what is
 * wrong with a file and exits when it cannot be read. */
void corpus_read(corpus *c, const char *path);

void corpus_free(corpus *c);

/* As realloc(); without memory the program ends. */
void *corpus_alloc(void *ptr, size_t size);

#endif
