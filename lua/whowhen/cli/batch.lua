--- Answering a line of JSON with a line of JSON, as --batch does.
local json = require("whowhen.report.json")
local values = require("whowhen.value")

local M = {}

--- Answers one line; what is wrong with it is raised.
---@param run { whowhen: table, cjson: table, options: whowhen.cli.Options,
---document_options: whowhen.Options }
---@param line string
---@return string
function M.answer(run, line)
  local cjson = run.cjson
  local ok, request = pcall(cjson.decode, line)
  if not ok then error("bad JSON: " .. request, 0) end
  if type(request) ~= "table" then error("not a JSON object", 0) end
  if type(request.text) ~= "string" then error('"text" is missing or no string', 0) end
  -- lua-cjson reads numbers as Lua's floats: what is longer would come back as another.
  if type(request.id) == "number" and math.abs(request.id) >= 2 ^ 53 then
    error('"id" is too long a number: write it as a string', 0)
  end
  local date = request.dct
  if date == nil or date == cjson.null then
    date = run.options.date
  else
    date = type(date) == "string" and (date:match("^(.-)[T ]") or date) or ""
    if not values.day(date) then error('"dct" is not a date', 0) end
  end
  local options = {}
  for name, value in pairs(run.document_options) do options[name] = value end
  options.date = date
  local document = assert(run.whowhen.document(request.text, options))
  local spans = json.spans(document, run.options.kinds)
  local findings = json.findings(document)
  local used = document:article(1).date
  document:close()
  local id = request.id ~= nil and '"id":' .. json.encode(request.id) .. "," or ""
  local dct = used and '"dct":"' .. used .. '",' or ""
  return ('{%s%s"spans":%s,"findings":%s}\n'):format(id, dct, spans, findings)
end

return M
