--- What was found, as text for people.
local rows = require("whowhen.report.rows")
local values = require("whowhen.value")
local visible = require("whowhen.visible")

local M = {}

local function timeline_rows(document, article, place, write)
  local timeline = document:timeline(article)
  local lines, by_position = {}, {}
  for i, m in ipairs(timeline) do by_position[i] = m end
  table.sort(by_position, function(a, b) return a.first < b.first end)
  for _, m in ipairs(by_position) do lines[m] = place(m.first) end
  for _, m in ipairs(timeline) do
    local text = visible.text(m.text):gsub("%s+", " ")
    local weekday = values.weekday(m.value) or ""
    write(("  %-16s  %-3s  line %d: %s\n"):format(m.value, weekday, lines[m], text))
  end
end

--- Calls `write` with the timeline of each article, as text.
---@param document whowhen.Document
---@param file string
---@param write fun(text: string)
function M.timeline(document, file, write)
  local place = rows.line_counter(document)
  local articles = document:articles()
  for _, article in ipairs(articles) do
    local number = #articles > 1 and (", article %d"):format(article.index) or ""
    local date = article.date and ("%s (%s)"):format(article.date, article.source) or "none"
    write(("%s%s: reference date %s\n"):format(visible.label(file), number, date))
    timeline_rows(document, article, place, write)
  end
end

return M
