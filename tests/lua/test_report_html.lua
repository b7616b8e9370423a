--- The HTML page: nothing but the tags that it is made of, and in a browser no script runs.
local support = require("support")
local hostile = require("hostile")
local html = require("whowhen.report.html")
local visible = require("whowhen.visible")
local equal, check = support.equal, support.check

local ENTITIES = { amp = "&", lt = "<", gt = ">", quot = '"', ["#39"] = "'" }

local function unescape(text)
  return (text:gsub("&([#%w]+);", ENTITIES))
end

-- Every tag that a page may hold, as patterns.
local TAGS = {
  "!DOCTYPE html", 'html lang="en"', 'meta charset="utf%-8"', 'meta name="[%w-]+" content="[^"]*"',
  'meta http%-equiv="Content%-Security%-Policy" content="[^"]*"', 'section', 'header',
  'div class="story"', 'a href="#a%d+b%d+"', 'a id="a%d+b%d+"',
  'mark id="a%d+b%d+" class="[%l ]+" data%-value="[^"<>]*"',
}
for name in ("head title style body section header h1 h2 p div aside ul li b a small mark table "
  .. "tr th td html"):gmatch("%w+") do
  table.insert(TAGS, name)
  table.insert(TAGS, "/" .. name)
end

local function allowed(tag)
  for _, pattern in ipairs(TAGS) do
    if tag:find("^" .. pattern .. "$") then return true end
  end
  return false
end

--- Checks that a page consists of its own tags, of text without < and of ours entities.
local function check_tags(label, page)
  local bad, opened = nil, 0
  page = page:gsub("<style>.-</style>", "")
  for tag in page:gmatch("<([^>]*)>") do
    if not allowed(tag) then bad = bad or tag end
    if not tag:find("^[!]") and not tag:find("^meta") then
      opened = opened + (tag:find("^/") and -1 or 1)
    end
  end
  check(label .. ": known tags", not bad, bad)
  equal(label .. ": what opens closes", opened, 0)
  local text = page:gsub("<[^>]*>", "")
  for entity in text:gmatch("&([^;]*;?)") do
    if not ENTITIES[entity:sub(1, -2)] then bad = bad or entity end
  end
  check(label .. ": no other < or &", not text:find("[<>]") and not bad, bad)
  check(label .. ": harmless", hostile.is_harmless(page, "[\n\t]"))
end

local function story(page)
  return unescape((page:match('<div class="story">(.-)</div>'):gsub("<[^>]*>", "")))
end

for _, what in ipairs({ "page", "cast", "timeline", "findings" }) do
  check_tags(what, (hostile.report(what, "html", hostile.document())))
end

local hostile_page = hostile.report("page", "html", hostile.document())
equal("page: the text, all of it", story(hostile_page), visible.text(hostile.TEXT))
local large = ("\226\128\156\195\169\240\159\152\128\r\n<"):rep(20000) .. " 2024-07-14 "
equal("page: a large text", story(hostile.report("page", "html", hostile.document(large))),
  visible.text(large))
check("page: an empty text", hostile.report("page", "html", require("whowhen").document("")))

local page = hostile.report("page", "html", hostile.clean())
for _, part in ipairs({
  '<mark id="a1b28" class="date query" data-value="2024-07-13, Sat \226\128\148 '
    .. 'July 13 was a Saturday">Friday, July 13</mark>',
  'data-value="PT2H">two hours</mark>',
  "Reference date: 2024-07-14, Sun (header)",
  '<li><a href="#a1b28">July 13 was a Saturday</a> '
    .. "<small>weekday-mismatch: Saturday; 12</small></li>",
  '<li><a href="#a1b45">Garc\195\173a</a> <small>Ms., 1\195\151</small></li>',
  '<li><b>2024-07-13</b> <small>Sat</small> <a href="#a1b28">Friday, July 13</a></li>',
}) do
  check("page: " .. part, page:find(part, 1, true), page:match("<body>.*"))
end
page = hostile.report("page", "html", hostile.clean(), "date")
check("page: kinds", not page:find(">two hours<", 1, true))
-- A list as long as a text has dates, of one day.
page = hostile.report("page", "html", require("whowhen").document("On 2024-07-14, 2024-07-14 and "
  .. "July 14, 2024 it rained, not on 2024-07-15."))
local link = '<a href="#a1b%d">%s</a>'
local one_item = "<b>2024-07-14</b> <small>Sun</small> " .. link:format(4, "2024-07-14")
  .. " · " .. link:format(16, "2024-07-14") .. " · " .. link:format(31, "July 14, 2024")
check("page: a day told three times is one item",
  page:find(one_item .. "</li>\n<li><b>2024-07-15</b>", 1, true), page:match("<h2>Timeline.*"))
local elsewhere = hostile.clean()
elsewhere.findings = function()
  return { { id = "x", message = "here", first = 52, last = 53 },
    { id = "x", message = "and here", first = 52, last = 60 } }
end
page = hostile.report("page", "html", elsewhere, "date")
local _, anchors = page:gsub('<a id="a1b52"></a>', "")
equal("page: a finding outside of marks has its anchor", anchors, 1)
check("page: and a link", page:find('<a href="#a1b52">and here</a>', 1, true))

--- The output of a command, nil when it fails.
local function output(command)
  local pipe = io.popen(command .. " 2>/dev/null; echo $?")
  local text = pipe:read("*a")
  pipe:close()
  return text:match("^(.*)0\n$")
end

local function file_with(text)
  local name = os.tmpname()
  local file = assert(io.open(name, "wb"))
  file:write(text)
  file:close()
  return name
end

-- The style is let through by its hash.
local style = file_with(html.STYLE)
local hash = output("openssl dgst -sha256 -binary " .. style .. " | openssl base64")
if hash and hash ~= "" then
  equal("the hash of the style", html.STYLE_HASH, (hash:gsub("%s", "")))
else
  print("skipped: the hash of the style: there is no openssl")
end
os.remove(style)

-- In a browser.  One Lua is enough: the page is the same in all.
local function browser()
  for _, name in ipairs({ "chromium", "chromium-browser", "google-chrome" }) do
    if output("command -v " .. name) then return name end
  end
end
local chromium = support.ABI == "lua5.4" and browser()
if chromium then
  local folder = os.tmpname()
  os.remove(folder)
  local file = file_with(hostile_page)
  -- chromium takes a file for a page only by its name.
  os.rename(file, file .. ".html")
  local dom = output(("env -u LD_PRELOAD timeout 60 %s --headless --no-sandbox --disable-gpu"
    .. " --no-first-run --disable-background-networking --disable-component-update --disable-sync"
    .. " --user-data-dir=%s --dump-dom file://%s.html"):format(chromium, folder, file))
  os.remove(file .. ".html")
  os.execute("rm -rf " .. folder)
  if dom and dom ~= "" then
    check("browser: no script ran", not dom:find("<title>ran", 1, true))
    equal("browser: the title", unescape(dom:match("<title>(.-)</title>")),
      "dir/a\226\144\138=b|<c>.txt")
    equal("browser: the text", (story(dom):gsub("\194\160", " ")), visible.text(hostile.TEXT))
    check("browser: no element of the article", not dom:find("<img", 1, true)
      and not dom:find("<svg", 1, true) and not dom:find("<script", 1, true))
  else
    print("skipped: the page in a browser: " .. chromium .. " does not start")
  end
elseif support.ABI == "lua5.4" then
  print("skipped: the page in a browser: there is no chromium")
end

support.finish()
