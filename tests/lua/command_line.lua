--- Running the command, as the tests of it do.
local support = require("support")

local M = { COMMAND = support.BUILD .. "/whowhen", files = {} }

--- Makes a file that is gone at the end, and gives its name.
---@param text string
---@return string
function M.file_with(text)
  local name = os.tmpname()
  table.insert(M.files, name)
  local file = assert(io.open(name, "wb"))
  file:write(text)
  file:close()
  return name
end

---@param name string
---@return string
function M.contents(name)
  local file = assert(io.open(name, "rb"))
  local text = file:read("*a")
  file:close()
  return text
end

--- Runs a shell command in which @ stands for the command; returns its output, messages and status.
---@param line string
---@return string output
---@return string messages
---@return integer status
function M.run(line)
  local messages = M.file_with("")
  line = line:gsub("@", (M.COMMAND:gsub("%%", "%%%%")))
  local pipe = assert(io.popen("{ " .. line .. "\n} 2>" .. messages))
  local out = pipe:read("*a")
  local _, _, status = pipe:close()
  return out, M.contents(messages), status
end

--- A text without its colours.
---@param marked string
---@return string
function M.plain(marked)
  return (marked:gsub("\27%[[%d;]*m", ""))
end

--- Ends the test.
function M.finish()
  for _, name in ipairs(M.files) do os.remove(name) end
  support.finish()
end

return M
