/* name_train: learns the tagger's weights from marked texts.
 *
 *     name_train [-f FIRST] [-s SEEDS] [-e EPOCHS] [-n NTH] [-o OFFSET] FILE[*TIMES]… > MODEL.c
 *
 * A linear-chain conditional random field, trained by AdaGrad with a step that
 * falls to nothing, once a seed (FIRST, FIRST + 1 …); the weights of the seeds are averaged, and
 * rounded to 8 bits.  -n leaves out every NTH written article of each file, from number
 * OFFSET (0) on, to be measured on.
 *
 * The answer is the same bit for bit wherever float is IEEE 754 single
 * precision and expressions are neither contracted nor reordered: no function
 * of the C library's mathematics but sqrtf is used. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ascii.h"
#include "blocks.h"
#include "date_forms.h"
#include "mend.h"

enum { TAGS = WW_N_TAGS, ROWS = 1 << WW_NAME_BITS };

/* Numbers. */

/* Random numbers by SplitMix64 (Steele, Lea, Flood 2014), the same everywhere. */
static uint64_t random_state;

static uint32_t random32(void) {
	uint64_t z = random_state += 0x9E3779B97F4A7C15u;
	z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
	z = (z ^ z >> 27) * 0x94D049BB133111EBu;
	return (uint32_t)(z >> 32);
}

/* One in a hundred is fine enough; the modulus favours low numbers by less than one in ten
 * million. */
static bool chance(uint32_t percent) {
	return random32() % 100 < percent;
}

/* e^x for x <= 0, to about 1e-7: the whole number of powers of two goes into the exponent, after
 * Cody and Waite, and a polynomial of the sixth degree gives the rest. */
static float exp_of(float x) {
	if (x < -80.0f)
		return 0.0f;
	int k = (int)(x * 1.44269504f - 0.5f);
	float r = x - (float)k * 0.693359375f;
	r += (float)k * 2.12194440e-4f;
	float p = 1.0f / 720.0f;
	p = p * r + 1.0f / 120.0f;
	p = p * r + 1.0f / 24.0f;
	p = p * r + 1.0f / 6.0f;
	p = p * r + 0.5f;
	p = p * r + 1.0f;
	p = p * r + 1.0f;
	union {
		uint32_t bits;
		float value;
	} two = { (uint32_t)(k + 127) << 23 };
	return p * two.value;
}

/* Texts made ready. */

/* A run to learn from: word i may bear the tags whose bits allowed[i] has. */
typedef struct {
	const train_article *article;
	const train_block *block;
	const char *text;
	ww_name_run run;
	uint16_t *allowed;
	bool trusted; /* marked by hand, by our own guideline */
} sample;

static struct {
	sample *at;
	size_t n; /* articles */
	size_t n_samples, cap_samples;
} data;

/* Samples move when the list grows, so nothing points to one while texts are read. */
static sample *add_sample(void) {
	if (data.n_samples == data.cap_samples) {
		data.cap_samples = data.cap_samples ? data.cap_samples * 2 : 1 << 16;
		data.at = corpus_alloc(data.at, data.cap_samples * sizeof *data.at);
	}
	return &data.at[data.n_samples++];
}

/* The tags of a run by the marks of its document, *next being the first mark
 * that does not end before the run. */
static void allow_tags(sample *s, const corpus_document *d, size_t *next) {
	uint32_t n = s->run.end - s->run.first;
	uint8_t before = 0;
	for (uint32_t i = 0; i < n; i++) {
		const ww_name_word *w = &s->block->words.at[s->run.first + i];
		uint32_t start = s->block->start + w->start;
		while (*next < d->n_spans && d->spans[*next].end <= start)
			++*next;
		const corpus_span *m = *next < d->n_spans ? &d->spans[*next] : NULL;
		uint8_t tag = 0;
		if (m && m->start < s->block->start + w->end && m->kind >= WW_PERSON) {
			bool first = start <= m->start || i == 0;
			tag = (uint8_t)(1 + 2 * (m->kind - WW_PERSON) + !first);
			if (!(tag & 1) && before != tag && before != tag - 1)
				tag--;
		}
		before = tag;
		s->allowed[i] = (uint16_t)(1u << tag);
		if (!tag && !d->has_misc)
			s->allowed[i] = 1 << 0 | 1 << 7 | 1 << 8;
	}
}

/* Adds the runs of text[start, end), taken for an article of its own. */
static void add_part(const ww_lexicon *lexicon, const corpus_document *d, const char *text,
                     size_t start, size_t end, size_t *next) {
	/* samples point to it: it is never freed */
	train_article *a = corpus_alloc(NULL, sizeof *a);
	train_article_read(a, lexicon, text + start, end - start);
	data.n++;
	for (size_t b = 0; b < a->n; b++) {
		a->block[b].start += (uint32_t)start;
		a->block[b].end += (uint32_t)start;
		for (uint32_t r = 0; r < a->block[b].words.n_runs; r++) {
			sample *s = add_sample();
			*s = (sample){ .article = a, .block = &a->block[b], .text = text + a->block[b].start,
				           .run = a->block[b].words.runs[r],
				           .trusted = strcmp(d->source, "written") == 0 };
			s->allowed = corpus_alloc(NULL, (s->run.end - s->run.first) * sizeof *s->allowed);
			allow_tags(s, d, next);
		}
	}
}

/* The whole text as one article, with all its evidence. */
static void add_document(const ww_lexicon *lexicon, const corpus_document *d, const char *text) {
	size_t next = 0;
	add_part(lexicon, d, text, 0, d->len, &next);
}

/* Adds a text as many short ones of one to three lines: there, names have to be
 * told without the evidence of an article. */
static void add_pieces(const ww_lexicon *lexicon, const corpus_document *d, const char *text) {
	size_t next = 0;
	for (size_t start = 0, p = 0; start < d->len; start = p) {
		for (uint32_t lines = 1 + random32() % 3; lines > 0 && p < d->len; lines--) {
			p += strspn(text + p, "\n");
			p += strcspn(text + p, "\n");
		}
		add_part(lexicon, d, text, start, p, &next);
	}
}

/* Per cent of the texts of which there are copies, with capitals and in pieces,
 * and of the headlines that are put into title case.  25 % in pieces was too little for names that
 * a brief has once: 70 gave persons +1.3 on PUD's snippets, and elsewhere took nothing. */
enum { SHOUT = 25, PIECES = 70, TITLE = 50 };

/* Texts changed: capitals, wrapped lines. */

/* Copies keep their length, byte for byte, so that the marks hold for them. */
static char *copy_text(const corpus_document *d) {
	char *t = corpus_alloc(NULL, d->len + 1);
	memcpy(t, d->text, d->len + 1);
	return t;
}

/* Turns a line into capitals; letters beyond Latin-1 stay as they are. */
static void upper_line(char *p, const char *end) {
	for (; p < end; p++)
		if (*p >= 'a' && *p <= 'z')
			*p = (char)(*p - 32);
		else if (*p == '\xC3' && p + 1 < end && (uint8_t)p[1] >= 0xA0 && (uint8_t)p[1] != 0xB7 &&
		         (uint8_t)p[1] != 0xBF)
			p[1] = (char)(p[1] - 32);
}

/* Turns a line into title case: words of four letters and more. */
static void title_line(char *p, const char *end) {
	for (const char *line = p; p < end; p++)
		if (ww_ascii_is_lower(*p) && (p == line || p[-1] == ' ') && end - p > 4 &&
		    ww_ascii_is_lower(p[1]) && ww_ascii_is_lower(p[2]) && ww_ascii_is_lower(p[3]))
			*p = (char)(*p - 32);
}

/* Turns blanks into line ends, so that lines have at most `width` bytes. */
static void wrap_text(char *p, size_t width) {
	char *line = p, *blank = NULL;
	for (; *p; p++) {
		if (*p == '\n') {
			line = p + 1;
			blank = NULL;
		} else if (*p == ' ') {
			blank = p;
		}
		if (blank && (size_t)(p - line) > width) {
			*blank = '\n';
			line = blank + 1;
			blank = NULL;
		}
	}
}

/* The length of a text's headline; 0 when it has none. */
static size_t headline(const corpus_document *d) {
	size_t len = strcspn(d->text, "\n");
	return len > 0 && len < 120 && !strchr(".?!:\"", d->text[len - 1]) ? len : 0;
}

/* Makes a copy with the first line and some more in capitals; NULL when the dice
 * say no. */
static char *shouted(const corpus_document *d) {
	if (!chance(SHOUT))
		return NULL;
	char *t = copy_text(d);
	bool first = true;
	for (char *p = t; *p;) {
		size_t len = strcspn(p, "\n");
		if (len && (first || chance(15)))
			upper_line(p, p + len);
		first = first && !len;
		p += len + (p[len] == '\n');
	}
	return t;
}

/* Each text `times` times, every time changed by other dice: what is small and trusted counts
 * more by being shown more often. */
static void add_copies(const ww_lexicon *lexicon, const corpus_document *d, int times) {
	for (int k = 0; k < times; k++) {
		char *t = copy_text(d);
		if (chance(TITLE))
			title_line(t, t + headline(d));
		if (k % 2 || chance(10))
			wrap_text(t, 50 + random32() % 40);
		add_document(lexicon, d, t);
		t = shouted(d);
		if (t)
			add_document(lexicon, d, t);
		if (chance(PIECES))
			add_pieces(lexicon, d, copy_text(d));
	}
}

/* The field. */

/* The weights of features and of steps from tag to tag, and the sums of their squared gradients. */
static float (*weight)[TAGS - 1], (*grads)[TAGS - 1];
static float step[TAGS + 1][TAGS], step_grads[TAGS + 1][TAGS];

/* Tag 0 is "no name"; of each kind follow the first word and those behind it: 1 and 2 for
 * persons, and so on. */
static bool is_later(int tag) {
	return tag && !(tag & 1);
}

/* A later word needs its name's first one before it. */
static bool may_follow(int s, int t) {
	return !is_later(t) || s == t || s == t - 1;
}

/* A run in the making: its features, and sums over all its paths from either end. */
typedef struct {
	uint32_t n;
	uint32_t row[WW_NAME_RUN_MAX][WW_NAME_FEATURES], n_rows[WW_NAME_RUN_MAX];
	float node[WW_NAME_RUN_MAX][TAGS];  /* e^score, the greatest of a word being 1 */
	float edge[TAGS + 1][TAGS];         /* e^step */
	float fore[WW_NAME_RUN_MAX][TAGS], back[WW_NAME_RUN_MAX][TAGS];
} chain;

/* The features' own part (`own`) is that of the words themselves: without it a run has to be
 * told by what is around, as unknown names are. */
static void read_chain(chain *x, const sample *s, bool own) {
	static ww_name_view view;
	x->n = s->run.end - s->run.first;
	ww_name_view_run(&view, &s->block->words, s->text, &s->article->evidence, s->run);
	for (uint32_t i = 0; i < x->n; i++) {
		uint32_t n_own;
		x->n_rows[i] = ww_name_features(&view, s->run.first + i, x->row[i], &n_own);
		if (!own)
			x->n_rows[i] -= n_own;
		float sum[TAGS - 1] = { 0 }, top = 0.0f;
		for (uint32_t k = 0; k < x->n_rows[i]; k++)
			for (int t = 0; t < TAGS - 1; t++)
				sum[t] += weight[x->row[i][k]][t];
		for (int t = 0; t < TAGS - 1; t++)
			top = sum[t] > top ? sum[t] : top;
		x->node[i][0] = exp_of(-top);
		for (int t = 1; t < TAGS; t++)
			x->node[i][t] = exp_of(sum[t - 1] - top);
	}
	for (int a = 0; a <= TAGS; a++)
		for (int b = 0; b < TAGS; b++) {
			float v = step[a][b];
			x->edge[a][b] = v <= 0.0f ? exp_of(v) : 1.0f / exp_of(-v);
		}
}

/* Forward and backward sums would underflow on long runs; only their ratios count. */
static void normalize(float v[TAGS]) {
	float sum = 0.0f;
	for (int t = 0; t < TAGS; t++)
		sum += v[t];
	float by = sum > 0.0f ? 1.0f / sum : 0.0f;
	for (int t = 0; t < TAGS; t++)
		v[t] *= by;
}

/* Fills fore and back over the paths that are allowed (all, when NULL). */
static void spread(chain *x, const uint16_t *allowed) {
	for (uint32_t i = 0; i < x->n; i++) {
		for (int t = 0; t < TAGS; t++) {
			float v = 0.0f;
			if (allowed && !(allowed[i] >> t & 1))
				v = 0.0f;
			else if (i == 0)
				v = is_later(t) ? 0.0f : x->edge[TAGS][t];
			else
				for (int s = 0; s < TAGS; s++)
					v += may_follow(s, t) ? x->fore[i - 1][s] * x->edge[s][t] : 0.0f;
			x->fore[i][t] = v * x->node[i][t];
		}
		normalize(x->fore[i]);
	}
	for (int t = 0; t < TAGS; t++)
		x->back[x->n - 1][t] = 1.0f;
	for (uint32_t i = x->n - 1; i-- > 0;) {
		for (int s = 0; s < TAGS; s++) {
			float v = 0.0f;
			for (int t = 0; t < TAGS; t++)
				if (may_follow(s, t) && !(allowed && !(allowed[i + 1] >> t & 1)))
					v += x->edge[s][t] * x->node[i + 1][t] * x->back[i + 1][t];
			x->back[i][s] = v;
		}
		normalize(x->back[i]);
	}
}

/* Adds `sign` times the expected counts to g (tags of words) and e (steps). */
static void expect(const chain *x, const uint16_t *allowed, float sign,
                   float g[WW_NAME_RUN_MAX][TAGS], float e[TAGS + 1][TAGS]) {
	for (uint32_t i = 0; i < x->n; i++) {
		float p[TAGS];
		for (int t = 0; t < TAGS; t++)
			p[t] = x->fore[i][t] * x->back[i][t];
		normalize(p);
		for (int t = 0; t < TAGS; t++)
			g[i][t] += sign * p[t];
		if (i == 0) {
			for (int t = 0; t < TAGS; t++)
				e[TAGS][t] += sign * p[t];
			continue;
		}
		float q[TAGS][TAGS], sum = 0.0f;
		for (int s = 0; s < TAGS; s++)
			for (int t = 0; t < TAGS; t++) {
				bool ok = may_follow(s, t) && !(allowed && !(allowed[i] >> t & 1));
				q[s][t] = ok ? x->fore[i - 1][s] * x->edge[s][t] * x->node[i][t] * x->back[i][t]
				             : 0.0f;
				sum += q[s][t];
			}
		float by = sum > 0.0f ? sign / sum : 0.0f;
		for (int s = 0; s < TAGS; s++)
			for (int t = 0; t < TAGS; t++)
				e[s][t] += q[s][t] * by;
	}
}

/* AdaGrad (Duchi, Hazan, Singer 2011): each weight's step shrinks by what it was moved already,
 * so that frequent features settle and rare ones still learn. */
static inline void ascend(float *restrict w, float *restrict sum, const float *restrict g, int n,
                          float rate) {
	for (int i = 0; i < n; i++) {
		sum[i] += g[i] * g[i];
		w[i] += rate * g[i] / sqrtf(sum[i] + 1e-6f);
	}
}

/* Whether a mark is so unlikely, once most is learnt, that it is taken for a mistake:
 * `g` is what the tags of words still lack. */
static bool is_mistake(const chain *x, float g[WW_NAME_RUN_MAX][TAGS]) {
	for (uint32_t i = 0; i < x->n; i++)
		for (int t = 0; t < TAGS; t++)
			if (g[i][t] > 0.98f)
				return true;
	return false;
}

/* Whether one tag alone is allowed. */
static bool is_one(uint16_t tags) {
	return (tags & (tags - 1)) == 0;
}

/* The gradient of the likelihood: what is expected where only allowed tags count, less what is
 * expected of all.  With one allowed path the former is that path.  Differences
 * below a thousandth are passed over: they move next to nothing. */
static void learn(chain *x, const sample *s, float rate, bool doubts) {
	static float g[WW_NAME_RUN_MAX][TAGS];
	float e[TAGS + 1][TAGS];
	bool sure = true;
	memset(g, 0, sizeof g[0] * x->n);
	memset(e, 0, sizeof e);
	for (uint32_t i = 0; i < x->n; i++)
		sure = sure && is_one(s->allowed[i]);
	if (sure) {
		int before = TAGS;
		for (uint32_t i = 0; i < x->n; i++) {
			int tag = 0;
			while (!(s->allowed[i] >> tag & 1))
				tag++;
			g[i][tag] = 1.0f;
			e[before][tag] += 1.0f;
			before = tag;
		}
	} else {
		spread(x, s->allowed);
		expect(x, s->allowed, 1.0f, g, e);
	}
	spread(x, NULL);
	expect(x, NULL, -1.0f, g, e);
	if (doubts && !s->trusted && is_mistake(x, g))
		return;
	for (uint32_t i = 0; i < x->n; i++) {
		float *d = g[i] + 1, top = 0.0f;
		for (int t = 0; t < TAGS - 1; t++) {
			d[t] = fabsf(d[t]) > 1e-3f ? d[t] : 0.0f;
			top += fabsf(d[t]);
		}
		if (top > 0.0f)
			for (uint32_t k = 0; k < x->n_rows[i]; k++) {
				uint32_t row = x->row[i][k];
				ascend(weight[row], grads[row], d, TAGS - 1, rate);
			}
	}
	for (int a = 0; a <= TAGS; a++)
		for (int b = 0; b < TAGS; b++)
			if (fabsf(e[a][b]) > 1e-3f)
				ascend(&step[a][b], &step_grads[a][b], &e[a][b], 1, rate);
}

enum { WORDLESS = 20 }; /* per cent of the runs that are learnt without knowing their words */

/* The first step; it falls in a straight line to nothing. */
static const float RATE = 0.03f;

/* The order is shuffled in each epoch (Fisher, Yates).  From half way on, marks that look like
 * mistakes are left out: by then most is learnt, and a mark that the rest contradicts is more
 * likely wrong than right. */
static void train(uint64_t seed, int epochs) {
	static chain x;
	uint32_t *order = corpus_alloc(NULL, data.n_samples * sizeof *order);
	random_state = seed;
	memset(weight, 0, ROWS * sizeof *weight);
	memset(grads, 0, ROWS * sizeof *grads);
	memset(step, 0, sizeof step);
	memset(step_grads, 0, sizeof step_grads);
	for (size_t i = 0; i < data.n_samples; i++)
		order[i] = (uint32_t)i;
	size_t done = 0, all = data.n_samples * (size_t)epochs;
	for (int e = 0; e < epochs; e++) {
		for (size_t i = data.n_samples; i > 1; i--) {
			size_t k = random32() % i;
			uint32_t swap = order[i - 1];
			order[i - 1] = order[k];
			order[k] = swap;
		}
		for (size_t i = 0; i < data.n_samples; i++, done++) {
			const sample *s = &data.at[order[i]];
			read_chain(&x, s, !chance(WORDLESS));
			learn(&x, s, RATE * (1.0f - (float)done / (float)all), done * 2 > all);
		}
		fprintf(stderr, "  seed %d, epoch %d\n", (int)seed, e + 1);
	}
	free(order);
}

/* Weights to 8 bits. */

/* Sums over the seeds: the scale is chosen for them, so that no division is needed. */
static float total[ROWS][TAGS - 1], total_step[TAGS + 1][TAGS];

/* Ascending. */
static int by_size(const void *a, const void *b) {
	float x = *(const float *)a, y = *(const float *)b;
	return (x > y) - (x < y);
}

/* The scale that clips one weight in two thousand. */
static float scale_of(void) {
	float *v = corpus_alloc(NULL, sizeof total);
	size_t n = 0;
	for (size_t r = 0; r < ROWS; r++)
		for (int t = 0; t < TAGS - 1; t++)
			if (total[r][t] != 0.0f)
				v[n++] = fabsf(total[r][t]);
	qsort(v, n, sizeof *v, by_size);
	float top = n ? v[n - 1 - n / 2000] : 1.0f;
	free(v);
	return 127.0f / top;
}

/* To the nearest, halves away from zero, and clipped on both sides. */
static int rounded(float v, int most) {
	int i = (int)(v < 0.0f ? v - 0.5f : v + 0.5f);
	return i > most ? most : i < -most ? -most : i;
}

/* The names of the texts stand on top, as what is learnt depends on their order too. */
static void print_model(int argc, char **argv) {
	float scale = scale_of();
	printf("/* Generated by train/name_train.c from");
	for (int i = 1; i < argc; i++) {
		const char *slash = strrchr(argv[i], '/');
		printf("%s%s", i % 6 == 1 ? "\n * " : " ", slash ? slash + 1 : argv[i]);
	}
	printf(": do not edit. */\n#include \"name_model.h\"\n\n");
	printf("static const int8_t row[%d][%d] = {", ROWS, TAGS - 1);
	for (size_t r = 0; r < ROWS; r++) {
		printf(r % 4 ? ",{" : r ? ",\n{" : "\n{");
		for (int lane = 0; lane < TAGS - 1; lane++) {
			float v = total[r][WW_NAME_TAG_OF(lane) - 1] * scale;
			printf("%s%d", lane ? "," : "", rounded(v, 127));
		}
		printf("}");
	}
	printf("\n};\n\nstatic const int16_t step[%d][%d] = {\n", TAGS + 1, TAGS);
	for (int a = 0; a <= TAGS; a++) {
		printf("\t{ ");
		for (int b = 0; b < TAGS; b++)
			printf("%d%s", rounded(total_step[a][b] * scale, 4000), b < TAGS - 1 ? ", " : " }");
		printf("%s\n", a < TAGS ? "," : "");
	}
	printf("};\n\nconst ww_name_model ww_name_weights = { row, step };\n");
}

/* "FILE*3" is read three times over.  The corpus that needs mending says so by its source. */
static void read_corpus(const ww_lexicon *lexicon, char *name, size_t nth, size_t offset) {
	char *star = strchr(name, '*');
	int times = star ? atoi(star + 1) : 1;
	corpus c = { 0 };
	if (star)
		*star = '\0';
	corpus_read(&c, name);
	if (star)
		*star = '*';
	if (c.n && strcmp(c.at[0].source, "gmb") == 0)
		mend(&c);
	for (size_t i = 0; i < c.n; i++)
		if (nth == 0 || strcmp(c.at[0].source, "written") != 0 || i % nth != offset)
			add_copies(lexicon, &c.at[i], times);
	corpus_free(&c);
}

int main(int argc, char **argv) {
	static ww_lexicon lexicon;
	int seeds = 1, epochs = 3, nth = 0, offset = 0, seed = 1;
	ww_lexicon_init(&lexicon, ww_english.words, ww_english.n_words);
	random_state = 7;
	for (int i = 1; i < argc; i++)
		if (argv[i][0] == '-' && i + 1 < argc) {
			int v = atoi(argv[i + 1]);
			if (argv[i][1] == 's')
				seeds = v;
			else if (argv[i][1] == 'e')
				epochs = v;
			else if (argv[i][1] == 'f')
				seed = v;
			else if (argv[i][1] == 'o')
				offset = v;
			else
				nth = v;
			i++;
		} else {
			read_corpus(&lexicon, argv[i], (size_t)nth, (size_t)offset);
		}
	fprintf(stderr, "%zu runs of %zu texts\n", data.n_samples, data.n);
	weight = corpus_alloc(NULL, ROWS * sizeof *weight);
	grads = corpus_alloc(NULL, ROWS * sizeof *grads);
	for (int s = 0; s < seeds; s++) {
		train((uint64_t)(seed + s), epochs);
		for (size_t r = 0; r < ROWS; r++)
			for (int t = 0; t < TAGS - 1; t++)
				total[r][t] += weight[r][t];
		for (int a = 0; a <= TAGS; a++)
			for (int b = 0; b < TAGS; b++)
				total_step[a][b] += step[a][b];
	}
	print_model(argc, argv);
	return 0;
}
