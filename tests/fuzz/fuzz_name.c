/* Takes the input as a text, and types a byte of it anew here and there, which must change
 * nothing: the evidence of an article and its votes are counted back and forth.  What is told
 * of its entities is true of its mentions. */
#include "support.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(int err) {
	if (err)
		die("%s", ww_strerror(err));
}

static void check_links(ww_document *doc) {
	size_t n;
	ww_entity_info e;
	uint32_t entity, flags, linked = 0, told = 0;
	ww_mention m;
	must(ww_document_entities(doc, 0, &n));
	for (size_t i = 0; i < n; i++) {
		must(ww_document_entity(doc, 0, i, &e));
		told += e.mentions;
	}
	size_t end = ww_document_articles(doc) > 1 ? 0 : ww_document_len(doc);
	for (size_t pos = 0; ww_document_next(doc, pos, WW_WHO, &m) && m.end <= end; pos = m.end) {
		must(ww_document_link(doc, &m, &entity, &flags));
		if (entity != WW_NO_ENTITY && entity >= n)
			die("entity %u of %zu", entity, n);
		linked += entity != WW_NO_ENTITY;
	}
	if (end && told != linked)
		die("%u mentions are linked, and %u are told", linked, told);
}

enum { STEP = 37 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
	const char *text = (const char *)data;
	ww_document *fresh = test_document(test_engine(), NULL, text, size);
	ww_document *typed = test_document(test_engine(), NULL, text, size);
	for (size_t at = size % STEP; at < size; at += STEP) {
		must(ww_document_edit(typed, at, 1, "", 0, NULL));
		must(ww_document_edit(typed, at, 0, text + at, 1, NULL));
	}
	check_same(typed, fresh);
	check_links(fresh);
	ww_document_free(typed);
	ww_document_free(fresh);
	return 0;
}
