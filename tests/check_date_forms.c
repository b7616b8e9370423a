/* Which forms are tried where is decided by tables: date_start_table.c, made of the
 * patterns, and the column `needs` of date_forms.c, written by hand.  Neither may
 * keep a form from matching.  The grammar is compiled in here so that a second one
 * can be made that tries every form of a head at every place. */
#include "date_grammar.c"
#include "date_pattern.h"
#include "runner.h"
#include "support.h"

#include <stdio.h>

static ww_form_start everywhere[MOST_FORMS];
static ww_word_forms every_form[WW_LEXICON_SLOTS];

static ww_matcher *new_matcher(ww_grammar **g) {
	static test_mem allocated;
	ww_mem mem = { test_alloc, &allocated };
	ww_matcher *m;
	int err = ww_grammar_new(&mem, g);
	if (!err)
		err = ww_matcher_new(&mem, *g, &m);
	if (err)
		die("ww_matcher_new: %s", ww_strerror(err));
	return m;
}

/* Returns one whose grammar tries forms where the tables would not. */
static ww_matcher *new_patient_matcher(bool needs_too) {
	ww_grammar *g;
	ww_matcher *m = new_matcher(&g);
	unsigned n = 0;
	memset(every_form, 0xFF, sizeof every_form);
	g->words = every_form;
	for (int head = 0; head < WW_N_HEADS; head++) {
		unsigned first = n;
		for (unsigned i = 0; i < ww_n_date_forms; i++)
			if (ww_date_forms[i].head == head)
				everywhere[n++] = (ww_form_start){ .form = (uint8_t)i, .next = UINT64_MAX };
		for (int sign = 0; sign < WW_N_SIGNS; sign++)
			g->choices[head][sign] = (choice){ everywhere + first, n - first };
	}
	for (unsigned i = 0; needs_too && i < ww_n_date_forms; i++)
		for (int k = 0; k < MOST_NEEDS; k++)
			g->forms[i].needs[k] = UINT32_MAX;
	return m;
}

static void free_matcher(ww_matcher *m) {
	const ww_grammar *g = ww_matcher_grammar(m);
	ww_matcher_free(m);
	ww_grammar_free((ww_grammar *)g);
}

static void scan(ww_matcher *m, const char *text, size_t len, ww_marks *marks) {
	const ww_grammar *g = ww_matcher_grammar(m);
	ww_tokens tokens = { 0 };
	marks->n = 0;
	bool read = ww_tokenize(&tokens, &g->mem, &g->lexicon, text, len);
	int err = read ? ww_date_scan(m, text, len, &tokens, marks) : WW_E_NOMEM;
	if (err)
		die("%s", ww_strerror(err));
	ww_tokens_free(&tokens, &g->mem);
}

static void free_marks(ww_marks *marks, const ww_mem *mem) {
	ww_free(mem, marks->at, marks->cap * sizeof *marks->at);
}

static void check_same_marks(ww_matcher *m, ww_matcher *patient, const char *text, size_t len) {
	ww_marks marks = { 0 }, all = { 0 };
	scan(m, text, len, &marks);
	scan(patient, text, len, &all);
	for (uint32_t i = 0; i < all.n; i++) {
		const ww_mark *a = &all.at[i], *b = i < marks.n ? &marks.at[i] : NULL;
		if (!b || b->start != a->start || b->end != a->end || b->form != a->form)
			die("\"%.*s\" is a %s, but %s is tried there", (int)(a->end - a->start), text + a->start,
			    ww_date_form_name(a->form), b ? ww_date_form_name(b->form) : "nothing");
	}
	if (marks.n > all.n)
		die("%u marks, and %u when all is tried: %.*s", marks.n, all.n, (int)len, text);
	free_marks(&marks, &ww_matcher_grammar(m)->mem);
	free_marks(&all, &ww_matcher_grammar(patient)->mem);
}

/* Most forms, and some that almost are; random texts are made of their words. */
static const char *const expressions[] = {
	"2024-07-12T15:30:00Z", "2024-07-12, 2024/7/12, 2024.07.12", "12/07/2024 or 12.07.2024",
	"the 9/11 attacks", "on 7/14", "12-JUL-2024", "from the 13 to the 15 July 2024", "5 to 7 p.m.",
	"at 5 this morning", "at 5 p.m. EDT on Friday, July 12", "3:20 in the afternoon", "3 o'clock",
	"13 Oct. 2021, 1:25 pm", "around 8:30 a.m. Central Time", "a score of 3:2:1", "1600 GMT",
	"the morning of 12 July", "early on Sunday, the 14th of July 2024", "the early-to-mid 1990s",
	"the late '80s", "her 30s", "the 19th century BC", "the 18th and 19th centuries", "10,000.5",
	"555-1234-99", "Q3 2025 and 3Q '24", "about 350 BC", "300-250 B.C.", "79 AD", "2024 Q1",
	"2023's fourth quarter", "the 2023 period", "2023 first half", "the 2023-24 season", "1914-1918",
	"1914-18", "fiscal 2024", "financial year 2023/24", "by the end of 2022", "the year 2001",
	"2000 people", "in 1932", "1988-foot", "summer of '69", "a 30-year-old", "may", "March on",
	"next Friday, July twelfth", "July 12 at 3 p.m.", "the morning of July 12, 2024",
	"June 5-7, 2024", "June 5 through 7", "January the 5th, 2024", "July fourth", "the first of May",
	"early July 12", "between July and August 2023", "late in May 2018", "the December quarter",
	"every June 5", "the previous May", "by mid-July", "in May", "May Day", "April Jones", "June",
	"Friday, July 12, at noon", "Sunday the 14th of July", "Monday, July 1 to 3", "Friday the 13th",
	"every other Tuesday", "Sundays", "Monday mornings", "Friday last week", "two weeks ago Monday",
	"last Friday evening", "noon on Monday", "the evening of Monday", "this coming Tuesday",
	"late Thursday", "The Sunday Times", "Wednesday", "the first Monday of June",
	"the third quarter of 2022", "last year's second-quarter", "the same period a year earlier",
	"the year-ago quarter", "the prior-year period", "the latest quarter", "the first half of 2024",
	"first-half profit", "half an hour", "a year ago", "the day before yesterday", "five years ago",
	"three weeks later.", "the night before,", "once every three days", "twice a week", "per month",
	"about this time next year", "at year-end", "the week of July 8", "the last two days",
	"each of the past three years", "recent weeks", "late last night", "the night of July 4",
	"this fiscal year", "this week", "these days", "the weekend", "the early nineteenth century",
	"the year nineteen eighty-four", "an hour and a half", "the full year", "the year-long strike",
	"a 15-minute walk", "60 miles an hour", "nearly two and a half years", "for hours", "some day",
	"the weeks to come", "the year ended June 30", "yesterday morning", "tomorrow night", "tonight",
	"this afternoon", "at dawn", "in the winter of 2023", "late last summer", "in the fall,",
	"New Year's Eve", "last Christmas", "Martin Luther King Jr. Day", "the Fourth of July", "daily",
	"the roaring twenties", "in two thousand five", "right now", "most recently", "the near future",
};

START_TEST(forms_match_where_they_are_tried) {
	ww_grammar *g;
	ww_matcher *m = new_matcher(&g), *patient = new_patient_matcher(true);
	size_t len;
	char *text = test_corpus(&len);
	check_same_marks(m, patient, text, len);
	for (int i = 0; i < COUNT(expressions); i++)
		check_same_marks(m, patient, expressions[i], strlen(expressions[i]));
	free(text);
	free_matcher(m);
	free_matcher(patient);
}
END_TEST

/* Writes a word or two of some expression, or a word of the lexicon. */
static size_t draw_piece(test_random *r, char *out) {
	size_t n;
	const ww_word *words = ww_lexicon_words(&n);
	if (test_below(r, 4) == 0)
		return (size_t)sprintf(out, "%s", words[test_below(r, n)].text);
	const char *from = expressions[test_below(r, (size_t)COUNT(expressions))];
	for (size_t skip = test_below(r, 5); skip > 0 && strchr(from, ' '); skip--)
		from = strchr(from, ' ') + 1;
	size_t len = strcspn(from, " ");
	if (from[len] && test_below(r, 2))
		len += 1 + strcspn(from + len + 1, " ");
	memcpy(out, from, len);
	return len;
}

START_TEST(starts_exclude_nothing) {
	static const char *const glue[] = { " ", " ", " ", " ", "\n", "-", ", ", ". ", "'", "\xE2\x80\x93",
		                            "/", ":", "", " (", "\xC2\xA0", "\t" };
	enum { TEXTS = 20000, PIECES = 8 };
	ww_grammar *g;
	ww_matcher *m = new_matcher(&g), *patient = new_patient_matcher(false);
	test_random r = { test_seed(5) };
	for (int i = 0; i < TEXTS; i++) {
		char text[PIECES * 64];
		size_t len = 0;
		for (int k = 0; k < PIECES; k++) {
			const char *between = glue[test_below(&r, (size_t)COUNT(glue))];
			len += draw_piece(&r, text + len);
			memcpy(text + len, between, strlen(between));
			len += strlen(between);
		}
		check_same_marks(m, patient, text, len);
	}
	free_matcher(m);
	free_matcher(patient);
}
END_TEST

START_TEST(table_is_of_these_forms) {
	if (ww_form_starts_of != ww_forms_hash())
		die("forms or words have changed: `make date-starts` makes date_start_table.c again");
}
END_TEST

int main(void) {
	Suite *s = suite_create("date forms");
	TCase *tc = tcase_create("tables");
	tcase_set_timeout(tc, 60);
	tcase_add_test(tc, table_is_of_these_forms);
	tcase_add_test(tc, forms_match_where_they_are_tried);
	tcase_add_test(tc, starts_exclude_nothing);
	suite_add_tcase(s, tc);
	return run_suite(s);
}
