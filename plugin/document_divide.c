/* document_divide.c: divides a text into articles and sections, as far as it is needed.
 *
 * A large text, and what an edit leaves, is one section that is `uncut`.  Where a host
 * looks, it is divided from a little before on, so that a screen of a gigabyte is there
 * at once; the rest is divided from its start in steps, when the host is idle.  Where
 * such a step comes to sections that are there already it goes on until it would begin
 * one where one begins: what is then the same as if all had been divided in one go. */
#include "document_edit.h"

#include <string.h>

/* A section is loose while its borders are not settled: it was not cut, or it is in doubt where
 * it begins. */
static bool is_loose(const ww_document *doc, uint32_t i) {
	const ww_section *s = ww_doc_section(doc, i);
	return s->uncut || s->unsure;
}

/* Dividing. */

/* What is divided: sections number `first` to `next`, this one not, which are then doc->fresh
 * and others. */
typedef struct {
	ww_document *doc;
	uint32_t first, next;
	uint32_t from, to; /* where they lie */
	uint32_t cut_to;   /* how far they are divided */
	bool blocks;
} division;

/* Notes that a block begins at `start`, and what begins with it: perhaps a section, and perhaps
 * an article.  Without `blocks` only sections are noted, each by one block for all of it. */
static bool add(division *d, uint32_t start, bool may_start, bool section, bool article) {
	ww_document *doc = d->doc;
	if (section && start > d->from && !ww_doc_add_position(doc, &doc->new_sections, start))
		return false;
	if (article && !ww_doc_add_position(doc, &doc->new_articles, start))
		return false;
	ww_block b = { .start = start, .may_start = d->blocks && may_start };
	return (!d->blocks && !section) || ww_doc_add_fresh(doc, b);
}

/* Takes sections in that the cut at `end` passes; returns whether it falls on the start of
 * one, which stays when `border` says that a section begins there. */
static bool meets(division *d, uint32_t end, bool border, bool article) {
	ww_document *doc = d->doc;
	for (;;) {
		if (d->to < end || (d->to == end && d->to < ww_doc_len(doc) &&
		                    !(border && article == ww_doc_is_article(doc, end))))
			d->to = ww_doc_section_start(doc, ++d->next);
		else
			return d->to == end;
	}
}

/* Divides from d->from on until a section's start is met, or a section begins at or past
 * `past`. */
static int divide(division *d, uint32_t past) {
	ww_document *doc = d->doc;
	uint32_t section = d->from, start = d->from, len = ww_doc_len(doc);
	bool begins = true, article = false, may_start = ww_doc_may_start_section(doc, start);
	for (;;) {
		uint32_t end = start;
		if (!add(d, start, may_start, begins, article))
			return WW_E_NOMEM;
		if (start < len && (end = ww_doc_block_end(doc, start, &article)) == 0)
			return WW_E_NOMEM;
		may_start = ww_doc_may_start_section(doc, end);
		begins = end < len && (article || ww_doc_starts_section(may_start, end - section));
		if (meets(d, end, begins, article)) {
			d->cut_to = end;
			return WW_OK;
		}
		article &= begins;
		if (begins && end >= past) { /* the rest is for later */
			d->cut_to = end;
			return add(d, end, may_start, true, article) ? WW_OK : WW_E_NOMEM;
		}
		if (begins)
			section = end;
		start = end;
	}
}

/* Puts n items at `new`, of which each begins with its position, in the place of those from
 * number `first` on and before byte `to`; room is reserved. */
static void replace(const ww_document *doc, ww_row *list, uint32_t first, uint32_t to,
                    const void *new, uint32_t n, size_t size) {
	uint32_t len = ww_doc_len(doc), past = first;
	while (past < ww_row_count(list) && ww_row_position(list, past, len) < to)
		past++;
	ww_row_move(list, past, len);
	ww_row_drop(list, past - first);
	for (uint32_t i = 0; i < n; i++)
		ww_row_push(list, (const char *)new + i * size);
}

/* What is fresh takes the place of the old sections, which are dropped; those behind are kept,
 * and the first of them is sure when the division met it. */
static void replace_sections(const division *d) {
	ww_document *doc = d->doc;
	const ww_positions *new = &doc->new_sections;
	uint32_t n = ww_row_count(&doc->sections);
	ww_section *first = ww_doc_section(doc, d->first);
	first->uncut = false;
	first->unread = true;
	first->coarse = !d->blocks;
	if (d->next < n && d->cut_to == d->to)
		ww_doc_section(doc, d->next)->unsure = false;
	ww_row_move(&doc->sections, d->next, ww_doc_len(doc));
	ww_doc_loosen(doc, d->first);
	ww_row_drop(&doc->sections, d->next - d->first - 1);
	for (uint32_t i = 0; i < new->n; i++)
		ww_row_push(&doc->sections, &(ww_section){ .start = new->at[i], .unread = true,
		                                           .coarse = !d->blocks });
	if (d->cut_to < d->to) { /* the last is the rest */
		ww_section *rest = ww_doc_section(doc, doc->sections.left - 1);
		rest->coarse = rest->uncut = true;
	}
	uint32_t more = new->n + d->first + 1;
	if (doc->evidence_section >= d->next)
		doc->evidence_section = doc->evidence_section - d->next + more;
	else if (doc->evidence_section >= d->first)
		doc->has_evidence = false;
}

/* Makes what was divided the document's. Room is reserved, so that nothing can fail here. */
static void commit(const division *d) {
	ww_document *doc = d->doc;
	uint32_t len = ww_doc_len(doc), n = ww_row_count(&doc->blocks);
	uint32_t first = ww_row_find(&doc->blocks, d->from, len);
	uint32_t to = d->to > d->from ? d->to : d->from + 1; /* an empty text has one block */
	for (uint32_t i = first; i < n && ww_doc_block_start(doc, i) < to; i++)
		ww_doc_free_marks(doc, ww_doc_block(doc, i));
	replace(doc, &doc->blocks, first, to, doc->fresh.at, doc->fresh.n, sizeof *doc->fresh.at);
	replace(doc, &doc->articles, ww_row_find(&doc->articles, d->from, len) + 1, d->to,
	        doc->new_articles.at, doc->new_articles.n, sizeof *doc->new_articles.at);
	replace_sections(d);
	doc->fresh.n = 0;
	ww_doc_forget_answers(doc);
}

/* Divides from section number i on, until it meets a section that begins where it would or
 * has come past `past`. */
static int divide_from(ww_document *doc, uint32_t i, uint32_t past, bool blocks,
                       ww_range *changed) {
	division d = { .doc = doc, .first = i, .next = i + 1, .blocks = blocks };
	d.from = ww_doc_section_start(doc, i);
	d.to = ww_doc_section_start(doc, i + 1);
	doc->fresh.n = doc->new_articles.n = doc->new_sections.n = 0;
	int err = divide(&d, past);
	if (!err && (!ww_row_reserve(&doc->blocks, &doc->mem, doc->fresh.n) ||
	             !ww_row_reserve(&doc->articles, &doc->mem, doc->new_articles.n) ||
	             !ww_row_reserve(&doc->sections, &doc->mem, doc->new_sections.n)))
		err = WW_E_NOMEM;
	if (err) {
		doc->fresh.n = 0;
		return err;
	}
	ww_doc_widen(changed, (ww_range){ d.from, d.to });
	commit(&d);
	return WW_OK;
}

/* Looks whether the section before number i ends where i begins, and divides it anew, and
 * what follows, when it does not. */
static int check_start(ww_document *doc, uint32_t i, uint32_t past, bool blocks,
                       ww_range *changed) {
	bool article;
	uint32_t start = ww_doc_section_start(doc, i);
	uint32_t end = ww_doc_next_section(doc, ww_doc_section_start(doc, i - 1), &article);
	if (end == 0)
		return WW_E_NOMEM;
	if (end != start || article != ww_doc_is_article(doc, start))
		return divide_from(doc, i - 1, past, blocks, changed);
	ww_doc_section(doc, i)->unsure = false;
	return WW_OK;
}

/* Dividing near a place. */

/* How much is looked through for the start of a paragraph. */
enum { PARAGRAPH = 8192 };

/* Returns a place near `near` where a paragraph begins, or else a line, or else a character; 0
 * when there is no memory. */
static uint32_t paragraph_near(ww_document *doc, uint32_t near) {
	uint32_t n = ww_doc_len(doc) - near;
	n = n < PARAGRAPH ? n : PARAGRAPH;
	const char *text = ww_doc_view(doc, near, near + n);
	if (!text)
		return 0;
	const char *line = memchr(text, '\n', n), *p = line;
	for (; p && p + 1 < text + n; p = memchr(p + 1, '\n', (size_t)(text + n - p - 1)))
		if (p[1] == '\n' && p + 2 < text + n && p[2] != '\n')
			return near + (uint32_t)(p + 2 - text);
	uint32_t at = line && line + 1 < text + n ? (uint32_t)(line + 1 - text) : 0;
	while (at + 1 < n && ((uint8_t)text[at] & 0xC0) == 0x80)
		at++;
	return near + at;
}

/* Cuts an uncut section in two when it begins far before `start`: the second begins nearer, at a
 * paragraph, and may be wrong.  It is in doubt until the division from the front comes there. */
static int cut_near(ww_document *doc, uint32_t i, uint32_t start) {
	uint32_t from = ww_doc_section_start(doc, i);
	if (start <= from || start - from < 2 * WW_CUT_BEFORE)
		return WW_OK;
	uint32_t at = paragraph_near(doc, start - WW_CUT_BEFORE);
	if (at == 0 || !ww_row_reserve(&doc->sections, &doc->mem, 1) ||
	    !ww_row_reserve(&doc->blocks, &doc->mem, 1))
		return WW_E_NOMEM;
	uint32_t len = ww_doc_len(doc);
	ww_section rest = { .start = at, .unread = true, .coarse = true, .uncut = true,
		                .unsure = true };
	ww_row_move(&doc->blocks, ww_row_find(&doc->blocks, from, len) + 1, len);
	ww_row_push(&doc->blocks, &(ww_block){ .start = at });
	ww_row_move(&doc->sections, i + 1, len);
	ww_doc_loosen(doc, i);
	ww_row_push(&doc->sections, &rest);
	if (doc->evidence_section > i)
		doc->evidence_section++;
	ww_doc_forget_answers(doc);
	return WW_OK;
}

/* The first section from `start` on and before `end` that is to be divided, or their number:
 * of a range's first section the start is left in doubt. */
static uint32_t find_loose(const ww_document *doc, uint32_t first, uint32_t end) {
	uint32_t n = ww_row_count(&doc->sections);
	uint32_t i = ww_doc_calm_end(doc, first > doc->loose ? first : doc->loose);
	for (; i < n && (i == first || ww_doc_section_start(doc, i) < end);
	     i = ww_doc_calm_end(doc, i + 1))
		if (ww_doc_section(doc, i)->uncut || (i > first && ww_doc_section(doc, i)->unsure))
			return i;
	return n;
}

/* What stands at a place is told by its article, and an edit may have left borders in doubt on
 * either side: so a lazy document divides more than is asked for, and a text of an article's
 * usual size whole. */
int ww_doc_divide(ww_document *doc, uint32_t start, uint32_t end, bool blocks, ww_range *changed) {
	if (doc->lazy) {
		start = start > WW_CUT_BEFORE ? start - WW_CUT_BEFORE : 0;
		end = ww_doc_len(doc) - end > WW_CUT_BEFORE ? end + WW_CUT_BEFORE : ww_doc_len(doc);
	}
	for (;;) {
		uint32_t first = ww_row_find(&doc->sections, start, ww_doc_len(doc));
		uint32_t i = find_loose(doc, first, end);
		if (i == ww_row_count(&doc->sections))
			return WW_OK;
		const ww_section *s = ww_doc_section(doc, i);
		int err;
		if (i > first && s->unsure) {
			err = check_start(doc, i, end, blocks, changed);
		} else {
			err = doc->lazy && i == first ? cut_near(doc, i, start) : WW_OK;
			if (i == first)
				i = ww_row_find(&doc->sections, start, ww_doc_len(doc));
			if (!err)
				err = divide_from(doc, i, end, blocks, changed);
		}
		if (err)
			return err;
	}
}

/* Blocks, articles and sections that began within are dropped, and one block is put there.  Two
 * of them may begin at one place, when all text between has gone. */
void ww_doc_undivide(ww_document *doc, uint32_t first) {
	uint32_t start = ww_doc_section_start(doc, first);
	uint32_t block = ww_row_find_left(&doc->blocks, start);
	while (block > 0 && ww_doc_block_start(doc, block - 1) == start)
		block--;
	for (uint32_t i = block; i < doc->blocks.left; i++)
		ww_doc_free_marks(doc, ww_doc_block(doc, i));
	ww_row_drop(&doc->blocks, doc->blocks.left - block);
	ww_row_push(&doc->blocks, &(ww_block){ .start = start });
	uint32_t article = ww_row_find_left(&doc->articles, start);
	while (article > 0 && ww_doc_article_start(doc, article - 1) == start)
		article--; /* of two articles between which all has gone */
	ww_row_drop(&doc->articles, doc->articles.left - article - 1);
	uint32_t gone = doc->sections.left - first - 1;
	if (doc->evidence_section > first + gone)
		doc->evidence_section -= gone;
	else if (doc->evidence_section >= first)
		doc->has_evidence = false;
	ww_doc_loosen(doc, first);
	ww_row_drop(&doc->sections, gone);
	ww_section *s = ww_doc_section(doc, first);
	s->unread = s->coarse = s->uncut = true;
	ww_doc_forget_answers(doc);
}

/* What makes keys slow is done first, and waits for this from the first call on; then the first
 * loose section is divided, `bytes` of it, which may change marks; then forms are compiled that
 * may be asked for. */
int ww_document_idle(ww_document *doc, size_t bytes, ww_range *changed, bool *more) {
	uint32_t n = ww_row_count(&doc->sections), len = ww_doc_len(doc);
	*changed = (ww_range){ 0, 0 };
	ww_matcher_postpone(doc->engine->matcher);
	while (doc->loose < n && !is_loose(doc, doc->loose))
		doc->loose = ww_doc_calm_end(doc, doc->loose + 1);
	*more = doc->loose < n;
	if (!*more || ww_matcher_is_due(doc->engine->matcher)) {
		bool forms, loose = *more;
		int err = ww_matcher_warm(doc->engine->matcher, &forms);
		*more = loose || forms;
		return err;
	}
	uint32_t i = doc->loose, from = ww_doc_section_start(doc, i);
	uint32_t past = bytes < len - from ? from + (uint32_t)bytes : len;
	return ww_doc_section(doc, i)->unsure ? check_start(doc, i, past, false, changed)
	                                      : divide_from(doc, i, past, false, changed);
}
