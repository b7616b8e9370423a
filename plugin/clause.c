/* The sentence around a day.
 *
 * It is read forward from some way before the day, and begins anew at each beginning of a sentence
 * that is met.  Only what stands near is looked at, so that a value's cost does not grow with its
 * paragraph. */
#include "clause.h"

#include "ascii.h"
#include "date_words.h"
#include "gazetteer.h"
#include "utf8.h"

#include <string.h>

/* How far a sentence is looked at, in bytes to each side: a long one has 250. */
enum { REACH = 300 };

/* A line that is shorter and has no full stop is one of a list, or a heading; the
 * narrowest columns of newspapers are wrapped at some 30. */
enum { SHORT_LINE = 30 };

/* "AEST", "CEST": behind "p.m." such letters are of a zone, and begin no sentence. */
enum { LONGEST_ZONE = 4 };

/* The classes of a word, by its hash. */
static uint32_t says_of(uint32_t hash) {
	return ww_word_list_find(&ww_clause_words, hash);
}

static bool is_sign(const ww_token *t, uint32_t sign) {
	return t->type == WW_TOK_PUNCT && t->hash == sign;
}

/* A semicolon ends as much as a stop: what follows has its own subject and verb. */
static bool is_stop(const ww_token *t) {
	return is_sign(t, WW_HASH_1('.')) || is_sign(t, WW_HASH_1('!')) ||
	       is_sign(t, WW_HASH_1('?')) || is_sign(t, WW_HASH_1(';'));
}

static bool is_quote(const ww_token *t) {
	return is_sign(t, WW_HASH_1('"')) || is_sign(t, WW_HASH_1('\''));
}

/* What has been read of a sentence, a token after the other.  Quotation marks are looked
 * through, so that a stop inside of them ends the sentence too. */
typedef struct {
	const char *text;
	size_t end;
	ww_token t;       /* the last token */
	ww_token word;    /* the last one that is not a quotation mark */
	uint32_t line;    /* where its line begins, if that is known */
	bool whole_line;
	bool stop;        /* a full stop was the last word */
	bool abbreviates; /* that was an abbreviation's or an initial's */
	bool hour;        /* that was of "a.m." or "p.m." */
} reader;

/* Whether a sentence begins at token t: behind a full stop and blanks at a capital, and behind a
 * short line.  "8 p.m. EST" and "p.m. Friday" go on, as does a number: "No. 5". */
static bool begins_sentence(const reader *r, const ww_token *t) {
	if (t->gap == WW_GAP_LINE && r->whole_line && r->t.end - r->line < SHORT_LINE)
		return true;
	bool zone = r->hour && t->shape == WW_SHAPE_UPPER && t->end - t->start <= LONGEST_ZONE;
	bool goes_on = t->type == WW_TOK_NUMBER || t->shape == WW_SHAPE_LOWER || zone;
	return r->stop && !r->abbreviates && t->gap != WW_GAP_NONE && !goes_on;
}

/* Reads the next token; *first says whether it begins a sentence.  False at the end. */
static bool next(reader *r, bool *first) {
	ww_token t;
	if (!ww_token_next(&t, r->text, r->t.end, r->end))
		return false;
	*first = begins_sentence(r, &t);
	if (t.gap == WW_GAP_LINE) {
		r->line = t.start;
		r->whole_line = true;
	}
	if (!is_quote(&t)) {
		/* "Mr. Lee", "J. Lee", but not "It ended. Lee …" */
		r->abbreviates = is_stop(&t) && t.gap == WW_GAP_NONE && r->word.type == WW_TOK_WORD &&
		                 ((r->word.end - r->word.start == 1 && r->word.shape == WW_SHAPE_UPPER) ||
		                  ww_gazetteer_find(r->word.hash) & WW_GAZ_ABBREVIATION);
		r->stop = is_stop(&t);
		r->hour = r->stop && t.gap == WW_GAP_NONE && r->word.hash == WW_HASH_1('m') &&
		          r->word.gap == WW_GAP_NONE;
		r->word = t;
	}
	r->t = t;
	return true;
}

/* Whether token t is the s of "Kano's", behind its apostrophe, which is a token of its own. */
static bool is_possessive(const ww_token *before, const ww_token *t) {
	return t->gap == WW_GAP_NONE && t->type == WW_TOK_WORD && t->hash == WW_HASH_1('s') &&
	       is_sign(before, WW_HASH_1('\''));
}

static const uint32_t is = WW_HASH_2('i', 's'), sat = WW_HASH_3('s', 'a', 't'),
                      wed = WW_HASH_3('w', 'e', 'd');

/* Adds a word to the list of n, and returns how many there are: of "it's" an "is", of a
 * possessive nothing. */
static uint32_t add(ww_clause_word *at, uint32_t n, const ww_token *t) {
	if (n > 0 && is_possessive(&at[n - 1].token, t)) {
		bool verb = n > 1 && at[n - 2].says & (WW_SAYS_SUBJECT | WW_SAYS_RELATIVE);
		if (verb)
			at[n - 1] = (ww_clause_word){ .token = *t, .says = says_of(is) };
		at[n - 1].token.hash = is;
		return verb ? n : n - 1;
	}
	/* Of what is too long the half that is further off goes, so that a token is moved once
	 * in so many at most. */
	if (n == WW_CLAUSE_MOST) {
		n /= 2;
		memmove(at, at + n, n * sizeof *at);
	}
	at[n] = (ww_clause_word){ .token = *t };
	/* "Sat." and "Wed." are days; the verbs that look like them stand in small letters. */
	bool day = t->shape >= WW_SHAPE_CAPITAL && (t->hash == sat || t->hash == wed);
	if (t->type == WW_TOK_WORD && !day)
		at[n].says = says_of(t->hash);
	return n + 1;
}

/* Whether somebody is named for a picture near behind the day, at the paragraph's end:
 * "Photo: N. Moreau", "Photograph by N. Moreau", "(AP Photo/N. Moreau)". */
static bool has_credit(const char *text, size_t len, size_t end) {
	ww_token t = { .end = (uint32_t)end };
	bool credit = false;
	if (len - end > REACH)
		return false;
	while (ww_token_next(&t, text, t.end, len)) {
		bool names = is_sign(&t, WW_HASH_1(':')) || is_sign(&t, WW_HASH_1('/')) ||
		             (t.type == WW_TOK_WORD && t.hash == WW_HASH_2('b', 'y'));
		if (credit && names)
			return true;
		credit = t.type == WW_TOK_WORD && t.shape >= WW_SHAPE_CAPITAL &&
		         ww_word_list_find(&ww_day_words, t.hash) & WW_DAY_CREDIT;
	}
	return false;
}

/* Whether the sentence begins as a caption does, "ABOVE:". */
static bool is_of_picture(const ww_sentence *s) {
	return s->n_before > 1 && is_sign(&s->before[1].token, WW_HASH_1(':')) &&
	       ww_word_list_find(&ww_day_words, s->before[0].token.hash) & WW_DAY_PICTURE;
}

/* Whether "'s" stands right behind the day. */
static bool has_possessive(const char *text, size_t len, size_t end) {
	ww_token t, s;
	return ww_token_next(&t, text, end, len) && t.gap == WW_GAP_NONE &&
	       ww_token_next(&s, text, t.end, len) && is_possessive(&t, &s);
}

/* Where reading begins: REACH back, behind a blank. */
static size_t start_of(const char *text, size_t start) {
	size_t from = start > REACH ? start - REACH : 0;
	while (from > 0 && from < start && text[from - 1] != ' ' && text[from - 1] != '\n')
		from++;
	return from;
}

/* Forgets all before a sentence's beginning as it comes to it: to look for that first
 * would read everything twice. */
void ww_sentence_read(ww_sentence *s, const char *text, size_t len, size_t start, size_t end) {
	size_t from = start_of(text, start);
	reader r = { .text = text, .end = end, .t.end = (uint32_t)from, .word.type = WW_TOK_PUNCT,
	             .line = (uint32_t)from, .whole_line = from == 0 };
	bool first;
	s->text = text;
	s->n_before = s->n_after = 0;
	/* The day's own first token tells whether the sentence begins there. */
	while (next(&r, &first)) {
		if (first)
			s->n_before = 0;
		if (r.t.start >= start)
			break;
		s->n_before = add(s->before, s->n_before, &r.t);
	}
	/* On behind the day, as if it were a word: it ends no sentence. */
	r.t.end = (uint32_t)end;
	r.stop = false;
	r.word.type = WW_TOK_PUNCT;
	r.end = len - end > REACH ? end + REACH : len;
	while (s->n_after < WW_CLAUSE_MOST && next(&r, &first) && !(first && r.t.start > end))
		s->n_after = add(s->after, s->n_after, &r.t);
	/* "Sun 18:00: the final" is an item of a list, whatever the line before it said. */
	if (s->n_after > 0 && is_sign(&s->after[0].token, WW_HASH_1(':')) &&
	    (start == 0 || text[start - 1] == '\n'))
		s->n_before = 0;
	s->owner = has_possessive(text, len, end);
	s->caption = has_credit(text, len, end) || is_of_picture(s);
}
