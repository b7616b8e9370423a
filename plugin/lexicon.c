#include "lexicon.h"

#include "ascii.h"

#include <string.h>

#define MONTH(text, value) { text, WW_ROLE_MONTH, value }
#define WEEKDAY(text, value) { text, WW_ROLE_WEEKDAY, value }
#define UNIT(text, value) { text, WW_ROLE_UNIT, WW_UNIT_##value }
#define QUARTER(text, value) { text, WW_ROLE_QUARTER, WW_UNIT_##value }
#define DAY(text, value) { text, WW_ROLE_DAY, value }
#define PART(text, value) { text, WW_ROLE_PART, WW_PART_##value }
#define SEASON(text, value) { text, WW_ROLE_SEASON, value }
#define HOLIDAY(text) { text, WW_ROLE_HOLIDAY, 0 }
#define VAGUE(text) { text, WW_ROLE_VAGUE, 0 }
#define SET(text, value) { text, WW_ROLE_SET, WW_UNIT_##value }
#define DECADE(text, value) { text, WW_ROLE_DECADE, value }
#define CLOCK(text) { text, WW_ROLE_CLOCK, 0 }
#define NUMBER(text, value) { text, WW_ROLE_NUMBER, value }
#define ORDINAL(text, value) { text, WW_ROLE_ORDINAL, value }
#define OLD(text) { text, WW_ROLE_OLD, 0 }
#define AGO(text) { text, WW_ROLE_AGO, 0 }
#define SUFFIX(text) { text, WW_ROLE_SUFFIX, 0 }
#define THE(text) { text, WW_ROLE_THE, 0 }
#define A(text) { text, WW_ROLE_A, 0 }
#define RELATIVE(text) { text, WW_ROLE_RELATIVE, 0 }
#define EDGE(text) { text, WW_ROLE_EDGE, 0 }
#define ABOUT(text) { text, WW_ROLE_ABOUT, 0 }
#define EVERY(text) { text, WW_ROLE_EVERY, 0 }
#define SOME(text) { text, WW_ROLE_SOME, 0 }
#define OTHER(text) { text, WW_ROLE_OTHER, 0 }

static const ww_word words[] = {
	MONTH("january", 1), MONTH("february", 2), MONTH("march", 3), MONTH("april", 4),
	MONTH("may", 5), MONTH("june", 6), MONTH("july", 7), MONTH("august", 8),
	MONTH("september", 9), MONTH("october", 10), MONTH("november", 11), MONTH("december", 12),
	MONTH("jan", 1), MONTH("feb", 2), MONTH("mar", 3), MONTH("apr", 4), MONTH("jun", 6),
	MONTH("jul", 7), MONTH("aug", 8), MONTH("sept", 9), MONTH("sep", 9), MONTH("oct", 10),
	MONTH("nov", 11), MONTH("dec", 12),

	WEEKDAY("monday", 0), WEEKDAY("tuesday", 1), WEEKDAY("wednesday", 2),
	WEEKDAY("thursday", 3), WEEKDAY("friday", 4), WEEKDAY("saturday", 5), WEEKDAY("sunday", 6),
	WEEKDAY("mon", 0), WEEKDAY("tue", 1), WEEKDAY("tues", 1), WEEKDAY("wed", 2),
	WEEKDAY("weds", 2), WEEKDAY("thu", 3), WEEKDAY("thur", 3), WEEKDAY("thurs", 3),
	WEEKDAY("fri", 4), WEEKDAY("sat", 5), WEEKDAY("sun", 6),
	WEEKDAY("mondays", 0), WEEKDAY("tuesdays", 1), WEEKDAY("wednesdays", 2),
	WEEKDAY("thursdays", 3), WEEKDAY("fridays", 4), WEEKDAY("saturdays", 5),
	WEEKDAY("sundays", 6),

	UNIT("second", SECOND), UNIT("seconds", SECOND), UNIT("minute", MINUTE),
	UNIT("minutes", MINUTE), UNIT("min", MINUTE), UNIT("mins", MINUTE), UNIT("hour", HOUR),
	UNIT("hours", HOUR), UNIT("hr", HOUR), UNIT("hrs", HOUR), UNIT("day", DAY),
	UNIT("days", DAY), UNIT("night", NIGHT), UNIT("nights", NIGHT), UNIT("weekend", WEEKEND),
	UNIT("weekends", WEEKEND), UNIT("week", WEEK), UNIT("weeks", WEEK), UNIT("wk", WEEK),
	UNIT("wks", WEEK), UNIT("fortnight", FORTNIGHT), UNIT("fortnights", FORTNIGHT),
	UNIT("month", MONTH), UNIT("months", MONTH),
	 UNIT("year", YEAR),
	UNIT("years", YEAR), UNIT("yr", YEAR), UNIT("yrs", YEAR), UNIT("decade", DECADE),
	UNIT("decades", DECADE), UNIT("century", CENTURY), UNIT("centuries", CENTURY),
	UNIT("millennium", MILLENNIUM), UNIT("millennia", MILLENNIUM),

	QUARTER("quarter", QUARTER), QUARTER("quarters", QUARTER), QUARTER("q", QUARTER), QUARTER("fy", QUARTER), QUARTER("h", HALF),
	
	QUARTER("half", HALF), QUARTER("halves", HALF), QUARTER("period", QUARTER),

	DAY("today", 0), DAY("tonight", 0), DAY("yesterday", -1), DAY("tomorrow", 1),
	DAY("tonite", 0),

	PART("morning", MORNING), PART("mornings", MORNING), PART("afternoon", AFTERNOON),
	PART("afternoons", AFTERNOON), PART("evening", EVENING), PART("evenings", EVENING),
	PART("overnight", NIGHT), PART("dawn", MORNING), PART("dusk", EVENING),
	PART("sunrise", MORNING), PART("sunset", EVENING), PART("lunchtime", AFTERNOON),
	PART("midday", NOON), PART("noon", NOON), PART("midnight", MIDNIGHT),

	SEASON("spring", 0), SEASON("summer", 1), SEASON("fall", 2), SEASON("autumn", 2),
	SEASON("winter", 3), SEASON("springtime", 0), SEASON("summertime", 1),
	SEASON("wintertime", 3), SEASON("summers", 1), SEASON("winters", 3),

	HOLIDAY("christmas"), HOLIDAY("easter"), HOLIDAY("thanksgiving"), HOLIDAY("halloween"),
	HOLIDAY("valentine"), HOLIDAY("juneteenth"), HOLIDAY("hogmanay"), HOLIDAY("boxing"),
	HOLIDAY("memorial"), HOLIDAY("labor"), HOLIDAY("labour"), HOLIDAY("independence"),
	HOLIDAY("veterans"), HOLIDAY("armistice"), HOLIDAY("remembrance"), HOLIDAY("presidents"),
	HOLIDAY("columbus"), HOLIDAY("mlk"), HOLIDAY("king"), HOLIDAY("epiphany"),
	HOLIDAY("whit"), HOLIDAY("pentecost"), HOLIDAY("good"), HOLIDAY("ash"), HOLIDAY("palm"),
	HOLIDAY("maundy"), HOLIDAY("shrove"), HOLIDAY("earth"), HOLIDAY("patrick"),
	HOLIDAY("groundhog"), HOLIDAY("flag"), HOLIDAY("mother"), HOLIDAY("father"),
	HOLIDAY("mothers"), HOLIDAY("fathers"), HOLIDAY("mothering"), HOLIDAY("mardi"),
	HOLIDAY("pancake"), HOLIDAY("veteran"), HOLIDAY("victoria"),
	HOLIDAY("patricks"), HOLIDAY("paddy"),
	HOLIDAY("guy"), HOLIDAY("bonfire"), HOLIDAY("cyber"), HOLIDAY("black"), HOLIDAY("fool"),
	HOLIDAY("fools"), HOLIDAY("george"), HOLIDAY("andrew"), HOLIDAY("canada"),
	HOLIDAY("bastille"), HOLIDAY("anzac"), HOLIDAY("burns"), HOLIDAY("ascension"),
	HOLIDAY("bank"), HOLIDAY("noel"), HOLIDAY("xmas"), HOLIDAY("lady"), HOLIDAY("saints"),
	HOLIDAY("souls"), HOLIDAY("eve"), HOLIDAY("indigenous"), HOLIDAY("election"),
	HOLIDAY("inauguration"), HOLIDAY("super"), HOLIDAY("new"), HOLIDAY("lunar"),
	HOLIDAY("chinese"),

	VAGUE("now"), VAGUE("nowadays"), VAGUE("currently"), VAGUE("current"), VAGUE("recently"), VAGUE("recent"),
	VAGUE("soon"), VAGUE("future"), VAGUE("past"),
	VAGUE("present"), VAGUE("presently"), VAGUE("moment"), VAGUE("formerly"), VAGUE("once"),
	VAGUE("time"), VAGUE("lately"), VAGUE("eventually"),
	 VAGUE("medieval"), VAGUE("then"),

	SET("daily", DAY), SET("nightly", NIGHT), SET("weekly", WEEK), SET("biweekly", FORTNIGHT),
	SET("fortnightly", FORTNIGHT), SET("monthly", MONTH), SET("bimonthly", MONTH),
	SET("quarterly", QUARTER), SET("annually", YEAR), SET("annual", YEAR), SET("yearly", YEAR),
	SET("hourly", HOUR), SET("biannual", HALF), SET("biennial", YEAR),
	SET("semiannual", HALF), SET("semi", HALF), SET("twice", DAY), SET("biannually", HALF),

	DECADE("eighteen", 18), DECADE("nineteen", 19), DECADE("twenties", 20), DECADE("thirties", 30), DECADE("forties", 40),
	DECADE("fifties", 50), DECADE("sixties", 60), DECADE("seventies", 70),
	DECADE("eighties", 80), DECADE("nineties", 90),

	CLOCK("o'clock"),

	SUFFIX("am"), SUFFIX("pm"), SUFFIX("m"), SUFFIX("p"), SUFFIX("b"), SUFFIX("c"), SUFFIX("bc"), SUFFIX("bce"), SUFFIX("ad"),
	SUFFIX("ce"), SUFFIX("gmt"), SUFFIX("utc"),

	OLD("old"), OLD("olds"), OLD("age"),

	AGO("ago"), AGO("earlier"), AGO("later"), AGO("before"), AGO("after"), AGO("hence"),
	AGO("afterward"), AGO("afterwards"), AGO("beforehand"), AGO("from"), AGO("back"), AGO("previously"),

	NUMBER("zero", 0), NUMBER("one", 1), NUMBER("two", 2), NUMBER("three", 3),
	NUMBER("four", 4), NUMBER("five", 5), NUMBER("six", 6), NUMBER("seven", 7),
	NUMBER("eight", 8), NUMBER("nine", 9), NUMBER("ten", 10), NUMBER("eleven", 11),
	NUMBER("twelve", 12), NUMBER("thirteen", 13), NUMBER("fourteen", 14),
	NUMBER("fifteen", 15), NUMBER("sixteen", 16), NUMBER("seventeen", 17),
	 NUMBER("twenty", 20),
	NUMBER("thirty", 30), NUMBER("forty", 40), NUMBER("fifty", 50), NUMBER("sixty", 60),
	NUMBER("seventy", 70), NUMBER("eighty", 80), NUMBER("ninety", 90),
	NUMBER("hundred", 100), NUMBER("thousand", 1000), NUMBER("million", 1000000),
	NUMBER("billion", 1000000000),

	ORDINAL("first", 1), ORDINAL("third", 3), ORDINAL("fourth", 4), ORDINAL("fifth", 5),
	ORDINAL("sixth", 6), ORDINAL("seventh", 7), ORDINAL("eighth", 8), ORDINAL("ninth", 9),
	ORDINAL("tenth", 10), ORDINAL("eleventh", 11), ORDINAL("twelfth", 12),
	ORDINAL("thirteenth", 13), ORDINAL("fourteenth", 14), ORDINAL("fifteenth", 15),
	ORDINAL("sixteenth", 16), ORDINAL("seventeenth", 17), ORDINAL("eighteenth", 18),
	ORDINAL("nineteenth", 19), ORDINAL("twentieth", 20), ORDINAL("thirtieth", 30),

	THE("the"),

	A("a"), A("an"),

	RELATIVE("last"), RELATIVE("next"), RELATIVE("this"), RELATIVE("that"), RELATIVE("these"),
	RELATIVE("those"), RELATIVE("coming"), RELATIVE("previous"), RELATIVE("prior"),
	RELATIVE("preceding"), RELATIVE("following"), RELATIVE("same"), RELATIVE("latest"),
	RELATIVE("corresponding"), RELATIVE("upcoming"),

	EDGE("early"), EDGE("late"), EDGE("mid"), EDGE("end"), EDGE("ending"), EDGE("start"),
	EDGE("beginning"), EDGE("middle"), EDGE("close"), EDGE("closing"), EDGE("turn"),
	EDGE("rest"), EDGE("remainder"), EDGE("sometime"),

	ABOUT("about"), ABOUT("almost"), ABOUT("approximately"), ABOUT("around"), ABOUT("at"),
	ABOUT("barely"), ABOUT("exactly"), ABOUT("just"), ABOUT("least"), ABOUT("less"), ABOUT("more"),
	ABOUT("most"), ABOUT("nearly"), ABOUT("no"), ABOUT("only"), ABOUT("over"),
	ABOUT("roughly"), ABOUT("under"), ABOUT("up"), ABOUT("well"), ABOUT("fewer"),
	ABOUT("shortly"),

	EVERY("every"), EVERY("each"), EVERY("per"),

	SOME("several"), SOME("few"), SOME("some"), SOME("many"), SOME("couple"), SOME("dozen"),
	SOME("another"), SOME("any"), SOME("all"), SOME("other"), SOME("various"),
	SOME("countless"), SOME("dozens"), SOME("hundreds"), SOME("thousands"),

	OTHER("and"), OTHER("to"), OTHER("or"), OTHER("right"), OTHER("comparable"), OTHER("calendar"), OTHER("consecutive"), OTHER("entire"), OTHER("final"),
	OTHER("financial"), OTHER("fiscal"), OTHER("full"), OTHER("further"), OTHER("much"),
	OTHER("of"), OTHER("post"), OTHER("pre"), OTHER("school"), OTHER("since"),
	OTHER("successive"), OTHER("than"), OTHER("whole"), OTHER("st"), OTHER("nd"), OTHER("rd"), OTHER("th"), OTHER("saint"),
	OTHER("martin"), OTHER("luther"), OTHER("holy"), OTHER("its"), OTHER("their"),
	OTHER("our"), OTHER("very"), OTHER("additional"), OTHER("straight"), 
	
	OTHER("trading"),
	OTHER("working"), OTHER("business"), OTHER("part"), OTHER("latter"), OTHER("opening"),
	OTHER("initial"), OTHER("remaining"), OTHER("intervening"), OTHER("ensuing"), OTHER("tax"),
	OTHER("academic"), OTHER("ended"), OTHER("long"), OTHER("extra"), OTHER("better"),
	OTHER("mere"), OTHER("estimated"), OTHER("total"), OTHER("record"),
};

enum { N_WORDS = sizeof words / sizeof *words };
_Static_assert((int)N_WORDS < (int)WW_LEXICON_SLOTS, "a search ends at an empty slot");

static uint32_t hash_of(const char *text, size_t len) {
	uint32_t hash = WW_HASH_START;
	for (size_t i = 0; i < len; i++)
		hash = WW_HASH_ADD(hash, ww_ascii_lower(text[i]));
	return hash;
}

void ww_lexicon_init(ww_lexicon *lexicon) {
	memset(lexicon, 0, sizeof *lexicon);
	for (size_t i = 0; i < N_WORDS; i++) {
		uint32_t hash = hash_of(words[i].text, strlen(words[i].text)), at = hash;
		ww_lexicon_slot *home = &lexicon->slot[hash % WW_LEXICON_SLOTS];
		home->more = home->word != 0;
		while (lexicon->slot[at % WW_LEXICON_SLOTS].word)
			at++;
		ww_lexicon_slot *slot = &lexicon->slot[at % WW_LEXICON_SLOTS];
		slot->hash = hash;
		slot->word = (uint16_t)(i + 1);
		slot->role = words[i].role;
	}
}

const ww_lexicon_slot *ww_lexicon_slot_of(const ww_lexicon *lexicon, uint32_t hash) {
	uint32_t at = hash;
	const ww_lexicon_slot *slot;
	do
		slot = &lexicon->slot[at++ % WW_LEXICON_SLOTS];
	while (slot->word && slot->hash != hash);
	return slot;
}

static bool same(const char *word, const char *text, size_t len) {
	for (size_t i = 0; i < len; i++)
		if (word[i] != (ww_ascii_lower(text[i])))
			return false;
	return word[len] == '\0';
}

const ww_word *ww_lexicon_look_up(const ww_lexicon *lexicon, const char *text, size_t len) {
	const ww_lexicon_slot *slot = ww_lexicon_slot_of(lexicon, hash_of(text, len));
	return slot->word && same(words[slot->word - 1].text, text, len) ? &words[slot->word - 1] : NULL;
}

const ww_word *ww_lexicon_words(size_t *n) {
	*n = N_WORDS;
	return words;
}
