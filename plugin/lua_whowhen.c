/* lua_whowhen.c: the Lua module `whowhen_core`, a thin skin over whowhen.h.
 *
 * Here the module is opened, and engines and documents are made and freed.
 * lua/whowhen/meta.lua describes each function; lua/whowhen/init.lua is what
 * users call. */
#include "ascii.h"
#include "lua_binding.h"

#include <string.h>

#if LUA_VERSION_NUM >= 502
/* Whether the host's Lua calls itself as the one that this was compiled for: 5.3 and 5.4 have the
 * same functions, and not the same objects. */
static bool check_name(lua_State *L) {
	luaL_checkversion(L);
	lua_getglobal(L, "_VERSION");
	const char *version = lua_tostring(L, -1);
	return version && strcmp(version, LUA_VERSION) == 0;
}
#endif

/* The box is emptied, so that whoever still reaches the userdata while the state closes finds
 * nothing instead of freed memory. */
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
	ww_lua_check(L, ww_engine_new(alloc, ud, box));
	lua_pushvalue(L, -1);
	lua_setfield(L, LUA_REGISTRYINDEX, "whowhen.the_engine " WW_VERSION);
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

/* new(options?) -> document, or nil and a message for an invalid date.  What the document
 * needs as long as it lives, its engine and rules, hangs on its table. */
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
	lua_rawseti(L, -2, WW_LUA_ENGINE);
	if (options.rules) {
		lua_getfield(L, 1, "rules");
		lua_rawseti(L, -2, WW_LUA_RULES);
	}
	lua_setuservalue(L, -2);
	int err = ww_document_new(engine, &options, box);
	if (err == WW_E_DATE) {
		lua_pushnil(L);
		lua_pushstring(L, ww_strerror(err));
		return 2;
	}
	ww_lua_check(L, err);
	return 1;
}

/* ascii(text) -> how many bytes it begins with that are ASCII */
static int core_ascii(lua_State *L) {
	size_t len;
	const char *text = luaL_checklstring(L, 1, &len);
	lua_pushinteger(L, (lua_Integer)ww_ascii_length(text, len));
	return 1;
}

/* form(number) -> the name of a form */
static int core_form(lua_State *L) {
	lua_pushstring(L, ww_form_name((uint16_t)luaL_checkinteger(L, 1)));
	return 1;
}

/* Methods that concern neither text, article nor rules. */
static const luaL_Reg methods[] = { { "close", document_close }, { NULL, NULL } };

static const luaL_Reg document_meta[] = {
	{ "__close", document_close },
	{ "__gc", document_close },
	{ NULL, NULL },
};

/* An engine has no methods: it stays in the registry. */
static const luaL_Reg engine_meta[] = { { "__gc", engine_gc }, { NULL, NULL } };

static const luaL_Reg functions[] = {
	{ "ascii", core_ascii }, { "form", core_form }, { "new", core_new }, { NULL, NULL },
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
	set_functions(L, ww_lua_rule_meta);
	luaL_newmetatable(L, DOCUMENT_MT);
	set_functions(L, document_meta);
	set_functions(L, ww_lua_document_meta);
	lua_newtable(L);
	set_functions(L, methods);
	set_functions(L, ww_lua_document_methods);
	set_functions(L, ww_lua_article_methods);
	set_functions(L, ww_lua_rule_methods);
	lua_setfield(L, -2, "__index");

	lua_newtable(L);
	set_functions(L, functions);
	set_functions(L, ww_lua_rule_functions);
	lua_pushliteral(L, WW_VERSION);
	lua_setfield(L, -2, "version");
	lua_createtable(L, WW_N_KINDS, 0);
	for (int kind = 0; kind < WW_N_KINDS; kind++) {
		lua_pushstring(L, ww_kind_name((ww_kind)kind));
		lua_rawseti(L, -2, kind + 1);
	}
	lua_setfield(L, -2, "kinds");
	lua_createtable(L, WW_N_FINDINGS, 0);
	for (int id = 0; id < WW_N_FINDINGS; id++) {
		lua_pushstring(L, ww_finding_name((ww_finding_id)id));
		lua_rawseti(L, -2, id + 1);
	}
	lua_setfield(L, -2, "finding_names");
	return 1;
}
