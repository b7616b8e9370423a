/* What a copy editor would query in the dates of an article: each is resolved, and then
 * held against what it says itself, and what the article's places say. */
#include "finding.h"

#include "date_beside.h"
#include "date_check.h"

#include <string.h>

/* Whether the article's places tell which country's zone it is. */
static int settle_zone(ww_document *doc, ww_piece zone, bool *settled) {
	const ww_hand *hand;
	int minutes, err = ww_doc_read_hand(doc, &hand);
	*settled = !err && ww_hand_settles(hand, zone, &minutes);
	return err;
}

/* Whether what is from one day to another ends before it begins: both are days, or both are
 * months, and of known years.  Written so, later is greater. */
static bool is_reversed(const char *from, const char *to) {
	size_t n = strlen(from);
	return n == strlen(to) && (n == 7 || n == 10) && strspn(from, "0123456789-") == n &&
	       strspn(to, "0123456789-") == n && strcmp(from, to) > 0;
}

/* A range whose end lies before its beginning: "from July 9 to July 5".  Of years alone it may be
 * written so by intent, "1999-1950". */
static int check_range(ww_document *doc, const ww_date_block *block, const ww_mark *mark,
                       const ww_mention *m, ww_finding *f) {
	const ww_mark *last = ww_date_range_end(block, mark);
	if (!last || strlen(f->value) < 7)
		return WW_OK;
	uint32_t start = m->start - mark->start;
	ww_mention to = { start + last->start, start + last->end, last->kind, last->flags, last->form };
	char until[WW_VALUE_MAX];
	int err = ww_document_value(doc, &to, until);
	if (err || !is_reversed(f->value, until))
		return err;
	f->id = WW_INTERVAL_REVERSED;
	f->where.end = to.end;
	memcpy(f->value, until, sizeof until);
	return ww_finding_add(doc, *f);
}

/* One date: its own faults first, then those of the range that it begins.  Nothing that was read
 * of the block is used after a value has been asked for, as that may read other blocks. */
static int check_mention(ww_document *doc, const ww_mention *m) {
	ww_finding f = { .where = { m->start, m->end } };
	int err = ww_document_value(doc, m, f.value), id;
	if (err)
		return err;
	/* The cursor stands behind the mention's mark. */
	const ww_place *c = &doc->cursor.now;
	const ww_block *b = ww_doc_block(doc, c->block);
	const ww_mark *mark = &b->marks[c->mark - 1];
	uint32_t at = ww_doc_block_start(doc, c->block), stop = ww_doc_block_start(doc, c->block + 1);
	const char *text = ww_doc_view(doc, at, stop);
	if (!text)
		return WW_E_NOMEM;
	ww_piece zone;
	ww_date_block block = { text, stop - at, b->marks, b->n_marks };
	err = ww_date_check(doc->engine->matcher, text, stop - at, mark, &c->chain, f.value, &id,
	                    &zone);
	if (err || id < 0)
		return err ? err : check_range(doc, &block, mark, m, &f);
	bool settled = false;
	if (id == WW_AMBIGUOUS_TIMEZONE) {
			/* Reading the places gives up the view of this block, into which the zone points. */
		char letters[4] = { 0 };
		memcpy(letters, zone.text, 3);
		err = settle_zone(doc, (ww_piece){ letters, 3 }, &settled);
	}
	f.id = (uint8_t)id;
	return err || settled ? err : ww_finding_add(doc, f);
}

/* Each date is resolved in the order of the text, as its value may hang on those before it; the
 * check sees the chain as it stood behind the date. */
int ww_find_in_dates(ww_document *doc, uint32_t article) {
	uint32_t start = ww_doc_article_start(doc, article);
	uint32_t end = ww_doc_article_start(doc, article + 1);
	ww_mention m;
	int err = WW_OK;
	for (size_t pos = start; !err && ww_document_next(doc, pos, WW_WHEN, &m) && m.start < end;
	     pos = m.end)
		if (m.form < WW_FORM_RULE)
			err = check_mention(doc, &m);
	return err;
}
