/* Takes the head of the input as edits and questions, and the rest as the text of a lazy
 * document: whatever is asked in whatever order, in the end it equals a new one. */
#include "support.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct {
	ww_document *doc;
	const uint8_t *p;
	size_t pos, end; /* a range of the text that the step names */
	size_t small;
} step;

static void may_fail(int err) {
	if (err && err != WW_E_RANGE)
		die("%s", ww_strerror(err));
}

static void must(int err) {
	if (err)
		die("%s", ww_strerror(err));
}

static void edit(step *s) {
	static const char *const words[] = { " ", "\n\n", "\f", "Friday, July 13", " 2024", "e",
		                                 "\ndate 2024-07-14 X - ", "Mr. Baldwin ", "\xE2\x80",
		                                 ". A" };
	const char *word = words[s->small % (size_t)COUNT(words)];
	size_t removed = s->p[3] & 1 ? s->end - s->pos : 0;
	must(ww_document_edit(s->doc, s->pos, removed, word, strlen(word), NULL));
}

static void mentions(step *s) {
	ww_mention m, below;
	ww_time time;
	char value[WW_VALUE_MAX];
	uint32_t entity;
	unsigned flags;
	bool back = s->p[3] & 1;
	if (!(back ? ww_document_previous(s->doc, s->pos, UINT32_MAX, &m)
	           : ww_document_next(s->doc, s->pos, UINT32_MAX, &m)))
		return;
	may_fail(ww_document_value(s->doc, &m, value));
	may_fail(ww_document_time(s->doc, &m, &time));
	may_fail(ww_document_link(s->doc, &m, &entity, &flags));
	for (size_t i = 0; ww_document_beneath(s->doc, m.start, m.end, i, &below); i++)
		may_fail(ww_document_value(s->doc, &below, value));
}

static void reading(step *s) {
	ww_range r;
	bool more;
	must(ww_document_read(s->doc, s->pos, s->end));
	if (s->pos < s->end && ww_document_unread(s->doc, s->pos, s->end, s->small & 1, &r))
		die("%zu..%zu was read, and %u..%u is not", s->pos, s->end, r.start, r.end);
	if (s->p[3] & 1)
		must(ww_document_idle(s->doc, 1 + s->small * 8, &r, &more));
}

static void articles(step *s) {
	size_t n = ww_document_articles(s->doc), i = s->small % n, many;
	ww_article a;
	ww_entity_info e;
	ww_finding f;
	must(ww_document_article(s->doc, i, &a));
	must(ww_document_entities(s->doc, i, &many));
	for (size_t k = 0; k < many; k++)
		must(ww_document_entity(s->doc, i, k, &e));
	must(ww_document_findings(s->doc, i, &many));
	for (size_t k = 0; k < many; k++)
		must(ww_document_finding(s->doc, i, k, &f));
	ww_document_article_at(s->doc, s->pos);
}

static void rules(step *s) {
	ww_range found, where;
	const char *name = "";
	must(ww_document_read(s->doc, s->pos, s->end));
	if (ww_document_query(s->doc, s->small % 8, s->pos, s->end, &found) != WW_OK)
		return;
	for (size_t i = 0; found.start < found.end && name; i++)
		must(ww_document_group(s->doc, s->small % 8, found.start, i, &name, &where));
}

static void others(step *s) {
	ww_explanation e;
	may_fail(ww_document_explain(s->doc, s->pos, &e));
	size_t len;
	char *text = test_text(s->doc, &len);
	if (ww_document_common(s->doc, s->pos, false, text + s->pos, len - s->pos) != len - s->pos)
		die("the text is not its own");
	if (s->small & 1 && len > 0)
		text[len / 2] = 'e';
	must(ww_document_sync(s->doc, text, len, NULL));
	free(text);
	if (ww_document_settled(s->doc) > len)
		die("more is settled than there is");
}

enum { STEPS_MAX = 24, STEP = 4 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
	static void (*const kinds[])(step *) = { edit, edit, edit, mentions, reading, articles, rules,
		others };
	if (size < 2)
		return 0;
	size_t steps = data[0] % STEPS_MAX, head = 2 + steps * STEP;
	if (head > size)
		return 0;
	ww_options options = { .date = data[1] & 1 ? NULL : "2024-07-14", .narrative = data[1] & 2,
		                   .lazy = !(data[1] & 4), .rules = data[1] & 8 ? NULL : test_rules() };
	ww_document *doc = test_document(test_engine(), &options, "", 0);
	must(ww_document_lend(doc, (const char *)data + head, size - head));
	for (size_t i = 0; i < steps; i++) {
		const uint8_t *p = data + 2 + i * STEP;
		size_t len = ww_document_len(doc), pos = ((size_t)p[1] << 8 | p[2]) % (len + 1);
		size_t end = pos + (size_t)p[3] * 2 % (len - pos + 1);
		step s = { doc, p, pos, end, p[3] };
		kinds[p[0] % COUNT(kinds)](&s);
	}
	size_t len;
	char *text = test_text(doc, &len);
	options.lazy = false;
	ww_document *fresh = test_document(test_engine(), &options, text, len);
	must(ww_document_read(doc, 0, len));
	check_same(doc, fresh);
	check_invariants(doc);
	ww_document_free(fresh);
	ww_document_free(doc);
	free(text);
	return 0;
}
