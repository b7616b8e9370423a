/* A block is searched only by the patterns that can match there: of most it is
 * known what letters every match holds (rule_literal.h). */
#include "rule.h"

#include "rule_literal.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

enum { MATCH_LIMIT = 100000, DEPTH_LIMIT = 10000, HEAP_LIMIT_KIB = 4096, MOST_RULES = 32000 };

typedef struct {
	pcre2_code *code; /* NULL: a list of words */
	uint8_t kind;
	int16_t priority;
	ww_literals literals; /* of the pattern */
} rule;

/* A word or a run of words; those whose first tokens hash alike are chained. */
typedef struct {
	uint32_t hash, next; /* 1 + the next one's number, or 0 */
	uint32_t start, len; /* of the text in ww_rules.text */
	uint32_t rule;
} phrase;

struct ww_rules {
	ww_mem mem;
	rule *at;
	uint32_t n, cap;
	phrase *phrases;
	uint32_t n_phrases, phrases_cap;
	char *text;
	uint32_t text_len, text_cap;
	uint32_t *slots; /* 1 + a phrase's number, or 0; n_slots is a power of 2 */
	uint32_t n_slots;
	ww_gazetteer_word *title; /* sorted */
	uint32_t n_titles, titles_cap;
	ww_gazetteer_more titles;
	pcre2_general_context *general;
	pcre2_compile_context *compile;
	pcre2_match_context *limits;
	pcre2_match_data *match;
	ww_triples triples; /* of the block in hand */
};

/* Words. */

static uint32_t hash_of(const char *text, const ww_token *t) {
	if (t->type == WW_TOK_WORD)
		return t->hash;
	uint32_t hash = WW_HASH_START;
	for (uint32_t i = t->start; i < t->end; i++)
		hash = WW_HASH_ADD(hash, text[i]);
	return hash;
}

static uint32_t *slot_of(const ww_rules *r, uint32_t hash) {
	return &r->slots[hash * 0x9E3779B1u >> 7 & (r->n_slots - 1)];
}

static bool add_phrase(ww_rules *r, const ww_lexicon *lexicon, ww_tokens *tokens, const char *word,
                       uint32_t number) {
	size_t len = strlen(word);
	if (!len || !ww_tokenize(tokens, &r->mem, lexicon, word, len))
		return len == 0;
	if (!tokens->n)
		return true;
	if (!ww_reserve(&r->mem, &r->phrases, &r->phrases_cap, r->n_phrases + (size_t)1,
	                sizeof *r->phrases) ||
	    !ww_reserve(&r->mem, &r->text, &r->text_cap, r->text_len + len, 1))
		return false;
	memcpy(r->text + r->text_len, word, len);
	r->phrases[r->n_phrases++] = (phrase){ .hash = hash_of(word, &tokens->at[0]),
		                                   .start = r->text_len,
		                                   .len = (uint32_t)len,
		                                   .rule = number };
	r->text_len += (uint32_t)len;
	return true;
}

/* Titles. */

static bool add_title_word(ww_rules *r, const char *word, size_t len, uint32_t classes) {
	if (!ww_reserve(&r->mem, &r->title, &r->titles_cap, r->n_titles + (size_t)1, sizeof *r->title))
		return false;
	r->title[r->n_titles++] = (ww_gazetteer_word){ ww_gazetteer_hash(word, len), classes };
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

static int by_hash(const void *a, const void *b) {
	const ww_gazetteer_word *x = a, *y = b;
	return (x->hash > y->hash) - (x->hash < y->hash);
}

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

static bool index_phrases(ww_rules *r) {
	if (!r->n_phrases)
		return true;
	uint32_t n = 64;
	while (n < r->n_phrases * 2)
		n *= 2;
	r->slots = ww_new(&r->mem, n * sizeof *r->slots);
	if (!r->slots)
		return false;
	r->n_slots = n;
	memset(r->slots, 0, n * sizeof *r->slots);
	for (uint32_t i = 0; i < r->n_phrases; i++) {
		uint32_t *slot = slot_of(r, r->phrases[i].hash);
		r->phrases[i].next = *slot;
		*slot = i + 1;
	}
	return true;
}

/* The end of a phrase that stands at token i, or 0. */
static uint32_t phrase_end(const ww_rules *r, const phrase *p, const char *text, size_t len,
                           const ww_tokens *tokens, uint32_t i) {
	uint32_t start = tokens->at[i].start, end = start + p->len;
	if (p->len > len - start || memcmp(text + start, r->text + p->start, p->len) != 0)
		return 0;
	while (i < tokens->n && tokens->at[i].end < end)
		i++;
	return i < tokens->n && tokens->at[i].end == end ? end : 0;
}

/* Compiling. */

static int refuse(ww_rule_error *error, size_t number, size_t offset, int code) {
	if (code == PCRE2_ERROR_NOMEMORY || code == PCRE2_ERROR_HEAP_FAILED)
		return WW_E_NOMEM;
	error->rule = number;
	error->offset = offset;
	if (pcre2_get_error_message(code, (PCRE2_UCHAR *)error->message, sizeof error->message) < 0)
		strcpy(error->message, "a pattern that PCRE2 refuses");
	return WW_E_PATTERN;
}

static int refuse_with(ww_rule_error *error, size_t number, const char *message) {
	error->rule = number;
	error->offset = 0;
	strncpy(error->message, message, sizeof error->message - 1);
	error->message[sizeof error->message - 1] = '\0';
	return WW_E_PATTERN;
}

static int add_rule(ww_rules *r, const ww_lexicon *lexicon, ww_tokens *tokens, const ww_rule *spec,
                    size_t number, ww_rule_error *error) {
	rule *to = &r->at[r->n++];
	*to = (rule){ .kind = spec->kind, .priority = spec->priority };
	for (size_t i = 0; i < spec->n_words; i++)
		if (spec->kind == WW_TITLES
		        ? !add_title(r, spec->words[i])
		        : !add_phrase(r, lexicon, tokens, spec->words[i], (uint32_t)number))
			return WW_E_NOMEM;
	if (!spec->pattern)
		return WW_OK;
	int code;
	PCRE2_SIZE offset;
	to->code = pcre2_compile((PCRE2_SPTR)spec->pattern, spec->pattern_len,
	                         PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF |
	                             PCRE2_NEVER_BACKSLASH_C,
	                         &code, &offset, r->compile);
	if (!to->code)
		return refuse(error, number, offset, code);
	uint32_t empty = 0;
	pcre2_pattern_info(to->code, PCRE2_INFO_MATCHEMPTY, &empty);
	if (empty)
		return refuse_with(error, number, "the pattern matches empty text");
	pcre2_jit_compile(to->code, PCRE2_JIT_COMPLETE);
	to->literals = ww_pattern_literals(spec->pattern, spec->pattern_len);
	return WW_OK;
}

int ww_rules_new(ww_alloc_fn alloc, void *ud, const ww_rule *rules, size_t n, ww_rules **out,
                 ww_rule_error *error) {
	ww_mem mem = { alloc, ud };
	ww_rules *r = ww_new(&mem, sizeof *r);
	if (!r)
		return WW_E_NOMEM;
	*r = (ww_rules){ .mem = mem };
	ww_lexicon lexicon;
	ww_lexicon_init(&lexicon);
	ww_tokens tokens = { 0 };
	int err = n > MOST_RULES ? refuse_with(error, MOST_RULES, "too many rules") : WW_OK;
	if (!err && (!(r->general = pcre2_general_context_create(ww_new_sized, ww_free_sized, &r->mem)) ||
	             !(r->compile = pcre2_compile_context_create(r->general)) ||
	             !(r->limits = pcre2_match_context_create(r->general)) ||
	             !ww_reserve(&mem, &r->at, &r->cap, n, sizeof *r->at)))
		err = WW_E_NOMEM;
	uint32_t groups = 0;
	for (size_t i = 0; !err && i < n; i++) {
		err = add_rule(r, &lexicon, &tokens, &rules[i], i, error);
		uint32_t of_this = 0;
		if (!err && r->at[i].code)
			pcre2_pattern_info(r->at[i].code, PCRE2_INFO_CAPTURECOUNT, &of_this);
		groups = of_this > groups ? of_this : groups;
	}
	if (!err &&
	    (!index_phrases(r) || !(r->match = pcre2_match_data_create(groups + 1, r->general))))
		err = WW_E_NOMEM;
	index_titles(r);
	ww_tokens_free(&tokens, &mem);
	if (err) {
		ww_rules_free(r);
		return err;
	}
	pcre2_set_match_limit(r->limits, MATCH_LIMIT);
	pcre2_set_depth_limit(r->limits, DEPTH_LIMIT);
	pcre2_set_heap_limit(r->limits, HEAP_LIMIT_KIB);
	*out = r;
	return WW_OK;
}

void ww_rules_free(ww_rules *r) {
	if (!r)
		return;
	ww_mem mem = r->mem;
	for (uint32_t i = 0; i < r->n; i++)
		pcre2_code_free(r->at[i].code);
	pcre2_match_data_free(r->match);
	pcre2_match_context_free(r->limits);
	pcre2_compile_context_free(r->compile);
	pcre2_general_context_free(r->general);
	ww_free(&mem, r->at, r->cap * sizeof *r->at);
	ww_free(&mem, r->phrases, r->phrases_cap * sizeof *r->phrases);
	ww_free(&mem, r->text, r->text_cap);
	ww_free(&mem, r->title, r->titles_cap * sizeof *r->title);
	ww_free(&mem, r->slots, r->n_slots * sizeof *r->slots);
	ww_free(&mem, r, sizeof *r);
}

size_t ww_rules_count(const ww_rules *r) {
	return r->n;
}

int16_t ww_rules_priority(const ww_rules *r, size_t number) {
	return r->at[number].priority;
}

/* Searching. */

static bool add_mark(ww_rules *r, ww_marks *marks, uint32_t start, uint32_t end, uint32_t number) {
	if (!ww_reserve(&r->mem, &marks->at, &marks->cap, marks->n + (size_t)1, sizeof *marks->at))
		return false;
	marks->at[marks->n++] = (ww_mark){ .start = start,
		                               .end = end,
		                               .kind = r->at[number].kind,
		                               .form = (uint16_t)(WW_FORM_RULE + number) };
	return true;
}

/* Looks for a pattern from text[start] on. */
static int search(ww_rules *r, uint32_t number, const char *text, size_t len, size_t start,
                  ww_range *out) {
	*out = (ww_range){ 0, 0 };
	int rc = pcre2_match(r->at[number].code, (PCRE2_SPTR)text, len, start, PCRE2_NOTEMPTY, r->match,
	                     r->limits);
	if (rc == PCRE2_ERROR_NOMEMORY)
		return WW_E_NOMEM;
	const PCRE2_SIZE *v = pcre2_get_ovector_pointer(r->match);
	if (rc > 0 && v[0] < v[1])
		*out = (ww_range){ (uint32_t)v[0], (uint32_t)v[1] };
	return WW_OK;
}

static bool scan_phrases(ww_rules *r, const char *text, size_t len, const ww_tokens *tokens,
                         ww_marks *marks) {
	for (uint32_t i = 0; r->n_phrases && i < tokens->n; i++) {
		uint32_t hash = hash_of(text, &tokens->at[i]);
		for (uint32_t k = *slot_of(r, hash); k; k = r->phrases[k - 1].next) {
			const phrase *p = &r->phrases[k - 1];
			if (p->hash != hash || r->at[p->rule].kind == WW_NO_KIND)
				continue;
			uint32_t end = phrase_end(r, p, text, len, tokens, i);
			if (end && !add_mark(r, marks, tokens->at[i].start, end, p->rule))
				return false;
		}
	}
	return true;
}

int ww_rules_scan(ww_rules *r, const char *text, size_t len, const ww_tokens *tokens,
                  ww_marks *marks) {
	if (!scan_phrases(r, text, len, tokens, marks))
		return WW_E_NOMEM;
	ww_triples_read(&r->triples, text, len);
	for (uint32_t i = 0; i < r->n; i++) {
		const rule *it = &r->at[i];
		if (!it->code || it->kind == WW_NO_KIND || !ww_triples_allow(&r->triples, &it->literals))
			continue;
		ww_range m;
		for (size_t pos = 0; pos < len; pos = m.end) {
			int err = search(r, i, text, len, pos, &m);
			if (err)
				return err;
			if (m.start == m.end)
				break;
			if (!add_mark(r, marks, m.start, m.end, i))
				return WW_E_NOMEM;
		}
	}
	return WW_OK;
}

bool ww_rules_needs_tokens(const ww_rules *r, size_t number) {
	return !r->at[number].code;
}

int ww_rules_find(ww_rules *r, size_t number, const char *text, size_t len, const ww_tokens *tokens,
                  size_t start, ww_range *out) {
	if (r->at[number].code)
		return search(r, (uint32_t)number, text, len, start, out);
	*out = (ww_range){ 0, 0 };
	for (uint32_t i = 0; r->n_phrases && i < tokens->n; i++) {
		if (tokens->at[i].start < start)
			continue;
		uint32_t hash = hash_of(text, &tokens->at[i]);
		for (uint32_t k = *slot_of(r, hash); k; k = r->phrases[k - 1].next) {
			const phrase *p = &r->phrases[k - 1];
			uint32_t end = p->hash == hash && p->rule == number
			                   ? phrase_end(r, p, text, len, tokens, i)
			                   : 0;
			if (end) {
				*out = (ww_range){ tokens->at[i].start, end };
				return WW_OK;
			}
		}
	}
	return WW_OK;
}

void ww_rules_group(const ww_rules *r, size_t number, size_t i, const char **name,
                    ww_range *where) {
	uint32_t n = 0, size = 0;
	PCRE2_SPTR table = NULL;
	*name = NULL;
	*where = (ww_range){ 0, 0 };
	if (!r->at[number].code)
		return;
	pcre2_pattern_info(r->at[number].code, PCRE2_INFO_NAMECOUNT, &n);
	pcre2_pattern_info(r->at[number].code, PCRE2_INFO_NAMEENTRYSIZE, &size);
	pcre2_pattern_info(r->at[number].code, PCRE2_INFO_NAMETABLE, &table);
	if (i >= n)
		return;
	const PCRE2_SIZE *v = pcre2_get_ovector_pointer(r->match);
	size_t group = (size_t)table[i * size] << 8 | table[i * size + 1];
	*name = (const char *)table + i * size + 2;
	if (v[2 * group] != PCRE2_UNSET)
		*where = (ww_range){ (uint32_t)v[2 * group], (uint32_t)v[2 * group + 1] };
}
