/* A document is a gap buffer of text with a gap array of blocks.  After an edit
 * blocks are cut anew from the first that can have changed until a cut falls on
 * an old one, and scanned.  What is new is prepared before anything old is given
 * up, so that a refused allocation leaves the document as it was.
 *
 * Names need evidence from around them: that of their article, or of a section
 * of it when it is long, so that a key press in a file of any length costs the
 * same.  Only the evidence of the section that was edited last is kept; an edit
 * elsewhere counts that section's anew. */
#include "document.h"

#include <string.h>

/* A section begins at a block that its own text chooses, some way after the
 * last began: so an edit moves no border but near itself. */
enum { SECTION = 32768, LONGEST_SECTION = 262144 };

const char *ww_strerror(int err) {
	switch (err) {
	case WW_OK: return "no error";
	case WW_E_NOMEM: return "not enough memory";
	case WW_E_TOO_LONG: return "text too long: 4 GiB at most";
	case WW_E_RANGE: return "position outside of the text";
	case WW_E_DATE: return "not a date of the form YYYY-MM-DD";
	case WW_E_PATTERN: return "a pattern was refused";
	default: return "unknown error";
	}
}

const char *ww_kind_name(ww_kind kind) {
	static const char *const names[] = { "date",   "time", "duration", "set",
		                             "person", "org",  "place",    "misc" };
	return (unsigned)kind < WW_N_KINDS ? names[kind] : "unknown";
}

const char *ww_date_source_name(ww_date_source source) {
	static const char *const names[] = { "nothing", "option", "header", "line", "dateline" };
	return (unsigned)source < WW_N_SOURCES ? names[source] : "unknown";
}

const char *ww_form_name(uint16_t form) {
	return form == WW_FORM_NAME ? "name" : form >= WW_FORM_RULE ? "rule" : ww_date_form_name(form);
}

int ww_engine_new(ww_alloc_fn alloc, void *ud, ww_engine **out) {
	ww_mem mem = { alloc, ud };
	ww_engine *engine = ww_new(&mem, sizeof *engine);
	if (!engine)
		return WW_E_NOMEM;
	*engine = (ww_engine){ .mem = mem };
	int err = ww_grammar_new(&mem, &engine->grammar);
	if (!err)
		err = ww_matcher_new(&mem, engine->grammar, &engine->matcher);
	if (err) {
		ww_engine_free(engine);
		return err;
	}
	*out = engine;
	return WW_OK;
}

void ww_engine_free(ww_engine *engine) {
	if (!engine)
		return;
	ww_mem mem = engine->mem;
	ww_matcher_free(engine->matcher);
	ww_grammar_free(engine->grammar);
	ww_free(&mem, engine, sizeof *engine);
}

size_t ww_document_len(const ww_document *doc) {
	return ww_doc_len(doc);
}

int ww_document_copy(const ww_document *doc, size_t start, size_t end, char *out) {
	if (start > end || end > ww_doc_len(doc))
		return WW_E_RANGE;
	ww_text_copy(&doc->text, (uint32_t)start, (uint32_t)end, out);
	return WW_OK;
}

size_t ww_document_common(const ww_document *doc, size_t pos, bool back, const char *text,
                          size_t len) {
	size_t rest = pos > ww_doc_len(doc) ? 0 : back ? pos : ww_doc_len(doc) - pos;
	uint32_t n = (uint32_t)(len < rest ? len : rest);
	if (n == 0)
		return 0;
	return back ? ww_text_equal_behind(&doc->text, (uint32_t)pos, text + len, n)
	            : ww_text_equal_ahead(&doc->text, (uint32_t)pos, text, n);
}

static void free_marks(const ww_document *doc, ww_block *b) {
	ww_free(&doc->mem, b->marks, ((size_t)b->n_marks + b->n_beneath) * sizeof *b->marks);
}

static void free_fresh(ww_document *doc) {
	for (uint32_t i = 0; i < doc->fresh.n; i++)
		free_marks(doc, &doc->fresh.at[i]);
	doc->fresh.n = doc->again.n = 0;
}

int ww_document_new(ww_engine *engine, const ww_options *options, ww_document **out) {
	ww_reference given = { .source = WW_FROM_NOTHING };
	if (options && options->date) {
		if (!ww_parse_iso_date(options->date, strlen(options->date), &given.date))
			return WW_E_DATE;
		given.source = WW_FROM_OPTION;
	}
	const ww_mem *mem = &engine->mem;
	ww_document *doc = ww_new(mem, sizeof *doc);
	if (!doc)
		return WW_E_NOMEM;
	*doc = (ww_document){ .engine = engine, .mem = *mem, .given = given };
	doc->narrative = options && options->narrative;
	doc->lazy = options && options->lazy;
	ww_scanner_init(&doc->scanner, mem, engine->matcher);
	doc->scanner.rules = options ? options->rules : NULL;
	ww_gap_init(&doc->blocks, sizeof(ww_block));
	ww_gap_init(&doc->articles, sizeof(ww_border));
	ww_gap_init(&doc->sections, sizeof(ww_border));
	if (!ww_gap_reserve(&doc->blocks, mem, 1) || !ww_gap_reserve(&doc->articles, mem, 1) ||
	    !ww_gap_reserve(&doc->sections, mem, 1)) {
		ww_document_free(doc);
		return WW_E_NOMEM;
	}
	ww_gap_push(&doc->blocks, &(ww_block){ 0 });
	ww_gap_push(&doc->articles, &(ww_border){ 0 });
	ww_gap_push(&doc->sections, &(ww_border){ 0 });
	*out = doc;
	return WW_OK;
}

static void free_positions(ww_positions *p, const ww_mem *mem) {
	ww_free(mem, p->at, p->cap * sizeof *p->at);
}

void ww_document_free(ww_document *doc) {
	if (!doc)
		return;
	ww_mem mem = doc->mem;
	for (uint32_t i = 0; i < ww_gap_count(&doc->blocks); i++)
		free_marks(doc, ww_doc_block(doc, i));
	ww_gap_free(&doc->blocks, &mem);
	ww_gap_free(&doc->articles, &mem);
	ww_gap_free(&doc->sections, &mem);
	ww_scanner_free(&doc->scanner);
	ww_evidence_free(&doc->evidence, &mem);
	ww_free(&mem, doc->fresh.at, doc->fresh.cap * sizeof *doc->fresh.at);
	free_positions(&doc->again, &mem);
	free_positions(&doc->new_articles, &mem);
	free_positions(&doc->new_sections, &mem);
	ww_entities_free(&doc->cast.entities, &mem);
	ww_free(&mem, doc->cast.where, doc->cast.where_cap * sizeof *doc->cast.where);
	ww_free(&mem, doc->findings.at, doc->findings.cap * sizeof *doc->findings.at);
	ww_free(&mem, doc->findings.bearer, doc->findings.bearers_cap * sizeof *doc->findings.bearer);
	ww_text_free(&doc->text, &mem);
	ww_free(&mem, doc, sizeof *doc);
}

/* One edit: the old blocks [first, last) make room for doc->fresh.  Old blocks
 * before the gap have positions of the old text, those after it of the new. */
typedef struct {
	ww_document *doc;
	uint32_t start, removed, inserted;
	uint32_t first, last;
	uint32_t from, to;      /* where these blocks lie; `to` in the new text */
	uint32_t cut_to;        /* where the cuts met the old ones */
	uint32_t sections_to;   /* from here on the sections are the old ones */
	bool one_section;       /* no section's border is in what was cut, or was */
	bool unread;            /* its sections are left unread */
} change;

/* Cutting. */

/* Finds the end of the block that starts at `start`; 0 when there is no memory.
 * Most blocks end within the first window; the window grows for those that
 * do not. */
static uint32_t find_block_end(ww_document *doc, uint32_t start, bool *is_article) {
	uint32_t left = ww_doc_len(doc) - start;
	for (uint32_t window = 8192;; window = window > left / 4 ? left : window * 4) {
		bool more = window < left;
		uint32_t len = more ? window : left;
		const char *text = ww_doc_view(doc, start, start + len);
		if (!text)
			return 0;
		size_t size = ww_block_end(text, len, more, is_article);
		if (size)
			return start + (uint32_t)size;
	}
}

static bool add_position(ww_document *doc, ww_positions *list, uint32_t position) {
	if (!ww_reserve(&doc->mem, &list->at, &list->cap, list->n + (size_t)1, sizeof *list->at))
		return false;
	list->at[list->n++] = position;
	return true;
}

static bool add_fresh(ww_document *doc, ww_block b) {
	ww_blocks *fresh = &doc->fresh;
	if (!ww_reserve(&doc->mem, &fresh->at, &fresh->cap, fresh->n + (size_t)1, sizeof *fresh->at))
		return false;
	fresh->at[fresh->n++] = b;
	return true;
}

/* Whether the block at `start` may begin a section: its first bytes decide, for
 * about one in sixteen. */
static bool may_start_section(const ww_document *doc, uint32_t start) {
	char first[8];
	uint32_t len = ww_doc_len(doc), end = len - start < sizeof first ? len : start + 8;
	ww_text_copy(&doc->text, start, end, first);
	uint32_t hash = WW_HASH_START;
	for (uint32_t i = 0; i < end - start; i++)
		hash = WW_HASH_ADD(hash, first[i]);
	return (hash >> 16) % 16 == 0;
}

static bool starts_section(bool may_start, uint32_t size_before) {
	return (may_start && size_before >= SECTION) || size_before >= LONGEST_SECTION;
}

/* The first border of `list` that stands after its gap; UINT32_MAX at the end. */
static uint32_t next_border(const ww_document *doc, const ww_gap *list, uint32_t i) {
	return i < ww_gap_count(list) ? ww_gap_position(list, i, ww_doc_len(doc)) : UINT32_MAX;
}

/* After the cuts: goes on from old block c->last with the choice of sections
 * until it is the old one again. */
static bool choose_sections(change *c, uint32_t section) {
	ww_document *doc = c->doc;
	uint32_t len = ww_doc_len(doc), a = doc->articles.left, s = doc->sections.left;
	for (uint32_t i = c->last; i < ww_gap_count(&doc->blocks); i++) {
		uint32_t start = ww_doc_block_start(doc, i);
		while (next_border(doc, &doc->articles, a) < start)
			a++;
		while (next_border(doc, &doc->sections, s) < start)
			s++;
		bool was_section = next_border(doc, &doc->sections, s) == start;
		bool chosen;
		if (i == c->last) /* the last cut has said whether an article begins */
			chosen = doc->new_sections.n && doc->new_sections.at[doc->new_sections.n - 1] == start;
		else
			chosen = next_border(doc, &doc->articles, a) == start ||
			         starts_section(ww_doc_block(doc, i)->may_start, start - section);
		if (chosen && was_section) {
			if (i == c->last)
				doc->new_sections.n--;
			c->sections_to = start;
			return true;
		}
		if (chosen) {
			section = start;
			if (i != c->last && !add_position(doc, &doc->new_sections, start))
				return false;
		}
	}
	c->sections_to = len;
	return true;
}

/* Whether no section began, or begins, between c->from and c->sections_to. */
static bool is_one_section(const change *c) {
	const ww_gap *old = &c->doc->sections;
	uint32_t len = ww_doc_len(c->doc), i = ww_gap_find_left(old, c->from) + 1;
	bool was = i < ww_gap_count(old) &&
	           (i < old->left || ww_gap_position(old, i, len) < c->sections_to);
	return !was && c->doc->new_sections.n == 0;
}

/* Cuts from block c->first until, at or after the edit, a cut falls on the start
 * of an old block, which becomes c->last. */
static int cut_blocks(change *c) {
	ww_document *doc = c->doc;
	uint32_t n = ww_gap_count(&doc->blocks), len = ww_doc_len(doc);
	uint32_t edited = c->start + c->inserted;
	uint32_t old = c->first + 1; /* the old block that a cut may fall on */
	uint32_t start = c->from;
	uint32_t section = ww_gap_position(&doc->sections, ww_gap_find_left(&doc->sections, start), len);
	doc->new_articles.n = doc->new_sections.n = 0;
	for (;;) {
		bool is_article = false;
		uint32_t end = start;
		if (start < len && (end = find_block_end(doc, start, &is_article)) == 0)
			return WW_E_NOMEM;
		if (!add_fresh(doc, (ww_block){ .start = start, .may_start = may_start_section(doc, start) }))
			return WW_E_NOMEM;
		if (end < len && is_article && !add_position(doc, &doc->new_articles, end))
			return WW_E_NOMEM;
		if (end < len && (is_article || starts_section(may_start_section(doc, end), end - section))) {
			if (!add_position(doc, &doc->new_sections, end))
				return WW_E_NOMEM;
			section = end;
		}
		while (old < n && (old < doc->blocks.left || ww_doc_block_start(doc, old) < end))
			old++;
		if (end == len || (end >= edited && old < n && ww_doc_block_start(doc, old) == end)) {
			c->last = end == len ? n : old;
			c->to = c->cut_to = end;
			if (!choose_sections(c, section))
				return WW_E_NOMEM;
			c->one_section = is_one_section(c);
			return WW_OK;
		}
		start = end;
	}
}

/* Marking. */

/* Takes the words of the block [start, end) out of the evidence. */
static int discount_block(ww_document *doc, uint32_t start, uint32_t end) {
	const char *text = ww_doc_view(doc, start, end);
	if (!text)
		return WW_E_NOMEM;
	int err = ww_scan_words(&doc->scanner, text, end - start);
	if (!err && !ww_evidence_add(&doc->evidence, &doc->mem, &doc->scanner.words, text, -1))
		err = WW_E_NOMEM;
	return err;
}

/* Reads the block [start, end), and counts its words as evidence if they are new. */
static int read_block(ww_document *doc, uint32_t start, uint32_t end, bool is_new) {
	const char *text = ww_doc_view(doc, start, end);
	if (!text)
		return WW_E_NOMEM;
	int err = ww_scan_read(&doc->scanner, text, end - start);
	if (!err && is_new &&
	    !ww_evidence_add(&doc->evidence, &doc->mem, &doc->scanner.words, text, 1))
		err = WW_E_NOMEM;
	return err;
}

/* Finds the marks of block `b`, which ends at `end` and was read as number `i`. */
static int mark_block(ww_document *doc, ww_block *b, uint32_t end, uint32_t i) {
	const char *text = ww_doc_view(doc, b->start, end);
	if (!text)
		return WW_E_NOMEM;
	ww_scanner *s = &doc->scanner;
	int err = ww_scan_marks(s, i, text, &doc->evidence);
	if (err)
		return err;
	b->mask = s->block[i].mask;
	b->n_marks = b->n_beneath = 0;
	b->marks = NULL;
	if (s->marks.n + s->beneath.n) {
		b->marks = ww_new(&doc->mem, ((size_t)s->marks.n + s->beneath.n) * sizeof *b->marks);
		if (!b->marks)
			return WW_E_NOMEM;
		b->n_marks = s->marks.n;
		b->n_beneath = s->beneath.n;
		if (b->n_marks)
			memcpy(b->marks, s->marks.at, b->n_marks * sizeof *b->marks);
		if (b->n_beneath)
			memcpy(b->marks + b->n_marks, s->beneath.at, b->n_beneath * sizeof *b->marks);
	}
	return WW_OK;
}

/* The end of fresh block i, of which the last ends at `to`. */
static uint32_t fresh_end(const ww_document *doc, uint32_t i, uint32_t to) {
	return i + 1 < doc->fresh.n ? doc->fresh.at[i + 1].start : to;
}

/* Marks the fresh blocks [i, end) of one section, whose evidence is counted
 * from them alone. */
static int mark_section(ww_document *doc, uint32_t i, uint32_t end, uint32_t to) {
	int err = WW_OK;
	doc->has_evidence = false;
	ww_evidence_clear(&doc->evidence);
	ww_scan_forget(&doc->scanner);
	for (uint32_t b = i; !err && b < end; b++)
		err = read_block(doc, doc->fresh.at[b].start, fresh_end(doc, b, to), true);
	ww_evidence_changes(&doc->evidence);
	for (uint32_t b = i; !err && b < end; b++)
		err = mark_block(doc, &doc->fresh.at[b], fresh_end(doc, b, to), b - i);
	return err;
}

/* Makes the blocks around the change fresh too, so that they are whole sections,
 * and marks them all, unless they are left for later. */
static int mark_sections(change *c) {
	ww_document *doc = c->doc;
	uint32_t len = ww_doc_len(doc), cuts = doc->fresh.n;
	uint32_t section = ww_gap_find_left(&doc->sections, c->from);
	uint32_t from = ww_gap_position(&doc->sections, section, len);
	uint32_t first = ww_gap_find_left(&doc->blocks, from), before = c->first - first;
	for (uint32_t i = first; i < c->first; i++)
		if (!add_fresh(doc, (ww_block){ 0 }))
			return WW_E_NOMEM;
	memmove(doc->fresh.at + before, doc->fresh.at, cuts * sizeof *doc->fresh.at);
	for (uint32_t i = 0; i < before; i++)
		doc->fresh.at[i] = (ww_block){ .start = ww_doc_block_start(doc, first + i),
			                       .may_start = ww_doc_block(doc, first + i)->may_start };
	uint32_t last = c->last;
	for (; last < ww_gap_count(&doc->blocks) && ww_doc_block_start(doc, last) < c->sections_to; last++)
		if (!add_fresh(doc, (ww_block){ .start = ww_doc_block_start(doc, last),
		                                .may_start = ww_doc_block(doc, last)->may_start }))
			return WW_E_NOMEM;
	c->first = first;
	c->last = last;
	c->to = c->sections_to;
	doc->has_evidence = false;
	c->unread = doc->lazy;
	if (c->unread)
		return WW_OK;
	uint32_t border = 0, i = 0;
	while (i < doc->fresh.n) {
		uint32_t end = border < doc->new_sections.n ? doc->new_sections.at[border++] : c->to;
		uint32_t stop = i + 1;
		while (stop < doc->fresh.n && doc->fresh.at[stop].start < end)
			stop++;
		int err = mark_section(doc, i, stop, c->to);
		if (err)
			return err;
		i = stop;
	}
	doc->has_evidence = true;
	doc->evidence_section = section + doc->new_sections.n;
	return WW_OK;
}

/* Marks the fresh blocks of a section whose evidence is known, and those around
 * them whose words are now seen otherwise: their numbers go to doc->again, and
 * they themselves behind the fresh ones. */
static int mark_changes(change *c) {
	ww_document *doc = c->doc;
	uint32_t len = ww_doc_len(doc), cuts = doc->fresh.n;
	int err = WW_OK;
	doc->has_evidence = false; /* until all went well */
	ww_text_undo(&doc->text);
	for (uint32_t i = c->first; !err && i < c->last; i++)
		err = discount_block(doc, ww_doc_block_start(doc, i), ww_doc_block_start(doc, i + 1));
	ww_text_redo(&doc->text);
	ww_scan_forget(&doc->scanner);
	for (uint32_t i = 0; !err && i < cuts; i++)
		err = read_block(doc, doc->fresh.at[i].start, fresh_end(doc, i, c->to), true);
	uint64_t seen = ww_evidence_changes(&doc->evidence);
	for (uint32_t i = 0; !err && i < cuts; i++)
		err = mark_block(doc, &doc->fresh.at[i], fresh_end(doc, i, c->to), i);

	uint32_t section = ww_gap_position(&doc->sections, doc->evidence_section, len);
	uint32_t i = ww_gap_find_left(&doc->blocks, section);
	while (!err && seen && i < ww_gap_count(&doc->blocks)) {
		if (i == c->first)
			i = c->last;
		uint32_t start = ww_doc_block_start(doc, i);
		if (i == ww_gap_count(&doc->blocks) || (i >= c->last && start >= c->sections_to))
			break;
		if (ww_doc_block(doc, i)->mask & seen) {
			ww_block b = { .start = start, .may_start = ww_doc_block(doc, i)->may_start };
			uint32_t end = ww_doc_block_start(doc, i + 1), number = doc->fresh.n;
			if (!add_fresh(doc, b) || !add_position(doc, &doc->again, i))
				return WW_E_NOMEM;
			err = read_block(doc, start, end, false);
			if (!err)
				err = mark_block(doc, &doc->fresh.at[number], end, number);
		}
		i++;
	}
	if (err)
		return err;
	doc->has_evidence = true;
	return WW_OK;
}

/* What changed. */

/* A place among the marks of the old blocks or the fresh ones. */
typedef struct {
	uint32_t block, mark;
} place;

/* Returns where a range of the old text has gone: a host that moves its marks
 * with the text has it there.  Empty when all of it was removed. */
static ww_range moved(const change *c, uint32_t start, uint32_t end) {
	uint32_t old_end = c->start + c->removed, new_end = c->start + c->inserted;
	start = start < c->start ? start : start < old_end ? new_end : start - old_end + new_end;
	end = end <= c->start ? end : end < old_end ? c->start : end - old_end + new_end;
	return (ww_range){ start, end > start ? end : start };
}

/* Returns a mark of an old block at its new place. */
static ww_range old_range(const change *c, uint32_t i, const ww_mark *mark) {
	uint32_t start = ww_doc_block_start(c->doc, i);
	if (i >= c->doc->blocks.left)
		return (ww_range){ start + mark->start, start + mark->end };
	return moved(c, start + mark->start, start + mark->end);
}

static ww_range fresh_range(const ww_block *b, const ww_mark *mark) {
	return (ww_range){ b->start + mark->start, b->start + mark->end };
}

static void widen(ww_range *hull, ww_range by) {
	if (by.start == by.end)
		return;
	if (hull->start == hull->end) {
		*hull = by;
		return;
	}
	if (by.start < hull->start)
		hull->start = by.start;
	if (by.end > hull->end)
		hull->end = by.end;
}

/* Steps to the next mark of the old blocks up to `last`; NULL at the end. */
static const ww_mark *old_mark(const change *c, place *at, uint32_t last) {
	for (; at->block < last; at->block++, at->mark = 0) {
		const ww_block *b = ww_doc_block(c->doc, at->block);
		if (at->mark < b->n_marks)
			return &b->marks[at->mark];
	}
	return NULL;
}

static const ww_mark *fresh_mark(const ww_blocks *fresh, place *at, uint32_t last) {
	for (; at->block < last; at->block++, at->mark = 0)
		if (at->mark < fresh->at[at->block].n_marks)
			return &fresh->at[at->block].marks[at->mark];
	return NULL;
}

/* Widens the hull by what differs between the marks of old blocks and of fresh
 * ones: a merge in which equals cancel out. */
static void compare(const change *c, place old, uint32_t old_last, place new, uint32_t new_last,
                    ww_range *hull) {
	const ww_blocks *fresh = &c->doc->fresh;
	for (;;) {
		const ww_mark *o = old_mark(c, &old, old_last), *f = fresh_mark(fresh, &new, new_last);
		if (!o && !f)
			return;
		ww_range from = { UINT32_MAX, UINT32_MAX }, to = { UINT32_MAX, UINT32_MAX };
		if (o)
			from = old_range(c, old.block, o);
		if (f)
			to = fresh_range(&fresh->at[new.block], f);
		if (o && f && from.start == to.start && from.end == to.end && o->kind == f->kind &&
		    o->flags == f->flags) {
			old.mark++;
			new.mark++;
		} else if (o && from.start <= to.start) {
			widen(hull, from);
			old.mark++;
		} else {
			widen(hull, to);
			new.mark++;
		}
	}
}

static ww_range changed_range(const change *c) {
	const ww_document *doc = c->doc;
	uint32_t cuts = doc->fresh.n - doc->again.n;
	ww_range hull = { 0, 0 };
	compare(c, (place){ c->first, 0 }, c->last, (place){ 0, 0 }, cuts, &hull);
	for (uint32_t i = 0; i < doc->again.n; i++) {
		uint32_t old = doc->again.at[i];
		compare(c, (place){ old, 0 }, old + 1, (place){ cuts + i, 0 }, cuts + i + 1, &hull);
	}
	if (c->unread) /* from its section's start, which lies before the cuts */
		widen(&hull, (ww_range){ doc->fresh.at[0].start, c->to });
	return hull;
}

/* Puts the positions in `now` in the place of the borders in (from, to); a
 * border at `to` goes too when `with_end`. */
static void replace_borders(const change *c, ww_gap *list, uint32_t to, bool with_end,
                            const ww_positions *now) {
	uint32_t len = ww_doc_len(c->doc);
	uint32_t keep = ww_gap_find_left(list, c->from) + 1, past = keep;
	while (past < ww_gap_count(list)) {
		uint32_t at = ww_gap_position(list, past, len);
		if (past >= list->left && (at > to || (at == to && !with_end)))
			break;
		past++;
	}
	ww_gap_move(list, past, len);
	ww_gap_drop(list, past - keep);
	for (uint32_t i = 0; i < now->n; i++)
		ww_gap_push(list, &(ww_border){ now->at[i], c->unread });
}

static bool *unread(const ww_document *doc, uint32_t section) {
	return &((ww_border *)ww_gap_item(&doc->sections, section))->unread;
}

/* Gives up what was worked out about an article for those who asked. */
static void forget_answers(ww_document *doc) {
	doc->cursor.valid = doc->cast.valid = doc->findings.valid = false;
}

/* Puts what is fresh in the place of the old; nothing can fail here. */
static void commit(change *c) {
	ww_document *doc = c->doc;
	uint32_t len = ww_doc_len(doc), cuts = doc->fresh.n - doc->again.n;
	for (uint32_t i = 0; i < doc->again.n; i++) {
		ww_block *b = ww_doc_block(doc, doc->again.at[i]), *f = &doc->fresh.at[cuts + i];
		free_marks(doc, b);
		b->marks = f->marks;
		b->n_marks = f->n_marks;
		b->n_beneath = f->n_beneath;
		b->mask = f->mask;
	}
	ww_gap_move(&doc->blocks, c->last, len);
	for (uint32_t i = c->first; i < c->last; i++)
		free_marks(doc, ww_doc_block(doc, i));
	ww_gap_drop(&doc->blocks, c->last - c->first);
	for (uint32_t i = 0; i < cuts; i++)
		ww_gap_push(&doc->blocks, &doc->fresh.at[i]);
	replace_borders(c, &doc->articles, c->cut_to, true, &doc->new_articles);
	replace_borders(c, &doc->sections, c->sections_to, false, &doc->new_sections);
	if (c->unread)
		*unread(doc, ww_gap_find(&doc->sections, c->from, len)) = true;
	doc->fresh.n = doc->again.n = 0;
	forget_answers(doc);
}

/* Reading what an edit left. */

/* Marks the blocks of section i. */
static int read_section(ww_document *doc, uint32_t i) {
	uint32_t len = ww_doc_len(doc), n = ww_gap_count(&doc->blocks);
	uint32_t end = ww_gap_position(&doc->sections, i + 1, len);
	uint32_t first = ww_gap_find(&doc->blocks, ww_gap_position(&doc->sections, i, len), len);
	int err = WW_OK;
	for (uint32_t b = first; !err && b < n && ww_doc_block_start(doc, b) < end; b++)
		err = add_fresh(doc, (ww_block){ .start = ww_doc_block_start(doc, b) }) ? WW_OK : WW_E_NOMEM;
	if (!err)
		err = mark_section(doc, 0, doc->fresh.n, end);
	if (err) {
		free_fresh(doc);
		return err;
	}
	for (uint32_t b = 0; b < doc->fresh.n; b++) {
		ww_block *it = ww_doc_block(doc, first + b), *fresh = &doc->fresh.at[b];
		it->marks = fresh->marks;
		it->n_marks = fresh->n_marks;
		it->n_beneath = fresh->n_beneath;
		it->mask = fresh->mask;
	}
	doc->fresh.n = 0;
	*unread(doc, i) = false;
	doc->has_evidence = true;
	doc->evidence_section = i;
	return WW_OK;
}

int ww_document_read(ww_document *doc, size_t start, size_t end) {
	uint32_t len = ww_doc_len(doc);
	if (start > end || end > len)
		return WW_E_RANGE;
	int err = WW_OK;
	for (uint32_t i = ww_gap_find(&doc->sections, (uint32_t)start, len);
	     !err && i < ww_gap_count(&doc->sections); i++) {
		uint32_t at = ww_gap_position(&doc->sections, i, len);
		if (at >= end && at > start)
			break;
		if (*unread(doc, i))
			err = read_section(doc, i);
	}
	return err;
}

int ww_doc_read_around(ww_document *doc, size_t pos, uint32_t *block) {
	uint32_t len = ww_doc_len(doc), section = ww_gap_find(&doc->sections, (uint32_t)pos, len);
	uint32_t end = ww_gap_position(&doc->sections, section + 1, len);
	uint32_t b = ww_gap_find(&doc->blocks, ww_gap_position(&doc->sections, section, len), len);
	int err = WW_OK;
	*block = ww_gap_find(&doc->blocks, (uint32_t)pos, len);
	if (*unread(doc, section))
		err = read_section(doc, section);
	if (!err && (!doc->has_evidence || doc->evidence_section != section)) {
		doc->has_evidence = false;
		ww_evidence_clear(&doc->evidence);
		ww_scan_forget(&doc->scanner);
		for (; !err && b < ww_gap_count(&doc->blocks) && ww_doc_block_start(doc, b) < end; b++)
			err = read_block(doc, ww_doc_block_start(doc, b), ww_doc_block_start(doc, b + 1), true);
		ww_evidence_changes(&doc->evidence);
		doc->has_evidence = !err;
		doc->evidence_section = section;
	}
	if (err)
		return err;
	uint32_t start = ww_doc_block_start(doc, *block), stop = ww_doc_block_start(doc, *block + 1);
	const char *text = ww_doc_view(doc, start, stop);
	return text ? ww_scan_words(&doc->scanner, text, stop - start) : WW_E_NOMEM;
}

bool ww_document_unread(const ww_document *doc, size_t start, size_t end, bool back,
                        ww_range *out) {
	uint32_t len = ww_doc_len(doc);
	if (!doc->lazy || start >= end || end > len)
		return false;
	uint32_t i = ww_gap_find(&doc->sections, (uint32_t)(back ? end - 1 : start), len);
	for (; i < ww_gap_count(&doc->sections); back ? i-- : i++) {
		*out = (ww_range){ ww_gap_position(&doc->sections, i, len),
			               ww_gap_position(&doc->sections, i + 1, len) };
		if (out->start >= end || out->end <= start)
			break;
		if (*unread(doc, i))
			return true;
	}
	return false;
}

int ww_doc_read_article(ww_document *doc, size_t i) {
	return ww_document_read(doc, ww_doc_article_start(doc, (uint32_t)i),
	                        ww_doc_article_start(doc, (uint32_t)i + 1));
}

/* Editing. */

/* Moves the gap of `items` to the first that stands at or after `pos`; the first
 * of all stays at the text's start whatever is put before it. */
static void part(ww_gap *items, uint32_t pos, uint32_t len) {
	uint32_t i = ww_gap_find(items, pos, len);
	ww_gap_move(items, i == 0 || ww_gap_position(items, i, len) < pos ? i + 1 : i, len);
}

/* Returns the first block that the edit at `start` can have changed: those
 * before it whose cut can be told to have stayed are passed over. */
static uint32_t first_changed(ww_document *doc, uint32_t start) {
	uint32_t back = start > WW_BORDER_LOOKAHEAD ? start - WW_BORDER_LOOKAHEAD : 0;
	uint32_t len = ww_doc_len(doc), i = ww_gap_find_left(&doc->blocks, back);
	while (i + 1 < doc->blocks.left && ww_doc_block_start(doc, i + 1) <= start) {
		bool is_article = false;
		uint32_t next = ww_doc_block_start(doc, i + 1);
		uint32_t end = find_block_end(doc, ww_doc_block_start(doc, i), &is_article);
		if (end == 0 || end != next || end == len || start - end < sizeof(uint64_t))
			break; /* the next block's first bytes say whether it may start a section */
		uint32_t a = ww_gap_find_left(&doc->articles, end);
		bool was_article = ww_gap_position(&doc->articles, a, len) == end;
		if (is_article != was_article)
			break;
		i++;
	}
	return i;
}

/* Cuts and marks what an edit of the text, done already, has changed. */
static int prepare(change *c) {
	ww_document *doc = c->doc;
	c->first = first_changed(doc, c->start);
	c->from = ww_doc_block_start(doc, c->first);
	int err = cut_blocks(c);
	if (err)
		return err;
	bool known = doc->has_evidence && c->one_section &&
	             doc->evidence_section == ww_gap_find_left(&doc->sections, c->from);
	err = known ? mark_changes(c) : mark_sections(c);
	if (!err && (!ww_gap_reserve(&doc->blocks, &doc->mem, doc->fresh.n) ||
	             !ww_gap_reserve(&doc->articles, &doc->mem, doc->new_articles.n) ||
	             !ww_gap_reserve(&doc->sections, &doc->mem, doc->new_sections.n)))
		err = WW_E_NOMEM;
	if (err)
		doc->has_evidence = false;
	return err;
}

/* Whether an edit takes away sections from the text's start and nothing else: then
 * what follows stays as it is. */
static bool drops_sections(const ww_document *doc, const change *c) {
	uint32_t len = ww_doc_len(doc);
	return c->start == 0 && c->inserted == 0 && c->removed > 0 && c->removed < len &&
	       ww_gap_position(&doc->sections, ww_gap_find(&doc->sections, c->removed, len), len) ==
	               c->removed;
}

/* Makes such an edit; nothing can fail here. */
static void drop_sections(const change *c) {
	ww_document *doc = c->doc;
	ww_text_splice(&doc->text, 0, c->removed, NULL, 0);
	for (uint32_t i = 0; i < doc->blocks.left; i++)
		free_marks(doc, ww_doc_block(doc, i));
	ww_gap_drop(&doc->blocks, doc->blocks.left);
	ww_gap_drop(&doc->articles, doc->articles.left);
	if (next_border(doc, &doc->articles, 0) != 0)
		ww_gap_push(&doc->articles, &(ww_border){ 0 }); /* the rest of one */
	doc->has_evidence = doc->has_evidence && doc->evidence_section >= doc->sections.left;
	doc->evidence_section -= doc->sections.left;
	ww_gap_drop(&doc->sections, doc->sections.left);
	forget_answers(doc);
}

int ww_document_edit(ww_document *doc, size_t start, size_t removed, const char *text, size_t len,
                     ww_range *changed) {
	uint32_t old_len = ww_doc_len(doc);
	if (start > old_len || removed > old_len - start)
		return WW_E_RANGE;
	if (len > WW_TEXT_MAX - (old_len - removed))
		return WW_E_TOO_LONG;
	change c = { .doc = doc, .start = (uint32_t)start, .removed = (uint32_t)removed,
		     .inserted = (uint32_t)len };
	if (!ww_text_reserve(&doc->text, &doc->mem, c.inserted))
		return WW_E_NOMEM;
	part(&doc->blocks, c.start + c.removed, old_len);
	part(&doc->articles, c.start + c.removed, old_len);
	part(&doc->sections, c.start + c.removed, old_len);
	if (drops_sections(doc, &c)) {
		drop_sections(&c);
		if (changed)
			*changed = (ww_range){ 0, 0 };
		return WW_OK;
	}
	ww_text_splice(&doc->text, c.start, c.removed, text, c.inserted);
	int err = prepare(&c);
	if (err) {
		ww_text_undo(&doc->text);
		free_fresh(doc);
		return err;
	}
	if (changed)
		*changed = changed_range(&c);
	commit(&c);
	return WW_OK;
}

int ww_document_sync(ww_document *doc, const char *text, size_t len, ww_range *changed) {
	if (len > WW_TEXT_MAX)
		return WW_E_TOO_LONG;
	uint32_t old = ww_doc_len(doc), new = (uint32_t)len;
	uint32_t least = old < new ? old : new;
	uint32_t ahead = ww_text_equal_ahead(&doc->text, 0, text, least);
	uint32_t behind = ww_text_equal_behind(&doc->text, old, text + new, least - ahead);
	if (ahead == old && ahead == new) {
		if (changed)
			*changed = (ww_range){ 0, 0 };
		return WW_OK;
	}
	return ww_document_edit(doc, ahead, old - ahead - behind, text + ahead, new - ahead - behind,
	                        changed);
}
