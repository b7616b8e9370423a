/* document_read.c: marks what was left unread, when it is asked for.
 *
 * A section is read as a whole, since its names are judged by all its words.  What cannot be read
 * for want of memory stays unread, and is asked for again. */
#include "document_edit.h"

/* Cuts the blocks of a section into doc->fresh, or copies where they begin if it is cut already. */
static int cut_section(ww_document *doc, uint32_t i, uint32_t first) {
	uint32_t start = ww_doc_section_start(doc, i), end = ww_doc_section_start(doc, i + 1);
	bool coarse = ww_doc_section(doc, i)->coarse, article;
	doc->fresh.n = 0;
	for (uint32_t b = first;; b++) {
		bool may_start = coarse ? ww_doc_may_start_section(doc, start)
		                        : ww_doc_block(doc, b)->may_start;
		if (!ww_doc_add_fresh(doc, (ww_block){ .start = start, .may_start = may_start }))
			return WW_E_NOMEM;
		if (!coarse)
			start = ww_doc_block_start(doc, b + 1);
		else if (start < end && (start = ww_doc_block_end(doc, start, &article)) == 0)
			return WW_E_NOMEM;
		if (start >= end)
			return WW_OK;
	}
}

/* Marks the blocks of section i, which has no marks, and puts them in the place of the old ones.
 * The evidence that was counted on the way is kept for the next key. */
static int read_section(ww_document *doc, uint32_t i) {
	uint32_t len = ww_doc_len(doc), end = ww_doc_section_start(doc, i + 1);
	uint32_t first = ww_row_find(&doc->blocks, ww_doc_section_start(doc, i), len), past = first + 1;
	int err = cut_section(doc, i, first);
	if (!err)
		err = ww_doc_mark_section(doc, end);
	if (!err && !ww_row_reserve(&doc->blocks, &doc->mem, doc->fresh.n))
		err = WW_E_NOMEM;
	if (err) {
		ww_doc_free_fresh(doc);
		return err;
	}
	while (past < ww_row_count(&doc->blocks) && ww_doc_block_start(doc, past) < end)
		past++;
	ww_row_move(&doc->blocks, past, len);
	ww_row_drop(&doc->blocks, past - first);
	for (uint32_t b = 0; b < doc->fresh.n; b++)
		ww_row_push(&doc->blocks, &doc->fresh.at[b]);
	doc->fresh.n = 0;
	ww_section *s = ww_doc_section(doc, i);
	s->unread = s->coarse = false;
	doc->has_evidence = true;
	doc->evidence_section = i;
	ww_doc_forget_answers(doc);
	return WW_OK;
}

/* Marks the unread sections that touch [start, end). */
static int read_range(ww_document *doc, uint32_t start, uint32_t end, ww_range *changed) {
	uint32_t len = ww_doc_len(doc);
	int err = ww_doc_divide(doc, start, end, true, changed);
	for (uint32_t i = ww_row_find(&doc->sections, start, len);
	     !err && i < ww_row_count(&doc->sections); i++) {
		uint32_t at = ww_doc_section_start(doc, i);
		if (at >= end && at > start)
			break;
		if (ww_doc_section(doc, i)->unread && !(err = read_section(doc, i)))
			ww_doc_widen(changed, (ww_range){ at, ww_doc_section_start(doc, i + 1) });
	}
	return err;
}

/* Gives up all marks, to be found again. */
static void forget_marks(ww_document *doc) {
	for (uint32_t i = 0; i < ww_row_count(&doc->blocks); i++) {
		ww_block *b = ww_doc_block(doc, i);
		ww_doc_free_marks(doc, b);
		*b = (ww_block){ .start = b->start, .may_start = b->may_start };
	}
	for (uint32_t i = 0; i < ww_row_count(&doc->sections); i++)
		ww_doc_section(doc, i)->unread = true;
	doc->has_evidence = false;
	ww_doc_forget_answers(doc);
}

/* A rule that is off may have marked something before: all is marked again without it. */
bool ww_doc_drop_slow_rules(ww_document *doc) {
	uint32_t off = ww_rule_search_off(doc->scanner.search);
	if (off == doc->n_off)
		return false;
	doc->n_off = off;
	forget_marks(doc);
	if (!doc->lazy) { /* what memory does not allow stays unread */
		ww_range all = { 0, 0 };
		read_range(doc, 0, ww_doc_len(doc), &all);
	}
	return true;
}

/* Reading may find out that a rule is too slow, which takes all marks away: then it begins
 * again, at most once for each rule. */
int ww_doc_read(ww_document *doc, uint32_t start, uint32_t end, ww_range *changed) {
	for (;;) {
		int err = read_range(doc, start, end, changed);
		if (!ww_doc_drop_slow_rules(doc))
			return err;
		*changed = (ww_range){ 0, ww_doc_len(doc) };
		if (err)
			return err;
	}
}

int ww_document_read(ww_document *doc, size_t start, size_t end) {
	ww_range changed = { 0, 0 };
	if (start > end || end > ww_doc_len(doc))
		return WW_E_RANGE;
	return ww_doc_read(doc, (uint32_t)start, (uint32_t)end, &changed);
}

/* The evidence that is kept is most often that of another section, or of none: then that of this
 * one is counted. */
int ww_doc_read_around(ww_document *doc, size_t pos, uint32_t *block) {
	int err = ww_document_read(doc, pos, pos);
	uint32_t len = ww_doc_len(doc), section = ww_row_find(&doc->sections, (uint32_t)pos, len);
	uint32_t end = ww_doc_section_start(doc, section + 1);
	uint32_t b = ww_row_find(&doc->blocks, ww_doc_section_start(doc, section), len);
	*block = ww_row_find(&doc->blocks, (uint32_t)pos, len);
	if (!err && (!doc->has_evidence || doc->evidence_section != section)) {
		ww_doc_forget_evidence(doc);
		for (; !err && b < ww_row_count(&doc->blocks) && ww_doc_block_start(doc, b) < end; b++) {
			err = ww_doc_read_block(doc, ww_doc_block_start(doc, b), ww_doc_block_start(doc, b + 1),
			                        1);
			if (!err)
				err = ww_doc_count_votes(doc, ww_doc_block(doc, b), 1);
		}
		ww_evidence_settle(&doc->evidence);
		ww_votes_settle(&doc->votes);
		doc->has_evidence = !err;
		doc->evidence_section = section;
	}
	ww_scan_forget(&doc->scanner);
	return err ? err : ww_doc_read_block(doc, ww_doc_block_start(doc, *block),
	                                     ww_doc_block_start(doc, *block + 1), 0);
}

/* Whether the marks of section i are there, and stay whatever is asked for next: an edit may
 * have left in doubt where it begins or ends.  Behind what is uncut nothing can be said of
 * that. */
static bool is_settled(const ww_document *doc, uint32_t i) {
	const ww_section *s = ww_doc_section(doc, i);
	bool last = i + 1 == ww_row_count(&doc->sections);
	return !s->unread && (last || !ww_doc_section(doc, i + 1)->unsure) &&
	       (!s->unsure || ww_doc_section(doc, i - 1)->uncut);
}

/* Of a section that is not even divided, only the part that was asked about is told, since
 * reading it will read only around there. */
bool ww_document_unread(const ww_document *doc, size_t start, size_t end, bool back,
                        ww_range *out) {
	uint32_t len = ww_doc_len(doc);
	if (start >= end || end > len)
		return false;
	uint32_t i = ww_row_find(&doc->sections, (uint32_t)(back ? end - 1 : start), len);
	for (; i < ww_row_count(&doc->sections); back ? i-- : i++) {
		ww_range s = { ww_doc_section_start(doc, i), ww_doc_section_start(doc, i + 1) };
		if (s.start >= end || s.end <= start)
			break;
		if (is_settled(doc, i))
			continue;
		if (ww_doc_section(doc, i)->uncut) {
			s.start = s.start > start ? s.start : (uint32_t)start;
			s.end = s.end < end ? s.end : (uint32_t)end;
		}
		*out = s;
		return true;
	}
	return false;
}

/* Entities and values need an article's marks, all of them. */
int ww_doc_read_article(ww_document *doc, size_t i) {
	return ww_document_read(doc, ww_doc_article_start(doc, (uint32_t)i),
	                        ww_doc_article_start(doc, (uint32_t)i + 1));
}
