--- Commands that list: mentions, dates, persons, findings.
local describe = require("whowhen.describe")
local kind_sets = require("whowhen.kinds")
local entries = require("whowhen.command.entry")

local M = {}

-- How many entries a list has at first: as many as can be made while a key is pressed.
local PAGE = 100

--- Gathers at most `room` entries from an iterator of mentions.
local function gather(buffer, each, room)
  local list = {}
  while #list < room do
    local m = each()
    if not m then return list, true end
    list[#list + 1] = entries.new(buffer, m, nil, describe.row(m))
  end
  return list, false
end

M.list = {
  help = "[KIND]: lists the mentions",
  takes = { "kinds" },
  run = function(buffer, _, words)
    local kinds = #words > 0 and table.concat(words, ",") or buffer.desk.config.kinds
    local bits, message = kind_sets.resolve(kinds, buffer.document.own)
    if not bits then return { message = message } end
    local each = buffer:mentions(nil, nil, kinds)
    local list, is_all = gather(buffer, each, PAGE)
    return {
      list = list,
      title = "Who and when",
      more = not is_all and function()
        local page
        page, is_all = gather(buffer, each, is_all and 0 or PAGE)
        return page[1] and page or nil
      end or nil,
    }
  end,
}

M.timeline = {
  help = "lists the dates of this article in their order",
  run = function(buffer, pos)
    local article = buffer.document:article_at(pos)
    local dated = {}
    for _, m in ipairs(buffer.document:timeline(article)) do
      if buffer:at(m.first) then table.insert(dated, m) end
    end
    local list = entries.placed(buffer, dated, function(_, m)
      return entries.new(buffer, m, nil, describe.row(m))
    end)
    return { list = list, title = "Timeline, from " .. (article.date or "no date") }
  end,
}

M.cast = {
  help = "lists the persons of this article",
  run = function(buffer, pos)
    local document = buffer.document
    local cast = document:cast(document:article_at(pos))
    local list = entries.placed(buffer, cast, function(_, who)
      return entries.new(buffer, who, who.kind or "person", describe.member(who))
    end)
    return { list = list, title = "Cast" }
  end,
}

--- The findings of an article as entries.
---@param buffer whowhen.Buffer
---@param article whowhen.Article
---@return whowhen.Entry[]
function M.findings(buffer, article)
  return entries.placed(buffer, buffer:findings(article), function(_, finding)
    local made = entries.new(buffer, finding, finding.id, describe.finding(finding))
    made.suggestions = finding.suggestions
    return made
  end)
end

M.check = {
  help = "lists what a copy editor would query in this article",
  run = function(buffer, pos)
    local list = M.findings(buffer, buffer.document:article_at(pos))
    if #list == 0 then return { findings = list, message = "whowhen: no findings" } end
    return { findings = list, list = list, title = "Findings" }
  end,
}

-- How long a menu may get; nobody reads on.
local MENU = 2000

--- Gathers the rest of a list that comes in pages, for hosts that show all of it at once.
---@param outcome whowhen.Outcome
function M.fill(outcome)
  local list = outcome.list
  while outcome.more do
    local page = #list < MENU and outcome.more()
    if page then
      for _, each in ipairs(page) do table.insert(list, each) end
    elseif #list >= MENU then
      outcome.title = ("%s, the first %d"):format(outcome.title, #list)
    end
    if not page then outcome.more = nil end
  end
end

local LISTS = { list = true, timeline = true, cast = true, check = true }

M.pick = {
  help = "[list|timeline|cast|check] [KIND]: chooses a line of a list, and goes there",
  takes = { "lists", "kinds" },
  run = function(buffer, pos, words)
    local name = LISTS[words[1]] and table.remove(words, 1) or "list"
    local outcome = M[name].run(buffer, pos, words)
    local list = outcome.list
    if not list or #list == 0 then return outcome end
    M.fill(outcome)
    local labels = {}
    for i, each in ipairs(list) do
      labels[i] = ("%4d  %s"):format(each.line, each.label)
    end
    return { choose = { title = outcome.title, labels = labels, pick = function(i)
      return { select = list[i] }
    end } }
  end,
}

return M
