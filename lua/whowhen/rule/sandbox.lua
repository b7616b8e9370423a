--- Runs Lua that somebody else wrote: without the system, and with an end.
---
--- What runs here sees the basic functions that compute, and string, table and math; nothing
--- that reads, writes, loads or looks behind the scenes.  It may take LIMITS.steps steps of the
--- interpreter and LIMITS.memory KB more than before; a string never grows past LIMITS.string
--- bytes.  What is left: one concatenation of many long strings, and the time that a single
--- call of string.find or string.gsub with a slow pattern takes.
local M = {}

M.LIMITS = { steps = 200000, load_steps = 20000000, memory = 32768, string = 1048576 }

-- How many steps lie between two looks at the limits.  So few because a string that doubles in a
-- loop takes four steps each time.
local STRIDE = 10
-- How deep a function may make others run: the value of one rule that asks for that of another.
local DEPTH = 4

local TOO_LONG, TOO_LARGE = "it ran for too long", "it needed too much memory"

local unpack = rawget(_G, "unpack") or rawget(table, "unpack")

local function too_long_string()
  error(("a string would be longer than %d bytes"):format(M.LIMITS.string), 3)
end

--- string.rep, for results of a bounded length.
local function rep(text, n, separator)
  local len = #tostring(text) + #tostring(separator or "")
  if tonumber(n) and len * n > M.LIMITS.string then too_long_string() end
  if not separator then return string.rep(text, n) end
  -- Lua 5.1 knows no separator.
  return n < 1 and "" or string.rep(text .. separator, n - 1) .. text
end

--- string.gsub, for results of a bounded length.
local function gsub(text, pattern, replacement, n)
  local len, room = #tostring(text), M.LIMITS.string
  if len > room then too_long_string() end
  local kind = type(replacement)
  if kind == "string" or kind == "number" then
    local size = #tostring(replacement)
    -- Not as a method: that would be this function.
    local captures = select(2, string.gsub(replacement, "%%", ""))
    -- Every byte replaced, and every capture as long as the text: more it cannot be.
    if (len + 1) * size + captures * len > room then too_long_string() end
    return string.gsub(text, pattern, replacement, n)
  end
  if kind ~= "table" and kind ~= "function" then
    return string.gsub(text, pattern, replacement, n)
  end
  return string.gsub(text, pattern, function(...)
    local result
    if kind == "table" then result = replacement[(...)] else result = replacement(...) end
    room = room - #tostring(result or "")
    if room < 0 then too_long_string() end
    return result
  end, n)
end

--- table.concat, for results of a bounded length.
local function concat(list, separator, first, last)
  first, last = first or 1, last or #list
  local size = math.max(0, last - first) * #tostring(separator or "")
  for i = first, last do size = size + #tostring(list[i] or "") end
  if size > M.LIMITS.string then too_long_string() end
  return table.concat(list, separator, first, last)
end

local function copy(from, names)
  local to = {}
  for name in names:gmatch("%S+") do to[name] = from[name] end
  return to
end

local function new_environment()
  local strings = copy(string, "byte char find format gmatch len lower match reverse sub upper")
  strings.rep, strings.gsub = rep, gsub
  local tables = copy(table, "insert remove sort")
  tables.concat, tables.unpack = concat, unpack
  -- Without random numbers: the same article has the same marks.
  local numbers = copy(math, "abs ceil exp floor fmod huge log max min modf pi sqrt")
  local environment = copy(_G, "assert error ipairs next pairs select tonumber tostring type")
  environment.string, environment.table, environment.math = strings, tables, numbers
  environment.unpack = unpack
  return environment, strings
end

-- The function that is running: how many looks it has left and how much memory it may reach.
local looks, ceiling, depth = 0, 0, 0

--- The hook.  One error ends what runs, which cannot catch it: from then on the hook is silent.
local function look()
  looks = looks - 1
  local message = looks < 0 and TOO_LONG or collectgarbage("count") > ceiling and TOO_LARGE
  if message then
    looks, ceiling = math.huge, math.huge
    error(message, 0)
  end
end

local function run(fn, ...)
  local results = { pcall(fn, ...) }
  looks, ceiling = math.huge, math.huge
  return results
end

---@class whowhen.Sandbox
local Sandbox = {}
Sandbox.__index = Sandbox

--- Calls a function under limits: what pcall returns, as a list.
local function limited(self, steps, fn, ...)
  if depth >= DEPTH then return { false, "rules ask each other in a circle" } end
  -- Some hosts have no debug library: there nothing ends a loop.
  local debug = rawget(_G, "debug")
  local hooks = debug and debug.sethook
  local hook, mask, count
  if hooks then hook, mask, count = debug.gethook() end
  local looks_before, ceiling_before = looks, ceiling
  -- ("x"):rep(n) finds its function here, and not in the environment.
  local of_strings = getmetatable("")
  local index_before = of_strings.__index
  depth = depth + 1
  of_strings.__index = self.strings
  looks, ceiling = math.floor(steps / STRIDE), collectgarbage("count") + M.LIMITS.memory
  if hooks then debug.sethook(look, "", STRIDE) end
  local ok, results = pcall(run, fn, ...)
  if hooks then debug.sethook(hook, mask, count) end
  looks, ceiling = looks_before, ceiling_before
  of_strings.__index = index_before
  depth = depth - 1
  return ok and results or { false, results }
end

--- Calls a function that came out of load(), under limits; returns as pcall does, but no more than
--- four results.
---@param fn function
---@return boolean ok
---@return any ...
function Sandbox:call(fn, ...)
  local results = limited(self, M.LIMITS.steps, fn, ...)
  if not results[1] then return false, tostring(results[2]) end
  return true, results[2], results[3], results[4], results[5]
end

--- Turns the text of a Lua file into a function, in Lua 5.1 and later.
local function compile(source, name, environment)
  if source:sub(1, 1) == "\27" then return nil, "this is compiled Lua: rules are read as text" end
  local setfenv, jit = rawget(_G, "setfenv"), rawget(_G, "jit")
  if not setfenv then return load(source, "@" .. name, "t", environment) end
  local chunk, message = rawget(_G, "loadstring")(source, "@" .. name)
  if not chunk then return nil, message end
  setfenv(chunk, environment)
  -- Compiled code does not count its steps.
  if jit then jit.off(chunk, true) end
  return chunk
end

--- Runs the text of a Lua file; nil and a message when it fails.
---@param source string
---@param name string What its messages begin with.
---@return any result
---@return string? message
function Sandbox:load(source, name)
  local chunk, message = compile(source, name, self.environment)
  if not chunk then return nil, message end
  local results = limited(self, M.LIMITS.load_steps, chunk)
  if not results[1] then return nil, tostring(results[2]) end
  return results[2]
end

--- Makes a sandbox.  What is loaded in one shares nothing with what is loaded in others.
---@return whowhen.Sandbox
function M.new()
  local environment, strings = new_environment()
  setmetatable(environment, {
    __index = function(_, name)
      error(('"%s" is unknown here: rules have no access to it'):format(tostring(name)), 2)
    end,
    __newindex = function(_, name)
      error(('"%s" would be global: write local before it'):format(tostring(name)), 2)
    end,
  })
  return setmetatable({ environment = environment, strings = strings }, Sandbox)
end

return M
