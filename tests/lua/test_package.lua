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

-- What there is, is told: functions of the module to editors, methods and options to people.
local meta, told = contents("lua/whowhen/meta.lua"), contents("doc/lua.md")
local core = require("whowhen_core")
local function core_methods()
  local list = {}
  for name in pairs(getmetatable(core.new()).__index) do list[name] = true end
  return list
end
local function names_in(text, pattern)
  local list = {}
  for name in text:gmatch(pattern) do list[name] = true end
  return list
end
local function same_names(label, have, want)
  for name in pairs(have) do check(label .. ": " .. name .. " is told", want[name]) end
  for name in pairs(want) do check(label .. ": " .. name .. " is there", have[name]) end
end
same_names("module", core_methods(), names_in(meta, "\nfunction document:([%w_]+)%("))
local functions = {}
for name, value in pairs(core) do
  if type(value) == "function" then functions[name] = true end
end
same_names("module", functions, names_in(meta, "\nfunction core%.([%w_]+)%("))
local methods = names_in(contents("lua/whowhen/document.lua"), "\nfunction Document:([%w_]+)%(")
methods.claim = nil -- of no use to others
same_names("document", methods, names_in(told, "`doc:([%w_]+)%("))
local has_option = names_in(told:match("| option | is |(.-)\n\n"), "\n| `([%w_]+)` |")
same_names("options", names_in(table.concat(require("whowhen.document").OPTIONS, " "), "%S+"),
  has_option)
for name in pairs(require("whowhen")) do
  check("whowhen." .. name .. " is told", told:find("`whowhen." .. name, 1, true))
end

-- What the command's help says of findings that are off is so.
do
  local chosen = require("whowhen.finding").choose()
  for _, option in ipairs(options.OPTIONS) do
    for id, on in pairs(option.name == "findings" and chosen or {}) do
      if not on then check("the help names " .. id, option.help:find(id, 1, true)) end
    end
  end
end
for _, pack in ipairs(require("whowhen.pack.list")) do
  check("pack " .. pack, build.modules["whowhen.pack." .. pack])
end
for _, format in ipairs(require("whowhen.report.list").FORMATS) do
  check("format " .. format, build.modules["whowhen.report." .. format])
end
-- The table of options in doc/command.md is the list.
local rows = {}
for _, section in ipairs(options.SECTIONS) do
  table.insert(rows, ("| **%s** | |\n"):format(section.title))
  for _, option in ipairs(options.OPTIONS) do
    if option.section == section.key then
      table.insert(rows, ("| `%s` | %s |\n"):format(options.head(option), option.brief))
    end
  end
end
equal("doc/command.md has the options",
  contents("doc/command.md"):match("|%-%-%-|%-%-%-|\n(.-)\n\n") .. "\n", table.concat(rows))

-- The colours that are told are those that there are.
local terminal = require("whowhen.cli.terminal")
local usual = terminal.colors()
for label, text in pairs({
  help = options.ENVIRONMENT[1].help:gsub(": ", ":"),
  ["doc/command.md"] = contents("doc/command.md"),
}) do
  local wanted = text:match("date=%d[%w=;:]*misc=%d")
  local n = 0
  for kind, color in wanted:gmatch("(%l+)=([%d;]*)") do
    n = n + 1
    equal(label .. ": the colour of " .. kind, color, usual[kind])
  end
  equal(label .. ": all kinds have one", n, #require("whowhen.kinds").NAMES)
end

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
