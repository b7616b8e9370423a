/* The chain of an article's times: what "the next day" or a bare clock time hangs on.
 *
 * All of it is told by the mentions before: it is moved on from one to the next in the order of
 * the text, and copied where a cursor stops (document_value.c), so that a value is the same
 * whoever asks for it first.  Nothing here knows a word of English but "p.m.". */
#include "date_chain.h"

#include "ascii.h"
#include "date_forms.h"
#include "date_part.h"

#include <string.h>

void ww_chain_init(ww_chain *chain, bool has_reference, ww_civil reference, bool narrative) {
	*chain = (ww_chain){ .narrative = narrative };
	chain->reference = (ww_moment){ has_reference, WW_UNIT_DAY, reference };
}

/* A heading with a day begins a log anew, whose entries may ascend or descend. */
void ww_chain_end_log(ww_chain *chain) {
	chain->entry.known = chain->entry_twelve = false;
	chain->entry_order = 0;
}

/* A shorter block that ends at no stop is a heading. */
enum { HEADING = 60 };

/* A heading's day holds for the block under it, and for no more.  For the entries of a log
 * it is kept apart until the next such heading. */
void ww_chain_new_block(ww_chain *chain, const char *text, size_t len) {
	chain->last_here = chain->last_here && chain->heading;
	chain->day_here = chain->day_here && chain->heading;
	chain->clock_here = false;
	chain->under.known = false;
	chain->label.known = false;
	chain->day_end = 0;
	if (chain->last_here && chain->last.unit <= WW_UNIT_NIGHT) {
		chain->log = chain->under = chain->label = chain->last;
		ww_chain_end_log(chain);
	}
	chain->heading = len < HEADING;
	while (len > 0 && (text[len - 1] == '\n' || text[len - 1] == '\r' || text[len - 1] == ' '))
		len--;
	if (len > 0 && text[len - 1] == '.')
		chain->heading = false;
}

/* The day of a moment that is a day or a night; false, and 0, for longer ones. */
static bool is_day(ww_moment moment, int *out) {
	*out = moment.known ? ww_days_from_civil(moment.at) : 0;
	return moment.known && moment.unit <= WW_UNIT_NIGHT;
}

/* Of the days told early the first that lies ahead is what the story leads to: a report names it
 * in its first sentences, and what comes later is by the way. */
void ww_chain_add(ww_chain *chain, ww_moment moment, const char *value, bool ends) {
	size_t len = strlen(value);
	int day, from;
	if (is_day(moment, &day)) {
		if (ends && is_day(chain->last, &from) && from < day) {
			chain->from = from;
			chain->to = day;
		}
		chain->day = moment;
		chain->day_here = true;
		chain->night = len == strlen("YYYY-MM-DDTNI") &&
		               (strcmp(value + 10, "TNI") == 0 || strcmp(value + 10, "TEV") == 0);
		bool ahead = chain->reference.known && day > ww_days_from_civil(chain->reference.at);
		if (!ahead)
			chain->over = moment;
		if (ahead && !chain->event && chain->n_days < WW_EARLY)
			chain->event = day;
		if (chain->n_days < WW_EARLY)
			chain->n_days++;
	}
	chain->last = moment;
	chain->last_here = true;
}

/* Moves a year to the front; what falls off the end was told longest ago. */
void ww_chain_add_year(ww_chain *chain, int year) {
	int i = 0;
	while (i < WW_YEARS_TOLD - 1 && chain->years[i] != year)
		i++;
	for (; i > 0; i--)
		chain->years[i] = chain->years[i - 1];
	chain->years[0] = year;
}

/* Between which hours a night lies, in minutes after midnight. */
enum { HOUR = 60, EVENING = 18 * HOUR, MORNING = 6 * HOUR };

/* Midnight lies between an evening and a morning, if that is the way in which the entries before
 * run; one that is merely earlier, within a day, turns them round and ends nothing. */
int ww_chain_add_entry(ww_chain *chain, int minutes) {
	int last = chain->entry.minutes, order = chain->entry_order, days = 0;
	if (chain->entry.known) {
		bool forth = last >= EVENING && minutes < MORNING && order >= 0;
		bool back = last < MORNING && minutes >= EVENING && order <= 0;
		chain->entry_order = forth || (minutes > last && !back) ? 1 : -1;
		days = forth - back;
	}
	chain->entry.known = true;
	chain->entry.minutes = minutes;
	return days;
}

/* The hour that an entry begins with, by its figures alone: "23:30", "11.30 p.m.", "2330"; -1 for
 * "Noon". */
static int hour_of_entry(ww_piece p) {
	enum { FOUR = 4, HUNDRED = 100, NOON = 12 };
	size_t figures = 0;
	while (figures < p.len && ww_ascii_is_digit(p.text[figures]))
		figures++;
	int hour = ww_piece_digits(p);
	if (figures == FOUR)
		return hour / HUNDRED;
	bool late = ww_piece_contains(p, "pm") || ww_piece_contains(p, "p.m");
	return hour < 0 || hour > NOON ? hour : hour % NOON + (late ? NOON : 0);
}

/* Of a report that runs on into the article's day the first entries are of the day before.  Only
 * whether midnight lies between two entries is asked, for which hours are enough: values are
 * worked out later, in order. */
void ww_chain_look_ahead(ww_chain *chain, const char *text, const ww_mark *mark) {
	int hour = hour_of_entry((ww_piece){ text + mark->start, mark->end - mark->start });
	if (hour < 0)
		return;
	int days = ww_chain_add_entry(chain, hour * HOUR);
	chain->nights += days > 0 ? days : 0;
}

bool ww_date_tells_order(uint16_t form) {
	const ww_form *f = &ww_english.forms[form];
	return f->meaning == WW_MEANS_NUMERIC || f->meaning == WW_MEANS_CALENDAR;
}

/* Whether a date with a month's name has the day first, -1, or the month, 1; 0 when it has no
 * day. "14 July", "Tuesday 12 March", "July 14": if a word stands behind the day, it is the
 * month's. */
static int order_of(ww_piece p) {
	size_t i = 0;
	while (i < p.len && !ww_ascii_is_digit(p.text[i]))
		i++;
	size_t from = i;
	while (i < p.len && ww_ascii_is_digit(p.text[i]))
		i++;
	int day = ww_piece_digits(p);
	if (i - from > 2 || day < 1 || day > 31)
		return 0;
	while (i < p.len && ww_ascii_is_letter(p.text[i]))
		i++; /* "14th" */
	return i + 1 < p.len && p.text[i] == ' ' && ww_ascii_is_letter(p.text[i + 1]) ? -1 : 1;
}

/* "14/7" tells that the day is first and "7/14" that it is not; "3/4" tells nothing and is what
 * waits to be settled.  Dates in figures count twice: they are written as those are. */
void ww_chain_add_order(ww_chain *chain, const char *text, const ww_mark *mark) {
	const ww_form *f = &ww_english.forms[mark->form];
	ww_piece a = { text + mark->start, mark->end - mark->start };
	int first = ww_piece_digits(a);
	if (f->meaning != WW_MEANS_NUMERIC) {
		chain->order += order_of(a);
		return;
	}
	size_t i = 0;
	while (i < a.len && ww_ascii_is_digit(a.text[i]))
		i++;
	int second = ww_piece_digits((ww_piece){ a.text + i, a.len - i });
	chain->unordered |= first <= 12 && second <= 12;
	chain->order += first > 12 && second <= 12 ? -2 : second > 12 && first <= 12 ? 2 : 0;
}
