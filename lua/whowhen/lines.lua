--- Finds the lines of a document, starting from the line found last: what people do next is near
--- what they did before, in a text of any size.
local M = {}

local STEP = 4096

---@class whowhen.Lines
---@field document whowhen.Document
---@field line integer A line that is known …
---@field first integer … and the position of its first byte.
local Lines = {}
Lines.__index = Lines

---@param document whowhen.Document
---@return whowhen.Lines
function M.new(document)
  return setmetatable({ document = document, line = 1, first = 1 }, Lines)
end

--- Walks to the next line; false at the end of the text.
local function forward(self, stop)
  local from, len = self.first, self.document:len()
  while from <= len do
    local to = math.min(from + STEP - 1, len)
    for newline in self.document:text(from, to):gmatch("()\n") do
      local first = from + newline
      if stop(self.line + 1, first) then return true end
      self.line, self.first = self.line + 1, first
    end
    from = to + 1
  end
  return false
end

--- Walks back until `stop` says that the line is the one.
local function backward(self, stop)
  local to = self.first - 1
  while to >= 1 do
    local from = math.max(1, to - STEP + 1)
    local text = self.document:text(from, to)
    for i = #text, 1, -1 do
      -- A newline belongs to the line that it ends; the first one met ends the line before ours.
      if text:byte(i) == 10 and from + i < self.first then
        self.line, self.first = self.line - 1, from + i
        if stop(self.line, self.first) then return end
      end
    end
    to = from - 1
  end
  self.line, self.first = 1, 1
end

--- The line and the column, in bytes from 1, of a position.
---@param pos integer
---@return integer line
---@return integer column
function Lines:place(pos)
  -- From the beginning it may be nearer.
  if pos < self.first - pos then self:reset() end
  if pos < self.first then
    backward(self, function(_, first) return first <= pos end)
  else
    forward(self, function(_, first) return first > pos end)
  end
  return self.line, pos - self.first + 1
end

--- The position of the first byte of a line; behind the text's end for lines that it has not.
---@param line integer
---@return integer
function Lines:start(line)
  if line < self.line then
    backward(self, function(at) return at <= line end)
  elseif line > self.line then
    forward(self, function(at) return at > line end)
    if self.line < line then return self.document:len() + 1 end
  end
  return self.first
end

--- Must be told before the text from `pos` on changes: what is known then lies before it.
---@param pos integer
function Lines:before_edit(pos)
  if pos < self.first then self:place(pos) end
end

--- Must be told when the text changed in unknown places.
function Lines:reset()
  self.line, self.first = 1, 1
end

return M
