/* Of which day a time or a weekday is that does not say so itself: by its block, its clause
 * and what was told before. */
#include "runner.h"
#include "support.h"

/* The article's day is a Thursday. */
#define DATE "2024-03-14"

static const struct {
	const char *label, *marked;
} rows[] = {
	/* What the clause tells against the day told last. */
	{ "a past behind a day ahead",
	  "The bank expects a cut on {d=2024-03-21|March 21}. By {t=2024-03-14T17:30|5:30 p.m.} nobody "
	  "had followed." },
	{ "a future behind a day that is over",
	  "He trained on {d=2024-03-11|Monday}. The doors will open at {t=2024-03-14T20:00|8 p.m.}" },
	{ "the same sentence",
	  "He was invited to the dance on {d=2024-03-21|March 21} at {t=2024-03-21T19:00|7 p.m.}" },
	{ "a label of its line",
	  "{d=2024-03-18|MONDAY}. The bank, led by Ann, meets at {t=2024-03-18T14:00|2 p.m.}" },
	{ "a past of a day that is over",
	  "They met on {d=2024-03-11|Monday}. The talks ended at {t=2024-03-11T18:00|6 p.m.}" },

	/* What is told by the way. */
	{ "a year by the way",
	  "The council met on {d=2024-03-12|Tuesday}. \"I came here in {d=1979|1979},\" he said.\n\n"
	  "The lights went out at {t=2024-03-12T21:45|9.45pm}." },
	{ "a month by the way, of a day too far off",
	  "The council met on {d=2024-03-05|March 5}. It had met in {d=2024-01|January}.\n\n"
	  "The lights went out at {t=2024-03-14T21:45|9.45pm}." },

	/* What a story leads to. */
	{ "the day of the story",
	  "The heat is on {d=2024-03-23|March 23}, and she is ready. She ran well in "
	  "{d=2024-02|February}.\n\nGates open at {t=2024-03-23T11:00|11am}." },
	{ "a day told late",
	  "It rained on {d=2024-03-12|Tuesday} and {d=2024-03-13|Wednesday}. The fair is on "
	  "{d=2024-04-27|April 27}.\n\nThe bank will hold a call at {t=2024-03-14T10:00|10 a.m.}" },
	{ "a past in such a story",
	  "The heat is on {d=2024-03-23|March 23}.\n\nShe spoke at {t=2024-03-14T11:00|11am}." },

	/* Lists under headings. */
	{ "items under a day",
	  "{d=2024-03-16|SATURDAY}\n\nHatton v Melby ({t=2024-03-16T15:00|3pm})\nMelby, who have lost "
	  "five in a row, rest their captain, and he will not be missed by those who come.\n\n"
	  "Corby v Wells ({t=2024-03-16T17:30|5.30pm})\nWells are without their best three.\n" },
	{ "prose under a day and its text",
	  "{d=2024-03-16|SATURDAY}\n\nHatton v Melby.\n\nThe clubs met at "
	  "{t=2024-03-14T18:00|6pm} in a hall by the old river, and told each other of all that they "
	  "had lost there.\n" },

	{ "a day by the way in another line",
	  "{d=2024-03-20|WEDNESDAY}\nRank, pays {d=2024-04-17|April 17}.\nThe bank, Brussels, "
	  "{t=2024-03-20T14:00|2pm}\n" },
	{ "a day by the way in a log's line",
	  "{d=2024-03-02|Saturday, March 2}\nHe had not answered since {d=2024-02-29|Thursday}.\n"
	  "{t=2024-03-02T22:00|10 p.m.} A loose horse.\n" },
	{ "a day by the way in an entry of a line",
	  "{t=2024-03-14T08:00|08:00} The race. The men ran {d=2024-03-13|yesterday}.\n"
	  "{t=2024-03-14T11:00|11:00} The final.\n" },
	{ "a line's end in prose",
	  "He left on {d=2024-03-11|Monday}, and came to the old town of his mother at\n"
	  "{t=2024-03-11T23:00|11 p.m.}, when all slept.\n" },
	{ "a day of its own line",
	  "{d=2024-03-20|WEDNESDAY}\nRank pays on {d=2024-04-17|April 17}, at "
	  "{t=2024-04-17T14:00|2pm}\n" },

	/* Weekdays of days told from one to another. */
	{ "headings of a festival",
	  "It runs {d=2024-04-12|April 12}-{d=2024-04-14|14} at the park.\n\n{d=2024-04-12|FRIDAY}\n"
	  "{t=2024-04-12T16:00|4 p.m.} Hatton\n\n{d=2024-04-13|SATURDAY}\n"
	  "{t=2024-04-13T15:00|3 p.m.} Melby\n" },
	{ "a range with a comma",
	  "It runs from {d=2024-04-12|Friday, April 12}, to {d=2024-04-14|Sunday, April 14}. She will "
	  "open it on {d=2024-04-12|the Friday}." },
	{ "another weekday of such a story",
	  "It runs {d=2024-04-12|April 12}-{d=2024-04-14|14}. Tickets go on sale on "
	  "{d=2024-03-15|Friday}." },
	{ "the end of a range that began",
	  "He is sought for a theft between {d=2024-03-09|last Saturday} and {d=2024-03-10|Sunday}." },

	/* Under days that are long over. */
	{ "a weekday under a day",
	  "{d=2024-02-02|Friday, Feb. 2}\n\nA house was reported missing. It was last seen on "
	  "{d=2024-01-28|Sunday}." },
	{ "under a day of this week",
	  "{d=2024-03-13|Wednesday, March 13}\n\nA house was reported missing. It was last seen on "
	  "{d=2024-03-10|Sunday}." },
	{ "under a title with a day",
	  "The past: {d=1982-04-21|April 21, 1982}\nThe debate ended on {t=1982-04-19TNI|Monday night} "
	  "with a vote. The forecast was {d=1982-05-01|May 1}.\n\nThe paper looks for copies until "
	  "{d=2024-05-01|May 1}." },

	/* Labels of a list. */
	{ "labels of one line",
	  "{d=2024-03-18|Mon}: eggs. {d=2024-03-19|Tue}: fish, early ({t=2024-03-19T11:15|11:15}). "
	  "{d=2024-03-20|Wed}: closed." },
	{ "a scrap", "SUN AND MOON\nNew moon {d=2024-03-16|Saturday}." },
	{ "what a report adds", "Also {d=2024-03-11|Monday}, the board:" },

	/* Nights. */
	{ "behind a night",
	  "They slept there on {t=2024-03-09TNI|Saturday night}. Bread ran out by "
	  "{t=2024-03-10T03:00|3 a.m.}" },
	{ "in the evening of a night",
	  "They slept there on {t=2024-03-09TNI|Saturday night}. Bread ran out by "
	  "{t=2024-03-09T22:00|10 p.m.}" },
	{ "to the next morning",
	  "They sang on {d=2024-03-12|Tuesday} from {t=2024-03-12T17:00|five in the afternoon} to "
	  "{t=2024-03-13T01:00|one in the morning}." },

	/* Logs and live reports. */
	{ "over midnight, the latest first",
	  "{t=2024-03-14T00:12|00:12} It ends.\n\n{t=2024-03-13T23:47|23:47} It climbs.\n\n"
	  "{t=2024-03-13T22:30|22:30} It stirs." },
	{ "over midnight, the latest last",
	  "{t=2024-03-13T22:00|10pm}: Polls close.\n\n{t=2024-03-13T23:55|11.55pm}: A box.\n\n"
	  "{t=2024-03-14T00:30|12.30am}: A count.\n\n{t=2024-03-14T06:50|6.50am}: A winner." },
	{ "over midnight, in four figures",
	  "{t=2024-03-13T23:30|2330 GMT} A box.\n\n{t=2024-03-14T00:15|0015 GMT} A dog.\n\n"
	  "{t=2024-03-14T06:30|0630 GMT} A cat." },
	{ "within a day",
	  "{t=2024-03-14T18:40|6.40pm}: It ends.\n\n{t=2024-03-14T09:05|9.05am}: It begins." },
	{ "under a day, over midnight",
	  "{d=2024-03-11|Monday, March 11}\n\n{t=2024-03-11T23:05|23:05}: A horn.\n\n"
	  "{t=2024-03-12T01:30|01:30}: A dog.\n\n{d=2024-03-13|Wednesday, March 13}\n\n"
	  "{t=2024-03-13T07:15|07:15}: A cat." },
	{ "halves of the day, as entries run",
	  "{t=2024-03-14T00:48|12:48 a.m.} It ends.\n\n{t=2024-03-14T00:21|12:21} It counts.\n\n"
	  "{t=2024-03-13T23:55|11:55 p.m.} A box.\n\n{t=2024-03-13T22:30|10:30} A dog.\n\n"
	  "{t=2024-03-13T09:10|9:10 a.m.} A cat." },
	{ "hours of twenty-four",
	  "{t=2024-03-14T08:10|08:10} A dog.\n\n{t=2024-03-14T09:20|9:20} A cat." },

	/* Halves of the day, in prose. */
	{ "after an evening",
	  "Doors open at {t=2024-03-14T17:00|5 p.m.}; the bout is expected at "
	  "{t=2024-03-14T22:30|10:30}." },
	{ "after an evening of another day",
	  "{d=2024-03-19|Tue 19 March} Board, {t=2024-03-19T19:00|7 pm}. {d=2024-03-20|Wed 20 March} "
	  "Assembly, {t=2024-03-20T10:30|10:30}." },
	{ "a match in a list", "Boys: Oak Creek at Northview, {t=2024-03-14T19:15|7:15}." },
	{ "a train", "The train to Oak Creek left at {t=2024-03-14T07:15|7:15}." },
	{ "after a morning",
	  "Doors opened at {t=2024-03-14T07:00|7 a.m.}; the bout began at "
	  "{t=2024-03-14T10:30|10:30}." },

	/* Times counted from a clock time. */
	{ "minutes later",
	  "It was cut at {t=2024-03-14T12:00|noon}. {t=2024-03-14T12:20|Twenty minutes later} it "
	  "rained." },
	{ "over midnight",
	  "She rang at {t=2024-03-12T23:50|11:50 p.m. on Tuesday}. {t=2024-03-13T00:20|Thirty minutes "
	  "later} he came." },
	{ "a clock time of another block",
	  "It was cut at {t=2024-03-14T12:00|noon}.\n\n{t=2024-03-14|Twenty minutes later} it "
	  "rained." },

	/* What goes on from a day ahead, and what does not. */
	{ "a past behind a day ahead, of a morning",
	  "They met on {d=2024-03-12|Tuesday}. The vote is on {d=2024-06-03|June 3}. Shares rose "
	  "{t=2024-03-12TMO|that morning}." },
	{ "a day ahead and its morning",
	  "The vote is on {d=2024-06-03|June 3}. Shares will rise {t=2024-06-03TMO|that morning}." },

	/* Weekdays of no week. */
	{ "any Friday", "She skipped it; it was on a {d=XXXX-WXX-5|Friday} in the rain." },
	{ "an ordinary one", "On an ordinary {d=XXXX-WXX-2|Tuesday} it holds 188." },
	{ "a Friday's match", "They lost a {d=2024-03-08|Friday} match by a goal." },
	{ "the day told", "They wed on {d=2018-06-16|16 June 2018}, a {d=2018-06-16|Saturday}." },
	{ "a working week", "Call {d=XXXX-WXX-1|Monday} through {d=XXXX-WXX-4|Thursday} to book." },
	{ "a working week ahead",
	  "It will be shut {d=2024-03-18|Monday} through {d=2024-03-21|Thursday}." },
	{ "a working week behind",
	  "It was shut {d=2024-03-11|Monday} through {d=2024-03-14|Thursday}." },
	{ "among hours",
	  "Open {s=XXXX-WXX-1|Mon}-{s=XXXX-WXX-4|Thu} {t=T08:30|8:30}-{t=T16:00|4}, "
	  "{d=XXXX-WXX-5|Fri} to {t=T12:30|12:30}." },
	{ "behind hours, in a sentence of its own",
	  "It is open {s=P1D|daily} {t=T09:00|9 a.m.} to {t=T17:00|5 p.m.} It shuts for good on "
	  "{d=2024-03-15|Friday}." },

	/* Nights. */
	{ "any night", "They come at {t=TNI|night} with scales." },
	{ "a night", "They came {t=2024-03-13TNI|last night} with scales." },
};

START_TEST(resolves) {
	check_marked_on(DATE, rows[_i].label, rows[_i].marked);
}
END_TEST

int main(void) {
	Suite *suite = suite_create("date_day");
	TCase *tc = tcase_create("days");
	suite_add_tcase(suite, tc);
	tcase_add_loop_test(tc, resolves, 0, COUNT(rows));
	test_engine();
	return run_suite(suite);
}
