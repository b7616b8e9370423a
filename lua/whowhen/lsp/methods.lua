--- The methods of the language server: requests answer with their result, notifications with
--- nothing.
local ask = require("whowhen.lsp.ask")
local command = require("whowhen.command")
local notes = require("whowhen.lsp.notes")
local tokens = require("whowhen.lsp.tokens")
local wire = require("whowhen.lsp.wire")

-- The error codes of JSON-RPC that a method may refuse by.
local INVALID, BAD_PARAMS = -32600, -32602

--- A fault that is the client's, with its code.
local function refuse(code, message)
  error({ code = code, message = message }, 0)
end

--- The text that parameters are about, and whether it is marked.
local function opened(self, params)
  local uri = type(params.textDocument) == "table" and params.textDocument.uri
  local open = type(uri) == "string" and self.opened[uri]
  if not open then refuse(BAD_PARAMS, "no such text is open: " .. tostring(uri)) end
  return open, open.buffer.document ~= nil
end

local function is_count(value)
  return type(value) == "number" and value >= 0 and value % 1 == 0
end

local function is_position(value)
  return type(value) == "table" and is_count(value.line) and is_count(value.character)
end

--- The byte at the position of parameters.
local function byte_of(open, position)
  if not is_position(position) then refuse(BAD_PARAMS, "no position") end
  return open.text:byte(position)
end

--- The first and the last byte of a range.
local function bytes_of(open, range)
  if type(range) ~= "table" then refuse(BAD_PARAMS, "no range") end
  local first, stop = byte_of(open, range.start), byte_of(open, range["end"])
  return math.min(first, stop), math.max(first, stop) - 1
end

local METHODS = {}

-- The encodings that we know, the best first.
local ENCODINGS = { "utf-8", "utf-16", "utf-32" }

--- A part of what a client can do, or nil.
local function capability(params, ...)
  local value = params.capabilities
  for _, name in ipairs({ ... }) do
    if type(value) ~= "table" then return nil end
    value = value[name]
  end
  return value ~= wire.null and value or nil
end

local function encoding_of(params)
  local offered = capability(params, "general", "positionEncodings")
  for _, encoding in ipairs(ENCODINGS) do
    for _, known in ipairs(type(offered) == "table" and offered or {}) do
      if known == encoding then return encoding end
    end
  end
  return "utf-16"
end

local function commands()
  local list = {}
  for i, name in ipairs(command.NAMES) do list[i] = "whowhen." .. name end
  return list
end

function METHODS.initialize(self, params)
  if self.state ~= "new" then refuse(INVALID, "initialized already") end
  self.state = "ready"
  self.encoding = encoding_of(params)
  self.pulls = capability(params, "textDocument", "diagnostic") ~= nil
  self.is_flat = not capability(params, "textDocument", "documentSymbol",
    "hierarchicalDocumentSymbolSupport")
  self.options = params.initializationOptions
  return {
    serverInfo = { name = "whowhen", version = require("whowhen").version },
    capabilities = {
      positionEncoding = self.encoding,
      textDocumentSync = { openClose = true, change = 2, save = true },
      hoverProvider = true,
      definitionProvider = true,
      referencesProvider = true,
      documentHighlightProvider = true,
      documentSymbolProvider = true,
      workspaceSymbolProvider = true,
      foldingRangeProvider = true,
      completionProvider = { resolveProvider = false },
      codeActionProvider = { codeActionKinds = { "quickfix", "refactor.rewrite" } },
      semanticTokensProvider = { legend = tokens.LEGEND, range = true, full = { delta = true } },
      diagnosticProvider = self.pulls and {
        interFileDependencies = false, workspaceDiagnostics = false,
      } or nil,
      executeCommandProvider = { commands = commands() },
    },
  }
end

function METHODS.initialized(self)
  self:configure(self.options)
end

function METHODS.shutdown(self)
  self.state = "down"
  return wire.null
end

METHODS["textDocument/didOpen"] = function(self, params)
  local item = params.textDocument
  if type(item) ~= "table" or type(item.uri) ~= "string" or type(item.text) ~= "string" then
    refuse(BAD_PARAMS, "no text")
  end
  if not self.desk then self:configure(self.options) end
  local filetype = item.languageId == "markdown" and "markdown" or "text"
  local buffer = self.desk:buffer(item.uri, filetype)
  buffer.wanted = true
  local open = { uri = item.uri, buffer = buffer, version = item.version }
  self.opened[item.uri] = open
  self:take(open, item.text)
  self:publish(open)
end

--- Makes one change that the client tells of.
local function change(self, open, event)
  if type(event) ~= "table" or type(event.text) ~= "string" then
    refuse(BAD_PARAMS, "no change")
  end
  if event.range == nil then return self:take(open, event.text) end
  -- A text that is left alone is followed no further; it may be handed over as a whole.
  if not open.text then return end
  local first, last = bytes_of(open, event.range)
  open.buffer:edit(first, last, event.text)
  open.text:follow(first, last - first + 1, event.text)
end

METHODS["textDocument/didChange"] = function(self, params)
  local open = opened(self, params)
  open.version = params.textDocument.version
  for _, event in ipairs(params.contentChanges or {}) do change(self, open, event) end
  self:publish(open, true)
end

METHODS["textDocument/didClose"] = function(self, params)
  local open = opened(self, params)
  self.opened[open.uri] = nil
  self.desk:forget(open.uri)
  if not self.pulls then
    self:notify("textDocument/publishDiagnostics", { uri = open.uri, diagnostics = wire.list({}) })
  end
end

METHODS["textDocument/didSave"] = function(self, params)
  self:publish((opened(self, params)))
end

METHODS["$/cancelRequest"] = function() end
METHODS["$/setTrace"] = function() end

--- Other options: every text is read again.
METHODS["workspace/didChangeConfiguration"] = function(self, params)
  local settings = type(params.settings) == "table" and params.settings.whowhen
  if type(settings) ~= "table" then return end
  self:renew(function()
    for _, open in pairs(self.opened) do open.buffer:drop() end
    self:configure(settings)
  end)
end

--- Makes the method that asks about a position of a text; `empty` is the answer where nothing is
--- marked.
local function at_position(answer, empty)
  return function(self, params)
    local open, is_marked = opened(self, params)
    if not is_marked then return empty() end
    return answer(open, byte_of(open, params.position))
  end
end

local function null() return wire.null end
local function none() return wire.list({}) end

METHODS["textDocument/hover"] = at_position(ask.hover, null)
METHODS["textDocument/documentHighlight"] = at_position(ask.highlights, none)
METHODS["textDocument/references"] = at_position(ask.locations, none)
METHODS["textDocument/completion"] = at_position(ask.completion, none)
METHODS["textDocument/definition"] = at_position(function(open, pos)
  return ask.locations(open, pos)[1] or wire.null
end, null)

--- Makes the method that asks about the whole of a text.
local function of_text(answer, empty)
  return function(self, params)
    local open, is_marked = opened(self, params)
    return is_marked and answer(open, self, params) or empty()
  end
end

METHODS["textDocument/documentSymbol"] = of_text(function(open, self)
  return ask.symbols(open, self.is_flat)
end, none)
METHODS["textDocument/foldingRange"] = of_text(ask.folds, none)
METHODS["textDocument/codeAction"] = of_text(function(open, _, params)
  return notes.actions(open, bytes_of(open, params.range))
end, none)
METHODS["workspace/symbol"] = function(self, params)
  return ask.workspace_symbols(self.opened, tostring(params.query or ""))
end

--- The name of a result that belongs to a state of a text.
local function result_id(open)
  return tostring(open.buffer.document.generation)
end

METHODS["textDocument/diagnostic"] = of_text(function(open, _, params)
  local id = result_id(open)
  if params.previousResultId == id then return { kind = "unchanged", resultId = id } end
  return { kind = "full", resultId = id, items = notes.diagnostics(open) }
end, function() return { kind = "full", items = wire.list({}) } end)

local function no_tokens() return { data = wire.list({}) } end

METHODS["textDocument/semanticTokens/full"] = of_text(function(open)
  open.tokens = tokens.encode(open.buffer, open.text)
  open.tokens_id = result_id(open)
  return { resultId = open.tokens_id, data = wire.list(open.tokens) }
end, no_tokens)
METHODS["textDocument/semanticTokens/full/delta"] = of_text(function(open, _, params)
  local before, id = open.tokens, open.tokens_id
  open.tokens, open.tokens_id = tokens.encode(open.buffer, open.text), result_id(open)
  if not before or params.previousResultId ~= id then
    return { resultId = open.tokens_id, data = wire.list(open.tokens) }
  end
  local edits = wire.list(tokens.delta(before, open.tokens))
  for _, edit in ipairs(edits) do wire.list(edit.data) end
  return { resultId = open.tokens_id, edits = edits }
end, no_tokens)
METHODS["textDocument/semanticTokens/range"] = of_text(function(open, _, params)
  local first, last = bytes_of(open, params.range)
  return { data = wire.list(tokens.encode(open.buffer, open.text, first, last)) }
end, no_tokens)

--- The answer to a command: what it lists or says; what it changes is asked of the client.
local function outcome_of(self, open, outcome)
  local answer = { message = outcome.message, title = outcome.title, lines = outcome.lines }
  if outcome.export then answer.text = outcome.export.text end
  command.fill(outcome)
  answer.list = outcome.list and wire.list({}) or nil
  for _, entry in ipairs(outcome.list or {}) do
    table.insert(answer.list, { label = entry.label, kind = entry.kind, uri = open.uri,
      range = open.text:range(entry.first, entry.last) })
  end
  if outcome.select then
    answer.uri = open.uri
    answer.range = open.text:range(outcome.select.first, outcome.select.last)
  end
  if outcome.choose then answer.choices = wire.list(outcome.choose.labels) end
  if outcome.replace then
    local edits = wire.list({})
    for _, each in ipairs(outcome.replace) do
      table.insert(edits, { range = open.text:range(each.first, each.last), newText = each.text })
    end
    self.asked = self.asked + 1
    wire.write(self.out, { id = "whowhen-" .. self.asked, method = "workspace/applyEdit",
      params = { edit = { changes = { [open.uri] = edits } } } })
  end
  return answer
end

-- What puts other rules in force, for which every text is read again.
local NEW_RULES = { ignore = true, reload = true }

METHODS["workspace/executeCommand"] = function(self, params)
  local name = tostring(params.command):match("^whowhen%.(%a+)$")
  local arguments = type(params.arguments) == "table" and params.arguments or {}
  local where = type(arguments[1]) == "table" and arguments[1] or {}
  local open = opened(self, { textDocument = where.textDocument or where })
  local words = { name or "" }
  for i = 2, #arguments do table.insert(words, tostring(arguments[i])) end
  local pos = open.text and is_position(where.position) and open.text:byte(where.position) or 1
  local function execute()
    return command.run(self.desk, open.uri, open.buffer.filetype, function() end, pos,
      table.concat(words, " "))
  end
  return outcome_of(self, open, NEW_RULES[name] and self:renew(execute) or execute())
end

return METHODS
