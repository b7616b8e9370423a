local support = require("support")
local buffers = require("whowhen.buffer")
local code = require("whowhen.code")
local command = require("whowhen.command")
local config = require("whowhen.config")
local describe = require("whowhen.describe")
local house = require("whowhen.command.house")
local lines = require("whowhen.lines")
local whowhen = require("whowhen")
local equal, check = support.equal, support.check

-- Options.
equal("defaults", config.merge().kinds, "shown")
equal("an option", config.merge({ max_size = 5 }).max_size, 5)
for _, row in ipairs({
  { { filetype = {} }, 'unknown option "filetype"' },
  { { filetypes = "text" }, "option filetypes: a list is wanted, not a string" },
  { { filetypes = { 1 } }, "option filetypes: it holds more than names" },
  { { kinds = 1 }, "option kinds: a string or a list is wanted, not a number" },
  { { date = "2024-02-30" }, 'option date: a date "YYYY-MM-DD" is wanted, not "2024-02-30"' },
  { { keys = 1 }, "option keys: true or false is wanted, not a number" },
  { { max_line = "9" }, "option max_line: a number is wanted, not a string" },
  { { max_size = -1 }, "option max_size: a number of bytes is wanted" },
  { "x", "options: a table is wanted, not a string" },
}) do
  local merged, message = config.merge(row[1])
  equal("a wrong option", message and message:sub(1, #row[2]), row[2])
  equal("does not count", merged.max_line, config.DEFAULTS.max_line)
end
equal("the others do", config.merge({ kinds = "who", keys = 1 }).kinds, "who")
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
  local function fetch() return buffers.source(text or TEXT) end
  return command.run(desk, "h", "text", fetch, pos or 1, line)
end
local function selected(line, pos)
  local outcome = run(line, pos)
  return outcome.select and TEXT:sub(outcome.select.first, outcome.select.last) or outcome.message
end
equal("next", selected("next"), "2024-07-14")
equal("next 2", selected("next 2"), "Friday, July 12")
equal("round and round", selected("next 99"), "three days")
equal("next of a kind", selected("next duration"), "three days")
equal("vague ones when asked for", selected("next vague"), "now")
equal("from the top again", run("next", #TEXT).message,
  "2024-07-14: 2024-07-14, Sun (from the top again)")
equal("from the bottom again", run("previous duration", 1).message,
  "three days: P3D (from the bottom again)")
equal("no such", selected("next org", #TEXT), "whowhen: no next mention")
desk.wraps = function() return false end
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
for _, row in ipairs({
  { "t", "timeline toggle" }, { "next 2 d", "date duration" }, { "list a", "all" },
  { "list date,pe", "date,person" }, { "next sa", "same" }, { "export h", "html" },
  { "export csv ti", "timeline" }, { "pick c", "cast check" }, { "style b", "british" },
  { "check x", "" }, { "nonsense d", "" },
}) do
  equal("completion of " .. row[1], table.concat(command.complete(row[1]), " "), row[2])
end
for _, name in ipairs(command.NAMES) do
  check("help of " .. name, command.help(name):find("%l"))
end

-- The same, picked out.
local twice = "2024-07-14, 14 July 2024, 2023"
equal("same", run("same", 3, twice).message, "2024-07-14: mentioned 2 times")
check("picked", desk:buffer("h"):is_picked(13) and not desk:buffer("h"):is_picked(27))
run("same", 3, twice)
check("picked no more", not desk:buffer("h"):is_picked(13))

-- The next of the same, and its completion.
desk.wraps = nil
local names = "Judge Mary Sommer ruled. Sommer left. Mr. Bob Stone stayed, Sommer said.\n"
local function at(word, n)
  local from = 0
  for _ = 1, n or 1 do from = assert(names:find(word, from + 1, true)) end
  return from
end
local function first_of(line, pos)
  local outcome = run(line, pos, names)
  return outcome.select and outcome.select.first or outcome.message
end
equal("next same", first_of("next same", at("Mary")), at("Sommer", 2))
equal("next 2 same", first_of("next 2 same", at("Mary")), at("Sommer", 3))
equal("previous same", first_of("previous same", at("Mary")), at("Sommer", 3))
equal("nothing here", first_of("next same", at("ruled")), "whowhen: nothing is marked here")
for _, row in ipairs({ { "goto ma", "Mary Sommer" }, { "goto mary s", "Sommer" },
  { "goto x", "" } }) do
  equal("names in " .. row[1],
    table.concat(command.complete(row[1], desk, desk:buffer("h"), 1), "|"), row[2])
end
equal("pick", run("pick cast", 1, names).choose.pick(1).select.first, at("Mary"))
equal("pick of a kind", #run("pick person", 1, names).choose.labels, 4)

-- Changing the text.
local function changed(line, word, text)
  local outcome = run(line, text:find(word, 1, true), text)
  if not outcome.replace then return outcome.message end
  local change = outcome.replace[1]
  return text:sub(1, change.first - 1) .. change.text .. text:sub(change.last + 1)
end
local dated = " date 2024-07-14 X - He left on Friday, July 13, at 7:30 p.m. "
  .. "Then July 12; see May 2023.\n"
for _, row in ipairs({
  { "iso", "July 12", "2024-07-12; see" }, { "iso", "May", "see 2023-05." },
  { "style", "2024", " date July 14 X" }, { "style long", "July 12", "July 12, 2024; see" },
  { "style british", "July 12", "12 July 2024; see" }, { "style", "May", "see May 2023." },
  { "style x", "May", 'whowhen: no style "x": use ap, british, long' },
  { "iso", "He", "whowhen: nothing is marked here" },
}) do
  local text = changed(row[1], row[2], dated)
  check(row[1] .. " " .. row[2], text:find(row[3], 1, true), text)
end
local offers = run("fix", dated:find("July 13", 1, true), dated).choose
equal("fix: suggestions", table.concat(offers.labels, "|"), "Friday, July 12|Saturday, July 13")
equal("fix: one", offers.pick(2).replace[1].text, "Saturday, July 13")
check("fix 2", changed("fix 2", "He left", dated):find("left on Saturday, July 13,", 1, true))
equal("fix 9", changed("fix 9", "He left", dated), "whowhen: there is no suggestion 9")
run("next", 1, dated:gsub("He", "She"))
equal("too late", offers.pick(1).message, "whowhen: the text has changed meanwhile")
equal("nothing to fix", run("fix").message, "whowhen: no finding here")
equal("a clean check", run("check").message, "whowhen: no findings")
for _, row in ipairs({ { "noon", "2024-07-13T12:00", "ap", "noon July 13" },
  { "morning", "2024-07-13T09:05", "long", "July 13, 2024, 09:05" }, { "week", "2024-W28", "ap" },
  { "other year", "2023-10-05", "ap", "Oct. 5, 2023" }, { "vague", "PAST_REF", "ap" } }) do
  equal("form: " .. row[1], house.write(row[2], row[3], "2024-07-14") or nil, row[4])
end
for value, is in pairs({ ["2024"] = true, ["2024-W28"] = true, ["2024-07-12TNI"] = false,
  ["P3D"] = true, ["PXD"] = false, PAST_REF = false, ["2024-Q3"] = false,
  ["2024-07-12T19:30"] = true }) do
  equal("ISO 8601: " .. value, house.is_iso(value), is)
end

-- A new text, and going by articles.
local csv = run("export csv").export
check("export", csv.text:find("2024-07-12", 1, true) and csv.title == "timeline.csv")
check("export a page", run("export html").export.text:find("<html", 1, true))
equal("export what", run("export pdf").message,
  "whowhen: export as what? csv, html, ics, json, md, org, text")
equal("not that", run("export ics cast").message, "whowhen: ics is for timeline")
local wire = ("date 2024-07-14 X - One.\n\n"):rep(3)
equal("articles", #wire, 3 * 26)
equal("article", run("article", 1, wire).select.first, 27)
equal("article 2", run("article 2", 1, wire).select.first, 53)
equal("its beginning first", run("article previous", 30, wire).select.first, 27)
equal("then the one before", run("article previous", 27, wire).select.first, 1)
equal("no more", run("article", 60, wire).message, "whowhen: no next article")

-- An empty text: no command fails.
for _, empty in ipairs({ "", "\n" }) do
  for _, name in ipairs(command.NAMES) do
    local outcome = run(name, 1, empty)
    check(("%s in %d bytes"):format(name, #empty),
      outcome.message or outcome.export or outcome.lines)
    check("without a fault", not (outcome.message or ""):find("argument"), outcome.message)
    if name == "toggle" then run(name, 1, empty) end
  end
end
check("nothing is off", not desk.broken)

-- A fault in what was asked for is a message, and takes no marks away.
desk.own = { fail = { help = "fails", run = function() error("no luck\nat all") end } }
equal("a fault", run("fail").message, "whowhen: no luck")
check("nothing is off", not desk.broken and #desk:buffer("h"):spans(1, 30) > 0)
check("the host's own", table.concat(command.names(desk), " "):find("export fail fix", 1, true))
desk.own = nil

-- Nothing of a hostile article, or of a hostile command line, reaches a screen as a control.
local EVIL = "\27]0;x\7\27[31m\194\155\226\128\174\0\8"
local hostile = (" date 2024-07-14 X - Judge Mary%s Sommer ruled on Friday, July%s 13. Mr. Bob"
  .. "%s\nStone said: Sommer left.\n"):gsub("%%s", (EVIL:gsub("%%", "%%%%")))
local function controls(value, where)
  if type(value) == "string" then
    local shown = value:find("[%z\1-\8\11-\31\127]") or value:find("\194[\128-\159]")
      or value:find("\226\128[\170-\174]")
    check("no control in " .. where, not shown, ("%q"):format(value))
  elseif type(value) == "table" and not getmetatable(value) then
    for key, each in pairs(value) do
      -- What is put into the text is the text's own.
      local is_text = key == "replace" or key == "suggestions"
      if not is_text then controls(each, where .. "." .. tostring(key)) end
    end
  end
end
for _, name in ipairs(command.NAMES) do
  for _, word in ipairs({ "Mary", "Friday", "Bob" }) do
    if name ~= "toggle" then controls(run(name, hostile:find(word, 1, true), hostile), name) end
  end
  controls(run(name .. " " .. EVIL, 1, hostile), name .. " EVIL")
  if name == "toggle" then run(name, 1, hostile) end
end
controls(run(EVIL, 1, hostile), "no command")
controls(run("export csv", 1, hostile), "export")
controls(command.complete("goto ", desk, desk:buffer("h"), 30), "completion")

-- Other kinds.
equal("kinds", run("kinds time date").message, "whowhen: marks time date")
equal("painted", #desk:buffer("h"):spans(1, #TEXT), 9)
check("no such kind", run("kinds dte").message:find('whowhen: unknown kind "dte"', 1, true))
equal("the usual", run("kinds shown").repaint, true)

-- Ignoring: asked, written, shown, undone.
local ignored = require("whowhen.ignored")
local where = os.tmpname()
os.remove(where)
desk.user_file = function(name) return ("%s/it's here/%s"):format(where, name) end
local function find_all(line, word, text)
  return run(line, text:find(word, 1, true), text)
end
equal("ignore nothing", run("ignore").message, "whowhen: no name or finding here")
local choice = find_all("ignore", "Mary", names).choose
equal("ignore a name", choice.labels[1], '"Mary Sommer" is never a name')
equal("not yet", #ignored.list(desk), 0)
choice.pick(1)
equal("no name any longer", run("next person", 1, names).select.first, at("Sommer", 2))
choice = find_all("ignore", "Friday", dated).choose
equal("ignore a finding", table.concat(choice.labels, "|"),
  'weekday-mismatch of "Friday, July 13" is never queried|weekday-mismatch is never queried')
choice.pick(1)
equal("not made", run("check", 1, dated).message, "whowhen: no findings")
equal("made of others", #run("check", 1, dated:gsub("13", "11")).list, 1)
equal("shown", #run("ignore list").choose.labels, 2)
equal("undone", run("ignore undo").message,
  'no longer ignored: weekday-mismatch of "Friday, July 13" is never queried')
equal("made again", #run("check", 1, dated).list, 1)
run("ignore list").choose.pick(1)
equal("a name again", run("next person", 1, names).select.first, at("Mary"))
equal("nothing left", run("ignore list").message, "whowhen: nothing is ignored")
ignored.add(desk, { field = "never", text = 'a "b" \\ c' })
equal("quoted", ignored.list(desk)[1].text, 'a "b" \\ c')
check("sound", desk:rules() ~= nil and #said == 0, said[1])
os.execute(("rm -r '%s'"):format(where))
desk:read_rules_anew()

-- Code in markdown is no news.
for _, row in ipairs({
  { "a `code` b", "a ", " b" }, { "``a ` b`` c", " c" }, { "a ` b", "a ` b" },
  { "x\n```\na\n```\ny", "x\n", "\ny" }, { "~~~ lua\na\n```\nb", "" },
  { "> ```\n> a\n> ```\n> b", "\n> b" }, { "a ``` b", "a ``` b" }, { "a ~~~ b", "a ~~~ b" },
  { "`a\n\nb` c", "`a\n\nb` c" }, { "```\na\n````\nb", "\nb" }, { "````\na\n```\nb", "" },
  { "- ```\n  a\n  ```\nb", "\nb" }, { "```a`b``` c", " c" }, { "", "" },
}) do
  local ranges, rest, pos = code.ranges(row[1]), {}, 1
  for i = 1, #ranges, 2 do
    table.insert(rest, row[1]:sub(pos, ranges[i] - 1))
    pos = ranges[i + 1] + 1
  end
  table.insert(rest, row[1]:sub(pos))
  equal("code in " .. row[1], table.concat(rest), table.concat(row, "", 2))
end
local page = "On 2024-07-14, `2023`:\n\n```\n2022\n```\n2021 `x` 2020\n"
local function on_page(line, pos)
  local function fetch() return buffers.source(page) end
  local outcome = command.run(desk, "page", "markdown", fetch, pos or 1, line)
  return outcome.select and page:sub(outcome.select.first, outcome.select.last)
    or outcome.list and #outcome.list or outcome.message
end
equal("over a span and a block", on_page("next", 5), "2021")
equal("and back", on_page("previous", page:find("2021")), "2024-07-14")
equal("not listed", on_page("list"), 3)
equal("not painted", #desk:buffer("page"):spans(1, #page), 9)
equal("no info", on_page("info", page:find("2022")), "whowhen: nothing is marked here")
equal("timeline", on_page("timeline"), 3)

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
buffer:sync(buffers.source("on 2024-07-14\n"))
buffer:edit(1, 0, "2023\n")
buffer:refresh(function() return nil end)
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
  local from, len = math.random(#text), math.random(0, 3)
  local new = ("x2020\n"):sub(1, math.random(0, 6))
  text = text:sub(1, from - 1) .. new .. text:sub(from + len)
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
buffer:sync(buffers.source(table.concat(notes)))
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
buffer:sync(buffers.source(table.concat(notes)))
buffer:spans(1, 99)
check("one who asks", buffer:status():find("^~"))
buffer:count()
equal("is told", buffer:status(), "8000 when")

-- A host that must breathe walks in windows, and finds the same.
local breaths = 0
local rows = {}
for i = 1, 12000 do
  rows[i] = i % 3000 == 7 and "It took three days.\n\n" or "Nothing happened on 2024-01-01.\n"
end
rows[12001] = "three days"
local far = table.concat(rows)
buffer = desk:buffer("far")
buffer:sync(buffers.source(far))
local more, steps = true, 0
while more do
  more = buffer:idle()
  steps = steps + 1
end
check("divided in steps", steps > 1 and buffer.divided)
for _, kinds in ipairs({ "duration", "date" }) do
  local function walk(direction, pos)
    local found = {}
    for _ = 1, 6 do
      local m = buffer[direction](buffer, pos, kinds)
      if not m then break end
      table.insert(found, m.first)
      pos = m.first
    end
    return table.concat(found, " ")
  end
  for direction, pos in pairs({ next = 0, previous = #far + 1 }) do
    desk.breathe = nil
    local plain = walk(direction, pos)
    desk.breathe = function() breaths = breaths + 1 end
    equal(direction .. " " .. kinds .. " in windows", walk(direction, pos), plain)
  end
end
check("with breaths", breaths > 10)
desk.breathe = nil
desk:forget("far")

-- Names, findings and explanations, as a build that has them gives them.
desk = desk_with()
buffer = desk:buffer("h")
buffer:sync(buffers.source(TEXT))
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
desk:buffer("h"):sync(buffers.source(TEXT))
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
desk = desk_with({ rules = { "courts", "~/none.lua" } })
check("a pack, by its name", desk:rules().rules[1].file:find("pack/courts%.lua$"))
local missing = said[1] or ""
check("a home", missing:find((os.getenv("HOME") or "~") .. "/none.lua", 1, true), missing)
desk = desk_with({ kinds = "dates", findings = "tense" })
check("a wrong kind in the options", said[1]:find('option kinds: unknown kind "dates"', 1, true))
equal("does not count", selected("next"), "2024-07-14")
desk_with({ findings = "wekday-mismatch" })
check("a wrong finding", said[1]:find('did you mean "weekday-mismatch"', 1, true))
desk_with({ nonsense = 1 })
check("a wrong option is said", said[1]:find('^whowhen: unknown option "nonsense"'))

support.finish()
