/* name_run.c: the runs of a block's words in which names are looked for.
 *
 * A run is a stretch of words with capitals and what may stand between them in a name: "Bank
 * of England", Robin "Bobo" Kaye, "von der Leyen".  It never goes over a line end that is no
 * mere wrap.  Most words of a text are in none, and nothing further is asked about them. */
#include "name_run.h"

#include "name_line.h"
#include "name_small.h"

#include <string.h>

void ww_name_words_free(ww_name_words *words, const ww_mem *mem) {
	ww_free(mem, words->at, words->cap * sizeof *words->at);
	ww_free(mem, words->runs, words->cap_runs * sizeof *words->runs);
	*words = (ww_name_words){ 0 };
}

/* In bytes: "della". */
enum { LONGEST_CONNECTOR = 5 };

/* Words in lower case and marks that stand inside of names: "of", "&", a hyphen that touches, a
 * number, 's, and the particles of surnames, "von". */
static bool is_connector(const ww_gazetteer_kept *kept, ww_name_word *w, const char *text) {
	uint32_t len = w->end - w->start;
	if (w->form == WW_FORM_POSSESSIVE || w->form == WW_FORM_NUMBER)
		return true;
	const char *p = text + w->start;
	if (w->form == WW_FORM_PUNCT)
		return len == 1 && (*p == '&' || (*p == '-' && w->flags & WW_WORD_TOUCHES));
	if (w->form != WW_FORM_LOWER || len > LONGEST_CONNECTOR)
		return false;
	return ww_word_list_find(&ww_small_words, w->hash) & WW_SMALL_JOINS ||
	       ww_name_word_look_up(kept, w) & WW_GAZ_PARTICLE;
}

/* A quotation mark of any sort: the two of a pair may differ, where a program has changed one of
 * them.  All of a sort have one hash. */
static bool is_quote(const ww_name_word *w) {
	return w->form == WW_FORM_PUNCT &&
	       (w->hash == WW_HASH_1('"') || w->hash == WW_HASH_1('\''));
}

/* A full stop or comma may stand before the mark that closes, as American papers set it. */
bool ww_name_words_quoted(const ww_name_words *words, const char *text, uint32_t first,
                          uint32_t end) {
	const ww_name_word *at = words->at;
	if (first == 0 || end >= words->n || !is_quote(&at[first - 1]))
		return false;
	if (is_quote(&at[end]))
		return true;
	return end + 1 < words->n && at[end].form == WW_FORM_PUNCT &&
	       (text[at[end].start] == ',' || text[at[end].start] == '.') &&
	       at[end + 1].flags & WW_WORD_TOUCHES && is_quote(&at[end + 1]);
}

/* What is known of the words of a block's runs so far. */
typedef struct {
	ww_name_words *v;
	const ww_gazetteer_kept *kept;
	const char *text;
	uint32_t known; /* the words before are looked up, as far as they are wanted */
} finder;

/* Looks up the words [first, end), but for those that were. */
static void look_up(finder *f, uint32_t first, uint32_t end) {
	end = end < f->v->n ? end : f->v->n;
	for (uint32_t i = first > f->known ? first : f->known; i < end; i++)
		ww_name_word_look_up(f->kept, &f->v->at[i]);
	f->known = end > f->known ? end : f->known;
}

/* Whether word i, if there is one, goes on with a name: it may be part of one, and no line end
 * parts it from what is before. */
static inline bool goes_on(const ww_name_words *v, uint32_t i) {
	return i < v->n && (v->at[i].flags & (WW_WORD_NAME | WW_WORD_BREAK)) == WW_WORD_NAME;
}

/* The end of a quoted nickname at word i, of up to three words, and of the name word after it,
 * as in Robin "Bobo" Kaye; i when there is none. */
static uint32_t after_nickname(const ww_name_words *v, uint32_t i) {
	uint32_t k = i + 1;
	while (k < i + 4 && goes_on(v, k))
		k++;
	if (k == i + 1 || k + 1 >= v->n || !is_quote(&v->at[k]) ||
	    !(v->at[k].flags & WW_WORD_TOUCHES) || !goes_on(v, k + 1) ||
	    v->at[k + 1].flags & WW_WORD_TOUCHES)
		return i;
	return k + 2;
}

/* The end of what may stand between two words with capitals at word i, which is none, and of the
 * second: up to two connectors, "Bank of the West", or a nickname; i when there is none.  Behind
 * most names is no other: that is asked first. */
static uint32_t after_inner(finder *f, uint32_t i) {
	ww_name_word *at = f->v->at;
	uint32_t next = goes_on(f->v, i + 1) ? i + 1 : i + 2;
	if (!goes_on(f->v, next))
		return i;
	if (is_quote(&at[i]))
		return after_nickname(f->v, i);
	for (uint32_t k = i; k < next; k++)
		if (at[k].flags & WW_WORD_BREAK || !is_connector(f->kept, &at[k], f->text))
			return i;
	return next + 1;
}

/* The end of the run that begins with the name word `first`; a number or 's may end it: "Boeing
 * 747", "Macy's". */
static uint32_t run_end(finder *f, uint32_t first) {
	const ww_name_words *v = f->v;
	uint32_t end = first + 1;
	while (end < v->n && !(v->at[end].flags & WW_WORD_BREAK)) {
		uint32_t next = ww_is_name(&v->at[end]) ? end + 1 : after_inner(f, end);
		if (next == end) {
			uint8_t form = v->at[end].form;
			return end + (form == WW_FORM_NUMBER || form == WW_FORM_POSSESSIVE);
		}
		end = next;
	}
	return end;
}

/* The first of at most two lower-case particles before word i, which are looked up: "von der
 * Leyen". */
static uint32_t run_start(const ww_name_words *v, uint32_t i, uint32_t least) {
	uint32_t first = i;
	while (first > least && first + 2 > i && v->at[first - 1].gaz & WW_GAZ_PARTICLE &&
	       v->at[first - 1].form == WW_FORM_LOWER &&
	       v->at[first - 1].end - v->at[first - 1].start <= LONGEST_CONNECTOR &&
	       !(v->at[first].flags & (WW_WORD_BREAK | WW_WORD_TOUCHES)))
		first--;
	return first;
}

/* The four classes that phrases of the lists are of; one byte a word is enough for them. */
static uint8_t phrase_classes(ww_classes gaz) {
	return (uint8_t)((gaz & WW_GAZ_CITY ? WW_PHRASE_CITY : 0) |
	                 (gaz & WW_GAZ_REGION ? WW_PHRASE_REGION : 0) |
	                 (gaz & WW_GAZ_DEMONYM ? WW_PHRASE_DEMONYM : 0) |
	                 (gaz & WW_GAZ_COMPANY ? WW_PHRASE_COMPANY : 0));
}

enum { PHRASE_WORDS = 4 };

/* The longest phrase that begins with a word wins.  A filter by its first two words keeps most
 * from being asked for (ww_gazetteer_begins): what is found is not kept, where it would take the
 * place of a word.  In a country's name a title is none. */
static void find_phrases(ww_name_word *at, uint32_t n) {
	for (uint32_t i = 0; i + 1 < n; i++) {
		if (!ww_is_name(&at[i]))
			continue;
		uint32_t hash = ww_gazetteer_join(WW_GAZETTEER_PHRASE, at[i].hash), longest = 0;
		ww_classes gaz = 0;
		if (!ww_gazetteer_begins(ww_gazetteer_join(hash, at[i + 1].hash)))
			continue;
		for (uint32_t k = 1; k < PHRASE_WORDS && i + k < n; k++) {
			hash = ww_gazetteer_join(hash, at[i + k].hash);
			ww_classes found = ww_gazetteer_find(hash);
			if (found) {
				longest = k + 1;
				gaz = found;
			}
		}
		for (uint32_t k = 0; k < longest; k++) {
			at[i + k].phrase |= phrase_classes(gaz) | (k ? WW_PHRASE_LATER : WW_PHRASE_FIRST);
			if (gaz & WW_GAZ_REGION) /* Sri Lanka: no title there */
				at[i + k].gaz &= ~(ww_classes)(WW_GAZ_TITLE | WW_GAZ_HONORIFIC);
		}
	}
}

/* "The Assads": the hash of "Assad", so that evidence on the person speaks for the family; 0
 * when the run does not begin like one.  By spelling alone, as names are in no dictionary. */
static uint32_t singular_of(const ww_name_words *words, const char *text, uint32_t first,
                            uint32_t end_of_run) {
	const uint32_t the = WW_HASH_3('t', 'h', 'e');
	uint32_t i = first + (words->at[first].hash == the);
	const ww_name_word *w = &words->at[i];
	if (i == 0 || i == end_of_run || w[-1].hash != the || !ww_is_name(w) ||
	    w->flags & WW_WORD_BREAK ||
	    (w->form != WW_FORM_CAPITAL && w->form != WW_FORM_MIXED && w->form != WW_FORM_APOSTROPHE))
		return 0;
	const char *end = text + w->end;
	uint32_t len = w->end - w->start;
	if (len < 4 || end[-1] != 's' || end[-2] == 's')
		return 0;
	bool es = end[-2] == 'e' && strchr("shxz", end[-3]);
	return ww_gazetteer_hash(text + w->start, len - (es ? 2 : 1));
}

/* Looks up the words of a run and those beside it that evidence, features and rules ask for,
 * as a look-up is dear and most words have no name near: classes further away may be unknown. */
static void add_run(finder *f, uint32_t first, uint32_t end) {
	ww_name_words *v = f->v;
	uint32_t singular = singular_of(v, f->text, first, end);
	v->runs[v->n_runs++] = (ww_name_run){ first, end, singular };
	/* two on each side: "a director of Acme", "Acme's shares", "Acme sharply cut" */
	bool comma = end < v->n && v->at[end].hash == WW_HASH_1(',');
	look_up(f, first > 1 ? first - 2 : 0, end + (comma ? 1 + WW_NAME_APPOSITION : 2));
	for (uint32_t i = first; i < end; i++)
		if (ww_is_name(&v->at[i]))
			v->mask |= WW_NAME_MASK(v->at[i].hash);
	if (singular)
		v->mask |= WW_NAME_MASK(singular);
	find_phrases(v->at + first, end - first);
}

/* "The", "He", "In" before a word in lower case at a sentence's start: no name, and so
 * many that it is worth while not to ask. */
static bool only_starts(const ww_name_words *v, uint32_t i) {
	const ww_name_word *w = &v->at[i], *next = w + 1;
	bool capital = w->form == WW_FORM_CAPITAL || w->form == WW_FORM_LETTER;
	if (!(w->flags & WW_WORD_SENTENCE) || !capital ||
	    i + 1 == v->n || next->form != WW_FORM_LOWER ||
	    next->flags & (WW_WORD_BREAK | WW_WORD_TOUCHES))
		return false;
	return ww_word_list_find(&ww_small_words, w->hash) & WW_SMALL_STARTS;
}

/* The longest run; one in a long line of capitals is cut. */
enum { RUN_WORDS = 60 };

/* Where runs may begin is known, in the room of the runs: a run has one such word at least, so that
 * none is written over before it was asked.  Runs ascend and do not overlap: particles before a run
 * are never those of the one before.  One in a long line of capitals is cut, so that a run's cost
 * is bounded. */
static void find_runs(ww_name_words *v, const ww_gazetteer_kept *kept, const char *text) {
	finder f = { v, kept, text, 0 };
	uint32_t least = 0, n = v->n_runs;
	v->n_runs = 0;
	v->mask = 0;
	for (uint32_t k = 0; k < n; k++) {
		uint32_t i = v->runs[k].first;
		if (i < least || !ww_is_name(&v->at[i]) || only_starts(v, i))
			continue;
		look_up(&f, i > 1 ? i - 2 : 0, i);
		uint32_t first = run_start(v, i, least), end = run_end(&f, i);
		if (first < i)
			f.known = 0;
		if (end - first > RUN_WORDS)
			end = first + RUN_WORDS;
		add_run(&f, first, end);
		least = end;
	}
}

bool ww_name_words_read(ww_name_words *words, const ww_mem *mem, const ww_gazetteer_kept *kept,
                        const ww_tokens *tokens, const char *text) {
	ww_name_reader r = { tokens->at, tokens->n, text, kept };
	if (!ww_name_lines_read(words, mem, &r))
		return false;
	find_runs(words, kept, text);
	return true;
}
