--- Lines of what comes in pieces.
local M = {}

--- Makes a function that gives the next line with its end, nil behind the last; a long line is put
--- together once.
---@param read fun(): string? The next piece.
---@return fun(): string?
function M.reader(read)
  local parts, piece, pos = {}, nil, 1
  local function joined(last)
    if not parts[1] then return last end
    table.insert(parts, last)
    local line = table.concat(parts)
    parts = {}
    return line
  end
  return function()
    while true do
      local newline = piece and piece:find("\n", pos, true)
      if newline then
        local first = pos
        pos = newline + 1
        return joined(piece:sub(first, newline))
      end
      if piece and pos <= #piece then table.insert(parts, piece:sub(pos)) end
      piece, pos = read(), 1
      if not piece then return joined(nil) end
    end
  end
end

return M
