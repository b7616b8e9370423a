/* lua_document.c: the methods of documents that concern their text and its mentions.
 * lua/whowhen/meta.lua describes each. */
#include "lua_binding.h"

/* doc:edit(first, last, replacement) -> first and last of what changed, or nothing */
static int document_edit(lua_State *L) {
	ww_document *doc = ww_lua_check_document(L);
	size_t start, end, len;
	ww_lua_check_range(L, doc, &start, &end);
	const char *text = luaL_checklstring(L, 4, &len);
	ww_range changed;
	ww_lua_check(L, ww_document_edit(doc, start, end - start, text, len, &changed));
	return ww_lua_push_range(L, changed);
}

/* A text as long as this is not copied into an empty document: Lua keeps it. */
enum { LENT = 65536 };

/* doc:sync(text) -> first and last of what changed, or nothing.  A long text is lent: it hangs
 * on the document's table, so that Lua keeps it as long as the document may point into it. */
static int document_sync(lua_State *L) {
	ww_document *doc = ww_lua_check_document(L);
	size_t len;
	const char *text = luaL_checklstring(L, 2, &len);
	ww_range changed = { 0, 0 };
	if (len < LENT || ww_document_len(doc) > 0) {
		ww_lua_check(L, ww_document_sync(doc, text, len, &changed));
		return ww_lua_push_range(L, changed);
	}
	lua_getuservalue(L, 1);
	lua_pushvalue(L, 2);
	lua_rawseti(L, -2, WW_LUA_TEXT);
	ww_lua_check(L, ww_document_lend(doc, text, len));
	return ww_lua_push_range(L, (ww_range){ 0, (uint32_t)len });
}

/* doc:idle(bytes) -> whether there is more to be done, then first and last of what changed */
static int document_idle(lua_State *L) {
	ww_document *doc = ww_lua_check_document(L);
	lua_Integer bytes = luaL_checkinteger(L, 2);
	ww_range changed;
	bool more;
	luaL_argcheck(L, bytes > 0, 2, "a positive number");
	ww_lua_check(L, ww_document_idle(doc, (size_t)bytes, &changed, &more));
	lua_pushboolean(L, more);
	return 1 + ww_lua_push_range(L, changed);
}

/* doc:len() and #doc */
static int document_len(lua_State *L) {
	lua_pushinteger(L, (lua_Integer)ww_document_len(ww_lua_check_document(L)));
	return 1;
}

/* doc:text(first, last) -> string.  A userdata is room that Lua frees, whatever happens; the
 * stack suffices for what hosts ask most. */
static int document_text(lua_State *L) {
	ww_document *doc = ww_lua_check_document(L);
	size_t start, end;
	ww_lua_check_range(L, doc, &start, &end);
	char few[256];
	char *text = end - start <= sizeof few ? few : lua_newuserdata(L, end - start);
	ww_lua_check(L, ww_document_copy(doc, start, end, text));
	lua_pushlstring(L, text, end - start);
	return 1;
}

/* doc:common(pos, text, back?) -> how many bytes the text and the document share from pos on; with
 * back, up to pos */
static int document_common(lua_State *L) {
	ww_document *doc = ww_lua_check_document(L);
	bool back = lua_toboolean(L, 4);
	size_t len, pos = ww_lua_check_position(L, 2, 0, ww_document_len(doc) + 1);
	const char *text = luaL_checklstring(L, 3, &len);
	size_t n = ww_document_common(doc, back || pos == 0 ? pos : pos - 1, back, text, len);
	lua_pushinteger(L, (lua_Integer)n);
	return 1;
}

/* doc:next(pos, kinds?, limit?) -> first, last, kind, vague of the first mention that ends after
 * pos; what lies past the limit is not read for it */
static int document_next(lua_State *L) {
	ww_document *doc = ww_lua_check_document(L);
	size_t len = ww_document_len(doc), pos = ww_lua_check_position(L, 2, 0, len);
	size_t limit = lua_isnoneornil(L, 4) ? len : ww_lua_check_position(L, 4, 0, len);
	ww_mention m;
	bool found = ww_lua_find(L, doc, pos, limit, ww_lua_opt_kinds(L, 3), false, &m);
	return found ? ww_lua_push_mention(L, &m) : 0;
}

/* doc:previous(pos, kinds?) -> the same of the last mention that begins before pos */
static int document_previous(lua_State *L) {
	ww_document *doc = ww_lua_check_document(L);
	size_t pos = ww_lua_check_position(L, 2, 1, ww_document_len(doc) + 1) - 1;
	ww_mention m;
	bool found = ww_lua_find(L, doc, pos, pos, ww_lua_opt_kinds(L, 3), true, &m);
	return found ? ww_lua_push_mention(L, &m) : 0;
}

/* doc:spans(first, last, into?, kinds?) -> { first, last, kind, … } of what touches the range.
 * Three numbers a mention in one flat table, which can be used again: a host asks at each
 * redraw. */
static int document_spans(lua_State *L) {
	ww_document *doc = ww_lua_check_document(L);
	size_t start, end;
	ww_lua_check_range(L, doc, &start, &end);
	unsigned kinds = ww_lua_opt_kinds(L, 5);
	lua_settop(L, 4);
	if (lua_isnil(L, 4)) {
		lua_newtable(L);
		lua_replace(L, 4);
	}
	luaL_checktype(L, 4, LUA_TTABLE);
	int n = 0;
	int before = (int)lua_rawlen(L, 4);
	ww_mention m;
	for (size_t pos = start; ww_lua_find(L, doc, pos, end, kinds, false, &m) && m.start < end;
	     pos = m.end) {
		lua_pushinteger(L, (lua_Integer)m.start + 1);
		lua_rawseti(L, 4, ++n);
		lua_pushinteger(L, (lua_Integer)m.end);
		lua_rawseti(L, 4, ++n);
		lua_pushinteger(L, m.kind + 1);
		lua_rawseti(L, 4, ++n);
	}
	/* A table used again loses what the last call left behind these. */
	while (before > n) {
		lua_pushnil(L);
		lua_rawseti(L, 4, before--);
	}
	return 1;
}

/* doc:count(last?, as_read?) -> how many mentions of each kind end at or before `last`, in the
 * order of core.kinds, then the vague ones, then those of rules' own kinds; as_read: of what was
 * read so far */
static int document_count(lua_State *L) {
	ww_document *doc = ww_lua_check_document(L);
	size_t len = ww_document_len(doc);
	size_t last = lua_isnoneornil(L, 2) ? len : ww_lua_check_position(L, 2, 0, len);
	size_t count[WW_MOST_KINDS + 1];
	if (!lua_toboolean(L, 3))
		ww_lua_check(L, ww_document_read(doc, 0, last));
	ww_document_count(doc, last, count);
	luaL_checkstack(L, WW_MOST_KINDS + 1, NULL);
	for (int i = 0; i <= WW_MOST_KINDS; i++)
		lua_pushinteger(L, (lua_Integer)count[i]);
	return WW_MOST_KINDS + 1;
}

/* doc:unread() -> how many bytes of the text were not read yet */
static int document_unread(lua_State *L) {
	const ww_document *doc = ww_lua_check_document(L);
	lua_Integer n = 0;
	ww_range unread = { 0, 0 };
	while (ww_document_unread(doc, unread.end, ww_document_len(doc), false, &unread))
		n += unread.end - unread.start;
	lua_pushinteger(L, n);
	return 1;
}

/* doc:settled() -> the last byte that does not depend on what may be appended */
static int document_settled(lua_State *L) {
	lua_pushinteger(L, (lua_Integer)ww_document_settled(ww_lua_check_document(L)));
	return 1;
}

/* doc:beneath(first, last, i) -> the same of the i-th claim on the range that lost it, from 1 */
static int document_beneath(lua_State *L) {
	ww_document *doc = ww_lua_check_document(L);
	size_t start, end;
	ww_lua_check_range(L, doc, &start, &end);
	lua_Integer i = luaL_checkinteger(L, 4);
	ww_mention m;
	bool found = i > 0 && ww_document_beneath(doc, start, end, (size_t)i - 1, &m);
	return found ? ww_lua_push_mention(L, &m) : 0;
}

/* Reads what tells a mention from all others: its range and the number of its form. */
static void check_mention(lua_State *L, const ww_document *doc, ww_mention *m) {
	size_t start, end;
	ww_lua_check_range(L, doc, &start, &end);
	*m = (ww_mention){ .start = (uint32_t)start,
		               .end = (uint32_t)end,
		               .form = (uint16_t)luaL_checkinteger(L, 4) };
}

/* doc:value(first, last, form) -> the value of this mention or claim, or nil. What is not a mention
 * any more, since the text was edited, has none, and that is no error. */
static int document_value(lua_State *L) {
	ww_document *doc = ww_lua_check_document(L);
	ww_mention m;
	char value[WW_VALUE_MAX] = "";
	check_mention(L, doc, &m);
	int err = ww_document_value(doc, &m, value);
	ww_lua_check(L, err == WW_E_RANGE ? WW_OK : err);
	ww_lua_push_text(L, value);
	return 1;
}

/* doc:time(first, last, form, kind) -> its value, until, bound, mod, zone, each or nil, and of a
 * range the mention that ends it, as doc:next() gives it */
static int document_time(lua_State *L) {
	ww_document *doc = ww_lua_check_document(L);
	ww_mention m;
	ww_time time = { 0 };
	check_mention(L, doc, &m);
	m.kind = (uint8_t)(luaL_checkinteger(L, 5) - 1);
	int err = ww_document_time(doc, &m, &time);
	ww_lua_check(L, err == WW_E_RANGE ? WW_OK : err);
	ww_lua_push_text(L, time.value);
	ww_lua_push_text(L, time.until);
	ww_lua_push_text(L, ww_bound_name((ww_bound)time.bound));
	ww_lua_push_text(L, ww_mod_name((ww_mod)time.mod));
	ww_lua_push_text(L, time.zone);
	return time.end.end ? 5 + ww_lua_push_mention(L, &time.end) : 5;
}

/* Sorted by name, as those of articles. */
const luaL_Reg ww_lua_document_methods[] = {
	{ "beneath", document_beneath },   { "common", document_common },
	{ "count", document_count },       { "edit", document_edit },
	{ "idle", document_idle },         { "len", document_len },
	{ "next", document_next },
	{ "previous", document_previous }, { "settled", document_settled },
	{ "spans", document_spans },       { "sync", document_sync },
	{ "text", document_text },         { "time", document_time },
	{ "unread", document_unread },     { "value", document_value },
	{ NULL, NULL },
};

const luaL_Reg ww_lua_document_meta[] = { { "__len", document_len }, { NULL, NULL } };
