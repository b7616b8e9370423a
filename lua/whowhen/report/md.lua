--- Reports as Markdown: a table an article.
local rows = require("whowhen.report.rows")

local M = {}

--- Escapes what Markdown, or GitHub's, would take for markup or make a link of.
local function escape(text)
  text = text:gsub("[\\`*_{}%[%]<>()#!|~&$^=@]", "\\%0")
  return (text:gsub("://", "\\://"):gsub("([wW][wW][wW])%.", "%1\\."))
end

local function table_row(cells)
  return "| " .. table.concat(cells, " | ") .. " |\n"
end

function M.rows(out, list, label)
  local report = out.report
  out.write(("## %s of %s\n\n"):format(report.title, escape(label)))
  if #list == 0 then return out.write("Nothing.\n\n") end
  local rules = {}
  for i in ipairs(report.columns) do rules[i] = "---" end
  out.write(table_row(report.columns) .. table_row(rules))
  for _, row in ipairs(list) do
    local cells = {}
    for i, column in ipairs(report.columns) do cells[i] = escape(rows.cell(row, column)) end
    out.write(table_row(cells))
  end
  out.write("\n")
end

return M
