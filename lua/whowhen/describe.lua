--- Says in words what is known of a mention, for lists, messages and the text at the cursor.
local values = require("whowhen.value")
local visible = require("whowhen.visible")

local M = {}

--- A stretch of the text as one line that can be shown anywhere.
M.plain = visible.line

local function plural(n, unit)
  return ("%d %s%s"):format(n, unit, n == 1 and "" or "s")
end

local function month_number(value)
  local year, month = value:match("^(%d%d%d%d)%-(%d%d)")
  return year and tonumber(year) * 12 + tonumber(month)
end

--- How many units a value lies after a date, and the unit, which is the value's own: the distance
--- of a month is told in months.
local function difference(value, date)
  local day = values.day(value:match("^[^T]*"))
  if day then return day - values.day(date), "day" end
  if value:find("^%d%d%d%d%-W%d%d$") then
    local today = values.day(date)
    return math.floor((values.order(value) - (today - (today + 3) % 7)) / 7), "week"
  end
  if value:find("^%d%d%d%d%-%d%d$") then
    return month_number(value) - month_number(date), "month"
  end
  if value:find("^%d%d%d%d$") then return tonumber(value) - tonumber(date:sub(1, 4)), "year" end
end

--- "1 day before", "the same week as": where a value lies, seen from a date; nil for a value that
--- is no day, week, month or year.
---@param value string
---@param date string
---@return string?
function M.distance(value, date)
  local n, unit = difference(value, date)
  if not n then return nil end
  if n == 0 then return "the same " .. unit .. " as" end
  return plural(math.abs(n), unit) .. (n < 0 and " before" or " after")
end

local MODS = {
  APPROX = "about",
  START = "the start of",
  MID = "the middle of",
  END = "the end of",
  BEFORE = "before",
  AFTER = "after",
  LESS_THAN = "less than",
  MORE_THAN = "more than",
  EQUAL_OR_LESS = "at most",
  EQUAL_OR_MORE = "at least",
}

--- When a mention is, in a few words: "by 2024-07-12, Fri", "2024-06-03 – 06-05, Mon".
---@param m whowhen.Mention A mention with a value.
---@return string
function M.when(m)
  local words = {}
  local mod = MODS[m.mod]
  if m.bound and m.bound ~= mod then table.insert(words, m.bound) end
  table.insert(words, mod)
  table.insert(words, values.range(m.value, m["until"]))
  local list = { table.concat(words, " "), values.weekday(m.value) }
  table.insert(list, m.zone and m.zone == "Z" and "UTC" or m.zone)
  return table.concat(list, ", ")
end

--- A mention in a few words: "July 13: 2024-07-13, Sat".
---@param m whowhen.Mention
---@return string
function M.short(m)
  local what = m.entity and m.entity.name ~= m.text and m.entity.name
    or m.value and M.when(m) or m.kind
  return ("%s: %s"):format(M.plain(m.text), M.plain(what))
end

--- A mention as a row of a list, in columns.
---@param m whowhen.Mention
---@return string
function M.row(m)
  local value = m.entity and M.plain(m.entity.name) or m.value and M.when(m) or ""
  return ("%-8s %-16s %s"):format(m.kind, value, M.plain(m.text))
end

--- A row for a proportional font, in which columns would not line up.
---@param row string
---@return string
function M.loose(row)
  return (row:gsub("%s%s+", "  "))
end

--- A member of the cast as a row.
---@param who { name: string, mentions: integer, title: string? }
---@return string
function M.member(who)
  local name = (who.title and who.title .. " " or "") .. who.name
  return ("%3d x  %s"):format(who.mentions or 1, M.plain(name))
end

--- A finding in a line.
---@param finding { id: string, message: string, suggestions: table? }
---@return string
function M.finding(finding)
  local offers = {}
  for _, suggestion in ipairs(finding.suggestions or {}) do
    local text = type(suggestion) == "table" and suggestion.text or suggestion
    table.insert(offers, M.plain(tostring(text)))
  end
  local offered = #offers > 0 and (" (%s?)"):format(table.concat(offers, ", ")) or ""
  return M.plain(finding.message) .. offered
end

local function time_lines(list, m, article)
  table.insert(list, m.value and M.when(m) or "without a value")
  local distance = m.value and article.date and M.distance(m.value, article.date)
  if distance then
    table.insert(list, ("%s the article's date, %s"):format(distance, article.date))
  elseif not article.date then
    table.insert(list, "the article has no date")
  end
end

local function entity_lines(list, buffer, m, article)
  local name, numbers, seen, n = m.entity.name, {}, {}, 0
  for other in buffer:mentions(article.first, article.last, "who") do
    if other.entity and other.entity.name == name then
      n = n + 1
      local line = buffer.lines:place(other.first)
      if not seen[line] then table.insert(numbers, line) end
      seen[line] = true
    end
  end
  table.insert(list, M.plain(name))
  local where = #numbers == 1 and "line " or "lines "
  table.insert(list, plural(n, "mention") .. ": " .. where .. table.concat(numbers, ", "))
end

--- What is known of a mention, in lines.
---@param buffer whowhen.Buffer
---@param m whowhen.Mention
---@return string[]
function M.info(buffer, m)
  local list = { ("%s: %s"):format(m.kind, M.plain(m.text)) }
  local article = buffer.document:article(m.article)
  if m.entity then
    entity_lines(list, buffer, m, article)
  elseif m.form or m.value then
    time_lines(list, m, article)
  end
  return list
end

return M
