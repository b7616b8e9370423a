/* date_chain.h: what an article has said so far about time. */
#ifndef WW_DATE_CHAIN_H
#define WW_DATE_CHAIN_H

#include "calendar.h"
#include "mark.h"

/* A stretch of the calendar, named by its first day and its size. */
typedef struct {
	bool known;
	uint8_t unit; /* a ww_unit: DAY, WEEK, WEEKEND, MONTH, QUARTER, HALF, YEAR … */
	ww_civil at;
} ww_moment;

/* A clock time, and the day that it is of; not known for a habit. */
typedef struct {
	bool known;
	int minutes; /* after midnight */
	ww_moment day;
} ww_clock;

/* How many years of a story may be meant by a date that names none: more would fit any
 * weekday by chance, of which there are seven. */
enum { WW_YEARS_TOLD = 3 };

/* What a story is about is among the first so many days that it tells. */
enum { WW_EARLY = 2 };

/* What an article has said so far about time, in the order of its mentions.
 *
 * It is a plain value: a cursor copies it, and a mention that is resolved twice from equal chains
 * has the same value twice.  A field with "… " goes on with the one above it. */
typedef struct {
	bool narrative;    /* dates relate to `last`, not to `reference` */
	ww_moment reference; /* the article's own day */
	ww_moment last;    /* the date mentioned last */
	bool last_here;    /* … in this block or the heading before it */
	ww_moment over;    /* the day mentioned last that is not ahead of the article's */
	ww_moment day;     /* the day mentioned last */
	bool day_here;     /* … in this block or the heading before it */
	bool night;        /* … its night or evening */
	uint32_t day_end;  /* … where it ends, in bytes of this block; 0: before it */
	int from, to;      /* the days told last as lasting from one to another; equal for none */
	int event;         /* what the story leads to: a day still to come, told early; or 0 */
	uint8_t n_days;    /* how many days were told before, up to WW_EARLY */
	bool heading;      /* this block is one */
	ww_moment listed;  /* the day of the last item of a list of what is to come */
	ww_moment under;   /* the day of the heading of this block */
	ww_moment label;   /* the day that a line of this block began with, or its heading */
	ww_moment log;     /* the day of the last heading that has one, for the entries of a log */
	ww_moment quarter; /* the quarter mentioned last */
	ww_clock clock;    /* the clock time mentioned last */
	bool clock_here;   /* … in this block */
	ww_clock entry;    /* that of the last entry of a log or live report … */
	int entry_order;   /* … whose entries ascend, 1, or descend, -1 */
	bool entry_twelve; /* … in hours of twelve */
	int nights;        /* over how many its entries run on */
	int years[WW_YEARS_TOLD]; /* those that were named last, the latest first; 0: none */
	int order;         /* of "03/04": > 0 month first, < 0 day first, 0 nothing told it */
	bool unordered;    /* there is such a date that does not tell it itself */
} ww_chain;

void ww_chain_init(ww_chain *chain, bool has_reference, ww_civil reference, bool narrative);

/* Tells the chain that the block text[0, len) begins. */
void ww_chain_new_block(ww_chain *chain, const char *text, size_t len);

/* Moves the chain on to a date whose value is `value`; `ends` says that it ends a range which
 * the date told last begins. */
void ww_chain_add(ww_chain *chain, ww_moment moment, const char *value, bool ends);

/* Tells the chain that a year was named. */
void ww_chain_add_year(ww_chain *chain, int year);

/* Moves on to the entry of a log at `minutes` of the day, and returns by how many days: logs
 * run on over midnight, or back. */
int ww_chain_add_entry(ww_chain *chain, int minutes);

/* Forgets the entries so far. */
void ww_chain_end_log(ww_chain *chain);

/* Looks ahead at an entry of the article, with whose time the block `text` begins; called for
 * all of them before the first is resolved. */
void ww_chain_look_ahead(ww_chain *chain, const char *text, const ww_mark *mark);

/* Whether mentions of this form can tell the order of day and month. */
bool ww_date_tells_order(uint16_t form);

/* Adds what such a mention of the block `text` tells. */
void ww_chain_add_order(ww_chain *chain, const char *text, const ww_mark *mark);

#endif
