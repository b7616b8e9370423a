/* The caller's allocator, as Lua's: told the size of what it frees, and shrinking never
 * fails.  All memory goes through here, so that a test can refuse any request and count
 * what is left. */
#include "memory.h"

#include <string.h>

/* New blocks and freed ones go through one function with sizes on both sides, which is what
 * Lua's allocators want; a host's memory limit then holds for marks too. */
void *ww_new(const ww_mem *mem, size_t size) {
	return mem->alloc(mem->ud, NULL, 0, size);
}

void ww_free(const ww_mem *mem, void *ptr, size_t size) {
	if (ptr)
		mem->alloc(mem->ud, ptr, size, 0);
}

bool ww_reserve_more(const ww_mem *mem, void *at, uint32_t *cap, size_t want, size_t item) {
	/* Half as much again: appending n items copies less than 3n, and of a freed block's
	 * neighbours the next one can be made; 8 spares small lists their first steps. */
	size_t grown = *cap + (size_t)*cap / 2;
	if (grown < 8)
		grown = 8;
	return ww_reserve_with(mem, at, cap, want, want < grown ? grown - want : 0, item);
}

/* Positions and counts are 32 bits wide, so a list never has more items than that.  What asks
 * for more, or for more bytes than a machine of 32 bits has, gets false, as without memory: the
 * caller has one way out. */
bool ww_reserve_with(const ww_mem *mem, void *at, uint32_t *cap, size_t want, size_t room,
                     size_t item) {
	if (want <= *cap)
		return true;
	size_t most = SIZE_MAX / item < UINT32_MAX ? SIZE_MAX / item : UINT32_MAX;
	if (want > most)
		return false;
	room = room < most - want ? want + room : most;
	/* `at` is the address of a pointer of some type: copied, not cast, so
	 * that no pointer is read through a type that it does not have. */
	void *old, *new;
	memcpy(&old, at, sizeof old);
	new = mem->alloc(mem->ud, old, *cap * item, room * item);
	if (!new)
		return false;
	memcpy(at, &new, sizeof new);
	*cap = (uint32_t)room;
	return true;
}

/* Not every host aligns for more than what PCRE2 stores (LuaJIT for 8 bytes only),
 * so no max_align_t here. */
typedef union {
	size_t size;
	void *pointer;
	uint64_t number;
} block_head;

/* The head is as wide as what is most aligned in it, so what follows it is aligned alike. */
void *ww_new_sized(size_t size, void *mem) {
	block_head *head = ww_new(mem, sizeof *head + size);
	if (!head)
		return NULL;
	head->size = size;
	return head + 1;
}

void ww_free_sized(void *ptr, void *mem) {
	if (!ptr)
		return;
	block_head *head = (block_head *)ptr - 1;
	ww_free(mem, head, sizeof *head + head->size);
}
