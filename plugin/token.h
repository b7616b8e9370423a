/* token.h: one pass over the bytes of a block. */
#ifndef WW_TOKEN_H
#define WW_TOKEN_H

#include "lexicon.h"
#include "memory.h"

typedef enum {
	WW_TOK_WORD,   /* letters, with apostrophes inside: "O'Brien", "don't"; never a final 's */
	WW_TOK_NUMBER, /* decimal digits */
	WW_TOK_PUNCT   /* one other character, or one invalid byte */
} ww_token_type;

typedef enum {
	WW_SHAPE_NONE,    /* no cased letter */
	WW_SHAPE_LOWER,   /* word */
	WW_SHAPE_CAPITAL, /* Word */
	WW_SHAPE_UPPER,   /* WORD, W */
	WW_SHAPE_MIXED    /* McNeil, iPhone */
} ww_token_shape;

/* What stands before a token. */
typedef enum {
	WW_GAP_NONE,  /* nothing: it touches the one before */
	WW_GAP_BLANK, /* blanks */
	WW_GAP_LINE   /* a line end among them, or the block's start */
} ww_token_gap;

/* Bytes [start, end) of the block.  `hash` is that of the lower-cased characters of
 * a word, without such as are not seen (soft hyphens …), of the digits of a number,
 * of a sign's ww_char_plain(); from WW_HASH_START.  `role` is what the lexicon says of a
 * word, and `apostrophe` whether there is one in it. */
typedef struct {
	uint32_t start, end;
	uint32_t hash;
	uint8_t type : 7, apostrophe : 1;
	uint8_t shape, gap, role;
} ww_token;

typedef struct {
	ww_token *at;
	uint32_t n, cap;
} ww_tokens;

/* Appends the tokens of text[0, len), len <= WW_TEXT_MAX; false when there is no memory, and
 * then the list is as it was.  Any bytes are allowed. */
bool ww_tokens_add(ww_tokens *tokens, const ww_mem *mem, const ww_lexicon *lexicon,
                   const char *text, size_t len);

/* The same in the place of the tokens that are there. */
bool ww_tokenize(ww_tokens *tokens, const ww_mem *mem, const ww_lexicon *lexicon, const char *text,
                 size_t len);

/* Reads the first token of text[from, end) into *t, without its role; false when there
 * is none.  For what is read without a lexicon and is not worth a list: names, a clause. */
bool ww_token_next(ww_token *t, const char *text, size_t from, size_t end);

void ww_tokens_free(ww_tokens *tokens, const ww_mem *mem);

#endif
