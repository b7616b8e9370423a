/* What a copy editor would query in an article: the searches, and how what they find is
 * collected.  No false alarm is worth more than a catch: in doubt nothing is said. */
#include "finding.h"

#include <stdlib.h>

/* A search of its own goes here; see CONTRIBUTING.md. */
static int (*const searches[])(ww_document *, uint32_t) = {
	ww_find_in_dates,
	ww_find_in_persons,
	ww_find_in_spellings,
	ww_find_strays,
};

/* Findings are told in the order of the text, and of one place in that of their ids, so
 * that the order of the searches does not matter. */
static int by_place(const void *a, const void *b) {
	const ww_finding *x = a, *y = b;
	if (x->where.start != y->where.start)
		return x->where.start < y->where.start ? -1 : 1;
	return (int)x->id - (int)y->id;
}

/* Searches an article, unless that was done since the last edit.  After a failure nothing
 * is kept: what was found so far is not all. */
static int find_all(ww_document *doc, size_t article) {
	ww_findings *f = &doc->findings;
	if (f->valid && f->article == article)
		return WW_OK;
	int err = ww_doc_link(doc, article);
	if (err)
		return err;
	f->valid = false;
	f->n = 0;
	for (size_t i = 0; i < sizeof searches / sizeof *searches; i++) {
		err = searches[i](doc, (uint32_t)article);
		if (err)
			return err;
	}
	if (f->n)
		qsort(f->at, f->n, sizeof *f->at, by_place);
	f->article = (uint32_t)article;
	f->valid = true;
	return WW_OK;
}

int ww_document_findings(ww_document *doc, size_t article, size_t *n) {
	int err = find_all(doc, article);
	if (!err)
		*n = doc->findings.n;
	return err;
}

/* The first question works them out, the others read the list. */
int ww_document_finding(ww_document *doc, size_t article, size_t finding, ww_finding *out) {
	int err = find_all(doc, article);
	if (err || finding >= doc->findings.n)
		return err ? err : WW_E_RANGE;
	*out = doc->findings.at[finding];
	return WW_OK;
}
