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
---@field cells? string[] What a spreadsheet gets, if not that.
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
      local text = document:text(from, to)
      local newline = text:find("\n", 1, true)
      while newline do
        line, line_start = line + 1, from + newline
        newline = text:find("\n", newline + 1, true)
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
  local paragraph = before:find("\n", 1, true) and before:match("^.*\n[ \t\r]*\n(.*)$")
  if paragraph then
    before = paragraph
  elseif from > article.first then
    before = "\226\128\166" .. before:gsub("^%S*%s*", "")
  end
  paragraph = after:find("\n", 1, true) and after:match("^(.-)\n[ \t\r]*\n")
  if paragraph then
    after = paragraph
  elseif to < article.last then
    after = ((after:match("^(.*)%s%S*$") or ""):match("^.*%S") or "") .. "\226\128\166"
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

--- Whether a clock time is another's in a second zone: "18:04 local time (22:04 GMT)".
local function is_same_moment(document, m, other)
  if m.kind ~= "time" or other.kind ~= "time" or m.last >= other.first then return false end
  local zoned = m.zone or m.text:find("local time", 1, true)
  return zoned and other.zone and other.zone ~= m.zone and other.first - m.last < 8
    and document:text(m.last + 1, other.first - 1):find("^%s*[/(]%s*$")
end

--- Which mentions another one's row tells, and which: ends of ranges, and second zones of one
--- moment.
local function told_elsewhere(document, article)
  local teller, pairs_of, before = {}, {}, nil
  if article.first > article.last then return teller, pairs_of end
  for m in document:mentions(article.first, article.last, "date,time") do
    local finish = m.range_end
    local by = before and is_same_moment(document, before, m) and before
    if finish then teller[finish.first] = m end
    if finish and finish.kind == "time" then table.insert(pairs_of, { m.first, finish }) end
    if by then
      teller[m.first] = by
      table.insert(pairs_of, { by.first, m, same = true })
    end
    before = m
  end
  return teller, pairs_of
end

--- Takes over the zone that another mention settles; of the same moment also that one's value.
local function settle_zone(row, other, same)
  local settled = "^[Z+-]"
  if (row.zone or ""):find(settled) or not (other.zone or ""):find(settled) then return end
  row.zone = other.zone
  row.moment = same and other.value or nil
end

--- A mention as it stands in the text, and a range from its beginning to its end.
local function whole_text(document, m)
  return m.range_end and document:text(m.first, m.range_end.last) or m.text
end

local function timeline(document, article)
  local list, row_at = {}, {}
  local teller, pairs_of = told_elsewhere(document, article)
  for _, m in ipairs(document:timeline(article)) do
    if not teller[m.first] then
      row_at[m.first] = {
        value = m.value,
        ["until"] = m["until"],
        when = values.range(m.value, m["until"]),
        bound = m.bound,
        mod = m.mod,
        zone = m.zone,
        weekday = values.weekday(m.value),
        kind = m.kind,
        text = whole_text(document, m),
        context = context(document, article, m),
        first = m.first,
        last = m.last,
      }
      table.insert(list, row_at[m.first])
    end
  end
  for _, pair in ipairs(pairs_of) do
    if row_at[pair[1]] then settle_zone(row_at[pair[1]], pair[2], pair.same) end
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
    columns = { "name", "title", "kind", "mentions", "spellings", "ambiguous", "line", "column" },
    fields = {
      "name", "title", "kind", "mentions", "spellings", "ambiguous", "start", "line", "column",
    },
    list = cast,
  },
  timeline = {
    title = "Timeline",
    columns = { "when", "weekday", "kind", "text", "context", "line", "column" },
    cells = { "value", "until", "weekday", "kind", "text", "context", "line", "column" },
    fields = {
      "value", "until", "bound", "mod", "zone", "weekday", "kind", "text", "context", "start",
      "end", "line", "column",
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
---@param at? whowhen.report.Place Where the text itself stands.
function M.locate(rows, place, at)
  local by_position = {}
  for i, row in ipairs(rows) do by_position[i] = row end
  table.sort(by_position, function(a, b) return a.first < b.first end)
  for _, row in ipairs(by_position) do
    row.line, row.column = place(row.first)
    row.before = at and at.start or 0
    if at then row.line = at.line end
    row.start, row["end"] = row.before + row.first - 1, row.last and row.before + row.last
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

--- Writes a report as a heading and a table with bars between its cells, as Markdown and Org have
--- them.
---@param out table The open report.
---@param list whowhen.report.Row[]
---@param heading string
---@param rule string What stands between the names of the columns and the rows.
---@param escape fun(text: string): string Makes a cell harmless.
function M.grid(out, list, heading, rule, escape)
  local columns = out.report.columns
  local function line(cells)
    return "| " .. table.concat(cells, " | ") .. " |\n"
  end
  out.write(heading .. "\n\n")
  if #list == 0 then return out.write("Nothing.\n\n") end
  out.write(line(columns) .. rule .. "\n")
  for _, row in ipairs(list) do
    local cells = {}
    for i, column in ipairs(columns) do cells[i] = escape(M.cell(row, column)) end
    out.write(line(cells))
  end
  out.write("\n")
end

return M
