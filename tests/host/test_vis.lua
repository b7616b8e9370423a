-- needs: vis vis-menu tmux
-- vis in a terminal: which words carry which marks, after edits too, and every command.
local support = require("support")
local screen = require("screen")

local ARTICLE = [[
 date 2024-07-14 Wire - On Friday, July 13, the judge ruled.
It rained for three days; 7:30 p.m. came.
A line with nothing in it.
	tab é🙂 2021-01-05 end
]]

local home = screen.folder()
os.execute("mkdir -p " .. home .. "/vis")

local function start(name, text, rc)
  local path = ("require('vis')\npackage.path = %q .. package.path\n"):format(
    screen.ROOT .. "/lua/?.lua;")
  screen.write(home .. "/vis/visrc.lua", path .. (rc or "require('whowhen.host.vis')"))
  local terminal = screen.start({
    command = { "vis", screen.write(home .. "/" .. name, text) },
    env = { HOME = home, XDG_CONFIG_HOME = home, TERM = "screen-256color" },
  })
  return terminal, screen.expecter(support, terminal)
end

local vis, expect = start("article.txt", ARTICLE)
local function run(line)
  vis:type(":" .. line)
  vis:keys("Enter")
end

--- Leaves insert mode.  vis would take a key that follows at once for one with Alt.
local function leave()
  vis:keys("Escape")
  vis:wait(function(v) return not v:has("INSERT") end)
end

expect("the first paint", function(v)
  return v:marked("2024-07-14", "underline") and v:marked("Friday, July 13", "underline")
    and v:marked("2021-01-05", "underline") and v:marked("7:30 p.m.", "underline")
end)
expect("and nothing else", function(v)
  return v:plain("date", "underline") and v:plain("On", "underline")
    and v:plain(", the judge", "underline") and v:plain("nothing", "underline")
    and v:plain("é🙂", "underline") and v:plain("end", "underline")
end)
vis:type("GoLast Monday it snowed")
expect("typing", function(v) return v:marked("Last Monday", "underline") end)
leave()
vis:type("u")
expect("undo", function(v) return not v:has("snowed") and v:marked("2021-01-05", "underline") end)
run(",x/nothing/ c/2020-02-03/")
expect("structural change", function(v) return v:marked("2020-02-03", "underline") end)
run("split")
expect("a split shows it twice", function(v) return v:marked("2020-02-03", "underline", 2) end)
run("q")
expect("one again", function(v) return not v:marked("2020-02-03", "underline", 2) end)
vis:type("gg0")
run("whowhen next")
expect("next says what it is", "2024-07-14: 2024-07-14, Sun")
run("whowhen next 2 time")
expect("next with a kind goes to the last there is", "7:30 p.m.:")
run("whowhen previous duration")
expect("previous", "three days: P3D")
run("whowhen next dte")
expect("a wrong kind", 'unknown kind "dte"')
run("whowhen goto friday")
expect("goto", "Friday, July 13: 2024-07-1")
run("whowhen info")
expect("info", "before the article's date, 2024-07-14")
run("whowhen explain")
expect("explain", "reference date of article 1: 2024-07-14 (header)")
run("q")
run("whowhen list date")
expect("a list to choose from", "2  1:28     date")
vis:keys("Down", "Enter")
run("whowhen info")
expect("and the way there", "date: Friday, July 13 |")
run("whowhen timeline")
expect("timeline", function(v)
  local first = v.text:find("date     2020-02-03", 1, true)
  return first and v.text:find("date     2021-01-05", first, true)
end)
vis:keys("Down", "Enter")
run("whowhen same")
expect("same", function(v) return v:has("mentioned once") and v:marked("021-01-05", "reverse") end)
run("whowhen same")
expect("same again", function(v) return v:plain("021-01-05", "reverse") end)
run("whowhen status")
expect("status", "whowhen: 6 when")
for _, name in ipairs({ "cast", "check" }) do
  run("whowhen " .. name)
  expect(name, function(v)
    return v:has("this build") or v:has("nothing to list") or v:has("Cast:") or v:has("Findings:")
  end)
  if vis.seen:has(":  ") then vis:keys("Enter") end
end
run("whowhen toggle")
expect("toggle off", function(v)
  return v:has("whowhen: off here") and v:plain("2020-02-03", "underline")
end)
run("whowhen")
expect("toggle on", function(v) return v:marked("2020-02-03", "underline") end)
run("whowhen reload")
expect("reload", function(v)
  return v:has("the rules are as they were") and v:marked("2020-02-03", "underline")
end)
run("whowhen nonsense")
expect("no such command", 'no command "nonsense": use article')
run("set theme zenburn")
expect("another theme", function(v) return v:marked("2020-02-03", "underline") end)
run("q!")
vis:close()

-- What changes the text, asks, or makes a new one.
vis, expect = start("story.txt", " date 2024-07-14 X - He left on Friday, July 13. Judge Mary\n"
  .. "Sommer said no, and Sommer left on July 9 again.\n")
run("whowhen goto friday")
run("whowhen fix")
expect("fix asks", function(v) return v:has("was a Saturday") and v:has("2  Saturday, July 13") end)
vis:keys("Down", "Enter")
expect("fix", "He left on Saturday, July 13. Judge")
run("whowhen goto 2024-07-09")
run("whowhen iso")
expect("iso", "Sommer left on 2024-07-09 again")
run("whowhen style british")
expect("style", "Sommer left on 9 July 2024 again")
run("whowhen pick person")
expect("pick asks", "Mary Sommer")
vis:keys("Down", "Enter")
run("whowhen info")
expect("pick", "person: Sommer")
run("whowhen ignore")
expect("ignore asks", '"Sommer" is never a name')
vis:keys("Enter")
expect("ignore", 'never a name; "ignore undo"')
run("whowhen ignore undo")
expect("ignore undo", "no longer ignored")
run("whowhen article")
expect("article", "no next article")
run("whowhen kinds date")
expect("kinds", function(v) return v:has("marks date") and v:plain("Mary", "bold") end)
run("whowhen export csv")
expect("export", '"text",1,"2024-07-09"')
run("q")
run("q!")
vis:close()
vis, expect = start("empty.txt", "")
for _, name in ipairs({ "check", "cast", "timeline", "list", "info", "explain", "same", "status",
  "next", "previous", "fix", "iso", "style", "pick", "article", "goto x" }) do
  run("whowhen " .. name)
end
run("whowhen status")
expect("an empty text", "whowhen: 0 when")
vis:close()

vis, expect = start("program.c", "/* 2024-07-14 */\n")
expect("not in a program", function(v) return v:plain("2024-07-14", "underline") end)
vis:type(":whowhen toggle")
vis:keys("Enter")
expect("unless asked", function(v) return v:marked("2024-07-14", "underline") end)
vis:close()
vis, expect = start("crlf.txt", "one 2024-07-14\r\ntwo on 2021-01-05\r\n",
  "require('whowhen.host.vis').setup({ keys = true })")
expect("CRLF", function(v)
  return v:marked("2021-01-05", "underline") and v:plain("two on", "underline")
end)
vis:type("2]w")
expect("keys, with a count", "2021-01-05: 2021-01-05, Tue")
vis:type("[w")
expect("and back", "2024-07-14: 2024-07-14, Sun")
vis:close()
vis, expect = start("large.txt", ("2024-07-14 "):rep(40),
  "require('whowhen.host.vis').setup({ max_size = 400 })")
expect("a text that is too large", function(v) return v:plain("2024-07-14", "underline") end)
vis:close()

-- What goes wrong: one message, and an editor that goes on.
local BROKEN = {
  ["a missing module"] = [[
package.preload.whowhen_core = function() error("module 'whowhen_core' not found:\nno") end
require('whowhen.host.vis')]],
  ["a fault while painting"] = [[
local command = require("whowhen.command")
local old = command.desk
command.desk = function(...)
  local desk = old(...)
  desk.buffer = function() error("out of order") end
  return desk
end
require('whowhen.host.vis')]],
}
for label, rc in pairs(BROKEN) do
  vis, expect = start("broken.txt", ARTICLE, rc)
  expect(label .. ": one message", "whowhen is off: ")
  vis:type("Ostill here")
  leave()
  expect(label .. ": the editor goes on", function(v)
    return v:has("still here") and not v:has("traceback") and not v:has("WIN_HIGHLIGHT")
  end)
  vis:close()
end

-- Several hundred edits; after each, the document is compared with the file.
vis, expect = start("edited.txt", ARTICLE:rep(5), [[
local host = require('whowhen.host.vis')
local n, wrong = 0, 0
local random = 7
local function below(limit)
  random = (random * 1103515245 + 12345) % 2147483648
  return math.floor(random / 65536) % limit
end
local KEYS = { "yyp", "dd", "u", "<C-r>", "J", "iFriday<Escape>", "xp" }
local PIECES = { "July 3 ", "é🙂", "\n", "on 2024-07-14", " ", "Monday\n\n", "x" }
vis:command_register("edits", function()
  local win = vis.win
  local file = win.file
  for i = 1, 400 do
    local pos = below(file.size + 1)
    local how = below(3)
    if how == 0 then file:insert(pos, PIECES[below(#PIECES) + 1])
    elseif how == 1 then file:delete(pos, math.min(below(12), file.size - pos))
    else
      win.selection.pos = pos
      vis:feedkeys(KEYS[below(#KEYS) + 1])
    end
    n = n + 1
    local document = host.document(win)
    if not document or document:text() ~= file:content(0, file.size) then wrong = wrong + 1 end
  end
  vis:info(n .. " edits, " .. wrong .. " wrong")
  return true
end)]])
expect("ready", "2021-01-05")
vis:type(":edits")
vis:keys("Enter")
expect("random edits", "400 edits, 0 wrong")
vis:close()

-- A text and a file's name that want to be more.  What turns writing vis shows as it is.
vis, expect = start(screen.EVIL_NAME, (screen.EVIL_TEXT:gsub("\226\128\174", "")))
local written = vis:record()
expect("an evil text", function(v) return v:marked("two days later", "underline") end)
for _, command in ipairs({ { "next", "2024-07-14, Sun" }, { "next person", "Mary" },
  { "info", "2 mentions" }, { "check", "May 6 or June 5?" } }) do
  run("whowhen " .. command[1])
  expect(command[1] .. " of an evil text", command[2])
end
support.check("nothing of it is obeyed", not screen.is_obeyed(screen.read(written)))
vis:close()

screen.remove_folders()
support.finish()
