--- What a language server keeps: the texts that its client has open, and how it talks to it.
local buffers = require("whowhen.buffer")
local command = require("whowhen.command")
local notes = require("whowhen.lsp.notes")
local texts = require("whowhen.lsp.text")
local wire = require("whowhen.lsp.wire")

local WARNING, INFO = 2, 3 -- Kinds of messages to the user.

---@class whowhen.Lsp
---@field desk whowhen.Desk
---@field defaults whowhen.Config What the command line says.
---@field opened table<string, whowhen.LspOpen>
---@field out file*
---@field state "new"|"ready"|"down"
---@field encoding string
---@field pulls boolean Whether the client asks for diagnostics.
---@field asked integer How many requests were made of the client.
local Server = {}
Server.__index = Server

function Server:notify(method, params)
  wire.write(self.out, { method = method, params = params })
end

function Server:say(message, kind)
  self:notify("window/showMessage", { type = kind or WARNING, message = message })
end

--- The desk of a configuration: what the client says goes before the command line.
function Server:configure(options)
  local config = {}
  for name, value in pairs(self.defaults) do config[name] = value end
  for name, value in pairs(type(options) == "table" and options or {}) do
    -- Which texts are marked is the client's choice, which opens them.
    if name ~= "filetypes" then config[name] = value end
  end
  self.desk = command.desk(config, function(message) self:say(message) end)
end

-- In a text larger than this, findings are told when it is opened and saved only.
local LARGE = 2 ^ 20

--- Tells what a copy editor would query, to a client that does not ask.
---@param open whowhen.LspOpen
---@param is_typing? boolean
function Server:publish(open, is_typing)
  if self.pulls then return end
  if is_typing and open.text and open.buffer.document:len() > LARGE then return end
  local list = open.buffer.document and notes.diagnostics(open) or wire.list({})
  self:notify("textDocument/publishDiagnostics",
    { uri = open.uri, version = open.version, diagnostics = list })
end

--- Takes the whole of a text.
function Server:take(open, text)
  if not self.desk then self:configure(self.options) end
  open.buffer:sync(buffers.source(text))
  local document = open.buffer.document
  open.text = document and texts.new(document, self.encoding) or nil
  open.tokens = nil
  if not document then self:say("whowhen: nothing is marked: " .. open.buffer.why, INFO) end
end

--- Does what may take all documents away, as other options and other rules do, and hands the texts
--- over again.
---@generic T
---@param work fun(): T
---@return T
function Server:renew(work)
  local kept = {}
  for uri, open in pairs(self.opened) do
    kept[uri] = open.text and open.buffer.document:text()
  end
  local result = work()
  for uri, open in pairs(self.opened) do
    open.buffer = self.desk:buffer(uri, open.buffer.filetype)
    open.buffer.wanted = true
    if kept[uri] and not open.buffer.document then
      self:take(open, kept[uri])
      self:publish(open)
    end
  end
  return result
end

---@param defaults whowhen.Config
---@param out file*
---@return whowhen.Lsp
function Server.new(defaults, out)
  return setmetatable({ opened = {}, out = out, state = "new", asked = 0, defaults = defaults,
    encoding = "utf-16" }, Server)
end

return Server
