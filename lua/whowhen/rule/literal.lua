--- The strings and comments of a Lua source.
local M = {}

local CLOSES = { ['"'] = '["\\]', ["'"] = "['\\]" }

--- Where a comment or a string ends that begins at `pos` with `mark`, or nil when none does.
---@param source string
---@param pos integer
---@param mark string The character there.
---@return integer?
function M.stop(source, pos, mark)
  local close = CLOSES[mark]
  while close do
    pos = source:find(close, pos + 1)
    if not pos then return #source end
    if source:byte(pos) ~= 92 then return pos end -- a backslash
    pos = pos + 1
  end
  if mark ~= "[" and mark ~= "-" then return nil end
  local long = source:match("^%-%-%[(=*)%[", pos) or source:match("^%[(=*)%[", pos)
  if long then return select(2, source:find("]" .. long .. "]", pos, true)) or #source end
  return source:find("^%-%-", pos) and (source:find("\n", pos, true) or #source)
end

return M
