/* mark.h: a mention inside its block.
 *
 * 16 bytes, as a document of a gigabyte has millions.  What else is told of a mention, its value
 * and parts, is worked out of the text again when it is asked for. */
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

/* A list of marks, and its room. */
typedef struct {
	ww_mark *at;
	uint32_t n, cap;
} ww_marks;

#endif
