--- Rules that people write: loading them, keeping the last good ones, and asking their functions.
---
---     local set, messages = require("whowhen.rules").load({ "courts", "rules.lua" })
---
--- Files count in the order given; a rule takes the place of an earlier file's rule of its name.
--- What is broken is left out and named in `messages`: a field, a rule, or a file that does not
--- run, whose last good rules then stay in force.  A rule whose function fails is reported once and
--- switched off after three faults.
local core = require("whowhen_core")
local check = require("whowhen.rule.check")
local kind_sets = require("whowhen.kinds")
local files_of_rules = require("whowhen.rule.file")
local lists = require("whowhen.rule.lists")
local view = require("whowhen.rule.view")
local visible = require("whowhen.visible")

local M = {}

local FAULTS = 3
-- With the built-in ones and one number for what is vague: they are bits of a word.
local MOST_KINDS = 32

---@class whowhen.Rule
---@field name string
---@field kind? string
---@field pattern? string
---@field words? string[]
---@field priority? integer
---@field style? string
---@field value? fun(m: table): string?
---@field when? fun(m: table): boolean?
---@field reject? fun(m: table): boolean?
---@field finding? fun(m: table): string?, table?, integer?, integer?
---@field titles? string[]
---@field holidays? table<string, string|{ month: integer, weekday: string, nth: integer }>
---@field names? table<string, string[]>
---@field never? string[]
---@field dismiss? string[] Findings that are not made: "name-spelling", "name-spelling: Jon".
---@field examples? string[]
---@field file string
---@field line? integer
---@field index integer Its place in the set.
---@field faults integer
---@field off? string Why it was switched off.

---@class whowhen.RuleSet
---@field rules whowhen.Rule[]
---@field by_name table<string, whowhen.Rule>
---@field compiled? whowhen.CoreRules What documents take.
---@field numbered whowhen.Rule[] The rules by the numbers of what was compiled.
---@field kinds string[] All kinds by their numbers.
---@field own table<string, integer> The bits of those that are the rules' own.
---@field styles table<string, string> How rules want their kinds to look.
---@field filters boolean Whether a rule can take a mention away.
---@field lists whowhen.rule.Lists
local Set = {}
Set.__index = Set

--- One list of all rules: a later file's in the place of an earlier one's of the same name.
local function merged(files)
  local list, by_name = {}, {}
  for _, state in ipairs(files) do
    for _, rule in ipairs(state.rules) do
      local before = by_name[rule.name]
      rule.index = before and before.index or #list + 1
      list[rule.index], by_name[rule.name] = rule, rule
    end
  end
  return list, by_name
end

--- A pattern's line with a caret below the byte of an error.
local function caret(pattern, offset)
  local start = pattern:sub(1, offset):match(".*\n()") or 1
  local line = pattern:sub(start):match("^[^\n]*")
  local _, columns = line:sub(1, offset - start + 1):gsub("[^\128-\191]", "")
  return ("\n  %s\n  %s^"):format(visible.text(line), (" "):rep(columns))
end

--- The numbers of kinds: the core's, one for what is vague, then the rules' own.
local function number_kinds(rules)
  local kinds, numbers, own = {}, {}, {}
  for i, kind in ipairs(kind_sets.NUMBERED) do kinds[i], numbers[kind] = kind, i end
  numbers.vague = nil
  for _, rule in ipairs(rules) do
    if rule.kind and not numbers[rule.kind] and #kinds < MOST_KINDS then
      table.insert(kinds, rule.kind)
      numbers[rule.kind] = #kinds
      own[rule.kind] = math.floor(2 ^ (#kinds - 1))
    end
  end
  return kinds, numbers, own
end

--- Compiles the patterns and words; a rule that PCRE2 refuses is left out.  What was compiled as
--- number i is set.numbered[i].
local function compile(set, messages)
  local left = {}
  for _, rule in ipairs(set.rules) do
    if rule.pattern or rule.words then table.insert(left, rule) end
  end
  for _, rule in ipairs(lists.rules(set.lists)) do table.insert(left, rule) end
  local numbers
  set.kinds, numbers, set.own = number_kinds(left)
  for i = #left, 1, -1 do
    local rule = left[i]
    if rule.kind and not numbers[rule.kind] then
      local most = MOST_KINDS - kind_sets.VAGUE
      rule.off = ("kind: rules have more than %d kinds of their own"):format(most)
      table.insert(messages, check.label(rule.file, rule.line, rule.name) .. ": " .. rule.off)
      table.remove(left, i)
    end
  end
  while set.compile do
    local list = {}
    for i, rule in ipairs(left) do
      list[i] = {
        pattern = rule.pattern,
        words = rule.words,
        kind = rule.special or numbers[rule.kind],
        priority = rule.priority or 0,
      }
    end
    local compiled, message, bad, offset = set.compile(list)
    if compiled then
      set.numbered = left
      return compiled
    end
    local rule = table.remove(left, bad)
    if not rule then
      table.insert(messages, "rules: " .. message)
      return nil
    end
    rule.off = message
    local where = offset and ("pattern: %s, at byte %d"):format(message, offset) or message
    table.insert(messages, check.label(rule.file, rule.line, rule.name) .. ": " .. where
      .. (offset and rule.pattern and caret(rule.pattern, offset) or ""))
  end
end

--- Reads the files again that changed.  Returns whether the rules are other ones now, and what is
--- wrong with those that were read.
---@return boolean changed
---@return string[] messages
function Set:reload()
  local messages, changed = {}, false
  for _, state in ipairs(self.files) do
    if files_of_rules.refresh(state, messages) then changed = true end
  end
  if changed then
    self.rules, self.by_name = merged(self.files)
    self.lists = lists.gather(self.rules)
    self.never, self.dismissed = {}, {}
    for _, rule in ipairs(self.rules) do
      for _, word in ipairs(rule.never or {}) do self.never[word] = rule end
      for _, what in ipairs(rule.dismiss or {}) do self.dismissed[what] = rule end
    end
    self.compiled = compile(self, messages)
    self.filters, self.styles = false, {}
    for _, rule in ipairs(self.rules) do
      self.filters = self.filters or rule.when ~= nil or rule.reject ~= nil
      if rule.kind and rule.style then
        self.styles[rule.kind] = self.styles[rule.kind] or rule.style
      end
    end
  end
  return changed, messages
end

--- Loads rules from files, or from packs by their name.  There is always a set, though it may be
--- empty, and a message for everything in the files that is wrong.
---@param files string|string[]
---@param options? { report?: fun(message: string), compile?: function }
---@return whowhen.RuleSet
---@return string[] messages
function M.load(files, options)
  options = options or {}
  local set = setmetatable({
    files = {},
    rules = {},
    by_name = {},
    lists = lists.gather({}),
    never = {},
    dismissed = {},
    report = options.report or function() end,
    numbered = {},
    kinds = number_kinds({}),
    own = {},
    styles = {},
    filters = false,
    compile = options.compile or core.rules,
  }, Set)
  if type(files) == "string" then files = { files } end
  for i, file in ipairs(files) do
    set.files[i] = { path = files_of_rules.path_of(file), rules = {} }
  end
  local _, messages = set:reload()
  return set, messages
end

--- Notes that a rule's function failed: the first time it is reported.
local function fault(set, rule, field, message)
  rule.faults = rule.faults + 1
  local text = ("%s: %s: %s"):format(
    check.label(rule.file, rule.line, rule.name), field, visible.label(message)
  )
  if rule.faults == 1 then set.report(text) end
  if rule.faults >= FAULTS then rule.off = text end
end

--- Asks a function of a rule and reads the answer with `reader`; nil when it is off or fails.
local function ask(set, rule, field, reader, m)
  if rule.off then return nil end
  local ok, a, b, c, d = rule.box:call(rule[field], m)
  local answer, trouble
  if ok then answer, trouble = reader(a, b, c, d) else trouble = a end
  if trouble then fault(set, rule, field, trouble) end
  return answer
end

--- Notes that a rule's pattern took too many steps in a block of text: the core leaves it out from
--- then on.
---@param rule whowhen.Rule
function Set:slow(rule)
  if rule.off then return end
  rule.off = "its pattern takes too many steps: it is off"
  self.report(check.label(rule.file, rule.line, rule.name) .. ": " .. rule.off)
end

--- Whether a rule's match is one: what its `when` says, and no when `when` fails.
---@param rule whowhen.Rule
---@param document whowhen.Document
---@param m { first: integer, last: integer, kind: string? }
---@param groups? table<string, string>
---@return boolean
function Set:accepts(rule, document, m, groups)
  if rule.off then return false end
  if not rule.when then return true end
  return ask(self, rule, "when", view.truth, view.new(document, m, groups)) or false
end

--- The value that a rule gives its match.
---@return string?
function Set:value(rule, document, m, groups)
  if not rule.value then return nil end
  local function reader(value) return view.value(rule.kind, value) end
  local bare = { first = m.first, last = m.last, kind = rule.kind, rule = rule.name }
  return ask(self, rule, "value", reader, view.new(document, bare, groups))
end

--- The rule that says a mention is none, if there is one.
---@param document whowhen.Document
---@param m whowhen.Mention
---@return whowhen.Rule?
function Set:rejects(document, m)
  local rule = self.never[m.text]
  if rule and kind_sets.IS_WHO[m.kind] then return rule end
  local seen
  for _, candidate in ipairs(self.rules) do
    if candidate.reject and not candidate.off then
      seen = seen or view.new(document, m)
      if ask(self, candidate, "reject", view.truth, seen) then return candidate end
    end
  end
end

--- Whether a rule says that a finding is not to be made, at all or of this text.
---@param id string
---@param text string
---@return boolean
function Set:dismisses(id, text)
  return self.dismissed[id] ~= nil or self.dismissed[id .. ": " .. visible.line(text)] ~= nil
end

local function add_finding(set, list, rule, document, m, groups)
  local function reader(...) return view.finding(document, m, ...) end
  local found = ask(set, rule, "finding", reader, view.new(document, m, groups))
  if not found then return end
  found.id = rule.name
  table.insert(list, found)
end

--- What the rules find in an article: those without a pattern look at every mention, those with
--- one at their own matches, `queries` where these are no mentions.
---@param document whowhen.Document
---@param article whowhen.Article
---@param queries? { first: integer, last: integer, rule: string, groups: table? }[]
---@return table[]
function Set:findings(document, article, queries)
  local list, looking = {}, {}
  for _, rule in ipairs(self.rules) do
    if rule.finding and not (rule.pattern or rule.words) then table.insert(looking, rule) end
  end
  if article.first > article.last then return list end
  for m in document:mentions(article.first, article.last) do
    for _, rule in ipairs(looking) do add_finding(self, list, rule, document, m) end
    local rule = m.rule and self.by_name[m.rule]
    if rule and rule.finding then add_finding(self, list, rule, document, m, m.groups) end
  end
  for _, m in ipairs(queries or {}) do
    local rule = self.by_name[m.rule]
    if self:accepts(rule, document, m, m.groups) then
      add_finding(self, list, rule, document, m, m.groups)
    end
  end
  return list
end

return M
