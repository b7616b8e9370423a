-- What README.md and doc/*.md show is run as it stands there, in an empty home:
--
--     ```console      lines that begin with "$ " are typed, and print the lines below them; "..."
--                     stands for any lines
--     ```lua, ```c    after a line <!-- file: NAME --> are written to that file; C is compiled;
--                     without one, Lua is run
--     ```lua          after a line <!-- host --> is for an editor: it must compile
--
-- What people put into the configuration of an editor is tested in tests/host.
local shell = require("shell")
local support = require("support")
local check = support.check

if support.ABI ~= "lua5.4" or support.BUILD ~= "build" then
  check("run by the tests of Lua 5.4", true)
  support.finish()
end

local tree = shell.output("pwd"):match("[^\n]+")
local folder = shell.output("mktemp -d"):match("[^\n]+")
os.execute(("mkdir %s/home && cp tests/corpus/sample.txt %s/article.txt"):format(folder, folder))
local lua_path = ("%s/lua/?.lua;%s/lua/?/init.lua;;"):format(tree, tree)
local setting = ("cd %s && env -i HOME=%s/home TERM=dumb PATH='%s/build:%s' LANG=C.UTF-8 "
  .. "LUA_PATH='%s' LUA_CPATH='%s/build/lua5.4/?.so;;' "):format(folder, folder, tree,
  os.getenv("PATH"), lua_path, tree)

local function run(command)
  shell.write(folder .. "/command", command .. "\n")
  return shell.output(setting .. "sh ./command")
end

--- Whether lines are those wanted, of which "..." are any.
local function fits(got, want)
  local pattern = want:gsub("[^%w\n]", "%%%0"):gsub("(\n?)%%%.%%%.%%%.\n", "%1.-")
  return got:find("^" .. pattern .. "$") ~= nil
end

local function console(label, block)
  local at = 1
  while at <= #block do
    local command, past = block:match("^%$ ([^\n]*)\n()", at)
    if not command then
      check(label .. ": a block begins with a command", false, block)
      return
    end
    local stop = block:find("\n%$ ", past - 1) or #block
    local want = block:sub(past, stop)
    local got = run(command)
    check(("%s: %s"):format(label, command), fits(got, want), got)
    at = stop + 1
  end
end

local function compile(name)
  return shell.output(("%s -std=c11 -Wall -Wextra -Iinclude %s/%s build/libwhowhen.a "
    .. "$(pkg-config --libs libpcre2-8) -o %s/%s"):format(os.getenv("CC") or "cc", folder, name,
    folder, name:match("^[^.]+")))
end

local blocks = 0
for path in shell.output("ls README.md doc/*.md"):gmatch("[^\n]+") do
  local text = shell.read(path)
  for before, language, block in text:gmatch("([^\n]*)\n```(%l+)\n(.-)\n```") do
    local name = before:match("^<!%-%- file: ([%w._-]+) %-%->$")
    block = block .. "\n"
    blocks = blocks + 1
    if name then
      shell.write(folder .. "/" .. name, block)
      if language == "c" then
        support.equal(path .. ": " .. name .. " compiles", compile(name), "")
      end
    elseif language == "console" then
      console(path, block)
    elseif before == "<!-- host -->" then
      local compiled = load("return " .. block) or load(block)
      check(path .. ": Lua compiles: " .. block:match("[^\n]*"), compiled)
    elseif language == "lua" then
      shell.write(folder .. "/block.lua", block)
      local got = shell.output(setting .. "lua5.4 block.lua && echo fine")
      check(path .. ": Lua runs: " .. block:match("[^\n]*"), got:find("fine\n$"), got)
    end
  end
end
check("blocks were run", blocks > 0)
os.execute("rm -rf " .. folder)
support.finish()
