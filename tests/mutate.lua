--- Changes one operator of the hand-written C at a time and sees whether a test fails:
---
---     lua5.4 tests/mutate.lua FOLDER COUNT SEED [PATTERN]
---     make mutate N=200 SEED=1 ONLY=date_
---
--- The tree is copied to FOLDER, which is where it is changed, built and tested.  PATTERN picks
--- files by their names.  A change that does not compile, or makes the very same object, is no
--- mutant.  What lives after all tests is printed: there a test is missing, or the change changes
--- nothing that can be seen.  The same SEED makes the same changes of the same sources.
package.path = "tests/lua/?.lua;" .. package.path -- from the top of the tree
local shell = require("shell")

local folder, count, seed, only = arg[1], tonumber(arg[2]), tonumber(arg[3]), arg[4] or ""

--- How long a program may take before a change counts as found: an endless loop, in seconds.
local PATIENCE = 60

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
    if path:find(only, 1, true) then
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

local environment = "LUA_PATH='lua/?.lua;lua/?/init.lua;tests/lua/?.lua;;' "
  .. "LUA_CPATH='build/lua5.4/?.so;;' ABI=lua5.4 B=build "

--- The programs of the tests, the quick ones first, each with a command.
local function programs()
  local list = {}
  for path in shell.output("cd " .. folder .. " && ls build/tests/check_*"):gmatch("[^\n]+") do
    if not path:find("%.[do]$") then table.insert(list, { path = path, run = path }) end
  end
  for path in shell.output("cd " .. folder .. " && ls tests/lua/test_*.lua"):gmatch("[^\n]+") do
    -- These are about files, not about C.
    if not path:find("test_install") and not path:find("test_package") then
      table.insert(list, { path = path, run = environment .. "lua5.4 " .. path })
    end
  end
  for _, program in ipairs(list) do
    local start = os.time()
    local text, ok = shell.output(("cd %s && %s </dev/null"):format(folder, program.run))
    if not ok then error(program.path .. " fails without a change:\n" .. text:sub(-2000)) end
    program.seconds = os.time() - start
  end
  table.sort(list, function(a, b)
    if a.seconds ~= b.seconds then return a.seconds < b.seconds end
    return a.path < b.path
  end)
  return list
end

local function build()
  return shell.output(("MAKEFLAGS= make -s -C %s CC='%s' CFLAGS=-O1 build-tests"):format(folder,
    os.getenv("CC") or "cc"))
end

--- The name of the first test that a change fails, or nil.
local function killer(list)
  for _, program in ipairs(list) do
    local run = ("cd %s && timeout %d env CK_FORK=no %s </dev/null"):format(folder, PATIENCE,
      program.run)
    local _, ok = shell.output(run)
    if not ok then return program.path end
  end
end

shell.output(("rm -rf %s && mkdir -p %s && git ls-files -z | xargs -0 cp --parents -t %s"):format(
  folder, folder, folder))
local text, built = build()
if not built then error(text:sub(-2000)) end
local list = programs()
local changes = candidates()
math.randomseed(seed)
local killed, alive, made = 0, 0, 0
while made < count and #changes > 0 do
  local change = table.remove(changes, math.random(#changes))
  local path = folder .. "/" .. change.path
  local whole = shell.read(path)
  local object = folder .. "/build/core/" .. change.path:match("[^/]+$"):gsub("%.c$", ".o")
  local before = shell.output("md5sum <" .. object)
  shell.write(path, whole:sub(1, change.at - 1) .. change.new .. whole:sub(change.at + #change.old))
  local _, compiles = build()
  if compiles and shell.output("md5sum <" .. object) ~= before then
    made = made + 1
    local by = killer(list)
    if by then
      killed = killed + 1
    else
      alive = alive + 1
      local _, line = whole:sub(1, change.at):gsub("\n", "")
      print(("%s:%d: %s -> %s lives: %s"):format(change.path, line + 1, change.old, change.new,
        (whole:match("[^\n]*\n", #(whole:sub(1, change.at):match("^.*\n") or "") + 1) or "")
          :gsub("^%s+", ""):gsub("\n", "")))
      io.stdout:flush()
    end
  end
  shell.write(path, whole)
end
build()
print(("%d mutants, %d killed, %d alive: %.1f %%"):format(made, killed, alive,
  made > 0 and 100 * killed / made or 0))
