--- Neovim adapter: marks each line as it is drawn, and keeps no marks.
---
--- The plugin works without setup(); see :help whowhen.
local command = require("whowhen.command")
local edits = require("whowhen.host.nvim_edits")
local paint = require("whowhen.host.nvim_paint")
local api = vim.api

local M = {}

local findings = api.nvim_create_namespace("whowhen_findings")
local group = nil ---@type integer? Our autocommands, while we are on.
local desk, options = nil, nil

local function say(message)
  vim.schedule(function() vim.notify(message, vim.log.levels.WARN) end)
end

local function filetype(buf)
  local name = vim.bo[buf].filetype
  return name ~= "" and name or require("whowhen.config").filetype(api.nvim_buf_get_name(buf))
end

local TEXTS = { [""] = true, acwrite = true, nowrite = true }

--- The buffer, with a document that is up to date; nil where nothing is to be marked.
local function buffer_in_sight(buf)
  if not TEXTS[vim.bo[buf].buftype] then return nil end
  local buffer = desk:buffer(buf, filetype(buf))
  if not buffer:is_wanted() then return nil end
  edits.listen(desk, buf)
  return buffer:sync(function() return edits.catch_up(desk, buf) end) and buffer or nil
end

local function diagnose(buf, list)
  local items = {}
  for _, entry in ipairs(list) do
    local last, last_column = desk:buffer(buf).lines:place(entry.last)
    table.insert(items, {
      lnum = entry.line - 1,
      col = entry.column - 1,
      end_lnum = last - 1,
      end_col = last_column,
      message = entry.label,
      code = entry.kind,
      source = "whowhen",
      severity = vim.diagnostic.severity.WARN,
    })
  end
  vim.diagnostic.set(findings, buf, items)
end

--- The outcome of a command line at the cursor.
local function run(line)
  local buf = api.nvim_get_current_buf()
  local cursor = api.nvim_win_get_cursor(0)
  local pos = api.nvim_buf_get_offset(buf, cursor[1] - 1) + cursor[2] + 1
  if not desk.broken then edits.listen(desk, buf) end
  local function text() return edits.catch_up(desk, buf) end
  return command.run(desk, buf, filetype(buf), text, pos, line), buf
end

--- Keeps the findings up to date in a buffer that was checked once.
local function check_again(buf)
  api.nvim_create_autocmd({ "InsertLeave", "TextChanged" }, {
    group = group,
    buffer = buf,
    callback = desk:protect(function() diagnose(buf, run("check").findings or {}) end),
  })
end

local function show_list(outcome, buf)
  local items = {}
  for i, entry in ipairs(outcome.list) do
    local last, last_column = desk:buffer(buf).lines:place(entry.last)
    items[i] = {
      bufnr = buf,
      lnum = entry.line,
      col = entry.column,
      end_lnum = last,
      end_col = last_column + 1,
      text = entry.label,
    }
  end
  vim.fn.setloclist(0, {}, " ", { title = outcome.title, items = items })
  vim.cmd("lopen")
end

local function go_to(buf, pos)
  local line, column = desk:buffer(buf).lines:place(pos)
  vim.cmd("normal! m'")
  api.nvim_win_set_cursor(0, { line, column - 1 })
  if api.nvim_get_mode().mode == "n" then vim.cmd("normal! zv") end
end

local function perform(outcome, buf)
  if outcome.select then go_to(buf, outcome.select.first) end
  if outcome.findings then
    local first = not vim.b[buf].whowhen_checked
    vim.b[buf].whowhen_checked = true
    diagnose(buf, outcome.findings)
    if first then check_again(buf) end
  end
  if outcome.list then show_list(outcome, buf) end
  if outcome.lines then
    vim.lsp.util.open_floating_preview(outcome.lines, "", { focus_id = "whowhen" })
  end
  if outcome.repaint then vim.cmd("redraw!") end
  if outcome.message then api.nvim_echo({ { outcome.message } }, false, {}) end
end

--- Runs what follows :WhoWhen.
---@param line string
function M.command(line)
  M.start()
  desk:protect(function() perform(run(line)) end, true)()
end

--- Completes a command line.
---@param line string
---@return string[]
function M.complete(line)
  return command.complete((line:gsub("^.-WhoWhen!?%s", "", 1)))
end

--- How many mentions the current buffer has, for 'statusline': %{v:lua.require'…'.statusline()}.
---@return string
function M.statusline()
  local buffer = desk and desk.buffers[api.nvim_get_current_buf()]
  return buffer and buffer:status() or ""
end

--- The document of a buffer, up to date, for other plugins; nil where nothing is marked.
---@param buf integer
---@return whowhen.Document?
function M.document(buf)
  M.start()
  local buffer = desk:protect(buffer_in_sight)(buf)
  return buffer and buffer.document
end

--- Whether the module can be loaded, and why not; and what failed, when something did.
function M.load()
  return pcall(desk.module, desk)
end
function M.broken()
  return desk and desk.broken
end

--- Starts marking; the plugin calls it.
function M.start()
  if group then return end
  group = api.nvim_create_augroup("whowhen", {})
  desk = command.desk(options, say)
  paint.start(group, desk, buffer_in_sight)
  api.nvim_create_autocmd("BufWipeout", {
    group = group,
    callback = function(event) desk:forget(event.buf) end,
  })
  if desk.config.keys then
    vim.keymap.set({ "n", "x", "o" }, "]w", "<Plug>(whowhen-next)", { remap = true })
    vim.keymap.set({ "n", "x", "o" }, "[w", "<Plug>(whowhen-previous)", { remap = true })
  end
end

--- Sets options; not needed.
---@param user_options? whowhen.Config
function M.setup(user_options)
  options = user_options
  if group then
    M.disable()
    M.start()
  end
end

--- Undoes everything: no marks, no events, no memory.
function M.disable()
  if not group then return end
  api.nvim_del_augroup_by_id(group)
  group = nil
  paint.stop()
  edits.stop()
  for _, buf in ipairs(api.nvim_list_bufs()) do
    desk:forget(buf)
    vim.diagnostic.reset(findings, buf)
  end
  vim.cmd("redraw!")
end

return M
