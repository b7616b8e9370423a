--- Runs Lua that somebody else wrote: without the system, and with an end.
---
--- What runs here sees the basic functions that compute, and string, table and math; nothing that
--- reads, writes, loads or looks behind the scenes.  budget.lua says how long it may run and how
--- much memory it may take, library.lua what its functions are, source.lua how they come by "..".
local budget = require("whowhen.rule.budget")
local library = require("whowhen.rule.library")
local sources = require("whowhen.rule.source")

local M = { LIMITS = budget.LIMITS, ask = budget.ask }

-- How much of a message is shown: the rule wrote it.
local LONGEST_MESSAGE = 300

---@class whowhen.Sandbox
local Sandbox = {}
Sandbox.__index = Sandbox

local function message_of(fault)
  return tostring(fault):sub(1, LONGEST_MESSAGE)
end

--- Calls a function that came out of load(), under limits; returns as pcall does, but no more than
--- four results.
---@param fn function
---@return boolean ok
---@return any ...
function Sandbox:call(fn, ...)
  local results = budget.run(self.strings, false, fn, ...)
  if not results[1] then return false, message_of(results[2]) end
  return true, results[2], results[3], results[4], results[5]
end

--- Turns the text of a Lua file into a function, in Lua 5.1 and later.
local function compile(source, name, environment)
  if source:sub(1, 1) == "\27" then return nil, "this is compiled Lua: rules are read as text" end
  local prepared, message = sources.prepare(source)
  if not prepared then return nil, message end
  local setfenv, jit = rawget(_G, "setfenv"), rawget(_G, "jit")
  if not setfenv then return load(prepared, "@" .. name, "t", environment) end
  local chunk
  chunk, message = rawget(_G, "loadstring")(prepared, "@" .. name)
  if not chunk then return nil, message end
  setfenv(chunk, environment)
  -- Compiled code does not count its steps.
  if jit then jit.off(chunk, true) end
  return chunk
end

--- Runs the text of a Lua file; nil and a message when it fails.
---@param source string
---@param name string What its messages begin with.
---@return any result
---@return string? message
function Sandbox:load(source, name)
  local chunk, message = compile(source, name, self.environment)
  if not chunk then return nil, message end
  local results = budget.run(self.strings, true, chunk)
  if not results[1] then return nil, message_of(results[2]) end
  return results[2]
end

--- Makes a sandbox.  What is loaded in one shares nothing with what is loaded in others.
---@return whowhen.Sandbox
function M.new()
  local environment, strings = library.new()
  setmetatable(environment, {
    __index = function(_, name)
      error(('"%s" is unknown here: rules have no access to it'):format(tostring(name)), 2)
    end,
    __newindex = function(_, name)
      error(('"%s" would be global: write local before it'):format(tostring(name)), 2)
    end,
  })
  return setmetatable({ environment = environment, strings = strings }, Sandbox)
end

return M
