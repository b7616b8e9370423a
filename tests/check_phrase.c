/* Phrases of a list at a text's beginning and at its end. */
#include "date_words.h"
#include "phrase.h"
#include "runner.h"

#include <string.h>

static const struct {
	const char *text, *rest; /* what stands before the phrase */
	uint32_t classes;        /* 0 for none */
} before[] = {
	{ "It lasted more than", "It lasted ", WW_EDGE_MORE },
	{ "It lasted no more than ", "It lasted ", WW_EDGE_AT_MOST },
	{ "No  More\nThan", "", WW_EDGE_AT_MOST },
	{ "built ca. ", "built ", WW_EDGE_APPROX },
	{ "at the end of 1964...Between ", "at the end of 1964...", WW_EDGE_BETWEEN },
	{ "It lasted, more, than", NULL, 0 },
	{ "a start-up-since", NULL, 0 },
	{ "He moved over.", NULL, 0 },
	{ "", NULL, 0 },
};

START_TEST(ends_with_phrase) {
	size_t len = strlen(before[_i].text);
	uint32_t told = ww_phrase_before(&ww_edge_words, before[_i].text, &len, ~0u);
	ck_assert_uint_eq(told & before[_i].classes, before[_i].classes);
	ck_assert_uint_eq(told != 0, before[_i].classes != 0);
	ck_assert_uint_eq(len, strlen(before[_i].rest ? before[_i].rest : before[_i].text));
}
END_TEST

static const struct {
	const char *text, *phrase;
	uint32_t classes;
} at[] = {
	{ "the latter part of May", "the latter part of", WW_EDGE_END },
	{ "mid-May", "mid", WW_EDGE_MID },
	{ "Earlier May", NULL, 0 },
	{ "5 May", NULL, 0 },
	{ "", NULL, 0 },
};

START_TEST(begins_with_phrase) {
	size_t end = 0, len = strlen(at[_i].text);
	uint32_t told = ww_phrase_at(&ww_edge_words, at[_i].text, len, &end, WW_EDGE_MID | WW_EDGE_END);
	ck_assert_uint_eq(told, at[_i].classes);
	ck_assert_uint_eq(end, at[_i].phrase ? strlen(at[_i].phrase) : 0);
}
END_TEST

int main(void) {
	Suite *suite = suite_create("phrase");
	TCase *tc = tcase_create("phrases");
	suite_add_tcase(suite, tc);
	tcase_add_loop_test(tc, ends_with_phrase, 0, sizeof before / sizeof *before);
	tcase_add_loop_test(tc, begins_with_phrase, 0, sizeof at / sizeof *at);
	return run_suite(suite);
}
