/* gap.h: a few items at ascending positions of a text that is edited in the middle; row.h is for
 * many.
 *
 * A gap divides the items.  Those before it keep their position from the
 * text's start, those after it from the text's end, so that an edit at the
 * gap moves neither. */
#ifndef WW_GAP_H
#define WW_GAP_H

#include "memory.h"

/* The first member of an item is its uint32_t position, which only these
 * functions read and write while the item lies after the gap. */
typedef struct {
	char *at;
	uint32_t cap, left, right; /* room, items before the gap, items after it */
	uint32_t size;             /* of one item in bytes */
} ww_gap;

void ww_gap_init(ww_gap *gap, size_t item_size);
void ww_gap_free(ww_gap *gap, const ww_mem *mem);

/* The number of items. */
uint32_t ww_gap_count(const ww_gap *gap);

/* Returns the item number i < ww_gap_count(). */
void *ww_gap_item(const ww_gap *gap, uint32_t i);

/* Returns the position of item i in a text of `len` bytes; `len` itself when i
 * is ww_gap_count(). */
uint32_t ww_gap_position(const ww_gap *gap, uint32_t i, uint32_t len);

/* Returns the last item that stands at or before `pos`; 0 when none does. */
uint32_t ww_gap_find(const ww_gap *gap, uint32_t pos, uint32_t len);

/* The same among the items before the gap alone: during an edit those after it may
 * already stand at `pos` too. */
uint32_t ww_gap_find_left(const ww_gap *gap, uint32_t pos);

/* Makes room for `more` items; false when there is no memory. */
bool ww_gap_reserve(ww_gap *gap, const ww_mem *mem, size_t more);

/* Moves the gap to before item i. */
void ww_gap_move(ww_gap *gap, uint32_t i, uint32_t len);

/* Drops the last `n` items before the gap. */
void ww_gap_drop(ww_gap *gap, uint32_t n);

/* Adds an item before the gap, for which room is reserved; it is a copy. */
void ww_gap_push(ww_gap *gap, const void *item);

#endif
