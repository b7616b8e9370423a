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

-- What can be mapped: each is <Plug>(whowhen-NAME), and counts work where they mean something.
local function plug(modes, name, action)
  for mode in modes:gmatch(".") do
    local keys = ("<Plug>(whowhen-%s)"):format(name)
    vim.api.nvim_set_keymap(mode, keys, ("<Cmd>%s<CR>"):format(action), { noremap = true })
  end
end
for name in ("cast check explain fix ignore info iso list panel pick reload same status style "
  .. "timeline toggle values"):gmatch("%a+") do
  plug("n", name, "WhoWhen " .. name)
end
for name, line in pairs({ next = "next", previous = "previous", ["next-same"] = "next same",
  ["previous-same"] = "previous same", ["next-article"] = "article",
  ["previous-article"] = "article previous" }) do
  plug("nxo", name, ("execute 'WhoWhen %s' v:count1"):format(line))
end
plug("xo", "im", "lua require('whowhen.host.nvim').select(false)")
plug("xo", "am", "lua require('whowhen.host.nvim').select(true)")

-- A plugin manager may come when the editor runs already.
if vim.v.vim_did_enter == 1 then
  host().start()
else
  vim.api.nvim_create_autocmd("VimEnter", { once = true, callback = function() host().start() end })
end
