/* document_rule.c: asks for the matches of one rule, beyond what is marked. */
#include "document.h"

/* Looks for a rule's match from byte `pos` on, in the block that holds it; stores
 * where the match is in the block, and where the block is. */
static int find_in_block(ww_document *doc, size_t rule, uint32_t pos, ww_range *block,
                         ww_range *out) {
	uint32_t i = ww_gap_find(&doc->blocks, pos, ww_doc_len(doc));
	uint32_t start = ww_doc_block_start(doc, i), end = ww_doc_block_start(doc, i + 1);
	*block = (ww_range){ start, end };
	const char *text = ww_doc_view(doc, start, end);
	ww_tokens *tokens = &doc->scanner.tokens;
	if (!text || (ww_rules_needs_tokens(doc->scanner.rules, rule) &&
	              !ww_tokenize(tokens, &doc->mem, ww_grammar_lexicon(doc->engine->grammar), text,
	                           end - start)))
		return WW_E_NOMEM;
	return ww_rules_find(doc->scanner.rules, rule, text, end - start, tokens, pos - start, out);
}

int ww_document_query(ww_document *doc, size_t rule, size_t start, size_t end, ww_range *out) {
	const ww_rules *rules = doc->scanner.rules;
	*out = (ww_range){ 0, 0 };
	if (!rules || rule >= ww_rules_count(rules) || start > end || end > ww_doc_len(doc))
		return WW_E_RANGE;
	for (uint32_t at = (uint32_t)start; at < end;) {
		ww_range block, match;
		int err = find_in_block(doc, rule, at, &block, &match);
		if (err)
			return err;
		if (match.end > match.start) {
			match = (ww_range){ block.start + match.start, block.start + match.end };
			if (match.start < end)
				*out = match;
			return WW_OK;
		}
		at = (uint32_t)block.end;
	}
	return WW_OK;
}

int ww_document_group(ww_document *doc, size_t rule, size_t pos, size_t i, const char **name,
                      ww_range *where) {
	const ww_rules *rules = doc->scanner.rules;
	ww_range block, match;
	*name = NULL;
	*where = (ww_range){ 0, 0 };
	if (!rules || rule >= ww_rules_count(rules) || pos >= ww_doc_len(doc))
		return WW_E_RANGE;
	int err = find_in_block(doc, rule, (uint32_t)pos, &block, &match);
	if (err || match.end == match.start || block.start + match.start != pos)
		return err ? err : WW_E_RANGE;
	ww_rules_group(rules, rule, i, name, where);
	if (where->end > where->start)
		*where = (ww_range){ block.start + where->start, block.start + where->end };
	return WW_OK;
}
