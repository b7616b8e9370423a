/* Characters that are not seen stand inside of words in texts from web pages, where a
 * word may be broken.  The reader of words knows them; a pattern does not, and would
 * have to allow for them between any two letters. */
#include "date_plain.h"

#include "utf8.h"

#include <string.h>

static ww_char_class class_at(const char *p, const char *end, size_t *len) {
	return ww_char_classify(ww_utf8_decode(p, end, len));
}

bool ww_has_unseen(const char *text, size_t len) {
	static const char leads[] = "\xC2\xD8\xE1\xE2\xEF"; /* first bytes of such characters */
	const char *end = text + len;
	for (const char *lead = leads; *lead; lead++) {
		const char *p = text;
		size_t n;
		while ((p = memchr(p, *lead, (size_t)(end - p))) != NULL) {
			if (class_at(p, end, &n) == WW_CH_NOTHING)
				return true;
			p++;
		}
	}
	return false;
}

/* Copies the seen characters of [p, end), then the others. */
static char *copy_chunk(const char *p, const char *end, char *out) {
	for (int seen = 1; seen >= 0; seen--)
		for (size_t n, at = 0; p + at < end; at += n)
			if ((class_at(p + at, end, &n) != WW_CH_NOTHING) == seen) {
				memcpy(out, p + at, n);
				out += n;
			}
	return out;
}

void ww_move_unseen(const char *text, size_t len, char *out) {
	const char *p = text, *end = text + len;
	while (p < end) {
		const char *stop = p;
		size_t n = 0;
		while (stop < end) {
			ww_char_class is = class_at(stop, end, &n);
			if (is == WW_CH_BLANK || is == WW_CH_LINE)
				break;
			stop += n;
		}
		out = copy_chunk(p, stop, out);
		if (stop < end) {
			memcpy(out, stop, n);
			out += n;
			stop += n;
		}
		p = stop;
	}
}
