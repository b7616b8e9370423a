--- An article and a file name that are full of what a terminal would obey: nothing of it comes out,
--- whatever is asked for.
local support = require("support")
local command_line = require("command_line")
local hostile = require("hostile")
local visible = require("whowhen.visible")
local run = command_line.run
local check, equal = support.check, support.equal

check("this is Lua", true)
if support.ABI ~= "lua5.4" then support.finish() end

local folder = os.tmpname()
os.remove(folder)
os.execute("mkdir " .. folder)
-- A name may hold all but "/" and NUL.
local NAME = "a\27[31m\27]0;x\7\194\155\226\128\174b\226\129\166\r\n\8\233\127c.txt"
local path = folder .. "/" .. NAME
local file = assert(io.open(path, "wb"))
file:write(hostile.TEXT)
file:write("\27]8;;x\27\\ \27P+q\27\\ \194\144 \226\128\174 \0 On Friday, July 13, 2024",
  "\7\27[31m\n")
file:close()
local rules = command_line.file_with([[return { { name = "own", kind = "own", words = { "evil" },
  finding = function(m) return m:before(20):sub(1, 3) == "x" and "x" or nil end } }]])
local quoted = "'" .. path:gsub("'", "'\\''") .. "'"

--- Whether nothing in a text is a control but tabs, line ends and the marks of ours, or turns
--- writing.
local OURS = { [""] = "", ["4;35"] = "", ["4"] = "", ["1"] = "", ["1;36"] = "", ["3;36"] = "",
  ["3"] = "", ["2"] = "" }
local function is_harmless(text)
  return hostile.is_harmless((text:gsub("\27%[([%d;]*)m", OURS)), "[\t\r\n]")
    and visible.is_utf8(text)
end

local FORMATS = { "text", "json", "csv", "md", "org", "html" }
local asked = { "", "--color=always", "--color=always --kinds=all", "--color=always --lines",
  "--count", "--count --lines", "--format=html", "--timeline --format=ics", "--explain=1:1",
  "--explain=99:1", "--json", "--json --lines", "--test-rules", "--rules" }
for _, what in ipairs({ "--cast --kinds=who", "--timeline", "--check --findings=all" }) do
  for _, format in ipairs(FORMATS) do table.insert(asked, what .. " --format=" .. format) end
end
for _, options in ipairs(asked) do
  local out, err = run("@ --rules=" .. rules .. " " .. options .. " " .. quoted)
  check("something comes of " .. options, out ~= "" or err ~= "")
  check("harmless: " .. options, is_harmless(out), out:match("[%z\1-\8\11-\31\127][^\n]*"))
  check("harmless messages: " .. options, is_harmless(err), err)
end
local out, err = run("@ --rules=" .. quoted .. " --count " .. quoted .. " " .. quoted .. "x")
check("a file that is missing, and rules that are none", is_harmless(out) and is_harmless(err), err)
out, err = run("@ " .. quoted .. " --date=" .. quoted)
check("a value that is none", out == "" and is_harmless(err), err)
out, err = run("@ --" .. NAME:gsub("\n", ""):gsub(".", "'%0'"))
check("an option that is none", out == "" and is_harmless(err), err)
out, err = run("WHOWHEN_COLORS=" .. quoted .. " @ --color=always " .. quoted)
check("colours that are none", is_harmless(out) and is_harmless(err), err)

if pcall(require, "cjson") then
  local cjson = require("cjson")
  local text = hostile.TEXT:gsub("[\128-\255]", "")
  local line = cjson.encode({ id = "\27[31m\226\128\174", text = text })
  out, err = run("@ --batch --findings=all <" .. command_line.file_with(line .. "\n" .. text))
  check("answers", out ~= "" and is_harmless(out), out)
  check("what is told of bad ones", err ~= "" and is_harmless(err), err)
  equal("the id", cjson.decode(out:match("[^\n]+")).id, "\27[31m\226\128\174")
end
os.execute("rm -r " .. folder)
command_line.finish()
