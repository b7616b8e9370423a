--- One text of a host: whether it is marked, and the document that follows it.
local configuration = require("whowhen.config")
local lines = require("whowhen.lines")

local M = {}

---@class whowhen.Source A host's text, for those who would copy all of it to hand it over.
---@field len integer
---@field read fun(first: integer, last: integer): string

---@alias whowhen.Text string|whowhen.Source|fun(): string|whowhen.Source|nil

---@class whowhen.Buffer One text of a host.
---@field desk whowhen.Desk
---@field filetype string
---@field document? whowhen.Document There is none when the text is not marked.
---@field why? string Why there is none.
---@field wanted? boolean What the user asked for here, whatever the filetype.
---@field lines? whowhen.Lines
---@field refused? integer The length of the text that was left alone.
---@field uncounted? integer How much was unread when the mentions were counted.
---@field picked? string What is picked out: an entity's name, or a value.
local Buffer = {}
Buffer.__index = Buffer

---@param desk whowhen.Desk
---@param filetype string
---@return whowhen.Buffer
function M.new(desk, filetype)
  return setmetatable({ desk = desk, filetype = filetype }, Buffer)
end

--- Whether a line of the text is longer than that.
local function has_line_over(text, limit)
  local from = 1
  while #text - from >= limit do
    local newline = text:find("\n", from, true) or #text + 1
    if newline - from > limit then return true end
    from = newline + 1
  end
  return false
end

--- Whether this text shall be marked: what the user asked for, else its filetype.
---@return boolean
function Buffer:is_wanted()
  if self.wanted ~= nil then return self.wanted end
  return configuration.marks(self.desk.config, self.filetype)
end

--- Why a text is left alone, or nil.
local function refusal(config, text)
  local len = type(text) == "table" and text.len or #text
  if len > config.max_size then
    return ("the text is larger than max_size (%d bytes)"):format(config.max_size)
  end
  if has_line_over(text, config.max_line) then
    return ("a line is longer than max_line (%d bytes)"):format(config.max_line)
  end
end

--- Makes the document of a text, unless the text is to be left alone.
local function open(buffer, text)
  local config = buffer.desk.config
  local len = type(text) == "table" and text.len or #text
  buffer.why = refusal(config, text)
  buffer.refused = buffer.why and len
  if buffer.why then return false end
  buffer.document = assert(buffer.desk:module().document(text, {
    date = config.date,
    narrative = config.narrative,
    findings = config.findings,
    today = os.date("%Y-%m-%d"),
    rules = buffer.desk:rules(),
    lazy = true, -- what is in sight first
  }))
  buffer.lines = lines.new(buffer.document)
  return true
end

--- Makes the edit that leads from the document to a host's text.  The text is read and compared in
--- pieces: one string of a large text costs more than all of them.
---@param source whowhen.Source
local function compare(buffer, source)
  local document, PIECE = buffer.document, 2 ^ 15
  local old, new = document:len(), source.len
  local shared, head, tail = math.min(old, new), 0, 0
  while head < shared do
    local more = math.min(PIECE, shared - head)
    local same = document:common(head + 1, source.read(head + 1, head + more))
    head = head + same
    if same < more then break end
  end
  if head == old and head == new then return end
  while tail < shared - head do
    local more = math.min(PIECE, shared - head - tail)
    local same = document:common(old - tail, source.read(new - tail - more + 1, new - tail), true)
    tail = tail + same
    if same < more then break end
  end
  local replacement = head < new - tail and source.read(head + 1, new - tail) or ""
  buffer:edit(head + 1, old - tail, replacement)
end

--- Takes the text: makes the document or brings it up to date.  A function is asked for the text
--- only where it is marked; it may give nil when the document is up to date.  Returns whether
--- there is a document.
---@param text whowhen.Text
---@return boolean
function Buffer:sync(text)
  if not self:is_wanted() then
    self:drop()
    self.why = "off here"
    return false
  end
  if type(text) == "function" then text = text() end
  if not text then return self.document ~= nil end
  local source = type(text) == "table" and text
  local len = source and source.len or #text
  if self.document and len <= self.desk.config.max_size then
    if source then
      compare(self, source)
    else
      self.document:sync(text)
      self.lines:reset()
    end
    return true
  end
  self:drop()
  if self.refused == len then return false end
  return open(self, source and len <= self.desk.config.max_size and source.read(1, len) or text)
end

--- Tells of an edit.  Returns the range in which marks changed, or nothing.
---@param first integer
---@param last integer
---@param replacement string
---@return integer? first
---@return integer? last
function Buffer:edit(first, last, replacement)
  if not self.document then return nil end
  self.lines:before_edit(first)
  return self.document:edit(first, last, replacement)
end

--- Frees the document; the text is marked no more until it is handed over again.
function Buffer:drop()
  local document = self.document
  self.document, self.lines, self.picked, self.counted = nil, nil, nil, nil
  if document then document:close() end
end

--- For painting: what touches first..last as { first, last, kind number, … }; see kind_name.
---@param first integer
---@param last integer
---@param into? integer[]
---@return integer[]
function Buffer:spans(first, last, into)
  if not self.document then return {} end
  return self.document:spans(first, last, into, self.desk.config.kinds)
end

--- The name of a kind number in spans(): a rule may have a kind of its own.
---@param number integer
---@return string
function Buffer:kind_name(number)
  return self.document.kinds[number] or "rule"
end

--- The highlight that a rule names for a kind number in spans(), if one does.
---@param number integer
---@return string?
function Buffer:rule_style(number)
  local rules = self.document.rules
  return rules and rules.styles[self.document.kinds[number]]
end

--- What one may pick out by: whose name it is, or which time.
function M.identity(m)
  return m.entity and m.entity.name or m.value
end

--- Whether what begins at a position is among the mentions picked out.
---@param first integer
---@return boolean
function Buffer:is_picked(first)
  local m = self.picked and self.document:at(first)
  return m ~= nil and m ~= false and M.identity(m) == self.picked
end

-- Counting looks at all mentions, which a key press in a large text must not wait for.
local COUNTED_AT_ONCE, EDITS_UNCOUNTED = 2 ^ 17, 20

--- Counts the mentions; `as_read`, those in what was looked at so far.
local function count(buffer, as_read, unread)
  local document = buffer.document
  local n = document:count(nil, as_read)
  local when, who = n.date + n.time + n.duration + n.set, n.person + n.org + n.place
  buffer.counted, buffer.uncounted = document.generation, unread
  buffer.status_text = ("%d when"):format(when) .. (who > 0 and (" %d who"):format(who) or "")
end

--- Counts all mentions, for status().
function Buffer:count()
  count(self, false, 0)
end

--- The state in a few letters, for a status line: "12 when 31 who", or "" when nothing is marked.
--- In a large text it may be some edits old, or leave out what nobody looked at yet; a "~" says so.
---@return string
function Buffer:status()
  local document = self.document
  if not document then return "" end
  -- Asking rules' functions about each mention takes as long as a large text.
  local filtered = document.rules and document.rules.filters
  local large = filtered or document:len() > COUNTED_AT_ONCE
  local unread = large and document:unread() or 0
  local old = document.generation - (self.counted or -EDITS_UNCOUNTED)
  if old >= EDITS_UNCOUNTED or unread ~= self.uncounted or (old > 0 and not large) then
    count(self, large, unread)
    old = 0
  end
  return (old > 0 or unread > 0) and "~" .. self.status_text or self.status_text
end

return M
