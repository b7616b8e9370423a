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

/* Writes a form's pattern, its language's parts put in, to an empty *pattern, which is
 * to be freed in any case; false when there is no memory. */
bool ww_pattern_write(ww_pattern *pattern, const ww_language *language, const ww_form *form);

void ww_pattern_free(ww_pattern *pattern);

#endif
