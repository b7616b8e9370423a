/* list_make: packs a list of words, data/en/NAME.txt, into the C of table/NAME_table.c, on
 * standard output.  The list has words in lower case, below a line "# class: NAME"; other
 * lines with # explain, and a phrase has _ between its words.  In a list of rows it matters
 * which words share a line: a word is told by the numbers of its lines. */
#include "clause.h"
#include "date_habit.h"
#include "date_hour.h"
#include "date_hand.h"
#include "date_words.h"
#include "entity_given.h"
#include "entity_tells.h"
#include "hash.h"
#include "name_act.h"
#include "name_beside.h"
#include "name_small.h"
#include "name_thing.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Words of a list; the longest, clause.txt, has 700. */
/* More than any list has. */
enum { MOST = 4096 };

static struct {
	ww_listed_word is;
	char text[32];
} words[MOST];
static size_t n_words;
static size_t place[4 * MOST]; /* where words lie: 1 + the number of one, or 0 */
static uint32_t factor[MOST];
static unsigned to_factor, to_place;

/* Names and bits come from one list each, WW_…_CLASSES, so that a class cannot lack a name. */
#define CLASS(list, constant, text) text,
static const struct {
	const char *name, *header, *table;
	const char *const *classes;
	size_t n;
	bool rows; /* which words share a line matters */
} lists[] = {
	{ "clause", "clause.h", "ww_clause_words", (const char *const[]){ WW_SAYS_CLASSES(CLASS) },
	  WW_N_SAYS, false },
	{ "day", "date_words.h", "ww_day_words", (const char *const[]){ WW_DAY_CLASSES(CLASS) },
	  WW_N_DAY, false },
	{ "habit", "date_habit.h", "ww_habit_words", (const char *const[]){ WW_HABIT_CLASSES(CLASS) },
	  WW_N_HABIT, false },
	{ "relation", "date_words.h", "ww_relation_words",
	  (const char *const[]){ WW_RELATION_CLASSES(CLASS) }, WW_N_RELATION, false },
	{ "edge", "date_words.h", "ww_edge_words", (const char *const[]){ WW_EDGE_CLASSES(CLASS) },
	  WW_N_EDGE, false },
	{ "label", "date_words.h", "ww_label_words", (const char *const[]){ WW_LABEL_CLASSES(CLASS) },
	  WW_N_LABEL, false },
	{ "named", "date_words.h", "ww_named_words", (const char *const[]){ WW_NAMED_CLASSES(CLASS) },
	  WW_N_NAMED, false },
	{ "clock", "date_words.h", "ww_clock_words", (const char *const[]){ WW_CLOCK_CLASSES(CLASS) },
	  WW_N_CLOCK, false },
	{ "hour", "date_hour.h", "ww_hour_words", (const char *const[]){ WW_HOUR_CLASSES(CLASS) },
	  WW_N_HOUR, false },
	{ "hand", "date_hand.h", "ww_hand_words", (const char *const[]){ WW_HAND_CLASSES(CLASS) },
	  WW_N_HAND, false },
	{ "beside", "name_beside.h", "ww_beside_words",
	  (const char *const[]){ WW_BESIDE_CLASSES(CLASS) }, WW_N_BESIDE, false },
	{ "act", "name_act.h", "ww_act_words", (const char *const[]){ WW_ACT_CLASSES(CLASS) },
	  WW_N_ACT, false },
	{ "thing", "name_thing.h", "ww_thing_words", (const char *const[]){ WW_THING_CLASSES(CLASS) },
	  WW_N_THING, false },
	{ "small", "name_small.h", "ww_small_words", (const char *const[]){ WW_SMALL_CLASSES(CLASS) },
	  WW_N_SMALL, false },
	{ "tells", "entity_tells.h", "ww_tells_words", (const char *const[]){ WW_TELLS_CLASSES(CLASS) },
	  WW_N_TELLS, false },
	{ "given", "entity_given.h", "ww_given_words", (const char *const[]){ "spelt", "short" }, 2,
	  true },
};
enum { N_LISTS = sizeof lists / sizeof *lists };

/* A fault in a list ends the making, so that no table is ever made of half a list. */
static void fail(const char *what, const char *why) {
	fprintf(stderr, "list_make: %s: %s\n", what, why);
	exit(1);
}

/* The number of a list by its name; each of these two ends the making when there is none. */
static size_t list_of(const char *name) {
	size_t i = 0;
	while (i < N_LISTS && strcmp(lists[i].name, name) != 0)
		i++;
	if (i == N_LISTS)
		fail(name, "no such list");
	return i;
}

static uint32_t class_of(size_t list, const char *name) {
	size_t i = 0;
	while (i < lists[list].n && strcmp(lists[list].classes[i], name) != 0)
		i++;
	if (i == lists[list].n)
		fail(name, "no such class");
	return 1u << i;
}

/* Words are found by their hashes alone, so two words with one hash must not be. */
static ww_listed_word *word_of(const char *text) {
	uint32_t hash = ww_hash_bytes(WW_HASH_START, text, strlen(text));
	if (!hash)
		fail(text, "its hash is that of a free place");
	for (size_t i = 0; i < n_words; i++)
		if (words[i].is.hash == hash) {
			if (strcmp(words[i].text, text) != 0)
				fail(text, "another word hashes alike");
			return &words[i].is;
		}
	if (n_words == MOST || strlen(text) >= sizeof words->text)
		fail(text, "too long a word, or too many");
	words[n_words].is = (ww_listed_word){ hash, 0 };
	strcpy(words[n_words].text, text);
	return &words[n_words++].is;
}

/* A word may be in several classes, and in each once. */
static void add(const char *text, uint32_t class) {
	ww_listed_word *word = word_of(text);
	if (word->classes & class)
		fail(text, "twice in a class");
	word->classes |= class;
}

/* The numbers of its rows are a byte each, the last in the lowest. */
static void add_to_row(const char *text, uint32_t row) {
	ww_listed_word *word = word_of(text);
	if (word->classes >> 24)
		fail(text, "in too many rows");
	word->classes = word->classes << 8 | row;
}

/* A line is of the class above it, or in a list of rows one name: its number among those of its
 * class, which start at 1, tells it. */
static void read_list(size_t list, const char *path) {
	static const char head[] = "# class: ";
	char line[256];
	uint32_t class = 0, row = 0;
	FILE *file = fopen(path, "r");
	if (!file)
		fail(path, "cannot be read");
	while (fgets(line, sizeof line, file)) {
		if (!strchr(line, '\n') && !feof(file))
			fail(path, "too long a line");
		line[strcspn(line, "\n")] = '\0';
		if (strncmp(line, head, sizeof head - 1) == 0) {
			class = class_of(list, line + sizeof head - 1);
			row = (class - 1) * WW_LIST_ROWS;
		} else if (*line && *line != '#') {
			row++;
			if (!class)
				fail(path, "a word above the first class");
			if (lists[list].rows && row % WW_LIST_ROWS == 0)
				fail(line, "too many rows");
			for (char *word = strtok(line, " "); word; word = strtok(NULL, " ")) {
				for (char *gap = strchr(word, '_'); gap; gap = strchr(gap, '_'))
					*gap = ' ';
				lists[list].rows ? add_to_row(word, row) : add(word, class);
			}
		}
	}
	fclose(file);
}

/* The words whose hashes choose factor number `f`, at most `most`; returns how many there are. */
static size_t words_of(size_t f, size_t most, size_t *out) {
	size_t n = 0;
	for (size_t i = 0; i < n_words; i++)
		if (words[i].is.hash >> to_factor == f && n++ < most)
			out[n - 1] = i;
	return n;
}

/* Lays n words where a factor takes them, unless another is there. */
static bool lay(const size_t *word, size_t n, uint32_t by) {
	for (size_t i = 0; i < n; i++) {
		size_t at = WW_LIST_PLACE(words[word[i]].is.hash, by, to_place);
		if (!place[at]) {
			place[at] = word[i] + 1;
			continue;
		}
		while (i-- > 0)
			place[WW_LIST_PLACE(words[word[i]].is.hash, by, to_place)] = 0;
		return false;
	}
	return true;
}

/* Where many words share a factor it is sought first, while much is free.  Odd ones keep all bits
 * of a hash; 8 bits of factor have always been enough. */
static void seek_factors(size_t n_factors) {
	enum { SHARE = 64 }; /* words of one factor: more than any has */
	size_t word[SHARE];
	for (size_t share = SHARE; share > 0; share--)
		for (size_t f = 0; f < n_factors; f++) {
			if (words_of(f, SHARE, word) != share)
				continue;
			factor[f] = 1;
			while (!lay(word, share, factor[f])) {
				factor[f] += 2;
				if (factor[f] > UINT8_MAX)
					fail("factors", "no place for all words");
			}
		}
}

/* As ww_word_list_find() looks for them: a third of the places at least are free, and a factor is
 * for four places, so that one is found soon.  Returns the number of places. */
static size_t place_words(void) {
	size_t n = 8;
	to_place = 32 - 3;
	for (; n * 2 < n_words * 3; n *= 2)
		to_place--;
	to_factor = to_place + 2;
	seek_factors(n / 4);
	return n;
}

/* The words stand beside their hashes, for readers of a change to the table. */
int main(int argc, char **argv) {
	if (argc != 3)
		fail("usage", "list_make NAME FILE");
	size_t list = list_of(argv[1]);
	read_list(list, argv[2]);
	size_t n = place_words();
	printf("/* Generated by make/list_make.c from data/en/%s.txt: do not edit. */\n"
	       "#include \"%s\"\n\nstatic const ww_listed_word at[%zu] = {\n",
	       lists[list].name, lists[list].header, n);
	for (size_t i = 0; i < n; i++)
		if (place[i])
			printf("\t[%zu] = { 0x%08X, 0x%X }, /* %s */\n", i, words[place[i] - 1].is.hash,
			       words[place[i] - 1].is.classes, words[place[i] - 1].text);
	printf("};\n\nstatic const uint8_t factor[%zu] = {", n / 4);
	for (size_t f = 0; f < n / 4; f++)
		printf("%s%u,", f % 12 ? " " : "\n\t", factor[f]);
	printf("\n};\n\nconst ww_word_list %s = { at, factor, %u, %u };\n", lists[list].table,
	       to_factor, to_place);
	return 0;
}
