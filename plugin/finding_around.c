/* Where in an article a name stands: in a heading or a quotation nobody is introduced.
 *
 * Headlines and captions name people by their surnames, and the story below introduces
 * them; what somebody says is not the writer's to change.  Both are told from the text
 * around the name, as far as a window of it shows them: in doubt the name counts as
 * prose, which the other conditions of a finding make up for. */
#include "finding.h"

#include "ascii.h"
#include "utf8.h"

#include <string.h>

/* A name in a script without case has none, and counts as one in capitals: nothing is said
 * of it then. */
static bool has_lower(const char *text, uint32_t len) {
	for (size_t i = 0, n; i < len; i += n)
		if (ww_char_classify(ww_utf8_decode(text + i, text + len, &n)) == WW_CH_LOWER)
			return true;
	return false;
}

/* So many bytes on each side are looked at, a paragraph of news has some 300; and of a name that is
 * longer than any no more than so much. */
enum { BESIDE = 500, NAME = 200 };

/* Text around a name: as much of its paragraph as fits. */
typedef struct {
	char at[2 * BESIDE + NAME];
	uint32_t len;
	uint32_t start, end; /* of the name in it */
	bool is_first;       /* the text begins with it */
} surroundings;

/* Copies what is around a name, and of a name that is longer than any only the beginning: the
 * window is of a fixed size, so that no finding needs memory. */
static void look_around(const ww_document *doc, ww_range where, surroundings *out) {
	uint32_t len = ww_doc_len(doc);
	uint32_t from = where.start > BESIDE ? where.start - BESIDE : 0;
	uint32_t size = where.end - where.start < NAME ? where.end - where.start : NAME;
	uint32_t to = len - where.start < size + BESIDE ? len : where.start + size + BESIDE;
	ww_text_copy(&doc->text, from, to, out->at);
	out->len = to - from;
	out->start = where.start - from;
	out->end = out->start + size;
	out->is_first = from == 0;
}

/* Bytes of a headline: longer first lines are a story's. */
enum { MOST_HEADLINE = 90 };

/* Whether a name stands in a heading or a caption: in capitals, or in a line by
 * itself that no full stop ends; in the text's first line nothing else does. */
static bool in_heading(const surroundings *s) {
	uint32_t first = s->start, end = s->end;
	if (!has_lower(s->at + s->start, s->end - s->start))
		return true;
	while (first > 0 && s->at[first - 1] != '\n')
		first--;
	while (end < s->len && s->at[end] != '\n')
		end++;
	if (end == s->len && s->len - s->end >= BESIDE)
		return false; /* a long line */
	bool alone = first == 0 || end + 1 >= s->len || s->at[end + 1] == '\n';
	if (s->is_first && first == 0 && end < MOST_HEADLINE && !memchr(s->at, '.', end - 1))
		return true; /* some papers end a headline with a full stop */
	uint32_t last;
	size_t size;
	while (last = ww_utf8_before(s->at, s->at + end, &size), end > s->end &&
	       ww_char_classify(last) == WW_CH_BLANK)
		end -= (uint32_t)size;
	last = ww_char_plain(last);
	return alone && !(last < 0x80 && ww_ascii_is_one_of((char)last, ".!?\":;,"));
}

/* Whether a quotation has begun in the name's paragraph, and not ended before it. Straight marks
 * open and close by turns; an empty line ends what was left open. */
static bool in_quotation(const surroundings *s) {
	bool open = false;
	size_t len;
	for (uint32_t i = 0; i < s->start; i += (uint32_t)len) {
		uint32_t c = ww_utf8_decode(s->at + i, s->at + s->start, &len);
		if (c == '"')
			open = !open;
		else if (c == 0x201C || c == 0x201E || c == 0xAB)
			open = true;
		else if (c == 0x201D || c == 0xBB || (c == '\n' && i > 0 && s->at[i - 1] == '\n'))
			open = false;
	}
	return open;
}

/* Whether a name is one of a pair, "Sugarman/Lake", as players are in lists, or a case's, "In re
 * Strouse": there nobody is called otherwise. */
static bool in_list_or_case(const surroundings *s) {
	bool pair = (s->start > 0 && s->at[s->start - 1] == '/') ||
	            (s->end < s->len && s->at[s->end] == '/');
	return pair || (s->start > 3 && memcmp(s->at + s->start - 4, " re ", 4) == 0);
}

bool ww_finding_in_prose(const ww_document *doc, uint32_t mention) {
	surroundings s;
	look_around(doc, doc->cast.where[mention], &s);
	return !in_heading(&s) && !in_quotation(&s) && !in_list_or_case(&s);
}
