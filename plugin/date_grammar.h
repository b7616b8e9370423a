/* date_grammar.h: finds time expressions. */
#ifndef WW_DATE_GRAMMAR_H
#define WW_DATE_GRAMMAR_H

#include "date_forms.h"
#include "token.h"

/* A mention inside its block. */
typedef struct {
	uint32_t start, end; /* bytes from the block's start */
	uint8_t kind, flags;
	uint16_t form;
	uint16_t back;         /* of a time: how far before `start` its form begins to match */
	uint16_t end_of_range; /* 0: the whole match; 1, 2: the part m1, m2 of it */
} ww_mark;

typedef struct {
	ww_mark *at;
	uint32_t n, cap;
} ww_marks;

/* The compiled forms and the lexicon.  Scanning and matching use scratch
 * inside, so a grammar serves one thread at a time. */
typedef struct ww_grammar ww_grammar;

/* Errors: WW_E_NOMEM, WW_E_PATTERN.  `mem` is copied. */
int ww_grammar_new(const ww_mem *mem, ww_grammar **out);
void ww_grammar_free(ww_grammar *grammar);

const ww_lexicon *ww_grammar_lexicon(const ww_grammar *grammar);

/* Appends the time expressions of a block to *marks, in ascending order and
 * without overlaps.  `tokens` are those of text[0, len).  Errors: WW_E_NOMEM;
 * what was appended before stays. */
int ww_date_scan(ww_grammar *grammar, const char *text, size_t len, const ww_tokens *tokens,
                 ww_marks *marks);

/* Returns a form's name; static storage. */
const char *ww_date_form_name(uint16_t form);

/* A named part of a time expression; `text` is NULL when it is not there. */
typedef struct {
	const char *text;
	size_t len;
} ww_piece;

/* Matches the form of a mark of this block again, so that its parts can be
 * asked for until the next scan or match.  Errors: WW_E_NOMEM; WW_E_PATTERN
 * when the mark is not of this text. */
int ww_date_match(ww_grammar *grammar, const char *text, size_t len, const ww_mark *mark);

/* Returns a part of the match by its name.  Of a range's end its own parts come
 * before those of the other end. */
ww_piece ww_date_part(const ww_grammar *grammar, const char *name);

#endif
