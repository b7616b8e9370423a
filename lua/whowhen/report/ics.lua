--- The timeline as iCalendar (RFC 5545): what is a day or longer fills its days, a time floats
--- unless its text says in which zone it is.
local rows = require("whowhen.report.rows")
local values = require("whowhen.value")

local M = {}

local LINE = 75
local DAY = 24 * 60 * 60

--- Folds a line at 75 octets, between characters.
local function folded(line)
  local parts, from, room = {}, 1, LINE
  while #line - from + 1 > room do
    local to = from + room - 1
    while line:find("^[\128-\191]", to + 1) do to = to - 1 end
    table.insert(parts, line:sub(from, to))
    from, room = to + 1, LINE - 1
  end
  table.insert(parts, line:sub(from))
  return table.concat(parts, "\r\n ") .. "\r\n"
end

--- Escapes a text that is one line already.
local function escape(text)
  return (text:gsub("[\\;,]", "\\%0"))
end

--- Two remainders of the bytes as one number would be long: enough to tell texts apart, and the
--- same in every Lua.
local function digest(text)
  local a, b = 7, 11
  for i = 1, #text do
    local byte = text:byte(i)
    a, b = (a * 257 + byte) % 17592186044399, (b * 263 + byte) % 17592186044331
  end
  return ("%011x%011x"):format(a, b)
end

local function basic_date(day)
  return ("%04d%02d%02d"):format(values.civil(day))
end

--- The seconds by which a zone is ahead of UTC: that of a value, or of a row; nil where it is
--- not settled.
local function ahead_of_utc(text)
  if text:find("Z$") then return 0 end
  local sign, hours, minutes = text:match("([+-])(%d%d):?(%d%d)$")
  if not sign then return nil end
  local seconds = (tonumber(hours) * 60 + tonumber(minutes)) * 60
  return sign == "-" and -seconds or seconds
end

--- The moment of a clock time, in seconds of UTC or of no zone; nil for what is a day or longer.
local function moment_of(value, zone)
  local first, _, rest = values.days(value)
  local hour, minute, second = (rest or ""):match("T(%d%d):?(%d?%d?):?(%d?%d?)")
  if not hour then return nil end
  local seconds = (tonumber(hour) * 60 + (tonumber(minute) or 0)) * 60 + (tonumber(second) or 0)
  return first * DAY + seconds - (ahead_of_utc(rest) or zone or 0)
end

local function basic_time(moment, zoned)
  local of_day = moment % DAY
  return ("%sT%02d%02d%02d%s"):format(
    basic_date(math.floor(moment / DAY)), math.floor(of_day / 3600),
    math.floor(of_day / 60) % 60, of_day % 60, zoned and "Z" or ""
  )
end

--- The lines that say when: days, or a moment, to the end of the range if there is one.
local function extent(row)
  local value, zone = row.moment or row.value, ahead_of_utc(row.zone or "")
  local moment = moment_of(value, zone)
  if not moment then
    local first, after = values.days(value)
    local _, last = values.days(row["until"] or value)
    return "DTSTART;VALUE=DATE:" .. basic_date(first),
      "DTEND;VALUE=DATE:" .. basic_date(math.max(after, last or after))
  end
  local zoned = zone or ahead_of_utc(value:match("T.*") or "")
  local finish = row["until"] and moment_of(row["until"], zone)
  return "DTSTART:" .. basic_time(moment, zoned),
    finish and finish > moment and "DTEND:" .. basic_time(finish, zoned) or nil
end

--- An identity that stays the same from run to run, wherever the article lies: from what it is,
--- and when all that is the same, from which of these it is.
local function identity(out, row, article)
  local key = table.concat({ article.date or "", row.value, row.context }, "\0")
  local nth = (out.seen[key] or 0) + 1
  out.seen[key] = nth
  return digest(key .. "\0" .. nth) .. "@whowhen"
end

function M.open(out)
  out.seen = {}
  out.write("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//whowhen//whowhen//EN\r\n"
    .. "CALSCALE:GREGORIAN\r\n")
end

function M.rows(out, list, label, article)
  for _, row in ipairs(list) do
    local first = values.days(row.value)
    -- Its years have four digits: what happened before Christ has no place in a calendar.
    if values.civil(first) >= 1 and values.civil(first) <= 9998 then
      local start, finish = extent(row)
      local stamp = article.date and values.day(article.date) or first
      out.write("BEGIN:VEVENT\r\n")
      out.write(folded("UID:" .. identity(out, row, article)))
      -- When the article was written, not when this program ran: the same in every run.
      out.write("DTSTAMP:" .. basic_date(stamp) .. "T000000Z\r\n")
      out.write(start .. "\r\n" .. (finish and finish .. "\r\n" or ""))
      out.write(folded("SUMMARY:" .. escape(row.context)))
      local note = ("%s: %s (%s, line %d)"):format(
        row.when, rows.cell(row, "text"), label, row.line
      )
      out.write(folded("DESCRIPTION:" .. escape(note)))
      out.write("TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n")
    end
  end
end

function M.close(out)
  out.write("END:VCALENDAR\r\n")
end

return M
