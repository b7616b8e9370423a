--- Reports as text: for eyes, and findings as compilers write them, for editors.
local rows = require("whowhen.report.rows")
local visible = require("whowhen.visible")

local M = {}

local LINES = {}

--- Pads a text to a width in characters.
local function pad(text, width)
  local _, characters = text:gsub("[^\128-\191]", "")
  return text .. (" "):rep(width - characters)
end

function LINES.cast(row)
  local name = rows.cell(row, "name")
  if row.title then name = ("%s (%s)"):format(name, rows.cell(row, "title")) end
  local others = rows.cell(row, "spellings")
  if others ~= "" then others = "; also " .. others end
  if row.ambiguous then others = ("%s; %d not clear"):format(others, row.ambiguous) end
  return ("  %s  %4d  %-6s  line %d%s\n"):format(
    pad(name, 32), row.mentions, row.kind, row.line, others
  )
end

function LINES.timeline(row)
  return ("  %s  %-3s  line %d: %s\n"):format(
    pad(row.when, 16), row.weekday or "", row.line, rows.cell(row, "text")
  )
end

function LINES.findings(row)
  return ("%s:%d:%d: %s: %s\n"):format(
    visible.label(row.file), row.line, row.column, rows.cell(row, "id"), rows.cell(row, "message")
  )
end

local HEADS = {}

function HEADS.cast(list, label)
  return ("%s: a cast of %d\n"):format(label, #list)
end

function HEADS.timeline(_, label, article)
  local date = article.date and ("%s (%s)"):format(article.date, article.source) or "none"
  return ("%s: reference date %s\n"):format(label, date)
end

function M.rows(out, list, label, article)
  local head = HEADS[out.what]
  if head then out.write(head(list, label, article)) end
  for _, row in ipairs(list) do out.write(LINES[out.what](row)) end
end

return M
