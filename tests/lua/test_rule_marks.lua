--- Rules at work: what a set of rules makes of a text, through the core.
local support = require("support")
local whowhen = require("whowhen")
local rules = require("whowhen.rules")
local equal = support.equal

local file = os.tmpname()
local out = assert(io.open(file, "w"))
out:write([==[
return {
  { name = "docket", kind = "docket", pattern = [[\bNo\. (?<number>\d{2}-\d+)\b]] },
  { name = "code", kind = "date", pattern = [[\bQ(?<q>[1-4]) of FY(?<year>\d{4})\b]],
    value = function(m) return m.year .. "-Q" .. m.q end },
  { name = "people", kind = "person", priority = 1, words = { "Zed Quist", "K'naan" } },
  { name = "low", kind = "docket", priority = -1, words = { "Friday" } },
  { name = "not-plover", reject = function(m) return m.text == "Plover" end },
  { name = "short", kind = "docket", words = { "X1" }, when = function(m)
    return m:before(5) == "case "
  end },
  { name = "ours", names = { org = { "Acme Rollers", "May Day" } } },
  { name = "ours-first", priority = 5, names = { place = { "Foo Tower" } } },
  { name = "plain", pattern = [[\butili[sz]e\b]], finding = function(m)
    return 'say "use"', { "use" }
  end },
}
]==])
out:close()
local reported = {}
local set, messages = rules.load(file, { report = function(m) table.insert(reported, m) end })
os.remove(file)
equal("no trouble", table.concat(messages, "; "), "")

--- The marks of a text as { kind:text=value } in a row.
local function marks(text, kinds)
  local doc, list = whowhen.document(text, { date = "2024-07-14", rules = set }), {}
  for m in doc:mentions(nil, nil, kinds) do
    table.insert(list, m.kind .. ":" .. m.text .. (m.value and "=" .. m.value or ""))
  end
  return table.concat(list, " ")
end

for _, row in ipairs({
  { "Filed as No. 24-317 today.", "docket:No. 24-317 date:today=2024-07-14" },
  { "Filed as no. 24-317 today.", "date:today=2024-07-14" },
  { "Sales of Q2 of FY2024 fell.", "date:Q2 of FY2024=2024-Q2" },
  { "Songs by K'naan and Zed Quist.", "person:K'naan person:Zed Quist" },
  { "Songs by K'naans and Zed Quists.", "", "docket" },
  { "They met on Friday.", "date:Friday=2024-07-12" },
  { "In case X1 and form X1.", "docket:X1" },
  -- A name that a rule gives is no guess; a longer one is another, and a time stays.
  { "Acme Rollers said so. The chief of Acme Rollers, Jane Doe, agreed.",
    "org:Acme Rollers org:Acme Rollers person:Jane Doe" },
  { "He works at Acme Rollers Inc. in Ohio.", "org:Acme Rollers Inc. place:Ohio", "who" },
  { "They met on May Day.", "date:May Day=2024-05-01" },
  { "The New Foo Tower Society met.", "place:Foo Tower", "place" },
}) do
  equal(row[1], marks(row[1], row[3]), row[2])
end

local doc = whowhen.document("We utilise No. 24-317 and utilize it.", { rules = set })
local found = {}
for _, finding in ipairs(doc:findings()) do
  table.insert(found, finding.id .. " " .. finding.first .. " " .. finding.message)
end
equal("findings", table.concat(found, "; "), 'plain 4 say "use"; plain 27 say "use"')
equal("a rule's name", doc:at(13).rule, "docket")
equal("its groups", doc:at(13).groups.number, "24-317")
equal("its kind in spans", doc.kinds[doc:spans()[3]], "docket")
equal("next of its kind", doc:next(0).text, "No. 24-317")
doc:edit(12, 12, "n")
equal("after an edit", doc:next(0), nil)
equal("no faults", #reported, 0)

--- The marks of a text by rules, as { kind:text=value } in a row; the same backwards and in pieces.
local function marks_of(source, text, options)
  local written = assert(io.open(file, "w"))
  written:write("return {" .. source .. "}")
  written:close()
  local with, trouble = rules.load(file, { report = function(m) support.check(m, false) end })
  os.remove(file)
  equal("no trouble in " .. source, table.concat(trouble, "; "), "")
  local made = whowhen.document(text, { date = "2024-07-14", rules = with })
  if options == "cast" then
    local list = {}
    for _, who in ipairs(made:cast()) do
      table.insert(list, (who.title or "") .. ":" .. who.name)
    end
    return table.concat(list, " ")
  end
  equal("no findings", #made:findings(), 0)
  local ahead, back, one_by_one, painted = {}, {}, {}, {}
  local function say(m) return m.kind .. ":" .. m.text .. (m.value and "=" .. m.value or "") end
  for m in made:mentions() do table.insert(ahead, say(m)) end
  local m = made:previous(#text + 1)
  while m do
    table.insert(back, 1, say(m))
    m = made:previous(m.first)
  end
  m = made:next(0)
  while m do
    table.insert(one_by_one, say(m))
    equal("at its beginning", say(made:at(m.first)), say(m))
    equal("at its end", say(made:at(m.last)), say(m))
    m = made:next(m.first)
  end
  local spans = made:spans(nil, nil, nil, "all")
  for i = 1, #spans, 3 do
    table.insert(painted, made.kinds[spans[i + 2]] .. ":" .. text:sub(spans[i], spans[i + 1]))
  end
  local all = table.concat(ahead, " ")
  equal("backwards", table.concat(back, " "), all)
  equal("step by step", table.concat(one_by_one, " "), all)
  equal("painted", table.concat(painted, " "), (all:gsub("=%S*", "")))
  local counted = 0
  for _, n in pairs(made:count()) do counted = counted + n end
  equal("counted", counted, #ahead)
  return all
end

local REFUSED = [[{ name = "no", kind = "day", priority = 1, words = { "Friday evening in May" },
  when = function() return false end }]]
for _, row in ipairs({
  -- What a rule's `when` refuses leaves what it had pushed out.
  { [[{ name = "fruit", kind = "fruit", words = { "Friday" }, priority = 1,
      when = function(m) return m:after(4) == " pie" end }]],
    "On Friday they sold Friday pie.", "date:Friday=2024-07-12 fruit:Friday" },
  { [[{ name = "no", kind = "day", priority = 1, words = { "Friday and May 4" },
      when = function() return false end }]],
    "They met on Friday and May 4.", "date:Friday=2024-07-12 date:May 4=2024-05-04" },
  -- One refused rule above another, and that above what is built in.
  { REFUSED .. [[, { name = "never-so", kind = "day", priority = 2, words = { "evening in May" },
      when = function() return false end }]],
    "It was Friday evening in May.", "time:Friday evening=2024-07-12TEV date:May=2024-05" },
  { REFUSED .. [[, { name = "so", kind = "day", priority = 0, words = { "Friday evening in" } }]],
    "It was Friday evening in May.", "day:Friday evening in date:May=2024-05" },
  { [[{ name = "not", reject = function(m) return m.text == "July 4" end },
      { name = "low", kind = "place", words = { "July" }, priority = -1 }]],
    "The July 4 parade.", "place:July" },
  -- Lists.
  { [[{ name = "x", never = { "Alec Baldwin" } }]], "He saw Alec Baldwin and Jane Fonda.",
    "person:Jane Fonda" },
  { [[{ name = "x", titles = { "Grand Vizier" } }]], "He met Grand Vizier Amal Haddad.",
    "Grand Vizier:Amal Haddad", "cast" },
  { [[{ name = "x", holidays = { ["Founders’ Day"] = "03-14" } }]],
    "On Founders' Day, next founders' Day, last\nFounders’ Day and Founders' Day, 2019.",
    "date:Founders' Day=2024-03-14 date:last\nFounders’ Day=2024-03-14 "
      .. "date:Founders' Day, 2019=2019-03-14" },
  { [[{ name = "x", holidays = { ["Town Day"] = { month = 5, weekday = "friday", nth = -1 },
      Thanksgiving = { month = 10, weekday = "monday", nth = 2 } } }]],
    "From next Town Day to Thanksgiving.",
    "date:next Town Day=2025-05-30 date:Thanksgiving=2024-10-14" },
}) do
  equal(row[1] .. " in " .. row[2], marks_of(row[1], row[2], row[4]), row[3])
end

local function load_text(text)
  local handle = assert(io.open(file, "w"))
  handle:write(text)
  handle:close()
  local loaded, trouble = rules.load(file)
  os.remove(file)
  return loaded, trouble
end

local _, refused = load_text('return { { name = "bad", kind = "x", pattern = "a(b" } }')
support.check("a bad pattern has its place", refused[1]:find("bad", 1, true)
  and refused[1]:find("at byte 3", 1, true), refused[1])

-- Rules that claim the same text are asked once each, however many there are.
for _, n in ipairs({ 5, 40 }) do
  local list = {}
  for i = 1, n do
    list[i] = ([[{ name = "r%d", kind = "word", words = { "alpha beta", "beta gamma" },
      when = function() return false end }]]):format(i)
  end
  local many = load_text("return {" .. table.concat(list, ",") .. "}")
  local asked, accepts = 0, many.accepts
  function many.accepts(...)
    asked = asked + 1
    return accepts(...)
  end
  doc = whowhen.document("It is alpha beta gamma. On Friday alpha beta.", { rules = many })
  local counted = doc:count()
  equal("nothing comes up", counted.word, 0)
  equal("the date stays", counted.date, 1)
  equal("asked of " .. n, asked, 3 * n)
  doc:spans()
  equal("and never again", asked, 3 * n)
end

-- Values of others, one after the other, come out of one budget.
local told = {}
local chain = assert(io.open(file, "w"))
chain:write([[return { { name = "chain", kind = "link", pattern = "x[0-9]", value = function(m)
  for _ = 1, 100 do local _ = m.next and m.next.value end
  return "v"
end } }]])
chain:close()
local chained, wrong = rules.load(file, { report = function(m) table.insert(told, m) end })
os.remove(file)
doc = whowhen.document("x1 x2 x3 x4 x5 x6 x7 x8 x9", { rules = chained })
equal("no trouble", table.concat(wrong), "")
equal("a chain ends", doc:at(1).value, nil)
support.check("and is told", told[1] and told[1]:find("it ran for too long", 1, true), told[1])
equal("the last one has its value", doc:at(25).value, "v")

-- A pattern that is slow is told once, and off.
told = {}
local slow_file = assert(io.open(file, "w"))
slow_file:write([[return { { name = "slow", kind = "x", pattern = "x.{0,300}.{0,300}[yz]" } }]])
slow_file:close()
local slow = rules.load(file, { report = function(m) table.insert(told, m) end })
os.remove(file)
doc = whowhen.document(("x"):rep(1200), { rules = slow })
doc:spans()
doc:edit(1, 0, "x")
equal("a slow pattern is told once", #told, 1)
support.check("by its name",
  told[1] and told[1]:find('rule "slow": its pattern takes too many steps', 1, true), told[1])
support.check("and off", slow.by_name.slow.off)

local _, no_pack = rules.load("nosuch")
support.check("packs are named", no_pack[1]:find("the packs are ap, courts, markets", 1, true))
_, no_pack = rules.load("./nosuch.lua")
support.check("where a file was not meant", not no_pack[1]:find("packs", 1, true))

-- An error that is not a rule's leaves nothing behind.
local cut = load_text('return { { name = "r", kind = "w", words = { "alpha" }, when = function(m) '
  .. "return m.text ~= nil end } }")
doc = whowhen.document("alpha", { rules = cut })
local text_of = doc.text
function doc.text() error("interrupted!", 0) end
pcall(doc.next, doc, 0)
doc.text = text_of
equal("asking is over", doc.asking, false)

-- A rule that makes no mentions is asked about an article, and looks no further.
set = load_text([[return {
  { name = "p", pattern = "\\bteh\\b", finding = function() return "the" end },
  { name = "w", words = { "teh" }, finding = function() return "the" end } }]])
doc = whowhen.document("date 2024-07-14 A - Of all.\n\ndate 2024-07-15 B - Of teh.\n",
  { rules = set })
for number = 1, 2 do
  local article, teh = doc:article(1), doc:text():find("teh", 1, true)
  equal("not in the first article", doc.core:query(number, 1, article.last), nil)
  equal("not before it", doc.core:query(number, 1, teh - 1), nil)
  equal("at the end", doc.core:query(number, 1, teh), teh)
  equal("nor behind it", doc.core:query(number, teh + 1, doc:len()), nil)
  equal("no range", doc.core:query(number, teh, teh - 1), nil)
end
equal("of the first", #doc:findings(1), 0)
equal("of the second", #doc:findings(2), 2)

support.finish()
