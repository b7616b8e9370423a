/* document_edit.c: edits a document.
 *
 * What is new is prepared before anything old is given up, so that a refused
 * allocation leaves the document as it was. */
#include "document_edit.h"

/* Puts the positions in `now` in the place of the borders in (from, to); a
 * border at `to` goes too when `with_end`. */
static void replace_borders(const ww_change *c, ww_gap *list, uint32_t to, bool with_end,
                            const ww_positions *now) {
	uint32_t len = ww_doc_len(c->doc);
	uint32_t keep = ww_gap_find_left(list, c->from) + 1, past = keep;
	while (past < ww_gap_count(list)) {
		uint32_t at = ww_gap_position(list, past, len);
		if (past >= list->left && (at > to || (at == to && !with_end)))
			break;
		past++;
	}
	ww_gap_move(list, past, len);
	ww_gap_drop(list, past - keep);
	for (uint32_t i = 0; i < now->n; i++)
		ww_gap_push(list, &(ww_border){ now->at[i], c->unread });
}

/* Puts what is fresh in the place of the old; nothing can fail here. */
static void commit(ww_change *c) {
	ww_document *doc = c->doc;
	uint32_t len = ww_doc_len(doc), cuts = doc->fresh.n - doc->again.n;
	for (uint32_t i = 0; i < doc->again.n; i++) {
		ww_block *b = ww_doc_block(doc, doc->again.at[i]), *f = &doc->fresh.at[cuts + i];
		ww_doc_free_marks(doc, b);
		b->marks = f->marks;
		b->n_marks = f->n_marks;
		b->n_beneath = f->n_beneath;
		b->n_votes = f->n_votes;
		b->mask = f->mask;
	}
	ww_gap_move(&doc->blocks, c->last, len);
	for (uint32_t i = c->first; i < c->last; i++)
		ww_doc_free_marks(doc, ww_doc_block(doc, i));
	ww_gap_drop(&doc->blocks, c->last - c->first);
	for (uint32_t i = 0; i < cuts; i++)
		ww_gap_push(&doc->blocks, &doc->fresh.at[i]);
	replace_borders(c, &doc->articles, c->cut_to, true, &doc->new_articles);
	replace_borders(c, &doc->sections, c->sections_to, false, &doc->new_sections);
	if (c->unread)
		*ww_doc_unread(doc, ww_gap_find(&doc->sections, c->from, len)) = true;
	doc->fresh.n = doc->again.n = 0;
	ww_doc_forget_answers(doc);
}

/* Moves the gap of `items` to the first that stands at or after `pos`; the first
 * of all stays at the text's start whatever is put before it. */
static void part(ww_gap *items, uint32_t pos, uint32_t len) {
	uint32_t i = ww_gap_find(items, pos, len);
	ww_gap_move(items, i == 0 || ww_gap_position(items, i, len) < pos ? i + 1 : i, len);
}

/* Cuts and marks what an edit of the text, done already, has changed. */
static int prepare(ww_change *c) {
	ww_document *doc = c->doc;
	c->first = ww_doc_first_changed(doc, c->start);
	c->from = ww_doc_block_start(doc, c->first);
	int err = ww_doc_cut(c);
	if (err)
		return err;
	bool known = doc->has_evidence && c->one_section &&
	             doc->evidence_section == ww_gap_find_left(&doc->sections, c->from);
	err = known ? ww_doc_mark_changes(c) : ww_doc_mark_sections(c);
	if (!err && (!ww_gap_reserve(&doc->blocks, &doc->mem, doc->fresh.n) ||
	             !ww_gap_reserve(&doc->articles, &doc->mem, doc->new_articles.n) ||
	             !ww_gap_reserve(&doc->sections, &doc->mem, doc->new_sections.n)))
		err = WW_E_NOMEM;
	if (err)
		doc->has_evidence = false;
	return err;
}

/* Whether an edit takes away sections from the text's start and nothing else: then
 * what follows stays as it is. */
static bool drops_sections(const ww_document *doc, const ww_change *c) {
	uint32_t len = ww_doc_len(doc);
	return c->start == 0 && c->inserted == 0 && c->removed > 0 && c->removed < len &&
	       ww_gap_position(&doc->sections, ww_gap_find(&doc->sections, c->removed, len), len) ==
	               c->removed;
}

/* Makes such an edit; nothing can fail here. */
static bool drop_sections(const ww_change *c) {
	ww_document *doc = c->doc;
	if (!ww_text_splice(&doc->text, &doc->mem, 0, c->removed, NULL, 0))
		return false;
	for (uint32_t i = 0; i < doc->blocks.left; i++)
		ww_doc_free_marks(doc, ww_doc_block(doc, i));
	ww_gap_drop(&doc->blocks, doc->blocks.left);
	ww_gap_drop(&doc->articles, doc->articles.left);
	if (ww_doc_next_border(doc, &doc->articles, 0) != 0)
		ww_gap_push(&doc->articles, &(ww_border){ 0 }); /* the rest of one */
	doc->has_evidence = doc->has_evidence && doc->evidence_section >= doc->sections.left;
	doc->evidence_section -= doc->sections.left;
	ww_gap_drop(&doc->sections, doc->sections.left);
	ww_doc_forget_answers(doc);
	return true;
}

int ww_document_edit(ww_document *doc, size_t start, size_t removed, const char *text, size_t len,
                     ww_range *changed) {
	uint32_t old_len = ww_doc_len(doc);
	if (start > old_len || removed > old_len - start)
		return WW_E_RANGE;
	if (len > WW_TEXT_MAX - (old_len - removed))
		return WW_E_TOO_LONG;
	ww_change c = { .doc = doc, .start = (uint32_t)start, .removed = (uint32_t)removed,
		     .inserted = (uint32_t)len };
	part(&doc->blocks, c.start + c.removed, old_len);
	part(&doc->articles, c.start + c.removed, old_len);
	part(&doc->sections, c.start + c.removed, old_len);
	if (drops_sections(doc, &c)) {
		if (changed)
			*changed = (ww_range){ 0, 0 };
		return drop_sections(&c) ? WW_OK : WW_E_NOMEM;
	}
	if (!ww_text_splice(&doc->text, &doc->mem, c.start, c.removed, text, c.inserted))
		return WW_E_NOMEM;
	int err = prepare(&c);
	if (err) {
		ww_text_undo(&doc->text);
		ww_doc_free_fresh(doc);
		return err;
	}
	if (changed)
		*changed = ww_doc_changed_range(&c);
	commit(&c);
	if (ww_doc_drop_slow_rules(doc) && changed)
		*changed = (ww_range){ 0, ww_doc_len(doc) };
	return WW_OK;
}

int ww_document_sync(ww_document *doc, const char *text, size_t len, ww_range *changed) {
	if (len > WW_TEXT_MAX)
		return WW_E_TOO_LONG;
	uint32_t old = ww_doc_len(doc), new = (uint32_t)len;
	uint32_t least = old < new ? old : new;
	uint32_t ahead = ww_text_equal_ahead(&doc->text, 0, text, least);
	uint32_t behind = ww_text_equal_behind(&doc->text, old, text + new, least - ahead);
	if (ahead == old && ahead == new) {
		if (changed)
			*changed = (ww_range){ 0, 0 };
		return WW_OK;
	}
	return ww_document_edit(doc, ahead, old - ahead - behind, text + ahead, new - ahead - behind,
	                        changed);
}
