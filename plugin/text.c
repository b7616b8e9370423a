#include "text.h"

#include <string.h>

void ww_text_free(ww_text *text, const ww_mem *mem) {
	ww_free(mem, text->at, text->cap);
	ww_free(mem, text->view, text->view_cap);
	*text = (ww_text){ 0 };
}

uint32_t ww_text_len(const ww_text *text) {
	return text->cap - (text->gap_end - text->gap_start);
}

void ww_text_copy(const ww_text *text, uint32_t start, uint32_t end, char *out) {
	uint32_t gap = text->gap_end - text->gap_start;
	uint32_t before = start >= text->gap_start ? 0
	                  : (end < text->gap_start ? end : text->gap_start) - start;
	if (before)
		memcpy(out, text->at + start, before);
	if (end - start > before)
		memcpy(out + before, text->at + start + before + gap, end - start - before);
}

const char *ww_text_view(ww_text *text, const ww_mem *mem, uint32_t start, uint32_t end) {
	if (end <= text->gap_start)
		return text->at ? text->at + start : "";
	if (start >= text->gap_start)
		return text->at + start + (text->gap_end - text->gap_start);
	if (!ww_reserve(mem, &text->view, &text->view_cap, end - start, 1))
		return NULL;
	ww_text_copy(text, start, end, text->view);
	return text->view;
}

/* A new gap is an eighth of the text: a far jump moves the text by its width,
 * into memory that is slow when it is touched the first time. */
bool ww_text_reserve(ww_text *text, const ww_mem *mem, uint32_t more) {
	if (text->gap_end - text->gap_start >= more)
		return true;
	uint32_t old = text->cap, tail = old - text->gap_end;
	size_t want = ww_text_len(text) + (size_t)more;
	if (!ww_reserve_with(mem, &text->at, &text->cap, want, want / 8, 1))
		return false;
	memmove(text->at + text->cap - tail, text->at + old - tail, tail);
	text->gap_end = text->cap - tail;
	return true;
}

static void move_gap(ww_text *text, uint32_t to) {
	if (to < text->gap_start) {
		uint32_t n = text->gap_start - to;
		memmove(text->at + text->gap_end - n, text->at + to, n);
		text->gap_start -= n;
		text->gap_end -= n;
	} else if (to > text->gap_start) {
		uint32_t n = to - text->gap_start;
		memmove(text->at + text->gap_start, text->at + text->gap_end, n);
		text->gap_start += n;
		text->gap_end += n;
	}
}

void ww_text_splice(ww_text *text, uint32_t start, uint32_t removed, const char *new,
                    uint32_t len) {
	move_gap(text, start);
	if (len)
		memcpy(text->at + text->gap_start, new, len);
	text->removed = removed;
	text->inserted = len;
	ww_text_redo(text);
}

void ww_text_undo(ww_text *text) {
	text->gap_start -= text->inserted;
	text->gap_end -= text->removed;
}

void ww_text_redo(ww_text *text) {
	text->gap_start += text->inserted;
	text->gap_end += text->removed;
}

uint32_t ww_text_equal_ahead(const ww_text *text, uint32_t pos, const char *other, uint32_t n) {
	uint32_t gap = text->gap_end - text->gap_start, i = 0;
	while (i < n) {
		uint32_t at = pos + i;
		bool before = at < text->gap_start;
		const char *mine = text->at + (before ? at : at + gap);
		uint32_t piece = before && text->gap_start - at < n - i ? text->gap_start - at : n - i;
		if (piece > 4096)
			piece = 4096;
		if (memcmp(mine, other + i, piece) != 0) {
			uint32_t same = 0;
			while (mine[same] == other[i + same])
				same++;
			return i + same;
		}
		i += piece;
	}
	return i;
}

uint32_t ww_text_equal_behind(const ww_text *text, uint32_t pos, const char *other_end,
                              uint32_t n) {
	uint32_t gap = text->gap_end - text->gap_start, i = 0;
	while (i < n) {
		uint32_t at = pos - i;
		bool before = at <= text->gap_start;
		const char *mine = text->at + (before ? at : at + gap);
		uint32_t room = before ? at : at - text->gap_start;
		uint32_t piece = room < n - i ? room : n - i;
		if (piece > 4096)
			piece = 4096;
		if (memcmp(mine - piece, other_end - i - piece, piece) != 0) {
			uint32_t same = 0;
			while (mine[-1 - (ptrdiff_t)same] == other_end[-1 - (ptrdiff_t)(i + same)])
				same++;
			return i + same;
		}
		i += piece;
	}
	return i;
}
