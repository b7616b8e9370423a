--- Makes ready what somebody wrote in Lua: so that strings cannot grow without a bound.
local literal = require("whowhen.rule.literal")

local M = {}

--- What stands between two operands of ".." afterwards: a value that joins them itself.  Lua has no
--- other way to bound what it joins.
M.JOINER = "__join"

--- Puts the joiner into every "..".  Nil and a message where the text has its name already.
---@param source string
---@return string? source
---@return string? message
function M.prepare(source)
  local pieces, done, pos = {}, 1, 1
  while true do
    pos = source:find("[\"'%[%-._]", pos)
    if not pos then break end
    local mark = source:sub(pos, pos)
    local stop = literal.stop(source, pos, mark)
    if stop then
      pos = stop
    elseif mark == "." then
      local dots = source:match("^%.+", pos)
      if dots == ".." then
        table.insert(pieces, source:sub(done, pos + 1))
        table.insert(pieces, " " .. M.JOINER .. " .. ")
        done = pos + 2
      end
      pos = pos + #dots - 1
    elseif source:find("^%f[%w_]" .. M.JOINER .. "%f[^%w_]", pos) then
      return nil, ('"%s" is a name that rules cannot have'):format(M.JOINER)
    end
    pos = pos + 1
  end
  table.insert(pieces, source:sub(done))
  return table.concat(pieces)
end

return M
