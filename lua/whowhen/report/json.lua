--- JSON: a line a mention or row, as whowhen --json, --batch and --format=json put it out.
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
    cjson = module.new()
    -- NaN, Infinity and hexadecimal numbers are not JSON.
    cjson.decode_invalid_numbers(false)
    return cjson
  end
  return nil, "JSON needs lua-cjson (the package lua-cjson of Debian and of LuaRocks)"
end

--- Makes JSON harmless on a terminal, without changing what it says.
---@param text string
---@return string
function M.harmless(text)
  return (text:gsub("[\128-\255]+", harmless))
end

--- Writes a string or a number as JSON on one line.  The result is valid whatever bytes are in it,
--- and harmless on a terminal.
---@param value string|number
---@return string
function M.encode(value)
  -- lua-cjson would round a long number to 14 digits.
  if type(value) == "number" and value % 1 == 0 and math.abs(value) < 2 ^ 53 then
    return ("%d"):format(value)
  end
  local text = cjson.encode(value)
  if text:find("\\/", 1, true) then
    text = text:gsub("\\(.)", { ["/"] = "/" })
  end
  return M.harmless(text)
end

--- One member of an object, with a comma before it; nothing when it has no value.
local function member(name, value)
  if value == nil then return "" end
  return (',"%s":%s'):format(name, M.encode(value))
end

--- What is known of a mention beside its place, as members.
local function known_members(m)
  return member("value", m.value) .. member("until", m["until"]) .. member("bound", m.bound)
    .. member("mod", m.mod) .. member("zone", m.zone)
    .. member("entity", m.entity and m.entity.name)
end

--- Calls `write` with a line of JSON a mention.
---@param document whowhen.Document
---@param file string
---@param kinds? whowhen.Kinds
---@param write fun(text: string)
---@param at? whowhen.report.Place Where the text itself stands.
function M.mentions(document, file, kinds, write, at)
  local place, name = rows.line_counter(document), M.encode(file)
  local before = at and at.start or 0
  for m in document:mentions(nil, nil, kinds) do
    local line, column = place(m.first)
    if at then line = at.line end
    local vague = m.vague and ',"vague":true' or ""
    write(
      ('{"file":%s,"article":%d,"start":%d,"end":%d,"line":%d,"column":%d,"kind":"%s"'):format(
        name, at and at.line or m.article, before + m.first - 1, before + m.last, line, column,
        m.kind
      ) .. ',"text":' .. M.encode(m.text) .. known_members(m) .. vague .. "}\n"
    )
  end
end

local function array(items)
  return "[" .. table.concat(items, ",") .. "]"
end

--- A span of the text in JSON's offsets, without the braces.
local function span(first, last)
  return ('"start":%d,"end":%d'):format(first - 1, last)
end

local function suggestions_array(list, before)
  local items = {}
  before = before or 0
  for i, suggestion in ipairs(list or {}) do
    local where = span(before + suggestion.first, before + suggestion.last)
    items[i] = "{" .. where .. member("text", suggestion.text) .. "}"
  end
  return array(items)
end

local function strings_array(list)
  local items = {}
  for i, text in ipairs(list) do items[i] = M.encode(text) end
  return array(items)
end

-- What is no plain value.
local ARRAYS = { suggestions = suggestions_array, spellings = strings_array }

function M.open()
  local ok, message = M.load()
  return ok and true, message
end

function M.rows(out, list)
  for _, row in ipairs(list) do
    local members = { '{"file":' .. M.encode(row.file) .. member("article", row.article) }
    for _, field in ipairs(out.report.fields) do
      local to_array = ARRAYS[field]
      local value = to_array and (',"%s":%s'):format(field, to_array(row[field], row.before))
      table.insert(members, value or member(field, row[field]))
    end
    out.write(table.concat(members) .. "}\n")
  end
end

--- The spans of a document as a JSON array, as in a line of --batch.
---@param document whowhen.Document
---@param kinds? whowhen.Kinds
---@return string
function M.spans(document, kinds)
  local spans = {}
  for m in document:mentions(nil, nil, kinds) do
    local kind = (',"kind":"%s"'):format(m.kind)
    table.insert(spans, "{" .. span(m.first, m.last) .. kind .. known_members(m) .. "}")
  end
  return array(spans)
end

--- The findings of a document as a JSON array, as in a line of --batch.
---@param document whowhen.Document
---@return string
function M.findings(document)
  local items = {}
  for _, article in ipairs(document:articles()) do
    for _, finding in ipairs(document:findings(article)) do
      table.insert(items, '{"id":' .. M.encode(finding.id) .. ","
        .. span(finding.first, finding.last) .. member("message", finding.message)
        .. ',"suggestions":' .. suggestions_array(finding.suggestions) .. "}")
    end
  end
  return array(items)
end

return M
