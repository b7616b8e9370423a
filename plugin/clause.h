/* clause.h: the sentence around a day, with what its words say of when it is. */
#ifndef WW_CLAUSE_H
#define WW_CLAUSE_H

#include "token.h"
#include "word_list.h"

/* The classes of words, as data/en/clause.txt calls and explains them. */
#define WW_SAYS_CLASSES(CLASS) \
	CLASS(SAYS, PAST, "past") CLASS(SAYS, SAME, "same") CLASS(SAYS, AHEAD, "ahead") \
	CLASS(SAYS, MODAL, "modal") CLASS(SAYS, ARRANGED, "arranged") CLASS(SAYS, PRESENT, "present") \
	CLASS(SAYS, THIRD, "third") CLASS(SAYS, PROMISED, "promised") \
	CLASS(SAYS, PROMISES, "promises") CLASS(SAYS, STAYS, "stays") CLASS(SAYS, BETWEEN, "between") \
	CLASS(SAYS, NOBODY, "nobody") CLASS(SAYS, SUBJECT, "subject") CLASS(SAYS, NO_VERB, "no-verb") \
	CLASS(SAYS, JOIN, "join") CLASS(SAYS, RELATIVE, "relative") CLASS(SAYS, BY, "by") \
	CLASS(SAYS, SINCE, "since") CLASS(SAYS, UNTIL, "until") CLASS(SAYS, LASTING, "lasting") \
	CLASS(SAYS, PREPOSITION, "preposition") CLASS(SAYS, RANK, "rank") CLASS(SAYS, FAILS, "fails") \
	CLASS(SAYS, ACHIEVES, "achieves") CLASS(SAYS, DESCRIBES, "describes") \
	CLASS(SAYS, ENACTS, "enacts") CLASS(SAYS, DETERMINER, "determiner") \
	CLASS(SAYS, CONDITION, "condition")

WW_LIST_CLASSES(SAYS);

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
