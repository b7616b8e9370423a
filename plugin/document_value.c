/* document_value.c: the dates of articles, and the values of mentions.
 *
 * A value may depend on all that was told before it in its article, so values are
 * worked out in order, by a cursor that goes on where it came to. */
#include "document.h"

#include <string.h>

/* A time that the grammar found; what a rule calls a date has its value from
 * elsewhere. */
static bool is_time(const ww_mark *mark) {
	return WW_BIT(mark->kind) & WW_WHEN && mark->form < WW_FORM_RULE;
}

/* An option overrules what the text says; else the article's first lines are looked at, of which
 * a window is enough. */
static int reference_of(ww_document *doc, uint32_t i, ww_reference out[], int wanted) {
	if (doc->given.source == WW_FROM_OPTION) {
		out[0] = doc->given;
		return WW_OK;
	}
	uint32_t start = ww_doc_article_start(doc, i), end = ww_doc_article_start(doc, i + 1);
	if (end - start > WW_REFERENCE_WINDOW)
		end = start + WW_REFERENCE_WINDOW;
	const char *text = ww_doc_view(doc, start, end);
	if (!text)
		return WW_E_NOMEM;
	return ww_find_reference(doc->engine->matcher, &doc->scanner.token, &doc->mem, text,
	                         end - start, out, wanted);
}

/* The date is looked for each time: an article is asked about rarely, and its head is short. */
int ww_document_article(ww_document *doc, size_t index, ww_article *out) {
	if (index >= ww_row_count(&doc->articles))
		return WW_E_RANGE;
	ww_reference refs[2] = { { .source = WW_FROM_NOTHING }, { .source = WW_FROM_NOTHING } };
	uint32_t i = (uint32_t)index;
	int err = reference_of(doc, i, refs, 2);
	if (err)
		return err;
	const ww_reference ref = refs[0], other = refs[1];
	*out = (ww_article){ .start = ww_doc_article_start(doc, i),
		                 .end = ww_doc_article_start(doc, i + 1),
		                 .source = ref.source };
	if (ref.where.end > ref.where.start)
		out->where = (ww_range){ out->start + ref.where.start, out->start + ref.where.end };
	if (ref.source != WW_FROM_NOTHING)
		ww_civil_print(ref.date, out->date);
	out->other_source = other.source;
	if (other.source != WW_FROM_NOTHING) {
		out->other_where = (ww_range){ out->start + other.where.start,
			                           out->start + other.where.end };
		ww_civil_print(other.date, out->other_date);
	}
	return WW_OK;
}

/* How many mentions lie between two places that the cursor remembers. */
enum { APART = 8 };

/* Remembers where the cursor is; without memory it is only slower to come back. */
static void note_place(ww_document *doc) {
	ww_cursor *c = &doc->cursor;
	c->since = 0;
	if (ww_reserve(&doc->mem, &c->passed, &c->cap_passed, c->n_passed + (size_t)1,
	               sizeof *c->passed))
		c->passed[c->n_passed++] = c->now;
}

/* Looks ahead at block b if it is an entry of a log: one that begins with a time of day. */
static int add_entry(ww_document *doc, uint32_t b) {
	enum { MARGIN = 8 }; /* how far the time of a log's entry is indented at most */
	const ww_block *it = ww_doc_block(doc, b);
	const ww_mark *first = it->marks;
	if (it->n_marks == 0 || first->kind != WW_TIME || first->start > MARGIN || !is_time(first))
		return WW_OK;
	const char *text = ww_doc_view(doc, ww_doc_block_start(doc, b), ww_doc_block_start(doc, b + 1));
	if (!text)
		return WW_E_NOMEM;
	ww_chain_look_ahead(&doc->cursor.now.chain, text, first);
	return WW_OK;
}

/* Adds what block b says about the order of day and month. */
static int add_order(ww_document *doc, uint32_t b) {
	const ww_block *it = ww_doc_block(doc, b);
	for (uint32_t m = 0; m < it->n_marks; m++) {
		if (!is_time(&it->marks[m]) || !ww_date_tells_order(it->marks[m].form))
			continue;
		uint32_t start = ww_doc_block_start(doc, b), end = ww_doc_block_start(doc, b + 1);
		const char *text = ww_doc_view(doc, start, end);
		if (!text)
			return WW_E_NOMEM;
		ww_chain_add_order(&doc->cursor.now.chain, text, &it->marks[m]);
	}
	return WW_OK;
}

/* All blocks of the article are read, as any may have the place or word that tells. */
int ww_doc_read_hand(ww_document *doc, const ww_hand **hand) {
	ww_cursor *c = &doc->cursor;
	uint32_t end = ww_doc_article_start(doc, c->article + 1);
	uint32_t b = ww_row_find(&doc->blocks, ww_doc_article_start(doc, c->article), ww_doc_len(doc));
	*hand = &c->hand;
	if (c->has_hand)
		return WW_OK;
	c->hand = (ww_hand){ 0 };
	for (; b < ww_row_count(&doc->blocks) && ww_doc_block_start(doc, b) < end; b++) {
		uint32_t start = ww_doc_block_start(doc, b), stop = ww_doc_block_start(doc, b + 1);
		const char *text = ww_doc_view(doc, start, stop);
		if (!text)
			return WW_E_NOMEM;
		ww_hand_read(&c->hand, text, stop - start);
	}
	c->has_hand = true;
	return WW_OK;
}

/* Reads what an article that ends at `end` says as a whole: over how many nights its log runs
 * on, and the order of day and month, by its other dates, and when these do not tell it by
 * its spelling and places. */
static int read_ahead(ww_document *doc, uint32_t first, uint32_t end) {
	ww_chain *chain = &doc->cursor.now.chain;
	int err = WW_OK;
	for (uint32_t b = first;
	     !err && b < ww_row_count(&doc->blocks) && ww_doc_block_start(doc, b) < end; b++)
		if ((err = add_order(doc, b)) == WW_OK)
			err = add_entry(doc, b);
	const ww_hand *hand;
	ww_chain_end_log(chain);
	if (err || chain->order != 0 || !chain->unordered)
		return err;
	if ((err = ww_doc_read_hand(doc, &hand)) == WW_OK)
		chain->order = hand->order;
	return err;
}

/* Starts at an article's first block, with what the whole article says about
 * the order of day and month in "03/04". */
static int start_cursor(ww_document *doc, uint32_t i) {
	ww_cursor *c = &doc->cursor;
	ww_reference ref;
	c->valid = c->has_hand = false;
	c->n_passed = 0;
	int err = ww_doc_read_article(doc, i);
	if (!err)
		err = reference_of(doc, i, &ref, 1);
	if (err)
		return err;
	uint32_t end = ww_doc_article_start(doc, i + 1);
	uint32_t first = ww_row_find(&doc->blocks, ww_doc_article_start(doc, i), ww_doc_len(doc));
	c->article = i;
	c->now = (ww_place){ .block = first, .start = UINT32_MAX };
	ww_chain_init(&c->now.chain, ref.source != WW_FROM_NOTHING, ref.date, doc->narrative);
	err = read_ahead(doc, first, end);
	if (!err)
		note_place(doc);
	c->valid = !err;
	return err;
}

/* A place is good for a mention when all that it has resolved lies before. */
static bool is_behind(const ww_place *p, uint32_t start) {
	return p->start == UINT32_MAX || p->start < start;
}

/* Goes to the last place that the cursor remembers before a mention; false when there is
 * none. */
static bool go_back(ww_cursor *c, uint32_t start) {
	uint32_t low = 0, high = c->n_passed;
	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		if (is_behind(&c->passed[mid], start))
			low = mid + 1;
		else
			high = mid;
	}
	if (low == 0)
		return false;
	c->n_passed = low;
	c->now = c->passed[low - 1];
	c->since = 0;
	return true;
}

/* Form and range together: of two marks on one stretch the other may lie beneath. */
static bool is_mark(const ww_mark *mark, uint32_t start, const ww_mention *mention) {
	return start + mark->start == mention->start && start + mark->end == mention->end &&
	       mark->form == mention->form;
}

/* The value of what lies beneath marks, at the place to which the cursor has come. */
static int value_beneath(ww_document *doc, const ww_date_block *block, const ww_block *b,
                         uint32_t start, const ww_mention *mention, char value[WW_VALUE_MAX]) {
	ww_chain chain = doc->cursor.now.chain;
	for (uint32_t i = b->n_marks; i < b->n_marks + b->n_beneath; i++) {
		if (!is_mark(&b->marks[i], start, mention))
			continue;
		*value = '\0';
		return is_time(&b->marks[i]) ? ww_date_resolve(doc->engine->matcher, block, &b->marks[i],
		                                               &chain, value)
		                             : WW_OK;
	}
	return WW_E_RANGE;
}

/* Resolves the marks of the cursor's block up to the mention; *found says that it is the
 * last one. */
static int resolve_to(ww_document *doc, const ww_date_block *block, uint32_t start,
                      const ww_mention *mention, bool *found) {
	ww_cursor *c = &doc->cursor;
	*found = false;
	if (!c->now.entered)
		ww_chain_new_block(&c->now.chain, block->text, block->len);
	c->now.entered = true;
	while (!*found && c->now.mark < block->n_marks) {
		const ww_mark *mark = &block->marks[c->now.mark];
		uint32_t at = start + mark->start;
		if (at > mention->start || (at == mention->start && !is_mark(mark, start, mention)))
			break;
		*c->value = '\0';
		int err = is_time(mark) ? ww_date_resolve(doc->engine->matcher, block, mark, &c->now.chain,
		                                          c->value)
		                        : WW_OK;
		if (err) {
			c->valid = false;
			return err;
		}
		c->now.start = at;
		c->end = start + mark->end;
		c->form = mark->form;
		*found = at == mention->start;
		c->now.mark++;
		if (++c->since >= APART)
			note_place(doc);
	}
	return WW_OK;
}

/* Puts the cursor before a mention, in its article. */
static int reach(ww_document *doc, const ww_mention *mention) {
	ww_cursor *c = &doc->cursor;
	uint32_t i = (uint32_t)ww_document_article_at(doc, mention->start);
	/* Looking for what lies beneath, it may have come to a later block than its last value's. */
	bool before = c->valid && is_behind(&c->now, mention->start) &&
	              ww_doc_block_start(doc, c->now.block) <= mention->start;
	if (c->valid && c->article == i && (before || go_back(c, mention->start)))
		return WW_OK;
	return start_cursor(doc, i);
}

/* Whether the cursor stands right behind a mention, whose value it has: it has come to no other
 * block since, looking for what lies beneath a mark. */
static bool stands_behind(const ww_cursor *c, const ww_mention *mention) {
	return c->valid && c->now.mark > 0 && c->now.start == mention->start &&
	       c->end == mention->end && c->form == mention->form;
}

/* The last answer is kept, since hosts ask for a mention's value and then for its time.
 * Otherwise the cursor goes on, block by block, to the mention's; what lies beneath is resolved
 * with the chain as it is there, and leaves it as it was. */
int ww_document_value(ww_document *doc, const ww_mention *mention, char value[WW_VALUE_MAX]) {
	ww_cursor *c = &doc->cursor;
	ww_place *now = &c->now;
	int err = WW_OK;
	if (stands_behind(c, mention)) {
		memcpy(value, c->value, WW_VALUE_MAX);
		return WW_OK;
	}
	if ((err = reach(doc, mention)) != WW_OK)
		return err;
	uint32_t n = ww_row_count(&doc->blocks);
	for (; now->block < n; now->block++, now->mark = 0, now->entered = false) {
		const ww_block *b = ww_doc_block(doc, now->block);
		uint32_t start = ww_doc_block_start(doc, now->block);
		uint32_t end = ww_doc_block_start(doc, now->block + 1);
		if (start > mention->start)
			break;
		if (now->mark >= b->n_marks && mention->start >= end)
			continue;
		const char *text = ww_doc_view(doc, start, end);
		ww_date_block block = { text, end - start, b->marks, b->n_marks };
		bool found;
		if (!text)
			return WW_E_NOMEM;
		if ((err = resolve_to(doc, &block, start, mention, &found)) != WW_OK)
			return err;
		if (found)
			memcpy(value, c->value, WW_VALUE_MAX);
		if (found || mention->start < end)
			return found ? WW_OK : value_beneath(doc, &block, b, start, mention, value);
	}
	return WW_E_RANGE;
}
