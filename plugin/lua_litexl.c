/* lua_litexl.c: the binding for Lua 5.4, also for a Lua that its host hides.
 *
 * Lite XL has Lua inside and may export none of it; it calls the entry
 * luaopen_lite_xl_NAME with a function that finds Lua's functions by their names.
 * So here every call of the binding goes through a table, which the dynamic
 * linker fills where Lua is in sight: what a call of a library costs anyway.
 *
 * lua_functions.h is generated from what the binding needs when it is compiled
 * alone.  For each function it has `FUNCTION(name)` where that is defined, and
 * `#define name lua.name` where it is not. */
#include <lauxlib.h>
#include <lua.h>
#include <stdbool.h>
#include <string.h>

/* Weak, so that the module is loaded where Lua is hidden. */
#define FUNCTION(name) WEAK(weak name)
#define WEAK(words) _Pragma(#words)
#include "lua_functions.h"
#undef FUNCTION

/* Written once, by the entry for Lite XL: a process has one Lua of this version. */
static struct {
#define FUNCTION(name) __typeof__(name) *name;
#include "lua_functions.h"
#undef FUNCTION
} lua = {
#define FUNCTION(name) name,
#include "lua_functions.h"
#undef FUNCTION
};

#define LUA_TABLE
#include "lua_whowhen.c"

static bool find_function(void *(*get)(const char *), const char *name, void *slot) {
	void *found = get(name);
	memcpy(slot, &found, sizeof found); /* C knows no conversion to a function */
	return found;
}

WW_API int luaopen_lite_xl_whowhen_core(lua_State *L, void *(*get)(const char *));

int luaopen_lite_xl_whowhen_core(lua_State *L, void *(*get)(const char *)) {
	bool all = true;
#define FUNCTION(name) all &= find_function(get, #name, &name);
#include "lua_functions.h"
	if (all)
		return luaopen_whowhen_core(L);
	return luaL_error ? luaL_error(L, "whowhen_core needs " LUA_VERSION ", which the host lacks") : 0;
}
