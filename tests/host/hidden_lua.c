/* A host like Lite XL: Lua is linked in and hidden, and modules are given a
 * function that finds Lua's functions.  Runs the script that is named. */
#include <dlfcn.h>
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <string.h>

static const char *left_out; /* a function that this host does not know */

static void *find(const char *wanted) {
	static const struct {
		const char *name;
		void (*function)(void);
	} known[] = {
#define FUNCTION(name) { #name, (void (*)(void))name },
#include "lua_functions.h"
	};
	void *found = NULL;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (strcmp(known[i].name, wanted) == 0 && (!left_out || strcmp(left_out, wanted) != 0))
			memcpy(&found, &known[i].function, sizeof found);
	return found;
}

/* open(path, left_out?) -> the module, as Lite XL opens it */
static int open_module(lua_State *L) {
	void *library = dlopen(luaL_checkstring(L, 1), RTLD_NOW | RTLD_LOCAL);
	void *symbol = library ? dlsym(library, "luaopen_lite_xl_whowhen_core") : NULL;
	int (*entry)(lua_State *, void *(*)(const char *));
	if (!symbol)
		return luaL_error(L, "%s", dlerror());
	memcpy(&entry, &symbol, sizeof entry);
	left_out = luaL_optstring(L, 2, NULL);
	return entry(L, find);
}

int main(int argc, char **argv) {
	lua_State *L = luaL_newstate();
	if (!L || argc < 2)
		return 2;
	luaL_openlibs(L);
	lua_newtable(L);
	lua_pushstring(L, argv[1]);
	lua_rawseti(L, -2, 0);
	lua_setglobal(L, "arg");
	lua_register(L, "open", open_module);
	if (luaL_dofile(L, argv[1])) {
		lua_writestringerror("%s\n", lua_tostring(L, -1));
		return 1;
	}
	lua_close(L);
	return 0;
}
