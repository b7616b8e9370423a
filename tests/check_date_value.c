#include "runner.h"
#include "support.h"


/* What a time expression means in an article of a date. */
static const struct {
	const char *date, *label, *marked;
} rows[] = {
	/* The article's day is a Sunday. */
	{ "2024-07-14", "a weekday behind", "The vote was held on {d=2024-07-09|Tuesday}." },
	{ "2024-07-14", "a weekday ahead", "The vote will be held on {d=2024-07-16|Tuesday}." },
	{ "2024-07-14", "a slip of the weekday",
	  "On {d=2024-07-13|Friday, July 13}, the judge ruled." },
	{ "2024-07-14", "today", "The court rules {d=2024-07-14|today}." },
	{ "2024-07-14", "yesterday", "The court ruled {d=2024-07-13|yesterday}." },
	{ "2024-07-14", "day after tomorrow", "{d=2024-07-16|The day after tomorrow} he flies." },
	{ "2024-07-14", "next weekday", "{d=2024-07-19|Next Friday} is payday." },
	{ "2024-07-14", "this weekday, ahead", "{d=2024-07-18|This Thursday} the court rules." },
	{ "2024-07-14", "last weekday", "{d=2024-07-09|Last Tuesday} she flew home." },
	{ "2024-07-14", "weekday of next week",
	  "He will be in Rome on {d=2024-07-16|Tuesday next week}." },
	{ "2024-07-14", "weekday of the following week",
	  "{d=2024-07-15|Monday of the following week} is free." },
	{ "2024-07-14", "this week", "{d=2024-W28|This week} the court sits." },
	{ "2024-07-14", "last week", "{d=2024-W27|Last week} the river rose." },
	{ "2024-07-14", "later this week", "They will meet {d=2024-W28|later this week}." },
	{ "2024-07-14", "the coming week", "{d=2024-W29|The coming week} decides it." },
	{ "2024-07-14", "last weekend", "{d=2024-W27-WE|Last weekend} was wet." },
	{ "2024-07-12", "a Friday's weekend", "Your guide to {d=2024-W28-WE|the weekend}" },
	{ "2024-07-12", "a weekend behind", "It rained over {d=2024-W27-WE|the weekend}." },
	{ "2024-07-14", "last month", "{d=2024-06|Last month} was wet." },
	{ "2024-07-14", "next month", "{d=2024-08|Next month} will be dry." },
	{ "2024-07-14", "end of the month", "The deal closes by {d=2024-07|the end of the month}." },
	{ "2024-07-14", "last year", "{d=2023|Last year} the dam broke." },
	{ "2024-07-14", "later in the year", "Rents will rise {d=2024|later in the year}." },
	{ "2024-07-14", "seasons",
	  "{d=2024-SU|This summer} is hot, {d=2023-WI|last winter} was mild." },
	{ "2024-07-14", "next season", "{d=2024-WI|Next winter} will be cold." },

	/* A month or day without a year is the nearest; for months the tense counts too. */
	{ "2024-07-14", "month behind", "The plant closed in {d=2023-09|September}." },
	{ "2024-07-14", "month ahead", "The plant will close in {d=2024-09|September}." },
	{ "2024-07-14", "day ahead", "Voters go to the polls {d=2024-11-05|Nov. 5}." },
	{ "2024-07-14", "day behind, over the year", "The fair opened on {d=2023-12-30|Dec. 30}." },
	{ "2024-01-03", "day behind, from January", "The fair closed on {d=2023-12-30|Dec. 30}." },
	{ "2024-07-14", "the month before", "Sales rose in {d=2024-06|June} from {d=2024-05|May}." },
	{ "2024-07-14", "month of this year", "Exports fell in {d=2024-03|March of this year}." },
	{ "2024-07-14", "day of last year",
	  "The law of {d=2023-06-05|5 June last year} was repealed." },
	{ "2024-07-14", "leap day", "He was born on {d=2000-02-29|Feb. 29, 2000}." },
	{ "2024-07-14", "no such day", "He was born on {d=|Feb. 30, 2001}." },
	{ "2024-07-14", "no such day in figures", "On {d=|2024-02-30} nothing happened." },

	/* Figures. */
	{ "2024-07-14", "month first", "On {d=2024-03-04|3/4/2024} he came." },
	{ "2024-07-14", "day over twelve", "On {d=2024-04-13|13/4/2024} he came." },
	{ "2024-07-14", "order learnt",
	  "On {d=2024-07-12|12/07/2024} he signed; on {d=2023-12-25|25/12/2023} not yet." },
	{ "2024-07-14", "the attacks", "The {d=2001-09-11|9/11} attacks changed the law." },
	{ "2024-07-14", "years of a war", "The war of {d=1914|1914}-{d=1918|18} ended it." },
	{ "2024-07-14", "years over a century", "In {d=1898|1898}-{d=1902|02} they built it." },
	{ "2024-07-14", "years of a budget", "The budget for {d=2024/2025|2024-25} is small." },
	{ "2024-07-14", "decades", "In {d=196|the 1960s} and {d=197|1970s} they built it." },
	{ "2024-07-14", "short decade", "{d=196|The '60s} left him cold." },
	{ "2024-07-14", "decade in words", "He grew up in {d=199|the nineties}." },
	{ "2024-07-14", "first decade", "In {d=200|the early 2000s} it boomed." },
	{ "2024-07-14", "century", "Ruins of {d=11|the 12th century} were found." },
	{ "2024-07-14", "before Christ", "{d=BC0300|Around 300 BC} the wall fell." },
	{ "2024-07-14", "before Christ with stops", "In {d=BC0044|44 B.C.} he was stabbed." },
	{ "2024-07-14", "short year", "He came in {d=1998|'98}." },

	/* Counted. */
	{ "2024-07-14", "first Monday", "He was sworn in on {d=2024-06-03|the first Monday of June}." },
	{ "2024-07-14", "first Tuesday ahead",
	  "The vote is on {d=2024-11-05|the first Tuesday in November}." },
	{ "2024-07-14", "last Friday",
	  "Rents were due on {d=2023-03-31|the last Friday of March 2023}." },
	{ "2024-07-14", "second Sunday", "It was {d=2024-05-12|the second Sunday in May}." },
	{ "2024-07-14", "no fifth Friday", "{d=|The fifth Friday of June} never came." },
	{ "2024-07-14", "a fifth Saturday", "{d=2024-06-29|The fifth Saturday of June} was wet." },
	{ "2024-07-14", "of last month", "It was {d=2024-06-03|the first Monday of last month}." },
	{ "2024-12-14", "of next month, over the year",
	  "It is {d=2025-01-06|the first Monday of next month}." },
	{ "2024-07-14", "last day of a month",
	  "He retired on {d=2023-02-28|the last day of February 2023}." },
	{ "2024-07-14", "20th day", "He is due on {d=2024-08-20|the 20th day of next month}." },
	{ "2024-07-14", "last weekend", "The regatta fills {d=2024-W30-WE|the last weekend of July}." },
	{ "2024-07-14", "third week of a month",
	  "Flooding began in {d=2024-W20|the third week of May}." },
	{ "2024-07-14", "first week of a year", "It opened in {d=2016-W01|the first week of 2016}." },
	{ "2024-07-14", "last week of a year", "It shut in {d=2015-W53|the last week of 2015}." },
	{ "2024-07-14", "third month", "It fell in {d=2021-03|the third month of 2021}." },
	{ "2024-07-14", "week of a date", "{d=2024-W28|The week of July 8} was dry." },

	/* Quarters and fiscal years. */
	{ "2024-07-14", "quarter of a year", "{d=2024-Q1|The first quarter of 2024} was weak." },
	{ "2024-07-14", "quarter of last year",
	  "In {d=2023-Q4|the fourth quarter of last year} sales rose." },
	{ "2024-07-14", "quarter's code", "Revenue rose in {d=2023-Q3|Q3 2023}." },
	{ "2024-07-14", "code after the year", "Sales fell in {d=2024-Q1|2024 Q1} again." },
	{ "2024-07-14", "fiscal code", "In {d=2024-Q2|Q2 FY24} the loss narrowed." },
	{ "2024-07-14", "fiscal year's code", "The outlook for {d=2025|FY25} is unchanged." },
	{ "2024-07-14", "fiscal year", "A loss is expected in {d=2025|fiscal 2025}." },
	{ "2024-07-14", "current quarter", "{d=2024-Q3|The current quarter} looks weak." },
	{ "2024-07-14", "half", "Profit rose in {d=2024-H1|the first half of 2024}." },
	{ "2024-07-14", "half by a code", "The chain will cut jobs in {d=2024-H2|2024 H2}." },

	/* Ago and later. */
	{ "2024-07-14", "weeks ago", "{d=2024-06-23|Three weeks ago} he left." },
	{ "2024-07-14", "years ago", "{d=2014|Ten years ago} the mine shut." },
	{ "2024-07-14", "vague ago", "He left {d=PAST_REF|years ago}." },
	{ "2024-07-14", "from today", "{d=2024-07-21|A week from today} he flies." },
	{ "2024-07-14", "days later",
	  "He fell on {d=2021-03-03|March 3, 2021}. {d=2021-03-05|Two days later} he died." },
	{ "2024-07-14", "the next day",
	  "He fell on {d=2021-03-03|March 3, 2021}. {d=2021-03-04|The next day} he died." },
	{ "2024-07-14", "the following year",
	  "He fell in {d=2019|2019}. {d=2020|The following year} he died." },
	{ "2024-07-14", "that month",
	  "War broke out in {d=1950-06|June 1950}. {d=1950-06|That month} he fled." },
	{ "2024-07-14", "the day before", "{d=2024-07-13|The day before}, all was calm." },

	/* Clock times. */
	{ "2024-07-14", "half past", "The hearing starts at {t=2024-07-14T15:30|half past three}." },
	{ "2024-07-14", "quarter to", "He left at {t=2024-07-14T08:45|a quarter to nine}." },
	{ "2024-07-14", "quarter past p.m.", "He left at {t=2024-07-14T15:15|a quarter past 3 p.m.}" },
	{ "2024-07-14", "quarter to noon", "He left at {t=2024-07-14T11:45|a quarter to noon}." },
	{ "2024-07-14", "minutes past", "It stopped at {t=2024-07-14T23:10|ten past 11 p.m.}" },
	{ "2024-07-14", "range over noon",
	  "The shop is shut {t=T11:00|11}-{t=T13:00|1 p.m.}" },
	{ "2024-07-14", "range of an afternoon",
	  "It runs from {t=2024-07-14T14:00|2} to {t=2024-07-14T16:30|4:30 p.m.}" },
	{ "2024-07-14", "range on a weekday",
	  "Doors open between {t=2024-07-19T17:00|5} and {t=2024-07-19T18:00|6 p.m. next Friday}." },
	{ "2024-07-14", "tonight at", "The show airs {t=2024-07-14T20:00|tonight at 8}." },
	{ "2024-07-14", "last night at", "She spoke {t=2024-07-13T21:00|last night at 9}." },
	{ "2024-07-14", "in the morning", "Police came at {t=2024-07-14T03:00|3 in the morning}." },
	{ "2024-07-14", "tomorrow morning",
	  "Sales start at {t=2024-07-15T10:00|10 tomorrow morning}." },
	{ "2024-07-14", "on a date", "He called at {t=2024-07-03T17:00|5 p.m. on July 3}." },
	{ "2024-07-14", "on a weekday", "He called at {t=2024-07-08T09:00|9 a.m. Monday}." },
	{ "2024-07-14", "after a date",
	  "On {d=2024-07-04|July 4} at {t=2024-07-04T21:00|9 p.m.} it began." },
	{ "2024-07-14", "noon", "At {t=2024-07-14T12:00|noon} the bell rang." },
	{ "2024-07-14", "12 a.m.", "It began at {t=2024-07-14T00:15|12:15 a.m.}" },
	{ "2024-07-14", "part of a weekday", "On {t=2024-07-08TEV|Monday evening} he sang." },
	{ "2024-07-14", "late in a night",
	  "{t=2024-07-11TNI|Late Thursday night}, the deal was struck." },
	{ "2024-07-14", "part of a date", "{t=2024-07-03TNI|The night of July 3} was loud." },
	{ "2024-07-14", "last night", "{t=2024-07-13TNI|Last night} it hailed." },
	{ "2024-07-14", "this morning", "{t=2024-07-14TMO|This morning} the sun shone." },

	/* Durations and sets. */
	{ "2024-07-14", "seconds", "It lasted {u=PT90S|90 seconds}." },
	{ "2024-07-14", "weeks", "It lasted {u=P5W|five weeks}." },
	{ "2024-07-14", "decades", "It lasted {u=P20Y|two decades}." },
	{ "2024-07-14", "half years", "It lasted {u=P3Y6M|three and a half years}." },
	{ "2024-07-14", "decimal hours", "It lasted {u=PT2H30M|2.5 hours}." },
	{ "2024-07-14", "quarters of an hour", "It took {u=PT45M|three-quarters of an hour}." },
	{ "2024-07-14", "a quarter of an hour", "It took {u=PT15M|a quarter of an hour}." },
	{ "2024-07-14", "months", "It took {u=P18M|18 months}." },
	{ "2024-07-14", "vague hours", "It took {u=PTXH|several hours}." },
	{ "2024-07-14", "vague weeks", "It rained for {u=PXW|weeks}." },
	{ "2024-07-14", "the next two", "Over {u=P2W|the next two weeks} it sits." },
	{ "2024-07-14", "rate", "He works {u=PT40H|40 hours} {s=P1W|a week}." },
	{ "2024-07-14", "every other", "They meet {s=P2W|every other week}." },
	{ "2024-07-14", "every four", "They vote {s=P4Y|every four years}." },
	{ "2024-07-14", "each weekday", "They meet {s=XXXX-WXX-1|each Monday}." },
	{ "2024-07-14", "weekday's plural", "They meet on {s=XXXX-WXX-5|Fridays}." },
	{ "2024-07-14", "daily", "They meet {s=P1D|daily}." },
	{ "2024-07-14", "twice a year", "They meet {s=P1Y|twice a year}." },
	{ "2024-07-14", "of each month", "They meet on {s=P1M|the second Tuesday of each month}." },

	/* Holidays. */
	{ "2024-07-14", "fixed", "{d=2024-06-19|Juneteenth} was marked." },
	{ "2024-07-14", "nearest", "{d=2024-11-28|Thanksgiving} will be cold." },
	{ "2024-07-14", "of a year", "{d=2023-11-23|Thanksgiving 2023} was cold." },
	{ "2024-07-14", "last", "{d=2023-12-25|Last Christmas} he was ill." },
	{ "2024-07-14", "next", "{d=2025-04-20|Next Easter} they will meet." },
	{ "2024-07-14", "from Easter",
	  "{d=2024-03-29|Good Friday} was wet, {d=2024-02-13|Mardi Gras} too." },
	{ "2024-07-14", "third Monday", "{d=2024-01-15|Martin Luther King Jr. Day} was cold." },
	{ "2024-07-14", "saint", "{d=2024-03-17|St. Patrick's Day} was cold." },
	{ "2024-07-14", "May Day", "The {d=2024-05-01|May Day} rally was calm." },
	{ "2024-07-14", "weekend of a Monday", "{d=2024-W35-WE|Labor Day weekend} will be quiet." },
	{ "2024-07-14", "weekend of a Thursday",
	  "{d=2024-W48-WE|Thanksgiving weekend} will be quiet." },
	{ "2024-07-14", "after Thanksgiving", "{d=2024-11-29|Black Friday} sales may fall." },
	{ "2024-07-14", "election day", "On {d=2024-11-05|Election Day} lines will be long." },
	{ "2023-05-30", "Victoria Day", "{d=2023-05-22|Victoria Day} was sunny." },
	{ "2020-05-30", "Victoria Day on its first date", "{d=2020-05-18|Victoria Day} was sunny." },

	/* Vague references. */
	{ "2024-07-14", "now", "{d=PRESENT_REF|Currently} the post is vacant." },
	{ "2024-07-14", "recently", "He was {d=PAST_REF|recently} fired." },
	{ "2024-07-14", "future", "In {d=FUTURE_REF|the future}, floods will be rare." },

	/* Weekdays by tense. */
	{ "2024-03-14", "ahead by a present", "Voters see results on {d=2024-03-17|Sunday}." },
	{ "2024-03-14", "behind and ahead",
	  "The ban, announced {d=2024-03-13|Wednesday}, takes effect {d=2024-03-18|Monday}." },
	{ "2024-03-14", "clause of its own",
	  "She said {d=2024-03-08|Friday} that on {d=2024-03-11|Monday} the lake froze." },
	{ "2024-03-14", "possessive",
	  "{d=2024-03-13|Wednesday}'s ruling means the vote will go ahead." },
	{ "2024-03-14", "since a weekday", "Since {d=2024-03-11|Monday}, 14 people have been found." },
	{ "2024-03-14", "in a list",
	  "SCHEDULE: {d=2024-03-19|Tuesday}: lecture by the mayor, town hall." },
	{ "2024-03-14", "next weekday of next week",
	  "The results are due {d=2024-03-22|next Friday}." },
	{ "2024-03-14", "weekday week", "The march is {d=2024-03-22|Friday week}." },
	{ "2024-03-14", "weekday fortnight", "It reopens {d=2024-04-01|Monday fortnight}, she says." },
	{ "2024-03-14", "a week from a weekday",
	  "We will publish it {d=2024-03-26|a week from Tuesday}." },
	{ "2024-03-14", "weekday before last", "He left {d=2024-03-01|the Friday before last}." },
	{ "2024-03-14", "weekday last", "On {d=2024-03-09|Saturday last} the band played." },
	{ "2024-03-14", "weekdays' range",
	  "Roads are closed from {d=2024-03-15|Friday} to {d=2024-03-18|Monday}." },
	{ "2024-03-14", "weekdays' range behind",
	  "It rained from {d=2024-03-08|Friday} to {d=2024-03-11|Monday}." },
	{ "2024-03-14", "said that, no that weekday",
	  "OPEC said that {d=2024-03-11|Monday} was calm." },

	/* Weeks, months and years. */
	{ "2024-03-14", "week before last", "{d=2024-W09|The week before last} was wet." },
	{ "2024-03-14", "month after next", "{d=2024-05|The month after next} is free." },
	{ "2024-03-14", "year before last", "He left in {d=2022|the year before last}." },
	{ "2024-03-14", "a week ago", "The strike ended {d=2024-03-07|a week ago}." },
	{ "2024-03-14", "the past year", "In {u=P1Y|the past year} prices rose." },
	{ "2024-03-14", "the past decade", "In {u=P10Y|the past decade} prices rose." },
	{ "2024-03-14", "year earlier of a month",
	  "In {d=2024-02|February} sales rose from {d=2023-02|a year earlier}." },
	{ "2019-03-14", "a decade ago", "It was one in four {d=2009|a decade ago}." },
	{ "2019-03-14", "about a decade ago", "It was one in four {d=200|about a decade ago}." },
	{ "2024-07-14", "a year earlier, of a day",
	  "Cash was $6 at {d=2024-06-30|June 30}, down from $29 {d=2023-06-30|a year earlier}." },
	{ "2024-07-14", "a year earlier, of months that end",
	  "It made $6 in the months to {d=2024-06-30|June 30}, after $2 {d=2023|a year earlier}." },
	{ "2024-01-14", "a season told in winter", "They lost twice {d=2023/2024|this season}." },
	{ "2024-07-14", "a season told in summer", "They lost twice {d=2024|this season}." },
	{ "2024-03-14", "ordinal day", "On {d=2024-02-28|the 28th}, he resigned." },
	{ "2024-03-14", "ordinal day ahead", "It will open on {d=2024-03-21|the 21st}." },
	{ "2024-08-21", "day far ahead", "The bonds fall due on {d=2025-03-21|March 21}." },
	{ "2024-08-26", "season ahead", "The trains will run in {d=2025-SP|the spring}." },

	/* Ranges and codes. */
	{ "2024-03-14", "range over months",
	  "The tour ran from {d=2023-01-30|Jan. 30} to {d=2023-02-02|Feb. 2, 2023}." },
	{ "2024-03-14", "range over New Year",
	  "The ban ran from {d=2022-12-30|Dec. 30} to {d=2023-01-02|Jan. 2, 2023}." },
	{ "2024-03-14", "range, day first",
	  "It met from {d=2023-11-30|30 November} to {d=2023-12-12|12 December 2023}." },
	{ "2024-08-14", "half's code",
	  "Profit for {d=2024-H1|1H24} fell; {d=2024-H2|2H 2024} is unclear." },
	{ "2024-08-14", "half's code in front", "{d=2024-H1|H1 2024} sales were flat." },
	{ "2024-08-14", "half of a calendar year",
	  "It opens in {d=2025-H2|the second half of calendar 2025}." },
	{ "2024-03-14", "dotted order", "It was signed on {d=2024-03-05|05.03.2024}." },
	{ "2024-03-14", "log's order", "Seen on {d=2024-03-12|12/Mar/2024}." },

	/* Clock times. */
	{ "2024-03-14", "after tonight at",
	  "The debate is {t=2024-03-14TNI|tonight} at {t=2024-03-14T21:30|9:30 ET}." },
	{ "2024-03-14", "hour in words",
	  "The office opened at {t=2024-03-14T07:00|seven this morning}." },
	{ "2024-03-14", "minutes to in words",
	  "He landed at {t=2024-03-14T06:50|ten to seven this morning}." },
	{ "2024-03-14", "tomorrow morning",
	  "It opens at {t=2024-03-15T08:00|8 a.m. tomorrow morning}." },
	{ "2024-03-14", "day and time",
	  "It starts {t=2024-03-16T17:30|Saturday 5.30pm}, or {t=2024-03-15T10:00|tomorrow 10:00}." },
	{ "2024-03-14", "noon of a zone", "The embargo lifts at {t=2024-03-14T12:00|noon Eastern}." },
	{ "2024-03-14", "time of a story",
	  "A mill burned {d=2024-03-13|Wednesday}.\n\nCrews came at {t=2024-03-13T22:40|10:40 p.m.}" },
	{ "2024-03-14", "time ahead",
	  "A mill burned {d=2024-03-13|Wednesday}.\n\nDoors will open at "
	  "{t=2024-03-14T22:40|10:40 p.m.}" },
	{ "2024-03-14", "time of a heading",
	  "{d=2024-03-16|SATURDAY}\n\nTournament of clubs, {t=2024-03-16T15:00|3 p.m.}" },

	{ "2024-03-14", "night before",
	  "On {d=2024-03-04|March 4} he left; {t=2024-03-03TNI|the night before}, he sang." },
	{ "2024-03-14", "some day",
	  "{d=FUTURE_REF|Some day} he sang; it may {d=FUTURE_REF|one day} return." },

	{ "2024-07-16", "this weekend, past, from Monday to Thursday",
	  "They met {d=2024-W28-WE|this weekend}." },
	{ "2024-07-18", "this weekend of a Thursday", "They met {d=2024-W28-WE|this weekend}." },
	{ "2024-07-19", "this weekend of a Friday", "They met {d=2024-W29-WE|this weekend}." },
	{ "2024-07-16", "this weekend, ahead", "They will meet {d=2024-W29-WE|this weekend}." },
	{ "2019-03-15", "a weekday said again",
	  "{d=2019-03-14|YESTERDAY} ({d=2019-03-14|Thursday}): low 12." },
	{ "2019-03-15", "another in brackets",
	  "{d=2019-03-14|YESTERDAY} ({d=2019-03-18|Monday}): low 12." },
	{ "2024-07-18", "what is awaited", "He will be fit for {d=2024-07-20|Saturday}'s match." },
	{ "2024-07-18", "what was", "The court will hear {d=2024-07-13|Saturday}\xE2\x80\x99s plea." },
	{ "2008-09-05", "days of a list run forward",
	  "{d=2008-09-11|THURSDAY}\nFinals: Nettle\n{d=2008-09-12|FRIDAY}\nNothing" },
	{ "2008-09-05", "days of prose do not",
	  "Nettle met on {d=2008-09-04|Thursday}\nand on {d=2008-09-05|Friday} nothing" },

	/* Weekdays by tense, told of a Thursday. */
	{ "2024-03-14", "aside behind the day",
	  "On {d=2024-03-11|Monday} the kiosk, which belongs to his aunt, shut for good." },
	{ "2024-03-14", "has in an aside",
	  "On {d=2024-03-11|Monday} the singer, who has three sons, collapsed." },
	{ "2024-03-14", "votes to a number",
	  "The plan was thrown out by nine votes to eight on {d=2024-03-12|Tuesday}." },
	{ "2024-03-14", "should have been",
	  "{d=2024-03-12|Tuesday} should have been the opening day." },
	{ "2024-03-14", "it took",
	  "The bus took {u=PT1H|an hour} to get to the hotel on {d=2024-03-09|Saturday}." },
	{ "2024-03-14", "it took until", "It took until {d=2024-03-12|Tuesday} to find the leak." },
	{ "2024-03-14", "until, of a past",
	  "Until {d=2024-03-12|Tuesday}, nobody had called him a suspect." },
	{ "2024-03-14", "until, ahead", "The road was shut until {d=2024-03-19|Tuesday}." },
	{ "2024-03-14", "perfect, by", "The army has called all boats in by {d=2024-03-16|Saturday}." },
	{ "2024-03-14", "from", "Fares rise from {d=2024-03-18|Monday}." },
	{ "2024-03-14", "from, of a past", "Trains ran again from {d=2024-03-11|Monday}." },
	{ "2024-03-14", "could", "Snow could fall on {d=2024-03-17|Sunday}." },
	{ "2024-03-14", "could not", "His wife could not be reached on {d=2024-03-10|Sunday}." },
	{ "2024-03-14", "two closed", "Both banks are also closed on {d=2024-03-18|Monday}." },
	{ "2024-03-14", "clause after a past",
	  "Shares rose before the holidays that begin on {d=2024-03-17|Sunday}." },
	{ "2024-03-14", "time in a list", "{t=2024-03-16T14:00|Sat 14:00}: Ajax v Lyon" },
	{ "2024-03-14", "participle", "Two walls have fallen, the first on {d=2024-03-11|Monday}." },

	/* Months and seasons at the borders of a year. */
	{ "2024-03-25", "before a month just over",
	  "Exports are not expected before {d=2025-01|January}." },
	{ "2024-03-25", "will, of the month before", "{d=2024-02|February}'s prices will be revised." },
	{ "2024-12-21", "promised in", "The mayor, who promised in {d=2024-05|May} to act, resigned." },
	{ "2024-01-05", "December, from January", "He quit in {d=2023-12|December}." },
	{ "2024-11-30", "January, from November", "The trial is set for {d=2025-01|January}." },
	{ "2024-01-10", "winter before this one", "{d=2022-WI|Last winter} was mild." },
	{ "2024-03-14", "winter just over",
	  "{d=2023-WI|This winter} was mild, as {d=2023-SU|last summer} was wet." },
	{ "2024-12-20", "coming spring", "It opens in {d=2025-SP|the coming spring}." },

	{ "1937-07-18", "an old dateline", "Kuala Lumpur, {d=1937-07-17|Saturday}.\n\nHe won." },
	{ "1937-07-19", "an old dateline before text",
	  "Kuala Lumpur, {d=1937-07-17|Saturday}.\xE2\x80\x94" "The results of the second day." },
	{ "1937-07-18", "a line of a list", "Yoga by the lake, {d=1937-07-24|Saturday}." },

	/* Times of habit have no day. */
	{ "2024-03-14", "all night", "The bell is to be silenced from {t=T22:00|10 p.m.} to "
	  "{t=T06:00|6 a.m.}" },
	{ "2024-03-14", "all of a night that is over",
	  "The bell rang from {t=2024-03-14T22:00|10 p.m.} to {t=2024-03-15T06:00|6 a.m.}" },
	{ "2024-03-14", "all of a night that is named", "The bell will be silent from "
	  "{t=2024-03-15T22:00|10 p.m. Friday} to {t=2024-03-16T06:00|6 a.m.}" },
	{ "2024-03-14", "daily",
	  "Doors open {s=P1D|daily} from {t=T10:00|10 a.m.} to {t=T18:00|6 p.m.}" },
	{ "2024-03-14", "daily, an adjective",
	  "The {s=P1D|daily} paper's door was forced at {t=2024-03-14T03:00|3 a.m.}" },
	{ "2024-03-14", "weekday's plural and time",
	  "She works {s=XXXX-WXX-2|Tuesdays} from {t=T10:00|10 a.m.}" },
	{ "2024-03-14", "every morning", "They run {s=P1D|every morning} at {t=T05:45|5:45}." },

	{ "2024-03-14", "daily, behind", "It opens at {t=T10:00|10 a.m.} {s=P1D|daily}." },
	{ "2024-03-14", "plural of a weekday behind",
	  "He is in by {t=T07:00|7 a.m.} on {s=XXXX-WXX-1|Mondays}." },
	{ "2024-03-14", "days that are none",
	  "{d=2024-03-16|Two days later}, at {t=2024-03-16T07:00|7 a.m.}, he left." },
	{ "2024-03-14", "every one",
	  "Every judge had left by {t=2024-03-14T17:00|5 p.m.}" },
	{ "2024-03-14", "weekdays", "Call on weekdays from {t=T09:00|9 a.m.}" },
	{ "2024-03-14", "another sentence",
	  "It opens {s=P1D|daily}. He came at {t=2024-03-14T07:00|7 a.m.}" },
	{ "2024-03-14", "usually", "The train usually leaves at {t=T23:40|11:40 p.m.}" },
	{ "2024-03-14", "a shop's hours",
	  "The shop opens at {t=T06:00|6 a.m.} and shuts at {t=T12:00|noon}." },
	{ "2024-03-14", "polls are no shop", "Polls open at {t=2024-03-14T07:00|7 a.m.}" },
	{ "2024-03-14", "will open", "The shop will open at {t=2024-03-14T07:00|7 a.m.}" },
	{ "2024-03-14", "opened", "The shop opened at {t=2024-03-14T07:00|7 a.m.}" },
	{ "2024-03-14", "a present's range",
	  "The law bans drums from {t=T23:00|11 p.m.} to {t=T07:00|7 a.m.}" },
	{ "2024-03-14", "a past's range",
	  "Drums beat from {t=2024-03-14T09:00|9 a.m.} to {t=2024-03-14T10:00|10 a.m.}" },
	{ "2024-03-14", "office hours", "Papers lie open in office hours, to {t=T17:00|5 p.m.}" },
	{ "2024-03-14", "working days", "Bids are taken on working days until {t=T15:00|3 p.m.}" },
	{ "2024-03-14", "whom to call", "Call Ines Roy before {t=T16:00|4 p.m.}" },
	{ "2024-03-14", "who was called", "They call him at {t=2024-03-14T16:00|4 p.m.}" },
	{ "2024-03-14", "a shift", "She pushes carts on the {t=T03:00|3 a.m.} shift." },
	{ "2024-03-14", "a line of a list",
	  "Yoga, {s=P1D|daily}\nTalk by the mayor, {t=2024-03-14T19:00|7 p.m.}" },

	/* A day behind the time. */
	{ "2024-03-14", "both ends of a range",
	  "It runs from {t=2024-03-15T18:00|6 p.m.} until {t=2024-03-15T19:00|7 p.m. on Friday}." },
	{ "2024-03-14", "two zones",
	  "The bout starts at {t=2024-03-15T20:00|8 p.m. EST} / {t=2024-03-15T17:00|5 p.m. PST on "
	  "Friday}." },
	{ "2024-03-14", "two zones, the day outside",
	  "It struck at {t=2024-03-13T18:04|18:04 local time} ({t=2024-03-13T22:04|22:04 GMT}) on "
	  "{d=2024-03-13|Wednesday}." },
	{ "2024-03-14", "of another tense",
	  "He was held at {t=2024-03-14T03:00|3 a.m.} and will be tried at "
	  "{t=2024-03-15T09:00|9 a.m. Friday}." },
	{ "2024-03-14", "over a line's end",
	  "It may snow after {t=2024-03-14T23:00|11 p.m.}\n{d=2024-03-16|SATURDAY}: High 44." },
	{ "2024-03-14", "an end before its beginning",
	  "It rained from {t=2024-03-11T22:00|10 p.m. Monday} to {t=2024-03-12T02:00|2 a.m.}" },

	/* The day of a time. */
	{ "2024-03-14", "polls of a day ahead",
	  "Voters choose a mayor on {d=2024-03-17|Sunday}.\n\nPolls will open at "
	  "{t=2024-03-17T07:00|7 a.m.}" },
	{ "2024-03-14", "log",
	  "{d=2024-03-11|Monday, March 11}\n\n{t=2024-03-11T06:12|6:12 a.m.}: A deer was hit. The "
	  "driver is due in court on {d=2024-03-20|March 20}.\n\n{t=2024-03-11T14:45|2:45 p.m.}: "
	  "A caller heard shots." },
	{ "2024-03-14", "live report",
	  "{t=2024-03-14T18:40|18:40} The first train is due on {d=2024-03-18|Monday}.\n\n"
	  "{t=2024-03-14T17:55|17:55} The band will play on." },
	{ "2024-03-14", "time above a date of its own line",
	  "Ajax v Lyon, {t=2024-03-14T17:00|17:00}\n{d=2024-03-17|Sunday, March 17}\nRoma v Porto, "
	  "{t=2024-03-17T21:00|21:00}" },
	{ "2024-03-14", "midnight ends a day",
	  "Bids close at {t=2024-03-15T24:00|midnight on March 15}." },
	{ "2024-03-14", "after midnight", "It began after {t=2024-03-12T00:00|midnight on Tuesday}." },
	{ "2024-03-14", "midnight behind", "The song was released at {t=2024-03-14T00:00|midnight}." },
	{ "2024-03-14", "o'clock after noon", "At {t=2024-03-14T13:00|one o'clock} the price fell." },
	{ "2024-03-14", "o'clock of a morning",
	  "They came at {t=2024-03-14T05:00|five o'clock} that first morning." },
	{ "2024-03-14", "hours of a list of twelve",
	  "Men's tennis, Hill Court, {t=2024-03-14T13:30|1:30}. Cookies {t=2024-03-14T15:45|3:45}." },
	{ "2024-03-14", "hours of a list of twenty-four",
	  "First ferry {t=2024-03-14T05:10|5:10}, last ferry {t=2024-03-14T21:40|21:40}." },
	{ "2024-03-14", "an hour of the morning",
	  "Sunrise was at {t=2024-03-14T05:40|5:40}, by the almanac." },
	{ "2024-03-14", "what doors open at", "At the Mill. Doors {t=2024-03-14T20:30|8:30}." },
	{ "2024-03-14", "what is told indoors", "Swimming indoors {t=2024-03-14T08:30|8:30}." },
	{ "2024-03-14", "sunset", "Sunset {t=2024-03-14T18:05|6:05}. New moon." },
	{ "2024-03-14", "past the midnight of a day told",
	  "The game on {d=2024-03-12|Tuesday} ended at {t=2024-03-13T00:10|ten past midnight}." },
	{ "2024-03-14", "until after midnight",
	  "On {d=2024-03-12|Tuesday} they sang until {t=2024-03-13T01:00|1 a.m.}" },
	{ "2024-03-14", "not past the evening of a day told",
	  "On {d=2024-03-12|Tuesday} they sang until {t=2024-03-12T21:00|9 p.m.}" },
	{ "2024-03-14", "how a day begins",
	  "The walkout of {d=2024-03-12|Tuesday} began at {t=2024-03-12T00:01|one minute past "
	  "midnight}." },
	{ "2024-03-14", "the end of a year that is over",
	  "The flu peaked by {d=2023|the end of the year}." },
	{ "2024-03-14", "until the end of a year",
	  "The court barred drums until {d=2024|the end of the year}." },
	{ "2024-03-14", "the end of a year that is not",
	  "The flu will be over by {d=2024|the end of the year}." },
	{ "2024-03-14", "hour on a weekday's part",
	  "Rain came at {t=2024-03-08T16:00|four on Friday afternoon}." },
	{ "2024-03-14", "dotted time",
	  "Home games: Ajax, {t=2024-03-17T16:30|Sunday 17 March, 16.30}; Roma away." },
	{ "2024-03-14", "past hour", "In {u=PT1H|the past hour} it thawed." },

	/* Years that a sentence or a preposition tells. */
	{ "2016-05-18", "the next year's own day",
	  "{d=2017|Next year}'s show is on {d=2017-05-13|May 13} and {d=2017-05-14|14}." },
	{ "2016-05-18", "the year that begins a sentence",
	  "In {d=1977|1977} it froze on {d=1977-12-04|December 4}." },
	{ "2016-05-18", "a year told on the way",
	  "A firm founded in {d=1977|1977} will close on {d=2016-06-04|June 4}." },
	{ "2016-05-18", "a year of another sentence",
	  "In {d=1977|1977} it froze. It thawed on {d=2016-05-04|May 4}." },
	{ "2012-08-02", "last, of the month just over", "It rained {d=2011-07|last July}." },
	{ "2012-08-02", "last, of an earlier month", "It rained {d=2012-05|last May}." },
	{ "2012-08-02", "next, of the coming month", "It will come {d=2013-09|next September}." },
	{ "2012-07-04", "wanted by a month",
	  "Both wanted the rate at one per cent by {d=2012-12|December}." },
	{ "2012-07-04", "done in a month", "Both lowered the rate in {d=2011-12|December}." },
	{ "2012-07-04", "a heading", "COURT ON DOWRY IN {d=2012-10|OCTOBER}" },

	/* What is counted from a day, and what is like a period. */
	{ "2024-04-22", "weeks ahead", "It considers that {d=2024-05-06|two weeks from now}." },
	{ "2024-04-22", "weeks behind a day",
	  "He fell on {d=2024-03-12|March 12}. {d=2024-04-02|Three weeks later} he rose." },
	{ "2024-04-22", "the week before a day",
	  "He fell on {d=2024-03-12|March 12}. He was well {d=2024-W10|the week before}." },
	{ "2024-04-22", "the same period of a half",
	  "Profit rose in {d=2024-H1|the first half of 2024} from {d=2023-H1|the same period of "
	  "2023}." },
	{ "2024-04-22", "the same month of a year",
	  "Sales rose in {d=2024-03|March} from {d=2022-03|the same month in 2022}." },
	{ "2023-12-18", "a quarter to come", "The rest will be considered in {d=2024-Q1|the first "
	  "quarter}." },
	{ "2023-12-18", "a quarter that is expected to have been bad",
	  "The firm expects a loss for {d=2023-Q3|the third quarter}." },
	{ "2023-02-18", "school years, in spring",
	  "Fees rose {d=2022/2023|this school year} and will rise {d=2023/2024|next school year}." },

	/* Days of the month told, and holidays by tense. */
	{ "2021-09-13", "of the month told",
	  "They slept there from {d=2021-07-12|12} to {d=2021-07-15|15 July}. On {d=2021-07-16|the "
	  "16th} it rained." },
	{ "2021-09-13", "of no month told", "On {d=2021-08-16|the 16th} it rained." },
	{ "2020-11-12", "a weekday's day of the month told",
	  "{d=2020-11-19|Thursday 19th November}: songs.\n{d=2020-11-20|Friday 20th}: a funeral." },
	{ "2014-05-20", "a holiday ahead", "It will be in every house by {d=2014-12-25|Christmas}." },
	{ "2014-05-20", "a holiday that is over", "It was lost on {d=2013-12-25|Christmas Day}." },
	{ "2014-11-20", "a holiday at hand", "They spoke of {d=2014-12-25|Christmas}." },

	{ "2024-10-28", "from a night to a morning",
	  "Pumps run from {t=2024-10-28TEV|dusk} until {t=2024-10-29TMO|dawn}." },
	{ "2024-07-14", "millennia", "It fell {d=1|a millennium ago}, not {d=0|two millennia ago}." },
	{ "2024-07-14", "fractions",
	  "He needs {u=P1.3D|1.3 days}; or {u=PT2H30M|2.5 hours}; or {u=P0.00001D|0.00001 days}." },
	{ "2024-07-14", "numbers in words",
	  "It took {u=P2W|a couple of weeks}, then {u=P12Y|a dozen years}, "
	  "then {u=P24Y|two dozen years}, then {u=P2000Y|two thousand years}." },
	{ "2024-07-14", "numbers in figures",
	  "It took {u=P1500Y|1,500 years}, then {u=PT2H30M|2 1/2 hours}, "
	  "then {u=P2Y6M|2\xC2\xBD years}." },
	{ "2024-07-14", "the first of two numbers",
	  "It took {u=PT10M|ten or twelve minutes}, then {u=PT10M|ten-fifteen minutes}." },
	{ "2024-07-14", "ordinals in words",
	  "On {d=2024-07-21|the twenty-first of July} he left; "
	  "on {d=2024-07-21|July twenty-first} she did." },
	{ "2024-07-14", "centuries before Christ", "It fell in {d=BC04|the 5th century BC}." },
	{ "2024-07-14", "the times of races",
	  "He won in {u=PT2H7M5S|2:07:05} and she in {u=PT3H0M7S|3:00:07}." },
	{ "2024-07-14", "sizes of what is later than a clock time",
	  "At {t=2024-07-12T12:00|noon on Friday} it broke. "
	  "{t=2024-07-12T14:00|Two hours later} he left. "
	  "{t=2024-07-12T14:00|Thirty seconds later}, she did. "
	  "{t=2024-07-12T13:00|An hour earlier} it rained." },
	{ "2024-07-14", "halves of years", "He came {d=2022|two and a half years ago}." },
	{ "2024-07-14", "fortnights and centuries",
	  "He left {d=2024-W26|a fortnight ago}. It began {d=19|a century ago}." },
	{ "2024-07-14", "a moon's year",
	  "{d=2023-01-22|Lunar New Year 2023} was cold." },
	{ "2024-06-10", "a season that begins this month",
	  "{d=2024-SU|The coming summer} will be hot." },
	{ "2024-07-14", "weeks of days",
	  "{d=2024-W18|The week of May 3}, {d=2024-W28|the week of Monday} and "
	  "{d=2024-W28|the week of yesterday} were wet." },
	{ "2024-07-14", "every other weekday", "He met her {s=P2W|every other Tuesday}." },
	{ "2024-07-14", "counted units",
	  "In {d=2023-12|the last month of 2023}, {d=2024-W01|the first week of 2024}, "
	  "{d=2022-03|the third month of 2022} and {d=2022-W52|the last week of 2022}." },
	{ "2024-03-14", "the same quarter a year ago",
	  "In {d=2023-Q3|the third quarter} it fell from {d=2022-Q3|the same quarter a year ago}." },
	{ "2024-08-14", "last is not the month just over",
	  "It was hot {d=2023-07|last July}, not {d=2024-06|last June}. "
	  "He left {d=2024-07-05|last July 5}." },
	{ "2024-08-14", "next is not the month that comes",
	  "It will be hot {d=2025-09|next September}. He comes {d=2024-09-03|next September 3}." },
	{ "2024-03-14", "as far as a tense is misread",
	  "He left on {d=2024-06-07|June 7}. He left on {d=2023-06-08|June 8}." },
	{ "2024-03-14", "as far back as a tense is misread",
	  "He will leave on {d=2023-12-20|December 20}. He will leave on {d=2024-12-19|December 19}." },
	{ "2024-07-14", "a range over two years",
	  "It ran from {d=2022-12-30|Dec. 30} to {d=2023-01-02|Jan. 2, 2023}, and "
	  "from {d=2021-12-30|Dec. 30, 2021} to {d=2023-01-02|Jan. 2, 2023}." },
	{ "2024-07-14", "months without a 31st", "He left on {d=2024-05-31|Friday the 31st}." },
	{ "2024-07-14", "summer time of other years",
	  "On {t=1995-03-20T16:00|March 20, 1995, 4 p.m. EST} it closed." },
	{ "2024-10-28", "the turn of a century", "He moved at {d=2000|the turn of the century}." },
	{ "2024-10-28", "an entry is no habit",
	  "{t=2024-10-28T08:25|8.25am}: Trams are running normally." },

	/* Holidays. */
	{ "2024-02-14", "Lunar New Year", "Shops shut for {d=2024-02-10|Lunar New Year}." },

	{ "2024-03-15", "a weekday in brackets",
	  "{d=2024-03-14|YESTERDAY} ({d=2024-03-14|Thursday}): low 12." },
	{ "2024-03-15", "another weekday in brackets",
	  "{d=2024-03-14|Yesterday} ({d=2024-03-12|Tuesday} was dry) it rained." },
	{ "2024-10-28", "a holiday of the half told",
	  "We close in {d=2025-H2|the second half of 2025}, before {d=2025-09-01|Labor Day}." },
	{ "2022-10-28", "a year before, after a decade",
	  "As in {d=199|the 1990s}, bills are treble their level of {d=2021|a year before}." },

	/* What the ends of a range share. */
	{ "2010-06-08", "the year of its end",
	  "He sat from {d=1936-01-12|January 12} to {d=1936-01-16|January 16, 1936}." },
	{ "2010-06-08", "the year before that of its end",
	  "He sat from {d=1935-11|November} to {d=1936-01|early January 1936}." },
	{ "2023-08-01", "the nearer of two years",
	  "It rained from {d=2023-01-01|1 January} to {d=2023-06-30|30 June}." },
	{ "2012-04-30", "the end after the beginning",
	  "The dry season lasts from {d=2012-05|May} to {d=2012-11|November}." },
	{ "2023-10-01", "over the year's end",
	  "The ban runs from {d=2023-11-30|Nov. 30} to {d=2024-03-02|March 2}." },
	{ "2024-03-14", "weekdays",
	  "It is shut from {t=2024-03-15T21:00|9 p.m. Friday} to {t=2024-03-17T06:00|6 a.m. Sunday}." },

	/* A weekday tells that a year of the story is meant. */
	{ "2025-06-08", "year told",
	  "The flood of {d=2024|2024} began on {d=2024-03-13|Wednesday, March 13}." },
	{ "2025-06-08", "year told, day first",
	  "He left on {d=2024-03-12|Tuesday 12 March 2024}. He was seen on "
	  "{d=2024-03-14|Thursday 14 March}." },
	{ "2025-06-08", "year told, that does not fit",
	  "In {d=2023|2023} it rained. He left on {d=2025-03-12|Thursday, March 12}." },
	{ "2025-06-08", "year told, and the likeliest fits",
	  "In {d=2014|2014} it rained. He left on {d=2025-03-12|Wednesday, March 12}." },
	{ "2025-06-08", "year told, no weekday",
	  "In {d=2024|2024} it rained. He left on {d=2025-03-13|March 13}." },

	/* What goes on from the story, and what from the article's day. */
	{ "2025-07-14", "the following month",
	  "In {d=2012-05|May 2012} he left. {d=2012-06|The following June} he died." },
	{ "2025-07-14", "the following season",
	  "In {d=2012-05|May 2012} he left. {d=2012-SU|The following summer} was hot." },
	{ "2025-07-14", "the previous month, the next season",
	  "In {d=2012-05|May 2012} he left. {d=2012-03|The previous March} he sang; "
	  "{d=2012-WI|the next winter} he slept." },
	{ "2025-07-14", "the following holiday",
	  "In {d=2012-05|May 2012} he left. {d=2012-12-25|The following Christmas} was cold." },
	{ "2025-07-14", "after a year",
	  "He left in {d=2012|2012}. {d=2013-06|The following June} he died." },
	{ "2025-07-14", "before a year",
	  "He left in {d=2012|2012}. {d=2011-SU|The previous summer} was wet." },
	{ "2025-07-14", "the season told of",
	  "He left in {d=2012|2012}. {d=2012-WI|That winter} was cold." },
	{ "2025-07-14", "the month told of, over a year's end",
	  "He fell on {d=2021-11-30|Nov. 30, 2021}. {d=2022-01|That January} he rose." },
	{ "2025-07-14", "the following quarter",
	  "Sales fell in {d=2024-Q2|the second quarter of 2024} and rose in "
	  "{d=2024-Q3|the following quarter}." },
	{ "2025-07-14", "weekdays of the story",
	  "He fell on {d=2021-11-30|Nov. 30, 2021}. {d=2021-11-23|The previous Tuesday} he sang; "
	  "{d=2021-11-26|that Friday} he ran; {d=2021-11-29|the following Monday} he slept." },
	{ "2025-07-14", "a weekday after no day",
	  "In {d=2012-05|May 2012} he left. {d=XXXX-WXX-5|The following Friday} he died." },
	{ "2025-07-14", "a day over a year told by the way",
	  "She fell on {d=2024-03-12|March 12, 2024}. The lift, of {d=2019|2019}, stood still. "
	  "{d=2024-03-13|The next day} she died." },
	{ "2025-07-14", "last and next are of the article's day",
	  "In {d=2012-05|May 2012} he left. {d=2025-05|Last May} he died; "
	  "{d=2025-SU|this summer} was hot; {d=2026-04-05|next Easter} is late." },
};

/* History: a date relates to those told before it. */
static const struct {
	const char *label, *marked;
} told[] = {
	{ "month of the year told", "In {d=1941|1941} they met. In {d=1941-06|June} they parted." },
	{ "day of the year told",
	  "On {d=1941-06-22|22 June 1941} it began. On {d=1941-07-03|3 July} he spoke." },
	{ "over the year",
	  "In {d=1941-12|December 1941} it snowed. In {d=1942-02|February} it thawed." },
	{ "the following year", "In {d=1941|1941} they met. {d=1942|The following year} they parted." },
	{ "two days later",
	  "On {d=1941-06-22|22 June 1941} it began. {d=1941-06-24|Two days later} he fled." },
};

/* Without a reference date what is relative has no value. */
static const struct {
	const char *label, *marked;
} undated[] = {
	{ "weekday", "He left {d=|Tuesday} and came back {d=|yesterday}." },
	{ "month", "He left in {d=|March}." },
	{ "this year", "He left {d=|this year}, {d=|three weeks ago}." },
	{ "full date", "He left on {d=2024-07-12|July 12, 2024}." },
	{ "year", "He left in {d=1998|1998}." },
	{ "duration", "He left for {u=P3W|three weeks}." },
	{ "figures beyond an int", "It took {u=P99999999999D|99999999999 days}." },
	{ "figures beyond a value",
	  "It took {u=PXD|11111111111111111111111111111 days} or "
	  "{u=PTXM|1111111111111111111111111111 minutes}." },
	{ "counted weekday",
	  "He left on {d=|the first Monday of June}, not in {d=2023-06|June 2023}." },
};

START_TEST(resolves) {
	check_marked_on(rows[_i].date, rows[_i].label, rows[_i].marked);
}
END_TEST

START_TEST(resolves_told) {
	ww_options options = { .date = "2024-07-14", .narrative = true };
	check_marked_with(&options, WW_WHEN, told[_i].label, told[_i].marked);
}
END_TEST

START_TEST(resolves_undated) {
	check_marked(undated[_i].label, undated[_i].marked);
}
END_TEST

int main(void) {
	Suite *suite = suite_create("date_value");
	TCase *tc = tcase_create("values");
	suite_add_tcase(suite, tc);
	tcase_add_loop_test(tc, resolves, 0, COUNT(rows));
	tcase_add_loop_test(tc, resolves_told, 0, COUNT(told));
	tcase_add_loop_test(tc, resolves_undated, 0, COUNT(undated));

	test_engine();
	return run_suite(suite);
}
