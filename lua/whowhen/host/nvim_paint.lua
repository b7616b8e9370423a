--- The painting half of the Neovim adapter: marks that live as long as a drawn line.
local edits = require("whowhen.host.nvim_edits")
local looks = require("whowhen.host.nvim_looks")
local values = require("whowhen.host.nvim_values")
local api = vim.api

local M = {}

-- Above what treesitter and syntax draw, below what searches and diagnostics do.
local PRIORITY = 110

local ns = api.nvim_create_namespace("whowhen")
local nudge = api.nvim_create_namespace("whowhen_nudge")
local spans = {}

-- Names are in no dictionary.  Older versions do not know the key.
local IS_NAME = require("whowhen.kinds").IS_WHO
local KNOWS_SPELL = vim.fn.has("nvim-0.9") == 1

--- Draws rows again in which marks changed though nobody edited them.
---@param buf integer
---@param first integer
---@param last integer
function M.again(buf, first, last)
  if not api.nvim_buf_is_loaded(buf) then return end
  last = math.min(last, api.nvim_buf_line_count(buf) - 1)
  if first > last then return end
  -- A mark that comes and goes is the one way to ask for this that all versions have.
  api.nvim_buf_set_extmark(buf, nudge, first, 0, {
    end_row = last,
    end_col = 0,
    hl_group = "WhoWhenDate",
  })
  api.nvim_buf_clear_namespace(buf, nudge, 0, -1)
end

--- Draws again what lies in a range of bytes and in sight.
---@param buf integer
---@param first integer
---@param last integer
function M.again_range(buf, first, last)
  for _, win in ipairs(vim.fn.win_findbuf(buf)) do
    local top, bottom = vim.fn.line("w0", win) - 1, vim.fn.line("w$", win) - 1
    if edits.offset(buf, top) < last and first <= edits.offset(buf, bottom + 1) then
      M.again(buf, top, bottom)
    end
  end
end

local function draw_span(buffer, buf, row, from, to, first, kind)
  local name = buffer:kind_name(kind)
  local mark = { end_col = to, ephemeral = true, priority = PRIORITY }
  mark.hl_group = looks.GROUPS[name] or buffer:rule_style(kind) or looks.GROUPS.rule
  if KNOWS_SPELL and IS_NAME[name] then mark.spell = false end
  api.nvim_buf_set_extmark(buf, ns, row, from, mark)
  if buffer:is_picked(first) then
    mark.hl_group, mark.priority = "WhoWhenSame", PRIORITY + 1
    api.nvim_buf_set_extmark(buf, ns, row, from, mark)
  end
end

local function draw(desk, win, buf, row)
  local buffer, count = desk.buffers[buf], api.nvim_buf_line_count(buf)
  -- A window of a diff has rows of filler, also behind the last line.
  if not (buffer and buffer.document) or row >= count then return end
  local before = edits.offset(buf, row)
  -- Behind the last line Neovim counts a newline only where the file has one.
  local stop = (row + 1 == count and buffer.document:len() or edits.offset(buf, row + 1)) - 1
  buffer:spans(before + 1, stop, spans)
  for i = 1, #spans, 3 do
    local column, last = math.max(spans[i] - 1, before) - before, math.min(spans[i + 1], stop)
    if column < last - before then
      draw_span(buffer, buf, row, column, last - before, spans[i], spans[i + 2])
    end
  end
  values.draw(buffer, win, buf, row, spans, ns)
end

--- Starts to paint; `in_sight` gives the buffer of a handle, or nil where nothing is to be marked.
---@param group integer
---@param desk whowhen.Desk
---@param in_sight fun(buf: integer): whowhen.Buffer?
function M.start(group, desk, in_sight)
  looks.define()
  api.nvim_create_autocmd("ColorScheme", { group = group, callback = looks.define })
  local on_line = desk:protect(function(_, win, buf, row) draw(desk, win, buf, row) end)
  api.nvim_set_decoration_provider(ns, {
    on_win = desk:protect(function(_, _, buf) return in_sight(buf) ~= nil end),
    -- Lines inside of a closed fold are not drawn, and cost nothing.
    on_line = on_line,
    -- ]s looks for misspelt words where nothing is drawn.
    _on_spell_nav = KNOWS_SPELL and desk:protect(function(_, win, buf, from, _, to)
      if not in_sight(buf) then return end
      for row = from, to do draw(desk, win, buf, row) end
    end) or nil,
  })
end

--- Stops painting.
function M.stop()
  api.nvim_set_decoration_provider(ns, {})
end

return M
