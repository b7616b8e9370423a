/* What can be asked of a document. */
#include "document.h"

#include <string.h>

/* A time that the grammar found; what a rule calls a date has its value from
 * elsewhere. */
static bool is_time(const ww_mark *mark) {
	return WW_BIT(mark->kind) & WW_WHEN && mark->form < WW_FORM_RULE;
}

static ww_mention mention_of(uint32_t start, const ww_mark *mark) {
	return (ww_mention){ start + mark->start, start + mark->end, mark->kind, mark->flags,
		                 mark->form };
}

bool ww_document_next(const ww_document *doc, size_t pos, unsigned kinds, ww_mention *out) {
	if (pos >= ww_doc_len(doc))
		return false;
	uint32_t n = ww_gap_count(&doc->blocks);
	for (uint32_t i = ww_gap_find(&doc->blocks, (uint32_t)pos, ww_doc_len(doc)); i < n; i++) {
		const ww_block *b = ww_doc_block(doc, i);
		uint32_t start = ww_doc_block_start(doc, i);
		for (uint32_t j = 0; j < b->n_marks; j++) {
			if (start + b->marks[j].end > pos && kinds & WW_BIT(b->marks[j].kind)) {
				*out = mention_of(start, &b->marks[j]);
				return true;
			}
		}
	}
	return false;
}

bool ww_document_previous(const ww_document *doc, size_t pos, unsigned kinds, ww_mention *out) {
	uint32_t len = ww_doc_len(doc);
	for (uint32_t i = ww_gap_find(&doc->blocks, pos < len ? (uint32_t)pos : len, len) + 1;
	     i-- > 0;) {
		const ww_block *b = ww_doc_block(doc, i);
		uint32_t start = ww_doc_block_start(doc, i);
		for (uint32_t j = b->n_marks; j-- > 0;) {
			if (start + b->marks[j].start < pos && kinds & WW_BIT(b->marks[j].kind)) {
				*out = mention_of(start, &b->marks[j]);
				return true;
			}
		}
	}
	return false;
}

size_t ww_document_settled(const ww_document *doc) {
	uint32_t len = ww_doc_len(doc);
	if (len < WW_BORDER_LOOKAHEAD)
		return 0;
	uint32_t i = ww_gap_find(&doc->sections, len - WW_BORDER_LOOKAHEAD, len);
	return ww_gap_position(&doc->sections, i, len);
}

/* Articles and values. */

size_t ww_document_articles(const ww_document *doc) {
	return ww_gap_count(&doc->articles);
}

size_t ww_document_article_at(const ww_document *doc, size_t pos) {
	uint32_t len = ww_doc_len(doc);
	return ww_gap_find(&doc->articles, pos < len ? (uint32_t)pos : len, len);
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
		return is_time(&b->marks[i]) ? ww_date_resolve(doc->engine->matcher, text, len,
		                                               &b->marks[i], &chain, value)
		                             : WW_OK;
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
				int err = ww_date_resolve(doc->engine->matcher, text, end - start, mark, &c->chain,
				                          c->value);
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

bool ww_document_beneath(const ww_document *doc, size_t start, size_t end, size_t i,
                         ww_mention *out) {
	if (start >= ww_doc_len(doc))
		return false;
	uint32_t n = ww_gap_find(&doc->blocks, (uint32_t)start, ww_doc_len(doc));
	const ww_block *b = ww_doc_block(doc, n);
	uint32_t at = ww_doc_block_start(doc, n);
	for (uint32_t k = b->n_marks; k < b->n_marks + b->n_beneath; k++) {
		const ww_mark *mark = &b->marks[k];
		if (at + mark->start >= end || at + mark->end <= start || i-- > 0)
			continue;
		*out = mention_of(at, mark);
		return true;
	}
	return false;
}

/* Entities. */

int ww_doc_link(ww_document *doc, size_t index) {
	ww_cast *cast = &doc->cast;
	if (index >= ww_gap_count(&doc->articles))
		return WW_E_RANGE;
	uint32_t i = (uint32_t)index;
	if (cast->valid && cast->article == i)
		return WW_OK;
	int err = ww_doc_read_article(doc, i);
	if (err)
		return err;
	cast->valid = false;
	ww_entities_clear(&cast->entities);
	if (doc->scanner.rules)
		cast->entities.more = *ww_rules_titles(doc->scanner.rules);
	uint32_t len = ww_doc_len(doc), end = ww_doc_article_start(doc, i + 1);
	uint32_t b = ww_gap_find(&doc->blocks, ww_doc_article_start(doc, i), len);
	for (; b < ww_gap_count(&doc->blocks) && ww_doc_block_start(doc, b) < end; b++) {
		const ww_block *it = ww_doc_block(doc, b);
		uint32_t start = ww_doc_block_start(doc, b), stop = ww_doc_block_start(doc, b + 1);
		const char *text = it->n_marks ? ww_doc_view(doc, start, stop) : "";
		bool same_block = false;
		if (!text)
			return WW_E_NOMEM;
		for (uint32_t m = 0; m < it->n_marks; m++) {
			const ww_mark *mark = &it->marks[m];
			uint32_t n = cast->entities.n_mentions;
			if (!(WW_BIT(mark->kind) & WW_WHO))
				continue;
			if (!ww_reserve(&doc->mem, &cast->where, &cast->where_cap, n + (size_t)1,
			                sizeof *cast->where) ||
			    !ww_entities_add(&cast->entities, &doc->mem, text, mark->start, mark->end,
			                     mark->kind, same_block))
				return WW_E_NOMEM;
			cast->where[n] = (ww_range){ start + mark->start, start + mark->end };
			same_block = true;
		}
	}
	if (!ww_entities_link(&cast->entities, &doc->mem))
		return WW_E_NOMEM;
	cast->article = i;
	cast->valid = true;
	return WW_OK;
}

int ww_document_entities(ww_document *doc, size_t article, size_t *n) {
	int err = ww_doc_link(doc, article);
	if (!err)
		*n = doc->cast.entities.n_entities;
	return err;
}

int ww_document_entity(ww_document *doc, size_t article, size_t entity, ww_entity_info *out) {
	int err = ww_doc_link(doc, article);
	const ww_cast *cast = &doc->cast;
	if (err || entity >= cast->entities.n_entities)
		return err ? err : WW_E_RANGE;
	const ww_entity *e = &cast->entities.entity[entity];
	*out = (ww_entity_info){ .kind = e->kind,
		                     .mentions = e->mentions,
		                     .name = cast->where[e->name],
		                     .first = cast->where[e->first] };
	if (e->title != WW_NO_ENTITY) {
		ww_range at = cast->where[e->title];
		out->title = (ww_range){ at.start - cast->entities.mention[e->title].title_back, at.start };
		char before[2] = " ";
		while (out->title.end > out->title.start) {
			ww_text_copy(&doc->text, out->title.end - 1, out->title.end, before);
			if (*before != ' ' && *before != '\n')
				break;
			out->title.end--;
		}
	}
	return WW_OK;
}

int ww_document_link(ww_document *doc, const ww_mention *mention, uint32_t *entity,
                     unsigned *flags) {
	*entity = WW_NO_ENTITY;
	*flags = 0;
	if (!(WW_BIT(mention->kind) & WW_WHO))
		return WW_OK;
	int err = ww_doc_link(doc, ww_document_article_at(doc, mention->start));
	if (err)
		return err;
	const ww_cast *cast = &doc->cast;
	uint32_t low = 0, high = cast->entities.n_mentions;
	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		if (cast->where[mid].start < mention->start)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == cast->entities.n_mentions || cast->where[low].start != mention->start)
		return WW_E_RANGE;
	*entity = cast->entities.mention[low].entity;
	*flags = cast->entities.mention[low].flags & (WW_PARTIAL | WW_AMBIGUOUS);
	return WW_OK;
}

/* Rules. */

/* Looks for a rule's match from byte `pos` on, in the block that holds it; stores
 * where the match is in the block, and where the block is. */
static int find_in_block(ww_document *doc, size_t rule, uint32_t pos, ww_range *block,
                         ww_range *out) {
	uint32_t i = ww_gap_find(&doc->blocks, pos, ww_doc_len(doc));
	uint32_t start = ww_doc_block_start(doc, i), end = ww_doc_block_start(doc, i + 1);
	*block = (ww_range){ start, end };
	const char *text = ww_doc_view(doc, start, end);
	ww_tokens *tokens = &doc->scanner.tokens;
	if (!text || (ww_rules_needs_tokens(doc->scanner.rules, rule) &&
	              !ww_tokenize(tokens, &doc->mem, ww_grammar_lexicon(doc->engine->grammar), text,
	                           end - start)))
		return WW_E_NOMEM;
	return ww_rules_find(doc->scanner.rules, rule, text, end - start, tokens, pos - start, out);
}

int ww_document_query(ww_document *doc, size_t rule, size_t start, size_t end, ww_range *out) {
	const ww_rules *rules = doc->scanner.rules;
	*out = (ww_range){ 0, 0 };
	if (!rules || rule >= ww_rules_count(rules) || start > end || end > ww_doc_len(doc))
		return WW_E_RANGE;
	for (uint32_t at = (uint32_t)start; at < end;) {
		ww_range block, match;
		int err = find_in_block(doc, rule, at, &block, &match);
		if (err)
			return err;
		if (match.end > match.start) {
			match = (ww_range){ block.start + match.start, block.start + match.end };
			if (match.start < end)
				*out = match;
			return WW_OK;
		}
		at = (uint32_t)block.end;
	}
	return WW_OK;
}

int ww_document_group(ww_document *doc, size_t rule, size_t pos, size_t i, const char **name,
                      ww_range *where) {
	const ww_rules *rules = doc->scanner.rules;
	ww_range block, match;
	*name = NULL;
	*where = (ww_range){ 0, 0 };
	if (!rules || rule >= ww_rules_count(rules) || pos >= ww_doc_len(doc))
		return WW_E_RANGE;
	int err = find_in_block(doc, rule, (uint32_t)pos, &block, &match);
	if (err || match.end == match.start || block.start + match.start != pos)
		return err ? err : WW_E_RANGE;
	ww_rules_group(rules, rule, i, name, where);
	if (where->end > where->start)
		*where = (ww_range){ block.start + where->start, block.start + where->end };
	return WW_OK;
}
