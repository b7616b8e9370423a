#include "tense.h"

#include <stdlib.h>
#include <string.h>

/* How far a sentence is looked at, in bytes to each side. */
enum { REACH = 300 };

/* A day with so few words around it is a scrap of text that tells nothing; a day
 * alone is a heading. */
enum { SCRAP = 3 };

/* What a word says of when its clause is. */
typedef enum {
	PLAIN,
	PAST,    /* its past is not in -ed */
	HAD,     /* the same: what follows "to" was done, "had to leave", "failed to agree" */
	FUTURE,  /* points ahead */
	MODAL,   /* the same, but "should have been" is past */
	PRESENT, /* tells of the future when a day is named, and no past stands before it: "is" */
	THIRD,   /* the same after a past too: "the court, which sat late, hears it on Friday" */
	NO_VERB, /* after "to": no infinitive */
	JOIN,    /* a clause begins: "said that on Monday it snowed" */
	BY,      /* before a day: it lies ahead, but for a past, "wants an answer by Friday" */
	FROM,    /* before a day: it lies ahead, "effective Friday" */
	SINCE    /* before a day: it is past */
} sense;

/* Sorted by the words. */
static const struct {
	const char *word;
	sense sense;
} words[] = {
	{ "a", NO_VERB }, { "about", NO_VERB }, { "airs", THIRD }, { "all", NO_VERB },
	{ "an", NO_VERB }, { "any", NO_VERB }, { "appears", THIRD }, { "are", PRESENT },
	{ "arose", PAST }, { "arrive", PRESENT }, { "arrives", THIRD }, { "at", NO_VERB },
	{ "ate", PAST }, { "awoke", PAST }, { "beat", PAST }, { "became", PAST }, { "been", PAST },
	{ "began", HAD }, { "begin", PRESENT }, { "begins", THIRD }, { "bent", PAST },
	{ "bet", PAST }, { "bit", PAST }, { "bled", PAST }, { "blew", PAST }, { "bore", PAST },
	{ "both", NO_VERB }, { "bought", PAST }, { "bred", PAST }, { "broadcast", PAST },
	{ "broke", PAST }, { "brought", PAST }, { "built", PAST }, { "burst", PAST }, { "but", JOIN },
	{ "by", BY }, { "came", HAD }, { "cast", PAST }, { "caught", PAST }, { "chose", PAST },
	{ "closes", THIRD }, { "clung", PAST }, { "come", PRESENT }, { "comes", THIRD },
	{ "competes", THIRD }, { "concludes", THIRD }, { "continue", PRESENT }, { "continued", HAD },
	{ "continues", THIRD }, { "convenes", THIRD }, { "crept", PAST }, { "cut", PAST },
	{ "dealt", PAST }, { "debuts", THIRD }, { "decides", THIRD }, { "declined", HAD },
	{ "delivers", THIRD }, { "did", PAST }, { "died", PAST }, { "drank", PAST },
	{ "dreamt", PAST }, { "drew", PAST }, { "drove", PAST }, { "due", FUTURE }, { "dug", PAST },
	{ "dwelt", PAST }, { "each", NO_VERB }, { "effective", FROM }, { "end", NO_VERB },
	{ "ends", THIRD }, { "expected", FUTURE }, { "expects", FUTURE }, { "expires", THIRD },
	{ "faces", THIRD }, { "failed", HAD }, { "fed", PAST }, { "fell", PAST }, { "felt", PAST },
	{ "finishes", THIRD }, { "fled", PAST }, { "flew", PAST }, { "flies", THIRD },
	{ "flung", PAST }, { "fly", PRESENT }, { "forbade", PAST }, { "forced", HAD },
	{ "foresaw", PAST }, { "forgave", PAST }, { "forgot", PAST }, { "fought", PAST },
	{ "found", PAST }, { "froze", PAST }, { "gathers", THIRD }, { "gave", PAST },
	{ "go", PRESENT }, { "goes", THIRD }, { "got", PAST }, { "grew", PAST }, { "had", HAD },
	{ "heard", PAST }, { "hears", THIRD }, { "held", PAST }, { "helped", HAD },
	{ "her", NO_VERB }, { "hid", PAST }, { "him", NO_VERB }, { "his", NO_VERB }, { "hit", PAST },
	{ "holds", THIRD }, { "host", PRESENT }, { "hosts", THIRD }, { "hung", PAST },
	{ "hurt", PAST }, { "i'm", PRESENT }, { "if", JOIN }, { "is", PRESENT }, { "its", NO_VERB },
	{ "joins", THIRD }, { "kept", PAST }, { "kicks", THIRD }, { "killed", PAST },
	{ "knelt", PAST }, { "knew", PAST }, { "laid", PAST }, { "lands", THIRD },
	{ "last", NO_VERB }, { "launches", THIRD }, { "lay", PAST }, { "leapt", PAST },
	{ "leave", PRESENT }, { "leaves", THIRD }, { "led", PAST }, { "left", PAST },
	{ "lent", PAST }, { "likely", FUTURE }, { "lit", PAST }, { "lost", PAST }, { "made", PAST },
	{ "managed", HAD }, { "may", FUTURE }, { "meant", PAST }, { "meet", PRESENT },
	{ "meets", THIRD }, { "met", PAST }, { "might", MODAL }, { "more", NO_VERB },
	{ "move", PRESENT }, { "moves", THIRD }, { "must", MODAL }, { "nearly", NO_VERB },
	{ "needed", HAD }, { "next", NO_VERB }, { "one", NO_VERB }, { "open", PRESENT },
	{ "opens", THIRD }, { "our", NO_VERB }, { "overcame", PAST }, { "overheard", PAST },
	{ "overthrew", PAST }, { "overtook", PAST }, { "paid", PAST }, { "planning", FUTURE },
	{ "plans", FUTURE }, { "play", PRESENT }, { "plays", THIRD }, { "pledged", FUTURE },
	{ "postponed", FUTURE }, { "premieres", THIRD }, { "promised", FUTURE },
	{ "publishes", THIRD }, { "put", PAST }, { "quit", PAST }, { "ran", PAST }, { "rang", PAST },
	{ "refused", HAD }, { "reopen", PRESENT }, { "reopens", THIRD }, { "resigned", PAST },
	{ "resume", PRESENT }, { "resumes", THIRD }, { "retires", THIRD }, { "return", PRESENT },
	{ "returns", THIRD }, { "rode", PAST }, { "rose", PAST }, { "runs", THIRD }, { "said", PAST },
	{ "sang", PAST }, { "sank", PAST }, { "sat", PAST }, { "saw", PAST }, { "scheduled", FUTURE },
	{ "see", PRESENT }, { "sent", PAST }, { "set", PAST }, { "shall", FUTURE }, { "shed", PAST },
	{ "shone", PAST }, { "shook", PAST }, { "shot", PAST }, { "should", MODAL },
	{ "shrank", PAST }, { "shut", PAST }, { "since", SINCE }, { "slated", FUTURE },
	{ "slept", PAST }, { "slid", PAST }, { "slit", PAST }, { "slung", PAST }, { "sold", PAST },
	{ "sought", PAST }, { "spat", PAST }, { "sped", PAST }, { "spelt", PAST }, { "spent", PAST },
	{ "spilt", PAST }, { "split", PAST }, { "spoke", PAST }, { "sprang", PAST }, { "spun", PAST },
	{ "stank", PAST }, { "start", PRESENT }, { "starting", FROM }, { "starts", THIRD },
	{ "stole", PAST }, { "stood", PAST }, { "strode", PAST }, { "struck", PAST },
	{ "strung", PAST }, { "stuck", PAST }, { "stung", PAST }, { "swam", PAST }, { "swept", PAST },
	{ "swore", PAST }, { "swung", PAST }, { "takes", THIRD }, { "taught", PAST },
	{ "that", JOIN }, { "the", NO_VERB }, { "their", NO_VERB }, { "them", NO_VERB },
	{ "these", NO_VERB }, { "this", NO_VERB }, { "those", NO_VERB }, { "thought", PAST },
	{ "threw", PAST }, { "through", BY }, { "thrust", PAST }, { "told", PAST }, { "took", PAST },
	{ "tore", PAST }, { "travel", PRESENT }, { "travels", THIRD }, { "tried", HAD },
	{ "two", NO_VERB }, { "understood", PAST }, { "undertook", PAST }, { "unveils", THIRD },
	{ "upcoming", FUTURE }, { "upheld", PAST }, { "us", NO_VERB }, { "used", HAD },
	{ "visits", THIRD }, { "votes", THIRD }, { "vowed", FUTURE }, { "was", PAST },
	{ "we're", PRESENT }, { "went", HAD }, { "wept", PAST }, { "were", PAST }, { "when", JOIN },
	{ "where", JOIN }, { "which", JOIN }, { "while", JOIN }, { "who", JOIN }, { "whom", NO_VERB },
	{ "will", FUTURE }, { "withdrew", PAST }, { "withheld", PAST }, { "withstood", PAST },
	{ "woke", PAST }, { "won", PAST }, { "won't", FUTURE }, { "wore", PAST }, { "would", MODAL },
	{ "wove", PAST }, { "wrote", PAST }, { "wrung", PAST },
};
enum { N_WORDS = sizeof words / sizeof *words };

/* A word in lower case, and what it says. */
typedef struct {
	char text[24];
	char first;   /* as it is written */
	bool capital; /* "May", but not "may" or "MAY" */
	sense sense;
} word;

static bool is_letter(char c) {
	return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '\'' || (unsigned char)c >= 0x80;
}

static bool is(const word *w, const char *text) {
	return strcmp(w->text, text) == 0;
}

static int compare(const void *key, const void *item) {
	return strcmp(key, *(const char *const *)item);
}

static bool ends_with(const char *text, const char *end) {
	size_t n = strlen(text), len = strlen(end);
	return n > len && strcmp(text + n - len, end) == 0;
}

static sense sense_of(const word *w) {
	if (ends_with(w->text, "'ll"))
		return FUTURE;
	/* The word is the first thing in a row. */
	const void *row = bsearch(w->text, words, N_WORDS, sizeof *words, compare);
	if (row)
		return words[(size_t)((const char *)row - (const char *)words) / sizeof *words].sense;
	bool ed = w->first >= 'a' && strlen(w->text) > 3 && ends_with(w->text, "ed");
	return ed && (!ends_with(w->text, "eed") || is(w, "agreed") || is(w, "freed")) ? PAST : PLAIN;
}

/* Reads the word at p; returns its end. */
static const char *read_word(const char *p, const char *end, word *w) {
	size_t n = 0;
	w->first = *p;
	w->capital = *p >= 'A' && *p <= 'Z' && p + 1 < end && p[1] >= 'a' && p[1] <= 'z';
	while (p < end && is_letter(*p)) {
		bool curly = end - p >= 3 && memcmp(p, "\xE2\x80\x99", 3) == 0;
		char c = curly ? '\'' : *p >= 'A' && *p <= 'Z' ? (char)(*p + 32) : *p;
		if (n < sizeof w->text - 1)
			w->text[n++] = c;
		p += curly ? 3 : 1;
	}
	w->text[n] = '\0';
	w->sense = sense_of(w);
	return p;
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

/* One clause as it is read: its last three words, the first the latest, and what its
 * verbs have told. */
typedef struct {
	word at[3];
	ww_tense found;
	bool present; /* a verb of the present, and no past after it */
	int words;
} clause;

/* Whether the latest word is an infinitive that lies ahead: "to meet", but not "declined
 * to say" or "to colleagues". */
static bool is_ahead(const clause *c) {
	const word *w = &c->at[0];
	bool verb = w->sense != NO_VERB && w->first >= 'a' && w->first <= 'z' && w->text[1] &&
	            (!ends_with(w->text, "s") || ends_with(w->text, "ss") || ends_with(w->text, "us"));
	return is(&c->at[1], "to") && verb && c->at[2].sense != HAD;
}

/* "is set for October", "was planned to end", "until Monday" */
static bool is_set_for(const clause *c) {
	const word *w = &c->at[0], *before = &c->at[1];
	if (is(w, "until") || is(w, "till"))
		return true;
	return (is(w, "for") || is(w, "to")) && (is(before, "set") || is(before, "planned") ||
	                                         is(before, "billed") || is(before, "booked"));
}

/* "be expected", "is scheduled": what comes after does not make a past of a future. */
static bool is_passive(const clause *c) {
	return is(&c->at[1], "be") || is(&c->at[1], "is") || is(&c->at[1], "are") ||
	       is(&c->at[1], "get");
}

/* A verb in -s after its subject: "she competes". */
static bool is_third_person(const clause *c) {
	const word *w = &c->at[0], *before = &c->at[1];
	bool subject = is(before, "he") || is(before, "she") || is(before, "it") || is(before, "who") ||
	               is(before, "which");
	return subject && ends_with(w->text, "s") && !is(w, "says");
}

static void add_word(clause *c) {
	sense s = c->at[0].sense;
	if (is_ahead(c) || is_set_for(c)) {
		c->found = WW_TENSE_FUTURE;
	} else if (c->at[1].sense == MODAL && is(&c->at[0], "have")) {
		c->found = WW_TENSE_PAST;
	} else if (s == FUTURE || s == MODAL) {
		if (!c->at[0].capital || !c->at[1].text[0]) /* not "Will Hay", "in May" */
			c->found = WW_TENSE_FUTURE;
	} else if (s == PAST || s == HAD) {
		if (!((c->found == WW_TENSE_FUTURE || c->present) && is_passive(c)))
			c->found = WW_TENSE_PAST;
	} else if (s == THIRD || is_third_person(c)) {
		if (c->found != WW_TENSE_FUTURE)
			c->found = WW_TENSE_NONE;
		c->present = true;
	} else if (s == PRESENT && !c->found) {
		c->present = true;
	}
}

/* Reads [p, end) into the clause; with `first_only` up to the first tense. */
static void read_clause(clause *c, const char *p, const char *end, const char *text_end,
                        bool first_only) {
	memset(c->at, 0, sizeof c->at);
	while (p < end && !(first_only && (c->found || c->present || ends_sentence(p, text_end)))) {
		if (!is_letter(*p)) {
			if (*p != ' ' && *p != '\n')
				c->at[0] = (word){ .first = *p }; /* "to 4.1 percent" is no infinitive */
			p++;
			continue;
		}
		word w;
		p = read_word(p, end, &w);
		if (is(&w, "not"))
			continue; /* "are not expected" is as "are expected" */
		c->at[2] = c->at[1];
		c->at[1] = c->at[0];
		c->at[0] = w;
		add_word(c);
		c->words++;
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
	clause c = { .found = WW_TENSE_NONE }, after = c;
	read_clause(&c, from, mark, text + len, false);
	const word *before = is(&c.at[0], "on") ? &c.at[1] : &c.at[0];
	if (before->sense == SINCE || before->sense == FROM)
		return before->sense == SINCE ? WW_TENSE_PAST : WW_TENSE_FUTURE;
	if (before->sense == JOIN || (!c.found && !c.present)) {
		read_clause(&after, text + end, last, text + len, true);
		after.words += c.words;
		if (after.found || after.present || !c.present)
			c = after;
	}
	if (before->sense == BY && before[1].text[0] && c.found != WW_TENSE_PAST)
		return WW_TENSE_FUTURE;
	if (c.present && !c.found)
		return WW_TENSE_FUTURE;
	bool scrap = c.words > 0 && c.words <= SCRAP;
	return c.found || scrap ? c.found : WW_TENSE_VERBLESS;
}
