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
	PROMISE, /* points ahead, but not right before a day: "promised on Friday" */
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
	{ "ate", PAST }, { "awoke", PAST }, { "beat", PAST }, { "beaten", PAST }, { "became", PAST },
	{ "been", PAST }, { "before", BY }, { "began", HAD }, { "begin", PRESENT },
	{ "begins", THIRD }, { "bent", PAST }, { "bet", PAST }, { "bit", PAST }, { "bitten", PAST },
	{ "bled", PAST }, { "blew", PAST }, { "bore", PAST }, { "both", NO_VERB }, { "bought", PAST },
	{ "bred", PAST }, { "broadcast", PAST }, { "broke", PAST }, { "broken", PAST },
	{ "brought", PAST }, { "built", PAST }, { "burst", PAST }, { "but", JOIN }, { "by", BY },
	{ "came", HAD }, { "can", FUTURE }, { "cast", PAST }, { "caught", PAST }, { "chose", PAST },
	{ "chosen", PAST }, { "closes", THIRD }, { "clung", PAST }, { "come", PRESENT },
	{ "comes", THIRD }, { "competes", THIRD }, { "concludes", THIRD }, { "continue", PRESENT },
	{ "continued", HAD }, { "continues", THIRD }, { "convenes", THIRD }, { "could", MODAL },
	{ "couldn't", PAST }, { "crept", PAST }, { "cut", PAST }, { "dealt", PAST },
	{ "debuts", THIRD }, { "decides", THIRD }, { "declined", HAD }, { "delivers", THIRD },
	{ "did", PAST }, { "died", PAST }, { "done", PAST }, { "drank", PAST }, { "drawn", PAST },
	{ "dreamt", PAST }, { "drew", PAST }, { "driven", PAST }, { "drove", PAST },
	{ "due", FUTURE }, { "dug", PAST }, { "dwelt", PAST }, { "each", NO_VERB }, { "eaten", PAST },
	{ "effective", FROM }, { "eight", NO_VERB }, { "eleven", NO_VERB }, { "end", NO_VERB },
	{ "ends", THIRD }, { "expected", FUTURE }, { "expects", FUTURE }, { "expires", THIRD },
	{ "faces", THIRD }, { "failed", HAD }, { "fallen", PAST }, { "fed", PAST }, { "fell", PAST },
	{ "felt", PAST }, { "finishes", THIRD }, { "five", NO_VERB }, { "fled", PAST },
	{ "flew", PAST }, { "flies", THIRD }, { "flown", PAST }, { "flung", PAST },
	{ "fly", PRESENT }, { "forbade", PAST }, { "forced", HAD }, { "foresaw", PAST },
	{ "forgave", PAST }, { "forgot", PAST }, { "forgotten", PAST }, { "fought", PAST },
	{ "found", PAST }, { "four", NO_VERB }, { "from", BY }, { "froze", PAST }, { "frozen", PAST },
	{ "gathers", THIRD }, { "gave", PAST }, { "given", PAST }, { "go", PRESENT },
	{ "goes", THIRD }, { "gone", PAST }, { "got", PAST }, { "grew", PAST }, { "grown", PAST },
	{ "had", HAD }, { "heard", PAST }, { "hears", THIRD }, { "held", PAST }, { "helped", HAD },
	{ "her", NO_VERB }, { "hid", PAST }, { "hidden", PAST }, { "him", NO_VERB },
	{ "his", NO_VERB }, { "hit", PAST }, { "holds", THIRD }, { "host", PRESENT },
	{ "hosts", THIRD }, { "hung", PAST }, { "hurt", PAST }, { "i'm", PRESENT }, { "if", JOIN },
	{ "is", PRESENT }, { "its", NO_VERB }, { "joins", THIRD }, { "kept", PAST },
	{ "kicks", THIRD }, { "killed", PAST }, { "knelt", PAST }, { "knew", PAST }, { "laid", PAST },
	{ "lands", THIRD }, { "last", NO_VERB }, { "launches", THIRD }, { "lay", PAST },
	{ "leapt", PAST }, { "leave", PRESENT }, { "leaves", THIRD }, { "led", PAST },
	{ "left", PAST }, { "lent", PAST }, { "let", PAST }, { "likely", FUTURE }, { "lit", PAST },
	{ "lost", PAST }, { "made", PAST }, { "managed", HAD }, { "may", FUTURE }, { "meant", PAST },
	{ "meet", PRESENT }, { "meets", THIRD }, { "met", PAST }, { "might", MODAL },
	{ "more", NO_VERB }, { "move", PRESENT }, { "moves", THIRD }, { "must", MODAL },
	{ "nearly", NO_VERB }, { "needed", HAD }, { "next", NO_VERB }, { "nine", NO_VERB },
	{ "one", NO_VERB }, { "open", PRESENT }, { "opens", THIRD }, { "our", NO_VERB },
	{ "overcame", PAST }, { "overheard", PAST }, { "overthrew", PAST }, { "overtook", PAST },
	{ "paid", PAST }, { "plan", PRESENT }, { "planned", FUTURE }, { "planning", FUTURE },
	{ "plans", FUTURE }, { "play", PRESENT }, { "plays", THIRD }, { "pledged", PROMISE },
	{ "postponed", FUTURE }, { "premieres", THIRD }, { "promised", PROMISE },
	{ "publishes", THIRD }, { "put", PAST }, { "quit", PAST }, { "ran", PAST }, { "rang", PAST },
	{ "refused", HAD }, { "reopen", PRESENT }, { "reopens", THIRD }, { "resigned", PAST },
	{ "resume", PRESENT }, { "resumes", THIRD }, { "retires", THIRD }, { "return", PRESENT },
	{ "returns", THIRD }, { "risen", PAST }, { "rode", PAST }, { "rose", PAST },
	{ "runs", THIRD }, { "said", PAST }, { "sang", PAST }, { "sank", PAST }, { "sat", PAST },
	{ "saw", PAST }, { "scheduled", FUTURE }, { "see", PRESENT }, { "seen", PAST },
	{ "sent", PAST }, { "set", PAST }, { "seven", NO_VERB }, { "shaken", PAST },
	{ "shall", FUTURE }, { "shed", PAST }, { "shone", PAST }, { "shook", PAST }, { "shot", PAST },
	{ "should", MODAL }, { "shown", PAST }, { "shrank", PAST }, { "shut", PAST },
	{ "since", SINCE }, { "six", NO_VERB }, { "slated", FUTURE }, { "slept", PAST },
	{ "slid", PAST }, { "slit", PAST }, { "slung", PAST }, { "sold", PAST }, { "sought", PAST },
	{ "spat", PAST }, { "sped", PAST }, { "spelt", PAST }, { "spent", PAST }, { "spilt", PAST },
	{ "split", PAST }, { "spoke", PAST }, { "spoken", PAST }, { "sprang", PAST },
	{ "spun", PAST }, { "stank", PAST }, { "start", PRESENT }, { "starting", FROM },
	{ "starts", THIRD }, { "stole", PAST }, { "stolen", PAST }, { "stood", PAST },
	{ "strode", PAST }, { "struck", PAST }, { "strung", PAST }, { "stuck", PAST },
	{ "stung", PAST }, { "swam", PAST }, { "swept", PAST }, { "swore", PAST }, { "sworn", PAST },
	{ "swung", PAST }, { "taken", PAST }, { "takes", THIRD }, { "taught", PAST },
	{ "ten", NO_VERB }, { "that", JOIN }, { "the", NO_VERB }, { "their", NO_VERB },
	{ "them", NO_VERB }, { "these", NO_VERB }, { "this", NO_VERB }, { "those", NO_VERB },
	{ "thought", PAST }, { "three", NO_VERB }, { "threw", PAST }, { "through", BY },
	{ "thrown", PAST }, { "thrust", PAST }, { "told", PAST }, { "took", PAST }, { "tore", PAST },
	{ "torn", PAST }, { "travel", PRESENT }, { "travels", THIRD }, { "tried", HAD },
	{ "twelve", NO_VERB }, { "two", NO_VERB }, { "understood", PAST }, { "undertook", PAST },
	{ "unveils", THIRD }, { "upcoming", FUTURE }, { "upheld", PAST }, { "us", NO_VERB },
	{ "used", HAD }, { "visits", THIRD }, { "votes", THIRD }, { "vowed", PROMISE },
	{ "was", PAST }, { "we're", PRESENT }, { "went", HAD }, { "wept", PAST }, { "were", PAST },
	{ "when", JOIN }, { "where", JOIN }, { "which", JOIN }, { "while", JOIN }, { "who", JOIN },
	{ "whom", NO_VERB }, { "will", FUTURE }, { "withdrew", PAST }, { "withheld", PAST },
	{ "withstood", PAST }, { "woke", PAST }, { "won", PAST }, { "won't", FUTURE },
	{ "wore", PAST }, { "worn", PAST }, { "would", MODAL }, { "wove", PAST }, { "written", PAST },
	{ "wrote", PAST }, { "wrung", PAST },
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
	bool perfect; /* its past is of the present: "has called" */
	bool past;    /* what the clauses before it told */
	bool took;    /* "it took", of what was done then */
	int words;
} clause;

/* Whether the latest word is an infinitive that lies ahead: "to meet", but not "declined
 * to say" or "to colleagues". */
static bool is_ahead(const clause *c) {
	const word *w = &c->at[0];
	bool verb = w->sense != NO_VERB && w->first >= 'a' && w->first <= 'z' && w->text[1] &&
	            (!ends_with(w->text, "s") || ends_with(w->text, "ss") || ends_with(w->text, "us"));
	return is(&c->at[1], "to") && verb && c->at[2].sense != HAD && !c->took;
}

/* "is set for October", "was planned to end", "until Monday" */
static bool is_set_for(const clause *c) {
	const word *w = &c->at[0], *before = &c->at[1];
	if (is(w, "until") || is(w, "till"))
		return c->words > 0 && !is(before, "took"); /* not "Until Monday, he slept" */
	return (is(w, "for") || is(w, "to")) && (is(before, "set") || is(before, "planned") ||
	                                         is(before, "billed") || is(before, "booked"));
}

/* "be expected", "is scheduled": what comes after does not make a past of a future. */
static bool is_passive(const clause *c) {
	const word *w = &c->at[1];
	if (is(w, "both") || is(w, "also") || is(w, "now") || is(w, "all") || ends_with(w->text, "ly"))
		w++; /* "are both closed" */
	return is(w, "be") || is(w, "is") || is(w, "are") || is(w, "get");
}

/* A verb in -s after its subject: "she competes". */
static bool is_third_person(const clause *c) {
	const word *w = &c->at[0], *before = &c->at[1];
	bool subject = is(before, "he") || is(before, "she") || is(before, "it") || is(before, "who") ||
	               is(before, "which");
	return subject && ends_with(w->text, "s") && !is(w, "says") && !is(w, "has");
}

/* A noun for what could be a verb in -s: "the visits", "nine votes", "212 votes". */
static bool is_counted(const clause *c) {
	const word *before = &c->at[1];
	if (is(before, "one") || is(before, "next") || is(before, "this"))
		return false; /* "a new one starts", "when the board next meets" */
	return before->sense == NO_VERB || (before->first >= '0' && before->first <= '9');
}

static void add_word(clause *c) {
	sense s = c->at[0].sense;
	if (s == JOIN && c->found == WW_TENSE_PAST) {
		c->found = WW_TENSE_NONE;
		c->present = false;
		c->past = true;
	}
	c->took = (c->took && !is(&c->at[0], "place")) || is(&c->at[0], "took");
	if (is_ahead(c) || is_set_for(c)) {
		c->found = WW_TENSE_FUTURE;
	} else if (c->at[1].sense == MODAL && is(&c->at[0], "have")) {
		c->found = WW_TENSE_PAST;
	} else if (s == FUTURE || s == MODAL || s == PROMISE) {
		if (!c->at[0].capital || !c->at[1].text[0]) /* not "Will Hay", "in May" */
			c->found = WW_TENSE_FUTURE;
	} else if (s == PAST || s == HAD) {
		if (!((c->found == WW_TENSE_FUTURE || c->present) && is_passive(c)))
			c->found = WW_TENSE_PAST;
		c->perfect = is(&c->at[1], "has") || is(&c->at[1], "have");
	} else if ((s == THIRD && !is_counted(c)) || is_third_person(c)) {
		if (c->found != WW_TENSE_FUTURE)
			c->found = WW_TENSE_NONE;
		c->present = true;
	} else if (s == PRESENT && !c->found) {
		c->present = true;
	}
}

static bool is_relative(const word *w) {
	return is(w, "who") || is(w, "which") || is(w, "whose") || is(w, "where");
}

/* What follows an aside that begins before p: p itself when no comma ends it. */
static const char *skip_aside(const char *p, const char *end) {
	const char *comma = memchr(p, ',', (size_t)(end - p));
	return comma && !memchr(p, '.', (size_t)(comma - p)) ? comma + 1 : p;
}

/* Whether a tense is found that the next word does not change: "should" may be of
 * "should have been". */
static bool is_told(const clause *c) {
	return c->present || (c->found && c->at[0].sense != MODAL);
}

/* Reads [p, end) into the clause; with `first_only` up to the first tense, but for what is
 * told by the way: "the kiosk, which belongs to his aunt, shut". */
static void read_clause(clause *c, const char *p, const char *end, const char *text_end,
                        bool first_only) {
	memset(c->at, 0, sizeof c->at);
	bool comma = false;
	while (p < end && !(first_only && (is_told(c) || ends_sentence(p, text_end)))) {
		if (!is_letter(*p)) {
			comma = *p == ',' || (comma && *p == ' ');
			if (*p != ' ' && *p != '\n')
				c->at[0] = (word){ .first = *p }; /* "to 4.1 percent" is no infinitive */
			p++;
			continue;
		}
		word w;
		p = read_word(p, end, &w);
		if (first_only && comma && is_relative(&w))
			p = skip_aside(p, end);
		comma = false;
		if (is(&w, "not")) {
			/* "are not expected" is as "are expected", "could not agree" was */
			if (is(&c->at[0], "could"))
				c->found = WW_TENSE_PAST;
			continue;
		}
		c->at[2] = c->at[1];
		c->at[1] = c->at[0];
		c->at[0] = w;
		add_word(c);
		c->words++;
	}
}

/* Returns where the sentence around p begins, at most REACH bytes back. */
static const char *sentence_start(const char *text, size_t len, const char *p) {
	const char *from = p - text > REACH ? p - REACH : text;
	for (; p > from; p--)
		if (ends_sentence(p - 1, text + len))
			return p;
	return from;
}

ww_tense ww_tense_at(const char *text, size_t len, size_t start, size_t end) {
	const char *mark = text + start, *from = sentence_start(text, len, mark);
	const char *last = text + (len - end > REACH ? end + REACH : len);
	clause c = { .found = WW_TENSE_NONE }, after = c;
	read_clause(&c, from, mark, text + len, false);
	const word *before = is(&c.at[0], "on") || is(&c.at[0], "in") ? &c.at[1] : &c.at[0];
	if (before->sense == SINCE || before->sense == PROMISE)
		return WW_TENSE_PAST;
	if (before->sense == FROM)
		return WW_TENSE_FUTURE;
	bool by = before->sense == BY && before[1].text[0];
	if (before->sense == JOIN || (!c.found && !c.present)) {
		read_clause(&after, text + end, last, text + len, true);
		after.words += c.words;
		if (c.past && !after.found && !after.present)
			return WW_TENSE_PAST;
		if (after.found || after.present || !c.present)
			c = after;
	}
	if (by && (c.found != WW_TENSE_PAST || c.perfect))
		return WW_TENSE_FUTURE;
	if (c.present && !c.found)
		return WW_TENSE_FUTURE;
	bool scrap = c.words > 0 && c.words <= SCRAP;
	return c.found || scrap ? c.found : WW_TENSE_VERBLESS;
}
