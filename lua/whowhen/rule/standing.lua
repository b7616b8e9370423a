--- Which mentions stand where rules have a say: those that no rule refuses, and in the place of one
--- that is refused what it had pushed out.
---
--- A claim is a mention, or what claims the same text beneath one; the core settles overlaps
--- without asking rules' functions, which are asked here, of what is looked at only.  Where a
--- mention is refused, all claims that hang together with it by overlaps are settled at once, each
--- asked about no more than once until the next edit.
local kinds = require("whowhen.kinds")

local M = {}

---@class whowhen.rule.Cluster Claims that hang together.
---@field first integer
---@field last integer
---@field list whowhen.Mention[] Those that stand, in the order of the text.

local function ask_rules(document, claim)
  local rules = document.rules
  local rule = claim.number and document.numbered[claim.number]
  if rule then return not rules:accepts(rule, document, claim, claim.groups) end
  return rules:rejects(document, claim) ~= nil
end

--- Whether a rule rejects a claim.  What such a function asks of the document is
--- answered as if no rule had a say.
local function is_refused(document, claim)
  document.asking = true
  local ok, refused = pcall(ask_rules, document, claim)
  document.asking = false
  if not ok then error(refused, 0) end
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

--- The mentions that touch a range, and the claims beneath, the better right first.
local function claims_of(document, first, last)
  local mentions, beneath = {}, {}
  local m = document:claim(document.core:next(first - 1))
  while m and m.first <= last do
    table.insert(mentions, m)
    m = document:claim(document.core:next(m.last))
  end
  local claim = document:claim(document.core:beneath(first, last, 1))
  while claim do
    table.insert(beneath, claim)
    claim = document:claim(document.core:beneath(first, last, #beneath + 1))
  end
  return mentions, beneath
end

--- All claims that hang together with a mention, and their range.
local function hanging_together(document, m)
  local first, last = m.first, m.last
  while true do
    local mentions, beneath = claims_of(document, first, last)
    local from, to = first, last
    for _, list in ipairs({ mentions, beneath }) do
      for _, claim in ipairs(list) do
        from, to = math.min(from, claim.first), math.max(to, claim.last)
      end
    end
    if from == first and to == last then return mentions, beneath, first, last end
    first, last = from, to
  end
end

local function is_free(list, claim)
  for _, other in ipairs(list) do
    if claim.first <= other.last and other.first <= claim.last then return false end
  end
  return true
end

--- Settles the claims around a mention that is refused: first the mentions that are not, then, the
--- better right first, what finds its text free.
local function settle(document, m)
  local mentions, beneath, first, last = hanging_together(document, m)
  local list = {}
  for _, mention in ipairs(mentions) do
    if mention_stands(document, mention) then table.insert(list, mention) end
  end
  for _, claim in ipairs(beneath) do
    if is_free(list, claim) and not is_refused(document, claim) then table.insert(list, claim) end
  end
  table.sort(list, function(a, b) return a.first < b.first end)
  local cluster = { first = first, last = last, list = list }
  for _, mention in ipairs(mentions) do document.clusters[mention.first] = cluster end
  return cluster
end

--- What stands for a mention: itself, or what comes up around it.
---@return whowhen.rule.Cluster
local function cluster_of(document, m)
  if mention_stands(document, m) then return { first = m.first, last = m.last, list = { m } } end
  return document.clusters[m.first] or settle(document, m)
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
    local cluster = cluster_of(document, m)
    for _, claim in ipairs(cluster.list) do
      if claim.last > pos and is_of(claim, bits) then return claim end
    end
    m = document:claim(document.core:next(cluster.last))
  end
end

--- The last claim that stands and begins before `pos`.
---@param document whowhen.Document
---@param pos integer From 1.
---@param bits integer
function M.previous(document, pos, bits)
  local m = document:claim(document.core:next(pos - 1))
    or document:claim(document.core:previous(pos))
  while m do
    local cluster = cluster_of(document, m)
    for i = #cluster.list, 1, -1 do
      local claim = cluster.list[i]
      if claim.first < pos and is_of(claim, bits) then return claim end
    end
    m = document:claim(document.core:previous(cluster.first))
  end
end

return M
