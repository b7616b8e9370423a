/* Items in pages at positions of a text against a plain list of them. */
#include "row.h"
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

enum { PAGE = WW_ROW_PAGE / sizeof(item), MOST = 6 * PAGE };

/* The same items in a plain list, and the length of the text. */
typedef struct {
	item at[MOST];
	uint32_t n, len;
} plain;

static void check_equal(const ww_row *row, const plain *p) {
	ck_assert_uint_eq(ww_row_count(row), p->n);
	for (uint32_t i = 0; i < p->n; i++) {
		const item *it = ww_row_item(row, i);
		ck_assert_uint_eq(ww_row_position(row, i, p->len), p->at[i].at);
		ck_assert_int_eq(it->what, p->at[i].what);
	}
	ck_assert_uint_eq(ww_row_position(row, p->n, p->len), p->len);
}

/* The last of the first n items at or before pos; 0 when none is. */
static uint32_t find(const plain *p, uint32_t n, uint32_t pos) {
	uint32_t found = 0;
	for (uint32_t i = 0; i < n; i++)
		if (p->at[i].at <= pos)
			found = i;
	return found;
}

static void check_searches(const ww_row *row, const plain *p, test_random *r) {
	for (int i = 0; p->n > 0 && i < 50; i++) {
		uint32_t pos = (uint32_t)test_below(r, p->len + (size_t)1);
		ck_assert_uint_eq(ww_row_find(row, pos, p->len), find(p, p->n, pos));
		if (row->left > 0)
			ck_assert_uint_eq(ww_row_find_left(row, pos), find(p, row->left, pos));
	}
}

/* Adds n items before the gap, after the items there and before those behind; room is reserved. */
static void push(ww_row *row, plain *p, uint32_t pos, uint32_t n, int what) {
	item it = { pos, what };
	uint32_t i = row->left;
	memmove(p->at + i + n, p->at + i, (p->n - i) * sizeof *p->at);
	for (; n > 0; n--, p->n++) {
		ww_row_push(row, &it);
		p->at[i++] = it;
	}
}

static void drop(ww_row *row, plain *p, uint32_t n) {
	uint32_t i = row->left - n;
	ww_row_drop(row, n);
	memmove(p->at + i, p->at + i + n, (p->n - i - n) * sizeof *p->at);
	p->n -= n;
}

/* An edit at the gap: what lies behind moves, and nobody touches it. */
static void insert(const ww_row *row, plain *p, uint32_t len) {
	for (uint32_t i = row->left; i < p->n; i++)
		p->at[i].at += len;
	p->len += len;
}

static uint32_t between(const ww_row *row, const plain *p, test_random *r) {
	uint32_t low = row->left ? p->at[row->left - 1].at : 0;
	uint32_t high = row->left < p->n ? p->at[row->left].at : p->len;
	return low + (uint32_t)test_below(r, high - low + 1);
}

/* Reserves room first, and puts n items in the place of some others, as a division does. */
static void replace(ww_row *row, plain *p, test_random *r, uint32_t n, int what) {
	ck_assert(ww_row_reserve(row, &mem, n));
	if (test_below(r, 2))
		ww_row_move(row, (uint32_t)test_below(r, p->n + (size_t)1), p->len);
	if (test_below(r, 2))
		drop(row, p, (uint32_t)test_below(r, (row->left < PAGE ? row->left : PAGE) + (size_t)1));
	push(row, p, between(row, p, r), n, what);
}

START_TEST(random_edits) {
	test_random r = { test_seed(5) };
	for (int round = 0; round < 300; round++) {
		ww_row row;
		plain p = { .len = 20 };
		ww_row_init(&row, sizeof(item));
		for (size_t step = 0, steps = test_below(&r, 200); step < steps; step++) {
			uint32_t n = (uint32_t)test_below(&r, test_below(&r, 4) ? 5 : PAGE + PAGE / 2);
			switch (test_below(&r, 4)) {
			case 0:
				if (p.n + n <= MOST)
					replace(&row, &p, &r, n, (int)step);
				break;
			case 1:
				ww_row_move(&row, (uint32_t)test_below(&r, p.n + (size_t)1), p.len);
				break;
			case 2:
				drop(&row, &p, n < row.left ? n : row.left);
				break;
			default:
				insert(&row, &p, (uint32_t)test_below(&r, 5));
			}
		}
		check_equal(&row, &p);
		check_searches(&row, &p, &r);
		ww_row_free(&row, &mem);
		ck_assert_uint_eq(counter.live, 0);
		ck_assert_uint_eq(ww_row_count(&row), 0);
	}
}
END_TEST

START_TEST(no_memory) {
	ww_row row;
	plain p = { .len = 5 };
	ww_row_init(&row, sizeof(item));
	test_mem_fail(&counter, 1);
	ck_assert(!ww_row_reserve(&row, &mem, 1));
	test_mem_fail(&counter, 0);
	ck_assert(ww_row_reserve(&row, &mem, 2));
	push(&row, &p, 2, 1, 1);
	push(&row, &p, 4, 1, 2);
	ww_row_move(&row, 1, p.len);
	test_mem_fail(&counter, 1);
	ck_assert(!ww_row_reserve(&row, &mem, 1000));
	test_mem_fail(&counter, 0);
	check_equal(&row, &p);
	/* more room leaves the items where they are on both sides of the gap */
	ck_assert(ww_row_reserve(&row, &mem, 1000));
	check_equal(&row, &p);
	ww_row_free(&row, &mem);
	ck_assert_uint_eq(counter.live, 0);
}
END_TEST

int main(void) {
	Suite *s = suite_create("row");
	TCase *tc = tcase_create("items");
	tcase_add_test(tc, random_edits);
	tcase_add_test(tc, no_memory);
	suite_add_tcase(s, tc);
	return run_suite(s);
}
