/* A host whose memory runs out: runs the script that is named, which says from which
 * allocation on there is none.
 *
 * Lua tries again after a collection when an allocation fails; the module's own, which
 * go straight to the host's allocator, do not. */
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <stdbool.h>
#include <stdlib.h>

/* What the host has given, and when it gives no more. */
typedef struct {
	size_t bytes;    /* that are in use */
	long left;       /* allocations until one fails; negative: none does */
	bool all;        /* and all after it */
	bool failed;
} host_memory;

static void *allocate(void *ud, void *ptr, size_t osize, size_t nsize) {
	host_memory *memory = ud;
	size_t before = ptr ? osize : 0; /* of a new object Lua passes its type */
	if (nsize == 0) {
		free(ptr);
		memory->bytes -= before;
		return NULL;
	}
	/* Lua relies on it that a block can always shrink. */
	if (nsize > before && memory->left >= 0) {
		bool fails = memory->left == 0;
		if (!fails || !memory->all)
			memory->left--;
		if (fails) {
			memory->failed = true;
			return NULL;
		}
	}
	void *block = realloc(ptr, nsize);
	if (block)
		memory->bytes += nsize - before;
	return block;
}

static host_memory *memory_of(lua_State *L) {
	void *ud;
	lua_getallocf(L, &ud);
	return ud;
}

/* fail(n, all): the n-th allocation from now on fails, from 1; all after it too */
static int fail(lua_State *L) {
	host_memory *memory = memory_of(L);
	long n = (long)luaL_checkinteger(L, 1);
	bool all = lua_toboolean(L, 2);
	memory->failed = false;
	memory->all = all;
	memory->left = n - 1;
	return 0;
}

/* relent() -> whether one failed; none does from now on */
static int relent(lua_State *L) {
	host_memory *memory = memory_of(L);
	memory->left = -1;
	lua_pushboolean(L, memory->failed);
	return 1;
}

int main(int argc, char **argv) {
	host_memory memory = { .left = -1 };
	lua_State *L = lua_newstate(allocate, &memory);
	if (!L || argc < 2)
		return 2;
	luaL_openlibs(L);
	lua_newtable(L);
	lua_pushstring(L, argv[1]);
	lua_rawseti(L, -2, 0);
	lua_setglobal(L, "arg");
	lua_register(L, "fail", fail);
	lua_register(L, "relent", relent);
	if (luaL_dofile(L, argv[1])) {
		lua_writestringerror("%s\n", lua_tostring(L, -1));
		return 1;
	}
	int status = (int)lua_tointeger(L, -1);
	lua_close(L);
	if (memory.bytes != 0) {
		lua_writestringerror("%d bytes are left\n", (int)memory.bytes);
		return 1;
	}
	return status;
}
