-- The entry that Neovim runs at its start.  The C module is loaded when a text is first in sight.
if vim.g.loaded_whowhen or vim.fn.has("nvim-0.7") == 0 then return end
vim.g.loaded_whowhen = true

vim.api.nvim_create_user_command("WhoWhen", function(call)
  require("whowhen.host.nvim").command(call.args)
end, {
  nargs = "*",
  complete = function(_, line) return require("whowhen.host.nvim").complete(line) end,
  desc = "Who and when in news text",
})

for _, name in ipairs({ "next", "previous", "info", "list", "toggle", "same" }) do
  vim.keymap.set({ "n", "x", "o" }, "<Plug>(whowhen-" .. name .. ")", function()
    local count = (name == "next" or name == "previous") and " " .. vim.v.count1 or ""
    require("whowhen.host.nvim").command(name .. count)
  end)
end

local function start()
  require("whowhen.host.nvim").start()
end

-- A plugin manager may come when the editor runs already.
if vim.v.vim_did_enter == 1 then
  start()
else
  vim.api.nvim_create_autocmd("VimEnter", { once = true, callback = start })
end
