--- Feeds (RSS and Atom) as text: each item an article by its date, its title and what it says,
--- without tags.
local M = {}

-- A feed that is longer is no feed.
local LONGEST = 64 * 2 ^ 20

--- Whether a text begins as a feed does.
---@param text string
---@return boolean
function M.is_feed(text)
  local head = text:sub(1, 2048):lower():gsub("<[?!].->", "")
  local root = head:match("^%s*<([%a:]+)>") or head:match("^%s*<([%a:]+)%s+[%w:]+%s*=")
  return root == "rss" or root == "feed" or root == "rdf:rdf"
end

local ENTITIES = {
  amp = "&", lt = "<", gt = ">", quot = '"', apos = "'", nbsp = " ", hellip = "…", mdash = "—",
  ndash = "–", lsquo = "‘", rsquo = "’", ldquo = "“", rdquo = "”", eacute = "é", egrave = "è",
  agrave = "à", aacute = "á", iacute = "í", oacute = "ó", uacute = "ú", ntilde = "ñ", uuml = "ü",
  ouml = "ö", auml = "ä", ccedil = "ç",
}

local function unescape(text)
  text = text:gsub("&#([xX]?)(%x+);", function(hex, digits)
    local code = tonumber(digits, hex == "" and 10 or 16)
    -- What is no character stays as it is written.
    if not code or code > 0x10FFFF or (code >= 0xD800 and code < 0xE000) then return nil end
    return utf8.char(code)
  end)
  return (text:gsub("&(%a+);", ENTITIES))
end

-- Tags that end no paragraph; all others do.
local INLINE = {}
local NAMES = "a abbr b big cite code em font i mark q s small span strong sub sup u"
for tag in NAMES:gmatch("%a+") do
  INLINE[tag] = true
end

--- What is said between tags, with a paragraph where a block is.
local function without_tags(html)
  html = html:gsub("<!%-%-.-%-%->", "")
  html = html:gsub("<([sS][cCtT][rRyY]%a+)[^>]*>.-</%1%s*>", "") -- script and style
  html = html:gsub("</?([%a!?][%w:]*)[^<>]*>", function(tag)
    return INLINE[tag:lower()] and "" or "\n\n"
  end)
  return unescape(html)
end

--- The content of an element as text: marked as such, or with its tags written as entities.
local function text_of(content)
  local raw = content:match("^%s*<!%[CDATA%[(.*)%]%]>%s*$")
  local text = without_tags(raw or unescape(content))
  return (text:gsub("[ \t\r]+", " "):gsub(" *\n *", "\n"):gsub("\n\n+", "\n\n")
    :gsub("^%s+", ""):gsub("%s+$", ""))
end

--- The content of the first of some elements that an item has.
local function element(item, names)
  for _, name in ipairs(names) do
    local pattern = name:gsub("%p", "%%%0")
    local content = item:match("<" .. pattern .. "[^<>]*[^/]>(.-)</" .. pattern .. "%s*>")
      or item:match("<" .. pattern .. ">(.-)</" .. pattern .. "%s*>")
    if content then return text_of(content) end
  end
end

local function one_line(text)
  return (text:gsub("%s+", " "))
end

local function article_of(item)
  local out = {}
  local title = element(item, { "title" })
  local date = element(item, { "pubDate", "published", "dc:date", "updated" })
  table.insert(out, ("Title: %s\n"):format(title and one_line(title) or "-"))
  if date then table.insert(out, ("Date: %s\n"):format(one_line(date))) end
  local said = element(item, { "content:encoded", "content", "description", "summary" })
  table.insert(out, ("\n%s\n\n"):format(said or ""))
  return table.concat(out)
end

--- Makes a function that gives a feed's items as text, one after the other.
---@param read fun(): string?
---@return fun(): string?
function M.reader(read)
  local source, pos
  local function read_all()
    local pieces, len = {}, 0
    for piece in read do
      table.insert(pieces, piece)
      len = len + #piece
      if len > LONGEST then error("the feed is too long", 0) end
    end
    return table.concat(pieces)
  end
  return function()
    if not source then source, pos = read_all(), 1 end
    local _, stop, tag = source:find("<([ie][tn][et][mr]y?)[%s>]", pos)
    while tag and tag ~= "item" and tag ~= "entry" do
      _, stop, tag = source:find("<([ie][tn][et][mr]y?)[%s>]", stop)
    end
    if not tag then return nil end
    local finish, after = source:find("</" .. tag .. "%s*>", stop)
    pos = after and after + 1 or #source + 1
    return article_of(source:sub(stop, finish and finish - 1 or #source))
  end
end

return M
