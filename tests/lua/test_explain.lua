--- Why a text is marked, or why it is not.
local support = require("support")
local whowhen = require("whowhen")
local rules = require("whowhen.rules")
local equal = support.equal

local file = os.tmpname()
local out = assert(io.open(file, "w"))
out:write([==[
return {
  { name = "pie", kind = "dish", words = { "Friday" }, priority = 1,
    when = function(m) return m:after(4) == " pie" end },
  { name = "team", kind = "org", words = { "July 4 Rovers" } },
  { name = "not-plover", reject = function(m) return m.text == "Nora Plover" end },
  { name = "nobody", never = { "Alec Baldwin" } },
  { name = "short", kind = "day", words = { "July" }, priority = -1 },
}
]==])
out:close()
local set = rules.load(file)
os.remove(file)

--- Checks that what is said of a word in a text holds these lines, in this order.
local function told(text, word, wanted, with)
  local document = whowhen.document(text, { date = "2024-07-14", rules = with })
  local pos = text:find(word, 1, true)
  local lines = document:explain(pos)
  local at = 1
  for _, line in ipairs(lines) do
    if wanted[at] and line:find(wanted[at], 1, true) then at = at + 1 end
  end
  local missing = wanted[at]
  support.check(("%s in %q: %s"):format(word, text, missing or ""), not missing,
    table.concat(lines, "\n"))
  return lines
end

local ARTICLE = "Judge Nora Plover said on Friday, July 12, that Plover & Sons may pay. "
  .. "Plover, 61, did not rule out a march in the spring."

told(ARTICLE, "Friday", { "date: Friday, July 12", "value 2024-07-12, Fri", "found by the form ",
  "in time expressions: weekday", "reference date of article 1: 2024-07-14 (option)" })
told(ARTICLE, "Nora", { "person: Nora Plover", 'names "Nora Plover"', "found by the model of names",
  "as a name: person, by ", "in lists: ", 'in this article "Nora" follows a title' })
told(ARTICLE, "may", { "nothing is marked here", "in time expressions: month" })
told(ARTICLE, "rule out", { "nothing is marked here",
  '"rule" is no word of times, and has no capital' })
equal("between words", #told(ARTICLE, " said", { "nothing is marked here", "reference date" }), 2)

local PIE = "On Friday they sold Friday pie to Nora Plover and Alec Baldwin."
told(PIE, "Friday", { "date: Friday", 'refused: dish "Friday", found by rule "pie": by rule "pie",'
  .. " by its when" }, set)
told(PIE, "Friday pie", { "dish: Friday", 'found by rule "pie"',
  'beneath: date "Friday", found by the form weekday: priority 0, below 1' }, set)
told(PIE, "Nora", { "nothing is marked here",
  'refused: person "Nora Plover", found by the model of names: by rule "not-plover"' }, set)
told(PIE, "Alec", { "nothing is marked here",
  'refused: person "Alec Baldwin", found by the model of names: by rule "nobody"' }, set)
told("The July 4 Rovers lost.", "July", { "org: July 4 Rovers",
  'beneath: date "July 4", found by the form ', "it is shorter",
  'beneath: day "July", found by rule "short": priority -1, below 0' }, set)
told("Copyright \27[31m", "\27", { "nothing is marked here" })

local document = whowhen.document("Friday")
support.check("outside of the text", not pcall(document.explain, document, 7))

local disputed = assert(whowhen.document("Published March 10, 2024\nUpdated March 12, 2024\n"))
local said = table.concat(require("whowhen.explain").lines(disputed, 1), "\n")
local wanted = '2024-03-10 (line)\n  told by "March 10, 2024"\n'
  .. '  and not 2024-03-12 (line), told by "March 12, 2024"'
support.check("which date, and which not", said:find(wanted, 1, true), said)

support.finish()
