--- The page of an article: its text with marks, and beside it the cast, timeline and findings.
local describe = require("whowhen.describe")
local kind_sets = require("whowhen.kinds")
local rows = require("whowhen.report.rows")
local values = require("whowhen.value")
local visible = require("whowhen.visible")

local M = {}

local function anchor(view, position)
  return ("a%db%d"):format(view.number, position)
end

local function link(view, position, text)
  return ('<a href="#%s">%s</a>'):format(anchor(view, position), view.escape(text))
end

--- What is said of a mention when the pointer is on it.
local function remark(m)
  if m.entity then return ("%s (%s)"):format(m.entity.name, m.kind) end
  if not m.value then return m.kind end
  return describe.when(m)
end

--- Writes the unmarked text first..last, with an anchor for each finding that begins in it.
local function write_plain(view, first, last)
  local finding = view.findings[view.next]
  while finding and finding.first <= last do
    view.next = view.next + 1
    if finding.first ~= view.anchored then
      write_plain(view, first, finding.first - 1)
      view.write(('<a id="%s"></a>'):format(anchor(view, finding.first)))
      first, view.anchored = finding.first, finding.first
    end
    finding = view.findings[view.next]
  end
  while first <= last do
    local to = visible.window(view.document, first, last)
    view.write(view.escape(view.document:text(first, to)))
    first = to + 1
  end
end

--- Writes a mention; the findings that begin in it are said with its value, and point to it.
local function write_mention(view, m)
  local class, said = kind_sets.IS_KIND[m.kind] and m.kind or "own", remark(m)
  local finding = view.findings[view.next]
  while finding and finding.first <= m.last do
    if not class:find(" query", 1, true) then class = class .. " query" end
    said = said .. " \226\128\148 " .. finding.message
    finding.target = m.first
    view.next = view.next + 1
    finding = view.findings[view.next]
  end
  view.write(('<mark id="%s" class="%s" data-value="%s">%s</mark>'):format(
    anchor(view, m.first), class, view.escape(visible.line(said)), view.escape(m.text)
  ))
end

local function write_text(view, article, kinds)
  view.write('<div class="story">')
  local pos = article.first
  if article.first <= article.last then
    for m in view.document:mentions(article.first, article.last, kinds) do
      write_plain(view, pos, m.first - 1)
      write_mention(view, m)
      pos = m.last + 1
    end
  end
  write_plain(view, pos, article.last)
  view.write("</div>\n")
end

local function write_list(view, title, items)
  if #items == 0 then return end
  view.write("<h2>" .. title .. "</h2>\n<ul>\n<li>" .. table.concat(items, "</li>\n<li>"))
  view.write("</li>\n</ul>\n")
end

local function cast_items(view, list)
  local items = {}
  for i, row in ipairs(list) do
    local notes = { ("%d\195\151"):format(row.mentions) }
    -- A cast is of persons, unless other kinds were asked for.
    if row.kind ~= "person" then table.insert(notes, 1, row.kind) end
    if row.title then table.insert(notes, 1, rows.cell(row, "title")) end
    local others = rows.cell(row, "spellings")
    if others ~= "" then table.insert(notes, others) end
    items[i] = ("%s <small>%s</small>"):format(
      link(view, row.first, visible.line(row.name)), view.escape(table.concat(notes, ", "))
    )
  end
  return items
end

--- The timeline, with what is at one time in one item.
local function timeline_items(view, list)
  local items, links, last_when = {}, {}, nil
  for i, row in ipairs(list) do
    if row.when ~= last_when then
      local weekday = row.weekday and " <small>" .. row.weekday .. "</small>" or ""
      table.insert(items, "<b>" .. view.escape(row.when) .. "</b>" .. weekday .. " ")
      links, last_when = {}, row.when
    end
    table.insert(links, link(view, row.first, visible.line(row.text)))
    local following = list[i + 1]
    if not following or following.when ~= row.when then
      items[#items] = items[#items] .. table.concat(links, " \194\183 ")
    end
  end
  return items
end

local function finding_items(view, list)
  local items = {}
  for i, row in ipairs(list) do
    local suggestions = rows.cell(row, "suggestions")
    items[i] = ("%s <small>%s%s</small>"):format(
      link(view, row.target or row.first, visible.line(row.message)), view.escape(row.id),
      suggestions ~= "" and ": " .. view.escape(suggestions) or ""
    )
  end
  return items
end

--- Writes the section of one article.
---@param out whowhen.report.Out
---@param document whowhen.Document
---@param article whowhen.Article
---@param label string
---@param escape fun(text: string): string
function M.write(out, document, article, label, escape)
  local list = {}
  for what, report in pairs(rows.REPORTS) do
    list[what] = out:wanted(report.list(document, article, out.kinds))
  end
  table.sort(list.findings, function(a, b) return a.first < b.first end)
  out.count = out.count + 1
  local view = {
    document = document,
    write = out.write,
    escape = escape,
    number = out.count,
    findings = list.findings,
    next = 1,
  }
  local weekday = article.date and values.weekday(article.date)
  local date = article.date and ("%s, %s (%s)"):format(article.date, weekday, article.source)
  out.write(("<section>\n<header><h1>%s</h1>\n<p>Reference date: %s</p></header>\n"):format(
    escape(label), date or "none"
  ))
  write_text(view, article, out.kinds or "shown")
  out.write("<aside>\n")
  write_list(view, "Findings", finding_items(view, list.findings))
  write_list(view, "Cast", cast_items(view, list.cast))
  write_list(view, "Timeline", timeline_items(view, list.timeline))
  out.write("</aside>\n</section>\n")
end

return M
