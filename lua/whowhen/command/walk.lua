--- Commands that go from mention to mention, or pick mentions out.
local buffers = require("whowhen.buffer")
local describe = require("whowhen.describe")
local kind_sets = require("whowhen.kinds")

local M = {}

--- What a command is asked to walk over: a count, and kinds or "same".
local function wanted(buffer, words)
  local rest, count = {}, 1
  for _, word in ipairs(words) do
    if word:find("^%d+$") then count = math.max(1, tonumber(word)) else table.insert(rest, word) end
  end
  local kinds = #rest > 0 and table.concat(rest, ",") or buffer.desk.config.kinds
  if kinds == "same" then return count, "all", true end
  local bits, message = kind_sets.resolve(kinds, buffer.document.own)
  if not bits then return nil, message end
  return count, kinds, false
end

--- What "same" means at a position: what stands there, or what is picked out.
local function identity_at(buffer, pos)
  local m = buffer:at(pos)
  return m and buffers.identity(m) or buffer.picked
end

--- The next or previous mention of some kinds, and of one identity if it is given.
local function one_step(buffer, pos, direction, kinds, identity)
  local breathe = buffer.desk.breathe
  local m = buffer[direction](buffer, pos, kinds)
  while m and identity and buffers.identity(m) ~= identity do
    if breathe then breathe() end
    m = buffer[direction](buffer, m.first, kinds)
  end
  return m
end

local function wraps(desk)
  return not desk.wraps or desk.wraps()
end

local function step(buffer, pos, words, direction)
  local count, kinds, is_same = wanted(buffer, words)
  if not count then return { message = kinds } end
  local identity = is_same and identity_at(buffer, pos)
  if is_same and not identity then return { message = "whowhen: nothing is marked here" } end
  local far_end = direction == "next" and 0 or buffer.document:len() + 1
  local found, wrapped
  for _ = 1, count do
    local m = one_step(buffer, pos, direction, kinds, identity)
    if not m and wraps(buffer.desk) then
      m = one_step(buffer, far_end, direction, kinds, identity)
      wrapped = m ~= nil
    end
    if not m then break end
    found, pos = m, m.first
  end
  if not found then return { message = ("whowhen: no %s mention"):format(direction) } end
  local from = direction == "next" and "top" or "bottom"
  local note = wrapped and (" (from the %s again)"):format(from) or ""
  return { select = found, message = describe.short(found) .. note }
end

M.next = {
  help = "[N] [KIND|same]: goes to the next mention",
  takes = { "kinds", "same" },
  run = function(buffer, pos, words) return step(buffer, pos, words, "next") end,
}
M.previous = {
  help = "[N] [KIND|same]: goes to the previous mention",
  takes = { "kinds", "same" },
  run = function(buffer, pos, words) return step(buffer, pos, words, "previous") end,
}

M.same = {
  help = "picks out all mentions of what is at the cursor, or none",
  run = function(buffer, pos)
    local m = buffer:at(pos)
    local picked = m and buffers.identity(m)
    buffer.picked = picked ~= buffer.picked and picked or nil
    if not buffer.picked then return { repaint = true, message = "whowhen: nothing picked out" } end
    local n = 0
    for other in buffer:mentions() do
      if buffers.identity(other) == buffer.picked then n = n + 1 end
    end
    local times = n == 1 and "once" or n .. " times"
    local name = describe.plain(buffer.picked)
    return { repaint = true, message = ("%s: mentioned %s"):format(name, times) }
  end,
}

M["goto"] = {
  help = "TEXT: goes to the next mention with this name, value or beginning, from the top again",
  takes = { "names" },
  run = function(buffer, pos, words)
    local text = table.concat(words, " ")
    local beginning, found = text:lower(), nil
    if text == "" then return { message = "whowhen: goto what?" } end
    for m in buffer:mentions() do
      local name = buffers.identity(m)
      local hit = name and name:lower() == beginning
        or describe.plain(m.text):lower():sub(1, #beginning) == beginning
      if hit and (m.first > pos or not found) then
        found = m
        if m.first > pos then break end
      end
    end
    if not found then
      return { message = "whowhen: no mention of " .. describe.plain(text) }
    end
    return { select = found, message = describe.short(found) }
  end,
}

return M
