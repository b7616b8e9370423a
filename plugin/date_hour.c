/* Hours without "a.m.", "p.m." or a colon: of programmes, timetables and opening hours, and of
 * sentences that end with them ("closes at five").
 *
 * Figures like 6, 3-8 and 7.30 are counts, scores and prices far more often.  So each must stand
 * behind what hours stand behind: a weekday's label, a word like "doors", or "at" with the end of
 * the clause behind it.  Those with minutes may also stand in the lists of a text that tells
 * other hours in full, unless other figures beside them can be none: 10.75, 6 per cent. */
#include "date_hour.h"

#include "ascii.h"

#include <string.h>

/* How far around a number the text is asked what its figures are, in tokens: some lines. */
enum { AROUND = 40 };

/* How long a list of hours is that is walked back through, in tokens. */
enum { LIST = 24 };

enum { HOURS = 24, MINUTES = 60, HALF_DAY = 12 };

typedef struct {
	const char *text;
	const ww_token *t;
	uint32_t n;
} place;

/* An hour as it is written, and the token behind it. */
typedef struct {
	uint32_t end;
	bool minutes, four; /* "7.30", "0730" */
	bool zero, late;    /* "07", "19" */
	bool five;          /* its minutes are five or a multiple */
} hour;

static bool is_sign(const place *p, uint32_t i, const char *set) {
	const ww_token *t = &p->t[i];
	return i < p->n && t->type == WW_TOK_PUNCT && t->end - t->start == 1 &&
	       strchr(set, p->text[t->start]);
}

/* A hyphen, or a dash of three bytes. */
static bool is_dash(const place *p, uint32_t i) {
	const ww_token *t = &p->t[i];
	return is_sign(p, i, "-") ||
	       (i < p->n && t->end - t->start == 3 && memcmp(p->text + t->start, "\xE2\x80", 2) == 0 &&
	        (p->text[t->end - 1] == '\x93' || p->text[t->end - 1] == '\x94'));
}

/* Compares a word with a list of lower-case words, blanks around each. */
static bool is_one_of(const place *p, uint32_t i, const char *list) {
	char word[16] = " ";
	if (i >= p->n || p->t[i].type != WW_TOK_WORD)
		return false;
	size_t len = p->t[i].end - p->t[i].start;
	if (len > sizeof word - 3)
		return false;
	for (size_t k = 0; k < len; k++)
		word[k + 1] = ww_ascii_lower(p->text[p->t[i].start + k]);
	word[len + 1] = ' ';
	return strstr(list, word) != NULL;
}

static int number_at(const place *p, uint32_t i, uint32_t digits) {
	int n = 0;
	if (i >= p->n || p->t[i].type != WW_TOK_NUMBER || p->t[i].end - p->t[i].start != digits)
		return -1;
	for (uint32_t k = p->t[i].start; k < p->t[i].end; k++)
		n = 10 * n + (p->text[k] - '0');
	return n;
}

/* Reads "7", "07", "7.30", "7:30", "0730" at token i; false when it can be no hour. */
static bool read_figures(const place *p, uint32_t i, hour *h) {
	if (i >= p->n)
		return false;
	int four = number_at(p, i, 4), two = number_at(p, i, 2), one = number_at(p, i, 1);
	int minutes = is_sign(p, i + 1, ".:") && p->t[i + 1].gap == WW_GAP_NONE && i + 2 < p->n &&
	                      p->t[i + 2].gap == WW_GAP_NONE
	                  ? number_at(p, i + 2, 2)
	                  : -1;
	*h = (hour){ .end = minutes >= 0 ? i + 3 : i + 1, .minutes = minutes >= 0, .four = four >= 0,
		     .zero = p->text[p->t[i].start] == '0',
		     .late = two > HALF_DAY, .five = (four >= 0 ? four : minutes) % 5 == 0 };
	if (is_sign(p, h->end, ".:") && h->end + 1 < p->n && p->t[h->end].gap == WW_GAP_NONE &&
	    p->t[h->end + 1].type == WW_TOK_NUMBER && p->t[h->end + 1].gap == WW_GAP_NONE)
		return false; /* 2:12:45 */
	if (four >= 0)
		return four / 100 < HOURS && four % 100 < MINUTES &&
		       (i == 0 || p->t[i - 1].type != WW_TOK_NUMBER);
	return (two > 0 || one > 0) && (two < HOURS) && minutes < MINUTES;
}

/* The end of a clause behind token i - 1: a sign, the line's or the text's end. */
static bool is_end(const place *p, uint32_t i) {
	if (i >= p->n || p->t[i].gap == WW_GAP_LINE || is_one_of(p, i, " sharp "))
		return true;
	if (p->t[i].gap != WW_GAP_NONE)
		return p->t[i].type == WW_TOK_PUNCT && !is_sign(p, i, "%/+=*$#&'") && !is_dash(p, i);
	if (is_sign(p, i, ".,"))
		return i + 1 == p->n || p->t[i + 1].gap != WW_GAP_NONE ||
		       p->t[i + 1].type == WW_TOK_PUNCT;
	return is_sign(p, i, ";:)]!?\"") ||
	       (p->t[i].end - p->t[i].start == 3 && !is_dash(p, i) &&
	        memcmp(p->text + p->t[i].start, "\xE2\x80", 2) == 0);
}

/* A number that says of its text that figures in it are no hours. */
static bool is_amount(const place *p, uint32_t i) {
	if (p->t[i].type == WW_TOK_PUNCT)
		return is_sign(p, i, "%");
	if (p->t[i].type == WW_TOK_WORD)
		return is_one_of(p, i, " per percent point points million billion metres meters km kg tonnes ");
	return is_sign(p, i + 1, ".") && p->t[i + 1].gap == WW_GAP_NONE && i + 2 < p->n &&
	       p->t[i + 2].type == WW_TOK_NUMBER && p->t[i + 2].gap == WW_GAP_NONE &&
	       (number_at(p, i + 2, 2) < 0 || number_at(p, i + 2, 2) >= MINUTES);
}

/* An hour told in full: "7 p.m.", "19:30", noon. */
static bool is_told(const place *p, uint32_t i) {
	const ww_token *t = &p->t[i];
	if (t->role == WW_ROLE_SUFFIX && i > 0 && t[-1].type == WW_TOK_NUMBER)
		return is_one_of(p, i, " am pm a p ");
	if (t->role == WW_ROLE_CLOCK || is_one_of(p, i, " noon midnight midday "))
		return true;
	hour h;
	return is_sign(p, i + 1, ":") && read_figures(p, i, &h) && h.minutes;
}

/* How many figures with minutes, all of them of five, tell hours by themselves: of decimals
 * one in eight looks so. */
enum { SEVERAL = 3 };

/* What the numbers around say: nothing, that some hours are told, or that all figures are. */
typedef enum { NO_HOURS, SOME_HOURS, ALL_HOURS } among;

/* Whether hours are told around token i, and no amounts. */
static among hours_around(const place *p, uint32_t i) {
	uint32_t from = i > AROUND ? i - AROUND : 0;
	uint32_t to = p->n - i > AROUND ? i + AROUND : p->n;
	bool told = false, fives = true;
	int several = 0;
	for (uint32_t k = from; k < to; k++) {
		hour h;
		if (is_amount(p, k))
			return NO_HOURS;
		told |= is_told(p, k);
		bool figures = read_figures(p, k, &h) && (h.minutes || (h.four && h.zero));
		several += figures;
		fives &= !figures || h.five;
		if (figures)
			k = h.end - 1;
	}
	return fives && several >= SEVERAL ? ALL_HOURS : told ? SOME_HOURS : NO_HOURS;
}

/* Returns the first token of the list that token i is in: of figures, and what joins them. */
static uint32_t list_start(const place *p, uint32_t i) {
	uint32_t first = i;
	while (first > 0 && i - first < LIST && p->t[first].gap != WW_GAP_LINE &&
	       (p->t[first - 1].type == WW_TOK_NUMBER || p->t[first - 1].role == WW_ROLE_SUFFIX ||
	        is_sign(p, first - 1, ".,:&(") || is_dash(p, first - 1) ||
	        is_one_of(p, first - 1, " and to ")))
		first--;
	return first;
}

/* Words that hours stand right behind, and hardly any other figures. */
static bool is_of_hours(const place *p, uint32_t i) {
	return p->t[i].role == WW_ROLE_SET || p->t[i].role == WW_ROLE_DAY ||
	       is_one_of(p, i, " doors gates hours mass matinee visitation weekdays weekends curtain "
	                       "dep arr depart departs arrive arrives sailing sails sunrise sunset "
	                       "evensong kickoff tee ") ||
	       (is_one_of(p, i, " off up ") && i > 1 && is_dash(p, i - 1));
}

/* A weekday's short or plural name, or one of several: "Fri.", "Sundays", "Monday to Friday". */
static bool is_label(const place *p, uint32_t i) {
	enum { LONGEST_SHORT = 5 }; /* "Thurs" */
	const ww_token *t = &p->t[i];
	if (t->role != WW_ROLE_WEEKDAY)
		return false;
	if (t->end - t->start <= LONGEST_SHORT || p->text[t->end - 1] == 's')
		return true;
	return i > 1 && t[-2].role == WW_ROLE_WEEKDAY;
}

/* Whether an hour, or a range, stands in a list as those of programmes do. */
static bool is_listed(const place *p, uint32_t i, const hour *h, bool range) {
	uint32_t first = list_start(p, i);
	bool opens = first == 0 || p->t[first].gap == WW_GAP_LINE;
	if (!opens) {
		uint32_t before = first - 1;
		if (is_one_of(p, before, " only ") && before > 0)
			before--;
		if (is_of_hours(p, before) || is_label(p, before))
			return range || h->minutes || h->four || before + 1 == i;
		if (p->t[before].role == WW_ROLE_WEEKDAY && range)
			return (h->minutes || h->four) && hours_around(p, i);
	}
	if (!h->minutes && !h->four)
		return false;
	among around = hours_around(p, i);
	bool apart = opens || first < i || p->t[i - 1].shape != WW_SHAPE_LOWER;
	return around == ALL_HOURS || (around == SOME_HOURS && apart && (h->minutes || h->zero));
}

/* "closes at five", "open until 9": the clause ends there. */
static bool is_end_of_clause(const place *p, uint32_t i, uint32_t end) {
	if (i == 0 || !is_end(p, end) || p->t[i].gap == WW_GAP_NONE)
		return false;
	if (is_one_of(p, i - 1, " at ") && is_sign(p, i + 1, ".") && end > i + 1)
		return false; /* a form of its own, which knows prices */
	if (is_one_of(p, i - 1, " at until till "))
		return i < 2 || !is_one_of(p, i - 2, " it them ranked stood priced valued early is was ");
	return is_one_of(p, i - 1, " from after before ") &&
	       (p->t[i].type == WW_TOK_NUMBER || hours_around(p, i));
}

bool ww_date_is_hour(const char *text, const ww_tokens *tokens, uint32_t i) {
	place p = { text, tokens->at, tokens->n };
	hour h = { .end = i + 1 }, last;
	if (p.t[i].type != WW_TOK_NUMBER)
		return is_end_of_clause(&p, i, i + 1);
	if (!read_figures(&p, i, &h))
		return false;
	bool range = (is_dash(&p, h.end) || is_one_of(&p, h.end, " to till until ")) &&
	             read_figures(&p, h.end + 1, &last);
	uint32_t end = range ? last.end : h.end;
	if (!range && !h.four && !h.late && is_end_of_clause(&p, i, end))
		return true;
	bool opens = p.t[i].gap == WW_GAP_LINE && (h.minutes || h.four);
	return (is_end(&p, end) || opens) && is_listed(&p, i, &h, range);
}
