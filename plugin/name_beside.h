/* name_beside.h: words that tell of the names beside them. */
#ifndef WW_NAME_BESIDE_H
#define WW_NAME_BESIDE_H

#include "word_list.h"

/* The classes, as data/en/beside.txt calls and explains them. */
#define WW_BESIDE_CLASSES(CLASS) \
	CLASS(LAW, "law") CLASS(LINE_UP, "line-up") CLASS(LENDERS, "lenders") CLASS(FEE, "fee") \
	CLASS(CLAUSE, "clause") CLASS(GIVES, "gives") CLASS(OFFICE, "office") \
	CLASS(WITH, "with") CLASS(OF, "of") CLASS(IN, "in") CLASS(TO, "to") CLASS(TALKS, "talks") \
	CLASS(RATES, "rates") CLASS(STAFF, "staff") CLASS(WATCHES, "watches") CLASS(WHOSE, "whose") \
	CLASS(BROUGHT, "brought") CLASS(PRIZE, "prize") CLASS(OF_FIRMS, "of-firms") \
	CLASS(CUTS, "cuts") CLASS(POSTS, "posts") CLASS(SHARES, "shares") CLASS(DRAW, "draw") \
	CLASS(PAPER, "paper") CLASS(COUNTY, "county") CLASS(CRICKET, "cricket") CLASS(BODILY, "bodily")

#define WW_BESIDE_BIT(name, text) WW_BESIDE_##name##_BIT,
#define WW_BESIDE_MASK(name, text) WW_BESIDE_##name = 1 << WW_BESIDE_##name##_BIT,
enum { WW_BESIDE_CLASSES(WW_BESIDE_BIT) WW_N_BESIDE };
enum { WW_BESIDE_CLASSES(WW_BESIDE_MASK) WW_BESIDE_NOTHING = 0 };
_Static_assert(WW_N_BESIDE <= 31, "a class is a bit of an int");

extern const ww_word_list ww_beside_words;

#endif
