/* What is not seen, and blanks of any kind: a text with them has the marks and values
 * of one without. */
#include "date_plain.h"
#include "runner.h"
#include "support.h"

#include <stdlib.h>
#include <string.h>

#define SOFT "\xC2\xAD"       /* U+00AD */
#define ZERO "\xE2\x80\x8B"   /* U+200B */
#define JOINER "\xE2\x80\x8D" /* U+200D */
#define NO_BREAK "\xC2\xA0"   /* U+00A0 */
#define NARROW "\xE2\x80\xAF" /* U+202F */

static const struct {
	const char *text, *plain; /* NULL: it is plain */
} rows[] = {
	{ "", NULL },
	{ "Wednesday, July 3", NULL },
	{ "caf\xC3\xA9 \xE2\x80\x9Cof\xE2\x80\x9D \xEF\xBC\xA1\t\n", NULL },
	{ "a" NO_BREAK "b", "a  b" },
	{ "a" NARROW "b\xE3\x80\x80" "c", "a   b   c" },
	{ "Wed" SOFT "nes" SOFT "day, July", "Wednesday,     July" },
	{ "a" ZERO "b" JOINER "c\nd" SOFT, "abc      \nd  " },
	{ "a" SOFT "b" NO_BREAK "c" SOFT "d", "ab    cd  " },
	{ SOFT "a\xC3\xA9 b", "a\xC3\xA9   b" },
	{ "\xEF\xBB\xBF" "a \xFF\xC2", "a    \xFF\xC2" },
};

START_TEST(makes_plain) {
	const char *text = rows[_i].text, *plain = rows[_i].plain ? rows[_i].plain : text;
	size_t len = strlen(text);
	char *in = test_resize(NULL, len), *out = test_resize(NULL, len);
	memcpy(in, text, len);
	ck_assert_int_eq(ww_is_plain(in, len), rows[_i].plain == NULL);
	ww_make_plain(in, len, out);
	ck_assert_mem_eq(out, plain, len);
	free(in);
	free(out);
}
END_TEST

static const struct {
	const char *label, *marked;
} marked[] = {
	{ "no-break blanks", "It took {u=P2Y|two" NO_BREAK "years}, not {u=P3M|3" NARROW "months}." },
	{ "in a date", "On {d=2023-03-05|March" NO_BREAK "5," NO_BREAK "2023} he left." },
	{ "at a clock", "At {t=2024-07-19T17:00|5" NO_BREAK "p.m. Friday} it will open." },
	{ "a line's end", "It took {u=P2Y|two\r\nyears}, not {u=P2Y|two\nyears}." },
	{ "two blanks", "It took {u=P2Y|two  years}." },
	{ "soft hyphens", "He left on {d=2024-07-10|Wed" SOFT "nes" SOFT "day}, he said." },
	{ "and a date", "On {d=2024-07-10|Wednes" SOFT "day, Ju" SOFT "ly 10}, he left." },
	{ "zero width", "He left on {d=2024-07-08|Mon" ZERO "day}" ZERO " and wept." },
	{ "in a figure", "He left on {d=2024-01-19|Jan. 1" ZERO "9}, he said." },
	{ "and in both of a range", "It ran {d=2019|2019}" ZERO "-{d=2021|2021}." },
	{ "a duration",
	  "It took {u=P2Y|two ye" SOFT "ars}, not {u=P3D|three" NO_BREAK "da" SOFT "ys}." },
	{ "a range",
	  "It ran from {d=2024-01-03|Jan" SOFT "uary 3} to {d=2024-02-04|Feb" SOFT "ruary 4}." },
	{ "names", "{p:Joe Bi" SOFT "den} met {p:Kamala" NO_BREAK "Harris}." },
	{ "emphasis",
	  "He left on _{d=2024-07-12|Friday}_, __{d=2024-03-05|March 5}__ or _{d=2024-05-06|May 6}_." },
	{ "emphasised names", "Then __{p:Joe Biden}__ met _{p:Kamala Harris}_ there." },
	{ "no emphasis", "See user_Friday, Friday_x, March_5 and a_Joe_Biden." },
	{ "columns", "{p:Joe Biden}\t{p:Kamala Harris}" },
	{ "columns of blanks", "{p:Joe Biden}     {p:Kamala Harris}" },
	{ "no columns", "Then {p:Joe  Biden} left." },
};

START_TEST(finds) {
	check_marked_on("2024-07-14", marked[_i].label, marked[_i].marked);
}
END_TEST

int main(void) {
	test_engine();
	Suite *s = suite_create("date plain");
	TCase *tc = tcase_create("unseen");
	tcase_add_loop_test(tc, makes_plain, 0, COUNT(rows));
	tcase_add_loop_test(tc, finds, 0, COUNT(marked));
	suite_add_tcase(s, tc);
	return run_suite(s);
}
