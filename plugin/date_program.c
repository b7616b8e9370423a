/* Programs of forms: their nodes, made ready.
 *
 * Where two ways part, it is worked out which bytes each can begin with, so that most are never
 * tried in vain. */
#include "date_program.h"

#include "date_node.h"

#include <string.h>

static void join(ww_byte_set *to, const ww_byte_set *more) {
	for (int i = 0; i < 4; i++)
		to->bit[i] |= more->bit[i];
}

static bool have_none(const ww_byte_set *a, const ww_byte_set *b) {
	uint64_t both = 0;
	for (int i = 0; i < 4; i++)
		both |= a->bit[i] & b->bit[i];
	return !both;
}

/* Sets of one place are kept by their last number: most are there already. */
static unsigned place_of(const ww_byte_set *set) {
	const uint64_t odd = UINT64_C(0x9E3779B97F4A7C15); /* 2^64 by the golden ratio */
	uint64_t sum = 0;
	for (int i = 0; i < 4; i++)
		sum = (sum ^ set->bit[i]) * odd;
	return (unsigned)(sum >> 56);
}

bool ww_program_add_set(ww_program *g, const ww_byte_set *set, uint16_t *number) {
	uint16_t *last = &g->last_set[place_of(set)];
	for (uint32_t i = *last + 1u; i-- > 0;)
		if (i < g->n_sets && memcmp(&g->set[i], set, sizeof *set) == 0) {
			*number = (uint16_t)i;
			return true;
		}
	if (g->n_sets == UINT16_MAX ||
	    !ww_reserve(&g->mem, &g->set, &g->cap_sets, g->n_sets + (size_t)1, sizeof *g->set))
		return false;
	g->set[g->n_sets] = *set;
	*last = *number = (uint16_t)g->n_sets++;
	return true;
}

/* What each way can begin with. */

/* Graphs are no deeper: a way without an end is one of any bytes. */
enum { DEEPEST = 300 };

/* Adds what node `at` and those behind it can begin with; returns whether that can be nothing at
 * all, and then any byte may follow. */
static bool add_first(const ww_program *g, unsigned at, ww_byte_set *out, int depth) {
	for (; depth < DEEPEST; depth++) {
		const ww_node *n = &g->node[at];
		int byte;
		switch (n->op) {
		case WW_NODE_END: return true;
		case WW_NODE_BYTES:
			byte = (uint8_t)g->byte[n->set];
			ww_byte_set_add_range(out, byte, byte, n->flag);
			return false;
		case WW_NODE_SET: join(out, &g->set[n->set]); return false;
		case WW_NODE_SPAN:
			join(out, &g->set[n->set]);
			if (n->least > 0)
				return false;
			break;
		case WW_NODE_CHOICE:
			if (add_first(g, n->to, out, depth + 1))
				return true;
			break;
		case WW_NODE_SWITCH:
			if (!n->flag) {
				at = n->to;
				continue;
			}
			join(out, &g->set[g->sw[n->set].set]);
			return g->sw[n->set].set == 0;
		case WW_NODE_PART:
		case WW_NODE_ATOM: return add_first(g, n->to, out, depth + 1);
		default: break;
		}
		at = n->next;
	}
	return true;
}

/* The same of a way alone. */
static ww_byte_set first_of(const ww_program *g, unsigned at) {
	ww_byte_set set = { { 0 } };
	if (add_first(g, at, &set, 0))
		memset(&set, 0xFF, sizeof set);
	return set;
}

/* The lowest bits of the bytes of a set. */
static uint32_t buckets_of(const ww_byte_set *set) {
	uint64_t all = set->bit[0] | set->bit[1] | set->bit[2] | set->bit[3];
	return (uint32_t)(all | all >> WW_SWITCH);
}

/* Fills in a table of choices: for each byte the first that can begin with one of its lowest
 * bits.  False when there is no memory. */
static bool fill_switch(ww_program *g, ww_node *head) {
	ww_switch *sw = &g->sw[head->set];
	uint32_t of[WW_SWITCH_MOST], n = head->next;
	uint16_t at[WW_SWITCH_MOST + 1];
	ww_byte_set all = { { 0 } };
	at[0] = head->to;
	for (uint32_t i = 0; i < n; i++) {
		const ww_node *choice = &g->node[at[i]];
		ww_byte_set set = i + 1 < n ? g->set[choice->set] : first_of(g, at[i]);
		at[i + 1] = choice->next;
		of[i] = buckets_of(&set);
		join(&all, &set);
	}
	sw->end = at[0];
	for (int b = 0; b < WW_SWITCH; b++)
		for (uint32_t i = n; i-- > 0;)
			if (of[i] >> b & 1)
				sw->at[b] = at[i];
	head->flag = true;
	return ww_program_add_set(g, &all, &sw->set);
}

/* Notes what can begin there where a node leads to; false when there is no memory. */
static bool know_first(ww_program *g, ww_node *n) {
	if (n->op == WW_NODE_SPAN && !n->flag) {
		ww_byte_set next = first_of(g, n->next);
		n->flag = have_none(&g->set[n->set], &next);
	}
	if (n->op != WW_NODE_CHOICE && (n->op < WW_NODE_PART || n->op > WW_NODE_BEHIND))
		return true;
	ww_byte_set to = first_of(g, n->to);
	if (n->op == WW_NODE_CHOICE) {
		ww_byte_set next = first_of(g, n->next);
		n->flag = have_none(&to, &next);
	}
	return ww_program_add_set(g, &to, &n->set);
}

/* Makes the new nodes ready: no way leads over what only joins, and each choice knows its
 * bytes.  False when there is no memory. */
static bool finish(ww_program *g, uint32_t from) {
	bool done = true;
	for (uint32_t i = from; i < g->n_nodes; i++) {
		ww_node *n = &g->node[i];
		if (n->op != WW_NODE_SWITCH)
			n->next = (uint16_t)ww_node_behind_skips(g, n->next);
		n->to = (uint16_t)ww_node_behind_skips(g, n->to);
	}
	for (uint32_t i = from; done && i < g->n_nodes; i++)
		done = know_first(g, &g->node[i]);
	for (uint32_t i = from; done && i < g->n_nodes; i++)
		done = g->node[i].op != WW_NODE_SWITCH || fill_switch(g, &g->node[i]);
	return done;
}

/* Of what was refused nothing is left. */
static void forget(ww_program *g, uint32_t from) {
	g->n_nodes = from;
	if (g->word_end >= from)
		g->word_end = 0;
	for (unsigned i = 0; i < 2u * g->language->n_parts; i++)
		if (g->part[i] >= from)
			g->part[i] = 0;
}

/* As date_pattern.c: a form ends at a word's end. */
#define WORD_END "(?!_*[0-9A-Za-z\\xC3-\\xDF])"

int ww_program_read(ww_program *g, unsigned form) {
	uint32_t from = g->n_nodes;
	unsigned in = g->word_end, out;
	int err = in ? WW_OK : ww_nodes_read(g, WORD_END, &in, &out);
	g->word_end = (uint16_t)in;
	if (!err)
		err = ww_nodes_read(g, g->language->forms[form].pattern, &in, &out);
	if (!err) {
		g->node[out].next = g->word_end;
		err = finish(g, from) ? WW_OK : WW_E_NOMEM;
	}
	if (err)
		forget(g, from);
	else
		g->form[form] = (uint16_t)ww_node_behind_skips(g, in);
	return err;
}

/* How many first nodes there are to be known: of a part two. */
static size_t n_first(const ww_language *language) {
	return language->n_forms + 2 * (size_t)language->n_parts;
}

/* The node and the set of number 0 are there from the beginning. */
int ww_program_init(ww_program *g, const ww_mem *mem, const ww_language *language) {
	ww_byte_set all;
	uint16_t number;
	memset(&all, 0xFF, sizeof all);
	*g = (ww_program){ .mem = *mem, .language = language };
	g->form = ww_new(mem, n_first(language) * sizeof *g->form);
	if (!g->form || !ww_program_add_set(g, &all, &number) ||
	    !ww_reserve(mem, &g->node, &g->cap_nodes, 1, sizeof *g->node))
		return WW_E_NOMEM;
	memset(g->form, 0, n_first(language) * sizeof *g->form);
	g->part = g->form + language->n_forms;
	g->node[g->n_nodes++] = (ww_node){ .op = WW_NODE_END };
	return WW_OK;
}

void ww_program_free(ww_program *g) {
	if (!g->language)
		return;
	ww_free(&g->mem, g->node, g->cap_nodes * sizeof *g->node);
	ww_free(&g->mem, g->set, g->cap_sets * sizeof *g->set);
	ww_free(&g->mem, g->sw, g->cap_switches * sizeof *g->sw);
	ww_free(&g->mem, g->byte, g->cap_bytes);
	ww_free(&g->mem, g->form, n_first(g->language) * sizeof *g->form);
}
