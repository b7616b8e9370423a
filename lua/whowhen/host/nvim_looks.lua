--- How marks look in Neovim: groups that take their colours from the theme, and a second sign
--- beside the colour.
local looks = require("whowhen.looks")
local api = vim.api

local M = {}

-- The theme's groups that may lend a role's colour, the best first, in the order in which roles
-- choose.  Each takes the first that is nobody else's: a theme may have few, as Type and Constant
-- of Neovim 0.12's own have none.
local COLORS = {
  { "date", "Special", "Constant", "Number" },
  { "person", "Identifier", "Function", "Title", "DiagnosticHint" },
  { "place", "Constant", "String", "MoreMsg", "DiagnosticOk", "Question" },
  { "org", "Type", "Statement", "PreProc", "DiagnosticWarn", "WarningMsg", "Directory" },
  { "rule", "PreProc", "Special" },
}
local SIGNS = {
  underline = { underline = true },
  bold = { bold = true },
  italic = { italic = true },
  ["bold-italic"] = { bold = true, italic = true },
}

--- Our group of each kind; a kind of a rule's own has that of "rule".
M.GROUPS = {}
for kind in pairs(looks.LOOKS) do
  M.GROUPS[kind] = "WhoWhen" .. kind:gsub("^%l", string.upper)
end

--- The colours of a group, for a screen of millions of colours and for a terminal.
local function colors_of(name)
  if api.nvim_get_hl then
    local look = api.nvim_get_hl(0, { name = name, link = false })
    return look.fg, look.ctermfg
  end
  local ok, look = pcall(api.nvim_get_hl_by_name, name, true)
  local ok_terminal, terminal = pcall(api.nvim_get_hl_by_name, name, false)
  return ok and look.foreground or nil, ok_terminal and terminal.foreground or nil
end

--- The first colours among some groups that are nobody else's, on both kinds of screen; else those
--- of the first group.
local function choose(names, taken)
  local first
  for i = 2, #names do
    local fg, ctermfg = colors_of(names[i])
    first = first or { fg = fg, ctermfg = ctermfg }
    local is_free = (fg or ctermfg) and not taken.fg[fg or false]
      and not taken.ctermfg[ctermfg or false]
    if is_free then return { fg = fg, ctermfg = ctermfg } end
  end
  return first
end

--- The colours of all roles.
local function choose_all()
  local fg, ctermfg = colors_of("Normal")
  -- A colour that is the text's own tells nothing.
  local taken = { fg = { [fg or false] = true }, ctermfg = { [ctermfg or false] = true } }
  local colors = {}
  for _, names in ipairs(COLORS) do
    local color = choose(names, taken)
    taken.fg[color.fg or false], taken.ctermfg[color.ctermfg or false] = true, true
    colors[names[1]] = color
  end
  return colors
end

--- Defines the groups that the user or the theme did not.  A link could not add our second sign, so
--- the theme's colour is copied, and copied again when the theme changes.
function M.define()
  local colors = choose_all()
  for kind, name in pairs(M.GROUPS) do
    local look = looks.LOOKS[kind]
    local color, group = colors[look.role] or {}, { default = true }
    group.fg, group.ctermfg = color.fg, color.ctermfg
    for sign in pairs(SIGNS[look.sign] or {}) do group[sign] = true end
    if look.role ~= "same" then api.nvim_set_hl(0, name, group) end
  end
  local warn, warn_terminal = colors_of("DiagnosticWarn")
  api.nvim_set_hl(0, "WhoWhenFinding",
    { default = true, undercurl = true, sp = warn, ctermfg = warn_terminal })
  for name, link in pairs({
    WhoWhenSame = "Search",
    WhoWhenValue = "Comment",
  }) do
    api.nvim_set_hl(0, name, { link = link, default = true })
  end
end

return M
