local support = require("support")
local sandbox = require("whowhen.rule.sandbox")
local equal, check, fails = support.equal, support.check, support.fails

local unpack = rawget(_G, "unpack") or rawget(table, "unpack")
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
  { "local s = 'x' while true do s = s .. s end", "rules.lua:1: a string would be longer than" },
  { "local s = ('x'):rep(1e6) return s .. s .. s", "longer than 1048576 bytes" },
  { "return 'x' .. nil", "rules.lua:1: attempt to concatenate a nil value" },
  { "return {} .. 'x'", "attempt to concatenate a table value" },
  { "local s = ('x'):rep(9e5) return ('%s%s'):format(s, s)", "longer than 1048576 bytes" },
  { "local s = ('\\0'):rep(9e5) return ('%q'):format(s)", "longer than 1048576 bytes" },
  { "return ('%s'):rep(1e5):format(table.unpack({}, 1, 1e5))", "more than 1000 values" },
  { "return (('x'):rep(1e5)):byte(1, -1)", "more than 1000 values" },
  { "local __join = 'x' return 'a' .. 'b'", '"__join" is a name that rules cannot have' },
  { "return ('x'):rep(1e6):find('.-.-.-b')", "ran for too long" },
  { "return ('x'):rep(1e6):gsub('.-.-.-b', '')", "ran for too long" },
  { "for _ in ('x'):rep(1e6):gmatch('x*x*x*b') do end", "ran for too long" },
  { "return ('x'):rep(1e6):find(('x'):rep(5e5) .. 'y', 1, true)", "ran for too long" },
  { "local s = ('x'):rep(1e5) while true do (s .. 'y'):find('z') end", "it " },
  { "local s = ('x'):rep(1e5) while true do s:find('z') end", "ran for too long" },
  { "local t = {} for i = 1, 1e5 do t[i] = i end while true do table.insert(t, 1, 0) end",
    "ran for too long" },
  { "local t = {} for i = 1, 1e5 do t[i] = 0 end while true do table.sort(t) end",
    "ran for too long" },
  { "local t = {} while true do t[#t + 1] = {} end", "too much memory" },
  { "return ('x'):rep(1e9)", "longer than 1048576 bytes" },
  { "return string.rep('x', 10, ('y'):rep(1e6))", "longer than 1048576 bytes" },
  { "local s = ('x'):rep(1e6) return s:gsub('.', s)", "longer than 1048576 bytes" },
  { "local s = ('x'):rep(5e5) return s:gsub('.*', ('%0'):rep(100))", "longer than 1048576" },
  { "return ('x'):rep(2e3):gsub('.', function() return ('y'):rep(1e3) end)", "longer than" },
  { "local s = ('x'):rep(1e6) return table.concat({ s, s })", "longer than 1048576 bytes" },
  { "error('out of order')", "rules.lua:1: out of order" },
  { "error('not enough memory', 0)", "rules.lua:1: not enough memory" },
  { "assert(false, 'not enough memory')", "rules.lua:1: not enough memory" },
  { "assert(nil)", "assertion failed!" },
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
  { "return select('#', assert(1, nil, 2))", 3 },
  { "local n = 0 for _, v in ipairs({ 1, 2 }) do n = n + v end return n", 3 },
  { "return ('%s'):format(('x'):upper()) .. math.floor(1.5)", "X1" },
  { "return 'a'..'b'.. 1 ..2 .. ('c'..'d') --..", "ab12cd" },
  { "local function f(...) return select('#', ...) end return f('..', [[..]], '\\'..') ", 3 },
  { "return ('abc'):sub(-2)..(('abc'):byte(-1))", "bc99" },
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

-- What runs within another takes from the same budget, and who began it answers for it.
local inner = box:load("return function() for _ = 1, 5e4 do end end", "x")
local outer = box:load("return function(f) for _ = 1, 1e9 do f() end end", "x")
local runs = 0
ok, a = box:call(outer, function()
  runs = runs + 1
  return box:call(inner)
end)
check("nested calls", not ok and a == "it ran for too long" and runs < 10, runs .. " runs")

-- A question of a host has one budget for all rules.
local busy = box:load("return function() for _ = 1, 2e4 do end end", "x")
runs = sandbox.ask(function()
  for n = 1, 10000 do
    if not box:call(busy) then return n end
  end
end)
check("a question ends", runs and runs < 1000, tostring(runs))
check("the next one has its own", box:call(busy))
fails("a question's error", "out of order", sandbox.ask, error, "out of order")
check("and its end", box:call(busy))

-- An interrupt is not the rule's fault: it takes the hook away, and goes on to the host.
local interrupted = box:load("return function(f) f() end", "x")
fails("an interrupt", "interrupted!", function()
  box:call(interrupted, function()
    debug.sethook()
    error("interrupted!", 0)
  end)
end)
equal("strings are the host's after it", getmetatable("").__index, string)
check("and calls are no nested ones", box:call(busy))

-- A host's hook that raises an error wherever it can leaves nothing behind.
local sane = true
for at = 1, 60 do
  local lines, trapped = 0, nil
  trapped = coroutine.create(function()
    debug.sethook(function()
      if coroutine.running() ~= trapped then return end
      lines = lines + 1
      if lines == at then error("out of order", 0) end
    end, "l")
    box:call(busy)
  end)
  coroutine.resume(trapped)
  debug.sethook()
  sane = sane and getmetatable("").__index == string and debug.gethook() == nil
  local passed, why = box:call(outer, function() error("stop", 0) end)
  sane = sane and not passed and why == "stop"
end
check("a hook that fires between two lines", sane)

local call = box:load("return function(f) return f() end", "x")
local round
function round() return select(2, box:call(call, round)) end
equal("a circle ends", round(), "rules ask each other in a circle")

-- The matcher of our own finds what C's finds.
local patterns = require("whowhen.rule.pattern")
local function by_c(text, pattern, init)
  local found = { text:find(pattern, init) }
  if not found[1] then return "none" end
  return table.concat(found, ",")
end
local function by_us(text, pattern, init)
  local from, to, captures = patterns.find(text, pattern, init)
  if not from then return "none" end
  return table.concat({ from, to, unpack(captures) }, ",")
end
local TEXTS = { "", "a", "aXb1 (c(d)e) f--g", "THE (quick) fox", "aaaaab", "x=1, y=22", "%d",
  "a\255" }
local PATTERNS = {
  "", "a", "^a", "a$", "^$", ".", ".*", ".-", ".-b", "a+b?", "(a*)(b?)", "()a()",
  "%a+", "[^%s]+", "[%w_]+=(%d+)", "%b()", "%f[%a]%u+%f[%A]", "(%a)%1", "[a-f%-]+", "[]x]",
  "[^]]",  "%%d", "--", "a-$", "(.-)%s*$", "((a)(b))", "%S*", "[%a-]*", "x?y?z?", "$", "a$b",
  "%.", "(a)%1*",
}
for _, text in ipairs(TEXTS) do
  for _, pattern in ipairs(PATTERNS) do
    for init = 1, #text + 1, 3 do
      local label = ("%s in %s from %d"):format(pattern, text:gsub("%c", "?"), init)
      equal(label, by_us(text, pattern, init), by_c(text, pattern, init))
    end
  end
end
for _, row in ipairs({
  { "[a", "missing ']'" }, { "%", "ends with '%'" }, { "(a", "unfinished capture" },
  { "a)", "invalid pattern capture" }, { "%b(", "missing arguments" }, { "%f", "missing '['" },
  { "%1", "invalid capture index" }, { ("(a)"):rep(33), "too many captures" },
}) do
  fails("malformed: " .. row[1], row[2], by_us, ("a"):rep(40), row[1], 1)
end
-- What is left to C and what is not answers alike, through every function that has patterns.
local slow = sandbox.new()
local TEXT = ("the quick  brown fox, "):rep(20)
for _, row in ipairs({
  "TEXT:find('(%a-)%s(%a-)%s+(b%a-)%s.-x')", "TEXT:match('%a-%s%a-%s+b%a-%s.-x')",
  "TEXT:gsub('%a-%s-(%a-)%s+b', '<%1>')", "TEXT:gsub('%a-%s-%a*', '')",
  "TEXT:gsub('(%a-)(%s+)(%a*)', '%3%2%1', 3)", "TEXT:gsub('%a-%s-%a*', { the = 'THE' })",
  "TEXT:gsub('(%a-)(%s-)(%a*)', function(a, b, c) return c and c .. b .. a end)",
}) do
  local source = ("local TEXT = %q local a, b, c = %s "):format(TEXT, row)
    .. "return tostring(a) .. tostring(b) .. tostring(c)"
  local plain = assert((rawget(_G, "loadstring") or load)(source))()
  -- Lua 5.1 counts an empty match where the last one ended.
  if support.ABI == "lua5.4" or row:find("find(", 1, true) or row:find("match(", 1, true) then
    equal(row, slow:load(source, "x"), plain)
  end
end
equal("gmatch", slow:load(([[local n, s = 0, "" for a, b in (%q):gmatch("(%%a-)%%s+(%%a-%%a*)") do
  n, s = n + 1, s .. a .. b end return n .. s]]):format(TEXT), "x"), (function()
  local n, s = 0, ""
  for x, y in TEXT:gmatch("(%a-)%s+(%a-%a*)") do n, s = n + 1, s .. x .. y end
  return n .. s
end)())

-- Every file has its own functions.
local first, second = sandbox.new(), sandbox.new()
first:load("string.upper = function() return 'mine' end", "x")
equal("files share nothing", second:load("return ('x'):upper()", "x"), "X")
equal("nor with the host", ("x"):upper(), "X")

support.finish()
