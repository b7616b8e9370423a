--- vis adapter: marks what a window shows at each redraw.
---
---     require("plugins/whowhen/lua/whowhen/host/vis")      -- in visrc.lua, after require("vis")
local here = debug.getinfo(1, "S").source:match("^@(.*)[/\\]whowhen[/\\]host[/\\]vis%.lua$")
if here then package.path = ("%s/?.lua;%s/?/init.lua;%s"):format(here, here, package.path) end

local command = require("whowhen.command")
local config = require("whowhen.config")
local styles = require("whowhen.host.vis_styles")

local M = {}

local desk, options
local windows = setmetatable({}, { __mode = "k" }) -- The theme that a window's styles come from.
local spans = {}

local function say(message)
  vis:info(message)
end

--- Whether a window shows a file, and not a prompt or a message of vis.
local function is_text(win)
  if windows[win] then return true end
  for other in vis:windows() do
    if other == win then windows[win] = "" end
  end
  return windows[win] ~= nil
end

local function filetype(win)
  return win.syntax or config.filetype(win.file.path or win.file.name)
end

--- Hands over a file's text, to be compared: vis reports no edits.
local function text_of(file)
  return {
    len = file.size,
    read = function(first, last) return file:content(first - 1, last - first + 1) end,
  }
end

--- Marks [from, to), but not the line ends in it: they would be drawn to the window's border.
local function mark(win, buffer, first, last, kind)
  local id = styles.number(buffer:is_picked(first) and "same" or kind)
  local text = buffer.document:text(first, last)
  for from, to in text:gmatch("()[^\r\n]+()") do
    win:style(id, first + from - 2, first + to - 3)
  end
end

local function highlight(win)
  if not is_text(win) then return end
  local buffer = desk:buffer(win.file, filetype(win))
  if not buffer:sync(text_of(win.file)) then return end
  if not buffer.divided then buffer:idle() end
  windows[win] = styles.define(win, windows[win])
  local view = win.viewport
  -- From 0.9 on the viewport has its bytes in a field.
  view = view and (view.bytes or view)
  if not view then return end
  buffer:spans(view.start + 1, view.finish, spans)
  for i = 1, #spans, 3 do
    mark(win, buffer, spans[i], spans[i + 1], buffer:kind_name(spans[i + 2]))
  end
end

local function quote(word)
  return "'" .. word:gsub("'", "'\\''") .. "'"
end

local MENU_BYTES = 100000 -- A command's argument may have 128 KB.

--- Lets the user choose a line, by vis-menu; 0 when none was.
local function ask(win, title, labels)
  local rows, bytes = {}, 0
  for i, label in ipairs(labels) do
    local row = quote(("%3d  %s"):format(i, label))
    bytes = bytes + #row + 1
    if bytes > MENU_BYTES then break end
    table.insert(rows, row)
  end
  local menu = ("printf '%%s\\n' %s | vis-menu -l 12 -p %s"):format(
    table.concat(rows, " "), quote(title .. ":"))
  local status, answer = vis:pipe(win.file, { start = 0, finish = 0 }, menu)
  return status == 0 and answer and tonumber(answer:match("^%s*(%d+)")) or 0
end

--- Lets the user choose an entry; nil when none was.
local function choose(win, outcome)
  local labels = {}
  command.fill(outcome)
  for i, entry in ipairs(outcome.list) do
    labels[i] = ("%-8s %s"):format(("%d:%d"):format(entry.line, entry.column), entry.label)
  end
  return outcome.list[ask(win, outcome.title, labels)]
end

--- Makes changes, the last first, so that the positions of the others stay right.
local function replace(win, changes)
  for i = #changes, 1, -1 do
    local change = changes[i]
    win.file:delete(change.first - 1, change.last - change.first + 1)
    win.file:insert(change.first - 1, change.text)
    win.selection.pos = change.first - 1
  end
end

local perform
function perform(win, outcome)
  if outcome.choose then
    local i = ask(win, outcome.choose.title, outcome.choose.labels)
    return i > 0 and perform(win, outcome.choose.pick(i) or {})
  end
  if outcome.replace then replace(win, outcome.replace) end
  if outcome.export then vis:message(outcome.export.text) end
  local chosen = outcome.list and choose(win, outcome) or outcome.select
  if chosen then win.selection.pos = chosen.first - 1 end
  if outcome.lines and #outcome.lines > 3 then
    vis:message(table.concat(outcome.lines, "\n"))
  elseif outcome.lines then
    vis:info(table.concat(outcome.lines, " | "))
  end
  if outcome.message then vis:info(outcome.message) end
end

--- Runs a command line at a window's cursor.
local function run(win, line)
  desk:protect(function()
    local pos = (win.selection.pos or 0) + 1
    local function fetch() return text_of(win.file) end
    perform(win, command.run(desk, win.file, filetype(win), fetch, pos, line))
  end, true)()
  return true
end

--- How many mentions a window's text has, for a status line.
---@return string
function M.status(win)
  local buffer = desk.buffers[win.file]
  return buffer and buffer:status() or ""
end

--- The document of a file, up to date, for other plugins; nil where nothing is marked.
---@return whowhen.Document?
function M.document(win)
  local buffer = desk:buffer(win.file, filetype(win))
  return desk:protect(buffer.sync)(buffer, text_of(win.file)) and buffer.document or nil
end

local function map_keys()
  for keys, name in pairs({ ["]w"] = "next ", ["[w"] = "previous " }) do
    vis:map(vis.modes.NORMAL, keys, function()
      local count = vis.count or 1
      vis.count = nil
      run(vis.win, name .. count)
    end, "whowhen: " .. name)
  end
end

local function start()
  desk = command.desk(options, say)
  if desk.config.keys then map_keys() end
end

--- Sets options; not needed.
---@param user_options? whowhen.Config
function M.setup(user_options)
  options = user_options
  for handle in pairs(desk.buffers) do desk:forget(handle) end
  windows = setmetatable({}, { __mode = "k" })
  start()
end

start()
-- A callback that returned something would keep those of other plugins from being called.
vis.events.subscribe(vis.events.WIN_HIGHLIGHT, function(win) desk:protect(highlight)(win) end)
vis.events.subscribe(vis.events.WIN_CLOSE, function(win) windows[win] = nil end)
vis.events.subscribe(vis.events.FILE_CLOSE, function(file) desk:forget(file) end)
vis:command_register("whowhen", function(argv, _, win)
  return run(win, table.concat(argv, " "))
end, "Who and when in news text: " .. table.concat(command.NAMES, ", "))

return M
