--- Reports: the cast, the timeline and the findings of articles, in seven formats.
---
---     local report = require("whowhen.report")
---     local out = assert(report.open("timeline", "csv", io.write))
---     out:add(document, "article.txt")
---     out:close()
---
--- Whatever bytes an article holds, a report shows them and obeys none of them.
local formats = require("whowhen.report.list")
local rows = require("whowhen.report.rows")
local visible = require("whowhen.visible")

local M = {}

--- A report as it is written.
---@class whowhen.report.Out
---@field what whowhen.report.What
---@field report? whowhen.report.Report Which columns it has; nil for the page.
---@field count integer How many rows there were.
---@field write fun(text: string)
local Out = {}
Out.__index = Out

M.FORMATS = formats.FORMATS

--- Begins a report, which `write` is called with piece by piece.  Nil and a message when it does
--- not exist in that format.
---@param what whowhen.report.What
---@param format whowhen.report.Format
---@param write fun(text: string)
---@param kinds? whowhen.Kinds Only these kinds; findings are shown all.
---@param rules? whowhen.RuleSet The rules of the documents, whose own kinds these may be.
---@return whowhen.report.Out?
---@return string? message
function M.open(what, format, write, kinds, rules)
  local shown = formats.SHOWN[format]
  if not shown then
    return nil, ('unknown format "%s": use %s'):format(format, table.concat(M.FORMATS, ", "))
  end
  if not shown[what] then
    return nil, ("there is no %s in the format %s"):format(what, format)
  end
  local names, message
  if kinds then
    names, message = select(2, require("whowhen").kinds(kinds, rules and rules.own))
    if type(names) ~= "table" then return nil, message or names end
  end
  local out = setmetatable({
    what = what,
    report = rows.REPORTS[what],
    format = require("whowhen.report." .. format),
    kinds = kinds,
    names = names,
    count = 0,
    write = write,
  }, Out)
  if out.format.open then
    local ok, trouble = out.format.open(out)
    if ok == false then return nil, trouble end
  end
  return out
end

--- The rows of a list that are of the kinds asked for.
---@param list whowhen.report.Row[]
---@return whowhen.report.Row[]
function Out:wanted(list)
  if not self.names then return list end
  local kept = {}
  for _, row in ipairs(list) do
    if not row.kind or self.names[row.kind] then table.insert(kept, row) end
  end
  return kept
end

---@class whowhen.report.Place Where a document stands that is a line of a file.
---@field line integer
---@field start integer How many bytes of the file are before it.

--- Adds a document, article by article.
---@param document whowhen.Document
---@param file string Its name.
---@param at? whowhen.report.Place
function Out:add(document, file, at)
  local articles, place = document:articles(), rows.line_counter(document)
  for _, article in ipairs(articles) do
    local label = visible.label(file)
    local index = at and at.line or article.index
    if at or #articles > 1 then
      label = ("%s, %s %d"):format(label, at and "line" or "article", index)
    end
    if self.report then
      local list = self:wanted(self.report.list(document, article, self.kinds))
      rows.locate(list, place, at)
      for _, row in ipairs(list) do row.file, row.article = file, index end
      self.count = self.count + #list
      -- Most lines have nothing to report.
      if list[1] or not at then self.format.rows(self, list, label, article) end
    else
      self.format.page(self, document, article, label)
    end
  end
end

--- Ends the report.
function Out:close()
  if self.format.close then self.format.close(self) end
end

return M
