/* Takes a line of the input as a rule's pattern, one as its words, and the rest as a text:
 * what is known of a pattern's literals is true of every text that it matches. */
#include "rule_literal.h"
#include "support.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Returns the line that begins at *p, and moves past it. */
static char *line(const char **p, const char *end, size_t *len) {
	const char *stop = memchr(*p, '\n', (size_t)(end - *p));
	*len = (size_t)((stop ? stop : end) - *p);
	char *text = test_resize(NULL, *len + 1);
	memcpy(text, *p, *len);
	text[*len] = '\0';
	*p = stop ? stop + 1 : end;
	return text;
}

/* A pattern is searched for in whole blocks only where its literals allow: without them the
 * query says whether it is there all the same. */
static void check_literals(ww_document *doc, const char *pattern, size_t len, const char *text,
                           size_t size) {
	ww_literals literals = ww_pattern_literals(pattern, len);
	ww_triples triples;
	ww_range found;
	ww_triples_read(&triples, text, size);
	if (ww_document_query(doc, 0, 0, size, &found) == WW_OK && found.start < found.end &&
	    !ww_triples_allow(&triples, &literals))
		die("%u..%u matches, which the literals deny", found.start, found.end);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
	const char *p = (const char *)data, *end = p + size;
	size_t pattern_len, word_len;
	char *pattern = line(&p, end, &pattern_len), *word = line(&p, end, &word_len);
	const char *words[] = { word };
	ww_rule specs[] = { { .pattern = pattern, .pattern_len = pattern_len, .kind = WW_ORG },
		                { .words = words, .n_words = 1, .kind = WW_PLACE } };
	ww_rules *rules = NULL;
	ww_rule_error error;
	test_mem memory = { 0 };
	if (ww_rules_new(test_alloc, &memory, specs, 2, &rules, &error) == WW_OK) {
		ww_options options = { .rules = rules };
		ww_document *doc = test_document(test_engine(), &options, p, (size_t)(end - p));
		check_invariants(doc);
		check_literals(doc, pattern, pattern_len, p, (size_t)(end - p));
		ww_document_free(doc);
		ww_rules_free(rules);
	}
	if (memory.live)
		die("%zu bytes live", memory.live);
	free(pattern);
	free(word);
	return 0;
}
