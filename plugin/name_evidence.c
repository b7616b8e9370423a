/* What an article says about its own names: the evidence.
 *
 * Each capitalised word is counted with what stands around it, over all of an article or
 * section, so that a bare "Holloway" below is known by "Mr Holloway" above.  Counts are kept
 * and not only answers, since an edit takes its old words out again: after that all is as if
 * the new text had been read alone.  What changed for a word is recorded, and only blocks
 * that hold such a word are looked at again. */
#include "name_evidence.h"

#include <string.h>

void ww_evidence_free(ww_evidence *ev, const ww_mem *mem) {
	ww_free(mem, ev->word, ev->cap_words * sizeof *ev->word);
	ww_free(mem, ev->word_slots.at, ev->word_slots.cap * sizeof *ev->word_slots.at);
	ww_free(mem, ev->lower, ev->cap_lower * sizeof *ev->lower);
	ww_free(mem, ev->dirty, ev->cap_dirty * sizeof *ev->dirty);
	*ev = (ww_evidence){ 0 };
}

/* The tables keep their room, which the next section will want.  Slots are cleared when the
 * first word comes; lower-case words lie in theirs and are cleared here. */
void ww_evidence_clear(ww_evidence *ev) {
	ev->n_words = ev->n_lower = ev->n_dirty = 0;
	ev->word_slots.n = 0;
	if (ev->cap_lower)
		memset(ev->lower, 0, ev->cap_lower * sizeof *ev->lower);
	ev->n_names = ev->n_sport = ev->n_scores = ev->sport = ev->size = 0;
	ev->records = false;
}

/* 0, 1 or 2: whether names of a sort are less than one of 14, at least that, or at least one of
 * 6. */
static uint32_t share(const ww_evidence *ev, uint32_t n) {
	enum { SOME = 14, MANY = 6 };
	return (uint32_t)((uint64_t)n * SOME >= ev->n_names) +
	       (uint32_t)((uint64_t)n * MANY >= ev->n_names);
}

/* An article is of sport, or a list, by the share of its names that stand beside such words: in
 * three steps each, so that one word more rarely changes what is seen of all. */
static uint8_t sport_of(const ww_evidence *ev) {
	return ev->n_names ? (uint8_t)(share(ev, ev->n_sport) + 3 * share(ev, ev->n_scores)) : 0;
}

/* That nothing speaks for a person says little in a brief, and much in a long article, which gives
 * names in full first: 8 words are two or three names, 30 those of a short article. */
static uint8_t size_of(const ww_evidence *ev) {
	return (uint8_t)((ev->n_names >= 8) + (ev->n_names >= 30));
}

/* The two tables: of capitalised words, and of lower-case ones. */
/* Where a hash leads among n places, a power of 2: multiplied by the golden ratio's fraction of
 * 2^32 first (Knuth), since only some of its bits choose. */
static uint32_t place_of(uint32_t hash, uint32_t n) {
	return hash * 0x9E3779B1u >> 7 & (n - 1);
}

/* Finds the slot of a hash, or the empty one where it belongs; there are slots. */
static inline uint32_t *find_slot(const ww_evidence *ev, uint32_t hash) {
	const ww_evidence_slots *slots = &ev->word_slots;
	uint32_t i = place_of(hash, slots->n);
	while (slots->at[i] && ev->word[slots->at[i] - 1].hash != hash)
		i = (i + 1) & (slots->n - 1);
	return &slots->at[i];
}

/* The same among lower-case words.  0 marks a free place here, so the hash 0 counts as 1. */
static inline ww_lower_word *find_lower(ww_lower_word *at, uint32_t n, uint32_t hash) {
	hash += hash == 0;
	uint32_t i = place_of(hash, n);
	while (at[i].hash && at[i].hash != hash)
		i = (i + 1) & (n - 1);
	return &at[i];
}

/* A short article has some dozens of names: smaller tables would only grow soon. */
enum { FEWEST_SLOTS = 64 };

/* The slots of `n` items at a load of at most one half; 0 when they are too many. */
static uint32_t slots_for(size_t n) {
	uint32_t slots = FEWEST_SLOTS;
	while (slots < n * 2) {
		if (slots > UINT32_MAX / 8)
			return 0;
		slots *= 2;
	}
	return slots;
}

/* Makes room for the slots that n words will need, which are spread over it when they come: so
 * adding cannot fail any more. */
static bool reserve_slots(const ww_mem *mem, ww_evidence_slots *slots, size_t n) {
	uint32_t want = slots_for(n);
	if (want && want <= slots->cap)
		return true;
	uint32_t *new = want ? ww_new(mem, want * sizeof *new) : NULL;
	if (!new)
		return false;
	if (slots->n)
		memcpy(new, slots->at, slots->n * sizeof *new);
	ww_free(mem, slots->at, slots->cap * sizeof *slots->at);
	slots->at = new;
	slots->cap = want;
	return true;
}

/* The same of lower-case words, which lie where their hashes lead and move at once. */
static bool reserve_lower(ww_evidence *ev, const ww_mem *mem, size_t n) {
	uint32_t want = slots_for(n);
	if (want && want <= ev->cap_lower)
		return true;
	ww_lower_word *new = want ? ww_new(mem, want * sizeof *new) : NULL;
	if (!new)
		return false;
	memset(new, 0, want * sizeof *new);
	for (uint32_t i = 0; i < ev->cap_lower; i++)
		if (ev->lower[i].hash)
			*find_lower(new, want, ev->lower[i].hash) = ev->lower[i];
	ww_free(mem, ev->lower, ev->cap_lower * sizeof *ev->lower);
	ev->lower = new;
	ev->cap_lower = want;
	return true;
}

/* Uses more slots when the words are more than half of them; room is reserved. */
static void spread(ww_evidence *ev) {
	ww_evidence_slots *slots = &ev->word_slots;
	slots->n = slots->n ? slots->n * 2 : FEWEST_SLOTS;
	memset(slots->at, 0, slots->n * sizeof *slots->at);
	for (uint32_t i = 0; i < ev->n_words; i++)
		*find_slot(ev, ev->word[i].hash) = i + 1;
}

/* A count as it is seen: beyond a few, one more says nothing more, and so changes no mark. */
static uint8_t clip(uint32_t count, uint8_t most) {
	return count < most ? (uint8_t)count : most;
}

/* A word that was never seen has an empty sight, but for what the article as a whole is about. */
ww_sight ww_evidence_look(const ww_evidence *ev, uint32_t hash) {
	ww_sight s = { .sport = ev->sport, .size = ev->size };
	if (ev->n_words) {
		uint32_t i = *find_slot(ev, hash);
		if (i) {
			s.bits = ev->word[i - 1].bits;
			s.inner = clip(ev->word[i - 1].inner, 3);
		}
	}
	if (ev->n_lower)
		s.lower = clip(find_lower(ev->lower, ev->cap_lower, hash)->count, 2);
	return s;
}

/* What a block says. */

/* A block, and whether what it says is added or taken away: that is the same walk with another
 * sign, so that both can never differ. */
typedef struct {
	ww_evidence *ev;
	const ww_name_words *words;
	const char *text;
	uint32_t by; /* 1, or its negative */
} teller;

#define SEEN_BITS ((1u << WW_N_EVIDENCE) - 1)

/* The entry of a word, made when there is none.  While changes are recorded, what was seen of it
 * is noted at its first touch: later ones may come back to it, as a key and its undoing do. */
static ww_evidence_word *word_of(ww_evidence *ev, uint32_t hash) {
	if (ev->n_words * 2 >= ev->word_slots.n)
		spread(ev);
	uint32_t *slot = find_slot(ev, hash);
	if (!*slot) {
		memset(&ev->word[ev->n_words], 0, sizeof *ev->word);
		ev->word[ev->n_words].hash = hash;
		*slot = ++ev->n_words;
	}
	ww_evidence_word *w = &ev->word[*slot - 1];
	if (ev->records && !w->dirty) {
		w->dirty = true;
		w->seen = w->bits & SEEN_BITS;
		w->seen_inner = clip(w->inner, 3) & 3u;
		ev->dirty[ev->n_dirty++] = hash;
	}
	return w;
}

/* Counts one piece of evidence, and sport's and scores' for the section as a whole. */
static void tell(const teller *t, ww_evidence_word *w, ww_evidence_kind kind) {
	w->count[kind] = (uint16_t)(w->count[kind] + t->by);
	if (kind == WW_EV_SPORT)
		t->ev->n_sport += t->by;
	if (kind == WW_EV_SCORE)
		t->ev->n_scores += t->by;
	if (w->count[kind])
		w->bits |= 1u << kind;
	else
		w->bits &= ~(1u << kind);
}

/* Counts a lower-case word forth or back.  The hash 0 is that of a free place, so that it is
 * counted as 1; both are rare. */
static void tell_lower(const teller *t, uint32_t hash) {
	ww_evidence *ev = t->ev;
	ww_lower_word *w = find_lower(ev->lower, ev->cap_lower, hash);
	if (!w->hash) {
		w->hash = hash + (hash == 0);
		ev->n_lower++;
	}
	if (ev->records && !w->dirty) {
		w->dirty = true;
		w->seen = clip(w->count, 2);
		ev->dirty[ev->n_dirty++] = hash;
	}
	w->count = (uint16_t)(w->count + t->by);
}

/* A stretch of words with capitals inside of a run, [first, end). */
typedef struct {
	uint32_t first, end;
	bool org_key, org_tail, place_key, heading, quoted;
} stretch;

/* Whether word i is a sign of ASCII. */
static bool is_mark(const teller *t, uint32_t i, char c) {
	const ww_name_words *v = t->words;
	return i < v->n && v->at[i].form == WW_FORM_PUNCT && t->text[v->at[i].start] == c;
}

/* "World Health Organization (WHO)": whether the letters of the word at `i` are the initials of
 * the capitalised words that end before `end`; small words, "of" and "and", are passed over. */
static bool is_acronym(const teller *t, uint32_t end, uint32_t i) {
	const ww_name_words *v = t->words;
	const ww_name_word *a = &v->at[i];
	if (a->form != WW_FORM_SHORT_UPPER && a->form != WW_FORM_UPPER)
		return false;
	const char *p = t->text + a->end;
	uint32_t left = a->end - a->start;
	enum { FAR = 12 }; /* words: no name is longer */
	for (uint32_t k = end; left > 0 && k > 0 && k + FAR > end; k--) {
		const ww_name_word *w = &v->at[k - 1];
		if (!ww_is_name(w))
			continue;
		if (t->text[w->start] != p[-1])
			return false;
		p--;
		left--;
	}
	return left == 0;
}

/* What the word before a stretch tells of its first word, within a line: "in Kano", "the Times",
 * "lawyer Obi", "striker Obi", "retailer Halloran", "director of Halloran". */
static void tell_before(const teller *t, const stretch *s, ww_evidence_word *e) {
	const ww_name_words *v = t->words;
	if (s->first == 0 || v->at[s->first].flags & WW_WORD_BREAK)
		return;
	const ww_name_word *b = &v->at[s->first - 1];
	if (b->gaz & WW_GAZ_LOCATIVE)
		tell(t, e, WW_EV_IN);
	if (b->hash == WW_HASH_3('t', 'h', 'e'))
		tell(t, e, WW_EV_THE);
	if (b->form == WW_FORM_LOWER && b->gaz & (WW_GAZ_JOB | WW_GAZ_KIN))
		tell(t, e, WW_EV_JOB);
	if (b->gaz & WW_GAZ_SPORT)
		tell(t, e, WW_EV_SPORT);
	if (b->gaz & WW_GAZ_FIRM && b->form == WW_FORM_LOWER)
		tell(t, e, WW_EV_FIRM);
	if (s->first >= 2 && (b->hash == WW_HASH_2('o', 'f') || b->hash == WW_HASH_2('a', 't')) &&
	    v->at[s->first - 2].gaz & (WW_GAZ_JOB | WW_GAZ_ORG_NOUN))
		tell(t, e, WW_EV_OF);
}

/* How many words after a stretch may be its subject's: "reopened its", "who lost his". */
enum { NEAR = 4 };

/* What a pronoun near behind tells, in the same clause: "Halloran reopened its", "Obi, who lost
 * his".  It may be somebody else's, so this is weak and weighed with the rest. */
static void tell_pronoun(const teller *t, const stretch *s, ww_evidence_word *e) {
	const ww_name_words *v = t->words;
	for (uint32_t i = s->end; i < v->n && i < s->end + NEAR; i++) {
		const ww_name_word *w = &v->at[i];
		if (w->form != WW_FORM_LOWER || w->flags & WW_WORD_BREAK)
			return;
		if (w->end - w->start > 3)
			continue;
		switch (w->hash) {
		case WW_HASH_3('i', 't', 's'):
			tell(t, e, WW_EV_ITS);
			return;
		case WW_HASH_2('h', 'e'):
		case WW_HASH_3('s', 'h', 'e'):
		case WW_HASH_3('h', 'i', 's'):
		case WW_HASH_3('h', 'e', 'r'):
			tell(t, e, WW_EV_HIS);
			return;
		default:
			break;
		}
	}
}

/* "Acme, a Dublin-based retailer": a noun for a firm in the words after a comma. */
static bool is_told_firm(const teller *t, uint32_t i) {
	const ww_name_words *v = t->words;
	if (!is_mark(t, i, ','))
		return false;
	for (uint32_t k = i + 1; k < v->n && k <= i + WW_NAME_APPOSITION; k++) {
		if (v->at[k].flags & WW_WORD_BREAK || is_mark(t, k, ','))
			return false;
		if (v->at[k].gaz & WW_GAZ_FIRM && v->at[k].form == WW_FORM_LOWER)
			return true;
	}
	return false;
}

/* What the words behind a stretch tell of its last word: "Obi said", "Halloran shares", "Kano
 * 2", "Obi, who", "Kano-based", "Halloran's profits", "Halloran, a retailer,", "Dallas, Texas",
 * "Obi, 60". */
static void tell_after(const teller *t, const stretch *s, ww_evidence_word *e) {
	const ww_name_words *v = t->words;
	uint32_t i = s->end;
	if (i >= v->n || v->at[i].flags & WW_WORD_BREAK)
		return;
	const ww_name_word *a = &v->at[i];
	if (a->gaz & WW_GAZ_SAY)
		tell(t, e, WW_EV_SAID);
	if (a->gaz & (WW_GAZ_ORG_ACT | WW_GAZ_ORG_NOUN))
		tell(t, e, WW_EV_ORG_ACT);
	if (a->gaz & WW_GAZ_SPORT)
		tell(t, e, WW_EV_SPORT);
	if (a->form == WW_FORM_NUMBER && !(a[-1].gaz & WW_GAZ_CALENDAR))
		tell(t, e, WW_EV_SCORE);
	const uint32_t who = WW_HASH_3('w', 'h', 'o');
	if (a->hash == who || (is_mark(t, i, ',') && i + 1 < v->n && v->at[i + 1].hash == who))
		tell(t, e, WW_EV_WHO);
	const uint32_t based = WW_HASH_5('b', 'a', 's', 'e', 'd');
	if (is_mark(t, i, '-') && i + 1 < v->n && v->at[i + 1].hash == based)
		tell(t, e, WW_EV_BASED);
	if (a->form == WW_FORM_POSSESSIVE) {
		if (s->end - s->first == 1)
			tell(t, e, WW_EV_POSSESSIVE);
		if (i + 1 < v->n && v->at[i + 1].gaz & WW_GAZ_ORG_NOUN)
			tell(t, e, WW_EV_ORG_ACT);
	}
	if (is_told_firm(t, i))
		tell(t, e, WW_EV_FIRM);
	tell_pronoun(t, s, e);
	if (is_mark(t, i, ',') && i + 1 < v->n) {
		if (v->at[i + 1].gaz & WW_GAZ_REGION)
			tell(t, e, WW_EV_COMMA_REGION);
		if (v->at[i + 1].form == WW_FORM_NUMBER)
			tell(t, e, WW_EV_AGE);
	}
}

/* All that the mention of word i in a stretch tells.  Titles and words of organisations are no
 * evidence for themselves, "Bank" is no bank: only the names beside them learn by it. */
static void tell_word(const teller *t, const stretch *s, uint32_t i) {
	const ww_name_words *v = t->words;
	const ww_name_word *w = &v->at[i], *b = i > 0 ? w - 1 : NULL;
	ww_evidence_word *e = word_of(t->ev, w->hash);
	t->ev->n_names += t->by;
	const uint32_t title = WW_GAZ_TITLE | WW_GAZ_HONORIFIC;
	const uint32_t key = WW_GAZ_ORG_KEY | WW_GAZ_ORG_TAIL | WW_GAZ_PLACE_KEY;
	if (!(w->flags & WW_WORD_SENTENCE) && !s->heading)
		e->inner = (uint16_t)(e->inner + t->by);
	if (b && !(w->flags & WW_WORD_BREAK)) {
		if (b->gaz & title && !(w->gaz & title))
			tell(t, e, WW_EV_TITLE);
		if (b->gaz & WW_GAZ_HONORIFIC && ww_is_name(b) && !(w->gaz & title))
			tell(t, e, WW_EV_HONORIFIC);
	}
	if (i > s->first) {
		if (b->gaz & WW_GAZ_FIRST && !(b->gaz & WW_GAZ_COMMON) && !(w->gaz & key))
			tell(t, e, WW_EV_FIRST);
		if (b->form == WW_FORM_INITIAL)
			tell(t, e, WW_EV_INITIAL);
	}
	if (s->org_key && !(w->gaz & key))
		tell(t, e, WW_EV_ORG_KEY);
	if (s->org_tail && !(w->gaz & key))
		tell(t, e, WW_EV_ORG_TAIL);
	if (s->place_key && !(w->gaz & key))
		tell(t, e, WW_EV_PLACE_KEY);
	if (s->end - s->first > 1) {
		tell(t, e, WW_EV_LONG);
		if (i == s->end - 1 && v->at[s->first].gaz & WW_GAZ_FIRST)
			tell(t, e, WW_EV_LAST);
		if (i == s->first && s->end - s->first == 2 && w->gaz & WW_GAZ_FIRST &&
		    !(v->at[i + 1].gaz & key))
			tell(t, e, WW_EV_GIVEN);
	}
	if (s->quoted)
		tell(t, e, WW_EV_QUOTED);
	if (i == s->first)
		tell_before(t, s, e);
	if (i == s->end - 1)
		tell_after(t, s, e);
	if (is_mark(t, i + 1, ')') && i >= 2 && is_mark(t, i - 1, '(') && is_acronym(t, i - 1, i))
		tell(t, e, WW_EV_ACRONYM);
}

/* Each word of a stretch of capitals tells the same of the whole stretch, and its own part.  A
 * run has several stretches where small words part it: "Bank of England". */
static void tell_run(const teller *t, ww_name_run run) {
	const ww_name_words *v = t->words;
	for (uint32_t i = run.first; i < run.end;) {
		if (!ww_is_name(&v->at[i])) {
			i++;
			continue;
		}
		stretch s = { .first = i, .end = i };
		s.heading = v->at[i].flags & (WW_WORD_UPPER | WW_WORD_HEADING);
		while (s.end < run.end && ww_is_name(&v->at[s.end])) {
			s.org_key |= (v->at[s.end].gaz & WW_GAZ_ORG_KEY) != 0;
			s.org_tail |= (v->at[s.end].gaz & WW_GAZ_ORG_TAIL) != 0;
			s.place_key |= (v->at[s.end].gaz & WW_GAZ_PLACE_KEY) != 0;
			s.end++;
		}
		s.quoted = ww_name_words_quoted(v, t->text, s.first, s.end);
		for (; i < s.end; i++)
			tell_word(t, &s, i);
	}
}

/* Which words stand in lower case too: "Will" is a name less surely where "will" is one of the
 * article's words. */
static void tell_lowers(const teller *t) {
	enum { LOWER_BYTES = 3 }; /* shorter ones are function words, of any text */
	const ww_name_word *end = t->words->at + t->words->n;
	for (const ww_name_word *w = t->words->at; w < end; w++)
		if (w->form == WW_FORM_LOWER && w->end - w->start >= LOWER_BYTES)
			tell_lower(t, w->hash);
}

/* All room is made first: a lack of memory must not leave a block counted by half. */
bool ww_evidence_add(ww_evidence *ev, const ww_mem *mem, const ww_name_words *words,
                     const char *text, int by) {
	uint32_t names = 0; /* each is in a run */
	for (uint32_t i = 0; i < words->n_runs; i++)
		names += words->runs[i].end - words->runs[i].first;
	size_t n_words = (size_t)ev->n_words + names, n_lower = (size_t)ev->n_lower + words->n;
	if (!ww_reserve(mem, &ev->word, &ev->cap_words, n_words, sizeof *ev->word) ||
	    (ev->records &&
	     !ww_reserve(mem, &ev->dirty, &ev->cap_dirty, n_words + n_lower, sizeof *ev->dirty)) ||
	    !reserve_slots(mem, &ev->word_slots, n_words) || !reserve_lower(ev, mem, n_lower))
		return false;
	teller t = { ev, words, text, by < 0 ? UINT32_MAX : 1 };
	if (words->n)
		tell_lowers(&t);
	for (uint32_t i = 0; i < words->n_runs; i++)
		tell_run(&t, words->runs[i]);
	ev->sport = sport_of(ev);
	ev->size = size_of(ev);
	return true;
}

/* Whether a word is seen otherwise than when the record was opened. */
static bool word_changed(ww_evidence *ev, uint32_t hash) {
	uint32_t i = ev->n_words ? *find_slot(ev, hash) : 0;
	if (!i)
		return false;
	ww_evidence_word *w = &ev->word[i - 1];
	if (!w->dirty)
		return false;
	w->dirty = false;
	return w->seen != w->bits || w->seen_inner != clip(w->inner, 3);
}

/* The same of a lower-case word: what is seen of it is its count, up to two. */
static bool lower_changed(ww_evidence *ev, uint32_t hash) {
	ww_lower_word *w = find_lower(ev->lower, ev->cap_lower, hash);
	bool changed = w->dirty && w->seen != clip(w->count, 2);
	w->dirty = false;
	return changed;
}

/* A record is open for one key only: counting a whole section changes all anyway. */
void ww_evidence_record(ww_evidence *ev) {
	ev->records = true;
	ev->n_dirty = 0;
	ev->seen_sport = ev->sport;
	ev->seen_size = ev->size;
}

/* A word may be in the record twice, as a name and in lower case: each asks both tables, and the
 * second time finds nothing. */
uint64_t ww_evidence_changes(ww_evidence *ev) {
	uint64_t mask = 0;
	for (uint32_t i = 0; i < ev->n_dirty; i++) {
		bool word = word_changed(ev, ev->dirty[i]), lower = lower_changed(ev, ev->dirty[i]);
		if (word || lower)
			mask |= WW_NAME_MASK(ev->dirty[i]);
	}
	ev->n_dirty = 0;
	ev->records = false;
	return ev->sport == ev->seen_sport && ev->size == ev->seen_size ? mask : UINT64_MAX;
}
