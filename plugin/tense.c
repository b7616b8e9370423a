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
static const char *const future[] = {
	"'ll", "begins", "due", "expected", "expects", "expires", "may", "might", "must", "opens",
	"planned", "planning", "plans", "scheduled", "shall", "should", "slated", "starts",
	"they'll", "upcoming", "we'll", "will", "won't", "would",
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

static ww_tense tense_of(const char *word, const char *before, char first) {
	size_t n = strlen(word);
	if (strcmp(before, "to") == 0 && !is_noun_mark(word) && first >= 'a' && first <= 'z' && n > 1)
		return WW_TENSE_FUTURE;
	if (IN(word, future))
		return WW_TENSE_FUTURE;
	if (IN(word, past))
		return WW_TENSE_PAST;
	if (n > 3 && first >= 'a' && word[n - 1] == 'd' && word[n - 2] == 'e' && word[n - 3] != 'e')
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

ww_tense ww_tense_at(const char *text, size_t len, size_t start, size_t end) {
	const char *from = text + (start > REACH ? start - REACH : 0), *mark = text + start;
	const char *last = text + (len - end > REACH ? end + REACH : len);
	for (const char *p = mark; p > from; p--) {
		if (ends_sentence(p - 1, text + len)) {
			from = p;
			break;
		}
	}
	ww_tense found = WW_TENSE_NONE;
	char before[24] = "", word[24];
	for (const char *p = from; p < mark;) {
		if (!is_letter(*p)) {
			p++;
			continue;
		}
		char first = *p;
		p = read_word(p, mark, word);
		ww_tense tense = tense_of(word, before, first);
		if (tense && !(tense == WW_TENSE_PAST && found == WW_TENSE_FUTURE &&
		               (strcmp(before, "be") == 0 || strcmp(before, "is") == 0 ||
		                strcmp(before, "are") == 0 || strcmp(before, "get") == 0)))
			found = tense;
		memcpy(before, word, sizeof before);
	}
	if (found)
		return found;
	*before = '\0';
	for (const char *p = text + end; p < last && !ends_sentence(p, text + len);) {
		if (!is_letter(*p)) {
			p++;
			continue;
		}
		char first = *p;
		p = read_word(p, last, word);
		ww_tense tense = tense_of(word, before, first);
		if (tense)
			return tense;
		memcpy(before, word, sizeof before);
	}
	return WW_TENSE_NONE;
}
