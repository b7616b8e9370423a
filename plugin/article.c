#include "article.h"

#include "date_value.h"

#include <string.h>

/* Blocks. */

enum {
	LONG_BLOCK = 2048,   /* past this a sentence's end is an end */
	LONGER_BLOCK = 8192, /* past this any blank is */
	LONGEST_BLOCK = 32768 /* past this any character is */
};

static bool is_blank(char c) {
	return c == ' ' || c == '\t' || c == '\r';
}

static const char *skip_blanks(const char *p, const char *end) {
	while (p < end && is_blank(*p))
		p++;
	return p;
}

static bool is_lower(char c) {
	return c >= 'a' && c <= 'z';
}

/* Compares without case; `word` is lower case. */
static bool starts_with(const char *p, const char *end, const char *word) {
	for (; *word; word++, p++)
		if (p == end || (*p | 0x20) != (*word | 0x20))
			return false;
	return true;
}

/* "date YYYY-MM-DD ", blanks before it allowed: a header of news archives. */
static const char *archive_date(const char *p, const char *end) {
	p = skip_blanks(p, end);
	if (end - p < 16 || !starts_with(p, end, "date "))
		return NULL;
	p = skip_blanks(p + 5, end);
	ww_civil date;
	bool right = end - p >= 11 && is_blank(p[10]) && ww_parse_iso_date(p, 10, &date);
	return right ? p : NULL;
}

static const char *line_end(const char *p, const char *end) {
	const char *newline = memchr(p, '\n', (size_t)(end - p));
	return newline ? newline + 1 : end;
}

/* A line "Name: value" with no blank in its name. */
static bool is_field(const char *p, const char *end) {
	const char *name = p;
	while (p < end && (is_lower((char)(*p | 0x20)) || *p == '-'))
		p++;
	return p > name && p < end && *p == ':';
}

/* Finds the line of the field "date" in a mail's or a feed's header, or in
 * front matter, at the start of a paragraph; NULL when there is none. */
static const char *header_date(const char *p, const char *end) {
	bool front_matter = end - p >= 4 && memcmp(p, "---", 3) == 0;
	if (front_matter || starts_with(p, end, "from "))
		p = line_end(p, end);
	const char *found = NULL;
	int fields = front_matter ? 1 : 0;
	for (; p < end && *p != '\n' && *p != '\r'; p = line_end(p, end)) {
		if (front_matter && end - p >= 3 && memcmp(p, "---", 3) == 0)
			return found;
		if (is_blank(*p) || (front_matter && (*p == '-' || *p == '#')))
			continue; /* a field goes on */
		if (!is_field(p, end))
			return NULL;
		fields++;
		if (!found && (starts_with(p, end, "date:") || starts_with(p, end, "pubdate:")))
			found = p;
	}
	return front_matter || fields < 2 ? NULL : found;
}

static bool starts_article(const char *p, const char *end, bool paragraph) {
	if (end - p > WW_BORDER_LOOKAHEAD)
		end = p + WW_BORDER_LOOKAHEAD;
	if (*p == '\f' || archive_date(p, end))
		return true;
	return paragraph && header_date(p, end);
}

/* The end of a sentence for certain: a longer word in lower case before the
 * stop, a capital or a quotation mark behind the blanks; returns where the next
 * begins, or NULL.  "Mr. Lee" and "Sept. 5" are none. */
static const char *sentence_end(const char *text, const char *p, const char *end) {
	if (p - text < 4 || (*p != '.' && *p != '!' && *p != '?'))
		return NULL;
	for (int i = 1; i <= 4; i++)
		if (!is_lower(p[-i]))
			return NULL;
	for (p++; p < end && (*p == '"' || *p == '\'' || *p == ')'); p++)
		;
	if (end - p >= 3 && p[0] == '\xE2' && p[1] == '\x80' && (p[2] == '\x9D' || p[2] == '\x99'))
		p += 3;
	const char *next = p;
	while (next < end && (is_blank(*next) || *next == '\n'))
		next++;
	if (next == p || next == end)
		return NULL;
	return (*next >= 'A' && *next <= 'Z') || *next == '"' || *next == '\xE2' ? next : NULL;
}

/* Finds where the part of a long block ends that starts at `text`: at or after
 * `p` and before `end`; NULL when it is longer. */
static const char *long_end(const char *text, const char *p, const char *end) {
	if (p - text < LONG_BLOCK)
		p = end - text < LONG_BLOCK ? end : text + LONG_BLOCK;
	for (; p < end; p++) {
		const char *next = sentence_end(text, p, end);
		if (next)
			return next;
		if (p - text >= LONGER_BLOCK && is_blank(p[-1]) && !is_blank(*p))
			return p;
		if (p - text >= LONGEST_BLOCK && (*p & 0xC0) != 0x80)
			return p;
	}
	return NULL;
}

size_t ww_block_end(const char *text, size_t len, bool more, bool *article) {
	const char *end = text + len;
	/* What lies in the margin may look otherwise with the next bytes. */
	const char *sure = !more ? end : len > WW_BORDER_LOOKAHEAD ? end - WW_BORDER_LOOKAHEAD : text;
	bool content = false, blank_before = false;
	*article = false;
	for (const char *line = text; line < sure;) {
		const char *next = line_end(line, end);
		bool blank = skip_blanks(line, next) == next || *skip_blanks(line, next) == '\n';
		if (content && line > text && (blank_before || starts_article(line, end, false)) &&
		    !blank) {
			*article = starts_article(line, end, blank_before);
			return (size_t)(line - text);
		}
		const char *cut = blank ? NULL : long_end(text, line, next < sure ? next : sure);
		if (cut)
			return (size_t)(cut - text);
		content |= !blank;
		blank_before = blank && (content || blank_before);
		line = next;
	}
	return more ? 0 : len;
}

/* The reference date. */

typedef struct {
	ww_matcher *matcher;
	ww_tokens *tokens;
	const ww_mem *mem;
	const char *text;
	size_t len;
} source;

/* Looks for the first time expression of text[start, end) that is a day of a
 * year.  *found says whether there is one. */
static int find_full_date(const source *s, size_t start, size_t end, ww_reference *out, bool *found) {
	ww_marks marks = { 0 };
	*found = false;
	int err = WW_E_NOMEM;
	if (ww_tokenize(s->tokens, s->mem, ww_grammar_lexicon(ww_matcher_grammar(s->matcher)), s->text + start, end - start))
		err = ww_date_scan(s->matcher, s->text + start, end - start, s->tokens, &marks);
	ww_chain chain;
	ww_chain_init(&chain, false, (ww_civil){ 0 }, false);
	for (uint32_t i = 0; !err && !*found && i < marks.n; i++) {
		char value[WW_VALUE_MAX];
		err = ww_date_resolve(s->matcher, s->text + start, end - start, &marks.at[i], &chain, value);
		if (err || strlen(value) < 10 || !ww_parse_iso_date(value, 10, &out->date))
			continue;
		out->where = (ww_range){ (uint32_t)start + marks.at[i].start,
					 (uint32_t)start + marks.at[i].end };
		*found = true;
	}
	ww_free(s->mem, marks.at, marks.cap * sizeof *marks.at);
	return err;
}

/* "Published …", "Last updated …": a line that says when. */
static bool says_when(const char *p, const char *end) {
	static const char *const words[] = { "published", "posted", "updated", "last updated",
		                             "first published", "date", "filed", "released" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (starts_with(p, end, words[i]))
			return true;
	return false;
}

/* Whether the date at `date` stands inside a sentence: "the fire of July 4, 2020". */
static bool is_in_sentence(const char *line, const char *end, const char *date) {
	static const char *const words[] = { " of ", " in ", " on ", " since ", " until ", " from ",
		                             " before ", " after " };
	bool stop = end - line > 1 && memchr(end - 2, '.', 2);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t n = strlen(words[i]);
		if ((size_t)(date - line) >= n && starts_with(date - n, date, words[i]))
			return i != 2 || stop;
	}
	return false;
}

/* A date in the first lines dates the article when its line is short, as a
 * byline or a heading is, or when it ends a dateline: "LAGOS, May 3, 2024 -". */
static bool is_dateline(const char *line, const char *end, const char *date_start,
                        const char *date_end) {
	if (end - line < 90)
		return !is_in_sentence(line, end, date_start);
	if (date_start - line > 60)
		return false;
	const char *near = end - date_end > 24 ? date_end + 24 : end;
	for (const char *p = date_end; p < near; p++)
		if (*p == '-' || *p == ':' || (*p == '\xE2' && near - p >= 2 && p[1] == '\x80'))
			return true;
	return false;
}

enum { FIRST_LINES = 6 };

int ww_find_reference(ww_matcher *matcher, ww_tokens *tokens, const ww_mem *mem, const char *text,
                      size_t len, ww_reference *out) {
	source s = { matcher, tokens, mem, text, len };
	const char *end = text + len, *p = text;
	*out = (ww_reference){ .source = WW_FROM_NOTHING };
	while (p < end && (is_blank(*p) || *p == '\n' || *p == '\f'))
		p++;
	if (end - p >= 3 && memcmp(p, "\xEF\xBB\xBF", 3) == 0)
		p += 3;
	const char *header = archive_date(p, end);
	if (header) {
		out->source = WW_FROM_HEADER;
		out->where = (ww_range){ (uint32_t)(header - text), (uint32_t)(header - text) + 10 };
		ww_parse_iso_date(header, 10, &out->date);
		return WW_OK;
	}
	bool found;
	header = header_date(p, end);
	if (header) {
		int err = find_full_date(&s, (size_t)(header - text),
		                         (size_t)(line_end(header, end) - text), out, &found);
		if (err || found) {
			out->source = err ? WW_FROM_NOTHING : WW_FROM_HEADER;
			return err;
		}
	}
	for (const char *line = p; line < end; line = line_end(line, end)) {
		const char *stop = line_end(line, end), *first = skip_blanks(line, stop);
		if (!says_when(first, stop) || stop - first > 200)
			continue;
		int err = find_full_date(&s, (size_t)(first - text), (size_t)(stop - text), out, &found);
		if (err || found) {
			out->source = err ? WW_FROM_NOTHING : WW_FROM_LINE;
			return err;
		}
	}
	int lines = 0;
	for (const char *line = p; line < end && lines < FIRST_LINES; line = line_end(line, end)) {
		const char *stop = line_end(line, end);
		if (skip_blanks(line, stop) == stop || *skip_blanks(line, stop) == '\n')
			continue;
		lines++;
		int err = find_full_date(&s, (size_t)(line - text), (size_t)(stop - text), out, &found);
		if (err)
			return err;
		if (found && is_dateline(line, stop, text + out->where.start, text + out->where.end)) {
			out->source = WW_FROM_DATELINE;
			return WW_OK;
		}
	}
	*out = (ww_reference){ .source = WW_FROM_NOTHING };
	return WW_OK;
}
