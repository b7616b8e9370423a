local support = require("support")
local report = require("whowhen.report")
local whowhen = require("whowhen")
local equal = support.equal

for _, row in ipairs({
  { "plain", "Plain text.\n\tTab", "Plain text.\n\tTab" },
  { "escape", "a\27[31mb", "a\226\144\155[31mb" },
  { "NUL, backspace, DEL", "a\0b\8c\127", "a\226\144\128b\226\144\136c\226\144\161" },
  { "CRLF ends a line", "a\r\nb\r\n", "a\nb\n" },
  { "a lone CR is shown", "a\rb", "a\226\144\141b" },
  { "CSI of C1", "a\194\15531mb", "a<U+009B>31mb" },
  { "bidi", "a\226\128\174b\226\129\166c\216\156", "a<U+202E>b<U+2066>c<U+061C>" },
  { "separators", "a\226\128\168b", "a<U+2028>b" },
  { "byte order mark inside", "a\239\187\191b", "a<U+FEFF>b" },
  { "letters and quotes stay", "caf\195\169 \226\128\156q\226\128\157 \240\159\152\128",
    "caf\195\169 \226\128\156q\226\128\157 \240\159\152\128" },
  { "Latin-1", "caf\233.", "caf<E9>." },
  { "a raw C1 byte", "a\155b", "a<9B>b" },
  { "too long a form", "\192\175\224\128\175", "<C0><AF><E0><80><AF>" },
  { "surrogate", "\237\160\128", "<ED><A0><80>" },
  { "past U+10FFFF", "\244\144\128\128", "<F4><90><80><80>" },
  { "broken off", "ab\226\128", "ab<E2><80>" },
  { "last of each length", "\223\191\239\191\189\244\143\191\191",
    "\223\191\239\191\189\244\143\191\191" },
}) do
  equal("visible: " .. row[1], report.visible(row[2]), row[3])
end
equal("a label is one line", report.label("a\nb"), "a\226\144\138b")

for _, row in ipairs({
  { "ab", 2 }, { "ab\r", 2 }, { "ab\226", 2 }, { "ab\226\128", 2 }, { "ab\226\128\156", 5 },
  { "ab\195", 2 }, { "ab\195\169", 4 }, { "ab\240\159\152", 2 }, { "ab\240\159\152\128", 6 },
  { "ab\155\155\155\155", 6 }, { "\169", 1 }, { "", 0 }, { "ab\255", 2 },
}) do
  equal(("whole of %q"):format(row[1]), report.whole(row[1]), row[2])
end
-- Wherever a text is cut, its parts are shown as the whole is.
local mixed = "a\r\nb\rc\226\128\156\195\169\240\159\152\128\155\194\155z"
for cut = 1, #mixed do
  local head = mixed:sub(1, cut)
  local whole = report.whole(head)
  local parts = report.visible(head:sub(1, whole)) .. report.visible(mixed:sub(whole + 1))
  equal("cut at " .. cut, parts, report.visible(mixed))
end

local document = assert(whowhen.document(("0123456789\n"):rep(20000) .. "end"))
local place = report.line_counter(document)
for _, row in ipairs({ { 1, 1, 1 }, { 11, 1, 11 }, { 12, 2, 1 }, { 110001, 10001, 1 },
  { 110001, 10001, 1 }, { 219999, 20000, 10 }, { 220003, 20001, 3 } }) do
  local line, column = place(row[1])
  equal("line of " .. row[1], line, row[2])
  equal("column of " .. row[1], column, row[3])
end

local cjson = report.cjson()
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
    equal("json: " .. row[1], report.json(cjson, row[2]), row[3])
  end
end

support.finish()
