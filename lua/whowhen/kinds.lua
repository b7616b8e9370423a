--- The kinds of mentions: their names, their numbers, the bits of a set of them, and the groups.
---
--- Whoever names kinds takes them from here.  The list is the C module's, which is not loaded for
--- it; a test compares them.
local M = {}

---@alias whowhen.Kind "date"|"time"|"duration"|"set"|"person"|"org"|"place"|"misc"

--- A set of kinds: names or groups, as "date,time" or { "date", "time" }.  The groups are "when",
--- "who", "vague" ("now", "recently": vague mentions belong to no other set), "shown" (what a
--- host paints unless told otherwise) and "all".
---@alias whowhen.Kinds string|string[]

--- The kinds by their numbers, without "vague".
---@type whowhen.Kind[]
M.NAMES = { "date", "time", "duration", "set", "person", "org", "place", "misc" }

--- The number that "vague" has in sets and counts; rules' own kinds come behind it.
M.VAGUE = #M.NAMES + 1

--- What a group stands for; "all" and "shown" hold rules' own kinds too.
---@type table<string, string[]>
M.GROUPS = {
  when = { "date", "time", "duration", "set" },
  who = { "person", "org", "place", "misc" },
  shown = { "date", "time", "duration", "set", "person", "org", "place" },
  all = { "vague" },
}

--- The names of the numbers in Document:spans() where no rule has a kind of its own.
M.NUMBERED = { [M.VAGUE] = "vague" }

--- The bits of the kinds.
M.BITS = { vague = 2 ^ #M.NAMES }

for number, kind in ipairs(M.NAMES) do
  M.NUMBERED[number] = kind
  M.BITS[kind] = 2 ^ (number - 1)
  table.insert(M.GROUPS.all, kind)
end

local function set_of(names)
  local set = {}
  for _, name in ipairs(names) do set[name] = true end
  return set
end

--- Sets to look kinds up in.
M.IS_KIND, M.IS_WHEN, M.IS_WHO = set_of(M.NAMES), set_of(M.GROUPS.when), set_of(M.GROUPS.who)

local HELP = table.concat(M.NAMES, ", ") .. ", vague, or a group: when, who, shown, all"

local function names_in(set)
  if type(set) ~= "string" then return set end
  local list = {}
  for name in set:gmatch("[^,%s]+") do table.insert(list, name) end
  return list
end

--- Resolves a set of kinds: the bits that the C module takes, and the names in it.
---@param set whowhen.Kinds
---@param own? table<string, integer> The bits of kinds that rules have of their own.
---@return integer? bits
---@return table<string, boolean>|string names or what is wrong
function M.resolve(set, own)
  local names, bits = {}, 0
  local function add(kind, bit)
    if not names[kind] then bits = bits + bit end
    names[kind] = true
  end
  for _, name in ipairs(names_in(set)) do
    for _, kind in ipairs(M.GROUPS[name] or { name }) do
      local bit = M.BITS[kind] or own and own[kind]
      if not bit then
        return nil, ('unknown kind "%s": use %s'):format(tostring(kind), HELP)
      end
      add(kind, bit)
    end
    for kind, bit in pairs((name == "all" or name == "shown") and own or {}) do add(kind, bit) end
  end
  if bits == 0 then return nil, "no kind given: use " .. HELP end
  return math.floor(bits), names
end

--- Whether a set of bits holds one of a single bit.
---@param bits integer
---@param bit integer
---@return boolean
function M.holds(bits, bit)
  return bits % (2 * bit) >= bit
end

return M
