#include "name_context.h"
#include "runner.h"
#include "support.h"

#include <string.h>

static test_mem counter;
static const ww_mem mem = { test_alloc, &counter };

enum { WORD = 77 };

static void add(ww_contexts *c, ww_context_list *list, uint32_t word, uint32_t left, uint32_t by) {
	ck_assert(ww_contexts_reserve(c, &mem, 1));
	ww_contexts_add(c, list, word, (ww_sides){ left, left + 1 }, by);
}

START_TEST(others_leave_out_ones_own) {
	ww_contexts c = { 0 };
	ww_context_list list = { 0 };
	ww_sides out[WW_CONTEXTS];
	add(&c, &list, WORD, 5, 1);
	ck_assert_uint_eq(ww_contexts_others(&c, &list, (ww_sides){ 5, 6 }, out), 0);
	add(&c, &list, WORD, 5, 1); /* twice between the same: the other one can be seen */
	ck_assert_uint_eq(ww_contexts_others(&c, &list, (ww_sides){ 5, 6 }, out), 1);
	add(&c, &list, WORD, 9, 1);
	ck_assert_uint_eq(ww_contexts_others(&c, &list, (ww_sides){ 9, 10 }, out), 1);
	ck_assert_uint_eq(out[0].left, 5);
	ck_assert_uint_eq(out[0].right, 6);
	ck_assert_uint_eq(ww_contexts_others(&c, &list, (ww_sides){ 1, 2 }, out), 2);
	ww_contexts_free(&c, &mem);
	ck_assert_uint_eq(counter.live, 0);
}
END_TEST

START_TEST(words_have_their_own) {
	ww_contexts c = { 0 };
	ww_context_list one = { 0 }, two = { 0 };
	ww_sides out[WW_CONTEXTS];
	add(&c, &one, WORD, 5, 1);
	add(&c, &two, WORD + 1, 5, 1);
	add(&c, &one, WORD, 5, UINT32_MAX);
	ck_assert_uint_eq(ww_contexts_others(&c, &one, (ww_sides){ 0, 0 }, out), 0);
	ck_assert_uint_eq(ww_contexts_others(&c, &two, (ww_sides){ 0, 0 }, out), 1);
	ww_contexts_clear(&c);
	two = (ww_context_list){ 0 };
	add(&c, &two, WORD, 8, 1);
	ck_assert_uint_eq(ww_contexts_others(&c, &two, (ww_sides){ 0, 0 }, out), 1);
	ww_contexts_free(&c, &mem);
}
END_TEST

/* What is seen depends on what is there, not on the way to it: mentions come and go at
 * random, more than can be seen, and those that stay are added to another in another order. */
START_TEST(the_way_leaves_no_trace) {
	enum { SIDES = 40, STEPS = 4000 };
	test_random r = { test_seed(5) };
	ww_contexts a = { 0 }, b = { 0 };
	ww_context_list of_a = { 0 }, of_b = { 0 };
	uint32_t count[SIDES] = { 0 };
	for (int step = 0; step < STEPS; step++) {
		uint32_t i = (uint32_t)test_below(&r, SIDES);
		bool goes = count[i] && test_below(&r, 2);
		count[i] += goes ? UINT32_MAX : 1;
		add(&a, &of_a, WORD, 100 + 2 * i, goes ? UINT32_MAX : 1);
		if (step % 100 != 99)
			continue;
		ww_contexts_clear(&b);
		of_b = (ww_context_list){ 0 };
		for (uint32_t k = SIDES; k-- > 0;)
			for (uint32_t n = 0; n < count[k]; n++)
				add(&b, &of_b, WORD, 100 + 2 * k, 1);
		ww_sides seen_a[WW_CONTEXTS], seen_b[WW_CONTEXTS], own = { 100 + 2 * i, 101 + 2 * i };
		uint32_t n = ww_contexts_others(&a, &of_a, own, seen_a);
		ck_assert_uint_eq(ww_contexts_others(&b, &of_b, own, seen_b), n);
		ck_assert(memcmp(seen_a, seen_b, n * sizeof *seen_a) == 0);
		ck_assert_uint_eq(ww_contexts_seen(&a, &of_a), ww_contexts_seen(&b, &of_b));
	}
	ww_contexts_free(&a, &mem);
	ww_contexts_free(&b, &mem);
	ck_assert_uint_eq(counter.live, 0);
}
END_TEST

START_TEST(no_memory) {
	ww_contexts c = { 0 };
	for (size_t n = 1;; n++) {
		test_mem_fail(&counter, n);
		if (ww_contexts_reserve(&c, &mem, 1000))
			break;
		ck_assert_uint_eq(c.n, 0);
	}
	test_mem_fail(&counter, 0);
	ww_contexts_free(&c, &mem);
	ck_assert_uint_eq(counter.live, 0);
}
END_TEST

int main(void) {
	Suite *s = suite_create("name_context");
	TCase *tc = tcase_create("contexts");
	tcase_add_test(tc, others_leave_out_ones_own);
	tcase_add_test(tc, words_have_their_own);
	tcase_add_test(tc, the_way_leaves_no_trace);
	tcase_add_test(tc, no_memory);
	suite_add_tcase(s, tc);
	return run_suite(s);
}
