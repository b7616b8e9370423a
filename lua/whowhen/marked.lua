--- Walking over what is marked in a text of a host: what its buffer answers about mentions.
---
--- What is painted, listed and gone to comes from here, so that all agree: code in markdown is left
--- out, and where the host must breathe, a large text is read in windows.
local code = require("whowhen.code")

local M = {}

---@class whowhen.Buffer
local Buffer = {}
M.METHODS = Buffer

--- Where code stands in a text of markdown, or nil; worked out again when the text changed.
local function code_in(buffer)
  if buffer.filetype ~= "markdown" then return nil end
  local document = buffer.document
  if buffer.code_document ~= document or buffer.code_generation ~= document.generation then
    buffer.code_document, buffer.code_generation = document, document.generation
    buffer.code = code.ranges(document:text())
  end
  return buffer.code
end

--- For painting: what touches first..last as { first, last, kind number, … }; see kind_name.
---@param first integer
---@param last integer
---@param into? integer[]
---@return integer[]
function Buffer:spans(first, last, into)
  if not self.document then return {} end
  local spans = self.document:spans(first, last, into, self.desk.config.kinds)
  local ranges, n = code_in(self), 0
  if not ranges then return spans end
  for i = 1, #spans, 3 do
    if not code.touched(ranges, spans[i], spans[i + 1]) then
      spans[n + 1], spans[n + 2], spans[n + 3] = spans[i], spans[i + 1], spans[i + 2]
      n = n + 3
    end
  end
  for i = #spans, n + 1, -1 do spans[i] = nil end
  return spans
end

-- How much a host that must breathe has read at a time, and what larger texts are walked so.
local WINDOW, LARGE = 2 ^ 15, 2 ^ 18

local function must_breathe(buffer)
  return buffer.desk.breathe and buffer.document:len() > LARGE
end

--- The first mention that begins after a position, in windows: a rare kind may be far, and what
--- lies between is read for it.
local function next_in_windows(buffer, pos, kinds)
  local document, len = buffer.document, buffer.document:len()
  for from = pos + 1, len, WINDOW do
    for m in document:mentions(from, math.min(from + WINDOW - 1, len), kinds) do
      if m.first > pos then return m end
    end
    buffer.desk.breathe()
  end
end

--- The last mention that begins before a position, in windows.
local function previous_in_windows(buffer, pos, kinds)
  local document, found = buffer.document, nil
  for to = math.min(pos, document:len() + 1) - 1, 1, -WINDOW do
    for m in document:mentions(math.max(1, to - WINDOW + 1), to, kinds) do
      if m.first < pos then found = m end
    end
    if found then return found end
    buffer.desk.breathe()
  end
end

local function next_of(buffer, pos, kinds)
  if must_breathe(buffer) then return next_in_windows(buffer, pos, kinds) end
  return buffer.document:next(pos, kinds)
end

--- The first mention that begins after a position.
---@param pos integer
---@param kinds? whowhen.Kinds
---@return whowhen.Mention?
function Buffer:next(pos, kinds)
  local ranges = code_in(self)
  local m = next_of(self, pos, kinds)
  while m and ranges do
    local finish = code.touched(ranges, m.first, m.last)
    if not finish then return m end
    m = next_of(self, math.max(m.first, finish), kinds)
  end
  return m
end

local function previous_of(buffer, pos, kinds)
  if must_breathe(buffer) then return previous_in_windows(buffer, pos, kinds) end
  return buffer.document:previous(pos, kinds)
end

--- The last mention that begins before a position.
---@param pos integer
---@param kinds? whowhen.Kinds
---@return whowhen.Mention?
function Buffer:previous(pos, kinds)
  local ranges = code_in(self)
  local m = previous_of(self, pos, kinds)
  while m and ranges and code.touched(ranges, m.first, m.last) do
    m = previous_of(self, m.first, kinds)
  end
  return m
end

--- The mention that covers a position.
---@param pos integer
---@return whowhen.Mention?
function Buffer:at(pos)
  local m, ranges = self.document:at(pos), code_in(self)
  return m and not (ranges and code.touched(ranges, m.first, m.last)) and m or nil
end

--- Walks over the mentions that touch first..last, by default all of the text.
---@param first? integer
---@param last? integer
---@param kinds? whowhen.Kinds
---@return fun(): whowhen.Mention?
function Buffer:mentions(first, last, kinds)
  local ranges, breathe = code_in(self), self.desk.breathe
  local each = self.document:mentions(first, last, kinds)
  return function()
    local m
    repeat
      if breathe then breathe() end
      m = each()
    until not (m and ranges and code.touched(ranges, m.first, m.last))
    return m
  end
end

--- What a copy editor would query in an article, in the order of the text.
---@param article whowhen.Article
---@return whowhen.Finding[]
function Buffer:findings(article)
  local ranges, list = code_in(self), {}
  for _, finding in ipairs(self.document:findings(article)) do
    if not (ranges and code.touched(ranges, finding.first, finding.last)) then
      table.insert(list, finding)
    end
  end
  return list
end

--- Has all of a large text read, in pieces, where the host must breathe.
---@param buffer whowhen.Buffer
function M.read_all(buffer)
  local document = buffer.document
  if not must_breathe(buffer) then return end
  for from = 1, document:len(), WINDOW do
    document:spans(from, math.min(from + WINDOW - 1, document:len()))
    buffer.desk.breathe()
  end
end

return M
