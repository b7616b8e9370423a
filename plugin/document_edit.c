/* document_edit.c: edits a document.
 *
 * A key inside of a section whose evidence is known changes some of its blocks: these are
 * prepared before anything old is given up.  Of any other edit only the sections that it
 * touches are noted, to be divided and marked when somebody asks; in a document that is
 * not lazy that is at once, and when memory does not suffice for it the text is put back.
 * So nothing is lost, and the marks of what was touched are found again. */
#include "document_edit.h"

/* A longer insertion is no key. */
enum { KEY = 4096 };

/* A key. */

/* A block that was only tagged anew keeps its place and what its border is. */
static void replace_marks(const ww_document *doc, ww_block *b, const ww_block *by) {
	uint32_t start = b->start; /* which only the row can read */
	bool may_start = b->may_start;
	ww_doc_free_marks(doc, b);
	*b = *by;
	b->start = start;
	b->may_start = may_start;
}

/* Puts what is fresh in the place of the old; nothing can fail here. */
static void commit(ww_change *c) {
	ww_document *doc = c->doc;
	uint32_t cuts = doc->fresh.n - doc->again.n;
	for (uint32_t i = 0; i < doc->again.n; i++)
		replace_marks(doc, ww_doc_block(doc, doc->again.at[i]), &doc->fresh.at[cuts + i]);
	ww_row_move(&doc->blocks, c->last, ww_doc_len(doc));
	for (uint32_t i = c->first; i < c->last; i++)
		ww_doc_free_marks(doc, ww_doc_block(doc, i));
	ww_row_drop(&doc->blocks, c->last - c->first);
	for (uint32_t i = 0; i < cuts; i++)
		ww_row_push(&doc->blocks, &doc->fresh.at[i]);
	doc->fresh.n = doc->again.n = 0;
	ww_doc_forget_answers(doc);
}

/* Cuts and marks what the edit, done in the text already, has changed; *fits says that it
 * was one of a known section and left it one. */
static int press_key(ww_change *c, ww_range *changed, bool *fits) {
	ww_document *doc = c->doc;
	uint32_t section = doc->sections.left - 1;
	*fits = doc->has_evidence && doc->evidence_section == section && c->inserted <= KEY &&
	        ww_doc_section_start(doc, section) <= c->start && !ww_doc_section(doc, section)->unread;
	if (!*fits)
		return WW_OK;
	c->section = ww_doc_section_start(doc, section);
	c->section_end = ww_doc_section_start(doc, section + 1);
	int err = ww_doc_cut(c, fits);
	if (!err && *fits)
		err = ww_doc_mark_changes(c);
	if (!err && *fits && !ww_row_reserve(&doc->blocks, &doc->mem, doc->fresh.n))
		err = WW_E_NOMEM;
	if (err || !*fits) {
		doc->has_evidence = false;
		ww_doc_free_fresh(doc);
		return err;
	}
	*changed = ww_doc_changed_range(c);
	commit(c);
	return WW_OK;
}

/* Any edit. */

/* Moves the gap of `items` to the first that stands at or after `pos`: those behind it count
 * from the text's end then, and move with it. The first of all stays at the text's start
 * whatever is put before it. */
static void part(ww_row *items, uint32_t pos, uint32_t len) {
	uint32_t i = ww_row_find(items, pos, len);
	ww_row_move(items, i == 0 || ww_row_position(items, i, len) < pos ? i + 1 : i, len);
}

static void part_all(ww_document *doc, uint32_t pos) {
	uint32_t len = ww_doc_len(doc);
	part(&doc->blocks, pos, len);
	part(&doc->articles, pos, len);
	part(&doc->sections, pos, len);
}

/* Leaves the sections that an edit of the text touched to be divided anew; they lie before the
 * gap. A section of which nothing is left goes with the one before it or behind.  Nothing can
 * fail here. */
static ww_range leave(ww_document *doc, uint32_t start) {
	uint32_t first = ww_row_find_left(&doc->sections, start), n = ww_row_count(&doc->sections);
	uint32_t from = ww_doc_section_start(doc, first);
	uint32_t to = ww_doc_section_start(doc, doc->sections.left);
	if (from == to && doc->sections.left == n && first > 0)
		from = ww_doc_section_start(doc, --first); /* nothing is left: with the one before */
	ww_doc_undivide(doc, first);
	if (from == to && doc->sections.left < ww_row_count(&doc->sections)) {
		to = ww_doc_section_start(doc, doc->sections.left + 1); /* or the next one */
		part_all(doc, to);
		ww_doc_undivide(doc, first);
	}
	return (ww_range){ from, to };
}

/* Notes which sections begin so near before an edit that they may begin no more. */
static void doubt_near(ww_document *doc, uint32_t start) {
	for (uint32_t i = doc->sections.left; i-- > 1;) {
		uint32_t section = ww_doc_section_start(doc, i);
		if (section + WW_BORDER_LOOKAHEAD <= start)
			break;
		if (section <= start)
			ww_doc_doubt(doc, i);
	}
}

/* Whether an edit takes away sections from the text's start and nothing else: a pager that
 * forgets what has gone by does so. Then what follows stays as it is. */
static bool drops_sections(const ww_document *doc, const ww_change *c) {
	uint32_t left = doc->sections.left;
	return c->start == 0 && c->inserted == 0 && c->removed > 0 &&
	       left < ww_row_count(&doc->sections) && ww_doc_section_start(doc, left) == c->removed;
}

/* Makes such an edit. */
static int drop_sections(const ww_change *c) {
	ww_document *doc = c->doc;
	uint32_t gone = doc->sections.left;
	if (!ww_text_splice(&doc->text, &doc->mem, 0, c->removed, NULL, 0))
		return WW_E_NOMEM;
	for (uint32_t i = 0; i < doc->blocks.left; i++)
		ww_doc_free_marks(doc, ww_doc_block(doc, i));
	ww_row_drop(&doc->blocks, doc->blocks.left);
	ww_row_drop(&doc->articles, doc->articles.left);
	if (ww_row_count(&doc->articles) == 0 || ww_doc_article_start(doc, 0) != 0)
		ww_row_push(&doc->articles, &(ww_border){ 0 }); /* the rest of one */
	ww_row_drop(&doc->sections, gone);
	ww_doc_section(doc, 0)->unsure = false;
	doc->has_evidence = doc->has_evidence && doc->evidence_section >= gone;
	doc->evidence_section -= gone;
	doc->loose = doc->loose > gone ? doc->loose - gone : 0;
	ww_doc_forget_answers(doc);
	return WW_OK;
}

/* Divides and marks all that is not, as far as memory allows. */
static int finish(ww_document *doc, ww_range *changed) {
	uint32_t len = ww_doc_len(doc);
	int err = ww_doc_divide(doc, 0, len, true, changed);
	ww_range unread = doc->behind ? (ww_range){ 0, len } : *changed;
	if (!err)
		err = ww_doc_read(doc, unread.start, unread.end, changed);
	doc->behind = err != WW_OK;
	return err;
}

/* Takes the edit back; what it touched is left unread. */
static void take_back(ww_change *c) {
	ww_document *doc = c->doc;
	part_all(doc, c->start + c->inserted);
	ww_text_undo(&doc->text);
	doubt_near(doc, c->start);
	leave(doc, c->start);
}

/* First the gaps are moved to the edit, then the text is changed.  A key that fits is marked at
 * once; of any other edit the touched sections are left to be divided.  Whatever fails puts the
 * text back. */
int ww_document_edit(ww_document *doc, size_t start, size_t removed, const char *text, size_t len,
                     ww_range *changed) {
	uint32_t old_len = ww_doc_len(doc);
	ww_range hull = { 0, 0 };
	bool fits;
	if (start > old_len || removed > old_len - start)
		return WW_E_RANGE;
	if (len > WW_TEXT_MAX - (old_len - removed))
		return WW_E_TOO_LONG;
	ww_change c = { .doc = doc, .start = (uint32_t)start, .removed = (uint32_t)removed,
		            .inserted = (uint32_t)len };
	part_all(doc, c.start + c.removed);
	if (changed)
		*changed = hull;
	if (drops_sections(doc, &c))
		return drop_sections(&c);
	if (!ww_text_splice(&doc->text, &doc->mem, c.start, c.removed, text, c.inserted))
		return WW_E_NOMEM;
	doubt_near(doc, c.start);
	int err = press_key(&c, &hull, &fits);
	if (err) {
		ww_text_undo(&doc->text);
		return err;
	}
	if (!fits)
		hull = leave(doc, c.start);
	if (!doc->lazy && (err = finish(doc, &hull)) != WW_OK) {
		take_back(&c);
		return err;
	}
	if (ww_doc_drop_slow_rules(doc))
		hull = (ww_range){ 0, ww_doc_len(doc) };
	if (changed)
		*changed = hull;
	return WW_OK;
}

/* Compares from both ends, so that a host that reports no edits costs what comparing costs, and
 * one change in one place is one edit.  What is repeated around the place may be told as another
 * edit than the user made, of the same text. */
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

/* When memory ends the document is empty again, as it was. */
int ww_document_lend(ww_document *doc, const char *text, size_t len) {
	ww_range changed = { 0, 0 };
	if (ww_doc_len(doc) > 0)
		return WW_E_RANGE;
	if (len > WW_TEXT_MAX)
		return WW_E_TOO_LONG;
	if (len == 0)
		return WW_OK;
	part_all(doc, 0);
	if (!ww_text_borrow(&doc->text, &doc->mem, text, (uint32_t)len))
		return WW_E_NOMEM;
	leave(doc, 0);
	int err = doc->lazy ? WW_OK : finish(doc, &changed);
	if (err) {
		ww_text_free(&doc->text, &doc->mem);
		part_all(doc, 0);
		leave(doc, 0);
	}
	return err;
}
