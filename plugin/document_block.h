/* document_block.h: the blocks of a document and their borders, and the lists in
 * which an edit prepares new ones. */
#ifndef WW_DOCUMENT_BLOCK_H
#define WW_DOCUMENT_BLOCK_H

#include "document.h"

/* Frees the marks of a block; the block itself stays as it is. */
void ww_doc_free_marks(const ww_document *doc, ww_block *block);

/* Appends a block to doc->fresh, or a position to a list; false when there is no memory. */
bool ww_doc_add_fresh(ww_document *doc, ww_block block);
bool ww_doc_add_position(ww_document *doc, ww_positions *list, uint32_t position);

/* Gives up what an edit has prepared. */
void ww_doc_free_fresh(ww_document *doc);

/* Notes that section i may be uncut or unsure from now on, and those behind it up to the gap and
 * one more.  It is called before sections are put in there or taken out. */
void ww_doc_loosen(ww_document *doc, uint32_t i);

/* Returns the first section from number i on that may be so. */
uint32_t ww_doc_calm_end(const ww_document *doc, uint32_t i);

/* Notes that a section may not begin where it does. */
void ww_doc_doubt(ww_document *doc, uint32_t section);

/* Widens a range by another; an empty one is nowhere. */
void ww_doc_widen(ww_range *hull, ww_range by);

/* Gives up what was worked out about an article for those who asked. */
void ww_doc_forget_answers(ww_document *doc);

#endif
