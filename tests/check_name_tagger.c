#include "date_forms.h"
#include "name_tagger.h"
#include "markup.h"
#include "runner.h"
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static test_mem counter;
static const ww_mem mem = { test_alloc, &counter };

enum { BLOCKS = 16, MARKS = 64 };

/* A text read as one article, cut at its blank lines. */
typedef struct {
	char *text;
	uint32_t start[BLOCKS], n;
	ww_name_words words[BLOCKS];
	ww_evidence evidence;
	ww_name_tagger *tagger;
} article;

static bool read_block(ww_name_words *words, const char *text, size_t len) {
	static ww_lexicon lexicon;
	ww_tokens tokens = { 0 };
	static ww_gazetteer_answers answers;
	const ww_gazetteer_kept kept = { .answers = &answers };
	ww_lexicon_init(&lexicon, ww_english.words, ww_english.n_words);
	ww_gazetteer_answers_init(&answers);
	bool ok = ww_tokenize(&tokens, &mem, &lexicon, text, len) &&
	          ww_name_words_read(words, &mem, &kept, &tokens, text);
	ww_tokens_free(&tokens, &mem);
	return ok;
}

static bool article_read(article *a, char *text) {
	*a = (article){ .text = text };
	for (char *p = text; *p && a->n < BLOCKS;) {
		char *blank = strstr(p, "\n\n");
		size_t len = blank ? (size_t)(blank - p) + 1 : strlen(p);
		a->start[a->n] = (uint32_t)(p - text);
		if (!read_block(&a->words[a->n], p, len) ||
		    !ww_evidence_add(&a->evidence, &mem, &a->words[a->n], p, 1))
			return false;
		a->n++;
		p += len;
	}
	ww_evidence_settle(&a->evidence);
	a->tagger = ww_name_tagger_new(&mem, &ww_name_weights);
	return a->tagger;
}

static void article_free(article *a) {
	for (uint32_t i = 0; i < BLOCKS; i++)
		ww_name_words_free(&a->words[i], &mem);
	ww_evidence_free(&a->evidence, &mem);
	ww_name_tagger_free(a->tagger, &mem);
}

static bool tag(const article *a, uint32_t block, ww_names *names) {
	names->n = 0;
	return ww_name_tag(names, &mem, a->tagger, &a->words[block], a->text + a->start[block],
	                   &a->evidence);
}

/* Puts the marks that the tagger would set into the text, after the article's vote. */
static void mark(const article *a, char *out, bool with_misc) {
	ww_names names = { 0 };
	ww_votes votes = { 0 };
	uint32_t at = 0;
	for (uint32_t b = 0; b < a->n; b++)
		if (!tag(a, b, &names) || !ww_votes_add(&votes, &mem, names.vote, names.n, 1))
			die("out of memory");
	ww_votes_settle(&votes);
	for (uint32_t b = 0; b < a->n; b++) {
		if (!tag(a, b, &names))
			die("out of memory");
		for (uint32_t i = 0; i < names.n; i++) {
			uint32_t start = a->start[b] + names.at[i].start, end = a->start[b] + names.at[i].end;
			int kind = ww_votes_kind(&votes, &names.vote[i],
			                         (uint8_t)(names.at[i].kind - WW_PERSON));
			if (kind == WW_MISC - WW_PERSON && !with_misc)
				continue;
			out += sprintf(out, "%.*s{%c:%.*s}", (int)(start - at), a->text + at,
			               "polm"[kind], (int)(end - start), a->text + start);
			at = end;
		}
	}
	strcpy(out, a->text + at);
	ww_votes_free(&votes, &mem);
	ww_names_free(&names, &mem);
}

/* {p:…} person, {o:…} org, {l:…} place; {m:…} misc, compared where a row has one. */
static const struct {
	const char *label, *marked;
} cases[] = {
	{ "titles and names that look like them",
	  "Several actors, including {p:Don Haskell}, thanked Mr. {p:Oakes}." },
	{ "names with titles", "Sen. {p:Mark Kelly}, first lady {p:Jill Biden} and Attorney General "
	                       "{p:Merrick Garland} met Dr. {p:Anthony Fauci}." },
	{ "hyphens and particles", "{p:Mary-Kate Olsen}, {p:Jean-Claude Van Damme} and "
	                           "{p:Chloe Grace Moretz} arrived." },
	{ "letters beyond ASCII",
	  "{p:Nguyễn Phú Trọng}, {p:Recep Tayyip Erdoğan} and {p:Lech Wałęsa} spoke." },
	{ "person or place", "{p:Paris Hilton} flew to {l:Paris}; {p:Jordan Peele} visited {l:Jordan}; "
	                     "{p:Denzel Washington} spoke in {l:Washington}." },
	{ "the possessive stays out",
	  "{p:Kamala Harris}'s aides and {p:LeBron James}' lawyer met {p:Harris}." },
	{ "a wrapped line", "Judge {p:Mary Marlowe\nSommer} ruled on Friday,\nJuly 12." },
	{ "a street is no person", "The brown smith from {l:Jones Street} met {p:Adam Smith}." },
	{ "months that are given names",
	  "{p:April Jones} and {p:June Carter} met {p:August Wilson} in August." },
	{ "months and weekdays", "On Friday, July 13, it rained. By Monday it was dry." },
	{ "a headline", "{p:Alec Baldwin} Weeps As Judge Throws Out Case" },
	{ "words of a headline", "Man May Face Charges After March" },
	{ "ex- and then-",
	  "ex-President {p:Barack Obama} and then-Vice President {p:Joe Biden} spoke." },
	{ "the body decides the surname",
	  "{p:Okoro} Wins Vote in {l:Kano}\n\n{p:Ngozi Okoro} won. Mr. {p:Okoro} thanked "
	  "{p:Joe Hall}." },
	{ "surname and given name alone",
	  "{p:Alec Baldwin} and {p:Halyna Hutchins} were there. {p:Baldwin} "
	                                  "wept, said {p:Halyna}'s widower, {p:Matthew Hutchins}." },
	{ "organisations", "Shares of {o:Acme Holdings Inc.} fell in {l:London}, said {p:Joe Hall} of "
	                   "{o:Goldman Sachs}." },
	{ "names joined are of one kind",
	  "The deal between {p:Karek} and {p:Saad Hariri} was off." },
	{ "or are told by what is beside",
	  "They drove from {l:Karek}, {l:Oslo} and {l:Bergen}." },
	{ "one thing in a table too",
	  "Bowling: {p:Omar Tarik} 10-0-50-0, {p:Ata-ul-Rashid} 9-0-54-1, {p:Bin Tarlo} 6-0-40-1,\n"
	  "{p:Omar Tarik} 10-0-33-2, {p:Ata-ul-Rashid} 5-0-31-0.\n\n{p:Ata-ul-Rashid} b {p:Tarlo} 12\n"
	  "{p:Bin Tarlo} c {p:Omar} b {p:Tarik} 3" },
	{ "an acronym", "The {o:World Health Organization} ({o:WHO}) met in {l:Geneva}." },
	{ "city and state", "They live in {l:Austin}, {l:Texas}." },
	{ "initials that begin a sentence",
	  "{p:J.D. Vance} spoke. {p:E. Jean Carroll} won. In the {l:U.S.} {p:Joe Hall} lost." },
	{ "a country's body", "The {o:U.S. Justice Department} sued." },
	{ "a family",
	  "{p:Ada Okafor} and {p:Tom Okafor} moved in 2019. Neighbours liked the {p:Okafors}." },
	{ "a family first", "{p:Rupert Murdoch} spoke on Monday.\n\nThe {p:Murdochs} sold a house." },
	{ "no family", "{p:Ada Laker} left. The {o:Lakers} beat the {o:Boston Celtics}." },
	{ "a title in quotation marks",
	  "\"Rust\" cinematographer {p:Ada Obi} died. \"Rust\" was shot in {l:Santa Fe}." },
	{ "no title there",
	  "The president of {l:Sri Lanka} left {l:Costa Rica} and {l:San Diego} on Monday." },
	{ "titles with hyphens", "Lieutenant-Colonel {p:Max Obi} met Major-General {p:Ada Lind}." },
	{ "clubs in a list", "{o:Leeds} 2 {o:Barnsley} 0\n"
	                     "{o:Bristol City} 1 {o:Luton} 1\n{o:Sunderland} 3 {o:Burnley} "
	                     "2\n{o:Norwich} 0 {o:Millwall} 4" },
	{ "firms that bear persons' names",
	  "{o:Wells Fargo} named {p:Dana Whitlock}. {o:Rolls-Royce} and {o:Goldman Sachs} "
	  "cut jobs." },
	{ "persons that bear places' names",
	  "{p:Sydney Sweeney} and {p:Paris Jackson} arrived from {l:Milan}. {p:Virginia "
	  "Madsen} was born in {l:Chicago}." },
	{ "Arabic and Dutch particles",
	  "{p:Mohammed bin Salman} met {p:Abdel Fattah el-Sisi} in {l:Riyadh}, {p:Erik ten "
	  "Hag} and {p:Ruud van Nistelrooy} said." },
	{ "surnames by their beginnings",
	  "The goal came off {p:O'Larragan}, and it rained. O'Er the hills it rained." },
	{ "family names first", "{p:Xi Jinping} met {p:Yoon Suk-yeol}; {p:Xi} left first." },
	{ "suffixes", "{p:Robert F. Kennedy Jr.} spoke in {l:Manchester}, {l:New Hampshire}." },
	{ "a surname that is a month",
	  "{p:Theresa May} resigned. {p:May} said that in May she would leave." },
	{ "transliterated names",
	  "{p:Volodymyr Zelenskyy}, {p:Andriy Yermak} and {p:Oleksandr Syrskyi} visited "
	  "{l:Kharkiv}." },
	/* the rules after the model, and what must not move them */
	{ "a law report is no place", "See 269 U. S., at 35, and 401 U. S. 222 on that." },
	{ "a year is no volume", "In 2008 {l:U.S.} exports rose." },
	{ "titles of officers", "{p:Leonard Trent} spoke with DA {p:Hestwick} and DCI {p:Howe}." },
	{ "titles in the plural", "Umpires {p:Mary Cole} and {p:John Hall} left the field." },
	{ "a ministry of two things", "The {o:Ministry of Rural Works and Transport} agreed." },
	{ "a body of two things", "He runs the {o:National Institute of Fevers and Wounds}." },
	{ "two bodies", "The {o:University of Leeds} and {l:Wales} agreed." },
	{ "who owns a body",
	  "The {o:UN}'s {o:Food and Agriculture Organization} and the {o:Ministry of "
	                     "Justice}'s {o:Investigation Bureau} met {o:King's College} in "
	                     "{l:London}." },
	{ "whose full stop it is", "{o:Acme Holdings Inc.} grew. He left {o:Acme Holdings Inc}." },
	{ "whose body it is",
	  "The {o:Mechanised Farmers' Union} and the {o:Vulcanisers' Association} met "
	                      "the players' union man." },
	{ "a firm with brackets", "{o:Woolfield Homes (Anglia) Limited} built them." },
	{ "a list of what it does",
	  "The {o:Department for Coasts, Ports and Inland Waterways} agreed." },
	{ "newspapers",
	  "He told the {o:Sun} newspaper; an {m:English} newspaper and the Sunday newspapers "
	                "came." },
	{ "a news agency", "He told the {o:Zorrin} news agency of it." },
	{ "schools and hospitals of saints", "The students at {o:Saint Hilda's} left." },
	{ "counties that play",
	  "{o:Surrey} beat {o:Kent} by six wickets. {o:Yorkshire} beat {o:Essex}, and "
	                        "the captain of {o:Kent} left." },
	{ "counties in which they play", "They took six wickets in {l:Kent}, said {o:Surrey}." },
	{ "counties", "They moved from {l:Surrey} to {l:Kent}, and {l:Yorkshire} was wet." },
	{ "who has a body",
	  "{p:Dayaan Cassim} scored. {p:Kokk} then limped off, and {p:Rajoo} and {p:Bahrun} "
	                    "wept." },
	{ "firms have none", "{o:Kokk} cut jobs. Shares of {o:Kokk} fell. {o:Kokk} sat on the news." },
	{ "what firms do not do", "{p:Marchetti} resigned as mayor. {o:Halvern} cut jobs." },
	{ "who is known by nothing else", "{p:Adeyinka} pleaded guilty to fraud." },
	{ "what is no surname", "Gangs led by boys fled. Petitions were denied." },
	{ "what is done with persons", "{p:Tervonen} and {p:D'Angelo} were later jailed." },
	{ "a player signs", "{p:Okereke} signs for {o:Lyon} until 2027." },
	{ "sets are played by persons", "{p:Szabo} beat {p:Lindgren} 6-4, 7-5 on Monday." },
	{ "surnames in lower case", "{p:lo Scarzo} said {p:al-Marini} and {p:bin Hattar} had left." },
	{ "a body in lower case", "They fought {o:al-Qaida} there." },
	{ "a headline in capitals", "{p:HARGREAVES} QUITS AS MINISTER" },
	{ "whose name is behind the verb", "{l:BERLIN} COURT JAILS {p:WEBER}" },
	{ "a person and a team", "{p:VANCE} STUNS {o:TELLMARK} IN {l:LISBON}" },
	{ "no person in capitals", "STORM KILLS NINE IN {l:DHAKA}" },
	{ "where a name ends in a headline", "Mayor {p:Bram Ellis} Quits Amid Probe" },
	{ "where it begins", "Judge Tosses {p:Dana Pruitt} Suit" },
	{ "a surname before its verb", "{o:Corvane} To Cut 900 Jobs In {l:Texas}, {p:Ortiz} Says" },
	{ "who is beaten", "{o:Kingsmere} drew 1-1 with {o:Oakley} after a 2-1 win over {o:Calne}." },
	{ "where it was", "They met after a 2-1 win at {l:Bell Park}." },
	{ "who has a manager", "{o:Port Alder} sacked manager {p:Glenn Hobbs} on Monday." },
	{ "a manager of the town's", "{l:Paris} is where manager {p:Glenn Hobbs} lives." },
	{ "a team in the plural", "{o:Stonebridge} travel to {o:Redcliffe} on Tuesday." },
	{ "countries stay places", "{l:Sweden} drew 1-1 with {l:Panama} on Sunday." },
	{ "who sells a player", "{o:Ashby United} signed {p:Paul Santana} from {o:Morvale}." },
	{ "whose year it was", "{o:Laura Fenwick} swung to a loss as shoppers stayed away." },
	{ "who opened a shop", "{p:Laura Fenwick} opened a shop in {l:Malta}." },
	{ "what was named nowhere", "They say that the Party decides, and the Memorandum lapses." },
	{ "what was named", "The {o:Labour Party} met, and the {o:Party} decides." },
	{ "figures are no bodies", "The {m:Human Development Index} rose." },
	{ "a treaty", "The {m:Treaty of Almera} lapsed." },
	{ "two ministries", "{o:Health} said so; {o:Education} would not comment." },
	{ "a transfer in brackets", "{p:Omar Hughes} ({o:Cesaro} to {o:Rennes}, \xC2\xA3" "3m)" },
	{ "a line-up with its formation",
	  "{o:Brackwell Rovers} (4-4-2): {p:Stein}; {p:Hughes}, {p:Kerr}, "
	                                  "{p:Price}, {p:Cole}. Booked: {p:Hughes}." },
	{ "whose creditors they are", "Creditors of {o:Molyneux} and creditors of {l:Greece} met." },
	{ "a nickname behind its article", "{o:Leeds United} beat the {o:Admirals} twice." },
	{ "a school by its saint", "Students of {o:Saint Hilda's} marched." },
	{ "who is called Mr", "Mr. {p:Tell} of {o:Civic Front} cheered." },
	{ "a code behind a name", "1 {p:T. Pogar} {l:UAE} 4:12:03" },
	{ "a work and whose it is", "{m:Glass Moon}, a film by {p:Ada Obi}, opens on Friday." },
	{ "letters of a thing", "DNA tests and an MRI scan were next." },
	{ "a prize behind a verb", "{p:Lee Harmon} Cries As {p:Una Vale} Takes {m:Linden Award}" },
	{ "a shop by its chain", "The {o:George Tully} chain of bakeries closed." },
	{ "a dateline of short words", "{l:TARN CITY} ({o:KNA}) \xE2\x80\x94 A bridge fell." },
	{ "letters before brackets", "{o:BBC} ({l:UK}) - A bridge fell." },
	{ "what it will shut", "{o:Helena Royce} will shut its {l:Leeds} store." },
	{ "who is owed", "Investors in {o:Arthur Penn} met; suppliers to {o:Robert Quill} did not." },
	{ "whose shares are in brackets", "{o:James Haldane} (shares down 4%) said so." },
	{ "a team signed for", "{p:Abiodun} signs for {o:Ghent} until 2028." },
	{ "a team that was beaten", "They came back to beat {o:Port Sayle} 3-2 there." },
	{ "a team of two words in capitals", "{p:MARLOWE} DOWNS {o:PORT ELLIS} IN {l:BREMEN}" },
	{ "an event by its end", "The {m:Tarn Regatta} was put off." },
	{ "countries in a score", "{l:Germany} 3 {l:Pakistan} 1" },
	{ "a country's scorers", "{l:Peru} 2 ({p:Carrizales} 18, {p:Guerra} 50)" },
	{ "a state's city in a score", "{o:San Diego} 3 {o:New York} 2" },
	{ "a full name speaks for its surname",
	  "{p:Paul Dmowski} fled. The {p:Dmowski} forces controlled it." },
	{ "but not against a firm's",
	  "{p:Nils Lomax} sold {o:Lomax}. {o:Lomax} cut jobs; its shares fell." },
	{ "a surname and an age", "Neighbours of {p:Slepian}, 52, an obstetrician, were told." },
	{ "no age", "Shares of {o:Halvern}, 52 percent of which is sold, grew." },
	{ "who quits as something", "{p:Quennell} quit as coach." },
	{ "whose member she is", "{o:Future Now}'s {p:Wu Kar-wai} won." },
	{ "a year's end", "New Year's Eve was cold." },
	{ "whose fans they are", "Fans of {o:Kelso Vale} booed; fans of {l:Paris} did too." },
	{ "a protocol", "The {m:Tarn Protocol} lapsed." },
	{ "parties in brackets", "{p:Mary Cole} ({o:Lab}) 902; {p:John Hall} ({o:Ind}) 97" },
	{ "a party's letter", "Sen. {p:Mary Cole}, R-{l:Davison}, voted." },
	{ "a byline before a dateline",
	  "By {p:Anna Trive} and {p:John Hall} {l:BELGRAVE}, Dec 7 ({o:Rooters}) - Stocks fell." },
	{ "a header's source", "date 2024-07-14 {o:AceShowbiz} - {p:Mary Cole} left." },
	{ "a header's common word", "date 2024-07-14 Desk - {p:Mary Cole} left." },
	{ "credits", "Photo: {p:Anna Mihara} & {p:John Philpot}." },
	{ "scorers", "{o:Tellford} 2 ({p:Brink} 12, {p:Vasco} 55)" },
	{ "a score", "{o:Drovers} 14, {o:Storm} 12" },
	{ "a row of a table", "{o:Real Moreda} 16 10 4 2 38 18 34" },
	{ "what belongs to it", "{o:Mary Cole} reopened its flagship store." },
	{ "what belongs to her", "{p:Mary Cole} reopened her flagship store." },
	{ "who beat whom", "{o:Ollerton} beat {o:Thoresby} in last over" },
	{ "a score at home", "{o:Gainsborough} 3, {o:Mickleover} 2" },
	{ "an Irish surname", "{p:Dunleavy}, {p:O'Hehir} row goes to board" },
	{ "a nickname of a team",
	  "In {l:Washington}, {o:Dallas} edged the {o:Bullets} 91-90 on a tip-in by "
	  "{p:Chad Jordan}. {p:Jordan} is shooting 60 percent this month." },
	{ "whose photograph",
	  "2. A man rows past the drowned gate of {o:Sylhet MAG Osmani Medical College}. "
	  "Photo: {p:Sheikh Nasir}" },
	{ "two syllables", "They met {p:Park Seo-jin} there." },
	{ "figures are none", "They sold a 1961 Ford F-100 there." },
	{ "a small word is none", "For {p:Chul-soo} and the others it was over." },
	{ "an illness and no friend", "He fell ill with Covid. {p:Bill Cole} did not." },
	{ "we, with a capital", "Contact Us" },
	{ "a building", "The {l:Frank Crowell Courts Building} was shut." },
	{ "a title of two words", "{l:Dade County} State's Attorney {p:Mary Cole} spoke." },
	{ "a case at law", "In {m:Marbury v. Ortega} the justices split." },
	{ "a case behind its word", "See the case {m:Ortega vs. Jones} on that." },
	{ "initials are no case", "{p:P. V. Selvam} and {p:K. V. Raman} spoke." },
	{ "a line-up",
	  "{o:Kelford Town}: {p:Hughes}, {p:Price}, {p:Stone} ({p:Bell} 70), {p:Fry}, {p:Cole}." },
	{ "a list of countries", "Countries: {l:France}, {l:Spain}, {l:Norway}, {l:Chile}, {l:Peru}." },
	{ "a transfer", "{p:Paul Hughes}, {o:Tellford} to {o:Dunmere}, loan" },
	{ "a journey", "{p:Paul Hughes}, {l:Paris} to {l:London}, first class" },
	{ "a ministry by one word", "{o:Transport} said the bridge would stay shut." },
	{ "no ministry", "Transport is dear in {l:London}." },
	{ "whoever gets an office", "The {o:Orland Institute} named {p:Oona Brandt} its director." },
	{ "a firm that is rated",
	  "Analysts at {o:Peel Hunter} downgraded {o:Leonard Marsh} on Monday." },
	{ "a country that is rated", "Analysts at {o:Peel Hunter} downgraded {l:Italy} on Monday." },
	{ "talks with a firm",
	  "Unions at {o:Marston} met on Tuesday, and talks with {o:Delgado} were off." },
	{ "talks with a person", "They met {p:Ana Delgado}, and talks with {p:Delgado} were off." },
	{ "a store", "The {o:Ruth Ames} flagship store closed." },
	{ "her store", "{p:Ruth Ames} closed the store." },
	{ "a title behind its work",
	  "Its film, {m:Saltwater}, opens in May; his film, {p:Ada Obi}, 40, said, is out." },
	{ "a hospital", "He was taken to {o:St. Oswin's}, then home." },
	{ "a prize in a headline", "{p:Dana Cole} Weeps As {p:Omar Hall} Wins {m:Orwin Prize}" },
	{ "a branch by its letters", "{o:IIT-Korvand} topped the list." },
	{ "two by their letters", "The NATO-Russia talks ended." },
	{ "who cuts jobs", "{o:BELMARSH} CUTS 400 JOBS IN {l:LEEDS}" },
	{ "a team that is held", "They held {o:East Lomond} to 40 rushing yards." },
	{ "who holds a team", "{o:Ipswich} held {o:Norwich} to a draw." },
	{ "lenders", "Lenders: {o:Oakhurst}, {o:Brenning}, {o:HVT}" },
	{ "cities in a list", "Sponsors: {l:Paris}, {l:Berlin}, {l:Madrid}" },
	{ "the Crown", "{m:R v Denton} is the case." },
	{ "substitutes are no team", "Subs: {p:Bell}, {p:Kay}, {p:Moss}, {p:Dray}, {p:Nkosi}." },
	{ "rivals of a team", "{o:Harrow Bay} beat {o:Port Ellison} 3-1 on Sunday." },
	{ "rivals in person", "{p:Ada Obi} beat {p:Mary Cole} 6-4 on Sunday." },
	{ "an age", "The defendant was {p:Clairmont Donald}, 60." },
	{ "an age and a job", "Driver {p:Clarence Lillquist}, 60, was unhurt." },
	{ "misc is found", "The {m:Nigerian} team flew to {l:Lagos}." },
	{ "no names", "It rained. The dog slept, and nobody came." },
	{ "nothing", "" },
};

START_TEST(finds_names) {
	char got[2000];
	article a;
	markup m;
	ck_assert(markup_read(&m, cases[_i].marked, strlen(cases[_i].marked)));
	ck_assert(article_read(&a, m.text));
	mark(&a, got, strstr(cases[_i].marked, "{m:") != NULL);
	article_free(&a);
	ck_assert_msg(strcmp(got, cases[_i].marked) == 0, "%s: %s", cases[_i].label, got);
	markup_free(&m);
	ck_assert_uint_eq(counter.live, 0);
}
END_TEST

static char story[] =
    "Baldwin Weeps As Judge Throws Out Case\n\nAlec Baldwin, 66, wept in Santa Fe. Judge Mary "
    "Sommer ruled for Mr. Baldwin.\n\nHutchins was a cinematographer. Halyna Hutchins died in "
    "2021.\n\n"
    "The World Health Organization (WHO) said nothing; rust never sleeps.\n";

/* What a text says of a word; one that looks like it and does not say so beside it. */
static const struct {
	const char *text, *word;
	int bit;
	bool says;
} tellers[] = {
	{ "Judge Zorrin left.", "Zorrin", WW_EV_TITLE, true },
	{ "Judging Zorrin, he left.", "Zorrin", WW_EV_TITLE, false },
	{ "They saw Mrs Zorrin.", "Zorrin", WW_EV_HONORIFIC, true },
	{ "They saw Anna Zorrin.", "Zorrin", WW_EV_FIRST, true },
	{ "They saw Mr Zorrin.", "Zorrin", WW_EV_FIRST, false },
	{ "They saw Mark Bank.", "Bank", WW_EV_FIRST, false },
	{ "They saw J. Zorrin.", "Zorrin", WW_EV_INITIAL, true },
	{ "They saw Anna Lee Zorrin.", "Zorrin", WW_EV_LAST, true },
	{ "They saw Anna Zorrin.", "Anna", WW_EV_GIVEN, true },
	{ "They saw Anna.", "Anna", WW_EV_GIVEN, false },
	{ "They saw Zorrin Group.", "Zorrin", WW_EV_ORG_KEY, true },
	{ "They saw Zorrin Inc. there.", "Zorrin", WW_EV_ORG_TAIL, true },
	{ "They saw Zorrin River.", "Zorrin", WW_EV_PLACE_KEY, true },
	{ "They saw Zorrin Tal.", "Zorrin", WW_EV_LONG, true },
	{ "They saw Zorrin.", "Zorrin", WW_EV_LONG, false },
	{ "They live in Zorrin.", "Zorrin", WW_EV_IN, true },
	{ "They live by Zorrin.", "Zorrin", WW_EV_IN, false },
	{ "They read the Zorrin.", "Zorrin", WW_EV_THE, true },
	{ "They read a Zorrin.", "Zorrin", WW_EV_THE, false },
	{ "They heard Zorrin said no.", "Zorrin", WW_EV_SAID, true },
	{ "They heard Zorrin.", "Zorrin", WW_EV_SAID, false },
	{ "They saw Zorrin, Texas.", "Zorrin", WW_EV_COMMA_REGION, true },
	{ "They saw Zorrin Texas.", "Zorrin", WW_EV_COMMA_REGION, false },
	{ "They saw Zorrin, 60, there.", "Zorrin", WW_EV_AGE, true },
	{ "They saw Zorrin, six, there.", "Zorrin", WW_EV_AGE, false },
	{ "They saw lawyer Zorrin.", "Zorrin", WW_EV_JOB, true },
	{ "They saw brother Zorrin.", "Zorrin", WW_EV_JOB, true },
	{ "They saw table Zorrin.", "Zorrin", WW_EV_JOB, false },
	{ "They saw Zorrin's house.", "Zorrin", WW_EV_POSSESSIVE, true },
	{ "Saw the Bank of Zorrin Union (BZU) there.", "BZU", WW_EV_ACRONYM, true },
	{ "Saw the Bank of Zorrin Union (BUZ) there.", "BUZ", WW_EV_ACRONYM, false },
	{ "Saw the Bank of Zorrin Union (BZU there.", "BZU", WW_EV_ACRONYM, false },
	{ "Saw the Bank of Zorrin Union BZU) there.", "BZU", WW_EV_ACRONYM, false },
	{ "They saw Zorrin shares.", "Zorrin", WW_EV_ORG_ACT, true },
	{ "They saw striker Zorrin.", "Zorrin", WW_EV_SPORT, true },
	{ "They saw Zorrin beat us.", "Zorrin", WW_EV_SPORT, true },
	{ "They saw Zorrin-based firms.", "Zorrin", WW_EV_BASED, true },
	{ "They saw Zorrin, who left.", "Zorrin", WW_EV_WHO, true },
	{ "They saw Zorrin who left.", "Zorrin", WW_EV_WHO, true },
	{ "They saw Zorrin, whose left.", "Zorrin", WW_EV_WHO, false },
	{ "The director of Zorrin left.", "Zorrin", WW_EV_OF, true },
	{ "A director at Zorrin left.", "Zorrin", WW_EV_OF, true },
	{ "A director by Zorrin left.", "Zorrin", WW_EV_OF, false },
	{ "The table of Zorrin left.", "Zorrin", WW_EV_OF, false },
	{ "Of Zorrin he said no.", "Zorrin", WW_EV_OF, false },
	{ "They saw \"Zorrin\" there.", "Zorrin", WW_EV_QUOTED, true },
	{ "They saw \"Zorrin there\".", "Zorrin", WW_EV_QUOTED, false },
	{ "They saw Zorrin 2 there.", "Zorrin", WW_EV_SCORE, true },
	{ "They saw retailer Zorrin.", "Zorrin", WW_EV_FIRM, true },
	{ "They saw Zorrin, a big retailer.", "Zorrin", WW_EV_FIRM, true },
	{ "They saw Zorrin, a big table.", "Zorrin", WW_EV_FIRM, false },
	{ "They saw Zorrin reopen its house.", "Zorrin", WW_EV_ITS, true },
	{ "They saw Zorrin reopen old big low its.", "Zorrin", WW_EV_ITS, false },
	{ "They saw Zorrin lose his house.", "Zorrin", WW_EV_HIS, true },
	{ "They saw Zorrin where she was.", "Zorrin", WW_EV_HIS, true },
	{ "They saw Zorrin. He left.", "Zorrin", WW_EV_HIS, false },
};

START_TEST(evidence_is_told) {
	char text[128];
	article a;
	snprintf(text, sizeof text, "%s", tellers[_i].text);
	ck_assert(article_read(&a, text));
	uint32_t hash = ww_gazetteer_hash(tellers[_i].word, strlen(tellers[_i].word));
	bool says = ww_evidence_look(&a.evidence, hash).bits & 1u << tellers[_i].bit;
	ck_assert_msg(says == tellers[_i].says, "%s: %d", tellers[_i].text, tellers[_i].bit);
	article_free(&a);
}
END_TEST

static bool same_sight(ww_sight a, ww_sight b) {
	return a.bits == b.bits && a.lower == b.lower && a.inner == b.inner;
}

/* What was added and taken away again leaves no trace. */
START_TEST(evidence_is_counted) {
	article a, b;
	ww_name_words more = { 0 };
	char other[] = "Mr. Hutchins said Baldwin, Texas, beat Santa Rust of WHO Corp.";
	ck_assert(article_read(&a, story) && article_read(&b, story));
	ck_assert(ww_evidence_record(&a.evidence, &mem));
	ck_assert(read_block(&more, other, strlen(other)));
	ck_assert(ww_evidence_add(&a.evidence, &mem, &more, other, 1));
	uint64_t changed = ww_evidence_changes(&a.evidence);
	uint32_t hutchins = ww_gazetteer_hash("Hutchins", 8), sommer = ww_gazetteer_hash("Sommer", 6);
	ck_assert(ww_evidence_look(&a.evidence, hutchins).bits & 1u << WW_EV_HONORIFIC);
	ck_assert(!(ww_evidence_look(&b.evidence, hutchins).bits & 1u << WW_EV_HONORIFIC));
	ck_assert(changed & WW_NAME_MASK(hutchins));
	ck_assert(ww_evidence_record(&a.evidence, &mem));
	ck_assert(ww_evidence_add(&a.evidence, &mem, &more, other, -1));
	ck_assert(ww_evidence_changes(&a.evidence) == changed);
	ck_assert(ww_evidence_record(&a.evidence, &mem));
	ck_assert(ww_evidence_changes(&a.evidence) == 0);
	for (uint32_t k = 0; k < a.n; k++)
		for (uint32_t i = 0; i < a.words[k].n; i++) {
			uint32_t h = a.words[k].at[i].hash;
			if (!ww_is_name(&a.words[k].at[i]))
				continue; /* of others nothing is told */
			ck_assert(same_sight(ww_evidence_look(&a.evidence, h),
			                     ww_evidence_look(&b.evidence, h)));
		}
	ck_assert(same_sight(ww_evidence_look(&a.evidence, sommer),
	                     ww_evidence_look(&b.evidence, sommer)));
	ck_assert(ww_evidence_look(&b.evidence,
	                           ww_gazetteer_hash("WHO", 3)).bits & 1u << WW_EV_ACRONYM);
	/* a name since it was counted: the story has it in lower case */
	ck_assert_int_eq(ww_evidence_look(&a.evidence, ww_gazetteer_hash("rust", 4)).lower, 1);
	ww_evidence_clear(&a.evidence);
	ck_assert_int_eq((int)ww_evidence_look(&a.evidence, hutchins).bits, 0);
	ww_name_words_free(&more, &mem);
	article_free(&a);
	article_free(&b);
	ck_assert_uint_eq(counter.live, 0);
}
END_TEST

/* The order in which blocks come makes no difference to their names. */
START_TEST(order_makes_no_difference) {
	article a, b;
	ww_names x = { 0 }, y = { 0 };
	ck_assert(article_read(&a, story) && article_read(&b, story));
	ww_evidence_clear(&b.evidence);
	for (uint32_t i = b.n; i-- > 0;)
		ck_assert(ww_evidence_add(&b.evidence, &mem, &b.words[i], story + b.start[i], 1));
	ww_evidence_settle(&b.evidence);
	for (uint32_t i = 0; i < a.n; i++) {
		ck_assert(tag(&a, i, &x) && tag(&b, i, &y));
		ck_assert_uint_eq(x.n, y.n);
		for (uint32_t k = 0; k < x.n; k++)
			ck_assert(x.at[k].start == y.at[k].start && x.at[k].end == y.at[k].end &&
			          x.at[k].kind == y.at[k].kind);
	}
	ww_names_free(&x, &mem);
	ww_names_free(&y, &mem);
	article_free(&a);
	article_free(&b);
}
END_TEST

START_TEST(no_memory) {
	size_t n = 0;
	bool failed;
	do {
		article a;
		ww_names names = { 0 };
		test_mem_fail(&counter, ++n);
		bool ok = article_read(&a, story);
		for (uint32_t i = 0; ok && i < a.n; i++)
			ok = tag(&a, i, &names);
		failed = test_mem_failed(&counter);
		ck_assert_msg(ok != failed, "request %zu", n);
		ww_names_free(&names, &mem);
		article_free(&a);
		ck_assert_uint_eq(counter.live, 0);
	} while (failed);
	ck_assert_uint_gt(n, 5);
	test_mem_fail(&counter, 0);
}
END_TEST

int main(void) {
	Suite *s = suite_create("name_tagger");
	TCase *tc = tcase_create("names");
	tcase_add_loop_test(tc, finds_names, 0, COUNT(cases));
	tcase_add_loop_test(tc, evidence_is_told, 0, COUNT(tellers));
	tcase_add_test(tc, evidence_is_counted);
	tcase_add_test(tc, order_makes_no_difference);
	tcase_add_test(tc, no_memory);
	suite_add_tcase(s, tc);
	return run_suite(s);
}
