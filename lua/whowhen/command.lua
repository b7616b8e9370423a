--- What every host offers, written once: the commands, and running, naming and completing them.  An
--- adapter hands over texts and positions and does what comes back.
---
--- Positions are bytes from 1.  A command answers with an outcome: a table of what to do.  The
--- commands are in command/, by what they do; a host may add some of its own to `desk.own`.
local desks = require("whowhen.desk")
local house = require("whowhen.command.house")
local kind_sets = require("whowhen.kinds")
local lists = require("whowhen.command.lists")
local tell = require("whowhen.command.tell")
local visible = require("whowhen.visible")

local M = { desk = desks.new, fill = lists.fill, findings = lists.findings }

---@class whowhen.Outcome
---@field message? string To be said in the host's message line.
---@field select? { first: integer, last: integer } Where the cursor goes.
---@field list? whowhen.Entry[] To be listed, each leading to its place.
---@field more? fun(): whowhen.Entry[]? The next page of a list that is long.
---@field title? string
---@field lines? string[] To be shown at the cursor.
---@field findings? whowhen.Entry[] To be marked where the host marks problems.
---@field replace? { first: integer, last: integer, text: string }[] What to change, ascending.
---@field choose? whowhen.Choice
---@field export? { title: string, format: string, text: string } To be shown as a new text.
---@field repaint? boolean Marks have changed.

---@class whowhen.Choice What the user has to choose from.
---@field title string
---@field labels string[]
---@field pick fun(i: integer): whowhen.Outcome? What follows.

---@class whowhen.Command
---@field help string Its arguments and what it does, in a line.
---@field takes? string[] What may follow, for completion: keys of WORDS …
---@field words? string[] … or words as they are.
---@field anywhere? boolean Whether it works where nothing is marked.
---@field run fun(buffer: whowhen.Buffer, pos: integer, words: string[]): whowhen.Outcome

local COMMANDS = {} ---@type table<string, whowhen.Command>
for _, room in ipairs({ "walk", "lists", "tell", "change", "ignore", "articles",
  "switch" }) do
  for name, command in pairs(require("whowhen.command." .. room)) do
    if type(command) == "table" and command.run then COMMANDS[name] = command end
  end
end

--- The names of the commands that every host has, in order.
M.NAMES = {}
for name in pairs(COMMANDS) do table.insert(M.NAMES, name) end
table.sort(M.NAMES)

local function command_of(desk, name)
  return COMMANDS[name] or desk and desk.own and desk.own[name]
end

--- The names of the commands, with the host's own, in order.
---@param desk? whowhen.Desk
---@return string[]
function M.names(desk)
  local names = {}
  for _, name in ipairs(M.NAMES) do table.insert(names, name) end
  for name in pairs(desk and desk.own or {}) do table.insert(names, name) end
  table.sort(names)
  return names
end

--- What each command does, in a line.
---@param name string
---@return string
function M.help(name)
  return COMMANDS[name].help
end

--- Runs a command on a buffer, which is brought up to date.
local function execute(command, buffer, fetch, pos, words)
  local is_ready = buffer:refresh(fetch)
  if not is_ready and not command.anywhere then
    return { message = "whowhen: nothing is marked: " .. tostring(buffer.why) }
  end
  if type(pos) == "function" then pos = buffer.document and pos(buffer) or 1 end
  -- A host's cursor may stand behind the end, and in an empty text it always does.
  local len = buffer.document and buffer.document:len() or 0
  local outcome = command.run(buffer, math.max(1, math.min(pos, len + 1)), words)
  if command.anywhere and buffer:is_wanted() and not buffer:refresh(fetch) then
    outcome.message = "whowhen: nothing is marked: " .. tostring(buffer.why)
  end
  if outcome.list and #outcome.list == 0 then
    outcome = { message = "whowhen: nothing to list", findings = outcome.findings }
  end
  return outcome
end

--- Finds a command and runs it; a fault is a message.
local function answer(desk, handle, filetype, fetch, pos, line)
  local words = {}
  for word in line:gmatch("%S+") do table.insert(words, word) end
  local name = table.remove(words, 1) or "toggle"
  local command = command_of(desk, name)
  if not command then
    local names = table.concat(M.names(desk), ", ")
    return { message = ('whowhen: no command "%s": use %s'):format(desks.words(name), names) }
  end
  local broken = desk.broken
  -- Whoever asks for a new start wants to try again after a fault.
  if name == "reload" then desk.broken = nil end
  if desk.broken then return { message = "whowhen is off: " .. desk.broken } end
  local buffer = desk:buffer(handle, filetype)
  local ok, outcome = pcall(execute, command, buffer, fetch, pos, words)
  if ok then return outcome end
  desk.broken = broken
  return { message = "whowhen: " .. desks.words(outcome) }
end

--- Runs a command line such as "next 3 person".  A position may be a function that is called when
--- the document is up to date.  A fault is a message: it takes no marks away.
---@param desk whowhen.Desk
---@param handle any
---@param filetype string
---@param fetch whowhen.Fetch
---@param pos integer|fun(buffer: whowhen.Buffer): integer
---@param line string
---@return whowhen.Outcome
function M.run(desk, handle, filetype, fetch, pos, line)
  local outcome = answer(desk, handle, filetype, fetch, pos, line)
  -- It may hold what was typed, or what a rule says.
  if outcome.message then outcome.message = visible.line(outcome.message) end
  return outcome
end

-- The words for kinds: names and groups.
local KINDS = {}
for kind in pairs(kind_sets.BITS) do table.insert(KINDS, kind) end
for group in pairs(kind_sets.GROUPS) do table.insert(KINDS, group) end
table.sort(KINDS)

-- What may follow a command, by what it takes: the words, given the buffer and the position.
local WORDS = {
  kinds = function(buffer)
    local list = {}
    for _, kind in ipairs(KINDS) do table.insert(list, kind) end
    for kind in pairs(buffer and buffer.document and buffer.document.own or {}) do
      table.insert(list, kind)
    end
    return list
  end,
  same = function() return { "same" } end,
  lists = function() return { "cast", "check", "list", "timeline" } end,
  reports = function() return { "cast", "check", "timeline" } end,
  formats = function() return tell.FORMATS end,
  styles = function() return house.NAMES end,
}

--- The names in the article at a position that begin with what was typed, and may have blanks.
local function names_like(buffer, pos, typed)
  local list, seen = {}, {}
  local document = buffer and buffer.document
  if not document then return list end
  local article = document:article_at(math.max(1, math.min(pos, document:len() + 1)))
  for _, who in ipairs(document:cast(article, "who")) do
    local name = require("whowhen.describe").plain(who.name)
    if not seen[name] and name:lower():sub(1, #typed) == typed:lower() then
      seen[name] = true
      table.insert(list, name)
    end
  end
  table.sort(list)
  return list
end

--- What may stand for the last word of a command line that was typed so far.
---@param line string
---@param desk? whowhen.Desk
---@param buffer? whowhen.Buffer That of the text, when there is one.
---@param pos? integer
---@return string[]
function M.complete(line, desk, buffer, pos)
  local before, word = line:match("^(.-)(%S*)$")
  local name, rest = before:match("^%s*(%S+)%s+(.*)$")
  local command, found = name and command_of(desk, name), {}
  local candidates = {}
  if not name then candidates = M.names(desk) end
  for _, each in ipairs(command and command.words or {}) do table.insert(candidates, each) end
  for _, what in ipairs(command and command.takes or {}) do
    if what == "names" then
      -- A name may have blanks, and what stands before the last word is typed already.
      for _, full in ipairs(names_like(buffer, pos or 1, rest .. word)) do
        table.insert(found, full:sub(#rest + 1))
      end
    else
      for _, each in ipairs(WORDS[what](buffer)) do table.insert(candidates, each) end
    end
  end
  -- "date,ti": the last item of a list.
  local list, item = word:match("^(.*,)([^,]*)$")
  for _, candidate in ipairs(candidates) do
    if candidate:sub(1, #(item or word)) == (item or word) then
      table.insert(found, (list or "") .. candidate)
    end
  end
  return found
end

return M
