#include "runner.h"
#include "support.h"
#include "tense.h"

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
	{ "straight quotes", "The mayor \"resigned\" {Tuesday}.", WW_TENSE_PAST },
	{ "curly quotes", "The mayor \xE2\x80\x9Cresigned\xE2\x80\x9D {Tuesday}.", WW_TENSE_PAST },
	{ "guillemets", "The mayor \xC2\xAB" "resigned\xC2\xBB {Tuesday}.", WW_TENSE_PAST },
	{ "hyphens as a dash", "The mayor fled -- {Tuesday} -- by boat.", WW_TENSE_PAST },
	{ "a dash", "The mayor fled\xE2\x80\x94{Tuesday}\xE2\x80\x94" "by boat.", WW_TENSE_PAST },
	{ "a blank that does not break",
	  "The court\xC2\xA0ruled\xC2\xA0on\xC2\xA0{Friday}.", WW_TENSE_PAST },
	{ "a soft hyphen", "The court de\xC2\xAD" "cided on {Friday}.", WW_TENSE_PAST },
	{ "it's", "It's closed on {Friday}.", WW_TENSE_FUTURE },
	{ "it's, curly", "It\xE2\x80\x99s closed on {Friday}.", WW_TENSE_FUTURE },
	{ "a possessive is no verb", "The court's ruling on {Friday} hurt.", WW_TENSE_PAST },
	{ "a new sentence at the day",
	  "She asks if she'll be needed. {Friday} she left.", WW_TENSE_PAST },
	{ "a stop of a title", "The judge met Mr. Lee {Friday}.", WW_TENSE_PAST },
	{ "a stop of an initial", "The judge met J. Lee {Friday}.", WW_TENSE_PAST },
	{ "a short line ends",
	  "Court ruled against it\nFerry to the islands back {Friday}", WW_TENSE_VERBLESS },
	{ "a wrapped line goes on",
	  "The court, which had sat since the week began,\nruled on {Friday}.", WW_TENSE_PAST },
	{ "May, a month",
	  "Thursday, May 7, 2015\nOn {Tuesday}, the bank told of its plan.", WW_TENSE_PAST },
	{ "may, a verb", "The bank may tell of its plan on {Tuesday}.", WW_TENSE_FUTURE },
	{ "a month, then a day", "It rained between 10 May and {4 June}.", WW_TENSE_PAST },
	{ "past as base", "The bank cut rates on {Friday}.", WW_TENSE_PAST },
	{ "base as past", "The bank will cut rates on {Friday}.", WW_TENSE_FUTURE },
	{ "base behind to", "The bank is to cut rates on {Friday}.", WW_TENSE_FUTURE },
	{ "base behind a denial", "The bank didn't cut rates on {Friday}.", WW_TENSE_PAST },
	{ "upset", "The amateur upset the champion {Saturday}.", WW_TENSE_PAST },
	{ "stay and a participle", "Shops stay closed {Monday}.", WW_TENSE_FUTURE },
	{ "remains and a participle", "The road remains closed until {Monday}.", WW_TENSE_FUTURE },
	{ "is promised", "A figure is promised on {Friday}.", WW_TENSE_FUTURE },
	{ "is forecast", "Snow is forecast for {Friday}.", WW_TENSE_FUTURE },
	{ "nobody could", "Neither he nor she could be reached {Friday}.", WW_TENSE_PAST },
	{ "an infinitive that was done", "He stopped to argue on {Friday}.", WW_TENSE_PAST },
	{ "one that was failed",
	  "They failed for a third time in May to elect a mayor {Friday}.", WW_TENSE_PAST },
	{ "one that was agreed", "They agreed to meet on {Friday}.", WW_TENSE_FUTURE },
	{ "one that is planned", "He has plans to meet them on {Friday}.", WW_TENSE_FUTURE },
	{ "first to", "Among the first to leave on {Friday} were the Poles.", WW_TENSE_PAST },
	{ "planned for, but", "A march planned for {Saturday} was called off.", WW_TENSE_PAST },
	{ "planned for", "A march planned for {Saturday} in Rome", WW_TENSE_FUTURE },
	{ "planned",
	  "Rain was due for a planned march on {Saturday}, said the mayor.", WW_TENSE_FUTURE },
	{ "set", "On {Friday} the court set a date.", WW_TENSE_PAST },
	{ "set for", "The trial is set for {Friday}.", WW_TENSE_FUTURE },
	{ "until, of a past", "He served until {June 2}, when he fell.", WW_TENSE_PAST },
	{ "until, given", "She gave the firm until {Monday}.", WW_TENSE_FUTURE },
	{ "ahead of", "The stock rose ahead of results on {Tuesday}.", WW_TENSE_FUTURE },
	{ "for broadcast", "The show was taped for broadcast {Friday}.", WW_TENSE_FUTURE },
	{ "contracts", "Crude for {April} delivery fell.", WW_TENSE_FUTURE },
	{ "contracts that fell", "It fell as the {January} contract rose.", WW_TENSE_FUTURE },
	{ "a caption", "The floor shortly after opening {Friday}. Photo: N. Moreau", WW_TENSE_PAST },
	{ "a caption in the present",
	  "A seal lands on the pier {Friday}. (AP Photo/N. Moreau)", WW_TENSE_PAST },
	{ "no caption", "A seal lands on the pier {Friday}. No photo was taken.", WW_TENSE_FUTURE },
	{ "an aside in dashes",
	  "On {Sunday} the mayors -- that is, those who care -- left.", WW_TENSE_PAST },
	{ "an aside in one dash each",
	  "On {Sunday} the mayors \xE2\x80\x94 those who will care \xE2\x80\x94 left.", WW_TENSE_PAST },
	{ "a dash that ends nothing",
	  "On {Sunday} the mayors -- those who care will leave.", WW_TENSE_FUTURE },
	{ "an item of a list", "{Sunday}: rain at times", WW_TENSE_VERBLESS },
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

int main(void) {
	Suite *suite = suite_create("tense");
	TCase *tc = tcase_create("clauses");
	suite_add_tcase(suite, tc);
	tcase_add_loop_test(tc, tells, 0, COUNT(rows));
	return run_suite(suite);
}
