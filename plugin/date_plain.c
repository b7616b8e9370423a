/* Texts from web pages have blanks that do not break, and in the middle of words
 * characters that are not seen, where a word may be broken.  The reader of words knows
 * them; a pattern does not, and would have to allow for them at every blank and between
 * any two letters, which made all patterns slower to compile. */
#include "date_plain.h"

#include "ascii.h"
#include "utf8.h"

#include <string.h>

/* What is no UTF-8 has a class too, that of punctuation, and a length of one byte. */
static ww_char_class class_at(const char *p, const char *end, size_t *len) {
	return ww_char_classify(ww_utf8_decode(p, end, len));
}

static bool is_blank(ww_char_class is) {
	return is == WW_CH_BLANK || is == WW_CH_LINE;
}

/* The first byte beyond ASCII from p on, or `end`.  Most text has few, so that 32 are asked
 * at once, as numbers of whichever byte order: each has its highest bit, or not. */
static const char *next_wide(const char *p, const char *end) {
	const uint64_t highest = UINT64_C(0x8080808080808080);
	uint64_t eight[4];
	for (; end - p >= (ptrdiff_t)sizeof eight; p += sizeof eight) {
		memcpy(eight, p, sizeof eight);
		if ((eight[0] | eight[1] | eight[2] | eight[3]) & highest)
			break;
	}
	while (p < end && (uint8_t)*p < 0x80)
		p++;
	return p;
}

bool ww_is_plain(const char *text, size_t len) {
	const char *end = text + len;
	size_t n;
	for (const char *p = next_wide(text, end); p < end; p = next_wide(p + n, end)) {
		ww_char_class is = class_at(p, end, &n);
		if (is == WW_CH_NOTHING || is_blank(is))
			return false;
	}
	return true;
}

void ww_make_plain(const char *text, size_t len, char *out) {
	const char *p = text, *end = text + len;
	size_t unseen = 0, n; /* bytes that wait for the next blank */
	for (; p < end; p += n) {
		ww_char_class is = class_at(p, end, &n);
		if (is == WW_CH_NOTHING) {
			unseen += n;
			continue;
		}
		if (is_blank(is)) {
			memset(out, ' ', unseen);
			out += unseen;
			unseen = 0;
		}
		if (is_blank(is) && n > 1)
			memset(out, ' ', n);
		else
			memcpy(out, p, n);
		out += n;
	}
	memset(out, ' ', unseen);
}

/* Blanks keep their places, and with them whatever begins right behind one. */
size_t ww_plain_place(const char *text, size_t len, const char *plain, size_t at) {
	size_t from = at, n;
	while (from > 0 && !ww_ascii_is_blank(plain[from - 1]) && plain[from - 1] != '\n')
		from--;
	const char *p = text + from, *end = text + len;
	for (size_t seen = from; p < end && seen < at; p += n)
		seen += class_at(p, end, &n) == WW_CH_NOTHING ? 0 : n;
	return (size_t)(p - text);
}
