/* What a copy editor would query in the dates of an article: each is resolved, and then
 * held against what it says itself. */
#include "finding.h"

#include "date_check.h"

int ww_find_in_dates(ww_document *doc, uint32_t article) {
	uint32_t start = ww_doc_article_start(doc, article),
	         end = ww_doc_article_start(doc, article + 1);
	ww_mention m;
	int err = WW_OK;
	for (size_t pos = start; !err && ww_document_next(doc, pos, WW_WHEN, &m) && m.start < end;
	     pos = m.end) {
		ww_finding f = { .where = { m.start, m.end } };
		if (m.form >= WW_FORM_RULE)
			continue;
		err = ww_document_value(doc, &m, f.value);
		if (err)
			return err;
		/* The cursor stands behind the mention's mark. */
		const ww_place *c = &doc->cursor.now;
		const ww_block *b = ww_doc_block(doc, c->block);
		uint32_t at = ww_doc_block_start(doc, c->block),
				 stop = ww_doc_block_start(doc, c->block + 1);
		const char *text = ww_doc_view(doc, at, stop);
		if (!text)
			return WW_E_NOMEM;
		int id;
		err = ww_date_check(doc->engine->matcher, text, stop - at, &b->marks[c->mark - 1],
		                    &c->chain, f.value, &id);
		f.id = (uint8_t)id;
		if (!err && id >= 0)
			err = ww_finding_add(doc, f);
	}
	return err;
}
