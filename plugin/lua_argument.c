/* lua_argument.c: reads the arguments of the binding's functions, and pushes what
 * they answer. */
#include "lua_binding.h"

/* luaL_error() jumps: whoever calls this must own nothing but what Lua keeps. */
void ww_lua_check(lua_State *L, int err) {
	if (err)
		luaL_error(L, "whowhen: %s", ww_strerror(err));
}

/* A closed document is an empty box, told from a stranger's userdata by its metatable. */
ww_document *ww_lua_check_document(lua_State *L) {
	ww_document **box = luaL_checkudata(L, 1, DOCUMENT_MT);
	luaL_argcheck(L, *box, 1, "the document is closed");
	return *box;
}

/* Lua counts from 1 and C from 0; callers subtract, since some positions may be 0: "before the
 * text". */
size_t ww_lua_check_position(lua_State *L, int arg, size_t lowest, size_t highest) {
	lua_Integer value = luaL_checkinteger(L, arg);
	/* The second comparison is one of non-negative numbers, in the wider type. */
	luaL_argcheck(L, value >= 0 && (uintmax_t)value >= lowest && (uintmax_t)value <= highest, arg,
	              "position outside the text");
	return (size_t)value;
}

/* Reads first and last, both counted in, as string.sub() has them, and makes of them the
 * half-open range of C. */
void ww_lua_check_range(lua_State *L, const ww_document *doc, size_t *start, size_t *end) {
	size_t len = ww_document_len(doc);
	*start = ww_lua_check_position(L, 2, 1, len + 1) - 1;
	*end = ww_lua_check_position(L, 3, *start, len);
}

/* Bits that no kind has are dropped, so that a program for a later version does not fail here. */
unsigned ww_lua_opt_kinds(lua_State *L, int arg) {
	if (lua_isnoneornil(L, arg))
		return ALL_KINDS | VAGUE_BIT;
	return (unsigned)luaL_checkinteger(L, arg) & (ALL_KINDS | VAGUE_BIT);
}

/* The core never reads on its own while it searches; this does, and only as far as the answer
 * may lie.  So jumping from mention to mention through a large text reads it bit by bit. */
bool ww_lua_find(lua_State *L, ww_document *doc, size_t pos, size_t limit, unsigned kinds,
                 bool back, ww_mention *m) {
	/* The core does not tell vague mentions from others: it has to be asked for all. */
	unsigned asked = kinds & VAGUE_BIT ? ALL_KINDS : kinds;
	for (;;) {
		bool found = back ? ww_document_previous(doc, pos, asked, m)
		                  : ww_document_next(doc, pos, asked, m);
		size_t from = !back ? pos : found ? m->end : 0;
		size_t to = back ? pos : found && m->start < limit ? m->start + 1 : limit;
		ww_range unread;
		if (ww_document_unread(doc, from, to, back, &unread)) {
			/* the stretch may be all of a large text: its near end is enough */
			ww_lua_check(L, ww_document_read(doc, back ? unread.end - 1 : unread.start,
			                                 back ? unread.end : unread.start + 1));
			pos = back ? unread.end : unread.start; /* up to there was looked already */
		} else if (!found || kinds & (m->flags & WW_VAGUE ? VAGUE_BIT : WW_BIT(m->kind))) {
			return found;
		} else {
			pos = back ? m->start : m->end;
		}
	}
}

/* The search begins at `pos`, and a mention around it would be found first: then none starts
 * there. */
bool ww_lua_find_at(lua_State *L, ww_document *doc, size_t pos, unsigned kinds, ww_mention *m) {
	return ww_lua_find(L, doc, pos, pos < ww_document_len(doc) ? pos + 1 : pos, kinds, false, m) &&
	       m->start == pos;
}

/* The core's fields are empty where Lua's convention is nil. */
void ww_lua_push_text(lua_State *L, const char *text) {
	lua_pushstring(L, *text ? text : NULL);
}

/* An empty range is no value at all in Lua: the function returns that much less. */
int ww_lua_push_range(lua_State *L, ww_range range) {
	if (range.start >= range.end)
		return 0;
	lua_pushinteger(L, (lua_Integer)range.start + 1);
	lua_pushinteger(L, (lua_Integer)range.end);
	return 2;
}

/* Returns how many values these are: the number of the rule comes last and only where one made
 * it. */
int ww_lua_push_mention(lua_State *L, const ww_mention *m) {
	lua_pushinteger(L, (lua_Integer)m->start + 1);
	lua_pushinteger(L, (lua_Integer)m->end);
	lua_pushinteger(L, m->kind + 1);
	lua_pushboolean(L, m->flags & WW_VAGUE);
	lua_pushinteger(L, m->form);
	if (m->form < WW_FORM_RULE || m->form == WW_FORM_NAME)
		return 5;
	lua_pushinteger(L, m->form - WW_FORM_RULE + 1);
	return 6;
}
