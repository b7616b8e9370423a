/* date_forms.h: what a language gives: words, parts of patterns, forms.
 *
 * All of it is written as text, in plugin/data/en/ for English, and made into the
 * tables of plugin/table/ by plugin/make/: how a form is written, and which of two
 * wins, is told at the top of plugin/data/en/dates.txt. */
#ifndef WW_DATE_FORMS_H
#define WW_DATE_FORMS_H

#include "lexicon.h"

/* What sets a search off: see ww_role.  A form has one of these and is tried there alone. */
typedef enum {
	WW_HEAD_NUMBER,
	WW_HEAD_MONTH,
	WW_HEAD_WEEKDAY,
	WW_HEAD_UNIT,
	WW_HEAD_DAY, /* day words, parts of the day, seasons, holidays */
	WW_HEAD_VAGUE, /* and sets */
	WW_N_HEADS
} ww_head;

/* Flags beside WW_VAGUE. */
enum {
	WW_FORM_BARE = 0x80,    /* a lone word that may be part of a name: "May" */
	WW_FORM_FIGURES = 0x40, /* figures that may number a thing: "Room 2010" */
	WW_FORM_RANGE = 0x20,   /* two mentions, the parts m1 and m2: "May 5 to 7" */
	WW_FORM_MATCH = 0x10,   /* may be of a match: "the third quarter" */
	WW_FORM_HOUR = 0x08     /* figures that are an hour where others tell it: "doors 7" */
};

/* How a form's value is worked out, from its named parts. */
typedef enum {
	WW_MEANS_NOTHING, /* no time expression: it only keeps others from its text */
	WW_MEANS_CALENDAR, /* July 13; May 1998; Tuesday, 16 July */
	WW_MEANS_NUMERIC,  /* 13/7/2024 */
	WW_MEANS_WEEKDAY,  /* Friday; next Tuesday; two weeks ago Monday */
	WW_MEANS_RELATIVE, /* last week; the end of the month */
	WW_MEANS_AGO,      /* five years ago; two days later */
	WW_MEANS_YEAR_AGO, /* a year earlier: of the size of what it is compared with */
	WW_MEANS_DURATION, /* six months */
	WW_MEANS_SET,      /* every Tuesday; daily */
	WW_MEANS_QUARTER,  /* the third quarter; the same period of 2010 */
	WW_MEANS_SEASON,   /* last summer */
	WW_MEANS_DECADE,   /* the 1990s; the nineties */
	WW_MEANS_CENTURY,  /* the 19th century */
	WW_MEANS_CLOCK,    /* 7:30 p.m. on Friday; noon */
	WW_MEANS_DAY,      /* tomorrow; this morning; overnight */
	WW_MEANS_HOLIDAY,  /* Christmas Eve; Labor Day weekend */
	WW_MEANS_SPAN,     /* of years: 2024-25 */
	WW_MEANS_BC,       /* 44 BC */
	WW_MEANS_WEEK_OF,  /* the week of May 3 */
	WW_MEANS_NTH,      /* the first Monday of June; the last week of 2016 */
	WW_MEANS_PRESENT,  /* now */
	WW_MEANS_PAST,     /* recently */
	WW_MEANS_FUTURE,   /* soon */
	WW_N_MEANINGS
} ww_meaning;

/* What a token can be: by ww_role (WW_ROLE_NONE stands for a number of one or two
 * figures), or, if no word with a role, one of these. */
typedef enum {
	WW_SIGN_HUNDREDS = WW_N_ROLES, /* a number of three figures, which is hardly ever a time */
	WW_SIGN_FIGURES,               /* of four or more */
	WW_SIGN_COLON,
	WW_SIGN_HYPHEN, /* and dashes */
	WW_SIGN_DOT,
	WW_SIGN_SLASH,
	WW_SIGN_QUOTE, /* an apostrophe */
	WW_N_SIGNS
} ww_sign;

/* What the second token can be, if nothing of the above. */
typedef enum {
	WW_NEXT_WORD = WW_N_SIGNS, /* without a role */
	WW_NEXT_TOUCHING_WORD,     /* with or without: "5pm", "1990s" */
	WW_NEXT_TOUCHING_NUMBER,   /* "Q3" */
	WW_NEXT_COMMA,
	WW_NEXT_OTHER,
	WW_NEXT_END, /* of the block */
	WW_N_NEXT
} ww_next;

/* A set of signs and nexts, a bit each. */
typedef uint64_t ww_signs;
#define WW_SIGN_BIT(sign) (UINT64_C(1) << (sign))
_Static_assert(WW_N_NEXT <= 64, "ww_signs has a bit for each");

/* A sign that a form can start with, and what can follow it. */
typedef struct {
	uint8_t sign;
	ww_signs next;
} ww_form_start;

/* Tokens of one of these sorts, and what can follow them. */
typedef struct {
	ww_signs of, next;
} ww_form_step;

enum { WW_FORM_STEPS = 2 }; /* from the second token to the third, and from that to the fourth */

enum { WW_MOST_NEEDS = 3, WW_MOST_FORMS = 256 };

/* What a list of words begins with that has all which are possible. */
enum { WW_WORDS_ONLY = UINT16_MAX };

/* The pattern is PCRE2 over bytes, without case, anchored at a token, and ends at a
 * word's end.  A blank in it stands for white space, {NAME} for a part, (…) captures
 * nothing.
 *
 * A form is tried only where its first two tokens allow it: `starts` by what they are, `first`
 * and `second` by which words, as lists that end in 0 of those which they never are or, behind
 * WW_WORDS_ONLY, of all which they can be (the second behind a gap); and where the next two can
 * follow, by `steps`: of each list the first that is of a token says it, the last is of all, and
 * NULL is anything.  And only where of each set of `needs` one is near, the sets that are 0 left
 * out. */
typedef struct {
	const char *name;
	uint8_t head, kind, meaning, flags;
	ww_signs needs[WW_MOST_NEEDS];
	const char *pattern;
	const ww_form_start *starts;
	uint8_t n_starts;
	const uint16_t *first, *second;
	const ww_form_step *steps[WW_FORM_STEPS];
} ww_form;

/* A part of patterns; it may have others in it that stand above it. */
typedef struct {
	const char *name, *pattern;
} ww_form_part;

/* How the day of a holiday is told. */
typedef enum {
	WW_HOLIDAY_FIXED,  /* a day of a month */
	WW_HOLIDAY_NTH,    /* the n-th weekday of a month (-1: the last), and days after it */
	WW_HOLIDAY_BEFORE, /* the last weekday before a day of a month */
	WW_HOLIDAY_EASTER, /* days from Easter Sunday */
	WW_HOLIDAY_LUNAR   /* days from the Lunar New Year */
} ww_holiday_rule;

/* The day after Thanksgiving is NTH of month 11, weekday 3, day 4 (the fourth), plus 1. */
typedef struct {
	uint8_t rule;
	int8_t month, day, weekday, plus; /* `day` is n of the n-th */
} ww_holiday;

/* The match of a holiday's name, of number n, has passed PCRE2's mark "h_n".  Captures would
 * do, too, but every one makes each step of a match dearer, and there are as many as holidays. */
#define WW_HOLIDAY_MARK "h_"

/* A language as its table has it.  Of the forms of one head the first that matches is taken. */
typedef struct {
	const ww_word *words; /* that of number 1 first: 0 is no word */
	const ww_form_part *parts;
	const ww_form *forms;
	const ww_holiday *holidays;
	uint16_t n_words, n_parts, n_forms, n_holidays;
} ww_language;

extern const ww_language ww_english;

#endif
