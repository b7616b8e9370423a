/* document_block.c: blocks and borders.
 *
 * What an edit makes new stands in lists of its own, doc->fresh and others, until
 * nothing can fail any more: so a refused allocation leaves the document as it was. */
#include "document_block.h"

/* Marks, those beneath and votes lie in one room. */
void ww_doc_free_marks(const ww_document *doc, ww_block *b) {
	ww_free(&doc->mem, b->marks, ww_doc_block_room(b));
}

void ww_doc_free_fresh(ww_document *doc) {
	for (uint32_t i = 0; i < doc->fresh.n; i++)
		ww_doc_free_marks(doc, &doc->fresh.at[i]);
	doc->fresh.n = doc->again.n = 0;
}

bool ww_doc_add_position(ww_document *doc, ww_positions *list, uint32_t position) {
	if (!ww_reserve(&doc->mem, &list->at, &list->cap, list->n + (size_t)1, sizeof *list->at))
		return false;
	list->at[list->n++] = position;
	return true;
}

/* Freed by ww_doc_free_fresh() when the edit fails, and moved to doc->blocks when it does not;
 * the marks belong to one of the two at any time. */
bool ww_doc_add_fresh(ww_document *doc, ww_block b) {
	ww_blocks *fresh = &doc->fresh;
	if (!ww_reserve(&doc->mem, &fresh->at, &fresh->cap, fresh->n + (size_t)1, sizeof *fresh->at))
		return false;
	fresh->at[fresh->n++] = b;
	return true;
}

/* Of the sections from doc->loose on those from the calm-th to before the calm_end-th are settled,
 * counted from the last: what is done before them does not change that.  So whoever types far
 * from what is not divided yet pays for the sections at that place alone. */
uint32_t ww_doc_calm_end(const ww_document *doc, uint32_t i) {
	uint32_t behind = ww_row_count(&doc->sections) - i; /* of them this one is the first */
	return behind <= doc->calm && behind > doc->calm_end ? i + behind - doc->calm_end : i;
}

/* What was loose before, behind this one, is where the calm ends, unless some is known. */
void ww_doc_loosen(ww_document *doc, uint32_t i) {
	uint32_t n = ww_row_count(&doc->sections);
	uint32_t past = (i > doc->sections.left ? i : doc->sections.left) + 1;
	if (i < doc->loose) {
		uint32_t loose = doc->loose < n ? n - doc->loose : 0;
		if (doc->calm <= doc->calm_end || loose <= doc->calm_end) {
			doc->calm = n;
			doc->calm_end = loose;
		}
		doc->loose = i;
	}
	uint32_t behind = past < n ? n - past : 0;
	doc->calm = doc->calm < behind ? doc->calm : behind;
}

/* The start of this section may be wrong: the one before it has to be cut again. */
void ww_doc_doubt(ww_document *doc, uint32_t section) {
	ww_doc_section(doc, section)->unsure = true;
	ww_doc_loosen(doc, section);
}

/* An empty hull is no place at all, so the first range replaces it. */
void ww_doc_widen(ww_range *hull, ww_range by) {
	if (by.start == by.end)
		return;
	if (hull->start == hull->end) {
		*hull = by;
		return;
	}
	if (by.start < hull->start)
		hull->start = by.start;
	if (by.end > hull->end)
		hull->end = by.end;
}

/* Called by whatever changes blocks or marks.  Each answer is worked out anew when it is asked
 * for. */
void ww_doc_forget_answers(ww_document *doc) {
	doc->cursor.valid = doc->cast.valid = doc->findings.valid = doc->queried.valid = false;
}
