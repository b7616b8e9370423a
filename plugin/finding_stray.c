/* Surnames that are misspelt so that they were taken for no person's: "Wojcechowski denied
 * it".  Nothing else is known of such a word, since it is written so once.
 *
 * A word is one when it stands alone, is in no list but those of names, and has all letters
 * but one of a surname that the article tells in full.  The article is read again for that,
 * block by block; each such word is compared with the persons whose surname begins as it
 * does, and with so many of them at most that a list of names costs no square. */
#include "finding.h"

#include "entity_index.h"
#include "entity_words.h"

#include <string.h>

/* Fewest letters of a surname that is looked for: shorter ones are others too often. */
enum { SHORTEST = 5 };

/* Chains of persons.  Letters further apart than this share one, which costs some comparisons
 * and nothing else. */
enum { LETTERS = 64 };

/* Persons with a full name by the first letter of their surname, in chains. */
typedef struct {
	uint32_t head[LETTERS], tail[LETTERS]; /* 1 + an entity, or 0 */
	ww_positions *next;                    /* of an entity the next one */
	uint32_t mention;                      /* the first that was not passed */
} surnames;

/* The chain of a word: that of its first letter, without its marks. */
static uint32_t letter_of(const ww_entity_word *w) {
	return ww_char_base(w->letter[0]) % LETTERS;
}

/* Chains the persons; what has one word, or is in capitals, tells no spelling. */
static int chain_persons(ww_document *doc, surnames *all) {
	const ww_entities *e = &doc->cast.entities;
	ww_positions *next = all->next;
	if (!ww_reserve(&doc->mem, &next->at, &next->cap, e->n_entities, sizeof *next->at))
		return WW_E_NOMEM;
	for (uint32_t i = 0; i < e->n_entities; i++) {
		const ww_entity_mention *name = &e->mention[e->entity[i].name];
		next->at[i] = 0;
		if (e->entity[i].kind != WW_PERSON || name->name.n_words < 2 || name->name.in_capitals ||
		    ww_entity_surname(e, name)->n_letters < SHORTEST)
			continue;
		uint32_t letter = letter_of(ww_entity_surname(e, name));
		if (all->head[letter])
			next->at[all->tail[letter] - 1] = i + 1;
		else
			all->head[letter] = i + 1;
		all->tail[letter] = i + 1;
	}
	return WW_OK;
}

/* Whether two words differ by an a or i at the end of one: "Ivanov" and "Ivanova" are both
 * right, and Nuristani is from Nuristan. */
static bool is_derived(const ww_entity_word *a, const ww_entity_word *b) {
	const ww_entity_word *longer = a->n_letters > b->n_letters ? a : b;
	const ww_entity_word *shorter = longer == a ? b : a;
	if (longer->n_letters != shorter->n_letters + 1 || longer->n_letters > WW_NAME_LETTERS ||
	    memcmp(a->letter, b->letter, shorter->n_letters * sizeof *a->letter) != 0)
		return false;
	uint16_t last = longer->letter[longer->n_letters - 1];
	return last == 'a' || last == 'i';
}

/* A person with the only surname that a word may be; WW_NO_ENTITY when it may be nobody's, or is
 * somebody's. */
static uint32_t meant(const ww_entities *e, const surnames *all, const ww_entity_word *w) {
	uint32_t found = WW_NO_ENTITY, right = 0, n = 0;
	for (uint32_t i = all->head[letter_of(w)]; i && n < WW_ENTITY_CHAIN; i = all->next->at[i - 1]) {
		const ww_entity_word *surname =
			ww_entity_surname(e, &e->mention[e->entity[i - 1].name]);
		n++;
		if (surname->hash == w->hash)
			return WW_NO_ENTITY;
		if (w->bare != surname->bare && (!ww_entity_misspelt(w, surname) || is_derived(w, surname)))
			continue;
		if (found == WW_NO_ENTITY) {
			found = i - 1;
			right = surname->hash;
		} else if (surname->hash != right) {
			return WW_NO_ENTITY;
		}
	}
	return found;
}

/* Whether what stands right beside a word makes them one: a capital, a hyphen. */
static bool goes_with(const ww_entity_block *b, const ww_token *beside, uint8_t gap) {
	return ww_entity_is_text(beside) ? ww_entity_is_capital(beside)
	                                 : gap == WW_GAP_NONE && ww_entity_is_hyphen(b, beside);
}

/* Whether a token is a word with a capital that stands alone, and tells no time. */
static bool stands_alone(const ww_entity_block *b, uint32_t i) {
	const ww_token *w = &b->tokens->at[i];
	return w->type == WW_TOK_WORD && w->role == WW_ROLE_NONE &&
	       (w->shape == WW_SHAPE_CAPITAL || w->shape == WW_SHAPE_MIXED) &&
	       !(i > 0 && goes_with(b, w - 1, w->gap)) &&
	       !(i + 1 < b->tokens->n && goes_with(b, w + 1, w[1].gap));
}

/* Whether the lists know a word as anything but a name of persons. */
static bool is_known(uint32_t hash) {
	return ww_gazetteer_find(hash) & ~(WW_GAZ_FIRST | WW_GAZ_COMMON_FIRST | WW_GAZ_COMMON_SURNAME |
	                                   WW_GAZ_FEMALE_NAME | WW_GAZ_MALE_NAME);
}

/* Whether a word is marked as what it may well be: as part of a longer mention, as a person, who
 * would have been linked, or as anything that is named more than once. */
static bool is_settled(const ww_document *doc, surnames *all, ww_range where) {
	const ww_cast *cast = &doc->cast;
	const ww_entities *e = &cast->entities;
	while (all->mention < e->n_mentions && cast->where[all->mention].end <= where.start)
		all->mention++;
	if (all->mention == e->n_mentions || cast->where[all->mention].start >= where.end)
		return false;
	const ww_entity_mention *m = &e->mention[all->mention];
	return m->kind == WW_PERSON || m->name.n_words > 1 || e->entity[m->entity].mentions > 1;
}

/* Looks through block number i.  Cheap questions first: few words have a capital and stand alone,
 * and of these most are in a list. */
static int search_block(ww_document *doc, uint32_t i, surnames *all) {
	const ww_entities *e = &doc->cast.entities;
	const ww_gazetteer_more none = { 0 };
	uint32_t start = ww_doc_block_start(doc, i), end = ww_doc_block_start(doc, i + 1);
	ww_entity_block block = { ww_doc_view(doc, start, end), &doc->scanner.token };
	if (!block.text || !ww_tokenize(&doc->scanner.token, &doc->mem,
	                                ww_grammar_lexicon(doc->engine->grammar), block.text,
	                                end - start))
		return WW_E_NOMEM;
	for (uint32_t k = 0; k < block.tokens->n; k++) {
		const ww_token *t = &block.tokens->at[k];
		ww_entity_word word[WW_NAME_WORDS];
		ww_range where = { start + t->start, start + t->end };
		if (t->end - t->start < SHORTEST || !stands_alone(&block, k) || is_known(t->hash) ||
		    is_settled(doc, all, where))
			continue;
		ww_entity_name name = ww_entity_name_read(&none, &block, t->start, t->end, WW_PERSON, word);
		uint32_t person = name.is_part ? WW_NO_ENTITY : meant(e, all, word);
		int err = WW_OK;
		if (person != WW_NO_ENTITY)
			err = ww_finding_add(doc, (ww_finding){
				.id = WW_NAME_SPELLING, .where = where,
				.other = doc->cast.where[e->entity[person].name] });
		if (err)
			return err;
	}
	return WW_OK;
}

/* Blocks are read in their order, so that the mentions are passed once beside them. */
int ww_find_strays(ww_document *doc, uint32_t article) {
	surnames all = { .next = &doc->findings.next };
	uint32_t end = ww_doc_article_start(doc, article + 1);
	uint32_t b = ww_row_find(&doc->blocks, ww_doc_article_start(doc, article), ww_doc_len(doc));
	int err = chain_persons(doc, &all);
	for (; !err && b < ww_row_count(&doc->blocks) && ww_doc_block_start(doc, b) < end; b++)
		err = search_block(doc, b, &all);
	return err;
}
