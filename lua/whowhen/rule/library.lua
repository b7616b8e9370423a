--- What rules see of Lua: the basic functions that compute, and string, table and math, each with a
--- bound on what it takes and gives.
---
--- A string never grows past the budget's length, whatever makes it; what looks at many bytes is
--- charged for them.  A pattern that could take long is matched step by step; see pattern.lua.
local budget = require("whowhen.rule.budget")
local patterns = require("whowhen.rule.pattern")
local source = require("whowhen.rule.source")

local M = {}

local unpack = rawget(_G, "unpack") or rawget(table, "unpack")

-- How many bytes the processor moves in the time of a step.
local BYTES_A_STEP = 16
-- How many values a function may give at once.
local MOST_VALUES = 1000
-- The longest that a number comes out in string.format: "%99.99f" of the largest.
local LONGEST_NUMBER = 512
-- What a plain search of a text is charged for only beyond it: it is nearly always linear.
local PLAIN_WORK = 2 ^ 20

local strings, tables = {}, {}

--- The text of an argument that Lua takes for one; raises what Lua does for others.
local function text_of(value, what, number)
  local kind = type(value)
  if kind ~= "string" and kind ~= "number" then
    local none = value == nil and "no value" or kind
    error(("bad argument #%d to '%s' (string expected, got %s)"):format(number, what, none), 3)
  end
  value = tostring(value)
  budget.charge(#value / BYTES_A_STEP)
  return value
end

strings.len, strings.sub = string.len, string.sub

for _, name in ipairs({ "lower", "upper", "reverse" }) do
  local fn = string[name]
  strings[name] = function(text) return fn(text_of(text, name, 1)) end
end

--- Refuses ranges of more values than may be given.
local function check_values(first, last)
  if type(first) == "number" and type(last) == "number" and last - first >= MOST_VALUES then
    error(("more than %d values at once"):format(MOST_VALUES), 3)
  end
end

function strings.byte(text, first, last)
  text = tostring(text)
  local from = first or 1
  if type(from) == "number" and from < 0 then from = #text + from + 1 end
  local to = last or from
  if type(to) == "number" and to < 0 then to = #text + to + 1 end
  check_values(from, math.min(tonumber(to) or 0, #text))
  return string.byte(text, first or 1, last or first or 1)
end

function strings.char(...)
  budget.check_length(select("#", ...))
  return string.char(...)
end

function strings.rep(text, n, separator)
  text, separator = text_of(text, "rep", 1), separator and text_of(separator, "rep", 3)
  n = tonumber(n) or error("bad argument #2 to 'rep' (number expected)", 2)
  local len = #text + #(separator or "")
  if n < 1 or n ~= n or len == 0 then return "" end
  budget.check_length(len * n)
  budget.charge(len * n / BYTES_A_STEP)
  n = math.floor(n)
  -- Lua 5.1 knows no separator.
  if not separator then return string.rep(text, n) end
  return string.rep(text .. separator, n - 1) .. text
end

function strings.format(format, ...)
  local len = #text_of(format, "format", 1)
  -- "%q" writes a byte as up to four; "%99s" pads.
  local growth = format:find("q", 1, true) and 4 or 1
  for i = 1, select("#", ...) do
    local value = select(i, ...)
    len = len + (type(value) == "string" and growth * #value + 100 or LONGEST_NUMBER)
  end
  budget.check_length(len)
  budget.charge(len / BYTES_A_STEP)
  return string.format(format, ...)
end

--- Whether a search may be left to C.
local function is_cheap(text, pattern)
  return patterns.is_cheap(pattern, #text)
end

--- Where a search begins, as Lua counts it; nil past the text's end.
local function start_of(text, init)
  init = math.floor(tonumber(init) or 1)
  if init < 0 then init = math.max(1, #text + init + 1) elseif init == 0 then init = 1 end
  return init <= #text + 1 and init or nil
end

function strings.find(text, pattern, init, plain)
  text, pattern = text_of(text, "find", 1), text_of(pattern, "find", 2)
  if plain then
    local work = #text * #pattern
    if work > PLAIN_WORK then budget.charge(work / BYTES_A_STEP) end
    return string.find(text, pattern, init, true)
  end
  if is_cheap(text, pattern) then return string.find(text, pattern, init) end
  local start = start_of(text, init)
  if not start then return nil end
  local first, last, captures = patterns.find(text, pattern, start)
  if not first then return nil end
  return first, last, unpack(captures)
end

--- What a match gives: its captures, or all of it when it has none.
local function given(text, first, last, captures)
  if captures[1] == nil then return text:sub(first, last) end
  return unpack(captures)
end

function strings.match(text, pattern, init)
  text, pattern = text_of(text, "match", 1), text_of(pattern, "match", 2)
  if is_cheap(text, pattern) then return string.match(text, pattern, init) end
  local start = start_of(text, init)
  if not start then return nil end
  local first, last, captures = patterns.find(text, pattern, start)
  if not first then return nil end
  return given(text, first, last, captures)
end

function strings.gmatch(text, pattern)
  text, pattern = text_of(text, "gmatch", 1), text_of(pattern, "gmatch", 2)
  -- Here a "^" is itself.
  if pattern:sub(1, 1) == "^" then pattern = "%" .. pattern end
  if is_cheap(text, pattern) then return string.gmatch(text, pattern) end
  local pos, before = 1, nil
  return function()
    while pos <= #text + 1 do
      local first, last, captures = patterns.find(text, pattern, pos)
      if not first then break end
      pos = math.max(last, first) + 1
      -- No empty match where the last one ended.
      if last ~= before then
        before = last
        if last >= first then pos = last + 1 end
        return given(text, first, last, captures)
      end
    end
    pos = #text + 2
    return nil
  end
end

--- What a replacement makes of a match; false or nil leaves it.
local function replaced(replacement, whole, captures)
  local kind, first = type(replacement), captures[1] == nil and whole or captures[1]
  if kind == "table" then return replacement[first] end
  if kind == "function" then
    if captures[1] == nil then return replacement(whole) end
    return replacement(unpack(captures))
  end
  local size = #replacement
  return (string.gsub(replacement, "%%(.)", function(c)
    local n = tonumber(c)
    local piece = c == "%" and c or n == 0 and whole or n == 1 and first or n and captures[n]
    if not piece then error("invalid use of '%' in replacement string", 0) end
    piece = tostring(piece)
    size = size + #piece
    budget.check_length(size, 0)
    return piece
  end))
end

--- Replaces match by match; the result is bounded while it grows.
local function replace_slowly(text, pattern, replacement, most)
  local find = is_cheap(text, pattern) and function(pos)
    -- The captures of C come as values.
    local found = { string.find(text, pattern, pos) }
    return found[1], found[2], { unpack(found, 3) }
  end or function(pos) return patterns.find(text, pattern, pos) end
  local pieces, size, pos, n, before = {}, 0, 1, 0, nil
  local function add(piece)
    size = size + #piece
    budget.check_length(size, 0)
    pieces[#pieces + 1] = piece
  end
  local anchored = pattern:sub(1, 1) == "^"
  while n < most and pos <= #text + 1 do
    local first, last, captures = find(pos)
    if not first then break end
    budget.charge((last - pos) / BYTES_A_STEP + 10)
    if last < first and last == before then
      -- No empty match where the last one ended.
      add(text:sub(pos, first))
      pos, before = first + 1, nil
    else
      n = n + 1
      local whole = text:sub(first, last)
      local value = replaced(replacement, whole, captures)
      if value and type(value) ~= "string" and type(value) ~= "number" then
        error(("invalid replacement value (a %s)"):format(type(value)), 0)
      end
      add(text:sub(pos, first - 1) .. (value and tostring(value) or whole))
      pos, before = last + 1, last
      if last < first then
        add(text:sub(first, first))
        pos, before = first + 1, nil
      end
    end
    if anchored then break end
  end
  add(text:sub(pos))
  return table.concat(pieces), n
end

function strings.gsub(text, pattern, replacement, n)
  text, pattern = text_of(text, "gsub", 1), text_of(pattern, "gsub", 2)
  local kind, most = type(replacement), tonumber(n) or math.huge
  if kind == "number" then replacement, kind = tostring(replacement), "string" end
  if kind ~= "string" and kind ~= "table" and kind ~= "function" then
    error("bad argument #3 to 'gsub' (string/function/table expected)", 2)
  end
  -- A plain replacement that cannot make it too long is C's.
  local size = kind == "string" and (#text + 1) * (#replacement + 1) or math.huge
  if kind == "string" and not replacement:find("%", 1, true) and size <= budget.LIMITS.string
    and is_cheap(text, pattern) then
    return string.gsub(text, pattern, replacement, n)
  end
  return replace_slowly(text, pattern, replacement, most)
end

--- Sums up what table.concat would join, charging for it.
local function joined_length(list, separator, first, last)
  local size = math.max(0, last - first) * #separator
  budget.check_length(size, 4)
  budget.charge(math.max(0, last - first))
  for i = first, last do
    size = size + #tostring(list[i] or "")
    budget.check_length(size, 4)
  end
  return size
end

function tables.concat(list, separator, first, last)
  separator, first = tostring(separator or ""), first or 1
  last = last or #list
  budget.charge(joined_length(list, separator, first, last) / BYTES_A_STEP)
  return table.concat(list, separator, first, last)
end

function tables.unpack(list, first, last)
  check_values(first or 1, last or #list)
  return unpack(list, first or 1, last or #list)
end

--- What moves the rest of a list is charged for it.
local function charge_for_moving(list, position)
  if type(position) == "number" then
    budget.charge(math.max(0, #list - position) / 4)
  end
end

function tables.insert(list, ...)
  if select("#", ...) > 1 then charge_for_moving(list, (...)) end
  return table.insert(list, ...)
end

function tables.remove(list, position)
  charge_for_moving(list, position)
  if position then return table.remove(list, position) end
  return table.remove(list)
end

function tables.sort(list, before)
  local n = #list
  -- C compares about n log n times; a rule's own function is counted by itself.
  budget.charge(n * math.log(n + 2))
  return table.sort(list, before)
end

--- What ".." comes to: see source.lua.  The right operand is kept by the joiner, in a table of its
--- own, until the left one comes.
local Kept = {}
local JOINED = { string = true, number = true }

function Kept.__concat(left, right)
  if getmetatable(right) ~= Kept then return setmetatable({ value = right }, Kept) end
  right = right.value
  local bad = not JOINED[type(left)] and type(left) or not JOINED[type(right)] and type(right)
  if bad then error(("attempt to concatenate a %s value"):format(bad), 2) end
  local len = #tostring(left) + #tostring(right)
  budget.check_length(len)
  budget.charge(len / BYTES_A_STEP)
  return left .. right
end

--- Errors of rules say where they were raised: so nobody takes them for the host's own.
local function raise(message, level)
  if level == nil or level == 0 then level = 1 end
  error(message, level + 1)
end

local function assure(value, ...)
  if value then return value, ... end
  local message = (...)
  raise(message == nil and "assertion failed!" or message, 2)
end

local function copy(from, names)
  local to = {}
  for name in names:gmatch("%S+") do to[name] = from[name] end
  return to
end

--- Makes the functions of one file: the environment that it runs in, and what "x":upper() finds.
---@return table environment
---@return table strings
function M.new()
  local environment = copy(_G, "ipairs next pairs select tonumber tostring type")
  environment.error, environment.assert = raise, assure
  -- Without random numbers: the same article has the same marks.
  environment.math = copy(math, "abs ceil exp floor fmod huge log max min modf pi sqrt")
  environment.string, environment.table = {}, {}
  for name, fn in pairs(strings) do environment.string[name] = fn end
  for name, fn in pairs(tables) do environment.table[name] = fn end
  environment.unpack = tables.unpack
  environment[source.JOINER] = setmetatable({}, Kept)
  return environment, environment.string
end

-- What LuaJIT compiles does not count its steps.
local jit = rawget(_G, "jit")
if jit then jit.off(true, true) end

return M
