--- What the user told an editor to ignore: a file of rules beside the user's own, which this module
--- writes and nobody else.  A program that wrote into rules.lua, which is Lua by hand, would break
--- it one day.
---
--- The file is read by whatever reads rules, `whowhen --rules=…` too.
local visible = require("whowhen.visible")

local M = {}

local NAME = "ignored.lua"
-- The fields of the rule: words that are not names, and findings that are not wanted.
local FIELDS = { "never", "dismiss" }

---@class whowhen.Ignored
---@field field "never"|"dismiss"
---@field text string

--- Where the file is.
---@param desk whowhen.Desk
---@return string
function M.path(desk)
  return desk.user_file(NAME)
end

local function quote(text)
  return '"' .. visible.line(text):gsub('[\\"]', "\\%0") .. '"'
end

--- What is ignored, in the order of the file.
---@param desk whowhen.Desk
---@return whowhen.Ignored[]
function M.list(desk)
  local list, file = {}, io.open(M.path(desk))
  if not file then return list end
  local field
  for line in file:lines() do
    field = line:match("(%a+) = {$") or field
    local text = line:match('^%s+"(.*)",$')
    if text then table.insert(list, { field = field, text = (text:gsub("\\(.)", "%1")) }) end
  end
  file:close()
  return list
end

local function contents(list)
  local out = {
    "-- What an editor was told to ignore.  Written by whowhen; `ignore list` undoes it.",
    "return {",
  }
  if #list > 0 then table.insert(out, '  { name = "ignored",') end
  for _, field in ipairs(FIELDS) do
    local lines = {}
    for _, item in ipairs(list) do
      if item.field == field then table.insert(lines, "      " .. quote(item.text) .. ",") end
    end
    if #lines > 0 then
      table.insert(out, ("    %s = {\n%s\n    },"):format(field, table.concat(lines, "\n")))
    end
  end
  if #list > 0 then table.insert(out, "  },") end
  table.insert(out, "}\n")
  return table.concat(out, "\n")
end

--- Writes the file anew, in one step, so that no other editor reads half of it.
local function write(desk, list)
  local path = M.path(desk)
  local folder = path:match("^(.*)/")
  local new = path .. ".new"
  local file, message = io.open(new, "w")
  if not file then
    os.execute("mkdir -p '" .. folder:gsub("'", "'\\''") .. "'")
    file, message = io.open(new, "w")
  end
  if not file then error(message, 0) end
  file:write(contents(list))
  file:close()
  assert(os.rename(new, path))
  desk:read_rules_anew()
end

--- Ignores something from now on.
---@param desk whowhen.Desk
---@param item whowhen.Ignored
function M.add(desk, item)
  local list = M.list(desk)
  table.insert(list, item)
  write(desk, list)
end

--- Ignores something no longer; false when it was not ignored.
---@param desk whowhen.Desk
---@param item whowhen.Ignored
---@return boolean
function M.remove(desk, item)
  local list = M.list(desk)
  for i = #list, 1, -1 do
    if list[i].field == item.field and list[i].text == item.text then
      table.remove(list, i)
      write(desk, list)
      return true
    end
  end
  return false
end

return M
