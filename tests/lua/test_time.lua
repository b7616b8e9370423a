--- What is told beside a value: in mentions, JSON, the text at the cursor and the timeline.
local support = require("support")
local whowhen = require("whowhen")
local describe = require("whowhen.describe")
local rows = require("whowhen.report.rows")
local equal = support.equal

local function dated(text)
  return assert(whowhen.document(text, { date = "2024-07-14" }))
end

local function first(text)
  return dated(text):next(0)
end

--- A sentence, and what its first mention says when it is hovered over.
for _, row in ipairs({
  { "It rained on July 3.", "2024-07-03, Wed" },
  { "It rained from July 3 to July 5.", "from 2024-07-03 \226\128\147 07-05, Wed" },
  { "Answers are due by July 19.", "by 2024-07-19, Fri" },
  { "It has rained since early March.", "since the start of 2024-03" },
  { "It stood for at least two years.", "at least P2Y" },
  { "It began around 1620.", "about 1620" },
  { "Doors open at 7 p.m. ET.", "2024-07-14T19:00, Sun, -04:00" },
  { "Doors open on Fri\194\173day, July 19, 7 p.m. ET.", "2024-07-19T19:00, Fri, -04:00" },
  { "It hit at 0500 GMT.", "2024-07-14T05:00, Sun, UTC" },
  { "It stood in the 1990s.", "1990s" },
}) do
  equal("hover: " .. row[1], describe.when(first(row[1])), row[2])
end

local m = first("It rained from July 3 to July 5.")
equal("until", m["until"], "2024-07-05")
equal("the mention that ends it", m.range_end.text, "July 5")
equal("the end is no range", m.range_end["until"], nil)
equal("a name has none", first("Ms. Anna Kovacs spoke.").bound, nil)
equal("a rule's own kind has none", first("It rained on July 3.").zone, nil)

--- Texts, and their timelines.
for _, row in ipairs({
  { "It rained from July 3 to July 5, and on July 7.", "2024-07-03 \226\128\147 07-05|2024-07-07" },
  { "It rained on July 3 and July 5.", "2024-07-03|2024-07-05" },
  { "It starts at 8 p.m. EST / 5 p.m. PST.", "2024-07-14T20:00" },
  { "It starts at 8 p.m. EST, and again at 9 p.m. EST.", "2024-07-14T20:00|2024-07-14T21:00" },
  { "They meet every Monday.", "" },
  { "", "" },
}) do
  local document, list = dated(row[1]), {}
  for _, line in ipairs(rows.REPORTS.timeline.list(document, document:article(1))) do
    table.insert(list, line.when)
  end
  equal("timeline: " .. row[1], table.concat(list, "|"), row[2])
end

support.finish()
