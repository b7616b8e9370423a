--- vis adapter: marks what a window shows at each redraw.
---
---     require("plugins/whowhen/lua/whowhen/host/vis")      -- in visrc.lua, after require("vis")
local here = debug.getinfo(1, "S").source:match("^@(.*)[/\\]whowhen[/\\]host[/\\]vis%.lua$")
if here then package.path = ("%s/?.lua;%s/?/init.lua;%s"):format(here, here, package.path) end

local command = require("whowhen.command")
local config = require("whowhen.config")
local looks = require("whowhen.looks")

local M = {}

-- The theme's styles that may lend a role's colour, the best first, in the order in which roles
-- choose: each takes the first that is nobody else's.
local COLORS = {
  { "date", "CONSTANT", "NUMBER" },
  { "person", "KEYWORD", "FUNCTION" },
  { "place", "STRING", "FUNCTION", "PREPROCESSOR", "NUMBER" },
  { "org", "TYPE", "CLASS", "PREPROCESSOR" },
  { "rule", "PREPROCESSOR", "ERROR" },
}
-- What the signs are called here.
local SIGNS = { underline = "underlined", bold = "bold", italic = "italics",
  ["bold-italic"] = "bold,italics", reverse = "reverse" }
-- The style numbers of looks.  Lexers count their styles up from 0; what lies below 64 and high is
-- free.
local NUMBERS = { date = 56, duration = 57, person = 58, org = 59, place = 60, misc = 61, rule = 62,
  same = 63 }
local given = {} -- The looks whose numbers are vis's.

local desk, options
local windows = setmetatable({}, { __mode = "k" }) -- The theme that a window's styles come from.
local spans = {}

local function say(message)
  vis:info(message)
end

--- Up to 0.9 styles belong to a window, and their numbers are ours to choose; later they belong to
--- vis, which gives out the numbers.
local function define(win, name, style)
  if win.style_define then return win:style_define(NUMBERS[name], style) end
  if not given[name] then NUMBERS[name], given[name] = vis.ui:style_push(), true end
  return NUMBERS[name] and vis.ui:style_define(NUMBERS[name], style)
end

--- The colours of the roles, out of the theme's styles, whose bold and the like is no sign of ours.
local function choose_colors(lexers)
  local colors, taken = {}, {}
  for _, names in ipairs(COLORS) do
    local first
    for i = 2, #names do
      local style = lexers["STYLE_" .. names[i]]
      local color = type(style) == "string" and style:match("fore:[^,]+")
      first = first or color
      if color and not taken[color] and not colors[names[1]] then
        colors[names[1]], taken[color] = color .. ",", true
      end
    end
    colors[names[1]] = colors[names[1]] or (first and first .. ",")
  end
  return colors
end

--- A style takes what it does not say from the default style when it is defined: so define the
--- styles again when the theme changed.
local function define_styles(win)
  local lexers = vis.lexers or {}
  local theme = tostring(lexers.STYLE_DEFAULT) .. tostring(lexers.STYLE_CONSTANT)
  if windows[win] == theme then return end
  windows[win] = theme
  local colors = choose_colors(lexers)
  for name in pairs(NUMBERS) do
    local look = looks.LOOKS[name]
    -- A theme may have a style of its own for us.
    local own = lexers["STYLE_WHOWHEN_" .. name:upper()]
    local style = type(own) == "string" and own
      or (colors[look.role] or "") .. SIGNS[look.sign]
    assert(define(win, name, style), "a style could not be defined: " .. style)
  end
end

--- Whether a window shows a file, and not a prompt or a message of vis.
local function is_text(win)
  if windows[win] then return true end
  for other in vis:windows() do
    if other == win then windows[win] = "" end
  end
  return windows[win] ~= nil
end

local function filetype(win)
  return win.syntax or config.filetype(win.file.path or win.file.name)
end

--- Hands over a file's text, to be compared: vis reports no edits.
local function text_of(file)
  return {
    len = file.size,
    read = function(first, last) return file:content(first - 1, last - first + 1) end,
  }
end

--- Marks [from, to), but not the line ends in it: they would be drawn to the window's border.
local function mark(win, buffer, first, last, kind)
  local id = NUMBERS[buffer:is_picked(first) and "same" or looks.of(kind).name]
  local text = buffer.document:text(first, last)
  for from, to in text:gmatch("()[^\r\n]+()") do
    win:style(id, first + from - 2, first + to - 3)
  end
end

local function highlight(win)
  if not is_text(win) then return end
  local buffer = desk:buffer(win.file, filetype(win))
  if not buffer:sync(text_of(win.file)) then return end
  if not buffer.divided then buffer:idle() end
  define_styles(win)
  local view = win.viewport
  -- From 0.9 on the viewport has its bytes in a field.
  view = view and (view.bytes or view)
  if not view then return end
  buffer:spans(view.start + 1, view.finish, spans)
  for i = 1, #spans, 3 do
    mark(win, buffer, spans[i], spans[i + 1], buffer:kind_name(spans[i + 2]))
  end
end

local function quote(word)
  return "'" .. word:gsub("'", "'\\''") .. "'"
end

local MENU_BYTES = 100000 -- A command's argument may have 128 KB.

--- Lets the user choose a line, by vis-menu; 0 when none was.
local function ask(win, title, labels)
  local rows, bytes = {}, 0
  for i, label in ipairs(labels) do
    local row = quote(("%3d  %s"):format(i, label))
    bytes = bytes + #row + 1
    if bytes > MENU_BYTES then break end
    table.insert(rows, row)
  end
  local menu = ("printf '%%s\\n' %s | vis-menu -l 12 -p %s"):format(
    table.concat(rows, " "), quote(title .. ":"))
  local status, answer = vis:pipe(win.file, { start = 0, finish = 0 }, menu)
  return status == 0 and answer and tonumber(answer:match("^%s*(%d+)")) or 0
end

--- Lets the user choose an entry; nil when none was.
local function choose(win, outcome)
  local labels = {}
  command.fill(outcome)
  for i, entry in ipairs(outcome.list) do
    labels[i] = ("%-8s %s"):format(("%d:%d"):format(entry.line, entry.column), entry.label)
  end
  return outcome.list[ask(win, outcome.title, labels)]
end

--- Makes changes, the last first, so that the positions of the others stay right.
local function replace(win, changes)
  for i = #changes, 1, -1 do
    local change = changes[i]
    win.file:delete(change.first - 1, change.last - change.first + 1)
    win.file:insert(change.first - 1, change.text)
    win.selection.pos = change.first - 1
  end
end

local perform
function perform(win, outcome)
  if outcome.choose then
    local i = ask(win, outcome.choose.title, outcome.choose.labels)
    return i > 0 and perform(win, outcome.choose.pick(i) or {})
  end
  if outcome.replace then replace(win, outcome.replace) end
  if outcome.export then vis:message(outcome.export.text) end
  local chosen = outcome.list and choose(win, outcome) or outcome.select
  if chosen then win.selection.pos = chosen.first - 1 end
  if outcome.lines and #outcome.lines > 3 then
    vis:message(table.concat(outcome.lines, "\n"))
  elseif outcome.lines then
    vis:info(table.concat(outcome.lines, " | "))
  end
  if outcome.message then vis:info(outcome.message) end
end

--- Runs a command line at a window's cursor.
local function run(win, line)
  desk:protect(function()
    local pos = (win.selection.pos or 0) + 1
    local function fetch() return text_of(win.file) end
    perform(win, command.run(desk, win.file, filetype(win), fetch, pos, line))
  end, true)()
  return true
end

--- How many mentions a window's text has, for a status line.
---@return string
function M.status(win)
  local buffer = desk.buffers[win.file]
  return buffer and buffer:status() or ""
end

--- The document of a file, up to date, for other plugins; nil where nothing is marked.
---@return whowhen.Document?
function M.document(win)
  local buffer = desk:buffer(win.file, filetype(win))
  return desk:protect(buffer.sync)(buffer, text_of(win.file)) and buffer.document or nil
end

local function map_keys()
  for keys, name in pairs({ ["]w"] = "next ", ["[w"] = "previous " }) do
    vis:map(vis.modes.NORMAL, keys, function()
      local count = vis.count or 1
      vis.count = nil
      run(vis.win, name .. count)
    end, "whowhen: " .. name)
  end
end

local function start()
  desk = command.desk(options, say)
  if desk.config.keys then map_keys() end
end

--- Sets options; not needed.
---@param user_options? whowhen.Config
function M.setup(user_options)
  options = user_options
  for handle in pairs(desk.buffers) do desk:forget(handle) end
  windows = setmetatable({}, { __mode = "k" })
  start()
end

start()
-- A callback that returned something would keep those of other plugins from being called.
vis.events.subscribe(vis.events.WIN_HIGHLIGHT, function(win) desk:protect(highlight)(win) end)
vis.events.subscribe(vis.events.WIN_CLOSE, function(win) windows[win] = nil end)
vis.events.subscribe(vis.events.FILE_CLOSE, function(file) desk:forget(file) end)
vis:command_register("whowhen", function(argv, _, win)
  return run(win, table.concat(argv, " "))
end, "Who and when in news text: " .. table.concat(command.NAMES, ", "))

return M
