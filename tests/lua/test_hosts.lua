--- What is written about hosts is what there is: every command and option is in the table of hosts
--- and in Neovim's help.
local support = require("support")
local command = require("whowhen.command")
local config = require("whowhen.config")
local check = support.check

local function contents(name)
  local file = assert(io.open(name, "rb"))
  local text = file:read("*a")
  file:close()
  return text
end

local hosts, help = contents("doc/hosts.md"), contents("doc/whowhen.txt")
local ROWS = hosts:match("\n|.-\n\n")
for _, name in ipairs(command.NAMES) do
  check("doc/hosts.md has the command " .. name, ROWS:find("`" .. name .. "`", 1, true))
  check("the help has the command " .. name, help:find("\n:WhoWhen %[?" .. name))
  check("it is explained: " .. name, command.help(name):find("%l"))
end
for _, name in ipairs(config.NAMES) do
  check("doc/hosts.md has the option " .. name, hosts:find("`" .. name .. "`", 1, true))
  check("the help has the option " .. name, help:find("\n    " .. name .. " = ", 1, true))
end

-- What Neovim maps are commands that there are.
local plugin = contents("plugin/whowhen.lua")
local names = {}
for _, name in ipairs(command.NAMES) do names[name] = true end
names.values, names.panel = true, true
for words in plugin:gmatch('"([%a ]+)"[%s%.)]') do
  for name in words:gmatch("%a+") do
    if #words > 40 then check("<Plug> of a command: " .. name, names[name]) end
  end
end
for name in help:match("The others are.-Counts work"):gmatch("%-(%l+)[,.]") do
  check("the help's <Plug> " .. name, plugin:find("%f[%a]" .. name .. "%f[%A]"))
end

support.finish()
