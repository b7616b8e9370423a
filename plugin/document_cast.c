/* document_cast.c: who an article is about.
 *
 * The names of an article are linked to entities when somebody asks, and kept until
 * the next edit or until another article is asked about. */
#include "document.h"

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
		out->title = (ww_range){ at.start - cast->entities.mention[e->title].name.title_back, at.start };
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
