-- The structure of the C code: a room has one job, says which, and uses only rooms below its own.
local support = require("support")
local check = support.check

-- Objects do not depend on the Lua that asks.
if support.ABI ~= "lua5.4" then
  check("looked at by the tests of Lua 5.4", true)
  support.finish()
end

--- The most lines of a file that somebody writes, and of a function that is no table; the most
--- columns of a line, where a tab has four.
local LONGEST_FILE, LONGEST_FUNCTION, WIDEST = 500, 60, 100
local TAB = "    "

local function lines_of(command)
  local pipe = assert(io.popen(command .. " 2>/dev/null"))
  local list = {}
  for line in pipe:lines() do table.insert(list, line) end
  pipe:close()
  return list
end

local function contents(path)
  local file = assert(io.open(path))
  local text = file:read("*a")
  file:close()
  return text
end

local sources = lines_of("ls plugin/*.c")
check("there are sources", #sources > 30)
for _, path in ipairs(sources) do
  local text = contents(path)
  check(path .. " opens with what it is for", text:find("^/%*"))
  local _, lines = text:gsub("\n", "")
  check(("%s has %d lines at most"):format(path, LONGEST_FILE), lines < LONGEST_FILE, lines)
  -- A function begins at a line's start and ends with a brace there.
  local line, begun, name = 0, nil, nil
  for row in text:gmatch("([^\n]*)\n") do
    line = line + 1
    if row:find("^[%a_].*%)%s*{$") or row:find("^[%s%a_].*%)%s*{$") and not row:find("^\t") then
      begun, name = line, row
    elseif row == "}" and begun then
      check(("%s:%d is at most %d lines long"):format(path, begun, LONGEST_FUNCTION),
        line - begun < LONGEST_FUNCTION, name)
      begun = nil
    end
  end
end

for _, path in ipairs(lines_of("ls include/*.h plugin/*.[ch] plugin/make/*.[ch] plugin/train/*.[ch]"
  .. " tests/*.[ch] tests/*/*.c")) do
  local widest = 0
  for row in contents(path):gmatch("[^\n]+") do
    -- Tabs stand at the beginning; of a character beyond ASCII one byte counts.
    local _, columns = row:gsub("\t", TAB):gsub("[^\128-\191]", "")
    widest = math.max(widest, columns)
  end
  check(("%s has lines of %d columns at most"):format(path, WIDEST), widest <= WIDEST, widest)
end

-- doc/house.md has a picture of the rooms: "document  _cut" are document.c and document_cut.c.
local told, prefix = {}, ""
for row in contents("doc/house.md"):match("```text\n(.-)```"):gmatch("[^\n]+") do
  for word in row:sub(25):gmatch("[%l%d_]+") do
    prefix = word:match("^(%l[%l%d]*)") or prefix
    told[word:sub(1, 1) == "_" and prefix .. word or word] = true
  end
end
for _, path in ipairs(sources) do
  check(path .. " is in the picture of doc/house.md", told[path:match("([%w_]+)%.c$")])
end

-- Who uses whom, by the symbols of the objects.
local owner, uses = {}, {}
for _, path in ipairs(lines_of("ls " .. support.BUILD .. "/core/*.o")) do
  uses[path] = {}
  for _, line in ipairs(lines_of("nm " .. path)) do
    local kind, symbol = line:match("([TDRBUV]) (ww_[%w_]+)$")
    if kind == "U" then
      uses[path][symbol] = true
    elseif kind then
      owner[symbol] = path
    end
  end
end

local state, trail = {}, {}
local function visit(path)
  state[path] = "open"
  table.insert(trail, path)
  for symbol in pairs(uses[path] or {}) do
    local next_path = owner[symbol]
    if next_path and next_path ~= path then
      if state[next_path] == "open" then
        check("no circle", false, ("%s uses %s of %s"):format(table.concat(trail, " > "), symbol,
          next_path))
      elseif not state[next_path] then
        visit(next_path)
      end
    end
  end
  state[path] = "done"
  table.remove(trail)
end
local objects = 0
for path in pairs(uses) do
  objects = objects + 1
  if not state[path] then visit(path) end
end
check("objects were looked at", objects > 30)
support.finish()
