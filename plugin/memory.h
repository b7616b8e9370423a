/* memory.h: the caller's allocator, and arrays that grow in it. */
#ifndef WW_MEMORY_H
#define WW_MEMORY_H

#include "whowhen.h"

typedef struct {
	ww_alloc_fn alloc;
	void *ud;
} ww_mem;

/* Returns `size` bytes, or NULL. */
void *ww_new(const ww_mem *mem, size_t size);

/* Frees a block of `size` bytes; NULL is allowed. */
void ww_free(const ww_mem *mem, void *ptr, size_t size);

/* Makes room for `want` items of `item` bytes in the array *at, which has room
 * for *cap, by growing it half as much again.  Returns false, with the array
 * as it was, when there is no memory or the room would pass 32 bits. */
bool ww_reserve_more(const ww_mem *mem, void *at, uint32_t *cap, size_t want, size_t item);

/* The same, which costs no call when there is room: it is asked for each item. */
static inline bool ww_reserve(const ww_mem *mem, void *at, uint32_t *cap, size_t want,
                              size_t item) {
	return want <= *cap || ww_reserve_more(mem, at, cap, want, item);
}

/* The same with room for `room` more than `want`. */
bool ww_reserve_with(const ww_mem *mem, void *at, uint32_t *cap, size_t want, size_t room,
                     size_t item);

/* PCRE2's allocator does not say how large a block was: these keep its size in
 * front of it.  `mem` is a ww_mem. */
void *ww_new_sized(size_t size, void *mem);
void ww_free_sized(void *ptr, void *mem);

#endif
