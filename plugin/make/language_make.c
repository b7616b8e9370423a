/* language_make NAME FOLDER CHECKSUM: prints the tables of a language, ww_NAME, made
 * of the texts in a folder, with their checksum.
 *
 * Each form is a block of its own and nothing in it numbers another, so that a new
 * one, or a new word, changes its own lines only. */
#include "language_step.h"

#include "whowhen.h"

#include <stdio.h>
#include <string.h>

/* The longest line of the table. */
enum { COLUMNS = 100 };

/* Columns count a tab as one, as the rule of 100 columns for C does, and what C has to
 * escape as written.  Bytes beyond ASCII are octal: hexadecimal escapes have no end.
 *
 * Prints text as C strings, further lines of them indented by `tabs`. */
static void print_string(const char *text, int column, int tabs) {
	putchar('"');
	for (const char *p = text; *p; p++) {
		int width = *p == '\\' || *p == '"' ? 2 : (uint8_t)*p >= 0x80 || *p == '\n' ? 4 : 1;
		if (column + width > COLUMNS - 6) {
			printf("\"\n%.*s\"", tabs, "\t\t\t");
			column = 8 * tabs;
		}
		column += width;
		if (*p == '\\' || *p == '"')
			printf("\\%c", *p);
		else if ((uint8_t)*p >= 0x80 || *p == '\n')
			printf("\\%03o", (unsigned)(uint8_t)*p);
		else
			putchar(*p);
	}
	putchar('"');
}

/* Prints the constant that stands for a word's number. */
static void print_word(const char *text) {
	printf("W_");
	for (const char *p = text; *p; p++) {
		bool plain = (*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9');
		if (plain)
			putchar(*p);
		else
			printf("_%02x", (unsigned)(uint8_t)*p);
	}
}

/* The enumeration and the words themselves stand apart: forms name the constants, and the
 * compiler, not this program, gives them numbers.  So a new word moves no other line. */
static void print_words(const language *lang) {
	printf("/* Words have numbers by their names. */\nenum {\n\tW_NONE,\n");
	for (unsigned i = 0; i < lang->tables.n_words; i++) {
		putchar('\t');
		print_word(lang->words[i].text);
		printf(",\n");
	}
	printf("};\n\nstatic const ww_word words[] = {\n");
	for (unsigned i = 0; i < lang->tables.n_words; i++) {
		printf("\t{ ");
		print_string(lang->words[i].text, 0, 0);
		printf(", %s, %d },\n", language_sign_constant(lang->words[i].role), lang->words[i].value);
	}
	printf("};\n_Static_assert(sizeof words / sizeof *words < WW_LEXICON_SLOTS, "
	       "\"a search ends at an empty slot\");\n\n");
}

/* Their patterns are in the forms already, with a capture of the row's number; what is
 * left is how each day is told. */
static void print_holidays(const language *lang) {
	static const char *const rules[] = { "FIXED", "NTH", "BEFORE", "EASTER", "LUNAR" };
	printf("static const ww_holiday holidays[] = {\n");
	for (unsigned i = 0; i < lang->tables.n_holidays; i++) {
		const ww_holiday *h = &lang->holidays[i];
		printf("\t{ WW_HOLIDAY_%s, %d, %d, %d, %d },\n", rules[h->rule], h->month, h->day,
		       h->weekday, h->plus);
	}
	printf("\t{ 0, 0, 0, 0, 0 }, /* a language may have none */\n};\n\n");
}

/* Parts are put into the forms at run time, when these are compiled: written out here
 * they would be many times as long. */
static void print_parts(const language *lang) {
	printf("static const ww_form_part parts[] = {\n");
	for (unsigned i = 0; i < lang->tables.n_parts; i++) {
		printf("\t{ \"%s\",\n\t  ", lang->parts[i].name);
		print_string(lang->parts[i].pattern, 10, 1);
		printf(" },\n");
	}
	printf("};\n\n");
}

/* Prints which words of the roles in `signs` are `known`, as a list that ends in W_NONE: those that
 * are not, or those that are, whichever are fewer. */
static void print_exceptions(const language *lang, ww_signs signs, const bool *known) {
	int column = COLUMNS, more = 0; /* how many more are known than not */
	for (unsigned i = 0; i < lang->tables.n_words; i++)
		if (signs & WW_SIGN_BIT(lang->words[i].role))
			more += known[i + 1] ? 1 : -1;
	printf(more < 0 ? "(const uint16_t[]){ WW_WORDS_ONLY," : "(const uint16_t[]){");
	for (unsigned i = 0; i < lang->tables.n_words; i++) {
		if (!(signs & WW_SIGN_BIT(lang->words[i].role)) || known[i + 1] != (more < 0))
			continue;
		int width = (int)strlen(lang->words[i].text) + 4;
		if (column + width > COLUMNS - 10) {
			printf("\n\t   ");
			column = 11;
		}
		putchar(' ');
		print_word(lang->words[i].text);
		putchar(',');
		column += width;
	}
	printf(" W_NONE }");
}

/* Tokens that the same can follow share a row, and the last one is of all others.  Behind the end
 * of a form anything can follow anything: then there is none. */
static void print_steps(const ww_signs next[WW_N_NEXT]) {
	const ww_signs all = WW_SIGN_BIT(WW_N_NEXT) - 1;
	ww_signs done = 0;
	for (int i = 0; done != all; i++) {
		ww_signs of = 0;
		if (done & WW_SIGN_BIT(i))
			continue;
		for (int k = i; k < WW_N_NEXT; k++)
			if (next[k] == next[i])
				of |= WW_SIGN_BIT(k);
		if (of == all && next[i] == all) {
			printf("NULL");
			return;
		}
		printf(done ? "\n\t    " : "(const ww_form_step[]){\n\t    ");
		done |= of;
		printf("{ 0x%llx, 0x%llx },", (unsigned long long)(done == all ? all : of),
		       (unsigned long long)next[i]);
	}
	printf(" }");
}

/* What a form can start with is told in full, which of the words of those roles it takes or never
 * takes as lists: most forms take nearly all of a role, or a few words of one with many. */
static void print_form(const language *lang, unsigned form) {
	static const char *const heads[] = { "NUMBER", "MONTH", "WEEKDAY", "UNIT", "DAY", "VAGUE" };
	const ww_form *f = &lang->forms[form].form;
	static language_starts starts;
	static language_steps steps;
	language_find_starts(lang, form, &starts);
	language_find_steps(lang, form, &starts, &steps);
	ww_signs firsts = 0, seconds = 0;
	int n = 0;
	printf("\t{ \"%s\", WW_HEAD_%s, %u, %u, 0x%02x,\n\t  { ", f->name, heads[f->head],
	       (unsigned)f->kind, (unsigned)f->meaning, (unsigned)f->flags);
	for (int i = 0; i < WW_MOST_NEEDS; i++)
		printf("%s0x%llx", i ? ", " : "", (unsigned long long)f->needs[i]);
	printf(" },\n\t  ");
	print_string(f->pattern, 10, 1);
	printf(",\n\t  (const ww_form_start[]){\n");
	for (int sign = 0; sign < WW_N_SIGNS; sign++) {
		if (!starts.next[sign])
			continue;
		printf("\t   { %s, 0x%llx },\n", language_sign_constant(sign),
		       (unsigned long long)starts.next[sign]);
		firsts |= WW_SIGN_BIT(sign);
		seconds |= starts.next[sign];
		n++;
	}
	if (n == 0)
		language_fault("dates.txt", lang->forms[form].line, "%s can start nowhere", f->name);
	printf("\t  }, %d,\n\t  ", n);
	print_exceptions(lang, firsts, starts.first);
	printf(",\n\t  ");
	print_exceptions(lang, seconds, starts.second);
	printf(",\n\t  { ");
	print_steps(steps.next[0]);
	printf(",\n\t    ");
	print_steps(steps.next[1]);
	printf(" } },\n");
}

int main(int argc, char **argv) {
	static language lang;
	if (argc != 4) {
		fprintf(stderr, "usage: language_make NAME FOLDER CHECKSUM\n");
		return 2;
	}
	language_read(&lang, argv[2]);
	printf("/* Generated by plugin/make/language_make.c from %s: do not edit.\n"
	       " * Of the checksum %s. */\n#include \"date_forms.h\"\n\n", argv[2], argv[3]);
	print_words(&lang);
	print_holidays(&lang);
	print_parts(&lang);
	printf("/* Kind, meaning, flags and sets of signs are the numbers of date_forms.h. */\n"
	       "static const ww_form forms[] = {\n");
	for (unsigned i = 0; i < lang.tables.n_forms; i++)
		print_form(&lang, i);
	printf("};\n"
	       "_Static_assert(sizeof forms / sizeof *forms <= WW_MOST_FORMS, \"sets have room\");\n\n"
	       "const ww_language ww_%s = {\n\twords, parts, forms, holidays,\n"
	       "\tsizeof words / sizeof *words, sizeof parts / sizeof *parts,\n"
	       "\tsizeof forms / sizeof *forms, sizeof holidays / sizeof *holidays - 1\n};\n", argv[1]);
	return 0;
}
