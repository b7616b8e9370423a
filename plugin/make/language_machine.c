/* A pattern as an automaton over bytes.
 *
 * Thompson's construction: each piece of a pattern becomes two states with ways between them,
 * and a set of states is led over a byte at once, so that nothing is ever tried twice.
 *
 * It knows of patterns what dates.txt uses.  Letters are taken in both cases, "\b" is nothing,
 * and groups that give nothing back are as others: the automaton takes all that the pattern
 * does, and more.  States are never minimised, as none lives long. */
#include "language_machine.h"

#include "language.h"

#include <stdlib.h>
#include <string.h>

static void add_range(byte_set *set, int first, int last) {
	for (int b = first; b <= last; b++)
		set->bit[b / 64] |= UINT64_C(1) << b % 64;
}

static bool is_letter(int b) {
	return (b | 32) >= 'a' && (b | 32) <= 'z';
}

/* Letters in both cases, as patterns mind none. */
void byte_set_add(byte_set *set, int first, int last) {
	add_range(set, first, last);
	for (int b = first; b <= last; b++)
		if (is_letter(b))
			add_range(set, b ^ 32, b ^ 32);
}

/* The room for states is fixed: a form that needs more is too long to be read by people, too. */
static uint32_t new_state(machine *m) {
	if (m->n == MACHINE_STATES)
		language_fault("dates.txt", m->line, "too long a pattern");
	m->state[m->n] = (machine_state){ .to = 0 };
	return m->n++;
}

/* A piece of an automaton: from one state to another, which has no way on yet. */
typedef struct {
	uint32_t in, out;
} piece;

/* What takes nothing: one state, which is both ends. */
static piece empty_piece(machine *m) {
	uint32_t s = new_state(m);
	return (piece){ s, s };
}

/* Adds a way from a state to another; of two at most.  No state is number 0, which is no way at
 * all. */
static void lead(machine *m, uint32_t from, uint32_t to) {
	if (!m->state[from].to)
		m->state[from].to = to;
	else
		m->state[from].or = to;
}

/* Returns a state that goes on to both.  A state has two ways at most: of more alternatives each
 * is parted from the rest. */
static uint32_t part(machine *m, uint32_t a, uint32_t b) {
	uint32_t s = new_state(m);
	lead(m, s, a);
	lead(m, s, b);
	return s;
}

/* "\xC3" or "\x{C3}": a pattern is of bytes, so two figures are all that there can be. */
static int hex_byte(machine *m) {
	bool braces = *m->p == '{';
	char *end;
	char digits[3] = { m->p[braces], m->p[braces + 1], '\0' };
	long b = strtol(digits, &end, 16);
	m->p += 2 + 2 * braces;
	return (int)b;
}

/* Reads a byte, which it returns, or a class of an escape, which it adds to `set`, and -1. */
static int read_byte(machine *m, byte_set *set) {
	int c = (uint8_t)*m->p++;
	if (c != '\\')
		return c;
	switch (c = (uint8_t)*m->p++) {
	case 'w':
		byte_set_add(set, 'a', 'z');
		add_range(set, '_', '_');
		/* fall through */
	case 'd':
		add_range(set, '0', '9');
		return -1;
	case 's':
		add_range(set, '\t', '\r');
		add_range(set, ' ', ' ');
		return -1;
	case 'n':
		return '\n';
	case 'x':
		return hex_byte(m);
	default:
		if (is_letter(c))
			language_fault("dates.txt", m->line, "\\%c is not known here", c);
		return c;
	}
}

/* Reads a class behind its bracket. */
static void read_class(machine *m, byte_set *set) {
	bool not = *m->p == '^';
	m->p += not;
	while (*m->p != ']') {
		int from = read_byte(m, set), to = from;
		if (from >= 0 && *m->p == '-' && m->p[1] != ']') {
			m->p++;
			to = read_byte(m, set);
		}
		if (from >= 0)
			byte_set_add(set, from, to);
	}
	m->p++;
	for (int i = 0; not && i < MACHINE_WORDS; i++)
		set->bit[i] = ~set->bit[i];
}

static piece read_choice(machine *m);

/* Passes over what stands behind a group's bracket: "?:", "?>", "?<name>", "?-i:".  What looks
 * around has been taken out before (language_pattern_bare()). */
static void skip_sort(machine *m) {
	if (*m->p == '*') /* a mark, "(*:name)" */
		m->p += strcspn(m->p, ")");
	if (*m->p == '?')
		m->p += strcspn(m->p, m->p[1] == '<' ? ">" : ":>") + 1;
}

/* A group, a class or a byte; "\b" is nothing here. */
static piece read_one(machine *m) {
	if (*m->p == '(') {
		m->p++;
		skip_sort(m);
		piece group = read_choice(m);
		m->p++; /* the closing bracket */
		return group;
	}
	if (m->p[0] == '\\' && m->p[1] == 'b') {
		m->p += 2;
		return empty_piece(m);
	}
	uint32_t in = new_state(m), out = new_state(m);
	byte_set *set = &m->state[in].takes;
	m->state[in].is_step = true;
	if (*m->p == '[') {
		m->p++;
		read_class(m, set);
	} else if (*m->p == '.') {
		m->p++;
		add_range(set, 0, MACHINE_BYTES - 1);
	} else {
		int c = read_byte(m, set);
		if (c >= 0)
			byte_set_add(set, c, c);
	}
	m->state[in].to = out;
	return (piece){ in, out };
}

/* How often the last piece may stand; false when nothing is said of it.  -1 is no end. */
static bool read_times(machine *m, long *least, long *most) {
	char *end;
	switch (*m->p) {
	case '?': *least = 0, *most = 1; break;
	case '*': *least = 0, *most = -1; break;
	case '+': *least = 1, *most = -1; break;
	case '{':
		*least = *most = strtol(m->p + 1, &end, 10);
		if (*end == ',')
			*most = end[1] == '}' ? -1 : strtol(end + 1, &end, 10);
		m->p = strchr(m->p, '}');
		break;
	default: return false;
	}
	m->p++;
	if (*m->p == '?' || *m->p == '+') /* lazy or possessive: what can match is the same, or less */
		m->p++;
	return true;
}

/* A piece as often as it may stand: read anew each time, as copies of states would need their
 * ways moved; the states of the first reading, which only told the piece's end, are used again. */
static piece read_repeated(machine *m) {
	const char *from = m->p;
	uint32_t n = m->n;
	piece one = read_one(m);
	long least, most;
	if (!read_times(m, &least, &most))
		return one;
	const char *behind = m->p;
	m->n = n;
	piece all = empty_piece(m);
	for (long i = 0; i < least || i < most || (most < 0 && i == least); i++) {
		m->p = from;
		one = read_one(m);
		uint32_t out = new_state(m);
		lead(m, one.out, most < 0 && i >= least ? part(m, one.in, out) : out);
		lead(m, all.out, i < least ? one.in : part(m, one.in, out));
		all.out = out;
	}
	m->p = behind;
	return all;
}

/* Pieces one behind the other, up to a bar or the group's end. */
static piece read_row(machine *m) {
	piece row = empty_piece(m);
	while (*m->p && *m->p != '|' && *m->p != ')') {
		piece next = read_repeated(m);
		lead(m, row.out, next.in);
		row.out = next.out;
	}
	return row;
}

/* Rows that exclude each other.  In a pattern the first that fits is taken; here all are. */
static piece read_choice(machine *m) {
	piece all = read_row(m);
	while (*m->p == '|') {
		m->p++;
		piece other = read_row(m);
		uint32_t out = new_state(m);
		lead(m, all.out, out);
		lead(m, other.out, out);
		all = (piece){ part(m, all.in, other.in), out };
	}
	return all;
}

/* Sets of states. */

/* A set is put together in one turn: states that take a byte, by way of those that do not. */
static void put(machine *m, states *set, uint32_t s) {
	if (!s || m->seen[s] == m->turn)
		return;
	m->seen[s] = m->turn;
	if (m->state[s].is_step) {
		set->at[set->n++] = (uint16_t)s;
		return;
	}
	put(m, set, m->state[s].to);
	put(m, set, m->state[s].or);
}

/* Behind `accept` a word must have ended, but anything else may follow, for ever: that is what
 * `done` takes, and from there no token is impossible. */
void machine_read(machine *m, const char *pattern, unsigned line, states *begin) {
	m->n = 1;
	m->p = pattern;
	m->line = line;
	piece all = read_choice(m);
	if (*m->p)
		language_fault("dates.txt", line, "a bracket too many at \"%.40s\"", m->p);
	m->accept = all.out;
	m->done = new_state(m);
	machine_state *accept = &m->state[m->accept], *done = &m->state[m->done];
	*done = (machine_state){ .to = m->done, .is_step = true };
	add_range(&done->takes, 0, MACHINE_BYTES - 1);
	*accept = *done;
	for (int b = 0; b < MACHINE_BYTES; b++)
		if ((b >= '0' && b <= '9') || is_letter(b))
			accept->takes.bit[b / 64] &= ~(UINT64_C(1) << b % 64);
	begin->n = 0;
	m->turn++;
	put(m, begin, all.in);
}

/* A state is gone on from when any of the bytes is one that it takes: which of them it was does
 * not matter, since all of a sort of tokens are led over together. */
void machine_next(machine *m, states *to, const states *from, const byte_set *bytes) {
	to->n = 0;
	m->turn++;
	for (uint32_t i = 0; i < from->n; i++) {
		const machine_state *s = &m->state[from->at[i]];
		uint64_t both = 0;
		for (int k = 0; k < MACHINE_WORDS; k++)
			both |= s->takes.bit[k] & bytes->bit[k];
		if (both)
			put(m, to, s->to);
	}
}

/* Adds the states that are not there yet. */
void machine_join(machine *m, states *to, const states *more) {
	m->turn++;
	for (uint32_t i = 0; i < to->n; i++)
		m->seen[to->at[i]] = m->turn;
	for (uint32_t i = 0; i < more->n; i++)
		put(m, to, more->at[i]);
}

bool states_have(const states *set, uint32_t state) {
	for (uint32_t i = 0; i < set->n; i++)
		if (set->at[i] == state)
			return true;
	return false;
}

void states_copy(states *to, const states *from) {
	to->n = from->n;
	memcpy(to->at, from->at, from->n * sizeof *from->at);
}

/* Until nothing new comes; there are no more rounds than states. */
void machine_repeat(machine *m, states *set, const byte_set *bytes) {
	states *next = language_alloc(sizeof *next);
	for (uint32_t n = UINT32_MAX; set->n != n;) {
		n = set->n;
		machine_next(m, next, set, bytes);
		machine_join(m, set, next);
	}
	free(next);
}
