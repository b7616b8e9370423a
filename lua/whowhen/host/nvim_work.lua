--- The working half of the Neovim adapter: what follows texts and the cursor, and runs commands in
--- slices between key presses.
local check = require("whowhen.host.nvim_check")
local command = require("whowhen.command")
local configuration = require("whowhen.config")
local edits = require("whowhen.host.nvim_edits")
local move = require("whowhen.host.nvim_move")
local paint = require("whowhen.host.nvim_paint")
local panel = require("whowhen.host.nvim_panel")
local show = require("whowhen.host.nvim_show")
local values = require("whowhen.host.nvim_values")
local buffers = require("whowhen.buffer")
local api = vim.api

local M = {}

local SLICE = 20e6 -- How long a command may keep the editor from its keys, in nanoseconds.

local desk ---@type whowhen.Desk?

local function filetype(buf)
  local name = vim.bo[buf].filetype
  return name ~= "" and name or configuration.filetype(api.nvim_buf_get_name(buf))
end

local TEXTS = { [""] = true, acwrite = true, nowrite = true }

--- Brings the document of a buffer up to date, or gives the text it is to be made of.
local function fetch(buf)
  return function()
    edits.listen(desk, buf)
    return edits.catch_up(desk, buf, paint.again)
  end
end

local IDLE_PAUSE = 5 -- Between two steps, in milliseconds: keys come first.

--- Divides a large text into its articles between key presses.
local function idle(buf)
  local buffer = desk and desk.buffers[buf]
  if not buffer then return end
  buffer.is_idling = nil
  if not (buffer.document and api.nvim_buf_is_loaded(buf)) then return end
  local more, first, last = buffer:idle()
  if first then paint.again_range(buf, first, last) end
  if not more then return end
  buffer.is_idling = true
  vim.defer_fn(desk:protect(function() idle(buf) end), IDLE_PAUSE)
end

local function begin_idling(buffer, buf)
  if buffer.divided or buffer.is_idling then return end
  buffer.is_idling = true
  vim.defer_fn(desk:protect(function() idle(buf) end), 1)
end

--- Reads a large text between key presses; true while that goes on, and nothing is marked yet.
local function is_loading(buffer, buf)
  if buffer.document or buffer.refused or not edits.is_large(buf) then return false end
  if buffer.is_loading then return true end
  buffer.is_loading = true
  edits.listen(desk, buf)
  edits.read_slowly(buf, function(step) vim.defer_fn(desk:protect(step), 1) end, function(text)
    buffer.is_loading = nil
    -- A command may have read it at once, or the buffer is another's by now.
    if not text or buffer.document or not desk or desk.buffers[buf] ~= buffer then return end
    buffer:sync(buffers.source(text))
    vim.cmd("redraw!")
  end)
  return true
end

--- The buffer, with a document that is up to date; nil where nothing is to be marked.
local function buffer_in_sight(buf)
  if not TEXTS[vim.bo[buf].buftype] then return nil end
  local buffer = desk:buffer(buf, filetype(buf))
  local is_new = not buffer.document
  if buffer.document and edits.is_overtaken(buf) then buffer:drop() end
  if buffer:is_wanted() and is_loading(buffer, buf) then return nil end
  local is_marked = buffer:refresh(fetch(buf))
  if is_marked and is_new and desk.config.check then check.watch(buf) end
  check.tend(desk, buf, is_marked and buffer or nil)
  if is_marked then begin_idling(buffer, buf) end
  return is_marked and buffer or nil
end

--- The cursor's position in the text.
local function cursor(buf)
  local place = api.nvim_win_get_cursor(0)
  return move.position(buf, place[1] - 1, place[2])
end

local running, started -- The command that runs in slices now, and since when.
local latest -- The command that was asked for last.

--- Lets the editor take keys when a command has taken its time.
local function breathe()
  if running and vim.loop.hrtime() - started > SLICE then coroutine.yield() end
end

--- Runs what may take long in slices, and hands its result to `done`.  A later one ends an earlier.
local function in_slices(work, done)
  local thread = coroutine.create(work)
  latest = thread
  local function go_on()
    if latest ~= thread then return end
    running, started = thread, vim.loop.hrtime()
    local ok, result = coroutine.resume(thread)
    running = nil
    if not ok then error(result, 0) end
    if coroutine.status(thread) == "dead" then
      done(result)
    else
      vim.defer_fn(desk:protect(go_on, true), 1)
    end
  end
  go_on()
end

--- Whether the adapter is at work.
function M.is_open()
  return desk ~= nil
end

--- Runs what follows :WhoWhen.
---@param line string
function M.command(line)
  desk:protect(function()
    local buf = api.nvim_get_current_buf()
    local pos = cursor(buf)
    in_slices(function()
      return command.run(desk, buf, filetype(buf), fetch(buf), pos, line)
    end, function(outcome)
      if api.nvim_get_current_buf() ~= buf then return end
      if outcome.findings then
        check.watch(buf)
        check.tend(desk, buf, desk:buffer(buf))
      end
      show.perform(desk, buf, outcome)
    end)
  end, true)()
end

--- Completes a command line.
---@param line string
---@return string[]
function M.complete(line)
  local buf = api.nvim_get_current_buf()
  local buffer = desk:protect(buffer_in_sight, true)(buf)
  return command.complete(line, desk, buffer, cursor(buf))
end

function M.status(buf)
  local buffer = desk and desk.buffers[buf]
  return buffer and buffer:status() or ""
end

---@param buf integer
---@return whowhen.Document?
function M.document(buf)
  local buffer = desk:protect(buffer_in_sight)(buf)
  return buffer and buffer.document
end

--- The level of a line for 'foldexpr'.
function M.fold_level(buf, line)
  local known = move.known_level(buf, line)
  if known then return known end
  local buffer = desk:protect(buffer_in_sight)(buf)
  return buffer and move.fold_level(buffer, buf, line) or "0"
end

--- Selects the mention at the cursor.
function M.select(around)
  desk:protect(function()
    local buf = api.nvim_get_current_buf()
    local buffer = buffer_in_sight(buf)
    if not (buffer and move.select(buffer, cursor(buf), around)) then
      -- An operator that waits for a text takes none.
      if api.nvim_get_mode().mode:find("^no") then vim.cmd("normal! \27") end
    end
  end, true)()
end

function M.load()
  return pcall(desk.module, desk)
end
function M.broken()
  return desk and desk.broken
end

--- What follows the cursor: values of its line, the panel, and what is the same.
local function follow(buf)
  values.follow(buf, paint.again)
  local buffer = desk.buffers[buf]
  if not (buffer and buffer.document) then return end
  local pos = cursor(buf)
  -- The document may be behind until the next redraw.
  if pos > buffer.document:len() + 1 then return end
  panel.follow(buffer, buf, pos)
  if not desk.config.follow then return end
  local m = buffer:at(pos)
  local picked = m and buffers.identity(m) or nil
  if picked ~= buffer.picked then
    buffer.picked = picked
    paint.again(buf, vim.fn.line("w0") - 1, vim.fn.line("w$") - 1)
  end
end

local function forget(buf)
  check.forget(buf)
  values.forget(buf)
  move.forget(buf)
  desk:forget(buf)
end

--- Starts to mark.
---@param group integer The door's autocommands.
---@param options? whowhen.Config
---@param say fun(message: string)
function M.open(group, options, say)
  desk = command.desk(options, say)
  desk.breathe = breathe
  desk.lines = edits.lines
  desk.wraps = function() return vim.o.wrapscan end
  desk.own = { values = values.command, panel = panel.command(M.command) }
  paint.start(group, desk, buffer_in_sight)
  api.nvim_create_autocmd("BufWipeout", {
    group = group,
    callback = function(event) if desk then forget(event.buf) end end,
  })
  api.nvim_create_autocmd({ "CursorMoved", "CursorMovedI" }, {
    group = group,
    callback = desk:protect(function(event) follow(event.buf) end),
  })
end

--- Undoes everything.
function M.close()
  if not desk then return end
  paint.stop()
  edits.stop()
  check.stop()
  panel.close()
  for buf in pairs(desk.buffers) do forget(buf) end
  desk = nil
  vim.cmd("redraw!")
end

return M
