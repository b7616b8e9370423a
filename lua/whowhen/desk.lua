--- What a host works at: its configuration, its buffers, the module, and the switch that turns all
--- off when something fails.
local buffers = require("whowhen.buffer")
local configuration = require("whowhen.config")
local ignored = require("whowhen.ignored")
local kind_sets = require("whowhen.kinds")
local visible = require("whowhen.visible")

---@class whowhen.Desk What a host works at: its configuration, its buffers and the error switch.
---@field config whowhen.Config
---@field say fun(message: string) The host's message line.
---@field broken? string What failed: everything is off.
---@field buffers table<any, whowhen.Buffer> By the host's own handles.
---@field rule_set? whowhen.RuleSet
---@field ignored_last? whowhen.Ignored
---@field breathe? fun() Called between the steps of what may take long.
---@field lines? fun(handle: any): whowhen.Lines Where lines begin, if the host knows.
---@field wraps? fun(): boolean Whether a search goes on from the other end; by default it does.
local Desk = {}
Desk.__index = Desk

local ABIS = { ["Lua 5.1"] = "luajit", ["Lua 5.3"] = "lua5.3", ["Lua 5.4"] = "lua5.4" }

-- The folder that holds whowhen/, as far as Lua tells.
local HERE = debug.getinfo(1, "S").source:match("^@(.*)[/\\]whowhen[/\\]desk%.lua$") or ""

--- Lets the module be found that belongs to this file: in a source tree that was built, or where
--- `make install` put it, below whatever PREFIX.
local function find_module()
  local root, abi = HERE:match("^(.*)[/\\]lua$"), ABIS[_VERSION]
  local prefix = HERE:match("^(.*)[/\\]share[/\\]lua[/\\]5%.%d$")
  local folder = root and abi and ("%s/build/%s"):format(root, abi)
    or prefix and ("%s/lib/lua/%s"):format(prefix, _VERSION:match("[%d.]+$"))
  if not folder or package.cpath:find(folder, 1, true) then return end
  package.cpath = folder .. "/?.so;" .. package.cpath
end

--- What to do about a module that is missing or wrong.
local function remedy()
  local root = HERE:match("^(.*)[/\\]lua$")
  if not root then return "install whowhen again" end
  return "run make in " .. (root:gsub("^" .. (os.getenv("HOME") or "%."):gsub("%p", "%%%0"), "~"))
end

--- The first line of a fault, without where it was raised; what follows is a search path.
local function first_line(fault)
  local message = tostring(fault):gsub("\n.*", ""):gsub("^[^%s:]*%.lua:%d+: ", "")
  return visible.line((message:gsub("^whowhen: ", ""):gsub(":$", "")))
end

---@param options? whowhen.Config
---@param say fun(message: string)
---@return whowhen.Desk
function Desk.new(options, say)
  local config, message = configuration.merge(options)
  local desk = setmetatable({ config = config, say = say, buffers = {} }, Desk)
  -- Kinds and findings are known to others, who are asked when an option names some.
  message = message or options and desk:trouble(options)
  if message then say("whowhen: " .. message) end
  return desk
end

--- What is wrong with the kinds and findings that options name; the defaults take their place.
---@private
function Desk:trouble(options)
  if options.kinds == nil and options.findings == nil then return nil end
  -- Rules need the module; whoever needs it first for more will say that it is missing.
  if not pcall(self.module, self) then return nil end
  local rules = self:rules()
  local bits, trouble = kind_sets.resolve(self.config.kinds, rules and rules.own)
  if not bits then self.config.kinds = configuration.DEFAULTS.kinds end
  local names = rules and rules.by_name
  local chosen, unknown = require("whowhen.finding").choose(self.config.findings, names)
  if not chosen then self.config.findings = nil end
  return not bits and "option kinds: " .. trouble
    or not chosen and "option findings: " .. unknown or nil
end

--- Switches everything off after a fault, and says so once.
function Desk:fail(fault)
  if self.broken then return end
  self.broken = first_line(fault)
  for handle in pairs(self.buffers) do self:forget(handle) end
  pcall(self.say, "whowhen is off: " .. self.broken)
end

local function returned(desk, asked, ok, ...)
  if ok then return ... end
  if asked then
    pcall(desk.say, "whowhen: " .. first_line((...)))
  else
    desk:fail((...))
  end
end

--- Makes a callback that cannot fail: a fault turns whowhen off, and the host goes on.  A fault in
--- what the user asked for is only said: who asks for one thing too many loses no marks.
---@generic F: function
---@param callback F
---@param asked? boolean
---@return F
function Desk:protect(callback, asked)
  return function(...)
    if self.broken and not asked then return nil end
    return returned(self, asked, pcall(callback, ...))
  end
end

--- What a fault is in words, for a message.
---@param fault any
---@return string
function Desk.words(fault)
  return first_line(fault)
end

--- Lets a module that could not be loaded be tried again, so that the next one who asks is told the
--- cause: Lua 5.1 would speak of "a loop or previous error".
local function forget_failed()
  for name, loaded in pairs(package.loaded) do
    if name:find("^whowhen") and type(loaded) ~= "table" then package.loaded[name] = nil end
  end
end

--- The module, loaded when it is first needed: a missing one is a fault like any other.
function Desk:module()
  if not self.whowhen then
    find_module()
    local ok, module = pcall(require, "whowhen")
    if not ok then
      forget_failed()
      error(("%s: %s"):format(first_line(module), remedy()), 0)
    end
    self.whowhen = module
  end
  return self.whowhen
end

local function exists(path)
  local file = io.open(path)
  if file then file:close() end
  return file ~= nil
end

--- Where the user's own things lie.
---@param name string
---@return string
function Desk.user_file(name)
  local folder = os.getenv("XDG_CONFIG_HOME") or ""
  if folder == "" then folder = (os.getenv("HOME") or "") .. "/.config" end
  return folder .. "/whowhen/" .. name
end

--- The files of rules: those that are set, else the user's own where it is by default.
local function rule_files(desk)
  local files = desk.config.rules
  if not files then
    local path = desk.user_file("rules.lua")
    files = exists(path) and path or {}
  end
  local list = {}
  for i, name in ipairs(type(files) == "table" and files or { files }) do
    list[i] = name:gsub("^~/", (os.getenv("HOME") or "~") .. "/")
  end
  local told = ignored.path(desk)
  if exists(told) then table.insert(list, told) end
  return list
end

local function load_rules(desk)
  local function say(message) desk.say("whowhen: " .. message:gsub("\n.*", "")) end
  return require("whowhen.rules").load(rule_files(desk), { report = say })
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

--- Reads the rules when they are needed next, and every text with them: there is another file.
function Desk:read_rules_anew()
  self.rule_set = nil
  for _, buffer in pairs(self.buffers) do buffer:drop() end
end

--- The buffer of a host's handle; it is made, without a document, at the first call.
---@param handle any
---@param filetype? string
---@return whowhen.Buffer
function Desk:buffer(handle, filetype)
  local buffer = self.buffers[handle]
  if not buffer then
    buffer = buffers.new(self, filetype or "text", handle)
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
