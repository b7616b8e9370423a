/* What a text costs grows no faster than it, counted and never timed.
 *
 * The core is compiled for this check with a call at each of its jumps, which is what
 * clang and gcc do for fuzzers.  The count is the same on any machine, however busy it is.
 * What PCRE2 does in one match is not in it: its own limits bound that (date_match.c). */
#include "runner.h"
#include "support.h"

#include <stdlib.h>
#include <string.h>

static uint64_t steps;

/* The name is the compilers'. */
void __sanitizer_cov_trace_pc(void);
void __sanitizer_cov_trace_pc(void) {
	steps++;
}

/* Texts made to be hard. */
static const char *const hard[] = {
	"a", "1", "1/", "1-", "12:", "of ", "last ", "the ", "July ", "Friday, ", "two ",
	"2024-07-1", "twenty-", "to ", "Jan. 1", "\n", "\f", "\xC3", "\xE2\x80\x94", "A.",
	"ago ", "from 1 to ", "first Monday in ", "day after the ", "early late mid-",
	"date 2024-07-14 ",
	"date 2024-07-14 X - ", "\ndate 2024-07-14 X - ", "---\n", "\nDate: ", "Published ", "\"", "(",
	"the day after the day before ", "Jan Feb Mar ", "1st of ", "3 p.m. ",
};

static char *repeated(const char *unit, size_t len) {
	size_t n = strlen(unit);
	char *text = test_resize(NULL, len);
	for (size_t i = 0; i < len; i += n)
		memcpy(text + i, unit, n < len - i ? n : len - i);
	return text;
}

/* The most steps a byte.  A column of clock times is the dearest: for each of them some
 * 600 bytes around are read twice, for its tense and for what is of every day.  News takes
 * a hundredth of this. */
enum { MOST = 6000 };

/* Reads a text of so many bytes, and every value in it. */
static uint64_t steps_for(const char *unit, size_t len) {
	char *text = repeated(unit, len), value[WW_VALUE_MAX];
	ww_mention m;
	steps = 0;
	ww_document *doc = test_document(test_engine(), NULL, text, len);
	for (size_t pos = 0; ww_document_next(doc, pos, WW_WHEN, &m); pos = m.end)
		if (ww_document_value(doc, &m, value))
			die("%s: no value", unit);
	uint64_t n = steps;
	ww_document_free(doc);
	free(text);
	return n;
}

START_TEST(grows_linearly) {
	enum { SMALL = 20000, TIMES = 10 };
	uint64_t small = steps_for(hard[_i], SMALL), large = steps_for(hard[_i], SMALL * TIMES);
	ck_assert_uint_gt(small, SMALL / 8);
	/* Three times: a text shorter than a section, as the small one is, costs less a byte. */
	ck_assert_msg(large < 3 * TIMES * small && large < (uint64_t)MOST * SMALL * TIMES,
	              "\"%s\": %llu steps for %d bytes, %llu for %d times as many", hard[_i],
	              (unsigned long long)small, SMALL, (unsigned long long)large, TIMES);
}
END_TEST

/* Does what an idle host does, until nothing is left. */
static void idle(ww_document *doc) {
	ww_range changed;
	for (bool more = true; more;)
		if (ww_document_idle(doc, 1 << 18, &changed, &more))
			die("no memory");
}

/* A key at the start of a text of so many bytes of short articles, and one at its end, with what
 * is done when the host is idle then. */
static uint64_t steps_for_jump(size_t len) {
	char *text = repeated("date 2024-07-14 X - On Friday Ada Obi met the mayor.\n", len);
	ww_document *doc = test_document(test_engine(), &(ww_options){ .lazy = true }, text, len);
	ww_range changed;
	uint64_t before = 0;
	for (int i = 0; i < 2; i++) { /* the first time all is divided */
		before = steps;
		for (size_t pos = 0; pos <= len; pos += len - 30) {
			if (ww_document_edit(doc, pos, 0, "a ", 2, &changed) ||
			    ww_document_read(doc, pos, pos + 1))
				die("no memory");
			idle(doc);
		}
	}
	uint64_t n = steps - before;
	ww_document_free(doc);
	free(text);
	return n;
}

START_TEST(far_jump) {
	enum { SMALL = 200000, TIMES = 8 };
	uint64_t small = steps_for_jump(SMALL), large = steps_for_jump(SMALL * TIMES);
	ck_assert_msg(2 * large < 3 * small, "%llu steps, in a text %d times as long %llu",
	              (unsigned long long)small, TIMES, (unsigned long long)large);
}
END_TEST

int main(void) {
	Suite *suite = suite_create("growth");
	TCase *tc = tcase_create("steps");
	tcase_set_timeout(tc, 600);
	tcase_add_loop_test(tc, grows_linearly, 0, COUNT(hard));
	tcase_add_test(tc, far_jump);
	suite_add_tcase(suite, tc);
	test_engine();
	return run_suite(suite);
}
