/* Months, weekdays and figures that are none: of persons, papers, clubs, matches and
 * addresses.  What is written in capitals on either side tells most of it; the lists
 * are of words that stand beside such names in news, or never do. */
#include "date_name.h"

#include "ascii.h"

#include <string.h>

static bool is_capital(const ww_token *t) {
	return t->type == WW_TOK_WORD && t->shape >= WW_SHAPE_CAPITAL;
}

/* Compares a token with a list of lower-case words, blanks around each. */
static bool is_one_of(const char *text, const ww_token *t, const char *list) {
	char word[16] = " ";
	size_t len = t->end - t->start;
	if (t->type != WW_TOK_WORD || len > 13)
		return false;
	for (size_t i = 0; i < len; i++)
		word[i + 1] = ww_ascii_lower(text[t->start + i]);
	word[len + 1] = ' ';
	word[len + 2] = '\0';
	return strstr(list, word) != NULL;
}

/* The pasts that stand beside a day most often in news: "Officials said Tuesday".  Which they are
 * is no matter of meaning here, but of what a name never has before it. */
static bool is_past_verb(const char *text, const ww_token *t) {
	if (t->type != WW_TOK_WORD || t->shape != WW_SHAPE_LOWER)
		return false;
	size_t len = t->end - t->start;
	return (len > 3 && memcmp(text + t->end - 2, "ed", 2) == 0) ||
	       is_one_of(text, t, " said told was were had rose fell won lost made met began came went "
	                          "gave took held left sent saw got ran led set hit put shot sold ");
}

/* Words that stand before a time and not before a name. */
static bool is_time_mark(const char *text, const ww_token *t) {
	return is_one_of(text, t, " in on since by until till from before after through during every "
	                          "each last next this late early mid of between for past coming "
	                          "following previous that any one ");
}

/* Whether a title stands before token i, with or without its stop: "Mr. March". */
static bool is_titled(const char *text, const ww_token *t, uint32_t i) {
	if (i > 1 && t[i - 1].type == WW_TOK_PUNCT && text[t[i - 1].start] == '.')
		i--;
	return i > 0 && t[i - 1].shape == WW_SHAPE_CAPITAL &&
	       is_one_of(text, &t[i - 1],
	                 " mr mrs ms miss dr sir lord lady judge justice sen rep gov "
	                 "prince princess ");
}

/* Whether the weekday at token i is that of a paper or a club, whatever stands around:
 * "in the Sunday Times", "Sheffield Wednesday". */
static bool is_known(const char *text, const ww_tokens *tokens, uint32_t i) {
	const ww_token *t = &tokens->at[i];
	if (t->role != WW_ROLE_WEEKDAY)
		return false;
	bool paper = i + 1 < tokens->n && t[1].gap == WW_GAP_BLANK && is_capital(&t[1]) &&
	             is_one_of(text, &t[1], " times telegraph mirror express mass independent mail "
	                                    "herald post star world sport people harbor ");
	return paper || (i > 0 && t->gap == WW_GAP_BLANK && is_capital(&t[-1]) &&
	                 is_one_of(text, &t[-1], " sheffield ruby back happy "));
}

bool ww_date_is_number(const char *text, const ww_tokens *tokens, uint32_t i) {
	const ww_token *t = &tokens->at[i];
	if (i > 0 && t[-1].type == WW_TOK_PUNCT) {
		if (t[-1].end - t[-1].start == 2 && memcmp(text + t[-1].start, "\xC2\xA7", 2) == 0)
			return true; /* a section's sign */
		if (i < 2 || text[t[-1].start] != '.')
			return false;
		/* "No. 1549", "H.R. 2024", "42 U.S.C. 1983", but not "c. 1818" */
		bool initials = i > 2 && text[t[-3].start] == '.' && t[-2].gap == WW_GAP_NONE;
		return initials ? is_one_of(text, &t[-2], " r c ") : is_one_of(text, &t[-2], " no ");
	}
	return i > 0 && t->gap == WW_GAP_BLANK &&
	       is_one_of(text, &t[-1], " room page flight section interstate highway route unit "
	                               "boeing bill resolution chapter ticket suite windows euro "
	                               "horizon bylaw draw lot channel pin act ");
}

bool ww_date_is_name(const char *text, const ww_tokens *tokens, uint32_t i) {
	const ww_token *t = tokens->at;
	const ww_token *before = i > 0 ? &t[i - 1] : NULL;
	const ww_token *after = i + 1 < tokens->n ? &t[i + 1] : NULL;
	if (t[i].shape != WW_SHAPE_CAPITAL)
		return false;
	if (is_titled(text, t, i) || is_known(text, tokens, i))
		return true;
	if (t[i].role == WW_ROLE_HOLIDAY)
		return false; /* "Mr Christmas" is no day, but "Old Christmas" may be one */
	if (before && (t[i].gap != WW_GAP_BLANK || before->type != WW_TOK_WORD))
		before = NULL;
	if (after && (after->gap != WW_GAP_BLANK || after->type != WW_TOK_WORD))
		after = NULL;
	/* "He reads The Sun." */
	if (before && t[i].role == WW_ROLE_WEEKDAY && t[i].end - t[i].start <= 4 &&
	    is_one_of(text, before, " the "))
		return true;
	bool timed = before && (is_time_mark(text, before) ||
	                        (t[i].role == WW_ROLE_WEEKDAY && is_past_verb(text, before)));
	if (after && !timed && is_capital(after) && !after->role)
		return true;
	/* "But December was up": a word that begins a sentence is no name's. */
	if (before && (i == 1 || t[i - 2].type == WW_TOK_PUNCT) &&
	    is_one_of(text, before, " but and so yet now even while as if when only "))
		before = NULL;
	/* "Officials Tuesday said", but "Taking Back Sunday play". */
	if (!before || timed || !is_capital(before) || (before->role && before->role != WW_ROLE_AGO))
		return false;
	if (after && is_one_of(text, after, " and or "))
		return i == 1; /* "Ruby Tuesday and …" begins its sentence */
	return after && after->shape == WW_SHAPE_LOWER && !is_past_verb(text, after) &&
	       !is_time_mark(text, after) && memcmp(text + after->end - 2, "ly", 2) != 0 &&
	       !is_one_of(text, after, " at with as that when where who which while morning afternoon "
	                               "evening night will would is are has have ");
}

/* Whether a word is of a box score, in which "6:10" is how long a period had lasted. */
static bool is_of_box(const char *text, const ww_token *t) {
	return is_one_of(text, t, " unassisted roughing hooking tripping slashing ");
}

/* How far around a quarter a match's words are looked for, in tokens: a long sentence. */
enum { MATCH_WORDS = 40 };

/* A quarter of a year and one of basketball are told apart by what else is told
 * around: reports of earnings have none of these words. */
bool ww_date_is_of_match(const char *text, const ww_tokens *tokens, uint32_t i) {
	uint32_t from = i > MATCH_WORDS ? i - MATCH_WORDS : 0;
	uint32_t to = tokens->n - i > MATCH_WORDS ? i + MATCH_WORDS : tokens->n;
	for (uint32_t k = from; k < to; k++)
		if (is_one_of(text, &tokens->at[k], " scored scorer touchdown touchdowns halftime rebounds "
		                                    "levelled equalised quarterback basketball hockey "
		                                    "netball lacrosse outscored goalkeeper goals "
		                                    "equalizer equaliser striker midfielder ball "
		                                    "header league cup coach "
		                                    "pointer pointers "))
			return true;
	return false;
}

bool ww_date_is_of_box(const char *text, const ww_tokens *tokens, uint32_t i) {
	uint32_t from = i > MATCH_WORDS ? i - MATCH_WORDS : 0;
	uint32_t to = tokens->n - i > MATCH_WORDS ? i + MATCH_WORDS : tokens->n;
	for (uint32_t k = from; k < to; k++)
		if (is_of_box(text, &tokens->at[k]))
			return true;
	return false;
}

/* Whether a byte can stand in an address, as a blank or a quotation mark cannot. */
static bool is_of_address(char c) {
	return ww_ascii_is_letter(c) || ww_ascii_is_digit(c) || ww_ascii_is_one_of(c, "@.-_/:+%~=&?#");
}

/* How long an address is that is looked through, on either side. */
enum { ADDRESS = 64 };

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
