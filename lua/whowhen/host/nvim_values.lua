--- Values beside the text: at the end of a line, what its dates resolve to.
local describe = require("whowhen.describe")
local api = vim.api

local M = {}

local shown = {} ---@type table<integer, "line"|"all"> By buffers.
local rows = {} ---@type table<integer, integer> The row of the cursor when it was drawn last.

--- Draws the values of a row, where they are wanted.
---@param spans integer[] What is marked in the row.
function M.draw(buffer, win, buf, row, spans, ns)
  local how = shown[buf]
  if not how or (how == "line" and api.nvim_win_get_cursor(win)[1] - 1 ~= row) then return end
  local list = {}
  for i = 1, #spans, 3 do
    local m = buffer:at(spans[i])
    if m and m.value and not m.entity then
      table.insert(list, describe.plain(describe.when(m)))
    end
  end
  if #list == 0 then return end
  api.nvim_buf_set_extmark(buf, ns, row, 0, {
    ephemeral = true,
    virt_text = { { "  " .. table.concat(list, " · "), "WhoWhenValue" } },
    virt_text_pos = "eol",
    hl_mode = "combine",
  })
end

--- The command: `values`, `values line`, `values off`.
M.command = {
  help = "[all|line|off]: the values of dates beside the text, of all in sight or of a line",
  words = { "all", "line", "off" },
  run = function(_, _, words)
    local buf = api.nvim_get_current_buf()
    local how = words[1] or (shown[buf] and "off" or "all")
    if how ~= "all" and how ~= "line" and how ~= "off" then
      return { message = "whowhen: values where? all, line or off" }
    end
    shown[buf] = how ~= "off" and how or nil
    rows[buf] = api.nvim_win_get_cursor(0)[1] - 1
    return { repaint = true }
  end,
}

--- Follows the cursor where the values of its line are shown.
---@param again fun(buf: integer, first: integer, last: integer)
function M.follow(buf, again)
  if shown[buf] ~= "line" then return end
  local row, before = api.nvim_win_get_cursor(0)[1] - 1, rows[buf]
  if row == before then return end
  rows[buf] = row
  again(buf, row, row)
  if before then again(buf, before, before) end
end

function M.forget(buf)
  shown[buf], rows[buf] = nil, nil
end

return M
