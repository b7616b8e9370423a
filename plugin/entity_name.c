/* Reading a name: what it stands beside, and which of its words tell whom it names.
 * The words around a name are read with it, since a title belongs to the mention
 * that it stands before. */
#include "entity_name.h"

#include "token.h"
#include "utf8.h"

#include <string.h>

enum { MALE = 1, FEMALE = 2 };

static ww_char_class class_at(const char *p, const char *end) {
	size_t len;
	return ww_char_classify(ww_utf8_decode(p, end, &len));
}

static ww_entity_word word_at(const char *p, const char *end) {
	ww_entity_word w = { .hash = ww_gazetteer_hash(p, (size_t)(end - p)) };
	size_t n = ww_utf8_length(p, end), len;
	w.len = n < 255 ? (uint8_t)n : 255;
	w.first = ww_char_lower(ww_utf8_decode(p, end, &len));
	w.initial = p + len == end || (p + len + 1 == end && p[len] == '.');
	for (; p < end; p += len) {
		uint32_t c = ww_char_lower(ww_utf8_decode(p, end, &len));
		w.sorted += c * c * c * 0x9E3779B1u;
	}
	return w;
}

static bool is_sign(const ww_token *t, uint32_t sign) {
	return t->type == WW_TOK_PUNCT && t->hash == sign;
}

/* Cuts a name into words, at blanks, commas and parentheses; returns their number.
 * Quoted words are nicknames.  An apostrophe right behind a word belongs to it: "Macy's". */
static uint32_t cut(const char *text, uint32_t start, uint32_t end, ww_entity_word word[WW_NAME_WORDS]) {
	uint32_t n = 0, from = start, to = start; /* [from, to) is the word in hand */
	bool quoted = false;
	ww_token t;
	for (uint32_t at = start; n < WW_NAME_WORDS - 1 && ww_token_next(&t, text, at, end); at = t.end) {
		bool quote = class_at(text + t.start, text + t.end) == WW_CH_QUOTE &&
		             (quoted || from == to || to < t.start);
		bool apart = quote || is_sign(&t, WW_HASH_1(',')) || is_sign(&t, WW_HASH_1('(')) ||
		             is_sign(&t, WW_HASH_1(')'));
		if (from < to && (apart || t.gap != WW_GAP_NONE)) {
			word[n] = word_at(text + from, text + to);
			word[n++].nickname = quoted;
			from = to;
		}
		quoted ^= quote;
		if (apart)
			continue;
		if (from == to)
			from = t.start;
		to = t.end;
	}
	if (from < to) {
		word[n] = word_at(text + from, text + to);
		word[n++].nickname = quoted;
	}
	return n;
}

/* Leaves the words that tell a person: titles in front, suffixes behind and
 * particles go, unless nothing else were left. */
static uint32_t person_words(ww_entity_word *word, uint32_t n) {
	uint32_t first = 0, out = 0;
	while (n - first > 1 && ww_gazetteer_find(word[first].hash) & WW_GAZ_HONORIFIC)
		first++;
	while (n - first > 1 && word[n - 1].len <= 4 &&
	       ww_gazetteer_find(word[n - 1].hash) & WW_GAZ_SUFFIX)
		n--;
	for (uint32_t i = first; i < n; i++) {
		bool particle = i + 1 < n && !word[i].initial && word[i].len <= 4 &&
		                ww_gazetteer_find(word[i].hash) & WW_GAZ_PARTICLE;
		if (!particle)
			word[out++] = word[i];
	}
	return out;
}

/* Leaves the words that tell an organisation or a place. */
static uint32_t other_words(ww_entity_word *word, uint32_t n, uint8_t kind) {
	if (n > 1 && word[0].hash == WW_HASH_3('t', 'h', 'e'))
		memmove(word, word + 1, --n * sizeof *word);
	while (kind == WW_ORG && n > 1 && ww_gazetteer_find(word[n - 1].hash) & WW_GAZ_LEGAL_FORM)
		n--;
	return n;
}

/* Names of one length or another for the same body: one word stands for each. */
static uint32_t alias(ww_entity_word *word, uint32_t n) {
	static const struct {
		const char *text[3], *means;
	} aliases[] = {
		{ { "us" }, "u.s" }, { { "usa" }, "u.s" }, { { "u.s.a" }, "u.s" },
		{ { "united", "states" }, "u.s" }, { { "uk" }, "u.k" },
		{ { "united", "kingdom" }, "u.k" }, { { "un" }, "u.n" },
		{ { "united", "nations" }, "u.n" }, { { "eu" }, "e.u" },
		{ { "european", "union" }, "e.u" },
	};
	if (n > 2 || (word[0].first != 'u' && word[0].first != 'e'))
		return n;
	for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++) {
		uint32_t k = 0;
		while (k < n && aliases[i].text[k] &&
		       word[k].hash == ww_gazetteer_hash(aliases[i].text[k], strlen(aliases[i].text[k])))
			k++;
		if (k == n && !aliases[i].text[k]) {
			word[0].hash = ww_gazetteer_hash(aliases[i].means, strlen(aliases[i].means));
			return 1;
		}
	}
	return n;
}

/* Hashes the capitals that begin the words of a name: "World Health
 * Organization" as "WHO"; those of a word of capitals are all its letters. */
static uint32_t initials_of(const char *p, const char *end, bool *acronym) {
	uint32_t all = WW_HASH_START, first = WW_HASH_START, uppers = 0;
	bool starts = true, one_word = true;
	for (size_t len; p < end; p += len) {
		uint32_t c = ww_utf8_decode(p, end, &len);
		ww_char_class is = ww_char_classify(c);
		if (is == WW_CH_UPPER) {
			uppers++;
			all = ww_hash_char(all, c);
			if (starts)
				first = ww_hash_char(first, c);
		}
		starts = is == WW_CH_BLANK || is == WW_CH_LINE || is == WW_CH_HYPHEN;
		one_word &= is != WW_CH_BLANK && is != WW_CH_LINE && is != WW_CH_LOWER;
	}
	*acronym = one_word && uppers >= 2;
	return one_word ? all : first;
}

/* Finds the word that one blank parts from text[pos]; returns where it starts, and
 * stores its end; pos when there is none. */
static uint32_t word_before(const char *text, uint32_t pos, uint32_t *end) {
	size_t len;
	ww_char_class is = pos ? ww_char_classify(ww_utf8_before(text, text + pos, &len)) : WW_CH_OTHER;
	if (is != WW_CH_BLANK && is != WW_CH_LINE)
		return pos;
	uint32_t start = *end = pos - (uint32_t)len;
	while (start > 0) {
		uint32_t c = ww_utf8_before(text, text + start, &len);
		is = ww_char_classify(c);
		if (!ww_char_is_word(is) && is != WW_CH_HYPHEN && is != WW_CH_NOTHING && c != '.' &&
		    c != '\'' && c != 0x2019)
			break;
		start -= (uint32_t)len;
	}
	return start < *end ? start : pos;
}

static uint8_t gender_of(uint32_t gaz) {
	return (gaz & WW_GAZ_MALE ? MALE : 0) | (gaz & WW_GAZ_FEMALE ? FEMALE : 0);
}

/* How far in front of a name its title may begin, in words and in bytes. */
enum { TITLE_WORDS = 3, TITLE_BYTES = 200 };

/* Looks for a title in front of the name: "Attorney General", "director". */
static void read_title(const ww_gazetteer_more *more, ww_entity_name *name, const char *text,
                       uint32_t start) {
	uint32_t p = start;
	bool polite = true;
	for (int words = 0; words < TITLE_WORDS && start - p < TITLE_BYTES; words++) {
		uint32_t end, w = word_before(text, p, &end);
		if (w == p)
			break;
		uint32_t gaz = ww_gazetteer_find_with(more, ww_gazetteer_hash(text + w, end - w));
		const uint32_t titles = WW_GAZ_TITLE | WW_GAZ_HONORIFIC | WW_GAZ_JOB;
		if (!(gaz & titles) && !(words && gaz & WW_GAZ_QUALIFIER))
			break;
		name->gender |= gender_of(gaz);
		polite = polite && !(gaz & (WW_GAZ_TITLE | WW_GAZ_JOB)) && gaz & WW_GAZ_HONORIFIC &&
		         gender_of(gaz);
		p = w;
		name->title_back = (uint16_t)(start - p);
	}
	name->title_polite = polite && name->title_back;
}

static bool follows_the(const char *text, uint32_t start) {
	uint32_t end, word = word_before(text, start, &end);
	return word < start && ww_gazetteer_hash(text + word, end - word) == WW_HASH_3('t', 'h', 'e');
}

ww_entity_name ww_entity_name_read(const ww_gazetteer_more *more, const char *text, uint32_t start,
                                   uint32_t end, uint8_t kind,
                                   ww_entity_word word[WW_NAME_WORDS]) {
	ww_entity_name name = { .spelling = ww_gazetteer_hash(text + start, end - start) };
	uint32_t n = cut(text, start, end, word);
	if (!n)
		word[n++] = word_at(text + start, text + end);
	if (kind == WW_PERSON) {
		name.n_words = (uint8_t)person_words(word, n);
		name.after_the = follows_the(text, start);
		read_title(more, &name, text, start);
	} else {
		name.n_words = (uint8_t)alias(word, other_words(word, n, kind));
		name.initials = initials_of(text + start, text + end, &name.is_acronym);
	}
	return name;
}
