/* Looks for time expressions.
 *
 * A word with a head's role, or a number, sets a search off; the search goes back
 * over the words that may stand before the head, and tries forms at the first of
 * these, then at the next, until one matches that reaches past the head.  So the
 * first head from the left wins, of its forms that which begins first, and of those
 * that begin there the first in the table. */
#include "date_scan.h"

#include "ascii.h"
#include "date_grammar.h"
#include "date_hour.h"
#include "date_name.h"
#include "date_plain.h"

#include <string.h>

/* How far before its head an expression may begin, in tokens: "in the very early part
 * of the", with a number and a dash. */
enum { MOST_BEFORE = 9 };

/* How far from its head on the words are looked at that a form needs. */
enum { REACH = 12 };

/* Longer figures are no day, year or time of a clock, but codes and amounts.  Holidays are names,
 * and so in capitals: "easter" is no head. */
static int head_of(const ww_token *t) {
	static const int8_t heads[WW_ROLE_LAST_HEAD + 1] = {
		[WW_ROLE_NONE] = -1,
		[WW_ROLE_MONTH] = WW_HEAD_MONTH,
		[WW_ROLE_WEEKDAY] = WW_HEAD_WEEKDAY,
		[WW_ROLE_UNIT] = WW_HEAD_UNIT,
		[WW_ROLE_QUARTER] = WW_HEAD_UNIT,
		[WW_ROLE_DAY] = WW_HEAD_DAY,
		[WW_ROLE_PART] = WW_HEAD_DAY,
		[WW_ROLE_SEASON] = WW_HEAD_DAY,
		[WW_ROLE_HOLIDAY] = WW_HEAD_DAY,
		[WW_ROLE_VAGUE] = WW_HEAD_VAGUE,
		[WW_ROLE_SET] = WW_HEAD_VAGUE,
		[WW_ROLE_DECADE] = WW_HEAD_VAGUE,
		[WW_ROLE_CLOCK] = WW_HEAD_NUMBER,
	};
	if (t->type == WW_TOK_NUMBER)
		return t->end - t->start <= 4 ? WW_HEAD_NUMBER : -1;
	if (t->role == WW_ROLE_HOLIDAY && t->shape == WW_SHAPE_LOWER)
		return -1;
	return t->role <= WW_ROLE_LAST_HEAD ? heads[t->role] : -1;
}

/* Whether a token is one of some signs of one byte. */
static bool is_mark_char(const char *text, const ww_token *t, const char *set) {
	return t->type == WW_TOK_PUNCT && t->end - t->start == 1 &&
	       ww_ascii_is_one_of(text[t->start], set);
}

/* Whether the figures of token i, after figures and a hyphen, are those of a telephone number
 * and no year: in "555-0146" the first number is too short, in "1998-2001-2004" there is a
 * third. */
static bool is_part_of_code(const char *text, const ww_token *t, uint32_t i) {
	if (t[i].end - t[i].start != 4)
		return false;
	return t[i - 2].end - t[i - 2].start != 4 ||
	       (i > 2 && t[i - 2].gap == WW_GAP_NONE && is_mark_char(text, &t[i - 3], "-"));
}

/* Whether the underscores before token i set it off, "_Friday_", and join nothing to it. */
static bool is_emphasised(const char *text, const ww_token *t, uint32_t i) {
	while (i > 0 && t[i].gap == WW_GAP_NONE && is_mark_char(text, &t[i - 1], "_"))
		i--;
	return i == 0 || t[i].gap != WW_GAP_NONE || t[i - 1].type == WW_TOK_PUNCT;
}

/* Whether an expression may begin at token i: not inside a longer word or
 * number, "3D", "$1998", "3.14". */
static bool may_begin(const char *text, const ww_token *t, uint32_t i) {
	if (i == 0 || t[i].gap != WW_GAP_NONE)
		return true;
	if (t[i - 1].type != WW_TOK_PUNCT)
		return false;
	if (is_mark_char(text, &t[i - 1], "_"))
		return is_emphasised(text, t, i);
	if (t[i].type != WW_TOK_NUMBER)
		return !is_mark_char(text, &t[i - 1], "@$#&");
	if (is_mark_char(text, &t[i - 1], "$#@+&=") || t[i - 1].end - t[i - 1].start == 2)
		return false; /* two bytes: a pound or a yen sign */
	if (t[i - 1].end - t[i - 1].start == 3 && memcmp(text + t[i - 1].start, "\xE2\x82", 2) == 0)
		return false; /* a euro or a rupee sign */
	if (i < 2 || t[i - 1].gap != WW_GAP_NONE || t[i - 2].type == WW_TOK_PUNCT)
		return true;
	if (is_mark_char(text, &t[i - 1], "-"))
		return t[i - 2].type != WW_TOK_NUMBER || !is_part_of_code(text, t, i);
	if (is_mark_char(text, &t[i - 1], "/") && t[i - 2].shape == WW_SHAPE_UPPER)
		return true; /* "1 a.m. ET/0500 GMT" */
	return !is_mark_char(text, &t[i - 1], ".,/:");
}

/* Compares case too: what is asked for is in lower case within a sentence. */
static bool is_word(const char *text, const ww_token *t, const char *word) {
	size_t len = strlen(word);
	return t->type == WW_TOK_WORD && t->end - t->start == len &&
	       memcmp(text + t->start, word, len) == 0;
}

/* "3." before a month's name is a day in languages that write ordinals so. */
static bool is_day_figures(const ww_token *t) {
	return t->type == WW_TOK_NUMBER && t->end - t->start <= 2;
}

/* Whether token i can stand before the head of an expression, as "early" and "in" do before
 * "1998". What it lets through is only tried: a form has to match, and reach the head. */
static bool may_precede(const char *text, const ww_token *tokens, uint32_t i) {
	const ww_token *t = &tokens[i];
	if (t->type == WW_TOK_NUMBER)
		return true;
	/* "2.5 hours", "St. Patrick", "3. März" */
	if (t->type == WW_TOK_PUNCT && is_mark_char(text, t, "."))
		return (t[1].type == WW_TOK_NUMBER && t[1].gap == WW_GAP_NONE) ||
		       (i > 0 && (is_word(text, &t[-1], "St") || is_day_figures(&t[-1])));
	if (t->type == WW_TOK_PUNCT && t->end - t->start == 2)
		return memcmp(text + t->start, "\xC2\xBD", 2) == 0; /* "2½ years" */
	if (t->type == WW_TOK_PUNCT)
		return is_mark_char(text, t, "-,/'") ||
		       (t->end - t->start == 3 && text[t->start] == '\xE2');
	/* "four on Friday", "late on Friday" */
	if (!t->role && t[1].role == WW_ROLE_WEEKDAY && is_word(text, t, "on"))
		return i > 0 && (t[-1].type == WW_TOK_NUMBER || t[-1].role == WW_ROLE_NUMBER ||
		                 t[-1].role == WW_ROLE_EDGE);
	if (!t->role) /* "early in", "three in the morning" */
		return i > 0 && (t[-1].role == WW_ROLE_EDGE || t[-1].role == WW_ROLE_AGO ||
		                 t[-1].role == WW_ROLE_NUMBER) &&
		       is_word(text, t, "in");
	return t->role >= WW_ROLE_NUMBER ? t->role != WW_ROLE_SUFFIX
	                                 : t->role == WW_ROLE_VAGUE || t->role == WW_ROLE_SET ||
	                                           t->role == WW_ROLE_HOLIDAY ||
	                                           t->role == WW_ROLE_PART || t->role == WW_ROLE_UNIT ||
	                                           t->role == WW_ROLE_QUARTER ||
	                                           t->role == WW_ROLE_DECADE;
}

/* Appends a mark; false when there is no memory, and then the list is as it was. */
static bool add_mark(const ww_mem *mem, ww_marks *marks, ww_mark mark) {
	if (!ww_reserve(mem, &marks->at, &marks->cap, marks->n + (size_t)1, sizeof *marks->at))
		return false;
	marks->at[marks->n++] = mark;
	return true;
}

/* What is tried: the forms of a head, at a token before it or at itself. */
typedef struct {
	const char *text;
	const char *plain; /* the same as patterns read it: see ww_match_text() */
	size_t len;
	const ww_tokens *tokens;
	int head;
	uint32_t at, first; /* the tokens of the head, and the first that may stand before it */
	ww_signs near;      /* what is around; 0: not looked at yet */
} search;

/* Where in the text itself that is which a match has at `at` of the plain text. */
static uint32_t place(const search *s, uint32_t at) {
	return s->plain == s->text ? at : (uint32_t)ww_plain_place(s->text, s->len, s->plain, at);
}

/* Adds a mark of `r` of the last match, which begins at `from` of the plain text, where values
 * read it again. */
static bool add_place(const ww_matcher *m, const search *s, ww_range r, uint32_t from, ww_mark mark,
                      ww_marks *marks) {
	mark.start = place(s, r.start);
	mark.end = place(s, r.end);
	mark.back = (uint16_t)(mark.start - from);
	return add_mark(&ww_matcher_grammar(m)->mem, marks, mark);
}

/* Adds what the last match says: one mention, or the two ends of a range. */
static int take(const ww_matcher *m, const search *s, int form, ww_marks *marks) {
	const ww_form *f = ww_grammar_form(ww_matcher_grammar(m), (unsigned)form);
	ww_range whole = ww_match_whole(m), ends[2];
	ww_mark mark = { .kind = f->kind, .flags = f->flags & WW_VAGUE, .form = (uint16_t)form };
	if (f->meaning == WW_MEANS_NOTHING)
		return WW_OK;
	if (!(f->flags & WW_FORM_RANGE) || !ww_match_ends(m, ends))
		return add_place(m, s, whole, whole.start, mark, marks) ? WW_OK : WW_E_NOMEM;
	for (int i = 0; i < 2; i++) {
		mark.end_of_range = (uint16_t)(i + 1);
		if (!add_place(m, s, ends[i], whole.start, mark, marks))
			return WW_E_NOMEM;
	}
	return WW_OK;
}

/* Whether a plain word joins a number to the rest of a time: "3 to 5 p.m.", "13 to the 15
 * July", "3 in the morning". */
static bool is_link(const char *text, const ww_token *t, uint32_t n, uint32_t i) {
	if (i + 2 >= n)
		return false;
	if (is_word(text, &t[i], "in"))
		return i + 2 < n && t[i + 2].role == WW_ROLE_PART;
	return (is_word(text, &t[i], "to") || is_word(text, &t[i], "until") ||
	        is_word(text, &t[i], "through")) &&
	       (t[i + 1].type == WW_TOK_NUMBER || t[i + 1].role == WW_ROLE_THE);
}

/* Whether a number can be the head of an expression: of the many in news most
 * stand before a plain word, and are counts. */
static bool may_head(const char *text, const ww_token *t, uint32_t n, uint32_t i) {
	if (t[i].type != WW_TOK_NUMBER || t[i].end - t[i].start > 2 || i + 1 == n)
		return true;
	const ww_token *next = &t[i + 1];
	return next->gap == WW_GAP_NONE || next->role || next->type != WW_TOK_WORD ||
	       is_link(text, t, n, i + 1) ||
	       (i > 0 && is_mark_char(text, &t[i - 1], "'"));
}

/* Looked at once for a head, and only when a form asks: most forms need nothing. */
static ww_signs signs_near(const search *s) {
	const ww_token *t = s->tokens->at;
	ww_signs near = 0;
	uint32_t past = s->at + REACH < s->tokens->n ? s->at + REACH : s->tokens->n;
	for (uint32_t i = s->first; i < past; i++) {
		bool word = t[i].type == WW_TOK_WORD; /* most are, and no jump depends on their role */
		int sign = word ? t[i].role : ww_sign_of(s->text, &t[i]);
		if (sign >= 0)
			near |= WW_SIGN_BIT(sign) & ~(ww_signs)word;
	}
	return near;
}

/* Whether what a form needs is near. */
static bool is_near(search *s, const ww_form *f) {
	if (f->needs[0] && !s->near)
		s->near = signs_near(s);
	for (int i = 0; i < WW_MOST_NEEDS && f->needs[i]; i++)
		if (!(f->needs[i] & s->near))
			return false;
	return true;
}

/* Returns the number of a token in the lexicon, or 0. */
static unsigned word_of(const ww_grammar *g, const ww_token *t) {
	return t->type == WW_TOK_WORD && t->role ? ww_lexicon_slot_of(&g->lexicon, t->hash)->word : 0;
}

/* Leaves in a set what another has, too; false when nothing is left. */
static bool leave(ww_form_set *set, const ww_form_set *of) {
	uint64_t left = 0;
	for (int i = 0; i < WW_FORM_BITS; i++)
		left |= set->bits[i] &= of->bits[i];
	return left;
}

/* Leaves in *set, which has the forms of the head, those that can begin at token `first`, by what
 * it and the next three are; false when there is none.  Of what stands behind a token of any sort
 * nothing is known. */
static bool leave_possible(const ww_grammar *g, const search *s, uint32_t first, ww_form_set *set) {
	const ww_token *t = &s->tokens->at[first];
	int sign = ww_sign_of(s->text, t);
	if (sign < 0)
		return false;
	int next = ww_next_of(s->text, s->tokens, first + 1);
	if (!leave(set, &g->start[sign][next]) ||
	    (t->role && !leave(set, &g->first[word_of(g, t)])))
		return false;
	if (next < WW_N_ROLES && next != WW_ROLE_NONE && !leave(set, &g->second[word_of(g, &t[1])]))
		return false;
	if (next == WW_NEXT_WORD)
		next = ww_later_of(s->text, s->tokens, first + 1);
	for (uint32_t i = 0; i < WW_FORM_STEPS && next >= 0; i++) {
		int later = ww_later_of(s->text, s->tokens, first + 2 + i);
		if (later >= 0 && !leave(set, &g->step[i][next][later]))
			return false;
		next = later;
	}
	return true;
}

/* Returns the lowest form of a set, and takes it out; -1 when it is empty. */
static int next_form(ww_form_set *set) {
	for (int i = 0; i < WW_FORM_BITS; i++) {
		if (set->bits[i]) {
			int form = 64 * i + __builtin_ctzll(set->bits[i]);
			set->bits[i] &= set->bits[i] - 1;
			return form;
		}
	}
	return -1;
}

/* Whether a form may be tried: what it needs is near, and its figures are an hour.  When they are
 * none, no form of hours is left in the set. */
static bool may_be(const ww_grammar *g, search *s, uint32_t first, const ww_form *f,
                   ww_form_set *set) {
	if (!is_near(s, f))
		return false;
	if (!(f->flags & WW_FORM_HOUR) || ww_date_is_hour(s->text, s->tokens, first))
		return true;
	for (int i = 0; i < WW_FORM_BITS; i++)
		set->bits[i] &= ~g->hour.bits[i];
	return false;
}

/* Tries the forms at token `first`, in their order; *form becomes the one that reaches past the
 * head's end, or -1.  The first that matches ends it, also when it is too short: a later form
 * would be of less right. */
static int try_head(ww_matcher *m, search *s, uint32_t first, int *form) {
	const ww_grammar *g = ww_matcher_grammar(m);
	const ww_token *t = s->tokens->at;
	ww_form_set set = g->of_head[s->head];
	int f;
	*form = -1;
	if (!leave_possible(g, s, first, &set))
		return WW_OK;
	while ((f = next_form(&set)) >= 0) {
		bool matches;
		if (!may_be(g, s, first, ww_grammar_form(g, (unsigned)f), &set))
			continue;
		int err = ww_match_form(m, (unsigned)f, s->plain, s->len, t[first].start, &matches);
		if (err)
			return err;
		if (matches) {
			*form = place(s, ww_match_whole(m).end) >= t[s->at].end ? f : -1;
			return WW_OK;
		}
	}
	return WW_OK;
}

/* Whether the forms of a number that start at token i, which is before the head, were tried when
 * that token was the head itself: "3" of "3 5", whose head is "5". */
static bool was_tried(const search *s, uint32_t i) {
	const ww_token *t = s->tokens->at;
	return s->head == WW_HEAD_NUMBER && t[i].type == WW_TOK_NUMBER && i < s->at &&
	       head_of(&t[i]) == WW_HEAD_NUMBER && may_head(s->text, t, s->tokens->n, i);
}

/* Whether the form found at the head itself is a name or numbers a thing. */
static bool is_other(const ww_grammar *g, const search *s, int form) {
	uint8_t flags = ww_grammar_form(g, (unsigned)form)->flags;
	return (flags & WW_FORM_BARE && ww_date_is_name(s->text, s->tokens, s->at)) ||
	       (flags & WW_FORM_FIGURES && ww_date_is_number(s->text, s->tokens, s->at));
}

/* Bytes of "19:59", the most that a clock writes in figures alone: a score or a period of a match
 * has no more. */
enum { LONGEST_FIGURES = 5 };

/* Whether the match is no time, wherever its form begins: a period's length in a box score, a
 * quarter of a match, a piece of an address. */
static bool is_none(const ww_matcher *m, const search *s, int form) {
	ww_range at = ww_match_whole(m);
	if (ww_grammar_form(ww_matcher_grammar(m), (unsigned)form)->kind == WW_TIME &&
	    s->head == WW_HEAD_NUMBER && at.end - at.start <= LONGEST_FIGURES &&
	    memchr(s->plain + at.start, ':', at.end - at.start) &&
	    ww_date_is_of_box(s->tokens, s->at))
		return true;
	return (ww_grammar_form(ww_matcher_grammar(m), (unsigned)form)->flags & WW_FORM_MATCH &&
	        ww_date_is_of_match(s->tokens, s->at)) ||
	       ww_date_is_address(s->text, s->len, at.start, at.end);
}

/* Looks for an expression around the head, at its first word and on; *form becomes
 * the one found, or -1. */
static int search_head(ww_matcher *m, search *s, uint32_t free_from, int *form) {
	const ww_token *t = s->tokens->at;
	uint32_t first = s->at;
	while (first > free_from && s->at - first < MOST_BEFORE && may_precede(s->text, t, first - 1))
		first--;
	s->first = first;
	for (; first <= s->at; first++) {
		if (was_tried(s, first) || !may_begin(s->text, t, first))
			continue;
		int err = try_head(m, s, first, form);
		if (err || *form >= 0) {
			if (!err && ((first == s->at && is_other(ww_matcher_grammar(m), s, *form)) ||
			             is_none(m, s, *form)))
				*form = -1;
			return err;
		}
	}
	*form = -1;
	return WW_OK;
}

/* As head_of(); a number in words is a head where it is an hour, "closes at five". */
static int head_at(const char *text, const ww_tokens *tokens, uint32_t i) {
	if (tokens->at[i].role == WW_ROLE_NUMBER)
		return ww_date_is_hour(text, tokens, i) ? WW_HEAD_NUMBER : -1;
	return head_of(&tokens->at[i]);
}

/* Returns the first token from i on that head_at() has to look at: one in ten. */
static uint32_t skip_plain(const ww_tokens *tokens, uint32_t i) {
	const ww_token *t = tokens->at;
	uint32_t n = tokens->n;
	while (i < n && t[i].type != WW_TOK_NUMBER && t[i].role - 1u >= WW_ROLE_NUMBER)
		i++;
	return i;
}

int ww_date_scan(ww_matcher *m, const char *text, size_t len, const ww_tokens *tokens,
                 ww_marks *marks) {
	const ww_token *t = tokens->at;
	uint32_t free_from = 0; /* the first token after the last expression */
	const char *plain = ww_match_text(m, text, len);
	if (!plain)
		return WW_E_NOMEM;
	for (uint32_t i = skip_plain(tokens, 0); i < tokens->n; i = skip_plain(tokens, i + 1)) {
		int form, head = head_at(text, tokens, i);
		if (head < 0 || !may_head(text, t, tokens->n, i))
			continue;
		search s = { .text = text, .plain = plain, .len = len,
			         .tokens = tokens, .head = head, .at = i };
		int err = search_head(m, &s, free_from, &form);
		if (!err && form >= 0)
			err = take(m, &s, form, marks);
		if (err)
			return err;
		if (form < 0)
			continue;
		uint32_t end = place(&s, ww_match_whole(m).end);
		while (i + 1 < tokens->n && t[i + 1].start < end)
			i++;
		free_from = i + 1;
	}
	return WW_OK;
}
