/* names.c: every name that is shown: of errors, kinds, forms, findings, and of what
 * explains a mark.  The public ones are a part of the API: an old name stays. */
#include "names.h"

#include "date_grammar.h"
#include "gazetteer.h"
#include "name_tagger.h"

/* An error of a newer library than the caller's header is "unknown": never NULL. */
const char *ww_strerror(int err) {
	switch (err) {
	case WW_OK: return "no error";
	case WW_E_NOMEM: return "not enough memory";
	case WW_E_TOO_LONG: return "text too long: 4 GiB at most";
	case WW_E_RANGE: return "position outside of the text";
	case WW_E_DATE: return "not a date of the form YYYY-MM-DD";
	case WW_E_PATTERN: return "a pattern was refused";
	default: return "unknown error";
	}
}

/* In the order of ww_kind.  Rules' own kinds have their names in Lua. */
const char *ww_kind_name(ww_kind kind) {
	static const char *const names[] = { "date",   "time", "duration", "set",
		                             "person", "org",  "place",    "misc" };
	return (unsigned)kind < WW_N_KINDS ? names[kind] : "unknown";
}

/* Where the date of an article was found, in the order in which it is looked for. */
const char *ww_date_source_name(ww_date_source source) {
	static const char *const names[] = { "nothing", "option", "header", "line", "dateline" };
	return (unsigned)source < WW_N_SOURCES ? names[source] : "unknown";
}

/* Of "since 2019": what a time bounds.  Empty for a time that bounds nothing. */
const char *ww_bound_name(ww_bound bound) {
	static const char *const names[WW_N_BOUNDS] = { "",   "since",  "from", "until",
		                                        "by", "before", "after" };
	return (unsigned)bound < WW_N_BOUNDS ? names[bound] : "unknown";
}

/* TIMEX3's own words, as its readers expect them. */
const char *ww_mod_name(ww_mod mod) {
	static const char *const names[WW_N_MODS] = {
		[WW_MOD_NONE] = "",
		[WW_MOD_APPROX] = "APPROX",
		[WW_MOD_START] = "START",
		[WW_MOD_MID] = "MID",
		[WW_MOD_END] = "END",
		[WW_MOD_BEFORE] = "BEFORE",
		[WW_MOD_AFTER] = "AFTER",
		[WW_MOD_LESS_THAN] = "LESS_THAN",
		[WW_MOD_MORE_THAN] = "MORE_THAN",
		[WW_MOD_EQUAL_OR_LESS] = "EQUAL_OR_LESS",
		[WW_MOD_EQUAL_OR_MORE] = "EQUAL_OR_MORE",
	};
	return (unsigned)mod < WW_N_MODS ? names[mod] : "unknown";
}

/* A form's own name, as dates.txt has it; "name" and "rule" stand for what no form made. */
const char *ww_form_name(uint16_t form) {
	if (form >= WW_FORM_RULE)
		return form == WW_FORM_NAME ? "name" : "rule";
	return form < ww_english.n_forms ? ww_english.forms[form].name : "unknown";
}

/* Each is said in lua/whowhen/finding.lua: tests/lua/test_finding.lua holds the two
 * against each other. */
const char *ww_finding_name(ww_finding_id id) {
	static const char *const names[WW_N_FINDINGS] = {
		[WW_WEEKDAY_MISMATCH] = "weekday-mismatch",
		[WW_INVALID_DATE] = "invalid-date",
		[WW_AMBIGUOUS_ORDER] = "ambiguous-order",
		[WW_AMBIGUOUS_TIMEZONE] = "ambiguous-timezone",
		[WW_INTERVAL_REVERSED] = "interval-reversed",
		[WW_AMBIGUOUS_SURNAME] = "ambiguous-surname",
		[WW_NAME_SPELLING] = "name-spelling",
		[WW_FIRST_REFERENCE] = "first-reference",
	};
	return (unsigned)id < WW_N_FINDINGS ? names[id] : "unknown";
}

/* Roles of little words have no name: to show that "the" may belong to a date explains nothing. */
static const char *const roles[WW_N_ROLES] = {
	[WW_ROLE_MONTH] = "month",
	[WW_ROLE_WEEKDAY] = "weekday",
	[WW_ROLE_UNIT] = "unit of time",
	[WW_ROLE_QUARTER] = "part of a year",
	[WW_ROLE_DAY] = "day seen from today",
	[WW_ROLE_PART] = "part of the day",
	[WW_ROLE_SEASON] = "season",
	[WW_ROLE_HOLIDAY] = "word of a holiday",
	[WW_ROLE_VAGUE] = "vague time",
	[WW_ROLE_SET] = "repetition",
	[WW_ROLE_DECADE] = "decade",
	[WW_ROLE_CLOCK] = "o'clock",
	[WW_ROLE_SUFFIX] = "suffix of a time",
	[WW_ROLE_OLD] = "word of an age",
	[WW_ROLE_AGO] = "direction in time",
	[WW_ROLE_NUMBER] = "number",
	[WW_ROLE_ORDINAL] = "ordinal number",
};

/* NULL for a role without a name, or for none. */
const char *ww_role_name(unsigned role) {
	return role < WW_N_ROLES ? roles[role] : NULL;
}

/* What a word does somewhere in its article that speaks for a kind of name: each reads as the
 * end of "somewhere it …". */
static const char *const evidence[WW_N_EVIDENCE] = {
	[WW_EV_TITLE] = "follows a title",
	[WW_EV_HONORIFIC] = "follows Mr, Dr, Sen. …",
	[WW_EV_FIRST] = "follows a given name",
	[WW_EV_INITIAL] = "follows an initial",
	[WW_EV_LAST] = "ends a name that begins with a given name",
	[WW_EV_GIVEN] = "begins a name of two words with a given name",
	[WW_EV_ORG_KEY] = "stands with a word of organisations",
	[WW_EV_ORG_TAIL] = "stands with the last word of an organisation",
	[WW_EV_PLACE_KEY] = "stands with a word of places",
	[WW_EV_LONG] = "stands in a name of several words",
	[WW_EV_IN] = "follows in, near …",
	[WW_EV_THE] = "follows the",
	[WW_EV_SAID] = "stands before a verb of speech",
	[WW_EV_COMMA_REGION] = "stands before a comma and a region",
	[WW_EV_AGE] = "stands before a comma and a number",
	[WW_EV_JOB] = "follows a noun for a person",
	[WW_EV_POSSESSIVE] = "stands alone before 's",
	[WW_EV_ACRONYM] = "stands in parentheses after a name of these initials",
	[WW_EV_ORG_ACT] = "does what organisations do",
	[WW_EV_SPORT] = "stands beside words of sport",
	[WW_EV_BASED] = "stands before -based",
	[WW_EV_WHO] = "stands before who",
	[WW_EV_OF] = "follows a noun for a person and of or at",
	[WW_EV_QUOTED] = "stands alone between quotation marks",
	[WW_EV_SCORE] = "stands before a number",
	[WW_EV_FIRM] = "stands beside a noun for a firm",
	[WW_EV_ITS] = "stands a few words before its",
	[WW_EV_HIS] = "stands a few words before his, her, he or she",
};

/* NULL past the last, so that a caller needs no count. */
const char *ww_evidence_name(unsigned bit) {
	return bit < WW_N_EVIDENCE ? evidence[bit] : NULL;
}

/* Each reads as the end of "what it is was settled by …". */
static const char *const name_by[WW_N_NAME_BY] = {
	[WW_BY_PLURAL] = "the plural of a person's name in this article",
	[WW_BY_QUOTES] = "its quotation marks alone",
	[WW_BY_TITLE] = "a title, which stands outside of names",
	[WW_BY_CITATION] = "the numbers of a law report around it",
	[WW_BY_THING] = "its being a thing: an illness, a bill",
	[WW_BY_STREET] = "its last word, of streets and buildings",
	[WW_BY_BODY] = "the words of an office or body, through of and and",
	[WW_BY_FAMILY] = "a family name first, and a given name of two syllables",
	[WW_BY_AGE] = "an age behind it",
	[WW_BY_FIRM] = "the words beside it, of firms or works",
	[WW_BY_HEADING] = "its headline, whose next word is a verb",
	[WW_BY_PARTY] = "the brackets of a party behind a person",
	[WW_BY_DATELINE] = "its place in a dateline",
	[WW_BY_CREDIT] = "a credit before it",
	[WW_BY_LIST] = "a line-up or list of scorers",
	[WW_BY_SCORE] = "a score beside it",
	[WW_BY_CASE] = "the v. between the parties of a case at law",
	[WW_BY_OFFICE] = "an office that someone is given beside it",
	[WW_BY_PRIZE] = "its last word, of prizes",
	[WW_BY_COUNTRY] = "a country in front of a given name",
	[WW_BY_VERB] = "a verb of persons behind it, or its own spelling",
	[WW_BY_PAPER] = "the word for a newspaper or agency behind it",
	[WW_BY_CRICKET] = "the cricket in its paragraph",
	[WW_BY_BEGINNING] = "how it begins, as surnames do",
	[WW_BY_VOTE] = "the same name, or its owner's in full, elsewhere in this article",
};

const char *ww_name_by_name(unsigned by) {
	return by < WW_N_NAME_BY ? name_by[by] : NULL;
}

/* What the lists of names call a word: the classes of the gazetteer. */
const char *ww_list_name(unsigned bit) {
	return ww_gazetteer_class_name(bit);
}
