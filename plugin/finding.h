/* finding.h: what the searches for findings share. */
#ifndef WW_FINDING_H
#define WW_FINDING_H

#include "document.h"

/* Adds a finding of the article that is searched.  Errors: WW_E_NOMEM. */
int ww_finding_add(ww_document *doc, ww_finding finding);

/* The searches.  Each adds what it finds in an article whose names are linked, in any
 * order.  Errors: WW_E_NOMEM. */
int ww_find_in_dates(ww_document *doc, uint32_t article);
int ww_find_in_surnames(ww_document *doc, uint32_t article);
int ww_find_in_spellings(ww_document *doc, uint32_t article);
int ww_find_in_first_references(ww_document *doc, uint32_t article);

/* Where a mention of the linked article stands. */
static inline ww_range ww_finding_where(const ww_document *doc, uint32_t mention) {
	return doc->cast.where[mention];
}

/* Whether two full names of one surname may be one person's: Martin and Marty, Rob
 * and Robert begin alike. */
bool ww_finding_short_form(const ww_document *doc, ww_range a, ww_range b);

#endif
