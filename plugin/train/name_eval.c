/* name_eval: measures the tagger on marked texts.
 *
 *     name_eval [-a] [-c] [-e] [-p] [-n NTH] [-o OFFSET] FILE…
 *
 * For each file, and all: precision, recall and F1 of exact names of each kind, and how
 * many strings that an article repeats are of several kinds there.  -n reads only every NTH
 * document from number OFFSET on, those that name_train -n leaves out; -c adds a line of
 * counts, to be summed up over several runs; -p writes the names as JSON lines instead; -e
 * also shows what differs; -a leaves each name the kind that it has alone, without the
 * article's vote. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "date_forms.h"
#include "blocks.h"

static const char *const kinds[] = { "person", "org", "place", "misc" };

typedef struct {
	size_t right[4], found[4], gold[4];
	size_t repeated, several; /* strings; those of several kinds */
} score;

typedef struct {
	bool print, errors, alone, counts;
	size_t nth, offset;
	ww_lexicon lexicon;
	ww_name_tagger *tagger;
} options;

/* Fifty bytes on each side tell most mistakes; line ends are shown as ~, so that each takes one
 * line. */
static void show(const char *what, const corpus_document *d, uint32_t start, uint32_t end,
                 int kind) {
	uint32_t a = start > 50 ? start - 50 : 0, b = end + 50 < d->len ? end + 50 : (uint32_t)d->len;
	printf("%s %s [%.*s] ", what, kinds[kind], (int)(end - start), d->text + start);
	for (uint32_t i = a; i < b; i++) {
		if (i == start)
			putchar('[');
		if (i == end)
			putchar(']');
		putchar(d->text[i] == '\n' ? '~' : d->text[i]);
	}
	printf("\n");
}

/* Exact: a name with one word too many is wrong, and missed as well. */
static const corpus_span *gold_at(const corpus_document *d, uint32_t start, uint32_t end,
                                  int kind) {
	for (size_t i = 0; i < d->n_spans; i++)
		if (d->spans[i].start == start && d->spans[i].end == end &&
		    (kind < 0 || d->spans[i].kind - WW_PERSON == kind))
			return &d->spans[i];
	return NULL;
}

/* Finds the names of an article, with their votes unless they are not wanted. */
static void tag(const options *o, train_article *a, const corpus_document *d, ww_names *names) {
	ww_votes votes = { 0 };
	for (size_t b = 0; b < a->n; b++) {
		ww_name_tag(names, &train_mem, o->tagger, &a->block[b].words,
		            d->text + a->block[b].start, &a->evidence);
		a->block[b].names_end = names->n;
	}
	if (!o->alone)
		ww_votes_add(&votes, &train_mem, names->vote, names->n, 1);
	ww_votes_settle(&votes);
	for (uint32_t i = 0; i < names->n; i++) {
		uint8_t kind = (uint8_t)(names->at[i].kind - WW_PERSON);
		names->at[i].kind = (uint8_t)(WW_PERSON + ww_votes_kind(&votes, &names->vote[i], kind));
	}
	ww_votes_free(&votes, &train_mem);
}

/* A name's string, and its kind as a bit. */
typedef struct {
	uint32_t string, kind;
} told;

/* Equal strings side by side. */
static int by_string(const void *a, const void *b) {
	const told *x = a, *y = b;
	return (x->string > y->string) - (x->string < y->string);
}

/* Counts the strings that come again in an article, and those of them of several kinds. */
static void count_strings(score *s, const train_article *a, const ww_names *names) {
	told *t = corpus_alloc(NULL, (names->n + 1) * sizeof *t);
	uint32_t i = 0;
	for (size_t b = 0; b < a->n; b++)
		for (; i < a->block[b].names_end; i++) {
			const ww_name *n = &names->at[i];
			t[i] = (told){ ww_name_string(&a->block[b].words, n->first, n->behind),
				           1u << (n->kind - WW_PERSON) };
		}
	qsort(t, names->n, sizeof *t, by_string);
	for (uint32_t k = 0, end; k < names->n; k = end) {
		uint32_t kinds_of = 0;
		for (end = k; end < names->n && t[end].string == t[k].string; end++)
			kinds_of |= t[end].kind;
		s->repeated += end > k + 1;
		s->several += (kinds_of & (kinds_of - 1)) != 0;
	}
	free(t);
}

/* Counts what is found against what is marked: `hit` tells which marks were met, so that what is
 * left was missed. */
static void measure(const options *o, score *s, const corpus_document *d) {
	train_article a;
	ww_names names = { 0 };
	char *hit = corpus_alloc(NULL, d->n_spans + 1);
	memset(hit, 0, d->n_spans + 1);
	train_article_read(&a, &o->lexicon, d->text, d->len);
	if (o->print)
		printf("{\"id\": \"%s\", \"spans\": [", d->id);
	bool first = true;
	tag(o, &a, d, &names);
	for (size_t b = 0, i = 0; b < a.n; b++) {
		uint32_t at = a.block[b].start;
		for (; i < a.block[b].names_end; i++) {
			const ww_name *n = &names.at[i];
			int kind = n->kind - WW_PERSON;
			const corpus_span *g = gold_at(d, at + n->start, at + n->end, kind);
			s->found[kind]++;
			if (g) {
				s->right[kind]++;
				hit[g - d->spans] = 1;
			} else if (o->errors && kind < 3) {
				show("false", d, at + n->start, at + n->end, kind);
			}
			if (o->print)
				printf("%s{\"start\": %u, \"end\": %u, \"kind\": \"%s\"}", first ? "" : ", ",
				       at + n->start, at + n->end, kinds[kind]);
			first = false;
		}
	}
	count_strings(s, &a, &names);
	if (o->print)
		printf("]}\n");
	for (size_t i = 0; i < d->n_spans; i++) {
		int kind = d->spans[i].kind - WW_PERSON;
		s->gold[kind]++;
		if (o->errors && !hit[i] && kind < 3)
			show("missed", d, d->spans[i].start, d->spans[i].end, kind);
	}
	ww_names_free(&names, &train_mem);
	train_article_free(&a);
	free(hit);
}

/* Of nothing it is 0, and not NaN. */
static double percent(size_t part, size_t whole) {
	return whole ? 100.0 * (double)part / (double)whole : 0.0;
}

/* Precision, recall and F1, which is twice what is right over all that was found and all that is
 * marked. */
static void print_score(const char *name, const score *s) {
	printf("%-16s", name);
	for (int k = 0; k < 4; k++)
		printf(" %s %.1f/%.1f/%.1f", kinds[k], percent(s->right[k], s->found[k]),
		       percent(s->right[k], s->gold[k]),
		       percent(2 * s->right[k], s->found[k] + s->gold[k]));
	printf(" several kinds %.1f\n", percent(s->several, s->repeated));
}

/* Sums of several runs have to be made of counts: a mean of percentages is none. */
static void print_counts(const score *s) {
	printf("counts");
	for (int k = 0; k < 4; k++)
		printf(" %zu %zu %zu", s->right[k], s->found[k], s->gold[k]);
	printf(" %zu %zu\n", s->several, s->repeated);
}

int main(int argc, char **argv) {
	static options o;
	score all = { 0 };
	int files = 0;
	ww_lexicon_init(&o.lexicon, ww_english.words, ww_english.n_words);
	o.tagger = ww_name_tagger_new(&train_mem, &ww_name_weights);
	for (int i = 1; i < argc; i++) {
		if (strcmp(argv[i], "-p") == 0) {
			o.print = true;
		} else if (strcmp(argv[i], "-a") == 0) {
			o.alone = true;
		} else if (strcmp(argv[i], "-e") == 0) {
			o.errors = true;
		} else if (strcmp(argv[i], "-c") == 0) {
			o.counts = true;
		} else if (strcmp(argv[i], "-o") == 0 && i + 1 < argc) {
			o.offset = (size_t)atoi(argv[++i]);
		} else if (strcmp(argv[i], "-n") == 0 && i + 1 < argc) {
			o.nth = (size_t)atoi(argv[++i]);
		} else {
			corpus c = { 0 };
			score s = { 0 };
			const char *slash = strrchr(argv[i], '/');
			corpus_read(&c, argv[i]);
			for (size_t k = 0; k < c.n; k++)
				if (o.nth == 0 || k % o.nth == o.offset)
					measure(&o, &s, &c.at[k]);
			if (!o.print)
				print_score(slash ? slash + 1 : argv[i], &s);
			for (int k = 0; k < 4; k++) {
				all.right[k] += s.right[k];
				all.found[k] += s.found[k];
				all.gold[k] += s.gold[k];
			}
			all.repeated += s.repeated;
			all.several += s.several;
			files++;
			corpus_free(&c);
		}
	}
	if (files > 1 && !o.print)
		print_score("all", &all);
	if (o.counts)
		print_counts(&all);
	ww_name_tagger_free(o.tagger, &train_mem);
	return 0;
}
