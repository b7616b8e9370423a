--- Prints what dump.c prints, through the Lua binding: dump.lua FILE...
local whowhen = require("whowhen")

for _, path in ipairs(arg) do
  local file = assert(io.open(path, "rb"))
  local doc = whowhen.document(file:read("*a"))
  file:close()
  for m in doc:mentions() do
    local meaning = m.value or m.entity and m.entity.name or ""
    io.write(("%d %d %s %s\n"):format(m.first - 1, m.last, m.kind, (meaning:gsub("\n", " "))))
  end
end
