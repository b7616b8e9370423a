/* entity.h: which names of an article name the same one. */
#ifndef WW_ENTITY_H
#define WW_ENTITY_H

#include "entity_name.h"
#include "memory.h"

/* Flags of a named mention, besides those that whowhen.h tells. */
enum {
	WW_LINK_PARTIAL = WW_PARTIAL,
	WW_LINK_AMBIGUOUS = WW_AMBIGUOUS,
	WW_LINK_FAMILY = 4,  /* "the Assads": none of them in particular */
	WW_LINK_MISSPELT = 8 /* it was linked by all its letters but one */
};

/* A name as it was added, and what was found out about it. */
typedef struct {
	uint32_t word;       /* its words: name.n_words from here in ww_entities.word */
	ww_entity_name name;
	uint8_t kind;        /* a ww_kind from WW_PERSON to WW_MISC */
	uint8_t flags;       /* WW_LINK_… */
	uint32_t block;      /* numbers of its block and its sentence in the article */
	uint32_t sentence;
	uint32_t beside;     /* 1 + the mention that it stands right behind in parentheses; 0: none */
	bool joined;         /* nothing but "and" is between it and the mention before it */
	uint32_t entity;     /* index into ww_entities.entity, or WW_NO_ENTITY */
	uint32_t next;       /* the next mention of the entity, or WW_NO_ENTITY */
} ww_entity_mention;

typedef struct {
	uint32_t name;    /* the mention that names it best */
	uint32_t alias;   /* a mention by another name: "born …"; or WW_NO_ENTITY */
	uint32_t lent;    /* of "Jack and Edna Orr", for Jack: the mention with his surname; or
	                     WW_NO_ENTITY */
	uint32_t first;   /* its first mention */
	uint32_t last;
	uint32_t title;   /* the mention whose title says most, or WW_NO_ENTITY */
	uint32_t mentions;
	uint32_t full;    /* those with more than one word */
	uint32_t bylines; /* those that tell who wrote the story */
	uint32_t bare;    /* of a person: those of the surname alone, … */
	uint32_t given;   /* … and those of the given name alone, when nobody else is called so */
	uint32_t full_so_far; /* while shorter names are linked: `full` up to there */
	uint8_t kind;
	uint8_t gender;
	bool is_family;
	uint32_t namesakes; /* entities of its kind and its very name that come before it */
	uint32_t titles;  /* a bit for the last word of each title that it was given, … */
	uint32_t whole_titles; /* … and for all of it */
	uint32_t into;    /* while names are linked: the entity that it was found to be, or
	                     WW_NO_ENTITY */
} ww_entity;

typedef struct {
	uint32_t hash, entity, next;
} ww_entity_key;

/* The names of an article and its entities; all zero is empty. */
typedef struct {
	ww_entity_mention *mention;
	uint32_t n_mentions, cap_mentions;
	ww_entity *entity;
	uint32_t n_entities, cap_entities;
	ww_entity_word *word;
	uint32_t n_words, cap_words;
	ww_entity_key *key; /* of the entities, chained by hash: see entity_index.h */
	uint32_t n_keys, cap_keys;
	uint32_t *slot;
	uint32_t n_slots;
	uint32_t work;     /* keys looked at so far: what linking costs */
	uint32_t last_end; /* where the mention before ended in its block */
	ww_gazetteer_more more; /* titles that rules know; borrowed */
} ww_entities;

void ww_entities_free(ww_entities *e, const ww_mem *mem);

/* Forgets all mentions, and keeps the room. */
void ww_entities_clear(ww_entities *e);

/* Adds the name at bytes [start, end) of a block, after the names before it in the
 * article; `same_block` says that the name added last is in this block too.  The block
 * is read during the call only.  Returns false, with nothing added, when there is no
 * memory. */
bool ww_entities_add(ww_entities *e, const ww_mem *mem, const ww_entity_block *block,
                     uint32_t start, uint32_t end, uint8_t kind, bool same_block);

/* Links the mentions: fills `entity`, `flags` and `next` of each and makes the
 * entities, in the order of their first mention.  Linking depends on the
 * mentions alone.  Returns false when there is no memory; the mentions are kept
 * then, and it may be called again. */
bool ww_entities_link(ww_entities *e, const ww_mem *mem);

static inline const ww_entity_word *ww_entity_words(const ww_entities *e,
                                                    const ww_entity_mention *m) {
	return e->word + m->word;
}

static inline const ww_entity_word *ww_entity_surname(const ww_entities *e,
                                                      const ww_entity_mention *m) {
	return e->word + m->word + m->name.surname;
}

/* The given name of a person's full name. */
static inline const ww_entity_word *ww_entity_given(const ww_entities *e,
                                                    const ww_entity_mention *m) {
	return e->word + m->word + !m->name.surname;
}

#endif
