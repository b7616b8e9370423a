/* name_tell.c: what a block says of the words of its names.
 *
 * Each mention of a word with a capital tells what stands around it, as bits: that it follows a
 * title, that it ends a name which a given name begins.  This is of the block alone, so that the
 * same block tells the same whether it comes or goes; what all blocks told is kept by
 * name_evidence.c. */
#include "name_tell.h"

/* A stretch of words with capitals inside of a run, [first, end), with what each of its words
 * tells (`all`), and each that is not itself a word of organisations and places (`names`). */
typedef struct {
	uint32_t first, end;
	uint32_t all, names;
	bool heading;
} stretch;

/* The bit of a kind, or 0.  Most tests hold for few words: bits cost less than branches. */
static inline uint32_t told(ww_evidence_kind kind, bool is) {
	return (uint32_t)is << kind;
}

/* Whether word i is a sign of ASCII, by its hash.  Dashes of all sorts and quotation marks share
 * theirs: is_hyphen() looks at the text, and there is none for quotes. */
static inline bool is_mark(const ww_name_words *v, uint32_t i, char c) {
	return i < v->n && v->at[i].hash == WW_HASH_1(c);
}

static inline bool is_hyphen(const ww_name_word *w, const char *text) {
	return w->hash == WW_HASH_1('-') && text[w->start] == '-';
}

/* "World Health Organization (WHO)": whether the letters of the word at `i` are the initials of
 * the capitalised words that end before `end`; small words, "of" and "and", are passed over. */
static bool is_acronym(const ww_name_words *v, const char *text, uint32_t end, uint32_t i) {
	const ww_name_word *a = &v->at[i];
	if (a->form != WW_FORM_SHORT_UPPER && a->form != WW_FORM_UPPER)
		return false;
	const char *p = text + a->end;
	uint32_t left = a->end - a->start;
	enum { FAR = 12 }; /* words: no name is longer */
	for (uint32_t k = end; left > 0 && k > 0 && k + FAR > end; k--) {
		const ww_name_word *w = &v->at[k - 1];
		if (!ww_is_name(w))
			continue;
		if (text[w->start] != p[-1])
			return false;
		p--;
		left--;
	}
	return left == 0;
}

/* What the word before a stretch tells of its first word, within a line: "in Kano", "the Times",
 * "lawyer Obi", "striker Obi", "retailer Halloran", "director of Halloran". */
static uint32_t before(const ww_name_words *v, const stretch *s) {
	if (s->first == 0 || v->at[s->first].flags & WW_WORD_BREAK)
		return 0;
	const ww_name_word *b = &v->at[s->first - 1];
	const bool lower = b->form == WW_FORM_LOWER;
	uint32_t bits = told(WW_EV_IN, b->gaz & WW_GAZ_LOCATIVE) |
	                told(WW_EV_THE, b->hash == WW_HASH_3('t', 'h', 'e')) |
	                told(WW_EV_JOB, lower && b->gaz & (WW_GAZ_JOB | WW_GAZ_KIN)) |
	                told(WW_EV_SPORT, b->gaz & WW_GAZ_SPORT) |
	                told(WW_EV_FIRM, lower && b->gaz & WW_GAZ_FIRM);
	if (s->first >= 2 && (b->hash == WW_HASH_2('o', 'f') || b->hash == WW_HASH_2('a', 't')))
		bits |= told(WW_EV_OF, b[-1].gaz & (WW_GAZ_JOB | WW_GAZ_ORG_NOUN));
	return bits;
}

/* How many words after a stretch may be its subject's: "reopened its", "who lost his". */
enum { NEAR = 4 };

/* What a pronoun near behind tells, in the same clause: "Halloran reopened its", "Obi, who lost
 * his".  It may be somebody else's, so this is weak and weighed with the rest. */
static uint32_t pronoun(const ww_name_words *v, uint32_t i) {
	const uint32_t end = i + NEAR < v->n ? i + NEAR : v->n;
	for (; i < end; i++) {
		const ww_name_word *w = &v->at[i];
		if (w->form != WW_FORM_LOWER || w->flags & WW_WORD_BREAK)
			return 0;
		switch (w->hash) {
		case WW_HASH_3('i', 't', 's'):
			return 1u << WW_EV_ITS;
		case WW_HASH_2('h', 'e'):
		case WW_HASH_3('s', 'h', 'e'):
		case WW_HASH_3('h', 'i', 's'):
		case WW_HASH_3('h', 'e', 'r'):
			return 1u << WW_EV_HIS;
		default:
			break;
		}
	}
	return 0;
}

/* "Acme, a Dublin-based retailer": a noun for a firm in the words from i on, behind a comma. */
static bool is_told_firm(const ww_name_words *v, uint32_t i) {
	const uint32_t end = i + WW_NAME_APPOSITION < v->n ? i + WW_NAME_APPOSITION : v->n;
	for (; i < end; i++) {
		const ww_name_word *w = &v->at[i];
		if (w->flags & WW_WORD_BREAK || w->hash == WW_HASH_1(','))
			return false;
		if (w->gaz & WW_GAZ_FIRM && w->form == WW_FORM_LOWER)
			return true;
	}
	return false;
}

/* What the words behind a stretch tell of its last word: "Obi said", "Halloran shares", "Kano
 * 2", "Obi, who", "Kano-based", "Halloran's profits", "Halloran, a retailer,", "Dallas, Texas",
 * "Obi, 60". */
static uint32_t after(const ww_name_words *v, const char *text, const stretch *s) {
	const uint32_t i = s->end;
	if (i >= v->n || v->at[i].flags & WW_WORD_BREAK)
		return 0;
	const ww_name_word *a = &v->at[i], *next = i + 1 < v->n ? a + 1 : NULL;
	const uint32_t who = WW_HASH_3('w', 'h', 'o');
	uint32_t bits = told(WW_EV_SAID, a->gaz & WW_GAZ_SAY) |
	                told(WW_EV_ORG_ACT, a->gaz & (WW_GAZ_ORG_ACT | WW_GAZ_ORG_NOUN)) |
	                told(WW_EV_SPORT, a->gaz & WW_GAZ_SPORT) |
	                told(WW_EV_SCORE, a->form == WW_FORM_NUMBER &&
	                                  !(a[-1].gaz & WW_GAZ_CALENDAR)) |
	                told(WW_EV_WHO, a->hash == who) |
	                told(WW_EV_POSSESSIVE, a->form == WW_FORM_POSSESSIVE &&
	                                       s->end - s->first == 1);
	if (a->form == WW_FORM_LOWER)
		return bits | pronoun(v, i);
	if (!next)
		return bits;
	if (a->form == WW_FORM_POSSESSIVE)
		bits |= told(WW_EV_ORG_ACT, next->gaz & WW_GAZ_ORG_NOUN);
	else if (a->hash == WW_HASH_1(','))
		bits |= told(WW_EV_WHO, next->hash == who) |
		        told(WW_EV_FIRM, is_told_firm(v, i + 1)) |
		        told(WW_EV_COMMA_REGION, next->gaz & WW_GAZ_REGION) |
		        told(WW_EV_AGE, next->form == WW_FORM_NUMBER);
	else if (is_hyphen(a, text))
		bits |= told(WW_EV_BASED, next->hash == WW_HASH_5('b', 'a', 's', 'e', 'd'));
	return bits;
}

/* Titles and words of organisations are no evidence for themselves, "Bank" is no bank: only the
 * names beside them learn by it. */
enum {
	TITLE = WW_GAZ_TITLE | WW_GAZ_HONORIFIC,
	KEY = WW_GAZ_ORG_KEY | WW_GAZ_ORG_TAIL | WW_GAZ_PLACE_KEY
};

/* What the mention of word i in a stretch tells by the words of the stretch, and by a title before
 * it. */
static uint32_t within(const ww_name_words *v, const stretch *s, uint32_t i) {
	const ww_name_word *w = &v->at[i], *b = w - 1;
	const bool title = w->gaz & TITLE, key = w->gaz & KEY;
	uint32_t bits = s->all | (key ? 0 : s->names) |
	                (w->flags & WW_WORD_SENTENCE || s->heading ? 0 : WW_TOLD_INNER);
	if (i > 0 && !(w->flags & WW_WORD_BREAK) && !title)
		bits |= told(WW_EV_TITLE, b->gaz & TITLE) |
		        told(WW_EV_HONORIFIC, b->gaz & WW_GAZ_HONORIFIC && ww_is_name(b));
	if (i > s->first)
		bits |= told(WW_EV_FIRST, !key && (b->gaz & (WW_GAZ_FIRST | WW_GAZ_COMMON)) ==
		                                  WW_GAZ_FIRST) |
		        told(WW_EV_INITIAL, b->form == WW_FORM_INITIAL) |
		        told(WW_EV_LAST, i == s->end - 1 && v->at[s->first].gaz & WW_GAZ_FIRST);
	else
		bits |= told(WW_EV_GIVEN, s->end - i == 2 && w->gaz & WW_GAZ_FIRST && !(w[1].gaz & KEY));
	return bits;
}

/* The stretch that begins with word i. */
static stretch stretch_at(const ww_name_words *v, const char *text, ww_name_run run, uint32_t i) {
	stretch s = { .first = i, .end = i };
	ww_classes gaz = 0;
	s.heading = v->at[i].flags & (WW_WORD_UPPER | WW_WORD_HEADING);
	while (s.end < run.end && ww_is_name(&v->at[s.end]))
		gaz |= v->at[s.end++].gaz;
	s.names = told(WW_EV_ORG_KEY, gaz & WW_GAZ_ORG_KEY) |
	          told(WW_EV_ORG_TAIL, gaz & WW_GAZ_ORG_TAIL) |
	          told(WW_EV_PLACE_KEY, gaz & WW_GAZ_PLACE_KEY);
	s.all = told(WW_EV_LONG, s.end - i > 1);
	if (i > 0 && (v->at[i - 1].hash == WW_HASH_1('"') || v->at[i - 1].hash == WW_HASH_1('\'')))
		s.all |= told(WW_EV_QUOTED, ww_name_words_quoted(v, text, i, s.end));
	return s;
}

/* Each word of a stretch of capitals tells the same of the whole stretch, and its own part.  A
 * run has several stretches where small words part it: "Bank of England". */
static ww_told *tell_run(const ww_name_words *v, const char *text, ww_name_run run, ww_told *out) {
	for (uint32_t i = run.first; i < run.end;) {
		if (!ww_is_name(&v->at[i])) {
			i++;
			continue;
		}
		stretch s = stretch_at(v, text, run, i);
		ww_told *first = out;
		for (; i < s.end; i++)
			*out++ = (ww_told){ v->at[i].hash, within(v, &s, i) };
		uint32_t b = before(v, &s), a = after(v, text, &s);
		first->bits |= b;
		out[-1].bits |= a;
		if (out - first == 1 && is_mark(v, i, ')') && s.first >= 2 && is_mark(v, s.first - 1, '('))
			first->bits |= told(WW_EV_ACRONYM, is_acronym(v, text, s.first - 1, s.first));
		if (out - first == 1 && b & a & 1u << WW_EV_SPORT)
			first->bits |= WW_TOLD_SPORT_TWICE;
	}
	return out;
}

/* "The Assads" ask what is seen of "Assad", though it may stand nowhere with its capital. */
uint32_t ww_name_tell(const ww_name_words *words, const char *text, ww_told *out) {
	ww_told *end = out;
	for (uint32_t k = 0; k < words->n_runs; k++) {
		if (words->runs[k].singular)
			*end++ = (ww_told){ words->runs[k].singular, WW_TOLD_ASKED };
		end = tell_run(words, text, words->runs[k], end);
	}
	return (uint32_t)(end - out);
}

/* "Will" is a name less surely where "will" is one of the article's words. */
uint32_t ww_name_tell_lower(const ww_name_words *words, uint32_t *out) {
	enum { LOWER_BYTES = 3 }; /* shorter ones are function words, of any text */
	uint32_t n = 0;
	for (const ww_name_word *w = words->at, *end = w + words->n; w < end; w++) {
		out[n] = w->hash;
		n += (w->form == WW_FORM_LOWER) & (w->end - w->start >= LOWER_BYTES);
	}
	return n;
}
