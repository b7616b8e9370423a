/* gazetteer.h: what is known of words and phrases before any text is read. */
#ifndef WW_GAZETTEER_H
#define WW_GAZETTEER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lexicon.h"

/* Classes of a word or phrase; one may be in several.  The comments say what
 * the lists in data/ call them. */
enum {
	WW_GAZ_FIRST = 1 << 0,           /* first-name */
	WW_GAZ_FIRM = 1 << 1,            /* firm: nouns for firms, "retailer" */
	WW_GAZ_CITY = 1 << 2,            /* city */
	WW_GAZ_REGION = 1 << 3,          /* region: countries, states, seas … */
	WW_GAZ_DEMONYM = 1 << 4,         /* demonym: peoples, languages, religions */
	WW_GAZ_ORG_KEY = 1 << 5,         /* org-key: "group", "house" */
	WW_GAZ_TITLE = 1 << 6,           /* title: "judge", "director" */
	WW_GAZ_PLACE_KEY = 1 << 7,       /* place-key: "river", "street" */
	WW_GAZ_COMMON = 1 << 8,          /* common-word */
	WW_GAZ_ORG_TAIL = 1 << 9,        /* org-tail: "inc", "university" */
	WW_GAZ_COMPANY = 1 << 10,        /* company: and clubs */
	WW_GAZ_JOB = 1 << 11,            /* job: "actor" */
	WW_GAZ_COMMON_SURNAME = 1 << 12, /* common-surname */
	WW_GAZ_COMMON_FIRST = 1 << 13,   /* common-first-name */
	WW_GAZ_HONORIFIC = 1 << 14,      /* honorific: "mr", "sen" */
	WW_GAZ_KIN = 1 << 15,            /* kin: "widow" */
	WW_GAZ_SUFFIX = 1 << 16,         /* suffix: "jr", "iii" */
	WW_GAZ_PARTICLE = 1 << 17,       /* particle: "von", "bin" */
	WW_GAZ_SAY = 1 << 18,            /* say: verbs of speech and thought */
	WW_GAZ_LOCATIVE = 1 << 19,       /* locative: "in", "near" */
	WW_GAZ_ORG_ACT = 1 << 20,        /* org-act: "acquired", "fell" */
	WW_GAZ_ORG_NOUN = 1 << 21,       /* org-noun: "shares", "ceo" */
	WW_GAZ_SPORT = 1 << 22,          /* sport: "beat", "striker" */
	WW_GAZ_HYPHEN_HEAD = 1 << 23,    /* hyphen-head: al-, el- */
	WW_GAZ_HYPHEN_TAIL = 1 << 24,    /* hyphen-tail: -based, -led */
	WW_GAZ_ABBREVIATION = 1 << 25,   /* abbreviation: a full stop after it is its own */
	WW_GAZ_CALENDAR = 1 << 26,       /* in no list: months and weekdays, by their role */
	WW_GAZ_MALE = 1 << 27,           /* male: titles of men */
	WW_GAZ_FEMALE = 1 << 28,         /* female */
	WW_GAZ_QUALIFIER = 1 << 29,      /* qualifier: words in front of a title, "prime" */
	WW_GAZ_LEGAL_FORM = 1 << 30      /* legal-form: "inc" */
};
#define WW_GAZ_OUTSIDE (UINT64_C(1) << 31)  /* outside: in front of a name, never of it: "DCI" */
#define WW_GAZ_THING (UINT64_C(1) << 32)    /* thing: diseases and the like */
#define WW_GAZ_STREET (UINT64_C(1) << 33)   /* street: ends a place's name, never a person's */
#define WW_GAZ_BODY (UINT64_C(1) << 34)     /* body: an organisation goes on after it with "of" */
#define WW_GAZ_MINISTRY (UINT64_C(1) << 35) /* ministry: a body, of several things */
#define WW_GAZ_PARTY (UINT64_C(1) << 36)    /* party-letters: stand for one in brackets */
#define WW_GAZ_CREDIT (UINT64_C(1) << 37)   /* credit: whoever follows it and a colon made it */
#define WW_GAZ_WORK (UINT64_C(1) << 38)     /* work: nouns for what has a title, "novel" */
#define WW_GAZ_BEATS (UINT64_C(1) << 39)    /* beats: what one team does to another */
#define WW_GAZ_PORTFOLIO (UINT64_C(1) << 40) /* portfolio: what a ministry is called by alone */
#define WW_GAZ_ROLE_END (UINT64_C(1) << 41)  /* role-end: goes on after a role, "of" */
#define WW_GAZ_DETERMINER (UINT64_C(1) << 42) /* determiner: begins a role, "the" */
#define WW_GAZ_DEED (UINT64_C(1) << 43)      /* deed: verbs without -ed of what somebody does */
#define WW_GAZ_BEARER (UINT64_C(1) << 44)    /* bearer: things that bear a person's name, "ship" */
#define WW_GAZ_VERSUS (UINT64_C(1) << 45)    /* versus */
#define WW_GAZ_TOLD_APART (UINT64_C(1) << 46) /* told-apart: "elder", there is another one */
#define WW_GAZ_FAMILY (UINT64_C(1) << 47)    /* family: behind a surname, several bear it */
#define WW_GAZ_CALLED (UINT64_C(1) << 48)    /* called: "a man called" */
#define WW_GAZ_SOME (UINT64_C(1) << 49)      /* some: somebody new, "another" */
#define WW_GAZ_KNOWN_AS (UINT64_C(1) << 50)  /* known-as: "performs as" a second name */
#define WW_GAZ_ALIAS (UINT64_C(1) << 51)     /* alias: stands in front of it, "née" */
#define WW_GAZ_NAME_SORT (UINT64_C(1) << 52) /* name-sort: one of several names, "stage name" */
#define WW_GAZ_FEMALE_NAME (UINT64_C(1) << 53) /* female-name: given names of women only */
#define WW_GAZ_MALE_NAME (UINT64_C(1) << 54) /* male-name */
#define WW_GAZ_SOMEONE (UINT64_C(1) << 55)   /* someone: "anyone" named so */
enum { WW_GAZ_N_CLASSES = 56 };

/* A set of them.  The model knows those of its lower half, but for a few that are for linking
 * and for rules: see WW_VIEW_CLASSES. */
typedef uint64_t ww_classes;

/* The name of class number `bit`, as the lists call it; static storage. */
const char *ww_gazetteer_class_name(unsigned bit);

/* In a ww_name_word: the classes have been looked up. */
#define WW_GAZ_KNOWN (UINT64_C(1) << 63)
_Static_assert(WW_GAZ_N_CLASSES < 63, "a set of classes has 64 bits, the last for WW_GAZ_KNOWN");

/* Hashes the lower-cased characters of text[0, len) without a final full stop:
 * "U.S." as "u.s".  Equal to ww_token.hash for a word of letters. */
uint32_t ww_gazetteer_hash(const char *text, size_t len);

/* No abbreviation is longer, in bytes: "messrs".  What makes the table refuses others. */
enum { WW_GAZETTEER_ABBREVIATION = 6 };

/* The hash of a phrase is WW_GAZETTEER_PHRASE joined with its words' hashes. */
#define WW_GAZETTEER_PHRASE 7u
static inline uint32_t ww_gazetteer_join(uint32_t phrase, uint32_t word) {
	uint32_t h = phrase * 0x9E3779B1u ^ word;
	h ^= h >> 15;
	return h * 0x2C1B3C6Du;
}

/* The packed table, generated from data/ by train/gazetteer_make.c.  Entries
 * are sorted by the upper bits of their mixed hash, their bucket; more bits of it
 * are their mark.  Bucket b holds the entries from base[b >> 8] + start[b]. */
enum { WW_GAZETTEER_BITS = 13, WW_GAZETTEER_BEGIN_BITS = 17 };

/* Words that are used alike are of one cluster, a number above 0; the clusters were found in
 * much more text than names are learnt from (data/word_clusters.txt).  Their table is built
 * like that of the lists; an entry is a mark and the cluster. */
enum { WW_GAZETTEER_CLUSTER_BITS = 12, WW_GAZETTEER_CLUSTERS = 512 };

/* An entry is a mark and a number of nine bits: of a set of classes, 0 being that of none, or of a
 * cluster.  The number's highest bit lies on top of the mark in 16 bits, the others in a byte, so
 * that four marks are compared at once. */
enum { WW_GAZETTEER_MARK_BITS = 15, WW_GAZETTEER_NUMBER_BITS = 9 };
_Static_assert(WW_GAZETTEER_MARK_BITS + WW_GAZETTEER_NUMBER_BITS == 24, "an entry is three bytes");

/* Behind the last mark there are so many more, as four are read where one is looked for. */
enum { WW_GAZETTEER_PAD = 3 };
typedef struct {
	const uint16_t *mark;
	const uint8_t *number;
} ww_gazetteer_entries;

typedef struct {
	const uint32_t *base;
	const uint16_t *start; /* one more than there are buckets */
	ww_gazetteer_entries entry;
	const ww_classes *sets;
	const uint32_t *begins; /* a bit for the beginnings of phrases */
	const uint16_t *cluster_start; /* one more than there are buckets */
	ww_gazetteer_entries cluster;
} ww_gazetteer_table;

extern const ww_gazetteer_table ww_gazetteer;

/* Mixes a hash for the table. */
static inline uint32_t ww_gazetteer_mix(uint32_t h) {
	h ^= h >> 16;
	h *= 0x85EBCA6Bu;
	h ^= h >> 13;
	h *= 0xC2B2AE35u;
	return h ^ h >> 16;
}

#define WW_GAZETTEER_BEGIN(two) (ww_gazetteer_mix(two) >> (32 - WW_GAZETTEER_BEGIN_BITS))

/* Whether any phrase may begin with two words: `two` is WW_GAZETTEER_PHRASE
 * joined with both.  Once in some five times it says so of others too. */
static inline bool ww_gazetteer_begins(uint32_t two) {
	uint32_t i = WW_GAZETTEER_BEGIN(two);
	return ww_gazetteer.begins[i / 32] >> (i % 32) & 1;
}

/* Where a mixed hash is looked for, and what it is told by there. */
#define WW_GAZETTEER_BUCKET(mixed) ((mixed) >> (32 - WW_GAZETTEER_BITS))
#define WW_GAZETTEER_MARK(mixed) ((mixed) >> 1 & ((1u << WW_GAZETTEER_MARK_BITS) - 1))

#define WW_GAZETTEER_CLUSTER_BUCKET(mixed) ((mixed) >> (32 - WW_GAZETTEER_CLUSTER_BITS))

/* Returns the cluster of a word, or 0.  Once in some four thousand times it finds one for a
 * word that has none. */
uint32_t ww_gazetteer_cluster(uint32_t hash);

/* Returns the classes of the word or phrase that hashes to `hash`, or 0.  One
 * hash in some four thousand of words that are in no list finds classes too. */
ww_classes ww_gazetteer_find(uint32_t hash);

/* Words that are known besides those of the table, sorted by their hashes. */
typedef struct {
	uint32_t hash;
	ww_classes classes;
} ww_gazetteer_word;

typedef struct {
	const ww_gazetteer_word *at;
	uint32_t n;
} ww_gazetteer_more;

/* Does what ww_gazetteer_find() does, with more words. */
ww_classes ww_gazetteer_find_with(const ww_gazetteer_more *more, uint32_t hash);

/* What is known of a word. */
typedef struct {
	ww_classes classes;
	uint32_t cluster;
} ww_gazetteer_known;

/* An answer that is kept: numbers, as they take less room than what they stand for. */
typedef struct {
	uint32_t hash;
	uint16_t set, cluster;
} ww_gazetteer_answer;

/* Answers that are kept, for any number of texts, one at a time: the table is larger than what is
 * near a processor, and most words come again soon.  Of 1.2 million that were asked in 12 MB of
 * different news one in nine was not there; with a quarter of the places, one in five. */
enum { WW_GAZETTEER_KEPT_BITS = 15 };
typedef struct {
	ww_gazetteer_answer at[1 << WW_GAZETTEER_KEPT_BITS];
} ww_gazetteer_answers;

void ww_gazetteer_answers_init(ww_gazetteer_answers *answers);

/* Puts the answer about a word in the place of another. */
void ww_gazetteer_keep(ww_gazetteer_answer *answer, uint32_t hash);

/* What is asked: answers that are kept, and a text's own words. Both are borrowed. */
typedef struct {
	ww_gazetteer_answers *answers;
	ww_gazetteer_more more;
} ww_gazetteer_kept;

/* The classes of a word among those that are known besides. */
ww_classes ww_gazetteer_more_find(const ww_gazetteer_more *more, uint32_t hash);

/* Returns what is known of a word, as ww_gazetteer_find_with() and ww_gazetteer_cluster() find
 * it. */
static inline ww_gazetteer_known ww_gazetteer_look(const ww_gazetteer_kept *kept, uint32_t hash) {
	uint32_t place = hash * 0x9E3779B1u >> (32 - WW_GAZETTEER_KEPT_BITS);
	ww_gazetteer_answer *a = &kept->answers->at[place];
	if (a->hash != hash)
		ww_gazetteer_keep(a, hash);
	ww_classes more = kept->more.n ? ww_gazetteer_more_find(&kept->more, hash) : 0;
	return (ww_gazetteer_known){ ww_gazetteer.sets[a->set] | more, a->cluster };
}

/* Its classes alone. */
static inline ww_classes ww_gazetteer_ask(const ww_gazetteer_kept *kept, uint32_t hash) {
	return ww_gazetteer_look(kept, hash).classes;
}

#endif
