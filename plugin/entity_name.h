/* entity_name.h: a name as its words tell it, and what stands around it. */
#ifndef WW_ENTITY_NAME_H
#define WW_ENTITY_NAME_H

#include "gazetteer.h"
#include "token.h"
#include "whowhen.h"

/* A name has no more words than these, and a word no more letters that are compared one
 * by one; what follows is left out. */
enum { WW_NAME_WORDS = 12, WW_NAME_LETTERS = 14 };

/* A word of a name. */
typedef struct {
	uint32_t hash;     /* as the gazetteer's */
	uint32_t bare;     /* without the marks of its Latin letters: "Sefcovic" for "Šefčovič", … */
	uint32_t wide;     /* … and with letters in their place: "Mueller" for "Müller" */
	uint32_t particle; /* of a person: joined with the particle before it, "van Gogh"; or 0 */
	uint32_t half[2];  /* of a person: the two names in "Mikati-Ghandour"; or 0 */
	uint16_t letter[WW_NAME_LETTERS]; /* in lower case; the low 16 bits of each */
	uint8_t n_letters; /* of the whole word, at most 255 */
	bool initial : 1;  /* "W." */
	bool of_father : 1; /* "bin Rashid": what its particle joins it to is no surname */
} ww_entity_word;

/* Genders, a bit each: a title may be of both. */
enum { WW_MALE = 1, WW_FEMALE = 2 };

/* Whose second name a name is, by what stands around it. */
typedef enum {
	WW_ALIAS_NONE,
	WW_ALIAS_SAME,   /* "known as Lesia": of somebody named before it in its sentence, … */
	WW_ALIAS_NEAR,   /* … or else in the sentence before: "His real name is" */
	WW_ALIAS_LIKE,   /* "Born Margaret Law": of somebody who has a part of it */
	WW_ALIAS_SUBJECT /* "Irmgard Reiser was born in": of whom the article begins with, if
	                    that is an Irmgard */
} ww_alias;

/* A title beside a name: "Home Secretary" before it, "the finance director" behind. */
typedef struct {
	int16_t from; /* starts so many bytes behind the name's start: before it, if negative */
	uint16_t len; /* 0: there is none */
	uint32_t head; /* the hash of its last word, … */
	uint32_t whole; /* … and of all in front of a name */
	bool polite;   /* Mr, Ms … and says no role */
} ww_entity_title;

/* A name, and what was read beside it; linking asks for no text any more. */
typedef struct {
	uint8_t n_words;    /* at least 1, without titles, particles and suffixes */
	uint8_t gender;     /* by its title, or by kin: "his son"; WW_MALE, WW_FEMALE, 0 or both */
	uint8_t surname;    /* the word that is it: the last, or of "Au Kwok-shing" the first */
	bool is_family;     /* "the Amsel family" */
	bool is_another;    /* "a Mr Wood", "another Banda", "anyone named Hen": nobody who was named */
	bool is_unrelated;  /* ", no relation" stands behind it */
	bool is_particled;  /* a surname behind a capitalised particle: "Di Hext", not "al-Hext" */
	bool may_be_surname; /* two words, and the first is a particle or a given name: "Van Gogh" */
	bool speaks;        /* stands beside "said" */
	bool acts;          /* a verb, "who" or an age follows: here it is a person for certain */
	bool wrote_it;      /* "By" begins the line before it: who wrote the story is not in it */
	bool owns;          /* 's stands behind it */
	bool is_part;       /* of something longer, or no person's: "Noodle Au", "Cross & Parry",
	                       "anti-Amsel", "the firm Brandt" */
	bool is_told_apart; /* "the elder Amsel" */
	bool in_capitals;   /* of a person: written so, often without its accents */
	bool is_acronym;    /* "WHO", "BoO", "U.S.T." */
	uint8_t alias;      /* a ww_alias */
	uint32_t suffix;    /* the hash of "Jr."; or 0 */
	uint32_t capitals;  /* a hash of the letters that its capitalised words begin with, … */
	uint32_t initials;  /* … and that all its words begin with; of an acronym its letters */
	uint32_t spelling;  /* a hash of its text */
	ww_entity_title title;
} ww_entity_name;

/* The block in which names stand, with its words. */
typedef struct {
	const char *text;
	const ww_tokens *tokens;
} ww_entity_block;

/* Returns the first token of the block that ends behind byte `pos`. */
static inline uint32_t ww_entity_token(const ww_entity_block *block, uint32_t pos) {
	uint32_t low = 0, high = block->tokens->n;
	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		if (block->tokens->at[mid].end <= pos)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* Reads the name of a kind at bytes [start, end) of a block, and what stands beside it
 * there; stores its words.  `more` are titles besides those of the gazetteer. */
ww_entity_name ww_entity_name_read(const ww_gazetteer_more *more, const ww_entity_block *block,
                                   uint32_t start, uint32_t end, uint8_t kind,
                                   ww_entity_word word[WW_NAME_WORDS]);

/* Whether one letter less, more or other, or two in the wrong order, make one word of
 * the other (Damerau 1964); double letters count once.  The first letter is hardly ever
 * wrong, short words are others too often, and an s behind is a plural. */
bool ww_entity_misspelt(const ww_entity_word *a, const ww_entity_word *b);

#endif
