/* utf8.h: decoding, and which characters are letters. */
#ifndef WW_UTF8_H
#define WW_UTF8_H

#include <stddef.h>
#include <stdint.h>

/* What a character is to a tokenizer. */
typedef enum {
	WW_CH_OTHER,   /* punctuation, symbols, blanks, invalid bytes */
	WW_CH_UNCASED, /* a letter of a script without case */
	WW_CH_LOWER,
	WW_CH_UPPER,
	WW_CH_MARK /* a combining mark: continues a word, has no case (NFD text) */
} ww_char_class;

/* Decodes the character at p < end and stores its length in bytes in *len.  An
 * invalid sequence is one byte long and decodes to 0xFFFD. */
uint32_t ww_utf8_decode(const char *p, const char *end, size_t *len);

/* Returns what a code point is. */
ww_char_class ww_char_classify(uint32_t cp);

/* Returns the lower-case form of a code point, by Unicode's simple mapping for
 * the scripts of ww_char_classify(). */
uint32_t ww_char_lower(uint32_t cp);

#endif
