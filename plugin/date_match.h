/* date_match.h: matches one form of the grammar, and gives its parts. */
#ifndef WW_DATE_MATCH_H
#define WW_DATE_MATCH_H

#include "mark.h"

typedef struct ww_grammar ww_grammar;

/* What matching needs and leaves behind: the forms as PCRE2 has them, each
 * compiled when it is first tried, and its match.  It serves one thread at a
 * time; the grammar is never written to and serves any number. */
typedef struct ww_matcher ww_matcher;

/* Errors: WW_E_NOMEM.  `mem` is copied, `grammar` is borrowed. */
int ww_matcher_new(const ww_mem *mem, const ww_grammar *grammar, ww_matcher **out);
void ww_matcher_free(ww_matcher *matcher);

const ww_grammar *ww_matcher_grammar(const ww_matcher *matcher);

/* Tries a form at text[start]; *matches says whether it is there.  Its place,
 * and those of the ends of a range, m1 and m2, can be asked for until the next
 * try.  Errors: WW_E_NOMEM, WW_E_PATTERN. */
int ww_match_form(ww_matcher *matcher, unsigned form, const char *text, size_t len, size_t start,
                  bool *matches);
ww_range ww_match_whole(const ww_matcher *matcher);
bool ww_match_ends(const ww_matcher *matcher, ww_range ends[2]);

/* What is tried often is compiled further, for PCRE2's JIT, at once, or from now on when
 * ww_matcher_warm() is called: who calls that types, or somebody else does. */
void ww_matcher_postpone(ww_matcher *matcher);

/* Whether a form waits for that. */
bool ww_matcher_is_due(const ww_matcher *matcher);

/* Compiles a form further, or some that nobody has tried yet, for a caller that has nothing else
 * to do; *more says whether others are left.  Errors: WW_E_NOMEM, WW_E_PATTERN. */
int ww_matcher_warm(ww_matcher *matcher, bool *more);

/* Returns the block text[0, len) as patterns read it: the text itself, or a copy of the same
 * length (date_plain.h), which lives until the next call.  NULL when there is no memory. */
const char *ww_match_text(ww_matcher *matcher, const char *text, size_t len);

/* A named part of a time expression; `text` is NULL when it is not there. */
typedef struct {
	const char *text;
	size_t len;
} ww_piece;

/* The parts of one mention that are there: no form has more than 16. */
enum { WW_MOST_PARTS = 32 };
typedef struct {
	ww_piece own; /* of a range the end that the mention is; else all */
	unsigned n;
	struct {
		const char *name; /* lives as long as the matcher */
		ww_piece at;
	} part[WW_MOST_PARTS];
} ww_parts;

/* Matches the form of a mark of the block text[0, len) again and stores its parts,
 * which point into the text.  Errors: WW_E_NOMEM; WW_E_PATTERN when the mark is not
 * of this text. */
int ww_parts_read(ww_matcher *matcher, const char *text, size_t len, const ww_mark *mark,
                  ww_parts *out);

/* Returns a part by its name.  Of a range's end its own parts come before those of
 * the other end, and are all that ww_part_own() returns. */
ww_piece ww_part_of(const ww_parts *parts, const char *name);
ww_piece ww_part_own(const ww_parts *parts, const char *name);

#endif
