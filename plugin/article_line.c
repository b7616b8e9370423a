/* Lines in which an article says its date itself: the header of an archive, of a mail or
 * a feed, and front matter.  Where one stands an article begins. */
#include "article_line.h"

#include "calendar.h"

bool ww_starts_with(const char *p, const char *end, const char *word) {
	for (; *word; word++, p++)
		if (p == end || ww_ascii_lower(*p) != *word)
			return false;
	return true;
}

const char *ww_archive_date(const char *p, const char *end) {
	p = ww_skip_blanks(p, end);
	if (end - p < 16 || !ww_starts_with(p, end, "date "))
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

const char *ww_header_date(const char *p, const char *end) {
	bool front_matter = end - p >= 4 && memcmp(p, "---", 3) == 0;
	if (front_matter || ww_starts_with(p, end, "from "))
		p = ww_line_end(p, end);
	const char *found = NULL;
	int fields = front_matter ? 1 : 0;
	for (; p < end && *p != '\n' && *p != '\r'; p = ww_line_end(p, end)) {
		if (front_matter && end - p >= 3 && memcmp(p, "---", 3) == 0)
			return found;
		if (ww_ascii_is_blank(*p) || (front_matter && (*p == '-' || *p == '#')))
			continue; /* a field goes on */
		if (!is_field(p, end))
			return NULL;
		fields++;
		if (!found && (ww_starts_with(p, end, "date:") || ww_starts_with(p, end, "pubdate:")))
			found = p;
	}
	return front_matter || fields < 2 ? NULL : found;
}
