/* The names of an article as they are added, and its entities as they are told: in the
 * order of the text, each with its mentions and its title.
 *
 * Names are added block by block, in the order of the text, and all that is needed of the
 * text is read then: linking knows mentions only.  Blocks and sentences are numbered as
 * they are met, to tell what stands near and what stands together. */
#include "entity.h"

#include <string.h>

#include "entity_index.h"
#include "entity_link.h"
#include "entity_tells.h"
#include "entity_words.h"

/* Sizes are told to the allocator, as Lua's wants them. */
void ww_entities_free(ww_entities *e, const ww_mem *mem) {
	ww_free(mem, e->mention, e->cap_mentions * sizeof *e->mention);
	ww_free(mem, e->entity, e->cap_entities * sizeof *e->entity);
	ww_free(mem, e->word, e->cap_words * sizeof *e->word);
	ww_free(mem, e->key, e->cap_keys * sizeof *e->key);
	ww_free(mem, e->slot, e->n_slots * sizeof *e->slot);
	*e = (ww_entities){ 0 };
}

/* The room is kept: the next article is as long as this one, or is this one again. */
void ww_entities_clear(ww_entities *e) {
	e->n_mentions = e->n_entities = e->n_words = e->n_keys = 0;
}

/* Whether a sentence ends in front of token i: not behind "Mr." or an initial. */
static bool ends_sentence(const ww_entity_block *b, uint32_t i) {
	const ww_token *t = b->tokens->at;
	char sign = b->text[t[i].start];
	if (t[i].type != WW_TOK_PUNCT || (sign != '.' && sign != '!' && sign != '?'))
		return false;
	if (i + 1 < b->tokens->n && t[i + 1].gap == WW_GAP_NONE && t[i + 1].type != WW_TOK_PUNCT)
		return false;
	if (sign != '.' || i == 0 || t[i - 1].type != WW_TOK_WORD)
		return true;
	return t[i - 1].end - t[i - 1].start > 1 &&
	       !(ww_gazetteer_find(t[i - 1].hash) & WW_GAZ_ABBREVIATION);
}

/* Counts the sentences that end between two places of a block.  The tokens between two names
 * are passed once each, so that numbering costs no more than reading. */
static uint32_t count_ends(const ww_entity_block *b, uint32_t start, uint32_t end) {
	uint32_t n = 0;
	for (uint32_t i = ww_entity_token(b, start); i < b->tokens->n && b->tokens->at[i].start < end;
	     i++)
		n += ends_sentence(b, i);
	return n;
}

/* Whether a name stands in parentheses right behind the one before it: "World Health
 * Organization (WHO)". */
static bool stands_beside(const ww_entities *e, const ww_entity_block *b, uint32_t start) {
	uint32_t i = ww_entity_token(b, start);
	return i > 0 && b->text[b->tokens->at[i - 1].start] == '(' && i > 1 &&
	       b->tokens->at[i - 2].end <= e->last_end;
}

/* Whether nothing but "and" or "&" is between a name and the one before it: "Jack and Edna Orr". */
static bool is_joined(const ww_entities *e, const ww_entity_block *b, uint32_t start) {
	uint32_t i = ww_entity_token(b, start);
	if (i < 2 || b->tokens->at[i - 2].end > e->last_end || b->tokens->at[i - 1].start < e->last_end)
		return false;
	return ww_tells(b->tokens->at[i - 1].hash, WW_TELLS_AND) ||
	       ww_entity_is_sign(&b->tokens->at[i - 1], WW_HASH_1('&'));
}

/* Names come in the order of the text, so that what stands between this one and the one before is
 * in the same block or not at all. */
bool ww_entities_add(ww_entities *e, const ww_mem *mem, const ww_entity_block *block,
                     uint32_t start, uint32_t end, uint8_t kind, bool same_block) {
	ww_entity_word word[WW_NAME_WORDS];
	if (!ww_reserve(mem, &e->mention, &e->cap_mentions, e->n_mentions + (size_t)1,
	                sizeof *e->mention) ||
	    !ww_reserve(mem, &e->word, &e->cap_words, e->n_words + (size_t)WW_NAME_WORDS,
	                sizeof *e->word))
		return false;
	ww_entity_mention *m = &e->mention[e->n_mentions];
	const ww_entity_mention *before = e->n_mentions ? m - 1 : NULL;
	*m = (ww_entity_mention){ .kind = kind, .word = e->n_words, .entity = WW_NO_ENTITY,
		                      .next = WW_NO_ENTITY };
	m->name = ww_entity_name_read(&e->more, block, start, end, kind, word);
	memcpy(e->word + e->n_words, word, m->name.n_words * sizeof *word);
	e->n_words += m->name.n_words;
	if (before && same_block) {
		m->block = before->block;
		m->sentence = before->sentence + count_ends(block, e->last_end, start);
		m->beside = stands_beside(e, block, start) ? e->n_mentions : 0;
		m->joined = is_joined(e, block, start);
	} else if (before) {
		m->block = before->block + 1;
		m->sentence = before->sentence + 1;
	}
	e->last_end = end;
	e->n_mentions++;
	return true;
}

/* Entities are found full names first, and are to stand by first mention: each is put where its
 * rank says, in circles of swaps.  Those that were merged with others come last and are left
 * out. */
static void swap_order(ww_entities *e, uint32_t *rank) {
	uint32_t n = 0, n_named;
	for (uint32_t i = 0; i < e->n_entities; i++)
		rank[i] = WW_NO_ENTITY;
	for (uint32_t i = 0; i < e->n_mentions; i++) {
		uint32_t x = e->mention[i].entity;
		if (rank[x] == WW_NO_ENTITY)
			rank[x] = n++;
		e->mention[i].entity = rank[x];
	}
	n_named = n;
	for (uint32_t i = 0; i < e->n_entities; i++)
		if (rank[i] == WW_NO_ENTITY)
			rank[i] = n++; /* it was merged with another */
	for (uint32_t i = 0; i < e->n_entities; i++)
		while (rank[i] != i) {
			uint32_t to = rank[i];
			ww_entity held = e->entity[to];
			e->entity[to] = e->entity[i];
			e->entity[i] = held;
			rank[i] = rank[to];
			rank[to] = to;
		}
	e->n_entities = n_named;
}

/* Any title is better than none, and "Senator" than "Mr".  Of equals the first stays: it
 * stands where the person is introduced. */
static bool better_title(const ww_entity_mention *a, const ww_entity_mention *b) {
	return a->name.title.len &&
	       (!b->name.title.len || (b->name.title.polite && !a->name.title.polite));
}

/* Chains the mentions of each entity and picks its title, of equals the first: later ones are
 * shorter.  What may be another's tells no title. */
static void chain(ww_entities *e) {
	for (uint32_t i = 0; i < e->n_entities; i++)
		e->entity[i].first = e->entity[i].last = WW_NO_ENTITY;
	for (uint32_t i = 0; i < e->n_mentions; i++) {
		ww_entity_mention *m = &e->mention[i];
		ww_entity *x = &e->entity[m->entity];
		m->next = WW_NO_ENTITY;
		if (x->first == WW_NO_ENTITY)
			x->first = i;
		else
			e->mention[x->last].next = i;
		x->last = i;
		if (m->name.title.len && !(m->flags & WW_LINK_AMBIGUOUS) &&
		    (x->title == WW_NO_ENTITY || better_title(m, &e->mention[x->title])))
			x->title = i;
	}
}

/* Counts who has the same name: two may, and a name alone tells not which is meant.  The index
 * has done its work of linking, and is filled again with one key for each entity; of a key the
 * last one is found first, which knows how many there are. */
static bool count_namesakes(ww_entities *e, const ww_mem *mem) {
	uint32_t work = e->work;
	if (!ww_entity_index_start(e, mem))
		return false;
	e->work = work;
	for (uint32_t i = 0; i < e->n_entities; i++) {
		ww_entity *x = &e->entity[i];
		uint32_t hash = ww_gazetteer_join(x->kind, e->mention[x->name].name.spelling), last;
		ww_entity_walk walk = ww_entity_walk_start(e, hash);
		x->namesakes = ww_entity_walk_next(e, &walk, &last) ? e->entity[last].namesakes + 1 : 0;
		ww_entity_index_add(e, hash, i);
	}
	return true;
}

/* Two passes behind the linking need no memory of their own: the slots of the index are free by
 * then, and there is one for each entity, as an entity has a word at least. */
bool ww_entities_link(ww_entities *e, const ww_mem *mem) {
	if (!ww_entities_find(e, mem))
		return false;
	swap_order(e, e->slot);
	chain(e);
	return count_namesakes(e, mem);
}
