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
	       ww_ascii_is_one_of(p->text[t->start], set);
}

/* A hyphen, or a dash of three bytes. */
static bool is_dash(const place *p, uint32_t i) {
	const ww_token *t = &p->t[i];
	return is_sign(p, i, "-") ||
	       (i < p->n && t->end - t->start == 3 && memcmp(p->text + t->start, "\xE2\x80", 2) == 0 &&
	        (p->text[t->end - 1] == '\x93' || p->text[t->end - 1] == '\x94'));
}

/* Whether the word at token i is in one of some classes of the list. */
static bool is_in(const place *p, uint32_t i, uint32_t classes) {
	return i < p->n && p->t[i].type == WW_TOK_WORD &&
	       ww_word_list_find(&ww_hour_words, p->t[i].hash) & classes;
}

static int number_of(const place *p, const ww_token *t) {
	int n = 0;
	for (uint32_t k = t->start; k < t->end; k++)
		n = 10 * n + (p->text[k] - '0');
	return n;
}

/* The two figures behind a sign at token i that touches both sides, "7.30"; -1 for others. */
static int minutes_at(const place *p, uint32_t i, const char *set) {
	const ww_token *t = &p->t[i];
	if (i + 1 >= p->n || t->gap != WW_GAP_NONE || !is_sign(p, i, set))
		return -1;
	bool two = t[1].type == WW_TOK_NUMBER && t[1].gap == WW_GAP_NONE && t[1].end - t[1].start == 2;
	return two ? number_of(p, t + 1) : -1;
}

/* Whether four figures belong to the number, the letters or the hyphen before them: "555-0146",
 * "B0730", "Form 1040" in capitals.  Behind a hyphen they may end a range, "0630-0915". */
static bool is_of_code(const place *p, uint32_t i) {
	const ww_token *t = &p->t[i];
	if (i == 0)
		return false;
	bool ends = i > 1 && is_dash(p, i - 1) && t[-2].type == WW_TOK_NUMBER; /* 0630-0915 */
	return t[-1].type == WW_TOK_NUMBER ||
	       (t->gap == WW_GAP_NONE && !ends && !is_sign(p, i - 1, "(")) ||
	       (t->gap == WW_GAP_BLANK && t[-1].shape == WW_SHAPE_UPPER);
}

/* Reads "7", "07", "7.30", "7:30", "0730" at token i; false when it can be no hour. */
static bool read_figures(const place *p, uint32_t i, hour *h) {
	enum { SHORT = 2, FOUR = 4 };
	if (i >= p->n || p->t[i].type != WW_TOK_NUMBER || p->t[i].end - p->t[i].start > FOUR)
		return false;
	uint32_t digits = p->t[i].end - p->t[i].start;
	int n = number_of(p, &p->t[i]), minutes = minutes_at(p, i + 1, ".:");
	*h = (hour){ .end = minutes >= 0 ? i + 3 : i + 1, .minutes = minutes >= 0,
		     .four = digits == FOUR, .zero = p->text[p->t[i].start] == '0' };
	if (minutes_at(p, h->end, ".:") >= 0)
		return false; /* 2:12:45 */
	if (h->four) {
		h->five = n % 5 == 0;
		return n / 100 < HOURS && n % 100 < MINUTES && !h->minutes && !is_of_code(p, i);
	}
	h->five = minutes % 5 == 0;
	h->late = n > HALF_DAY;
	return digits <= SHORT && n > 0 && n < HOURS && minutes < MINUTES;
}

/* Whether a clause ends before token i: with a sign, the line or the text.  "7.30, doors 7" has
 * ends behind both; in "7%", "7-8" and "7's" none follows. */
static bool is_end(const place *p, uint32_t i) {
	if (i >= p->n || p->t[i].gap == WW_GAP_LINE || is_in(p, i, WW_HOUR_SHARP))
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

/* Whether the figures at token i have decimals that are no minutes: 10.75, 3.5.  "1.7m" is told
 * by its letter. */
static bool is_decimal(const place *p, uint32_t i) {
	if (i + 2 >= p->n || p->t[i + 1].gap != WW_GAP_NONE || !is_sign(p, i + 1, ".") ||
	    p->t[i + 2].type != WW_TOK_NUMBER || p->t[i + 2].gap != WW_GAP_NONE)
		return false;
	int minutes = minutes_at(p, i + 1, ".");
	bool unit = i + 3 < p->n && p->t[i + 3].gap == WW_GAP_NONE && p->t[i + 3].type == WW_TOK_WORD;
	return !unit && (minutes < 0 || minutes >= MINUTES);
}

/* How many figures with minutes, all of them multiples of five, tell hours by themselves: of
 * decimals with two places one in eight looks so, and three in a row hardly ever do. */
enum { SEVERAL = 3 };

/* What the numbers around say: nothing, that some hours are told, or that all figures are. */
typedef enum { NO_HOURS, SOME_HOURS, ALL_HOURS } among;

typedef struct {
	bool amount, told, other; /* 6 %; "7 p.m."; minutes that are not of five */
	bool four;                /* 0715 */
	int several;              /* figures that can be hours and minutes */
} numbers;

/* Four figures above are neither an hour nor a year. */
enum { LOTS = 2400 };

/* What a word or sign says of the figures before it: "6 %" and "6 per cent" are amounts, "6
 * p.m." an hour; "noon" and "o'clock" tell hours by themselves. */
static void read_other(numbers *all, const place *p, uint32_t i) {
	const ww_token *t = &p->t[i];
	bool behind = i > 0 && t[-1].type == WW_TOK_NUMBER;
	if (t->type == WW_TOK_PUNCT)
		all->amount |= is_sign(p, i, "%");
	else if (behind && t->role == WW_ROLE_SUFFIX)
		all->told |= is_in(p, i, WW_HOUR_HALF);
	else if (behind)
		all->amount |= is_in(p, i, WW_HOUR_AMOUNT);
	if (t->role == WW_ROLE_CLOCK || t->role == WW_ROLE_PART)
		all->told |= t->role == WW_ROLE_CLOCK || is_in(p, i, WW_HOUR_NOON);
}

/* Counts a number for what it can be, and returns the token behind it. "2,500" is of amounts,
 * "19:30" tells that hours are told, "0715" that all figures are. */
static uint32_t read_number(numbers *all, const place *p, uint32_t i) {
	hour h;
	bool lot = p->t[i].end - p->t[i].start == 4 && number_of(p, &p->t[i]) >= LOTS;
	all->amount |= lot || is_decimal(p, i);
	if (!read_figures(p, i, &h) || !(h.minutes || (h.four && h.zero)))
		return i + 1;
	all->told |= is_sign(p, i + 1, ":");
	all->four |= h.four;
	all->other |= !h.five;
	all->several++;
	return h.end;
}

/* Whether the line begins with the day that all in it is of: "Fri: Mali v Guinea, 21.00". */
static bool is_of_day(const place *p, uint32_t i) {
	uint32_t k = i;
	while (k > 0 && p->t[k].gap != WW_GAP_LINE && i - k < AROUND)
		k--;
	return p->t[k].gap == WW_GAP_LINE &&
	       (p->t[k].role == WW_ROLE_WEEKDAY || p->t[k].role == WW_ROLE_DAY) &&
	       is_sign(p, k + 1, ":.");
}

/* Whether hours are told around token i, and no amounts.  One amount ends it: in a text of prices
 * and shares figures with stops are those. */
static among hours_around(const place *p, uint32_t i) {
	uint32_t k = i > AROUND ? i - AROUND : 0, end = p->n - i > AROUND ? i + AROUND : p->n;
	numbers all = { 0 };
	while (k < end && !all.amount) {
		if (p->t[k].type == WW_TOK_NUMBER)
			k = read_number(&all, p, k);
		else
			read_other(&all, p, k++);
	}
	if (all.amount)
		return NO_HOURS;
	if (all.four || (!all.other && all.several >= SEVERAL))
		return ALL_HOURS;
	return all.told || is_of_day(p, i) ? SOME_HOURS : NO_HOURS;
}

/* Returns the first token of the list that token i is in: of figures, and what joins them. */
static uint32_t list_start(const place *p, uint32_t i) {
	uint32_t first = i;
	while (first > 0 && i - first < LIST && p->t[first].gap != WW_GAP_LINE &&
	       (p->t[first - 1].type == WW_TOK_NUMBER || p->t[first - 1].role == WW_ROLE_SUFFIX ||
	        is_sign(p, first - 1, ".,:&(") || is_dash(p, first - 1) ||
	        is_in(p, first - 1, WW_HOUR_JOIN)))
		first--;
	return first;
}

/* Words that hours stand right behind, and hardly any other figures: "daily 9-5", "tonight 7",
 * "doors 7", "kick-off 5.15". */
static bool is_of_hours(const place *p, uint32_t i) {
	return p->t[i].role == WW_ROLE_SET || p->t[i].role == WW_ROLE_DAY ||
	       is_in(p, i, WW_HOUR_HOURS) ||
	       (is_in(p, i, WW_HOUR_OFF) && i > 1 && is_dash(p, i - 1));
}

/* A weekday's short or plural name, or the second of two: "Fri.", "Sundays", "Monday to Friday".
 * In full and alone, "Friday", it is one of a sentence. */
static bool is_label(const place *p, uint32_t i) {
	enum { LONGEST_SHORT = 5 }; /* "Thurs" */
	const ww_token *t = &p->t[i];
	if (t->role != WW_ROLE_WEEKDAY)
		return false;
	if (t->end - t->start <= LONGEST_SHORT || p->text[t->end - 1] == 's')
		return true;
	return i > 1 && t[-2].role == WW_ROLE_WEEKDAY;
}

/* Whether four figures stand where no year does: at a line's start only those that a list of
 * years would not have ("2005: Grumpy"), and not behind a plain word, a month or its day. */
static bool is_no_year(const place *p, uint32_t i) {
	enum { FROM = 1700, TO = 2100 }; /* years that head the entries of a list: "2005: Grumpy" */
	const ww_token *t = &p->t[i];
	int n = number_of(p, t);
	if (i == 0 || t->gap == WW_GAP_LINE)
		return n < FROM || n >= TO;
	if (t[-1].type == WW_TOK_PUNCT)
		return i < 2 || t[-2].type != WW_TOK_NUMBER;
	return t[-1].shape != WW_SHAPE_LOWER && t[-1].role == WW_ROLE_NONE;
}

/* Whether the token before i, or before its stop, is of hours: "doors 7", "Fri. 8". */
static bool is_beside_hours(const place *p, uint32_t i) {
	uint32_t k = i > 0 && is_sign(p, i - 1, ".:") ? i - 1 : i;
	if (i > 1 && is_sign(p, i - 1, ","))
		return p->t[i - 2].role == WW_ROLE_DAY; /* "tonight, 7" */
	return k > 0 && (is_of_hours(p, k - 1) || is_label(p, k - 1));
}

/* Whether an hour, or a range, stands in a list as those of programmes do: behind a day's label
 * or a word of hours, or set apart among hours that are told in full. */
static bool is_listed(const place *p, uint32_t i, const hour *h, bool range) {
	uint32_t first = list_start(p, i);
	bool opens = first == 0 || p->t[first].gap == WW_GAP_LINE;
	if (!opens) {
		uint32_t before = first - 1;
		if (is_in(p, before, WW_HOUR_ONLY) && before > 0)
			before--;
		if (is_of_hours(p, before) || is_label(p, before))
			return true;
		if (p->t[before].role == WW_ROLE_WEEKDAY && range)
			return (h->minutes || h->four) && hours_around(p, i);
	}
	if (!h->minutes && !(h->four && (h->zero || (!range && is_no_year(p, i)))))
		return false;
	among around = hours_around(p, i);
	bool apart = opens || first < i || p->t[i - 1].shape != WW_SHAPE_LOWER ||
	             is_in(p, i - 1, WW_HOUR_PROGRAMME);
	return around == ALL_HOURS || (around == SOME_HOURS && apart && (h->minutes || h->zero));
}

/* "at nine she left", but not "at nine and ten per cent". */
static bool goes_on(const place *p, uint32_t i, uint32_t end) {
	return is_in(p, i - 1, WW_HOUR_AT) && is_in(p, end, WW_HOUR_GOES) &&
	       !is_in(p, i, WW_HOUR_ONE) && end + 1 < p->n && p->t[end + 1].type == WW_TOK_WORD &&
	       p->t[end + 1].role != WW_ROLE_NUMBER;
}

/* "closes at five", "open until 9": the clause ends there.  "put it at six" estimates, and "after
 * nine" in words needs hours around it. */
static bool is_end_of_clause(const place *p, uint32_t i, uint32_t end) {
	if (i == 0 || !is_in(p, i - 1, WW_HOUR_AT | WW_HOUR_UNTIL | WW_HOUR_SPAN) ||
	    p->t[i].gap == WW_GAP_NONE || !(is_end(p, end) || goes_on(p, i, end)))
		return false;
	if (is_in(p, i - 1, WW_HOUR_SPAN))
		return p->t[i].type == WW_TOK_NUMBER || hours_around(p, i);
	if (is_in(p, i - 1, WW_HOUR_AT) && is_sign(p, i + 1, ".") && end > i + 1)
		return false; /* "at 7.30" is a form of its own, which knows prices */
	return i < 2 || !is_in(p, i - 2, WW_HOUR_ESTIMATE);
}

/* Whether minutes or four figures head a line, or an entry of one: "2.05 Monday's Child". */
static bool is_head(const place *p, uint32_t i) {
	hour h;
	if (!read_figures(p, i, &h) || !(h.minutes || h.four))
		return false;
	return p->t[i].gap == WW_GAP_LINE ||
	       (i > 0 && is_sign(p, i - 1, ":,;") && h.minutes && h.end < p->n &&
	        p->t[h.end].shape >= WW_SHAPE_CAPITAL && p->t[h.end].shape <= WW_SHAPE_UPPER);
}

/* Behind a range may stand another, a zone or a day: "10-12 and 2-4", "8.00-15.45 CET". */
static bool ends_range(const place *p, uint32_t end) {
	enum { ZONE = 4 }; /* "AEST" */
	const ww_token *t = &p->t[end];
	hour next;
	if (is_in(p, end, WW_HOUR_JOIN))
		return read_figures(p, end + 1, &next);
	return t->role == WW_ROLE_DAY ||
	       (t->shape == WW_SHAPE_UPPER && t->end - t->start <= ZONE && t->end - t->start > 1);
}

/* What most numbers are, and costs least to tell: a day behind its month, a year in its
 * sentence, a count before its noun. */
static bool is_plain_number(const place *p, uint32_t i) {
	const ww_token *t = &p->t[i];
	uint32_t digits = t->end - t->start;
	if (digits == 3 || (i > 0 && t[-1].role == WW_ROLE_MONTH))
		return true;
	if (digits == 4 && i > 0 && t[-1].shape == WW_SHAPE_LOWER && p->text[t->start] != '0')
		return true;
	return t->gap != WW_GAP_LINE && i + 1 < p->n && t[1].gap == WW_GAP_BLANK &&
	       t[1].type == WW_TOK_WORD && !is_in(p, i + 1, WW_HOUR_TO | WW_HOUR_SHARP | WW_HOUR_GOES);
}

/* What costs least is asked first, since this is asked of every number of a text: most are
 * counts before a noun. */
bool ww_date_is_hour(const char *text, const ww_tokens *tokens, uint32_t i) {
	place p = { text, tokens->at, tokens->n };
	hour h = { .end = i + 1 }, last;
	if (p.t[i].type != WW_TOK_NUMBER)
		return is_end_of_clause(&p, i, i + 1);
	if (is_plain_number(&p, i))
		return false;
	if (!read_figures(&p, i, &h))
		return false;
	bool range = (is_dash(&p, h.end) || is_in(&p, h.end, WW_HOUR_TO)) &&
	             read_figures(&p, h.end + 1, &last);
	uint32_t end = range ? last.end : h.end;
	if (!range && (!h.four || h.zero) && !h.late && is_end_of_clause(&p, i, end))
		return true;
	if (!range && !h.minutes && !h.four)
		return is_end(&p, end) && is_beside_hours(&p, i);
	return (is_end(&p, end) || is_head(&p, i) || (range && ends_range(&p, end))) &&
	       is_listed(&p, i, &h, range);
}
