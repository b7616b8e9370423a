/* date_start_make: prints date_start_table.c.
 *
 * For each form, which tokens it can start with and which can come next, by partial
 * matching: whatever PCRE2 can still make a match of is possible.  Lookbehinds are
 * left out, as they see what stands before; lookaheads are once left out, as what
 * they need is not all that a pattern needs, and once not, and both must agree.
 * Where a search would have no end all is taken to be possible: what the table
 * leaves out can never match. */
#include "date_pattern.h"
#include "date_start.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST = 64, MOST_STEPS = 500, MOST_FORMS = 64 * WW_FORM_BITS };

typedef struct {
	ww_lexicon lexicon;
	ww_tokens tokens;
	pcre2_code *code;
	pcre2_match_data *match;
	uint64_t next; /* of the form and sign at hand */
	bool first[WW_LEXICON_SLOTS], second[WW_LEXICON_SLOTS]; /* of the form, by words */
	char text[2 * LONGEST];
	int steps;
} maker;

static void *resize(void *ud, void *ptr, size_t osize, size_t nsize) {
	(void)ud;
	(void)osize;
	if (nsize > 0)
		return realloc(ptr, nsize);
	free(ptr);
	return NULL;
}

static const ww_mem mem = { resize, NULL };

_Noreturn static void fail(const char *why, const char *what) {
	fprintf(stderr, "date_start_make: %s: %s\n", why, what);
	exit(1);
}

static bool starts_with(const char *text, const char *with) {
	return strncmp(text, with, strlen(with)) == 0;
}

/* Takes the lookbehinds out of a pattern, and the lookaheads when asked to. */
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

static void compile(maker *m, const ww_form *form, bool ahead) {
	ww_pattern pattern = { .mem = &mem };
	int error;
	PCRE2_SIZE at;
	if (!ww_pattern_write(&pattern, form))
		fail("no memory", form->name);
	strip(pattern.at, ahead);
	pcre2_code_free(m->code);
	m->code = pcre2_compile((PCRE2_SPTR)pattern.at, PCRE2_ZERO_TERMINATED,
	                        PCRE2_ANCHORED | PCRE2_CASELESS | PCRE2_DUPNAMES | PCRE2_NO_AUTO_CAPTURE,
	                        &error, &at, NULL);
	if (!m->code)
		fail("bad pattern", form->name);
	pcre2_jit_compile(m->code, PCRE2_JIT_COMPLETE | PCRE2_JIT_PARTIAL_HARD);
	ww_pattern_free(&pattern);
}

/* Whether text[0, len) matches or, unless it is all, could with more behind it. */
static bool matches(const maker *m, size_t len, bool all) {
	int rc = pcre2_match(m->code, (PCRE2_SPTR)m->text, len, 0, all ? 0 : PCRE2_PARTIAL_HARD, m->match,
	                     NULL);
	return rc >= 0 || (!all && rc == PCRE2_ERROR_PARTIAL);
}

static void read_tokens(maker *m, size_t len) {
	if (!ww_tokenize(&m->tokens, &mem, &m->lexicon, m->text, len))
		fail("no memory", m->text);
}

static bool has(const maker *m, int next) {
	return m->next >> next & 1;
}

/* What may stand behind the second token: all that makes a difference to a pattern. */
static const char *const tails[] = {
	" ", "\n", "\t", ",", ".", "-", ":", "/", "'", ";", ")", "(", "\"", "%", "_", "$", "&", "?", "!",
	"+", "@", "#", "*", "[", "\xE2\x80\x93", "\xE2\x80\x99", "\xE2\x80\x98", "\xE2\x80\xAF", "\xC2\xA0",
	"\xC2\xBD", "\xC3\xA9", "\xFF", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "a", "b", "c", "d",
	"e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "w", "x",
	"y", "z", "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R",
	"S", "T", "U", "V", "W", "X", "Y", "Z",
};

enum { N_TAILS = sizeof tails / sizeof *tails };

/* Notes text[0, len) if it is possible, and the second token is text[from, len). */
static void note(maker *m, size_t from, size_t len) {
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
		m->next |= UINT64_C(1) << ww_next_of(m->text, &m->tokens, 1);
		return;
	}
}

/* Notes the second token text[from, …) when it is `token`, in three cases. */
static void note_word(maker *m, size_t from, const char *token) {
	size_t n = strlen(token);
	for (int upper = 0; upper < 3; upper++) {
		memcpy(m->text + from, token, n);
		for (size_t i = 0; i < n && i < (upper == 2 ? n : (size_t)upper); i++)
			if (token[i] >= 'a' && token[i] <= 'z')
				m->text[from + i] = (char)(token[i] - 32);
		if (matches(m, from + 1, false) && matches(m, from + n, false))
			note(m, from, from + n);
	}
}

/* Adds characters of `alphabet` to text[0, len) and notes what becomes of it until
 * `wanted` is among the next ones. */
static void grow(maker *m, size_t from, size_t len, const char *const *alphabet, int wanted) {
	for (; *alphabet && !has(m, wanted); alphabet++) {
		size_t n = strlen(*alphabet);
		if (++m->steps > MOST_STEPS || len - from > LONGEST / 2) {
			m->next |= UINT64_C(1) << wanted;
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

static void grow_all(maker *m, size_t from, const char *const *alphabet, int wanted) {
	m->steps = 0;
	grow(m, from, from, alphabet, wanted);
}

static const char *const letters[] = {
	NULL, "x", "X", "\xC3\xA9", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n",
	"o", "p", "q", "r", "s", "t", "u", "v", "w", "y", "z", "A", "B", "C", "D", "E", "F", "G", "H", "I",
	"J", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T", "U", "V", "W", "Y", "Z", "\xC3\x89", "'",
	"\xE2\x80\x99", NULL
};
static const char *const figures[] = { NULL, "1", "2", "3", "0", "4", "5", "6", "7", "8", "9", NULL };
static const char *const signs[] = {
	":", "-", "\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x92", "\xE2\x80\x93", "\xE2\x80\x94",
	"\xE2\x80\x95", ".", "/", "'", "\xE2\x80\x98", "\xE2\x80\x99", "\xE2\x80\x9A", "\xE2\x80\x9C",
	"\xE2\x80\x9D", "\xE2\x80\xA6", "\xE2\x82\xAC", "\xE2", ",", "!", "\"", "#", "$", "%", "&", "(", ")",
	"*", "+", ";", "<", "=", ">", "?", "@", "[", "\\", "]", "^", "_", "`", "{", "|", "}", "~",
	"\xC2\xBD", "\xC2\xA3", "\xC3\x97", "\xEF\xBF\xBD", "\xF0\x9F\x98\x80", "\x80", "\xFF", NULL
};

/* Adds what can follow text[0, len), a first token, behind a gap. */
static void follow(maker *m, size_t len, const char *gap) {
	size_t n_words, from = len + strlen(gap);
	memcpy(m->text + len, gap, from - len);
	if (matches(m, from, true))
		m->next |= UINT64_C(1) << WW_NEXT_END;
	if (!matches(m, from, false))
		return;
	const ww_word *words = ww_lexicon_words(&n_words);
	for (size_t i = 0; i < n_words && *gap; i++) {
		if (m->second[i] && has(m, words[i].role))
			continue;
		uint64_t next = m->next;
		m->next = 0;
		note_word(m, from, words[i].text);
		m->second[i] |= has(m, words[i].role);
		m->next |= next;
	}
	for (const char *const *sign = signs; *sign; sign++) {
		memcpy(m->text + from, *sign, strlen(*sign));
		note(m, from, from + strlen(*sign));
	}
	int type = m->tokens.at->type; /* a word goes on with letters, a number with figures */
	if (*gap || type != WW_TOK_WORD)
		grow_all(m, from, letters + 1, *gap ? WW_NEXT_WORD : WW_NEXT_TOUCHING_WORD);
	if (*gap || type != WW_TOK_NUMBER)
		grow_all(m, from, figures + 1, *gap ? WW_SIGN_FIGURES : WW_NEXT_TOUCHING_NUMBER);
}

/* Adds what can follow `first`, when it is one token with that sign. */
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

static void start_with_word(maker *m, const char *word, int sign) {
	char first[LONGEST];
	size_t n = strlen(word);
	for (size_t upper = 0; upper < 3; upper++) {
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

static void start_with_figures(maker *m, int sign) {
	static const char *const long_ones[] = {
		"000", "100", "109", "250", "365", "747", "911", "999", "0000", "0001", "0600", "0759", "0930",
		"1000", "1066", "1200", "1215", "1330", "1400", "1492", "1500", "1545", "1600", "1699", "1700",
		"1776", "1800", "1812", "1850", "1865", "1900", "1901", "1914", "1929", "1930", "1945", "1960",
		"1968", "1980", "1989", "1990", "1999", "2000", "2001", "2010", "2013", "2020", "2024", "2030",
		"2099", "2100", "2200", "2359", "2400", "2500", "3000", "5000", "9999", "00000", "10000",
		"12345", "99999", "123456", "1234567", "20240714", "1234567890",
	};
	char first[LONGEST];
	for (size_t i = 0; sign == WW_SIGN_FIGURES && i < sizeof long_ones / sizeof *long_ones; i++)
		start_with(m, long_ones[i], sign);
	for (int i = 0; sign == WW_ROLE_NONE && i < 110; i++) {
		snprintf(first, sizeof first, i < 10 ? "%d" : "%02d", i < 10 ? i : i - 10);
		start_with(m, first, sign);
	}
}

/* Returns what can follow a token of that sign where the form starts; 0 when the
 * form cannot start with it. */
static uint64_t next_of_start(maker *m, int sign) {
	m->next = 0;
	if (sign == WW_ROLE_NONE || sign == WW_SIGN_FIGURES) {
		start_with_figures(m, sign);
	} else if (sign > WW_SIGN_FIGURES) {
		for (const char *const *first = signs; *first; first++)
			start_with(m, *first, sign);
	} else {
		size_t n;
		const ww_word *words = ww_lexicon_words(&n);
		for (size_t i = 0; i < n; i++) {
			uint64_t next = m->next;
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

/* What is known of all forms: of their second tokens by their first ones, and by words. */
static uint64_t next_of[MOST_FORMS][WW_N_SIGNS];
static ww_word_forms words_of[WW_LEXICON_SLOTS];

/* Works out a form, and joins that to what is known. */
static void work_out(maker *m, unsigned form, bool ahead) {
	memset(m->first, 0, sizeof m->first);
	memset(m->second, 0, sizeof m->second);
	compile(m, &ww_date_forms[form], ahead);
	for (int sign = 0; sign < WW_N_SIGNS; sign++)
		next_of[form][sign] &= next_of[form][sign] ? next_of_start(m, sign) : 0;
	uint64_t bit = UINT64_C(1) << form % 64;
	for (size_t i = 0; i < WW_LEXICON_SLOTS; i++) {
		if (!m->first[i])
			words_of[i].first[form / 64] &= ~bit;
		if (!m->second[i])
			words_of[i].second[form / 64] &= ~bit;
	}
}

static void print_bits(const uint64_t bits[WW_FORM_BITS]) {
	for (int i = 0; i < WW_FORM_BITS; i++)
		printf("%sUINT64_C(0x%016llx)", i ? i % 2 ? ", " : ",\n\t    " : "{ ",
		       (unsigned long long)bits[i]);
	printf(" }");
}

static void print_words(void) {
	size_t n;
	const ww_word *words = ww_lexicon_words(&n);
	printf("\nconst ww_word_forms ww_forms_of_words[] = {\n");
	for (size_t i = 0; i < n; i++) {
		printf("\t/* %s */\n\t{ ", words[i].text);
		print_bits(words_of[i].first);
		printf(",\n\t  ");
		print_bits(words_of[i].second);
		printf(" },\n");
	}
	printf("};\n");
}

int main(void) {
	static maker m;
	ww_lexicon_init(&m.lexicon);
	m.match = pcre2_match_data_create(200, NULL);
	memset(next_of, 0xFF, sizeof next_of);
	memset(words_of, 0xFF, sizeof words_of);
	for (unsigned i = 0; i < ww_n_date_forms; i++) {
		work_out(&m, i, false);
		work_out(&m, i, true);
	}
	printf("/* Generated by plugin/train/date_start_make.c from date_forms.c and lexicon.c: do not\n"
	       " * edit.  `make date-starts` makes it again. */\n"
	       "#include \"date_start.h\"\n\nconst ww_form_start ww_form_starts[] = {\n");
	for (int head = 0; head < WW_N_HEADS; head++)
		for (int sign = 0; sign < WW_N_SIGNS; sign++)
			for (unsigned i = 0; i < ww_n_date_forms; i++)
				if (ww_date_forms[i].head == head && next_of[i][sign])
					printf("\t{ %3u, %2d, UINT64_C(0x%010llx) }, /* %s */\n", i, sign,
					       (unsigned long long)next_of[i][sign], ww_date_forms[i].name);
	printf("};\nconst unsigned ww_n_form_starts = sizeof ww_form_starts / sizeof *ww_form_starts;\n"
	       "const uint32_t ww_form_starts_of = UINT32_C(0x%08x);\n", (unsigned)ww_forms_hash());
	print_words();
	return 0;
}
