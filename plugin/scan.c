#include "scan.h"

void ww_scanner_init(ww_scanner *scanner, const ww_mem *mem, ww_grammar *grammar) {
	*scanner = (ww_scanner){ .mem = *mem, .grammar = grammar };
}

void ww_scanner_free(ww_scanner *s) {
	ww_tokens_free(&s->tokens, &s->mem);
	ww_name_words_free(&s->words, &s->mem);
	ww_names_free(&s->names, &s->mem);
	ww_free(&s->mem, s->times.at, s->times.cap * sizeof *s->times.at);
	ww_free(&s->mem, s->marks.at, s->marks.cap * sizeof *s->marks.at);
}

int ww_scan_words(ww_scanner *s, const char *text, size_t len) {
	if (!ww_tokenize(&s->tokens, &s->mem, ww_grammar_lexicon(s->grammar), text, len) ||
	    !ww_name_words_read(&s->words, &s->mem, &s->tokens, text))
		return WW_E_NOMEM;
	return WW_OK;
}

/* The one rule between times and names that claim the same text: a lone month,
 * weekday or season gives way to a longer name that holds it ("April Jones",
 * "The Sunday Times"); every other time wins over the name. */
static bool name_wins(const ww_mark *time, const ww_name *name) {
	return ww_date_forms[time->form].flags & WW_FORM_BARE && name->start <= time->start &&
	       time->end <= name->end && name->end - name->start > time->end - time->start;
}

static bool add(ww_scanner *s, ww_mark mark) {
	if (!ww_reserve(&s->mem, &s->marks.at, &s->marks.cap, s->marks.n + (size_t)1,
	                sizeof *s->marks.at))
		return false;
	s->marks.at[s->marks.n++] = mark;
	return true;
}

static ww_mark mark_of(const ww_name *name) {
	uint16_t margin = name->margin < 0            ? 0
	                  : name->margin > UINT16_MAX ? UINT16_MAX
	                                              : (uint16_t)name->margin;
	return (ww_mark){ .start = name->start, .end = name->end, .kind = name->kind,
		          .form = WW_FORM_NAME, .margin = margin };
}

/* Merges the times and the names into marks. */
static bool merge(ww_scanner *s) {
	const ww_mark *time = s->times.at, *times_end = time + s->times.n;
	const ww_name *name = s->names.at, *names_end = name + s->names.n;
	s->marks.n = 0;
	while (time < times_end || name < names_end) {
		bool both = time < times_end && name < names_end;
		if (both && time->start < name->end && name->start < time->end) {
			if (name_wins(time, name))
				time++;
			else
				name++;
		} else if (name == names_end || (both && time->start < name->start)) {
			if (!add(s, *time++))
				return false;
		} else if (!add(s, mark_of(name++))) {
			return false;
		}
	}
	return true;
}

int ww_scan_marks(ww_scanner *s, const char *text, size_t len, const ww_evidence *evidence) {
	s->times.n = 0;
	int err = ww_date_scan(s->grammar, text, len, &s->tokens, &s->times);
	if (err)
		return err;
	if (!ww_name_tag(&s->names, &s->mem, &ww_name_weights, &s->words, text, evidence) || !merge(s))
		return WW_E_NOMEM;
	return WW_OK;
}
