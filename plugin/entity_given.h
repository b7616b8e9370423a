/* entity_given.h: given names that are one name in several forms. */
#ifndef WW_ENTITY_GIVEN_H
#define WW_ENTITY_GIVEN_H

#include "entity_name.h"
#include "word_list.h"

/* Whether two given names may be one person's: written in two ways ("Mohammed",
 * "Muhammad"), or one short for the other ("Bill", "William"; "Rafi", "Rafiq"). */
bool ww_given_same_name(const ww_entity_word *a, const ww_entity_word *b);
bool ww_given_is_short(const ww_entity_word *a, const ww_entity_word *b);

/* The numbers of the rows in which a name has short forms or is one, a byte each. */
uint32_t ww_given_rows(const ww_entity_word *w);

/* data/en/given.txt, a list of rows. */
extern const ww_word_list ww_given_words;

#endif
