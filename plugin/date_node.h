/* date_node.h: reads a pattern to the nodes of a program. */
#ifndef WW_DATE_NODE_H
#define WW_DATE_NODE_H

#include "date_program.h"

/* Adds the nodes of a pattern; *in becomes the first of them, and *out the last, whose next one is
 * END.  Errors: WW_E_NOMEM, WW_E_PATTERN. */
int ww_nodes_read(ww_program *program, const char *pattern, unsigned *in, unsigned *out);

/* Stores the number of a set, which is added when it is new; false when there is no memory. */
bool ww_program_add_set(ww_program *program, const ww_byte_set *set, uint16_t *number);

/* Returns the first node from `at` on that does more than to join ways. */
static inline unsigned ww_node_behind_skips(const ww_program *program, unsigned at) {
	while (program->node[at].op == WW_NODE_SKIP)
		at = program->node[at].next;
	return at;
}

#endif
