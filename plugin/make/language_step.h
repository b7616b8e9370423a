/* language_step.h: which tokens can follow each other in a form. */
#ifndef WW_LANGUAGE_STEP_H
#define WW_LANGUAGE_STEP_H

#include "language_start.h"

/* What can follow a second token, and a third one, by what it is: ww_next_of() of a second,
 * ww_later_of() of others.  0: it cannot be there. */
typedef struct {
	ww_signs next[WW_FORM_STEPS][WW_N_NEXT];
} language_steps;

/* Works them out for a form of which `starts` are known. */
void language_find_steps(const language *lang, unsigned form, const language_starts *starts,
                         language_steps *out);

#endif
