#include "date_forms.h"
#include "runner.h"
#include "support.h"
#include "token.h"
#include "utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static test_mem counter;
static const ww_mem mem = { test_alloc, &counter };

#define APOSTROPHE "\xE2\x80\x99"
#define OPEN "\xE2\x80\x9C"
#define CLOSE "\xE2\x80\x9D"
#define DASH "\xE2\x80\x94"
#define SOFT "\xC2\xAD"       /* U+00AD */
#define ZERO "\xE2\x80\x8B"   /* U+200B */
#define NO_BREAK "\xC2\xA0"   /* U+00A0 */
#define NARROW "\xE2\x80\xAF" /* U+202F */

/* The tokens of a text with what stands before each: nothing, ' ' or '~' for a line's
 * end; and their shapes: lower, Capital, UPPER, Mixed, 0 for no case, 9 for a number,
 * '.' for a sign. */
static const struct {
	const char *label, *text, *tokens, *shapes;
} rows[] = {
	{ "nothing", "", "", "" },
	{ "blanks only", " \t\n ", "", "" },
	{ "a word", "word", "~word", "l" },
	{ "shapes", "word Word WORD W McNeil iPhone", "~word Word WORD W McNeil iPhone", "lCUUMM" },
	{ "eight letters and more", "abcdefg abcdefgh abcdefghi Abcdefghijklmnopq",
	  "~abcdefg abcdefgh abcdefghi Abcdefghijklmnopq", "lllC" },
	{ "a capital far behind", "abcdefghijK ABCDEFGHIj", "~abcdefghijK ABCDEFGHIj", "MM" },
	{ "sixteen letters", "abcdefghijklmno Abcdefghijklmnop abcdefghijklmnopq and some behind",
	  "~abcdefghijklmno Abcdefghijklmnop abcdefghijklmnopq and some behind", "lCllll" },
	{ "sixteen capitals", "ABCDEFGHIJKLMNO ABCDEFGHIJKLMNOP ABCDEFGHIJKLMNOPQ abcdefghI ABCDEFGHi",
	  "~ABCDEFGHIJKLMNO ABCDEFGHIJKLMNOP ABCDEFGHIJKLMNOPQ abcdefghI ABCDEFGHi", "UUUMM" },
	{ "what goes on behind eight",
	  "abcdefgh's abcdefgh, abcdefghij'k, ABCDEFGHIJ's abcdefgh9 and so on",
	  "~abcdefgh|'|s abcdefgh|, abcdefghij'k|, ABCDEFGHIJ|'|s abcdefgh|9 and so on",
	  "l.ll.l.U.ll9lll" },
	{ "figures", "2024 5pm Q3 3.5", "~2024 5|pm Q|3 3|.|5", "99lU99.9" },
	{ "signs", "a,b [c]", "~a|,|b [|c|]", "l.l.l." },
	{ "signs beside letters", "@a[ `z{ /9:", "~@|a|[ `|z|{ /|9|:", ".l..l..9." },
	{ "lines", "a\nb \n c\fd\r\ne", "~a~b~c~d~e", "lllll" },
	{ "tabs and vertical tabs", "a\tb\vc", "~a b c", "lll" },
	{ "a blank after a line's end", "a\n b", "~a~b", "ll" },
	{ "apostrophes", "O'Brien don't", "~O'Brien don't", "Ml" },
	{ "curly apostrophes", "O" APOSTROPHE "Brien", "~O" APOSTROPHE "Brien", "M" },
	{ "possessives", "Ann's ANN'S Ann'sx", "~Ann|'|s ANN|'|S Ann'sx", "C.lU.UC" },
	{ "a possessive behind letters beyond ASCII", "Jos\xC3\xA9's", "~Jos\xC3\xA9|'|s", "C.l" },
	{ "an apostrophe at an end", "Hutchins' and 'tis", "~Hutchins|' and '|tis", "C.l.l" },
	{ "an apostrophe before a figure", "a'9", "~a|'|9", "l.9" },
	{ "letters beyond ASCII", "\xC3\x89mile \xC3\x89MILE \xC3\xA9 \xC5\xA0" "ef\xC4\x8D",
	  "~\xC3\x89mile \xC3\x89MILE \xC3\xA9 \xC5\xA0" "ef\xC4\x8D", "CUlC" },
	{ "in the middle", "Jos\xC3\xA9" "Maria", "~Jos\xC3\xA9" "Maria", "M" },
	{ "a dotted I", "\xC4\xB0zmir", "~\xC4\xB0zmir", "C" },
	{ "accents of their own", "Jose\xCC\x81 e", "~Jose\xCC\x81 e", "Cl" },
	{ "no case", "\xD7\x90\xD7\x91", "~\xD7\x90\xD7\x91", "0" },
	{ "quotation marks", OPEN "a" CLOSE " \xC2\xAB" "b\xC2\xBB",
	  "~" OPEN "|a|" CLOSE " \xC2\xAB|b|\xC2\xBB", ".l..l." },
	{ "dashes", "a" DASH "b", "~a|" DASH "|b", "l.l" },
	{ "blanks beyond ASCII", "a" NO_BREAK "b" NARROW "c\xE3\x80\x80" "d\xE2\x80\xA8" "e",
	  "~a b c d~e", "lllll" },
	{ "soft hyphens inside", "Wed" SOFT "nes" SOFT "day", "~Wed" SOFT "nes" SOFT "day", "C" },
	{ "two that are not seen", "a" SOFT ZERO "b", "~a" SOFT ZERO "b", "l" },
	{ "not seen at an end", "a" SOFT " b" ZERO "\nc", "~a b~c", "lll" },
	{ "not seen at a start", "\xEF\xBB\xBF" "a " ZERO "b", "~a b", "ll" },
	{ "not seen before a figure", "May" ZERO "5", "~May|5", "C9" },
	{ "not seen beyond ASCII", "\xC3\xA9" SOFT "\xC3\xA9", "~\xC3\xA9" SOFT "\xC3\xA9", "l" },
	{ "bytes that are none", "a\xFF\xC3" "b", "~a|\xFF|\xC3|b", "l..l" },
	{ "one half", "2\xC2\xBD" " a\xC2\xBD", "~2|\xC2\xBD a|\xC2\xBD", "9.l." },
};

static void put(char *out, size_t room, const char *text, size_t len) {
	size_t n = strlen(out);
	if (n + len + 1 > room)
		die("too long");
	memcpy(out + n, text, len);
	out[n + len] = '\0';
}

static const char shape_letters[] = "0lCUM";

/* Writes tokens as the rows above have them. */
static void describe(const ww_token *t, uint32_t n, const char *text, char *tokens, char *shapes) {
	static const char *const gaps[] = { "|", " ", "~" };
	for (; n > 0; n--, t++) {
		put(tokens, 300, gaps[t->gap], 1);
		put(tokens, 300, text + t->start, t->end - t->start);
		put(shapes, 100, t->type == WW_TOK_NUMBER ? "9" : t->type == WW_TOK_PUNCT ? "."
		                 : &shape_letters[t->shape], 1);
	}
}

START_TEST(reads_tokens) {
	static ww_lexicon lexicon;
	char tokens[300] = "", shapes[100] = "";
	ww_tokens v = { 0 };
	size_t len = strlen(rows[_i].text);
	char *text = test_resize(NULL, len);
	memcpy(text, rows[_i].text, len);
	ww_lexicon_init(&lexicon, ww_english.words, ww_english.n_words);
	ck_assert(ww_tokenize(&v, &mem, &lexicon, text, len));
	describe(v.at, v.n, text, tokens, shapes);
	if (strcmp(tokens, rows[_i].tokens) != 0 || strcmp(shapes, rows[_i].shapes) != 0)
		die("%s: %s and %s", rows[_i].label, tokens, shapes);
	/* one after the other they are the same */
	ww_token t = { .end = 0 };
	for (uint32_t i = 0; i < v.n; i++) {
		ck_assert(ww_token_next(&t, text, t.end, len));
		t.role = v.at[i].role;
		ck_assert_mem_eq(&t, &v.at[i], sizeof t);
	}
	ck_assert(!ww_token_next(&t, text, t.end, len));
	ww_tokens_free(&v, &mem);
	ck_assert_uint_eq(counter.live, 0);
	free(text);
}
END_TEST

/* Two texts of one token each, and whether it has one hash. */
static const struct {
	const char *a, *b;
	bool same;
} hashes[] = {
	{ "word", "WORD", true },
	{ "abcdefghijkl", "ABCDEFGHIJKL", true },
	{ "\xC3\x89mile", "\xC3\xA9MILE", true },
	{ "\xC4\xB0zmir", "izmir", true },
	{ "don't", "don" APOSTROPHE "t", true },
	{ "Wednesday", "Wed" SOFT "nes" ZERO "day", true },
	{ "-", "\xE2\x80\x91", true },
	{ "-", DASH, true },
	{ "\"", OPEN, true },
	{ "\"", CLOSE, true },
	{ "'", APOSTROPHE, true },
	{ "1984", "1984", true },
	{ "emile", "\xC3\xA9mile", false },
	{ "abcdefgh", "abcdefgi", false },
	{ "abcdefghx", "abcdefghy", false },
	{ "\"", "'", false },
	{ "1984", "1985", false },
	{ "01", "1", false },
	{ ".", ",", false },
};

START_TEST(hashes_tokens) {
	ww_token a, b;
	ck_assert(ww_token_next(&a, hashes[_i].a, 0, strlen(hashes[_i].a)));
	ck_assert(ww_token_next(&b, hashes[_i].b, 0, strlen(hashes[_i].b)));
	ck_assert_uint_eq(a.end, strlen(hashes[_i].a));
	ck_assert_uint_eq(b.end, strlen(hashes[_i].b));
	ck_assert_msg((a.hash == b.hash) == hashes[_i].same, "%s, %s", hashes[_i].a, hashes[_i].b);
}
END_TEST

START_TEST(knows_hashes) {
	ww_token t;
	ck_assert(ww_token_next(&t, "a Of the with after", 2, 4));
	ck_assert_uint_eq(t.hash, WW_HASH_2('o', 'f'));
	ck_assert_uint_eq(t.start, 2);
	ck_assert_uint_eq(t.gap, WW_GAP_NONE);
	ck_assert(ww_token_next(&t, "a after", 1, 7));
	ck_assert_uint_eq(t.hash, WW_HASH_5('a', 'f', 't', 'e', 'r'));
	ck_assert_uint_eq(t.gap, WW_GAP_BLANK);
	ck_assert_uint_eq(ww_hash_char(WW_HASH_START, 0x3B1), WW_HASH_2('\xB1', '\x03'));
	ck_assert_uint_eq(ww_hash_char(WW_HASH_START, 'x'), WW_HASH_1('x'));
	ck_assert_uint_eq(ww_hash_bytes(WW_HASH_1('a'), "bc", 2), WW_HASH_3('a', 'b', 'c'));
}
END_TEST

/* Roles come with the lexicon. */
START_TEST(tells_roles) {
	static ww_lexicon lexicon;
	ww_tokens v = { 0 };
	ww_lexicon_init(&lexicon, ww_english.words, ww_english.n_words);
	ck_assert(ww_tokenize(&v, &mem, &lexicon, "On MONDAY, Mon" SOFT "day.", 20));
	ck_assert_uint_eq(v.n, 5);
	ck_assert_uint_eq(v.at[0].role, WW_ROLE_NONE);
	ck_assert_uint_eq(v.at[1].role, WW_ROLE_WEEKDAY);
	ck_assert_uint_eq(v.at[2].role, WW_ROLE_NONE);
	ck_assert_uint_eq(v.at[3].role, WW_ROLE_WEEKDAY);
	ww_tokens_free(&v, &mem);
}
END_TEST

START_TEST(no_memory) {
	static ww_lexicon lexicon;
	ww_tokens v = { 0 };
	ww_lexicon_init(&lexicon, ww_english.words, ww_english.n_words);
	test_mem_fail(&counter, 1);
	ck_assert(!ww_tokenize(&v, &mem, &lexicon, "a b", 3));
	test_mem_fail(&counter, 0);
	ck_assert(ww_tokenize(&v, &mem, &lexicon, "a b", 3));
	ck_assert_uint_eq(v.n, 2);
	ck_assert(ww_tokenize(&v, &mem, &lexicon, "c", 1));
	ck_assert_uint_eq(v.n, 1);
	ww_tokens_free(&v, &mem);
	ck_assert_uint_eq(counter.live, 0);
}
END_TEST

/* Of any bytes: tokens ascend, do not overlap, and hold all that is seen. */
START_TEST(any_bytes_will_do) {
	static const char *const pieces[] = { "a", "B", "'", APOSTROPHE, "s", "9", " ", "\n", SOFT,
		ZERO,
		                                  NO_BREAK, DASH, "\xC3\x89", "\xC3", "\xCC\x81", "-",
		                                  "abcdefgh" };
	static ww_lexicon lexicon;
	test_random r = { test_seed(3) };
	ww_tokens v = { 0 };
	ww_lexicon_init(&lexicon, ww_english.words, ww_english.n_words);
	for (int round = 0; round < 3000; round++) {
		char *text = test_resize(NULL, 200);
		size_t len = 0;
		for (size_t n = test_below(&r, 20); n > 0; n--) {
			const char *piece = pieces[test_below(&r, COUNT(pieces))];
			memcpy(text + len, piece, strlen(piece));
			len += strlen(piece);
		}
		text = test_resize(text, len);
		ck_assert(ww_tokenize(&v, &mem, &lexicon, text, len));
		uint32_t end = 0;
		for (uint32_t i = 0; i <= v.n; i++) {
			uint32_t start = i < v.n ? v.at[i].start : (uint32_t)len;
			ck_assert(start >= end);
			for (size_t n; end < start; end += (uint32_t)n)
				ck_assert(ww_char_classify(ww_utf8_decode(text + end, text + start, &n)) <=
				              WW_CH_NOTHING && text[end] != '9');
			if (i < v.n) {
				ck_assert(v.at[i].end > start && v.at[i].end <= len);
				end = v.at[i].end;
			}
		}
		free(text);
	}
	ww_tokens_free(&v, &mem);
}
END_TEST

int main(void) {
	Suite *s = suite_create("token");
	TCase *tc = tcase_create("tokens");
	tcase_add_loop_test(tc, reads_tokens, 0, COUNT(rows));
	tcase_add_loop_test(tc, hashes_tokens, 0, COUNT(hashes));
	tcase_add_test(tc, knows_hashes);
	tcase_add_test(tc, tells_roles);
	tcase_add_test(tc, no_memory);
	tcase_add_test(tc, any_bytes_will_do);
	suite_add_tcase(s, tc);
	return run_suite(s);
}
