/* Phrases of a list in a text.
 *
 * A phrase is found by its hash, that of its words with one blank between them, so that a
 * longer list costs no more.  Of two phrases the longer one is meant: "no more than" is not
 * "more than".  A stop right behind letters belongs to them, as in "ca.". */
#include "phrase.h"

#include "ascii.h"
#include "hash.h"

#include <stdbool.h>

/* Blanks, and the end of a line that was wrapped. */
static bool is_space(char c) {
	return ww_ascii_is_blank(c) || c == '\n';
}

/* What a word of a phrase is made of. */
static bool is_part(char c) {
	return ww_ascii_is_letter(c) || c == '.';
}

/* Goes on with a hash: in small letters, as the list has them. */
static uint32_t hash_word(uint32_t hash, const char *text, size_t from, size_t to) {
	for (size_t i = from; i < to; i++)
		hash = WW_HASH_ADD(hash, (unsigned char)ww_ascii_lower(text[i]));
	return hash;
}

/* The words are found from the last to the first, and hashed the other way round. */
uint32_t ww_phrase_before(const ww_word_list *list, const char *text, size_t *len,
                          uint32_t wanted) {
	size_t start[WW_PHRASE_MOST], end[WW_PHRASE_MOST], n = 0;
	for (size_t at = *len; n < WW_PHRASE_MOST; n++) {
		while (at > 0 && is_space(text[at - 1]))
			at--;
		end[n] = at;
		while (at > 0 && is_part(text[at - 1]))
			at--;
		while (at < end[n] && text[at] == '.') /* "... between" */
			at++;
		start[n] = at;
		if (at == end[n])
			break;
		if (at > 0 && text[at - 1] == '-') /* "a follow-up to" */
			break;
	}
	for (; n > 0; n--) {
		uint32_t hash = WW_HASH_START;
		for (size_t i = n; i-- > 0;) {
			hash = hash_word(hash, text, start[i], end[i]);
			hash = i ? WW_HASH_ADD(hash, ' ') : hash;
		}
		uint32_t classes = ww_word_list_find(list, hash) & wanted;
		if (classes) {
			*len = start[n - 1];
			return classes;
		}
	}
	return 0;
}

/* Each word is tried as the end of a phrase, and the last that fits is kept; the hash goes on from
 * one to the next. */
uint32_t ww_phrase_at(const ww_word_list *list, const char *text, size_t len, size_t *end,
                      uint32_t wanted) {
	uint32_t hash = WW_HASH_START, found = 0;
	for (size_t at = 0, n = 0; n < WW_PHRASE_MOST; n++) {
		size_t from = at;
		while (at < len && is_part(text[at]))
			at++;
		if (at == from)
			break;
		hash = hash_word(hash, text, from, at);
		uint32_t classes = ww_word_list_find(list, hash) & wanted;
		if (classes) {
			found = classes;
			*end = at;
		}
		hash = WW_HASH_ADD(hash, ' ');
		while (at < len && is_space(text[at]))
			at++;
	}
	return found;
}
