/* document_cast.c: who an article is about.
 *
 * The names of an article are linked to entities when somebody asks, and kept until
 * the next edit or until another article is asked about. */
#include "document.h"

#include "token.h"

/* Adds the names of block i, with the words around them; a block without names is not even read. */
static int add_block(ww_document *doc, uint32_t i) {
	const ww_block *it = ww_doc_block(doc, i);
	uint32_t start = ww_doc_block_start(doc, i), end = ww_doc_block_start(doc, i + 1);
	ww_cast *cast = &doc->cast;
	ww_entity_block block = { NULL, &doc->scanner.token };
	for (uint32_t m = 0; m < it->n_marks; m++) {
		const ww_mark *mark = &it->marks[m];
		uint32_t n = cast->entities.n_mentions;
		if (!(WW_BIT(mark->kind) & WW_WHO))
			continue;
		bool same_block = block.text;
		if (!same_block) {
			block.text = ww_doc_view(doc, start, end);
			if (!block.text || !ww_tokenize(&doc->scanner.token, &doc->mem,
			                                ww_grammar_lexicon(doc->engine->grammar), block.text,
			                                end - start))
				return WW_E_NOMEM;
		}
		if (!ww_reserve(&doc->mem, &cast->where, &cast->where_cap, n + (size_t)1,
		                sizeof *cast->where) ||
		    !ww_entities_add(&cast->entities, &doc->mem, &block, mark->start, mark->end, mark->kind,
		                     same_block))
			return WW_E_NOMEM;
		cast->where[n] = (ww_range){ start + mark->start, start + mark->end };
	}
	return WW_OK;
}

/* Only one article's entities are kept: a screen shows one or two, and an index asks article by
 * article. */
int ww_doc_link(ww_document *doc, size_t index) {
	ww_cast *cast = &doc->cast;
	if (index >= ww_row_count(&doc->articles))
		return WW_E_RANGE;
	uint32_t i = (uint32_t)index;
	if (cast->valid && cast->article == i)
		return WW_OK;
	int err = ww_doc_read_article(doc, i);
	cast->valid = false;
	ww_entities_clear(&cast->entities);
	if (doc->scanner.rules)
		cast->entities.more = *ww_rules_titles(doc->scanner.rules);
	uint32_t end = ww_doc_article_start(doc, i + 1);
	uint32_t b = ww_row_find(&doc->blocks, ww_doc_article_start(doc, i), ww_doc_len(doc));
	for (; !err && b < ww_row_count(&doc->blocks) && ww_doc_block_start(doc, b) < end; b++)
		err = add_block(doc, b);
	if (!err && !ww_entities_link(&cast->entities, &doc->mem))
		err = WW_E_NOMEM;
	cast->article = i;
	cast->valid = !err;
	return err;
}

/* Entities are numbered by first mention, from 0. */
int ww_document_entities(ww_document *doc, size_t article, size_t *n) {
	int err = ww_doc_link(doc, article);
	if (!err)
		*n = doc->cast.entities.n_entities;
	return err;
}

/* A title's place is told from its mention's start, since it may stand before or behind the
 * name. */
int ww_document_entity(ww_document *doc, size_t article, size_t entity, ww_entity_info *out) {
	int err = ww_doc_link(doc, article);
	const ww_cast *cast = &doc->cast;
	if (err || entity >= cast->entities.n_entities)
		return err ? err : WW_E_RANGE;
	const ww_entity *e = &cast->entities.entity[entity];
	*out = (ww_entity_info){ .kind = e->kind,
		                     .mentions = e->mentions,
		                     .namesakes = e->namesakes,
		                     .name = cast->where[e->name],
		                     .first = cast->where[e->first] };
	if (e->title != WW_NO_ENTITY) {
		const ww_entity_title *title = &cast->entities.mention[e->title].name.title;
		out->title.start = (uint32_t)((int64_t)cast->where[e->title].start + title->from);
		out->title.end = out->title.start + title->len;
	}
	return WW_OK;
}

/* Mentions of an article ascend, so the one asked about is found by halving. */
int ww_document_link(ww_document *doc, const ww_mention *mention, uint32_t *entity,
                     unsigned *flags) {
	*entity = WW_NO_ENTITY;
	*flags = 0;
	if (mention->kind >= WW_N_KINDS || !(WW_BIT(mention->kind) & WW_WHO))
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
