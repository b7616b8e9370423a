/* name_rules.h: what the rules on names share: a block's words and names.  Only the rooms
 * name_rule*.c include it. */
#ifndef WW_NAME_RULES_H
#define WW_NAME_RULES_H

#include "name_act.h"
#include "name_beside.h"
#include "name_rule.h"

typedef struct {
	ww_names *names;
	const ww_mem *mem;
	const ww_name_words *words;
	const ww_name_word *at; /* the words … */
	uint32_t n;             /* … and how many */
	const char *text;
	const ww_evidence *ev;
	uint32_t from; /* the block's first name */
	bool failed;
	bool read, cricket; /* whether the block was looked through for cricket, and has it */
} ww_rule_block;

/* A stretch of capitals, words [first, end), which no other stands before: it ends as
 * ww_rule_capitals_end() says.  What the rules ask of the words right beside it is looked up once:
 * their classes of data/en/act.txt, 0 where there are none or, behind it, a line has ended.  At a
 * block's ends the words themselves are a sign that breaks the line and is none. */
typedef struct {
	uint32_t first, end;
	const ww_name_word *prev, *next;
	uint32_t before, behind;
} ww_rule_stretch;

static inline const ww_name_word *word(const ww_rule_block *r, uint32_t i) {
	return &r->at[i];
}

/* Whether word i is there and on the line of the word before it, or wrapped. */
static inline bool goes_on(const ww_rule_block *r, uint32_t i) {
	return i < r->n && !(word(r, i)->flags & WW_WORD_BREAK);
}

static inline bool is_word(const ww_rule_block *r, uint32_t i, uint32_t hash) {
	return i < r->n && word(r, i)->hash == hash;
}

/* Whether word i is a sign as ww_name_mark() has it, but for quotation marks: those of a pair and
 * apostrophes are told apart by more than the sign, and so are their hashes. */
static inline bool is_mark(const ww_rule_block *r, uint32_t i, char c) {
	return is_word(r, i, WW_HASH_1(c));
}

static inline bool is_apostrophe(const ww_rule_block *r, uint32_t i) {
	return i < r->n && word(r, i)->form == WW_FORM_PUNCT &&
	       ww_name_mark(r->text, word(r, i)->start, word(r, i)->end) == '\'';
}

static inline bool is_number(const ww_rule_block *r, uint32_t i) {
	return goes_on(r, i) && word(r, i)->form == WW_FORM_NUMBER;
}

static inline bool is_capital(const ww_rule_block *r, uint32_t i) {
	return i < r->n && ww_is_name(word(r, i));
}

/* Whether word i is one of letters, as those of the lists are, and of no sign or number. */
static inline bool is_of_letters(const ww_rule_block *r, uint32_t i) {
	return i < r->n && word(r, i)->form < WW_FORM_NUMBER;
}

static inline bool has_class(const ww_rule_block *r, uint32_t i, ww_classes classes) {
	return i < r->n && word(r, i)->gaz & classes;
}

/* Whether word i is there and in one of these classes of data/en/beside.txt. */
static inline bool is_in(const ww_rule_block *r, uint32_t i, uint32_t classes) {
	return i < r->n && ww_word_list_find(&ww_beside_words, word(r, i)->hash) & classes;
}

/* … or of data/en/act.txt. */
static inline bool is_act(const ww_rule_block *r, uint32_t i, uint32_t classes) {
	return goes_on(r, i) && ww_word_list_find(&ww_act_words, word(r, i)->hash) & classes;
}

static inline bool is_dropped(const ww_name *name) {
	return name->behind == name->first;
}

static inline uint32_t length(const ww_name_word *w) {
	return w->end - w->start;
}

/* Gives a name's votes to the words that it has now; `sure` when its kind is a rule's word. */
void ww_rule_vote(ww_rule_block *r, uint32_t n, bool sure);

/* Takes a name out, at the end. */
void ww_rule_drop(ww_rule_block *r, uint32_t n);

/* Gives a name another kind. */
void ww_rule_rename(ww_rule_block *r, uint32_t n, uint8_t kind, ww_name_by by);

/* The number of the name that has word i, or UINT32_MAX. */
uint32_t ww_rule_name_at(const ww_rule_block *r, uint32_t i);

/* The kind of the name that has word i, or 0. */
uint8_t ww_rule_kind_at(const ww_rule_block *r, uint32_t i);

/* Makes the words [first, behind) a name, in the place of all that have one of them; the
 * numbers of names that begin behind `first` grow by one. */
void ww_rule_set(ww_rule_block *r, uint32_t first, uint32_t behind, uint8_t kind, ww_name_by by);

/* Whether one of the words [first, end) has one of the classes, alone or in a phrase. */
bool ww_rule_any(const ww_rule_block *r, uint32_t first, uint32_t end, ww_classes classes);

/* Whether the article says of a word that it is an organisation's, or a team's. */
bool ww_rule_told_org(const ww_rule_block *r, uint32_t i);

/* Whether word i is "Mr", "Mrs", "Ms": what only persons have in front of them. */
bool ww_rule_called(const ww_rule_block *r, uint32_t i);

/* The first of the capitals on the line before word i, and the end of those from it on; i when
 * there are none, and no further than a name can be long. */
uint32_t ww_rule_capitals_start(const ww_rule_block *r, uint32_t i);
uint32_t ww_rule_capitals_end(const ww_rule_block *r, uint32_t i);

/* Applies all rules on the words of a run, each where it can begin. */
void ww_rules_on_run(ww_rule_block *r, ww_name_run run);

/* The rules, which are explained where they are; name_rule_ask.c says what each cannot do without
 * and asks for that, so that a rule need not ask again.  Of word i, … */
typedef void ww_rule_on_word(ww_rule_block *r, uint32_t i);
/* … or of a stretch of capitals, words [i, end). */
typedef void ww_rule_on_stretch(ww_rule_block *r, uint32_t i, uint32_t end);

/* name_rule_word.c */
ww_rule_on_word ww_rule_name_states_attorney, ww_rule_name_family, ww_rule_name_body,
	ww_rule_name_theirs, ww_rule_name_form, ww_rule_name_dateline, ww_rule_name_credit,
	ww_rule_name_after_rank, ww_rule_name_particle, ww_rule_name_irish, ww_rule_name_teams,
	ww_rule_name_constituency, ww_rule_name_scorers;
ww_rule_on_stretch ww_rule_name_aged, ww_rule_name_score, ww_rule_name_row, ww_rule_name_fixture,
	ww_rule_name_employer;
void ww_rule_name_source(ww_rule_block *r); /* at a block's beginning */

/* name_rule_beside.c */
ww_rule_on_word ww_rule_name_portfolio, ww_rule_name_branch, ww_rule_name_lenders,
	ww_rule_name_hospital, ww_rule_name_county, ww_rule_name_case;
ww_rule_on_stretch ww_rule_name_line_up, ww_rule_name_transfer, ww_rule_name_cutter,
	ww_rule_name_appointed, ww_rule_name_held;
void ww_rule_name_dealings(ww_rule_block *r, const ww_rule_stretch *s);
void ww_rule_name_shop(ww_rule_block *r, uint32_t end, bool owns);
void ww_rule_name_paper(ww_rule_block *r, uint32_t i, bool paper);

/* name_rule_act.c */
ww_rule_on_word ww_rule_name_actor, ww_rule_name_in_headline;
ww_rule_on_stretch ww_rule_name_players, ww_rule_name_called;

/* name_rule_team.c */
ww_rule_on_stretch ww_rule_name_beaten, ww_rule_name_signed_for, ww_rule_name_seller,
	ww_rule_name_nickname, ww_rule_name_school, ww_rule_name_playing, ww_rule_name_of_player,
	ww_rule_name_swept, ww_rule_name_whose;
void ww_rule_name_object(ww_rule_block *r, uint32_t i, uint32_t end, bool joins);
void ww_rule_name_owing(ww_rule_block *r, uint32_t i, uint32_t end, uint32_t whose);
void ww_rule_name_trader(ww_rule_block *r, uint32_t i, uint32_t end, bool earns);

/* name_rule_thing.c */
ww_rule_on_word ww_rule_name_titled, ww_rule_name_prize;

/* Whether a name is of what names no one: "Covid", "the Bill", "MPs", "the Party". */
bool ww_rule_is_thing(const ww_rule_block *r, const ww_name *name);

/* Applies the rules on names of things to one. */
void ww_rules_on_thing(ww_rule_block *r, uint32_t n);

#endif
