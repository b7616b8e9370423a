/* Which tokens can follow each other in a form, from its second on.
 *
 * A form's automaton (language_machine.c) is led over all tokens of a sort at once: where no
 * state is left, the pattern cannot go on with such a token.  Asking PCRE2, as is done for the
 * first two tokens (language_start.c), would need a text for each row of three words.
 *
 * Of words that have more than plain letters, "tenth's", nothing is said: a form may end inside
 * of them, where a pattern sees no letter. */
#include "language_step.h"

#include "date_start.h"
#include "language_machine.h"

#include <stdlib.h>
#include <string.h>

/* Room for the letters of all words with a role, which are some thousands. */
enum { MOST_NODES = 8192, LETTERS = 26, LAST = MACHINE_BYTES - 1 };

/* Words that have a role, letter by letter: other words are those that leave this tree. */
typedef struct {
	uint32_t child[LETTERS];
	bool ends;
} node;

typedef struct {
	machine machine;
	node node[MOST_NODES];
	uint32_t n_nodes;
	const language *lang;
} maker;

/* Sets are too large for the stack of a function that calls itself; the caller frees them. */
static states *new_states(void) {
	states *set = language_alloc(sizeof *set);
	set->n = 0;
	return set;
}

static void join(maker *m, states *to, const states *more) {
	machine_join(&m->machine, to, more);
}

/* Adds a word with a role to the tree of those that other words are not. */
static void add_word(maker *m, const char *word) {
	uint32_t at = 0;
	for (const char *p = word; *p; p++)
		if (*p < 'a' || *p > 'z')
			return; /* no other word is like it: ww_later_of() says nothing of such */
	for (const char *p = word; *p; p++) {
		uint32_t *child = &m->node[at].child[*p - 'a'];
		if (!*child) {
			if (m->n_nodes == MOST_NODES)
				language_fault("words.txt", 0, "too many words");
			*child = m->n_nodes++;
		}
		at = *child;
	}
	m->node[at].ends = true;
}

/* What dashes and curly quotes begin with. */
enum { GENERAL = 0xE2, DASHES = 0x80, CURLY = 0x99 };

/* Leads `from` over bytes [first, last], and adds that. */
static void over_range(maker *m, int first, int last, const states *from, states *to) {
	byte_set bytes = { 0 };
	states *next = new_states();
	byte_set_add(&bytes, first, last);
	machine_next(&m->machine, next, from, &bytes);
	join(m, to, next);
	free(next);
}

/* The same over characters of two bytes, or the first two of one. */
static void over_two(maker *m, int lead, int first, int last, const states *from, states *to) {
	states *next = new_states();
	over_range(m, lead, lead, from, next);
	over_range(m, first, last, next, to);
	free(next);
}

/* Of three. */
static void over_three(maker *m, int lead, int second, int first, int last, const states *from,
                       states *to) {
	states *next = new_states();
	over_two(m, lead, second, second, from, next);
	over_range(m, first, last, next, to);
	free(next);
}

/* Leads `from` over words without a role that begin as the tree's node `at` says: to `to`.
 * Only of words in plain letters anything is said. */
static void over_others(maker *m, uint32_t at, const states *from, states *to) {
	byte_set letters = { 0 };
	byte_set_add(&letters, 'a', 'z');
	states *next = new_states();
	for (int i = 0; i < LETTERS; i++) {
		uint32_t child = m->node[at].child[i];
		next->n = 0;
		over_range(m, 'a' + i, 'a' + i, from, next);
		if (next->n && child)
			over_others(m, child, next, to);
		else
			machine_repeat(&m->machine, next, &letters);
		if (!child || !m->node[child].ends)
			join(m, to, next);
	}
	free(next);
}

/* Leads *set over one word; an apostrophe may be curly, letters beyond ASCII capitals. */
static void over_word(maker *m, const char *word, states *set) {
	states *next = new_states();
	for (const char *p = word; *p && set->n; p++) {
		next->n = 0;
		if ((uint8_t)*p >= 0x80)
			over_range(m, 0x80, LAST, set, next);
		else
			over_range(m, *p, *p, set, next);
		if (*p == '\'')
			over_three(m, GENERAL, DASHES, CURLY, CURLY, set, next);
		states_copy(set, next);
	}
	free(next);
}

/* Over all words that have a role, each by itself. */
static void over_role(maker *m, int role, const states *from, states *to) {
	states *set = new_states();
	for (unsigned i = 0; i < m->lang->tables.n_words; i++) {
		if (m->lang->words[i].role != role)
			continue;
		states_copy(set, from);
		over_word(m, m->lang->words[i].text, set);
		join(m, to, set);
	}
	free(set);
}

/* Leads `from` over so many bytes of a set, or more when `most` is -1. */
static void over_bytes(maker *m, const byte_set *bytes, int least, int most, const states *from,
                       states *to) {
	states *set = new_states(), *next = new_states();
	states_copy(set, from);
	for (int i = 1; set->n && (i <= most || i <= least); i++) {
		machine_next(&m->machine, next, set, bytes);
		states_copy(set, next);
		if (i >= least && most >= 0)
			join(m, to, set);
	}
	if (most < 0) {
		machine_repeat(&m->machine, set, bytes);
		join(m, to, set);
	}
	free(set);
	free(next);
}

/* Leaves of a set the states that can take something behind a word or number, which does not go
 * on: other bytes than those from `first` to `last`, letters in both cases. */
static void end_token(const maker *m, int first, int last, states *set) {
	byte_set inside = { 0 };
	uint32_t n = 0;
	byte_set_add(&inside, first, last);
	for (uint32_t i = 0; i < set->n; i++) {
		uint64_t others = 0;
		for (int k = 0; k < MACHINE_WORDS; k++)
			others |= m->machine.state[set->at[i]].takes.bit[k] & ~inside.bit[k];
		if (others)
			set->at[n++] = set->at[i];
	}
	set->n = n;
}

/* Over a number of so many figures, behind which none follows. */
static void over_figures(maker *m, int least, int most, const states *from, states *to) {
	byte_set digits = { 0 };
	byte_set_add(&digits, '0', '9');
	over_bytes(m, &digits, least, most, from, to);
	end_token(m, '0', '9', to);
}

/* Signs of ASCII that are neither letter nor digit nor blank, of which `only` or, when that is
 * 0, all that have no sort of their own. */
static void over_sign(maker *m, char only, const states *from, states *to) {
	byte_set bytes = { 0 };
	for (int b = '!'; b < 0x7F; b++) {
		bool letter = (b >= '0' && b <= '9') || ((b | 32) >= 'a' && (b | 32) <= 'z');
		if (only ? b == only : !letter && !strchr(":-./',", b))
			byte_set_add(&bytes, b, b);
	}
	if (!only) { /* and control characters, but for the blanks */
		byte_set_add(&bytes, 0, '\t' - 1);
		byte_set_add(&bytes, '\r' + 1, ' ' - 1);
		byte_set_add(&bytes, 0x7F, 0x7F);
	}
	over_bytes(m, &bytes, 1, 1, from, to);
}

/* Any character beyond ASCII, and parts of one, but for those that begin as dashes do. */
static void over_wide(maker *m, const states *from, states *to) {
	states *set = new_states();
	over_range(m, 0x80, GENERAL - 1, from, set);
	over_range(m, GENERAL + 1, LAST, from, set);
	for (int i = 0; i < 3; i++) /* more bytes */
		over_range(m, 0x80, 0xBF, set, set);
	join(m, to, set);
	free(set);
}

/* Curly quotes, and whatever else begins as dashes do. */
static void over_quote(maker *m, const states *from, states *to) {
	over_sign(m, '\'', from, to);
	over_range(m, GENERAL, GENERAL, from, to);
	over_two(m, GENERAL, 0x80, 0xBF, from, to);
	over_three(m, GENERAL, DASHES, 0x96, 0xBF, from, to);
	for (int second = DASHES + 1; second <= 0xBF; second++)
		over_three(m, GENERAL, second, 0x80, 0xBF, from, to);
}

/* What the form goes on with, whatever that is. */
static void over_all(maker *m, states *to) {
	to->n = 1;
	to->at[0] = (uint16_t)m->machine.done;
}

/* Leads `from` over a token with that sign, as ww_sign_of() tells, … */
static void over_sign_of(maker *m, int sign, const states *from, states *to) {
	switch (sign) {
	case WW_ROLE_NONE: over_figures(m, 1, 2, from, to); break;
	case WW_SIGN_HUNDREDS: over_figures(m, 3, 3, from, to); break;
	case WW_SIGN_FIGURES: over_figures(m, 4, -1, from, to); break;
	case WW_SIGN_COLON: over_sign(m, ':', from, to); break;
	case WW_SIGN_HYPHEN:
		over_sign(m, '-', from, to);
		over_three(m, GENERAL, DASHES, 0x80, 0x95, from, to);
		break;
	case WW_SIGN_DOT: over_sign(m, '.', from, to); break;
	case WW_SIGN_SLASH: over_sign(m, '/', from, to); break;
	case WW_SIGN_QUOTE: over_quote(m, from, to); break;
	default:
		over_role(m, sign, from, to);
		end_token(m, 'a', 'z', to);
	}
}

/* … or one without. */
static void over_other(maker *m, int next, const states *from, states *to) {
	if (next == WW_NEXT_WORD) {
		over_others(m, 0, from, to);
		end_token(m, 'a', 'z', to);
	} else if (next == WW_NEXT_COMMA) {
		over_sign(m, ',', from, to);
	} else {
		over_sign(m, '\0', from, to);
		over_wide(m, from, to);
	}
}

/* Leads `from` over the blanks before a token, and adds that. */
static void over_gap(maker *m, const states *from, states *to) {
	byte_set blanks = { 0 };
	byte_set_add(&blanks, '\t', '\r');
	byte_set_add(&blanks, ' ', ' ');
	over_bytes(m, &blanks, 1, -1, from, to);
}

/* Leads `from`, in front of any gap, over all tokens that ww_later_of() calls `next`: to `to`. */
static void over_token(maker *m, int next, const states *from, states *to) {
	states *any = new_states();
	states_copy(any, from);
	over_gap(m, from, any);
	to->n = 0;
	bool ends = next == WW_NEXT_END && states_have(any, m->machine.accept);
	if (ends || states_have(any, m->machine.done))
		over_all(m, to);
	else if (next < WW_N_SIGNS)
		over_sign_of(m, next, any, to);
	else if (next != WW_NEXT_END)
		over_other(m, next, any, to);
	free(any);
}

/* Over any word that touches, also such as have more than plain letters: of it nothing is
 * known but that it is one, and a form may end inside. */
static void over_any_word(maker *m, const states *from, states *to) {
	byte_set bytes = { 0 };
	byte_set_add(&bytes, 'a', 'z');
	byte_set_add(&bytes, '\'', '\'');
	byte_set_add(&bytes, 0x80, LAST);
	over_bytes(m, &bytes, 1, -1, from, to);
}

/* The same as ww_next_of() tells, of a second token: whether words and numbers touch. */
static void over_second(maker *m, int next, const states *from, states *to) {
	states *apart = new_states();
	bool number = next == WW_ROLE_NONE || next == WW_SIGN_HUNDREDS || next == WW_SIGN_FIGURES;
	bool word = next == WW_NEXT_WORD || (next > WW_ROLE_NONE && next < WW_N_ROLES);
	apart->n = to->n = 0;
	over_gap(m, from, apart);
	if (next == WW_NEXT_TOUCHING_NUMBER) {
		over_figures(m, 1, -1, from, to);
	} else if (next == WW_NEXT_TOUCHING_WORD) {
		over_any_word(m, from, to);
	} else if (number || word) {
		if (states_have(apart, m->machine.done))
			over_all(m, to);
		else if (next < WW_N_SIGNS)
			over_sign_of(m, next, apart, to);
		else
			over_other(m, next, apart, to);
	} else {
		over_token(m, next, from, to);
	}
	free(apart);
}

/* Of each sort of a second token the states behind it. */
static void find_seconds(maker *m, const states *from, const language_starts *starts,
                         states *second) {
	states *first = new_states();
	states *to = new_states();
	for (int sign = 0; sign < WW_N_SIGNS; sign++) {
		if (!starts->next[sign])
			continue;
		first->n = 0;
		over_sign_of(m, sign, from, first);
		for (int next = 0; next < WW_N_NEXT; next++)
			if (starts->next[sign] & WW_SIGN_BIT(next)) {
				over_second(m, next, first, to);
				join(m, &second[next], to);
			}
	}
	free(first);
	free(to);
}

/* Leads the states behind each sort of a token over the next one, and notes which there can be. */
static void take_step(maker *m, const states at[WW_N_NEXT], ww_signs next[WW_N_NEXT],
                      states behind[WW_N_NEXT]) {
	states *to = new_states();
	for (int i = 0; i < WW_N_NEXT; i++) {
		next[i] = 0;
		for (int k = 0; at[i].n && k < WW_N_NEXT; k++) {
			over_token(m, k, &at[i], to);
			next[i] |= to->n ? WW_SIGN_BIT(k) : 0;
			join(m, &behind[k], to);
		}
	}
	free(to);
}

static void read_words(maker *m, const language *lang) {
	m->lang = lang;
	m->n_nodes = 1;
	for (unsigned i = 0; i < lang->tables.n_words; i++)
		add_word(m, lang->words[i].text);
}

/* From the form's beginning over each first token and each second one, by what
 * language_find_starts() found out; then over the third and the fourth. */
void language_find_steps(const language *lang, unsigned form, const language_starts *starts,
                         language_steps *out) {
	static maker m;
	static states begin, at[1 + WW_FORM_STEPS][WW_N_NEXT];
	if (m.lang != lang)
		read_words(&m, lang);
	char *pattern = language_pattern_bare(lang, &lang->forms[form], true);
	machine_read(&m.machine, pattern, lang->forms[form].line, &begin);
	free(pattern);
	for (int k = 0; k <= WW_FORM_STEPS; k++)
		for (int i = 0; i < WW_N_NEXT; i++)
			at[k][i].n = 0;
	find_seconds(&m, &begin, starts, at[0]);
	for (int k = 0; k < WW_FORM_STEPS; k++)
		take_step(&m, at[k], out->next[k], at[k + 1]);
}
