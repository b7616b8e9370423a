--- What the reports of all formats have in common: their rows, and where these stand.
local values = require("whowhen.value")
local visible = require("whowhen.visible")

local M = {}

-- How many bytes of an article are shown on each side of a date.
local CONTEXT = 60

--- A row of a report.  Which of these a report has, and in which order, its lists say.
---@class whowhen.report.Row
---@field file string
---@field article integer
---@field first integer
---@field last integer
---@field line integer
---@field column integer
---@field [string] any

---@class whowhen.report.Report
---@field title string
---@field columns string[] What people see in a table.
---@field fields string[] What programs get.
---@field list fun(document: whowhen.Document, article: whowhen.Article, kinds?): table[] Its rows.

--- Counts lines: a function that gives the line and the column, in bytes from 1, of positions
--- asked for in ascending order.
---@param document whowhen.Document
---@return fun(pos: integer): integer, integer
function M.line_counter(document)
  local STEP = 65536
  local line, line_start, counted = 1, 1, 0
  return function(pos)
    while counted < pos - 1 do
      local from, to = counted + 1, math.min(counted + STEP, pos - 1)
      for newline in document:text(from, to):gmatch("()\n") do
        line, line_start = line + 1, from + newline
      end
      counted = to
    end
    return line, pos - line_start + 1
  end
end

--- A mention within its paragraph: whole words on both sides, and where they are not all, dots.
local function context(document, article, m)
  local from, to = math.max(article.first, m.first - CONTEXT), m.last + CONTEXT
  to = math.min(article.last, to)
  local before, after = document:text(from, m.first - 1), document:text(m.last + 1, to)
  local paragraph = before:match("^.*\n[ \t\r]*\n(.*)$")
  if paragraph then
    before = paragraph
  elseif from > article.first then
    before = "\226\128\166" .. before:gsub("^%S*%s*", "")
  end
  paragraph = after:match("^(.-)\n[ \t\r]*\n")
  if paragraph then
    after = paragraph
  elseif to < article.last then
    after = after:gsub("%s*%S*$", "") .. "\226\128\166"
  end
  return visible.line(before .. m.text .. after)
end

local function cast(document, article, kinds)
  local list = {}
  for i, entity in ipairs(document:cast(article, kinds)) do
    local others = {}
    for _, spelling in ipairs(entity.spellings or {}) do
      if spelling ~= entity.name then table.insert(others, spelling) end
    end
    list[i] = {
      name = entity.name,
      title = entity.title,
      kind = entity.kind,
      mentions = entity.mentions,
      spellings = others,
      ambiguous = (entity.ambiguous or 0) > 0 and entity.ambiguous or nil,
      first = entity.first,
    }
  end
  return list
end

local function timeline(document, article)
  local list = {}
  for i, m in ipairs(document:timeline(article)) do
    list[i] = {
      value = m.value,
      weekday = values.weekday(m.value),
      kind = m.kind,
      text = m.text,
      context = context(document, article, m),
      first = m.first,
      last = m.last,
    }
  end
  return list
end

local function findings(document, article)
  local list = {}
  for i, finding in ipairs(document:findings(article)) do
    list[i] = {
      id = finding.id,
      message = finding.message,
      text = document:text(finding.first, finding.last),
      suggestions = finding.suggestions or {},
      first = finding.first,
      last = finding.last,
    }
  end
  return list
end

---@type table<string, whowhen.report.Report>
M.REPORTS = {
  cast = {
    title = "Cast",
    columns = { "name", "title", "kind", "mentions", "spellings", "line", "column" },
    fields = {
      "name", "title", "kind", "mentions", "spellings", "ambiguous", "start", "line", "column",
    },
    list = cast,
  },
  timeline = {
    title = "Timeline",
    columns = { "value", "weekday", "kind", "text", "context", "line", "column" },
    fields = {
      "value", "weekday", "kind", "text", "context", "start", "end", "line", "column",
    },
    list = timeline,
  },
  findings = {
    title = "Findings",
    columns = { "line", "column", "id", "message", "text", "suggestions" },
    fields = {
      "id", "message", "text", "suggestions", "start", "end", "line", "column",
    },
    list = findings,
  },
}

--- Says where the rows of an article stand; `place` counts lines through the whole text.
---@param rows whowhen.report.Row[]
---@param place fun(pos: integer): integer, integer
function M.locate(rows, place)
  local by_position = {}
  for i, row in ipairs(rows) do by_position[i] = row end
  table.sort(by_position, function(a, b) return a.first < b.first end)
  for _, row in ipairs(by_position) do
    row.line, row.column = place(row.first)
    row.start, row["end"] = row.first - 1, row.last
  end
end

--- What stands in a cell, as a text in one harmless line.
---@param row whowhen.report.Row
---@param column string
---@return string
function M.cell(row, column)
  local content = row[column]
  if type(content) == "number" then return ("%d"):format(content) end
  if type(content) == "table" then
    local items = {}
    for i, item in ipairs(content) do
      items[i] = type(item) == "table" and item.text or tostring(item)
    end
    content = table.concat(items, "; ")
  end
  return visible.line(tostring(content or ""))
end

return M
