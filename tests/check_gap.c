/* Items at positions of a text against a plain list of them. */
#include "gap.h"
#include "runner.h"
#include "support.h"

#include <stdlib.h>
#include <string.h>

static test_mem counter;
static const ww_mem mem = { test_alloc, &counter };

typedef struct {
	uint32_t at;
	int what;
} item;

enum { MOST = 64 };

/* The same items in a plain list, and the length of the text. */
typedef struct {
	item at[MOST];
	uint32_t n, len;
} plain;

static void check_equal(const ww_gap *gap, const plain *p) {
	ck_assert_uint_eq(ww_gap_count(gap), p->n);
	for (uint32_t i = 0; i < p->n; i++) {
		const item *it = ww_gap_item(gap, i);
		ck_assert_uint_eq(ww_gap_position(gap, i, p->len), p->at[i].at);
		ck_assert_int_eq(it->what, p->at[i].what);
	}
	ck_assert_uint_eq(ww_gap_position(gap, p->n, p->len), p->len);
}

/* The last of the first n items at or before pos; 0 when none is. */
static uint32_t find(const plain *p, uint32_t n, uint32_t pos) {
	uint32_t found = 0;
	for (uint32_t i = 0; i < n; i++)
		if (p->at[i].at <= pos)
			found = i;
	return found;
}

static void check_searches(const ww_gap *gap, const plain *p) {
	for (uint32_t pos = 0; p->n > 0 && pos <= p->len; pos++) {
		ck_assert_uint_eq(ww_gap_find(gap, pos, p->len), find(p, p->n, pos));
		if (gap->left > 0)
			ck_assert_uint_eq(ww_gap_find_left(gap, pos), find(p, gap->left, pos));
	}
}

/* Adds an item before the gap, after the items there and before those behind. */
static void push(ww_gap *gap, plain *p, uint32_t pos, int what) {
	item it = { pos, what };
	ck_assert(ww_gap_reserve(gap, &mem, 1));
	ww_gap_push(gap, &it);
	uint32_t i = gap->left - 1;
	memmove(p->at + i + 1, p->at + i, (p->n - i) * sizeof *p->at);
	p->at[i] = it;
	p->n++;
}

static void drop(ww_gap *gap, plain *p, uint32_t n) {
	uint32_t i = gap->left - n;
	ww_gap_drop(gap, n);
	memmove(p->at + i, p->at + i + n, (p->n - i - n) * sizeof *p->at);
	p->n -= n;
}

/* An edit at the gap: what lies behind moves, and nobody touches it. */
static void insert(const ww_gap *gap, plain *p, uint32_t len) {
	for (uint32_t i = gap->left; i < p->n; i++)
		p->at[i].at += len;
	p->len += len;
}

static uint32_t between(const ww_gap *gap, const plain *p, test_random *r) {
	uint32_t low = gap->left ? p->at[gap->left - 1].at : 0;
	uint32_t high = gap->left < p->n ? p->at[gap->left].at : p->len;
	return low + (uint32_t)test_below(r, high - low + 1);
}

START_TEST(random_edits) {
	test_random r = { test_seed(5) };
	for (int round = 0; round < 200; round++) {
		ww_gap gap;
		plain p = { .len = 20 };
		ww_gap_init(&gap, sizeof(item));
		for (int step = 0; step < 60; step++) {
			switch (test_below(&r, 4)) {
			case 0:
				if (p.n < MOST)
					push(&gap, &p, between(&gap, &p, &r), step);
				break;
			case 1:
				ww_gap_move(&gap, (uint32_t)test_below(&r, p.n + (size_t)1), p.len);
				break;
			case 2:
				drop(&gap, &p, (uint32_t)test_below(&r, gap.left < 3 ? gap.left + (size_t)1 : 3));
				break;
			default:
				insert(&gap, &p, (uint32_t)test_below(&r, 5));
			}
			check_equal(&gap, &p);
		}
		check_searches(&gap, &p);
		ww_gap_free(&gap, &mem);
		ck_assert_uint_eq(counter.live, 0);
		ck_assert_uint_eq(ww_gap_count(&gap), 0);
	}
}
END_TEST

START_TEST(no_memory) {
	ww_gap gap;
	plain p = { .len = 5 };
	ww_gap_init(&gap, sizeof(item));
	test_mem_fail(&counter, 1);
	ck_assert(!ww_gap_reserve(&gap, &mem, 1));
	test_mem_fail(&counter, 0);
	push(&gap, &p, 2, 1);
	push(&gap, &p, 4, 2);
	ww_gap_move(&gap, 1, p.len);
	test_mem_fail(&counter, 1);
	ck_assert(!ww_gap_reserve(&gap, &mem, 1000));
	test_mem_fail(&counter, 0);
	check_equal(&gap, &p);
	/* more room leaves the items where they are on both sides of the gap */
	ck_assert(ww_gap_reserve(&gap, &mem, 1000));
	ck_assert(gap.cap >= 1002);
	check_equal(&gap, &p);
	ww_gap_free(&gap, &mem);
	ck_assert_uint_eq(counter.live, 0);
}
END_TEST

int main(void) {
	Suite *s = suite_create("gap");
	TCase *tc = tcase_create("items");
	tcase_add_test(tc, random_edits);
	tcase_add_test(tc, no_memory);
	suite_add_tcase(s, tc);
	return run_suite(s);
}
