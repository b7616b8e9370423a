--- Where Lite XL draws the bytes of a line, also in rows when it wraps lines.
local style = require("core.style")

local M = {}

local views = setmetatable({}, { __mode = "k" }) -- For each view, what was measured a line.

--- The columns at which the rows of a line begin, and how far those after the first stand in.
local function rows_of(view, line)
  local wrapped, starts = view.wrapped_settings and view.wrapped_lines, {}
  if not wrapped then return starts, 0 end
  local i = view.wrapped_line_to_idx[line] + 1
  while wrapped[2 * i - 1] == line do
    table.insert(starts, wrapped[2 * i])
    i = i + 1
  end
  return starts, view.wrapped_line_offsets[line]
end

--- Measures a line piece by piece: each call takes a column at or after the last, and the place
--- on the row where that one was drawn, and gives the place of this one.
local function ruler(view, line)
  local next_token, state, token = view.doc.highlighter:each_token(line)
  local column, kind, text, used = 1, nil, "", 0
  return function(to, x)
    while column < to do
      if used == #text then
        token, kind, text = next_token(state, token)
        used = 0
        if not text then
          text = ""
          return x
        end
      end
      local more = math.min(to - column, #text - used)
      local font = style.syntax_fonts[kind] or view:get_font()
      x = x + font:get_width(text:sub(used + 1, used + more), { tab_offset = x })
      column, used = column + more, used + more
    end
    return x
  end
end

---@class whowhen.Box A part of a span in one row.
---@field x number From the line's left.
---@field row integer From 0.
---@field width number
---@field look any The span's.

---@return whowhen.Box[]
local function boxes_of(view, line, spans)
  local boxes = {}
  local starts, indent = rows_of(view, line)
  local measure, row, x = ruler(view, line), 0, 0
  local function go_to(column, left, look)
    while starts[row + 1] and starts[row + 1] < column + (left and 0 or 1) do
      x = measure(starts[row + 1], x)
      if left then table.insert(boxes, { x = left, row = row, width = x - left, look = look }) end
      row, x = row + 1, indent
      left = left and x
    end
    x = measure(column, x)
    if left then table.insert(boxes, { x = left, row = row, width = x - left, look = look }) end
  end
  for i = 1, #spans, 3 do
    go_to(spans[i])
    go_to(spans[i + 1] + 1, x, spans[i + 2])
  end
  return boxes
end

--- The boxes of spans { first column, last column, look, … } of a line; kept until these, the font
--- or the width of wrapped lines change.
---@return whowhen.Box[]
function M.boxes(view, line, spans)
  local tokens = view.doc.highlighter:get_line(line)
  local font, wrapped = view:get_font(), view.wrapped_settings
  local size, width = font:get_size(), wrapped and wrapped.width
  local known = views[view]
  if not known or known.font ~= font or known.size ~= size or known.width ~= width then
    known = { font = font, size = size, width = width }
    views[view] = known
  end
  local here = known[line]
  if not here or here.spans ~= spans or here.tokens ~= tokens then
    here = { spans = spans, tokens = tokens, boxes = boxes_of(view, line, spans) }
    known[line] = here
  end
  return here.boxes
end

return M
