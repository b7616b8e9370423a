/* Tries a form at a place of a text: whether it matches there, and how far.
 *
 * It walks over the nodes of the form's pattern as the pattern is written, and goes back where
 * two ways can be gone, as PCRE2 does.  At most of these one byte tells the only way. */
#include "date_program.h"

#include "ascii.h"

/* Limits of one try.  The longest forms take some hundred steps; text that was made to be slow
 * gets no match instead.  A level takes some hundred bytes of the stack. */
enum { MOST_STEPS = 20000, MOST_LEVELS = 400 };

typedef struct {
	const ww_node *node;
	const ww_byte_set *set;
	const ww_switch *sw;
	const char *literals;
	const char *text, *end;
	int steps, levels; /* that are left */
} place;

/* What follows the part that is walked through, and what that. */
typedef struct rest {
	unsigned next;
	const struct rest *up;
} rest;

static bool is_word(char c) {
	return ww_ascii_is_letter(c) || ww_ascii_is_digit(c) || c == '_';
}

static bool is_border(const place *x, const char *p) {
	return (p > x->text && is_word(p[-1])) != (p < x->end && is_word(*p));
}

/* Whether what a node leads to can begin at p. */
static bool can_begin(const place *x, const ww_node *n, const char *p) {
	return !n->set || (p < x->end && ww_byte_set_has(&x->set[n->set], *p));
}

/* Whether the literals of a node are at p. */
static bool has_bytes(const place *x, const ww_node *n, const char *p) {
	const char *literal = x->literals + n->set;
	if (x->end - p < n->most)
		return false;
	for (unsigned i = 0; i < n->most; i++)
		if ((n->flag ? p[i] : ww_ascii_lower(p[i])) != literal[i])
			return false;
	return true;
}

/* How many bytes of a span are at p. */
static long span_at(const place *x, const ww_node *n, const char *p) {
	const ww_byte_set *set = &x->set[n->set];
	const char *q = p;
	while (q < x->end && (n->most == WW_NODE_MANY || q - p < n->most) && ww_byte_set_has(set, *q))
		q++;
	return q - p;
}

static const char *walk(place *x, unsigned at, const char *p, const rest *behind);

/* Walks a way that may have to be gone back. */
static const char *try_way(place *x, unsigned at, const char *p, const rest *behind) {
	if (x->levels == 0 || x->steps == 0) {
		x->steps = 0;
		return NULL;
	}
	x->steps--;
	x->levels--;
	const char *end = walk(x, at, p, behind);
	x->levels++;
	return end;
}

/* Whether what a node looks for is before p. */
static bool is_behind(place *x, const ww_node *n, const char *p) {
	return p - x->text >= n->least && can_begin(x, n, p - n->least) &&
	       try_way(x, n->to, p - n->least, NULL) == p;
}

/* Walks a span, of which less may do: the longest first. */
static const char *try_span(place *x, const ww_node *n, const char *p, long most,
                            const rest *behind) {
	for (; most >= n->least; most--) {
		const char *end = try_way(x, n->next, p + most, behind);
		if (end)
			return end;
	}
	return NULL;
}

/* Returns where the match ends whose pattern goes on at node `at`, and that at p. */
static const char *walk(place *x, unsigned at, const char *p, const rest *behind) {
	for (;;) {
		const ww_node *n = &x->node[at];
		const char *end;
		long most;
		at = n->next;
		switch (n->op) {
		case WW_NODE_END:
			if (!behind)
				return p;
			at = behind->next;
			behind = behind->up;
			break;
		case WW_NODE_BYTES:
			if (!has_bytes(x, n, p))
				return NULL;
			p += n->most;
			break;
		case WW_NODE_SET:
			if (p == x->end || !ww_byte_set_has(&x->set[n->set], *p))
				return NULL;
			p++;
			break;
		case WW_NODE_SPAN:
			most = span_at(x, n, p);
			if (most < n->least)
				return NULL;
			if (!n->flag && most > n->least)
				return try_span(x, n, p, most, behind);
			p += most;
			break;
		case WW_NODE_CHOICE:
			if (!can_begin(x, n, p))
				break;
			if (n->flag)
				at = n->to;
			else if ((x->node[n->to].op != WW_NODE_BYTES || has_bytes(x, &x->node[n->to], p)) &&
			         (end = try_way(x, n->to, p, behind)) != NULL)
				return end;
			break;
		case WW_NODE_SWITCH:
			at = p < x->end ? x->sw[n->set].at[(uint8_t)*p % WW_SWITCH] : x->sw[n->set].end;
			if (!at)
				return NULL;
			break;
		case WW_NODE_PART:
			if (!can_begin(x, n, p))
				return NULL;
			if (at) {
				rest further = { at, behind };
				return try_way(x, n->to, p, &further);
			}
			at = n->to;
			break;
		case WW_NODE_ATOM:
			if (!can_begin(x, n, p) || !(p = try_way(x, n->to, p, NULL)))
				return NULL;
			break;
		case WW_NODE_AHEAD:
			if (n->flag == (can_begin(x, n, p) && try_way(x, n->to, p, NULL)))
				return NULL;
			break;
		case WW_NODE_BEHIND:
			if (n->flag == is_behind(x, n, p))
				return NULL;
			break;
		case WW_NODE_BEGIN:
			if (p > x->text)
				return NULL;
			break;
		case WW_NODE_FINISH:
			if (p < x->end && (p + 1 < x->end || *p != '\n'))
				return NULL;
			break;
		case WW_NODE_BORDER:
			if (!is_border(x, p))
				return NULL;
			break;
		default: break;
		}
	}
}

const char *ww_program_try(const ww_program *program, unsigned form, const char *text, size_t len,
                           size_t start) {
	place x = { program->node, program->set, program->sw, program->byte, text, text + len, MOST_STEPS,
		        MOST_LEVELS };
	const char *end = walk(&x, program->form[form], text + start, NULL);
	return x.steps ? end : NULL;
}
