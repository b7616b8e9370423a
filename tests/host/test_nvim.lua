-- needs: nvim tmux
-- Neovim in a terminal: which words carry which marks, after edits too, and every command.
local support = require("support")
local screen = require("screen")

local ARTICLE = [[
 date 2024-07-14 Wire - On Friday, July 13, the judge ruled.
It rained for three days; 7:30 p.m. came.
A line with nothing in it.
	tab é🙂 2021-01-05 end
]]

local home = screen.folder()
os.execute(("mkdir %s/help && cp -r doc %s/help"):format(home, home))

--- Starts Neovim with the plugin on a text; `init` is Lua that runs before it.
local function start(name, text, init, more)
  local path = screen.write(home .. "/" .. name, text)
  local rc = screen.write(home .. "/init.lua", "vim.o.swapfile = false\n" .. (init or ""))
  local command = { os.getenv("NVIM") or "nvim", "-i", "NONE", "-n", "-u", rc, "--cmd",
    "set runtimepath^=" .. screen.ROOT }
  for _, word in ipairs(more or {}) do table.insert(command, word) end
  table.insert(command, path)
  local terminal = screen.start({
    command = command,
    env = { HOME = home, XDG_CONFIG_HOME = home, XDG_DATA_HOME = home, XDG_STATE_HOME = home,
      XDG_CACHE_HOME = home, NVIM_LOG_FILE = "/dev/null", TERM = "screen-256color",
    },
  })
  return terminal, screen.expecter(support, terminal)
end

local vi, expect = start("article.txt", ARTICLE)
local function ex(line)
  vi:keys("Escape")
  vi:type(":" .. line)
  vi:keys("Enter")
end

expect("the first paint", function(v)
  return v:marked("2024-07-14", "underline") and v:marked("2024-07-14", "fg")
    and v:marked("Friday, July 13", "underline") and v:marked("2021-01-05", "underline")
end)
local function none_but(v)
  return v:plain("date", "underline") and v:plain("On", "underline")
    and v:plain(", the judge", "underline") and v:plain("nothing", "underline")
    and v:plain("é🙂", "underline") and v:plain("end", "underline")
end
expect("and nothing else", none_but)
expect("durations have the quiet mark", function(v)
  return v:marked("three days", "underline") and v:plain("three days", "fg")
end)

vi:type("GOLast Monday it snowed")
expect("typing", function(v) return v:marked("Last Monday", "underline") end)
vi:keys("Escape", "u")
expect("undo", function(v) return not v:has("snowed") and v:marked("2021-01-05", "underline") end)
ex([[%s/nothing/2020-02-03/]])
expect("substitute", function(v) return v:marked("2020-02-03", "underline") end)
ex("1copy 1")
expect("a line copied", function(v) return v:marked("Friday, July 13", "underline", 2) end)
vi:type("ggx0x")
expect("bytes removed", function(v)
  return v:has("ate 2024") and v:marked("2024-07-14", "underline")
end)
vi:type("uu")
ex("2delete")
ex("split")
expect("a split shows it twice", function(v) return v:marked("2020-02-03", "underline", 2) end)
ex("only")
ex("1,2fold")
expect("a fold", function(v) return v:has("+--") and v:marked("2021-01-05", "underline") end)
ex("normal! zE")

vi:type("gg0")
ex("WhoWhen next")
expect("next says what it is", "2024-07-14: 2024-07-14, Sun")
ex("WhoWhen next 2 time")
expect("next with a kind goes round", "7:30 p.m.:")
ex("WhoWhen previous duration")
expect("previous", "three days: P3D")
ex("WhoWhen next who")
expect("no such mention", "no next mention")
ex("WhoWhen next dte")
expect("a wrong kind", 'unknown kind "dte"')
ex("WhoWhen goto july")
ex("WhoWhen goto friday")
expect("goto", "Friday, July 13: 2024-07-1")
ex("WhoWhen info")
expect("info", "before the article's date, 2024-07-14")
vi:type("gg")
ex("WhoWhen goto 2021-01-05")
ex("WhoWhen explain")
expect("explain", "reference date of article 1: 2024-07-14 (header)")
vi:type("l")
expect("the float goes", function(v) return not v:has("reference date of") end)
ex("WhoWhen list date")
expect("list", function(v) return v:has("article.txt|1 col 7") and v:has("[Location List]") end)
expect("the list is not marked", function(v)
  return v:plain("date     2020-02-03", "underline") and v:marked("2020-02-03", "underline")
end)
ex("lclose")
ex("WhoWhen timeline")
expect("timeline", function(v)
  local first = v.text:find("date     2020-02-03", 1, true)
  return first and v.text:find("date     2021-01-05", first, true)
end)
ex("lclose")
ex("WhoWhen goto 2020-02-03")
ex("copy .")
ex("normal! 0fiel")
ex("WhoWhen previous")
ex("WhoWhen same")
expect("same", function(v)
  return v:has("mentioned 2 times") and v:marked("2020-02-03", "bg")
    and v:marked("2020-02-03", "bg", 2)
end)
ex("WhoWhen same")
expect("same again", function(v) return v:plain("2020-02-03", "bg") end)
ex("WhoWhen status")
expect("status", "whowhen: 7 when")
-- What a build without names and findings says, and what one with them shows.
for _, name in ipairs({ "cast", "check" }) do
  ex("WhoWhen " .. name)
  expect(name, function(v)
    return v:has("this build") or v:has("nothing to list") or v:has("[Location List]")
  end)
  ex("lclose")
end
ex("WhoWhen toggle")
expect("toggle off", function(v)
  return v:has("whowhen: off here") and v:plain("2020-02-03", "underline")
end)
ex("WhoWhen list")
expect("no list when off", "nothing is marked: off here")
ex("WhoWhen toggle")
expect("toggle on", function(v) return v:marked("2020-02-03", "underline") end)
ex("WhoWhen reload")
expect("reload", function(v)
  return v:has("the rules are as they were") and v:marked("2020-02-03", "underline")
end)
ex("WhoWhen nonsense")
expect("no such command", 'no command "nonsense": use article')
vi:type(":WhoWhen prev")
vi:keys("Tab")
expect("completion", ":WhoWhen previous")
vi:type(" tim")
vi:keys("Tab")
expect("completion of kinds", ":WhoWhen previous time")
vi:keys("Escape")
ex("highlight Special ctermfg=Red")
ex("doautocmd ColorScheme")
ex("colorscheme blue")
expect("a theme's colours", function(v)
  return v:marked("2020-02-03", "fg") and v:marked("2020-02-03", "underline")
end)
ex("e!")
expect("read again from disk", function(v)
  return not v:has("2020-02-03") and v:has("nothing") and v:marked("2021-01-05", "underline")
end)
ex("set runtimepath+=" .. home .. "/help")
ex("silent helptags " .. home .. "/help/doc")
ex("help whowhen")
expect("help", "Marks dates, times, durations and names")
ex("only")
ex("checkhealth whowhen")
expect("health", function(v) return v:has("whowhen_core") and v:has("OK") end)
vi:close()

-- Names, findings, and the user's rules.
os.execute("mkdir -p " .. home .. "/whowhen")
screen.write(home .. "/whowhen/rules.lua", [[
return { { name = "no-snow", finding = function(m)
  if m.text == "Sommer" then return "the judge, again" end
end }, { name = "ruling", kind = "ruling", words = { "ruled" }, style = "Todo" } }
]])
vi, expect = start("names.txt",
  " date 2024-07-14 Wire - On Friday, July 13, Judge Mary Marlowe Sommer ruled.\n\n"
  .. "Sommer said no.\n")
expect("a name", function(v)
  return v:marked("Mary Marlowe Sommer", "bold") and v:marked("Mary Marlowe Sommer", "fg")
    -- Neovim 0.10 took the background from Todo.
    and v:plain("ruled", "underline") and (v:marked("ruled", "bg") or v:marked("ruled", "bold"))
    and v:plain("Judge", "bg") and v:plain("Judge", "bold")
end)
ex("WhoWhen cast")
expect("the cast", "2 x  Judge Mary Marlowe Sommer")
ex("lclose")
ex("WhoWhen goto mary")
ex("WhoWhen info")
expect("a name's mentions", "2 mentions: lines 1, 3")
vi:type("l")
expect("are no longer shown", function(v) return not v:has("2 mentions") end)
ex("WhoWhen same")
expect("the same, picked out", function(v)
  return v:marked("Mary Marlowe Sommer", "bg") and v:marked("Sommer", "bg", 2)
end)
ex("WhoWhen same")
ex("WhoWhen check")
expect("findings and the user's rule", function(v)
  return v:has("the judge, again") and v:has("Saturday") and v:has("[Location List]")
end)
ex("lclose")
local function diagnostics(label, n)
  ex(("lua vim.wait(5000, function() return #vim.diagnostic.get(0) == %d end)"):format(n))
  ex("lua print(#vim.diagnostic.get(0) .. ' diagnostics')")
  expect(label, n .. " diagnostics")
end
diagnostics("diagnostics", 2)
expect("findings have a mark", function(v) return v:marked("Sommer", "underline", 2) end)
ex("%s/Friday/Saturday/")
diagnostics("which follow edits", 1)
ex("normal! u")
diagnostics("and undo", 2)
ex("WhoWhen toggle")
diagnostics("gone when nothing is marked", 0)
ex("WhoWhen toggle")
diagnostics("and back", 2)
ex("lua require('whowhen.host.nvim').setup({})")
diagnostics("gone with other options", 0)
ex("lua require('whowhen.host.nvim').setup({ check = true })")
diagnostics("there from the opening on", 2)
ex("lua print(vim.diagnostic.get(0)[1].user_data.whowhen.suggestions[1].text)")
expect("with their suggestions", "Friday, July 12")
vi:close()
os.remove(home .. "/whowhen/rules.lua")

-- Where nothing is to be marked.
vi, expect = start("program.lua", "-- 2024-07-14\nprint(1)\n")
expect("not in a program", function(v) return v:plain("2024-07-14", "underline") end)
vi:type(":WhoWhen toggle")
vi:keys("Enter")
expect("unless asked", function(v) return v:marked("2024-07-14", "underline") end)
vi:close()
vi, expect = start("large.txt", ("2024-07-14 "):rep(40), [[
require("whowhen.host.nvim").setup({ max_line = 200, max_size = 400 })]])
expect("a text that is too large", function(v) return v:plain("2024-07-14", "underline") end)
vi:type(":WhoWhen next")
vi:keys("Enter")
expect("and why", "larger than max_size")
vi:close()
vi, expect = start("crlf.txt", "one 2024-07-14\r\ntwo on 2021-01-05\r\n", [[
require("whowhen.host.nvim").setup({ keys = true, filetypes = { "*" } })]])
expect("CRLF", function(v)
  return v:marked("2021-01-05", "underline") and v:plain("two on", "underline")
end)
vi:type("2]w")
expect("keys, with a count", "2021-01-05: 2021-01-05, Tue")
vi:type("[w")
expect("and back", "2024-07-14: 2024-07-14, Sun")
vi:close()
vi, expect = start("noeol.txt", "one\ntwo on 2021-01-05", "vim.o.fixeol = false")
expect("no newline at the end", function(v) return v:marked("2021-01-05", "underline") end)
vi:close()

-- What goes wrong: one message, and an editor that goes on.
local BROKEN = {
  ["a missing module"] = [[
    package.preload.whowhen_core = function() error("module 'whowhen_core' not found:\nno") end]],
  ["a wrong module"] = [[
    package.preload.whowhen_core = function() error("whowhen_core was compiled for X") end]],
  ["a fault while painting"] = [[
    require("whowhen.command")
    local old = require("whowhen.command").desk
    require("whowhen.command").desk = function(...)
      local desk = old(...)
      desk.buffer = function() error("out of order") end
      return desk
    end]],
}
for label, init in pairs(BROKEN) do
  vi, expect = start("broken.txt", ARTICLE, init)
  expect(label .. ": one message", "whowhen is off: ")
  vi:keys("Enter")
  vi:type("Ostill here")
  vi:keys("Escape")
  expect(label .. ": the editor goes on", function(v)
    return v:has("still here") and not v:has("traceback") and not v:has("Press ENTER")
  end)
  vi:close()
end
vi, expect = start("option.txt", ARTICLE, [[require("whowhen.host.nvim").setup({ kind = "x" })]])
expect("a wrong option", 'unknown option "kind": use check')
vi:close()

-- A module that is missing: what to do, and the first cause again for who asks.
vi, expect = start("unbuilt.txt", ARTICLE, BROKEN["a missing module"])
expect("what to do", "run make in")
vi:keys("Enter")
ex("WhoWhen reload")
expect("the cause again", function(v)
  return v:has("whowhen_core' not found") and not v:has("previous error")
end)
vi:close()

vi, expect = start("unbuilt.txt", ARTICLE, BROKEN["a missing module"])
expect("a message", "whowhen is off: ")
vi:keys("Enter")
ex("checkhealth whowhen")
expect("health tells the cause too", function(v)
  -- Newer ones hide the quotes.
  return v:has("whowhen_core' not found") and (v:has("Run `make`") or v:has("Run make"))
    and not v:has("previous error")
end)
vi:close()

-- A diff with a row of filler behind the end, values beside the text, and spelling.
screen.write(home .. "/other.txt", "On 2024-07-14\nit rained.\n")
vi, expect = start("diff.txt", "On 2024-07-14\n", "", { "-d", home .. "/other.txt" })
expect("a diff", function(v)
  return v:marked("2024-07-14", "underline") and v:marked("2024-07-14", "underline", 2)
    and not v:has("whowhen is off")
end)
vi:close()
vi, expect = start("values.txt", " date 2024-07-14 X - On Friday it rained.\nIt began on Monday\n")
ex("WhoWhen values")
expect("values", function(v) return v:has("2024-07-12, Fri") and v:has("2024-07-08, Mon") end)
ex("WhoWhen values line")
ex("1")
expect("those of a line", function(v)
  return v:has("2024-07-12, Fri") and not v:has("2024-07-08, Mon")
end)
ex("2")
expect("which follow the cursor", function(v)
  return v:has("2024-07-08, Mon") and not v:has("2024-07-12, Fri")
end)
ex("WhoWhen values off")
expect("no values", function(v) return not v:has(", Mon") end)
vi:close()
vi, expect = start("follow.txt", "Judge Mary Sommer ruled.\nSommer left.\nNobody came.\n", [[
require("whowhen.host.nvim").setup({ follow = true })]])
ex("call cursor(2, 1)")
expect("the same follows the cursor", function(v)
  return v:marked("Mary Sommer", "bg") and v:marked("Sommer", "bg", 2)
end)
ex("call cursor(3, 1)")
expect("and goes", function(v) return v:plain("Mary Sommer", "bg") end)
vi:close()
vi, expect = start("spell.txt", "Mr. Xiao Wqxzy spoke to a wqxzz.\n",
  "vim.o.spell = true; vim.o.spelllang = 'en'; vim.cmd('highlight SpellBad cterm=reverse')")
expect("spelling", function(v) return v:marked("wqxzz", "reverse") end)
if screen.output((os.getenv("NVIM") or "nvim") .. " --version"):match("v0%.(%d+)") + 0 >= 9 then
  expect("names are spelt right", function(v) return v:plain("Wqxzy", "reverse") end)
end
vi:close()

-- A text and a file's name that want to be more.
vi, expect = start(screen.EVIL_NAME, screen.EVIL_TEXT)
local written = vi:record()
expect("an evil text", function(v) return v:marked("5/6/2024", "underline") end)
ex("WhoWhen values")
expect("values in it", "2024-05-06, Mon")
for _, row in ipairs({ { "next", "2024-07-14, Sun" }, { "next person", "Mary" },
  { "explain", "reference date" }, { "goto \226\128\174", "no mention of <U+202E>" },
  { "\226\128\174", 'no command "<U+202E>' }, { "list", "Sommer" },
  { "check", "May 6 or June 5?" }, { "cast", "2 x" },
  { "timeline", "Timeline, from 2024-07-14" } }) do
  ex("WhoWhen " .. row[1])
  expect(row[1] .. " of an evil text", row[2])
  ex("lclose")
  vi:keys("Enter")
end
support.check("nothing of it is obeyed", not screen.is_obeyed(screen.read(written)))
vi:close()

-- Commands, without a screen.
local checked = screen.output(([[
cd %s && export HOME=$PWD XDG_DATA_HOME=$PWD XDG_STATE_HOME=$PWD XDG_CONFIG_HOME=$PWD
NVIM_LOG_FILE=/dev/null %s --headless -i NONE -n -u NONE --cmd 'set runtimepath^=%s' \
  -c 'runtime plugin/whowhen.lua' -c 'luafile %s/tests/host/nvim_checks.lua' 2>&1 </dev/null
]]):format(home, os.getenv("NVIM") or "nvim", screen.ROOT, screen.ROOT))
local number, failed = checked:match("(%d+) checked, (%d+) wrong")
support.check("commands", tonumber(number) and tonumber(number) > 50 and failed == "0", checked)

-- Several hundred edits of all kinds.
screen.write(home .. "/edited.txt", ARTICLE:rep(5))
local told = screen.output(([[
cd %s && export HOME=$PWD XDG_DATA_HOME=$PWD XDG_STATE_HOME=$PWD NVIM_LOG_FILE=/dev/null
%s --headless -i NONE -n -u NONE --cmd 'set runtimepath^=%s' edited.txt \
  -c 'luafile %s/tests/host/nvim_random.lua' 2>&1 </dev/null]]):format(
  home, os.getenv("NVIM") or "nvim", screen.ROOT, screen.ROOT))
local edits, wrong, whole = told:match("(%d+) edits, (%d+) wrong, (%d+) of")
support.check("random edits", edits == "400" and wrong == "0", told)
support.check("most are followed without reading all", whole and tonumber(whole) < 50, told)

screen.remove_folders()
support.finish()
