--- What every host offers, written once: which texts are marked, the commands, and what happens
--- when something fails.  An adapter hands over texts and positions and shows what comes back.
---
--- Positions are bytes from 1.  A command answers with an outcome: a table of what to do.
local configuration = require("whowhen.config")
local lines = require("whowhen.lines")
local describe = require("whowhen.describe")

local M = {}

---@class whowhen.Source A host's text, for those who would copy all of it to hand it over.
---@field len integer
---@field read fun(first: integer, last: integer): string

---@alias whowhen.Text string|whowhen.Source|fun(): string|whowhen.Source|nil

---@class whowhen.Entry A line of a list.
---@field first integer
---@field last integer
---@field line integer
---@field column integer
---@field kind string A kind of mention, or the id of a finding.
---@field label string

---@class whowhen.Outcome
---@field message? string To be said in the host's message line.
---@field select? { first: integer, last: integer } Where the cursor goes.
---@field list? whowhen.Entry[] To be listed, each leading to its place.
---@field title? string
---@field lines? string[] To be shown at the cursor.
---@field findings? whowhen.Entry[] To be listed, and marked where the host marks problems.
---@field repaint? boolean Marks have changed.

---@class whowhen.Buffer One text of a host.
---@field desk whowhen.Desk
---@field filetype string
---@field document? whowhen.Document There is none when the text is not marked.
---@field why? string Why there is none.
---@field wanted? boolean What the user asked for here, whatever the filetype.
---@field lines? whowhen.Lines
---@field refused? integer The length of the text that was left alone.
---@field picked? string What is picked out: an entity's name, or a value.
local Buffer = {}
Buffer.__index = Buffer

---@class whowhen.Desk What a host works at: its configuration, its buffers and the error switch.
---@field config whowhen.Config
---@field say fun(message: string) The host's message line.
---@field broken? string What failed: everything is off.
---@field buffers table<any, whowhen.Buffer> By the host's own handles.
local Desk = {}
Desk.__index = Desk

local ABIS = { ["Lua 5.1"] = "luajit", ["Lua 5.3"] = "lua5.3", ["Lua 5.4"] = "lua5.4" }

--- Lets a source tree that was built, and not installed, be used as it is.
local function find_build()
  local root = debug.getinfo(1, "S").source:match("^@(.*)[/\\]lua[/\\]whowhen[/\\]command%.lua$")
  local abi = ABIS[_VERSION]
  if not root or not abi then return end
  local build = ("%s/build/%s/?.so"):format(root, abi)
  if not package.cpath:find(build, 1, true) then package.cpath = build .. ";" .. package.cpath end
end

--- The first line of a fault, without where it was raised; what follows is a search path.
local function first_line(fault)
  local message = tostring(fault):gsub("\n.*", ""):gsub("^[^%s:]*%.lua:%d+: ", "")
  return (message:gsub("^whowhen: ", ""):gsub("%c", "?"))
end

---@param options? whowhen.Config
---@param say fun(message: string)
---@return whowhen.Desk
function M.desk(options, say)
  local config, message = configuration.merge(options)
  local desk = setmetatable({
    config = config or configuration.merge(),
    say = say,
    buffers = {},
  }, Desk)
  if not config then say("whowhen: " .. message) end
  return desk
end

--- Switches everything off after a fault, and says so once.
function Desk:fail(fault)
  if self.broken then return end
  self.broken = first_line(fault)
  for handle in pairs(self.buffers) do self:forget(handle) end
  pcall(self.say, "whowhen is off: " .. self.broken)
end

local function returned(desk, ok, ...)
  if ok then return ... end
  desk:fail((...))
end

--- Makes a callback that cannot fail: a fault turns whowhen off, and the host goes on.  When it is
--- off, only what the user asks for is called.
---@generic F: function
---@param callback F
---@param asked? boolean
---@return F
function Desk:protect(callback, asked)
  return function(...)
    if self.broken and not asked then return nil end
    return returned(self, pcall(callback, ...))
  end
end

--- The module, loaded when it is first needed: a missing one is a fault like any other.
function Desk:module()
  if not self.whowhen then
    find_build()
    self.whowhen = require("whowhen")
  end
  return self.whowhen
end

--- The buffer of a host's handle; it is made, without a document, at the first call.
---@param handle any
---@param filetype? string
---@return whowhen.Buffer
function Desk:buffer(handle, filetype)
  local buffer = self.buffers[handle]
  if not buffer then
    buffer = setmetatable({ desk = self, handle = handle, filetype = filetype or "text" }, Buffer)
    self.buffers[handle] = buffer
  end
  if filetype then buffer.filetype = filetype end
  return buffer
end

--- Forgets a buffer and frees its document.
---@param handle any
function Desk:forget(handle)
  local buffer = self.buffers[handle]
  self.buffers[handle] = nil
  if buffer then buffer:drop() end
end

local function rules_of(desk)
  if not desk.config.rules then return nil end
  local ok, rules = pcall(require, "whowhen.rules")
  if not ok or not rules.load then return nil end
  local set, message = rules.load(desk.config.rules)
  if not set then desk.say("whowhen: " .. tostring(message)) end
  return set
end

local function longest_line(text)
  local longest, from = 0, 1
  for newline in text:gmatch("()\n") do
    longest = math.max(longest, newline - from)
    from = newline + 1
  end
  return math.max(longest, #text + 1 - from)
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
  if #text > config.max_line and longest_line(text) > config.max_line then
    return ("a line is longer than max_line (%d bytes)"):format(config.max_line)
  end
end

--- How many bytes two texts of one length share at their beginning (step 1) or end (step -1).
local function common(a, b, step)
  local low, high = 0, #a
  while low < high do
    local middle = math.floor((low + high + 1) / 2)
    local first, last = low + 1, middle
    if step < 0 then first, last = #a - middle + 1, #a - low end
    if a:sub(first, last) == b:sub(first, last) then low = middle else high = middle - 1 end
  end
  return low
end

--- Makes the document of a text, unless the text is to be left alone.
local function open(buffer, text)
  local config = buffer.desk.config
  local len = type(text) == "table" and text.len or #text
  if buffer.refused == len then return false end
  buffer.why = refusal(config, text)
  buffer.refused = buffer.why and len
  if buffer.why then return false end
  buffer.document = assert(buffer.desk:module().document(text, {
    date = config.date,
    narrative = config.narrative,
    rules = rules_of(buffer.desk),
  }))
  buffer.lines = lines.new(buffer.document)
  return true
end

--- Makes the edit that leads from the document to a host's text.  The text is read and compared in
--- pieces: one string of a large text costs more than all of them.
---@param source whowhen.Source
local function compare(buffer, source)
  local document, PIECE = buffer.document, 2 ^ 14
  local old, new = document:len(), source.len
  local shared = math.min(old, new)
  local head = 0
  while head < shared do
    local last = math.min(head + PIECE, shared)
    local ours, theirs = document:text(head + 1, last), source.read(head + 1, last)
    if ours ~= theirs then
      head = head + common(ours, theirs, 1)
      break
    end
    head = last
  end
  if head == old and head == new then return end
  local tail = 0
  while tail < shared - head do
    local more = math.min(tail + PIECE, shared - head)
    local ours = document:text(old - more + 1, old - tail)
    local theirs = source.read(new - more + 1, new - tail)
    if ours ~= theirs then
      tail = tail + common(ours, theirs, -1)
      break
    end
    tail = more
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

--- The name of a kind number in spans().
---@param number integer
---@return string
function Desk:kind_name(number)
  return self:module().kind_names[number] or "rule"
end

--- What one may pick out by: whose name it is, or which time.
local function identity(m)
  return m.entity and m.entity.name or m.value
end

--- Whether what begins at a position is among the mentions picked out.
---@param first integer
---@return boolean
function Buffer:is_picked(first)
  local m = self.picked and self.document:at(first)
  return m ~= nil and m ~= false and identity(m) == self.picked
end

-- Counting looks at all mentions, which a key press in a large text must not wait for.
local COUNTED_AT_ONCE, EDITS_UNCOUNTED = 2 ^ 17, 20

--- The state in a few letters, for a status line: "12 when 31 who", or "" when nothing is marked.
--- In a large text it may be some edits old, which a "~" says.
---@return string
function Buffer:status()
  local document = self.document
  if not document then return "" end
  local old = document.generation - (self.counted or -EDITS_UNCOUNTED)
  if old > 0 and old < EDITS_UNCOUNTED and document:len() > COUNTED_AT_ONCE then
    return "~" .. self.status_text
  end
  if old ~= 0 then
    local count = document:count()
    local when = count.date + count.time + count.duration + count.set
    local who = count.person + count.org + count.place
    self.counted = document.generation
    self.status_text = ("%d when"):format(when) .. (who > 0 and (" %d who"):format(who) or "")
  end
  return self.status_text
end

--- Makes the entry of a list; entries must be made in the order of the text to be cheap.
local function entry(buffer, m, kind, label)
  local line, column = buffer.lines:place(m.first)
  return {
    first = m.first,
    last = m.last or m.first,
    line = line,
    column = column,
    kind = kind or m.kind,
    label = label,
  }
end

--- Puts entries in the order of the text, gives them their places, and puts them back.
local function placed(buffer, list, make)
  local order, entries = {}, {}
  for i in ipairs(list) do order[i] = i end
  table.sort(order, function(a, b) return list[a].first < list[b].first end)
  for _, i in ipairs(order) do entries[i] = make(buffer, list[i]) end
  return entries
end

local function kinds_of(buffer, words)
  local kinds = #words > 0 and table.concat(words, ",") or buffer.desk.config.kinds
  local bits, message = buffer.desk:module().kinds(kinds)
  if not bits then return nil, message end
  return kinds
end

--- Splits "3 person" into a count and kinds.
local function count_and_kinds(buffer, words)
  local rest, count = {}, 1
  for _, word in ipairs(words) do
    if word:find("^%d+$") then count = math.max(1, tonumber(word)) else table.insert(rest, word) end
  end
  local kinds, message = kinds_of(buffer, rest)
  return kinds and count, kinds or message
end

local function step(buffer, pos, words, direction)
  local count, kinds = count_and_kinds(buffer, words)
  if not count then return { message = kinds } end
  local found
  for _ = 1, count do
    local m = buffer.document[direction](buffer.document, pos, kinds)
    if not m then break end
    found, pos = m, m.first
  end
  if not found then return { message = ("whowhen: no %s mention"):format(direction) } end
  return { select = found, message = describe.short(found) }
end

--- The commands: `run` takes the buffer, a position and the words that follow.
local COMMANDS = {}

COMMANDS.next = {
  help = "[N] [KIND]: goes to the next mention",
  run = function(buffer, pos, words) return step(buffer, pos, words, "next") end,
}
COMMANDS.previous = {
  help = "[N] [KIND]: goes to the previous mention",
  run = function(buffer, pos, words) return step(buffer, pos, words, "previous") end,
}

COMMANDS.list = {
  help = "[KIND]: lists the mentions",
  run = function(buffer, _, words)
    local kinds, message = kinds_of(buffer, words)
    if not kinds then return { message = message } end
    local list = {}
    for m in buffer.document:mentions(nil, nil, kinds) do
      table.insert(list, entry(buffer, m, nil, describe.row(m)))
    end
    return { list = list, title = "Who and when" }
  end,
}

COMMANDS.timeline = {
  help = "lists the dates of this article in their order",
  run = function(buffer, pos)
    local article = buffer.document:article_at(pos)
    local list = placed(buffer, buffer.document:timeline(article), function(_, m)
      return entry(buffer, m, nil, describe.row(m))
    end)
    return { list = list, title = "Timeline, from " .. (article.date or "no date") }
  end,
}

COMMANDS.cast = {
  help = "lists the persons of this article",
  run = function(buffer, pos)
    local document = buffer.document
    if not document.cast then return { message = "whowhen: this build finds no names" } end
    local list = placed(buffer, document:cast(document:article_at(pos)), function(_, who)
      return entry(buffer, who, who.kind or "person", describe.member(who))
    end)
    return { list = list, title = "Cast" }
  end,
}

COMMANDS.check = {
  help = "lists what a copy editor would query in this article",
  run = function(buffer, pos)
    local document = buffer.document
    if not document.findings then return { message = "whowhen: this build checks nothing" } end
    local list = placed(buffer, document:findings(document:article_at(pos)), function(_, finding)
      return entry(buffer, finding, finding.id, describe.finding(finding))
    end)
    return { findings = list, list = list, title = "Findings" }
  end,
}

COMMANDS.info = {
  help = "says what is known of the mention at the cursor",
  run = function(buffer, pos)
    local m = buffer.document:at(pos)
    if not m then return { message = "whowhen: nothing is marked here" } end
    return { lines = describe.info(buffer, m) }
  end,
}

COMMANDS.explain = {
  help = "says why the text at the cursor is marked, or why not",
  run = function(buffer, pos) return { lines = describe.explain(buffer, pos) } end,
}

COMMANDS.same = {
  help = "picks out all mentions of what is at the cursor, or none",
  run = function(buffer, pos)
    local m = buffer.document:at(pos)
    local picked = m and identity(m)
    buffer.picked = picked ~= buffer.picked and picked or nil
    if not buffer.picked then return { repaint = true, message = "whowhen: nothing picked out" } end
    local n = 0
    for other in buffer.document:mentions() do
      if identity(other) == buffer.picked then n = n + 1 end
    end
    local times = n == 1 and "once" or n .. " times"
    return { repaint = true, message = ("%s: mentioned %s"):format(buffer.picked, times) }
  end,
}

COMMANDS["goto"] = {
  help = "TEXT: goes to the next mention with this name, value or beginning, from the top again",
  run = function(buffer, pos, words)
    local wanted = table.concat(words, " "):lower()
    if wanted == "" then return { message = "whowhen: goto what?" } end
    local found
    for m in buffer.document:mentions() do
      local name = identity(m)
      local text = describe.plain(m.text):lower()
      local hit = name and name:lower() == wanted or text:sub(1, #wanted) == wanted
      if hit and (m.first > pos or not found) then
        found = m
        if m.first > pos then break end
      end
    end
    if not found then return { message = "whowhen: no mention of " .. table.concat(words, " ") } end
    return { select = found, message = describe.short(found) }
  end,
}

COMMANDS.status = {
  help = "says how many mentions there are",
  run = function(buffer) return { message = "whowhen: " .. buffer:status() } end,
}

-- These work where nothing is marked, too.
COMMANDS.toggle = {
  help = "marks this text, or no longer",
  anywhere = true,
  run = function(buffer)
    buffer.wanted = not buffer.document
    if not buffer.wanted then buffer:drop() end
    local how = buffer.wanted and "on" or "off"
    buffer.refused = nil
    return { repaint = true, message = ("whowhen: %s here"):format(how) }
  end,
}
COMMANDS.reload = {
  help = "reads the rules again and starts anew",
  anywhere = true,
  run = function(buffer)
    for _, other in pairs(buffer.desk.buffers) do
      other:drop()
      other.refused = nil
    end
    return { repaint = true, message = "whowhen: started anew" }
  end,
}

--- Runs a command line such as "next 3 person".  `text` is handed to sync(); a position may be a
--- function that is called when the document is up to date.
---@param handle any
---@param filetype string
---@param text whowhen.Text
---@param pos integer|fun(buffer: whowhen.Buffer): integer
---@param line string
---@return whowhen.Outcome
function Desk:run(handle, filetype, text, pos, line)
  local words = {}
  for word in line:gmatch("%S+") do table.insert(words, word) end
  local name = table.remove(words, 1) or "toggle"
  local command = COMMANDS[name]
  if not command then
    local names = table.concat(M.NAMES, ", ")
    return { message = ('whowhen: no command "%s": use %s'):format(name, names) }
  end
  -- Whoever asks for a new start wants to try again after a fault.
  if name == "reload" then self.broken = nil end
  local outcome
  self:protect(function()
    local buffer = self:buffer(handle, filetype)
    if not buffer:sync(text) and not command.anywhere then
      outcome = { message = "whowhen: nothing is marked: " .. tostring(buffer.why) }
      return
    end
    if type(pos) == "function" then pos = buffer.document and pos(buffer) or 1 end
    outcome = command.run(buffer, pos, words)
    if command.anywhere and not buffer:sync(text) and buffer:is_wanted() then
      outcome.message = "whowhen: nothing is marked: " .. tostring(buffer.why)
    end
    if outcome.list and #outcome.list == 0 then
      outcome = { message = "whowhen: nothing to list", findings = outcome.findings }
    end
  end)()
  return outcome or { message = "whowhen is off: " .. tostring(self.broken) }
end

--- The names of the commands, in order.
M.NAMES = {}
for name in pairs(COMMANDS) do table.insert(M.NAMES, name) end
table.sort(M.NAMES)

--- What each command does, in a line.
---@param name string
---@return string
function M.help(name)
  return COMMANDS[name].help
end

local TAKES_KINDS = { next = true, previous = true, list = true }
local KINDS = { "date", "duration", "misc", "org", "person", "place", "set", "shown", "time",
  "vague", "when", "who" }

--- What may follow in a command line that was typed so far.
---@param line string
---@return string[]
function M.complete(line)
  local before, word = line:match("^(.-)(%S*)$")
  local name = before:match("^%s*(%S+)")
  local found = {}
  for _, candidate in ipairs(not name and M.NAMES or TAKES_KINDS[name] and KINDS or {}) do
    if candidate:sub(1, #word) == word then table.insert(found, candidate) end
  end
  return found
end

return M
