--- What the editors on Scintilla share: indicators for the kinds, in colours that suit the
--- background, and painting what is in sight.
---
--- The facade that an adapter gives has what the editors name differently; positions are from 1:
---   background()            the default background, 0xBBGGRR
---   define(id, look)        makes an indicator; `look` is one of LOOKS, with a colour
---   visible()               the first and the last position in sight
---   flat                    whether one indicator cannot be read over another
---   clear(id, first, last)  removes an indicator
---   fill(id, first, last)   sets it
local looks = require("whowhen.looks")

local M = {}

-- Shapes of indicators.  Each kind has its own, so that colour is never the only sign.
local ROUND_BOX, STRAIGHT_BOX, DASH, DOTS, SQUIGGLE, THICK, FULL_BOX = 7, 8, 9, 10, 11, 14, 16

---@class whowhen.Look
---@field id integer The number of the indicator; editors take theirs from below.
---@field shape integer
---@field alpha integer How much it covers, …
---@field outline integer … and its border, up to 255.
---@field light integer Its colour on a light background, 0xBBGGRR …
---@field dark integer … and on a dark one.
---@field terminal integer One of a terminal's colours.
---@field name string What a theme calls such a colour.
---@field picked? boolean Lies over another one.
local function look(id, shape, name, light, dark, terminal)
  return {
    id = id, shape = shape, name = name, light = light, dark = dark, terminal = terminal,
    -- A box lies under its text, a line beside it.
    alpha = (shape == STRAIGHT_BOX or shape == ROUND_BOX or shape == FULL_BOX) and 30 or 255,
    outline = (shape == STRAIGHT_BOX or shape == ROUND_BOX) and 60 or 255,
  }
end
M.LOOKS = {
  date = look(24, THICK, "purple", 0x93239B, 0xEA9BEF, 0xFF00FF),
  duration = look(25, DOTS, "grey", 0x555555, 0xAAAAAA, 0xFFFF00),
  person = look(26, STRAIGHT_BOX, "blue", 0xC45C1B, 0xF8B48A, 0xFF0000),
  org = look(27, ROUND_BOX, "teal", 0x92770C, 0xE7D36F, 0x00FF00),
  place = look(28, DASH, "green", 0x337A1F, 0x94D68F, 0x00FFFF),
  rule = look(29, SQUIGGLE, "orange", 0x00618A, 0x5CC1E6, 0x0000FF),
  same = look(30, FULL_BOX, "yellow", 0x00618A, 0x5CC1E6, 0x800080),
}
M.LOOKS.same.picked = true

local function is_dark(color)
  local blue, green, red = math.floor(color / 65536), math.floor(color / 256) % 256, color % 256
  return 0.3 * red + 0.59 * green + 0.11 * blue < 128
end

--- Defines the indicators, if the background is not the one they were defined for.  They belong to
--- a view: `known` is what to remember of it.
function M.define(facade, known)
  local background = facade.background()
  if known.background == background then return end
  known.background = background
  for _, each in pairs(M.LOOKS) do
    facade.define(each.id, each, is_dark(background) and each.dark or each.light)
  end
end

--- Removes all marks that are in sight.
function M.clear(facade)
  local first, last = facade.visible()
  for _, each in pairs(M.LOOKS) do facade.clear(each.id, first, last) end
end

local spans = {}

--- Paints what is in sight.
---@param buffer whowhen.Buffer With a document that is up to date.
function M.paint(facade, buffer)
  M.clear(facade)
  local first, last = facade.visible()
  buffer:spans(first, last, spans)
  for i = 1, #spans, 3 do
    local kind = buffer:kind_name(spans[i + 2])
    local each = M.LOOKS[looks.of(kind).name] or M.LOOKS.rule
    local picked = buffer:is_picked(spans[i])
    if not picked or not facade.flat then facade.fill(each.id, spans[i], spans[i + 1]) end
    if picked then facade.fill(M.LOOKS.same.id, spans[i], spans[i + 1]) end
  end
end

return M
