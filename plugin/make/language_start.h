/* language_start.h: where a form can match, worked out of its pattern. */
#ifndef WW_LANGUAGE_START_H
#define WW_LANGUAGE_START_H

#include "language.h"

/* What can follow each sign that a form starts with; 0: it cannot.  `first`, `second`:
 * by the number of a word, whether it can be the form's first or second token. */
typedef struct {
	ww_signs next[WW_N_SIGNS];
	bool first[WW_LEXICON_SLOTS], second[WW_LEXICON_SLOTS];
} language_starts;

/* Returns a form's pattern without what looks behind, as that sees what stands before the form,
 * which nobody knows here; and without what looks ahead when asked to.  To be freed. */
char *language_pattern_bare(const language *lang, const language_form *form, bool ahead);

/* Works them out; exits where a pattern is refused. */
void language_find_starts(const language *lang, unsigned form, language_starts *out);

#endif
