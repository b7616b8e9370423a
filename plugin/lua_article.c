/* lua_article.c: the methods of documents that concern whole articles: their dates,
 * entities and findings, and why a word is marked. */
#include "lua_binding.h"

/* doc:articles() -> how many */
static int document_articles(lua_State *L) {
	lua_pushinteger(L, (lua_Integer)ww_document_articles(ww_lua_check_document(L)));
	return 1;
}

/* doc:article_at(pos) -> index */
static int document_article_at(lua_State *L) {
	ww_document *doc = ww_lua_check_document(L);
	size_t pos = ww_lua_check_position(L, 2, 1, ww_document_len(doc) + 1) - 1;
	lua_pushinteger(L, (lua_Integer)ww_document_article_at(doc, pos) + 1);
	return 1;
}

/* Pushes where a date's text is, or two nils. */
static void push_where(lua_State *L, ww_range where) {
	if (ww_lua_push_range(L, where) == 0) {
		lua_pushnil(L);
		lua_pushnil(L);
	}
}

/* doc:article(index) -> first, last, then source, date or nil, first and last of the date's
 * text, and these four of a date that disagrees, if there is one. Asking how many there are
 * divides the text, which the index needs. */
static int document_article(lua_State *L) {
	ww_document *doc = ww_lua_check_document(L);
	size_t n = ww_document_articles(doc);
	lua_Integer index = luaL_checkinteger(L, 2);
	luaL_argcheck(L, index >= 1 && (uintmax_t)index <= n, 2, "no such article");
	ww_article a;
	ww_lua_check(L, ww_document_article(doc, (size_t)index - 1, &a));
	lua_pushinteger(L, (lua_Integer)a.start + 1);
	lua_pushinteger(L, (lua_Integer)a.end);
	lua_pushstring(L, ww_date_source_name(a.source));
	ww_lua_push_text(L, a.date);
	push_where(L, a.where);
	if (a.other_source == WW_FROM_NOTHING)
		return 6;
	lua_pushstring(L, ww_date_source_name(a.other_source));
	ww_lua_push_text(L, a.other_date);
	push_where(L, a.other_where);
	return 10;
}

/* doc:entities(article) -> how many there are.  An article that does not exist is an error. */
static int document_entities(lua_State *L) {
	size_t n;
	lua_Integer article = luaL_checkinteger(L, 2);
	ww_lua_check(L, ww_document_entities(ww_lua_check_document(L), (size_t)article - 1, &n));
	lua_pushinteger(L, (lua_Integer)n);
	return 1;
}

/* doc:entity(article, number) -> kind number, mentions, namesakes, then first and last of its
 * name, of its first mention, and of its title when it has one */
static int document_entity(lua_State *L) {
	ww_entity_info e;
	lua_Integer article = luaL_checkinteger(L, 2), number = luaL_checkinteger(L, 3);
	ww_document *doc = ww_lua_check_document(L);
	ww_lua_check(L, ww_document_entity(doc, (size_t)article - 1, (size_t)number - 1, &e));
	lua_pushinteger(L, e.kind + 1);
	lua_pushinteger(L, (lua_Integer)e.mentions);
	lua_pushinteger(L, (lua_Integer)e.namesakes);
	int n = ww_lua_push_range(L, e.name) + ww_lua_push_range(L, e.first);
	return 3 + n + ww_lua_push_range(L, e.title);
}

/* doc:link(first, last) -> number of the entity and whether the link is ambiguous, of the name
 * that stands there, or nothing */
static int document_link(lua_State *L) {
	ww_document *doc = ww_lua_check_document(L);
	size_t start, end;
	ww_lua_check_range(L, doc, &start, &end);
	ww_mention m;
	uint32_t entity;
	unsigned flags;
	if (!ww_lua_find_at(L, doc, start, WW_WHO, &m) || m.end != end)
		return 0;
	ww_lua_check(L, ww_document_link(doc, &m, &entity, &flags));
	if (entity == WW_NO_ENTITY)
		return 0;
	lua_pushinteger(L, (lua_Integer)entity + 1);
	lua_pushboolean(L, (flags & WW_AMBIGUOUS) != 0);
	return 2;
}

/* doc:findings(article) -> how many there are */
static int document_findings(lua_State *L) {
	size_t n;
	lua_Integer article = luaL_checkinteger(L, 2);
	ww_lua_check(L, ww_document_findings(ww_lua_check_document(L), (size_t)article - 1, &n));
	lua_pushinteger(L, (lua_Integer)n);
	return 1;
}

/* doc:finding(article, number) -> id, value, first and last, and those of the other name */
static int document_finding(lua_State *L) {
	ww_finding f;
	lua_Integer article = luaL_checkinteger(L, 2), number = luaL_checkinteger(L, 3);
	ww_lua_check(L, ww_document_finding(ww_lua_check_document(L), (size_t)article - 1,
	                                    (size_t)number - 1, &f));
	lua_pushstring(L, ww_finding_name((ww_finding_id)f.id));
	lua_pushstring(L, f.value);
	return 2 + ww_lua_push_range(L, f.where) + ww_lua_push_range(L, f.other);
}

/* Sets field `name` of the table on top to the names of the bits. */
static void set_names(lua_State *L, const char *name, uint64_t bits, const char *(*of)(unsigned)) {
	lua_newtable(L);
	for (unsigned bit = 0, n = 0; bits; bit++, bits >>= 1) {
		if (!(bits & 1) || !of(bit))
			continue;
		lua_pushstring(L, of(bit));
		lua_rawseti(L, -2, (int)++n);
	}
	lua_setfield(L, -2, name);
}

/* doc:explain(pos) -> what is known of the word there, as a table: of no candidate for a name
 * only where it is and its role. */
static int document_explain(lua_State *L) {
	ww_document *doc = ww_lua_check_document(L);
	size_t pos = ww_lua_check_position(L, 2, 1, ww_document_len(doc)) - 1;
	ww_explanation e;
	ww_lua_check(L, ww_document_explain(doc, pos, &e));
	lua_newtable(L);
	if (e.word.end > e.word.start) {
		lua_pushinteger(L, (lua_Integer)e.word.start + 1);
		lua_setfield(L, -2, "first");
		lua_pushinteger(L, (lua_Integer)e.word.end);
		lua_setfield(L, -2, "last");
	}
	lua_pushstring(L, e.role);
	lua_setfield(L, -2, "role");
	if (!e.is_candidate)
		return 1;
	lua_newtable(L);
	for (int k = 0; k <= WW_N_KINDS - WW_PERSON; k++) {
		lua_pushinteger(L, e.score[k]);
		lua_setfield(L, -2, k ? ww_kind_name((ww_kind)(WW_PERSON + k - 1)) : "no name");
	}
	lua_setfield(L, -2, "scores");
	lua_pushstring(L, e.settled);
	lua_setfield(L, -2, "settled");
	set_names(L, "lists", e.lists, ww_list_name);
	set_names(L, "evidence", e.evidence, ww_evidence_name);
	lua_pushboolean(L, e.also_lower);
	lua_setfield(L, -2, "also_lower");
	return 1;
}

/* Sorted by name, so that a doubled one is seen. */
const luaL_Reg ww_lua_article_methods[] = {
	{ "article", document_article },   { "article_at", document_article_at },
	{ "articles", document_articles }, { "entities", document_entities },
	{ "entity", document_entity },     { "explain", document_explain },
	{ "finding", document_finding },   { "findings", document_findings },
	{ "link", document_link },         { NULL, NULL },
};
