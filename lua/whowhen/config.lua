--- What a user may set, in every host alike.
local M = {}

---@class whowhen.Config
---@field filetypes? string[] Where texts are marked without being asked; "*" is everywhere.
---@field kinds? whowhen.Kinds What is painted and walked over; "shown" unless set.
---@field date? string The reference date of every article; else it is found in the text.
---@field narrative? boolean History: a date relates to the dates told before it.
---@field findings? string Which findings are made besides the usual ones, or with "-" are not.
---@field check? boolean Whether findings are shown from the opening of a text on.
---@field follow? boolean Whether all mentions of what is at the cursor are picked out.
---@field rules? string|string[] Files of rules and packs, else whowhen/rules.lua where
---configuration lies.
---@field max_size? integer Larger texts are left alone, in bytes.
---@field max_line? integer So are texts with a longer line, in bytes.
---@field keys? boolean Whether the host maps keys: ]w and [w where it has such.
M.DEFAULTS = {
  filetypes = { "text", "mail", "markdown" },
  kinds = "shown",
  max_size = 16 * 2 ^ 20,
  max_line = 2 ^ 18,
  keys = false,
  check = false,
  follow = false,
}

local function is_list(value)
  if type(value) ~= "table" then return "a list is wanted, not a " .. type(value) end
  for i, item in pairs(value) do
    if type(i) ~= "number" or type(item) ~= "string" then return "it holds more than names" end
  end
end

local function is_text_or_list(value)
  if type(value) == "string" then return nil end
  local trouble = is_list(value)
  return trouble and trouble:gsub("^a list", "a string or a list")
end

local function is_switch(value)
  if type(value) ~= "boolean" then return "true or false is wanted, not a " .. type(value) end
end

local function is_size(value)
  if type(value) ~= "number" then return "a number is wanted, not a " .. type(value) end
  if value < 0 then return "a number of bytes is wanted" end
end

local function is_text(value)
  if type(value) ~= "string" then return "a string is wanted, not a " .. type(value) end
end

local function is_date(value)
  if not (type(value) == "string" and require("whowhen.value").day(value)) then
    return ('a date "YYYY-MM-DD" is wanted, not "%s"'):format(tostring(value))
  end
end

-- For each option what is wrong with a value, or nil.
local TROUBLE = {
  filetypes = is_list,
  kinds = is_text_or_list,
  date = is_date,
  findings = is_text,
  narrative = is_switch,
  check = is_switch,
  follow = is_switch,
  rules = is_text_or_list,
  max_size = is_size,
  max_line = is_size,
  keys = is_switch,
}

--- The names of the options, in order.
M.NAMES = {}
for name in pairs(TROUBLE) do table.insert(M.NAMES, name) end
table.sort(M.NAMES)

--- The defaults with what a user has set.  An option that is wrong keeps its default, and a
--- message names the first such.
---@param options? whowhen.Config
---@return whowhen.Config
---@return string? message
function M.merge(options)
  local config, message = {}, nil
  for name, value in pairs(M.DEFAULTS) do config[name] = value end
  if options ~= nil and type(options) ~= "table" then
    return config, "options: a table is wanted, not a " .. type(options)
  end
  for name, value in pairs(options or {}) do
    local check = TROUBLE[name]
    local trouble = check and check(value)
    if trouble then
      message = ("option %s: %s"):format(name, trouble)
    elseif not check then
      message = ('unknown option "%s": use %s'):format(
        tostring(name), table.concat(M.NAMES, ", "))
    else
      config[name] = value
    end
  end
  return config, message
end

local BY_EXTENSION = {
  asc = "text",
  eml = "mail",
  markdown = "markdown",
  mbox = "mail",
  md = "markdown",
  text = "text",
  txt = "text",
}

--- What kind of file a path names, for hosts that do not know or did not find out: a name without
--- an extension is text, and an unknown extension is a type of its own.
---@param path? string
---@return string
function M.filetype(path)
  local extension = (path or ""):match("[^/\\]%.([^./\\]+)$")
  if not extension then return "text" end
  extension = extension:lower()
  return BY_EXTENSION[extension] or extension
end

--- Whether texts of a type are marked without being asked.
---@param config whowhen.Config
---@param filetype string
---@return boolean
function M.marks(config, filetype)
  for _, name in ipairs(config.filetypes) do
    if name == filetype or name == "*" then return true end
  end
  return false
end

return M
