#include "date_pattern.h"

#include <stdio.h>
#include <string.h>

typedef ww_pattern string;

/* A failed addition is marked and all later ones are ignored. */
static void add(string *s, const char *text, size_t len) {
	if (!s->failed && !ww_reserve(s->mem, &s->at, &s->cap, s->n + len + 1, 1))
		s->failed = true;
	if (s->failed)
		return;
	memcpy(s->at + s->n, text, len);
	s->n += (uint32_t)len;
}

static void add_text(string *s, const char *text) {
	add(s, text, strlen(text));
}

/* A block holds no empty line between words, so white space is all there is. */
#define BLANKS "(?>\\s+|\\xC2\\xA0|\\xE2\\x80\\xAF)"
#define WORD_END "(?![0-9A-Za-z_\\xC3-\\xDF])"

static const ww_form_part *find_shared(const char *name, size_t len) {
	for (unsigned i = 0; i < ww_n_date_parts; i++)
		if (strlen(ww_date_parts[i].name) == len && memcmp(ww_date_parts[i].name, name, len) == 0)
			return &ww_date_parts[i];
	return NULL;
}

/* Adds a form's pattern: {NAME} by what it stands for, a blank by blanks or a
 * line end.  A lookbehind has one length, so there a blank is one character. */
static void add_pattern(string *s, const char *p) {
	int depth = 0, behind = 0; /* `behind`: the depth outside of a lookbehind, or 0 */
	bool class = false;
	for (; *p; p++) {
		const char *close = *p == '{' && p[1] >= 'A' && p[1] <= 'Z' ? strchr(p, '}') : NULL;
		const ww_form_part *part = close ? find_shared(p + 1, (size_t)(close - p) - 1) : NULL;
		if (part && part->once) {
			add_text(s, "(?&");
			add_text(s, part->name);
			add_text(s, ")");
		} else if (part) {
			add_pattern(s, part->pattern);
		}
		if (part) {
			p = close;
			continue;
		}
		if (*p == '\\') {
			add(s, p++, 2);
			continue;
		}
		if (*p == ' ') {
			add_text(s, class ? " \\n" : behind ? "[ \\n]" : BLANKS);
			continue;
		}
		if (*p == '[' || *p == ']') {
			class = *p == '[';
		} else if (*p == '(' && !class) {
			depth++;
			if (!behind && p[1] == '?' && p[2] == '<' && (p[3] == '=' || p[3] == '!'))
				behind = depth;
		} else if (*p == ')' && !class) {
			if (behind == depth)
				behind = 0;
			depth--;
		}
		add(s, p, 1);
	}
}

bool ww_pattern_write(ww_pattern *s, const ww_form *f) {
	add_text(s, "(?:");
	add_pattern(s, f->pattern);
	add_text(s, ")" WORD_END);
	add(s, "", 1);
	for (unsigned i = ww_n_date_parts; i-- > 0 && !s->failed;) {
		const ww_form_part *part = &ww_date_parts[i];
		char call[16];
		snprintf(call, sizeof call, "(?&%s)", part->name);
		if (!part->once || !strstr(s->at, call))
			continue;
		s->n--;
		add_text(s, "(?(DEFINE)(?<");
		add_text(s, part->name);
		add_text(s, ">");
		add_pattern(s, part->pattern);
		add_text(s, "))");
		add(s, "", 1);
	}
	return !s->failed;
}

void ww_pattern_free(ww_pattern *s) {
	ww_free(s->mem, s->at, s->cap);
}

static uint32_t hash_text(uint32_t hash, const char *text) {
	return ww_hash_bytes(hash, text, strlen(text) + 1);
}

uint32_t ww_forms_hash(void) {
	uint32_t hash = WW_HASH_START;
	size_t n;
	const ww_word *words = ww_lexicon_words(&n);
	for (size_t i = 0; i < n; i++)
		hash = WW_HASH_ADD(hash_text(hash, words[i].text), words[i].role);
	for (unsigned i = 0; i < ww_n_date_parts; i++)
		hash = hash_text(hash_text(hash, ww_date_parts[i].name), ww_date_parts[i].pattern);
	for (unsigned i = 0; i < ww_n_date_forms; i++)
		hash = WW_HASH_ADD(hash_text(hash, ww_date_forms[i].pattern), ww_date_forms[i].head);
	return hash;
}
