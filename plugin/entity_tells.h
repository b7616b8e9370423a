/* entity_tells.h: words around names that tell whom they name. */
#ifndef WW_ENTITY_TELLS_H
#define WW_ENTITY_TELLS_H

#include "word_list.h"

#include <stdbool.h>

/* The classes, as data/en/tells.txt calls and explains them. */
#define WW_TELLS_CLASSES(CLASS) \
	CLASS(TELLS, THE, "the") CLASS(TELLS, AND, "and") CLASS(TELLS, LINK, "link") \
	CLASS(TELLS, BEING, "being") CLASS(TELLS, OF, "of") CLASS(TELLS, NAME, "name") \
	CLASS(TELLS, BY, "by") CLASS(TELLS, UNDER, "under") CLASS(TELLS, BORN, "born") \
	CLASS(TELLS, GOES, "goes") CLASS(TELLS, CALL, "call") CLASS(TELLS, WHOM, "whom") \
	CLASS(TELLS, AS, "as") CLASS(TELLS, HIM, "him") CLASS(TELLS, PRONOUN, "pronoun") \
	CLASS(TELLS, WHO, "who") CLASS(TELLS, CLOCK, "clock") CLASS(TELLS, HOME, "home") \
	CLASS(TELLS, ONE, "one") CLASS(TELLS, NO, "no") CLASS(TELLS, RELATION, "relation") \
	CLASS(TELLS, SON, "son") CLASS(TELLS, US, "us") CLASS(TELLS, UK, "uk") \
	CLASS(TELLS, UN, "un") CLASS(TELLS, EU, "eu")

WW_LIST_CLASSES(TELLS);

extern const ww_word_list ww_tells_words;

/* Whether the word that hashes to `hash` is in one of the classes. */
bool ww_tells(uint32_t hash, uint32_t classes);

#endif
