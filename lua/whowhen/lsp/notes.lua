--- Diagnostics and code actions: what a copy editor would query, and what can be done about it.
local describe = require("whowhen.describe")
local house = require("whowhen.command.house")
local ignore = require("whowhen.command.ignore")
local wire = require("whowhen.lsp.wire")

local M = {}

local WARNING = 2

--- A finding as a diagnostic.
local function note(text, finding)
  return {
    range = text:range(finding.first, finding.last),
    severity = WARNING,
    code = finding.id,
    source = "whowhen",
    message = describe.finding(finding),
  }
end

--- The diagnostics of a text.
---@param open whowhen.LspOpen
---@return table[]
function M.diagnostics(open)
  local list, document = {}, open.buffer.document
  for _, article in ipairs(document:articles()) do
    for _, finding in ipairs(open.buffer:findings(article)) do
      table.insert(list, note(open.text, finding))
    end
  end
  return wire.list(list)
end

local function replacing(open, first, last, new)
  local edit = { range = open.text:range(first, last), newText = new }
  return { changes = { [open.uri] = wire.list({ edit }) } }
end

--- The actions that replace what findings in a range are about.
local function add_fixes(open, list, first, last)
  local document = open.buffer.document
  for _, finding in ipairs(open.buffer:findings(document:article_at(first))) do
    if finding.first <= last and first <= finding.last + 1 then
      for i, offer in ipairs(finding.suggestions or {}) do
        table.insert(list, {
          title = ('Replace by "%s"'):format(describe.plain(offer.text)),
          kind = "quickfix",
          isPreferred = i == 1 and #finding.suggestions == 1,
          diagnostics = wire.list({ note(open.text, finding) }),
          edit = replacing(open, offer.first or finding.first, offer.last or finding.last,
            offer.text),
        })
      end
    end
  end
end

--- The actions that write the date at a position in another form.
local function add_forms(open, list, pos)
  local m = open.buffer:at(pos)
  if not (m and m.value) then return end
  local seen = { [m.text] = true }
  local date = open.buffer.document:article(m.article).date
  local forms = house.is_iso(m.value) and { m.value } or {}
  for _, name in ipairs(house.NAMES) do
    table.insert(forms, house.write(m.value, name, date) or nil)
  end
  for _, new in ipairs(forms) do
    if not seen[new] then
      seen[new] = true
      table.insert(list, {
        title = ('Write as "%s"'):format(new),
        kind = "refactor.rewrite",
        edit = replacing(open, m.first, m.last, new),
      })
    end
  end
end

--- The actions that ignore what is at a position from now on; the command asks no further.
local function add_ignoring(open, list, pos)
  local where = { uri = open.uri, position = open.text:position(pos) }
  local _, labels = ignore.offers(open.buffer, pos)
  for i, label in ipairs(labels) do
    table.insert(list, {
      title = "Ignore: " .. label,
      kind = "quickfix",
      command = { title = label, command = "whowhen.ignore", arguments = { where, i } },
    })
  end
end

--- The actions for a range.
---@param open whowhen.LspOpen
---@param first integer
---@param last integer
---@return table[]
function M.actions(open, first, last)
  local list = wire.list({})
  local len = open.buffer.document:len()
  if len == 0 then return list end
  first, last = math.min(first, len), math.max(math.min(last, len), math.min(first, len))
  add_fixes(open, list, first, last)
  add_forms(open, list, first)
  add_ignoring(open, list, first)
  return list
end

return M
