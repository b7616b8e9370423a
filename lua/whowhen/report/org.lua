--- Reports for Emacs's Org mode: a table an article.
local rows = require("whowhen.report.rows")

local M = {}

-- Org has no escape character; its manual advises a zero-width space where a text would be markup.
local ZWSP = "\226\128\139"

--- Keeps Org from reading a text as markup, links, code to run, time stamps or formulas.
local function escape(text)
  text = text:gsub("(%w):", "%1" .. ZWSP .. ":")
  text = text:gsub("[*/_=~+%[%]<>{}@\\$^#|]", function(mark)
    return (mark == "|" and "\\vert{}" or mark) .. ZWSP
  end)
  -- At the start of a cell also what follows no letter counts.
  return (text:gsub("^[%p\226]", ZWSP .. "%0"))
end

local function table_row(cells)
  return "| " .. table.concat(cells, " | ") .. " |\n"
end

function M.rows(out, list, label)
  local report = out.report
  out.write(("* %s of %s\n\n"):format(report.title, escape(label)))
  if #list == 0 then return out.write("Nothing.\n\n") end
  out.write(table_row(report.columns) .. "|-\n")
  for _, row in ipairs(list) do
    local cells = {}
    for i, column in ipairs(report.columns) do cells[i] = escape(rows.cell(row, column)) end
    out.write(table_row(cells))
  end
  out.write("\n")
end

return M
