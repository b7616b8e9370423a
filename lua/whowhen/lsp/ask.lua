--- What a client asks about a text: what is known here, who is in it, what is the same, which names
--- there are, and where its articles lie.
local buffers = require("whowhen.buffer")
local describe = require("whowhen.describe")
local wire = require("whowhen.lsp.wire")

local M = {}

-- Numbers of the protocol.
local FILE, CLASS, NAMESPACE, VARIABLE = 1, 5, 3, 13
local SYMBOLS = { person = VARIABLE, org = CLASS, place = NAMESPACE }
local TEXT_HIGHLIGHT, REFERENCE = 1, 18
local SHOWN = "person,org,place"

---@class whowhen.LspOpen A text that the client has open.
---@field uri string
---@field buffer whowhen.Buffer
---@field text whowhen.LspText
---@field version? integer

--- What is known of the mention at a position.
---@param open whowhen.LspOpen
---@param pos integer
function M.hover(open, pos)
  local m = open.buffer:at(pos)
  if not m then return wire.null end
  return {
    contents = { kind = "plaintext", value = table.concat(describe.info(open.buffer, m), "\n") },
    range = open.text:range(m.first, m.last),
  }
end

--- The mentions in the article of what is at a position, by the same name or value.
---@param open whowhen.LspOpen
---@param pos integer
---@return whowhen.Mention[]
function M.same(open, pos)
  local list, m = {}, open.buffer:at(pos)
  local identity = m and buffers.identity(m)
  if not identity then return m and { m } or list end
  local article = open.buffer.document:article(m.article)
  for other in open.buffer:mentions(article.first, article.last) do
    if buffers.identity(other) == identity then table.insert(list, other) end
  end
  return list
end

function M.highlights(open, pos)
  local list = wire.list({})
  for _, m in ipairs(M.same(open, pos)) do
    table.insert(list, { range = open.text:range(m.first, m.last), kind = TEXT_HIGHLIGHT })
  end
  return list
end

function M.locations(open, pos)
  local list = wire.list({})
  for _, m in ipairs(M.same(open, pos)) do
    table.insert(list, { uri = open.uri, range = open.text:range(m.first, m.last) })
  end
  return list
end

--- What an article is called: its first line.
local function article_name(document, article)
  local stop = math.min(article.last, article.first + 200)
  local line = describe.plain(document:text(article.first, stop):match("[^\r\n]*"))
  return line ~= "" and line:sub(1, 80):gsub("[\192-\255][\128-\191]*$", "") or "article"
end

local function mentions(n)
  return ("%d mention%s"):format(n, n == 1 and "" or "s")
end

local function symbol(open, who)
  local range = open.text:range(who.first, who.last)
  return {
    name = describe.plain(who.name),
    detail = ("%s, %s"):format(who.kind, mentions(who.mentions)),
    kind = SYMBOLS[who.kind] or VARIABLE,
    range = range,
    selectionRange = range,
  }
end

--- The articles of a text, with who is in them.
---@param open whowhen.LspOpen
---@param is_flat boolean Whether the client knows no tree.
function M.symbols(open, is_flat)
  local list, document = wire.list({}), open.buffer.document
  for _, article in ipairs(document:articles()) do
    local children = wire.list({})
    for _, who in ipairs(document:cast(article, SHOWN)) do
      table.insert(children, symbol(open, who))
    end
    local name = article_name(document, article)
    if is_flat then
      for _, each in ipairs(children) do
        table.insert(list, { name = each.name, kind = each.kind, containerName = name,
          location = { uri = open.uri, range = each.range } })
      end
    else
      local stop = math.min(article.first + 1, article.last)
      table.insert(list, {
        name = name,
        detail = article.date or "no date",
        kind = FILE,
        range = open.text:range(article.first, article.last),
        selectionRange = open.text:range(article.first, math.max(stop, article.first - 1)),
        children = children,
      })
    end
  end
  return list
end

--- Those of all open texts whose names hold a text.
---@param opened table<string, whowhen.LspOpen>
---@param query string
function M.workspace_symbols(opened, query)
  local list, wanted = wire.list({}), query:lower()
  for _, open in pairs(opened) do
    if open.text then
      for _, each in ipairs(M.symbols(open, true)) do
        if each.name:lower():find(wanted, 1, true) then table.insert(list, each) end
      end
    end
  end
  return list
end

--- The names in the article at a position, to complete what is typed before it.
function M.completion(open, pos)
  local list, seen, document = wire.list({}), {}, open.buffer.document
  local line = open.text:line(pos)
  local before = document:text(open.text.starts[line], pos - 1)
  local word = before:match("[%w'’\128-\255-]*$")
  local range = open.text:range(pos - #word, pos - 1)
  local article = document:article_at(math.min(pos, document:len() + 1))
  for _, who in ipairs(document:cast(article, SHOWN)) do
    local name = describe.plain(who.name)
    -- What is being typed is a name itself, as far as it goes.
    local is_typed = who.first == pos - #word and who.mentions == 1
    if not seen[name] and not is_typed then
      seen[name] = true
      table.insert(list, {
        label = name,
        kind = REFERENCE,
        detail = ("%s, %s"):format(who.kind, mentions(who.mentions)),
        filterText = name,
        textEdit = { range = range, newText = name },
      })
    end
  end
  return { isIncomplete = false, items = list }
end

--- A fold an article.
function M.folds(open)
  local list, text = wire.list({}), open.text
  for _, article in ipairs(open.buffer.document:articles()) do
    local from, to = text:line(article.first), text:line(math.max(article.first, article.last))
    if to > from then
      table.insert(list, { startLine = from - 1, endLine = to - 1, kind = "region" })
    end
  end
  return list
end

return M
