/* Where blocks and articles end.
 *
 * A block is what is scanned at once and again after a key press, so it is a paragraph,
 * and of a longer one a part that ends where a sentence does.  Nothing but the bytes from
 * its start on decides where it ends, so that an edit moves no border before itself. */
#include "article.h"

#include "article_line.h"
#include "utf8.h"

/* A form feed and an archive's line begin an article anywhere; a header only where a paragraph
 * begins, as its fields look like many a line.  It looks no further than the bytes that
 * ww_block_end() promises to depend on. */
static bool starts_article(const char *p, const char *end, bool paragraph) {
	if (end - p > WW_BORDER_LOOKAHEAD)
		end = p + WW_BORDER_LOOKAHEAD;
	if (*p == '\f' || ww_archive_date(p, end))
		return true;
	return paragraph && ww_header_date(p, end);
}

/* Of the character at `p`, whole even at the end of a line. */
static ww_char_class class_at(const char *p, const char *end, size_t *len) {
	return ww_char_classify(ww_utf8_decode(p, end, len));
}

/* The end of a sentence for certain: four letters in lower case before the stop, a capital or a
 * quotation mark behind the blanks.  "Mr. Lee" and "Sept. 5" are none.  Returns where the next
 * sentence begins, or NULL. Characters may be read as far as `far`. */
static const char *sentence_end(const char *text, const char *p, const char *end, const char *far) {
	enum { LETTERS = 4 };
	size_t len;
	if (p - text < LETTERS || (*p != '.' && *p != '!' && *p != '?'))
		return NULL;
	for (int i = 1; i <= LETTERS; i++)
		if (!ww_ascii_is_lower(p[-i]))
			return NULL;
	for (p++; p < end; p += len)
		if (class_at(p, far, &len) != WW_CH_QUOTE && *p != ')')
			break;
	const char *next = p;
	while (next < end && (ww_ascii_is_blank(*next) || *next == '\n'))
		next++;
	if (next == p || next >= end)
		return NULL;
	ww_char_class is = class_at(next, far, &len);
	return is == WW_CH_UPPER || is == WW_CH_QUOTE ? next : NULL;
}

/* Finds where the part of a long block ends that starts at `text`: at or after `p` and before
 * `end`; NULL when it is longer.  The longer it gets, the less is asked for: the end of a
 * sentence, then a blank, then a character. */
static const char *long_end(const char *text, const char *p, const char *end, const char *far) {
	if (p - text < WW_LONG_BLOCK)
		p = end - text < WW_LONG_BLOCK ? end : text + WW_LONG_BLOCK;
	for (; p < end; p++) {
		const char *next = sentence_end(text, p, end, far);
		if (next)
			return next;
		if (*p == '\n') /* a line's end stays with it: CR LF is one */
			continue;
		if (p - text >= WW_LONGER_BLOCK && (p[-1] == '\n' || ww_ascii_is_blank(p[-1])) &&
		    !ww_ascii_is_blank(*p))
			return p;
		if (p - text >= WW_LONGEST_BLOCK && (*p & 0xC0) != 0x80)
			return p;
	}
	return NULL;
}

/* Line by line, since paragraphs and articles begin with a line: a paragraph ends where a line
 * with text follows an empty one, or where an article begins.  Blank lines belong to what stands
 * before them, so that a block starts with its text.  Only what is sure is cut: the caller shows
 * more when this says 0. */
size_t ww_block_end(const char *text, size_t len, bool more, bool *article) {
	const char *end = text + len;
	/* What lies in the margin may look otherwise with the next bytes. */
	const char *sure = !more ? end : len > WW_BORDER_LOOKAHEAD ? end - WW_BORDER_LOOKAHEAD : text;
	bool content = false, blank_before = false;
	*article = false;
	for (const char *line = text; line < sure;) {
		const char *next = ww_line_end(line, end);
		bool blank = ww_skip_blanks(line, next) == next || *ww_skip_blanks(line, next) == '\n';
		if (content && line > text && (blank_before || starts_article(line, end, false)) &&
		    !blank) {
			*article = starts_article(line, end, blank_before);
			return (size_t)(line - text);
		}
		const char *cut = blank ? NULL : long_end(text, line, next < sure ? next : sure, end);
		if (cut)
			return (size_t)(cut - text);
		content |= !blank;
		blank_before = blank && (content || blank_before);
		line = next;
	}
	return more ? 0 : len;
}
