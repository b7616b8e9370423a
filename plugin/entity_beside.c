/* What stands beside a person's name and says something of it: a title or kin before it,
 * a role, a verb or "family" behind it.  It belongs to the mention that it stands beside,
 * and is read with it, while the block's words are at hand; linking and findings ask for
 * no text any more.
 *
 * Titles are read word by word from the name backwards.  The word beside the name must be
 * a title itself; what is before it may only qualify it ("Home" of "Home Secretary").  A
 * full stop ends that unless it is the word's own: "Lt. Col.", but "her mother. Valeska". */
#include "entity_tells.h"
#include "entity_words.h"

/* Whether a word is in any of some lists. */
static bool is_in(uint32_t hash, ww_classes classes) {
	return ww_gazetteer_find(hash) & classes;
}


/* A title may be both's: "Dr". */
static uint8_t gender_of(ww_classes gaz) {
	return (gaz & WW_GAZ_MALE ? WW_MALE : 0) | (gaz & WW_GAZ_FEMALE ? WW_FEMALE : 0);
}

/* Stores the word that ends before token i on the same line or the next, with its full
 * stop if that is its own: "Mr."; false when something else stands there. */
static bool word_before(const ww_gazetteer_more *more, const ww_entity_block *b, uint32_t i,
                        ww_entity_stretch *s, ww_classes *gaz) {
	const ww_token *t = b->tokens->at;
	if (i == 0 || t[i].gap == WW_GAP_NONE)
		return false;
	bool dot = ww_entity_is_sign(&t[i - 1], WW_HASH_1('.')) && t[i - 1].gap == WW_GAP_NONE;
	if (i < 1u + dot || !ww_entity_is_text(&t[i - 1 - dot]))
		return false;
	*s = ww_entity_read_back(b, i - 1 - dot);
	*gaz = ww_gazetteer_find_with(more, ww_entity_hash(b, *s));
	s->end += dot;
	return !dot || *gaz & (WW_GAZ_ABBREVIATION | WW_GAZ_HONORIFIC);
}

/* "his sister", "2 pm": words that are titles with a capital, and no titles without one. */
static bool is_no_title(const ww_entity_block *b, const ww_entity_stretch *s, ww_classes gaz) {
	const ww_token *t = &b->tokens->at[s->first];
	return t->shape == WW_SHAPE_LOWER && (gaz & WW_GAZ_KIN || ww_tells(t->hash, WW_TELLS_CLOCK));
}

/* How far in front of a name its title may begin, in words and in bytes.  "Senior Deputy
 * Assistant Chief" has four words; the bytes keep the place within 16 bits. */
enum { TITLE_WORDS = 4, TITLE_BYTES = 200 };

/* Whether a word may stand in an office behind "of": a capital, "and", "the". */
static bool is_of_office(const ww_token *t) {
	return ww_entity_is_text(t) && (ww_entity_is_capital(t) ||
	                                ww_tells(t->hash, WW_TELLS_THE | WW_TELLS_AND));
}

/* The token where "of Police" begins in "Commissioner of Police Orr", or i. */
static uint32_t office(const ww_gazetteer_more *more, const ww_entity_block *b, uint32_t i) {
	enum { WORDS = 6 };
	const ww_token *t = b->tokens->at;
	uint32_t k = i, words = 0;
	while (k > 1 && words < WORDS && t[k].gap != WW_GAP_NONE && is_of_office(&t[k - 1])) {
		k--;
		words++;
	}
	uint32_t link = k > 1 && words && t[k].gap != WW_GAP_NONE ? t[k - 1].hash : 0;
	bool links = ww_tells(link, WW_TELLS_LINK);
	if (!links || !ww_entity_is_text(&t[k - 2]) || !ww_entity_is_capital(&t[i - 1]))
		return i;
	/* "Minister of Justice Orr", but "in the person of Judge Orr" */
	if (!ww_entity_is_capital(&t[k - 2]) && is_in(t[i - 1].hash, WW_GAZ_TITLE | WW_GAZ_HONORIFIC))
		return i;
	ww_classes gaz = ww_gazetteer_find_with(more, t[k - 2].hash);
	return gaz & (WW_GAZ_TITLE | WW_GAZ_JOB) && !(gaz & WW_GAZ_KIN) ? k - 1 : i;
}

/* Looks for a title in front of token i, backwards from the name: "Attorney General", "film
 * director", "Minister of Finance".  The word beside the name must be a title, those before it
 * may qualify it. In "Mr and Mrs Thomas Reed" neither tells of Thomas's gender. */
static void read_title(const ww_gazetteer_more *more, const ww_entity_block *b, uint32_t i,
                       ww_entity_name *name) {
	const ww_classes titles = WW_GAZ_TITLE | WW_GAZ_HONORIFIC | WW_GAZ_JOB;
	const ww_token *t = b->tokens->at;
	uint32_t start = t[i].start, name_at = i, end = 0;
	ww_classes gaz;
	ww_entity_stretch s;
	bool polite = true;
	ww_entity_title *title = &name->title;
	i = office(more, b, i);
	for (int words = 0; words < TITLE_WORDS && word_before(more, b, i, &s, &gaz); words++) {
		uint32_t back = start - t[s.first].start;
		bool is_title = gaz & titles && !is_no_title(b, &s, gaz);
		bool qualifies = words && !polite && gaz & WW_GAZ_QUALIFIER; /* "Home", but not of "Mrs" */
		if (back > TITLE_BYTES || (!is_title && !qualifies))
			break;
		if (!words) {
			title->head = ww_entity_hash(b, s);
			end = i < name_at ? t[name_at - 1].end : t[s.end - 1].end;
		}
		title->from = (int16_t)-(int32_t)back;
		title->len = (uint16_t)(end - t[s.first].start);
		name->gender |= gender_of(gaz);
		polite = polite && !(gaz & (WW_GAZ_TITLE | WW_GAZ_JOB)) && gender_of(gaz);
		i = s.first;
	}
	title->polite = polite && title->len;
	if (title->len)
		title->whole = ww_gazetteer_hash(b->text + start + title->from, title->len);
	if (title->polite && word_before(more, b, i, &s, &gaz) &&
	    ww_tells(ww_entity_hash(b, s), WW_TELLS_AND) && s.first > 0 &&
	    word_before(more, b, s.first, &s, &gaz) && gaz & WW_GAZ_HONORIFIC)
		name->gender = 0;
}

/* Whether what follows a role ends it: a sign, or "of", "for", "at" … */
static bool ends_role(const ww_entity_block *b, uint32_t i) {
	const ww_tokens *t = b->tokens;
	return i >= t->n || !ww_entity_is_text(&t->at[i]) || is_in(t->at[i].hash, WW_GAZ_ROLE_END);
}

/* Looks for a role behind a name, ", 43, the finance director": some words between a comma and
 * what ends them, of which one at least is a title or a job. */
static void read_role(const ww_entity_block *b, uint32_t first, uint32_t i, ww_entity_name *name) {
	const ww_token *t = b->tokens->at;
	const uint32_t n = b->tokens->n;
	uint32_t words = 0, start = 0, head = 0;
	bool is_role = false;
	if (i + 2 < n && t[i + 1].type == WW_TOK_NUMBER)
		i += 2; /* an age */
	if (i + 1 >= n || !ww_entity_is_sign(&t[i], WW_HASH_1(',')))
		return;
	i += 1 + is_in(t[i + 1].hash, WW_GAZ_DETERMINER);
	for (start = i; i < n && words < TITLE_WORDS && ww_entity_is_text(&t[i]); words++) {
		ww_entity_stretch s = ww_entity_read_on(b, i, n, false);
		ww_classes gaz = ww_gazetteer_find(ww_entity_hash(b, s));
		bool role = gaz & (WW_GAZ_TITLE | WW_GAZ_JOB) && !(gaz & WW_GAZ_KIN);
		if (!role && !(gaz & WW_GAZ_QUALIFIER))
			break;
		is_role |= role;
		head = ww_entity_hash(b, s);
		i = s.end;
	}
	if (!is_role || !ends_role(b, i) || t[i - 1].end - t[first].start > INT16_MAX)
		return;
	name->title = (ww_entity_title){ .from = (int16_t)(t[start].start - t[first].start),
		                             .len = (uint16_t)(t[i - 1].end - t[start].start),
		                             .head = head };
}

/* Looks for kin in front of token i, which tells men from women: "his son, Amos". */
static void read_kin(const ww_entity_block *b, uint32_t i, ww_entity_name *name) {
	const ww_gazetteer_more none = { 0 };
	ww_entity_stretch s;
	ww_classes gaz;
	if (i > 1 && ww_entity_is_sign(&b->tokens->at[i - 1], WW_HASH_1(','))) {
		if (b->tokens->at[i - 1].gap != WW_GAP_NONE || !ww_entity_is_text(&b->tokens->at[i - 2]))
			return;
		s = ww_entity_read_back(b, i - 2);
		gaz = ww_gazetteer_find(ww_entity_hash(b, s));
	} else if (!word_before(&none, b, i, &s, &gaz)) {
		return;
	}
	if (gaz & WW_GAZ_KIN)
		name->gender |= gender_of(gaz);
}

/* The word that is token i, if there is one. */
static const ww_token *word_at(const ww_entity_block *b, uint32_t i) {
	const ww_tokens *t = b->tokens;
	return i < t->n && t->at[i].type == WW_TOK_WORD ? &t->at[i] : NULL;
}

/* Verbs of speech and thought: only who has a mouth does that, or a spokesman. */
static bool says(const ww_entity_block *b, uint32_t i) {
	const ww_token *t = word_at(b, i);
	return t && ww_gazetteer_find(t->hash) & WW_GAZ_SAY;
}

/* Regular past forms; those that are not are the list "deed". */
static bool ends_in_ed(const ww_entity_block *b, const ww_token *t) {
	const char *end = b->text + t->end;
	return t->end - t->start > 3 && end[-2] == 'e' && end[-1] == 'd';
}

/* Whether the word at token i tells what somebody does; "is a" and "was the" only say what it
 * is. */
static bool is_verb(const ww_entity_block *b, uint32_t i) {
	const ww_token *t = word_at(b, i), *next = word_at(b, i + 1);
	if (t && next && ww_tells(t->hash, WW_TELLS_BEING) &&
	    (is_in(next->hash, WW_GAZ_SOME) || ww_tells(next->hash, WW_TELLS_THE)))
		return false; /* "Heeney is a place" */
	return t && t->shape == WW_SHAPE_LOWER &&
	       (says(b, i) || ends_in_ed(b, t) || is_in(t->hash, WW_GAZ_DEED));
}

/* Whether what follows says that somebody is named: a verb, "who", an age.  The findings
 * need that: firms, films and streets bear names of persons, but do not weep or turn 60. */
static bool acts(const ww_entity_block *b, uint32_t end) {
	const ww_tokens *t = b->tokens;
	if (end + 1 >= t->n || !ww_entity_is_sign(&t->at[end], WW_HASH_1(',')))
		return end < t->n && t->at[end].gap != WW_GAP_NONE && is_verb(b, end);
	const ww_token *next = &t->at[end + 1];
	return next->type == WW_TOK_NUMBER || ww_tells(next->hash, WW_TELLS_WHO);
}

/* Whether a name is in the genitive: "Cowley's", "Hutchins'". */
static bool owns(const ww_entity_block *b, uint32_t end) {
	if (end >= b->tokens->n || b->tokens->at[end].gap != WW_GAP_NONE)
		return false;
	const ww_token *t = &b->tokens->at[end];
	size_t len;
	return ww_char_plain(ww_utf8_decode(b->text + t->start, b->text + t->end, &len)) == '\'';
}

/* Whether a line begins with "By" and the name at token `first`. */
static bool wrote_it(const ww_entity_block *b, uint32_t first) {
	const ww_token *t = b->tokens->at;
	return first > 0 && ww_tells(t[first - 1].hash, WW_TELLS_BY) &&
	       (first == 1 || t[first - 1].gap == WW_GAP_LINE);
}

/* Whether a sentence begins with token i: any sign before it will do, as what is asked is
 * whether its capital means anything. */
static bool starts_sentence(const ww_entity_block *b, uint32_t i) {
	return i == 0 || !ww_entity_is_text(&b->tokens->at[i - 1]);
}

/* Whether the word that ends with token i says that a thing is named: "the firm Brandt". */
static bool is_thing(const ww_entity_block *b, uint32_t i) {
	uint32_t hash = ww_entity_hash(b, ww_entity_read_back(b, i));
	return is_in(hash, WW_GAZ_ORG_KEY | WW_GAZ_ORG_NOUN | WW_GAZ_ORG_TAIL | WW_GAZ_BEARER);
}

/* Whether a name is a part of what is longer, or a thing's: a capitalised word, "&" or what
 * the thing is stands before it, a hyphen or "v" beside it, or its given name in front of
 * brackets: "Ida (Orr) Amsel". */
static bool is_part(const ww_entity_block *b, uint32_t first, uint32_t end) {
	const ww_tokens *t = b->tokens;
	if (end < t->n && ((t->at[end].gap == WW_GAP_NONE && ww_entity_is_hyphen(b, &t->at[end])) ||
	                   ww_entity_is_sign(&t->at[end], WW_HASH_1('&')) ||
	                   is_in(t->at[end].hash, WW_GAZ_VERSUS)))
		return true;
	if (first == 0)
		return false;
	const ww_token *before = &t->at[first - 1];
	if (!ww_entity_is_text(before)) {
		bool versus_dot = first > 1 && ww_entity_is_sign(before, WW_HASH_1('.')) &&
		                  is_in(t->at[first - 2].hash, WW_GAZ_VERSUS);
		return versus_dot || ww_entity_is_sign(before, WW_HASH_1('&')) ||
		       ww_entity_is_sign(before, WW_HASH_1(')')) ||
		       (t->at[first].gap == WW_GAP_NONE && ww_entity_is_hyphen(b, before));
	}
	bool opens = starts_sentence(b, first - 1) && ww_gazetteer_find(before->hash) & WW_GAZ_COMMON;
	return is_in(before->hash, WW_GAZ_VERSUS | WW_GAZ_CALLED) ||
	       ww_tells(before->hash, WW_TELLS_THE) ||
	       (ww_entity_is_capital(before) ? !opens : is_thing(b, first - 1));
}

/* Whether something before a name tells it from others: a writer who says "the elder Amsel"
 * knows of the other one. */
static bool is_told_apart(const ww_entity_block *b, uint32_t first) {
	return first > 0 && word_at(b, first - 1) &&
	       is_in(b->tokens->at[first - 1].hash, WW_GAZ_TOLD_APART);
}

/* The token with which the title in front of a name begins; the name's own without one. */
static uint32_t title_start(const ww_entity_block *b, uint32_t first,
                            const ww_entity_title *title) {
	return title->len ? ww_entity_token(b, b->tokens->at[first].start - (uint32_t)-title->from)
	                  : first;
}

/* "anyone named Hen", "four people called Healy", "the boy is named Hal"; but not "people called
 * Healy a hero". */
static bool is_anyone(const ww_entity_block *b, uint32_t first, uint32_t end) {
	const ww_token *next = word_at(b, end);
	if (first < 2 || !word_at(b, first - 1) || !word_at(b, first - 2) ||
	    !is_in(b->tokens->at[first - 1].hash, WW_GAZ_CALLED))
		return false;
	uint32_t before = b->tokens->at[first - 2].hash;
	return (is_in(before, WW_GAZ_SOMEONE) || ww_tells(before, WW_TELLS_BEING)) &&
	       !(next && (ww_tells(next->hash, WW_TELLS_THE) || is_in(next->hash, WW_GAZ_SOME)));
}

/* ", no relation", "(no relation)" */
static bool is_unrelated(const ww_entity_block *b, uint32_t end) {
	const ww_token *no = word_at(b, end + 1), *relation = word_at(b, end + 2);
	return no && relation && !word_at(b, end) && ww_tells(no->hash, WW_TELLS_NO) &&
	       ww_tells(relation->hash, WW_TELLS_RELATION);
}

/* "a Mr Wood", "another Banda", "one Nowak for another" */
static bool is_another(const ww_entity_block *b, uint32_t first, const ww_entity_title *title) {
	first = title_start(b, first, title);
	return first > 0 && (!title->len || title->polite) && word_at(b, first - 1) &&
	       (is_in(b->tokens->at[first - 1].hash, WW_GAZ_SOME) ||
	        ww_tells(b->tokens->at[first - 1].hash, WW_TELLS_ONE));
}

/* Whether "family" or the like stands behind a name, and behind both of "the Orr and Amsel
 * families".  Of a home there is but one with an article: "they sent Orr home". */
static bool is_family(const ww_entity_block *b, uint32_t first, uint32_t end) {
	const ww_token *t = word_at(b, end), *other = word_at(b, end + 1);
	if (t && other && ww_tells(t->hash, WW_TELLS_AND) && ww_entity_is_capital(other))
		t = word_at(b, end + 2);
	if (!t || t->gap == WW_GAP_NONE || t->shape != WW_SHAPE_LOWER || !is_in(t->hash, WW_GAZ_FAMILY))
		return false;
	return !ww_tells(t->hash, WW_TELLS_HOME) ||
	       (first > 0 && is_in(b->tokens->at[first - 1].hash, WW_GAZ_DETERMINER));
}

/* Each question is asked of the tokens next to the name, so that a name costs some dozens of
 * looks whatever its block's length. */
void ww_entity_beside_read(const ww_gazetteer_more *more, const ww_entity_block *b, uint32_t first,
                           uint32_t end, ww_entity_name *name) {
	read_title(more, b, first, name);
	if (!name->title.len)
		read_kin(b, first, name);
	/* "Cowley said", and '…," said Cowley', but not "he said Cowley was old" */
	name->speaks = says(b, end) || (first > 1 && says(b, first - 1) &&
	                                !ww_entity_is_text(&b->tokens->at[first - 2]));
	name->owns = owns(b, end);
	name->wrote_it = wrote_it(b, first);
	name->acts = name->speaks || acts(b, end);
	name->is_part = !name->title.len && is_part(b, first, end);
	name->is_told_apart = is_told_apart(b, first);
	name->is_another = is_another(b, first, &name->title) || is_anyone(b, first, end);
	name->is_unrelated = is_unrelated(b, end);
	name->is_family = is_family(b, first, end);
	name->alias = (uint8_t)ww_entity_alias_read(b, title_start(b, first, &name->title), end);
	if (!name->title.len)
		read_role(b, first, end, name);
}
