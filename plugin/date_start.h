/* date_start.h: what the first tokens of a form are, and which forms they allow. */
#ifndef WW_DATE_START_H
#define WW_DATE_START_H

#include "ascii.h"
#include "date_forms.h"
#include "token.h"

/* Forms are chosen by tables, a bit for each sort of token, so that few of all forms are
 * ever tried at a place.  What the maker finds out (make/language_start.c, language_step.c) and
 * what a search asks is the same function of a token, and stands here for that. */

/* Returns what a token is: its role or a ww_sign; -1 for none.  Figures of one or two are told
 * from four and more, since days and hours have no more, and nearly all years no less; three are
 * hardly ever a time. */
static inline int ww_sign_of(const char *text, const ww_token *t) {
	if (t->type == WW_TOK_WORD)
		return t->role ? t->role : -1;
	if (t->type == WW_TOK_NUMBER)
		return t->end - t->start > 2 ? WW_SIGN_HUNDREDS + (t->end - t->start > 3)
		                             : (int)WW_ROLE_NONE;
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

/* Returns what a token is that has no sign: a ww_next. */
static inline int ww_other_of(const char *text, const ww_token *t) {
	if (t->type == WW_TOK_WORD)
		return WW_NEXT_WORD;
	return text[t->start] == ',' ? WW_NEXT_COMMA : WW_NEXT_OTHER;
}

/* Returns what token i is as a second one: a ww_next or ww_sign_of().  Whether it touches the
 * first counts too: "3pm" and "3 pm" are of different forms. */
static inline int ww_next_of(const char *text, const ww_tokens *tokens, uint32_t i) {
	const ww_token *t = &tokens->at[i];
	if (i == tokens->n)
		return WW_NEXT_END;
	if (t->gap == WW_GAP_NONE && t->type != WW_TOK_PUNCT)
		return t->type == WW_TOK_WORD ? WW_NEXT_TOUCHING_WORD : WW_NEXT_TOUCHING_NUMBER;
	int sign = ww_sign_of(text, t);
	return sign >= 0 ? sign : ww_other_of(text, t);
}

/* What is said of a word in which a form may end, "tenth's", "über": nothing.  A pattern sees
 * letters of ASCII alone, and a token may be longer than that. */
enum { WW_LATER_ANY = -1 };

/* Returns what token i is for steps: the same, whatever it touches, or WW_LATER_ANY. */
static inline int ww_later_of(const char *text, const ww_tokens *tokens, uint32_t i) {
	const ww_token *t = &tokens->at[i];
	if (i >= tokens->n)
		return WW_NEXT_END;
	int sign = ww_sign_of(text, t);
	for (uint32_t k = t->start; sign < 0 && t->type == WW_TOK_WORD && k < t->end; k++)
		if (!ww_ascii_is_letter(text[k]))
			return WW_LATER_ANY;
	return sign >= 0 ? sign : ww_other_of(text, t);
}

/* A set of forms, a bit each. */
enum { WW_FORM_BITS = WW_MOST_FORMS / 64 };
typedef struct {
	uint64_t bits[WW_FORM_BITS];
} ww_form_set;

static inline void ww_form_set_add(ww_form_set *set, unsigned form) {
	set->bits[form / 64] |= UINT64_C(1) << form % 64;
}

#endif
