/* text.h: a text with a gap, so that typing in one place moves nothing. */
#ifndef WW_TEXT_H
#define WW_TEXT_H

#include "memory.h"

/* All zero is empty. */
typedef struct {
	char *at;
	uint32_t cap, gap_start, gap_end;
	uint32_t removed, inserted; /* by the last splice */
	char *view; /* what lies around the gap, in one piece */
	uint32_t view_cap;
} ww_text;

void ww_text_free(ww_text *text, const ww_mem *mem);

uint32_t ww_text_len(const ww_text *text);

/* Copies the bytes [start, end) to `out`. */
void ww_text_copy(const ww_text *text, uint32_t start, uint32_t end, char *out);

/* Returns the bytes [start, end) in one piece, valid until the next call or
 * splice; NULL when there is no memory. */
const char *ww_text_view(ww_text *text, const ww_mem *mem, uint32_t start, uint32_t end);

/* Makes room for `more` bytes; false when there is no memory. */
bool ww_text_reserve(ww_text *text, const ww_mem *mem, uint32_t more);

/* Replaces `removed` bytes from `start` by new[0, len), for which room is
 * reserved. */
void ww_text_splice(ww_text *text, uint32_t start, uint32_t removed, const char *new, uint32_t len);

/* Takes the last splice back, and makes it again: what was removed lies behind
 * the gap until the next. */
void ww_text_undo(ww_text *text);
void ww_text_redo(ww_text *text);

/* Returns how many bytes from `pos` on are those of other[0, n), and how many
 * before `pos` are those before other_end. */
uint32_t ww_text_equal_ahead(const ww_text *text, uint32_t pos, const char *other, uint32_t n);
uint32_t ww_text_equal_behind(const ww_text *text, uint32_t pos, const char *other_end,
                              uint32_t n);

#endif
