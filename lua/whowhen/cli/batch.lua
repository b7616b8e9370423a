--- Answering a line of JSON with a line of JSON, as --batch does.
local json = require("whowhen.report.json")
local values = require("whowhen.value")
local visible = require("whowhen.visible")

local M = {}

local STOPS = { ["{"] = 1, ["["] = 1, ["}"] = -1, ["]"] = -1 }

--- Where the string ends that begins at `pos`.
local function end_of_string(line, pos)
  while true do
    pos = line:find('["\\]', pos + 1)
    if line:byte(pos) == 34 then return pos end
    pos = pos + 1 -- what follows a backslash
  end
end

--- Where the value ends that begins at `pos`, in JSON that is known to be sound.
local function end_of_value(line, pos)
  local depth = 0
  while true do
    local c = line:sub(pos, pos)
    if c == '"' then
      pos = end_of_string(line, pos)
    elseif STOPS[c] then
      depth = depth + STOPS[c]
    elseif depth == 0 then
      -- A number or a word.
      return line:find("[,%s}%]]", pos) - 1
    end
    if depth == 0 then return pos end
    pos = line:find('["%[%]{}]', pos + 1)
  end
end

--- The members of an object as they are written, by their names.  A name that stands twice is an
--- error: nobody knows which one is meant.
---@param cjson table
---@param line string An object, which is known to be sound.
---@return table<string, string>
local function members(cjson, line)
  local list = {}
  local pos = line:find("{", 1, true) + 1
  while true do
    pos = line:find('["}]', pos)
    if line:sub(pos, pos) == "}" then return list end
    local stop = end_of_string(line, pos)
    local name = cjson.decode("[" .. line:sub(pos, stop) .. "]")[1]
    if list[name] then error(('"%s" stands there twice'):format(visible.label(name)), 0) end
    pos = line:find("[^%s:]", stop + 1)
    stop = end_of_value(line, pos)
    list[name] = line:sub(pos, stop)
    pos = stop + 1
  end
end

--- Reads one line; what is wrong with it is raised.
local function read_request(cjson, line)
  if not visible.is_utf8(line) then error("it is not UTF-8", 0) end
  local ok, request = pcall(cjson.decode, line)
  if not ok then error("bad JSON: " .. request, 0) end
  if type(request) ~= "table" or not line:find("^%s*{") then error("not a JSON object", 0) end
  if type(request.text) ~= "string" then error('"text" is missing or no string', 0) end
  return request, members(cjson, line)
end

--- The reference date that a request names, if it does.
local function date_of(cjson, request)
  local date = request.dct
  if date == nil or date == cjson.null then return nil end
  date = type(date) == "string" and (date:match("^(.-)[T ]") or date) or ""
  if not values.day(date) then error('"dct" is not a date', 0) end
  return date
end

--- Answers one line; what is wrong with it is raised.  An id is given back as it was written.
---@param run { whowhen: table, cjson: table, options: whowhen.cli.Options,
---document_options: whowhen.Options }
---@param line string
---@return string
function M.answer(run, line)
  local request, written = read_request(run.cjson, line)
  local options = {}
  for name, value in pairs(run.document_options) do options[name] = value end
  options.date = date_of(run.cjson, request) or run.options.date
  local document = assert(run.whowhen.document(request.text, options))
  local spans = json.spans(document, run.options.kinds)
  local findings = json.findings(document)
  local used = document:article(1).date
  document:close()
  -- Tabs between the parts of an id are blanks; engines that read lines take them for more.
  local id = written.id and '"id":' .. json.harmless(written.id:gsub("%c", " ")) .. "," or ""
  local dct = used and '"dct":"' .. used .. '",' or ""
  return ('{%s%s"spans":%s,"findings":%s}\n'):format(id, dct, spans, findings)
end

return M
