--- Neovim adapter: the door.  It looks for a text that is to be marked, and loads the rest when
--- there is one or the user asks: an editor that is opened on a program pays nothing.
---
--- The plugin works without setup(); see :help whowhen.
local api = vim.api

local M = {}

local group ---@type integer? Our autocommands, while we are on.
local options ---@type whowhen.Config?

local function say(message)
  vim.schedule(function() vim.notify(message, vim.log.levels.WARN) end)
end

--- The rest of the adapter, which does the work.
local function work()
  return require("whowhen.host.nvim_work")
end

--- Loads the rest and starts to paint.
local function open()
  if not group then M.start() end
  if not work().is_open() then work().open(group, options, say) end
end

--- Whether a buffer is a text that is to be marked without being asked.
local function is_wanted(buf)
  if vim.bo[buf].buftype ~= "" and vim.bo[buf].buftype ~= "acwrite" then return false end
  local config, filetype = require("whowhen.config"), vim.bo[buf].filetype
  if filetype == "" then filetype = config.filetype(api.nvim_buf_get_name(buf)) end
  return config.marks(config.merge(options), filetype)
end

--- Looks at a buffer that comes into sight; true, so that nobody looks on, when it is to be marked.
local function look(buf)
  if not api.nvim_buf_is_loaded(buf) or not is_wanted(buf) then return end
  open()
  return true
end

--- Starts looking; the plugin calls it.
function M.start()
  if group then return end
  group = api.nvim_create_augroup("whowhen", {})
  api.nvim_create_autocmd({ "BufWinEnter", "FileType" }, {
    group = group,
    callback = function(event) return look(event.buf) end,
  })
  for _, win in ipairs(api.nvim_list_wins()) do
    if look(api.nvim_win_get_buf(win)) then break end
  end
end

--- Sets options; not needed.  What is wrong in them is said at once.
---@param user_options? whowhen.Config
function M.setup(user_options)
  local _, message = require("whowhen.config").merge(user_options)
  if message then say("whowhen: " .. message) end
  local config = {}
  -- What is wrong was said, and is not said again by the rest.
  for name, value in pairs(type(user_options) == "table" and user_options or {}) do
    local _, trouble = require("whowhen.config").merge({ [name] = value })
    if not trouble then config[name] = value end
  end
  options = config
  if config.keys then require("whowhen.host.nvim_move").map_keys() end
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
  if package.loaded["whowhen.host.nvim_work"] then work().close() end
end

--- Runs what follows :WhoWhen.
---@param line string
function M.command(line)
  open()
  work().command(line)
end

--- Completes a command line.
---@param line string
---@return string[]
function M.complete(line)
  open()
  return work().complete((line:gsub("^.-WhoWhen!?%s", "", 1)))
end

--- How many mentions the current buffer has, for 'statusline': %{v:lua.require'…'.statusline()}.
---@return string
function M.statusline()
  local loaded = package.loaded["whowhen.host.nvim_work"]
  return loaded and loaded.status(api.nvim_get_current_buf()) or ""
end

--- The document of a buffer, up to date, for other plugins; nil where nothing is marked.
---@param buf integer
---@return whowhen.Document?
function M.document(buf)
  open()
  return work().document(buf == 0 and api.nvim_get_current_buf() or buf)
end

--- For 'foldexpr': a fold an article.
---@param line integer
---@return string
function M.foldexpr(line)
  open()
  return work().fold_level(api.nvim_get_current_buf(), line)
end

--- Selects the mention at the cursor or the next of its line, for mappings.
---@param around boolean With the blanks behind it, or before.
function M.select(around)
  open()
  work().select(around)
end

--- Whether the module can be loaded, and why not; and what failed, when something did.
function M.load()
  open()
  return work().load()
end
function M.broken()
  local loaded = package.loaded["whowhen.host.nvim_work"]
  return loaded and loaded.broken()
end

return M
