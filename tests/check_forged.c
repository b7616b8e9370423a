/* check_forged: mentions that no document gave, and places that none has, in each function that
 * takes some.  They are refused or name nothing; sanitizers see that nothing else is read. */
#include "runner.h"
#include "support.h"

#include <stdlib.h>
#include <string.h>

static const char text[] =
    " date 2024-07-14 Desk - On Friday, July 13, Judge Mary Sommer met Alec Baldwin.\n\n"
    "Mr. Baldwin spoke from 3 to 5 p.m. EST, two hours, in Santa Fe, 3/4/2024.\n\n";

/* What one call is given. */
typedef struct {
	ww_document *doc;
	size_t a, b, c;
	ww_mention m;
} call;

/* A place, of which most are none. */
static size_t place(test_random *r, size_t len) {
	static const size_t odd[] = { 0, 1, SIZE_MAX, SIZE_MAX - 1, UINT32_MAX, (size_t)1 << 31 };
	size_t k = test_below(r, 12);
	return k < (size_t)COUNT(odd) ? odd[k]
	       : k < 9                ? len + test_below(r, 3)
	                              : test_below(r, len + 2);
}

static void ask_values(call *c) {
	char value[WW_VALUE_MAX];
	ww_time time;
	uint32_t entity;
	unsigned flags;
	ww_document_value(c->doc, &c->m, value);
	ww_document_time(c->doc, &c->m, &time);
	ww_document_link(c->doc, &c->m, &entity, &flags);
}

static void ask_articles(call *c) {
	ww_article article;
	ww_entity_info entity;
	ww_finding finding;
	size_t n;
	ww_document_article(c->doc, c->a, &article);
	ww_document_article_at(c->doc, c->b);
	ww_document_entities(c->doc, c->a, &n);
	ww_document_entity(c->doc, c->a % 2, c->b, &entity);
	ww_document_findings(c->doc, c->a, &n);
	ww_document_finding(c->doc, c->a % 2, c->b, &finding);
}

static void ask_rules(call *c) {
	ww_range where;
	const char *name;
	size_t rule;
	ww_document_query(c->doc, c->a, c->b, c->c, &where);
	ww_document_group(c->doc, c->a % 8, c->b, c->c, &name, &where);
	ww_document_slow_rule(c->doc, c->a, &rule);
}

static void ask_marks(call *c) {
	ww_mention m;
	ww_explanation why;
	size_t counts[WW_MOST_KINDS + 1];
	ww_document_next(c->doc, c->a, (unsigned)c->b, &m);
	ww_document_previous(c->doc, c->a, (unsigned)c->b, &m);
	ww_document_beneath(c->doc, c->a, c->b, c->c % 5, &m);
	ww_document_count(c->doc, c->a, counts);
	ww_document_explain(c->doc, c->a, &why);
}

static void read_on(call *c) {
	ww_range where;
	bool more;
	ww_document_read(c->doc, c->a, c->b);
	ww_document_unread(c->doc, c->a, c->b, c->c & 1, &where);
	ww_document_idle(c->doc, c->a, &where, &more);
}

static void edit(call *c) {
	ww_document_edit(c->doc, c->a, c->b, "Friday ", c->c % 8, NULL);
}

START_TEST(refuses_what_is_not_there) {
	static void (*const asks[])(call *) = { ask_values, ask_articles, ask_rules, ask_marks,
		                                    read_on, edit };
	enum { CALLS = 60 };
	test_random r = { (uint64_t)_i };
	ww_options options = { .date = _i & 1 ? NULL : "2024-07-14", .lazy = _i & 2,
		                   .rules = _i & 4 ? test_rules() : NULL };
	ww_document *doc = test_document(test_engine(), &options, text, strlen(text));
	for (int i = 0; i < CALLS; i++) {
		size_t len = ww_document_len(doc);
		call c = { doc, place(&r, len), place(&r, len), place(&r, len), { 0 } };
		c.m = (ww_mention){ .start = (uint32_t)c.a, .end = (uint32_t)c.b };
		if (test_below(&r, 2))
			ww_document_next(doc, test_below(&r, len + 1), UINT32_MAX, &c.m);
		if (test_below(&r, 3) == 0)
			c.m.kind = (uint8_t)test_below(&r, 256);
		if (test_below(&r, 3) == 0)
			c.m.form = (uint16_t)test_below(&r, 65536);
		asks[test_below(&r, COUNT(asks))](&c);
	}
	check_invariants(doc);
	ww_document_free(doc);
}
END_TEST

int main(void) {
	enum { DOCUMENTS = 100 };
	Suite *suite = suite_create("forged");
	TCase *tcase = tcase_create("forged");
	tcase_set_timeout(tcase, 120);
	tcase_add_loop_test(tcase, refuses_what_is_not_there, 0, DOCUMENTS);
	suite_add_tcase(suite, tcase);
	test_rules();
	test_engine();
	return run_suite(suite);
}
