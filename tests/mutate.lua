--- Changes one operator of the hand-written C at a time and sees whether a test fails:
---
---     lua5.4 tests/mutate.lua FOLDER COUNT SEED [PATTERN]
---     make mutate N=200 SEED=1 ONLY=date_
---
--- The tree is copied to FOLDER, which is where it is changed, built and tested.  PATTERN picks
--- files by their names.  A change that does not compile, or makes the very same object, is no
--- mutant.  What lives after all tests is printed: there a test is missing, or the change changes
--- nothing that can be seen.  The same SEED makes the same changes of the same sources.
---
--- Of a change its object alone is compiled, and a check is linked when its turn comes.  First
--- come those that found changes of the same file before, then those whose names are like the
--- file's, then the quick ones: most changes are found in a second.  What takes long is asked about
--- files alone that have a word of its name.
package.path = "tests/lua/?.lua;" .. package.path -- from the top of the tree
local shell = require("shell")

local folder, count, seed, only = arg[1], tonumber(arg[2]), tonumber(arg[3]), arg[4] or ""

--- A program that takes so many times as long as without a change has found it, and so many
--- seconds more, since other things may run: an endless loop.
local TIMES, MORE = 10, 10

--- Seconds from which on a program takes long.
local LONG = 5

--- Kilobytes that a program may have: a loop that asks for memory is endless, too.
local MEMORY = 4000000

--- These are about files or growth or what rules may use of Lua, not about what C does.
local LEFT_OUT = { install = true, package = true, house = true, docs = true, hosts = true,
  scale = true, growth = true, sandbox = true }

-- What an operator becomes.  Longer ones are looked for first.
local CHANGES = {
  { "==", { "!=" } }, { "!=", { "==" } }, { "<=", { "<", ">" } }, { ">=", { ">", "<" } },
  { "&&", { "||" } }, { "||", { "&&" } }, { "<<", {} }, { ">>", {} }, { "->", {} },
  { "++", { "--" } }, { "--", { "++" } }, { "+=", { "-=" } }, { "-=", { "+=" } },
  { "|=", { "&=" } }, { "&=", { "|=" } }, { "*=", {} }, { "/=", {} }, { "%=", {} }, { "^=", {} },
  { " < ", { " <= ", " > " } }, { " > ", { " >= ", " < " } }, { " + ", { " - " } },
  { " - ", { " + " } }, { " * ", { " / " } }, { " / ", { " * " } }, { " % ", { " / " } },
  { "!", { "" } }, { "true", { "false" } }, { "false", { "true" } },
}

--- The text with all that is no code made blank, so that positions stay: comments, strings,
--- characters and lines for the preprocessor.
local function code_of(text)
  local function blank(piece) return (piece:gsub("[^\n]", " ")) end
  local parts, at = {}, 1
  while at <= #text do
    local piece = text:match("^/%*.-%*/", at) or text:match("^//[^\n]*", at)
    local quote = text:match("^[\"']", at)
    local line = text:match("^#[^\n]*", at)
    if quote then
      local past = at + 1
      while text:sub(past, past) ~= quote do
        past = past + (text:sub(past, past) == "\\" and 2 or 1)
      end
      piece = text:sub(at, past)
    elseif line and (at == 1 or text:sub(at - 1, at - 1) == "\n") then
      piece = line
    end
    table.insert(parts, piece and blank(piece) or text:sub(at, at))
    at = at + (piece and #piece or 1)
  end
  return table.concat(parts)
end

--- All changes that can be made: { path, at, old, new }.
local function candidates()
  local list = {}
  for path in shell.output("cd " .. folder .. " && ls plugin/*.c"):gmatch("[^\n]+") do
    if path:find(only, 1, true) and not path:find("litexl") then
      local code = code_of(shell.read(folder .. "/" .. path))
      local at = 1
      while at <= #code do
        local width = 1
        for _, change in ipairs(CHANGES) do
          local old = change[1]
          if code:sub(at, at + #old - 1) == old
            and not (old:find("%a") and code:sub(at - 1, at + #old):find("[%w_]" .. old))
            and not (old:find("%a") and code:sub(at + #old, at + #old):find("[%w_]")) then
            for _, new in ipairs(change[2]) do
              table.insert(list, { path = path, at = at, old = old, new = new })
            end
            width = #old
            break
          end
        end
        at = at + width
      end
    end
  end
  return list
end

--- A random test draws the same each time, and a tenth of what it draws otherwise.
local ENVIRONMENT = "WW_SEED=1 WW_EDITS=1000 CK_FORK=no ABI=lua5.4 B=build "
  .. "LUA_PATH='lua/?.lua;lua/?/init.lua;tests/lua/?.lua;;' LUA_CPATH='build/lua5.4/?.so;;' "

local function make(goals)
  return shell.output(("MAKEFLAGS= make -s -C %s CC='%s' CFLAGS=-O1 %s"):format(folder,
    os.getenv("CC") or "cc", goals))
end

--- Runs a program, at most so many seconds; returns what it prints, and whether it went well.
local function run(program, seconds)
  return shell.output(("cd %s && ulimit -v %d && timeout %d env %s %s </dev/null"):format(folder,
    MEMORY, seconds, ENVIRONMENT, program.run))
end

--- The programs of the tests, each with what it needs and how long it takes.
local function programs()
  local list = {}
  for path in shell.output("cd " .. folder .. " && ls build/tests/check_*"):gmatch("[^\n]+") do
    local room = path:match("check_([%w_]+)$")
    if room and not LEFT_OUT[room] then
      table.insert(list, { path = path, needs = path, run = path, room = room })
    end
  end
  for path in shell.output("cd " .. folder .. " && ls tests/lua/test_*.lua"):gmatch("[^\n]+") do
    local room = path:match("test_(.*)%.lua")
    if not LEFT_OUT[room] then
      table.insert(list, { path = path, needs = "build/lua5.4/whowhen_core.so", lua = true,
        run = "lua5.4 " .. path, room = room })
    end
  end
  for _, program in ipairs(list) do
    local start = os.time()
    local text, ok = run(program, 600)
    if not ok then error(program.path .. " fails without a change:\n" .. text:sub(-2000)) end
    program.seconds = os.time() - start
    program.found = {}
  end
  return list
end

--- How many words two names begin with alike: "date_hour" and "date_value" one.
local function alike(a, b)
  local n, other = 0, b:gmatch("[^_]+")
  for word in a:gmatch("[^_]+") do
    if word ~= other() then break end
    n = n + 1
  end
  return n
end

--- Sorts the programs as they are to be tried for a change of a room.
local function sort_for(list, room)
  for _, program in ipairs(list) do program.like = alike(room, program.room) end
  table.sort(list, function(a, b)
    local found_a, found_b = a.found[room] or 0, b.found[room] or 0
    if found_a ~= found_b then return found_a > found_b end
    if a.like ~= b.like then return a.like > b.like end
    if a.seconds ~= b.seconds then return a.seconds < b.seconds end
    return a.path < b.path
  end)
end

--- The first test that a change of a room fails, or nil.
local function killer(list, room)
  sort_for(list, room)
  for _, program in ipairs(list) do
    -- The checks in C are not linked with what binds Lua.
    local can = program.lua or not room:find("^lua_")
    if can and (program.like > 0 or program.seconds < LONG) then
      local _, linked = make(program.needs)
      local _, ok = false, false
      if linked then _, ok = run(program, TIMES * program.seconds + MORE) end
      if not ok then
        program.found[room] = (program.found[room] or 0) + 1
        return program
      end
    end
  end
end

--- The line of a text in which a byte is: its number, and what is in it.
local function line_at(text, at)
  local before = text:sub(1, at - 1)
  local _, breaks = before:gsub("\n", "")
  local start = #(before:match("^.*\n") or "") + 1
  return breaks + 1, text:match("^%s*([^\n]*)", start)
end

shell.output(("rm -rf %s && mkdir -p %s && git ls-files -z | xargs -0 cp --parents -t %s"):format(
  folder, folder, folder))
local text, built = make("build-tests")
if not built then error(text:sub(-2000)) end
local list = programs()
local changes = candidates()
math.randomseed(seed)
local killed, alive, made = 0, 0, 0
while made < count and #changes > 0 do
  local change = table.remove(changes, math.random(#changes))
  local path = folder .. "/" .. change.path
  local whole = shell.read(path)
  local room = change.path:match("([^/]+)%.c$")
  local object = (room:find("^lua_") and "build/lua5.4/table/" or "build/core/") .. room .. ".o"
  local sum = ("md5sum <%s/%s"):format(folder, object)
  local before = shell.output(sum)
  shell.write(path, whole:sub(1, change.at - 1) .. change.new .. whole:sub(change.at + #change.old))
  local _, compiles = make(object)
  if compiles and shell.output(sum) ~= before then
    made = made + 1
    local by = killer(list, room)
    local number, line = line_at(whole, change.at)
    killed = killed + (by and 1 or 0)
    alive = alive + (by and 0 or 1)
    print(("%s %s:%d: %s -> %s: %s"):format(by and "killed" or "LIVES", change.path, number,
      change.old, change.new, by and by.room or line))
    io.stdout:flush()
  end
  shell.write(path, whole)
  make(object)
end
print(("%d mutants, %d killed, %d alive: %.1f %%"):format(made, killed, alive,
  made > 0 and 100 * killed / made or 0))
