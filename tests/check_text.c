/* check_text: a text in pieces against a plain array. */
#include "runner.h"
#include "support.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
	ww_text text;
	ww_mem mem;
	char *plain;
	size_t len;
} pair;

static void begin(pair *p, test_mem *memory) {
	*p = (pair){ .mem = { test_alloc, memory }, .plain = test_resize(NULL, 1) };
	ww_text_init(&p->text);
}

static void end(pair *p, test_mem *memory) {
	ww_text_free(&p->text, &p->mem);
	free(p->plain);
	ck_assert_uint_eq(memory->live, 0);
}

static void check_equal(pair *p, test_random *r) {
	ck_assert_uint_eq(ww_text_len(&p->text), p->len);
	char *copy = test_resize(NULL, p->len + 1);
	ww_text_copy(&p->text, 0, (uint32_t)p->len, copy);
	ck_assert_int_eq(memcmp(copy, p->plain, p->len), 0);
	free(copy);
	uint32_t a = (uint32_t)test_below(r, p->len + 1),
		b = a + (uint32_t)test_below(r, p->len - a + 1);
	const char *view = ww_text_view(&p->text, &p->mem, a, b);
	ck_assert(view);
	ck_assert_int_eq(memcmp(view, p->plain + a, b - a), 0);
	ck_assert_uint_eq(ww_text_equal_ahead(&p->text, a, p->plain + a, b - a), b - a);
	ck_assert_uint_eq(ww_text_equal_behind(&p->text, b, p->plain + b, b - a), b - a);
	if (a == b)
		return;
	size_t at = a + test_below(r, b - a);
	p->plain[at] ^= 1;
	ck_assert_uint_eq(ww_text_equal_ahead(&p->text, a, p->plain + a, b - a), at - a);
	ck_assert_uint_eq(ww_text_equal_behind(&p->text, b, p->plain + b, b - a), b - at - 1);
	p->plain[at] ^= 1;
}

/* What is put in: mostly keys, sometimes a paste. */
static size_t size(test_random *r, size_t most) {
	size_t n = test_below(r, 8) ? test_below(r, 20) : test_below(r, most);
	return n;
}

static char *letters(test_random *r, size_t n) {
	char *text = test_resize(NULL, n + 1);
	for (size_t i = 0; i < n; i++)
		text[i] = (char)('a' + test_below(r, 26));
	return text;
}

/* Splices both in one place, or takes a refusal for nothing. */
static bool splice(pair *p, test_random *r, size_t start, size_t removed, size_t n) {
	char *new = letters(r, n);
	bool done = ww_text_splice(&p->text, &p->mem, (uint32_t)start, (uint32_t)removed, new,
	                           (uint32_t)n);
	if (done) {
		p->plain = test_resize(p->plain, p->len + n + 1);
		memmove(p->plain + start + n, p->plain + start + removed, p->len - start - removed);
		memcpy(p->plain + start, new, n);
		p->len += n;
		p->len -= removed;
	}
	free(new);
	return done;
}

START_TEST(random_splices) {
	test_random r = { test_seed(7) + (uint64_t)_i };
	test_mem memory = { 0 };
	pair p;
	begin(&p, &memory);
	char *lent = letters(&r, 300000);
	if (_i % 2) {
		ck_assert(ww_text_borrow(&p.text, &p.mem, lent, 300000));
		p.plain = test_resize(p.plain, 300001);
		memcpy(p.plain, lent, p.len = 300000);
	}
	size_t near = 0;
	for (int i = 0; i < 300; i++) {
		if (near > p.len || test_below(&r, 5) == 0)
			near = test_below(&r, p.len + 1);
		size_t removed = size(&r, p.len / 2);
		if (removed > p.len - near)
			removed = p.len - near;
		ck_assert(splice(&p, &r, near, removed, size(&r, 100000)));
		if (test_below(&r, 3) == 0) {
			ww_text_undo(&p.text);
			ww_text_redo(&p.text);
		}
		check_equal(&p, &r);
	}
	end(&p, &memory);
	free(lent);
}
END_TEST

/* After an undo the text is what it was, whatever comes then. */
START_TEST(undone_splices) {
	test_random r = { test_seed(11) + (uint64_t)_i };
	test_mem memory = { 0 };
	pair p;
	begin(&p, &memory);
	ck_assert(splice(&p, &r, 0, 0, 200000));
	for (int i = 0; i < 100; i++) {
		size_t start = test_below(&r, p.len + 1), removed = size(&r, p.len);
		if (removed > p.len - start)
			removed = p.len - start;
		size_t n = size(&r, 100000);
		char *new = letters(&r, n);
		ck_assert(ww_text_splice(&p.text, &p.mem, (uint32_t)start, (uint32_t)removed, new,
		                         (uint32_t)n));
		ww_text_undo(&p.text);
		check_equal(&p, &r);
		free(new);
		ck_assert(splice(&p, &r, test_below(&r, p.len + 1), 0, 1 + test_below(&r, 3)));
	}
	end(&p, &memory);
}
END_TEST

START_TEST(no_memory) {
	test_random r = { test_seed(13) };
	test_mem memory = { 0 };
	pair p;
	begin(&p, &memory);
	for (int i = 0; i < 150; i++) {
		size_t start = test_below(&r, p.len + 1), removed = size(&r, p.len);
		if (removed > p.len - start)
			removed = p.len - start;
		test_mem_fail(&memory, 1 + test_below(&r, 4));
		bool done = splice(&p, &r, start, removed, size(&r, 100000));
		ck_assert(done || test_mem_failed(&memory));
		test_mem_fail(&memory, 0);
		check_equal(&p, &r);
	}
	end(&p, &memory);
}
END_TEST

int main(void) {
	Suite *suite = suite_create("text");
	TCase *tcase = tcase_create("pieces");
	tcase_set_timeout(tcase, 120);
	tcase_add_loop_test(tcase, random_splices, 0, 6);
	tcase_add_loop_test(tcase, undone_splices, 0, 4);
	tcase_add_test(tcase, no_memory);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
