/* rule.h: users' patterns and words, looked for in a block. */
#ifndef WW_RULE_H
#define WW_RULE_H

#include "date_grammar.h"
#include "gazetteer.h"

/* What searching needs beside the rules, which it does not change. */
typedef struct ww_rule_search ww_rule_search;

/* Makes it for one set of rules; `mem` is copied.  Errors: WW_E_NOMEM. */
int ww_rule_search_new(const ww_mem *mem, const ww_rules *rules, ww_rule_search **out);
void ww_rule_search_free(ww_rule_search *search); /* NULL is allowed */

/* A pattern that took more steps in a block than it may is off from then on: it has
 * no matches.  How many are, and whether one is; `search` may be NULL. */
uint32_t ww_rule_search_off(const ww_rule_search *search);
bool ww_rule_is_off(const ww_rule_search *search, size_t rule);

/* Appends the matches of all rules with a kind in a block to *marks, those of one
 * pattern after those of another.  `tokens` are those of text[0, len).  The marks
 * grow in `mem`.  Errors: WW_E_NOMEM. */
int ww_rules_scan(const ww_rules *rules, ww_rule_search *search, const ww_mem *mem,
                  const char *text, size_t len, const ww_tokens *tokens, ww_marks *marks);

/* The words that rules call titles; they live as long as the rules. */
const ww_gazetteer_more *ww_rules_titles(const ww_rules *rules);

size_t ww_rules_count(const ww_rules *rules);
int16_t ww_rules_priority(const ww_rules *rules, size_t rule);

/* Whether ww_rules_find() looks at the tokens: for words, and not for patterns. */
bool ww_rules_needs_tokens(const ww_rules *rules, size_t rule);

/* Finds the first match of one rule at or after text[start], in the block
 * text[0, len); an empty range when there is none.  Errors: WW_E_NOMEM. */
int ww_rules_find(const ww_rules *rules, ww_rule_search *search, size_t rule, const char *text,
                  size_t len, const ww_tokens *tokens, size_t start, ww_range *out);

/* After ww_rules_find(): the i-th named group; *name is NULL past the last. */
void ww_rules_group(const ww_rules *rules, const ww_rule_search *search, size_t rule, size_t i,
                    const char **name, ww_range *where);

#endif
