/* date_start.h: where a form can match, told by its first two tokens. */
#ifndef WW_DATE_START_H
#define WW_DATE_START_H

#include "date_forms.h"
#include "token.h"

/* Returns the number of a token's letter in ww_role_letters: its role or a ww_sign;
 * -1 for none. */
static inline int ww_sign_of(const char *text, const ww_token *t) {
	if (t->type == WW_TOK_WORD)
		return t->role ? t->role : -1;
	if (t->type == WW_TOK_NUMBER)
		return t->end - t->start > 2 ? (int)WW_SIGN_FIGURES : (int)WW_ROLE_NONE;
	switch (text[t->start]) {
	case ':': return WW_SIGN_COLON;
	case '-': return WW_SIGN_HYPHEN;
	case '.': return WW_SIGN_DOT;
	case '/': return WW_SIGN_SLASH;
	case '\'': return WW_SIGN_QUOTE;
	case '\xE2': return t->end - t->start == 3 && text[t->start + 1] == '\x80' &&
		                       text[t->start + 2] <= '\x95'
		                   ? WW_SIGN_HYPHEN
		                   : WW_SIGN_QUOTE;
	default: return -1;
	}
}

/* What the second token can be, if nothing that ww_sign_of() knows. */
typedef enum {
	WW_NEXT_WORD = WW_N_SIGNS, /* without a role */
	WW_NEXT_TOUCHING_WORD,     /* with or without: "5pm", "1990s" */
	WW_NEXT_TOUCHING_NUMBER,   /* "Q3" */
	WW_NEXT_COMMA,
	WW_NEXT_OTHER,
	WW_NEXT_END, /* of the block */
	WW_N_NEXT
} ww_next;

/* Returns what token i is as a second one: one of the above or ww_sign_of(). */
static inline int ww_next_of(const char *text, const ww_tokens *tokens, uint32_t i) {
	const ww_token *t = &tokens->at[i];
	if (i == tokens->n)
		return WW_NEXT_END;
	if (t->gap == WW_GAP_NONE && t->type != WW_TOK_PUNCT)
		return t->type == WW_TOK_WORD ? WW_NEXT_TOUCHING_WORD : WW_NEXT_TOUCHING_NUMBER;
	int sign = ww_sign_of(text, t);
	if (sign >= 0)
		return sign;
	if (t->type == WW_TOK_WORD)
		return WW_NEXT_WORD;
	return text[t->start] == ',' ? WW_NEXT_COMMA : WW_NEXT_OTHER;
}

/* A form that can start with `sign`, and what can follow: bits of ww_next and
 * ww_sign_of(). */
typedef struct {
	uint8_t form, sign;
	uint64_t next;
} ww_form_start;

/* The forms that a word of the lexicon can be the first or, behind a gap, the second
 * token of, as bits. */
enum { WW_FORM_BITS = 4 };
typedef struct {
	uint64_t first[WW_FORM_BITS], second[WW_FORM_BITS];
} ww_word_forms;

/* By the number of the word in ww_lexicon_words(). */
extern const ww_word_forms ww_forms_of_words[];

/* By head, sign and form; `make date-starts` works them out of the patterns. */
extern const ww_form_start ww_form_starts[];
extern const unsigned ww_n_form_starts;

/* The ww_forms_hash() of the forms that the table was made of. */
extern const uint32_t ww_form_starts_of;

#endif
