/* text.h: a text in pieces, so that an edit anywhere moves little. */
#ifndef WW_TEXT_H
#define WW_TEXT_H

#include "gap.h"

/* Bytes of the text.  Those that were borrowed belong to whoever lent them, and `cap` is 0. */
typedef struct {
	uint32_t start; /* see gap.h */
	uint32_t len, cap;
	char *at;
} ww_text_piece;

/* The pieces before the gap of `pieces` come first, then a buffer with a gap of its own
 * where the text was edited last, then the pieces behind.  All zero but for
 * ww_text_init() is empty. */
typedef struct {
	ww_gap pieces;
	char *at;
	uint32_t cap, gap_start, gap_end; /* the buffer */
	uint32_t from, len;               /* where the buffer's text begins; of all the text */
	/* The last splice: what it took from the buffer and put there, and so of pieces. */
	uint32_t removed, inserted, skipped, skipped_len, pushed, pushed_len;
	bool undone;
	char *view; /* what lies in several pieces, in one */
	uint32_t view_cap;
} ww_text;

void ww_text_init(ww_text *text);
void ww_text_free(ww_text *text, const ww_mem *mem);

static inline uint32_t ww_text_len(const ww_text *text) {
	return text->len;
}

/* Makes bytes[0, len) an empty text's, without a copy: they must stay as they are until
 * ww_text_free().  False when there is no memory. */
bool ww_text_borrow(ww_text *text, const ww_mem *mem, const char *bytes, uint32_t len);

/* Copies the bytes [start, end) to `out`. */
void ww_text_copy(const ww_text *text, uint32_t start, uint32_t end, char *out);

/* Returns the bytes [start, end) in one piece, valid until the next call or
 * splice; NULL when there is no memory. */
const char *ww_text_view(ww_text *text, const ww_mem *mem, uint32_t start, uint32_t end);

/* Replaces `removed` bytes from `start` by new[0, len); false, with nothing changed, when
 * there is no memory.  It moves some 100 KB at most and the new bytes, however long the
 * text is. */
bool ww_text_splice(ww_text *text, const ww_mem *mem, uint32_t start, uint32_t removed,
                    const char *new, uint32_t len);

/* Takes the last splice back, and makes it again: what was removed is kept until the
 * next. */
void ww_text_undo(ww_text *text);
void ww_text_redo(ww_text *text);

/* Returns how many bytes from `pos` on are those of other[0, n), and how many
 * before `pos` are those before other_end. */
uint32_t ww_text_equal_ahead(const ww_text *text, uint32_t pos, const char *other, uint32_t n);
uint32_t ww_text_equal_behind(const ww_text *text, uint32_t pos, const char *other_end,
                              uint32_t n);

#endif
