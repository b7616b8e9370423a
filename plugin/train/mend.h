/* mend.h: a corpus whose marks follow no one rule is brought nearer to one. */
#ifndef WW_MEND_H
#define WW_MEND_H

#include "corpus.h"

/* Mends the marks of the Groningen Meaning Bank, which were found by programs and only in
 * part looked over: lower-case words and titles go from their ends, what was cut apart is
 * joined, what was joined is cut apart, and a name that nearly always has one kind gets it
 * everywhere. */
void mend(corpus *c);

#endif
