--- The patterns of Lua, matched step by step: what string.find does in C, where nobody can stop it,
--- for patterns and texts that could take long.
---
--- A pattern with k parts that repeat can take len^k steps from each place of a text: what is known
--- to be cheap is left to C.
local M = {}

-- The most steps that C is trusted with: some milliseconds.
local CHEAP = 2 ^ 20
-- How many patterns are remembered; a program has few.
local MOST_KNOWN = 200
local MOST_CAPTURES = 32
local OPEN = -1 -- The length of a capture that is not closed yet.

-- As methods these would be what rules see of them.
local byte, char, find, sub = string.byte, string.char, string.find, string.sub

---@class whowhen.PatternItem
---@field op "single"|"open"|"close"|"frontier"|"balance"|"back"|"end"
---@field set? string A pattern for one character …
---@field memo? table<integer, boolean> … and which bytes it was found to match.
---@field quantifier? "*"|"+"|"-"|"?"
---@field number? integer Which capture is meant.
---@field position? boolean A capture of a position.
---@field from? integer The bytes of %b.
---@field to? integer

local function malformed(what)
  error("malformed pattern (" .. what .. ")", 0)
end

--- Where the set ends that begins with the "[" at i.
local function end_of_set(pattern, i)
  i = i + 1
  if byte(pattern, i) == 94 then i = i + 1 end -- ^
  repeat
    local c = sub(pattern, i, i)
    if c == "" then malformed("missing ']'") end
    i = i + (c == "%" and 2 or 1)
  until sub(pattern, i, i) == "]"
  return i
end

--- The item of one character at i, and where it ends.
local function single(pattern, i)
  local c, stop = sub(pattern, i, i), i
  local set
  if c == "%" then
    stop = i + 1
    if stop > #pattern then malformed("ends with '%'") end
    set = sub(pattern, i, stop)
  elseif c == "[" then
    stop = end_of_set(pattern, i)
    set = sub(pattern, i, stop)
  else
    set = (c == "." or find(c, "^[%w\128-\255]")) and c or "%" .. c
  end
  local quantifier = find(sub(pattern, stop + 1, stop + 1), "^[*+?-]")
    and sub(pattern, stop + 1, stop + 1) or nil
  local item = { op = "single", set = set, memo = {}, quantifier = quantifier }
  return item, stop + (quantifier and 1 or 0)
end

--- The items of what begins with "%" and is no class, or nil.
local function special(pattern, i)
  local c = sub(pattern, i + 1, i + 1)
  if c == "b" then
    if i + 3 > #pattern then malformed("missing arguments to '%b'") end
    local from, to = byte(pattern, i + 2, i + 3)
    return { op = "balance", from = from, to = to }, i + 3
  elseif c == "f" then
    if sub(pattern, i + 2, i + 2) ~= "[" then malformed("missing '[' after '%f' in pattern") end
    local stop = end_of_set(pattern, i + 2)
    return { op = "frontier", set = sub(pattern, i + 2, stop), memo = {} }, stop
  elseif find(c, "^%d") then
    return { op = "back", number = tonumber(c) }, i + 1
  end
end

--- The item at i, and where it ends.
local function item_at(pattern, i, captures)
  local c = sub(pattern, i, i)
  if c == "(" then
    local position = sub(pattern, i + 1, i + 1) == ")"
    captures.n = captures.n + 1
    if captures.n > MOST_CAPTURES then error("too many captures", 0) end
    local item = { op = "open", number = captures.n, position = position }
    if position then return item, i + 1 end
    table.insert(captures, captures.n)
    return item, i
  elseif c == ")" then
    local number = table.remove(captures)
    if not number then error("invalid pattern capture", 0) end
    return { op = "close", number = number }, i
  elseif c == "$" and i == #pattern then
    return { op = "end" }, i
  end
  if c == "%" then
    local item, stop = special(pattern, i)
    if item then return item, stop end
  end
  return single(pattern, i)
end

local known, n_known = {}, 0

--- Reads a pattern, and counts what can make it slow.
local function compile(pattern)
  if known[pattern] then return known[pattern] end
  local items, captures = {}, { n = 0 }
  local anchored = byte(pattern, 1) == 94 -- ^
  local i = anchored and 2 or 1
  local repeats, choices = anchored and 0 or 1, 0
  while i <= #pattern do
    local item, stop = item_at(pattern, i, captures)
    table.insert(items, item)
    if item.quantifier == "?" then
      choices = choices + 1
    elseif item.quantifier or item.op == "balance" or item.op == "back" then
      repeats = repeats + 1
    end
    i = stop + 1
  end
  if captures[1] then error("unfinished capture", 0) end
  if n_known >= MOST_KNOWN then known, n_known = {}, 0 end
  local compiled = { items = items, anchored = anchored, captures = captures.n,
    repeats = repeats, choices = choices }
  known[pattern], n_known = compiled, n_known + 1
  return compiled
end

--- Whether C may match a pattern in a text of a length.
---@param pattern string
---@param len integer
---@return boolean
function M.is_cheap(pattern, len)
  local compiled = compile(pattern)
  return (len + 1) ^ compiled.repeats * 2 ^ compiled.choices <= CHEAP
end

--- Whether an item's set holds a byte; C knows, and is asked once for each.
local function holds(item, c)
  local is = item.memo[c]
  if is == nil then
    is = find(char(c), "^" .. item.set) ~= nil
    item.memo[c] = is
  end
  return is
end

local match

local function match_quantified(m, item, i, p)
  local text, len, quantifier = m.text, m.len, item.quantifier
  if quantifier == "-" then
    while true do
      local stop = match(m, i, p + 1)
      if stop then return stop end
      if i > len or not holds(item, byte(text, i)) then return nil end
      i = i + 1
    end
  end
  local most = quantifier == "?" and i or len
  local stop = i
  while stop <= most and stop <= len and holds(item, byte(text, stop)) do stop = stop + 1 end
  for from = stop, quantifier == "+" and i + 1 or i, -1 do
    local found = match(m, from, p + 1)
    if found then return found end
  end
end

--- Matches a capture's beginning or end, which is undone where what follows does not match.
local function match_capture(m, item, i, p)
  local first, last = m.first[item.number], m.last[item.number]
  if item.op == "open" then
    m.first[item.number], m.last[item.number] = i, item.position and "position" or OPEN
  else
    m.last[item.number] = i - 1
  end
  local stop = match(m, i, p + 1)
  if not stop then m.first[item.number], m.last[item.number] = first, last end
  return stop
end

-- Items that match without a choice: where they end, or nil.
local PLAIN = {}

PLAIN["end"] = function(m, _, i) return i == m.len + 1 and i or nil end

function PLAIN.frontier(m, item, i)
  local before, here = i > 1 and byte(m.text, i - 1) or 0, byte(m.text, i) or 0
  return not holds(item, before) and holds(item, here) and i or nil
end

function PLAIN.balance(m, item, i)
  if byte(m.text, i) ~= item.from then return nil end
  local depth = 1
  for at = i + 1, m.len do
    local c = byte(m.text, at)
    if c == item.to then
      depth = depth - 1
      if depth == 0 then return at + 1 end
    elseif c == item.from then
      depth = depth + 1
    end
  end
end

function PLAIN.back(m, item, i)
  local first, last = m.first[item.number], m.last[item.number]
  if type(last) ~= "number" or last == OPEN then
    error(("invalid capture index %%%d"):format(item.number), 0)
  end
  local stop = i + last - first
  return sub(m.text, i, stop) == sub(m.text, first, last) and stop <= m.len and stop + 1 or nil
end

function PLAIN.single(m, item, i)
  return i <= m.len and holds(item, byte(m.text, i)) and i + 1 or nil
end

--- Matches the items from number p on at byte i: where the match ends, one past it, or nil.
function match(m, i, p)
  while i do
    local item = m.items[p]
    if not item then return i end
    if item.quantifier then return match_quantified(m, item, i, p) end
    if item.op == "open" or item.op == "close" then return match_capture(m, item, i, p) end
    i, p = PLAIN[item.op](m, item, i), p + 1
  end
end

--- Finds the first match from `init` on.
---@param text string
---@param pattern string
---@param init integer 1 to the text's length plus 1.
---@return integer? first
---@return integer? last
---@return any[]? captures What string.match gives.
function M.find(text, pattern, init)
  local compiled = compile(pattern)
  local m = { text = text, len = #text, items = compiled.items, first = {}, last = {} }
  for i = init, compiled.anchored and init or #text + 1 do
    local stop = match(m, i, 1)
    if stop then
      local captures = {}
      for n = 1, compiled.captures do
        local last = m.last[n]
        captures[n] = last == "position" and m.first[n] or sub(text, m.first[n], last)
      end
      return i, stop - 1, captures
    end
  end
end

-- What LuaJIT compiles does not count its steps.
local jit = rawget(_G, "jit")
if jit then jit.off(true, true) end

return M
