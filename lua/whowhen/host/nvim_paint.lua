--- The painting half of the Neovim adapter: groups, and marks that live as long as a drawn line.
local looks = require("whowhen.looks")
local api = vim.api

local M = {}

-- The groups of the theme that lend their colours.
local COLORS = { date = "Special", plain = "Normal", person = "Identifier", org = "Type",
  place = "Constant", rule = "PreProc" }
local GROUPS = {}
for kind, look in pairs(looks.LOOKS) do
  if COLORS[look.role] then GROUPS[kind] = "WhoWhen" .. kind:gsub("^%l", string.upper) end
end

local ns = api.nvim_create_namespace("whowhen")
local nudge = api.nvim_create_namespace("whowhen_nudge")
local spans = {}

local function colors_of(name)
  if name == "Normal" then return nil end
  if api.nvim_get_hl then
    local look = api.nvim_get_hl(0, { name = name, link = false })
    return look.fg, look.ctermfg
  end
  local ok, look = pcall(api.nvim_get_hl_by_name, name, true)
  local ok_terminal, terminal = pcall(api.nvim_get_hl_by_name, name, false)
  return ok and look.foreground or nil, ok_terminal and terminal.foreground or nil
end

--- Defines the groups that the user or the theme did not.  A link could not add our second sign, so
--- the theme's colour is copied, and copied again when the theme changes.
local function define_groups()
  for kind, group in pairs(GROUPS) do
    local look = looks.LOOKS[kind]
    local fg, ctermfg = colors_of(COLORS[look.role])
    api.nvim_set_hl(0, group, { default = true, fg = fg, ctermfg = ctermfg, [look.sign] = true })
  end
  api.nvim_set_hl(0, "WhoWhenSame", { link = "Search", default = true })
end

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

local function draw(desk, buf, row)
  local buffer = desk.buffers[buf]
  local before = api.nvim_buf_get_offset(buf, row)
  -- Behind the last line Neovim counts a newline only where the file has one.
  local is_last = row + 1 == api.nvim_buf_line_count(buf)
  local stop = (is_last and buffer.document:len() or api.nvim_buf_get_offset(buf, row + 1)) - 1
  buffer:spans(before + 1, stop, spans)
  for i = 1, #spans, 3 do
    local column, last = math.max(spans[i] - 1, before) - before, math.min(spans[i + 1], stop)
    if column < last - before then
      local mark = { end_col = last - before, ephemeral = true, priority = 110 }
      local kind = spans[i + 2]
      mark.hl_group = GROUPS[buffer:kind_name(kind)] or buffer:rule_style(kind) or GROUPS.rule
      api.nvim_buf_set_extmark(buf, ns, row, column, mark)
      if buffer:is_picked(spans[i]) then
        mark.hl_group, mark.priority = "WhoWhenSame", 111
        api.nvim_buf_set_extmark(buf, ns, row, column, mark)
      end
    end
  end
end

--- Starts to paint; `in_sight` gives the buffer of a handle, or nil where nothing is to be marked.
---@param group integer
---@param desk whowhen.Desk
---@param in_sight fun(buf: integer): whowhen.Buffer?
function M.start(group, desk, in_sight)
  define_groups()
  api.nvim_create_autocmd("ColorScheme", { group = group, callback = define_groups })
  api.nvim_set_decoration_provider(ns, {
    on_win = desk:protect(function(_, _, buf) return in_sight(buf) ~= nil end),
    -- Lines inside of a closed fold are not drawn, and cost nothing.
    on_line = desk:protect(function(_, _, buf, row) draw(desk, buf, row) end),
  })
end

--- Stops painting.
function M.stop()
  api.nvim_set_decoration_provider(ns, {})
end

return M
