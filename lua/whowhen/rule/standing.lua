--- Which mentions stand where rules have a say: those that no rule refuses, and in the place of one
--- that is refused what it had pushed out.
---
--- A claim is a mention, or what claims the same text beneath one; the core settles overlaps
--- without asking rules' functions, which are asked here, of what is looked at only.
local kinds = require("whowhen.kinds")

local M = {}

--- Whether a rule says of a claim that it is none.  What such a function asks of the document is
--- answered as if no rule had a say.
local function is_refused(document, claim)
  local rules = document.rules
  document.asking = true
  local rule = claim.number and document.numbered[claim.number]
  local refused
  if rule then
    refused = not rules:accepts(rule, document, claim, claim.groups)
  else
    refused = rules:rejects(document, claim) ~= nil
  end
  document.asking = false
  return refused
end

--- Whether a mention stands; it is asked once for each, until the next edit.
local function mention_stands(document, m)
  local stands = document.verdicts[m.first]
  if stands == nil then
    stands = not is_refused(document, m)
    document.verdicts[m.first] = stands
  end
  return stands
end

--- Whether a claim from beneath stands: the mentions above are refused, and no better claim does.
local function comes_up(document, claim)
  local pos = claim.first - 1
  while true do
    local m = document:claim(document.core:next(pos))
    if not m or m.first > claim.last then break end
    if mention_stands(document, m) then return false end
    pos = m.last
  end
  local i = 1
  while true do
    local other = document:claim(document.core:beneath(claim.first, claim.last, i))
    local same = other.first == claim.first and other.last == claim.last
    if same and other.form_number == claim.form_number then
      return not is_refused(document, claim)
    end
    if comes_up(document, other) then return false end
    i = i + 1
  end
end

--- What stands for a mention: itself, or what comes up in its place.  What lies beneath several
--- counts for one of them: the last, seen `ahead`, or the first, seen back.
local function standing(document, m, ahead)
  if mention_stands(document, m) then return { m } end
  local list, i = {}, 1
  while true do
    local claim = document:claim(document.core:beneath(m.first, m.last, i))
    if not claim then break end
    local beside = document:claim(ahead and document.core:next(m.last)
      or not ahead and document.core:previous(m.first))
    local counts = not beside or (ahead and beside.first > claim.last)
      or (not ahead and beside.last < claim.first)
    if counts and comes_up(document, claim) then table.insert(list, claim) end
    i = i + 1
  end
  table.sort(list, function(a, b) return a.first < b.first end)
  return list
end

--- Whether a claim is of a kind in a set; what is vague is of no other.
local function is_of(claim, bits)
  return kinds.holds(bits, 2 ^ ((claim.vague and kinds.VAGUE or claim.kind_number) - 1))
end

--- The first claim that stands and ends after `pos`.
---@param document whowhen.Document
---@param pos integer From 0.
---@param bits integer The kinds that are asked for.
function M.next(document, pos, bits)
  -- What comes up for the mention before may end after `pos`.
  local m = document:claim(document.core:previous(pos + 1))
    or document:claim(document.core:next(pos))
  while m do
    for _, claim in ipairs(standing(document, m, true)) do
      if claim.last > pos and is_of(claim, bits) then return claim end
    end
    m = document:claim(document.core:next(m.last))
  end
end

--- The last claim that stands and begins before `pos`.
---@param pos integer From 1.
function M.previous(document, pos, bits)
  local m = document:claim(document.core:next(pos - 1))
    or document:claim(document.core:previous(pos))
  while m do
    local list = standing(document, m, false)
    for i = #list, 1, -1 do
      if list[i].first < pos and is_of(list[i], bits) then return list[i] end
    end
    m = document:claim(document.core:previous(m.first))
  end
end

return M
