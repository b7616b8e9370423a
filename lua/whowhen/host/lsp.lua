--- The language server, `whowhen --lsp`: a host like any other, which speaks the Language Server
--- Protocol (3.17) on standard input and output.
---
--- Requests are answered one after the other, each at once: what a client cancels is answered all
--- the same, as the protocol allows.
local methods = require("whowhen.lsp.methods")
local servers = require("whowhen.lsp.server")
local wire = require("whowhen.lsp.wire")

local M = {}

-- The error codes of JSON-RPC and of the protocol.
local PARSE, INVALID, NO_METHOD, INTERNAL, NOT_READY = -32700, -32600, -32601, -32603, -32002

--- Runs a method; nil and the error when it fails.
local function run(self, message)
  local method = methods[message.method]
  if self.state == "new" and message.method ~= "initialize" then
    return nil, { code = NOT_READY, message = "not initialized" }
  elseif self.state == "down" then
    return nil, { code = INVALID, message = "shut down" }
  elseif not method then
    return nil, { code = NO_METHOD, message = "no such method: " .. message.method }
  end
  local params = type(message.params) == "table" and message.params or {}
  local ok, result = pcall(method, self, params)
  if ok then return result == nil and wire.null or result end
  if type(result) == "table" then return nil, result end
  return nil, { code = INTERNAL, message = self.desk and self.desk.words(result)
    or tostring(result) }
end

--- Answers a message; true when the server is to end.
local function handle(self, text)
  local ok, message = pcall(wire.decode, text)
  if not ok then
    return wire.write(self.out, { id = wire.null,
      error = { code = PARSE, message = "no JSON" } })
  end
  -- The client's answer to what we asked of it.
  local is_answer = type(message) == "table" and message.method == nil and message.id ~= nil
    and (message.result ~= nil or message.error ~= nil)
  if is_answer then return end
  if type(message) ~= "table" or type(message.method) ~= "string" then
    local id = type(message) == "table" and message.id or wire.null
    return wire.write(self.out, { id = id, error = { code = INVALID, message = "no request" } })
  end
  if message.method == "exit" then return true end
  local result, fault = run(self, message)
  if message.id == nil then
    -- Nobody waits for the fault of a notification; one of ours, as a missing module, is said.
    if fault and fault.code == INTERNAL then self:say("whowhen: " .. fault.message) end
    return
  end
  wire.write(self.out, { id = message.id, result = result, error = fault })
end

--- Serves until the client says exit or goes away; the status to end with.
---@param defaults whowhen.Config What the command line says.
---@param input? file*
---@param output? file*
---@return integer status
---@return string? message
function M.serve(defaults, input, output)
  local cjson, message = wire.load()
  if not cjson then return 2, message end
  input, output = input or io.stdin, output or io.stdout
  output:setvbuf("full")
  local self = servers.new(defaults, output)
  while true do
    local text, trouble = wire.read(input)
    if trouble then return 2, trouble end
    if not text then return 1, "the client went away" end
    if handle(self, text) then return self.state == "down" and 0 or 1 end
  end
end

return M
