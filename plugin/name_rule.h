/* name_rule.h: what has the last word on names after the model. */
#ifndef WW_NAME_RULE_H
#define WW_NAME_RULE_H

#include "name_tagger.h"

/* Mends the names from number `from` on, those of a block, whose words are given and which
 * starts at `text`: some get other words or another kind, go, or are added.  They ascend and
 * do not overlap.  Returns false when there is no memory. */
bool ww_name_rules(ww_names *names, const ww_mem *mem, const ww_name_words *words,
                   const char *text, const ww_evidence *ev, uint32_t from);

#endif
