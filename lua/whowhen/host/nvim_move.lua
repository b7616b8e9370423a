--- Mappings, text objects and folds.
local edits = require("whowhen.host.nvim_edits")
local api = vim.api

local M = {}

-- What the option `keys` maps: the keys, the modes, and the name behind <Plug>(whowhen-.
local KEYS = {
  { "]w", { "n", "x", "o" }, "next" },
  { "[w", { "n", "x", "o" }, "previous" },
  { "im", { "x", "o" }, "im" },
  { "am", { "x", "o" }, "am" },
}

--- Maps the keys of the option `keys`.
function M.map_keys()
  for _, row in ipairs(KEYS) do
    vim.keymap.set(row[2], row[1], ("<Plug>(whowhen-%s)"):format(row[3]), { remap = true })
  end
end

--- Moves the cursor to a byte of the text.
local function put_cursor(buffer, pos)
  local line, column = buffer.lines:place(pos)
  api.nvim_win_set_cursor(0, { line, column - 1 })
end

--- The range of a mention, with the blanks behind it, or else those before it.
local function around(document, m)
  local after = document:text(m.last + 1, m.last + 80):match("^[ \t]*")
  if after ~= "" then return m.first, m.last + #after end
  local before = document:text(m.first - 80, m.first - 1):match("[ \t]*$")
  return m.first - #before, m.last
end

--- Selects the mention at a position, or the next one of its line.
---@param buffer whowhen.Buffer
---@param pos integer
---@param with_blanks boolean
---@return boolean
function M.select(buffer, pos, with_blanks)
  local row = buffer.lines:place(pos)
  local stop = buffer.lines:start(row + 1) - 1
  local m = buffer:at(pos) or buffer:mentions(pos, stop, buffer.desk.config.kinds)()
  if not m then return false end
  local first, last = m.first, m.last
  if with_blanks then first, last = around(buffer.document, m) end
  -- A selection that is there begins anew.
  if api.nvim_get_mode().mode:find("^[vV\22]") then vim.cmd("normal! \27") end
  put_cursor(buffer, first)
  vim.cmd("normal! v")
  -- The last character may have several bytes, of which the cursor takes the first.
  local text = buffer.document:text(first, last)
  put_cursor(buffer, first + #text:gsub("[^\128-\191][\128-\191]*$", ""))
  return true
end

local folds = {} ---@type table<integer, { tick: integer, lines: table<integer, boolean> }>

--- The level of a line of a buffer that has not changed, or nil.
function M.known_level(buf, line)
  local known = folds[buf]
  if not known or known.tick ~= api.nvim_buf_get_changedtick(buf) then return nil end
  return known.lines[line] and ">1" or "="
end

--- The level of a line for 'foldexpr': each article is a fold.
---@param buffer whowhen.Buffer
---@param buf integer
---@param line integer
---@return string
function M.fold_level(buffer, buf, line)
  local known = { tick = api.nvim_buf_get_changedtick(buf), lines = {} }
  for _, article in ipairs(buffer.document:articles()) do
    known.lines[(buffer.lines:place(article.first))] = true
  end
  folds[buf] = known
  return M.known_level(buf, line)
end

--- Where a row begins that may lie outside of the text.
function M.position(buf, row, column)
  return edits.offset(buf, row) + column + 1
end

function M.forget(buf)
  folds[buf] = nil
end

return M
