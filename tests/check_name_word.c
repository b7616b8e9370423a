#include "date_forms.h"
#include "name_run.h"
#include "runner.h"
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static test_mem counter;
static const ww_mem mem = { test_alloc, &counter };

static void read_text(ww_name_words *words, const char *text, size_t len) {
	static ww_lexicon lexicon;
	ww_tokens tokens = { 0 };
	static ww_gazetteer_answers answers;
	const ww_gazetteer_kept kept = { .answers = &answers };
	ww_lexicon_init(&lexicon, ww_english.words, ww_english.n_words);
	ww_gazetteer_answers_init(&answers);
	if (!ww_tokenize(&tokens, &mem, &lexicon, text, len) ||
	    !ww_name_words_read(words, &mem, &kept, &tokens, text))
		die("out of memory");
	ww_tokens_free(&tokens, &mem);
}

/* Appends text[start, end) to out, a line end as '~'. */
static void append(char *out, size_t room, const char *text, uint32_t start, uint32_t end) {
	size_t n = strlen(out);
	for (uint32_t i = start; i < end && n + 1 < room; i++)
		out[n++] = text[i] == '\n' ? '~' : text[i];
	out[n] = '\0';
}

/* The words of a text, with | between them. */
static const struct {
	const char *text, *words;
} words_of[] = {
	{ "Mary-Kate spoke.", "Mary-Kate|spoke|." },
	{ "Kim Jong-un, Ban Ki-moon", "Kim|Jong-un|,|Ban|Ki-moon" },
	{ "the Oslo-based firm", "the|Oslo|-|based|firm" },
	{ "Iran-backed, Trump-era", "Iran|-|backed|,|Trump|-|era" },
	{ "ex-President, pro-Trump", "ex|-|President|,|pro|-|Trump" },
	{ "Bashar al-Assad", "Bashar|al-Assad" },
	{ "US-China talks in Guinea-Bissau", "US|-|China|talks|in|Guinea-Bissau" },
	{ "George W. Bush", "George|W.|Bush" },
	{ "J.K. Rowling and J. R. R. Tolkien", "J.K.|Rowling|and|J.|R.|R.|Tolkien" },
	{ "the U.S. said at 7 a.m. today", "the|U.S.|said|at|7|a.m.|today" },
	{ "Mr. Baldwin, Acme Inc. and Dr. No", "Mr.|Baldwin|,|Acme|Inc.|and|Dr.|No" },
	{ "It ended. Mary left", "It|ended|.|Mary|left" },
	{ "AT&T and Ben & Jerry's", "AT&T|and|Ben|&|Jerry|'s" },
	{ "Hutchins' and O\xE2\x80\x99" "Brien\xE2\x80\x99s",
	  "Hutchins|'|and|O\xE2\x80\x99" "Brien|\xE2\x80\x99s" },
	{ "10,000 at 3.5 in G20, 49ers", "10,000|at|3.5|in|G20|,|49ers" },
	{ "Amazon.com fell", "Amazon.com|fell" },
	{ "by Messrs. Obi at companies.com yesterday. Then",
	  "by|Messrs.|Obi|at|companies.com|yesterday|.|Then" },
	{ "the Agency; and/or \"firms\" (here): so-called?",
	  "the|Agency|;|and|/|or|\"|firms|\"|(|here|)|:|so-called|?" },
	{ "Jose\xCC\x81 Nu\xCC\x81n\xCC\x83" "ez", "Jose\xCC\x81|Nu\xCC\x81n\xCC\x83" "ez" },
	{ "", "" },
};

START_TEST(cuts_words) {
	char got[400] = "";
	ww_name_words w = { 0 };
	const char *text = words_of[_i].text;
	read_text(&w, text, strlen(text));
	for (uint32_t i = 0; i < w.n; i++) {
		if (i)
			append(got, sizeof got, "|", 0, 1);
		append(got, sizeof got, text, w.at[i].start, w.at[i].end);
	}
	ww_name_words_free(&w, &mem);
	ck_assert_str_eq(got, words_of[_i].words);
	ck_assert_uint_eq(counter.live, 0);
}
END_TEST

/* The runs in which names are looked for, with | between them. */
static const struct {
	const char *label, *text, *runs;
} runs_of[] = {
	{ "connectors", "He saw the Bank of England and Mary there.", "Bank of England and Mary" },
	{ "particles in front", "It was von der Leyen who met bin Laden.", "von der Leyen|bin Laden" },
	{ "words that only start sentences", "The He met. In it sat An Lee. IT fell, May rose, It.",
	  "The He|An Lee|IT|May|It" },
	{ "a comma parts", "Don Lemon, Amy Sedaris", "Don Lemon|Amy Sedaris" },
	{ "connectors", "Bank of the West at Lee & Obi. Bank of and for West.",
	  "Bank of the West at Lee & Obi|Bank|West" },
	{ "a nickname", "Then Robin \"Bobo\" Kaye left.", "Then Robin \"Bobo\" Kaye" },
	{ "a quotation is no nickname", "Mary said \"Stop\" to Ann.", "Mary|Stop|Ann" },
	{ "possessives", "at Macy's on Mary's Street", "Macy's on Mary's Street" },
	{ "a number behind", "the Boeing 747 and more", "Boeing 747" },
	{ "handles and codes", "@JohnSmith, #Oscars, $MAY, a@Bcd.com", "" },
	{ "I is no name", "Then I saw Charles I there.", "Then|Charles I" },
	{ "a wrapped line",
	  "the old Judge Mary Marlowe\nSommer ruled on it,\nand left", "Judge Mary Marlowe~Sommer" },
	{ "a list", "Mary Marlowe\nJoan Sommer\nAnn Lee", "Mary Marlowe|Joan Sommer|Ann Lee" },
	{ "a heading", "Storm In Kano\nMary Sommer said so and went on to say some more.",
	  "Storm In Kano|Mary Sommer" },
};

START_TEST(finds_runs) {
	char got[400] = "";
	ww_name_words w = { 0 };
	const char *text = runs_of[_i].text;
	read_text(&w, text, strlen(text));
	for (uint32_t i = 0; i < w.n_runs; i++) {
		if (i)
			append(got, sizeof got, "|", 0, 1);
		append(got, sizeof got, text, w.at[w.runs[i].first].start, w.at[w.runs[i].end - 1].end);
	}
	ww_name_words_free(&w, &mem);
	ck_assert_msg(strcmp(got, runs_of[_i].runs) == 0, "%s: \"%s\"", runs_of[_i].label, got);
}
END_TEST

/* The words of which the first ones of runs may be plurals, | between them. */
static const struct {
	const char *text, *singulars;
} singulars_of[] = {
	{ "the Assads, the Foxes met the Joneses", "Assad|Fox|Jones" },
	{ "The Okafors left; the Boss, the As, Williams stayed", "Okafor" },
	{ "the old Assads", "" },
	{ "the", "" },
};

START_TEST(finds_singulars) {
	char want[100];
	ww_name_words w = { 0 };
	strcpy(want, singulars_of[_i].singulars);
	const char *text = singulars_of[_i].text;
	read_text(&w, text, strlen(text));
	char *next = strtok(want, "|");
	for (uint32_t i = 0; i < w.n_runs; i++) {
		uint32_t hash = w.runs[i].singular;
		if (!hash)
			continue;
		ck_assert_ptr_nonnull(next);
		ck_assert_uint_eq(hash, ww_gazetteer_hash(next, strlen(next)));
		ck_assert(w.mask & WW_NAME_MASK(hash));
		next = strtok(NULL, "|");
	}
	ww_name_words_free(&w, &mem);
	ck_assert_ptr_null(next);
}
END_TEST

/* What each line is: a Table's row, in Upper case, a Heading, Short; a line that only wraps the one
 * before is no line of its own. */
static const struct {
	const char *text, *lines;
} lines_of[] = {
	{ "Judge Throws Out the Case", "HS" },
	{ "Judge Throws Out the Case.", "" },
	{ "Will the Judge Throw It Out?", "" },
	{ "Judge Throws Out the Case!", "HS" },
	{ "The judge has thrown out the whole case", "" },
	{ "Anna Lind Throws a ball", "HS" },
	{ "Anna Lind has a ball", "S" },
	{ "The judge has thrown it out", "S" },
	{ "The judge has thrown it far out", "" },
	{ "Two Words", "S" },
	{ "JUDGE THROWS OUT THE CASE", "UHS" },
	{ "JUDGE THROWS OUT THE CASE.", "U" },
	{ "Tellford 14 12 3", "TS" },
	{ "Tellford played 14 and lost", "S" },
	{ "Tellford 14\nOrrin 12", "S|S" },
	{ "Words by Anna Lind\nThe judge has thrown out the whole case today.", "HS|" },
	{ "Words and pictures by Anna Lind, who\nwas there when it came.", "" },
	{ "The judge has thrown out the whole case, and\nAnna Lind has left with him.", "" },
};

START_TEST(tells_lines) {
	static const struct {
		char letter;
		uint16_t flag;
	} flags[] = { { 'T', WW_WORD_TABLE }, { 'U', WW_WORD_UPPER }, { 'H', WW_WORD_HEADING },
		          { 'S', WW_WORD_SHORT } };
	char got[40] = "";
	size_t n = 0;
	ww_name_words w = { 0 };
	read_text(&w, lines_of[_i].text, strlen(lines_of[_i].text));
	for (uint32_t i = 0; i < w.n; i++) {
		if (i > 0 && !(w.at[i].flags & WW_WORD_BREAK))
			continue;
		if (i > 0)
			got[n++] = '|';
		for (int k = 0; k < COUNT(flags); k++)
			if (w.at[i].flags & flags[k].flag)
				got[n++] = flags[k].letter;
	}
	ww_name_words_free(&w, &mem);
	ck_assert_str_eq(got, lines_of[_i].lines);
}
END_TEST

START_TEST(any_bytes_will_do) {
	test_random r = { test_seed(11) };
	static const char bytes[] = "Aab.''--\"&@$ \n\n9\xC3\x89\xE2\x80\x99\xCC\x81\xFF";
	for (int k = 0; k < 2000; k++) {
		size_t len = test_below(&r, 60);
		char *text = test_resize(NULL, len);
		for (size_t i = 0; i < len; i++)
			text[i] = bytes[test_below(&r, sizeof bytes)];
		ww_name_words w = { 0 };
		read_text(&w, text, len);
		uint32_t end = 0;
		for (uint32_t i = 0; i < w.n; i++) {
			ck_assert(w.at[i].start >= end && w.at[i].end > w.at[i].start && w.at[i].end <= len);
			end = w.at[i].end;
		}
		end = 0;
		for (uint32_t i = 0; i < w.n_runs; i++) {
			ck_assert(w.runs[i].first >= end && w.runs[i].end > w.runs[i].first &&
			          w.runs[i].end <= w.n);
			end = w.runs[i].end;
		}
		ww_name_words_free(&w, &mem);
		free(text);
	}
}
END_TEST

int main(void) {
	Suite *s = suite_create("name_word");
	TCase *tc = tcase_create("words");
	tcase_add_loop_test(tc, cuts_words, 0, COUNT(words_of));
	tcase_add_loop_test(tc, finds_runs, 0, COUNT(runs_of));
	tcase_add_loop_test(tc, finds_singulars, 0, COUNT(singulars_of));
	tcase_add_loop_test(tc, tells_lines, 0, COUNT(lines_of));
	tcase_add_test(tc, any_bytes_will_do);
	suite_add_tcase(s, tc);
	return run_suite(s);
}
