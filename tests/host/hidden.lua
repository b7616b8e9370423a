--- Run by hidden_lua: the module in a host that hides its Lua, and a test of everything in it.
local support = require("support")
local check, fails = support.check, support.fails

local path = support.BUILD .. "/lua5.4/whowhen_core.so"
local usual = package.loadlib(path, "luaopen_whowhen_core")
check("the module is loaded", usual)
check("but does nothing by its usual entry", select("#", usual()) == 0)
package.preload.whowhen_core = usual
fails("and whowhen says so", "the host hides its Lua", require, "whowhen")
package.loaded.whowhen_core = nil

fails("not even errors can be raised", "no message", function()
  assert(select("#", open(path, "luaL_error")) > 0, "no message")
end)
fails("a host that lacks a function", "needs Lua 5.4", open, path, "lua_copy")
package.preload.whowhen_core = function() return open(path) end
check("its own entry", type(require("whowhen_core")) == "table")
dofile("tests/lua/test_document.lua")
