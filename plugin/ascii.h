/* ascii.h: letters, figures and blanks among the bytes below 0x80.
 *
 * For what is ASCII by its nature: figures, field names, patterns.  Words of a
 * text are read by token.h, which knows the rest of Unicode (utf8.h). */
#ifndef WW_ASCII_H
#define WW_ASCII_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

static inline bool ww_ascii_is_upper(char c) {
	return c >= 'A' && c <= 'Z';
}

static inline bool ww_ascii_is_lower(char c) {
	return c >= 'a' && c <= 'z';
}

static inline bool ww_ascii_is_digit(char c) {
	return c >= '0' && c <= '9';
}

/* The lower case of a letter; any other byte as it is. */
static inline char ww_ascii_lower(char c) {
	return ww_ascii_is_upper(c) ? (char)(c | 0x20) : c;
}

static inline bool ww_ascii_is_letter(char c) {
	return ww_ascii_is_lower(ww_ascii_lower(c));
}

/* Whether a byte is one of a set's, which have few: that is sooner told than strchr() is called.
 * NUL ends the set and is in none: a text may hold any bytes. */
static inline bool ww_ascii_is_one_of(char c, const char *set) {
	while (*set && *set != c)
		set++;
	return *set;
}

/* Whether the first of eight bytes in memory is the lowest of the number that they are read as;
 * compilers know the answer. */
static inline bool ww_is_little_endian(void) {
	const uint16_t one = 1;
	uint8_t first;
	memcpy(&first, &one, 1);
	return first == 1;
}

/* How many bytes text[0, len) begins with that are ASCII.  Eight are asked at a time: a text in
 * English has few others. */
static inline size_t ww_ascii_length(const char *text, size_t len) {
	size_t n = 0;
	for (uint64_t eight; len - n >= sizeof eight; n += sizeof eight) {
		memcpy(&eight, text + n, sizeof eight);
		if (eight & UINT64_C(0x8080808080808080))
			break;
	}
	while (n < len && (uint8_t)text[n] < 0x80)
		n++;
	return n;
}

/* A blank inside of a line. */
static inline bool ww_ascii_is_blank(char c) {
	return c == ' ' || c == '\t' || c == '\r' || c == '\v';
}

#endif
