--- Positions of the Language Server Protocol: lines from 0 and characters in them, counted as the
--- client wishes, for bytes of a document.
---
--- A line ends with "\n", "\r\n" or "\r".  What lies behind a line's end stands for its end, as the
--- specification wants.
local M = {}

--- How many units a character takes, by its first byte: for each encoding the weights of those of
--- four bytes and of the others.
local function counter(four)
  return function(text)
    if not text:find("[\128-\255]") then return #text end
    local _, heads = text:gsub("[^\128-\191]", "")
    local _, long = text:gsub("[\240-\247]", "")
    return heads + long * (four - 1)
  end
end

---@type table<string, fun(text: string): integer>
M.COUNT = {
  ["utf-8"] = function(text) return #text end,
  ["utf-16"] = counter(2),
  ["utf-32"] = counter(1),
}

---@class whowhen.LspText
---@field document whowhen.Document
---@field count fun(text: string): integer
---@field starts integer[] Where each line begins, in bytes from 1.
---@field four integer How many units a character of four bytes takes.
local Text = {}
Text.__index = Text

--- Adds the beginnings of the lines after the first in a text, which begins at `first`; `after` is
--- the byte behind it: a "\r" and a "\n" that are apart end one line.
local function add_starts(starts, text, first, after)
  for stop in text:gmatch("[\r\n]()") do
    local is_apart = text:byte(stop - 1) == 13
      and (text:byte(stop) or (stop > #text and after)) == 10
    if not is_apart then starts[#starts + 1] = first + stop - 1 end
  end
end

---@param document whowhen.Document
---@param encoding "utf-8"|"utf-16"|"utf-32"
---@return whowhen.LspText
function M.new(document, encoding)
  local self = setmetatable({ document = document, count = M.COUNT[encoding],
    encoding = encoding }, Text)
  self:index()
  return self
end

--- Finds the lines anew.
function Text:index()
  self.starts = { 1 }
  add_starts(self.starts, self.document:text(), 1)
end

--- The line of a byte, from 1.
function Text:line(pos)
  local low, high = 1, #self.starts + 1
  while high - low > 1 do
    local middle = math.floor((low + high) / 2)
    if self.starts[middle] <= pos then low = middle else high = middle end
  end
  return low
end

--- The text of a line without its end.
function Text:line_text(line)
  local stop = (self.starts[line + 1] or self.document:len() + 1) - 1
  return (self.document:text(self.starts[line], stop):gsub("[\r\n]+$", ""))
end

--- Where a byte stands; that behind the text's end too.
---@param pos integer
---@return { line: integer, character: integer }
function Text:position(pos)
  local line = self:line(pos)
  local before = self.document:text(self.starts[line], pos - 1)
  return { line = line - 1, character = self.count(before) }
end

---@param first integer
---@param last integer
function Text:range(first, last)
  return { start = self:position(first), ["end"] = self:position(last + 1) }
end

--- How many bytes of a line the first units are; those of a character in part do not count.
local function bytes_of(self, text, units)
  if self.encoding == "utf-8" or not text:find("[\128-\255]") then return math.min(units, #text) end
  local long = self.encoding == "utf-16" and 2 or 1
  local at = 1
  while at <= #text and units > 0 do
    local byte = text:byte(at)
    units = units - (byte >= 240 and long or 1)
    if units < 0 then break end
    at = at + 1
    while at <= #text and text:byte(at) >= 128 and text:byte(at) < 192 do at = at + 1 end
  end
  return at - 1
end

--- The byte at a position; behind the text's end for lines that it has not.
---@param position { line: integer, character: integer }
---@return integer
function Text:byte(position)
  local line = position.line + 1
  if line > #self.starts then return self.document:len() + 1 end
  return self.starts[line] + bytes_of(self, self:line_text(line), position.character)
end

--- Follows an edit that was made in the document: `removed` bytes from `first` on became `text`.
---@param first integer
---@param removed integer
---@param text string
function Text:follow(first, removed, text)
  local old, delta = self.starts, #text - removed
  -- A line end may be made or broken at both borders: look at a byte more on each side.
  local line = self:line(math.max(1, first - 1))
  local starts = {}
  for i = 1, line do starts[i] = old[i] end
  local last_line = #old
  if first + removed <= old[#old] then last_line = self:line(first + removed) end
  local resume = (old[last_line + 1] or math.huge) + delta
  local stop = math.min(resume - 1, self.document:len())
  add_starts(starts, self.document:text(old[line], stop), old[line],
    self.document:text(stop + 1, stop + 1):byte())
  -- The last of them is the line after the edit, which is the first of the others.
  if last_line < #old then
    if starts[#starts] == resume then starts[#starts] = nil end
    for i = last_line + 1, #old do starts[#starts + 1] = old[i] + delta end
  end
  self.starts = starts
end

return M
