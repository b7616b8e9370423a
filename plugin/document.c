/* document.c: makes and frees engines and documents, and copies text.
 *
 * A document is a text in pieces with a row of blocks, and two of
 * borders: of articles, and of the sections that long ones are divided into.
 * What an edit does to them is document_edit.c's. */
#include "document.h"

#include "document_block.h"

#include <string.h>

/* What is worked out once for all documents: where forms can be, the forms as they are compiled,
 * sums of the model's weights, and what was found of words. */
int ww_engine_new(ww_alloc_fn alloc, void *ud, ww_engine **out) {
	ww_mem mem = { alloc, ud };
	ww_engine *engine = ww_new(&mem, sizeof *engine);
	if (!engine)
		return WW_E_NOMEM;
	*engine = (ww_engine){ .mem = mem };
	int err = ww_grammar_new(&mem, &ww_english, &engine->grammar);
	if (!err)
		err = ww_matcher_new(&mem, engine->grammar, &engine->matcher);
	if (!err && (!(engine->tagger = ww_name_tagger_new(&mem, &ww_name_weights)) ||
	             !(engine->answers = ww_new(&mem, sizeof *engine->answers))))
		err = WW_E_NOMEM;
	if (err) {
		ww_engine_free(engine);
		return err;
	}
	ww_gazetteer_answers_init(engine->answers);
	*out = engine;
	return WW_OK;
}

/* Takes an engine that was made half way too.  Its documents have to be freed before. */
void ww_engine_free(ww_engine *engine) {
	if (!engine)
		return;
	ww_mem mem = engine->mem;
	ww_free(&mem, engine->answers, sizeof *engine->answers);
	ww_name_tagger_free(engine->tagger, &mem);
	ww_matcher_free(engine->matcher);
	ww_grammar_free(engine->grammar);
	ww_free(&mem, engine, sizeof *engine);
}

size_t ww_document_len(const ww_document *doc) {
	return ww_doc_len(doc);
}

/* The gap may lie within the range; the copy has none. */
int ww_document_copy(const ww_document *doc, size_t start, size_t end, char *out) {
	if (start > end || end > ww_doc_len(doc))
		return WW_E_RANGE;
	ww_text_copy(&doc->text, (uint32_t)start, (uint32_t)end, out);
	return WW_OK;
}

/* Neither copies nor moves the gap: hosts compare what they show with it at each key. */
size_t ww_document_common(const ww_document *doc, size_t pos, bool back, const char *text,
                          size_t len) {
	size_t rest = pos > ww_doc_len(doc) ? 0 : back ? pos : ww_doc_len(doc) - pos;
	uint32_t n = (uint32_t)(len < rest ? len : rest);
	if (n == 0)
		return 0;
	return back ? ww_text_equal_behind(&doc->text, (uint32_t)pos, text + len, n)
	            : ww_text_equal_ahead(&doc->text, (uint32_t)pos, text, n);
}

/* Even an empty text is one block, one article and one section, so that a search for the block
 * of a position always finds one. */
int ww_document_new(ww_engine *engine, const ww_options *options, ww_document **out) {
	ww_reference given = { .source = WW_FROM_NOTHING };
	if (options && options->date) {
		if (!ww_parse_iso_date(options->date, strlen(options->date), &given.date))
			return WW_E_DATE;
		given.source = WW_FROM_OPTION;
	}
	const ww_mem *mem = &engine->mem;
	ww_document *doc = ww_new(mem, sizeof *doc);
	if (!doc)
		return WW_E_NOMEM;
	*doc = (ww_document){ .engine = engine, .mem = *mem, .given = given };
	doc->narrative = options && options->narrative;
	doc->lazy = options && options->lazy;
	ww_scanner_init(&doc->scanner, mem, engine->matcher, engine->tagger, engine->answers);
	doc->scanner.rules = options ? options->rules : NULL;
	ww_text_init(&doc->text);
	ww_row_init(&doc->blocks, sizeof(ww_block));
	ww_row_init(&doc->articles, sizeof(ww_border));
	ww_row_init(&doc->sections, sizeof(ww_section));
	if (!ww_row_reserve(&doc->blocks, mem, 1) || !ww_row_reserve(&doc->articles, mem, 1) ||
	    !ww_row_reserve(&doc->sections, mem, 1)) {
		ww_document_free(doc);
		return WW_E_NOMEM;
	}
	ww_row_push(&doc->blocks, &(ww_block){ 0 });
	ww_row_push(&doc->articles, &(ww_border){ 0 });
	ww_row_push(&doc->sections, &(ww_section){ 0 });
	*out = doc;
	return WW_OK;
}

static void free_positions(ww_positions *p, const ww_mem *mem) {
	ww_free(mem, p->at, p->cap * sizeof *p->at);
}

/* Takes a document that was made half way too: a list that has no room yet is all zero. */
void ww_document_free(ww_document *doc) {
	if (!doc)
		return;
	ww_mem mem = doc->mem;
	for (uint32_t i = 0; i < ww_row_count(&doc->blocks); i++)
		ww_doc_free_marks(doc, ww_doc_block(doc, i));
	ww_row_free(&doc->blocks, &mem);
	ww_row_free(&doc->articles, &mem);
	ww_row_free(&doc->sections, &mem);
	ww_scanner_free(&doc->scanner);
	ww_evidence_free(&doc->evidence, &mem);
	ww_votes_free(&doc->votes, &mem);
	ww_free(&mem, doc->fresh.at, doc->fresh.cap * sizeof *doc->fresh.at);
	free_positions(&doc->again, &mem);
	free_positions(&doc->new_articles, &mem);
	free_positions(&doc->new_sections, &mem);
	ww_entities_free(&doc->cast.entities, &mem);
	ww_free(&mem, doc->cast.where, doc->cast.where_cap * sizeof *doc->cast.where);
	ww_free(&mem, doc->findings.at, doc->findings.cap * sizeof *doc->findings.at);
	ww_free(&mem, doc->findings.bearer, doc->findings.bearers_cap * sizeof *doc->findings.bearer);
	ww_free(&mem, doc->findings.next.at, doc->findings.next.cap * sizeof *doc->findings.next.at);
	ww_free(&mem, doc->cursor.passed, doc->cursor.cap_passed * sizeof *doc->cursor.passed);
	ww_tokens_free(&doc->queried.tokens, &mem);
	ww_text_free(&doc->text, &mem);
	ww_free(&mem, doc, sizeof *doc);
}
