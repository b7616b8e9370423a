--- Mails, one (.eml) or many (mbox), as text: of each the header without what is for programs, and
--- what is text in it, decoded.  Each is an article by its "Date:"; what else is attached is named
--- and left out.
local charset = require("whowhen.cli.charset")
local lines = require("whowhen.cli.line")

local M = {}

-- How much text is given at once.
local PIECE = 2 ^ 16

-- What programs write into a header for programs: fields, and what their names begin with.
local HIDDEN = {}
for name in ("received return-path message-id mime-version delivered-to references in-reply-to "
  .. "precedence user-agent authentication-results errors-to envelope-to importance "
  .. "return-receipt-to status"):gmatch("%S+") do
  HIDDEN[name] = true
end
local HIDDEN_BEGINNINGS = { "^content%-", "^x%-", "^dkim%-", "^arc%-", "^list%-", "^thread%-",
  "^received%-", "^domainkey%-" }

-- A mail has these two at its top and one of the others; a text with headings of its own has not.
local FROM, DATE = "from", "date"
local OTHERS = { "to", "subject", "message-id", "received", "return-path", "mime-version",
  "delivered-to" }

-- The line before a mail in a mailbox, with its end.
local BORDER = "^From %S+ +%a%a%a %a%a%a +%d+ %d%d:%d%d[^\n]*\n?"

--- Whether a text begins as a mail or a mailbox does.
---@param text string
---@return boolean
function M.is_mail(text)
  if text:find(BORDER .. "[%w-]+:") then return true end
  local found = {}
  for line in text:gmatch("([^\r\n]*)\r?\n") do
    local name = line:match("^([%w-]+):")
    if not name and not line:find("^[ \t]+%S") then break end
    if name then found[name:lower()] = true end
  end
  for _, name in ipairs(OTHERS) do
    if found[name] then return (found[FROM] and found[DATE]) ~= nil end
  end
  return false
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

--- The fields of a header by their names in small letters, and in their order.
local function read_header(header)
  local fields, order, last = {}, {}, nil
  for _, line in ipairs(header) do
    line = line:gsub("[\r\n]+$", "")
    local name, value = line:match("^([%w-]+):%s*(.*)$")
    if name then
      last = { name = name, key = name:lower(), value = value }
      table.insert(order, last)
      fields[last.key] = fields[last.key] or last
    elseif last then
      last.value = last.value .. " " .. line:gsub("^%s+", "")
    end
  end
  return fields, order
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

local function is_hidden(key)
  if HIDDEN[key] then return true end
  for _, beginning in ipairs(HIDDEN_BEGINNINGS) do
    if key:find(beginning) then return true end
  end
  return false
end

--- What a mail says of itself, for people.
local function shown_header(order)
  local out = {}
  for _, field in ipairs(order) do
    if not is_hidden(field.key) then
      table.insert(out, ("%s: %s\n"):format(field.name, decode_words(field.value)))
    end
  end
  return table.concat(out) .. "\n"
end

--- Goes on to the body that a header announces; returns what is to be shown of the header.
local function begin_body(state)
  local fields, order = read_header(state.header)
  local function value(name) return fields[name] and fields[name].value end
  local content = value("content-type") or "text/plain"
  local kind = content:match("^%s*([%w.+-]+/[%w.+-]+)")
  kind = kind and kind:lower() or "text/plain"
  local shown = state.top and shown_header(order) or ""
  state.top, state.decode, state.header = false, nil, {}
  local boundary = kind:find("^multipart/") and parameter(content, "boundary")
  if boundary then
    table.insert(state.boundaries, "--" .. boundary)
    state.part = "other"
  elseif kind == "message/rfc822" then
    state.part, state.top = "header", true
  elseif kind == "text/plain" then
    local encoding = (value("content-transfer-encoding") or ""):lower():match("[%w-]+")
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
  if after_blank and line:find(BORDER) then
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
