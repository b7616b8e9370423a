/* document_query.c: what marks and articles there are, around a position. */
#include "document_edit.h"

#include <string.h>

/* Marks count from their block's start, mentions from the text's. */
static ww_mention mention_of(uint32_t start, const ww_mark *mark) {
	return (ww_mention){ start + mark->start, start + mark->end, mark->kind, mark->flags,
		                 mark->form };
}

/* Marks never cross a block's border: so the first block to look at is that of `pos`, and a mark
 * may begin before `pos` there. */
bool ww_document_next(const ww_document *doc, size_t pos, unsigned kinds, ww_mention *out) {
	if (pos >= ww_doc_len(doc))
		return false;
	uint32_t n = ww_row_count(&doc->blocks);
	for (uint32_t i = ww_row_find(&doc->blocks, (uint32_t)pos, ww_doc_len(doc)); i < n; i++) {
		const ww_block *b = ww_doc_block(doc, i);
		uint32_t start = ww_doc_block_start(doc, i);
		for (uint32_t j = 0; j < b->n_marks; j++) {
			if (start + b->marks[j].end > pos && kinds & WW_BIT(b->marks[j].kind)) {
				*out = mention_of(start, &b->marks[j]);
				return true;
			}
		}
	}
	return false;
}

/* By where marks begin, as ww_document_next() goes by where they end: going on and back again
 * meets the same mentions. */
bool ww_document_previous(const ww_document *doc, size_t pos, unsigned kinds, ww_mention *out) {
	uint32_t len = ww_doc_len(doc);
	for (uint32_t i = ww_row_find(&doc->blocks, pos < len ? (uint32_t)pos : len, len) + 1;
	     i-- > 0;) {
		const ww_block *b = ww_doc_block(doc, i);
		uint32_t start = ww_doc_block_start(doc, i);
		for (uint32_t j = b->n_marks; j-- > 0;) {
			if (start + b->marks[j].start < pos && kinds & WW_BIT(b->marks[j].kind)) {
				*out = mention_of(start, &b->marks[j]);
				return true;
			}
		}
	}
	return false;
}

/* Vague mentions are counted together, whatever their kind. */
void ww_document_count(const ww_document *doc, size_t end, size_t n[WW_MOST_KINDS + 1]) {
	memset(n, 0, (WW_MOST_KINDS + 1) * sizeof *n);
	for (uint32_t i = 0; i < ww_row_count(&doc->blocks); i++) {
		const ww_block *b = ww_doc_block(doc, i);
		uint32_t start = ww_doc_block_start(doc, i);
		if (start >= end)
			return;
		for (uint32_t j = 0; j < b->n_marks && start + b->marks[j].end <= end; j++)
			n[b->marks[j].flags & WW_VAGUE ? WW_N_KINDS : b->marks[j].kind]++;
	}
}

/* What may still change when text is appended is the last section, and what lies so near to the
 * end that a border may come there.  Sections in doubt are not settled either: when memory does
 * not suffice to divide the text, less is settled. */
size_t ww_document_settled(ww_document *doc) {
	uint32_t len = ww_doc_len(doc);
	ww_range changed = { 0, 0 };
	if (len < WW_BORDER_LOOKAHEAD || ww_doc_divide(doc, 0, len, true, &changed))
		return 0;
	uint32_t i = ww_row_find(&doc->sections, len - WW_BORDER_LOOKAHEAD, len);
	uint32_t sure = doc->loose > 0 ? doc->loose - 1 : 0;
	for (uint32_t s = sure + 1; s <= i; s++, sure++)
		if (ww_doc_section(doc, s)->unsure || ww_doc_section(doc, sure)->uncut)
			break;
	return ww_doc_section_start(doc, sure < i ? sure : i);
}

/* The better right comes first, as they are kept: `i` counts those that overlap the range. */
bool ww_document_beneath(const ww_document *doc, size_t start, size_t end, size_t i,
                         ww_mention *out) {
	if (start >= ww_doc_len(doc))
		return false;
	uint32_t n = ww_row_find(&doc->blocks, (uint32_t)start, ww_doc_len(doc));
	const ww_block *b = ww_doc_block(doc, n);
	uint32_t at = ww_doc_block_start(doc, n);
	for (uint32_t k = b->n_marks; k < b->n_marks + b->n_beneath; k++) {
		const ww_mark *mark = &b->marks[k];
		if (at + mark->start >= end || at + mark->end <= start || i-- > 0)
			continue;
		*out = mention_of(at, mark);
		return true;
	}
	return false;
}

/* Articles are only known where the text is divided, so all of it is: that reads no names and is
 * fast. */
size_t ww_document_articles(ww_document *doc) {
	ww_range changed = { 0, 0 };
	/* without memory they are those that are known */
	ww_doc_divide(doc, 0, ww_doc_len(doc), false, &changed);
	return ww_row_count(&doc->articles);
}

/* The text's end belongs to the last article. */
size_t ww_document_article_at(const ww_document *doc, size_t pos) {
	uint32_t len = ww_doc_len(doc);
	return ww_row_find(&doc->articles, pos < len ? (uint32_t)pos : len, len);
}
