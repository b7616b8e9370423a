--- The lines of lists: a mention, a person or a finding, and where it stands.
local M = {}

---@class whowhen.Entry A line of a list.
---@field first integer
---@field last integer
---@field line integer
---@field column integer
---@field kind string A kind of mention, or the id of a finding.
---@field label string
---@field suggestions? { text: string, first: integer, last: integer }[] Of a finding.

--- Makes an entry; entries must be made in the order of the text to be cheap.
---@param buffer whowhen.Buffer
---@param what { first: integer, last: integer?, kind: string? }
---@param kind? string
---@param label string
---@return whowhen.Entry
function M.new(buffer, what, kind, label)
  local line, column = buffer.lines:place(what.first)
  return {
    first = what.first,
    last = what.last or what.first,
    line = line,
    column = column,
    kind = kind or what.kind,
    label = label,
  }
end

--- Makes the entries of a list that has an order of its own: in the order of the text, and puts
--- them back.
---@param buffer whowhen.Buffer
---@param list { first: integer }[]
---@param make fun(buffer: whowhen.Buffer, item: table): whowhen.Entry
---@return whowhen.Entry[]
function M.placed(buffer, list, make)
  local order, entries = {}, {}
  for i in ipairs(list) do order[i] = i end
  table.sort(order, function(a, b) return list[a].first < list[b].first end)
  for _, i in ipairs(order) do entries[i] = make(buffer, list[i]) end
  return entries
end

return M
