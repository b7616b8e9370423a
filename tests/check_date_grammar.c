#include "support.h"

#include <check.h>
#include <stdlib.h>

/* What is found, and what is left alone. */
static const struct {
	const char *label, *marked;
} rows[] = {
	/* Calendar dates. */
	{ "month and day", "{d:July 12} was the warmest day." },
	{ "month, day and year", "The bridge opened {d:July 12, 2019}, to traffic." },
	{ "weekday and date", "{d:Friday, July 12, 2024}, was hot." },
	{ "day first", "On {d:12 July 2024} it rained." },
	{ "ordinal day", "On {d:the 3rd of May} it snowed." },
	{ "day in words", "On {d:the third of May} it snowed." },
	{ "the Fourth", "Shops shut on {d:the Fourth of July}." },
	{ "abbreviated", "The ship left on {d:Sept. 3} and returned {d:Oct. 11}." },
	{ "weekday abbreviated", "On {d:Sat., July 6}, the pier reopened." },
	{ "ISO", "The file is of {d:2024-07-12}." },
	{ "in figures", "He signed on {d:25/12/2023} in Leeds." },
	{ "in figures with dots", "The letter, dated {d:25.12.2023}, was found." },
	{ "month alone", "Prices fell in {d:July}." },
	{ "month and year", "Prices fell in {d:July 2023}." },
	{ "part of a month", "Floods came in {d:early May} and again in {d:mid-July}." },
	{ "end of a month", "By {d:the end of May} the river was low." },
	{ "end without an article", "The shop will close at {d:end of June}." },
	{ "a day's range", "The fair runs {d:July 13} to {d:15}." },
	{ "a day's range with a hyphen", "The fair runs {d:July 13}-{d:15}, rain or shine." },
	{ "a day's range with a spaced hyphen", "The fair runs {d:July 13} - {d:15}." },
	{ "days before a month", "The ferry was halted from {d:13} to {d:15 July}." },
	{ "two days before a month", "They met on {d:18} and {d:19 June}." },
	{ "months' range", "From {d:June} through {d:August} the pool is open." },
	{ "year", "In {d:1998} the mill shut." },
	{ "year first", "{d:2021} was a bad year for hops." },
	{ "years' range", "The war of {d:1914}-{d:18} emptied the village." },
	{ "season's years", "The budget for {d:2024-25} is small." },
	{ "decade", "In {d:the 1960s} it was a farm." },
	{ "decade in short", "{d:The '60s} left him cold." },
	{ "decade in words", "He grew up in {d:the nineties}." },
	{ "part of a decade", "Sales peaked in {d:the mid-2010s}." },
	{ "century", "Ruins from {d:the 12th century} were found." },
	{ "part of a century", "The mill dates to {d:the early 19th century}." },
	{ "before Christ", "{d:Around 300 BC} the wall fell." },
	{ "before Christ with stops", "In {d:44 B.C.} he was stabbed." },
	{ "season", "In {d:the spring} the lambs come." },
	{ "season of a year", "They married in {d:the autumn of 1987}." },
	{ "last season", "{d:Last winter} was mild." },
	{ "early in a year", "The talks began {d:early in 2019}." },
	{ "later in the year", "Rents rose {d:later in the year}." },
	{ "late in a year", "{d:Late in 1957} the line closed." },
	{ "year by a relative word", "The dam broke {d:last year} and holds {d:this year}." },
	{ "month of a relative year", "Exports fell in {d:March of this year}." },
	{ "the year 2000", "It opened in {d:the year 2000}." },
	{ "quarter", "In {d:the third quarter} profit fell." },
	{ "quarter of a year", "{d:The first quarter of 2024} was weak." },
	{ "quarter in figures", "{d:The 3rd quarter of 2019} was weak." },
	{ "quarter's code", "Revenue rose 5 percent in {d:Q3 2023}." },
	{ "quarter's code after the year", "Sales fell in {d:2024 Q1} again." },
	{ "fiscal quarter's code", "In {d:Q2 FY24} the loss narrowed." },
	{ "fiscal year's code", "The outlook for {d:FY25} is unchanged." },
	{ "fiscal year", "The firm expects a loss in {d:fiscal 2025}." },
	{ "half of a year", "Profit rose in {d:the first half of 2024}." },
	{ "half by a code", "The chain will cut jobs in {d:2024 H2}." },

	/* Counted days. */
	{ "counted weekday", "He was sworn in on {d:the first Monday of June}." },
	{ "counted weekday with in", "The vote is on {d:the first Tuesday in November}." },
	{ "last weekday of a month", "Rents were due on {d:the last Friday of March 2023}." },
	{ "last day of a month", "He retired on {d:the last day of March 2023}." },
	{ "last weekend of a month", "The regatta fills {d:the last weekend of July}." },
	{ "first week of a year", "It opened in {d:the first week of 2016}." },
	{ "week of a month", "Flooding began in {d:the third week of May}." },
	{ "counted day of a relative month", "He is due on {d:the 20th day of next month}." },
	{ "second week", "Snow fell in {d:the second week of May}." },
	{ "second weekday", "It was {d:the second Sunday in May}." },
	{ "week of a date", "{d:The week of July 8} was dry." },
	{ "week by its first day", "The tour starts in {d:the week beginning July 8}." },

	/* Relative to the article's day. */
	{ "day words", "The court rules {d:today}, not {d:tomorrow}." },
	{ "day after tomorrow", "{d:The day after tomorrow} he flies." },
	{ "bare weekday", "The mayor resigned {d:Tuesday}." },
	{ "next weekday", "{d:Next Friday} is payday." },
	{ "this weekday", "{d:This Thursday} the court rules." },
	{ "following weekday", "{d:The following Monday} he was back." },
	{ "weekday of a week", "She will be in Rome on {d:Tuesday next week}." },
	{ "weekday of the following week", "{d:Monday of the following week} is free." },
	{ "early on a weekday", "{d:Early Wednesday} the storm turned." },
	{ "this week", "They will meet {d:later this week}." },
	{ "coming week", "{d:The coming week} decides it." },
	{ "current quarter", "{d:The current quarter} looks weak." },
	{ "weekend", "{d:Last weekend} was wet." },
	{ "ago", "{d:Three weeks ago} the lift failed." },
	{ "long ago", "{d:Ten years ago} the mine shut." },
	{ "later", "{d:Two days later} she was found." },
	{ "the following day", "{d:The following day} the river rose." },
	{ "years ago", "He gave up {d:years ago}." },
	{ "from now", "{d:A week from today} he flies." },

	/* Clock times. */
	{ "o'clock", "At {t:9 o'clock in the morning} the bell rang." },
	{ "a.m.", "The bell rang at {t:10:45 a.m.} and again at {t:11 a.m.}" },
	{ "24 hours", "The train left at {t:23:15}, empty." },
	{ "with a zone", "Launch is at {t:14:30 GMT}, weather allowing." },
	{ "hours in figures", "The call came at {t:0730 hours}." },
	{ "British stop", "The train left at {t:6.15 p.m.}" },
	{ "noon and midnight", "From {t:noon} to {t:midnight} the bar is open." },
	{ "half past", "The hearing starts at {t:half past three}." },
	{ "quarter to", "He left at {t:a quarter to nine}." },
	{ "quarter to on a weekday", "It landed at {t:a quarter to nine on Friday}, late." },
	{ "quarter past with p.m.", "He left at {t:a quarter past 3 p.m.}" },
	{ "minutes past", "The clock stopped at {t:ten past 11 p.m.}" },
	{ "range of hours", "Doors open between {t:5} and {t:6 p.m.}" },
	{ "range with a hyphen", "The shop is shut {t:11}-{t:1 p.m.}" },
	{ "range of minutes", "The talk runs from {t:2} to {t:4:30 p.m.}" },
	{ "range of full times", "Polls are open from {t:7 a.m.} to {t:8 p.m.}" },
	{ "range in a part of the day", "He fished between {t:5} and {t:6 in the afternoon}." },
	{ "time and day", "He called at {t:5 p.m. on July 3}, she says." },
	{ "time and weekday", "He called at {t:9 a.m. Monday}." },
	{ "tonight at an hour", "The show airs {t:tonight at 8}." },
	{ "this morning at a time", "He spoke {t:this morning} at {t:9:30}, briefly." },
	{ "hour this evening", "The curtain rises at {t:8 this evening}." },
	{ "hour in the morning", "Police were called at {t:3 in the morning}." },
	{ "last night at an hour", "She spoke {t:last night at 9}." },
	{ "hour tomorrow morning", "Tickets go on sale at {t:10 tomorrow morning}." },
	{ "part of a weekday", "On {t:Wednesday morning}, voters lined up." },
	{ "late in a weekday's night", "{t:Late Thursday night}, the deal was struck." },
	{ "part of a date", "On {t:the morning of May 3} she left." },
	{ "part of today", "{t:This morning} the sun shone." },
	{ "early in the morning", "{t:Early in the morning} the crew sailed." },
	{ "tonight", "{t:Tonight} the moon is full." },

	/* Durations. */
	{ "units", "It lasted {u:five weeks}." },
	{ "units in figures", "It lasted {u:90 seconds}." },
	{ "decimals", "The trial lasted {u:2.5 hours}." },
	{ "halves", "It lasted {u:three and a half years}." },
	{ "quarters of an hour", "It took {u:three-quarters of an hour}." },
	{ "with a hyphen", "The court set a {u:30-day} limit." },
	{ "vague", "{u:Several days} of rain are due." },
	{ "units alone", "For {u:decades}, the mill fed the town." },
	{ "last with a number", "{u:The past five years} were dry." },
	{ "next with a number", "Over {u:the next two weeks} the panel sits." },
	{ "last is a verb", "The strike is expected to last {u:two weeks}." },
	{ "in so long", "The ban ends in {u:six weeks}." },
	{ "minutes after a score", "The score was 2-1 after {u:90 minutes}." },

	/* Sets. */
	{ "every unit", "The bus runs {s:every 20 minutes}." },
	{ "every other", "They meet {s:every other week}." },
	{ "weekday's plural", "{s:Mondays} are slow." },
	{ "each weekday", "They meet {s:each Monday}." },
	{ "daily", "The paper comes out {s:daily}." },
	{ "times a unit", "The board meets {s:twice a year}." },
	{ "counted weekday of each month",
	  "The council sits on {s:the second Tuesday of each month}." },
	{ "rate", "It costs $40 {s:a month}." },

	/* Holidays. */
	{ "Christmas Eve", "{d:Christmas Eve} is a workday there." },
	{ "New Year's Day", "On {d:New Year's Day} the law took effect." },
	{ "saint with a stop", "On {d:St. Patrick's Day} the river is green." },
	{ "May Day", "The {d:May Day} rally was calm." },
	{ "Mardi Gras", "{d:Mardi Gras} drew half a million." },
	{ "Martin Luther King", "{d:Martin Luther King Jr. Day} was cold." },
	{ "holiday of a year", "{d:Thanksgiving 2023} was cold." },
	{ "holiday's weekend", "{d:Labor Day weekend} was quiet." },

	/* Vague references, where the row marks one. */
	{ "now", "{d:Currently} the post is vacant." },
	{ "recently", "He was {d:recently} fired." },
	{ "future", "In {d:the future}, floods will be rare." },

	/* May, March, sat, sun, second, fall: words that are no time. */
	{ "may, the verb", "She may go, and May Johnson may sing." },
	{ "this may", "This may take a while, and that may be too long." },
	{ "May, the month", "She may go in {d:May}." },
	{ "march and March", "Marchers march on in {d:March}." },
	{ "sat and sun", "He sat on the sun deck; the cat sat too." },
	{ "verbs at a sentence's end", "The court sat. They wed. He reads The Sun." },
	{ "second", "A second goal in a split second won it." },
	{ "second wave", "A second wave hit the coast." },
	{ "third and first", "Third place and first prize went to them." },
	{ "fall, the verb", "Prices fall and may fall again." },
	{ "spring, the verb", "They will spring a trap and winter abroad." },
	{ "mar, the verb", "Nothing could mar the day." },
	{ "august", "It was an august body." },
	{ "dawn of", "We have seen the dawn of a new era." },
	{ "quarter and half", "He drank a quarter of it and half of that." },
	{ "half time", "The score was 21-14 at half time." },
	{ "day care", "It is day care, day after day." },
	{ "light-years", "The star is 40 light-years away." },

	/* Figures that are no time. */
	{ "votes", "The bill passed 212-205." },
	{ "score", "They won 3-2, and 10 to 12 fans were hurt." },
	{ "index", "The index rose 2.4 percent to 1,987." },
	{ "price", "The $2020 fee stands, like the 2,024 dollars." },
	{ "count", "Police said 2010 people came." },
	{ "version", "Release 2.0.24 needs Python 3.11." },
	{ "docket", "Docket No. 24-105 was filed." },
	{ "case number", "Case 2019-cv-1033 goes on." },
	{ "telephone", "Dial 202-555-0198 or 555-2010-2015." },
	{ "aircraft", "The A380 and the Boeing 747 landed." },
	{ "road", "Highway 101 and Route 66 closed." },
	{ "round the clock", "The diner is open 24/7." },
	{ "fraction", "He owns 3/4 of it, or 2.5 shares." },
	{ "ratio", "The screen's ratio is 4:3; the mix is 10:1." },
	{ "web address", "See https://example.org/2019/07/x for more." },
	{ "money", "It cost $1999 and later 1500 euros." },
	{ "coordinates", "It lies at 40.1693, 16.6690." },

	/* Ages. */
	{ "age", "The 45-year-old driver and his 3-year-old son survived." },
	{ "years old", "She is 19 years old and has worked for {u:19 years}." },
	{ "aged", "Aged 84, he died at the age of 84." },
	{ "in his twenties", "The man was in his 20s." },
	{ "range of ages", "The boys are 3 to 5 years old." },
	{ "who turns next month", "He, who turns 29 {d:next month}, is fit." },

	/* Names and numbers that are no time. */
	{ "season in a name", "The Autumn Statement came before the Spring Budget." },
	{ "clubs", "Sheffield Wednesday lost 2-1; Ruby Tuesday filed for bankruptcy." },
	{ "shows", "Saturday Night Live and Monday Night Football and 60 Minutes drew millions." },
	{ "wars", "The Thirty Years' War and the Six-Day War are on the list." },
	{ "verses", "John 3:16 and Genesis 12:10-20 were read." },
	{ "docket with a colon", "Case 1:24-cv-02011 is pending." },
	{ "what is numbered", "See Room 2010, Flight 1549, H.R. 2024, No. 1983 and page 1984." },
	{ "about a year", "He was born c. {d:1818} in the Cape." },
	{ "year ended", "For {u:the year} ended {d:Sept. 30} it lost money." },
	{ "euros", "It cost \xE2\x82\xAC" "2024 a head." },
	{ "quarter-finals", "They reached the quarter-finals and the quarter final." },
	{ "as many weeks", "It is the third storm in as many weeks." },
	{ "Orthodox Christmas", "Shops close for Orthodox Christmas." },
	{ "possessive of the day before", "The day before {d:yesterday}'s vote, he quit." },

	/* Forms of modern news. */
	{ "apostrophe decades", "Hits of {d:the '90s} and {d:'80s} fashion are back." },
	{ "abbreviated day and time", "SCHEDULE {t:Thu 14:00}: finals" },
	{ "that month", "OPEC said that {d:November} was warm; he left in {d:that November}." },
	{ "capitals", "THE COURT RULED THAT {d:NOV. 5, 2023} WAS TOO LATE." },
	{ "non-breaking blanks", "He left on {d:March\xC2\xA0" "8}, at {t:9\xC2\xA0" "a.m.}" },
	{ "line end inside", "He left on {d:March 8,\r\n2023}, alone." },
	{ "titled", "Mr. March and Judge June Hay may march in {d:March}." },
	{ "a person named May", "\"We may go,\" said May." },
	{ "hottest month", "It was the hottest {d:May} on record." },
	{ "range into May", "Between {d:January} and {d:May} arrivals rose." },
	{ "full year", "Guidance for {d:full-year 2025} is unchanged." },
	{ "in a year, no rate", "It is the third cut in {u:a year}." },
	{ "said that, and a weekday", "He said that {d:Monday} talks failed." },
};

START_TEST(finds) {
	check_marked(rows[_i].label, rows[_i].marked);
}
END_TEST

int main(void) {
	Suite *suite = suite_create("date_grammar");
	TCase *tc = tcase_create("extents");
	suite_add_tcase(suite, tc);
	tcase_add_loop_test(tc, finds, 0, COUNT(rows));

	test_engine();
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
