--- mle adapter: marks what surrounds the cursor after each command.
---
--- mle's Lua cannot set colours: buffer_add_srule is an empty stub.  What it can do safely is to
--- select, so a mark is the selection of a sleeping cursor, which mle draws reversed.  All of them
--- are removed before a command runs and made again after it: no command ever meets one, and none
--- outlives its view.  print() would type into the text; the one way to say something is to ask.
local here = debug.getinfo(1, "S").source:match("^@(.*)[/\\]whowhen[/\\]host[/\\]mle%.lua$")
if here then package.path = ("%s/?.lua;%s/?/init.lua;%s"):format(here, here, package.path) end

local buffers = require("whowhen.buffer")
local command = require("whowhen.command")
local places = require("whowhen.host.mle_place")

local cursors = {} ---@type { bview: string, cursor: string }[] The marks that there are.
local lists = {} -- The lists that are open, by their buffers.
-- What the view shows, or where it goes, that the command running now brings to the front; and what
-- was chosen in a view that closes.
local filling, jump, chosen
local main_loop
local spans = {}

local function say(message)
  mle.editor_prompt(message .. " [Enter] ")
end

-- A script that runs before this one may set options: whowhen_options = { kinds = "shown" }.
-- Reversed words are loud, so only dates and times are marked unless names are asked for.
local options = { kinds = "date,time" }
for name, value in pairs(rawget(_G, "whowhen_options") or {}) do options[name] = value end
local desk = command.desk(options, say)


local function remove_marks()
  for _, made in ipairs(cursors) do mle.bview_remove_cursor(made.bview, made.cursor) end
  cursors = {}
end

--- The function that hands over a text while there is no document: afterwards, edits are reported.
local function fetch(handle)
  return function(buffer)
    if buffer.document then return nil end
    return buffers.source(mle.buffer_get(handle).ret_data or "")
  end
end

--- Selects a mention with a sleeping cursor, between two marks of ours that are moved there.
local function select_mention(bview, buffer, a, b, first, last)
  mle.mark_move_to(a, places.place(buffer, first))
  mle.mark_move_to(b, places.place(buffer, last + 1))
  local cursor = mle.bview_add_cursor_asleep(bview, "", 0).optret_cursor
  if cursor then
    table.insert(cursors, { bview = bview, cursor = cursor })
    mle.cursor_select_between(cursor, a, b, 1)
  end
end

local function paint(context)
  if lists[context.buffer] then return end
  local buffer = desk:buffer(context.buffer)
  if not buffer:refresh(fetch(context.buffer)) then return end
  local cursor, line = places.where(context, buffer)
  local height = places.screen_size()
  local first = buffer.lines:start(math.max(1, line + 1 - height))
  buffer:spans(first, buffer.lines:start(line + 2 + height) - 1, spans)
  local a, b = mle.mark_clone(context.mark).ret_mark, mle.mark_clone(context.mark).ret_mark
  for i = 1, #spans, 3 do
    local shown = not buffer.picked or buffer:is_picked(spans[i])
    if shown and places.in_sight(buffer, spans[i], cursor) then
      select_mention(context.bview, buffer, a, b, spans[i], spans[i + 1])
    end
  end
  mle.mark_destroy(a)
  mle.mark_destroy(b)
end

--- Follows an edit.  When what was removed is not what the document has there, it is read anew.
local function follow(action)
  local buffer = desk.buffers[action.buffer]
  if not buffer or not buffer.document then return end
  local first = buffer.lines:start(action.start_line_index + 1)
  local before = buffer.document:text(first, first + 4 * action.start_col)
  local offset = utf8.offset(before, action.start_col + 1)
  local pos = offset and first + offset - 1
  if pos and action.byte_delta >= 0 then
    buffer:edit(pos, pos - 1, action.data)
  elseif pos and buffer.document:text(pos, pos + #action.data - 1) == action.data then
    buffer:edit(pos, pos + #action.data - 1, "")
  else
    buffer:drop()
  end
end

local function insert(context, text)
  mle.mark_insert_before(context.mark, text, #text)
  mle.mark_move_to(context.mark, 0, 0)
end

--- Fills the view that was opened for a list, a line an entry, or for another text.
local function fill(context)
  local text = {}
  if filling.export then
    insert(context, filling.export)
    filling = nil
    return
  end
  for i, entry in ipairs(filling.list or {}) do
    text[i] = ("%-8s %s"):format(entry.line .. ":" .. entry.column, entry.label)
  end
  if filling.choice then text = filling.choice.labels end
  text = table.concat(text, "\n")
  lists[context.buffer], filling = filling, nil
  insert(context, text)
end

--- Leads from a line of a list to its mention, and closes the list.
local function follow_list(context, list)
  local from = mle.mark_clone(context.mark).ret_mark
  mle.mark_move_to(from, 0, 0)
  local line = places.newlines(places.text_between(from, context.mark).ret_str or "")
  mle.mark_destroy(from)
  lists[context.buffer] = nil
  if list.choice then
    chosen = list.choice.pick(list.choice.labels[line + 1] and line + 1 or 1)
  else
    jump = (list.list[line + 1] or list.list[1]).first
  end
  mle.editor_set_active(context.editor, list.bview)
  mle.editor_close_bview(context.editor, context.bview)
end

local function go_to(context, pos)
  mle.mark_move_to(context.mark, places.place(desk:buffer(context.buffer), pos))
end

--- Asks for a line with the marks in sight, which no command of a prompt can reach.
local function ask(context, prompt)
  desk:protect(paint)(context)
  local answer = mle.editor_prompt(prompt)
  remove_marks()
  return answer
end

--- Makes changes, the last first, so that the positions of the others stay right.
local function replace(context, changes)
  local buffer = desk:buffer(context.buffer)
  for i = #changes, 1, -1 do
    local change = changes[i]
    local stop = mle.mark_clone(context.mark).ret_mark
    mle.mark_move_to(context.mark, places.place(buffer, change.first))
    mle.mark_move_to(stop, places.place(buffer, change.last + 1))
    places.delete_between(context.mark, stop)
    mle.mark_insert_before(context.mark, change.text, #change.text)
    mle.mark_move_to(context.mark, places.place(buffer, change.first))
    mle.mark_destroy(stop)
  end
end

local function open_view(context, title)
  mle.editor_open_bview(context.editor, "", 0, title, #title, 1, 0, 0, "")
end


local perform
function perform(context, outcome)
  if outcome.choose then
    filling = { choice = outcome.choose, bview = context.bview }
    return open_view(context, outcome.choose.title)
  end
  if outcome.replace then replace(context, outcome.replace) end
  if outcome.export then
    filling = { export = outcome.export.text }
    return open_view(context, outcome.export.title)
  end
  if outcome.select then return go_to(context, outcome.select.first) end
  if outcome.list then
    command.fill(outcome)
    filling = { list = outcome.list, bview = context.bview }
    return open_view(context, outcome.title)
  end
  local message = outcome.message or outcome.lines and table.concat(outcome.lines, " | ")
  if message then ask(context, message .. " [Enter] ") end
end

local run = desk:protect(function(context, line)
  if lists[context.buffer] then return follow_list(context, lists[context.buffer]) end
  line = line or ask(context, "whowhen: ")
  if not line or line == "" then return end
  local function pos(buffer) return (places.where(context, buffer)) end
  perform(context, command.run(desk, context.buffer, "text", fetch(context.buffer), pos, line))
end, true)

--- Runs around every command.  A prompt has a loop of its own, and is no text.
local function before(context)
  main_loop = main_loop or context.loop_ctx
  if context.loop_ctx == main_loop then remove_marks() end
end
local function after(context)
  if context.loop_ctx ~= main_loop then return end
  if filling then fill(context) end
  if jump then go_to(context, jump) end
  local outcome = chosen
  jump, chosen = nil, nil
  if outcome then perform(context, outcome) end
  paint(context)
end

--- A closed buffer's address may be given to the next one.
local function forget()
  for handle in pairs(desk.buffers) do desk:forget(handle) end
  lists = {}
end

mle.editor_register_observer("cmd:*:before", function(context)
  if not pcall(before, context) then cursors = {} end
end)
mle.editor_register_observer("cmd:*:after", desk:protect(after))
mle.editor_register_observer("buffer:baction", desk:protect(follow))
for _, name in ipairs({ "close", "open_replace_file", "open_replace_new" }) do
  mle.editor_register_observer("cmd:cmd_" .. name .. ":after", desk:protect(forget))
end

-- cmd_whowhen asks for a command line; each command has a name of its own too, to bind to a key.
mle.editor_register_cmd("cmd_whowhen", function(context) run(context) end)
for _, name in ipairs(command.NAMES) do
  mle.editor_register_cmd("cmd_whowhen_" .. name, function(context) run(context, name) end)
end
-- Does nothing but be a command, after which there is paint: for a startup macro.
mle.editor_register_cmd("cmd_whowhen_start", function() end)

return {
  --- The document of a buffer, for scripts; nil where nothing is marked.
  document = function(handle)
    local buffer = desk:buffer(handle)
    return desk:protect(buffer.refresh)(buffer, fetch(handle)) and buffer.document or nil
  end,
}
