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

/* The border number i of a list; UINT32_MAX past the last. */
uint32_t ww_doc_next_border(const ww_document *doc, const ww_gap *list, uint32_t i);

/* Whether the blocks of a section have no marks yet. */
bool *ww_doc_unread(const ww_document *doc, uint32_t section);

/* Gives up what was worked out about an article for those who asked. */
void ww_doc_forget_answers(ww_document *doc);

#endif
