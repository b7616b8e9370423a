/* date_forms.h: the forms that time expressions take. */
#ifndef WW_DATE_FORMS_H
#define WW_DATE_FORMS_H

#include "lexicon.h"

/* What sets a search off: see ww_role.  Each group is one alternation. */
typedef enum {
	WW_HEAD_NUMBER,
	WW_HEAD_MONTH,
	WW_HEAD_WEEKDAY,
	WW_HEAD_UNIT,
	WW_HEAD_DAY, /* day words, parts of the day, seasons, holidays */
	WW_HEAD_VAGUE, /* and sets */
	WW_N_HEADS
} ww_head;

/* Flags beside WW_VAGUE: a lone word that may be part of a name; figures that may
 * number a thing. */
enum { WW_FORM_BARE = 0x80, WW_FORM_FIGURES = 0x40 };

/* How a form's value is worked out, from its named parts. */
typedef enum {
	WW_MEANS_NOTHING, /* no time expression: it only keeps others from its text */
	WW_MEANS_CALENDAR,
	WW_MEANS_NUMERIC,
	WW_MEANS_WEEKDAY,
	WW_MEANS_RELATIVE,
	WW_MEANS_AGO,
	WW_MEANS_YEAR_AGO,
	WW_MEANS_DURATION,
	WW_MEANS_SET,
	WW_MEANS_QUARTER,
	WW_MEANS_SEASON,
	WW_MEANS_DECADE,
	WW_MEANS_CENTURY,
	WW_MEANS_CLOCK,
	WW_MEANS_DAY,
	WW_MEANS_HOLIDAY,
	WW_MEANS_SPAN, /* of years: 2024-25 */
	WW_MEANS_BC,
	WW_MEANS_WEEK_OF,
	WW_MEANS_NTH, /* of a month or year: the first Monday of June */
	WW_MEANS_PRESENT,
	WW_MEANS_PAST,
	WW_MEANS_FUTURE,
	WW_N_MEANINGS
} ww_meaning;

/* A pattern is PCRE2 over bytes, without case, anchored at a token, and ends
 * at a word's end.  A blank in it stands for white space, {NAME} for a shared
 * part of ww_date_parts, (…) captures nothing.  A part named m1 makes a mention
 * of its own, and so does m2: the ends of a range.
 *
 * A form is tried only where its first two tokens allow it (date_start.h), and
 * where of each group of letters in `needs`, blanks between them, one is that of
 * some word or sign near: that costs little and keeps most forms from being
 * tried.  After a change of forms: `make date-starts`. */
typedef struct {
	const char *name;
	uint8_t head, kind, meaning, flags;
	const char *needs, *pattern;
} ww_form;

/* The letters: by ww_role, the first for a number of one or two figures; then
 * by ww_sign. */
extern const char ww_role_letters[];

/* What is no word with a role. */
typedef enum {
	WW_SIGN_FIGURES = WW_N_ROLES, /* a number of three or four figures */
	WW_SIGN_COLON,
	WW_SIGN_HYPHEN, /* and dashes */
	WW_SIGN_DOT,
	WW_SIGN_SLASH,
	WW_SIGN_QUOTE, /* an apostrophe */
	WW_N_SIGNS
} ww_sign;

/* With `once` the part is a subroutine of a pattern, for size: slower. */
typedef struct {
	const char *name;
	bool once;
	const char *pattern;
} ww_form_part;

extern const ww_form ww_date_forms[];
extern const unsigned ww_n_date_forms;
extern const ww_form_part ww_date_parts[];
extern const unsigned ww_n_date_parts;

#endif
