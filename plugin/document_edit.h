/* document_edit.h: what the steps of an edit hand on: cutting, marking, comparing. */
#ifndef WW_DOCUMENT_EDIT_H
#define WW_DOCUMENT_EDIT_H

#include "document_block.h"

/* One edit: the old blocks [first, last) make room for doc->fresh.  Old blocks
 * before the gap have positions of the old text, those after it of the new. */
typedef struct {
	ww_document *doc;
	uint32_t start, removed, inserted;
	uint32_t first, last;
	uint32_t from, to;      /* where these blocks lie; `to` in the new text */
	uint32_t cut_to;        /* where the cuts met the old ones */
	uint32_t sections_to;   /* from here on the sections are the old ones */
	bool one_section;       /* no section's border is in what was cut, or was */
	bool unread;            /* its sections are left unread */
} ww_change;

/* Returns the first block that an edit at `start`, done in the text already, can have
 * changed: those before it whose cut can be told to have stayed are passed over. */
uint32_t ww_doc_first_changed(ww_document *doc, uint32_t start);

/* Cuts from block c->first until, at or after the edit, a cut falls on the start
 * of an old block, which becomes c->last.  Errors: WW_E_NOMEM. */
int ww_doc_cut(ww_change *c);

/* Marks the fresh blocks [i, end) of one section, whose evidence is counted
 * from them alone; the last of all fresh blocks ends at `to`.  Errors: WW_E_NOMEM. */
int ww_doc_mark_section(ww_document *doc, uint32_t i, uint32_t end, uint32_t to);

/* Makes the blocks around the change fresh too, so that they are whole sections,
 * and marks them all, unless they are left for later.  Errors: WW_E_NOMEM. */
int ww_doc_mark_sections(ww_change *c);

/* Marks the fresh blocks of a section whose evidence is known, and those around
 * them whose words are now seen otherwise: their numbers go to doc->again, and
 * they themselves behind the fresh ones.  Errors: WW_E_NOMEM. */
int ww_doc_mark_changes(ww_change *c);

/* Reads the block [start, end), and counts its words as evidence if they are new.
 * Errors: WW_E_NOMEM. */
int ww_doc_read_block(ww_document *doc, uint32_t start, uint32_t end, bool is_new);

/* Forgets what is known of a section, to count it anew. */
void ww_doc_forget_evidence(ww_document *doc);

/* Counts the votes of a block that has its marks (`by` is 1), or takes them away again (-1).
 * Errors: WW_E_NOMEM. */
int ww_doc_count_votes(ww_document *doc, const ww_block *block, int by);

/* Returns the range of the new text in which marks came, went or changed. */
ww_range ww_doc_changed_range(const ww_change *c);

#endif
