/* Reading a name: what it stands beside, and which of its words tell whom it names.
 * The words around a name are read with it, since a title belongs to the mention
 * that it stands before. */
#include "entity_name.h"

#include <string.h>

#include "utf8.h"

static bool is_blank(char c) {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\xA0' || c == '\xC2';
}

/* The length of a quotation mark at p: straight, or of U+2018 … U+201F. */
static uint32_t quote_len(const char *p, const char *end) {
	if (*p == '"' || *p == '\'')
		return 1;
	return end - p >= 3 && p[0] == '\xE2' && p[1] == '\x80' && (uint8_t)p[2] >= 0x98 &&
	               (uint8_t)p[2] <= 0x9F ? 3 : 0;
}

static bool is_upper(const char *p, const char *end) {
	size_t n;
	if ((uint8_t)*p < 0x80)
		return *p >= 'A' && *p <= 'Z';
	return ww_char_classify(ww_utf8_decode(p, end, &n)) == WW_CH_UPPER;
}

enum { MALE = 1, FEMALE = 2 };

static ww_entity_word word_at(const char *p, const char *end) {
	ww_entity_word w = { .hash = ww_gazetteer_hash(p, (size_t)(end - p)) };
	w.len = end - p < 255 ? (uint8_t)(end - p) : 255;
	w.first_byte = (uint8_t)(*p >= 'A' && *p <= 'Z' ? *p + 32 : *p);
	size_t n;
	ww_utf8_decode(p, end, &n);
	w.initial = p + n == end || (p + n + 1 == end && p[n] == '.');
	for (; p < end; p++) {
		uint32_t c = (uint8_t)(*p >= 'A' && *p <= 'Z' ? *p + 32 : *p);
		w.sorted += c * c * c * 0x9E3779B1u;
	}
	return w;
}

/* Cuts a name into words; returns their number.  Quoted words are nicknames. */
static uint32_t cut(const char *p, const char *end, ww_entity_word word[WW_NAME_WORDS]) {
	uint32_t n = 0;
	bool quoted = false;
	while (p < end && n < WW_NAME_WORDS) {
		if (is_blank(*p) || *p == ',' || *p == '(' || *p == ')') {
			p++;
			continue;
		}
		uint32_t q = quote_len(p, end);
		if (q) {
			quoted = true;
			p += q;
			continue;
		}
		const char *start = p, *stop;
		while (p < end && !is_blank(*p) && *p != ',' && *p != '"' && *p != '(' && *p != ')')
			p++;
		stop = p;
		bool closes = false;
		if (quoted && stop - start > 3 && quote_len(stop - 3, stop) == 3) {
			stop -= 3;
			closes = true;
		} else if (quoted && stop - start > 1 &&
		           (quote_len(stop - 1, stop) == 1 || p == end || *p == '"')) {
			stop -= stop[-1] == '\'';
			closes = true;
		}
		word[n] = word_at(start, stop);
		word[n++].nickname = quoted;
		if (closes) {
			quoted = false;
			p += p < end && *p == '"';
		}
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
	if (n > 2 || (word[0].first_byte != 'u' && word[0].first_byte != 'e'))
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
	uint32_t hash = WW_HASH_START, uppers = 0;
	bool starts = true, lower = false;
	*acronym = false;
	for (const char *q = p; q < end; q++)
		lower |= (uint8_t)*q >= 'a' || *q == ' ' || *q == '\n';
	if (!lower && end - p >= 2) {
		for (; p < end; p++)
			if (*p >= 'A' && *p <= 'Z')
				hash = WW_HASH_ADD(hash, *p), uppers++;
		*acronym = uppers >= 2;
		return hash;
	}
	for (; p < end; p++) {
		if (starts && is_upper(p, end))
			hash = WW_HASH_ADD(hash, *p);
		starts = is_blank(*p) || *p == '-';
	}
	return hash;
}
static bool is_letter(char c) {
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (uint8_t)c >= 0x80 || c == '-' ||
	       c == '.' || c == '\'';
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
		uint32_t end = p;
		if (end == 0 || (text[end - 1] != ' ' && text[end - 1] != '\n'))
			break;
		end--;
		uint32_t w = end;
		while (w > 0 && is_letter(text[w - 1]))
			w--;
		if (w == end)
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
	return start >= 4 && (text[start - 4] == 't' || text[start - 4] == 'T') &&
	       text[start - 3] == 'h' && text[start - 2] == 'e' && is_blank(text[start - 1]);
}

ww_entity_name ww_entity_name_read(const ww_gazetteer_more *more, const char *text, uint32_t start,
                                   uint32_t end, uint8_t kind,
                                   ww_entity_word word[WW_NAME_WORDS]) {
	ww_entity_name name = { .spelling = ww_gazetteer_hash(text + start, end - start) };
	uint32_t n = cut(text + start, text + end, word);
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
