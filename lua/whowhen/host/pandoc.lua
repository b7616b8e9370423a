--- pandoc filter: puts each mention into a Span with the classes "whowhen" and its kind, and with
--- its value or its entity as data.
---
---     pandoc -L /path/to/lua/whowhen/host/pandoc.lua article.md -o article.html
---
--- The date of the document's metadata, when it is written as 2024-07-14, is the reference date.
local here = PANDOC_SCRIPT_FILE:match("^(.*)[/\\]whowhen[/\\]host[/\\]pandoc%.lua$")
if here then package.path = ("%s/?.lua;%s/?/init.lua;%s"):format(here, here, package.path) end

local buffers = require("whowhen.buffer")
local command = require("whowhen.command")

local SPACES = { Space = " ", SoftBreak = "\n", LineBreak = "\n" }
local TEXTS = { Para = true, Plain = true, Header = true }

--- Calls `fn` with every inline that is text, and with a placeholder for any other, in order.
local function each_inline(list, fn)
  for _, inline in ipairs(list) do
    if inline.tag == "Str" then
      fn(inline.text)
    elseif SPACES[inline.tag] then
      fn(SPACES[inline.tag])
    elseif type(inline.content) == "table" and inline.tag ~= "Note" then
      each_inline(inline.content, fn)
    else
      fn(" ")
    end
  end
end

--- Walks over the blocks that hold text, in order.
local function each_text(document, fn)
  local filter = {}
  for tag in pairs(TEXTS) do filter[tag] = fn end
  return pandoc.walk_block(pandoc.Div(document.blocks), filter).content
end

local function text_of(document)
  local pieces = {}
  each_text(document, function(block)
    each_inline(block.content, function(text) table.insert(pieces, text) end)
    table.insert(pieces, "\n\n")
  end)
  return table.concat(pieces)
end

local function span_of(mention, content)
  local attributes = {
    ["data-value"] = mention.value,
    ["data-entity"] = mention.entity and mention.entity.name,
  }
  return pandoc.Span(content, pandoc.Attr("", { "whowhen", mention.kind }, attributes))
end

--- Collects inlines, those of one mention in a Span.
local function collector()
  local out, group, mention = pandoc.List(), nil, nil
  local self = {}
  function self.flush()
    if group then out:insert(span_of(mention, group)) end
    group, mention = nil, nil
  end
  function self.add(inline, of)
    if of ~= mention then self.flush() end
    if not of then
      out:insert(inline)
    else
      group, mention = group or pandoc.List(), of
      group:insert(inline)
    end
  end
  function self.result()
    self.flush()
    return out
  end
  return self
end

--- Makes the function that rewrites a list of inlines, given how to find what covers a position;
--- the lists have to come in the order in which the text was collected.
local function rewriter(at)
  local pos = 1
  local rewrite
  local function add_text(out, inline, text)
    local from = 1
    while from <= #text do
      local mention, upto = at(pos + from - 1)
      upto = math.min(#text, upto - pos + 1)
      local whole = from == 1 and upto == #text
      out.add(whole and inline or pandoc.Str(text:sub(from, upto)), mention)
      from = upto + 1
    end
    pos = pos + #text
  end
  function rewrite(list)
    local out = collector()
    for _, inline in ipairs(list) do
      local text = inline.tag == "Str" and inline.text or SPACES[inline.tag]
      if text then
        add_text(out, inline, text)
      elseif type(inline.content) == "table" and inline.tag ~= "Note" then
        inline.content = rewrite(inline.content)
        out.add(inline)
      else
        pos = pos + 1
        out.add(inline)
      end
    end
    return out.result()
  end
  return function(block)
    block.content = rewrite(block.content)
    pos = pos + 2
    return block
  end
end

--- The function that finds what covers a position: a mention, or nil; and up to where.
local function finder(document)
  local list = {}
  for m in document:mentions(nil, nil, "shown") do table.insert(list, m) end
  local i = 1
  return function(pos)
    while list[i] and list[i].last < pos do i = i + 1 end
    local m = list[i]
    if not m then return nil, math.huge end
    if m.first <= pos then return m, m.last end
    return nil, m.first - 1
  end
end

function Pandoc(document)
  local meta = document.meta.date and pandoc.utils.stringify(document.meta.date)
  local date = meta and meta:match("^%d%d%d%d%-%d%d%-%d%d$")
  local desk = command.desk({ date = date }, function(message)
    io.stderr:write(message, "\n")
  end)
  local buffer = desk:buffer("document")
  -- Whatever fails leaves the document as it is.
  return desk:protect(function()
    if not buffer:sync(buffers.source(text_of(document))) then return nil end
    local blocks = each_text(document, rewriter(finder(buffer.document)))
    return pandoc.Pandoc(blocks, document.meta)
  end)()
end
