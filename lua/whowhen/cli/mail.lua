--- Mails, one (.eml) or many (mbox), as text: of each the header that people read, and what is text
--- in it, decoded.  Each is an article by its "Date:"; what else is attached is named and left out.
local charset = require("whowhen.cli.charset")
local lines = require("whowhen.cli.line")

local M = {}

-- How much text is given at once.
local PIECE = 2 ^ 16

-- The fields that are shown, in this order.
local SHOWN = { "From", "To", "Cc", "Subject", "Date" }

-- A mail has two of these at its top; texts with headings of their own have other ones.
local TYPICAL = {}
for name in ("from to subject date received return-path message-id mime-version delivered-to "
  .. "reply-to content-type"):gmatch("%S+") do
  TYPICAL[name] = true
end

--- Whether a text begins as a mail or a mailbox does.
---@param text string
---@return boolean
function M.is_mail(text)
  if text:find("^From %S+ .-%d%d:%d%d") then return true end
  local found = 0
  for line in text:gmatch("([^\r\n]*)\r?\n") do
    local name = line:match("^([%w-]+):")
    if not name and not line:find("^[ \t]+%S") then break end
    if name and TYPICAL[name:lower()] then found = found + 1 end
  end
  return found >= 2
end

local BASE64 = {}
for i = 1, 64 do
  local digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
  BASE64[digits:sub(i, i)] = i - 1
end

--- Makes a function that decodes base64 line by line.
local function base64_decoder()
  local bits, n_bits = 0, 0
  return function(line)
    local out = {}
    for c in line:gmatch("[%w+/]") do
      bits, n_bits = (bits << 6 | BASE64[c]) & 0xFFFFFF, n_bits + 6
      if n_bits >= 8 then
        n_bits = n_bits - 8
        table.insert(out, string.char(bits >> n_bits & 0xFF))
      end
    end
    return table.concat(out)
  end
end

local function unquote(text)
  return (text:gsub("=(%x%x)", function(hex) return string.char(tonumber(hex, 16)) end))
end

-- Decoders of a body by its Content-Transfer-Encoding; each takes a line with its end.
local DECODERS = {
  base64 = base64_decoder,
  ["quoted-printable"] = function()
    return function(line)
      -- "=" at the end: the line goes on.
      return unquote((line:gsub("=[ \t]*\r?\n$", "")))
    end
  end,
}

--- The encoded words of a header field: "=?UTF-8?Q?caf=C3=A9?=".
local function decode_words(text)
  text = text:gsub("%?=%s+=%?", "?==?")
  return (text:gsub("=%?([^?*]+)[^?]*%?([QqBb])%?([^?]*)%?=", function(name, how, word)
    local decoded
    if how:lower() == "b" then
      decoded = base64_decoder()(word)
    else
      decoded = unquote((word:gsub("_", " ")))
    end
    return (charset.by_name(decoded, name):gsub("%c", " "))
  end))
end

--- The fields of a header by their names in small letters.
local function read_header(header)
  local fields, last = {}, nil
  for _, line in ipairs(header) do
    line = line:gsub("[\r\n]+$", "")
    local name, value = line:match("^([%w-]+):%s*(.*)$")
    if name then
      last = name:lower()
      fields[last] = fields[last] or value
    elseif last then
      fields[last] = fields[last] .. " " .. line:gsub("^%s+", "")
    end
  end
  return fields
end

local function parameter(field, name)
  return field:match("[; ]" .. name .. '%s*=%s*"([^"]*)"')
    or field:match("[; ]" .. name .. "%s*=%s*([^;%s]+)")
end

---@class whowhen.cli.MailState
---@field part "header"|"text"|"other" What is read.
---@field header string[] The lines of a header so far.
---@field boundaries string[] Of the multiparts around it, the innermost last.
---@field decode? fun(line: string): string
---@field charset? string
---@field top boolean Whether the header is a mail's own.

--- What a mail says of itself, for people.
local function shown_header(fields)
  local out = {}
  for _, name in ipairs(SHOWN) do
    local value = fields[name:lower()]
    if value then table.insert(out, ("%s: %s\n"):format(name, decode_words(value))) end
  end
  return table.concat(out) .. "\n"
end

--- Goes on to the body that a header announces; returns what is to be shown of the header.
local function begin_body(state)
  local fields = read_header(state.header)
  local content = fields["content-type"] or "text/plain"
  local kind = content:match("^%s*([%w.+-]+/[%w.+-]+)")
  kind = kind and kind:lower() or "text/plain"
  local shown = state.top and shown_header(fields) or ""
  state.top, state.decode, state.header = false, nil, {}
  local boundary = kind:find("^multipart/") and parameter(content, "boundary")
  if boundary then
    table.insert(state.boundaries, "--" .. boundary)
    state.part = "other"
  elseif kind == "message/rfc822" then
    state.part, state.top = "header", true
  elseif kind == "text/plain" then
    local encoding = (fields["content-transfer-encoding"] or ""):lower():match("[%w-]+")
    state.part, state.charset = "text", parameter(content, "charset")
    state.decode = DECODERS[encoding] and DECODERS[encoding]()
  else
    state.part = "other"
    shown = shown .. ("[%s, left out]\n\n"):format(kind)
  end
  return shown
end

local function begin_mail(state)
  state.part, state.top, state.header, state.boundaries = "header", true, {}, {}
end

--- Whether a line is the border of a part.  What is inside of that part's parts ends with it.
local function is_border(state, line)
  local bare = line:gsub("%s+$", "")
  for i = #state.boundaries, 1, -1 do
    local boundary = state.boundaries[i]
    if bare == boundary or bare == boundary .. "--" then
      for _ = i + 1, #state.boundaries do table.remove(state.boundaries) end
      state.part, state.header, state.top = "header", {}, false
      if bare ~= boundary then
        state.part = "other"
        table.remove(state.boundaries)
      end
      return true
    end
  end
  return false
end

--- What a line of a mail comes to.
local function read_line(state, line, after_blank)
  if after_blank and line:find("^From %S+ .-%d%d:%d%d") then
    local first = state.part == "header" and not state.header[1]
    begin_mail(state)
    return first and "" or "\n"
  end
  if is_border(state, line) then return "\n" end
  if state.part == "other" then return "" end
  if state.part == "header" then
    if line:find("%S") then
      table.insert(state.header, line)
      return ""
    end
    return begin_body(state)
  end
  line = line:gsub("^>(>*From )", "%1")
  if state.decode then line = state.decode(line) end
  return charset.by_name(line, state.charset)
end

--- Makes a function that gives the next piece of mails as text, from one that gives their own.
---@param read fun(): string?
---@return fun(): string?
function M.reader(read)
  local state, after_blank, ended = {}, true, false
  begin_mail(state)
  local next_line = lines.reader(read)
  return function()
    if ended then return nil end
    local out, len = {}, 0
    repeat
      local line = next_line()
      ended = line == nil
      local text
      if line then
        text = read_line(state, line, after_blank)
        after_blank = not line:find("%S")
      else
        -- A mail without a body.
        text = state.part == "header" and state.header[1] and begin_body(state) or ""
      end
      len = len + #text
      table.insert(out, text)
    until ended or len >= PIECE
    return table.concat(out)
  end
end

return M
