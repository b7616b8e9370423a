--- The cast beside the text, in a window that follows the cursor: who is in this article, how
--- often, and who of them is meant here.
local describe = require("whowhen.describe")
local api = vim.api

local M = {}

local WIDTH = 34 -- A name with its title, and how often.
local ns = api.nvim_create_namespace("whowhen_panel")

---@class whowhen.Panel
---@field win integer
---@field buf integer
---@field text integer The buffer that it is about.
---@field document? whowhen.Document
---@field generation? integer
---@field article? integer
---@field names? string[] Those of its lines.

local panel ---@type whowhen.Panel?

local function is_open()
  return panel and api.nvim_win_is_valid(panel.win) and api.nvim_buf_is_valid(panel.buf)
end

--- Closes the panel.
function M.close()
  if is_open() then api.nvim_win_close(panel.win, true) end
  panel = nil
end

local function write(lines)
  vim.bo[panel.buf].modifiable = true
  api.nvim_buf_set_lines(panel.buf, 0, -1, false, lines)
  vim.bo[panel.buf].modifiable = false
end

local function fill(buffer, article)
  local lines, names = {}, {}
  for i, who in ipairs(buffer.document:cast(article)) do
    lines[i], names[i] = describe.member(who), who.name
  end
  panel.names = names
  write(lines[1] and lines or { "nobody is named" })
end

--- Brings the panel up to date with the cursor of a text.
---@param buffer whowhen.Buffer
---@param buf integer
---@param pos integer
function M.follow(buffer, buf, pos)
  if not panel then return end
  if not is_open() then
    panel = nil
    return
  end
  if api.nvim_get_current_win() == panel.win then return end
  local document = buffer.document
  local article = document:article_at(math.max(1, math.min(pos, document:len() + 1)))
  if panel.document ~= document or panel.generation ~= document.generation
    or panel.article ~= article.index or panel.text ~= buf then
    panel.document, panel.generation = document, document.generation
    panel.article, panel.text = article.index, buf
    fill(buffer, article)
  end
  api.nvim_buf_clear_namespace(panel.buf, ns, 0, -1)
  local m = buffer:at(pos)
  for i, name in ipairs(m and m.entity and panel.names or {}) do
    if name == m.entity.name then
      api.nvim_buf_add_highlight(panel.buf, ns, "WhoWhenSame", i - 1, 0, -1)
      api.nvim_win_set_cursor(panel.win, { i, 0 })
    end
  end
end

--- Goes from a line of the panel to the next mention of who is in it.
local function go_to_member(again)
  local name = panel.names[api.nvim_win_get_cursor(0)[1]]
  local win = vim.fn.win_findbuf(panel.text)[1]
  if not win then return end
  api.nvim_set_current_win(win)
  if name then again("goto " .. name) end
end

--- The command: `panel` opens it or closes it.
---@param run fun(line: string)
---@return whowhen.Command
function M.command(run)
  return {
    help = "the cast of this article beside the text, or no longer",
    run = function(buffer, pos)
      if is_open() then
        M.close()
        return {}
      end
      local text, win = api.nvim_get_current_buf(), api.nvim_get_current_win()
      vim.cmd(("botright vertical %dnew"):format(WIDTH))
      panel = { win = api.nvim_get_current_win(), buf = api.nvim_get_current_buf(), text = -1 }
      vim.bo[panel.buf].buftype, vim.bo[panel.buf].bufhidden = "nofile", "wipe"
      vim.wo[panel.win].number, vim.wo[panel.win].wrap = false, false
      vim.wo[panel.win].winfixwidth, vim.wo[panel.win].cursorline = true, true
      vim.keymap.set("n", "<CR>", function() go_to_member(run) end, { buffer = panel.buf })
      api.nvim_set_current_win(win)
      M.follow(buffer, text, pos)
      return {}
    end,
  }
end

return M
