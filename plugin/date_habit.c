/* Whether a clock time is of what happens again and again, and so of no day: opening
 * hours, timetables, shifts, the hours at which somebody can be called.
 *
 * It is told by a word of the sentence ("usually", "Mondays", "office hours"), by a present that
 * names no day ("It opens at 10"), or by how times stand together: those of a night, or many in a
 * row.  A sentence is read once for all of it, from its beginning to its end. */
#include "ascii.h"
#include "date_habit.h"
#include "date_resolve.h"

/* How far around a time its sentence is looked at, in bytes: two lines of a newspaper. */
enum { REACH = 300 };

/* "Mondays", with a capital, but not "days". */
static bool is_weekdays(const ww_lexicon *lexicon, ww_piece w) {
	return w.len > 6 && ww_ascii_is_upper(w.text[0]) && ww_piece_ends(w, "days") &&
	       ww_piece_weekday(lexicon, w) >= 0;
}

/* "Monday", "Mon", with a capital: "sat" and "sun" are words of their own, and "wed" is a verb. */
static bool is_weekday(const ww_lexicon *lexicon, ww_piece w) {
	return w.text && w.len >= 2 && w.text[0] >= 'A' && w.text[0] <= 'Z' &&
	       ww_piece_weekday(lexicon, w) >= 0 &&
	       (w.len <= 5 || ww_piece_ends(w, "day"));
}

/* How many words after "opens" its hour stands: "opens on weekdays at". */
enum { WITHIN = 3 };

/* The sentence as it is read. */
typedef struct {
	const ww_resolve *r;
	ww_piece before, first; /* the word before, and the one before a "to" */
	uint32_t told;          /* classes of the word before */
	size_t start, end;
	bool habit;
	bool will, event; /* what its words are of */
	int open;         /* how many words more it can be of what opens */
} sentence;

/* Whether a noun stands next: "open daily from 9" is a habit, "the daily paper" is none.  A
 * verb's adverb has "at", "and", "from" or nothing behind it. */
static bool is_noun_next(const ww_resolve *r, size_t at) {
	ww_token next;
	if (!ww_token_next(&next, r->text, at, r->len) || next.type != WW_TOK_WORD)
		return false;
	ww_piece w = { r->text + next.start, next.end - next.start };
	return !(w.text[0] == 'a' || w.text[0] == 'A' || (w.len == 4 && ww_piece_begins(w, "from")));
}

/* A word counts with the one before it, of which only what it tells is kept: "each morning",
 * "office hours", "business days", "Monday to Friday", "Phone:". */
static void read_word(sentence *s, const ww_token *t) {
	const ww_lexicon *lexicon = s->r->lexicon;
	ww_piece w = { s->r->text + t->start, t->end - t->start };
	uint32_t now = ww_word_list_find(&ww_habit_words, t->hash);
	bool each = s->told & WW_HABIT_EACH && (now & WW_HABIT_SPAN || is_weekday(lexicon, w));
	bool hours = s->told & WW_HABIT_OFFICE && now & WW_HABIT_HOURS;
	bool working = (s->told & WW_HABIT_WORKING && (now & WW_HABIT_DAYS || now & WW_HABIT_HOURS)) ||
	               (s->told & WW_HABIT_MOST && now & WW_HABIT_DAYS);
	char behind = t->end < s->r->len ? s->r->text[t->end] : ' ';
	bool contact = now & WW_HABIT_CONTACT &&
	               ((!s->before.text && w.text[0] < 'a') || behind == ':');
	bool daily = now & WW_HABIT_DAILY && !is_noun_next(s->r, t->end);
	bool range = s->told & WW_HABIT_TO && is_weekday(lexicon, s->first) && is_weekday(lexicon, w);
	s->habit |= now & WW_HABIT_HABIT || each || hours || working || daily || range || contact ||
	            is_weekdays(lexicon, w);
	s->will |= now & WW_HABIT_WILL;
	/* "opens at", "remains open from": no other verb comes between. */
	if (now & WW_HABIT_OPEN && w.text[0] >= 'a')
		s->open = WITHIN + 1;
	else if (s->open > 0 && t->end <= s->r->mark->start)
		s->open--;
	s->event |= now & WW_HABIT_EVENT;
	if (now & WW_HABIT_TO)
		s->first = s->before;
	s->before = w;
	s->told = now;
}

/* A line of a list is a sentence of its own; one of a paragraph is longer. */
enum { LIST_LINE = 60 };

/* Whether the line that ends with a token is short enough for one of a list. */
static bool ends_line(const ww_resolve *r, const ww_token *t) {
	size_t from = t->end;
	while (from > 0 && r->text[from - 1] != '\n' && t->end - from <= LIST_LINE)
		from--;
	return t->end - from <= LIST_LINE;
}

/* Whether a sign ends the sentence: a stop before a capital that is no abbreviation's ("a.m."
 * may end one, two letters else do not). */
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

/* Reads the sentence around the mention: each that ends before it is forgotten, and the first
 * that ends behind it is the one. */
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
			s->told = WW_HABIT_TO;
		} else if (t.type == WW_TOK_NUMBER) {
			s->told = WW_HABIT_NOTHING;
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
	const ww_mark *last = ww_range_end(r);
	ww_token t;
	return ww_token_next(&t, r->text, last ? last->end : r->mark->end, r->len) &&
	       ww_word_list_find(&ww_habit_words, t.hash) & WW_HABIT_NAMED_BY;
}

/* Whether a day is told in the sentence, or by the heading that its block stands under.  "Doors
 * opened on Monday.  They are open from …": behind a time of its own, a day that is over is not
 * meant any more. */
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
	/* The tense tells a present as what lies ahead; of that "will" was asked above. */
	return ww_resolve_tense(s->r) == WW_TENSE_FUTURE;
}

/* Whether a mention tells a half of the day, "10 p.m." for 'p': no other letter but that one and
 * the "m" is in it. */
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

/* Whether nothing but a comma and a blank stands between two times: "3.45, 6.30". */
static bool is_next_showing(const ww_resolve *r, const ww_mark *a, const ww_mark *b) {
	enum { SHORTEST = 2, LONGEST = 3 }; /* bytes: ", " and a line's end of two */
	uint32_t apart = b->start - a->end;
	return a->kind == WW_TIME && b->kind == WW_TIME && apart >= SHORTEST && apart <= LONGEST &&
	       r->text[a->end] == ',';
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

bool ww_will_be(const ww_resolve *r) {
	sentence s = { .r = r };
	read_sentence(&s);
	return s.will;
}
