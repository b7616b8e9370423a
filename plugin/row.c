/* row.c: a gap of pages of items.
 *
 * Moving the gap into the middle of a page divides the page, and what is on both sides of the
 * gap is joined again, if it fits into one, before the gap goes far.  So there is always a page
 * to divide into: either one is spare, or the two at the gap fit into one (`ww_row_reserve`
 * gives more than pushing takes). */
#include "row.h"

#include <string.h>

void ww_row_init(ww_row *row, size_t item_size) {
	*row = (ww_row){ .size = (uint32_t)item_size };
}

/* Pages. */

/* How many items a page takes. */
static uint32_t page_items(const ww_row *row) {
	return WW_ROW_PAGE / row->size;
}

/* The last page before the gap, and the first one behind it. */
static ww_row_page *left_page(const ww_row *row) {
	return &row->page[row->before - 1];
}

static ww_row_page *right_page(const ww_row *row) {
	return &row->page[row->cap - row->behind];
}

static void give_spare(ww_row *row, char *at) {
	memcpy(at, &row->spare, sizeof row->spare);
	row->spare = at;
	row->n_spare++;
}

static char *take_spare(ww_row *row) {
	char *at = row->spare;
	memcpy(&row->spare, at, sizeof row->spare);
	row->n_spare--;
	return at;
}

/* Empty pages are not kept in the row. */
static void drop_left_page(ww_row *row) {
	give_spare(row, left_page(row)->at);
	row->before--;
}

static void drop_right_page(ww_row *row) {
	give_spare(row, right_page(row)->at);
	row->behind--;
}

/* Items lie behind each other, whatever is between the pages. */
void ww_row_free(ww_row *row, const ww_mem *mem) {
	while (row->before)
		drop_left_page(row);
	while (row->behind)
		drop_right_page(row);
	while (row->spare)
		ww_free(mem, take_spare(row), WW_ROW_PAGE);
	ww_free(mem, row->page, (size_t)row->cap * sizeof *row->page);
	ww_row_init(row, row->size);
}

/* Keeps all as it is when there is no memory, but for spare pages: edits reserve first and change
 * then.  Of the pages one more than the items fill may be begun, one divided, and one is left. */
bool ww_row_reserve(ww_row *row, const ww_mem *mem, size_t more) {
	size_t want = more / page_items(row) + 3;
	uint32_t old = row->cap;
	if (!ww_reserve(mem, &row->page, &row->cap, (size_t)row->before + row->behind + want,
	                sizeof *row->page))
		return false;
	/* The room comes at the end; those behind the gap keep to it. */
	if (row->cap > old)
		memmove(row->page + row->cap - row->behind, row->page + old - row->behind,
		        row->behind * sizeof *row->page);
	while (row->n_spare < want) {
		char *at = ww_new(mem, WW_ROW_PAGE);
		if (!at)
			return false;
		give_spare(row, at);
	}
	return true;
}

/* Items. */

static uint32_t offset_of(const char *item) {
	uint32_t offset;
	memcpy(&offset, item, sizeof offset);
	return offset;
}

/* Adds to the offsets of n items, from `at` on: they count from another place than before. */
static void shift(const ww_row *row, char *at, uint32_t n, uint32_t by) {
	for (; n > 0; n--, at += row->size) {
		uint32_t offset = offset_of(at) + by;
		memcpy(at, &offset, sizeof offset);
	}
}

/* The page that holds item i.  Whoever types looks at what is at the gap, so its two pages are
 * looked at first. */
static const ww_row_page *page_of(const ww_row *row, uint32_t i) {
	bool behind = i >= row->left;
	uint32_t n = behind ? row->behind : row->before;
	if (behind ? i - row->left < right_page(row)->n : i >= left_page(row)->first)
		return behind ? right_page(row) : left_page(row);
	const ww_row_page *at = behind ? right_page(row) : row->page;
	uint32_t number = behind ? ww_row_count(row) - i : i;
	while (n > 1) {
		const ww_row_page *mid = at + n / 2;
		at = (behind ? mid->first >= number : mid->first <= number) ? mid : at;
		n -= n / 2;
	}
	return at;
}

/* The number of a page's first item. */
static uint32_t first_of(const ww_row *row, const ww_row_page *page, bool behind) {
	return behind ? ww_row_count(row) - page->first : page->first;
}

void *ww_row_item(const ww_row *row, uint32_t i) {
	const ww_row_page *page = page_of(row, i);
	return page->at + (size_t)(i - first_of(row, page, i >= row->left)) * row->size;
}

/* The number behind the last item stands for the text's end, so that item i ends where item i +
 * 1 begins, and no caller has a case for the last. */
uint32_t ww_row_position(const ww_row *row, uint32_t i, uint32_t len) {
	if (i >= ww_row_count(row))
		return len;
	bool behind = i >= row->left;
	const ww_row_page *page = page_of(row, i);
	size_t at = (size_t)(i - first_of(row, page, behind)) * row->size;
	return (behind ? len - page->start : page->start) + offset_of(page->at + at);
}

/* The last page on one side of the gap that begins at or before `pos`, or the first of all.  A
 * host asks for every mention that it paints: hence no call in the loop, and no jump that depends
 * on what is found. */
static const ww_row_page *page_at(const ww_row *row, bool behind, uint32_t pos, uint32_t len) {
	uint32_t n = behind ? row->behind : row->before;
	const ww_row_page *at = behind ? right_page(row) : row->page;
	if (behind ? n < 2 || len - at[1].start > pos : at[n - 1].start <= pos)
		return behind ? at : at + n - 1;
	while (n > 1) {
		const ww_row_page *mid = at + n / 2;
		at = (behind ? len - mid->start : mid->start) <= pos ? mid : at;
		n -= n / 2;
	}
	return at;
}

/* Searches the page for the last item at or before `pos`, or the first of all. */
static uint32_t find(const ww_row *row, bool behind, uint32_t pos, uint32_t len) {
	if (!(behind ? row->behind : row->before))
		return 0;
	const ww_row_page *page = page_at(row, behind, pos, len);
	uint32_t start = behind ? len - page->start : page->start;
	const char *at = page->at;
	for (uint32_t n = start <= pos ? page->n : 1; n > 1; n -= n / 2) {
		const char *mid = at + (size_t)(n / 2) * row->size;
		at = offset_of(mid) <= pos - start ? mid : at;
	}
	return first_of(row, page, behind) + (uint32_t)((size_t)(at - page->at) / row->size);
}

/* Over both sides of the gap; used between edits, when all positions are of one text. */
uint32_t ww_row_find(const ww_row *row, uint32_t pos, uint32_t len) {
	bool behind = row->right && (row->left == 0 || len - right_page(row)->start <= pos);
	return find(row, behind, pos, len);
}

/* Positions before the gap are told from the start, so the length of the text is not asked for. */
uint32_t ww_row_find_left(const ww_row *row, uint32_t pos) {
	return find(row, false, pos, 0);
}

/* Moving the gap. */

/* Adds n items, copied from `from`, behind those of a page; `by` is added to their offsets. */
static void append(const ww_row *row, ww_row_page *page, const char *from, uint32_t n,
                   uint32_t by) {
	char *at = page->at + (size_t)page->n * row->size;
	memcpy(at, from, (size_t)n * row->size);
	shift(row, at, n, by);
	page->n += n;
}

/* Makes one page of the two at the gap, when their items fit into one. */
static void join(ww_row *row, uint32_t len) {
	if (!row->before || !row->behind || left_page(row)->n + right_page(row)->n > page_items(row))
		return;
	ww_row_page *left = left_page(row);
	const ww_row_page *right = right_page(row);
	row->left += right->n;
	row->right -= right->n;
	append(row, left, right->at, right->n, len - right->start - left->start);
	drop_right_page(row);
}

/* Moves the page at the gap to its other side: it counts from the other ends then. */
static void turn(const ww_row *row, ww_row_page *to, const ww_row_page *from, uint32_t len) {
	*to = *from;
	to->start = len - to->start;
	to->first = ww_row_count(row) - to->first;
}

static void page_to_left(ww_row *row, uint32_t len) {
	const ww_row_page *from = right_page(row);
	row->left += from->n;
	row->right -= from->n;
	turn(row, &row->page[row->before++], from, len);
	row->behind--;
}

static void page_to_right(ww_row *row, uint32_t len) {
	const ww_row_page *from = left_page(row);
	row->left -= from->n;
	row->right += from->n;
	row->behind++;
	turn(row, right_page(row), from, len);
	row->before--;
}

/* Moves the first k items of the page behind the gap, which has more, before it. */
static void items_to_left(ww_row *row, uint32_t k, uint32_t len) {
	ww_row_page *from = right_page(row);
	uint32_t start = len - from->start;
	if (!row->before || left_page(row)->n + k > page_items(row))
		row->page[row->before++] =
			(ww_row_page){ .at = take_spare(row), .start = start, .first = row->left };
	append(row, left_page(row), from->at, k, start - left_page(row)->start);
	row->left += k;
	row->right -= k;
	from->n -= k;
	from->first = row->right;
	memmove(from->at, from->at + (size_t)k * row->size, (size_t)from->n * row->size);
	uint32_t by = offset_of(from->at);
	from->start -= by;
	shift(row, from->at, from->n, 0 - by);
}

/* Moves the last k items of the page before the gap, which has more, behind it. */
static void items_to_right(ww_row *row, uint32_t k, uint32_t len) {
	ww_row_page *from = left_page(row);
	const char *items = from->at + (size_t)(from->n - k) * row->size;
	uint32_t start = from->start + offset_of(items);
	from->n -= k;
	row->left -= k;
	row->right += k;
	if (!row->behind || right_page(row)->n + k > page_items(row)) {
		row->behind++;
		*right_page(row) = (ww_row_page){ .at = take_spare(row), .start = len - start };
	}
	ww_row_page *to = right_page(row);
	char *behind = to->at + (size_t)k * row->size;
	memmove(behind, to->at, (size_t)to->n * row->size);
	shift(row, behind, to->n, len - to->start - start);
	memcpy(to->at, items, (size_t)k * row->size);
	shift(row, to->at, k, from->start - start);
	to->n += k;
	to->start = len - start;
	to->first = row->right;
}

/* Whether item i is inside of one of the pages at the gap, so that the other takes what is between,
 * and they fit into one as before. */
static bool is_near(const ww_row *row, uint32_t i) {
	return i < row->left ? i > left_page(row)->first : i - row->left < right_page(row)->n;
}

void ww_row_move(ww_row *row, uint32_t i, uint32_t len) {
	if (i == row->left)
		return;
	if (!is_near(row, i))
		join(row, len);
	while (row->left > i && left_page(row)->first >= i)
		page_to_right(row, len);
	while (row->left < i && row->left + right_page(row)->n <= i)
		page_to_left(row, len);
	if (row->left > i)
		items_to_right(row, row->left - i, len);
	else if (row->left < i)
		items_to_left(row, i - row->left, len);
}

/* Changing it. */

/* The room stays, for those that are pushed next.  What the items own is the caller's to free. */
void ww_row_drop(ww_row *row, uint32_t n) {
	row->left -= n;
	while (n > 0) {
		ww_row_page *page = left_page(row);
		uint32_t k = n < page->n ? n : page->n;
		page->n -= k;
		n -= k;
		if (!page->n)
			drop_left_page(row);
	}
}

/* The caller has reserved the room: here nothing can fail. */
void ww_row_push(ww_row *row, const void *item) {
	uint32_t start = offset_of(item);
	if (!row->before || left_page(row)->n == page_items(row))
		row->page[row->before++] =
			(ww_row_page){ .at = take_spare(row), .start = start, .first = row->left };
	append(row, left_page(row), item, 1, 0 - left_page(row)->start);
	row->left++;
}
