#include "memory.h"
#include "runner.h"
#include "support.h"

#include <stdlib.h>
#include <string.h>

static test_mem counter;
static const ww_mem mem = { test_alloc, &counter };

/* How much room there is after some was asked for, of items of one size. */
static const struct {
	uint32_t cap;
	size_t want, room; /* room: SIZE_MAX where ww_reserve() is to choose */
	uint32_t after;
} rows[] = {
	{ 0, 0, SIZE_MAX, 0 },    /* nothing wanted, nothing done */
	{ 0, 1, SIZE_MAX, 8 },    /* the least */
	{ 0, 8, SIZE_MAX, 8 },
	{ 0, 9, SIZE_MAX, 9 },
	{ 8, 8, SIZE_MAX, 8 },    /* there is room */
	{ 8, 3, SIZE_MAX, 8 },
	{ 8, 9, SIZE_MAX, 12 },   /* half as much again */
	{ 100, 101, SIZE_MAX, 150 },
	{ 100, 150, SIZE_MAX, 150 },
	{ 100, 151, SIZE_MAX, 151 },
	{ 100, 1000, SIZE_MAX, 1000 },
	{ 0, 5, 0, 5 },
	{ 0, 5, 3, 8 },
	{ 5, 5, 3, 5 },
	{ 5, 6, 10, 16 },
};

START_TEST(reserves) {
	uint32_t *at = NULL, cap = 0;
	if (rows[_i].cap)
		ck_assert(ww_reserve_with(&mem, &at, &cap, rows[_i].cap, 0, sizeof *at));
	ck_assert_uint_eq(cap, rows[_i].cap);
	for (uint32_t i = 0; i < cap; i++)
		at[i] = i;
	size_t before = counter.count;
	bool ok = rows[_i].room == SIZE_MAX
	              ? ww_reserve(&mem, &at, &cap, rows[_i].want, sizeof *at)
	              : ww_reserve_with(&mem, &at, &cap, rows[_i].want, rows[_i].room, sizeof *at);
	ck_assert(ok);
	ck_assert_uint_eq(cap, rows[_i].after);
	ck_assert_uint_eq(counter.count - before, rows[_i].after > rows[_i].cap);
	for (uint32_t i = 0; i < rows[_i].cap; i++)
		ck_assert_uint_eq(at[i], i);
	ck_assert_uint_eq(counter.live, cap * sizeof *at);
	ww_free(&mem, at, cap * sizeof *at);
	ck_assert_uint_eq(counter.live, 0);
}
END_TEST

START_TEST(refuses) {
	uint32_t *at = NULL, cap = 0;
	ck_assert(ww_reserve(&mem, &at, &cap, 4, sizeof *at));
	uint32_t *old = at;
	at[3] = 7;
	test_mem_fail(&counter, 1);
	ck_assert(!ww_reserve(&mem, &at, &cap, 1000, sizeof *at));
	test_mem_fail(&counter, 0);
	ck_assert_ptr_eq(at, old);
	ck_assert_uint_eq(cap, 8);
	ck_assert_uint_eq(at[3], 7);
	/* what 32 bits cannot count, of items or bytes, is not even asked for */
	size_t before = counter.count;
	ck_assert(!ww_reserve(&mem, &at, &cap, SIZE_MAX / sizeof *at + 1, sizeof *at));
	ck_assert_uint_eq(counter.count, before);
	ck_assert_uint_eq(cap, 8);
	ww_free(&mem, at, cap * sizeof *at);
	ck_assert_uint_eq(counter.live, 0);
}
END_TEST

/* An allocator that only remembers what it is asked for. */
static size_t asked;

static void *remember(void *ud, void *ptr, size_t osize, size_t nsize) {
	(void)ud;
	(void)osize;
	asked = nsize;
	return ptr;
}

START_TEST(room_stays_in_32_bits) {
	ww_mem huge = { remember, NULL };
	char block[1], *at = block;
	uint32_t cap = 4;
	ck_assert(ww_reserve_with(&huge, &at, &cap, UINT32_MAX - 5, 100, 1));
	ck_assert_uint_eq(cap, UINT32_MAX);
	ck_assert_uint_eq(asked, UINT32_MAX);
	cap = 4;
	ck_assert(ww_reserve_with(&huge, &at, &cap, UINT32_MAX, 0, 1));
	ck_assert_uint_eq(cap, UINT32_MAX);
	cap = UINT32_MAX - 1;
	ck_assert(ww_reserve(&huge, &at, &cap, UINT32_MAX, 1));
	ck_assert_uint_eq(cap, UINT32_MAX);
}
END_TEST

START_TEST(keeps_sizes) {
	/* test_alloc() dies when a block is not said to be as large as it is */
	ww_mem own = mem;
	char *a = ww_new_sized(10, &own), *b = ww_new_sized(0, &own);
	ck_assert(a && b);
	memset(a, 1, 10);
	ck_assert_uint_ge(counter.live, 10);
	ck_assert_uint_eq((uintptr_t)a % sizeof(void *), 0);
	ww_free_sized(a, &own);
	ww_free_sized(b, &own);
	ww_free_sized(NULL, &own);
	ck_assert_uint_eq(counter.live, 0);
	test_mem_fail(&counter, 1);
	ck_assert_ptr_null(ww_new_sized(1, &own));
	test_mem_fail(&counter, 1);
	ck_assert_ptr_null(ww_new(&mem, 1));
	test_mem_fail(&counter, 0);
	ww_free(&mem, NULL, 5);
	void *one = ww_new(&mem, 3);
	ck_assert_uint_eq(counter.live, 3);
	ww_free(&mem, one, 3);
	ck_assert_uint_eq(counter.live, 0);
}
END_TEST

int main(void) {
	Suite *s = suite_create("memory");
	TCase *tc = tcase_create("memory");
	tcase_add_loop_test(tc, reserves, 0, COUNT(rows));
	tcase_add_test(tc, refuses);
	tcase_add_test(tc, room_stays_in_32_bits);
	tcase_add_test(tc, keeps_sizes);
	suite_add_tcase(s, tc);
	return run_suite(s);
}
