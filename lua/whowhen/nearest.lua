--- Guessing which name was meant by one that does not exist.
local M = {}

--- How many letters must be inserted, removed or replaced to make `b` of `a`.
---@param a string
---@param b string
---@return integer
function M.distance(a, b)
  local row = {}
  for j = 0, #b do row[j] = j end
  for i = 1, #a do
    local diagonal = row[0]
    row[0] = i
    for j = 1, #b do
      local replaced = diagonal + (a:byte(i) == b:byte(j) and 0 or 1)
      diagonal = row[j]
      row[j] = math.min(replaced, row[j] + 1, row[j - 1] + 1)
    end
  end
  return row[#b]
end

--- The name that is nearest, the first in the alphabet of those.
---@param name string
---@param names table<string, any> The names are its keys.
---@return string? name
---@return integer? distance
function M.name(name, names)
  local best, best_distance
  for candidate in pairs(names) do
    local d = M.distance(name, candidate)
    if not best or d < best_distance or (d == best_distance and candidate < best) then
      best, best_distance = candidate, d
    end
  end
  return best, best_distance
end

return M
