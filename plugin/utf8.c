/* What the bytes of a text are, by the tables that are made of Unicode's data.
 * Nothing above this floor decodes UTF-8 or knows a character by its bytes. */
#include "utf8.h"

/* A character that is cut off by the end counts as invalid, as any other broken sequence:
 * reading goes on with its next byte, so that no byte is lost and none is read twice. */
uint32_t ww_utf8_decode(const char *p, const char *end, size_t *len) {
	const unsigned char *s = (const unsigned char *)p;
	size_t room = (size_t)(end - p);
	uint32_t c = s[0];
	*len = 1;
	if (c < 0x80)
		return c;
	/* The second byte's range shuts out overlong forms, surrogates and what
	 * lies past U+10FFFF (Unicode 15, table 3-7). */
	unsigned low = 0x80, high = 0xBF;
	size_t need;
	if (c >= 0xC2 && c <= 0xDF) {
		need = 2;
		c &= 0x1F;
	} else if (c >= 0xE0 && c <= 0xEF) {
		need = 3;
		if (c == 0xE0)
			low = 0xA0;
		else if (c == 0xED)
			high = 0x9F;
		c &= 0x0F;
	} else if (c >= 0xF0 && c <= 0xF4) {
		need = 4;
		if (c == 0xF0)
			low = 0x90;
		else if (c == 0xF4)
			high = 0x8F;
		c &= 0x07;
	} else {
		return 0xFFFD;
	}
	if (room < need || s[1] < low || s[1] > high)
		return 0xFFFD;
	c = c << 6 | (s[1] & 0x3F);
	for (size_t i = 2; i < need; i++) {
		if ((s[i] & 0xC0) != 0x80)
			return 0xFFFD;
		c = c << 6 | (s[i] & 0x3F);
	}
	*len = need;
	return c;
}

/* How far back a character may begin. */
enum { LONGEST = 4 };

/* The longest character that ends here is it: a shorter one would begin with a byte that none
 * begins with.  Of a broken sequence it is the last byte. */
uint32_t ww_utf8_before(const char *start, const char *p, size_t *len) {
	for (size_t back = LONGEST; back > 1; back--)
		if ((size_t)(p - start) >= back) {
			uint32_t cp = ww_utf8_decode(p - back, p, len);
			if (*len == back)
				return cp;
		}
	return ww_utf8_decode(p - 1, p, len);
}

/* An invalid byte counts as a character, since it is decoded to one. */
size_t ww_utf8_length(const char *p, const char *end) {
	size_t n = 0;
	for (size_t len; p < end; p += len, n++)
		ww_utf8_decode(p, end, &len);
	return n;
}

/* Two reads for any character of the first two planes; beyond them are ideographs, which
 * are rare in news, in some ten runs. */
static const ww_char_row *row_of(uint32_t cp) {
	if (cp < WW_CHAR_PAGED)
		return &ww_char_rows[ww_char_pages[ww_char_index[cp / WW_CHAR_PAGE]][cp % WW_CHAR_PAGE]];
	unsigned i = ww_n_char_runs - 1;
	while (ww_char_runs[i].first > cp)
		i--;
	return &ww_char_rows[ww_char_runs[i].row];
}

/* Class and lower case come from the same row: characters alike in both share one. */
ww_char_class ww_char_classify(uint32_t cp) {
	return (ww_char_class)row_of(cp)->is;
}

uint32_t ww_char_lower(uint32_t cp) {
	return (uint32_t)((int32_t)cp + row_of(cp)->lower);
}

/* What has no decomposition in Unicode (strokes, ligatures) is in the table too. */
uint32_t ww_char_base(uint32_t cp) {
	char base = '.';
	if (cp >= WW_LATIN && cp < WW_LATIN_END)
		base = ww_latin_bases[cp - WW_LATIN];
	else if (cp >= WW_LATIN_MORE && cp < WW_LATIN_MORE_END)
		base = ww_latin_more_bases[cp - WW_LATIN_MORE];
	return base == '.' ? cp : (uint8_t)base;
}

/* Only what is written in many ways is made plain; a letter with an accent is another letter. */
uint32_t ww_char_plain(uint32_t cp) {
	if (cp < 0x80)
		return cp;
	switch (ww_char_classify(cp)) {
	case WW_CH_HYPHEN:
	case WW_CH_DASH:
		return '-';
	case WW_CH_QUOTE:
		/* U+2018 … U+201B, U+2039 and U+203A are single */
		return (cp >= 0x2018 && cp <= 0x201B) || cp == 0x2039 || cp == 0x203A || cp == 0xFF07
		           ? '\''
		           : '"';
	default:
		return cp;
	}
}
