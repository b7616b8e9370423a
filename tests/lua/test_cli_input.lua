--- What people hand over to the command: long files, lines, mails, feeds, other encodings.
local support = require("support")
local command_line = require("command_line")
local run, plain, file_with = command_line.run, command_line.plain, command_line.file_with
local equal, check = support.equal, support.check

-- The command is Lua 5.4's; any other Lua has nothing to check here.
check("this is Lua", true)
if support.ABI ~= "lua5.4" then support.finish() end

local out, err, status
-- What is final is shown while the rest is still written, and is what it is in the whole.
local articles = {}
for n = 1, 40 do
  local day = n % 28 + 1
  local head = (" date 2024-07-%02d Desk - On Friday %d Jane Doe met Mr. Roe."):format(day, n)
  table.insert(articles, head .. "\n" .. ("It rained in Ohio for days. "):rep(90) .. "\n")
end
local long = file_with(table.concat(articles))
local whole = run("@ --color=always " .. long)
check("many marks", select(2, whole:gsub("\27%[1mJane Doe\27%[m", "")) == 40)
equal("a pipe as a file", run("cat " .. long .. " | @ --color=always"), whole)
-- dd asks for aligned memory in a way that a preloaded sanitizer ends it for.
local pieces = "env -u LD_PRELOAD dd bs=777 <" .. long .. " 2>/dev/null"
equal("by small pieces", run(pieces .. " | @ --color=always"), whole)
--- What has come of a text when its end is not yet written: the writer waits for the reader.
local function before_end(writer, options, reader)
  return (run(([[
fifo=$(mktemp -u) && mkfifo "$fifo"
(%s; read -r go <"$fifo"; echo late) | timeout 60 @ --color=always %s |
  (%s; echo go >"$fifo"; cat >/dev/null)
rm "$fifo"]]):format(writer, options, reader)))
end
equal("before its end", before_end("head -c 60000 " .. long, "", "head -c 1000"),
  whole:sub(1, 1000))
equal("a file without an end", run("@ /dev/zero | head -c 6"), "\226\144\128\226\144\128")
-- A sanitizer reserves more memory than there is.
if (os.getenv("SAN") or "") == "" then
  equal("constant memory", run("ulimit -v 32000; yes 'On Friday Jane Doe met Mr. Roe.' | "
    .. "head -n 150000 | @ --color=always | wc -l"), "150000\n")
  out, err, status = run("ulimit -v 40000; @ --cast /dev/zero")
  check("a report of it ends", out == "" and status == 2 and err:find("not enough memory"), err)
end

-- A line an article: with its own date, at once.
local wire = file_with("2024-07-14 09:12: Jane Doe met on Friday.\r\n\n2023-01-02 RT: yesterday")
equal("lines", run("@ --lines --color=always " .. wire),
  "\27[4;35m2024-07-14 09:12\27[m: \27[1mJane Doe\27[m met on \27[4;35mFriday\27[m.\r\n\n"
  .. "\27[4;35m2023-01-02\27[m RT: \27[4;35myesterday\27[m")
local function fails(label, message, command)
  local _, said, code = run(command)
  check(label, code == 2 and said:find(message, 1, true), said)
end
fails("rules without an end", "longer than 4 MB", "@ --rules=/dev/zero --count " .. wire)
-- What is flushed line by line is missed when it is, and not at the end.
for _, asked in ipairs({ "--batch", "--lines --color=always", "--count" }) do
  fails("a full disk: " .. asked, "write error: No space",
    ([[{ echo '{'; echo '{"text":"On Friday"}'; } | @ %s >/dev/full]]):format(asked))
end
equal("lines: counts", run("@ --lines --count --kinds=who <" .. wire),
  "      1 person       0 org       0 place       0 misc\n")
equal("lines: at once", before_end("echo 'On 2024-07-14'", "--lines", "head -n 1"),
  "On \27[4;35m2024-07-14\27[m\n")
out = run("@ --lines --timeline " .. wire)
equal("lines: a timeline", select(2, out:gsub(", line %d", "")), 2)
check("lines: each has its date", out:find("2024-07-12        Fri  line 1: Friday", 1, true)
  and out:find("2023-01-01        Sun  line 3: yesterday", 1, true), out)

-- Colours.
equal("WHOWHEN_COLORS", run("echo 'Jane Doe on 2024-07-14' | WHOWHEN_COLORS=person=36:date= "
  .. "@ --color=always"), "\27[36mJane Doe\27[m on 2024-07-14\n")
out, err, status = run("echo 2024-07-14 | WHOWHEN_COLORS='date=\27[31m' @ --color=always")
equal("a colour that is none", out, "\27[4;35m2024-07-14\27[m\n")
check("is told", err:find('is not KIND=NUMBERS', 1, true) and not err:sub(1, -2):find("%c")
  and status == 0, err)

-- What else people feed it.
equal("Latin-1", run("printf 'Caf\\351 of Ren\\351 Dupont\\205 \\223x\\224' | @"),
  "Café of René Dupont… “x”")
equal("UTF-8 stays", run("printf 'Caf\\303\\251'  | @"), "Café")
equal("UTF-16", run("printf '\\377\\376C\\0a\\0f\\0\\351\\0=\\330\\0\\336' | @"), "Café😀")
equal("UTF-16 the other way", run("printf '\\376\\377\\0C\\0a\\0f\\0\\351' | @"), "Café")
equal("UTF-16 without a mark", run("printf 'C\\0a\\0f\\0\\351\\0\\n\\0' | @"), "Café\n")
for text, shown in pairs({
  ["x \\201\\n"] = "x <81>\n",
  ["\\303\\251 \\351."] = "é <E9>.",
  ["\\351\\352\\353\\354"] = "<E9><EA><EB><EC>",
}) do
  out, err, status = run("printf '" .. text .. "' | @")
  equal("not certain: " .. text, out, shown)
  check("not certain is told: " .. text, err:find("not all of it is UTF", 1, true) and status == 0)
end
for text, message in pairs({
  ["\\037\\213\\010\\0"] = "zcat", ["%%PDF-1.4\\n"] = "pdftotext", ["PK\\003\\004"] = "pandoc",
}) do
  out, err, status = run("printf '" .. text .. "' | @ --color=always")
  check("not text: " .. text, out == "" and status == 2 and err:find(message, 1, true), out .. err)
end
out, err, status = run("echo '<!DOCTYPE html><p>On 2024-07-14' | @")
check("HTML is shown", out:find("^<!DOCTYPE") and status == 0)
check("and told", err:find("elinks -dump", 1, true), err)
out, err, status = run("@ https://example.com/a")
check("an address", out == "" and status == 2 and err:find("curl", 1, true), err)
out, err, status = run("@ .")
check("a directory", out == "" and status == 2 and err:find("it is a directory", 1, true), err)

-- Mails and feeds: articles with dates of their own.
local MAIL = [[
Received: by x; Mon, 15 Jul 2024 10:00:00 +0000
X-Spam: no
From: =?utf-8?Q?Jos=C3=A9_Roe?= <jose@example.com>
Organization: The Desk
Subject: =?ISO-8859-1?B?UmVu6Q==?=
 =?utf-8?q?_Dupont?=
Date: Sun, 14 Jul 2024 10:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="=_x"

Not shown.
--=_x
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

On Friday, Ren=E9 Dup=
ont spoke.
--=_x
Content-Type: image/png
Content-Transfer-Encoding: base64

T24gSnVseSAxNCwgMjAyMCBKb2huIFNtaXRo
--=_x--
]]
local NEXT = [[
From: joe@example.com
Subject: next
Date: Mon, 22 Jul 2024 10:00:00 +0000
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: base64

T24gRnJpZGF5LCBKb2huIFNtaXRoIG1l
dCBNYXJ5IEpvbmVzLgo=
]]
local mail = file_with(MAIL)
equal("a mail", plain(run("@ --color=always " .. mail)), [[
From: José Roe <jose@example.com>
Organization: The Desk
Subject: René Dupont
Date: Sun, 14 Jul 2024 10:00:00 +0000


On Friday, René Dupont spoke.

[image/png, left out]


]])
equal("a mail as it is", run("@ " .. mail), MAIL)
equal("a mail in CRLF", run("sed 's/$/\\r/' " .. mail .. " | @ --count --kinds=person"),
  run("@ --count --kinds=person <" .. mail))
local box = file_with("From jose@example.com Sun Jul 14 10:00:00 2024\n" .. MAIL
  .. "\nFrom joe@example.com Mon Jul 22 10:00:00 2024\n" .. NEXT .. "\n>From here on July 4.\n")
out = run("@ --timeline " .. box)
for _, part in ipairs({ "article 1: reference date 2024-07-14 (header)", "2024-07-12        Fri",
  "article 2: reference date 2024-07-22 (header)", "2024-07-19        Fri  line 17: Friday" }) do
  check("a mailbox: " .. part, out:find(part, 1, true), out)
end
check("attachments are not read", not out:find("2020"))
local feed = file_with([=[<?xml version="1.0"?>
<rss version="2.0"><channel><title>Wire of Friday</title>
<item><title>Judge &amp; jury</title><pubDate>Sun, 14 Jul 2024 10:00:00 GMT</pubDate>
<description><![CDATA[<p>On <b>Friday</b> &lsquo;John Smith&#8217; spoke.</p><p class="x">Then Mary
Jones left.</p>]]></description></item>
<item><title>Other</title><pubDate>Mon, 22 Jul 2024 10:00:00 GMT</pubDate>
<description>On Friday &lt;b&gt;Ann Lee&lt;/b&gt; won.</description></item></channel></rss>]=])
equal("a feed", plain(run("@ --color=always " .. feed)), [[
Title: Judge & jury
Date: Sun, 14 Jul 2024 10:00:00 GMT

On Friday ‘John Smith’ spoke.

Then Mary
Jones left.

Title: Other
Date: Mon, 22 Jul 2024 10:00:00 GMT

On Friday Ann Lee won.

]])
out = run("@ --timeline " .. feed)
check("items are articles", out:find("2024-07-12        Fri", 1, true)
  and out:find("2024-07-19        Fri", 1, true), out)
equal("Atom", plain(run("@ --color=always " .. file_with([[
<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>
<entry><title type="html">A &amp;amp; B</title>
<updated>2024-07-14T10:00:00Z</updated>
<content type="html">On Friday</content></entry></feed>]]))),
  "Title: A & B\nDate: 2024-07-14T10:00:00Z\n\nOn Friday\n\n")
for _, text in ipairs({ "Note: this is none\nof them: really\n\nOn 2024-07-14\n",
  "From here on it rained.\nAt 10:30 it ended.\n",
  "From Ohio on Sun Jul 14 10:00\nit rained.\n",
  "Title: A\nFrom: Jane Doe\nDate: 2024-07-14\n\nOn Friday\n", "To: a\nSubject: b\n\nText\n",
  "<rss is no feed here\n", "Date: 2024-07-14\n\nOn Friday\n" }) do
  equal("no mail, no feed: " .. text, plain(run("@ --color=always " .. file_with(text))), text)
end

command_line.finish()
