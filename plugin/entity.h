/* entity.h: which names of an article name the same one. */
#ifndef WW_ENTITY_H
#define WW_ENTITY_H

#include "entity_name.h"
#include "memory.h"

/* Flags of a named mention. */
enum {
	WW_LINK_PARTIAL = WW_PARTIAL,
	WW_LINK_AMBIGUOUS = WW_AMBIGUOUS,
	WW_LINK_PLURAL = 4 /* "the Assads", linked to one of them */
};

/* A name as it was added, and what was found out about it. */
typedef struct {
	uint32_t word;       /* its words: name.n_words from here in ww_entities.word */
	ww_entity_name name;
	uint8_t kind;        /* a ww_kind from WW_PERSON to WW_MISC */
	uint8_t flags;       /* WW_LINK_… */
	uint32_t acronym_of; /* 1 + the mention that it stands beside in parentheses; 0: none */
	uint32_t entity;     /* index into ww_entities.entity, or WW_NO_ENTITY */
	uint32_t next;       /* the next mention of the entity, or WW_NO_ENTITY */
} ww_entity_mention;

typedef struct {
	uint32_t name;    /* the mention that names it best */
	uint32_t first;   /* its first mention */
	uint32_t last;
	uint32_t title;   /* the mention whose title says most, or WW_NO_ENTITY */
	uint32_t mentions;
	uint32_t full;    /* those with more than one word */
	uint8_t kind;
	uint8_t gender;
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
	ww_entity_key *key; /* the words of the entities' names, chained by hash */
	uint32_t n_keys, cap_keys;
	uint32_t *slot;
	uint32_t n_slots;
	uint32_t last_end; /* where the mention before ended in its block */
	ww_gazetteer_more more; /* titles that rules know; borrowed */
} ww_entities;

void ww_entities_free(ww_entities *e, const ww_mem *mem);

/* Forgets all mentions, and keeps the room. */
void ww_entities_clear(ww_entities *e);

/* Adds the name at bytes [start, end) of the block that starts at `text`, after the
 * names before it in the article; `same_block` says that the name added last is
 * in this block too.  The text is read during the call only.  Returns false,
 * with nothing added, when there is no memory. */
bool ww_entities_add(ww_entities *e, const ww_mem *mem, const char *text, uint32_t start,
                     uint32_t end, uint8_t kind, bool same_block);

/* Links the mentions: fills `entity`, `flags` and `next` of each and makes the
 * entities, in the order of their first mention.  Linking depends on the
 * mentions alone.  Returns false when there is no memory; the mentions are kept
 * then, and it may be called again. */
bool ww_entities_link(ww_entities *e, const ww_mem *mem);

#endif
