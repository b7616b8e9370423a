/* verb.h: what the verbs of a clause tell of its time, word by word.
 *
 * ww_verbs_add() is called with each word of the clause in turn; what it has found after the last
 * is the clause's. */
#ifndef WW_VERB_H
#define WW_VERB_H

#include "ascii.h"
#include "tense.h"

#include <string.h>

/* Questions that rules ask of a word: its type, its case, its classes, whether it is one word. */
static inline bool ww_is_word(const ww_clause_word *w) {
	return w->token.type == WW_TOK_WORD;
}

static inline bool ww_is_lower(const ww_clause_word *w) {
	return w->token.shape == WW_SHAPE_LOWER;
}

static inline bool ww_says(const ww_clause_word *w, uint32_t classes) {
	return (w->says & classes) != 0;
}

static inline bool ww_is(const ww_clause_word *w, uint32_t hash) {
	return ww_is_word(w) && w->token.hash == hash;
}

static inline bool ww_is_sign(const ww_clause_word *w, char sign) {
	return w->token.type == WW_TOK_PUNCT && w->token.hash == WW_HASH_1(sign);
}

#define WW_WORD_OF WW_HASH_2('o', 'f')
#define WW_WORD_TO WW_HASH_2('t', 'o')
#define WW_WORD_TOOK WW_HASH_4('t', 'o', 'o', 'k')

/* One clause as it is read, and what its verbs have told. */
typedef struct {
	const char *text;
	const ww_clause_word *at; /* the words so far, of which there are n */
	uint32_t n;
	ww_tense found;
	bool present;   /* a verb of the present, and no past after it */
	bool perfect;   /* its past is of the present: "has called" */
	bool past;      /* what the clauses before it told */
	bool took;      /* "it took", of what was done then */
	bool nobody;    /* "nobody could" */
	bool failed;    /* "failed", to do what follows */
	bool condition; /* "if" they do what follows */
	bool flipped;   /* the latest word made a past of a future */
	bool reported;  /* a past stood before what points ahead: "said he would" */
	bool behind;    /* it stands behind its day, and nothing before it */
	bool arranged;  /* it was only a participle that points ahead: "planned for" */
	int words;
} ww_verbs;

/* A word that is in no class and is no sign. */
extern const ww_clause_word ww_no_word;

/* The word `back` before the latest; where there is none, one that says nothing, so that
 * no rule has to ask whether its words exist. */
static inline const ww_clause_word *ww_behind(const ww_verbs *c, uint32_t back) {
	return back < c->n ? &c->at[c->n - 1 - back] : &ww_no_word;
}

/* Whether a word ends with some letters of ASCII, and has more than those. */
bool ww_ends(const ww_verbs *c, const ww_clause_word *w, const char *end);

/* A participle or past in -ed: "ruled", but not "need".  Capitals are left out: "United" is
 * a name far more often than a verb. */
bool ww_is_ed(const ww_verbs *c, const ww_clause_word *w);

/* Takes the latest word into account. */
void ww_verbs_add(ww_verbs *c);

#endif
