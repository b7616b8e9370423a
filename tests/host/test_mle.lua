-- needs: mle tmux
-- mle in a terminal: which words carry which marks, after edits too, and every command.
local support = require("support")
local screen = require("screen")

local ARTICLE = [[
 date 2024-07-14 Wire - On Friday, July 13, the judge ruled.
It rained for three days; 7:30 p.m. came.
A line with nothing in it.
	tab é🙂 2021-01-05 end
]]
local ADAPTER = screen.ROOT .. "/lua/whowhen/host/mle.lua"
local KEYS = { f12 = "", f11 = "_start", f10 = "_next", f9 = "_previous", f8 = "_toggle" }

local home = screen.folder()

local function start(name, text, script)
  local command = { "mle", "-N", "-H", "0", "-x", script or ADAPTER, "-K", "whowhen,,1" }
  for key, suffix in pairs(KEYS) do
    table.insert(command, "-k")
    table.insert(command, ("cmd_whowhen%s,%s,"):format(suffix, key))
  end
  for _, word in ipairs({ "-k", "cmd_edits,f7,", "-n", "whowhen", "-M", "start f11", "-p", "start",
    screen.write(home .. "/" .. name, text) }) do
    table.insert(command, word)
  end
  local terminal = screen.start({
    command = command,
    env = { HOME = home, TERM = "screen-256color", LUA_PATH_5_4 = screen.ROOT .. "/lua/?.lua;;" },
    cwd = home,
  })
  return terminal, screen.expecter(support, terminal)
end

local mle, expect = start("article.txt", ARTICLE)
--- Runs a command line, which mle asks for.
local function run(line)
  mle:keys("F12")
  mle:wait(function(v) return v:has("whowhen:") end)
  mle:type(line)
  mle:keys("Enter")
end

expect("the first paint", function(v)
  return v:marked("2024-07-14", "reverse") and v:marked("Friday, July 13", "reverse")
    and v:marked("2021-01-05", "reverse") and v:marked("7:30 p.m.", "reverse")
    -- Reversed is loud: durations and names are marked when asked for.
    and v:plain("three days", "reverse")
end)
expect("and nothing else", function(v)
  return v:plain("date", "reverse") and v:plain("On", "reverse")
    and v:plain(", the judge", "reverse") and v:plain("nothing", "reverse")
    and v:plain("é🙂", "reverse") and v:plain(" end", "reverse")
end)
mle:keys("Down", "Down", "Down", "End")
mle:type(" Last Monday")
expect("typing", function(v) return v:marked("Last Monday", "reverse") end)
mle:keys("C-z")
expect("undo", function(v) return not v:has("Last Monda") and v:marked("2021-01-05", "reverse") end)
mle:keys("Up", "Home")
mle:type("2020-02-03 é ")
expect("before other text", function(v)
  return v:marked("2020-02-03", "reverse") and v:plain(" é A line", "reverse")
end)
mle:keys("C-k")
expect("a line cut", function(v)
  return not v:has("A line") and v:marked("2021-01-05", "reverse")
end)
mle:keys("C-u", "C-u")
expect("and put twice", function(v)
  return v:marked("2020-02-03", "reverse", 2) and v:marked("2021-01-05", "reverse")
end)
mle:keys("Up", "Up", "Up", "Up", "Up", "Home", "F10")
run("info")
expect("next goes there, info says what it is", "date: 2024-07-14 | 2024-07-14, Sun | the same day")
expect("marks stay in sight meanwhile", function(v) return v:marked("2024-07-14", "reverse") end)
mle:keys("Enter", "F10", "F10", "F9")
run("info")
expect("previous", "date: Friday, July 13 | 2024-07-13, Sat | 1 day before the article's date")
mle:keys("Enter")
run("next 2 duration")
run("explain")
expect("next with a kind, explain", "duration: three days | value P3D | found by the form")
mle:keys("Enter")
run("next dte")
expect("a wrong kind", 'unknown kind "dte"')
mle:keys("Enter")
run("goto friday")
run("info")
expect("goto", "date: Friday, July 13 |")
mle:keys("Enter")
run("list date")
expect("a list in a view", function(v)
  return v:has("1:28     date     2024-07-13, Sat") and v:plain("2024-07-13", "reverse")
end)
mle:keys("Down", "Down", "F12")
expect("the way there", function(v) return v:marked("2020-02-03", "reverse") end)
run("info")
expect("is right", "date: 2020-02-03 | 2020-02-03, Mon")
mle:keys("Enter")
run("same")
expect("same", "2020-02-03: mentioned 2 times")
mle:keys("Enter")
expect("the others lose their marks", function(v)
  return v:plain("2024-07-14", "reverse") and v:marked("2020-02-03", "reverse")
end)
run("same")
mle:keys("Enter")
expect("same again", function(v) return v:marked("2024-07-14", "reverse") end)
run("timeline")
expect("timeline", function(v)
  local first = v.text:find("date     2020-02-03", 1, true)
  return first and v.text:find("date     2021-01-05", first, true)
end)
mle:keys("F12")
expect("and back", function(v) return v:marked("2024-07-14", "reverse") end)
run("status")
expect("status", "whowhen: 7 when")
mle:keys("Enter")
for _, name in ipairs({ "cast", "check" }) do
  run(name)
  local listed
  expect(name, function(v)
    listed = v:has("Cast") or v:has("Findings")
    return listed or v:has("this build") or v:has("nothing to list")
  end)
  mle:keys(listed and "F12" or "Enter")
end
mle:keys("F8")
expect("toggle off", function(v)
  return v:has("whowhen: off here") and v:plain("2020-02-03", "reverse")
end)
mle:keys("Enter", "F8")
expect("toggle on", "whowhen: on here")
mle:keys("Enter")
expect("and marked", function(v) return v:marked("2020-02-03", "reverse") end)
run("reload")
expect("reload", "the rules are as they were")
mle:keys("Enter")
run("nonsense")
expect("no such command", 'no command "nonsense": use article')
mle:keys("Enter")
expect("still marked", function(v) return v:marked("2020-02-03", "reverse") end)
mle:close()

-- What changes the text, asks, or makes a new one.
mle, expect = start("story.txt", " date 2024-07-14 X - He left on Friday, July 13. Judge Mary\n"
  .. "Sommer said no, and Sommer left on July 9 again.\n")
expect("a story", function(v) return v:marked("Friday, July 13", "reverse") end)
run("goto friday")
run("fix")
expect("fix asks", function(v) return v:has("was a Saturday") and v:has("Saturday, July 13\n") end)
mle:keys("Down", "F12")
expect("fix", "He left on Saturday, July 13. Judge")
mle:keys("Enter")
run("goto 2024-07-09")
run("iso")
expect("iso", "Sommer left on 2024-07-09 again")
mle:keys("Enter")
run("style british")
expect("style", "Sommer left on 9 July 2024 again")
mle:keys("Enter")
run("kinds shown")
mle:keys("Enter")
expect("kinds", function(v) return v:marked("Mary", "reverse") end)
run("pick person")
expect("pick asks", "person   Mary Sommer")
mle:keys("Down", "F12")
run("info")
expect("pick", "person: Sommer")
mle:keys("Enter")
run("ignore")
expect("ignore asks", '"Sommer" is never a name')
mle:keys("F12")
expect("ignore", 'never a name; "ignore undo"')
mle:keys("Enter")
run("ignore undo")
expect("ignore undo", "no longer ignored")
mle:keys("Enter")
run("article")
expect("article", "no next article")
mle:keys("Enter")
run("export csv")
expect("export", '"text",1,"2024-07-09"')
mle:close()
mle, expect = start("empty.txt", "")
for _, name in ipairs({ "check", "cast", "list", "info", "fix", "iso", "pick", "goto x" }) do
  run(name)
  mle:wait(function(v) return v:has("[Enter]") end)
  mle:keys("Enter")
end
run("status")
expect("an empty text", "whowhen: 0 when")
mle:close()

-- What goes wrong: one message, and an editor that goes on.
local BROKEN = {
  ["a missing module"] =
    [[package.preload.whowhen_core = function() error("module 'whowhen_core' not found:\nno") end]],
  ["a fault while painting"] = [[mle.mark_move_to = function() error("out of order") end]],
}
for label, script in pairs(BROKEN) do
  script = script .. '\nrequire("whowhen.host.mle")\n'
  mle, expect = start("broken.txt", ARTICLE, screen.write(home .. "/broken.lua", script))
  expect(label .. ": one message", "whowhen is off: ")
  mle:keys("Enter")
  mle:type("still here")
  expect(label .. ": the editor goes on", function(v)
    return v:has("still here") and not v:has("off: ") and not v:has("traceback")
  end)
  mle:close()
end

-- Several hundred edits; after each, the document is compared with the buffer.
local EDITS = screen.write(home .. "/edits.lua", [[
local host = require("whowhen.host.mle")
local PIECES = { "July 3 ", "é🙂", "\n", "on 2024-07-14", " ", "Monday\n\n", "x", "\xff" }
math.randomseed(7)
mle.editor_register_cmd("cmd_edits", function(context)
  local wrong = 0
  for i = 1, 400 do
    local line, column = math.random(0, 25), math.random(0, 30)
    mle.mark_move_to(context.mark, line, column)
    local how, piece = math.random(6), PIECES[math.random(#PIECES)]
    if how <= 2 then
      mle.mark_insert_before(context.mark, piece, #piece)
    elseif how <= 4 then
      local to = mle.mark_clone(context.mark).ret_mark
      mle.mark_move_by(to, math.random(20))
      -- mle 1.7 has another name for it.
      local delete = mle.mark_delete_between_mark or mle.mark_delete_between
      delete(context.mark, to)
      mle.mark_destroy(to)
    elseif how == 5 then
      mle.buffer_undo(context.buffer)
    else
      mle.buffer_redo(context.buffer)
    end
    local document = host.document(context.buffer)
    local text = mle.buffer_get(context.buffer).ret_data
    if not document or document:text() ~= text then wrong = wrong + 1 end
  end
  mle.editor_prompt("400 edits, " .. wrong .. " wrong ")
end)
]])
mle, expect = start("edited.txt", ARTICLE:rep(5), EDITS)
expect("ready", function(v) return v:marked("2024-07-14", "reverse") end)
mle:keys("F7")
expect("random edits", "400 edits, 0 wrong")
mle:close()

-- A text that wants to be more.  A file's name mle shows as it is.
mle, expect = start("evil.txt", screen.EVIL_TEXT)
local written = mle:record()
expect("an evil text", function(v) return v:marked("wo days later", "reverse") end)
run("next person")
run("info")
expect("a person of an evil text", "person: Mary | Mary Sommers")
mle:keys("Enter")
run("check")
expect("check of an evil text", "tells the order of day")
support.check("nothing of it is obeyed", not screen.is_obeyed(screen.read(written)))
mle:close()

screen.remove_folders()
support.finish()
