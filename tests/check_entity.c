#include "entity.h"
#include "markup.h"
#include "runner.h"
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static test_mem counter;
static const ww_mem mem = { test_alloc, &counter };

enum { MARKS = 64 };

/* A text with {p1:…} persons, {o1:…} organisations, {l1:…} places: names with
 * one number are to be linked, and "?" after the number says that the link is
 * ambiguous, "f" that it is a family, "s" that it is misspelt. */
typedef struct {
	char text[1200];
	uint32_t n, start[MARKS], end[MARKS];
	uint8_t kind[MARKS];
	int want[MARKS];
	uint8_t flags[MARKS];
} marked_text;

static void read_marks(marked_text *m, const char *p) {
	markup read;
	memset(m, 0, sizeof *m);
	if (!markup_read(&read, p, strlen(p)) || read.n > MARKS || read.len >= sizeof m->text)
		die("%s: too long, or a mark is not closed", p);
	memcpy(m->text, read.text, read.len);
	for (size_t i = 0; i < read.n; i++) {
		const markup_span *s = &read.at[i];
		m->start[i] = (uint32_t)s->start;
		m->end[i] = (uint32_t)s->end;
		m->kind[i] = (uint8_t)s->kind;
		m->want[i] = (int)strtol(s->note, NULL, 10);
		m->flags[i] |= memchr(s->note, '?', s->note_len) ? WW_LINK_AMBIGUOUS : 0;
		m->flags[i] |= memchr(s->note, 'f', s->note_len) ? WW_LINK_FAMILY : 0;
		m->flags[i] |= memchr(s->note, 's', s->note_len) ? WW_LINK_MISSPELT : 0;
	}
	m->n = (uint32_t)read.n;
	markup_free(&read);
}

static ww_lexicon lexicon;

/* Adds the names of a text, whose paragraphs are blocks. */
static bool add_all(ww_entities *e, const marked_text *m) {
	ww_tokens tokens = { 0 };
	uint32_t start = 0, i = 0;
	bool ok = true;
	for (uint32_t end; ok && i < m->n; start = end) {
		const char *gap = strstr(m->text + start, "\n\n");
		end = gap ? (uint32_t)(gap - m->text) + 2 : (uint32_t)strlen(m->text);
		ok = ww_tokenize(&tokens, &mem, &lexicon, m->text + start, end - start);
		ww_entity_block block = { m->text + start, &tokens };
		for (uint32_t first = i; ok && i < m->n && m->end[i] <= end; i++)
			ok = ww_entities_add(e, &mem, &block, m->start[i] - start, m->end[i] - start,
			                     m->kind[i], i > first);
	}
	ww_tokens_free(&tokens, &mem);
	return ok;
}

static const struct {
	const char *label, *marked;
} links[] = {
	/* surnames and given names */
	{ "surname and title", "{p1:Alec Baldwin} wept. {p1:Baldwin} left. Mr. {p1:Baldwin} was 66." },
	{ "headline first", "{p1:Baldwin} wept. {p1:Alec Baldwin} left." },
	{ "given name", "{p1:Halyna Hutchins} died; {p1:Halyna}'s widower wept." },
	{ "one word only", "{p1:Lula} spoke. {p1:Lula} left. {p2:Pele} slept." },
	{ "initials", "{p1:Alec R. Baldwin} is {p1:Alec Baldwin} is {p1:A. Baldwin}." },
	{ "initials in one piece", "{p1:Joan K. Rook} is {p1:J.K. Rook}." },
	{ "other initials", "{p1:Ted Spenser} and {p2:W Spenser} came. {p2:W. Spenser} scored." },
	{ "initials behind", "{p1:Vladislav Petrenko} won. {p1:Petrenko V} and {p2:Petrenko A} rode." },
	{ "another given name",
	  "{p1:Anna Brown} met {p2:Anne Green}, {p3:Anna Green} and {p4:Joe Brown}." },
	{ "middle names", "{p1:Mary Marlowe Sommer} ruled. {p1:Mary Sommer} is {p1:Sommer}." },
	{ "a wrapped name", "Judge {p1:Mary Marlowe\nSommer} ruled. {p1:Mary Marlowe Sommer} left." },
	{ "no-break blanks", "{p1:Mary\xC2\xA0Sommer} ruled. {p1:Sommer} left." },
	{ "letters whose bytes are blanks elsewhere",
	  "{p1:Maro\xC5\xA1 \xC5\xA0" "ef\xC4\x8Dovi\xC4\x8D} spoke. "
	                                              "{p1:\xC5\xA0" "ef\xC4\x8Dovi\xC4\x8D} left." },
	{ "two of such a surname",
	  "{p1:Jan \xC5\xA0" "arec} met {p2:Eva \xC5\xA0" "arec}. {p1?:\xC5\xA0" "arec} left." },
	{ "one of that name",
	  "They swap one {p1:Nowak} for another. {p2:Janina Nowak} left. {p2:Nowak} wept." },
	{ "case", "{p1:BALDWIN} WEEPS. {p1:Alec Baldwin} wept." },
	{ "suffix", "{p1:Joe Hall Jr.} left; {p1:Joe Hall} came back; {p1:Hall} slept." },
	{ "father and son", "{p1:Ken Kuehl Sr.} and {p2:Ken Kuehl Jr.} left." },
	{ "a son by his suffix", "{p1:Wendell Copeland} died, said {p2:Wendell Jr.}, his son." },
	{ "a middle name or a suffix",
	  "{p1:Terence Aloysius Mulvaney} and {p2:Terence Mulvaney Jr} deny it." },
	{ "honours", "{p1:Daniel Weaver FRS} wrote. {p1:Daniel Weaver} left, {p1:Weaver} slept." },
	{ "a word behind a name is no honour",
	  "{p1:Daniel Weaver Lee} wrote, and {p1:Lee} left. {p2:Ann Li MBE} too." },
	{ "no honours", "{p1:ANNA LEE ORR} wrote, and {p1:Orr} left." },
	{ "nickname",
	  "{p1:Robin \"Bobo\" Kaye} won. {p1:Kaye}, or {p1:Bobo}, slept. {p1:Robin Kaye} is 30." },
	{ "a curly nickname", "{p1:Robin \xE2\x80\x9C" "Bobo\xE2\x80\x9D Kaye} won. {p1:Bobo} slept." },
	{ "a name in another form",
	  "{p1:Leonard Marlowe} spoke. {p1:Len Marlowe} left, and {p1:Lenny} slept." },
	{ "its beginning", "{p1:Rafiq Yusuf} sang; {p1:Rafi} danced; {p2:Gil} slept." },
	{ "a plural is no form of it", "{p1:Sagano Kenichi} left. The {p2:Saganos} slept." },
	{ "doubled letters", "{p1:Robert Orr} left. {p1:Robby} slept. {p1:Robbie} too." },
	{ "double names",
	  "{p1:Salwa Mikati-Ghandour} left; {p1:Ghandour} slept. {p1:Salwa Mikati} ate." },
	{ "half a given name", "{p1:Kim Jong-un} left; {p2:Un} slept. {p1:Jong-un} ate." },
	{ "a person's initials",
	  "{p1:Alexandra Orr-Corwin} spoke. {p1:AOC} left. {p2:ALC} and {p3:AO} slept." },
	{ "initials of who was misspelt once",
	  "{p1:Kristen Ann Wilker} came. {p1s:Kristin Ann Wilker} left. {p1:KAW} slept." },
	{ "two of these initials", "{p1:John F. Kerr} met {p2:Jane F. Kobo}. {p3:JFK} slept." },
	{ "no form of it", "{p1:Alan Marlowe} spoke. {p2:Albert Marlowe} left." },
	{ "another writing", "{p1:Mohammed Saleh} spoke. {p1s:Muhammad Saleh} left." },
	{ "another writing of two", "{p1:Mohammed Saleh} met {p2:Muhammad Saleh}." },
	{ "another writing and a short form",
	  "{p1:Catherine Delacroix} sang, {p1:Cathy} wept. {p1s:Katherine Delacroix} left." },
	/* particles */
	{ "particles",
	  "{p1:Ursula von der Leyen} spoke. {p1:Von der Leyen} left, and {p1:von der Leyen} ate." },
	{ "a given name that is a particle",
	  "{p1:Ben Carver} met {p2:Mary Carver}, {p3:Della Reese} {p4:Joan Reese}." },
	{ "either", "{p1:Vincent van Gogh} painted. {p1:Van Gogh} slept. {p2:Van Morrison} sang." },
	{ "al-",
	  "{p1:Bashar al-Assad} fled. {p1:al-Assad} is gone, and {p1:Assad} too. {p1:Al-Assad} wept." },
	/* orders of names */
	{ "family name first",
	  "{p1:Xi Jinping} met {p2:Kim Jong-un}. {p1:Xi} spoke, {p2:Kim} did not." },
	{ "either way round", "{p1:Haru Kurokawa} won. {p1:Kurokawa Haru} is 30. {p1:Kurokawa} left." },
	{ "comma", "{p1:BARRETT, Nora} won. {p1:Nora Barrett} left." },
	{ "the family name of a pair",
	  "{p1:Au Kwok-shing} and {p2:Jayden Au} met. {p1:Kwok-shing} left." },
	{ "one name of a whole village",
	  "{p1:Au Kwok-shing}, {p2:Au Kam-fook} and {p3:Au Ho-yan} met Dr {p4:Au}." },
	/* misspelt */
	{ "letters that changed places",
	  "{p1:Halyna Hutchins} died. Friends of {p1s:Halnya Hutchins} mourned." },
	{ "another letter", "{p1:Kristen Wilker} curated it. {p1s:Kristin Wilker} thanked donors." },
	{ "two whom a sentence names", "{p1:Anna Keller} met {p2:Anne Keller}." },
	{ "two of a sentence with a title",
	  "{p1:Anna Keller} met Ms. {p2:Anne Keller} at 3.5 per cent." },
	{ "two of a sentence with a sum", "{p1:Anna Keller} paid 3.5 per cent to {p2:Anne Keller}." },
	{ "two of a sentence with initials", "{p1:Anna Keller} of J. Orr met {p2:Anne Keller}." },
	{ "one of two sentences", "{p1:Kristen Wilker} came! {p1s:Kristin Wilker} left." },
	{ "one of two questions", "Did {p1:Kristen Wilker} come? {p1s:Kristin Wilker} left." },
	{ "the rarer is misspelt",
	  "{p1s:Kristin Wilker} came. {p1:Kristen Wilker} left. {p1:Kristen Wilker} slept." },
	{ "the misspelt of the misspelt",
	  "{p1s:Anna Corbet} came. {p1s:Anna Carbet} spoke. {p1:Anna Corbeta} left. "
	  "{p1:Anna Corbeta} slept. {p1:Anna Corbeta} was heard." },
	{ "a lone surname", "{p1:Brenda Delgardo} left. {p1s:Delgado} wept. {p1:Delgardo} slept." },
	{ "double letters",
	  "{p1:Lydia Buchmann} denied it. {p1s:Bauchman} said the figures were old." },
	{ "a plural is not misspelt", "{p1:Gary Linton} scored. We can't all be {p2:Gary Lintons}." },
	{ "nor one of another form", "{p1:Irina Sharipova} came. The {p2:Sharipovs} left." },
	{ "a title of its own",
	  "{p1:Ann Delgardo} left. Imam {p2:Delgado} wept. Mr {p1s:Dalgardo} slept." },
	{ "a word of its own", "{p1:Ann Bracker} left. {p2:Bracket} wept." },
	{ "whose may be two's", "{p1:Ann Delgardo} met {p2:Bea Delgarda}. {p3:Delgard} wept." },
	{ "short names are not misspelt", "{p1:Dean Hall} met {p2:Dane Hall}. {p3:Holl} left." },
	{ "three letters are not misspelt",
	  "{p1:Bert Orrin} left. {p2:Bet Orrin} slept. {p3:Bart Orrin} too." },
	{ "first letters are not misspelt", "{p1:Karlo Orrin} left. {p2:Carlo Orrin} slept." },
	{ "other names are not misspelt",
	  "{p1:Marcus Lindqvist} left. {p2:Lindstrom} wept. {p3:Berglund} slept." },
	/* families */
	{ "plural", "{p1:Bashar Assad} fled. The {p2f:Assads} are gone." },
	{ "plural in es", "{p1:Joe Lynch} left. The {p2f:Lynches} are gone." },
	{ "no plural",
	  "{p1:Joe Hall} left. The {p2:Reynolds} are gone. {p3:Ann Halls} came. {p3:Halls} left." },
	{ "a family",
	  "{p1:Joe Hall} left the {p2f:Hall} family. The {p2f:Hall} brothers and the {p2f:Halls} "
	  "wept." },
	{ "no family of that name", "{p1:Joe Hall} left {p1:Hall} Family Homes." },
	/* bearers of one surname */
	{ "two bearers",
	  "{p1:Halyna Hutchins} died. {p2:Matthew Hutchins} wept for {p1:Halyna Hutchins}. "
	                 "{p1?:Hutchins} was 42." },
	{ "gender settles it",
	  "Mr. {p2:Matthew Hutchins} and Ms. {p1:Halyna Hutchins}. Ms. {p1:Hutchins} "
	                       "was 42, Mr. {p2:Hutchins} 38." },
	{ "kin settles it", "{p1:Joan Amsel} and her son, {p2:Bo Amsel}, left. Mr. {p2:Amsel} wept." },
	{ "a title settles it",
	  "District Attorney {p1:Eric Orr} met {p2:Liz Orr}. District Attorney {p1:Orr} wept." },
	{ "another title does not", "Captain {p1:Eric Orr} met {p2:Liz Orr}. Judge {p1?:Orr} wept." },
	{ "who was introduced",
	  "{p1:Eric Orr} came. {p1:Orr} sang. {p2:Liz Orr} left. {p1?:Orr} wept." },
	{ "the speaker named last",
	  "{p1:Simon Cowley} has a brother, who is {p2:Tony Cowley}. \"No,\" said {p2?:Cowley}." },
	{ "the Mr named last",
	  "{p1:Ben Chang} lost. {p2:Ray Chang} won. Mr. {p2?:Chang} thanked voters." },
	{ "not of another paragraph",
	  "{p1:Ben Chang} lost. {p2:Ray Chang} won.\n\nMr. {p1?:Chang} thanked voters." },
	{ "a surname married into",
	  "{p1:Pia Vander} and {p2:Tegan Marlow} met. {p2:Tegan Marlow Vander} left; "
	                            "{p1?:Vander} stayed." },
	{ "another",
	  "{p1:Chanda Banda} spoke. Another {p2:Banda}, a Mr {p3:Banda}, did not. {p1:Banda} left." },
	{ "born",
	  "{p1:Neil Pierce Bushell} is the son of {p2:Barbara Bushell} (n\xC3\xA9" "e {p2:Pierce})." },
	{ "born with a full name", "{p1:Edna}, born {p1:Edna Pilling} in Leeds, left." },
	{ "born somewhere else",
	  "{p1:Edna Pilling} was born. {p2:Jack Orr} was not born {p3:Hal Ray}." },
	{ "no name at birth", "To {p1:Jack Orr} born {p2:Hal Ray} in Leeds came." },
	{ "a full stop in front", ". {p1:Bo Orr} left." },
	/* second names */
	{ "a real name", "{p1:Okaboshi}, whose real name is {p1:Jun Harada}, won. {p1:Harada} wept." },
	{ "a name by which one is known",
	  "{p1:Chai Meesuk}, 91, known throughout the south as {p1:Nai Dam}, died. {p1:Nai Dam} "
	  "sang." },
	{ "known as, and told so first",
	  "{p1:Nai Dam} rests\n\n{p1:Chai Meesuk}, known as {p1:Nai Dam}, died. {p1:Chai} sang." },
	{ "nobody that was named is known so",
	  "Bishop {p1:Paul Amsel} saw a carver known as {p2:Gero} and {p3:Ida Ray}, the painter known "
	  "as {p4:Rosa}." },
	{ "known, and nothing as", "{p1:Paul Amsel} is known. As {p2:Ida Ray} left, {p1:Amsel} wept." },
	{ "what friends call one", "{p1:Ramon Orr}, whom team-mates call {p1:Papi Ramo}, threw." },
	{ "what he does not call one", "{p1:Ramon Orr} saw whom they met; call {p2:Papi Ramo} back." },
	{ "what they called him",
	  "My father, {p1:Ovid}, refused. The neighbours called him \"{p1:El Terco}\"." },
	{ "what another called him", "{p1:Ovid Orr} left. {p2:Bo Lind} called him \"{p3:Gero}\"." },
	{ "goes by", "{p1:Olga Hnat}, who goes by {p1:Lesia} to all, danced. {p1:Lesia} left." },
	{ "passes by", "{p1:Olga Hnat} was passed by {p2:Lesia Roe}." },
	{ "also known as",
	  "{p1:Constance Bright}, a/k/a \"{p1:Connie Wood},\" met {p2:Bo Orr} aka {p2:Toad}." },
	{ "his real name", "Comandante {p1:Fabi} signed it. His real name is {p1:Arno Cubides}." },
	{ "her stage name: of the one before",
	  "{p1:Ida Ray} met {p2:Bo Orr}. Under the name {p3:Rosa} a singer came. "
	  "She was born {p3:Eva Lind}." },
	{ "born, and more of it",
	  "{p1:Bex Rae}, 24, born {p1:Rebecca Outhwaite} in Leeds, left. {p1:Bex} slept." },
	{ "a subject who was born so",
	  "{p1:Margaret Bell}, geodesist, dies\n\nBorn {p1:Margaret Law} in Leeds, she left. "
	  "Born in Rome, {p2:Margaret Orr} did not." },
	{ "a subject who was born by another surname",
	  "{p1:Irma Hold} dies at 93\n\n{p1:Irma Reiser} was born in Lech to {p2:Ida Reiser}. "
	  "{p3:Ida Stein} was born in Rome." },
	{ "a name in Latin", "{p1:Jerome} (Latin: {p1:Eusebius Hieronymus}) wrote." },
	{ "a hyphen that comes and goes",
	  "{p1:Eom Ha-neul} sang. {p1:Haneul} danced. {p2:Mary-Jane} did not, nor {p3:Maryjane}." },
	{ "half a surname is one",
	  "{p1:Salwa Mikati-Ghandour} came. {p1:Ghandour} wept. {p2:Munir Ghandour} left." },
	{ "a title that was told with the surname",
	  "{p1:Roopa Venkat} to wed\n\nDr. {p1:Roopa Venkat} met {p2:Bo Orr}. "
	  "Her father is {p3:Lal Venkat}. Dr. {p1:Venkat} wept." },
	{ "half a surname is not that of who comes later",
	  "Chief {p1:Amsel} died. {p2:Wisdom Orr-Amsel} left. {p3:Half}, {p2:Orr} slept." },
	{ "a whole surname goes before half of one",
	  "{p1:Salwa Mikati-Ghandour} met {p2:Munir Ghandour}. {p2:Ghandour} wept." },
	/* who is of the other gender, who shares a name, who is another */
	{ "a given name settles it", "{p1:Kevin Orr} and {p2:Saffi Orr} sang. Mr {p1:Orr} danced." },
	{ "a given name that settles it against one",
	  "{p1:Edna Orr} met {p2:Wojtek Orr}. Mr {p2:Orr} danced." },
	{ "Mr of another given name is no reason against all",
	  "{p1:Edna Orr} sang. Mr {p1:Orr} danced." },
	{ "a couple", "{p1:Jack} and {p2:Edna Orr} wed. Mr {p1:Orr} sang, Mrs {p2:Orr} danced." },
	{ "a couple with a sign", "{p1:Jack} & {p2:Edna Orr} wed. Mr {p1:Orr} sang." },
	{ "no couple", "{p1:Jack} met {p2:Edna Orr}. Mr {p2:Orr} sang. {p3:Zzq} and {p4:Ida Lind} too. "
	               "Mr {p4:Lind} slept." },
	{ "two joined names are two",
	  "{p1:Patty Nokes} and {p2:Patty Nokes-Rivera} won. {p3:Hunter} and {p4:Hunter W.} too." },
	{ "a capitalised particle", "{p1:Di Hext} lost to {p2:Brian Hext}. {p1:Di Hext} wept." },
	{ "no other particle",
	  "{p1:Bashar Assad} fled. {p1:al-Assad} is gone. {p2:Vincent van Gogh} is {p2:Van Gogh}." },
	{ "anyone of a name",
	  "Three people called {p1:Orr} ran. {p2:Ida Orr} won. Anyone named {p3:Orr} wept. "
	  "{p2:Orr} left." },
	{ "anyone who is somebody", "{p1:Ida Orr} won. Many people called {p1:Orr} a hero." },
	{ "no relation", "{p1:Ward Orr} ran. {p2:Ward Orr}, no relation, did too. {p2:Ward Orr} won." },
	{ "two families", "{p1:Joe Orr} left. The {p2f:Orr} and {p3f:Amsel} families wept." },
	{ "who went home", "Team sends {p1:Orr} home\n\n{p1:Joe Orr} left the {p2f:Orr} home." },
	{ "a nickname of two words, told first",
	  "\"{p1:Little Ant} sat there.\" {p1:Anthony \"Little Ant\" Lomas} left." },
	{ "a nickname of one with a suffix",
	  "Mayor {p1:Melchor \"Boy Itik\" Nacion Jr.} left. \"They call me {p1:Boy Itik},\" he said." },
	{ "who is called by the given name",
	  "{p1:Eli Orr} left. {p2:Juan Orr}, the father, came for {p1:Eli}.\n\n{p2?:Orr} wept. "
	  "{p1:Eli} slept." },
	{ "marks left out",
	  "{p1:Maro\xC5\xA1 \xC5\xA0" "ef\xC4\x8Dovi\xC4\x8D} spoke. {p1s:Sefcovic} left. "
	  "{p2:Bo Orrevic} met {p2s:Orr\xC3\xA9vic}." },
	{ "marks as combining characters",
	  "{p1:Jose\xCC\x81 Pen\xCC\x83" "a} spoke. {p1s:Jos\xC3\xA9 Pe\xC3\xB1" "a} left. "
	  "{p2:Maro\xC5\xA1} too." },
	{ "a name and initials behind it",
	  "{p1:Harriet Nakalema Kyobe} won. {p1:Nakalema H. K.} 9,411, {p2:Nakalema K. H.} 12." },
	{ "a namesake, named last",
	  "{p1:Ward Orr} ran. {p2:Ward Orr}, no relation, did too.\n\n{p2:Ward Orr} wept." },
	{ "who wrote it",
	  "By {p1:Anna Lane}\n\nPolice held {p2:Robert Lane}. {p2:Lane} wept, stood by {p3:Ida "
	  "Lane}." },
	{ "somebody who is named so",
	  "{p1:Tara Orr} came. The girl is named {p2:Tara}. {p1:Orr} left." },
	/* as they are written elsewhere */
	{ "Italian particles",
	  "{p1:Giulia dalla Costa} won. {p1:Dalla Costa} left, and {p1:dalla Costa}'s rival wept." },
	{ "a particle inside",
	  "{p1:Jo\xC3\xA3o Pedro dos Santos Silva} ran. {p1:Dos Santos} fell; {p1:Silva} rose." },
	{ "two particles, the first a name too",
	  "{p1:Ludwig van der Meer Jr.} spoke. {p1:Van der Meer} left. {p2:Van Meer} wept." },
	{ "a father's name", "{p1:Mohamed bin Salem al-Harthy} met {p2:Salem bin Nasser}. "
	                     "{p1:Al-Harthy} left, {p2:bin Nasser} stayed." },
	{ "one of two surnames",
	  "{p1:Gabriel Garc\xC3\xAD" "a Moreno} won. {p1:Garc\xC3\xAD" "a} wept, said {p2:Ana "
	  "Moreno}." },
	{ "a name that does not begin so",
	  "{p1:Elizabeth Warfield} won. {p1:Beth} wept. {p2:Elizabeth Orr} met {p3:William Orr}; "
	  "{p3:Bill} left." },
	{ "whose may be two's", "{p1:Elizabeth Orr} and {p2:Elizabeth Lind} came. {p3:Beth} wept." },
	{ "Mr and Mrs", "Mr and Mrs {p1:Thomas Orr} came. {p2:Ann Orr} left. Mrs {p2:Orr} wept." },
	{ "a couple, in full later",
	  "{p1:Tom} and {p2:Ann Orr} wed. Mr. {p1:Orr}, 84, sang; {p2:Ann} danced. {p1:Tom Orr} "
	  "left." },
	{ "two forms in a sentence",
	  "{p1:Ron Blake} saw {p2:Ronald Blake}. {p3:Sam Orr} left. {p3:Samuel Orr} wept." },
	{ "formerly", "{p1:Maria Silva} (formerly {p1:Maria Costa}) sued. {p1:Costa} won." },
	{ "two surnames that two bear",
	  "{p1:Luc\xC3\xAD" "a Soto Prado} dies. {p2:Ramon Soto Prado} wept.\n\n{p1:Soto Prado} "
	  "painted." },
	{ "a double surname without its hyphen",
	  "{p1:Tunde Bakare-Ellis} led. {p1:Bakare Ellis} left. {p2:Ellis Bakare} slept." },
	{ "middle names that differ",
	  "{p1:Ahmad Faizal bin Rahmat} met {p2:Ahmad Fauzi bin Rahmat}. {p1:Ahmad Faizal} left; "
	  "{p2:Ahmad Fauzi} slept. {p3:Mary Jane Orr} is not {p4:Mary Ann Orr}, but {p3:Mary J. "
	  "Orr}." },
	{ "a father's name is no surname",
	  "{p1:Nurul binti Rahmat} wept. {p2:Rahmat bin Osman} left. {p2:Rahmat} slept. "
	  "{p3:Mohammed bin Salman} met {p3:bin Salman}." },
	{ "letters in the place of marks",
	  "{p1:J\xC3\xBCrgen M\xC3\xBCller} won. {p1s:Mueller} wept. {p1s:Juergen Mueller} slept." },
	{ "the whole title", "Lt. Gov. {p1:Ida Orr} met Gov. {p2:Phil Orr}. Gov. {p2:Orr} left. "
	                     "Lt. Gov. {p1:Orr} slept." },
	{ "a particle that ends a nickname",
	  "{p1:Jim \"Mattress Mac\" Ingle} bet. {p1:Mattress Mac} wept. {p1:Ingle} left." },
	/* organisations and places */
	{ "kinds apart", "{p1:Joe Ford} works at {o2:Ford} in {l3:Ford}." },
	{ "acronym",
	  "The {o1:World Health Organization} ({o1:WHO}) met. {o1:WHO} said so. {o2:NATO} did not." },
	{ "acronym first", "{o1:WHO} ({o1:World Health Organization}) met." },
	{ "acronym without parentheses",
	  "{o1:UST} met. The {o1:Union of Sarn Teachers} left. {o1:U.S.T.} slept." },
	{ "small words count", "The {o1:Bank of Orlan} cut rates. {o1:BoO} slept." },
	{ "two letters are too few", "The {o1:Bank of Orlan} cut rates. {o2:BO} slept." },
	{ "whose may be two's acronym",
	  "{o1:Union of Sarn Teachers} and {o2:United States Tanks}: {o3:UST}." },
	{ "an acronym of another kind", "The {o1:Union of Sarn Teachers} met in {l2:UST}." },
	{ "two letters in parentheses", "The {o1:Bank of Orlan} ({o1:BO}) met, and {o1:BO} slept." },
	{ "parentheses of something else", "The {o1:Bank of Orlan} met (as {o2:BO} said)." },
	{ "no acronym of it", "The {o1:World Health Organization} ({o2:NATO}) met." },
	{ "company tail", "{o1:Acme Inc.} fell. {o1:Acme} rose." },
	{ "two company tails",
	  "{o1:Acme Rubber Ltd} fell. {o1:Acme Rubber Inc.} rose. {o2:Ltd} slept." },
	{ "short company", "{o1:Goldman Sachs} fell. {o1:Goldman} rose." },
	{ "generic beginnings",
	  "{o1:University of Lagos} and {o2:University of Oslo}, {o3:University}." },
	{ "aliases", "The {l1:United States} and the {l1:U.S.}, the {l1:US}, the {l2:United Kingdom}, "
	             "the {l2:UK}, the {l3:United Arab Emirates}." },
	{ "aliases behind the", "{l1:The United States} and the {l1:US}." },
	{ "places", "{l1:New York} is not {l2:York}." },
	{ "a team by one of its two words",
	  "{o1:Detroit Tigers} won. {o1:Detroit} played on; the {o1:Tigers} slept. {o2:Royal Union} "
	  "too, and the {o3:Union}." },
	{ "a team that may be two's", "{o1:Oregon State} beat {o2:Oregon Tech}. {o3:Oregon} slept." },
	{ "an acronym of some of the words",
	  "The {o1:United Nations Office for the Coordination of Humanitarian Affairs} ({o1:OCHA}) "
	  "left." },
	{ "an acronym of syllables",
	  "The {o1:Ghana Cocoa Board} ({o1:COCOBOD}) and {o2:Gadsden Newspapers} ({o3:NYSE}) left." },
	{ "an acronym with the legal form",
	  "{o1:Copperbelt Energy Corporation} ({o1:CEC}) and {o2:Acme Rubber Ltd} ({o3:ARL}) left." },
	{ "signs alone", "{o1:???} is {o1:???} and {p2:!} and {o3:!}." },
};

START_TEST(links_names) {
	marked_text m;
	ww_entities e = { 0 };
	read_marks(&m, links[_i].marked);
	ck_assert(add_all(&e, &m) && ww_entities_link(&e, &mem));
	for (uint32_t i = 0; i < m.n; i++) {
		for (uint32_t k = 0; k < i; k++)
			ck_assert_msg((e.mention[i].entity == e.mention[k].entity) == (m.want[i] == m.want[k]),
			              "%s: \"%.*s\" and \"%.*s\"", links[_i].label,
			              (int)(m.end[k] - m.start[k]), m.text + m.start[k],
			              (int)(m.end[i] - m.start[i]), m.text + m.start[i]);
		ck_assert_msg((e.mention[i].flags & ~WW_LINK_PARTIAL) == m.flags[i],
		              "%s: \"%.*s\" has flags %d", links[_i].label, (int)(m.end[i] - m.start[i]),
		              m.text + m.start[i], e.mention[i].flags);
	}
	ww_entities_free(&e, &mem);
	ck_assert_uint_eq(counter.live, 0);
}
END_TEST

/* What is known of the entities: name, mentions, title. */
START_TEST(describes_entities) {
	marked_text m;
	ww_entities e = { 0 };
	read_marks(&m, "{p1:Baldwin} wept. Mr. {p1:Alec Baldwin} met Judge {p2:Mary Sommer}; Attorney "
	               "General {p3:Merrick Garland}, the film director {p4:Joel Souza} and actor "
	               "{p1:Baldwin} left. Home Secretary {p5:Ada Obi} spoke to her mother. "
	               "{p6:Valeska} left. They named {p7:Ida Ray} its head. Vice-President {p8:Bo "
	               "Orr} met Lt. Col. {p9:Ann Lee} and Dr. {p10:Joan Fry}. {p11:Max Ott}, the "
	               "finance director, met {p12:Li Su}, 43, an attorney general in Rome, {p13:Al "
	               "Ray}, president Orr, and Mr. {p14:Hal Roe}, chief of it, {p15:Ed Sy}, father "
	               "of two, {p16:Jo Fox}, the judge wept. Mrs. {p2:Sommer} left. "
	               "Former Senior Deputy Assistant Chief {p17:Cy Dow} slept. Commissioner of "
	               "Police {p18:Abe Ray} met Deputy Minister of Roads and the Interior {p19:Ova "
	               "Li} and the sister {p20:Ina Bo} of Chief Financial Officer {p21:Uri Ko} at 2 "
	               "pm {p22:Su Ro} took home Mrs {p23:Fay Oz} of Police {p24:Eva Ib}.");
	ck_assert(add_all(&e, &m) && ww_entities_link(&e, &mem));
	static const char *const names[] = { "Alec Baldwin", "Mary Sommer", "Merrick Garland",
		"Joel Souza", "Ada Obi", "Valeska", "Ida Ray", "Bo Orr", "Ann Lee", "Joan Fry", "Max Ott",
		"Li Su", "Al Ray", "Hal Roe", "Ed Sy", "Jo Fox", "Cy Dow", "Abe Ray", "Ova Li", "Ina Bo",
		"Uri Ko", "Su Ro", "Fay Oz", "Eva Ib" };
	static const char *const titles[] = { "actor", "Judge", "Attorney General", "film director",
		"Home Secretary", "", "", "Vice-President", "Lt. Col.", "Dr.", "finance director",
		"attorney general", "", "Mr.", "", "", "Senior Deputy Assistant Chief",
		"Commissioner of Police", "Deputy Minister of Roads and the Interior", "",
		"Chief Financial Officer", "", "Mrs", "Police" };
	static const uint32_t mentions[] = { 3, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
		1, 1, 1, 1 };
	ck_assert_uint_eq(e.n_entities, COUNT(names));
	for (uint32_t i = 0; i < COUNT(names); i++) {
		const ww_entity *x = &e.entity[i];
		char name[40] = "", title[60] = "";
		snprintf(name, sizeof name, "%.*s", (int)(m.end[x->name] - m.start[x->name]),
		         m.text + m.start[x->name]);
		ck_assert_str_eq(name, names[i]);
		if (x->title != WW_NO_ENTITY) {
			const ww_entity_title *t = &e.mention[x->title].name.title;
			snprintf(title, sizeof title, "%.*s", (int)t->len,
			         m.text + m.start[x->title] + t->from);
		}
		ck_assert_str_eq(title, titles[i]);
		ck_assert_uint_eq(x->mentions, mentions[i]);
		uint32_t n = 0;
		for (uint32_t k = x->first; k != WW_NO_ENTITY; k = e.mention[k].next)
			n += e.mention[k].entity == i;
		ck_assert_uint_eq(n, mentions[i]);
	}
	ww_entities_free(&e, &mem);
}
END_TEST

/* Who has the name of another of that kind is told from it. */
START_TEST(counts_namesakes) {
	marked_text m;
	ww_entities e = { 0 };
	read_marks(&m, "{p1:Ward Orr} ran. {p2:Ward Orr}, no relation, did too. {p3:Ward Orr}, no "
	               "relation, left {o4:Ward Orr} and {p5:Ida Orr}.");
	ck_assert(add_all(&e, &m) && ww_entities_link(&e, &mem));
	static const uint32_t want[] = { 0, 1, 2, 0, 0 };
	ck_assert_uint_eq(e.n_entities, COUNT(want));
	for (uint32_t i = 0; i < COUNT(want); i++)
		ck_assert_uint_eq(e.entity[i].namesakes, want[i]);
	ww_entities_free(&e, &mem);
}
END_TEST

/* A title whose bearer is not clear is nobody's. */
START_TEST(gives_no_doubtful_title) {
	marked_text m;
	ww_entities e = { 0 };
	read_marks(&m, "{p1:Eric Orr} met {p2:Liz Orr}. Judge {p1?:Orr} wept.");
	ck_assert(add_all(&e, &m) && ww_entities_link(&e, &mem));
	for (uint32_t i = 0; i < e.n_entities; i++)
		ck_assert(e.entity[i].title == WW_NO_ENTITY);
	ww_entities_free(&e, &mem);
}
END_TEST

START_TEST(no_memory) {
	marked_text m;
	size_t n = 0;
	bool failed;
	read_marks(&m, links[3].marked);
	do {
		ww_entities e = { 0 };
		test_mem_fail(&counter, ++n);
		bool ok = add_all(&e, &m) && ww_entities_link(&e, &mem);
		failed = test_mem_failed(&counter);
		ck_assert_msg(ok != failed, "request %zu", n);
		ww_entities_free(&e, &mem);
		ck_assert_uint_eq(counter.live, 0);
	} while (failed);
	test_mem_fail(&counter, 0);
}
END_TEST

/* Linking again, and linking after a clear, give the same. */
START_TEST(links_again) {
	marked_text m;
	ww_entities e = { 0 };
	uint32_t once[MARKS];
	read_marks(&m, links[3].marked);
	for (int round = 0; round < 3; round++) {
		if (round != 1)
			ww_entities_clear(&e);
		if (round != 1)
			ck_assert(add_all(&e, &m));
		ck_assert(ww_entities_link(&e, &mem));
		for (uint32_t i = 0; i < m.n; i++) {
			ck_assert(round == 0 || once[i] == e.mention[i].entity);
			once[i] = e.mention[i].entity;
		}
	}
	ww_entities_free(&e, &mem);
}
END_TEST

/* What linking costs grows with the mentions, however many bear one name. */
START_TEST(grows_evenly) {
	uint32_t work[2];
	for (uint32_t size = 0; size < 2; size++) {
		ww_entities e = { 0 };
		ww_tokens tokens = { 0 };
		for (uint32_t i = 0; i < 1000u << size; i++) {
			char text[40];
			int len = snprintf(text, sizeof text, i % 3 ? "A%c%c%c%c Smith" : "Smith", 'a' + i % 26,
			                   'a' + i / 26 % 26, 'a' + i / 676 % 26, 'a' + i % 7);
			ck_assert(ww_tokenize(&tokens, &mem, &lexicon, text, (size_t)len));
			ww_entity_block block = { text, &tokens };
			ck_assert(ww_entities_add(&e, &mem, &block, 0, (uint32_t)len, WW_PERSON, false));
		}
		ck_assert(ww_entities_link(&e, &mem));
		work[size] = e.work;
		ww_tokens_free(&tokens, &mem);
		ww_entities_free(&e, &mem);
	}
	ck_assert_msg(work[1] < work[0] * 5 / 2, "%u keys, of twice as many names %u", work[0],
	              work[1]);
}
END_TEST

int main(void) {
	ww_lexicon_init(&lexicon, NULL, 0); /* names have no roles in time */
	Suite *s = suite_create("entity");
	TCase *tc = tcase_create("entities");
	tcase_add_loop_test(tc, links_names, 0, COUNT(links));
	tcase_add_test(tc, describes_entities);
	tcase_add_test(tc, counts_namesakes);
	tcase_add_test(tc, gives_no_doubtful_title);
	tcase_add_test(tc, no_memory);
	tcase_add_test(tc, links_again);
	tcase_add_test(tc, grows_evenly);
	suite_add_tcase(s, tc);
	return run_suite(s);
}
