/* lua_rules.c: users' rules, from the tables that lua/whowhen/rules.lua makes of them. */
#include "lua_binding.h"

#include <string.h>

/* Reads a rule's kind from the top of the stack: a number, or one of two words for rules that mark
 * nothing. */
static uint8_t read_kind(lua_State *L) {
	if (lua_type(L, -1) == LUA_TSTRING)
		return strcmp(lua_tostring(L, -1), "titles") == 0 ? WW_TITLES : WW_NEVER;
	if (lua_isnil(L, -1))
		return WW_NO_KIND;
	lua_Integer kind = luaL_checkinteger(L, -1) - 1;
	luaL_argcheck(L, kind >= 0 && kind <= WW_MOST_KINDS && kind != WW_N_KINDS, 1, "no such kind");
	return (uint8_t)kind;
}

/* Reads a rule's words from the table on top of the stack, and leaves there what points to them.
 * Returns what is wrong, or NULL. */
static const char *read_words(lua_State *L, ww_rule *rule) {
	int words = lua_gettop(L);
	size_t n = lua_rawlen(L, words);
	const char **list = lua_newuserdata(L, (n + 1) * sizeof *list);
	for (size_t w = 0; w < n; w++) {
		lua_rawgeti(L, words, (int)w + 1);
		size_t len;
		luaL_argcheck(L, lua_type(L, -1) == LUA_TSTRING, 1, "words must be strings");
		list[w] = lua_tolstring(L, -1, &len);
		lua_pop(L, 1); /* the table keeps it */
		if (strlen(list[w]) != len)
			return "a word holds a NUL";
	}
	rule->words = list;
	rule->n_words = n;
	return NULL;
}

/* Pushes a field that the table at an index has itself: the table keeps what it holds, and nothing
 * would keep a string that a metamethod made. */
static int push_field(lua_State *L, int table, const char *name) {
	lua_pushstring(L, name);
	lua_rawget(L, table);
	return lua_type(L, -1);
}

/* Reads rule number i, from 1, of the list at index 1.  Its strings stay in the list; what points
 * to its words is left on top of the stack.  Returns what is wrong, or NULL. */
static const char *read_rule(lua_State *L, int i, ww_rule *rule) {
	*rule = (ww_rule){ 0 };
	lua_rawgeti(L, 1, i);
	luaL_checktype(L, -1, LUA_TTABLE);
	int at = lua_gettop(L);
	/* A number would become a string that the table does not hold. */
	int type = push_field(L, at, "pattern");
	luaL_argcheck(L, type == LUA_TSTRING || type == LUA_TNIL, 1, "a pattern must be a string");
	rule->pattern = lua_tolstring(L, -1, &rule->pattern_len);
	push_field(L, at, "kind");
	rule->kind = read_kind(L);
	push_field(L, at, "priority");
	rule->priority = (int16_t)lua_tointeger(L, -1);
	return push_field(L, at, "words") == LUA_TTABLE ? read_words(L, rule) : NULL;
}

/* rules(list) -> compiled rules; or nil, a message, the number of the rule, and how many bytes
 * of its pattern are right.  All that the rules point to is kept in tables until they are
 * compiled, since each call of Lua may jump away. */
static int core_rules(lua_State *L) {
	luaL_checktype(L, 1, LUA_TTABLE);
	lua_settop(L, 1);
	size_t n = lua_rawlen(L, 1);
	enum { MOST = 32000 }; /* as many as the core takes: more would be read for nothing */
	luaL_argcheck(L, n <= MOST, 1, "too many rules");
	ww_rule *rules = lua_newuserdata(L, (n + 1) * sizeof *rules);
	lua_newtable(L); /* keeps what the rules point to */
	for (size_t i = 0; i < n; i++) {
		const char *trouble = read_rule(L, (int)i + 1, &rules[i]);
		if (trouble) {
			lua_pushnil(L);
			lua_pushstring(L, trouble);
			lua_pushinteger(L, (lua_Integer)i + 1);
			return 3;
		}
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
		ww_lua_check(L, err);
		return 1;
	}
	lua_pushnil(L);
	lua_pushstring(L, error.message);
	lua_pushinteger(L, (lua_Integer)error.rule + 1);
	lua_pushinteger(L, (lua_Integer)error.offset);
	return 4;
}

/* Documents that use the rules keep them alive (WW_LUA_RULES): so these are freed last. */
static int rules_gc(lua_State *L) {
	ww_rules **box = luaL_checkudata(L, 1, RULES_MT);
	ww_rules_free(*box);
	*box = NULL;
	return 0;
}

/* doc:groups(first, rule) -> the named groups of the rule's match that begins there, those that
 * are empty or took no part left out. */
static int document_groups(lua_State *L) {
	ww_document *doc = ww_lua_check_document(L);
	size_t pos = ww_lua_check_position(L, 2, 1, ww_document_len(doc)) - 1;
	size_t rule = (size_t)luaL_checkinteger(L, 3) - 1;
	const char *name;
	ww_range where;
	lua_newtable(L);
	for (size_t i = 0;; i++) {
		ww_lua_check(L, ww_document_group(doc, rule, pos, i, &name, &where));
		if (!name)
			return 1;
		if (where.start == where.end)
			continue;
		char *text = lua_newuserdata(L, where.end - where.start);
		ww_lua_check(L, ww_document_copy(doc, where.start, where.end, text));
		lua_pushlstring(L, text, where.end - where.start);
		lua_setfield(L, 4, name);
		lua_settop(L, 4);
	}
}

/* doc:query(rule, first, last) -> first and last of the rule's first match that begins there, or
 * nothing */
static int document_query(lua_State *L) {
	ww_document *doc = ww_lua_check_document(L);
	size_t rule = (size_t)luaL_checkinteger(L, 2) - 1, len = ww_document_len(doc);
	size_t start = ww_lua_check_position(L, 3, 1, len + 1) - 1;
	size_t end = ww_lua_check_position(L, 4, start, len);
	ww_range where;
	ww_lua_check(L, ww_document_query(doc, rule, start, end, &where));
	return ww_lua_push_range(L, where);
}

/* doc:slow_rule(from?) -> the first rule from this number on whose pattern took too many steps */
static int document_slow_rule(lua_State *L) {
	ww_document *doc = ww_lua_check_document(L);
	lua_Integer from = luaL_optinteger(L, 2, 1);
	size_t rule;
	luaL_argcheck(L, from >= 1, 2, "no such rule");
	if (!ww_document_slow_rule(doc, (size_t)from - 1, &rule))
		return 0;
	lua_pushinteger(L, (lua_Integer)rule + 1);
	return 1;
}

/* Methods of documents; functions of the module; what compiled rules have of themselves. */
const luaL_Reg ww_lua_rule_methods[] = {
	{ "groups", document_groups },
	{ "query", document_query },
	{ "slow_rule", document_slow_rule },
	{ NULL, NULL },
};

const luaL_Reg ww_lua_rule_functions[] = { { "rules", core_rules }, { NULL, NULL } };
const luaL_Reg ww_lua_rule_meta[] = { { "__gc", rules_gc }, { NULL, NULL } };
