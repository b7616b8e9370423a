local support = require("support")
local visible = require("whowhen.visible")
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
  equal("visible: " .. row[1], visible.text(row[2]), row[3])
end
-- The core tells how far a text is ASCII, eight bytes at a time.
local core = require("whowhen_core")
for len = 0, 20 do
  equal("ASCII: all of " .. len, core.ascii(("a"):rep(len)), len)
  for at = 1, len do
    local text = ("\0"):rep(at - 1) .. "\128" .. ("b"):rep(len - at)
    equal(("ASCII: up to byte %d of %d"):format(at, len), core.ascii(text), at - 1)
  end
end
for _, row in ipairs({ { "", true }, { "caf\195\169 \240\159\152\128", true }, { "caf\233", false },
  { "\195\169\195", false }, { "\237\160\128", false }, { "\192\128", false } }) do
  equal(("UTF-8: %q"):format(row[1]), visible.is_utf8(row[1]), row[2])
end
equal("a label is one line", visible.label("a\nb"), "a\226\144\138b")
for _, row in ipairs({ { "", "" }, { " ", "" }, { "a b", "a b" }, { "  a \r\n\t b\n", "a b" },
  { "a\27 \27b", "a\226\144\155 \226\144\155b" }, { "a\r b", "a\226\144\141 b" },
  { "caf\195\169 \226\128\156x\226\128\157", "caf\195\169 \226\128\156x\226\128\157" },
  { "a\226\128\174 \255", "a<U+202E> <FF>" } }) do
  equal(("line: %q"):format(row[1]), visible.line(row[1]), row[2])
end
-- More different runs than are remembered.
for i = 1, 5000 do
  local run = (" "):rep(i % 70 + 1) .. ("\195\169"):rep(math.floor(i / 70) + 1)
  assert(visible.line("a" .. run) == "a" .. (" \195\169" .. run:match("\169(.*)")), run)
end

for _, row in ipairs({
  { "ab", 2 }, { "ab\r", 2 }, { "ab\226", 2 }, { "ab\226\128", 2 }, { "ab\226\128\156", 5 },
  { "ab\195", 2 }, { "ab\195\169", 4 }, { "ab\240\159\152", 2 }, { "ab\240\159\152\128", 6 },
  { "ab\155\155\155\155", 6 }, { "\169", 1 }, { "", 0 }, { "ab\255", 2 },
}) do
  equal(("whole of %q"):format(row[1]), visible.whole(row[1]), row[2])
end
-- Wherever a text is cut, its parts are shown as the whole is.
local mixed = "a\r\nb\rc\226\128\156\195\169\240\159\152\128\155\194\155z"
for cut = 1, #mixed do
  local head = mixed:sub(1, cut)
  local whole = visible.whole(head)
  local parts = visible.text(head:sub(1, whole)) .. visible.text(mixed:sub(whole + 1))
  equal("cut at " .. cut, parts, visible.text(mixed))
end

support.finish()
