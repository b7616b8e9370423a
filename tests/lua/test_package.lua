--- What is packaged is what there is: the rockspec, and the manual page of the command.
local support = require("support")
local options = require("whowhen.cli.options")
local check, equal = support.check, support.equal

local function output(command)
  local pipe = assert(io.popen(command))
  local text = pipe:read("*a")
  pipe:close()
  return text
end

local function contents(name)
  local file = assert(io.open(name, "rb"))
  local text = file:read("*a")
  file:close()
  return text
end

--- Runs a rockspec, which is Lua that assigns globals, and returns these.
local function rockspec(name)
  local fields = {}
  local setfenv = rawget(_G, "setfenv")
  if setfenv then
    local chunk = assert(loadfile(name))
    setfenv(chunk, fields)()
  else
    assert(loadfile(name, "t", fields))()
  end
  return fields
end

local build = rockspec("whowhen-scm-1.rockspec").build
local listed, sources = {}, {}
for _, source in ipairs(build.modules.whowhen_core.sources) do listed[source] = true end
for path in output("ls plugin/*.c plugin/table/*.c"):gmatch("[^\n]+") do
  -- Lite XL's entry needs a list that make generates; a rock is for Lua itself.
  if path ~= "plugin/lua_litexl.c" then
    check(path .. " is in the rockspec", listed[path])
    sources[path] = true
  end
end
for path in pairs(listed) do check(path .. " of the rockspec is there", sources[path]) end
for path in output("ls lua/whowhen/*.lua lua/whowhen/*/*.lua"):gmatch("[^\n]+") do
  local name = path:match("^lua/(.*)%.lua$"):gsub("/init$", ""):gsub("/", ".")
  -- meta.lua tells editors what the module has, and is never loaded.
  if name ~= "whowhen.meta" then equal("module " .. name, build.modules[name], path) end
end
-- Neovim runs every Lua or Vim file below plugin/ at its start.
equal("below plugin/", output("find plugin -name '*.lua' -o -name '*.vim'"), "plugin/whowhen.lua\n")
local modules = 0
for name, path in pairs(build.modules) do
  modules = modules + 1
  if name ~= "whowhen_core" then check(name .. " is there", #contents(path) > 0) end
end
check("modules", modules > 30)

-- Installed below any PREFIX, an adapter finds the module.
local version = _VERSION:match("[%d.]+$")
local prefix = output("mktemp -d"):match("[^\n]+")
local share, lib = prefix .. "/share/lua/" .. version, prefix .. "/lib/lua/" .. version
os.execute(("mkdir -p %s %s && cp -r lua/whowhen %s && cp %s/%s/whowhen_core.so %s"):format(
  share, lib, share, support.BUILD, support.ABI, lib))
local program = [[print(pcall(function()
  return require("whowhen.desk").new(nil, print):module().document("2024-07-14"):at(1).kind
end))]]
local run = ("LUA_PATH='%s/?.lua;%s/?/init.lua' LUA_CPATH= %s -e '%s'"):format(share, share,
  arg[-1], program)
equal("installed elsewhere", output(run), "true\tdate\n")
os.execute("rm -r " .. prefix)

-- The command's Lua writes the page.
if support.ABI == "lua5.4" then
  local page = contents(support.BUILD .. "/whowhen.1")
  check("a manual page", page:find("^%.TH WHOWHEN 1 [^\n]+\n%.SH NAME\n"))
  local help = require("whowhen.cli.help").text()
  for _, option in ipairs(options.OPTIONS) do
    local head = options.head(option)
    check("the page has " .. head, page:find(".B " .. head:gsub("%-", "\\-"), 1, true))
    check("the help has " .. head, help:find("\n  " .. head, 1, true))
    check("something is said of " .. head, #option.brief <= 45 and option.help ~= "")
    check("its value has a kind: " .. head, (option.value ~= nil) == (option.takes ~= nil))
  end
  check("no line of it is a request by chance", not page:find("\n['.][^A-Z]"))
end

support.finish()
