/* rule_inside.h: compiled rules, as the files of rules see them. */
#ifndef WW_RULE_INSIDE_H
#define WW_RULE_INSIDE_H

#include "rule.h"
#include "rule_literal.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

typedef struct {
	pcre2_code *code; /* NULL: a list of words */
	uint8_t kind;
	int16_t priority;
	ww_literals literals; /* of the pattern */
} ww_one_rule;

/* A word or a run of words.  `hash` is that of the first two tokens, or of the only one;
 * those whose hashes lead to one slot are chained. */
typedef struct {
	uint32_t hash, next; /* 1 + the next one's number, or 0 */
	uint32_t start, len; /* of the text in ww_phrases.text */
	uint32_t rule;
	bool pair; /* it has two tokens or more */
} ww_phrase;

typedef struct {
	ww_phrase *at;
	uint32_t n, cap;
	char *text;
	uint32_t text_len, text_cap;
	uint32_t *slots; /* 1 + a phrase's number, or 0; n_slots is a power of 2 */
	uint32_t n_slots;
} ww_phrases;

/* Never written to once they are made: threads may share them. */
struct ww_rules {
	ww_mem mem;
	ww_one_rule *at;
	uint32_t n, cap;
	ww_phrases phrases;
	ww_gazetteer_word *title; /* sorted */
	uint32_t n_titles, titles_cap;
	ww_gazetteer_more titles;
	uint32_t most_groups; /* of a pattern */
	pcre2_general_context *general;
	pcre2_compile_context *compile;
};

/* Adds the words of a rule; the index is made when all are there.  False when there
 * is no memory. */
bool ww_phrases_add(ww_phrases *phrases, const ww_mem *mem, const ww_lexicon *lexicon,
                    ww_tokens *tokens, const char *word, uint32_t rule);
bool ww_phrases_index(ww_phrases *phrases, const ww_mem *mem);
void ww_phrases_free(ww_phrases *phrases, const ww_mem *mem);

/* Finds the next phrase that stands at token i after phrase number `after`, 0 for the
 * first; returns its number, and 0 when there are no more. */
uint32_t ww_phrases_at(const ww_phrases *phrases, const char *text, size_t len,
                       const ww_tokens *tokens, uint32_t i, uint32_t after, uint32_t *end);

#endif
