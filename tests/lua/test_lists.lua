-- Lists of English words: what is packed is what the texts say, and a list with a fault is refused.
local shell = require("shell")
local support = require("support")
local check = support.check

-- The maker has nothing to do with the Lua that asks.
if support.ABI ~= "lua5.4" then
  check("looked at by the tests of Lua 5.4", true)
  support.finish()
end

local MAKER = support.BUILD .. "/make/list_make"

local lists = 0
for path in shell.output("grep -l make/list_make plugin/table/*.c"):gmatch("[^\n]+") do
  local name = path:match("([%w_]+)_table%.c$")
  local list = ("plugin/data/en/%s.txt"):format(name)
  local text, made = shell.read(list), shell.output(("%s %s %s"):format(MAKER, name, list))
  lists = lists + 1
  check(list .. " is what its table has", made == shell.read(path), made)
  check(list .. " says where it comes from", text:find("\n# source: .-\n# licence: "))
  for line in text:gmatch("[^\n]+") do
    if not line:find("^#") then
      check(("%s: in small letters: %s"):format(list, line), not line:find("%u"))
    end
  end
end
check("lists were looked at", lists > 5)

--- Rows of one word, each another but for the last.
local function rows(n)
  local list = {}
  for i = 1, n - 1 do list[i] = ("n%d\n"):format(i) end
  return table.concat(list) .. "ann\n"
end

-- Faults: a list, and what is said of it.
local FAULTS = {
  { "day", "# class: nowhere\nfriday\n", "nowhere: no such class" },
  { "day", "# class: from\neffective starting effective\n", "effective: twice in a class" },
  { "day", "# class: from\n" .. ("long"):rep(10) .. "\n", "too long a word, or too many" },
  { "given", "# class: spelt\n" .. ("ann anne\n"):rep(5), "ann: in too many rows" },
  { "given", "# class: spelt\n" .. ("\n"):rep(3) .. rows(128), "ann: too many rows" },
  { "day", "friday\n# class: from\n", "a word above the first class" },
  { "day", "# class: from\n" .. ("by "):rep(100) .. "\n", "too long a line" },
  { "nothing", "", "nothing: no such list" },
}
local path = os.tmpname()
for _, fault in ipairs(FAULTS) do
  local file = assert(io.open(path, "wb"))
  file:write(fault[2])
  file:close()
  local said, fine = shell.output(("%s %s %s"):format(MAKER, fault[1], path))
  check("refused: " .. fault[3], not fine and said:find(fault[3], 1, true), said)
end
os.remove(path)
local said, fine = shell.output(MAKER .. " day /nowhere.txt")
check("a list that is not there", not fine and said:find("nowhere.txt: cannot be read", 1, true),
  said)
support.finish()
