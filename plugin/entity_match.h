/* entity_match.h: how well a name agrees with that of an entity. */
#ifndef WW_ENTITY_MATCH_H
#define WW_ENTITY_MATCH_H

#include "entity.h"

/* From not at all to word by word. */
typedef enum {
	WW_FIT_NONE,
	WW_FIT_SPELLING, /* but for one letter of one word */
	WW_FIT_SHORT,    /* one word, which is short for the given name */
	WW_FIT_GIVEN,    /* one word, which is the given name, or the second of several */
	WW_FIT_LOOSE,    /* initials, middle names left out */
	WW_FIT_SURNAME,  /* one word, which is the surname; first and last word of several */
	WW_FIT_ALL
} ww_fit;

/* Whether a word stands behind "bin" or "binti": it is the father's name, and no surname. */
bool ww_entity_is_patronymic(const ww_entity_word *w);

/* How well a mention fits another of its kind. */
ww_fit ww_entity_fit_name(const ww_entities *e, const ww_entity_mention *m,
                          const ww_entity_mention *name);

/* Whether a name has a word of another with other marks on its letters, or with none. */
bool ww_entity_respelt(const ww_entities *e, const ww_entity_mention *m,
                       const ww_entity_mention *name);

/* How well a mention fits an entity of its kind, by the names that the entity has. */
ww_fit ww_entity_fit(const ww_entities *e, const ww_entity_mention *m, const ww_entity *x);

#endif
