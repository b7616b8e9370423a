/* A host with several Lua states, each in a thread of its own: runs the script that is named in
 * all of them at once, and then once more alone.  Each returns what it saw, and all saw the same.
 * For ThreadSanitizer too, which sees the module as it is linked in here. */
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int luaopen_whowhen_core(lua_State *L);

enum { THREADS = 3 };

typedef struct {
	const char *script;
	char *seen; /* NULL when the script failed */
} host;

static void *run(void *arg) {
	host *h = arg;
	lua_State *L = luaL_newstate();
	if (!L)
		return NULL;
	luaL_openlibs(L);
	luaL_requiref(L, "whowhen_core", luaopen_whowhen_core, 0);
	lua_settop(L, 0);
	if (luaL_dofile(L, h->script) || !lua_isstring(L, -1))
		fprintf(stderr, "%s\n", luaL_tolstring(L, -1, NULL));
	else
		h->seen = strdup(lua_tostring(L, -1));
	lua_close(L);
	return NULL;
}

static int is_same(const host *a, const host *b) {
	return a->seen && b->seen && strcmp(a->seen, b->seen) == 0;
}

int main(int argc, char **argv) {
	if (argc < 2)
		return 2;
	host alone = { argv[1], NULL }, hosts[THREADS];
	pthread_t threads[THREADS];
	int failures = 0;
	for (int i = 0; i < THREADS; i++) {
		hosts[i] = (host){ argv[1], NULL };
		if (pthread_create(&threads[i], NULL, run, &hosts[i]))
			return 2;
	}
	for (int i = 0; i < THREADS; i++)
		pthread_join(threads[i], NULL);
	run(&alone);
	for (int i = 0; i < THREADS; i++) {
		failures += !is_same(&hosts[i], &alone);
		free(hosts[i].seen);
	}
	free(alone.seen);
	printf("%s %s: %d checks, %d failures\n", argv[0], argv[1], THREADS, failures);
	return failures ? EXIT_FAILURE : EXIT_SUCCESS;
}
