--- What a host may get wrong: every method of a document, every function of the core and of what
--- reads rules, with arguments of any type, on documents that are closed or are asked about again
--- from within.  Each call gives an answer or raises an error, and the document stays what its text
--- makes it.  N=n tries so many calls of each, SEED=n others.
local support = require("support")
local core = require("whowhen_core")
local documents = require("whowhen.document")
local report = require("whowhen.report")
local rules = require("whowhen.rules")
local shell = require("shell")
local whowhen = require("whowhen")
local check, equal = support.check, support.equal

local N = tonumber(os.getenv("N")) or 40
local SEED = tonumber(os.getenv("SEED")) or 1
math.randomseed(SEED)

local TEXT = " date 2024-07-14 Desk - On Friday, July 13, Judge Mary Sommer met Alec Baldwin.\n\n"
  .. "Mr. Baldwin spoke for two hours in Santa Fe. Docket 7 was read the following Monday.\n\n"
local file = os.tmpname()
shell.write(file, [[return { { name = "docket", kind = "docket", pattern = "Docket (?<n>[0-9])",
  value = function(m) return m.n .. m:before(3) end,
  when = function(m) return not m.text:find("9") end } }]])
local set = assert(rules.load(file))
os.remove(file)

local angry = setmetatable({}, { __index = function() error("angry") end,
  __len = function() return -1 end, __tostring = function() error("angry") end,
  __call = function() error("angry") end, __newindex = function() error("angry") end })
local made_up = setmetatable({}, { __index = function(_, key)
  return type(key) == "string" and "x" or nil
end })

-- Those that are numbers come often: most arguments are positions.
local VALUES = {
  0, 1, 2, 30, 90, #TEXT, #TEXT + 1, -1, 1.5, 2 ^ 31, 2 ^ 32, 2 ^ 53, -2 ^ 63, 2 ^ 63, 1 / 0,
  -1 / 0, 0 / 0, true, false, "", "x", "1", "who", "person", "2024-07-14", "\0", "\255\226\128",
  "%", TEXT, ("Friday "):rep(20), {}, { 1, "x" }, { { pattern = 1 } },
  { { words = { 1, {} } } },
  { { pattern = "(" } }, { { kind = 7, pattern = "x" } }, angry, made_up, print, io.stdout,
  coroutine.create(print), set, { date = "2024-07-14" }, { rules = 1 }, { lazy = angry },
}
local FIRST_OTHERS = 17

local function any()
  local n = math.random(3) == 1 and #VALUES + 1 or math.random(2) == 1 and FIRST_OTHERS or #VALUES
  return VALUES[math.random(n)] -- nothing, when it is one more
end

--- Calls with up to five arguments, in a thread of its own, which an iterator given runs in too.
local function call(fn, ...)
  local self = { ... }
  local n = math.random(0, 5)
  local sound, got = coroutine.resume(coroutine.create(function()
    local result
    if self[1] ~= nil then
      result = fn(self[1], any(), any(), any(), any(), any())
    else
      result = fn(any(), any(), any(), any(), any(), n)
    end
    if type(result) == "function" then
      for _ = 1, 3 do result() end
    end
    return result
  end))
  return sound, got
end

local function all_of(document)
  local list = {}
  for m in document:mentions() do
    local name = m.entity and m.entity.name
    table.insert(list, m.first .. m.kind .. tostring(m.value) .. tostring(name))
  end
  for _, who in ipairs(document:cast()) do table.insert(list, who.name .. who.mentions) end
  for _, finding in ipairs(document:findings()) do table.insert(list, finding.message) end
  return table.concat(list, "\n")
end

local function new(text, lazy)
  return assert(whowhen.document(text, { rules = set, lazy = lazy }))
end

--- The functions of a table, by name.
local function functions(of)
  local names = {}
  for name, value in pairs(of) do
    if type(value) == "function" and not name:find("^__") then table.insert(names, name) end
  end
  table.sort(names)
  return names
end

local methods = functions(getmetatable(new("")))
local inner = getmetatable(new("").core)
local inner_methods = functions(type(inner.__index) == "table" and inner.__index or inner)
check("there are methods", #methods > 15 and #inner_methods > 15)

-- The document's own methods.  `claim` is what makes a mention, of what the core says.
for _, name in ipairs(methods) do
  if name ~= "close" and name ~= "claim" then
    local document = new(TEXT, math.random(2) == 1)
    for _ = 1, N do call(document[name], document) end
    local sound, text = pcall(document.text, document)
    check(name .. " leaves a text", sound, text)
    equal(name .. " leaves what the text makes", all_of(document), all_of(new(text)))
    document:close()
    for _ = 1, N do call(document[name], document) end
    check(name .. " of no document", not pcall(document[name], VALUES[math.random(#VALUES)]))
  end
end

-- Those of the core, to which a document's are handed on.
for _, name in ipairs(inner_methods) do
  if name ~= "close" then
    local document = new(TEXT, math.random(2) == 1)
    for _ = 1, N do call(document.core[name], document.core) end
    equal("core." .. name .. " leaves what the text makes", all_of(new(document:text())),
      all_of(new(document.core:text(1, document.core:len()))))
    document.core:close()
    for _ = 1, N do
      local sound = call(document.core[name], document.core)
      check("core." .. name .. " of a closed one", not sound)
    end
    check("core." .. name .. " of another thing", not pcall(document.core[name], io.stdout))
  end
end

-- What makes documents and rules.
for _ = 1, 10 * N do
  call(core.new)
  call(core.rules)
  call(core.ascii)
  call(core.form)
  call(documents.new)
  call(rules.load)
  call(report.open)
  call(whowhen.kinds)
end

-- Strings that nobody else keeps: numbers that are read as text, and what is made when asked for.
for _, list in ipairs({ { { pattern = 2024, kind = 1 } }, { { words = { 2024 }, kind = 1 } } }) do
  check("no rule of a number", not pcall(core.rules, list))
end
local made = setmetatable({}, { __index = function(_, key)
  return key == "pattern" and "docket " .. math.random(9) or nil
end })
local compiled = assert(core.rules({ made }))
collectgarbage()
local plain = assert(core.new({ rules = compiled }))
plain:sync(("docket 1, docket 2, docket 3. "):rep(9))
equal("a field that is none", select("#", plain:next(0)), 0)

-- A question within a question: what runs while mentions are walked over edits the document.
local document = new(TEXT)
local sound, message = pcall(function()
  for m in document:mentions() do document:edit(m.first, m.last, "Monday") end
end)
check("an edit while walking is told", not sound and message:find("edited", 1, true), message)
equal("and is one edit", all_of(document), all_of(new(document:text())))
local walk = coroutine.wrap(function()
  for m in document:mentions() do coroutine.yield(m.first) end
end)
local first = walk()
collectgarbage()
check("a walk that waits", type(first) == "number" and walk() > first)
document:close()
check("and finds it closed", not pcall(walk))

support.finish()
