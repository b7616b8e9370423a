-- Runs inside Neovim, with the language server as a client of its own: random edits, after which
-- the server's marks are those of the text handed over anew.
local commands = {
  "normal! Oon 2024-07-14 it rained", "normal! dd", "normal! u", "normal! \18", "normal! ddp",
  "normal! J", "%s/e/é🙂/ge", "%s/é/\\r/ge", "normal! yyP", "normal! x", "normal! D", "normal! xp",
  "normal! A next Monday", "move 0", "copy $", "2,3delete", "normal! >>",
  "put =['a','Friday']",
}
math.randomseed(5)
local lsp, buf = vim.lsp, vim.api.nvim_get_current_buf()
local told = 0
local options = {
  name = "whowhen",
  cmd = { vim.env.WHOWHEN, "--lsp" },
  root_dir = vim.loop.cwd(),
  handlers = { ["textDocument/publishDiagnostics"] = function() told = told + 1 end },
}
local id = lsp.start_client and lsp.start_client(options) or lsp.start(options, { bufnr = buf })
local client
vim.wait(10000, function()
  client = lsp.get_client_by_id(id)
  return client and client.initialized
end)
lsp.buf_attach_client(buf, id)

local function request(method, params)
  local answer
  local function done(err, result) answer = { err = err, result = result } end
  -- 0.11 made a method of it.
  if vim.fn.has("nvim-0.11") == 1 then
    client:request(method, params, done, buf)
  else
    client.request(method, params, done, buf)
  end
  vim.wait(10000, function() return answer ~= nil end, 5)
  return answer and answer.result
end
local function notify(method, params)
  if vim.fn.has("nvim-0.11") == 1 then client:notify(method, params) else
    client.notify(method, params)
  end
end
local function tokens(uri)
  local result = request("textDocument/semanticTokens/full", { textDocument = { uri = uri } })
  return result and table.concat(result.data, " ") or "nothing"
end

local uri, wrong, marks = vim.uri_from_bufnr(buf), 0, 0
for i = 1, 40 do
  for _ = 1, math.random(3) do
    local row = math.random(vim.api.nvim_buf_line_count(buf))
    vim.api.nvim_win_set_cursor(0, { row, math.random(0, 40) })
    pcall(vim.cmd, "silent! " .. commands[math.random(#commands)])
  end
  local text = table.concat(vim.api.nvim_buf_get_lines(buf, 0, -1, false), "\n") .. "\n"
  local fresh = "file:///fresh" .. i
  notify("textDocument/didOpen", { textDocument = { uri = fresh, version = 0,
    languageId = "text", text = text } })
  local followed = tokens(uri)
  if followed ~= tokens(fresh) or followed == "nothing" then wrong = wrong + 1 end
  marks = marks + select(2, followed:gsub("%d+", ""))
end
local first = vim.fn.search("2024-07-14", "w")
if first == 0 then
  vim.fn.append(0, "on 2024-07-14")
  first = 1
end
local column = vim.fn.getline(first):find("2024-07-14", 1, true) - 1
local before = vim.fn.strchars(vim.fn.getline(first):sub(1, column))
local hover = request("textDocument/hover", { textDocument = { uri = uri },
  position = { line = first - 1, character = before } })
print(("%d wrong, marks %s, encoding %s, hover %s, diagnostics %s"):format(wrong, marks > 100,
  client.offset_encoding, hover and hover ~= vim.NIL and hover.contents.value:match("^%a+"),
  told > 0))
vim.cmd("qa!")
