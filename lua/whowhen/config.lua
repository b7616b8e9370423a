--- What a user may set, in every host alike.
local M = {}

---@class whowhen.Config
---@field filetypes? string[] Where texts are marked without being asked; "*" is everywhere.
---@field kinds? whowhen.Kinds What is painted and walked over; "shown" unless set.
---@field date? string The reference date of every article; else it is found in the text.
---@field narrative? boolean History: a date relates to the dates told before it.
---@field findings? string Which findings are made besides the usual ones, or with "-" are not.
---@field rules? string|string[] Files of rules, else whowhen/rules.lua where configuration lies.
---@field max_size? integer Larger texts are left alone, in bytes.
---@field max_line? integer So are texts with a longer line, in bytes.
---@field keys? boolean Whether the host maps keys: ]w and [w where it has such.
---@field styles? table<whowhen.Kind, any> Looks, in the host's own words.
M.DEFAULTS = {
  filetypes = { "text", "mail", "markdown" },
  kinds = "shown",
  max_size = 16 * 2 ^ 20,
  max_line = 2 ^ 18,
  keys = false,
  styles = {},
}

local TYPES = {
  filetypes = "table",
  kinds = "string or table",
  date = "string",
  findings = "string",
  narrative = "boolean",
  rules = "string or table",
  max_size = "number",
  max_line = "number",
  keys = "boolean",
  styles = "table",
}

local function names()
  local list = {}
  for name in pairs(TYPES) do table.insert(list, name) end
  table.sort(list)
  return table.concat(list, ", ")
end

--- The defaults with what a user has set; nil and a message that names what is wrong.
---@param options? whowhen.Config
---@return whowhen.Config?
---@return string? message
function M.merge(options)
  local config = {}
  for name, value in pairs(M.DEFAULTS) do config[name] = value end
  for name, value in pairs(options or {}) do
    local wanted = TYPES[name]
    if not wanted then
      return nil, ('unknown option "%s": use %s'):format(tostring(name), names())
    end
    if not wanted:find(type(value), 1, true) then
      return nil, ("option %s: a %s is wanted, not a %s"):format(name, wanted, type(value))
    end
    config[name] = value
  end
  return config
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
