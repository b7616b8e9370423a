--- SciTE adapter: marks what is in sight after each change of the screen.
---
---     ext.lua.startup.script=/path/to/lua/whowhen/host/scite.lua
---
--- SciTE calls global functions, one of each: those that were there are called first.
local here = debug.getinfo(1, "S").source:match("^@(.*)[/\\]whowhen[/\\]host[/\\]scite%.lua$")
if here then package.path = ("%s/?.lua;%s/?/init.lua;%s"):format(here, here, package.path) end

local command = require("whowhen.command")
local config = require("whowhen.config")
local describe = require("whowhen.describe")
local scintilla = require("whowhen.host.scintilla")

local STYLE_DEFAULT = 32
local USER_LIST = 77 -- The number by which we know our list again.

-- print() goes to the output pane.
local desk = command.desk(rawget(_G, "whowhen_options"), print)
local known, painted = {}, false
local listed ---@type { rows: string[], pick: fun(i: integer) }? What the list shows.

local facade = {}

function facade.background()
  return editor.StyleBack[STYLE_DEFAULT]
end

function facade.define(id, look, color)
  editor.IndicStyle[id] = look.shape
  editor.IndicFore[id] = color
  editor.IndicAlpha[id] = look.alpha
  editor.IndicOutlineAlpha[id] = look.outline
  editor.IndicUnder[id] = true
end

-- A file is opened before its window has a size, and nobody tells when it gets one.
local LEAST_LINES = 120

function facade.visible()
  local top = editor.FirstVisibleLine
  local first = editor:DocLineFromVisible(top)
  local last = editor:DocLineFromVisible(top + math.max(editor.LinesOnScreen, LEAST_LINES)) + 1
  local stop = last < editor.LineCount and editor:PositionFromLine(last) or editor.Length
  return editor:PositionFromLine(first) + 1, stop
end

function facade.clear(id, first, last)
  editor.IndicatorCurrent = id
  editor:IndicatorClearRange(first - 1, last - first + 1)
end

function facade.fill(id, first, last)
  editor.IndicatorCurrent = id
  editor:IndicatorFillRange(first - 1, last - first + 1)
end

--- Hands over the text, to be compared: SciTE reports no edits.
local function text()
  return {
    len = editor.Length,
    read = function(first, last) return editor:textrange(first - 1, last) end,
  }
end

local function handle()
  return props.FilePath
end

local update = desk:protect(function()
  local buffer = desk:buffer(handle(), config.filetype(props.FileNameExt))
  if buffer:refresh(text) then
    scintilla.define(facade, known)
    scintilla.paint(facade, buffer)
    painted = true
  elseif painted then
    scintilla.clear(facade)
    painted = false
  end
end)

--- Shows rows to choose from.
local function show_rows(rows, pick)
  listed = { rows = rows, pick = pick }
  editor.AutoCSeparator = 10
  editor.AutoCMaxHeight = 15
  -- The order is ours.
  editor.AutoCOrder = 2
  editor:UserListShow(USER_LIST, table.concat(rows, "\n"))
end

local function show_tip(tip)
  editor:CallTipShow(editor.CurrentPos, tip)
end

local function go_to(pos)
  editor:EnsureVisibleEnforcePolicy(editor:LineFromPosition(pos - 1))
  editor:GotoPos(pos - 1)
end

local function show_list(outcome)
  local rows = {}
  command.fill(outcome)
  for i, entry in ipairs(outcome.list) do
    rows[i] = ("%d:%d  %s"):format(entry.line, entry.column, describe.loose(entry.label))
  end
  show_rows(rows, function(i) go_to(outcome.list[i].first) end)
end

--- Makes changes, the last first, so that the positions of the others stay right.
local function replace(changes)
  editor:BeginUndoAction()
  for i = #changes, 1, -1 do
    local change = changes[i]
    editor:SetTargetRange(change.first - 1, change.last)
    editor:ReplaceTarget(change.text)
  end
  editor:EndUndoAction()
end

local function show_export(export)
  scite.Open("")
  editor:AddText(export.text)
end

local perform
function perform(outcome)
  if outcome.choose then
    show_rows(outcome.choose.labels, function(i) perform(outcome.choose.pick(i) or {}) end)
  end
  if outcome.replace then replace(outcome.replace) end
  if outcome.export then show_export(outcome.export) end
  if outcome.repaint then
    known = {}
    update()
  end
  if outcome.select then go_to(outcome.select.first) end
  if outcome.list then show_list(outcome) end
  local tip = outcome.lines and table.concat(outcome.lines, "\n") or outcome.message
  if tip then show_tip(tip) end
end

--- A command of SciTE:
---
---     command.1.*=WhoWhen next
---     command.mode.1.*=subsystem:lua,savebefore:no
function WhoWhen(line)
  desk:protect(function()
    local filetype = config.filetype(props.FileNameExt)
    perform(command.run(desk, handle(), filetype, text, editor.CurrentPos + 1, line or ""))
  end, true)()
end

--- Calls the function that was there before ours.
local function chain(name, ours)
  local before = _G[name]
  _G[name] = function(...)
    local result = before and before(...)
    return ours(...) or result
  end
end

for _, name in ipairs({ "OnOpen", "OnSwitchFile" }) do
  chain(name, function()
    known = {}
    update()
  end)
end
chain("OnUpdateUI", function() update() end)
chain("OnClose", function(path) desk:forget(path) end)
chain("OnUserListSelection", function(id, row)
  if id ~= USER_LIST or not listed then return nil end
  for i, each in ipairs(listed.rows) do
    if each == row then
      desk:protect(listed.pick, true)(i)
      return true
    end
  end
end)
