#include "markup.h"
#include "runner.h"
#include "support.h"
#include "tense.h"

#include <stdio.h>


/* The day asked for is marked. */
static const struct {
	const char *label, *marked;
	ww_tense tense;
} rows[] = {
	{ "verb before", "The court ruled on {d:Friday}.", WW_TENSE_PAST },
	{ "verb after", "On {d:Friday} the court ruled.", WW_TENSE_PAST },
	{ "past that is not in -ed", "The bridge stood until it fell on {d:Friday}.", WW_TENSE_PAST },
	{ "will", "The court will rule on {d:Friday}.", WW_TENSE_FUTURE },
	{ "curly apostrophe", "They\xE2\x80\x99ll rule on {d:Friday}.", WW_TENSE_FUTURE },
	{ "infinitive", "The court is to rule on {d:Friday}.", WW_TENSE_FUTURE },
	{ "to and a plural", "She spoke to reporters on {d:Friday}.", WW_TENSE_PAST },
	{ "what was not done", "He declined to comment on {d:Friday}.", WW_TENSE_PAST },
	{ "what was done", "They failed to agree on {d:Friday}.", WW_TENSE_PAST },
	{ "present", "The hearing begins on {d:Friday}.", WW_TENSE_FUTURE },
	{ "third person", "Injured last year, she competes on {d:Friday}.", WW_TENSE_FUTURE },
	{ "base form after a past", "He came to the meet on {d:Friday}.", WW_TENSE_PAST },
	{ "passive present", "The vote is expected on {d:Friday}.", WW_TENSE_FUTURE },
	{ "denied passive", "Results are not expected before {d:Friday}.", WW_TENSE_FUTURE },
	{ "should have", "The ship should have sailed on {d:Friday}.", WW_TENSE_PAST },
	{ "a name is no verb", "In a letter to May Lind on {d:Friday}, he gave up.", WW_TENSE_PAST },
	{ "clause of its own", "Aides said that on {d:Friday} talks will resume.", WW_TENSE_FUTURE },
	{ "if", "If {d:Friday} is lost, the season was for nothing.", WW_TENSE_FUTURE },
	{ "since", "It is closed since {d:Friday}.", WW_TENSE_PAST },
	{ "by", "He wants an answer by {d:Friday}.", WW_TENSE_FUTURE },
	{ "by, of a past", "Crews had cleared it by {d:Friday}.", WW_TENSE_PAST },
	{ "effective", "Rates were cut, effective {d:Friday}.", WW_TENSE_FUTURE },
	{ "another sentence", "It will rain. He left on {d:Friday}.", WW_TENSE_PAST },
	{ "by, of a perfect", "It has called all boats in by {d:Friday}.", WW_TENSE_FUTURE },
	{ "from", "Fares rise from {d:Friday}.", WW_TENSE_FUTURE },
	{ "until", "The road was shut until {d:Friday}.", WW_TENSE_FUTURE },
	{ "until at the start", "Until {d:Friday} he had slept there.", WW_TENSE_PAST },
	{ "it took until", "It took until {d:Friday} to find it.", WW_TENSE_PAST },
	{ "it took to", "It took a day to reach the hut on {d:Friday}.", WW_TENSE_PAST },
	{ "what took place", "The place where it took place is to shut on {d:Friday}.", WW_TENSE_FUTURE },
	{ "promised on", "The mayor promised on {d:Friday} to act.", WW_TENSE_PAST },
	{ "promised to", "The mayor promised an answer on the dam {d:Friday}.", WW_TENSE_FUTURE },
	{ "could", "The court could rule on {d:Friday}.", WW_TENSE_FUTURE },
	{ "could not", "The court could not agree on {d:Friday}.", WW_TENSE_PAST },
	{ "should have, behind", "{d:Friday} should have been his day.", WW_TENSE_PAST },
	{ "aside", "On {d:Friday} the kiosk, which belongs to him, shut.", WW_TENSE_PAST },
	{ "votes", "It was lost by nine votes to eight on {d:Friday}.", WW_TENSE_PAST },
	{ "adverb between", "Both shops are now closed on {d:Friday}.", WW_TENSE_FUTURE },
	{ "clause of a past", "It rose before the holidays that begin on {d:Friday}.", WW_TENSE_FUTURE },
	{ "clause without a verb", "He said that the talks in Rome on {d:Friday}", WW_TENSE_PAST },
	{ "straight quotes", "The mayor \"resigned\" {d:Tuesday}.", WW_TENSE_PAST },
	{ "curly quotes", "The mayor \xE2\x80\x9Cresigned\xE2\x80\x9D {d:Tuesday}.", WW_TENSE_PAST },
	{ "guillemets", "The mayor \xC2\xAB" "resigned\xC2\xBB {d:Tuesday}.", WW_TENSE_PAST },
	{ "hyphens as a dash", "The mayor fled -- {d:Tuesday} -- by boat.", WW_TENSE_PAST },
	{ "a dash", "The mayor fled\xE2\x80\x94{d:Tuesday}\xE2\x80\x94" "by boat.", WW_TENSE_PAST },
	{ "a blank that does not break",
	  "The court\xC2\xA0ruled\xC2\xA0on\xC2\xA0{d:Friday}.", WW_TENSE_PAST },
	{ "a soft hyphen", "The court de\xC2\xAD" "cided on {d:Friday}.", WW_TENSE_PAST },
	{ "it's", "It's closed on {d:Friday}.", WW_TENSE_FUTURE },
	{ "it's, curly", "It\xE2\x80\x99s closed on {d:Friday}.", WW_TENSE_FUTURE },
	{ "a possessive is no verb", "The court's ruling on {d:Friday} hurt.", WW_TENSE_PAST },
	{ "a new sentence at the day",
	  "She asks if she'll be needed. {d:Friday} she left.", WW_TENSE_PAST },
	{ "a stop of a title", "The judge met Mr. Lee {d:Friday}.", WW_TENSE_PAST },
	{ "a stop of an initial", "The judge met J. Lee {d:Friday}.", WW_TENSE_PAST },
	{ "a short line ends",
	  "Court ruled against it\nFerry to the islands back {d:Friday}", WW_TENSE_VERBLESS },
	{ "a wrapped line goes on",
	  "The court, which had sat since the week began,\nruled on {d:Friday}.", WW_TENSE_PAST },
	{ "May, a month",
	  "Thursday, May 7, 2015\nOn {d:Tuesday}, the bank told of its plan.", WW_TENSE_PAST },
	{ "may, a verb", "The bank may tell of its plan on {d:Tuesday}.", WW_TENSE_FUTURE },
	{ "a month, then a day", "It rained between 10 May and {d:4 June}.", WW_TENSE_PAST },
	{ "past as base", "The bank cut rates on {d:Friday}.", WW_TENSE_PAST },
	{ "base as past", "The bank will cut rates on {d:Friday}.", WW_TENSE_FUTURE },
	{ "base behind to", "The bank is to cut rates on {d:Friday}.", WW_TENSE_FUTURE },
	{ "base behind a denial", "The bank didn't cut rates on {d:Friday}.", WW_TENSE_PAST },
	{ "upset", "The amateur upset the champion {d:Saturday}.", WW_TENSE_PAST },
	{ "stay and a participle", "Shops stay closed {d:Monday}.", WW_TENSE_FUTURE },
	{ "remains and a participle", "The road remains closed until {d:Monday}.", WW_TENSE_FUTURE },
	{ "is promised", "A figure is promised on {d:Friday}.", WW_TENSE_FUTURE },
	{ "is forecast", "Snow is forecast for {d:Friday}.", WW_TENSE_FUTURE },
	{ "nobody could", "Neither he nor she could be reached {d:Friday}.", WW_TENSE_PAST },
	{ "an infinitive that was done", "He stopped to argue on {d:Friday}.", WW_TENSE_PAST },
	{ "one that was failed",
	  "They failed for a third time in May to elect a mayor {d:Friday}.", WW_TENSE_PAST },
	{ "one that was agreed", "They agreed to meet on {d:Friday}.", WW_TENSE_FUTURE },
	{ "one that is planned", "He has plans to meet them on {d:Friday}.", WW_TENSE_FUTURE },
	{ "first to", "Among the first to leave on {d:Friday} were the Poles.", WW_TENSE_PAST },
	{ "planned for, but", "A march planned for {d:Saturday} was called off.", WW_TENSE_PAST },
	{ "planned for", "A march planned for {d:Saturday} in Rome", WW_TENSE_FUTURE },
	{ "planned",
	  "Rain was due for a planned march on {d:Saturday}, said the mayor.", WW_TENSE_FUTURE },
	{ "set", "On {d:Friday} the court set a date.", WW_TENSE_PAST },
	{ "set for", "The trial is set for {d:Friday}.", WW_TENSE_FUTURE },
	{ "until, of a past", "He served until {d:June 2}, when he fell.", WW_TENSE_PAST },
	{ "until, given", "She gave the firm until {d:Monday}.", WW_TENSE_FUTURE },
	{ "planned for, and off", "The ride planned for {d:Sunday} has been dropped.",
	  WW_TENSE_FUTURE },
	{ "passed by", "Boats will be bound by a rule passed by the board on {d:Wednesday}.",
	  WW_TENSE_PAST },
	{ "backed by", "It will sell a bond backed by oil on {d:Wednesday}.", WW_TENSE_FUTURE },
	{ "a death", "Peacefully, at Kano Hospital, {d:Monday}, in her 99th year.", WW_TENSE_PAST },
	{ "a service", "At Kano Hospital, {d:Monday}, in the great hall.", WW_TENSE_VERBLESS },
	{ "a picture", "BELOW: Opening the kiosk, {d:Monday}, are (from left) Ann and Bea.",
	  WW_TENSE_PAST },
	{ "ahead of", "The stock rose ahead of results on {d:Tuesday}.", WW_TENSE_FUTURE },
	{ "for broadcast", "The show was taped for broadcast {d:Friday}.", WW_TENSE_FUTURE },
	{ "contracts", "Crude for {d:April} delivery fell.", WW_TENSE_FUTURE },
	{ "contracts that fell", "It fell as the {d:January} contract rose.", WW_TENSE_FUTURE },
	{ "a caption", "The floor shortly after opening {d:Friday}. Photo: N. Moreau", WW_TENSE_PAST },
	{ "a caption in the present",
	  "A seal lands on the pier {d:Friday}. (AP Photo/N. Moreau)", WW_TENSE_PAST },
	{ "no caption", "A seal lands on the pier {d:Friday}. No photo was taken.", WW_TENSE_FUTURE },
	{ "an aside in dashes",
	  "On {d:Sunday} the mayors -- that is, those who care -- left.", WW_TENSE_PAST },
	{ "an aside in one dash each",
	  "On {d:Sunday} the mayors \xE2\x80\x94 those who will care \xE2\x80\x94 left.", WW_TENSE_PAST },
	{ "a dash that ends nothing",
	  "On {d:Sunday} the mayors -- those who care will leave.", WW_TENSE_FUTURE },
	{ "a participle that describes", "It will fly out tons of dried apples from {d:Thursday}.",
	  WW_TENSE_FUTURE },
	{ "one that says by whom", "It will sell a bond backed by oil on {d:Tuesday}.", WW_TENSE_FUTURE },
	{ "a past in its clause", "It will replace the man who resigned on {d:Tuesday}.", WW_TENSE_PAST },
	{ "if", "They will go on if they beat Kano on {d:Tuesday}.", WW_TENSE_FUTURE },
	{ "no if", "They wept as they beat Kano on {d:Tuesday}.", WW_TENSE_PAST },
	{ "after doing", "He should start after coming off the bench on {d:Thursday}.", WW_TENSE_PAST },
	{ "what was achieved", "They came from behind to draw with Kano on {d:Sunday}.", WW_TENSE_PAST },
	{ "what is to be achieved", "They hope to draw with Kano on {d:Sunday}.", WW_TENSE_FUTURE },
	{ "extended to", "Closure of the road extended to {d:Friday}", WW_TENSE_FUTURE },
	{ "results", "Leading results from Kano on {d:Sunday}", WW_TENSE_PAST },
	{ "results, and a note behind",
	  "Results from the Kano Open on {d:Sunday} (a figure denotes the heat)", WW_TENSE_PAST },
	{ "results under a title", "RESULTS: KANO, {d:Friday}: 1 Rufus, 2 Hero.", WW_TENSE_PAST },
	{ "results under a day", "{d:Friday}: results at noon", WW_TENSE_VERBLESS },
	{ "results that will come", "Results will be told on {d:Sunday}.", WW_TENSE_FUTURE },
	{ "results from", "LATE RESULTS FROM {d:FRIDAY}", WW_TENSE_PAST },
	{ "results to send", "Results to the desk by {d:Sunday}", WW_TENSE_FUTURE },
	{ "had until", "He had until {d:Friday} to pay.", WW_TENSE_FUTURE },
	{ "barred from it after", "She barred him from using it after {d:Friday}.", WW_TENSE_FUTURE },
	{ "kept from it on", "She barred him from using it on {d:Friday}.", WW_TENSE_PAST },
	{ "fled from it after", "He walked home from shopping after {d:Friday}.", WW_TENSE_PAST },
	{ "moved to a day", "The match was moved to {d:Friday}.", WW_TENSE_FUTURE },
	{ "moved on a day", "The family moved to Kano on {d:Friday}.", WW_TENSE_PAST },
	{ "shelved until", "The plan was shelved until {d:Friday}.", WW_TENSE_FUTURE },
	{ "was willing to", "He was willing to skip class {d:Thursday}.", WW_TENSE_PAST },
	{ "was likely to", "He was likely to skip class {d:Thursday}.", WW_TENSE_FUTURE },
	{ "there were moves to", "There were moves to hold a vote {d:Thursday}.", WW_TENSE_FUTURE },
	{ "a day that looks like a verb", "Shows at noon on Wed., Sat. and {d:Sunday} night.",
	  WW_TENSE_VERBLESS },
	{ "the verb that it looks like", "The board sat in Kano on {d:Sunday}.", WW_TENSE_PAST },
	{ "a zone begins no sentence", "The bout starts at 8 p.m. EST on {d:Friday}, he said.",
	  WW_TENSE_FUTURE },
	{ "a sentence behind an hour", "It starts at 8 p.m. Tickets were sold on {d:Friday}.",
	  WW_TENSE_PAST },
	{ "results behind", "{d:Sunday} results", WW_TENSE_PAST },
	{ "results to come", "The firm reports first results on {d:Friday}.", WW_TENSE_VERBLESS },
	{ "base behind doesn't", "The old bank doesn't cut rates on {d:Friday}.", WW_TENSE_VERBLESS },
	{ "base behind doesn\xE2\x80\x99t", "The old bank doesn\xE2\x80\x99t cut rates on {d:Friday}.",
	  WW_TENSE_VERBLESS },
	{ "they'll", "They'll rule on {d:Friday}.", WW_TENSE_FUTURE },
	{ "a noun and set for", "A trial set for {d:Friday} in the old hall", WW_TENSE_FUTURE },
	{ "a noun and set to", "A trial set to end on {d:Friday} in the old hall", WW_TENSE_FUTURE },
	{ "by at the start", "By {d:Friday} he had gone home.", WW_TENSE_PAST },
	{ "one starts", "It ended, and a new one starts on {d:Friday}.", WW_TENSE_FUTURE },
	{ "next meets", "It was lost when the board next meets on {d:Friday}.", WW_TENSE_FUTURE },
	{ "the starts", "It ended with the starts on {d:Friday}.", WW_TENSE_PAST },
	{ "took and to", "It took them a week to rule on {d:Friday}.", WW_TENSE_PAST },
	{ "has to", "She came and has to leave on {d:Friday}.", WW_TENSE_FUTURE },
	{ "called, of a present", "Both have called for rain by {d:Friday}.", WW_TENSE_FUTURE },
	{ "a verb in -s of its subject",
	  "He left the firm, which competes on {d:Friday}.", WW_TENSE_FUTURE },
	{ "says", "It ended, as she says, on {d:Friday}.", WW_TENSE_PAST },
	{ "freed", "The court freed him on {d:Friday}.", WW_TENSE_PAST },
	{ "need", "The old houses in need of paint on {d:Friday}", WW_TENSE_VERBLESS },
	{ "Will, a name", "The old house of Will Hay on {d:Friday}", WW_TENSE_VERBLESS },
	{ "Will, a verb", "Will the court rule on {d:Friday}?", WW_TENSE_FUTURE },
	{ "nobody, of no could", "Nobody in the old house may leave on {d:Friday}.", WW_TENSE_FUTURE },
	{ "an item of a list", "{d:Sunday}: rain at times", WW_TENSE_VERBLESS },
	{ "no verb", "Ferry to the outer islands back {d:Friday}", WW_TENSE_VERBLESS },
	{ "heading", "{d:FRIDAY}", WW_TENSE_VERBLESS },
	{ "scrap", "on {d:Friday}", WW_TENSE_VERBLESS },
	{ "a noun behind a participle", "He missed it, repeating moves at nine on {d:Friday}.",
	  WW_TENSE_PAST },
	{ "pending", "They were suspended pending a word by {d:Friday}.", WW_TENSE_FUTURE },
	{ "what a report adds", "Also {d:Friday}, the board:", WW_TENSE_PAST },
	{ "a noun for what could be a past", "She expects a cut on {d:Friday}.", WW_TENSE_FUTURE },
	{ "a noun further off", "He said she would play a free acoustic set on {d:Friday}.",
	  WW_TENSE_FUTURE },
	{ "its verb", "He said the bank would fall and it cut rates on {d:Friday}.", WW_TENSE_PAST },
	{ "a noun for what could be a present", "It was lost in the play on {d:Friday}.",
	  WW_TENSE_PAST },
	{ "a name among small letters", "The photograph in Travel on {d:Friday} was of us.",
	  WW_TENSE_PAST },
	{ "promised behind its day", "On {d:Friday} the mayor promised a law.", WW_TENSE_PAST },
	{ "quoted before promised", "\"The team will be there on {d:Friday},\" he promised.",
	  WW_TENSE_FUTURE },
	{ "would not, when asked", "She would not say on {d:Friday} what was lost.", WW_TENSE_PAST },
	{ "would not, as was told", "He said she would not sing on {d:Friday}.", WW_TENSE_FUTURE },
	{ "a sentence's first word", "Played on {d:Friday}:", WW_TENSE_PAST },
	{ "a name at a sentence's first word", "United will play on {d:Friday}.", WW_TENSE_FUTURE },
	{ "behind an aside", "The Kings, who have lost all ten, are in Kano for it on {d:Friday}.",
	  WW_TENSE_FUTURE },
	{ "in an aside", "The Kings, who lost their captain, cook and scout on {d:Friday}",
	  WW_TENSE_PAST },
	{ "a participle that describes", "Drivers based at Kano plan a strike on {d:Friday}.",
	  WW_TENSE_FUTURE },
	{ "the same as a verb", "The firm was based in Kano on {d:Friday}.", WW_TENSE_PAST },
	{ "because", "It had one horn because the others are away on {d:Friday}.", WW_TENSE_FUTURE },
	{ "of a day, in a present", "She is in flat shoes after the fuss of {d:Friday}.",
	  WW_TENSE_PAST },
	{ "thinking of a day", "The old men are thinking of {d:Friday}.", WW_TENSE_FUTURE },
	{ "a dateline before results", "OSLO (Agency) - Results from the old cup on {d:Friday}",
	  WW_TENSE_PAST },
	{ "results that somebody has", "The oldest firm of Oslo has its results on {d:Friday}",
	  WW_TENSE_VERBLESS },
};

/* The same, asked of weekdays that own what follows. */
static const struct {
	const char *label, *marked;
	ww_tense tense;
} owners[] = {
	{ "what was", "He talked about the cost of {d:Friday}'s ruling.", WW_TENSE_PAST },
	{ "in a future", "They will look for ways around {d:Friday}'s ruling.", WW_TENSE_PAST },
	{ "of no verb", "{d:Friday}'s ruling", WW_TENSE_PAST },
	{ "awaited", "She will miss {d:Friday}'s match.", WW_TENSE_FUTURE },
	{ "at the beginning", "{d:Friday}\xE2\x80\x99s trains may be late.", WW_TENSE_FUTURE },
	{ "at the beginning, of a past", "{d:Friday}'s trains were late.", WW_TENSE_PAST },
	{ "at the beginning, of another verb", "{d:Friday}'s ruling means the vote will go ahead.",
	  WW_TENSE_PAST },
	{ "of nothing", "She will come {d:Friday}, she said.", WW_TENSE_FUTURE },
};

static void check(const char *label, const char *marked, ww_tense wanted,
                  ww_tense (*ask)(const char *, size_t, size_t, size_t)) {
	markup m;
	ck_assert(markup_read(&m, marked, strlen(marked)));
	ck_assert_uint_eq(m.n, 1);
	char *exact = test_resize(NULL, m.len);
	memcpy(exact, m.text, m.len);
	ww_tense tense = ask(exact, m.len, m.at->start, m.at->end);
	if (tense != wanted)
		die("%s: %s: %d and not %d", label, m.text, (int)tense, (int)wanted);
	free(exact);
	markup_free(&m);
}

START_TEST(tells) {
	check(rows[_i].label, rows[_i].marked, rows[_i].tense, ww_tense_at);
}
END_TEST

START_TEST(tells_of_what_a_weekday_owns) {
	check(owners[_i].label, owners[_i].marked, owners[_i].tense, ww_tense_of_weekday);
}
END_TEST

int main(void) {
	Suite *suite = suite_create("tense");
	TCase *tc = tcase_create("clauses");
	suite_add_tcase(suite, tc);
	tcase_add_loop_test(tc, tells, 0, COUNT(rows));
	tcase_add_loop_test(tc, tells_of_what_a_weekday_owns, 0, COUNT(owners));
	return run_suite(suite);
}
