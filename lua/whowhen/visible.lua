--- Making a text of unknown origin harmless to show.
local M = {}

local WINDOW = 2 ^ 16

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

--- Decodes the UTF-8 character at `i`: its code point and length, or nil when it is invalid.
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

-- Where Lua counts characters as strictly as decode() does: Lua 5.3 takes surrogates for some, and
-- LuaJIT counts none.
local strict_len = utf8 and not utf8.len("\237\160\128") and utf8.len or nil

--- Whether a text is UTF-8.  Lua's own counting looks at a byte in some instructions, a pattern in
--- a hundred.
---@param text string
---@return boolean
function M.is_utf8(text)
  if strict_len then return strict_len(text) ~= nil end
  if not text:find("[\128-\255]") then return true end
  for run in text:gmatch("[\128-\255]+") do
    local i = 1
    while i <= #run do
      local code, len = decode(run, i)
      if not code then return false end
      i = i + len
    end
  end
  return true
end

-- Keeps what a function makes of a string, as a table for gsub().  News uses few different runs
-- (quotes, dashes, accents): each is worked out once.  A text in another script has endless ones,
-- so the memory is bounded.
local ROOM = 4096

local function remembered(work)
  local room = ROOM
  return setmetatable({}, { __index = function(known, run)
    if room == 0 then
      for old in pairs(known) do known[old] = nil end
      room = ROOM
    end
    local result = work(run)
    rawset(known, run, result)
    room = room - 1
    return result
  end })
end

--- Makes a table for gsub() that rewrites runs of bytes above ASCII: hidden characters and bytes
--- that are no UTF-8 are written by the two formats.
---@param hidden_format string
---@param invalid_format string
---@return table<string, string>
function M.rewriter(hidden_format, invalid_format)
  return remembered(function(run)
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
  end)
end

local FOR_EYES = M.rewriter("<U+%04X>", "<%02X>")

--- A text that can be shown: nothing in it reaches the terminal as a control.
---@param text string
---@return string
function M.text(text)
  if not text:find("[^\n\t\32-\126]") then return text end
  text = text:gsub("\r\n", "\n"):gsub("%c", PICTURES)
  return (text:gsub("[\128-\255]+", FOR_EYES))
end

--- A name that can be shown in a line, as that of a file.
---@param name string
---@return string
function M.label(name)
  return (M.text(name):gsub("\n", "\226\144\138"))
end

-- What stands between signs of ASCII, of which a text has few: most are one blank.
local IN_LINE = remembered(function(run) return (M.text(run):gsub("%s+", " ")) end)

--- A text for one line of a table: visible, and with its white space as single spaces.
---@param text string
---@return string
function M.line(text)
  return (text:gsub("[^!-~]+", IN_LINE):gsub("^ ", ""):gsub(" $", ""))
end

--- Where a window of a document ends that begins at `first`: within `last` and no character.
---@param document whowhen.Document
---@param first integer
---@param last integer
---@return integer
function M.window(document, first, last)
  if first + WINDOW > last then return last end
  local to = first + WINDOW - 1
  return to - 4 + M.whole(document:text(to - 3, to))
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

return M
