/* name_beside.h: words that tell of the names near them. */
#ifndef WW_NAME_BESIDE_H
#define WW_NAME_BESIDE_H

#include "word_list.h"

/* The classes, as data/en/beside.txt calls and explains them. */
#define WW_BESIDE_CLASSES(CLASS) \
	CLASS(BESIDE, LAW, "law") CLASS(BESIDE, LINE_UP, "line-up") \
	CLASS(BESIDE, LENDERS, "lenders") CLASS(BESIDE, FEE, "fee") CLASS(BESIDE, CLAUSE, "clause") \
	CLASS(BESIDE, WOULD, "would") CLASS(BESIDE, COMMENT, "comment") \
	CLASS(BESIDE, OFFICE, "office") CLASS(BESIDE, WITH, "with") CLASS(BESIDE, OF, "of") \
	CLASS(BESIDE, IN, "in") CLASS(BESIDE, TO, "to") CLASS(BESIDE, TALKS, "talks") \
	CLASS(BESIDE, STAFF, "staff") CLASS(BESIDE, WATCHES, "watches") \
	CLASS(BESIDE, WHOSE, "whose") CLASS(BESIDE, BROUGHT, "brought") \
	CLASS(BESIDE, PRIZE, "prize") CLASS(BESIDE, CUTS, "cuts") CLASS(BESIDE, POSTS, "posts") \
	CLASS(BESIDE, SHARES, "shares") CLASS(BESIDE, DRAW, "draw") CLASS(BESIDE, COUNTY, "county") \
	CLASS(BESIDE, CRICKET, "cricket") CLASS(BESIDE, AL, "al") \
	CLASS(BESIDE, SCHOLARS, "scholars") CLASS(BESIDE, CREDITORS, "creditors") \
	CLASS(BESIDE, SUPPLIERS, "suppliers")

WW_LIST_CLASSES(BESIDE);

extern const ww_word_list ww_beside_words;

#endif
