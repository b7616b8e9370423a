#include "date_forms.h"

#include <stddef.h>

/* Shared parts; one may use those above it.  {MON_}, {WD_} and the like that
 * end in _ name nothing. */
const ww_form_part ww_date_parts[] = {
	{ "MON_", false, "(?:(?:jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?\\.?|"
	          "july?\\.?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|"
	          "dec(?:ember|\\.)?)(?![a-z]))" },
	{ "MON", false, "(?<mon>{MON_})" },
	{ "WD_", false, "(?:(?:mon|tues?|wed(?:nes|s)?|thur?s?|fri|sat(?:ur)?|sun)(?:day|\\.)?(?![a-z]))" },
	{ "WD", false, "(?<wd>{WD_})" },
	{ "WDS", false, "(?<wd>(?:mon|tues|wednes|thurs|fri|satur|sun)days)" },
	{ "WDFULL", false, "(?<wd>(?:mon|tues|wednes|thurs|fri|satur|sun)day(?![a-z]))" },
	{ "DAY_", false, "(?:(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?![0-9A-Za-z%]|[.,:]\\d))" },
	{ "DAY", false, "(?<day>{DAY_})" },
	{ "ORDDAY", false, "(?<day>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|"
	            "twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|"
	            "nineteenth|twentieth|twenty-(?:first|second|third|fourth|fifth|sixth|seventh|"
	            "eighth|ninth)|thirtieth|thirty-first)" },
	{ "YEAR_", false, "(?:(?:1\\d|20)\\d\\d(?![0-9A-Za-z%]|[.,]\\d))" },
	{ "YEAR", false, "(?<year>{YEAR_})" },
	{ "YY", false, "(?<year>['\\x{60}]\\d\\d|\\xE2\\x80[\\x98\\x99]\\d\\d)(?![0-9A-Za-z])" },
	{ "NW_", true, "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
	         "fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|"
	         "eighty|ninety|hundred|thousand|million|billion|dozen)" },
	{ "YEARWORDS", false, "(?<yearwords>(?:eighteen|nineteen|twenty)[ -](?:hundred|oh|ten|eleven|twelve|"
	               "(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|"
	               "nine)ty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|"
	               "two thousand(?:(?: and)? (?:one|two|three|four|five|six|seven|eight|nine|ten|"
	               "eleven|twelve))?)" },
	{ "NUM_", true, "(?:\\d+(?:,\\d\\d\\d)*(?:\\.\\d+)?(?:[ -](?:1/2|\\xC2\\xBD)|\\xC2\\xBD)?"
	          "(?: (?:million|billion|thousand|hundred))?|(?:an? )?{NW_}(?:(?: and)?[ -]{NW_})*"
	          "(?: and a half| and half)?)" },
	{ "NUM", false, "(?<n>{NUM_}(?:(?: to | or |-|\\xE2\\x80\\x93){NUM_})?)" },
	{ "N", false, "(?<n>{NUM_}(?:(?: to | or |-|\\xE2\\x80\\x93){NUM_})?|an? couple(?: of)?|an? additional|"
	       "half an?|an? half|an?)" },
	{ "VAGUE", false, "(?<n>several|an? few|few|some|many|a number of|dozens of|hundreds of|thousands of|"
	           "a good many|a great many|couple of|countless)" },
	{ "UNIT", false, "(?<unit>(?:second|minute|min|hour|hr|day|night|weekend|week|wk|fortnight|month|"
	          "quarter|year|yr|decade|century|millennium)(?![a-z]))" },
	{ "UNITS", false, "(?<unit>(?:(?:second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year|"
	           "decade)s?|centur(?:y|ies)|millenni(?:um|a))(?![a-z])|(?:min|hr|wk|yr)s?\\b\\.?)" },
	{ "ABOUT", false, "(?:(?:about|around|nearly|almost|over|more than|less than|fewer than|at least|"
	           "approximately|roughly|some|just over|just under|up to|at most|as many as|"
	           "no more than|well over|barely|close to|under|no less than|the|another|"
	           "just|exactly|only|all|an estimated|a mere) )" },
	{ "EDGE", false, "(?<edge>(?:very )?(?:early|late|later|earlier)(?: in| on)?(?: the)? |mid[- ]?|"
	          "the (?:very )?(?:end|start|beginning|middle|close|turn|latter part|early part|"
	          "rest|remainder) of (?:the )?)" },
	{ "YREL", false, "(?<yrel>(?:of )?(?:last|this|next|that|the same|the previous|the following|the "
	          "current|the past|the next|of the) year)" },
	{ "PART_", false, "(?:morning|afternoon|evening|night|lunchtime)s?(?![a-z])" },
	{ "PART", false, "(?<part>(?:early |late |mid[- ]?)?(?:morning|afternoon|evening|night|lunchtime)(?![a-z]))" },
	{ "ZONE", false, "(?:,? \\(?(?<zone>(?-i:GMT|UTC|BST|[ECMP][SD]T|ET|CT|MT|PT|CEST|CET|EET|IST|JST|"
	          "HKT|SGT|AEST|AEDT|AKST|AKDT|HST|WAT|EAT|SAST)(?![A-Za-z])|local time|(?:eastern|"
	          "central|mountain|pacific)(?: (?:standard|daylight|european))?(?: time)?)\\)?)" },
	{ "AMPM", false, "(?<ampm>[ap](?:\\.m\\.?|m)(?![A-Za-z]))" },
	{ "CLOCK", false, "(?:(?<hh>2[0-3]|[01]?\\d)(?:[:.](?<mm>[0-5]\\d)(?:[:.](?<ss>[0-5]\\d))?)? ?-?{AMPM}|"
	           "(?<hh>2[0-3]|[01]?\\d):(?<mm>[0-5]\\d)(?::(?<ss>[0-5]\\d))?(?![\\d:]|\\.\\d)"
	           "(?: ?(?:hours|hrs)(?![a-z]))?|"
	           "(?<hh>2[0-3]|[01]\\d)(?<mm>[0-5]\\d)(?= ?(?:GMT|UTC|hours|hrs))(?: ?(?:hours|hrs)(?![a-z]))?|"
	           "(?<hh>\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) "
	           "o(?:'|\\xE2\\x80\\x99)clock|(?<hh>(?:12 )?(?:noon|midnight)))" },
	{ "DATE", false, "(?:(?:{WD},? )?(?:{MON} {DAY}(?:,? {YEAR}|,? {YREL})?|(?:the )?{DAY} (?:of )?{MON}"
	          "(?:,? {YEAR}|,? {YREL})?)|(?:(?<rel>last|next|this) )?{WDFULL}(?: (?<wrel>last|next|this) week)?|"
	          "(?<dayword>today|yesterday|tomorrow))" },
	{ "REL", false, "(?<rel>last|this|next|past|this past|this coming|the past|the last|the next|the "
	         "coming|the previous|the preceding|the prior|the following|the current|the present|"
	         "that|that same|the same|the latest|previous|prior|following|the entire|the whole)" },
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

/* figures, Month, Weekday, Unit, Day word, Part of day, Season, Holiday, Vague,
 * set (Y), decade (X), clock (C), suffix (Z), Number, Ordinal, The, A, Relative,
 * Edge, about (B), every (Q), some (K), other (+) */
const char ww_role_letters[] = "1MWUDPSHVYXCZNOTAREBQK+";

/* Of the forms of one head the first that matches is taken: the longer and the
 * particular stand before the shorter and the general. */
const ww_form ww_date_forms[] = {
	/* Numbers: dates in figures, years, decades, clock times. */
	{ "iso-time", NUMBER, TIME, MEANS(CLOCK), 0, "1",
	  "(?<year>(?:1\\d|20)\\d\\d)-(?<m>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\\d|3[01])(?:T| )"
	  "(?<hh>2[0-3]|[01]\\d):(?<mm>[0-5]\\d)(?::(?<ss>[0-5]\\d)(?:\\.\\d+)?)?(?<offset>Z|[+-]\\d\\d:?\\d\\d)?" },
	{ "iso-date", NUMBER, DATE, MEANS(CALENDAR), 0, "1",
	  "(?<year>(?:1\\d|20)\\d\\d)(?:-(?<m>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\\d|3[01])|"
	  "/(?<m>0?[1-9]|1[0-2])/(?<day>0?[1-9]|[12]\\d|3[01])|"
	  "\\.(?<m>0[1-9]|1[0-2])\\.(?<day>0[1-9]|[12]\\d|3[01]))(?![-/.]?\\d)" },
	{ "numeric-date", NUMBER, DATE, MEANS(NUMERIC), 0, "1",
	  "(?<a>\\d{1,2})(?:/(?<b>\\d{1,2})/(?<year>(?:1[89]|20)\\d\\d|\\d\\d)|"
	  "-(?<b>\\d{1,2})-(?<year>(?:1[89]|20)\\d\\d|\\d\\d)|"
	  "\\.(?<b>\\d{1,2})\\.(?<year>(?:19|20)\\d\\d))(?![-/.]?\\d)" },
	{ "nine-eleven", NUMBER, DATE, MEANS(NUMERIC), 0, "1",
	  "(?<=[ (])(?<a>9)(?:/|-)(?<b>11)(?![-/.]?\\d)" },
	{ "numeric-day", NUMBER, DATE, MEANS(NUMERIC), 0, "1",
	  "(?:(?<=\\bon )|(?<=\\bsince )|(?<=\\buntil )|(?<=\\bby ))(?<a>1[0-2]|0?[1-9])/(?<b>3[01]|[12]\\d|0?[1-9])(?![-/.]?\\d)" },
	{ "day-MON-year", NUMBER, DATE, MEANS(CALENDAR), 0, "1", "{DAY}-{MON}-(?<year>(?:19|20)?\\d\\d)" },
	{ "day-range-month", NUMBER, DATE, MEANS(CALENDAR), 0, "1ZT",
	  "(?:from |between |the )?(?<m1>{DAY_})(?:-|\\xE2\\x80\\x93| to | and | or | through |/)"
	  "(?:the )?(?<m2>{DAY} (?:of )?{MON}(?:,? {YEAR}|,? {YREL})?)" },
	{ "clock-date", NUMBER, TIME, MEANS(CLOCK), 0, "1PNAEB",
	  "(?:around |about )?{CLOCK}(?:{ZONE})?(?:,? in the (?<part>morning|afternoon|evening))?,? (?:on )?{DATE}(?: {PART})?" },
	{ "clock-part", NUMBER, TIME, MEANS(CLOCK), 0, "1PNEB",
	  "{CLOCK}(?:{ZONE})?,? (?:(?:in the|that|this|tomorrow|yesterday) (?<part>morning|afternoon|evening)|"
	  "(?<part>at night)|(?<part>tonight))" },
	{ "day-month-clock", NUMBER, TIME, MEANS(CLOCK), 0, "1",
	  "{DAY} {MON}(?:,? {YEAR})?,? (?:at )?{CLOCK}(?:{ZONE})?" },
	{ "clock", NUMBER, TIME, MEANS(CLOCK), 0, "1PNAEB",
	  "(?:around |about )?{CLOCK}(?:{ZONE})?" },
	{ "not-clock", NUMBER, DATE, MEANS(NOTHING), 0, "1", "\\d+(?::\\d+)+(?:\\.\\d+)?" },
	{ "part-of-day-month", NUMBER, TIME, MEANS(CALENDAR), 0, "UPHTAE",
	  "(?:the |early in the |late in the )?(?<part>morning|night|evening|afternoon|dawn)(?: hours)? of (?:the )?{DAY} (?:of )?{MON}(?:,? {YEAR})?" },
	{ "edge-day-month", NUMBER, DATE, MEANS(CALENDAR), 0, "1WTE",
	  "(?:(?:early |late )(?:on )?)?(?:the )?(?:(?<wd>{WD_}),? )?(?:the )?{DAY} (?:of )?{MON}(?:,? (?:{YEAR}|{YY})|,? {YREL})?"
	  "(?: {PART})?" },
	{ "decade", NUMBER, DATE, MEANS(DECADE), 0, "1TE",
	  "(?:the )?(?:(?<edge>early|late|mid)[- ](?:to[ -](?:late|mid)[- ])?)?(?<dec>(?:1\\d|20)\\d)0(?:'|\\xE2\\x80\\x99)?s" },
	{ "short-decade", NUMBER, DATE, MEANS(DECADE), 0, "T",
	  "(?:the )(?:(?<edge>early|late|mid)[- ])?(?:'|\\xE2\\x80[\\x98\\x99])?(?<dec>[1-9])0(?:'|\\xE2\\x80\\x99)?s(?! (?:and|with|on|when))" },
	{ "age-decade", NUMBER, DATE, MEANS(NOTHING), 0, "1", "\\d0(?:'|\\xE2\\x80\\x99)?s" },
	{ "century", NUMBER, DATE, MEANS(CENTURY), 0, "1TE",
	  "(?:the )?(?:(?<edge>early|late|mid|turn of the)[- ])?(?<c>\\d{1,2})(?:st|nd|rd|th)[- ](?:century|centuries)(?: (?<bc>BC|B\\.C\\.|BCE))?" },
	{ "centuries", NUMBER, DATE, MEANS(CENTURY), 0, "1T",
	  "(?:the )?(?<m1>(?<c>\\d{1,2})(?:st|nd|rd|th))(?: and | to |-)(?<m2>(?<c2>\\d{1,2})(?:st|nd|rd|th) centur(?:y|ies))" },
	{ "not-count", NUMBER, DATE, MEANS(NOTHING), 0, "1",
	  "\\d+(?:[.,/]\\d+)+|\\d{3,}-\\d+(?:-\\d+)*(?<!(?:1[89]|20)\\d\\d-\\d\\d)(?<!(?:1[89]|20)\\d\\d-(?:1[89]|20)\\d\\d)" },
	{ "fiscal-quarter-code", NUMBER, DATE, MEANS(QUARTER), 0, "1T",
	  "(?:the )?(?<ord>[1-4])Q(?: ?(?<year>20\\d\\d|'?\\d\\d))?" },
	{ "bc", NUMBER, DATE, MEANS(BC), 0, "1MSVTAEB+",
	  "(?:(?:ca?\\.|circa|about|around) )?(?:(?:{MON}|{EDGE}|(?<season>spring|summer|autumn|winter)(?: of)?) )?"
	  "(?<y>\\d{1,4}) ?(?-i:BCE?|B\\. ?C\\.?(?:E\\.)?)" },
	{ "bc-range", NUMBER, DATE, MEANS(BC), 0, "1",
	  "(?<m1>(?<y1>\\d{2,3}))(?:-|\\xE2\\x80\\x93| to | and )(?<m2>(?<y>\\d{1,4}) ?(?-i:BCE?|B\\. ?C\\.?))" },
	{ "ad", NUMBER, DATE, MEANS(CALENDAR), 0, "1", "(?<year>\\d{2,4}) ?(?-i:AD|A\\.D\\.|CE)" },
	{ "year-quarter", NUMBER, DATE, MEANS(QUARTER), 0, "1T",
	  "(?:the )?{YEAR}(?:'s|\\xE2\\x80\\x99s)?,? (?:fiscal )?{QORD}[- ](?:fiscal )?quarter" },
	{ "year-period", NUMBER, DATE, MEANS(QUARTER), 0, "T",
	  "the {YEAR} (?<like>quarter|period)" },
	{ "year-half", NUMBER, DATE, MEANS(QUARTER), 0, "1T",
	  "(?:the )?{YEAR} (?<half>first|second)[- ]half" },
	{ "season-years", NUMBER, DATE, MEANS(SPAN), 0, "1T",
	  "(?:the )?(?<!the )(?<year>(?:19|20)\\d\\d)(?:-|/|\\xE2\\x80\\x93)(?<to>\\d\\d)(?![-/.]?\\d)" },
	{ "year-range", NUMBER, DATE, MEANS(CALENDAR), 0, "1Z",
	  "(?:from |between )?(?<m1>{YEAR_})(?:-|\\xE2\\x80\\x93|/)(?<m2>{YEAR})(?![-/]?\\d)" },
	{ "year-year", NUMBER, DATE, MEANS(CALENDAR), 0, "1",
	  "(?<m1>(?:1\\d|20)\\d\\d)(?:-|/|\\xE2\\x80\\x93)(?<m2>(?<y2>\\d\\d))(?![-/.]?\\d)" },
	{ "fiscal-year", NUMBER, DATE, MEANS(CALENDAR), 0, "T+",
	  "(?:the )?(?:fiscal|financial)(?: year)?[- ](?<year>(?:19|20)\\d\\d|'\\d\\d)" },
	{ "edge-year", NUMBER, DATE, MEANS(CALENDAR), 0, "VTE+",
	  "{EDGE}(?:fiscal )?(?<year>{YEAR_})(?: (?:through|until)(?= ))?+(?! (?:people|men|women|troops|soldiers|percent|per cent|miles|km|meters|metres|dollars|pounds|tons))" },
	{ "the-year", NUMBER, DATE, MEANS(CALENDAR), 0, "T", "the (?:calendar )?years? {YEAR}" },
	{ "not-a-year", NUMBER, DATE, MEANS(NOTHING), 0, "1",
	  "{YEAR_} (?:people|men|women|troops|soldiers|percent|per cent|miles|kilomet|km|meters|metres|"
	  "feet|yards|acres|hectares|dollars|pounds|euros|yen|francs|tons|tonnes|barrels|votes|jobs|"
	  "points|cases|homes|houses|shares|employees|workers|members|students|families|mph|pages|words|"
	  "copies|seats|others|times|deaths|calories|square|cubic|residents|cars|vehicles|aircraft|"
	  "children|guests|fans|spectators|refugees|civilians|prisoners|hours|days|weeks|months|years|"
	  "kg|lbs?|mg|watts|volts|[A-Z][a-z]+ (?:Avenue|Street|Road|Boulevard|Drive|Lane|St\\.|Ave\\.))" },
	{ "year", NUMBER, DATE, MEANS(CALENDAR), 0, "1",
	  "(?<![$#\\xA3&+=@/])(?<year>(?:1[4-9]|20)\\d\\d(?![0-9A-Za-z%_]|[.,]\\d|[-/]\\d))(?!-(?:foot|acre|mile|pound|ton|seat|member|strong|man|page|square|meter|metre|mph|plus|odd))" },
	{ "short-year", NUMBER, DATE, MEANS(CALENDAR), 0, "", "(?<=[ (\\xE2\\x80\\n-]){YY}" },
	{ "age", NUMBER, DATE, MEANS(NOTHING), 0, "1",
	  "\\d+(?:[- ](?:day|week|month|year)s?[- ]olds?| years? (?:old|of age))" },

	/* Months. */
	{ "not-may", MONTH, DATE, MEANS(NOTHING), 0, "MWUP+",
	  "(?-i:may|march|mar|sun|sat|dec|MAY(?= (?:BE|NOT|HAVE))|May (?=not |be |have |I |we |you |he |she |they |it |the ))" },
	{ "weekday-month-day", MONTH, DATE, MEANS(CALENDAR), 0, "R",
	  "(?:this |last |next )(?:past |coming )?{WD},? {MON} {ORDDAY}" },
	{ "month-day-clock", MONTH, TIME, MEANS(CLOCK), 0, "MAB",
	  "{MON} {DAY}(?:,? {YEAR})?,? (?:at (?:about |around )?)?{CLOCK}(?:{ZONE})?" },
	{ "month-day-part", MONTH, TIME, MEANS(CALENDAR), 0, "MUPHTAEB",
	  "(?:(?:the |early in the |late in the |early |late )?(?<part>morning|night|evening|afternoon|dawn)(?: hours)? (?:of |on ))?"
	  "{MON} {DAY}(?:,? {YEAR})?(?: {PART})" },
	{ "part-of-month-day", MONTH, TIME, MEANS(CALENDAR), 0, "UPHTAE",
	  "(?:the |early in the |late in the )?(?<part>morning|night|evening|afternoon|dawn)(?: hours)? of {MON} {DAY}(?:,? {YEAR})?" },
	{ "month-day-range-year", MONTH, DATE, MEANS(CALENDAR), 0, "MAB",
	  "(?<m1>{MON} {DAY})(?:-|\\xE2\\x80\\x93| to | through | and |, )(?<m2>{DAY}(?:, {YEAR}| {YEAR}))(?! {MON_})" },
	{ "month-day-range", MONTH, DATE, MEANS(CALENDAR), 0, "MAB",
	  "(?<m1>{MON} {DAY})(?:-|\\xE2\\x80\\x93| to | through | and )(?<m2>{DAY})(?! (?:{MON_}|percent|per cent|people|million|billion|others|years|days|a\\.m|p\\.m|hours|months|weeks|minutes)|:\\d| ?[ap]\\.?m)" },
	{ "month-day-year", MONTH, DATE, MEANS(CALENDAR), 0, "MAEB",
	  "(?:(?:early |late )(?:on )?)?{MON} (?:the )?{DAY}(?:, (?:{YEAR}|{YY})| {YEAR}|,? (?:of )?{YREL})(?: (?<bc>B\\.?C\\.?E?))?" },
	{ "month-ordinal", MONTH, DATE, MEANS(CALENDAR), 0, "MAB", "{MON} (?:the )?{ORDDAY}(?:, {YEAR})?(?! (?:quarter|half|time|day|week))" },
	{ "ordinal-month", MONTH, DATE, MEANS(CALENDAR), 0, "UNOT", "(?:the )?{ORDDAY} of {MON}(?:,? {YEAR}|,? {YREL})?" },
	{ "month-day", MONTH, DATE, MEANS(CALENDAR), 0, "MAEB",
	  "(?:early |late |around |about )?{MON} (?:the )?{DAY}(?! (?:percent|per cent|million|billion|{MON_} ))(?!%)(?![-.]\\d)" },
	{ "month-range-year", MONTH, DATE, MEANS(CALENDAR), 0, "MZAB",
	  "(?:from |between )?(?<m1>(?-i:(?=[A-Z])){MON_})(?:-|/|\\xE2\\x80\\x93| to | through | and | or )(?<m2>{MON} (?:of )?{YEAR})" },
	{ "edge-month-year", MONTH, DATE, MEANS(CALENDAR), 0, "MVZTAEB+",
	  "(?:{EDGE}|(?:the )?(?<edge>beginning|end|start)[- ]of[- ])?{MON},? (?:of )?(?:{YEAR}|{YY}|{YREL}|{YEARWORDS})" },
	{ "month-quarter", MONTH, DATE, MEANS(QUARTER), 0, "MTAB", "(?:the )?{MON}[- ]quarter" },
	{ "every-month", MONTH, SET, MEANS(SET), 0, "HQ", "(?:every|each) {MON}(?: {DAY})?" },
	{ "rel-month", MONTH, DATE, MEANS(CALENDAR), 0, "VZTRE+",
	  "(?:{EDGE})?(?<mrel>last|this|next|this past|this coming|past|the following|the previous|the next|the same|that) {MON}(?! (?:rally|issue's))" },
	{ "edge-month", MONTH, DATE, MEANS(CALENDAR), 0, "VTE+", "{EDGE}{MON}" },
	{ "may", MONTH, DATE, MEANS(CALENDAR), 0, "M",
	  "(?-i:(?:(?<=\\b[iI]n )|(?<=\\b[iI]n\\n)|(?<=\\b[oO]f )|(?<=\\b[bB]y )|(?<=\\bfor )|(?<=\\bto )|(?<=[sS]ince )|"
	  "(?<=[uU]ntil )|(?<=\\btill )|(?<=[fF]rom )|(?<=[bB]efore )|(?<=[aA]fter )|(?<=[dD]uring )|"
	  "(?<=through )|(?<=April and )|(?<=April or )|(?<=\\bon )|(?<=between )|(?<=[a-z]'s )|(?<=\\band )(?=\\w+ (?:and|or) (?:June|July)))(?<mon>May|March))(?! (?:[a-z]+ ){0,2}(?:not|be|have|never)\\b)(?![- ]?(?-i:[A-Z][a-z]+ (?:said|says|told|was|has)))" },
	{ "no-month", MONTH, DATE, MEANS(NOTHING), 0, "MWUPH+", "(?-i:May|MAY|Mar|MAR|Sun|SUN|Sat|SAT|Dec|DEC|Jun|Jan|MARCH|March(?= (?:[a-z]+ing|on|against|of|for|from)\\b))(?!\\.)" },
	{ "march", MONTH, DATE, MEANS(CALENDAR), 0, "M", "(?-i:(?<mon>March)(?! [A-Z]))" },
	{ "month-name", MONTH, DATE, MEANS(NOTHING), 0, "MA",
	  "(?-i:(?:April|June|August|January|May|Jan|Jun)(?: [A-Z]\\.)? (?!Mon|Tue|Wed|Thu|Fri|Sat|Sun|GMT|I )[A-Z][a-z]+)"
	  "(?<!(?<=\\bin )(?<=\\bof )x)" },
	{ "month", MONTH, DATE, MEANS(CALENDAR), 0, "MUHAB+", "(?-i:(?=[A-Z])){MON}" },

	/* Weekdays. */
	{ "weekday-clock", WEEKDAY, TIME, MEANS(CLOCK), 0, "W",
	  "{WD},? (?:{MON} {DAY}(?:,? {YEAR})?|{DAY} {MON}(?:,? {YEAR})?),? (?:at )?{CLOCK}(?:{ZONE})?" },
	{ "weekday-the-day-month", WEEKDAY, DATE, MEANS(CALENDAR), 0, "WVTE+",
	  "(?:{EDGE})?{WD},? (?:the )?{DAY} (?:of )?{MON}(?:,? {YEAR}|,? {YREL})?" },
	{ "weekday-month-day-range", WEEKDAY, DATE, MEANS(CALENDAR), 0, "W",
	  "(?<m1>{WD},? {MON} {DAY})(?:-|\\xE2\\x80\\x93| to | through )(?<m2>{DAY})(?! {MON_})" },
	{ "weekday-month-day-year", WEEKDAY, DATE, MEANS(CALENDAR), 0, "WVTRE+",
	  "(?:{EDGE})?(?:(?:this|last|next) (?:past |coming )?)?{WD},? {MON} (?:the )?(?:{DAY}|{ORDDAY})(?:,? {YEAR}|,? {YREL})?(?: {PART})?" },
	{ "weekday-the-day", WEEKDAY, DATE, MEANS(CALENDAR), 0, "W", "{WD},? the (?<day>(?:3[01]|[12]\\d|[1-9])(?:st|nd|rd|th))" },
	{ "weekday-set", WEEKDAY, SET, MEANS(SET), 0, "WHQ",
	  "(?:every|each)(?<other> other| second)? {WD}(?: {PART})?|{WDS}(?: (?<part>mornings?|afternoons?|evenings?|nights?))?|"
	  "{WDFULL} (?<part>mornings|afternoons|evenings|nights)" },
	{ "weekday-last-week", WEEKDAY, DATE, MEANS(WEEKDAY), 0, "WVTE+",
	  "(?:{EDGE})?{WD} (?:(?:of )?(?<wrel>last|this|next|that) week|(?<ago>{NUM_}|an?) weeks? ago|a week earlier)(?: {PART})?" },
	{ "week-weekday", WEEKDAY, DATE, MEANS(WEEKDAY), 0, "1ZNAK",
	  "(?<ago>{NUM_}|an?) weeks? (?:ago|from) (?:last |next |this )?{WD}" },
	{ "rel-weekday-part", WEEKDAY, TIME, MEANS(WEEKDAY), 0, "WVZTR",
	  "(?:(?<rel>last|this|next|this past|this coming|the following|the previous|that|past) )?{WDFULL},? {PART}" },
	{ "clock-weekday", WEEKDAY, TIME, MEANS(CLOCK), 0, "PEB",
	  "(?:shortly |just )?(?<hh>noon|midnight),? (?:on )?{WD}" },
	{ "part-weekday", WEEKDAY, TIME, MEANS(WEEKDAY), 0, "UPHTA", "(?:the )?(?<part>morning|afternoon|evening|night) (?:of|on) {WDFULL}" },
	{ "rel-weekday", WEEKDAY, DATE, MEANS(WEEKDAY), 0, "VZTRE+",
	  "(?:{EDGE})?(?<rel>last|this|next|this past|this coming|the following|the previous|the next|the preceding|that|the same|past|coming) {WD}" },
	{ "edge-weekday", WEEKDAY, DATE, MEANS(WEEKDAY), 0, "VTE+", "{EDGE}{WDFULL}" },
	{ "not-weekday", WEEKDAY, DATE, MEANS(NOTHING), 0, "MWUDPSHVYXCZNOTAREBQK+", "(?-i:[a-z]+|S(?:at|un|AT|UN)|Mon|Wed|WED|MON|Fri|Tue|Thu|FRI|TUE|THU)(?!\\.)" },
	{ "weekday-name", WEEKDAY, DATE, MEANS(NOTHING), 0, "W",
	  "(?-i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (?:Times|Telegraph|Mirror|Express|Night Live|Night Football|Mass|Independent|Mail|Herald|Post|Star|World|Sport|People|Harbor))" },
	{ "weekday", WEEKDAY, DATE, MEANS(WEEKDAY), 0, "WUPY", "{WD}" },

	/* Units: quarters and halves. */
	{ "quarter-of", UNIT, DATE, MEANS(QUARTER), 0, "1UNOTAR+",
	  "(?:the |its |their |our |a )?(?:(?:fiscal|financial|calendar)[- ])?{QORD}[- ](?:(?:fiscal|financial|calendar)[- ])?"
	  "quarter(?:,? (?:of |in |for )?(?:the )?(?:(?:fiscal|financial)(?: year)? )?(?:{YEAR}|{YREL}|{YY})|(?<yrel> of the year))?" },
	{ "year-rel-quarter", UNIT, DATE, MEANS(QUARTER), 0, "R",
	  "(?<yrel>last|this|next) year(?:'s|\\xE2\\x80\\x99s) {QORD}[- ]quarter" },
	{ "quarter-code", UNIT, DATE, MEANS(QUARTER), 0, "", "(?-i:Q(?<ord>[1-4]))(?: ?(?:of |FY)?(?<year>20\\d\\d|'?\\d\\d))?" },
	{ "year-ago-quarter", UNIT, DATE, MEANS(QUARTER), 0, "UTAR+",
	  "(?:the |a |its )?(?:comparable |same )?year[- ](?<yearago>ago|earlier)[- ](?:(?:fiscal )?{QORD}[- ])?(?:fiscal )?(?:quarter|period)(?! ended)" },
	{ "prior-year-quarter", UNIT, DATE, MEANS(QUARTER), 0, "ZTR+",
	  "(?:the )?(?<yearago>prior|previous|last)[- ]year(?:'s|\\xE2\\x80\\x99s)?[- ](?:(?:comparable|corresponding) )?(?:{QORD}[- ])?(?:quarter|period)" },
	{ "same-quarter", UNIT, DATE, MEANS(QUARTER), 0, "T",
	  "the (?:same|comparable|corresponding|like|equivalent) (?:(?<like>quarter|period)|(?<half>half)|(?<month>month))(?:,? (?:of|in) )?(?: ?(?<yearago>(?:of )?last year|a year ago|a year earlier|a year before|(?:of )?the previous year|(?:of )?the prior year)|{YEAR})" },
	{ "quarter-year-ago", UNIT, DATE, MEANS(QUARTER), 0, "T", "the quarter (?<yearago>a year (?:ago|earlier|before))" },
	{ "rel-quarter", UNIT, DATE, MEANS(QUARTER), 0, "TR",
	  "(?<rel>the latest|the most recent|this|last|next|the current|the previous|the preceding|the prior|the past|the next|that|the coming|the following|the) (?:fiscal )?(?:quarter|latest period)(?! (?:of an?|century|mile|point|percentage|final|back))" },
	{ "latest-period", UNIT, DATE, MEANS(QUARTER), 0, "T", "(?<rel>the latest|the year-ago) period" },
	{ "half-of", UNIT, DATE, MEANS(QUARTER), 0, "1UOTR+",
	  "(?:the )?(?<half>first|second|latter|last|1st|2nd)[- ]half(?: of (?:the )?(?:(?:fiscal|financial)(?: year)? )?(?:{YEAR}|(?<yrel>last year|this year|next year|the year|year|the following year)))" },
	{ "the-half", UNIT, DATE, MEANS(QUARTER), 0, "T", "(?:the )(?:fiscal )?(?<half>first|second)[- ]half(?= (?:results?|profits?|earnings|sales|revenues?|net|loss|will|was|from|on|to|this|last))" },
	{ "first-half-adjective", UNIT, DATE, MEANS(QUARTER), 0, "UO", "(?<half>first|second)-half(?= (?:results?|profits?|earnings|sales|revenues?|net|loss|pretax|pre-tax|operating))" },

	/* Units: ages, and other things that are no time. */
	{ "age-units", UNIT, DATE, MEANS(NOTHING), 0, "1UZNAK",
	  "{N}[- ](?:day|week|month|year)s?(?:[- ]olds?| of age)" },
	{ "not-unit", UNIT, DATE, MEANS(NOTHING), 0, "UHYZNOTQ",
	  "(?:first|second|third|fourth) half|half(?! an? (?:hour|year|century|day|decade|dozen))(?! hour)|quarter(?:s|-?finals?|backs?)?(?! ended)|(?:light|gap|new|leap)[- ]years?|(?:man|person)[- ](?:hours?|days?|years?)|day care|day job|weekday|nightclub|second(?! (?:later|earlier))|minutes of (?:the|a) meeting|the minutes" },

	/* Units: relative to a date. */
	{ "year-ago", UNIT, DATE, MEANS(YEAR_AGO), 0, "UNTAB",
	  "(?:(?:just |almost |nearly |about |over |more than )?(?:a|one) year (?<dir>ago|earlier|before|previously)|year[- ](?<dir>ago|earlier)|(?:the )(?<dir>prior|previous|preceding) year|the year (?<dir>before|earlier)|the (?<dir>prior)-year)"
	  "(?! (?:{WD_}|today|this|the))" },
	{ "day-before-yesterday", UNIT, DATE, MEANS(DAY), 0, "T",
	  "the (?<dayword>day before yesterday|day after tomorrow)(?: {PART})?" },
	{ "units-from", UNIT, DATE, MEANS(AGO), 0, "1MWUZNTAEBK",
	  "(?:{ABOUT})?(?:(?:(?:{N}|{VAGUE})(?: more)? )|(?<n>))?{UNITS}(?: or (?:so|more|two))? (?<dir>ago|from now|from today|hence|back(?=,|\\.))(?: (?:today|this week|this month|tomorrow))?" },
	{ "night-before", UNIT, TIME, MEANS(AGO), 0, "T", "the (?<part>night|evening|morning) (?<dir>before|after)(?= |,|\\.|$)(?! (?:the|a|an|he|she|they|it|his|her|that|[A-Z]))" },
	{ "units-later", UNIT, DATE, MEANS(AGO), 0, "1MWUZNTAEBK",
	  "(?:{ABOUT})?(?:(?:{N}|{VAGUE})(?: more)? |(?<n>))?{UNITS} (?<dir>later|earlier|previously|afterwards?|beforehand|hence)(?! (?:than|in))" },
	{ "units-before", UNIT, DATE, MEANS(AGO), 0, "1MWUZNTAK",
	  "(?:{N} {UNITS}|(?<=\\bthe )(?<n>){UNIT}|the (?<n>){UNIT}) (?<dir>before|after|prior|following)(?=[.,;:)\\n\"]|$| (?:at|in|by|when|to|with|on|for|and|as|from)\\b)(?! (?:the|an?|he|she|they|it|his|her|their) )" },
	{ "every-unit", UNIT, SET, MEANS(SET), 0, "MWUHVYZNQ",
	  "(?:(?:once |twice |three times |four times )?(?:every|each)(?<other> other| second| third)?(?: single)? (?:{NUM}[- ])?{UNITS}|(?<=\\bper )(?<per>){UNIT}|per (?<per>){UNIT})" },
	{ "times-a-unit", UNIT, SET, MEANS(SET), 0, "1HVYZNAQK", "(?:once|twice|{NW_} times|\\d+ times|several times|many times|(?<=\\btimes )) ?(?:an?|per|each|every) {UNIT}" },
	{ "edge-rel-unit", UNIT, DATE, MEANS(RELATIVE), 0, "PVTAREBK+",
	  "(?:{EDGE}|(?<edge>sometime |about this time |this time |early |late |mid-))(?<rel>last|this|next|that|the|the same|the previous|the following|the current|the coming|the past)? ?(?:(?:fiscal|financial|calendar|school|academic) )?{UNIT}" },
	{ "unit-end", UNIT, DATE, MEANS(RELATIVE), 0, "MWUZTAB",
	  "(?:around )?(?:the )?(?<edge>)(?<unit>year|month|week|quarter|decade|century)(?:'s|\\xE2\\x80\\x99s)?[- ]end" },
	{ "week-of", UNIT, DATE, MEANS(RELATIVE), 0, "T", "the week (?:of|beginning|ending|ended|starting) {DATE}" },
	{ "rel-n-units", UNIT, DURATION, MEANS(DURATION), 0, "VZOTREBQK+",
	  "(?:each of |(?:over|during|within) )?(?:the )?(?<rel>last|past|next|coming|first|final|previous|preceding|following|opening|initial|latest|closing|remaining|early|early|other|intervening|these|those|this)"
	  " (?:(?:full |consecutive )?(?:{NUM}|{VAGUE}|(?<n>couple(?: of)?|half))(?: or (?:so|more))?)(?: (?:full|consecutive|calendar|fiscal|trading|straight|more|business|working))?[- ]{UNITS}(?: or so)?" },
	{ "n-rel-units", UNIT, DURATION, MEANS(DURATION), 0, "1ZNTAK",
	  "(?:the )?{NUM} (?:past|previous|preceding|following|intervening) {UNITS}" },
	{ "recent-units", UNIT, DURATION, MEANS(DURATION), 0, "VZTRE+",
	  "(?:the )?(?<rel>recent|past|coming|next few|last few|early|intervening|ensuing|following|final|future|later|last|previous) (?<n>)(?<unit>(?:minutes|hours|days|weeks|weekends|nights|months|quarters|years|decades|centuries))(?: and (?:weeks|months|years))?" },
	{ "last-night", UNIT, TIME, MEANS(DAY), 0, "VNTRE",
	  "(?:(?:early|late|later) )?(?<dayrel>last|that|this|the previous|the next|the following|the same|one) (?<part>night)" },
	{ "night-of", UNIT, TIME, MEANS(CALENDAR), 0, "UT", "(?:the )?(?<part>night) of (?:(?:{WD},? )?(?:{MON} {DAY}(?:,? {YEAR})?|(?:the )?{DAY} (?:of )?{MON}(?:,? {YEAR})?))" },
	{ "rel-fiscal-year", UNIT, DATE, MEANS(RELATIVE), 0, "TR",
	  "(?<rel>last|this|next|the current|the next|the previous|the latest|the past|the coming|the prior) (?:fiscal|financial|calendar|school|academic|tax) {UNIT}" },
	{ "this-unit-ago", UNIT, DATE, MEANS(RELATIVE), 0, "R", "(?<rel>last|this|next) {UNIT}(?! (?:ago|earlier))(?!-)" },
	{ "rel-unit", UNIT, DATE, MEANS(RELATIVE), 0, "VZTR+", "{REL} {UNIT}(?!-)(?! (?:ago|earlier|care|job))(?: or so)?" },
	{ "these-days", UNIT, DATE, MEANS(PRESENT), WW_VAGUE, "TR", "these days" },
	{ "weekend", UNIT, DATE, MEANS(RELATIVE), 0, "UTB", "(?:the |over the )?(?<rel>)(?<unit>weekend)(?=[ ,.;]|$)(?! (?:edition|warriors?|getaway|trips?|break))" },
	{ "ordinal-century", UNIT, DATE, MEANS(CENTURY), 0, "UNOTE",
	  "(?:the )?(?:(?<edge>early|late|mid)[- ])?(?<cw>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)[- ]century" },
	{ "year-words", UNIT, DATE, MEANS(CALENDAR), 0, "T", "the year {YEARWORDS}" },

	/* Units: durations. */
	{ "compound-duration", UNIT, DURATION, MEANS(DURATION), 0, "1ZNTAEBK",
	  "(?:{ABOUT})?{NUM} {UNITS}(?:,| and|, and)? (?<n2>{NUM_}) (?<unit2>(?:seconds?|minutes?|hours?|days?|weeks?|months?)(?![a-z]))" },
	{ "duration-half", UNIT, DURATION, MEANS(DURATION), 0, "ZNTAEBK",
	  "(?:{ABOUT})?(?<n>an?|one) (?<unit>minute|hour|day|week|month|year|decade|century) and (?<n2>a half)" },
	{ "fiscal-year-duration", UNIT, DURATION, MEANS(DURATION), 0, "T", "the (?<n>)(?:full )?(?:fiscal|financial|calendar) (?<unit>year)|the (?<n>)full (?<unit>year)" },
	{ "duration-long", UNIT, DURATION, MEANS(DURATION), 0, "1MWUZNAK",
	  "(?:{N}[- ])?(?<n>)?{UNITS}-long" },
	{ "duration-hyphen", UNIT, DURATION, MEANS(DURATION), 0, "1ZNTAK",
	  "(?:(?:a|the) (?=\\w+-year period))?(?:{NUM}|{VAGUE})-{UNIT}(?:-(?:plus))?(?! [a-z]+ old)(?: period)?+(?!-old)" },
	{ "rate", UNIT, SET, MEANS(SET), 0, "A",
	  "(?:(?<=[0-9mnskdt%] )|(?<=[0-9mnskdt%]\\n))(?<!and )(?<!for )(?<!most )(?<!least )(?<!about )(?<!last )(?<!spent )(?<!past )(?<!almost )(?<!then )(?<!than )(?<!within )(?<!lasts )(?<!took )(?<!after )(?<!is )(?<!was )(?<!takes )(?<!wait )an? {UNIT}(?! (?:ago|earlier|later|before|after|from|and a half|or|in|of|to|old|when|with|that|long))(?!-)" },
	{ "duration", UNIT, DURATION, MEANS(DURATION), 0, "1UZNTAEBK",
	  "(?:{ABOUT}){0,2}(?:a (?:full|whole|total of|period of|further|single|solid|mere|record) )?(?:{N}|{VAGUE})"
	  "(?: or (?:more|so|two))?(?:(?: (?:more|full|consecutive|straight|additional|long|further|trading|working|business|calendar|whole|extra|successive|solid|whole|better)){1,2})?[ ]{UNITS}(?: or (?:so|more|longer))?(?! (?:ago|earlier))(?!-old)" },
	{ "the-units", UNIT, DURATION, MEANS(DURATION), 0, "T", "the (?<n>)(?<unit>(?:weeks|months|years|decades|hours|days)) (?:ahead|to come)" },
	{ "vague-duration", UNIT, DURATION, MEANS(DURATION), 0, "MWUZA",
	  "(?:(?<=\\bfor )|(?<=\\bin )|(?<=within )|(?<=\\bafter )|(?<=\\bof )|(?<=take )|(?<=took )|(?<=\\binto )|(?<=spent )|(?<=over )|(?<=\\bfor\\n))(?<n>)(?<unit>(?:minutes|hours|days|weeks|months|years|decades|centuries|ages))(?! (?:old|past|of age))" },
	{ "one-day", UNIT, DATE, MEANS(FUTURE), WW_VAGUE, "K", "some ?day" },
	{ "the-year", UNIT, DATE, MEANS(RELATIVE), 0, "T", "(?<rel>the) (?<unit>year)(?= ?(?:[.,;]|$|in which|to date|as a whole|ended|ending|before|after|through))" },

	/* Day words, parts of the day, seasons, holidays. */
	{ "day-word-part", DAY, TIME, MEANS(DAY), 0, "DVRE",
	  "(?:(?:early|late|later|earlier) )?(?<dayword>today|yesterday|tomorrow) {PART}|(?:(?:early|late|later|earlier) )?(?<part>mid-?(?:morning|afternoon)|(?:this|that) (?:morning|afternoon|evening)) (?<dayword>today|yesterday|tomorrow)" },
	{ "day-word", DAY, DATE, MEANS(DAY), 0, "DVE", "(?:(?:earlier|later|late|early) (?:on )?)?(?<dayword>today|yesterday|tomorrow)(?!'s (?:world|society|youth))" },
	{ "tonight", DAY, TIME, MEANS(DAY), 0, "DVE", "(?:(?:earlier|later|late|early) )?(?<part>tonight|tonite)" },
	{ "clock-word-day", DAY, TIME, MEANS(CLOCK), 0, "1PNAEB", "(?:(?:around|about|shortly before|shortly after|just before|just after) )?{CLOCK},? (?:on )?(?:{DATE}|(?<dayword>today|tomorrow|yesterday))" },
	{ "clock-word", DAY, TIME, MEANS(CLOCK), 0, "1PEB", "(?<hh>(?:12 )?noon|(?:12 )?midnight|midday)" },
	{ "part-of-date", DAY, TIME, MEANS(CALENDAR), 0, "UPHTAE",
	  "(?:the |early in the |late in the )?(?:early )?(?<part>morning|evening|afternoon|dawn|night)(?: hours)? of (?:(?:{WD},? )?(?:{MON} {DAY}(?:,? {YEAR})?|(?:the )?{DAY} (?:of )?{MON}(?:,? {YEAR})?))" },
	{ "part-set", DAY, SET, MEANS(SET), 0, "HQ", "(?:every|each) (?<part>morning|afternoon|evening)" },
	{ "rel-part", DAY, TIME, MEANS(DAY), 0, "VTRE",
	  "(?:(?:early|late|later|earlier) )?(?:in )?(?<dayrel>this|that|the next|the following|the previous|the same|next|following|the) (?:early |late |mid[- ])?(?<part>morning|afternoon|evening)(?! (?:paper|news|star|post|show))" },
	{ "mid-part", DAY, TIME, MEANS(DAY), 0, "PEB", "(?<dayrel>)(?<part>mid[- ](?:morning|afternoon)|overnight|dawn|dusk)(?! [A-Z])" },
	{ "season-year", DAY, DATE, MEANS(SEASON), 0, "SVTAE+",
	  "(?:{EDGE}|the )?(?:(?<edge>early|late|mid)[- ])?(?<season>spring|summer|autumn|fall|winter)(?: of|,)? (?:{YEAR}|{YY}|{YREL}|{YEARWORDS})" },
	{ "every-season", DAY, SET, MEANS(SET), 0, "HQ", "(?:every|each) (?<season>spring|summer|autumn|fall|winter)" },
	{ "rel-season", DAY, DATE, MEANS(SEASON), 0, "VZTRE+",
	  "(?:{EDGE}|(?<edge>early|late|mid|later|earlier)[- ])?(?<srel>last|this|next|this past|this coming|that|the previous|the following|the past|the coming|past|the same|the next) (?<season>spring|summer|autumn|fall|winter)(?! (?:in|from|of))" },
	{ "the-season", DAY, DATE, MEANS(SEASON), 0, "SVTAE+",
	  "(?:(?:{EDGE}|the |(?<=\\bin )|(?<=\\bthis )|(?<=\\bby )|(?<=\\bsince )|(?<=\\buntil ))(?:(?<edge>early|late|mid)[- ])?)(?<srel>)(?<season>spring|summer|autumn|winter)(?:time)?(?! (?:in|from|games|olympic|palace|school|street|break|training|camp|house|vacation|holiday|clothes|coat|jobs?|months?|season))" },
	{ "the-fall", DAY, DATE, MEANS(SEASON), 0, "STE", "(?:(?:early|late|mid)[- ]|(?<=\\bin )the |(?<=\\bthis ))(?<srel>)(?<season>fall)(?! (?:of|in|from))(?=[ ,.])" },
	{ "new-years", DAY, DATE, MEANS(HOLIDAY), 0, "HTR",
	  "(?:(?<hrel>last|this|next|the) )?(?<holiday>(?-i:New Year)(?:'s|\\xE2\\x80\\x99s|s)?(?: (?-i:Eve|Day))?)(?:,? {YEAR})?" },
	{ "holiday", DAY, DATE, MEANS(HOLIDAY), 0, "MSHZTAREK+",
	  "(?:(?<hrel>last|this|next|the) )?(?<holiday>(?-i:Christmas(?: Eve| Day)?|Xmas|Easter(?: Sunday| Monday| Saturday)?|"
	  "Thanksgiving(?: Day)?|Halloween|Valentine(?:'s|\\xE2\\x80\\x99s|s)? Day|Juneteenth|Boxing Day|Memorial Day|"
	  "Labou?r Day|Independence Day|Veterans(?:'|\\xE2\\x80\\x99)? Day|Armistice Day|Remembrance (?:Day|Sunday)|"
	  "Presidents?(?:'|\\xE2\\x80\\x99)?s? Day|Columbus Day|Indigenous Peoples(?:'|\\xE2\\x80\\x99)? Day|MLK Day|"
	  "(?:Martin Luther )?King(?:,)?(?: Jr\\.?)?,? Day|Epiphany|Whit (?:Sunday|Monday)|Pentecost|Good Friday|"
	  "Ash Wednesday|Palm Sunday|Maundy Thursday|Shrove Tuesday|Earth Day|(?:St\\.? |Saint )Patrick(?:'s|\\xE2\\x80\\x99s)? Day|"
	  "Groundhog Day|Flag Day|(?:Mother|Father)(?:'s|\\xE2\\x80\\x99s|s) Day|Guy Fawkes (?:Night|Day)|Bonfire Night|"
	  "Cyber Monday|Black Friday|Palm Sunday|April Fools?(?:'s?|\\xE2\\x80\\x99s?)?(?: Day)?|Canada Day|Bastille Day|Anzac Day|ANZAC Day|Burns Night|"
	  "Ascension Day|All (?:Saints|Souls)(?:'|\\xE2\\x80\\x99)? Day|Election Day|Inauguration Day|May Day|Super Tuesday|"
	  "(?:Early|Late|Spring|Summer|August) [Bb]ank [Hh]oliday(?: Monday)?))(?:,? (?:of )?(?:{YEAR}|{YREL}))?" },
	{ "martin-luther-king", DAY, DATE, MEANS(HOLIDAY), 0, "M+",
	  "(?<holiday>(?-i:Martin Luther King)(?:,? Jr\\.?)?,? (?-i:Day))(?:,? {YEAR})?" },
	{ "fourth-of-july", MONTH, DATE, MEANS(CALENDAR), 0, "NOT", "(?:the )?(?<day>fourth) of {MON}" },

	/* Sets and vague references. */
	{ "set", VAGUE, SET, MEANS(SET), 0, "WUYZA", "(?<set>daily|nightly|weekly|biweekly|fortnightly|monthly|bimonthly|quarterly|annually|yearly|hourly)(?! (?:news|mail|express|mirror|telegraph|record|star|times|herald))" },
	{ "decade-words", VAGUE, DATE, MEANS(DECADE), 0, "T",
	  "(?:the )(?:(?<edge>early|late|mid)[- ])?(?:nineteen[- ])?(?<decw>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)" },
	{ "year-in-words", VAGUE, DATE, MEANS(CALENDAR), 0, "NT", "(?:the year )?{YEARWORDS}" },
	{ "now", VAGUE, DATE, MEANS(PRESENT), WW_VAGUE, "VZTARB+",
	  "(?:right now|now(?! (?:that|and then))|nowadays|currently|current(?! (?:account|affairs|events))|presently|at present|(?<=\\bat )the moment|(?<=\\bat )present|(?<=\\bat )this time|(?<=\\bfor )the time being|for the moment|the present)" },
	{ "recently", VAGUE, DATE, MEANS(PAST), WW_VAGUE, "VZTREB+",
	  "(?:(?:more|most|very) )?(?:recently|lately)|(?:more |most )?recent(?! (?:days|weeks|months|years))|previously(?! (?:planned|owned))|(?<=\\bin )the past|(?<=\\bof )the past|the (?:recent |distant )past|formerly" },
	{ "soon", VAGUE, DATE, MEANS(FUTURE), WW_VAGUE, "VT",
	  "(?:(?<=\\bin )|(?<=\\bfor )|(?<=\\bof ))?the (?:near |foreseeable |immediate |not-too-distant |distant )?future|(?<!as )soon(?! (?:after|as|became|began|found|afterwards?))|(?<=\\bin )(?:the )?future|near future|(?<=\\bits |their |her |his )future" },
};
const unsigned ww_n_date_forms = sizeof ww_date_forms / sizeof *ww_date_forms;
