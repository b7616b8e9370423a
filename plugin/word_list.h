/* word_list.h: words of a language by what they say, packed when the program is made.
 *
 * Rules ask of most words whether they are one of some few: a look by the hash that the word
 * has already costs the same whatever is asked, and a list grows at no price. */
#ifndef WW_WORD_LIST_H
#define WW_WORD_LIST_H

#include <stdint.h>

/* A word and the classes that it is in; the hash 0 is that of a free place.  Two words of one hash
 * cannot be told apart: the maker refuses a list that has such, and a word of a text that happens
 * to hash as one of the list, once in some millions, is taken for it. */
typedef struct {
	uint32_t hash, classes;
} ww_listed_word;

/* Each word has a place of its own, so that a look is one comparison, whether it finds or not, and
 * no branch that a text could lead astray.  The upper bits of its hash choose a factor, which takes
 * the hash to the place; make/list_make.c has sought factors that lead no two to one place. */
typedef struct {
	const ww_listed_word *at;
	const uint8_t *factor;
	uint8_t to_factor, to_place; /* how far to shift */
} ww_word_list;

/* Where a hash leads; a macro, since the maker of lists seeks the factors with it. */
#define WW_LIST_PLACE(hash, factor, to_place) ((hash) * (uint32_t)(factor) >> (to_place))

/* Returns the classes of the word that hashes to `hash`, or 0. */
static inline uint32_t ww_word_list_find(const ww_word_list *list, uint32_t hash) {
	const ww_listed_word *w =
	        &list->at[WW_LIST_PLACE(hash, list->factor[hash >> list->to_factor], list->to_place)];
	return w->hash == hash ? w->classes : 0;
}

/* Of a list of rows `classes` are the numbers of up to four rows, a byte each: 1 to 127 are of
 * the first class, 129 to 255 of the second. */
enum { WW_LIST_ROWS = 128 };

/* What a list's classes are called in C.  WW_NAME_CLASSES(CLASS) has them all, as CLASS(NAME, WORD,
 * "word") with the name in the text behind it; of that come the bits of WW_NAME_WORD, their
 * numbers, and how many there are.  0 is WW_NAME_NOTHING. */
#define WW_LIST_BIT(list, class, text) WW_##list##_##class##_BIT,
#define WW_LIST_MASK(list, class, text) WW_##list##_##class = 1 << WW_##list##_##class##_BIT,
#define WW_LIST_CLASSES(list) \
	enum { WW_##list##_CLASSES(WW_LIST_BIT) WW_N_##list }; \
	enum { WW_##list##_CLASSES(WW_LIST_MASK) WW_##list##_NOTHING = 0 }; \
	_Static_assert(WW_N_##list <= 31, "a class is a bit of an int")

#endif
