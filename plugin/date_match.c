/* The forms as PCRE2 has them.
 *
 * PCRE2's own rule is kept: what many may share is never written to, and what a
 * match writes belongs to one.  Compiling all forms at once would cost each start
 * some milliseconds for forms that most texts never try, so a form is compiled by
 * the matcher that tries it first. */
#include "date_match.h"

#include "date_grammar.h"
#include "date_pattern.h"
#include "date_plain.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <string.h>

/* Limits of one try.  The longest forms take some hundred steps; text that was
 * made to be slow gets no match instead. */
enum { MATCH_LIMIT = 20000, DEPTH_LIMIT = 2000, HEAP_LIMIT_KIB = 1024 };

/* Room for the groups of a form. */
enum { MOST_GROUPS = 200 };

/* How often a form is tried before it is worth a JIT compilation, which costs
 * about as much as so many tries save: up to two milliseconds.  For a host that has idle moments it
 * waits for one; when none comes it is done at a key in the end. */
enum { TRIES_BEFORE_JIT = 200, TRIES_AT_MOST = 2000 };

typedef struct {
	pcre2_code *code; /* made when first tried */
	uint32_t tries;   /* without JIT; more than all when that was asked for */
	bool jit;
} compiled;

struct ww_matcher {
	ww_mem mem;
	const ww_grammar *grammar;
	pcre2_general_context *general;
	pcre2_compile_context *compile;
	pcre2_match_context *limits;
	pcre2_match_data *match;
	const pcre2_code *code; /* of the last try */
	char *plain;            /* the last text that had to be copied */
	uint32_t plain_cap;
	compiled *forms;
	unsigned warm; /* all forms before this one are compiled */
	bool postpones;
};

static unsigned n_forms(const ww_matcher *m) {
	return m->grammar->language->n_forms;
}

/* PCRE2 takes all memory through these, and so through the caller's function; what is half made
 * when it is refused ww_matcher_free() takes back. */
static bool make_contexts(ww_matcher *m) {
	m->general = pcre2_general_context_create(ww_new_sized, ww_free_sized, &m->mem);
	if (!m->general)
		return false;
	m->compile = pcre2_compile_context_create(m->general);
	m->limits = pcre2_match_context_create(m->general);
	m->match = pcre2_match_data_create(MOST_GROUPS, m->general);
	if (!m->compile || !m->limits || !m->match)
		return false;
	pcre2_set_match_limit(m->limits, MATCH_LIMIT);
	pcre2_set_depth_limit(m->limits, DEPTH_LIMIT);
	pcre2_set_heap_limit(m->limits, HEAP_LIMIT_KIB);
	return true;
}

int ww_matcher_new(const ww_mem *mem, const ww_grammar *grammar, ww_matcher **out) {
	ww_matcher *m = ww_new(mem, sizeof *m);
	if (!m)
		return WW_E_NOMEM;
	*m = (ww_matcher){ .mem = *mem, .grammar = grammar };
	m->forms = ww_new(mem, n_forms(m) * sizeof *m->forms);
	for (unsigned i = 0; m->forms && i < n_forms(m); i++)
		m->forms[i] = (compiled){ NULL, 0, false };
	if (!m->forms || !make_contexts(m)) {
		ww_matcher_free(m);
		return WW_E_NOMEM;
	}
	*out = m;
	return WW_OK;
}

void ww_matcher_free(ww_matcher *m) {
	if (!m)
		return;
	for (unsigned i = 0; m->forms && i < n_forms(m); i++)
		pcre2_code_free(m->forms[i].code);
	pcre2_match_data_free(m->match);
	pcre2_compile_context_free(m->compile);
	pcre2_match_context_free(m->limits);
	pcre2_general_context_free(m->general);
	ww_mem mem = m->mem;
	ww_free(&mem, m->plain, m->plain_cap);
	ww_free(&mem, m->forms, n_forms(m) * sizeof *m->forms);
	ww_free(&mem, m, sizeof *m);
}

const ww_grammar *ww_matcher_grammar(const ww_matcher *m) {
	return m->grammar;
}

/* Most blocks are plain already and are not copied. */
const char *ww_match_text(ww_matcher *m, const char *text, size_t len) {
	if (ww_is_plain(text, len))
		return text;
	if (!ww_reserve(&m->mem, &m->plain, &m->plain_cap, len, 1))
		return NULL;
	ww_make_plain(text, len, m->plain);
	return m->plain;
}

/* A pattern that does not compile is a fault of the language's texts, and its own error:
 * checks compile every one. */
static int compile(ww_matcher *m, unsigned form) {
	ww_pattern s = { .mem = &m->mem };
	int err = WW_E_NOMEM;
	if (ww_pattern_write(&s, m->grammar->language, ww_grammar_form(m->grammar, form))) {
		int code;
		PCRE2_SIZE at;
		m->forms[form].code = pcre2_compile((PCRE2_SPTR)s.at, PCRE2_ZERO_TERMINATED,
		                                    PCRE2_ANCHORED | PCRE2_CASELESS | PCRE2_DUPNAMES |
		                                            PCRE2_NO_AUTO_CAPTURE,
		                                    &code, &at, m->compile);
		err = m->forms[form].code                                                 ? WW_OK
		      : code == PCRE2_ERROR_NOMEMORY || code == PCRE2_ERROR_HEAP_FAILED ? WW_E_NOMEM
		                                                                          : WW_E_PATTERN;
	}
	ww_pattern_free(&s);
	return err;
}

/* Where there is no JIT the interpreter gives the same answers. */
static void compile_further(compiled *c) {
	c->tries = UINT32_MAX;
	c->jit = pcre2_jit_compile(c->code, PCRE2_JIT_COMPLETE) == 0;
}

void ww_matcher_postpone(ww_matcher *m) {
	m->postpones = true;
}

/* Returns a form that was tried often enough, or NULL. */
static compiled *find_due(const ww_matcher *m) {
	for (unsigned i = 0; m->postpones && i < n_forms(m); i++)
		if (m->forms[i].tries >= TRIES_BEFORE_JIT && m->forms[i].tries < UINT32_MAX)
			return &m->forms[i];
	return NULL;
}

bool ww_matcher_is_due(const ww_matcher *m) {
	return find_due(m) != NULL;
}

/* So many forms take a third of a millisecond. */
enum { WARMED_AT_ONCE = 4 };

int ww_matcher_warm(ww_matcher *m, bool *more) {
	int err = WW_OK;
	compiled *due = find_due(m);
	if (due)
		compile_further(due);
	for (int i = 0; !due && !err && i < WARMED_AT_ONCE && m->warm < n_forms(m); m->warm += !err)
		if (!m->forms[m->warm].code) {
			err = compile(m, m->warm);
			i++;
		}
	*more = m->warm < n_forms(m) || find_due(m);
	return err;
}

/* A text that exceeds a limit does not match; only a refused allocation is an error. */
int ww_match_form(ww_matcher *m, unsigned form, const char *text, size_t len, size_t start,
                  bool *matches) {
	compiled *c = &m->forms[form];
	*matches = false;
	if (!c->code) {
		int err = compile(m, form);
		if (err)
			return err;
	}
	uint32_t most = m->postpones ? TRIES_AT_MOST : TRIES_BEFORE_JIT;
	if (c->tries < most && ++c->tries == most)
		compile_further(c);
	int rc = (c->jit ? pcre2_jit_match : pcre2_match)(c->code, (PCRE2_SPTR)text, len, start, 0,
	                                                  m->match, m->limits);
	if (rc == PCRE2_ERROR_NOMEMORY)
		return WW_E_NOMEM;
	*matches = rc > 0;
	m->code = c->code;
	return WW_OK;
}

static ww_range group_range(const ww_matcher *m, unsigned group) {
	const PCRE2_SIZE *v = pcre2_get_ovector_pointer(m->match);
	return (ww_range){ (uint32_t)v[2 * group], (uint32_t)v[2 * group + 1] };
}

/* Whether a group took part in the last match: of a name that stands in several alternatives one
 * does. */
static bool is_set(const ww_matcher *m, unsigned group) {
	return pcre2_get_ovector_pointer(m->match)[2 * group] != PCRE2_UNSET;
}

ww_range ww_match_whole(const ww_matcher *m) {
	return group_range(m, 0);
}

/* A row of PCRE2's table of names: two bytes of the group's number, then the name. */
static unsigned group_of(PCRE2_SPTR row) {
	return (unsigned)row[0] << 8 | row[1];
}

/* The names m1 and m2 may stand in several alternatives of a form: of each the group counts that
 * took part. */
bool ww_match_ends(const ww_matcher *m, ww_range ends[2]) {
	static const char *const names[] = { "m1", "m2" };
	for (int i = 0; i < 2; i++) {
		PCRE2_SPTR row, last;
		int size = pcre2_substring_nametable_scan(m->code, (PCRE2_SPTR)names[i], &row, &last);
		if (size < 0)
			return false;
		while (row < last && !is_set(m, group_of(row)))
			row += size;
		if (!is_set(m, group_of(row)))
			return false;
		ends[i] = group_range(m, group_of(row));
	}
	return true;
}

/* Parts. */

/* A mark keeps its place and form only: its parts come of matching it again, anchored where its
 * form began, which is before the mark for the second end of a range. */
int ww_parts_read(ww_matcher *m, const char *text, size_t len, const ww_mark *mark,
                  ww_parts *out) {
	bool matches;
	int err = ww_match_form(m, mark->form, text, len, mark->start - mark->back, &matches);
	if (err || !matches)
		return err ? err : WW_E_PATTERN;
	PCRE2_SPTR row, passed = pcre2_get_mark(m->match);
	uint32_t n, size;
	pcre2_pattern_info(m->code, PCRE2_INFO_NAMETABLE, &row);
	pcre2_pattern_info(m->code, PCRE2_INFO_NAMECOUNT, &n);
	pcre2_pattern_info(m->code, PCRE2_INFO_NAMEENTRYSIZE, &size);
	ww_range ends[2], own = ww_match_whole(m);
	if (mark->end_of_range && ww_match_ends(m, ends))
		own = ends[mark->end_of_range - 1];
	out->own = (ww_piece){ text + own.start, own.end - own.start };
	out->n = 0;
	if (passed) {
		out->part[0].name = (const char *)passed;
		out->part[out->n++].at = out->own;
	}
	for (; n > 0 && out->n < WW_MOST_PARTS; n--, row += size) {
		if (!is_set(m, group_of(row)))
			continue;
		ww_range r = group_range(m, group_of(row));
		out->part[out->n].name = (const char *)row + 2;
		out->part[out->n++].at = (ww_piece){ text + r.start, r.end - r.start };
	}
	return WW_OK;
}

/* By address: parts point into the text that the mention lies in. */
static bool is_own(const ww_parts *parts, ww_piece p) {
	return p.text >= parts->own.text && p.text + p.len <= parts->own.text + parts->own.len;
}

/* Most names differ in their first letter, which costs no call; this is asked for every part
 * of every value. */
static bool is_named(const char *name, const char *other) {
	return name[0] == other[0] && strcmp(name, other) == 0;
}

ww_piece ww_part_own(const ww_parts *parts, const char *name) {
	for (unsigned i = 0; i < parts->n; i++)
		if (is_named(parts->part[i].name, name) && is_own(parts, parts->part[i].at))
			return parts->part[i].at;
	return (ww_piece){ NULL, 0 };
}

/* "June 3 to 5": the month stands in one end and is of both; so are "p.m." and the year. */
ww_piece ww_part_of(const ww_parts *parts, const char *name) {
	ww_piece p = ww_part_own(parts, name);
	for (unsigned i = 0; !p.text && i < parts->n; i++)
		if (is_named(parts->part[i].name, name))
			p = parts->part[i].at;
	return p;
}
