--- What the reports of all formats have in common: where things stand.
local M = {}

--- Counts lines: a function that gives the line and the column, in bytes from 1, of positions
--- asked for in ascending order.
---@param document whowhen.Document
---@return fun(pos: integer): integer, integer
function M.line_counter(document)
  local STEP = 65536
  local line, line_start, counted = 1, 1, 0
  return function(pos)
    while counted < pos - 1 do
      local from, to = counted + 1, math.min(counted + STEP, pos - 1)
      for newline in document:text(from, to):gmatch("()\n") do
        line, line_start = line + 1, from + newline
      end
      counted = to
    end
    return line, pos - line_start + 1
  end
end

return M
