/* names.h: names that are shown, beside those of whowhen.h. */
#ifndef WW_NAMES_H
#define WW_NAMES_H

#include "lexicon.h"

/* Returns what a word's role in time expressions is called, or NULL for none; static
 * storage. */
const char *ww_role_name(unsigned role);

/* Returns what says what a name is, a ww_name_by; NULL for the model; static storage. */
const char *ww_name_by_name(unsigned by);

#endif
