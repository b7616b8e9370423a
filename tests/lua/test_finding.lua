--- Findings: rows of a text, its date and what is said of it, with rows of which nothing is.
local support = require("support")
local whowhen = require("whowhen")
local check, equal = support.check, support.equal

-- text, reference date, then "id: message" or nothing
local ROWS = {
  { "On Friday, July 13, the court met.", "2024-07-14",
    "weekday-mismatch: Friday was July 12; July 13 was a Saturday in 2024" },
  { "The court met on Friday, 13 July 2018.", "2024-07-14" },
  { "It opened on Monday, 15 July.", "2024-07-20" },
  { "It opened on Tuesday, 15 July.", "2024-07-20",
    "weekday-mismatch: Tuesday was 16 July; 15 July was a Monday in 2024" },
  { "It rained from Monday, July 1 to 3.", "2024-07-14" },
  { "It rained from Monday, July 2 to 3.", "2024-07-14",
    "weekday-mismatch: Monday was July 1; July 2 was a Tuesday in 2024" },
  { "Rent is due April 31.", "2024-04-20", "invalid-date: there is no April 31" },
  { "Rent is due April 30.", "2024-04-20" },
  { "He was born on February 29.", "2023-04-20" },
  { "He signed it on 03/04/2024.", "2024-07-14",
    "ambiguous-order: March 4 or April 3? "
      .. "Nothing in the article tells the order of day and month" },
  { "The deed was signed on 03/14/2024.", "2024-07-14" },
  { "The deed was signed on 03/04/2024 and filed on 14/04/2024.", "2024-07-14" },
  { "The deed was signed on 04/04/2024.", "2024-07-14" },
  { "The call is at 4 p.m. CST tomorrow.", "2024-07-14",
    "ambiguous-timezone: CST is the time of more than one country: say where" },
  { "The call is at 4 p.m. EST tomorrow.", "2024-01-14" },
  { "Odile Brandvold was filming. Friends of Odlie Brandvold mourned.", "2024-07-14",
    'name-spelling: "Odlie Brandvold" is spelt "Odile Brandvold" elsewhere' },
  { "Anna Keller met Anne Keller. Both had come from Hamburg.", "2024-07-14" },
  { "Holloway wept. Cyprian Holloway, 66, had been charged.", "2024-07-14",
    'first-reference: first named "Holloway", and in full only later: Cyprian Holloway' },
  { "Cyprian Holloway wept. Holloway, 66, had been charged.", "2024-07-14" },
  { "Peter Amsel sued Carla Amsel. The judge said Amsel was right.", "2024-07-14",
    'ambiguous-surname: "Amsel" could also be Carla Amsel' },
}

for _, row in ipairs(ROWS) do
  local doc = whowhen.document(row[1], { date = row[2] })
  local said = {}
  for _, finding in ipairs(doc:findings(1)) do
    table.insert(said, finding.id .. ": " .. finding.message)
    check(row[1] .. ": where it is", finding.first <= finding.last and finding.last <= #row[1])
  end
  equal(row[1], table.concat(said, "; "), row[3] or "")
end

-- What was found goes with what is edited away.
local doc = whowhen.document("On Friday, July 13, the court met.", { date = "2024-07-14" })
equal("before the edit", #doc:findings(1), 1)
equal("such a weekday", doc:findings(1)[1].suggestions[1].text, "Friday, July 12")
equal("its own weekday", doc:findings(1)[1].suggestions[2].text, "Saturday, July 13")
doc:edit(4, 9, "Saturday")
equal("after the edit", #doc:findings(1), 0)

support.finish()
