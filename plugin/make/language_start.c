/* Where a form can match.
 *
 * Which tokens it can start with and which can come next, by partial matching:
 * whatever PCRE2 can still make a match of is possible.  Lookbehinds are left out,
 * as they see what stands before; lookaheads are once left out, as what they need is
 * not all that a pattern needs, and once not, and both must agree.  Where a search
 * would have no end all is taken to be possible: what is left out can never match. */
#include "language_start.h"

#include "date_pattern.h"
#include "date_start.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Bytes of a token that is tried; and how many texts are, before all is taken to be possible. */
enum { LONGEST = 64, MOST_STEPS = 500 };

/* What is at hand: a form, and the text that is put together to ask PCRE2 about it. */
typedef struct {
	const language *lang;
	ww_lexicon lexicon;
	ww_tokens tokens;
	pcre2_code *code;
	pcre2_match_data *match;
	ww_signs next; /* of the form and sign at hand */
	bool first[WW_LEXICON_SLOTS], second[WW_LEXICON_SLOTS]; /* of the form, by words */
	char text[2 * LONGEST];
	int steps;
	int cases; /* of words: small, Capital, ALL; 1 when the form minds none */
} maker;

/* The maker's memory: its requests are checked where they are made. */
static void *resize(void *ud, void *ptr, size_t osize, size_t nsize) {
	(void)ud;
	(void)osize;
	if (nsize > 0)
		return realloc(ptr, nsize);
	free(ptr);
	return NULL;
}

static const ww_mem mem = { resize, NULL };

static bool starts_with(const char *text, const char *with) {
	return strncmp(text, with, strlen(with)) == 0;
}

/* Takes the lookbehinds out of a pattern, and the lookaheads when asked to, with all that is in
 * them. */
static void strip(char *pattern, bool ahead) {
	char *out = pattern;
	for (const char *p = pattern; *p;) {
		if (*p == '\\') {
			*out++ = *p++;
			*out++ = *p++;
		} else if (starts_with(p, "(?<=") || starts_with(p, "(?<!") ||
		           (ahead && (starts_with(p, "(?=") || starts_with(p, "(?!")))) {
			int depth = 0;
			bool class = false;
			do {
				if (*p == '\\')
					p++;
				else if (*p == '[' || *p == ']')
					class = *p == '[';
				else if (!class && (*p == '(' || *p == ')'))
					depth += *p == '(' ? 1 : -1;
				p++;
			} while (depth > 0);
			p += *p == '?' || *p == '+';
		} else {
			*out++ = *p++;
		}
	}
	*out = '\0';
}

/* The pattern as a search would compile it, but for what looks around. */
char *language_pattern_bare(const language *lang, const language_form *form, bool ahead) {
	ww_pattern pattern = { .mem = &mem };
	if (!ww_pattern_write(&pattern, &lang->tables, &form->form))
		language_fault("memory", 0, "refused");
	strip(pattern.at, ahead);
	return pattern.at;
}

/* Compiles a form without what looks behind, which sees what stands before the form: a search
 * cannot know that.  Forms that mind capitals are asked with words in three cases. */
static void compile(maker *m, const language_form *form, bool ahead) {
	char *pattern = language_pattern_bare(m->lang, form, ahead);
	int error;
	PCRE2_SIZE at;
	PCRE2_UCHAR why[128];
	pcre2_code_free(m->code);
	const uint32_t as_matched =
		PCRE2_ANCHORED | PCRE2_CASELESS | PCRE2_DUPNAMES | PCRE2_NO_AUTO_CAPTURE;
	m->code = pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED, as_matched, &error, &at,
	                        NULL);
	if (!m->code) {
		pcre2_get_error_message(error, why, sizeof why);
		language_fault("dates.txt", form->line, "%s at \"%.40s\"", (char *)why, pattern + at);
	}
	m->cases = strstr(pattern, "(?-i:") ? 3 : 1;
	pcre2_jit_compile(m->code, PCRE2_JIT_COMPLETE | PCRE2_JIT_PARTIAL_HARD);
	free(pattern);
}

/* Whether text[0, len) matches or, unless it is all, could with more behind it. */
static bool matches(const maker *m, size_t len, bool all) {
	int rc = pcre2_match(m->code, (PCRE2_SPTR)m->text, len, 0, all ? 0 : PCRE2_PARTIAL_HARD,
	                     m->match, NULL);
	return rc >= 0 || (!all && rc == PCRE2_ERROR_PARTIAL);
}

/* A text that was put together is read as a search reads texts, so that both call a token alike. */
static void read_tokens(maker *m, size_t len) {
	if (!ww_tokenize(&m->tokens, &mem, &m->lexicon, m->text, len))
		language_fault("memory", 0, "refused");
}

/* Whether it is known already that such a token can come next. */
static bool has(const maker *m, int next) {
	return m->next >> next & 1;
}

/* What may stand behind the second token: all that makes a difference to a pattern. */
static const char *const tails[] = {
	" ", "\n", "\t", ",", ".", "-", ":", "/", "'", ";", ")", "(", "\"", "%", "_", "$",
	"&", "?", "!", "+", "@", "#", "*", "[", "\xE2\x80\x93", "\xE2\x80\x99",
	"\xE2\x80\x98", "\xE2\x80\xAF", "\xC2\xA0", "\xC2\xBD", "\xC3\xA9", "\xFF", "0", "1",
	"2", "3", "4", "5", "6", "7", "8", "9", "a", "b", "c", "d", "e", "f", "g", "h", "i",
	"j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z",
	"A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q",
	"R", "S", "T", "U", "V", "W", "X", "Y", "Z",
};

enum { N_TAILS = sizeof tails / sizeof *tails };

/* Notes text[0, len) if it is possible, and the second token is text[from, len): by itself, or
 * with something behind that ends it. The first that fits is enough. */
static void note(maker *m, size_t from, size_t len) {
	if (!matches(m, len, false))
		return; /* nor does it with anything behind */
	read_tokens(m, len);
	if (m->tokens.n == 2 && has(m, ww_next_of(m->text, &m->tokens, 1)))
		return;
	for (int i = -1; i < N_TAILS; i++) {
		size_t more = i < 0 ? 0 : strlen(tails[i]);
		if (i >= 0)
			memcpy(m->text + len, tails[i], more);
		if (!matches(m, len + more, i < 0))
			continue;
		read_tokens(m, len + more);
		const ww_token *t = m->tokens.at;
		if (m->tokens.n < 2 || t[1].start != from || t[1].end != len)
			continue;
		m->next |= WW_SIGN_BIT(ww_next_of(m->text, &m->tokens, 1));
		return;
	}
}

/* Whether text[0, from) can go on with this byte: asked once each. */
static bool can_begin(maker *m, size_t from, char byte, int8_t known[256]) {
	int8_t *answer = &known[(uint8_t)byte];
	if (!*answer) {
		m->text[from] = byte;
		*answer = matches(m, from + 1, false) ? 1 : -1;
	}
	return *answer > 0;
}

/* Notes the second token text[from, …) when it is `token`, in three cases. */
static void note_word(maker *m, size_t from, const char *token, int8_t known[256]) {
	size_t n = strlen(token);
	for (int upper = 0; upper < m->cases; upper++) {
		char first = token[0] >= 'a' && token[0] <= 'z' && upper ? (char)(token[0] - 32) : token[0];
		if (!can_begin(m, from, first, known))
			continue;
		memcpy(m->text + from, token, n);
		for (size_t i = 0; i < n && i < (upper == 2 ? n : (size_t)upper); i++)
			if (token[i] >= 'a' && token[i] <= 'z')
				m->text[from + i] = (char)(token[i] - 32);
		note(m, from, from + n);
	}
}

/* Adds characters of `alphabet` to text[0, len) and notes what becomes of it until `wanted` is
 * among the next ones: a search in depth, in which a text that cannot become a match is left at
 * once.  The list has a NULL at both ends, as it is gone back to its beginning for the next
 * character. */
static void grow(maker *m, size_t from, size_t len, const char *const *alphabet, int wanted) {
	for (; *alphabet && !has(m, wanted); alphabet++) {
		size_t n = strlen(*alphabet);
		if (++m->steps > MOST_STEPS || len - from > LONGEST / 2) {
			m->next |= WW_SIGN_BIT(wanted);
			return;
		}
		memcpy(m->text + len, *alphabet, n);
		if (!matches(m, len + n, false))
			continue;
		note(m, from, len + n);
		const char *const *all = alphabet;
		while (all[-1])
			all--;
		grow(m, from, len + n, all, wanted);
	}
}

/* From no character on, with its own count of steps. */
static void grow_all(maker *m, size_t from, const char *const *alphabet, int wanted) {
	m->steps = 0;
	grow(m, from, from, alphabet, wanted);
}

/* Of what words, numbers and signs are put together.  A letter that most words go on with comes
 * first, as it ends a search soonest. */
static const char *const letters[] = {
	NULL, "x", "X", "\xC3\xA9", "'", "\xE2\x80\x99", "a", "b", "c", "d", "e", "f", "g", "h", "i",
	"j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "w", "y", "z", NULL
};
static const char *const cased_letters[] = {
	NULL, "x", "X", "\xC3\xA9", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m",
	"n", "o", "p", "q", "r", "s", "t", "u", "v", "w", "y", "z", "A", "B", "C", "D", "E", "F", "G",
	"H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T", "U", "V", "W", "Y", "Z",
	"\xC3\x89", "'", "\xE2\x80\x99", NULL
};
static const char *const figures[] = { NULL, "1", "2", "3", "0", "4", "5",
	                                "6",  "7", "8", "9", NULL };
static const char *const signs[] = {
	":", "-", "\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x92", "\xE2\x80\x93", "\xE2\x80\x94",
	"\xE2\x80\x95", ".", "/", "'", "\xE2\x80\x98", "\xE2\x80\x99", "\xE2\x80\x9A", "\xE2\x80\x9C",
	"\xE2\x80\x9D", "\xE2\x80\xA6", "\xE2\x82\xAC", "\xE2", ",", "!", "\"", "#", "$", "%", "&", "(",
	")", "*", "+", ";", "<", "=", ">", "?", "@", "[", "\\", "]", "^", "_", "`", "{", "|", "}", "~",
	"\xC2\xBD", "\xC2\xA3", "\xC3\x97", "\xEF\xBF\xBD", "\xF0\x9F\x98\x80", "\x80", "\xFF", NULL
};

/* Adds what can follow text[0, len), a first token, behind a gap. */
static void follow(maker *m, size_t len, const char *gap) {
	size_t from = len + strlen(gap);
	int8_t known[256] = { 0 };
	memcpy(m->text + len, gap, from - len);
	if (matches(m, from, true))
		m->next |= WW_SIGN_BIT(WW_NEXT_END);
	if (!matches(m, from, false))
		return;
	const ww_word *words = m->lang->words;
	for (unsigned i = 0; i < m->lang->tables.n_words && *gap; i++) {
		if (m->second[i] && has(m, words[i].role))
			continue;
		ww_signs next = m->next;
		m->next = 0;
		note_word(m, from, words[i].text, known);
		m->second[i] |= has(m, words[i].role);
		m->next |= next;
	}
	for (const char *const *sign = signs; *sign; sign++) {
		memcpy(m->text + from, *sign, strlen(*sign));
		note(m, from, from + strlen(*sign));
	}
	int type = m->tokens.at->type; /* a word goes on with letters, a number with figures */
	if (*gap || type != WW_TOK_WORD)
		grow_all(m, from, (m->cases > 1 ? cased_letters : letters) + 1,
		         *gap ? WW_NEXT_WORD : WW_NEXT_TOUCHING_WORD);
	if (!*gap && type != WW_TOK_NUMBER)
		grow_all(m, from, figures + 1, WW_NEXT_TOUCHING_NUMBER);
	static const int lengths[] = { WW_ROLE_NONE, WW_SIGN_HUNDREDS, WW_SIGN_FIGURES };
	for (size_t i = 0; *gap && i < sizeof lengths / sizeof *lengths; i++)
		grow_all(m, from, figures + 1, lengths[i]);
}

/* Adds what can follow `first`, when it is one token with that sign: right behind it, behind a
 * blank, and behind a line's end. */
static void start_with(maker *m, const char *first, int sign) {
	static const char *const gaps[] = { "", " ", "\n" };
	size_t len = strlen(first);
	memcpy(m->text, first, len);
	read_tokens(m, len);
	if (m->tokens.n != 1 || ww_sign_of(m->text, m->tokens.at) != sign || !matches(m, len, false))
		return;
	for (size_t i = 0; i < sizeof gaps / sizeof *gaps; i++)
		follow(m, len, gaps[i]);
}

/* Capitals matter to forms with (?-i:…) only, and an apostrophe can be curly. */
static void start_with_word(maker *m, const char *word, int sign) {
	char first[LONGEST];
	size_t n = strlen(word);
	for (size_t upper = 0; upper < (size_t)m->cases; upper++) {
		memcpy(first, word, n + 1);
		for (size_t i = 0; i < (upper == 2 ? n : upper); i++)
			if (word[i] >= 'a' && word[i] <= 'z')
				first[i] = (char)(word[i] - 32);
		start_with(m, first, sign);
		char *straight = strchr(first, '\'');
		if (straight) {
			memmove(straight + 3, straight + 1, strlen(straight));
			memcpy(straight, "\xE2\x80\x99", 3);
			start_with(m, first, sign);
		}
	}
}

/* Numbers of up to two figures are few enough to try them all; of longer ones there are
 * those that patterns tell apart: years, clock times, codes. */
static void start_with_figures(maker *m, int sign) {
	static const char *const long_ones[] = {
		"000", "012", "100", "109", "120", "150", "180", "200", "250", "300", "365", "404", "500",
		"555", "600", "747", "800", "911", "999", "0000", "0001", "0600", "0759",
		"0930", "1000", "1066", "1200", "1215", "1330", "1400", "1492", "1500", "1545", "1600",
		"1699", "1700", "1776", "1800", "1812", "1850", "1865", "1900", "1901", "1914", "1929",
		"1930", "1945", "1960", "1968", "1980", "1989", "1990", "1999", "2000", "2001", "2010",
		"2013", "2020", "2024", "2030", "2099", "2100", "2200", "2359", "2400", "2500", "3000",
		"5000", "9999", "00000", "10000", "12345", "99999", "123456", "1234567", "20240714",
		"1234567890",
	};
	char first[LONGEST];
	for (size_t i = 0; sign != WW_ROLE_NONE && i < sizeof long_ones / sizeof *long_ones; i++)
		start_with(m, long_ones[i], sign);
	for (int i = 0; sign == WW_ROLE_NONE && i < 110; i++) {
		snprintf(first, sizeof first, i < 10 ? "%d" : "%02d", i < 10 ? i : i - 10);
		start_with(m, first, sign);
	}
}

/* Returns what can follow a token of that sign where the form starts; 0 when the
 * form cannot start with it. */
static ww_signs next_of_start(maker *m, int sign) {
	m->next = 0;
	if (sign == WW_ROLE_NONE || sign == WW_SIGN_HUNDREDS || sign == WW_SIGN_FIGURES) {
		start_with_figures(m, sign);
	} else if (sign > WW_SIGN_FIGURES) {
		for (const char *const *first = signs; *first; first++)
			start_with(m, *first, sign);
	} else {
		const ww_word *words = m->lang->words;
		for (unsigned i = 0; i < m->lang->tables.n_words; i++) {
			ww_signs next = m->next;
			if (words[i].role != sign)
				continue;
			m->next = 0;
			start_with_word(m, words[i].text, sign);
			m->first[i] = m->next != 0;
			m->next |= next;
		}
	}
	return m->next;
}

/* Works a form out, with its lookaheads or without, and keeps of what is known so far what is
 * possible now too. */
static void work_out(maker *m, unsigned form, bool ahead, language_starts *out) {
	memset(m->first, 0, sizeof m->first);
	memset(m->second, 0, sizeof m->second);
	compile(m, &m->lang->forms[form], ahead);
	for (int sign = 0; sign < WW_N_SIGNS; sign++)
		out->next[sign] &= out->next[sign] ? next_of_start(m, sign) : 0;
	for (unsigned i = 0; i < m->lang->tables.n_words; i++) {
		out->first[i + 1] &= m->first[i];
		out->second[i + 1] &= m->second[i];
	}
}

/* The lexicon and the match are kept from form to form. */
void language_find_starts(const language *lang, unsigned form, language_starts *out) {
	static maker m;
	if (m.lang != lang) {
		ww_lexicon_init(&m.lexicon, lang->words, lang->tables.n_words);
		m.match = pcre2_match_data_create(200, NULL);
		m.lang = lang;
	}
	memset(out->next, 0xFF, sizeof out->next);
	memset(out->first, true, sizeof out->first);
	memset(out->second, true, sizeof out->second);
	work_out(&m, form, false, out);
	work_out(&m, form, true, out);
}
