/* The table of words is searched by halving, so its order is tested here too: the
 * file is compiled in. */
#include "runner.h"
#include "support.h"
#include "tense.c"

#include <stdio.h>


/* The day asked for stands in braces. */
static const struct {
	const char *label, *marked;
	ww_tense tense;
} rows[] = {
	{ "verb before", "The court ruled on {Friday}.", WW_TENSE_PAST },
	{ "verb after", "On {Friday} the court ruled.", WW_TENSE_PAST },
	{ "past that is not in -ed", "The bridge stood until it fell on {Friday}.", WW_TENSE_PAST },
	{ "will", "The court will rule on {Friday}.", WW_TENSE_FUTURE },
	{ "curly apostrophe", "They\xE2\x80\x99ll rule on {Friday}.", WW_TENSE_FUTURE },
	{ "infinitive", "The court is to rule on {Friday}.", WW_TENSE_FUTURE },
	{ "to and a plural", "She spoke to reporters on {Friday}.", WW_TENSE_PAST },
	{ "what was not done", "He declined to comment on {Friday}.", WW_TENSE_PAST },
	{ "what was done", "They failed to agree on {Friday}.", WW_TENSE_PAST },
	{ "present", "The hearing begins on {Friday}.", WW_TENSE_FUTURE },
	{ "third person", "Injured last year, she competes on {Friday}.", WW_TENSE_FUTURE },
	{ "base form after a past", "He came to the meet on {Friday}.", WW_TENSE_PAST },
	{ "passive present", "The vote is expected on {Friday}.", WW_TENSE_FUTURE },
	{ "denied passive", "Results are not expected before {Friday}.", WW_TENSE_FUTURE },
	{ "should have", "The ship should have sailed on {Friday}.", WW_TENSE_PAST },
	{ "a name is no verb", "In a letter to May Lind on {Friday}, he gave up.", WW_TENSE_PAST },
	{ "clause of its own", "Aides said that on {Friday} talks will resume.", WW_TENSE_FUTURE },
	{ "if", "If {Friday} is lost, the season was for nothing.", WW_TENSE_FUTURE },
	{ "since", "It is closed since {Friday}.", WW_TENSE_PAST },
	{ "by", "He wants an answer by {Friday}.", WW_TENSE_FUTURE },
	{ "by, of a past", "Crews had cleared it by {Friday}.", WW_TENSE_PAST },
	{ "effective", "Rates were cut, effective {Friday}.", WW_TENSE_FUTURE },
	{ "another sentence", "It will rain. He left on {Friday}.", WW_TENSE_PAST },
	{ "by, of a perfect", "It has called all boats in by {Friday}.", WW_TENSE_FUTURE },
	{ "from", "Fares rise from {Friday}.", WW_TENSE_FUTURE },
	{ "until", "The road was shut until {Friday}.", WW_TENSE_FUTURE },
	{ "until at the start", "Until {Friday} he had slept there.", WW_TENSE_PAST },
	{ "it took until", "It took until {Friday} to find it.", WW_TENSE_PAST },
	{ "it took to", "It took a day to reach the hut on {Friday}.", WW_TENSE_PAST },
	{ "what took place", "The place where it took place is to shut on {Friday}.", WW_TENSE_FUTURE },
	{ "promised on", "The mayor promised on {Friday} to act.", WW_TENSE_PAST },
	{ "promised to", "The mayor promised an answer on the dam {Friday}.", WW_TENSE_FUTURE },
	{ "could", "The court could rule on {Friday}.", WW_TENSE_FUTURE },
	{ "could not", "The court could not agree on {Friday}.", WW_TENSE_PAST },
	{ "should have, behind", "{Friday} should have been his day.", WW_TENSE_PAST },
	{ "aside", "On {Friday} the kiosk, which belongs to him, shut.", WW_TENSE_PAST },
	{ "votes", "It was lost by nine votes to eight on {Friday}.", WW_TENSE_PAST },
	{ "adverb between", "Both shops are now closed on {Friday}.", WW_TENSE_FUTURE },
	{ "clause of a past", "It rose before the holidays that begin on {Friday}.", WW_TENSE_FUTURE },
	{ "clause without a verb", "He said that the talks in Rome on {Friday}", WW_TENSE_PAST },
	{ "no verb", "Ferry to the outer islands back {Friday}", WW_TENSE_VERBLESS },
	{ "heading", "{FRIDAY}", WW_TENSE_VERBLESS },
	{ "scrap", "on {Friday}", WW_TENSE_NONE },
};

START_TEST(tells) {
	const char *marked = rows[_i].marked, *open = strchr(marked, '{'), *close = strchr(marked, '}');
	size_t start = (size_t)(open - marked), end = (size_t)(close - marked) - 1;
	size_t len = strlen(marked) - 2;
	char *text = malloc(len);
	if (!text)
		die("%s: no memory", rows[_i].label);
	memcpy(text, marked, start);
	memcpy(text + start, open + 1, end - start);
	memcpy(text + end, close + 1, len - end);
	ww_tense tense = ww_tense_at(text, len, start, end);
	if (tense != rows[_i].tense)
		die("%s: %s: %d and not %d", rows[_i].label, marked, (int)tense, (int)rows[_i].tense);
	free(text);
}
END_TEST

START_TEST(words_ascend) {
	for (int i = 1; i < N_WORDS; i++)
		if (strcmp(words[i - 1].word, words[i].word) >= 0)
			die("\"%s\" stands before \"%s\"", words[i - 1].word, words[i].word);
}
END_TEST

int main(void) {
	Suite *suite = suite_create("tense");
	TCase *tc = tcase_create("clauses");
	suite_add_tcase(suite, tc);
	tcase_add_loop_test(tc, tells, 0, COUNT(rows));
	tcase_add_test(tc, words_ascend);
	return run_suite(suite);
}
