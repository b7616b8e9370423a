#include "markup.h"
#include "runner.h"
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A text with marks, the text without, and the marks: start-end, the kind's number, the
 * note, and the value where there is one. */
static const struct {
	const char *marked, *text, *marks;
} rows[] = {
	{ "", "", "" },
	{ "no mark", "no mark", "" },
	{ "On {d:Friday}.", "On Friday.", "3-9 0 " },
	{ "{t=2024-07-12T09:00|9 a.m.}", "9 a.m.", "0-6 1 =2024-07-12T09:00" },
	{ "{d=|Feb. 30}", "Feb. 30", "0-7 0 =" },
	{ "{p1:Ada Obi} met {o12:Acme}, {l:Ife}", "Ada Obi met Acme, Ife",
	  "0-7 4 1,12-16 5 12,18-21 6 " },
	{ "{p2?:Obi} {p3f:Obis}", "Obi Obis", "0-3 4 2?,4-8 4 3f" },
	{ "{u:a}{s:b}{m:c}", "abc", "0-1 2 ,1-2 3 ,2-3 7 " },
	{ "{x:a} {d a} {} {da:b} }", "{x:a} {d a} {} {da:b} }", "" },
	{ "{d=a}b|c}", "{d=a}b|c}", "" },
	{ "a\n{d:b\nc}\n", "a\nb\nc\n", "2-5 0 " },
	{ "{d:a {t:b} c}", "a {t:b c}", "0-6 0 " }, /* marks lie in no mark */
};

START_TEST(reads) {
	char got[200] = "";
	markup m;
	ck_assert(markup_read(&m, rows[_i].marked, strlen(rows[_i].marked)));
	ck_assert_str_eq(m.text, rows[_i].text);
	ck_assert_uint_eq(m.len, strlen(rows[_i].text));
	for (size_t i = 0; i < m.n; i++) {
		const markup_span *s = &m.at[i];
		snprintf(got + strlen(got), sizeof got - strlen(got), "%s%zu-%zu %d %.*s%s%.*s",
		         i ? "," : "",
		         s->start, s->end, s->kind, (int)s->note_len, s->note, s->value ? "=" : "",
		         (int)s->value_len, s->value ? s->value : "");
	}
	ck_assert_str_eq(got, rows[_i].marks);
	markup_free(&m);
}
END_TEST

START_TEST(refuses) {
	markup m;
	ck_assert(!markup_read(&m, "a {d:b", 6));
	markup_free(&m);
	ck_assert(markup_read(&m, "{d:b}", 0));
	ck_assert_uint_eq(m.len, 0);
	markup_free(&m);
	/* what lies behind the end is not read */
	char *exact = test_resize(NULL, 4);
	memcpy(exact, "{d=x", 4);
	ck_assert(markup_read(&m, exact, 4));
	ck_assert_uint_eq(m.n, 0);
	markup_free(&m);
	free(exact);
}
END_TEST

int main(void) {
	Suite *s = suite_create("markup");
	TCase *tc = tcase_create("marks");
	tcase_add_loop_test(tc, reads, 0, COUNT(rows));
	tcase_add_test(tc, refuses);
	suite_add_tcase(s, tc);
	return run_suite(s);
}
