--- Writing a date in a house's form, from its value.
local values = require("whowhen.value")

local M = {}

local MONTHS = {
  "January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December",
}
-- The Associated Press shortens a month beside a day, but not the five short ones.
local AP_MONTHS = {
  "Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
}

--- The forms by their names: each writes a day, given the year, the month and the day, and whether
--- the year is told.
local DAYS = {
  ap = function(year, month, day, tells_year)
    local text = ("%s %d"):format(AP_MONTHS[month], day)
    return tells_year and ("%s, %d"):format(text, year) or text
  end,
  long = function(year, month, day)
    return ("%s %d, %d"):format(MONTHS[month], day, year)
  end,
  british = function(year, month, day)
    return ("%d %s %d"):format(day, MONTHS[month], year)
  end,
}

M.NAMES = { "ap", "british", "long" }

local function clock(hour, minute, form)
  if form ~= "ap" then return ("%02d:%02d"):format(hour, minute) end
  if minute == 0 and hour % 12 == 0 then return hour == 0 and "midnight" or "noon" end
  local minutes = minute > 0 and (":%02d"):format(minute) or ""
  return ("%d%s %s"):format((hour + 11) % 12 + 1, minutes, hour < 12 and "a.m." or "p.m.")
end

--- Writes a value in a form; nil when it is not a day, a month or a clock time.  The Associated
--- Press leaves out the year of the article's own date.
---@param value string TIMEX3's.
---@param form string One of NAMES.
---@param date? string The article's reference date.
---@return string?
function M.write(value, form, date)
  local day_part, hour, minute = value:match("^(%d%d%d%d%-%d%d%-%d%d)T(%d%d):?(%d*)")
  local day = values.day(day_part or value)
  if day then
    local year, month, number = values.civil(day)
    local tells_year = not date or tonumber(date:sub(1, 4)) ~= year
    local text = DAYS[form](year, month, number, tells_year)
    if not hour then return text end
    local time = clock(tonumber(hour), tonumber(minute) or 0, form)
    return form == "ap" and ("%s %s"):format(time, text) or ("%s, %s"):format(text, time)
  end
  local year, month = value:match("^(%d%d%d%d)%-(%d%d)$")
  return year and MONTHS[tonumber(month)] and ("%s %s"):format(MONTHS[tonumber(month)], year)
end

--- Whether a value is a date, time or duration of ISO 8601, and no vague one of TIMEX3.
---@param value string
---@return boolean
function M.is_iso(value)
  if value:find("^P%d") or value:find("^PT%d") then return true end
  local rest = value:match("^%d%d%d%d(.*)$")
  if not rest then return false end
  for _, shape in ipairs({
    "^$", "^%-%d%d$", "^%-%d%d%-%d%d$", "^%-W%d%d$", "^%-W%d%d%-%d$",
    "^%-%d%d%-%d%dT%d%d[%d:.]*[Z%d:+-]*$",
  }) do
    if rest:find(shape) then return true end
  end
  return false
end

return M
