--- What people hand over to be read: opening it, telling what it is, and reading it as text in
--- UTF-8, piece by piece.
---
--- A text is never held as one string: of a large one the first piece is small, so that the first
--- screen comes at once.
local charset = require("whowhen.cli.charset")
local lines = require("whowhen.cli.line")

local M = {}

-- The first piece of a file, and the others.
local FIRST, CHUNK = 2 ^ 14, 2 ^ 18
-- How much of a pipe is put together before it is looked at, and how many lines of a second are
-- looked at each by itself.
local GATHERED, LINES_A_SECOND = 2 ^ 16, 100

---@class whowhen.cli.Reading
---@field name string
---@field handle file*
---@field piece? string What was read and nobody has yet.
---@field shown integer The last byte of the document that has been written.
---@field follows boolean Whether a line comes as soon as somebody writes it.
---@field source fun(): string?

--- What cannot be read as text: how it begins, and what helps.
local REFUSED = {
  { "^\31\139", "it is compressed: zcat FILE | whowhen, and in less by way of lesspipe: "
    .. "LESSOPEN='|lesspipe %s | whowhen --color=always'" },
  { "^BZh%d", "it is compressed: bzcat FILE | whowhen" },
  { "^\253\55zXZ", "it is compressed: xzcat FILE | whowhen" },
  { "^%(\181/\253", "it is compressed: zstdcat FILE | whowhen" },
  { "^%%PDF%-", "it is a PDF: pdftotext -layout FILE - | whowhen, and in less by way of lesspipe: "
    .. "LESSOPEN='|lesspipe %s | whowhen --color=always'" },
  { "^PK\3\4", "it is an archive, or an office document: pandoc -t plain FILE | whowhen" },
}

--- What is read with its markup in it.
local TOLD = {
  { "^%s*<!doctype%s+html", "it is HTML, and its tags are read too: elinks -dump FILE | whowhen, "
    .. "or pandoc -t plain FILE | whowhen" },
  { "^%s*<html[%s>]", "it is HTML, and its tags are read too: elinks -dump FILE | whowhen, "
    .. "or pandoc -t plain FILE | whowhen" },
}

--- Opens a file, "-" for standard input; nil and a message on failure.
---@param name string
---@return whowhen.cli.Reading?
---@return string? message
function M.open(name)
  local handle, message
  if name == "-" then
    handle = io.stdin
  else
    handle, message = io.open(name, "rb")
    if not handle and name:find("^%a[%w+.-]*://") then
      message = name .. ": it is an address: curl -sL ADDRESS | pandoc -f html -t plain | whowhen"
    end
    -- The message begins with the name.
    if not handle then return nil, message end
  end
  local reading = { name = name, handle = handle, shown = 0 }
  -- What has a place to go back to is there; what has not is being written.
  reading.is_stream = handle:seek("cur") == nil
  return reading
end

---@param reading whowhen.cli.Reading
function M.close(reading)
  if reading.handle ~= io.stdin then reading.handle:close() end
end

--- Reads so many bytes, nil at the end.
local function read_bytes(reading, n)
  local piece, message, code = reading.handle:read(n)
  if message then
    local EISDIR = 21
    error(code == EISDIR and "it is a directory: name its files, as in DIRECTORY/*" or message, 0)
  end
  return piece
end

--- Makes the function that reads a file.
local function by_pieces(reading)
  local n = FIRST
  return function()
    local piece = n and read_bytes(reading, n)
    -- A shorter one is the last: a terminal would have to be told twice that this is the end.
    n = piece and #piece == n and CHUNK or nil
    return piece or nil
  end
end

--- The first line, or of a longer one so many bytes.
local function first_line(reading)
  local bytes = {}
  while #bytes < GATHERED do
    local byte = read_bytes(reading, 1)
    if not byte then break end
    table.insert(bytes, byte)
    if byte == "\n" then break end
  end
  return bytes[1] and table.concat(bytes)
end

--- Makes the function that reads what somebody is writing: a line as soon as it is there, and when
--- they come fast, many together; not where each is an answer's question, and its writer waits.
--- What has no lines at first is read in pieces.
local function by_lines(reading, singly)
  local second, in_second = os.time(), 0
  local begun, has_lines, ended = false, true, false
  return function()
    if not begun then
      begun = true
      local line = first_line(reading)
      has_lines = line ~= nil and line:sub(-1) == "\n"
      return line
    end
    if ended then return nil end
    if not has_lines then return read_bytes(reading, GATHERED) end
    local gathered, len = {}, 0
    repeat
      local line = read_bytes(reading, "L")
      ended = not line or line:sub(-1) ~= "\n"
      if not line then break end
      table.insert(gathered, line)
      len, in_second = len + #line, in_second + 1
      local now = os.time()
      if now ~= second then second, in_second = now, 0 end
    until ended or singly or in_second < LINES_A_SECOND or len >= GATHERED
    return gathered[1] and table.concat(gathered)
  end
end

--- The readers of what is more than text, by what tells them.
local function reader_of(piece)
  if piece:find("^%s*<") then
    local feed = require("whowhen.cli.feed")
    if feed.is_feed(piece) then return feed.reader end
  elseif piece:find("^[%a-]+: ") or piece:find("^From ") then
    local mail = require("whowhen.cli.mail")
    if mail.is_mail(piece) then return mail.reader end
  end
end

-- How much of a text tells what it is.
local HEAD = 2048

--- The first bytes; of what comes line by line so many that they tell what it is, when the first
--- line may be a mail's or a feed's.
local function first_bytes(reading, bytes)
  local first = bytes() or ""
  local function may_be_more()
    return first:find("^%s*<") or first:find("^[%a-]+: ") or first:find("^From ")
  end
  while reading.follows and #first < HEAD and may_be_more() do
    local more = bytes()
    if not more then break end
    first = first .. more
    if first:find("\n\r?\n") then break end
  end
  return first
end

--- Begins to read: tells what a file is by its first bytes.
---@param reading whowhen.cli.Reading
---@param options { follow?: boolean, singly?: boolean, as_is?: boolean, raw?: boolean } follow: a
---line as soon as it is written, singly: and never two; as_is: mails and feeds are text like any
---other; raw: no bytes are changed.
---@param say fun(message: string)
function M.start(reading, options, say)
  reading.follows = options.follow and reading.is_stream or false
  local bytes = (reading.follows and by_lines or by_pieces)(reading, options.singly)
  local first = first_bytes(reading, bytes)
  for _, row in ipairs(REFUSED) do
    if first:find(row[1]) then error(row[2], 0) end
  end
  local head = first:sub(1, HEAD):lower()
  for _, row in ipairs(TOLD) do
    if head:find(row[1]) then say(row[2]) end
  end
  local given = false
  if options.raw then
    reading.source = function()
      if given then return bytes() end
      given = true
      return first ~= "" and charset.without_mark(first) or nil
    end
    return
  end
  local read = charset.reader(function()
    if given then return bytes() end
    given = true
    return first ~= "" and first or nil
  end, say)
  local begun = read()
  local peeked = begun
  local function again()
    if peeked then
      local piece = peeked
      peeked = nil
      return piece
    end
    return begun and read()
  end
  local reader = begun and not options.as_is and reader_of(begun)
  reading.source = reader and reader(again) or again
end

--- The next piece of a text, nil at its end.  It stays in `reading.piece` until somebody has it.
---@param reading whowhen.cli.Reading
---@return string?
function M.next(reading)
  if not reading.piece then reading.piece = reading.source() or nil end
  return reading.piece
end

--- Appends what is left of a text to a document.  `after`, if given, is called after each piece.
---@param document whowhen.Document
---@param reading whowhen.cli.Reading
---@param after? fun()
function M.append(document, reading, after)
  for piece in M.next, reading do
    local len = document:len()
    document:edit(len + 1, len, piece)
    reading.piece = nil
    if after then after() end
  end
end

--- Calls `fn` with each line of what is left of a text: the line without its end, and its end.
---@param reading whowhen.cli.Reading
---@param fn fun(line: string, newline: string)
function M.each_line(reading, fn)
  local function read()
    local piece = M.next(reading)
    reading.piece = nil
    return piece
  end
  for line in lines.reader(read) do
    local newline = line:match("\r?\n$") or ""
    fn(line:sub(1, #line - #newline), newline)
  end
end

return M
