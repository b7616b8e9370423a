#include "tense.h"

#include <stdlib.h>
#include <string.h>

/* How far a sentence is looked at, in bytes to each side. */
enum { REACH = 300 };

static bool is_letter(char c) {
	return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '\'' || (unsigned char)c >= 0x80;
}

/* Sorted.  Verbs whose past is not in -ed; and what points ahead. */
static const char *const past[] = {
	"arose", "ate", "beat", "became", "been", "began", "bought", "broke", "brought", "built",
	"came", "caught", "chose", "cut", "did", "died", "drew", "drove", "fell", "felt", "fled",
	"flew", "fought", "found", "gave", "got", "grew", "had", "heard", "held", "hit", "kept",
	"killed", "knew", "laid", "led", "left", "lost", "made", "met", "paid", "put", "quit",
	"ran", "resigned", "rose", "said", "sang", "sank", "sat", "saw", "sent", "set", "shot",
	"shut", "slid", "sold", "spent", "spoke", "stood", "stole", "struck", "swept", "swore",
	"taught", "threw", "told", "took", "understood", "was", "went", "were", "withdrew", "woke",
	"won", "wore", "wrote",
};
/* The present tells of the future when a day is named: "the court hears the case
 * on Friday". */
static const char *const present[] = {
	"airs", "are", "arrives", "begin", "begins", "closes", "come", "comes", "decides", "ends",
	"expires", "faces", "flies", "fly", "go", "goes", "hears", "holds", "host", "hosts", "is",
	"kicks", "leaves", "meet", "meets", "move", "moves", "open", "opens", "play", "plays",
	"reopens", "return", "returns", "runs", "see", "start", "starts", "takes", "travel",
	"travels", "visits", "votes",
};
static const char *const future[] = {
	"'ll", "due", "expected", "expects", "i'll", "may", "might", "must",
	"planning", "plans", "scheduled", "shall", "should", "slated", "they'll", "upcoming",
	"we'll", "will", "won't", "would", "you'll",
};

static int compare(const void *key, const void *item) {
	return strcmp(key, *(const char *const *)item);
}

#define IN(word, list) bsearch(word, list, sizeof list / sizeof *list, sizeof *list, compare)

/* What stands after "to" when it is no infinitive. */
static bool is_noun_mark(const char *word) {
	static const char *const marks[] = { "a", "about", "all", "an", "any", "at", "both", "each",
		                             "end", "her", "him", "his", "its", "last", "more", "nearly",
		                             "next", "one", "our", "that", "the", "their", "them",
		                             "these", "this", "those", "two", "us", "which", "whom" };
	return IN(word, marks) != NULL;
}

/* Reads the word at p, in lower case, into word[]; returns its end. */
static const char *read_word(const char *p, const char *end, char word[24]) {
	size_t n = 0;
	for (; p < end && is_letter(*p); p++)
		if (n < 23)
			word[n++] = *p >= 'A' && *p <= 'Z' ? (char)(*p + 32) : *p;
	word[n] = '\0';
	return p;
}

/* One clause as it is read. */
typedef struct {
	char word[24], before[24];
	ww_tense found;
	bool present; /* "is" and the like, with no past before it */
} clause;

static ww_tense tense_of(const clause *c, char first) {
	const char *word = c->word;
	size_t n = strlen(word);
	if (strcmp(c->before, "to") == 0 && !is_noun_mark(word) && first >= 'a' && first <= 'z' && n > 1)
		return WW_TENSE_FUTURE;
	/* "is set for October", "was planned to end" */
	bool ahead = strcmp(word, "for") == 0 || strcmp(word, "to") == 0;
	if (ahead && (strcmp(c->before, "set") == 0 || strcmp(c->before, "planned") == 0 ||
	              strcmp(c->before, "billed") == 0 || strcmp(c->before, "booked") == 0))
		return WW_TENSE_FUTURE;
	if (strcmp(word, "until") == 0 || strcmp(word, "till") == 0)
		return WW_TENSE_FUTURE;
	if (IN(word, future))
		return WW_TENSE_FUTURE;
	if (IN(word, past))
		return WW_TENSE_PAST;
	bool ed = n > 3 && first >= 'a' && word[n - 1] == 'd' && word[n - 2] == 'e';
	if (ed && (word[n - 3] != 'e' || strcmp(word, "agreed") == 0 || strcmp(word, "freed") == 0))
		return WW_TENSE_PAST;
	return WW_TENSE_NONE;
}

/* A sentence ends at a stop that blanks and a capital follow, and at a line's
 * end that another follows. */
static bool ends_sentence(const char *p, const char *end) {
	if (*p == '\n')
		return p + 1 < end && p[1] == '\n';
	if (*p != '.' && *p != '!' && *p != '?' && *p != ';')
		return false;
	if (end - p < 3 || (p[1] != ' ' && p[1] != '\n' && p[1] != '"'))
		return false;
	return !(p[2] >= 'a' && p[2] <= 'z') && !(p[2] >= '0' && p[2] <= '9');
}

/* Whether "been expected", "is scheduled": what comes after does not make a past
 * of a future. */
static bool is_passive(const char *before) {
	return strcmp(before, "be") == 0 || strcmp(before, "is") == 0 || strcmp(before, "are") == 0 ||
	       strcmp(before, "get") == 0;
}

/* Reads [p, end) into the clause; with `first_only` up to the first tense. */
static void read_clause(clause *c, const char *p, const char *end, const char *text_end,
                        bool first_only) {
	*c->before = '\0';
	while (p < end && !(first_only && (c->found || ends_sentence(p, text_end)))) {
		if (!is_letter(*p)) {
			if (*p != ' ' && *p != '\n')
				*c->before = '\0'; /* "to 4.1 percent" is no infinitive */
			p++;
			continue;
		}
		char first = *p;
		p = read_word(p, end, c->word);
		ww_tense tense = tense_of(c, first);
		bool passive = tense == WW_TENSE_PAST && (c->found == WW_TENSE_FUTURE || c->present) &&
		               is_passive(c->before);
		if (tense && !passive)
			c->found = tense;
		c->present |= !c->found && IN(c->word, present);
		memcpy(c->before, c->word, sizeof c->before);
	}
}

ww_tense ww_tense_at(const char *text, size_t len, size_t start, size_t end) {
	const char *from = text + (start > REACH ? start - REACH : 0), *mark = text + start;
	const char *last = text + (len - end > REACH ? end + REACH : len);
	for (const char *p = mark; p > from; p--) {
		if (ends_sentence(p - 1, text + len)) {
			from = p;
			break;
		}
	}
	clause c = { .found = WW_TENSE_NONE };
	read_clause(&c, from, mark, text + len, false);
	if (!c.found && !c.present)
		read_clause(&c, text + end, last, text + len, true);
	return c.found || !c.present ? c.found : WW_TENSE_FUTURE;
}
