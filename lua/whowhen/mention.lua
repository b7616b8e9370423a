--- A mention: a marked stretch of a document, which works out what else is known of it when it is
--- asked, and then keeps it.
local core = require("whowhen_core")
local kinds = require("whowhen.kinds")

local M = {}

local unpack = table.unpack or unpack -- luacheck: compat

---@class whowhen.Mention
---@field first integer
---@field last integer
---@field kind whowhen.Kind
---@field vague boolean
---@field document whowhen.Document
---@field text string
---@field value? string The TIMEX3 value.
---@field until? string Of the first mention of a range the value of its end: `m["until"]`, as Lua
--- keeps the bare word for itself.
---@field range_end? whowhen.Mention The mention that ends the range.
---@field bound? string The word before it: since, from, until, by, before, after.
---@field mod? string TIMEX3's modifier: APPROX, START, MID, END, LESS_THAN, MORE_THAN …
---@field zone? string Of a clock time: "Z", "-04:00", or letters that do not settle it.
---@field form string Which form of the grammar it has.
---@field rule? string The rule that made it.
---@field groups? table<string, string> The named groups of the rule's pattern.
---@field article integer The index of its article.
---@field entity? whowhen.Entity Whom a name names.
---@field ambiguous? boolean Others in the article bear this name too.

---@class whowhen.Entity A person, organisation or place of one article.
---@field name string The mention that names it best; " (2)" behind a second one of that name.
---@field kind whowhen.Kind
---@field mentions integer How many.
---@field first integer Where the first mention begins …
---@field last integer … and ends.
---@field title? string What stands beside a mention: "Judge", "director".
---@field spellings string[] The names seen, in the order of the text.
---@field ambiguous integer How many mentions others could claim too.
---@field article integer
---@field number integer Its number in the article.

--- The entity `number` of an article, one table for all who ask until the next edit.
local function entity_of(document, article, number)
  local known = document.known[article]
  if not known then
    known = {}
    document.known[article] = known
  end
  if known[number] then return known[number] end
  local kind, mentions, namesakes, from, to, first, last, title_from, title_to =
    document.core:entity(article, number)
  local which = namesakes > 0 and (" (%d)"):format(namesakes + 1) or ""
  known[number] = {
    name = document:text(from, to):gsub("%s+", " ") .. which,
    kind = kinds.NAMES[kind],
    mentions = mentions,
    first = first,
    last = last,
    title = title_from and document:text(title_from, title_to):gsub("%s+", " ") or nil,
    article = article,
    number = number,
  }
  return known[number]
end

local function link_of(m)
  local number, ambiguous = m.document.core:link(m.first, m.last)
  rawset(m, "ambiguous", ambiguous)
  return number and entity_of(m.document, m.article, number) or nil
end

--- The rule that made a mention, if one did.
local function rule_of(m)
  return m.number and m.document.numbered[m.number]
end

local function value_of(m)
  local rule = rule_of(m)
  if rule then return m.document.rules:value(rule, m.document, m, m.groups) end
  return (m.document.core:value(m.first, m.last, m.form_number))
end

--- What is told beside a value comes in one answer, all of it kept.
local function beside(key)
  return function(m)
    if rule_of(m) or not kinds.IS_WHEN[m.kind] then return nil end
    local told = rawget(m, "told")
    if not told then
      -- Kept, for most have nothing: what is nil would be worked out again for each of these.
      local core_document = m.document.core
      local known = { core_document:time(m.first, m.last, m.form_number, m.kind_number) }
      told = { ["until"] = known[2], bound = known[3], mod = known[4], zone = known[5] }
      told.range_end = M.new(m.document, unpack(known, 6, 11))
      rawset(m, "told", told)
    end
    return told[key]
  end
end

--- What a mention works out only when it is asked.
local WORK = {
  text = function(m) return m.document:text(m.first, m.last) end,
  value = value_of,
  ["until"] = beside("until"),
  range_end = beside("range_end"),
  bound = beside("bound"),
  mod = beside("mod"),
  zone = beside("zone"),
  rule = function(m)
    local rule = rule_of(m)
    return rule and rule.name
  end,
  groups = function(m) return m.number and m.document.core:groups(m.first, m.number) end,
  form = function(m) return core.form(m.form_number) end,
  article = function(m) return m.document.core:article_at(m.first) end,
  entity = link_of,
  ambiguous = function(m)
    link_of(m)
    return rawget(m, "ambiguous")
  end,
}

local Mention = {}

function Mention.__index(mention, key)
  local work = WORK[key]
  if not work then return nil end
  if mention.generation ~= mention.document.generation then
    error("whowhen: this mention is stale: the document was edited after it was found", 2)
  end
  local result = work(mention)
  rawset(mention, key, result)
  return result
end

--- Makes a mention of what the core tells of one: its place and kind, whether it is vague, the
--- number of its form, and of the rule that made it.  Nil for nothing.
---@param document whowhen.Document
---@return whowhen.Mention?
function M.new(document, first, last, kind, vague, form_number, number)
  if not first then return nil end
  return setmetatable({
    first = first,
    last = last,
    kind = document.kinds[kind],
    kind_number = kind,
    vague = vague,
    form_number = form_number,
    number = number,
    document = document,
    generation = document.generation,
  }, Mention)
end

return M
