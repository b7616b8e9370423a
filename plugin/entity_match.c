/* How well names agree: those of persons by given names, initials and surnames, others
 * by how they begin.
 *
 * The grades are an order only: a bare word that is somebody's surname wins over one that
 * is somebody's given name, and both over what is merely like a name.  Names are compared
 * with the longest that an entity has, which says the most; what a shorter one left out
 * (a middle name, one of two surnames) does not make two of one. */
#include "entity_match.h"

#include "entity_given.h"

/* A name as its words. */
typedef struct {
	const ww_entity_word *at;
	uint32_t n, surname;
} words;

/* The same word, or it but for marks that were left out. */
static bool same(const ww_entity_word *a, const ww_entity_word *b) {
	return a->hash == b->hash || a->bare == b->bare || a->wide == b->wide;
}

/* Whether some word of both is the same but for its marks, "Giap" and "Giáp": a spelling, and no
 * other name. */
bool ww_entity_respelt(const ww_entities *e, const ww_entity_mention *m,
                       const ww_entity_mention *name) {
	const ww_entity_word *a = ww_entity_words(e, m), *b = ww_entity_words(e, name);
	bool respelt = false;
	for (uint32_t i = 0; i < m->name.n_words; i++)
		for (uint32_t k = 0; k < name->name.n_words; k++)
			respelt |= a[i].hash != b[k].hash && same(&a[i], &b[k]);
	return respelt;
}

/* Equal, or one of them the other's initial: "J." and "Jane". */
static bool same_initial(const ww_entity_word *a, const ww_entity_word *b) {
	return same(a, b) || ((a->initial || b->initial) && a->letter[0] == b->letter[0]);
}

/* True when the words of `a` occur in `b` in their order: "Mary Sommer" in "Mary Marlowe
 * Sommer", "Tegan Marlow" in "Tegan Marlow Vander". */
static bool within(words a, words b) {
	uint32_t i = 0;
	for (uint32_t k = 0; k < b.n && i < a.n; k++)
		i += same(&a.at[i], &b.at[k]);
	return i == a.n;
}

/* "Kurokawa Haru" and "Haru Kurokawa", "Petrenko V" and "Vladislav Petrenko". */
static bool reversed(words a, words b) {
	if (a.n != b.n || a.n < 2)
		return false;
	for (uint32_t i = 0; i + 1 < a.n; i++)
		if (!same_initial(&a.at[i + 1], &b.at[i]))
			return false;
	return same(&a.at[0], &b.at[a.n - 1]);
}

bool ww_entity_is_patronymic(const ww_entity_word *w) {
	return w->of_father;
}

/* "Nakalema H. K." and "Harriet Nakalema Kyobe": one is a word of the other and initials of the
 * rest, in their order. */
static bool is_word_and_initials(words a, words b) {
	uint32_t k = 0;
	if (a.n != b.n || a.n < 3 || a.at[0].initial)
		return false;
	while (k < b.n && !same(&a.at[0], &b.at[k]))
		k++;
	for (uint32_t i = 1, j = 0; k < b.n && i < a.n; i++, j++) {
		j += j == k;
		if (!a.at[i].initial || a.at[i].letter[0] != b.at[j].letter[0])
			return false;
	}
	return k < b.n;
}

/* The same but for one letter of one word: of two misspelt words they are two persons. */
static bool misspelt(words a, words b) {
	uint32_t wrong = 0;
	if (a.n != b.n)
		return false;
	for (uint32_t i = 0; i < a.n; i++)
		if (!same(&a.at[i], &b.at[i])) {
			if (wrong++ || !ww_entity_misspelt(&a.at[i], &b.at[i]))
				return false;
		}
	return wrong == 1;
}

/* "Ghandour" of "Mikati-Ghandour". */
static bool is_half(const ww_entity_word *a, const ww_entity_word *b) {
	return a->hash == b->half[0] || a->hash == b->half[1];
}

/* Whether both have middle names, of which those at one place differ: "Ahmad Faizal Rahmat" is
 * the brother of Ahmad Fauzi Rahmat. */
static bool differs_inside(words a, words b) {
	for (uint32_t i = 1; i + 1 < a.n && i + 1 < b.n; i++)
		if (!same_initial(&a.at[i], &b.at[i]) && !ww_given_is_short(&a.at[i], &b.at[i]))
			return a.n == b.n;
	return false;
}

/* "Bakare Ellis", of Tunde Bakare-Ellis. */
static bool is_surname_in_halves(words a, words b) {
	const ww_entity_word *surname = &b.at[b.surname];
	return a.n == 2 && surname->half[0] == a.at[0].hash && surname->half[1] == a.at[1].hash;
}

/* Two full names.  Equal surnames are not enough: the given names must be equal, one the
 * other's initial, or forms of one name.  With an initial nothing else is looked at, as
 * "W. Spenser" is as long as "Ted Spenser" and no misspelling of it. */
static ww_fit full_fit(words a, words b) {
	const ww_entity_word *given = &a.at[!a.surname], *other = &b.at[!b.surname];
	if (a.n == b.n && within(a, b))
		return WW_FIT_ALL;
	if (same(&a.at[a.surname], &b.at[b.surname])) {
		if (same(given, other) && !differs_inside(a, b))
			return WW_FIT_SURNAME;
		if (same(given, other))
			return misspelt(a, b) ? WW_FIT_SPELLING : WW_FIT_NONE;
		if (given->initial || other->initial)
			return same_initial(given, other) ? WW_FIT_LOOSE : WW_FIT_NONE;
		if (ww_given_same_name(given, other))
			return WW_FIT_SPELLING;
		if (ww_given_is_short(given, other))
			return WW_FIT_GIVEN;
	}
	if (same(given, other) && (is_half(&a.at[a.surname], &b.at[b.surname]) ||
	                           is_half(&b.at[b.surname], &a.at[a.surname])))
		return WW_FIT_LOOSE;
	if (reversed(a, b) || reversed(b, a))
		return WW_FIT_SURNAME;
	if (within(a, b) || within(b, a) || is_word_and_initials(a, b) || is_word_and_initials(b, a))
		return WW_FIT_LOOSE;
	return misspelt(a, b) ? WW_FIT_SPELLING : WW_FIT_NONE;
}

/* One word as a surname, or as a given name or a nickname.  Half a surname is more than a given
 * name, as nobody is called by half a surname who does not use it. */
static ww_fit short_fit(const ww_entity_word *a, words b) {
	const ww_entity_word *surname = &b.at[b.surname];
	if (same(a, surname)) /* of "bin Rahmat" Rahmat is the father */
		return b.n == 1 || (ww_entity_is_patronymic(surname) && !a->particle) ? WW_FIT_SHORT
		                                                                   : WW_FIT_SURNAME;
	if (b.n > 1 && is_half(a, surname))
		return WW_FIT_LOOSE;
	for (uint32_t i = 0; i < b.n; i++)
		if (same(a, &b.at[i]) || is_half(a, &b.at[i]))
			return WW_FIT_GIVEN;
	if (b.n > 1 && ww_given_is_short(a, &b.at[!b.surname]))
		return WW_FIT_SHORT;
	return ww_entity_misspelt(a, &b.at[b.surname]) ? WW_FIT_SPELLING : WW_FIT_NONE;
}

/* "Van Gogh" as the surname behind its particle, "Van der Meer" behind two. */
static bool is_particled_surname(words a, words b) {
	uint32_t surname = b.at[b.n - 1].particle;
	return surname && (ww_gazetteer_join(a.at[0].hash, a.at[1].hash) == surname ||
	                   (a.at[1].particle == surname && same(&a.at[1], &b.at[b.n - 1])));
}

/* Whether a name has a word behind a particle: "Dos Santos" of "João dos Santos Silva", but
 * "Di Hext" not of "Brian Hext". */
static bool has_particled(const ww_entity_word *a, words b) {
	for (uint32_t i = 0; i < b.n; i++)
		if (same(a, &b.at[i]) && b.at[i].particle)
			return true;
	return false;
}

/* A mention of a person by any name, against the full name of an entity or, where none was
 * ever told, its only word. */
static ww_fit person_fit(const ww_entity_name *m, words a, const ww_entity_name *x, words b) {
	/* Father and son: both have a suffix, or one has it and the other another middle name. */
	if (m->suffix != x->suffix && ((m->suffix && x->suffix) ||
	                               (a.n > 1 && b.n > 1 && a.n != b.n &&
	                                same(&a.at[a.surname], &b.at[b.surname]))))
		return WW_FIT_NONE;
	if (a.n == 1 && ((m->suffix != x->suffix && m->suffix) ||
	                 (m->is_particled && b.n > 1 && !has_particled(a.at, b))))
		return WW_FIT_NONE;
	if (a.n == 1)
		return short_fit(a.at, b);
	bool particled = m->may_be_surname && b.n > 1 && is_particled_surname(a, b);
	if (particled || (b.n > 1 && is_surname_in_halves(a, b)))
		return WW_FIT_SURNAME;
	return b.n > 1 ? full_fit(a, b) : WW_FIT_NONE;
}

/* Whether `b` begins with all words of `a`. */
static bool begins_as(words b, words a) {
	for (uint32_t i = 0; i < a.n; i++)
		if (a.n > b.n || !same(&a.at[i], &b.at[i]))
			return false;
	return true;
}

/* An organisation or a place: one begins as the other, which of a place is no shorter name
 * ("New York", "New").  One word of an organisation's may be that of many: surely where it is a
 * sort of them ("University", "National"), perhaps where it is a town, or what a team of two
 * words is called by ("Detroit", "Tigers"). */
static ww_fit other_fit(words a, words b, uint8_t kind) {
	const ww_classes sorts = WW_GAZ_ORG_KEY | WW_GAZ_ORG_TAIL | WW_GAZ_PLACE_KEY | WW_GAZ_COMMON;
	const ww_classes towns = WW_GAZ_REGION | WW_GAZ_CITY | WW_GAZ_DEMONYM;
	bool begins = begins_as(b, a);
	if (begins && a.n == b.n)
		return WW_FIT_ALL;
	if (kind != WW_ORG || a.n > b.n)
		return WW_FIT_NONE;
	if (a.n > 1)
		return begins ? WW_FIT_LOOSE : WW_FIT_NONE;
	ww_classes is = ww_gazetteer_find(a.at[0].hash);
	if (begins && !(is & (sorts | towns)))
		return WW_FIT_LOOSE;
	bool team = b.n == 2 && (begins || (same(&a.at[0], &b.at[1]) && !(is & towns)));
	return team && !(is & sorts) ? WW_FIT_GIVEN : WW_FIT_NONE;
}

ww_fit ww_entity_fit_name(const ww_entities *e, const ww_entity_mention *m,
                          const ww_entity_mention *name) {
	words a = { ww_entity_words(e, m), m->name.n_words, m->name.surname };
	words b = { ww_entity_words(e, name), name->name.n_words, name->name.surname };
	return m->kind == WW_PERSON ? person_fit(&m->name, a, &name->name, b)
	                            : other_fit(a, b, m->kind);
}

/* By the name that the entity has, by its second one, and by the surname that it was lent ("Jack
 * and Edna Orr"): the best counts. */
ww_fit ww_entity_fit(const ww_entities *e, const ww_entity_mention *m, const ww_entity *x) {
	if (x->kind != m->kind)
		return WW_FIT_NONE;
	ww_fit fit = ww_entity_fit_name(e, m, &e->mention[x->name]);
	ww_fit other = x->alias == WW_NO_ENTITY ? WW_FIT_NONE
	                                        : ww_entity_fit_name(e, m, &e->mention[x->alias]);
	if (x->lent != WW_NO_ENTITY && m->name.n_words == 1 &&
	    same(ww_entity_words(e, m), ww_entity_surname(e, &e->mention[x->lent])))
		return WW_FIT_SURNAME;
	return fit > other ? fit : other;
}
