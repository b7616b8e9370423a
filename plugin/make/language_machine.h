/* language_machine.h: a pattern as an automaton over bytes. */
#ifndef WW_LANGUAGE_MACHINE_H
#define WW_LANGUAGE_MACHINE_H

#include <stdbool.h>
#include <stdint.h>

enum { MACHINE_BYTES = 256, MACHINE_WORDS = MACHINE_BYTES / 64, MACHINE_STATES = 16000 };

/* A set of bytes. */
typedef struct {
	uint64_t bit[MACHINE_WORDS];
} byte_set;

/* A state takes a byte of `takes` and goes on to `to`; one that takes none goes on without a
 * byte, to both ends.  0 is the number of none. */
typedef struct {
	byte_set takes;
	uint32_t to, or;
	bool is_step;
} machine_state;

/* A pattern ends in `accept`, from which whatever is no part of a word leads to `done`, and there
 * anything may follow. */
typedef struct {
	machine_state state[MACHINE_STATES];
	uint32_t n, accept, done;
	uint32_t seen[MACHINE_STATES], turn; /* when a state was last put into a set */
	const char *p;                       /* where the pattern is read */
	unsigned line;                       /* of dates.txt */
} machine;

/* States that take a byte, each once. */
typedef struct {
	uint32_t n;
	uint16_t at[MACHINE_STATES];
} states;

/* Adds bytes, letters in both cases. */
void byte_set_add(byte_set *set, int first, int last);

/* Reads a pattern without what looks around, and stores the states that it begins with.  It
 * exits where it does not know what the pattern says. */
void machine_read(machine *m, const char *pattern, unsigned line, states *begin);

/* Stores the states that a byte of a set leads to. */
void machine_next(machine *m, states *to, const states *from, const byte_set *bytes);

/* Adds to a set what another has more. */
void machine_join(machine *m, states *to, const states *more);

/* Adds all that any number of bytes leads to. */
void machine_repeat(machine *m, states *set, const byte_set *bytes);

bool states_have(const states *set, uint32_t state);
void states_copy(states *to, const states *from);

#endif
