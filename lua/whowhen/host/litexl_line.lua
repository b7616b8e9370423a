--- The line that Lite XL draws below a word.
local style = require("core.style")

local looks = require("whowhen.looks")

local M = {}

-- The colours of the theme, by the names of its syntax, and the line below a word, which tells the
-- kinds apart without them: how thick each stroke is, how long and how far from the next, and
-- whether there are two of them.
local LOOKS = {
  date = { color = "number", thick = 2 },
  duration = { color = "comment", thick = 1 },
  person = { color = "keyword", thick = 1, double = true },
  org = { color = "keyword2", thick = 2, stroke = 6, gap = 3 },
  place = { color = "string", thick = 2, stroke = 2, gap = 2 },
  rule = { color = "function", thick = 1, stroke = 6, gap = 3 },
}

--- Draws the line below a word: whole, or in strokes.
---@param kind string
---@param left number
---@param bottom number
---@param width number
---@return table color The theme's for this kind.
function M.draw(kind, left, bottom, width)
  local look = LOOKS[looks.of(kind).name] or LOOKS.rule
  local color = style.syntax[look.color] or style.text
  local scale = SCALE or 1
  local thick = math.max(1, math.floor(look.thick * scale))
  local stroke = look.stroke and look.stroke * scale or width
  local step = look.stroke and (look.stroke + look.gap) * scale or width
  for from = 0, width - 1, math.max(1, step) do
    local long = math.min(stroke, width - from)
    renderer.draw_rect(left + from, bottom - thick, long, thick, color)
    if look.double then renderer.draw_rect(left + from, bottom - 3 * thick, long, thick, color) end
  end
  return color
end

return M
