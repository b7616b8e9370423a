/* name_tell.h: what a block says of the words of its names, mention by mention. */
#ifndef WW_NAME_TELL_H
#define WW_NAME_TELL_H

#include "name_run.h"

/* Kinds of evidence about a capitalised word; bits of ww_sight.bits. */
typedef enum {
	WW_EV_TITLE,        /* follows a title or honorific */
	WW_EV_HONORIFIC,    /* follows Mr, Dr, Sen. … */
	WW_EV_FIRST,        /* follows a given name */
	WW_EV_INITIAL,      /* follows an initial */
	WW_EV_LAST,         /* ends a run that starts with a given name */
	WW_EV_GIVEN,        /* starts a run of two words, a given name */
	WW_EV_ORG_KEY,      /* in a run with "group", "house" … */
	WW_EV_ORG_TAIL,     /* in a run with "Inc.", "University" … */
	WW_EV_PLACE_KEY,    /* in a run with "River", "Street" … */
	WW_EV_LONG,         /* in a run of two or more words */
	WW_EV_IN,           /* after "in", "near" … */
	WW_EV_THE,          /* after "the" */
	WW_EV_SAID,         /* before a verb of speech */
	WW_EV_COMMA_REGION, /* before a comma and a region */
	WW_EV_AGE,          /* before a comma and a number */
	WW_EV_JOB,          /* after a noun for a person */
	WW_EV_POSSESSIVE,   /* alone before 's */
	WW_EV_ACRONYM,      /* in parentheses after a name of these initials */
	WW_EV_ORG_ACT,      /* before "acquired", "fell" … or "shares", "CEO" … */
	WW_EV_SPORT,        /* beside "beat", "striker" … */
	WW_EV_BASED,        /* before "-based" */
	WW_EV_WHO,          /* before "who" */
	WW_EV_OF,           /* after a noun for a person and "of", "at" */
	WW_EV_QUOTED,       /* alone between quotation marks */
	WW_EV_SCORE,        /* before a number */
	WW_EV_FIRM,         /* after a noun for a firm, or before a comma and one */
	WW_EV_ITS,          /* a few words before "its" */
	WW_EV_HIS,          /* a few words before "his", "her", "he" or "she" */
	WW_N_EVIDENCE
} ww_evidence_kind;

/* What else a mention may tell, behind the kinds. */
enum {
	WW_TOLD_INNER = 1u << WW_N_EVIDENCE,            /* its capital is not a sentence's */
	WW_TOLD_SPORT_TWICE = 1u << (WW_N_EVIDENCE + 1), /* words of sport on both sides */
	WW_TOLD_ASKED = 1u << (WW_N_EVIDENCE + 2)       /* no mention: the tagger will ask for it */
};

/* A mention of the word with this hash, and the bits of what it tells. */
typedef struct {
	uint32_t hash, bits;
} ww_told;

/* Writes what the block, which starts at `text`, tells of each word with a capital in its runs,
 * and returns how many that are: at most one for each word of the runs, and one for each run. */
uint32_t ww_name_tell(const ww_name_words *words, const char *text, ww_told *out);

/* Writes the hashes of its words in lower case, and returns how many: at most one a word. */
uint32_t ww_name_tell_lower(const ww_name_words *words, uint32_t *out);

#endif
