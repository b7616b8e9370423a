--- How marks look in vis: styles made of the theme's colours and a sign.
local looks = require("whowhen.looks")

local M = {}

-- The theme's styles that may lend a role's colour, the best first, in the order in which roles
-- choose: each takes the first that is nobody else's.
local COLORS = {
  { "date", "CONSTANT", "NUMBER" },
  { "person", "KEYWORD", "FUNCTION" },
  { "place", "STRING", "FUNCTION", "PREPROCESSOR", "NUMBER" },
  { "org", "TYPE", "CLASS", "PREPROCESSOR" },
  { "rule", "PREPROCESSOR", "ERROR" },
}
-- What the signs are called here.
local SIGNS = { underline = "underlined", bold = "bold", italic = "italics",
  ["bold-italic"] = "bold,italics", reverse = "reverse" }
-- The style numbers of looks.  Lexers count their styles up from 0; what lies below 64 and high is
-- free.
local NUMBERS = { date = 56, duration = 57, person = 58, org = 59, place = 60, misc = 61, rule = 62,
  same = 63 }
local given = {} -- The looks whose numbers are vis's.

--- Up to 0.9 styles belong to a window, and their numbers are ours to choose; later they belong to
--- vis, which gives out the numbers.
local function define(win, name, style)
  if win.style_define then return win:style_define(NUMBERS[name], style) end
  if not given[name] then NUMBERS[name], given[name] = vis.ui:style_push(), true end
  return NUMBERS[name] and vis.ui:style_define(NUMBERS[name], style)
end

--- The colours of the roles, out of the theme's styles, whose bold and the like is no sign of ours.
local function choose_colors(lexers)
  local colors, taken = {}, {}
  for _, names in ipairs(COLORS) do
    local first
    for i = 2, #names do
      local style = lexers["STYLE_" .. names[i]]
      local color = type(style) == "string" and style:match("fore:[^,]+")
      first = first or color
      if color and not taken[color] and not colors[names[1]] then
        colors[names[1]], taken[color] = color .. ",", true
      end
    end
    colors[names[1]] = colors[names[1]] or (first and first .. ",")
  end
  return colors
end

--- A style takes what it does not say from the default style when it is defined: so define the
--- styles again when the theme changed.
---@param before? string What was answered for this window the last time.
---@return string theme What tells the theme from another.
function M.define(win, before)
  local lexers = vis.lexers or {}
  local theme = tostring(lexers.STYLE_DEFAULT) .. tostring(lexers.STYLE_CONSTANT)
  if before == theme then return theme end
  local colors = choose_colors(lexers)
  for name in pairs(NUMBERS) do
    local look = looks.LOOKS[name]
    -- A theme may have a style of its own for us.
    local own = lexers["STYLE_WHOWHEN_" .. name:upper()]
    local style = type(own) == "string" and own
      or (colors[look.role] or "") .. SIGNS[look.sign]
    assert(define(win, name, style), "a style could not be defined: " .. style)
  end
  return theme
end

--- The style number of a kind, or of "same".
---@param kind string
---@return integer
function M.number(kind)
  return NUMBERS[looks.of(kind).name]
end

return M
