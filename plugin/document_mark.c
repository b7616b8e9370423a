/* document_mark.c: finds the marks of the blocks that an edit cut.
 *
 * Names need evidence from around them: that of their article, or of a section
 * of it when it is long, so that a key press in a file of any length costs the
 * same.  Only the evidence of the section that was edited last is kept; an edit
 * elsewhere counts that section's anew. */
#include "document_edit.h"

#include <string.h>

/* Takes the words of the block [start, end) out of the evidence. */
static int discount_block(ww_document *doc, uint32_t start, uint32_t end) {
	const char *text = ww_doc_view(doc, start, end);
	if (!text)
		return WW_E_NOMEM;
	int err = ww_scan_words(&doc->scanner, text, end - start);
	if (!err && !ww_evidence_add(&doc->evidence, &doc->mem, &doc->scanner.words, text, -1))
		err = WW_E_NOMEM;
	return err;
}

int ww_doc_read_block(ww_document *doc, uint32_t start, uint32_t end, bool is_new) {
	const char *text = ww_doc_view(doc, start, end);
	if (!text)
		return WW_E_NOMEM;
	int err = ww_scan_read(&doc->scanner, text, end - start);
	if (!err && is_new &&
	    !ww_evidence_add(&doc->evidence, &doc->mem, &doc->scanner.words, text, 1))
		err = WW_E_NOMEM;
	return err;
}

/* Finds the marks of block `b`, which ends at `end` and was read as number `i`. */
static int mark_block(ww_document *doc, ww_block *b, uint32_t end, uint32_t i) {
	const char *text = ww_doc_view(doc, b->start, end);
	if (!text)
		return WW_E_NOMEM;
	ww_scanner *s = &doc->scanner;
	int err = ww_scan_marks(s, i, text, &doc->evidence);
	if (err)
		return err;
	b->mask = s->block[i].mask;
	b->n_marks = b->n_beneath = 0;
	b->marks = NULL;
	if (s->marks.n + s->beneath.n) {
		b->marks = ww_new(&doc->mem, ((size_t)s->marks.n + s->beneath.n) * sizeof *b->marks);
		if (!b->marks)
			return WW_E_NOMEM;
		b->n_marks = s->marks.n;
		b->n_beneath = s->beneath.n;
		if (b->n_marks)
			memcpy(b->marks, s->marks.at, b->n_marks * sizeof *b->marks);
		if (b->n_beneath)
			memcpy(b->marks + b->n_marks, s->beneath.at, b->n_beneath * sizeof *b->marks);
	}
	return WW_OK;
}

/* The end of fresh block i, of which the last ends at `to`. */
static uint32_t fresh_end(const ww_document *doc, uint32_t i, uint32_t to) {
	return i + 1 < doc->fresh.n ? doc->fresh.at[i + 1].start : to;
}

int ww_doc_mark_section(ww_document *doc, uint32_t i, uint32_t end, uint32_t to) {
	int err = WW_OK;
	doc->has_evidence = false;
	ww_evidence_clear(&doc->evidence);
	ww_scan_forget(&doc->scanner);
	for (uint32_t b = i; !err && b < end; b++)
		err = ww_doc_read_block(doc, doc->fresh.at[b].start, fresh_end(doc, b, to), true);
	ww_evidence_changes(&doc->evidence);
	for (uint32_t b = i; !err && b < end; b++)
		err = mark_block(doc, &doc->fresh.at[b], fresh_end(doc, b, to), b - i);
	return err;
}

int ww_doc_mark_sections(ww_change *c) {
	ww_document *doc = c->doc;
	uint32_t len = ww_doc_len(doc), cuts = doc->fresh.n;
	uint32_t section = ww_gap_find_left(&doc->sections, c->from);
	uint32_t from = ww_gap_position(&doc->sections, section, len);
	uint32_t first = ww_gap_find_left(&doc->blocks, from), before = c->first - first;
	for (uint32_t i = first; i < c->first; i++)
		if (!ww_doc_add_fresh(doc, (ww_block){ 0 }))
			return WW_E_NOMEM;
	memmove(doc->fresh.at + before, doc->fresh.at, cuts * sizeof *doc->fresh.at);
	for (uint32_t i = 0; i < before; i++)
		doc->fresh.at[i] = (ww_block){ .start = ww_doc_block_start(doc, first + i),
			                       .may_start = ww_doc_block(doc, first + i)->may_start };
	uint32_t last = c->last;
	for (; last < ww_gap_count(&doc->blocks) && ww_doc_block_start(doc, last) < c->sections_to; last++)
		if (!ww_doc_add_fresh(doc, (ww_block){ .start = ww_doc_block_start(doc, last),
		                                .may_start = ww_doc_block(doc, last)->may_start }))
			return WW_E_NOMEM;
	c->first = first;
	c->last = last;
	c->to = c->sections_to;
	doc->has_evidence = false;
	c->unread = doc->lazy;
	if (c->unread)
		return WW_OK;
	uint32_t border = 0, i = 0;
	while (i < doc->fresh.n) {
		uint32_t end = border < doc->new_sections.n ? doc->new_sections.at[border++] : c->to;
		uint32_t stop = i + 1;
		while (stop < doc->fresh.n && doc->fresh.at[stop].start < end)
			stop++;
		int err = ww_doc_mark_section(doc, i, stop, c->to);
		if (err)
			return err;
		i = stop;
	}
	doc->has_evidence = true;
	doc->evidence_section = section + doc->new_sections.n;
	return WW_OK;
}

int ww_doc_mark_changes(ww_change *c) {
	ww_document *doc = c->doc;
	uint32_t len = ww_doc_len(doc), cuts = doc->fresh.n;
	int err = WW_OK;
	doc->has_evidence = false; /* until all went well */
	ww_text_undo(&doc->text);
	for (uint32_t i = c->first; !err && i < c->last; i++)
		err = discount_block(doc, ww_doc_block_start(doc, i), ww_doc_block_start(doc, i + 1));
	ww_text_redo(&doc->text);
	ww_scan_forget(&doc->scanner);
	for (uint32_t i = 0; !err && i < cuts; i++)
		err = ww_doc_read_block(doc, doc->fresh.at[i].start, fresh_end(doc, i, c->to), true);
	uint64_t seen = ww_evidence_changes(&doc->evidence);
	for (uint32_t i = 0; !err && i < cuts; i++)
		err = mark_block(doc, &doc->fresh.at[i], fresh_end(doc, i, c->to), i);

	uint32_t section = ww_gap_position(&doc->sections, doc->evidence_section, len);
	uint32_t i = ww_gap_find_left(&doc->blocks, section);
	while (!err && seen && i < ww_gap_count(&doc->blocks)) {
		if (i == c->first)
			i = c->last;
		uint32_t start = ww_doc_block_start(doc, i);
		if (i == ww_gap_count(&doc->blocks) || (i >= c->last && start >= c->sections_to))
			break;
		if (ww_doc_block(doc, i)->mask & seen) {
			ww_block b = { .start = start, .may_start = ww_doc_block(doc, i)->may_start };
			uint32_t end = ww_doc_block_start(doc, i + 1), number = doc->fresh.n;
			if (!ww_doc_add_fresh(doc, b) || !ww_doc_add_position(doc, &doc->again, i))
				return WW_E_NOMEM;
			err = ww_doc_read_block(doc, start, end, false);
			if (!err)
				err = mark_block(doc, &doc->fresh.at[number], end, number);
		}
		i++;
	}
	if (err)
		return err;
	doc->has_evidence = true;
	return WW_OK;
}
