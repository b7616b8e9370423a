/* The index of a language's words.
 *
 * The reader of words has the hash of each when it comes to its end, so that a role
 * costs one look.  There are more than four times as many slots as words: few words
 * want the same one, and those that do say so (`more`). */
#include "lexicon.h"

#include "utf8.h"

#include <string.h>

/* Hashes as ww_tokenize() does: characters in lower case, apostrophes straight. */
static uint32_t hash_of(const char *text, size_t len) {
	uint32_t hash = WW_HASH_START;
	size_t n;
	for (const char *p = text, *end = text + len; p < end; p += n) {
		uint32_t cp = ww_utf8_decode(p, end, &n);
		hash = ww_hash_char(hash, cp == 0x2019 ? '\'' : ww_char_lower(cp));
	}
	return hash;
}

/* Words are put in once, in the order of the list, and none is ever taken out: so a free place
 * ends every search, and the index needs no other mark. */
void ww_lexicon_init(ww_lexicon *lexicon, const ww_word *words, unsigned n) {
	memset(lexicon, 0, sizeof *lexicon);
	lexicon->words = words;
	for (unsigned i = 0; i < n && i < WW_LEXICON_SLOTS - 1; i++) {
		uint32_t hash = hash_of(words[i].text, strlen(words[i].text)), at = hash;
		ww_lexicon_slot *home = &lexicon->slot[hash % WW_LEXICON_SLOTS];
		home->more = home->word != 0;
		while (lexicon->slot[at % WW_LEXICON_SLOTS].word)
			at++;
		ww_lexicon_slot *slot = &lexicon->slot[at % WW_LEXICON_SLOTS];
		slot->hash = hash;
		slot->word = (uint16_t)(i + 1);
		slot->role = words[i].role;
	}
}

/* There is always a free slot, since words are fewer than slots: the loop ends. */
const ww_lexicon_slot *ww_lexicon_slot_of(const ww_lexicon *lexicon, uint32_t hash) {
	uint32_t at = hash;
	const ww_lexicon_slot *slot;
	do
		slot = &lexicon->slot[at++ % WW_LEXICON_SLOTS];
	while (slot->word && slot->hash != hash);
	return slot;
}

/* For words cut out of a text without its tokens, as captures are. */
const ww_word *ww_lexicon_look_up(const ww_lexicon *lexicon, const char *text, size_t len) {
	const ww_lexicon_slot *slot = ww_lexicon_slot_of(lexicon, hash_of(text, len));
	return slot->word ? &lexicon->words[slot->word - 1] : NULL;
}
