/* document_edit.h: what the steps of an edit hand on: cutting, marking, comparing. */
#ifndef WW_DOCUMENT_EDIT_H
#define WW_DOCUMENT_EDIT_H

#include "document_block.h"

/* One edit inside of one section: its old blocks [first, last) make room for doc->fresh.
 * Old blocks before the gap have positions of the old text, those after it of the new. */
typedef struct {
	ww_document *doc;
	uint32_t start, removed, inserted;
	uint32_t section, section_end; /* in the new text */
	uint32_t first, last;
	uint32_t from, to; /* where these blocks lie; `to` in the new text */
} ww_change;

/* How many bytes of a block say whether it may begin a section. */
enum { WW_DOC_CHOOSING = 8 };

/* Finds the end of the block that starts at `start`, before the text's end, and whether
 * an article begins there; 0 when there is no memory. */
uint32_t ww_doc_block_end(ww_document *doc, uint32_t start, bool *is_article);

/* Whether a block may begin a section, and does so many bytes after the last began. */
bool ww_doc_may_start_section(const ww_document *doc, uint32_t start);
bool ww_doc_starts_section(bool may_start, uint32_t size_before);

/* Finds where the next section begins after the one at `section`, and whether an article
 * does; 0 when there is no memory. */
uint32_t ww_doc_next_section(ww_document *doc, uint32_t section, bool *is_article);

/* Whether an article begins at `start`, as far as is known. */
bool ww_doc_is_article(const ww_document *doc, uint32_t start);

/* Cuts the blocks of a section that an edit changed into doc->fresh, until a cut falls on
 * the start of an old block at or after the edit, which becomes c->last, or the section
 * ends.  *fits says that this is all there is to be done; else sections change too.
 * Errors: WW_E_NOMEM. */
int ww_doc_cut(ww_change *c, bool *fits);

/* Divides what is uncut or unsure among the sections that touch [start, end), up to
 * `end`; with `blocks` sections get all their blocks.  Widens *changed by what lost its
 * marks.  Errors: WW_E_NOMEM. */
int ww_doc_divide(ww_document *doc, uint32_t start, uint32_t end, bool blocks, ww_range *changed);

/* Reads all that touches [start, end), and widens *changed by where marks may have come or
 * gone.  Errors: WW_E_NOMEM. */
int ww_doc_read(ww_document *doc, uint32_t start, uint32_t end, ww_range *changed);

/* Makes the sections from number `first` up to the gap one that is uncut; nothing can
 * fail here.  Used during an edit. */
void ww_doc_undivide(ww_document *doc, uint32_t first);

/* Marks the fresh blocks, which are one section that ends at `to` and whose evidence is
 * counted from them alone.  Errors: WW_E_NOMEM. */
int ww_doc_mark_section(ww_document *doc, uint32_t to);

/* Marks the fresh blocks of a section whose evidence is known, and those around
 * them whose words are now seen otherwise: their numbers go to doc->again, and
 * they themselves behind the fresh ones.  Errors: WW_E_NOMEM. */
int ww_doc_mark_changes(ww_change *c);

/* Reads the words of the block [start, end), the scanner's next one.  They are counted as evidence
 * (`by` is 1), taken away again (-1), or were counted before (0).  Errors: WW_E_NOMEM. */
int ww_doc_read_block(ww_document *doc, uint32_t start, uint32_t end, int by);

/* Forgets what is known of a section, to count it anew. */
void ww_doc_forget_evidence(ww_document *doc);

/* Counts the votes of a block that has its marks (`by` is 1), or takes them away again (-1).
 * Errors: WW_E_NOMEM. */
int ww_doc_count_votes(ww_document *doc, const ww_block *block, int by);

/* Returns the range of the new text in which marks came, went or changed. */
ww_range ww_doc_changed_range(const ww_change *c);

#endif
