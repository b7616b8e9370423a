--- CSV, Markdown and Org: tables that hold any text and obey none.
local support = require("support")
local hostile = require("hostile")
local rows = require("whowhen.report.rows")
local report = require("whowhen.report")
local equal, check = support.equal, support.check

local ZWSP = "\226\128\139"
local REPORTS = { "cast", "timeline", "findings" }

-- What a clean article gives.
local NAME = "dir/a\226\144\138=b|<c>.txt"
for _, row in ipairs({
  { "cast", "text", NAME .. ": a cast of 1\n"
    .. "  Garc\195\173a (Ms.)                         1  person  line 1\n" },
  { "timeline", "text", NAME .. ": reference date 2024-07-14 (header)\n"
    .. "  2024-07-13        Sat  line 1: Friday, July 13\n"
    .. "  2024-07-14        Sun  line 1: 2024-07-14\n" },
  { "findings", "text", NAME .. ":1:28: weekday-mismatch: July 13 was a Saturday\n" },
  { "findings", "csv", "file,article,line,column,id,message,text,suggestions\r\n"
    .. '"dir/a =b|<c>.txt",1,1,28,"weekday-mismatch","July 13 was a Saturday",'
    .. '"Friday, July 13","Saturday; 12"\r\n' },
  { "findings", "md", "## Findings of dir/a\226\144\138\\=b\\|\\<c\\>.txt\n\n"
    .. "| line | column | id | message | text | suggestions |\n"
    .. "| --- | --- | --- | --- | --- | --- |\n"
    .. "| 1 | 28 | weekday-mismatch | July 13 was a Saturday | Friday, July 13 "
    .. "| Saturday; 12 |\n\n" },
  { "cast", "org", ("* Cast of dir/@a\226\144\138=@b\\vert{}@<@c>@.txt\n\n"
    .. "| name | title | kind | mentions | spellings | ambiguous | line | column |\n|-\n"
    .. "| Garc\195\173a | Ms. | person | 1 |  |  | 1 | 45 |\n\n"):gsub("@", ZWSP) },
}) do
  equal(row[1] .. " as " .. row[2], (hostile.report(row[1], row[2], hostile.clean())), row[3])
end
equal("kinds leave out rows", select(2, hostile.report("cast", "csv", hostile.clean(), "org")), 0)
equal("kinds keep rows", select(2, hostile.report("timeline", "csv", hostile.clean(), "date")), 2)
equal("kinds leave findings",
  select(2, hostile.report("findings", "md", hostile.clean(), "org")), 1)

for _, row in ipairs({
  { "cast", "pdf", 'unknown format "pdf": use text, json, csv, md, org, ics, html' },
  { "cast", "ics", "there is no cast in the format ics" },
  { "page", "text", "there is no page in the format text" },
}) do
  local out, message = report.open(row[1], row[2], io.write)
  equal(row[1] .. " as " .. row[2], out == nil and message, row[3])
end
local out, message = report.open("cast", "csv", io.write, "persons")
check("a wrong kind", out == nil and message:find('unknown kind "persons"', 1, true), message)

-- Lines and columns are right in any order of rows, and in the second article.
local two = assert(require("whowhen").document(
  " date 2024-07-14 X - On 2024-07-13,\nin March 2022.\n date 2023-01-01 Y - 2023-01-02\n"
))
local csv = hostile.report("timeline", "csv", two)
for _, part in ipairs({ "March 2022", "2024-07-13", "2023-01-02" }) do
  local line, column = csv:match('"' .. part:gsub("%-", "%%-") .. '","[^"]*",(%d+),(%d+)\r\n')
  local nth = 0
  for text in (two:text()):gmatch("[^\n]*\n") do
    nth = nth + 1
    if text:find(part, 1, true) then
      equal("line of " .. part, line, tostring(nth))
      equal("column of " .. part, column, tostring(text:find(part, 1, true)))
    end
  end
end

-- What surrounds a date: whole words of its paragraph.
local far = ("word "):rep(30)
for _, row in ipairs({
  { far .. "on 2024-07-14 " .. far,
    "^\226\128\166word [word ]*word on 2024%-07%-14 word [word ]*word\226\128\166$" },
  { "Before.\n\non 2024-07-14\n \t\nAfter.", "^on 2024%-07%-14$" },
  { "2024-07-14", "^2024%-07%-14$" },
  { "One\nline 2024-07-14\nmore", "^One line 2024%-07%-14 more$" },
  { ("\195\169"):rep(99) .. " 2024-07-14 " .. ("\195\169"):rep(99), "^[^<]*2024%-07%-14[^<]*$" },
}) do
  local document = assert(require("whowhen").document(row[1], { date = "2024-07-14" }))
  local context = rows.REPORTS.timeline.list(document, document:article(1))[1].context
  check("context " .. row[2], context:find(row[2]), context)
end

--- Reads CSV as RFC 4180 has it.
local function read_csv(text)
  local lines, pos = { {} }, 1
  while pos <= #text do
    local cell, after = text:match('^"([^"]*)"()', pos)
    if cell then
      while text:sub(after, after) == '"' do
        local more, next_after = text:match('^"([^"]*)"()', after)
        cell, after = cell .. '"' .. more, next_after
      end
    else
      cell, after = text:match('^([^,"\r\n]*)()', pos)
    end
    table.insert(lines[#lines], cell)
    if text:sub(after, after + 1) == "\r\n" then
      after = after + 2
      if after <= #text then table.insert(lines, {}) end
    elseif text:sub(after, after) == "," then
      after = after + 1
    else
      error(("bad CSV at %d: %q"):format(after, text:sub(after, after + 20)))
    end
    pos = after
  end
  return lines
end

for _, what in ipairs(REPORTS) do
  local text, count = hostile.report(what, "csv", hostile.document())
  check(what .. " csv: harmless", hostile.is_harmless(text, "\r\n"))
  local lines = read_csv(text)
  equal(what .. " csv: rows", #lines, count + 1)
  local width, formula, formulas = #lines[1], nil, 0
  for _, cells in ipairs(lines) do
    if #cells ~= width then formula = table.concat(cells, "|") end
    for _, cell in ipairs(cells) do
      if cell:find("^[%s]*[=+@\t\r-]") or cell:find("^\239\188\157") then formula = cell end
      if cell:find("^'[=+@-]") then formulas = formulas + 1 end
    end
  end
  check(what .. " csv: no formula, one width", not formula, formula)
  if what ~= "timeline" then check(what .. " csv: formulas disarmed", formulas > 4) end
end

for _, what in ipairs(REPORTS) do
  local text, count = hostile.report(what, "md", hostile.document())
  check(what .. " md: harmless", hostile.is_harmless(text, "\n"))
  local width, n, bad = #rows.REPORTS[what].columns + 1, 0, nil
  for line in ("\n" .. text):gmatch("\n(|[^\n]*)") do
    n = n + 1
    -- What is left when what is escaped is gone.
    local bare = line:gsub("\\.", "")
    local _, bars = bare:gsub("|", "")
    if bars ~= width or bare:find("[\\`*_{}%[%]<>()#!~&$^=@]") then bad = line end
    if bare:find("://", 1, true) or bare:find("www.", 1, true) then bad = line end
  end
  check(what .. " md: nothing but text", not bad, bad)
  equal(what .. " md: rows", n, count + 2)
end

for _, what in ipairs(REPORTS) do
  local text, count = hostile.report(what, "org", hostile.document())
  check(what .. " org: harmless", hostile.is_harmless(text, "\n"))
  local width, n, bad = #rows.REPORTS[what].columns + 1, 0, nil
  for line in ("\n" .. text):gmatch("\n(|[^\n]*)") do
    n = n + 1
    local _, bars = line:gsub("|", "")
    if line ~= "|-" and bars ~= width then bad = line end
    -- What is left when what is kept apart is gone.
    local bare = line:gsub("\\vert{}" .. ZWSP, ""):gsub("[^|]" .. ZWSP, "")
    if bare:find("[*/_=~+%[%]<>{}@\\$^#]") then bad = line end
    if line:find("| [=:*#]") or line:find("%w:[%w(/]") then bad = line end
  end
  check(what .. " org: nothing but text", not bad, bad)
  equal(what .. " org: rows", n, count + 2)
end

-- Text and JSON.
for _, what in ipairs(REPORTS) do
  local text, count = hostile.report(what, "text", hostile.document())
  check(what .. " text: harmless", hostile.is_harmless(text, "\n"))
  local _, n = text:gsub("\n", "")
  equal(what .. " text: lines", n, what == "findings" and count or count + 1)
end
local cjson = require("whowhen.report.json").load()
if cjson then
  for _, what in ipairs(REPORTS) do
    local text, count = hostile.report(what, "json", hostile.document())
    check(what .. " json: harmless", hostile.is_harmless(text, "\n"))
    local n, first = 0, nil
    for line in text:gmatch("[^\n]+") do
      n = n + 1
      first = first or cjson.decode(line)
      cjson.decode(line)
    end
    equal(what .. " json: rows", n, count)
    equal(what .. " json: file", first.file, "dir/a\n=b|<c>.txt")
  end
  local person = cjson.decode(hostile.report("cast", "json", hostile.document()):match("[^\n]+"))
  equal("json: a name as it is", person.name, hostile.STRINGS[1])
  equal("json: other spellings", person.spellings[2], hostile.STRINGS[1] .. "y")
  local finding = cjson.decode((hostile.report("findings", "json", hostile.clean())))
  local second = finding.suggestions[2]
  equal("json: suggestions", second.text, "12")
  equal("json: offsets", ("%d-%d"):format(second.start, second["end"]), "40-42")
  equal("json: no suggestion is an array", require("whowhen.report.json").findings(
    setmetatable({ findings = function()
      return { { id = "x", message = "m", first = 1, last = 2 } }
    end }, { __index = { articles = function() return { {} } end } })
  ), '[{"id":"x","start":0,"end":2,"message":"m","suggestions":[]}]')
end

support.finish()
