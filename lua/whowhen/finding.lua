--- Findings: what a copy editor would query, said in words, with what could be done about it.
local more = require("whowhen.finding_more")
local nearest = require("whowhen.nearest")
local values = require("whowhen.value")

local M = {}

---@class whowhen.Finding
---@field id string
---@field message string
---@field first integer
---@field last integer
---@field suggestions { text: string, first: integer, last: integer }[] What could stand there.

local DAYS = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" }
local MONTHS = {
  "January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December",
}

--- 1 = Monday; day 0 was a Thursday.
local function weekday_of(day)
  return (day + 3) % 7 + 1
end

--- "July 12", or "12 July" where the mention has the day first; and the year.
local function write_day(day, like)
  local y, m, d = values.civil(day)
  if like:find("%d%a* %a") and not like:find("%a%.? %d") then
    return ("%d %s"):format(d, MONTHS[m]), y
  end
  return ("%s %d"):format(MONTHS[m], d), y
end

--- How each kind of finding is said: message and suggestions.
local SAY = {}

--- How far from the article's own day a date is of its story, in days.
local STORY = 31

--- The date with the year, of those next to it, in which the weekday is right; and whether that is
--- the likeliest slip: of the article's own date, and of a day that then is of its story.
local function year_repair(f, day, number)
  local y, m, d = values.civil(day)
  if not f.text:find(("%04d"):format(y), 1, true) then return nil end
  for _, year in ipairs({ y + 1, y - 1 }) do
    local other = values.day(("%04d-%02d-%02d"):format(year, m, d))
    if other and weekday_of(other) == number then
      local today = f.date and values.day(f.date)
      local likely = f.is_own or today and math.abs(other - today) <= STORY
      return (f.text:gsub(("%04d"):format(y), ("%04d"):format(year), 1)), likely
    end
  end
end

SAY["weekday-mismatch"] = function(f)
  local day = values.day(f.value:sub(1, 10))
  local right, prefix = DAYS[weekday_of(day)], f.text:match("%a+"):sub(1, 3):lower()
  local named, year = write_day(day, f.text)
  for i, name in ipairs(DAYS) do
    if name:sub(1, 3):lower() == prefix then
      -- The nearest day that is such a weekday.
      local repair = write_day(day + (i - weekday_of(day) + 10) % 7 - 3, f.text)
      local offers = { name .. ", " .. repair, right .. ", " .. named }
      local other_year, likely = year_repair(f, day, i)
      if other_year then table.insert(offers, likely and 1 or 3, other_year) end
      return ("%s was %s; %s was a %s in %d"):format(name, repair, named, right, year), offers
    end
  end
  return ("%s was a %s in %d"):format(named, right, year), { right .. ", " .. named }
end

SAY["interval-reversed"] = function(f)
  return ("%s ends before it begins"):format(f.text), {}
end

SAY["invalid-date"] = function(f)
  return ("there is no %s"):format(f.text), {}
end

SAY["ambiguous-order"] = function(f)
  local other = values.day(f.value)
  local a, year = write_day(values.day((f.value:gsub("(%d+)-(%d+)-(%d+)", "%1-%3-%2"))), "")
  local b = write_day(other, "")
  return ("%s or %s? Nothing in the article tells the order of day and month"):format(a, b),
    { ("%s, %d"):format(a, year), ("%s, %d"):format(b, year) }
end

SAY["ambiguous-timezone"] = function(f)
  local zone = f.text:match("%f[%u](%u%u%u)%f[^%u]") or "the time zone"
  return ("%s is the time of more than one country: say where"):format(zone), {}
end

SAY["ambiguous-surname"] = function(f)
  return ('"%s" could also be %s'):format(f.text, f.other), { f.own, f.other }
end

--- Of a full name the word that begins as `word` does: the last, as surnames stand last; and when
--- none begins so ("Sefcovic" of "Maroš Šefčovič") the last of all but "Jr.".
local function like(name, word)
  local found
  for part in name:gmatch("%S+") do
    if part:sub(1, 1) == word:sub(1, 1) then found = part end
  end
  return found or name:match("(%S+) [JS]r%.?$") or name:match("%S+$")
end

SAY["name-spelling"] = function(f)
  local right = f.text:find("%s") and f.other or like(f.other, f.text)
  return ('"%s" is spelt "%s" elsewhere'):format(f.text, right), { right }
end

SAY["first-reference"] = function(f)
  return ('first named "%s", and in full only later: %s'):format(f.text, f.other), { f.other }
end

--- Which findings a list asks for, as { id = true or false }: the usual ones, and what the list
--- adds to them, or with "-" before it takes away; "all" and "none" stand for all of them.  What it
--- does not name is a rule's, and made unless "none" is in it.  Nil and a message when a name in it
--- is none.
---@param list? string As in "all,-stale-relative".
---@param rules? table<string, any> The names of rules.
---@return table<string, boolean>?
---@return string? message
function M.choose(list, rules)
  local chosen, known = {}, {}
  for _, ids in ipairs({ SAY, more }) do
    for id in pairs(ids) do
      chosen[id], known[id] = ids == SAY, true
    end
  end
  for name in pairs(rules or {}) do known[name] = true end
  for item in (list or ""):gmatch("[^,%s]+") do
    local off, id = item:match("^(%-?)(.*)$")
    if item == "all" or item == "none" then
      for name in pairs(known) do chosen[name] = item == "all" end
    elseif known[id] then
      chosen[id] = off == ""
    else
      return nil, ('unknown finding "%s": did you mean "%s"?'):format(id, nearest.name(id, known))
    end
  end
  return chosen
end

local function text_of(document, first, last)
  return (document:text(first, last):gsub("%s+", " "))
end

--- Whom the name at a place names, as it is written.
local function name_at(document, pos)
  local m = document:at(pos)
  return m and m.entity and (m.entity.name:gsub(" %(%d+%)$", ""))
end

--- All findings of an article, in the order of the text.
---@param document whowhen.Document
---@param article whowhen.Article
---@return whowhen.Finding[]
function M.list(document, article)
  local list, core = {}, document.core
  local function add(id, where, message, suggestions)
    local first, last, offers = where.first, where.last, {}
    for i, text in ipairs(suggestions) do
      offers[i] = { text = text, first = first, last = last }
    end
    local finding = { id = id, message = message, suggestions = offers, first = first, last = last }
    table.insert(list, finding)
  end
  for number = 1, core:findings(article.index) do
    local id, value, first, last, from, to = core:finding(article.index, number)
    if document.chosen[id] then
      add(id, { first = first, last = last }, SAY[id]({
        value = value,
        text = text_of(document, first, last),
        date = article.date,
        is_own = article.where and article.where.first == first,
        other = from and text_of(document, from, to),
        own = id == "ambiguous-surname" and name_at(document, first) or nil,
      }))
    end
  end
  for id, find in pairs(more) do
    if document.chosen[id] then find(document, article, add, document.today) end
  end
  return list
end

return M
