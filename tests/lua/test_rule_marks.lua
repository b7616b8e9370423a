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

local _, refused = rules.load((function()
  local broken = assert(io.open(file, "w"))
  broken:write('return { { name = "bad", kind = "x", pattern = "a(b" } }')
  broken:close()
  return file
end)())
os.remove(file)
support.check("a bad pattern has its place", refused[1]:find("bad", 1, true)
  and refused[1]:find("at byte 3", 1, true), refused[1])

support.finish()
