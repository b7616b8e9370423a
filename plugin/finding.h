/* finding.h: what the searches for findings share. */
#ifndef WW_FINDING_H
#define WW_FINDING_H

#include "document.h"

/* Adds a finding of the article that is searched.  Errors: WW_E_NOMEM. */
int ww_finding_add(ww_document *doc, ww_finding finding);

/* The searches.  Each adds what it finds in an article whose names are linked, in any
 * order.  Errors: WW_E_NOMEM. */
int ww_find_in_dates(ww_document *doc, uint32_t article);
int ww_find_in_persons(ww_document *doc, uint32_t article);
int ww_find_in_spellings(ww_document *doc, uint32_t article);
int ww_find_strays(ww_document *doc, uint32_t article);

/* Adds a finding about a mention of the linked article, which another one explains. */
int ww_finding_add_name(ww_document *doc, ww_finding_id id, uint32_t mention, uint32_t other);

/* Whether a mention of the linked article stands neither in a heading nor in what
 * somebody else says. */
bool ww_finding_in_prose(const ww_document *doc, uint32_t mention);

#endif
