#include "entity.h"
#include "runner.h"
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static test_mem counter;
static const ww_mem mem = { test_alloc, &counter };

enum { MARKS = 64 };

/* A text with {p1:…} persons, {o1:…} organisations, {l1:…} places: names with
 * one number are to be linked, and "?" after the number says that the link is
 * ambiguous, "s" that it is a plural. */
typedef struct {
	char text[1000];
	uint32_t n, start[MARKS], end[MARKS];
	uint8_t kind[MARKS];
	int want[MARKS];
	bool ambiguous[MARKS], plural[MARKS];
} marked_text;

static void read_marks(marked_text *m, const char *p) {
	memset(m, 0, sizeof *m);
	uint32_t len = 0;
	for (; *p; p++) {
		if (*p == '}') {
			m->end[m->n++] = len;
			continue;
		}
		if (*p != '{') {
			m->text[len++] = *p;
			continue;
		}
		m->kind[m->n] = (uint8_t)(WW_PERSON + (strchr("polm", p[1]) - "polm"));
		m->want[m->n] = (int)strtol(p + 2, NULL, 10);
		for (; *p != ':'; p++) {
			m->ambiguous[m->n] |= *p == '?';
			m->plural[m->n] |= *p == 's';
		}
		m->start[m->n] = len;
	}
}

static bool add_all(ww_entities *e, const marked_text *m) {
	for (uint32_t i = 0; i < m->n; i++)
		if (!ww_entities_add(e, &mem, m->text, m->start[i], m->end[i], m->kind[i], i > 0))
			return false;
	return true;
}

static const struct {
	const char *label, *marked;
} links[] = {
	{ "surname and title", "{p1:Alec Baldwin} wept. {p1:Baldwin} left. Mr. {p1:Baldwin} was 66." },
	{ "headline first", "{p1:Baldwin} wept. {p1:Alec Baldwin} left." },
	{ "given name", "{p1:Halyna Hutchins} died; {p1:Halyna}'s widower wept." },
	{ "two bearers", "{p1:Halyna Hutchins} died. {p2:Matthew Hutchins} wept for {p1:Halyna Hutchins}. "
	                 "{p1?:Hutchins} was 42." },
	{ "a title settles it", "Mr. {p2:Matthew Hutchins} and Ms. {p1:Halyna Hutchins}. Ms. {p1:Hutchins} "
	                        "was 42, Mr. {p2:Hutchins} 38." },
	{ "initials", "{p1:Alec R. Baldwin} is {p1:Alec Baldwin} is {p1:A. Baldwin}." },
	{ "another given name", "{p1:Anna Brown} met {p2:Anne Green}, {p3:Anna Green} and {p4:Joe Brown}." },
	{ "middle names", "{p1:Mary Marlowe Sommer} ruled. {p1:Mary Sommer} is {p1:Sommer}." },
	{ "suffix", "{p1:Joe Hall Jr.} left; {p1:Joe Hall} came back; {p1:Hall} slept." },
	{ "particles", "{p1:Ursula von der Leyen} spoke. {p1:Von der Leyen} left, and {p1:von der Leyen} ate." },
	{ "al-", "{p1:Bashar al-Assad} fled. {p1:al-Assad} is gone." },
	{ "family name first", "{p1:Xi Jinping} met {p2:Kim Jong-un}. {p1:Xi} spoke, {p2:Kim} did not." },
	{ "nickname", "{p1:Robin \"Bobo\" Kaye} won. {p1:Kaye}, or {p1:Bobo}, slept. {p1:Robin Kaye} is 30." },
	{ "a curly nickname", "{p1:Robin \xE2\x80\x9C" "Bobo\xE2\x80\x9D Kaye} won. {p1:Bobo} slept." },
	{ "quotes in quotes", "{p1:Robin \xC2\xAB" "Bobo\xC2\xBB Kaye} won. {p1:Bobo} slept. {p2:D'Arcy} did not." },
	{ "letters whose bytes could be blanks", "{p1:Maro\xC5\xA1 \xC5\xA0" "ef\xC4\x8Dovi\xC4\x8D} left; {p1:\xC5\xA0" "ef\xC4\x8Dovi\xC4\x8D} slept. "
	  "{p2:Ana Vil\xC3\xA0} and {p2:Vil\xC3\xA0} did not." },
	{ "two bearers of one", "{p1:Ana \xC5\xA0" "arec} met {p2:Ivo \xC5\xA0" "arec}. {p1?:\xC5\xA0" "arec} wept." },
	{ "initials beyond ASCII", "{p1:\xC3\x89mile Zola} is {p1:\xC3\x89. Zola}, not {p2:\xC3\x80. Zola}." },
	{ "blanks that do not break", "{p1:Ana\xC2\xA0Lee} is {p1:Ana\xE2\x80\xAFLee} is {p1:Lee}." },
	{ "a soft hyphen", "{p1:Ana Hutch\xC2\xADins} is {p1:Hutchins}." },
	{ "acronyms beyond ASCII", "The {o1:\xC3\x96sterreichische Volkspartei} ({o1:\xC3\x96V}) met." },
	{ "a misspelt name", "{p1:Halyna Hutchins} died. Friends of {p1:Halnya Hutchins} mourned." },
	{ "short names are not misspelt", "{p1:Dean Hall} met {p2:Dane Hall}." },
	{ "plural", "{p1:Bashar Assad} fled. The {p1s:Assads} are gone." },
	{ "plural in es", "{p1:Joe Lynch} left. The {p1s:Lynches} are gone." },
	{ "no plural", "{p1:Joe Hall} left. The {p2:Reynolds} are gone." },
	{ "a wrapped name", "Judge {p1:Mary Marlowe\nSommer} ruled. {p1:Mary Marlowe Sommer} left." },
	{ "case", "{p1:BALDWIN} WEEPS. {p1:Alec Baldwin} wept." },
	{ "one word only", "{p1:Lula} spoke. {p1:Lula} left. {p2:Pele} slept." },
	{ "kinds apart", "{p1:Joe Ford} works at {o2:Ford} in {l3:Ford}." },
	{ "acronym", "The {o1:World Health Organization} ({o1:WHO}) met. {o1:WHO} said so. {o2:NATO} did not." },
	{ "acronym first", "{o1:WHO} ({o1:World Health Organization}) met." },
	{ "no acronym of it", "The {o1:World Health Organization} ({o2:NATO}) met." },
	{ "company tail", "{o1:Acme Inc.} fell. {o1:Acme} rose." },
	{ "short company", "{o1:Goldman Sachs} fell. {o1:Goldman} rose." },
	{ "generic beginnings", "{o1:University of Lagos} and {o2:University of Oslo}, {o3:University}." },
	{ "aliases", "The {l1:United States} and the {l1:U.S.}, the {l1:US}." },
	{ "places", "{l1:New York} is not {l2:York}." },
};

START_TEST(links_names) {
	marked_text m;
	ww_entities e = { 0 };
	read_marks(&m, links[_i].marked);
	ck_assert(add_all(&e, &m) && ww_entities_link(&e, &mem));
	for (uint32_t i = 0; i < m.n; i++) {
		for (uint32_t k = 0; k < i; k++)
			ck_assert_msg((e.mention[i].entity == e.mention[k].entity) == (m.want[i] == m.want[k]),
			              "%s: \"%.*s\" and \"%.*s\"", links[_i].label,
			              (int)(m.end[k] - m.start[k]), m.text + m.start[k],
			              (int)(m.end[i] - m.start[i]), m.text + m.start[i]);
		ck_assert_msg(((e.mention[i].flags & WW_LINK_AMBIGUOUS) != 0) == m.ambiguous[i] &&
		              ((e.mention[i].flags & WW_LINK_PLURAL) != 0) == m.plural[i],
		              "%s: \"%.*s\" has flags %d", links[_i].label, (int)(m.end[i] - m.start[i]),
		              m.text + m.start[i], e.mention[i].flags);
	}
	ww_entities_free(&e, &mem);
	ck_assert_uint_eq(counter.live, 0);
}
END_TEST

/* What is known of the entities: name, mentions, title. */
START_TEST(describes_entities) {
	marked_text m;
	ww_entities e = { 0 };
	read_marks(&m, "{p1:Baldwin} wept. Mr. {p1:Alec Baldwin} met Judge {p2:Mary Sommer}; Attorney General "
	               "{p3:Merrick Garland}, the film director {p4:Joel Souza} and actor {p1:Baldwin} left.");
	ck_assert(add_all(&e, &m) && ww_entities_link(&e, &mem));
	static const char *const names[] = { "Alec Baldwin", "Mary Sommer", "Merrick Garland", "Joel Souza" };
	static const char *const titles[] = { "actor", "Judge", "Attorney General", "film director" };
	static const uint32_t mentions[] = { 3, 1, 1, 1 };
	ck_assert_uint_eq(e.n_entities, 4);
	for (uint32_t i = 0; i < 4; i++) {
		const ww_entity *x = &e.entity[i];
		char name[40] = "", title[40] = "";
		snprintf(name, sizeof name, "%.*s", (int)(m.end[x->name] - m.start[x->name]),
		         m.text + m.start[x->name]);
		ck_assert_str_eq(name, names[i]);
		ck_assert(x->title != WW_NO_ENTITY);
		uint32_t back = e.mention[x->title].name.title_back;
		snprintf(title, sizeof title, "%.*s", (int)back - 1, m.text + m.start[x->title] - back);
		ck_assert_str_eq(title, titles[i]);
		ck_assert_uint_eq(x->mentions, mentions[i]);
		uint32_t n = 0;
		for (uint32_t k = x->first; k != WW_NO_ENTITY; k = e.mention[k].next)
			n += e.mention[k].entity == i;
		ck_assert_uint_eq(n, mentions[i]);
	}
	ww_entities_free(&e, &mem);
}
END_TEST

START_TEST(no_memory) {
	marked_text m;
	size_t n = 0;
	bool failed;
	read_marks(&m, links[3].marked);
	do {
		ww_entities e = { 0 };
		test_mem_fail(&counter, ++n);
		bool ok = add_all(&e, &m) && ww_entities_link(&e, &mem);
		failed = test_mem_failed(&counter);
		ck_assert_msg(ok != failed, "request %zu", n);
		ww_entities_free(&e, &mem);
		ck_assert_uint_eq(counter.live, 0);
	} while (failed);
	test_mem_fail(&counter, 0);
}
END_TEST

/* Linking again, and linking after a clear, give the same. */
START_TEST(links_again) {
	marked_text m;
	ww_entities e = { 0 };
	uint32_t once[MARKS];
	read_marks(&m, links[3].marked);
	for (int round = 0; round < 3; round++) {
		if (round != 1)
			ww_entities_clear(&e);
		if (round != 1)
			ck_assert(add_all(&e, &m));
		ck_assert(ww_entities_link(&e, &mem));
		for (uint32_t i = 0; i < m.n; i++) {
			ck_assert(round == 0 || once[i] == e.mention[i].entity);
			once[i] = e.mention[i].entity;
		}
	}
	ww_entities_free(&e, &mem);
}
END_TEST

int main(void) {
	Suite *s = suite_create("entity");
	TCase *tc = tcase_create("entities");
	tcase_add_loop_test(tc, links_names, 0, COUNT(links));
	tcase_add_test(tc, describes_entities);
	tcase_add_test(tc, no_memory);
	tcase_add_test(tc, links_again);
	suite_add_tcase(s, tc);
	return run_suite(s);
}
