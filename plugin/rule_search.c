/* rule_search.c: looks for rules in a block.
 *
 * A block is searched only by the patterns that can match there: of most it is
 * known what letters every match holds (rule_literal.h).
 *
 * A pattern may take a time that grows with the square of a text, or worse, without
 * anybody's ill will.  So the steps that it takes in a block are counted, and they
 * have a limit.  PCRE2 limits each place where a match may begin by itself, and counts
 * otherwise in machine code than in its interpreter: so here the interpreter calls
 * back before every item of a pattern, and these calls are what is counted.  They are
 * the same on all machines. */
#include "rule_inside.h"

#include <string.h>

/* The steps of one rule in a block of a paragraph's size, some milliseconds, and for
 * each byte of longer ones.  Patterns of the packs take up to 5 steps a byte. */
enum { STEPS = 100000, STEPS_A_BYTE = 24 };

/* How deep a match may nest, and what the depth may take of memory; it is the first
 * that decides, as the second differs from machine to machine. */
enum { DEPTH_LIMIT = 10000, HEAP_LIMIT_KIB = 65536 };

struct ww_rule_search {
	ww_mem mem;
	pcre2_general_context *general;
	pcre2_match_context *limits;
	pcre2_match_data *match;
	uint32_t steps, most_steps; /* of the rule in hand */
	ww_triples triples;         /* of the block in hand */
	uint32_t n_off;
	uint32_t n_rules;
	bool off[]; /* rules that reached the limit */
};

/* Called by PCRE2 before each item of a pattern.  A negative answer ends the match with this
 * code. */
static int count_step(pcre2_callout_block *at, void *search) {
	(void)at;
	ww_rule_search *s = search;
	return ++s->steps > s->most_steps ? PCRE2_ERROR_MATCHLIMIT : 0;
}

/* A search has a switch for each rule behind it. */
static size_t size_of(uint32_t n_rules) {
	return sizeof(ww_rule_search) + n_rules * sizeof(bool);
}

/* PCRE2's own limit of steps is set out of reach, as it would count in other units.  The room
 * for groups is that of the rule with most. */
int ww_rule_search_new(const ww_mem *mem, const ww_rules *rules, ww_rule_search **out) {
	ww_rule_search *s = ww_new(mem, size_of(rules->n));
	if (!s)
		return WW_E_NOMEM;
	memset(s, 0, size_of(rules->n));
	s->mem = *mem;
	s->n_rules = rules->n;
	if (!(s->general = pcre2_general_context_create(ww_new_sized, ww_free_sized, &s->mem)) ||
	    !(s->limits = pcre2_match_context_create(s->general)) ||
	    !(s->match = pcre2_match_data_create(rules->most_groups + 1, s->general))) {
		ww_rule_search_free(s);
		return WW_E_NOMEM;
	}
	pcre2_set_callout(s->limits, count_step, s);
	pcre2_set_match_limit(s->limits, UINT32_MAX);
	pcre2_set_depth_limit(s->limits, DEPTH_LIMIT);
	pcre2_set_heap_limit(s->limits, HEAP_LIMIT_KIB);
	*out = s;
	return WW_OK;
}

void ww_rule_search_free(ww_rule_search *s) {
	if (!s)
		return;
	pcre2_match_data_free(s->match);
	pcre2_match_context_free(s->limits);
	pcre2_general_context_free(s->general);
	ww_mem mem = s->mem;
	ww_free(&mem, s, size_of(s->n_rules));
}

uint32_t ww_rule_search_off(const ww_rule_search *s) {
	return s ? s->n_off : 0;
}

/* Once off, a rule stays so for the document: on again after an edit, it would cost its full
 * limit at every key. */
bool ww_rule_is_off(const ww_rule_search *s, size_t rule) {
	return s && s->off[rule];
}

/* Begins to count the steps of a rule in a block of `len` bytes. */
static void begin(ww_rule_search *s, size_t len) {
	s->steps = 0;
	s->most_steps = STEPS + STEPS_A_BYTE * (uint32_t)len;
}

/* Looks for a pattern from text[start] on.  One that reaches a limit is off from then
 * on, and found nowhere. */
static int search(const ww_rules *r, ww_rule_search *s, uint32_t number, const char *text,
                  size_t len, size_t start, ww_range *out) {
	*out = (ww_range){ 0, 0 };
	if (s->off[number])
		return WW_OK;
	int rc = pcre2_match(r->at[number].code, (PCRE2_SPTR)text, len, start, PCRE2_NOTEMPTY, s->match,
	                     s->limits);
	switch (rc) {
	case PCRE2_ERROR_NOMEMORY: return WW_E_NOMEM;
	case PCRE2_ERROR_MATCHLIMIT:
	case PCRE2_ERROR_DEPTHLIMIT:
	case PCRE2_ERROR_HEAPLIMIT:
	case PCRE2_ERROR_RECURSELOOP:
		s->off[number] = true;
		s->n_off++;
	}
	const PCRE2_SIZE *v = pcre2_get_ovector_pointer(s->match);
	if (rc > 0 && v[0] < v[1])
		*out = (ww_range){ (uint32_t)v[0], (uint32_t)v[1] };
	return WW_OK;
}

/* The form tells which rule made a mark, for explanations and for its priority. */
static bool add_mark(const ww_rules *r, const ww_mem *mem, ww_marks *marks, uint32_t start,
                     uint32_t end, uint32_t number) {
	if (!ww_reserve(mem, &marks->at, &marks->cap, marks->n + (size_t)1, sizeof *marks->at))
		return false;
	marks->at[marks->n++] = (ww_mark){ .start = start,
		                               .end = end,
		                               .kind = r->at[number].kind,
		                               .form = (uint16_t)(WW_FORM_RULE + number) };
	return true;
}

/* All rules' words in one pass: each token costs one look in the index, whatever the number of
 * words. */
static bool scan_words(const ww_rules *r, const ww_mem *mem, const char *text, size_t len,
                       const ww_tokens *tokens, ww_marks *marks) {
	for (uint32_t i = 0; r->phrases.n && i < tokens->n; i++) {
		uint32_t end, k = 0;
		while ((k = ww_phrases_at(&r->phrases, text, len, tokens, i, k, &end)) != 0) {
			uint32_t rule = r->phrases.at[k - 1].rule;
			if (r->at[rule].kind != WW_NO_KIND &&
			    !add_mark(r, mem, marks, tokens->at[i].start, end, rule))
				return false;
		}
	}
	return true;
}

/* Appends the matches of one pattern; of one that reaches its limit none. */
static int scan_pattern(const ww_rules *r, ww_rule_search *s, const ww_mem *mem, uint32_t number,
                        const char *text, size_t len, ww_marks *marks) {
	uint32_t before = marks->n;
	ww_range m;
	begin(s, len);
	for (size_t pos = 0; pos < len; pos = m.end) {
		int err = search(r, s, number, text, len, pos, &m);
		if (err)
			return err;
		if (m.start == m.end)
			break;
		if (!add_mark(r, mem, marks, m.start, m.end, number))
			return WW_E_NOMEM;
	}
	if (s->off[number])
		marks->n = before;
	return WW_OK;
}

/* Words first, then patterns in the order of the rules.  Which triples of letters the block
 * holds is worked out once for all patterns. */
int ww_rules_scan(const ww_rules *r, ww_rule_search *s, const ww_mem *mem, const char *text,
                  size_t len, const ww_tokens *tokens, ww_marks *marks) {
	if (!scan_words(r, mem, text, len, tokens, marks))
		return WW_E_NOMEM;
	ww_triples_read(&s->triples, text, len);
	int err = WW_OK;
	for (uint32_t i = 0; !err && i < r->n; i++) {
		const ww_one_rule *it = &r->at[i];
		if (it->code && it->kind != WW_NO_KIND && !s->off[i] &&
		    ww_triples_allow(&s->triples, &it->literals))
			err = scan_pattern(r, s, mem, i, text, len, marks);
	}
	return err;
}

/* Patterns look at the bytes, so a question about one needs no tokens. */
bool ww_rules_needs_tokens(const ww_rules *r, size_t rule) {
	return !r->at[rule].code;
}

/* Returns the first of the tokens that begins at or after byte `start`, or their number. */
static uint32_t token_from(const ww_tokens *tokens, size_t start) {
	uint32_t low = 0, high = tokens->n;
	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		if (tokens->at[mid].start < start)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* Steps are counted anew for each question, since each is one block's. */
int ww_rules_find(const ww_rules *r, ww_rule_search *s, size_t number, const char *text, size_t len,
                  const ww_tokens *tokens, size_t start, ww_range *out) {
	if (r->at[number].code) {
		begin(s, len);
		return search(r, s, (uint32_t)number, text, len, start, out);
	}
	*out = (ww_range){ 0, 0 };
	for (uint32_t i = token_from(tokens, start); r->phrases.n && i < tokens->n; i++) {
		uint32_t end, k = 0;
		while ((k = ww_phrases_at(&r->phrases, text, len, tokens, i, k, &end)) != 0) {
			if (r->phrases.at[k - 1].rule != number)
				continue;
			*out = (ww_range){ tokens->at[i].start, end };
			return WW_OK;
		}
	}
	return WW_OK;
}

/* PCRE2's table of names has entries of one size: two bytes of the group's number, the high one
 * first, then the name with a NUL. It belongs to the compiled pattern, as do the names. */
void ww_rules_group(const ww_rules *r, const ww_rule_search *s, size_t number, size_t i,
                    const char **name, ww_range *where) {
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
	const PCRE2_SIZE *v = pcre2_get_ovector_pointer(s->match);
	size_t group = (size_t)table[i * size] << 8 | table[i * size + 1];
	*name = (const char *)table + i * size + 2;
	if (v[2 * group] != PCRE2_UNSET)
		*where = (ww_range){ (uint32_t)v[2 * group], (uint32_t)v[2 * group + 1] };
}
