/* What is told beside a value: ends of ranges, bounds, modifiers, zones. */
#include "runner.h"
#include "support.h"

#include <stdio.h>
#include <string.h>

/* A text, one of its mentions, and what is told of it: until, bound, mod and zone, "-"
 * for nothing. */
static const struct {
	const char *text, *mention, *until, *bound, *mod, *zone;
} rows[] = {
	{ "It ran from June 3 to June 5.", "June 3", "2024-06-05", "from", "-", "-" },
	{ "It ran from June 3 to June 5.", "June 5", "-", "-", "-", "-" },
	{ "It ran June 3-5.", "June 3", "2024-06-05", "-", "-", "-" },
	{ "It ran on June 3 and June 5.", "June 3", "-", "-", "-", "-" },
	{ "It ran on June 3 and 5.", "June 3", "-", "-", "-", "-" },
	{ "It stood between 2019 and 2021.", "2019", "2021", "-", "-", "-" },
	{ "It stood in 2019 and 2021.", "2019", "-", "-", "-", "-" },
	{ "The vote was moved from June 3 to June 5.", "June 3", "-", "from", "-", "-" },
	{ "It rained Monday through Thursday.", "Monday", "2024-06-06", "-", "-", "-" },
	{ "It ran from Monday to noon Friday.", "Monday", "2024-06-07T12:00", "from", "-", "-" },
	{ "It closed on Monday\nFriday is free.", "Monday", "-", "-", "-", "-" },
	{ "It ran for two to three days.", "two to three days", "-", "-", "-", "-" },
	{ "He has led it since 2019.", "2019", "-", "since", "-", "-" },
	{ "It is due by about 5 p.m.", "about 5 p.m.", "-", "by", "APPROX", "-" },
	{ "It is shut until at least July 4.", "July 4", "-", "until", "-", "-" },
	{ "Not later than June 5 he must pay.", "June 5", "-", "by", "-", "-" },
	{ "He left before Christmas.", "Christmas", "-", "before", "-", "-" },
	{ "He left two days before Christmas.", "Christmas", "-", "-", "-", "-" },
	{ "He left after June 5.", "June 5", "-", "after", "-", "-" },
	{ "It stands nearby June 5 Street.", "June 5", "-", "-", "-", "-" },
	{ "It was built around 1620.", "1620", "-", "-", "APPROX", "-" },
	{ "It opens in early March.", "early March", "-", "-", "START", "-" },
	{ "It opens in mid-March.", "mid-March", "-", "-", "MID", "-" },
	{ "It opens at the end of March.", "the end of March", "-", "-", "END", "-" },
	{ "It took at least two years.", "at least two years", "-", "-", "EQUAL_OR_MORE", "-" },
	{ "It took less than two years.", "less than two years", "-", "-", "LESS_THAN", "-" },
	{ "It took more than two years.", "more than two years", "-", "-", "MORE_THAN", "-" },
	{ "It took nearly two years.", "nearly two years", "-", "-", "LESS_THAN", "-" },
	{ "It took no more than two days.", "no more than two days", "-", "-", "EQUAL_OR_LESS", "-" },
	{ "He left more than a year ago.", "more than a year ago", "-", "-", "BEFORE", "-" },
	{ "They argued over June 5.", "June 5", "-", "-", "-", "-" },
	{ "It hit at 0500 GMT on June 5.", "0500 GMT on June 5", "-", "-", "-", "Z" },
	{ "It hit at 5 a.m. ET on June 5.", "5 a.m. ET on June 5", "-", "-", "-", "-04:00" },
	{ "It hit at 5 a.m. ET on Jan. 5.", "5 a.m. ET on Jan. 5", "-", "-", "-", "-05:00" },
	{ "It hit at 5 a.m. Eastern on April 3, 2006.", "5 a.m. Eastern on April 3, 2006", "-", "-",
	  "-", "-04:00" },
	{ "It hit at 5 a.m. Eastern on March 20, 2006.", "5 a.m. Eastern on March 20, 2006", "-",
	  "-", "-", "-05:00" },
	{ "It hit at 5 a.m. CEST on June 5.", "5 a.m. CEST on June 5", "-", "-", "-", "+02:00" },
	{ "It hit at 5 a.m. CST on June 5.", "5 a.m. CST on June 5", "-", "-", "-", "CST" },
	{ "It hit Chicago at 5 a.m. CST on June 5.", "5 a.m. CST on June 5", "-", "-", "-", "-06:00" },
	{ "It hit Taiwan at 5 a.m. CST on June 5.", "5 a.m. CST on June 5", "-", "-", "-", "+08:00" },
	{ "It hit Mumbai at 5 a.m. IST on June 5.", "5 a.m. IST on June 5", "-", "-", "-", "+05:30" },
	{ "It hit Pune, then Haifa, at 5 a.m. IST.", "5 a.m. IST", "-", "-", "-", "IST" },
	{ "It ran from 5 a.m. IST to 6 a.m. IST in Haifa.", "5 a.m. IST", "2024-06-09T06:00", "from",
	  "-", "+02:00" },
	{ "It ran from Monday, June 3, to Friday, June 7.", "Monday, June 3", "2024-06-07", "from", "-",
	  "-" },
	{ "It hit at 5 a.m. local time.", "5 a.m. local time", "-", "-", "-", "-" },
	{ "It hit at 2024-06-05T05:00+0530.", "2024-06-05T05:00+0530", "-", "-", "-", "+05:30" },
	{ "It hit at 2024-06-05T05:00Z.", "2024-06-05T05:00Z", "-", "-", "-", "Z" },
	{ "It hit at 5 a.m. on June 5.", "5 a.m. on June 5", "-", "-", "-", "-" },
};

static void check_told(const char *what, const char *told, const char *wanted, int row) {
	if (strcmp(*told ? told : "-", wanted) != 0)
		die("%s: %s of \"%s\" is %s, not %s", rows[row].text, what, rows[row].mention, told,
		    wanted);
}

START_TEST(tells) {
	ww_options options = { .date = "2024-06-09" };
	const char *text = rows[_i].text;
	ww_document *doc = test_document(test_engine(), &options, text, strlen(text));
	size_t at = (size_t)(strstr(text, rows[_i].mention) - text);
	ww_mention m;
	ww_time time;
	if (!ww_document_next(doc, at, WW_WHEN, &m) || m.start != at ||
	    m.end - m.start != strlen(rows[_i].mention))
		die("%s: \"%s\" is not marked so", text, rows[_i].mention);
	int err = ww_document_time(doc, &m, &time);
	if (err)
		die("%s: %s", text, ww_strerror(err));
	char value[WW_VALUE_MAX];
	if (ww_document_value(doc, &m, value) || strcmp(value, time.value) != 0)
		die("%s: its value is %s, and %s when asked alone", text, time.value, value);
	check_told("the end", time.until, rows[_i].until, _i);
	check_told("the bound", ww_bound_name((ww_bound)time.bound), rows[_i].bound, _i);
	check_told("the modifier", ww_mod_name((ww_mod)time.mod), rows[_i].mod, _i);
	check_told("the zone", time.zone, rows[_i].zone, _i);
	ww_document_free(doc);
}
END_TEST

START_TEST(names_are_told) {
	for (int i = 0; i <= WW_N_BOUNDS; i++)
		if (!ww_bound_name((ww_bound)i))
			die("bound %d has no name", i);
	for (int i = 0; i <= WW_N_MODS; i++)
		if (!ww_mod_name((ww_mod)i))
			die("modifier %d has no name", i);
}
END_TEST

int main(void) {
	Suite *suite = suite_create("date_beside");
	TCase *tc = tcase_create("times");
	suite_add_tcase(suite, tc);
	tcase_add_loop_test(tc, tells, 0, COUNT(rows));
	tcase_add_test(tc, names_are_told);
	return run_suite(suite);
}
