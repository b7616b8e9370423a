local support = require("support")
local json = require("whowhen.report.json")
local rows = require("whowhen.report.rows")
local whowhen = require("whowhen")
local equal = support.equal

local document = assert(whowhen.document(("0123456789\n"):rep(20000) .. "end"))
local place = rows.line_counter(document)
for _, row in ipairs({ { 1, 1, 1 }, { 11, 1, 11 }, { 12, 2, 1 }, { 110001, 10001, 1 },
  { 110001, 10001, 1 }, { 219999, 20000, 10 }, { 220003, 20001, 3 } }) do
  local line, column = place(row[1])
  equal("line of " .. row[1], line, row[2])
  equal("column of " .. row[1], column, row[3])
end

local cjson = json.load()
if cjson then
  for _, row in ipairs({
    { "slash", "a/b", '"a/b"' },
    { "backslash and slash", "a\\/b", '"a\\\\/b"' },
    { "quote, newline, NUL", 'a"\n\0', '"a\\"\\n\\u0000"' },
    { "invalid UTF-8", "caf\233", '"caf\239\191\189"' },
    { "C1 and bidi are escaped", "\194\155\226\128\174", '"\\u009b\\u202e"' },
    { "letters stay", "\195\169", '"\195\169"' },
    { "long number", 123456789012345, "123456789012345" },
    { "negative", -5, "-5" },
    { "fraction", 0.5, "0.5" },
    { "null", cjson.null, "null" },
    { "true", true, "true" },
  }) do
    equal("json: " .. row[1], json.encode(row[2]), row[3])
  end
end

support.finish()
