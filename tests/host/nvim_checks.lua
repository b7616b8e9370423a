-- Runs inside Neovim, without a screen: what commands do to the text, the cursor and the windows.
local api = vim.api
local host = require("whowhen.host.nvim")
local wrong, checks = 0, 0

local function equal(label, got, want)
  checks = checks + 1
  if got == want then return end
  wrong = wrong + 1
  print(("not ok - %s: got %s, want %s"):format(label, vim.inspect(got), vim.inspect(want)))
end

local function text(lines, filetype)
  vim.cmd("enew!")
  vim.bo.filetype = filetype or "text"
  api.nvim_buf_set_lines(0, 0, -1, false, lines)
  api.nvim_win_set_cursor(0, { 1, 0 })
  -- What comes now is undone apart.
  vim.cmd("let &undolevels = &undolevels")
end
local function line(n)
  return api.nvim_buf_get_lines(0, (n or 1) - 1, n or 1, false)[1]
end
local function at(word)
  vim.fn.cursor(1, 1)
  vim.fn.search(word, "cW")
end
local function messages()
  return api.nvim_exec("messages", true)
end
local function keys(typed)
  api.nvim_feedkeys(api.nvim_replace_termcodes(typed, true, false, true), "mtx", false)
end

local STORY = {
  " date 2024-07-14 X - He left on Friday, July 13. Judge Mary Sommer said", "no, and",
  "Sommer left on July 9 again.",
}

-- Fixing, with and without a choice; in one step to be undone.
text(STORY)
at("July 13")
vim.ui.select = function(items, options, done)
  equal("the question", options.prompt:find("was a Saturday", 1, true) ~= nil, true)
  equal("the first answer", options.format_item(items[1]), "Friday, July 12")
  done(items[1], 1)
end
vim.cmd("WhoWhen fix")
equal("fix", line():find("Friday, July 12.", 1, true) ~= nil, true)
vim.cmd("normal! u")
equal("undone", line(), STORY[1])
vim.cmd("WhoWhen fix 2")
equal("fix 2", line():find("Saturday, July 13.", 1, true) ~= nil, true)
vim.cmd("normal! u")
vim.bo.modifiable = false
vim.cmd("WhoWhen fix 2")
equal("a text that is not to be changed", line(), STORY[1])
vim.bo.modifiable = true

at("July 9")
vim.cmd("WhoWhen iso")
equal("iso", line(3), "Sommer left on 2024-07-09 again.")
vim.cmd("WhoWhen style british")
equal("style", line(3), "Sommer left on 9 July 2024 again.")
vim.cmd("WhoWhen style | WhoWhen iso")
equal("two commands", line(3), "Sommer left on 2024-07-09 again.")
equal("in :messages", messages():find("9 July 2024 -> July 9", 1, true) ~= nil, true)

-- Going round, with counts.
text(STORY)
vim.cmd("2WhoWhen next")
equal("a count", vim.fn.col("."), STORY[1]:find("Friday"))
vim.cmd("WhoWhen next 3 person")
equal("wraps", vim.fn.line("."), 1)
vim.o.wrapscan = false
vim.cmd("WhoWhen previous person")
equal("does not wrap", vim.fn.col("."), STORY[1]:find("Mary"))
vim.o.wrapscan = true
vim.cmd("WhoWhen next same")
equal("next same", vim.fn.line("."), 3)
equal("names are completed", table.concat(host.complete("WhoWhen goto ma"), "|"), "Mary Sommer")
equal("kinds too", table.concat(host.complete("WhoWhen list date,ti"), "|"), "date,time")
equal("a command of our own", table.concat(host.complete("WhoWhen va"), "|"), "values")

-- Text objects.
vim.keymap.set({ "x", "o" }, "im", "<Plug>(whowhen-im)", { remap = true })
vim.keymap.set({ "x", "o" }, "am", "<Plug>(whowhen-am)", { remap = true })
text({ "on July 9 é Müller left for Zürich." })
at("uly")
keys("dim")
equal("dim", line(), "on  é Müller left for Zürich.")
keys("u")
at("uly")
keys("dam")
equal("dam", line(), "on é Müller left for Zürich.")
keys("u0cimthen<Esc>")
equal("the next of the line", line(), "on then é Müller left for Zürich.")
text({ "nobody is here" })
keys("dim")
equal("none", line(), "nobody is here")

-- Code in markdown.
text({ "On 2024-07-14, `2023`:", "```", "2022", "```", "2021" }, "markdown")
vim.cmd("WhoWhen next 2")
equal("over code", vim.fn.line("."), 5)

-- Folds, and going by articles.
local wire = {}
for i = 1, 3 do
  table.insert(wire, ("date 2024-07-1%d X - One."):format(i))
  table.insert(wire, "")
  table.insert(wire, "Two.")
  table.insert(wire, "")
end
text(wire)
vim.wo.foldmethod = "expr"
vim.wo.foldexpr = "v:lua.require'whowhen.host.nvim'.foldexpr(v:lnum)"
vim.cmd("normal! zM")
equal("its first line", vim.fn.foldclosed(6), 5)
equal("its last line", vim.fn.foldclosedend(6), 8)
vim.cmd("normal! zR")
vim.wo.foldmethod = "manual"
vim.fn.cursor(1, 1)
vim.cmd("WhoWhen article 2")
equal("article", vim.fn.line("."), 9)
vim.cmd("WhoWhen article previous")
equal("article previous", vim.fn.line("."), 5)

-- A new text, and the panel.
text(STORY)
vim.cmd("WhoWhen export csv")
equal("export", vim.bo.filetype .. line():match("^%a+"), "csvfile")
vim.cmd("bwipeout")
local windows = #api.nvim_list_wins()
vim.cmd("WhoWhen panel")
equal("a panel", #api.nvim_list_wins(), windows + 1)
local beside = api.nvim_list_wins()[windows + 1]
local names = api.nvim_buf_get_lines(api.nvim_win_get_buf(beside), 0, -1, false)
equal("the cast", names[1], "  2 x  Judge Mary Sommer")
api.nvim_buf_set_lines(0, -1, -1, false, { "Mr. Bob Stone came." })
vim.cmd("redraw")
api.nvim_exec_autocmds("CursorMoved", { buffer = 0 })
names = api.nvim_buf_get_lines(api.nvim_win_get_buf(beside), 0, -1, false)
equal("follows", names[2] and names[2]:find("Bob Stone", 1, true) ~= nil, true)
vim.cmd("WhoWhen panel")
equal("closed", #api.nvim_list_wins(), windows)

-- A long list comes in slices.
local long = {}
for i = 1, 1500 do long[i] = "On 2024-07-14 it rained." end
text(long)
vim.cmd("WhoWhen list")
vim.wait(10000, function() return #vim.fn.getloclist(0) == 1500 end)
equal("a long list", #vim.fn.getloclist(0), 1500)
vim.cmd("lclose")

-- Faults: nothing is off, and the three kinds of name differ.
text({ "" })
for _, name in ipairs({ "check", "cast", "timeline", "list", "info", "explain", "same", "status",
  "next", "previous", "fix", "iso", "style", "pick", "article", "goto x", "export csv",
  "nonsense" }) do
  vim.cmd("WhoWhen " .. name)
  if vim.bo.buftype == "nofile" then vim.cmd("bwipeout") end
  equal(name .. " in an empty text", host.broken(), nil)
end
local function color(name)
  local look = api.nvim_get_hl_by_name(name, true)
  return look.foreground or 0
end
for _, background in ipairs({ "light", "dark" }) do
  for _, theme in ipairs({ "default", "blue", "desert", "morning", "slate" }) do
    vim.cmd("set termguicolors background=" .. background)
    vim.cmd("silent! colorscheme " .. theme)
    local person, org, place = color("WhoWhenPerson"), color("WhoWhenOrg"), color("WhoWhenPlace")
    equal(("names differ: %s, %s"):format(theme, background),
      person ~= org and org ~= place and person ~= place, true)
  end
end

print(("%d checked, %d wrong"):format(checks, wrong))
vim.cmd("qa!")
