local support = require("support")
local sandbox = require("whowhen.rule.sandbox")
local equal, check = support.equal, support.check

local hooked = debug.gethook()

--- Loads a source and returns its message; every failure has to leave things as they were.
local function message_of(source)
  local result, message = sandbox.new():load(source, "rules.lua")
  check("no hook stays", debug.gethook() == hooked)
  check("strings are the host's again", getmetatable("").__index == string)
  return result == nil and message or nil
end

for _, row in ipairs({
  { "return os.time()", 'rules.lua:1: "os" is unknown here' },
  { "\nreturn io.open('x')", 'rules.lua:2: "io" is unknown here' },
  { "return debug", '"debug" is unknown here' },
  { "return require('x')", '"require" is unknown here' },
  { "return load('x')", '"load" is unknown here' },
  { "return loadstring('x')", '"loadstring" is unknown here' },
  { "return dofile('x')", '"dofile" is unknown here' },
  { "return collectgarbage()", '"collectgarbage" is unknown here' },
  { "return getmetatable('')", '"getmetatable" is unknown here' },
  { "return setmetatable({}, {})", '"setmetatable" is unknown here' },
  { "return rawset", '"rawset" is unknown here' },
  { "return _G", '"_G" is unknown here' },
  { "return coroutine", '"coroutine" is unknown here' },
  { "return pcall(error)", '"pcall" is unknown here' },
  { "return print('x')", '"print" is unknown here' },
  { "return string.dump(function() end)", "rules.lua:1: attempt to call" },
  { "return (''):dump()", "rules.lua:1: attempt to call" },
  { "return math.random()", "rules.lua:1: attempt to call" },
  { "x = 1", '"x" would be global: write local' },
  { "function helper() end", '"helper" would be global' },
  { "while true do end", "ran for too long" },
  { "local function f() return f() end return f()", "ran for too long" },
  -- The stack overflows, or needs too much memory before.
  { "local function f() return 1 + f() end return f()", "o" },
  { "local s = 'x' while true do s = s .. s end", "too much memory" },
  { "local t = {} while true do t[#t + 1] = {} end", "too much memory" },
  { "return ('x'):rep(1e9)", "longer than 1048576 bytes" },
  { "return string.rep('x', 10, ('y'):rep(1e6))", "longer than 1048576 bytes" },
  { "local s = ('x'):rep(1e6) return s:gsub('.', s)", "longer than 1048576 bytes" },
  { "local s = ('x'):rep(1e6) return s:gsub('.*', ('%0'):rep(100))", "longer than 1048576" },
  { "return ('x'):rep(2e3):gsub('.', function() return ('y'):rep(1e3) end)", "longer than" },
  { "local s = ('x'):rep(1e6) return table.concat({ s, s })", "longer than 1048576 bytes" },
  { "error('out of order')", "rules.lua:1: out of order" },
  { "error({})", "table:" },
  { "return {", "rules.lua:1: " },
  { "\27Lua", "compiled Lua" },
}) do
  local message = message_of(row[1])
  check(row[1], message and message:find(row[2], 1, true), message or "no error")
end

for _, row in ipairs({
  { "return ('ab'):rep(2, '-')", "ab-ab" },
  { "return (('a.b'):gsub('%.', '%%'))", "a%b" },
  { "return (('abc'):gsub('%w', { a = '1', b = false }))", "1bc" },
  { "return (('abc'):gsub('%w', function(c) if c == 'b' then return 'X' end end, 2))", "aXc" },
  { "return table.concat({ 1, 2, 'x' }, ',', 2)", "2,x" },
  { "local a, b = table.unpack({ 1, 2 }) return a + b", 3 },
  { "local n = 0 for _, v in ipairs({ 1, 2 }) do n = n + v end return n", 3 },
  { "return ('%s'):format(('x'):upper()) .. math.floor(1.5)", "X1" },
}) do
  equal(row[1], sandbox.new():load(row[1], "rules.lua"), row[2])
end

-- Calling what was loaded.
local box = sandbox.new()
local add = box:load("return function(a, b) return a, b, nil, a + b end", "rules.lua")
local ok, a, b, c, d = box:call(add, 1, 2)
check("results", ok and a == 1 and b == 2 and c == nil and d == 3)
ok, a = box:call(box:load("return function() while true do end end", "x"))
check("a loop in a call", not ok and a == "it ran for too long", a)
ok, a = box:call(box:load("return function() return nil + 1 end", "rules.lua"))
check("an error in a call", not ok and a:find("^rules.lua:1: attempt to perform arithmetic"), a)
ok, a = box:call(box:load("return function() error() end", "x"))
check("an error without a message", not ok and a == "nil", a)

-- The host's own hook comes back, in a coroutine too, and a call within a call has its own end.
local counted = 0
local function count() counted = counted + 1 end
local thread = coroutine.create(function()
  debug.sethook(count, "", 1000)
  local inner = box:load("return function() return 1 end", "x")
  local outer = box:load("return function(f) return f() end", "x")
  local worked, result = box:call(outer, function() return select(2, box:call(inner)) end)
  return worked, result, debug.gethook()
end)
local alive, worked, result, hook = coroutine.resume(thread)
check("in a coroutine", alive and worked and result == 1, tostring(worked))
check("the host's hook comes back", hook == count)
debug.sethook()

local call = box:load("return function(f) return f() end", "x")
local round
function round() return select(2, box:call(call, round)) end
equal("a circle ends", round(), "rules ask each other in a circle")

-- Every file has its own functions.
local first, second = sandbox.new(), sandbox.new()
first:load("string.upper = function() return 'mine' end", "x")
equal("files share nothing", second:load("return ('x'):upper()", "x"), "X")
equal("nor with the host", ("x"):upper(), "X")

support.finish()
