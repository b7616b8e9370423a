local support = require("support")
local arguments = require("whowhen.cli.arguments")
local equal, check = support.equal, support.check

-- Arguments.
local options =
  arguments.parse({ "--date", "2024-07-14", "a", "--kinds=date", "-", "--", "--json" })
equal("date", options.date, "2024-07-14")
equal("kinds", options.kinds, "date")
equal("files", table.concat(options.files, " "), "a - --json")
equal("the verb by default", options.verb, "text")
equal("standard input by default", arguments.parse({}).files[1], "-")
equal("--format=html alone", arguments.parse({ "--format=html" }).verb, "page")
equal("--format of a report", arguments.parse({ "--format=html", "--cast" }).verb, "cast")
equal("--format=text is no report", arguments.parse({ "--format=text" }).verb, "text")
equal("--color alone", arguments.parse({ "--color" }).color, "always")
for _, row in ipairs({
  { { "--jsn" }, "unknown option --jsn: did you mean --json?" },
  { { "--time" }, "unknown option --time: did you mean --timeline?" },
  { { "-t" }, "unknown option -t: did you mean --today?" },
  { { "-x" }, "unknown option -x" },
  { { "---" }, "unknown option ---" },
  { { "-story.txt" }, "unknown option -story.txt" },
  { { "--colour=always" }, "unknown option --colour: did you mean --color?" },
  { { "--date=2024-02-30" }, '--date: "2024-02-30" is not a date of the form YYYY-MM-DD' },
  { { "--date" }, "--date needs a value" },
  { { "--rules=" }, "--rules needs a value" },
  { { "--json=x" }, "--json takes no value" },
  { { "--color=red" }, '--color: "red" is not one of auto, always, never' },
  { { "--json", "--count" }, "--json and --count exclude each other" },
  { { "--json", "--format=csv" }, "--json and --format exclude each other" },
  { { "--explain=3" }, '--explain: "3" is not LINE:COLUMN, as in 3:14' },
  { { "--explain=0:1" }, '--explain: "0:1" is not LINE:COLUMN, as in 3:14' },
  { { "--explain=1:1", "--json" }, "--explain and --json exclude each other" },
  { { "--format=csv" }, "--format=csv needs --cast, --timeline or --check" },
}) do
  local parsed, message = arguments.parse(row[1])
  equal(table.concat(row[1], " "), parsed == nil and message, row[2])
end

-- The command itself is Lua 5.4's.
if support.ABI ~= "lua5.4" then support.finish() end

local command_line = require("command_line")
local run, plain, file_with = command_line.run, command_line.plain, command_line.file_with
local contents, temporary = command_line.contents, command_line.files
local SAMPLE = "tests/corpus/sample.txt"

local sample = contents(SAMPLE)
local EVIL = "\239\187\191Evil \27[8mconceal\27[0m \194\155 \226\128\174 2024-07-14\r\nlone\rcr "
  .. "\233 \0 \27]8;;x\7link \8\127 on 2024-07-15"
local SAFE = "Evil \226\144\155[8mconceal\226\144\155[0m <U+009B> <U+202E> 2024-07-14\r\nlone"
  .. "\226\144\141cr <E9> \226\144\128 \226\144\155]8;;x\226\144\135link \226\144\136\226\144\161"
  .. " on 2024-07-15"

-- Text.
local out, err, status = run("@ " .. SAMPLE)
equal("a filter passes the text on", out, sample)
equal("status", status, 0)
equal("no message", err, "")
equal("standard input", run("@ <" .. SAMPLE), sample)
equal("several files as cat does", run("@ " .. SAMPLE .. " - <" .. SAMPLE), sample .. sample)
local marked = run("@ --color=always " .. SAMPLE)
equal("marks change no text", plain(marked), sample)
check("a date is underlined and coloured", marked:find("\27[4;35m2024-03-19\27[m", 1, true))
check("a duration is underlined only", marked:find("\27[4msix months\27[m", 1, true))
check("now is not marked", not marked:find("m(now)\27"))
check("now is marked when asked for",
  run("@ --color=always --kinds=vague " .. SAMPLE):find("mnow\27", 1, true))
equal("kinds leave out others",
  run("echo '2024-07-14 for three days' | @ --color=always --kinds=duration"),
  "2024-07-14 for \27[4mthree days\27[m\n")
local styled = file_with([[return {
  { name = "a", kind = "docket", words = { "X1" }, style = "comment" },
  { name = "b", kind = "case", words = { "X2" } } }]])
equal("a rule's style", run("echo 'X1 and X2' | @ --color=always --rules=" .. styled),
  "\27[2mX1\27[m and \27[1mX2\27[m\n")
for _, what in ipairs({ "--cast", "--timeline", "--check", "--format=html" }) do
  out, err, status = run("echo 'X1' | @ --kinds=docket --rules=" .. styled .. " " .. what)
  check("a rule's kind in " .. what, err == "" and status == 0, err)
  check("and its mark", what ~= "--format=html" or out:find('class="own"[^>]*>X1<'), out)
end
equal("NO_COLOR", run("NO_COLOR=1 @ " .. SAMPLE), sample)
local evil = file_with(EVIL)
equal("harmless", run("@ " .. evil), SAFE)
equal("harmless with colour", plain(run("@ --color=always " .. evil)), SAFE)
for _, line in ipairs({ "--timeline", "--json", "--count", "--cast", "--check", "--format=html",
  "--timeline --format=csv", "--timeline --format=org", "--timeline --format=ics" }) do
  local shown = run("@ " .. line .. " --kinds=all " .. evil)
  shown = shown:gsub("\r\n", "\n")
  local controls = shown:find("[%z\1-\9\11-\31\127]") or shown:find("\194\155")
  check(line .. " is harmless", not controls)
end
local broken = run("printf 'It rained on Friday,\\n  July 12 2024 again' | @ --color=always")
equal("a mark ends with its line", broken,
  "It rained on \27[4;35mFriday,\27[m\n  \27[4;35mJuly 12 2024\27[m again")
equal("an empty file", run("@ --color=always /dev/null"), "")
-- Larger than a window and a piece, with characters across their borders.
local large = ("\226\128\156On 2024-07-14\226\128\157 \240\159\152\128\r\n"):rep(14001)
local large_file = file_with(large)
check("a large text", run("@ " .. large_file) == large)
check("a large text with marks", plain(run("@ --color=always " .. large_file)) == large)

-- Line ends stay, within marks too.
equal("CRLF stays", run("printf 'On Friday,\r\nJuly 12 2024\r\n' | @ --color=always"),
  "On \27[4;35mFriday,\27[m\r\n\27[4;35mJuly 12 2024\27[m\r\n")
-- Several files are told apart where they are marked.
out = run("cd /tmp && printf 'x' >ww_a && printf 'y' >ww_b && $OLDPWD/@ --color=always ww_a ww_b; "
  .. "rm /tmp/ww_a /tmp/ww_b")
equal("separators", out, "\27[2m==> ww_a <==\27[m\nx\n\27[2m==> ww_b <==\27[m\ny")

-- Counts.
local two = file_with("2024-07-14 for three days now")
out = run("@ --count " .. two .. " " .. large_file)
local rows = {}
for row in out:gmatch("[^\n]+") do table.insert(rows, row) end
equal("count: lines", #rows, 3)
local two_pattern = two:gsub("%p", "%%%0")
check("count: a file", rows[1]:find("^ +1 date +0 time +1 duration .*place  " .. two_pattern))
check("count: a large file", rows[2]:find("^ +14001 date +0 time"))
check("count: total", rows[3]:find("^ +14002 date +0 time +1 duration +0 set .*place  total$"))
equal("count: kinds", run("@ --count --kinds=vague <" .. two), "      1 vague\n")

-- Timeline.
local article = file_with(
  " date 2024-07-14 X - On 2024-07-13,\nin March 2022.\n date 2023-01-01 Y - now\n"
)
equal("timeline", run("@ --timeline " .. article), (([[
@, article 1: reference date 2024-07-14 (header)
  2022-03                line 2: March 2022
  2024-07-13        Sat  line 1: 2024-07-13
  2024-07-14        Sun  line 1: 2024-07-14
@, article 2: reference date 2023-01-01 (header)
  2023-01-01        Sun  line 3: 2023-01-01
]]):gsub("@", (article:gsub("%%", "%%%%")))))

-- Other formats: one report of all files.
out = run("@ --timeline --format=csv " .. article .. " " .. two)
equal("csv: one head for all files", select(2, out:gsub("file,article,", "")), 1)
equal("csv: rows of all files", select(2, out:gsub("\r\n", "")), 6)
out = run("@ --timeline --format=ics " .. article .. " " .. two)
equal("ics: one calendar for all files", select(2, out:gsub("BEGIN:VCALENDAR", "")), 1)
equal("ics: events of all files", select(2, out:gsub("BEGIN:VEVENT", "")), 5)
out = run("@ --format=html " .. article .. " " .. two)
equal("html: one page for all files", select(2, out:gsub("<!DOCTYPE html>", "")), 1)
equal("html: a section an article", select(2, out:gsub("<section>", "")), 3)
local told = file_with("It rained.\nShe left on July 4, 2024.\n")
out, err, status = run("@ --explain=2:13 " .. told)
check("explained", out:find("^date: July 4, 2024\n") and status == 0, out .. err)
for at, trouble in pairs({
  ["2:26"] = "line 2 has 25 bytes",
  ["4:1"] = "there is no line 4\n",
  ["100000000000000000000:1"] = "there is no line 100000000000000000000\n",
}) do
  out, err, status = run(("@ --explain=%s %s"):format(at, told))
  check(at, out == "" and err:find(trouble, 1, true) and status == 2, err)
end

out, err, status = run("@ --cast --format=ics " .. two)
check("no such report", out == "" and status == 2 and err:find("no cast in the format ics"), err)
out, err, status = run("@ --cast --format=pdf " .. two)
check("no such format", out == "" and status == 2, out)
check("which there are", err:find('"pdf" is not one of text, json, csv', 1, true), err)
out, err, status = run("@ --timeline --format=html no-such-file")
check("a missing file leaves a whole page", out:find("</html>\n$") and status == 2)
check("a missing file is named", err:find("no-such-file", 1, true), err)

-- Findings: what is found is the status, and an error outdoes it.
local finding = file_with([[
local whowhen = require("whowhen")
local make = whowhen.document
whowhen.document = function(...)
  local document = make(...)
  function document.findings()
    local first = document:text():find("three", 1, true)
    return first and { { id = "odd", message = "a\nb", first = first, last = first } } or {}
  end
  return document
end
os.exit(require("whowhen.cli").main(arg), true)
]])
for _, row in ipairs({
  { "@ --check " .. two, two .. ":1:16: odd: a b\n", 1 },
  { "@ --check " .. article, "", 0 },
  { "@ --check " .. two .. " no-such-file", two .. ":1:16: odd: a b\n", 2 },
  { "@ --check --format=csv " .. article,
    "file,article,line,column,id,message,text,suggestions\r\n", 0 },
}) do
  out, err, status = run((row[1]:gsub("@", arg[-1] .. " " .. finding)))
  equal(row[1], out, row[2])
  check(row[1] .. ": status", status == row[3], err)
end

-- Cast.
out = run("@ --cast " .. SAMPLE)
check("cast", out:find("^" .. SAMPLE:gsub("%p", "%%%0") .. ": a cast of %d+\n"), out)
check("cast: a title", out:find("Odile Brandvold (Mayor)", 1, true), out)
check("cast: other kinds", run("@ --cast --kinds=who " .. SAMPLE):find("Seamen's Mission", 1, true))
equal("cast: all", run("@ --cast=all " .. SAMPLE), run("@ --cast --kinds=who " .. SAMPLE))
out = run("@ --cast=org,place " .. SAMPLE)
equal("cast: some", out, run("@ --kinds=org,place --cast " .. SAMPLE))
out, err = run("@ --cast=persn " .. SAMPLE)
check("cast: none of these", out == "" and err:find('unknown kind "persn"', 1, true), err)

-- Rules.
local bad_rules = file_with('return { { name = "x", patern = "\\27[31m" } }')
out, err, status = run("@ --test-rules " .. bad_rules)
check("rules that are wrong", out:find(bad_rules .. ':1: rule "x": unknown field "patern"', 1, true)
  and out:find("\n0 rules, 1 refused") and status == 1, out .. err)
out, err, status = run("@ --test-rules ap")
check("a pack", out:find("^%d+ rules, 0 refused") and status == 0, out .. err)
out, err, status = run("@ --test-rules no-such-file")
check("no rules", out:find("no-such-file", 1, true) and status == 1, out .. err)

-- JSON.
local has_cjson, cjson = pcall(require, "cjson")
if has_cjson then
  out = run("@ --json " .. SAMPLE)
  local n = 0
  for line in out:gmatch("[^\n]+") do
    local m = cjson.decode(line)
    n = n + 1
    equal("json: offsets " .. n, sample:sub(m.start + 1, m["end"]), m.text)
    local _, lines = sample:sub(1, m.start):gsub("\n", "")
    equal("json: line " .. n, m.line, lines + 1)
    local line_start = sample:sub(1, m.start):match(".*()\n") or 0
    equal("json: column " .. n, m.column, m.start - line_start + 1)
  end
  check("json: mentions", n > 20)
  local first = cjson.decode(out:match("[^\n]+"))
  equal("json: file", first.file, SAMPLE)
  equal("json: value", first.value, "2024-03-19")

  check("json: whom a name names",
    out:find('"text":"Brandvold","entity":"Odile Brandvold"', 1, true))

  local requests = {
    '{"id":1,"text":"It rained on Friday","dct":"2024-07-14"}',
    "bad",
    "",
    '{"id":"a","text":"caf\\u00e9 in 2020"}',
    '{"id":{"k":[]},"text":""}',
    '{"id":2}',
    '{"id":3,"text":"x","dct":"2024-02-30"}',
    '{"text":"It rained on Friday","dct":null}',
    '{"id":123456789012345,"text":"now","dct":"2024-07-14T10:00:00Z"}',
    '{"id":12345678901234567,"text":"x"}',
    '{"id":1e400,"text":"x"}',
    '{"id":0.10,"text":"x"}',
    '{"id":[\t],"text":"x"}',
    ' { "i\\u0064" : "\\"}\\/\226\128\174" , "text" : "x,]}" } ',
    '{"id":NaN,"text":"x"}',
    '{"id":0x10,"text":"x"}',
    '{"id":1,"id":2,"text":"x"}',
    '{"id":1,"text":"x","te\\u0078t":"y"}',
    '{"id":1,"text":"\233"}',
    '["text"]',
    '{"id":null,"text":"x"}',
  }
  local answers = {
    '{"id":1,"dct":"2024-07-14","spans":'
      .. '[{"start":13,"end":19,"kind":"date","value":"2024-07-12"}],"findings":[]}\n',
    '{"id":"a","spans":'
      .. '[{"start":9,"end":13,"kind":"date","value":"2020"}],"findings":[]}\n',
    '{"id":{"k":[]},"spans":[],"findings":[]}\n',
    '{"spans":[{"start":13,"end":19,"kind":"date"}],"findings":[]}\n',
    '{"id":123456789012345,"dct":"2024-07-14","spans":'
      .. '[{"start":0,"end":3,"kind":"date","value":"PRESENT_REF"}],"findings":[]}\n',
    '{"id":12345678901234567,"spans":[],"findings":[]}\n',
    '{"id":1e400,"spans":[],"findings":[]}\n',
    '{"id":0.10,"spans":[],"findings":[]}\n',
    '{"id":[ ],"spans":[],"findings":[]}\n',
    '{"id":"\\"}\\/\\u202e","spans":[],"findings":[]}\n',
    '{"id":null,"spans":[],"findings":[]}\n',
  }
  out, err, status = run("@ --batch <" .. file_with(table.concat(requests, "\n")))
  equal("batch", out, table.concat(answers))
  equal("batch: status", status, 2)
  for _, part in ipairs({ "-:2: bad JSON", '-:6: "text" is missing', '-:7: "dct" is not',
    '-:15: bad JSON', '-:16: bad JSON', '-:17: "id" stands there twice',
    '-:18: "text" stands there twice', "-:19: it is not UTF-8", "-:20: not a JSON object" }) do
    check("batch: " .. part, err:find(part, 1, true), err)
  end
  equal("batch: date for those without",
    run([[echo '{"text":"It rained on Friday"}' | @ --batch --date=2024-07-14]]),
    '{"dct":"2024-07-14","spans":[{"start":13,"end":19,"kind":"date","value":"2024-07-12"}],'
      .. '"findings":[]}\n')
else
  out, err, status = run("@ --json " .. SAMPLE)
  check("json without lua-cjson: status", status == 2 and out == "")
  check("json without lua-cjson: message", err:find("needs lua-cjson", 1, true))
end

-- What goes wrong.
out, err, status = run("@ no-such-file " .. two)
equal("other files are read", out, "2024-07-14 for three days now")
equal("a missing file", err, "whowhen: no-such-file: No such file or directory\n")
equal("a missing file: status", status, 2)
out, err, status = run("@ --count /tmp")
check("a folder", out == "" and err:find("^whowhen: /tmp: ") and status == 2, err)
out, err, status = run("@ --tmeline " .. two)
check("a wrong option", out == "" and status == 2 and err:find("did you mean --timeline?", 1, true))
out, err, status = run("@ --kinds=dates " .. two)
check("a wrong kind", out == "" and status == 2 and err:find('unknown kind "dates"', 1, true))
out, err, status = run("@ \"$(printf 'no\\033[31m\\nfile')\"")
check("a file name is harmless", out == "" and status == 2 and not err:sub(1, -2):find("%c"), err)
out, err = run("@ " .. large_file .. " | head -n 1")
equal("a closed pipe", out .. err, large:match("[^\n]*\n"))
out, err = run("trap '' PIPE; @ " .. large_file .. " | head -n 1 >/dev/null")
equal("a closed pipe without its signal", out .. err, "")
out, err, status = run("@ --help")
check("help", out:find("^Usage: whowhen") and err == "" and status == 0)
check("help fits a terminal", not out:find(("[^\n]"):rep(81)))
equal("-h", run("@ -h"), out)
check("version", run("@ --version"):find("^whowhen %d+%.%d+%.%d+\n$"))
equal("-V", run("@ -V"), run("@ --version"))

local folder = os.tmpname()
table.insert(temporary, folder)
out = run(([[
rm F && mkdir F && cp %s F/text
case @ in /*) command=@ ;; *) command=$PWD/@ ;; esac
cd F && echo 'os.exit(9)' | tee cjson.lua >whowhen_core.lua
"$command" --count --kinds=date text
rm -r F]]):gsub("F", folder):format(two))
equal("no program is taken from the folder of a text", out,
  "      1 date  text\n")

-- Where the rest of it is missing, one message.
local alone = "mkdir F && cp @ F/whowhen && LUA_PATH=F/?.lua F/whowhen"
out, err, status = run((alone:gsub("F", folder)))
equal("a command alone", err:gsub("%s*$", ""), "whowhen: module 'whowhen.cli' not found")
check("which fails", out == "" and status == 2)
os.execute("rm -r " .. folder)

-- The text is shown though something fails: after the first mark, and when nothing works at all.
local failing = file_with([[
local core = require("whowhen_core")
local new = core.new
package.loaded.whowhen_core = setmetatable({ new = function(options)
  local inner = new(options)
  return setmetatable({ spans = function(_, first, ...)
    if first > 1 or HOW == "spans" then error("out of order") end
    return inner:spans(first, ...)
  end, edit = function(...)
    if HOW == "edit" then error("out of order") end
    return inner:edit(select(2, ...))
  end }, { __index = function(_, name)
    return function(_, ...) return inner[name](inner, ...) end
  end })
end }, { __index = core })
os.exit(require("whowhen.cli").main(arg), true)
]])
for _, how in ipairs({ "spans", "edit", "later" }) do
  local program = file_with(("HOW = %q dofile(%q)"):format(how, failing))
  out, err, status = run(arg[-1] .. " " .. program .. " --color=always " .. large_file)
  check("the text is shown when it fails: " .. how, plain(out) == large)
  check("and what failed is said: " .. how, err:find("out of order", 1, true) and status == 2, err)
end
check("marks before the failure stay", out:find("\27[4;35m2024-07-14\27[m", 1, true))

-- The pager, where `script` can give the command a terminal.
local on_script = "script -qec '%s' /dev/null 2>/dev/null </dev/null"
if run(on_script:format("echo works")) == "works\r\n" then
  local function on_terminal(environment, file)
    local command = on_script:format("@ " .. file)
    return (run("env -u NO_COLOR TERM=xterm " .. environment .. " " .. command):gsub("\r", ""))
  end
  local text = contents(two)
  equal("pager", plain(on_terminal("PAGER='sed s/for/FOR/'", two)), (text:gsub("for", "FOR")))
  check("a missing pager", plain(on_terminal("PAGER=no-such-pager", two)):find(text, 1, true))
  check("colour on a terminal", on_terminal("PAGER=", two):find("\27[4;35m2024", 1, true))
  equal("NO_COLOR on a terminal", on_terminal("PAGER= NO_COLOR=1", two), text)
  equal("a dumb terminal", on_terminal("TERM=dumb", two), text)
  check("nothing to read", on_terminal("PAGER=", "2>&1 </dev/tty"):find("whowhen FILE", 1, true))
  local typed = "script -qec '%s' /dev/null 2>/dev/null"
  equal("one ^D ends what is typed",
    (run("(sleep 0.3; printf 'On 2024-07-14\\n\\004'; sleep 1; echo no) | "
      .. typed:format("@ --count --kinds=date -")):match("1 date")), "1 date")
  equal("a line is shown when it is written",
    (run([[
fifo=$(mktemp -u) && mkfifo "$fifo"
(echo 'On 2024-07-14, Friday,'; read -r go <"$fifo"; echo 'July 12, 2024') |
  env -u NO_COLOR TERM=xterm PAGER= timeout 60 sh -c \
  'script -qec "cat 0<&3 | @" /dev/null 3<&0 </dev/null' | (head -n 1; echo go >"$fifo"; cat)
rm "$fifo"]]):gsub("\r", "")),
    "On \27[4;35m2024-07-14\27[m, \27[4;35mFriday\27[m,\n\27[4;35mJuly 12, 2024\27[m\n")
end

command_line.finish()
