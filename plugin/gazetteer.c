/* What is known of words and phrases before any text is read: a packed table of their hashes.
 *
 * The table holds no words.  An entry is 15 bits of a hash beside those that chose its bucket,
 * and the number of a set of classes; three bytes each, so that all lists together stay near the
 * processor.  A word that is in no list seldom looks like one that is (see ww_gazetteer_find),
 * and the tagger has learnt with such errors in. */
#include "gazetteer.h"

#include "ascii.h"
#include "utf8.h"

#include <string.h>

/* The tokenizer hashes in passing what it reads; this is the same for a text that is not a token.
 * Curly apostrophes and all hyphens count as those of ASCII, and what is not seen counts for
 * nothing: lists are written plainly. */
uint32_t ww_gazetteer_hash(const char *text, size_t len) {
	uint32_t hash = WW_HASH_START;
	if (len > 1 && text[len - 1] == '.')
		len--;
	const char *p = text, *end = text + len;
	while (p < end) {
		if ((uint8_t)*p < 0x80) {
			hash = WW_HASH_ADD(hash, ww_ascii_lower(*p));
			p++;
			continue;
		}
		size_t n;
		uint32_t cp = ww_utf8_decode(p, end, &n);
		ww_char_class is = ww_char_classify(cp);
		if (is == WW_CH_HYPHEN || is == WW_CH_QUOTE)
			cp = ww_char_plain(cp);
		if (is != WW_CH_NOTHING)
			hash = ww_hash_char(hash, ww_char_lower(cp));
		p += n;
	}
	return hash;
}

/* In the order of the bits.  Lists name their class so, and an explanation shows it. */
const char *ww_gazetteer_class_name(unsigned bit) {
	static const char *const names[] = {
		"first-name",  "firm",         "city",           "region",
		"demonym",     "org-key",      "title",          "place-key",
		"common-word", "org-tail",     "company",        "job",
		"common-surname", "common-first-name", "honorific", "kin",
		"suffix",      "particle",     "say",            "locative",
		"org-act",     "org-noun",     "sport",          "hyphen-head",
		"hyphen-tail", "abbreviation", "calendar",       "male",
		"female",      "qualifier",    "legal-form",     "outside",
		"thing",       "street",       "body",           "ministry",
		"party-letters", "credit",     "work",           "beats",
		"portfolio",   "role-end",     "determiner",     "deed",
		"bearer",      "versus",       "told-apart",     "family",
		"called",      "some",         "known-as",       "alias",
		"name-sort",   "female-name",  "male-name",     "someone",
	};
	_Static_assert(sizeof names / sizeof *names == WW_GAZ_N_CLASSES, "each class has a name");
	return bit < WW_GAZ_N_CLASSES ? names[bit] : NULL;
}

/* The first of four lanes of 16 bits in memory whose highest bit is set; there is one. */
static inline uint32_t first_lane(uint64_t lanes) {
	int bits = ww_is_little_endian() ? __builtin_ctzll(lanes) : __builtin_clzll(lanes);
	return (uint32_t)bits / 16;
}

/* Looks for a mark among entries [first, end); returns the number of the first that has it, or 0.
 * Four marks are compared at a time: one that is equal leaves nothing in its 15 bits, and from
 * nothing alone the addition does not carry into the bit above. */
static inline uint32_t number_of(const ww_gazetteer_entries *in, uint32_t first, uint32_t end,
                                 uint32_t mark) {
	const uint64_t ones = UINT64_C(0x0001000100010001), low = ones * 0x7FFF;
	for (uint32_t i = first; i < end; i += 4) {
		uint64_t four;
		memcpy(&four, in->mark + i, sizeof four);
		uint64_t equal = ~(((four ^ ones * mark) & low) + low) & ~low;
		if (equal) {
			i += first_lane(equal);
			return i < end ? in->number[i] | (uint32_t)(in->mark[i] >> 15) << 8 : 0;
		}
	}
	return 0;
}

/* The upper bits choose a bucket, which has some nine entries and is searched from end to end.
 * Starts of buckets are kept in two parts, a base for 256 of them and what is added to it, so that
 * one takes 16 bits. */
static inline uint32_t set_of(uint32_t mixed) {
	const ww_gazetteer_table *t = &ww_gazetteer;
	uint32_t b = WW_GAZETTEER_BUCKET(mixed);
	return number_of(&t->entry, t->base[b >> 8] + t->start[b],
	                 t->base[(b + 1) >> 8] + t->start[b + 1], WW_GAZETTEER_MARK(mixed));
}

ww_classes ww_gazetteer_find(uint32_t hash) {
	return ww_gazetteer.sets[set_of(ww_gazetteer_mix(hash))];
}

/* Built and searched as the classes are, with fewer buckets, of eight entries: it is asked only
 * of words in and around runs, and what it knows of them is kept (ww_gazetteer_look()). */
static inline uint32_t cluster_of(uint32_t mixed) {
	const ww_gazetteer_table *t = &ww_gazetteer;
	uint32_t b = WW_GAZETTEER_CLUSTER_BUCKET(mixed);
	return number_of(&t->cluster, t->cluster_start[b], t->cluster_start[b + 1],
	                 WW_GAZETTEER_MARK(mixed));
}

uint32_t ww_gazetteer_cluster(uint32_t hash) {
	return cluster_of(ww_gazetteer_mix(hash));
}

/* Users' titles are few and sorted. */
ww_classes ww_gazetteer_more_find(const ww_gazetteer_more *more, uint32_t hash) {
	uint32_t low = 0, high = more->n;
	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		if (more->at[mid].hash < hash)
			low = mid + 1;
		else
			high = mid;
	}
	return low < more->n && more->at[low].hash == hash ? more->at[low].classes : 0;
}

/* They add to what a word is; they take nothing away from it. */
ww_classes ww_gazetteer_find_with(const ww_gazetteer_more *more, uint32_t hash) {
	return ww_gazetteer_find(hash) | ww_gazetteer_more_find(more, hash);
}

void ww_gazetteer_keep(ww_gazetteer_answer *a, uint32_t hash) {
	uint32_t mixed = ww_gazetteer_mix(hash);
	*a = (ww_gazetteer_answer){ hash, (uint16_t)set_of(mixed), (uint16_t)cluster_of(mixed) };
}

/* An empty place has the hash 0, which only the place of 0 itself could be asked for: that one
 * is filled at once. */
void ww_gazetteer_answers_init(ww_gazetteer_answers *answers) {
	memset(answers, 0, sizeof *answers);
	ww_gazetteer_keep(&answers->at[0], 0); /* 0 is where 0 is kept */
}
