/* blocks.h: a document read as one article, paragraph by paragraph. */
#ifndef WW_BLOCKS_H
#define WW_BLOCKS_H

#include "../name_tagger.h"
#include "corpus.h"

typedef struct {
	uint32_t start, end; /* bytes of the document */
	ww_name_words words;
	uint32_t names_end; /* of name_eval: behind its last name */
} train_block;

typedef struct {
	train_block *block;
	size_t n;
	ww_evidence evidence;
} train_article;

extern const ww_mem train_mem;

/* Cuts text[0, len) at its blank lines, reads the words and the evidence. */
void train_article_read(train_article *a, const ww_lexicon *lexicon, const char *text, size_t len);

void train_article_free(train_article *a);

#endif
