--- Telling whowhen to ignore something for good: the user is asked, may see what is ignored, and
--- may undo it.
local change = require("whowhen.command.change")
local describe = require("whowhen.describe")
local ignored = require("whowhen.ignored")
local kinds = require("whowhen.kinds")

local M = {}

local function said(item)
  if item.field == "never" then return ('"%s" is never a name'):format(item.text) end
  local id, text = item.text:match("^([%w-]+): (.*)$")
  if id then return ('%s of "%s" is never queried'):format(id, text) end
  return item.text .. " is never queried"
end

--- Lets the user undo one of what is ignored.
local function undo_one(desk)
  local list, labels = ignored.list(desk), {}
  if #list == 0 then return { message = "whowhen: nothing is ignored" } end
  for i, item in ipairs(list) do labels[i] = describe.plain(said(item)) end
  return { choose = { title = "Ignored; choose one to undo it", labels = labels,
    pick = function(i)
      ignored.remove(desk, list[i])
      return { repaint = true, message = "no longer ignored: " .. labels[i] }
    end } }
end

--- Undoes what was ignored last in this session.
local function undo_last(desk)
  local item = desk.ignored_last
  if not item then return undo_one(desk) end
  desk.ignored_last = nil
  if not ignored.remove(desk, item) then return { message = "whowhen: it is undone already" } end
  return { repaint = true, message = "no longer ignored: " .. describe.plain(said(item)) }
end

--- What can be ignored at a position, with what each is called.
---@param buffer whowhen.Buffer
---@param pos integer
---@return whowhen.Ignored[] offers
---@return string[] labels
function M.offers(buffer, pos)
  local offers = {}
  for _, finding in ipairs(change.findings_at(buffer, pos)) do
    local text = describe.plain(buffer.document:text(finding.first, finding.last))
    table.insert(offers, { field = "dismiss", text = finding.id .. ": " .. text })
    table.insert(offers, { field = "dismiss", text = finding.id })
  end
  local m = buffer:at(pos)
  if m and kinds.IS_WHO[m.kind] then
    table.insert(offers, 1, { field = "never", text = describe.plain(m.text) })
  end
  local labels = {}
  for i, item in ipairs(offers) do labels[i] = said(item) end
  return offers, labels
end

M.ignore = {
  help = "[list|undo|N]: ignores the name or finding at the cursor from now on, after asking",
  words = { "list", "undo" },
  run = function(buffer, pos, words)
    local desk = buffer.desk
    if words[1] == "list" then return undo_one(desk) end
    if words[1] == "undo" then return undo_last(desk) end
    local offers, labels = M.offers(buffer, pos)
    if #offers == 0 then return { message = "whowhen: no name or finding here" } end
    local function pick(i)
      ignored.add(desk, offers[i])
      desk.ignored_last = offers[i]
      return { repaint = true, message = labels[i] .. '; "ignore undo" undoes it' }
    end
    local number = tonumber(words[1])
    if offers[number] then return pick(number) end
    return { choose = { title = "Ignore from now on", labels = labels, pick = pick } }
  end,
}

return M
