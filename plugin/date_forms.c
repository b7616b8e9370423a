#include "date_forms.h"

#include <stddef.h>

/* Shared parts; one may use those above it.  {MON_}, {WD_} and the like that
 * end in _ name nothing. */
const ww_form_part ww_date_parts[] = {
	{ "MON_", false, "(?>(?:j(?:an(?:uary|\\.)?|u(?:ne|ly|[nl]\\.?))|feb(?:ruary|\\.)?|"
	  "ma(?:r(?:ch|\\.)?|y)|"
	          "a(?:pr(?:il|\\.)?|ug(?:ust|\\.)?)|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|"
	          "nov(?:ember|\\.)?|dec(?:ember|\\.)?)(?![a-z]))" },
	{ "MON", false, "(?<mon>{MON_})" },
	{ "WD_", false, "(?>(?:mon|t(?:ues?|hur?s?)|wed(?:nes|s)?|fri|s(?:at(?:ur)?|un))(?:day|"
	  "\\.)?(?![a-z]))" },
	{ "WD", false, "(?<wd>{WD_})" },
	{ "WDS", false, "(?<wd>(?:mon|tues|wednes|thurs|fri|satur|sun)days)" },
	{ "WDFULL", false, "(?<wd>(?:mon|tues|wednes|thurs|fri|satur|sun)day(?![a-z]))" },
	{ "DAY_", false, "(?>(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?![0-9A-Za-z%]|[.,:]\\d))" },
	{ "DAY", false, "(?<day>{DAY_})" },
	{ "ORDDAY", false, "(?<day>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|"
	  "tenth|eleventh|"
	            "twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|"
	            "nineteenth|twentieth|twenty-(?:first|second|third|fourth|fifth|sixth|seventh|"
	            "eighth|ninth)|thirtieth|thirty-first)" },
	{ "YEAR_", false, "(?>(?:1\\d|20)\\d\\d(?![0-9A-Za-z%]|[.,]\\d))" },
	{ "YEAR", false, "(?<year>{YEAR_})" },
	{ "YY", false, "(?<year>['\\x{60}]\\d\\d|\\xE2\\x80[\\x98\\x99]\\d\\d)(?![0-9A-Za-z])" },
	{ "NW_", false, "(?>one|t(?:wo|hree|en|w(?:elve|enty)|h(?:irt(?:een|y)|ousand))|"
	  "f(?:our(?:teen)?|i(?:ve|ft(?:een|y))|"
	         "orty)|s(?:ix|even)(?:teen|ty)?|e(?:ight(?:een|y)?|leven)|nine(?:teen|ty)?|"
	         "hundred|"
	         "million|billion|dozen)" },
	{ "YEARWORDS", false, "(?<yearwords>(?:eighteen|nineteen|twenty)[ -](?:hundred|oh|ten|"
	  "eleven|twelve|"
	               "(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|"
	               "eigh|"
	               "nine)ty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|"
	               "two thousand(?:(?: and)? (?:one|two|three|four|five|six|seven|eight|nine|"
	               "ten|"
	               "eleven|twelve))?)" },
	{ "NUM_", false, "(?>\\d+(?:,\\d\\d\\d)*(?:\\.\\d+)?(?:[ -](?:1/2|\\xC2\\xBD)|\\xC2\\xBD)?"
	          "(?: (?:million|billion|thousand|hundred))?|(?:an? (?=hundred|thousand|million|"
	          "dozen))?{NW_}(?:(?: and)?[ -]{NW_})*"
	          "(?: and a half| and half)?)" },
	{ "NUM", false, "(?<n>{NUM_}(?:(?: to | or |-|\\xE2\\x80\\x93){NUM_})?)" },
	{ "N", false, "(?<n>{NUM_}(?:(?: to | or |-|\\xE2\\x80\\x93){NUM_})?|an? couple(?: of)?|"
	  "an? additional|"
	       "half an?|an? half|an?)" },
	{ "VAGUE", false, "(?<n>several|an? few|few|some|many|a number of|dozens of|hundreds of|"
	  "thousands of|"
	           "a good many|a great many|couple of|countless)" },
	{ "UNIT", false, "(?<unit>(?>second|m(?:in(?:ute)?|onth|illennium)|h(?:ou)?r|d(?:ay|"
	  "ecade)|night|w(?:eek(?:end)?|k)|"
	          "fortnight|quarter|y(?:ea)?r|century)(?![a-z]))" },
	{ "UNITS", false, "(?<unit>(?>(?<!\\ba )seconds?|m(?:inutes?|onths?|illenni(?:um|a)|"
	  "ins?\\b\\.?)|h(?:ours?|rs?\\b\\.?)|"
	           "d(?:ay|ecade)s?|nights?|w(?:eek(?:end)?s?|ks?\\b\\.?)|fortnights?|(?<!\\ba )"
	           "quarters?|"
	           "y(?:ears?|rs?\\b\\.?)|centur(?:y|ies))(?![a-z]))" },
	{ "ABOUT", false, "(?:(?:about|around|nearly|almost|over|more than|less than|fewer than|"
	  "at least|"
	           "approximately|roughly|some|just over|just under|up to|at most|as many as|"
	           "no more than|well over|close to|under|no less than|the(?! (?:past|last))|"
	           "another|"
	           "all|an estimated|a mere) )" },
	{ "EDGE", false, "(?<edge>(?:very )?(?:early|late|later|earlier)(?: in| on)?(?: the)? |"
	  "mid[- ]?|"
	          "(?:the )?(?:very )?(?:end|start|beginning|middle) of (?:the )?|"
	          "the (?:very )?(?:close|turn|latter part|early part|"
	          "rest|remainder) of (?:the )?)" },
	{ "YREL", false, "(?<yrel>(?:of )?(?:last|this|next|that|the same|the previous|the "
	  "following|the "
	          "current|the past|the next|of the) year)" },
	{ "PART_", false, "(?:morning|afternoon|evening|night|lunchtime)s?(?![a-z])" },
	{ "PART", false, "(?<part>(?:early |late |mid[- ]?)?(?:morning|afternoon|evening|night|"
	  "lunchtime)(?![a-z]))" },
	{ "ZONE_", false, "(?:(?-i:GMT|UTC|BST|[ECMP][SD]T|ET|CT|MT|PT|CEST|CET|EET|IST|JST|"
	         "HKT|SGT|AEST|AEDT|AKST|AKDT|HST|WAT|EAT|SAST)(?![A-Za-z])|local time|(?:eastern|"
	         "central|mountain|pacific)(?: (?:standard|daylight|european))?(?: time)?)" },
	{ "ZONE", false, "(?:,? (?:\\((?<zone>{ZONE_})\\)|(?<zone>{ZONE_})))" },
	{ "AMPM", false, "(?<ampm>[ap](?:\\.m\\.?|m)(?![A-Za-z]))" },
	{ "CLOCK", false, "(?:(?<hh>2[0-3]|[01]?\\d)(?:[:.](?<mm>[0-5]\\d)(?:[:.](?<ss>[0-5]\\d)"
	  ")?)? ?-?{AMPM}|"
	           "(?!\\d:\\d\\d:\\d)(?<hh>2[0-3]|[01]?\\d):(?<mm>[0-5]\\d)(?::(?<ss>[0-5]\\d))?"
	           "(?!\\d|[:.]\\d)"
	           "(?: ?(?:hours|hrs)(?![a-z]))?|"
	           "(?<hh>2[0-3]|[01]\\d)(?<mm>[0-5]\\d)(?= ?(?:GMT|UTC|hours|hrs))(?: ?(?:hours|"
	           "hrs)(?![a-z]))?|"
	           "(?<hh>\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) "
	           "o(?:'|\\xE2\\x80\\x99)clock|(?<hh>(?:12 )?(?:noon|midnight)))" },
	/* "Sunday, 16.30", but not "Sunday, 16.30 metres" */
	{ "DOTTED", false, "(?<hh>2[0-3]|[01]?\\d)\\.(?<mm>[0-5][05])(?=[;,)\\n]|\\.(?!\\d)|$)" },
	{ "HOUR_", false, "(?:1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|"
	  "eleven|twelve)" },
	{ "HOURS", false, "(?<hh>{HOUR_})(?:[:.](?<mm>[0-5]\\d))?" },
	{ "PASTHOUR", false, "(?:{HOURS} ?{AMPM}|(?<hh>{HOUR_}) o(?:'|\\xE2\\x80\\x99)clock|"
	  "(?<hh>(?:12 )?(?:noon|midnight))|"
	              "(?<hh>{HOUR_})(?=[.,;:)\\n\"]|$| (?:in the|on|when|as|and|before|after|at|"
	              "this|that|local|GMT)\\b)(?![.,:]\\d))"
	              "(?: in the (?<part>morning|afternoon|evening)| (?<part>at night))?" },
	{ "THEN", false, "(?![.:,]\\d)(?=[.,;:)\\n\"]|$| (?:on|in|for|to|when|as|and|before|"
	  "after|at|with|from|until|local|E[SD]?T|GMT)\\b)" },
	{ "AT", false, "(?:(?<=\\bat )|(?<=\\bAt )|(?<=\\bby )|(?<=\\buntil )|(?<=\\baround )|"
	  "(?<=\\babout )|(?<=\\bafter )|"
	        "(?<=\\bbefore )|(?<=\\bsince )|(?<=\\bfrom )|(?<=\\bthan ))" },
	{ "TODAYPART", false, "(?:(?<part>tonight|(?:this|last|that) (?:morning|afternoon|"
	  "evening|night))|"
	               "(?<dayword>tomorrow|yesterday) (?<part>morning|afternoon|evening|night))" },
	{ "DATE", false, "(?:(?:{WD},? )?(?:{MON} {DAY}(?:,? {YEAR}|,? {YREL})?|(?:the )?{DAY} "
	  "(?:of )?{MON}"
	          "(?:,? {YEAR}|,? {YREL})?)|(?:(?<rel>last|next|this) )?{WDFULL}(?: "
	          "(?<wrel>last|next|this) week)?|"
	          "(?<dayword>today|yesterday|tomorrow))" },
	{ "NOUNIT", false, "(?! (?:[\\w-]+ )?(?:days?|weeks?|months?|years?|quarters?|decades?|"
	  "century|centuries|hours?|seasons?|summers|winters)\\b)(?! (?:couple|few)\\b)" },
	{ "REL", false, "(?<rel>last|this|next|past|this past|this coming|the past|the last|the "
	  "next|the "
	         "coming|the previous|the preceding|the prior|the following|the current|the "
	         "present|"
	         "that|that same|the same|the latest|previous|prior|following|current|coming|"
	         "upcoming|"
	         "the upcoming|the entire|the whole)" },
	/* "that June", but not "said that June was warm" */
	{ "THAT", false, "(?:(?<!said )(?<!says )(?<!say )(?<!ed )(?<!fear )(?<!clear )(?<!so )"
	  "(?<!\\bis )(?<!day )that)" },
	{ "NTH", false, "(?<nth>first|second|third|fourth|fifth|final|last|1st|2nd|3rd|4th|5th)" },
	{ "NTHDAY", false, "(?<nth>last|final|(?:3[01]|[12]\\d|[1-9])(?:st|nd|rd|th)|first|"
	  "second|third|fourth|fifth|"
	            "sixth|seventh|eighth|ninth|tenth|fifteenth|twentieth)" },
	{ "OFMONTH", false, "(?:of|in) (?:the )?(?:month of )?(?:{MON}(?:,? (?:of )?{YEAR}|"
	  ",? {YREL})?|"
	             "(?<of>(?:this|last|next|that|the|(?:the )?(?:same|following|previous|"
	             "current|coming)) month))" },
	{ "QORD", false, "(?<ord>first|second|third|fourth|final|last|1st|2nd|3rd|4th)" },
};
const unsigned ww_n_date_parts = sizeof ww_date_parts / sizeof *ww_date_parts;

#define NUMBER WW_HEAD_NUMBER
#define MONTH WW_HEAD_MONTH
#define WEEKDAY WW_HEAD_WEEKDAY
#define UNIT WW_HEAD_UNIT
#define DAY WW_HEAD_DAY
#define VAGUE WW_HEAD_VAGUE
#define DATE WW_DATE
#define TIME WW_TIME
#define DURATION WW_DURATION
#define SET WW_SET
#define MEANS(x) WW_MEANS_##x

/* 1 or 2 figures, Month, Weekday, Unit, quarter (q), Day word, Part of day, Season, Holiday,
 * Vague, set (Y), decade (X), clock (C), suffix (Z), old (L), aGo, Number, Ordinal,
 * The, A, Relative, Edge, about (B), every (Q), some (K), other (+); 3 or 4
 * figures (4), colon, hyphen, dot, slash, quote. */
const char ww_role_letters[] = "1MWUqDPSHVYXCZLGNOTAREBQK+4:-./'";

/* Of the forms of one head the first that matches is taken: the longer and the
 * particular stand before the shorter and the general. */
const ww_form ww_date_forms[] = {
	/* Numbers: dates in figures, years, decades, clock times. */
	{ "iso-time", NUMBER, TIME, MEANS(CLOCK), 0, "- :",
	  "(?<year>(?:1\\d|20)\\d\\d)-(?<m>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\\d|3[01])(?:T| )"
	  "(?<hh>2[0-3]|[01]\\d):(?<mm>[0-5]\\d)(?::(?<ss>[0-5]\\d)(?:\\.\\d+)?)?(?<offset>Z|"
	  "[+-]\\d\\d:?\\d\\d)?" },
	{ "iso-date", NUMBER, DATE, MEANS(CALENDAR), 0, "-/.",
	  "(?<year>(?:1\\d|20)\\d\\d)(?:-(?<m>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\\d|3[01])|"
	  "/(?<m>0?[1-9]|1[0-2])/(?<day>0?[1-9]|[12]\\d|3[01])|"
	  "\\.(?<m>0[1-9]|1[0-2])\\.(?<day>0[1-9]|[12]\\d|3[01]))(?![-/.]?\\d)" },
	{ "numeric-date", NUMBER, DATE, MEANS(NUMERIC), 0, "-/.",
	  "(?<a>\\d{1,2})(?:/(?<b>\\d{1,2})/(?<year>(?:1[89]|20)\\d\\d|\\d\\d)|"
	  "-(?<b>\\d{1,2})-(?<year>(?:1[89]|20)\\d\\d|\\d\\d)|"
	  "\\.(?<b>\\d{1,2})\\.(?<year>(?:19|20)\\d\\d))(?![-/.]?\\d)" },
	{ "nine-eleven", NUMBER, DATE, MEANS(NUMERIC), 0, "-/",
	  "(?<=[ (])(?<a>9)(?:/|(?<!, 9)-)(?<b>11)(?![-/.]?\\d)" },
	{ "numeric-day", NUMBER, DATE, MEANS(NUMERIC), 0, "/",
	  "(?:(?<=\\bon )|(?<=\\bsince )|(?<=\\buntil )|(?<=\\bby ))(?<a>1[0-2]|0?[1-9])"
	  "/(?<b>3[01]|[12]\\d|0?[1-9])(?![-/.]?\\d)" },
	{ "day-MON-year", NUMBER, DATE, MEANS(CALENDAR), 0, "M -/", "{DAY}(?:-{MON}-|"
	  "/{MON}/)(?<year>(?:19|"
	  "20)?\\d\\d)" },
	{ "day-range-month", NUMBER, DATE, MEANS(CALENDAR), 0, "M",
	  "(?:from |between |the )?(?<m1>{DAY})(?: ?(?:-|\\xE2\\x80\\x93) ?| to | and | or | "
	  "through | until | till |/)"
	  "(?:the )?(?<m2>{DAY} (?:of )?{MON}(?:,? {YEAR}|,? {YREL})?)" },
	{ "day-of-month", NUMBER, DATE, MEANS(CALENDAR), 0, "T",
	  "(?:(?<=\\bon )|(?<=\\bsince )|(?<=\\buntil )|(?<=\\bby ))the (?<day>(?:3[01]|[12]\\d|[1-9])"
	  "(?:st|nd|rd|th))(?=[.,;:)]|$| (?:the|he|she|they|it|we|i|and|an?|when|at|to|for|with|but|"
	  "after|before)\\b)" },
	{ "day-month-range", NUMBER, DATE, MEANS(CALENDAR), 0, "M 4",
	  "(?<m1>{DAY} (?:of )?{MON})(?: ?(?:-|\\xE2\\x80\\x93) ?| to | through | until | till )"
	  "(?<m2>(?:{WD_},? )?{DAY} (?:of )?{MON},? {YEAR})" },
	{ "verse", NUMBER, DATE, MEANS(NOTHING), 0, ":",
	  "(?-i:(?<=John )|(?<=Luke )|(?<=Mark )|(?<=Matthew )|(?<=Genesis )|(?<=Exodus )|(?<=Psalm )|"
	  "(?<=Psalms )|(?<=Isaiah )|(?<=Romans )|(?<=Corinthians )|(?<=Proverbs )|(?<=Acts )|"
	  "(?<=Revelation )|(?<=Hebrews )|(?<=James )|(?<=Peter )|(?<=Samuel )|(?<=Kings ))"
	  "\\d+:\\d+(?:-\\d+)?|\\d+:\\d+-[a-z]{2}-\\d+" },
	{ "clock-range", NUMBER, TIME, MEANS(CLOCK), 0, "Z:CPUD",
	  "(?:from |between )?(?<m1>{HOURS})(?: ?(?:-|\\xE2\\x80\\x93) ?| to | and | until | "
	  "till | through )"
	  "(?<m2>(?<hh>(?<last>{HOUR_}))(?:[:.](?<mm>[0-5]\\d))? ?{AMPM}(?:{ZONE})?(?:,? (?:on "
	  ")?{DATE}(?: {PART})?)?)|"
	  "(?:from |between |(?<=\\bfrom )|(?<=between ))(?<m1>{HOURS})(?:-| to | and | until )"
	  "(?<m2>{HOURS} (?:{TODAYPART}|in the (?<part>morning|afternoon|evening)))" },
	{ "clock-part-bare", NUMBER, TIME, MEANS(CLOCK), 0, "PUD",
	  "{AT}{HOURS} (?:{TODAYPART}|in the (?<part>morning|afternoon|evening)|(?<part>at "
	  "night)|(?:on )?{WDFULL} {PART})" },
	{ "clock-date", NUMBER, TIME, MEANS(CLOCK), 0, "Z:CPU MWD",
	  "(?!(?<=\\bin )\\d:\\d\\d on)(?:around |about )?{CLOCK}(?:{ZONE})?(?:,? in the "
	  "(?<part>morning|afternoon|evening))?(?!\\s*\\n{DATE}\\s*(?:\\n|$)),? (?:on )?{DATE}(?: {PART})?" },
	{ "clock-part", NUMBER, TIME, MEANS(CLOCK), 0, "Z:CPU PUD",
	  "{CLOCK}(?:{ZONE})?,? (?:in the (?<part>morning|afternoon|evening)|(?<part>at night)|"
	  "{TODAYPART})" },
	{ "day-month-clock", NUMBER, TIME, MEANS(CLOCK), 0, "M Z:CPU",
	  "{DAY} {MON}(?:,? {YEAR}| (?<year>\\d\\d)(?= \\d\\d:))?,? {CLOCK}(?:{ZONE})?" },
	{ "clock", NUMBER, TIME, MEANS(CLOCK), 0, "Z:CPU",
	  "(?:around |about )?(?!(?<=\\d )\\d+:\\d\\d \\d)(?!(?:(?<=\\bin )|"
	  "(?<=time of ))\\d:\\d\\d(?! ?[ap]\\.?m)){CLOCK}(?:{ZONE})?" },
	{ "not-clock", NUMBER, DATE, MEANS(NOTHING), 0, ":", "\\d+(?::\\d+)+(?:\\.\\d+)?" },
	{ "part-of-day-month", NUMBER, TIME, MEANS(CALENDAR), 0, "M 1",
	  "(?:the |early in the |late in the )?(?<part>morning|night|evening|afternoon|dawn)(?: "
	  "hours)? of (?:the )?{DAY} (?:of )?{MON}(?:,? {YEAR})?" },
	{ "edge-day-month", NUMBER, DATE, MEANS(CALENDAR), 0, "M",
	  "(?:(?:early |late )(?:on )?)?(?:the )?(?:(?<wd>{WD_}),? )?(?:the )?{DAY} (?:of "
	  ")?{MON}(?:,? (?:of )?(?:{YEAR}|{YY})|,? {YREL})?"
	  "(?: {PART})?" },
	{ "decade", NUMBER, DATE, MEANS(DECADE), 0, "4",
	  "(?:the )?(?:(?<edge>early|late|mid)[- ](?:to[ -](?:late|mid)[- ])?)?(?<dec>(?:1\\d|20)"
	  "\\d)0(?:'|\\xE2\\x80\\x99)?s" },
	{ "short-decade", NUMBER, DATE, MEANS(DECADE), 0, "",
	  "(?:the )(?:(?<edge>early|late|mid)[- ])?(?:'|\\xE2\\x80[\\x98\\x99])?(?<dec>[1-9])"
	  "0(?:'|\\xE2\\x80\\x99)?s(?! (?:and|with|on|when))|"
	  "(?:the )?(?:(?<edge>early|late|mid)[- ])?(?:'|\\xE2\\x80[\\x98\\x99])(?<dec>[1-9])0s" },
	{ "age-decade", NUMBER, DATE, MEANS(NOTHING), 0, "", "\\d0(?:'|\\xE2\\x80\\x99)?s" },
	{ "century", NUMBER, DATE, MEANS(CENTURY), 0, "U",
	  "(?:the )?(?:(?<edge>early|late|mid|turn of the)[- ])?(?<c>\\d{1,2})(?:st|nd|rd|th)[- "
	  "](?:century|centuries)(?: (?<bc>BC|B\\.C\\.|BCE))?" },
	{ "centuries", NUMBER, DATE, MEANS(CENTURY), 0, "U",
	  "(?:the )?(?<m1>(?<c>\\d{1,2})(?:st|nd|rd|th))(?: and | to |-)(?<m2>(?<c2>\\d{1,2})"
	  "(?:st|nd|rd|th) centur(?:y|ies))" },
	{ "not-count", NUMBER, DATE, MEANS(NOTHING), 0, "",
	  "\\d+(?:[.,/]\\d+)+(?! (?:years?|months?|weeks?|days?|hours?|minutes?)\\b)|"
	  "\\d{3,}-\\d+(?:-\\d+)*(?<!(?:1[89]|20)\\d\\d-\\d\\d)(?<!(?:1[89]|20)\\d\\d-(?:1[89]|"
	  "20)\\d\\d)" },
	{ "fiscal-quarter-code", NUMBER, DATE, MEANS(QUARTER), 0, "q",
	  "(?:the )?(?:(?<ord>[1-4])Q(?: ?(?<year>20\\d\\d|'?\\d\\d))?|"
	  "(?-i:(?<half>[12])H) ?(?:FY ?)?(?<year>20\\d\\d|'?\\d\\d)(?![\\d,.]\\d|%))" },
	{ "bc", NUMBER, DATE, MEANS(BC), 0, "Z",
	  "(?:(?:ca?\\.|circa|about|around) )?(?:(?:{MON}|{EDGE}|(?<season>spring|summer|autumn|"
	  "winter)(?: of)?) )?"
	  "(?<y>\\d{1,4}) ?(?-i:BCE?|B\\. ?C\\.?(?:E\\.)?)" },
	{ "bc-range", NUMBER, DATE, MEANS(BC), 0, "Z",
	  "(?<m1>(?<y1>\\d{2,3}))(?:-|\\xE2\\x80\\x93| to | and )(?<m2>(?<y>\\d{1,4}) ?(?-i:BCE?|"
	  "B\\. ?C\\.?))" },
	{ "ad", NUMBER, DATE, MEANS(CALENDAR), 0, "ZA", "(?<year>\\d{2,4}) ?(?-i:AD|A\\.D\\.?|CE)" },
	{ "year-quarter-code", NUMBER, DATE, MEANS(QUARTER), 0, "q", "(?<year>20\\d\\d)[ "
	  "-]?(?:(?-i:Q)(?<ord>[1-4])|(?-i:H)(?<half>[12]))" },
	{ "year-quarter", NUMBER, DATE, MEANS(QUARTER), 0, "q",
	  "(?:the )?{YEAR}(?:'s|\\xE2\\x80\\x99s)?,? (?:fiscal )?{QORD}[- ](?:fiscal )?quarter" },
	{ "year-period", NUMBER, DATE, MEANS(QUARTER), 0, "4",
	  "the {YEAR} (?<like>quarter|period)" },
	{ "year-half", NUMBER, DATE, MEANS(QUARTER), 0, "q",
	  "(?:the )?{YEAR} (?<half>first|second)[- ]half" },
	{ "season-years", NUMBER, DATE, MEANS(SPAN), 0, "-/",
	  "(?:the )?(?<!\\d-)(?<year>(?:19|20)\\d(?:0(?=.{1,3}\\d1)|1(?=.{1,3}\\d2)|"
	  "2(?=.{1,3}\\d3)|3(?=.{1,3}\\d4)|4(?=.{1,3}\\d5)|"
	  "5(?=.{1,3}\\d6)|6(?=.{1,3}\\d7)|7(?=.{1,3}\\d8)|8(?=.{1,3}\\d9)|9(?=.{1,3}\\d0)))(?:-|"
	  "/|\\xE2\\x80\\x93)(?<to>\\d\\d)(?![-/.]?\\d)" },
	{ "year-range", NUMBER, DATE, MEANS(CALENDAR), 0, "-/",
	  "(?:from |between )?(?<m1>{YEAR})(?:-|\\xE2\\x80\\x93|/)(?<m2>{YEAR})(?![-/]?\\d)" },
	{ "year-year", NUMBER, DATE, MEANS(CALENDAR), 0, "-/",
	  "(?<!\\d-)(?<m1>(?<year>(?:1\\d|20)\\d\\d))(?:-|/|\\xE2\\x80\\x93)(?<m2>(?<year>\\d\\d)"
	  ")(?![-/.]?\\d)" },
	{ "fiscal-year", NUMBER, DATE, MEANS(CALENDAR), 0, "4'1",
	  "(?:the )?(?:(?:fiscal|financial)(?: year)?|(?:calendar|school|academic|tax) year|"
	  "full[- ]year)[- "
	  "](?<year>(?:19|20)\\d\\d|'\\d\\d)" },
	{ "edge-year", NUMBER, DATE, MEANS(CALENDAR), 0, "4",
	  "{EDGE}(?:fiscal )?(?<year>{YEAR_})(?: (?:through|until)(?= ))?+(?! (?:people|men|"
	  "women|troops|soldiers|percent|per cent|miles|km|meters|metres|dollars|pounds|euros|"
	  "yen|francs|tons|others|jobs|shares|cases|votes))" },
	{ "the-year", NUMBER, DATE, MEANS(CALENDAR), 0, "U 4", "the (?:calendar )?years? {YEAR}" },
	{ "not-a-year", NUMBER, DATE, MEANS(NOTHING), 0, "",
	  "{YEAR_} (?:people|men|women|troops|soldiers|percent|per cent|miles|kilomet|km|meters|"
	  "metres|"
	  "feet|yards|acres|hectares|dollars|pounds|euros|yen|francs|tons|tonnes|barrels|votes|"
	  "jobs|"
	  "points|cases|pieces|homes|houses|shares|employees|workers|members|students|families|"
	  "mph|pages|words|"
	  "copies|seats|others|times|deaths|calories|square|cubic|residents|cars|vehicles|aircraft|"
	  "children|guests|fans|spectators|refugees|civilians|prisoners|hours|days|weeks|months|"
	  "years|"
	  "kg|lbs?|mg|watts|pence|delegates|voters|supporters|protesters|patients|passengers|"
	  "pupils|officers|businesses|schools|trees|visitors|litres|liters|gallons|rpm|"
	  "volts|(?-i:[A-Z])[a-z]+ (?:Avenue|Street|Road|Boulevard|Drive|Lane|"
	  "St\\.|Ave\\.))" },
	{ "year", NUMBER, DATE, MEANS(CALENDAR), WW_FORM_FIGURES, "",
	  "(?<![$#\\xA3&+=@/])(?<year>(?:1[4-9]|20)\\d\\d(?![0-9A-Za-z%_]|[.,]\\d|[-/]\\d))"
	  "(?!-[a-z]{2}-\\d)(?!-(?:foot|acre|mile|pound|ton|seat|member|strong|man|page|square|"
	  "meter|metre|mph|plus|odd))" },
	{ "short-year", NUMBER, DATE, MEANS(CALENDAR), 0, "'", "(?<=[ (\\xE2\\x80\\n-]){YY}" },
	{ "age", NUMBER, DATE, MEANS(NOTHING), 0, "L",
	  "\\d+(?:[- ](?:day|week|month|year)s?[- ]olds?| years? (?:old|of age))" },

	/* Months. */
	{ "may-day", MONTH, DATE, MEANS(HOLIDAY), 0, "UH", "(?<holiday>(?-i:May Day|April Fool(?:'?s|"
	  "s?'|\\xE2\\x80\\x99s|s\\xE2\\x80\\x99)?"
	  "(?: Day)?))(?! bank "
	  "holiday)(?:,? {YEAR})?" },
	{ "not-may", MONTH, DATE, MEANS(NOTHING), 0, "",
	  "(?-i:March(?= (?:on|against) (?:[A-Z]|the ))|may|march|mar|sun|sat|dec|MAY(?= (?:BE|"
	  "NOT|HAVE))|May (?=not |be |have |I |we |you |he |she |they |it |the ))" },
	{ "weekday-month-day", MONTH, DATE, MEANS(CALENDAR), 0, "W",
	  "(?:this |last |next )(?:past |coming )?{WD},? {MON} {ORDDAY}" },
	{ "month-day-clock", MONTH, TIME, MEANS(CLOCK), 0, "1 Z:CPU",
	  "{MON} {DAY}(?:,? {YEAR})?,? {CLOCK}(?:{ZONE})?" },
	{ "month-day-part", MONTH, TIME, MEANS(CALENDAR), 0, "1 PU",
	  "(?:(?:the |early in the |late in the |early |late )?(?<part>morning|night|evening|"
	  "afternoon|dawn)(?: hours)? (?:of |on ))?"
	  "{MON} {DAY}(?:,? {YEAR})?(?: {PART})" },
	{ "part-of-month-day", MONTH, TIME, MEANS(CALENDAR), 0, "1 PU",
	  "(?:the |early in the |late in the )?(?<part>morning|night|evening|afternoon|dawn)(?: "
	  "hours)? of {MON} {DAY}(?:,? {YEAR})?" },
	{ "month-day-range-months", MONTH, DATE, MEANS(CALENDAR), 0, "1 4",
	  "(?<m1>(?:{WD_},? )?{MON} {DAY})(?: ?(?:-|\\xE2\\x80\\x93) ?| to | through | until | till )"
	  "(?<m2>(?:{WD_},? )?{MON} {DAY},? {YEAR})" },
	{ "month-day-range-year", MONTH, DATE, MEANS(CALENDAR), 0, "1 4",
	  "(?<m1>{MON} {DAY})(?:-|\\xE2\\x80\\x93| to | through | and |, )(?<m2>{DAY}(?:, {YEAR}|"
	  " {YEAR}))(?! {MON_})" },
	{ "month-day-range", MONTH, DATE, MEANS(CALENDAR), 0, "1",
	  "(?<m1>{MON} {DAY})(?: ?(?:-|\\xE2\\x80\\x93) ?| to | through | until | till | thru | "
	  "and )(?<m2>{DAY})(?! (?:{MON_}|percent|per cent|people|million|billion|others|years|"
	  "days|a\\.m|p\\.m|hours|months|weeks|minutes)|:\\d| ?[ap]\\.?m)" },
	{ "month-day-year", MONTH, DATE, MEANS(CALENDAR), 0, "1",
	  "(?:(?:early |late )(?:on )?)?{MON} (?:the )?{DAY}(?:, (?:{YEAR}|{YY})| {YEAR}|,? "
	  "(?:of )?{YREL})(?: (?<bc>B\\.?C\\.?E?))?" },
	{ "month-ordinal", MONTH, DATE, MEANS(CALENDAR), 0, "OU", "{MON} (?:the "
	  ")?{ORDDAY}(?:,? {YEAR})?(?! (?:quarter|half|time|day|week))" },
	{ "ordinal-month", MONTH, DATE, MEANS(CALENDAR), 0, "OU", "(?:the )?{ORDDAY} "
	  "of {MON}(?:,? {YEAR}|,? {YREL})?" },
	{ "month-day", MONTH, DATE, MEANS(CALENDAR), 0, "1",
	  "(?:early |late |around |about )?{MON} (?:the )?{DAY}(?! (?:percent|per cent|million|"
	  "billion|{MON_} ))(?!%)(?![-.]\\d)" },
	{ "month-range-year", MONTH, DATE, MEANS(CALENDAR), 0, "4",
	  "(?:from |between )?(?<m1>(?-i:(?=[A-Z])){MON})(?:-|/|\\xE2\\x80\\x93| to | through | "
	  "and | or )(?<m2>{MON} (?:of )?{YEAR})" },
	{ "edge-month-year", MONTH, DATE, MEANS(CALENDAR), 0, "4'UN",
	  "(?:{EDGE}|(?:the )?(?<edge>beginning|end|start)[- ]of[- ])?{MON},? (?:of "
	  ")?(?:{YEAR}|{YY}|{YREL}|{YEARWORDS})" },
	{ "month-quarter", MONTH, DATE, MEANS(QUARTER), 0, "q", "(?:the )?{MON}[- ]quarter" },
	{ "every-month", MONTH, SET, MEANS(SET), 0, "Q", "(?:every|each) {MON}(?: {DAY})?" },
	{ "rel-month", MONTH, DATE, MEANS(CALENDAR), 0, "RV",
	  "(?:{EDGE})?(?<mrel>last|this|next|this past|this coming|past|the following|the "
	  "previous|the next|the same|{THAT}) (?!(?-i:may|march|mar|sun|sat|dec)){MON}(?! (?:rally|"
	  "issue's))" },
	{ "edge-month", MONTH, DATE, MEANS(CALENDAR), 0, "EG", "{EDGE}{MON}" },
	{ "may", MONTH, DATE, MEANS(CALENDAR), 0, "",
	  "(?-i:(?:(?<=\\b[iI]n )|(?<=\\b[iI]n\\n)|(?<=\\b[oO]f )|(?<=\\b[bB]y )|(?<=\\bfor )|"
	  "(?<=\\bto )|(?<=[sS]ince )|"
	  "(?<=[uU]ntil )|(?<=\\btill )|(?<=[fF]rom )|(?<=[bB]efore )|(?<=[aA]fter )|"
	  "(?<=[dD]uring )|"
	  "(?<=through )|(?<=April and )|(?<=April or )|"
	  "(?<=January and )|(?<=February and )|(?<=March and )|(?<=October and )|(?<=November and )|"
	  "(?<=December and )|(?<=hottest )|(?<=wettest )|(?<=coldest )|(?<=driest )|(?<=warmest )|"
	  "(?<=\\bon )|(?<=between )|(?<=[a-z]'s )|"
	  "(?<=\\band )(?=\\w+ (?:and|or) (?:June|July)))(?<mon>May|March))(?! (?:[a-z]+ "
	  "){0,2}(?:not|be|have|never)\\b)(?![- ]?(?-i:[A-Z][a-z]+ (?:said|says|told|was|has)))" },
	{ "no-month", MONTH, DATE, MEANS(NOTHING), 0, "", "(?-i:(?:May|MAY)(?!\\. ?[,;)-])|(?:Mar|MAR|"
	  "Sun|SUN|Sat|SAT|Dec|DEC|Jun|Jan|MARCH|March(?= (?:[a-z]+ing|on|against|of|for|"
	  "from)\\b))(?!\\.))" },
	{ "march", MONTH, DATE, MEANS(CALENDAR), WW_FORM_BARE, "", "(?-i:(?<mon>March)(?! [A-Z]))" },
	{ "month", MONTH, DATE, MEANS(CALENDAR), WW_FORM_BARE, "", "(?-i:(?=[A-Z])){MON}(?! bank "
	  "holiday|, who\\b)" },

	/* Weekdays. */
	{ "weekday-show", WEEKDAY, DATE, MEANS(NOTHING), 0, "U",
	  "(?-i:(?:Mon|Thurs|Satur|Sun)day Night (?:Live|Football|Raw|Fever|Lights))" },
	{ "nth-weekday-set", WEEKDAY, SET, MEANS(SET), 0, "Q", "(?:the )?{NTH} (?<nthwd>{WD_}) "
	  "(?:of|in) (?:each|every) (?<unit>month)" },
	{ "nth-weekday", WEEKDAY, DATE, MEANS(NTH), 0, "MU",
	  "(?:the )?{NTH} {WD} {OFMONTH}(?! (?:since|ago))" },
	{ "weekday-clock", WEEKDAY, TIME, MEANS(CLOCK), 0, "M 1 Z:.CPU",
	  "{WD},? (?:{MON} {DAY}(?:,? {YEAR})?|{DAY} {MON}(?:,? {YEAR})?)(?:,? {CLOCK}(?:{ZONE})?|"
	  ", {DOTTED})" },
	{ "weekday-hour", WEEKDAY, TIME, MEANS(CLOCK), 0, "Z:.CPU",
	  "{WD}(?:[ ]{CLOCK}(?:{ZONE})?|, {DOTTED})" },
	{ "weekday-the-day-month", WEEKDAY, DATE, MEANS(CALENDAR), 0, "M 1",
	  "(?:{EDGE})?{WD},? (?:the )?{DAY} (?:of )?{MON}(?:,? {YEAR}|,? {YREL})?" },
	{ "weekday-month-day-range", WEEKDAY, DATE, MEANS(CALENDAR), 0, "M 1",
	  "(?<m1>{WD},? {MON} {DAY})(?:-|\\xE2\\x80\\x93| to | through )(?<m2>{DAY})(?! {MON_})" },
	{ "weekday-month-day-year", WEEKDAY, DATE, MEANS(CALENDAR), 0, "M",
	  "(?:{EDGE})?(?:(?:this|last|next) (?:past |coming )?)?{WD},? {MON} (?:the "
	  ")?(?:{DAY}|{ORDDAY})(?:,? {YEAR}|,? {YREL})?(?: {PART})?" },
	{ "weekday-the-day", WEEKDAY, DATE, MEANS(CALENDAR), 0, "1", "{WD},? (?:the "
	  ")?(?<day>(?:3[01]|[12]\\d|[1-9])(?:st|nd|rd|th))(?! (?:in|of|place|floor|street|"
	  "avenue|century|quarter|anniversary))|{WD},? the {ORDDAY}(?=[.,;]|$)" },
	{ "weekday-set", WEEKDAY, SET, MEANS(SET), WW_FORM_BARE, "",
	  "(?:every|each)(?<other> other| second)? {WD}(?: {PART})?|{WDS}(?: (?<part>mornings?|"
	  "afternoons?|evenings?|nights?))?|"
	  "{WDFULL} (?<part>mornings|afternoons|evenings|nights)" },
	{ "weekday-last-week", WEEKDAY, DATE, MEANS(WEEKDAY), 0, "U",
	  "(?:{EDGE})?{WD} (?:(?:of )?(?<wrel>last|this|next|that|the following|the previous) "
	  "week|(?<ago>{NUM_}|an?) weeks? ago|a week earlier)(?: {PART})?" },
	{ "weekday-week", WEEKDAY, DATE, MEANS(WEEKDAY), 0, "U",
	  "{WDFULL} (?<ahead>week|fortnight)(?!['-])(?! (?:ago|earlier|later|of|long)\\b)" },
	{ "weekday-last", WEEKDAY, DATE, MEANS(WEEKDAY), 0, "",
	  "{WDFULL} (?<rel>last|next)(?=[.,;:)\"]|$| (?:at|he|she|they|it|the|when)\\b)" },
	{ "weekday-range", WEEKDAY, DATE, MEANS(WEEKDAY), 0, "W",
	  "(?<m1>{WDFULL})(?: ?(?:-|\\xE2\\x80\\x93) ?| to | through | thru | until | till )"
	  "(?<m2>{WDFULL})(?! (?:{MON_}|\\d|of|{PART_}))(?!,? {MON_})" },
	{ "week-weekday", WEEKDAY, DATE, MEANS(WEEKDAY), 0, "U",
	  "(?<ago>{NUM_}|an?) weeks? (?:ago|(?<from>from)) (?:last |next |this )?{WDFULL}" },
	{ "hour-weekday-part", WEEKDAY, TIME, MEANS(CLOCK), 0, "PU", "{AT}{HOURS} (?:on )?{WDFULL} "
	  "{PART}" },
	{ "rel-weekday-part", WEEKDAY, TIME, MEANS(WEEKDAY), 0, "PU",
	  "(?:early |late )?(?:(?<rel>last|this|next|this past|this coming|(?:the )?(?:following|"
	  "previous)|{THAT}|past) )?{WDFULL},? {PART}" },
	{ "clock-weekday", WEEKDAY, TIME, MEANS(CLOCK), 0, "P",
	  "(?:shortly |just )?(?<hh>noon|midnight),? (?:on )?{WD}" },
	{ "part-weekday", WEEKDAY, TIME, MEANS(WEEKDAY), 0, "PU", "(?:the )?(?<part>morning|"
	  "afternoon|evening|night) (?:of|on) {WDFULL}" },
	{ "rel-weekday", WEEKDAY, DATE, MEANS(WEEKDAY), 0, "RV",
	  "(?:{EDGE})?(?<rel>last|this|next|this past|this coming|this upcoming|(?:the "
	  ")?(?:following|previous|next|preceding|upcoming)|{THAT}|the same|past|coming) {WDFULL}|"
	  "the {WDFULL} (?<rel>before last|after next)" },
	{ "edge-weekday", WEEKDAY, DATE, MEANS(WEEKDAY), 0, "EG", "{EDGE}{WDFULL}" },
	{ "not-weekday", WEEKDAY, DATE, MEANS(NOTHING), 0, "", "(?-i:[a-z]+\\.?|(?:S(?:at|un|AT|"
	  "UN)|Mon|Wed|WED|MON|Fri|Tue|Thu|FRI|TUE|THU)(?!\\.|,? (?:at )?\\d{1,2}(?:[:.]\\d\\d|"
	  " ?[ap]\\.?m))|"
	  "(?<!\\bon )(?<!this )(?<!ast )(?<!ext )(?:Sat|Sun|Wed|Mon)\\.(?! ?[,;:)-]| \\d| "
	  "(?:(?i:{MON_}|at|to|and|or|through|{PART_})\\b)))" },
	{ "weekday", WEEKDAY, DATE, MEANS(WEEKDAY), WW_FORM_BARE, "", "{WD}" },

	/* Units: quarters and halves. */
	{ "nth-unit", UNIT, DATE, MEANS(NTH), 0, "MU",
	  "(?:the )?{NTH}(?: full)? (?<unit>weekend|week) {OFMONTH}|(?:the )?{NTHDAY} "
	  "(?<unit>day) {OFMONTH}" },
	{ "nth-unit-year", UNIT, DATE, MEANS(NTH), 0, "4U",
	  "(?:the )?{NTH}(?: full)? (?<unit>day|weekend|week|month) (?:of|in) (?:the year "
	  ")?(?:{YEAR}|{YREL})" },
	{ "quarter-of", UNIT, DATE, MEANS(QUARTER), 0, "q",
	  "(?:(?:the )?(?:(?:fiscal|financial|calendar)[- ])?{QORD} (?:(?:fiscal|financial|"
	  "calendar)[- ])?quarter|"
	  "(?:(?:fiscal|financial)[- ])?{QORD}-quarter)"
	  "(?:,? (?:of |in |for )?(?:the )?(?:(?:fiscal|financial)(?: year)? "
	  ")?(?:{YEAR}|{YREL}|{YY})|(?<yrel> of the year))?" },
	{ "year-rel-quarter", UNIT, DATE, MEANS(QUARTER), 0, "q",
	  "(?<yrel>last|this|next) year(?:'s|\\xE2\\x80\\x99s) {QORD}[- ]quarter" },
	{ "fiscal-year-code", UNIT, DATE, MEANS(CALENDAR), 0, "", "(?-i:FY) ?(?<year>20\\d\\d|"
	  "'?\\d\\d)(?:[-/]\\d\\d)?(?![\\d%.,]\\d|%)" },
	{ "half-code", UNIT, DATE, MEANS(QUARTER), 0, "q", "(?-i:H(?<half>[12]))(?: of)? ?"
	  "(?:FY ?)?(?<year>(?:19|20)\\d\\d|'?2\\d)(?![\\d,.]\\d|%)" },
	{ "quarter-code", UNIT, DATE, MEANS(QUARTER), 0, "q", "(?-i:Q(?<ord>[1-4]))(?:(?:,? "
	  "(?:of |in )?|-)?(?:(?:fiscal |FY ?)(?<year>20\\d\\d|'?\\d\\d)|(?<year>(?:19|20)\\d\\d|"
	  "'\\d\\d))(?![\\d,.]\\d|%)|,? (?:of )?{YREL})?" },
	{ "year-ago-quarter", UNIT, DATE, MEANS(QUARTER), 0, "G",
	  "(?:the )?(?:comparable |same )?year[- ](?<yearago>ago|earlier)[- ](?:(?:fiscal "
	  ")?{QORD}[- ])?(?:fiscal )?(?:quarter|period)(?! ended)" },
	{ "prior-year-quarter", UNIT, DATE, MEANS(QUARTER), 0, "R",
	  "(?:the )?(?<yearago>prior|previous|last)[- ]year(?:'s|\\xE2\\x80\\x99s)?[- "
	  "](?:(?:comparable|corresponding) )?(?:{QORD}[- ])?(?:quarter|period)" },
	{ "same-quarter", UNIT, DATE, MEANS(QUARTER), 0, "R qU",
	  "the (?:same|comparable|corresponding|like|equivalent) (?:(?<like>quarter|period)|"
	  "(?<half>half)|(?<month>month))(?:,? (?:of|in) )?(?: ?(?<yearago>(?:of )?last year|a "
	  "year ago|a year earlier|a year before|(?:of )?the previous year|(?:of )?the prior "
	  "year)|{YEAR})" },
	{ "quarter-year-ago", UNIT, DATE, MEANS(QUARTER), 0, "q G", "the quarter (?<yearago>a "
	  "year (?:ago|earlier|before))" },
	{ "rel-quarter", UNIT, DATE, MEANS(QUARTER), 0, "q",
	  "(?<rel>the latest|the most recent|this|last|next|the current|the previous|the "
	  "preceding|the prior|the past|the next|that|the coming|the following|the) (?:fiscal "
	  ")?(?:quarter|latest period)(?![ -](?:of an?|century|mile|point|percentage|final|back))" },
	{ "latest-period", UNIT, DATE, MEANS(QUARTER), 0, "q", "(?<rel>the latest|the year-ago) "
	  "period" },
	{ "half-of", UNIT, DATE, MEANS(QUARTER), 0, "q",
	  "(?:the )?(?<half>first|second|latter|last|1st|2nd)[- ]half(?: of (?:the "
	  ")?(?:(?:fiscal|financial|calendar)(?: year)? )?(?:{YEAR}|(?<yrel>last year|this year|"
	  "next year|"
	  "the year|year|the following year)))" },
	{ "the-half", UNIT, DATE, MEANS(QUARTER), 0, "q", "(?:the )(?:fiscal )?(?<half>first|"
	  "second)[- ]half(?= (?:results?|profits?|earnings|sales|revenues?|net|loss|will|was|"
	  "from|on|to|this|last))" },
	{ "first-half-adjective", UNIT, DATE, MEANS(QUARTER), 0, "q", "(?<half>first|second)"
	  "-half(?= (?:results?|profits?|earnings|sales|revenues?|net|loss|pretax|pre-tax|"
	  "operating))" },

	/* Units: ages, and other things that are no time. */
	{ "age-units", UNIT, DATE, MEANS(NOTHING), 0, "L",
	  "{N}[- ](?:day|week|month|year)s?(?:[- ]olds?| of age)" },
	{ "not-span", UNIT, DATE, MEANS(NOTHING), 0, "",
	  "(?:the )?(?-i:60 Minutes|48 Hours|(?:Hundred|Thirty|Seven|Nine|Six)(?: Years'|"
	  " Years\\xE2\\x80\\x99|[- ]Day) War)|"
	  "(?<=\\bas )many {UNITS}" },
	{ "past-hour", UNIT, TIME, MEANS(CLOCK), 0, "",
	  "(?:an? )?(?<past>quarter|half|{NUM_} min(?:ute)?s?) (?<dirn>past|(?<!half )(?:to|"
	  "after|before|of)) {PASTHOUR}(?:,? (?:on )?{DATE}(?: {PART})?)?" },
	{ "not-unit", UNIT, DATE, MEANS(NOTHING), 0, "",
	  "(?:first|second|third|fourth) half|half(?! an? (?:hour|year|century|day|decade|dozen))"
	  "(?! hour)|quarter(?:s|-?finals?|backs?)?(?! ended)|(?:light|gap|new|leap)[- ]years?|"
	  "(?:man|person)[- ](?:hours?|days?|years?)|day care|day job|weekday|nightclub|"
	  "second(?! (?:later|earlier|(?:of )?{MON_}|{WD_}|(?:full )?(?:week|weekend|day|month) "
	  "(?:of|in)))|minutes of (?:the|a) meeting|the minutes" },

	/* Units: relative to a date. */
	{ "year-ago", UNIT, DATE, MEANS(YEAR_AGO), 0, "GR",
	  "(?:(?:just |almost |nearly |about |over |more than )?(?:a|one) year (?<dir>ago|"
	  "earlier|before|previously)|year[- ](?<dir>ago|earlier)|(?:the )(?<dir>prior|previous|"
	  "preceding) year|the year (?<dir>before(?! last)|earlier)|the (?<dir>prior)-year)"
	  "(?! (?:{WD_}|today|this|the))" },
	{ "day-before-yesterday", UNIT, DATE, MEANS(DAY), 0, "D",
	  "(?:the )?(?<dayword>day before yesterday|day after tomorrow)(?: {PART})?(?!'s|"
	  "\\xE2\\x80\\x99s)" },
	{ "night-before", UNIT, TIME, MEANS(AGO), 0, "G", "the (?<part>night|evening|morning) "
	  "(?<dir>before|after)(?= |,|\\.|$)(?! (?:the|a|an|he|she|they|it|his|her|that|"
	  "(?-i:[A-Z])))" },
	{ "units-ago", UNIT, DATE, MEANS(AGO), 0, "G",
	  "(?:{ABOUT})?(?:(?:{N}|{VAGUE})(?: more)? |(?<n>))?{UNITS}(?: or (?:so|more|two))? "
	  "(?<dir>ago(?: (?:today|this week|this month|tomorrow))?|from now|from today|hence|"
	  "back(?=,|\\.)|"
	  "(?:later|earlier|afterwards?|beforehand|previously)(?! (?:than|in))|"
	  "(?:before|after)(?=[.,;:)\\n\"]|$| (?:at|in|by|when|to|with|on|for|and|as|from)\\b)"
	  "(?! (?:the|an?|he|she|they|it|his|her|their) ))" },
	{ "unit-before", UNIT, DATE, MEANS(AGO), 0, "G",
	  "the (?<n>){UNIT} (?<dir>before|after)(?=[.,;:)\\n\"]|$| (?:at|in|by|when|to|with|on|"
	  "for|and|as|from)\\b)(?! (?:the|an?|he|she|they|it|his|her|their) )" },
	{ "every-unit", UNIT, SET, MEANS(SET), 0, "Q",
	  "(?:(?:once |twice |three times |four times )?(?:every|each)(?<other> other| second| "
	  "third)?(?: single)? (?:{NUM}[- ])?{UNITS}|per (?<per>)(?!hour|minute|second){UNIT})" },
	{ "times-a-unit", UNIT, SET, MEANS(SET), 0, "AQ", "(?:once|twice|{NW_} times|\\d+ times|"
	  "several times|many times|(?<=\\btimes )) ?(?:an?|per|each|every) {UNIT}" },
	{ "edge-rel-unit", UNIT, DATE, MEANS(RELATIVE), 0, "EGRK+",
	  "(?!\\w+ in the (?:day|night))(?:{EDGE}|(?<edge>sometime |about this time |this time |"
	  "early |late |mid-))(?<rel>last|this|next|that|the|the same|(?:the )?(?:previous|"
	  "following|current|coming|past))? ?(?:(?:fiscal|financial|calendar|school|academic) "
	  ")?{UNIT}" },
	{ "unit-end", UNIT, DATE, MEANS(RELATIVE), 0, "E",
	  "(?:around )?(?:the )?(?<edge>)(?<unit>year|month|week|quarter|decade|century)"
	  "(?<close>)(?:'s|\\xE2\\x80\\x99s)?[- ]end" },
	{ "week-of", UNIT, DATE, MEANS(WEEK_OF), 0, "MWD", "the (?<unit>week) (?:of|(?:beginning|"
	  "ending|ended|starting|commencing)(?: on)?) {DATE}" },
	{ "rel-n-units", UNIT, DURATION, MEANS(DURATION), 0, "RVOE+K",
	  "(?:each of )?(?:the )?(?<rel>(?<!\\bto )(?<!\\bwill )(?<!n't )(?<!\\xE2\\x80\\x99t )"
	  "(?<!ould )(?<!\\bcan )(?<!\\bmay )(?<!might )(?<!\\bnot )last|past|next|coming|"
	  "upcoming|first|final|previous|preceding|following|opening|initial|latest|closing|"
	  "remaining|early|early|other|intervening|these|those|this)"
	  " (?:(?:full |consecutive )?(?:{NUM}|{VAGUE}|(?<n>couple(?: of)?|half))(?: or (?:so|"
	  "more))?)(?: (?:full|consecutive|calendar|fiscal|trading|straight|more|business|"
	  "working))?[- ]{UNITS}(?: or so)?" },
	{ "n-rel-units", UNIT, DURATION, MEANS(DURATION), 0, "RV",
	  "(?:the )?{NUM} (?:past|previous|preceding|following|intervening|next|coming|upcoming)"
	  " {UNITS}(?<=s)" },
	{ "recent-years", UNIT, DATE, MEANS(PAST), 0, "V", "(?:the )?(?:more )?(?:recent "
	  "(?:hours|days|weeks|months|quarters|years|decades)|past (?:years|decades))(?: and "
	  "(?:weeks|months|years))?" },
	{ "future-units", UNIT, DATE, MEANS(FUTURE), 0, "VR", "(?:the )?(?:future|coming) "
	  "(?:days|years|quarters|months|weeks|decades)" },
	{ "recent-units", UNIT, DURATION, MEANS(DURATION), 0, "",
	  "(?:the )?(?<rel>recent|past|coming|next few|last few|early|intervening|ensuing|"
	  "following|final|future|later|last|previous) (?<n>)(?<unit>(?:minutes|hours|days|weeks|"
	  "weekends|nights|months|quarters|years|decades|centuries))(?: and (?:weeks|months|"
	  "years))?" },
	{ "night-clock", UNIT, TIME, MEANS(CLOCK), 0, "PUD",
	  "{TODAYPART} (?:at (?:about |around )?|around |about )(?<hh>{HOUR_}){THEN}|{AT}{HOURS} "
	  "(?:{TODAYPART}|(?<part>at night))" },
	{ "last-night", UNIT, TIME, MEANS(DAY), 0, "RN",
	  "(?:(?:early|late|later) )?(?<dayrel>last|that|this|the previous|the next|the "
	  "following|the same|one) (?<part>night)" },
	{ "night-of", UNIT, TIME, MEANS(CALENDAR), 0, "M 1", "(?:the )?(?<part>night) of "
	  "(?:(?:{WD},? )?(?:{MON} {DAY}(?:,? {YEAR})?|(?:the )?{DAY} (?:of "
	  ")?{MON}(?:,? {YEAR})?))" },
	{ "rel-fiscal-year", UNIT, DATE, MEANS(RELATIVE), 0, "+",
	  "(?<rel>last|this|next|(?:the )?current|the next|the previous|the latest|the past|the "
	  "coming|the prior) (?:fiscal|financial|calendar|school|academic|tax) {UNIT}" },
	{ "past-unit", UNIT, DURATION, MEANS(DURATION), 0, "V",
	  "(?<n>the )past (?<unit>hour|year|month|week|decade|century)(?!-)(?! (?:and|or))" },
	{ "unit-before-last", UNIT, DATE, MEANS(RELATIVE), 0, "RG",
	  "the {UNIT} (?<rel>before last|after next)(?! (?:week|month|year|night|spring|summer|"
	  "fall|autumn|winter)\\b)(?-i:(?! [A-Z]))" },
	{ "this-unit-ago", UNIT, DATE, MEANS(RELATIVE), 0, "", "(?<rel>last|this|next) "
	  "(?!minute|second){UNIT}(?! "
	  "(?:ago|earlier))(?!-)" },
	{ "rel-unit", UNIT, DATE, MEANS(RELATIVE), 0, "",
	  "(?!(?:the )?(?:last|next|past) (?:minute|second|hour)){REL} {UNIT}(?!-)(?! (?:ago|earlier|"
	  "care|job))(?: or so)?" },
	{ "these-days", UNIT, DATE, MEANS(PRESENT), WW_VAGUE, "", "these days" },
	{ "weekend", UNIT, DATE, MEANS(RELATIVE), 0, "", "(?:the )?(?<rel>)(?<unit>weekend)(?=[ "
	  ",.;]|$)(?! (?:edition|warriors?|getaway|trips?|break))" },
	{ "ordinal-century", UNIT, DATE, MEANS(CENTURY), 0, "",
	  "(?:the )?(?:(?<edge>early|late|mid)[- ])?(?<cw>first|second|third|fourth|fifth|sixth|"
	  "seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|"
	  "seventeenth|eighteenth|nineteenth|twentieth|twenty-first)[- ]century" },
	{ "year-words", UNIT, DATE, MEANS(CALENDAR), 0, "N", "the year {YEARWORDS}" },

	/* Units: durations. */
	{ "quarter-hour", UNIT, DURATION, MEANS(DURATION), 0, "Uq", "(?:{ABOUT})?(?:an?|one|"
	  "(?<q3>three))[- ](?<q>quarters?) of an (?<unit>hour)" },
	{ "duration-half", UNIT, DURATION, MEANS(DURATION), 0, "q",
	  "(?:{ABOUT})?(?<n>an?|one) (?<unit>minute|hour|day|week|month|year|decade|century) and "
	  "(?<n2>a half)" },
	{ "fiscal-year-duration", UNIT, DURATION, MEANS(DURATION), 0, "+", "the (?<n>)(?:full "
	  ")?(?:fiscal|financial|calendar) (?<unit>year)(?! \\d)" },
	{ "full-year", UNIT, DATE, MEANS(RELATIVE), 0, "+", "(?<rel>the) full (?<unit>year)" },
	{ "duration-long", UNIT, DURATION, MEANS(DURATION), 0, "-",
	  "(?:{N}[- ])?(?<n>)?{UNITS}-long" },
	{ "duration-hyphen", UNIT, DURATION, MEANS(DURATION), 0, "-",
	  "(?:{NUM}|{VAGUE})-{UNIT}(?:-(?:plus))?(?! [a-z]+ old)(?: period)?+(?!-old)" },
	{ "rate", UNIT, SET, MEANS(SET), 0, "",
	  "(?:(?<=[0-9mnskdt%] )|(?<=[0-9mnskdt%]\\n))(?<!and )(?<! in )(?<!for )(?<!most )(?<!least )"
	  "(?<!about )(?<!last )(?<!spent )(?<!past )(?<!almost )(?<!then )(?<!than )(?<!within )"
	  "(?<!lasts )(?<!took )(?<!after )(?<!is )(?<!was )(?<!takes )(?<!wait )"
	  "(?<!marks )an? (?!hour|minute|second){UNIT}(?! (?:ago|earlier|later|before|after|from|"
	  "and a half|or|in|of|to|"
	  "old|when|with|that|long))(?!-)" },
	{ "one-day", UNIT, DATE, MEANS(FUTURE), WW_VAGUE, "", "some ?day|(?:(?<=\\bmay )|"
	  "(?<=\\bmight )|"
	  "(?<=\\bcould )|(?<=\\bwould )|(?<=\\bwill ))one day(?! (?:of|in))" },
	{ "duration", UNIT, DURATION, MEANS(DURATION), 0, "",
	  "(?:{ABOUT}){0,2}(?:a (?:full|whole|total of|period of|further|single|solid|mere|"
	  "record) )?(?!a second [a-z])(?:{N}|{VAGUE})"
	  "(?: or (?:more|so|two))?(?:(?: (?:more|full|consecutive|straight|additional|long|"
	  "further|trading|working|business|calendar|whole|extra|successive|solid|whole|better)"
	  "){1,2})?[ ]{UNITS}(?: or (?:so|more(?! than)|longer|two)|(?:,| and|, and)? "
	  "(?<n2>{NUM_}) (?<unit2>(?:seconds?|minutes?|hours?|days?|weeks?|months?)(?![a-z]))"
	  ")?(?! (?:ago|earlier))(?! from {WD_})(?!-(?:old|ago|earlier|on|end|to|over|night))" },
	{ "the-units", UNIT, DURATION, MEANS(DURATION), 0, "", "the (?<n>)(?<unit>(?:weeks|"
	  "months|years|decades|hours|days)) (?:ahead|to come)" },
	{ "vague-duration", UNIT, DURATION, MEANS(DURATION), 0, "",
	  "(?:(?<=\\bfor )|(?<=\\bin )|(?<=within )|(?<=\\bafter )|(?<=\\bof )|(?<=take )|"
	  "(?<=took )|(?<=\\binto )|(?<=spent )|(?<=over )|(?<=\\bfor\\n))(?<n>)"
	  "(?<unit>(?:minutes|hours|days|weeks|months|years|decades|centuries|ages))(?! (?:old|"
	  "past|of age))" },
	{ "year-ended", UNIT, DURATION, MEANS(DURATION), 0, "", "the (?<n>)(?:fiscal )?(?<unit>year)"
	  "(?= end(?:ed|ing) )" },
	{ "the-unit", UNIT, DATE, MEANS(RELATIVE), 0, "",
	  "(?<rel>the) (?<unit>year|week|month)(?=[.,;)'\"\\xE2]|\\s*$| (?:to date|as a whole|"
	  "before|after|through|in which)\\b)" },

	/* Day words, parts of the day, seasons, holidays. */
	{ "part-clock", DAY, TIME, MEANS(CLOCK), 0, "PUD",
	  "{TODAYPART} (?:at (?:about |around )?|around |about )(?<hh>{HOUR_}){THEN}" },
	{ "hour-part", DAY, TIME, MEANS(CLOCK), 0, "N",
	  "(?:{AT}(?<hh>{HOUR_})|(?<past>quarter|half|{NUM_})(?: minutes)? (?<dirn>past|(?<!half )to) "
	  "(?<hh>{HOUR_})) (?:{TODAYPART}|in the (?<part>morning|afternoon|evening)|"
	  "(?<dayword>yesterday|tomorrow) (?<part>morning|afternoon|evening))" },
	{ "day-word-clock", DAY, TIME, MEANS(CLOCK), 0, "Z:CPU",
	  "(?<dayword>today|tomorrow|yesterday) {CLOCK}(?:{ZONE})?" },
	{ "day-word-part", DAY, TIME, MEANS(DAY), 0, "D PU",
	  "(?:(?:early|late|later|earlier) )?(?<dayword>today|yesterday|tomorrow) {PART}|"
	  "(?:(?:early|late|later|earlier) )?(?<part>mid-?(?:morning|afternoon)|(?:this|that) "
	  "(?:morning|afternoon|evening)) (?<dayword>today|yesterday|tomorrow)" },
	{ "day-word", DAY, DATE, MEANS(DAY), 0, "D", "(?:(?:earlier|later|late|early) (?:on "
	  ")?)?(?<!(?-i:USA ))(?<dayword>today|yesterday|tomorrow)(?!'s (?:world|society|youth))" },
	{ "tonight", DAY, TIME, MEANS(DAY), 0, "D", "(?:(?:earlier|later|late|early) "
	  ")?(?<part>tonight|tonite)" },
	{ "clock-word-day", DAY, TIME, MEANS(CLOCK), 0, "MWD", "(?:(?:around|about|shortly "
	  "before|shortly after|just before|just after) )?{CLOCK},? (?:on )?(?:{DATE}|"
	  "(?<dayword>today|tomorrow|yesterday))" },
	{ "clock-word", DAY, TIME, MEANS(CLOCK), 0, "P", "(?:(?<hh>(?:12 )?noon|"
	  "(?:12 )?midnight)(?:{ZONE})?|(?<hh>midday))" },
	{ "part-of-date", DAY, TIME, MEANS(CALENDAR), 0, "M 1",
	  "(?:the |early in the |late in the )?(?:early )?(?<part>morning|evening|afternoon|dawn|"
	  "night)(?: hours)? of (?:(?:{WD},? )?(?:{MON} {DAY}(?:,? {YEAR})?|(?:the )?{DAY} (?:of "
	  ")?{MON}(?:,? {YEAR})?))" },
	{ "part-set", DAY, SET, MEANS(SET), 0, "Q", "(?:every|each) (?<part>morning|afternoon|"
	  "evening)" },
	{ "rel-part", DAY, TIME, MEANS(DAY), 0, "",
	  "(?:(?:early|late|later|earlier) )?(?:in )?(?<dayrel>this|that|the next|the following|"
	  "the previous|the same|next|following|the) (?:early |late |mid[- ])?(?<part>morning|"
	  "afternoon|evening)(?! (?:paper|news|star|post|show))" },
	{ "mid-part", DAY, TIME, MEANS(DAY), 0, "", "(?<dayrel>)(?<part>mid[- ](?:morning|"
	  "afternoon)|(?:early|late) (?:morning|afternoon|evening)|overnight|dawn(?! of)|dusk)"
	  "(?! (?-i:[A-Z]))" },
	{ "season-year", DAY, DATE, MEANS(SEASON), 0, "S 4'UN",
	  "(?:{EDGE}|the )?(?:(?<edge>early|late|mid)[- ])?(?<season>spring|summer|autumn|fall|"
	  "winter)(?: of|,)? (?:{YEAR}|{YY}|{YREL}|{YEARWORDS})" },
	{ "every-season", DAY, SET, MEANS(SET), 0, "Q S", "(?:every|each) (?<season>spring|"
	  "summer|autumn|fall|winter)" },
	{ "rel-season", DAY, DATE, MEANS(SEASON), 0, "S RV",
	  "(?:{EDGE}|(?<edge>early|late|mid|later|earlier)[- ])?(?<srel>last|this|next|this past|"
	  "this coming|{THAT}|the previous|the following|the past|the coming|past|the same|the "
	  "next) (?<season>spring|summer|autumn|fall|winter)(?! from)" },
	{ "the-season", DAY, DATE, MEANS(SEASON), 0, "S",
	  "(?:(?:{EDGE}|the |(?<=\\bin )|(?<=\\bthis )|(?<=\\bby )|(?<=\\bsince )|(?<=\\buntil ))"
	  "(?:(?<edge>early|late|mid)[- ])?)(?<srel>)(?<season>spring|summer|autumn|winter)"
	  "(?:time)?(?! (?:in|from|games|olympic|palace|school|street|break|training|camp|house|"
	  "vacation|holiday|clothes|coat|jobs?|months?|season))(?-i:(?<![A-Z][a-z]{5})|"
	  "(?! [A-Z][a-z]))" },
	{ "the-fall", DAY, DATE, MEANS(SEASON), 0, "S", "(?:(?:early|late|mid)[- ]|(?<=\\bin )"
	  "the |(?<=\\bthis ))(?<srel>)(?<season>fall)(?! (?:of|in|from))(?=[ ,.])" },
	{ "new-years", DAY, DATE, MEANS(HOLIDAY), 0, "H",
	  "(?:(?<hrel>last|this|next|the) )?(?<holiday>(?-i:(?:(?:Lunar|Chinese) )?New Year)(?:'s|"
	  "\\xE2\\x80\\x99s|"
	  "s)?(?: (?-i:Eve|Day))?)(?:,? {YEAR})?" },
	{ "holiday", DAY, DATE, MEANS(HOLIDAY), 0, "H",
	  "(?:(?<hrel>last|this|next|the|(?:the )?(?:previous|following)) "
	  ")?(?<holiday>(?-i:(?<!Orthodox )Christmas(?: Eve| Day)?|Xmas|"
	  "(?<!Orthodox )Easter(?: Sunday| Monday| Saturday)?|"
	  "Thanksgiving(?: Day)?|Halloween|Valentine(?:'s|\\xE2\\x80\\x99s|s)? Day|Juneteenth|"
	  "Boxing Day|Memorial Day|"
	  "Labou?r Day|Independence Day|Veterans?(?:'s|\\xE2\\x80\\x99s|'|\\xE2\\x80\\x99)? Day|"
	  "Armistice Day|Remembrance (?:Day|Sunday)|"
	  "Presidents?(?:'|\\xE2\\x80\\x99)?s? Day|Columbus Day|Indigenous Peoples(?:'|"
	  "\\xE2\\x80\\x99)? Day|MLK Day|"
	  "(?:Martin Luther )?King(?:,)?(?: Jr\\.?)?,? Day|Epiphany|Whit (?:Sunday|Monday)|"
	  "Pentecost|Good Friday|"
	  "Ash Wednesday|Palm Sunday|Maundy Thursday|Shrove Tuesday|Earth Day|(?:St\\.? |Saint )"
	  "Pat(?:rick|dy)(?:'s|\\xE2\\x80\\x99s|s)? Day|"
	  "Groundhog Day|Flag Day|(?:Mother|Father)(?:'s|\\xE2\\x80\\x99s|s) Day|Guy Fawkes "
	  "(?:Night|Day)|Bonfire Night|"
	  "Cyber Monday|Black Friday|Palm Sunday|April Fools?(?:'s?|\\xE2\\x80\\x99s?)?(?: Day)?|"
	  "Canada Day|Bastille Day|Anzac Day|ANZAC Day|Burns Night|"
	  "Ascension Day|All (?:Saints|Souls)(?:'|\\xE2\\x80\\x99)? Day|Election Day|"
	  "Inauguration Day|May Day|Super Tuesday|"
	  "(?:Early|Late|Spring|Summer|August) [Bb]ank [Hh]oliday(?: Monday)?|Mardi Gras|Pancake "
	  "Day|Mothering Sunday|Victoria Day))(?<hweekend> weekend)?(?:,? (?:of "
	  ")?(?:{YEAR}|{YREL}))?" },
	{ "martin-luther-king", DAY, DATE, MEANS(HOLIDAY), 0, "H",
	  "(?:(?<hrel>last|this|next) )?(?<holiday>(?-i:Martin Luther King|MLK)(?:'s|"
	  "\\xE2\\x80\\x99s|s)?(?:,? Jr\\.?)?,? (?-i:Day))(?<hweekend> weekend)?(?:,? (?:of "
	  ")?(?:{YEAR}|{YREL}))?" },
	{ "fourth-of-july", MONTH, DATE, MEANS(CALENDAR), 0, "O", "(?:the )?(?<day>fourth) "
	  "of {MON}" },

	/* Sets and vague references. */
	{ "set", VAGUE, SET, MEANS(SET), 0, "", "(?-i:(?!(?<=[a-z] )[A-Z][a-z]))(?<set>daily|"
	  "nightly|weekly|biweekly|"
	  "fortnightly|monthly|bimonthly|quarterly(?! (?:dividend|results?|earnings|profits?|"
	  "loss|report|net|sales|revenue))|annually|yearly|hourly)(?! (?:news|mail|express|"
	  "mirror|telegraph|record|star|times|herald)\\b)" },
	{ "decade-words", VAGUE, DATE, MEANS(DECADE), 0, "",
	  "(?:the )(?:(?<edge>early|late|mid)[- ])?(?:nineteen[- ])?(?<decw>twenties|thirties|"
	  "forties|fifties|sixties|seventies|eighties|nineties)" },
	{ "year-in-words", VAGUE, DATE, MEANS(CALENDAR), 0, "", "(?:the year )?{YEARWORDS}" },
	{ "minutes-past", VAGUE, TIME, MEANS(CLOCK), 0, "", "(?<past>five|ten|twenty|twenty-five|"
	  "5|10|15|20|25) (?<dirn>past) {PASTHOUR}(?:,? (?:on )?{DATE}(?: {PART})?)?" },
	{ "now", VAGUE, DATE, MEANS(PRESENT), WW_VAGUE, "",
	  "(?:right now|now(?! (?:that|and then))|nowadays|currently|current(?! (?:account|"
	  "affairs|events|(?:fiscal |school |financial |calendar )?(?:year|quarter|month|week|"
	  "season|decade|century|period)))|presently|at present|(?<=\\bat )the moment|(?<=\\bat )"
	  "present|(?<=\\bat )this time|(?<=\\bfor )the time being|for the moment|"
	  "the present(?! [a-z]))" },
	{ "recently", VAGUE, DATE, MEANS(PAST), WW_VAGUE, "",
	  "(?:(?:more|most|very) )?(?:recently|lately)|(?:more |most )?recent(?! (?:days|weeks|"
	  "months|years|quarters|decades|hours))|(?<=\\bin )the past{NOUNIT}|(?<=\\bof )the "
	  "past{NOUNIT}|the (?:recent |distant )past" },
	{ "soon", VAGUE, DATE, MEANS(FUTURE), WW_VAGUE, "",
	  "(?:(?<=\\bin )|(?<=\\bfor )|(?<=\\bof ))?the (?:near |foreseeable |immediate |"
	  "not-too-distant |distant )?future(?! (?-i:[A-Z]))|"
	  "(?<!as )(?<!-)soon(?!-)(?! (?:after|as|became|began|found|"
	  "afterwards?))|(?<=\\bin )(?:the )?future|near future|(?<=\\bits |their |her |his )"
	  "future" },
};
const unsigned ww_n_date_forms = sizeof ww_date_forms / sizeof *ww_date_forms;
