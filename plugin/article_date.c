/* The reference date of an article: what its header, a line that says so, or its dateline
 * tells, in this order. */
#include "article.h"

#include "article_line.h"
#include "utf8.h"
#include "date_scan.h"
#include "date_value.h"

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
	ww_date_block block = { s->text + start, end - start, marks.at, marks.n };
	ww_chain chain;
	ww_chain_init(&chain, false, (ww_civil){ 0 }, false);
	for (uint32_t i = 0; !err && !*found && i < marks.n; i++) {
		char value[WW_VALUE_MAX];
		err = ww_date_resolve(s->matcher, &block, &marks.at[i], &chain, value);
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
		if (ww_starts_with(p, end, words[i]))
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
		if ((size_t)(date - line) >= n && ww_starts_with(date - n, date, words[i]))
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
	size_t n;
	for (const char *p = date_end; p < near; p += n) {
		ww_char_class is = ww_char_classify(ww_utf8_decode(p, end, &n));
		if (*p == ':' || is == WW_CH_HYPHEN || is == WW_CH_DASH)
			return true;
	}
	return false;
}

enum { FIRST_LINES = 6 };

int ww_find_reference(ww_matcher *matcher, ww_tokens *tokens, const ww_mem *mem, const char *text,
                      size_t len, ww_reference *out) {
	source s = { matcher, tokens, mem, text, len };
	const char *end = text + len, *p = text;
	*out = (ww_reference){ .source = WW_FROM_NOTHING };
	while (p < end && (ww_ascii_is_blank(*p) || *p == '\n' || *p == '\f'))
		p++;
	if (end - p >= 3 && memcmp(p, "\xEF\xBB\xBF", 3) == 0)
		p += 3;
	const char *header = ww_archive_date(p, end);
	if (header) {
		out->source = WW_FROM_HEADER;
		out->where = (ww_range){ (uint32_t)(header - text), (uint32_t)(header - text) + 10 };
		ww_parse_iso_date(header, 10, &out->date);
		return WW_OK;
	}
	bool found;
	header = ww_header_date(p, end);
	if (header) {
		int err = find_full_date(&s, (size_t)(header - text),
		                         (size_t)(ww_line_end(header, end) - text), out, &found);
		if (err || found) {
			out->source = err ? WW_FROM_NOTHING : WW_FROM_HEADER;
			return err;
		}
	}
	for (const char *line = p; line < end; line = ww_line_end(line, end)) {
		const char *stop = ww_line_end(line, end), *first = ww_skip_blanks(line, stop);
		if (!says_when(first, stop) || stop - first > 200)
			continue;
		int err = find_full_date(&s, (size_t)(first - text), (size_t)(stop - text), out, &found);
		if (err || found) {
			out->source = err ? WW_FROM_NOTHING : WW_FROM_LINE;
			return err;
		}
	}
	int lines = 0;
	for (const char *line = p; line < end && lines < FIRST_LINES; line = ww_line_end(line, end)) {
		const char *stop = ww_line_end(line, end);
		if (ww_skip_blanks(line, stop) == stop || *ww_skip_blanks(line, stop) == '\n')
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
