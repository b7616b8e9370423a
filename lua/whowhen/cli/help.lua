--- The help of the command, made of the list of its options.
local options = require("whowhen.cli.options")

local M = {}

-- How wide a line may be, and where what is said of an option begins.
local WIDTH, COLUMN = 80, 22

--- Breaks a text into lines.
---@param text string
---@param width integer
---@return string[]
function M.wrapped(text, width)
  local lines, line = {}, ""
  for word, gap in text:gmatch("(%S+)(%s*)") do
    if line ~= "" and #line + #word > width then
      table.insert(lines, (line:gsub("%s+$", "")))
      line = ""
    end
    line = line .. word .. gap
  end
  table.insert(lines, (line:gsub("%s+$", "")))
  return lines
end

--- Adds a word, and beside it what it means.
local function add_entry(out, head, text)
  local indent, lines = (" "):rep(COLUMN), M.wrapped(text, WIDTH - COLUMN)
  if #head + 2 > COLUMN then
    table.insert(out, head)
  else
    table.insert(out, head .. (" "):rep(COLUMN - #head) .. table.remove(lines, 1))
  end
  for _, line in ipairs(lines) do table.insert(out, indent .. line) end
end

local function add_text(out, text)
  for _, line in ipairs(M.wrapped(text, WIDTH)) do table.insert(out, line) end
end

--- The text of --help.
---@return string
function M.text()
  local out = { "Usage: " .. options.USAGE }
  add_text(out, options.PURPOSE)
  for _, section in ipairs(options.SECTIONS) do
    local remark = section.remark and (" (%s)"):format(section.remark) or ""
    table.insert(out, "")
    table.insert(out, section.title .. remark .. ":")
    for _, option in ipairs(options.OPTIONS) do
      if option.section == section.key then
        add_entry(out, "  " .. options.head(option), option.help)
      end
    end
  end
  for _, remark in ipairs(options.REMARKS) do
    table.insert(out, "")
    add_text(out, (remark.title and remark.title .. ": " or "") .. remark.text)
  end
  table.insert(out, "")
  table.insert(out, "Environment:")
  for _, variable in ipairs(options.ENVIRONMENT) do
    add_entry(out, "  " .. variable.name, variable.help)
  end
  return table.concat(out, "\n") .. "\n"
end

return M
