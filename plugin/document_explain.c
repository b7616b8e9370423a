/* document_explain.c: why the text at a position is marked, or why it is not.
 *
 * The word there is shown as the tagger saw it: its role, its lists, the evidence, and what each
 * kind's weights add up to. */
#include "document.h"

#include "gazetteer.h"
#include "names.h"

/* The number of the word that holds byte `at` of the block, or n. */
static uint32_t word_at(const ww_name_words *words, uint32_t at) {
	for (uint32_t i = 0; i < words->n; i++)
		if (words->at[i].start <= at && at < words->at[i].end)
			return i;
	return words->n;
}

/* The name of the role of the word at byte `at`; NULL for a number or sign, and for no role. */
static const char *role_at(const ww_tokens *tokens, uint32_t at) {
	for (uint32_t i = 0; i < tokens->n; i++)
		if (tokens->at[i].start <= at && at < tokens->at[i].end)
			return tokens->at[i].type == WW_TOK_WORD ? ww_role_name(tokens->at[i].role) : NULL;
	return NULL;
}

/* Stores what settles the kind of the name at byte `at` of the block: the vote of the article,
 * or a rule or list beside the model.  False when there is no memory. */
static bool settled(ww_document *doc, const char *text, uint32_t at, const char **out) {
	ww_names *names = &doc->scanner.names;
	uint32_t i = names->n;
	const ww_name_words words = ww_scan_words_of(&doc->scanner, 0);
	if (!ww_name_tag(names, &doc->mem, doc->scanner.tagger, &words, text, &doc->evidence))
		return false;
	while (i < names->n && names->at[i].end <= at)
		i++;
	if (i == names->n || names->at[i].start > at)
		return true;
	uint8_t own = (uint8_t)(names->at[i].kind - WW_PERSON);
	bool voted = ww_votes_kind(&doc->votes, &names->vote[i], own) != own;
	*out = ww_name_by_name(voted ? WW_BY_VOTE : names->at[i].by);
	return true;
}

/* All that was counted for the section is counted again if need be, so that the explanation is
 * of the marks that are shown, and not of the word by itself. */
int ww_document_explain(ww_document *doc, size_t pos, ww_explanation *out) {
	*out = (ww_explanation){ 0 };
	if (pos >= ww_doc_len(doc))
		return WW_E_RANGE;
	uint32_t block;
	int err = ww_doc_read_around(doc, pos, &block);
	if (err)
		return err;
	uint32_t start = ww_doc_block_start(doc, block), at = (uint32_t)pos - start;
	ww_scanner *s = &doc->scanner;
	const ww_name_words all = ww_scan_words_of(s, 0), *words = &all;
	const ww_tokens tokens = ww_scan_tokens_of(s, 0);
	uint32_t i = word_at(words, at);
	out->role = role_at(&tokens, at);
	if (i == words->n)
		return WW_OK;
	const ww_name_word *w = &words->at[i];
	out->word = (ww_range){ start + w->start, start + w->end };
	const char *text = ww_doc_view(doc, start, ww_doc_block_start(doc, block + 1));
	if (!text)
		return WW_E_NOMEM;
	for (uint32_t r = 0; r < words->n_runs; r++) {
		if (i < words->runs[r].first || i >= words->runs[r].end)
			continue;
		ww_name_explain(s->tagger, words, text, &doc->evidence, r, i, out->score);
		out->is_candidate = true;
	}
	if (!out->is_candidate)
		return WW_OK;
	if (!settled(doc, text, w->start, &out->settled))
		return WW_E_NOMEM;
	ww_sight sight = ww_evidence_look(&doc->evidence, w->hash);
	out->lists = w->gaz & ~WW_GAZ_KNOWN;
	out->evidence = w->flags & WW_WORD_NAME ? sight.bits : 0;
	out->also_lower = w->flags & WW_WORD_NAME && sight.lower;
	return WW_OK;
}
