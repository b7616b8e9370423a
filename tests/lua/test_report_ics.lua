--- The timeline as iCalendar.
local support = require("support")
local hostile = require("hostile")
local whowhen = require("whowhen")
local equal, check = support.equal, support.check

local ALLOWED = { BEGIN = true, END = true, VERSION = true, PRODID = true, CALSCALE = true,
  UID = true, DTSTAMP = true, DTSTART = true, DTEND = true, SUMMARY = true, DESCRIPTION = true,
  TRANSP = true }

--- Reads a calendar: its events, each a table of lines by name; checks what every line must be.
local function read(label, text)
  for line in text:gmatch("(.-)\r\n") do
    if #line > 75 then check(label .. ": at most 75 octets", false, line) end
    if line:find("[\128-\191]", 1) == 1 or line:find("^ [\128-\191]") then
      check(label .. ": folded between characters", false, line)
    end
  end
  check(label .. ": harmless", hostile.is_harmless(text, "\r\n"))
  local events, depth = {}, 0
  for line in text:gsub("\r\n ", ""):gmatch("(.-)\r\n") do
    local name, rest = line:match("^(%u+)(.*)$")
    if not ALLOWED[name] then check(label .. ": a known property", false, line) end
    if line == "BEGIN:VEVENT" then table.insert(events, {}) end
    depth = depth + (name == "BEGIN" and 1 or name == "END" and -1 or 0)
    if #events > 0 then events[#events][name] = rest end
  end
  equal(label .. ": what begins ends", depth, 0)
  return events
end

local function calendar(document)
  return (hostile.report("timeline", "ics", document))
end

local function dated(text)
  return assert(whowhen.document(text, { date = "2024-07-14" }))
end

for _, row in ipairs({
  { "on 2024-07-13", ";VALUE=DATE:20240713", ";VALUE=DATE:20240714" },
  { "in February 2024", ";VALUE=DATE:20240201", ";VALUE=DATE:20240301" },
  { "in 2021", ";VALUE=DATE:20210101", ";VALUE=DATE:20220101" },
  { "in the 1990s", ";VALUE=DATE:19900101", ";VALUE=DATE:20000101" },
  { "in the third quarter of 2022", ";VALUE=DATE:20220701", ";VALUE=DATE:20221001" },
  { "last week", ";VALUE=DATE:20240701", ";VALUE=DATE:20240708" },
  { "on Friday night", ";VALUE=DATE:20240712", ";VALUE=DATE:20240713" },
  { "at 7:30 p.m. on Friday", ":20240712T193000", nil },
  { "at 2024-07-12T15:30Z", ":20240712T153000Z", nil },
  { "at 2024-07-12T00:30:10+02:00", ":20240711T223010Z", nil },
  { "at 2024-07-12T23:30-05:30", ":20240713T050000Z", nil },
  { "at 7:30 p.m. ET on Friday", ":20240712T233000Z", nil },
  { "at 7:30 p.m. CST on Friday", ":20240712T193000", nil },
  { "from July 3 to July 5", ";VALUE=DATE:20240703", ";VALUE=DATE:20240706" },
  { "from 2019 to 2021", ";VALUE=DATE:20190101", ";VALUE=DATE:20220101" },
  { "from 7 to 9 p.m. ET on Friday", ":20240712T230000Z", ":20240713T010000Z" },
  { "at 18:04 local time (22:04 GMT)", ":20240714T220400Z", nil },
}) do
  local event = read(row[1], calendar(dated("It rained " .. row[1] .. ".")))[1] or {}
  equal(row[1] .. ": start", event.DTSTART, row[2])
  equal(row[1] .. ": end", event.DTEND, row[3])
  equal(row[1] .. ": stamp", event.DTSTAMP, ":20240714T000000Z")
  equal(row[1] .. ": summary", event.SUMMARY, ":It rained " .. row[1] .. ".")
end
local NO_EVENTS = { "Open daily from 10 a.m.", "Every Monday it rains.", "It took 3 hours." }
for _, text in ipairs(NO_EVENTS) do
  equal("no event: " .. text, #read(text, calendar(dated(text))), 0)
end
local one = read("two zones", calendar(dated("It starts at 8 p.m. EST / 5 p.m. PST.")))
equal("two zones are one event", #one, 1)
equal("two zones: start", one[1] and one[1].DTSTART, ":20240715T010000Z")
equal("before Christ there is no calendar", #read("BC", calendar(dated("in 44 BC"))), 0)
equal("an article without a date is stamped with the event",
  read("undated", calendar(whowhen.document("It rained in 2021.")))[1].DTSTAMP,
  ":20210101T000000Z")
equal("escapes", read("escapes", calendar(dated("A,b;c\\d on 2024-07-13")))[1].SUMMARY,
  ":A\\,b\\;c\\\\d on 2024-07-13")

-- Identities.
local function identities(text)
  local list, seen, twice = {}, {}, false
  for i, event in ipairs(read("identities", calendar(dated(text)))) do
    list[i] = event.UID
    twice = twice or seen[event.UID]
    seen[event.UID] = true
  end
  return list, twice
end
local PARAGRAPH = "It rained on 2024-07-12.\n\n"
local before, twice = identities(PARAGRAPH:rep(3))
check("all differ", #before == 3 and not twice)
equal("the same in every run", table.concat(identities(PARAGRAPH:rep(3))), table.concat(before))
local after = identities("It snowed on 2024-07-01.\n\n" .. PARAGRAPH:rep(3))
equal("the same when other text comes before", after[2], before[1])
equal("the same when other text comes before, each", after[4], before[3])
check("others for another day", identities("It rained on 2024-07-11.\n\n")[1] ~= before[1])
check("the same in every Lua", before[1] == ":9d38f59b6184610a7bcad0@whowhen", before[1])

local events = read("hostile", calendar(hostile.document()))
check("hostile: events", #events >= #hostile.STRINGS)
for _, event in ipairs(events) do
  local bare = (event.SUMMARY .. event.DESCRIPTION:sub(2)):gsub("\\[\\;,]", "")
  check("hostile: escaped", not bare:find("[\\;,]"), bare)
end

support.finish()
