/* utf8.h: decoding, and what a character is to the reader of words. */
#ifndef WW_UTF8_H
#define WW_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The classes of characters; from WW_CH_UNCASED on they are parts of words. */
typedef enum {
	WW_CH_OTHER,   /* punctuation, symbols, controls, what is not assigned, invalid bytes */
	WW_CH_LINE,    /* ends a line */
	WW_CH_BLANK,   /* all other blanks, those that do not break among them */
	WW_CH_NOTHING, /* is not seen: soft hyphen, zero-width blanks and joiners, marks of direction */
	WW_CH_HYPHEN,  /* - and its like, inside of words */
	WW_CH_DASH,    /* between words */
	WW_CH_QUOTE,   /* quotation marks of any kind, apostrophes */
	WW_CH_UNCASED, /* a letter or figure of a script without case */
	WW_CH_LOWER,
	WW_CH_UPPER, /* and title case */
	WW_CH_MARK   /* a combining mark: continues a word, has no case (NFD text) */
} ww_char_class;

/* Decodes the character at p < end and stores its length in bytes in *len.  An
 * invalid sequence is one byte long and decodes to 0xFFFD. */
uint32_t ww_utf8_decode(const char *p, const char *end, size_t *len);

/* Decodes the character that ends at p > start, and stores its length. */
uint32_t ww_utf8_before(const char *start, const char *p, size_t *len);

/* Returns the number of characters of [p, end). */
size_t ww_utf8_length(const char *p, const char *end);

/* Returns what a code point is. */
ww_char_class ww_char_classify(uint32_t cp);

/* Returns the lower-case form of a code point, by Unicode's simple mapping: that
 * of one character by one.  U+0130 becomes i. */
uint32_t ww_char_lower(uint32_t cp);

/* Returns a Latin letter without its marks, "s" of "š" and "o" of "ø"; other characters as they
 * are. */
uint32_t ww_char_base(uint32_t cp);

/* Returns the ASCII character that means the same where punctuation is read, and
 * `cp` where there is none: '-' for hyphens and dashes, '\'' for single quotation
 * marks, '"' for others. */
uint32_t ww_char_plain(uint32_t cp);

static inline bool ww_char_is_word(ww_char_class is) {
	return is >= WW_CH_UNCASED;
}

/* The generated tables (train/utf8_make.pl).  A row is what is told of a character;
 * those below WW_CHAR_PAGED lie in pages of 64, the rest in runs from `first` to
 * the next. */
enum { WW_CHAR_PAGED = 0x20000, WW_CHAR_PAGE = 64 };

typedef struct {
	int32_t lower; /* add this to get the lower case */
	uint8_t is;    /* a ww_char_class */
} ww_char_row;

typedef struct {
	uint32_t first;
	uint8_t row;
} ww_char_run;

extern const ww_char_row ww_char_rows[];
extern const uint16_t ww_char_index[WW_CHAR_PAGED / WW_CHAR_PAGE];
extern const uint8_t ww_char_pages[][WW_CHAR_PAGE];
extern const ww_char_run ww_char_runs[];
extern const unsigned ww_n_char_runs;

/* Letters without marks, from U+00C0 and U+1E00 on; "." for anything else. */
enum { WW_LATIN = 0xC0, WW_LATIN_END = 0x250, WW_LATIN_MORE = 0x1E00, WW_LATIN_MORE_END = 0x1F00 };
extern const char ww_latin_bases[], ww_latin_more_bases[];

#endif
