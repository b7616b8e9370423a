/* gazetteer_make: packs the lists named as arguments into the C of the
 * gazetteer's table, on standard output.  A list is plain text: a word or
 * phrase a line, below a line "# class: NAME", or a word a line below a line
 * "# cluster: NUMBER"; other lines with # say where it comes from. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../gazetteer.h"

/* The table that ww_gazetteer_find() would read; it is what is being made. */
const ww_gazetteer_table ww_gazetteer = { 0 };

typedef struct {
	uint32_t mixed;
	ww_classes bits;
} entry;

static entry *entries;
static size_t n_entries, cap_entries;

static void die(const char *what, const char *why) {
	fprintf(stderr, "gazetteer_make: %s: %s\n", what, why);
	exit(1);
}

/* Lists are read to the end before anything is packed: a word in several lists has all their
 * classes. */
static void add(uint32_t hash, ww_classes bits) {
	if (n_entries == cap_entries) {
		cap_entries = cap_entries ? cap_entries * 2 : 4096;
		entries = realloc(entries, cap_entries * sizeof *entries);
		if (!entries)
			die("lists", "out of memory");
	}
	entries[n_entries++] = (entry){ ww_gazetteer_mix(hash), bits };
}

/* Words with their clusters, in the order of the list: frequent words first in each. */
static struct {
	entry *at;
	size_t n, cap;
} clusters;

static void add_cluster(const char *line, uint32_t number) {
	if (clusters.n == clusters.cap) {
		clusters.cap = clusters.cap ? clusters.cap * 2 : 4096;
		clusters.at = realloc(clusters.at, clusters.cap * sizeof *clusters.at);
		if (!clusters.at)
			die("clusters", "out of memory");
	}
	uint32_t hash = ww_gazetteer_hash(line, strlen(line));
	clusters.at[clusters.n++] = (entry){ ww_gazetteer_mix(hash), number };
}

/* A bit for each hash of two words that a phrase begins with. */
static uint32_t begins[(1 << WW_GAZETTEER_BEGIN_BITS) / 32];

/* Notes the first two words of each phrase, so that the reader of words asks for longer ones
 * only where one may begin. */
static void add_word(uint32_t *phrase, size_t *words, uint32_t hash) {
	*phrase = ww_gazetteer_join(*phrase, hash);
	if (++*words == 2) {
		uint32_t i = WW_GAZETTEER_BEGIN(*phrase);
		begins[i / 32] |= 1u << i % 32;
	}
}

/* A piece "macy's" is two words to the tagger, "macy" and "'s". */
static void add_piece(uint32_t *phrase, size_t *words, uint32_t *single, const char *p,
                      size_t len) {
	bool possessive = len > 2 && p[len - 2] == '\'' && p[len - 1] == 's';
	*single = ww_gazetteer_hash(p, possessive ? len - 2 : len);
	add_word(phrase, words, *single);
	if (possessive)
		add_word(phrase, words, ww_gazetteer_hash("'s", 2));
}

/* A phrase has the hash of its words joined, a word its own. */
static void add_line(const char *line, ww_classes bits) {
	uint32_t phrase = WW_GAZETTEER_PHRASE, single = 0;
	size_t words = 0;
	for (const char *p = line; *p;) {
		size_t len = strcspn(p, " ");
		if (len)
			add_piece(&phrase, &words, &single, p, len);
		p += len + (p[len] == ' ');
	}
	if (bits == WW_GAZ_ABBREVIATION && strlen(line) > WW_GAZETTEER_ABBREVIATION)
		die(line, "longer than an abbreviation may be");
	if (words)
		add(words > 1 ? phrase : single, bits);
}

/* The classes that a line "# class: NAME" begins, or none for another line. */
static ww_classes class_of(const char *line) {
	if (strncmp(line, "# class: ", 9) != 0)
		return 0;
	for (unsigned bit = 0; ww_gazetteer_class_name(bit); bit++)
		if (strcmp(line + 9, ww_gazetteer_class_name(bit)) == 0)
			return UINT64_C(1) << bit;
	die(line, "no such class");
	return 0;
}

/* The cluster that a line "# cluster: NUMBER" begins, or 0. */
static uint32_t cluster_of(const char *line) {
	if (strncmp(line, "# cluster: ", 11) != 0)
		return 0;
	uint32_t number = (uint32_t)strtoul(line + 11, NULL, 10);
	if (number == 0 || number >= WW_GAZETTEER_CLUSTERS)
		die(line, "no such cluster");
	return number;
}

/* One file may have several classes or clusters, each below its line. */
static void read_list(const char *path) {
	FILE *f = fopen(path, "r");
	char line[512];
	ww_classes bits = 0;
	uint32_t number = 0;
	if (!f)
		die(path, "cannot be read");
	while (fgets(line, sizeof line, f)) {
		line[strcspn(line, "\r\n")] = '\0';
		if (line[0] == '#') {
			ww_classes class = class_of(line);
			uint32_t cluster = cluster_of(line);
			if (class || cluster) {
				bits = class;
				number = cluster;
			}
		} else if (line[0] && number) {
			add_cluster(line, number);
		} else if (line[0]) {
			if (!bits)
				die(path, "a word above the first class");
			add_line(line, bits);
		}
	}
	fclose(f);
}

static int by_mixed(const void *a, const void *b) {
	const entry *x = a, *y = b;
	return (x->mixed > y->mixed) - (x->mixed < y->mixed);
}

/* Two words with one mixed hash become one entry: rare, and not to be told apart in the table
 * anyway. */
static void merge(void) {
	size_t n = 0;
	qsort(entries, n_entries, sizeof *entries, by_mixed);
	for (size_t i = 0; i < n_entries; i++)
		if (n && entries[n - 1].mixed == entries[i].mixed)
			entries[n - 1].bits |= entries[i].bits;
		else
			entries[n++] = entries[i];
	n_entries = n;
}

/* Sixteen a line, to keep the file's lines short. */
static void print_array(const char *type, const char *name, const uint32_t *v, size_t n) {
	printf("\nstatic const %s %s[%zu] = {", type, name, n);
	for (size_t i = 0; i < n; i++)
		printf("%s%u", i % 16 ? "," : i ? ",\n" : "\n", v[i]);
	printf("\n};\n");
}

/* Some hundreds of sets serve all words: an entry has nine bits for its own. */
static void print_sets(const ww_classes *v, size_t n) {
	printf("\nstatic const ww_classes sets[%zu] = {", n);
	for (size_t i = 0; i < n; i++)
		printf("%s%llu", i % 8 ? "," : i ? ",\n" : "\n", (unsigned long long)v[i]);
	printf("\n};\n");
}

/* What the table has of all words: an entry each, of a mark and the number of a set. */
typedef struct {
	uint32_t *entry;
	ww_classes sets[1 << WW_GAZETTEER_NUMBER_BITS]; /* the first is none */
	size_t n_sets;
	uint32_t base[(1 << (WW_GAZETTEER_BITS - 8)) + 1];
	uint32_t start[(1 << WW_GAZETTEER_BITS) + 1];
} table;

/* The number of a set of classes, which is added when it is new. */
static size_t set_of(table *t, ww_classes bits) {
	size_t s = 0;
	while (s < t->n_sets && t->sets[s] != bits)
		s++;
	if (s == sizeof t->sets / sizeof *t->sets)
		die("classes", "more combinations than an entry can tell apart");
	if (s == t->n_sets)
		t->sets[t->n_sets++] = bits;
	return s;
}

/* The entry of a mark and a number, as it is printed: the number's highest bit above the mark. */
static uint32_t entry_of(uint32_t mixed, size_t number) {
	uint32_t low = (uint32_t)number & 0xFF, high = (uint32_t)number >> 8;
	return WW_GAZETTEER_MARK(mixed) | high << WW_GAZETTEER_MARK_BITS | low << 16;
}

/* Entries are sorted by their hashes, whose upper bits are the bucket: so each bucket is a row of
 * them, and where it starts is all that has to be kept of it. */
static void pack(table *t) {
	t->entry = malloc((n_entries + 1) * sizeof *t->entry);
	if (!t->entry)
		die("table", "out of memory");
	t->n_sets = 1;
	for (size_t i = 0; i < n_entries; i++)
		t->entry[i] = entry_of(entries[i].mixed, set_of(t, entries[i].bits));
	size_t at = 0;
	for (uint32_t b = 0; b <= 1u << WW_GAZETTEER_BITS; b++) {
		while (at < n_entries && WW_GAZETTEER_BUCKET(entries[at].mixed) < b)
			at++;
		if (b % 256 == 0)
			t->base[b / 256] = (uint32_t)at;
		t->start[b] = (uint32_t)at - t->base[b / 256];
	}
}

/* Names the lists, four a line. */
static void print_head(int n_lists, char **lists) {
	printf("/* Generated by train/gazetteer_make.c from");
	for (int i = 0; i < n_lists; i++) {
		const char *slash = strrchr(lists[i], '/');
		printf("%s%s", i % 4 == 0 ? "\n * data/" : " data/", slash ? slash + 1 : lists[i]);
	}
	printf(": do not edit.\n * %zu words and phrases. */\n#include \"gazetteer.h\"\n", n_entries);
}

/* Entries in two rows: see ww_gazetteer_entries. */
static void print_packed(const char *name, const uint32_t *packed, size_t n) {
	printf("\nstatic const uint16_t %s_mark[%zu] = {", name, n + WW_GAZETTEER_PAD);
	for (size_t i = 0; i < n; i++)
		printf("%s%u", i % 16 ? "," : i ? ",\n" : "\n", packed[i] & 0xFFFF);
	printf("\n};\n\nstatic const uint8_t %s_number[%zu] = {", name, n);
	for (size_t i = 0; i < n; i++)
		printf("%s%u", i % 24 ? "," : i ? ",\n" : "\n", packed[i] >> 16);
	printf("\n};\n");
}

/* Clusters are few enough to be sorted with the buckets that they are looked for in.  Two words
 * of one mark in one bucket cannot be told apart: the first of the sorted ones is found. */
static void print_clusters(void) {
	static uint32_t start[(1 << WW_GAZETTEER_CLUSTER_BITS) + 1];
	size_t at = 0;
	qsort(clusters.at, clusters.n, sizeof *clusters.at, by_mixed);
	for (uint32_t b = 0; b <= 1u << WW_GAZETTEER_CLUSTER_BITS; b++) {
		while (at < clusters.n && WW_GAZETTEER_CLUSTER_BUCKET(clusters.at[at].mixed) < b)
			at++;
		start[b] = (uint32_t)at;
	}
	if (clusters.n > UINT16_MAX)
		die("clusters", "more words than a start of 16 bits can count");
	print_array("uint16_t", "cluster_start", start, sizeof start / sizeof *start);
	static uint32_t packed[UINT16_MAX];
	for (size_t i = 0; i < clusters.n; i++)
		packed[i] = entry_of(clusters.at[i].mixed, clusters.at[i].bits);
	print_packed("cluster", packed, clusters.n);
}

int main(int argc, char **argv) {
	static table t;
	for (int i = 1; i < argc; i++)
		read_list(argv[i]);
	merge();
	pack(&t);
	print_head(argc - 1, argv + 1);
	print_sets(t.sets, t.n_sets);
	print_array("uint32_t", "base", t.base, sizeof t.base / sizeof *t.base);
	print_array("uint16_t", "start", t.start, sizeof t.start / sizeof *t.start);
	print_packed("entry", t.entry, n_entries);
	print_array("uint32_t", "begins", begins, sizeof begins / sizeof *begins);
	print_clusters();
	printf("\nconst ww_gazetteer_table ww_gazetteer = {\n"
	       "	base, start, { entry_mark, entry_number }, sets, begins, cluster_start,\n"
	       "	{ cluster_mark, cluster_number }\n};\n");
	fprintf(stderr, "%zu entries, %zu sets of classes, %zu words of clusters\n", n_entries,
	        t.n_sets - 1, clusters.n);
	free(t.entry);
	return 0;
}
