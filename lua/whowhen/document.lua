--- The document: a text, kept up to date with its edits, and every question about it.
---
--- What not every document needs (findings, rules that have a say, values) is loaded by those who
--- ask: a short text is shown in the time that a process takes to start.
local core = require("whowhen_core")
local kind_sets = require("whowhen.kinds")
local mentions = require("whowhen.mention")

local M = {}

---@class whowhen.Options
---@field date? string The reference date of every article, "YYYY-MM-DD"; else found in the text.
---@field narrative? boolean History: a date relates to the dates told before it.
---@field rules? whowhen.RuleSet What require("whowhen.rules").load() gave.
---@field findings? string Which findings are made besides the usual ones, or with "-" are not:
---"all,-name-spelling".  Off by default: second-reference, interval-mismatch, age-mismatch,
---stale-relative.
---@field today? string The reader's day, "YYYY-MM-DD": what stale-relative compares with.
---@field lazy? boolean Each article is read when it is asked about: the first answer comes soon.
---After a large edit, or one elsewhere than the last, edit() may name more than what changed.

---@class whowhen.Article
---@field index integer
---@field first integer
---@field last integer
---@field source "nothing"|"option"|"header"|"line"|"dateline" Where the reference date came from.
---@field date? string The reference date.
---@field where? { first: integer, last: integer } The text that gave the date.
---@field other? { source: string, date: string, where: { first: integer, last: integer } } What
---else might be its date, and disagrees.

local resolved = {}

--- The bits of a set of kinds; hosts ask for the same few sets at every redraw.
local function bits_of(set, document)
  local bits = not document.own and resolved[set]
  if not bits then
    local message
    bits, message = kind_sets.resolve(set, document.own)
    if not bits then error("whowhen: " .. message, 4) end
    if type(set) == "string" and not document.own then resolved[set] = bits end
  end
  return bits
end

-- The options, in the order in which they are named.
local OPTIONS = { "date", "narrative", "rules", "findings", "today", "lazy" }
local IS_OPTION = {}
for _, name in ipairs(OPTIONS) do IS_OPTION[name] = true end
M.OPTIONS = OPTIONS

---@class whowhen.Document
local Document = {}
Document.__index = Document

--- Makes a document of a text.  An invalid date gives nil and a message.
---@param text? string
---@param options? whowhen.Options
---@return whowhen.Document?
---@return string? message
function M.new(text, options)
  options = options or {}
  for name in pairs(options) do
    if not IS_OPTION[name] then
      local known = table.concat(OPTIONS, ", ")
      error(('whowhen: unknown option "%s": use %s'):format(tostring(name), known), 2)
    end
  end
  local rules, today = options.rules, options.today
  local chosen, unknown
  if options.findings then
    chosen, unknown = require("whowhen.finding").choose(options.findings, rules and rules.by_name)
    if not chosen then return nil, unknown end
  end
  if today and not require("whowhen.value").day(today) then
    return nil, ('not a date of the form YYYY-MM-DD: "%s"'):format(today)
  end
  local inner, message = core.new({
    date = options.date,
    narrative = options.narrative,
    lazy = options.lazy,
    rules = rules and rules.compiled,
  })
  if not inner then return nil, ('%s: "%s"'):format(message, options.date) end
  if text then inner:sync(text) end
  -- The generation counts the edits, so that a mention knows whether it is stale.
  return setmetatable({
    core = inner,
    generation = 0,
    known = {},
    slow_from = 1, -- the number of the first rule that may yet be found to be slow
    verdicts = {}, clusters = {}, -- of rules, see rule/standing.lua
    chosen = chosen, -- the findings that are made; nil until they are asked for
    today = today,
    rules = rules,
    -- What was compiled stays the document's when the rules are read again.
    numbered = rules and rules.numbered,
    kinds = rules and rules.kinds or kind_sets.NUMBERED,
    own = rules and rules.own, -- the bits of rules' own kinds
  }, Document)
end

--- Makes a mention of the values that the core returns for one.
---@private
function Document:claim(...)
  return mentions.new(self, ...)
end

--- Whether rules have a say in what stands; what they ask is answered as if they had none.
local function is_filtered(document)
  local rules = document.rules
  if not rules or not rules.filters then return false end
  return not (document.asking and require("whowhen.rule.budget").is_running())
end

--- The first mention that ends after `pos`, counted from 0.  One past `limit` is not wanted.
local function first_after(document, pos, bits, limit)
  if is_filtered(document) then
    return require("whowhen.rule.standing").next(document, pos, bits)
  end
  return document:claim(document.core:next(pos, bits, limit))
end

--- The last mention that begins before `pos`.
local function last_before(document, pos, bits)
  if is_filtered(document) then
    return require("whowhen.rule.standing").previous(document, pos, bits)
  end
  return document:claim(document.core:previous(pos, bits))
end

--- Cuts a range to the text: hosts ask for whole lines, past its end too.
local function clamp(document, first, last)
  local len = document.core:len()
  first = math.max(1, math.min(first or 1, len + 1))
  return first, math.max(first - 1, math.min(last or len, len))
end

--- Tells of rules whose patterns took too many steps since this was asked last.
local function tell_slow(document)
  if not document.numbered or not document.numbered[1] then return end
  local number = document.core:slow_rule(document.slow_from)
  while number do
    document.slow_from = number + 1
    document.rules:slow(document.numbered[number])
    number = document.core:slow_rule(document.slow_from)
  end
end

--- Replaces the bytes first..last; last = first - 1 inserts.  Returns the range in which marks
--- changed, or nothing.  Values may change outside of it.
---@param first integer
---@param last integer
---@param replacement string
---@return integer? first
---@return integer? last
function Document:edit(first, last, replacement)
  -- Made first: an edit that raises an error has not been made.
  local known, verdicts, clusters = {}, {}, {}
  local from, to = self.core:edit(first, last, replacement)
  self.generation, self.known = self.generation + 1, known
  self.verdicts, self.clusters = verdicts, clusters
  return from, to
end

--- Makes the text equal to `text` by one edit of what differs; returns as edit does.
---@param text string
---@return integer? first
---@return integer? last
function Document:sync(text)
  local known, verdicts, clusters = {}, {}, {}
  local from, to = self.core:sync(text)
  self.generation, self.known = self.generation + 1, known
  self.verdicts, self.clusters = verdicts, clusters
  return from, to
end

--- The length of the text in bytes.
---@return integer
function Document:len()
  return self.core:len()
end

--- The bytes first..last of the text, by default all of it.
---@param first? integer
---@param last? integer
---@return string
function Document:text(first, last)
  return self.core:text(clamp(self, first, last))
end

--- How many bytes a text and the document share from a position on; with `back`, up to it.
---@param pos integer
---@param text string
---@param back? boolean
---@return integer
function Document:common(pos, text, back)
  return self.core:common(pos, text, back)
end

--- Frees the memory now instead of when the collector comes.  The document cannot be used after.
function Document:close()
  self.generation = self.generation + 1
  self.core:close()
end

--- Walks over the mentions that touch first..last, by default all of the text and every kind.
---@param first? integer
---@param last? integer
---@param kinds? whowhen.Kinds
---@return fun(): whowhen.Mention?
function Document:mentions(first, last, kinds)
  local bits, generation = bits_of(kinds or "all", self), self.generation
  first, last = clamp(self, first, last)
  local pos = first - 1
  return function()
    if self.generation ~= generation then
      error("whowhen: the document was edited during mentions()", 2)
    end
    local m = first_after(self, pos, bits, last)
    if not m or m.first > last then return nil end
    pos = m.last
    return m
  end
end

--- The spans of the mentions that stand, where rules have a say.
local function filtered_spans(document, first, last, spans, kinds)
  local n = 0
  for m in document:mentions(first, last, kinds) do
    spans[n + 1], spans[n + 2], spans[n + 3] = m.first, m.last, m.kind_number
    n = n + 3
  end
  for i = n + 1, #spans do spans[i] = nil end
  return spans
end

--- For painting: what touches first..last as { first, last, kind number, … }.  A table given as
--- `into` is filled and returned.  By default the kinds "shown".
---@param first? integer
---@param last? integer
---@param into? integer[]
---@param kinds? whowhen.Kinds
---@return integer[]
function Document:spans(first, last, into, kinds)
  local bits = bits_of(kinds or "shown", self)
  first, last = clamp(self, first, last)
  local spans
  if is_filtered(self) then
    -- Painting is one question, however many mentions rules are asked about.
    local ask = require("whowhen.rule.budget").ask
    spans = ask(filtered_spans, self, first, last, into or {}, kinds or "shown")
  else
    spans = self.core:spans(first, last, into, bits)
  end
  tell_slow(self)
  return spans
end

--- How many bytes of a lazy document nobody asked about yet.
---@return integer
function Document:unread()
  return self.core:unread()
end

--- For who has nothing else to do: divides about so many more bytes of a lazy document into its
--- articles, until nothing is left.  Returns whether more is, and where marks may be others now.
---@param bytes integer
---@return boolean more
---@return integer? first
---@return integer? last
function Document:idle(bytes)
  local known, verdicts = {}, {}
  local more, first, last = self.core:idle(bytes)
  if first then
    self.generation, self.known, self.verdicts = self.generation + 1, known, verdicts
  end
  return more, first, last
end

--- How many bytes from the start no longer depend on what may be appended: their mentions are
--- final, and those after them stay the same when these bytes are removed.
---@return integer
function Document:settled()
  return self.core:settled()
end

--- How many mentions of each kind there are, up to `last` or in all of the text; the vague ones
--- count as "vague" only.  A lazy document is read for it, and rules are asked, unless it is to be
--- counted `as_read`.
---@param last? integer
---@param as_read? boolean
---@return table<whowhen.Kind|"vague", integer>
function Document:count(last, as_read)
  local counts = { vague = 0 }
  if not as_read then tell_slow(self) end
  for _, kind in ipairs(self.kinds) do counts[kind] = 0 end
  if is_filtered(self) and not as_read then
    for m in self:mentions() do
      if m.last > (last or math.huge) then break end
      local kind = m.vague and "vague" or m.kind
      counts[kind] = counts[kind] + 1
    end
    return counts
  end
  for i, n in ipairs({ self.core:count(last, as_read) }) do
    if self.kinds[i] then counts[self.kinds[i]] = n end
  end
  return counts
end

--- The mention that covers a position.
---@param pos integer
---@return whowhen.Mention?
function Document:at(pos)
  if pos < 1 or pos > self.core:len() then return nil end
  local m = first_after(self, pos - 1, bits_of("all", self), pos)
  return m and m.first <= pos and m or nil
end

--- Why the text at a position is marked, or why it is not, in lines: what found it, its value, what
--- gave way to it, what the model of names makes of the word and by how much, which lists hold it,
--- and what the article says of it.
---@param pos integer 1 to the length of the text.
---@return string[]
function Document:explain(pos)
  return require("whowhen.explain").lines(self, pos)
end

--- The first mention that begins after a position (0: the first of all).
---@param pos integer
---@param kinds? whowhen.Kinds
---@return whowhen.Mention?
function Document:next(pos, kinds)
  local bits = bits_of(kinds or "all", self)
  pos = math.max(0, math.min(pos, self.core:len()))
  local m = first_after(self, pos, bits)
  if m and m.first <= pos then m = first_after(self, m.last, bits) end
  return m
end

--- The last mention that begins before a position.
---@param pos integer
---@param kinds? whowhen.Kinds
---@return whowhen.Mention?
function Document:previous(pos, kinds)
  local bits = bits_of(kinds or "all", self)
  pos = math.max(1, math.min(pos, self.core:len() + 1))
  return last_before(self, pos, bits)
end

--- One article by its index, from 1.
---@param index integer
---@return whowhen.Article
function Document:article(index)
  local first, last, source, date, from, to, other_source, other_date, other_from, other_to =
    self.core:article(index)
  local where = from and { first = from, last = to } or nil
  local other = other_source and {
    source = other_source,
    date = other_date,
    where = { first = other_from, last = other_to },
  }
  return {
    index = index,
    first = first,
    last = last,
    source = source,
    date = date,
    where = where,
    other = other or nil,
    generation = self.generation,
  }
end

--- The article that holds a position.
---@param pos integer
---@return whowhen.Article
function Document:article_at(pos)
  return self:article(self.core:article_at(pos))
end

--- All articles, in the order of the text; there is at least one.
---@return whowhen.Article[]
function Document:articles()
  local list = {}
  for index = 1, self.core:articles() do list[index] = self:article(index) end
  return list
end

--- The persons of an article (or those of `kinds`) with all their mentions, in the order of the
--- text.
---@param article? whowhen.Article|integer By default the first.
---@param kinds? whowhen.Kinds
---@return whowhen.Entity[]
function Document:cast(article, kinds)
  if type(article) ~= "table" then article = self:article(article or 1) end
  if article.generation ~= self.generation then
    error("whowhen: this article is stale: the document was edited after it was asked for", 2)
  end
  local bits = bits_of(kinds or "person", self)
  local list, seen = {}, {}
  if article.first <= article.last then
    for m in self:mentions(article.first, article.last, "who") do
      local entity = m.entity
      local bit = entity and kind_sets.BITS[entity.kind]
      if bit and kind_sets.holds(bits, bit) then
        if not seen[entity] then
          seen[entity] = {}
          entity.spellings, entity.ambiguous = {}, 0
          table.insert(list, entity)
        end
        local text = m.text:gsub("%s+", " ")
        if not seen[entity][text] then table.insert(entity.spellings, text) end
        seen[entity][text] = true
        if m.ambiguous then entity.ambiguous = entity.ambiguous + 1 end
      end
    end
  end
  return list
end

--- The matches, in an article, of rules that make no mentions.
local function queries_of(document, article)
  local list = {}
  for number, rule in ipairs(document.numbered) do
    local pos = article.first
    while not rule.kind and not rule.special and pos <= article.last do
      local first, last = document.core:query(number, pos, article.last)
      if not first then break end
      table.insert(list, {
        first = first,
        last = last,
        rule = rule.name,
        groups = rule.pattern and document.core:groups(first, number) or {},
      })
      pos = last + 1
    end
  end
  return list
end

--- What a copy editor would query in an article, in the order of the text.
---@param article? whowhen.Article|integer By default the first.
---@return whowhen.Finding[]
function Document:findings(article)
  if type(article) ~= "table" then article = self:article(article or 1) end
  tell_slow(self)
  local findings = require("whowhen.finding")
  self.chosen = self.chosen or findings.choose()
  local list = findings.list(self, article)
  if self.rules then
    for _, finding in ipairs(self.rules:findings(self, article, queries_of(self, article))) do
      if self.chosen[finding.id] ~= false then table.insert(list, finding) end
    end
    for i = #list, 1, -1 do
      local finding = list[i]
      local text = self:text(finding.first, finding.last)
      if self.rules:dismisses(finding.id, text) then table.remove(list, i) end
    end
  end
  table.sort(list, function(a, b)
    if a.first ~= b.first then return a.first < b.first end
    return a.id < b.id
  end)
  return list
end

--- The dated mentions of an article, or of the whole text, in the order of their values: dates and
--- times with a place in the calendar.
---@param article? whowhen.Article|integer
---@return whowhen.Mention[]
function Document:timeline(article)
  if type(article) == "number" then article = self:article(article) end
  if article and article.generation ~= self.generation then
    error("whowhen: this article is stale: the document was edited after it was asked for", 2)
  end
  local list, order, values = {}, {}, require("whowhen.value")
  -- An article without text has no mentions, though a range without bytes could touch one.
  if not article or article.first <= article.last then
    local first, last = article and article.first, article and article.last
    for m in self:mentions(first, last, "date,time") do
      order[m] = m.value and values.order(m.value)
      if order[m] then
        table.insert(list, m)
        -- What is told beside a value costs least right behind it: asked for in the order of time
        -- it would have the values before it worked out again.
        local _ = m.bound
      end
    end
  end
  table.sort(list, function(a, b)
    if order[a] ~= order[b] then return order[a] < order[b] end
    -- "2024" before "2024-01" before "2024-01-01": what begins together, the wider first.
    if a.value ~= b.value then return a.value < b.value end
    return a.first < b.first
  end)
  return list
end

return M
