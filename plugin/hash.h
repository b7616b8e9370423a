/* hash.h: the one hash of words, FNV-1a of 32 bits (Fowler, Noll, Vo 1991).
 *
 * It takes byte after byte, so that the reader of words has it ready when it
 * comes to a word's end. */
#ifndef WW_HASH_H
#define WW_HASH_H

#include <stddef.h>
#include <stdint.h>

#define WW_HASH_START 2166136261u
#define WW_HASH_ADD(hash, byte) (((hash) ^ (uint8_t)(byte)) * 16777619u)

/* Words that are known when the program is compiled, a letter an argument. */
#define WW_HASH_1(a) WW_HASH_ADD(WW_HASH_START, a)
#define WW_HASH_2(a, b) WW_HASH_ADD(WW_HASH_1(a), b)
#define WW_HASH_3(a, b, c) WW_HASH_ADD(WW_HASH_2(a, b), c)
#define WW_HASH_4(a, b, c, d) WW_HASH_ADD(WW_HASH_3(a, b, c), d)
#define WW_HASH_5(a, b, c, d, e) WW_HASH_ADD(WW_HASH_4(a, b, c, d), e)

/* Adds a character: its code point's bytes, the lowest first, without those
 * above its highest bit.  Of ASCII that is the byte itself. */
static inline uint32_t ww_hash_char(uint32_t hash, uint32_t cp) {
	do
		hash = WW_HASH_ADD(hash, cp);
	while (cp >>= 8);
	return hash;
}

/* Adds bytes as they are. */
static inline uint32_t ww_hash_bytes(uint32_t hash, const char *bytes, size_t len) {
	for (size_t i = 0; i < len; i++)
		hash = WW_HASH_ADD(hash, bytes[i]);
	return hash;
}

#endif
