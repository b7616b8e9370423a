--- Commands that change the text: a finding's suggestion, or another form of a date.
local describe = require("whowhen.describe")
local house = require("whowhen.command.house")

local M = {}

--- The replacement of a range as an outcome.  Who chose it may have taken a while: the text must
--- still be the one that was looked at.
local function replacing(buffer, first, last, text)
  local document, generation = buffer.document, buffer.document.generation
  return function()
    if buffer.document ~= document or document.generation ~= generation then
      return { message = "whowhen: the text has changed meanwhile" }
    end
    local before = describe.plain(document:text(first, last))
    return {
      replace = { { first = first, last = last, text = text } },
      message = ("%s -> %s"):format(before, describe.plain(text)),
    }
  end
end

--- The findings at a position, else those of its line.
---@param buffer whowhen.Buffer
---@param pos integer
---@return whowhen.Finding[]
function M.findings_at(buffer, pos)
  local here, line = {}, {}
  local row = buffer.lines:place(pos)
  local from, to = buffer.lines:start(row), buffer.lines:start(row + 1) - 1
  for _, finding in ipairs(buffer:findings(buffer.document:article_at(pos))) do
    if finding.first <= pos and pos <= finding.last then table.insert(here, finding) end
    if finding.first <= to and from <= finding.last then table.insert(line, finding) end
  end
  return here[1] and here or line
end

M.fix = {
  help = "[N]: replaces what the finding at the cursor is about by its suggestion",
  run = function(buffer, pos, words)
    local found, offers, labels = M.findings_at(buffer, pos), {}, {}
    if not found[1] then return { message = "whowhen: no finding here" } end
    for _, finding in ipairs(found) do
      for _, offer in ipairs(finding.suggestions or {}) do
        local first, last = offer.first or finding.first, offer.last or finding.last
        table.insert(offers, replacing(buffer, first, last, offer.text))
        table.insert(labels, describe.plain(offer.text))
      end
    end
    local title = describe.plain(found[1].message)
    if not offers[1] then return { message = "no suggestion: " .. title } end
    local number = tonumber(words[1]) or (#offers == 1 and 1)
    if number then
      local offer = offers[number]
      local none = { message = ("whowhen: there is no suggestion %d"):format(number) }
      return offer and offer() or none
    end
    local function pick(i) return offers[i]() end
    return { choose = { title = title, labels = labels, pick = pick } }
  end,
}

--- The mention of a time at a position, or a message.
local function time_at(buffer, pos)
  local m = buffer:at(pos)
  if not m then return nil, "whowhen: nothing is marked here" end
  if not m.value then return nil, ("whowhen: %s has no value"):format(describe.plain(m.text)) end
  return m
end

M.iso = {
  help = "replaces the date at the cursor by its value, as ISO 8601 writes it",
  run = function(buffer, pos)
    local m, message = time_at(buffer, pos)
    if not m then return { message = message } end
    if not house.is_iso(m.value) then
      return { message = ("whowhen: %s is no value of ISO 8601"):format(m.value) }
    end
    return replacing(buffer, m.first, m.last, m.value)()
  end,
}

M.style = {
  help = "[ap|british|long]: replaces the date at the cursor by the house's form of it",
  takes = { "styles" },
  run = function(buffer, pos, words)
    local form = words[1] or "ap"
    local known = table.concat(house.NAMES, ", ")
    if not (", " .. known .. ","):find(", " .. form .. ",", 1, true) then
      return { message = ('whowhen: no style "%s": use %s'):format(describe.plain(form), known) }
    end
    local m, message = time_at(buffer, pos)
    if not m then return { message = message } end
    local date = buffer.document:article(m.article).date
    local text = house.write(m.value, form, date)
    if not text then return { message = ("whowhen: no form for %s"):format(m.value) } end
    return replacing(buffer, m.first, m.last, text)()
  end,
}

return M
