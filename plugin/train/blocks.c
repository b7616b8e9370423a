/* An article as the tagger reads it, for learning and measuring.
 *
 * Training must see what the program will: so words, runs and evidence are made by the same
 * code.  Only the division into paragraphs is simpler here: no text that is learnt from has an
 * archive's lines in it, and a long paragraph is left whole. */
#include "blocks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Training has no use for a refusal of memory: corpus_alloc() ends the program. */
static void *alloc(void *ud, void *ptr, size_t osize, size_t nsize) {
	(void)ud;
	(void)osize;
	if (nsize)
		return corpus_alloc(ptr, nsize);
	free(ptr);
	return NULL;
}

const ww_mem train_mem = { alloc, NULL };

/* The end of the paragraph at `p`: before a line with nothing but blanks. */
static size_t paragraph_end(const char *text, size_t p, size_t len) {
	while (p < len) {
		const char *nl = memchr(text + p, '\n', len - p);
		if (!nl)
			return len;
		p = (size_t)(nl - text) + 1;
		size_t q = p;
		while (q < len && (text[q] == ' ' || text[q] == '\t' || text[q] == '\r'))
			q++;
		if (q == len || text[q] == '\n')
			return p;
	}
	return len;
}

/* Evidence is counted over all blocks before any name is looked for, as a document does. */
void train_article_read(train_article *a, const ww_lexicon *lexicon, const char *text, size_t len) {
	ww_tokens tokens = { 0 };
	const ww_gazetteer_kept kept = { .answers = corpus_alloc(NULL, sizeof *kept.answers) };
	ww_gazetteer_answers_init(kept.answers);
	*a = (train_article){ 0 };
	for (size_t p = 0; p < len;) {
		size_t end = paragraph_end(text, p, len);
		a->block = corpus_alloc(a->block, (a->n + 1) * sizeof *a->block);
		train_block *b = &a->block[a->n++];
		*b = (train_block){ .start = (uint32_t)p, .end = (uint32_t)end };
		ww_tokenize(&tokens, &train_mem, lexicon, text + p, end - p);
		ww_name_words_read(&b->words, &train_mem, &kept, &tokens, text + p);
		ww_evidence_add(&a->evidence, &train_mem, &b->words, text + p, 1);
		p = end;
	}
	ww_evidence_settle(&a->evidence);
	ww_tokens_free(&tokens, &train_mem);
	free(kept.answers);
}

/* Training keeps its articles to the end; measuring frees each. */
void train_article_free(train_article *a) {
	for (size_t i = 0; i < a->n; i++)
		ww_name_words_free(&a->block[i].words, &train_mem);
	free(a->block);
	ww_evidence_free(&a->evidence, &train_mem);
	*a = (train_article){ 0 };
}
