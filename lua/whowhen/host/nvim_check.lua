--- Findings as diagnostics: those of the whole buffer, made article by article between key presses,
--- and again while the text changes.
local command = require("whowhen.command")
local api = vim.api

local M = {}

local ns = api.nvim_create_namespace("whowhen_findings")
local marks = api.nvim_create_namespace("whowhen_finding_marks")

local SLICE = 10e6 -- How long we may keep the editor from its keys, in nanoseconds.
local PAUSE = 60 -- After an edit, in milliseconds: somebody is typing.

local MOST = 1000 -- How many are shown: the editor takes its time for each at every redraw.

---@class whowhen.Watch
---@field document? whowhen.Document What was looked at, …
---@field generation? integer … and when.
---@field article integer The next article to be looked at.
---@field list whowhen.Entry[]
---@field look? table Tells the look that goes on now from earlier ones.

local watched = {} ---@type table<integer, whowhen.Watch>

-- The mark is our own, an undercurl that a theme may set.
vim.diagnostic.config({ underline = false }, ns)

local function clear(buf)
  if not api.nvim_buf_is_valid(buf) then return end
  vim.diagnostic.reset(ns, buf)
  api.nvim_buf_clear_namespace(buf, marks, 0, -1)
end

--- Shows findings as diagnostics.
local function publish(buffer, buf, list)
  local items = {}
  api.nvim_buf_clear_namespace(buf, marks, 0, -1)
  for i, entry in ipairs(list) do
    local last, last_column = buffer.lines:place(entry.last)
    items[i] = {
      lnum = entry.line - 1,
      col = entry.column - 1,
      end_lnum = last - 1,
      end_col = last_column,
      message = entry.label,
      code = entry.kind,
      source = "whowhen",
      severity = vim.diagnostic.severity.WARN,
      user_data = { whowhen = { suggestions = entry.suggestions } },
    }
    -- The text may have changed since: what no longer fits is drawn at the next look.
    pcall(api.nvim_buf_set_extmark, buf, marks, entry.line - 1, entry.column - 1, {
      end_row = last - 1,
      end_col = last_column,
      hl_group = "WhoWhenFinding",
      priority = 120,
    })
  end
  vim.diagnostic.set(ns, buf, items)
end

--- Looks at one article after the other until the time is over; the rest comes later.  A look that
--- began later takes over.
local function look_on(desk, buf, watch, look)
  local buffer = desk.buffers[buf]
  if watched[buf] ~= watch or watch.look ~= look then return end
  if not (buffer and buffer.document and api.nvim_buf_is_loaded(buf)) then return clear(buf) end
  local document = buffer.document
  -- Where articles begin is not known yet.
  if not buffer.divided then return M.begin(desk, buf, watch, look, PAUSE) end
  if watch.document ~= document or watch.generation ~= document.generation then
    watch.document, watch.generation = document, document.generation
    watch.article, watch.list = 1, {}
  end
  local stop = vim.loop.hrtime() + SLICE
  while watch.article <= document.core:articles() and #watch.list < MOST do
    if vim.loop.hrtime() > stop then return M.begin(desk, buf, watch, look, 1) end
    for _, entry in ipairs(command.findings(buffer, document:article(watch.article))) do
      table.insert(watch.list, entry)
    end
    watch.article = watch.article + 1
  end
  publish(buffer, buf, watch.list)
end

--- Looks on after a while.  A fault ends the watch, and nothing else.
---@private
function M.begin(desk, buf, watch, look, pause)
  vim.defer_fn(function()
    local ok, fault = pcall(look_on, desk, buf, watch, look)
    if ok then return end
    M.forget(buf)
    desk.say("whowhen: " .. desk.words(fault))
  end, pause)
end

--- Looks at a watched buffer again if it changed; called whenever it is drawn.
---@param desk whowhen.Desk
---@param buf integer
---@param buffer? whowhen.Buffer Nil when it is not marked.
function M.tend(desk, buf, buffer)
  local watch = watched[buf]
  if not watch then return end
  local document = buffer and buffer.document
  if not document then
    if watch.document then
      watch.document = nil
      vim.schedule(function() clear(buf) end)
    end
    return
  end
  if watch.document == document and watch.generation == document.generation then return end
  local pause = watch.document and PAUSE or 0
  watch.document, watch.generation = document, document.generation
  watch.article, watch.list, watch.look = 1, {}, {}
  M.begin(desk, buf, watch, watch.look, pause)
end

--- Watches a buffer from now on.
---@param buf integer
function M.watch(buf)
  watched[buf] = watched[buf] or { article = 1, list = {} }
end

--- Whether a buffer is watched.
function M.is_watched(buf)
  return watched[buf] ~= nil
end

--- Watches a buffer no longer.
---@param buf integer
function M.forget(buf)
  if watched[buf] then clear(buf) end
  watched[buf] = nil
end

--- Watches nothing any longer.
function M.stop()
  for buf in pairs(watched) do M.forget(buf) end
end

return M
