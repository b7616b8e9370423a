/* Keeps what the searches find, below them all: a search knows neither the others nor who
 * asks for findings.  The list is in no order until all have searched. */
#include "finding.h"

int ww_finding_add(ww_document *doc, ww_finding finding) {
	ww_findings *f = &doc->findings;
	if (!ww_reserve(&doc->mem, &f->at, &f->cap, f->n + (size_t)1, sizeof *f->at))
		return WW_E_NOMEM;
	f->at[f->n++] = finding;
	return WW_OK;
}

int ww_finding_add_name(ww_document *doc, ww_finding_id id, uint32_t mention, uint32_t other) {
	return ww_finding_add(doc, (ww_finding){ .id = (uint8_t)id,
	                                         .where = doc->cast.where[mention],
	                                         .other = doc->cast.where[other] });
}
