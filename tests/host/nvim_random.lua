-- Runs inside Neovim: random edits, after each of which the document equals the buffer.
local commands = {
  "normal! Oon 2024-07-14 it rained", "normal! dd", "normal! u", "normal! \18", "normal! ddp",
  "normal! J", "%s/e/é🙂/ge", "%s/é/\\r/ge", "g/rain/d", "normal! yyP", "normal! ggyGGp",
  "normal! x", "normal! D", "normal! ]p", "normal! xp", "%s/\\n\\n/\\r/ge",
  "normal! \22jlcX July 3\27", "normal! A next Monday", "move 0", "copy $", "%join", "normal! gUU",
  "undo 0", "later 5", "earlier 3", "normal! ggdG", "%!cat", "2,3delete", "normal! >>", "sort",
  "put =['a','Friday']", "normal! ggVGrx", "redo",
}
math.randomseed(tonumber(os.getenv("SEED")) or 7)
local host = require("whowhen.host.nvim")
local start = vim.api.nvim_buf_get_lines(0, 0, -1, false)
local buf, wrong, whole = vim.api.nvim_get_current_buf(), 0, 0

-- How often the adapter had to read everything: the reports of edits are to be enough, mostly.
local get_lines = vim.api.nvim_buf_get_lines
vim.api.nvim_buf_get_lines = function(b, first, last, strict)
  if last == -1 then whole = whole + 1 end
  return get_lines(b, first, last, strict)
end

local EDITS, usual = 400, nil
for i = 1, EDITS do
  for _ = 1, math.random(3) do
    local row = math.random(vim.api.nvim_buf_line_count(buf))
    vim.api.nvim_win_set_cursor(0, { row, math.random(0, 40) })
    pcall(vim.cmd, "silent! " .. commands[math.random(#commands)])
  end
  if vim.api.nvim_buf_line_count(buf) > 300 then
    vim.api.nvim_buf_set_lines(buf, 0, -1, false, start)
  end
  -- From here on a file without a newline at its end, of which Neovim reports too little.
  if i == EDITS / 2 then
    usual = whole
    vim.cmd("set noeol nofixeol")
  end
  local document = host.document(buf)
  local text = table.concat(get_lines(buf, 0, -1, false), "\n") .. "\n"
  if not document or document:text() ~= text then
    wrong = wrong + 1
    print("not ok - edit " .. i .. ": " .. tostring(host.broken()))
  end
end
print(("%d edits, %d wrong, %d of the first half read whole"):format(EDITS, wrong, usual))
vim.cmd("qa!")
