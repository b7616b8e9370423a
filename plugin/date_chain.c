/* The chain of an article's times: what "the next day" or a bare clock time hangs on. */
#include "date_chain.h"

#include "ascii.h"
#include "date_forms.h"
#include "date_part.h"

void ww_chain_init(ww_chain *chain, bool has_reference, ww_civil reference, bool narrative) {
	*chain = (ww_chain){ .narrative = narrative };
	chain->reference = (ww_moment){ has_reference, WW_UNIT_DAY, reference };
}

/* A shorter block that ends at no stop is a heading. */
enum { HEADING = 60 };

/* A heading's day holds for the block under it, and for no more.  For the entries of a log
 * it is kept apart until the next such heading. */
void ww_chain_new_block(ww_chain *chain, const char *text, size_t len) {
	chain->last_here = chain->last_here && chain->heading;
	if (chain->last_here && chain->last.unit <= WW_UNIT_NIGHT)
		chain->log = chain->last;
	chain->heading = len < HEADING;
	while (len > 0 && (text[len - 1] == '\n' || text[len - 1] == '\r' || text[len - 1] == ' '))
		len--;
	if (len > 0 && text[len - 1] == '.')
		chain->heading = false;
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

bool ww_date_tells_order(uint16_t form) {
	const ww_form *f = &ww_english.forms[form];
	return f->meaning == WW_MEANS_NUMERIC || f->meaning == WW_MEANS_CALENDAR;
}

/* Whether a date with a month's name has the day first, -1, or the month, 1; 0 when it has
 * no day.  "14 July", "Tuesday 12 March", "July 14": what stands behind the day tells. */
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

/* Figures that tell it count twice: they are written as what is to be settled is. */
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
