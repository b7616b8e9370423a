--- Where code stands in a text of markdown: fenced blocks, and spans between backticks.  What is
--- code is no news, and stays unmarked.
---
--- CommonMark's rules, as far as they matter here: a fence is a line of three or more backticks or
--- tildes, also in a quotation or a list, and runs to a line of as many, or to the text's end.  A
--- span of code ends with as many backticks as it began with, in the same paragraph.
local M = {}

--- The nearest of what may begin code, from `pos` on.  Each kind is looked for once until the walk
--- has passed it, so that the walk stays linear.
local function finder(text)
  local next_at = {}
  return function(pos)
    local best
    for _, mark in ipairs({ "`", "~~~" }) do
      if next_at[mark] ~= false and (next_at[mark] or 0) < pos then
        next_at[mark] = text:find(mark, pos, true) or false
      end
      local at = next_at[mark]
      if at and (not best or at < best) then best = at end
    end
    return best
  end
end

--- Where the line of a position begins.
local function line_start(text, pos)
  while pos > 1 and text:byte(pos - 1) ~= 10 do pos = pos - 1 end
  return pos
end

local function is_indent(before)
  return before:find("^[ \t>]*$") or before:find("^[ \t>]*[-*+][ \t]+$")
    or before:find("^[ \t>]*%d+[.)][ \t]+$")
end

--- The last byte of a fenced block whose opening run ends before `pos`.
local function end_of_fence(text, pos, run)
  while true do
    local from = text:find(run, pos, true)
    if not from then return #text end
    local start = line_start(text, from)
    local stop = (text:find("\n", from, true) or #text + 1) - 1
    local mark = run:sub(1, 1)
    if start > pos and text:sub(start, from - 1):find("^[ \t>]*$")
      and text:sub(from, stop):find("^" .. mark .. "+%s*$") then
      return stop
    end
    pos = stop + 1
    if pos > #text then return #text end
  end
end

-- No span of code is longer: what is looked for behind a lone backtick has an end.
local LONGEST_SPAN = 4096

--- The last byte of a span of code whose opening run ends before `pos`, or nil when none closes it.
local function end_of_span(text, pos, run)
  local near = text:sub(pos, pos + LONGEST_SPAN)
  local blank = near:find("\n[ \t]*\n") or #near
  local from, to = near:find("`+")
  while from and from < blank do
    if to - from + 1 == #run then return pos + to - 1 end
    from, to = near:find("`+", to + 1)
  end
end

--- The ranges of code in a text: { first, last, first, last, … }, ascending.
---@param text string
---@return integer[]
function M.ranges(text)
  local ranges, pos, nearest = {}, 1, finder(text)
  while true do
    local at = nearest(pos)
    if not at then return ranges end
    local run = text:match("^`+", at) or text:match("^~+", at)
    local after, start = at + #run, line_start(text, at)
    local stop = (text:find("\n", after, true) or #text + 1) - 1
    local is_tilde = run:find("~", 1, true)
    local fences = #run >= 3 and is_indent(text:sub(start, at - 1))
      and (is_tilde or not text:sub(after, stop):find("`", 1, true))
    local finish
    if fences then
      finish = end_of_fence(text, after, run)
    elseif not is_tilde then
      finish = end_of_span(text, after, run)
    end
    if finish then
      table.insert(ranges, fences and start or at)
      table.insert(ranges, finish)
    end
    pos = (finish or after - 1) + 1
  end
end

--- The end of the range of code that touches first..last, or nil when none does.
---@param ranges integer[]
---@param first integer
---@param last integer
---@return integer? finish
function M.touched(ranges, first, last)
  -- The first range that ends at `first` or after it.
  local low, high = 1, #ranges / 2 + 1
  while low < high do
    local middle = math.floor((low + high) / 2)
    if ranges[2 * middle] < first then low = middle + 1 else high = middle end
  end
  local begins = ranges[2 * low - 1]
  return begins and begins <= last and ranges[2 * low] or nil
end

return M
