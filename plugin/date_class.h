/* date_class.h: sets of bytes, and how patterns write them. */
#ifndef WW_DATE_CLASS_H
#define WW_DATE_CLASS_H

#include <stdbool.h>
#include <stdint.h>

typedef struct {
	uint64_t bit[4];
} ww_byte_set;

static inline void ww_byte_set_add(ww_byte_set *set, uint8_t byte) {
	set->bit[byte / 64] |= UINT64_C(1) << byte % 64;
}

static inline bool ww_byte_set_has(const ww_byte_set *set, char byte) {
	return set->bit[(uint8_t)byte / 64] >> (uint8_t)byte % 64 & 1;
}

/* Adds the bytes from `first` to `last`, letters in both cases unless they are `exact`. */
void ww_byte_set_add_range(ww_byte_set *set, int first, int last, bool exact);

/* Adds white space, as PCRE2's \s. */
void ww_byte_set_add_white(ww_byte_set *set);

/* Makes it the set of all others. */
void ww_byte_set_invert(ww_byte_set *set);

/* What is read that is no byte: some, which were added to a set; what is not known. */
enum { WW_CLASS_SOME = -1, WW_CLASS_FAULT = -2 };

/* Reads the byte at *p, or what a backslash makes of it, and moves *p behind that. */
int ww_class_byte(const char **p, ww_byte_set *set, bool exact);

/* Reads a class, from behind its bracket to behind that which closes it; false at what is not
 * known.  With `blank`, which becomes whether one is in it, blanks are left out: they stand for
 * any white space, as outside of classes.  Else, and in a class of what is not, a blank may be a
 * line's end. */
bool ww_class_read(const char **p, ww_byte_set *set, bool exact, bool *blank);

#endif
