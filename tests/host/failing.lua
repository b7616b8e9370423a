--- Run by failing_lua: every allocation fails once, alone and with all after it, in all that a host
--- asks of a document.  What raised an error has changed nothing, and afterwards all is well.
local support = require("support")
local rules = require("whowhen.rules")
local whowhen = require("whowhen")
local check = support.check

local TEXT = " date 2024-07-14 Desk - On Friday, July 12, Judge Mary Sommer met Alec Baldwin.\n\n"
  .. "Mr. Baldwin spoke for two hours in Santa Fe. X1 and Docket 7 were read on Monday, July 14.\n"
local file = os.tmpname()
local out = assert(io.open(file, "w"))
out:write([[return { { name = "docket", kind = "docket", pattern = "Docket (?<n>[0-9])",
  value = function(m) return m.n .. m:before(3) end },
  { name = "x", kind = "x", words = { "X1" }, when = function(m) return #m.text .. "" == "2" end },
  { name = "odd", reject = function(m) return m.text == "Santa Fe" end } }]])
out:close()
local set = assert(rules.load(file))
os.remove(file)

--- All that is known of a document, in one text.
local function all_of(document)
  local list = {}
  for m in document:mentions() do
    local name = m.entity and m.entity.name
    table.insert(list, m.first .. m.kind .. tostring(m.value) .. tostring(name))
  end
  for _, who in ipairs(document:cast()) do table.insert(list, who.name) end
  for _, m in ipairs(document:timeline()) do table.insert(list, m.value) end
  for _, finding in ipairs(document:findings()) do table.insert(list, finding.message) end
  return table.concat(list, " ")
end

local function new(lazy)
  return assert(whowhen.document(TEXT, { rules = set, lazy = lazy }))
end

local CHANGED = TEXT:gsub("Friday, July 12", "Thursday, July 11")
local EXPECTED = all_of(new())
local changed = new()
changed:sync(CHANGED)
local EXPECTED_CHANGED = all_of(changed)
check("there is something to see", #EXPECTED > 100 and EXPECTED ~= EXPECTED_CHANGED)

-- What is done while memory fails; each gives true when it was done.
local DEEDS = {
  make = function() return new() ~= nil end,
  load = function() return assert(rules.load({ "ap" })) ~= nil end,
  edit = function(document)
    local at = TEXT:find("Friday", 1, true)
    document:edit(at, at + #"Friday, July 12" - 1, "Thursday, July 11")
    return true
  end,
  sync = function(document)
    document:sync(CHANGED)
    return true
  end,
  ask = function(document) return all_of(document) == EXPECTED end,
  explain = function(document) return document:explain(30)[1] ~= nil end,
  spans = function(document) return document:spans()[1] ~= nil end,
}

-- A fault of memory is no fault of a rule's.
local function settle_faults()
  for _, rule in ipairs(set.rules) do rule.faults, rule.off = 0, nil end
end

local changes = { edit = true, sync = true }
local names = {}
for name in pairs(DEEDS) do table.insert(names, name) end
table.sort(names)
for _, name in ipairs(names) do
  local deed = DEEDS[name]
  for _, all in ipairs({ false, true }) do
    local n, sound = 0, true
    repeat
      n = n + 1
      local document = new(name == "ask")
      fail(n, all)
      local ok, done = pcall(deed, document)
      local failed = relent()
      settle_faults()
      local text = document:text()
      -- An error means that nothing was done, and none that it was.
      if changes[name] then
        sound = sound and text == (ok and CHANGED or TEXT)
        sound = sound and all_of(document) == (ok and EXPECTED_CHANGED or EXPECTED)
      else
        sound = sound and text == TEXT and all_of(document) == EXPECTED and document.asking ~= true
        sound = sound and (not ok or done or failed)
      end
      document:close()
    until not failed or not sound
    check(("%s: %d allocations fail%s"):format(name, n - 1, all and " with all after them" or ""),
      sound and n > 1, tostring(n))
  end
end
-- The host closes the state, and looks whether anything is left.
local status
os.exit = function(code) status = code end -- luacheck: ignore 122
support.finish()
return status
