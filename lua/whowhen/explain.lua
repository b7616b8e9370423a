--- Says in lines why the text at a position is marked, or why it is not.
local values = require("whowhen.value")
local visible = require("whowhen.visible")

local M = {}

local function quoted(text)
  return '"' .. visible.line(text) .. '"'
end

local function the_rule(claim)
  return ('rule "%s"'):format(claim.rule)
end

--- What found a claim: a form of the grammar, the model of names, or a rule.
local function finder(claim)
  if claim.rule then return the_rule(claim) end
  return claim.form == "name" and "the model of names" or "the form " .. claim.form
end

local function priority_of(claim)
  local rule = claim.number and claim.document.numbered[claim.number]
  return rule and rule.priority or 0
end

--- Why a claim gave way to a mention: the order of rights that the core has.
local function why_beneath(claim, m)
  local mine, its = priority_of(claim), priority_of(m)
  if not claim.number and not m.number then return "of a time and a name the time stays" end
  if mine ~= its then return ("priority %d, below %d"):format(mine, its) end
  if claim.last - claim.first ~= m.last - m.first then return "it is shorter" end
  if m.number and not claim.number then return "a rule knows a name better" end
  return m.number and "an earlier rule stays" or "what is built in stays"
end

local function add(list, format, ...)
  table.insert(list, format:format(...))
end

local function say_mention(list, m)
  local vague = m.vague and "vague " or ""
  add(list, "%s%s: %s", vague, m.kind, visible.line(m.text))
  if m.value then
    local weekday = values.weekday(m.value)
    add(list, "value %s%s", m.value, weekday and ", " .. weekday or "")
  elseif m.form ~= "name" and not m.rule then
    add(list, "without a value")
  end
  if m.entity then
    local ambiguous = m.ambiguous and "; others in the article bear this name too" or ""
    add(list, "names %s%s", quoted(m.entity.name), ambiguous)
  end
  add(list, "found by %s%s", finder(m), m.vague and "; not shown unless asked for" or "")
end

--- The kinds in the order of their scores, the best first.
local function ranking(scores)
  local kinds = {}
  for kind in pairs(scores) do table.insert(kinds, kind) end
  table.sort(kinds, function(a, b)
    if scores[a] ~= scores[b] then return scores[a] > scores[b] end
    return a < b
  end)
  return kinds
end

local function say_word(list, document, known)
  local word = known.first and quoted(document:text(known.first, known.last))
  if known.role then add(list, "in time expressions: %s", known.role) end
  if not known.scores then
    if word and not known.role then
      add(list, "%s is no word of times, and has no capital", word)
    end
    return
  end
  local scores, kinds = known.scores, ranking(known.scores)
  add(list, "as a name: %s, by %d points over %s", kinds[1], scores[kinds[1]] - scores[kinds[2]],
    kinds[2])
  if known.settled then add(list, "but settled by %s", known.settled) end
  if known.lists[1] then add(list, "in lists: %s", table.concat(known.lists, ", ")) end
  if known.evidence[1] then
    add(list, "in this article %s %s", word, table.concat(known.evidence, "; "))
  end
  if known.also_lower then add(list, "in this article %s is also written small", word) end
end

--- The claims beneath a range, the better right first.
local function beneath(document, first, last)
  local i = 0
  return function()
    i = i + 1
    return document:claim(document.core:beneath(first, last, i))
  end
end

--- What the core marked at a position, whatever rules' functions say of it.
local function claimed_at(document, pos)
  local m = document:claim(document.core:next(pos - 1))
  return m and m.first <= pos and m or nil
end

local function same(a, b)
  return a and b and a.first == b.first and a.last == b.last and a.form_number == b.form_number
end

--- Who refused a claim that does not stand, or nil.
local function refuser(document, claim)
  if not document.rules then return nil end
  if claim.rule then
    local rule = document.numbered[claim.number]
    local accepted = document.rules:accepts(rule, document, claim, claim.groups)
    return not accepted and the_rule(claim) .. ", by its when" or nil
  end
  local rule = document.rules:rejects(document, claim)
  return rule and ('rule "%s"'):format(rule.name)
end

--- Says of a claim that does not stand why not.
local function say_fallen(list, document, claim, m)
  local who = refuser(document, claim)
  local what = ("%s %s, found by %s"):format(claim.kind, quoted(claim.text), finder(claim))
  if who then
    add(list, "refused: %s: by %s", what, who)
  elseif m then
    add(list, "beneath: %s: %s", what, why_beneath(claim, m))
  end
end

local function say_others(list, document, pos, m)
  local top = claimed_at(document, pos)
  if top and not same(top, m) then say_fallen(list, document, top) end
  local range = top or m or { first = pos, last = pos }
  for claim in beneath(document, range.first, range.last) do
    if not same(claim, m) then say_fallen(list, document, claim, m) end
  end
end

--- Why the text at a position is marked, or why not.
---@param document whowhen.Document
---@param pos integer
---@return string[]
function M.lines(document, pos)
  local list, m = {}, document:at(pos)
  if m then say_mention(list, m) else add(list, "nothing is marked here") end
  say_others(list, document, pos, m)
  say_word(list, document, document.core:explain(pos))
  local article = document:article_at(pos)
  local date = article.date and ("%s (%s)"):format(article.date, article.source) or "none"
  add(list, "reference date of article %d: %s", article.index, date)
  local where, other = article.where, article.other
  if where then add(list, "  told by %s", quoted(document:text(where.first, where.last))) end
  if other then
    add(list, "  and not %s (%s), told by %s", other.date, other.source,
      quoted(document:text(other.where.first, other.where.last)))
  end
  return list
end

return M
