/* document.h: a document from inside. */
#ifndef WW_DOCUMENT_H
#define WW_DOCUMENT_H

#include "article.h"
#include "date_hand.h"
#include "date_value.h"
#include "entity.h"
#include "row.h"
#include "scan.h"
#include "text.h"

/* A paragraph or a part of one; `mask` says which capitalised words it holds
 * (WW_NAME_MASK), so that it is scanned again when evidence on them changes. */
typedef struct {
	uint32_t start;
	uint32_t n_marks, n_beneath;
	ww_mark *marks; /* and behind them what lost its text to them, see scan.h … */
	uint32_t n_votes; /* … and the votes of its names: see ww_doc_votes() */
	uint64_t mask;
	bool may_start; /* a section, see document_cut.c */
} ww_block;

/* An article. */
typedef struct {
	uint32_t start;
} ww_border;

/* A section: an article, or a part of a long one.  What is not known of it yet is worked
 * out when it is asked for, or in steps (document_divide.c). */
typedef struct {
	uint32_t start;
	bool unread; /* its blocks have no marks yet */
	bool coarse; /* one block stands for all of them; then it is unread */
	bool uncut;  /* articles and other sections may begin in it; then it is coarse */
	bool unsure; /* the section before may not end here, now that something was edited */
} ww_section;

/* How far the values of an article are worked out. */
typedef struct {
	uint32_t block, mark; /* the next to be resolved */
	bool entered;         /* the chain knows of the block */
	uint32_t start;       /* of the mention that was resolved last; UINT32_MAX: none yet */
	ww_chain chain;
} ww_place;

/* Values are worked out in order within an article.  The cursor keeps the last
 * one and how far that has come, so that asking for the next goes on there; and
 * places on the way, so that asking for one before goes on at the nearest. */
typedef struct {
	bool valid;
	uint32_t article;
	ww_place now;
	uint32_t end;  /* of the mention at now.start, whose value this is … */
	uint16_t form; /* … and its form: another claim may be as long */
	char value[WW_VALUE_MAX];
	ww_place *passed;
	uint32_t n_passed, cap_passed;
	uint32_t since; /* mentions resolved since the last of these */
	bool has_hand;  /* `hand` is read */
	ww_hand hand;   /* in which country the article was written */
} ww_cursor;

typedef struct {
	uint32_t *at;
	uint32_t n, cap;
} ww_positions;

/* The entities of the article that was asked about last. */
typedef struct {
	bool valid;
	uint32_t article;
	ww_entities entities;
	ww_range *where; /* of entities.mention[i] in the text */
	uint32_t where_cap;
} ww_cast;

/* A person with a full name, by the surname; what findings know of both. */
typedef struct {
	uint32_t surname; /* its hash */
	uint32_t entity;
	uint32_t last;    /* the mention of the person that was passed last, or WW_NO_ENTITY */
	bool is_plain;    /* beyond doubt a person's name */
	bool is_other;    /* of the first bearer: something else has the surname in its name */
	bool in_full;        /* whether the person was named in full so far, … */
	uint32_t by_surname; /* … and how often by the surname alone, as far as that is still clear */
} ww_bearer;

typedef struct {
	ww_finding *at;
	uint32_t n, cap;
	bool valid;
	uint32_t article;
	ww_bearer *bearer; /* while they are found: sorted */
	uint32_t n_bearers, bearers_cap;
	ww_positions next; /* while they are found: chains of entities */
} ww_findings;

/* The words of the block that a rule's words were looked for in last. */
typedef struct {
	bool valid;
	uint32_t block;
	ww_tokens tokens;
} ww_queried;

struct ww_engine {
	ww_mem mem;
	ww_grammar *grammar;
	ww_matcher *matcher;
	ww_name_tagger *tagger;
	ww_gazetteer_answers *answers;
};

typedef struct {
	ww_block *at;
	uint32_t n, cap;
} ww_blocks;

struct ww_document {
	ww_engine *engine;
	ww_mem mem;
	ww_text text;
	ww_row blocks, articles, sections;
	bool narrative, lazy;
	ww_reference given; /* by the options; WW_FROM_NOTHING when not */

	ww_scanner scanner;
	uint32_t n_off; /* rules that are off, as far as the marks know */
	ww_evidence evidence; /* of the section that was edited last … */
	ww_votes votes;       /* … and of its names … */
	bool has_evidence;
	uint32_t evidence_section; /* … which is this one */

	uint32_t loose; /* no section before this one is uncut or unsure … */
	uint32_t calm, calm_end; /* … nor are these, see ww_doc_calm_end() */
	bool behind;    /* though not lazy, it may be unread somewhere: memory had ended */

	/* What an edit or a division prepares. */
	ww_blocks fresh;
	ww_positions again; /* numbers of old blocks that only their marks change of */
	ww_positions new_articles, new_sections;

	ww_cursor cursor;
	ww_cast cast;
	ww_findings findings;
	ww_queried queried;
};

/* Links the names of an article into doc->cast, unless that is done.
 * Errors: WW_E_NOMEM, WW_E_RANGE. */
int ww_doc_link(ww_document *doc, size_t article);

/* Reads in which country the article was written in which the cursor is, once for all its
 * mentions, and stores a borrowed pointer to what it tells.  Views are given up.
 * Errors: WW_E_NOMEM. */
int ww_doc_read_hand(ww_document *doc, const ww_hand **hand);

/* Counts the evidence of the section that holds byte `pos` into doc->evidence, and
 * reads the words of the block there as the scanner's number 0; stores the block's number.
 * Errors: WW_E_NOMEM. */
int ww_doc_read_around(ww_document *doc, size_t pos, uint32_t *block);

/* Finds all marks again, without the rules that have reached their limit of steps since
 * this was asked last; those of a lazy document when they are asked for.  Returns
 * whether there were any. */
bool ww_doc_drop_slow_rules(ww_document *doc);

/* Reads what was left unread of an article.  Errors: WW_E_NOMEM. */
int ww_doc_read_article(ww_document *doc, size_t article);

static inline uint32_t ww_doc_len(const ww_document *doc) {
	return ww_text_len(&doc->text);
}

static inline const char *ww_doc_view(ww_document *doc, uint32_t start, uint32_t end) {
	return ww_text_view(&doc->text, &doc->mem, start, end);
}

static inline ww_block *ww_doc_block(const ww_document *doc, uint32_t i) {
	return ww_row_item(&doc->blocks, i);
}

/* The size of a block's marks, those beneath and its votes. */
static inline size_t ww_doc_block_room(const ww_block *b) {
	return ((size_t)b->n_marks + b->n_beneath) * sizeof(ww_mark) + b->n_votes * sizeof(ww_vote);
}

/* The votes of a block's names, in its marks' room. */
static inline ww_vote *ww_doc_votes(const ww_block *b) {
	return (ww_vote *)(void *)(b->marks + b->n_marks + b->n_beneath);
}

/* The start of article i; the text's length when i is past the last. */
static inline uint32_t ww_doc_article_start(const ww_document *doc, uint32_t i) {
	return ww_row_position(&doc->articles, i, ww_text_len(&doc->text));
}

/* The start of block i; the text's length when i is past the last. */
static inline uint32_t ww_doc_block_start(const ww_document *doc, uint32_t i) {
	return ww_row_position(&doc->blocks, i, ww_doc_len(doc));
}

/* Section i; its start, and the text's length when i is past the last. */
static inline ww_section *ww_doc_section(const ww_document *doc, uint32_t i) {
	return ww_row_item(&doc->sections, i);
}

static inline uint32_t ww_doc_section_start(const ww_document *doc, uint32_t i) {
	return ww_row_position(&doc->sections, i, ww_doc_len(doc));
}

#endif
