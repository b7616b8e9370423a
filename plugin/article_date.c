/* The reference date of an article: what its header, a line that says so, or its dateline
 * tells, in this order.
 *
 * A page as a text browser leaves it has its menu first, so a dateline may stand as late
 * as line 15, if no prose came before it.  A list of other stories with their dates is
 * none.  Where candidates disagree the second is told too, so that a reader can choose. */
#include "article.h"

#include "article_line.h"
#include "ascii.h"
#include "date_scan.h"
#include "date_value.h"
#include "date_words.h"
#include "phrase.h"
#include "utf8.h"

/* The dates of one line: more are a table. */
enum { MOST_DATES = 6 };
typedef struct {
	ww_reference at[MOST_DATES];
	int n;
} dates;

/* The search, and what it found: the first `wanted` that disagree. */
typedef struct {
	ww_matcher *matcher;
	ww_tokens *tokens;
	const ww_mem *mem;
	const char *text, *end;
	ww_reference *out;
	int wanted, n;
} search;

/* Callers that want one date stop at it; those that show a doubt want two. */
static bool is_done(const search *s) {
	return s->n == s->wanted;
}

/* Keeps a date, unless it is that of the first: two places that tell one day are no disagreement.
 * Callers look first whether more are wanted. */
static void add(search *s, ww_reference found, ww_date_source source) {
	const ww_civil *a = &s->out[0].date, *b = &found.date;
	found.source = source;
	if (s->n == 0 || a->year != b->year || a->month != b->month || a->day != b->day)
		s->out[s->n++] = found;
}

/* Reads the time expressions of [start, end) that are days of a year: nothing is known yet of
 * the article's day, so that "Friday" and "May 3" are none. */
static int read_dates(const search *s, const char *start, const char *end, dates *out) {
	const ww_lexicon *lexicon = ww_grammar_lexicon(ww_matcher_grammar(s->matcher));
	size_t len = (size_t)(end - start);
	ww_marks marks = { 0 };
	out->n = 0;
	int err = WW_E_NOMEM;
	if (ww_tokenize(s->tokens, s->mem, lexicon, start, len))
		err = ww_date_scan(s->matcher, start, len, s->tokens, &marks);
	ww_date_block block = { start, len, marks.at, marks.n };
	ww_chain chain;
	ww_chain_init(&chain, false, (ww_civil){ 0 }, false);
	for (uint32_t i = 0; !err && i < marks.n && out->n < MOST_DATES; i++) {
		char value[WW_VALUE_MAX];
		ww_reference *d = &out->at[out->n];
		uint32_t at = (uint32_t)(start - s->text);
		err = ww_date_resolve(s->matcher, &block, &marks.at[i], &chain, value);
		if (err || strlen(value) < 10 || !ww_parse_iso_date(value, 10, &d->date))
			continue;
		d->where = (ww_range){ at + marks.at[i].start, at + marks.at[i].end };
		out->n++;
	}
	ww_free(s->mem, marks.at, marks.cap * sizeof *marks.at);
	return err;
}

/* Lines that say when. */

/* How good what a date is called is as the article's own: published before changed before what
 * was done with a paper or a case. */
static const uint32_t ranks[] = { WW_LABEL_PUBLISHED, WW_LABEL_CHANGED, WW_LABEL_HANDLED };
enum { LABELS = WW_LABEL_PUBLISHED | WW_LABEL_CHANGED | WW_LABEL_HANDLED | WW_LABEL_BARE };

/* How far before its date a label stands: "Posted by Ann Lee on ", and how long such a
 * line is at most, in bytes. */
enum { LABEL_NEAR = 40, LABELLED_LINE = 200 };

/* Whether a part of the line begins at p: at its start or after a sign, "… | Updated …". A comma
 * goes on with the part: "Ann Lee, published". */
static bool begins_part(const char *line, const char *p) {
	while (p > line && ww_ascii_is_blank(p[-1]))
		p--;
	return p == line || !(ww_ascii_is_letter(p[-1]) || ww_ascii_is_digit(p[-1]) || p[-1] == ',');
}

/* "Date: 5 May", but not "Date of birth: 5 May". */
static bool is_bare(const char *p, const char *date) {
	while (p < date && !ww_ascii_is_letter(*p))
		p++;
	return p == date;
}

/* The class of the last label between `from` and a date; 0 without one. */
static uint32_t label_of(const char *line, const char *from, const char *date) {
	if (date - from > LABEL_NEAR)
		from = from == line ? line : date - LABEL_NEAR;
	for (const char *p = date; p-- > from;) {
		if (!ww_ascii_is_letter(*p) || !begins_part(line, p) || date - p > LABEL_NEAR)
			continue;
		size_t n;
		uint32_t told = ww_phrase_at(&ww_label_words, p, (size_t)(date - p), &n, LABELS);
		if (told)
			return told & WW_LABEL_BARE && !is_bare(p + n, date) ? 0 : told;
	}
	return 0;
}

/* Whether a line can have a label: most have none, and are not searched for dates. */
static bool has_label(const char *line, const char *end) {
	size_t n;
	for (const char *p = line; p < end; p++)
		if (ww_ascii_is_letter(*p) && begins_part(line, p) &&
		    ww_phrase_at(&ww_label_words, p, (size_t)(end - p), &n, LABELS))
			return true;
	return false;
}

/* Adds the dates of that rank among those of a line. */
static void add_ranked(search *s, const char *line, const dates *found, uint32_t rank) {
	const char *from = line;
	for (int i = 0; i < found->n && !is_done(s); i++) {
		const char *date = s->text + found->at[i].where.start;
		if (label_of(line, from, date) & rank)
			add(s, found->at[i], WW_FROM_LINE);
		from = s->text + found->at[i].where.end;
	}
}

/* One pass a rank: what was published last in the page goes before what was filed first. */
static int add_labelled(search *s, const char *first) {
	for (size_t rank = 0; rank < sizeof ranks / sizeof *ranks; rank++) {
		for (const char *line = first; line < s->end && !is_done(s);
		     line = ww_line_end(line, s->end)) {
			const char *end = ww_line_end(line, s->end), *p = ww_skip_blanks(line, end);
			dates found;
			if (end - p > LABELLED_LINE || !has_label(p, end))
				continue;
			int err = read_dates(s, p, end, &found);
			if (err)
				return err;
			add_ranked(s, p, &found, ranks[rank]);
		}
	}
	return WW_OK;
}

/* Datelines. */

/* Bytes: a line of prose, which headings and bylines hardly reach; a short sentence. */
enum { LONG_LINE = 90, SENTENCE = 60 };

/* Whether the date at `date` stands inside a sentence, "the fire of July 4, 2020", and so dates
 * what the sentence tells.  A line that ends with a stop may begin so with "On July 4, 2020"
 * too. */
static bool is_in_sentence(const char *line, const char *end, const char *date) {
	size_t at = (size_t)(date - line);
	bool stop = end - line > 1 && memchr(end - 2, '.', 2);
	return ww_phrase_before(&ww_label_words, line, &at,
	                        stop ? WW_LABEL_WITHIN | WW_LABEL_ON : WW_LABEL_WITHIN) &&
	       at > 0 && ww_ascii_is_blank(line[at - 1]);
}

/* A date in the first lines dates the article when its line is short, as a
 * byline or a heading is, or when it ends a dateline: "LAGOS, May 3, 2024 -". */
static bool is_dateline(const char *line, const char *end, const char *date_start,
                        const char *date_end) {
	enum { PLACE = 60, BEHIND = 24 }; /* bytes: of the longest place, and up to its sign */
	if (end - line < LONG_LINE)
		return !is_in_sentence(line, end, date_start);
	if (date_start - line > PLACE)
		return false;
	const char *near = end - date_end > BEHIND ? date_end + BEHIND : end;
	size_t n;
	for (const char *p = date_end; p < near; p += n) {
		ww_char_class is = ww_char_classify(ww_utf8_decode(p, end, &n));
		if (*p == ':' || is == WW_CH_HYPHEN || is == WW_CH_DASH)
			return true;
	}
	return false;
}

/* How many lines of a page's menu and head may come before its date; of them those in
 * which any may be a dateline, whatever came before. */
enum { HEAD_LINES = 15, FIRST_LINES = 6 };

/* A line of running text: a long one, or a sentence. */
static bool is_prose(const char *line, const char *end) {
	while (end > line && (ww_ascii_is_blank(end[-1]) || end[-1] == '\n'))
		end--;
	return end - line >= LONG_LINE || (end - line >= SENTENCE && end[-1] == '.');
}

/* Whether a line has nothing but a date, as each of a list of stories may have. */
static bool is_alone(const search *s, const char *line, const char *end, const ww_reference *d) {
	const char *p = line, *stop = s->text + d->where.start;
	for (int i = 0; i < 2; i++, p = s->text + d->where.end, stop = end)
		for (; p < stop; p++)
			if (ww_ascii_is_letter(*p) || ww_ascii_is_digit(*p))
				return false;
	return true;
}

/* A heading over links to other stories, "Related", "More news": the dates below are theirs. */
static bool is_of_others(const char *line, const char *end) {
	enum { HEADING = 40 }; /* bytes */
	size_t n;
	return end - line < HEADING &&
	       ww_phrase_at(&ww_label_words, line, (size_t)(end - line), &n, WW_LABEL_OTHERS);
}

/* What the first lines told so far. */
typedef struct {
	ww_reference alone; /* the date of a line that has nothing else … */
	int n_alone;        /* … and how many differ: from two on they are a list */
	bool of_others, prose;
	int lines;
} head;

/* The same day twice, as published and changed, is one. */
static void add_alone(head *h, const ww_reference *d) {
	bool same = h->n_alone && h->alone.date.year == d->date.year &&
	            h->alone.date.month == d->date.month && h->alone.date.day == d->date.day;
	if (!h->n_alone)
		h->alone = *d;
	h->n_alone += !same;
}

/* Reads one of the first lines.  A date alone on it is kept back; one in a byline or dateline
 * counts at once, and with it the one that was kept back if it was the only one. */
static int read_head_line(search *s, head *h, const char *line, const char *end) {
	dates found;
	bool late = h->lines > FIRST_LINES && h->prose;
	int err = read_dates(s, line, end, &found);
	if (err)
		return err;
	h->of_others |= is_of_others(line, end);
	if (found.n > 0) {
		const ww_reference *d = &found.at[0];
		if (is_alone(s, line, end, d)) {
			if (!h->of_others && !late)
				add_alone(h, d);
		} else if (!late && is_dateline(line, end, s->text + d->where.start,
		                                s->text + d->where.end)) {
			if (h->n_alone == 1)
				add(s, h->alone, WW_FROM_DATELINE);
			h->n_alone = 0;
			if (!is_done(s))
				add(s, *d, WW_FROM_DATELINE);
		}
	}
	h->prose |= is_prose(line, end);
	return WW_OK;
}

/* A date alone on its line is held back until it is known whether others follow: one is the
 * article's, more are a list of other stories.  Blank lines do not count, as browsers leave many
 * of them. */
static int add_datelines(search *s, const char *first) {
	head h = { .n_alone = 0 };
	for (const char *line = first; line < s->end && !is_done(s) && h.lines < HEAD_LINES;
	     line = ww_line_end(line, s->end)) {
		const char *end = ww_line_end(line, s->end), *p = ww_skip_blanks(line, end);
		if (p == end || *p == '\n')
			continue;
		h.lines++;
		if (h.lines > FIRST_LINES && h.prose)
			break;
		int err = read_head_line(s, &h, p, end);
		if (err)
			return err;
	}
	if (h.n_alone == 1 && !is_done(s))
		add(s, h.alone, WW_FROM_DATELINE);
	return WW_OK;
}

/* Headers. */

/* A header is written by a program and says most surely when: nothing overrules it.  An archive's
 * line is a date by its form, and nothing in it is searched for; a header's field may be written in
 * any way. */
static int add_header(search *s, const char *first) {
	const char *header = ww_archive_date(first, s->end);
	uint32_t at = (uint32_t)((header ? header : first) - s->text);
	if (header) {
		ww_reference found = { .where = { at, at + 10 } };
		ww_parse_iso_date(header, 10, &found.date);
		add(s, found, WW_FROM_HEADER);
		return WW_OK;
	}
	header = ww_header_date(first, s->end);
	dates found = { .n = 0 };
	int err = header ? read_dates(s, header, ww_line_end(header, s->end), &found) : WW_OK;
	if (!err && found.n > 0)
		add(s, found.at[0], WW_FROM_HEADER);
	return err;
}

/* In the order of trust: an archive's line, a header's field, a line that says when, and a
 * dateline or byline among the first lines.  The first that holds a full date decides. */
int ww_find_reference(ww_matcher *matcher, ww_tokens *tokens, const ww_mem *mem, const char *text,
                      size_t len, ww_reference out[], int wanted) {
	search s = { .matcher = matcher, .tokens = tokens, .mem = mem, .text = text,
		         .end = text + len, .out = out, .wanted = wanted };
	const char *p = text;
	for (int i = 0; i < wanted; i++)
		out[i] = (ww_reference){ .source = WW_FROM_NOTHING };
	while (p < s.end && (ww_ascii_is_blank(*p) || *p == '\n' || *p == '\f'))
		p++;
	if (s.end - p >= 3 && memcmp(p, "\xEF\xBB\xBF", 3) == 0)
		p += 3;
	int err = add_header(&s, p);
	if (!err && !is_done(&s))
		err = add_labelled(&s, p);
	if (!err && !is_done(&s))
		err = add_datelines(&s, p);
	return err;
}
