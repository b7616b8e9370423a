/* A second language is a second folder: tests/data/de/ is made into tables as English
 * is, compiled into this program, and must give what its examples show. */
#include "markup.h"
#include "runner.h"
#include "support.h"

#include "date_grammar.h"
#include "date_scan.h"
#include "date_value.h"
#include "language.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern const ww_language ww_german;

static language german;
static const language_example *shown[64];
static int n_shown;

/* Writes a text with the marks that the language finds in it, as examples have them. */
static char *marked(const ww_mem *mem, const char *text, const char *date) {
	ww_grammar *g;
	ww_matcher *m;
	ww_tokens tokens = { 0 };
	ww_marks marks = { 0 };
	ww_chain chain;
	ww_civil day;
	size_t len = strlen(text), at = 0, room = 4 * len + 256;
	char *out = test_resize(NULL, room), value[WW_VALUE_MAX];
	if (!ww_parse_iso_date(date, 10, &day) || ww_grammar_new(mem, &ww_german, &g) ||
	    ww_matcher_new(mem, g, &m) || !ww_tokenize(&tokens, mem, &g->lexicon, text, len) ||
	    ww_date_scan(m, text, len, &tokens, &marks))
		die("not read: %s", text);
	ww_date_block block = { text, len, marks.at, marks.n };
	ww_chain_init(&chain, true, day, false);
	*out = '\0';
	for (uint32_t i = 0; i < marks.n; i++) {
		if (ww_date_resolve(m, &block, &marks.at[i], &chain, value))
			die("not resolved: %s", text);
		size_t n = strlen(out);
		snprintf(out + n, room - n, "%.*s{d=%s|%.*s}", (int)(marks.at[i].start - at), text + at,
		         value,
		         (int)(marks.at[i].end - marks.at[i].start), text + marks.at[i].start);
		at = marks.at[i].end;
	}
	snprintf(out + strlen(out), room - strlen(out), "%s", text + at);
	ww_free(mem, marks.at, marks.cap * sizeof *marks.at);
	ww_tokens_free(&tokens, mem);
	ww_matcher_free(m);
	ww_grammar_free(g);
	return out;
}

START_TEST(examples_are_right) {
	test_mem allocated = { 0 };
	ww_mem mem = { test_alloc, &allocated };
	const language_example *e = shown[_i];
	markup m;
	ck_assert(markup_read(&m, e->text, strlen(e->text)));
	char *found = marked(&mem, m.text, e->date);
	if (strcmp(found, e->text) != 0)
		die("tests/data/de/dates.txt:%u: found %s", e->line, found);
	ck_assert_uint_eq(allocated.live, 0);
	free(found);
	markup_free(&m);
}
END_TEST

int main(void) {
	Suite *s = suite_create("date language");
	TCase *tc = tcase_create("German");
	language_read(&german, "tests/data/de");
	for (unsigned i = 0; i < german.tables.n_forms; i++)
		for (unsigned k = 0; k < german.forms[i].n_examples && n_shown < COUNT(shown); k++)
			shown[n_shown++] = &german.forms[i].examples[k];
	tcase_add_loop_test(tc, examples_are_right, 0, n_shown);
	suite_add_tcase(s, tc);
	return run_suite(s);
}
