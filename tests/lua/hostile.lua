--- Articles that try to be more than text in whatever a report is opened with, and documents that
--- hold them.
local report = require("whowhen.report")
local whowhen = require("whowhen")

local M = {}

M.STRINGS = {
  "=HYPERLINK(\"http://evil.example\",\"x\")",
  "+1+1",
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(1)",
  "\t=1+1",
  "\r=1+1",
  "\239\188\157cmd",
  "a;\"b\",c",
  "<script>document.title='ran'</script>",
  "<img src=x onerror=\"document.title='ran'\">",
  "'\"><svg/onload=alert(1)>",
  "]]> --> </style></title> &lt;b&gt;",
  "[a](javascript:alert(1)) **b** `c` <b> _d_ ~~e~~ $f$",
  "| x | y",
  "trailing \\",
  "http://evil.example www.evil.example a@evil.example",
  "[[elisp:(shell-command \"x\")][click]]",
  "src_sh{touch x} call_f() {{{m}}} @@html:<b>@@ \\alpha <2024-01-01 Mon>",
  "elisp:(x) :tag:",
  ":=1",
  "*bold* /it/ =v= ~c~ +s+ a_{b} c^{d}",
  "\nEND:VEVENT\r\nBEGIN:VALARM\nX;Y,Z\\n",
  "\27[31mred\27]8;;http://x\7 \8 \0 \127",
  "\226\128\174 evil \226\129\166 \226\128\168 \194\155",
  "caf\233 \237\160\128 \226\128",
  ("Jos\195\169 \240\159\152\128"):rep(40),
}

local PARTS = {}
for i, text in ipairs(M.STRINGS) do PARTS[i] = text .. " on 2024-07-14 " .. text end

M.TEXT = " date 2024-07-13 Desk - " .. table.concat(PARTS, "\n\n") .. "\n"

--- A document with a cast and findings that hold every hostile string.
---@param text? string
function M.document(text)
  local document = assert(whowhen.document(text or M.TEXT))
  local from = document:text():find("2024-07-14", 1, true)
  function document.cast()
    local list = {}
    for i, name in ipairs(M.STRINGS) do
      list[i] = { name = name, title = name, kind = "person", mentions = i, first = i,
        spellings = { name, name .. "x", name .. "y" }, ambiguous = i % 2 }
    end
    return list
  end
  function document.findings()
    local list = {}
    for i, message in ipairs(M.STRINGS) do
      list[i] = { id = "weekday-mismatch", message = message, first = from, last = from + 9,
        suggestions = { { text = message, first = from, last = from + 3 } } }
    end
    return list
  end
  return document
end

--- A document of one clean sentence, with one person and one finding.
function M.clean()
  local document = assert(whowhen.document(
    " date 2024-07-14 Desk - On Friday, July 13, Ms. Garc\195\173a spoke for two hours.\n"
  ))
  function document.cast()
    return { { name = "Garc\195\173a", title = "Ms.", kind = "person", mentions = 1, first = 45,
      spellings = { "Garc\195\173a" }, ambiguous = 0 } }
  end
  function document.findings()
    return { { id = "weekday-mismatch", message = "July 13 was a Saturday", first = 28, last = 42,
      suggestions = { { text = "Saturday", first = 28, last = 33 },
        { text = "12", first = 41, last = 42 } } } }
  end
  return document
end

--- A whole report as a string, and how many rows it had.
---@param what whowhen.report.What
---@param format whowhen.report.Format
---@param document whowhen.Document
---@param kinds? whowhen.Kinds
function M.report(what, format, document, kinds)
  local pieces = {}
  local function write(text) table.insert(pieces, text) end
  local out = assert(report.open(what, format, write, kinds))
  out:add(document, "dir/a\n=b|<c>.txt")
  out:close()
  return table.concat(pieces), out.count
end

--- Whether nothing in a text is a control but the line ends given, and nothing turns writing.
function M.is_harmless(text, line_end)
  text = text:gsub(line_end, "")
  return not text:find("[%z\1-\31\127]") and not text:find("\194[\128-\159]")
    and not text:find("\226\128[\168-\174]") and not text:find("\226\129[\166-\169]")
end

return M
