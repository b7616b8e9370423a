/* rule.h: users' patterns and words, looked for in a block. */
#ifndef WW_RULE_H
#define WW_RULE_H

#include "date_grammar.h"
#include "gazetteer.h"

/* Appends the matches of all rules with a kind in a block to *marks, those of one
 * rule after those of another.  `tokens` are those of text[0, len).
 * Errors: WW_E_NOMEM. */
int ww_rules_scan(ww_rules *rules, const char *text, size_t len, const ww_tokens *tokens,
                  ww_marks *marks);

/* The words that rules call titles; they live as long as the rules. */
const ww_gazetteer_more *ww_rules_titles(const ww_rules *rules);

size_t ww_rules_count(const ww_rules *rules);
int16_t ww_rules_priority(const ww_rules *rules, size_t rule);

/* Finds the first match of one rule at or after text[start], in the block
 * text[0, len); an empty range when there is none.  Errors: WW_E_NOMEM. */
int ww_rules_find(ww_rules *rules, size_t rule, const char *text, size_t len,
                  const ww_tokens *tokens, size_t start, ww_range *out);

/* After ww_rules_find(): the i-th named group; *name is NULL past the last. */
void ww_rules_group(const ww_rules *rules, size_t rule, size_t i, const char **name,
                    ww_range *where);

#endif
