/* date_part.h: what the parts of a time expression say. */
#ifndef WW_DATE_PART_H
#define WW_DATE_PART_H

#include "date_match.h"
#include "lexicon.h"
#include "word_list.h"

/* Whether a piece begins or ends with, or holds, `word`, which is in lower case. */
bool ww_piece_begins(ww_piece piece, const char *word);
bool ww_piece_ends(ww_piece piece, const char *word);
bool ww_piece_contains(ww_piece piece, const char *word);

/* Takes the first word off a piece, signs left out, and stores its hash; false at the end. */
bool ww_piece_next_word(ww_piece *piece, uint32_t *hash);

/* Returns all classes that words of the piece have in a list. */
uint32_t ww_piece_classes(ww_piece piece, const ww_word_list *list);

/* Returns the first run of digits as a number, or -1. */
int ww_piece_digits(ww_piece piece);

/* Returns the value of a piece's first word, or -1 when it has not that role. */
int ww_piece_value(const ww_lexicon *lexicon, ww_piece piece, int role);

/* Returns the month, 1 to 12, or 0; the weekday, 0 = Monday, or -1; the number
 * of an ordinal in figures or words, "final" being 4, or -1; the ww_unit. */
int ww_piece_month(const ww_lexicon *lexicon, ww_piece piece);
int ww_piece_weekday(const ww_lexicon *lexicon, ww_piece piece);
int ww_piece_ordinal(const ww_lexicon *lexicon, ww_piece piece);
int ww_piece_unit(const ww_lexicon *lexicon, ww_piece piece);

/* Numbers are below this: up to it each whole one is a double of its own, in each unit. */
#define WW_NUMBER_END 1e12

/* Returns a number in figures or words, with halves, of a range the first; -1
 * when it is none, as "several", or too large to tell. */
double ww_piece_number(const ww_lexicon *lexicon, ww_piece piece);

#endif
