/* clause.h: the sentence around a day, with what its words say of when it is. */
#ifndef WW_CLAUSE_H
#define WW_CLAUSE_H

#include "token.h"
#include "word_list.h"

/* The classes of words, as data/en/clause.txt calls and explains them. */
#define WW_SAYS_CLASSES(CLASS) \
	CLASS(PAST, "past") CLASS(SAME, "same") CLASS(AHEAD, "ahead") CLASS(MODAL, "modal") \
	CLASS(ARRANGED, "arranged") CLASS(PRESENT, "present") CLASS(THIRD, "third") \
	CLASS(PROMISED, "promised") CLASS(PROMISES, "promises") CLASS(STAYS, "stays") \
	CLASS(BETWEEN, "between") CLASS(NOBODY, "nobody") CLASS(SUBJECT, "subject") \
	CLASS(NO_VERB, "no-verb") CLASS(JOIN, "join") CLASS(RELATIVE, "relative") CLASS(BY, "by") \
	CLASS(SINCE, "since") CLASS(UNTIL, "until") CLASS(LASTING, "lasting") \
	CLASS(PREPOSITION, "preposition") CLASS(RANK, "rank") CLASS(FAILS, "fails") \
	CLASS(ACHIEVES, "achieves") CLASS(DESCRIBES, "describes") \
	CLASS(ENACTS, "enacts") CLASS(DETERMINER, "determiner") CLASS(CONDITION, "condition")

#define WW_SAYS_BIT(name, text) WW_SAYS_##name##_BIT,
#define WW_SAYS_MASK(name, text) WW_SAYS_##name = 1 << WW_SAYS_##name##_BIT,
enum { WW_SAYS_CLASSES(WW_SAYS_BIT) WW_N_SAYS };
enum { WW_SAYS_CLASSES(WW_SAYS_MASK) WW_SAYS_NOTHING = 0 };
_Static_assert(WW_N_SAYS <= 31, "a class is a bit of an int");

extern const ww_word_list ww_clause_words;

/* A token of the sentence and its classes. */
typedef struct {
	ww_token token;
	uint32_t says;
} ww_clause_word;

/* The words nearest to the day are kept: more than these a clause has rarely. */
enum { WW_CLAUSE_MOST = 64 };

/* The sentence around text[start, end).  A possessive 's is left out; "it's" is two
 * words, the second as "is". */
typedef struct {
	const char *text;
	ww_clause_word before[WW_CLAUSE_MOST], after[WW_CLAUSE_MOST];
	uint32_t n_before, n_after;
	bool owner;   /* what follows is the day's: "Friday's match" */
	bool caption; /* the paragraph tells whose picture it describes: "Photo: N. Moreau" */
} ww_sentence;

/* Reads the sentence around text[start, end), a stretch of the block text[0, len). */
void ww_sentence_read(ww_sentence *sentence, const char *text, size_t len, size_t start,
                      size_t end);

#endif
