/* document_cut.c: where blocks and sections begin.
 *
 * After an edit blocks are cut anew from the first that can have changed until a cut
 * falls on an old one.  A section begins at a block that its own text chooses, some
 * way after the last began: so an edit moves no border but near itself. */
#include "document_edit.h"

/* A section begins at a block that its own text chooses, some way after the
 * last began: so an edit moves no border but near itself. */
enum { SECTION = 32768, LONGEST_SECTION = 262144 };

/* Finds the end of the block that starts at `start`; 0 when there is no memory.
 * Most blocks end within the first window; the window grows for those that
 * do not. */
static uint32_t find_block_end(ww_document *doc, uint32_t start, bool *is_article) {
	uint32_t left = ww_doc_len(doc) - start;
	for (uint32_t window = 8192;; window = window > left / 4 ? left : window * 4) {
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

/* Whether the block at `start` may begin a section: its first bytes decide, for
 * about one in sixteen. */
static bool may_start_section(const ww_document *doc, uint32_t start) {
	char first[8];
	uint32_t len = ww_doc_len(doc), end = len - start < sizeof first ? len : start + 8;
	ww_text_copy(&doc->text, start, end, first);
	uint32_t hash = ww_hash_bytes(WW_HASH_START, first, end - start);
	return (hash >> 16) % 16 == 0;
}

static bool starts_section(bool may_start, uint32_t size_before) {
	return (may_start && size_before >= SECTION) || size_before >= LONGEST_SECTION;
}

/* After the cuts: goes on from old block c->last with the choice of sections
 * until it is the old one again. */
static bool choose_sections(ww_change *c, uint32_t section) {
	ww_document *doc = c->doc;
	uint32_t len = ww_doc_len(doc), a = doc->articles.left, s = doc->sections.left;
	for (uint32_t i = c->last; i < ww_gap_count(&doc->blocks); i++) {
		uint32_t start = ww_doc_block_start(doc, i);
		while (ww_doc_next_border(doc, &doc->articles, a) < start)
			a++;
		while (ww_doc_next_border(doc, &doc->sections, s) < start)
			s++;
		bool was_section = ww_doc_next_border(doc, &doc->sections, s) == start;
		bool chosen;
		if (i == c->last) /* the last cut has said whether an article begins */
			chosen = doc->new_sections.n && doc->new_sections.at[doc->new_sections.n - 1] == start;
		else
			chosen = ww_doc_next_border(doc, &doc->articles, a) == start ||
			         starts_section(ww_doc_block(doc, i)->may_start, start - section);
		if (chosen && was_section) {
			if (i == c->last)
				doc->new_sections.n--;
			c->sections_to = start;
			return true;
		}
		if (chosen) {
			section = start;
			if (i != c->last && !ww_doc_add_position(doc, &doc->new_sections, start))
				return false;
		}
	}
	c->sections_to = len;
	return true;
}

/* Whether no section began, or begins, between c->from and c->sections_to. */
static bool is_one_section(const ww_change *c) {
	const ww_gap *old = &c->doc->sections;
	uint32_t len = ww_doc_len(c->doc), i = ww_gap_find_left(old, c->from) + 1;
	bool was = i < ww_gap_count(old) &&
	           (i < old->left || ww_gap_position(old, i, len) < c->sections_to);
	return !was && c->doc->new_sections.n == 0;
}

int ww_doc_cut(ww_change *c) {
	ww_document *doc = c->doc;
	uint32_t n = ww_gap_count(&doc->blocks), len = ww_doc_len(doc);
	uint32_t edited = c->start + c->inserted;
	uint32_t old = c->first + 1; /* the old block that a cut may fall on */
	uint32_t start = c->from;
	uint32_t section = ww_gap_position(&doc->sections, ww_gap_find_left(&doc->sections, start), len);
	doc->new_articles.n = doc->new_sections.n = 0;
	for (;;) {
		bool is_article = false;
		uint32_t end = start;
		if (start < len && (end = find_block_end(doc, start, &is_article)) == 0)
			return WW_E_NOMEM;
		if (!ww_doc_add_fresh(doc, (ww_block){ .start = start, .may_start = may_start_section(doc, start) }))
			return WW_E_NOMEM;
		if (end < len && is_article && !ww_doc_add_position(doc, &doc->new_articles, end))
			return WW_E_NOMEM;
		if (end < len && (is_article || starts_section(may_start_section(doc, end), end - section))) {
			if (!ww_doc_add_position(doc, &doc->new_sections, end))
				return WW_E_NOMEM;
			section = end;
		}
		while (old < n && (old < doc->blocks.left || ww_doc_block_start(doc, old) < end))
			old++;
		if (end == len || (end >= edited && old < n && ww_doc_block_start(doc, old) == end)) {
			c->last = end == len ? n : old;
			c->to = c->cut_to = end;
			if (!choose_sections(c, section))
				return WW_E_NOMEM;
			c->one_section = is_one_section(c);
			return WW_OK;
		}
		start = end;
	}
}

uint32_t ww_doc_first_changed(ww_document *doc, uint32_t start) {
	uint32_t back = start > WW_BORDER_LOOKAHEAD ? start - WW_BORDER_LOOKAHEAD : 0;
	uint32_t len = ww_doc_len(doc), i = ww_gap_find_left(&doc->blocks, back);
	while (i + 1 < doc->blocks.left && ww_doc_block_start(doc, i + 1) <= start) {
		bool is_article = false;
		uint32_t next = ww_doc_block_start(doc, i + 1);
		uint32_t end = find_block_end(doc, ww_doc_block_start(doc, i), &is_article);
		if (end == 0 || end != next || end == len || start - end < sizeof(uint64_t))
			break; /* the next block's first bytes say whether it may start a section */
		uint32_t a = ww_gap_find_left(&doc->articles, end);
		bool was_article = ww_gap_position(&doc->articles, a, len) == end;
		if (is_article != was_article)
			break;
		i++;
	}
	return i;
}
