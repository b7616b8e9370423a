--- Reports as HTML: one self-contained page, which loads nothing and runs nothing.
local page = require("whowhen.report.html_page")
local rows = require("whowhen.report.rows")
local visible = require("whowhen.visible")

local M = {}

-- Colour is never the only sign: dates are underlined twice, persons bold, others dotted.
M.STYLE = [[
:root{color-scheme:light dark;--back:#fff;--text:#1f2328;--soft:#59636e;--line:#d1d9e0;
--when:#9b2393;--who:#1b5cc4;--query:#b3261e;--tip:#1f2328;--tiptext:#fff;--at:#fff3c4}
@media(prefers-color-scheme:dark){:root{--back:#16181d;--text:#d7dae0;--soft:#9aa3ad;
--line:#3a3f47;--when:#ef9bea;--who:#8ab4f8;--query:#ff8a80;--tip:#d7dae0;--tiptext:#16181d;
--at:#4a4118}}
body{margin:0;background:var(--back);color:var(--text);
font:1.0625rem/1.6 Georgia,"Times New Roman",serif}
section{display:grid;grid-template-columns:minmax(0,42rem) minmax(16rem,24rem);gap:0 3rem;
justify-content:center;padding:1.5rem}
section+section{border-top:1px solid var(--line)}
header{grid-column:1/-1}
h1{font-size:1.25rem;margin:0;overflow-wrap:anywhere}
header p{margin:0 0 1rem;color:var(--soft)}
aside,table,header p,.note{font:.875rem/1.5 system-ui,sans-serif}
.story{white-space:pre-wrap;overflow-wrap:anywhere}
h2{font-size:1rem;margin:0 0 .25rem}
ul,ol{margin:0 0 1.5rem;padding:0;list-style:none}
li{padding:.25rem 0;border-top:1px solid var(--line);overflow-wrap:anywhere}
a{color:inherit;text-decoration-color:var(--soft);text-underline-offset:.15em}
small,.soft{color:var(--soft)}
mark{position:relative;scroll-margin-top:5em;background:none;color:inherit;
text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.2em}
.date,.time{color:var(--when);text-decoration-style:double}
.duration,.set{text-decoration-color:var(--when)}
.person{color:var(--who);font-weight:bold;text-decoration:none}
.org,.place,.misc,.own{text-decoration:underline dotted var(--who)}
.query{text-decoration:underline wavy var(--query)}
mark:target{background:var(--at)}
mark:hover::after,mark:target::after{content:attr(data-value);position:absolute;left:0;
bottom:calc(100% + .25em);z-index:1;padding:.2em .5em;border-radius:.25em;background:var(--tip);
color:var(--tiptext);font:.8125rem/1.4 system-ui,sans-serif;
width:max-content;max-width:20rem}
table{border-collapse:collapse;margin:1rem 0;grid-column:1/-1}
th,td{padding:.25rem .75rem .25rem 0;border-top:1px solid var(--line);text-align:left;
vertical-align:top;overflow-wrap:break-word}
th{border:0}
@media(min-width:60rem){aside{position:sticky;top:1.5rem;align-self:start;overflow:auto;
max-height:calc(100vh - 3rem)}}
@media(max-width:60rem){section{display:block}
mark:hover::after,mark:target::after{position:fixed;left:1rem;bottom:1rem;
max-width:calc(100vw - 3rem)}}
@media print{mark::after{display:none}}
]]

-- The only style that the page's policy lets through; a test knows when it has to be made anew.
M.STYLE_HASH = "w3tXaHifZSGif1ZZEYMAofGJ+gSnOdVm4ucBaVYxMrE="

local HEAD = [[
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-%s'; %s">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>%s</title>
<style>%s</style>
</head>
<body>
]]

local ENTITIES = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;",
  ["'"] = "&#39;" }

--- Escapes a text for an element or a quoted attribute; what would be a control is made visible.
---@param text string
---@return string
function M.escape(text)
  return (visible.text(text):gsub("[&<>\"']", ENTITIES))
end

local function begin(out, title)
  if out.begun then return end
  out.begun = true
  local policy = "base-uri 'none'; form-action 'none'"
  out.write(HEAD:format(M.STYLE_HASH, policy, M.escape(title), M.STYLE))
end

function M.rows(out, list, label)
  local report = out.report
  local title = ("%s of %s"):format(report.title, label)
  begin(out, title)
  out.write(("<section>\n<header><h1>%s</h1></header>\n"):format(M.escape(title)))
  out.write("<table>\n<tr><th>" .. table.concat(report.columns, "</th><th>") .. "</th></tr>\n")
  for _, row in ipairs(list) do
    local cells = {}
    for i, column in ipairs(report.columns) do cells[i] = M.escape(rows.cell(row, column)) end
    out.write("<tr><td>" .. table.concat(cells, "</td><td>") .. "</td></tr>\n")
  end
  out.write("</table>\n</section>\n")
end

--- The marked article with its cast, timeline and findings beside it.
function M.page(out, document, article, label)
  begin(out, label)
  page.write(out, document, article, label, M.escape)
end

function M.close(out)
  begin(out, out.report and out.report.title or "whowhen")
  out.write("</body>\n</html>\n")
end

return M
