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

static int reference_of(ww_document *doc, uint32_t i, ww_reference *out) {
	if (doc->given.source == WW_FROM_OPTION) {
		*out = doc->given;
		return WW_OK;
	}
	uint32_t start = ww_doc_article_start(doc, i), end = ww_doc_article_start(doc, i + 1);
	if (end - start > WW_REFERENCE_WINDOW)
		end = start + WW_REFERENCE_WINDOW;
	const char *text = ww_doc_view(doc, start, end);
	if (!text)
		return WW_E_NOMEM;
	return ww_find_reference(doc->engine->matcher, &doc->scanner.tokens, &doc->mem, text,
	                         end - start, out);
}

int ww_document_article(ww_document *doc, size_t index, ww_article *out) {
	if (index >= ww_gap_count(&doc->articles))
		return WW_E_RANGE;
	ww_reference ref;
	uint32_t i = (uint32_t)index;
	int err = reference_of(doc, i, &ref);
	if (err)
		return err;
	*out = (ww_article){ .start = ww_doc_article_start(doc, i),
		                 .end = ww_doc_article_start(doc, i + 1),
		                 .source = ref.source };
	if (ref.where.end > ref.where.start)
		out->where = (ww_range){ out->start + ref.where.start, out->start + ref.where.end };
	if (ref.source != WW_FROM_NOTHING)
		ww_civil_print(ref.date, out->date);
	return WW_OK;
}

/* Starts at an article's first block, with what the whole article says about
 * the order of day and month in "03/04". */
static int start_cursor(ww_document *doc, uint32_t i) {
	ww_cursor *c = &doc->cursor;
	ww_reference ref;
	int err = ww_doc_read_article(doc, i);
	if (!err)
		err = reference_of(doc, i, &ref);
	if (err)
		return err;
	uint32_t len = ww_doc_len(doc), end = ww_doc_article_start(doc, i + 1);
	*c = (ww_cursor){ .article = i, .start = UINT32_MAX };
	c->block = ww_gap_find(&doc->blocks, ww_doc_article_start(doc, i), len);
	ww_chain_init(&c->chain, ref.source != WW_FROM_NOTHING, ref.date, doc->narrative);
	for (uint32_t b = c->block; b < ww_gap_count(&doc->blocks) && ww_doc_block_start(doc, b) < end;
	     b++) {
		const ww_block *it = ww_doc_block(doc, b);
		for (uint32_t m = 0; m < it->n_marks; m++) {
			if (!is_time(&it->marks[m]) || !ww_date_tells_order(it->marks[m].form))
				continue;
			const char *text = ww_doc_view(doc, ww_doc_block_start(doc, b),
			                               ww_doc_block_start(doc, b + 1));
			if (!text)
				return WW_E_NOMEM;
			ww_chain_add_order(&c->chain, text, &it->marks[m]);
		}
	}
	c->valid = true;
	return WW_OK;
}

static bool is_mark(const ww_mark *mark, uint32_t start, const ww_mention *mention) {
	return start + mark->start == mention->start && start + mark->end == mention->end &&
	       mark->form == mention->form;
}

/* The value of what lies beneath marks, at the place to which the cursor has come. */
static int value_beneath(ww_document *doc, const ww_block *b, uint32_t start, const char *text,
                         uint32_t len, const ww_mention *mention, char value[WW_VALUE_MAX]) {
	ww_chain chain = doc->cursor.chain;
	for (uint32_t i = b->n_marks; i < b->n_marks + b->n_beneath; i++) {
		if (!is_mark(&b->marks[i], start, mention))
			continue;
		*value = '\0';
		if (!is_time(&b->marks[i]))
			return WW_OK;
		ww_date_block block = { text, len, b->marks, b->n_marks };
		return ww_date_resolve(doc->engine->matcher, &block, &b->marks[i], &chain, value);
	}
	return WW_E_RANGE;
}

int ww_document_value(ww_document *doc, const ww_mention *mention, char value[WW_VALUE_MAX]) {
	ww_cursor *c = &doc->cursor;
	uint32_t i = (uint32_t)ww_document_article_at(doc, mention->start);
	if (c->valid && c->start == mention->start && c->end == mention->end) {
		memcpy(value, c->value, WW_VALUE_MAX);
		return WW_OK;
	}
	if (!c->valid || c->article != i || (c->start != UINT32_MAX && c->start >= mention->start)) {
		c->valid = false;
		int err = start_cursor(doc, i);
		if (err)
			return err;
	}
	for (; c->block < ww_gap_count(&doc->blocks); c->block++, c->mark = 0, c->entered = false) {
		const ww_block *b = ww_doc_block(doc, c->block);
		uint32_t start = ww_doc_block_start(doc, c->block);
		if (start > mention->start)
			break;
		uint32_t end = ww_doc_block_start(doc, c->block + 1);
		if (c->mark >= b->n_marks && mention->start >= end)
			continue;
		const char *text = ww_doc_view(doc, start, end);
		if (!text)
			return WW_E_NOMEM;
		if (!c->entered)
			ww_chain_new_block(&c->chain, text, end - start);
		c->entered = true;
		for (; c->mark < b->n_marks && start + b->marks[c->mark].start <= mention->start; c->mark++) {
			const ww_mark *mark = &b->marks[c->mark];
			if (start + mark->start == mention->start && !is_mark(mark, start, mention))
				break;
			*c->value = '\0';
			if (is_time(mark)) {
				ww_date_block block = { text, end - start, b->marks, b->n_marks };
				int err = ww_date_resolve(doc->engine->matcher, &block, mark, &c->chain, c->value);
				if (err)
					return err;
			}
			c->start = start + mark->start;
			c->end = start + mark->end;
			if (c->start == mention->start) {
				c->mark++;
				memcpy(value, c->value, WW_VALUE_MAX);
				return WW_OK;
			}
		}
		if (mention->start < end)
			return value_beneath(doc, b, start, text, end - start, mention, value);
	}
	return WW_E_RANGE;
}
