--- Doing what a command answers: going there, listing, asking, changing the text, showing.
local command = require("whowhen.command")
local api = vim.api

local M = {}

local SLICE = 10e6 -- How long we may keep the editor from its keys, in nanoseconds.

-- The highest number of lines that a location list is filled with: more would be kept twice in
-- memory for nobody.
local MOST_LINES = 200000

local function items_of(buffer, buf, entries)
  local items = {}
  for i, entry in ipairs(entries) do
    local last, last_column = buffer.lines:place(entry.last)
    items[i] = {
      bufnr = buf,
      lnum = entry.line,
      col = entry.column,
      end_lnum = last,
      end_col = last_column + 1,
      text = entry.label,
    }
  end
  return items
end

--- Adds the other pages of a list between key presses, as long as the text stays as it is and the
--- list is the window's last.
local function fill(desk, buf, win, outcome)
  local buffer = desk:buffer(buf)
  local document, generation = buffer.document, buffer.document.generation
  local id, n = vim.fn.getloclist(win, { id = 0 }).id, #outcome.list
  local function step()
    local stop = vim.loop.hrtime() + SLICE
    repeat
      if not api.nvim_win_is_valid(win) or buffer.document ~= document
        or document.generation ~= generation or n > MOST_LINES then
        return
      end
      local page = outcome.more()
      if not page then return end
      vim.fn.setloclist(win, {}, "a", { id = id, items = items_of(buffer, buf, page) })
      n = n + #page
    until vim.loop.hrtime() > stop
    vim.defer_fn(step, 1)
  end
  -- The list that is no longer there takes nothing.
  vim.defer_fn(desk:protect(step, true), 1)
end

local function show_list(desk, buf, outcome)
  local win = api.nvim_get_current_win()
  local items = items_of(desk:buffer(buf), buf, outcome.list)
  vim.fn.setloclist(win, {}, " ", { title = outcome.title, items = items })
  vim.cmd("lopen")
  if outcome.more then fill(desk, buf, win, outcome) end
end

local function go_to(desk, buf, pos)
  local line, column = desk:buffer(buf).lines:place(pos)
  if api.nvim_get_mode().mode == "n" then vim.cmd("normal! m'") end
  api.nvim_win_set_cursor(0, { line, column - 1 })
  if api.nvim_get_mode().mode == "n" then vim.cmd("normal! zv") end
end

--- Makes changes, the last first, so that the positions of the others stay right.
local function replace(desk, buf, changes)
  local lines = desk:buffer(buf).lines
  for i = #changes, 1, -1 do
    local change = changes[i]
    local row, column = lines:place(change.first)
    local last_row, last_column = lines:place(change.last)
    api.nvim_buf_set_text(buf, row - 1, column - 1, last_row - 1, last_column,
      vim.split(change.text, "\n", { plain = true }))
  end
end

local FILETYPES = { md = "markdown", ics = "icalendar", text = "" }

--- Shows a new text in a window of its own.
local function show_export(export)
  vim.cmd("new")
  local buf = api.nvim_get_current_buf()
  local text = export.text:gsub("\n$", "")
  api.nvim_buf_set_lines(buf, 0, -1, false, vim.split(text, "\n"))
  vim.bo[buf].buftype, vim.bo[buf].bufhidden = "nofile", "wipe"
  vim.bo[buf].filetype = FILETYPES[export.format] or export.format
  -- There may be one of that name already.
  pcall(api.nvim_buf_set_name, buf, "whowhen://" .. export.title)
end

--- Lets the user choose, by whatever vim.ui.select is here.
local function choose(desk, buf, choice)
  local places = {}
  for i in ipairs(choice.labels) do places[i] = i end
  vim.ui.select(places, {
    prompt = choice.title,
    kind = "whowhen",
    format_item = function(i) return choice.labels[i] end,
  }, desk:protect(function(i)
    if i and api.nvim_get_current_buf() == buf then
      M.perform(desk, buf, choice.pick(i) or {})
    end
  end, true))
end

--- Does what a command answered.
---@param desk whowhen.Desk
---@param buf integer
---@param outcome whowhen.Outcome
function M.perform(desk, buf, outcome)
  if outcome.replace then replace(desk, buf, outcome.replace) end
  if outcome.select then go_to(desk, buf, outcome.select.first) end
  if outcome.choose then choose(desk, buf, outcome.choose) end
  if outcome.list then show_list(desk, buf, outcome) end
  if outcome.export then show_export(outcome.export) end
  if outcome.lines then
    vim.lsp.util.open_floating_preview(outcome.lines, "", { focus_id = "whowhen" })
  end
  if outcome.repaint then vim.cmd("redraw!") end
  if outcome.message then api.nvim_echo({ { outcome.message } }, true, {}) end
end

M.complete = command.complete

return M
