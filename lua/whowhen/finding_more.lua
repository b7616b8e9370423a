--- Findings that are made only when they are asked for: there are good reasons for what they query.
local values = require("whowhen.value")

local M = {}

--- The text between two places, when they lie near each other.
local function between(document, left, right)
  if right.first - left.last > 100 then return nil end
  return (document:text(left.last + 1, right.first - 1):gsub("%s+", " "))
end

local function mentions_of(document, article, kinds)
  local list = {}
  if article.first > article.last then return list end
  for m in document:mentions(article.first, article.last, kinds) do table.insert(list, m) end
  return list
end

--- The text from the beginning of its paragraph to a mention.
local function before(document, article, m)
  local text = document:text(math.max(article.first, m.first - 1000), m.first - 1)
  return text:match(".*\n[ \t]*\n(.*)$") or text
end

local function is_quoted(document, article, m)
  local text = before(document, article, m):gsub("\226\128[\156\157]", '"')
  return select(2, text:gsub('"', "")) % 2 == 1
end

--- A heading has no full stop, nor a comma.
local function is_heading(document, article, m)
  local after = document:text(m.last + 1, math.min(article.last, m.last + 200))
  return not (after:match("^[^\n]*") or ""):find("[.,?!]")
end

local function surname(name)
  return name:match("(%S+)$")
end

-- A full name again, where the surname would do.
M["second-reference"] = function(document, article, add)
  local bearers, seen = {}, {}
  for _, who in ipairs(document:cast(article)) do
    local last = surname(who.name)
    bearers[last] = (bearers[last] or 0) + 1
  end
  for _, m in ipairs(mentions_of(document, article, "person")) do
    local name, text = m.entity and m.entity.name, m.text:gsub("%s+", " ")
    if name and name == text and name:find("%S%s%S") and not is_heading(document, article, m) then
      local again = seen[name] == 1 and bearers[surname(name)] == 1
      if again and not is_quoted(document, article, m) then
        add("second-reference", m, ('"%s" was named in full before'):format(text),
          { surname(name) })
        seen[name] = 2
      end
      seen[name] = seen[name] or 1
    end
  end
end

local DAYS = { D = 1, W = 7 }

--- How far a day lies from where an interval puts it, as the interval, the day it starts from and
--- the day it leads to say; nil when they are no such things.
local function distance(document, interval, from, to)
  local n, unit = (interval.value or ""):match("^P(%d+)([DW])$")
  local start, finish = values.day(from.value or ""), values.day(to.value or "")
  if not n or not start or not finish then return nil end
  local direction = (between(document, interval, from) or ""):match("^ (%l+) ?%l*%s?$")
  local sign = ({ after = 1, following = 1, before = -1 })[direction]
  if not sign then return nil end
  -- A count of weeks is rarely exact.
  local off = math.abs(start + sign * n * DAYS[unit] - finish)
  return unit == "W" and math.max(0, off - 3) or off
end

-- "on May 6, three days after May 2", and the other way round.
M["interval-mismatch"] = function(document, article, add)
  local list = mentions_of(document, article, "date,duration")
  for i = 1, #list - 2 do
    local a, b, c = list[i], list[i + 1], list[i + 2]
    local interval, from, to
    if b.kind == "duration" and (between(document, a, b) or "x"):find("^[, (]+$") then
      interval, from, to = b, c, a
    elseif a.kind == "duration" and (between(document, b, c) or "x"):find("^, on $") then
      interval, from, to = a, b, c
    end
    local off = interval and distance(document, interval, from, to)
    if off and off > 0 then
      add("interval-mismatch", to, ('"%s" is not %s %s %s'):format(to.text, interval.text,
        between(document, interval, from):match("%l+"), from.text), {})
    end
  end
end

--- The ages that one may have who was born at a value, on a day: a birthday may have come while the
--- article was written.
local function ages(born, day)
  local first, after = values.days(born)
  if not first then return nil end
  local function age(birth, at)
    local y, m, d = values.civil(at)
    local by, bm, bd = values.civil(birth)
    return y - by - ((m < bm or (m == bm and d < bd)) and 1 or 0)
  end
  return age(after - 1, day - 31), age(first, day)
end

local function in_one_sentence(document, a, b)
  local text = a.first < b.first and between(document, a, b) or between(document, b, a)
  return text and not text:find("[.!?][\"')]? ") and not text:find("\n\n")
end

-- An age that does not fit a day of birth.
M["age-mismatch"] = function(document, article, add)
  local today = article.date and values.day(article.date)
  if not today then return end
  local list, born = mentions_of(document, article, "person,date"), {}
  for i, m in ipairs(list) do
    local text = m.kind == "date" and m.value and before(document, article, m) or ""
    if text:find("%f[%w][Bb]orn o?i?n? ?$") then
      for _, k in ipairs({ i - 1, i + 1 }) do
        local who = list[k]
        local entity = who and who.entity
        if entity and not born[entity] and in_one_sentence(document, who, m) then
          born[entity] = m.value
          break
        end
      end
    end
  end
  for _, m in ipairs(list) do
    local value = m.entity and born[m.entity]
    local stated = value
      and tonumber(document:text(m.last + 1, m.last + 6):match("^, (%d%d?%d?)[,.;)]"))
    local least, most = ages(value or "", today)
    if stated and least and (stated < least or stated > most) then
      local right = least == most and tostring(most) or ("%d or %d"):format(least, most)
      add("age-mismatch", m, ("%s, born %s, is %s and not %d"):format(m.entity.name, value, right,
        stated), {})
    end
  end
end

local RELATIVE = { today = true, tonight = true, yesterday = true, tomorrow = true }

-- "yesterday" in an old article; `today` is the reader's day.
M["stale-relative"] = function(document, article, add, today)
  local written = article.date and values.day(article.date)
  if not written or not today or values.day(today) - written <= 7 then return end
  for _, m in ipairs(mentions_of(document, article, "date,time")) do
    local relative = false
    for word in m.text:lower():gmatch("%a+") do relative = relative or RELATIVE[word] end
    local day = m.value and m.value:match("^%d%d%d%d%-%d%d%-%d%d")
    if relative and day then
      add("stale-relative", m, ('"%s" in an article that is %d days old'):format(m.text,
        values.day(today) - written), { day })
    end
  end
end

return M
