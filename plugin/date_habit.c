/* Whether a clock time is of what happens again and again, and so of no day: opening
 * hours, timetables, shifts, the hours at which somebody can be called. */
#include "ascii.h"
#include "date_resolve.h"

#include <string.h>

/* How far around a time its sentence is looked at, in bytes: two lines of a newspaper. */
enum { REACH = 300 };

/* What a word tells of a sentence. */
typedef enum {
	TELLS_NOTHING,
	TELLS_HABIT,   /* weekdays, usually */
	TELLS_EACH,    /* every, each: of the word after it */
	TELLS_SPAN,    /* day, morning: what "every" makes a habit of */
	TELLS_DAILY,   /* unless it stands before a noun */
	TELLS_OFFICE,  /* opening, office: of "hours" after it */
	TELLS_HOURS,
	TELLS_WORKING, /* working, business: of "days" after it */
	TELLS_DAYS,
	TELLS_TO,      /* between two weekdays: Monday to Friday */
	TELLS_MOST,    /* of "days" after it */
	TELLS_WILL,    /* of one day ahead, and no habit */
	TELLS_OPEN,    /* opens, closes: of a shop, … */
	TELLS_EVENT,   /* … but not of polls */
	TELLS_CONTACT  /* call, phone: at a sentence's beginning, or with a colon */
} tells;

#define W(word, tells) { word, sizeof word - 1, TELLS_##tells }

static const struct {
	const char *word; /* in lower case, sorted */
	uint8_t len, tells;
} words[] = {
	W("afternoon", SPAN), W("airs", EVENT), W("always", HABIT), W("applications", EVENT),
	W("ballots", EVENT), W("begins", EVENT), W("bidding", EVENT), W("business", WORKING),
	W("call", CONTACT), W("close", OPEN), W("closes", OPEN), W("contact", CONTACT),
	W("daily", DAILY), W("day", SPAN), W("days", DAYS), W("door", EVENT), W("doors", EVENT),
	W("each", EACH), W("email", CONTACT), W("enquiries", CONTACT), W("evening", SPAN),
	W("every", EACH), W("gates", EVENT), W("hotline", CONTACT), W("hours", HOURS),
	W("inquiries", CONTACT), W("lasts", EVENT), W("morning", SPAN), W("most", MOST),
	W("night", SPAN), W("nightly", HABIT), W("nominations", EVENT), W("normally", HABIT),
	W("office", OFFICE), W("open", OPEN), W("opening", OFFICE), W("opens", OPEN),
	W("phone", CONTACT), W("poll", EVENT), W("polling", EVENT), W("polls", EVENT),
	W("reach", CONTACT), W("runs", EVENT), W("school", WORKING), W("shall", WILL),
	W("shut", OPEN), W("shuts", OPEN), W("starts", EVENT), W("tel", CONTACT),
	W("telephone", CONTACT), W("through", TO), W("thru", TO), W("to", TO), W("trading", OFFICE),
	W("typically", HABIT), W("until", TO), W("usually", HABIT), W("visiting", OFFICE),
	W("voting", EVENT), W("week", SPAN), W("weekday", SPAN), W("weekdays", HABIT),
	W("weekends", HABIT), W("will", WILL), W("window", EVENT), W("working", WORKING),
	W("would", WILL),
};

/* Compares a word with one of the list, as strcmp() does, without case. */
static int compare(ww_piece w, const char *word, size_t len) {
	for (size_t i = 0; i < w.len && i < len; i++) {
		int order = (uint8_t)ww_ascii_lower(w.text[i]) - (uint8_t)word[i];
		if (order)
			return order;
	}
	return (w.len > len) - (w.len < len);
}

/* By halving: it is asked for each word around each clock time, and in a column of times
 * that is a hundred words for every one of them. */
static tells word_tells(ww_piece w) {
	size_t low = 0, high = sizeof words / sizeof *words;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int order = compare(w, words[mid].word, words[mid].len);
		if (!order)
			return (tells)words[mid].tells;
		if (order < 0)
			high = mid;
		else
			low = mid + 1;
	}
	return TELLS_NOTHING;
}

/* "Mondays", but not "days". */
static bool is_weekdays(const ww_lexicon *lexicon, ww_piece w) {
	return w.len > 6 && ww_piece_weekday(lexicon, w) >= 0 &&
	       ww_piece_begins((ww_piece){ w.text + w.len - 4, 4 }, "days") && w.text[0] < 'a';
}

static bool is_weekday(const ww_lexicon *lexicon, ww_piece w) {
	return w.text && w.len >= 2 && w.text[0] >= 'A' && w.text[0] <= 'Z' &&
	       ww_piece_weekday(lexicon, w) >= 0 &&
	       (w.len <= 5 || ww_piece_begins((ww_piece){ w.text + w.len - 3, 3 }, "day"));
}

/* How many words after "opens" its hour stands: "opens on weekdays at". */
enum { WITHIN = 3 };

/* The sentence as it is read. */
typedef struct {
	const ww_resolve *r;
	ww_piece before, first; /* the word before, and the one before a "to" */
	tells told;             /* by the word before */
	size_t start, end;
	bool habit;
	bool will, event; /* what its words are of */
	int open;         /* how many words more it can be of what opens */
} sentence;

/* "daily", but not "the daily paper": a verb's adverb has no noun behind it. */
static bool is_noun_next(const ww_resolve *r, size_t at) {
	ww_token next;
	if (!ww_token_next(&next, r->text, at, r->len) || next.type != WW_TOK_WORD)
		return false;
	ww_piece w = { r->text + next.start, next.end - next.start };
	return !(w.text[0] == 'a' || w.text[0] == 'A' || (w.len == 4 && ww_piece_begins(w, "from")));
}

/* A word counts with the one before it, of which only what it tells is kept. */
static void read_word(sentence *s, const ww_token *t) {
	const ww_lexicon *lexicon = s->r->lexicon;
	ww_piece w = { s->r->text + t->start, t->end - t->start };
	tells now = word_tells(w);
	bool each = s->told == TELLS_EACH && (now == TELLS_SPAN || is_weekday(lexicon, w));
	bool hours = s->told == TELLS_OFFICE && now == TELLS_HOURS;
	bool working = (s->told == TELLS_WORKING && (now == TELLS_DAYS || now == TELLS_HOURS)) ||
	               (s->told == TELLS_MOST && now == TELLS_DAYS);
	char behind = t->end < s->r->len ? s->r->text[t->end] : ' ';
	bool contact = now == TELLS_CONTACT &&
	               ((!s->before.text && w.text[0] < 'a') || behind == ':');
	bool daily = now == TELLS_DAILY && !is_noun_next(s->r, t->end);
	bool range = s->told == TELLS_TO && is_weekday(lexicon, s->first) && is_weekday(lexicon, w);
	s->habit |= now == TELLS_HABIT || each || hours || working || daily || range || contact ||
	            is_weekdays(lexicon, w);
	s->will |= now == TELLS_WILL;
	/* "opens at", "remains open from": no other verb comes between. */
	if (now == TELLS_OPEN && w.text[0] >= 'a')
		s->open = WITHIN + 1;
	else if (s->open > 0 && t->end <= s->r->mark->start)
		s->open--;
	s->event |= now == TELLS_EVENT;
	if (now == TELLS_TO)
		s->first = s->before;
	s->before = w;
	s->told = now;
}

/* A line of a list is a sentence of its own; one of a paragraph is longer. */
enum { LIST_LINE = 60 };

static bool ends_line(const ww_resolve *r, const ww_token *t) {
	size_t from = t->end;
	while (from > 0 && r->text[from - 1] != '\n' && t->end - from <= LIST_LINE)
		from--;
	return t->end - from <= LIST_LINE;
}

/* Whether a sign ends the sentence: a stop that is no abbreviation's, before a capital. */
static bool ends_sentence(const ww_resolve *r, const ww_token *t, const ww_token *next,
                          ww_piece before) {
	char c = r->text[t->start];
	if (c != '.' && c != '!' && c != '?' && c != ';')
		return false;
	bool noon = ww_piece_begins(before, "pm") || ww_piece_begins(before, "am");
	if (next->gap == WW_GAP_NONE || (c == '.' && before.len < 3 && !noon))
		return false;
	return next->shape != WW_SHAPE_LOWER && next->type != WW_TOK_NUMBER &&
	       !is_weekday(r->lexicon, before);
}

/* Reads the sentence around the mention. */
static void read_sentence(sentence *s) {
	const ww_resolve *r = s->r;
	size_t at = r->mark->start > REACH ? r->mark->start - REACH : 0;
	size_t end = r->len - r->mark->end > REACH ? r->mark->end + REACH : r->len;
	ww_token t, next;
	bool more = ww_token_next(&t, r->text, at, end);
	for (; more; t = next) {
		more = ww_token_next(&next, r->text, t.end, end);
		bool line = more && next.gap == WW_GAP_LINE && next.shape != WW_SHAPE_LOWER &&
		            ends_line(r, &t);
		bool stop = more && t.type == WW_TOK_PUNCT && ends_sentence(r, &t, &next, s->before);
		if (t.type == WW_TOK_WORD) {
			read_word(s, &t);
		} else if (t.type == WW_TOK_PUNCT && t.hash == WW_HASH_1('-')) {
			/* "Mon-Fri" is as "Monday to Friday" */
			s->first = s->before;
			s->told = TELLS_TO;
		} else if (t.type == WW_TOK_NUMBER) {
			s->told = TELLS_NOTHING;
		}
		s->end = t.end;
		if ((line || stop) && t.end > r->mark->start)
			return;
		if (line || stop)
			*s = (sentence){ .r = r, .start = t.end };
	}
}

/* "the 3 a.m. shift", "the 6am to 10am slot": it is said which one it is, not when. */
static bool is_attribute(const ww_resolve *r) {
	static const char *const nouns[] = { "shift", "shifts",    "slot", "news",
		                             "curfew", "presenter", "hours" };
	const ww_mark *last = ww_range_end(r);
	ww_token t;
	if (!ww_token_next(&t, r->text, last ? last->end : r->mark->end, r->len))
		return false;
	ww_piece w = { r->text + t.start, t.end - t.start };
	for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
		if (strlen(nouns[i]) == w.len && ww_piece_begins(w, nouns[i]))
			return true;
	return false;
}

/* Whether a day is told in the sentence, or by the heading that its block stands under. */
static bool has_day(const sentence *s) {
	const ww_resolve *r = s->r;
	const ww_date_block *b = r->block;
	bool earlier = false;
	for (uint32_t i = 0; i < b->n_marks; i++) {
		const ww_mark *m = &b->marks[i];
		earlier |= m->kind <= WW_TIME && m->start < r->mark->start;
		if (m->kind == WW_DATE && m->start >= s->start && m->start < s->end)
			return true;
	}
	/* "Doors opened on Monday. They are open from …": a day that is over is not meant. */
	const ww_moment *last = &r->chain->last, *now = ww_now(r);
	bool over = last->known && now->known &&
	            ww_days_from_civil(last->at) < ww_days_from_civil(now->at);
	return r->chain->last_here && last->unit <= WW_UNIT_NIGHT && !(earlier && over);
}

/* "It opens at 10 a.m.", "drums that annoy between 11 p.m. and 7 a.m.": a present without a
 * day, of what has hours. */
static bool is_general(const sentence *s) {
	if (s->will || s->event || (!s->open && !ww_range_end(s->r)) || has_day(s))
		return false;
	/* What has no "will" and lies ahead is a present. */
	return ww_resolve_tense(s->r) == WW_TENSE_FUTURE;
}

/* Whether a mention tells a half of the day, "a.m." or "p.m.", by that letter alone. */
static bool is_half(const ww_resolve *r, const ww_mark *m, char half) {
	bool told = false;
	for (size_t i = m->start; i < m->end; i++) {
		char ch = ww_ascii_lower(r->text[i]);
		if (ww_ascii_is_lower(ch) && ch != half && ch != 'm')
			return false;
		told |= ch == half;
	}
	return told;
}

/* "Rang from 10 p.m. to 6 a.m.": what fills a night and names no day is of every night, but
 * for a past. */
static bool is_nightly(const sentence *s) {
	const ww_resolve *r = s->r;
	const ww_mark *last = ww_range_end(r);
	return last && is_half(r, r->mark, 'p') && is_half(r, last, 'a') && !s->event && !has_day(s) &&
	       ww_resolve_tense(r) != WW_TENSE_PAST;
}

/* Whether nothing but a comma and a blank stands between two times. */
static bool is_next_showing(const ww_resolve *r, const ww_mark *a, const ww_mark *b) {
	return a->kind == WW_TIME && b->kind == WW_TIME && b->start - a->end <= 3 &&
	       (size_t)(b->start - a->end) >= 2 && r->text[a->end] == ',';
}

/* "10.45, 1.15, 3.45, 6.30": so many times in a row are those of each day. */
static bool is_of_showings(const ww_resolve *r) {
	enum { MANY = 4 };
	const ww_date_block *b = r->block;
	if (r->mark < b->marks || r->mark >= b->marks + b->n_marks)
		return false;
	const ww_mark *first = r->mark, *last = r->mark, *end = b->marks + b->n_marks - 1;
	while (first > b->marks && last - first < MANY && is_next_showing(r, first - 1, first))
		first--;
	while (last < end && last - first < MANY && is_next_showing(r, last, last + 1))
		last++;
	return last - first + 1 >= MANY;
}

/* What the mention is beside costs least, and is asked first. */
bool ww_is_habit(const ww_resolve *r) {
	sentence s = { .r = r };
	if (is_attribute(r) || is_of_showings(r))
		return true;
	read_sentence(&s);
	return s.habit || is_general(&s) || is_nightly(&s);
}
