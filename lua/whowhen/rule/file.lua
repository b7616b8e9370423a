--- Reading a file of rules: the sound ones, and what is wrong with the others.
local PACKS = require("whowhen.pack.list")
local check = require("whowhen.rule.check")
local sandbox = require("whowhen.rule.sandbox")

local M = {}

--- Where a file is: packs that come with the program go by their name alone.
---@param name string
---@return string
local HERE = debug.getinfo(1, "S").source:match("^@(.*)[/\\][^/\\]*$") or "."
function M.path_of(name)
  if name:find("[^%w_-]") then return name end
  -- Beside this file first: Neovim finds Lua files otherwise than by package.path.
  for template in (HERE .. "/../?.lua;" .. package.path):gmatch("[^;]+") do
    local path = template:gsub("%?", "whowhen/pack/" .. name)
    local file = io.open(path)
    if file then
      file:close()
      return path
    end
  end
  return name
end

--- Rules are written by hand: what is longer is another file, or a device without an end.
local LONGEST = 4 * 1024 * 1024

local function read(path)
  local file, message = io.open(path, "rb")
  if not file then
    -- A name without a folder or an extension was meant for a pack.
    local packs = path:find("[^%w_-]") and "" or "; the packs are " .. table.concat(PACKS, ", ")
    return nil, message .. packs
  end
  local source, unread = file:read(LONGEST + 1)
  file:close()
  if not source and unread then return nil, path .. ": cannot be read" end
  source = source or ""
  if #source > LONGEST then return nil, path .. ": it is longer than 4 MB" end
  return source
end

--- The line of the i-th rule: by its place in the file, or when the list was put together in
--- another way, by its name.
local function line_of(source, lines, list, i)
  if #lines == #list then return lines[i] end
  local name = type(list[i]) == "table" and list[i].name
  if type(name) ~= "string" then return nil end
  local pos = source:find("name%s*=%s*[\"']" .. name:gsub("%p", "%%%0") .. "[\"']")
  return pos and select(2, source:sub(1, pos):gsub("\n", "")) + 1
end

local function copy(rule)
  local to = {}
  for field, value in pairs(rule) do to[field] = value end
  return to
end

--- Reads the list that a file returned: its sound rules, and a message for each of the others.
local function read_list(path, source, box, list)
  local rules, messages, taken = {}, {}, {}
  local lines = check.lines(source)
  for i = 1, #list do
    local line = line_of(source, lines, list, i)
    local trouble = check.trouble(list[i], taken)
    if trouble then
      local name = type(list[i]) == "table" and list[i].name
      if type(name) ~= "string" then name = i end
      table.insert(messages, check.label(path, line, name) .. ": " .. trouble)
    else
      local rule = copy(list[i])
      rule.file, rule.line, rule.box, rule.faults = path, line, box, 0
      taken[rule.name] = line or i
      table.insert(rules, rule)
    end
  end
  return rules, messages
end

--- Runs a file: its rules and messages; nil and a message when it has to be refused as a whole.
local function run_file(path, source)
  local box = sandbox.new()
  local list, message = box:load(source, path)
  if message then
    if not message:find(path, 1, true) then message = path .. ": " .. message end
    return nil, message
  end
  if type(list) ~= "table" then
    return nil, ("%s: it returns a %s, not a list of rules: write return { … }"):format(
      path, type(list)
    )
  end
  if #list == 0 and next(list) ~= nil then
    return nil, path .. ": it returns one rule, not a list: write return { { … } }"
  end
  return read_list(path, source, box, list)
end

--- Reads a file again if it changed; what is wrong goes to `messages`.  Where it cannot be read, or
--- is refused, the last good rules stay.
---@param state { path: string, source?: string, rules: whowhen.Rule[] }
---@param messages string[]
---@return boolean changed
function M.refresh(state, messages)
  local source, message = read(state.path)
  if source == state.source and source then return false end
  if not source then
    table.insert(messages, message)
    return false
  end
  state.source = source
  local rules, trouble = run_file(state.path, source)
  if not rules then
    table.insert(messages, trouble)
    return false
  end
  for _, text in ipairs(trouble) do table.insert(messages, text) end
  state.rules = rules
  return true
end

return M
