local support = require("support")
local rule_document = require("rule_document")
local rule_check = require("whowhen.rule.check")
local rule_test = require("whowhen.rule.test")
local rules = require("whowhen.rules")
local equal, check = support.equal, support.check

local FILE = os.tmpname()

local function write(source, name)
  local file = assert(io.open(name or FILE, "wb"))
  file:write(source)
  file:close()
end

local function without_path(text)
  return (text:gsub(FILE:gsub("%p", "%%%0"), "F"))
end

--- Loads rules from a source: the set, its messages with F for the file, and what it reports.
local function load_rules(source)
  write(source)
  local reported = {}
  local set, messages = rules.load(FILE, {
    compile = rule_document.compile,
    report = function(message) table.insert(reported, without_path(message)) end,
  })
  for i, message in ipairs(messages) do messages[i] = without_path(message) end
  return set, messages, reported
end

-- Where the rules of a file are.
equal("lines", table.concat(rule_check.lines([==[
-- return { {
local helper = { {1}, "{" }
--[[ { {
return ]]
local s = [[ return { { ]]
return {
  { name = "a", words = { "x{", 'y\'{' } },

  { name = "b",
    f = function() return { {1} } end },
}
]==]), " "), "7 9")

-- Breakage: what a file holds, and what is said of it.  A good rule beside it always stays.
local GOOD = '{ name = "good", kind = "docket", words = { "Docket 7" } },\n'
for _, row in ipairs({
  { "42", "F: rule 2: a rule must be a table, not a number" },
  { '{ kind = "docket", words = { "x" } }', "F:2: rule 2: it has no name" },
  { "{ name = 7 }", "F:2: rule 2: name must be a string, not a number" },
  { '{ name = "a b", never = { "x" } }',
    'F:2: rule "a b": name: use letters, digits, hyphens, dots and underscores' },
  { '{ name = "good", never = { "x" } }',
    'F:2: rule "good": its name is taken by the rule in line 1' },
  { '{ name = "x", patern = "y" }',
    'F:2: rule "x": unknown field "patern": did you mean "pattern"?' },
  { '{ name = "x", [1] = "y" }', 'F:2: rule "x": unknown field "1": did you mean ' },
  { '{ name = "x", kind = 7, words = { "y" } }',
    'F:2: rule "x": kind must be a string, not a number' },
  { '{ name = "x", kind = "Docket!", words = { "y" } }',
    'F:2: rule "x": kind "Docket!": use small letters, digits and hyphens' },
  { '{ name = "x", kind = "persn", words = { "y" } }',
    'F:2: rule "x": kind "persn" is too like "person": is that meant?' },
  { '{ name = "x", kind = "dates", words = { "y" } }',
    'F:2: rule "x": kind "dates" is too like "date": is that meant?' },
  { '{ name = "x", kind = "vague", words = { "y" } }',
    'F:2: rule "x": kind "vague" is the name of a set of kinds' },
  { '{ name = "x", kind = "date", words = { "y" }, pattern = "y" }',
    'F:2: rule "x": pattern and words exclude each other' },
  { '{ name = "x", pattern = "y" }', 'F:2: rule "x": what is found needs a kind, or a finding' },
  { '{ name = "x" }', 'F:2: rule "x": it does nothing: give it a pattern, words, reject' },
  { '{ name = "x", kind = "date", pattern = {} }',
    'F:2: rule "x": pattern must be a string, not a table' },
  { '{ name = "x", kind = "date", pattern = "" }', 'F:2: rule "x": pattern is empty' },
  { '{ name = "x", kind = "date", pattern = "\\233" }',
    'F:2: rule "x": pattern is not UTF-8' },
  { '{ name = "x", kind = "date",\n  pattern = [[No\\. (\\d+]] }',
    'F:2: rule "x": pattern: missing closing parenthesis, at byte 9\n'
      .. "  No\\. (\\d+\n           ^" },
  { '{ name = "x", kind = "person", words = {} }', 'F:2: rule "x": words is empty, or no list' },
  { '{ name = "x", kind = "person", words = { "a", 7 } }',
    'F:2: rule "x": words: item 2 is a number, not a string' },
  { '{ name = "x", kind = "person", words = { "--" } }',
    'F:2: rule "x": words: item 1, "--", holds no letter or digit' },
  { '{ name = "x", kind = "person", words = { "caf\\233" } }',
    'F:2: rule "x": words: item 1 is not UTF-8' },
  { '{ name = "x", kind = "date", words = { "y" }, value = "2024" }',
    'F:2: rule "x": value must be a function, not a string' },
  { '{ name = "x", words = { "y" }, finding = function() end, value = function() end }',
    'F:2: rule "x": value needs a kind' },
  { '{ name = "x", never = { "y" }, when = function() end }',
    'F:2: rule "x": when needs a pattern or words' },
  { '{ name = "x", kind = "date", words = { "y" }, reject = function() end }',
    'F:2: rule "x": reject looks at all mentions: it needs a rule of its own' },
  { '{ name = "x", kind = "date", words = { "y" }, priority = 1.5 }',
    'F:2: rule "x": priority must be a whole number from -1000 to 1000' },
  { '{ name = "x", kind = "date", words = { "y" }, style = "#f00" }',
    'F:2: rule "x": style must be the name of a highlight, such as "comment"' },
  { '{ name = "x", never = { "y" }, examples = "z" }',
    'F:2: rule "x": examples must be a table, not a string' },
  { '{ name = "x", titles = { "Dr.", false } }',
    'F:2: rule "x": titles: item 2 is a boolean, not a string' },
  { '{ name = "x", holidays = { ["Founders Day"] = "13-40" } }',
    'F:2: rule "x": holidays: Founders Day: "13-40" is not a day "MM-DD"' },
  { '{ name = "x", holidays = { Day = { month = 5, weekday = "Mon", nth = 1 } } }',
    'F:2: rule "x": holidays: Day: weekday must be a name such as "monday"' },
  { '{ name = "x", holidays = { Day = { month = 5, weekday = "monday", nth = 6 } } }',
    'F:2: rule "x": holidays: Day: nth must be 1 to 5, or -1 for the last' },
  { '{ name = "x", names = { persons = { "y" } } }',
    'F:2: rule "x": names: unknown kind "persons": did you mean "person"?' },
  { '{ name = "x", names = { person = "y" } }', 'F:2: rule "x": names.person must be a list' },
}) do
  local set, messages = load_rules("return { " .. GOOD .. row[1] .. " }")
  local message = messages[1] or "no message"
  check(row[2], #messages == 1 and message:sub(1, #row[2]) == row[2], message)
  check("the good rule stays beside: " .. row[1], #set.rules >= 1 and set.by_name.good)
end

-- Files that are refused as a whole.
for _, row in ipairs({
  { "return {", "F:1: " },
  { "local x = os.getenv('HOME') return {}", 'F:1: "os" is unknown here: rules have no access' },
  { "while true do end", "F: it ran for too long" },
  { "local t = {} while true do t[#t + 1] = {} end", "F: it needed too much memory" },
  { "", "F: it returns a nil, not a list of rules: write return { … }" },
  { "return 7", "F: it returns a number, not a list of rules" },
  { 'return { name = "x", never = { "y" } }',
    "F: it returns one rule, not a list: write return { { … } }" },
  { "\27LuaR", "F: this is compiled Lua: rules are read as text" },
}) do
  local set, messages = load_rules(row[1])
  local message = messages[1] or "no message"
  check(row[2], #messages == 1 and message:sub(1, #row[2]) == row[2], message)
  equal("no rules: " .. row[2], #set.rules, 0)
end
local _, messages = rules.load("no/such/file.lua")
check("a missing file", messages[1] and messages[1]:find("no/such/file.lua", 1, true))

-- A rule that was put together in another way is found by its name; other lists have no line.
_, messages = load_rules('local r = { name = "x",\n  patern = 1 }\nreturn { r }')
check("a line by name", messages[1]:find('F:1: rule "x": unknown field', 1, true), messages[1])
_, messages = load_rules('local r = { name = ("x"):rep(2), patern = 1 }\nreturn { r, r }')
check("no line", messages[1]:find('F: rule "xx": unknown field', 1, true), messages[1])

-- What functions answer.
local TEXT = "Docket 7, of May 3, 2024 is cl\195\182sed. Docket 8 too."

--- Loads one rule on a text and tells what came out, and what was reported.
local function outcome(fields, text, kind)
  local set, wrong, reported = load_rules(
    ('return { { name = "x", words = { "Docket" }, kind = %q,\n  %s } }'):format(
      kind or "docket", fields)
  )
  equal("sound: " .. fields, table.concat(wrong, "\n"), "")
  local document = rule_document.make(text or TEXT, set)
  local parts = {}
  for m in document:mentions() do
    if m.rule == "x" then table.insert(parts, m.text .. "=" .. tostring(m.value)) end
  end
  for _, finding in ipairs(document:findings(document:article(1))) do
    local suggestion = finding.suggestions[1]
    table.insert(parts, ("!%s %d-%d %s"):format(finding.message, finding.first, finding.last,
      suggestion and ("%s %d-%d"):format(suggestion.text, suggestion.first, suggestion.last) or ""))
  end
  return table.concat(parts, ", "), reported, set
end

for _, row in ipairs({
  { "", "Docket=nil, Docket=nil" },
  { 'value = function(m) return m.text .. "-" .. m.first end',
    "Docket=Docket-1, Docket=Docket-38" },
  { "value = function(m) return m.value end", "Docket=nil, Docket=nil" },
  { "when = function(m) return m.first > 5 end", "Docket=nil" },
  { "when = function(m) return m.previous ~= nil end", "Docket=nil" },
  { 'when = function(m) return m.next and m.next.value == "2024-05-03" end', "Docket=nil" },
  { 'when = function(m) return m:after(2) == " 8" end', "Docket=nil" },
  { 'when = function(m) return m:before(6) == "sed. " end', "Docket=nil" },
  { 'when = function(m) return #m:before(1e9) > 0 and m:after(-1) == "" end', "Docket=nil" },
  { 'when = function(m) return m.article.date == "2024-07-14" end', "Docket=nil, Docket=nil" },
  { 'finding = function(m) if m.first == 1 then return "odd", { "File" } end end',
    "Docket=nil, Docket=nil, !odd 1-6 File 1-6" },
  { 'finding = function(m) if m.first == 1 then return "odd", nil, 1, 3 end end',
    "Docket=nil, Docket=nil, !odd 1-3 " },
  { 'finding = function(m) if m.first == 1 then\n'
    .. 'return "odd", { { text = "", first = 7, last = 6 } } end end',
    "Docket=nil, Docket=nil, !odd 1-6  7-6" },
}) do
  local got, reported = outcome(row[1])
  equal(row[1], got, row[2])
  equal("no fault: " .. row[1], table.concat(reported, "\n"), "")
end

-- Functions that fail: said once, and the rest works.
for _, row in ipairs({
  { "value = function(m) return m.nothing.more end", "value: F:2: attempt to index" },
  { "value = function() return 7 end", "value: returned a number, not a string" },
  { 'value = function() return "a\\nb" end', "value: returned no line of 1 to 63 bytes" },
  { 'value = function() return "\\233" end', "value: returned no line of 1 to 63 bytes" },
  { 'value = function() return ("x"):rep(64) end', "value: returned no line of 1 to 63 bytes" },
  { 'value = function() return "next <week>" end',
    'value: returned "next <week>", which is no TIMEX3 value', "date" },
  { "value = function() while true do end end", "value: it ran for too long" },
  { 'value = function() local s = "x" while true do s = s .. s end end',
    "value: F:2: a string would be longer" },
  { 'value = function() local s = ("x"):rep(1e8) return s end',
    "value: F:2: a string would be longer" },
  { "value = function() return os.time() end", 'value: F:2: "os" is unknown here' },
  { "when = function() return 1 end", "when: returned a number, not true or false" },
  { 'when = function() error("no") end', "when: F:2: no" },
  { "finding = function() return 7 end", "finding: returned a number, not a message" },
  { 'finding = function() return " " end', "finding: returned a message that is no line" },
  { 'finding = function() return "\\27[31m" end', "finding: returned a message that is no line" },
  { 'finding = function() return "m", "x" end',
    "finding: returned suggestions that are a string, not a list" },
  { 'finding = function() return "m", { 7 } end', "finding: returned a suggestion, number 1" },
  { 'finding = function() return "m", nil, 0, 5 end',
    "finding: returned a range outside of the text: 0 to 5" },
  { 'finding = function() return "m", nil, 1, 999 end',
    "finding: returned a range outside of the text: 1 to 999" },
  { 'finding = function() return "m", nil, 9, 2 end',
    "finding: returned a range that runs backwards: 9 to 2" },
  { 'finding = function() return "m", nil, 1, 31 end',
    "finding: returned a range that cuts a character at 32" },
  { 'finding = function() return "m", nil, 1.5, 3 end',
    "finding: returned a position that is no whole number" },
  { 'finding = function() return "m", { { text = "t", first = 1, last = "2" } } end',
    "finding: returned a position that is no whole number" },
}) do
  local got, reported = outcome(row[1], nil, row[3])
  local rejected = row[1]:find("^when")
  equal("still there: " .. row[1], got, rejected and "" or "Docket=nil, Docket=nil")
  equal("reported once: " .. row[1], #reported, 1)
  local want = 'F:1: rule "x": ' .. row[2]
  check(want, reported[1] and reported[1]:sub(1, #want) == want, reported[1])
end

-- Switched off after three faults.
local got, reported, set = outcome("value = function() return 7 end", ("Docket 1. "):rep(9))
check("marks stay", got:find("^Docket=nil, "))
equal("one report", #reported, 1)
check("switched off", set.by_name.x.off)
equal("after three faults", set.by_name.x.faults, 3)

-- Vetoes.
set = load_rules([[return {
  { name = "no-2023", reject = function(m) return m.kind == "date" and m.value == "2023" end },
  { name = "broken", reject = function(m) return m.article.date.x.y end },
  { name = "never", never = { "Rust" } },
}]])
local document = rule_document.make("It was 2023, not 2024.", set)
local kept = {}
for m in document:mentions() do table.insert(kept, m.text) end
equal("a veto", table.concat(kept, " "), "2024")
local named = { text = "Rust", kind = "person", first = 1, last = 4 }
equal("never", set:rejects(document, named), set.by_name.never)
named.kind, named.value = "date", "2024"
equal("never is for names", set:rejects(document, named), nil)

-- Findings of rules without a pattern look at every mention, in the order of the text.
set = load_rules([[return {
  { name = "b", finding = function(m) return "b of " .. m.kind end },
  { name = "a", finding = function(m) if m.kind == "date" then return "a" end end },
}]])
document = rule_document.make("On 2024-05-03 for three days.", set)
got = {}
for _, finding in ipairs(document:findings(document:article(1))) do
  table.insert(got, finding.id .. ":" .. finding.message)
end
table.sort(got) -- documents put them in the order of the text
equal("findings of mentions", table.concat(got, " "), "a:a b:b of date b:b of duration")

-- Order of files, and lists.
local OTHER = os.tmpname()
write([[return { { name = "one", kind = "docket", words = { "a" } },
  { name = "two", titles = { "Alderman" }, names = { person = { "K'naan" } },
    holidays = { Founders = "02-29" } } }]])
write([[return { { name = "three", titles = { "Reeve" }, names = { person = { "Bono" } } },
  { name = "one", kind = "exhibit", words = { "b" } } }]], OTHER)
set, messages = rules.load({ FILE, OTHER })
equal("files: no message", #messages, 0)
local order = {}
for i, rule in ipairs(set.rules) do order[i] = rule.name .. rule.index end
equal("a later file's rule takes the place of an earlier one", table.concat(order, " "),
  "one1 two2 three3")
equal("and is the later one", set.by_name.one.kind, "exhibit")
equal("lists are joined", table.concat(set.lists.titles, " "), "Alderman Reeve")
equal("names are joined", table.concat(set.lists.names[0].person, " "), "K'naan Bono")
equal("holidays", set.lists.holidays.Founders, "02-29")

-- Reading again.
equal("unchanged", set:reload(), false)
write('return { { name = "one", kind = "exhibit", words = { "c" } } }', OTHER)
local changed
changed, messages = set:reload()
check("changed", changed and #messages == 0)
equal("the new rule", set.by_name.one.words[1], "c")
equal("the other file's rules stay", #set.rules, 2)
write("return {", OTHER)
changed, messages = set:reload()
check("what is broken changes nothing", not changed and #messages == 1)
equal("the last good rule", set.by_name.one.words[1], "c")
changed, messages = set:reload()
check("and is said once", not changed and #messages == 0)
os.remove(OTHER)
changed, messages = set:reload()
check("nor does a file that went", not changed and #messages == 1 and set.by_name.one)

-- A list of thousands of words is a list as any other.
local words = {}
for i = 1, 10000 do words[i] = ('"word%d"'):format(i) end
set, messages = load_rules(
  'return { { name = "many", kind = "person", words = {' .. table.concat(words, ",") .. "} } }")
check("10,000 words", #messages == 0 and #set.rules[1].words == 10000)

-- Examples.
local text, marks = rule_test.parse("A {docket|No. 7} and {date=2024-Q3|Q3} and {-|x} {no mark}.")
equal("examples: text", text, "A No. 7 and Q3 and x {no mark}.")
equal("examples: marks", #marks, 3)
equal("examples: value", marks[2].value, "2024-Q3")
equal("examples: where", text:sub(marks[2].first, marks[2].last), "Q3")
set = load_rules([[return {
  { name = "x", kind = "docket", words = { "Docket" }, value = function(m) return "v" end,
    examples = { "The {docket|Docket} here.", "The {docket=v|Docket} here.", "None.",
      "The {docket=w|Docket} here.", "The Docket here.", "The {docket|docket} here." } },
}]])
local run, failures = rule_test.run(set, rule_document.make)
equal("examples run", run, 6)
equal("examples fail", #failures, 3)
equal("an example's message", without_path(failures[1]), 'F:2: rule "x": example 4:\n'
  .. "  wanted The {docket=w|Docket} here.\n  got    The {docket=v|Docket} here.")

os.remove(FILE)
support.finish()
