/* check_thread: what the header lets threads share, for ThreadSanitizer to look at. */
#include "runner.h"
#include "support.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { THREADS = 4, TEXT = 60000 };

/* One thread's part of the text, and what it found there. */
typedef struct {
	const char *text;
	size_t len;
	const ww_rules *rules;
	size_t mentions, values;
} part;

/* Reads a part with an engine of its own and the rules of all, and edits it. */
static void *work(void *arg) {
	part *p = arg;
	test_mem memory = { 0 };
	ww_engine *engine;
	if (ww_engine_new(test_alloc, &memory, &engine))
		die("no engine");
	ww_options options = { .date = "2024-07-14", .rules = p->rules };
	ww_document *doc = test_document(engine, &options, p->text, p->len);
	ww_mention m;
	char value[WW_VALUE_MAX];
	for (size_t pos = 0; ww_document_next(doc, pos, UINT32_MAX, &m); pos = m.end) {
		p->mentions++;
		p->values += ww_document_value(doc, &m, value) == WW_OK && *value;
	}
	if (ww_document_edit(doc, p->len / 2, 0, " On Friday. ", 12, NULL))
		die("no edit");
	ww_document_free(doc);
	ww_engine_free(engine);
	if (memory.live)
		die("%zu bytes live", memory.live);
	return NULL;
}

START_TEST(threads_share_rules) {
	size_t len;
	char *text = test_written(&len);
	part parts[THREADS], again[THREADS];
	pthread_t thread[THREADS];
	for (int i = 0; i < THREADS; i++)
		parts[i] = again[i] = (part){ text + (size_t)i * TEXT, TEXT, test_rules(), 0, 0 };
	for (int i = 0; i < THREADS; i++)
		ck_assert_int_eq(pthread_create(&thread[i], NULL, work, &parts[i]), 0);
	for (int i = 0; i < THREADS; i++)
		ck_assert_int_eq(pthread_join(thread[i], NULL), 0);
	for (int i = 0; i < THREADS; i++) {
		work(&again[i]);
		ck_assert_uint_gt(again[i].mentions, 0);
		ck_assert_uint_gt(again[i].values, 0);
		ck_assert_uint_eq(parts[i].mentions, again[i].mentions);
		ck_assert_uint_eq(parts[i].values, again[i].values);
	}
	free(text);
}
END_TEST

int main(void) {
	Suite *suite = suite_create("thread");
	TCase *tcase = tcase_create("threads");
	test_rules();
	tcase_set_timeout(tcase, 240);
	tcase_add_test(tcase, threads_share_rules);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
