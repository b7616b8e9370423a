/* lua_litexl.c: the binding for Lua 5.4, also for a Lua that its host hides.
 *
 * Lite XL has Lua inside and may export none of it; it calls the entry
 * luaopen_lite_xl_NAME with a function that finds Lua's functions by their names.
 * So for 5.4 every call of the binding goes through a table, which the dynamic
 * linker fills where Lua is in sight: what a call of a library costs anyway. */
#include "whowhen.h"

#include <lauxlib.h>
#include <lua.h>
#include <string.h>

/* Weak, so that the module is loaded where Lua is hidden. */
#define FUNCTION(name) WEAK(weak name)
#define WEAK(words) _Pragma(#words)
#include "lua_functions.h"
#undef FUNCTION

#define LUA_TABLE_ITSELF
#include "lua_table.h"

struct ww_lua ww_lua = {
#define FUNCTION(name) name,
#include "lua_functions.h"
#undef FUNCTION
};

#include "lua_functions.h" /* from here on all calls go through it */

/* Asks the host for one function, and puts it into its place in the table. */
static bool find_function(void *(*get)(const char *), const char *name, void *slot) {
	void *found = get(name);
	memcpy(slot, &found, sizeof found); /* C knows no conversion to a function */
	return found;
}

/* Of a Lua that lacks a function nothing is opened; the error needs one, too. */
int luaopen_whowhen_core(lua_State *L);
WW_API int luaopen_lite_xl_whowhen_core(lua_State *L, void *(*get)(const char *));

int luaopen_lite_xl_whowhen_core(lua_State *L, void *(*get)(const char *)) {
	bool all = true;
#define FUNCTION(name) all &= find_function(get, #name, &name);
#include "lua_functions.h"
	if (all)
		return luaopen_whowhen_core(L);
	if (!luaL_error)
		return 0;
	return luaL_error(L, "whowhen_core needs " LUA_VERSION ", which the host lacks");
}
