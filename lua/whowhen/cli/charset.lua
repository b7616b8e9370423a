--- What a file is written in: UTF-8, or Windows-1252 (which Latin-1 is a part of) and UTF-16, which
--- are turned into UTF-8 where it is certain that they are meant.
local core = require("whowhen_core")
local visible = require("whowhen.visible")

local M = {}

local BOM = "\239\187\191"
local HIGH = "[\128-\255]"

-- What Windows-1252 has where Latin-1 has controls; five bytes mean nothing.
local FROM_1252 = {
  [0x80] = 0x20AC, [0x82] = 0x201A, [0x83] = 0x0192, [0x84] = 0x201E, [0x85] = 0x2026,
  [0x86] = 0x2020, [0x87] = 0x2021, [0x88] = 0x02C6, [0x89] = 0x2030, [0x8A] = 0x0160,
  [0x8B] = 0x2039, [0x8C] = 0x0152, [0x8E] = 0x017D, [0x91] = 0x2018, [0x92] = 0x2019,
  [0x93] = 0x201C, [0x94] = 0x201D, [0x95] = 0x2022, [0x96] = 0x2013, [0x97] = 0x2014,
  [0x98] = 0x02DC, [0x99] = 0x2122, [0x9A] = 0x0161, [0x9B] = 0x203A, [0x9C] = 0x0153,
  [0x9E] = 0x017E, [0x9F] = 0x0178,
}
local AS_UTF8 = {}
for byte = 0x80, 0xFF do
  AS_UTF8[string.char(byte)] = utf8.char(FROM_1252[byte] or byte)
end

--- Turns Windows-1252 into UTF-8.
---@param text string
---@return string
function M.from_1252(text)
  return (text:gsub(HIGH, AS_UTF8))
end

--- Makes a function that turns pieces of UTF-16 into UTF-8; `format` is string.unpack's.
local function from_utf16(format)
  local kept = ""
  return function(piece)
    piece = kept .. piece
    local out, pos = {}, 1
    while pos + 1 <= #piece do
      local unit = string.unpack(format, piece, pos)
      if unit >= 0xD800 and unit < 0xDC00 then
        if pos + 3 > #piece then break end
        local low = string.unpack(format, piece, pos + 2)
        if low >= 0xDC00 and low < 0xE000 then
          unit = 0x10000 + (unit - 0xD800) * 0x400 + low - 0xDC00
          pos = pos + 2
        end
      end
      -- Half of a pair alone is no character.
      if unit >= 0xD800 and unit < 0xE000 then unit = 0xFFFD end
      table.insert(out, utf8.char(unit))
      pos = pos + 2
    end
    kept = piece:sub(pos)
    return table.concat(out)
  end
end

-- How much of a text in UTF-16 is Latin at least when it does not say what it is.
local MOSTLY = 0.8

--- Whether a text is UTF-16 that does not say so: nearly every other byte is none.
local function looks_like_utf16(text)
  local pairs_of_bytes = #text // 2
  if pairs_of_bytes < 4 or not text:find("\0", 1, true) then return nil end
  local first, second = 0, 0
  for a, b in text:gmatch("(.)(.)") do
    if a == "\0" then first = first + 1 end
    if b == "\0" then second = second + 1 end
  end
  if second > pairs_of_bytes * MOSTLY and first == 0 then return "<I2" end
  if first > pairs_of_bytes * MOSTLY and second == 0 then return ">I2" end
end

--- Whether the bytes above ASCII are Windows-1252 for certain: none of them are UTF-8 by chance,
--- none is undefined, no more than two stand together, and nothing is binary.
local function is_1252(text)
  if text:find("[%z\1-\8\14-\26\28-\31]") then return false end
  if text:find("[\129\141\143\144\157]") or text:find(HIGH:rep(3)) then return false end
  for pair in text:gmatch("[\194-\244][\128-\191]") do
    if utf8.len(pair) then return false end
  end
  return true
end

-- What a text begins with that says what it is written in.
local MARKS = {
  { mark = BOM },
  { mark = "\255\254\0\0", trouble = "it is UTF-32, which is not read: use iconv" },
  { mark = "\0\0\254\255", trouble = "it is UTF-32, which is not read: use iconv" },
  { mark = "\255\254", format = "<I2" },
  { mark = "\254\255", format = ">I2" },
}

--- Takes the byte order mark from the beginning of a text.
---@param text string
---@return string
function M.without_mark(text)
  return text:sub(1, #BOM) == BOM and text:sub(#BOM + 1) or text
end

--- Makes a function that gives the next piece of a text in UTF-8, from one that gives its bytes.
--- What cannot be told for certain is said once, and left as it is.
---@param read fun(): string? The next bytes.
---@param say fun(message: string)
---@return fun(): string?
function M.reader(read, say)
  local convert -- Known once there was a byte above ASCII.
  local begun = false

  local function begin(piece)
    begun = true
    for _, row in ipairs(MARKS) do
      if piece:sub(1, #row.mark) == row.mark then
        if row.trouble then say(row.trouble) end
        if row.format then convert = from_utf16(row.format) end
        return piece:sub(#row.mark + 1)
      end
    end
    local format = looks_like_utf16(piece)
    if format then convert = from_utf16(format) end
    return piece
  end

  local function keep(piece) return piece end

  local function choose(piece)
    -- A character may be cut at the end.
    if visible.is_utf8(piece:sub(1, visible.whole(piece))) then return keep end
    if is_1252(piece) then return M.from_1252 end
    say("not all of it is UTF-8: what is not is shown as <E9>")
    return keep
  end

  return function()
    local piece = read()
    if not piece then return nil end
    if not begun then piece = begin(piece) end
    if not convert and core.ascii(piece) < #piece then convert = choose(piece) end
    return convert and convert(piece) or piece
  end
end

local NAMES = {
  ["us-ascii"] = "utf-8", ["utf-8"] = "utf-8", utf8 = "utf-8",
  ["iso-8859-1"] = "1252", ["iso-8859-15"] = "1252", latin1 = "1252", ["windows-1252"] = "1252",
  cp1252 = "1252",
}

--- Turns a text into UTF-8 by the name of what it is written in; one that is not known leaves it.
---@param text string
---@param name? string As mails name it.
---@return string
function M.by_name(text, name)
  if NAMES[(name or "utf-8"):lower()] == "1252" then return M.from_1252(text) end
  return text
end

return M
