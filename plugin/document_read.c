/* document_read.c: marks what an edit of a lazy document left, when it is asked for. */
#include "document_edit.h"

/* Marks the blocks of section i. */
static int read_section(ww_document *doc, uint32_t i) {
	uint32_t len = ww_doc_len(doc), n = ww_gap_count(&doc->blocks);
	uint32_t end = ww_gap_position(&doc->sections, i + 1, len);
	uint32_t first = ww_gap_find(&doc->blocks, ww_gap_position(&doc->sections, i, len), len);
	int err = WW_OK;
	for (uint32_t b = first; !err && b < n && ww_doc_block_start(doc, b) < end; b++)
		err = ww_doc_add_fresh(doc, (ww_block){ .start = ww_doc_block_start(doc, b) }) ? WW_OK : WW_E_NOMEM;
	if (!err)
		err = ww_doc_mark_section(doc, 0, doc->fresh.n, end);
	if (err) {
		ww_doc_free_fresh(doc);
		return err;
	}
	for (uint32_t b = 0; b < doc->fresh.n; b++) {
		ww_block *it = ww_doc_block(doc, first + b), *fresh = &doc->fresh.at[b];
		it->marks = fresh->marks;
		it->n_marks = fresh->n_marks;
		it->n_beneath = fresh->n_beneath;
		it->n_votes = fresh->n_votes;
		it->mask = fresh->mask;
	}
	doc->fresh.n = 0;
	*ww_doc_unread(doc, i) = false;
	doc->has_evidence = true;
	doc->evidence_section = i;
	return WW_OK;
}

/* Marks the unread sections that touch [start, end). */
static int read_range(ww_document *doc, uint32_t start, uint32_t end) {
	uint32_t len = ww_doc_len(doc);
	int err = WW_OK;
	for (uint32_t i = ww_gap_find(&doc->sections, start, len);
	     !err && i < ww_gap_count(&doc->sections); i++) {
		uint32_t at = ww_gap_position(&doc->sections, i, len);
		if (at >= end && at > start)
			break;
		if (*ww_doc_unread(doc, i))
			err = read_section(doc, i);
	}
	return err;
}

/* Gives up all marks, to be found again. */
static void forget_marks(ww_document *doc) {
	doc->has_evidence = false;
	for (uint32_t i = 0; i < ww_gap_count(&doc->blocks); i++) {
		ww_block *b = ww_doc_block(doc, i);
		ww_doc_free_marks(doc, b);
		b->marks = NULL;
		b->n_marks = b->n_beneath = b->n_votes = 0;
	}
	for (uint32_t i = 0; i < ww_gap_count(&doc->sections); i++)
		*ww_doc_unread(doc, i) = true;
	ww_doc_forget_answers(doc);
}

bool ww_doc_drop_slow_rules(ww_document *doc) {
	uint32_t off = ww_rule_search_off(doc->scanner.search);
	if (off == doc->n_off)
		return false;
	doc->n_off = off;
	forget_marks(doc);
	if (!doc->lazy) /* what memory does not allow stays unread */
		read_range(doc, 0, ww_doc_len(doc));
	return true;
}

int ww_document_read(ww_document *doc, size_t start, size_t end) {
	int err = WW_OK;
	if (start > end || end > ww_doc_len(doc))
		return WW_E_RANGE;
	do
		err = read_range(doc, (uint32_t)start, (uint32_t)end);
	while (ww_doc_drop_slow_rules(doc) && !err);
	return err;
}

int ww_doc_read_around(ww_document *doc, size_t pos, uint32_t *block) {
	uint32_t len = ww_doc_len(doc), section = ww_gap_find(&doc->sections, (uint32_t)pos, len);
	uint32_t end = ww_gap_position(&doc->sections, section + 1, len);
	uint32_t b = ww_gap_find(&doc->blocks, ww_gap_position(&doc->sections, section, len), len);
	int err = ww_document_read(doc, pos, pos);
	*block = ww_gap_find(&doc->blocks, (uint32_t)pos, len);
	if (!err && (!doc->has_evidence || doc->evidence_section != section)) {
		doc->has_evidence = false;
		ww_doc_forget_evidence(doc);
		for (; !err && b < ww_gap_count(&doc->blocks) && ww_doc_block_start(doc, b) < end; b++) {
			err = ww_doc_read_block(doc, ww_doc_block_start(doc, b), ww_doc_block_start(doc, b + 1), true);
			if (!err)
				err = ww_doc_count_votes(doc, ww_doc_block(doc, b), 1);
		}
		ww_evidence_changes(&doc->evidence);
		ww_votes_settle(&doc->votes);
		doc->has_evidence = !err;
		doc->evidence_section = section;
	}
	if (err)
		return err;
	uint32_t start = ww_doc_block_start(doc, *block), stop = ww_doc_block_start(doc, *block + 1);
	const char *text = ww_doc_view(doc, start, stop);
	return text ? ww_scan_words(&doc->scanner, text, stop - start) : WW_E_NOMEM;
}

bool ww_document_unread(const ww_document *doc, size_t start, size_t end, bool back,
                        ww_range *out) {
	uint32_t len = ww_doc_len(doc);
	if (start >= end || end > len)
		return false;
	uint32_t i = ww_gap_find(&doc->sections, (uint32_t)(back ? end - 1 : start), len);
	for (; i < ww_gap_count(&doc->sections); back ? i-- : i++) {
		*out = (ww_range){ ww_gap_position(&doc->sections, i, len),
			               ww_gap_position(&doc->sections, i + 1, len) };
		if (out->start >= end || out->end <= start)
			break;
		if (*ww_doc_unread(doc, i))
			return true;
	}
	return false;
}

int ww_doc_read_article(ww_document *doc, size_t i) {
	return ww_document_read(doc, ww_doc_article_start(doc, (uint32_t)i),
	                        ww_doc_article_start(doc, (uint32_t)i + 1));
}
