/* What an article says about its own names: the evidence.
 *
 * What name_tell.c reads around each capitalised word is gathered over all of an article or
 * section, so that a bare "Holloway" below is known by "Mr Holloway" above.  An edit takes its old
 * words out again: after that all is as if the new text had been read alone.  That needs counts,
 * where a text that is only read needs answers: so counts are made by the first edit of a section,
 * from what was told.  What changed for a word is recorded, and only blocks that hold such a word
 * are looked at again. */
#include "name_evidence.h"

#include "sizes.h"

#include <string.h>

_Static_assert((WW_LONGEST_SECTION + WW_LONGEST_BLOCK) / 2 <= UINT16_MAX,
               "a section's words, of a letter and a blank at least, are counted in 16 bits");

/* A short article has some dozens of names: smaller tables would only grow soon. */
enum { FEWEST_SLOTS = 64 };

void ww_evidence_free(ww_evidence *ev, const ww_mem *mem) {
	ww_free(mem, ev->word, ev->cap_words * sizeof *ev->word);
	ww_free(mem, ev->slots.at, ev->slots.cap * sizeof *ev->slots.at);
	ww_free(mem, ev->told, ev->cap_told * sizeof *ev->told);
	ww_free(mem, ev->lower, ev->cap_lower * sizeof *ev->lower);
	ww_free(mem, ev->count, ev->cap_count * sizeof *ev->count);
	ww_free(mem, ev->lower_word, ev->cap_lower_slots * sizeof *ev->lower_word);
	ww_free(mem, ev->dirty, ev->cap_dirty * sizeof *ev->dirty);
	*ev = (ww_evidence){ 0 };
}

/* The tables keep their room, which the next section will want.  It will have about as many words,
 * so as many slots stay in use, but half of them where a quarter would do: short articles may
 * follow a long one. */
void ww_evidence_clear(ww_evidence *ev) {
	ww_evidence_slots *slots = &ev->slots;
	if (slots->n > FEWEST_SLOTS && ev->n_words * 8 < slots->n)
		slots->n /= 2;
	if (slots->n)
		memset(slots->at, 0, slots->n * sizeof *slots->at);
	ev->n_words = ev->n_told = ev->n_lower = ev->n_dirty = 0;
	ev->is_counted = false;
	ev->n_names = ev->n_sport = ev->n_scores = ev->sport = ev->size = 0;
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

/* --- the tables --- */

/* Where a hash leads among n places, a power of 2: multiplied by the golden ratio's fraction of
 * 2^32 first (Knuth), since only some of its bits choose. */
static inline uint32_t place_of(uint32_t hash, uint32_t n) {
	return hash * 0x9E3779B1u >> 7 & (n - 1);
}

/* Finds the slot of a hash, or the empty one where it belongs; there are slots. */
static inline uint32_t *find_slot(const ww_evidence *ev, uint32_t hash) {
	const ww_evidence_slots *slots = &ev->slots;
	uint32_t i = place_of(hash, slots->n);
	while (slots->at[i] && ev->word[slots->at[i] - 1].hash != hash)
		i = (i + 1) & (slots->n - 1);
	return &slots->at[i];
}

/* The entry of a word, or NULL. */
static inline ww_evidence_word *find_word(const ww_evidence *ev, uint32_t hash) {
	uint32_t i = ev->n_words ? *find_slot(ev, hash) : 0;
	return i ? &ev->word[i - 1] : NULL;
}

/* The same among lower-case words, of which there are some or a free place.  0 marks that, so the
 * hash 0 counts as 1. */
static inline ww_lower_word *find_lower(ww_lower_word *at, uint32_t n, uint32_t hash) {
	hash += hash == 0;
	uint32_t i = place_of(hash, n);
	while (at[i].hash && at[i].hash != hash)
		i = (i + 1) & (n - 1);
	return &at[i];
}

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

/* The same of n lower-case words, which lie where their hashes lead and move at once. */
static bool reserve_lower(ww_evidence *ev, const ww_mem *mem, size_t n) {
	uint32_t want = slots_for(n);
	if (want && want <= ev->n_lower_slots)
		return true;
	ww_lower_word *new = want ? ww_new(mem, want * sizeof *new) : NULL;
	if (!new)
		return false;
	memset(new, 0, want * sizeof *new);
	for (uint32_t i = 0; i < ev->n_lower_slots; i++)
		if (ev->lower_word[i].hash)
			*find_lower(new, want, ev->lower_word[i].hash) = ev->lower_word[i];
	ww_free(mem, ev->lower_word, ev->cap_lower_slots * sizeof *ev->lower_word);
	ev->lower_word = new;
	ev->n_lower_slots = ev->cap_lower_slots = want;
	return true;
}

/* Uses more slots when the words are more than half of them; room is reserved. */
static void spread(ww_evidence *ev) {
	ww_evidence_slots *slots = &ev->slots;
	slots->n = slots->n ? slots->n * 2 : FEWEST_SLOTS;
	memset(slots->at, 0, slots->n * sizeof *slots->at);
	for (uint32_t i = 0; i < ev->n_words; i++)
		*find_slot(ev, ev->word[i].hash) = i + 1;
}

/* The entry of a word, made when there is none. */
static ww_evidence_word *word_of(ww_evidence *ev, uint32_t hash) {
	if (ev->n_words * 2 >= ev->slots.n)
		spread(ev);
	uint32_t *slot = find_slot(ev, hash);
	if (!*slot) {
		ww_evidence_word new = { .hash = hash };
		if (ev->is_counted) {
			const ww_lower_word *l = find_lower(ev->lower_word, ev->n_lower_slots, hash);
			new.lower = (uint16_t)l->n;
			ev->count[ev->n_words] = (ww_evidence_count){ 0 };
		}
		ev->word[ev->n_words] = new;
		*slot = ++ev->n_words;
	}
	return &ev->word[*slot - 1];
}

/* A count as it is seen: beyond a few, one more says nothing more, and so changes no mark. */
static inline uint8_t clip(uint32_t count, uint8_t most) {
	return count < most ? (uint8_t)count : most;
}

enum { MOST_LOWER = 2, MOST_INNER = 3 };

/* A word that was never seen has an empty sight, but for what the article as a whole is about. */
ww_sight ww_evidence_look(const ww_evidence *ev, uint32_t hash) {
	ww_sight s = { .sport = ev->sport, .size = ev->size };
	const ww_evidence_word *w = find_word(ev, hash);
	if (w) {
		s.bits = w->bits;
		s.inner = clip(w->inner, MOST_INNER);
		s.lower = clip(w->lower, MOST_LOWER);
	}
	return s;
}

/* --- what is told --- */

/* Some of what a mention tells is the section's as a whole, `by` times. */
static void tell_section(ww_evidence *ev, uint32_t bits, uint32_t by) {
	ev->n_names += bits & WW_TOLD_ASKED ? 0 : by;
	ev->n_sport += bits & 1u << WW_EV_SPORT ? bits & WW_TOLD_SPORT_TWICE ? 2 * by : by : 0;
	ev->n_scores += bits & 1u << WW_EV_SCORE ? by : 0;
}

enum { KINDS = (1u << WW_N_EVIDENCE) - 1 };

/* While a section is read nothing goes: what is seen of its words only grows. */
static void tell_seen(ww_evidence *ev, const ww_told *told) {
	ww_evidence_word *w = word_of(ev, told->hash);
	w->bits |= told->bits & KINDS;
	w->inner = (uint16_t)(w->inner + (told->bits & WW_TOLD_INNER ? 1 : 0));
	tell_section(ev, told->bits, 1);
}

/* What was seen of a word is noted at its first touch: later ones may come back to it, as a key
 * and its undoing do. */
static void note(ww_evidence *ev, ww_evidence_word *w) {
	if (w->dirty)
		return;
	w->dirty = true;
	w->seen = w->bits;
	w->seen_inner = clip(w->inner, MOST_INNER) & 3u;
	w->seen_lower = clip(w->lower, MOST_LOWER) & 3u;
	ev->dirty[ev->n_dirty++] = (uint32_t)(w - ev->word);
}

/* Counts the kinds that a mention tells of word number `i`. */
static void count_kinds(ww_evidence *ev, uint32_t i, uint32_t bits, uint32_t by) {
	uint16_t *count = ev->count[i].of;
	for (uint32_t kind = 0, left = bits & KINDS; left; kind++, left >>= 1)
		if (left & 1)
			count[kind] = (uint16_t)(count[kind] + by);
}

/* In an edit what was told comes and goes. */
static void tell_counted(ww_evidence *ev, const ww_told *told, uint32_t by) {
	ww_evidence_word *w = word_of(ev, told->hash);
	const uint32_t i = (uint32_t)(w - ev->word);
	note(ev, w);
	count_kinds(ev, i, told->bits, by);
	for (uint32_t kind = 0, left = told->bits & KINDS; left; kind++, left >>= 1)
		if (left & 1)
			w->bits = (w->bits & ~(1u << kind) & KINDS) | (ev->count[i].of[kind] ? 1u << kind : 0);
	w->inner = (uint16_t)(w->inner + (told->bits & WW_TOLD_INNER ? by : 0));
	tell_section(ev, told->bits, by);
}

/* A lower-case word is counted for itself, as it may be a name's after the next key; and seen, if
 * it is one's already. */
static void count_lower(ww_evidence *ev, uint32_t hash, uint32_t by) {
	ww_lower_word *l = find_lower(ev->lower_word, ev->n_lower_slots, hash);
	if (!l->hash) {
		l->hash = hash + (hash == 0);
		ev->n_lower_words++;
	}
	l->n += by;
}

static void tell_lower(ww_evidence *ev, uint32_t hash, uint32_t by) {
	count_lower(ev, hash, by);
	ww_evidence_word *w = find_word(ev, hash);
	if (w) {
		note(ev, w);
		w->lower = (uint16_t)(w->lower + by);
	}
}

/* Room for n words with all that is kept of them. */
static bool reserve_words(ww_evidence *ev, const ww_mem *mem, size_t n) {
	return ww_reserve(mem, &ev->word, &ev->cap_words, n, sizeof *ev->word) &&
	       reserve_slots(mem, &ev->slots, n) &&
	       (!ev->is_counted ||
	        (ww_reserve(mem, &ev->count, &ev->cap_count, n, sizeof *ev->count) &&
	         ww_reserve(mem, &ev->dirty, &ev->cap_dirty, n, sizeof *ev->dirty)));
}

/* All room is made first: a lack of memory must not leave a block counted by half. */
bool ww_evidence_add(ww_evidence *ev, const ww_mem *mem, const ww_name_words *words,
                     const char *text, int by) {
	/* each name is in a run, which asks for one more; and one, as none have their place too */
	size_t names = (size_t)words->n_runs + 1, lowers = (size_t)words->n + 1;
	for (uint32_t i = 0; i < words->n_runs; i++)
		names += words->runs[i].end - words->runs[i].first;
	if (!reserve_words(ev, mem, ev->n_words + names) ||
	    !ww_reserve(mem, &ev->told, &ev->cap_told, ev->n_told + names, sizeof *ev->told) ||
	    !ww_reserve(mem, &ev->lower, &ev->cap_lower, ev->n_lower + lowers, sizeof *ev->lower) ||
	    (ev->is_counted && !reserve_lower(ev, mem, ev->n_lower_words + lowers)))
		return false;
	ww_told *told = ev->told + ev->n_told;
	uint32_t *lower = ev->lower + ev->n_lower;
	uint32_t n_told = ww_name_tell(words, text, told), n_lower = ww_name_tell_lower(words, lower);
	if (ev->is_counted) {
		for (uint32_t i = 0; i < n_told; i++)
			tell_counted(ev, &told[i], by < 0 ? UINT32_MAX : 1);
		for (uint32_t i = 0; i < n_lower; i++)
			tell_lower(ev, lower[i], by < 0 ? UINT32_MAX : 1);
	} else {
		for (uint32_t i = 0; i < n_told; i++)
			tell_seen(ev, &told[i]);
		ev->n_told += n_told;
		ev->n_lower += n_lower;
	}
	ev->sport = sport_of(ev);
	ev->size = size_of(ev);
	return true;
}

/* Lower-case words are many, and few of them are names' too: a filter of 4 KB, which is near,
 * holds most of them off, as a section has some hundred names.  Which ones nobody can foresee, so
 * that no branch asks: those that pass are put aside, and looked up together. */
static void see_lower(ww_evidence *ev) {
	enum { FILTER = 1 << 15, TOGETHER = 256 };
	uint64_t filter[FILTER / 64] = { 0 };
	uint32_t passed[TOGETHER];
	for (uint32_t i = 0; i < ev->n_words; i++) {
		uint32_t bit = place_of(ev->word[i].hash, FILTER);
		filter[bit / 64] |= UINT64_C(1) << bit % 64;
		ev->word[i].lower = 0;
	}
	for (uint32_t i = 0; i < ev->n_lower;) {
		uint32_t n = 0, end = ev->n_lower - i > TOGETHER ? i + TOGETHER : ev->n_lower;
		for (; i < end; i++) {
			uint32_t bit = place_of(ev->lower[i], FILTER);
			passed[n] = ev->lower[i];
			n += filter[bit / 64] >> bit % 64 & 1;
		}
		for (uint32_t k = 0; k < n; k++) {
			/* those before number n were put aside: NOLINTNEXTLINE */
			ww_evidence_word *w = find_word(ev, passed[k]);
			if (w)
				w->lower++;
		}
	}
}

/* What is counted is seen at once. */
void ww_evidence_settle(ww_evidence *ev) {
	if (!ev->is_counted)
		see_lower(ev);
}

/* --- the record --- */

/* Counts what was told of a section until now. */
static bool count_section(ww_evidence *ev, const ww_mem *mem) {
	ev->n_lower_words = 0;
	ev->n_lower_slots = slots_for(ev->n_lower) <= ev->cap_lower_slots ? slots_for(ev->n_lower) : 0;
	if (ev->n_lower_slots)
		memset(ev->lower_word, 0, ev->n_lower_slots * sizeof *ev->lower_word);
	ev->is_counted = true;
	if (!reserve_words(ev, mem, ev->n_words) || !reserve_lower(ev, mem, ev->n_lower)) {
		ev->is_counted = false;
		return false;
	}
	if (ev->n_words)
		memset(ev->count, 0, ev->n_words * sizeof *ev->count);
	for (uint32_t i = 0; i < ev->n_told; i++)
		count_kinds(ev, *find_slot(ev, ev->told[i].hash) - 1, ev->told[i].bits, 1);
	for (uint32_t i = 0; i < ev->n_lower; i++)
		count_lower(ev, ev->lower[i], 1);
	ev->n_told = ev->n_lower = 0;
	return true;
}

/* A record is open for one key only: counting a whole section changes all anyway. */
bool ww_evidence_record(ww_evidence *ev, const ww_mem *mem) {
	if (!ev->is_counted && !count_section(ev, mem))
		return false;
	ev->n_dirty = 0;
	ev->seen_sport = ev->sport;
	ev->seen_size = ev->size;
	return true;
}

uint64_t ww_evidence_changes(ww_evidence *ev) {
	uint64_t mask = 0;
	for (uint32_t i = 0; i < ev->n_dirty; i++) {
		ww_evidence_word *w = &ev->word[ev->dirty[i]];
		w->dirty = false;
		if (w->seen != w->bits || w->seen_inner != clip(w->inner, MOST_INNER) ||
		    w->seen_lower != clip(w->lower, MOST_LOWER))
			mask |= WW_NAME_MASK(w->hash);
	}
	ev->n_dirty = 0;
	return ev->sport == ev->seen_sport && ev->size == ev->seen_size ? mask : UINT64_MAX;
}
