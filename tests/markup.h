/* markup.h: texts that carry their own marks, as the tests and the corpus write them.
 *
 *   {d:Friday}  {d=2024-07-12|Friday}  {p1:Ada Obi}  {p2?:Obi}
 *
 * The letter is the kind: d date, t time, u duration, s set, p person, o org, l place,
 * m misc.  Behind it may stand a number, which says whose name it is, and signs that are
 * the reader's; then ":", or "=" with a value and "|". */
#ifndef TESTS_MARKUP_H
#define TESTS_MARKUP_H

#include <stdbool.h>
#include <stddef.h>

/* A mark, at bytes [start, end) of the text without marks.  The note is what stands between
 * the letter and ":" or "="; it and the value lie in the marked text. */
typedef struct {
	size_t start, end;
	int kind; /* a ww_kind */
	const char *note;
	size_t note_len;
	const char *value; /* NULL: none is told */
	size_t value_len;
} markup_span;

/* The text, which ends in NUL, and its marks. */
typedef struct {
	char *text;
	size_t len;
	markup_span *at;
	size_t n;
} markup;

/* Takes the marks out of marked[0, len), which must live as long as their values are used;
 * false when one is not closed.  Braces that are no mark's are text. */
bool markup_read(markup *m, const char *marked, size_t len);

void markup_free(markup *m);

#endif
