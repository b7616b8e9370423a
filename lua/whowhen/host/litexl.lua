-- mod-version:3
--- Lite XL adapter: marks each line as it is drawn.
---
---     ln -s ~/whowhen/lua/whowhen ~/.config/lite-xl/whowhen
---     ln -s ~/whowhen/lua/whowhen/host/litexl.lua ~/.config/lite-xl/plugins/whowhen.lua
---
--- A plugin names one version of what plugins rely on; for 4, of the line after 2.1, the same is in
--- litexl4.lua.
---
--- Lite XL has a searcher of its own: the module lies as whowhen_core.so in ~/.config/lite-xl.
local core = require("core")
local commands = require("core.command")
local common = require("core.common")
local configuration = require("core.config")
local Doc = require("core.doc")
local DocView = require("core.docview")
local keymap = require("core.keymap")

local buffers = require("whowhen.buffer")
local command = require("whowhen.command")
local config = require("whowhen.config")
local describe = require("whowhen.describe")
local lining = require("whowhen.host.litexl_line")
local ruler = require("whowhen.host.litexl_ruler")

local PICKED_ALPHA = 70

configuration.plugins.whowhen = common.merge({}, configuration.plugins.whowhen)

local function say(message)
  core.log("%s", message)
end

local desk = command.desk(configuration.plugins.whowhen, say)
local lines = setmetatable({}, { __mode = "k" }) -- For each document, what was worked out a line.

local function filetype(doc)
  return config.filetype(doc.filename)
end

local function fetch(doc)
  return function(buffer)
    if not buffer.document then return buffers.source(table.concat(doc.lines)) end
  end
end

--- The spans of a line as columns: { first, last, kind, … }; kept until something changes.
local function spans_of(doc, line)
  local buffer = desk:buffer(doc, filetype(doc))
  if not buffer:refresh(fetch(doc)) then return nil end
  local document, known = buffer.document, lines[doc]
  if not known or known.document ~= document or known.generation ~= document.generation
    or known.picked ~= buffer.picked then
    known = { document = document, generation = document.generation, picked = buffer.picked }
    lines[doc] = known
  end
  if not known[line] then
    local start = buffer.lines:start(line)
    local stop = start + #doc.lines[line] - 2
    local found = buffer:spans(start, stop)
    for i = 1, #found, 3 do
      local picked = buffer:is_picked(found[i])
      found[i] = math.max(found[i], start) - start + 1
      found[i + 1] = math.min(found[i + 1], stop) - start + 1
      found[i + 2] = { buffer:kind_name(found[i + 2]), picked }
    end
    known[line] = found
  end
  return known[line]
end

local function draw(view, line, x, y)
  local found = spans_of(view.doc, line)
  if not found or #found == 0 then return end
  local height = view:get_line_height()
  for _, box in ipairs(ruler.boxes(view, line, found)) do
    local left, top = x + box.x, y + box.row * height
    local color = lining.draw(box.look[1], left, top + height, box.width)
    if box.look[2] then
      local veil = { color[1], color[2], color[3], PICKED_ALPHA }
      renderer.draw_rect(left, top, box.width, height, veil)
    end
  end
end

local draw_line_text = DocView.draw_line_text
function DocView:draw_line_text(line, x, y, ...)
  -- The command line and other views are documents too.
  if getmetatable(self) == DocView then desk:protect(draw)(self, line, x, y) end
  return draw_line_text(self, line, x, y, ...)
end

--- Tells of an edit before it happens.
local function edit(doc, line, column, line2, column2, text)
  local buffer = desk.buffers[doc]
  if not buffer or not buffer.document then return end
  local first = buffer.lines:start(line) + column - 1
  local last = line2 and buffer.lines:start(line2) + column2 - 2 or first - 1
  buffer:edit(first, last, text)
end

local raw_insert, raw_remove = Doc.raw_insert, Doc.raw_remove
function Doc:raw_insert(line, column, text, ...)
  desk:protect(edit)(self, line, column, nil, nil, text)
  return raw_insert(self, line, column, text, ...)
end
function Doc:raw_remove(line, column, line2, column2, ...)
  desk:protect(edit)(self, line, column, line2, column2, "")
  return raw_remove(self, line, column, line2, column2, ...)
end

-- These put other lines in place without telling.
for _, name in ipairs({ "load", "reset" }) do
  local before = Doc[name]
  Doc[name] = before and function(self, ...)
    if desk.buffers[self] then desk.buffers[self]:drop() end
    return before(self, ...)
  end
end
local on_close = Doc.on_close
function Doc:on_close(...)
  desk:forget(self)
  return on_close(self, ...)
end

local function go_to(view, first, last)
  local buffer = desk:buffer(view.doc)
  local line, column = buffer.lines:place(first)
  local last_line, last_column = buffer.lines:place(last)
  view.doc:set_selection(line, column, last_line, last_column + 1)
  view:scroll_to_line(line, true)
end

local BY_TEXT = { __tostring = function(item) return item.text end } -- What is matched.

--- Lets the user choose one of some lines, in the command line.
local function choose(title, labels, pick)
  local items = {}
  for i, label in ipairs(labels) do
    items[i] = setmetatable({ text = label, number = i }, BY_TEXT)
  end
  core.command_view:enter(title, {
    submit = desk:protect(function(_, item)
      if item and item.number then pick(item.number) end
    end, true),
    -- Matching sorts, and what matches nothing yet stays in our order.
    suggest = function(text) return text == "" and items or common.fuzzy_match(items, text) end,
  })
end

local function show_list(view, outcome)
  local labels = {}
  command.fill(outcome)
  for i, entry in ipairs(outcome.list) do
    labels[i] = ("%d:%d %s"):format(entry.line, entry.column, describe.loose(entry.label))
  end
  choose(outcome.title, labels, function(i)
    go_to(view, outcome.list[i].first, outcome.list[i].last)
  end)
end

--- Makes changes, the last first, so that the positions of the others stay right.
local function replace(view, changes)
  local place = desk:buffer(view.doc).lines
  for i = #changes, 1, -1 do
    local change = changes[i]
    local line, column = place:place(change.first)
    local last_line, last_column = place:place(change.last)
    view.doc:remove(line, column, last_line, last_column + 1)
    view.doc:insert(line, column, change.text)
  end
end

local function show_export(export)
  local doc = core.open_doc()
  doc:insert(1, 1, export.text)
  core.root_view:open_doc(doc)
end

local perform
function perform(view, outcome)
  local choice = outcome.choose
  if choice then
    choose(choice.title, choice.labels, function(i) perform(view, choice.pick(i) or {}) end)
  end
  if outcome.replace then replace(view, outcome.replace) end
  if outcome.export then show_export(outcome.export) end
  if outcome.select then go_to(view, outcome.select.first, outcome.select.last) end
  if outcome.list then show_list(view, outcome) end
  local message = outcome.lines and table.concat(outcome.lines, " | ") or outcome.message
  if message then say(message) end
  core.redraw = true
end

local run = desk:protect(function(view, line)
  local doc = view.doc
  local function pos(buffer)
    local at_line, column = doc:get_selection(true)
    return buffer.lines:start(at_line) + column - 1
  end
  perform(view, command.run(desk, doc, filetype(doc), fetch(doc), pos, line))
end, true)

local map = {}
for _, name in ipairs(command.NAMES) do
  map["whowhen:" .. name] = function(view) run(view or core.active_view, name) end
end
map["whowhen:command"] = function(view)
  view = view or core.active_view
  core.command_view:enter("Who and when", {
    submit = function(line) run(view, line) end,
    suggest = command.complete,
  })
end
commands.add("core.docview", map)
if desk.config.keys then
  keymap.add({ ["alt+w"] = "whowhen:next", ["alt+shift+w"] = "whowhen:previous" })
end

return desk
