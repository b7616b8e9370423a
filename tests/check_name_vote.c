#include "name_vote.h"
#include "runner.h"
#include "support.h"

static test_mem counter;
static const ww_mem mem = { test_alloc, &counter };

/* Strings by their numbers, spread over the bits of a mask. */
static uint32_t string(uint32_t i) {
	return (i + 1) * 0x01000193u;
}

static ww_vote vote(uint32_t i, uint8_t person, uint8_t org, uint8_t place) {
	return (ww_vote){ .string = string(i), .against = { person, org, place, 200 } };
}

/* Votes on one string, and the kind that they make of a place. */
static const struct {
	const char *label;
	ww_vote vote[3];
	uint32_t n;
	uint8_t kind;
} outcomes[] = {
	{ "alone it is what it is", { { 9, { 0, 5, 9, 9 }, 0 } }, 1, 2 },
	{ "two weak ones outvote one", { { 9, { 0, 30, 90, 200 }, 0 }, { 9, { 0, 30, 90, 200 }, 0 },
	                                 { 9, { 80, 90, 0, 200 }, 0 } }, 3, 0 },
	{ "a sure one outvotes two", { { 9, { 0, 30, 20, 200 }, 0 }, { 9, { 0, 30, 20, 200 }, 0 },
	                               { 9, { 200, 200, 0, 200 }, 0 } }, 3, 2 },
	{ "equals: the earlier kind",
	  { { 9, { 0, 10, 40, 200 }, 0 }, { 9, { 40, 10, 0, 200 }, 0 } }, 2, 1 },
	{ "a full name's surname",
	  { { 9, { 90, 0, 60, 200 }, 0 }, { 8, { 0, 150, 200, 200 }, 9 } }, 2, 0 },
	{ "a firm's, told of more", { { 9, { 90, 0, 60, 200 }, 0 }, { 9, { 90, 0, 60, 200 }, 0 },
	                              { 8, { 0, 150, 200, 200 }, 9 } }, 3, 1 },
	{ "a people's", { { 9, { 90, 60, 60, 0 }, 0 }, { 8, { 0, 150, 200, 200 }, 9 } }, 2, 3 },
	{ "no vote, no say", { { 0, { 0, 200, 200, 200 }, 0 }, { 9, { 0, 1, 2, 3 }, 0 } }, 2, 2 },
};

START_TEST(votes_are_counted) {
	ww_votes votes = { 0 };
	ww_vote asked = { .string = 9 };
	ck_assert(ww_votes_add(&votes, &mem, outcomes[_i].vote, outcomes[_i].n, 1));
	ck_assert_uint_eq(ww_votes_kind(&votes, &asked, 2), 2); /* as nothing is noted yet */
	ww_votes_settle(&votes);
	ck_assert_uint_eq(ww_votes_kind(&votes, &asked, 2), outcomes[_i].kind);
	ww_votes_free(&votes, &mem);
	ck_assert_uint_eq(counter.live, 0);
}
END_TEST

START_TEST(changes_are_told_once) {
	ww_votes votes = { 0 };
	ww_vote before[] = { vote(1, 0, 50, 60), vote(1, 0, 50, 60), vote(2, 0, 9, 9) };
	ww_vote new = vote(1, 200, 0, 200), other = vote(2, 1, 0, 9);
	uint64_t bit_of_1 = UINT64_C(1) << (string(1) & 63);
	ck_assert(ww_votes_add(&votes, &mem, before, 3, 1));
	ww_votes_settle(&votes);
	ck_assert(ww_votes_changes(&votes, before, 3) == 0);
	ck_assert(ww_votes_add(&votes, &mem, &new, 1, 1));
	ck_assert(ww_votes_changes(&votes, &other, 1) == 0);
	ck_assert(ww_votes_changes(&votes, &new, 1) == bit_of_1);
	ck_assert(ww_votes_changes(&votes, &new, 1) == 0);
	ck_assert(ww_votes_add(&votes, &mem, &new, 1, -1));
	ck_assert(ww_votes_changes(&votes, before, 3) == bit_of_1);
	ww_vote full = { .string = string(5), .against = { 0, 90, 90, 200 }, .surname = string(2) };
	ww_vote org = vote(2, 200, 0, 9);
	ck_assert(ww_votes_add(&votes, &mem, &org, 1, 1) && ww_votes_changes(&votes, &org, 1) != 0);
	ck_assert(ww_votes_add(&votes, &mem, &full, 1, 1) && ww_votes_add(&votes, &mem, &full, 1, 1));
	ck_assert(ww_votes_add(&votes, &mem, &full, 1, 1));
	ck_assert(ww_votes_changes(&votes, &full, 1) & UINT64_C(1) << (string(2) & 63));
	ww_votes_clear(&votes);
	ck_assert_uint_eq(ww_votes_kind(&votes, &new, 3), 3);
	ww_votes_free(&votes, &mem);
}
END_TEST

/* What is taken back leaves no trace, however many strings there are and in whatever order. */
START_TEST(votes_are_taken_back) {
	enum { STRINGS = 1000 };
	ww_votes votes = { 0 }, fewer = { 0 };
	test_random r = { test_seed(7) };
	for (uint32_t i = 0; i < 4 * STRINGS; i++) {
		ww_vote v = vote(i % STRINGS, (uint8_t)test_below(&r, 200), (uint8_t)test_below(&r, 200),
		                 100);
		v.surname = test_below(&r, 3) == 0 ? string((uint32_t)test_below(&r, STRINGS)) : 0;
		bool stays = test_below(&r, 2) == 0;
		ck_assert(ww_votes_add(&votes, &mem, &v, 1, 1));
		bool ok = stays ? ww_votes_add(&fewer, &mem, &v, 1, 1)
		                : ww_votes_add(&votes, &mem, &v, 1, -1);
		ck_assert(ok);
	}
	ww_votes_settle(&votes);
	ww_votes_settle(&fewer);
	for (uint32_t i = 0; i < STRINGS; i++) {
		ww_vote v = vote(i, 0, 0, 0);
		ck_assert_uint_eq(ww_votes_kind(&votes, &v, 3), ww_votes_kind(&fewer, &v, 3));
	}
	ww_votes_free(&votes, &mem);
	ww_votes_free(&fewer, &mem);
	ck_assert_uint_eq(counter.live, 0);
}
END_TEST

START_TEST(refused_memory_changes_nothing) {
	ww_vote many[200], v = vote(3, 0, 50, 60), against = vote(3, 200, 0, 200);
	ww_votes votes = { 0 };
	for (uint32_t i = 0; i < 200; i++)
		many[i] = i ? vote(10 + i, 0, 1, 2) : against;
	ck_assert(ww_votes_add(&votes, &mem, &v, 1, 1) && ww_votes_add(&votes, &mem, &v, 1, 1));
	test_mem_fail(&counter, 1);
	ck_assert(!ww_votes_add(&votes, &mem, many, 200, 1));
	test_mem_fail(&counter, 0);
	ww_votes_settle(&votes);
	ck_assert_uint_eq(ww_votes_kind(&votes, &v, 3), 0);
	ck_assert(ww_votes_add(&votes, &mem, many, 200, 1));
	ww_votes_settle(&votes);
	ck_assert_uint_eq(ww_votes_kind(&votes, &v, 3), 1);
	ww_votes_free(&votes, &mem);
	ck_assert_uint_eq(counter.live, 0);
}
END_TEST

int main(void) {
	Suite *s = suite_create("name_vote");
	TCase *tc = tcase_create("votes");
	tcase_add_loop_test(tc, votes_are_counted, 0, COUNT(outcomes));
	tcase_add_test(tc, changes_are_told_once);
	tcase_add_test(tc, votes_are_taken_back);
	tcase_add_test(tc, refused_memory_changes_nothing);
	suite_add_tcase(s, tc);
	return run_suite(s);
}
