/* document_mark.c: finds the marks of the blocks that an edit cut.
 *
 * Names need evidence from around them: that of their article, or of a section
 * of it when it is long, so that a key press in a file of any length costs the
 * same.  Only the evidence of the section that was edited last is kept; an edit
 * elsewhere counts that section's anew. */
#include "document_edit.h"

#include <string.h>

/* Adds what block number i of the scanner says to the evidence, or takes it away. */
static int count_words(ww_document *doc, uint32_t i, const char *text, int by) {
	const ww_name_words words = ww_scan_words_of(&doc->scanner, i);
	return ww_evidence_add(&doc->evidence, &doc->mem, &words, text, by) ? WW_OK : WW_E_NOMEM;
}

int ww_doc_read_block(ww_document *doc, uint32_t start, uint32_t end, int by) {
	ww_scanner *s = &doc->scanner;
	uint32_t i = s->n_blocks;
	const char *text = ww_doc_view(doc, start, end);
	int err = text ? ww_scan_tokens(s, text, end - start) : WW_E_NOMEM;
	if (!err)
		err = ww_scan_words(s, i, text);
	return err || !by ? err : count_words(doc, i, text, by);
}

/* Room is kept: the next section will want as much. */
void ww_doc_forget_evidence(ww_document *doc) {
	doc->has_evidence = false;
	ww_evidence_clear(&doc->evidence);
	ww_votes_clear(&doc->votes);
	ww_scan_forget(&doc->scanner);
}

int ww_doc_count_votes(ww_document *doc, const ww_block *b, int by) {
	bool ok = !b->n_votes || ww_votes_add(&doc->votes, &doc->mem, ww_doc_votes(b), b->n_votes, by);
	return ok ? WW_OK : WW_E_NOMEM;
}

/* The text of fresh block i, which is the scanner's number i; NULL when there is no memory. */
static const char *fresh_text(ww_document *doc, uint32_t i) {
	uint32_t start = doc->fresh.at[i].start;
	return ww_doc_view(doc, start, start + doc->scanner.block[i].len);
}

/* Finds the names of fresh block i, and counts their votes. */
static int name_block(ww_document *doc, uint32_t i) {
	ww_scanner *s = &doc->scanner;
	const char *text = fresh_text(doc, i);
	int err = text ? ww_scan_names(s, i, text, &doc->evidence) : WW_E_NOMEM;
	const ww_read_block *b = &s->block[i];
	if (!err && b->n_names &&
	    !ww_votes_add(&doc->votes, &doc->mem, s->names.vote + b->name, b->n_names, 1))
		err = WW_E_NOMEM;
	return err;
}

/* memcpy() may not be given NULL, even for nothing. */
static void copy(void *to, const void *from, size_t size) {
	if (size)
		memcpy(to, from, size);
}

/* Finds the marks of fresh block i, whose names were found. */
static int mark_block(ww_document *doc, uint32_t i) {
	ww_scanner *s = &doc->scanner;
	const char *text = fresh_text(doc, i);
	int err = text ? ww_scan_marks(s, i, text, &doc->votes) : WW_E_NOMEM;
	if (err)
		return err;
	const ww_read_block *read = &s->block[i];
	ww_block full = doc->fresh.at[i];
	full.mask = read->mask;
	full.n_marks = s->marks.n;
	full.n_beneath = s->beneath.n;
	full.n_votes = read->n_names;
	full.marks = NULL;
	if (ww_doc_block_room(&full)) {
		full.marks = ww_new(&doc->mem, ww_doc_block_room(&full));
		if (!full.marks)
			return WW_E_NOMEM;
		copy(full.marks, s->marks.at, full.n_marks * sizeof *full.marks);
		copy(full.marks + full.n_marks, s->beneath.at, full.n_beneath * sizeof *full.marks);
		if (full.n_votes)
			copy(ww_doc_votes(&full), &s->names.vote[read->name], full.n_votes * sizeof(ww_vote));
	}
	doc->fresh.at[i] = full;
	return WW_OK;
}

/* The end of fresh block i, of which the last ends at `to`. */
static uint32_t fresh_end(const ww_document *doc, uint32_t i, uint32_t to) {
	return i + 1 < doc->fresh.n ? doc->fresh.at[i + 1].start : to;
}

/* Three rounds over all blocks: words, which are the evidence; names, which vote; and times and
 * marks, which heed the votes.  None can begin before the last has ended, since each asks for
 * the whole section's.  Rounds of their own for tokens, for words and for what they tell were no
 * faster. */
int ww_doc_mark_section(ww_document *doc, uint32_t to) {
	uint32_t n = doc->fresh.n;
	int err = WW_OK;
	ww_doc_forget_evidence(doc);
	for (uint32_t i = 0; !err && i < n; i++)
		err = ww_doc_read_block(doc, doc->fresh.at[i].start, fresh_end(doc, i, to), 1);
	ww_evidence_settle(&doc->evidence);
	for (uint32_t i = 0; !err && i < n; i++)
		err = name_block(doc, i);
	ww_votes_settle(&doc->votes);
	for (uint32_t i = 0; !err && i < n; i++)
		err = mark_block(doc, i);
	return err;
}

/* By halving, since every block that has a changed word asks. */
static bool is_listed(const ww_positions *list, uint32_t n, uint32_t position) {
	uint32_t low = 0, high = n; /* the first n ascend */
	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		if (list->at[mid] < position)
			low = mid + 1;
		else
			high = mid;
	}
	return low < n && list->at[low] == position;
}

/* Which words of a block have strings whose winner is another now. */
static uint64_t votes_of_block_changed(ww_document *doc, uint32_t i) {
	const ww_block *b = ww_doc_block(doc, i);
	return b->n_votes ? ww_votes_changes(&doc->votes, ww_doc_votes(b), b->n_votes) : 0;
}

/* Makes the blocks of the section that have a word of `mask` fresh too, reads them and finds
 * their names, but for the blocks that were cut and those that are fresh already. */
static int name_again(ww_change *c, uint64_t mask) {
	ww_document *doc = c->doc;
	uint32_t known = doc->again.n;
	int err = WW_OK;
	for (uint32_t i = ww_row_find_left(&doc->blocks, c->section); !err && mask; i++) {
		if (i == c->first)
			i = c->last;
		uint32_t start = i < ww_row_count(&doc->blocks) ? ww_doc_block_start(doc, i) : 0;
		if (i == ww_row_count(&doc->blocks) || (i >= c->last && start >= c->section_end))
			break;
		const ww_block *old = ww_doc_block(doc, i);
		if (!(old->mask & mask) || is_listed(&doc->again, known, i))
			continue;
		ww_block b = { .start = start, .may_start = old->may_start };
		uint32_t end = ww_doc_block_start(doc, i + 1), number = doc->fresh.n;
		if (!ww_doc_add_fresh(doc, b) || !ww_doc_add_position(doc, &doc->again, i))
			return WW_E_NOMEM;
		err = ww_doc_read_block(doc, start, end, 0);
		if (!err)
			err = ww_doc_count_votes(doc, old, -1);
		if (!err)
			err = name_block(doc, number);
	}
	return err;
}

/* Takes what the blocks that were cut said out of evidence and votes. */
static int discount_cut(const ww_change *c) {
	ww_document *doc = c->doc;
	int err = WW_OK;
	ww_text_undo(&doc->text);
	for (uint32_t i = c->first; !err && i < c->last; i++) {
		err = ww_doc_read_block(doc, ww_doc_block_start(doc, i), ww_doc_block_start(doc, i + 1),
		                        -1);
		if (!err)
			err = ww_doc_count_votes(doc, ww_doc_block(doc, i), -1);
	}
	ww_text_redo(&doc->text);
	return err;
}

/* The words of strings that are seen otherwise since blocks gave way to the fresh ones. */
static uint64_t votes_changed(const ww_change *c) {
	ww_document *doc = c->doc;
	const ww_names *names = &doc->scanner.names;
	uint64_t mask = ww_votes_changes(&doc->votes, names->vote, names->n);
	for (uint32_t i = c->first; i < c->last; i++)
		mask |= votes_of_block_changed(doc, i);
	for (uint32_t i = 0; i < doc->again.n; i++)
		mask |= votes_of_block_changed(doc, doc->again.at[i]);
	return mask;
}

/* The same rounds for what is new alone.  Evidence is changed in place, first by what is gone,
 * then by what has come; blocks whose words are seen otherwise for it are named again, and once
 * more for votes.
 *
 * When memory ends on the way the counts are wrong: has_evidence is false then, and the section
 * is counted anew. */
int ww_doc_mark_changes(ww_change *c) {
	ww_document *doc = c->doc;
	uint32_t cuts = doc->fresh.n;
	doc->has_evidence = false; /* until all went well */
	ww_scan_forget(&doc->scanner);
	int err = ww_evidence_record(&doc->evidence, &doc->mem) ? discount_cut(c) : WW_E_NOMEM;
	ww_scan_forget(&doc->scanner);
	for (uint32_t i = 0; !err && i < cuts; i++)
		err = ww_doc_read_block(doc, doc->fresh.at[i].start, fresh_end(doc, i, c->to), 1);
	uint64_t seen = ww_evidence_changes(&doc->evidence);
	for (uint32_t i = 0; !err && i < cuts; i++)
		err = name_block(doc, i);
	if (!err)
		err = name_again(c, seen);
	/* Blocks that are named again for votes alone say the same as before: votes settle here. */
	if (!err)
		err = name_again(c, votes_changed(c));
	for (uint32_t i = 0; !err && i < doc->fresh.n; i++)
		err = mark_block(doc, i);
	doc->has_evidence = !err;
	return err;
}
