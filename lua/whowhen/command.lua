--- What every host offers, written once: which texts are marked, the commands, and what happens
--- when something fails.  An adapter hands over texts and positions and shows what comes back.
---
--- Positions are bytes from 1.  A command answers with an outcome: a table of what to do.
local buffers = require("whowhen.buffer")
local describe = require("whowhen.describe")
local desks = require("whowhen.desk")
local kind_sets = require("whowhen.kinds")

local M = { desk = desks.new }

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
  local bits, message = buffer.desk:module().kinds(kinds, buffer.document.own)
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
    local article = document:article_at(pos)
    local list = placed(buffer, document:findings(article), function(_, finding)
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
  run = function(buffer, pos)
    local len = buffer.document:len()
    if len == 0 then return { message = "whowhen: there is no text" } end
    return { lines = buffer.document:explain(math.max(1, math.min(pos, len))) }
  end,
}

COMMANDS.same = {
  help = "picks out all mentions of what is at the cursor, or none",
  run = function(buffer, pos)
    local m = buffer.document:at(pos)
    local picked = m and buffers.identity(m)
    buffer.picked = picked ~= buffer.picked and picked or nil
    if not buffer.picked then return { repaint = true, message = "whowhen: nothing picked out" } end
    local n = 0
    for other in buffer.document:mentions() do
      if buffers.identity(other) == buffer.picked then n = n + 1 end
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
      local name = buffers.identity(m)
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
  run = function(buffer)
    buffer:count()
    return { message = "whowhen: " .. buffer:status() }
  end,
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
  help = "reads the rules again, and starts anew after a fault",
  anywhere = true,
  run = function(buffer)
    local changed, trouble = buffer.desk:reload()
    for _, other in pairs(buffer.desk.buffers) do
      if changed then other:drop() end
      other.refused = nil
    end
    local how = changed and "new rules are in force" or "the rules are as they were"
    return { repaint = true, message = "whowhen: " .. (trouble or how) }
  end,
}

--- Runs a command line such as "next 3 person".  `text` is handed to sync(); a position may be a
--- function that is called when the document is up to date.
---@param desk whowhen.Desk
---@param handle any
---@param filetype string
---@param text whowhen.Text
---@param pos integer|fun(buffer: whowhen.Buffer): integer
---@param line string
---@return whowhen.Outcome
function M.run(desk, handle, filetype, text, pos, line)
  local words = {}
  for word in line:gmatch("%S+") do table.insert(words, word) end
  local name = table.remove(words, 1) or "toggle"
  local command = COMMANDS[name]
  if not command then
    local names = table.concat(M.NAMES, ", ")
    return { message = ('whowhen: no command "%s": use %s'):format(name, names) }
  end
  -- Whoever asks for a new start wants to try again after a fault.
  if name == "reload" then desk.broken = nil end
  local outcome
  desk:protect(function()
    local buffer = desk:buffer(handle, filetype)
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
  return outcome or { message = "whowhen is off: " .. tostring(desk.broken) }
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

-- The words for kinds: names and groups, in order.
local KINDS = {}
for kind in pairs(kind_sets.BITS) do table.insert(KINDS, kind) end
for group in pairs(kind_sets.GROUPS) do table.insert(KINDS, group) end
table.sort(KINDS)

local TAKES_KINDS = { next = true, previous = true, list = true }

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
