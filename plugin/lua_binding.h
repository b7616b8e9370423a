/* lua_binding.h: what the files of the binding share.
 *
 * One source for Lua 5.4, 5.3 and 5.1 (LuaJIT).  Positions are Lua's: bytes
 * from 1, ranges inclusive, and a range with last = first - 1 is empty.
 * Any Lua call here may raise an error and jump away, so nothing that C owns
 * hangs on a local variable: it sits in a userdata whose metatable is set before
 * the object exists. */
#ifndef WW_LUA_BINDING_H
#define WW_LUA_BINDING_H

#include "whowhen.h"

#include <lauxlib.h>
#include <lua.h>

/* The version is part of the names: two releases loaded into one Lua do not
 * take each other's objects for their own. */
#define DOCUMENT_MT "whowhen.document " WW_VERSION
#define ENGINE_MT "whowhen.engine " WW_VERSION
#define RULES_MT "whowhen.rules " WW_VERSION

/* What a document keeps alive, in a table of its own. */
enum { WW_LUA_ENGINE = 1, WW_LUA_RULES, WW_LUA_TEXT };

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
#pragma weak lua_getfenv
#pragma weak lua_setfenv
extern void luaL_checkversion_(void) __attribute__((weak));
#define IN_RIGHT_LUA (!luaL_checkversion_)
#define lua_getuservalue lua_getfenv
#define lua_setuservalue lua_setfenv
#define lua_rawlen lua_objlen
#define set_functions(L, list) luaL_register(L, NULL, list)
#else
#pragma weak luaL_checkversion_
#pragma weak lua_getglobal
#pragma weak lua_rawlen
#if LUA_VERSION_NUM < 504
#pragma weak lua_getuservalue
#pragma weak lua_newuserdata
#pragma weak lua_setuservalue
#define IN_RIGHT_LUA (lua_setuservalue && check_name(L))
#else
#pragma weak lua_getiuservalue
#pragma weak lua_newuserdatauv
#pragma weak lua_setiuservalue
#define IN_RIGHT_LUA (lua_setiuservalue && check_name(L))
#endif
#define set_functions(L, list) luaL_setfuncs(L, list, 0)
#endif

#ifdef LUA_TABLE /* all calls of Lua go through one: see lua_litexl.c */
#include "lua_table.h"
#endif

/* Raises an error of the core as one of Lua. */
void ww_lua_check(lua_State *L, int err);

/* Returns the document that is argument 1. */
ww_document *ww_lua_check_document(lua_State *L);

/* Reads a position of the text from argument `arg`, lowest..highest. */
size_t ww_lua_check_position(lua_State *L, int arg, size_t lowest, size_t highest);

/* Reads the range first..last from arguments 2 and 3 as [*start, *end). */
void ww_lua_check_range(lua_State *L, const ww_document *doc, size_t *start, size_t *end);

/* Reads a set of kinds from argument `arg`; when it is missing, all of them. */
unsigned ww_lua_opt_kinds(lua_State *L, int arg);

/* ww_document_next() and ww_document_previous() for a set of kinds with VAGUE_BIT.
 * What was not read yet is, on the way, unless it lies past `limit`. */
bool ww_lua_find(lua_State *L, ww_document *doc, size_t pos, size_t limit, unsigned kinds,
                 bool back, ww_mention *m);

/* The mention of any of `kinds` that begins at `pos`. */
bool ww_lua_find_at(lua_State *L, ww_document *doc, size_t pos, unsigned kinds, ww_mention *m);

/* Push a text, or nil for an empty one; first and last of a range, or nothing for an
 * empty one; a mention's first, last, kind, whether it is vague, its form, and the rule
 * that made it.  All but the first return how many values. */
void ww_lua_push_text(lua_State *L, const char *text);
int ww_lua_push_range(lua_State *L, ww_range range);
int ww_lua_push_mention(lua_State *L, const ww_mention *m);

/* What the files of the binding have for a document, for the module and for rules. */
extern const luaL_Reg ww_lua_document_methods[], ww_lua_article_methods[], ww_lua_rule_methods[];
extern const luaL_Reg ww_lua_document_meta[], ww_lua_rule_functions[], ww_lua_rule_meta[];

#endif
