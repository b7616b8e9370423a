/* Bare hours: what stands around figures makes hours of them, or counts and scores.  The
 * examples of the forms with `hour` in data/en/dates.txt tell what is known; here are borders:
 * both ends of a text, and bytes that are no text. */
#include "runner.h"
#include "support.h"

#include <string.h>

/* A Thursday. */
#define DATE "2024-03-14"

static const struct {
	const char *label, *marked;
} rows[] = {
	/* What ends a clause. */
	{ "closed", "The shop closed at {t=2024-03-14T17:00|five}" },
	{ "a count", "The shop sold five." },
	{ "an estimate", "They put it at six." },
	{ "a noun behind", "The bus stopped at nine houses." },

	/* Labels. */
	{ "doors", "Doors {t=2024-03-14T19:00|7}" },
	{ "doors of a house", "Doors 7 and 8 were painted." },
	{ "a score", "Kano 3-2 Lagos." },
	{ "a by-law", "By-law 2017a-0031 was read." },

	{ "a weekday's plural", "{s=XXXX-WXX-7|Sundays} {t=T10:30|10.30}" },
	{ "a weekday of a sentence", "On {d=2024-03-10|Sunday} 10.30 metres fell." },

	/* Lists. */
	{ "figures with minutes",
	  "{t=2024-03-14T10:45|10.45}, {t=2024-03-14T13:15|1.15}, {t=2024-03-14T15:45|3.45}" },
	{ "prices", "10.75, 1.15, 3.45" },
	{ "a lone figure", "7" },
	{ "a lone range", "3-8" },
	{ "a range without an end", "{d=2024-03-15|Fri.} 3-" },
};

START_TEST(tells_hours) {
	check_marked_on(DATE, rows[_i].label, rows[_i].marked);
}
END_TEST

/* A NUL is a sign as any other that means nothing: it is no "$" before a day, and ends no
 * clause behind an hour. */
static const struct {
	const char *text;
	size_t len;
	const char *mark; /* NULL: none */
} bytes[] = {
	{ "He left on \0Friday.", 19, "Friday" },
	{ "He left on $Friday.", 19, NULL },
	{ "Doors 7\0 pm", 11, NULL },
	{ "Doors 7)", 8, "7" },
};

START_TEST(reads_any_byte) {
	ww_document *doc = test_document(test_engine(), NULL, bytes[_i].text, bytes[_i].len);
	const char *mark = bytes[_i].mark;
	ww_mention m;
	bool found = ww_document_next(doc, 0, WW_WHEN, &m);
	ck_assert_int_eq(found, mark != NULL);
	if (mark) {
		ck_assert_uint_eq(m.end - m.start, strlen(mark));
		ck_assert_mem_eq(bytes[_i].text + m.start, mark, strlen(mark));
	}
	ww_document_free(doc);
}
END_TEST

int main(void) {
	Suite *suite = suite_create("date_hour");
	TCase *tc = tcase_create("hours");
	suite_add_tcase(suite, tc);
	tcase_add_loop_test(tc, tells_hours, 0, COUNT(rows));
	tcase_add_loop_test(tc, reads_any_byte, 0, COUNT(bytes));
	test_engine();
	return run_suite(suite);
}
