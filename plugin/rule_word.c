/* rule_word.c: rules' lists of words, found by the first two tokens of each.
 *
 * One pass over a block's tokens looks for all words of all rules.  Two tokens are hashed
 * together, so that ten thousand firms whose names begin with "First" do not share a chain. */
#include "rule_inside.h"

#include <string.h>

/* What a phrase is found by: its first two tokens, or the only one. */
static uint32_t hash_of_two(const ww_token *t) {
	return t[0].hash * 31 + t[1].hash + 1;
}

/* Multiplies by the golden ratio's fraction of 2^32 (Knuth's), whose upper bits are well mixed. */
static uint32_t *slot_of(const ww_phrases *p, uint32_t hash) {
	return &p->slots[hash * 0x9E3779B1u >> 7 & (p->n_slots - 1)];
}

/* A word is tokenized as the text will be, so that what a rule says is found however the text is
 * cut.  The empty word is passed over; a word without tokens can be found nowhere. */
bool ww_phrases_add(ww_phrases *p, const ww_mem *mem, const ww_lexicon *lexicon, ww_tokens *tokens,
                    const char *word, uint32_t rule) {
	size_t len = strlen(word);
	if (!len || !ww_tokenize(tokens, mem, lexicon, word, len))
		return len == 0;
	if (!tokens->n)
		return true;
	if (!ww_reserve(mem, &p->at, &p->cap, p->n + (size_t)1, sizeof *p->at) ||
	    !ww_reserve(mem, &p->text, &p->text_cap, p->text_len + len, 1))
		return false;
	memcpy(p->text + p->text_len, word, len);
	bool pair = tokens->n > 1;
	p->at[p->n++] = (ww_phrase){ .hash = pair ? hash_of_two(tokens->at) : tokens->at[0].hash,
		                         .pair = pair,
		                         .start = p->text_len,
		                         .len = (uint32_t)len,
		                         .rule = rule };
	p->text_len += (uint32_t)len;
	return true;
}

/* A list of a few words is no reason for long chains. */
enum { FEWEST_SLOTS = 64 };

/* Twice as many slots as phrases, in a power of two: a chain has one phrase, seldom two. */
bool ww_phrases_index(ww_phrases *p, const ww_mem *mem) {
	if (!p->n)
		return true;
	uint32_t n = FEWEST_SLOTS;
	while (n < p->n * 2)
		n *= 2;
	p->slots = ww_new(mem, n * sizeof *p->slots);
	if (!p->slots)
		return false;
	p->n_slots = n;
	memset(p->slots, 0, n * sizeof *p->slots);
	for (uint32_t i = 0; i < p->n; i++) {
		uint32_t *slot = slot_of(p, p->at[i].hash);
		p->at[i].next = *slot;
		*slot = i + 1;
	}
	return true;
}

void ww_phrases_free(ww_phrases *p, const ww_mem *mem) {
	ww_free(mem, p->at, p->cap * sizeof *p->at);
	ww_free(mem, p->text, p->text_cap);
	ww_free(mem, p->slots, p->n_slots * sizeof *p->slots);
}

/* The end of a phrase that stands at token i, or 0.  Bytes are compared as they are, with their
 * case, and a token must end where the phrase does: "Acme" is not found in "Acmeville". */
static uint32_t phrase_end(const ww_phrases *r, const ww_phrase *p, const char *text, size_t len,
                           const ww_tokens *tokens, uint32_t i) {
	uint32_t start = tokens->at[i].start, end = start + p->len;
	if (p->len > len - start || memcmp(text + start, r->text + p->start, p->len) != 0)
		return 0;
	while (i < tokens->n && tokens->at[i].end < end)
		i++;
	return i < tokens->n && tokens->at[i].end == end ? end : 0;
}

/* Pairs are looked for first, then single words, each chain to its end.  The caller hands the
 * last answer back, and the search goes on behind it; of which kind that one was tells where. */
uint32_t ww_phrases_at(const ww_phrases *p, const char *text, size_t len, const ww_tokens *tokens,
                       uint32_t i, uint32_t after, uint32_t *end) {
	if (!p->n)
		return 0;
	const ww_token *t = &tokens->at[i];
	bool pair = i + 1 < tokens->n && (after == 0 || p->at[after - 1].pair);
	for (;; pair = false, after = 0) {
		uint32_t hash = pair ? hash_of_two(t) : t->hash;
		uint32_t k = after ? p->at[after - 1].next : *slot_of(p, hash);
		for (; k; k = p->at[k - 1].next)
			if (p->at[k - 1].hash == hash && p->at[k - 1].pair == pair &&
			    (*end = phrase_end(p, &p->at[k - 1], text, len, tokens, i)) != 0)
				return k;
		if (!pair)
			return 0;
	}
}
