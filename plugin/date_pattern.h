/* date_pattern.h: what PCRE2 gets of a form. */
#ifndef WW_DATE_PATTERN_H
#define WW_DATE_PATTERN_H

#include "date_forms.h"

/* A pattern that ends in NUL; `mem` is set by the caller. */
typedef struct {
	const ww_mem *mem;
	char *at;
	uint32_t n, cap;
	bool failed;
} ww_pattern;

/* Writes a form's pattern, shared parts put in, with the subroutines that it calls
 * in front, to an empty *pattern, which is to be freed in any case; false when
 * there is no memory. */
bool ww_pattern_write(ww_pattern *pattern, const ww_form *form);

void ww_pattern_free(ww_pattern *pattern);

/* Returns a number that changes with the forms' patterns and the lexicon. */
uint32_t ww_forms_hash(void);

#endif
