--- The wire of the Language Server Protocol: messages of JSON behind headers that tell their
--- length.
local json = require("whowhen.report.json")
local visible = require("whowhen.visible")

local M = {}

-- No message of an editor is longer; a header that says so is no header.
local LONGEST = 2 ^ 30

local LIST = {}

--- Marks a table as a list, which an empty one would not show.
---@generic T
---@param list T[]
---@return T[]
function M.list(list)
  return setmetatable(list, LIST)
end

local function encode(value, out)
  if type(value) ~= "table" then
    out[#out + 1] = json.encode(value)
  elseif getmetatable(value) == LIST or value[1] ~= nil then
    out[#out + 1] = "["
    for i, item in ipairs(value) do
      if i > 1 then out[#out + 1] = "," end
      encode(item, out)
    end
    out[#out + 1] = "]"
  else
    local before = "{"
    for name, item in pairs(value) do
      out[#out + 1] = before .. json.encode(name) .. ":"
      encode(item, out)
      before = ","
    end
    out[#out + 1] = before == "{" and "{}" or "}"
  end
end

--- Writes a value as JSON.
---@param value any
---@return string
function M.encode(value)
  local out = {}
  encode(value, out)
  return table.concat(out)
end

--- Loads the library for JSON; nil and a message where there is none.
---@return table? cjson
---@return string? message
function M.load()
  local cjson, message = json.load()
  if not cjson then return nil, message end
  M.null, M.decode = cjson.null, cjson.decode
  return cjson
end

--- Reads the next message: its text, which may be no JSON.  Nil at the end of the input, with a
--- message when what came is no header.
---@param input file*
---@return string? text
---@return string? trouble
function M.read(input)
  local length
  while true do
    local line = input:read("L")
    if not line then return nil end
    line = line:gsub("\r?\n$", "")
    if line == "" and length then break end
    local name, value = line:match("^([%w-]+):%s*(.*)$")
    if name and name:lower() == "content-length" then length = tonumber(value:match("^%d+%s*$")) end
    if line ~= "" and not name then return nil, "no header: " .. visible.label(line:sub(1, 40)) end
  end
  if length > LONGEST then return nil, "a message of " .. length .. " bytes" end
  local text = length == 0 and "" or input:read(length)
  return text and #text == length and text or nil
end

--- Writes a message.
---@param output file*
---@param message table
function M.write(output, message)
  message.jsonrpc = "2.0"
  local text = M.encode(message)
  output:write(("Content-Length: %d\r\n\r\n%s"):format(#text, text))
  output:flush()
end

return M
