-- The entry that Neovim runs at its start.  The rest is loaded when there is a text to be marked.
if vim.g.loaded_whowhen or vim.fn.has("nvim-0.7") == 0 then return end
vim.g.loaded_whowhen = true

local function host()
  return require("whowhen.host.nvim")
end

vim.api.nvim_create_user_command("WhoWhen", function(call)
  local count = call.count > 0 and " " .. call.count or ""
  host().command((call.args:gsub("^%S+", "%0" .. count)))
end, {
  nargs = "*",
  count = 0,
  bar = true,
  complete = function(_, line) return host().complete(line) end,
  desc = "Who and when in news text",
})

-- The commands that can be mapped, and what is typed behind their names.
local COUNTED = { next = true, previous = true, article = true }
for _, name in ipairs({ "article", "cast", "check", "explain", "fix", "info", "iso", "list",
  "next", "panel", "pick", "previous", "reload", "same", "status", "style", "timeline", "toggle",
  "values" }) do
  vim.keymap.set({ "n", "x", "o" }, "<Plug>(whowhen-" .. name .. ")", function()
    host().command(name .. (COUNTED[name] and " " .. vim.v.count1 or ""))
  end)
end
for name, line in pairs({ ["next-same"] = "next same", ["previous-same"] = "previous same",
  ["article-back"] = "article previous" }) do
  vim.keymap.set({ "n", "x", "o" }, "<Plug>(whowhen-" .. name .. ")", function()
    host().command(line .. " " .. vim.v.count1)
  end)
end
vim.keymap.set({ "x", "o" }, "<Plug>(whowhen-im)", function() host().select(false) end)
vim.keymap.set({ "x", "o" }, "<Plug>(whowhen-am)", function() host().select(true) end)

-- A plugin manager may come when the editor runs already.
if vim.v.vim_did_enter == 1 then
  host().start()
else
  vim.api.nvim_create_autocmd("VimEnter", { once = true, callback = function() host().start() end })
end
