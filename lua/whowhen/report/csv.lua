--- Reports as CSV (RFC 4180), safe to open in a spreadsheet.
local rows = require("whowhen.report.rows")

local M = {}

-- A cell that begins with one of these is taken for a formula: = + - @ and, in some countries,
-- their full-width forms.  Tabs and returns, which are skipped over, are gone from a cell by now.
local FORMULA = {
  ["="] = true, ["+"] = true, ["-"] = true, ["@"] = true,
  ["\239\188\157"] = true, ["\239\188\139"] = true,
  ["\239\188\141"] = true, ["\239\188\160"] = true,
}

local function is_formula(content)
  return FORMULA[content:sub(1, 1)] or FORMULA[content:sub(1, 3)]
end

--- A cell.  In some countries a semicolon is what separates, and then quotation marks around commas
--- mean nothing: what comes behind a semicolon is a cell's beginning too.
local function quoted(content)
  if is_formula(content) then content = "'" .. content end
  content = content:gsub("(;[%s\"']*)([^;]+)", function(before, rest)
    return before .. (is_formula(rest) and "'" or "") .. rest
  end)
  return '"' .. content:gsub('"', '""') .. '"'
end

local function columns(out)
  local list = { "file", "article" }
  for _, column in ipairs(out.report.cells or out.report.columns) do table.insert(list, column) end
  return list
end

function M.open(out)
  out.write(table.concat(columns(out), ",") .. "\r\n")
end

function M.rows(out, list)
  local names = columns(out)
  for _, row in ipairs(list) do
    local cells = {}
    for i, column in ipairs(names) do
      local cell = rows.cell(row, column)
      cells[i] = type(row[column]) == "number" and cell or quoted(cell)
    end
    out.write(table.concat(cells, ",") .. "\r\n")
  end
end

return M
