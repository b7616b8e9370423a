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

/* Looks for a mark among entries; returns the number that the entry has, or 0 when none has the
 * mark.  Two bytes are all that most of them are asked for, which compilers load at once. */
static inline uint32_t number_of(const uint8_t (*entry)[3], uint32_t n, uint32_t mark) {
	_Static_assert(WW_GAZETTEER_MARK_BITS == 15, "a mark is two bytes but for a bit");
	for (const uint8_t(*end)[3] = entry + n; entry < end; entry++) {
		const uint8_t *p = *entry;
		uint32_t low = p[0] | (uint32_t)p[1] << 8;
		if ((low & 0x7FFF) == mark)
			return (low >> 15 | (uint32_t)p[2] << 1) + 1;
	}
	return 0;
}

/* The upper bits choose a bucket, which has some nine entries and is searched from end to end.
 * Starts of buckets are kept in two parts, a base for 256 of them and what is added to it, so that
 * one takes 16 bits. */
ww_classes ww_gazetteer_find(uint32_t hash) {
	uint32_t mixed = ww_gazetteer_mix(hash), b = WW_GAZETTEER_BUCKET(mixed);
	const ww_gazetteer_table *t = &ww_gazetteer;
	uint32_t first = t->base[b >> 8] + t->start[b];
	uint32_t end = t->base[(b + 1) >> 8] + t->start[b + 1];
	uint32_t set = number_of(t->entry + first, end - first, WW_GAZETTEER_MARK(mixed));
	return set ? t->sets[set - 1] : 0;
}

/* Built and searched as the classes are, with fewer buckets, of eight entries: it is asked only
 * of words in and around runs, and what it knows of them is kept (ww_gazetteer_look()). */
uint32_t ww_gazetteer_cluster(uint32_t hash) {
	uint32_t mixed = ww_gazetteer_mix(hash), b = WW_GAZETTEER_CLUSTER_BUCKET(mixed);
	const ww_gazetteer_table *t = &ww_gazetteer;
	uint32_t first = t->cluster_start[b], end = t->cluster_start[b + 1];
	uint32_t number = number_of(t->cluster + first, end - first, WW_GAZETTEER_MARK(mixed));
	return number ? number - 1 : 0;
}

/* Users' titles are few and sorted.  They add to what a word is; they take nothing away from it. */
ww_classes ww_gazetteer_find_with(const ww_gazetteer_more *more, uint32_t hash) {
	uint32_t low = 0, high = more->n;
	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		if (more->at[mid].hash < hash)
			low = mid + 1;
		else
			high = mid;
	}
	bool found = low < more->n && more->at[low].hash == hash;
	return ww_gazetteer_find(hash) | (found ? more->at[low].classes : 0);
}

/* An empty place has the hash 0, which only the place of 0 itself could be asked for: that one
 * is filled at once. */
void ww_gazetteer_kept_init(ww_gazetteer_kept *kept, const ww_gazetteer_more *more) {
	memset(kept, 0, sizeof *kept);
	if (more)
		kept->more = *more;
	kept->at[0].classes = ww_gazetteer_find_with(&kept->more, 0); /* 0 is where 0 is kept */
	kept->at[0].cluster = ww_gazetteer_cluster(0);
}
