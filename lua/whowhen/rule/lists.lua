--- What rules add to built-in lists, as rules that the core compiles.
local values = require("whowhen.value")

local M = {}

local WEEKDAYS = { monday = 0, tuesday = 1, wednesday = 2, thursday = 3, friday = 4, saturday = 5,
  sunday = 6 }

--- The day number of a holiday in a year; nil for 29 February of most.
---@param holiday string|{ month: integer, weekday: string, nth: integer }
---@param year integer
---@return integer?
function M.day_of(holiday, year)
  if type(holiday) == "string" then return values.day(("%04d-%s"):format(year, holiday)) end
  local wanted = WEEKDAYS[holiday.weekday]
  local first = values.day(("%04d-%02d-01"):format(year, holiday.month))
  local day = first + (wanted - (first + 3) % 7 + 7) % 7
  local last_of_month
  for n = 1, 5 do
    local _, month = values.civil(day + 7 * (n - 1))
    if month == holiday.month then
      if n == holiday.nth then return day + 7 * (n - 1) end
      last_of_month = day + 7 * (n - 1)
    end
  end
  return holiday.nth == -1 and last_of_month or nil
end

--- The day that a mention of a holiday means: in the year that it names, else the nearest one to
--- the article's date, as the built-in holidays have it.
local function nearest(holiday, m)
  if m.year then return M.day_of(holiday, tonumber(m.year)) end
  local today = m.article.date and values.day(m.article.date)
  if not today then return nil end
  local near
  local this_year = tonumber(m.article.date:sub(1, 4))
  for year = this_year - 1, this_year + 1 do
    local day = M.day_of(holiday, year)
    local relation = (m.relation or ""):lower()
    local possible = day and not (relation:find("^[lp]") and day >= today)
      and not (relation:find("^n") and day <= today)
    if possible and (not near or math.abs(day - today) < math.abs(near - today)) then
      near = day
    end
  end
  return near
end

--- A name as a pattern: any blanks, both apostrophes.
local function as_pattern(name)
  local pattern = name:gsub("\226\128\153", "'"):gsub("[%p]", "\\%0"):gsub("%s+", "\\s+")
  return (pattern:gsub("\\'", "(?:'|’)"))
end

-- A rule's function without a sandbox.
local TRUSTED = { call = function(_, fn, m) return pcall(fn, m) end }

local function holiday_rule(name, holiday)
  return {
    name = name,
    kind = "date",
    -- Over built-in holidays: whoever writes one down means it.
    priority = 1,
    pattern = ([[\b(?:(?<relation>[Ll]ast|[Nn]ext|[Pp]revious|[Tt]his)\s+(?:year(?:'|’)s\s+)?)?]]
      .. [[%s(?!\w)(?:,?\s+(?:of\s+|in\s+)?(?<year>(?:19|20)\d\d)\b)?]]):format(as_pattern(name)),
    value = function(m)
      local day = nearest(holiday, m)
      return day and ("%04d-%02d-%02d"):format(values.civil(day))
    end,
    box = TRUSTED,
    file = "holidays",
    faults = 0,
  }
end

---@class whowhen.rule.Lists
---@field titles string[]
---@field holidays table
---@field names table<integer, table<string, string[]>> By priority and kind.
---@field never string[]

--- Joins what rules add: their titles, holidays, names and words that are never names.
---@param rules whowhen.Rule[]
---@return whowhen.rule.Lists
function M.gather(rules)
  local lists = { titles = {}, holidays = {}, names = {}, never = {} }
  for _, rule in ipairs(rules) do
    for _, title in ipairs(rule.titles or {}) do table.insert(lists.titles, title) end
    for name, day in pairs(rule.holidays or {}) do lists.holidays[name] = day end
    for _, word in ipairs(rule.never or {}) do table.insert(lists.never, word) end
    local priority = rule.priority or 0
    for kind, names in pairs(rule.names or {}) do
      local by_kind = lists.names[priority] or {}
      by_kind[kind] = by_kind[kind] or {}
      lists.names[priority] = by_kind
      for _, name in ipairs(names) do table.insert(by_kind[kind], name) end
    end
  end
  return lists
end

local function sorted_keys(map)
  local keys = {}
  for key in pairs(map) do table.insert(keys, key) end
  table.sort(keys)
  return keys
end

--- The rules that the lists are.
---@return whowhen.Rule[]
function M.rules(lists)
  local rules = {}
  for _, priority in ipairs(sorted_keys(lists.names)) do
    local by_kind = lists.names[priority]
    for _, kind in ipairs(sorted_keys(by_kind)) do
      table.insert(rules, { name = "names", kind = kind, words = by_kind[kind],
        priority = priority, faults = 0 })
    end
  end
  for _, what in ipairs({ "titles", "never" }) do
    if lists[what][1] then
      table.insert(rules, { name = what, special = what, words = lists[what], faults = 0 })
    end
  end
  for _, name in ipairs(sorted_keys(lists.holidays)) do
    table.insert(rules, holiday_rule(name, lists.holidays[name]))
  end
  return rules
end

return M
