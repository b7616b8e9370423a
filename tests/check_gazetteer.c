#include "gazetteer.h"
#include "lexicon.h"
#include "runner.h"
#include "support.h"

#include <string.h>

static ww_classes find(const char *text) {
	uint32_t phrase = WW_GAZETTEER_PHRASE, single = 0;
	int words = 0;
	for (const char *p = text; *p; words++) {
		size_t len = strcspn(p, " ");
		single = ww_gazetteer_hash(p, len);
		phrase = ww_gazetteer_join(phrase, single);
		p += len + (p[len] == ' ');
	}
	return ww_gazetteer_find(words > 1 ? phrase : single);
}

static const struct {
	const char *text;
	ww_classes has, has_not;
} known[] = {
	{ "transport", WW_GAZ_PORTFOLIO, WW_GAZ_BEATS },
	{ "mary", WW_GAZ_FIRST | WW_GAZ_COMMON_FIRST, WW_GAZ_TITLE },
	{ "Mary", WW_GAZ_FIRST, 0 },
	{ "MARY", WW_GAZ_FIRST, 0 },
	{ "Smith", WW_GAZ_COMMON_SURNAME, WW_GAZ_CITY },
	{ "Williams", WW_GAZ_COMMON_SURNAME, WW_GAZ_COMMON },
	{ "retailer", WW_GAZ_FIRM, WW_GAZ_FIRST },
	{ "Lagos", WW_GAZ_CITY, WW_GAZ_DEMONYM },
	{ "Nigeria", WW_GAZ_REGION, WW_GAZ_CITY },
	{ "Nigerians", WW_GAZ_DEMONYM, WW_GAZ_REGION },
	{ "U.S.", WW_GAZ_REGION, 0 },
	{ "U.S", WW_GAZ_REGION, 0 },
	{ "Mr.", WW_GAZ_HONORIFIC | WW_GAZ_ABBREVIATION, WW_GAZ_TITLE },
	{ "Mr", WW_GAZ_HONORIFIC, 0 },
	{ "Ñ", 0, ~(ww_classes)0 },
	{ "São", 0, WW_GAZ_TITLE },
	{ "Judge", WW_GAZ_TITLE, WW_GAZ_HONORIFIC },
	{ "widower", WW_GAZ_KIN, 0 },
	{ "cinematographer", WW_GAZ_JOB, 0 },
	{ "University", WW_GAZ_ORG_TAIL, 0 },
	{ "Street", WW_GAZ_PLACE_KEY, 0 },
	{ "von", WW_GAZ_PARTICLE, 0 },
	{ "based", WW_GAZ_HYPHEN_TAIL, 0 },
	{ "the", WW_GAZ_COMMON, WW_GAZ_FIRST },
	{ "New Mexico", WW_GAZ_REGION, 0 },
	{ "New York", WW_GAZ_REGION, 0 },
	{ "Sri Lankan", WW_GAZ_DEMONYM, 0 },
	{ "United Arab Emirates", WW_GAZ_REGION, 0 },
	{ "Bosnia and Herzegovina", WW_GAZ_REGION, 0 },
	{ "Mexico New", 0, ~(ww_classes)0 },
	{ "qzxv", 0, ~(ww_classes)0 },
	{ "", 0, ~(ww_classes)0 },
};

START_TEST(classes) {
	ww_classes got = find(known[_i].text);
	ck_assert_msg((got & known[_i].has) == known[_i].has && !(got & known[_i].has_not),
	              "\"%s\" has classes %#llx", known[_i].text,
	              (unsigned long long)got);
}
END_TEST

/* The hash is that of the tokens, so that words need no second one. */
START_TEST(hashes_as_tokens_do) {
	uint32_t h = WW_HASH_START;
	for (const char *p = "baldwin"; *p; p++)
		h = WW_HASH_ADD(h, *p);
	ck_assert_uint_eq(ww_gazetteer_hash("Baldwin", 7), h);
	ck_assert_uint_eq(ww_gazetteer_hash("BALDWIN.", 8), h);
	ck_assert_uint_eq(ww_gazetteer_hash("O\xE2\x80\x99" "Brien", 9),
	                  ww_gazetteer_hash("o'brien", 7));
	ck_assert_uint_eq(ww_gazetteer_hash("\xC3\x89mile", 6), ww_gazetteer_hash("\xC3\xA9mile", 6));
	ck_assert_uint_ne(ww_gazetteer_hash("emile", 5), ww_gazetteer_hash("\xC3\xA9mile", 6));
}
END_TEST

/* Words that are used alike have one cluster, in whatever case; others have another. */
static const struct {
	const char *a, *b;
	bool same;
} clusters[] = {
	{ "striker", "midfielder", true },
	{ "Lagos", "Nairobi", true },
	{ "Smith", "JONES", true },
	{ "judge", "striker", false },
	{ "Lagos", "Smith", false },
};

START_TEST(words_used_alike_are_of_one_cluster) {
	const char *a = clusters[_i].a, *b = clusters[_i].b;
	uint32_t of_a = ww_gazetteer_cluster(ww_gazetteer_hash(a, strlen(a)));
	uint32_t of_b = ww_gazetteer_cluster(ww_gazetteer_hash(b, strlen(b)));
	ck_assert_uint_gt(of_a, 0);
	ck_assert_uint_lt(of_a, WW_GAZETTEER_CLUSTERS);
	ck_assert_msg((of_a == of_b) == clusters[_i].same, "%s has %u, %s %u", a, of_a, b, of_b);
}
END_TEST

/* What is kept is what is found, whatever was asked for before. */
START_TEST(kept_answers_are_those_of_the_tables) {
	static ww_gazetteer_answers answers;
	const ww_gazetteer_kept kept = { .answers = &answers };
	ww_gazetteer_answers_init(&answers);
	for (uint32_t hash = 0; hash < 100000; hash += 7) {
		ww_gazetteer_known w = ww_gazetteer_look(&kept, hash);
		ck_assert_uint_eq(w.cluster, ww_gazetteer_cluster(hash));
		ck_assert(w.classes == ww_gazetteer_find(hash));
	}
}
END_TEST

/* A word of the user's has its classes beside those of the table, and for nobody else. */
START_TEST(kept_answers_are_without_the_users_words) {
	static ww_gazetteer_answers answers;
	uint32_t judge = ww_gazetteer_hash("judge", 5), mary = ww_gazetteer_hash("mary", 4);
	const ww_gazetteer_word words[] = { { judge, WW_GAZ_WORK } };
	const ww_gazetteer_more more = { words, 1 };
	const ww_gazetteer_kept own = { &answers, more }, other = { .answers = &answers };
	ww_gazetteer_answers_init(&answers);
	for (int i = 0; i < 2; i++) {
		ck_assert(ww_gazetteer_ask(&own, judge) == (ww_gazetteer_find(judge) | WW_GAZ_WORK));
		ck_assert(ww_gazetteer_ask(&own, judge) == ww_gazetteer_find_with(&more, judge));
		ck_assert(ww_gazetteer_ask(&own, mary) == ww_gazetteer_find(mary));
		ck_assert(ww_gazetteer_ask(&other, judge) == ww_gazetteer_find(judge));
	}
}
END_TEST

/* A word in no list finds something once in some ten thousand times. */
START_TEST(strangers_are_unknown) {
	test_random r = { test_seed(4) };
	int hits = 0, clustered = 0;
	for (int i = 0; i < 100000; i++) {
		char word[13];
		for (int k = 0; k < 12; k++)
			word[k] = (char)('a' + test_below(&r, 26));
		hits += ww_gazetteer_find(ww_gazetteer_hash(word, 12)) != 0;
		clustered += ww_gazetteer_cluster(ww_gazetteer_hash(word, 12)) != 0;
	}
	ck_assert_int_lt(hits, 60);
	ck_assert_int_lt(clustered, 40);
}
END_TEST

int main(void) {
	Suite *s = suite_create("gazetteer");
	TCase *tc = tcase_create("find");
	tcase_add_loop_test(tc, classes, 0, COUNT(known));
	tcase_add_loop_test(tc, words_used_alike_are_of_one_cluster, 0, COUNT(clusters));
	tcase_add_test(tc, kept_answers_are_those_of_the_tables);
	tcase_add_test(tc, kept_answers_are_without_the_users_words);
	tcase_add_test(tc, hashes_as_tokens_do);
	tcase_add_test(tc, strangers_are_unknown);
	suite_add_tcase(s, tc);
	return run_suite(s);
}
