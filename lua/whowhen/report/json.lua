--- JSON: a line a mention, as whowhen --json and --batch put it out.
local rows = require("whowhen.report.rows")
local visible = require("whowhen.visible")

local M = {}

local cjson
local harmless = visible.rewriter("\\u%04x", "\239\191\189")

--- Loads lua-cjson, which only those need who read or write JSON; first of all, as the rest
--- of this file uses it.
---@return table? cjson
---@return string? message
function M.load()
  local ok, module = pcall(require, "cjson")
  if ok then
    cjson = module
    return cjson
  end
  return nil, "JSON needs lua-cjson (the package lua-cjson of Debian and of LuaRocks)"
end

--- Writes a string, or any value that came out of JSON, as JSON on one line.  The result is valid
--- whatever bytes are in it, and harmless on a terminal.
---@param value any
---@return string
function M.encode(value)
  -- lua-cjson would round a long id to 14 digits.
  if type(value) == "number" and value % 1 == 0 and math.abs(value) < 2 ^ 53 then
    return ("%d"):format(value)
  end
  local text = cjson.encode(value)
  if text:find("\\/", 1, true) then
    text = text:gsub("\\(.)", { ["/"] = "/" })
  end
  return (text:gsub("[\128-\255]+", harmless))
end

--- Calls `write` with a line of JSON a mention.
---@param document whowhen.Document
---@param file string
---@param kinds? whowhen.Kinds
---@param write fun(text: string)
function M.mentions(document, file, kinds, write)
  local place, name = rows.line_counter(document), M.encode(file)
  for m in document:mentions(nil, nil, kinds) do
    local line, column = place(m.first)
    local value = m.value and ',"value":' .. M.encode(m.value) or ""
    local vague = m.vague and ',"vague":true' or ""
    write(
      ('{"file":%s,"article":%d,"start":%d,"end":%d,"line":%d,"column":%d,"kind":"%s"'):format(
        name, m.article, m.first - 1, m.last, line, column, m.kind
      ) .. ',"text":' .. M.encode(m.text) .. value .. vague .. "}\n"
    )
  end
end

--- The spans of a document as a JSON array, as in a line of --batch.
---@param document whowhen.Document
---@param kinds? whowhen.Kinds
---@return string
function M.spans(document, kinds)
  local spans = {}
  for m in document:mentions(nil, nil, kinds) do
    local value = m.value and ',"value":' .. M.encode(m.value) or ""
    local span = ('{"start":%d,"end":%d,"kind":"%s"%s}'):format(m.first - 1, m.last, m.kind, value)
    table.insert(spans, span)
  end
  return "[" .. table.concat(spans, ",") .. "]"
end

return M
