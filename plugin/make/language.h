/* language.h: a language as people write it, read from a folder of texts. */
#ifndef WW_LANGUAGE_H
#define WW_LANGUAGE_H

#include "date_forms.h"

/* A sentence that shows what a form takes, or ("-") what it leaves to others or to
 * nobody, with its marks as check_marked() reads them, and the article's date. */
typedef struct {
	const char *text, *date;
	bool takes;
	unsigned line;
} language_example;

/* A form with its examples, and where it stands in the text. */
typedef struct {
	ww_form form; /* its pattern as ww_pattern_write() takes it */
	unsigned line;
	language_example *examples;
	unsigned n_examples;
} language_form;

/* Words of one value share a row; a full stop at a word's end may be left out. */
typedef struct {
	const char *name;
	const char **words;
	unsigned n;
} language_list;

/* All that a folder says. */
typedef struct {
	ww_language tables; /* what of it can be told without looking for starts */
	ww_word *words;
	ww_form_part *parts;
	language_form *forms;
	language_list *lists;
	ww_holiday *holidays;
	const char **holiday_names; /* their patterns, as written */
	const char **captures;
	unsigned n_lists, n_captures;
} language;

/* Reads words.txt, dates.txt and, where there is one, holidays.txt of a folder; on a fault prints
 * file, line and what is wrong, and exits.  Nothing of it is ever freed: programs that read a
 * language are short. */
void language_read(language *out, const char *folder);

/* Returns what ww_pattern_write() takes of a pattern in extended syntax: without its
 * blanks and comments, lists put in, letters beyond ASCII in both cases. */
char *language_pattern(const language *lang, const char *extended);

/* Prints "FILE:LINE: MESSAGE" and exits. */
_Noreturn void language_fault(const char *file, unsigned line, const char *format, ...);

/* Names in the texts: of roles and signs, and of the values of a role; -1 when it is
 * none. */
int language_sign(const char *name);
int language_value(const char *name);
const char *language_sign_constant(int sign);

/* Memory that is never refused: a lack of it is a fault as any other. */
void *language_alloc(size_t size);
char *language_copy(const char *text, size_t len);

#endif
