/* name_rule_ask.c: which rules a word calls for.
 *
 * Each fifth word of news is a name's, and there are some sixty rules: a rule is asked only where
 * stands what it cannot do without.  That is a form or class of the word itself, the word or sign
 * before a stretch of capitals, or the one behind it; what is asked of many is looked up once.  The
 * order matters where two rules are about the same words: the later one has the last word.
 *
 * Which sign stands where nobody can foresee, least of all a processor: so conditions that are
 * rarely met are joined by | to one, and told apart when it is. */
#include "name_rules.h"

/* Forms and classes of a word that a rule begins with. */
#define FORM(form) (1u << WW_FORM_##form)
static const uint32_t forms = FORM(UPPER) | FORM(SHORT_UPPER) | FORM(PARTICLE) | FORM(APOSTROPHE) |
                              FORM(MIXED) | FORM(HYPHEN_UPPER);
static const ww_classes classes = WW_GAZ_BODY | WW_GAZ_CREDIT | WW_GAZ_OUTSIDE | WW_GAZ_PORTFOLIO |
                                  WW_GAZ_ORG_KEY | WW_GAZ_ORG_TAIL | WW_GAZ_LEGAL_FORM;

/* Whether a rule begins with a word itself, or with a form or class of the next, which may be
 * it. */
static inline bool calls(const ww_name_word *w, const ww_name_word *next) {
	return ((w->gaz & classes) != 0) | (forms >> w->form & 1) |
	       (w->hash == WW_HASH_5('s', 't', 'a', 't', 'e')) |
	       (next->form == WW_FORM_HYPHEN_LOWER) | ((next->gaz & WW_GAZ_BEATS) != 0);
}

/* Those rules. */
static void on_word(ww_rule_block *r, uint32_t i) {
	const ww_name_word *w = word(r, i);
	const bool first = i == 0 || w->flags & WW_WORD_BREAK;
	if (w->hash == WW_HASH_5('s', 't', 'a', 't', 'e'))
		ww_rule_name_states_attorney(r, i);
	if (i + 1 < r->n && w[1].form == WW_FORM_HYPHEN_LOWER)
		ww_rule_name_family(r, i);
	if (w->gaz & WW_GAZ_BODY)
		ww_rule_name_body(r, i);
	if (!first && w[-1].hash == WW_HASH_1('\'') && w->gaz & (WW_GAZ_ORG_KEY | WW_GAZ_ORG_TAIL))
		ww_rule_name_theirs(r, i);
	if (!first && w[-1].hash == WW_HASH_1(')') && w->gaz & WW_GAZ_LEGAL_FORM)
		ww_rule_name_form(r, i);
	if (w->form == WW_FORM_UPPER || (first && w->form == WW_FORM_SHORT_UPPER))
		ww_rule_name_dateline(r, i);
	if (w->gaz & WW_GAZ_CREDIT)
		ww_rule_name_credit(r, i);
	if (w->gaz & WW_GAZ_OUTSIDE)
		ww_rule_name_after_rank(r, i);
	if (w->form == WW_FORM_PARTICLE)
		ww_rule_name_particle(r, i);
	if (w->form == WW_FORM_APOSTROPHE || w->form == WW_FORM_MIXED)
		ww_rule_name_irish(r, i);
	if (i + 1 < r->n && w[1].gaz & WW_GAZ_BEATS)
		ww_rule_name_teams(r, i);
	if (w->gaz & WW_GAZ_PORTFOLIO)
		ww_rule_name_portfolio(r, i);
	if (w->form == WW_FORM_HYPHEN_UPPER)
		ww_rule_name_branch(r, i);
}

/* The rules on a stretch that begins a line. */
static void on_line(ww_rule_block *r, const ww_rule_stretch *s) {
	const uint32_t i = s->first, end = s->end, sign = s->next->hash;
	if (is_number(r, end)) {
		ww_rule_name_score(r, i, end);
		ww_rule_name_row(r, i, end);
	}
	if (word(r, i)->flags & WW_WORD_UPPER)
		ww_rule_name_fixture(r, i, end);
	if (sign == WW_HASH_1(':') || sign == WW_HASH_1('('))
		ww_rule_name_line_up(r, i, end);
	if (sign == WW_HASH_1(',') || sign == WW_HASH_1('('))
		ww_rule_name_transfer(r, i, end);
	/* in a line of capitals alone only its first word is the employer's */
	ww_rule_name_cutter(r, i, word(r, i)->flags & WW_WORD_UPPER ? i + 1 : end);
}

/* The rules on a stretch behind a sign. */
static void behind_mark(ww_rule_block *r, const ww_rule_stretch *s) {
	const uint32_t i = s->first;
	switch (s->prev->hash) {
	case WW_HASH_1('-'):
		ww_rule_name_constituency(r, i);
		break;
	case WW_HASH_1('('):
		ww_rule_name_scorers(r, i - 1);
		break;
	case WW_HASH_1(','):
		ww_rule_name_titled(r, i);
		break;
	case WW_HASH_1('/'):
	case WW_HASH_1('|'):
	case WW_HASH_1(':'):
		ww_rule_name_lenders(r, i);
		break;
	default:
		break;
	}
	/* "… Mullally. Pakistan: …", which a program wrapped */
	const bool label = (s->next->hash == WW_HASH_1(':')) | (s->next->hash == WW_HASH_1('('));
	if (label && word(r, i)->flags & WW_WORD_SENTENCE)
		ww_rule_name_line_up(r, i, s->end);
}

/* The rules on a stretch behind a word without a capital. */
static void behind_word(ww_rule_block *r, const ww_rule_stretch *s) {
	const uint32_t i = s->first, end = s->end;
	if (s->before & WW_ACT_GIVES)
		ww_rule_name_appointed(r, i, end);
	switch (s->prev->hash) {
	case WW_HASH_2('a', 't'):
		ww_rule_name_employer(r, i, end);
		ww_rule_name_hospital(r, i);
		return;
	case WW_HASH_4('h', 'e', 'l', 'd'):
		ww_rule_name_held(r, i, end);
		return;
	case WW_HASH_2('t', 'o'):
		ww_rule_name_dealings(r, s);
		ww_rule_name_hospital(r, i);
		return;
	case WW_HASH_4('w', 'i', 't', 'h'):
	case WW_HASH_2('o', 'f'):
	case WW_HASH_2('i', 'n'):
		ww_rule_name_dealings(r, s);
		return;
	default:
		if (s->before & WW_ACT_RATES)
			ww_rule_name_dealings(r, s);
	}
}

/* The rules that what stands behind the capitals calls for, which word i ends. */
static void before_word(ww_rule_block *r, uint32_t i, const ww_rule_stretch *s) {
	const ww_name_word *next = word(r, i + 1);
	uint32_t behind = s->behind;
	if (i + 1 != s->end) /* "Monday Times newspaper" */
		behind = goes_on(r, i + 1) ? ww_word_list_find(&ww_act_words, next->hash) : 0;
	const bool firm = behind & WW_ACT_OF_FIRMS, paper = behind & WW_ACT_PAPER;
	const bool comma = next->hash == WW_HASH_1(',');
	const bool news = next->hash == WW_HASH_4('n', 'e', 'w', 's');
	const bool versus = (next->hash == WW_HASH_1('v')) | (next->hash == WW_HASH_2('v', 's'));
	if (!(firm | paper | news | versus | (comma & is_word(r, i + 2, WW_HASH_3('t', 'h', 'e')))))
		return;
	if (firm || comma)
		ww_rule_name_shop(r, i + 1, firm);
	if (paper || news)
		ww_rule_name_paper(r, i, paper);
	if (versus)
		ww_rule_name_case(r, i);
}

/* The rules on teams and firms by the word before the stretch, which is on its line. */
static void told_before(ww_rule_block *r, const ww_rule_stretch *s) {
	const uint32_t i = s->first, end = s->end;
	const uint32_t acts = s->prev->flags & WW_WORD_BREAK ? 0 : s->before;
	if (acts & WW_ACT_RESULT_OF)
		ww_rule_name_beaten(r, i, end);
	if (acts & WW_ACT_JOINS || s->prev->gaz & WW_GAZ_BEATS)
		ww_rule_name_object(r, i, end, acts & WW_ACT_JOINS);
	switch (s->prev->hash) {
	case WW_HASH_3('f', 'o', 'r'):
		ww_rule_name_signed_for(r, i, end);
		return;
	case WW_HASH_4('f', 'r', 'o', 'm'):
		ww_rule_name_seller(r, i, end);
		return;
	case WW_HASH_3('t', 'h', 'e'):
		ww_rule_name_nickname(r, i, end);
		return;
	case WW_HASH_2('o', 'f'):
		ww_rule_name_owing(r, i, end, WW_BESIDE_CREDITORS);
		ww_rule_name_school(r, i, end);
		return;
	case WW_HASH_2('t', 'o'):
		ww_rule_name_owing(r, i, end, WW_BESIDE_SUPPLIERS);
		return;
	case WW_HASH_2('a', 't'):
		ww_rule_name_school(r, i, end);
		return;
	default:
		return;
	}
}

/* Those by the verb or noun behind it. */
static void told_behind(ww_rule_block *r, const ww_rule_stretch *s) {
	const uint32_t i = s->first, end = s->end;
	if (s->behind & (WW_ACT_PLAYS | WW_ACT_SACK | WW_ACT_PLURAL))
		ww_rule_name_playing(r, i, end);
	if (s->behind & WW_ACT_PLAYER)
		ww_rule_name_of_player(r, i, end);
	if (s->behind & (WW_ACT_SWEEPS | WW_ACT_GOALLESS))
		ww_rule_name_swept(r, i, end);
	if (s->behind & (WW_ACT_EARNS | WW_ACT_SHUTS))
		ww_rule_name_trader(r, i, end, s->behind & WW_ACT_EARNS);
}

/* The rules on what a stretch is told to be by what it does, or by what is done with it. */
static void on_act(ww_rule_block *r, const ww_rule_stretch *s) {
	const uint32_t verbs = WW_ACT_PLAYS | WW_ACT_SACK | WW_ACT_PLURAL | WW_ACT_PLAYER |
	                       WW_ACT_EARNS | WW_ACT_SHUTS | WW_ACT_SWEEPS | WW_ACT_GOALLESS;
	const uint32_t i = s->first, end = s->end;
	const uint16_t flags = word(r, i)->flags;
	const bool first = (i == 0) | ((flags & WW_WORD_BREAK) != 0), two = end == i + 2;
	if (end == i + 1)
		ww_rule_name_actor(r, i);
	if (!first && s->prev->gaz & WW_GAZ_BEATS)
		ww_rule_name_players(r, i, end);
	if (two && ww_rule_called(r, i))
		ww_rule_name_called(r, i, end);
	if (first & ((flags & WW_WORD_HEADING) != 0))
		ww_rule_name_in_headline(r, i);
	if (!first && i > 1)
		told_before(r, s);
	if (s->behind & verbs)
		told_behind(r, s);
	else if (two & (s->next->form == WW_FORM_POSSESSIVE) & !(s->next->flags & WW_WORD_BREAK))
		ww_rule_name_whose(r, i, end);
}

/* The stretch that begins with word i. */
static ww_rule_stretch stretch_at(const ww_rule_block *r, uint32_t i) {
	static const ww_name_word none = { .form = WW_FORM_PUNCT, .flags = WW_WORD_BREAK };
	ww_rule_stretch s = { .first = i, .end = ww_rule_capitals_end(r, i) };
	s.prev = i > 0 ? word(r, i - 1) : &none;
	s.next = s.end < r->n ? word(r, s.end) : &none;
	s.before = ww_word_list_find(&ww_act_words, s.prev->hash);
	s.behind = ww_word_list_find(&ww_act_words, s.next->hash);
	if (s.next->flags & WW_WORD_BREAK)
		s.behind = 0;
	return s;
}

/* The rules on a stretch by what stands before it. */
static void on_stretch(ww_rule_block *r, const ww_rule_stretch *s) {
	const uint32_t i = s->first;
	if ((s->next->hash == WW_HASH_1(',')) & is_number(r, s->end + 1))
		ww_rule_name_aged(r, i, s->end);
	if (i == 0 || word(r, i)->flags & WW_WORD_BREAK)
		on_line(r, s);
	else if (s->prev->form == WW_FORM_PUNCT)
		behind_mark(r, s);
	else if (!ww_is_name(s->prev))
		behind_word(r, s);
}

/* A run is cut where it is too long, and capitals go on behind a month: so a stretch may begin
 * behind another word with a capital, or end before one. */
void ww_rules_on_run(ww_rule_block *r, ww_name_run run) {
	ww_rule_stretch s = { 0 };
	for (uint32_t i = run.first; i < run.end; i++) {
		const ww_name_word *w = word(r, i), *next = i + 1 < r->n ? w + 1 : w;
		if (!ww_is_name(w))
			continue;
		const bool begins = i == run.first || !ww_is_name(w - 1);
		if (begins)
			s = stretch_at(r, i);
		if (calls(w, next))
			on_word(r, i);
		if (begins)
			on_stretch(r, &s);
		else if (w->form == WW_FORM_CAPITAL)
			ww_rule_name_prize(r, i);
		if (w->gaz & WW_GAZ_REGION)
			ww_rule_name_county(r, i);
		if (!ww_is_name(next))
			before_word(r, i, &s);
		if (begins)
			on_act(r, &s);
	}
}
