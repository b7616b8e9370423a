/* rule.c: compiles users' rules. */
#include "rule_inside.h"

#include "utf8.h"

#include <stdlib.h>
#include <string.h>

/* The form of a mention has room for so many: see WW_FORM_RULE. */
enum { MOST_RULES = 32000 };

/* Titles. */

/* Adds a word of a title; false when there is no memory.  There is no limit of its own, as rules
 * are limited and their words are the user's. */
static bool add_title_word(ww_rules *r, const char *word, size_t len, uint32_t classes) {
	if (!ww_reserve(&r->mem, &r->title, &r->titles_cap, r->n_titles + (size_t)1, sizeof *r->title))
		return false;
	r->title[r->n_titles++] = (ww_gazetteer_word){ .hash = ww_gazetteer_hash(word, len),
		                                         .classes = classes };
	return true;
}

/* The last word of "Comptroller General" is the title, those before it qualify it. */
static bool add_title(ww_rules *r, const char *text) {
	for (;;) {
		text += strspn(text, " ");
		size_t len = strcspn(text, " ");
		const char *next = text + len + strspn(text + len, " ");
		uint32_t classes = *next ? WW_GAZ_QUALIFIER : WW_GAZ_TITLE | WW_GAZ_HONORIFIC;
		if (len && !add_title_word(r, text, len, classes))
			return false;
		if (!*next)
			return true;
		text = next;
	}
}

/* Sorted, so that one look costs the logarithm of their number (ww_gazetteer_find_with). */
static int by_hash(const void *a, const void *b) {
	const ww_gazetteer_word *x = a, *y = b;
	return (x->hash > y->hash) - (x->hash < y->hash);
}

/* Joins the classes of a word that stands in several titles, "general" say, which may be title
 * and qualifier. */
static void index_titles(ww_rules *r) {
	uint32_t n = 0;
	if (r->n_titles)
		qsort(r->title, r->n_titles, sizeof *r->title, by_hash);
	for (uint32_t i = 0; i < r->n_titles; i++) {
		if (n && r->title[n - 1].hash == r->title[i].hash)
			r->title[n - 1].classes |= r->title[i].classes;
		else
			r->title[n++] = r->title[i];
	}
	r->n_titles = n;
	r->titles = (ww_gazetteer_more){ r->title, n };
}

const ww_gazetteer_more *ww_rules_titles(const ww_rules *r) {
	return &r->titles;
}

/* Compiling. */

/* PCRE2's own words for what is wrong, with the place in the pattern.  A want of memory is
 * nobody's fault and no error of the pattern. */
static int refuse(ww_rule_error *error, size_t number, size_t offset, int code) {
	if (code == PCRE2_ERROR_NOMEMORY || code == PCRE2_ERROR_HEAP_FAILED)
		return WW_E_NOMEM;
	error->rule = number;
	error->offset = offset;
	if (pcre2_get_error_message(code, (PCRE2_UCHAR *)error->message, sizeof error->message) < 0)
		strcpy(error->message, "a pattern that PCRE2 refuses");
	return WW_E_PATTERN;
}

/* The same for what only this library refuses.  The message is cut to its room. */
static int refuse_with(ww_rule_error *error, size_t number, size_t offset, const char *message) {
	error->rule = number;
	error->offset = offset;
	strncpy(error->message, message, sizeof error->message - 1);
	error->message[sizeof error->message - 1] = '\0';
	return WW_E_PATTERN;
}

/* Whether a pattern begins with a verb that sets options, as (*NO_JIT) and (*UTF) do;
 * those that steer a match, as (*COMMIT), and assertions like (*pla:…) are none. */
static bool sets_options(const char *pattern, size_t len) {
	static const char *const others[] = { "(*ACCEPT", "(*COMMIT", "(*F)", "(*FAIL", "(*MARK",
		                                  "(*PRUNE", "(*SKIP", "(*THEN", "(*:" };
	if (len < 3 || memcmp(pattern, "(*", 2) != 0 || (pattern[2] >= 'a' && pattern[2] <= 'z'))
		return false;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (len >= strlen(others[i]) && memcmp(pattern, others[i], strlen(others[i])) == 0)
			return false;
	return true;
}

/* Where a pattern has \K, or its length: a match that begins behind the text that made
 * it one is not found again from its own start. */
static size_t find_reset(const char *pattern, size_t len) {
	for (size_t i = 0; i + 1 < len; i++)
		if (pattern[i] == '\\' && pattern[++i] == 'K')
			return i - 1;
	return len;
}

/* What PCRE2 would allow, and is not allowed here: both would make a match mean something else
 * than where it stands. */
static int check_pattern(const char *pattern, size_t len, size_t number, ww_rule_error *error) {
	size_t reset = find_reset(pattern, len);
	if (sets_options(pattern, len))
		return refuse_with(error, number, 0, "(*VERB) that sets options at the start of a pattern");
	if (reset < len)
		return refuse_with(error, number, reset, "\\K: what must stand before a match is (?<=...)");
	return WW_OK;
}

/* PCRE2_UCP and PCRE2_UTF make \w and \b know all letters; invalid bytes match nothing and stop
 * nothing. \C is refused, since it would cut characters.  Automatic callouts are what steps are
 * counted by (rule_search.c).  A pattern that matches empty text would match everywhere. */
static int add_pattern(ww_rules *r, const ww_rule *spec, size_t number, ww_rule_error *error) {
	ww_one_rule *to = &r->at[number];
	int code, err = check_pattern(spec->pattern, spec->pattern_len, number, error);
	if (err)
		return err;
	PCRE2_SIZE offset;
	to->code = pcre2_compile((PCRE2_SPTR)spec->pattern, spec->pattern_len,
	                         PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF |
	                             PCRE2_NEVER_BACKSLASH_C | PCRE2_AUTO_CALLOUT,
	                         &code, &offset, r->compile);
	if (!to->code)
		return refuse(error, number, offset, code);
	uint32_t empty = 0, groups = 0;
	pcre2_pattern_info(to->code, PCRE2_INFO_MATCHEMPTY, &empty);
	pcre2_pattern_info(to->code, PCRE2_INFO_CAPTURECOUNT, &groups);
	if (empty)
		return refuse_with(error, number, 0, "the pattern matches empty text");
	if (groups > r->most_groups)
		r->most_groups = groups;
	to->literals = ww_pattern_literals(spec->pattern, spec->pattern_len);
	return WW_OK;
}

/* Whether a word is valid UTF-8: no mention holds bytes that are not. */
static bool is_utf8(const char *word) {
	const char *end = word + strlen(word);
	size_t len;
	for (; word < end; word += len)
		if (ww_utf8_decode(word, end, &len) == 0xFFFD && len == 1)
			return false;
	return true;
}

/* A rule has a pattern or words.  It is counted before anything can fail, so that
 * ww_rules_free() frees what it has got. */
static int add_rule(ww_rules *r, const ww_lexicon *lexicon, ww_tokens *tokens, const ww_rule *spec,
                    size_t number, ww_rule_error *error) {
	r->at[r->n++] = (ww_one_rule){ .kind = spec->kind, .priority = spec->priority };
	for (size_t i = 0; i < spec->n_words; i++) {
		if (!is_utf8(spec->words[i]))
			return refuse_with(error, number, 0, "a word is not UTF-8");
		if (spec->kind == WW_TITLES
		        ? !add_title(r, spec->words[i])
		        : !ww_phrases_add(&r->phrases, &r->mem, lexicon, tokens, spec->words[i],
		                          (uint32_t)number))
			return WW_E_NOMEM;
	}
	return spec->pattern ? add_pattern(r, spec, number, error) : WW_OK;
}

/* The index of words is made when all are known, since its size follows from their number.  The
 * titles are sorted even after an error, which is harmless and spares a case. */
int ww_rules_new(ww_alloc_fn alloc, void *ud, const ww_rule *rules, size_t n, ww_rules **out,
                 ww_rule_error *error) {
	ww_mem mem = { alloc, ud };
	if (n > MOST_RULES)
		return refuse_with(error, MOST_RULES, 0, "too many rules");
	ww_rules *r = ww_new(&mem, sizeof *r);
	if (!r)
		return WW_E_NOMEM;
	*r = (ww_rules){ .mem = mem };
	ww_lexicon lexicon;
	ww_lexicon_init(&lexicon, ww_english.words, ww_english.n_words);
	ww_tokens tokens = { 0 };
	int err = WW_OK;
	if (!(r->general = pcre2_general_context_create(ww_new_sized, ww_free_sized, &r->mem)) ||
	    !(r->compile = pcre2_compile_context_create(r->general)) ||
	    !ww_reserve(&mem, &r->at, &r->cap, n, sizeof *r->at))
		err = WW_E_NOMEM;
	for (size_t i = 0; !err && i < n; i++)
		err = add_rule(r, &lexicon, &tokens, &rules[i], i, error);
	if (!err && !ww_phrases_index(&r->phrases, &r->mem))
		err = WW_E_NOMEM;
	index_titles(r);
	ww_tokens_free(&tokens, &mem);
	if (err) {
		ww_rules_free(r);
		return err;
	}
	*out = r;
	return WW_OK;
}

/* Takes what ww_rules_new() got half way too.  PCRE2 frees into r->mem, so the rules go last. */
void ww_rules_free(ww_rules *r) {
	if (!r)
		return;
	ww_mem mem = r->mem;
	for (uint32_t i = 0; i < r->n; i++)
		pcre2_code_free(r->at[i].code);
	pcre2_compile_context_free(r->compile);
	pcre2_general_context_free(r->general);
	ww_free(&mem, r->at, r->cap * sizeof *r->at);
	ww_phrases_free(&r->phrases, &mem);
	ww_free(&mem, r->title, r->titles_cap * sizeof *r->title);
	ww_free(&mem, r, sizeof *r);
}

size_t ww_rules_count(const ww_rules *r) {
	return r->n;
}

int16_t ww_rules_priority(const ww_rules *r, size_t number) {
	return r->at[number].priority;
}
