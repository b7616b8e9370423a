/* mark.h: a mention inside its block. */
#ifndef WW_MARK_H
#define WW_MARK_H

#include "memory.h"

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

#endif
