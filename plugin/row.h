/* row.h: what a text is divided into: items at ascending positions, however many there are.
 *
 * A gap divides the items, as in gap.h: those before it keep their position from the text's
 * start, those after it from the text's end, so that an edit at the gap moves neither.  The
 * items lie in pages, and a page's items keep their position from its first, so that
 * moving the gap moves pages, not items: a jump through a gigabyte costs microseconds. */
#ifndef WW_ROW_H
#define WW_ROW_H

#include "memory.h"
#include "sizes.h"

/* Some of the items that follow each other. */
typedef struct {
	char *at;
	uint32_t n;
	uint32_t start; /* of the first; behind the gap counted from the text's end … */
	uint32_t first; /* … and so is its number, from the number of all items */
} ww_row_page;

/* The first member of an item is a uint32_t: its position when it is pushed, and from then
 * on only these functions know what it means. */
typedef struct {
	ww_row_page *page;     /* a gap of pages */
	uint32_t cap;          /* room for so many … */
	uint32_t before, behind; /* … and pages on both sides of the gap … */
	uint32_t left, right;  /* … and items on both sides */
	uint32_t size;         /* of one item in bytes */
	char *spare;           /* pages that are not used: each begins with where the next one lies */
	uint32_t n_spare;
} ww_row;

void ww_row_init(ww_row *row, size_t item_size);
void ww_row_free(ww_row *row, const ww_mem *mem);

/* The number of items. */
static inline uint32_t ww_row_count(const ww_row *row) {
	return row->left + row->right;
}

/* Returns the item number i < ww_row_count(), borrowed until the row is changed. */
void *ww_row_item(const ww_row *row, uint32_t i);

/* Returns the position of item i in a text of `len` bytes; `len` itself when i is
 * ww_row_count(). */
uint32_t ww_row_position(const ww_row *row, uint32_t i, uint32_t len);

/* Returns the last item that stands at or before `pos`; 0 when none does. */
uint32_t ww_row_find(const ww_row *row, uint32_t pos, uint32_t len);

/* The same among the items before the gap alone: during an edit those after it may already
 * stand at `pos` too. */
uint32_t ww_row_find_left(const ww_row *row, uint32_t pos);

/* Makes room for `more` items; false when there is no memory. */
bool ww_row_reserve(ww_row *row, const ww_mem *mem, size_t more);

/* Moves the gap to before item i.  It needs no memory. */
void ww_row_move(ww_row *row, uint32_t i, uint32_t len);

/* Drops the last `n` items before the gap. */
void ww_row_drop(ww_row *row, uint32_t n);

/* Adds an item before the gap, for which room is reserved; it is a copy. */
void ww_row_push(ww_row *row, const void *item);

#endif
