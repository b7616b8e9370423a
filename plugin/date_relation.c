/* What an expression relates to: the article's day, or the date told last. */
#include "date_resolve.h"

/* What "now" is: the article's day; in a narrative the date told last. */
const ww_moment *ww_now(const ww_resolve *r) {
	const ww_chain *c = r->chain;
	return c->narrative && c->last.known ? &c->last : &c->reference;
}

/* What "that", "the following" and "later" relate to. */
const ww_moment *ww_anchor(const ww_resolve *r) {
	return r->chain->last.known ? &r->chain->last : ww_now(r);
}

ww_tense ww_resolve_tense(const ww_resolve *r) {
	return ww_tense_at(r->text, r->len, r->mark->start, r->mark->end);
}
