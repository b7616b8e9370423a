--- Checks the articles of tests/corpus/written/ against its GUIDELINE.md, and those of
--- tests/corpus/names/, in which names are marked and times are not.
local support = require("support")
local check = support.check

local FILES = {
  written = {
    "afr", "biz", "cul", "frm", "law", "loc", "lst", "off", "reg", "sas", "spo", "wir", "wor"
  },
  names = { "na1", "na2", "na3", "na4", "na5", "na6" },
}
local DAYS = { "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday" }
local VAGUE = { PRESENT_REF = true, PAST_REF = true, FUTURE_REF = true }

--- The day of the week of a date, 1 = Sunday (Zeller's congruence).
local function weekday(y, m, d)
  if m < 3 then
    y, m = y - 1, m + 12
  end
  local century, year = math.floor(y / 100), y % 100
  local h = d + math.floor(13 * (m + 1) / 5) + year + math.floor(year / 4)
  return (h + math.floor(century / 4) + 5 * century + 6) % 7 + 1
end

local function good_value(kind, value)
  if kind == "u" then return value:match("^P[%d.XYMWDTH]+S?$") ~= nil end
  if kind == "s" then return value:match("^[PXT%d]") ~= nil end
  if kind == "t" then return value:find("T", 1, true) ~= nil end
  return VAGUE[value] or value:match("^[%dX][%dX]") ~= nil
end

--- Calls complain(what) for all that is wrong with one mark, the text between braces, in an
--- article whose times are marked or not.
local function check_mark(mark, times, complain)
  local kind, body = mark:match("^([polm])%d*:(.+)$")
  local value
  if not kind then kind, value, body = mark:match("^([dtus])=([^|]*)|(.+)$") end
  if not kind then return complain("cannot be read") end
  if body:match("^%s") or body:match("%s$") then complain("a blank at its edge") end
  if body:find("\n\n", 1, true) then complain("goes over a paragraph's end") end
  if not value then return end
  if not times then return complain("a time among names") end
  if not good_value(kind, value) then complain("its value") end
  local y, m, d = value:match("^(%d%d%d%d)-(%d%d)-(%d%d)")
  if not y then return end
  local at = weekday(tonumber(y), tonumber(m), tonumber(d))
  for i, day in ipairs(DAYS) do
    if i ~= at and body:find(day, 1, true) then complain("it is a " .. DAYS[at]) end
  end
end

local seen = {}

--- Checks a file of articles.
local function check_file(path, times)
  local file = assert(io.open(path, "rb"))
  local text = file:read("*a")
  file:close()
  local complaints, articles = {}, 0
  for id, dct in ("\n" .. text):gmatch("\n# id: ([^\n]+)\n# dct: ([^\n]+)\n") do
    articles = articles + 1
    if seen[id] then table.insert(complaints, id .. ": used twice") end
    seen[id] = true
    if not dct:match("^%d%d%d%d%-%d%d%-%d%d%s*$") then
      table.insert(complaints, id .. ": no dct")
    end
  end
  for mark in text:gmatch("{([^{}]*)}") do
    check_mark(mark, times, function(what)
      table.insert(complaints, "{" .. mark .. "}: " .. what)
    end)
  end
  if text:gsub("{[^{}]*}", ""):find("[{}]") then
    table.insert(complaints, "a brace outside of a mark")
  end
  check(path, articles > 50 and #complaints == 0, table.concat(complaints, "\n"))
end

for _, folder in ipairs({ "written", "names" }) do
  for _, name in ipairs(FILES[folder]) do
    check_file("tests/corpus/" .. folder .. "/" .. name .. ".txt", folder == "written")
  end
end

support.finish()
