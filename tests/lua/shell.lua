--- What the tests, the bench and the mutants ask of the shell and of files.
local M = {}

--- Runs a command; returns what it prints, on either stream, and whether it went well.
---@param command string
---@return string output
---@return boolean sound
function M.output(command)
  local pipe = assert(io.popen(command .. " 2>&1"))
  local text = pipe:read("*a")
  return text, pipe:close() == true
end

---@param path string
---@return string
function M.read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read("*a")
  file:close()
  return text
end

---@param path string
---@param text string
function M.write(path, text)
  local file = assert(io.open(path, "wb"))
  file:write(text)
  file:close()
end

return M
