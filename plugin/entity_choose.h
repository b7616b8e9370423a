/* entity_choose.h: which of several entities a mention names. */
#ifndef WW_ENTITY_CHOOSE_H
#define WW_ENTITY_CHOOSE_H

#include "entity_match.h"

/* What speaks for an entity, the weightiest first. */
typedef enum {
	WW_FOR_READER,     /* of one word: it was introduced with that surname, or half of it */
	WW_FOR_FIT,        /* how well the names agree: a ww_fit */
	WW_FOR_TITLE,      /* it was given the title of the mention */
	WW_FOR_GENDER,     /* it is known to be of the mention's */
	WW_FOR_INTRODUCED, /* its full name stands before the mention */
	WW_FOR_CALLED_SO,  /* how often the surname alone named it so far */
	WW_FOR_NOT_GIVEN,  /* the article does not call it by the given name instead */
	WW_FOR_NEAR,       /* "said Cowley", "Mr Cowley": it was named last in the paragraph */
	WW_FOR_FULL,       /* how often its full name was told so far */
	WW_N_REASONS
} ww_reason;

typedef struct {
	uint32_t entity; /* or WW_NO_ENTITY */
	uint32_t for_it[WW_N_REASONS];
	uint32_t rivals; /* whom only what is behind WW_FOR_INTRODUCED tells from it, … */
	uint32_t equals; /* … or nothing at all */
} ww_choice;

/* The bit of a title that says what somebody is; 0 for none and for Mr and Ms.  One title in
 * thirty has that of another, which only makes a choice less sure. */
static inline uint32_t ww_entity_title_bit(const ww_entity_title *title, uint32_t hash) {
	return title->len && !title->polite ? UINT32_C(1) << (ww_gazetteer_mix(hash) & 31) : 0;
}

/* Notes that an entity was given a title. */
void ww_entity_add_title(ww_entity *x, const ww_entity_title *title);

/* Chooses among the entities whose name has a word of the mention's, and fits it at least so
 * well; among those of one key: `best` is the best so far.  An entity without mentions was
 * merged with another, and is no choice. */
ww_choice ww_entity_choose(ww_entities *e, const ww_entity_mention *m, ww_fit least);
void ww_entity_choose_by(ww_entities *e, const ww_entity_mention *m, uint32_t key, ww_fit least,
                         ww_choice *best);

/* The only entity whose initials an acronym is; WW_NO_ENTITY when there are others, or none. */
ww_choice ww_entity_choose_by_initials(ww_entities *e, const ww_entity_mention *m);

#endif
