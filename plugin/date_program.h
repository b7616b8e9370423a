/* date_program.h: the patterns of forms as a search tries them.
 *
 * A search tries forms a hundred thousand times in a book's length of text, and most of these
 * tries fail at their first letters.  So a form is made a graph of small nodes when it is first
 * tried, which takes some microseconds, and the parts of patterns are there once for all forms.
 * It says whether and how far a form matches; what its parts are PCRE2 tells, of those mentions
 * whose value somebody asks for (date_match.h). */
#ifndef WW_DATE_PROGRAM_H
#define WW_DATE_PROGRAM_H

#include "date_class.h"
#include "date_forms.h"

/* What a node takes of the text; then its next one goes on. */
typedef enum {
	WW_NODE_END,     /* nothing more: of the form, or of a part that was called */
	WW_NODE_SKIP,    /* nothing: it only joins ways, and none leads to it in the end */
	WW_NODE_BYTES,   /* `most` bytes of the literals, from `set` on; in any case unless `flag` */
	WW_NODE_SET,     /* a byte of `set` */
	WW_NODE_SPAN,    /* as many of them as there are, `least` to `most` */
	WW_NODE_CHOICE,  /* what is at `to`, or else at the next node */
	WW_NODE_SWITCH,  /* the choice that a byte tells: see ww_switch */
	WW_NODE_PART,    /* a part of patterns, whose first node is `to` */
	WW_NODE_ATOM,    /* what is at `to`, which is never gone back into */
	WW_NODE_AHEAD,   /* nothing, but the same must follow; with `flag` must not */
	WW_NODE_BEHIND,  /* the same of the `least` bytes before */
	WW_NODE_BEGIN,   /* the text's begin */
	WW_NODE_FINISH,  /* its end, or the last line's */
	WW_NODE_BORDER   /* a word's begin or end */
} ww_node_op;

/* The number 0 is that of the node END, and of the set of all bytes.  Of a choice `set` is what
 * `to` can begin with, and `flag` says that the next node can begin with none of these; of a span
 * `flag` says that less than all of it never helps. */
typedef struct {
	uint8_t op, flag, least, most;
	uint16_t set, to, next;
} ww_node;

/* No end to the bytes of a span. */
enum { WW_NODE_MANY = UINT8_MAX };

/* Of many choices in a row the first of each byte, by its lowest bits: a letter's case is none of
 * these.  Each leads on to the next one of any of its own bytes; 0 is none.  `of` is their number,
 * and `set` all bytes that they can begin with. */
enum { WW_SWITCH = 32, WW_SWITCH_LEAST = 4, WW_SWITCH_MOST = 400 };
typedef struct {
	uint16_t at[WW_SWITCH], end; /* and what can be at the text's end */
	uint16_t set;
} ww_switch;

/* It grows with each form that is tried, and serves one thread at a time. */
typedef struct {
	ww_mem mem;
	const ww_language *language;
	ww_node *node;
	ww_byte_set *set;
	ww_switch *sw;
	char *byte;
	uint32_t n_nodes, cap_nodes, n_sets, cap_sets, n_switches, cap_switches, n_bytes, cap_bytes;
	uint16_t *form, *part; /* their first nodes, of a part in any case and as it is; 0: not read yet */
	uint16_t word_end;      /* what all of them end with */
	uint16_t last_set[256]; /* by a hash */
} ww_program;

/* Errors: WW_E_NOMEM.  `mem` is copied, `language` borrowed. */
int ww_program_init(ww_program *program, const ww_mem *mem, const ww_language *language);
void ww_program_free(ww_program *program);

/* Reads a form's pattern.  Errors: WW_E_NOMEM; WW_E_PATTERN where it has what dates.txt has not
 * told of. */
int ww_program_read(ww_program *program, unsigned form);

/* Returns where the form ends that begins at text[start], or NULL when it does not match there;
 * the form must have been read. */
const char *ww_program_try(const ww_program *program, unsigned form, const char *text, size_t len,
                           size_t start);

#endif
