--- What a TIMEX3 value says of the calendar: its days, its place in a timeline, its weekday.
local M = {}

local WEEKDAYS = { [0] = "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" }
local MONTH_DAYS = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }
-- The first month of a season, as seasons are named in the north.
local SEASONS = { SP = 3, SU = 6, FA = 9, WI = 12 }
-- Where in its day a part of day begins; what is not here counts as the day's beginning.
local DAY_PARTS = { MO = 6 / 24, MI = 12 / 24, AF = 13 / 24, EV = 18 / 24, NI = 21 / 24 }

--- Days since 1970-01-01 in the proleptic Gregorian calendar; year 0 is 1 BC.
local function day_number(year, month, day)
  -- Years that begin on 1 March end with the leap day.
  local y = month <= 2 and year - 1 or year
  local day_of_year = math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  local leap_days = math.floor(y / 4) - math.floor(y / 100) + math.floor(y / 400)
  return y * 365 + leap_days + day_of_year - 719468
end

local function month_days(year, month)
  local leap = year % 4 == 0 and (year % 100 ~= 0 or year % 400 == 0)
  return month == 2 and leap and 29 or MONTH_DAYS[month]
end

--- The day number of a text that is a calendar date and nothing else, else nil.
---@param text string
---@return integer?
function M.day(text)
  local year, month, day = text:match("^(%d%d%d%d)%-(%d%d)%-(%d%d)$")
  year, month, day = tonumber(year), tonumber(month), tonumber(day)
  if not year or year < 1 or month < 1 or month > 12 then return nil end
  if day < 1 or day > month_days(year, month) then return nil end
  return day_number(year, month, day)
end

--- The day on which a week of ISO 8601 begins: week 1 holds 4 January.
local function week_start(year, week)
  local fourth = day_number(year, 1, 4)
  return fourth - (fourth + 3) % 7 + 7 * (week - 1)
end

--- The day on which a month begins, counted on from January: month 13 is next January.
local function month_start(year, month)
  return day_number(year + math.floor((month - 1) / 12), (month - 1) % 12 + 1, 1)
end

--- The days of what follows a year in a value, "-07-13", "-W28-WE", "-Q3", "-SU", "-XX" …: the
--- first, and the first after it.
local function days_in_year(year, rest)
  local month, day = rest:match("^%-(%d%d)%-?(%d?%d?)")
  if month then
    local first = day_number(year, tonumber(month), tonumber(day) or 1)
    return first, day ~= "" and first + 1 or month_start(year, tonumber(month) + 1)
  end
  local week, inside = rest:match("^%-W(%d%d)%-?(%w?%w?)")
  if week then
    local monday = week_start(year, tonumber(week))
    if inside == "WE" then return monday + 5, monday + 7 end
    local weekday = tonumber(inside)
    if weekday then return monday + weekday - 1, monday + weekday end
    return monday, monday + 7
  end
  local half_or_quarter, n = rest:match("^%-([QH])(%d)")
  local months = half_or_quarter == "H" and 6 or 3
  month = n and (tonumber(n) - 1) * months + 1 or SEASONS[rest:match("^%-(%u%u)") or ""]
  if month then return month_start(year, month), month_start(year, month + months) end
  return day_number(year, 1, 1), day_number(year + 1, 1, 1)
end

local function time_of_day(rest)
  local hour, minute = rest:match("T(%d%d):?(%d?%d?)")
  if hour then return (tonumber(hour) * 60 + (tonumber(minute) or 0)) / 1440 end
  return DAY_PARTS[rest:match("T(%u%u)") or ""] or 0
end

--- The days of a value, as numbers: the first, and the first after it.  Nil for what has no place
--- in the calendar: "P3D", "PRESENT_REF", "XXXX-07", "T19:30".
---@param value string
---@return integer? first
---@return integer? after
---@return string? rest What follows the year.
function M.days(value)
  local era, digits, rest = value:match("^(%u*)(%d%d+)X*(.*)$")
  if not digits or #digits > 4 or not rest:find("^[-/T]") and rest ~= "" then return nil end
  -- "198" is a decade and "19" a century.
  local years = math.floor(10 ^ (4 - #digits))
  local year = tonumber(digits) * years
  if era == "BC" then
    year = 1 - year
  elseif era ~= "" and era ~= "FY" then
    return nil
  end
  if years > 1 then
    return day_number(year, 1, 1), day_number(year + years, 1, 1), rest
  end
  local first, after = days_in_year(year, rest)
  return first, after, rest
end

--- Where a value stands in a timeline: the number of its first day, with the time of day as a
--- fraction.  Nil for what has no place in the calendar.
---@param value string
---@return number?
function M.order(value)
  local first, _, rest = M.days(value)
  return first and first + time_of_day(rest)
end

--- The year, month and day of a day number.
---@param day integer
---@return integer year
---@return integer month
---@return integer day
function M.civil(day)
  local era = math.floor((day + 719468) / 146097)
  local in_era = day + 719468 - era * 146097
  local leap_days = math.floor(in_era / 1460) - math.floor(in_era / 36524)
    + math.floor(in_era / 146096)
  local year = math.floor((in_era - leap_days) / 365)
  local in_year = in_era - (365 * year + math.floor(year / 4) - math.floor(year / 100))
  local month = math.floor((5 * in_year + 2) / 153)
  local of_month = in_year - math.floor((153 * month + 2) / 5) + 1
  month = month < 10 and month + 3 or month - 9
  return year + era * 400 + (month <= 2 and 1 or 0), month, of_month
end

local function ordinal(n)
  local ten = n % 100 >= 11 and n % 100 <= 13
  return n .. (not ten and ({ "st", "nd", "rd" })[n % 10] or "th")
end

--- A value as people write it where TIMEX3's way is not theirs: "1990s", "19th century", "44 BC";
--- all others as they are.
---@param value string
---@return string
function M.readable(value)
  local decade = value:match("^(%d%d%d)$")
  if decade then return decade .. "0s" end
  local era, digits, rest = value:match("^(%u*)(%d%d+)(.*)$")
  local before = era == "BC" and " BC" or ""
  if #(digits or "") == 2 and rest == "" and (era == "" or before ~= "") then
    return ordinal(tonumber(digits) + 1) .. " century" .. before
  end
  if before ~= "" and #digits == 4 then return tonumber(digits) .. rest .. before end
  return value
end

--- From a value to another, without what the second has of the first: "2024-06-03 – 06-05",
--- "2024-06-03T19:00 – 21:00".
---@param value string
---@param until_value? string
---@return string
function M.range(value, until_value)
  if not until_value then return M.readable(value) end
  local to = M.readable(until_value)
  local day, year = value:match("^([%d-]+T)%d"), value:match("^(%d%d%d%d%-)%d")
  for _, common in ipairs({ day or "", year or "" }) do
    if common ~= "" and to:sub(1, #common) == common and #to > #common then
      to = to:sub(#common + 1)
      break
    end
  end
  return M.readable(value) .. " \226\128\147 " .. to
end

--- The weekday of a value that is a day or a time of one: "Sat"; nil for all others.
---@param value string
---@return string?
function M.weekday(value)
  local day = M.day(value:match("^[^T]*"))
  return day and WEEKDAYS[(day + 3) % 7]
end

return M
