--- whowhen: who and when in news text.
---
---     local doc = require("whowhen").document(text, { date = "2024-07-14" })
---     for m in doc:mentions() do print(m.first, m.last, m.kind, m.text, m.value) end
---
--- Positions are bytes from 1 and ranges inclusive, as in string.find and string.sub.
local core = require("whowhen_core")
assert(type(core) == "table", "whowhen_core was loaded, but the host hides its Lua from it")
local documents = require("whowhen.document")
local kinds = require("whowhen.kinds")

return {
  version = core.version,
  document = documents.new,
  kinds = kinds.resolve,
  kind_names = kinds.NUMBERED, -- of the numbers in Document:spans()
}
