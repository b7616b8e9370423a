--- Semantic tokens: what is marked, as the protocol writes it.
local kinds = require("whowhen.kinds")

local M = {}

-- Types that every client has a colour for; the kind itself is a modifier, for those who want more.
local TYPES = { "number", "string", "function", "class", "namespace", "property", "macro" }
local TYPE_OF = { date = 0, time = 0, duration = 1, set = 1, person = 2, org = 3, place = 4,
  misc = 5 }
local RULE = 6

M.LEGEND = { tokenTypes = TYPES, tokenModifiers = kinds.NAMES }

local MODIFIER = {}
for i, kind in ipairs(kinds.NAMES) do MODIFIER[kind] = 2 ^ (i - 1) end

--- The tokens that touch first..last as the protocol's flat list: lines and characters are told
--- from the token before, and no token goes beyond its line.
---@param buffer whowhen.Buffer
---@param text whowhen.LspText
---@param first? integer
---@param last? integer
---@return integer[]
function M.encode(buffer, text, first, last)
  local out, document, starts = {}, buffer.document, text.starts
  local spans = buffer:spans(first or 1, last or document:len())
  local line, seen_line, seen_character = 1, 1, 0
  for i = 1, #spans, 3 do
    local from, finish = spans[i], spans[i + 1]
    local kind = buffer:kind_name(spans[i + 2])
    while from <= finish do
      while starts[line + 1] and starts[line + 1] <= from do line = line + 1 end
      local stop = math.min(finish, (starts[line + 1] or math.huge) - 1)
      local words = document:text(from, stop):gsub("[\r\n]+$", "")
      local character = text.count(document:text(starts[line], from - 1))
      if words ~= "" then
        local same = line == seen_line
        local n = #out
        out[n + 1] = line - seen_line
        out[n + 2] = same and character - seen_character or character
        out[n + 3] = text.count(words)
        out[n + 4] = TYPE_OF[kind] or RULE
        out[n + 5] = MODIFIER[kind] or 0
        seen_line, seen_character = line, character
      end
      from = stop + 1
    end
  end
  return out
end

local WIDTH = 5 -- Numbers a token.

--- What leads from one list of tokens to another: at most one edit, of whole tokens.
---@param old integer[]
---@param new integer[]
---@return { start: integer, deleteCount: integer, data: integer[] }[]
function M.delta(old, new)
  local shared, head, tail = math.min(#old, #new), 0, 0
  while head < shared and old[head + 1] == new[head + 1] do head = head + 1 end
  if head == #old and head == #new then return {} end
  head = head - head % WIDTH
  while tail < shared - head and old[#old - tail] == new[#new - tail] do tail = tail + 1 end
  tail = tail - tail % WIDTH
  local data = {}
  for i = head + 1, #new - tail do data[#data + 1] = new[i] end
  return { { start = head, deleteCount = #old - tail - head, data = data } }
end

return M
