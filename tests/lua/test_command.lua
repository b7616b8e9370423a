local support = require("support")
local command = require("whowhen.command")
local config = require("whowhen.config")
local describe = require("whowhen.describe")
local lines = require("whowhen.lines")
local whowhen = require("whowhen")
local equal, check = support.equal, support.check

-- Options.
equal("defaults", config.merge().kinds, "shown")
equal("an option", config.merge({ max_size = 5 }).max_size, 5)
equal("a wrong option", select(2, config.merge({ filetype = {} })):match("^[^:]*"),
  'unknown option "filetype"')
equal("a wrong type", select(2, config.merge({ filetypes = "text" })),
  "option filetypes: a table is wanted, not a string")
for _, row in ipairs({
  { "a/b.txt", "text" }, { "a.b/README", "text" }, { "X.MD", "markdown" }, { "x.eml", "mail" },
  { "x.c", "c" }, { "", "text" }, { ".profile", "text" }, { "a.tar.gz", "gz" },
}) do
  equal("filetype of " .. row[1], config.filetype(row[1]), row[2])
end
check("marks", config.marks(config.merge(), "mail") and not config.marks(config.merge(), "c"))
check("marks all", config.marks(config.merge({ filetypes = { "*" } }), "c"))

-- Lines, against counting; in a random order, across the steps in which they are read.
local long = ("x"):rep(5000)
local pieces = { "", "a", long, "", "bcd", long .. long, "end" }
for _, ending in ipairs({ "", "\n" }) do
  local text = table.concat(pieces, "\n") .. ending
  local document = whowhen.document(text)
  local finder = lines.new(document)
  local starts, from = { 1 }, 1
  for newline in text:gmatch("()\n") do table.insert(starts, newline + 1) end
  local wrong = 0
  math.randomseed(3)
  for _ = 1, 400 do
    local pos = math.random(#text + 1)
    local line = 1
    while starts[line + 1] and starts[line + 1] <= pos do line = line + 1 end
    local got, column = finder:place(pos)
    if got ~= line or column ~= pos - starts[line] + 1 then wrong = wrong + 1 end
    local wanted = math.random(#starts + 2)
    if finder:start(wanted) ~= (starts[wanted] or #text + 1) then wrong = wrong + 1 end
  end
  equal("lines" .. #ending, wrong, 0)
  finder:place(#text)
  finder:before_edit(starts[4] + from)
  document:edit(starts[4] + 1, starts[4], "\n\n")
  equal("an edit before the line known", finder:start(8), starts[6] + 2)
end

-- Descriptions.
for _, row in ipairs({
  { "2024-07-13", "1 day before" }, { "2024-07-14TNI", "the same day as" },
  { "2024-07-20", "6 days after" }, { "2024-07", "the same month as" },
  { "2023-12", "7 months before" }, { "2026", "2 years after" }, { "2024-W27", "1 week before" },
  { "2024-W28", "the same week as" }, { "P3D", nil }, { "PAST_REF", nil }, { "2024-Q3", nil },
}) do
  equal("distance of " .. row[1], describe.distance(row[1], "2024-07-14"), row[2])
end
equal("plain", describe.plain("a\n  b\27[m"), "a b\226\144\155[m")

-- The commands.
local TEXT = " date 2024-07-14 X - On Friday, July 12,\nit rained for three days. 2020 now\n"
local said = {}
local function desk_with(options)
  said = {}
  return command.desk(options, function(message) table.insert(said, message) end)
end
local desk = desk_with()
local function run(line, pos, text)
  return command.run(desk, "h", "text", text or TEXT, pos or 1, line)
end
local function selected(line, pos)
  local outcome = run(line, pos)
  return outcome.select and TEXT:sub(outcome.select.first, outcome.select.last) or outcome.message
end
equal("next", selected("next"), "2024-07-14")
equal("next 2", selected("next 2"), "Friday, July 12")
equal("as far as there are any", selected("next 99"), "2020")
equal("next of a kind", selected("next duration"), "three days")
equal("vague ones when asked for", selected("next vague"), "now")
equal("nothing more", selected("next", #TEXT), "whowhen: no next mention")
equal("previous", selected("previous", #TEXT), "2020")
equal("previous 2 date", selected("previous 2 date", #TEXT), "Friday, July 12")
equal("a message", run("next 2").message, "Friday, July 12: 2024-07-12, Fri")
equal("goto a text", selected("goto fri"), "Friday, July 12")
equal("goto a value", selected("goto P3D"), "three days")
equal("goto goes round", selected("goto 2024-07-14", 60), "2024-07-14")
equal("goto nowhere", run("goto x").message, "whowhen: no mention of x")
local list = run("list").list
equal("list", #list, 4)
equal("list: place", list[3].line .. ":" .. list[3].column, "2:15")
equal("list: label", list[2].label, "date     2024-07-12, Fri  Friday, July 12")
equal("list of a kind", #run("list duration vague").list, 2)
local timeline = run("timeline")
equal("timeline", TEXT:sub(timeline.list[1].first, timeline.list[1].last), "2020")
equal("timeline: title", timeline.title, "Timeline, from 2024-07-14")
equal("info", table.concat(run("info", 25).lines, "|"),
  "date: Friday, July 12|2024-07-12, Fri|2 days before the article's date, 2024-07-14")
equal("no info", run("info", 1).message, "whowhen: nothing is marked here")
check("explain", table.concat(run("explain", 25).lines, "\n"):find("2024-07-14 (header)", 1, true))
check("explain nothing", run("explain", 1).lines[1] == "nothing is marked here")
equal("status", run("status").message, "whowhen: 4 when")
equal("an unknown command", run("nxt").message:match("^[^:]*: [^:]*"), 'whowhen: no command "nxt"')
equal("nothing said", #said, 0)
equal("completion", table.concat(command.complete("t"), " "), "timeline toggle")
equal("completion of kinds", table.concat(command.complete("next 2 d"), " "), "date duration")
for _, name in ipairs(command.NAMES) do
  check("help of " .. name, command.help(name):find("%l"))
end

-- The same, picked out.
local twice = "2024-07-14, 14 July 2024, 2023"
equal("same", run("same", 3, twice).message, "2024-07-14: mentioned 2 times")
check("picked", desk:buffer("h"):is_picked(13) and not desk:buffer("h"):is_picked(27))
run("same", 3, twice)
check("picked no more", not desk:buffer("h"):is_picked(13))

-- Where marks are wanted.
equal("toggle", run("toggle").message, "whowhen: off here")
equal("off", run("list").message, "whowhen: nothing is marked: off here")
equal("no spans", #desk:buffer("h"):spans(1, 10), 0)
equal("no status", desk:buffer("h"):status(), "")
equal("toggle again", run("toggle").message, "whowhen: on here")
equal("on", #desk:buffer("h"):spans(1, #TEXT), 12)
desk = desk_with({ max_size = 50, max_line = 10 })
check("too large", run("next").message:find("larger than max_size"))
check("a long line", run("next", 1, "2024-07-14 x y").message:find("longer than max_line"))
local reads = 0
local function handed_over(text)
  return { len = #text, read = function(first, last)
    reads = reads + 1
    return text:sub(first, last)
  end }
end
for _ = 1, 3 do desk:buffer("large"):sync(handed_over(("x"):rep(51))) end
equal("what is too large is not read", reads, 0)
for _ = 1, 3 do desk:buffer("long"):sync(handed_over("2024-07-14 x y")) end
equal("nor what was found too long before", reads, 1)
check("short lines", run("next", 1, "2024\n2023\n2022\n").select)
check("grown too large", run("next", 1, ("2024\n"):rep(20)).message:find("larger than max_size"))
check("and shrunk again", run("next", 1, "x 2024\n").select)

-- Edits: the text is handed over once.
desk = desk_with()
local buffer = desk:buffer("h")
buffer:sync("on 2024-07-14\n")
buffer:edit(1, 0, "2023\n")
buffer:sync(function() return nil end)
equal("edits", buffer.document:text(), "2023\non 2024-07-14\n")

--- A text to be compared, that counts what is read of it.
local read = 0
local function source(text)
  return { len = #text, read = function(first, last)
    read = read + last - first + 1
    return text:sub(first, last)
  end }
end
local held = buffer.document:at(1)
buffer:sync(source("2023\non 2024-07-14\n"))
equal("no edit, no stale mention", held.text, "2023")
local text, wrong = ("On 2024-07-14\nit rained. "):rep(3000), 0
math.randomseed(5)
for _ = 1, 300 do
  local at, len = math.random(#text), math.random(0, 3)
  local new = ("x2020\n"):sub(1, math.random(0, 6))
  text = text:sub(1, at - 1) .. new .. text:sub(at + len)
  buffer:sync(source(text))
  if buffer.document:text() ~= text then wrong = wrong + 1 end
end
equal("compared in pieces", wrong, 0)
buffer:sync(source(""))
equal("to nothing", buffer.document:len(), 0)
buffer:sync(source("2023\n"))
equal("and back", buffer.document:text(), "2023\n")

local notes = {}
for i = 1, 8000 do notes[i] = ("%05d came in on 2023-01-01.\n\n"):format(i) end
buffer:sync(table.concat(notes))
equal("nobody has looked", buffer:status(), "~0 when")
buffer:spans(1, 99)
check("a part was looked at", buffer:status():find("^~[1-9]%d+ when$"))
equal("a small part", buffer.document:unread() > 2 ^ 17, true)
buffer:spans(1, buffer.document:len())
equal("counted", buffer:status(), "8000 when")
buffer:edit(1, #notes[1], "")
buffer:spans(1, buffer.document:len())
equal("a large text is not counted at once", buffer:status(), "~8000 when")
for _ = 1, 20 do buffer:edit(1, #notes[1], "") end
buffer:spans(1, buffer.document:len())
equal("but soon", buffer:status(), "7979 when")
buffer:sync(table.concat(notes))
buffer:spans(1, 99)
check("one who asks", buffer:status():find("^~"))
buffer:count()
equal("is told", buffer:status(), "8000 when")

-- Names, findings and explanations, as a build that has them gives them.
desk = desk_with()
buffer = desk:buffer("h")
buffer:sync(TEXT)
local fake = setmetatable({
  cast = function()
    return { { name = "B", mentions = 2, first = 50 }, { name = "A\n", first = 2 } }
  end,
  findings = function()
    return { { id = "weekday", message = "not a Friday", first = 24, last = 38,
      suggestions = { { text = "Thursday" }, "July 13" } } }
  end,
  explain = function() return { "one", "two" } end,
}, { __index = buffer.document })
buffer.document = fake
buffer.lines = lines.new(fake)
local cast = run("cast").list
equal("cast keeps its order", cast[1].label, "  2 x  B")
equal("cast: a line", cast[2].label, "  1 x  A")
equal("check", run("check").findings[1].label, "not a Friday (Thursday, July 13?)")
equal("told", #run("explain").lines, 2)

-- The error switch.
desk = desk_with()
desk:buffer("h"):sync(TEXT)
local calls = 0
local callback = desk:protect(function(...)
  calls = calls + 1
  if calls == 3 then error("first line\nsecond") end
  return ...
end)
equal("protected", select("#", callback(1, nil, 3)), 3)
callback()
callback()
callback()
equal("off after a fault", calls, 3)
equal("one message", table.concat(said, "|"), "whowhen is off: first line")
check("no buffers are kept", next(desk.buffers) == nil)
equal("commands say so", run("next").message, "whowhen is off: first line")
equal("reload", run("reload").message, "whowhen: the rules are as they were")
check("works again", run("next").select)

-- Rules are read again: those that were good stay in force while the file is broken.
local rules_file = os.tmpname()
local function write_rules(source_text)
  local out = assert(io.open(rules_file, "w"))
  out:write(source_text)
  out:close()
end
write_rules([[return { { name = "a", kind = "docket", words = { "rained" } } }]])
desk = desk_with({ rules = rules_file })
equal("a rule", #run("list docket").list, 1)
equal("unchanged", run("reload").message, "whowhen: the rules are as they were")
write_rules([[return { { name = "a", kind = "docket", words = { "rained", "it" } } }]])
equal("changed", run("reload").message, "whowhen: new rules are in force")
equal("the new rule", #run("list docket").list, 2)
write_rules("return {")
check("broken", run("reload").message:find("whowhen: " .. rules_file .. ":1: ", 1, true))
equal("the last good one", #run("list docket").list, 2)
os.remove(rules_file)
desk = desk_with({ kinds = "dates" })
run("next")
check("a wrong kind in the options", said[1] == nil
  and run("next").message:find('unknown kind "dates"', 1, true))
desk_with({ nonsense = 1 })
check("a wrong option is said", said[1]:find('^whowhen: unknown option "nonsense"'))

support.finish()
