/* text.c: a text in pieces.
 *
 * An editor edits in one place for a while: that place is a buffer with a gap, and a
 * key moves nothing there.  All else is in pieces that are not written to.  An edit
 * elsewhere makes a piece of the buffer, and a buffer of the piece at the new place:
 * what a far jump costs does not grow with the text.  A text that was lent is one
 * piece, of which only what is edited is copied. */
#include "text.h"

#include <string.h>

/* The longest piece that is made; of longer ones that were lent so much is copied around
 * an edit.  Copying one takes some microseconds. */
enum { PIECE = 32768 };

/* More than this is inserted as pieces. */
enum { BIG = PIECE / 2 };

/* The longest buffer that an edit near its text goes to. */
enum { LONGEST_BUFFER = 4 * PIECE };

/* How many bytes of the text are in the buffer: its room without its gap. */
static uint32_t buffer_len(const ww_text *t) {
	return t->cap - (t->gap_end - t->gap_start);
}

/* Piece number i, those behind the buffer counted on from those before it. */
static ww_text_piece *piece_at(const ww_text *t, uint32_t i) {
	return ww_gap_item(&t->pieces, i);
}

/* What was lent has no room of its own, and is its owner's to free. */
static void free_piece(const ww_mem *mem, const ww_text_piece *p) {
	if (p->cap)
		ww_free(mem, p->at, p->cap);
}

/* Leaves the pieces' item size behind: all else is zero. */
void ww_text_init(ww_text *t) {
	*t = (ww_text){ .len = 0 };
	ww_gap_init(&t->pieces, sizeof(ww_text_piece));
}

/* What lies where. */

/* Returns where the bytes from `pos` < length on lie, and how many do so in one piece. */
static const char *bytes_at(const ww_text *t, uint32_t pos, uint32_t *n) {
	uint32_t in = buffer_len(t);
	if (pos >= t->from && pos - t->from < in) {
		uint32_t at = pos - t->from;
		bool before = at < t->gap_start;
		*n = before ? t->gap_start - at : in - at;
		return t->at + (before ? at : at + (t->gap_end - t->gap_start));
	}
	uint32_t i = pos < t->from ? ww_gap_find_left(&t->pieces, pos)
	                           : ww_gap_find(&t->pieces, pos, t->len);
	uint32_t skip = pos - ww_gap_position(&t->pieces, i, t->len);
	*n = piece_at(t, i)->len - skip;
	return piece_at(t, i)->at + skip;
}

/* From piece to piece; each step asks for the place anew, which costs the logarithm of their
 * number. */
void ww_text_copy(const ww_text *t, uint32_t start, uint32_t end, char *out) {
	while (start < end) {
		uint32_t n;
		const char *from = bytes_at(t, start, &n);
		if (n > end - start)
			n = end - start;
		memcpy(out, from, n);
		out += n;
		start += n;
	}
}

/* What lies in one piece is shown where it is.  Only a stretch across a border is copied, into a
 * room that is used again, so most views cost nothing. */
const char *ww_text_view(ww_text *t, const ww_mem *mem, uint32_t start, uint32_t end) {
	uint32_t n;
	if (start == end)
		return "";
	const char *bytes = bytes_at(t, start, &n);
	if (n >= end - start)
		return bytes;
	if (!ww_reserve(mem, &t->view, &t->view_cap, end - start, 1))
		return NULL;
	ww_text_copy(t, start, end, t->view);
	return t->view;
}

/* The last splice. */

/* A piece that lies in the gap of pieces: number i behind the left ones, or in front of
 * the right ones. */
static const ww_text_piece *piece_beyond(const ww_text *t, bool left, uint32_t i) {
	const ww_gap *g = &t->pieces;
	size_t at = left ? g->left + i : g->cap - g->right - 1 - i;
	return (const ww_text_piece *)(const void *)(g->at + at * g->size);
}

/* Gives up what the last splice removed, or what it put in if it was taken back. */
static void settle(ww_text *t, const ww_mem *mem) {
	uint32_t n = t->undone ? t->pushed : t->skipped;
	for (uint32_t i = 0; i < n; i++)
		free_piece(mem, piece_beyond(t, t->undone, i));
	t->removed = t->inserted = t->skipped = t->skipped_len = t->pushed = t->pushed_len = 0;
	t->undone = false;
}

/* What the splice removed still lies in the gaps, of the buffer and of the pieces, and what it
 * put in lies on their other side: moving the gaps' ends back is all.  So taking an edit back
 * never needs memory. */
void ww_text_undo(ww_text *t) {
	t->gap_start -= t->inserted;
	t->gap_end -= t->removed;
	t->pieces.left -= t->pushed;
	t->pieces.right += t->skipped;
	t->from -= t->pushed_len;
	t->len -= t->inserted + t->pushed_len;
	t->len += t->removed + t->skipped_len;
	t->undone = true;
}

/* The same moves the other way round. */
void ww_text_redo(ww_text *t) {
	t->gap_start += t->inserted;
	t->gap_end += t->removed;
	t->pieces.left += t->pushed;
	t->pieces.right -= t->skipped;
	t->from += t->pushed_len;
	t->len -= t->removed + t->skipped_len;
	t->len += t->inserted + t->pushed_len;
	t->undone = false;
}

/* The last splice's leavings go first: they lie in the gap, where no other look finds them. */
void ww_text_free(ww_text *t, const ww_mem *mem) {
	settle(t, mem);
	for (uint32_t i = 0; i < ww_gap_count(&t->pieces); i++)
		free_piece(mem, piece_at(t, i));
	ww_gap_free(&t->pieces, mem);
	ww_free(mem, t->at, t->cap);
	ww_free(mem, t->view, t->view_cap);
	ww_text_init(t);
}

/* Used on an empty text only: the one piece is the whole of it. */
bool ww_text_borrow(ww_text *t, const ww_mem *mem, const char *bytes, uint32_t len) {
	settle(t, mem);
	if (!ww_gap_reserve(&t->pieces, mem, 1))
		return false;
	/* Its `cap` of 0 says that nobody writes to it. */
	ww_gap_push(&t->pieces, &(ww_text_piece){ .len = len, .at = (char *)(uintptr_t)bytes });
	t->from = t->len = len;
	return true;
}

/* The buffer. */

/* Moves the buffer's gap; the bytes between the old place and the new one change their side.
 * They are few, since an editor edits near where it did. */
static void move_gap(ww_text *t, uint32_t to) {
	if (to < t->gap_start) {
		uint32_t n = t->gap_start - to;
		memmove(t->at + t->gap_end - n, t->at + to, n);
		t->gap_start -= n;
		t->gap_end -= n;
	} else if (to > t->gap_start) {
		uint32_t n = to - t->gap_start;
		memmove(t->at + t->gap_start, t->at + t->gap_end, n);
		t->gap_start += n;
		t->gap_end += n;
	}
}

/* Makes room for `more` bytes in the buffer's gap: what stands behind the gap moves to the end
 * of the new room. */
static bool reserve_buffer(ww_text *t, const ww_mem *mem, uint32_t more) {
	if (t->gap_end - t->gap_start >= more)
		return true;
	uint32_t old = t->cap, tail = old - t->gap_end;
	if (!ww_reserve(mem, &t->at, &t->cap, buffer_len(t) + (size_t)more, 1))
		return false;
	memmove(t->at + t->cap - tail, t->at + old - tail, tail);
	t->gap_end = t->cap - tail;
	return true;
}

/* Makes a piece of the bytes of the buffer before its gap; what is behind the gap stays. */
static bool push_buffer(ww_text *t, const ww_mem *mem) {
	uint32_t n = t->gap_start;
	if (!n)
		return true;
	ww_text_piece p = { .start = t->from, .len = n, .cap = n };
	if (!ww_gap_reserve(&t->pieces, mem, 1) || !(p.at = ww_new(mem, n)))
		return false;
	memcpy(p.at, t->at, n);
	ww_gap_push(&t->pieces, &p);
	t->gap_start = 0;
	t->from += n;
	return true;
}

/* Takes bytes of the piece before the buffer, which is empty, into it: all, or of a lent
 * one those from its byte `keep` on. */
static bool take_piece(ww_text *t, const ww_mem *mem, uint32_t keep) {
	ww_text_piece *p = piece_at(t, t->pieces.left - 1);
	uint32_t n = p->len - keep;
	if (!reserve_buffer(t, mem, n))
		return false;
	move_gap(t, 0);
	memcpy(t->at, p->at + keep, n);
	t->gap_start = n;
	t->from -= n;
	p->len = keep;
	if (keep)
		return true;
	free_piece(mem, p);
	ww_gap_drop(&t->pieces, 1);
	return true;
}

/* Cuts a piece in two, the second from its byte `at` on. A lent piece needs no copy: both halves
 * point into what was lent. */
static bool cut_piece(ww_text *t, const ww_mem *mem, uint32_t i, uint32_t at) {
	if (!ww_gap_reserve(&t->pieces, mem, 1))
		return false;
	ww_text_piece *p = piece_at(t, i), rest = *p;
	rest.len -= at;
	rest.at += at;
	if (p->cap) {
		rest.cap = rest.len;
		if (!(rest.at = ww_new(mem, rest.len)))
			return false;
		memcpy(rest.at, p->at + at, rest.len);
	}
	/* The new one becomes the last on the left, and moves to the right if p was there. */
	bool left = i < t->pieces.left;
	uint32_t last = t->pieces.left;
	rest.start = ww_gap_position(&t->pieces, i, t->len) + at;
	p->len = at;
	ww_gap_move(&t->pieces, i + 1, t->len);
	ww_gap_push(&t->pieces, &rest);
	ww_gap_move(&t->pieces, left ? last + 1 : last, t->len);
	return true;
}

/* Moves the place between the pieces, where the buffer is, which is empty, to `pos`,
 * and takes the piece there into it. */
static bool move_buffer(ww_text *t, const ww_mem *mem, uint32_t pos) {
	if (ww_gap_count(&t->pieces) == 0)
		return true;
	uint32_t i = ww_gap_find(&t->pieces, pos, t->len);
	uint32_t start = ww_gap_position(&t->pieces, i, t->len);
	if (pos == start && i > 0) /* the end of the piece before is as good */
		start = ww_gap_position(&t->pieces, --i, t->len);
	uint32_t end = start + piece_at(t, i)->len, keep = 0;
	if (!piece_at(t, i)->cap) {
		if (end - pos > BIG && !cut_piece(t, mem, i, pos - start + BIG))
			return false;
		keep = pos - start > BIG ? pos - start - BIG : 0;
		end = start + piece_at(t, i)->len;
	}
	ww_gap_move(&t->pieces, i + 1, t->len);
	t->from = end;
	return take_piece(t, mem, keep);
}

/* Makes `pos` a place of the buffer, and its gap's. Near the buffer the gap moves there; far
 * away the buffer is given up for the piece that holds the place.  One that has grown too long
 * is halved. */
static bool reach(ww_text *t, const ww_mem *mem, uint32_t pos) {
	uint32_t in = buffer_len(t);
	bool inside = in && pos >= t->from && pos - t->from <= in;
	if (inside && in <= LONGEST_BUFFER) {
		move_gap(t, pos - t->from);
		return true;
	}
	if (inside) { /* what is before it becomes a piece */
		move_gap(t, pos - t->from);
		return push_buffer(t, mem);
	}
	move_gap(t, in);
	if (!push_buffer(t, mem) || !move_buffer(t, mem, pos))
		return false;
	move_gap(t, pos - t->from);
	return true;
}

/* Splicing. */

/* Puts new[0, len) in pieces before the buffer, whose gap is at its start; they are freed
 * again when memory ends. */
static bool push_pieces(ww_text *t, const ww_mem *mem, const char *new, uint32_t len) {
	if (!ww_gap_reserve(&t->pieces, mem, len / PIECE + 1))
		return false;
	while (len > 0) {
		uint32_t n = len < PIECE ? len : PIECE;
		ww_text_piece p = { .start = t->from, .len = n, .cap = n, .at = ww_new(mem, n) };
		if (!p.at)
			return false;
		memcpy(p.at, new, n);
		ww_gap_push(&t->pieces, &p);
		t->pushed++;
		t->pushed_len += n;
		t->from += n;
		t->len += n;
		new += n;
		len -= n;
	}
	return true;
}

/* Makes pieces begin where the removed bytes behind the buffer end, and stores how many
 * pieces these are. */
static bool cut_behind(ww_text *t, const ww_mem *mem, uint32_t end, uint32_t *pieces) {
	uint32_t first = t->pieces.left, past = first;
	while (ww_gap_position(&t->pieces, past, t->len) < end) {
		uint32_t start = ww_gap_position(&t->pieces, past, t->len);
		if (end - start < piece_at(t, past)->len && !cut_piece(t, mem, past, end - start))
			return false;
		past++;
	}
	*pieces = past - first;
	return true;
}

/* In order: what may fail for want of memory, then what cannot.  A failure on the way has at
 * most moved the buffer and cut pieces, which changes no byte of the text.
 *
 * A big insertion becomes pieces at once, since as a buffer it would have to be copied out again
 * by the next edit elsewhere. */
bool ww_text_splice(ww_text *t, const ww_mem *mem, uint32_t start, uint32_t removed,
                    const char *new, uint32_t len) {
	settle(t, mem);
	if (!reach(t, mem, start))
		return false;
	uint32_t behind = t->cap - t->gap_end, skip = 0;
	bool big = len > BIG;
	if (removed > behind && !cut_behind(t, mem, start + removed, &skip))
		return false;
	if (big ? !push_buffer(t, mem) : !reserve_buffer(t, mem, len))
		return false;
	if (big && !push_pieces(t, mem, new, len)) {
		ww_text_undo(t);
		settle(t, mem);
		return false;
	}
	if (!big && len)
		memcpy(t->at + t->gap_start, new, len);
	t->inserted = big ? 0 : len;
	t->removed = removed < behind ? removed : behind;
	t->skipped = skip;
	t->skipped_len = removed - t->removed;
	t->gap_start += t->inserted;
	t->gap_end += t->removed;
	t->pieces.right -= skip;
	t->len -= removed;
	t->len += t->inserted;
	return true;
}

/* Comparing. */

/* Bytes are compared in steps, as memcmp() does not say where they differ. */
enum { STEP = 4096 };

/* A step that differs is compared again byte by byte, which happens once. */
uint32_t ww_text_equal_ahead(const ww_text *t, uint32_t pos, const char *other, uint32_t n) {
	for (uint32_t i = 0; i < n;) {
		uint32_t step;
		const char *mine = bytes_at(t, pos + i, &step);
		step = step < n - i ? step : n - i;
		step = step < STEP ? step : STEP;
		if (memcmp(mine, other + i, step) != 0) {
			while (*mine++ == other[i])
				i++;
			return i;
		}
		i += step;
	}
	return n;
}

/* The longest step back from `pos` that lies in one piece. */
static uint32_t step_back(const ww_text *t, uint32_t pos, uint32_t most) {
	uint32_t low = pos - most;
	for (;;) { /* pieces shorter than a step are few */
		uint32_t n;
		bytes_at(t, low, &n);
		if (n >= pos - low)
			return pos - low;
		low += n;
	}
}

/* Steps are made backwards, and bytes_at() looks forwards: so each step's start is found first. */
uint32_t ww_text_equal_behind(const ww_text *t, uint32_t pos, const char *other_end, uint32_t n) {
	for (uint32_t i = 0; i < n;) {
		uint32_t all = n - i < STEP ? n - i : STEP, unused;
		uint32_t step = step_back(t, pos - i, all);
		const char *mine = bytes_at(t, pos - i - step, &unused) + step;
		if (memcmp(mine - step, other_end - i - step, step) != 0) {
			while (*--mine == other_end[-1 - (ptrdiff_t)i])
				i++;
			return i;
		}
		i += step;
	}
	return n;
}
