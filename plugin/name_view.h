/* name_view.h: what can be seen of a run and around it. */
#ifndef WW_NAME_VIEW_H
#define WW_NAME_VIEW_H

#include "name_evidence.h"

enum { WW_NAME_RUN_MAX = 64 }; /* words of a run, at most */

/* A run that is being looked at: sight[i] is of word run.first + i, if it may be a
 * part of a name. */
typedef struct {
	const ww_name_words *words;
	const char *text;
	ww_name_run run;
	uint32_t low, high; /* the run and two words on each side, if in its line */
	const ww_evidence *evidence;
	ww_sight sight[WW_NAME_RUN_MAX];
	ww_sight of_singular; /* what is seen of run.singular, if there is one */
} ww_name_view;

/* Prepares to look at a run of a block. */
void ww_name_view_run(ww_name_view *view, const ww_name_words *words, const char *text,
                      const ww_evidence *ev, ww_name_run run);

/* The end of the stretch that begins with word i: words with capitals side by side, or a word
 * without one alone.  It never leaves its run, as a run may be cut out of a long line of
 * capitals. */
static inline uint32_t ww_name_stretch_end(const ww_name_view *view, uint32_t i) {
	const ww_name_word *at = view->words->at;
	uint32_t end = i + 1;
	if (ww_is_name(&at[i]))
		while (end < view->run.end && ww_is_name(&at[end]))
			end++;
	return end;
}

/* Stands for what is outside of the line. */
extern const ww_name_word ww_view_edge;

/* The word at i, or the edge. */
static inline const ww_name_word *ww_view_at(const ww_name_view *v, int64_t i) {
	return i >= v->low && i < v->high ? &v->words->at[i] : &ww_view_edge;
}

/* The classes that the model knows; the others are for linking. */
#define WW_VIEW_CLASSES \
	(UINT32_MAX & ~(uint32_t)(WW_GAZ_MALE | WW_GAZ_FEMALE | WW_GAZ_QUALIFIER | WW_GAZ_LEGAL_FORM | \
	                          WW_GAZ_OUTSIDE))

/* The classes of a word that the model knows. */
static inline uint32_t ww_view_classes(const ww_name_word *w) {
	return (uint32_t)w->gaz & WW_VIEW_CLASSES;
}

/* What stands for words used alike: the cluster; of marks their own hash, and of numbers one for
 * all. */
static inline uint32_t ww_view_cluster(const ww_name_word *w) {
	uint32_t own = w->form == WW_FORM_NUMBER ? WW_GAZETTEER_CLUSTERS : w->hash;
	return w->form < WW_FORM_NUMBER ? w->cluster : own;
}

static inline uint32_t ww_least(uint32_t a, uint32_t b) {
	return a < b ? a : b;
}

/* Four letters in lower case, of bytes of which the first is the highest. */
static inline uint32_t lower_bytes(uint32_t h) {
	uint32_t low7 = h & 0x7F7F7F7Fu;
	uint32_t uppers = (low7 + 0x3F3F3F3Fu) & ~(low7 + 0x25252525u) & ~h & 0x80808080u;
	return h | uppers >> 2;
}

static inline uint32_t four_bytes(const char *at) {
	const uint8_t *p = (const uint8_t *)at;
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static inline uint32_t short_bytes(const char *p, uint32_t n) {
	uint32_t h = 0;
	for (uint32_t i = 0; i < n; i++)
		h = h << 8 | (uint8_t)p[i];
	return h;
}

/* The first four bytes of a word, or all, in lower case and from the highest byte
 * on; the last ones, down to the lowest. */
static inline uint32_t ww_view_head(const ww_name_view *v, const ww_name_word *w) {
	uint32_t len = w->end - w->start;
	return lower_bytes(len >= 4 ? four_bytes(v->text + w->start)
	                            /* a word has a byte: NOLINTNEXTLINE */
	                            : short_bytes(v->text + w->start, len) << (4 - len) * 8);
}

static inline uint32_t ww_view_tail(const ww_name_view *v, const ww_name_word *w) {
	uint32_t len = w->end - w->start;
	return lower_bytes(len >= 4 ? four_bytes(v->text + w->end - 4)
	                            : short_bytes(v->text + w->start, len));
}

/* The classes that tell most, together. */
enum {
	WW_VIEW_KEYS = WW_GAZ_FIRST | WW_GAZ_CITY | WW_GAZ_REGION | WW_GAZ_DEMONYM | WW_GAZ_ORG_KEY |
	               WW_GAZ_ORG_TAIL | WW_GAZ_TITLE | WW_GAZ_HONORIFIC | WW_GAZ_PLACE_KEY |
	               WW_GAZ_COMMON | WW_GAZ_CALENDAR
};

#endif
