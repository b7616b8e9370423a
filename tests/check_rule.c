#include "runner.h"
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Rules of one word or phrase each, and what they make of a text: mentions as
 * [kind:text], each followed by what lies beneath it. */
typedef struct {
	const char *label, *text, *want;
	const char *words[2];
	ww_rule rules[2];
} row;

static const row rows[] = {
	{ "over what is shorter", "On Friday evening she spoke.",
	  "[person:On Friday evening|time:Friday evening]", { "On Friday evening" },
	  { { .kind = WW_PERSON } } },
	{ "under what is longer", "She spoke on Friday, July 12.",
	  "[date:Friday, July 12|person:Friday]", { "Friday" }, { { .kind = WW_PERSON } } },
	{ "what is built in before a rule", "She spoke on Friday.",
	  "[date:Friday|person:Friday]", { "Friday" }, { { .kind = WW_PERSON } } },
	{ "a priority", "She spoke on Friday.",
	  "[person:Friday|date:Friday]", { "Friday" }, { { .kind = WW_PERSON, .priority = 1 } } },
	{ "the earlier rule", "It was a blue moon.", "[org:blue moon|place:blue moon]",
	  { "blue moon", "blue moon" }, { { .kind = WW_ORG }, { .kind = WW_PLACE } } },
	{ "the longer rule", "It was a blue moon.", "[place:blue moon|org:moon]",
	  { "moon", "blue moon" }, { { .kind = WW_ORG }, { .kind = WW_PLACE } } },
	{ "whole words", "The moons, a moonlit night.", "", { "moon" }, { { .kind = WW_ORG } } },
	{ "as they are written", "It saw the moon.", "", { "Moon" }, { { .kind = WW_ORG } } },
	{ "never", "He saw Alec Baldwin.", "", { "Alec Baldwin" }, { { .kind = WW_NEVER } } },
	{ "never is said of whole names", "He saw Alec Baldwin.", "[person:Alec Baldwin]",
	  { "Baldwin" }, { { .kind = WW_NEVER } } },
	{ "never is said of names alone", "She spoke on Friday.", "[date:Friday]",
	  { "Friday" }, { { .kind = WW_NEVER } } },
	{ "one mark of two", "On July 4 she spoke of Friday.",
	  "[place:July 4|date:July 4][date:Friday]", { "July 4" },
	  { { .kind = WW_PLACE, .priority = 3 } } },
};

static test_mem rows_mem;

static ww_document *with_rules(const row *it, ww_rules **rules) {
	ww_rule specs[2];
	ww_rule_error error;
	size_t n = 0;
	for (; n < 2 && it->words[n]; n++) {
		specs[n] = it->rules[n];
		specs[n].words = &it->words[n];
		specs[n].n_words = 1;
	}
	ck_assert_int_eq(ww_rules_new(test_alloc, &rows_mem, specs, n, rules, &error), WW_OK);
	ww_options options = { .date = "2024-07-14", .rules = *rules };
	return test_document(test_engine(), &options, it->text, strlen(it->text));
}

static void append(char *to, size_t size, const char *before, const ww_document *doc,
                   const ww_mention *m) {
	char text[100] = "";
	ck_assert_int_eq(ww_document_copy(doc, m->start, m->end, text), WW_OK);
	snprintf(to + strlen(to), size - strlen(to), "%s%s:%s", before, ww_kind_name((ww_kind)m->kind),
	         text);
}

START_TEST(marks_of_rules) {
	ww_rules *rules;
	ww_document *doc = with_rules(&rows[_i], &rules);
	char got[400] = "";
	ww_mention m, below;
	for (size_t pos = 0; ww_document_next(doc, pos, UINT32_MAX, &m); pos = m.end) {
		append(got, sizeof got, "[", doc, &m);
		for (size_t i = 0; ww_document_beneath(doc, m.start, m.end, i, &below); i++)
			append(got, sizeof got, "|", doc, &below);
		strcat(got, "]");
	}
	ck_assert_msg(strcmp(got, rows[_i].want) == 0, "%s: %s, not %s", rows[_i].label, got,
	              rows[_i].want);
	ww_document_free(doc);
	ww_rules_free(rules);
}
END_TEST

/* More rules than a number of a form can name are refused, and none of them is read. */
START_TEST(too_many_rules) {
	enum { MOST = 32000 };
	test_mem mem = { 0 };
	ww_rules *rules = NULL;
	ww_rule_error error;
	ww_rule *specs = calloc(MOST + 1, sizeof *specs);
	ck_assert_ptr_nonnull(specs);
	ck_assert_int_eq(ww_rules_new(test_alloc, &mem, specs, MOST + 1, &rules, &error), WW_E_PATTERN);
	ck_assert_uint_eq(error.rule, MOST);
	ck_assert_ptr_nonnull(strstr(error.message, "too many"));
	free(specs);
	ck_assert_uint_eq(mem.live, 0);
}
END_TEST

/* Refused patterns: where, and with what message. */
static const struct {
	const char *pattern;
	size_t offset;
	const char *message;
} refused[] = {
	{ "a(b", 3, "missing closing parenthesis" },
	{ "a[b", 3, "missing terminating ]" },
	{ "x*", 0, "the pattern matches empty text" },
	{ "a\\C", 3, "\\C" },
	{ "say \\Kword", 4, "\\K" },
	{ "\\\\\\K", 2, "\\K" },
	{ "(*NO_JIT)word", 0, "(*VERB)" },
	{ "(*LIMIT_MATCH=1)word", 0, "(*VERB)" },
	{ "(*UTF)word", 0, "(*VERB)" },
};

START_TEST(refused_patterns) {
	ww_rule specs[] = { { .pattern = "fine", .pattern_len = 4, .kind = WW_ORG },
		                { .pattern = refused[_i].pattern,
		                  .pattern_len = strlen(refused[_i].pattern),
		                  .kind = WW_ORG } };
	ww_rules *rules = NULL;
	ww_rule_error error;
	test_mem mem = { 0 };
	ck_assert_int_eq(ww_rules_new(test_alloc, &mem, specs, 2, &rules, &error), WW_E_PATTERN);
	ck_assert_ptr_null(rules);
	ck_assert_uint_eq(error.rule, 1);
	ck_assert_uint_eq(error.offset, refused[_i].offset);
	ck_assert_msg(strstr(error.message, refused[_i].message), "%s", error.message);
	ck_assert_uint_eq(mem.live, 0);
}
END_TEST

/* A word that is not UTF-8 would be found inside of characters. */
START_TEST(refused_words) {
	static const char *const words[] = { "caf\xC3\xA9", "\xA9" };
	ww_rule spec = { .words = words, .n_words = 2, .kind = WW_ORG };
	ww_rules *rules = NULL;
	ww_rule_error error;
	test_mem mem = { 0 };
	ck_assert_int_eq(ww_rules_new(test_alloc, &mem, &spec, 1, &rules, &error), WW_E_PATTERN);
	ck_assert_str_eq(error.message, "a word is not UTF-8");
	ck_assert_uint_eq(mem.live, 0);
}
END_TEST

/* Patterns that look like refused ones. */
static const char *const allowed[] = { "\\\\K", "K\\.", "(*pla:w)word", "(*COMMIT)word",
	"wo(*SKIP)rd" };

START_TEST(allowed_patterns) {
	ww_rule spec = { .pattern = allowed[_i], .pattern_len = strlen(allowed[_i]), .kind = WW_ORG };
	ww_rules *rules = NULL;
	ww_rule_error error = { 0 };
	test_mem mem = { 0 };
	ck_assert_msg(ww_rules_new(test_alloc, &mem, &spec, 1, &rules, &error) == WW_OK, "%s: %s",
	              allowed[_i], error.message);
	ww_rules_free(rules);
	ck_assert_uint_eq(mem.live, 0);
}
END_TEST

/* Rules of which the first takes too long in a paragraph of some size. */
static const char slow_pattern[] = "x.{0,300}.{0,300}[yz]", fine_pattern[] = "\\bword\\b";

static void slow_rules(ww_rules **rules) {
	const ww_rule specs[] = {
		{ .pattern = slow_pattern, .pattern_len = sizeof slow_pattern - 1, .kind = WW_ORG },
		{ .pattern = fine_pattern, .pattern_len = sizeof fine_pattern - 1, .kind = WW_PLACE },
	};
	ww_rule_error error;
	ck_assert_int_eq(ww_rules_new(test_alloc, &rows_mem, specs, 2, rules, &error), WW_OK);
}

/* A rule that reaches its limit is told, and the document is as if it had never been:
 * where it had found something already, and what had lay beneath that. */
START_TEST(slow_rule) {
	static const char before[] = "Here is xy on Friday, and a word.\n\n";
	char hard[1200];
	memset(hard, 'x', sizeof hard);
	ww_rules *rules;
	slow_rules(&rules);
	for (int lazy = 0; lazy < 2; lazy++) {
		ww_options options = { .rules = rules, .lazy = lazy };
		ww_document *doc = test_document(test_engine(), &options, before, sizeof before - 1);
		size_t rule = 9, len;
		ww_mention m;
		ww_range changed;
		ck_assert_int_eq(ww_document_read(doc, 0, sizeof before - 1), WW_OK);
		ck_assert(!ww_document_slow_rule(doc, 0, &rule));
		ck_assert(ww_document_next(doc, 0, WW_BIT(WW_ORG), &m));
		ck_assert_uint_eq(m.form, WW_FORM_RULE);
		ck_assert_int_eq(ww_document_edit(doc, sizeof before - 1, 0, hard, sizeof hard, &changed),
		                 WW_OK);
		len = ww_document_len(doc);
		ck_assert_int_eq(ww_document_read(doc, 0, len), WW_OK);
		ck_assert(ww_document_slow_rule(doc, 0, &rule));
		ck_assert_uint_eq(rule, 0);
		ck_assert(!ww_document_slow_rule(doc, 1, &rule));
		ck_assert(!ww_document_next(doc, 0, WW_BIT(WW_ORG), &m));
		ck_assert(ww_document_next(doc, 0, WW_BIT(WW_PLACE), &m));
		ck_assert(lazy || (changed.start == 0 && changed.end == len));
		ck_assert_int_eq(ww_document_query(doc, 0, 0, len, &changed), WW_OK);
		ck_assert_uint_eq(changed.start, changed.end);
		ww_document_free(doc);
	}
	ww_rules_free(rules);
}
END_TEST

/* Rules and engines of two allocators: each gets its own back. */
START_TEST(two_allocators) {
	static const char text[] = "On July 4 Baldwin met Reeve Tom Oakes of New York on Friday, the "
		"4th.";
	test_mem of_rules = { 0 }, of_engine = { 0 };
	ww_rules *rules;
	ww_engine *engine;
	ck_assert_int_eq(test_rules_new(test_alloc, &of_rules, &rules), WW_OK);
	ck_assert_int_eq(ww_engine_new(test_alloc, &of_engine, &engine), WW_OK);
	size_t live = of_rules.live, count = of_rules.count;
	ww_options options = { .rules = rules };
	ww_document *doc = test_document(engine, &options, text, strlen(text));
	ww_range found;
	for (size_t i = 0; ww_document_query(doc, i, 0, strlen(text), &found) == WW_OK; i++)
		;
	ck_assert_uint_eq(of_rules.live, live);
	ck_assert_uint_eq(of_rules.count, count);
	ww_document_free(doc);
	ww_engine_free(engine);
	ck_assert_uint_eq(of_engine.live, 0);
	ww_rules_free(rules);
	ck_assert_uint_eq(of_rules.live, 0);
}
END_TEST

START_TEST(no_memory_for_rules) {
	test_mem mem = { 0 };
	bool failed = true;
	for (size_t n = 1; failed; n++) {
		ww_rules *rules = NULL;
		test_mem_fail(&mem, n);
		int err = test_rules_new(test_alloc, &mem, &rules);
		failed = test_mem_failed(&mem);
		if (err != (failed ? WW_E_NOMEM : WW_OK) || (failed && rules))
			die("request %zu refused: %s", n, ww_strerror(err));
		ww_rules_free(rules);
		if (mem.live != 0)
			die("request %zu refused: %zu bytes live", n, mem.live);
	}
}
END_TEST

START_TEST(no_memory_for_a_text_with_rules) {
	static const char text[] = "On July 4 Baldwin met Reeve Tom Oakes of New York on Friday, the "
		"4th.";
	test_mem mem = { 0 };
	ww_engine *engine;
	ck_assert_int_eq(ww_engine_new(test_alloc, &mem, &engine), WW_OK);
	ww_options options = { .rules = test_rules() };
	ww_document *whole = test_document(engine, &options, text, strlen(text));
	bool failed = true;
	for (size_t n = 1; failed; n++) {
		ww_document *doc;
		ck_assert_int_eq(ww_document_new(engine, &options, &doc), WW_OK);
		test_mem_fail(&mem, n);
		int err = ww_document_sync(doc, text, strlen(text), NULL);
		failed = test_mem_failed(&mem);
		test_mem_fail(&mem, 0);
		if (err != WW_OK && (err != WW_E_NOMEM || !failed || ww_document_len(doc) != 0))
			die("request %zu refused: %s", n, ww_strerror(err));
		ck_assert_int_eq(ww_document_sync(doc, text, strlen(text), NULL), WW_OK);
		check_same(doc, whole);
		ww_document_free(doc);
	}
	ww_document_free(whole);
	ww_engine_free(engine);
}
END_TEST

/* A title that a rule knows stands outside of the name and makes one of it. */
START_TEST(titles) {
	static const char text[] = "He met Grand Vizier Amal Haddad and Reeve Tom Oakes.";
	ww_options options = { .rules = test_rules() };
	ww_document *doc = test_document(test_engine(), &options, text, strlen(text));
	static const struct {
		const char *name, *title;
	} want[] = { { "Amal Haddad", "Grand Vizier" }, { "Tom Oakes", "Reeve" } };
	size_t n;
	ck_assert_int_eq(ww_document_entities(doc, 0, &n), WW_OK);
	ck_assert_uint_eq(n, 2);
	for (size_t i = 0; i < n; i++) {
		ww_entity_info e;
		char name[50] = "", title[50] = "";
		ck_assert_int_eq(ww_document_entity(doc, 0, i, &e), WW_OK);
		ck_assert_int_eq(ww_document_copy(doc, e.name.start, e.name.end, name), WW_OK);
		ck_assert_int_eq(ww_document_copy(doc, e.title.start, e.title.end, title), WW_OK);
		ck_assert_str_eq(name, want[i].name);
		ck_assert_str_eq(title, want[i].title);
	}
	ww_document_free(doc);
}
END_TEST

/* What lies beneath has its value, and asking for it leaves those of the marks. */
START_TEST(values_beneath) {
	static const char text[] = "On July 4 he said on Friday that it rained on July 4 two days "
		"later.";
	ww_options options = { .date = "2024-07-14", .rules = test_rules() };
	ww_document *doc = test_document(test_engine(), &options, text, strlen(text));
	ww_mention m, below;
	char value[WW_VALUE_MAX];
	ck_assert(ww_document_next(doc, 0, UINT32_MAX, &m));
	ck_assert_uint_eq(m.kind, WW_N_KINDS + 1);
	ck_assert(ww_document_beneath(doc, m.start, m.end, 0, &below));
	ck_assert_uint_eq(below.kind, WW_DATE);
	ck_assert_int_eq(ww_document_value(doc, &below, value), WW_OK);
	ck_assert_str_eq(value, "2024-07-04");
	ck_assert(ww_document_next(doc, m.end, WW_BIT(WW_DATE), &m));
	ck_assert_int_eq(ww_document_value(doc, &m, value), WW_OK);
	ck_assert_str_eq(value, "2024-07-12");
	ck_assert_int_eq(ww_document_value(doc, &below, value), WW_OK);
	ck_assert_str_eq(value, "2024-07-04");
	ck_assert_int_eq(ww_document_value(doc, &m, value), WW_OK);
	ck_assert_str_eq(value, "2024-07-12");
	ww_document_free(doc);
}
END_TEST

int main(void) {
	Suite *suite = suite_create("rule");
	TCase *tcase = tcase_create("rules");
	test_engine();
	test_rules();
	tcase_set_timeout(tcase, 120);
	tcase_add_test(tcase, too_many_rules);
	tcase_add_loop_test(tcase, marks_of_rules, 0, COUNT(rows));
	tcase_add_loop_test(tcase, refused_patterns, 0, COUNT(refused));
	tcase_add_loop_test(tcase, allowed_patterns, 0, COUNT(allowed));
	tcase_add_test(tcase, refused_words);
	tcase_add_test(tcase, slow_rule);
	tcase_add_test(tcase, two_allocators);
	tcase_add_test(tcase, titles);
	tcase_add_test(tcase, values_beneath);
	tcase_add_test(tcase, no_memory_for_rules);
	tcase_add_test(tcase, no_memory_for_a_text_with_rules);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
