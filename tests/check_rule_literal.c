#include "rule_literal.h"
#include "runner.h"
#include "support.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

/* What every match of a pattern holds: literals between bars, or "" when nothing
 * can be said. */
static const struct {
	const char *pattern, *holds;
} patterns[] = {
	{ "docket", "docket" },
	{ "\\bNo\\. (?<number>\\d{2}-\\d+)\\b", "No. " },
	{ "\\d+ kilos\\b", " kilos" },
	{ "colou?r", "colo" },
	{ "go+gle", "gle" },
	{ "(?:Jan|Feb)uary", "uary" },
	{ "(?:Jan|Feb)\\.?", "Jan|Feb" },
	{ "January|Feb\\.", "January|Feb." },
	{ "January|\\d+", "" },
	{ "(?:January)?x", "" },
	{ "(?:January){2,3}", "January" },
	{ "(?:January){0,3}", "" },
	{ "(?:January){,3}", "" },
	{ "(?i)honey", "honey" },
	{ "(?i)kiss", "" }, /* the signs for kelvin and long s are equal to k and s */
	{ "(?i:kiss)ing dog", "ing dog" },
	{ "(?x) two \\x20 words # not this\n | thr ee", "two words|three" },
	{ "(?x) word +", "word" },
	{ "[Jj]anuary", "anuary" },
	{ "[]a]bcd", "bcd" },
	{ "[^]a]bcd", "bcd" },
	{ "[[:alpha:]]bcd", "bcd" },
	{ "[\\]]bcd", "bcd" },
	{ "a.bcd", "bcd" },
	{ "\\p{Lu}bcd", "bcd" },
	{ "\\x41bcd", "Abcd" },
	{ "\\x{41}bcd", "" },
	{ "\\Qa|b\\Ecde", "" },
	{ "\\N{U+41}bcd", "" },
	{ "(?!not)this", "this" },
	{ "(?<!not)this", "this" },
	{ "(?<=before)x", "" },
	{ "(?=this)\\w+", "this" },
	{ "(a)\\1bcd", "" },
	{ "(?#comment|)abc", "abc" },
	{ "zabc(?#comment){0,1}", "zab" },
	{ "(?|abc|bcd)", "abc|bcd" },
	{ "(?'name'abc)", "abc" },
	{ "(?P<name>abc)(?P=name)", "" },
	{ "(?(DEFINE)(?<x>abc))(?&x)", "" },
	{ "(*UCP)abc", "" },
	{ "abc{d", "abc{d" },
	{ "ab", "" },
	{ "\xC3\xA9tude", "tude" },
};

static bool allowed(const ww_literals *l, const char *text, size_t len) {
	static ww_triples triples;
	ww_triples_read(&triples, text, len);
	return ww_triples_allow(&triples, l);
}

START_TEST(literals_are_those_that_every_match_holds) {
	const char *want = patterns[_i].holds;
	ww_literals l = ww_pattern_literals(patterns[_i].pattern, strlen(patterns[_i].pattern));
	uint8_t n = *want ? 1 : 0;
	for (const char *p = want; *p; p++)
		n = (uint8_t)(n + (*p == '|'));
	ck_assert_msg(l.n == n, "%s: %d literals, not %d", patterns[_i].pattern, l.n, n);
	ck_assert_int_eq(allowed(&l, "zzzzzz", 6), n == 0);
	for (const char *p = want; *p; p += strcspn(p, "|"), p += *p == '|')
		ck_assert_msg(allowed(&l, p, strcspn(p, "|")), "%s refuses %s", patterns[_i].pattern, p);
}
END_TEST

/* Whatever is known, a text in which the pattern matches is allowed: patterns and
 * texts are put together at random of pieces that are hard to read. */
static const char *const pieces[] = {
	"ab",   "c",     "(",    ")",      "|",     "?",       "*",      "+",       "{2}",     "{0,1}",
	"[ab]", "[^]a]", "\\d",  "\\.",    ".",     "(?:",     "(?i)",   "(?i:",    "(?x)",    " ",
	"#",    "\n",    "(?=",  "(?!",    "(?<n>", "(?<=b)",  "\\b",    "\\Q",     "\\E",     "k",
	"s",    "abc",   "\\1",  "(?>",    "(?|",   "\\p{L}",  "[[:alpha:]b]", "{", "(?#c)",   "(?-x)",
	"^",    "$",     "\\x20", "\\ ",   "\\#",   "(?s)",    "\\K",    "(?x:",    "bca",     "cab",
};

START_TEST(what_matches_is_allowed) {
	test_random r = { test_seed(2026) };
	int compiled = 0, matched = 0;
	pcre2_match_data *match = pcre2_match_data_create(20, NULL);
	for (int i = 0; i < 200000; i++) {
		char pattern[200] = "", text[40];
		for (size_t n = 1 + test_below(&r, 8); n > 0; n--)
			strcat(pattern, pieces[test_below(&r, sizeof pieces / sizeof *pieces)]);
		int error;
		PCRE2_SIZE offset;
		pcre2_code *code = pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED,
		                                 PCRE2_UTF | PCRE2_UCP, &error, &offset, NULL);
		if (!code)
			continue;
		compiled++;
		ww_literals l = ww_pattern_literals(pattern, strlen(pattern));
		for (int k = 0; k < 20; k++) {
			size_t len = test_below(&r, sizeof text);
			for (size_t c = 0; c < len; c++)
				text[c] = "abcabcabcABC ks.#\n1{Q"[test_below(&r, 21)];
			int rc = pcre2_match(code, (PCRE2_SPTR)text, len, 0, PCRE2_NOTEMPTY, match, NULL);
			matched += rc > 0;
			ck_assert_msg(rc < 0 || allowed(&l, text, len), "/%s/ is refused in \"%.*s\"", pattern,
			              (int)len, text);
		}
		pcre2_code_free(code);
	}
	pcre2_match_data_free(match);
	ck_assert_msg(compiled > 1000 && matched > 1000, "only %d patterns compiled, %d matched",
	              compiled, matched);
}
END_TEST

int main(void) {
	Suite *suite = suite_create("rule literals");
	TCase *tcase = tcase_create("patterns");
	tcase_set_timeout(tcase, 120);
	tcase_add_loop_test(tcase, literals_are_those_that_every_match_holds, 0, COUNT(patterns));
	tcase_add_test(tcase, what_matches_is_allowed);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
