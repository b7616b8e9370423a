/* Lines in which an article says its date itself: the header of an archive, of a mail or
 * a feed, and front matter.  Where one stands an article begins. */
#include "article_line.h"

#include "calendar.h"

/* `word` is in small letters; the text may be in any. */
static bool starts_with(const char *p, const char *end, const char *word) {
	for (; *word; word++, p++)
		if (p == end || ww_ascii_lower(*p) != *word)
			return false;
	return true;
}

/* "date 2024-07-14 …", as a collection of articles in one file has it: a full date and a blank
 * behind it, so that prose is none. */
const char *ww_archive_date(const char *p, const char *end) {
	enum { SHORTEST = sizeof "date 2024-07-14 " - 1 };
	p = ww_skip_blanks(p, end);
	if (end - p < SHORTEST || !starts_with(p, end, "date "))
		return NULL;
	p = ww_skip_blanks(p + 5, end);
	ww_civil date;
	bool right = end - p >= 11 && ww_ascii_is_blank(p[10]) && ww_parse_iso_date(p, 10, &date);
	return right ? p : NULL;
}

/* A line "Name: value" with no blank in its name. */
static bool is_field(const char *p, const char *end) {
	const char *name = p;
	while (p < end && (ww_ascii_is_letter(*p) || *p == '-'))
		p++;
	return p > name && p < end && *p == ':';
}

/* A mailbox's line "From ann@example.org Mon Jan 5 08:12:09 2009" (RFC 4155). */
static bool is_mbox(const char *p, const char *end) {
	const char *stop = ww_line_end(p, end);
	return stop - p > 5 && memcmp(p, "From ", 5) == 0 && memchr(p, '@', (size_t)(stop - p)) &&
	       memchr(p, ':', (size_t)(stop - p));
}

/* A log's line "commit 4f2e91", which fields follow: git log writes so. */
static bool is_commit(const char *p, const char *end) {
	if (!starts_with(p, end, "commit "))
		return false;
	for (p += 7; p < end && *p != '\n' && *p != ' ' && *p != '\r'; p++)
		if (!ww_ascii_is_digit(*p) && !(ww_ascii_lower(*p) >= 'a' && ww_ascii_lower(*p) <= 'f'))
			return false;
	return true;
}

/* Two fields at least make a header, as "Date: …" alone may be a line of prose.  Front matter is
 * told by its dashes, and ends at the next ones.  A mailbox's line counts as a field, and has a
 * date itself. */
const char *ww_header_date(const char *p, const char *end) {
	bool front_matter = end - p >= 4 && memcmp(p, "---", 3) == 0;
	const char *found = NULL, *mbox = is_mbox(p, end) ? p : NULL;
	int fields = front_matter || mbox ? 1 : 0;
	if (front_matter || mbox || is_commit(p, end))
		p = ww_line_end(p, end);
	for (; p < end && *p != '\n' && *p != '\r'; p = ww_line_end(p, end)) {
		if (front_matter && end - p >= 3 && memcmp(p, "---", 3) == 0)
			return found;
		if (ww_ascii_is_blank(*p) || (front_matter && (*p == '-' || *p == '#')))
			continue; /* a field goes on */
		if (!is_field(p, end))
			return NULL;
		fields++;
		if (!found && (starts_with(p, end, "date:") || starts_with(p, end, "pubdate:") ||
		               starts_with(p, end, "authordate:")))
			found = p;
	}
	return front_matter || fields < 2 ? NULL : found ? found : mbox;
}
