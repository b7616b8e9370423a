/* Takes the input as a text, then as edits of it: after each stretch of edits the
 * document must equal a new one of the same text. */
#include "support.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const words[] = {
	" ",
	"\n\n",
	"\f",
	"Friday",
	"July 13",
	", 2024",
	"last ",
	"two days ",
	"ago",
	"3 p.m. ",
	"every ",
	"the following day",
	"third ",
	"quarter of ",
	"\ndate 2024-07-14 X - ",
	"Date: Sun, 14 Jul 2024\n",
	"Published July 14, 2024\n",
	"---\ndate: 2024-07-14\n---\n",
	"\xC3\xA9",
	"\xFF",
	"\xE2\x80",
	"1",
	"/",
	"-",
};

typedef struct {
	const uint8_t *p, *end;
} input;

static size_t byte(input *in) {
	return in->p < in->end ? *in->p++ : 0;
}

static void must(int err) {
	if (err)
		die("%s", ww_strerror(err));
}

/* An edit takes five bytes: where (two), how much goes, what comes (two). */
static void edit(ww_document *doc, input *in) {
	size_t len = ww_document_len(doc);
	size_t start = byte(in) << 8;
	start = (start | byte(in)) % (len + 1);
	size_t removed = byte(in) % 64;
	if (removed > len - start)
		removed = len - start;
	size_t what = byte(in), n = byte(in);
	if (what < 128) {
		const char *word = words[what % (size_t)COUNT(words)];
		must(ww_document_edit(doc, start, removed, word, strlen(word), NULL));
		return;
	}
	/* The input's own bytes; they are edits again when their turn comes. */
	n %= (size_t)(in->end - in->p) + 1;
	must(ww_document_edit(doc, start, removed, (const char *)in->p, n, NULL));
}

static void compare(ww_document *doc, const ww_options *options) {
	size_t len;
	char *text = test_text(doc, &len);
	ww_options eager = *options;
	eager.lazy = false;
	ww_document *fresh = test_document(test_engine(), &eager, text, len);
	must(ww_document_read(doc, 0, len));
	check_same(doc, fresh);
	check_invariants(doc);
	ww_document_free(fresh);
	free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
	enum { EDITS_MAX = 20, EDITS_A_STRETCH = 10 };
	input in = { data, data + size };
	ww_options options = { .date = size % 2 ? NULL : "2024-07-14", .narrative = size % 4 == 3,
		               .lazy = size % 8 > 3, .rules = size % 3 ? NULL : test_rules() };
	ww_document *doc = test_document(test_engine(), &options, (const char *)data, size);
	compare(doc, &options);
	for (int i = 1; i <= EDITS_MAX && in.p < in.end; i++) {
		edit(doc, &in);
		if (i % EDITS_A_STRETCH == 0 || in.p == in.end)
			compare(doc, &options);
	}
	ww_document_free(doc);
	return 0;
}
