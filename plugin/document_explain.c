/* Why the text at a position is marked, or why it is not. */
#include "document.h"

#include "gazetteer.h"

static const char *const roles[WW_N_ROLES] = {
	[WW_ROLE_MONTH] = "month",
	[WW_ROLE_WEEKDAY] = "weekday",
	[WW_ROLE_UNIT] = "unit of time",
	[WW_ROLE_QUARTER] = "part of a year",
	[WW_ROLE_DAY] = "day seen from today",
	[WW_ROLE_PART] = "part of the day",
	[WW_ROLE_SEASON] = "season",
	[WW_ROLE_HOLIDAY] = "word of a holiday",
	[WW_ROLE_VAGUE] = "vague time",
	[WW_ROLE_SET] = "repetition",
	[WW_ROLE_DECADE] = "decade",
	[WW_ROLE_CLOCK] = "o'clock",
	[WW_ROLE_SUFFIX] = "suffix of a time",
	[WW_ROLE_OLD] = "word of an age",
	[WW_ROLE_AGO] = "direction in time",
	[WW_ROLE_NUMBER] = "number",
	[WW_ROLE_ORDINAL] = "ordinal number",
};

static const char *const evidence[WW_N_EVIDENCE] = {
	[WW_EV_TITLE] = "follows a title",
	[WW_EV_HONORIFIC] = "follows Mr, Dr, Sen. …",
	[WW_EV_FIRST] = "follows a given name",
	[WW_EV_INITIAL] = "follows an initial",
	[WW_EV_LAST] = "ends a name that begins with a given name",
	[WW_EV_GIVEN] = "begins a name of two words with a given name",
	[WW_EV_ORG_KEY] = "stands with a word of organisations",
	[WW_EV_ORG_TAIL] = "stands with the last word of an organisation",
	[WW_EV_PLACE_KEY] = "stands with a word of places",
	[WW_EV_LONG] = "stands in a name of several words",
	[WW_EV_IN] = "follows in, near …",
	[WW_EV_THE] = "follows the",
	[WW_EV_SAID] = "stands before a verb of speech",
	[WW_EV_COMMA_REGION] = "stands before a comma and a region",
	[WW_EV_AGE] = "stands before a comma and a number",
	[WW_EV_JOB] = "follows a noun for a person",
	[WW_EV_POSSESSIVE] = "stands alone before 's",
	[WW_EV_ACRONYM] = "stands in parentheses after a name of these initials",
	[WW_EV_ORG_ACT] = "does what organisations do",
	[WW_EV_SPORT] = "stands beside words of sport",
	[WW_EV_BASED] = "stands before -based",
	[WW_EV_WHO] = "stands before who",
	[WW_EV_OF] = "follows a noun for a person and of or at",
	[WW_EV_QUOTED] = "stands alone between quotation marks",
	[WW_EV_SCORE] = "stands before a number",
};

const char *ww_evidence_name(unsigned bit) {
	return bit < WW_N_EVIDENCE ? evidence[bit] : NULL;
}

const char *ww_list_name(unsigned bit) {
	return ww_gazetteer_class_name(bit);
}

/* The last word that begins at or before byte `at` of the block, or n. */
static uint32_t word_at(const ww_name_words *words, uint32_t at) {
	for (uint32_t i = 0; i < words->n; i++)
		if (words->at[i].start <= at && at < words->at[i].end)
			return i;
	return words->n;
}

static const char *role_at(const ww_tokens *tokens, uint32_t at) {
	for (uint32_t i = 0; i < tokens->n; i++)
		if (tokens->at[i].start <= at && at < tokens->at[i].end)
			return tokens->at[i].type == WW_TOK_WORD ? roles[tokens->at[i].role] : NULL;
	return NULL;
}

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
	const ww_name_words *words = &s->words;
	uint32_t i = word_at(words, at);
	out->role = role_at(&s->tokens, at);
	if (i == words->n)
		return WW_OK;
	const ww_name_word *w = &words->at[i];
	out->word = (ww_range){ start + w->start, start + w->end };
	for (uint32_t r = 0; r < words->n_runs; r++) {
		if (i < words->runs[r].first || i >= words->runs[r].end)
			continue;
		const char *text = ww_doc_view(doc, start, ww_doc_block_start(doc, block + 1));
		if (!text || !ww_name_explain(&s->names, &doc->mem, &ww_name_weights, words, text,
		                              &doc->evidence, r, i, out->score))
			return WW_E_NOMEM;
		out->is_candidate = true;
	}
	if (!out->is_candidate)
		return WW_OK;
	ww_sight sight = ww_evidence_look(&doc->evidence, w->hash);
	out->lists = w->gaz & ~WW_GAZ_KNOWN;
	out->evidence = w->flags & WW_WORD_NAME ? sight.bits : 0;
	out->also_lower = w->flags & WW_WORD_NAME && sight.lower;
	return WW_OK;
}
