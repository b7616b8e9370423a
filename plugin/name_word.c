/* name_word.c: joins tokens into words as names need them.
 *
 * A token ends at every mark; a name's word does not: "Mary-Kate", "U.S.", "J.K.", "AT&T",
 * "al-Assad" and "Amazon.com" are one.  Whether a mark joins is told by what stands on both
 * sides of it, never by what was read before; a word ends where a blank or line end stands. */
#include "name_word.h"

#include "utf8.h"

typedef ww_name_reader reader;

/* Questions about a token: is it this sign, has it letters, has it a capital. */
static bool is_byte(const reader *r, uint32_t i, char c) {
	const ww_token *t = &r->at[i];
	return t->end - t->start == 1 && r->text[t->start] == c;
}

static bool has_letters(const ww_token *t) {
	return t->type == WW_TOK_WORD;
}

static bool has_capital(const ww_token *t) {
	return t->type == WW_TOK_WORD && t->shape >= WW_SHAPE_CAPITAL;
}

/* The character that a token begins with. */
static uint32_t char_at(const reader *r, uint32_t i) {
	size_t len;
	return ww_utf8_decode(r->text + r->at[i].start, r->text + r->at[i].end, &len);
}

/* A hyphen of any sort, and no dash: dashes part. */
static bool is_hyphen(const reader *r, uint32_t i) {
	return r->at[i].hash == WW_HASH_1('-') && ww_char_classify(char_at(r, i)) == WW_CH_HYPHEN;
}

/* Straight or curly; other single quotation marks are none. */
static bool is_apostrophe(const reader *r, uint32_t i) {
	return r->at[i].hash == WW_HASH_1('\'') &&
	       (is_byte(r, i, '\'') || char_at(r, i) == 0x2019);
}

/* Whether a word is one letter, with its accents. */
static bool is_one_letter(const reader *r, const ww_token *t) {
	const char *p = r->text + t->start, *end = r->text + t->end;
	size_t len;
	ww_utf8_decode(p, end, &len);
	while ((p += len) < end)
		if (ww_char_classify(ww_utf8_decode(p, end, &len)) != WW_CH_MARK)
			return false;
	return true;
}

/* Of signs beyond ASCII only a bullet says something: it begins a sentence. */
enum { BULLET = 0x2022 };

char ww_name_mark_wide(const char *text, uint32_t start, uint32_t end) {
	size_t len;
	uint32_t c = ww_char_plain(ww_utf8_decode(text + start, text + end, &len));
	return c < 0x80 ? (char)c : c == BULLET ? '*' : '@';
}

/* What has been read of the word that is being joined. */
typedef struct {
	uint32_t first, end; /* tokens */
	bool capital, lower, digit, hyphen, dotted, domain;
	bool lower_first;    /* particle-Name */
	bool lower_last;     /* Name-name */
	bool inner;          /* a capital after a hyphen */
} joint;

/* A word of one token has the token's hash, which lists are packed by as well. */
static uint32_t hash_of(const reader *r, uint32_t first, uint32_t end) {
	if (end == first + 1 && has_letters(&r->at[first]))
		return r->at[first].hash;
	uint32_t start = r->at[first].start;
	return ww_gazetteer_hash(r->text + start, r->at[end - 1].end - start);
}

/* What forms are told by is noted as tokens are taken: the word is not gone through again. */
static void take(joint *j, const ww_token *t) {
	j->capital |= has_capital(t);
	j->lower |= has_letters(t) && t->shape != WW_SHAPE_UPPER;
	j->digit |= t->type == WW_TOK_NUMBER;
	j->end++;
}

/* "Tokyo-listed", "US-leaning": they tell of the name before them, and are no part of it.  By
 * its ending alone; only words in lower case are asked. */
static bool ends_as_participle(const reader *r, const ww_token *t) {
	uint32_t len = t->end - t->start;
	const char *p = r->text + t->end;
	return (len >= 5 && p[-2] == 'e' && p[-1] == 'd') ||
	       (len >= 6 && p[-3] == 'i' && p[-2] == 'n' && p[-1] == 'g');
}

/* "Ada Obi (R-Ohio)", "Ada Obi, D-Dallas": the letter of a party, which parts from a place. */
static bool is_party(const reader *r, const joint *j) {
	const ww_token *t = &r->at[j->first];
	return j->end == j->first + 1 && j->first > 0 && t->shape == WW_SHAPE_UPPER &&
	       (is_byte(r, j->first, 'R') || is_byte(r, j->first, 'D') || is_byte(r, j->first, 'I')) &&
	       (is_byte(r, j->first - 1, '(') || is_byte(r, j->first - 1, ','));
}

/* True when the hyphen at token j->end joins what has been read to the next
 * token: "Mary-Kate", "Jong-un", "al-Assad", but not "Oslo-based",
 * "ex-President", "US-China". */
static bool hyphen_joins(const reader *r, const joint *j) {
	const ww_token *right = &r->at[j->end + 1];
	uint32_t n = j->end - j->first;
	if (is_party(r, j))
		return false;
	if (!has_capital(right)) {
		if (!j->capital || !has_letters(right))
			return true;
		return !(ww_gazetteer_ask(r->kept, right->hash) & WW_GAZ_HYPHEN_TAIL) &&
		       !ends_as_participle(r, right);
	}
	if (!j->capital)
		return n == 1 && ww_gazetteer_ask(r->kept, r->at[j->first].hash) & WW_GAZ_HYPHEN_HEAD;
	const uint32_t country = WW_GAZ_REGION | WW_GAZ_DEMONYM;
	if (n == 1 && ww_gazetteer_ask(r->kept, r->at[j->first].hash) & country &&
	    ww_gazetteer_ask(r->kept, right->hash) & country)
		return ww_gazetteer_ask(r->kept, hash_of(r, j->first, j->end + 2)) & country;
	return true;
}

/* Joins the dots of "U.S." and "a.m."; the full stop after a lone lower-case letter is a full
 * stop, unless another such letter touches it. */
static bool dot_of_initial(const reader *r, const joint *j) {
	const ww_token *last = &r->at[j->end - 1];
	if (!has_letters(last) || last->end - last->start > 4 ||
	    j->lower != (last->shape == WW_SHAPE_LOWER))
		return false;
	if (!is_one_letter(r, last))
		return false;
	if (j->end - j->first > 1 && !j->dotted)
		return false;
	if (last->shape == WW_SHAPE_UPPER || j->dotted)
		return true;
	return ww_name_token_touches(r, j->end + 1) && has_letters(&r->at[j->end + 1]) &&
	       r->at[j->end + 1].end - r->at[j->end + 1].start == 1;
}

/* Joins the mark at token j->end and the token after it. */
static bool join_mark(const reader *r, joint *j) {
	j->end++;
	take(j, &r->at[j->end]);
	return true;
}

/* Whether token i is one letter. */
static bool is_single(const reader *r, uint32_t i) {
	return has_letters(&r->at[i]) && r->at[i].end - r->at[i].start == 1;
}

/* Tries to join a dot at token j->end: of an initial, of a number ("3.5"), of a domain
 * ("Amazon.com"), or of an abbreviation ("Mr."). `more` says that a token that is no mark
 * touches it. */
static bool join_dot(const reader *r, joint *j, bool more) {
	uint32_t i = j->end;
	const ww_token *last = &r->at[i - 1];
	if (dot_of_initial(r, j)) {
		j->dotted = true;
		j->end++;
		/* the next initial; "U.S" at a line's end has no last dot */
		if (more && is_single(r, i + 1) &&
		    ((ww_name_token_touches(r, i + 2) && is_byte(r, i + 2, '.')) || j->end - j->first > 2))
			take(j, &r->at[i + 1]);
		return true;
	}
	if (last->type == WW_TOK_NUMBER && more && r->at[i + 1].type == WW_TOK_NUMBER)
		return join_mark(r, j);
	if (more && has_letters(last) && r->at[i + 1].shape == WW_SHAPE_LOWER) {
		j->domain = true;
		return join_mark(r, j);
	}
	if (j->end == j->first + 1 && has_letters(last) &&
	    last->end - last->start <= WW_GAZETTEER_ABBREVIATION &&
	    ww_gazetteer_ask(r->kept, last->hash) & WW_GAZ_ABBREVIATION) {
		j->dotted = true;
		j->end++;
	}
	return false;
}

/* What stands on the last hyphen's sides tells the form: "Jean-Luc", "Jong-un", "al-Assad". */
static bool join_hyphen(const reader *r, joint *j) {
	bool capital = has_capital(&r->at[j->end + 1]);
	j->hyphen = true;
	j->lower_first = !j->capital;
	j->inner |= capital;
	j->lower_last = !capital;
	return join_mark(r, j);
}

/* Tries to join token j->end, which touches what has been read: letters and figures to each
 * other ("G20"), and by way of a dot, a hyphen, "&" or a comma in a number. */
static bool join_one(const reader *r, joint *j) {
	uint32_t i = j->end;
	const ww_token *t = &r->at[i], *last = &r->at[i - 1];
	bool more = ww_name_token_touches(r, i + 1) && r->at[i + 1].type != WW_TOK_PUNCT;
	if (t->type != WW_TOK_PUNCT) {
		/* "G20", "49ers", and what follows a dot that was joined */
		if (last->type == WW_TOK_PUNCT || last->type == t->type)
			return false;
		take(j, t);
		return true;
	}
	if (is_byte(r, i, '.'))
		return join_dot(r, j, more);
	if (!more)
		return false;
	if (is_hyphen(r, i))
		return hyphen_joins(r, j) && join_hyphen(r, j);
	if (is_byte(r, i, '&'))
		return j->capital && !j->lower && has_capital(&r->at[i + 1]) && join_mark(r, j);
	return is_byte(r, i, ',') && last->type == WW_TOK_NUMBER &&
	       r->at[i + 1].type == WW_TOK_NUMBER && join_mark(r, j);
}

/* The first form that fits, from what is rare to what is common; the order is a part of what the
 * model has learnt. */
static ww_word_form form_of(const reader *r, const joint *j) {
	const ww_token *t = &r->at[j->first];
	bool one = j->end == j->first + 1;
	if (!j->capital) {
		if (!j->lower && t->type == WW_TOK_NUMBER)
			return WW_FORM_NUMBER;
		return j->digit ? WW_FORM_LOWER_DIGIT : WW_FORM_LOWER;
	}
	if (j->domain)
		return WW_FORM_DOMAIN;
	if (j->dotted)
		return j->lower ? WW_FORM_ABBREVIATION
		                : j->end == j->first + 2 ? WW_FORM_INITIAL : WW_FORM_INITIALS;
	if (t->type == WW_TOK_NUMBER)
		return WW_FORM_DIGIT_FIRST;
	if (j->hyphen)
		return j->lower_first ? WW_FORM_PARTICLE
		                      : j->inner && !j->lower_last ? WW_FORM_HYPHEN_UPPER
		                                                   : WW_FORM_HYPHEN_LOWER;
	if (!j->lower) {
		if (j->digit)
			return WW_FORM_UPPER_DIGIT;
		if (one && is_one_letter(r, t))
			return WW_FORM_LETTER;
		return ww_utf8_length(r->text + t->start, r->text + t->end) <= 4 ? WW_FORM_SHORT_UPPER
		                                                                 : WW_FORM_UPPER;
	}
	if (j->digit)
		return WW_FORM_CAPITAL_DIGIT;
	if (t->shape == WW_SHAPE_CAPITAL)
		return t->apostrophe ? WW_FORM_APOSTROPHE : WW_FORM_CAPITAL;
	if (ww_char_classify(char_at(r, j->first)) == WW_CH_LOWER)
		return WW_FORM_INNER_UPPER;
	return t->apostrophe ? WW_FORM_APOSTROPHE : WW_FORM_MIXED;
}

/* Whether the underscores that end at token i join a word before them to what follows,
 * "user_Name"; "_Name_" is emphasis. */
static bool joins_before(const reader *r, uint32_t i) {
	if (!is_byte(r, i, '_'))
		return false;
	while (i > 0 && ww_name_token_touches(r, i) && is_byte(r, i - 1, '_'))
		i--;
	return i > 0 && ww_name_token_touches(r, i) && r->at[i - 1].type != WW_TOK_PUNCT;
}

/* The same of the underscores that begin at token i and a word behind them. */
static bool joins_behind(const reader *r, uint32_t i) {
	if (!is_byte(r, i, '_'))
		return false;
	while (ww_name_token_touches(r, i + 1) && is_byte(r, i + 1, '_'))
		i++;
	return ww_name_token_touches(r, i + 1) && r->at[i + 1].type != WW_TOK_PUNCT;
}

/* "@name", "#tag", "$CODE", "name@host", "//host/Path": no names. */
static bool is_handle(const reader *r, const joint *j) {
	if (j->first > 0 && ww_name_token_touches(r, j->first)) {
		uint32_t i = j->first - 1;
		if (is_byte(r, i, '@') || is_byte(r, i, '#') || joins_before(r, i))
			return true;
		if (is_byte(r, i, '$') && !j->lower)
			return true;
		if (is_byte(r, i, '/') && i > 0 && ww_name_token_touches(r, i) && is_byte(r, i - 1, '/'))
			return true;
	}
	return ww_name_token_touches(r, j->end) &&
	       (is_byte(r, j->end, '@') || joins_behind(r, j->end));
}

/* Most signs have the hash of their own ASCII already; others have that of what they mean. */
static uint32_t read_sign(const reader *r, uint32_t i, ww_name_word *w) {
	const ww_token *t = &r->at[i];
	w->form = WW_FORM_PUNCT;
	if (is_apostrophe(r, i) && ww_name_token_touches(r, i + 1) && has_letters(&r->at[i + 1]) &&
	    (is_byte(r, i + 1, 's') || is_byte(r, i + 1, 'S'))) {
		w->form = WW_FORM_POSSESSIVE;
		w->end = r->at[i + 1].end;
		w->hash = WW_HASH_2('\'', 's');
		return i + 2;
	}
	char c = ww_name_mark(r->text, t->start, t->end);
	/* 'Rust' and 'Rust,' as "Rust": an apostrophe that opens, or closes after a mark */
	if (c == '\'' && (t->gap != WW_GAP_NONE ? ww_name_token_touches(r, i + 1)
	                                       : r->at[i - 1].type == WW_TOK_PUNCT))
		c = '"';
	w->hash = WW_HASH_1(c);
	return i + 1;
}

/* A word keeps its token's role in time expressions only when it is that token alone: "May" may
 * be a month, "May-Britt" is none. */
uint32_t ww_name_word_read(const reader *r, uint32_t i, ww_name_word *w) {
	const ww_token *t = &r->at[i];
	*w = (ww_name_word){ .start = t->start, .end = t->end, .hash = t->hash };
	w->flags = t->gap == WW_GAP_NONE ? WW_WORD_TOUCHES : 0;
	if (t->type == WW_TOK_PUNCT)
		return read_sign(r, i, w);
	w->role = t->role;
	joint j = { .first = i, .end = i };
	take(&j, t);
	while (ww_name_token_touches(r, j.end) && join_one(r, &j))
		;
	w->end = r->at[j.end - 1].end;
	w->form = (uint8_t)form_of(r, &j);
	if (j.end > i + 1 || t->type == WW_TOK_NUMBER)
		w->hash = hash_of(r, i, j.end);
	if (j.end > i + 1 && !(j.end == i + 2 && j.dotted))
		w->role = WW_ROLE_NONE;
	if (j.capital && !is_handle(r, &j))
		w->flags |= WW_WORD_NAME;
	return j.end;
}

/* The last six bits are not of the string but of its first capitalised word, and are the bit of
 * its WW_NAME_MASK(): so a change of votes says which blocks hold the string, without a list. */
uint32_t ww_name_string(const ww_name_words *words, uint32_t first, uint32_t behind) {
	uint32_t hash = WW_GAZETTEER_PHRASE, bit = UINT32_MAX;
	for (uint32_t i = first; i < behind; i++) {
		const ww_name_word *w = &words->at[i];
		hash = ww_gazetteer_join(hash, w->hash);
		if (bit == UINT32_MAX && ww_is_name(w))
			bit = ww_gazetteer_mix(w->hash) >> 8 & 63;
	}
	return (hash & ~63u) | (bit & 63);
}
