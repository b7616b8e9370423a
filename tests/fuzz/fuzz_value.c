/* Takes the head of the input as a reference date and the rest as a text: the values of its
 * times are TIMEX3's, and the same whether they are asked for forwards or backwards. */
#include "calendar.h"
#include "support.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Checks that nothing is in a value that TIMEX3 does not have there. */
static void check_value(const char *value) {
	static const char *const known[] = { "", "PRESENT_REF", "PAST_REF", "FUTURE_REF" };
	for (int i = 0; i < COUNT(known); i++)
		if (strcmp(value, known[i]) == 0)
			return;
	if (value[strspn(value, "0123456789-:+/.XPTYMDHSWQUFAINOEVBCZ")])
		die("\"%s\" is no value", value);
}

static void check_time(const ww_document *doc, const ww_time *time) {
	check_value(time->value);
	check_value(time->until);
	if (time->bound >= WW_N_BOUNDS || time->mod >= WW_N_MODS)
		die("bound %d, mod %d", time->bound, time->mod);
	if (*time->until && (time->end.start >= time->end.end || time->end.end > ww_document_len(doc)))
		die("until %u..%u", time->end.start, time->end.end);
}

enum { MOST = 64, HEAD = 3 };

static void ask(ww_document *doc, const ww_mention *m, ww_time *time) {
	int err = ww_document_time(doc, m, time);
	if (err)
		die("%u..%u: %s", m->start, m->end, ww_strerror(err));
	check_time(doc, time);
}

static void check_times(ww_document *doc) {
	static ww_time forwards[MOST];
	ww_mention m;
	ww_time time;
	int n = 0;
	size_t pos = 0;
	for (; n < MOST && ww_document_next(doc, pos, WW_WHEN, &m); pos = m.end)
		ask(doc, &m, &forwards[n++]);
	for (; n > 0 && ww_document_previous(doc, pos, WW_WHEN, &m); pos = m.start) {
		ask(doc, &m, &time);
		if (strcmp(time.value, forwards[--n].value) != 0 ||
		    strcmp(time.until, forwards[n].until) != 0)
			die("%u..%u: %s, and backwards %s", m.start, m.end, forwards[n].value, time.value);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
	char date[] = "YYYY-MM-DD";
	if (size < HEAD)
		return 0;
	ww_civil_print(ww_civil_from_days((int32_t)(data[1] << 8 | data[2])), date);
	ww_options options = { .date = data[0] & 1 ? NULL : date, .narrative = data[0] & 2 };
	ww_document *doc = test_document(test_engine(), &options, (const char *)data + HEAD,
	                                 size - HEAD);
	check_times(doc);
	ww_document_free(doc);
	return 0;
}
