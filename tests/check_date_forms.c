/* What a language's texts say of it, tried: each example of dates.txt has the marks and
 * values that it shows, each form is needed for one of its own, and the tables of
 * where a form is tried keep none from matching. */
#include "markup.h"
#include "runner.h"
#include "support.h"

#include "date_grammar.h"
#include "date_scan.h"
#include "language.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static language english;

/* A grammar whose sets may be written to. */
typedef struct {
	ww_mem mem;
	ww_language language;
	ww_form *forms;
	ww_grammar *grammar;
	ww_matcher *matcher;
} kit;

static void open_kit(kit *k) {
	static test_mem allocated;
	*k = (kit){ .mem = { test_alloc, &allocated }, .language = ww_english };
	size_t size = ww_english.n_forms * sizeof *k->forms;
	k->forms = test_resize(NULL, size);
	memcpy(k->forms, ww_english.forms, size);
	k->language.forms = k->forms;
	int err = ww_grammar_new(&k->mem, &k->language, &k->grammar);
	if (!err)
		err = ww_matcher_new(&k->mem, k->grammar, &k->matcher);
	if (err)
		die("ww_matcher_new: %s", ww_strerror(err));
}

static void close_kit(kit *k) {
	ww_matcher_free(k->matcher);
	ww_grammar_free(k->grammar);
	free(k->forms);
}

/* Opens one whose grammar tries forms where the tables would not. */
static void open_patient(kit *k, bool needs_too) {
	open_kit(k);
	size_t words = (ww_english.n_words + (size_t)1) * sizeof *k->grammar->first;
	memset(k->grammar->start, 0xFF, sizeof k->grammar->start);
	memset(k->grammar->first, 0xFF, words);
	memset(k->grammar->second, 0xFF, words);
	memset(k->grammar->step, 0xFF, sizeof k->grammar->step);
	for (unsigned i = 0; needs_too && i < ww_english.n_forms; i++)
		memset(k->forms[i].needs, 0, sizeof k->forms[i].needs);
}

static void scan(kit *k, const char *text, size_t len, ww_marks *marks) {
	ww_tokens tokens = { 0 };
	marks->n = 0;
	bool read = ww_tokenize(&tokens, &k->mem, &k->grammar->lexicon, text, len);
	int err = read ? ww_date_scan(k->matcher, text, len, &tokens, marks) : WW_E_NOMEM;
	if (err)
		die("%s", ww_strerror(err));
	ww_tokens_free(&tokens, &k->mem);
}

static void free_marks(kit *k, ww_marks *marks) {
	ww_free(&k->mem, marks->at, marks->cap * sizeof *marks->at);
}

static bool is_same(const ww_mark *a, const ww_mark *b) {
	return a->start == b->start && a->end == b->end && a->form == b->form;
}

static void check_same_marks(kit *k, kit *patient, const char *text, size_t len) {
	ww_marks marks = { 0 }, all = { 0 };
	scan(k, text, len, &marks);
	scan(patient, text, len, &all);
	for (uint32_t i = 0; i < all.n; i++) {
		const ww_mark *a = &all.at[i], *b = i < marks.n ? &marks.at[i] : NULL;
		if (!b || !is_same(a, b))
			die("\"%.*s\" is a %s, but %s is tried there", (int)(a->end - a->start),
			    text + a->start,
			    ww_english.forms[a->form].name, b ? ww_english.forms[b->form].name : "nothing");
	}
	if (marks.n > all.n)
		die("%u marks, and %u when all is tried: %.*s", marks.n, all.n, (int)len, text);
	free_marks(k, &marks);
	free_marks(patient, &all);
}

/* Copies an example's text without its marks. */
static char *plain_text(const char *marked) {
	markup m;
	if (!markup_read(&m, marked, strlen(marked)))
		die("%s: a mark is not closed", marked);
	free(m.at);
	return m.text;
}

/* Examples: what is marked and what it means, in an article of that day. */

static struct {
	const language_form *form;
	const language_example *example;
} shown[4096];
static int n_shown;

static void list_examples(void) {
	for (unsigned i = 0; i < english.tables.n_forms; i++)
		for (unsigned k = 0; k < english.forms[i].n_examples && n_shown < COUNT(shown); k++) {
			shown[n_shown].form = &english.forms[i];
			shown[n_shown++].example = &english.forms[i].examples[k];
		}
}

START_TEST(examples_are_right) {
	char label[128];
	const language_example *e = shown[_i].example;
	snprintf(label, sizeof label, "plugin/data/en/dates.txt:%u: %s", e->line,
	         shown[_i].form->form.name);
	check_marked_on(e->date, label, e->text);
}
END_TEST

/* Whether the marks of a text are others when the form is left out. */
static bool is_needed(kit *k, unsigned form, const char *text, bool *takes) {
	ww_marks with = { 0 }, without = { 0 };
	ww_form_set *head = &k->grammar->of_head[ww_english.forms[form].head];
	bool differs = false;
	scan(k, text, strlen(text), &with);
	head->bits[form / 64] &= ~(UINT64_C(1) << form % 64);
	scan(k, text, strlen(text), &without);
	ww_form_set_add(head, form);
	*takes = false;
	for (uint32_t i = 0; i < with.n; i++) {
		*takes |= with.at[i].form == form;
		differs |= i >= without.n || !is_same(&with.at[i], &without.at[i]);
	}
	differs |= with.n != without.n;
	free_marks(k, &with);
	free_marks(k, &without);
	return differs;
}

/* That a form takes from its examples what they say, and one is lost without it. */
START_TEST(form_is_reached) {
	kit k;
	const language_form *f = &english.forms[_i];
	bool needed = false, takes;
	open_kit(&k);
	for (unsigned i = 0; i < f->n_examples; i++) {
		const language_example *e = &f->examples[i];
		char *text = plain_text(e->text);
		bool is = is_needed(&k, (unsigned)_i, text, &takes);
		if (takes != e->takes)
			die("plugin/data/en/dates.txt:%u: %s takes %s of it", e->line, f->form.name,
			    takes ? "some" : "nothing");
		needed |= is;
		free(text);
	}
	if (!needed)
		die("plugin/data/en/dates.txt:%u: no example needs %s", f->line, f->form.name);
	close_kit(&k);
}
END_TEST

/* Tables. */

START_TEST(tables_are_of_these_texts) {
	if (english.tables.n_forms != ww_english.n_forms ||
	    english.tables.n_words != ww_english.n_words ||
	    english.tables.n_parts != ww_english.n_parts)
		die("plugin/table/english.c is of other texts");
	for (unsigned i = 0; i < ww_english.n_forms; i++)
		if (strcmp(english.forms[i].form.pattern, ww_english.forms[i].pattern) != 0)
			die("plugin/table/english.c has another %s", ww_english.forms[i].name);
}
END_TEST

START_TEST(forms_match_where_they_are_tried) {
	kit k, patient;
	size_t len;
	char *text = test_corpus(&len);
	open_kit(&k);
	open_patient(&patient, true);
	check_same_marks(&k, &patient, text, len);
	free(text);
	for (int i = 0; i < n_shown; i++) {
		text = plain_text(shown[i].example->text);
		check_same_marks(&k, &patient, text, strlen(text));
		free(text);
	}
	close_kit(&k);
	close_kit(&patient);
}
END_TEST

/* Writes a word or two of some example, or a word of the lexicon. */
static size_t draw_piece(test_random *r, char *out, size_t room) {
	if (test_below(r, 4) == 0)
		return (size_t)snprintf(out, room, "%s",
		                        ww_english.words[test_below(r, ww_english.n_words)].text);
	char *text = plain_text(shown[test_below(r, (size_t)n_shown)].example->text), *from = text;
	for (size_t skip = test_below(r, 12); skip > 0 && strchr(from, ' '); skip--)
		from = strchr(from, ' ') + 1;
	size_t len = strcspn(from, " ");
	if (from[len] && test_below(r, 2))
		len += 1 + strcspn(from + len + 1, " ");
	if (len >= room)
		len = 0;
	memcpy(out, from, len);
	free(text);
	return len;
}

START_TEST(starts_exclude_nothing) {
	static const char *const glue[] = { " ", " ", " ", " ", "\n", "-", ", ", ". ", "'",
		"\xE2\x80\x93",
		                            "/", ":", "", " (", "\xC2\xA0", "\t" };
	enum { TEXTS = 20000, PIECES = 8, PIECE = 64 };
	kit k, patient;
	test_random r = { test_seed(5) };
	open_kit(&k);
	open_patient(&patient, false);
	for (int i = 0; i < TEXTS; i++) {
		char text[PIECES * (PIECE + 4)];
		size_t len = 0;
		for (int p = 0; p < PIECES; p++) {
			const char *between = glue[test_below(&r, (size_t)COUNT(glue))];
			len += draw_piece(&r, text + len, PIECE);
			memcpy(text + len, between, strlen(between));
			len += strlen(between);
		}
		check_same_marks(&k, &patient, text, len);
	}
	close_kit(&k);
	close_kit(&patient);
}
END_TEST

static bool can_follow(const char *form, int step, int sort, int next) {
	unsigned i = 0;
	while (strcmp(ww_english.forms[i].name, form) != 0)
		i++;
	const ww_form_step *s = ww_english.forms[i].steps[step];
	while (s && !(s->of & WW_SIGN_BIT(sort)))
		s++;
	return !s || s->next & WW_SIGN_BIT(next);
}

/* "Friday to Monday", "July 4, 2024"; what follows a whole form may be anything. */
START_TEST(steps_exclude_what_cannot_follow) {
	ck_assert(can_follow("weekday-range", 0, WW_NEXT_WORD, WW_ROLE_WEEKDAY));
	ck_assert(!can_follow("weekday-range", 0, WW_NEXT_WORD, WW_ROLE_MONTH));
	ck_assert(!can_follow("weekday-range", 0, WW_NEXT_WORD, WW_NEXT_WORD));
	ck_assert(can_follow("weekday-range", 1, WW_ROLE_WEEKDAY, WW_NEXT_OTHER));
	ck_assert(can_follow("month-day-year", 0, WW_ROLE_NONE, WW_NEXT_COMMA));
	ck_assert(can_follow("month-day-year", 1, WW_NEXT_COMMA, WW_SIGN_FIGURES));
	ck_assert(!can_follow("month-day-year", 1, WW_NEXT_COMMA, WW_NEXT_WORD));
	ck_assert(can_follow("month-day", 0, WW_ROLE_NONE, WW_NEXT_WORD));
}
END_TEST

/* The grammar has the same turned round. */
START_TEST(grammar_has_the_steps) {
	kit k;
	open_kit(&k);
	for (unsigned form = 0; form < ww_english.n_forms; form++)
		for (int step = 0; step < WW_FORM_STEPS; step++)
			for (int sort = 0; sort < WW_N_NEXT; sort++)
				for (int next = 0; next < WW_N_NEXT; next++) {
					const ww_form_set *set = &k.grammar->step[step][sort][next];
					bool has = set->bits[form / 64] >> form % 64 & 1;
					if (has != can_follow(ww_english.forms[form].name, step, sort, next))
						die("%s: step %d, %d to %d", ww_english.forms[form].name, step, sort, next);
				}
	close_kit(&k);
}
END_TEST

int main(void) {
	Suite *s = suite_create("date forms");
	TCase *tc = tcase_create("tables");
	language_read(&english, "plugin/data/en");
	list_examples();
	test_engine();
	tcase_set_timeout(tc, 120);
	tcase_add_test(tc, tables_are_of_these_texts);
	tcase_add_test(tc, forms_match_where_they_are_tried);
	tcase_add_test(tc, starts_exclude_nothing);
	tcase_add_test(tc, steps_exclude_what_cannot_follow);
	tcase_add_test(tc, grammar_has_the_steps);
	suite_add_tcase(s, tc);
	tc = tcase_create("examples");
	tcase_add_loop_test(tc, examples_are_right, 0, n_shown);
	tcase_add_loop_test(tc, form_is_reached, 0, ww_english.n_forms);
	suite_add_tcase(s, tc);
	return run_suite(s);
}
