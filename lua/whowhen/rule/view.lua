--- What a rule's function sees of a mention, and what it may answer.
---
--- m.first m.last m.text m.kind m.value m.rule   as a mention has them
--- m.entity                                      the name of whom it names
--- m.year …                                      the named groups of the rule's pattern
--- m.article                                     { index, date } of its article
--- m.previous m.next                             the mentions before and after it in the article
--- m:before(n) m:after(n)                        up to n bytes of text beside it, at most 1000
local kinds = require("whowhen.kinds")
local visible = require("whowhen.visible")

local M = {}

local BESIDE = 1000
local LONGEST_VALUE, LONGEST_MESSAGE, MOST_SUGGESTIONS = 63, 500, 20

--- The whole characters of a piece of text whose ends may cut some.
local function whole(text)
  text = text:gsub("^[\128-\191]+", "")
  return text:sub(1, visible.whole(text))
end

-- What views are of: rules have the views, and must not come by the documents.
local states = setmetatable({}, { __mode = "k" })

local function article_of(state)
  state.article = state.article or state.document:article_at(state.m.first)
  return state.article
end

local function before(view, n)
  local state = states[view]
  local first = article_of(state).first
  n = math.max(0, math.min(tonumber(n) or BESIDE, BESIDE))
  return whole(state.document:text(math.max(first, state.m.first - n), state.m.first - 1))
end

local function after(view, n)
  local state = states[view]
  local last = article_of(state).last
  n = math.max(0, math.min(tonumber(n) or BESIDE, BESIDE))
  return whole(state.document:text(state.m.last + 1, math.min(last, state.m.last + n)))
end

local function neighbour(state, direction)
  local article = article_of(state)
  local other = state.document[direction](state.document, state.m.first)
  if not other or other.first < article.first or other.last > article.last then return nil end
  return M.new(state.document, other)
end

local WORK = {
  text = function(state) return state.document:text(state.m.first, state.m.last) end,
  value = function(state) return state.m.value end,
  rule = function(state) return state.m.rule end,
  entity = function(state) return state.m.entity and state.m.entity.name end,
  article = function(state)
    local article = article_of(state)
    return { index = article.index, date = article.date }
  end,
  previous = function(state) return neighbour(state, "previous") end,
  next = function(state) return neighbour(state, "next") end,
}

local View = {
  __index = function(view, key)
    local state = states[view]
    if WORK[key] then return WORK[key](state) end
    return state.groups and state.groups[key]
  end,
  __metatable = false,
}

--- Makes what a rule's function sees.  `groups` are the named groups of its pattern.
---@param document whowhen.Document
---@param m whowhen.Mention|{ first: integer, last: integer, kind: string? }
---@param groups? table<string, string>
---@return table
function M.new(document, m, groups)
  local view = { first = m.first, last = m.last, kind = m.kind, before = before, after = after }
  states[view] = { document = document, m = m, groups = groups }
  return setmetatable(view, View)
end

local function is_line(text, longest)
  return #text <= longest and visible.is_utf8(text) and visible.label(text) == text
end

--- Reads what `value` answered; nil and what is wrong with it.
---@param kind string
---@return string? value
---@return string? trouble
function M.value(kind, value)
  if value == nil or value == false then return nil end
  if type(value) ~= "string" then return nil, "returned a " .. type(value) .. ", not a string" end
  if value == "" or not is_line(value, LONGEST_VALUE) then
    return nil, ("returned no line of 1 to %d bytes of UTF-8"):format(LONGEST_VALUE)
  end
  if kinds.IS_WHEN[kind] and not value:find("^[%w:/+.,_-]+$") then
    return nil, ('returned "%s", which is no TIMEX3 value'):format(value)
  end
  return value
end

--- Reads what `when` or `reject` answered.
---@return boolean? answer
---@return string? trouble
function M.truth(answer)
  if answer == nil or type(answer) == "boolean" then return answer or false end
  return nil, "returned a " .. type(answer) .. ", not true or false"
end

--- What is wrong with a range that a rule gave; nil when nothing is.
local function range_trouble(document, first, last)
  for _, position in ipairs({ first or false, last or false }) do
    if type(position) ~= "number" or position % 1 ~= 0 then
      return "returned a position that is no whole number"
    end
  end
  if last < first - 1 then return ("returned a range that runs backwards: %d to %d")
    :format(first, last) end
  if first < 1 or last > document:len() then
    return ("returned a range outside of the text: %d to %d"):format(first, last)
  end
  for _, position in ipairs({ first, last + 1 }) do
    if position <= document:len() and document:text(position, position):find("[\128-\191]") then
      return ("returned a range that cuts a character at %d"):format(position)
    end
  end
end

local function read_suggestions(document, list, first, last)
  if list == nil then return {} end
  if type(list) ~= "table" then
    return nil, "returned suggestions that are a " .. type(list) .. ", not a list"
  end
  if #list > MOST_SUGGESTIONS then
    return nil, ("returned more than %d suggestions"):format(MOST_SUGGESTIONS)
  end
  local read = {}
  for i, item in ipairs(list) do
    if type(item) == "string" then item = { text = item } end
    local text = type(item) == "table" and item.text
    if type(text) ~= "string" or not is_line(text, LONGEST_MESSAGE) then
      return nil, ("returned a suggestion, number %d, that is no line of text"):format(i)
    end
    local from, to = item.first or first, item.last or last
    local trouble = range_trouble(document, from, to)
    if trouble then return nil, trouble end
    read[i] = { text = text, first = from, last = to }
  end
  return read
end

--- Reads what `finding` answered: a message, suggestions, and the range that they are about, by
--- default the mention.
---@param document whowhen.Document
---@param m { first: integer, last: integer }
---@return { message: string, first: integer, last: integer, suggestions: table[] }?
---@return string? trouble
function M.finding(document, m, message, suggestions, first, last)
  if message == nil or message == false then return nil end
  if type(message) ~= "string" then
    return nil, "returned a " .. type(message) .. ", not a message"
  end
  if not message:find("%S") or not is_line(message, LONGEST_MESSAGE) then
    return nil, ("returned a message that is no line of 1 to %d bytes of UTF-8")
      :format(LONGEST_MESSAGE)
  end
  first, last = first or m.first, last or m.last
  local trouble = range_trouble(document, first, last)
  if trouble then return nil, trouble end
  local read
  read, trouble = read_suggestions(document, suggestions, first, last)
  if not read then return nil, trouble end
  return { message = message, first = first, last = last, suggestions = read }
end

return M
