--- The list of reports: what each format can show.
local M = {}

-- The tables; "page", the marked article itself, is html's alone.
local TABLES = { cast = true, timeline = true, findings = true }

---@alias whowhen.report.What "cast"|"timeline"|"findings"|"page"
---@alias whowhen.report.Format "text"|"json"|"csv"|"md"|"org"|"ics"|"html"

---@type table<whowhen.report.Format, table<whowhen.report.What, boolean>>
M.SHOWN = {
  text = TABLES,
  json = TABLES,
  csv = TABLES,
  md = TABLES,
  org = TABLES,
  ics = { timeline = true },
  html = { cast = true, timeline = true, findings = true, page = true },
}

--- The formats in the order in which they are named.
M.FORMATS = { "text", "json", "csv", "md", "org", "ics", "html" }

return M
