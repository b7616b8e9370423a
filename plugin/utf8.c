#include "utf8.h"

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

/* Upper-case letters first, first + stride … last; `delta` leads to the lower
 * case.  Runs of the simple mappings in UnicodeData.txt 14.0.0. */
static const struct {
	uint16_t first, last, stride;
	int16_t delta;
} upper[] = {
	{ 0x00C0, 0x00D6, 1, 32 }, { 0x00D8, 0x00DE, 1, 32 }, { 0x0100, 0x012E, 2, 1 },
	{ 0x0132, 0x0136, 2, 1 }, { 0x0139, 0x0147, 2, 1 }, { 0x014A, 0x0176, 2, 1 },
	{ 0x0178, 0x0178, 1, -121 }, { 0x0179, 0x017D, 2, 1 }, { 0x0181, 0x0181, 1, 210 },
	{ 0x0182, 0x0184, 2, 1 }, { 0x0186, 0x0186, 1, 206 }, { 0x0187, 0x0187, 1, 1 },
	{ 0x0189, 0x018A, 1, 205 }, { 0x018B, 0x018B, 1, 1 }, { 0x018E, 0x018E, 1, 79 },
	{ 0x018F, 0x018F, 1, 202 }, { 0x0190, 0x0190, 1, 203 }, { 0x0191, 0x0191, 1, 1 },
	{ 0x0193, 0x0193, 1, 205 }, { 0x0194, 0x0194, 1, 207 }, { 0x0196, 0x0196, 1, 211 },
	{ 0x0197, 0x0197, 1, 209 }, { 0x0198, 0x0198, 1, 1 }, { 0x019C, 0x019C, 1, 211 },
	{ 0x019D, 0x019D, 1, 213 }, { 0x019F, 0x019F, 1, 214 }, { 0x01A0, 0x01A4, 2, 1 },
	{ 0x01A6, 0x01A6, 1, 218 }, { 0x01A7, 0x01A7, 1, 1 }, { 0x01A9, 0x01A9, 1, 218 },
	{ 0x01AC, 0x01AC, 1, 1 }, { 0x01AE, 0x01AE, 1, 218 }, { 0x01AF, 0x01AF, 1, 1 },
	{ 0x01B1, 0x01B2, 1, 217 }, { 0x01B3, 0x01B5, 2, 1 }, { 0x01B7, 0x01B7, 1, 219 },
	{ 0x01B8, 0x01B8, 1, 1 }, { 0x01BC, 0x01BC, 1, 1 }, { 0x01C4, 0x01C4, 1, 2 },
	{ 0x01C5, 0x01C5, 1, 1 }, { 0x01C7, 0x01C7, 1, 2 }, { 0x01C8, 0x01C8, 1, 1 },
	{ 0x01CA, 0x01CA, 1, 2 }, { 0x01CB, 0x01DB, 2, 1 }, { 0x01DE, 0x01EE, 2, 1 },
	{ 0x01F1, 0x01F1, 1, 2 }, { 0x01F2, 0x01F4, 2, 1 }, { 0x01F6, 0x01F6, 1, -97 },
	{ 0x01F7, 0x01F7, 1, -56 }, { 0x01F8, 0x021E, 2, 1 }, { 0x0220, 0x0220, 1, -130 },
	{ 0x0222, 0x0232, 2, 1 }, { 0x023A, 0x023A, 1, 10795 }, { 0x023B, 0x023B, 1, 1 },
	{ 0x023D, 0x023D, 1, -163 }, { 0x023E, 0x023E, 1, 10792 }, { 0x0241, 0x0241, 1, 1 },
	{ 0x0243, 0x0243, 1, -195 }, { 0x0244, 0x0244, 1, 69 }, { 0x0245, 0x0245, 1, 71 },
	{ 0x0246, 0x024E, 2, 1 }, { 0x0370, 0x0372, 2, 1 }, { 0x0376, 0x0376, 1, 1 },
	{ 0x037F, 0x037F, 1, 116 }, { 0x0386, 0x0386, 1, 38 }, { 0x0388, 0x038A, 1, 37 },
	{ 0x038C, 0x038C, 1, 64 }, { 0x038E, 0x038F, 1, 63 }, { 0x0391, 0x03A1, 1, 32 },
	{ 0x03A3, 0x03AB, 1, 32 }, { 0x03CF, 0x03CF, 1, 8 }, { 0x03D8, 0x03EE, 2, 1 },
	{ 0x03F4, 0x03F4, 1, -60 }, { 0x03F7, 0x03F7, 1, 1 }, { 0x03F9, 0x03F9, 1, -7 },
	{ 0x03FA, 0x03FA, 1, 1 }, { 0x03FD, 0x03FF, 1, -130 }, { 0x0400, 0x040F, 1, 80 },
	{ 0x0410, 0x042F, 1, 32 }, { 0x0460, 0x0480, 2, 1 }, { 0x048A, 0x04BE, 2, 1 },
	{ 0x04C0, 0x04C0, 1, 15 }, { 0x04C1, 0x04CD, 2, 1 }, { 0x04D0, 0x052E, 2, 1 },
	{ 0x0531, 0x0556, 1, 48 }, { 0x10A0, 0x10C5, 1, 7264 }, { 0x10C7, 0x10C7, 1, 7264 },
	{ 0x10CD, 0x10CD, 1, 7264 }, { 0x13A0, 0x13EF, 1, -26672 }, { 0x13F0, 0x13F5, 1, 8 },
	{ 0x1C90, 0x1CBA, 1, -3008 }, { 0x1CBD, 0x1CBF, 1, -3008 }, { 0x1E00, 0x1E94, 2, 1 },
	{ 0x1E9E, 0x1E9E, 1, -7615 }, { 0x1EA0, 0x1EFE, 2, 1 }, { 0x1F08, 0x1F0F, 1, -8 },
	{ 0x1F18, 0x1F1D, 1, -8 }, { 0x1F28, 0x1F2F, 1, -8 }, { 0x1F38, 0x1F3F, 1, -8 },
	{ 0x1F48, 0x1F4D, 1, -8 }, { 0x1F59, 0x1F5F, 2, -8 }, { 0x1F68, 0x1F6F, 1, -8 },
	{ 0x1F88, 0x1F8F, 1, -8 }, { 0x1F98, 0x1F9F, 1, -8 }, { 0x1FA8, 0x1FAF, 1, -8 },
	{ 0x1FB8, 0x1FB9, 1, -8 }, { 0x1FBA, 0x1FBB, 1, -74 }, { 0x1FBC, 0x1FBC, 1, -9 },
	{ 0x1FC8, 0x1FCB, 1, -86 }, { 0x1FCC, 0x1FCC, 1, -9 }, { 0x1FD8, 0x1FD9, 1, -8 },
	{ 0x1FDA, 0x1FDB, 1, -100 }, { 0x1FE8, 0x1FE9, 1, -8 }, { 0x1FEA, 0x1FEB, 1, -112 },
	{ 0x1FEC, 0x1FEC, 1, -7 }, { 0x1FF8, 0x1FF9, 1, -128 }, { 0x1FFA, 0x1FFB, 1, -126 },
	{ 0x1FFC, 0x1FFC, 1, -9 }, { 0x2C00, 0x2C2F, 1, 48 }, { 0xA640, 0xA66C, 2, 1 },
	{ 0xA680, 0xA69A, 2, 1 }, { 0xA722, 0xA72E, 2, 1 }, { 0xA732, 0xA76E, 2, 1 },
	{ 0xA779, 0xA77B, 2, 1 }, { 0xA77D, 0xA77D, 1, 30204 }, { 0xA77E, 0xA786, 2, 1 },
	{ 0xA78B, 0xA78B, 1, 1 }, { 0xA78D, 0xA78D, 1, 23256 }, { 0xA790, 0xA792, 2, 1 },
	{ 0xA796, 0xA7A8, 2, 1 }, { 0xA7AA, 0xA7AA, 1, 23228 }, { 0xA7AB, 0xA7AB, 1, 23217 },
	{ 0xA7AC, 0xA7AC, 1, 23221 }, { 0xA7AD, 0xA7AD, 1, 23231 }, { 0xA7AE, 0xA7AE, 1, 23228 },
	{ 0xA7B0, 0xA7B0, 1, 23278 }, { 0xA7B1, 0xA7B1, 1, 23254 }, { 0xA7B2, 0xA7B2, 1, 23275 },
	{ 0xA7B3, 0xA7B3, 1, 928 }, { 0xA7B4, 0xA7C2, 2, 1 }, { 0xA7C4, 0xA7C4, 1, -48 },
	{ 0xA7C5, 0xA7C5, 1, 23229 }, { 0xA7C6, 0xA7C6, 1, 30152 }, { 0xA7C7, 0xA7C9, 2, 1 },
	{ 0xFF21, 0xFF3A, 1, 32 },
};

/* Returns the run of upper[] that holds `cp`, or -1. */
static int find_upper(uint32_t cp) {
	int low = 0, high = (int)(sizeof upper / sizeof *upper) - 1;
	while (low <= high) {
		int mid = (low + high) / 2;
		if (cp < upper[mid].first)
			high = mid - 1;
		else if (cp > upper[mid].last)
			low = mid + 1;
		else
			return (cp - upper[mid].first) % upper[mid].stride == 0 ? mid : -1;
	}
	return -1;
}

typedef struct {
	uint32_t first, last;
	ww_char_class is;
} range;

/* Sorted; what lies between is a letter without case.  Blocks of Unicode 14. */
static const range ranges[] = {
	{ 0x0080, 0x00A9, WW_CH_OTHER },    /* C1 controls, Latin-1 signs */
	{ 0x00AB, 0x00B4, WW_CH_OTHER },
	{ 0x00B5, 0x00B5, WW_CH_LOWER },
	{ 0x00B6, 0x00B9, WW_CH_OTHER },
	{ 0x00BB, 0x00BF, WW_CH_OTHER },
	{ 0x00D7, 0x00D7, WW_CH_OTHER },
	{ 0x00DF, 0x00F6, WW_CH_LOWER },
	{ 0x00F7, 0x00F7, WW_CH_OTHER },
	{ 0x00F8, 0x02AF, WW_CH_LOWER },    /* Latin Extended, IPA */
	{ 0x02C2, 0x02DF, WW_CH_OTHER },
	{ 0x0300, 0x036F, WW_CH_MARK },     /* combining diacritical marks */
	{ 0x037E, 0x037E, WW_CH_OTHER },
	{ 0x0384, 0x0385, WW_CH_OTHER },
	{ 0x0387, 0x0387, WW_CH_OTHER },
	{ 0x0390, 0x03FF, WW_CH_LOWER },    /* Greek */
	{ 0x0430, 0x0481, WW_CH_LOWER },    /* Cyrillic */
	{ 0x0482, 0x0482, WW_CH_OTHER },
	{ 0x0483, 0x0489, WW_CH_MARK },
	{ 0x048A, 0x052F, WW_CH_LOWER },
	{ 0x055A, 0x055F, WW_CH_OTHER },
	{ 0x0560, 0x0588, WW_CH_LOWER },    /* Armenian */
	{ 0x0591, 0x05BD, WW_CH_MARK },     /* Hebrew points */
	{ 0x0600, 0x061F, WW_CH_OTHER },    /* Arabic signs and bidi mark */
	{ 0x064B, 0x065F, WW_CH_MARK },
	{ 0x066A, 0x066D, WW_CH_OTHER },
	{ 0x0964, 0x0965, WW_CH_OTHER },    /* danda */
	{ 0x1AB0, 0x1AFF, WW_CH_MARK },
	{ 0x1D00, 0x1DBF, WW_CH_LOWER },    /* phonetic extensions */
	{ 0x1DC0, 0x1DFF, WW_CH_MARK },
	{ 0x1E00, 0x1FBC, WW_CH_LOWER },    /* Latin Extended Additional, Greek Extended */
	{ 0x1FBD, 0x1FC1, WW_CH_OTHER },
	{ 0x1FC2, 0x1FFF, WW_CH_LOWER },
	{ 0x2000, 0x2BFF, WW_CH_OTHER },    /* punctuation, symbols, arrows, boxes */
	{ 0x2E00, 0x2FFF, WW_CH_OTHER },
	{ 0x3000, 0x3004, WW_CH_OTHER },    /* ideographic punctuation */
	{ 0x3007, 0x3020, WW_CH_OTHER },
	{ 0xA640, 0xA7FF, WW_CH_LOWER },    /* Cyrillic and Latin Extended-B to -D */
	{ 0xD800, 0xF8FF, WW_CH_OTHER },    /* surrogates, private use */
	{ 0xFB00, 0xFB06, WW_CH_LOWER },    /* ligatures */
	{ 0xFE00, 0xFE0F, WW_CH_MARK },     /* variation selectors */
	{ 0xFE10, 0xFE1F, WW_CH_OTHER },
	{ 0xFE20, 0xFE2F, WW_CH_MARK },
	{ 0xFE30, 0xFE6F, WW_CH_OTHER },
	{ 0xFEFF, 0xFF20, WW_CH_OTHER },    /* byte order mark, full-width signs */
	{ 0xFF3B, 0xFF40, WW_CH_OTHER },
	{ 0xFF41, 0xFF5A, WW_CH_LOWER },
	{ 0xFF5B, 0xFF65, WW_CH_OTHER },
	{ 0xFFE0, 0xFFFF, WW_CH_OTHER },
	{ 0x1F000, 0x1FAFF, WW_CH_OTHER },  /* emoji and pictographs */
	{ 0xE0000, 0x10FFFF, WW_CH_OTHER },
};

ww_char_class ww_char_classify(uint32_t cp) {
	if (cp < 0x80) {
		if (cp >= 'a' && cp <= 'z')
			return WW_CH_LOWER;
		return cp >= 'A' && cp <= 'Z' ? WW_CH_UPPER : WW_CH_OTHER;
	}
	if (find_upper(cp) >= 0)
		return WW_CH_UPPER;
	int low = 0, high = (int)(sizeof ranges / sizeof *ranges) - 1;
	while (low <= high) {
		int mid = (low + high) / 2;
		if (cp < ranges[mid].first)
			high = mid - 1;
		else if (cp > ranges[mid].last)
			low = mid + 1;
		else
			return ranges[mid].is;
	}
	return WW_CH_UNCASED;
}

uint32_t ww_char_lower(uint32_t cp) {
	if (cp < 0x80)
		return cp >= 'A' && cp <= 'Z' ? cp + 32 : cp;
	int i = find_upper(cp);
	if (i < 0)
		return cp;
	/* Deltas wrap at 16 bits, as in U+A77D -> U+1D79. */
	return (uint16_t)((int32_t)cp + upper[i].delta);
}
