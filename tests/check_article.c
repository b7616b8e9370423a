#include "runner.h"
#include "support.h"

#include <stdlib.h>
#include <string.h>

#define LEFT "\n\nHe left Friday.\n"

/* Where an article's own date is found; "" where no line gives one. */
static const struct {
	const char *label, *text, *date;
} rows[] = {
	{ "archive's header", "date 2024-03-12 BBC - He left Friday.", "2024-03-12" },
	{ "mail", "From: a@b.c\nDate: Tue, 12 Mar 2024 07:30:00 +0530\nTo: d@e.f" LEFT, "2024-03-12" },
	{ "mail of an odd zone",
	  "From: a@b.c\nDate: Tue, 12 Mar 2024 23:59:59 -1130 (XYZ)\nTo: d@e.f" LEFT, "2024-03-12" },
	{ "mail of two figures", "From: a@b.c\nDate: 12 Mar 24 07:30 GMT\nTo: d@e.f" LEFT,
	  "2024-03-12" },
	{ "mail before a quoted one",
	  "Date: Tue, 12 Mar 2024 07:30:00 GMT\nFrom: a@b.c\n\nDate: Mon, 01 Jan 2001" LEFT,
	  "2024-03-12" },
	{ "front matter", "---\ntitle: x\ndate: 2024-03-12T10:00:00Z\n---" LEFT, "2024-03-12" },
	{ "field datetime", "title: x\ndatetime: 2024-03-12T10:00:00+01:00" LEFT, "2024-03-12" },
	{ "published", "Rain\n\nPublished: March 12, 2024" LEFT, "2024-03-12" },
	{ "posted on", "Posted on March 12, 2024 by Ann" LEFT, "2024-03-12" },
	{ "published and updated", "Published 12 March 2024 | Updated 14 March 2024" LEFT,
	  "2024-03-12" },
	{ "carriage returns", "Published: March 12, 2024\r\n\r\nHe left Friday.\r\n", "2024-03-12" },
	{ "mark of the byte order", "\xEF\xBB\xBFPublished: March 12, 2024" LEFT, "2024-03-12" },
	{ "byline", "By Ann Lee | 12 Mar 2024 07:30 GMT" LEFT, "2024-03-12" },
	{ "byline with on", "By Ann Lee on March 12, 2024" LEFT, "2024-03-12" },
	{ "capitals", "DATE: 12 MARCH 2024\nTO: ALL" LEFT, "2024-03-12" },
	{ "dateline", "LONDON, March 12, 2024 (Reuters) - Shares fell on Friday.\n", "2024-03-12" },
	{ "press release",
	  "SAN JOSE, Calif.--(BUSINESS WIRE)--Mar 12, 2024-- Acme Corporation today said that it "
	  "will hold a call with analysts.\n", "2024-03-12" },
	{ "newsletter",
	  "The Daily Brief\nTuesday 12th March 2024\n\nGood morning." LEFT, "2024-03-12" },
	{ "dots", "12.03.2024, 10:30 Uhr" LEFT, "2024-03-12" },
	{ "a day told of", "He was born on May 3, 1999. He left Friday.\n", "" },
	{ "a day in a heading", "The fire of July 4, 2020" LEFT, "" },
	{ "below a page's menu",
	  "HOME\nABOUT\nREPORT A CRIME\nCONTACT US\nSkip to content\nFOR IMMEDIATE RELEASE\n"
	  "Man charged in theft\nTuesday, March 12, 2024\nMedia office" LEFT,
	  "2024-03-12" },
	{ "too far below", "A\nB\nC\nD\nE\nF\nG\nH\nI\nJ\nK\nL\nM\nN\nO\nMarch 12, 2024" LEFT, "" },
	{ "below prose",
	  "A\nB\nC\nD\nE\nF\nThe office charged a man with theft and asked the court for his bail.\n"
	  "March 12, 2024" LEFT,
	  "" },
	{ "a list of others", "Mar 26, 2024\nMan charged\nMar 17, 2024\nBacklog gone" LEFT, "" },
	{ "one of others", "Rain\n\nRelated\nMar 26, 2024\nMan charged" LEFT, "" },
	{ "published, not received",
	  "Received: 16 December 2022 / Accepted: 20 December 2022 / Published: 2 January 2023" LEFT,
	  "2023-01-02" },
	{ "published, not filed", "Filed 3 March 2021. Decided 9 May 2022. Published 12 May 2022." LEFT,
	  "2022-05-12" },
	{ "published below updated", "Updated 14 March 2024\nPublished 12 March 2024" LEFT,
	  "2024-03-12" },
	{ "filed alone", "Filed March 12, 2024" LEFT, "2024-03-12" },
	{ "was published", "The report, which was published at noon on March 12, 2024, and in two "
	                   "more papers after it, says nothing at all." LEFT, "" },
	{ "log of versions",
	  "commit 4f2e91\nAuthor: Ann Leroy <ann@example.org>\nDate:   Tue Mar 12 18:22:40 2024 +0100"
	  LEFT, "2024-03-12" },
	{ "mail box", "From ann@example.org Tue Mar 12 08:12:09 2024\nSubject: minutes" LEFT,
	  "2024-03-12" },
	{ "mail box and date",
	  "From ann@example.org Wed Mar 13 08:12:09 2024\nDate: Tue, 12 Mar 2024 07:30:00 +0530" LEFT,
	  "2024-03-12" },
	{ "from somebody", "From Ann at noon: a note\nSubject: minutes" LEFT, "" },
	{ "a clock's line", "Tue Mar 12 15:50:06 UTC 2024" LEFT, "2024-03-12" },
	{ "none", "He left Friday.\n", "" },
};

START_TEST(dates) {
	const char *text = rows[_i].text;
	ww_document *doc = test_document(test_engine(), NULL, text, strlen(text));
	ww_article a;
	int err = ww_document_article(doc, 0, &a);
	if (err || strcmp(a.date, rows[_i].date) != 0)
		die("%s: \"%s\" and not \"%s\"", rows[_i].label, err ? ww_strerror(err) : a.date,
		    rows[_i].date);
	check_invariants(doc);
	ww_document_free(doc);
}
END_TEST

/* What else might be an article's date. */
static const struct {
	const char *label, *text, *date, *other;
} disputed[] = {
	{ "header and line", "date 2024-03-12 BBC - Rain\n\nPublished March 10, 2024" LEFT,
	  "2024-03-12", "2024-03-10" },
	{ "published and updated", "Published March 10, 2024\nUpdated March 12, 2024" LEFT,
	  "2024-03-10", "2024-03-12" },
	{ "both the same", "date 2024-03-12 BBC - Rain\n\nPublished March 12, 2024" LEFT,
	  "2024-03-12", "" },
	{ "dateline and line", "LONDON, March 12, 2024 (Reuters) - It rained.\n\nPosted March 13, 2024",
	  "2024-03-13", "2024-03-12" },
};

START_TEST(disagree) {
	const char *text = disputed[_i].text;
	ww_document *doc = test_document(test_engine(), NULL, text, strlen(text));
	ww_article a;
	int err = ww_document_article(doc, 0, &a);
	if (err || strcmp(a.date, disputed[_i].date) != 0 ||
	    strcmp(a.other_date, disputed[_i].other) != 0)
		die("%s: %s, and not %s", disputed[_i].label, a.date, a.other_date);
	if (*a.other_date && a.other_where.end <= a.other_where.start)
		die("%s: its text is nowhere", disputed[_i].label);
	ww_document_free(doc);
}
END_TEST

int main(void) {
	Suite *suite = suite_create("article");
	TCase *tc = tcase_create("reference dates");
	suite_add_tcase(suite, tc);
	tcase_add_loop_test(tc, dates, 0, COUNT(rows));
	tcase_add_loop_test(tc, disagree, 0, COUNT(disputed));
	test_engine();
	return run_suite(suite);
}
