--- Run by thread_lua in several threads at once: returns all that is known of some articles, read,
--- edited and asked in each way, with rules that call Lua.
local rules = require("whowhen.rules")
local shell = require("shell")
local whowhen = require("whowhen")

local TEXT = " date 2024-07-14 Desk - On Friday, July 13, Judge Mary Sommer met Alec Baldwin.\n\n"
  .. "Mr. Baldwin spoke for two hours in Santa Fe, and Docket 7 was read the following Monday.\n\n"

local file = os.tmpname()
shell.write(file, [[return { { name = "docket", kind = "docket", pattern = "Docket (?<n>[0-9])",
  value = function(m) return m.n .. m:before(3) end,
  when = function(m) return not m.text:find("9") end } }]])
local set = assert(rules.load({ file, "ap" }))
os.remove(file)

local seen = {}
local function see(...)
  for _, what in ipairs({ ... }) do table.insert(seen, tostring(what)) end
end

local function look(document)
  for m in document:mentions() do
    see(m.first, m.last, m.kind, m.value, m.entity and m.entity.name)
  end
  for _, who in ipairs(document:cast()) do see(who.name, who.mentions) end
  for _, m in ipairs(document:timeline()) do see(m.value) end
  for _, finding in ipairs(document:findings()) do see(finding.id, finding.message) end
  see(document:explain(30)[1])
end

for round = 1, 10 do
  local document = assert(whowhen.document(TEXT:rep(round), { rules = set, lazy = round % 2 == 0 }))
  look(document)
  for at = 20, #TEXT, 31 do document:edit(at, at + round, "On Monday, Ms. Sommer ") end
  look(document)
  document:sync(TEXT)
  look(document)
  see(pcall(document.edit, document, -1, {}, "x"))
  if round % 3 == 0 then document:close() end
end
collectgarbage()
assert(#seen > 500)
return table.concat(seen, "\n")
