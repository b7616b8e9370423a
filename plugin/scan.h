/* scan.h: the marks of one block, times and names together. */
#ifndef WW_SCAN_H
#define WW_SCAN_H

#include "date_grammar.h"
#include "name_tagger.h"
#include "rule.h"

/* A block that was read: its bytes; its tokens, words, runs and names among the scanner's. */
typedef struct {
	uint32_t len;
	uint32_t token, word, run, name; /* the first of each */
	uint32_t n_tokens, n_words, n_runs, n_names;
	uint64_t mask; /* see ww_name_words */
} ww_read_block;

/* What a scan needs and leaves behind: `times`, `hits`, `marks` and `beneath` are of the block
 * marked last. */
typedef struct {
	ww_mem mem;
	ww_matcher *matcher;
	ww_name_tagger *tagger;
	const ww_rules *rules; /* or NULL */
	ww_rule_search *search;
	ww_gazetteer_answers *answers;
	ww_names names; /* of the blocks whose names were found */
	ww_marks times, hits; /* hits: of rules */
	ww_marks marks;
	ww_marks beneath; /* what lost its text to a mark, the better right first */
	struct ww_claim *claims;
	uint32_t cap_claims;

	/* The blocks that were read. */
	ww_read_block *block;
	uint32_t n_blocks, cap_blocks;
	ww_tokens token;
	ww_name_word *word;
	uint32_t n_words, cap_words;
	ww_name_run *run;
	uint32_t n_runs, cap_runs;
} ww_scanner;

/* Matcher, tagger and answers are borrowed. */
void ww_scanner_init(ww_scanner *scanner, const ww_mem *mem, ww_matcher *matcher,
                     ww_name_tagger *tagger, ww_gazetteer_answers *answers);
void ww_scanner_free(ww_scanner *scanner);

/* Takes a block in behind those taken in since ww_scan_forget(), of which the first is number 0,
 * and reads its tokens.  Errors: WW_E_NOMEM. */
int ww_scan_tokens(ww_scanner *scanner, const char *text, size_t len);

/* Reads the words of block number `i`, whose text is asked for again here and below, as it may
 * have moved.  The blocks come in their order.  Errors: WW_E_NOMEM. */
int ww_scan_words(ww_scanner *scanner, uint32_t i, const char *text);

/* Return what was read of a block, borrowed until more is. */
ww_tokens ww_scan_tokens_of(const ww_scanner *scanner, uint32_t i);
ww_name_words ww_scan_words_of(const ww_scanner *scanner, uint32_t i);

/* Makes scanner->search, unless it is there.  Errors: WW_E_NOMEM. */
int ww_scan_search(ww_scanner *scanner);

/* Forgets the blocks that were read, and keeps the room. */
void ww_scan_forget(ww_scanner *scanner);

/* Finds the names of a block whose words were read: they and their votes depend on nothing but
 * the text and the evidence.  Errors: WW_E_NOMEM. */
int ww_scan_names(ww_scanner *scanner, uint32_t i, const char *text, const ww_evidence *evidence);

/* Finds the times of a block whose names were found, its marks, and what lies beneath them: marks
 * ascend and do not overlap, and both depend on nothing but its text, its names and the votes.
 * Errors: WW_E_NOMEM, WW_E_PATTERN. */
int ww_scan_marks(ww_scanner *scanner, uint32_t i, const char *text, const ww_votes *votes);

#endif
