/* whowhen.h: who and when in news text.
 *
 * A document holds a text and keeps its mentions (stretches that say who or
 * when) up to date while the text is edited.  An engine holds what all
 * documents share: the date grammar and its compiled forms.
 *
 * Offsets are bytes of the text, from 0; a range is half open, [start, end).
 * Functions that can fail return WW_OK or a negative WW_E_ code and then have
 * changed nothing; only mentions may wait for ww_document_read() after a WW_E_NOMEM.
 * The library keeps no global state, prints nothing, and touches no file, clock, locale
 * or network.
 *
 * Threads: compiled rules are never written to, so any number of threads may use one set.
 * One engine and its documents belong to one thread at a time; different engines are
 * independent. */
#ifndef WHOWHEN_H
#define WHOWHEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define WW_VERSION "0.5.0"

#if defined(__GNUC__)
#define WW_API __attribute__((visibility("default")))
#else
#define WW_API
#endif

/* Error codes; their numbers never change. */
enum {
	WW_OK = 0,
	WW_E_NOMEM = -1,    /* the allocator refused */
	WW_E_TOO_LONG = -2, /* the text would pass WW_TEXT_MAX bytes */
	WW_E_RANGE = -3,    /* an offset lies outside the text */
	WW_E_DATE = -4,     /* a reference date is not YYYY-MM-DD of the calendar */
	WW_E_PATTERN = -5   /* PCRE2 refused a pattern */
};

/* Returns a short English text for an error code; static storage. */
WW_API const char *ww_strerror(int err);

/* The longest text of a document: positions are 32 bits. */
#define WW_TEXT_MAX 0xFFFFFF00u

/* All memory comes through one of these, shaped like lua_Alloc: it frees `ptr`
 * when `nsize` is 0, else returns a block of `nsize` bytes that keeps the
 * contents, or NULL; `osize` is the size that `ptr` had, 0 when `ptr` is NULL. */
typedef void *(*ww_alloc_fn)(void *ud, void *ptr, size_t osize, size_t nsize);

/* What a mention is: the four types of TIMEX3, then the four of CoNLL. */
typedef enum {
	WW_DATE,
	WW_TIME,
	WW_DURATION,
	WW_SET,
	WW_PERSON,
	WW_ORG,
	WW_PLACE,
	WW_MISC,
	WW_N_KINDS
} ww_kind;

/* Sets of kinds are bits: WW_BIT(WW_DATE) | WW_BIT(WW_TIME). */
#define WW_BIT(kind) (1u << (kind))
#define WW_WHEN (WW_BIT(WW_DATE) | WW_BIT(WW_TIME) | WW_BIT(WW_DURATION) | WW_BIT(WW_SET))
#define WW_WHO (WW_BIT(WW_PERSON) | WW_BIT(WW_ORG) | WW_BIT(WW_PLACE) | WW_BIT(WW_MISC))

/* Returns the name of a kind, as in "date"; static storage. */
WW_API const char *ww_kind_name(ww_kind kind);

/* Flags of a mention. */
enum {
	WW_VAGUE = 1 /* "now", "recently": found, and not shown unless asked for */
};

/* A mention: bytes [start, end) of the document's text as it is now.  It is a
 * copy; an edit makes it stale. */
typedef struct {
	uint32_t start, end;
	uint8_t kind;  /* a ww_kind */
	uint8_t flags; /* WW_VAGUE */
	uint16_t form; /* which form of the grammar matched: see ww_form_name() */
} ww_mention;

/* Bytes [start, end) of the text; empty when both are equal. */
typedef struct {
	uint32_t start, end;
} ww_range;

/* Where an article's reference date came from. */
typedef enum {
	WW_FROM_NOTHING, /* there is none: relative expressions have no value */
	WW_FROM_OPTION,
	WW_FROM_HEADER,   /* "date 2024-07-14 SOURCE - ", "Date: …" of mail or RSS, front matter */
	WW_FROM_LINE,     /* a line "Published …", "Updated …", "Posted …" */
	WW_FROM_DATELINE, /* a full date in a dateline, byline or heading of the first lines */
	WW_N_SOURCES
} ww_date_source;

/* Returns "option", "header", "line", "dateline" or "nothing"; static storage. */
WW_API const char *ww_date_source_name(ww_date_source source);

/* An article: one story of the text.  Articles follow each other without gaps. */
typedef struct {
	uint32_t start, end;
	ww_date_source source;
	ww_range where; /* the text that gave the date; empty for WW_FROM_OPTION and WW_FROM_NOTHING */
	char date[11];  /* the reference date "YYYY-MM-DD", or "" */
	/* What else might be its date and disagrees; WW_FROM_NOTHING when nothing does. */
	ww_date_source other_source;
	ww_range other_where;
	char other_date[11];
} ww_article;

typedef struct ww_engine ww_engine;
typedef struct ww_document ww_document;

/* Makes an engine.  On success it is stored in *out and belongs to the caller,
 * who frees it after all its documents.  `ud` is passed to `alloc` untouched.
 * Errors: WW_E_NOMEM, WW_E_PATTERN. */
WW_API int ww_engine_new(ww_alloc_fn alloc, void *ud, ww_engine **out);
WW_API void ww_engine_free(ww_engine *engine); /* NULL is allowed */

/* Users' rules: patterns and words that are mentions too. */
typedef struct ww_rules ww_rules;

/* Kinds of their own are numbers from WW_N_KINDS + 1 to WW_MOST_KINDS.  Rules
 * that make no mentions have one of the others: */
enum {
	WW_MOST_KINDS = 31,
	WW_TITLES = 253, /* its words are titles of persons: "Judge" */
	WW_NEVER = 254,  /* its words are no names */
	WW_NO_KIND = 255 /* only ww_document_query() finds it */
};

/* One rule: a pattern or words, and what a match of them is. */
typedef struct {
	const char *pattern; /* PCRE2, in UTF-8, with `pattern_len` bytes; or NULL and … */
	size_t pattern_len;
	const char *const *words; /* … whole words, or runs of them, as they are written */
	size_t n_words;
	uint8_t kind;
	int16_t priority; /* of overlaps: the higher, then the longer, then a time that is built in,
	                     then the earlier rule, then a name that is built in */
} ww_rule;

/* What is wrong with a rule: its number from 0, where in the pattern, and why. */
typedef struct {
	size_t rule, offset;
	char message[128];
} ww_rule_error;

/* Compiles n rules, 32,000 at most.  On success they are stored in *out and belong
 * to the caller, who frees them after all documents that use them; the specs are
 * read during the call only.  Errors: WW_E_NOMEM; WW_E_PATTERN with *error filled. */
WW_API int ww_rules_new(ww_alloc_fn alloc, void *ud, const ww_rule *rules, size_t n,
                        ww_rules **out, ww_rule_error *error);
WW_API void ww_rules_free(ww_rules *rules); /* NULL is allowed */

/* How a document is to be read; all zero is the default. */
typedef struct {
	const char *date; /* "YYYY-MM-DD", every article's reference date; NULL: found in the text */
	bool narrative;   /* history: a date relates to the dates told before it, and not to the
	                     reference date */
	const ww_rules *rules; /* borrowed for the life of the document; NULL for none */
	bool lazy;        /* text is scanned when it is asked for: see ww_document_read() */
} ww_options;

/* Makes an empty document.  `options` is read during the call only and may be
 * NULL.  The document belongs to the caller.  Errors: WW_E_NOMEM, WW_E_DATE. */
WW_API int ww_document_new(ww_engine *engine, const ww_options *options, ww_document **out);
WW_API void ww_document_free(ww_document *doc); /* NULL is allowed */

/* Replaces the `removed` bytes from `start` by text[0, len).  `text` is
 * borrowed for the call and may hold any bytes; invalid UTF-8 belongs to no
 * mention.  *changed, unless `changed` is NULL, becomes the range of the new
 * text in which marks came, went or changed kind; it is empty when none did.
 * Values may change outside of it: they follow the article's reference date.
 * Errors: WW_E_NOMEM, WW_E_TOO_LONG, WW_E_RANGE. */
WW_API int ww_document_edit(ww_document *doc, size_t start, size_t removed, const char *text,
                            size_t len, ww_range *changed);

/* Makes the text equal to text[0, len) by one edit of what differs. */
WW_API int ww_document_sync(ww_document *doc, const char *text, size_t len, ww_range *changed);

/* Makes text[0, len) the text of an empty document without copying it, so that a large
 * text is there at once.  It must stay unchanged until ww_document_free(); an edit copies
 * only what lies around it.  Errors: WW_E_NOMEM; WW_E_TOO_LONG; WW_E_RANGE when the document is
 * not empty. */
WW_API int ww_document_lend(ww_document *doc, const char *text, size_t len);

/* Returns how many of the first bytes of text[0, len) the document has from `pos` on; with
 * `back`, how many of its last ones it has right before `pos`.  A host that does not know what
 * was edited can find out with it, piece by piece. */
WW_API size_t ww_document_common(const ww_document *doc, size_t pos, bool back, const char *text,
                                 size_t len);

/* The length of the text in bytes. */
WW_API size_t ww_document_len(const ww_document *doc);

/* Returns how many bytes from the start no longer depend on what may be appended:
 * their mentions are final (their values follow their article), and those after
 * them stay the same when these bytes are removed.  A text longer than memory
 * can be read in pieces by it; a lazy document is divided for it, and nothing is
 * marked that will be marked again. */
WW_API size_t ww_document_settled(ww_document *doc);

/* In a lazy document an edit of a few words is scanned at once; a larger one, or one
 * elsewhere than the last, leaves the article around it without mentions, or some
 * 32 KB of a longer one, until these functions scan it.  *changed then is all that
 * was left.  A new text is not even looked through before that.  Functions about a
 * whole article, such as those for values and entities, scan all of it.
 *
 * ww_document_read() scans all that touches [start, end), even if only at one end;
 * what was scanned before costs nothing.  ww_document_unread() finds the first
 * stretch that touches [start, end) and was not scanned, or with `back` the last one;
 * false when there is none.  In a text that was just opened that is all of it: to find
 * the next mention, read one byte at the near end of the stretch, and ask again.
 * Errors: WW_E_NOMEM, WW_E_RANGE. */
WW_API int ww_document_read(ww_document *doc, size_t start, size_t end);
WW_API bool ww_document_unread(const ww_document *doc, size_t start, size_t end, bool back,
                               ww_range *out);

/* A host calls this when it has nothing else to do, and after each edit, until *more is false.
 * What makes keys slow comes first: from the first call on the engine compiles the forms that are
 * tried often further here alone, as long as it is called; who never calls it has that at once,
 * up to two milliseconds at some key.  Then each call divides
 * about `bytes` more bytes of a lazy document into articles.  Until all are divided, a large
 * text was read from somewhere before the place that was asked for, and articles, values and
 * marks there may still change: *changed is the range to paint again.  After that the calls
 * prepare the engine for what no text has needed yet, so that no key has to wait for it.
 * Errors: WW_E_NOMEM. */
WW_API int ww_document_idle(ww_document *doc, size_t bytes, ww_range *changed, bool *more);

/* Copies the bytes [start, end) of the text to `out`, which must have room for them.
 * Errors: WW_E_RANGE. */
WW_API int ww_document_copy(const ww_document *doc, size_t start, size_t end, char *out);

/* Finds the first mention of one of `kinds` that ends after `pos`, or the last
 * one that starts before `pos`, and copies it to *out; false when there is
 * none.  Mentions never overlap: asking again with its end (its start) gives
 * the next (the previous) one. */
WW_API bool ww_document_next(const ww_document *doc, size_t pos, unsigned kinds, ww_mention *out);
WW_API bool ww_document_previous(const ww_document *doc, size_t pos, unsigned kinds,
                                 ww_mention *out);

/* Counts the mentions that end at `end` or before, by their kinds; vague ones count as
 * n[WW_N_KINDS] alone. */
WW_API void ww_document_count(const ww_document *doc, size_t end, size_t n[WW_MOST_KINDS + 1]);

/* Finds what else claimed the text of a mention, [start, end), and lost it: because of a
 * lower priority or a shorter match, or as a name to a time.  `i` counts from 0, those with
 * the better right first; false when there are no more.  Their values can be asked for. */
WW_API bool ww_document_beneath(const ww_document *doc, size_t start, size_t end, size_t i,
                                ww_mention *out);

/* Room for any value with its NUL. */
#define WW_VALUE_MAX 64

/* Writes the TIMEX3 value of a time mention of this document to value[]; ""
 * when it has none, such as a relative date without a reference date, or "Feb. 30".
 * Values are worked out when asked for, in order within an article: asking for
 * them in ascending order is cheapest.  Errors: WW_E_NOMEM; WW_E_RANGE when no
 * such mention is there (any more). */
WW_API int ww_document_value(ww_document *doc, const ww_mention *mention,
                             char value[WW_VALUE_MAX]);

/* What the word before a time makes of it: "since 2019", "by Friday". */
typedef enum {
	WW_BOUND_NONE,
	WW_BOUND_SINCE,
	WW_BOUND_FROM,
	WW_BOUND_UNTIL,
	WW_BOUND_BY,
	WW_BOUND_BEFORE,
	WW_BOUND_AFTER,
	WW_N_BOUNDS
} ww_bound;

/* TIMEX3's modifiers: "around 1620", "early March", "at least two years". */
typedef enum {
	WW_MOD_NONE,
	WW_MOD_APPROX,
	WW_MOD_START,
	WW_MOD_MID,
	WW_MOD_END,
	WW_MOD_BEFORE,
	WW_MOD_AFTER,
	WW_MOD_LESS_THAN,
	WW_MOD_MORE_THAN,
	WW_MOD_EQUAL_OR_LESS,
	WW_MOD_EQUAL_OR_MORE,
	WW_N_MODS
} ww_mod;

/* Returns "since", "APPROX" …; "" for none; static storage. */
WW_API const char *ww_bound_name(ww_bound bound);
WW_API const char *ww_mod_name(ww_mod mod);

/* Room for a zone with its NUL. */
#define WW_ZONE_MAX 32

/* A time mention as readers use it: its value, and what a value has no room for. */
typedef struct {
	char value[WW_VALUE_MAX];
	char until[WW_VALUE_MAX]; /* of the first mention of a range: the value of its end … */
	ww_mention end;           /* … and which mention that is; all zero for no range */
	uint8_t bound;            /* a ww_bound */
	uint8_t mod;              /* a ww_mod */
	char zone[WW_ZONE_MAX];   /* "Z", "-04:00"; letters that do not settle it: "CST"; or "" */
} ww_time;

/* Works out all that a time mention says, its value included.
 * Errors: those of ww_document_value(). */
WW_API int ww_document_time(ww_document *doc, const ww_mention *mention, ww_time *out);

/* A person, organisation or place of one article, with all its mentions. */
typedef struct {
	uint8_t kind;      /* a ww_kind */
	uint32_t mentions; /* how many */
	ww_range name;     /* the mention that names it best */
	ww_range first;    /* the first mention */
	ww_range title;    /* beside a mention: "Judge", "director"; empty when nothing is */
	uint32_t namesakes; /* how many of its kind before it in the article have that name too */
} ww_entity_info;

/* Flags of a mention's link to its entity. */
enum {
	WW_PARTIAL = 1,  /* the mention is shorter than the name: a surname, an acronym */
	WW_AMBIGUOUS = 2 /* others in the article bear this name too */
};

/* No entity. */
#define WW_NO_ENTITY UINT32_MAX

/* Stores the number of entities of an article; what is known about one of them, by
 * its number from 0 in the order of first mentions; and the entity that a
 * mention names, WW_NO_ENTITY for a time, with the flags of its link.  Entities are
 * linked when asked for, and kept until the next edit.
 * Errors: WW_E_NOMEM, WW_E_RANGE. */
WW_API int ww_document_entities(ww_document *doc, size_t article, size_t *n);
WW_API int ww_document_entity(ww_document *doc, size_t article, size_t entity,
                              ww_entity_info *out);
WW_API int ww_document_link(ww_document *doc, const ww_mention *mention, uint32_t *entity,
                            unsigned *flags);

/* What a copy editor would query.  The numbers are not stable, the names are. */
typedef enum {
	WW_WEEKDAY_MISMATCH,   /* "Friday, July 13" of a year in which that was a Saturday */
	WW_INVALID_DATE,       /* "April 31" */
	WW_AMBIGUOUS_ORDER,    /* "03/04/2024", and nothing tells the month */
	WW_AMBIGUOUS_TIMEZONE, /* "CST" */
	WW_AMBIGUOUS_SURNAME,  /* two in the article bear it; once for each */
	WW_NAME_SPELLING,      /* one person, as it seems, spelt in two ways */
	WW_FIRST_REFERENCE,    /* a surname alone before the full name */
	WW_INTERVAL_REVERSED,  /* "from June 5 to June 3": ends before it begins */
	WW_N_FINDINGS
} ww_finding_id;

/* Returns "weekday-mismatch" …; static storage. */
WW_API const char *ww_finding_name(ww_finding_id id);

/* One thing that a copy editor would query. */
typedef struct {
	uint8_t id;      /* a ww_finding_id */
	ww_range where;  /* the mention concerned */
	ww_range other;  /* the other name; empty for dates */
	char value[WW_VALUE_MAX]; /* of a date: its value, of WW_AMBIGUOUS_ORDER the other reading */
} ww_finding;

/* Stores the number of findings of an article, and one of them by its number
 * from 0, in the order of the text.  They are worked out when asked for and kept
 * until the next edit.  Errors: WW_E_NOMEM, WW_E_RANGE. */
WW_API int ww_document_findings(ww_document *doc, size_t article, size_t *n);
WW_API int ww_document_finding(ww_document *doc, size_t article, size_t finding, ww_finding *out);

/* Finds the first match of a rule, by its number, that begins in [start, end);
 * an empty range when there is none.  Errors: WW_E_NOMEM, WW_E_RANGE. */
WW_API int ww_document_query(ww_document *doc, size_t rule, size_t start, size_t end,
                             ww_range *out);

/* Matches a rule's pattern again at `pos` and stores the name of its i-th named
 * group, which lives as long as the rules, and where it is (empty: unset); *name
 * becomes NULL past the last.  Errors: WW_E_NOMEM, WW_E_RANGE. */
WW_API int ww_document_group(ww_document *doc, size_t rule, size_t pos, size_t i, const char **name,
                             ww_range *where);

/* Finds the first rule from number `from` on whose pattern took too many steps in a
 * paragraph; false when there is none.  The document is read without that rule from then
 * on.  A pattern has some hundred thousand steps for each paragraph, and takes the same
 * number of them on every machine. */
WW_API bool ww_document_slow_rule(const ww_document *doc, size_t from, size_t *rule);

/* The form of a mention that a rule made is WW_FORM_RULE plus the rule's number,
 * and that of a name WW_FORM_NAME. */
enum { WW_FORM_RULE = 0x8000, WW_FORM_NAME = 0xFFFF };

/* What is known about the word at a position. */
typedef struct {
	ww_range word;     /* as names see it; empty between words */
	const char *role;  /* in time expressions: "month"; NULL for none */
	bool is_candidate; /* names were looked for here; else the rest is zero */
	/* How good the best reading is in which the word is in no name, or in a name of kind
	 * WW_PERSON, WW_ORG, WW_PLACE, WW_MISC: sums of the model's weights.  Only their
	 * differences mean something. */
	int32_t score[1 + WW_N_KINDS - WW_PERSON];
	const char *settled; /* what decided in place of the model which kind the word's name is:
	                      * "a line-up or list of scorers"; or NULL */
	uint64_t lists;    /* the lists that have it: bits for ww_list_name() */
	uint32_t evidence; /* what the article says about it: bits for ww_evidence_name() */
	bool also_lower;   /* the article has it in lower case too */
} ww_explanation;

/* Explains why the text at byte `pos` is marked, or why it is not; together with
 * ww_document_next() and ww_document_beneath() that is all there is to know.
 * Errors: WW_E_RANGE, WW_E_NOMEM. */
WW_API int ww_document_explain(ww_document *doc, size_t pos, ww_explanation *out);

/* The names of bits, as in "surname" and "follows a title"; NULL past the last;
 * static storage. */
WW_API const char *ww_list_name(unsigned bit);
WW_API const char *ww_evidence_name(unsigned bit);

/* Returns the name of a mention's form, such as "month-day"; static storage. */
WW_API const char *ww_form_name(uint16_t form);

/* The number of articles, at least 1 (an empty text is one empty article); the
 * article that holds byte `pos`; and what is known about one article.
 * Errors: WW_E_RANGE for an index past the last, WW_E_NOMEM. */
WW_API size_t ww_document_articles(ww_document *doc);
WW_API size_t ww_document_article_at(const ww_document *doc, size_t pos);
WW_API int ww_document_article(ww_document *doc, size_t index, ww_article *out);

#ifdef __cplusplus
}
#endif

#endif
