/* A document is a gap buffer of text with a gap array of blocks.  After an edit
 * blocks are cut anew from the first that can have changed until a cut falls
 * on an old one; all of that is prepared before anything is given up, so that
 * a refused allocation leaves the document as it was. */
#include "article.h"
#include "date_value.h"
#include "gap.h"

#include <string.h>

typedef struct {
	uint32_t start;
	uint32_t n_marks;
	ww_mark *marks;
} block;

typedef struct {
	uint32_t start;
} article;

/* Values are worked out in order within an article.  The cursor keeps the last
 * one and how far that has come, so that asking for the next goes on there. */
typedef struct {
	bool valid;
	uint32_t article;
	uint32_t block, mark; /* the next to be resolved */
	ww_chain chain;
	uint32_t start; /* of the mention whose value this is; UINT32_MAX: none yet */
	char value[WW_VALUE_MAX];
} cursor;

struct ww_engine {
	ww_mem mem;
	ww_grammar *grammar;
};

/* Bytes made contiguous that lie around the gap. */
typedef struct {
	char *at;
	uint32_t cap;
} buffer;

/* What a scan prepares: blocks, and which of them start articles. */
typedef struct {
	block *at;
	uint32_t n, cap;
	uint32_t *articles;
	uint32_t n_articles, articles_cap;
} blocks;

struct ww_document {
	ww_engine *engine;
	ww_mem mem;
	char *text;
	uint32_t cap, gap_start, gap_end;
	ww_gap blocks, articles;
	bool narrative;
	ww_reference given; /* by the options; WW_FROM_NOTHING when not */
	cursor cursor;
	ww_tokens tokens;
	ww_marks marks;
	buffer view;
	blocks fresh;
};

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
	return ww_date_form_name(form);
}

int ww_engine_new(ww_alloc_fn alloc, void *ud, ww_engine **out) {
	ww_mem mem = { alloc, ud };
	ww_engine *engine = ww_new(&mem, sizeof *engine);
	if (!engine)
		return WW_E_NOMEM;
	engine->mem = mem;
	int err = ww_grammar_new(&mem, &engine->grammar);
	if (err) {
		ww_free(&mem, engine, sizeof *engine);
		return err;
	}
	*out = engine;
	return WW_OK;
}

void ww_engine_free(ww_engine *engine) {
	if (!engine)
		return;
	ww_mem mem = engine->mem;
	ww_grammar_free(engine->grammar);
	ww_free(&mem, engine, sizeof *engine);
}

/* The text. */

static uint32_t length(const ww_document *doc) {
	return doc->cap - (doc->gap_end - doc->gap_start);
}

size_t ww_document_len(const ww_document *doc) {
	return length(doc);
}

static void copy_out(const ww_document *doc, uint32_t start, uint32_t end, char *out) {
	uint32_t gap = doc->gap_end - doc->gap_start;
	uint32_t before = start >= doc->gap_start ? 0
	                  : (end < doc->gap_start ? end : doc->gap_start) - start;
	if (before)
		memcpy(out, doc->text + start, before);
	if (end - start > before)
		memcpy(out + before, doc->text + start + before + gap, end - start - before);
}

int ww_document_copy(const ww_document *doc, size_t start, size_t end, char *out) {
	if (start > end || end > length(doc))
		return WW_E_RANGE;
	copy_out(doc, (uint32_t)start, (uint32_t)end, out);
	return WW_OK;
}

/* Returns the bytes [start, end) in one piece, valid until the next call or
 * edit; NULL when there is no memory. */
static const char *view(ww_document *doc, uint32_t start, uint32_t end) {
	if (end <= doc->gap_start)
		return doc->text ? doc->text + start : "";
	if (start >= doc->gap_start)
		return doc->text + start + (doc->gap_end - doc->gap_start);
	if (!ww_reserve(&doc->mem, &doc->view.at, &doc->view.cap, end - start, 1))
		return NULL;
	copy_out(doc, start, end, doc->view.at);
	return doc->view.at;
}

/* A new gap is an eighth of the text: a far jump moves the text by its width, into
 * memory that was never touched before and is slow the first time. */
static bool reserve_text(ww_document *doc, uint32_t more) {
	if (doc->gap_end - doc->gap_start >= more)
		return true;
	uint32_t old = doc->cap, tail = old - doc->gap_end;
	size_t want = length(doc) + (size_t)more;
	if (!ww_reserve_with(&doc->mem, &doc->text, &doc->cap, want, want / 8, 1))
		return false;
	memmove(doc->text + doc->cap - tail, doc->text + old - tail, tail);
	doc->gap_end = doc->cap - tail;
	return true;
}

static void move_text_gap(ww_document *doc, uint32_t to) {
	if (to < doc->gap_start) {
		uint32_t n = doc->gap_start - to;
		memmove(doc->text + doc->gap_end - n, doc->text + to, n);
		doc->gap_start -= n;
		doc->gap_end -= n;
	} else if (to > doc->gap_start) {
		uint32_t n = to - doc->gap_start;
		memmove(doc->text + doc->gap_start, doc->text + doc->gap_end, n);
		doc->gap_start += n;
		doc->gap_end += n;
	}
}

/* Blocks and articles. */

static block *block_at(const ww_document *doc, uint32_t i) {
	return ww_gap_item(&doc->blocks, i);
}

static uint32_t block_start(const ww_document *doc, uint32_t i) {
	return ww_gap_position(&doc->blocks, i, length(doc));
}

static uint32_t article_start(const ww_document *doc, uint32_t i) {
	return ww_gap_position(&doc->articles, i, length(doc));
}

static void free_marks(const ww_document *doc, block *b) {
	ww_free(&doc->mem, b->marks, b->n_marks * sizeof *b->marks);
}

static void free_fresh(ww_document *doc) {
	for (uint32_t i = 0; i < doc->fresh.n; i++)
		free_marks(doc, &doc->fresh.at[i]);
	doc->fresh.n = doc->fresh.n_articles = 0;
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
	ww_gap_init(&doc->blocks, sizeof(block));
	ww_gap_init(&doc->articles, sizeof(article));
	if (!ww_gap_reserve(&doc->blocks, mem, 1) || !ww_gap_reserve(&doc->articles, mem, 1)) {
		ww_document_free(doc);
		return WW_E_NOMEM;
	}
	ww_gap_push(&doc->blocks, &(block){ 0 });
	ww_gap_push(&doc->articles, &(article){ 0 });
	*out = doc;
	return WW_OK;
}

void ww_document_free(ww_document *doc) {
	if (!doc)
		return;
	ww_mem mem = doc->mem;
	for (uint32_t i = 0; i < ww_gap_count(&doc->blocks); i++)
		free_marks(doc, block_at(doc, i));
	ww_gap_free(&doc->blocks, &mem);
	ww_gap_free(&doc->articles, &mem);
	ww_tokens_free(&doc->tokens, &mem);
	ww_free(&mem, doc->marks.at, doc->marks.cap * sizeof *doc->marks.at);
	ww_free(&mem, doc->view.at, doc->view.cap);
	ww_free(&mem, doc->fresh.at, doc->fresh.cap * sizeof *doc->fresh.at);
	ww_free(&mem, doc->fresh.articles, doc->fresh.articles_cap * sizeof *doc->fresh.articles);
	ww_free(&mem, doc->text, doc->cap);
	ww_free(&mem, doc, sizeof *doc);
}

/* Finds the end of the block that starts at `start`; 0 when there is no memory.
 * Most blocks end within the first window; the window grows for those that
 * do not. */
static uint32_t find_block_end(ww_document *doc, uint32_t start, bool *is_article) {
	uint32_t left = length(doc) - start;
	for (uint32_t window = 8192;; window = window > left / 4 ? left : window * 4) {
		bool more = window < left;
		uint32_t len = more ? window : left;
		const char *text = view(doc, start, start + len);
		if (!text)
			return 0;
		size_t size = ww_block_end(text, len, more, is_article);
		if (size)
			return start + (uint32_t)size;
	}
}

/* Scans the block [start, end) and adds it to doc->fresh. */
static int scan_block(ww_document *doc, uint32_t start, uint32_t end) {
	blocks *fresh = &doc->fresh;
	if (!ww_reserve(&doc->mem, &fresh->at, &fresh->cap, fresh->n + (size_t)1, sizeof *fresh->at))
		return WW_E_NOMEM;
	const char *text = view(doc, start, end);
	if (!text)
		return WW_E_NOMEM;
	ww_grammar *grammar = doc->engine->grammar;
	if (!ww_tokenize(&doc->tokens, &doc->mem, ww_grammar_lexicon(grammar), text, end - start))
		return WW_E_NOMEM;
	doc->marks.n = 0;
	int err = ww_date_scan(grammar, text, end - start, &doc->tokens, &doc->marks);
	if (err)
		return err;
	block b = { .start = start, .n_marks = doc->marks.n };
	if (b.n_marks) {
		b.marks = ww_new(&doc->mem, b.n_marks * sizeof *b.marks);
		if (!b.marks)
			return WW_E_NOMEM;
		memcpy(b.marks, doc->marks.at, b.n_marks * sizeof *b.marks);
	}
	fresh->at[fresh->n++] = b;
	return WW_OK;
}

static bool add_article(ww_document *doc, uint32_t start) {
	blocks *fresh = &doc->fresh;
	if (!ww_reserve(&doc->mem, &fresh->articles, &fresh->articles_cap,
	                fresh->n_articles + (size_t)1, sizeof *fresh->articles))
		return false;
	fresh->articles[fresh->n_articles++] = start;
	return true;
}

/* Cuts and scans from block `first` until, at or after `edited`, a cut falls on
 * the start of an old block; *last becomes that block's number.  Positions of
 * old blocks after the edit are those that they will have.  */
static int scan_from(ww_document *doc, uint32_t first, uint32_t edited, uint32_t *last) {
	uint32_t n = ww_gap_count(&doc->blocks), len = length(doc);
	uint32_t start = block_start(doc, first);
	uint32_t old = first + 1; /* the old block that a cut may fall on */
	for (;;) {
		bool is_article = false;
		uint32_t end = start;
		if (start < len && (end = find_block_end(doc, start, &is_article)) == 0)
			return WW_E_NOMEM;
		int err = scan_block(doc, start, end);
		if (err)
			return err;
		while (old < n && (old < doc->blocks.left || block_start(doc, old) < end))
			old++;
		if (end == len || (end >= edited && old < n && block_start(doc, old) == end)) {
			*last = end == len ? n : old;
			/* An old block goes on, but as what?  The cut alone tells. */
			return end < len && is_article && !add_article(doc, end) ? WW_E_NOMEM : WW_OK;
		}
		if (is_article && !add_article(doc, end))
			return WW_E_NOMEM;
		start = end;
	}
}

/* Edits. */

/* A place among the marks of the old blocks or the fresh ones. */
typedef struct {
	uint32_t block, mark;
} place;

/* The old blocks [first, last) beside doc->fresh, around one edit. */
typedef struct {
	const ww_document *doc;
	uint32_t first, last;
	uint32_t start, removed, inserted;
} change;

/* Returns where a position of the old text has gone. */
static uint32_t moved(const change *c, uint32_t pos) {
	if (pos <= c->start)
		return pos;
	if (pos < c->start + c->removed)
		return c->start;
	return pos - c->removed + c->inserted;
}

/* Returns a mark of an old block at its new place. */
static ww_range old_range(const change *c, uint32_t i, const ww_mark *mark) {
	uint32_t start = block_start(c->doc, i);
	if (i >= c->doc->blocks.left)
		return (ww_range){ start + mark->start, start + mark->end };
	return (ww_range){ moved(c, start + mark->start), moved(c, start + mark->end) };
}

static ww_range fresh_range(const block *b, const ww_mark *mark) {
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

/* Steps to the next mark; false at the end. */
static bool old_mark(const change *c, place *at, const ww_mark **mark) {
	for (; at->block < c->last; at->block++, at->mark = 0) {
		const block *b = block_at(c->doc, at->block);
		if (at->mark < b->n_marks) {
			*mark = &b->marks[at->mark];
			return true;
		}
	}
	return false;
}

static bool fresh_mark(const blocks *fresh, place *at, const ww_mark **mark) {
	for (; at->block < fresh->n; at->block++, at->mark = 0) {
		if (at->mark < fresh->at[at->block].n_marks) {
			*mark = &fresh->at[at->block].marks[at->mark];
			return true;
		}
	}
	return false;
}

/* Returns the hull of what came, went or changed, in the new text: a merge of
 * both sequences of marks, in which equals cancel out. */
static ww_range changed_range(const change *c) {
	const blocks *fresh = &c->doc->fresh;
	ww_range hull = { 0, 0 };
	place old = { c->first, 0 }, new = { 0, 0 };
	const ww_mark *o = NULL, *f = NULL;
	for (;;) {
		bool has_old = old_mark(c, &old, &o), has_new = fresh_mark(fresh, &new, &f);
		if (!has_old && !has_new)
			return hull;
		ww_range from = { UINT32_MAX, UINT32_MAX }, to = { UINT32_MAX, UINT32_MAX };
		if (has_old)
			from = old_range(c, old.block, o);
		if (has_new)
			to = fresh_range(&fresh->at[new.block], f);
		if (has_old && has_new && from.start == to.start && from.end == to.end &&
		    o->kind == f->kind && o->flags == f->flags) {
			old.mark++;
			new.mark++;
		} else if (has_old && from.start <= to.start) {
			widen(&hull, from);
			old.mark++;
		} else {
			widen(&hull, to);
			new.mark++;
		}
	}
}

/* Puts doc->fresh in the place of the old blocks; nothing can fail here. */
static void commit(const change *c, ww_document *doc) {
	uint32_t len = length(doc);
	uint32_t from = block_start(doc, c->first);
	uint32_t to = c->last < ww_gap_count(&doc->blocks) ? block_start(doc, c->last) : len;
	ww_gap_move(&doc->blocks, c->last, len);
	for (uint32_t i = c->first; i < c->last; i++)
		free_marks(doc, block_at(doc, i));
	ww_gap_drop(&doc->blocks, c->last - c->first);
	for (uint32_t i = 0; i < doc->fresh.n; i++)
		ww_gap_push(&doc->blocks, &doc->fresh.at[i]);
	/* Articles that began in (from, to] make room for those that do now. */
	uint32_t keep = ww_gap_find_left(&doc->articles, from) + 1;
	uint32_t past = keep;
	while (past < ww_gap_count(&doc->articles) &&
	       (past < doc->articles.left || article_start(doc, past) <= to))
		past++;
	ww_gap_move(&doc->articles, past, len);
	ww_gap_drop(&doc->articles, past - keep);
	for (uint32_t i = 0; i < doc->fresh.n_articles; i++)
		ww_gap_push(&doc->articles, &(article){ doc->fresh.articles[i] });
	doc->fresh.n = doc->fresh.n_articles = 0;
	doc->cursor.valid = false;
}

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
	uint32_t i = ww_gap_find_left(&doc->blocks, back);
	while (i + 1 < doc->blocks.left && block_start(doc, i + 1) <= start) {
		bool is_article = false;
		uint32_t end = find_block_end(doc, block_start(doc, i), &is_article);
		if (end == 0 || end != block_start(doc, i + 1) || end == length(doc))
			break;
		uint32_t a = ww_gap_find_left(&doc->articles, end);
		if (is_article != (article_start(doc, a) == end))
			break;
		i++;
	}
	return i;
}

int ww_document_edit(ww_document *doc, size_t start, size_t removed, const char *text, size_t len,
                     ww_range *changed) {
	uint32_t old_len = length(doc);
	if (start > old_len || removed > old_len - start)
		return WW_E_RANGE;
	if (len > WW_TEXT_MAX - (old_len - removed))
		return WW_E_TOO_LONG;
	change c = { .doc = doc, .start = (uint32_t)start, .removed = (uint32_t)removed,
		     .inserted = (uint32_t)len };
	if (!reserve_text(doc, c.inserted))
		return WW_E_NOMEM;
	part(&doc->blocks, c.start + c.removed, old_len);
	part(&doc->articles, c.start + c.removed, old_len);
	/* Either end of what is only removed will do: a text that streams through is
	 * removed from its start while the gap waits at its end. */
	bool from_end = len == 0 && c.start < doc->gap_start;
	move_text_gap(doc, from_end ? c.start + c.removed : c.start);
	if (len)
		memcpy(doc->text + doc->gap_start, text, len);
	if (from_end)
		doc->gap_start -= c.removed;
	else
		doc->gap_end += c.removed;
	doc->gap_start += c.inserted;

	c.first = first_changed(doc, c.start);
	int err = scan_from(doc, c.first, c.start + c.inserted, &c.last);
	if (!err && (!ww_gap_reserve(&doc->blocks, &doc->mem, doc->fresh.n) ||
	             !ww_gap_reserve(&doc->articles, &doc->mem, doc->fresh.n_articles)))
		err = WW_E_NOMEM;
	if (err) {
		/* What was removed still lies beside the gap. */
		doc->gap_start -= c.inserted;
		if (from_end)
			doc->gap_start += c.removed;
		else
			doc->gap_end -= c.removed;
		free_fresh(doc);
		return err;
	}
	if (changed)
		*changed = changed_range(&c);
	commit(&c, doc);
	return WW_OK;
}

/* Returns how many bytes of `text` from its start are those of the document
 * from `pos`, `n` at the most. */
static uint32_t equal_ahead(const ww_document *doc, uint32_t pos, const char *text, uint32_t n) {
	uint32_t gap = doc->gap_end - doc->gap_start, i = 0;
	while (i < n) {
		uint32_t at = pos + i;
		bool before = at < doc->gap_start;
		const char *mine = doc->text + (before ? at : at + gap);
		uint32_t piece = before && doc->gap_start - at < n - i ? doc->gap_start - at : n - i;
		if (piece > 4096)
			piece = 4096;
		if (memcmp(mine, text + i, piece) != 0) {
			uint32_t same = 0;
			while (mine[same] == text[i + same])
				same++;
			return i + same;
		}
		i += piece;
	}
	return i;
}

/* The same from the ends: of the bytes before `pos` and before `text_end`. */
static uint32_t equal_behind(const ww_document *doc, uint32_t pos, const char *text_end,
                             uint32_t n) {
	uint32_t gap = doc->gap_end - doc->gap_start, i = 0;
	while (i < n) {
		uint32_t at = pos - i;
		bool before = at <= doc->gap_start;
		const char *mine = doc->text + (before ? at : at + gap);
		uint32_t room = before ? at : at - doc->gap_start;
		uint32_t piece = room < n - i ? room : n - i;
		if (piece > 4096)
			piece = 4096;
		if (memcmp(mine - piece, text_end - i - piece, piece) != 0) {
			uint32_t same = 0;
			while (mine[-1 - (ptrdiff_t)same] == text_end[-1 - (ptrdiff_t)(i + same)])
				same++;
			return i + same;
		}
		i += piece;
	}
	return i;
}

int ww_document_sync(ww_document *doc, const char *text, size_t len, ww_range *changed) {
	if (len > WW_TEXT_MAX)
		return WW_E_TOO_LONG;
	uint32_t old = length(doc), new = (uint32_t)len;
	uint32_t least = old < new ? old : new;
	uint32_t ahead = equal_ahead(doc, 0, text, least);
	uint32_t behind = equal_behind(doc, old, text + new, least - ahead);
	if (ahead == old && ahead == new) {
		if (changed)
			*changed = (ww_range){ 0, 0 };
		return WW_OK;
	}
	return ww_document_edit(doc, ahead, old - ahead - behind, text + ahead, new - ahead - behind,
	                        changed);
}

/* Queries. */

static ww_mention mention_of(uint32_t start, const ww_mark *mark) {
	return (ww_mention){ start + mark->start, start + mark->end, mark->kind, mark->flags,
			     mark->form };
}

bool ww_document_next(const ww_document *doc, size_t pos, unsigned kinds, ww_mention *out) {
	if (pos >= length(doc))
		return false;
	uint32_t n = ww_gap_count(&doc->blocks);
	for (uint32_t i = ww_gap_find(&doc->blocks, (uint32_t)pos, length(doc)); i < n; i++) {
		const block *b = block_at(doc, i);
		uint32_t start = block_start(doc, i);
		for (uint32_t j = 0; j < b->n_marks; j++) {
			if (start + b->marks[j].end > pos && kinds & WW_BIT(b->marks[j].kind)) {
				*out = mention_of(start, &b->marks[j]);
				return true;
			}
		}
	}
	return false;
}

bool ww_document_previous(const ww_document *doc, size_t pos, unsigned kinds, ww_mention *out) {
	uint32_t len = length(doc);
	for (uint32_t i = ww_gap_find(&doc->blocks, pos < len ? (uint32_t)pos : len, len) + 1; i-- > 0;) {
		const block *b = block_at(doc, i);
		uint32_t start = block_start(doc, i);
		for (uint32_t j = b->n_marks; j-- > 0;) {
			if (start + b->marks[j].start < pos && kinds & WW_BIT(b->marks[j].kind)) {
				*out = mention_of(start, &b->marks[j]);
				return true;
			}
		}
	}
	return false;
}

/* Articles and values. */

size_t ww_document_articles(const ww_document *doc) {
	return ww_gap_count(&doc->articles);
}

size_t ww_document_article_at(const ww_document *doc, size_t pos) {
	uint32_t len = length(doc);
	return ww_gap_find(&doc->articles, pos < len ? (uint32_t)pos : len, len);
}

static int reference_of(ww_document *doc, uint32_t i, ww_reference *out) {
	if (doc->given.source == WW_FROM_OPTION) {
		*out = doc->given;
		return WW_OK;
	}
	uint32_t start = article_start(doc, i), end = article_start(doc, i + 1);
	if (end - start > WW_REFERENCE_WINDOW)
		end = start + WW_REFERENCE_WINDOW;
	const char *text = view(doc, start, end);
	if (!text)
		return WW_E_NOMEM;
	return ww_find_reference(doc->engine->grammar, &doc->tokens, &doc->mem, text, end - start, out);
}

size_t ww_document_settled(const ww_document *doc) {
	uint32_t len = length(doc);
	if (len < WW_BORDER_LOOKAHEAD)
		return 0;
	uint32_t i = ww_gap_find(&doc->blocks, len - WW_BORDER_LOOKAHEAD, len);
	return block_start(doc, i);
}

int ww_document_article(ww_document *doc, size_t index, ww_article *out) {
	if (index >= ww_gap_count(&doc->articles))
		return WW_E_RANGE;
	ww_reference ref;
	uint32_t i = (uint32_t)index;
	int err = reference_of(doc, i, &ref);
	if (err)
		return err;
	*out = (ww_article){ .start = article_start(doc, i), .end = article_start(doc, i + 1),
			     .source = ref.source };
	if (ref.where.end > ref.where.start)
		out->where = (ww_range){ out->start + ref.where.start, out->start + ref.where.end };
	if (ref.source != WW_FROM_NOTHING)
		ww_civil_print(ref.date, out->date);
	return WW_OK;
}

/* Starts at an article's first block, with what the whole article says about
 * the order of day and month in "03/04". */
static int start_cursor(ww_document *doc, uint32_t i) {
	cursor *c = &doc->cursor;
	ww_reference ref;
	int err = reference_of(doc, i, &ref);
	if (err)
		return err;
	uint32_t len = length(doc), end = article_start(doc, i + 1);
	*c = (cursor){ .article = i, .start = UINT32_MAX };
	c->block = ww_gap_find(&doc->blocks, article_start(doc, i), len);
	ww_chain_init(&c->chain, ref.source != WW_FROM_NOTHING, ref.date, doc->narrative);
	for (uint32_t b = c->block; b < ww_gap_count(&doc->blocks) && block_start(doc, b) < end; b++) {
		const block *it = block_at(doc, b);
		for (uint32_t m = 0; m < it->n_marks; m++) {
			if (!ww_date_tells_order(it->marks[m].form))
				continue;
			const char *text = view(doc, block_start(doc, b), block_start(doc, b + 1));
			if (!text)
				return WW_E_NOMEM;
			ww_chain_add_order(&c->chain, text, &it->marks[m]);
		}
	}
	c->valid = true;
	return WW_OK;
}

int ww_document_value(ww_document *doc, const ww_mention *mention, char value[WW_VALUE_MAX]) {
	cursor *c = &doc->cursor;
	uint32_t i = (uint32_t)ww_document_article_at(doc, mention->start);
	if (c->valid && c->start == mention->start) {
		memcpy(value, c->value, WW_VALUE_MAX);
		return WW_OK;
	}
	if (!c->valid || c->article != i || (c->start != UINT32_MAX && c->start > mention->start)) {
		c->valid = false;
		int err = start_cursor(doc, i);
		if (err)
			return err;
	}
	for (; c->block < ww_gap_count(&doc->blocks); c->block++, c->mark = 0) {
		const block *b = block_at(doc, c->block);
		uint32_t start = block_start(doc, c->block);
		if (start > mention->start)
			break;
		if (c->mark >= b->n_marks)
			continue;
		uint32_t end = block_start(doc, c->block + 1);
		const char *text = view(doc, start, end);
		if (!text)
			return WW_E_NOMEM;
		if (c->mark == 0)
			ww_chain_new_block(&c->chain);
		while (c->mark < b->n_marks) {
			const ww_mark *mark = &b->marks[c->mark];
			if (start + mark->start > mention->start)
				return WW_E_RANGE;
			if (WW_BIT(mark->kind) & WW_WHEN) {
				int err = ww_date_resolve(doc->engine->grammar, text, end - start, mark,
				                          &c->chain, c->value);
				if (err)
					return err;
			}
			c->mark++;
			c->start = start + mark->start;
			if (c->start == mention->start) {
				memcpy(value, c->value, WW_VALUE_MAX);
				return WW_OK;
			}
		}
	}
	return WW_E_RANGE;
}
