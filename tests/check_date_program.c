/* Programs of forms match as PCRE2 does: whatever patterns of forms may have, and every form at
 * every word of texts. */
#include "runner.h"
#include "support.h"

#include "date_pattern.h"
#include "date_plain.h"
#include "date_program.h"
#include "token.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

static test_mem allocated;
static const ww_mem mem = { test_alloc, &allocated };

/* A form as PCRE2 has it. */
static pcre2_code *compile(const ww_language *lang, const ww_form *form) {
	ww_pattern s = { .mem = &mem };
	int error;
	PCRE2_SIZE at;
	if (!ww_pattern_write(&s, lang, form))
		die("no memory");
	pcre2_code *code = pcre2_compile((PCRE2_SPTR)s.at, PCRE2_ZERO_TERMINATED,
	                                 PCRE2_ANCHORED | PCRE2_CASELESS | PCRE2_DUPNAMES |
	                                         PCRE2_NO_AUTO_CAPTURE, &error, &at, NULL);
	if (!code)
		die("%s at %.40s", form->pattern, s.at + at);
	pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
	ww_pattern_free(&s);
	return code;
}

/* Where the match ends that begins at `start`, or -1. */
static long end_of(const pcre2_code *code, pcre2_match_data *match, const char *text, size_t len,
                   size_t start) {
	int rc = pcre2_match(code, (PCRE2_SPTR)text, len, start, 0, match, NULL);
	return rc > 0 ? (long)pcre2_get_ovector_pointer(match)[1] : -1;
}

static long tried(const ww_program *program, unsigned form, const char *text, size_t len,
                  size_t start) {
	const char *end = ww_program_try(program, form, text, len, start);
	return end ? (long)(end - text) : -1;
}

static const ww_form_part parts[] = {
	{ "NO", "(?>\\d+(?:st|nd)?)" },
	{ "DAY", "(?<day>{NO})(?![a-z])" },
	{ "ANY", "(?:a|ab|)" },
	{ "BLANK", "x y" },
	{ "NIGH", "x|yy" },
};

/* Each is tried at each byte of each text. */
static const char *const patterns[] = {
	"abc", "a", "a?b", "a*b", "a+", "a{2}b", "a{1,2}", "a{2,}", "ab?c", "(?:ab){1,2}c", "(?:ab)*c",
	"(?:ab)+", "(?:a|ab)(?:c|bcd)", "(?:a|b|ab|c|abc|)d?", "(?>a|ab)c", "(?>a+)b", "a++b", "(?:ab)?+c",
	"[abc]+d", "[^abc]", "[a-c]{2,3}", "[ab]*b", "[-a]", "[a-]", "[\\d.]+", ".b", ".{1,3}c", "\\d+",
	"\\d{1,3}(?!\\d)", "\\w+", "\\s*b", "\\h+1", "\\S+", "[\\S ]b", "\\x41b", "\\x{61}b", "\\.", "\\(a\\)",
	"a b", "a ?b", "a *b", "a[ -]b", "[ ]", "[ab ]+", "[^a ]", "(?<=a )b", "(?<=[a ])b", "(?<! )b",
	"(?<=a|bc)b", "(?<!a|bc)b", "(?<=\\ba)b", "(?<=^a)b", "(?<=a|b|c|\\d\\d)b", "(?<!{NIGH})z",
	"(?=a)[a-z]+", "(?!ab)a", "(?=ab|cd|1|x|y)\\w", "^a", "a$", "\\bb", "a\\b",
	"(?-i:a)b", "(?-i:A(?i:b)c)", "(?-i:[a-c]+)", "(?-i:{DAY}ST)", "(?<name>a)|b", "(*:mark)a",
	"{DAY}", "{NO}a", "{ANY}b", "{ANY}{ANY}c", "(?:{NO}|a)+", "a(?:{NO}(?: {NO})*)?", "{BLANK}",
	"'|\xE2\x80\x99", "(?:aa|ab|ac|a1|b1|bb|1a|12|@b)c?",
};

static const char *const texts[] = {
	"", "a", "ab", "abc", "aab", "aaab", "AbC", "ABc", "abab", "ababc", "abcd", "acd", "abbcd",
	"a b", "a  b", "a\nb", "a\tb\n", "b a", "a-b c", "x y", "x  yz", "x yz", "12 a", "12a 1st", "1st 22nd ab",
	"1stST", "12:30", "(a).b", "cab dab", "ab1 ab12", "a1st 2nd 3", "\xE2\x80\x99s", "bc b", "aac1a12@bc",
	"abcab", "a\n", "A", "Abc", "ABC", "aBc", "\xA0\t1",
};

/* What a pattern of this check begins with, read by both. */
static ww_form form_of(const char *pattern) {
	return (ww_form){ .name = "form", .pattern = pattern };
}

START_TEST(matches_as_pcre2) {
	ww_form form = form_of(patterns[_i]);
	ww_language lang = { .parts = parts, .forms = &form, .n_parts = COUNT(parts), .n_forms = 1 };
	ww_program program;
	pcre2_code *code = compile(&lang, &form);
	pcre2_match_data *match = pcre2_match_data_create(20, NULL);
	ck_assert_int_eq(ww_program_init(&program, &mem, &lang), WW_OK);
	ck_assert_int_eq(ww_program_read(&program, 0), WW_OK);
	for (int i = 0; i < COUNT(texts); i++)
		for (size_t at = 0, len = strlen(texts[i]); at <= len; at++) {
			long expected = end_of(code, match, texts[i], len, at);
			long found = tried(&program, 0, texts[i], len, at);
			if (found != expected)
				die("%s at %zu of \"%s\": %ld, not %ld", form.pattern, at, texts[i], found, expected);
		}
	ww_program_free(&program);
	pcre2_match_data_free(match);
	pcre2_code_free(code);
	ck_assert_uint_eq(allocated.live, 0);
}
END_TEST

/* Patterns that PCRE2 may know, and dates.txt does not use. */
static const char *const unknown[] = {
	"a{NO", "a+?", "(?<!a", "(?:a", "a)", "(?|a|b)", "(?P<n>a)", "\\Ra", "\\1", "[a", "\\x4", "(?", "(",
	"\\", "*a", "[[:alpha:]]{999}", "(?R)", "{NONE}",
};

START_TEST(knows_no_other) {
	ww_form form = form_of(unknown[_i]);
	ww_language lang = { .parts = parts, .forms = &form, .n_parts = COUNT(parts), .n_forms = 1 };
	ww_program program;
	ck_assert_int_eq(ww_program_init(&program, &mem, &lang), WW_OK);
	ck_assert_int_eq(ww_program_read(&program, 0), WW_E_PATTERN);
	ww_program_free(&program);
	ck_assert_uint_eq(allocated.live, 0);
}
END_TEST

/* Reads all forms, each again when memory is refused; whether it was. */
static bool read_all(ww_program *program, test_mem *from) {
	bool refused = false;
	for (unsigned i = 0; i < ww_english.n_forms; i++) {
		int err = ww_program_read(program, i);
		if (err) {
			ck_assert_int_eq(err, WW_E_NOMEM);
			ck_assert(test_mem_failed(from));
			test_mem_fail(from, 0);
			refused = true;
			ck_assert_int_eq(ww_program_read(program, i), WW_OK);
		}
	}
	return refused;
}

/* Whatever request is refused, it is said, and the next reading gives what others do. */
START_TEST(memory_may_be_refused) {
	static const char text[] = "He left on Friday, March 3, 2019, at 5 p.m., two years ago.";
	static test_mem few;
	ww_mem own = { test_alloc, &few };
	ww_program whole, program;
	ck_assert_int_eq(ww_program_init(&whole, &mem, &ww_english), WW_OK);
	read_all(&whole, &allocated);
	bool refused = true;
	for (size_t n = 1; refused; n++) {
		test_mem_fail(&few, n);
		int err = ww_program_init(&program, &own, &ww_english);
		refused = err == WW_E_NOMEM || read_all(&program, &few);
		for (unsigned form = 0; !err && form < ww_english.n_forms; form++)
			for (size_t at = 0; at < sizeof text - 1; at++)
				ck_assert_int_eq(tried(&program, form, text, sizeof text - 1, at),
				                 tried(&whole, form, text, sizeof text - 1, at));
		test_mem_fail(&few, 0);
		ww_program_free(&program);
		ck_assert_uint_eq(few.live, 0);
	}
	ww_program_free(&whole);
}
END_TEST

/* What would be tried for ever ends, and matches nothing. */
START_TEST(slow_texts_match_nothing) {
	static const char *const slow[] = { "(?:(?:a|aa)(?:a|aa))*b", "(?:a|ab|b)*c", "(?:)*b" };
	char text[2000];
	memset(text, 'a', sizeof text);
	ww_form form = form_of(slow[_i]);
	ww_language lang = { .parts = parts, .forms = &form, .n_parts = COUNT(parts), .n_forms = 1 };
	ww_program program;
	ck_assert_int_eq(ww_program_init(&program, &mem, &lang), WW_OK);
	ck_assert_int_eq(ww_program_read(&program, 0), WW_OK);
	ck_assert_ptr_null(ww_program_try(&program, 0, text, sizeof text, 0));
	ww_program_free(&program);
}
END_TEST

/* Bytes of the articles that are tried: some thousand words, each with all forms. */
enum { TRIED = 30000, BLOCK = 1000 };

/* Blocks may begin and end anywhere; a form must do the same there, too. */
START_TEST(forms_match_as_pcre2) {
	enum { MOST_FORMS = WW_MOST_FORMS };
	static pcre2_code *code[MOST_FORMS];
	ww_program program;
	ww_lexicon lexicon;
	ww_tokens tokens = { 0 };
	size_t len, matches = 0;
	char *text = test_written(&len), plain[BLOCK];
	pcre2_match_data *match = pcre2_match_data_create(200, NULL);
	ww_lexicon_init(&lexicon, ww_english.words, ww_english.n_words);
	ck_assert_int_eq(ww_program_init(&program, &mem, &ww_english), WW_OK);
	for (unsigned i = 0; i < ww_english.n_forms; i++) {
		code[i] = compile(&ww_english, &ww_english.forms[i]);
		ck_assert_int_eq(ww_program_read(&program, i), WW_OK);
	}
	for (size_t from = 0; from + BLOCK <= len && from < TRIED; from += BLOCK) {
		ww_make_plain(text + from, BLOCK, plain);
		ck_assert(ww_tokenize(&tokens, &mem, &lexicon, plain, BLOCK));
		for (uint32_t i = 0; i < tokens.n; i++)
			for (unsigned form = 0; form < ww_english.n_forms; form++) {
				size_t at = tokens.at[i].start;
				long expected = end_of(code[form], match, plain, BLOCK, at);
				matches += expected >= 0;
				if (tried(&program, form, plain, BLOCK, at) != expected)
					die("%s at \"%.40s\"", ww_english.forms[form].name, plain + at);
			}
	}
	ck_assert_uint_gt(matches, 1000);
	for (unsigned i = 0; i < ww_english.n_forms; i++)
		pcre2_code_free(code[i]);
	ww_tokens_free(&tokens, &mem);
	ww_program_free(&program);
	pcre2_match_data_free(match);
	free(text);
	ck_assert_uint_eq(allocated.live, 0);
}
END_TEST

int main(void) {
	Suite *s = suite_create("date program");
	TCase *tc = tcase_create("programs");
	tcase_add_loop_test(tc, matches_as_pcre2, 0, COUNT(patterns));
	tcase_add_loop_test(tc, knows_no_other, 0, COUNT(unknown));
	tcase_add_loop_test(tc, slow_texts_match_nothing, 0, 3);
	tcase_add_test(tc, memory_may_be_refused);
	tcase_add_test(tc, forms_match_as_pcre2);
	suite_add_tcase(s, tc);
	return run_suite(s);
}
