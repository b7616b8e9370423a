/* Given names that are one name: spelt in several ways, or short for each other.
 *
 * Written in two ways one person's name is a slip of the desk, and a finding; in a short
 * form it is not.  Most short forms are how the name begins (Rafi, Danny), and are found
 * by that; the list has those that are not.  Both lists are of names that are common in
 * English-language news, and short: a name that is in none is merely not linked. */
#include "entity_given.h"

enum { FORMS = 6 };

/* A row is one name, written in several ways. */
static const char *const spelt[][FORMS] = {
	{ "abdullah", "abdallah", "abdulla" },
	{ "ahmed", "ahmad" },
	{ "alexey", "alexei", "aleksei", "aleksey" },
	{ "hussein", "hussain", "husain", "hossein" },
	{ "mohammed", "muhammad", "mohamed", "mohammad", "muhammed" },
	{ "sergey", "sergei", "serhiy" },
	{ "volodymyr", "vladimir" },
	{ "yousef", "youssef", "yusuf", "yusef" },
	{ "yuri", "yury", "yuriy" },
};

/* A row is one name and its short forms that are not its beginning. */
static const char *const shortened[][FORMS] = {
	{ "alexander", "sandy", "sasha" },
	{ "andrew", "drew" },
	{ "anthony", "tony" },
	{ "charles", "chuck", "charlie" },
	{ "christopher", "kit" },
	{ "deborah", "debbie" },
	{ "dorothy", "dot", "dottie" },
	{ "edward", "ted", "teddy", "ned" },
	{ "eleanor", "nell", "nellie" },
	{ "elizabeth", "beth", "betty", "liz", "lizzie" },
	{ "francis", "frank" },
	{ "harold", "hal", "harry" },
	{ "henry", "harry", "hank" },
	{ "isabella", "bella" },
	{ "james", "jim", "jimmy", "jamie" },
	{ "john", "jack", "johnny" },
	{ "joseph", "joe", "joey" },
	{ "katherine", "kate", "kathy", "katie" },
	{ "lawrence", "larry" },
	{ "leonard", "len", "lenny" },
	{ "margaret", "meg", "maggie", "peggy" },
	{ "mary", "molly", "polly" },
	{ "matilda", "tilda", "tilly" },
	{ "michael", "mick", "mike" },
	{ "patricia", "tricia", "trish" },
	{ "rebecca", "becky" },
	{ "richard", "dick", "rick" },
	{ "robert", "bob", "bobby" },
	{ "sarah", "sally" },
	{ "susan", "sue", "susie" },
	{ "theodore", "ted", "teddy" },
	{ "william", "bill", "billy" },
};

/* By letters, as a word's hash would have to be made of each form. */
static bool is_form(const ww_entity_word *w, const char *form) {
	uint32_t i = 0;
	if (!form || w->n_letters > WW_NAME_LETTERS)
		return false;
	while (i < w->n_letters && w->letter[i] == (uint8_t)form[i])
		i++;
	return i == w->n_letters && !form[i];
}

/* Rows end early with NULL. */
static bool in_row(const ww_entity_word *w, const char *const row[FORMS]) {
	for (uint32_t i = 0; i < FORMS; i++)
		if (is_form(w, row[i]))
			return true;
	return false;
}

bool ww_given_same_name(const ww_entity_word *a, const ww_entity_word *b) {
	for (size_t i = 0; i < sizeof spelt / sizeof *spelt; i++)
		if (in_row(a, spelt[i]) && in_row(b, spelt[i]))
			return true;
	return false;
}

/* Whether a name begins with another but for "y", "ie" and "i" at its end: "Danny" and
 * "Daniel", "Zeddy" and "Zedekiah". */
static bool begins_so(const ww_entity_word *a, const ww_entity_word *b) {
	enum { FEWEST = 3 };
	uint32_t n = a->n_letters < WW_NAME_LETTERS ? a->n_letters : WW_NAME_LETTERS, same = 0;
	while (same < n && same < b->n_letters && a->letter[same] == b->letter[same])
		same++;
	if (same < FEWEST || a->n_letters > b->n_letters)
		return false;
	uint32_t left = n - same;
	if (left == 0 && b->n_letters == n + 1 && b->letter[n < WW_NAME_LETTERS ? n : 0] == 's')
		return false; /* a plural */
	uint16_t last = a->letter[n - 1];
	bool doubled = left && a->letter[same] == a->letter[same - 1];
	left -= doubled;
	return left == 0 || (left == 1 && (last == 'y' || last == 'i')) ||
	       (left == 2 && last == 'e' && a->letter[n - 2] == 'i');
}

/* Either may be the short one, as a text may tell the full form last. */
bool ww_given_is_short(const ww_entity_word *a, const ww_entity_word *b) {
	if (begins_so(a, b) || begins_so(b, a))
		return true;
	for (size_t i = 0; i < sizeof shortened / sizeof *shortened; i++)
		if (in_row(a, shortened[i]) && in_row(b, shortened[i]))
			return true;
	return false;
}
