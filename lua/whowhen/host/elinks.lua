--- elinks hook: marks the pages that are read.
---
---     dofile("/path/to/lua/whowhen/host/elinks.lua")          -- in ~/.elinks/hooks.lua
---     set document.colors.use_document_colors = 2             -- in ~/.elinks/elinks.conf
---
--- From 0.18 on elinks reads ~/.config/elinks instead of ~/.elinks.
local here = debug.getinfo(1, "S").source:match("^@(.*)[/\\]whowhen[/\\]host[/\\]elinks%.lua$")
if here then package.path = ("%s/?.lua;%s/?/init.lua;%s"):format(here, here, package.path) end

local buffers = require("whowhen.buffer")
local command = require("whowhen.command")
local looks = require("whowhen.looks")

-- Before and after a mark, by its sign; the points of the calendar have a colour too.
local SIGNS = {
  underline = { "<u>", "</u>" }, bold = { "<b>", "</b>" }, italic = { "<i>", "</i>" },
  ["bold-italic"] = { "<b><i>", "</i></b>" },
}
local DATE = { '<u><font color="purple">', "</font></u>" }
-- Tags that end no sentence; all others do.
local INLINE = {}
for tag in ("a abbr b big cite code em font i mark q s small span strong u"):gmatch("%w+") do
  INLINE[tag] = true
end

-- There is nobody to talk to: what fails leaves the page as it is.
local desk = command.desk(rawget(_G, "whowhen_options"), function() end)

local function blank(part)
  local name = part:match("^</?(%w+)")
  if name and not INLINE[name:lower()] and #part > 2 then return "\n\n" .. (" "):rep(#part - 2) end
  return (" "):rep(#part)
end

--- The page as text of the same length: what is markup is blank.
local function text_of(html)
  local lower = html:lower()
  local pieces, pos = {}, 1
  local function blank_up_to(stop)
    table.insert(pieces, blank(html:sub(pos, stop)))
    pos = stop + 1
  end
  while pos <= #html do
    local from = html:find("[<&]", pos)
    if not from then break end
    table.insert(pieces, html:sub(pos, from - 1))
    pos = from
    local hidden = lower:match("^<(script)[%s>]", pos) or lower:match("^<(style)[%s>]", pos)
      or lower:match("^<(title)[%s>]", pos)
    local _, stop
    if hidden then
      _, stop = lower:find("</" .. hidden .. "%s*>", pos)
    elseif html:find("^<!%-%-", pos) then
      _, stop = html:find("-->", pos, true)
    elseif html:find("^<[%a/!?]", pos) then
      _, stop = html:find(">", pos, true)
    else
      _, stop = html:find("^&#?%w+;", pos)
      stop = stop or pos
    end
    blank_up_to(stop or #html)
  end
  table.insert(pieces, html:sub(pos))
  return table.concat(pieces)
end

--- Marks html[first..last], piece by piece around the markup that is in it.
local function mark(html, first, last, marks)
  local out = {}
  local pos = first
  while pos <= last do
    local tag = html:find("<", pos, true)
    local stop = tag and tag <= last and tag - 1 or last
    if stop >= pos then table.insert(out, marks[1] .. html:sub(pos, stop) .. marks[2]) end
    pos = stop + 1
    if tag and tag <= last then
      local close = html:find(">", tag, true) or last
      table.insert(out, html:sub(tag, close))
      pos = close + 1
    end
  end
  return table.concat(out)
end

local before = pre_format_html_hook

function pre_format_html_hook(url, html)
  if before then html = before(url, html) or html end
  return desk:protect(function()
    local buffer = desk:buffer("page")
    if not buffer:sync(buffers.source(text_of(html))) then return html end
    local out, pos = {}, 1
    local spans = buffer:spans(1, #html)
    for i = 1, #spans, 3 do
      local look = looks.of(buffer:kind_name(spans[i + 2]))
      local marks = look.role == "date" and DATE or SIGNS[look.sign]
      table.insert(out, html:sub(pos, spans[i] - 1))
      table.insert(out, mark(html, spans[i], spans[i + 1], marks))
      pos = spans[i + 1] + 1
    end
    table.insert(out, html:sub(pos))
    buffer:drop()
    return table.concat(out)
  end)() or html
end
