/* sizes.h: how long the parts of a document may get, in bytes.  The tests are built a
 * second time with small ones, so that short texts reach them. */
#ifndef WW_SIZES_H
#define WW_SIZES_H

/* How far past a border the border's rule looks. */
#ifndef WW_BORDER_LOOKAHEAD
#define WW_BORDER_LOOKAHEAD 1024
#endif

/* A section ends at a block that its text chooses after the first, at any after the
 * second: what a key may have to mark again, in some milliseconds. */
#ifndef WW_SECTION
#define WW_SECTION 32768
#endif
#ifndef WW_LONGEST_SECTION
#define WW_LONGEST_SECTION 49152
#endif

/* Past the first a block may end at a sentence's end, past the second at a blank, past the
 * third anywhere. */
#ifndef WW_LONG_BLOCK
#define WW_LONG_BLOCK 2048
#endif
#ifndef WW_LONGER_BLOCK
#define WW_LONGER_BLOCK 8192
#endif
#ifndef WW_LONGEST_BLOCK
#define WW_LONGEST_BLOCK 32768
#endif

/* A text is cut from so far before what is asked for, when it was not cut up to there:
 * far enough that it is nearly always cut as it would be from its start, and farther than
 * any section is long, so that the border before what is asked for is looked at too. */
#ifndef WW_CUT_BEFORE
#define WW_CUT_BEFORE 131072
#endif

/* A page of a row: a jump copies one, and moves as many fewer things as it has items. */
#ifndef WW_ROW_PAGE
#define WW_ROW_PAGE 4096
#endif

_Static_assert(WW_CUT_BEFORE >= WW_LONGEST_SECTION + WW_LONGEST_BLOCK, "a section may be as long");

#endif
