/* entity_name.h: a name as its words tell it, and the title in front of it. */
#ifndef WW_ENTITY_NAME_H
#define WW_ENTITY_NAME_H

#include "gazetteer.h"
#include "whowhen.h"

/* A word of a name. */
typedef struct {
	uint32_t hash;
	uint32_t first; /* its first character, in lower case */
	uint8_t len;    /* in characters, at most 255 */
	bool initial;   /* "W." */
	bool nickname;  /* in quotes */
	uint32_t sorted; /* a hash that does not know the order of its letters */
} ww_entity_word;

/* A name has no more words than these; what follows is left out. */
enum { WW_NAME_WORDS = 12 };

typedef struct {
	uint8_t n_words;     /* at least 1, without titles, particles and suffixes */
	uint8_t gender;      /* by its title */
	uint16_t title_back; /* its title starts so many bytes before it; 0: there is none */
	bool title_polite;   /* the title is Mr, Ms … and says no role */
	bool after_the;      /* "the Assads" */
	bool is_acronym;     /* a word of capitals */
	uint32_t initials;   /* a hash of its capitals */
	uint32_t spelling;   /* a hash of its text */
} ww_entity_name;

/* Reads the name of a kind at bytes [start, end) of the block that starts at `text`, and
 * what stands before it there; stores its words.  `more` are titles besides those of the
 * gazetteer. */
ww_entity_name ww_entity_name_read(const ww_gazetteer_more *more, const char *text, uint32_t start,
                                   uint32_t end, uint8_t kind,
                                   ww_entity_word word[WW_NAME_WORDS]);

#endif
