/* document_change.c: where an edit changed marks, for hosts to paint again. */
#include "document_edit.h"

/* A place among the marks of the old blocks or the fresh ones. */
typedef struct {
	uint32_t block, mark;
} place;

/* Returns where a range of the old text has gone: a host that moves its marks
 * with the text has it there.  Empty when all of it was removed. */
static ww_range moved(const ww_change *c, uint32_t start, uint32_t end) {
	uint32_t old_end = c->start + c->removed, new_end = c->start + c->inserted;
	start = start < c->start ? start : start < old_end ? new_end : start - old_end + new_end;
	end = end <= c->start ? end : end < old_end ? c->start : end - old_end + new_end;
	return (ww_range){ start, end > start ? end : start };
}

/* Returns a mark of an old block at its new place. */
static ww_range old_range(const ww_change *c, uint32_t i, const ww_mark *mark) {
	uint32_t start = ww_doc_block_start(c->doc, i);
	if (i >= c->doc->blocks.left)
		return (ww_range){ start + mark->start, start + mark->end };
	return moved(c, start + mark->start, start + mark->end);
}

/* A mark of a fresh block, which lies in the new text already. */
static ww_range fresh_range(const ww_block *b, const ww_mark *mark) {
	return (ww_range){ b->start + mark->start, b->start + mark->end };
}

/* Steps to the next mark of the old blocks up to `last`; NULL at the end. */
static const ww_mark *old_mark(const ww_change *c, place *at, uint32_t last) {
	for (; at->block < last; at->block++, at->mark = 0) {
		const ww_block *b = ww_doc_block(c->doc, at->block);
		if (at->mark < b->n_marks)
			return &b->marks[at->mark];
	}
	return NULL;
}

/* The same among the fresh blocks. */
static const ww_mark *fresh_mark(const ww_blocks *fresh, place *at, uint32_t last) {
	for (; at->block < last; at->block++, at->mark = 0)
		if (at->mark < fresh->at[at->block].n_marks)
			return &fresh->at[at->block].marks[at->mark];
	return NULL;
}

/* Widens the hull by what differs between the marks of old blocks and of fresh
 * ones: a merge in which equals cancel out. */
static void compare(const ww_change *c, place old, uint32_t old_last, place new, uint32_t new_last,
                    ww_range *hull) {
	const ww_blocks *fresh = &c->doc->fresh;
	for (;;) {
		const ww_mark *o = old_mark(c, &old, old_last), *f = fresh_mark(fresh, &new, new_last);
		if (!o && !f)
			return;
		ww_range from = { UINT32_MAX, UINT32_MAX }, to = { UINT32_MAX, UINT32_MAX };
		if (o)
			from = old_range(c, old.block, o);
		if (f)
			to = fresh_range(&fresh->at[new.block], f);
		if (o && f && from.start == to.start && from.end == to.end && o->kind == f->kind &&
		    o->flags == f->flags) {
			old.mark++;
			new.mark++;
		} else if (o && from.start <= to.start) {
			ww_doc_widen(hull, from);
			old.mark++;
		} else {
			ww_doc_widen(hull, to);
			new.mark++;
		}
	}
}

/* First the blocks that were cut against those cut now; then each block that was marked again
 * against itself. */
ww_range ww_doc_changed_range(const ww_change *c) {
	const ww_document *doc = c->doc;
	uint32_t cuts = doc->fresh.n - doc->again.n;
	ww_range hull = { 0, 0 };
	compare(c, (place){ c->first, 0 }, c->last, (place){ 0, 0 }, cuts, &hull);
	for (uint32_t i = 0; i < doc->again.n; i++) {
		uint32_t old = doc->again.at[i];
		compare(c, (place){ old, 0 }, old + 1, (place){ cuts + i, 0 }, cuts + i + 1, &hull);
	}
	return hull;
}
