/* Reading a name: its words, as far as they tell whom it names.
 *
 * Words are stretches of tokens without a blank: "Kwok-shing" and "AT&T" are one.  Signs
 * part words and belong to none, so that a nickname in quotes, a comma and a full stop
 * behind an initial need no care.  A person's words are cut finer, as "J.K. Rook" and
 * "J. K. Rook" are one; those of others keep their dots: "U.S." is no initials.
 *
 * What remains of a person is given names and surname.  Titles that stand inside of a
 * mention go, and honours and suffixes behind it; particles go too, since writers leave
 * them out or not ("von der Leyen", "Leyen"), but the surname remembers its own. */
#include "entity_tells.h"
#include "entity_words.h"

#include <string.h>

/* Words. */

/* What people write for a letter that they do not have: ä, ö, ü and ß as Germans do, å and ø as
 * Danes. */
static uint32_t hash_wide(uint32_t hash, uint32_t cp) {
	static const struct {
		uint16_t letter;
		char as[3];
	} wide[] = { { 0xE4, "ae" }, { 0xF6, "oe" }, { 0xFC, "ue" }, { 0xDF, "ss" },
		         { 0xE5, "aa" }, { 0xE6, "ae" }, { 0xF8, "oe" } };
	for (size_t i = 0; cp >= 0x80 && i < sizeof wide / sizeof *wide; i++)
		if (cp == wide[i].letter)
			return WW_HASH_ADD(WW_HASH_ADD(hash, wide[i].as[0]), wide[i].as[1]);
	return ww_hash_char(hash, ww_char_plain(ww_char_base(cp)));
}

/* Letters are told in lower case, 16 bits of each: enough to compare them, and a word of
 * 14 letters fits into a line of the cache with all else that is known of it. */
static ww_entity_word word_of(const ww_entity_block *b, ww_entity_stretch s) {
	const ww_token *t = b->tokens->at;
	const char *p = b->text + t[s.first].start, *end = b->text + t[s.end - 1].end;
	ww_entity_word w = { .hash = ww_entity_hash(b, s), .bare = WW_HASH_START,
		                 .wide = WW_HASH_START };
	while (p < end) {
		size_t len;
		uint32_t cp = ww_utf8_decode(p, end, &len);
		ww_char_class is = ww_char_classify(cp);
		p += len;
		if (is == WW_CH_NOTHING)
			continue;
		if (is != WW_CH_MARK) {
			w.bare = ww_hash_char(w.bare, ww_char_plain(ww_char_base(ww_char_lower(cp))));
			w.wide = hash_wide(w.wide, ww_char_lower(cp));
		}
		if (w.n_letters < WW_NAME_LETTERS)
			w.letter[w.n_letters] = (uint16_t)ww_char_lower(cp);
		w.n_letters = (uint8_t)(w.n_letters + (w.n_letters < UINT8_MAX));
	}
	w.initial = w.n_letters == 1 && t[s.first].type == WW_TOK_WORD;
	return w;
}

/* The letters that are compared.  Of a double letter one counts: somebody who only heard
 * "Buchmann" may write "Bauchman". */
static uint32_t fold(const ww_entity_word *w, uint16_t out[WW_NAME_LETTERS]) {
	uint32_t n = 0;
	for (uint32_t i = 0; i < w->n_letters; i++)
		if (i == 0 || w->letter[i] != w->letter[i - 1])
			out[n++] = w->letter[i];
	return n;
}

/* The same but for one letter that is added, left out or another, or for two that change places:
 * what is equal at both ends is cut off, and the rest looked at. The first letter is right, as
 * hardly anybody gets that wrong; short words differ by a letter too often. */
bool ww_entity_misspelt(const ww_entity_word *a, const ww_entity_word *b) {
	enum { SHORTEST = 5 };
	uint16_t x[WW_NAME_LETTERS], y[WW_NAME_LETTERS];
	if (a->n_letters > WW_NAME_LETTERS || b->n_letters > WW_NAME_LETTERS || a->hash == b->hash)
		return false;
	uint32_t n = fold(a, x), m = fold(b, y), i = 0, j = 0;
	if (n < SHORTEST || m < SHORTEST || x[0] != y[0])
		return false;
	while (i < n && i < m && x[i] == y[i])
		i++;
	while (j < n - i && j < m - i && x[n - 1 - j] == y[m - 1 - j])
		j++;
	uint32_t left = n - i - j, other = m - i - j;
	uint16_t end = left ? x[n - 1] : y[m - 1], before = i ? x[i - 1] : 0;
	bool longer = j == 0 && left + other == 1; /* by a letter at its end */
	bool plural = j == 0 && ((left && x[n - 1] == 's') || (other && y[m - 1] == 's'));
	/* "Ivanov" and "Ivanova", "Lenin" and "Lenina": a man and a woman */
	bool feminine = longer && end == 'a' && (before == 'v' || before == 'n');
	if (left <= 1 && other <= 1)
		return !plural && !feminine;
	return left == 2 && other == 2 && x[i] == y[i + 1] && x[i + 1] == y[i];
}

/* Persons. */

/* The words of a name as they are cut. */
typedef struct {
	ww_entity_stretch at[WW_NAME_WORDS];
	uint32_t hash[WW_NAME_WORDS];
	ww_classes gaz[WW_NAME_WORDS];
	uint32_t n;
} cuts;

/* A name of more words is no name, but a list that was taken for one: the rest is left out. */
static void add_cut(cuts *c, const ww_entity_block *b, ww_entity_stretch s) {
	if (c->n == WW_NAME_WORDS)
		return;
	c->at[c->n] = s;
	c->hash[c->n] = ww_entity_hash(b, s);
	c->gaz[c->n] = ww_gazetteer_find(c->hash[c->n]);
	c->n++;
}

/* "al-Assad" is a particle and a word. */
static bool splits(const ww_entity_block *b, ww_entity_stretch s) {
	ww_entity_stretch head = { s.first, s.first + 1 };
	return s.end - s.first == 3 && ww_gazetteer_find(ww_entity_hash(b, head)) & WW_GAZ_HYPHEN_HEAD;
}

/* "Kwok-shing", with a small letter behind its hyphen, is a given name as Chinese and Korean
 * ones are written, and the family name stands before it.  Of "Xi Jinping" nothing tells
 * that; there the surname alone is found as a given name is. */
static bool is_given_pair(const ww_entity_block *b, ww_entity_stretch s) {
	return s.end - s.first == 3 && b->tokens->at[s.end - 1].shape == WW_SHAPE_LOWER &&
	       ww_entity_is_capital(&b->tokens->at[s.first]);
}

/* Cuts tokens [i, end) into words.  Signs are no words: the quotes around a nickname and the
 * comma of "BARRETT, Nora" fall away here. */
static cuts cut(const ww_entity_block *b, uint32_t i, uint32_t end, bool person) {
	cuts c = { .n = 0 };
	while (i < end) {
		if (!ww_entity_is_text(&b->tokens->at[i])) {
			i++;
			continue;
		}
		ww_entity_stretch s = ww_entity_read_on(b, i, end, !person);
		i = s.end;
		if (person && splits(b, s)) {
			add_cut(&c, b, (ww_entity_stretch){ s.first, s.first + 1 });
			s.first += 2;
		}
		add_cut(&c, b, s);
	}
	return c;
}

/* Whether token i is a quotation mark of any kind. */
static bool is_quote(const ww_entity_block *b, uint32_t i) {
	const ww_token *t = &b->tokens->at[i];
	size_t len;
	return ww_char_classify(ww_utf8_decode(b->text + t->start, b->text + t->end, &len)) ==
	       WW_CH_QUOTE;
}

/* Whether word i is a particle, if words follow.  A letter alone is an initial: "Y. Orr"; and a
 * particle stands right before its word, while 'Jim "Big Mac" Orr' is called Mac. */
static bool is_particle(const ww_entity_block *b, const cuts *c, uint32_t i) {
	const ww_token *t = &b->tokens->at[c->at[i].first];
	return c->gaz[i] & (WW_GAZ_PARTICLE | WW_GAZ_HYPHEN_HEAD) && t->end - t->start > 1 &&
	       !(c->at[i].end < b->tokens->n && is_quote(b, c->at[i].end));
}

/* A letter alone is an initial, not a word in capitals. */
static bool is_in_capitals(const ww_entity_block *b, ww_entity_stretch s) {
	const ww_token *t = &b->tokens->at[s.first];
	return t->shape == WW_SHAPE_UPPER && t->end - t->start > 1;
}

/* "FRS", "MBE": two or three capitals.  Longer ones are surnames of lists: "Nora BARRETT". */
static bool is_honour(const ww_entity_block *b, ww_entity_stretch s) {
	const ww_token *t = &b->tokens->at[s.first];
	return s.end == s.first + 1 && is_in_capitals(b, s) && t->end - t->start <= 3;
}

/* The hash of a word without a sign in it. */
static uint32_t hash_letters(const ww_entity_word *w, uint16_t but) {
	uint32_t hash = WW_HASH_START;
	for (uint32_t i = 0; i < w->n_letters && i < WW_NAME_LETTERS; i++)
		if (w->letter[i] != but)
			hash = ww_hash_char(hash, w->letter[i]);
	return hash;
}

/* Tells the halves of a double name, of which both have a capital: people who marry take
 * both names, and writers drop either. */
static void halve(const ww_entity_block *b, ww_entity_stretch s, ww_entity_word *w) {
	if (s.end - s.first != 3 || !ww_entity_is_capital(&b->tokens->at[s.first]) ||
	    !ww_entity_is_capital(&b->tokens->at[s.first + 2]))
		return;
	w->half[0] = ww_entity_hash(b, (ww_entity_stretch){ s.first, s.first + 1 });
	w->half[1] = ww_entity_hash(b, (ww_entity_stretch){ s.first + 2, s.end });
}

/* Leaves the words that tell a person: titles in front, suffixes behind and particles
 * go, unless nothing else were left.  "Van" and "Ben" in front may be given names. */
static void person_words(const ww_entity_block *b, const cuts *c, ww_entity_name *name,
                         ww_entity_word word[WW_NAME_WORDS]) {
	uint32_t first = 0, end = c->n, n = 0, particle = 0;
	while (end - first > 1 && c->gaz[first] & WW_GAZ_HONORIFIC)
		first++;
	while (end - first > 1 && c->gaz[end - 1] & WW_GAZ_SUFFIX)
		name->suffix = c->hash[--end];
	while (end - first > 2 && is_honour(b, c->at[end - 1]) && !is_in_capitals(b, c->at[first]))
		end--;
	for (uint32_t i = first; i < end; i++) {
		bool given = i == first && c->gaz[i] & WW_GAZ_FIRST &&
		             ww_entity_is_capital(&b->tokens->at[c->at[i].first]) &&
		             b->tokens->at[c->at[i + 1 < end ? i + 1 : i].first].gap != WW_GAP_NONE;
		if (i + 1 < end && is_particle(b, c, i)) {
			particle = c->hash[i];
			name->may_be_surname |= given;
			if (!given)
				continue;
		}
		word[n] = word_of(b, c->at[i]);
		halve(b, c->at[i], &word[n]);
		if (is_given_pair(b, c->at[i]))
			word[n].hash = word[n].bare = word[n].wide = hash_letters(&word[n], '-');
		if (particle && particle != c->hash[i]) {
			word[n].particle = ww_gazetteer_join(particle, c->hash[i]);
			word[n].of_father = ww_tells(particle, WW_TELLS_SON);
			particle = 0;
		}
		n++;
	}
	name->may_be_surname &= n == 2;
	name->is_particled = n == 1 && end - first > 1 && !(c->gaz[first] & WW_GAZ_HYPHEN_HEAD) &&
	                     ww_entity_is_capital(&b->tokens->at[c->at[first].first]);
	name->in_capitals = is_in_capitals(b, c->at[end - 1]);
	name->n_words = (uint8_t)n;
	name->surname = n == 2 && is_given_pair(b, c->at[end - 1]) ? 0 : (uint8_t)(n - 1);
}

/* Organisations and places. */

/* The hash of two words with a blank between them, as a list has a phrase. */
static uint32_t hash_phrase(const ww_entity_word *a, const ww_entity_word *b) {
	uint32_t hash = WW_HASH_START;
	for (uint32_t i = 0; i < a->n_letters && i < WW_NAME_LETTERS; i++)
		hash = ww_hash_char(hash, a->letter[i]);
	hash = WW_HASH_ADD(hash, ' ');
	for (uint32_t i = 0; i < b->n_letters && i < WW_NAME_LETTERS; i++)
		hash = ww_hash_char(hash, b->letter[i]);
	return hash;
}

/* Names of one length or another for the same body, "US" and "United States": one number stands
 * for each, so that they are one word to all that follows. */
static uint32_t alias(ww_entity_word *word, uint32_t n) {
	enum { ALIAS = 13 }; /* tells these from the hashes of words, as phrases are told */
	const uint32_t bodies = WW_TELLS_US | WW_TELLS_UK | WW_TELLS_UN | WW_TELLS_EU;
	if (n > 2)
		return n;
	uint32_t hash = n == 1 ? word[0].hash : hash_phrase(&word[0], &word[1]);
	uint32_t body = ww_word_list_find(&ww_tells_words, hash) & bodies;
	if (!body)
		return n;
	word[0].hash = word[0].bare = word[0].wide = ww_gazetteer_join(ALIAS, body);
	return 1;
}

/* A legal form of so many letters is spelt out, and has its letter in an acronym: the CEC is
 * the Copperbelt Energy Corporation. */
enum { SPELT_OUT = 7 };

/* Leaves the words that tell an organisation or a place, and hashes what its capitalised ones
 * begin with. */
static void other_words(const ww_entity_block *b, const cuts *c, uint8_t kind,
                        ww_entity_name *name, ww_entity_word word[WW_NAME_WORDS]) {
	uint32_t first = c->n > 1 && ww_tells(c->hash[0], WW_TELLS_THE), end = c->n;
	while (kind == WW_ORG && end - first > 1 && c->gaz[end - 1] & WW_GAZ_LEGAL_FORM)
		end--;
	for (uint32_t i = first; i < end; i++)
		word[i - first] = word_of(b, c->at[i]);
	name->n_words = (uint8_t)alias(word, end - first);
	for (uint32_t i = first; i < c->n; i++) {
		const ww_token *t = &b->tokens->at[c->at[i].first];
		if (ww_entity_is_capital(t) && (i < end || t->end - t->start >= SPELT_OUT))
			name->capitals = ww_hash_char(name->capitals, word_of(b, c->at[i]).letter[0]);
	}
}

/* An acronym is a word of two to eight letters, two of them capitals and not more in
 * lower case: "BoO", "U.S.T.".  Longer words in capitals are a headline's. */
static bool is_acronym(const ww_entity_block *b, ww_entity_stretch s) {
	enum { LONGEST = 8 };
	uint32_t uppers = 0, lowers = 0;
	const ww_token *t = b->tokens->at;
	const char *end = b->text + t[s.end - 1].end;
	size_t len;
	for (const char *p = b->text + t[s.first].start; p < end; p += len) {
		ww_char_class is = ww_char_classify(ww_utf8_decode(p, end, &len));
		uppers += is == WW_CH_UPPER;
		lowers += is == WW_CH_LOWER;
	}
	return uppers >= 2 && uppers > lowers && uppers + lowers <= LONGEST;
}

/* Adds what a person's word begins with, and each half of it: "Ocasio-Cortez". */
static uint32_t add_initials(uint32_t hash, const ww_entity_word *w) {
	for (uint32_t i = 0; i < w->n_letters && i < WW_NAME_LETTERS; i++)
		if (i == 0 || (w->half[1] && w->letter[i - 1] == '-'))
			hash = ww_hash_char(hash, w->letter[i]);
	return hash;
}

/* Hashes the letters that may stand for a name: "World Health Organization" as "WHO",
 * "Bank of Oslo" as "BO" and "BOO", a person as "JFK"; of an acronym its own. */
static void read_initials(const ww_entity_block *b, const cuts *c, const ww_entity_word *word,
                          ww_entity_name *name) {
	name->initials = WW_HASH_START;
	name->is_acronym = c->n == 1 && is_acronym(b, c->at[0]);
	if (name->is_acronym) {
		name->initials = hash_letters(word, '.');
		return;
	}
	for (uint32_t i = 0; i < name->n_words; i++)
		name->initials = add_initials(name->initials, &word[i]);
}

ww_entity_name ww_entity_name_read(const ww_gazetteer_more *more, const ww_entity_block *b,
                                   uint32_t start, uint32_t end, uint8_t kind,
                                   ww_entity_word word[WW_NAME_WORDS]) {
	ww_entity_name name = { .spelling = ww_gazetteer_hash(b->text + start, end - start),
		                    .capitals = WW_HASH_START };
	uint32_t first = ww_entity_token(b, start), stop = ww_entity_token(b, end);
	stop += stop < b->tokens->n && b->tokens->at[stop].start < end;
	cuts c = cut(b, first, stop, kind == WW_PERSON);
	if (!c.n) { /* signs only */
		word[0] = (ww_entity_word){ .hash = name.spelling, .bare = name.spelling,
			                       .wide = name.spelling };
		name.n_words = 1;
	} else if (kind == WW_PERSON) {
		person_words(b, &c, &name, word);
		ww_entity_beside_read(more, b, first, stop, &name);
	} else {
		other_words(b, &c, kind, &name, word);
	}
	if (c.n)
		read_initials(b, &c, word, &name);
	return name;
}
