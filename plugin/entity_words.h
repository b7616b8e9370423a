/* entity_words.h: the words in and around a name, which the readers of both share.
 *
 * Tokens are finer than words here: "Kwok-shing" is three tokens and one word.  A stretch is the
 * tokens of a word, read on or back from one of its ends. */
#ifndef WW_ENTITY_WORDS_H
#define WW_ENTITY_WORDS_H

#include "entity_name.h"
#include "utf8.h"

/* Questions that both ask of a token. */
static inline bool ww_entity_is_text(const ww_token *t) {
	return t->type != WW_TOK_PUNCT;
}

static inline bool ww_entity_is_sign(const ww_token *t, uint32_t sign) {
	return t->type == WW_TOK_PUNCT && t->hash == sign;
}

static inline bool ww_entity_is_capital(const ww_token *t) {
	return t->shape == WW_SHAPE_CAPITAL || t->shape == WW_SHAPE_UPPER ||
	       t->shape == WW_SHAPE_MIXED;
}

static inline bool ww_entity_is_hyphen(const ww_entity_block *b, const ww_token *t) {
	size_t len;
	return t->type == WW_TOK_PUNCT &&
	       ww_char_classify(ww_utf8_decode(b->text + t->start, b->text + t->end, &len)) ==
	           WW_CH_HYPHEN;
}

/* Tokens [first, end), read as one word. */
typedef struct {
	uint32_t first, end;
} ww_entity_stretch;

static inline uint32_t ww_entity_hash(const ww_entity_block *b, ww_entity_stretch s) {
	const ww_token *t = b->tokens->at;
	return ww_gazetteer_hash(b->text + t[s.first].start, t[s.end - 1].end - t[s.first].start);
}

/* Reads the word that ends with token i, back over its hyphens. */
static inline ww_entity_stretch ww_entity_read_back(const ww_entity_block *b, uint32_t i) {
	const ww_token *t = b->tokens->at;
	ww_entity_stretch s = { i, i + 1 };
	while (s.first >= 2 && t[s.first].gap == WW_GAP_NONE && t[s.first - 1].gap == WW_GAP_NONE &&
	       ww_entity_is_hyphen(b, &t[s.first - 1]) && ww_entity_is_text(&t[s.first - 2]))
		s.first -= 2;
	return s;
}

/* Reads the word that begins at token i, "Kwok-shing" as one; with `dots` "U.S." too.
 * Ends before token `end`. */
static inline ww_entity_stretch ww_entity_read_on(const ww_entity_block *b, uint32_t i,
                                                  uint32_t end, bool dots) {
	const ww_token *t = b->tokens->at;
	ww_entity_stretch s = { i, i + 1 };
	while (s.end + 1 < end && t[s.end].gap == WW_GAP_NONE && t[s.end + 1].gap == WW_GAP_NONE &&
	       ww_entity_is_text(&t[s.end + 1])) {
		if (!ww_entity_is_hyphen(b, &t[s.end]) && !ww_entity_is_sign(&t[s.end], WW_HASH_1('&')) &&
		    !(dots && ww_entity_is_sign(&t[s.end], WW_HASH_1('.'))))
			break;
		s.end += 2;
	}
	return s;
}

/* Reads what stands before token `first` and from token `end` on: of a person. */
void ww_entity_beside_read(const ww_gazetteer_more *more, const ww_entity_block *b, uint32_t first,
                           uint32_t end, ww_entity_name *name);

/* Reads whether words before tokens [first, end) say that they are a second name. */
ww_alias ww_entity_alias_read(const ww_entity_block *b, uint32_t first, uint32_t end);

#endif
