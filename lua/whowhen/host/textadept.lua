--- Textadept adapter: marks what is in sight.
---
---     package.path = "/path/to/lua/?.lua;" .. package.path  -- in init.lua
---     require("whowhen.host.textadept")
local here = debug.getinfo(1, "S").source:match("^@(.*)[/\\]whowhen[/\\]host[/\\]")
if here then package.path = ("%s/?.lua;%s/?/init.lua;%s"):format(here, here, package.path) end
local buffers = require("whowhen.buffer")
local command = require("whowhen.command")
local config = require("whowhen.config")
local describe = require("whowhen.describe")
local scintilla = require("whowhen.host.scintilla")

local M = {}

local INSERTED, DELETED = 1, 2
-- The shapes that a terminal has: the text's colour, and its background's for what is picked out.
local TEXT_FORE, BOX = 17, 8

local function say(message)
  ui.statusbar_text = message
end

local desk, options
local known = setmetatable({}, { __mode = "k" }) -- What was defined for each view.
local facade = { flat = CURSES }

function facade.background()
  local back = view.style_back[view.STYLE_DEFAULT]
  return type(back) == "number" and back or 0xFFFFFF
end

function facade.define(id, look, color)
  view.indic_style[id] = not CURSES and look.shape or look.picked and BOX or TEXT_FORE
  local theme = view.colors and view.colors[look.name]
  view.indic_fore[id] = CURSES and look.terminal or type(theme) == "number" and theme or color
  if not CURSES then
    view.indic_alpha[id] = look.alpha
    view.indic_outline_alpha[id] = look.outline
    view.indic_under[id] = true
  end
end

function facade.visible()
  local top = view.first_visible_line
  local first = view:doc_line_from_visible(top)
  local last = view:doc_line_from_visible(top + view.lines_on_screen)
  last = math.min(last, buffer.line_count)
  return buffer:position_from_line(first), buffer.line_end_position[last] - 1
end

function facade.clear(id, first, last)
  buffer.indicator_current = id
  buffer:indicator_clear_range(first, last - first + 1)
end

function facade.fill(id, first, last)
  buffer.indicator_current = id
  buffer:indicator_fill_range(first, last - first + 1)
end

--- The lexer's name, where that says more than the file's name does.
local function filetype()
  local lexer = buffer.lexer_language
  return lexer ~= "text" and lexer or config.filetype(buffer.filename)
end

--- The function that hands over the whole text, when there is no document or its length is wrong.
local function fetch(ours)
  if ours.document and ours.document:len() == buffer.length then return nil end
  return buffers.source(buffer:get_text())
end

--- Paints the current view.
local function update()
  local ours = desk:buffer(buffer, filetype())
  local seen = known[view] or {}
  known[view] = seen
  if ours:refresh(fetch) then
    scintilla.define(facade, seen)
    scintilla.paint(facade, ours)
    seen.painted = ours
  elseif seen.painted then
    scintilla.clear(facade)
    seen.painted = nil
  end
end

--- Follows an edit.  Our own indicators come here too, so look at the flags first.
local function modified(position, flags, text, length)
  if flags & (INSERTED | DELETED) == 0 then return end
  local ours = desk.buffers[buffer]
  if not ours or not ours.document then return end
  if flags & INSERTED ~= 0 then
    ours:edit(position, position - 1, text)
  else
    ours:edit(position, position + length - 1, "")
  end
end

local function go_to(pos)
  view:ensure_visible_enforce_policy(buffer:line_from_position(pos))
  buffer:goto_pos(pos)
end

local function show_list(outcome)
  local items = {}
  command.fill(outcome)
  for _, entry in ipairs(outcome.list) do
    table.insert(items, ("%d:%d"):format(entry.line, entry.column))
    table.insert(items, CURSES and entry.label or describe.loose(entry.label))
  end
  local chosen = ui.dialogs.list({
    title = outcome.title,
    columns = { "Place", "Mention" },
    search_column = 2,
    items = items,
  })
  if chosen then go_to(outcome.list[chosen].first) end
end

--- Makes changes, the last first, so that the positions of the others stay right.
local function replace(changes)
  buffer:begin_undo_action()
  for i = #changes, 1, -1 do
    local change = changes[i]
    buffer:set_target_range(change.first, change.last + 1)
    buffer:replace_target(change.text)
  end
  buffer:end_undo_action()
end

local perform

local function choose(choice)
  local i = ui.dialogs.list({ title = choice.title, items = choice.labels })
  if i then perform(choice.pick(i) or {}) end
end

function perform(outcome)
  if outcome.choose then choose(outcome.choose) end
  if outcome.replace then replace(outcome.replace) end
  if outcome.export then
    buffer.new()
    buffer:add_text(outcome.export.text)
  end
  if outcome.repaint then
    if known[view] then known[view].background = nil end
    update()
  end
  if outcome.select then go_to(outcome.select.first) end
  if outcome.list then show_list(outcome) end
  if outcome.lines then
    view:call_tip_show(buffer.current_pos, table.concat(outcome.lines, "\n"))
  end
  if outcome.message then say(outcome.message) end
end

--- Runs a command line: "next 3 person"; without one, asks for it.
---@param line? string
function M.run(line)
  line = line or ui.dialogs.input({ title = "Who and when" })
  if not line then return end
  desk:protect(function()
    perform(command.run(desk, buffer, filetype(), fetch, buffer.current_pos, line))
  end, true)()
end

--- How many mentions the current buffer has.
---@return string
function M.status()
  local ours = desk.buffers[buffer]
  return ours and ours:status() or ""
end

--- Sets options; not needed.
---@param user_options? whowhen.Config
function M.setup(user_options)
  options = user_options
  for handle in pairs(desk and desk.buffers or {}) do desk:forget(handle) end
  desk = command.desk(options, say)
  if desk.config.keys then
    keys["alt+]"] = function() M.run("next") end
    keys["alt+["] = function() M.run("previous") end
  end
end

--- Connects an event to a function that `desk` of that time protects.
local function connect(event, fn)
  events.connect(event, function(...) desk:protect(fn)(...) end)
end

M.setup()
connect(events.MODIFIED, modified)
connect(events.UPDATE_UI, update)
for _, event in ipairs({ "VIEW_NEW", "FILE_OPENED", "BUFFER_AFTER_SWITCH", "VIEW_AFTER_SWITCH" }) do
  connect(events[event], update)
end
connect(events.BUFFER_DELETED, function(deleted) desk:forget(deleted) end)

return M
