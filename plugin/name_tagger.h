/* name_tagger.h: finds the names of a block, and what they name. */
#ifndef WW_NAME_TAGGER_H
#define WW_NAME_TAGGER_H

#include "name_model.h"
#include "name_vote.h"

/* What said of a name what it is: the model, or what has the last word after it. */
typedef enum {
	WW_BY_MODEL,
	WW_BY_PLURAL, /* "the Assads" */
	WW_BY_QUOTES, /* a word that nothing but its quotation marks tells of: a work */
	/* the rules of name_rule.c */
	WW_BY_TITLE,    /* "DCI Howe" */
	WW_BY_CITATION, /* "401 U. S. 222" */
	WW_BY_THING,    /* "Covid", "the Bill" */
	WW_BY_STREET,   /* "Frank Crowell Courts Building" */
	WW_BY_BODY,     /* "Ministry of Rural Works" */
	WW_BY_FAMILY,   /* "Park Seo-jin" */
	WW_BY_AGE,      /* "Clairmont Donald, 60." */
	WW_BY_FIRM,     /* "the retailer Halloran" */
	WW_BY_HEADING,  /* "Ada Obi Weeps As Judge" */
	WW_BY_PARTY,    /* "Ada Obi (Lab)" */
	WW_BY_DATELINE, /* "OSTMARK (SNA) -" */
	WW_BY_CREDIT,   /* "Photo: Ada Obi" */
	WW_BY_LIST,     /* a line-up, transfers, lenders */
	WW_BY_SCORE,    /* "Drovers 14, Storm 12" */
	WW_BY_CASE,     /* "Harlow v. Denton" */
	WW_BY_OFFICE,   /* "named Oona Brandt its director" */
	WW_BY_PRIZE,    /* "the Orwin Prize" */
	WW_BY_COUNTRY,  /* "In the U.S. Joe Hall lost" */
	WW_BY_VERB,     /* "Okereke signs for" */
	WW_BY_PAPER,    /* "the Sun newspaper" */
	WW_BY_CRICKET,  /* "Yorkshire had 372" */
	WW_BY_BEGINNING, /* "al-Marini", "O'Donogan" */
	WW_BY_VOTE, /* the names of the same string in the article */
	WW_N_NAME_BY
} ww_name_by;

/* A name: bytes [start, end) of the block and words [first, behind), a ww_kind from WW_PERSON
 * to WW_MISC, and a ww_name_by. */
typedef struct {
	uint32_t start, end;
	uint32_t first, behind;
	uint8_t kind, by;
} ww_name;

/* A model, with sums of its weights that were worked out and will be asked for again: it serves
 * any number of texts, one at a time. */
typedef struct ww_name_tagger ww_name_tagger;

/* NULL when there is no memory; the model is borrowed. */
ww_name_tagger *ww_name_tagger_new(const ww_mem *mem, const ww_name_model *model);
void ww_name_tagger_free(ww_name_tagger *tagger, const ww_mem *mem); /* NULL is allowed */

/* The names that were found, and the vote of each.  All zero is empty. */
typedef struct {
	ww_name *at;
	ww_vote *vote; /* on what its string names: see name_vote.h */
	uint32_t n, cap, cap_votes;
} ww_names;

void ww_names_free(ww_names *names, const ww_mem *mem);

/* Appends to `names` those in words of a block that starts at `text`, given
 * the evidence of its article; they ascend and do not overlap.  Their kinds are as each
 * stands, without the votes of others.  The answer
 * depends on nothing else.  Returns false when there is no memory. */
bool ww_name_tag(ww_names *names, const ww_mem *mem, ww_name_tagger *tagger,
                 const ww_name_words *words, const char *text, const ww_evidence *ev);

/* How many readings of a word there are: none, and the four kinds. */
enum { WW_NAME_SCORES = 5 };

/* Works out why: in score[k] the best reading of run number `run` in which word i of
 * the block is in no name (k = 0) or in one of the kind WW_PERSON + k - 1.  Scores
 * are sums of weights; only their differences mean something. */
void ww_name_explain(ww_name_tagger *tagger, const ww_name_words *words, const char *text,
                     const ww_evidence *ev, uint32_t run, uint32_t i,
                     int32_t score[WW_NAME_SCORES]);

#endif
