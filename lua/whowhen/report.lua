--- What was found, as text for people and as JSON for programs.
local values = require("whowhen.value")

local M = {}

-- The control pictures of Unicode stand for the control characters of ASCII; tab and newline stay.
local PICTURES = { ["\127"] = "\226\144\161" }
for byte = 0, 31 do
  if byte ~= 9 and byte ~= 10 then
    PICTURES[string.char(byte)] = "\226\144" .. string.char(128 + byte)
  end
end

-- Characters that a terminal or a reader's eye would obey instead of show: C1 controls, line and
-- paragraph separators, the byte order mark, and what turns the direction of writing.
local HIDDEN = { [0x061C] = true, [0x2028] = true, [0x2029] = true, [0xFEFF] = true }
local HIDDEN_RANGES = { { 0x80, 0x9F }, { 0x200E, 0x200F }, { 0x202A, 0x202E }, { 0x2066, 0x2069 } }
for _, range in ipairs(HIDDEN_RANGES) do
  for code = range[1], range[2] do HIDDEN[code] = true end
end

local function is_tail(byte)
  return byte and byte >= 0x80 and byte <= 0xBF
end

--- Decodes the UTF-8 character at `i`: its code point and length, or nil when it is none.
local function decode(text, i)
  local a, b, c, d = text:byte(i, i + 3)
  if a < 0xC2 or a > 0xF4 or not is_tail(b) then return nil end
  if a < 0xE0 then return (a - 0xC0) * 0x40 + b - 0x80, 2 end
  if not is_tail(c) then return nil end
  if a < 0xF0 then
    -- E0 must not encode what two bytes can; ED would be a surrogate.
    if (a == 0xE0 and b < 0xA0) or (a == 0xED and b > 0x9F) then return nil end
    return (a - 0xE0) * 0x1000 + (b - 0x80) * 0x40 + c - 0x80, 3
  end
  if not is_tail(d) or (a == 0xF0 and b < 0x90) or (a == 0xF4 and b > 0x8F) then return nil end
  return (a - 0xF0) * 0x40000 + (b - 0x80) * 0x1000 + (c - 0x80) * 0x40 + d - 0x80, 4
end

--- Makes a function that rewrites a run of bytes above ASCII: hidden characters and bytes that are
--- no UTF-8 are written by the two formats.
local function rewriter(hidden_format, invalid_format)
  local function rewrite(run)
    local out, i = {}, 1
    while i <= #run do
      local code, len = decode(run, i)
      if not code then
        len = 1
        table.insert(out, (invalid_format:format(run:byte(i))))
      else
        local hidden = HIDDEN[code] and hidden_format:format(code)
        table.insert(out, hidden or run:sub(i, i + len - 1))
      end
      i = i + len
    end
    return table.concat(out)
  end
  -- News uses few different runs (quotes, dashes, accents): each is worked out once.  A text in
  -- another script has endless ones, so the memory is bounded.
  local known, room = {}, 4096
  return function(run)
    local result = known[run]
    if not result then
      if room == 0 then known, room = {}, 4096 end
      result = rewrite(run)
      known[run], room = result, room - 1
    end
    return result
  end
end

local FOR_EYES = rewriter("<U+%04X>", "<%02X>")
local FOR_JSON = rewriter("\\u%04x", "\239\191\189")

--- A text that can be shown: nothing in it reaches the terminal as a control.
---@param text string
---@return string
function M.visible(text)
  if not text:find("[^\n\t\32-\126]") then return text end
  text = text:gsub("\r\n", "\n"):gsub("%c", PICTURES)
  return (text:gsub("[\128-\255]+", FOR_EYES))
end

--- A name that can be shown in a line, as that of a file.
---@param name string
---@return string
function M.label(name)
  return (M.visible(name):gsub("\n", "\226\144\138"))
end

--- How much of a text can be shown apart from what follows it: all but a character or a line end
--- that it breaks off.
---@param text string
---@return integer
function M.whole(text)
  local len = #text
  if text:byte(len) == 13 then return len - 1 end
  for back = 0, math.min(2, len - 1) do
    local byte = text:byte(len - back)
    if not is_tail(byte) then
      local needed = byte >= 0xF0 and 4 or byte >= 0xE0 and 3 or byte >= 0xC2 and 2 or 1
      return needed > back + 1 and len - back - 1 or len
    end
  end
  return len
end

--- Loads lua-cjson, which only those need who read or write JSON.
---@return table? cjson
---@return string? message
function M.cjson()
  local ok, cjson = pcall(require, "cjson")
  if ok then return cjson end
  return nil, "JSON needs lua-cjson (the package lua-cjson of Debian and of LuaRocks)"
end

--- Writes a string, or any value that came out of JSON, as JSON on one line.  The result is valid
--- whatever bytes are in it, and harmless on a terminal.
---@param cjson table
---@param value any
---@return string
function M.json(cjson, value)
  -- lua-cjson would round a long id to 14 digits.
  if type(value) == "number" and value % 1 == 0 and math.abs(value) < 2 ^ 53 then
    return ("%d"):format(value)
  end
  local text = cjson.encode(value)
  if text:find("\\/", 1, true) then
    text = text:gsub("\\(.)", { ["/"] = "/" })
  end
  return (text:gsub("[\128-\255]+", FOR_JSON))
end

--- Counts lines: a function that gives the line and the column, in bytes from 1, of positions
--- asked for in ascending order.
---@param document whowhen.Document
---@return fun(pos: integer): integer, integer
function M.line_counter(document)
  local STEP = 65536
  local line, line_start, counted = 1, 1, 0
  return function(pos)
    while counted < pos - 1 do
      local from, to = counted + 1, math.min(counted + STEP, pos - 1)
      for newline in document:text(from, to):gmatch("()\n") do
        line, line_start = line + 1, from + newline
      end
      counted = to
    end
    return line, pos - line_start + 1
  end
end

--- Calls `write` with a line of JSON a mention.
---@param document whowhen.Document
---@param file string
---@param cjson table
---@param kinds? whowhen.Kinds
---@param write fun(text: string)
function M.json_lines(document, file, cjson, kinds, write)
  local place, name = M.line_counter(document), M.json(cjson, file)
  for m in document:mentions(nil, nil, kinds) do
    local line, column = place(m.first)
    local value = m.value and ',"value":' .. M.json(cjson, m.value) or ""
    local vague = m.vague and ',"vague":true' or ""
    write(
      ('{"file":%s,"article":%d,"start":%d,"end":%d,"line":%d,"column":%d,"kind":"%s"'):format(
        name, m.article, m.first - 1, m.last, line, column, m.kind
      ) .. ',"text":' .. M.json(cjson, m.text) .. value .. vague .. "}\n"
    )
  end
end

--- The spans of a document as a JSON array, as in a line of --batch.
---@param document whowhen.Document
---@param cjson table
---@param kinds? whowhen.Kinds
---@return string
function M.json_spans(document, cjson, kinds)
  local spans = {}
  for m in document:mentions(nil, nil, kinds) do
    local value = m.value and ',"value":' .. M.json(cjson, m.value) or ""
    local span = ('{"start":%d,"end":%d,"kind":"%s"%s}'):format(m.first - 1, m.last, m.kind, value)
    table.insert(spans, span)
  end
  return "[" .. table.concat(spans, ",") .. "]"
end

local function timeline_rows(document, article, place, write)
  local timeline = document:timeline(article)
  local lines, by_position = {}, {}
  for i, m in ipairs(timeline) do by_position[i] = m end
  table.sort(by_position, function(a, b) return a.first < b.first end)
  for _, m in ipairs(by_position) do lines[m] = place(m.first) end
  for _, m in ipairs(timeline) do
    local text = M.visible(m.text):gsub("%s+", " ")
    local weekday = values.weekday(m.value) or ""
    write(("  %-16s  %-3s  line %d: %s\n"):format(m.value, weekday, lines[m], text))
  end
end

--- Calls `write` with the timeline of each article, as text.
---@param document whowhen.Document
---@param file string
---@param write fun(text: string)
function M.timeline(document, file, write)
  local place = M.line_counter(document)
  local articles = document:articles()
  for _, article in ipairs(articles) do
    local number = #articles > 1 and (", article %d"):format(article.index) or ""
    local date = article.date and ("%s (%s)"):format(article.date, article.source) or "none"
    write(("%s%s: reference date %s\n"):format(M.label(file), number, date))
    timeline_rows(document, article, place, write)
  end
end

return M
