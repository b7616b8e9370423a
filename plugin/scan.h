/* scan.h: the marks of one block, times and names together. */
#ifndef WW_SCAN_H
#define WW_SCAN_H

#include "date_grammar.h"
#include "name_tagger.h"

/* The form of a mark that is a name. */
#define WW_FORM_NAME 0xFFFFu

/* What a scan needs and leaves behind.  `marks` and `words` are those of the
 * block scanned last. */
typedef struct {
	ww_mem mem;
	ww_grammar *grammar;
	ww_tokens tokens;
	ww_name_words words;
	ww_names names;
	ww_marks times, marks;
} ww_scanner;

void ww_scanner_init(ww_scanner *scanner, const ww_mem *mem, ww_grammar *grammar);
void ww_scanner_free(ww_scanner *scanner);

/* Reads the words of a block, which are what its article's evidence counts.
 * Errors: WW_E_NOMEM. */
int ww_scan_words(ww_scanner *scanner, const char *text, size_t len);

/* Finds the marks of the block whose words were read last: they ascend and do
 * not overlap, and depend on nothing but the text and the evidence.
 * Errors: WW_E_NOMEM. */
int ww_scan_marks(ww_scanner *scanner, const char *text, size_t len, const ww_evidence *evidence);

#endif
