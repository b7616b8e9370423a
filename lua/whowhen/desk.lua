--- What a host works at: its configuration, its buffers, the module, and the switch that turns all
--- off when something fails.
local buffers = require("whowhen.buffer")
local configuration = require("whowhen.config")

---@class whowhen.Desk What a host works at: its configuration, its buffers and the error switch.
---@field config whowhen.Config
---@field say fun(message: string) The host's message line.
---@field broken? string What failed: everything is off.
---@field buffers table<any, whowhen.Buffer> By the host's own handles.
---@field rule_set? whowhen.RuleSet
local Desk = {}
Desk.__index = Desk

local ABIS = { ["Lua 5.1"] = "luajit", ["Lua 5.3"] = "lua5.3", ["Lua 5.4"] = "lua5.4" }

--- Lets the module be found that belongs to this file: in a source tree that was built, or where
--- `make install` put it, below whatever PREFIX.
local function find_module()
  local here = debug.getinfo(1, "S").source:match("^@(.*)[/\\]whowhen[/\\]desk%.lua$") or ""
  local root, abi = here:match("^(.*)[/\\]lua$"), ABIS[_VERSION]
  local prefix = here:match("^(.*)[/\\]share[/\\]lua[/\\]5%.%d$")
  local folder = root and abi and ("%s/build/%s"):format(root, abi)
    or prefix and ("%s/lib/lua/%s"):format(prefix, _VERSION:match("[%d.]+$"))
  if not folder or package.cpath:find(folder, 1, true) then return end
  package.cpath = folder .. "/?.so;" .. package.cpath
end

--- The first line of a fault, without where it was raised; what follows is a search path.
local function first_line(fault)
  local message = tostring(fault):gsub("\n.*", ""):gsub("^[^%s:]*%.lua:%d+: ", "")
  return (message:gsub("^whowhen: ", ""):gsub("%c", "?"))
end

---@param options? whowhen.Config
---@param say fun(message: string)
---@return whowhen.Desk
function Desk.new(options, say)
  local config, message = configuration.merge(options)
  local desk = setmetatable({
    config = config or configuration.merge(),
    say = say,
    buffers = {},
  }, Desk)
  if not config then say("whowhen: " .. message) end
  return desk
end

--- Switches everything off after a fault, and says so once.
function Desk:fail(fault)
  if self.broken then return end
  self.broken = first_line(fault)
  for handle in pairs(self.buffers) do self:forget(handle) end
  pcall(self.say, "whowhen is off: " .. self.broken)
end

local function returned(desk, ok, ...)
  if ok then return ... end
  desk:fail((...))
end

--- Makes a callback that cannot fail: a fault turns whowhen off, and the host goes on.  When it is
--- off, only what the user asks for is called.
---@generic F: function
---@param callback F
---@param asked? boolean
---@return F
function Desk:protect(callback, asked)
  return function(...)
    if self.broken and not asked then return nil end
    return returned(self, pcall(callback, ...))
  end
end

--- The module, loaded when it is first needed: a missing one is a fault like any other.
function Desk:module()
  if not self.whowhen then
    find_module()
    self.whowhen = require("whowhen")
  end
  return self.whowhen
end

local function exists(path)
  local file = io.open(path)
  if file then file:close() end
  return file ~= nil
end

--- The user's own rules, where they are by default.
local function default_rules()
  local folder = os.getenv("XDG_CONFIG_HOME") or (os.getenv("HOME") or "") .. "/.config"
  local path = folder .. "/whowhen/rules.lua"
  return exists(path) and path or nil
end

local function load_rules(desk)
  local function say(message) desk.say("whowhen: " .. message:gsub("\n.*", "")) end
  local files = desk.config.rules or default_rules()
  return require("whowhen.rules").load(files or {}, { report = say })
end

--- The user's rules, or nil when there are none.  What is wrong with them is said once.
---@return whowhen.RuleSet?
function Desk:rules()
  if not self.rule_set then
    local messages
    self.rule_set, messages = load_rules(self)
    if messages[1] then self.say("whowhen: " .. messages[1]:gsub("\n.*", "")) end
  end
  return self.rule_set.rules[1] and self.rule_set or nil
end

--- Reads the user's rules again where their files changed; the last good ones stay in force where
--- a file is broken.  Returns whether there are other rules now, and the first trouble.
---@return boolean changed
---@return string? trouble
function Desk:reload()
  local before = self.rule_set
  local changed, messages
  if before and before.files[1] then
    changed, messages = before:reload()
  else
    self.rule_set, messages = load_rules(self)
    changed = self.rule_set.rules[1] ~= nil
  end
  return changed, messages[1] and messages[1]:gsub("\n.*", "") or nil
end

--- The buffer of a host's handle; it is made, without a document, at the first call.
---@param handle any
---@param filetype? string
---@return whowhen.Buffer
function Desk:buffer(handle, filetype)
  local buffer = self.buffers[handle]
  if not buffer then
    buffer = buffers.new(self, filetype or "text")
    self.buffers[handle] = buffer
  end
  if filetype then buffer.filetype = filetype end
  return buffer
end

--- Forgets a buffer and frees its document.
---@param handle any
function Desk:forget(handle)
  local buffer = self.buffers[handle]
  self.buffers[handle] = nil
  if buffer then buffer:drop() end
end

return Desk
