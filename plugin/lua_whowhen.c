/* lua_whowhen.c: the Lua module `whowhen_core`, a thin skin over whowhen.h.
 *
 * One source for Lua 5.4, 5.3 and 5.1 (LuaJIT).  Positions are Lua's: bytes
 * from 1, ranges inclusive, and a range with last = first - 1 is empty.
 * lua/whowhen/meta.lua describes each function; lua/whowhen/init.lua is what
 * users call.  Any Lua call here may raise an error and jump away, so nothing
 * that C owns hangs on a local variable: it sits in a userdata whose metatable
 * is set before the object exists. */
#include "whowhen.h"

#include <lauxlib.h>
#include <lua.h>
#include <string.h>

/* The version is part of the names: two releases loaded into one Lua do not
 * take each other's objects for their own. */
#define DOCUMENT_MT "whowhen.document " WW_VERSION
#define ENGINE_MT "whowhen.engine " WW_VERSION
#define RULES_MT "whowhen.rules " WW_VERSION

/* A set of kinds is ww_kind's bits and one more.  A vague mention counts as
 * vague and as nothing else, so that asking for dates never brings up "now". */
#define VAGUE_BIT WW_BIT(WW_N_KINDS)
#define ALL_KINDS ~VAGUE_BIT

/* What only some versions of Lua export is weak: the module then loads into any
 * of them, and its first act is to look whether it is in the right one. */
#pragma weak luaL_error
#if LUA_VERSION_NUM < 502
#pragma weak luaL_register
#pragma weak lua_newuserdata
#pragma weak lua_objlen
#pragma weak lua_replace
#pragma weak lua_setfenv
extern void luaL_checkversion_(void) __attribute__((weak));
#define IN_RIGHT_LUA (!luaL_checkversion_)
#define lua_setuservalue lua_setfenv
#define lua_rawlen lua_objlen
#define set_functions(L, list) luaL_register(L, NULL, list)
#else
#pragma weak luaL_checkversion_
#pragma weak lua_getglobal
#pragma weak lua_rawlen
#if LUA_VERSION_NUM < 504
#pragma weak lua_newuserdata
#pragma weak lua_setuservalue
#define IN_RIGHT_LUA (lua_setuservalue && check_name(L))
#else
#pragma weak lua_newuserdatauv
#pragma weak lua_setiuservalue
#define IN_RIGHT_LUA (lua_setiuservalue && check_name(L))
#endif
#define set_functions(L, list) luaL_setfuncs(L, list, 0)
#endif

#ifdef LUA_TABLE /* all calls of Lua go through one: see lua_litexl.c */
#include "lua_functions.h"
#endif

#if LUA_VERSION_NUM >= 502
static bool check_name(lua_State *L) {
	luaL_checkversion(L);
	lua_getglobal(L, "_VERSION");
	const char *version = lua_tostring(L, -1);
	return version && strcmp(version, LUA_VERSION) == 0;
}
#endif

static void check(lua_State *L, int err) {
	if (err)
		luaL_error(L, "whowhen: %s", ww_strerror(err));
}

/* The box is emptied, so that whoever still reaches the userdata while the
 * state closes finds nothing instead of freed memory. */
static int engine_gc(lua_State *L) {
	ww_engine **box = luaL_checkudata(L, 1, ENGINE_MT);
	ww_engine_free(*box);
	*box = NULL;
	return 0;
}

/* Pushes the engine's userdata, the only one of this Lua state, and returns the
 * engine; the first call makes it. */
static ww_engine *push_engine(lua_State *L) {
	lua_getfield(L, LUA_REGISTRYINDEX, "whowhen.the_engine " WW_VERSION);
	ww_engine **box = lua_touserdata(L, -1);
	if (box) {
		if (!*box)
			luaL_error(L, "whowhen: the Lua state is closing");
		return *box;
	}
	lua_pop(L, 1);
	box = lua_newuserdata(L, sizeof *box);
	*box = NULL;
	luaL_getmetatable(L, ENGINE_MT);
	lua_setmetatable(L, -2);
	void *ud;
	lua_Alloc alloc = lua_getallocf(L, &ud);
	check(L, ww_engine_new(alloc, ud, box));
	lua_pushvalue(L, -1);
	lua_setfield(L, LUA_REGISTRYINDEX, "whowhen.the_engine " WW_VERSION);
	return *box;
}

static ww_document *check_document(lua_State *L) {
	ww_document **box = luaL_checkudata(L, 1, DOCUMENT_MT);
	luaL_argcheck(L, *box, 1, "the document is closed");
	return *box;
}

/* close(doc), also __gc and __close: frees the memory now; closing twice is harmless. */
static int document_close(lua_State *L) {
	ww_document **box = luaL_checkudata(L, 1, DOCUMENT_MT);
	ww_document_free(*box);
	*box = NULL;
	return 0;
}

/* Reads options.date, which stays on the stack as long as it is needed. */
static const char *option_date(lua_State *L) {
	lua_getfield(L, 1, "date");
	if (lua_isnil(L, -1))
		return NULL;
	luaL_argcheck(L, lua_type(L, -1) == LUA_TSTRING, 1, "date must be a string");
	size_t len;
	const char *date = lua_tolstring(L, -1, &len);
	/* C would not see what follows a NUL: make it no date at all. */
	return strlen(date) == len ? date : "";
}

/* new(options?) -> document, or nil and a message for a date that is none. */
static int core_new(lua_State *L) {
	ww_options options = { 0 };
	lua_settop(L, 1);
	if (!lua_isnil(L, 1)) {
		luaL_checktype(L, 1, LUA_TTABLE);
		options.date = option_date(L);
		lua_getfield(L, 1, "narrative");
		options.narrative = lua_toboolean(L, -1);
		lua_getfield(L, 1, "lazy");
		options.lazy = lua_toboolean(L, -1);
		lua_getfield(L, 1, "rules");
		if (!lua_isnil(L, -1))
			options.rules = *(ww_rules **)luaL_checkudata(L, -1, RULES_MT);
	}
	/* A closing state finalizes what is younger first: the engine has to exist before
	 * the document.  At other times the document keeps the engine alive. */
	ww_engine *engine = push_engine(L);
	ww_document **box = lua_newuserdata(L, sizeof *box);
	*box = NULL;
	luaL_getmetatable(L, DOCUMENT_MT);
	lua_setmetatable(L, -2);
	lua_createtable(L, 2, 0);
	lua_pushvalue(L, -3);
	lua_rawseti(L, -2, 1);
	if (options.rules) {
		lua_getfield(L, 1, "rules");
		lua_rawseti(L, -2, 2);
	}
	lua_setuservalue(L, -2);
	int err = ww_document_new(engine, &options, box);
	if (err == WW_E_DATE) {
		lua_pushnil(L);
		lua_pushstring(L, ww_strerror(err));
		return 2;
	}
	check(L, err);
	return 1;
}

/* Reads a position of the text from argument `arg`, lowest..highest. */
static size_t check_position(lua_State *L, int arg, size_t lowest, size_t highest) {
	lua_Integer value = luaL_checkinteger(L, arg);
	/* The second comparison is one of non-negative numbers, in the wider type. */
	luaL_argcheck(L, value >= 0 && (uintmax_t)value >= lowest && (uintmax_t)value <= highest, arg,
	              "position outside the text");
	return (size_t)value;
}

/* Reads the range first..last from arguments 2 and 3 as [*start, *end). */
static void check_range(lua_State *L, const ww_document *doc, size_t *start, size_t *end) {
	size_t len = ww_document_len(doc);
	*start = check_position(L, 2, 1, len + 1) - 1;
	*end = check_position(L, 3, *start, len);
}

/* Reads a set of kinds from argument `arg`; when it is missing, all of them. */
static unsigned opt_kinds(lua_State *L, int arg) {
	if (lua_isnoneornil(L, arg))
		return ALL_KINDS | VAGUE_BIT;
	return (unsigned)luaL_checkinteger(L, arg) & (ALL_KINDS | VAGUE_BIT);
}

/* ww_document_next() and ww_document_previous() for a set of kinds with VAGUE_BIT.
 * What was not read yet is, on the way, unless it lies past `limit`. */
static bool find(lua_State *L, ww_document *doc, size_t pos, size_t limit, unsigned kinds,
                 bool back, ww_mention *m) {
	/* The core does not tell vague mentions from others: it has to be asked for all. */
	unsigned asked = kinds & VAGUE_BIT ? ALL_KINDS : kinds;
	for (;;) {
		bool found = back ? ww_document_previous(doc, pos, asked, m)
		                  : ww_document_next(doc, pos, asked, m);
		size_t from = !back ? pos : found ? m->end : 0;
		size_t to = back ? pos : found && m->start < limit ? m->start : limit;
		ww_range unread;
		if (ww_document_unread(doc, from, to, back, &unread))
			check(L, ww_document_read(doc, unread.start, unread.end));
		else if (!found || kinds & (m->flags & WW_VAGUE ? VAGUE_BIT : WW_BIT(m->kind)))
			return found;
		else
			pos = back ? m->start : m->end;
	}
}

/* The mention of any of `kinds` that begins at `pos`. */
static bool find_at(lua_State *L, ww_document *doc, size_t pos, unsigned kinds, ww_mention *m) {
	return find(L, doc, pos, pos < ww_document_len(doc) ? pos + 1 : pos, kinds, false, m) &&
	       m->start == pos;
}

/* Pushes a text, or nil for an empty one. */
static void push_text(lua_State *L, const char *text) {
	lua_pushstring(L, *text ? text : NULL);
}

static int push_range(lua_State *L, ww_range range) {
	if (range.start >= range.end)
		return 0;
	lua_pushinteger(L, (lua_Integer)range.start + 1);
	lua_pushinteger(L, (lua_Integer)range.end);
	return 2;
}

static int push_mention(lua_State *L, const ww_mention *m) {
	lua_pushinteger(L, (lua_Integer)m->start + 1);
	lua_pushinteger(L, (lua_Integer)m->end);
	lua_pushinteger(L, m->kind + 1);
	lua_pushboolean(L, m->flags & WW_VAGUE);
	lua_pushinteger(L, m->form);
	if (m->form < WW_FORM_RULE || m->form == WW_FORM_NAME)
		return 5;
	lua_pushinteger(L, m->form - WW_FORM_RULE + 1);
	return 6;
}

/* doc:edit(first, last, replacement) -> first and last of what changed, or nothing */
static int document_edit(lua_State *L) {
	ww_document *doc = check_document(L);
	size_t start, end, len;
	check_range(L, doc, &start, &end);
	const char *text = luaL_checklstring(L, 4, &len);
	ww_range changed;
	check(L, ww_document_edit(doc, start, end - start, text, len, &changed));
	return push_range(L, changed);
}

/* doc:sync(text) -> first and last of what changed, or nothing */
static int document_sync(lua_State *L) {
	ww_document *doc = check_document(L);
	size_t len;
	const char *text = luaL_checklstring(L, 2, &len);
	ww_range changed;
	check(L, ww_document_sync(doc, text, len, &changed));
	return push_range(L, changed);
}

/* doc:len() and #doc */
static int document_len(lua_State *L) {
	lua_pushinteger(L, (lua_Integer)ww_document_len(check_document(L)));
	return 1;
}

/* doc:text(first, last) -> string */
static int document_text(lua_State *L) {
	ww_document *doc = check_document(L);
	size_t start, end;
	check_range(L, doc, &start, &end);
	char few[256];
	char *text = end - start <= sizeof few ? few : lua_newuserdata(L, end - start);
	check(L, ww_document_copy(doc, start, end, text));
	lua_pushlstring(L, text, end - start);
	return 1;
}

/* doc:common(pos, text, back?) -> how many bytes the text and the document share from pos on; with
 * back, up to pos */
static int document_common(lua_State *L) {
	ww_document *doc = check_document(L);
	bool back = lua_toboolean(L, 4);
	size_t len, pos = check_position(L, 2, 0, ww_document_len(doc) + 1);
	const char *text = luaL_checklstring(L, 3, &len);
	size_t n = ww_document_common(doc, back || pos == 0 ? pos : pos - 1, back, text, len);
	lua_pushinteger(L, (lua_Integer)n);
	return 1;
}

/* doc:next(pos, kinds?, limit?) -> first, last, kind, vague of the first mention that ends after
 * pos; what lies past the limit is not read for it */
static int document_next(lua_State *L) {
	ww_document *doc = check_document(L);
	size_t len = ww_document_len(doc), pos = check_position(L, 2, 0, len);
	size_t limit = lua_isnoneornil(L, 4) ? len : check_position(L, 4, 0, len);
	ww_mention m;
	return find(L, doc, pos, limit, opt_kinds(L, 3), false, &m) ? push_mention(L, &m) : 0;
}

/* doc:previous(pos, kinds?) -> the same of the last mention that begins before pos */
static int document_previous(lua_State *L) {
	ww_document *doc = check_document(L);
	size_t pos = check_position(L, 2, 1, ww_document_len(doc) + 1) - 1;
	ww_mention m;
	return find(L, doc, pos, pos, opt_kinds(L, 3), true, &m) ? push_mention(L, &m) : 0;
}

/* doc:spans(first, last, into?, kinds?) -> { first, last, kind, … } of what touches the range */
static int document_spans(lua_State *L) {
	ww_document *doc = check_document(L);
	size_t start, end;
	check_range(L, doc, &start, &end);
	unsigned kinds = opt_kinds(L, 5);
	lua_settop(L, 4);
	if (lua_isnil(L, 4)) {
		lua_newtable(L);
		lua_replace(L, 4);
	}
	luaL_checktype(L, 4, LUA_TTABLE);
	int n = 0;
	int before = (int)lua_rawlen(L, 4);
	ww_mention m;
	for (size_t pos = start; find(L, doc, pos, end, kinds, false, &m) && m.start < end;
	     pos = m.end) {
		lua_pushinteger(L, (lua_Integer)m.start + 1);
		lua_rawseti(L, 4, ++n);
		lua_pushinteger(L, (lua_Integer)m.end);
		lua_rawseti(L, 4, ++n);
		lua_pushinteger(L, m.kind + 1);
		lua_rawseti(L, 4, ++n);
	}
	/* A table used again loses what the last call left behind these. */
	while (before > n) {
		lua_pushnil(L);
		lua_rawseti(L, 4, before--);
	}
	return 1;
}

/* doc:count(last?, as_read?) -> how many mentions of each kind end at or before `last`, in the
 * order of core.kinds, then the vague ones, then those of rules' own kinds; as_read: of what was
 * read so far */
static int document_count(lua_State *L) {
	ww_document *doc = check_document(L);
	size_t len = ww_document_len(doc);
	size_t last = lua_isnoneornil(L, 2) ? len : check_position(L, 2, 0, len);
	lua_Integer count[WW_MOST_KINDS + 1] = { 0 };
	ww_mention m;
	if (!lua_toboolean(L, 3))
		check(L, ww_document_read(doc, 0, last));
	for (size_t pos = 0; ww_document_next(doc, pos, ALL_KINDS, &m) && m.end <= last; pos = m.end)
		count[m.flags & WW_VAGUE ? WW_N_KINDS : m.kind]++;
	luaL_checkstack(L, WW_MOST_KINDS + 1, NULL);
	for (int i = 0; i <= WW_MOST_KINDS; i++)
		lua_pushinteger(L, count[i]);
	return WW_MOST_KINDS + 1;
}

/* doc:unread() -> how many bytes of the text were not read yet */
static int document_unread(lua_State *L) {
	const ww_document *doc = check_document(L);
	lua_Integer n = 0;
	ww_range unread = { 0, 0 };
	while (ww_document_unread(doc, unread.end, ww_document_len(doc), false, &unread))
		n += unread.end - unread.start;
	lua_pushinteger(L, n);
	return 1;
}

/* doc:settled() -> the last byte that does not depend on what may be appended */
static int document_settled(lua_State *L) {
	lua_pushinteger(L, (lua_Integer)ww_document_settled(check_document(L)));
	return 1;
}

/* doc:beneath(first, last, i) -> the same of the i-th claim on the range that lost it, from 1 */
static int document_beneath(lua_State *L) {
	ww_document *doc = check_document(L);
	size_t start, end;
	check_range(L, doc, &start, &end);
	lua_Integer i = luaL_checkinteger(L, 4);
	ww_mention m;
	bool found = i > 0 && ww_document_beneath(doc, start, end, (size_t)i - 1, &m);
	return found ? push_mention(L, &m) : 0;
}

/* Reads what tells a mention from all others: its range and the number of its form. */
static void check_mention(lua_State *L, const ww_document *doc, ww_mention *m) {
	size_t start, end;
	check_range(L, doc, &start, &end);
	*m = (ww_mention){ .start = (uint32_t)start,
		               .end = (uint32_t)end,
		               .form = (uint16_t)luaL_checkinteger(L, 4) };
}

/* doc:value(first, last, form) -> the value of this mention or claim, or nil */
static int document_value(lua_State *L) {
	ww_document *doc = check_document(L);
	ww_mention m;
	char value[WW_VALUE_MAX] = "";
	check_mention(L, doc, &m);
	int err = ww_document_value(doc, &m, value);
	check(L, err == WW_E_RANGE ? WW_OK : err);
	push_text(L, value);
	return 1;
}

/* form(number) -> the name of a form */
static int core_form(lua_State *L) {
	lua_pushstring(L, ww_form_name((uint16_t)luaL_checkinteger(L, 1)));
	return 1;
}

/* doc:articles() -> how many */
static int document_articles(lua_State *L) {
	lua_pushinteger(L, (lua_Integer)ww_document_articles(check_document(L)));
	return 1;
}

/* doc:article_at(pos) -> index */
static int document_article_at(lua_State *L) {
	ww_document *doc = check_document(L);
	size_t pos = check_position(L, 2, 1, ww_document_len(doc) + 1) - 1;
	lua_pushinteger(L, (lua_Integer)ww_document_article_at(doc, pos) + 1);
	return 1;
}

/* doc:article(index) -> first, last, source, date or nil, first and last of the date's text */
static int document_article(lua_State *L) {
	ww_document *doc = check_document(L);
	size_t n = ww_document_articles(doc);
	lua_Integer index = luaL_checkinteger(L, 2);
	luaL_argcheck(L, index >= 1 && (uintmax_t)index <= n, 2, "no such article");
	ww_article a;
	check(L, ww_document_article(doc, (size_t)index - 1, &a));
	lua_pushinteger(L, (lua_Integer)a.start + 1);
	lua_pushinteger(L, (lua_Integer)a.end);
	lua_pushstring(L, ww_date_source_name(a.source));
	push_text(L, a.date);
	return 4 + push_range(L, a.where);
}

/* doc:entities(article) -> how many there are */
static int document_entities(lua_State *L) {
	size_t n;
	lua_Integer article = luaL_checkinteger(L, 2);
	check(L, ww_document_entities(check_document(L), (size_t)article - 1, &n));
	lua_pushinteger(L, (lua_Integer)n);
	return 1;
}

/* doc:entity(article, number) -> kind number, mentions, then first and last of its name, of its
 * first mention, and of its title when it has one */
static int document_entity(lua_State *L) {
	ww_entity_info e;
	lua_Integer article = luaL_checkinteger(L, 2), number = luaL_checkinteger(L, 3);
	check(L, ww_document_entity(check_document(L), (size_t)article - 1, (size_t)number - 1, &e));
	lua_pushinteger(L, e.kind + 1);
	lua_pushinteger(L, (lua_Integer)e.mentions);
	return 2 + push_range(L, e.name) + push_range(L, e.first) + push_range(L, e.title);
}

/* doc:link(first, last) -> number of the entity and whether the link is ambiguous, of the name
 * that stands there, or nothing */
static int document_link(lua_State *L) {
	ww_document *doc = check_document(L);
	size_t start, end;
	check_range(L, doc, &start, &end);
	ww_mention m;
	uint32_t entity;
	unsigned flags;
	if (!find_at(L, doc, start, WW_WHO, &m) || m.end != end)
		return 0;
	check(L, ww_document_link(doc, &m, &entity, &flags));
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
	check(L, ww_document_findings(check_document(L), (size_t)article - 1, &n));
	lua_pushinteger(L, (lua_Integer)n);
	return 1;
}

/* doc:finding(article, number) -> id, value, first and last, and those of the other name */
static int document_finding(lua_State *L) {
	ww_finding f;
	lua_Integer article = luaL_checkinteger(L, 2), number = luaL_checkinteger(L, 3);
	check(L, ww_document_finding(check_document(L), (size_t)article - 1, (size_t)number - 1, &f));
	lua_pushstring(L, ww_finding_name((ww_finding_id)f.id));
	lua_pushstring(L, f.value);
	return 2 + push_range(L, f.where) + push_range(L, f.other);
}

/* Sets field `name` of the table on top to the names of the bits. */
static void set_names(lua_State *L, const char *name, uint32_t bits, const char *(*of)(unsigned)) {
	lua_newtable(L);
	for (unsigned bit = 0, n = 0; bits; bit++, bits >>= 1) {
		if (!(bits & 1) || !of(bit))
			continue;
		lua_pushstring(L, of(bit));
		lua_rawseti(L, -2, (int)++n);
	}
	lua_setfield(L, -2, name);
}

/* doc:explain(pos) -> what is known of the word there, as a table */
static int document_explain(lua_State *L) {
	ww_document *doc = check_document(L);
	size_t pos = check_position(L, 2, 1, ww_document_len(doc)) - 1;
	ww_explanation e;
	check(L, ww_document_explain(doc, pos, &e));
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
	set_names(L, "lists", e.lists, ww_list_name);
	set_names(L, "evidence", e.evidence, ww_evidence_name);
	lua_pushboolean(L, e.also_lower);
	lua_setfield(L, -2, "also_lower");
	return 1;
}

/* Reads rule number i, from 1, of the list at index 1.  Its strings stay in the
 * list; what points to its words is left on the stack. */
static void read_rule(lua_State *L, int i, ww_rule *rule) {
	*rule = (ww_rule){ .kind = WW_NO_KIND };
	lua_rawgeti(L, 1, i);
	luaL_checktype(L, -1, LUA_TTABLE);
	int at = lua_gettop(L);
	lua_getfield(L, at, "pattern");
	rule->pattern = lua_tolstring(L, -1, &rule->pattern_len);
	lua_getfield(L, at, "kind");
	if (lua_type(L, -1) == LUA_TSTRING) {
		rule->kind = strcmp(lua_tostring(L, -1), "titles") == 0 ? WW_TITLES : WW_NEVER;
	} else if (!lua_isnil(L, -1)) {
		lua_Integer kind = luaL_checkinteger(L, -1) - 1;
		luaL_argcheck(L, kind >= 0 && kind <= WW_MOST_KINDS && kind != WW_N_KINDS, 1,
		              "no such kind");
		rule->kind = (uint8_t)kind;
	}
	lua_getfield(L, at, "priority");
	rule->priority = (int16_t)lua_tointeger(L, -1);
	lua_getfield(L, at, "words");
	if (lua_istable(L, -1)) {
		int words = lua_gettop(L);
		size_t n = lua_rawlen(L, words);
		const char **list = lua_newuserdata(L, (n + 1) * sizeof *list);
		rule->words = list;
		for (size_t w = 0; w < n; w++) {
			lua_rawgeti(L, words, (int)w + 1);
			list[w] = lua_tostring(L, -1);
			luaL_argcheck(L, list[w], 1, "words must be strings");
			lua_pop(L, 1); /* the table keeps it */
		}
		rule->n_words = n;
	}
}

/* rules(list) -> compiled rules; or nil, a message, the number of the rule, and how many bytes of
 * its pattern are right */
static int core_rules(lua_State *L) {
	luaL_checktype(L, 1, LUA_TTABLE);
	lua_settop(L, 1);
	size_t n = lua_rawlen(L, 1);
	luaL_argcheck(L, n <= 32000, 1, "too many rules");
	ww_rule *rules = lua_newuserdata(L, (n + 1) * sizeof *rules);
	lua_newtable(L); /* keeps what the rules point to */
	for (size_t i = 0; i < n; i++) {
		read_rule(L, (int)i + 1, &rules[i]);
		lua_rawseti(L, 3, (int)i + 1);
		lua_settop(L, 3);
	}
	ww_rules **box = lua_newuserdata(L, sizeof *box);
	*box = NULL;
	luaL_getmetatable(L, RULES_MT);
	lua_setmetatable(L, -2);
	void *ud;
	lua_Alloc alloc = lua_getallocf(L, &ud);
	ww_rule_error error = { 0 };
	int err = ww_rules_new(alloc, ud, rules, n, box, &error);
	if (err != WW_E_PATTERN) {
		check(L, err);
		return 1;
	}
	lua_pushnil(L);
	lua_pushstring(L, error.message);
	lua_pushinteger(L, (lua_Integer)error.rule + 1);
	lua_pushinteger(L, (lua_Integer)error.offset);
	return 4;
}

static int rules_gc(lua_State *L) {
	ww_rules **box = luaL_checkudata(L, 1, RULES_MT);
	ww_rules_free(*box);
	*box = NULL;
	return 0;
}

/* doc:groups(first, rule) -> the named groups of the rule's match that begins there */
static int document_groups(lua_State *L) {
	ww_document *doc = check_document(L);
	size_t pos = check_position(L, 2, 1, ww_document_len(doc)) - 1;
	size_t rule = (size_t)luaL_checkinteger(L, 3) - 1;
	const char *name;
	ww_range where;
	lua_newtable(L);
	for (size_t i = 0;; i++) {
		check(L, ww_document_group(doc, rule, pos, i, &name, &where));
		if (!name)
			return 1;
		if (where.start == where.end)
			continue;
		char *text = lua_newuserdata(L, where.end - where.start);
		check(L, ww_document_copy(doc, where.start, where.end, text));
		lua_pushlstring(L, text, where.end - where.start);
		lua_setfield(L, 4, name);
		lua_settop(L, 4);
	}
}

/* doc:query(rule, first, last) -> first and last of the rule's first match that begins there, or
 * nothing */
static int document_query(lua_State *L) {
	ww_document *doc = check_document(L);
	size_t rule = (size_t)luaL_checkinteger(L, 2) - 1, len = ww_document_len(doc);
	size_t start = check_position(L, 3, 1, len + 1) - 1, end = check_position(L, 4, start, len);
	ww_range where;
	check(L, ww_document_query(doc, rule, start, end, &where));
	return push_range(L, where);
}

static const luaL_Reg methods[] = {
	{ "article", document_article },    { "article_at", document_article_at },
	{ "articles", document_articles },  { "beneath", document_beneath },
	{ "close", document_close },        { "common", document_common },
	{ "count", document_count },        { "edit", document_edit },
	{ "entities", document_entities },  { "entity", document_entity },
	{ "explain", document_explain },    { "finding", document_finding },
	{ "findings", document_findings },  { "groups", document_groups },
	{ "len", document_len },            { "link", document_link },
	{ "next", document_next },          { "previous", document_previous },
	{ "query", document_query },        { "settled", document_settled },
	{ "spans", document_spans },        { "sync", document_sync },
	{ "text", document_text },          { "unread", document_unread },
	{ "value", document_value },
	{ NULL, NULL },
};

static const luaL_Reg document_meta[] = {
	{ "__close", document_close },
	{ "__gc", document_close },
	{ "__len", document_len },
	{ NULL, NULL },
};

static const luaL_Reg engine_meta[] = { { "__gc", engine_gc }, { NULL, NULL } };
static const luaL_Reg rules_meta[] = { { "__gc", rules_gc }, { NULL, NULL } };

static const luaL_Reg functions[] = {
	{ "form", core_form }, { "new", core_new }, { "rules", core_rules }, { NULL, NULL },
};

WW_API int luaopen_whowhen_core(lua_State *L);

int luaopen_whowhen_core(lua_State *L) {
	/* A host that hides its Lua has no way to be told: require() then gives `true`. */
	if (!luaL_error)
		return 0;
	if (!IN_RIGHT_LUA)
		return luaL_error(L,
		                  "whowhen_core was compiled for " LUA_VERSION ", the host runs another");
	luaL_newmetatable(L, ENGINE_MT);
	set_functions(L, engine_meta);
	luaL_newmetatable(L, RULES_MT);
	set_functions(L, rules_meta);
	luaL_newmetatable(L, DOCUMENT_MT);
	set_functions(L, document_meta);
	lua_newtable(L);
	set_functions(L, methods);
	lua_setfield(L, -2, "__index");

	lua_newtable(L);
	set_functions(L, functions);
	lua_pushliteral(L, WW_VERSION);
	lua_setfield(L, -2, "version");
	lua_createtable(L, WW_N_KINDS, 0);
	for (int kind = 0; kind < WW_N_KINDS; kind++) {
		lua_pushstring(L, ww_kind_name((ww_kind)kind));
		lua_rawseti(L, -2, kind + 1);
	}
	lua_setfield(L, -2, "kinds");
	return 1;
}
