/* document_rule.c: asks for the matches of one rule, beyond what is marked.
 *
 * A rule that is marked nowhere can be asked for so, and rules in Lua get the groups of their
 * pattern.  Of the block that was asked about last the words are kept, as the next match is most
 * often there. */
#include "document.h"

/* Reads the words of block i, unless that is done. */
static bool read_words(ww_document *doc, uint32_t i, const char *text, uint32_t len) {
	ww_queried *q = &doc->queried;
	if (q->valid && q->block == i)
		return true;
	const ww_lexicon *lexicon = ww_grammar_lexicon(doc->engine->grammar);
	q->valid = ww_tokenize(&q->tokens, &doc->mem, lexicon, text, len);
	q->block = i;
	return q->valid;
}

/* Looks for a rule's match from byte `pos` on, in the block that holds it; stores
 * where the match is in the block, and where the block is. */
static int find_in_block(ww_document *doc, size_t rule, uint32_t pos, ww_range *block,
                         ww_range *out) {
	uint32_t i = ww_row_find(&doc->blocks, pos, ww_doc_len(doc));
	uint32_t start = ww_doc_block_start(doc, i), end = ww_doc_block_start(doc, i + 1);
	ww_scanner *s = &doc->scanner;
	*block = (ww_range){ start, end };
	const char *text = ww_doc_view(doc, start, end);
	int err = ww_scan_search(s);
	if (!text || err ||
	    (ww_rules_needs_tokens(s->rules, rule) && !read_words(doc, i, text, end - start)))
		return WW_E_NOMEM;
	return ww_rules_find(s->rules, s->search, rule, text, end - start, &doc->queried.tokens,
	                     pos - start, out);
}

/* From block to block, as marks are found: no match crosses a border.  A rule that becomes too
 * slow on the way finds nothing from then on. */
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
		ww_doc_drop_slow_rules(doc);
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

/* PCRE2 keeps the groups of its last match only, so the match is made again for each question. */
int ww_document_group(ww_document *doc, size_t rule, size_t pos, size_t i, const char **name,
                      ww_range *where) {
	const ww_rules *rules = doc->scanner.rules;
	ww_range block, match;
	*name = NULL;
	*where = (ww_range){ 0, 0 };
	if (!rules || rule >= ww_rules_count(rules) || pos >= ww_doc_len(doc))
		return WW_E_RANGE;
	int err = find_in_block(doc, rule, (uint32_t)pos, &block, &match);
	ww_doc_drop_slow_rules(doc);
	if (err || match.end == match.start || block.start + match.start != pos)
		return err ? err : WW_E_RANGE;
	ww_rules_group(rules, doc->scanner.search, rule, i, name, where);
	if (where->end > where->start)
		*where = (ww_range){ block.start + where->start, block.start + where->end };
	return WW_OK;
}

/* Without a search nothing was looked for yet, and no rule can have been slow. */
bool ww_document_slow_rule(const ww_document *doc, size_t from, size_t *rule) {
	const ww_scanner *s = &doc->scanner;
	for (size_t i = from; s->search && i < ww_rules_count(s->rules); i++) {
		if (ww_rule_is_off(s->search, i)) {
			*rule = i;
			return true;
		}
	}
	return false;
}
