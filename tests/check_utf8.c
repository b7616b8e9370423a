/* Every code point is compared with what two others say that have the data of
 * Unicode too: PCRE2 of what a character is, the C library of its lower case. */
#include "runner.h"
#include "support.h"
#include "utf8.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <locale.h>
#include <pcre2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wctype.h>

enum { END = 0x110000 };

static bool is_surrogate(uint32_t cp) {
	return cp >= 0xD800 && cp <= 0xDFFF;
}

/* Writes a character by the standard's table 3-6; returns its length. */
static size_t encode(uint32_t cp, char out[4]) {
	size_t n = cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
	static const unsigned char first[] = { 0, 0, 0xC0, 0xE0, 0xF0 };
	for (size_t i = n - 1; i > 0; i--, cp >>= 6)
		out[i] = (char)(0x80 | (cp & 0x3F));
	out[0] = (char)(first[n] | cp);
	return n;
}

START_TEST(decodes_all) {
	for (uint32_t cp = 0; cp < END; cp++) {
		char text[4];
		size_t n = encode(cp, text), len, back;
		uint32_t got = ww_utf8_decode(text, text + n, &len);
		uint32_t before = ww_utf8_before(text, text + n, &back);
		bool valid = !is_surrogate(cp);
		if (got != (valid ? cp : 0xFFFD) || len != (valid ? n : 1))
			die("U+%04X is read as U+%04X of %zu bytes", cp, got, len);
		if (before != got || back != len)
			die("U+%04X is read as U+%04X of %zu bytes from behind", cp, before, back);
		/* cut short it is nothing, and no byte behind the end is read */
		for (size_t less = 1; less < n; less++) {
			char *exact = test_resize(NULL, less);
			memcpy(exact, text, less);
			got = ww_utf8_decode(exact, exact + less, &len);
			if (got != 0xFFFD || len != 1)
				die("U+%04X without its end is read as U+%04X", cp, got);
			free(exact);
		}
	}
}
END_TEST

/* The characters of some bytes; 0xFFFD is one that is none. */
static const struct {
	const char *bytes;
	uint32_t chars[6];
	size_t n;
} decoded[] = {
	{ "a\xC3\xA9z", { 'a', 0xE9, 'z' }, 3 },
	{ "\xC1\xBF", { 0xFFFD, 0xFFFD }, 2 },                             /* overlong */
	{ "\xE0\x9F\xBF", { 0xFFFD, 0xFFFD, 0xFFFD }, 3 },                 /* overlong */
	{ "\xF0\x8F\xBF\xBF", { 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD }, 4 },     /* overlong */
	{ "\xF4\x90\x80\x80", { 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD }, 4 },     /* past the last */
	{ "\xF5\x80\x80\x80", { 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD }, 4 },
	{ "\xC3(", { 0xFFFD, '(' }, 2 },
	{ "\xC3\xC3\xA9", { 0xFFFD, 0xE9 }, 2 },
	{ "\xE2\x80(", { 0xFFFD, 0xFFFD, '(' }, 3 },
	{ "\xF0\x9F\x98(", { 0xFFFD, 0xFFFD, 0xFFFD, '(' }, 4 },
	{ "\xF0\x9F(\x80", { 0xFFFD, 0xFFFD, '(', 0xFFFD }, 4 },
	{ "\xA9\x80", { 0xFFFD, 0xFFFD }, 2 },
	{ "\xC3\xA9\xA9", { 0xE9, 0xFFFD }, 2 },
	{ "\xF0\x9F\x98\x80\xE2\x82\xAC", { 0x1F600, 0x20AC }, 2 },
	{ "", { 0 }, 0 },
};

START_TEST(decodes_bytes) {
	const char *text = decoded[_i].bytes, *end = text + strlen(text), *p = text;
	size_t n = decoded[_i].n, len;
	ck_assert_uint_eq(ww_utf8_length(text, end), n);
	for (size_t i = 0; i < n; i++, p += len)
		ck_assert_uint_eq(ww_utf8_decode(p, end, &len), decoded[_i].chars[i]);
	ck_assert_ptr_eq(p, end);
	for (size_t i = n; i > 0; i--, p -= len)
		ck_assert_uint_eq(ww_utf8_before(text, p, &len), decoded[_i].chars[i - 1]);
	ck_assert_ptr_eq(p, text);
}
END_TEST

/* What PCRE2 says, as far as the classes tell it: each class whose name is a property
 * of Unicode, and WW_CH_OTHER for all others. */
static const struct {
	const char *pattern;
	ww_char_class is;
} properties[] = {
	{ "[\\p{L}\\p{Nd}]+", WW_CH_UNCASED },
	{ "[\\p{Lu}\\p{Lt}]+", WW_CH_UPPER },
	{ "\\p{Ll}+", WW_CH_LOWER },
	{ "\\p{M}+", WW_CH_MARK },
	{ "\\p{Zs}+", WW_CH_BLANK },
	{ "[0-9]+", WW_CH_OTHER },
};

static char all[4 * END];
static uint8_t told[END];

/* Marks what a pattern matches in the text of all characters. */
static void tell(const char *pattern, ww_char_class is, size_t len) {
	int error;
	PCRE2_SIZE at = 0;
	pcre2_code *code = pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED, PCRE2_UTF, &error,
	                                 &at, NULL);
	ck_assert_ptr_nonnull(code);
	pcre2_match_data *match = pcre2_match_data_create_from_pattern(code, NULL);
	const PCRE2_SIZE *v = pcre2_get_ovector_pointer(match);
	uint32_t options = 0; /* the text is checked once */
	for (at = 0; pcre2_match(code, (PCRE2_SPTR)all, len, at, options, match, NULL) > 0; at = v[1]) {
		size_t n;
		for (const char *p = all + v[0]; p < all + v[1]; p += n)
			told[ww_utf8_decode(p, all + len, &n)] = (uint8_t)is;
		options = PCRE2_NO_UTF_CHECK;
	}
	pcre2_match_data_free(match);
	pcre2_code_free(code);
}

static ww_char_class as_property(ww_char_class is) {
	return is > WW_CH_BLANK && is < WW_CH_UNCASED ? WW_CH_OTHER : is;
}

/* Letters may come with every version of Unicode, and go nowhere: where one of the
 * two knows a character that the other does not, that one is newer. */
START_TEST(agrees_with_pcre2) {
	uint32_t unicode = 0;
	pcre2_config(PCRE2_CONFIG_UNICODE, &unicode);
	if (!unicode)
		return;
	size_t len = 0, newer = 0, older = 0;
	for (uint32_t cp = 0; cp < END; cp++)
		len += is_surrogate(cp) ? 0 : encode(cp, all + len);
	for (int i = 0; i < COUNT(properties); i++)
		tell(properties[i].pattern, properties[i].is, len);
	for (uint32_t cp = 0; cp < END; cp++) {
		ww_char_class is = as_property(ww_char_classify(cp)), want = (ww_char_class)told[cp];
		bool control = want == WW_CH_OTHER && (is == WW_CH_LINE || is == WW_CH_BLANK) &&
		               (cp < 0xA0 || cp == 0x2028 || cp == 0x2029);
		if (is == want || control)
			continue;
		if (is != WW_CH_OTHER && want != WW_CH_OTHER)
			die("U+%04X is of class %d, and of %d for PCRE2", cp, (int)is, (int)want);
		/* blocks of old scripts are full: nothing new comes there */
		ck_assert_msg(cp >= 0x500, "U+%04X is of class %d, and of %d for PCRE2", cp, (int)is,
		              (int)want);
		newer += is == WW_CH_OTHER;
		older += want == WW_CH_OTHER;
	}
	ck_assert_msg(!newer || !older, "PCRE2 knows %zu characters more, and %zu less", newer, older);
}
END_TEST

START_TEST(agrees_with_the_c_library) {
	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		return;
	for (uint32_t cp = 0; cp < END; cp++) {
		uint32_t lower = ww_char_lower(cp), theirs = (uint32_t)towlower((wint_t)cp);
		ww_char_class is = ww_char_classify(cp);
		if (is != WW_CH_UPPER)
			ck_assert_uint_eq(lower, cp);
		/* U+2160, a roman figure, has a lower case and is no letter */
		if (is == WW_CH_UPPER ? lower != theirs && theirs != cp : theirs != cp && is != WW_CH_OTHER)
			die("U+%04X has the lower case U+%04X, and U+%04X for the C library", cp, lower,
			    theirs);
		if (is == WW_CH_UPPER && lower != cp && ww_char_classify(lower) != WW_CH_LOWER)
			die("U+%04X, the lower case of U+%04X, is none", lower, cp);
	}
	setlocale(LC_CTYPE, "C");
}
END_TEST

static const struct {
	uint32_t cp;
	ww_char_class is;
	uint32_t lower, plain;
} chars[] = {
	{ 'A', WW_CH_UPPER, 'a', 'A' },
	{ 'Z', WW_CH_UPPER, 'z', 'Z' },
	{ 'z', WW_CH_LOWER, 'z', 'z' },
	{ '9', WW_CH_OTHER, '9', '9' },
	{ '-', WW_CH_HYPHEN, '-', '-' },
	{ '\'', WW_CH_QUOTE, '\'', '\'' },
	{ '"', WW_CH_QUOTE, '"', '"' },
	{ '\n', WW_CH_LINE, '\n', '\n' },
	{ '\f', WW_CH_LINE, '\f', '\f' },
	{ '\t', WW_CH_BLANK, '\t', '\t' },
	{ 0xA0, WW_CH_BLANK, 0xA0, 0xA0 },      /* no-break space */
	{ 0x202F, WW_CH_BLANK, 0x202F, 0x202F },
	{ 0x3000, WW_CH_BLANK, 0x3000, 0x3000 },
	{ 0x2028, WW_CH_LINE, 0x2028, 0x2028 },
	{ 0xAD, WW_CH_NOTHING, 0xAD, 0xAD },    /* soft hyphen */
	{ 0x200B, WW_CH_NOTHING, 0x200B, 0x200B },
	{ 0x200D, WW_CH_NOTHING, 0x200D, 0x200D },
	{ 0xFEFF, WW_CH_NOTHING, 0xFEFF, 0xFEFF },
	{ 0x202A, WW_CH_NOTHING, 0x202A, 0x202A }, /* left to right */
	{ 0xBD, WW_CH_OTHER, 0xBD, 0xBD },      /* one half */
	{ 0x130, WW_CH_UPPER, 'i', 0x130 },     /* I with a dot */
	{ 0x131, WW_CH_LOWER, 0x131, 0x131 },
	{ 0x160, WW_CH_UPPER, 0x161, 0x160 },   /* S caron */
	{ 0xE0, WW_CH_LOWER, 0xE0, 0xE0 },      /* a grave: its last byte is A0 */
	{ 0x1C5, WW_CH_UPPER, 0x1C6, 0x1C5 },   /* title case */
	{ 0x1E9E, WW_CH_UPPER, 0xDF, 0x1E9E },
	{ 0xA77D, WW_CH_UPPER, 0x1D79, 0xA77D },
	{ 0x301, WW_CH_MARK, 0x301, 0x301 },
	{ 0x5D0, WW_CH_UNCASED, 0x5D0, 0x5D0 }, /* alef */
	{ 0x2010, WW_CH_HYPHEN, 0x2010, '-' },
	{ 0x2011, WW_CH_HYPHEN, 0x2011, '-' },
	{ 0x2013, WW_CH_DASH, 0x2013, '-' },
	{ 0x2014, WW_CH_DASH, 0x2014, '-' },
	{ 0x2212, WW_CH_DASH, 0x2212, '-' },    /* minus */
	{ 0x2018, WW_CH_QUOTE, 0x2018, '\'' },
	{ 0x201B, WW_CH_QUOTE, 0x201B, '\'' },
	{ 0x201C, WW_CH_QUOTE, 0x201C, '"' },
	{ 0x201F, WW_CH_QUOTE, 0x201F, '"' },
	{ 0xAB, WW_CH_QUOTE, 0xAB, '"' },
	{ 0x203A, WW_CH_QUOTE, 0x203A, '\'' },
	{ 0x2039, WW_CH_QUOTE, 0x2039, '\'' },
	{ 0xFF07, WW_CH_QUOTE, 0xFF07, '\'' },
	{ 0xFF02, WW_CH_QUOTE, 0xFF02, '"' },
	{ 0x2022, WW_CH_OTHER, 0x2022, 0x2022 }, /* bullet */
	{ 0xFF21, WW_CH_UPPER, 0xFF41, 0xFF21 }, /* full width */
	{ 0x10400, WW_CH_UPPER, 0x10428, 0x10400 },
	{ 0x1F600, WW_CH_OTHER, 0x1F600, 0x1F600 },
	{ 0x20000, WW_CH_UNCASED, 0x20000, 0x20000 },
	{ 0x2A6DF, WW_CH_UNCASED, 0x2A6DF, 0x2A6DF },
	{ 0xE0100, WW_CH_MARK, 0xE0100, 0xE0100 },
	{ 0x10FFFF, WW_CH_OTHER, 0x10FFFF, 0x10FFFF },
	{ 0xFFFD, WW_CH_OTHER, 0xFFFD, 0xFFFD },
};

START_TEST(knows_characters) {
	uint32_t cp = chars[_i].cp;
	if (ww_char_classify(cp) != chars[_i].is || ww_char_lower(cp) != chars[_i].lower ||
	    ww_char_plain(cp) != chars[_i].plain)
		die("U+%04X: class %d, lower U+%04X, plain U+%04X", cp, (int)ww_char_classify(cp),
		    ww_char_lower(cp), ww_char_plain(cp));
	ck_assert_int_eq(ww_char_is_word(chars[_i].is), chars[_i].is >= WW_CH_UNCASED);
}
END_TEST

START_TEST(takes_marks_off) {
	static const uint32_t letters[][2] = {
		{ 'a', 'a' }, { 0xBF, 0xBF }, { 0xC0, 'A' }, { 0x161, 's' }, { 0xF8, 'o' }, { 0x142, 'l' },
		{ 0xD7, 0xD7 }, { 0xFE, 0xFE }, { 0x24F, 0x24F }, { 0x250, 0x250 }, { 0x1DFF, 0x1DFF },
		{ 0x1E00, 'A' }, { 0x1EC5, 'e' }, { 0x1EF9, 'y' }, { 0x1EFF, 0x1EFF }, { 0x1F00, 0x1F00 },
		{ 0x3B1, 0x3B1 }, { 0x10FFFF, 0x10FFFF },
	};
	for (size_t i = 0; i < COUNT(letters); i++)
		ck_assert_uint_eq(ww_char_base(letters[i][0]), letters[i][1]);
}
END_TEST

int main(void) {
	Suite *s = suite_create("utf8");
	TCase *tc = tcase_create("characters");
	tcase_set_timeout(tc, 60);
	tcase_add_test(tc, decodes_all);
	tcase_add_test(tc, takes_marks_off);
	tcase_add_loop_test(tc, decodes_bytes, 0, COUNT(decoded));
	tcase_add_loop_test(tc, knows_characters, 0, COUNT(chars));
	tcase_add_test(tc, agrees_with_pcre2);
	tcase_add_test(tc, agrees_with_the_c_library);
	suite_add_tcase(s, tc);
	return run_suite(s);
}
