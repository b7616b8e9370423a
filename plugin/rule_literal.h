/* rule_literal.h: what a text must hold for a pattern to match in it. */
#ifndef WW_RULE_LITERAL_H
#define WW_RULE_LITERAL_H

#include "ascii.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { WW_LITERALS = 16, WW_LITERAL_TRIPLES = 3 };

/* Every match of a pattern lies in a text that holds one of these literals, each
 * known by its first, middle and last three characters in a row, by ww_triple().
 * None: nothing is known. */
typedef struct {
	uint16_t at[WW_LITERALS][WW_LITERAL_TRIPLES];
	uint8_t n;
	uint8_t len; /* of the shortest literal */
} ww_literals;

/* The bits of a hash of three bytes in a row, letters of ASCII in lower case. */
enum { WW_TRIPLE_BITS = 14 };

static inline uint16_t ww_triple(char a, char b, char c) {
	uint32_t x = (uint8_t)ww_ascii_lower(a) | (uint32_t)(uint8_t)ww_ascii_lower(b) << 8 |
	             (uint32_t)(uint8_t)ww_ascii_lower(c) << 16;
	return (uint16_t)(x * 0x9E3779B1u >> (32 - WW_TRIPLE_BITS));
}

/* Reads a pattern that PCRE2 has compiled with PCRE2_UTF and PCRE2_UCP. */
ww_literals ww_pattern_literals(const char *pattern, size_t len);

/* Which triples a text holds. */
typedef struct {
	uint64_t bit[1 << (WW_TRIPLE_BITS - 6)];
} ww_triples;

void ww_triples_read(ww_triples *triples, const char *text, size_t len);

static inline bool ww_triples_hold(const ww_triples *triples, uint16_t t) {
	return triples->bit[t / 64] >> t % 64 & 1;
}

/* Whether a pattern of these literals can match in the text. */
static inline bool ww_triples_allow(const ww_triples *triples, const ww_literals *literals) {
	for (uint8_t i = 0; i < literals->n; i++) {
		const uint16_t *t = literals->at[i];
		if (ww_triples_hold(triples, t[2]) && ww_triples_hold(triples, t[1]) &&
		    ww_triples_hold(triples, t[0]))
			return true;
	}
	return !literals->n;
}

#endif
