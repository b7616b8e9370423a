/* Items in two heaps with a gap between, as an editor keeps its text.
 *
 * Whoever types does so in one place, so the gap moves rarely; and since the items behind
 * it count from the text's end, a key press there changes none of them.  Moving the gap
 * over n items costs their copy and n subtractions. */
#include "gap.h"

#include <string.h>

void ww_gap_init(ww_gap *gap, size_t item_size) {
	*gap = (ww_gap){ .size = (uint32_t)item_size };
}

/* Leaves an empty gap of the same item size, which may be filled again. */
void ww_gap_free(ww_gap *gap, const ww_mem *mem) {
	ww_free(mem, gap->at, (size_t)gap->cap * gap->size);
	gap->at = NULL;
	gap->cap = gap->left = gap->right = 0;
}

uint32_t ww_gap_count(const ww_gap *gap) {
	return gap->left + gap->right;
}

/* Items behind the gap lie at the room's end: their number is shifted by the gap's width. */
void *ww_gap_item(const ww_gap *gap, uint32_t i) {
	if (i >= gap->left)
		i += gap->cap - gap->left - gap->right;
	return gap->at + (size_t)i * gap->size;
}

/* The position as it is stored: an item is of any type, so it is copied out. */
static uint32_t stored(const ww_gap *gap, uint32_t i) {
	uint32_t position;
	memcpy(&position, ww_gap_item(gap, i), sizeof position);
	return position;
}

/* The number behind the last item stands for the text's end, so that item i ends where item i +
 * 1 begins, and no caller has a case for the last. */
uint32_t ww_gap_position(const ww_gap *gap, uint32_t i, uint32_t len) {
	if (i >= ww_gap_count(gap))
		return len;
	return i < gap->left ? stored(gap, i) : len - stored(gap, i);
}

/* Searches `n` items from number `first` on, which lie on one side of the gap, by halving: the
 * answer is among the n from `at` on, of which the first stands at or before `pos` or is the first
 * of all.  A host asks for every mention that it paints: hence no call in the loop, and no jump
 * that depends on what is found. */
static uint32_t find(const ww_gap *gap, uint32_t first, uint32_t n, uint32_t pos, uint32_t len) {
	if (n < 2)
		return first;
	const char *start = ww_gap_item(gap, first), *at = start;
	bool is_behind = first >= gap->left;
	while (n > 1) {
		uint32_t half = n / 2, position;
		const char *mid = at + (size_t)half * gap->size;
		memcpy(&position, mid, sizeof position);
		position = is_behind ? len - position : position;
		at = position <= pos ? mid : at;
		n -= half;
	}
	return first + (uint32_t)((size_t)(at - start) / gap->size);
}

/* Over both sides of the gap; used between edits, when all positions are of one text. */
uint32_t ww_gap_find(const ww_gap *gap, uint32_t pos, uint32_t len) {
	if (gap->right && (gap->left == 0 || ww_gap_position(gap, gap->left, len) <= pos))
		return find(gap, gap->left, gap->right, pos, len);
	return find(gap, 0, gap->left, pos, len);
}

/* Positions before the gap are told from the start, so the length of the text is not asked for. */
uint32_t ww_gap_find_left(const ww_gap *gap, uint32_t pos) {
	return find(gap, 0, gap->left, pos, 0);
}

/* Keeps both sides as they are when there is no memory: edits reserve first and change then. */
bool ww_gap_reserve(ww_gap *gap, const ww_mem *mem, size_t more) {
	uint32_t old = gap->cap;
	if (!ww_reserve(mem, &gap->at, &gap->cap, ww_gap_count(gap) + more, gap->size))
		return false;
	/* The room comes at the end; those behind the gap keep to it. */
	if (gap->cap > old)
		memmove(gap->at + (size_t)(gap->cap - gap->right) * gap->size,
		        gap->at + (size_t)(old - gap->right) * gap->size,
		        (size_t)gap->right * gap->size);
	return true;
}

/* Turns the positions of `n` items from `at` on round: from one end of the text
 * to the other. */
static void turn(const ww_gap *gap, char *at, uint32_t n, uint32_t len) {
	for (; n > 0; n--, at += gap->size) {
		uint32_t position;
		memcpy(&position, at, sizeof position);
		position = len - position;
		memcpy(at, &position, sizeof position);
	}
}

/* Those that cross the gap are counted from the other end from then on; the rest does not move. */
void ww_gap_move(ww_gap *gap, uint32_t i, uint32_t len) {
	size_t size = gap->size;
	char *left_end = gap->at + gap->left * size;
	char *right_start = gap->at + (size_t)(gap->cap - gap->right) * size;
	if (i < gap->left) {
		uint32_t n = gap->left - i;
		memmove(right_start - n * size, left_end - n * size, n * size);
		turn(gap, right_start - n * size, n, len);
		gap->left -= n;
		gap->right += n;
	} else if (i > gap->left) {
		uint32_t n = i - gap->left;
		memmove(left_end, right_start, n * size);
		turn(gap, left_end, n, len);
		gap->left += n;
		gap->right -= n;
	}
}

/* The room stays, for those that are pushed next.  What the items own is the caller's to free. */
void ww_gap_drop(ww_gap *gap, uint32_t n) {
	gap->left -= n;
}

/* The caller has reserved the room: here nothing can fail. */
void ww_gap_push(ww_gap *gap, const void *item) {
	memcpy(gap->at + (size_t)gap->left * gap->size, item, gap->size);
	gap->left++;
}
