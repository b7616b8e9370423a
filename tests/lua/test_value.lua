local support = require("support")
local value = require("whowhen.value")
local equal = support.equal

for _, row in ipairs({
  { "1970-01-01", 0 },
  { "1970-01-02", 1 },
  { "1969-12-31", -1 },
  { "2000-02-29", 11016 },
  { "2024-03-01", 19783 },
  { "1900-02-29", nil },
  { "2023-02-29", nil },
  { "2024-04-31", nil },
  { "2024-13-01", nil },
  { "2024-00-10", nil },
  { "2024-01-00", nil },
  { "0000-01-01", nil },
  { "2024-1-1", nil },
  { "2024-01-011", nil },
  { "2024-01-01T10:00", nil },
  { "", nil },
}) do
  equal("day " .. row[1], value.day(row[1]), row[2])
end

-- Each row stands in the order of a timeline.
local ORDER = {
  "BC0044-03-15",
  "BC0044-03-16",
  "BC0001",
  "18",
  "1914-07",
  "198",
  "1989",
  "1989-11-09",
  "2024-01-01T00:30",
  "2024-W01-2",
  "2024-W01-WE",
  "2024-W02",
  "2024-02-29",
  "2024-SP",
  "2024-03-02",
  "2024-Q2",
  "2024-SU",
  "2024-H2",
  "2024-07-13",
  "2024-07-13TMO",
  "2024-07-13T09:15",
  "2024-07-13TAF",
  "2024-07-13T19",
  "2024-07-13TNI",
  "2024-07-14",
  "2024-FA",
  "2024-WI",
  "FY2025",
}
for i = 2, #ORDER do
  local before, after = value.order(ORDER[i - 1]), value.order(ORDER[i])
  support.check(ORDER[i - 1] .. " before " .. ORDER[i], before and after and before < after)
end

for _, same in ipairs({
  { "2024", "2024-01-01" },
  { "2024-XX-XX", "2024" },
  { "2024-W01", "2024-01-01" },
  { "2021-W01", "2021-01-04" },
  { "2020-W53", "2020-12-28" },
  { "199X", "1990" },
  { "2024-QX", "2024" },
  { "2019/2021", "2019" },
}) do
  equal(same[1] .. " begins with " .. same[2], value.order(same[1]), value.order(same[2]))
end

for _, row in ipairs({
  { "199", "1990s" }, { "18", "19th century" }, { "20", "21st century" },
  { "11", "12th century" },
  { "BC0044", "44 BC" }, { "BC03", "4th century BC" }, { "2024", "2024" },
  { "2024-W28", "2024-W28" }, { "PRESENT_REF", "PRESENT_REF" }, { "P10Y", "P10Y" },
  { "T19:30", "T19:30" },
}) do
  equal("readable " .. row[1], value.readable(row[1]), row[2])
end

for _, row in ipairs({
  { "2024-06-03", nil, "2024-06-03" },
  { "2024-06-03", "2024-06-05", "2024-06-03 \226\128\147 06-05" },
  { "2024-12-30", "2025-01-02", "2024-12-30 \226\128\147 2025-01-02" },
  { "2019", "2021", "2019 \226\128\147 2021" },
  { "197", "198", "1970s \226\128\147 1980s" },
  { "2024-06-03T19:00", "2024-06-03T21:00", "2024-06-03T19:00 \226\128\147 21:00" },
  { "2024-06-03T19:00", "2024-06-04T02:00", "2024-06-03T19:00 \226\128\147 06-04T02:00" },
}) do
  equal("range of " .. row[1], value.range(row[1], row[2]), row[3])
end

for _, none in ipairs({
  "P3D", "PT5H", "PRESENT_REF", "XXXX-07", "XXXX-WXX-5", "T19:30", "TNI", "19:30:00", "", "-0044",
}) do
  equal("no order for " .. none, value.order(none), nil)
end

-- The first day of a value and the last.
for _, row in ipairs({
  { "2024-07-13", "2024-07-13", "2024-07-13" },
  { "2024-07-13T19:30", "2024-07-13", "2024-07-13" },
  { "2024-02", "2024-02-01", "2024-02-29" },
  { "2024-12", "2024-12-01", "2024-12-31" },
  { "2024-12-XX", "2024-12-01", "2024-12-31" },
  { "2024", "2024-01-01", "2024-12-31" },
  { "FY2023", "2023-01-01", "2023-12-31" },
  { "199", "1990-01-01", "1999-12-31" },
  { "18", "1800-01-01", "1899-12-31" },
  { "2024-W28", "2024-07-08", "2024-07-14" },
  { "2024-W28-WE", "2024-07-13", "2024-07-14" },
  { "2024-W28-3", "2024-07-10", "2024-07-10" },
  { "2024-Q4", "2024-10-01", "2024-12-31" },
  { "2024-H1", "2024-01-01", "2024-06-30" },
  { "2024-SP", "2024-03-01", "2024-05-31" },
  { "2023-WI", "2023-12-01", "2024-02-29" },
}) do
  local first, after = value.days(row[1])
  equal("first day of " .. row[1], ("%04d-%02d-%02d"):format(value.civil(first)), row[2])
  equal("last day of " .. row[1], ("%04d-%02d-%02d"):format(value.civil(after - 1)), row[3])
end
for day = -719162, 2932896, 49999 do
  equal("day " .. day, value.day(("%04d-%02d-%02d"):format(value.civil(day))), day)
end
equal("days of BC0044", select("#", value.civil(value.days("BC0044"))), 3)
equal("year of BC0044", (value.civil(value.days("BC0044"))), -43)

for _, row in ipairs({
  { "2024-07-13", "Sat" },
  { "2024-07-12TNI", "Fri" },
  { "2024-07-14T09:00", "Sun" },
  { "1900-01-01", "Mon" },
  { "2024-07", nil },
  { "2024-W28", nil },
  { "P3D", nil },
  { "XXXX-07-13", nil },
}) do
  equal("weekday of " .. row[1], value.weekday(row[1]), row[2])
end

support.finish()
