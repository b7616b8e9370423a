/* document_cut.c: where blocks and sections begin.
 *
 * A block's end depends on nothing but the text from its start to a little behind its
 * end.  A section begins with every article, and within a long one at a block that its
 * own text chooses, some way after the last began.  So after an edit the cuts soon
 * fall on the old ones again. */
#include "document_edit.h"

#include "hash.h"

/* Most blocks end within the first window of text; it grows for those that do not. */
enum { WINDOW = 8192 };

/* Shows a growing window of the text until the end is in it: four times as much each time, so
 * that a long block is looked at little more than once. */
uint32_t ww_doc_block_end(ww_document *doc, uint32_t start, bool *is_article) {
	uint32_t left = ww_doc_len(doc) - start;
	for (uint32_t window = WINDOW;; window = window > left / 4 ? left : window * 4) {
		bool more = window < left;
		uint32_t len = more ? window : left;
		const char *text = ww_doc_view(doc, start, start + len);
		if (!text)
			return 0;
		size_t size = ww_block_end(text, len, more, is_article);
		if (size)
			return start + (uint32_t)size;
	}
}

/* Of how many blocks one may begin a section. */
enum { CHOSEN = 16 };

/* A hash of the block's first bytes chooses, so that the choice moves with the text.  One block
 * of sixteen is chosen: some of any section's length are. */
bool ww_doc_may_start_section(const ww_document *doc, uint32_t start) {
	char first[WW_DOC_CHOOSING];
	uint32_t len = ww_doc_len(doc);
	uint32_t n = len - start < sizeof first ? len - start : (uint32_t)sizeof first;
	ww_text_copy(&doc->text, start, start + n, first);
	uint32_t hash = WW_HASH_START;
	for (uint32_t i = 0; i < n; i++)
		hash = WW_HASH_ADD(hash, first[i]);
	return (hash >> 16) % CHOSEN == 0;
}

/* The longest section is there for texts in which no block is chosen: then it ends at any block. */
bool ww_doc_starts_section(bool may_start, uint32_t size_before) {
	return (may_start && size_before >= WW_SECTION) || size_before >= WW_LONGEST_SECTION;
}

bool ww_doc_is_article(const ww_document *doc, uint32_t start) {
	uint32_t len = ww_doc_len(doc);
	return ww_row_position(&doc->articles, ww_row_find(&doc->articles, start, len), len) == start;
}

uint32_t ww_doc_next_section(ww_document *doc, uint32_t section, bool *is_article) {
	for (uint32_t start = section;;) {
		uint32_t end = ww_doc_block_end(doc, start, is_article);
		if (end == 0 || end == ww_doc_len(doc) || *is_article ||
		    ww_doc_starts_section(ww_doc_may_start_section(doc, end), end - section))
			return end;
		start = end;
	}
}

/* One edit in one section. */

/* Returns the first block of the section that the edit can have changed.  Borders depend on a
 * little text behind them, so it begins so far back, and passes over those whose cut can be told
 * to have stayed. */
static uint32_t first_changed(ww_document *doc, uint32_t section, uint32_t start) {
	uint32_t back = start > WW_BORDER_LOOKAHEAD ? start - WW_BORDER_LOOKAHEAD : 0;
	uint32_t i = ww_row_find_left(&doc->blocks, back < section ? section : back);
	while (i + 1 < doc->blocks.left && ww_doc_block_start(doc, i + 1) <= start) {
		bool is_article = false;
		uint32_t next = ww_doc_block_start(doc, i + 1);
		uint32_t end = ww_doc_block_end(doc, ww_doc_block_start(doc, i), &is_article);
		if (end != next || is_article || start - end < WW_DOC_CHOOSING)
			break; /* the next block's first bytes say whether it may start a section */
		i++;
	}
	return i;
}

/* Whether the old blocks from number c->last to the section's end stay in one section. */
static bool stay_together(const ww_change *c) {
	const ww_document *doc = c->doc;
	for (uint32_t i = c->last; ww_doc_block_start(doc, i) < c->section_end; i++)
		if (ww_doc_starts_section(ww_doc_block(doc, i)->may_start,
		                          ww_doc_block_start(doc, i) - c->section))
			return false;
	return true;
}

/* Whether the next section still begins where this one ends, of which the last cut says whether
 * an article does, if it fell there.  Where not this one goes on, and is marked anew: of what is
 * found in it now nothing would stay. */
static bool ends_there(const ww_change *c, bool fell, bool is_article) {
	ww_document *doc = c->doc;
	uint32_t end = c->section_end, len = ww_doc_len(doc);
	if (end == len)
		return true;
	bool was_article = ww_doc_is_article(doc, end);
	if (c->to < end) /* the cuts met the old ones before */
		is_article = was_article;
	else if (!fell)
		is_article = !was_article;
	bool may_start = ww_doc_may_start_section(doc, end);
	return is_article == was_article &&
	       (is_article || ww_doc_starts_section(may_start, end - c->section));
}

/* Cuts from the first block that can have changed until a cut falls on the start of an old block
 * behind the edit: from there on the old cuts hold.  The edit does not fit when a section would
 * begin or end otherwise than before. */
int ww_doc_cut(ww_change *c, bool *fits) {
	ww_document *doc = c->doc;
	uint32_t n = ww_row_count(&doc->blocks), edited = c->start + c->inserted;
	*fits = c->section_end > c->section || ww_doc_len(doc) == 0;
	if (!*fits) /* nothing is left of it */
		return WW_OK;
	c->first = first_changed(doc, c->section, c->start);
	c->from = ww_doc_block_start(doc, c->first);
	uint32_t start = c->from, old = c->first + 1; /* the old block that a cut may fall on */
	for (;;) {
		bool is_article = false;
		uint32_t end = start < ww_doc_len(doc) ? ww_doc_block_end(doc, start, &is_article) : start;
		bool may_start = ww_doc_may_start_section(doc, start);
		if ((end == 0 && start < ww_doc_len(doc)) ||
		    !ww_doc_add_fresh(doc, (ww_block){ .start = start, .may_start = may_start }))
			return WW_E_NOMEM;
		*fits = end >= c->section_end ||
		        !(is_article || ww_doc_starts_section(ww_doc_may_start_section(doc, end),
		                                              end - c->section));
		if (!*fits)
			return WW_OK;
		bool at_end = end >= c->section_end;
		uint32_t to = at_end ? c->section_end : end;
		while (old < n && (old < doc->blocks.left || ww_doc_block_start(doc, old) < to))
			old++;
		if (at_end || (end >= edited && old < n && ww_doc_block_start(doc, old) == end)) {
			c->last = old;
			c->to = to;
			*fits = stay_together(c) && ends_there(c, end == c->section_end, is_article);
			return WW_OK;
		}
		start = end;
	}
}
