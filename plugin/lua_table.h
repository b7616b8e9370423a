/* lua_table.h: the table through which a binding calls a Lua that its host hides; see
 * lua_litexl.c.
 *
 * lua_functions.h is generated from what the binding needs when it is compiled
 * without.  For each function it has `FUNCTION(name)` where that is defined, and
 * `#define name ww_lua.name` where it is not. */
#ifndef WW_LUA_TABLE_H
#define WW_LUA_TABLE_H

/* Written once, by the entry for Lite XL: a process has one Lua of this version. */
extern struct ww_lua {
#define FUNCTION(name) __typeof__(name) *name;
#include "lua_functions.h"
#undef FUNCTION
} ww_lua;

#ifndef LUA_TABLE_ITSELF
#include "lua_functions.h"
#endif

#endif
