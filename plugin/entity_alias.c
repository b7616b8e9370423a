/* Second names: "Akaboshi, whose real name is Ryosuke Narita".
 *
 * Nothing in two such names is alike, so that only what stands before the second tells
 * whose it is: "known as", "born", "real name", "whom friends call".  The words are read
 * backwards from the name, as those of a title are, and never over the end of a sentence. */
#include "entity_tells.h"
#include "entity_words.h"

/* How many words before a name may belong to what introduces it: "known throughout the
 * whole of Thailand as". */
enum { FAR = 8 };

bool ww_tells(uint32_t hash, uint32_t classes) {
	return ww_word_list_find(&ww_tells_words, hash) & classes;
}

/* Classes of the word at token i; 0 when no word is there. */
static ww_classes classes_at(const ww_entity_block *b, uint32_t i) {
	const ww_tokens *t = b->tokens;
	return i < t->n && t->at[i].type == WW_TOK_WORD ? ww_gazetteer_find(t->at[i].hash) : 0;
}

/* Whether token i is there and a word of these classes of data/en/tells.txt. */
static bool is(const ww_entity_block *b, uint32_t i, uint32_t classes) {
	return i < b->tokens->n && b->tokens->at[i].type == WW_TOK_WORD &&
	       ww_tells(b->tokens->at[i].hash, classes);
}

/* Whether token i is there and this letter. */
static bool is_letter(const ww_entity_block *b, uint32_t i, uint32_t hash) {
	return i < b->tokens->n && b->tokens->at[i].type == WW_TOK_WORD &&
	       b->tokens->at[i].hash == hash;
}

/* Whether a sentence may end with token i. */
static bool is_stop(const ww_entity_block *b, uint32_t i) {
	const ww_token *t = &b->tokens->at[i];
	return ww_entity_is_sign(t, WW_HASH_1('.')) || ww_entity_is_sign(t, WW_HASH_1(';')) ||
	       ww_entity_is_sign(t, WW_HASH_1('!')) || ww_entity_is_sign(t, WW_HASH_1('?'));
}

/* The word of some classes of the gazetteer or of the list that stands in the sentence a few words
 * before token i; UINT32_MAX when there is none. */
static uint32_t find_before(const ww_entity_block *b, uint32_t i, ww_classes classes,
                            uint32_t tells) {
	for (uint32_t words = 0; i-- > 0 && words < FAR && !is_stop(b, i); words++)
		if (classes_at(b, i) & classes || is(b, i, tells))
			return i;
	return UINT32_MAX;
}

/* Tokens are told by how far before the name they stand: 1 is the word beside it. What is before
 * the block's first is UINT32_MAX, which every question answers with no. */
static uint32_t back(uint32_t i, uint32_t n) {
	return i >= n ? i - n : UINT32_MAX;
}

/* "real name is", "real name:", "under the name of", "by the stage name" */
static bool is_name_of(const ww_entity_block *b, uint32_t i) {
	uint32_t at = back(i, 1);
	if (is(b, at, WW_TELLS_BEING | WW_TELLS_OF))
		at = back(i, 2);
	uint32_t sort = back(at, 1), under = back(at, 2);
	if (at == UINT32_MAX || !is(b, at, WW_TELLS_NAME))
		return false;
	return classes_at(b, sort) & WW_GAZ_NAME_SORT ||
	       (is(b, sort, WW_TELLS_THE) && is(b, under, WW_TELLS_UNDER));
}

/* ", born Ada Obi" and "was born Ada Obi"; not "twins born", nor "born in". */
static bool is_born(const ww_entity_block *b, uint32_t i) {
	uint32_t before = back(i, 2);
	return is(b, back(i, 1), WW_TELLS_BORN) && before != UINT32_MAX &&
	       (is(b, before, WW_TELLS_BEING) ||
	        !ww_entity_is_text(&b->tokens->at[before]));
}

/* "goes by", "going by", "went by" */
static bool goes_by(const ww_entity_block *b, uint32_t i) {
	uint32_t go = back(i, 2);
	return is(b, back(i, 1), WW_TELLS_BY) && is(b, go, WW_TELLS_GOES);
}

/* "a/k/a", "a.k.a." */
static bool is_also_known_as(const ww_entity_block *b, uint32_t i) {
	const ww_token *t = b->tokens->at;
	i -= i > 0 && ww_entity_is_sign(&t[i - 1], WW_HASH_1('.'));
	return i >= 5 && is_letter(b, i - 1, WW_HASH_1('a')) && is_letter(b, i - 3, WW_HASH_1('k')) &&
	       is_letter(b, i - 5, WW_HASH_1('a')) && t[i - 1].gap == WW_GAP_NONE;
}

/* "(Latin: ", "(Arabic: ", and the name in its own script. */
static bool is_of_language(const ww_entity_block *b, uint32_t i) {
	const ww_token *t = b->tokens->at;
	size_t len;
	for (; i > 0 && t[i - 1].type == WW_TOK_WORD; i--) {
		uint32_t cp = ww_utf8_decode(b->text + t[i - 1].start, b->text + t[i - 1].end, &len);
		if (ww_char_classify(cp) != WW_CH_UNCASED)
			break;
	}
	if (i > 0 && !ww_entity_is_text(&t[i - 1]))
		i--;
	return classes_at(b, back(i, 1)) & WW_GAZ_DEMONYM && i < b->tokens->n &&
	       ww_entity_is_sign(&t[i], WW_HASH_1(':'));
}

/* "call", "calls" or another word for it. */
static bool is_call(const ww_entity_block *b, uint32_t i) {
	return is(b, i, WW_TELLS_CALL) || classes_at(b, i) & WW_GAZ_CALLED;
}

/* "whom teammates call" */
static bool is_whom_they_call(const ww_entity_block *b, uint32_t i) {
	return is_call(b, back(i, 1)) &&
	       find_before(b, i, 0, WW_TELLS_WHOM) != UINT32_MAX;
}

/* "known to friends as"; but "a convert known as" is nobody that was named: a noun with "a" or
 * "the" stands before "known". */
static bool is_known_as(const ww_entity_block *b, uint32_t i) {
	enum { NOUN = 3 }; /* words, with its article */
	uint32_t as = back(i, 1);
	uint32_t known = is(b, as, WW_TELLS_AS)
	                     ? find_before(b, as, WW_GAZ_KNOWN_AS, 0) : UINT32_MAX;
	for (uint32_t n = 1; known != UINT32_MAX && n <= NOUN; n++) {
		uint32_t k = back(known, n);
		if (k == UINT32_MAX || b->tokens->at[k].shape != WW_SHAPE_LOWER)
			return true;
		if (classes_at(b, k) & WW_GAZ_SOME || is(b, k, WW_TELLS_THE))
			return false;
	}
	return known != UINT32_MAX;
}

/* "née", "alias", "nicknamed" */
static bool is_behind_alias(const ww_entity_block *b, uint32_t i) {
	return classes_at(b, back(i, 1)) & WW_GAZ_ALIAS;
}

/* What introduces a second name, right before token i. */
static bool (*const cues[])(const ww_entity_block *, uint32_t) = {
	is_born, is_name_of, is_behind_alias, is_of_language, goes_by, is_also_known_as,
	is_whom_they_call, is_known_as,
};

/* "the neighbours called him"; but of "Orr called him" Orr is another. */
static bool is_called_so(const ww_entity_block *b, uint32_t i) {
	uint32_t at = back(i, 1), who = back(i, 3);
	return is(b, at, WW_TELLS_HIM) && is_call(b, back(i, 2)) && who != UINT32_MAX &&
	       !ww_entity_is_capital(&b->tokens->at[who]);
}

/* Whether the sentence up to token i begins with "he", "she", "his" or "her": then whose name it
 * is was named in the sentence before. */
static bool begins_with_pronoun(const ww_entity_block *b, uint32_t i) {
	for (uint32_t words = 0; i > 0 && words < FAR && !is_stop(b, i - 1); words++)
		i--;
	return is(b, i, WW_TELLS_PRONOUN);
}

/* The cues stand in the order of how often they occur.  A sentence that begins with "Born" tells
 * of whom the article is about, and "Ada Obi was born" of Ada Obi herself. */
ww_alias ww_entity_alias_read(const ww_entity_block *b, uint32_t first, uint32_t end) {
	uint32_t i = first;
	while (i > 0 && !ww_entity_is_text(&b->tokens->at[i - 1]) && !is_stop(b, i - 1) &&
	       !ww_entity_is_sign(&b->tokens->at[i - 1], WW_HASH_1(',')))
		i--; /* quotation marks, a bracket, a colon */
	if (is(b, back(i, 1), WW_TELLS_BORN) && (i == 1 || is_stop(b, i - 2)))
		return WW_ALIAS_LIKE;
	if (is_called_so(b, i))
		return WW_ALIAS_NEAR;
	for (size_t k = 0; k < sizeof cues / sizeof *cues; k++)
		if (cues[k](b, i))
			return begins_with_pronoun(b, i) ? WW_ALIAS_NEAR : WW_ALIAS_SAME;
	bool was_born = is(b, end, WW_TELLS_BEING) && is(b, end + 1, WW_TELLS_BORN);
	return was_born ? WW_ALIAS_SUBJECT : WW_ALIAS_NONE;
}
