/* Months, weekdays and figures that are not a time: of persons, papers, clubs, matches and
 * addresses.  Capitals on either side tell most of it; the words of data/en/named.txt stand
 * beside such names in news, or never do. */
#include "date_name.h"

#include "ascii.h"
#include "date_words.h"

#include <string.h>

/* A word that begins with a capital, or is written in capitals. */
static bool is_capital(const ww_token *t) {
	return t->type == WW_TOK_WORD && t->shape >= WW_SHAPE_CAPITAL;
}

/* Whether a token is a word of one of some classes of data/en/named.txt. */
static bool is_one_of(const ww_token *t, uint32_t classes) {
	return t->type == WW_TOK_WORD && ww_word_list_find(&ww_named_words, t->hash) & classes;
}

/* "Officials said Tuesday": a past, which has a day behind it and never a name of one. */
static bool is_past_verb(const char *text, const ww_token *t) {
	if (t->type != WW_TOK_WORD || t->shape != WW_SHAPE_LOWER)
		return false;
	bool regular = t->end - t->start > 3 && memcmp(text + t->end - 2, "ed", 2) == 0;
	return regular || is_one_of(t, WW_NAMED_PAST);
}

/* Whether a title stands before token i, with or without its stop: "Mr. March". */
static bool is_titled(const char *text, const ww_token *t, uint32_t i) {
	if (i > 1 && t[i - 1].type == WW_TOK_PUNCT && text[t[i - 1].start] == '.')
		i--;
	return i > 0 && t[i - 1].shape == WW_SHAPE_CAPITAL && is_one_of(&t[i - 1], WW_NAMED_TITLE);
}

/* Whether the weekday at token i is that of a paper or a club, whatever stands around:
 * "in the Sunday Times", "Sheffield Wednesday". */
static bool is_known(const ww_tokens *tokens, uint32_t i) {
	const ww_token *t = &tokens->at[i];
	if (t->role != WW_ROLE_WEEKDAY)
		return false;
	bool paper = i + 1 < tokens->n && t[1].gap == WW_GAP_BLANK && is_capital(&t[1]) &&
	             is_one_of(&t[1], WW_NAMED_PAPER);
	return paper || (i > 0 && t->gap == WW_GAP_BLANK && is_capital(&t[-1]) &&
	                 is_one_of(&t[-1], WW_NAMED_CLUB));
}

/* "Room 2010", "Flight 1549", "§ 2010", "No. 1549", "H.R. 2024", "42 U.S.C. 1983", but not "c.
 * 1818". */
bool ww_date_is_number(const char *text, const ww_tokens *tokens, uint32_t i) {
	const ww_token *t = &tokens->at[i];
	if (i > 0 && t[-1].type == WW_TOK_PUNCT) {
		if (t[-1].end - t[-1].start == 2 && memcmp(text + t[-1].start, "\xC2\xA7", 2) == 0)
			return true; /* a section's sign */
		if (i < 2 || text[t[-1].start] != '.')
			return false;
		bool initials = i > 2 && text[t[-3].start] == '.' && t[-2].gap == WW_GAP_NONE;
		return is_one_of(&t[-2], initials ? WW_NAMED_LETTER : WW_NAMED_NO);
	}
	return i > 0 && t->gap == WW_GAP_BLANK && is_one_of(&t[-1], WW_NAMED_NUMBERED);
}

/* The word right before or behind token i, with no more than a blank between; NULL for none. */
static const ww_token *word_before(const ww_tokens *tokens, uint32_t i) {
	const ww_token *t = &tokens->at[i];
	return i > 0 && t->gap == WW_GAP_BLANK && t[-1].type == WW_TOK_WORD ? &t[-1] : NULL;
}

static const ww_token *word_behind(const ww_tokens *tokens, uint32_t i) {
	const ww_token *next = &tokens->at[i] + 1;
	return i + 1 < tokens->n && next->gap == WW_GAP_BLANK && next->type == WW_TOK_WORD ? next
	                                                                                    : NULL;
}

/* Whether a name's words end before `after`, and a clause goes on: "Taking Back Sunday play",
 * but "Officials Tuesday said", "Trade Monday was". */
static bool ends_name(const char *text, const ww_token *after) {
	return after && after->shape == WW_SHAPE_LOWER && !is_past_verb(text, after) &&
	       !is_one_of(after, WW_NAMED_TIME | WW_NAMED_CLAUSE) &&
	       memcmp(text + after->end - 2, "ly", 2) != 0;
}

/* Words in capitals on either side make a name of a day: "Friday Harbor", "Ruby Tuesday".  Not so
 * those that say when ("last March"), begin the sentence, or have a meaning in dates. */
bool ww_date_is_name(const char *text, const ww_tokens *tokens, uint32_t i) {
	const ww_token *t = tokens->at;
	const ww_token *before = word_before(tokens, i), *after = word_behind(tokens, i);
	bool weekday = t[i].role == WW_ROLE_WEEKDAY;
	if (t[i].shape != WW_SHAPE_CAPITAL)
		return false;
	if (is_titled(text, t, i) || is_known(tokens, i))
		return true;
	if (t[i].role == WW_ROLE_HOLIDAY)
		return false; /* "Mr Christmas" is no day, but "Old Christmas" may be one */
	/* "He reads The Sun." */
	if (before && weekday && t[i].end - t[i].start <= 4 && is_one_of(before, WW_NAMED_THE))
		return true;
	bool timed = before && (is_one_of(before, WW_NAMED_TIME) ||
	                        (weekday && is_past_verb(text, before)));
	if (after && !timed && is_capital(after) && !after->role)
		return true;
	bool first = i == 1 || (i > 1 && t[i - 2].type == WW_TOK_PUNCT); /* of its sentence */
	if (!before || timed || (first && is_one_of(before, WW_NAMED_OPENS)))
		return false;
	if (!is_capital(before) || (before->role && before->role != WW_ROLE_AGO))
		return false;
	if (after && is_one_of(after, WW_NAMED_OR))
		return i == 1; /* "Ruby Tuesday and …" begins its sentence */
	return ends_name(text, after);
}

/* Whether one of the 40 words to each side, as many as a long sentence has, is of a class. */
static bool is_near(const ww_tokens *tokens, uint32_t i, uint32_t class) {
	enum { AROUND = 40 };
	uint32_t from = i > AROUND ? i - AROUND : 0;
	uint32_t to = tokens->n - i > AROUND ? i + AROUND : tokens->n;
	for (uint32_t k = from; k < to; k++)
		if (is_one_of(&tokens->at[k], class))
			return true;
	return false;
}

/* A quarter of a year and one of basketball are told apart by what else is told around: reports
 * of earnings have none of a match's words. */
bool ww_date_is_of_match(const ww_tokens *tokens, uint32_t i) {
	return is_near(tokens, i, WW_NAMED_MATCH);
}

bool ww_date_is_of_box(const ww_tokens *tokens, uint32_t i) {
	return is_near(tokens, i, WW_NAMED_BOX);
}

/* Whether a byte can stand in an address, as a blank or a quotation mark cannot. */
static bool is_of_address(char c) {
	return ww_ascii_is_letter(c) || ww_ascii_is_digit(c) || ww_ascii_is_one_of(c, "@.-_/:+%~=&?#");
}

/* How long an address is that is looked through, on either side. */
enum { ADDRESS = 64 };

/* A sign that joins must touch the mention, and an "@" be in what it is joined to:
 * "may@example.org", but not "May/June". */
bool ww_date_is_address(const char *text, size_t len, uint32_t start, uint32_t end) {
	bool joined = (end < len && ww_ascii_is_one_of(text[end], "@._")) ||
	              (start > 0 && ww_ascii_is_one_of(text[start - 1], "@._/"));
	if (!joined)
		return false;
	size_t from = start, to = end;
	while (from > 0 && start - from < ADDRESS && is_of_address(text[from - 1]))
		from--;
	while (to < len && to - end < ADDRESS && is_of_address(text[to]))
		to++;
	return memchr(text + from, '@', to - from) != NULL;
}
