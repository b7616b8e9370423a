--- One text of a host: whether it is marked, and the document that follows it.
local configuration = require("whowhen.config")
local lines = require("whowhen.lines")
local marked = require("whowhen.marked")

local M = {}

---@class whowhen.Source A host's text, for those who would copy all of it to hand it over.
---@field len integer
---@field read fun(first: integer, last: integer): string

--- Hands over the text when the document cannot have followed: there is none, or the host reports
--- no edits.  Nil when it is up to date.
---@alias whowhen.Fetch fun(buffer: whowhen.Buffer): whowhen.Source?

---@class whowhen.Buffer One text of a host.
---@field desk whowhen.Desk
---@field handle any The host's name of it.
---@field filetype string
---@field document? whowhen.Document There is none when the text is not marked.
---@field why? string Why there is none.
---@field wanted? boolean What the user asked for here, whatever the filetype.
---@field lines? whowhen.Lines
---@field refused? integer The length of the text that was left alone.
---@field uncounted? integer How much was unread when the mentions were counted.
---@field divided? boolean Whether all of the text is divided into articles.
---@field picked? string What is picked out: an entity's name, or a value.
local Buffer = {}
Buffer.__index = Buffer
for name, method in pairs(marked.METHODS) do Buffer[name] = method end

---@param desk whowhen.Desk
---@param filetype string
---@param handle? any
---@return whowhen.Buffer
function M.new(desk, filetype, handle)
  return setmetatable({ desk = desk, filetype = filetype, handle = handle }, Buffer)
end

--- Whether a line of the text is longer than that.
local function has_line_over(text, limit)
  local from = 1
  -- The last newline in reach, so that many short lines take few steps.
  while #text - from >= limit do
    local newline = text:sub(from, from + limit):match(".*()\n")
    if not newline then return true end
    from = from + newline
  end
  return false
end

--- Whether this text shall be marked: what the user asked for, else its filetype.
---@return boolean
function Buffer:is_wanted()
  if self.wanted ~= nil then return self.wanted end
  return configuration.marks(self.desk.config, self.filetype)
end

--- A text that is a string, to be handed over.
---@param text string
---@return whowhen.Source
function M.source(text)
  return { len = #text, read = function(first, last)
    -- All of a large text should not be copied.
    return first == 1 and last == #text and text or text:sub(first, last)
  end }
end

--- Makes the document of a text, unless the text is to be left alone.
local function open(buffer, source)
  local config = buffer.desk.config
  buffer.why, buffer.refused = nil, nil
  local text
  if source.len > config.max_size then
    buffer.why = ("the text is larger than max_size (%d bytes)"):format(config.max_size)
  else
    text = source.read(1, source.len)
    if has_line_over(text, config.max_line) then
      buffer.why = ("a line is longer than max_line (%d bytes)"):format(config.max_line)
    end
  end
  if buffer.why then
    buffer.refused = source.len
    return false
  end
  buffer.document = assert(buffer.desk:module().document(text, {
    date = config.date,
    narrative = config.narrative,
    findings = config.findings,
    today = os.date("%Y-%m-%d"),
    rules = buffer.desk:rules(),
    lazy = true, -- what is in sight first
  }))
  -- A host that knows where its lines begin is asked.
  local own = buffer.desk.lines
  buffer.lines = own and own(buffer.handle) or lines.new(buffer.document)
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

--- Takes the text: makes the document or brings it up to date; without one, the document is so.
--- Returns whether there is a document.
---@param source? whowhen.Source
---@return boolean
function Buffer:sync(source)
  if not self:is_wanted() then
    self:drop()
    self.why = "off here"
    return false
  end
  if not source then return self.document ~= nil end
  if self.document and source.len <= self.desk.config.max_size then
    compare(self, source)
    return true
  end
  self:drop()
  return self.refused ~= source.len and open(self, source)
end

--- Brings the document up to date; the text is asked for only where it is marked.
---@param fetch whowhen.Fetch
---@return boolean
function Buffer:refresh(fetch)
  return self:sync(self:is_wanted() and fetch(self) or nil)
end

-- How much a text is divided into articles at a time, which takes less than a millisecond.
local IDLE = 2 ^ 18

--- For a host that has nothing else to do: divides a little more of a large text into its articles.
--- Returns whether there is more to do, and where marks may be others now.
---@return boolean more
---@return integer? first
---@return integer? last
function Buffer:idle()
  if not self.document then return false end
  local more, first, last = self.document:idle(IDLE)
  -- Lines stay what they are: the text is the same.
  self.divided = not more
  return more, first, last
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
  self.divided = false
  return self.document:edit(first, last, replacement)
end

--- Frees the document; the text is marked no more until it is handed over again.
function Buffer:drop()
  local document = self.document
  self.document, self.lines, self.picked, self.counted, self.divided = nil, nil, nil, nil, nil
  if document then document:close() end
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
  local m = self.picked and self:at(first)
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
  marked.read_all(self)
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
