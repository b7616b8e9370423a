/* What is told beside the value of a time mention: worked out only when asked. */
#include "date_beside.h"
#include "document.h"

#include <string.h>

/* Finds the mark of a mention in its block; NULL when it lies beneath another, and has no
 * neighbours that could bound it. */
static const ww_mark *find_mark(const ww_block *b, uint32_t start, const ww_mention *mention) {
	for (uint32_t i = 0; i < b->n_marks; i++)
		if (start + b->marks[i].start == mention->start &&
		    start + b->marks[i].end == mention->end)
			return &b->marks[i];
	return NULL;
}

/* Bound and modifier are read from the words around the mark; only times of day have a zone. */
static int read_beside(ww_document *doc, const ww_date_block *block, const ww_mark *mark,
                       ww_time *out) {
	/* The end of a range has none of its own: "June 3 through June 5". */
	bool is_end = mark > block->marks && ww_date_range_end(block, mark - 1) == mark;
	out->bound = (uint8_t)(is_end ? WW_BOUND_NONE : ww_date_bound(block->text, mark));
	out->mod = (uint8_t)ww_date_mod(block->text, mark);
	if (mark->kind != WW_TIME)
		return WW_OK;
	return ww_date_zone(doc->engine->matcher, block, mark, out->value, out->zone);
}

/* "8 p.m. IST": letters that countries share are settled by the article's places. */
static int settle_zone(ww_document *doc, char zone[WW_ZONE_MAX]) {
	const ww_hand *hand;
	int minutes, err = WW_OK;
	if (*zone >= 'A' && *zone != 'Z' && (err = ww_doc_read_hand(doc, &hand)) == WW_OK &&
	    ww_hand_settles(hand, (ww_piece){ zone, strlen(zone) }, &minutes))
		ww_date_print_offset(minutes, zone);
	return err;
}

/* What is beneath a mark has its value, and nothing else is told of it. */
int ww_document_time(ww_document *doc, const ww_mention *mention, ww_time *out) {
	*out = (ww_time){ 0 };
	int err = ww_document_value(doc, mention, out->value);
	if (err || mention->form >= WW_FORM_RULE || mention->kind >= WW_N_KINDS ||
	    !(WW_BIT(mention->kind) & WW_WHEN))
		return err;
	uint32_t i = ww_row_find(&doc->blocks, mention->start, ww_doc_len(doc));
	uint32_t start = ww_doc_block_start(doc, i), stop = ww_doc_block_start(doc, i + 1);
	const ww_block *b = ww_doc_block(doc, i);
	const ww_mark *mark = find_mark(b, start, mention);
	const char *text = mark ? ww_doc_view(doc, start, stop) : NULL;
	if (!text)
		return mark ? WW_E_NOMEM : WW_OK;
	ww_date_block block = { text, stop - start, b->marks, b->n_marks };
	err = read_beside(doc, &block, mark, out);
	const ww_mark *last = err ? NULL : ww_date_range_end(&block, mark);
	if (!last)
		return err ? err : settle_zone(doc, out->zone);
	out->end = (ww_mention){ start + last->start, start + last->end, last->kind, last->flags,
		                     last->form };
	err = settle_zone(doc, out->zone);
	return err ? err : ww_document_value(doc, &out->end, out->until);
}
