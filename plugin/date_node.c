/* Reads patterns of forms to nodes, which date_try.c walks over.
 *
 * It knows of PCRE2's patterns what dates.txt uses, and gives an error at all else.  Each piece of
 * a pattern becomes nodes with one way in and one out; a piece that may stand several times is
 * read as often. */
#include "date_node.h"

#include "ascii.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
	ww_program *g;
	const char *p;
	bool exact, behind; /* letters as they are; inside of what looks behind */
	int err;
} reader;

/* A piece of a pattern: its first node and its last, which has no next one yet. */
typedef struct {
	unsigned in, out;
} piece;

/* Stops at a pattern that is not known; the first error counts, and ends all reading. */
static void fail(reader *r, int err) {
	if (!r->err)
		r->err = err;
	r->p = "";
}

/* Returns the number of a set; that of all bytes when there is no memory. */
static uint16_t set_number(reader *r, const ww_byte_set *set) {
	uint16_t number = 0;
	if (!ww_program_add_set(r->g, set, &number))
		fail(r, WW_E_NOMEM);
	return number;
}

/* Adds a node and returns its number; 0 when there is no memory. */
static unsigned add_node(reader *r, ww_node node) {
	ww_program *g = r->g;
	if (g->n_nodes == UINT16_MAX ||
	    !ww_reserve(&g->mem, &g->node, &g->cap_nodes, g->n_nodes + (size_t)1, sizeof *g->node)) {
		fail(r, WW_E_NOMEM);
		return 0;
	}
	g->node[g->n_nodes] = node;
	return g->n_nodes++;
}

static piece add_piece(reader *r, ww_node node) {
	unsigned n = add_node(r, node);
	return (piece){ n, n };
}

static piece add_skip(reader *r) {
	return add_piece(r, (ww_node){ .op = WW_NODE_SKIP });
}

/* Leads the way out of a node to another; no way leads from END. */
static void lead(reader *r, unsigned from, unsigned to) {
	if (from)
		r->g->node[from].next = (uint16_t)to;
}

/* White space between words is never gone back into. */
static piece add_blanks(reader *r) {
	ww_byte_set blanks = { { 0 } };
	ww_byte_set_add_white(&blanks);
	return add_piece(r, (ww_node){ .op = WW_NODE_SPAN, .flag = true, .least = 1,
	                               .most = WW_NODE_MANY, .set = set_number(r, &blanks) });
}

/* Adds the bytes of a set. */
static piece add_set(reader *r, const ww_byte_set *set) {
	return add_piece(r, (ww_node){ .op = WW_NODE_SET, .set = set_number(r, set) });
}

/* A class, behind its bracket: either blanks as anywhere, or one of the other bytes. */
static piece read_class(reader *r) {
	static const ww_byte_set none = { { 0 } };
	ww_byte_set set = none;
	bool blank = false;
	if (!ww_class_read(&r->p, &set, r->exact, r->behind ? NULL : &blank))
		fail(r, WW_E_PATTERN);
	if (!blank)
		return add_set(r, &set);
	if (memcmp(&set, &none, sizeof set) == 0)
		return add_blanks(r);
	piece blanks = add_blanks(r), one = add_set(r, &set), out = add_skip(r);
	lead(r, one.out, out.in);
	lead(r, blanks.out, out.in);
	unsigned in = add_node(r, (ww_node){ .op = WW_NODE_CHOICE, .to = (uint16_t)blanks.in,
	                                     .next = (uint16_t)one.in });
	return (piece){ in, out.out };
}

/* Whether how often is said at p. */
static bool is_times(const char *p) {
	return *p == '?' || *p == '*' || *p == '+' || (*p == '{' && ww_ascii_is_digit(p[1]));
}

/* Adds a byte to the literals; letters as they are, or small. */
static void add_literal(reader *r, int byte) {
	ww_program *g = r->g;
	if (g->n_bytes == UINT16_MAX ||
	    !ww_reserve(&g->mem, &g->byte, &g->cap_bytes, g->n_bytes + (size_t)1, 1)) {
		fail(r, WW_E_NOMEM);
		return;
	}
	g->byte[g->n_bytes++] = r->exact ? (char)byte : ww_ascii_lower((char)byte);
}

/* Reads bytes that mean themselves, all that come, but for the last before a number of times; one
 * alone before such, or a class of a backslash, is a set. */
static piece read_literals(reader *r) {
	ww_node node = { .op = WW_NODE_BYTES, .flag = r->exact, .set = (uint16_t)r->g->n_bytes };
	while (!r->err && *r->p && !strchr("()[]|{^$. ?*+", *r->p) && node.most < UINT8_MAX) {
		const char *from = r->p;
		ww_byte_set set = { { 0 } };
		if (from[0] == '\\' && from[1] == 'b')
			break;
		int c = ww_class_byte(&r->p, &set, r->exact);
		if (c == WW_CLASS_FAULT) {
			fail(r, WW_E_PATTERN);
		} else if (c >= 0 && !is_times(r->p)) {
			add_literal(r, c);
			node.most++;
		} else if (node.most == 0) {
			return add_set(r, &set);
		} else {
			r->p = from;
			break;
		}
	}
	if (node.most == 0)
		fail(r, WW_E_PATTERN);
	return add_piece(r, node);
}

static piece read_choice(reader *r);

/* Returns how many bytes a row takes, each of its ways as many; no way is gone twice. */
static unsigned width_of(const ww_program *g, unsigned at) {
	unsigned width = 0;
	while (at) {
		const ww_node *n = &g->node[at];
		if (n->op == WW_NODE_SET)
			width++;
		else if (n->op == WW_NODE_BYTES)
			width += n->most;
		else if (n->op == WW_NODE_SPAN)
			width += n->least;
		else if (n->op == WW_NODE_PART || n->op == WW_NODE_ATOM)
			width += width_of(g, n->to);
		at = n->op == WW_NODE_SWITCH ? n->to : n->next;
	}
	return width;
}

static piece read_row(reader *r);

/* What looks behind: of each of its rows the length is known.  One that must be there is one of
 * several ways; of those that must not be none may be there. */
static piece read_behind(reader *r, bool not) {
	piece all = add_skip(r), out = not ? all : add_skip(r);
	unsigned last = 0;
	bool was_behind = r->behind;
	r->behind = true;
	for (bool more = true; more && !r->err; r->p += more) {
		piece row = read_row(r);
		unsigned n = add_node(r, (ww_node){ .op = WW_NODE_BEHIND, .flag = not,
		                                    .to = (uint16_t)row.in });
		if (r->err)
			break;
		r->g->node[n].least = (uint8_t)width_of(r->g, row.in);
		more = *r->p == '|';
		if (not) {
			lead(r, out.out, n);
			out.out = n;
			continue;
		}
		lead(r, n, out.out);
		if (more)
			n = add_node(r, (ww_node){ .op = WW_NODE_CHOICE, .to = (uint16_t)n });
		lead(r, last ? last : all.in, n);
		last = n;
	}
	r->behind = was_behind;
	return (piece){ all.in, out.out };
}

/* What is told of a group behind its bracket. */
typedef struct {
	ww_node_op op; /* SKIP: nothing */
	bool not;
} group_sort;

/* Reads "?:", "?>", "?<name>", "?-i:" and what looks around. */
static group_sort read_sort(reader *r) {
	group_sort sort = { WW_NODE_SKIP, false };
	const char *p = r->p + 1;
	bool behind = *p == '<' && (p[1] == '=' || p[1] == '!');
	p += behind;
	if (*p == '>') {
		sort.op = WW_NODE_ATOM;
	} else if (*p == '=' || *p == '!') {
		sort.op = behind ? WW_NODE_BEHIND : WW_NODE_AHEAD;
		sort.not = *p == '!';
	} else if (*p == '<') {
		p += strcspn(p, ">");
	} else if (strncmp(p, "-i:", 3) == 0 || strncmp(p, "i:", 2) == 0) {
		r->exact = *p == '-';
		p = strchr(p, ':');
	} else if (*p != ':') {
		fail(r, WW_E_PATTERN);
	}
	if (!r->err)
		r->p = p + (*p != '\0');
	return sort;
}

/* A group with its brackets. */
static piece read_group(reader *r) {
	group_sort sort = { WW_NODE_SKIP, false };
	bool was_exact = r->exact;
	r->p++;
	if (*r->p == '*') /* a mark */
		r->p += strcspn(r->p, ")");
	else if (*r->p == '?')
		sort = read_sort(r);
	piece all = sort.op == WW_NODE_BEHIND ? read_behind(r, sort.not) : read_choice(r);
	if (*r->p != ')')
		fail(r, WW_E_PATTERN);
	else
		r->p++;
	r->exact = was_exact;
	if (sort.op == WW_NODE_ATOM || sort.op == WW_NODE_AHEAD)
		return add_piece(r, (ww_node){ .op = (uint8_t)sort.op, .flag = sort.not,
		                               .to = (uint16_t)all.in });
	return all;
}

static const ww_form_part *find_part(const ww_language *lang, const char *name, size_t len) {
	for (unsigned i = 0; i < lang->n_parts; i++)
		if (lang->parts[i].name[0] == name[0] && strlen(lang->parts[i].name) == len &&
		    memcmp(lang->parts[i].name, name, len) == 0)
			return &lang->parts[i];
	return NULL;
}

/* Reads a pattern that ends where it ends, and returns its first node. */
static unsigned read_all(reader *r, const char *pattern) {
	r->p = pattern;
	piece all = read_choice(r);
	if (*r->p)
		fail(r, WW_E_PATTERN);
	return all.in;
}

/* A part in braces, read when it is met for the first time: once for any case, and once as it is
 * written. */
static piece read_part(reader *r) {
	ww_program *g = r->g;
	size_t len = strcspn(r->p, "}");
	const ww_form_part *part = find_part(g->language, r->p + 1, len - 1);
	if (!part || !r->p[len]) {
		fail(r, WW_E_PATTERN);
		return add_skip(r);
	}
	const char *behind = r->p + len + 1;
	uint16_t *first = &g->part[2 * (size_t)(part - g->language->parts) + r->exact];
	if (!*first) {
		bool was_behind = r->behind;
		r->behind = false;
		unsigned in = read_all(r, part->pattern);
		r->behind = was_behind;
		if (!r->err)
			*first = (uint16_t)in;
	}
	if (!r->err)
		r->p = behind;
	/* a part of one node is that node */
	unsigned only = ww_node_behind_skips(g, *first);
	int op = g->node[only].op;
	if (op != WW_NODE_END && op != WW_NODE_CHOICE && op != WW_NODE_SWITCH &&
	    ww_node_behind_skips(g, g->node[only].next) == 0)
		return add_piece(r, g->node[only]);
	return add_piece(r, (ww_node){ .op = WW_NODE_PART, .to = *first });
}

/* A place: where a text begins or ends, or a word. */
static piece add_place(reader *r, ww_node_op op, size_t len) {
	r->p += len;
	return add_piece(r, (ww_node){ .op = (uint8_t)op });
}

/* A byte or some, a class, a group, a part, a place. */
static piece read_one(reader *r) {
	ww_byte_set set = { { 0 } };
	switch (*r->p) {
	case '(': return read_group(r);
	case '[': r->p++; return read_class(r);
	case '{': return read_part(r);
	case '^': return add_place(r, WW_NODE_BEGIN, 1);
	case '$': return add_place(r, WW_NODE_FINISH, 1);
	case ' ':
		r->p++;
		if (!r->behind)
			return add_blanks(r);
		ww_byte_set_add(&set, ' ');
		ww_byte_set_add(&set, '\n');
		return add_set(r, &set);
	case '.':
		r->p++;
		ww_byte_set_add(&set, '\n');
		ww_byte_set_invert(&set);
		return add_set(r, &set);
	default:
		return r->p[0] == '\\' && r->p[1] == 'b' ? add_place(r, WW_NODE_BORDER, 2)
		                                         : read_literals(r);
	}
}

/* How often the last piece may stand, if something is said of it. */
static bool read_times(reader *r, unsigned *least, unsigned *most, bool *possessive) {
	char *end;
	switch (*r->p) {
	case '?': *least = 0, *most = 1; break;
	case '*': *least = 0, *most = WW_NODE_MANY; break;
	case '+': *least = 1, *most = WW_NODE_MANY; break;
	default:
		if (!is_times(r->p))
			return false;
		*least = *most = (unsigned)strtoul(r->p + 1, &end, 10);
		if (*end == ',')
			*most = end[1] == '}' ? WW_NODE_MANY : (unsigned)strtoul(end + 1, &end, 10);
		r->p += strcspn(r->p, "}");
	}
	r->p += *r->p != '\0';
	*possessive = *r->p == '+';
	r->p += *possessive;
	if (*r->p == '?' || *least >= WW_NODE_MANY)
		fail(r, WW_E_PATTERN); /* as few as possible: no form asks for that */
	return true;
}

/* A piece as often as it may stand: it is read anew for each time but the first.  From each that
 * may be left out a way leads to the end. */
static piece repeat(reader *r, piece one, const char *from, unsigned least, unsigned most) {
	const char *behind = r->p;
	piece all = add_skip(r), end = add_skip(r);
	bool many = most == WW_NODE_MANY;
	for (unsigned i = 0; !r->err && (i < least || (many ? i == least : i < most)); i++) {
		if (i > 0) {
			r->p = from;
			one = read_one(r);
		}
		unsigned in = one.in;
		if (i >= least)
			in = add_node(r, (ww_node){ .op = WW_NODE_CHOICE, .to = (uint16_t)one.in,
			                            .next = (uint16_t)end.in });
		lead(r, all.out, in);
		all.out = one.out;
		if (many && i == least)
			lead(r, one.out, in);
	}
	if (!many || least == most)
		lead(r, all.out, end.in);
	if (!r->err)
		r->p = behind;
	return (piece){ all.in, end.out };
}

/* Bytes of a set are one node. */
static piece read_repeated(reader *r) {
	const char *from = r->p;
	piece one = read_one(r);
	unsigned least, most;
	bool possessive;
	if (r->err || !read_times(r, &least, &most, &possessive) || r->err)
		return one;
	ww_node *node = &r->g->node[one.in];
	if (one.in == one.out && node->op == WW_NODE_SET) {
		node->op = WW_NODE_SPAN;
		node->flag = possessive;
		node->least = (uint8_t)least;
		node->most = (uint8_t)most;
		return one;
	}
	piece all = repeat(r, one, from, least, most);
	if (possessive)
		return add_piece(r, (ww_node){ .op = WW_NODE_ATOM, .to = (uint16_t)all.in });
	return all;
}

/* Pieces one behind the other, up to a bar or the group's end. */
static piece read_row(reader *r) {
	piece row = add_skip(r);
	while (!r->err && *r->p && *r->p != '|' && *r->p != ')') {
		piece next = read_repeated(r);
		lead(r, row.out, next.in);
		row.out = next.out;
	}
	return row;
}

/* Makes the node before many choices know them: what is in the table comes in the end. */
static void add_switch(reader *r, unsigned head, unsigned n) {
	ww_program *g = r->g;
	if (g->n_switches == UINT16_MAX || !ww_reserve(&g->mem, &g->sw, &g->cap_switches,
	                                               g->n_switches + (size_t)1, sizeof *g->sw)) {
		fail(r, WW_E_NOMEM);
		return;
	}
	g->sw[g->n_switches] = (ww_switch){ .set = 0 };
	g->node[head] = (ww_node){ .op = WW_NODE_SWITCH, .to = g->node[head].next,
		                       .set = (uint16_t)g->n_switches++, .next = (uint16_t)n };
}

/* Rows of which the first is taken that fits, with what is behind. */
static piece read_choice(reader *r) {
	piece row = read_row(r);
	if (r->err || *r->p != '|')
		return row;
	unsigned head = add_node(r, (ww_node){ .op = WW_NODE_SKIP }), last = head, n = 1;
	piece out = add_skip(r);
	for (; !r->err; n++) {
		bool more = *r->p == '|';
		unsigned in = row.in;
		if (more)
			in = add_node(r, (ww_node){ .op = WW_NODE_CHOICE, .to = (uint16_t)row.in });
		lead(r, last, in);
		lead(r, row.out, out.in);
		last = in;
		if (!more)
			break;
		r->p++;
		row = read_row(r);
	}
	if (n >= WW_SWITCH_LEAST && n <= WW_SWITCH_MOST && !r->err)
		add_switch(r, head, n);
	return (piece){ head, out.out };
}

int ww_nodes_read(ww_program *g, const char *pattern, unsigned *in, unsigned *out) {
	reader r = { .g = g, .p = pattern };
	piece all = read_choice(&r);
	if (*r.p)
		fail(&r, WW_E_PATTERN);
	*in = all.in;
	*out = all.out;
	return r.err;
}
