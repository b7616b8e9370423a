--- Checks what a rules file says: every field of every rule, with the line it stands on.
local kinds = require("whowhen.kinds")
local literal = require("whowhen.rule.literal")
local nearest = require("whowhen.nearest")
local values = require("whowhen.value")
local visible = require("whowhen.visible")

local M = {}

local WEEKDAYS = { monday = true, tuesday = true, wednesday = true, thursday = true,
  friday = true, saturday = true, sunday = true }
-- The fields that add to built-in lists.
M.LISTS = { "titles", "holidays", "names", "never", "dismiss" }

--- The lines on which the tables of a file begin that are items of the list it returns.
---@param source string
---@return integer[]
function M.lines(source)
  local lines, line, counted, depth, pos = {}, 1, 1, 0, 1
  -- Whatever begins a string, a comment, a table or the list; a source of thousands of words has
  -- little else.
  local next_mark = "[\"'%[%-{}r]"
  pos = source:find(next_mark, pos)
  while pos do
    local mark = source:sub(pos, pos)
    local finish = literal.stop(source, pos, mark)
    if finish then
      pos = finish
    elseif mark == "{" then
      depth = depth + 1
      if depth == 2 then
        line = line + select(2, source:sub(counted, pos - 1):gsub("\n", ""))
        counted = pos
        table.insert(lines, line)
      end
    elseif mark == "}" then
      depth = depth - 1
    elseif depth == 0 and source:find("^%f[%w_]return%f[^%w_]", pos) then
      -- Helpers may hold tables too: only the last return counts.
      lines = {}
    end
    pos = source:find(next_mark, pos + 1)
  end
  return lines
end

--- Says that a name is none, and which one may have been meant.
local function unknown(what, name, names)
  return ('unknown %s "%s": did you mean "%s"?'):format(what, name, nearest.name(name, names))
end

local function is_text(value)
  return type(value) == "string" and visible.is_utf8(value) and value:find("[%w\128-\255]")
end

--- What is wrong with a list of words or names; nil when nothing is.
local function list_trouble(field, list)
  if #list == 0 then return field .. " is empty, or no list" end
  for i, word in ipairs(list) do
    if type(word) ~= "string" then
      return ("%s: item %d is a %s, not a string"):format(field, i, type(word))
    end
    if not visible.is_utf8(word) then return ("%s: item %d is not UTF-8"):format(field, i) end
    if word:find("%z") then return ("%s: item %d holds a NUL"):format(field, i) end
    if not word:find("[%w\128-\255]") then
      return ('%s: item %d, "%s", holds no letter or digit'):format(field, i, visible.label(word))
    end
  end
end

local function own_kind_trouble(kind)
  if kinds.GROUPS[kind] or kind == "vague" then
    return ('kind "%s" is the name of a set of kinds'):format(kind)
  end
  if not kind:find("^%l[%l%d-]*$") then
    return ('kind "%s": use small letters, digits and hyphens'):format(visible.label(kind))
  end
  local near, distance = nearest.name(kind, kinds.IS_KIND)
  if distance == 1 or kind == near .. "s" then
    return ('kind "%s" is too like "%s": is that meant?'):format(kind, near)
  end
end

local function holiday_trouble(name, day)
  if not is_text(name) then return "holidays: a name is no text" end
  if type(day) == "string" then
    -- A leap year, so that 29 February is a day.
    if values.day("2024-" .. day) then return nil end
    return ('holidays: %s: "%s" is not a day "MM-DD"'):format(name, visible.label(day))
  end
  if type(day) ~= "table" then
    return ("holidays: %s: a day is a string or a table, not a %s"):format(name, type(day))
  end
  if not WEEKDAYS[day.weekday] then
    return ("holidays: %s: weekday must be a name such as \"monday\""):format(name)
  end
  local month, nth = day.month, day.nth
  if type(month) ~= "number" or month % 1 ~= 0 or month < 1 or month > 12 then
    return ("holidays: %s: month must be 1 to 12"):format(name)
  end
  if type(nth) ~= "number" or nth % 1 ~= 0 or nth < -1 or nth > 5 or nth == 0 then
    return ("holidays: %s: nth must be 1 to 5, or -1 for the last"):format(name)
  end
end

local function holidays_trouble(list)
  if next(list) == nil then return "holidays is empty" end
  for name, day in pairs(list) do
    local trouble = holiday_trouble(name, day)
    if trouble then return trouble end
  end
end

local function names_trouble(list)
  if next(list) == nil then return "names is empty" end
  for kind, names in pairs(list) do
    if not kinds.IS_WHO[kind] then
      return "names: " .. unknown("kind", tostring(kind), kinds.IS_WHO)
    end
    if type(names) ~= "table" then return ("names.%s must be a list"):format(kind) end
    local trouble = list_trouble("names." .. kind, names)
    if trouble then return trouble end
  end
end

--- The fields of a rule: the type of each, and what else is asked of it.
local FIELDS = {
  name = { "string", function(name)
    if not name:find("^%w[%w_.-]*$") or #name > 64 then
      return "name: use letters, digits, hyphens, dots and underscores"
    end
  end },
  kind = { "string", function(kind)
    if not kinds.IS_KIND[kind] then return own_kind_trouble(kind) end
  end },
  pattern = { "string", function(pattern)
    if pattern == "" then return "pattern is empty" end
    if not visible.is_utf8(pattern) then return "pattern is not UTF-8" end
  end },
  words = { "table", function(words) return list_trouble("words", words) end },
  value = { "function" },
  when = { "function" },
  reject = { "function" },
  finding = { "function" },
  priority = { "number", function(priority)
    if priority % 1 ~= 0 or math.abs(priority) > 1000 then
      return "priority must be a whole number from -1000 to 1000"
    end
  end },
  style = { "string", function(style)
    if not style:find("^%a[%w_.-]*$") then
      return 'style must be the name of a highlight, such as "comment"'
    end
  end },
  examples = { "table", function(examples) return list_trouble("examples", examples) end },
  titles = { "table", function(titles) return list_trouble("titles", titles) end },
  never = { "table", function(never) return list_trouble("never", never) end },
  dismiss = { "table", function(dismiss) return list_trouble("dismiss", dismiss) end },
  holidays = { "table", holidays_trouble },
  names = { "table", names_trouble },
}
--- What is wrong with the fields of a rule, each by itself.
local function field_trouble(rule)
  local names = {}
  for name in pairs(rule) do table.insert(names, tostring(name)) end
  table.sort(names)
  for _, name in ipairs(names) do
    local field, value = FIELDS[name], rule[name]
    if not field then return unknown("field", visible.label(name), FIELDS) end
    if type(value) ~= field[1] then
      return ("%s must be a %s, not a %s"):format(name, field[1], type(value))
    end
    local trouble = field[2] and field[2](value)
    if trouble then return trouble end
  end
end

local function adds_to_lists(rule)
  for _, field in ipairs(M.LISTS) do
    if rule[field] then return true end
  end
  return false
end

--- What is wrong with a rule as a whole.
local function whole_trouble(rule)
  local matches = rule.pattern or rule.words
  if rule.pattern and rule.words then return "pattern and words exclude each other" end
  if matches and rule.reject then
    return "reject looks at all mentions: it needs a rule of its own"
  end
  if matches and not rule.kind and not rule.finding then
    return "what is found needs a kind, or a finding to say what is wrong with it"
  end
  if not matches then
    for _, field in ipairs({ "kind", "value", "priority", "style", "when" }) do
      local needless = field == "priority" and rule.names
      if rule[field] and not needless then return field .. " needs a pattern or words" end
    end
    if not rule.reject and not rule.finding and not adds_to_lists(rule) then
      return "it does nothing: give it a pattern, words, reject, finding, titles, holidays, "
        .. "names, never or dismiss"
    end
  end
  if rule.value and not rule.kind then return "value needs a kind" end
end

--- What is wrong with a rule; nil when it is sound.
---@param rule any
---@param taken table<string, integer> The lines of the names given before it in its file.
---@return string?
function M.trouble(rule, taken)
  if type(rule) ~= "table" then return ("a rule must be a table, not a %s"):format(type(rule)) end
  if rule.name == nil then return "it has no name" end
  local trouble = field_trouble(rule) or whole_trouble(rule)
  if trouble then return trouble end
  if taken[rule.name] then
    return ("its name is taken by the rule in line %d"):format(taken[rule.name])
  end
end

--- What a message about a rule begins with: file:line: rule "name", or its number in the list.
---@param file string
---@param line integer?
---@param name string|integer
---@return string
function M.label(file, line, name)
  local where = line and ("%s:%d"):format(file, line) or file
  if type(name) ~= "string" then return ("%s: rule %d"):format(where, name) end
  return ('%s: rule "%s"'):format(where, visible.label(name))
end

return M
