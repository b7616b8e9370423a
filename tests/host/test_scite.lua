-- needs: SciTE Xvfb xdotool import
-- SciTE on a virtual display: which words carry which indicators, and whether they are seen.
local support = require("support")
local screen = require("screen")

local ARTICLE = [[
 date 2024-07-14 Wire - On Friday, July 13, the judge ruled.
It rained for three days; 7:30 p.m. came.
A line with nothing in it.
	tab é 2021-01-05 end
]]
local home = screen.folder()
local report = home .. "/report"

-- After each change of the screen, says which words carry which indicators.
local REPORT = ([[
local before = OnUpdateUI
function OnUpdateUI(...)
  before(...)
  local rows = {}
  for id = 24, 30 do
    local pos = 0
    while pos < editor.Length do
      local stop = editor:IndicatorEnd(id, pos)
      if stop <= pos then break end
      if editor:IndicatorValueAt(id, pos) == 1 then
        table.insert(rows, id .. " " .. editor:textrange(pos, stop))
      end
      pos = stop
    end
  end
  table.insert(rows, "at " .. editor.CurrentPos .. (editor:AutoCActive() and " list" or "")
    .. (editor:CallTipActive() and " tip" or ""))
  local file = io.open(%q, "w")
  file:write(table.concat(rows, "\n"), "\n")
  file:close()
end
]]):format(report)

local KEYS = { next = "N", previous = "P", info = "I", list = "L", toggle = "T", same = "S",
  ["fix 2"] = "F", iso = "D", ["style british"] = "B", pick = "E" }

local function properties(script)
  local rows = {
    "ext.lua.startup.script=" .. screen.write(home .. "/start.lua", script),
    "position.width=900", "position.height=500", "check.if.already.open=0", "code.page=65001",
    "output.vertical.size=60",
  }
  local i = 0
  for line in pairs(KEYS) do
    i = i + 1 -- SciTE has room for 50 commands.
    table.insert(rows, ("command.name.%d.*=%s"):format(i, line))
    table.insert(rows, ("command.%d.*=WhoWhen %s"):format(i, line))
    table.insert(rows, ("command.mode.%d.*=subsystem:lua,savebefore:no"):format(i))
    table.insert(rows, ("command.shortcut.%d.*=Ctrl+Alt+%s"):format(i, KEYS[line]))
  end
  return table.concat(rows, "\n") .. "\n"
end

-- A display of our own, that ends with its pipe.
local display = screen.output(([[
cd %s
Xvfb -displayfd 3 -screen 0 1000x600x24 3>display >/dev/null 2>&1 &
echo $! >xvfb.pid
n=0
while [ ! -s display ] && [ $n -lt 600 ]; do sleep 0.1; n=$((n + 1)); done
cat display]]):format(screen.quote(home))):match("%d+")
local X = ("cd %s; export DISPLAY=:%s HOME=%s SciTE_USERHOME=%s GDK_BACKEND=x11 NO_AT_BRIDGE=1; ")
  :format(screen.quote(home), display, home, home)

local function in_x(command)
  return screen.output(X .. command)
end

local function start(name, text, script)
  screen.write(home .. "/.SciTEUser.properties", properties(script))
  screen.write(home .. "/" .. name, text)
  os.remove(report)
  in_x(("SciTE %s >messages 2>&1 & echo $! >scite.pid"):format(name))
  in_x([[
n=0
until w=$(xdotool search --onlyvisible --name SciTE 2>/dev/null | head -n 1); [ "$w" ]; do
  sleep 0.1; n=$((n + 1)); [ $n -gt 600 ] && exit
done
xdotool windowfocus --sync "$w" 2>/dev/null]])
end

local function stop()
  in_x("p=$(cat scite.pid); kill $p; while kill -0 $p; do sleep 0.1; done 2>/dev/null")
end

local function wait(label, wanted)
  local last = os.time() + (tonumber(os.getenv("PATIENCE")) or 60)
  local text
  repeat
    text = screen.read(report) or ""
    if wanted(text) then return support.check(label, true) end
    os.execute("sleep 0.05")
  until os.time() > last
  return support.check(label, false, text .. (screen.read(home .. "/messages") or ""))
end
local function has(...)
  local parts = { ... }
  return function(text)
    for _, part in ipairs(parts) do
      if not text:find(part, 1, true) then return false end
    end
    return true
  end
end
local function key(name)
  in_x("xdotool key --clearmodifiers " .. name)
end

local ADAPTER = screen.ROOT .. "/lua/whowhen/host/scite.lua"
start("article.txt", ARTICLE, ("dofile(%q)\n"):format(ADAPTER) .. REPORT)
wait("the first paint", function(text)
  return text:find("24 2024-07-14\n24 Friday, July 13\n24 7:30 p.m.\n24 2021-01-05\n"
    .. "25 three days\nat ", 1, true) == 1
end)

--- The colours that are seen, by how often.
local function seen(color)
  return in_x("import -window root shot.png; convert shot.png -format %c histogram:info:-")
    :find(color, 1, true) ~= nil
end
support.check("dates are seen", seen("#9B2393"))

in_x("xdotool type --delay 20 'On 2020-02-03 it '")
wait("typing", has("24 2020-02-03\n24 2024-07-14\n"))
key("ctrl+z")
wait("undo", function(text) return text:find("^24 2024") end)
key("ctrl+Home")
key("ctrl+alt+n")
wait("next", has("at 6 tip"))
key("ctrl+alt+n")
wait("next again", has("at 27 tip"))
key("ctrl+alt+p")
wait("previous", has("at 6 tip"))
key("ctrl+alt+s")
wait("same", has("30 2024-07-14"))
key("ctrl+alt+s")
wait("same again", function(text) return not text:find("30 2024", 1, true) end)
key("ctrl+alt+l")
key("Down")
key("Return")
wait("list, and the way there", has("at 27"))
key("ctrl+alt+f")
wait("fix", has("24 Saturday, July 13\n"))
key("ctrl+alt+d")
wait("iso", has("24 2024-07-13\n"))
key("ctrl+alt+b")
wait("style", has("24 13 July 2024\n"))
key("ctrl+alt+e")
key("Return")
wait("pick", has("at 6"))
key("ctrl+Home")
key("ctrl+alt+t")
wait("toggle off", function(text) return text:find("^at ") end)
key("ctrl+alt+t")
wait("toggle on", has("24 2024-07-14"))
stop()

start("article.txt", ARTICLE, ([[
package.preload.whowhen_core = function() error("module 'whowhen_core' not found") end
local told = 0
local old = print
print = function(...) told = told + 1 old(...) end
dofile(%q)
]]):format(ADAPTER) .. REPORT:gsub('"at " ', '"told " .. told .. " at "'))
wait("a missing module: one message", function(text) return text:find("^told 1 at ") end)
in_x("xdotool type --delay 20 'still here'")
wait("a missing module: the editor goes on", has("told 1 at 10"))
stop()

in_x("kill $(cat xvfb.pid)")
screen.remove_folders()
support.finish()
