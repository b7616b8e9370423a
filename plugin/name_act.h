/* name_act.h: what persons, teams and firms do, and what stands right beside their names. */
#ifndef WW_NAME_ACT_H
#define WW_NAME_ACT_H

#include "word_list.h"

/* The classes, as data/en/act.txt calls and explains them. */
#define WW_ACT_CLASSES(CLASS) \
	CLASS(ACT, PERSONAL, "personal") CLASS(ACT, PLEADS, "pleads") CLASS(ACT, BEING, "being") \
	CLASS(ACT, UNDERGOES, "undergoes") CLASS(ACT, HEADLINE, "headline") \
	CLASS(ACT, HITS, "hits") CLASS(ACT, RIVALS, "rivals") CLASS(ACT, SIGN, "sign") \
	CLASS(ACT, JOINS, "joins") CLASS(ACT, BOND, "bond") CLASS(ACT, SACK, "sack") \
	CLASS(ACT, COACH, "coach") CLASS(ACT, PLAYER, "player") CLASS(ACT, RESULT, "result") \
	CLASS(ACT, RESULT_OF, "result-of") CLASS(ACT, PLAYS, "plays") CLASS(ACT, PLURAL, "plural") \
	CLASS(ACT, MATCHDAY, "matchday") CLASS(ACT, EARNS, "earns") \
	CLASS(ACT, EARNINGS, "earnings") CLASS(ACT, SHUTS, "shuts") CLASS(ACT, SHOPS, "shops") \
	CLASS(ACT, CLAUSE, "clause") CLASS(ACT, PARTICLE, "particle") CLASS(ACT, SWEEPS, "sweeps") \
	CLASS(ACT, GOALLESS, "goalless") CLASS(ACT, AUXILIARY, "auxiliary") \
	CLASS(ACT, GIVES, "gives") CLASS(ACT, RATES, "rates") CLASS(ACT, OF_FIRMS, "of-firms") \
	CLASS(ACT, PAPER, "paper")

WW_LIST_CLASSES(ACT);

extern const ww_word_list ww_act_words;

#endif
